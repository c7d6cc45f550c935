"""The classes of real bindings, as type checkers see them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.examples.conftest import missing

pytestmark = pytest.mark.slow

PROGRAM = """\
from bindings import expat, sqlite

def start(name: str, attributes: list[str]) -> None:
    line: int = parser.line

with expat.Parser(separator="|") as parser:
    parser.start_element = start
    parser.comment = None
    parser.base = "here"
    base: str | None = parser.base
    parser.parse_from(lambda size: bytes(size))
    phase: expat.Parsing | int = parser.status.parsing

with sqlite.Database(":memory:") as db:
    with db.prepare("SELECT 1", sqlite.PREPARE_PERSISTENT) as statement:
        rows: list[list[int | float | str | bytes | None]] = list(statement)
        statement.run((1, 2.0, "text", b"blob", None))
    db.last_insert_rowid = db.last_insert_rowid + 1
    db.exec("SELECT 1", lambda values, names: print(values[0], names[0]))
    db.create_function("first", -1, lambda values: values[0])
    with sqlite.Backup.start(db, db) as backup:
        pages: int = backup.remaining
"""
MISTAKES = """\
from bindings import expat, sqlite
parser, db = expat.Parser(), sqlite.Database(":memory:")
parser.start_element = lambda name: None  # argument
parser.line = 1  # read-only
db.prepare(1)  # argument
db.create_function("f", 1, lambda values: object())  # return value
"""


def mypy(site: Path, folder: Path, text: str) -> list[str]:
    program = folder / "program.py"
    program.write_text(text)
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", str(program)],
        env={**os.environ, "MYPYPATH": str(site)},
        capture_output=True,
        text=True,
        check=False,
    )
    return (done.stdout + done.stderr).splitlines()


def test_type_checkers_know_the_classes(site: Path, tmp_path: Path) -> None:
    pytest.importorskip("mypy")
    for module in ("sqlite", "expat"):
        if (why := missing(module)) is not None:
            pytest.skip(why)
    assert mypy(site, tmp_path, PROGRAM) == []
    found = {int(line.split(":")[1]) for line in mypy(site, tmp_path, MISTAKES) if ": error:" in line}
    assert found == {3, 4, 5, 6}
