"""Every code of building has an entry, and its example does what the entry says when it is built."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import interop
from interop.build.driver import build
from interop.diag.codes import CATALOGUE, Entry

ENTRIES = [entry for entry in CATALOGUE.values() if entry.code.startswith("E07")]


@pytest.mark.parametrize("entry", [e for e in ENTRIES if e.example], ids=lambda entry: entry.code)
def test_example_triggers_its_code(entry: Entry, tmp_path: Path) -> None:
    (tmp_path / "example.cdef").write_text(entry.example)
    result = build(str(tmp_path / "example.cdef"), str(tmp_path / "out"))
    assert [d.code for d in result.report.diagnostics if d.severity.is_fatal] == [entry.code]


def test_every_code_in_use_has_an_entry() -> None:
    folder = Path(interop.__file__).parent / "build"
    used = {code for path in folder.glob("*.py") for code in re.findall(r'"(E\d{4})"', path.read_text())}
    assert used == {entry.code for entry in ENTRIES}
