"""Find the place in the ``.cdef`` file that a name, a quoted string or a line number belongs to."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass

from interop.diag.span import SourceFile, Span
from interop.model.library import Constant, Enum, Function, Global, Library, Record, Typedef


@dataclass(frozen=True, slots=True)
class Places:
    """What the declarations of one library look up places in."""

    library: Library
    files: dict[str, SourceFile]
    """By absolute path: the ``.cdef`` file and everything it imports."""
    names: dict[str, Span]
    """C names, and the loader's symbols, to the place that declares them."""

    @classmethod
    def of(cls, library: Library) -> Places:
        files = {os.path.abspath(library.origin.file.path): library.origin.file}
        names: dict[str, Span] = {}
        for declaration in library.declarations:
            files.setdefault(os.path.abspath(declaration.origin.file.path), declaration.origin.file)
            match declaration:
                case Function(name=name, symbol=symbol):
                    names[name] = names[symbol] = declaration.origin
                case Enum(members=members):
                    names.setdefault(declaration.name, declaration.origin)
                    names.update((member.name, member.origin) for member in members)
                case Record(spelling=spelling, fields=fields):
                    names[spelling] = declaration.origin
                    names.update((f"{spelling}.{field.name}", field.origin) for field in fields or ())
                case Typedef(name=name) | Constant(name=name) | Global(name=name):
                    names[name] = declaration.origin
        return cls(library, files, names)

    @property
    def module(self) -> Span:
        """The module's name, for what belongs to the whole file."""
        return self.library.origin

    def file(self, path: str) -> SourceFile | None:
        return self.files.get(os.path.abspath(path))

    def name(self, name: str) -> Span | None:
        """Where ``name`` is declared, else where the module's own file mentions it."""
        return self.names.get(name) or _search(self.module.file, rf"(?<![\w\"]){re.escape(name)}(?!\w)")

    def quoted(self, text: str) -> Span:
        """The string literal ``"text"`` in the module's brackets; the module's name where it is spelled otherwise."""
        return _search(self.module.file, rf'"{re.escape(text)}"') or self.module


def _search(file: SourceFile, pattern: str, start: int = 0, end: int | None = None) -> Span | None:
    """The first match outside comments."""
    blanked = re.sub(r"/\*.*?\*/|//[^\n]*", lambda comment: " " * len(comment[0]), file.text, flags=re.DOTALL)
    found = re.compile(pattern).search(blanked, start, len(blanked) if end is None else end)
    return Span(file, found.start(), found.end()) if found else None


def at(file: SourceFile, line: int, column: int) -> Span:
    """The word at a line and column counted from 1."""
    line = max(1, min(line, len(file.line_starts)))
    start = min(file.line_starts[line - 1] + column - 1, len(file.text))
    word = re.compile(r"\w+").match(file.text, start)
    return Span(file, start, word.end() if word else min(start + 1, len(file.text)))


def on_line(file: SourceFile, line: int, words: list[str]) -> Span:
    """The first of ``words`` that stands on a line, else the whole line. Columns of generated C mean nothing here."""
    line = max(1, min(line, len(file.line_starts)))
    start = file.line_starts[line - 1]
    text = file.line(line)
    for word in words:
        found = _search(file, rf"(?<!\w){re.escape(word)}(?!\w)", start, start + len(text))
        if found is not None:
            return found
    indent = len(text) - len(text.lstrip())
    return Span(file, start + indent, start + len(text.rstrip()))
