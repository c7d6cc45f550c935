"""The examples' bindings, built as the examples import them, but outside of their folder."""

from __future__ import annotations

import os
import shutil
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from interop.build.driver import BuildResult, build
from interop.diag.render import render
from tests.support.build import ROOT

EXAMPLES = ROOT / "examples"

SQLITE = ("/usr/include/sqlite3.h", "libsqlite3-dev")
NEEDS = {"sqlite": SQLITE, "virtual_table": SQLITE, "expat": ("/usr/include/expat.h", "libexpat1-dev")}
"""By module or example: a header that not every machine has, and the package that brings it."""


def missing(cdef: str) -> str | None:
    """Why a module cannot be built here."""
    header, package = NEEDS.get(Path(cdef).stem, ("", ""))
    if not header or Path(header).exists():
        return None
    return f"{header} is not there: apt-get install {package}"


@pytest.fixture(scope="session")
def site(request: pytest.FixtureRequest) -> Path:
    """A folder with the package ``bindings`` in it, made from the table that ``pip install ./examples`` reads."""
    folder = request.config.cache.mkdir("examples")
    package = folder / "bindings"
    package.mkdir(exist_ok=True)
    shutil.copy(EXAMPLES / "bindings" / "__init__.py", package)
    with (EXAMPLES / "pyproject.toml").open("rb") as file:
        table = tomllib.load(file)["tool"]["interop"]

    def build_one(cdef: str) -> BuildResult:
        path = os.path.relpath(EXAMPLES / cdef)
        return build(path, str(package), strict=table["strict"], warnings_as_errors=True)

    there = [module["cdef"] for module in table["modules"] if missing(module["cdef"]) is None]
    with ThreadPoolExecutor() as pool:
        for result in pool.map(build_one, there):
            assert result.ok, render(result.report)
    return folder
