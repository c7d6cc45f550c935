"""What is written about the project is true of it: docstrings, paths, commands and names in Markdown."""

from __future__ import annotations

import ast
import re
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path

import pytest

import interop
from interop.cli import _parser
from interop.diag.codes import CATALOGUE

PACKAGE = Path(interop.__file__).parent
ROOT = PACKAGE.parent

PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/**/*.md")])

TOP_FOLDERS = ("interop/", "native/", "cdefs/", "examples/", "tests/", "benchmarks/", "docs/", "tools/", ".ci/")


def definitions(tree: ast.Module) -> Iterator[tuple[str, ast.AST]]:
    """The public classes and functions of a module, methods included."""
    pending: list[tuple[str, ast.AST]] = [("", tree)]
    while pending:
        prefix, parent = pending.pop(0)
        for node in ast.iter_child_nodes(parent):
            if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_"):
                yield prefix + node.name, node
                if isinstance(node, ast.ClassDef):
                    pending.append((f"{prefix}{node.name}.", node))


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_every_module_says_its_job(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert docstring
    assert len(docstring.splitlines()[0]) <= 120


@pytest.mark.parametrize("name", interop.__all__)
def test_every_public_name_is_documented(name: str) -> None:
    value = getattr(interop, name)
    if name != "__version__":
        assert len(value.__doc__ or "") > 30
        members = vars(value) if isinstance(value, type) else {}
        undocumented = [m for m, v in members.items() if not m.startswith("_") and callable(v) and not v.__doc__]
        assert undocumented == []


@pytest.mark.parametrize("path", sorted(PACKAGE.glob("runtime/*.py")), ids=lambda path: path.name)
def test_every_definition_of_the_runtime_is_documented(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    missing = [
        name
        for name, node in definitions(tree)
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node) is None
    ]
    assert missing == []


def quoted(page: Path) -> list[str]:
    """What stands in back quotes, and the lines of code blocks."""
    text = page.read_text(encoding="utf-8")
    blocks = re.findall(r"^```[^\n]*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    rest = re.sub(r"^```[^\n]*\n.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    return [*re.findall(r"`([^`\n]+)`", rest), *(line.strip() for block in blocks for line in block.splitlines())]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_paths_in_pages_exist(page: Path) -> None:
    missing = []
    for text in quoted(page):
        for word in re.findall(r"[\w./*-]+", text):
            if not word.startswith(TOP_FOLDERS) or word.endswith("/..."):
                continue
            # A path of the project, or what C includes by that name.
            if not any(list(folder.glob(word.rstrip("./"))) for folder in (ROOT, ROOT / "native" / "include")):
                missing.append(word)
    assert missing == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_in_pages_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    local = [target for target in targets if "://" not in target and not target.startswith("mailto:")]
    assert [target for target in local if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_commands_in_pages_exist(page: Path) -> None:
    known = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    commands = subcommands()
    wrong = []
    for text in quoted(page):
        for target in re.findall(r"(?:^|[ /$])make ([a-z]+)\b", text):
            wrong += [] if target in known else [f"make {target}"]
        for command, rest in re.findall(r"(?:^|/|\$ )interop ([a-z]+)\b(.*)", text):
            if command not in commands:
                wrong.append(f"interop {command}")
            else:
                options = commands[command]._option_string_actions
                said = re.findall(r"(?<!\S)--[a-z0-9-]+", rest)
                wrong += [f"interop {command} {option}" for option in said if option not in options]
    assert wrong == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_names_in_pages_exist(page: Path) -> None:
    wrong = []
    for text in quoted(page):
        wrong += [f"interop.{n}" for n in re.findall(r"\binterop\.([A-Za-z_]\w+)(?![\w/])", text) if not is_name(n)]
        wrong += [code for code in re.findall(r"\b[EWN]\d{4}\b", text) if code not in CATALOGUE]
    assert wrong == []


def subcommands() -> dict[str, ArgumentParser]:
    """The commands of the command line, with their options."""
    for action in _parser()._actions:
        if isinstance(action.choices, dict):
            return action.choices
    raise AssertionError("the command line has no commands")


def is_name(name: str) -> bool:
    return hasattr(interop, name) or (PACKAGE / name).is_dir() or (PACKAGE / f"{name}.py").exists()
