"""Who may import whom: the pipeline's packages, as a table, against the imports that are there."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import interop

PACKAGE = Path(interop.__file__).parent

ALLOWED: dict[str, set[str]] = {
    "diag": set(),
    "model": {"diag"},
    "frontend": {"diag", "model"},
    "plan": {"diag", "model"},
    "emit": {"model", "plan"},
    "runtime": set(),
    "marshallers": {"runtime"},
    "build": {"diag", "model", "frontend", "plan", "emit", "runtime"},
    "cli": {"build", "diag", "emit", "frontend", "model"},
    "__main__": {"cli"},
    "__init__": {"runtime"},
}
"""Besides itself and the standard library. ``interop`` alone stands for the package's version."""

NARROWED = {
    ("model", "diag"): {"interop.diag.span"},
    ("emit", "plan"): {
        f"interop.plan.{name}"
        for name in ("calls", "fields", "inward", "items", "library", "readers", "strategies")
    },
    ("build", "runtime"): {"interop.runtime.marshalling"},
}
"""Where only some modules of an allowed package may be imported: data, never what decides or reports."""

STANDARD_LIBRARY_OF_RUNTIME = {"__future__", "_cffi_backend", "_thread", "errno", "importlib", "os", "sys"}
"""All that a generated module's import may load; what stands under TYPE_CHECKING is loaded by nobody."""

LOADED_TO_AWAIT = {"asyncio", "contextvars"}
"""What only a call that is awaited needs, in a program that awaits; no import loads it (``test_imports``)."""


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def part(path: Path) -> str:
    """The row of the table that a file belongs to."""
    inside = path.relative_to(PACKAGE)
    return inside.parts[0] if len(inside.parts) > 1 else inside.stem


def imports(tree: ast.AST, with_typing: bool) -> Iterator[tuple[int, str]]:
    """Line and module of every import, those for type checkers alone included if ``with_typing``."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test) and not with_typing:
            continue
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, "." * node.level + (node.module or "")
        else:
            yield from imports(node, with_typing)


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_follow_the_table(path: Path) -> None:
    here = part(path)
    wrong = []
    for line, name in imports(ast.parse(path.read_text(encoding="utf-8")), with_typing=True):
        place = f"interop/{path.relative_to(PACKAGE).as_posix()}:{line}"
        if name.startswith("."):
            wrong.append(f"{place}: relative import; name the module that owns it")
        elif name.startswith("interop."):
            there = name.split(".")[1]
            if there != here and there not in ALLOWED[here]:
                wrong.append(f"{place}: {here} must not import {there}")
            elif there != here and name not in NARROWED.get((here, there), {name}):
                wrong.append(f"{place}: {here} may import {', '.join(sorted(NARROWED[here, there]))}, not {name}")
    assert wrong == []


@pytest.mark.parametrize("path", sorted((PACKAGE / "runtime").glob("*.py")), ids=lambda path: path.name)
def test_runtime_imports_next_to_nothing(path: Path) -> None:
    names = [name for _, name in imports(ast.parse(path.read_text(encoding="utf-8")), with_typing=False)]
    outside = {name.partition(".")[0] for name in names if not name.startswith("interop")}
    assert outside <= STANDARD_LIBRARY_OF_RUNTIME | (LOADED_TO_AWAIT if path.name == "aio.py" else set())


def test_table_has_a_row_for_every_part() -> None:
    assert {part(path) for path in modules()} == set(ALLOWED)


def test_modules_are_imported_and_not_what_packages_re_export() -> None:
    """Only ``interop/__init__.py`` re-exports; the others of the kind hold nothing but a docstring."""
    for init in PACKAGE.glob("*/__init__.py"):
        statements = ast.parse(init.read_text(encoding="utf-8")).body
        assert [type(statement).__name__ for statement in statements] == ["Expr"], init
