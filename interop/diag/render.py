"""Diagnostics as text with carets. The only module that knows how wide characters and tabs are."""

from __future__ import annotations

from functools import lru_cache

from interop.diag.report import Diagnostic, Label, Report, Severity
from interop.diag.span import SourceFile

_TAB = 4
_WIDEST_LINE = 160
_CONTEXT = 60
"""Columns kept on either side of what is marked when a line is too wide to show."""

_PLURALS = {
    Severity.ERROR: ("error", "errors"),
    Severity.UNSUPPORTED: ("unsupported", "unsupported"),
    Severity.UNNECESSARY: ("unnecessary", "unnecessary"),
    Severity.DISCOURAGED: ("discouraged", "discouraged"),
    Severity.UNANNOTATED: ("unannotated", "unannotated"),
}


def render(report: Report) -> str:
    """Every diagnostic by place, and a last line that counts them; empty when there are none."""
    found = report.sorted()
    if not found:
        return ""
    return "\n".join([*(render_diagnostic(diagnostic) for diagnostic in found), summary(report) + "\n"])


def summary(report: Report) -> str:
    """How many findings of each severity there are: ``2 errors, 1 unannotated``."""
    parts = []
    for severity, (one, many) in _PLURALS.items():
        count = sum(diagnostic.severity is severity for diagnostic in report.diagnostics)
        if count:
            parts.append(f"{count} {one if count == 1 else many}")
    return ", ".join(parts)


def render_diagnostic(diagnostic: Diagnostic) -> str:
    """One diagnostic: headline, place, the lines it speaks of with their marks, notes."""
    primary = diagnostic.primary.span
    labels = [diagnostic.primary, *diagnostic.secondary]
    shown = [label for label in labels if label.span.file.text]
    margin = " " * max((len(str(label.span.line)) for label in shown), default=1)
    lines = [f"{diagnostic.severity.value}[{diagnostic.code}]: {_flat(diagnostic.message)}"]
    lines.append(f"{margin}--> {primary if primary.file.text else primary.file.path}")
    for index, file in enumerate(_files(shown)):
        here = [label for label in shown if label.span.file is file]
        if index:
            lines.append(f"{margin}::: {here[0].span}")
        lines.append(f"{margin} |")
        lines += _excerpt(file, here, diagnostic.primary, margin)
    lines += [f"{margin} = {_flat(note)}" for note in diagnostic.notes]
    return "\n".join(lines) + "\n"


def _files(labels: list[Label]) -> list[SourceFile]:
    """The files that labels stand in, that of the primary label first."""
    files: list[SourceFile] = []
    for label in labels:
        if not any(label.span.file is file for file in files):
            files.append(label.span.file)
    return files


def _excerpt(file: SourceFile, labels: list[Label], primary: Label, margin: str) -> list[str]:
    """The marked lines of one file in order, each followed by its marks from left to right."""
    by_line: dict[int, list[Label]] = {}
    for label in sorted(labels, key=lambda label: (label.span.start, label.span.end)):
        by_line.setdefault(label.span.line, []).append(label)
    lines: list[str] = []
    last: int | None = None
    for number, here in sorted(by_line.items()):
        if last is not None and number - last == 2:
            lines.append(_numbered(last + 1, _cut(_shown(file.line(last + 1)), []), margin))
        elif last is not None and number - last > 2:
            lines.append("...")
        line = _shown(file.line(number))
        marks = [_mark(file, number, label, line, label is primary) for label in here]
        lines.append(_numbered(number, _cut(line, marks), margin))
        lines += [f"{margin} | {' ' * mark.column}{mark.text}".rstrip() for mark in marks]
        last = number
    return lines


def _numbered(number: int, text: str, margin: str) -> str:
    return f"{number:<{len(margin)}} | {text}".rstrip()


class _Line:
    """One source line as it is shown, with the column at which each of its characters stands."""

    def __init__(self, source: str) -> None:
        shown: list[str] = []
        self.columns = [0]
        column = 0
        for char in source:
            text, width = _displayed(char, column)
            shown.append(text)
            column += width
            self.columns.append(column)
        self.text = "".join(shown)
        self.is_simple = len(self.text) == column
        """Whether every character takes one column, so that columns are offsets into the text."""

    def column(self, offset: int) -> int:
        return self.columns[min(offset, len(self.columns) - 1)]


@lru_cache(maxsize=16)
def _shown(source: str) -> _Line:
    return _Line(source)


class _Mark:
    """Carets or dashes at a column, with the label's text."""

    def __init__(self, column: int, text: str) -> None:
        self.column = column
        self.text = text


def _mark(file: SourceFile, number: int, label: Label, line: _Line, is_primary: bool) -> _Mark:
    start_of_line = file.line_starts[number - 1]
    first = line.column(label.span.start - start_of_line)
    behind = line.column(label.span.end - start_of_line)
    bar = ("^" if is_primary else "-") * max(1, behind - first)
    return _Mark(first, f"{bar} {_flat(label.text)}".rstrip())


def _cut(line: _Line, marks: list[_Mark]) -> str:
    """The line, or the part of it around its marks when it is too wide; the marks move along."""
    if line.columns[-1] <= _WIDEST_LINE or not line.is_simple:
        return line.text
    start = max(0, min((mark.column for mark in marks), default=0) - _CONTEXT)
    text = line.text[start : start + _WIDEST_LINE - 6]
    lead = "..." if start else ""
    for mark in marks:
        mark.column = min(mark.column - start + len(lead), _WIDEST_LINE)
        bar, blank, label = mark.text.partition(" ")
        mark.text = bar[: _WIDEST_LINE + 1 - mark.column] + blank + label
    return f"{lead}{text}..."


def _displayed(char: str, column: int) -> tuple[str, int]:
    """How a character is shown, and how many columns that takes."""
    if char == "\t":
        width = _TAB - column % _TAB
        return " " * width, width
    if " " <= char <= "~":
        return char, 1
    if not char.isprintable():
        return ("\ufffd" if char != "\r" else " "), 1
    from unicodedata import combining, east_asian_width

    if combining(char):
        return char, 0
    return char, 2 if east_asian_width(char) in ("W", "F") else 1


def _flat(text: str) -> str:
    """Text on one line, with what a terminal would act on made visible."""
    return "".join(char if char.isprintable() else "\ufffd" if char not in "\n\t\r" else " " for char in text)
