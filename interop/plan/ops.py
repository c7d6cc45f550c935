"""The plan's data: how each parameter crosses, what the stages do, and what Python passes and gets. No algorithm."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from interop.model.contract import Direction, Force, Scope
from interop.model.ctype import CType
from interop.model.expr import Expr
from interop.model.library import Callback, Field, Function, Handle, Library, Parameter, Record, Role


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


# --- Readers: native value -> Python value. Used for results and for what out pointers point at. -------------------


@dataclass(frozen=True, slots=True)
class ReadItem:
    """One value, by value."""

    item: Item


@dataclass(frozen=True, slots=True)
class ReadText:
    """A pointer to text: read up to NUL, or ``length`` units where given."""

    text: Text
    nullable: bool
    free: Free | None
    length: Count | None = None


@dataclass(frozen=True, slots=True)
class ReadArray:
    """A pointer to ``count`` elements, or up to a zero element where ``count`` is None."""

    item: Item
    made: Made
    nullable: bool
    free: Free | None
    count: Count | None


@dataclass(frozen=True, slots=True)
class ReadTexts:
    """A pointer to an array of text pointers: ``count`` of them, or up to a NULL."""

    text: Text
    nullable: bool
    free: Free | None
    element_free: Free | None
    count: Count | None
    element_nullable: bool


@dataclass(frozen=True, slots=True)
class ReadRecord:
    """A pointer to one record, which is copied into a new one. ``deep``: ``free`` frees what its fields own too."""

    item: Item
    nullable: bool
    free: Free | None
    deep: bool = False


class Hold(Enum):
    """What a handle that comes back is to another one."""

    RETAINED = "the other stays open as long as it is open"
    BORROWED = "it belongs to the other, and is gone when that is closed"


@dataclass(frozen=True, slots=True)
class Tie:
    """Another handle of the call, by its C index, on which something depends; None: one that the call does not know."""

    parent: int | None
    hold: Hold


@dataclass(frozen=True, slots=True)
class ReadHandle:
    """A handle, which goes into an object that was made before the call (R10.6)."""

    item: Item
    nullable: bool
    tie: Tie | None


@dataclass(frozen=True, slots=True)
class ReadLent:
    """Elements in memory that belongs to a handle: a view, which is of no use any more when that is closed."""

    item: Item
    nullable: bool
    count: Count
    readonly: bool
    parent: int
    """The C index of the handle."""


@dataclass(frozen=True, slots=True)
class ReadIndex:
    """A pointer into an array that was passed: which element it is."""

    element: str
    """C's spelling of the array's elements."""
    nullable: bool
    array: int
    """The C index of the array."""


Reader = ReadItem | ReadText | ReadArray | ReadTexts | ReadRecord | ReadHandle | ReadLent | ReadIndex


# --- Strategies: how one parameter crosses. ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Direct:
    """By value, Python to C."""

    item: Item


@dataclass(frozen=True, slots=True)
class Slot:
    """A pointer to one value that lives in the stub for the call."""

    item: Item
    direction: Direction
    nullable: bool


@dataclass(frozen=True, slots=True)
class TextIn:
    """A pointer to NUL-terminated (or counted) text that C may only read; ``copy``: C did not promise const."""

    text: Text
    nullable: bool
    copy: bool
    counted: bool
    minimum: Count | None
    given: Given | None = None
    """C takes it over."""


@dataclass(frozen=True, slots=True)
class TextRoom:
    """Room for text that C writes; with an in part it starts with the argument's text. ``size`` None: the room is just
    what the argument needs."""

    text: Text
    direction: Direction
    nullable: bool
    size: Count | None
    length: Count | None


@dataclass(frozen=True, slots=True)
class ArrayIn:
    """A pointer to elements C only reads. ``minimum``: the array must hold at least so many."""

    item: Item
    transfer: Transfer
    nullable: bool
    null_terminated: bool
    minimum: Count | None
    given: Given | None = None
    """C takes it over."""


@dataclass(frozen=True, slots=True)
class ArrayInOut:
    """A pointer to elements C reads and writes; the caller's own object is updated. ``null_terminated``: a zero element
    ends it, on the way in and back."""

    item: Item
    transfer: Transfer
    nullable: bool
    minimum: Count | None
    length: Count | None
    always: bool
    null_terminated: bool = False


@dataclass(frozen=True, slots=True)
class ArrayOut:
    """Room for elements C writes: a new object, or the caller's buffer given by keyword (``size`` None: only that).
    ``null_terminated``: what C writes ends before its first zero element."""

    item: Item
    transfer: Transfer
    made: Made
    size: Count | None
    length: Count | None
    always: bool
    null_terminated: bool = False

    @property
    def is_measured(self) -> bool:
        """Whether C says how much it has written, so that no other part of new bytes is ever seen: they need not start
        as zeros (R7.9)."""
        return self.length is not None and self.made is Made.BYTES


@dataclass(frozen=True, slots=True)
class TextsIn:
    """An array of text pointers C only reads, ended by NULL where ``null_terminated``."""

    text: Text
    nullable: bool
    null_terminated: bool
    copy: bool
    minimum: Count | None
    element_nullable: bool


@dataclass(frozen=True, slots=True)
class TextsRoom:
    """An array of text pointers that C fills, or reads and replaces; with an in part the texts stand in memory from
    ``alloc``, because C may free them (R3.22)."""

    text: Text
    direction: Direction
    size: Count | None
    """None: just what the caller's list holds."""
    length: Count | None
    element_nullable: bool
    element_free: Free | None
    alloc: str | None
    null_terminated: bool = False
    """A NULL behind the texts ends them, on the way in and back."""


@dataclass(frozen=True, slots=True)
class PointerSlot:
    """The address of a pointer that C reads, or sets to memory of its own.

    With an in and an out part it starts at a copy of the argument in memory from ``alloc``, which C may change, free or
    replace; what is there afterwards is read and freed (R3.22, R3.23). One that is only in points at memory of the
    stub's, and what C makes of the pointer is of no consequence (R3.21)."""

    reader: ReadText | ReadArray | ReadTexts | ReadRecord | ReadLent
    direction: Direction
    alloc: str | None
    minimum: Count | None
    """How many elements C will assume on the way in."""
    element_alloc: str | None = None
    """What makes each text of an array."""


@dataclass(frozen=True, slots=True)
class RecordSlot:
    """A pointer to one record. One that is pinned is the Python object's own memory; what is only out is a new object,
    and with an in part the caller's object is updated."""

    item: Item
    direction: Direction
    transfer: Transfer
    nullable: bool
    always: bool


@dataclass(frozen=True, slots=True)
class HandleIn:
    """A handle that cannot be closed while the call uses it (R10.2). ``consumes``: C takes it over."""

    item: Item
    nullable: bool
    consumes: bool


@dataclass(frozen=True, slots=True)
class HandleOut:
    """The address of a handle that C sets. The object that will hold it is made before the call (R10.6)."""

    item: Item
    nullable: bool
    tie: Tie | None


@dataclass(frozen=True, slots=True)
class HandleInOut:
    """The address of a handle that C may replace (R10.11). The object for a new one is made before the call.

    The same value afterwards: the same object comes back. Another one: C has the old handle, whose object is then
    closed without C's being told, unless the handles belong to another one anyway (``tie``)."""

    item: Item
    nullable: bool
    tie: Tie | None

    @property
    def is_lent(self) -> bool:
        """Whether the handles belong to another one, so that C never takes one over."""
        return self.tie is not None and self.tie.hold is Hold.BORROWED


@dataclass(frozen=True, slots=True)
class CallbackIn:
    """A callable that C calls through a function pointer."""

    item: Item
    nullable: bool
    scope: Scope
    data: int | None
    """The C index of the user data by which the callable is known; None: it has a trampoline of its own."""
    destroy: int | None
    """The C index of the function pointer by which C says that it has no more use for it."""


@dataclass(frozen=True, slots=True)
class UserData:
    """What C hands back to a callback; ``of``: the callback's C index."""

    of: int


@dataclass(frozen=True, slots=True)
class Destroyer:
    """The function that C calls when it has no more use for a callback's user data; ``of``: the callback's C index."""

    of: int


Strategy = (
    Direct
    | Slot
    | TextIn
    | TextRoom
    | ArrayIn
    | ArrayInOut
    | ArrayOut
    | TextsIn
    | TextsRoom
    | PointerSlot
    | RecordSlot
    | HandleIn
    | HandleOut
    | HandleInOut
    | CallbackIn
    | UserData
    | Destroyer
)


# --- Custom marshallers: classes written in Python, between the caller's value and a strategy or reader. --------------


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


BSTR_ALLOC = "SysAllocStringByteLen"
BSTR_FREE = "SysFreeString"
"""What makes and frees every BSTR: the module declares them, or its header does, or ``interop/bstr.h``."""

READABLE = "_ReadableBuffer"
WRITABLE = "_WritableBuffer"
VIEW = "_View"
"""What the ``typing`` texts call buffers, and live views of a record's arrays; the stub file defines them."""


MODULES = "_m_"
"""What stands before the names of other modules in them, whose dots become underscores."""


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


# --- Calls in: the same plan turned round ---------------------------------------------------------------------------


class Claim(Enum):
    """Whose a handle is that C passes to a callable, when that has returned."""

    C = "C's: it is lent"
    PYTHON = "Python's, whatever happens"
    SUCCESS = "Python's, if C is told of success"
    REPLACED = "Python's, if the callable gives another one in its place"


@dataclass(frozen=True, slots=True)
class Received:
    """One argument of a callable, read from a C parameter (``index``). ``in_place``: what Python makes of it goes
    back. ``claim``: whose it is, if it is a handle."""

    index: int
    reader: Reader
    annotation: str
    typing: str
    in_place: bool = False
    marshaller: Marshaller | None = None
    """Between what is read and what the callable gets."""
    claim: Claim = Claim.C


@dataclass(frozen=True, slots=True)
class GiveItem:
    """One value, into the result or through a pointer. ``none_is_zero``: None stands for success. What a record owns
    is in memory that C frees; ``replaces``: after what the record there owned was freed (R3.38)."""

    item: Item
    none_is_zero: bool = False
    replaces: bool = False
    none_for_null: bool = False
    """C may have passed NULL, where None is as good as a value, which nobody would see."""


@dataclass(frozen=True, slots=True)
class GiveRoom:
    """Text into room of C's, which it must fit with its terminator."""

    text: Text
    size: Count


@dataclass(frozen=True, slots=True)
class GiveText:
    """A pointer to text: from ``alloc``, if C takes it over; else lent until the call out has ended. ``replaces``: in
    the place of text that is freed (R3.38)."""

    text: Text
    nullable: bool
    given: Given | None
    replaces: bool = False


@dataclass(frozen=True, slots=True)
class GiveArray:
    """Elements into an array of C's. ``is_partial``: there may be fewer, because C is told how many, or because
    (``null_terminated``) a zero element ends them. What records among them own is in memory that C frees; ``replaces``:
    after what those there owned was freed (R3.34)."""

    item: Item
    size: Count | None
    """None: as many as it has held."""
    is_partial: bool
    null_terminated: bool = False
    replaces: bool = False


@dataclass(frozen=True, slots=True)
class GiveTexts:
    """Texts into an array of C's pointers, each in memory of its own, which C frees. ``is_partial`` and
    ``null_terminated`` as for other arrays; ``replaces``: the texts that the array has held are freed (R3.34)."""

    text: Text
    size: Count | None
    """None: as many as it has held."""
    element_nullable: bool
    given: Given
    is_partial: bool
    null_terminated: bool
    replaces: bool


@dataclass(frozen=True, slots=True)
class GiveBlock:
    """A pointer to elements, to texts or to one record in a block from ``alloc``, which C takes over. ``replaces``: in
    the place of a block that is freed (R3.38)."""

    reader: ReadArray | ReadTexts | ReadRecord
    """How the same would be read, and what frees it."""
    alloc: str
    element_alloc: str | None
    """What makes each text."""
    size: Count | None
    """How many elements C expects; None: it is told how many there are, or a zero element ends them."""
    replaces: bool


@dataclass(frozen=True, slots=True)
class GiveHandle:
    """The handle that an object holds. C takes it over; ``lends``: it stays open until the call out has ended.
    ``replaces``: in the place of one that Python got, and that stays C's if it is given back."""

    item: Item
    nullable: bool
    lends: bool
    replaces: bool = False


Give = GiveItem | GiveRoom | GiveText | GiveArray | GiveTexts | GiveBlock | GiveHandle


@dataclass(frozen=True, slots=True)
class Answer:
    """What becomes of one value that a callable returns, or (``in_place``) has changed; ``index`` is the C
    parameter's, or -1 for the C result."""

    index: int
    give: Give
    name: str
    annotation: str
    typing: str
    in_place: bool = False
    marshaller: Marshaller | None = None
    """Between what the callable gives and what is converted for C."""


@dataclass(frozen=True, slots=True)
class Measured:
    """An answer, by its C index, of which C is told the length; ``in_bytes``: in bytes."""

    index: int
    in_bytes: bool


@dataclass(frozen=True, slots=True)
class Derived:
    """A number that C gets without Python's saying so: the length of what is given through other parameters, which must
    be the same for all of them."""

    index: int
    """The C parameter's, or -1 for the C result."""
    of: tuple[Measured, ...]


@dataclass(frozen=True, slots=True)
class CallbackPlan:
    """What happens when C calls a callable."""

    callback: Callback
    item: Item
    call: CallPlan
    """How Python calls such a function of C's: the mirror of what follows."""
    received: tuple[Received, ...]
    """In Python order."""
    answers: tuple[Answer, ...]
    """Those that are returned, in Python order, then those that are changed in place."""
    derived: tuple[Derived, ...]
    capacities: tuple[Received, ...]
    """What a callable gets by keyword, if it has a parameter of that name: how much room there is."""
    needs: tuple[str, ...]
    """Functions of the module that its conversions and ``on_error`` call; a lazy binding resolves them before C gets a
    pointer."""
    has_pool: bool
    """C has no user data somewhere, so that there are trampolines for single callables."""
    has_data: bool
    """C hands back user data somewhere."""
    from_c: bool
    """Function pointers of C's reach Python."""
    completion: Completion | None = None
    """None: it cannot be awaited, because C wants an answer or only lends what it tells."""
    is_awaited: bool = False
    """Some function can be awaited through it."""
    gives_hresult: bool = False
    """What C gets for an exception is the status of its class."""
    may_have_gil: bool = False
    """Some call keeps the GIL, so that C may run callables with it."""
    succeeds: Expr | None = None
    """What says of the C result whether handles have changed hands; None: they have, unless the callable raises."""

    @property
    def from_python(self) -> bool:
        """Callables reach C."""
        return self.has_pool or self.has_data

    @property
    def returned(self) -> tuple[Answer, ...]:
        return tuple(answer for answer in self.answers if not answer.in_place)

    @property
    def lends(self) -> bool:
        """Whether C gets something that must be there until the call in which it called the callable has ended."""
        gives = [answer.give for answer in self.answers]
        return any(
            (isinstance(g, GiveHandle) and g.lends) or (isinstance(g, GiveText) and g.given is None) for g in gives
        )


# --- Records -----------------------------------------------------------------------------------------------------


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


@dataclass(frozen=True, slots=True)
class HandlePlan:
    """The Python class of a handle."""

    handle: Handle
    item: Item
    close: CallPlan | None
    """How one is closed: the plan of the function, which is given the handle alone."""
    members: tuple[CallPlan, ...]
    """The functions that are members of the class."""

    @property
    def write_only(self) -> tuple[CallPlan, ...]:
        """The setters of properties that cannot be read."""
        members = [(call, call.function.member) for call in self.members]
        readable = {member.name for _, member in members if member is not None and member.role is Role.GETTER}
        return tuple(c for c, m in members if m is not None and m.role is Role.SETTER and m.name not in readable)


@dataclass(frozen=True, slots=True)
class Status:
    """A status of C's, by its enumerator, and the exception class of its own."""

    name: str
    value: int
    class_name: str


@dataclass(frozen=True, slots=True)
class ErrorClass:
    """An exception class that the generated module defines."""

    name: str
    bases: tuple[str, ...]
    """``CallError`` or another class of the module, then Python's own."""
    functions: tuple[str, ...]
    """Those that say that they raise it."""
    own: tuple[Status, ...]
    """The statuses for which it stands, where it is the class of some."""
    statuses: tuple[Status, ...]
    """Those that have subclasses of it."""
    enum: str | None
    """The Python class of its statuses, where they have one."""


class CallsBack(Enum):
    """Whether C may run callables before a call returns, so that the call has to be known to them."""

    NEVER = "it is given none, and those of other calls have nothing to do with it"
    IF_BOUND = "if C has any when it is called: with the GIL kept it cannot get one meanwhile"
    ALWAYS = "it is given one, or may be given one meanwhile, or has more to keep for them"


@dataclass(frozen=True, slots=True)
class LibraryPlan:
    """The plans of a module, and the things several stubs share."""

    library: Library
    calls: tuple[CallPlan, ...]
    """Public functions, in declaration order."""
    handles: tuple[HandlePlan, ...]
    records: tuple[RecordPlan, ...]
    """Every record with a body, inner ones before those that hold them."""
    items: tuple[Item, ...]
    """Every item some stub or record converts, each once, in order of first use."""
    errors: tuple[ErrorClass, ...]
    force: Force | None
    marshallers: tuple[MarshallerUse, ...] = ()
    """Every custom marshaller some stub uses, each once, in order of first use."""
    callbacks: tuple[CallbackPlan, ...] = ()
    """Those that some function takes, or gives to Python."""
    calls_back_later: bool = False
    """C may have callables that were not given to the call that it is in; or those that were given to one may lend it
    what is to last as long as another, in which it calls them."""
    checked: bool = False
    """Native functions are watched for breaking their contracts."""

    def calls_back(self, call: CallPlan) -> CallsBack:
        takes = any(isinstance(arg.strategy, CallbackIn) for arg in call.args)
        if not takes and not self.calls_back_later:
            return CallsBack.NEVER
        keeps = call.again is not None or any(record.keeps for record in self.records)
        return CallsBack.ALWAYS if takes or keeps or not call.function.hold_gil else CallsBack.IF_BOUND

    def record(self, name: str) -> RecordPlan | None:
        for record in self.records:
            if name in (record.record.py_name, record.record.spelling):
                return record
        return None

    @property
    def lends(self) -> bool:
        """Whether some call gives a view of memory that belongs to a handle."""
        readers = (
            reader
            for call in self.calls
            for reader in (call.result.reader, *(getattr(arg.strategy, "reader", None) for arg in call.args))
        )
        return any(isinstance(reader, ReadLent) for reader in readers)

    @property
    def outcomes(self) -> tuple[Completion, ...]:
        """What awaiting code gets where it is several values, each type once."""
        awaited = (callback.completion for callback in self.callbacks if callback.is_awaited)
        return tuple(each for each in awaited if each is not None and each.result_type is not None)

    @property
    def constructed(self) -> tuple[tuple[HandlePlan, CallPlan], ...]:
        """The classes that can be called, each with its constructor."""
        members = ((handle, call) for handle in self.handles for call in handle.members)
        return tuple(
            (h, c) for h, c in members if c.function.member is not None and c.function.member.role is Role.CONSTRUCTOR
        )

    def callback(self, name: str) -> CallbackPlan | None:
        for callback in self.callbacks:
            if name in (callback.callback.name, callback.callback.function.py_name):
                return callback
        return None

    def handle(self, name: str) -> HandlePlan | None:
        for handle in self.handles:
            if name in (handle.handle.name, handle.handle.py_name):
                return handle
        return None

    def call(self, name: str) -> CallPlan | None:
        for call in self.calls:
            if name in (call.function.name, call.function.py_name):
                return call
        return None
