"""Build the bindings of the test library once per content, and import them under one package name per mode."""

from __future__ import annotations

import hashlib
import importlib
import subprocess
import sys
import sysconfig
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

from interop.diag.render import render

from interop.build.driver import build
from interop.model.contract import Force

ROOT = Path(__file__).resolve().parents[2]
CDEFS = ROOT / "cdefs" / "testlib"
NATIVE = ROOT / "native" / "testlib"

MODES: dict[str, Force | None] = {"default": None, "copy": Force.COPY, "pin": Force.PIN}
"""The strategies the suite runs under: what the plan chooses, and each of the two forced wherever that is legal."""


def content_digest() -> str:
    """A digest of everything a binding is made from, so that a second run of the suite builds nothing."""
    digest = hashlib.sha256(f"{sys.version}{sysconfig.get_config_var('CC')}".encode())
    for folder, patterns in (
        (ROOT / "interop", ("*.py",)),
        (ROOT / "native", ("*.c", "*.h")),
        (CDEFS, ("*.cdef",)),
    ):
        for path in sorted(path for pattern in patterns for path in folder.rglob(pattern)):
            digest.update(path.name.encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def build_shared_library(source: Path, target: Path) -> None:
    """Compile a C file into a shared library of its own, for bindings that open it by name."""
    compiler = (sysconfig.get_config_var("CC") or "cc").split()
    command = [*compiler, "-shared", "-fPIC", "-O1", str(source), "-o", str(target)]
    subprocess.run(command, check=True, capture_output=True)


@dataclass(slots=True)
class Bindings:
    """The bindings of one test session, built in the background and imported when first asked for."""

    folder: Path
    pool: ThreadPoolExecutor = field(default_factory=ThreadPoolExecutor)
    digest: str = field(default_factory=content_digest)
    pending: dict[tuple[str, str], Future[None]] = field(default_factory=dict)

    def start(self, wanted: Iterable[tuple[str, str]]) -> None:
        """Begin to build the given features in the given modes."""
        for feature, mode in wanted:
            if (feature, mode) not in self.pending:
                self.pending[feature, mode] = self.pool.submit(self._build, feature, mode)

    def get(self, feature: str, mode: str) -> ModuleType:
        """The imported binding of ``cdefs/testlib/<feature>.cdef``."""
        self.start([(feature, mode)])
        self.pending[feature, mode].result()
        if str(self.folder) not in sys.path:
            sys.path.insert(0, str(self.folder))
            importlib.invalidate_caches()
        return importlib.import_module(f"bindings_{mode}.t_{feature}")

    def close(self) -> None:
        self.pool.shutdown(cancel_futures=True)

    def _build(self, feature: str, mode: str) -> None:
        out = self.folder / f"bindings_{mode}"
        stamp = out / f"t_{feature}.stamp"
        if stamp.is_file() and stamp.read_text() == self.digest:
            return
        out.mkdir(parents=True, exist_ok=True)
        result = build(str(CDEFS / f"{feature}.cdef"), str(out), force=MODES[mode], warnings_as_errors=True)
        assert result.ok, f"t_{feature} ({mode}) cannot be built:\n{render(result.report)}"
        if feature == "lazy":
            build_shared_library(NATIVE / "lazy.c", out / "t_lazy" / "libinterop_testlib_lazy.so")
        stamp.write_text(self.digest)
