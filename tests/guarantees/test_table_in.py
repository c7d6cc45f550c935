"""Every cell of the table of guarantees for calls in holds, and one that does not would be noticed."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from tests.conftest import Binding
from tests.support.build import Bindings
from tests.support.guarantee_runs import run_in, table_in
from tests.support.guarantees import KINDS, Direction, Fault, Kind
from tests.support.guarantees_in import CellIn, Deed, cells_in, impossible_in, left

FEATURES = ("guarantees",)

pytestmark = [
    pytest.mark.alone,
    pytest.mark.rules("R3.31", "R3.32", "R3.33", "R3.34", "R3.35", "R3.36", "R3.37", "R3.38", "R3.40"),
    pytest.mark.rules("R9.8", "R9.12", "R9.15", "R9.18"),
]


@pytest.fixture(scope="module")
def t(binding: Binding, bindings: Bindings) -> ModuleType:
    # Memory that runs out would run out for builds in the background too.
    bindings.settle()
    return binding("guarantees")


@pytest.mark.parametrize("direction", Direction, ids=lambda direction: direction.value)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_cell_holds(t: ModuleType, kind: Kind, direction: Direction) -> None:
    own = [cell for cell in cells_in((kind,)) if cell.direction is direction and impossible_in(cell) is None]
    assert [f"{cell}: {wrong}" for cell in own if (wrong := run_in(t, cell).wrong) is not None] == []


def test_every_cell_is_tried_or_has_a_reason(t: ModuleType, mode: str) -> None:
    made = table_in(t, mode)
    assert len(made.verdicts) + len(made.reasons) == len(KINDS) * len(Direction) * len(Deed) * len(Fault)
    assert made.calls > len(made.verdicts)


class Caller(SimpleNamespace):
    """Stands for a module whose stub does something wrong."""

    def __init__(self, wrong: Callable[[Caller, Any], Any], found: str) -> None:
        self.blocks, self.misused, self.wrong, self.found = 0, 0, wrong, found

    def __getattr__(self, name: str) -> Any:
        if name.startswith("ask_"):
            return lambda callable_, **_: self.wrong(self, callable_)
        raise AttributeError(name)

    live = allocations = lambda self: self.blocks
    faults = lambda self: self.misused  # noqa: E731
    forget = lambda self: None  # noqa: E731
    reported = lambda self: self.found  # noqa: E731


KEPT: list[Any] = []


def call(caller: Caller, callable_: Any) -> None:
    callable_(0x7000000000)


def leak(caller: Caller, callable_: Any) -> None:
    call(caller, callable_)
    caller.blocks += 1


def free_twice(caller: Caller, callable_: Any) -> None:
    call(caller, callable_)
    caller.misused += 1


def keep(caller: Caller, callable_: Any) -> None:
    call(caller, callable_)
    KEPT.append(callable_)


def call_twice(caller: Caller, callable_: Any) -> None:
    call(caller, callable_)
    call(caller, callable_)


def raise_instead(caller: Caller, callable_: Any) -> None:
    call(caller, callable_)
    raise ValueError("nothing was wrong")


@pytest.mark.parametrize(
    ("wrong", "found", "noticed"),
    [
        (call, "0 given", None),
        (call, "WRITTEN 0 given", "what C found"),
        (call, "0 answered", "what C found"),
        (call, "-1 given", "what C found"),
        (leak, "0 given", "blocks not freed: 1"),
        (free_twice, "0 given", "blocks freed twice"),
        (keep, "0 given", "references"),
        (call_twice, "0 given", "how often the callable ran"),
        (lambda caller, callable_: None, "0 given", "how often the callable ran"),
        (lambda caller, callable_: callable_(5), "0 given", "what the callable was given"),
        (raise_instead, "0 given", "the outcome"),
    ],
)
def test_what_does_not_hold_is_noticed(wrong: Callable[[Caller, Any], Any], found: str, noticed: str | None) -> None:
    scalar = next(kind for kind in KINDS if kind.name == "scalar")
    cell = CellIn(scalar, Direction.IN, Deed.LEAVES, Fault.NONE)
    assert left(cell, True) == "0 given"
    verdict = run_in(Caller(wrong, found), cell)  # type: ignore[arg-type]
    assert verdict.wrong is None if noticed is None else (verdict.wrong or "").startswith(noticed)
    KEPT.clear()
    raising = CellIn(scalar, Direction.IN, Deed.RAISES, Fault.NONE)
    quiet = run_in(Caller(lambda caller, callable_: None, "-1 given"), raising)  # type: ignore[arg-type]
    assert quiet.wrong == "how often the callable ran: 0 instead of 1"
