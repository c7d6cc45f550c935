"""inspect.signature, the stub file and the docstring say the same about every function of every test library."""

from __future__ import annotations

import ast
import inspect
import re
from pathlib import Path
from types import ModuleType

import pytest

from tests.support.build import Bindings
from tests.typing.test_checkers import FEATURES

Shape = list[tuple[str, str, bool]]
"""Name, kind and whether there is a default, for each parameter."""


def functions(module: ModuleType) -> dict[str, object]:
    return {name: value for name, value in vars(module).items() if inspect.isroutine(value) and name[0] != "_"}


def seen_by_inspect(function: object) -> Shape:
    assert callable(function)
    parameters = inspect.signature(function).parameters.values()
    return [(p.name, p.kind.name, p.default is not inspect.Parameter.empty) for p in parameters]


def seen_in_stubs(module: ModuleType) -> dict[str, Shape]:
    """Parameters as the stub file has them; one that is optional in some overload is optional."""
    assert module.__file__ is not None
    found: dict[str, Shape] = {}
    for node in ast.parse(Path(module.__file__).with_suffix(".pyi").read_text()).body:
        if isinstance(node, ast.FunctionDef):
            found[node.name] = shape_of(node, 0)
        elif isinstance(node, ast.ClassDef) and node.name.startswith("_F_"):
            name = node.name.removeprefix("_F_")
            for each in node.body:
                if isinstance(each, ast.FunctionDef) and each.name == "__call__":
                    shape = shape_of(each, 1)
                    found[name] = merged(found.get(name, shape), shape)
    return found


def shape_of(node: ast.FunctionDef, first: int) -> Shape:
    arguments = node.args
    required = len(arguments.args) - len(arguments.defaults)
    shape = [(a.arg, "POSITIONAL_OR_KEYWORD", i >= required) for i, a in enumerate(arguments.args)][first:]
    if arguments.vararg is not None:
        shape.append((arguments.vararg.arg, "VAR_POSITIONAL", False))
    by_keyword = zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
    return shape + [(a.arg, "KEYWORD_ONLY", default is not None) for a, default in by_keyword]


def merged(known: Shape, shape: Shape) -> Shape:
    """What two overloads have together.

    The callback of a call that can be awaited is left out in one of them, or passed by its name, and then so is what
    stands behind it.
    """
    longer, shorter = (known, shape) if len(known) >= len(shape) else (shape, known)
    optional = {name: is_optional for name, _, is_optional in shorter}
    kinds = {name: kind for name, kind, _ in shorter if kind == "POSITIONAL_OR_KEYWORD"}
    assert [entry[0] for entry in longer if entry[0] in optional] == list(optional)
    return [(n, kinds.get(n, kind), is_optional or optional.get(n, True)) for n, kind, is_optional in longer]


def seen_in_docstring(function: object) -> Shape:
    """Parameters of the typed signature that ``help()`` shows."""
    line = (function.__doc__ or "").splitlines()[0]
    match = re.fullmatch(r"\w+\((?P<inside>.*)\) -> .*", line)
    assert match is not None, line
    kind = "POSITIONAL_OR_KEYWORD"
    shape: Shape = []
    for part in re.split(r", (?=\w+:|\*)", match["inside"]) if match["inside"] else ():
        if part == "*":
            kind = "KEYWORD_ONLY"
        elif part.startswith("*"):
            shape.append((part[1:].partition(":")[0], "VAR_POSITIONAL", False))
            kind = "KEYWORD_ONLY"
        else:
            shape.append((part.partition(":")[0], kind, " = " in part))
    return shape


def check(module: ModuleType) -> None:
    stubs = seen_in_stubs(module)
    assert functions(module).keys() == stubs.keys()
    assert set(module.__all__) <= vars(module).keys()
    for name, function in functions(module).items():
        assert seen_by_inspect(function) == stubs[name], name
        assert seen_by_inspect(function) == seen_in_docstring(function), name


@pytest.mark.parametrize("feature", FEATURES)
def test_signatures_agree_in_the_test_library(bindings: Bindings, feature: str) -> None:
    check(bindings.get(feature, "default"))
