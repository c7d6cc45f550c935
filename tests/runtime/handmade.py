"""A hand-written extension of two halves, as the emitter would make it, to test loading without the emitter."""

from __future__ import annotations

from pathlib import Path

from cffi import FFI

from interop.build.compiler import Job, compile_job
from interop.build.toolchain import find_toolchain

STUBS = """
static PyObject *stub_twice(PyObject *self, PyObject *value)
{
    long number = PyLong_AsLong(value);
    (void)self;
    return number == -1 && PyErr_Occurred() ? NULL : PyLong_FromLong(twice((int)number));
}
static PyMethodDef stub_methods[] = {{"twice", stub_twice, METH_O, NULL}, {NULL, NULL, 0, NULL}};
static int stub_exec(PyObject *module)
{
    if (PyModule_AddIntConstant(module, "_interop_abi", %(abi)d) < 0)
        return -1;
    return PyModule_AddStringConstant(module, "_interop_digest", "%(digest)s");
}
static PyModuleDef_Slot stub_slots[] = {{Py_mod_exec, (void *)stub_exec}, {0, NULL}};
static struct PyModuleDef stub_module = {
    PyModuleDef_HEAD_INIT, "%(module)s", NULL, 0, stub_methods, stub_slots, NULL, NULL, NULL};
PyMODINIT_FUNC PyInit_%(module)s(void)
{
    return PyModuleDef_Init(&stub_module);
}
"""

INIT = """
from interop.runtime.library import load
native = load(__name__, __file__, "_{module}", "{digest}")
ffi, lib, twice = native.ffi, native.lib, native.stubs.twice
"""


def make_package(
    folder: Path,
    module: str = "pair",
    *,
    abi: int = 1,
    digest: str = "d1",
    expected_digest: str = "d1",
    init_of: str | None = None,
    link_flags: tuple[str, ...] = (),
) -> Path:
    """Write the package ``folder/module``. ``init_of`` names another module whose stubs the extension holds."""
    package = folder / module
    package.mkdir(parents=True)
    source = package / "source.c"
    ffi = FFI()
    ffi.cdef("int twice(int);")
    ffi.set_source(f"_{module}", "static int twice(int value) { return 2 * value; }")
    ffi.emit_c_code(str(source))
    stubs = STUBS % {"abi": abi, "digest": digest, "module": init_of or module}
    source.write_text(source.read_text() + stubs)
    toolchain = find_toolchain()
    job = Job(
        generated=str(source),
        sources=(),
        output=str(package / f"_{module}{toolchain.suffix}"),
        scratch=str(package),
        includes=(),
        compile_flags=(),
        link_flags=link_flags,
        library_choices=(),
    )
    for outcome in compile_job(toolchain, job, lambda line: None):
        assert not outcome.failed, outcome.output
    (package / "__init__.py").write_text(INIT.format(module=module, digest=expected_digest))
    return package
