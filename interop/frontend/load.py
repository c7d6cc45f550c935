"""Read a ``.cdef`` file and what it imports, run the passes, and hand over a library or say why there is none."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from keyword import iskeyword

from interop.diag.codes import finding
from interop.diag.report import Report
from interop.diag.span import SourceFile, Span
from interop.frontend.check import check
from interop.frontend.lexer import Token, TokenKind, lex
from interop.frontend.literals import string
from interop.frontend.parser import parse
from interop.frontend.resolve import Unit, resolve
from interop.frontend.survey import typedef_names
from interop.frontend.tree import Cdef
from interop.model.library import Library

_DEEPEST_IMPORT = 32


@dataclass(slots=True)
class _Loader:
    """Reads each file once. ``units`` are the files read so far, imported ones before those that import them."""

    report: Report
    units: list[Unit] = field(default_factory=list)
    types: dict[str, frozenset[str]] = field(default_factory=dict)
    """The typedef names that each file makes known, by its real path."""
    open: list[str] = field(default_factory=list)
    """The files being read: whoever imports one of these imports itself."""
    lost_import: bool = False

    def complain(self, code: str, message: str, at: Span, *notes: str) -> None:
        self.report.add(finding(code, message, at, notes=notes))

    def read(self, path: str, at: Span | None) -> SourceFile | None:
        """The text of a file; ``at`` is the import that asks for it."""
        place = at or Span(SourceFile(path, ""), 0, 0)
        try:
            with open(path, "rb") as stream:
                data = stream.read()
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) else None
            self.complain("E0101", f"cannot read '{path}': {(reason or str(error)).lower()}", place)
            return None
        try:
            return SourceFile(path, data.decode("utf-8-sig"))
        except UnicodeDecodeError as error:
            before = data[: error.start].decode("utf-8-sig", "replace")
            file = SourceFile(path, data.decode("utf-8-sig", "replace"))
            self.complain(
                "E0102",
                f"byte 0x{data[error.start]:02x} is not UTF-8",
                Span(file, len(before), len(before) + 1),
                "help: save the file as UTF-8",
            )
            return None

    def load(self, path: str, at: Span | None) -> frozenset[str] | None:
        """Reads and parses a file and what it imports; the type names it makes known, or None when it cannot be had."""
        real = _identity(path)
        if real in self.types:
            return self.types[real]
        if at is not None and real in self.open:
            self.complain("E0118", f"'{path}' imports itself", at, "help: move what both need to a third file")
            return None
        if at is not None and len(self.open) >= _DEEPEST_IMPORT:
            self.complain("E0109", f"imports are nested more than {_DEEPEST_IMPORT} levels deep", at)
            return None
        file = self.read(path, at)
        if file is None:
            return None
        self.open.append(real)
        lexed = lex(file, self.report)
        known: set[str] = set()
        for name, span in _imports(file, lexed.tokens):
            found = self.load(os.path.normpath(os.path.join(os.path.dirname(path), name)), span)
            self.lost_import |= found is None
            known |= found or frozenset()
        cdef = parse(file, lexed, frozenset(known), self.report)
        self.open.pop()
        self.units.append(Unit(cdef, imported=at is not None))
        self.types[real] = frozenset(known | typedef_names(cdef))
        return self.types[real]

    def judge_module(self, cdef: Cdef) -> None:
        """The file that is loaded must describe a module, under a name that Python can import."""
        module = cdef.module
        if module is None:
            has_text = bool(cdef.declarations or cdef.doubtful)
            self.complain(
                "E0115",
                "this file describes no module",
                Span(cdef.file, 0, 0),
                'help: import it from another file, or write [library("name")] module name { ... }'
                if has_text
                else 'help: write [library("name")] module name { ... }',
            )
        elif not module.name.isascii() or iskeyword(module.name):
            self.complain(
                "E0119", f"'{module.name}' cannot be a module's name: it is a Python keyword", module.name_span
            )


def _identity(path: str) -> str:
    """What is the same for all names of one file; a name that no file can have stands for itself."""
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):
        return path


def _imports(file: SourceFile, tokens: list[Token]) -> Iterator[tuple[str, Span]]:
    for word, text in pairwise(tokens):
        if word.text == "import" and word.kind is TokenKind.WORD and text.kind is TokenKind.STRING:
            name = string(text.text)
            if name is not None:
                yield name.decode("utf-8", "replace"), Span(file, text.start, text.end)


def load(path: str) -> tuple[Library | None, Report]:
    """The library that a ``.cdef`` file describes, and everything there is to say about the file.

    There is no library when the report has errors. Every fault of the file is in the report: a declaration with a fault
    in its syntax, or of unknown types, is left out of the later passes, and all others are judged.
    """
    report = Report()
    loader = _Loader(report)
    loader.load(path, None)
    if not loader.units or loader.lost_import:
        return None, report
    loader.judge_module(loader.units[-1].cdef)
    resolved = resolve(loader.units, report)
    if resolved is None:
        return None, report
    check(resolved, report)
    return (None if report.has_errors else resolved.library), report
