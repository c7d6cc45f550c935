"""Preprocessor lines other than constants: skipped where they say nothing, refused with advice where they do."""

from __future__ import annotations

import re

from interop.diag.codes import finding
from interop.diag.report import Report
from interop.diag.span import SourceFile, Span

_DIRECTIVE = re.compile(r"#[ \t]*(\w*)(?:[ \t]*[<\"]([^>\"\n]*)[>\"])?")
_CONDITIONAL = frozenset(("if", "ifdef", "ifndef", "elif", "elifdef", "elifndef", "else", "endif"))
_SKIPPED = frozenset(("pragma", "line", "ident", "undef", "warning", "error", ""))


def refuse_directive(file: SourceFile, start: int, text: str, report: Report) -> str | None:
    """Says what to write in place of a preprocessor line. The name of the macro it would have defined, if it would."""
    line = _DIRECTIVE.match(text)
    assert line is not None, "every part of the pattern may be empty but the '#' that makes a directive"
    name, header = line.groups()
    at = Span(file, start, start + line.end())
    if name.startswith("include"):
        note = f'help: write header("{header or "name.h"}") in the brackets of the module'
        report.add(finding("E0112", "a declaration file does not include headers", at, notes=(note,)))
    elif name in _CONDITIONAL:
        note = "help: keep only the lines that apply"
        report.add(finding("E0111", f"'#{name}' is not evaluated here", at, notes=(note,)))
    elif name == "define":
        return _refuse_macro(file, start, text, report)
    elif name not in _SKIPPED and not name.isdigit():
        report.add(finding("E0111", f"'#{name}' is no preprocessor line that is known here", at))
    return None


def _refuse_macro(file: SourceFile, start: int, text: str, report: Report) -> str:
    before = text.partition("(")[0]
    name = before.split()[-1]
    start += before.rindex(name)
    note = f"help: with a header, declare it as a function of fixed types, 'int {name}(int x);', and C calls the macro"
    message = f"'{name}' is a macro with parameters, which is not supported"
    report.add(finding("E0607", message, Span(file, start, start + len(name)), notes=(note,)))
    return name
