"""The classes of handles as C text: how one is closed, what its methods are, and the type object."""

from __future__ import annotations

from interop.emit import names
from interop.emit.cframe import Codecs, no_value
from interop.emit.cstub import close_body
from interop.emit.docs import handle_doc, member_docstring, property_doc
from interop.emit.writer import Writer, c_string
from interop.model.expr import to_c
from interop.model.library import Role
from interop.plan.calls import CallPlan
from interop.plan.library import HandlePlan, LibraryPlan

_MOST = 64
"""How many arguments a method takes whose number is the caller's choice."""


def handle_values(plan: LibraryPlan, codecs: Codecs) -> str:
    """What the stubs need of every handle: its value in and out of an object, whether it is one, how it is closed."""
    w = Writer()
    for handle in plan.handles:
        item = handle.item
        fits = f"sizeof({item.spelling}) <= sizeof(uintptr_t)"
        w.line(f'_Static_assert({fits}, "a handle is no larger than a pointer");')
        w.line(f"INTEROP_UNUSED static inline {item.spelling}")
        w.line(f"interop_value_{item.suffix}(uintptr_t _number)")
        with w.indented("{", "}"):
            w.lines(f"{item.spelling} _value;", "memcpy(&_value, &_number, sizeof _value);", "return _value;")
        w.line("INTEROP_UNUSED static inline uintptr_t")
        w.line(f"interop_pack_{item.suffix}({item.spelling} _value)")
        with w.indented("{", "}"):
            w.lines("uintptr_t _number = 0;", "memcpy(&_number, &_value, sizeof _value);", "return _number;")
        tests = ["_value != NULL"] if handle.handle.may_be_null else []
        tests += [f"_value != {no_value(handle, to_c(value))}" for value in handle.handle.invalid]
        w.line("INTEROP_UNUSED static inline int")
        w.line(f"interop_valid_{item.suffix}({item.spelling} _value)")
        with w.indented("{", "}"):
            w.lines("(void)_value;", f"return {' && '.join(tests) or '1'};")
        w.line("static int")
        w.line(f"interop_accept_{item.suffix}(uintptr_t *_number)")
        with w.indented("{", "}"):
            w.line(f"*_number = interop_pack_{item.suffix}(interop_value_{item.suffix}(*_number));")
            w.line(f"return interop_valid_{item.suffix}(interop_value_{item.suffix}(*_number));")
        close = ready = "NULL"
        if handle.handle.close is not None:
            close = f"interop_close_{item.suffix}"
            _close(w, handle, plan, codecs)
            if plan.library.binding.is_lazy:
                ready = f"interop_ready_{item.suffix}"
                _ready(w, handle, plan)
        name = c_string(handle.handle.py_name)
        parts = f"{name}, {close}, {int(handle.handle.exclusive)}, interop_accept_{item.suffix}, {ready}"
        parts += f", NULL, sizeof({item.spelling})"
        w.line(f"static interop_handles {names.handles(item)} = {{{parts}, 0, NULL, 0}};")
    return w.text() if plan.handles else ""


def _close(w: Writer, handle: HandlePlan, plan: LibraryPlan, codecs: Codecs) -> None:
    suffix = handle.item.suffix
    if handle.close is not None:
        for line in close_body(handle.close, plan, codecs, f"interop_close_{suffix}", suffix).rstrip().splitlines():
            w.line(line)
        return
    w.line("static int")
    w.line(f"interop_close_{suffix}(uintptr_t _number, int _raises)")
    with w.indented("{", "}"):
        w.lines("(void)_raises;", "Py_BEGIN_ALLOW_THREADS")
        w.line(f"{handle.handle.close}(interop_value_{suffix}(_number));")
        w.lines("Py_END_ALLOW_THREADS", "return 0;")


def _ready(w: Writer, handle: HandlePlan, plan: LibraryPlan) -> None:
    """Binds what closing needs, for an object that no call of this module made."""
    assert handle.handle.close is not None
    needed = (*(handle.close.needs if handle.close is not None else ()), handle.handle.close)
    w.line("static int")
    w.line(f"interop_ready_{handle.item.suffix}(void)")
    with w.indented("{", "}"):
        for target in filter(None, map(plan.library.function, needed)):
            bound = f"INTEROP_BIND({names.address(target.name)}, {c_string(target.symbol)})"
            w.lines(f"if ({bound} < 0)", "    return -1;")
        w.line("return 0;")


def handle_classes(plan: LibraryPlan) -> str:
    """The type of every handle, behind the stubs that are its methods."""
    return "".join(_class(handle) for handle in plan.handles)


def _class(plan: HandlePlan) -> str:
    w = Writer()
    suffix = plan.item.suffix
    kind = names.handles(plan.item)
    roles = {call: call.function.member.role for call in plan.members if call.function.member is not None}
    for call, role in roles.items():
        _wrapper(w, plan, call, role)
    w.line("static PyObject *")
    w.line(f"interop_hm_{suffix}_from_address(PyObject *self, PyObject *args, PyObject *kwargs)")
    with w.indented("{", "}"):
        w.lines("(void)self;", f"return interop_handle_adopt(&{kind}, args, kwargs);")
    w.line("static PyObject *")
    w.line(f"interop_hm_{suffix}_live(PyObject *self, PyObject *unused)")
    with w.indented("{", "}"):
        w.lines("(void)self;", "(void)unused;", f"return PyLong_FromLong({kind}.live);")
    _methods(w, plan, roles)
    _properties(w, plan, roles)
    _spec(w, plan, roles)
    return w.text()


def member_name(call: CallPlan) -> str:
    member = call.function.member
    assert member is not None
    return member.name


def _wrapper(w: Writer, plan: HandlePlan, call: CallPlan, role: Role) -> None:
    """A stub as the class calls it."""
    stub = names.stub(call.function.py_name)
    mine = f"interop_hm_{plan.item.suffix}_{call.function.py_name}"
    most = max(len(call.arguments), 1) if call.rest is None else _MOST
    shown = c_string(member_name(call))
    w.line("static PyObject *" if role is not Role.SETTER else "static int")
    match role:
        case Role.METHOD if _is_bare(call):
            w.line(f"{mine}(PyObject *self, PyObject *unused)")
            with w.indented("{", "}"):
                w.lines("(void)unused;", f"return {_on_self(call)};")
        case Role.METHOD:
            w.line(f"{mine}(PyObject *self, PyObject *const *args, Py_ssize_t nargs, PyObject *kwnames)")
            with w.indented("{", "}"):
                w.line(f"PyObject *room[{most}];")
                w.line(f"return interop_with_self({stub}, self, args, nargs, kwnames, room, {most - 1}, {shown});")
        case Role.GETTER:
            w.line(f"{mine}(PyObject *self, void *closure)")
            with w.indented("{", "}"):
                w.lines("(void)closure;", f"return {_on_self(call)};")
        case Role.SETTER:
            w.line(f"{mine}(PyObject *self, PyObject *value, void *closure)")
            with w.indented("{", "}"):
                w.lines("PyObject *both[] = {self, value};", "PyObject *done;", "", "(void)closure;")
                w.line(f"done = value == NULL ? interop_no_deletion({shown}) : {stub}(NULL, both, 2, NULL);")
                w.lines("Py_XDECREF(done);", "return done == NULL ? -1 : 0;")
        case Role.ITERATOR:
            w.line(f"{mine}(PyObject *self)")
            with w.indented("{", "}"):
                w.line(f"return {_on_self(call)};")
        case Role.STATIC:
            w.line(f"{mine}(PyObject *self, PyObject *const *args, Py_ssize_t nargs, PyObject *kwnames)")
            with w.indented("{", "}"):
                w.line(f"return {stub}(self, args, nargs, kwnames);")
        case Role.CONSTRUCTOR:
            w.line(f"{mine}(PyTypeObject *type, PyObject *args, PyObject *kwargs)")
            with w.indented("{", "}"):
                w.lines(f"PyObject *room[{most}];", "", "(void)type;")
                name = c_string(plan.handle.py_name)
                w.line(f"return interop_construct({stub}, args, kwargs, room, {most}, {name});")
            w.line("static PyObject *")
            w.line(f"{quick_make(plan)}(PyObject *type, PyObject *const *args, size_t nargs, PyObject *kwnames)")
            with w.indented("{", "}"):
                w.lines("(void)type;", f"return {stub}(NULL, args, INTEROP_COUNT(nargs), kwnames);")


def constructor(plan: HandlePlan) -> CallPlan | None:
    """The function that calls of the class call."""
    members = ((call, call.function.member) for call in plan.members)
    return next((call for call, member in members if member is not None and member.role is Role.CONSTRUCTOR), None)


def quick_make(plan: HandlePlan) -> str:
    """The constructor as the class calls it without a tuple."""
    return f"interop_hq_{plan.item.suffix}" if constructor(plan) is not None else "NULL"


def _on_self(call: CallPlan) -> str:
    """The call of a stub with nothing but the object."""
    name = call.function.py_name
    return f"{names.bare(name)}(self)" if call.takes_object_alone else f"{names.stub(name)}(NULL, &self, 1, NULL)"


def _is_bare(call: CallPlan) -> bool:
    """Whether a method takes nothing but its object."""
    return len(call.arguments) == 1 and call.rest is None


def _methods(w: Writer, plan: HandlePlan, roles: dict[CallPlan, Role]) -> None:
    suffix = plan.item.suffix
    with w.indented(f"static PyMethodDef interop_hm_{suffix}[] = {{", "};"):
        for call, role in roles.items():
            if role in (Role.METHOD, Role.STATIC):
                mine = f"(PyCFunction)(void (*)(void))interop_hm_{suffix}_{call.function.py_name}"
                static = " | METH_STATIC" if role is Role.STATIC else ""
                doc = c_string(member_docstring(call, role))
                takes = "METH_NOARGS" if role is Role.METHOD and _is_bare(call) else "METH_FASTCALL | METH_KEYWORDS"
                w.line(f"{{{c_string(member_name(call))}, {mine}, {takes}{static}, {doc}}},")
        close = c_string("close($self)\n--\n\nCloses it now, or when the last call that uses it has ended.")
        detach = c_string("detach($self)\n--\n\nThe native value, which the caller has to close from now on.")
        adopt = c_string(
            "from_address(address, *, owns=True)\n--\n\nAn object for a handle that other code opened; "
            "it is closed by this one where it owns it."
        )
        live = c_string("live()\n--\n\nHow many objects of the class hold a handle that they have to close.")
        through = "(PyCFunction)(void (*)(void))"
        w.lines(
            f'{{"close", interop_handle_close_method, METH_NOARGS, {close}}},',
            '{"__enter__", interop_handle_enter, METH_NOARGS, NULL},',
            '{"__exit__", interop_handle_exit, METH_VARARGS, NULL},',
            f'{{"detach", interop_handle_detach, METH_NOARGS, {detach}}},',
            f'{{"from_address", {through}interop_hm_{suffix}_from_address,'
            f" METH_VARARGS | METH_KEYWORDS | METH_STATIC, {adopt}}},",
            f'{{"live", interop_hm_{suffix}_live, METH_NOARGS | METH_STATIC, {live}}},',
            "{NULL, NULL, 0, NULL},",
        )


def _properties(w: Writer, plan: HandlePlan, roles: dict[CallPlan, Role]) -> None:
    suffix = plan.item.suffix
    getters = {member_name(c): c for c, role in roles.items() if role is Role.GETTER}
    setters = {member_name(c): c for c, role in roles.items() if role is Role.SETTER}
    with w.indented(f"static PyGetSetDef interop_hg_{suffix}[] = {{", "};"):
        for name in dict.fromkeys((*getters, *setters)):
            get = f"interop_hm_{suffix}_{getters[name].function.py_name}" if name in getters else "NULL"
            put = f"interop_hm_{suffix}_{setters[name].function.py_name}" if name in setters else "NULL"
            shown = getters.get(name) or setters[name]
            doc = c_string(property_doc(shown))
            w.line(f"{{{c_string(name)}, {get}, {put}, {doc}, NULL}},")
        w.lines(
            '{"closed", interop_handle_closed, NULL, "Whether it is closed.", NULL},',
            '{"aio", interop_handle_aio, NULL, "Its methods as coroutine functions, run on worker threads.", NULL},',
            '{"address", interop_handle_address, NULL, "The native value.", NULL},',
            "{NULL, NULL, NULL, NULL, NULL},",
        )


def _spec(w: Writer, plan: HandlePlan, roles: dict[CallPlan, Role]) -> None:
    suffix, name = plan.item.suffix, plan.handle.py_name
    doc = handle_doc(plan)
    new = constructor(plan)
    step = next((c for c, role in roles.items() if role is Role.ITERATOR), None)
    flags = "Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_IMMUTABLETYPE"
    with w.indented(f"static PyType_Slot interop_ht_{suffix}[] = {{", "};"):
        w.lines(
            f"{{Py_tp_doc, (void *){c_string(doc)}}},",
            "{Py_tp_dealloc, (void *)interop_handle_dealloc},",
            "{Py_tp_traverse, (void *)interop_handle_traverse},",
            "{Py_tp_finalize, (void *)interop_handle_finalize},",
            "{Py_tp_clear, (void *)interop_handle_clear},",
            "{Py_tp_repr, (void *)interop_handle_repr},",
            "{Py_tp_members, (void *)interop_handle_members},",
            f"{{Py_tp_methods, (void *)interop_hm_{suffix}}},",
            f"{{Py_tp_getset, (void *)interop_hg_{suffix}}},",
        )
        if new is not None:
            w.line(f"{{Py_tp_new, (void *)interop_hm_{suffix}_{new.function.py_name}}},")
        if step is not None:
            w.line("{Py_tp_iter, (void *)PyObject_SelfIter},")
            w.line(f"{{Py_tp_iternext, (void *)interop_hm_{suffix}_{step.function.py_name}}},")
        w.line("{0, NULL},")
    if new is None:
        flags += " | Py_TPFLAGS_DISALLOW_INSTANTIATION"
    with w.indented(f"static PyType_Spec interop_hs_{suffix} = {{", "};"):
        w.line(f"{c_string(name)}, sizeof(interop_handle), 0, {flags}, interop_ht_{suffix},")
