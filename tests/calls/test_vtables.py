"""Structures of function pointers: filled with methods, passed, copied, kept and replaced by C, let go in any order."""

from __future__ import annotations

import contextlib
import copy
import gc
import pickle
import sys
import threading
import traceback
import weakref
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import pytest

from tests.conftest import Binding
from tests.support.build import Bindings
from tests.support.leaks import balanced, left_behind
from tests.support.refusals import refused as refusal

FEATURES = ("vtables",)


@pytest.fixture(scope="module")
def t(binding: Binding) -> ModuleType:
    return binding("vtables")


@pytest.fixture(autouse=True)
def nothing_leaks(t: ModuleType) -> Iterator[None]:
    with balanced(t):
        yield
        t.pair_keep(t.pair())
        gc.collect()


@pytest.fixture
def unraisable(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    caught: list[Any] = []
    monkeypatch.setattr(sys, "unraisablehook", lambda args: caught.append((args.exc_type, str(args.exc_value))))
    return caught


def refused(call: Callable[[], object], kind: type[BaseException], *words: str) -> None:
    with refusal(kind, *words):
        call()


LATE = "C called a callback after its scope had ended"


class Ops:
    """One method for each kind of signature."""

    def __init__(self) -> None:
        self.notes: list[str | None] = []

    def add(self, x: int, y: int) -> int:
        return x + y

    def scale(self, value: float) -> float:
        return value * 2

    def name(self, id: int) -> str:
        return f"näm {id}"

    def total(self, values: Any) -> int:
        return sum(values)

    def fill(self) -> bytes:
        return b"abc"

    def place(self, from_: Any, to: Any) -> None:
        to.x += from_.x
        to.y += from_.y

    def use(self, engine: Any, what: str) -> int:
        assert not engine.closed
        return len(what) + int(engine.uses())

    def divide(self, a: int, b: int) -> tuple[int, int, int]:
        return 0, *divmod(a, b)

    def note(self, text: str | None) -> None:
        self.notes.append(text)

    def plain(self, x: int, y: int) -> int:
        return x * y


# Every kind of signature


def test_methods_fill_every_kind_of_function_pointer(t: ModuleType) -> None:
    mine = Ops()
    ops = t.ops.from_methods(mine, version=3)
    assert ops.version == 3
    assert t.ops_add(ops, 3, 4) == 7
    assert t.ops_scale(ops, 1.5) == 3.0
    assert t.ops_name(ops, 7) == (1, "näm 7")
    assert t.ops_total(ops, 4) == 10
    assert t.ops_fill(ops) == b"abc"
    spot = t.spot(10, 20)
    assert t.ops_place(ops, spot) == 0
    assert spot == t.spot(11, 22)
    with t.engine() as engine:
        assert t.ops_use(ops, engine, "what") == 5
    assert t.ops_divide(ops, 17, 5) == (0, 3, 2)
    t.ops_note(ops, "one")
    t.ops_note(ops, None)
    assert mine.notes == ["one", None]
    assert t.ops_plain(ops, 6, 7) == 42
    assert t.ops_by_value(ops, 1, 2) == 3


@pytest.mark.rules("R9.5")
def test_a_field_reads_as_what_was_put_there(t: ModuleType) -> None:
    def add(x: int, y: int) -> int:
        return x

    ops = t.ops(add)
    assert ops.add is add
    assert ops.scale is None
    ops.plain = max
    assert ops.plain is max
    ops.plain = None
    assert ops.plain is None
    assert t.ops_plain(t.ops(plain=min), 3, 2) == 2


@pytest.mark.rules("R9.4")
def test_one_callable_has_one_pointer_in_all_records(t: ModuleType) -> None:
    first, second = t.pair(max, min), t.pair(min, max)
    assert bytes(first) == bytes(second)[8:] + bytes(second)[:8]


def test_user_data_of_a_record_is_cs_own(t: ModuleType) -> None:
    """``[closure]`` in the type of a field: what C passes there goes by, and Python sees neither."""
    data = t.ffi.new("int *", 5)
    ops = t.ops(add=lambda x, y: x - y, data=data)
    assert t.ops_add(ops, 5, 3) == 2
    assert t.ffi.cast("int *", ops.data)[0] == 5


# What is refused


@pytest.mark.parametrize("wrong", [5, "text", object(), [max]])
def test_what_cannot_be_called_is_refused(t: ModuleType, wrong: object) -> None:
    pair = t.pair(max)
    refused(lambda: setattr(pair, "first", wrong), TypeError, "pair.first: expected a callable or None, got")
    assert pair.first is max


def test_a_required_function_pointer_is_no_none(t: ModuleType) -> None:
    nest = t.nest(alone=max)
    refused(lambda: setattr(nest, "alone", None), TypeError, "nest.alone: expected a callable, got None")
    null = t.ffi.NULL
    refused(lambda: setattr(nest, "alone", null), ValueError, "nest.alone: expected a callable, got a NULL pointer")
    assert nest.alone is max


def test_from_methods_names_what_is_missing_or_too_much(t: ModuleType) -> None:
    class Half:
        def add(self, x: int, y: int) -> int:
            return x

        scale = None
        unrelated = 5

    ops = t.ops.from_methods(Half())
    assert ops.add is not None
    assert (ops.scale, ops.name) == (None, None)
    message = "nest.from_methods(): Half objects have no method 'alone', which C needs"
    refused(lambda: t.nest.from_methods(Half()), TypeError, message)
    assert t.nest.from_methods(Half(), alone=max, tag=4).tag == 4
    refused(lambda: t.ops.from_methods(Half(), other=1), TypeError, "ops() has no field 'other'")
    refused(lambda: t.ops.from_methods(), TypeError, "takes one positional argument")
    refused(lambda: t.ops.from_methods(Half(), 1), TypeError, "takes one positional argument")

    class Wrong:
        add = 5

        @property
        def first(self) -> object:
            raise LookupError("no first")

    refused(lambda: t.ops.from_methods(Wrong()), TypeError, "ops.add: expected a callable or None, got int")
    with pytest.raises(LookupError, match="no first"):
        t.pair.from_methods(Wrong())


def test_keywords_come_before_methods(t: ModuleType) -> None:
    ops = t.ops.from_methods(Ops(), plain=min, scale=None)
    assert t.ops_plain(ops, 6, 7) == 6
    assert ops.scale is None


# Exceptions


def test_exceptions_reach_the_caller_with_their_traceback(t: ModuleType) -> None:
    def add(x: int, y: int) -> int:
        raise KeyError("no sum")

    with pytest.raises(KeyError, match="no sum") as caught:
        t.ops_add(t.ops(add), 1, 2)
    assert "in add" in "".join(traceback.format_exception(caught.value))


def test_exceptions_of_a_record_that_was_passed_earlier(t: ModuleType) -> None:
    def fails(x: int, y: int) -> int:
        raise KeyError(x)

    pair = t.pair(fails)
    t.pair_keep(pair)
    with pytest.raises(KeyError, match="7"):
        t.pair_kept(7, 2)
    assert t.plus(1, 2) == 3


def test_what_a_callable_returns_is_checked(t: ModuleType) -> None:
    refused(lambda: t.ops_add(t.ops(lambda x, y: "text"), 1, 2), TypeError, "ops.add(): result: expected int, got str")
    refused(lambda: t.ops_fill(t.ops(fill=lambda: b"x" * 9)), ValueError, "ops.fill(): result 'buffer'")


def test_two_that_raise_are_a_group(t: ModuleType) -> None:
    def fails(x: int, y: int) -> int:
        raise ValueError(x)

    with pytest.raises(ExceptionGroup) as caught:
        t.pairs_sum([t.pair(fails, lambda x, y: 1 // 0)], 3, 4)
    assert [type(each) for each in caught.value.exceptions] == [ValueError, ZeroDivisionError]


# Functions of C's


def test_functions_of_cs_can_be_called_and_passed_on(t: ModuleType) -> None:
    pair = t.pair_native()
    assert (pair.first(5, 3), pair.second(5, 3)) == (8, 2)
    assert pair.first is pair.first
    assert pair == t.pair_native()
    assert pair != t.pair(pair.second, pair.first)
    other = t.pair(second=pair.first)
    assert bytes(other)[8:] == bytes(pair)[:8]
    refused(lambda: pair.first("5", 3), TypeError, "expected int, got str")
    cast = t.pair(t.ffi.cast("t_binary", t.ffi.addressof(t.lib, "t_plus")))
    assert cast.first(1, 2) == t.pairs_sum([cast], 1, 2) == 3
    refused(lambda: t.pair(t.ffi.new("int *")), TypeError, "pair.first")


def test_a_function_of_another_type_goes_through_a_trampoline(t: ModuleType) -> None:
    ops = t.ops(plain=t.pair_native().second)
    assert ops.plain(5, 3) == 2
    ops.add = ops.plain
    assert ops.add is ops.plain
    assert t.ops_add(ops, 9, 4) == 5


def test_shared_records_of_cs_are_read(t: ModuleType) -> None:
    assert t.pair_shared().first(1, 2) == 3
    assert t.pair_shared().second is None


@pytest.mark.ordinary("C swaps the pointers of a pinned record")
def test_c_replaces_pointers_and_puts_them_back(t: ModuleType) -> None:
    pair = t.pair(lambda x, y: x + y)
    mine = weakref.ref(pair.first)
    t.pair_hook(pair)
    assert pair.first(3, 4) == 1007
    gc.collect()
    assert mine() is not None, "C has it still"
    assert t.pairs_sum([pair], 3, 4) == 1007
    t.pair_unhook(pair)
    assert pair.first is mine()
    pair.first = None
    gc.collect()
    assert mine() is None


def test_c_copies_pointers_from_one_record_into_another(t: ModuleType) -> None:
    source, target = t.pair(lambda x, y: x * y), t.pair()
    t.pair_forward(source, target)
    del source
    gc.collect()
    assert t.pairs_sum([target], 6, 7) == 42
    target.first = target.second = None


def test_results_and_outs_keep_what_they_hold(t: ModuleType) -> None:
    pair = t.pair(lambda x, y: x * y)
    same = t.pair_same(pair)
    assert same == pair
    t.pair_keep(pair)
    got = t.pair_get()
    del pair, same
    gc.collect()
    assert t.pairs_sum([got], 6, 7) == 42


# Copies


COPIES: dict[str, Callable[[ModuleType, Any], Any]] = {
    "copy": lambda t, pair: copy.copy(pair),
    "deepcopy": lambda t, pair: copy.deepcopy(pair),
    "replace": lambda t, pair: pair.__replace__(second=None),
    "new": lambda t, pair: t.pair(pair.first, pair.second),
    "nested": lambda t, pair: t.nest(pair).pair,
    "nested array": lambda t, pair: t.nest(pairs=[t.pair(), pair]).pairs[1],
    "array": lambda t, pair: t.pair.array([pair])[0],
    "element": lambda t, pair: assigned(t.pair.array(3), 1, pair)[1],
    "slice": lambda t, pair: assigned(t.pair.array(3), slice(1, 3), [t.pair(), pair])[2],
    "part": lambda t, pair: assigned(t.pair.array(3)[1:], 1, pair)[1],
    "nested element": lambda t, pair: assigned(t.nest().pairs, 0, pair)[0],
    "by value": lambda t, pair: t.pair_same(pair),
    "list": lambda t, pair: t.pair.array([pair]).tolist()[0],
    "in a deep record": lambda t, pair: t.plugin(pair=pair).pair,
    "copied deep record": lambda t, pair: copy.deepcopy(copy.copy(t.plugin(pair=pair))).pair,
}


def assigned(target: Any, key: Any, value: Any) -> Any:
    target[key] = value
    return target


@pytest.mark.parametrize("how", COPIES)
def test_a_copy_keeps_what_it_holds(t: ModuleType, how: str, unraisable: list[Any]) -> None:
    pair = t.pair(lambda x, y: x * y)
    mine = weakref.ref(pair.first)
    other = COPIES[how](t, pair)
    del pair
    gc.collect()
    assert other.first is mine()
    assert t.pairs_sum([other], 6, 7) == 42
    assert unraisable == []
    del other
    gc.collect()
    assert mine() is None


@pytest.mark.parametrize(
    "overwrite",
    [
        lambda t, nest: setattr(nest.pair, "first", None),
        lambda t, nest: setattr(nest.pair, "first", max),
        lambda t, nest: setattr(nest, "pair", t.pair()),
        lambda t, nest: nest.__setstate__(t.nest(alone=max).__reduce__()[2]),
    ],
    ids=["none", "another", "whole", "state"],
)
def test_what_is_overwritten_is_let_go(t: ModuleType, overwrite: Callable[[ModuleType, Any], object]) -> None:
    nest = t.nest(t.pair(lambda x, y: x * y), alone=max)
    mine = weakref.ref(nest.pair.first)
    overwrite(t, nest)
    if overwrite.__code__.co_names[0] == "setattr":
        gc.collect()
        assert mine() is None
    del nest
    gc.collect()
    assert mine() is None


def test_views_keep_the_record_and_its_callables(t: ModuleType) -> None:
    inner = t.nest(t.pair(lambda x, y: x * y)).pair
    gc.collect()
    assert t.pairs_sum([inner], 6, 7) == 42
    inner.second = lambda x, y: 100
    assert inner.second(1, 1) == 100
    assert t.pairs_sum([inner], 6, 7) == 142


def test_unions_and_pickles(t: ModuleType) -> None:
    either = t.either(two=max)
    assert either.two is max
    assert t.either_run(either, 5) == 5
    refused(lambda: pickle.dumps(either), TypeError, "its function pointers share bytes")
    assert copy.copy(either).two is max
    pair = pickle.loads(pickle.dumps(t.pair(max, len)))
    assert (pair.first, pair.second) == (max, len)


# Arrays and nested records


def test_arrays_of_records(t: ModuleType) -> None:
    pairs = t.pair.array(3)
    pairs[0].first = lambda x, y: x
    pairs[1] = t.pair(second=lambda x, y: y * 10)
    pairs[2].first = t.pair_native().first
    assert t.pairs_sum(pairs, 3, 4) == 3 + 40 + 7
    assert t.pairs_sum([pairs[0], t.pair(max, min)], 3, 4) == 3 + 7
    first = pairs[0].first
    t.pairs_swap(pairs)
    assert (pairs[0].first, pairs[0].second) == (None, first)
    listed = [t.pair(max, min), t.pair(lambda x, y: 5)]
    t.pairs_swap(listed)
    assert (listed[0].first, listed[0].second, listed[1].second(1, 2)) == (min, max, 5)


def test_records_in_records(t: ModuleType) -> None:
    nest = t.nest(t.pair(max), [t.pair(min), t.pair(None, max)], lambda x, y: 1000, 7)
    assert t.nest_sum(nest, 3, 4) == 4 + 3 + 4 + 1000
    nest.pairs[1].second = None
    nest.pair.second = lambda x, y: 50
    assert t.nest_sum(nest, 3, 4) == 4 + 50 + 3 + 1000


def test_arrays_of_function_pointers(t: ModuleType) -> None:
    table = t.table([max, None, lambda x, y: 100, t.pair_native().first], 4)
    assert t.table_sum(table, 3, 4) == 4 + 100 + 7
    assert table.all[0] is max
    before = table.all
    wrong = [min, 5, min, min]
    refused(lambda: setattr(table, "all", wrong), TypeError, "table.all at [1]: expected a callable or None")
    refused(lambda: setattr(table, "all", [min]), ValueError, "table.all: expected 4 elements, got 1")
    refused(lambda: setattr(table, "all", "text"), TypeError, "table.all: expected a sequence of callables, got str")
    assert table.all == before
    mine = weakref.ref(before[2])
    del before
    table.all = [None] * 4
    gc.collect()
    assert mine() is None


def test_records_with_memory_of_their_own(t: ModuleType) -> None:
    plugin = t.plugin("näme", lambda x, y: x * y, t.pair(max))
    assert t.plugin_run(plugin, 3, 4) == (16, "näme")
    t.plugin_update(plugin)
    assert t.plugin_run(plugin, 3, 4) == (11, "näme")
    assert plugin.run(1, 2) == 3
    assert plugin.pair.first is max


def test_tagged_unions(t: ModuleType) -> None:
    assert t.choice_run(t.choice(2, max), 5) == 5
    assert t.choice_run(t.choice(1, lambda x: x * x), 5) == 25
    assert t.choice_run(t.choice(0, 9), 5) == 9
    choice = t.choice(2, max)
    assert choice.u is max
    kept = t.choice(1, lambda x: x + 1)
    other = copy.copy(kept)
    del kept
    gc.collect()
    assert t.choice_run(other, 5) == 6


# How long


def test_a_late_call_is_caught(t: ModuleType, unraisable: list[Any]) -> None:
    pair = t.pair(lambda x, y: x * y)
    t.pair_keep(pair)
    assert t.pair_kept(6, 7) == 42
    del pair
    gc.collect()
    assert t.pair_kept(6, 7) == 0
    ((kind, message),) = unraisable
    assert kind is RuntimeError
    assert message.startswith("binary(): " + LATE)
    left = t.pair_get()
    assert left.first(6, 7) == 0
    assert len(unraisable) == 2


@pytest.mark.rules("R8.17")
def test_what_is_passed_lives_as_long_as_the_call(t: ModuleType, unraisable: list[Any]) -> None:
    """Whatever they do to the objects that hold them: of a list, and of what is not blittable, C has a copy."""
    pairs = []

    def drop(x: int, y: int) -> int:
        pairs.clear()
        gc.collect()
        return 1

    pairs += [t.pair(drop, lambda x, y: 10), t.pair(lambda x, y: 100)]
    assert t.pairs_sum(pairs, 0, 0) == 111
    assert t.pairs_sum([t.pair(drop, lambda x, y: 10)], 0, 0) == 11
    assert t.ops_by_value(t.ops(drop), 0, 0) == 1
    assert t.plugin_run(t.plugin("x", drop, t.pair(lambda x, y: 10)), 0, 0) == (11, "x")
    assert unraisable == []


@pytest.mark.rules("R2.23")
def test_fields_are_function_pointers(t: ModuleType) -> None:
    assert t.ffi.sizeof("t_pair") == memoryview(t.pair()).nbytes == 2 * t.ffi.sizeof("void *")


def test_a_callable_that_is_replaced_while_it_runs(t: ModuleType) -> None:
    inside, go = threading.Event(), threading.Event()
    found: list[int] = []

    def slow(x: int, y: int) -> int:
        inside.set()
        go.wait(10)
        return x

    with t.engine() as engine:
        pair = t.pair(slow)
        engine.watch(pair)
        thread = threading.Thread(target=lambda: found.append(engine.event(5, 6)))
        thread.start()
        assert inside.wait(10)
        pair.first = max
        gone = weakref.ref(slow)
        del slow
        gc.collect()
        assert gone() is not None
        go.set()
        thread.join()
        assert (found, engine.event(5, 6)) == ([5], 6)
    gc.collect()
    assert gone() is None


def test_a_handle_keeps_the_record(t: ModuleType, unraisable: list[Any]) -> None:
    engine = t.engine()
    engine.watch(t.pair(lambda x, y: x * y))
    gc.collect()
    assert engine.event(6, 7) == 42
    engine.close()
    assert unraisable == []


def test_c_sees_what_is_put_into_a_record_that_it_keeps(t: ModuleType) -> None:
    with t.engine() as engine:
        pair = t.pair()
        engine.watch(pair)
        assert engine.event(6, 7) == 0
        pair.first = lambda x, y: x - y
        assert engine.event(6, 7) == -1
        pair.first = max
        assert engine.event(6, 7) == 7


def test_memory_of_a_handle_keeps_what_is_put_there(t: ModuleType, unraisable: list[Any]) -> None:
    with t.engine() as engine:
        pairs = engine.pairs()
        pairs[0] = t.pair(lambda x, y: 1)
        first = weakref.ref(pairs[0].first)
        pairs[1:] = [t.pair(lambda x, y: x), t.pair(second=lambda x, y: y)]
        pairs[0] = t.pair(lambda x, y: 100)
        del pairs
        gc.collect()
        assert first() is None
        assert engine.pairs_sum(6, 7) == 113
        refused(lambda: setattr(engine.pairs()[0], "first", None), TypeError, "copy of an element")
    assert unraisable == []


def test_forever(t: ModuleType) -> None:
    """``[scope(forever)]`` on a field: also when the record is gone."""

    def run(x: int, y: int) -> int:
        return x * y

    plugin = t.plugin(run=run)
    pair = t.pair(plugin.run)
    t.pair_keep(pair)
    mine = weakref.ref(run)
    del run, pair, plugin
    gc.collect()
    assert mine() is not None
    assert t.pair_kept(6, 7) == 42


def test_more_than_the_pool_holds(t: ModuleType) -> None:
    def make(n: int) -> Callable[[int, int], int]:
        return lambda x, y: n

    pairs = [t.pair(make(n), make(-n)) for n in range(100)]
    assert [t.pairs_sum([pair], 0, 0) for pair in pairs] == [0] * 100
    assert len({bytes(pair)[:8] for pair in pairs} | {bytes(pair)[8:] for pair in pairs}) == 200
    assert [pair.first(0, 0) for pair in pairs] == list(range(100))
    assert [pair.first for pair in copy.deepcopy(pairs)] == [pair.first for pair in pairs]
    again = t.pair.array(pairs)
    del pairs
    gc.collect()
    assert [each.first(0, 0) for each in again] == list(range(100))


@pytest.mark.parametrize("order", ["methods first", "record first", "view first"])
def test_objects_go_in_any_order(t: ModuleType, order: str) -> None:
    mine, nest = Ops(), t.nest(alone=max)
    nest.pair.first = mine.plain
    view, gone = nest.pair, weakref.ref(mine)
    names = {"methods first": ("mine", "nest", "view"), "record first": ("nest", "mine", "view")}
    objects = {"mine": mine, "nest": nest, "view": view}
    del mine, nest, view
    for name in names.get(order, ("view", "mine", "nest")):
        del objects[name]
        gc.collect()
        if "view" in objects:
            assert t.pairs_sum([objects["view"]], 6, 7) == 42
    assert gone() is None


@pytest.mark.parametrize("kind", ["pair", "nest", "array", "table", "plugin", "view"])
def test_garbage_cycles_are_collected(t: ModuleType, kind: str) -> None:
    class Engine:
        def first(self, x: int, y: int) -> int:
            return 1

        alone = run = first

        def __init__(self) -> None:
            self.record: Any
            match kind:
                case "pair":
                    self.record = t.pair.from_methods(self)
                case "nest":
                    self.record = t.nest(t.pair.from_methods(self), alone=self.alone)
                case "array":
                    self.record = t.pair.array([t.pair.from_methods(self)])
                case "table":
                    self.record = t.table([self.first] * 4)
                case "plugin":
                    self.record = t.plugin("x", None, t.pair.from_methods(self))
                case _:
                    self.record = t.nest(t.pair.from_methods(self), alone=self.alone).pair

    gone = weakref.ref(Engine())
    gc.collect()
    assert gone() is None


def test_a_callable_that_replaces_itself(t: ModuleType) -> None:
    pair = t.pair()

    def first(x: int, y: int) -> int:
        pair.first = max
        return -1

    pair.first = first
    del first
    with t.engine() as engine:
        engine.watch(pair)
        assert engine.event(3, 4) == -1
        assert engine.event(3, 4) == 4


def test_letting_go_may_run_anything(t: ModuleType) -> None:
    """The finaliser of what is replaced sees the new value, and may replace that."""
    pair = t.pair()
    seen: list[object] = []

    class First:
        def __call__(self, x: int, y: int) -> int:
            return 1

        def __del__(self) -> None:
            seen.append(pair.first)
            pair.first = min

    pair.first = First()
    pair.first = max
    assert seen == [max]
    assert pair.first is min


# Threads and recursion


@pytest.mark.ordinary("C runs the callable on a thread that Python never saw")
def test_threads_of_cs(t: ModuleType, unraisable: list[Any]) -> None:
    assert t.ops_in_thread(t.ops(lambda x, y: x * y), 6, 7) == 42
    with t.engine() as engine:
        engine.watch(t.pair(lambda x, y: 1 // 0))
        assert engine.event_in_thread(1, 2) == 0
    assert [kind for kind, _ in unraisable] == [ZeroDivisionError]


def test_threads_fill_and_call(t: ModuleType) -> None:
    found: list[int] = []

    def work(n: int) -> None:
        for _ in range(50):
            ops = t.ops(plain=lambda x, y: x + n)
            other = copy.copy(ops)
            ops.plain = None
            found.append(t.ops_times(other, 10) - 45 - 10 * n)

    threads = [threading.Thread(target=work, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [0] * 400


def test_recursion(t: ModuleType) -> None:
    pair = t.pair()

    def factorial(x: int, y: int) -> int:
        return 1 if x == 0 else x * int(t.pairs_sum([pair], x - 1, y))

    pair.first = factorial
    assert t.pairs_sum([pair], 10, 0) == 3628800
    pair.first = None


def test_records_made_in_callbacks_live_until_the_call_is_over(t: ModuleType) -> None:
    def make() -> Any:
        return t.pair(lambda x, y: x * y, lambda x, y: 1)

    factory = t.factory(make, lambda pair, x: pair.first(x, 1) + pair.second(0, 0))
    assert t.factory_run(factory, 6, 7) == 43 + 7000


# What buffers and other kinds of callables see


def test_buffers_see_pointers(t: ModuleType) -> None:
    assert memoryview(t.pair()).format == "T{=Q:first:=Q:second:}"
    view = t.pair.array(memoryview(bytearray(48)))
    view[1].first = max
    assert t.pairs_sum(view, 3, 4) == 4


def test_callables_that_cannot_be_referred_to_weakly(t: ModuleType) -> None:
    class Slotted:
        __slots__ = ()

        def __call__(self, x: int, y: int) -> int:
            return x - y

    pair = t.pair(Slotted(), (5).__add__ and Slotted())
    gc.collect()
    assert t.pairs_sum([pair], 6, 7) == -2
    assert pair.first(1, 2) == -1
    assert copy.copy(pair).first is pair.first


def test_memory_stays_flat(t: ModuleType, bindings: Bindings) -> None:
    bindings.settle()  # building has memory of C's heap

    def each() -> None:
        ops = t.ops.from_methods(Ops())
        t.ops_add(ops, 1, 2)
        copy.copy(ops).plain = None
        nest = t.nest(t.pair(ops.plain, min), alone=max)
        nest.pairs = [nest.pair, t.pair()]
        t.pair_forward(nest.pair, nest.pairs[1])
        t.pairs_swap([nest.pair])
        t.table([ops.plain] * 4)
        with contextlib.suppress(TypeError):
            t.pair(ops.plain, 5)

    each()
    blocks, heap = left_behind(each, 500)
    assert blocks < 0.5
    assert heap < 80
