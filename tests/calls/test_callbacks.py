"""Callbacks: C calling Python, with every kind of parameter both ways, in every scope, from any thread."""

from __future__ import annotations

import array
import gc
import io
import sys
import threading
import traceback
import weakref
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import pytest

from tests.conftest import Binding
from tests.support.leaks import balanced
from tests.support.refusals import refused

FEATURES = ("callbacks",)


@pytest.fixture(scope="module")
def t(binding: Binding) -> ModuleType:
    return binding("callbacks")


@pytest.fixture(autouse=True)
def nothing_leaks(t: ModuleType) -> Iterator[None]:
    with balanced(t):
        yield
        gc.collect()


@pytest.fixture
def unraisable(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    caught: list[Any] = []
    monkeypatch.setattr(sys, "unraisablehook", lambda args: caught.append((args.exc_type, str(args.exc_value))))
    return caught


# What a callable receives


@pytest.mark.rules("R3.32", "R3.35", "R9.8")
def test_text_in(t: ModuleType) -> None:
    seen: list[str] = []
    assert t.each(seen.append) == 0
    assert seen == ["one", "two", "drei ä"]


@pytest.mark.rules("R9.19")
def test_the_result_of_a_callable_reaches_c(t: ModuleType) -> None:
    seen: list[str] = []

    def visit(name: str) -> int:
        seen.append(name)
        return 5 if name == "two" else 0

    assert t.each(visit) == 5
    assert seen == ["one", "two"]


def test_none_is_zero_where_the_result_is_a_status(t: ModuleType) -> None:
    assert t.each(lambda name: None) == 0
    with refused(TypeError, "plain()", "int", "None"):
        t.apply(lambda x, y: None, 1, 2)


def test_scalars_without_user_data(t: ModuleType) -> None:
    assert t.apply(lambda x, y: x * y, 6, 7) == 42
    assert t.map(lambda x: x / 2, 3.0) == 1.5
    calls: list[int] = []
    t.run(lambda: calls.append(1), 3)
    assert calls == [1, 1, 1]


def test_in_place(t: ModuleType) -> None:
    assert t.in_place(lambda x: x + 1, 41) == 42
    with pytest.raises(KeyError):
        t.in_place(lambda x: {}[x], 1)


def test_any_callable(t: ModuleType) -> None:
    class Adder:
        def __call__(self, x: int, y: int) -> int:
            return x + y

        def method(self, x: int, y: int) -> int:
            return x - y

    assert t.apply(Adder(), 1, 2) == 3
    assert t.apply(Adder().method, 5, 2) == 3
    assert t.apply(max, 5, 2) == 5
    assert t.apply(int.__add__, 5, 2) == 7


def test_what_is_not_callable_is_refused(t: ModuleType) -> None:
    with refused(TypeError, "apply()", "f", "callable", "int"):
        t.apply(1, 1, 2)
    with refused(TypeError, "apply()", "f", "callable", "None"):
        t.apply(None, 1, 2)


@pytest.mark.rules("R9.6")
def test_none_is_null_where_unique(t: ModuleType) -> None:
    assert t.apply_or(None, 9) == 9
    assert t.apply_or(lambda x, y: x + y, 9) == 3


def test_arrays_in(t: ModuleType) -> None:
    seen: list[Any] = []
    assert t.sum(lambda values: seen.append(values) or sum(values), 4) == 10
    assert list(seen[0]) == [1, 2, 3, 4]
    assert t.join(lambda names: len("".join(names))) == 12


@pytest.mark.rules("R3.31", "R3.36")
def test_in_is_never_written(t: ModuleType) -> None:
    def scribble(values: Any) -> int:
        values[0] = 100
        return int(values[0])

    assert t.read_only(len, scribble) == len("read only") + 100

    def move(point: Any) -> float:
        point.x = 100
        return 2.0

    assert t.weigh(move, 1, 2) == 2.0


def test_records(t: ModuleType) -> None:
    assert t.weigh(lambda point: point.x * point.y, 3, 4) == 12.0
    assert t.value(lambda point: t.point(point.y, point.x), t.point(1, 2)) == t.point(2, 1)


@pytest.mark.rules("R10.14")
def test_a_handle_is_lent_for_the_call(t: ModuleType) -> None:
    kept: list[Any] = []

    def use(hub: Any) -> int:
        kept.append(hub)
        return int(hub.watched(1, 2))

    with t.hub() as hub:
        assert hub.with_(use) == -100 if hasattr(hub, "with_") else t.hub_with(hub, use) == -100
        assert kept[0].closed
        with refused(ValueError, "the hub is closed"):
            kept[0].watched(1, 2)
        assert not hub.closed


def test_what_was_opened_through_a_lent_handle_goes_with_it(t: ModuleType) -> None:
    kept: list[Any] = []
    with t.hub() as hub:
        assert t.hub_with(hub, lambda lent: kept.append(lent.other()) or 1) == 1
        assert (kept[0].closed, t.hub.live()) == (True, 1)


# What a callable returns


@pytest.mark.rules("R3.33")
def test_several_outs_are_a_tuple(t: ModuleType) -> None:
    assert t.divide(lambda a, b: (0, a // b, a % b), 17, 5) == (0, 3, 2)
    for wrong in (0, (0, 1), [0, 1, 2], (0, 1, 2, 3)):
        with pytest.raises((TypeError, ValueError), match="tuple of 3"):
            t.divide(lambda a, b, wrong=wrong: wrong, 17, 5)
    with refused(TypeError, "divider()", "remainder", "int", "str"):
        t.divide(lambda a, b: (0, 1, "x"), 17, 5)
    with refused(OverflowError, "divider()", "quotient"):
        t.divide(lambda a, b: (0, 1 << 40, 1), 17, 5)


@pytest.mark.rules("R3.38")
def test_in_out_values_are_received_and_returned(t: ModuleType) -> None:
    assert t.bump(lambda value: value + 1, 41) == 42
    with pytest.raises(ZeroDivisionError):
        t.bump(lambda value: 1 // 0, 41)


def test_text_into_room(t: ModuleType) -> None:
    assert t.name(lambda number: (0, "x" * 7), 1).text == "x" * 7
    with refused(ValueError, "namer()", "name", "needs room for 9 units", "room for 8"):
        t.name(lambda number: (0, "x" * 8), 1)
    with refused(ValueError, "namer()", "name", "NUL"):
        t.name(lambda number: (0, "a\0b"), 1)


@pytest.mark.rules("R9.18")
def test_text_that_is_returned_is_lent(t: ModuleType) -> None:
    assert t.lend(lambda number: f"text {number}").text == "text 1,text 2"
    assert t.lend(lambda number: None).text == "NULL,NULL"
    assert t.wide_length(lambda text: text * 2) == 6


@pytest.mark.rules("R9.18", "R3.38")
def test_text_that_c_takes_over(t: ModuleType) -> None:
    assert t.give(lambda number: "given").text == "given"
    assert t.give(lambda number: None).text == "NULL"
    assert t.set(lambda number: (0, "set")).text == "set"


@pytest.mark.rules("R3.34")
def test_in_out_arrays_are_changed_in_place(t: ModuleType) -> None:
    def twice(values: Any) -> None:
        for i, value in enumerate(values):
            values[i] = 2 * value

    values = array.array("i", [1, 2, 3])
    t.double(twice, values)
    assert values.tolist() == [2, 4, 6]
    data = bytearray(b"abc")
    t.fill(bytearray.reverse, data)
    assert data == b"cba"
    with refused(ValueError, "filler()", "bytes", "room for 3", "4"):
        t.fill(lambda data: data.append(1), data)


def test_out_arrays(t: ModuleType) -> None:
    chunks = iter([b"hell", b"o", b""])
    assert t.read_all(lambda: next(chunks), size=100) == b"hello"
    with refused(ValueError, "reader()", "buffer", "up to 4", "5"):
        t.read_all(lambda: b"hello", size=100)
    assert list(t.take(lambda: (0, [7, 8]), room=5).values) == [7, 8]
    assert list(t.take(lambda: (0, range(5)), room=5).values) == [0, 1, 2, 3, 4]


def test_a_capacity_comes_to_who_asks_for_it(t: ModuleType) -> None:
    assert t.name(lambda number, size: (0, "x" * (size - 1)), 1).text == "x" * 7
    source = io.BytesIO(b"hello world")
    assert t.read_all(lambda *, size: source.read(size), size=100) == b"hello world"

    class Source:
        def read(self, size: int) -> bytes:
            return source.read(size)

    source.seek(0)
    assert t.read_all(Source().read, size=100) == b"hello world"


def test_out_and_in_out_records(t: ModuleType) -> None:
    def move(point: Any) -> None:
        point.x, point.y = point.y, point.x

    point = t.point(1, 2)
    t.move(move, point)
    assert point == t.point(2, 1)
    assert t.make(lambda: t.point(5, 6)).point == t.point(5, 6)
    with refused(TypeError, "maker()", "point", "int"):
        t.make(lambda: 5)


# Exceptions


@pytest.mark.rules("R9.12")
def test_an_exception_reaches_the_caller_with_its_traceback(t: ModuleType) -> None:
    def fails(name: str) -> int:
        raise LookupError(name)

    for each in (t.each, t.each_held, t.in_thread):
        with pytest.raises(LookupError, match="one") as caught:
            each(fails)
        assert [frame.name for frame in traceback.extract_tb(caught.value.__traceback__)][-1] == "fails"


@pytest.mark.rules("R3.40", "R9.15")
def test_after_an_exception_outs_are_zero(t: ModuleType) -> None:
    seen: list[tuple[int, int, int]] = []
    with pytest.raises(ZeroDivisionError):
        t.outs_of(lambda a, b: (0, 1 // 0, 2), lambda result, first, second: seen.append((result, first, second)))
    assert seen == [(-1, 0, 0)]


@pytest.mark.rules("R3.37")
def test_null_for_an_out_is_found_before_the_callable_runs(t: ModuleType) -> None:
    runs: list[int] = []
    with refused(ValueError, "divider()", "quotient", "NULL"):
        t.divide_into_nothing(lambda a, b: runs.append(1))
    assert runs == []


@pytest.mark.rules("R3.39")
def test_an_out_that_may_be_null_is_converted_and_left_out(t: ModuleType) -> None:
    assert t.optionally(lambda: (0, 1, 2), 1) == 210
    assert t.optionally(lambda: (0, 1, 2), 0) == 10 - 500
    with refused(TypeError, "optional()", "second", "int", "str"):
        t.optionally(lambda: (0, 1, "2"), 0)


def test_after_an_exception_c_gets_the_error_value(t: ModuleType) -> None:
    runs: list[str] = []

    def fails(name: str) -> int:
        runs.append(name)
        raise LookupError(name)

    # The function reports failure as well, but the exception comes first; the callable ran once.
    with pytest.raises(LookupError):
        t.failing(fails)
    assert runs == ["one"]
    with pytest.raises(LookupError):
        t.failing(fails)
    assert runs == ["one", "one"]


def test_a_success_of_c_does_not_hide_an_exception(t: ModuleType) -> None:
    with pytest.raises(ZeroDivisionError):
        t.lend(lambda number: "x" * (1 // (number - 2)))


def test_exceptions_that_are_no_errors(t: ModuleType) -> None:
    def interrupted(name: str) -> int:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        t.each(interrupted)
    with pytest.raises(SystemExit):
        t.each(lambda name: sys.exit(3))


def test_several_exceptions_are_a_group(t: ModuleType) -> None:
    with pytest.raises(ExceptionGroup, match=r"callbacks of two\(\) raised") as caught:
        t.two(lambda name: {}[name], lambda name: int(name))
    assert [type(each) for each in caught.value.exceptions] == [KeyError, ValueError]

    def interrupted(name: str) -> int:
        raise KeyboardInterrupt

    with pytest.raises(BaseExceptionGroup) as worse:
        t.two(interrupted, lambda name: int(name))
    assert not isinstance(worse.value, ExceptionGroup)


def test_a_nested_exception_passes_through_both_calls(t: ModuleType) -> None:
    def inner(name: str) -> int:
        raise LookupError(name)

    with pytest.raises(LookupError, match="one"):
        t.each(lambda name: t.each(inner))
    seen = []

    def catches(name: str) -> int:
        try:
            t.each(inner)
        except LookupError as error:
            seen.append(str(error))
        return 0

    assert t.each(catches) == 0
    assert seen == ["one"] * 3


@pytest.mark.rules("R9.16")
def test_errno_survives_nested_calls(t: ModuleType) -> None:
    def inner(name: str) -> int:
        with pytest.raises(OSError) as caught:
            t.sets_errno(lambda name: 0, 13)
        assert caught.value.errno == 13
        return 0

    with pytest.raises(OSError) as caught:
        t.sets_errno(inner, 2)
    assert caught.value.errno == 2


def test_recursion(t: ModuleType) -> None:
    def down(x: int, y: int) -> int:
        return y if x == 0 else int(t.apply(down, x - 1, y + 1))

    assert t.apply(down, 50, 0) == 50


# Threads


@pytest.mark.rules("R9.11")
def test_threads_that_python_never_saw(t: ModuleType) -> None:
    seen: list[tuple[int, str]] = []
    assert t.in_threads(lambda name: seen.append((threading.get_ident(), name)), 8) == 0
    assert len(seen) == 24
    assert threading.get_ident() not in {ident for ident, _ in seen}


def test_recursion_on_threads_that_python_never_saw(t: ModuleType) -> None:
    def down(x: int, y: int) -> int:
        return y if x == 0 else int(t.apply(down, x - 1, y + 1))

    seen: list[tuple[int, int]] = []
    assert t.in_threads(lambda name: seen.append((t.apply(down, 20, 0), threading.get_ident())), 4) == 0
    assert [depth for depth, _ in seen] == [20] * 12
    # Python has forgotten them, as it does when those that made them known are done.
    assert {ident for _, ident in seen}.isdisjoint(sys._current_frames())


def test_exceptions_on_threads_reach_the_call_that_passed_the_callable(t: ModuleType) -> None:
    with pytest.raises(LookupError):
        t.in_thread(lambda name: {}[name])


def test_an_exception_without_a_call_is_unraisable(t: ModuleType, unraisable: list[Any]) -> None:
    assert t.in_thread_later(lambda x, y: 3) == 3
    t.later(fails := lambda x, y: {}[x])
    with pytest.raises(KeyError):
        t.now(1, 2)
    assert t.in_thread_later(None) == 0
    assert unraisable == [(KeyError, "1")]
    t.later(None)
    del fails


def test_many_python_threads(t: ModuleType) -> None:
    wrong: list[Any] = []

    def work(number: int) -> None:
        for i in range(200):
            if t.apply(lambda x, y: x * number + y, i, 1) != i * number + 1:
                wrong.append((number, i))
            if t.each(lambda name: number) != number:
                wrong.append(number)

    threads = [threading.Thread(target=work, args=(n + 1,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


@pytest.mark.rules("R9.7")
def test_a_callback_has_its_own_convention(t: ModuleType) -> None:
    if sys.platform == "linux" and "x86_64" in sys.implementation._multiarch:
        assert t.apply_ms(lambda x, y: 10 * x + y, 1, 2) == 12
        assert t.ms_adder()(3, 4) == 7


# Scopes and lifetimes


@pytest.mark.rules("R9.1")
def test_a_callable_lives_as_long_as_the_call(t: ModuleType) -> None:
    class Callable_:
        def __call__(self, *args: Any) -> int:
            return 0

    for call in (t.each, lambda f: t.apply(f, 1, 2)):
        callable_ = Callable_()
        gone = weakref.ref(callable_)
        call(callable_)
        del callable_
        assert gone() is None


@pytest.mark.rules("R9.3")
def test_a_late_call_is_caught(t: ModuleType, unraisable: list[Any]) -> None:
    t.in_thread(lambda name: 0)
    assert t.late("late") == -1
    # Another callable that is bound now is not mistaken for it.
    assert t.each(lambda name: t.late("late") and 0) == 0
    assert {kind for kind, _ in unraisable} == {RuntimeError}
    assert "visitor(): C called a callback after its scope had ended" in unraisable[0][1]


@pytest.mark.rules("R9.4")
def test_the_same_callable_has_the_same_pointer(t: ModuleType) -> None:
    def f(x: int, y: int) -> int:
        return x

    def g(x: int, y: int) -> int:
        return x

    first = t.address_of(f)
    assert t.address_of(f) == first
    assert t.address_of(g) != first
    assert t.apply_twice(f, f, 1) == 1001001
    assert t.apply_twice(f, g, 1) == 1001


@pytest.mark.rules("R9.5")
def test_a_pointer_that_came_from_python_comes_back(t: ModuleType) -> None:
    def f(x: int, y: int) -> int:
        return x

    assert t.same(f) is f
    adder = t.adder()
    assert t.same(adder)(3, 4) == 7
    assert t.apply(adder, 3, 4) == 7


@pytest.mark.rules("R9.17", "R9.20")
def test_forever_until_destroyed(t: ModuleType, unraisable: list[Any]) -> None:
    seen: list[str] = []

    def visit(name: str) -> int:
        seen.append(name)
        return 3

    gone = weakref.ref(visit)
    t.register(visit)
    del visit
    assert t.registered("a") == 3
    t.register(lambda name: 4)
    assert gone() is None
    assert t.registered("b") == 4
    t.unregister()
    assert (seen, unraisable) == (["a"], [])


@pytest.mark.rules("R9.20")
def test_what_is_unregistered_while_it_runs_runs_to_its_end(t: ModuleType) -> None:
    runs, goes_on = threading.Event(), threading.Event()
    seen: list[str] = []

    def visit(name: str) -> int:
        runs.set()
        assert goes_on.wait(10)
        seen.append(name)
        return 3

    gone = weakref.ref(visit)
    t.register(visit)
    del visit
    thread = threading.Thread(target=lambda: seen.append(t.registered("late")))
    thread.start()
    assert runs.wait(10)
    t.unregister()
    assert gone() is not None
    goes_on.set()
    thread.join()
    assert (seen, gone()) == (["late", 3], None)


def test_destroying_what_lives_for_the_call_is_nothing(t: ModuleType) -> None:
    def visit(name: str) -> int:
        return 3

    references = sys.getrefcount(visit)
    assert t.use_and_destroy(visit) == 3
    assert sys.getrefcount(visit) == references


def test_a_callback_while_an_exception_is_on_its_way(t: ModuleType) -> None:
    seen: list[str] = []
    t.register(lambda name: seen.append(name))
    # The text cannot be decoded, and what frees it calls back.
    with pytest.raises(ValueError, match="utf-8"):
        t.noisy_text()
    assert seen == ["freed"]
    t.unregister()


def test_null_for_an_array(t: ModuleType) -> None:
    with refused(ValueError, "filler()", "bytes", "NULL"):
        t.fill_nothing(lambda data: None)
    with refused(ValueError, "reader()", "buffer", "NULL"):
        t.read_into_nothing(lambda: b"abc")


def test_async_is_called_once(t: ModuleType, unraisable: list[Any]) -> None:
    def once(name: str) -> int:
        return 8

    gone = weakref.ref(once)
    t.soon(once)
    del once
    assert t.fire("a") == 8
    assert gone() is None
    assert t.fire("b") == -1
    assert unraisable[0][0] is RuntimeError


@pytest.mark.rules("R9.2")
def test_a_slot_of_a_handle(t: ModuleType, unraisable: list[Any]) -> None:
    def first(name: str) -> int:
        return 1

    def second(name: str) -> int:
        return 2

    gone = weakref.ref(first), weakref.ref(second)
    with t.hub() as hub:
        hub.on_event(first, 0)
        del first
        assert hub.event("a") == 1
        with pytest.raises(Exception, match="on_event"):
            hub.on_event(second, 1)
        assert hub.event("a") == 1
        hub.on_event(second, 0)
        del second
        assert gone[0]() is None
        assert hub.event("a") == 2
        hub.on_event(None, 0)
        assert gone[1]() is None
        assert hub.event("a") == -100
        hub.on_event(lambda name: hub.event(name) if name == "again" else 5, 0)
        assert hub.event("a") == 5
    assert unraisable == []


def test_what_a_handle_retains(t: ModuleType) -> None:
    def watch(x: int, y: int) -> int:
        return x - y

    gone = weakref.ref(watch)
    with t.hub() as hub:
        hub.watch(watch)
        del watch
        gc.collect()
        assert hub.watched(5, 3) == 2
    assert gone() is None


def test_a_circle_through_a_handle_is_collected(t: ModuleType) -> None:
    hub = t.hub()

    class Watch:
        hub: Any = None

        def __call__(self, x: int, y: int) -> int:
            return int(self.hub.closed)

    watch = Watch()
    watch.hub = hub
    gone = weakref.ref(watch)
    hub.watch(watch)
    del hub, watch
    with pytest.warns(ResourceWarning, match="unclosed hub"):
        gc.collect()
    assert gone() is None


def test_beyond_the_pool(t: ModuleType) -> None:
    callables: list[Callable[[int, int], int]] = [lambda x, y, k=k: x + y + k for k in range(100)]
    pointers = {int(t.ffi.cast("uintptr_t", t.address_of(each))) for each in callables}
    assert len(pointers) == 100
    assert [t.apply(each, 1, 2) for each in callables] == [3 + k for k in range(100)]
    callables.append(lambda x, y: {}[x])
    with pytest.raises(KeyError):
        t.apply(callables[-1], 1, 2)
    callables.clear()
    gc.collect()
    assert int(t.ffi.cast("uintptr_t", t.address_of(lambda x, y: 0))) in pointers


# Functions of C's


def test_functions_of_c_are_callable(t: ModuleType) -> None:
    adder = t.adder()
    assert adder(3, 4) == 7
    with refused(TypeError, "plain()", "x", "int", "str"):
        adder("3", 4)
    assert t.get_adder()(5.0) == 2.5
    assert t.no_function() is None
    assert t.with_function(lambda add: add(20, 22)) == 42


def test_raw_function_pointers_are_still_taken(t: ModuleType) -> None:
    @t.ffi.callback("int(int, int)")  # type: ignore[untyped-decorator]
    def native(x: int, y: int) -> int:
        return 10 * x + y

    assert t.apply(native, 1, 2) == 12


def test_where_c_gets_no_value_on_error_does_what_it_says(t: ModuleType) -> None:
    """Told that a callable failed, C stops: nothing else happens before the exception arrives."""
    seen: list[int] = []

    def visit(walk: object, x: int) -> None:
        seen.append(x)
        if x == 3:
            raise LookupError(x)

    assert t.walk(lambda walk, x: None, 10) == 10
    with pytest.raises(LookupError, match="3"):
        t.walk(visit, 10)
    assert seen == [0, 1, 2, 3]
    entered: list[object] = []
    with pytest.raises(TypeError):
        t.walk(lambda walk: entered.append(walk), 10)
    assert entered == []


# Handles that end while callables raise


def test_a_handle_that_c_took_over_is_gone_whatever_a_callable_raised(t: ModuleType) -> None:
    def merging(name: str) -> int:
        raise LookupError(name)

    with t.hub() as hub:
        other = t.hub()
        with pytest.raises(LookupError, match="merging"):
            t.hub_merge(hub, other, merging)
        assert other.closed
        other = t.hub()
        with pytest.raises(Exception, match="hub_merge"):
            t.hub_merge(hub, other, lambda name: 1)
        assert not other.closed
        other.close()
    assert t.hub.live() == 0


@pytest.mark.parametrize("way", ["close", "function", "with"])
def test_what_a_callable_raises_while_a_handle_is_closed_reaches_who_closes_it(t: ModuleType, way: str) -> None:
    def at_the_end_of_a_block(hub: Any) -> None:
        with hub:
            pass

    def leaving(name: str) -> int:
        raise LookupError(name)

    hub = t.hub()
    hub.on_close(leaving)
    ways = {"close": t.hub.close, "function": t.hub_close, "with": at_the_end_of_a_block}
    with pytest.raises(LookupError, match="closing"):
        ways[way](hub)
    assert hub.closed
    assert t.hub.live() == 0


def test_a_handle_in_a_circle_is_closed_before_the_circle_is_taken_apart(t: ModuleType, unraisable: list[Any]) -> None:
    seen: list[str] = []

    def in_a_circle() -> None:
        def leaving(name: str) -> int:
            seen.append(name)
            return 0

        hub = t.hub()
        leaving.hub = hub  # type: ignore[attr-defined]
        hub.on_close(leaving)

    for _ in range(3):  # memory that is used again is no different
        in_a_circle()
        with pytest.warns(ResourceWarning, match="unclosed hub"):
            gc.collect()
    assert seen == ["closing"] * 3
    assert unraisable == []
    assert t.hub.live() == 0
