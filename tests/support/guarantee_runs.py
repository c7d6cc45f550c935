"""Try every cell of the tables of guarantees, for calls out and calls in, and print the tables; ``make guarantees``."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from types import ModuleType

from tests.support.build import CACHE, MODES, Bindings
from tests.support.guarantee_runs_in import run_in
from tests.support.guarantee_runs_out import run
from tests.support.guarantee_verdicts import HAS_PYTHON_MEMORY, Verdict
from tests.support.guarantees import KINDS, OUTWARD, Cell, Direction, cells, impossible
from tests.support.guarantees_in import CellIn, cells_in, impossible_in

AnyCell = Cell | CellIn
Tried = tuple[AnyCell, str | None, Callable[[], Verdict]]
"""A cell, why it cannot exist, and what tries it."""


@dataclass(frozen=True, slots=True)
class Table:
    """What came of all cells of one mode."""

    mode: str
    way: str
    directions: tuple[Direction, ...]
    verdicts: dict[AnyCell, Verdict]
    reasons: dict[AnyCell, str]
    """Why the others cannot exist."""

    @property
    def broken(self) -> list[str]:
        return [f"{cell} ({self.mode}): {verdict.wrong}" for cell, verdict in self.verdicts.items() if verdict.wrong]

    @property
    def calls(self) -> int:
        return sum(verdict.calls for verdict in self.verdicts.values())

    def lines(self) -> Iterator[str]:
        """One line for each kind: for each direction how many cells held of those tried, and how many cannot exist."""
        yield f"{f'{self.way}, {self.mode}:':<28}" + "".join(f"{direction.value:<22}" for direction in self.directions)
        for kind in KINDS:
            parts = []
            for direction in self.directions:
                tried = [v for c, v in self.verdicts.items() if (c.kind, c.direction) == (kind, direction)]
                absent = [c for c in self.reasons if (c.kind, c.direction) == (kind, direction)]
                held = sum(verdict.wrong is None for verdict in tried)
                parts.append(f"{f'{held}/{len(tried)}, {len(absent)} not':<22}" if tried else f"{'none':<22}")
            yield f"{kind.name:<28}" + "".join(parts)


def _table(mode: str, way: str, directions: tuple[Direction, ...], tried: Iterable[Tried]) -> Table:
    verdicts, reasons = dict[AnyCell, Verdict](), dict[AnyCell, str]()
    for cell, reason, verdict in tried:
        if reason is None:
            verdicts[cell] = verdict()
        else:
            reasons[cell] = reason
    return Table(mode, way, directions, verdicts, reasons)


def table(module: ModuleType, mode: str) -> Table:
    """Try every cell of calls out that can exist."""
    tried = ((cell, impossible(cell), partial(run, module, cell)) for cell in cells())
    return _table(mode, "calls out", OUTWARD, tried)


def table_in(module: ModuleType, mode: str) -> Table:
    """Try every cell of calls in that can exist."""
    tried = ((cell, impossible_in(cell), partial(run_in, module, cell)) for cell in cells_in())
    return _table(mode, "calls in", tuple(Direction), tried)


def _totals(tables: list[Table]) -> str:
    tried, broken = sum(len(each.verdicts) for each in tables), sum(len(each.broken) for each in tables)
    absent, calls = sum(len(each.reasons) for each in tables), sum(each.calls for each in tables)
    return (
        f"{tried + absent} cells of {tables[0].way}: {tried - broken} of {tried} tried held, {broken} broken, "
        f"{absent} cannot exist, {calls} calls"
    )


def main() -> int:
    """Build the functions of the table, try every cell in every mode, and print what held."""
    # Guard pages end the process where C writes what it may only read, which many cells do; canaries report it.
    os.environ["INTEROP_GUARD_PAGES"] = "0"
    bindings = Bindings(CACHE)
    bindings.start(("guarantees", mode) for mode in MODES)
    # Memory that runs out would run out for builds in the background too.
    bindings.settle()
    print("guarantees: cells held/tried, and how many cannot exist")
    tables = [[make(bindings.get("guarantees", mode), mode) for mode in MODES] for make in (table, table_in)]
    for each in chain.from_iterable(tables):
        print()
        for line in each.lines():
            print(line.rstrip())
    for first, *_ in tables:
        print(f"\nwhy cells of {first.way} cannot exist:")
        for reason, number in Counter(first.reasons.values()).most_common():
            print(f"{number:6}  {reason}")
    broken = [line for each in chain.from_iterable(tables) for line in each.broken]
    for line in broken:
        print(f"broken: {line}")
    without = "" if HAS_PYTHON_MEMORY else "; this Python has no _testcapi, so none of its own allocations failed"
    print(f"\nguarantees in {len(MODES)} modes ({', '.join(MODES)}): {'; '.join(map(_totals, tables))}{without}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
