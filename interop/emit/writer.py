"""Lines with indentation, and literals. Knows no C and no Python beyond how strings are quoted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


class Writer:
    """Collects lines; ``indented`` is the only state besides them."""

    def __init__(self, indent: str = "    ") -> None:
        self._lines: list[str] = []
        self._indent = indent
        self._depth = 0

    def line(self, text: str = "") -> None:
        self._lines.append(self._indent * self._depth + text if text else "")

    def label(self, name: str) -> None:
        """A C label, in the first column where the eye finds it."""
        self._lines.append(f"{name}:")

    def lines(self, *texts: str) -> None:
        for text in texts:
            self.line(text)

    @contextmanager
    def indented(self, opening: str | None = None, closing: str | None = None) -> Iterator[None]:
        if opening is not None:
            self.line(opening)
        self._depth += 1
        yield
        self._depth -= 1
        if closing:
            self.line(closing)

    def text(self) -> str:
        return "\n".join(self._lines) + "\n"


def c_string(text: str | bytes) -> str:
    """A C string literal of the text's UTF-8 bytes; octal escapes, which cannot swallow what follows."""
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    out = []
    for byte in data:
        char = chr(byte)
        if char in '"\\':
            out.append("\\" + char)
        elif char == "\n":
            out.append("\\n")
        elif 32 <= byte < 127 and char != "?":
            out.append(char)
        else:
            out.append(f"\\{byte:03o}")
    return '"' + "".join(out) + '"'


def c_comment(text: str) -> str:
    """Text that may stand inside a C comment."""
    return text.replace("*/", "* /").replace("/*", "/ *")


def flat(text: str) -> str:
    """One line, runs of blanks joined."""
    return " ".join(text.split())
