"""The stubs of a module as C text: shared tables, one function per plan, and the module object."""

from __future__ import annotations

from interop.emit import names
from interop.emit.ccallback import callbacks, declared
from interop.emit.cframe import Codecs
from interop.emit.chandle import handle_classes, handle_values, quick_make
from interop.emit.crecord import RecordFrame
from interop.emit.crecord_in import conversion_in
from interop.emit.crecord_out import conversion_out
from interop.emit.crecord_type import forward, tables
from interop.emit.cstub import stub
from interop.emit.ctext import pointer_declarator, proofs
from interop.emit.writer import Writer, c_string
from interop.plan.calls import CallPlan
from interop.plan.items import Item, ItemClass
from interop.plan.library import LibraryPlan

_MACROS = {
    ItemClass.SIGNED: "INTEROP_SIGNED",
    ItemClass.UNSIGNED: "INTEROP_UNSIGNED",
    ItemClass.BOOLEAN: "INTEROP_BOOLEAN",
    ItemClass.FLOAT: "INTEROP_FLOAT",
    ItemClass.LONG_DOUBLE: "INTEROP_LONG_DOUBLE",
    ItemClass.CHAR: "INTEROP_CHAR",
    ItemClass.WIDE: "INTEROP_WIDE",
    ItemClass.BYTE: "INTEROP_BYTE",
}


def _item_line(item: Item, enums: dict[str, str]) -> str:
    match item.klass:
        case ItemClass.ENUM:
            return f"INTEROP_ENUM({item.suffix}, {item.spelling}, {enums[item.enum or '']})"
        case ItemClass.POINTER:
            return f"INTEROP_POINTER({item.suffix}, {c_string(item.spelling)})"
        case klass:
            return f"{_MACROS[klass]}({item.suffix}, {item.spelling})"


def stubs(plan: LibraryPlan, digest: str) -> str:
    """Everything that follows cffi's own text in the translation unit."""
    library = plan.library
    codecs = Codecs()
    values = handle_values(plan, codecs)
    inward = callbacks(plan, codecs)
    functions = [stub(call, plan, codecs) for call in plan.calls]
    records = [_record(RecordFrame(record, plan, codecs)) for record in plan.records]
    w = Writer()
    w.line(f"/* The stubs of module {library.name}. Made from {library.path} by interop; do not edit. */")
    # A function that its header calls deprecated may be bound; the declaration says so where Python should know.
    w.line('#pragma GCC diagnostic ignored "-Wdeprecated-declarations"')
    w.line()
    enums: dict[str, str] = {}
    for number, enum in enumerate(e for e in library.enums if e.name):
        enums[enum.name] = names.enumeration(f"{number}_{enum.py_name}")
        flags = int(enum.flags)
        w.line(f"static interop_enum {enums[enum.name]} = {{{c_string(enum.name)}, NULL, NULL, {flags}}};")
    for error in plan.errors:
        w.line(f"static interop_exception {names.exception(error.name)} = {{{c_string(error.name)}, NULL, NULL, 0}};")
    for number, use in enumerate(plan.marshallers):
        nothing = "NULL, NULL, NULL, NULL"
        w.line(f"static interop_marshaller {names.marshaller(number)} = {{{c_string(use.path)}, {nothing}}};")
    for item in plan.items:
        if item.klass not in (ItemClass.RECORD, ItemClass.HANDLE, ItemClass.CALLBACK):
            w.line(_item_line(item, enums))
    codecs.write(w)
    if library.binding.is_lazy:
        w.line("/* Filled by the first call that needs them. */")
        for function in library.functions:
            declarator = pointer_declarator(function, names.address(function.name))
            w.line(f"INTEROP_UNUSED static {declarator};")
    w.line()
    defined = declared(plan) + (forward(plan.records) if plan.records else "")
    text = w.text() + values + defined + "".join(records) + inward + "\n".join(functions) + handle_classes(plan)
    return text + _module(plan, digest, tuple(enums.values())) + proofs(library)


def _record(frame: RecordFrame) -> str:
    """One record's type and conversions."""
    return tables(frame) + ("" if frame.record.is_blittable else conversion_in(frame) + conversion_out(frame))


def _module(plan: LibraryPlan, digest: str, enums: tuple[str, ...]) -> str:
    w = Writer()
    name = plan.library.name
    w.line("static PyObject *")
    w.line("interop_setup(PyObject *self, PyObject *args)")
    with w.indented("{", "}"):
        _pointers(w, "interop_enum", "enums", enums)
        _pointers(w, "interop_exception", "exceptions", tuple(names.exception(e.name) for e in plan.errors))
        w.lines("", "(void)self;", "return interop_setup_with(args, enums, exceptions);")
    w.line()
    if plan.marshallers:
        w.line("static PyObject *")
        w.line("interop_marshallers(PyObject *self, PyObject *args)")
        with w.indented("{", "}"):
            each = tuple(names.marshaller(number) for number in range(len(plan.marshallers)))
            _pointers(w, "interop_marshaller", "marshallers", each)
            w.lines("", "(void)self;", "return interop_marshallers_with(args, marshallers);")
        w.line()
    with w.indented("static PyMethodDef interop_methods[] = {", "};"):
        for call in plan.calls:
            if not call.has_aio:
                w.line(_method(call))
        w.line('{"_interop_setup", interop_setup, METH_VARARGS, NULL},')
        if plan.marshallers:
            w.line('{"_interop_marshallers", interop_marshallers, METH_VARARGS, NULL},')
        w.line("{NULL, NULL, 0, NULL},")
    awaitable = [call.function.py_name for call in plan.calls if call.has_aio]
    if awaitable:
        with w.indented("static const interop_function_def interop_functions[] = {", "};"):
            for function in awaitable:
                w.line(f"{{{c_string(function)}, {names.stub(function)}, interop_d_{function}}},")
            w.line("{NULL, NULL, NULL},")
    w.line()
    w.line("static int")
    w.line("interop_execute(PyObject *module)")
    with w.indented("{", "}"):
        results = tuple(names.results(call.function.py_name) for call in plan.calls if call.result_type is not None)
        pointers = [each for each in plan.callbacks if each.from_c and each.call.result_type is not None]
        results += tuple(names.results(names.inward(each.item)) for each in pointers)
        told = [each for each in plan.callbacks if each.completion in plan.outcomes]
        results += tuple(names.results(names.answers(each.item)) for each in told)
        _pointers(w, "interop_results", "results", results)
        w.lines("if (!interop_is_home())", "    return -1;")
        for handle in plan.handles:
            spec = f"interop_hs_{handle.item.suffix}"
            kind = f"&{names.handles(handle.item)}"
            w.line(f"if (interop_add_handle(module, {kind}, &{spec}, {quick_make(handle)}) < 0)")
            w.line("    return -1;")
        if plan.lends and not plan.records:
            w.lines("if (interop_add_view(module) < 0)", "    return -1;")
        if plan.callbacks:
            w.lines("if (interop_callbacks_ready() < 0)", "    return -1;")
        if awaitable:
            w.lines("if (interop_add_functions(module, interop_functions) < 0)", "    return -1;")
        if not plan.records:
            w.line(f"return interop_execute_with(module, results, {c_string(digest)});")
        else:
            _pointers(w, "interop_record", "records", tuple(names.record(r.item.suffix) for r in plan.records))
            w.line(f"if (interop_execute_with(module, results, {c_string(digest)}) < 0)")
            w.lines("    return -1;", "return interop_add_records(module, records);")
    w.line()
    with w.indented("static PyModuleDef_Slot interop_slots[] = {", "};"):
        w.lines("{Py_mod_exec, (void *)interop_execute},", "{0, NULL},")
    with w.indented("static struct PyModuleDef interop_module = {", "};"):
        w.line(f"PyModuleDef_HEAD_INIT, {c_string(name)}, NULL, 0, interop_methods, interop_slots, NULL, NULL, NULL,")
    w.line()
    w.line("PyMODINIT_FUNC")
    w.line(f"PyInit_{name}(void)")
    with w.indented("{", "}"):
        w.line("return PyModuleDef_Init(&interop_module);")
    w.line()
    return w.text()


def _pointers(w: Writer, ctype: str, name: str, targets: tuple[str, ...]) -> None:
    listed = ", ".join((*(f"&{target}" for target in targets), "NULL"))
    w.line(f"static {ctype} *const {name}[] = {{{listed}}};")


def _method(call: CallPlan) -> str:
    name = call.function.py_name
    # Through void (*)(void), the one function type that others may be cast to and from without a warning.
    function = f"(PyCFunction)(void (*)(void)){names.stub(name)}"
    return f"{{{c_string(name)}, {function}, METH_FASTCALL | METH_KEYWORDS, interop_d_{name}}},"
