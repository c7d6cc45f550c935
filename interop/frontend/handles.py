"""Handles, and the functions that are members of their classes: from attributes to the model."""

from __future__ import annotations

from interop.diag.span import Span
from interop.frontend.contracts import Items
from interop.frontend.declarations import Declarations
from interop.frontend.naming import python_name
from interop.model.contract import Direction
from interop.model.ctype import CType, EnumRef, Pointer, Primitive, RecordRef, Void, strip
from interop.model.library import Function, Handle, Member, Parameter, Role, handle_of

_ROLES = ("method", "property", "iterator", "static_method", "constructor")


def declare_handle(declarations: Declarations, items: Items, name: str, target: CType, origin: Span) -> None:
    """What ``[handle, close(f)] typedef ...`` adds to a typedef."""
    words = ["close", "invalid", "methods", "exclusive"]
    if not isinstance(target, RecordRef | EnumRef):
        # In front of a body these two speak of that.
        words += ["helpstring", "name"]
    for word in words:
        if word in items and "handle" not in items:
            message = f"'{word}' is for handles, and '{name}' is not marked as one"
            declarations.lowering.complain("E0260", message, items[word].name_span, notes=("help: add handle",))
    if "handle" not in items:
        return
    if not _may_be_handle(target):
        message = f"a handle is a struct behind a pointer, a pointer or an integer, and '{name}' is '{target.spell()}'"
        declarations.lowering.complain("E0260", message, items["handle"].name_span)
        return
    reader = declarations.reader
    handle = Handle(
        name,
        declarations.python_name(items, name),
        target,
        reader.word(items, "close"),
        reader.lowered(items, "invalid"),
        reader.text(items, "methods"),
        reader.text(items, "helpstring"),
        "exclusive" in items,
        declarations.imported,
        origin=origin,
    )
    declarations.by_name[f"handle {name}"] = handle
    declarations.items.append(handle)


def _may_be_handle(target: CType) -> bool:
    base = strip(target)
    if isinstance(base, Pointer):
        return isinstance(strip(base.target), RecordRef | Void)
    return isinstance(base, RecordRef) or (isinstance(base, Primitive) and base.kind.is_integer)


def member_of(declarations: Declarations, items: Items, function: Function) -> Member | None:
    """The place of a function in the class of its handle, as its attributes or the handle's ``methods`` say."""
    handles = tuple(d for d in declarations.items if isinstance(d, Handle))
    first = handle_of(function.parameters[0].type, handles) if function.parameters else None
    said = [word for word in _ROLES if word in items]
    if len(said) > 1:
        message = f"'{said[0]}' and '{said[1]}' contradict each other: a function is one member of a class"
        declarations.lowering.complain("E0404", message, items[said[1]].name_span)
        return None
    if not said:
        return _by_prefix(function, first)
    word = said[0]
    attribute, reader = items[word], declarations.reader
    words = reader.words(items, word)
    if word in ("static_method", "constructor"):
        returned = handle_of(function.result, handles)
        handle = next((h for h in handles if words and words[0] in (h.name, h.py_name)), None)
        handle = handle or (returned if not words else None) or (_made(function, handles) if not words else None)
        if handle is None:
            what = f"'{words[0]}' is no handle" if words else f"'{function.name}' gives no handle"
            declarations.lowering.complain("E0261", what, attribute.span, notes=(f"help: write {word}(Class)",))
            return None
        if word == "constructor":
            return Member(handle.name, Role.CONSTRUCTOR, "__new__")
        return Member(handle.name, Role.STATIC, words[1] if len(words) > 1 else _short(function, handle))
    if first is None:
        message = f"'{word}' needs a handle as the first parameter of '{function.name}'"
        declarations.lowering.complain("E0261", message, attribute.name_span)
        return None
    name = words[0] if words else _short(function, first)
    if word == "iterator":
        return Member(first.name, Role.ITERATOR, "__next__", reader.expression(items, "iterator"))
    if word == "method":
        return Member(first.name, Role.METHOD, name)
    setter = any(_is_asked_for(parameter) for parameter in function.parameters[1:])
    if not words:
        name = name.removeprefix("set_" if setter else "get_")
    return Member(first.name, Role.SETTER if setter else Role.GETTER, name)


def _is_asked_for(parameter: Parameter) -> bool:
    """Whether Python has to pass something for it."""
    contract = parameter.contract
    return contract.direction is not Direction.OUT and contract.fixed is None and contract.default is None


def _by_prefix(function: Function, handle: Handle | None) -> Member | None:
    if handle is None or handle.methods is None or function.private or not function.name.startswith(handle.methods):
        return None
    if function.name == handle.close:
        return None
    return Member(handle.name, Role.METHOD, python_name(function.name, (handle.methods,)))


def _short(function: Function, handle: Handle) -> str:
    """``db_step`` in the class ``db`` is ``step``, and so is ``x_step`` in one with ``methods("x_")``."""
    if handle.methods is not None and function.name.startswith(handle.methods):
        rest = python_name(function.name, (handle.methods,))
        if function.py_name.endswith(rest):
            return rest
    return python_name(function.py_name, (f"{handle.py_name}_", f"{handle.name}_"))


def _made(function: Function, handles: tuple[Handle, ...]) -> Handle | None:
    """The handle that an out parameter gives."""
    for parameter in function.parameters:
        pointer = strip(parameter.type)
        if isinstance(pointer, Pointer) and parameter.contract.direction is not None:
            made = handle_of(pointer.target, handles)
            if made is not None:
                return made
    return None
