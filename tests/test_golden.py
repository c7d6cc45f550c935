"""Everything that is generated, compared with what it was when somebody last looked at it.

With ``INTEROP_BLESS=1`` the files are rewritten, and the tests fail all the same: look at the difference first.
"""

from __future__ import annotations

import difflib
import functools
import hashlib
import os
import random
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from interop.build.analysis import analyse
from interop.diag.render import render
from interop.emit.explain import explain
from interop.emit.generate import generate
from interop.frontend.annotations import ANNOTATIONS
from interop.model.manifest import to_text
from tests.support.build import ROOT

GOLDEN = ROOT / "tests" / "golden"
CASES = sorted(path.parent.name for path in GOLDEN.glob("*/in.cdef"))
FILES = ("manifest.txt", "plan.txt", "declarations.h", "preamble.c", "stubs.c", "module.py", "module.pyi")

PLACE = re.compile(r"in\.cdef:\d+(:\d+)?|^#line \d+", re.MULTILINE)
"""Places, which move when declarations do."""

START = re.compile(r"\n(?=\w+\([^\n]*\) -> |(?:function|callback) |# \w+\(|@\S*final\n)")
"""Where the text of a function starts in an explanation, a manifest or a stub file."""

DIGEST = re.compile(r"\b[0-9a-f]{16}\b")


@pytest.fixture(autouse=True)
def _in_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Generated text names its source as the user did, so the goldens must always be made from one folder."""
    monkeypatch.chdir(ROOT)


def texts(path: str) -> dict[str, str]:
    """Everything that is made of a file."""
    analysis = analyse(path, checked=path.endswith("/checked/in.cdef"))
    assert analysis.plan is not None, render(analysis.report)
    assert analysis.library is not None
    made = generate(analysis.plan)
    return {
        "manifest.txt": to_text(analysis.library),
        "plan.txt": explain(analysis.plan, None),
        "declarations.h": "".join(text for text, _ in made.cdef),
        "preamble.c": made.preamble,
        "stubs.c": made.stubs,
        "module.py": made.init_py,
        "module.pyi": made.init_pyi,
    }


@functools.cache
def generated(case: str) -> dict[str, str]:
    """The same for a case, made once."""
    return texts(f"tests/golden/{case}/in.cdef")


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("file", FILES)
def test_generated_text(case: str, file: str) -> None:
    golden = GOLDEN / case / file
    got = generated(case)[file]
    want = golden.read_text() if golden.exists() else ""
    if got == want:
        return
    name = golden.relative_to(ROOT).as_posix()
    if os.environ.get("INTEROP_BLESS"):
        golden.write_text(got)
        pytest.fail(f"{name} was rewritten; look at the difference")
    difference = difflib.unified_diff(want.splitlines(), got.splitlines(), name, "generated", lineterm="", n=2)
    advice = f"if that is what you want, replace {name} after looking at it (INTEROP_BLESS=1)"
    pytest.fail("\n".join([*difference, advice]))


@pytest.mark.parametrize("case", CASES)
def test_no_other_files(case: str) -> None:
    assert sorted(path.name for path in (GOLDEN / case).iterdir()) == sorted([*FILES, "in.cdef"])


def test_every_attribute_has_a_case() -> None:
    written = "\n".join((GOLDEN / case / "in.cdef").read_text() for case in CASES)
    missing = [
        name
        for name, annotation in ANNOTATIONS.items()
        if not annotation.planned and not re.search(rf"[\[,(] *{name}\b", written)
    ]
    assert missing == []


def digests() -> str:
    """One line for every generated file."""
    return "".join(
        f"{case} {name} {hashlib.sha256(text.encode()).hexdigest()}\n"
        for case in CASES
        for name, text in generated(case).items()
    )


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_generated_text_does_not_depend_on_hashes(seed: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from tests.test_golden import digests; print(digests(), end='')"],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == digests()


FUNCTION = re.compile(r"^(?!(\[[^;\n]*\] )?typedef)(\[[^;]*?\] *\n?)?[^;{}\s/#\[][^;{}]*\([^;]*\)\s*;\n", re.MULTILINE)


def shuffled(text: str, order: Callable[[list[str]], None]) -> str:
    """A declaration file with its functions in another order; everything else stays where it is, before them."""
    head, body, tail = text.partition("{")[0] + "{", text.partition("{")[2].rpartition("}")[0], "}\n"
    functions = [match.group() for match in FUNCTION.finditer(body)]
    assert len(functions) >= 3
    rest = FUNCTION.sub("", body)
    order(functions)
    return head + rest + "".join(functions) + tail


def pieces(text: str) -> list[str]:
    """Generated text without places, cut where a function begins, in alphabetical order."""
    plain = DIGEST.sub("", PLACE.sub("", text))
    return sorted(piece.strip() for piece in START.split(plain))


@pytest.mark.parametrize("case", CASES)
def test_order_of_declarations_decides_nothing(case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is made of one function does not depend on which others stand before it."""
    monkeypatch.chdir(tmp_path)
    source = (GOLDEN / case / "in.cdef").read_text()
    made = []
    for seed in (1, 2):
        path = tmp_path / "in.cdef"
        path.write_text(shuffled(source, random.Random(seed).shuffle))
        made.append(texts("in.cdef"))
    for name in ("manifest.txt", "plan.txt", "module.pyi"):
        assert pieces(made[0][name]) == pieces(made[1][name])
