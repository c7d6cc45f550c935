"""Docstrings and signatures for people. ``inspect.signature`` reads the first line, so it must parse as Python."""

from __future__ import annotations

from interop.emit.writer import flat
from interop.model.library import Role
from interop.plan.calls import Argument, CallPlan, Raise, Returned
from interop.plan.fields import Bits, FieldPlan, FixedText, Functions, Inline, Pointed, RecordPlan
from interop.plan.items import ItemClass
from interop.plan.library import HandlePlan, LibraryPlan
from interop.plan.strategies import ArrayInOut, ArrayOut


def _parameters(call: CallPlan, typed: bool, is_method: bool = False) -> str:
    shown = [_parameter(argument, typed) for argument in call.arguments]
    if call.rest is not None:
        shown.insert(call.positional, f"*{call.rest.name}: {call.rest.annotation}" if typed else f"*{call.rest.name}")
    elif call.positional < len(shown):
        shown.insert(call.positional, "*")
    return ", ".join(shown[1:] if is_method else shown)


def _parameter(argument: Argument, typed: bool) -> str:
    text = f"{argument.name}: {argument.annotation}" if typed else argument.name
    if argument.default is not None:
        text += f" = {argument.default}" if typed else f"={argument.default}"
    return text


def return_annotation(returned: tuple[Returned, ...]) -> str:
    match returned:
        case ():
            return "None"
        case (only,):
            return only.annotation
        case _:
            return "(" + ", ".join(f"{r.name}: {r.annotation}" for r in returned) + ")"


def awaited_annotation(call: CallPlan) -> str:
    """What comes back, or what is awaited in its place."""
    returned = return_annotation(call.returned)
    return returned if call.awaited is None else f"{returned} | Future[{call.awaited.annotation}]"


def signature_line(call: CallPlan) -> str:
    """``compress2(source, level=-1, *, destLen=None, dest=None)``."""
    return f"{call.function.py_name}({_parameters(call, typed=False)})"


def typed_signature(call: CallPlan) -> str:
    """The same with types and the result, for reading."""
    return f"{call.function.py_name}({_parameters(call, typed=True)}) -> {awaited_annotation(call)}"


def member_line(call: CallPlan, role: Role) -> str:
    """A method or static method with its types: ``step(pages: int = -1) -> int``."""
    member = call.function.member
    assert member is not None
    return f"{member.name}({_parameters(call, True, role is Role.METHOD)}) -> {awaited_annotation(call)}"


def property_line(call: CallPlan) -> str:
    """What a property gives or takes, or an iterator gives: ``changes: int``."""
    member = call.function.member
    assert member is not None
    what = call.arguments[1].annotation if member.role is Role.SETTER else return_annotation(call.returned)
    return f"{member.name}: {what}"


def constructor_line(call: CallPlan, name: str, typed: bool) -> str:
    """How an object of a handle's class is made: ``Database(filename, flags=6, vfs=None)``."""
    return f"{name}({_parameters(call, typed)})"


def handle_doc(handle: HandlePlan) -> str:
    """What ``help()`` shows of a handle's class; the first line is its signature, where it can be called."""
    doc = handle.handle.helpstring or f"C: {handle.handle.type.spell()}."
    for call in handle.members:
        if call.function.member is not None and call.function.member.role is Role.CONSTRUCTOR:
            name = handle.handle.py_name
            lines = [constructor_line(call, name, typed=False), "--", "", doc]
            lines += ["", constructor_line(call, name, typed=True)]
            if call.function.helpstring:
                lines.append(call.function.helpstring.strip())
            return "\n".join([*lines, "", f"C: {flat(_declared(call))}"])
    return doc


def property_doc(call: CallPlan) -> str:
    """What ``help()`` shows of a property."""
    said = call.function.helpstring or f"C: {call.function.symbol}()."
    return f"{property_line(call)}\n\n{said}"


def member_docstring(call: CallPlan, role: Role) -> str:
    """What ``help()`` shows of a function as a member of its handle's class."""
    function, member = call.function, call.function.member
    assert member is not None
    is_method = role is Role.METHOD
    mine = ", ".join(part for part in ("$self" if is_method else "", _parameters(call, False, is_method)) if part)
    lines = [f"{member.name}({mine})", "--", "", member_line(call, role)]
    if function.helpstring:
        lines += ["", function.helpstring.strip()]
    lines += ["", f"C: {flat(_declared(call))}"]
    return "\n".join(lines)


def _notes(call: CallPlan) -> list[str]:
    notes: list[str] = []
    if call.rest is not None and call.rest.format is not None:
        format = call.function.parameters[call.rest.format].py_name
        notes.append(f"{call.rest.name} are checked against {format}, which is one of printf's.")
    if call.shape_format is not None:
        format = call.function.parameters[call.shape_format.format].py_name
        notes.append(f"{format} is one of printf's, and must speak of just these arguments.")
    for argument in call.arguments:
        arg = call.args[argument.index]
        match arg.strategy:
            case ArrayInOut() if arg.marshaller is None or arg.marshaller.in_place:
                notes.append(f"{argument.name} is updated in place.")
            case ArrayOut():
                room = "." if argument.default is None else "; left out, a new object is made and returned."
                notes.append(f"{argument.name} is filled when given, and the number of valid elements returned{room}")
            case _:
                pass
    if call.awaited is not None:
        name = call.function.parameters[call.awaited.index].py_name
        notes.append(f"Awaitable when {name} is left out: C tells that it is done by calling back.")
    return notes


def error_of(raises: Raise) -> str:
    """The class of what a failed call raises."""
    if raises.is_hresult:
        return "interop.HResultError"
    return raises.class_name or ("OSError" if raises.with_errno else "interop.CallError")


def docstring(call: CallPlan, plan: LibraryPlan) -> str:
    """What ``help()`` shows: the signature, what it is for, the C declaration, what is updated, what is raised."""
    function = call.function
    lines = [signature_line(call), "--", "", typed_signature(call), ""]
    if function.helpstring:
        lines += [function.helpstring.strip(), ""]
    if function.deprecated is not None:
        lines += [f"Deprecated: {function.deprecated}" if function.deprecated else "Deprecated.", ""]
    notes = _notes(call)
    if notes:
        lines += [*notes, ""]
    if call.raises is not None:
        error = error_of(call.raises)
        assert function.policy.success is not None
        error += ", or its subclass for the status," if call.raises.has_statuses else ""
        lines += [f"Raises {error} unless {flat(function.policy.success.span.text)}.", ""]
    lines.append(f"C: {flat(_declared(call))}")
    return "\n".join(lines)


def _declared(call: CallPlan) -> str:
    function = call.function
    inside = ", ".join(p.type.spell(p.name) for p in function.prototype) or "void"
    inside += ", ..." if function.variadic else ""
    return function.result.spell(f"{function.name}({inside})") + ";"


_ZEROES = {
    ItemClass.SIGNED: "0",
    ItemClass.UNSIGNED: "0",
    ItemClass.BOOLEAN: "False",
    ItemClass.FLOAT: "0.0",
    ItemClass.LONG_DOUBLE: "0.0",
}


def _zero(field: FieldPlan) -> str:
    """What a field is when it is left out, where that can be said."""
    match field.shape:
        case _ if field.live is not None or field.overlays:
            return "..."
        case Inline(item=item) | Bits(item=item):
            return _ZEROES.get(item.klass, "...")
        case FixedText():
            return "''"
        case Pointed() | Functions(counts=()):
            return "None"
        case _:
            return "..."


def record_doc(record: RecordPlan) -> str:
    """What ``help()`` shows of a record: how it is made, what it is for, its fields, why it is copied."""
    public = [field for field in record.fields if not field.is_hidden]
    made = ", ".join(f"{field.field.py_name}={_zero(field)}" for field in public)
    lines = [f"{record.record.py_name}({made})", "--", ""]
    if record.record.helpstring:
        lines += [record.record.helpstring.strip(), ""]
    lines.append(f"C: {record.item.spelling}. " + _sharing(record))
    lines += ["", *(f"{field.field.py_name}: {field.annotation}" for field in public)]
    return "\n".join(lines)


def _sharing(record: RecordPlan) -> str:
    for field in record.fields:
        if field.reason:
            return f"It is copied when it crosses, because of '{field.field.py_name}': {field.reason}."
    return "It holds the native value, and C gets its address."
