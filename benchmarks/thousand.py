"""A module of a thousand functions, of eight kinds in turn, for every tool: what each function costs."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import costs
import peers

COUNT = 1000

PROTOTYPES = (
    "int f{i}(int a, int b)",
    "double f{i}(double x, double y)",
    "size_t f{i}(const char *text)",
    "void f{i}(int a, int b, int *quotient, int *remainder)",
    "double f{i}(const double *values, size_t n)",
    "const char *f{i}(int which)",
    "void f{i}(double *values, size_t n, double factor)",
    "int f{i}(int a, int b, int c, int d)",
)
BODIES = (
    "return (a ^ b) + {i};",
    "return x * y + {i};",
    "return strlen(text) + {i};",
    "*quotient = a + {i}; *remainder = b;",
    "double sum = {i}; for (size_t i = 0; i < n; i++) sum += values[i]; return sum;",
    'return which == 0 ? "text {i}" : "other";',
    "for (size_t i = 0; i < n; i++) values[i] *= factor + {i};",
    "return (a ^ b ^ c ^ d) + {i};",
)
DECLARATIONS = (
    PROTOTYPES[0],
    PROTOTYPES[1],
    PROTOTYPES[2],
    "void f{i}(int a, int b, [out] int *quotient, [out] int *remainder)",
    "double f{i}([in, size_is(n)] const double *values, size_t n)",
    PROTOTYPES[5],
    "void f{i}([in, out, size_is(n)] double *values, size_t n, double factor)",
    PROTOTYPES[7],
)
CPP_HEAD = """\
#include <utility>
extern "C" {{
#include "lib.h"
}}
namespace py = {namespace};
{arrays}
#define PAIR(f) [](int a, int b) {{ int q, r; f(a, b, &q, &r); return std::pair<int, int>(q, r); }}
"""
NANOBIND_HEAD = (
    "#include <nanobind/nanobind.h>\n#include <nanobind/ndarray.h>\n#include <nanobind/stl/pair.h>\n"
    + CPP_HEAD.format(
        namespace="nanobind",
        arrays="using In = py::ndarray<const double, py::ndim<1>, py::c_contig>;\n"
        "using InOut = py::ndarray<double, py::ndim<1>, py::c_contig>;",
    )
    + "#define DATA(v) v.data()\nNB_MODULE(thousand, m) {\n"
)
PYBIND11_HEAD = (
    "#include <pybind11/pybind11.h>\n#include <pybind11/numpy.h>\n"
    + CPP_HEAD.format(
        namespace="pybind11",
        arrays="using In = py::array_t<double, py::array::c_style>;\nusing InOut = In;",
    )
    + "#define DATA(v) v.mutable_data()\nPYBIND11_MODULE(thousand, m) {\n"
)
CPP_LINES = (
    'm.def("f{i}", &f{i});',
    'm.def("f{i}", &f{i});',
    'm.def("f{i}", &f{i});',
    'm.def("f{i}", PAIR(f{i}));',
    'm.def("f{i}", [](In v) {{ return f{i}(v.data(), v.size()); }});',
    'm.def("f{i}", &f{i});',
    'm.def("f{i}", [](InOut v, double by) {{ f{i}(DATA(v), v.size(), by); }}, py::arg().noconvert(), py::arg());',
    'm.def("f{i}", &f{i});',
)
CYTHON_HEAD = """\
# cython: language_level=3
# cython: boundscheck=False, wraparound=False, initializedcheck=False
# cython: c_string_type=str, c_string_encoding=utf-8
"""
CYTHON_LINES = (
    "def py{i}(int a, int b): return f{i}(a, b)",
    "def py{i}(double x, double y): return f{i}(x, y)",
    "def py{i}(const char *text): return f{i}(text)",
    "def py{i}(int a, int b):\n    cdef int q, r\n    f{i}(a, b, &q, &r)\n    return q, r",
    "def py{i}(const double[::1] v not None): return f{i}(&v[0] if v.shape[0] else NULL, v.shape[0])",
    "def py{i}(int which): return f{i}(which)",
    "def py{i}(double[::1] v not None, double factor): f{i}(&v[0] if v.shape[0] else NULL, v.shape[0], factor)",
    "def py{i}(int a, int b, int c, int d): return f{i}(a, b, c, d)",
)
SWIG_HEAD = """\
%module thousand
%{
#include "lib.h"
%}
%include <typemaps.i>
%include <pybuffer.i>
%apply int *OUTPUT { int *quotient, int *remainder };
%pybuffer_mutable_binary(double *values, size_t n);
%pybuffer_binary(const double *values, size_t n);
%include "lib.h"
"""


@dataclass(frozen=True, slots=True)
class Scale:
    """What one function of a large module costs."""

    compile_ms: float
    size: float
    """Bytes of the shared object."""
    import_us: float
    memory: float
    """kB that the import of the module adds, all functions together."""


def measure() -> Mapping[str, Scale]:
    """By the peer's key; some minutes of compiling."""
    with tempfile.TemporaryDirectory(prefix="interop-bench-") as folder:
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            seconds = list(pool.map(lambda key: _compile(os.path.join(folder, key), key), TOOLS))
        return {key: _scale(os.path.join(folder, key), taken) for key, taken in zip(TOOLS, seconds, strict=True)}


def _compile(folder: str, key: str) -> float:
    """Processor seconds."""
    os.mkdir(folder)
    _write(folder, "lib.h", ["#include <stddef.h>", *(f"{line};" for line in _lines(PROTOTYPES))])
    functions = zip(_lines(PROTOTYPES), _lines(BODIES), strict=True)
    _write(folder, "lib.c", ["#include <string.h>", '#include "lib.h"', *(f"{a} {{ {b} }}" for a, b in functions)])
    return costs.processor_seconds([sys.executable, __file__, key, folder])


def _scale(folder: str, seconds: float) -> Scale:
    files = [os.path.join(at, name) for at, _, names in os.walk(folder) for name in names]
    return Scale(
        compile_ms=seconds / COUNT * 1e3,
        size=sum(os.path.getsize(file) for file in files if file.endswith(".so")) / COUNT,
        import_us=costs.import_seconds("import thousand", folder) / COUNT * 1e6,
        memory=costs.import_memory("import thousand", folder),
    )


def _lines(templates: Sequence[str]) -> list[str]:
    return [templates[i % len(templates)].format(i=i) for i in range(COUNT)]


def _write(folder: str, name: str, lines: Sequence[str]) -> str:
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    return path


def write_declarations(folder: str) -> str:
    """The .cdef file of the module."""
    head = '[source("lib.c"), header("lib.h")] module thousand {'
    return _write(folder, "thousand.cdef", [head, *(f"{line};" for line in _lines(DECLARATIONS)), "}"])


def _generated(folder: str) -> None:
    path = write_declarations(folder)
    subprocess.run([sys.executable, "-m", "interop", "build", path, "--out", folder], check=True)


def _by_nanobind(folder: str) -> None:
    source = _write(folder, "thousand.cpp", [NANOBIND_HEAD, *_lines(CPP_LINES), "}"])
    peers.link_nanobind(folder, source, os.path.join(folder, "thousand" + peers.SUFFIX), _library(folder))


def _by_pybind11(folder: str) -> None:
    source = _write(folder, "thousand.cpp", [PYBIND11_HEAD, *_lines(CPP_LINES), "}"])
    peers.link_pybind11(folder, source, os.path.join(folder, "thousand" + peers.SUFFIX), _library(folder))


def _by_cython(folder: str) -> None:
    lines = [CYTHON_HEAD, 'cdef extern from "lib.h":', *(f"    {line}" for line in _lines(PROTOTYPES))]
    source = _write(folder, "thousand.pyx", [*lines, *_lines(CYTHON_LINES)])
    peers.link_cython(folder, source, os.path.join(folder, "thousand" + peers.SUFFIX), _library(folder))


def _by_swig(folder: str) -> None:
    source = _write(folder, "thousand.i", [SWIG_HEAD])
    peers.link_swig(folder, source, os.path.join(folder, "_thousand" + peers.SUFFIX), _library(folder))


def _library(folder: str) -> str:
    return peers.compile_library(os.path.join(folder, "lib.c"), os.path.join(folder, "lib.o"))


TOOLS = {
    "interop": _generated,
    "nanobind": _by_nanobind,
    "cython": _by_cython,
    "pybind11": _by_pybind11,
    "swig": _by_swig,
}

if __name__ == "__main__":
    TOOLS[sys.argv[1]](sys.argv[2])
