"""The pieces of the benchmark that need none of the tools it compares: rows, loops, ratios, verdicts, sources."""

from __future__ import annotations

import importlib
import math
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

import interop
from interop.build.analysis import analyse

FOLDER = Path(interop.__file__).parents[1] / "benchmarks"

pytestmark = pytest.mark.skipif(not FOLDER.exists(), reason="part of the repository, not of the package")


@pytest.fixture(scope="module")
def bench() -> Iterator[Any]:
    """The benchmark's modules as attributes; they are scripts beside each other, not a package."""
    names = [path.stem for path in FOLDER.glob("*.py")]
    sys.path.insert(0, str(FOLDER))
    try:
        loaded: dict[str, ModuleType] = {
            name: importlib.import_module(name)
            for name in ("rows", "loops", "report", "timing", "instructions", "costs", "thousand")
        }
        yield SimpleNamespace(**loaded)
    finally:
        sys.path.remove(str(FOLDER))
        for name in names:
            sys.modules.pop(name, None)


def peer(bench: Any, key: str = "hand", **functions: Any) -> Any:
    """One whose functions are Python's."""
    made = SimpleNamespace(
        point=lambda *given: SimpleNamespace(x=3.0, y=4.0), label=lambda text: None, counter=lambda n: None, **functions
    )
    kind = SimpleNamespace(key=key, is_generated=False, takes_keywords=True)
    return bench.loops.Peer(kind, "", made)


def test_rows_have_names_of_their_own_and_statements_that_compile(bench: Any) -> None:
    names = [row.name for row in bench.rows.ROWS]
    assert len(names) == len(set(names))
    for row in bench.rows.ROWS:
        for statement in (row.statement(), row.statement(keywords=False), row.answer or ""):
            compile(statement, row.name, "exec")


def test_every_c_function_is_declared_and_every_row_has_one(bench: Any) -> None:
    header = (FOLDER / "native" / "bench.h").read_text(encoding="utf-8")
    cdef = (FOLDER / "bench.cdef").read_text(encoding="utf-8")
    declared = set(re.findall(r"\b(b_\w+)\(", header))
    assert declared <= set(re.findall(r"\b(b_\w+)\(", cdef))
    known = {name.removeprefix("b_") for name in re.findall(r"\bb_\w+", cdef)}
    assert {row.function for row in bench.rows.ROWS} <= known


def test_declarations_are_without_fault() -> None:
    report = analyse(str(FOLDER / "bench.cdef")).report
    assert [diagnostic.message for diagnostic in report.diagnostics] == []


def test_a_loop_makes_the_calls_it_is_asked_for(bench: Any) -> None:
    calls: list[tuple[int, int]] = []
    one = peer(bench, add=lambda a, b: calls.append((a, b)))
    row = next(row for row in bench.rows.ROWS if row.name == "two ints")
    bench.loops.loop(row, one)(3)
    assert calls == [(3, 4)] * 3


def test_peers_that_disagree_are_not_measured(bench: Any) -> None:
    right, wrong = peer(bench, add=lambda a, b: 7), peer(bench, "cffi", add=lambda a, b: 8)
    row = bench.rows.Row("two ints", "add", "3, 4")
    bench.loops.check(row, [right, right])
    with pytest.raises(SystemExit, match="the peers disagree"):
        bench.loops.check(row, [right, wrong])
    bench.loops.check(bench.rows.Row("two ints", "add", "3, 4", blank={"cffi": "no reason"}), [right, wrong])


def test_a_peer_that_has_no_figure_is_left_out(bench: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench.timing, "SLICE", 1000)
    one, other = peer(bench, add=lambda a, b: 7), peer(bench, "cffi", add=lambda a, b: 7)
    row = bench.rows.Row("two ints", "add", "3, 4", blank={"cffi": "no reason"})
    timer = bench.timing.Timer(row, [one, other])
    timer.run(rounds=1)
    figures = timer.figures
    assert figures.keys() == {"hand"}
    assert all(math.isfinite(figure) and figure > 0 for figure in figures.values())


def test_instructions_are_the_difference_of_two_stretches(bench: Any) -> None:
    stretches = iter([1_500, 6_500, 999, 110, 610])
    assert bench.instructions._per_call(stretches, (100, 600)) == 10
    assert bench.instructions._per_call(stretches, (100, 600)) == 1


def measured(bench: Any, **cells: dict[str, float]) -> Any:
    return [
        (bench.rows.Row(name, "f", "", is_released=name.endswith("released")), figures)
        for name, figures in cells.items()
    ]


def test_geometric_means_are_over_the_rows_that_both_have(bench: Any) -> None:
    rows = measured(
        bench, a={"interop": 10.0, "nanobind": 20.0}, b={"interop": 20.0, "nanobind": 10.0}, c={"interop": 5}
    )
    assert bench.report.mean(bench.report.ABI3_NANOBIND, rows) == pytest.approx(1.0)
    assert math.isnan(bench.report.mean(bench.report.FULL_C, rows))


def test_verdicts_name_the_rows_beyond_the_limit(bench: Any) -> None:
    rows = measured(
        bench,
        slow={"interop": 130.0, "hand": 100.0},
        near={"interop": 112.0, "hand": 100.0 + 1},
        noisy={"interop": 12.0, "hand": 10.0},
        released={"interop": 104.0, "hand": 100.0},
    )
    kept, released = bench.report.verdicts(rows, "ns")
    assert not kept.is_met
    assert [line.partition(" (")[0] for line in kept.worst] == ["1.30  slow"]
    assert "2 of them beyond it by less than 1.5 ns or 2%" in kept.figure
    assert released.is_met
    strict, _ = bench.report.verdicts(rows, "instructions")
    assert len(strict.worst) == 3


def test_fastest_tool_is_none_of_ours(bench: Any) -> None:
    figures = {"interop-full": 10.0, "hand-full": 5.0, "nanobind": 20.0, "cython": 8.0}
    assert bench.report.fastest_tool(figures) == "cython"
    assert bench.report.FULL_TOOL.of(figures) == 1.25
    assert bench.report.FULL_TOOL.of({"interop-full": 10.0, "hand-full": 5.0}) is None


def test_thousand_functions_are_declared_without_fault(
    bench: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    thousand = bench.thousand
    monkeypatch.setattr(thousand, "COUNT", 16)
    kinds = [thousand.PROTOTYPES, thousand.BODIES, thousand.DECLARATIONS, thousand.CPP_LINES, thousand.CYTHON_LINES]
    assert {len(kind) for kind in kinds} == {8}
    report = analyse(thousand.write_declarations(str(tmp_path))).report
    assert [diagnostic.message for diagnostic in report.diagnostics] == []


def test_processor_seconds_reports_what_failed(bench: Any) -> None:
    assert bench.costs.processor_seconds([sys.executable, "-c", ""]) > 0
    with pytest.raises(SystemExit, match="no such luck"):
        bench.costs.processor_seconds([sys.executable, "-c", "raise SystemExit('no such luck')"])


def test_the_readme_shows_what_the_last_run_wrote(bench: Any) -> None:
    results = (FOLDER / "results.md").read_text(encoding="utf-8")
    measured = results.partition("## Nanoseconds per call")[2].partition("##")[0].splitlines()
    readme = (FOLDER.parent / "README.md").read_text(encoding="utf-8")
    _, begun, rest = readme.partition("<!-- written by make bench -->")
    shown = [line for line in rest.partition("<!-- up to here -->")[0].splitlines() if line.startswith("| ")]
    assert begun
    assert [line.split(" | ")[0] for line in shown[1:]] == [
        f"| {row.name}" for row in bench.rows.ROWS if row.name in bench.rows.SHOWN
    ]
    assert set(shown[1:]) <= set(measured)
    assert {row.name for row in bench.rows.ROWS} >= set(bench.rows.SHOWN)
