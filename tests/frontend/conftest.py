"""Declarations in, library or findings out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from interop.diag.render import render
from interop.frontend.load import load
from interop.model.library import Library

Declare = Callable[..., Library]
Findings = Callable[..., list[str]]

BINDING = '[library("x")]'


@pytest.fixture
def declare(tmp_path: Path) -> Declare:
    """The library of some declarations that must be without fault."""

    def load_body(body: str, brackets: str = BINDING) -> Library:
        path = tmp_path / "x.cdef"
        path.write_text(f"{brackets} module x {{\n{body}\n}}\n", "utf-8")
        library, report = load(str(path))
        assert library is not None, render(report)
        return library

    return load_body


@pytest.fixture
def findings(tmp_path: Path) -> Findings:
    """The codes of everything there is to say about some declarations."""

    def load_body(body: str, brackets: str = BINDING) -> list[str]:
        path = tmp_path / "x.cdef"
        path.write_text(f"{brackets} module x {{\n{body}\n}}\n", "utf-8")
        _, report = load(str(path))
        return [diagnostic.code for diagnostic in report.sorted()]

    return load_body
