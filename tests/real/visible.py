"""Which structs and unions a header shows to programs: those with a body and a name that is not reserved."""

from __future__ import annotations

import re
import subprocess
from bisect import bisect
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.support.build import compiler

_LINE = re.compile(r'# \d+ "([^"]*)"')
_BODY = re.compile(r"\b(struct|union)\s+(?:__attribute__\s*\(\(.*?\)\)\s*)?(\w+)?\s*\{")
_TYPEDEF = re.compile(r"\btypedef\s*$")
_RESERVED = re.compile(r"_[_A-Z]")


@cache
def preprocessed(header: str) -> str | None:
    """The text of a header with all that it includes, as extension modules see it; None: there is no such header."""
    done = subprocess.run(
        [*compiler(), "-E", "-D_GNU_SOURCE", "-x", "c", "-"],
        input=f"#include <{header}>\n",
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout if done.returncode == 0 else None


def visible_records(header: str, files: tuple[str, ...]) -> Iterator[str]:
    """``struct tag``, or the typedef's name where there is no tag; of the files whose names end like one of ``files``,
    or of all where none is given."""
    lines: list[str] = []
    owners: list[str] = []
    owner = ""
    for line in (preprocessed(header) or "").splitlines(keepends=True):
        marker = _LINE.match(line)
        if marker:
            owner = marker[1]
        else:
            lines.append(line)
            owners.append(owner)
    text = "".join(lines)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    for found in _BODY.finditer(text):
        name = f"{found[1]} {found[2]}" if found[2] else _typedef_name(text, found)
        bare = name.rpartition(" ")[2]
        mine = owners[bisect(starts, found.start()) - 1]
        if bare and not _RESERVED.match(bare) and (not files or _ends_like(mine, files)):
            yield name


def _ends_like(path: str, files: tuple[str, ...]) -> bool:
    parts = Path(path).parts
    return any(parts[-len(Path(file).parts) :] == Path(file).parts for file in files)


def _typedef_name(text: str, found: re.Match[str]) -> str:
    """The name that follows an untagged body, if that is a typedef; else none."""
    if not _TYPEDEF.search(text[: found.start()]):
        return ""
    depth, at = 1, found.end()
    while depth:
        depth += {"{": 1, "}": -1}.get(text[at], 0)
        at += 1
    name = re.match(r"\s*(\w+)", text[at:])
    return name[1] if name else ""
