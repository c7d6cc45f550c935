"""One module per header, with functions for every record in it; built when it is first asked for."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from interop.build.driver import build
from interop.diag.render import render
from interop.plan.library import LibraryPlan
from tests.real.shims import plan_of, write_module
from tests.real.visible import preprocessed
from tests.support.build import content_digest

HERE = Path(__file__).parent

GLIBC: tuple[str, ...] = ()
"""All files: what the C library's headers include is theirs, and what is not for programs has a reserved name."""

HEADERS: dict[str, tuple[str, tuple[str, ...], str]] = {
    "time": ("time.h", GLIBC, ""),
    "stat": ("sys/stat.h", GLIBC, ""),
    "poll": ("poll.h", GLIBC, ""),
    "netdb": (
        "netdb.h",
        (
            *("netdb.h", "bits/netdb.h", "rpc/netdb.h", "netinet/in.h", "bits/in.h", "bits/socket.h", "sys/socket.h"),
            *("struct_iovec.h", "struct_osockaddr.h", "sigevent_t.h", "__sigval_t.h"),
        ),
        "",
    ),
    "zlib": ("zlib.h", ("zlib.h", "zconf.h"), "zlib1g-dev"),
    "png": ("png.h", ("png.h", "pngconf.h", "pnglibconf.h"), "libpng-dev"),
    "sqlite3": ("sqlite3.h", ("sqlite3.h",), "libsqlite3-dev"),
}
"""By the name of the declaration file: the header, whose files count as its own, and the package that brings it."""


@dataclass(frozen=True)
class Real:
    """A module made from a real header."""

    plan: LibraryPlan
    module: ModuleType


@cache
def require(name: str) -> None:
    header, _, package = HEADERS[name]
    if preprocessed(header) is None:
        pytest.skip(f"<{header}> is not installed: apt-get install {package or 'libc6-dev'}")


@pytest.fixture(scope="session")
def real(request: pytest.FixtureRequest) -> Callable[[str], Real]:
    folder = request.config.cache.mkdir("real")

    faults: dict[str, str] = {}

    @cache
    def get(name: str) -> Real:
        require(name)
        if name in faults:
            pytest.fail(faults[name])
        place = folder / name
        place.mkdir(exist_ok=True)
        made = write_module(HERE / f"{name}.cdef", place)
        plan = plan_of(made)
        stamp = place / "stamp"
        digest = f"{content_digest()}\n{made.read_text()}\n{(place / 'shims.h').read_text()}"
        if not stamp.is_file() or stamp.read_text() != digest:
            result = build(str(made), str(folder / "built"), warnings_as_errors=True)
            # Every field is described; what the functions behind pointers among them take is nothing to look at here.
            undescribed = [d for d in result.report.diagnostics if "nobody described parameter" not in d.message]
            if not result.ok or undescribed:
                faults[name] = render(result.report)
                pytest.fail(faults[name])
            stamp.write_text(digest)
        if str(folder) not in sys.path:
            sys.path.insert(0, str(folder))
            importlib.invalidate_caches()
        return Real(plan, importlib.import_module(f"built.{plan.library.name}"))

    return get
