"""What the class of a handle is, and which functions its members are: part of ``interop explain``."""

from __future__ import annotations

from interop.emit.docs import constructor_line, member_line, property_line
from interop.emit.writer import Writer
from interop.model.expr import to_c
from interop.model.library import Role
from interop.plan.calls import CallPlan
from interop.plan.library import HandlePlan


def explain_handle(plan: HandlePlan) -> str:
    """One class, its members in the order of their names."""
    w = Writer("  ")
    handle = plan.handle
    w.line(f"class {handle.py_name}")
    with w.indented():
        w.line(f"C: {handle.name} at {handle.origin}")
        if handle.close is not None:
            w.line(
                f"closed by: {handle.close}(), once: by close(), at the end of a with block, or when the object goes"
            )
        else:
            w.line("closed by: nothing; close() ends the object alone")
        w.line("one call at a time" if handle.exclusive else "any number of calls at a time")
        for call in plan.members:
            w.line(f"{_member(plan, call)}; C: {call.function.symbol}()")
    return w.text()


def _member(plan: HandlePlan, call: CallPlan) -> str:
    member = call.function.member
    assert member is not None
    match member.role:
        case Role.CONSTRUCTOR:
            return f"constructor: {constructor_line(call, plan.handle.py_name, typed=True)}"
        case Role.ITERATOR:
            done = f" until {to_c(member.done)}" if member.done is not None else ""
            return f"iterator: {property_line(call)}{done}"
        case Role.GETTER | Role.SETTER:
            return f"{member.role.value}: {property_line(call)}"
        case Role.METHOD | Role.STATIC:
            return f"{member.role.value}: {member_line(call, member.role)}"
