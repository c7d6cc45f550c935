"""The peers: the library called through generated stubs, through C written by hand, and through other tools."""

from __future__ import annotations

import functools
import importlib
import importlib.metadata
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import by_cffi
import by_ctypes
from rows import Row

from interop.build.driver import build
from interop.build.toolchain import extension_suffix, find_toolchain

HERE = os.path.dirname(os.path.abspath(__file__))
BUILD = os.path.join(HERE, "build")
NATIVE = os.path.join(HERE, "native")
LIBRARY = os.path.join(NATIVE, "bench.c")
HEADER = os.path.join(NATIVE, "bench.h")
SUFFIX = extension_suffix(abi3=False)


@dataclass(frozen=True)
class Kind:
    """One way to call the library, before it is built."""

    key: str
    title: str
    build: Callable[[str], str]
    """Builds in a folder what is not there or older than its sources; the shared object."""
    load: Callable[[str], Any]
    """What has the functions as attributes, from the shared object."""
    statement: str
    """What imports nothing but what was built, where the folder it was built in is on the path; {path} is the file."""
    package: str | None = None
    """The distribution whose version the report names."""
    is_generated: bool = False
    takes_keywords: bool = True

    @property
    def version(self) -> str:
        return importlib.metadata.version(self.package) if self.package is not None else ""


@dataclass(frozen=True)
class Peer:
    """One way to call the library."""

    kind: Kind
    path: str
    """The shared object."""
    functions: Any

    @property
    def key(self) -> str:
        return self.kind.key

    @property
    def takes_keywords(self) -> bool:
        return self.kind.takes_keywords

    @functools.cached_property
    def objects(self) -> Mapping[str, Any]:
        """Objects of the peer's own, for the rows that use one again and again."""
        functions = self.functions
        return {"record": functions.point(3.0, 4.0), "label": functions.label("text"), "handle": functions.counter(7)}

    def function(self, row: Row) -> Any:
        name = row.function if self.kind.is_generated or row.by_hand is None else row.by_hand
        return getattr(self.functions, name)


def build_peers(keys: Collection[str] | None = None) -> dict[str, Peer]:
    """Every peer by its key, or those with ``keys``, built into benchmarks/build where anything is newer."""
    os.makedirs(BUILD, exist_ok=True)
    peers = {}
    for kind in KINDS:
        if keys is None or kind.key in keys:
            path = kind.build(BUILD)
            peers[kind.key] = Peer(kind, path, kind.load(path))
    return peers


# --- Building ---------------------------------------------------------------------------------------------------------


def _generated(folder: str, abi3: bool) -> str:
    package = "abi3" if abi3 else "full"
    result = build(os.path.join(HERE, "bench.cdef"), os.path.join(folder, package), abi3=abi3)
    if not result.ok:
        raise SystemExit("\n".join(f"{d.code}: {d.message}" for d in result.report.diagnostics))
    return os.path.join(folder, package, "bench", f"_bench{extension_suffix(abi3)}")


def _by_hand(folder: str, abi3: bool) -> str:
    toolchain = find_toolchain(abi3)
    name = f"by_hand_{'abi3' if abi3 else 'full'}"
    source = os.path.join(HERE, "by_hand.c")
    output = os.path.join(folder, name + toolchain.suffix)
    if _is_stale(output, source, LIBRARY, HEADER):
        compiled = _compile([*toolchain.compile_c, f"-DMODULE={name}", "-Wall", "-Wextra"], source, output)
        _run([*toolchain.link_c, compiled, _library(folder), "-o", output])
    return output


def _by_tool(folder: str, source: str, link: Callable[[str, str, str, str], None], prefix: str = "") -> str:
    """What a tool makes of its source, ``link(folder, source, output, object file of the library)``."""
    source = os.path.join(HERE, source)
    output = os.path.join(folder, prefix + os.path.basename(source).partition(".")[0] + SUFFIX)
    if _is_stale(output, source, LIBRARY, HEADER):
        link(folder, source, output, _library(folder))
    return output


def link_nanobind(folder: str, source: str, output: str, library: str) -> None:
    """As nb_combined.cpp says: the core for speed, the bindings for size, stripped, without unused sections."""
    import nanobind

    home = nanobind.include_dir()
    core = os.path.join(nanobind.source_dir(), "nb_combined.cpp")
    flags = [*_cxx(folder), "-std=c++17", "-fvisibility=hidden", "-DNDEBUG", "-DNB_COMPACT_ASSERTIONS", "-fPIC"]
    flags += [f"-I{home}", f"-I{os.path.join(home, '..', 'ext', 'robin_map', 'include')}", "-fno-stack-protector"]
    flags += ["-ffunction-sections", "-fdata-sections"]
    compiled = os.path.join(folder, "libnanobind.o")
    _run([*flags, "-O3", "-fno-strict-aliasing", "-c", core, "-o", compiled])
    _run([*flags, "-Os", "-c", source, "-o", f"{output}.o"])
    _run([_cxx(folder)[0], "-shared", "-Wl,-s", "-Wl,--gc-sections", f"{output}.o", compiled, library, "-o", output])


def link_pybind11(folder: str, source: str, output: str, library: str) -> None:
    """With what pybind11_add_module adds to a release build: hidden symbols, link-time optimisation, stripped."""
    import pybind11

    flags = [*_cxx(folder), "-std=c++17", "-O3", "-DNDEBUG", "-fPIC", "-fvisibility=hidden", "-flto"]
    flags += ["-fno-fat-lto-objects", f"-I{pybind11.get_include()}"]
    _run([*flags, "-c", source, "-o", f"{output}.o"])
    _run([_cxx(folder)[0], "-shared", "-flto", "-O3", "-Wl,-s", f"{output}.o", library, "-o", output])


def link_cython(folder: str, source: str, output: str, library: str) -> None:
    """As setuptools does, for speed."""
    generated = os.path.join(folder, os.path.basename(source).partition(".")[0] + ".c")
    _run([sys.executable, "-m", "cython", source, "-o", generated])
    _link_c(folder, generated, output, library, [])


def link_swig(folder: str, source: str, output: str, library: str) -> None:
    """As setuptools does, for speed."""
    import numpy as np

    generated = os.path.join(folder, os.path.basename(source).partition(".")[0] + ".c")
    words = ["-DSWIGWORDSIZE64"] if sys.maxsize > 2**32 and sys.platform == "linux" else []
    swig = [os.path.join(os.path.dirname(sys.executable), "swig"), "-python", "-builtin", "-O", *words]
    _run([*swig, f"-I{NATIVE}", "-outdir", folder, "-o", generated, source])
    _link_c(folder, generated, output, library, [*words, f"-I{np.get_include()}"])


def _link_c(folder: str, source: str, output: str, library: str, flags: Sequence[str]) -> None:
    toolchain = find_toolchain(abi3=False)
    includes = [f"-I{NATIVE}", f"-I{folder}"]
    _run([*toolchain.compile_c, "-O3", "-DNDEBUG", *flags, *includes, "-c", source, "-o", f"{output}.o"])
    _run([*toolchain.link_c, f"{output}.o", library, "-o", output])


def _cxx(folder: str) -> list[str]:
    command = (sysconfig.get_config_var("CXX") or "c++").split()[0]
    includes = [f"-I{sysconfig.get_path('include')}", f"-I{NATIVE}", f"-I{folder}"]
    return [command if shutil.which(command) else "c++", *includes]


def _by_cffi(folder: str) -> str:
    output = os.path.join(folder, "cffi_module.abi3.so")
    if _is_stale(output, os.path.join(HERE, "by_cffi.py"), LIBRARY, HEADER):
        with open(HEADER, encoding="utf-8") as header:
            builder = by_cffi.builder("cffi_module", header.read(), NATIVE, [LIBRARY])
        builder.compile(tmpdir=folder, target=output)
    return output


def _shared_library(folder: str) -> str:
    output = os.path.join(folder, "libbench.so")
    if _is_stale(output, LIBRARY, HEADER):
        toolchain = find_toolchain(abi3=False)
        compiled = _compile([*toolchain.compile_c, "-fvisibility=default"], LIBRARY, output)
        _run([*toolchain.link_c, compiled, "-o", output])
    return output


def _library(folder: str) -> str:
    """The library as an object file."""
    output = os.path.join(folder, "bench.o")
    return compile_library(LIBRARY, output) if _is_stale(output, LIBRARY, HEADER) else output


def compile_library(source: str, output: str) -> str:
    """An object file, with the compiler and the flags that generated modules are built with."""
    _run([*find_toolchain(abi3=False).compile_c, "-c", source, "-o", output])
    return output


def _compile(command: Sequence[str], source: str, output: str) -> str:
    """The object file for a shared object."""
    compiled = f"{output}.o"
    _run([*command, f"-I{NATIVE}", "-c", source, "-o", compiled])
    return compiled


def _run(command: list[str]) -> None:
    """Quietly: the linker tells of every symbol of Python's that is still to come."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(command)}\n{done.stdout}")


def _is_stale(output: str, *inputs: str) -> bool:
    return not os.path.exists(output) or any(os.path.getmtime(path) > os.path.getmtime(output) for path in inputs)


# --- Loading ----------------------------------------------------------------------------------------------------------


def _load(path: str) -> ModuleType:
    """An extension module that stands alone."""
    return _import(os.path.basename(path).partition(".")[0], os.path.dirname(path))


def _load_swig(path: str) -> ModuleType:
    """SWIG's module in Python stands before the extension module."""
    return _import("by_swig", os.path.dirname(path))


def _load_generated(path: str) -> ModuleType:
    """The package that an extension module belongs to."""
    package = os.path.dirname(os.path.dirname(path))
    return _import(f"{os.path.basename(package)}.bench", os.path.dirname(package))


def _import(name: str, folder: str) -> ModuleType:
    if folder not in sys.path:
        sys.path.insert(0, folder)
    importlib.invalidate_caches()
    return importlib.import_module(name)


KINDS = (
    Kind(
        "interop",
        "generated, abi3",
        functools.partial(_generated, abi3=True),
        _load_generated,
        "import abi3.bench",
        is_generated=True,
    ),
    Kind(
        "interop-full",
        "generated, --no-abi3",
        functools.partial(_generated, abi3=False),
        _load_generated,
        "import full.bench",
        is_generated=True,
    ),
    Kind("hand", "C, limited API", functools.partial(_by_hand, abi3=True), _load, "import by_hand_abi3"),
    Kind("hand-full", "C, full API", functools.partial(_by_hand, abi3=False), _load, "import by_hand_full"),
    Kind(
        "nanobind",
        "nanobind",
        functools.partial(_by_tool, source="by_nanobind.cpp", link=link_nanobind),
        _load,
        "import by_nanobind",
        "nanobind",
    ),
    Kind(
        "cython",
        "Cython",
        functools.partial(_by_tool, source="by_cython.pyx", link=link_cython),
        _load,
        "import by_cython",
        "Cython",
    ),
    Kind(
        "pybind11",
        "pybind11",
        functools.partial(_by_tool, source="by_pybind11.cpp", link=link_pybind11),
        _load,
        "import by_pybind11",
        "pybind11",
    ),
    Kind(
        "swig",
        "SWIG -builtin",
        functools.partial(_by_tool, source="by_swig.i", link=link_swig, prefix="_"),
        _load_swig,
        "import by_swig",
        "swig",
        takes_keywords=False,
    ),
    Kind("cffi", "cffi by hand", _by_cffi, lambda path: by_cffi.Wrappers(_load(path)), "import cffi_module", "cffi"),
    Kind("ctypes", "ctypes", _shared_library, by_ctypes.Wrappers, "import ctypes; ctypes.CDLL({path!r})"),
)
