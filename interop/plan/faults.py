"""What planning finds wrong: one constructor per code, so that wording and severity stand in one place."""

from __future__ import annotations

from interop.diag.report import Diagnostic, Label, Severity
from interop.diag.span import Span
from interop.model.ctype import Array, strip
from interop.model.library import Field, Function, Parameter, Record
from interop.plan.items import Item


def no_direction(parameter: Parameter) -> Diagnostic:
    return Diagnostic(
        "E0501",
        Severity.ERROR,
        f"parameter '{parameter.name}' is annotated but states no direction",
        Label(parameter.annotations or parameter.origin, "nobody said which way its contents flow"),
        (Label(parameter.origin, f"'{parameter.type.spell()}' may be written through"),)
        if parameter.annotations
        else (),
        ("help: add in, out, or in, out to the brackets",),
    )


def text_or_bytes(parameter: Parameter) -> Diagnostic:
    return Diagnostic(
        "E0502",
        Severity.ERROR,
        f"parameter '{parameter.name}' may be text, bytes or one character",
        Label(parameter.origin, "this pointer does not say which"),
        (),
        ("help: add string for text, size_is(n) for n bytes, or size_is(1) for one character",),
    )


def no_room(parameter: Parameter) -> Diagnostic:
    return Diagnostic(
        "E0503",
        Severity.ERROR,
        f"parameter '{parameter.name}' is [out] text, and nobody says how much room it needs",
        Label(parameter.origin, "the stub must provide the memory"),
        (),
        ("help: add size_is(n), where n is the parameter that tells C the capacity, or a constant",),
    )


def void_without_size(parameter: Parameter) -> Diagnostic:
    return Diagnostic(
        "E0504",
        Severity.ERROR,
        f"parameter '{parameter.name}' points at memory of unknown size",
        Label(parameter.origin, "a void pointer has no element size of its own"),
        (),
        ("help: add byte_size_is(n), or [raw] if Python should pass a pointer",),
    )


def cycle(function: Function, names: tuple[str, ...]) -> Diagnostic:
    listed = ", ".join(f"'{name}'" for name in names)
    return Diagnostic(
        "E0505",
        Severity.ERROR,
        f"the sizes and defaults of {listed} depend on each other",
        Label(function.origin, "no order of marshalling satisfies this"),
    )


def out_measures_in(measure: Parameter, array: Parameter) -> Diagnostic:
    return Diagnostic(
        "E0506",
        Severity.ERROR,
        f"'{measure.name}' is only known after the call, but sizes '{array.name}' before it",
        Label(array.origin, "its size is needed before the call"),
        (Label(measure.origin, "set by C"),),
        (f"help: make '{measure.name}' [in, out], or use length_is for what C reports afterwards",),
    )


def again_with(parameter: Parameter, other: Parameter, word: str) -> Diagnostic:
    return Diagnostic(
        "E0507",
        Severity.ERROR,
        f"a function with {word} on '{parameter.name}' is called more than once, which '{other.name}' does not survive",
        Label(parameter.origin, "called again for this"),
        (Label(other.origin, "would be consumed, or overwritten, by the first call"),),
        (f"help: leave {word} out, and let the caller choose the size",),
    )


def query_without_answer(parameter: Parameter) -> Diagnostic:
    return Diagnostic(
        "E0514",
        Severity.ERROR,
        f"nobody says how much room '{parameter.name}' needs after the query",
        Label(parameter.origin, "called first with NULL and size 0"),
        (),
        ("help: write query(result + 1), or whatever tells the room; or add length_is, or an [in, out] size",),
    )


def owned_result_again(function: Function, parameter: Parameter, word: str) -> Diagnostic:
    return Diagnostic(
        "E0507",
        Severity.ERROR,
        f"a function with {word} on '{parameter.name}' is called more than once, and each result must be freed",
        Label(function.origin, "its result is owned"),
        (Label(parameter.origin, "called again for this"),),
        (f"help: leave {word} out, and let the caller choose the size",),
    )


def no_such_default(parameter: Parameter, default: Span) -> Diagnostic:
    return Diagnostic(
        "E0515",
        Severity.ERROR,
        f"'{parameter.name}' cannot have a default other than NULL",
        Label(default, "an expression of C has no length, and must not be written to"),
        (),
        ("help: write optional, and let C choose when it gets NULL",),
    )


def name_taken(function: Function, name: str) -> Diagnostic:
    return Diagnostic(
        "E0516",
        Severity.ERROR,
        f"'{function.name}' has several results, which need the name '{name}' for their type",
        Label(function.origin, f"comes back as a {name}"),
        (),
        (f"help: rename the other declaration of '{name}' with name(...)",),
    )


def no_allocator(parameter: Parameter) -> Diagnostic:
    return Diagnostic(
        "E0513",
        Severity.ERROR,
        f"C may free what '{parameter.name}' points at, and nobody says how to allocate it",
        Label(parameter.annotations or parameter.origin, "[in, out]: the stub allocates, C may free or replace"),
        (),
        ("help: write owned(free_function, alloc_function); owned(free) implies malloc",),
    )


def no_allocator_in_callback(function: Function, name: str) -> Diagnostic:
    return Diagnostic(
        "E0513",
        Severity.ERROR,
        f"C frees '{name}' of the callback '{function.name}', and nobody says how to allocate it",
        Label(function.origin, "Python makes it, C frees it"),
        (),
        ("help: write owned(free_function, alloc_function); owned(free) implies malloc",),
    )


def not_supported(parameter: Parameter | None, span: Span, what: str) -> Diagnostic:
    return Diagnostic(
        "E0509",
        Severity.UNSUPPORTED,
        f"{what} is not supported yet",
        Label(span, "this"),
        (),
        ("help: mark it [raw] to pass the pointer itself",),
    )


def lent_by_callback(span: Span, what: str) -> Diagnostic:
    return Diagnostic(
        "E0509",
        Severity.UNSUPPORTED,
        f"{what} is not supported yet",
        Label(span, "whose memory would this be?"),
        (),
        ("help: if C frees it, write owned(free_function, alloc_function); or [raw] to give the pointer itself",),
    )


def flexible(span: Span, what: str) -> Diagnostic:
    return Diagnostic(
        "E0518",
        Severity.ERROR,
        f"{what}: it ends in a flexible array member",
        Label(span, "its size is not known to C"),
        (),
        ("help: pass a pointer to one that is [in] or [in, out], or mark it [raw]",),
    )


def cannot_pin(parameter: Parameter, item: Item) -> Diagnostic:
    return Diagnostic(
        "E0519",
        Severity.ERROR,
        f"'{parameter.name}' cannot be pinned: '{item.python}' is not blittable",
        Label(parameter.annotations or parameter.origin, "its fields are copied one by one"),
    )


def cannot_retain(parameter: Parameter) -> Diagnostic:
    return Diagnostic(
        "E0523",
        Severity.ERROR,
        f"'{parameter.name}' cannot be retained: C would keep a pointer to a copy that is gone after the call",
        Label(parameter.annotations or parameter.origin, "C keeps the pointer after the call"),
        (),
        ("help: only const char text, arrays with a size and blittable records have memory that Python can keep",),
    )


def no_field_allocator(parameter: Parameter, field: Field) -> Diagnostic:
    return Diagnostic(
        "E0513",
        Severity.ERROR,
        f"C may free what field '{field.name}' of '{parameter.name}' points at, and nobody says how to allocate it",
        Label(parameter.annotations or parameter.origin, "[in, out]: the stub allocates, C may free or replace"),
        (Label(field.origin, "this field"),),
        ("help: write owned(free_function, alloc_function) there; owned(free) implies malloc",),
    )


def cannot_give(parameter: Parameter, field: Field) -> Diagnostic:
    what = f"field '{field.name}' of '{parameter.name}': '{field.type.spell()}' that C may free"
    return Diagnostic(
        "E0509",
        Severity.UNSUPPORTED,
        f"{what} is not supported yet in a record that goes both ways",
        Label(parameter.annotations or parameter.origin, "[in, out]: the stub allocates, C may free or replace"),
        (Label(field.origin, "this field"),),
        ("help: [in] or [out] alone works; or mark the field [raw] to see the pointer itself",),
    )


def owned_overlay(record: Record, field: Field) -> Diagnostic:
    return Diagnostic(
        "E0520",
        Severity.ERROR,
        f"field '{field.name}' of union '{record.py_name}' owns memory, and nothing says when it is the live one",
        Label(field.origin, "a pointer only while this member is live"),
        (),
        ("help: put the union into a struct with switch_is(tag), and case(value) on its members; or mark it [raw]",),
    )


def field_text_or_bytes(record: Record, field: Field) -> Diagnostic:
    return Diagnostic(
        "E0502",
        Severity.ERROR,
        f"field '{field.name}' of '{record.py_name}' may be text, bytes or one character",
        Label(field.origin, "this pointer does not say which"),
        (),
        ("help: add string for text, size_is(n) for n bytes, or raw to see the pointer itself",),
    )


def field_not_supported(record: Record, field: Field, what: str) -> Diagnostic:
    return Diagnostic(
        "E0509",
        Severity.UNSUPPORTED,
        f"field '{field.name}' of '{record.py_name}': {what} is not supported yet",
        Label(field.origin, "this"),
        (),
        ("help: without them the pointers themselves are seen",)
        if isinstance(strip(field.type), Array)
        else ("help: mark it [raw] to see the pointer itself",),
    )


def functions_not_supported(record: Record, field: Field, what: str) -> Diagnostic:
    return Diagnostic(
        "E0509",
        Severity.UNSUPPORTED,
        f"field '{field.name}' of '{record.py_name}': {what} is not supported yet",
        Label(field.origin, "this"),
        (),
        ("help: mark it [raw] to see the pointers themselves",),
    )


def variant_inside(record: Record, field: Field) -> Diagnostic:
    return Diagnostic(
        "E0509",
        Severity.UNSUPPORTED,
        f"field '{field.name}' of '{record.py_name}': a variant inside a record is not supported yet",
        Label(field.origin, "this"),
        (),
    )


def field_unsized(record: Record, field: Field) -> Diagnostic:
    return Diagnostic(
        "E0521",
        Severity.ERROR,
        f"nobody says how many elements field '{field.name}' of '{record.py_name}' has",
        Label(field.origin, "of unknown length"),
        (),
        ("help: add size_is(n), where n is the field that counts them, or null_terminated",),
    )


def flexible_inside(record: Record, field: Field) -> Diagnostic:
    return Diagnostic(
        "E0518",
        Severity.ERROR,
        f"field '{field.name}' of '{record.py_name}' cannot be a value: it ends in a flexible array member",
        Label(field.origin, "its size is not known to C"),
        (),
        ("help: make it a pointer",),
    )


def measures_two_ways(record: Record, field: Field, measure: str) -> Diagnostic:
    return Diagnostic(
        "E0522",
        Severity.ERROR,
        f"'{measure}' counts field '{field.name}' of '{record.py_name}', and is no integer field",
        Label(field.origin, "its size"),
        (),
        ("help: size_is names an integer field of the same record",),
    )


def marshaller_lacks(path: str, methods: str, span: Span) -> Diagnostic:
    return Diagnostic(
        "E0530",
        Severity.ERROR,
        f"the marshaller '{path}' has no {methods}, which this direction needs",
        Label(span, "converted by it"),
    )


def marshaller_per_call(path: str, span: Span) -> Diagnostic:
    return Diagnostic(
        "E0530",
        Severity.ERROR,
        f"the marshaller '{path}' is made for each call, and elements and fields need one that is made once",
        Label(span, "converted by it"),
        (),
        ("help: give it to_c(value) and from_c(native) alone",),
    )


def marshalled_twice(path: str, element: str, span: Span) -> Diagnostic:
    return Diagnostic(
        "E0531",
        Severity.ERROR,
        f"'{path}' converts the whole array, so '{element}' has no elements to convert",
        Label(span, "has a marshaller of its own and one for its elements"),
        (),
        ("help: drop one of them",),
    )


def not_marshalled(path: str, what: str, span: Span) -> Diagnostic:
    return Diagnostic(
        "E0531",
        Severity.ERROR,
        f"the marshaller '{path}' cannot convert {what}",
        Label(span, "this"),
    )


def not_declared(function: Function, span: Span, what: str) -> Diagnostic:
    return Diagnostic(
        "E0509",
        Severity.UNSUPPORTED,
        f"{what} is not supported yet",
        Label(span, "this"),
        (),
        (f"help: declare what '{function.name}' takes behind '...': varargs(int a)",),
    )


def size_through_null(parameter: Parameter, measure: Parameter) -> Diagnostic:
    return Diagnostic(
        "E0510",
        Severity.ERROR,
        f"the size of '{parameter.name}' is read through '{measure.name}', which may be NULL",
        Label(measure.origin, "[unique]: None is passed as NULL"),
        (Label(parameter.origin, "needs its value"),),
        (f"help: drop unique from '{measure.name}'",),
    )


def unknown_result_size(function: Function, span: Span) -> Diagnostic:
    return Diagnostic(
        "E0511",
        Severity.ERROR,
        f"the result of '{function.name}' is an array of unknown length",
        Label(span, "nobody says how many elements there are"),
        (),
        ("help: add size_is(expression), length_is(expression) or null_terminated",),
    )


def grow_without_size(parameter: Parameter, word: str) -> Diagnostic:
    return Diagnostic(
        "E0512",
        Severity.ERROR,
        f"{word} needs a size that can change",
        Label(parameter.origin, f"its size_is names no parameter that {word} could raise"),
        (),
        ("help: write size_is(n) or size_is(*n), where n is a parameter",),
    )
