"""The declarations of one ``.cdef`` file: functions, their parameters, enums, constants, records, typedefs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum as EnumClass

from interop.diag.span import SourceFile, Span
from interop.model.contract import Contract, Encoding
from interop.model.ctype import CType, FunctionType, Named, Pointer, Primitive, RecordRef, strip
from interop.model.expr import Binary, Expr, Name, Number

UTF8 = Encoding("utf-8")
"""What text is encoded in unless something else is said."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One C parameter. ``py_name`` is what Python calls it (``name(x)``, keywords with a trailing underscore)."""

    name: str
    py_name: str
    type: CType
    contract: Contract
    origin: Span = field(compare=False, repr=False)
    """The declarator's name, or the type of an unnamed parameter; what a caret marks."""
    annotations: Span | None = field(default=None, compare=False, repr=False)
    """The brackets in front of it, if any."""


@dataclass(frozen=True, slots=True)
class ErrorPolicy:
    """When a call has failed, and what is raised then."""

    success: Expr | None = None
    errno: bool = False
    save_errno: bool = False
    raises: str | None = None
    code: Expr | None = None
    """What picks the class among those of ``raises``; None: the result."""
    message: Expr | None = None
    requires: Expr | None = None


_HRESULT_HOLDS = Span(SourceFile("HRESULT", "result >= 0"), 0, len("result >= 0"))
HRESULT_SUCCESS = Binary(">=", Name("result", _HRESULT_HOLDS), Number("0", 0, _HRESULT_HOLDS), _HRESULT_HOLDS)
"""What an HRESULT says without being asked: the sign decides (R11.1)."""


@dataclass(frozen=True, slots=True)
class Function:
    """One C function as Python will see it."""

    name: str
    """The declared name: Python's (before the prefix goes) and the one expressions use."""
    symbol: str
    """What the linker or loader is asked for; differs from ``name`` with ``entry``."""
    py_name: str
    result: CType
    result_contract: Contract
    parameters: tuple[Parameter, ...]
    policy: ErrorPolicy = ErrorPolicy()
    variadic: bool = False
    """C's prototype ends in ``...``."""
    variable: int = 0
    """How many of the last parameters are a shape, ``varargs(int a, ...)``: passed through ``...``."""
    has_rest: bool = False
    """The caller chooses what goes through ``...``, call by call."""
    hold_gil: bool = False
    callconv: str | None = None
    private: bool = False
    helpstring: str | None = None
    deprecated: str | None = None
    """The reason given (may be empty), or None when not deprecated."""
    member: Member | None = None
    origin: Span = field(kw_only=True, compare=False, repr=False)
    """The name in the declaration."""
    declaration: Span = field(kw_only=True, compare=False, repr=False)
    """From the first bracket to the semicolon: what generated C shows as a comment."""

    @property
    def prototype(self) -> tuple[Parameter, ...]:
        """The parameters that stand in C's prototype."""
        return self.parameters[: len(self.parameters) - self.variable]

    def parameter(self, name: str) -> Parameter | None:
        for parameter in self.parameters:
            if parameter.name == name:
                return parameter
        return None


@dataclass(frozen=True, slots=True)
class StatusClass:
    """The exception class of one status: a subclass of its enumeration's, and of some of Python's own."""

    name: str
    bases: tuple[str, ...] = ()
    code: Expr | None = None
    """In front of the enumeration: what picks a class, for functions that say nothing else; None: the result."""
    origin: Span = field(kw_only=True, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class EnumMember:
    """One enumerator: its C name, Python name and value."""

    name: str
    py_name: str
    value: int
    raises: StatusClass | None = None
    """What a call raises that fails with this status; None: the class of the enumeration."""
    origin: Span = field(kw_only=True, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Enum:
    """A named enumeration becomes an ``IntEnum`` (``IntFlag`` with ``[flags]``); an anonymous one, module constants."""

    name: str
    """The typedef's name, else the tag; empty for an anonymous enum."""
    py_name: str
    spelling: str
    """What C calls the type (see ``EnumRef``); empty for an anonymous enum."""
    underlying: Primitive
    fixed_underlying: bool
    """The underlying type was written (``enum E : int``): C knows the constants, not necessarily the type."""
    flags: bool
    members: tuple[EnumMember, ...]
    raises: StatusClass | None = None
    """The exception class of which the enumerators are the statuses."""
    helpstring: str | None = None
    private: bool = False
    imported: bool = False
    origin: Span = field(kw_only=True, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Constant:
    """A ``#define`` or ``const`` with a value known here. ``const_type`` is the type of a ``const`` declaration."""

    name: str
    py_name: str
    value: int | float | str | bytes
    text: str
    """The C expression of the value."""
    const_type: CType | None = None
    private: bool = False
    imported: bool = False
    origin: Span = field(kw_only=True, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Typedef:
    """``typedef target name;``, in declaration order. Enums and records with a body are declared apart."""

    name: str
    target: CType
    boolean: bool = False
    marshaller: str | None = None
    imported: bool = False
    origin: Span = field(kw_only=True, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Field:
    """One member of a record; ``bits`` for a bit-field.

    An anonymous struct or union has no name: its own fields are reached as if they were the record's. ``switch`` stands
    on a union, an expression over the record's fields that says which of its members is live; ``cases`` and
    ``is_default`` on those members. Expressions in an anonymous record are over the fields of the record around it."""

    name: str
    py_name: str
    type: CType
    contract: Contract
    bits: int | None = None
    switch: Expr | None = None
    cases: tuple[Expr, ...] = ()
    is_default: bool = False
    const: bool = False
    """The field itself is const (``char *const p``, ``const int n``), so C cannot assign to it."""
    layout: str = ""
    """What was said of its place in C's own words, such as ``_Alignas(16)``; generated C repeats it."""
    origin: Span = field(kw_only=True, compare=False, repr=False)
    annotations: Span | None = field(default=None, kw_only=True, compare=False, repr=False)
    """The brackets in front of it, if any."""


@dataclass(frozen=True, slots=True)
class Record:
    """A struct or union with its fields, or an opaque one (``fields`` is None)."""

    spelling: str
    """``struct tag``, ``union tag``, the typedef's name for an untagged one, or a name of our own for an untagged one
    inside another record (``is_nested``), which C has no name for."""
    py_name: str
    """The typedef's name, else the tag, without the prefix."""
    is_union: bool
    fields: tuple[Field, ...] | None
    pack: int | None = None
    helpstring: str | None = None
    private: bool = False
    is_nested: bool = False
    """Untagged and declared in place, as the type of a field."""
    is_partial: bool = False
    """The body ends in ``...;``: there are more fields, which only the header knows."""
    layout: str = ""
    """What was said of its layout in C's own words, such as ``__attribute__((packed))``; generated C repeats it."""
    is_variant: bool = False
    """Python sees the live member of its union instead of the record."""
    none_tag: int | None = None
    """The tag of a variant that is None."""
    imported: bool = False
    origin: Span = field(kw_only=True, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Handle:
    """A resource of C's behind an opaque pointer, or behind a number: a class of its own in Python.

    Where ``target`` is a record, a handle is a pointer to it; else it is a value of the type itself."""

    name: str
    py_name: str
    target: CType
    close: str | None
    """The function that closes one; None: nothing has to be closed."""
    invalid: tuple[Expr, ...] = ()
    """The values that are no handle; for pointers NULL is one without being told."""
    methods: str | None = None
    """Functions whose name starts so, and whose first parameter is the handle, are methods."""
    helpstring: str | None = None
    exclusive: bool = False
    """One call at a time may use it."""
    imported: bool = False
    origin: Span = field(kw_only=True, compare=False, repr=False)

    @property
    def is_pointer(self) -> bool:
        """Whether a handle is a pointer to what the name stands for."""
        return isinstance(strip(self.target), RecordRef)

    @property
    def type(self) -> CType:
        """What C passes."""
        named = Named(self.name, self.target)
        return Pointer(named) if self.is_pointer else named

    @property
    def may_be_null(self) -> bool:
        """Whether what C passes is a pointer, also where the name stands for one."""
        return isinstance(strip(self.type), Pointer)


def handle_of(ctype: CType, handles: tuple[Handle, ...]) -> Handle | None:
    """The handle that a value of this type is."""
    inner = ctype
    while isinstance(inner, Named):
        for handle in handles:
            if handle.name == inner.name and not handle.is_pointer:
                return handle
        inner = inner.target
    if not isinstance(inner, Pointer):
        return None
    for handle in handles:
        if handle.is_pointer and strip(handle.target) == strip(inner.target):
            return handle
    return None


def _callback_names(ctype: CType) -> Iterator[str]:
    """The typedefs' names under which a function pointer may be described."""
    is_behind = False
    while isinstance(ctype, Named | Pointer):
        if isinstance(ctype, Named) and (is_behind or isinstance(strip(ctype), Pointer)):
            yield ctype.name
        if isinstance(ctype, Pointer):
            if is_behind or not isinstance(strip(ctype.target), FunctionType):
                return
            is_behind = True
        ctype = ctype.target


class Role(EnumClass):
    """What a function is to the class of its handle."""

    METHOD = "method"
    GETTER = "property"
    SETTER = "property setter"
    ITERATOR = "iterator"
    STATIC = "static method"
    CONSTRUCTOR = "constructor"


@dataclass(frozen=True, slots=True)
class Member:
    """A function as part of a handle's class, under a name of its own."""

    handle: str
    role: Role
    name: str
    done: Expr | None = None
    """When an iterator ends."""


@dataclass(frozen=True, slots=True)
class Callback:
    """A function pointer that Python may implement: a typedef, or a parameter's type written in place."""

    name: str
    """The typedef's name; in place, ``function.parameter``."""
    function: Function
    """What C calls, as if it were a function of that name."""
    type: CType
    """The pointer's type."""
    closure: str | None = None
    """The parameter that carries the user data, which Python does not see."""
    on_error: Expr | None = None
    """What C gets when Python raises; None: zero."""
    in_place: bool = False
    described: bool = False
    """Something was said of it, so that it is an error if it cannot be marshalled."""
    imported: bool = False
    origin: Span = field(kw_only=True, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Global:
    """``extern int x;``: read and written as ``module.lib.x``."""

    name: str
    type: CType
    const: bool = False
    origin: Span = field(kw_only=True, compare=False, repr=False)


Declaration = Typedef | Enum | Record | Constant | Function | Global | Handle | Callback


@dataclass(frozen=True, slots=True)
class Binding:
    """Where the symbols come from. ``is_lazy``: only library names are known, so they are opened at the first call."""

    libraries: tuple[str, ...] = ()
    headers: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    includes: tuple[str, ...] = ()
    pkg_config: tuple[str, ...] = ()

    @property
    def is_lazy(self) -> bool:
        return not (self.headers or self.sources or self.pkg_config)


@dataclass(frozen=True, slots=True)
class Library:
    """Everything one ``.cdef`` file says. ``declarations`` keeps C's order, imported ones first."""

    name: str
    binding: Binding
    declarations: tuple[Declaration, ...]
    prefixes: tuple[str, ...] = ()
    encoding: Encoding = UTF8
    arrays: str = "array"
    """What new number arrays come back as: ``array`` or ``numpy``."""
    helpstring: str | None = None
    path: str = field(default="", compare=False)
    """The ``.cdef`` file as it was named; sources, headers in quotes and imports are relative to its folder."""
    origin: Span = field(kw_only=True, compare=False, repr=False)

    @property
    def functions(self) -> tuple[Function, ...]:
        return tuple(d for d in self.declarations if isinstance(d, Function))

    @property
    def enums(self) -> tuple[Enum, ...]:
        return tuple(d for d in self.declarations if isinstance(d, Enum))

    @property
    def constants(self) -> tuple[Constant, ...]:
        return tuple(d for d in self.declarations if isinstance(d, Constant))

    @property
    def handles(self) -> tuple[Handle, ...]:
        return tuple(d for d in self.declarations if isinstance(d, Handle))

    @property
    def callbacks(self) -> tuple[Callback, ...]:
        return tuple(d for d in self.declarations if isinstance(d, Callback))

    def callback_of(self, ctype: CType, contract: Contract) -> Callback | None:
        """The callback that a value of this type is, under these attributes."""
        names = {contract.callback} if contract.callback is not None else set(_callback_names(ctype))
        return next((callback for callback in self.callbacks if callback.name in names), None)

    def handle_of(self, ctype: CType) -> Handle | None:
        """The handle that a value of this type is."""
        return handle_of(ctype, self.handles)

    @property
    def records(self) -> tuple[Record, ...]:
        return tuple(d for d in self.declarations if isinstance(d, Record))

    def function(self, name: str) -> Function | None:
        for function in self.functions:
            if function.name == name:
                return function
        return None

    def record(self, ctype: CType) -> Record | None:
        """The record with a body that a type is, names looked through; None for other types and opaque records."""
        stripped = strip(ctype)
        if not isinstance(stripped, RecordRef):
            return None
        for record in self.records:
            if record.spelling == stripped.spelling and record.fields is not None:
                return record
        return None

    def flat_fields(self, record: Record) -> Iterator[Field]:
        """The fields that have names or bits, those of anonymous members in place of these."""
        for member in record.fields or ():
            inner = self.record(member.type) if not member.name and member.bits is None else None
            if inner is None:
                yield member
            else:
                yield from self.flat_fields(inner)
