"""Reports are part of the product: each faulty file in ``tests/ui`` has the exact text that is said about it beside it.

``//~ E0203`` on a line says that a report of that code points at that line, ``//~^ E0203`` that one points at the line
above. A case is two files; ``INTEROP_BLESS=1`` writes the second one, and the run still fails, so that someone looks.
Files that begin with an underscore are only there to be imported.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from pathlib import Path

import pytest

from interop.build.analysis import analyse
from interop.diag.codes import CATALOGUE
from interop.diag.render import render
from interop.diag.report import Report

ROOT = Path(__file__).parent.parent
CASES = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "tests/ui").rglob("[!_]*.cdef"))
BLESSING = os.environ.get("INTEROP_BLESS") == "1"
BEFORE_BUILDING = re.compile(r"E0[1-6]|[WN]")
"""The codes that reading and planning a file can give; building has tests of its own."""

_MARKER = re.compile(r"//~(\^*) *((?:[EWN][0-9]{4} *)+)")


def marked(path: Path) -> Counter[tuple[str, int, str]]:
    """The file, line and code of every marker."""
    found: Counter[tuple[str, int, str]] = Counter()
    for number, line in enumerate(path.read_bytes().decode("utf-8", "replace").split("\n"), 1):
        for carets, codes in _MARKER.findall(line):
            for code in codes.split():
                found[path.name, number - len(carets), code] += 1
    return found


def pointed_at(report: Report) -> Counter[tuple[str, int, str]]:
    """The file, line and code of every diagnostic."""
    found: Counter[tuple[str, int, str]] = Counter()
    for diagnostic in report.diagnostics:
        span = diagnostic.primary.span
        found[Path(span.file.path).name, span.line, diagnostic.code] += 1
    return found


@pytest.fixture(autouse=True)
def _at_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reports show paths as they were given, so they are given relative to the repository."""
    monkeypatch.chdir(ROOT)


@pytest.mark.parametrize("case", CASES)
def test_report(case: str) -> None:
    report = analyse(case).report
    text = render(report)
    expected = Path(case).with_suffix(".stderr")
    if BLESSING and (not expected.exists() or expected.read_text("utf-8") != text):
        expected.write_text(text, "utf-8")
        pytest.fail(f"{expected} was written; look at it, and run again without INTEROP_BLESS")
    assert text == expected.read_text("utf-8"), f"INTEROP_BLESS=1 rewrites {expected}, after you have looked at it"


@pytest.mark.parametrize("case", CASES)
def test_report_points_at_the_marked_lines(case: str) -> None:
    report = analyse(case).report
    files = {Path(case), *(Path(d.primary.span.file.path) for d in report.diagnostics if d.primary.span.file.text)}
    expected = sum((marked(path) for path in files), Counter[tuple[str, int, str]]())
    assert pointed_at(report) == expected


@pytest.mark.parametrize("case", CASES)
def test_analysing_twice_reports_the_same(case: str) -> None:
    assert render(analyse(case).report) == render(analyse(case).report)


def test_every_code_has_a_case_and_every_case_a_code() -> None:
    seen = {code for path in Path("tests/ui").rglob("*.cdef") for _, _, code in marked(path)}
    assert seen == {code for code in CATALOGUE if BEFORE_BUILDING.match(code)}


def test_no_expectation_without_a_case() -> None:
    stray = [path for path in Path("tests/ui").rglob("*.stderr") if not path.with_suffix(".cdef").exists()]
    assert stray == []


@pytest.mark.parametrize(
    "code", [code for code, entry in CATALOGUE.items() if BEFORE_BUILDING.match(code) and entry.example]
)
def test_example_of_the_catalogue_triggers_its_code(code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("example.cdef").write_text(CATALOGUE[code].example, "utf-8")
    report = analyse("example.cdef").report
    codes = {diagnostic.code for diagnostic in report.diagnostics}
    assert code in codes
    assert {diagnostic.code for diagnostic in report.diagnostics if diagnostic.severity.is_fatal} <= {code}
