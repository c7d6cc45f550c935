"""Read and check the ``[tool.interop]`` table of a project's ``pyproject.toml``."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass
from typing import Any

from interop.frontend.suggest import closest

FILE = "pyproject.toml"


class TableError(Exception):
    """The table cannot mean anything; the text is one sentence that says what to change."""


@dataclass(frozen=True, slots=True)
class Module:
    """One entry of ``modules``: the ``.cdef`` file, relative to the project, and the package its module goes into."""

    cdef: str
    package: str
    strict: bool
    checked: bool = False
    abi3: bool = True
    """One binary for every later Python; otherwise one for the Python that builds it."""


_OPTIONS = {"strict": False, "checked": False, "abi3": True}
"""What the table may say for all modules, and each module for itself."""


def read_modules(project: str) -> tuple[Module, ...]:
    """The modules a project asks for; none without the file or the table. Raises ``TableError``."""
    try:
        with open(os.path.join(project, FILE), "rb") as file:
            content = tomllib.load(file)
    except FileNotFoundError:
        return ()
    except tomllib.TOMLDecodeError as error:
        raise TableError(f"{FILE}: {error}") from None
    tool = content.get("tool")
    table = tool.get("interop") if isinstance(tool, dict) else None
    return () if table is None else _modules(table, project)


def _modules(table: Any, project: str) -> tuple[Module, ...]:
    where = f"{FILE}: [tool.interop]"
    if not isinstance(table, dict):
        raise TableError(f"{where} is not a table")
    _check_keys(table, ("modules", *_OPTIONS), where)
    entries = table.get("modules")
    if not isinstance(entries, list):
        example = 'modules = [{cdef = "cdefs/foo.cdef", package = "mypkg"}]'
        raise TableError(f"{where} needs a list of modules, such as {example}")
    options = {key: _boolean(table, key, default, where) for key, default in _OPTIONS.items()}
    return tuple(_module(entry, f"{where} modules[{index}]", options, project) for index, entry in enumerate(entries))


def _module(entry: Any, where: str, options: dict[str, bool], project: str) -> Module:
    if not isinstance(entry, dict):
        raise TableError(
            f'{where} is not a table with cdef and package, such as {{cdef = "foo.cdef", package = "mypkg"}}'
        )
    _check_keys(entry, ("cdef", "package", *_OPTIONS), where)
    cdef = _text(entry, "cdef", where, "the path of a .cdef file")
    package = _text(entry, "package", where, "the package that the module goes into")
    if not all(part.isidentifier() for part in package.split(".")):
        raise TableError(f"{where}: package '{package}' is not a dotted package name, such as mypkg or mypkg.native")
    if not os.path.isfile(os.path.join(project, cdef)):
        raise TableError(f"{where}: there is no file '{cdef}' in {project}")
    chosen = {key: _boolean(entry, key, default, where) for key, default in options.items()}
    return Module(cdef, package, **chosen)


def _check_keys(table: dict[str, Any], known: tuple[str, ...], where: str) -> None:
    for key in table:
        if key not in known:
            near = closest(key, known)
            mend = f"did you mean '{near}'?" if near else f"known are {', '.join(known)}"
            raise TableError(f"{where} has an unknown key '{key}'; {mend}")


def _text(entry: dict[str, Any], key: str, where: str, what: str) -> str:
    value = entry.get(key)
    if value is None:
        raise TableError(f"{where} lacks '{key}', {what}")
    if not isinstance(value, str) or not value:
        raise TableError(f"{where}: '{key}' is not a text; it is {what}")
    return value


def _boolean(table: dict[str, Any], key: str, default: bool, where: str) -> bool:
    value = table.get(key, default)
    if not isinstance(value, bool):
        raise TableError(f"{where}: '{key}' is not true or false")
    return value
