"""The plan of every record: what each field is to Python, and whether the record can be shared with C as it is."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from interop.diag.report import Diagnostic, Report
from interop.model.contract import Contract
from interop.model.ctype import (
    Array,
    CType,
    FunctionType,
    Pointer,
    Primitive,
    RecordRef,
    Void,
    element_of,
    holds_bstr,
    is_bstr,
    is_character,
    may_be_text,
    strip,
)
from interop.model.evaluate import constant
from interop.model.expr import bare_name
from interop.model.library import Field, Library, Record
from interop.plan import faults
from interop.plan.calls import Marshaller
from interop.plan.fields import (
    Bits,
    FieldPlan,
    FieldShape,
    FixedArray,
    FixedText,
    Flexible,
    Functions,
    Inline,
    Live,
    Pointed,
    RecordPlan,
    Switched,
)
from interop.plan.items import BSTR_ALLOC, Item, ItemClass
from interop.plan.marshal import judge_field, of_field, shape_of_lists
from interop.plan.pointers import Context, alloc_of, is_described, level, pointer_reader, text_of
from interop.plan.readers import ReadArray, ReadRecord, ReadText, ReadTexts
from interop.plan.shapes import mangle
from interop.plan.shared import constants_of
from interop.plan.signature import field_types
from interop.plan.variants import plan_variant, values_of

INTEGERS = (ItemClass.SIGNED, ItemClass.UNSIGNED)


def record_items(library: Library) -> dict[str, Item]:
    """An item for every record whose body is known, by its spelling."""
    bodies = {record.spelling: record for record in library.records if record.fields is not None}
    found: dict[str, Item] = {}

    def item(record: Record) -> Item:
        if record.spelling not in found:
            # A record cannot hold itself by value, so this ends.
            parts = [part for field in record.fields or () for part in memory(field)]
            found[record.spelling] = Item(
                ItemClass.RECORD,
                record.spelling,
                f"r_{mangle(record.spelling)}",
                record.py_name,
                record=record.spelling,
                is_deep=bool(parts) or record.is_variant,
                is_owned=any(parts),
                values=values_of(record, bodies) if record.is_variant else (),
            )
        return found[record.spelling]

    def memory(field: Field) -> Iterator[bool]:
        """For memory of a field's own outside the record: whether what C leaves there is to be freed."""
        base = strip(field.type)
        while isinstance(base, Array):
            if base.count is None:
                yield False
            base = strip(base.element)
        if isinstance(base, RecordRef) and base.spelling in bodies:
            inner = item(bodies[base.spelling])
            if inner.is_deep:
                yield inner.is_owned
        elif isinstance(base, Pointer) and is_pointed(field):
            element = field.contract.element
            owned = field.contract.owned is not None or (element is not None and element.owned is not None)
            yield owned or holds_bstr(field.type)

    for record in bodies.values():
        item(record)
    return found


def is_pointed(field: Field) -> bool:
    """Whether a pointer field stands for what it points at; else it is seen as the pointer itself."""
    pointer = strip(field.type)
    contract = field.contract
    if not isinstance(pointer, Pointer) or contract.raw or isinstance(strip(pointer.target), FunctionType):
        return False
    if is_bstr(field.type) or (pointer.const and is_character(pointer.target)):
        return True
    return is_described(contract) or contract.nullable is not None


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a field stands, seen from the record: inside anonymous members, and under which tag."""

    field: Field
    path: str
    live: Live | None
    overlays: bool
    among: tuple[tuple[str, int], ...] = ()
    """The unions without a tag it is part of, and which member of each."""

    def shares(self, other: _Place) -> bool:
        """Whether the two are of different members of one union, and so in the same bytes."""
        return any(mine[0] == its[0] and mine[1] != its[1] for mine in self.among for its in other.among)


@dataclass(slots=True)
class RecordPlanner:
    """Plans the records of one library."""

    context: Context
    report: Report
    enums: Mapping[str, str]
    keepers: set[str] = dataclasses.field(default_factory=set)
    """The suffixes of the records in which function pointers stand."""

    def plan(self) -> tuple[RecordPlan, ...]:
        """Records with a body, in the order of their declaration, which C makes the inner ones' first."""
        anonymous = {
            base.spelling
            for record in self.library.records
            for field in record.fields or ()
            if isinstance(base := strip(field.type), RecordRef) and (not field.name or field.switch is not None)
        }
        plans = (
            self.record(record)
            for record in self.library.records
            if record.fields is not None and record.spelling not in anonymous
        )
        return tuple(plan for plan in plans if plan is not None)

    @property
    def library(self) -> Library:
        return self.context.library

    def record(self, record: Record) -> RecordPlan | None:
        item = self.context.types.records[record.spelling]
        before = len(self.report.diagnostics)
        places = list(self.places(record))
        shapes = [self.shape(record, place) for place in places]
        if len(self.report.diagnostics) > before:
            return None
        sound = [(place, shape) for place, shape in zip(places, shapes, strict=True) if shape is not None]
        measures = self.measures(record, sound)
        fields: list[FieldPlan] = []
        held = 0
        for index, (place, shape) in enumerate(sound):
            reason = self.obstacle(shape)
            marshaller = self.marshaller(place.field, shape, place.live is not None)
            types = field_types(shape, self.enums, marshaller)
            fields.append(
                FieldPlan(
                    field=place.field,
                    path=place.path,
                    shape=shape_of_lists(shape) if marshaller is not None and marshaller.each else shape,
                    held=held if reason else None,
                    is_hidden=index in measures,
                    measures=tuple(measures.get(index, ())),
                    live=place.live,
                    overlays=place.overlays,
                    shares=tuple(other for other, (its, _) in enumerate(sound) if place.shares(its)),
                    annotation=types.given.people,
                    typing=types.given.checker,
                    accepts=types.accepted.checker,
                    reason=reason,
                    marshaller=marshaller,
                )
            )
            held += bool(reason)
        if len(self.report.diagnostics) > before:
            return None
        keeps = any(self.keeps(plan.shape) for plan in fields)
        if keeps:
            self.keepers.add(item.suffix)
        return RecordPlan(record, item, tuple(fields), held, plan_variant(record, tuple(fields)), keeps)

    def keeps(self, shape: FieldShape) -> bool:
        """Whether function pointers stand in the bytes of a field."""
        match shape:
            case Functions():
                return True
            case Inline(item=item) | FixedArray(item=item):
                return not item.is_deep and item.suffix in self.keepers
            case Switched(members=members):
                return any(self.keeps(member.shape) for member in members)
            case _:
                return False

    # Which fields there are

    def places(
        self,
        record: Record,
        prefix: str = "",
        live: Live | None = None,
        overlays: bool = False,
        among: tuple[tuple[str, int], ...] = (),
    ) -> Iterator[_Place]:
        """The fields of a record, those of anonymous members among them."""
        overlays = overlays or (record.is_union and live is None)
        outer = among
        for number, field in enumerate(record.fields or ()):
            inner = self.body(field.type)
            if record.is_union and live is None:
                among = (*outer, (f"{prefix}{record.spelling}", number))
            if not field.name and inner is None:
                continue  # padding: an unnamed bit-field
            if field.name:
                yield _Place(field, f"{prefix}{field.name}", live, overlays, among)
            elif inner is not None and field.switch is not None:
                for member, when in self.members(field, inner):
                    nested = None if member.name else self.body(member.type)
                    if nested is not None:
                        yield from self.places(nested, prefix, when)
                    else:
                        yield _Place(member, f"{prefix}{member.name}", when, False)
            elif inner is not None:
                yield from self.places(inner, prefix, live, overlays, among)

    def body(self, ctype: CType) -> Record | None:
        base = strip(ctype)
        if not isinstance(base, RecordRef):
            return None
        found = (r for r in self.library.records if r.spelling == base.spelling and r.fields is not None)
        return next(found, None)

    def members(self, field: Field, union: Record) -> Iterator[tuple[Field, Live]]:
        """The members of a tagged union, and when each is live."""
        assert field.switch is not None
        every: list[int] = []
        for member in union.fields or ():
            every.extend(self.values(member))
        for member in union.fields or ():
            values = tuple(every) if member.is_default else tuple(self.values(member))
            yield member, Live(field.switch, values, member.is_default)

    def values(self, member: Field) -> list[int]:
        known = constants_of(self.library)
        values = (constant(case, known) for case in member.cases)
        return [value for value in values if isinstance(value, int)]

    # What each of them is

    def shape(self, record: Record, place: _Place) -> FieldShape | None:
        field = place.field
        base = strip(field.type)
        if field.bits is not None:
            item = self.context.types.item(field.type)
            assert item is not None, "the front end allows integers only"
            return Bits(item, field.bits)
        if field.switch is not None:
            return self.switched(record, place)
        function = self.context.types.callback(element_of(field.type), field.contract)
        if function is not None:
            return self.functions(record, field, function)
        if isinstance(base, Array):
            shape = self.array(record, field, base)
        elif isinstance(base, Pointer) and is_pointed(field):
            shape = self.pointed(record, field, base)
        else:
            item = self.context.types.item(field.type)
            assert item is not None, "the front end has seen that a value of this type can exist"
            if self.context.is_flexible(item):
                self.report.add(faults.flexible_inside(record, field))
                return None
            shape = Inline(item)
        if shape is not None and _holds_variant(shape):
            self.report.add(faults.variant_inside(record, field))
            return None
        if shape is not None and place.overlays and self.obstacle(shape):
            self.report.add(faults.owned_overlay(record, field))
            return None
        return shape

    def functions(self, record: Record, field: Field, item: Item) -> FieldShape | None:
        """Function pointers that Python sees as callables."""
        counts: list[int | None] = []
        element = field.type
        while isinstance(array := strip(element), Array):
            counts.append(array.count)
            element = array.element
        known = tuple(count for count in counts if count is not None)
        if len(known) < len(counts) or len(counts) > 1:
            what = f"'{field.type.spell()}', function pointers in more than one dimension or in any number,"
            self.report.add(faults.functions_not_supported(record, field, what))
            return None
        if record.is_variant or field.contract.marshaller is not None:
            what = (
                "a function pointer with a marshaller" if field.contract.marshaller else "a variant's function pointer"
            )
            self.report.add(faults.functions_not_supported(record, field, what))
            return None
        return Functions(item, known, field.contract.nullable is not False, field.contract.scope is not None)

    def marshaller(self, field: Field, shape: FieldShape, is_late: bool) -> Marshaller | None:
        marshaller = of_field(field, shape, is_late, self.context.look_up)
        if marshaller is not None:
            for fault in judge_field(marshaller, field, shape, self.context.look_up(marshaller.path)):
                self.report.add(fault)
        return marshaller

    def switched(self, record: Record, place: _Place) -> FieldShape | None:
        union = self.body(place.field.type)
        assert union is not None, "the front end allows unions only"
        members: list[FieldPlan] = []
        for member, live in self.members(place.field, union):
            path = f"{place.path}.{member.name}"
            shape = self.shape(record, _Place(member, path, live, False))
            if shape is None:
                return None
            marshaller = self.marshaller(member, shape, is_late=True)
            if marshaller is not None:
                self.report.add(faults.not_marshalled(marshaller.path, "one member of a union", member.origin))
                return None
            types = field_types(shape, self.enums)
            members.append(
                FieldPlan(
                    field=member,
                    path=path,
                    shape=shape,
                    held=None,
                    is_hidden=False,
                    measures=(),
                    live=live,
                    overlays=False,
                    annotation=types.given.people,
                    typing=types.given.checker,
                    accepts=types.accepted.checker,
                    reason=self.obstacle(shape),
                )
            )
        pointer = next((member.field for member in members if isinstance(member.shape, Functions)), None)
        if pointer is not None and any(member.reason for member in members):
            what = "a function pointer beside members that own memory"
            self.report.add(faults.functions_not_supported(record, pointer, what))
            return None
        return Switched(tuple(members))

    def array(self, record: Record, field: Field, array: Array) -> FieldShape | None:
        counts: list[int | None] = []
        element: CType = array
        while isinstance(base := strip(element), Array):
            counts.append(base.count)
            element = base.element
        item = self.context.types.item(element)
        assert item is not None, "the front end has seen that a value of this type can exist"
        if self.context.is_flexible(item):
            self.report.add(faults.flexible_inside(record, field))
            return None
        contract = field.contract
        said = contract.element
        says_more = said is not None and said != Contract(marshaller=said.marshaller)
        is_text = contract.string and isinstance(strip(element), Pointer)
        if contract.length is not None or says_more or contract.null_terminated or is_text:
            self.report.add(faults.field_not_supported(record, field, f"'{field.type.spell()}' with these attributes"))
            return None
        known = tuple(count for count in counts if count is not None)
        if len(known) < len(counts):
            size = level(contract.size, 0)
            if size is None or len(counts) > 1:
                self.report.add(faults.field_unsized(record, field))
                return None
            return Flexible(item, size)
        if contract.string and len(known) == 1 and may_be_text(element):
            return FixedText(text_of(element, contract, self.context), known[0])
        return FixedArray(item, known)

    def pointed(self, record: Record, field: Field, pointer: Pointer) -> FieldShape | None:
        contract = field.contract
        says = contract.string or (
            pointer.const and is_character(pointer.target) and not (contract.size or contract.null_terminated)
        )
        reader = pointer_reader(field.type, contract, self.context, depth=0, says=says)
        if reader is None:
            self.report.add(self.undescribed(record, field, pointer))
            return None
        size = level(contract.size, 0)
        derived = size is not None and bare_name(size.expr) in self.names(record)
        alloc = BSTR_ALLOC if is_bstr(field.type) else alloc_of(contract)
        return Pointed(reader, alloc, None if derived else size)

    def names(self, record: Record) -> set[str]:
        """What an expression of a record can count by: its fields, those of anonymous members among them."""
        return {place.field.name for place in self.places(record)}

    def undescribed(self, record: Record, field: Field, pointer: Pointer) -> Diagnostic:
        target = strip(pointer.target)
        if is_character(pointer.target):
            return faults.field_text_or_bytes(record, field)
        if isinstance(target, Primitive | Void):
            return faults.field_unsized(record, field)
        return faults.field_not_supported(record, field, f"'{field.type.spell()}' with these attributes")

    def obstacle(self, shape: FieldShape) -> str:
        """Why a field keeps its record from being blittable."""
        match shape:
            case Pointed(reader=ReadText()):
                return "it is text in memory of its own"
            case Pointed(reader=ReadTexts()):
                return "it is an array of text in memory of its own"
            case Pointed(reader=ReadArray()):
                return "it is an array in memory of its own"
            case Pointed(reader=ReadRecord()):
                return "it is a record in memory of its own"
            case Flexible():
                return "its length differs from object to object"
            case Inline(item=item) | FixedArray(item=item) if item.is_deep:
                return f"'{item.python}' is not blittable"
            case Switched(members=members):
                found = (member.field.name for member in members if member.reason)
                first = next(found, None)
                return f"its member '{first}' is not blittable" if first is not None else ""
            case _:
                return ""

    # Which of them only measure others

    def measures(self, record: Record, fields: list[tuple[_Place, FieldShape]]) -> dict[int, list[int]]:
        """The fields that are filled from the arrays they count: no attributes of their own."""
        index_of = {place.field.name: index for index, (place, _) in enumerate(fields)}
        found: dict[int, list[int]] = {}
        for index, (place, shape) in enumerate(fields):
            size = _filled_size(place.field.contract, shape)
            if size is None or size not in index_of:
                continue  # known without being counted: a constant, or an expression
            measure = index_of[size]
            counts = fields[measure][1]
            if not (isinstance(counts, Inline | Bits) and counts.item.klass in INTEGERS):
                self.report.add(faults.measures_two_ways(record, place.field, size))
            else:
                found.setdefault(measure, []).append(index)
        return found


def _filled_size(contract: Contract, shape: FieldShape) -> str | None:
    """The field that an array fills, if its size is just that."""
    if not isinstance(shape, Pointed | Flexible):
        return None
    size = level(contract.size, 0)
    return bare_name(size.expr) if size is not None else None


def flexible_records(library: Library, items: Mapping[str, Item]) -> frozenset[str]:
    """The suffixes of the records that end in a flexible array member."""
    return frozenset(items[record.spelling].suffix for record in library.records if ends_in_flexible(record))


def ends_in_flexible(record: Record) -> bool:
    last = strip(record.fields[-1].type) if record.fields else None
    return isinstance(last, Array) and last.count is None


def ungivable_records(library: Library, items: Mapping[str, Item]) -> dict[str, Field]:
    """By suffix, the records whose memory the stub cannot make for C to free, each with the field that stands in the
    way."""
    bodies = {record.spelling: record for record in library.records if record.fields is not None}

    def lacking(record: Record, seen: frozenset[str]) -> Field | None:
        for field in record.fields or ():
            base = strip(field.type)
            if isinstance(base, Pointer) and is_pointed(field):
                element = field.contract.element
                owned = field.contract.owned is not None and alloc_of(field.contract) is None
                if owned or (element is not None and element.owned is not None):
                    return field
                target = strip(base.target)
                body = bodies.get(target.spelling) if isinstance(target, RecordRef) else None
                if field.contract.owned is not None and body is not None and ends_in_flexible(body):
                    return field
            while isinstance(base, Array | Pointer):
                base = strip(base.element if isinstance(base, Array) else base.target)
            inner = bodies.get(base.spelling) if isinstance(base, RecordRef) else None
            if inner is not None and inner.spelling not in seen:
                found = lacking(inner, seen | {inner.spelling})
                if found is not None:
                    return found
        return None

    answers = {spelling: lacking(record, frozenset({spelling})) for spelling, record in bodies.items()}
    return {items[spelling].suffix: field for spelling, field in answers.items() if field is not None}


def _holds_variant(shape: FieldShape) -> bool:
    match shape:
        case Inline(item=item) | FixedArray(item=item) | Flexible(item=item):
            return bool(item.values)
        case Pointed(reader=ReadArray(item=item) | ReadRecord(item=item)):
            return bool(item.values)
        case _:
            return False
