"""What the parts of one stub share while it is printed: the writer, the names in scope, and how an early exit looks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from interop.emit import names
from interop.emit.cexpr import INTEGERS, Expressions
from interop.emit.writer import Writer, c_string
from interop.model.ctype import CType, Pointer, strip
from interop.plan.calls import ArgPlan, CallPlan
from interop.plan.items import Item, Made, Text
from interop.plan.library import HandlePlan, LibraryPlan
from interop.plan.readers import ReadArray, ReadItem, ReadRecord
from interop.plan.strategies import (
    ArrayIn,
    ArrayInOut,
    Direct,
    HandleInOut,
    HandleOut,
    PointerSlot,
    RecordSlot,
    Slot,
    Strategy,
)

MAKE = {
    Made.BYTES: "INTEROP_MAKE_BYTES",
    Made.ARRAY: "INTEROP_MAKE_ARRAY",
    Made.NUMPY: "INTEROP_MAKE_NUMPY",
    Made.LIST: "INTEROP_MAKE_LIST",
    Made.STR: "INTEROP_MAKE_STR",
}


def no_value(handle: HandlePlan, number: str) -> str:
    """A number of the declaration as a value of the handle's type, which may be unsigned, short or a pointer."""
    return f"({handle.item.spelling}){'(uintptr_t)' if handle.handle.may_be_null else ''}({number})"


class Codecs:
    """The text encodings that a module uses, each with one static description."""

    def __init__(self) -> None:
        self._names: dict[tuple[str, str, str, bool], str] = {}

    def name(self, text: Text) -> str:
        key = (text.codec, text.errors, text.unit.spelling, text.is_bstr)
        return self._names.setdefault(key, f"interop_c_{len(self._names)}")

    def write(self, writer: Writer) -> None:
        for (codec, errors, unit, is_bstr), name in self._names.items():
            match codec:
                case "utf-8" if errors == "strict":
                    spelled = "NULL"
                case "utf-16":
                    spelled = "INTEROP_UTF16"
                case "utf-32":
                    spelled = "INTEROP_UTF32"
                case "wchar_t":
                    spelled = "sizeof(wchar_t) == 2 ? INTEROP_UTF16 : INTEROP_UTF32"
                case _:
                    spelled = c_string(codec)
            fields = f"{spelled}, {c_string(errors)}, sizeof({unit}), {int(is_bstr)}"
            writer.line(f"static const interop_codec {name} = {{{fields}}};")


def target_of(ctype: CType) -> CType:
    """What a pointer type, or a typedef of one, points at."""
    pointer = strip(ctype)
    assert isinstance(pointer, Pointer)
    return pointer.target


def _is_deep(strategy: Strategy) -> bool:
    """Whether what a parameter passes in points at memory of its own."""
    match strategy:
        case Direct(item=item) | ArrayIn(item=item) | ArrayInOut(item=item) | RecordSlot(item=item):
            return item.is_deep and not (isinstance(strategy, RecordSlot) and not strategy.direction.reads_in)
        case PointerSlot(reader=ReadRecord(item=item) | ReadArray(item=item), direction=direction):
            return item.is_deep and direction.reads_in
        case _:
            return False


class Frame(Expressions):
    """One stub being printed."""

    def __init__(
        self,
        call: CallPlan,
        plan: LibraryPlan,
        codecs: Codecs,
        cleans_up: bool,
        ident: str | None = None,
        pointer: str | None = None,
    ) -> None:
        self.call = call
        self.plan = plan
        self.codecs = codecs
        self.cleans_up = cleans_up
        self.w = Writer()
        self.name = ident or call.function.py_name
        """What stands for the function in generated names."""
        self.pointer = pointer
        """What is called, where that is no function of the module's."""
        self.marshallers = {use.path: number for number, use in enumerate(plan.marshallers)}
        self.calls_back = plan.calls_back(call)
        """Whether C may call Python before it returns."""
        self.fail = "goto cleanup;" if cleans_up else "return NULL;"
        self.slots = frozenset(a.parameter.name for a in call.args if isinstance(a.strategy, Slot))
        self.places = [argument.name for argument in call.arguments]
        """The names a message may mention: Python's parameters, then what only comes back."""
        self.places.extend(a.parameter.py_name for a in call.args if a.parameter.py_name not in self.places)

    @property
    def has_arena(self) -> bool:
        """Whether some argument needs memory beyond the stub's own locals."""
        return any(_is_deep(arg.strategy) for arg in self.call.args)

    def is_flexible(self, item: Item) -> bool:
        return any(record.item.suffix == item.suffix and record.is_flexible for record in self.plan.records)

    def flat(self, item: Item) -> int:
        """How many objects a record holds that are replaced one by one; 0: it is no such record."""
        return next((r.held for r in self.plan.records if r.item.suffix == item.suffix and r.is_flat), 0)

    def keeps(self, item: Item) -> bool:
        """Whether function pointers stand in such a value."""
        return any(record.item.suffix == item.suffix and record.keeps for record in self.plan.records)

    def at(self, arg: ArgPlan | None) -> str:
        """Where a message is about: a parameter, or (None) the C result."""
        place = -1 if arg is None else self.places.index(arg.parameter.py_name)
        return f"INTEROP_AT({self.name}, {place})"

    def given(self, arg: ArgPlan) -> str:
        """The Python argument's expression."""
        return f"_in[{arg.argument}]"

    def taken(self, arg: ArgPlan) -> str:
        """What the ordinary marshalling takes: the argument, or what its custom marshaller made of it."""
        return f"_m_{arg.parameter.name}.native" if arg.marshaller is not None else self.given(arg)

    def rename(self, name: str) -> str:
        if name.startswith("*"):
            # What a slot holds is always there, also where None passed NULL instead of its address.
            return f"_s_{name[1:]}"
        if self.call.function.parameter(name) is not None:
            return f"_a_{name}"
        if name == "result":
            return names.RESULT
        if name == "errno":
            return names.ERRNO
        return self.callee(name)

    def callee(self, name: str) -> str:
        if self.pointer is not None and name == self.call.function.name:
            return self.pointer
        return super().callee(name)

    def is_number(self, name: str) -> bool:
        if name == "errno":
            return True
        if name == "result":
            reader = self.call.result.reader
            return isinstance(reader, ReadItem) and reader.item.klass in INTEGERS
        found = [a.strategy for a in self.call.args if name in (a.parameter.name, f"*{a.parameter.name}")]
        strategy = found[0] if found else None
        if isinstance(strategy, Slot):
            return name.startswith("*") and strategy.item.klass in INTEGERS
        return isinstance(strategy, Direct) and strategy.item.klass in INTEGERS

    def when(self, condition: str, *then: str) -> None:
        self.w.line(f"if ({condition})" + (" {" if len(then) > 1 else ""))
        with self.w.indented(None, "}" if len(then) > 1 else None):
            self.w.lines(*then)

    def no_handle(self, item: Item) -> str:
        """A value that is no handle, where C has not set one yet."""
        plan = next(plan for plan in self.plan.handles if plan.item.suffix == item.suffix)
        return no_value(plan, self.c(plan.handle.invalid[0])) if plan.handle.invalid else "0"

    def refuse_none(self, item: Item, at: str) -> str:
        """The error for a value that is no handle."""
        plan = next(plan for plan in self.plan.handles if plan.item.suffix == item.suffix)
        if not plan.handle.invalid:
            return f"interop_unexpected_null({at});"
        return f"interop_handle_missing(&{names.handles(item)}, {at});"

    def keeper(self, index: int) -> str:
        """The object that is to keep what C keeps, before the call: it may be one that has no handle yet."""
        other = self.call.args[index]
        name = other.parameter.name
        match other.strategy:
            case HandleOut():
                return f"(interop_handle *)_o_{name}"
            case HandleInOut():
                return f"(_h_{name} != NULL ? _h_{name} : (interop_handle *)_o_{name})"
            case _:
                return f"_h_{name}"

    @contextmanager
    def unless_none(self, given: str, nullable: bool) -> Iterator[None]:
        """What is done with an argument that may be None, for which NULL is passed."""
        if not nullable:
            yield
            return
        with self.w.indented(f"if ({given} != Py_None) {{", "}"):
            yield

    def leave_if(self, condition: str) -> None:
        self.when(condition, self.fail)

    def attempt(self, call: str) -> None:
        """A call that is negative on failure."""
        self.leave_if(f"{call} < 0")
