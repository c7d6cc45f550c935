"""The generated package's ``__init__.py``: enums, exception classes, constants, and the stubs under their names."""

from __future__ import annotations

from interop.emit import names
from interop.emit.ctext import pointer_declarator
from interop.emit.writer import Writer
from interop.model.library import Constant, Enum, Global, Library
from interop.plan.fields import RecordPlan
from interop.plan.library import ErrorClass, LibraryPlan


def public_enums(library: Library) -> tuple[Enum, ...]:
    return tuple(e for e in library.enums if e.name and e.members and not e.private)


def public_constants(library: Library) -> tuple[tuple[str, int | float | str | bytes], ...]:
    """Module-level names: constants, and the enumerators of enums without a name."""
    found: list[tuple[str, int | float | str | bytes]] = []
    for declaration in library.declarations:
        if isinstance(declaration, Constant) and not declaration.private:
            found.append((declaration.py_name, declaration.value))
        elif isinstance(declaration, Enum) and not declaration.name and not declaration.private:
            found.extend((member.py_name, member.value) for member in declaration.members)
    return tuple(found)


def public_records(plan: LibraryPlan) -> tuple[RecordPlan, ...]:
    return tuple(record for record in plan.records if not record.record.private)


def public_names(plan: LibraryPlan) -> list[str]:
    library = plan.library
    listed = [e.py_name for e in public_enums(library)]
    listed += [e.name for e in plan.errors]
    listed += [handle.handle.py_name for handle in plan.handles]
    listed += [record.record.py_name for record in public_records(plan)]
    listed += [name for name, _ in public_constants(library)]
    for call in plan.calls:
        listed.append(call.function.py_name)
        if call.result_type is not None:
            listed.append(call.result_type)
    listed += [outcome.result_type for outcome in plan.outcomes if outcome.result_type is not None]
    return sorted(listed)


def python_module(plan: LibraryPlan, digest: str) -> str:
    library = plan.library
    enums = public_enums(library)
    w = Writer()
    w.line(f'"""{_module_doc(library)}"""')
    w.line()
    w.line(f"# Made from {library.path} by interop; do not edit.")
    w.line()
    bases = sorted({"IntFlag" if e.flags else "IntEnum" for e in enums})
    if bases:
        w.line(f"from enum import {', '.join(f'{base} as _{base}' for base in bases)}")
        w.line()
    if library.binding.is_lazy:
        w.line("import os as _os")
        w.line()
    w.line("from interop.runtime import library as _library")
    if plan.marshallers:
        w.line("from interop.runtime import marshalling as _marshalling")
    if plan.errors:
        w.line("from interop.runtime.errors import CallError as _CallError")
        if any(error.statuses or error.enum for error in plan.errors):
            w.line("from interop.runtime.errors import statuses as _statuses")
    if library.binding.is_lazy:
        w.line("from interop.runtime.loading import LazyLib as _LazyLib")
        w.line("from interop.runtime.loading import Loader as _Loader")
    w.line()
    w.line(f"_native = _library.load(__name__, __file__, {names.extension(library.name)!r}, {digest!r})")
    w.line("ffi = _native.ffi")
    if library.binding.is_lazy:
        _lazy(w, library)
    else:
        w.lines("lib = _native.lib", "_loader = None")
    for enum in enums:
        w.lines("", "")
        with w.indented(f"class {enum.py_name}(_{'IntFlag' if enum.flags else 'IntEnum'}):"):
            w.line(f'"""{_escaped(enum.helpstring or f"C: {enum.spelling}.")}"""')
            w.line()
            w.lines(*(f"{member.py_name} = {member.value}" for member in enum.members))
    for error in plan.errors:
        w.lines("", "")
        with w.indented(f"class {error.name}({', '.join(_base(b) for b in error.bases)}):"):
            w.line(f'"""{error_doc(error)}"""')
    if enums or plan.errors:
        w.lines("", "")
    for error in plan.errors:
        if error.statuses or error.enum:
            classes = ", ".join(f"{status.value}: {status.class_name}" for status in error.statuses)
            w.line(f"_statuses({error.name}, {error.enum}, {{{classes}}})")
    for name, value in public_constants(library):
        w.line(f"{name} = {_literal(value)}")
    for handle in plan.handles:
        w.line(f"{handle.handle.py_name} = _native.stubs.{handle.handle.py_name}")
    for record in public_records(plan):
        w.line(f"{record.record.py_name} = _native.stubs.{record.record.py_name}")
    for call in plan.calls:
        w.line(f"{call.function.py_name} = _native.stubs.{call.function.py_name}")
        if call.result_type is not None:
            w.line(f"{call.result_type} = _native.stubs.{call.result_type}")
    for outcome in plan.outcomes:
        w.line(f"{outcome.result_type} = _native.stubs.{outcome.result_type}")
    w.line()
    classes = ", ".join(f"{e.name!r}: {e.py_name}" for e in enums)
    errors = ", ".join(f"{e.name!r}: {e.name}" for e in plan.errors)
    w.line(f"_native.stubs._interop_setup(ffi, _loader, {{{classes}}}, {{{errors}}})")
    if plan.marshallers:
        with w.indented("_native.stubs._interop_marshallers(", ")"):
            for use in plan.marshallers:
                w.line(f"_marshalling.load(__name__, {use.path!r}, {' '.join(use.needs)!r}, {use.place!r}),")
    w.line()
    with w.indented("__all__ = [", "]"):
        w.lines(*(f'"{name}",' for name in public_names(plan)))
    return w.text()


def _literal(value: float | str | bytes) -> str:
    """What Python reads back as the value; infinities and NaN have no literal of their own."""
    if isinstance(value, float) and value != value:
        return "1e999 - 1e999"
    return repr(value).replace("inf", "1e999") if isinstance(value, float) else repr(value)


def _base(name: str) -> str:
    return "_CallError" if name == "CallError" else name


def error_doc(error: ErrorClass) -> str:
    """What an exception class stands for, and who raises it."""
    parts = []
    if error.own:
        parts.append(f"C: {', '.join(f'{status.name} ({status.value})' for status in error.own)}.")
    if error.functions:
        parts.append(f"Raised by {', '.join(f'{name}()' for name in error.functions)}.")
    if error.statuses:
        names_of = dict.fromkeys(status.class_name for status in error.statuses)
        parts.append(f"By the status: {', '.join(names_of)}.")
    return " ".join(parts) or "Raised by no function of this module."


def _lazy(w: Writer, library: Library) -> None:
    w.line(f"_loader = _Loader(__name__, _os.path.dirname(_os.path.abspath(__file__)), {library.binding.libraries!r})")
    with w.indented("_functions = {", "}"):
        for function in library.functions:
            w.line(f"{function.symbol!r}: {pointer_declarator(function, '')!r},")
    with w.indented("_variables = {", "}"):
        for declaration in library.declarations:
            if isinstance(declaration, Global):
                w.line(f"{declaration.name!r}: {declaration.type.spell()!r},")
    w.line("lib = _LazyLib(ffi, _loader, _functions, _variables, _native.lib)")


def _module_doc(library: Library) -> str:
    return _escaped(library.helpstring or f"The C library behind module {library.name}.")


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
