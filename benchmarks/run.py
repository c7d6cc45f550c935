"""Compare generated stubs with other ways to call the same C library, and print a table.

    python benchmarks/run.py [--rows TEXT ...] [--peers KEY ...] [--quick] [--instructions]
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence

import instructions
from loops import check
from peers import Peer, build_peers
from rows import ROWS, Row
from timing import time_row

ROUNDS = 60
QUICK = 12
RATIOS = (("interop", "hand"), ("interop", "hand-full"), ("interop-full", "hand-full"))


def main(arguments: Sequence[str]) -> int:
    options = _options(arguments)
    rows = [row for row in ROWS if not options.rows or any(text in row.name for text in options.rows)]
    built = build_peers()
    if options.replay:
        rows = [row for row in ROWS if row.name in options.row]
        instructions.replay(rows, [built[key] for key in options.peer], built["hand"].functions.mark)
        return 0
    peers = [peer for key, peer in built.items() if not options.peers or key in options.peers]
    for row in rows:
        check(row, peers)
    print(f"Python {sys.version.split()[0]}, {'instructions' if options.instructions else 'nanoseconds'} per call")
    for peer in peers:
        print(f"  {peer.key:<14}{peer.title}")
    print()
    print(_heading(peers))
    if options.instructions:
        if not instructions.is_possible():
            print("valgrind is not installed", file=sys.stderr)
            return 1
        counted = instructions.count_rows(rows, peers, __file__)
        figures = {row.name: {peer.key: counted[row.name, peer.key] for peer in peers} for row in rows}
        for row in rows:
            print(_line(row, peers, figures[row.name]))
    else:
        figures = {}
        for row in rows:
            figures[row.name] = time_row(row, peers, QUICK if options.quick else ROUNDS)
            print(_line(row, peers, figures[row.name]), flush=True)
    print()
    for ratio in RATIOS:
        print(_worst(rows, figures, ratio))
    return 0


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Compare generated stubs with other ways to call the same C library.")
    parser.add_argument("--rows", nargs="+", metavar="TEXT", help="only the rows whose name contains one of these")
    parser.add_argument("--peers", nargs="+", metavar="KEY", help="only these peers")
    parser.add_argument("--quick", action="store_true", help="fewer rounds")
    parser.add_argument("--instructions", action="store_true", help="count instructions with valgrind's Callgrind")
    parser.add_argument("--replay", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--row", action="append", default=[], help=argparse.SUPPRESS)
    parser.add_argument("--peer", action="append", default=[], help=argparse.SUPPRESS)
    return parser.parse_args(arguments)


def _ratio(figures: Mapping[str, float], ratio: tuple[str, str]) -> float | None:
    above, below = (figures.get(key) for key in ratio)
    return above / below if above is not None and below else None


def _ratio_title(ratio: tuple[str, str]) -> str:
    return " / ".join(ratio)


def _heading(peers: Sequence[Peer]) -> str:
    titles = "".join(f"{peer.key:>13}" for peer in peers)
    return f"{'':<33}{titles}  " + "".join(f"{_ratio_title(ratio):>26}" for ratio in RATIOS)


def _line(row: Row, peers: Sequence[Peer], figures: Mapping[str, float]) -> str:
    numbers = "".join(f"{figures[peer.key]:>13,.1f}" for peer in peers)
    ratios = [_ratio(figures, ratio) for ratio in RATIOS]
    shown = "".join(f"{value:>26.2f}" if value is not None else f"{'':>26}" for value in ratios)
    return f"{'* ' if row.target else '  '}{row.name:<31}{numbers}  {shown}"


def _worst(rows: Sequence[Row], figures: Mapping[str, Mapping[str, float]], ratio: tuple[str, str]) -> str:
    found = [(value, row.name) for row in rows if row.target and (value := _ratio(figures[row.name], ratio)) is not None]
    worst = "{:.2f} ({})".format(*max(found)) if found else "not measured"
    return f"worst {_ratio_title(ratio)} of the rows with a star: {worst}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
