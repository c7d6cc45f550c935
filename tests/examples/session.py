"""One Python session of a document: run its ``pycon`` blocks as doctests, and say what came out differently.

Reads a list of ``[line, text]`` as JSON from the standard input, writes a list of ``[line, want, got]``.
"""

from __future__ import annotations

import doctest
import json
import sys
import traceback
from typing import Any

FLAGS = doctest.ELLIPSIS


class Collector(doctest.DocTestRunner):
    """Keeps the differences instead of printing them."""

    def __init__(self) -> None:
        super().__init__(verbose=False, optionflags=FLAGS)
        self.differences: list[tuple[int, str, str]] = []

    def _add(self, test: doctest.DocTest, example: doctest.Example, got: str) -> None:
        assert test.lineno is not None
        first = test.lineno + example.lineno + example.source.count("\n")
        self.differences.append((first, example.want, got))

    def report_failure(self, out: Any, test: doctest.DocTest, example: doctest.Example, got: str) -> None:
        header = "Traceback (most recent call last):\n"
        if header in got:
            lines = got.rpartition(header)[2].splitlines()
            message = next(index for index, line in enumerate(lines) if not line.startswith(" "))
            got = header + "\n".join(["    ...", *lines[message:], ""])
        self._add(test, example, got)

    def report_unexpected_exception(
        self, out: Any, test: doctest.DocTest, example: doctest.Example, exc_info: Any
    ) -> None:
        text = "".join(traceback.format_exception_only(*exc_info[:2]))
        self._add(test, example, "Traceback (most recent call last):\n    ...\n" + text)


def main() -> None:
    names: dict[str, Any] = {"__name__": "__main__"}
    runner = Collector()
    for line, text in json.load(sys.stdin):
        test = doctest.DocTestParser().get_doctest(text, {}, "document", None, line)
        test.globs = names
        runner.run(test, clear_globs=False)
    json.dump(runner.differences, sys.stdout)


if __name__ == "__main__":
    main()
