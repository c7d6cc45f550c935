"""The examples' bindings as type checkers see them."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path

import pytest

from interop.build.analysis import analyse
from interop.emit.generate import generate
from tests.examples.conftest import EXAMPLES

collect_ignore = ["program.py", "misuse.py"]
"""Programs for type checkers, never run."""


@pytest.fixture(scope="session")
def stubs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package ``bindings`` in it, of which there is only what a type checker reads."""
    folder = tmp_path_factory.mktemp("typed")
    package = folder / "bindings"
    package.mkdir()
    shutil.copy(EXAMPLES / "bindings" / "__init__.py", package)
    with (EXAMPLES / "pyproject.toml").open("rb") as file:
        table = tomllib.load(file)["tool"]["interop"]
    for module in table["modules"]:
        plan = analyse(str(EXAMPLES / module["cdef"])).plan
        assert plan is not None
        made = package / plan.library.name
        made.mkdir()
        (made / "__init__.pyi").write_text(generate(plan).init_pyi)
    return folder
