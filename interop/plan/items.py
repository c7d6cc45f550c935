"""What one value is on both sides, and how many there are: the words of which all plans are made."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from interop.model.expr import Expr


class ItemClass(Enum):
    """Which family of conversions a value belongs to."""

    SIGNED = "signed"
    UNSIGNED = "unsigned"
    BOOLEAN = "boolean"
    FLOAT = "float"
    LONG_DOUBLE = "long_double"
    CHAR = "char"
    """``char``: ``bytes`` of length 1."""
    WIDE = "wide"
    """``wchar_t``, ``char16_t``, ``char32_t``: ``str`` of length 1."""
    ENUM = "enum"
    BYTE = "byte"
    """The target of ``void *`` where a size in bytes is given: raw memory, any buffer."""
    POINTER = "pointer"
    """A pointer nobody described: cdata, an address, or None."""
    HANDLE = "handle"
    """A resource of C's, held by an object that closes it."""
    CALLBACK = "callback"
    """A function pointer whose parameters are known."""
    RECORD = "record"
    """A struct or union, whose conversions are generated from its ``RecordPlan``."""


@dataclass(frozen=True, slots=True)
class Item:
    """A value as C holds it, wherever it stands: parameter, element, field. ``suffix`` names its conversions in C
    (``interop_to_<suffix>``)."""

    klass: ItemClass
    spelling: str
    suffix: str
    python: str
    """Its type in Python signatures."""
    enum: str | None = None
    """The model's name of the enumeration, for ``ENUM``."""
    record: str | None = None
    """The model's spelling of the record, for ``RECORD``."""
    handle: str | None = None
    """The model's name of the handle, for ``HANDLE``."""
    callback: str | None = None
    """The model's name of the callback, for ``CALLBACK``."""
    typing: str = ""
    """Its type for type checkers, for ``CALLBACK``."""
    is_deep: bool = False
    """It holds pointers to memory of its own: on the way in that memory comes from the call's arena, and it is never
    pinned."""
    is_owned: bool = False
    """What C leaves in it is freed by ``interop_free_<suffix>``, once it has been read."""
    values: tuple[str, ...] = ()
    """For a variant: the types that its value may have in Python."""


TEXT_POINTER = Item(ItemClass.POINTER, "void *", "pointer", "int")
"""What an array of texts consists of."""


@dataclass(frozen=True, slots=True)
class Text:
    """How characters are encoded: the unit's type, the codec, and what to do with what cannot be coded."""

    unit: Item
    codec: str
    errors: str = "strict"
    is_bstr: bool = False
    """Its length stands in front of it, and NULL is the empty text."""


class Transfer(Enum):
    """What happens to an array's memory. ``PIN_OR_COPY`` is settled for each argument, by what its buffer reports."""

    PIN_OR_COPY = "pinned if it is a matching buffer, else copied"
    PIN = "pinned"
    COPY = "copied"


class Made(Enum):
    """What a new array comes back as (design section 5)."""

    BYTES = "bytes"
    ARRAY = "array"
    NUMPY = "numpy"
    LIST = "list"
    STR = "str"


@dataclass(frozen=True, slots=True)
class Free:
    """Who frees what C allocated: a function of the module's, or of C's own library."""

    function: str


@dataclass(frozen=True, slots=True)
class Given:
    """A copy of an argument in memory from ``alloc``, which is C's own once C has been called; ``free`` is for when
    it never was."""

    alloc: str
    free: str


@dataclass(frozen=True, slots=True)
class Count:
    """A number of elements as a C expression. ``in_bytes``: the expression counts bytes."""

    expr: Expr
    in_bytes: bool = False


BSTR_ALLOC = "SysAllocStringByteLen"
BSTR_FREE = "SysFreeString"
"""What makes and frees every BSTR: the module declares them, or its header does, or ``interop/bstr.h``."""

READABLE = "_ReadableBuffer"
WRITABLE = "_WritableBuffer"
VIEW = "_View"
"""What the ``typing`` texts call buffers, and live views of a record's arrays; the stub file defines them."""

MODULES = "_m_"
"""What stands before the names of other modules in them, whose dots become underscores."""
