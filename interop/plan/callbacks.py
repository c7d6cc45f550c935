"""Plans of calls in: what a callable receives, and what becomes of its answer. The plan of a call out, turned round."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from interop.diag.report import Diagnostic, Report
from interop.diag.span import Span
from interop.model.contract import Contract, Direction
from interop.model.ctype import CType, Pointer, Void, is_hresult, strip
from interop.model.expr import Expr, bare_name, names
from interop.model.library import Callback, ErrorPolicy, Function, Parameter
from interop.plan import faults, marshal
from interop.plan.calls import ArgPlan, CallPlan, Completion, Marshaller, Raise, ResultRole, Returned, Source
from interop.plan.inward import (
    Answer,
    CallbackPlan,
    Claim,
    Derived,
    Give,
    GiveArray,
    GiveBlock,
    GiveHandle,
    GiveItem,
    GiveRoom,
    GiveText,
    GiveTexts,
    Measured,
    Received,
)
from interop.plan.items import BSTR_ALLOC, BSTR_FREE, Count, Given, Item, ItemClass, Made, Text
from interop.plan.pointers import Context, given_of, level
from interop.plan.readers import ReadArray, Reader, ReadHandle, ReadItem, ReadRecord, ReadText, ReadTexts
from interop.plan.shapes import made_of, mangle
from interop.plan.signature import Types, accepted, array_given, marshalled_types, read_types, texts_given
from interop.plan.strategies import (
    ArrayIn,
    ArrayInOut,
    ArrayOut,
    CallbackIn,
    Destroyer,
    Direct,
    HandleIn,
    HandleInOut,
    HandleOut,
    PointerSlot,
    RecordSlot,
    Slot,
    Strategy,
    TextIn,
    TextRoom,
    TextsIn,
    TextsRoom,
    UserData,
)

PlanFunction = Callable[[Function, Context, Report], CallPlan | None]
_NUMBERS = (ItemClass.SIGNED, ItemClass.UNSIGNED, ItemClass.ENUM, ItemClass.BOOLEAN)


def callback_item(callback: Callback, people: str = "callable", typing: str = "_t.Callable[..., _t.Any]") -> Item:
    """What a callback is to the stubs."""
    name = mangle(callback.name.replace(".", " "))
    return Item(ItemClass.CALLBACK, callback.type.spell(), f"f_{name}", people, callback=callback.name, typing=typing)


def plan_callbacks(
    context: Context, items: dict[str, Item], enums: Mapping[str, str], plan: PlanFunction, report: Report
) -> tuple[CallbackPlan, ...]:
    """The plans of all callbacks; ``items`` gets their items, and stays without those that cannot be planned."""
    callbacks = {callback.name: callback for callback in context.library.callbacks}
    items.update((name, callback_item(callback)) for name, callback in callbacks.items())
    planned: dict[str, CallbackPlan] = {}
    while True:
        found, quiet = {}, {name: Report() for name in items}
        for name in tuple(items):
            each = _Planner(callbacks[name], context, enums).plan(plan, quiet[name])
            if each is not None:
                found[name] = each
        lost = [name for name in items if name not in found]
        for name in lost:
            del items[name]
            # Of one that nobody described nothing was promised: it is a pointer like any other.
            if callbacks[name].described:
                report.extend(quiet[name])
        planned = found
        if not lost:
            break
    items.update((name, each.item) for name, each in planned.items())
    return tuple(planned.values())


def callback_roles(function: Function, context: Context) -> dict[int, Strategy]:
    """The parameters that serve a callback, by their C indexes."""
    index_of = {parameter.name: index for index, parameter in enumerate(function.parameters)}
    roles: dict[int, Strategy] = {}
    for index, parameter in enumerate(function.parameters):
        if context.types.callback(parameter.type, parameter.contract) is not None:
            data, destroy = _servants(parameter, index_of)
            if data is not None:
                roles.setdefault(data, UserData(index))
            if destroy is not None:
                roles.setdefault(destroy, Destroyer(index))
    return roles


def complete(strategy: CallbackIn, index: int, function: Function, roles: Mapping[int, Strategy]) -> CallbackIn:
    """With what serves it. User data is one callback's; others that C calls with it have trampolines of their own."""
    index_of = {parameter.name: place for place, parameter in enumerate(function.parameters)}
    data, destroy = _servants(function.parameters[index], index_of)
    is_mine = data is not None and roles.get(data) == UserData(index)
    is_ended = destroy is not None and roles.get(destroy) == Destroyer(index)
    return replace(strategy, data=data if is_mine else None, destroy=destroy if is_mine and is_ended else None)


def _servants(parameter: Parameter, index_of: Mapping[str, int]) -> tuple[int | None, int | None]:
    contract = parameter.contract
    return index_of.get(contract.closure or ""), index_of.get(contract.destroy or "")


def used_callbacks(
    plans: tuple[CallbackPlan, ...], calls: Iterable[CallPlan], fields: tuple[Item, ...]
) -> tuple[CallbackPlan, ...]:
    """Those that functions take or give and records hold, each with what is asked of it."""
    by_name = {plan.callback.name: plan for plan in plans}
    # What stands in a record is known by its trampoline alone, and is read as well.
    pools = {item.callback or "" for item in fields}
    numbered: set[str] = set()
    given = set(pools)
    seen = dict.fromkeys(name for name in pools if name in by_name)
    todo = [*calls, *(by_name[name].call for name in seen)]
    awaited = {
        arg.strategy.item.callback
        for call in todo
        for arg in call.args
        if arg.awaits and isinstance(arg.strategy, CallbackIn)
    }
    while todo:
        call = todo.pop()
        taken = [(arg.strategy.item, arg.strategy.data) for arg in call.args if isinstance(arg.strategy, CallbackIn)]
        for item, data in taken:
            (pools if data is None else numbered).add(item.callback or "")
        outs = [arg.strategy.item for arg in call.args if isinstance(arg.strategy, Slot)]
        outs += [call.result.reader.item] if isinstance(call.result.reader, ReadItem) else []
        given.update(item.callback for item in outs if item.callback is not None)
        for name in (*(item.callback or "" for item, _ in taken), *(item.callback for item in outs)):
            if name in by_name and name not in seen:
                seen[name] = None
                todo.append(by_name[name].call)
                # What C passes to a callback reaches Python, and what Python passes to a function of C's reaches C.
                inner = [r.reader.item for r in by_name[name].received if isinstance(r.reader, ReadItem)]
                given.update(item.callback for item in inner if item.callback is not None)
    return tuple(
        replace(
            plan,
            has_pool=name in pools,
            has_data=name in numbered,
            from_c=name in given,
            is_awaited=name in awaited,
            may_have_gil=any(call.function.hold_gil for call in calls),
        )
        for name, plan in by_name.items()
        if name in seen
    )


@dataclasses.dataclass(slots=True)
class _Planner:
    """One callback while it is being planned."""

    callback: Callback
    context: Context
    enums: Mapping[str, str]
    received: list[Received] = dataclasses.field(default_factory=list)
    answers: list[Answer] = dataclasses.field(default_factory=list)
    capacities: list[Received] = dataclasses.field(default_factory=list)
    found: list[Diagnostic] = dataclasses.field(default_factory=list)

    def plan(self, plan_function: PlanFunction, report: Report) -> CallbackPlan | None:
        function = _as_function(self.callback)
        call = plan_function(function, replace(self.context, is_callback=True), report)
        if call is None:
            return None
        self._result(call)
        for index, arg in enumerate(call.args):
            if arg.parameter.name != self.callback.closure:
                self._parameter(index, arg, call)
        # What would have measured something that is refused is no fault of its own.
        derived = () if self.found else tuple(self._derived(call))
        if self.found:
            for diagnostic in self.found:
                report.add(diagnostic)
            return None
        result_type = f"{function.name.replace('.', '_')}_result" if call.result_type else None
        call = replace(call, result_type=result_type, takes_over=self._succeeds)
        returned = [answer for answer in self.answers if not answer.in_place]
        first = [a for a in returned if a.index >= 0 and function.parameters[a.index].contract.retval]
        ordered = (*first, *(a for a in returned if a not in first), *(a for a in self.answers if a.in_place))
        types = self._types(tuple(a for a in ordered if not a.in_place))
        completion = self._completion(function, call) if not self.answers else None
        item = callback_item(self.callback, types.people, types.checker)
        return CallbackPlan(
            self.callback,
            item,
            call,
            tuple(self.received),
            ordered,
            derived,
            tuple(self.capacities),
            self._needs(call),
            has_pool=False,
            has_data=False,
            from_c=False,
            completion=completion,
            gives_hresult=is_hresult(function.result) and self.callback.on_error is None,
            succeeds=self._succeeds,
        )

    def _needs(self, call: CallPlan) -> tuple[str, ...]:
        on_error = self.callback.on_error
        called = (name.name for name in names(on_error)) if on_error is not None else ()
        functions = (
            name for name in called if self.context.library.function(name) and not call.function.parameter(name)
        )
        return tuple(dict.fromkeys((*call.needs, *functions)))

    def _completion(self, function: Function, call: CallPlan) -> Completion | None:
        """What awaiting code gets, if C wants no answer and what it tells outlives the callback."""
        lent = any(isinstance(r.reader, ReadHandle) and r.claim is Claim.C for r in self.received)
        if call.result.role is not ResultRole.VOID or lent:
            return None
        policy = self.callback.function.policy
        status = _status(policy, call)
        # A status has said what it has to say once nothing has failed, as with the result of a call.
        told = (r for r in self.received if r.index != status or function.parameters[r.index].contract.retval)
        returned = tuple(Returned(function.parameters[r.index].py_name, r.index, r.annotation, r.typing) for r in told)
        raises = None
        if policy.success is not None:
            raises = Raise(policy.raises, policy.errno, status is not None, policy.code)
        result_type = f"{function.py_name.replace('.', '_')}_outcome" if len(returned) > 1 else None
        return Completion(returned, result_type, raises, status)

    def _types(self, returned: tuple[Answer, ...]) -> Types:
        people = ", ".join(r.annotation for r in self.received)
        # How much room there is comes by keyword to a callable that has such a parameter, which no Callable can say.
        checker = "..." if self.capacities else f"[{', '.join(r.typing for r in self.received)}]"
        match returned:
            case ():
                back, back_checker = "None", "_b.object"
            case (only,):
                back, back_checker = only.annotation, only.typing
            case several:
                back = f"tuple[{', '.join(a.annotation for a in several)}]"
                back_checker = f"_b.tuple[{', '.join(a.typing for a in several)}]"
        return Types(f"Callable[[{people}], {back}]", f"_t.Callable[{checker}, {back_checker}]")

    def _refuse(self, parameter: Parameter, what: str) -> None:
        self.found.append(faults.not_supported(parameter, parameter.origin, what))

    def _receive(
        self,
        index: int,
        reader: Reader,
        types: Types | None = None,
        in_place: bool = False,
        marshaller: Marshaller | None = None,
        claim: Claim = Claim.C,
    ) -> None:
        shown = types or read_types(reader, self.enums)
        if marshaller is not None:
            marshaller = marshal.turned(marshaller)
            shown = marshalled_types(marshaller, is_argument=False)
        self.received.append(Received(index, reader, shown.people, shown.checker, in_place, marshaller, claim))

    def _answer(
        self,
        index: int,
        give: Give,
        name: str,
        types: Types,
        in_place: bool = False,
        marshaller: Marshaller | None = None,
    ) -> None:
        if marshaller is not None:
            marshaller = marshal.turned(marshaller)
            types = marshalled_types(marshaller, is_argument=True)
        self.answers.append(Answer(index, give, name, types.people, types.checker, in_place, marshaller))

    def _result(self, call: CallPlan) -> None:
        reader, function, marshaller = call.result.reader, self.callback.function, call.result.marshaller
        if call.result.role is not ResultRole.VALUE or reader is None:
            return
        match reader:
            case ReadItem(item=item) if self._is_givable(item) and item.klass is not ItemClass.CALLBACK:
                none_is_zero = self.callback.on_error is not None and item.klass in _NUMBERS and marshaller is None
                types = accepted(item, self.enums).or_none(none_is_zero)
                self._answer(-1, GiveItem(item, none_is_zero), "result", types, marshaller=marshaller)
            case ReadText(length=None):
                self._answer_text(-1, reader, function.result_contract, "result", marshaller)
            case ReadArray() | ReadTexts() | ReadRecord():
                self._answer_block(-1, reader, call, marshaller)
            case ReadHandle(item=item, nullable=nullable, tie=tie) if marshaller is None:
                types = accepted(item, self.enums).or_none(nullable)
                self._answer(-1, GiveHandle(item, nullable, lends=tie is not None), "result", types)
            case _:
                what = f"a callback that returns '{function.result.spell()}' as described"
                self.found.append(faults.not_supported(None, function.origin, what))

    @property
    def _succeeds(self) -> Expr | None:
        """What C sees of success. Of a completion it is told in the parameters, and not by the callable."""
        function = self.callback.function
        return None if isinstance(strip(function.result), Void) else function.policy.success

    def _is_givable(self, item: Item) -> bool:
        """Whether C can be given a value: what it owns, if anything, must be for C to free."""
        if not item.is_deep:
            return True
        return item.is_owned and not self.context.is_flexible(item) and item.suffix not in self.context.ungivable

    def _answer_text(
        self,
        index: int,
        reader: ReadText,
        contract: Contract,
        name: str,
        marshaller: Marshaller | None,
        replaces: bool = False,
    ) -> None:
        given = None
        if reader.text.is_bstr:
            given = Given(BSTR_ALLOC, BSTR_FREE)
        elif contract.owned is not None:
            given = self._given(contract, name)
            if given is None:
                return
        give = GiveText(reader.text, reader.nullable, given, replaces)
        self._answer(index, give, name, Types("str", "_b.str").or_none(reader.nullable), marshaller=marshaller)

    def _given(self, contract: Contract, name: str) -> Given | None:
        """What makes and frees memory that C takes over, which somebody must have said."""
        given = given_of(contract)
        if given is None:
            self.found.append(faults.no_allocator_in_callback(self.callback.function, name))
        return given

    def _answer_block(
        self,
        index: int,
        reader: ReadArray | ReadTexts | ReadRecord,
        call: CallPlan,
        marshaller: Marshaller | None,
        replaces: bool = False,
    ) -> None:
        """A pointer to a block that C takes over, which is made of what Python returns."""
        function = call.function
        parameter = function.parameters[index] if index >= 0 else None
        contract = parameter.contract if parameter is not None else function.result_contract
        name = parameter.py_name if parameter is not None else "result"
        spelling = (parameter.type if parameter is not None else function.result).spell()
        origin = parameter.origin if parameter is not None else function.origin
        if contract.owned is None:
            self.found.append(faults.lent_by_callback(origin, f"'{spelling}' that a callback gives and C does not own"))
            return
        if not isinstance(reader, ReadTexts) and not self._is_given_by_address(reader.item):
            what = f"'{spelling}' as described, which a callback gives,"
            self.found.append(faults.not_supported(parameter, origin, what))
            return
        given, element = self._given(contract, name), None
        if isinstance(reader, ReadTexts):
            element = self._element(reader.text, contract, name, origin)
        if given is None or (isinstance(reader, ReadTexts) and element is None):
            return
        size = None if isinstance(reader, ReadRecord) else reader.count
        size = None if size is None or _is_told(size, call) else size
        element_alloc = element.alloc if element is not None else None
        match reader:
            case ReadArray(item=item, nullable=nullable):
                types = array_given(item, self.enums).or_none(nullable)
            case ReadTexts(nullable=nullable, element_nullable=element_nullable):
                types = texts_given(element_nullable).or_none(nullable)
            case ReadRecord(item=item, nullable=nullable):
                types = accepted(item, self.enums).or_none(nullable)
        give = GiveBlock(reader, given.alloc, element_alloc, size, replaces)
        self._answer(index, give, name, types, marshaller=marshaller)

    def _is_given_by_address(self, item: Item) -> bool:
        """Whether C can be given such values in an array or a block."""
        return self._is_givable(item) and not self.context.is_flexible(item)

    def _element(self, text: Text, contract: Contract, name: str, origin: Span) -> Given | None:
        """What makes and frees each text of an array."""
        if text.is_bstr:
            return Given(BSTR_ALLOC, BSTR_FREE)
        if contract.element is None or contract.element.owned is None:
            self.found.append(
                faults.lent_by_callback(origin, f"text that a callback gives in '{name}' and C does not own")
            )
            return None
        return self._given(contract.element, name)

    def _parameter(self, index: int, arg: ArgPlan, call: CallPlan) -> None:
        p, marshaller = arg.parameter, arg.marshaller
        is_read = arg.source is Source.ARGUMENT
        # A marshaller makes a new value of what would be changed in place.
        in_place = not arg.is_result
        match arg.strategy:
            case HandleIn() | HandleOut() | HandleInOut() | CallbackIn() if marshaller is not None:
                self._refuse(p, f"a custom marshaller for '{p.type.spell()}' inside a callback")
            case Direct(item=item):
                if is_read:
                    self._receive(index, ReadItem(item), marshaller=marshaller)
                elif arg.source is Source.CAPACITY:
                    self.capacities.append(Received(index, ReadItem(item), "int", "_b.int"))
            case Slot(item=item, direction=direction):
                if (item.is_deep or item.klass is ItemClass.CALLBACK) and direction.writes_back:
                    self._refuse(p, f"[{direction.value}] '{p.type.spell()}' in a callback")
                    return
                if is_read:
                    read = read_types(ReadItem(item), self.enums).or_none(arg.strategy.nullable)
                    self._receive(index, ReadItem(item), read, marshaller=marshaller)
                if arg.is_result:
                    is_null = is_read and arg.strategy.nullable
                    types = accepted(item, self.enums).or_none(is_null)
                    give: Give = GiveItem(item, none_for_null=is_null)
                    self._answer(index, give, p.py_name, types, marshaller=marshaller)
            case TextIn(text=text, nullable=nullable, counted=counted, minimum=minimum, given=given) if given is None:
                reader: Reader = ReadText(text, nullable, None, minimum if counted else None)
                self._receive(index, reader, marshaller=marshaller)
            case TextRoom(text=text, direction=direction, size=size) if size is not None:
                if is_read:
                    self._receive(index, ReadText(text, False, None, None), marshaller=marshaller)
                self._answer(index, GiveRoom(text, size), p.py_name, Types("str", "_b.str"), marshaller=marshaller)
            case ArrayIn(item=item, minimum=minimum, null_terminated=ended, nullable=nullable, given=None):
                if minimum is None and not ended:
                    self._refuse(p, "an array of any size in a callback")
                    return
                reader = ReadArray(item, self._made(arg, item), nullable, None, None if ended else minimum)
                self._receive(index, reader, marshaller=marshaller)
            case ArrayInOut(item=item, minimum=minimum, null_terminated=ended) if (
                self._is_given_by_address(item) and not (item.is_deep and ended) and (minimum is not None or ended)
            ):
                made = self._made(arg, item)
                made = Made.LIST if made is Made.STR and in_place else made
                reader = ReadArray(item, made, False, None, None if ended else minimum)
                types = array_given(item, self.enums) if made is Made.BYTES else read_types(reader, self.enums)
                self._receive(index, reader, types, in_place=in_place, marshaller=marshaller)
                give = GiveArray(item, None if ended else minimum, ended, ended, replaces=item.is_deep)
                self._answer(index, give, p.py_name, types, in_place=in_place, marshaller=marshaller)
            case ArrayOut(item=item, size=size, null_terminated=ended) if (
                size is not None and self._is_given_by_address(item) and not (item.is_deep and ended)
            ):
                is_partial = ended or level(p.contract.length, 0) is not None
                give = GiveArray(item, size, is_partial, ended)
                self._answer(index, give, p.py_name, array_given(item, self.enums), marshaller=marshaller)
            case TextsIn(text=text, nullable=nullable, null_terminated=ended, minimum=minimum) if minimum or ended:
                count = None if ended else minimum
                reader = ReadTexts(text, nullable, None, None, count, arg.strategy.element_nullable)
                self._receive(index, reader, marshaller=marshaller)
            case TextsRoom():
                self._texts_room(index, arg, arg.strategy, in_place)
            case RecordSlot(item=item, direction=Direction.IN, nullable=nullable):
                self._receive(index, ReadRecord(item, nullable, None), marshaller=marshaller)
            case RecordSlot(item=item, direction=direction) if self._is_givable(item) and not (
                item.values and direction is Direction.INOUT
            ):
                is_inout = direction is Direction.INOUT
                if is_inout:
                    self._receive(index, ReadRecord(item, False, None), in_place=in_place, marshaller=marshaller)
                give = GiveItem(item, replaces=is_inout and item.is_deep)
                back = is_inout and in_place
                self._answer(index, give, p.py_name, accepted(item, self.enums), in_place=back, marshaller=marshaller)
            case HandleIn(item=item, nullable=nullable, consumes=consumes):
                claimed = Claim.PYTHON if self._succeeds is None else Claim.SUCCESS
                self._receive(index, ReadHandle(item, nullable, None), claim=claimed if consumes else Claim.C)
            case HandleOut(item=item, nullable=nullable, tie=tie):
                types = accepted(item, self.enums).or_none(nullable)
                self._answer(index, GiveHandle(item, nullable, lends=tie is not None), p.py_name, types)
            case HandleInOut(item=item, nullable=nullable, is_lent=lends):
                claim = Claim.C if lends else Claim.REPLACED
                self._receive(index, ReadHandle(item, nullable, None), claim=claim)
                types = accepted(item, self.enums).or_none(nullable)
                self._answer(index, GiveHandle(item, nullable, lends, replaces=not lends), p.py_name, types)
            case PointerSlot(reader=ReadText() | ReadArray() as behind, direction=Direction.IN):
                self._receive(index, behind, marshaller=marshaller)
            case PointerSlot(reader=ReadText(length=None) as text_reader, direction=direction) if direction.writes_back:
                is_inout = direction is Direction.INOUT
                if is_inout:
                    self._receive(index, replace(text_reader, free=None), marshaller=marshaller)
                self._answer_text(index, text_reader, p.contract, p.py_name, marshaller, replaces=is_inout)
            case PointerSlot(reader=ReadArray() | ReadTexts() | ReadRecord() as block, direction=direction) if (
                direction.writes_back
            ):
                is_inout = direction is Direction.INOUT
                if is_inout:
                    self._receive(index, block, marshaller=marshaller)
                self._answer_block(index, block, call, marshaller, replaces=is_inout)
            case CallbackIn(item=item):
                self._receive(index, ReadItem(item), Types(item.python, item.typing).or_none(True))
            case (
                (TextIn() | TextRoom() | ArrayIn() | ArrayInOut() | ArrayOut() | TextsIn())
                | (PointerSlot() | RecordSlot() | UserData() | Destroyer())
            ):
                said = p.contract.direction.value if p.contract.direction else "in"
                self._refuse(p, f"[{said}] '{p.type.spell()}' as described, in a callback")

    def _made(self, arg: ArgPlan, item: Item) -> Made:
        """What an array that C passes is read as: a list where each element has a marshaller."""
        if arg.marshaller is not None and arg.marshaller.each:
            return Made.LIST
        return made_of(item, _target(arg.parameter), self.context.library.arrays)

    def _texts_room(self, index: int, arg: ArgPlan, room: TextsRoom, in_place: bool) -> None:
        """An array of C's for pointers to texts."""
        p, is_inout = arg.parameter, room.direction is Direction.INOUT
        given = self._element(room.text, p.contract, p.py_name, p.origin)
        if given is None:
            return
        is_ended = room.null_terminated and room.length is None
        if is_inout:
            count = None if is_ended else room.size
            reader = ReadTexts(room.text, False, None, None, count, room.element_nullable)
            self._receive(index, reader, in_place=in_place, marshaller=arg.marshaller)
        is_partial = is_ended or room.length is not None
        size = None if is_inout and is_ended else room.size
        give = GiveTexts(room.text, size, room.element_nullable, given, is_partial, is_ended, replaces=is_inout)
        back = is_inout and in_place
        self._answer(
            index, give, p.py_name, texts_given(room.element_nullable), in_place=back, marshaller=arg.marshaller
        )

    def _derived(self, call: CallPlan) -> Iterator[Derived]:
        """What tells C how much there is."""
        told: dict[str | None, list[Measured]] = {}
        for answer in self.answers:
            count = _told(answer, call)
            if count is not None:
                told.setdefault(bare_name(count.expr), []).append(Measured(answer.index, count.in_bytes))
        if call.result.role is ResultRole.MEASURE:
            if "result" in told:
                yield Derived(-1, tuple(told["result"]))
            else:
                what = "a callback whose result measures anything but an [out] array"
                self.found.append(faults.not_supported(None, self.callback.origin, what))
        for index, arg in enumerate(call.args):
            if isinstance(arg.strategy, Slot) and arg.strategy.direction.writes_back and not arg.is_result:
                name = arg.parameter.name
                if name in told:
                    yield Derived(index, tuple(told[name]))
                elif arg.strategy.direction is Direction.OUT:
                    self._refuse(arg.parameter, f"'{name}', which measures nothing that the callback gives,")


def _is_told(count: Count, call: CallPlan) -> bool:
    """Whether a number of elements is what C is told, and not what it expects."""
    name = bare_name(count.expr)
    if name == "result":
        return call.result.role is ResultRole.MEASURE
    slots = (arg for arg in call.args if isinstance(arg.strategy, Slot) and arg.strategy.direction.writes_back)
    return any(arg.parameter.name == name and not arg.is_result for arg in slots)


def _told(answer: Answer, call: CallPlan) -> Count | None:
    """What C is told of the length of an answer, if anything is."""
    match answer.give:
        case GiveBlock(reader=ReadArray(count=Count() as count) | ReadTexts(count=Count() as count)):
            return count if _is_told(count, call) else None
        case GiveArray() | GiveTexts() if answer.index >= 0:
            return level(call.args[answer.index].parameter.contract.length, 0)
        case _:
            return None


def _status(policy: ErrorPolicy, call: CallPlan) -> int | None:
    """The one number by which success judges."""
    if policy.success is None:
        return None
    judged = {name.name for name in names(policy.success)}
    found = [
        index
        for index, arg in enumerate(call.args)
        if arg.parameter.name in judged and isinstance(arg.strategy, Direct) and arg.strategy.item.klass in _NUMBERS
    ]
    return found[0] if len(found) == 1 else None


def _target(parameter: Parameter) -> CType:
    pointer = strip(parameter.type)
    assert isinstance(pointer, Pointer)
    return pointer.target


def _as_function(callback: Callback) -> Function:
    """The function behind the pointer as Python calls it: the user data may be left out."""
    parameters = tuple(
        replace(p, contract=Contract(raw=True, optional=True)) if p.name == callback.closure else p
        for p in callback.function.parameters
    )
    # What success says of a completion is for who awaits it; of an HRESULT it is what the callable's own call obeys.
    policy = callback.function.policy if is_hresult(callback.function.result) else ErrorPolicy()
    return replace(callback.function, parameters=parameters, policy=policy)
