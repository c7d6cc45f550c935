"""Build the bindings of the test library once per content, and import them under one package name per mode."""

from __future__ import annotations

import fcntl
import hashlib
import importlib
import os
import subprocess
import sys
import sysconfig
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

from interop.build.driver import build
from interop.diag.render import render
from interop.model.contract import Force
from tests.support.guarantee_source import write as write_guarantees

ROOT = Path(__file__).resolve().parents[2]
CDEFS = ROOT / "cdefs" / "testlib"
NATIVE = ROOT / "native" / "testlib"

CACHE = ROOT / ".pytest_cache" / "d" / "bindings"
"""Where pytest keeps what it has built; who needs the same finds it there."""

MODES: dict[str, Force | None] = {"default": None, "copy": Force.COPY, "pin": Force.PIN, "full": None, "checked": None}
"""How the suite's bindings are built: as the plan chooses, with each of the two strategies forced where that is legal,
and as the plan chooses again, for this Python alone and in a checked build."""
USUAL_MODES = ("default", "copy", "pin")

QUICK_FLAGS = "-Og"
"""How what runs for a moment is compiled: in less than half the time of -O2, with which users build."""


def build_quickly() -> None:
    """From here on this process and those that it starts build so, unless CFLAGS says something else."""
    os.environ.setdefault("CFLAGS", QUICK_FLAGS)


def content_digest() -> str:
    """A digest of everything a binding is made from, so that a second run of the suite builds nothing."""
    digest = hashlib.sha256(sys.version.encode())
    for variable in ("CC", "CFLAGS", "LDFLAGS"):
        digest.update(f"{os.environ.get(variable)}{sysconfig.get_config_var(variable)}".encode())
    for folder, patterns in (
        (ROOT / "interop", ("*.py",)),
        (ROOT / "native", ("*.c", "*.h")),
        (CDEFS, ("*.cdef",)),
        (ROOT / "tests" / "support", ("guarantee*.py",)),
    ):
        for path in sorted(path for pattern in patterns for path in folder.rglob(pattern)):
            digest.update(path.name.encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def compiler() -> list[str]:
    """The C compiler's command."""
    return str(sysconfig.get_config_var("CC") or "cc").split()


def build_shared_library(source: Path, target: Path) -> None:
    """Compile a C file into a shared library of its own, for bindings that open it by name."""
    command = [*compiler(), "-shared", "-fPIC", "-O1", str(source), "-o", str(target)]
    subprocess.run(command, check=True, capture_output=True)


class NotBuilt(Exception):
    """A binding of the test library that cannot be built; the text is the rendered report."""


@dataclass(slots=True)
class Bindings:
    """The bindings of one test session, built in the background and imported when first asked for."""

    folder: Path
    pool: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(os.cpu_count()))
    digest: str = field(default_factory=content_digest)
    pending: dict[tuple[str, str], Future[str | None]] = field(default_factory=dict)

    def start(self, wanted: Iterable[tuple[str, str]]) -> None:
        """Begin to build the given features in the given modes."""
        for feature, mode in wanted:
            if (feature, mode) not in self.pending:
                self.pending[feature, mode] = self.pool.submit(self._build, feature, mode)

    def get(self, feature: str, mode: str) -> ModuleType:
        """The imported binding of ``cdefs/testlib/<feature>.cdef``."""
        self.start([(feature, mode)])
        fault = self.pending[feature, mode].result()
        # A fresh exception each time: one that is raised again and again would collect tracebacks without end.
        if fault is not None:
            raise NotBuilt(f"t_{feature} ({mode}) cannot be built:\n{fault}")
        if str(self.folder) not in sys.path:
            sys.path.insert(0, str(self.folder))
            importlib.invalidate_caches()
        return importlib.import_module(f"bindings_{mode}.t_{feature}")

    def settle(self) -> None:
        """Wait until nothing is built in the background any more, which would disturb what is measured."""
        wait(self.pending.values())

    def close(self) -> None:
        self.pool.shutdown(cancel_futures=True)

    def _build(self, feature: str, mode: str) -> str | None:
        """Build one binding, unless another process does; what is wrong if that fails."""
        out = self.folder / f"bindings_{mode}"
        out.mkdir(parents=True, exist_ok=True)
        with (out / f"t_{feature}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            return self._build_alone(feature, mode, out)

    def _build_alone(self, feature: str, mode: str, out: Path) -> str | None:
        stamp = out / f"t_{feature}.stamp"
        if stamp.is_file() and stamp.read_text() == self.digest:
            return None
        cdef = write_guarantees(out, NATIVE) if feature == "guarantees" else CDEFS / f"{feature}.cdef"
        result = build(
            str(cdef),
            str(out),
            force=MODES[mode],
            abi3=mode != "full",
            checked=mode == "checked",
            warnings_as_errors=True,
        )
        if not result.ok:
            return render(result.report)
        if feature == "lazy":
            build_shared_library(NATIVE / "lazy.c", out / "t_lazy" / "libinterop_testlib_lazy.so")
        stamp.write_text(self.digest)
        return None
