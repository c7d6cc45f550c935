"""What the figures say: ratios, geometric means, and whether the targets are met."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from rows import Row

Figures = Mapping[str, float]
"""What one call costs, by the peer's key."""
Measured = Sequence[tuple[Row, Figures]]

TOOLS = ("nanobind", "pybind11", "cython", "swig", "cffi", "ctypes")
"""The binding tools among the peers, by their keys."""

NOISE, NOISE_RATIO = 1.5, 0.02
"""Nanoseconds, and part of a time: a smaller difference is no finding."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """A column of the table."""

    title: str
    above: str
    below: Callable[[Figures], float | None]

    def of(self, figures: Figures) -> float | None:
        below = self.below(figures)
        return figures[self.above] / below if self.above in figures and below is not None else None


def _peer(key: str) -> Callable[[Figures], float | None]:
    return lambda figures: figures.get(key)


def fastest_tool(figures: Figures) -> str | None:
    """Its key."""
    return min((key for key in TOOLS if key in figures), key=lambda key: figures[key], default=None)


def _fastest(figures: Figures) -> float | None:
    tool = fastest_tool(figures)
    return figures[tool] if tool is not None else None


RATIOS = (
    Ratio("abi3 / C lim.", "interop", _peer("hand")),
    Ratio("full / C full", "interop-full", _peer("hand-full")),
    Ratio("full / best tool", "interop-full", _fastest),
    Ratio("full / nanobind", "interop-full", _peer("nanobind")),
    Ratio("abi3 / nanobind", "interop", _peer("nanobind")),
)
ABI3_C, FULL_C, FULL_TOOL, FULL_NANOBIND, ABI3_NANOBIND = RATIOS


def geometric_mean(values: Iterable[float]) -> float:
    """NaN of nothing."""
    logarithms = [math.log(value) for value in values]
    return math.exp(sum(logarithms) / len(logarithms)) if logarithms else math.nan


def mean(ratio: Ratio, measured: Measured) -> float:
    """The geometric mean over the rows where both have a figure."""
    return geometric_mean(value for _, figures in measured if (value := ratio.of(figures)) is not None)


BASE = "hand-full"
"""The peer that all are compared with in the chart: the limit."""


def relative(key: str, measured: Measured) -> list[float]:
    """What a peer takes where C by hand takes 1, row by row, but for the rows in which all release the GIL."""
    return [
        figures[key] / figures[BASE]
        for row, figures in measured
        if not row.is_released and key in figures and BASE in figures
    ]


def mean_over_base(key: str, measured: Measured) -> float:
    """The geometric mean of the same."""
    return geometric_mean(relative(key, measured))


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a target is met, and by which rows it is not."""

    target: str
    ratio: Ratio
    is_met: bool
    figure: str
    worst: Sequence[str] = ()

    def __str__(self) -> str:
        rows = "".join(f"\n      {row}" for row in self.worst)
        return f"{'met    ' if self.is_met else 'NOT MET'} {self.target}: {self.figure}{rows}"


def verdicts(measured: Measured, unit: str) -> list[Verdict]:
    """The targets for which there are figures. ``unit`` is what the figures count: ns have noise, instructions none."""
    kept = [(row, figures) for row, figures in measured if not row.is_released]
    released = [(row, figures) for row, figures in measured if row.is_released]
    noise = unit == "ns"
    made = [
        _every_row("--no-abi3: no row slower than the fastest binding tool", FULL_TOOL, kept, 1.0, noise),
        _every_row("--no-abi3: every row at most 1.10 of C by hand", FULL_C, kept, 1.10, noise),
        _mean("--no-abi3: geometric mean at most 0.65 of nanobind's", FULL_NANOBIND, measured, 0.65),
        _every_row("abi3: every row at most 1.10 of C by hand for the limited API", ABI3_C, kept, 1.10, noise),
        _mean("abi3: geometric mean at most 0.8 of nanobind's", ABI3_NANOBIND, measured, 0.8),
        _every_row("--no-abi3, GIL released: no row slower than 1.05 of C by hand", FULL_C, released, 1.05, noise),
        _every_row("abi3, GIL released: no row slower than 1.05 of C by hand", ABI3_C, released, 1.05, noise),
    ]
    return [verdict for verdict in made if verdict is not None]


def _every_row(target: str, ratio: Ratio, measured: Measured, limit: float, noise: bool) -> Verdict | None:
    found = [(value, row, figures) for row, figures in measured if (value := ratio.of(figures)) is not None]
    if not found:
        return None
    beyond, within = [], 0
    for value, row, figures in sorted(found, key=lambda one: -one[0]):
        if value <= limit:
            continue
        below = figures[ratio.above] / value
        if noise and figures[ratio.above] <= below * limit + max(NOISE, NOISE_RATIO * below):
            within += 1
            continue
        who = f", {fastest_tool(figures)}" if ratio is FULL_TOOL else ""
        beyond.append(f"{value:.2f}  {row.name} ({figures[ratio.above]:,.1f} against {below:,.1f}{who})")
    figure = f"{len(found) - len(beyond)} of {len(found)} rows"
    if within:
        figure += f", {within} of them beyond it by less than {NOISE} ns or {NOISE_RATIO:.0%}"
    return Verdict(target, ratio, not beyond, figure, beyond)


def _mean(target: str, ratio: Ratio, measured: Measured, limit: float) -> Verdict | None:
    value = mean(ratio, measured)
    return None if math.isnan(value) else Verdict(target, ratio, value <= limit, f"{value:.2f}")
