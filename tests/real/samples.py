"""Values for every field of a record, all different, and what a record holds as plain Python objects."""

from __future__ import annotations

from itertools import count
from types import ModuleType
from typing import Any

from interop.plan.fields import (
    Bits,
    FieldPlan,
    FieldShape,
    FixedArray,
    FixedText,
    Flexible,
    Functions,
    Inline,
    Pointed,
    RecordPlan,
    Switched,
)
from interop.plan.items import Item, ItemClass, Made
from interop.plan.library import LibraryPlan
from interop.plan.readers import ReadArray, ReadRecord, ReadText, ReadTexts

ELEMENTS = 3
"""How many elements every array behind a pointer has: several may be counted by one field."""

OWN: dict[str, dict[str, object]] = {
    # The length counts the header too, so that no field simply counts the data.
    "cmsghdr": {"cmsg_len": 16 + 5, "__cmsg_data": b"hello"},
}
"""Fields whose values depend on each other in a way that only their declaration says."""


class Samples:
    """Makes records of one module."""

    def __init__(self, plan: LibraryPlan, module: ModuleType) -> None:
        self.plan = plan
        self.module = module
        self.numbers = count(1)

    def build(self, record: RecordPlan, depth: int = 0, member: str | None = None) -> Any:
        """A new record with every field filled; of a union, one member."""
        own = OWN.get(record.record.py_name, {})
        given: dict[str, Any] = {}
        later: list[FieldPlan] = []
        for field in self.filled(record, member):
            if self.nested(field.shape) is not None:
                later.append(field)
            else:
                name = field.field.py_name
                given[name] = own[name] if name in own else self.value(field, depth)
        made = getattr(self.module, record.record.py_name)(**given)
        for field in later:
            self.fill(getattr(made, field.field.py_name), self.nested(field.shape), depth)
        return made

    def fill(self, view: Any, record: RecordPlan | None, depth: int) -> None:
        """An inner record that has no name: there is no class to be called, but a view to be written through."""
        assert record is not None
        for field in self.filled(record, None):
            inner = self.nested(field.shape)
            if inner is not None:
                self.fill(getattr(view, field.field.py_name), inner, depth)
            else:
                setattr(view, field.field.py_name, self.value(field, depth))

    def filled(self, record: RecordPlan, member: str | None) -> list[FieldPlan]:
        fields = [field for field in record.fields if not field.is_hidden]
        if record.record.is_union:
            return [field for field in fields if field.field.name == (member or fields[-1].field.name)]
        return fields

    def nested(self, shape: FieldShape) -> RecordPlan | None:
        """The record without a name that a field is."""
        if not isinstance(shape, Inline) or shape.item.klass is not ItemClass.RECORD:
            return None
        record = self.plan.record(shape.item.record or "")
        return record if record is not None and record.record.is_nested else None

    def value(self, field: FieldPlan, depth: int) -> Any:
        match field.shape:
            case Inline(item=item):
                return self.item(item, field, depth)
            case Bits(width=width):
                return next(self.numbers) % (1 << (width - 1))
            case FixedArray(item=item, counts=counts):
                return self.array(item, counts, field, depth)
            case FixedText(count=room):
                return f"text {next(self.numbers)}"[: room - 1]
            case Pointed(reader=ReadText()):
                return f"text {next(self.numbers)} größer" if depth == 0 else None
            case Pointed(reader=ReadTexts()):
                return [f"text {next(self.numbers)}", ""]
            case Pointed(reader=ReadArray(item=item, made=made)):
                items = [self.item(item, field, depth + 1) for _ in range(ELEMENTS)]
                return bytes(items) if made is Made.BYTES else items
            case Pointed(reader=ReadRecord(item=item)):
                record = self.plan.record(item.record or "")
                assert record is not None
                return self.build(record, depth + 1) if depth < 2 else None
            case Flexible() | Switched():
                raise AssertionError(f"{field.field.name} needs values of its own")

    def array(self, item: Item, counts: tuple[int, ...], field: FieldPlan, depth: int) -> Any:
        if len(counts) > 1:
            return [self.array(item, counts[1:], field, depth) for _ in range(counts[0])]
        if item.klass in (ItemClass.CHAR, ItemClass.BYTE):
            return bytes(next(self.numbers) % 256 for _ in range(counts[0]))
        return [self.item(item, field, depth) for _ in range(counts[0])]

    def item(self, item: Item, field: FieldPlan, depth: int) -> Any:
        number = next(self.numbers)
        match item.klass:
            case ItemClass.SIGNED | ItemClass.UNSIGNED:
                return self.integer(item, number)
            case ItemClass.FLOAT:
                return number + 0.5
            case ItemClass.POINTER:
                return 0x1000 + 16 * number
            case ItemClass.CHAR:
                return bytes([number % 256])
            case ItemClass.BYTE:
                return number % 256
            case ItemClass.RECORD:
                record = self.plan.record(item.record or "")
                assert record is not None
                return self.build(record, depth + 1)
            case klass:
                raise AssertionError(f"{field.field.name} is of the class {klass}")

    def integer(self, item: Item, number: int) -> int:
        """Near the ends of the type's range where it is wide, so that a field of another width is found out."""
        ctype = item.spelling
        bits = 8 * self.module.ffi.sizeof(ctype)
        if item.klass is ItemClass.UNSIGNED:
            return (1 << bits) - 2 - number % 100
        return number % 100 - (1 << (bits - 1))

    # Reading

    def contents(self, made: Any, record: RecordPlan) -> dict[str, object]:
        """What a record holds, by the names of its fields."""
        found: dict[str, object] = {}
        for field in record.fields:
            if not field.is_hidden:
                found[field.field.py_name] = self.plain(getattr(made, field.field.py_name), field.shape)
        return found

    def plain(self, value: Any, shape: FieldShape) -> object:
        match shape:
            case Inline(item=item) | Pointed(reader=ReadRecord(item=item)):
                return self.plain_item(value, item)
            case FixedArray(item=item, counts=counts) if len(counts) > 1:
                inner = FixedArray(item, counts[1:])
                return [self.plain(row, inner) for row in value]
            case FixedArray(item=item) | Pointed(reader=ReadArray(item=item)) | Flexible(item=item):
                return value if value is None else [self.plain_item(each, item) for each in value]
            case _:
                return value

    def plain_item(self, value: Any, item: Item) -> object:
        if item.klass is ItemClass.POINTER:
            return int(self.module.ffi.cast("uintptr_t", value)) if value is not None else 0
        if item.klass is ItemClass.RECORD and value is not None:
            record = self.plan.record(item.record or "")
            assert record is not None
            return self.contents(value, record)
        return value

    # The same through cffi, which reads C's memory without any of our code

    def contents_by_cffi(self, cdata: Any, record: RecordPlan) -> dict[str, object]:
        return {
            field.field.py_name: self.by_cffi(getattr(cdata, field.field.name), field.shape) for field in record.fields
        }

    def by_cffi(self, value: Any, shape: FieldShape) -> object:
        match shape:
            case Inline(item=item):
                return self.item_by_cffi(value, item)
            case FixedText():
                return self.module.ffi.string(value).decode()
            case FixedArray(item=item, counts=counts) if len(counts) > 1:
                return [self.by_cffi(row, FixedArray(item, counts[1:])) for row in value]
            case FixedArray(item=item):
                if item.klass is ItemClass.CHAR:
                    return list(self.module.ffi.buffer(value)[:])
                return [self.item_by_cffi(each, item) for each in value]
            case Functions():
                return value or None  # NULL
            case _:
                return value

    def item_by_cffi(self, value: Any, item: Item) -> object:
        if item.klass is ItemClass.POINTER:
            return int(self.module.ffi.cast("uintptr_t", value))
        if item.klass is ItemClass.RECORD:
            record = self.plan.record(item.record or "")
            assert record is not None
            return self.contents_by_cffi(value, record)
        return value
