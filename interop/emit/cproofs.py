"""Proofs that a header declares a record as the declarations do: its size, its fields, their types and places.

A twin of each record, made from the declarations, is laid out by the same compiler. Every field's distance from the one
before it is compared, not its offset, so that one fault is reported once.
"""

from __future__ import annotations

from interop.emit.cbodies import is_anonymous, twin, value
from interop.emit.names import bits as bits_name
from interop.emit.names import twin as twin_name
from interop.emit.writer import Writer, c_string
from interop.model.ctype import Array, EnumRef, FunctionType, Kind, Primitive, is_boolean, strip
from interop.model.evaluate import integer_layout
from interop.model.library import Field, Library, Record


def prove_records(library: Library, writer: Writer) -> None:
    """All records with a body; anonymous ones are part of those that they stand in."""
    for number, record in enumerate(library.records):
        if record.fields is not None and not is_anonymous(record, library):
            _prove_record(record, number, library, writer)


def _title(record: Record) -> str:
    if record.is_nested:
        return f"this {'union' if record.is_union else 'struct'}"
    return f"'{record.spelling}'"


def _place(of: Record | Field) -> str:
    return f"#line {of.origin.line} {c_string(of.origin.file.path)}"


def _prove_record(record: Record, number: int, library: Library, writer: Writer) -> None:
    spelling, title = record.spelling, _title(record)
    flat = list(library.flat_fields(record))
    placed = [field for field in flat if field.name and field.bits is None]
    for field in placed:
        message = f"field '{field.name}' of {title} has another type in the header"
        _assert(writer, field, _same_type(field, spelling), message)
    for index, field in enumerate(flat):
        if field.name and field.bits:
            _prove_bits(field, f"{number}_{index}", spelling, writer)
    if record.is_partial:
        return
    name = twin_name(number)
    ours = f"{'union' if record.is_union else 'struct'} {name}"
    writer.lines(_place(record), twin(record, name, library))
    before: Field | None = None
    for field in placed:
        claim = " == ".join(_distance(of, before, field) for of in (spelling, ours))
        # A field of another type has moved the next one, too: that is said once.
        doubts = [f"!{_same_type(f, spelling)}" for f in (before, field) if f is not None]
        message = f"field '{field.name}' of {title} stands at another place in the header"
        _assert(writer, field, " || ".join([*doubts, claim]), message)
        before = None if record.is_union else field
    rest = " == ".join(_rest(of, before) for of in (spelling, ours))
    doubts = [f"!{_same_type(f, spelling)}" for f in (placed if record.is_union else placed[-1:])]
    message = f"{title} has another size in the header: a field is missing, or [pack]"
    _assert(writer, record, " || ".join([*doubts, rest]), message)
    _assert(
        writer,
        record,
        f"sizeof({spelling}) != sizeof({ours}) || _Alignof({spelling}) == _Alignof({ours})",
        f"{title} is aligned otherwise in the header",
    )


def _assert(writer: Writer, at: Record | Field, claim: str, message: str) -> None:
    writer.lines(_place(at), f'_Static_assert({claim}, "{message}");')


def _same_type(field: Field, spelling: str) -> str:
    """Whether the field has the declared type. What the header says of volatile does not matter."""
    types = [f"{qualifier}{_pointer(field)}" for qualifier in ("", "volatile ")]
    choices = "".join(f"{text}: 1, " for text in types)
    return f"_Generic(&(({spelling} *)0)->{field.name}, {choices}default: 0)"


def _pointer(field: Field) -> str:
    is_compound = isinstance(field.type, Array | FunctionType)
    return value(field, "(*)" if is_compound else "*")


def _distance(spelling: str, before: Field | None, field: Field) -> str:
    offset = f"offsetof({spelling}, {field.name})"
    return offset if before is None else f"{offset} - offsetof({spelling}, {before.name})"


def _rest(spelling: str, last: Field | None) -> str:
    size = f"sizeof({spelling})"
    return size if last is None else f"{size} - offsetof({spelling}, {last.name})"


def _prove_bits(field: Field, number: str, spelling: str, writer: Writer) -> None:
    """The widest value must fit: where it does not, the compiler says that it changes the value.

    The value stands at the field's own column, which is how the report finds the field."""
    layout = integer_layout(field.type)
    if layout is None or field.bits is None or is_boolean(field.type) or isinstance(strip(field.type), EnumRef):
        return
    signed = layout[1] and not _is_plain_char(field)
    widest = f"-{1 << (field.bits - 1)}" if signed else f"{(1 << field.bits) - 1}u"
    writer.lines(
        f"INTEROP_UNUSED static const {spelling} {bits_name(number)} = {{.{field.name} =",
        _place(field),
        " " * (field.origin.file.position(field.origin.start)[1] - 1) + widest + "};",
    )


def _is_plain_char(field: Field) -> bool:
    base = strip(field.type)
    return isinstance(base, Primitive) and base.kind is Kind.CHAR
