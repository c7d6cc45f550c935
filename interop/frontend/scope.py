"""What the names of a file stand for while it is resolved, and where each was declared."""

from __future__ import annotations

from dataclasses import dataclass, field

from interop.diag.span import Span
from interop.model.ctype import BSTR, HRESULT, KNOWN_TYPEDEFS, CType, EnumRef, RecordRef

DEEPEST_TYPE = 64
"""How many pointers, arrays and typedefs may stand on one another, all names of a chain counted."""
OPAQUE_NAMES = {"FILE": "FILE", "va_list": "va_list", "__builtin_va_list": "va_list"}
"""Types of C's library that every module knows by name only, with their usual spelling."""


@dataclass(frozen=True, slots=True)
class TypeEntry:
    """A typedef's name. ``is_const`` is kept apart, because a value's own ``const`` is not part of its type."""

    type: CType
    is_const: bool = False
    depth: int = 0
    origin: Span | None = None


def _known_types() -> dict[str, TypeEntry]:
    known = {name: TypeEntry(primitive) for name, primitive in KNOWN_TYPEDEFS.items()}
    known[BSTR.name] = TypeEntry(BSTR)
    known[HRESULT.name] = TypeEntry(HRESULT)
    return known | {name: TypeEntry(RecordRef(spelling)) for name, spelling in OPAQUE_NAMES.items()}


@dataclass(slots=True)
class Scope:
    """The two name spaces of C, tags and the rest, filled in the order of the declarations."""

    types: dict[str, TypeEntry] = field(default_factory=_known_types)
    enums: dict[str, EnumRef] = field(default_factory=dict)
    """By tag."""
    tags: dict[str, Span] = field(default_factory=dict)
    """Where ``struct x``, ``union x`` and ``enum x`` got their bodies."""
    tag_kinds: dict[str, str] = field(default_factory=dict)
    """Whether a tag is a ``struct``, a ``union`` or an ``enum``: they share one name space."""
    complete: set[str] = field(default_factory=set)
    """``struct x`` and ``union x`` that have a body anywhere in the files, also further down."""
    defined: set[str] = field(default_factory=set)
    """Records whose body has been read so far, so that values of them can exist."""
    tag_typedefs: dict[str, str] = field(default_factory=dict)
    """The first typedef of each ``struct x`` and ``union x`` in the files, which names the record in Python."""
    constants: dict[str, int | float | bytes] = field(default_factory=dict)
    origins: dict[str, Span] = field(default_factory=dict)
    """Where each name that is not a tag was declared."""
    functions: set[str] = field(default_factory=set)
    globals: set[str] = field(default_factory=set)
    doubtful: set[str] = field(default_factory=set)
    """Names about which nothing is said, because the text that declares them has a fault."""
    later: dict[str, Span] = field(default_factory=dict)
    """Every name the files declare anywhere: an unknown one may just stand further down."""
