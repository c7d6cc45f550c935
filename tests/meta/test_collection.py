"""A test that pytest never collects cannot fail: no folder that holds tests is left out."""

from __future__ import annotations

from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def test_no_folder_with_tests_is_left_out(pytestconfig: pytest.Config) -> None:
    left_out: list[str] = pytestconfig.getini("norecursedirs")
    files = list((ROOT / "tests").rglob("test_*.py"))
    assert files
    assert [f for f in files for part in f.relative_to(ROOT).parts[:-1] for p in left_out if fnmatch(part, p)] == []
