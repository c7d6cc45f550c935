"""inspect.signature, the stub file and the docstring say the same about every function of real libraries."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from tests.typing.test_signatures import check

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("name", ["zlib", "libc", "libm", "lzma"])
def test_signatures_agree_in_the_examples(site: Path, name: str) -> None:
    spec = importlib.util.spec_from_file_location(f"typed.{name}", site / "bindings" / name / "__init__.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    sys.modules.pop(spec.name, None)
    check(module)
