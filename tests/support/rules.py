"""The list of marshalling rules in ``tests/rules.toml``, held against the tests that name them; ``make rules``.

Tests are found in the source text: nothing is imported or run, so that the list is printed at once.
"""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LIST = ROOT / "tests" / "rules.toml"
BOOK = ROOT.parent / "shared" / "spec" / "dotnet-interop-rules.md"
"""The rule book, where it lies beside the checkout."""

SECTIONS = ("R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R11", "R12", "R14")
"""The sections that the list must cover."""

_NAMED = re.compile(r"test_r(\d+)_(\d+)_")
_IN_BOOK = re.compile(rf"^- \*\*((?:{'|'.join(SECTIONS)})\.\d+)\*\*", re.MULTILINE)
_TRAP = re.compile(r"^\| (14\.\d+) \|", re.MULTILINE)


class Status(Enum):
    """What is claimed about a rule; the values are the words of the list."""

    TESTED = "tested"
    NOT_APPLICABLE = "not applicable"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of the list; ``why`` is the reason or the topic that a rule without tests waits for."""

    number: str
    text: str
    status: Status
    why: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A test, or a whole file of tests, that names a rule."""

    rule: str
    file: Path
    line: int
    test: str

    def __str__(self) -> str:
        return f"{self.file.relative_to(ROOT).as_posix()}::{self.test}".removesuffix("::")


def _rule(number: str, entry: str | dict[str, str]) -> Rule:
    if isinstance(entry, str):
        return Rule(number, entry, Status.TESTED)
    ((word, why),) = ((word, why) for word, why in entry.items() if word != "rule")
    return Rule(number, entry["rule"], Status(word.replace("_", " ")), why)


def rules() -> dict[str, Rule]:
    """The list, in the order of the file."""
    sections = tomllib.loads(LIST.read_text(encoding="utf-8"))
    del sections["traps"]
    numbers = ((f"{section}.{i}", entry) for section, entries in sections.items() for i, entry in entries.items())
    return {number: _rule(number, entry) for number, entry in numbers}


def traps() -> dict[str, list[str]]:
    """The rows of known traps, and the rules that answer each."""
    rows = tomllib.loads(LIST.read_text(encoding="utf-8"))["traps"]["14"]
    return {f"14.{row}": answered for row, answered in rows.items()}


def _marks(node: ast.AST) -> Iterator[tuple[str, int]]:
    """The numbers in ``pytest.mark.rules(...)`` anywhere below a node, and their lines."""
    for call in ast.walk(node):
        if isinstance(call, ast.Call) and ast.unparse(call.func).endswith("mark.rules"):
            for argument in call.args:
                yield ast.literal_eval(argument), argument.lineno


def _of_file(path: Path) -> Iterator[Mention]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    of_tests: set[tuple[str, int]] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test"):
            named = _NAMED.match(node.name)
            found = {(f"R{named[1]}.{named[2]}", node.lineno)} if named else set()
            marked = set(_marks(node))
            of_tests |= marked
            yield from (Mention(rule, path, line, node.name) for rule, line in sorted(found | marked))
    # A mark on the module, or in a table of cases that stands outside of the test that uses it.
    yield from (Mention(rule, path, line, "") for rule, line in sorted(set(_marks(tree)) - of_tests))


def mentions() -> list[Mention]:
    """Every rule that a test names, in the order of files and lines."""
    files = sorted((ROOT / "tests").rglob("test_*.py"))
    return [mention for path in files for mention in _of_file(path)]


def tests_of(found: list[Mention]) -> dict[str, list[str]]:
    """For each rule the tests that name it, each once."""
    tests: dict[str, dict[str, None]] = {}
    for mention in found:
        tests.setdefault(mention.rule, {})[str(mention)] = None
    return {rule: list(names) for rule, names in tests.items()}


def disagreements(listed: dict[str, Rule], found: list[Mention]) -> Iterator[str]:
    """Where the list and the tests contradict each other."""
    named = {mention.rule for mention in found}
    for rule in listed.values():
        if rule.status is Status.TESTED and rule.number not in named:
            yield f"{rule.number} is said to be tested, and no test names it: {rule.text}"
    for mention in found:
        rule = listed.get(mention.rule)
        if rule is None:
            yield f"{mention} (line {mention.line}) names {mention.rule}, which is not in the list"
        elif rule.status is not Status.TESTED:
            yield f"{mention} (line {mention.line}) names {rule.number}, which is said to be {rule.status.value}"


def book() -> tuple[list[str], list[str]]:
    """The rules and the rows of traps that the rule book has; nothing where it is not at hand."""
    text = BOOK.read_text(encoding="utf-8") if BOOK.is_file() else ""
    return _IN_BOOK.findall(text), _TRAP.findall(text)


def main() -> int:
    """Print the list and its totals; fails if the list and the tests disagree."""
    listed, found = rules(), mentions()
    tests = tests_of(found)
    for rule in listed.values():
        print(f"{rule.number:<6} {rule.status.value:<14} {rule.text}")
        answers = tests.get(rule.number, []) if rule.status is Status.TESTED else [rule.why]
        for answer in answers:
            print(f"{'':22}{answer}")
    wrong = list(disagreements(listed, found))
    for line in wrong:
        print(f"error: {line}", file=sys.stderr)
    counts = Counter(rule.status for rule in listed.values())
    totals = ", ".join(f"{counts[status]} {status.value}" for status in Status)
    used = sum(len(names) for names in tests.values())
    print(f"\nrules: {len(listed)} in all: {totals}; {used} mentions by tests; {len(wrong)} disagreements")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
