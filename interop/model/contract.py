"""What annotations said about one value, as written. What follows from it is decided in the plan, never here."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from interop.diag.span import Span
from interop.model.expr import Expr


class Direction(Enum):
    """Which way the contents flow; the caller's object is only ever written when ``writes_back``."""

    IN = "in"
    OUT = "out"
    INOUT = "in, out"

    @property
    def reads_in(self) -> bool:
        """Whether Python's value reaches C."""
        return self is not Direction.OUT

    @property
    def writes_back(self) -> bool:
        """Whether C's value reaches Python."""
        return self is not Direction.IN


class Force(Enum):
    """A strategy the author insists on."""

    PIN = "pin"
    COPY = "copy"


@dataclass(frozen=True, slots=True)
class Encoding:
    """A Python codec and its error handler, for text."""

    codec: str
    errors: str = "strict"


@dataclass(frozen=True, slots=True)
class Extent:
    """``size_is``, ``length_is`` and their ``byte_`` forms: one expression per pointer level.

    ``levels[0]`` is the outermost pointer. None stands for a level left empty, as in ``size_is(, n)``.
    ``any_size`` is ``size_is(*)``: only C knows.
    """

    levels: tuple[Expr | None, ...]
    in_bytes: bool = False
    any_size: bool = False
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Owned:
    """``owned(free, alloc, deep)``: the callee allocated it; read it, then free it."""

    free: str
    alloc: str | None = None
    deep: bool = False


@dataclass(frozen=True, slots=True)
class Grow:
    """``grow(condition, limit)``: call again with twice the room while ``condition`` holds, up to ``limit``."""

    condition: Expr
    limit: Expr | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """``query`` or ``query(needed)``: call once with NULL and size 0 to learn the room that is needed."""

    needed: Expr | None = None


class ScopeKind(Enum):
    """How long C may call a callback."""

    CALL = "call"
    ASYNC = "async"
    FOREVER = "forever"
    SLOT = "slot"


@dataclass(frozen=True, slots=True)
class Scope:
    """``scope(call)``, ``scope(async)``, ``scope(forever)`` or ``scope(slot(name))``."""

    kind: ScopeKind
    slot: str | None = None


@dataclass(frozen=True, slots=True)
class Contract:
    """Everything said about one parameter, result or element. Absent means: nobody said."""

    direction: Direction | None = None
    retval: bool = False
    size: Extent | None = None
    length: Extent | None = None
    string: bool = False
    encoding: Encoding | None = None
    null_terminated: bool = False
    nullable: bool | None = None
    """True: ``unique``. False: ``ref``. None: unsaid, which means ``ref``."""
    default: Expr | None = None
    optional: bool = False
    fixed: Expr | None = None
    owned: Owned | None = None
    grow: Grow | None = None
    query: Query | None = None
    force: Force | None = None
    always: bool = False
    raw: bool = False
    format: str | None = None
    """``format(printf)``: this text says what the function reads from its variable arguments."""
    consumes: bool = False
    """C takes the handle over."""
    retained: str | None = None
    """The handle that keeps what is passed, or on which what comes back depends."""
    retained_at: str | None = None
    """The parameter that says at which place: what was kept for that one is let go."""
    owned_by: str | None = None
    """The handle to which what comes back belongs: it is borrowed, and gone when that is closed."""
    borrowed: bool = False
    """The handle that comes back stays whose it was."""
    index_of: str | None = None
    """The array parameter into which the result points: it is an index of that."""
    marshaller: str | None = None
    """``marshal_with("module:Class")``."""
    scope: Scope | None = None
    """How long C keeps a callback; None: during the call."""
    closure: str | None = None
    """``closure(user_data)`` on a callback: the parameter that carries its user data. Empty: ``closure`` inside a
    callback, which is that user data."""
    destroy: str | None = None
    """The parameter through which C says that it has no more use for a callback."""
    on_error: Expr | None = None
    """What C gets when a callback that is described in place raises."""
    success: Expr | None = None
    """What says that such a callback has not failed."""
    callback: str | None = None
    """The callback that a function pointer written in place is."""
    element: Contract | None = None
