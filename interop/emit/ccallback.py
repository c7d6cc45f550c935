"""C calling Python: a body for each callback, the trampolines in front of it, and how C's own pointers are called."""

from __future__ import annotations

from typing import assert_never

from interop.emit import canswer, cread, cturned, names
from interop.emit.cframe import Codecs, Frame, target_of
from interop.emit.cgive import made_text
from interop.emit.cstub import call_failed, result_type, stub
from interop.emit.ctrampoline import Trampolines
from interop.emit.writer import Writer, c_comment, c_string, flat
from interop.model.contract import Direction
from interop.model.ctype import CType, RecordRef, Void, strip
from interop.plan.calls import ArgPlan, Completion, ResultRole
from interop.plan.inward import (
    Answer,
    CallbackPlan,
    Claim,
    Derived,
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
from interop.plan.items import TEXT_POINTER, Item, ItemClass, Made
from interop.plan.library import LibraryPlan
from interop.plan.readers import ReadArray, ReadHandle, ReadItem, ReadRecord, ReadText, ReadTexts
from interop.plan.strategies import CallbackIn, Direct, HandleInOut, HandleOut, PointerSlot, RecordSlot, Slot, TextRoom


def declared(plan: LibraryPlan) -> str:
    """What records may speak of before it is defined."""
    w = Writer()
    for callback in plan.callbacks:
        w.line(f"static interop_callback_type {names.callback(callback.item)};")
    return w.text()


def callbacks(plan: LibraryPlan, codecs: Codecs) -> str:
    """What the stubs of a module need to pass callables to C, and to give C's functions to Python."""
    if not plan.callbacks:
        return ""
    w = Writer()
    strategies = (arg.strategy for call in plan.calls for arg in call.args)
    scopes = (strategy.scope for strategy in strategies if isinstance(strategy, CallbackIn))
    for slot in dict.fromkeys(scope.slot for scope in scopes if scope.slot is not None):
        w.line(f"static const char {names.slot(slot)}[] = {c_string(slot)};")
    w.line()
    return w.text() + "".join(_Body(callback, plan, codecs).text() for callback in plan.callbacks)


class _Body:
    """One callback being printed."""

    def __init__(self, callback: CallbackPlan, plan: LibraryPlan, codecs: Codecs) -> None:
        self.callback = callback
        self.plan = plan
        self.codecs = codecs
        self.frame = Frame(callback.call, plan, codecs, cleans_up=True, ident=names.inward(callback.item))
        self.frame.fail = "goto failed;"
        self.function = callback.callback.function
        self.is_void = isinstance(strip(self.function.result), Void)
        self.trampolines = Trampolines(callback, self.frame.w)

    @property
    def w(self) -> Writer:
        return self.frame.w

    def text(self) -> str:
        item = self.callback.item
        span = self.function.declaration
        self.w.line(f"/* {span.file.path}:{span.line}, called by C")
        self.w.line(f" * {c_comment(flat(span.text))} */")
        text = ""
        if self.callback.from_c:
            function = f"interop_function_of(_self, &{names.callback(item)})"
            pointer = f"(({self.callback.callback.type.spell()})(uintptr_t){function})"
            text = stub(self.callback.call, self.plan, self.codecs, names.inward(item), pointer)
        if self.callback.from_python:
            self._places()
            self._outcome()
            self._ready()
            self._body()
        self.trampolines.write()
        return text + self.w.text()

    # Messages

    def _places(self) -> None:
        """What messages name: what the callable gets, then what it gives."""
        w, name = self.w, names.answers(self.callback.item)
        shown = [self.callback.call.args[r.index].parameter.py_name for r in self.callback.received]
        others = [arg.parameter.py_name for arg in self._args()]
        listed = ", ".join(map(c_string, (*shown, *others))) or "NULL"
        w.line(f"static const char *const interop_n_{name}[] = {{{listed}}};")
        fields = f'{c_string(self.function.py_name)}, interop_n_{name}, NULL, "", {len(shown)}, 0'
        w.line(f"INTEROP_UNUSED static const interop_signature {names.signature(name)} = {{{fields}}};")

    def _at(self, index: int, is_answer: bool = True) -> str:
        """Where a message is about: an answer, or what the callable got."""
        place = index
        if not is_answer:
            place = [r.index for r in self.callback.received].index(index)
        elif index >= 0:
            args = self._args()
            place = len(self.callback.received) + args.index(self.callback.call.args[index])
        return f"INTEROP_AT({names.answers(self.callback.item)}, {place})"

    def _ready(self) -> None:
        """Binds what the body calls, before C can: without it C could not be given what it expects."""
        library, w = self.plan.library, self.w
        needed = tuple(filter(None, map(library.function, self.callback.needs)))
        if not library.binding.is_lazy or not needed:
            return
        self.trampolines.ready = names.bound(self.callback.item)
        w.line("static int")
        w.line(f"{self.trampolines.ready}(void)")
        with w.indented("{", "}"):
            for target in needed:
                bound = f"INTEROP_BIND({names.address(target.name)}, {c_string(target.symbol)})"
                w.lines(f"if ({bound} < 0)", "    return -1;")
            w.line("return 0;")
        w.line()

    # What is awaited

    def _outcome(self) -> None:
        """The type of what awaiting code gets, if that is several values."""
        completion = self.callback.completion
        if completion is None or completion.result_type is None or not self.callback.is_awaited:
            return
        doc = f"What awaiting a call gives that {self.function.py_name}() completes."
        result_type(self.w, names.answers(self.callback.item), completion.result_type, completion.returned, doc)

    def _judge(self, completion: Completion) -> None:
        """What C tells is a failure for whoever awaits it; the reasons are looked at before anything else is."""
        policy, w, frame = self.function.policy, self.w, self.frame
        if completion.raises is None or policy.success is None:
            return
        with w.indented(f"if (_entry->awaiting != NULL && !({frame.c(policy.success)})) {{", "}"):
            status = "NULL"
            if completion.status is not None:
                arg = self.callback.call.args[completion.status]
                assert isinstance(arg.strategy, Direct)
                status = f"interop_from_{arg.strategy.item.suffix}(_a_{arg.parameter.name})"
            call_failed(frame, completion.raises, policy, "_entry->awaiting", status)

    def _complete(self, completion: Completion) -> None:
        """Gives what C told to the future."""
        w = self.w
        values = [f"_p_{self._name(r.index)}" for r in completion.returned]
        if len(values) < 2:
            w.line(f"_returned = interop_complete(_callable, {values[0] if values else 'Py_None'});")
            return
        w.line(f"PyObject *_told[] = {{{', '.join(f'Py_NewRef({value})' for value in values)}}};")
        results = names.results(names.answers(self.callback.item))
        w.line(f"PyObject *_outcome = interop_several(&{results}, _told, {len(values)});")
        w.line("_returned = _outcome != NULL ? interop_complete(_callable, _outcome) : NULL;")
        w.line("Py_XDECREF(_outcome);")

    # What happens in a call

    def _args(self) -> list[ArgPlan]:
        """The parameters that Python has to do with."""
        return [arg for arg in self.callback.call.args if arg.parameter.name != self.callback.callback.closure]

    def _body(self) -> None:
        w, frame, callback = self.w, self.frame, self.callback
        item = callback.item
        leading = ("interop_callback *_entry", "void *_data")
        w.line(f"static {self.trampolines.declared(names.body(item), self.trampolines.parameters(leading))}")
        with w.indented("{", "}"):
            self._declare()
            w.lines("", "/* setup */")
            w.lines("(void)_data;", *(f"(void)_a_{p.name};" for p in self.function.parameters))
            self._initialise()
            take, give = ("enter", "leave") if callback.may_have_gil else ("ensure", "release")
            leave = "return;" if self.is_void else f"return {names.RESULT};"
            with w.indented(f"if (!interop_lock_{take}(&_lock)) {{", "}"):
                self._clear_outs()
                w.line(leave)
            if callback.has_data:
                with w.indented("if (_entry == NULL)"):
                    w.line(f"_entry = interop_numbered_find(_data, &{names.callback(item)});")
            w.line(f"_callable = interop_enter(_entry, &{names.callback(item)});")
            with w.indented("if (INTEROP_UNLIKELY(_callable == NULL))"):
                w.line("goto unanswered;")
            w.line("_number = _entry->number;")
            self._marshal()
            for capacity in callback.capacities:
                self._offer(capacity)
            w.lines("", "/* invoke */")
            passed = [f"_passed[{n}] = _p_{self._name(r.index)};" for n, r in enumerate(callback.received, 1)]
            completion = callback.completion if callback.is_awaited else None
            if completion is not None:
                with w.indented("if (_entry->awaiting != NULL) {"):
                    self._complete(completion)
                w.line("} else")
            with w.indented("{", "}"):
                # The first is the callee's to use.
                w.lines(f"PyObject *_passed[{len(passed) + 1}];", *passed)
                run = f"interop_run(_callable, _passed, {len(callback.received)})"
                if callback.capacities:
                    named = f"interop_run_named(_callable, _passed, {len(callback.received)}, _keywords)"
                    run = f"_keywords != NULL ? {named} : {run}"
                w.line(f"_returned = {run};")
            frame.leave_if("_returned == NULL")
            cturned.called(frame, callback.received, self._asked)
            self._unmarshal()
            self._store()
            w.line("goto answered;")
            w.lines("", "/* error */")
            w.label("failed")
            cturned.failed(frame, callback.answers)
            if callback.gives_hresult:
                w.line(f"{names.RESULT} = interop_hresult_of_error();")
            w.line("interop_raised(_entry, _number, _callable);")
            w.label("unanswered")
            w.line(";")
            self._clear()
            w.lines("", "/* cleanup */")
            w.label("answered")
            w.line(";")
            self._release()
            w.line(f"interop_lock_{give}(&_lock);")
            w.line("errno = _errno;")
            w.line(leave)
        w.line()

    def _offer(self, capacity: Received) -> None:
        """How much room there is, to a callable that asks for it."""
        arg, w = self.callback.call.args[capacity.index], self.w
        assert isinstance(capacity.reader, ReadItem)
        place = c_string(arg.parameter.py_name)
        with w.indented(f"if (interop_takes(_callable, {place})) {{", "}"):
            value = f"interop_from_{capacity.reader.item.suffix}(_a_{arg.parameter.name})"
            self.frame.attempt(f"interop_offer(&_keywords, {place}, {value})")

    def _name(self, index: int) -> str:
        return "result" if index < 0 else self.callback.call.args[index].parameter.name

    def _staged(self, answer: Answer) -> str:
        """The local that holds what C gets, until all of it is known."""
        return "_given" if answer.index < 0 else f"_s_{self._name(answer.index)}"

    def _declare(self) -> None:
        w, callback = self.w, self.callback
        if not self.is_void:
            w.line(f"{self.function.result.spell(names.RESULT)};")
            w.line(f"{self.function.result.spell('_given')};")
        w.line("int _errno = errno;")
        w.line("interop_lock _lock;")
        w.line("PyObject *_callable, *_returned = NULL;")
        w.line("uintptr_t _number = 0;")
        if callback.capacities:
            w.line("PyObject *_keywords = NULL;")
        if self._has_arena:
            w.line("interop_arena _arena;")
        for received in callback.received:
            w.line(f"PyObject *_p_{self._name(received.index)} = NULL;")
        for arg in self._args():
            p = arg.parameter
            match arg.strategy:
                case Slot() | HandleOut() | HandleInOut() | RecordSlot(direction=Direction.OUT | Direction.INOUT):
                    w.line(f"{target_of(p.type).spell(f'_s_{p.name}')};")
                case PointerSlot(direction=Direction.OUT | Direction.INOUT):
                    w.line(f"{target_of(p.type).spell(f'_s_{p.name}')} = NULL;")
                case _:
                    pass
        for received in callback.received:
            if received.claim is Claim.REPLACED:
                w.line(f"int _y_{self._name(received.index)} = 0;")
        for answer in callback.answers:
            name = self._name(answer.index)
            match answer.give:
                case GiveRoom() | GiveText():
                    w.line(f"interop_text _t_{name};")
                    if isinstance(answer.give, GiveText) and answer.give.given is not None:
                        w.line(f"void *_g_{name} = NULL;")
                    if isinstance(answer.give, GiveRoom):
                        w.line(f"Py_ssize_t _n_{name} = 0;")
                case GiveArray():
                    w.lines(f"interop_array _b_{name};", f"Py_ssize_t _n_{name} = 0;")
                case GiveTexts() | GiveBlock():
                    canswer.declare(w, name, answer.give)
                case GiveHandle(lends=False):
                    w.lines(f"interop_handle *_h_{name} = NULL;", f"int _c_{name} = 0;")
                case GiveItem() | GiveHandle():
                    pass
                case _ as other:
                    assert_never(other)
        cturned.declare(self.frame, callback)

    def _initialise(self) -> None:
        w, frame, callback = self.w, self.frame, self.callback
        if not self.is_void:
            if isinstance(strip(self.function.result), RecordRef):
                w.line(f"memset(&{names.RESULT}, 0, sizeof {names.RESULT});")
            elif callback.callback.on_error is not None:
                expr = self.frame.c(callback.callback.on_error)
                w.line(f"{names.RESULT} = ({self.function.result.spell()})({expr});")
            elif callback.gives_hresult:
                # Until something says better: a callable that is gone, or failed before in this call.
                w.line(f"{names.RESULT} = INTEROP_E_FAIL;")
            elif isinstance(callback.call.result.reader, ReadHandle):
                w.line(f"{names.RESULT} = {self.frame.no_handle(callback.call.result.reader.item)};")
            else:
                w.line(f"{names.RESULT} = ({self.function.result.spell()})0;")
            w.line("memset(&_given, 0, sizeof _given);")
        if self._has_arena:
            w.lines("interop_arena_init(&_arena);", "_arena.gives = 1;")
        for arg in self._args():
            if isinstance(arg.strategy, Slot | RecordSlot) and self._has_slot(arg):
                w.line(f"memset(&_s_{arg.parameter.name}, 0, sizeof _s_{arg.parameter.name});")
            elif isinstance(arg.strategy, HandleOut | HandleInOut):
                w.line(f"_s_{arg.parameter.name} = {self.frame.no_handle(arg.strategy.item)};")
            if isinstance(arg.strategy, Slot) and arg.strategy.direction.reads_in:
                frame.when(f"_a_{arg.parameter.name} != NULL", f"_s_{arg.parameter.name} = *_a_{arg.parameter.name};")
        for answer in callback.answers:
            name = self._name(answer.index)
            match answer.give:
                case GiveRoom() | GiveText():
                    w.line(f"interop_text_init(&_t_{name});")
                case GiveArray(item=item, size=size):
                    w.line(f"interop_array_init(&_b_{name});")
                    if item.is_deep:
                        w.line(f"_b_{name}.arena = &_arena;")
                        # What C may find zero if this comes to nothing.
                        assert size is not None
                        w.line(f"_n_{name} = interop_handed({frame.count(size, item)});")
                case GiveTexts() | GiveBlock():
                    canswer.initialise(frame, name, answer.give)
                case _:
                    pass
        cturned.initialise(frame, callback)

    @property
    def _has_arena(self) -> bool:
        """Whether Python gives records that own memory."""
        for answer in self.callback.answers:
            match answer.give:
                case GiveItem(item=item) | GiveArray(item=item) | GiveBlock(reader=ReadArray(item=item)) if (
                    item.is_deep
                ):
                    return True
                case GiveBlock(reader=ReadRecord(item=item)) if item.is_deep:
                    return True
                case _:
                    pass
        return False

    @property
    def _succeeded(self) -> str:
        """Whether C is told of success, once its result is known."""
        return "1" if self.callback.succeeds is None else self.frame.c(self.callback.succeeds)

    def _has_slot(self, arg: ArgPlan) -> bool:
        return isinstance(arg.strategy, Slot) or (
            isinstance(arg.strategy, RecordSlot) and arg.strategy.direction is not Direction.IN
        )

    def _marshal(self) -> None:
        """C's values into Python's. What C lets the callback only read is never written (R3.31)."""
        w, frame, callback = self.w, self.frame, self.callback
        w.lines("", "/* marshal */")
        if callback.completion is not None and callback.is_awaited:
            self._judge(callback.completion)
        for arg in self._args():
            p = arg.parameter
            at = self._at(callback.call.args.index(arg))
            if isinstance(arg.strategy, Slot):
                if not arg.strategy.nullable:
                    frame.when(f"_a_{p.name} == NULL", f"interop_unexpected_null({at});", frame.fail)
            elif isinstance(arg.strategy, PointerSlot | TextRoom | HandleOut | HandleInOut) or self._has_slot(arg):
                frame.when(f"_a_{p.name} == NULL", f"interop_unexpected_null({at});", frame.fail)
        for answer in callback.answers:
            if isinstance(answer.give, GiveTexts | GiveBlock):
                canswer.measure(frame, self._name(answer.index), answer.give)
        # What marshallers are told goes before anything else is made for Python (R12.9).
        for received in callback.received:
            if received.marshaller is not None:
                name, at = self._asked(received)
                cturned.begin(frame, name, at)
                self._read(received)
                cturned.capture(frame, name, at)
        for received in callback.received:
            if received.marshaller is not None:
                cturned.give(frame, *self._asked(received))
            else:
                self._read(received)

    def _asked(self, received: Received) -> tuple[str, str]:
        """The parameter of what a marshaller converts, and where messages say it is."""
        return self._name(received.index), self._at(received.index, is_answer=False)

    def _read(self, received: Received) -> None:
        w, frame, arg = self.w, self.frame, self.callback.call.args[received.index]
        name, at = arg.parameter.name, self._at(received.index, is_answer=False)
        into = f"_p_{name}"
        match received.reader:
            case ReadHandle(item=item, nullable=nullable):
                native = f"*_a_{name}" if isinstance(arg.strategy, HandleInOut) else f"_a_{name}"
                with w.indented(f"if (interop_valid_{item.suffix}({native})) {{"):
                    passed = f"&{names.handles(item)}, interop_pack_{item.suffix}({native})"
                    made = f"interop_handle_lent({passed})"
                    if received.claim is not Claim.C:
                        held, shown = received.claim is not Claim.PYTHON, received.claim is not Claim.REPLACED
                        made = f"interop_handle_received({passed}, {int(held)}, {int(shown)})"
                    w.line(f"{into} = {made};")
                w.line("} else {")
                with w.indented(None, "}"):
                    if nullable:
                        w.line(f"{into} = Py_NewRef(Py_None);")
                    else:
                        w.lines(frame.refuse_none(item, at), frame.fail)
                frame.leave_if(f"{into} == NULL")
            case ReadArray(item=item, made=Made.BYTES, count=None) if received.in_place:
                frame.when(f"_a_{name} == NULL", f"interop_unexpected_null({at});", frame.fail)
                w.line(f"_n_{name} = interop_terminated(_a_{name}, 1);")
                w.line(f"{into} = PyByteArray_FromStringAndSize((const char *)_a_{name}, _n_{name});")
                frame.leave_if(f"{into} == NULL")
            case ReadArray(item=item, made=Made.BYTES, count=count) if received.in_place and count is not None:
                frame.attempt(f"(_n_{name} = interop_extent({frame.count(count, item)}, {at}))")
                frame.when(f"_a_{name} == NULL && _n_{name} > 0", f"interop_unexpected_null({at});", frame.fail)
                w.line(f"{into} = PyByteArray_FromStringAndSize((const char *)_a_{name}, _n_{name});")
                frame.leave_if(f"{into} == NULL")
            case ReadText() | ReadArray() | ReadTexts() | ReadRecord() if isinstance(arg.strategy, PointerSlot):
                cread.read(frame, received.reader, f"(*_a_{name})", into, at)
            case ReadText(text=text) if isinstance(arg.strategy, TextRoom):
                assert arg.strategy.size is not None
                frame.attempt(f"(_n_{name} = interop_extent({frame.count(arg.strategy.size, text.unit)}, {at}))")
                units = f"interop_units(_a_{name}, sizeof({text.unit.spelling}), _n_{name})"
                w.line(f"{into} = interop_text_read(_a_{name}, {units}, &{frame.codecs.name(text)}, {at});")
                frame.leave_if(f"{into} == NULL")
            case reader if isinstance(arg.strategy, Slot) and arg.strategy.nullable:
                with w.indented(f"if (_a_{name} == NULL) {{"):
                    w.line(f"{into} = Py_NewRef(Py_None);")
                w.line("} else {")
                with w.indented(None, "}"):
                    cread.read(frame, reader, f"_s_{name}", into, at)
            case reader:
                native = f"_s_{name}" if isinstance(arg.strategy, Slot) else f"_a_{name}"
                cread.read(frame, reader, native, into, at)

    def _unmarshal(self) -> None:
        """Python's answers into C's values; nothing of C's is written yet."""
        w, frame, callback = self.w, self.frame, self.callback
        if not callback.answers:
            return
        w.lines("", "/* unmarshal */")
        if callback.lends or any(isinstance(a.give, GiveItem) and frame.keeps(a.give.item) for a in callback.answers):
            w.line("interop_lend_anew(_entry);")
        returned = callback.returned
        if len(returned) > 1:
            frame.attempt(f"interop_unpack(_returned, {len(returned)}, {self._at(-1)})")
        for answer in callback.answers:
            value = "_returned"
            if answer.in_place:
                value = f"_p_{self._name(answer.index)}"
            elif len(returned) > 1:
                value = f"PyTuple_GetItem(_returned, {returned.index(answer)})"
            if isinstance(answer.give, GiveItem) and answer.give.none_for_null:
                with self.w.indented(f"if (_a_{self._name(answer.index)} != NULL || {value} != Py_None) {{", "}"):
                    self._take(answer, value)
            else:
                self._take(answer, value)

    def _take(self, answer: Answer, value: str) -> None:
        """One answer, through its custom marshaller if it has one."""
        if answer.marshaller is None:
            self._convert(answer, value)
            return
        frame, name, at = self.frame, self._name(answer.index), self._at(answer.index)
        is_inout = any(r.index == answer.index for r in self.callback.received if r.marshaller is not None)
        self._convert(answer, cturned.take(frame, name, answer, value, is_inout, at))
        cturned.taken(frame, name)

    def _convert(self, answer: Answer, value: str) -> None:
        w, frame, name, into = self.w, self.frame, self._name(answer.index), self._staged(answer)
        at = self._at(answer.index)
        match answer.give:
            case GiveItem(item=item, none_is_zero=none_is_zero):
                if none_is_zero:
                    with w.indented(f"if ({value} != Py_None) {{", "}"):
                        self._convert_item(item, value, into, at)
                else:
                    self._convert_item(item, value, into, at)
            case GiveRoom(text=text, size=size):
                codec = frame.codecs.name(text)
                frame.attempt(f"(_n_{name} = interop_extent({frame.count(size, text.unit)}, {at}))")
                frame.attempt(f"interop_text_in({value}, &{codec}, 0, &_t_{name}, {at})")
                frame.attempt(f"interop_text_fits(&_t_{name}, _n_{name}, {at})")
            case GiveText(text=text, nullable=nullable, given=given):
                codec, flags = frame.codecs.name(text), "INTEROP_NULLABLE" if nullable else "0"
                if given is None:
                    pointer = self.function.result if answer.index < 0 else target_of(self._type_of(answer.index))
                    lent = f"interop_lend_text(_entry, {value}, &{codec}, {flags}, {at})"
                    w.line(f"{into} = ({pointer.spell()}){lent};")
                    frame.leave_if(f"{into} == NULL && PyErr_Occurred()")
                    return
                frame.attempt(f"interop_text_in({value}, &{codec}, {flags}, &_t_{name}, {at})")
                with w.indented(f"if (_t_{name}.data != NULL) {{", "}"):
                    w.line(f"_g_{name} = {made_text(frame, text, given.alloc, f'_t_{name}')};")
                    frame.leave_if(f"_g_{name} == NULL")
                w.line(f"{into} = _g_{name};")
            case GiveArray(item=item, size=size, is_partial=is_partial, null_terminated=ended):
                if size is not None:
                    frame.attempt(f"(_n_{name} = interop_extent({frame.count(size, item)}, {at}))")
                    frame.when(f"_a_{name} == NULL && _n_{name} > 0", f"interop_unexpected_null({at});", frame.fail)
                else:
                    w.line(f"_n_{name} = interop_terminated(_a_{name}, {self._each(item)}) + 1;")
                said = ["INTEROP_TERMINATED"] * ended + ["INTEROP_OWNED"] * item.is_owned
                listed = " | ".join(said) or "0"
                frame.attempt(f"interop_array_in({value}, &interop_type_{item.suffix}, {listed}, &_b_{name}, {at})")
                if frame.keeps(item):
                    frame.attempt(f"interop_lend_listed(_entry, {value})")
                fits = f"_b_{name}.count, _n_{name}, {int(is_partial)}, {int(ended)}"
                frame.attempt(f"interop_count_fits({fits}, {at})")
            case GiveTexts() | GiveBlock():
                canswer.convert(frame, name, answer.give, value, into, at)
            case GiveHandle(item=item, nullable=nullable, lends=lends, replaces=replaces):
                with w.indented("{", "}"):
                    w.lines(f"PyObject *_object = {value};", "uintptr_t _value;")
                    w.line(f"{into} = {frame.no_handle(item)};")
                    with frame.unless_none("_object", nullable):
                        kind, passed = f"&{names.handles(item)}", f"_p_{name}" if replaces else "NULL"
                        if lends:
                            frame.attempt(f"interop_lend_handle(_entry, _object, {kind}, &_value, {at})")
                        else:
                            taken = f"{passed}, &_h_{name}, &_value, {at}"
                            frame.attempt(f"interop_handle_answered(_object, {kind}, {taken})")
                        w.line(f"{into} = interop_value_{item.suffix}(_value);")
            case _ as other:
                assert_never(other)

    def _type_of(self, index: int) -> CType:
        return self.callback.call.args[index].parameter.type

    def _convert_item(self, item: Item, value: str, into: str, at: str) -> None:
        w, frame = self.w, self.frame
        if item.klass is ItemClass.RECORD:
            frame.attempt(f"interop_to_{item.suffix}({value}, &{into}, {'&_arena' if item.is_deep else 'NULL'}, {at})")
            if frame.keeps(item):
                frame.attempt(f"interop_lend(_entry, {value})")
        elif item.klass is ItemClass.POINTER:
            with w.indented("{", "}"):
                w.line("void *_pointer = NULL;")
                frame.attempt(f"interop_to_pointer({value}, &interop_ctype_{item.suffix}, &_pointer, {at})")
                w.line(f"{into} = ({item.spelling})_pointer;")
        else:
            frame.attempt(f"interop_to_{item.suffix}({value}, &{into}, {at})")

    def _store(self) -> None:
        """All at once, when nothing can fail any more."""
        w, frame, callback = self.w, self.frame, self.callback
        for derived in callback.derived:
            self._derive(derived)
        # The result first, since it may say whether handles change hands.
        if callback.call.result.role is ResultRole.STATUS:
            w.line(f"{names.RESULT} = 0;")
        for derived in callback.derived:
            name = self._name(derived.index)
            if derived.index >= 0:
                frame.when(f"_a_{name} != NULL", f"*_a_{name} = _s_{name};")
            else:
                w.line(f"{names.RESULT} = _given;")
        for answer in sorted(callback.answers, key=lambda answer: answer.index >= 0):
            name = self._name(answer.index)
            if isinstance(answer.give, GiveHandle) and not answer.give.lends:
                self._hand_over(answer, answer.give)
            match answer.give:
                case GiveRoom(text=text):
                    w.line(f"interop_text_store(&_t_{name}, _a_{name}, sizeof({text.unit.spelling}));")
                case GiveArray(item=item, null_terminated=ended):
                    size = f"((size_t)_b_{name}.count + 1)" if ended else f"(size_t)_b_{name}.count"
                    if answer.give.replaces:
                        with w.indented(f"for (Py_ssize_t _k = 0; _k < _n_{name}; _k++)"):
                            w.line(f"interop_free_{item.suffix}(_a_{name} + _k);")
                    copy = f"memcpy((void *)_a_{name}, _b_{name}.data, {size} * {self._each(item)});"
                    if ended:
                        w.line(copy)
                    else:
                        frame.when(f"_b_{name}.count > 0", copy)
                    if item.is_owned:
                        w.line(f"_b_{name}.count = 0; /* C's own now */")
                case _ if answer.index < 0:
                    w.line(f"{names.RESULT} = _given;")
                case GiveTexts() | GiveBlock():
                    canswer.store(frame, name, answer.give)
                case GiveText(given=given, replaces=True):
                    assert given is not None
                    frame.when(f"*_a_{name} != NULL", f"{frame.callee(given.free)}(*_a_{name});")
                    w.line(f"*_a_{name} = _s_{name};")
                case GiveItem(item=item, replaces=True):
                    w.lines(f"interop_free_{item.suffix}(_a_{name});", f"*_a_{name} = _s_{name};")
                case _:
                    frame.when(f"_a_{name} != NULL", f"*_a_{name} = _s_{name};")
            if isinstance(answer.give, GiveText) and answer.give.given is not None:
                w.line(f"_g_{name} = NULL; /* C's own now */")
            elif isinstance(answer.give, GiveTexts | GiveBlock):
                canswer.gone(frame, name, answer.give)
            elif isinstance(answer.give, GiveItem) and answer.give.item.is_deep:
                staged = self._staged(answer)
                w.line(f"memset(&{staged}, 0, sizeof {staged}); /* C's own now */")
        cturned.stored(frame, callback)

    def _hand_over(self, answer: Answer, give: GiveHandle) -> None:
        """C has the handle from here on, and Python the one in whose place it is."""
        w, name, suffix = self.w, self._name(answer.index), give.item.suffix
        succeeded = self._succeeded if answer.index >= 0 else "1"
        w.line(f"_c_{name} = {succeeded};")
        if succeeded != "1":
            kept = f"*_a_{name}" if give.replaces else self.frame.no_handle(give.item)
            self.frame.when(f"!_c_{name}", f"_s_{name} = {kept};")
        if give.replaces:
            differs = f"((interop_handle *)_p_{name})->value != interop_pack_{suffix}(_s_{name})"
            w.line(f"_y_{name} = _p_{name} != Py_None && {differs};")

    def _each(self, item: Item) -> str:
        """The bytes of an element."""
        return "1" if item.klass is ItemClass.BYTE else f"sizeof({item.spelling})"

    def _derive(self, derived: Derived) -> None:
        """The length of what was given, into the number that tells C."""
        frame = self.frame
        spelling, target = self.function.result.spell(), "_given"
        if derived.index >= 0:
            arg = self.callback.call.args[derived.index]
            assert isinstance(arg.strategy, Slot)
            spelling, target = arg.strategy.item.spelling, f"_s_{arg.parameter.name}"
        first, *others = derived.of
        at = self._at(derived.index)
        for other in others:
            text = f"%zd elements, but '{self._name(derived.index)}' counts %zd in another value"
            both = f"{self._length(other)}, {self._length(first)}"
            fail = f"interop_fail(interop_errors.value, {self._at(other.index)}, {c_string(text)}, {both});"
            frame.when(f"{self._length(other)} != {self._length(first)}", fail, frame.fail)
        frame.attempt(f"INTEROP_LENGTH({spelling}, {target}, {self._length(first)}, {at})")

    def _length(self, measured: Measured) -> str:
        """How much there is of an answer, as C counts it."""
        answer = next(answer for answer in self.callback.answers if answer.index == measured.index)
        name = self._name(measured.index)
        match answer.give:
            case GiveTexts() | GiveBlock(reader=ReadTexts()):
                length, item = f"_l_{name}.count", TEXT_POINTER
            case GiveArray(item=item) | GiveBlock(reader=ReadArray(item=item)):
                length = f"_b_{name}.count"
            case _:
                raise AssertionError("only arrays have a length")
        in_bytes = measured.in_bytes and item.klass is not ItemClass.BYTE
        return f"{length} * (Py_ssize_t)sizeof({item.spelling})" if in_bytes else length

    def _clear(self) -> None:
        """What C finds where the callable has given nothing. Where it gets no value, on_error does what it says."""
        if self.is_void and self.callback.callback.on_error is not None:
            self.w.line(f"(void)({self.frame.c(self.callback.callback.on_error)});")
        self._clear_outs()

    def _clear_outs(self) -> None:
        """What is only out is zero, as C may rely on (R3.40)."""
        for arg in self._args():
            name = arg.parameter.name
            match arg.strategy:
                case Slot(direction=Direction.OUT) | RecordSlot(direction=Direction.OUT):
                    self.frame.when(f"_a_{name} != NULL", f"memset(_a_{name}, 0, sizeof *_a_{name});")
                case PointerSlot(direction=Direction.OUT):
                    self.frame.when(f"_a_{name} != NULL", f"*_a_{name} = NULL;")
                case HandleOut(item=item):
                    self.frame.when(f"_a_{name} != NULL", f"*_a_{name} = {self.frame.no_handle(item)};")
                case _:
                    pass
        for answer in self.callback.answers:
            name = self._name(answer.index)
            match answer.give:
                case GiveTexts() | GiveBlock():
                    canswer.clear(self.frame, name, answer.give)
                case GiveArray(item=item, replaces=False) if item.is_deep:
                    cleared = f"memset((void *)_a_{name}, 0, (size_t)_n_{name} * sizeof({item.spelling}));"
                    self.frame.when(f"_a_{name} != NULL && _n_{name} > 0", cleared)
                case _:
                    pass

    def _release(self) -> None:
        w, frame, callback = self.w, self.frame, self.callback
        cturned.release(frame, callback)
        for answer in callback.answers:
            name = self._name(answer.index)
            match answer.give:
                case GiveRoom():
                    w.line(f"interop_text_release(&_t_{name});")
                case GiveText(given=given):
                    w.line(f"interop_text_release(&_t_{name});")
                    if given is not None:
                        frame.when(f"_g_{name} != NULL", f"{frame.callee(given.free)}(_g_{name});")
                case GiveArray(item=item):
                    if item.is_owned:
                        cread.free_items(frame, item, f"_b_{name}.data", f"_b_{name}.count")
                    w.line(f"interop_array_release(&_b_{name});")
                case GiveTexts() | GiveBlock():
                    canswer.release(frame, name, answer.give)
                case GiveItem(item=item) if item.is_deep:
                    w.line(f"interop_free_{item.suffix}(&{self._staged(answer)});")
                case GiveHandle(lends=False):
                    frame.when(f"_c_{name} && _h_{name} != NULL", f"interop_handle_pass_on(_h_{name}, NULL);")
                    w.line(f"interop_handle_taken(_h_{name}, _c_{name});")
                    w.line(f"Py_XDECREF((PyObject *)_h_{name});")
                case _:
                    pass
        if self._has_arena:
            w.line("interop_arena_release(&_arena);")
        for received in callback.received:
            name = self._name(received.index)
            match received.reader, received.claim:
                case ReadHandle(), Claim.C:
                    w.line(f"interop_handle_returned(_p_{name});")
                case ReadHandle(item=item), Claim.PYTHON | Claim.SUCCESS:
                    never = f"_p_{name} == NULL && interop_valid_{item.suffix}(_a_{name})"
                    is_told = received.claim is Claim.SUCCESS
                    orphan = f"&{names.handles(item)}, interop_pack_{item.suffix}(_a_{name})"
                    frame.when(
                        f"{never} && ({self._succeeded})" if is_told else never, f"interop_handle_orphaned({orphan});"
                    )
                    decided = f"interop_handle_decided(_p_{name}, {self._succeeded});"
                    w.line(decided if is_told else f"Py_XDECREF(_p_{name});")
                case ReadHandle(), Claim.REPLACED:
                    w.line(f"interop_handle_decided(_p_{name}, _y_{name});")
                case _:
                    w.line(f"Py_XDECREF(_p_{name});")
        if callback.capacities:
            w.line("Py_XDECREF(_keywords);")
        w.line("Py_XDECREF(_returned);")
        with w.indented("if (_callable != NULL) {", "}"):
            w.lines("interop_leave(_entry, _number);", "Py_DECREF(_callable);")
