"""Threads that make, use, close and drop handles and callables at random, and what must hold after; ``make torture``.

Everything is shared: what one thread opens another uses and a third closes meanwhile. Callables raise at random, call
back into C, and are called from threads that Python never saw. After each round the threads stand still, everything is
dropped, and nothing may be left: no handle, no block of the counting allocator, no memory of the process.
"""

from __future__ import annotations

import argparse
import contextlib
import faulthandler
import gc
import importlib
import os
import random
import re
import sys
import threading
import time
import traceback
import warnings
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

import interop
from interop.build.driver import build
from interop.diag.render import render
from tests.support import sanitize
from tests.support.build import CACHE, ROOT, Bindings

SQLITE_HEADER = Path("/usr/include/sqlite3.h")

ROUNDS = 6
"""How often everything is dropped and counted."""

CROWD = 12
"""How many of a kind are there at most."""

GROWTH = 8 << 20
"""How many bytes the process may grow by from the end of the first round to the end of the last."""

PATIENCE = 60
"""After as many seconds more than it should take, a run is stuck."""


REFUSED = re.compile(
    r"is closed$|in use( by another call)?$|being taken over( by (a|another) call)?$|belongs to another object$"
    r"|C gave (NULL|no slot), |(db_make|db_make_or_none|db_adopt|hub_on_event)\(\): failed: "
)
"""What functions say of handles that others have closed or are using, or whose C function reports a failure."""


class Torment(Exception):
    """What callables raise."""


class Wrong(Exception):
    """Something came out otherwise than it must."""


def check(what: str, got: object, want: object) -> None:
    if got != want:
        raise Wrong(f"{what}: {got!r} instead of {want!r}")


def is_expected(error: BaseException) -> bool:
    """Whether a step may raise this."""
    if isinstance(error, ExceptionGroup):
        return all(map(is_expected, error.exceptions))
    return isinstance(error, Torment) or (isinstance(error, interop.InteropError) and bool(REFUSED.search(str(error))))


@dataclass(slots=True)
class World:
    """What all threads share."""

    handles: ModuleType
    callbacks: ModuleType
    keys: ModuleType
    sqlite: ModuleType | None
    crowds: dict[str, list[Any]] = field(default_factory=dict)
    locks: dict[str, threading.Lock] = field(default_factory=dict)
    """The test library has variables of its own, which it does not protect."""
    steps: Counter[str] = field(default_factory=Counter)
    raised: Counter[str] = field(default_factory=Counter)
    unraisable: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    stops: bool = False
    """The round is over."""

    def crowd(self, name: str) -> list[Any]:
        return self.crowds.setdefault(name, [])

    def lock(self, name: str) -> threading.Lock:
        return self.locks.setdefault(name, threading.Lock())


@dataclass(slots=True)
class Walker:
    """One thread: a random walk through the functions of the libraries."""

    world: World
    number: int
    random: random.Random
    depth: int = 0

    def run(self, barrier: threading.Barrier) -> None:
        steps = [
            (name.removeprefix("step_"), getattr(self, name)) for name in sorted(dir(type(self))) if name[:5] == "step_"
        ]
        if self.world.sqlite is None:
            steps = [(name, step) for name, step in steps if not name.startswith("sqlite")]
        for _ in range(ROUNDS):
            barrier.wait()
            while not self.world.stops:
                name, step = self.random.choice(steps)
                self.world.steps[name] += 1
                self.make(name, step)
            barrier.wait()

    def make(self, name: str, step: Callable[[], None]) -> None:
        """One step. Handles that others have closed are refused, and callables raise; all else is wrong."""
        try:
            step()
        except BaseException as error:
            if is_expected(error):
                self.world.raised[type(error).__name__] += 1
            else:
                self.world.wrong.append(f"{name}: {''.join(traceback.format_exception(error))}")

    # Choices

    def chance(self, of: float) -> bool:
        return self.random.random() < of

    def some(self, crowd: str) -> Any:
        """One of a crowd, which others have as well."""
        found = self.world.crowd(crowd)
        try:
            return found[self.random.randrange(len(found))]
        except (IndexError, ValueError):
            raise Torment(f"there is no {crowd}") from None

    def join(self, crowd: str, one: Any) -> None:
        """One more, in the place of another if there are many."""
        found = self.world.crowd(crowd)
        found.append(one)
        if len(found) > CROWD:
            self.leave(crowd)

    def leave(self, crowd: str) -> Any:
        """Takes one out; whoever drops it last closes it."""
        found = self.world.crowd(crowd)
        try:
            return found.pop(self.random.randrange(len(found)))
        except (IndexError, ValueError):
            raise Torment(f"there is no {crowd}") from None

    def callable(self, result: Any, raises: float = 0.2) -> Callable[..., Any]:
        """A callable that returns a value, or what a function makes of its arguments; now and then it does more."""

        def called(*given: Any) -> Any:
            if self.chance(0.05):
                gc.collect(0)
            if self.chance(0.2) and self.depth < 4:
                self.depth += 1
                try:
                    self.make("nested", self.random.choice((self.step_use, self.step_each, self.step_hub)))
                finally:
                    self.depth -= 1
            if self.chance(raises):
                raised.append(1)
                raise Torment("on purpose")
            return result(*given) if callable(result) else result

        raised: list[int] = []
        return Called(called, raised)

    def calls(self, call: Callable[..., Any], callable_: Any, *rest: Any, want: Any = ..., **named: Any) -> Any:
        """A call out, which must raise if and only if the callable did."""
        try:
            got = call(callable_, *rest, **named)
        except Torment:
            check(f"{call!r} raised, but its callable", bool(callable_.raised), True)
            raise
        check(f"{call!r} raised nothing, but its callable", bool(callable_.raised), False)
        if want is not ...:
            check(repr(call), got, want)
        return got

    # Handles

    def step_open(self) -> None:
        self.join("db", self.world.handles.db(self.random.choice(("a", "b", "c"))))

    def step_open_badly(self) -> None:
        t = self.world.handles
        how = self.random.randrange(4)
        made = t.db.make(how) if self.chance(0.5) else t.db_make_or_none(how)
        if made is not None:
            self.join("db", made)

    def step_two(self) -> None:
        first, second = self.world.handles.two(self.random.randrange(2))
        self.join("db", first)
        self.join("row", second)

    def step_row(self) -> None:
        db = self.some("db")
        self.join("row", db.first() if self.chance(0.7) else db.front())

    def step_parent(self) -> None:
        self.join("db", self.some("row").db)

    def step_use(self) -> None:
        db = self.some("db")
        match self.random.randrange(7):
            case 0:
                db.name = "name"
            case 1:
                check("the name", db.name in ("a", "b", "c", "name", "made", "first"), True)
            case 2:
                check("open while it waits", db.wait(self.random.randrange(2)), 1)
            case 3:
                db.label("label")
                check("what is kept", db.labelled() in ("", "label"), True)
            case 4:
                check("C's own memory", list(db.table()), [0, 1, 4, 9])
            case 5:
                check("C's own memory", bytes(db.bytes(1)), bytes(8))
            case _:
                self.world.handles.db_same(db, self.some("db"))

    def step_use_row(self) -> None:
        row = self.some("row")
        match self.random.randrange(4):
            case 0:
                row.value = 7
            case 1:
                check("the value of a row", row.value in (5, 7), True)
            case 2:
                check("open while it waits", row.wait(self.random.randrange(2)), 1)
            case _:
                check("what is left of the rows", set(row) <= {0, 1, 2}, True)

    def step_close(self) -> None:
        self.some(self.random.choice(("db", "row", "row", "slot"))).close()

    def step_with(self) -> None:
        with self.leave(self.random.choice(("db", "row", "slot"))) as handle:
            handle.closed  # noqa: B018

    def step_drop(self) -> None:
        self.leave(self.random.choice(("db", "row", "slot", "hub", "circle")))

    def step_detach(self) -> None:
        db = self.leave("db")
        self.join("db", type(db).from_address(db.detach()))

    def step_consume(self) -> None:
        self.some("db").adopt(self.some("row"), int(self.chance(0.3)))

    def step_slot(self) -> None:
        if self.chance(0.5):
            self.join("slot", self.world.handles.slot.take())
        else:
            self.some("slot").value()

    def step_collect(self) -> None:
        if self.chance(0.1):
            gc.collect(self.random.randrange(3))

    # Callables during a call

    def step_each(self) -> None:
        t = self.world.callbacks
        seen: list[str] = []
        each = self.random.choice((t.each, t.each_held, t.in_thread))
        self.calls(each, self.callable(seen.append), want=0)
        check("what came", seen, ["one", "two", "drei ä"])

    def step_threads(self) -> None:
        self.calls(self.world.callbacks.in_threads, self.callable(len), self.random.randrange(1, 5))

    def step_apply(self) -> None:
        t = self.world.callbacks
        self.calls(t.apply, self.callable(lambda x, y: x * y), 6, 7, want=42)
        self.calls(t.map, self.callable(lambda x: x / 2), 3.0, want=1.5)
        self.calls(t.in_place, self.callable(lambda x: x + 1), 41, want=42)
        self.calls(t.bump, self.callable(lambda x: x + 1), 41, want=42)

    def step_pool(self) -> None:
        t = self.world.callbacks
        f = self.callable(lambda x, y: x - y)
        self.join("f", f)
        check("the pointer of one callable", t.address_of(f), t.address_of(f))
        other = self.some("f")
        same = t.apply_or(None, 9)
        check("no callable", same, 9)
        with contextlib.suppress(Torment):
            t.apply_twice(f, other, 5)
        f.raised.clear()

    def step_several(self) -> None:
        first, second = self.callable(3, raises=0.6), self.callable(4, raises=0.6)
        try:
            check("the sum", self.world.callbacks.two(first, second), 7)
        except Torment:
            check("how many raised", len(first.raised) + len(second.raised), 1)
            raise
        except ExceptionGroup as group:
            check("how many raised", len(group.exceptions), len(first.raised) + len(second.raised))
            raise
        check("how many raised", len(first.raised) + len(second.raised), 0)

    def step_text(self) -> None:
        t = self.world.callbacks
        check("text", self.calls(t.name, self.callable(lambda number: (0, "x" * 7)), 1).text, "x" * 7)
        check("text", self.calls(t.lend, self.callable("lent")).text, "lent,lent")
        check("text", self.calls(t.give, self.callable("given")).text, "given")
        check("text", self.calls(t.set, self.callable((0, "set"))).text, "set")
        check("text", self.calls(t.wide_length, self.callable(lambda text: text * 2)), 6)

    def step_data(self) -> None:
        t = self.world.callbacks
        self.calls(t.divide, self.callable(lambda a, b: (0, a // b, a % b)), 17, 5, want=(0, 3, 2))
        self.calls(t.sum, self.callable(sum), 4, want=10)
        data = bytearray(b"abc")
        self.calls(t.fill, self.callable(bytearray.reverse), data)
        check("what was filled", data, b"cba")
        self.calls(t.weigh, self.callable(lambda point: point.x * point.y), 3, 4, want=12.0)
        self.calls(t.value, self.callable(lambda point: t.point(point.y, point.x)), t.point(1, 2), want=t.point(2, 1))
        check("what was made", self.calls(t.make, self.callable(lambda: t.point(5, 6))).point, t.point(5, 6))
        self.calls(t.join, self.callable(len), want=3)
        self.calls(t.with_function, self.callable(lambda add: add(20, 22)), want=42)

    def step_errno(self) -> None:
        t = self.world.callbacks
        number = self.random.randrange(1, 30)
        f = self.callable(0)
        try:
            t.sets_errno(f, number)
        except OSError as error:
            check("errno", (error.errno, f.raised), (number, []))

    def step_recursion(self) -> None:
        t = self.world.callbacks

        def down(x: int, y: int) -> int:
            return y if x == 0 else int(t.apply(self.callable(down, raises=0.05), x - 1, y + 1))

        check("the depth", t.apply(down, 8, 0), 8)

    # Callables that C keeps

    def step_register(self) -> None:
        t = self.world.callbacks
        with self.world.lock("register"):
            if self.chance(0.5):
                t.register(self.callable(3))
            elif self.chance(0.5):
                t.unregister()
            else:
                t.registered("registered")

    def step_soon(self) -> None:
        t = self.world.callbacks
        with self.world.lock("soon"):
            if self.chance(0.5):
                t.soon(self.callable(3))
            t.fire("fired")

    def step_later(self) -> None:
        t = self.world.callbacks
        with self.world.lock("later"):
            match self.random.randrange(4):
                case 0:
                    t.later(steady if self.chance(0.5) else unsteady)
                case 1:
                    t.in_thread_later(self.callable(3))
                case 2:
                    t.now(1, 2)
                case _ if t.now(1, 2) != -100:
                    # No call waits for what is raised now.
                    t.in_thread_later(None)
                case _:
                    t.later(None)

    def step_late(self) -> None:
        t = self.world.callbacks
        with self.world.lock("late"):
            self.calls(t.in_thread, self.callable(0))
            check("what C gets when it is too late", t.late("late"), -1)

    def step_hub(self) -> None:
        t = self.world.callbacks
        if self.chance(0.3):
            self.join("hub", (t.hub(), threading.Lock()))
        hub, lock = self.some("hub")
        if self.chance(0.1):
            hub.close()
            return
        if not lock.acquire(blocking=False):
            return
        try:
            match self.random.randrange(5):
                case 0:
                    hub.on_event(self.callable(3), int(self.chance(0.3)))
                case 1:
                    hub.on_event(None, 0)
                case 2:
                    hub.watch(self.callable(lambda x, y: x - y))
                case 3:
                    hub.watched(5, 3)
                case _:
                    hub.event("event")
        finally:
            lock.release()

    def step_lent(self) -> None:
        t = self.world.callbacks
        kept: list[Any] = []
        hub, _ = self.some("hub")
        self.calls(partial(t.hub_with, hub), self.callable(lambda lent: kept.append(lent) or 1), want=1)
        check("a handle that was lent", kept[0].closed, True)

    def step_circle(self) -> None:
        t = self.world.callbacks
        hub = t.hub()
        f = self.callable(lambda x, y: x)
        f.hub = hub
        hub.watch(f)
        self.join("circle", hub)

    # Handles that callables get and give

    def step_key(self) -> None:
        self.join("key", self.world.keys.key(self.random.randrange(9)))

    def step_key_close(self) -> None:
        self.some("key").close()

    def step_key_give(self) -> None:
        key = self.leave("key") if self.chance(0.5) else self.some("key")
        self.calls(self.world.keys.ask, self.callable(lambda number: key), 3)
        check("a handle that was given away", key.closed, True)

    def step_key_lend(self) -> None:
        key = self.some("key")
        self.calls(self.world.keys.look, self.callable(lambda number: key), 3)

    def step_key_take(self) -> None:
        self.calls(self.world.keys.present, self.callable(partial(self.join, "key")), 5, want=None)

    def step_key_offer(self) -> None:
        status = self.random.choice((0, 0, -2))
        kept: list[Any] = []

        def take(key: Any) -> int:
            kept.append(key)
            if self.chance(0.3):
                key.close()
            return status

        self.calls(self.world.keys.offer, self.callable(take), 5, want=status)
        if status < 0:
            check("a handle that was refused", kept[0].closed, True)
        self.join("key", kept[0])

    def step_key_renew(self) -> None:
        t = self.world.keys
        new = self.random.choice((lambda key: key, lambda key: None, lambda key: t.key(8)))
        self.calls(t.renew, self.callable(lambda key: (0, new(key))), 7)

    # SQLite

    def step_sqlite_open(self) -> None:
        assert self.world.sqlite is not None
        db = self.world.sqlite.Database(":memory:")
        db.exec("create table t (a integer, b text)")
        self.join("database", db)

    def step_sqlite_run(self) -> None:
        db = self.some("database")
        with db.prepare("insert into t values (?, ?)") as statement:
            for i in range(10):
                statement.run([i, f"row {i}"])

    def step_sqlite_read(self) -> None:
        statement = self.some("database").prepare("select a, b from t limit 20")
        self.join("statement", statement)
        for number, text in self.some("statement"):
            check("a row", text, f"row {number}")

    def step_sqlite_rows(self) -> None:
        row = self.callable(lambda values, names: check("names", names, ["a", "b"]), raises=0.05)
        db = self.some("database")
        self.calls(lambda f: db.exec("select a, b from t limit 20", row=f), row)

    def step_sqlite_close(self) -> None:
        crowd = self.random.choice(("database", "statement"))
        if self.chance(0.5):
            self.some(crowd).close()
        else:
            self.leave(crowd)


def steady(x: int, y: int) -> int:
    """One of the two callables that are kept for the life of the process."""
    return x + y


def unsteady(x: int, y: int) -> int:
    """The other one."""
    raise Torment(f"{x} and {y}")


class Called:
    """A callable that can be referred to weakly, and says whether it raised."""

    __slots__ = ("__weakref__", "called", "hub", "raised")

    def __init__(self, called: Callable[..., Any], raised: list[int]) -> None:
        self.called, self.raised = called, raised
        self.hub: Any = None

    def __call__(self, *given: Any) -> Any:
        return self.called(*given)



def _resident() -> int:
    """The bytes of memory that the process has."""
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def _calm(world: World) -> None:
    """Drops everything, and counts what is left."""
    t, h = world.callbacks, world.handles
    # The last callable that was kept for once, and those that are kept until they are replaced.
    t.unregister()
    t.later(None)
    t.soon(len)
    t.fire("last")
    for crowd in world.crowds.values():
        crowd.clear()
    gc.collect()
    gc.collect()
    check("databases, rows and slots that are open", (h.db.live(), h.row.live(), h.slot.live()), (0, 0, 0))
    check("what C has open, and uses of what it had closed", (h.open_now(), h.misuses()), (0, 0))
    check("blocks of memory", (h.live(), h.faults(), t.hub.live(), t.live(), t.faults()), (0, 0, 0, 0, 0))
    k = world.keys
    check("keys", (k.key.live(), k.live(), k.faults(), k.misuses()), (0, 0, 0, 0))
    if world.sqlite is not None:
        check("SQLite's", (world.sqlite.Database.live(), world.sqlite.Statement.live()), (0, 0))
        check("SQLite's memory", world.sqlite.memory_used() < 1 << 20, True)


def torment(world: World, seconds: float, threads: int, seed: int, bounded: bool) -> tuple[int, int]:
    """Let threads do their worst, in rounds; how much memory there was after the first round, and after the last."""
    barrier = threading.Barrier(threads + 1)
    walkers = [Walker(world, number, random.Random(f"{seed}/{number}")) for number in range(threads)]
    running = [threading.Thread(target=walker.run, args=(barrier,), daemon=True) for walker in walkers]
    sizes: list[int] = []
    for thread in running:
        thread.start()
    for _ in range(ROUNDS):
        world.stops = False
        barrier.wait()
        time.sleep(seconds / ROUNDS)
        world.stops = True
        barrier.wait()
        try:
            _calm(world)
        except Wrong as wrong:
            world.wrong.append(f"after a round: {wrong}")
        sizes.append(_resident())
    for thread in running:
        thread.join()
    if bounded and sizes[-1] - sizes[0] > GROWTH:
        world.wrong.append(f"the process grew from {sizes[0] >> 10} to {sizes[-1] >> 10} KiB, in rounds: {sizes}")
    return sizes[0], sizes[-1]


def _built(folder: Path) -> World:
    """The modules, built into a folder and imported."""
    bindings = Bindings(folder)
    bindings.start((feature, "default") for feature in ("handles", "callbacks", "keys"))
    handles, callbacks, keys = (bindings.get(each, "default") for each in ("handles", "callbacks", "keys"))
    sqlite = None
    if SQLITE_HEADER.exists():
        made = build(str(ROOT / "cdefs" / "sqlite.cdef"), str(folder / "bindings_torture"))
        if not made.ok:
            raise SystemExit(render(made.report))
        sqlite = importlib.import_module("bindings_torture.sqlite")
    bindings.close()
    return World(handles, callbacks, keys, sqlite)


def _expect(world: World, unraisable: Any) -> None:
    """What reaches sys.unraisablehook: exceptions that no call waits for, and calls that come too late."""
    error = unraisable.exc_value
    is_late = isinstance(error, RuntimeError) and "after its scope had ended" in str(error)
    if (isinstance(error, BaseException) and is_expected(error)) or is_late:
        world.unraisable[type(error).__name__] += 1
    else:
        world.wrong.append(f"unraisable: {''.join(traceback.format_exception(error))}")


def _alone(options: argparse.Namespace) -> int:
    """A run in this process."""
    started = time.monotonic()
    world = _built(Path(options.folder))
    warnings.simplefilter("ignore", ResourceWarning)
    sys.unraisablehook = partial(_expect, world)
    sys.setswitchinterval(1e-4)
    faulthandler.enable()
    faulthandler.dump_traceback_later(options.seconds * 2 + PATIENCE, exit=True)
    first, last = torment(world, options.seconds, options.threads, options.seed, not options.sanitized)
    faulthandler.cancel_dump_traceback_later()
    for wrong in world.wrong[:10]:
        print(wrong)
    t, h = world.callbacks, world.handles
    print(
        f"torture: {options.threads} threads, {options.seconds:g} s, seed {options.seed}"
        f"{', under AddressSanitizer' if options.sanitized else ''}{'' if world.sqlite else ', without SQLite'}: "
        f"{world.steps.total()} steps of {len(world.steps)} kinds, {h.opened()} handles opened, {h.open_now()} open, "
        f"{h.allocated() + t.allocated()} blocks allocated, {h.live() + t.live() + world.keys.live()} live, "
        f"{world.raised.total()} exceptions as expected ({world.raised['ExceptionGroup']} groups), "
        f"{world.unraisable.total()} unraisable; {first >> 20} MiB after the first round, {last >> 20} after the last; "
        f"{len(world.wrong)} wrong; {time.monotonic() - started:.0f} s in all"
    )
    return 1 if world.wrong else 0


def _sanitized(options: argparse.Namespace) -> int:
    """A run under AddressSanitizer, in a process of its own; what that found."""
    try:
        found, run = sanitize.under("torture", ["-m", "tests.support.torture", "--sanitized", *_passed(options)])
    except sanitize.Unable as failure:
        print(f"error: {failure}", file=sys.stderr)
        return 1
    for report in (*found.errors, *found.undefined, *found.leaks):
        print(report, end="\n\n")
    print(run.stdout.rstrip() or "nothing ran")
    print(
        f"torture: AddressSanitizer found {len(found.errors)} errors of memory, {len(found.undefined)} of undefined "
        f"behaviour, {len(found.leaks)} leaks"
    )
    return 1 if found.errors or found.undefined or found.leaks or run.returncode else 0


def _passed(options: argparse.Namespace) -> list[str]:
    numbers = (f"--{name}={getattr(options, name)}" for name in ("seconds", "threads", "seed"))
    return [*numbers, f"--folder={sanitize.BINDINGS}"]


def main() -> int:
    """Run, and print one line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--threads", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sanitize", action="store_true", help="under AddressSanitizer")
    parser.add_argument("--sanitized", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--folder", default=str(CACHE), help=argparse.SUPPRESS)
    options = parser.parse_args()
    return _sanitized(options) if options.sanitize else _alone(options)


if __name__ == "__main__":
    sys.exit(main())
