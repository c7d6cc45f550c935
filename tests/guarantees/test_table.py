"""Every cell of the table of guarantees holds, and a cell that does not would be noticed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from tests.conftest import Binding
from tests.support.build import Bindings
from tests.support.guarantee_runs import run, table
from tests.support.guarantees import COUNT, KINDS, OUTWARD, Action, Cell, Direction, Fault, Kind, cells, impossible

FEATURES = ("guarantees",)

pytestmark = [
    pytest.mark.alone,
    pytest.mark.ordinary("C writes what it may only read, which is reported, or a page fault"),
    pytest.mark.rules("R3.21", "R3.43", "R3.45", "R3.46", "R3.47", "R3.48", "R3.49", "R5.3", "R5.5", "R5.14"),
    pytest.mark.rules("R3.28", "R4.12", "R4.13", "R5.9", "R5.10", "R8.7", "R8.8", "R8.11", "R8.12", "R8.13"),
]


@pytest.fixture(scope="module")
def t(binding: Binding, bindings: Bindings) -> ModuleType:
    # Memory that runs out would run out for builds in the background too.
    bindings.settle()
    return binding("guarantees")


@pytest.mark.parametrize("direction", OUTWARD, ids=lambda direction: direction.value)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_cell_holds(t: ModuleType, kind: Kind, direction: Direction) -> None:
    own = [cell for cell in cells((kind,)) if cell.direction is direction and impossible(cell) is None]
    assert [f"{cell}: {wrong}" for cell in own if (wrong := run(t, cell).wrong) is not None] == []


def test_every_cell_is_tried_or_has_a_reason(t: ModuleType, mode: str) -> None:
    made = table(t, mode)
    assert len(made.verdicts) + len(made.reasons) == len(KINDS) * len(OUTWARD) * len(Action) * 2 * len(Fault)
    assert made.calls > len(made.verdicts)
    for kind in KINDS:
        assert set(kind.shapes) | set(kind.elsewhere) == set(OUTWARD)


class Callee(SimpleNamespace):
    """Stands for a module, with a function that does something wrong."""

    def __init__(self, wrong: Callable[[Callee, Any], Any]) -> None:
        self.blocks, self.misused, self.wrong = 0, 0, wrong

    def __getattr__(self, name: str) -> Any:
        if name.startswith("array"):
            return lambda given, **_: self.wrong(self, given)
        raise AttributeError(name)

    live = allocated = lambda self: self.blocks
    faults = lambda self: self.misused  # noqa: E731
    fail_at = forget = lambda self, k=0: None


def leak(callee: Callee, given: Any) -> None:
    callee.blocks += 1


def free_twice(callee: Callee, given: Any) -> None:
    callee.misused += 1


KEPT: list[Any] = []


def raise_instead(callee: Callee, given: Any) -> None:
    raise ValueError("nothing was wrong")


@pytest.mark.parametrize(
    ("wrong", "noticed"),
    [
        (lambda callee, given: None, None),
        (leak, "blocks not freed: 1"),
        (free_twice, "blocks freed twice, overrun or written to after they were freed: 1"),
        (lambda callee, given: given.reverse(), "the caller's object"),
        (lambda callee, given: KEPT.append(given), "references"),
        (lambda callee, given: KEPT.append(given[-1]), "references"),
        (lambda callee, given: [0], "the result"),
        (raise_instead, "raised ValueError"),
    ],
)
def test_what_does_not_hold_is_noticed(wrong: Callable[[Callee, Any], Any], noticed: str | None) -> None:
    array = next(kind for kind in KINDS if kind.name == "array")
    cell = Cell(array, Direction.IN, Action.LEAVES, False, Fault.NONE)
    verdict = run(Callee(wrong), cell)
    assert verdict.calls == 1
    assert verdict.wrong is None if noticed is None else (verdict.wrong or "").startswith(noticed)
    KEPT.clear()
    failing = replace(cell, fault=Fault.IN_LAST)
    assert run(Callee(lambda callee, given: None), failing).wrong == "nothing was raised"
    assert COUNT >= 3
