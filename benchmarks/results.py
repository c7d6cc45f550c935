"""The report of a whole run: benchmarks/results.md, and the chart that the README shows."""

from __future__ import annotations

import datetime
import importlib.metadata
import os
import platform
import subprocess
from collections.abc import Iterable, Mapping, Sequence

from chart import draw
from costs import Cost
from peers import HERE, Kind, Peer
from report import FULL_TOOL, RATIOS, Figures, Measured, mean, mean_over_base, verdicts
from rows import SHOWN
from thousand import COUNT, Scale

import interop
from interop.build.toolchain import find_toolchain

RESULTS = os.path.join(HERE, "results.md")
CHART = os.path.join(HERE, "..", "docs", "benchmarks.png")
README = os.path.join(HERE, "..", "README.md")

BEGIN, END = "<!-- written by make bench -->\n", "<!-- up to here -->\n"
"""What is between these lines of the README comes from the run."""


def write(measured: Measured, peers: Sequence[Peer], costs: Sequence[Cost], scale: Mapping[str, Scale]) -> None:
    """All of it, from figures in nanoseconds."""
    kinds = [peer.kind for peer in peers]
    with open(RESULTS, "w", encoding="utf-8") as file:
        file.write("\n".join(text(measured, kinds, costs, scale)) + "\n")
    draw(measured, {kind.key: kind.title for kind in kinds}, CHART)
    with open(README, encoding="utf-8") as file:
        before, _, rest = file.read().partition(BEGIN)
        _, _, after = rest.partition(END)
    with open(README, "w", encoding="utf-8") as file:
        file.write(before + BEGIN + "\n".join(excerpt(measured, kinds)) + "\n" + END + after)


def excerpt(measured: Measured, kinds: Sequence[Kind]) -> Iterable[str]:
    """The lines of the README: some rows, the means of all, and where a binding tool is faster."""
    keys, titles = [kind.key for kind in kinds], [kind.title for kind in kinds]
    yield ""
    yield from _table(
        ["ns per call", *titles], [[row.name, *_cells(figures, keys)] for row, figures in measured if row.name in SHOWN]
    )
    yield ""
    yield f"{'; '.join(_facts(kinds))}. Geometric means over the rows without *GIL released*, where C by hand with the"
    yield f"full API is 1: {_means(kinds, measured)}."
    yield ""
    verdict = next(one for one in verdicts(measured, "ns") if one.ratio is FULL_TOOL)
    slower = "; ".join(" ".join(row.split()) for row in verdict.worst)
    yield f"Where a tool is faster than the generated module for one Python, by which factor: {slower or 'nowhere'}."
    yield ""


def text(measured: Measured, kinds: Sequence[Kind], costs: Sequence[Cost], scale: Mapping[str, Scale]) -> Iterable[str]:
    """The lines of results.md."""
    keys = [kind.key for kind in kinds]
    titles = [kind.title for kind in kinds]
    yield "# Results"
    yield ""
    yield "Written by `make bench`; [README.md](README.md) says what was measured and how."
    yield ""
    yield from (f"- {fact}" for fact in _facts(kinds))
    yield ""
    yield "## Targets"
    yield ""
    for verdict in verdicts(measured, "ns"):
        yield f"- {'met' if verdict.is_met else '**not met**'}: {verdict.target}: {verdict.figure}"
        yield from (f"  - {row}" for row in verdict.worst)
    yield ""
    yield "## Nanoseconds per call"
    yield ""
    yield from _table(["", *titles], [[row.name, *_cells(figures, keys)] for row, figures in measured])
    yield ""
    yield "Geometric means over the rows without *GIL released*, where C by hand with the full API is 1: "
    yield f"{_means(kinds, measured)}."
    yield ""
    blanks = [(row.name, key, reason) for row, _ in measured for key, reason in row.blank.items() if key in keys]
    yield from (f"- {name}, {key}: {reason}" for name, key, reason in blanks)
    yield ""
    yield "## Ratios"
    yield ""
    last = ["**geometric mean**", *(f"**{mean(ratio, measured):.2f}**" for ratio in RATIOS)]
    rows = [[row.name, *(_ratio(ratio.of(figures)) for ratio in RATIOS)] for row, figures in measured]
    yield from _table(["", *(ratio.title for ratio in RATIOS)], [*rows, last])
    yield ""
    yield "## Costs beside the calls"
    yield ""
    yield from _table(
        ["", *titles], [[f"{cost.name} ({cost.unit})", *_cells(cost.figures, keys, digits=2)] for cost in costs]
    )
    yield ""
    yield f"## A module of {COUNT} functions"
    yield ""
    shown = [kind for kind in kinds if kind.key in scale]
    yield from _table(["", *(kind.title for kind in shown)], scale_rows([scale[kind.key] for kind in shown]))


def scale_rows(scales: Sequence[Scale]) -> list[list[str]]:
    """The rows of the last table, which the terminal shows too."""
    return [
        ["compiling, ms of processor time per function", *(f"{one.compile_ms:.1f}" for one in scales)],
        ["shared object, bytes per function", *(f"{one.size:.0f}" for one in scales)],
        ["import, us per function", *(f"{one.import_us:.1f}" for one in scales)],
        ["memory of the import, kB", *(f"{one.memory:.0f}" for one in scales)],
    ]


def _facts(kinds: Sequence[Kind]) -> Iterable[str]:
    compiler = find_toolchain(abi3=False).compile_c[0]
    version = subprocess.run([compiler, "--version"], capture_output=True, text=True, check=False).stdout
    yield f"{datetime.datetime.now(datetime.UTC):%Y-%m-%d}; {_processor()}, {os.cpu_count()} processors"
    yield f"{platform.python_implementation()} {platform.python_version()}, {(version.splitlines() or ['?'])[0]}"
    versions = {kind.package: kind.version for kind in kinds if kind.package is not None}
    named = ", ".join(f"{name} {number}" for name, number in versions.items())
    yield f"cffi-interop {interop.__version__}, {named}, NumPy {importlib.metadata.version('numpy')}"


def _processor() -> str:
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as info:
            names = [line.partition(":")[2].strip() for line in info if line.startswith("model name")]
    except FileNotFoundError:
        names = []
    return names[0] if names else platform.processor() or platform.machine()


def _means(kinds: Sequence[Kind], measured: Measured) -> str:
    return ", ".join(f"{kind.title} {mean_over_base(kind.key, measured):.2f}" for kind in kinds)


def _cells(figures: Figures, keys: Sequence[str], digits: int = 1) -> list[str]:
    return ["" if key not in figures else f"{figures[key]:,.{digits}f}" for key in keys]


def _ratio(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def _table(heading: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterable[str]:
    yield f"| {' | '.join(heading)} |"
    yield f"|---|{'---:|' * (len(heading) - 1)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)
