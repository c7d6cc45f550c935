"""Let C make the calls in of the table of guarantees, and judge each."""

from __future__ import annotations

import sys
import traceback
from dataclasses import dataclass, field
from functools import partial
from types import ModuleType
from typing import Any

import interop
from tests.support.guarantee_verdicts import (
    Broken,
    Raised,
    Verdict,
    attempt,
    check,
    feed_python,
    is_raised,
    starve_python,
    verdict,
)
from tests.support.guarantees import COUNT, MADE, ROOM, WAY_IN, WAY_OUT, Direction, Fault
from tests.support.guarantees_in import ANSWERED, CellIn, Deed, left

_CHANGING = (Deed.CHANGES, Deed.CHANGES_AND_RAISES)


class Failure(Exception):
    """What callables of the table raise."""


@dataclass(slots=True)
class Callable_:
    """A callable of the table. Python's allocations do not fail while it runs, but before, or (``starve``) after."""

    cell: CellIn
    answers: list[Any]
    """What takes the place of what it was given, or is returned."""
    returned: Any
    error: Failure = field(default_factory=Failure)
    got: list[Any] = field(default_factory=lambda: [None])
    runs: int = 0
    seen: int = 0
    """What stood behind the handle that it was given."""
    starve: tuple[int, int] | None = None

    def __call__(self, *given: Any) -> Any:
        feed_python()
        self.runs += 1
        answer = self._answer(*given)
        if self.starve is not None:
            starve_python(self.starve)
        return answer

    def _answer(self, *given: Any) -> Any:
        if given:
            self.got[0] = given[0]
            if self.cell.kind.item.is_handle:
                self.seen = given[0].id
        if self.cell.deed in _CHANGING or (self.cell.deed is Deed.REPLACES and self.cell.shape.in_place):
            self._change(given[0])
        elif self.cell.deed is Deed.TOO_MUCH and self.cell.shape.in_place:
            given[0].append(self.answers[0])
        if self.cell.deed in (Deed.RAISES, Deed.CHANGES_AND_RAISES):
            raise self.error
        if self.cell.deed is Deed.LEAVES and self.cell.returns:
            return self.returned[0], given[0]
        return self.returned

    def _change(self, given: Any) -> None:
        kind = self.cell.kind
        if kind.single:
            _assign(given, self.answers[0])
        else:
            for i in range(COUNT):
                is_other = self.cell.deed is Deed.REPLACES or not hasattr(self.answers[i], "__match_args__")
                if kind.item.is_record and not is_other:
                    _assign(given[i], self.answers[i])
                else:
                    given[i] = self.answers[i]


def _assign(record: Any, other: Any) -> None:
    """Make a record equal to another."""
    for name in record.__match_args__:
        setattr(record, name, getattr(other, name))


def _made(module: ModuleType, cell: CellIn) -> list[Any]:
    """What the callable makes of each item, with one that cannot be converted where that is the fault."""
    item, bad, count = cell.kind.item, WAY_IN.get(cell.fault), 1 if cell.kind.single else COUNT
    return [item.made(module, i + ANSWERED) if i != bad else item.bad(module) for i in range(count)]


def _returned(cell: CellIn, made: list[Any]) -> Any:
    """What the callable returns."""
    match cell.deed:
        case Deed.NOTHING:
            return None
        case Deed.WRONG:
            return object()
        case Deed.TOO_MUCH if cell.kind.item is ROOM:
            value: Any = "x" * 32
        case Deed.TOO_MUCH:
            value = [*made, made[0]]
        case _:
            value = made[0] if cell.kind.single else made
    if cell.direction is Direction.RESULT:
        return value
    return (0, value) if cell.returns else None


def _wanted(cell: CellIn) -> tuple[type[BaseException], ...]:
    """The errors that the call may raise; none, if it succeeds."""
    if cell.fault in WAY_OUT:
        return (ValueError,)
    if cell.deed in (Deed.RAISES, Deed.CHANGES_AND_RAISES):
        return (Failure,)
    if cell.fault in WAY_IN:
        return (TypeError, ValueError)
    if cell.deed is Deed.NOTHING:
        is_null = cell.direction is Direction.RESULT and "unique" in (cell.kind.result or _NONE).attributes
        return () if is_null or not cell.returns else (TypeError,)
    if cell.deed is Deed.WRONG:
        return (TypeError,)
    if cell.deed is Deed.TOO_MUCH:
        return (ValueError,)
    return ()


def _given(module: ModuleType, cell: CellIn, received: Any, succeeded: bool) -> None:
    """What the callable was given is what C had, or what the callable has made of that."""
    item, count = cell.kind.item, 1 if cell.kind.single else COUNT
    changes = cell.deed in _CHANGING or (cell.deed is Deed.REPLACES and cell.shape.in_place)
    shift = ANSWERED if changes else 0
    if cell.fault in WAY_IN or cell.deed is Deed.TOO_MUCH:
        return
    want = [item.made(module, i + shift) for i in range(count)]
    check("what the callable was given", [received] if cell.kind.single else list(received), want)


def _close(made: list[Any]) -> None:
    for each in made:
        if not isinstance(each, str):
            each.close()


def judge(
    module: ModuleType,
    cell: CellIn,
    protect: bool = False,
    late: bool = False,
    starve: tuple[int, int] | None = None,
    fail_at: int = 0,
) -> Any:
    """One call: C finds what it must, memory is balanced, the right exception came out, and no reference is lost.
    ``late``: Python's memory runs out when the callable has returned."""
    live, faults = module.live(), module.faults()
    made = _made(module, cell)
    callable_ = Callable_(cell, made, _returned(cell, made), starve=starve if late else None)
    bad = WAY_OUT.get(cell.fault, -1)
    ask, lost = getattr(module, cell.function), list[Any]()
    objects = [each for each in (callable_, callable_.error, callable_.returned, *made) if each is not None]
    references = [*map(sys.getrefcount, objects)]
    module.forget()
    hook, sys.unraisablehook = sys.unraisablehook, lost.append
    try:
        outcome = attempt(
            partial(ask, callable_, bad=bad, protect=protect, fail_at=fail_at), starve, not late, starve is None
        )
    finally:
        sys.unraisablehook = hook
    found = module.reported()
    runs, received = callable_.runs, callable_.got[0]
    raised = outcome.exception if isinstance(outcome, Raised) else None
    check("unraisable exceptions", [type(each.exc_value) for each in lost], [])
    is_handle = cell.kind.item.is_handle
    was_closed = is_handle and received is not None and received.closed
    if is_handle:
        _close([*made, *([] if received is None else [received])])
    check("blocks not freed", module.live() - live, 0)
    check("blocks freed twice, overrun or written to after they were freed", module.faults() - faults, 0)
    wanted = _wanted(cell)
    if starve is not None or fail_at:
        if not isinstance(outcome, Raised):
            check("what C found", found, left(cell, not wanted))
            check("an error", bool(wanted), False)
        elif is_raised(outcome, MemoryError, interop.InteropError):
            # C was not called; or the callback failed, or what followed it.
            if found not in ("", left(cell, False), left(cell, not wanted)):
                raise Broken(f"C found {found!r}")
        else:
            check(f"the error {outcome!r}", is_raised(outcome, *wanted), True)
            check("what C found", found, left(cell, False))
    else:
        check("what C found", found, left(cell, not wanted))
        check("how often the callable ran", runs, int(cell.fault not in WAY_OUT))
        if runs and is_handle and received is not None:
            # What C has another one for is Python's to close, and all else is C's.
            is_python_s = cell.deed is Deed.REPLACES and not wanted
            check("the handle that was given", (callable_.seen, was_closed), (MADE, not is_python_s))
        elif runs and cell.direction in (Direction.IN, Direction.INOUT):
            _given(module, cell, received, not wanted)
        if not wanted:
            check("the outcome", outcome, None)
        elif raised is None:
            raise Broken("nothing was raised")
        elif wanted == (Failure,):
            check("the exception", raised is callable_.error, True)
            frames = [frame.name for frame in traceback.extract_tb(raised.__traceback__)]
            check("where it was raised", frames[-2:], ["__call__", "_answer"])
        else:
            check(f"the error {raised!r}", isinstance(raised, wanted), True)
    if isinstance(outcome, Raised):
        outcome = Raised(outcome.error)
    raised = callable_.error.__traceback__ = None
    if runs and (cell.is_mutable or is_handle) and cell.direction in (Direction.IN, Direction.INOUT):
        # It is ours alone now: a variable's, the callable's, and that of the call that counts.
        check("references to what was given", sys.getrefcount(received), 3)
    received = callable_.got[0] = None
    check("references", [*map(sys.getrefcount, objects)], references)
    return outcome


def run_in(module: ModuleType, cell: CellIn) -> Verdict:
    """Try one cell; where C only lends, memory is looked at afterwards, and then really cannot be written."""

    def judged(**faults: Any) -> Any:
        outcome = judge(module, cell, **faults)
        return judge(module, cell, protect=True, **faults) if cell.direction is Direction.IN else outcome

    first = verdict(cell.fault, judged, module.allocations)
    # What Python itself does where it has no memory for a traceback is not looked at.
    raises = cell.deed in (Deed.RAISES, Deed.CHANGES_AND_RAISES) or cell.fault in WAY_OUT
    if cell.fault is not Fault.PYTHON_MEMORY or raises or first.wrong is not None:
        return first
    then = verdict(cell.fault, partial(judged, late=True), module.allocations)
    return Verdict(first.calls + then.calls, then.wrong)


_NONE: Any = None
