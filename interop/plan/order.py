"""The steps of the way in, in dependency order: a count stands before every room it measures."""

from __future__ import annotations

from interop.diag.report import Report
from interop.model.contract import Direction
from interop.model.expr import Expr, names
from interop.model.library import Function
from interop.plan import faults
from interop.plan.calls import Action, Again, ArgPlan, Source, Step
from interop.plan.items import Count
from interop.plan.strategies import (
    ArrayIn,
    ArrayInOut,
    ArrayOut,
    HandleInOut,
    HandleOut,
    PointerSlot,
    RecordSlot,
    Strategy,
    TextIn,
    TextRoom,
    TextsIn,
    TextsRoom,
)


def _size_of(strategy: Strategy) -> Count | None:
    match strategy:
        case ArrayIn(minimum=count) | ArrayInOut(minimum=count) | TextsIn(minimum=count) | TextsRoom(size=count):
            return count
        case TextIn(minimum=count) | PointerSlot(minimum=count):
            return count
        case ArrayOut(size=count) | TextRoom(size=count):
            return count
        case _:
            return None


def _has_room(arg: ArgPlan) -> bool:
    """Whether the stub makes what C fills. The caller's own list gives the number of texts that go in."""
    match arg.strategy:
        case ArrayOut() | TextRoom() | RecordSlot(direction=Direction.OUT):
            return True
        case HandleOut() | HandleInOut():
            return True
        case TextsRoom(direction=direction):
            return direction is Direction.OUT
        case _:
            return False


def _is_counted(args: tuple[ArgPlan, ...], index: int) -> bool:
    """Whether an array's size is filled from the array, and so cannot disagree with it."""
    return any(arg.source is Source.COUNT and index in arg.measures for arg in args)


def order_steps(function: Function, args: tuple[ArgPlan, ...], again: Again | None, report: Report) -> tuple[Step, ...]:
    """A topological order of the steps, as near to C order as dependencies allow."""
    index_of = {parameter.name: index for index, parameter in enumerate(function.parameters)}
    steps: list[Step] = []
    waits: dict[Step, set[Step]] = {}
    ready: dict[int, Step] = {}

    def add(action: Action, index: int) -> Step:
        step = Step(action, index)
        steps.append(step)
        waits[step] = set()
        return step

    requires = function.policy.requires
    require = add(Action.REQUIRE, -1) if requires is not None else None
    for index, arg in enumerate(args):
        if isinstance(arg.strategy, ArrayOut):
            if arg.marshaller is None:
                add(Action.TAKE, index)
        elif arg.source is Source.COUNT:
            ready[index] = add(Action.COUNT, index)
        elif arg.source is Source.FIXED:
            ready[index] = add(Action.FIX, index)
        elif arg.source is not Source.NOTHING:
            ready[index] = add(Action.CONVERT, index)
        if _has_room(arg):
            ready[index] = add(Action.ROOM, index)
        elif _size_of(arg.strategy) is not None and not _is_counted(args, index):
            add(Action.CHECK, index)

    def wait_for(step: Step, expr: Expr | None) -> None:
        for name in names(expr) if expr is not None else ():
            other = index_of.get(name.name)
            if other is not None and other in ready and ready[other] is not step:
                waits[step].add(ready[other])

    for step in steps:
        if step is require:
            wait_for(step, requires)
            continue
        arg = args[step.index]
        size = _size_of(arg.strategy)
        match step.action:
            case Action.CONVERT:
                wait_for(step, arg.default)
                if arg.source is Source.CAPACITY:
                    waits[step].update(s for s in steps if s.action is Action.TAKE and s.index in arg.measures)
            case Action.COUNT:
                for other in arg.measures:
                    waits[step].update(
                        s for s in steps if s.action in (Action.CONVERT, Action.TAKE) and s.index == other
                    )
            case Action.FIX:
                wait_for(step, arg.parameter.contract.fixed)
            case Action.ROOM | Action.CHECK:
                wait_for(step, size.expr if size else None)
                if require is not None and step not in waits[require]:
                    waits[step].add(require)
                waits[step].update(
                    s
                    for s in steps
                    if s.index == step.index and s.action in (Action.CONVERT, Action.TAKE) and s is not step
                )
            case Action.TAKE:
                pass
    if again is not None:
        # Room that may be made more than once is made in the loop, after all other steps.
        room = Step(Action.ROOM, again.room)
        steps.remove(room)
        for waiting in waits.values():
            waiting.discard(room)

    ordered: list[Step] = []
    done: set[Step] = set()
    while len(ordered) < len(steps):
        step_or_none = next((s for s in steps if s not in done and waits[s] <= done), None)
        if step_or_none is None:
            stuck = dict.fromkeys(function.parameters[s.index].name for s in steps if s not in done and s.index >= 0)
            report.add(faults.cycle(function, tuple(stuck)))
            return ()
        done.add(step_or_none)
        ordered.append(step_or_none)
    return tuple(ordered)
