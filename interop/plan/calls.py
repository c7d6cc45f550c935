"""The plan of a call out: what becomes of each parameter and of the result, and in which order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from interop.model.ctype import CType
from interop.model.expr import Expr
from interop.model.library import Function, Parameter, Role
from interop.plan.items import Count, Text
from interop.plan.readers import Reader
from interop.plan.strategies import Strategy


class NoneRule(Enum):
    """What becomes of None."""

    REFUSED = "refused"
    PASSED = "passed as NULL, and the marshaller is not asked"
    MARSHALLED = "the marshaller's business"


@dataclass(frozen=True, slots=True)
class MarshallerFacts:
    """What is known of a marshaller when a declaration is planned, if its module can be imported then."""

    per_call: bool
    to_c: bool
    from_c: bool
    python: str | None
    """The type of what it gives, as it says itself."""
    accepts: str | None
    """The type of what it takes."""


@dataclass(frozen=True, slots=True)
class Marshaller:
    """One value's custom marshaller: between what Python has and what the strategy takes or the reader gives."""

    path: str
    """``module:Class``."""
    each: bool
    """It converts the elements of an array, not the array."""
    none: NoneRule
    to_c: bool
    """Python's value reaches C."""
    from_c: bool
    """C's value reaches Python."""
    in_place: bool
    """The caller's own list gets the new elements."""
    python: str
    """The Python type of one value that comes back, ``Any`` where nobody said."""
    accepts: str
    """The same of one that is passed."""
    none_for_all: bool = False
    """The array whose elements it converts may be None."""


@dataclass(frozen=True, slots=True)
class MarshallerUse:
    """What a module asks of a marshaller, each once."""

    path: str
    needs: tuple[str, ...]
    """``to_c``, ``from_c``, ``elements``."""
    place: str
    """The first declaration that names it."""


class Source(Enum):
    """Where a parameter's value on the way in comes from."""

    ARGUMENT = "the argument"
    COUNT = "the length of the arrays it measures"
    CAPACITY = "the argument, else the caller's buffer, else its default"
    FIXED = "a fixed expression"
    NOTHING = "nothing: it is only out"


@dataclass(frozen=True, slots=True)
class ArgPlan:
    """One C parameter bound to one strategy; its own index is the C one, ``argument`` the Python one."""

    parameter: Parameter
    strategy: Strategy
    source: Source
    argument: int | None
    """Index into ``CallPlan.arguments``; for ``ArrayOut`` the keyword that takes the caller's buffer."""
    measures: tuple[int, ...]
    """The C indexes of the arrays and texts whose length or room this parameter gives."""
    default: Expr | None
    """What a left-out argument becomes (``defaultvalue``); None with ``optional`` means zero or NULL."""
    optional: bool
    is_result: bool
    keeper: int | None
    """The C index of the handle, or the callback, that keeps the argument alive, because C does not copy it."""
    place: int | None
    """The C index of the number of its place: what was kept for that is let go once the call has succeeded."""
    reason: str
    """Why it is copied, pinned, passed directly: one clause, for ``explain``."""
    marshaller: Marshaller | None = None
    awaits: bool = False
    """A callback that may be left out: then what C would tell it is awaited."""


class Action(Enum):
    """One step of the way in."""

    CONVERT = "convert"
    """The Python argument into its C value (or its default)."""
    COUNT = "count"
    """The measured arrays' length into the parameter."""
    FIX = "fix"
    """A fixed expression into the parameter."""
    TAKE = "take"
    """The caller's buffer for an out array, if one was given."""
    ROOM = "room"
    """Room for out elements or text."""
    CHECK = "check"
    """An in array's length against the size that C will assume."""
    REQUIRE = "require"
    """What ``requires`` demands, before any size is computed from it; belongs to no parameter (index -1)."""


@dataclass(frozen=True, slots=True)
class Step:
    action: Action
    index: int
    """Into ``CallPlan.args``."""


class ArgumentKind(Enum):
    POSITIONAL = "positional or keyword"
    KEYWORD = "keyword only"


@dataclass(frozen=True, slots=True)
class Argument:
    """One Python parameter. ``default`` is its text in the signature; None: it must be given."""

    name: str
    kind: ArgumentKind
    default: str | None
    annotation: str
    """For people: ``int``, ``buffer of double``."""
    typing: str
    """For type checkers."""
    index: int
    """The C parameter it belongs to."""


class ResultRole(Enum):
    """What becomes of the C function's own result."""

    VOID = "there is none"
    VALUE = "returned"
    STATUS = "checked, not returned"
    MEASURE = "gives a length, not returned"


@dataclass(frozen=True, slots=True)
class ResultPlan:
    ctype: CType
    role: ResultRole
    reader: Reader | None
    """None for VOID."""
    marshaller: Marshaller | None = None


@dataclass(frozen=True, slots=True)
class Returned:
    """One value that Python gets back. ``index`` is the C parameter's, or -1 for the C result."""

    name: str
    index: int
    annotation: str
    typing: str


@dataclass(frozen=True, slots=True)
class Again:
    """Calling more than once: ``grow`` while ``condition`` holds, or a ``query`` first."""

    room: int
    """The C index of the text or array that gets more room; its step is not among ``CallPlan.steps``."""
    size: int
    """The C index of the parameter that gives its size."""
    start: int
    """The elements tried first where neither the caller nor a default says."""
    condition: Expr | None
    limit: Expr | int
    """Growing ends at so many elements."""
    query: bool
    needed: Count | None
    """The room a query asks for; None: what the size parameter holds afterwards."""
    plus_terminator: bool
    restored: tuple[int, ...]
    """The slots that are set anew before each further call, since C may have written them."""
    remarshalled: tuple[int, ...]
    """The in parameters that are copied anew before each further call, for the same reason."""


@dataclass(frozen=True, slots=True)
class Raise:
    """What a failed call raises: the module's class (or the default one), with errno or without."""

    class_name: str | None
    with_errno: bool
    with_status: bool
    """The C result is a number that the exception carries as its ``status``."""
    code: Expr | None = None
    """The number that picks the class among those of statuses, and is the status where the result is none; None: the
    result."""
    is_hresult: bool = False
    """The status itself says what it means, and which exception fits."""
    has_statuses: bool = False
    """Some statuses have classes of their own."""


class Access(Enum):
    """What C may do with the memory behind a pointer, as a checked build watches it."""

    READ = "C may only read it"
    FILL = "C writes it and finds nothing in it"
    UPDATE = "C may read and write it"


@dataclass(frozen=True, slots=True)
class Guard:
    """Memory that a checked build puts between guards for each call."""

    index: int
    """The C index of its parameter."""
    access: Access
    filled: bool
    """A successful call has written it: one that left all of it as it was broke the contract."""


@dataclass(frozen=True, slots=True)
class Rest:
    """The arguments behind all positional ones, which are passed through ``...``."""

    name: str
    """Python's, as in ``*args``."""
    text: Text
    """How ``str`` is passed."""
    format: int | None
    """The C index of the text that says what C reads; None: each argument goes by its own type."""
    general: int
    """How many fixed parameters are integers or addresses, and so take general registers."""
    floating: int
    """How many are floating-point numbers."""
    annotation: str
    """For people."""
    typing: str
    """For type checkers."""


class Read(Enum):
    """What a conversion of printf's reads, as generated C calls it."""

    INTEGER = "i"
    DOUBLE = "d"
    LONG_DOUBLE = "D"
    TEXT = "s"
    WIDE_TEXT = "S"
    POINTER = "p"
    NOTHING = "-"
    """A record, which no conversion reads."""


@dataclass(frozen=True, slots=True)
class ShapeFormat:
    """A format from Python, checked against the arguments that a shape passes."""

    format: int
    """The C index of the text."""
    reads: tuple[tuple[Read, CType], ...]
    """What each declared argument may be read as."""


@dataclass(frozen=True, slots=True)
class Completion:
    """What code that awaits gets of a callback which C calls once, when something is done."""

    returned: tuple[Returned, ...]
    """What C passes, in Python order. One: bare. Several: a struct sequence named ``result_type``."""
    result_type: str | None
    raises: Raise | None
    """None: what C tells is never a failure."""
    status: int | None
    """The C index of the number that the exception carries as its status."""


@dataclass(frozen=True, slots=True)
class Awaited:
    """How a call is awaited: left without its callback, it gives a future of that callback's completion."""

    index: int
    """The C index of the callback."""
    none_is_null: bool
    """None is C's NULL, so that only an argument that is left out makes the call awaited."""
    completion: Completion
    annotation: str
    """What ``await`` gives, for people."""
    typing: str
    """For type checkers."""


@dataclass(frozen=True, slots=True)
class CallPlan:
    """Everything one stub does."""

    function: Function
    args: tuple[ArgPlan, ...]
    """In C order."""
    arguments: tuple[Argument, ...]
    """In Python order: positional ones first."""
    rest: Rest | None
    """None: Python passes nothing beyond ``arguments``."""
    shape_format: ShapeFormat | None
    """None: no format could speak of other arguments than the declared ones."""
    result: ResultPlan
    returned: tuple[Returned, ...]
    """In Python order. One: bare. Several: a struct sequence named ``result_type``."""
    result_type: str | None
    steps: tuple[Step, ...]
    """The way in, in dependency order: a count stands before every room it measures."""
    again: Again | None
    raises: Raise | None
    """None: the call cannot fail by contract."""
    needs: tuple[str, ...]
    """Functions of the module that expressions call; a lazy binding resolves them before the call."""
    saves_errno: bool
    awaited: Awaited | None = None
    """None: the call has done what it does when it returns, or somebody must be told."""
    guards: tuple[Guard, ...] = ()
    """In C order; none unless the build is checked."""
    takes_over: Expr | None = None
    """What says of what C returns whether it has taken over what it consumes; None: that the call has not failed."""

    @property
    def required(self) -> int:
        """How many positional arguments must be given."""
        return sum(a.kind is ArgumentKind.POSITIONAL and a.default is None for a in self.arguments)

    @property
    def positional(self) -> int:
        return sum(a.kind is ArgumentKind.POSITIONAL for a in self.arguments)

    @property
    def has_aio(self) -> bool:
        """Whether it can be awaited on a worker thread, while other threads go on: not if it keeps the GIL."""
        return not self.function.hold_gil

    @property
    def must_name(self) -> bool:
        """Whether an argument must be given, and by its name."""
        return any(a.kind is not ArgumentKind.POSITIONAL and a.default is None for a in self.arguments)

    def is_given(self, arg: ArgPlan) -> bool:
        """Whether a C parameter comes from a Python one that cannot be left out."""
        return arg.argument is not None and self.arguments[arg.argument].default is None

    @property
    def takes_object_alone(self) -> bool:
        """Whether it is a member of a class that is given nothing but the object."""
        member = self.function.member
        of_object = member is not None and member.role in (Role.METHOD, Role.GETTER, Role.ITERATOR)
        return of_object and self.required == len(self.arguments) == 1 and self.rest is None
