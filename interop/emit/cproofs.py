"""Proofs that a header declares a record as the declarations do: its size, its fields, their types and places.

A twin of each record, made from the declarations, is laid out by the same compiler. Every field's distance from the one
before it is compared, not its offset, so that one fault is reported once.
"""

from __future__ import annotations

from interop.emit.cbodies import is_anonymous, twin, value
from interop.emit.names import bits as bits_name
from interop.emit.names import twin as twin_name
from interop.emit.writer import Writer, c_string
from interop.model.ctype import Array, EnumRef, Kind, Primitive, is_boolean, strip
from interop.model.evaluate import integer_layout
from interop.model.library import Field, Library, Record

_MACROS = (
    "#pragma GCC diagnostic push",
    '#pragma GCC diagnostic error "-Woverflow"',
    '#pragma GCC diagnostic error "-Wconversion"',
    '#pragma GCC diagnostic error "-Wsign-conversion"',
    "#ifdef __clang__",
    '#pragma GCC diagnostic error "-Wbitfield-constant-conversion"',
    "#endif",
    "/* Whether a field has one of two types; whether it is as far from the one before it as in the record's twin. */",
    "#define INTEROP_TYPED(record, field, type, other) _Generic(&((record *)0)->field, type: 1, other: 1, default: 0)",
    "#define INTEROP_PLACED(record, twin, field) (offsetof(record, field) == offsetof(twin, field))",
    "#define INTEROP_APART(record, twin, before, field) \\",
    "    (offsetof(record, field) - offsetof(record, before) == offsetof(twin, field) - offsetof(twin, before))",
    "#define INTEROP_ENDS(record, twin, last) \\",
    "    (sizeof(record) - offsetof(record, last) == sizeof(twin) - offsetof(twin, last))",
)


def prove_records(library: Library, writer: Writer) -> None:
    """All records with a body; anonymous ones are part of those that they stand in."""
    if all(record.fields is None for record in library.records):
        return
    writer.lines(*_MACROS)
    for number, record in enumerate(library.records):
        if record.fields is not None and not is_anonymous(record, library):
            _prove_record(record, number, library, writer)
    writer.line("#pragma GCC diagnostic pop")


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
    doubt = ""
    for field in placed:
        claim = f"INTEROP_PLACED({spelling}, {ours}, {field.name})"
        if before is not None:
            claim = f"INTEROP_APART({spelling}, {ours}, {before.name}, {field.name})"
        typed = _same_type(field, spelling)
        message = f"field '{field.name}' of {title} stands at another place in the header"
        # What is wrong with a field may have moved the next one, too: that is said once.
        _assert(writer, field, f"{doubt}!{typed} || {claim}", message)
        doubt = f"!{typed} || !{claim} || "
        before = None if record.is_union else field
    rest = f"sizeof({spelling}) == sizeof({ours})"
    if before is not None:
        rest = f"INTEROP_ENDS({spelling}, {ours}, {before.name})"
    message = f"{title} has another size in the header: a field is missing, or [pack]"
    _assert(writer, record, doubt + rest, message)
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
    declarator = "(*)" if isinstance(field.type, Array) else "*"
    types = f"{value(field, declarator)}, {value(field, declarator, 'volatile ')}"
    return f"INTEROP_TYPED({spelling}, {field.name}, {types})"


def _prove_bits(field: Field, number: str, spelling: str, writer: Writer) -> None:
    """The widest value must fit: where it does not, the compiler says that it changes the value.

    The value stands at the field's own column, which is how the report finds the field."""
    layout = integer_layout(field.type)
    if layout is None or field.bits is None or is_boolean(field.type) or isinstance(strip(field.type), EnumRef):
        return
    signed = layout[1] and not _is_plain_char(field)
    most = (1 << field.bits) - 1
    widest = f"-{1 << (field.bits - 1)}" if signed else f"{most}{'u' if most >= 1 << 63 else ''}"
    writer.lines(
        f"INTEROP_UNUSED static const {spelling} {bits_name(number)} = {{.{field.name} =",
        _place(field),
        " " * (field.origin.file.position(field.origin.start)[1] - 1) + widest + "};",
    )


def _is_plain_char(field: Field) -> bool:
    base = strip(field.type)
    return isinstance(base, Primitive) and base.kind is Kind.CHAR
