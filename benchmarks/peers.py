"""The peers: the library called through generated stubs, through C written by hand, through cffi and through ctypes."""

from __future__ import annotations

import functools
import importlib
import os
import subprocess
import sys
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import cffi_by_hand
import ctypes_by_hand
from rows import Row

from interop.build.driver import build
from interop.build.toolchain import find_toolchain

HERE = os.path.dirname(os.path.abspath(__file__))
BUILD = os.path.join(HERE, "build")
NATIVE = os.path.join(HERE, "native")
LIBRARY = os.path.join(NATIVE, "bench.c")


@dataclass(frozen=True)
class Peer:
    """One way to call the library."""

    key: str
    title: str
    functions: Any
    """Has the functions as attributes."""
    is_generated: bool = False

    @functools.cached_property
    def record(self) -> Any:
        """A point, for the rows that use one again and again."""
        return self.functions.point(3.0, 4.0)

    def function(self, row: Row) -> Any:
        name = row.function if self.is_generated or row.by_hand is None else row.by_hand
        return getattr(self.functions, name)


def build_peers() -> dict[str, Peer]:
    """Every peer by its key, built into benchmarks/build where anything is newer than what is there."""
    os.makedirs(BUILD, exist_ok=True)
    peers = (
        Peer("interop", "generated, abi3", _generated(abi3=True), is_generated=True),
        Peer("interop-full", "generated, full API", _generated(abi3=False), is_generated=True),
        Peer("hand", "by hand, abi3", _by_hand(abi3=True)),
        Peer("hand-full", "by hand, full API", _by_hand(abi3=False)),
        Peer("cffi", "cffi", cffi_by_hand.Wrappers(_by_cffi())),
        Peer("ctypes", "ctypes", ctypes_by_hand.Wrappers(_shared_library())),
    )
    return {peer.key: peer for peer in peers}


def _generated(abi3: bool) -> ModuleType:
    package = "abi3" if abi3 else "full"
    result = build(os.path.join(HERE, "bench.cdef"), os.path.join(BUILD, package), abi3=abi3)
    if not result.ok:
        raise SystemExit("\n".join(f"{d.code}: {d.message}" for d in result.report.diagnostics))
    return _load(f"{package}.bench", BUILD)


def _by_hand(abi3: bool) -> ModuleType:
    toolchain = find_toolchain(abi3)
    name = f"by_hand_{'abi3' if abi3 else 'full'}"
    source = os.path.join(HERE, "by_hand.c")
    output = os.path.join(BUILD, name + toolchain.suffix)
    _compile(output, source, LIBRARY, flags=(f"-DMODULE={name}", "-Wall", "-Wextra"), abi3=abi3)
    return _load(name, BUILD)


def _by_cffi() -> ModuleType:
    name = "by_cffi"
    output = os.path.join(BUILD, f"{name}.abi3.so")
    if _is_stale(output, os.path.join(HERE, "cffi_by_hand.py"), LIBRARY, os.path.join(NATIVE, "bench.h")):
        with open(os.path.join(NATIVE, "bench.h"), encoding="utf-8") as header:
            builder = cffi_by_hand.builder(name, header.read(), NATIVE, [LIBRARY])
        builder.compile(tmpdir=BUILD, target=output)
    return _load(name, BUILD)


def _shared_library() -> str:
    output = os.path.join(BUILD, "libbench.so")
    _compile(output, LIBRARY, flags=("-fvisibility=default",), abi3=False)
    return output


def _compile(output: str, *sources: str, flags: tuple[str, ...], abi3: bool) -> None:
    """With the compiler and the flags that generated modules are built with."""
    if not _is_stale(output, *sources, os.path.join(NATIVE, "bench.h")):
        return
    toolchain = find_toolchain(abi3)
    objects = [os.path.join(BUILD, f"{os.path.basename(output)}.{number}.o") for number in range(len(sources))]
    for source, compiled in zip(sources, objects, strict=True):
        _run([*toolchain.compile_c, *flags, f"-I{NATIVE}", "-c", source, "-o", compiled])
    _run([*toolchain.link_c, *objects, "-o", output])


def _run(command: list[str]) -> None:
    """Quietly: the linker tells of every symbol of Python's that is still to come."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(done.stdout)


def _is_stale(output: str, *inputs: str) -> bool:
    return not os.path.exists(output) or any(os.path.getmtime(path) > os.path.getmtime(output) for path in inputs)


def _load(name: str, folder: str) -> ModuleType:
    if folder not in sys.path:
        sys.path.insert(0, folder)
    importlib.invalidate_caches()
    return importlib.import_module(name)
