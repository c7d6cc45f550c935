"""Compare generated stubs with other ways to call the same C library, and print a table.

    python benchmarks/run.py [--rows TEXT ...] [--peers KEY ...] [--quick] [--instructions]
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from string import ascii_lowercase

import instructions
from loops import check
from peers import Peer, build_peers
from rows import ROWS, Row
from timing import time_row

ROUNDS = 60
QUICK = 12
RATIOS = (("interop", "hand"), ("interop", "hand-full"), ("interop-full", "hand-full"))

Figures = Mapping[str, float]
"""What one call costs, by the peer's key."""


def main(arguments: Sequence[str]) -> int:
    options = _options(arguments)
    built = build_peers()
    if options.replay:
        rows = [row for row in ROWS if row.name in options.row]
        instructions.replay(rows, [built[key] for key in options.peer], built["hand"].functions.mark)
        return 0
    rows = [row for row in ROWS if not options.rows or any(text in row.name for text in options.rows)]
    peers = [peer for key, peer in built.items() if not options.peers or key in options.peers]
    if options.instructions and not instructions.is_possible():
        print("valgrind is not installed", file=sys.stderr)
        return 1
    for row in rows:
        check(row, peers)
    letters = dict(zip((peer.key for peer in peers), ascii_lowercase, strict=False))
    print(f"Python {sys.version.split()[0]}, {'instructions' if options.instructions else 'nanoseconds'} per call")
    for peer in peers:
        print(f"  {letters[peer.key]}  {peer.key:<14}{peer.title}")
    ratios = [ratio for ratio in RATIOS if set(ratio) <= letters.keys()]
    print(_heading(peers, ratios, letters))
    measured = []
    for row, figures in _measure(rows, peers, options):
        print(_line(row, figures, ratios), flush=True)
        measured.append((row, figures))
    for above, below in ratios:
        worst = [(figures[above] / figures[below], row.name) for row, figures in measured if row.target]
        if worst:
            print("worst {} / {} among the rows with a star: {:.2f} ({})".format(above, below, *max(worst)))
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


def _measure(rows: Sequence[Row], peers: Sequence[Peer], options: argparse.Namespace) -> Iterator[tuple[Row, Figures]]:
    if options.instructions:
        counted = instructions.count_rows(rows, peers, __file__)
        for row in rows:
            yield row, {peer.key: counted[row.name, peer.key] for peer in peers}
    else:
        for row in rows:
            yield row, time_row(row, peers, QUICK if options.quick else ROUNDS)


def _heading(peers: Sequence[Peer], ratios: Sequence[tuple[str, str]], letters: Mapping[str, str]) -> str:
    figures = "".join(f"{letters[peer.key]:>12}" for peer in peers)
    return f"{'':<33}{figures}  " + "".join(f"{letters[above]} / {letters[below]}".rjust(8) for above, below in ratios)


def _line(row: Row, figures: Figures, ratios: Sequence[tuple[str, str]]) -> str:
    numbers = "".join(f"{figure:>12,.1f}" for figure in figures.values())
    shown = "".join(f"{figures[above] / figures[below]:>8.2f}" for above, below in ratios)
    return f"{'* ' if row.target else '  '}{row.name:<31}{numbers}  {shown}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
