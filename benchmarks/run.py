"""Compare generated stubs with other ways to call the same C library, and print a table.

python benchmarks/run.py [--rows TEXT ...] [--peers KEY ...] [--quick] [--instructions]
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Iterator, Sequence

import instructions
from loops import check
from peers import KINDS, Peer, build_peers
from report import RATIOS, Figures, Measured, mean, verdicts
from rows import ROWS, Row
from timing import Timer, quiet

PASSES, ROUNDS = 5, 20
QUICK_PASSES, QUICK_ROUNDS = 2, 6


def main(arguments: Sequence[str]) -> int:
    options = _options(arguments)
    if options.replay:
        built = build_peers([*options.peer, "hand"])
        rows = [row for row in ROWS if row.name in options.row]
        instructions.replay(rows, [built[key] for key in options.peer], built["hand"].functions.mark)
        return 0
    rows = [row for row in ROWS if not options.rows or any(text in row.name for text in options.rows)]
    peers = list(build_peers(options.peers).values())
    if options.instructions and not instructions.is_possible():
        print("valgrind is not installed", file=sys.stderr)
        return 1
    for row in rows:
        check(row, peers)
    unit = "instructions" if options.instructions else "ns"
    print(f"Python {sys.version.split()[0]}, {unit} per call")
    print(_heading(peers))
    measured = []
    with quiet():
        for row, figures in _measure(rows, peers, options):
            print(_line(row.name, [figures.get(peer.key) for peer in peers], [one.of(figures) for one in RATIOS]))
            sys.stdout.flush()
            measured.append((row, figures))
    print(_line("geometric mean of the ratios", [None for _ in peers], [mean(ratio, measured) for ratio in RATIOS]))
    for verdict in verdicts(measured, unit):
        print(verdict)
    if not (options.rows or options.peers or options.quick or options.instructions):
        _finish(measured, peers)
    return 0


def _finish(measured: Measured, peers: Sequence[Peer]) -> None:
    """What a whole run has besides the calls, and its report."""
    import costs
    import results
    import thousand

    print("\nbuilding everything again, to see what it costs", flush=True)
    found = costs.measure(peers)
    print(_heading(peers))
    for cost in found:
        print(_line(f"{cost.name} ({cost.unit})", [cost.figures.get(peer.key) for peer in peers], []))
    print(f"\na module of {thousand.COUNT} functions", flush=True)
    scale = thousand.measure()
    print(f"{'':<46}{''.join(f'{key:>13}' for key in scale)}")
    for name, *cells in results.scale_rows(list(scale.values())):
        print(f"{name:<46}{''.join(f'{cell:>13}' for cell in cells)}")
    results.write(measured, peers, found, scale)
    print("\nwritten: benchmarks/results.md, docs/benchmarks.png")


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Compare generated stubs with other ways to call the same C library.")
    parser.add_argument("--rows", nargs="+", metavar="TEXT", help="only the rows whose name contains one of these")
    parser.add_argument("--peers", nargs="+", metavar="KEY", choices=[kind.key for kind in KINDS], help="only these")
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
            yield row, {peer.key: counted[row.name, peer.key] for peer in peers if peer.key not in row.blank}
        return
    passes, rounds = (QUICK_PASSES, QUICK_ROUNDS) if options.quick else (PASSES, ROUNDS)
    timers = [Timer(row, peers) for row in rows]
    for number in range(passes):
        for row, timer in zip(rows, timers, strict=True):
            if sys.stderr.isatty():
                print(f"pass {number + 1} of {passes}: {row.name:<40}", end="\r", file=sys.stderr, flush=True)
            timer.run(rounds)
    yield from ((row, timer.figures) for row, timer in zip(rows, timers, strict=True))


def _heading(peers: Sequence[Peer]) -> str:
    keys = "".join(f"{peer.key:>13}" for peer in peers)
    return f"{'':<34}{keys}  {''.join(f'{ratio.title:>17}' for ratio in RATIOS)}"


def _line(name: str, figures: Sequence[float | None], ratios: Sequence[float | None]) -> str:
    numbers = "".join(f"{'' if figure is None else f'{figure:,.1f}':>13}" for figure in figures)
    shown = "".join(f"{'' if ratio is None or math.isnan(ratio) else f'{ratio:.2f}':>17}" for ratio in ratios)
    return f"{name:<34}{numbers}  {shown}".rstrip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
