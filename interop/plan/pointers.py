"""What a pointer is, as its contract describes it: its levels and their counts, text, who makes and who frees it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from interop.model.contract import Contract, Encoding, Extent, Force
from interop.model.ctype import (
    KNOWN_TYPEDEFS,
    CType,
    Kind,
    Pointer,
    Primitive,
    is_bstr,
    is_character,
    may_be_text,
    strip,
)
from interop.model.expr import Expr, Name, Number
from interop.model.library import Field, Library
from interop.plan.calls import Completion
from interop.plan.items import BSTR_ALLOC, BSTR_FREE, Count, Free, Given, Item, ItemClass, Text
from interop.plan.marshal import LookUp
from interop.plan.readers import ReadArray, ReadRecord, ReadText, ReadTexts
from interop.plan.shapes import Types, made_of, mangle

_WIDE_CODECS = {Kind.WCHAR: "wchar_t", Kind.CHAR16: "utf-16", Kind.CHAR32: "utf-32"}


@dataclass(frozen=True, slots=True)
class Context:
    """What a selector may look at besides the parameter."""

    library: Library
    force: Force | None
    types: Types
    flexible: frozenset[str]
    """The records, by suffix, that end in a flexible array member."""
    ungivable: Mapping[str, Field]
    """The records, by suffix, of which C may free something that the stub cannot allocate: that field."""
    look_up: LookUp
    """What is known of custom marshallers."""
    completions: Mapping[str, Completion]
    """What awaiting code gets of each callback that can be awaited, by the callback's name."""
    is_callback: bool = False
    """The call is a callback's, and which ways its marshallers must serve is seen by who uses it."""

    def is_flexible(self, item: Item) -> bool:
        return item.suffix in self.flexible


@dataclass(frozen=True, slots=True)
class TextPointer:
    """``const char *``, ``wchar_t *``, ``BSTR``: one pointer to text, and whose memory it is."""

    text: Text
    nullable: bool
    free: Free | None
    alloc: str | None
    const: bool


def raw_pointer(ctype: CType) -> Item:
    """A pointer passed as it is."""
    return Item(ItemClass.POINTER, ctype.spell(), mangle(ctype.spell()), "cdata")


def level(extent: Extent | None, depth: int) -> Count | None:
    """The count an extent gives for one pointer level (0 is the outermost)."""
    if extent is None or depth >= len(extent.levels):
        return None
    expr = extent.levels[depth]
    return None if expr is None else Count(expr, extent.in_bytes)


def is_described(contract: Contract) -> bool:
    """Whether the annotations say anything about how a pointer is to be marshalled."""
    return bool(
        contract.direction
        or contract.size
        or contract.length
        or contract.string
        or contract.null_terminated
        or contract.owned
        or contract.element
        or contract.grow
        or contract.query
        or contract.marshaller
    )


def text_of(target: CType, contract: Contract, context: Context) -> Text:
    """The encoding of text behind a pointer to ``target``: the declaration's, else the module's."""
    unit = context.types.item(target)
    base = strip(target)
    assert unit is not None
    assert isinstance(base, Primitive)
    if base.kind not in _WIDE_CODECS:
        encoding: Encoding = contract.encoding or context.library.encoding
        return Text(unit, encoding.codec, encoding.errors)
    return Text(unit, _WIDE_CODECS[base.kind], contract.encoding.errors if contract.encoding else "strict")


def alloc_of(contract: Contract) -> str | None:
    """The function that makes memory which C may free; ``free`` implies ``malloc``."""
    if contract.owned is None:
        return None
    return contract.owned.alloc or ("malloc" if contract.owned.free == "free" else None)


def text_pointer(
    ctype: CType, contract: Contract, context: Context, outer: Contract | None = None
) -> TextPointer | None:
    """A pointer to text as its contract describes it, a BSTR as it describes itself; None for anything else. ``outer``
    is the contract of what it is an element of, where its encoding may be said as well."""
    nullable = may_be_null(contract)
    if is_bstr(ctype):
        unit = context.types.item(KNOWN_TYPEDEFS["uint16_t"])
        assert unit is not None
        return TextPointer(Text(unit, "utf-16", is_bstr=True), nullable, Free(BSTR_FREE), BSTR_ALLOC, False)
    pointer = strip(ctype)
    if not isinstance(pointer, Pointer) or not is_character(pointer.target):
        return None
    text = text_of(pointer.target, contract if contract.encoding or outer is None else outer, context)
    return TextPointer(text, nullable, free_of(contract), alloc_of(contract), pointer.const)


def is_null(expr: Expr | None) -> bool:
    """``defaultvalue(NULL)``: what is left out is NULL, as with ``optional``."""
    match expr:
        case Name(name="NULL") | Number(value=0):
            return True
        case _:
            return False


def may_be_null(contract: Contract) -> bool:
    """Whether None passes NULL."""
    return contract.nullable is True or contract.optional or is_null(contract.default)


def given_of(contract: Contract) -> Given | None:
    """What C takes over: only with a function that allocates it, and one for a call that fails before it begins."""
    alloc = alloc_of(contract)
    return Given(alloc, contract.owned.free) if contract.owned is not None and alloc is not None else None


def free_of(contract: Contract | None) -> Free | None:
    return Free(contract.owned.free) if contract is not None and contract.owned else None


# --- What C hands out ----------------------------------------------------------------------------------------------


def pointer_reader(
    ctype: CType, contract: Contract, context: Context, depth: int, says: bool
) -> ReadText | ReadArray | ReadTexts | ReadRecord | None:
    """How memory behind a pointer that C hands out is read; None: the pointer itself is the value."""
    nullable = may_be_null(contract)
    if is_bstr(ctype):
        itself = text_pointer(ctype, contract, context)
        assert itself is not None
        return ReadText(itself.text, nullable, itself.free)
    pointer = strip(ctype)
    assert isinstance(pointer, Pointer)
    size, length = level(contract.size, depth), level(contract.length, depth)
    count = length or size
    each = text_pointer(pointer.target, contract.element or Contract(), context, contract)
    if each is not None and (count or contract.null_terminated):
        return ReadTexts(each.text, nullable, free_of(contract), each.free, count, each.nullable)
    is_text = is_character(pointer.target) or (contract.string and may_be_text(pointer.target))
    if is_text and (says or contract.owned) and not (count and not contract.string):
        return ReadText(text_of(pointer.target, contract, context), nullable, free_of(contract), count)
    item = context.types.element(pointer.target, contract.size)
    if item is not None and (count or contract.null_terminated):
        made = made_of(item, pointer.target, context.library.arrays)
        return ReadArray(item, made, nullable, free_of(contract), count)
    if item is not None and item.klass is ItemClass.RECORD and not contract.raw:
        deep = contract.owned is not None and contract.owned.deep
        return ReadRecord(item, nullable, free_of(contract), deep)
    return None
