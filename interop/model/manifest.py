"""A library as stable text, and the digest of that text: what goldens compare and what a module is checked against.

Everything of the model that decides something is in it, in the words of the declarations. Places in the source are not,
so that a comment above a declaration changes nothing.

    module zlib
      library "z"
    function compress2 -> int
      success: result == Z_OK
      dest: Bytef * [out, size_is(*destLen), length_is(*destLen)]
    record struct tm
      tm_sec: int
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import assert_never

from interop.model.contract import Contract, Encoding, Extent
from interop.model.ctype import Array, CType, EnumRef, FunctionType, Named, Pointer, Primitive, RecordRef, Void
from interop.model.expr import Expr, to_c
from interop.model.library import (
    Callback,
    Constant,
    Declaration,
    Enum,
    Field,
    Function,
    Global,
    Handle,
    Library,
    Parameter,
    Record,
    StatusClass,
    Typedef,
)


def to_text(library: Library) -> str:
    """The manifest: a block for the module, then one for each declaration in C's order."""
    return "\n".join([*_module(library), *(line for d in library.declarations for line in _declaration(d))]) + "\n"


def digest(library: Library) -> str:
    """Sixteen hexadecimal digits that change when the declarations do."""
    return hashlib.sha256(to_text(library).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _module(library: Library) -> Iterator[str]:
    yield f"module {library.name}"
    binding = library.binding
    for word, values in (
        ("library", binding.libraries),
        ("header", binding.headers),
        ("source", binding.sources),
        ("include", binding.includes),
        ("pkg_config", binding.pkg_config),
        ("prefix", library.prefixes),
    ):
        if values:
            yield f"  {word} {', '.join(map(_quoted, values))}"
    yield f"  {_encoding(library.encoding)}"
    yield f"  arrays {library.arrays}"
    if library.helpstring is not None:
        yield f"  helpstring {_quoted(library.helpstring)}"


def _declaration(declaration: Declaration) -> Iterator[str]:
    match declaration:
        case Typedef(name=name, target=target, boolean=boolean, marshaller=marshaller):
            words = _words(boolean=boolean, imported=declaration.imported)
            yield f"typedef {name} = {_type(target)}{words}{_marshalled(marshaller)}"
        case Enum():
            yield from _enum(declaration)
        case Record():
            yield from _record(declaration)
        case Constant(name=name, value=value, text=text, const_type=const_type):
            kind = "" if const_type is None else f": {_type(const_type)}"
            words = _words(private=declaration.private, imported=declaration.imported)
            yield f"constant {_named(name, declaration.py_name)}{kind} = {value!r}, in C {text}{words}"
        case Function():
            yield from _function(declaration)
        case Handle():
            yield from _handle(declaration)
        case Callback():
            yield from _callback(declaration)
        case Global(name=name, type=ctype, const=const):
            yield f"global {name}: {_type(ctype)}{_words(const=const)}"
        case _ as other:
            assert_never(other)


def _handle(handle: Handle) -> Iterator[str]:
    words = _words(exclusive=handle.exclusive, imported=handle.imported)
    yield f"handle {_named(handle.name, handle.py_name)}: {_type(handle.type)}{words}"
    if handle.close is not None:
        yield f"  close {handle.close}"
    if handle.invalid:
        yield f"  invalid {', '.join(map(to_c, handle.invalid))}"
    if handle.methods is not None:
        yield f"  methods {_quoted(handle.methods)}"
    if handle.helpstring is not None:
        yield f"  helpstring {_quoted(handle.helpstring)}"


def _callback(callback: Callback) -> Iterator[str]:
    first, *rest = _function(callback.function)
    words = _words(in_place=callback.in_place, described=callback.described, imported=callback.imported)
    yield f"callback {first.removeprefix('function ')}{words}"
    if callback.closure is not None:
        yield f"  closure {callback.closure}"
    if callback.on_error is not None:
        yield f"  on_error {to_c(callback.on_error)}"
    yield from rest


def _enum(enum: Enum) -> Iterator[str]:
    underlying = f"{enum.underlying.name}{' as written' if enum.fixed_underlying else ''}"
    words = _words(flags=enum.flags, private=enum.private, imported=enum.imported)
    yield f"enum {_named(enum.name, enum.py_name) or '(none)'}: {underlying}, in C {enum.spelling or '(none)'}{words}"
    if enum.helpstring is not None:
        yield f"  helpstring {_quoted(enum.helpstring)}"
    if enum.raises is not None:
        yield f" {_raises(enum.raises)}"
    for member in enum.members:
        yield f"  {_named(member.name, member.py_name)} = {member.value}{_raises(member.raises)}"


def _raises(status: StatusClass | None) -> str:
    if status is None:
        return ""
    by = "" if status.code is None else f", by {to_c(status.code)}"
    return f" raises {', '.join((status.name, *status.bases))}{by}"


def _record(record: Record) -> Iterator[str]:
    words = _words(
        union=record.is_union,
        opaque=record.fields is None,
        partial=record.is_partial,
        nested=record.is_nested,
        private=record.private,
        variant=record.is_variant,
        imported=record.imported,
    )
    bare = record.spelling.rpartition(" ")[2]
    yield f"record {record.spelling}{'' if bare == record.py_name else f' as {record.py_name}'}{words}"
    if record.pack is not None:
        yield f"  pack {record.pack}"
    if record.none_tag is not None:
        yield f"  none {record.none_tag}"
    if record.layout:
        yield f"  in C {record.layout}"
    if record.helpstring is not None:
        yield f"  helpstring {_quoted(record.helpstring)}"
    for field in record.fields or ():
        bits = "" if field.bits is None else f" : {field.bits}"
        said = [*_said(field.contract), *_said_of_field(field)]
        attributes = f" [{', '.join(said)}]" if said else ""
        const = ", const" if field.const else ""
        layout = f", in C {field.layout}" if field.layout else ""
        yield f"  {_named(field.name, field.py_name) or '(none)'}: {_type(field.type)}{bits}{const}{attributes}{layout}"


def _said_of_field(field: Field) -> Iterator[str]:
    if field.switch is not None:
        yield f"switch_is({to_c(field.switch)})"
    if field.cases:
        yield f"case({_expressions(*field.cases)})"
    if field.is_default:
        yield "default"


def _function(function: Function) -> Iterator[str]:
    result = f"{_type(function.result)}{_contract(function.result_contract)}"
    yield f"function {_named(function.name, function.py_name)} -> {result}"
    if function.symbol != function.name:
        yield f"  entry {function.symbol}"
    policy = function.policy
    for word, expr in (("requires", policy.requires), ("success", policy.success), ("message", policy.message)):
        if expr is not None:
            yield f"  {word}: {to_c(expr)}"
    if policy.raises is not None:
        yield f"  raises {policy.raises}{'' if policy.code is None else f', by {to_c(policy.code)}'}"
    if function.callconv is not None:
        yield f"  callconv {function.callconv}"
    words = (
        ("errno", policy.errno),
        ("save_errno", policy.save_errno),
        ("hold_gil", function.hold_gil),
        ("variadic", function.variadic),
        ("rest", function.has_rest),
        ("private", function.private),
    )
    yield from (f"  {word}" for word, is_said in words if is_said)
    if function.helpstring is not None:
        yield f"  helpstring {_quoted(function.helpstring)}"
    if function.deprecated is not None:
        yield f"  deprecated {_quoted(function.deprecated)}"
    if function.member is not None:
        member = function.member
        done = "" if member.done is None else f", until {to_c(member.done)}"
        yield f"  {member.role.value} of {member.handle}: {member.name}{done}"
    fixed = len(function.prototype)
    for index, parameter in enumerate(function.parameters):
        yield f"  {'' if index < fixed else '... '}{_parameter(parameter)}"


def _parameter(parameter: Parameter) -> str:
    return f"{_named(parameter.name, parameter.py_name)}: {_type(parameter.type)}{_contract(parameter.contract)}"


# Contracts


def _contract(contract: Contract) -> str:
    said = list(_said(contract))
    return f" [{', '.join(said)}]" if said else ""


def _said(contract: Contract) -> Iterator[str]:
    """The attributes that would say the same, in one order."""
    if contract.direction is not None:
        yield contract.direction.value
    if contract.retval:
        yield "retval"
    yield from _extent("size_is", contract.size)
    yield from _extent("length_is", contract.length)
    if contract.string:
        yield "string"
    if contract.encoding is not None:
        yield _encoding(contract.encoding)
    if contract.null_terminated:
        yield "null_terminated"
    if contract.nullable is not None:
        yield "unique" if contract.nullable else "ref"
    if contract.default is not None:
        yield f"defaultvalue({to_c(contract.default)})"
    if contract.optional:
        yield "optional"
    if contract.fixed is not None:
        yield f"fixed({to_c(contract.fixed)})"
    if contract.owned is not None:
        words = (contract.owned.free, contract.owned.alloc, "deep" if contract.owned.deep else None)
        yield f"owned({', '.join(word for word in words if word is not None)})"
    if contract.grow is not None:
        yield f"grow({_expressions(contract.grow.condition, contract.grow.limit)})"
    if contract.query is not None:
        yield f"query({_expressions(contract.query.needed)})"
    if contract.force is not None:
        yield contract.force.value
    if contract.always:
        yield "always"
    if contract.consumes:
        yield "consumes"
    if contract.retained is not None:
        place = "" if contract.retained_at is None else f", {contract.retained_at}"
        yield f"retained({contract.retained}{place})"
    if contract.owned_by is not None:
        yield f"owned_by({contract.owned_by})"
    if contract.borrowed:
        yield "borrowed"
    if contract.index_of is not None:
        yield f"index_of({contract.index_of})"
    if contract.raw:
        yield "raw"
    if contract.marshaller is not None:
        yield f"marshal_with({_quoted(contract.marshaller)})"
    if contract.format is not None:
        yield f"format({contract.format})"
    if contract.scope is not None:
        slot = "" if contract.scope.slot is None else f"({contract.scope.slot})"
        yield f"scope({contract.scope.kind.value}{slot})"
    if contract.closure is not None:
        yield f"closure({contract.closure})" if contract.closure else "closure"
    if contract.destroy is not None:
        yield f"destroy({contract.destroy})"
    if contract.on_error is not None:
        yield f"on_error({to_c(contract.on_error)})"
    if contract.success is not None:
        yield f"success({to_c(contract.success)})"
    if contract.element is not None:
        yield f"element({', '.join(_said(contract.element))})"


def _extent(word: str, extent: Extent | None) -> Iterator[str]:
    if extent is not None:
        levels = ["" if level is None else to_c(level) for level in extent.levels]
        inside = "*" if extent.any_size else ", ".join(levels)
        yield f"{'byte_' if extent.in_bytes else ''}{word}({inside})"


def _expressions(*expressions: Expr | None) -> str:
    return ", ".join(to_c(expression) for expression in expressions if expression is not None)


def _encoding(encoding: Encoding) -> str:
    return f"encoding({_quoted(encoding.codec)}, {_quoted(encoding.errors)})"


# Types and words


def _type(ctype: CType) -> str:
    """A type's spelling, with what its names stand for where the spelling alone does not tell."""
    meant = _meaning(ctype)
    return f"{ctype.spell()} ({meant})" if meant else ctype.spell()


def _meaning(ctype: CType) -> str:
    match ctype:
        case Named(target=target, boolean=boolean, marshaller=marshaller):
            return f"{target.spell()}{', boolean' if boolean else ''}{_marshalled(marshaller)}"
        case EnumRef(name=name, spelling=spelling, underlying=underlying):
            return f"enum {name}" if spelling == underlying.name else ""
        case RecordRef(is_opaque=is_opaque):
            return "opaque" if is_opaque else ""
        case Pointer(target=target) | Array(element=target):
            return _meaning(target)
        case Void() | Primitive() | FunctionType():
            return ""
        case _ as other:
            assert_never(other)


def _marshalled(marshaller: str | None) -> str:
    return f", marshal_with {_quoted(marshaller)}" if marshaller is not None else ""


def _named(name: str, py_name: str) -> str:
    return name if name == py_name else f"{name} as {py_name}"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _words(**said: bool) -> str:
    words = [word for word, is_said in said.items() if is_said]
    return f" [{', '.join(words)}]" if words else ""
