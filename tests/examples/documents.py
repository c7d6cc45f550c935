"""Run every code block of a Markdown document, in order, in one folder, as a reader would.

======================  ==========================================================================================
block                   what is done with it
======================  ==========================================================================================
``c``, ``toml``, ...    written to the file that its first line names in a comment
``console``             the lines behind ``$`` are run by the shell, what they print is compared
``pycon``               run as a doctest; blocks share a session until the next ``console`` block
======================  ==========================================================================================

In what is expected, ``...`` stands for any text. With ``INTEROP_BLESS=1`` what came out replaces what was expected, and
the test fails all the same.
"""

from __future__ import annotations

import doctest
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.support.build import ROOT

BLOCK = re.compile(r"^```(?P<language>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"\A(?:/\*|#|//) (?P<name>[\w./-]+\.\w+)(?: \*/)?\n")
PLAIN = ("text", "markdown")

ELSEWHERE = {
    "git clone": "there is no address yet",
    "cd cffi-interop": "follows the clone",
    "make demo": "run by .ci/run",
    "make test": "run by .ci/run; it runs this test",
    "pip install ./cffi-interop": "tests/build/test_packaging.py installs the project in fresh environments",
}
"""Commands that are not run here, and why."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What a document says at a line, counted from 1, and what came out instead."""

    line: int
    want: str
    got: str

    def __str__(self) -> str:
        return f"line {self.line}: expected\n{self.want or '(nothing)'}\ngot\n{self.got or '(nothing)'}\n"


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block; ``line`` is the number of its first line inside the fence."""

    language: str
    text: str
    line: int


def blocks(document: str) -> Iterator[Block]:
    for match in BLOCK.finditer(document):
        yield Block(match["language"], match["text"], document.count("\n", 0, match.start("text")) + 1)


def environment(folder: Path) -> dict[str, str]:
    """The commands a reader has after installing the project: ``interop``, ``python`` and ``pip``."""
    commands = folder / ".bin"
    commands.mkdir()
    metadata = folder / ".site" / "cffi_interop-0.dist-info"
    metadata.mkdir(parents=True)
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: cffi-interop\nVersion: 0\n")
    hook = "[setuptools.finalize_distribution_options]\ninterop = interop.build.setuptools_hook:finalize\n"
    (metadata / "entry_points.txt").write_text(hook)
    # What is installed by a document ends with the document, and comes from nowhere but this machine.
    options = f'--quiet --disable-pip-version-check --no-build-isolation --no-deps --target "{folder}/.site"'
    scripts = {
        "interop": f'exec "{sys.executable}" -m interop "$@"',
        "python": f'exec "{sys.executable}" "$@"',
        "pip": f'verb=$1; shift; exec "{sys.executable}" -m pip "$verb" {options} "$@"',
    }
    for name, script in scripts.items():
        (commands / name).write_text(f"#!/bin/sh\n{script}\n")
        (commands / name).chmod(0o755)
    return {
        **{key: value for key, value in os.environ.items() if key not in ("PYTHONHOME", "PYTHONSAFEPATH")},
        "PATH": f"{commands}:{os.environ['PATH']}",
        "PYTHONPATH": f"{folder / '.site'}:{ROOT}",
        "PYTHONUTF8": "1",
        "LC_ALL": "C.UTF-8",
    }


def run_document(path: Path, folder: Path) -> list[Difference]:
    """Everything that came out otherwise than the document says."""
    variables = environment(folder)
    found: list[Difference] = []
    session: list[tuple[int, str]] = []
    for block in blocks(path.read_text()):
        if block.language == "pycon":
            session.append((block.line, block.text))
            continue
        found.extend(_run_session(session, folder, variables))
        session = []
        if block.language == "console":
            found.extend(_run_commands(block, folder, variables))
        elif block.language not in PLAIN:
            _write_file(block, path, folder)
    found.extend(_run_session(session, folder, variables))
    if found and os.environ.get("INTEROP_BLESS"):
        _bless(path, found)
    return found


def _write_file(block: Block, path: Path, folder: Path) -> None:
    match = FILE.match(block.text)
    assert match is not None, f"{path.name}:{block.line}: the first line of a {block.language} block names its file"
    target = folder / match["name"]
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(block.text)


def _run_session(session: list[tuple[int, str]], folder: Path, variables: dict[str, str]) -> list[Difference]:
    if not session:
        return []
    done = subprocess.run(
        [sys.executable, "-m", "tests.examples.session"],
        cwd=folder,
        env=variables,
        input=json.dumps(session),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [Difference(line, want, got) for line, want, got in json.loads(done.stdout)]


def _run_commands(block: Block, folder: Path, variables: dict[str, str]) -> list[Difference]:
    found = []
    for command, line, want in _commands(block):
        if any(command.startswith(known) for known in ELSEWHERE):
            continue
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=folder,
            env=variables,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        got = "".join(f"{text.rstrip()}\n" for text in done.stdout.splitlines())
        # Never to be blessed: a page that goes on after a fault must have announced it.
        assert done.returncode == 0 or "error" in want, f"line {line}: {command} failed:\n{got}"
        if not doctest.OutputChecker().check_output(want, got, doctest.ELLIPSIS):
            found.append(Difference(line, want, got))
    return found


def _commands(block: Block) -> Iterator[tuple[str, int, str]]:
    """Each command, the line after it, and what it is expected to print."""
    lines = block.text.splitlines()
    starts = [index for index, text in enumerate(lines) if text.startswith("$ ")]
    assert starts[:1] == [0], f"line {block.line}: a console block starts with '$ '"
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        command = lines[start][2:].partition("  #")[0]
        yield command, block.line + start + 1, "".join(f"{text}\n" for text in lines[start + 1 : end])


def _bless(path: Path, found: list[Difference]) -> None:
    lines = path.read_text().splitlines(keepends=True)
    for difference in sorted(found, key=lambda d: d.line, reverse=True):
        start = difference.line - 1
        lines[start : start + difference.want.count("\n")] = [difference.got]
    path.write_text("".join(lines))
