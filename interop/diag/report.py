"""Diagnostics as values, and the report that collects them. Nothing here prints."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from interop.diag.span import Span


class Severity(Enum):
    """The verdicts of a report. They are never blurred: each says something else about the declaration."""

    ERROR = "error"
    """It cannot mean anything."""
    UNSUPPORTED = "unsupported"
    """It means something, and is not done (yet)."""
    UNNECESSARY = "unnecessary"
    """It says what would hold anyway."""
    DISCOURAGED = "discouraged"
    """It works, and will hurt."""
    UNANNOTATED = "unannotated"
    """A pointer whose meaning nobody stated: it is passed raw."""

    @property
    def is_fatal(self) -> bool:
        """Whether nothing can be built from a declaration with this verdict."""
        return self in (Severity.ERROR, Severity.UNSUPPORTED)


@dataclass(frozen=True, slots=True)
class Label:
    """A place, and what to say about it (may be empty)."""

    span: Span
    text: str = ""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: the primary label marks the words to change, the others say why."""

    code: str
    severity: Severity
    message: str
    primary: Label
    secondary: tuple[Label, ...] = ()
    notes: tuple[str, ...] = ()
    """Each begins with ``help:`` (do this) or ``note:`` (know this)."""


@dataclass(slots=True)
class Report:
    """Collects diagnostics in the order in which they are found; the same finding is kept once."""

    diagnostics: list[Diagnostic] = field(default_factory=list)
    _seen: set[Diagnostic] = field(default_factory=set, init=False, repr=False, compare=False)

    def add(self, diagnostic: Diagnostic) -> None:
        if diagnostic not in self._seen:
            self._seen.add(diagnostic)
            self.diagnostics.append(diagnostic)

    def extend(self, other: Report) -> None:
        for diagnostic in other.diagnostics:
            self.add(diagnostic)

    @property
    def has_errors(self) -> bool:
        return any(diagnostic.severity.is_fatal for diagnostic in self.diagnostics)

    def sorted(self) -> list[Diagnostic]:
        """By file and place; findings at one place stay in the order they were made."""
        return sorted(self.diagnostics, key=lambda d: (d.primary.span.file.path, d.primary.span.start))
