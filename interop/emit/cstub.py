"""One C function per plan: the stages of a call, in order, each under a comment that names it."""

from __future__ import annotations

from interop.emit import cbound, ccustom, cguard, cmarshal, cread, crest, names
from interop.emit.cframe import Codecs, Frame
from interop.emit.docs import docstring
from interop.emit.writer import Writer, c_comment, c_string, flat
from interop.model.contract import Direction
from interop.model.ctype import Pointer, strip
from interop.model.expr import to_c
from interop.model.library import ErrorPolicy
from interop.plan.calls import Again, ArgPlan, CallPlan, Raise, ResultRole, Returned
from interop.plan.items import Transfer
from interop.plan.library import CallsBack, LibraryPlan
from interop.plan.readers import ReadArray, ReadHandle, ReadItem, ReadRecord, ReadText, ReadTexts
from interop.plan.strategies import (
    ArrayIn,
    ArrayInOut,
    CallbackIn,
    Direct,
    HandleIn,
    HandleOut,
    RecordSlot,
    Slot,
    Strategy,
    TextIn,
)

_PARAMETERS = "PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames"


def stub(
    call: CallPlan, plan: LibraryPlan, codecs: Codecs, ident: str | None = None, pointer: str | None = None
) -> str:
    """The tables and the function of one plan; ``pointer``: what is called, known in the C by ``ident``."""
    frame = Frame(call, plan, codecs, _cleans_up(call) or cbound.lends(plan), ident, pointer)
    w = frame.w
    span = call.function.declaration
    w.line(f"/* {span.file.path}:{span.line}")
    w.line(f" * {c_comment(flat(span.text))} */")
    tables(frame)
    w.line("static PyObject *")
    if call.takes_object_alone:
        w.line(f"{names.bare(frame.name)}(PyObject *_object)")
    else:
        w.line(f"{names.stub(frame.name)}({_PARAMETERS})")
    w.line("{")
    with w.indented(None, "}"):
        _setup(frame)
        _marshal(frame)
        _unmarshal(frame)
    if call.takes_object_alone:
        _as_function(frame)
    w.line()
    return w.text()


def _as_function(frame: Frame) -> None:
    """What is a method above all, as a function of the module."""
    w = frame.w
    w.line("static PyObject *")
    w.line(f"{names.stub(frame.name)}({_PARAMETERS})")
    with w.indented("{", "}"):
        w.lines("PyObject *_sorted[1];", "", "(void)_self;")
        _count(frame)
        with w.indented("if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {", "}"):
            w.line(f"_args = interop_all_arguments(&{names.signature(frame.name)}, _args, _nargs, _kwnames, _sorted);")
            w.lines("if (_args == NULL)", "    return NULL;")
        w.line(f"return {names.bare(frame.name)}(_args[0]);")


def _count(frame: Frame) -> None:
    """The interpreter calls a function's object with a flag in the count; pointers are called as Python's functions."""
    if frame.call.has_aio and frame.pointer is None:
        frame.w.line("_nargs = INTEROP_COUNT(_nargs);")


def close_body(call: CallPlan, plan: LibraryPlan, codecs: Codecs, name: str, suffix: str) -> str:
    """The function that closes a handle, for its object: the declared function and what it says of failure."""
    frame = Frame(call, plan, codecs, cleans_up=False)
    # What its callbacks raise is only of interest to whoever asks for the end: objects close in odd places.
    calls_back, frame.calls_back = frame.calls_back, CallsBack.NEVER
    frame.fail = "return -1;"
    w = frame.w
    first, *others = call.args
    if call.raises is not None:
        listed = ", ".join(c_string(place) for place in frame.places)
        w.line(f"static const char *const {name}_names[] = {{{listed}}};")
        shown = c_string(call.function.py_name)
        w.line(f'static interop_signature {name}_signature = {{{shown}, {name}_names, NULL, "", 0, 0}};')
    w.line("static int")
    w.line(f"{name}(uintptr_t _number, int _raises)")
    with w.indented("{", "}"):
        value = f"interop_value_{suffix}(_number)"
        w.line(f"{first.parameter.type.spell(f'_a_{first.parameter.name}')} = {value};")
        for other in others:
            given = other.parameter.contract.fixed or other.default
            assert given is not None, "the front end has seen that a close function needs only the handle"
            w.line(f"{other.parameter.type.spell(f'_a_{other.parameter.name}')} = {frame.c(given)};")
        if call.result.role is not ResultRole.VOID:
            w.line(f"{call.result.ctype.spell(names.RESULT)};")
        if call.saves_errno:
            w.line(f"int {names.ERRNO} = 0;")
        if calls_back is not CallsBack.NEVER:
            bound = " && interop_bindings > 0" if calls_back is CallsBack.IF_BOUND else ""
            w.lines(f"interop_call {cbound.CALL};", f"int {cbound.CALLS_BACK} = _raises{bound};")
        w.lines("", "(void)_raises;")
        if calls_back is not CallsBack.NEVER:
            init, begin = f"interop_call_init(&{cbound.CALL});", f"interop_call_begin(&{cbound.CALL});"
            frame.when(cbound.CALLS_BACK, init, begin)
        # An object may close while another call is being cleaned up, whose errno is the one that was saved (R10.18).
        _invoke(frame, saves_errno=False)
        if calls_back is not CallsBack.NEVER:
            with w.indented(f"if ({cbound.CALLS_BACK}) {{", "}"):
                w.lines(f"interop_call_end(&{cbound.CALL});", f"Py_XDECREF({cbound.CALL}.lent);")
                raised = f"interop_call_raise(&{cbound.CALL}, {c_string(call.function.py_name)})"
                frame.when(f"INTEROP_UNLIKELY({cbound.CALL}.raised != NULL)", f"return {raised};")
        if call.raises is not None:
            _raise_unless(frame, "_raises && ", f"&{name}_signature")
        elif call.result.role is not ResultRole.VOID:
            w.line(f"(void){names.RESULT};")
        w.line("return 0;")
    return w.text()


def _cleans_up(call: CallPlan) -> bool:
    """Whether an early exit has anything to release."""
    simple = all(_is_simple(arg.strategy) for arg in call.args)
    owned = False
    match call.result.reader:
        case ReadTexts() | ReadHandle():
            owned = True
        case ReadText(free=free) | ReadArray(free=free) | ReadRecord(free=free):
            owned = free is not None
        case ReadItem(item=item):
            owned = item.is_owned
        case _:
            pass
    marshalled = call.result.marshaller is not None or any(arg.marshaller is not None for arg in call.args)
    return not simple or len(call.returned) > 1 or owned or marshalled or call.rest is not None or bool(call.guards)


def _is_simple(strategy: Strategy) -> bool:
    """Whether a parameter holds nothing that must be given back."""
    match strategy:
        case Direct(item=item) | Slot(item=item):
            return not item.is_deep
        case RecordSlot(item=item, direction=direction, transfer=transfer):
            stored = direction is Direction.INOUT and transfer is Transfer.COPY
            return not item.is_deep and direction is not Direction.OUT and not stored
        case _:
            return False


def tables(frame: Frame) -> None:
    """What a stub's messages, its results and its docstring need."""
    call, w, name = frame.call, frame.w, frame.name
    listed = ", ".join(c_string(place) for place in frame.places) or "NULL"
    shown = c_string(call.function.py_name)
    required = "".join("1" if argument.default is None else "0" for argument in call.arguments)
    count = len(call.arguments)
    w.line(f"static const char *const interop_n_{name}[] = {{{listed}}};")
    w.line(f"static PyObject *interop_k_{name}[{max(count, 1)}];")
    w.line(
        f"static interop_signature {names.signature(name)} = "
        f'{{{shown}, interop_n_{name}, interop_k_{name}, "{required}", {count}, {call.positional}}};'
    )
    if call.rest is not None:
        crest.tables(frame, call.rest)
    if call.result_type is not None:
        result_type(w, name, call.result_type, call.returned, f"What {name}() returns.")
    w.line(f"static const char interop_d_{name}[] =")
    lines = [c_string(line) for line in docstring(call, frame.plan).splitlines(keepends=True)]
    with w.indented():
        w.lines(*lines[:-1], f"{lines[-1]};")


def result_type(w: Writer, ident: str, name: str, returned: tuple[Returned, ...], doc: str) -> None:
    """The class of several values that come back at once, known in the C by ``ident``."""
    fields = ", ".join(f"{{{c_string(r.name)}, {c_string(r.annotation)}}}" for r in returned)
    w.line(f"static const char *const interop_q_{ident}[][2] = {{{fields}}};")
    table = f"{names.results(ident)}, {c_string(name)}, {c_string(doc)}, interop_q_{ident}, {len(returned)}"
    w.line(f"INTEROP_RESULTS({table})")


# --- Stages ----------------------------------------------------------------------------------------------------------


def _setup(frame: Frame) -> None:
    call, w = frame.call, frame.w
    w.line("/* setup */")
    count = len(call.arguments)
    simple = count == call.positional and call.rest is None
    if call.takes_object_alone:
        w.line("PyObject *const *_in = &_object;")
    elif count:
        w.line(f"PyObject *_sorted[{count}];")
        w.line("PyObject *const *_in = _args;" if simple else "PyObject *const *_in = _sorted;")
    for arg in call.args:
        cmarshal.declare(frame, arg)
    ccustom.declare(frame)
    if call.rest is not None:
        crest.declare(frame)
    cguard.declare(frame)
    if call.result.role is not ResultRole.VOID:
        start = " = NULL" if isinstance(strip(call.result.ctype), Pointer) else ""
        if isinstance(call.result.reader, ReadHandle):
            start = f" = {frame.no_handle(call.result.reader.item)}"
        w.line(f"{call.result.ctype.spell(names.RESULT)}{start};")
        if cread.frees_each(call.result.reader):
            w.line(f"Py_ssize_t {names.ELEMENTS} = 0;")
    if frame.has_arena:
        w.line("interop_arena _arena;")
    if call.saves_errno:
        w.line(f"int {names.ERRNO} = 0;")
    cbound.declare_call(frame)
    if cbound.takes_callbacks(frame):
        w.line(f"int {cbound.SUCCEEDED} = 0;")
    if call.again is not None:
        w.line("int _sized;")
    if frame.cleans_up:
        for value in _values(frame):
            w.line(f"PyObject *{value} = NULL;")
        w.line("PyObject *_returned = NULL;")
        if call.awaited is not None:
            w.line(f"PyObject *{cbound.COMPLETION} = NULL, *{cbound.FUTURE} = NULL;")
    w.line()
    if not call.takes_object_alone:
        w.line("(void)_self;")
        _count(frame)
    if call.function.deprecated is not None:
        reason = f": {call.function.deprecated}" if call.function.deprecated else ""
        text = c_string(f"{frame.name}() is deprecated{reason}")
        frame.when(f"PyErr_WarnEx(PyExc_DeprecationWarning, {text}, 1) < 0", "return NULL;")
    if frame.has_arena:
        w.line("interop_arena_init(&_arena);")
    cbound.initialise_call(frame)
    reader = call.result.reader
    if isinstance(reader, ReadItem) and reader.item.is_owned:
        w.line(f"memset(&{names.RESULT}, 0, sizeof {names.RESULT});")
    for arg in call.args:
        cmarshal.initialise(frame, arg)
    ccustom.initialise(frame)
    if call.rest is not None:
        crest.initialise(frame)
    cguard.initialise(frame)
    given = f"&{names.signature(frame.name)}, _args, _nargs, _kwnames"
    some = f"interop_some_arguments({given}, _sorted, {call.required}, {call.positional}, {count})"
    if call.must_name:
        some = f"interop_arguments({given}, _sorted)"
    if call.takes_object_alone:
        pass
    elif call.rest is not None:
        crest.parse(frame)
    elif simple and count:
        with w.indented(f"if (INTEROP_UNLIKELY(_nargs != {count} || _kwnames != NULL)) {{", "}"):
            # Where every argument must be given, only keywords and mistakes come here.
            if call.required < count:
                frame.attempt(some)
                w.line("_in = _sorted;")
            else:
                w.line(f"_in = interop_all_arguments({given}, _sorted);")
                frame.leave_if("_in == NULL")
    elif count:
        frame.attempt(some)
    else:
        sort = f"interop_sort(&{names.signature(frame.name)}, _args, _nargs, _args + _nargs, _kwnames, NULL)"
        frame.leave_if(f"INTEROP_UNLIKELY(_nargs != 0 || _kwnames != NULL) && {sort} < 0")
    if frame.plan.library.binding.is_lazy:
        for needed in call.needs:
            _bind(frame, needed)


def _bind(frame: Frame, name: str) -> None:
    target = frame.plan.library.function(name)
    if target is not None:
        frame.attempt(f"INTEROP_BIND({names.address(name)}, {c_string(target.symbol)})")


def _is_new(call: CallPlan, index: int) -> bool:
    """Whether a handle is opened by the call itself, so that nothing was kept for it before."""
    return isinstance(call.args[index].strategy, HandleOut)


def _native(call: CallPlan, index: int) -> str:
    """A number that is passed."""
    return f"_a_{call.args[index].parameter.name}"


def _marshal(frame: Frame) -> None:
    """marshal, pin, invoke, capture and check; called once, or in a loop where a room may have to grow."""
    call, w, again = frame.call, frame.w, frame.call.again
    if call.steps:
        w.lines("", "/* marshal, pin */")
    ccustom.begin(frame)
    for step in call.steps:
        cmarshal.step(frame, step)
    if call.rest is not None:
        crest.convert(frame, call.rest)
    if call.shape_format is not None:
        crest.check_shape(frame, call.shape_format)
    if frame.plan.library.binding.is_lazy:
        # After the arguments, so that a wrong one is reported as such whether or not the library is there.
        _bind(frame, call.function.name)
    if call.rest is not None:
        crest.bind(frame)
    for arg in call.args:
        is_handle = isinstance(arg.strategy, HandleIn) and not arg.strategy.consumes
        if arg.keeper is not None and (
            is_handle or isinstance(arg.strategy, TextIn | ArrayIn | ArrayInOut | RecordSlot)
        ):
            _keep(frame, arg, call.args[arg.keeper])
        cbound.keep(frame, arg)
    if isinstance(call.result.reader, ReadHandle):
        w.line(f"{names.VALUE} = (PyObject *)interop_handle_new(&{names.handles(call.result.reader.item)});")
        frame.leave_if(f"{names.VALUE} == NULL")
    if again is None:
        _invoke(frame)
    else:
        _invoke_again(frame, again)
    cread.measure(frame)
    cguard.leave(frame)
    if frame.calls_back is not CallsBack.NEVER:
        with w.indented(f"if (INTEROP_UNLIKELY({cbound.has_raised(frame)})) {{", "}"):
            for arg in call.args:
                cread.write_back_anyway(frame, arg)
            # Whatever a callback raised, it is C that says whether it has what it was given.
            success = call.takes_over or call.function.policy.success
            succeeded = frame.c(success) if success is not None else "1"
            _take_over(frame, succeeded)
            if any(
                arg.keeper is not None and isinstance(call.args[arg.keeper].strategy, CallbackIn) for arg in call.args
            ):
                w.line(f"{cbound.SUCCEEDED} = {succeeded};")
            w.line(f"interop_call_raise(&{cbound.CALL}, {c_string(call.function.py_name)});")
            w.line(frame.fail)
    if call.raises is not None:
        w.lines("", "/* check */")
        _check(frame)
    _take_over(frame, frame.c(call.takes_over) if call.takes_over is not None else "1")
    cguard.check(frame)
    ccustom.called(frame)


def _take_over(frame: Frame, succeeded: str) -> None:
    """What becomes of handles that C takes over if the call succeeds."""
    for arg in frame.call.args:
        if isinstance(arg.strategy, HandleIn) and arg.strategy.consumes:
            frame.w.line(f"_c_{arg.parameter.name} = {succeeded};")


def _keep(frame: Frame, arg: ArgPlan, keeper: ArgPlan) -> None:
    """What C goes on using after the call."""
    assert arg.keeper is not None
    given, name = frame.given(arg), keeper.parameter.name
    if isinstance(keeper.strategy, CallbackIn):
        frame.leave_if(f"{given} != NULL && interop_keep_until_called(&_f_{name}, {given}, {frame.at(arg)}) < 0")
        return
    place = "NULL" if arg.place is None else f"&(long long){{{_native(frame.call, arg.place)}}}"
    if isinstance(arg.strategy, HandleIn):
        handle = f"_h_{arg.parameter.name}"
        frame.leave_if(f"interop_handle_keep_open({frame.keeper(arg.keeper)}, {handle}, {place}) < 0")
        return
    kept = "interop_handle_keep_buffer" if isinstance(arg.strategy, ArrayIn | ArrayInOut) else "interop_handle_keep"
    frame.leave_if(f"{given} != NULL && {kept}({frame.keeper(arg.keeper)}, {given}, {place}) < 0")


def _invoke(frame: Frame, saves_errno: bool = True) -> None:
    """Exactly one native call; errno is zeroed before and saved right after (R1.29)."""
    call, w = frame.call, frame.w
    function = call.function
    cguard.begin(frame)
    passed = ", ".join(cguard.passed(frame, arg) for arg in call.args)
    callee = frame.callee(function.name)
    if call.rest is not None:
        callee, passed = names.CALLEE, f"{passed}, {crest.passed(call.rest)}"
    assigned = f"{names.RESULT} = " if call.result.role is not ResultRole.VOID else ""
    lines = [f"{assigned}{callee}({passed});"]
    if call.saves_errno:
        lines = ["errno = 0;", *lines, f"{names.ERRNO} = errno;"]
    w.lines("", "/* invoke, capture */")
    cbound.begin_call(frame)
    if function.hold_gil:
        w.lines(*lines)
    else:
        w.lines("Py_BEGIN_ALLOW_THREADS", *lines, "Py_END_ALLOW_THREADS")
    cbound.end_call(frame)
    if saves_errno and (function.policy.errno or function.policy.save_errno):
        w.lines(f"errno = {names.ERRNO};", "_cffi_save_errno();")
    cguard.end(frame)


def _invoke_again(frame: Frame, again: Again) -> None:
    call, w = frame.call, frame.w
    room, size = call.args[again.room], call.args[again.size]
    strategy = size.strategy
    assert isinstance(strategy, Direct | Slot)
    target = f"_{'s' if isinstance(strategy, Slot) else 'a'}_{size.parameter.name}"
    restored = [call.args[index].parameter.name for index in again.restored]
    at = frame.at(room)
    w.lines(*(f"_i_{name} = _s_{name};" for name in restored))
    if again.query:
        w.lines("", "/* query: a first call without room tells how much is needed */")
        with w.indented("if (!_sized) {", "}"):
            w.line(f"{target} = 0;")
            _invoke(frame)
            cguard.leave(frame)
            _restore(frame, again)
            if again.needed is not None:
                if call.raises is not None:
                    # No room at all is how a call that fails answers.
                    with w.indented(f"if ({frame.wide(again.needed.expr)} < 0) {{", "}"):
                        _check(frame)
                needed = f'interop_count({frame.wide(again.needed.expr)}, 0, {at}, "the room needed")'
                w.line(f"Py_ssize_t _needed = {needed};")
                frame.leave_if("_needed < 0")
                plus = " + 1" if again.plus_terminator else ""
                frame.attempt(f"INTEROP_LENGTH({strategy.item.spelling}, {target}, _needed{plus}, {at})")
    if again.condition is None:
        cmarshal.make_room(frame, room)
        _invoke(frame)
        return
    limit = str(again.limit) if isinstance(again.limit, int) else frame.wide(again.limit)
    w.lines("", "/* grow: called again with twice the room while the condition holds */")
    with w.indented("for (;;) {", "}"):
        w.line(f"Py_ssize_t _room = (Py_ssize_t){target};")
        cmarshal.make_room(frame, room)
        _invoke(frame)
        cguard.leave(frame)
        raised = f"{cbound.has_raised(frame)} || " if frame.calls_back is not CallsBack.NEVER else ""
        frame.when(f"{raised}_sized || !({frame.c(again.condition)})", "break;")
        frame.attempt(f"(_room = interop_grow(_room, {limit}, INTEROP_MAX({strategy.item.spelling}), {at}))")
        frame.attempt(f"INTEROP_LENGTH({strategy.item.spelling}, {target}, _room, {at})")
        _restore(frame, again)


def _restore(frame: Frame, again: Again) -> None:
    """What C was given before, for a further call."""
    names_of = [frame.call.args[index].parameter.name for index in again.restored]
    frame.w.lines(*(f"_s_{name} = _i_{name};" for name in names_of))
    for index in again.remarshalled:
        cmarshal.marshal_again(frame, frame.call.args[index])


def _check(frame: Frame) -> None:
    """Raises unless the call succeeded."""
    _raise_unless(frame, "", f"&{names.signature(frame.name)}")


def _raise_unless(frame: Frame, only_if: str, signature: str) -> None:
    call, w = frame.call, frame.w
    policy = call.function.policy
    assert call.raises is not None
    assert policy.success is not None
    with w.indented(f"if ({only_if}INTEROP_UNLIKELY(!({frame.c(policy.success)}))) {{", "}"):
        for arg in call.args:
            cread.write_back_anyway(frame, arg)
        status = "NULL"
        reader = call.result.reader
        if call.raises.with_status and isinstance(reader, ReadItem):
            status = f"interop_from_{reader.item.suffix}({names.RESULT})"
        call_failed(frame, call.raises, policy, signature, status)


def call_failed(frame: Frame, raises: Raise, policy: ErrorPolicy, signature: str, status: str) -> None:
    """Raises what the policy says of a failure, and leaves."""
    w = frame.w
    assert policy.success is not None
    words = f"(const char *)({frame.c(policy.message)})" if policy.message is not None else "NULL"
    if raises.is_hresult:
        message = f"interop_message({words})" if policy.message is not None else "NULL"
        w.line(f"interop_hresult_failed({signature}, {message}, {names.RESULT});")
    else:
        exception = f"&{names.exception(raises.class_name)}" if raises.class_name is not None else "NULL"
        code = "NULL" if raises.code is None else f"PyLong_FromLongLong((long long)({frame.c(raises.code)}))"
        number = names.ERRNO if raises.with_errno else "-1"
        w.line(f"interop_call_failed({exception}, {signature}, {c_string(to_c(policy.success))},")
        w.line(f"                    {words}, {status}, {code}, {number});")
    w.line(frame.fail)


def _values(frame: Frame) -> list[str]:
    """The locals that hold what comes back, in Python order."""
    return [cread.value_of(frame, returned.index) for returned in frame.call.returned]


def _unmarshal(frame: Frame) -> None:
    call, w = frame.call, frame.w
    values = _values(frame)
    w.lines("", "/* unmarshal */")
    if cbound.takes_callbacks(frame):
        w.line(f"{cbound.SUCCEEDED} = 1;")
    _iteration(frame)
    if not frame.cleans_up:
        _return_simply(frame)
        return
    ccustom.capture(frame)
    if call.result.role is ResultRole.VALUE and call.result.reader is not None and call.result.marshaller is None:
        cread.read(frame, call.result.reader, names.RESULT, names.VALUE, frame.at(None))
    for arg in call.args:
        if arg.marshaller is None:
            cread.unmarshal(frame, arg)
    ccustom.give_back(frame)
    for returned in call.returned:
        cread.show_handle(frame, returned.index)
    match len(values):
        case 0 if call.awaited is not None:
            w.lines(
                f"_returned = {cbound.FUTURE} != NULL ? {cbound.FUTURE} : Py_NewRef(Py_None);",
                f"{cbound.FUTURE} = NULL;",
            )
        case 0:
            w.lines("Py_INCREF(Py_None);", "_returned = Py_None;")
        case 1:
            w.lines(f"_returned = {values[0]};", f"{values[0]} = NULL;")
        case count:
            with w.indented("{", "}"):
                w.line(f"PyObject *_values[] = {{{', '.join(values)}}};")
                w.line(f"{' = '.join(values)} = NULL;")
                w.line(f"_returned = interop_several(&{names.results(frame.name)}, _values, {count});")
            frame.leave_if("_returned == NULL")
    for arg in call.args:
        if arg.keeper is not None and arg.place is not None and not _is_new(call, arg.keeper):
            keeper = f"_h_{call.args[arg.keeper].parameter.name}"
            w.line(f"interop_handle_replace({keeper}, (long long){_native(call, arg.place)});")
    # Last, when nothing else can fail.
    for arg in call.args:
        if arg.marshaller is None:
            cread.commit(frame, arg)
        else:
            ccustom.store(frame, arg)
    w.lines("", "/* cleanup */")
    w.label("cleanup")
    cguard.release(frame)
    for arg in reversed(call.args):
        cread.release(frame, arg)
    if call.rest is not None:
        crest.release(frame)
    cread.release_result(frame)
    if frame.has_arena:
        w.line("interop_arena_release(&_arena);")
    ccustom.release(frame)
    cbound.release_call(frame)
    if call.awaited is not None:
        w.lines(f"Py_XDECREF({cbound.COMPLETION});", f"interop_future_drop({cbound.FUTURE});")
    for value in values:
        w.line(f"Py_XDECREF({value});")
    w.line("return _returned;")


def _iteration(frame: Frame) -> None:
    """The end of an iterator."""
    member = frame.call.function.member
    if member is not None and member.done is not None:
        frame.when(frame.c(member.done), "PyErr_SetNone(PyExc_StopIteration);", frame.fail)


def _return_simply(frame: Frame) -> None:
    """A stub that holds nothing: at most one value comes back."""
    call, w = frame.call, frame.w
    if not call.returned:
        w.line("Py_RETURN_NONE;")
        return
    returned = call.returned[0]
    w.line(f"PyObject *{cread.value_of(frame, returned.index)};")
    if returned.index < 0:
        assert call.result.reader is not None
        cread.read(frame, call.result.reader, names.RESULT, names.VALUE, frame.at(None))
    else:
        cread.unmarshal(frame, call.args[returned.index])
    w.line(f"return {cread.value_of(frame, returned.index)};")
