"""The plans of a whole library, with the classes of its handles and errors."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from interop.model.contract import Force
from interop.model.library import Handle, Library, Role
from interop.plan.calls import CallPlan, Completion, MarshallerUse
from interop.plan.fields import RecordPlan
from interop.plan.inward import CallbackPlan
from interop.plan.items import Item
from interop.plan.readers import ReadLent
from interop.plan.strategies import CallbackIn


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
