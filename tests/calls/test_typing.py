"""What type checkers see: a correct program passes, its mistakes are found, and stubs match the modules."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.build import Bindings

FEATURES = ("arrays", "awaits", "calls", "errors", "options", "scalars", "strings")

PROGRAM = """\
import array
import asyncio

import interop
import numpy as np
from bindings_default import t_arrays, t_awaits, t_calls, t_errors, t_options, t_scalars, t_strings

total: int = t_scalars.add(1, 2)
quotient, remainder = t_scalars.divmod(17, 5)
both = t_scalars.divmod(17, 5)
named: int = both.remainder
exponent: int = t_scalars.frexp(8.0).exponent
color: t_scalars.color | int = t_scalars.echo_color(t_scalars.color.RED)
flag: bool = t_scalars.echo_bool(True)
letter: str = t_scalars.echo_wchar("a")
byte: bytes = t_scalars.echo_char(b"a")
limit: int = t_scalars.LIMIT

length: int = t_strings.length("text")
text: str = t_strings.duplicate("text")
maybe: str | None = t_strings.borrowed(0)
name: str = t_strings.name(size=32)
joined: int = t_strings.total_length(["a", "b"])
words: list[str] = t_strings.words()

summed: float = t_arrays.sum_double([1.0, 2.0])
summed = t_arrays.sum_double((1, 2))
summed = t_arrays.sum_double(array.array("d", [1.0]))
summed = t_arrays.sum_double(np.zeros(3))
t_arrays.scale_double([1.0], 2.0)
t_arrays.scale_double(np.zeros(3), 2.0)
made: bytes = t_arrays.pattern(size=3)
t_arrays.checksum(b"abc")
t_options.fill(1.0, n=3).sum()

t_calls.default_before(5, level=1)
t_calls.optional_pointer(None)
t_calls.keywords(1, 2, 3, 4, 5, 6, 7, async_=8)



async def awaiting() -> None:
    total: int = await t_awaits.add(1, 2)
    await t_awaits.nothing()
    outcome = await t_awaits.status(0)
    word: str = outcome.text
    pending: asyncio.Future[int] = t_awaits.first(5)
    point: t_awaits.point = await t_awaits.point_of(1, 2)
    t_awaits.add(1, 2, lambda value: print(value + 1))
    t_awaits.first(5, done=print)
    total = await t_awaits.maybe(5)
    t_awaits.maybe(5, done=None)
    total = await t_awaits.slow_add.aio(1, 2, 3)
    box: t_awaits.box = await interop.aio(t_awaits.box)(5)
    total = await box.aio.slow_value(3)
    await box.aio.close()
    print(total, word, pending, point)


try:
    t_errors.fail_with_reason(1)
except t_errors.ReasonError as failure:
    print(failure.status)
try:
    t_errors.fail_errno_class(2)
except t_errors.SystemFault as fault:
    print(fault.errno)
"""

MISTAKES = """\
from bindings_default import t_arrays, t_awaits, t_calls, t_scalars, t_strings

t_scalars.add("1", 2)  # E: arg-type
t_scalars.add(1)  # E: call-arg
t_scalars.divmod(1, 2).quotient  # E: attr-defined
t_strings.length(None)  # E: arg-type
t_strings.name(32)  # E: call-arg misc
t_strings.borrowed(0).upper()  # E: union-attr
t_arrays.scale_double((1.0, 2.0), 2.0)  # E: arg-type
t_arrays.sum_double(["x"])  # E: arg-type list-item
t_calls.default_before(1, 2)  # E: call-arg misc
t_calls.no_such_function()  # E: attr-defined


async def awaiting(box: t_awaits.box) -> None:
    text: str = await t_awaits.add(1, 2)  # E: assignment
    await t_awaits.add(1, 2, print)  # E: func-returns-value misc
    t_awaits.first(5, print)  # E: call-overload
    await t_awaits.slow_add.aio(1, 2)  # E: call-arg
    await box.aio.value()  # E: attr-defined
    print(text)
"""


@pytest.fixture(scope="module")
def folder(bindings: Bindings) -> Path:
    for feature in FEATURES:
        bindings.get(feature, "default")
    return bindings.folder


def with_path(folder: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(folder), *sys.path])}


def mypy(folder: Path, program: Path, text: str) -> list[str]:
    """The lines that mypy prints in strict mode."""
    pytest.importorskip("mypy")
    program.write_text(text)
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--namespace-packages"]
    command += ["--explicit-package-bases", "--config-file=", f"--cache-dir={program.parent / 'cache'}", str(program)]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert not run.stderr, run.stderr
    return run.stdout.splitlines()


def test_a_program_that_uses_the_bindings_passes_a_strict_type_check(folder: Path, tmp_path: Path) -> None:
    assert mypy(folder, tmp_path / "program.py", PROGRAM) == []
    mistakes = mypy(folder, tmp_path / "mistakes.py", MISTAKES)
    for number, line in enumerate(MISTAKES.splitlines(), start=1):
        if "# E: " not in line:
            continue
        expected = line.split("# E: ")[1].split()
        found = [each for each in mistakes if f"mistakes.py:{number}: error" in each]
        assert found, f"mypy accepts: {line}"
        assert any(f"[{code}]" in each for each in found for code in expected), found


def test_the_program_that_is_checked_runs(folder: Path, tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(PROGRAM)
    run = subprocess.run([sys.executable, str(program)], capture_output=True, text=True, env=with_path(folder))
    assert run.returncode == 0, run.stderr


@pytest.mark.slow
@pytest.mark.parametrize("feature", FEATURES)
def test_stubtest_finds_no_difference(folder: Path, feature: str, tmp_path: Path) -> None:
    pytest.importorskip("mypy")
    allowed = tmp_path / "allowed"
    # Before Python 3.12 a class that gives its memory has no method to say so.
    allowed.write_text(".*\\.__buffer__\n")
    command = [sys.executable, "-m", "mypy.stubtest", f"bindings_default.t_{feature}", "--ignore-missing-stub"]
    command += ["--allowlist", str(allowed), "--ignore-unused-allowlist"]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, env=with_path(folder))
    assert run.returncode == 0, run.stdout
