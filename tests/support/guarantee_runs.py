"""Make the calls of the table of guarantees, judge each, and print the table; ``make guarantees``."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from types import ModuleType
from typing import Any

import interop
from tests.support.build import MODES, ROOT, Bindings
from tests.support.guarantees import COUNT, KINDS, WAY_IN, WAY_OUT, Action, Cell, Direction, Fault, cells, impossible

try:
    import _testcapi
except ImportError:
    _testcapi = None

MOST = 400
"""No call of the table allocates more often than this."""

PATIENCE = 3
"""After as many rounds in which every later allocation could fail unnoticed, there are none."""


@dataclass(frozen=True, slots=True)
class Raised:
    """The outcome of a call that raised."""

    error: type[BaseException]


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a cell came out: how many calls were made, and what did not hold in the first that was wrong."""

    calls: int
    wrong: str | None = None


class Broken(Exception):
    """A guarantee does not hold; the text says which."""


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


def attempt(call: Callable[[], Any], starve: tuple[int, int] | None = None) -> Any:
    """What a call returns, or Raised; ``starve`` says which of Python's allocations fail, (3, 0) all from the third."""
    outcome: Any = None
    error: type[BaseException] | None = None
    if starve is not None:
        _testcapi.set_nomemory(*starve)
    try:
        outcome = call()
    except BaseException as failure:
        error = type(failure)
    finally:
        if starve is not None:
            _testcapi.remove_mem_hooks()
    return outcome if error is None else Raised(error)


def _check(what: str, got: object, want: object) -> None:
    if got != want:
        raise Broken(f"{what}: {got!r} instead of {want!r}")


def _is(outcome: Any, *errors: type[BaseException]) -> bool:
    return isinstance(outcome, Raised) and issubclass(outcome.error, errors)


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
    _check("references", [sys.getrefcount(given), *map(sys.getrefcount, elements)][: len(references)], references)
    module.fail_at(0)
    module.forget()
    _check("blocks not freed", module.live() - live, 0)
    _check("blocks freed twice, overrun or written to after they were freed", module.faults() - faults, 0)
    came = _plain(outcome, cell)
    if isinstance(came, Raised):
        reported = _is(came, interop.ContractViolation) and _breaks_its_declaration(module, cell)
        if reported or ((starve or fail_at) and _is(came, MemoryError, interop.InteropError)):
            pass
        elif cell.fault in WAY_IN:
            _check("the error", _is(came, TypeError, ValueError), True)
        elif cell.fails:
            _check("the error", came.error, interop.CallError)
        elif cell.fault in WAY_OUT:
            _check("the error", _is(came, ValueError), True)
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
        _check("the result", came, None)
    else:
        _check("the result", came, want)
    _check("the caller's object", given, want if cell.shape.in_place else kept)
    return came


def _with_c_memory(module: ModuleType, cell: Cell) -> Iterator[None]:
    """Let every allocation of C fail once."""
    before = module.allocated()
    judge(module, cell)
    yield
    for k in range(1, module.allocated() - before + 1):
        if not _is(judge(module, cell, fail_at=k), Exception):
            raise Broken(f"allocation {k} of C failed unnoticed")
        yield


def _with_python_memory(module: ModuleType, cell: Cell) -> Iterator[None]:
    """Let every allocation of Python fail once; the last round shows that there are no further ones."""
    calm = 0
    for k in range(MOST):
        judge(module, cell, starve=(k, k + 1))
        yield
        # A failed allocation may be survived; that none comes any more shows when all later ones may fail.
        calm = 0 if _is(judge(module, cell, starve=(k, 0)), MemoryError) else calm + 1
        yield
        if calm == PATIENCE:
            return
    raise Broken(f"more than {MOST} allocations")


def run(module: ModuleType, cell: Cell) -> Verdict:
    """Try one cell."""
    calls = 0
    try:
        match cell.fault:
            case Fault.C_MEMORY:
                for _ in _with_c_memory(module, cell):
                    calls += 1
            case Fault.PYTHON_MEMORY if _testcapi is not None:
                for _ in _with_python_memory(module, cell):
                    calls += 1
            case _:
                calls = 1
                judge(module, cell)
    except Broken as broken:
        return Verdict(calls, str(broken))
    return Verdict(calls)


@dataclass(frozen=True, slots=True)
class Table:
    """What came of all cells of one mode."""

    mode: str
    verdicts: dict[Cell, Verdict]
    reasons: dict[Cell, str]
    """Why the others cannot exist."""

    @property
    def broken(self) -> list[str]:
        return [f"{cell} ({self.mode}): {verdict.wrong}" for cell, verdict in self.verdicts.items() if verdict.wrong]

    @property
    def calls(self) -> int:
        return sum(verdict.calls for verdict in self.verdicts.values())

    def lines(self) -> Iterator[str]:
        """One line for each kind: for each direction how many cells held of those tried, and how many cannot exist."""
        yield f"{self.mode + ':':<28}" + "".join(f"{direction.value:<22}" for direction in Direction)
        for kind in KINDS:
            parts = []
            for direction in Direction:
                tried = [v for c, v in self.verdicts.items() if (c.kind, c.direction) == (kind, direction)]
                absent = [c for c in self.reasons if (c.kind, c.direction) == (kind, direction)]
                held = sum(verdict.wrong is None for verdict in tried)
                parts.append(f"{f'{held}/{len(tried)}, {len(absent)} not':<22}" if tried else f"{'none':<22}")
            yield f"{kind.name:<28}" + "".join(parts)


def table(module: ModuleType, mode: str) -> Table:
    """Try every cell that can exist."""
    verdicts, reasons = dict[Cell, Verdict](), dict[Cell, str]()
    for cell in cells():
        reason = impossible(cell)
        if reason is None:
            verdicts[cell] = run(module, cell)
        else:
            reasons[cell] = reason
    return Table(mode, verdicts, reasons)


def main() -> int:
    """Build the functions of the table, try every cell in every mode, and print what held."""
    folder = ROOT / ".pytest_cache" / "guarantees"
    folder.mkdir(parents=True, exist_ok=True)
    # Guard pages end the process where C writes what it may only read, which many cells do; canaries report it.
    os.environ["INTEROP_GUARD_PAGES"] = "0"
    bindings = Bindings(folder)
    bindings.start(("guarantees", mode) for mode in MODES)
    # Memory that runs out would run out for builds in the background too.
    bindings.settle()
    print("guarantees: cells held/tried, and how many cannot exist")
    tables = [table(bindings.get("guarantees", mode), mode) for mode in MODES]
    for each in tables:
        print()
        for line in each.lines():
            print(line.rstrip())
    print("\nwhy cells cannot exist:")
    for reason, number in Counter(tables[0].reasons.values()).most_common():
        print(f"{number:6}  {reason}")
    broken = [line for each in tables for line in each.broken]
    for line in broken:
        print(f"broken: {line}")
    tried, calls = sum(len(each.verdicts) for each in tables), sum(each.calls for each in tables)
    absent = sum(len(each.reasons) for each in tables)
    without = "" if _testcapi else "; this Python has no _testcapi, so none of its own allocations failed"
    print(
        f"\nguarantees: {tried + absent} cells in {len(tables)} modes ({', '.join(MODES)}): "
        f"{tried - len(broken)} of {tried} tried held, "
        f"{len(broken)} broken, {absent} cannot exist; {calls} calls{without}"
    )
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
