"""The plan of a call in: that of a call out, turned round."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from interop.model.expr import Expr
from interop.model.library import Callback
from interop.plan.calls import CallPlan, Completion, Marshaller
from interop.plan.items import Count, Given, Item, Text
from interop.plan.readers import ReadArray, Reader, ReadRecord, ReadTexts


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
