"""C text of a module's declarations: for cffi's parser, for a translation unit without a header, and as proofs.

Three readers need the declarations as C: cffi (types and functions for ``ffi`` and ``lib``), the compiler where no
header declares them, and the compiler where one does, as assertions that the header agrees.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from interop.emit.cbodies import cffi_definition, definition, is_anonymous, nested_names
from interop.emit.cproofs import prove_records
from interop.emit.names import own_tag
from interop.emit.writer import Writer, c_string
from interop.model.ctype import (
    BSTR,
    HRESULT,
    KNOWN_TYPEDEFS,
    Array,
    CType,
    EnumRef,
    FunctionType,
    Named,
    Pointer,
    RecordRef,
)
from interop.model.library import Constant, Declaration, Enum, Function, Global, Library, Record, Typedef
from interop.plan.items import BSTR_FREE

_SYSTEM_TAGS = frozenset(
    ("tm", "timespec", "timeval", "itimerval", "itimerspec", "timezone", "stat", "sigevent", "sigval", "lconv")
)
_CALLCONV = {"ms_abi": "__attribute__((ms_abi)) ", "sysv_abi": "__attribute__((sysv_abi)) "}


def function_type(function: Function) -> FunctionType:
    return FunctionType(function.result, tuple(parameter.type for parameter in function.prototype), function.variadic)


def prototype(function: Function, in_parentheses: bool = False) -> str:
    """``int add(int a, int b)`` under the name the linker knows; in parentheses no macro of that name is meant."""
    name = f"({function.symbol})" if in_parentheses else function.symbol
    inside = ", ".join(parameter.type.spell() for parameter in function.prototype) or "void"
    return function.result.spell(f"{name}({inside}{', ...' if function.variadic else ''})")


def pointer_declarator(function: Function, name: str) -> str:
    """``int (*name)(int, int)``, with the calling convention."""
    inside = ", ".join(parameter.type.spell() for parameter in function.prototype) or "void"
    inside += ", ..." if function.variadic else ""
    convention = _CALLCONV.get(function.callconv or "", "")
    return function.result.spell(f"({convention}*{name})({inside})")


def _convention_of(typedef: str, library: Library) -> str:
    """The calling convention of a function pointer's typedef."""
    convention = next((c.function.callconv for c in library.callbacks if c.name == typedef), None)
    return _CALLCONV.get(convention or "", "")


def _walk(ctype: CType) -> Iterator[CType]:
    yield ctype
    match ctype:
        case Named(target=inner) | Pointer(target=inner) | Array(element=inner):
            yield from _walk(inner)
        case FunctionType(result=result, parameters=parameters):
            yield from _walk(result)
            for parameter in parameters:
                yield from _walk(parameter)
        case _:
            pass


def _types(declaration: Declaration) -> Iterator[CType]:
    match declaration:
        case Typedef(target=target):
            yield target
        case Function():
            yield function_type(declaration)
        case Global(type=ctype):
            yield ctype
        case Record(fields=fields):
            yield from (field.type for field in fields or ())
        case _:
            pass


def _opaque_tags(library: Library) -> list[str]:
    """``struct x`` for every tag used, so that none is first declared inside a parameter list."""
    tags: dict[str, None] = {}
    for declaration in library.declarations:
        for outer in _types(declaration):
            for ctype in _walk(outer):
                if isinstance(ctype, RecordRef) and ctype.spelling.startswith(("struct ", "union ")):
                    tags[ctype.spelling] = None
    return list(tags)


def _enum_body(enum: Enum) -> str:
    return ", ".join(f"{member.name} = {member.value}" for member in enum.members)


def _is_redundant(typedef: Typedef) -> bool:
    """``typedef enum {...} color;``: the typedef's name is the type's own spelling, and is declared with its body."""
    return isinstance(typedef.target, EnumRef | RecordRef) and typedef.target.spelling == typedef.name


def _first(library: Library, known: Named) -> Declaration | None:
    """Where the module first speaks of a type that every module knows, if it does."""
    return next(
        (d for d in library.declarations if any(part == known for whole in _types(d) for part in _walk(whole))), None
    )


def _declare_known(library: Library, writer: Writer) -> None:
    """Where no header does; BSTR with its functions, unless the module declares them as its own."""
    if _first(library, HRESULT) is not None:
        writer.line("typedef int32_t HRESULT;")
    if _first(library, BSTR) is not None:
        own = library.function(BSTR_FREE) is not None
        writer.line("typedef char16_t *BSTR;" if own else '#include "interop/bstr.h"')


def _declarations(library: Library, for_cffi: bool) -> Iterator[tuple[str, int | None]]:
    """Lines of C, each with the packing that cffi must be told of."""
    for tag in _opaque_tags(library):
        yield f"{tag};", None
    for declaration in library.declarations:
        match declaration:
            case Typedef(name=name) if name in KNOWN_TYPEDEFS or _is_redundant(declaration):
                continue
            case Typedef(name=name, target=target):
                convention = _convention_of(name, library)
                if convention and for_cffi:
                    # cffi would spell the type without its convention.
                    yield f"typedef ... *{name};", None
                else:
                    yield f"typedef {convention}{target.spell(name)};", None
            case Enum() if not declaration.members:
                continue
            case Enum(fixed_underlying=True):
                for member in declaration.members:
                    name, value = member.name, member.value
                    yield f"#define {name} {value}" if for_cffi else f"enum {{ {name} = {value} }};", None
            case Enum(spelling=""):
                yield f"enum {{ {_enum_body(declaration)} }};", None
            case Enum(spelling=spelling) if spelling.startswith("enum "):
                yield f"{spelling} {{ {_enum_body(declaration)} }};", None
            case Enum(spelling=spelling):
                yield f"typedef enum {{ {_enum_body(declaration)} }} {spelling};", None
            case Record(fields=None):
                continue
            case Record() if for_cffi:
                if not is_anonymous(declaration, library):
                    yield cffi_definition(declaration, library), declaration.pack
            case Record(is_nested=False):
                yield definition(declaration, library), None
            case Constant(name=name, value=int() as value) if for_cffi:
                yield f"#define {name} {value}", None
            case Constant(name=name, text=text) if not for_cffi:
                yield f"#define {name} ({text})", None
            case _:
                continue


def cffi_declarations(library: Library) -> tuple[tuple[str, int | None], ...]:
    """What ``ffi.cdef`` is given, piece by piece, each with its ``pack``.

    A lazy module's functions are not in it: its library is not there at compile time."""
    # Whatever the units of a BSTR are called: each header has a name of its own for them.
    lines: list[tuple[str, int | None]] = [("typedef ... *BSTR;", None)] if _first(library, BSTR) is not None else []
    if _first(library, HRESULT) is not None:
        lines.append(("typedef int32_t HRESULT;", None))
    lines.extend(_declarations(library, for_cffi=True))
    if not library.binding.is_lazy:
        seen: set[str] = set()
        for function in library.functions:
            if function.symbol not in seen:
                seen.add(function.symbol)
                lines.append((f"{prototype(function)};", None))
        for declaration in library.declarations:
            if isinstance(declaration, Global):
                const = "const " if declaration.const else ""
                lines.append((f"extern {const}{declaration.type.spell(declaration.name)};", None))
    pieces = groupby(lines, lambda line: line[1])
    return tuple(("".join(f"{line}\n" for line, _ in group), pack) for pack, group in pieces)


def _own_tags(library: Library) -> Iterator[str]:
    """Other names for records that Python's own headers declare, too, in a module without a header."""
    symbols = set() if library.binding.is_lazy else {function.symbol for function in library.functions}
    for record in library.records:
        tag = record.spelling.rpartition(" ")[2]
        if record.fields is not None and tag in _SYSTEM_TAGS and tag not in symbols:
            yield f"#define {tag} {own_tag(tag)}"


def headers(library: Library) -> str:
    """What the declarations need: the headers, or the declarations themselves where there is none."""
    writer = Writer()
    for header in (*library.binding.headers, *library.binding.includes):
        writer.line(f'#include "{header}"' if header.startswith(".") else f"#include <{header}>")
    if not library.binding.headers:
        writer.lines(
            "#include <stdbool.h>",
            "#include <stddef.h>",
            "#include <stdint.h>",
            "#include <stdio.h>",
            "#include <wchar.h>",
        )
        writer.lines("#include <uchar.h>", "#include <sys/types.h>")
        _declare_known(library, writer)
        writer.lines(*_own_tags(library))
        writer.lines(*(line for line, _ in _declarations(library, for_cffi=False)))
    writer.lines(*nested_names(library))
    if any(record.pack is not None or "packed" in record.layout for record in library.records):
        # cffi's own checks of a record take the addresses of its fields, without reading there.
        writer.line('#pragma GCC diagnostic ignored "-Waddress-of-packed-member"')
    if not library.binding.headers and not library.binding.is_lazy:
        seen: set[str] = set()
        for function in library.functions:
            if function.symbol not in seen:
                seen.add(function.symbol)
                convention = _CALLCONV.get(function.callconv or "", "")
                writer.line(f"extern {convention}{prototype(function, in_parentheses=True)};")
        for declaration in library.declarations:
            if isinstance(declaration, Global):
                const = "const " if declaration.const else ""
                writer.line(f"extern {const}{declaration.type.spell(declaration.name)};")
    return writer.text()


def proofs(library: Library) -> str:
    """Assertions that the header says what the declarations say, each at its place in the .cdef.

    They stand last in the file, since ``#line`` changes where every later line seems to be.
    """
    writer = Writer()
    if not library.binding.headers:
        return ""
    for warning in ("-Wtype-limits", "-Wsign-compare", "-Wdeprecated-declarations"):
        writer.line(f'#pragma GCC diagnostic ignored "{warning}"')
    hresult = _first(library, HRESULT)
    if hresult is not None:
        writer.lines(
            f"#line {hresult.origin.line} {c_string(hresult.origin.file.path)}",
            "_Static_assert(sizeof(HRESULT) == 4 && (HRESULT)-1 < 0, \"the header's 'HRESULT' has not 32 bits\");",
        )
    bstr = _first(library, BSTR)
    if bstr is not None:
        writer.lines(
            f"#line {bstr.origin.line} {c_string(bstr.origin.file.path)}",
            "_Static_assert(sizeof *(BSTR)0 == 2, \"the header's 'BSTR' is not text of 16-bit units\");",
        )
    for declaration in library.declarations:
        span = declaration.origin
        place = f"#line {span.line} {c_string(span.file.path)}"
        match declaration:
            case Function():
                claim = function_type(declaration)
                pointer = Pointer(claim).spell()
                # A function of another type makes the only association that could be chosen disappear.
                writer.lines(
                    place,
                    f"_Static_assert(_Generic(&{declaration.symbol}, {pointer}: 1, default: 0),"
                    f" \"the header declares '{declaration.symbol}' with another type\");",
                )
            case Typedef(name=name, target=target) if not _is_redundant(declaration):
                writer.lines(place, f"typedef {_convention_of(name, library)}{target.spell(name)};")
            case Enum():
                for member in declaration.members:
                    _prove_value(
                        writer,
                        f"#line {member.origin.line} {c_string(member.origin.file.path)}",
                        member.name,
                        member.value,
                    )
                if declaration.spelling and not declaration.fixed_underlying:
                    writer.lines(
                        place,
                        f"_Static_assert(sizeof({declaration.spelling}) == sizeof({declaration.underlying.name}),"
                        f" \"'{declaration.spelling}' has another size than '{declaration.underlying.name}'\");",
                    )
            case Constant(value=int() | float() as value, name=name, const_type=None):
                _prove_value(writer, place, name, value)
            case Global(name=name, type=ctype, const=const):
                pointer = Pointer(ctype, const).spell()
                writer.lines(
                    place,
                    f"_Static_assert(_Generic(&{name}, {pointer}: 1, default: 0),"
                    f" \"the header declares '{name}' with another type\");",
                )
            case _:
                continue
    prove_records(library, writer)
    return writer.text()


def _prove_value(writer: Writer, place: str, name: str, value: int | float) -> None:
    if isinstance(value, int):
        # Both signs are compared apart, so that no conversion makes unequal values equal.
        claim = f"{value}LL" if value > -(2**63) else "(-9223372036854775807LL - 1)"
        claim = f"{value}ULL" if value >= 2**63 else claim
        test = f"({name}) == {claim} && (({name}) < 0) == {int(value < 0)}"
    else:
        test = f"({name}) == {value!r}"
    writer.lines(place, f"_Static_assert({test}, \"'{name}' has another value in the header\");")
