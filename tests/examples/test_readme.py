"""Every code block of the README and of the documents runs, in a fresh folder, and prints what is printed there."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from interop.build.analysis import analyse
from interop.emit.docs import return_annotation, signature_line
from tests.examples.documents import blocks, run_document
from tests.support.build import ROOT

GENERATED = "attributes.md"
DOCUMENTS = [
    "README.md",
    *(f"docs/{path.name}" for path in sorted((ROOT / "docs").glob("*.md")) if path.name != GENERATED),
]
ROW = re.compile(r"^\| `(?P<declaration>[^`]*;)` \| `(?P<python>[^`]*)` \|$", re.MULTILINE)

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the documents' commands are for a Unix shell")


RUN = [pytest.param(d, marks=() if d == "README.md" else pytest.mark.slow) for d in DOCUMENTS]


@pytest.mark.parametrize("document", RUN)
def test_blocks_run_as_they_are_printed(document: str, tmp_path: Path) -> None:
    differences = run_document(ROOT / document, tmp_path)
    assert not differences, "\n".join(f"{document}, {difference}" for difference in differences)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_tables_of_declarations_are_true(document: str, tmp_path: Path) -> None:
    rows = ROW.findall((ROOT / document).read_text().replace(r"\|", "\N{BROKEN BAR}"))
    path = tmp_path / "table.cdef"
    for declaration, python in rows:
        path.write_text(f'[library("x")] module x {{\n{declaration}\n}}\n')
        analysis = analyse(str(path))
        assert analysis.plan is not None, (declaration, analysis.report)
        (call,) = analysis.plan.calls
        shown = f"{signature_line(call)} -> {return_annotation(call.returned)}"
        assert python.replace("\N{BROKEN BAR}", "|") == shown, declaration


def test_readme_shows_something() -> None:
    languages = [block.language for block in blocks((ROOT / "README.md").read_text())]
    assert {"c", "console", "pycon", "toml"} <= set(languages)
