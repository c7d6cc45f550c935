"""Make the calls out of the table of guarantees, and judge each."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from types import ModuleType
from typing import Any

import interop
from tests.support.guarantee_verdicts import Broken, Raised, Verdict, attempt, check, is_raised, verdict
from tests.support.guarantees import COUNT, WAY_IN, WAY_OUT, Action, Cell, Direction


def argument(module: ModuleType, cell: Cell) -> Any:
    """A fresh argument for a cell, with an item that cannot be converted where that is the fault."""
    item, bad = cell.kind.item, WAY_IN.get(cell.fault)
    if cell.kind.single:
        return item.before(module, 0) if bad is None else item.bad(module)
    return [item.before(module, i) if i != bad else item.bad(module) for i in range(COUNT)]


def _items(cell: Cell, make: Callable[[int], Any]) -> Any:
    return make(0) if cell.kind.single else [make(i) for i in range(COUNT)]


def left(module: ModuleType, cell: Cell) -> Any:
    """What the items are to Python after a call that succeeds."""
    item, shape = cell.kind.item, cell.shape
    match cell.action:
        case Action.CHANGES:
            return _items(cell, lambda i: item.changed(module, i))
        case Action.REPLACES:
            return _items(cell, lambda i: item.made(module, i))
        case Action.FREES | Action.NULLS:
            return None if shape.home else _items(cell, lambda i: item.emptied(module, i))
        case Action.LEAVES if cell.direction is Direction.OUT:
            return None if shape.home else _items(cell, lambda i: item.nothing(module))
        case _:
            return _items(cell, lambda i: item.before(module, i))


def prepared(module: ModuleType, cell: Cell, given: Any) -> Callable[[], Any]:
    """The call, ready to be made without allocating anything of its own first."""
    positional = () if cell.direction is Direction.OUT else (given,)
    named = {"n": COUNT} if cell.shape.capacity else {}
    named |= {"action": cell.action.value, "bad": WAY_OUT.get(cell.fault, -1), "status": int(cell.fails)}
    return partial(getattr(module, cell.function), *positional, **named)


def _plain(came: Any, cell: Cell) -> Any:
    return came if cell.kind.single or came is None or isinstance(came, Raised) else list(came)


def _breaks_its_declaration(module: ModuleType, cell: Cell) -> bool:
    """The callee does what a checked build reports: it writes what is only in, or does not write what is out."""
    if not module.__name__.startswith("bindings_checked."):
        return False
    return cell.action is not Action.LEAVES if cell.direction is Direction.IN else cell.action is Action.LEAVES


def judge(module: ModuleType, cell: Cell, starve: tuple[int, int] | None = None, fail_at: int = 0) -> Any:
    """One call: its outcome is the right one, memory is balanced, and the caller's objects are whole."""
    given = argument(module, cell)
    kept = argument(module, cell)
    elements = list(given) if isinstance(given, list) else [given]
    call = prepared(module, cell, given)
    live, faults = module.live(), module.faults()
    references = [sys.getrefcount(given), *map(sys.getrefcount, elements)]
    module.fail_at(fail_at)
    outcome = attempt(call, starve)
    if isinstance(given, list) and cell.shape.in_place:
        # The list may hold other objects now; the old ones are only held by us.
        references = references[:1]
    check("references", [sys.getrefcount(given), *map(sys.getrefcount, elements)][: len(references)], references)
    module.fail_at(0)
    module.forget()
    check("blocks not freed", module.live() - live, 0)
    check("blocks freed twice, overrun or written to after they were freed", module.faults() - faults, 0)
    came = _plain(outcome, cell)
    if isinstance(came, Raised):
        reported = is_raised(came, interop.ContractViolation) and _breaks_its_declaration(module, cell)
        if reported or ((starve or fail_at) and is_raised(came, MemoryError, interop.InteropError)):
            pass
        elif cell.fault in WAY_IN:
            check("the error", is_raised(came, TypeError, ValueError), True)
        elif cell.fails:
            check("the error", came.error, interop.CallError)
        elif cell.fault in WAY_OUT:
            check("the error", is_raised(came, ValueError), True)
        else:
            raise Broken(f"raised {came.error.__name__}")
        # What C writes into the caller's own memory stays there, unless it was given a copy.
        stays = cell.shape.pinned and not module.__name__.startswith("bindings_copy.")
        if given != kept and not (stays and given == left(module, cell)):
            raise Broken(f"the caller's object after a call that raised: {given!r} instead of {kept!r}")
        return came
    if cell.fault in WAY_IN or cell.fault in WAY_OUT or cell.fails:
        raise Broken("nothing was raised")
    want = left(module, cell)
    if cell.direction is Direction.IN or cell.shape.in_place:
        check("the result", came, None)
    else:
        check("the result", came, want)
    check("the caller's object", given, want if cell.shape.in_place else kept)
    return came


def run(module: ModuleType, cell: Cell) -> Verdict:
    """Try one cell."""
    before = 0

    def judged(**faults: Any) -> Any:
        nonlocal before
        before = module.allocated()
        return judge(module, cell, **faults)

    return verdict(cell.fault, judged, lambda: module.allocated() - before)
