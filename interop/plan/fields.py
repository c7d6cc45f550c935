"""The plans of records: what each field is in Python, and how it crosses."""

from __future__ import annotations

from dataclasses import dataclass

from interop.model.expr import Expr
from interop.model.library import Field, Record
from interop.plan.calls import Marshaller
from interop.plan.items import Count, Item, ItemClass, Text
from interop.plan.readers import ReadArray, ReadRecord, ReadText, ReadTexts


@dataclass(frozen=True, slots=True)
class Inline:
    """A value inside the record: a scalar, or a record (seen as a live view where it is blittable)."""

    item: Item


@dataclass(frozen=True, slots=True)
class Bits:
    """A bit-field, which has no address."""

    item: Item
    width: int


@dataclass(frozen=True, slots=True)
class FixedArray:
    """Elements inside the record, outermost dimension first; characters are ``bytes``, all else a live view (a list
    where the elements are not blittable)."""

    item: Item
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FixedText:
    """Text inside the record: ``count`` units, the terminator included."""

    text: Text
    count: int


@dataclass(frozen=True, slots=True)
class Pointed:
    """Memory of its own behind a pointer. ``alloc`` makes it where C may free it; ``minimum``: how many elements C will
    assume, where that is not just the field that the array fills."""

    reader: ReadText | ReadArray | ReadTexts | ReadRecord
    alloc: str | None
    minimum: Count | None


@dataclass(frozen=True, slots=True)
class Flexible:
    """A flexible array member: ``count`` elements behind the record, by address only."""

    item: Item
    count: Count


@dataclass(frozen=True, slots=True)
class Live:
    """When a member of a union is the live one: ``tag`` has one of ``values``; with ``is_default``, none of those."""

    tag: Expr
    values: tuple[int, ...]
    is_default: bool


@dataclass(frozen=True, slots=True)
class Switched:
    """A union of which the tag's member is what Python sees, or None where no member is live."""

    members: tuple[FieldPlan, ...]


@dataclass(frozen=True, slots=True)
class Functions:
    """A function pointer inside the record, or (``counts``) a fixed array of them: callables, which C may call as long
    as the record is there, or (``forever``) from now on."""

    item: Item
    counts: tuple[int, ...]
    nullable: bool
    forever: bool


FieldShape = Inline | Bits | FixedArray | FixedText | Pointed | Flexible | Switched | Functions


@dataclass(frozen=True, slots=True)
class FieldPlan:
    """One field as Python sees it; those of anonymous members stand among the record's own."""

    field: Field
    path: str
    """How C reaches it from the record: ``u.i``."""
    shape: FieldShape
    held: int | None
    """The place of the Python object that holds it until it crosses; None: it lives in the native value."""
    is_hidden: bool
    """It only measures another field, and is filled from that."""
    measures: tuple[int, ...]
    """Indexes of the fields that fill it."""
    live: Live | None
    overlays: bool
    """It shares its bytes with other fields, none of which is known to be the live one."""
    annotation: str
    typing: str
    accepts: str
    """What may be assigned, for type checkers."""
    reason: str
    """Why the record is not blittable because of it; empty where it is no obstacle."""
    marshaller: Marshaller | None = None
    """Between what is read or assigned and what the shape gives or takes."""
    shares: tuple[int, ...] = ()
    """Indexes of the fields that stand in the same bytes, so that only one of them can be given."""

    @property
    def is_number(self) -> bool:
        """A plain integer or floating-point number in the native value, in bytes of its own, and nothing else to it."""
        numbers = (ItemClass.SIGNED, ItemClass.UNSIGNED, ItemClass.FLOAT)
        simple = not (self.is_hidden or self.live or self.overlays or self.marshaller) and self.held is None
        return simple and isinstance(self.shape, Inline) and self.shape.item.klass in numbers


@dataclass(frozen=True, slots=True)
class Taken:
    """What becomes the live member of a variant: values of one type of Python's."""

    python: str
    field: FieldPlan
    tag: int

    @property
    def is_number(self) -> bool:
        """It is stored as it is: a plain integer or floating-point number."""
        shape = self.field.shape
        return isinstance(shape, Inline) and shape.item.klass in (ItemClass.SIGNED, ItemClass.UNSIGNED, ItemClass.FLOAT)

    @property
    def is_immutable(self) -> bool:
        """A ``str`` or ``bytes`` itself may stand behind the pointer."""
        shape = self.field.shape
        if not isinstance(shape, Pointed) or self.field.held is None:
            return False
        return isinstance(shape.reader, ReadText | ReadArray) and self.python in ("str", "bytes")


@dataclass(frozen=True, slots=True)
class VariantPlan:
    """A record that Python sees as the value of its live member."""

    tag: FieldPlan | None
    """The field that says which is live; None: something that has to be computed, so that only records go in."""
    takes: tuple[Taken, ...]
    none: int | None
    """The tag of None."""


@dataclass(frozen=True, slots=True)
class RecordPlan:
    """A struct or union and its Python class: an object holds the native value, and beside it what that cannot hold."""

    record: Record
    item: Item
    fields: tuple[FieldPlan, ...]
    """In C order, hidden ones included."""
    held: int
    """How many Python objects stand beside the native value; 0: blittable."""
    variant: VariantPlan | None = None
    keeps: bool = False
    """Function pointers stand in it, or in records inside it: who has a copy keeps the callables behind them."""

    @property
    def is_blittable(self) -> bool:
        return not self.item.is_deep

    @property
    def methods(self) -> tuple[FieldPlan, ...]:
        """The fields that methods of an object may fill."""
        return tuple(field for field in self.fields if isinstance(field.shape, Functions) and not field.shape.counts)

    @property
    def nests(self) -> bool:
        """Whether converting one may convert others, to any depth."""
        return self.variant is not None or any(_nests(field.shape) for field in self.fields)

    @property
    def is_flat(self) -> bool:
        """Whether what stands beside the native value are single objects, each of which can be replaced by another."""
        return self.held > 0 and not (self.nests or self.is_flexible or self.keeps)

    @property
    def is_numbers(self) -> bool:
        """Whether its fields are numbers, each in bytes of its own: a constructor needs only to convert them."""
        return bool(self.fields) and not self.record.is_union and all(field.is_number for field in self.fields)

    @property
    def is_flexible(self) -> bool:
        """Whether its size differs from object to object."""
        return any(isinstance(field.shape, Flexible) for field in self.fields)


def _nests(shape: FieldShape) -> bool:
    match shape:
        case Inline(item=item) | FixedArray(item=item) | Flexible(item=item) | Pointed(reader=ReadArray(item=item)):
            return item.is_deep
        case Switched(members=members):
            return any(_nests(member.shape) for member in members)
        case Pointed(reader=reader):
            return isinstance(reader, ReadRecord)
        case _:
            return False
