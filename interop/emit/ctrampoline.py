"""What C gets for a callback: trampolines in front of its body, with user data, from the pool and beyond it."""

from __future__ import annotations

from interop.emit import names
from interop.emit.writer import Writer, c_string
from interop.model.ctype import Void, strip
from interop.plan.inward import CallbackPlan

_CALLCONV = {"ms_abi": "__attribute__((ms_abi)) ", "sysv_abi": "__attribute__((sysv_abi)) "}
_POOL = 32


class Trampolines:
    """The functions of one callback that C sees, as text."""

    def __init__(self, callback: CallbackPlan, writer: Writer) -> None:
        self.callback = callback
        self.ready = "NULL"
        """What is called before C gets one of them."""
        self.w = writer
        self.function = callback.callback.function
        self.is_void = isinstance(strip(self.function.result), Void)

    def write(self) -> None:
        if self.callback.has_data:
            self._numbered()
        if self.callback.has_pool:
            self._pool()
            self._grown()
        self._type()

    def parameters(self, leading: tuple[str, ...] = ()) -> str:
        return ", ".join((*leading, *(p.type.spell(f"_a_{p.name}") for p in self.function.parameters))) or "void"

    def _passed(self, *leading: str) -> str:
        return ", ".join((*leading, *(f"_a_{p.name}" for p in self.function.parameters)))

    def declared(self, name: str, parameters: str, convention: str = "") -> str:
        return self.function.result.spell(f"{convention}{name}({parameters})")

    def _returns(self, call: str) -> str:
        return f"{call};" if self.is_void else f"return {call};"

    def _convention(self) -> str:
        return _CALLCONV.get(self.function.callconv or "", "")

    def _numbered(self) -> None:
        item, closure = self.callback.item, self.callback.callback.closure
        w = self.w
        w.line(f"{self._convention()}static {self.declared(names.trampoline(item), self.parameters())}")
        with w.indented("{", "}"):
            w.line(self._returns(f"{names.body(item)}({self._passed('NULL', f'(void *)(uintptr_t)_a_{closure}')})"))
        w.line()

    def _pool(self) -> None:
        item, w = self.callback.item, self.w
        pool, each = names.pool(item), names.trampoline(item)
        w.line(f"static interop_callback {pool}[INTEROP_POOL];")
        body = self._returns(f"{names.body(item)}({self._passed(f'&{pool}[n]', 'NULL')})")
        declared = self.declared(f"{each}_##n", self.parameters())
        w.line(f"#define INTEROP_TRAMPOLINE(n) {self._convention()}static {declared} {{ {body} }}")
        for first in range(0, _POOL, 8):
            w.line(" ".join(f"INTEROP_TRAMPOLINE({n})" for n in range(first, first + 8)))
        w.line("#undef INTEROP_TRAMPOLINE")
        with w.indented(f"static const interop_function {each}_all[INTEROP_POOL] = {{", "};"):
            for first in range(0, _POOL, 4):
                w.line(" ".join(f"(interop_function){each}_{n}," for n in range(first, first + 4)))
        w.line()

    def _grown(self) -> None:
        """What a closure of cffi's calls: its arguments back into C, and C's result into Python."""
        if self._convention():
            return
        item, w = self.callback.item, self.w
        types = [p.type.spell() for p in self.function.parameters]
        result = () if self.is_void else (self.function.result.spell(),)
        listed = ", ".join(f"{{{c_string(t)}, NULL}}" for t in (*types, *result))
        if listed:
            w.line(f"static interop_ctype {names.grown(item)}_types[] = {{{listed}}};")
        w.line("static PyObject *")
        w.line(f"{names.grown(item)}(PyObject *self, PyObject *args)")
        with w.indented("{", "}"):
            for p in self.function.parameters:
                w.line(f"{p.type.spell(f'_a_{p.name}')};")
            if not self.is_void:
                w.line(f"{self.function.result.spell('_result')};")
            w.line("interop_callback *_entry = PyLong_AsVoidPtr(self);")
            w.line()
            if not self.function.parameters:
                w.line("(void)args;")
            for index, p in enumerate(self.function.parameters):
                into = f"&_a_{p.name}, sizeof _a_{p.name}, args, {index}, &{names.grown(item)}_types[{index}]"
                frame = f"interop_grown_argument({into}) < 0"
                w.line(f"if ({frame})")
                w.line("    return NULL;")
            call = f"{names.body(item)}({self._passed('_entry', 'NULL')})"
            if self.is_void:
                w.lines(f"{call};", "Py_RETURN_NONE;")
            else:
                w.line(f"_result = {call};")
                w.line(f"return interop_grown_result(&_result, &{names.grown(item)}_types[{len(types)}]);")
        grow = f"{c_string(self.function.name)}, {names.grown(item)}, METH_VARARGS, NULL"
        w.line(f"static PyMethodDef {names.grown(item)}_method = {{{grow}}};")
        w.line()

    def _type(self) -> None:
        item, w, callback = self.callback.item, self.w, self.callback
        ident = names.inward(item)
        if callback.from_c:
            stub_of = f"(PyCFunction)(void (*)(void)){names.stub(ident)}"
            shown = c_string(self.function.py_name)
            method = f"{{{shown}, {stub_of}, METH_FASTCALL | METH_KEYWORDS, interop_d_{ident}}}"
            w.line(f"static PyMethodDef interop_fm_{ident} = {method};")
        spelling = c_string(callback.callback.type.spell())
        pool = names.pool(item) if callback.has_pool else "NULL"
        functions = f"{names.trampoline(item)}_all" if callback.has_pool else "NULL"
        count = "INTEROP_POOL" if callback.has_pool else "0"
        grow = f"&{names.grown(item)}_method" if callback.has_pool and not self._convention() else "NULL"
        call = f"&interop_fm_{ident}" if callback.from_c else "NULL"
        with w.indented(f"static interop_callback_type {names.callback(item)} = {{", "};"):
            w.line(f"{c_string(self.function.py_name)}, {spelling}, {pool}, {functions}, {count}, {grow}, {call},")
            w.line(f"NULL, NULL, NULL, {self.ready}, 0, {{{spelling}, NULL}},")
        w.line()
