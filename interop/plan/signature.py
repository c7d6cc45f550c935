"""The Python side of a plan: which parameters are arguments, in which order and kind, and what the call returns."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from dataclasses import dataclass

from interop.model.contract import Direction
from interop.model.evaluate import constant
from interop.model.expr import String
from interop.model.library import Function
from interop.plan.calls import (
    Again,
    ArgPlan,
    Argument,
    ArgumentKind,
    Marshaller,
    NoneRule,
    ResultPlan,
    ResultRole,
    Returned,
    Source,
)
from interop.plan.fields import Bits, FieldShape, FixedArray, FixedText, Flexible, Functions, Inline, Pointed, Switched
from interop.plan.items import MODULES, READABLE, VIEW, WRITABLE, Item, ItemClass, Made
from interop.plan.readers import (
    ReadArray,
    Reader,
    ReadHandle,
    ReadIndex,
    ReadItem,
    ReadLent,
    ReadRecord,
    ReadText,
    ReadTexts,
)
from interop.plan.strategies import (
    ArrayIn,
    ArrayInOut,
    ArrayOut,
    CallbackIn,
    Destroyer,
    Direct,
    HandleIn,
    HandleInOut,
    HandleOut,
    PointerSlot,
    RecordSlot,
    Slot,
    TextIn,
    TextRoom,
    TextsIn,
    TextsRoom,
    UserData,
)

_ACCEPTED = {
    ItemClass.SIGNED: "_t.SupportsIndex",
    ItemClass.UNSIGNED: "_t.SupportsIndex",
    ItemClass.BOOLEAN: "_b.bool | _b.int",
    ItemClass.FLOAT: "_t.SupportsFloat | _t.SupportsIndex",
    ItemClass.LONG_DOUBLE: "_t.SupportsFloat | _t.SupportsIndex",
    ItemClass.CHAR: "_b.bytes | _b.bytearray",
    ItemClass.WIDE: "_b.str",
    ItemClass.BYTE: "_t.SupportsIndex",
    ItemClass.POINTER: "_t.Any",
}
"""For type checkers; every name through a private alias, since a function of the user may be called ``int``."""


@dataclass(frozen=True, slots=True)
class Signature:
    args: tuple[ArgPlan, ...]
    """The plans with their Python indexes filled in."""
    arguments: tuple[Argument, ...]
    returned: tuple[Returned, ...]


@dataclass(frozen=True, slots=True)
class Types:
    """One Python type, for people and for type checkers."""

    people: str
    checker: str

    def or_none(self, nullable: bool) -> Types:
        return Types(f"{self.people} | None", f"{self.checker} | None") if nullable else self


def _enum_name(item: Item, enums: Mapping[str, str]) -> str:
    return enums.get(item.enum or "", "int")


def accepted(item: Item, enums: Mapping[str, str]) -> Types:
    """What an argument of this item may be."""
    if item.klass is ItemClass.ENUM:
        name = _enum_name(item, enums)
        return Types(name, f"{name} | _t.SupportsIndex" if name != "int" else "_t.SupportsIndex")
    if item.values:
        return _variant(item, {"bytes": READABLE, "object": item.python})
    if item.klass in (ItemClass.RECORD, ItemClass.HANDLE):
        return Types(item.python, item.python)
    if item.klass is ItemClass.CALLBACK:
        return Types(item.python, item.typing)
    return Types(item.python, _ACCEPTED[item.klass])


def given(item: Item, enums: Mapping[str, str]) -> Types:
    """What a result of this item is. An enumeration is open: a value without a name comes back as int."""
    if item.klass is ItemClass.ENUM:
        name = _enum_name(item, enums)
        return Types(name, f"{name} | _b.int" if name != "int" else "_b.int")
    if item.klass is ItemClass.POINTER:
        return Types("cdata", "_t.Any")
    if item.values:
        return _variant(item, {"object": "_t.Any"})
    if item.klass in (ItemClass.RECORD, ItemClass.HANDLE):
        return Types(item.python, item.python)
    if item.klass is ItemClass.CALLBACK:
        return Types(item.python, item.typing)
    return Types(item.python, f"_b.{item.python}")


def _variant(item: Item, named: Mapping[str, str]) -> Types:
    """The value of one of several members."""
    checked = (named.get(value, value if value == "None" else f"_b.{value}") for value in item.values)
    return Types(" | ".join(item.values), " | ".join(checked))


@dataclass(frozen=True, slots=True)
class FieldTypes:
    """What a field reads as, and what may be assigned to it."""

    given: Types
    accepted: Types


def field_types(shape: FieldShape, enums: Mapping[str, str], marshaller: Marshaller | None = None) -> FieldTypes:
    """The Python types of one field of a record."""
    if marshaller is not None:
        return FieldTypes(
            marshalled_types(marshaller, is_argument=False), marshalled_types(marshaller, is_argument=True)
        )
    match shape:
        case Inline(item=item) | Bits(item=item):
            return FieldTypes(given(item, enums), accepted(item, enums))
        case FixedArray(item=item) if item.klass is ItemClass.CHAR:
            return FieldTypes(Types("bytes", "_b.bytes"), Types("bytes-like", READABLE))
        case FixedArray(item=item, counts=counts):
            inner, outer = given(item, enums), "list" if item.is_deep else "view"
            people, checker = inner.people, inner.checker
            taken = accepted(item, enums).checker
            for _ in counts:
                people = f"{outer} of {people}"
                checker = f"_b.list[{checker}]" if item.is_deep else f"{VIEW}[{checker}]"
                taken = f"_t.Sequence[{taken}]"
            return FieldTypes(Types(people, checker), Types(people, f"{taken} | {READABLE}"))
        case FixedText():
            return FieldTypes(Types("str", "_b.str"), Types("str", "_b.str"))
        case Pointed(reader=ReadArray(item=item, nullable=nullable) as reader):
            taken_array = _array_argument(item, enums, writable=False).or_none(nullable)
            return FieldTypes(read_types(reader, enums), taken_array)
        case Pointed(reader=ReadTexts(nullable=nullable, element_nullable=element_nullable) as reader):
            taken_texts = texts_given(element_nullable).or_none(nullable)
            return FieldTypes(read_types(reader, enums), taken_texts)
        case Pointed(reader=reader):
            return FieldTypes(read_types(reader, enums), read_types(reader, enums))
        case Flexible(item=item):
            taken_items = _array_argument(item, enums, writable=False)
            if item.klass is ItemClass.CHAR:
                return FieldTypes(Types("bytes", "_b.bytes"), taken_items)
            each, outer = given(item, enums), "_b.list" if item.is_deep else VIEW
            people = f"{'list' if item.is_deep else 'view'} of {each.people}"
            return FieldTypes(Types(people, f"{outer}[{each.checker}]"), taken_items)
        case Functions(item=item, counts=counts, nullable=nullable):
            each = Types(item.python, item.typing).or_none(nullable or bool(counts))
            # What is not there is None, also where it may not be made so.
            seen = Types(item.python, item.typing).or_none(True)
            if not counts:
                return FieldTypes(seen, each)
            many = Types(f"tuple of {item.python} or None", f"_b.tuple[{seen.checker}, ...]")
            return FieldTypes(many, Types(many.people, f"_t.Sequence[{seen.checker}]"))
        case Switched(members=members):
            people = " | ".join(dict.fromkeys(member.annotation for member in members))
            read_as = " | ".join(dict.fromkeys(member.typing for member in members))
            taken = " | ".join(dict.fromkeys(member.accepts for member in members))
            return FieldTypes(
                Types(f"{people} | None", f"{read_as} | None"), Types(f"{people} | None", f"{taken} | None")
            )


def _array_argument(item: Item, enums: Mapping[str, str], writable: bool) -> Types:
    element = accepted(item, enums)
    buffer = WRITABLE if writable else READABLE
    if item.klass in (ItemClass.CHAR, ItemClass.BYTE):
        return Types("writable buffer" if writable else "bytes-like", buffer)
    name = item.python if item.klass is ItemClass.RECORD else item.spelling
    if writable:
        # A list keeps its element type, so the checker is told that any will do.
        return Types(f"list or writable buffer of {name}", f"_b.list[_t.Any] | {buffer}")
    checker = f"{buffer} | _t.Sequence[{element.checker}]"
    if item.values:
        return Types(f"sequence of {element.people}", f"_t.Sequence[{element.checker}]")
    return Types(f"sequence or buffer of {name}", checker)


def _made(made: Made, item: Item, enums: Mapping[str, str]) -> Types:
    element = given(item, enums)
    match made:
        case Made.BYTES:
            return Types("bytes", "_b.bytes")
        case Made.ARRAY:
            return Types("array", f"_a.array[{element.checker}]")
        case Made.NUMPY:
            return Types("ndarray", "_n.NDArray[_t.Any]")
        case Made.LIST:
            return Types(f"list[{element.people}]", f"_b.list[{element.checker}]")
        case Made.STR:
            return Types("str", "_b.str")


def read_types(reader: Reader, enums: Mapping[str, str]) -> Types:
    match reader:
        case ReadItem(item=item):
            return given(item, enums)
        case ReadText(nullable=nullable):
            return Types("str", "_b.str").or_none(nullable)
        case ReadArray(item=item, made=made, nullable=nullable):
            return _made(made, item, enums).or_none(nullable)
        case ReadTexts(nullable=nullable, element_nullable=element_nullable):
            element = "str | None" if element_nullable else "str"
            return Types(f"list[{element}]", f"_b.list[_b.{element}]").or_none(nullable)
        case ReadIndex(nullable=nullable):
            return Types("int", "_b.int").or_none(nullable)
        case ReadLent(item=item, nullable=nullable):
            each = given(item, enums)
            return Types(f"view of {each.people}", f"{VIEW}[{each.checker}]").or_none(nullable)
        case ReadRecord(item=item, nullable=nullable) | ReadHandle(item=item, nullable=nullable):
            return given(item, enums).or_none(nullable)


def array_given(item: Item, enums: Mapping[str, str]) -> Types:
    """What a callback gives for an array of C's: anything that an argument could be."""
    return _array_argument(item, enums, writable=False)


def texts_given(element_nullable: bool) -> Types:
    """The same for an array of text."""
    element = "str | None" if element_nullable else "str"
    return Types(f"sequence of {element}", f"_t.Sequence[_b.{element}]")


_DOTTED = re.compile(r"[A-Za-z_]\w*(?:\.\w+)*")


def _checked_name(match: re.Match[str]) -> str:
    """A type's name as the stub file reaches it: a module's under an alias, any other among the built-in ones."""
    name = match.group()
    module, dot, rest = name.rpartition(".")
    if name in ("None", "Any"):
        return "_t.Any" if name == "Any" else name
    return f"{MODULES}{module.replace('.', '_')}.{rest}" if dot else f"_b.{name}"


def marshalled_types(marshaller: Marshaller, is_argument: bool) -> Types:
    """What a custom marshaller says of its values: one of them, or as many as the array has elements."""
    name = marshaller.accepts if is_argument else marshaller.python
    one = Types(name, _DOTTED.sub(_checked_name, name))
    is_told = name == "Any" or name.endswith("None")
    one = one.or_none(marshaller.none is not NoneRule.REFUSED and not is_told)
    if not marshaller.each:
        return one
    if is_argument and not marshaller.in_place:
        return Types(f"sequence of {one.people}", f"_t.Sequence[{one.checker}]").or_none(marshaller.none_for_all)
    return Types(f"list[{one.people}]", f"_b.list[{one.checker}]").or_none(marshaller.none_for_all)


def _argument_types(arg: ArgPlan, enums: Mapping[str, str]) -> Types:
    if arg.marshaller is not None:
        return marshalled_types(arg.marshaller, is_argument=True)
    match arg.strategy:
        case Direct(item=item):
            return accepted(item, enums)
        case Slot(item=item, nullable=nullable):
            return accepted(item, enums).or_none(nullable)
        case TextIn(nullable=nullable) | TextRoom(nullable=nullable):
            return Types("str", "_b.str").or_none(nullable)
        case TextsIn(nullable=nullable, element_nullable=element_nullable):
            return texts_given(element_nullable).or_none(nullable)
        case ArrayIn(item=item, nullable=nullable):
            return _array_argument(item, enums, writable=False).or_none(nullable)
        case ArrayInOut(item=item, nullable=nullable):
            return _array_argument(item, enums, writable=True).or_none(nullable)
        case ArrayOut(item=item):
            return Types("writable buffer", WRITABLE)
        case TextsRoom(element_nullable=element_nullable):
            element = "str | None" if element_nullable else "str"
            return Types(f"list[{element}]", f"_b.list[_b.{element}]")
        case PointerSlot(reader=ReadTexts(nullable=nullable, element_nullable=element_nullable)):
            return texts_given(element_nullable).or_none(nullable)
        case PointerSlot(reader=ReadText(nullable=nullable)):
            return Types("str", "_b.str").or_none(nullable)
        case PointerSlot(reader=ReadArray(item=item, nullable=nullable)):
            return _array_argument(item, enums, writable=False).or_none(nullable)
        case PointerSlot(reader=ReadRecord(item=item, nullable=nullable)):
            return accepted(item, enums).or_none(nullable)
        case RecordSlot(item=item, nullable=nullable) | HandleIn(item=item, nullable=nullable):
            return accepted(item, enums).or_none(nullable)
        case CallbackIn(item=item, nullable=nullable) | HandleInOut(item=item, nullable=nullable):
            return accepted(item, enums).or_none(nullable)
        case PointerSlot() | HandleOut() | UserData() | Destroyer():
            raise AssertionError("what is only out is not an argument")


def _returned_types(arg: ArgPlan, enums: Mapping[str, str]) -> Types:
    if arg.marshaller is not None:
        return marshalled_types(arg.marshaller, is_argument=False)
    match arg.strategy:
        case Slot(item=item, nullable=nullable, direction=direction):
            return given(item, enums).or_none(nullable and direction is Direction.INOUT)
        case TextRoom(nullable=nullable, direction=direction):
            return Types("str", "_b.str").or_none(nullable and direction is Direction.INOUT)
        case ArrayOut(item=item, made=made):
            return _made(made, item, enums)
        case TextsRoom(element_nullable=element_nullable):
            element = "str | None" if element_nullable else "str"
            return Types(f"list[{element}]", f"_b.list[_b.{element}]")
        case PointerSlot(reader=reader):
            return read_types(reader, enums)
        case RecordSlot(item=item):
            return given(item, enums)
        case HandleOut(item=item, nullable=nullable) | HandleInOut(item=item, nullable=nullable):
            return given(item, enums).or_none(nullable)
        case _:
            raise AssertionError("this strategy returns nothing")


def default_text(arg: ArgPlan, values: Mapping[str, int | float | bytes], is_raised: bool = False) -> str | None:
    """How the default stands in the signature: its value where constant, else ``None``, which means "left out"."""
    if is_raised:
        # A size that grows: to pass the number it starts at would be to ask for just that much.
        return "None"
    if arg.default is None:
        return "None" if arg.optional or arg.awaits or arg.source is Source.CAPACITY else None
    if arg.marshaller is not None:
        return "None"
    if isinstance(arg.default, String) and isinstance(arg.strategy, TextIn):
        try:
            return repr(arg.default.value.decode("utf-8"))
        except UnicodeDecodeError:
            return "None"
    value = constant(arg.default, values)
    item = arg.strategy.item if isinstance(arg.strategy, Direct | Slot) else None
    if value is None or item is None or isinstance(value, bytes):
        return "None"
    match item.klass:
        case ItemClass.BOOLEAN:
            return str(bool(value))
        case ItemClass.FLOAT | ItemClass.LONG_DOUBLE:
            text = repr(float(value)) if abs(value) < 1e300 else "None"
            return text if text != "nan" else "None"
        case ItemClass.CHAR:
            return repr(bytes([int(value) & 0xFF]))
        case ItemClass.SIGNED | ItemClass.UNSIGNED | ItemClass.ENUM if isinstance(value, int):
            return str(value)
        case _:
            return "None"


def is_argument(arg: ArgPlan) -> bool:
    return arg.source in (Source.ARGUMENT, Source.CAPACITY)


def build_signature(
    function: Function,
    args: tuple[ArgPlan, ...],
    result: ResultPlan,
    again: Again | None,
    values: Mapping[str, int | float | bytes],
    enums: Mapping[str, str],
) -> Signature:
    """Design section 5: C order; capacities, and defaults that stand before a required parameter, by keyword only."""
    last_required = max(
        (i for i, a in enumerate(args) if a.source is Source.ARGUMENT and default_text(a, values) is None), default=-1
    )
    positional: list[Argument] = []
    keyword: list[Argument] = []
    buffers: list[Argument] = []
    for index, arg in enumerate(args):
        if isinstance(arg.strategy, ArrayOut) and arg.source is Source.NOTHING and arg.marshaller is None:
            types = _argument_types(arg, enums)
            default = None if arg.strategy.size is None else "None"
            optional = types.or_none(default is not None)
            buffers.append(
                Argument(arg.parameter.py_name, ArgumentKind.KEYWORD, default, optional.people, optional.checker, index)
            )
            continue
        if not is_argument(arg):
            continue
        default = default_text(arg, values, is_raised=again is not None and again.size == index)
        types = _argument_types(arg, enums)
        if default == "None":
            types = types if types.people.endswith("| None") else types.or_none(True)
        by_keyword = arg.source is Source.CAPACITY or (default is not None and index < last_required)
        kind = ArgumentKind.KEYWORD if by_keyword else ArgumentKind.POSITIONAL
        argument = Argument(arg.parameter.py_name, kind, default, types.people, types.checker, index)
        (keyword if by_keyword else positional).append(argument)
    arguments = (*positional, *keyword, *buffers)
    place = {argument.index: i for i, argument in enumerate(arguments)}
    numbered = tuple(dataclasses.replace(arg, argument=place.get(index)) for index, arg in enumerate(args))
    return Signature(numbered, arguments, _returned(function, numbered, result, enums))


def _returned(
    function: Function, args: tuple[ArgPlan, ...], result: ResultPlan, enums: Mapping[str, str]
) -> tuple[Returned, ...]:
    returned: list[Returned] = []
    if result.role is ResultRole.VALUE and result.reader is not None:
        types = read_types(result.reader, enums)
        if result.marshaller is not None:
            types = marshalled_types(result.marshaller, is_argument=False)
        returned.append(Returned("result", -1, types.people, types.checker))
    for index, arg in enumerate(args):
        if arg.is_result:
            types = _returned_types(arg, enums)
            item = Returned(arg.parameter.py_name, index, types.people, types.checker)
            # What is marked retval is Python's result: it comes first.
            returned.insert(0, item) if arg.parameter.contract.retval else returned.append(item)
    return tuple(returned)
