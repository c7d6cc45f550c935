"""Declarations that are false: the C compiler must refuse each, and the report must stand where it is false.

``//~ E0701`` marks a line at which that code must be reported; nothing may be reported elsewhere. The report itself
is compared with the file beside the declarations; ``INTEROP_BLESS=1`` rewrites it, and the test fails all the same.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from interop.build.driver import BuildResult, build
from interop.diag.render import render
from interop.diag.report import Severity
from tests.support.build import ROOT

FOLDER = ROOT / "tests" / "compile"
CASES = sorted(path.stem for path in FOLDER.glob("*.cdef"))
TRUE = "true_claims"
FALSE = [case for case in CASES if case != TRUE]

pytestmark = pytest.mark.skipif(os.name != "posix", reason="runs the Unix compiler driver")

Builds = dict[str, Future[BuildResult]]

QUOTED = re.compile(
    r"^ *= (note: in the header its|note: .* declares it|help: did you mean).*\n|(?<= has type ).*", re.MULTILINE
)
"""What is quoted from the compiler, whose words change from one to the next."""


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Builds]:
    """All builds at once, on all cores."""
    out = tmp_path_factory.mktemp("false")
    with ThreadPoolExecutor() as pool:
        yield {case: pool.submit(build, f"tests/compile/{case}.cdef", str(out / case)) for case in CASES}


@pytest.fixture(autouse=True, scope="module")
def _in_the_root() -> Iterator[None]:
    """Reports name files as the user did."""
    before = Path.cwd()
    os.chdir(ROOT)
    yield
    os.chdir(before)


def marked(case: str) -> list[tuple[int, str]]:
    lines = (FOLDER / f"{case}.cdef").read_text().splitlines()
    return [(n, code) for n, line in enumerate(lines, 1) for code in re.findall(r"//~ ([A-Z]\d{4})", line)]


@pytest.mark.slow
def test_true_claims_are_built(builds: Builds) -> None:
    result = builds[TRUE].result()
    assert result.ok, render(result.report)


@pytest.mark.rules("R8.4")
@pytest.mark.parametrize("case", FALSE)
def test_false_claim_is_refused_at_its_place(case: str, builds: Builds) -> None:
    result = builds[case].result()
    assert not result.ok
    errors = [d for d in result.report.diagnostics if d.severity is Severity.ERROR]
    assert sorted((d.primary.span.line, d.code) for d in errors) == marked(case), render(result.report)


@pytest.mark.parametrize("case", FALSE)
def test_report_says_what_is_false(case: str, builds: Builds) -> None:
    golden = FOLDER / f"{case}.stderr"
    got = QUOTED.sub("", render(builds[case].result().report).rstrip().replace(f"{ROOT}/", "") + "\n")
    if golden.exists() and golden.read_text() == got:
        return
    if os.environ.get("INTEROP_BLESS"):
        golden.write_text(got)
        pytest.fail(f"{golden.name} was rewritten; look at the difference")
    assert got == (golden.read_text() if golden.exists() else "")
