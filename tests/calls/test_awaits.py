"""Calls that are awaited: through the callback by which C says that it is done, and on worker threads."""

from __future__ import annotations

import array
import asyncio
import contextvars
import gc
import inspect
import subprocess
import sys
import threading
import time
import warnings
import weakref
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import interop
from tests.conftest import Binding
from tests.support.leaks import balanced
from tests.support.refusals import refused

FEATURES = ("awaits",)


@pytest.fixture(scope="module")
def t(binding: Binding) -> ModuleType:
    return binding("awaits")


@pytest.fixture(autouse=True)
def nothing_leaks(t: ModuleType) -> Iterator[None]:
    with balanced(t):
        yield
        t.resume()
        t.drain()
        gc.collect()


@pytest.fixture(autouse=True)
def unraisable(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Any]]:
    """What went wrong where nobody waits: nothing, unless a test empties the list."""
    caught: list[Any] = []
    monkeypatch.setattr(sys, "unraisablehook", lambda args: caught.append((args.exc_type, str(args.exc_value))))
    yield caught
    assert caught == []


def run(main: Coroutine[Any, Any, Any]) -> Any:
    """In a loop of its own, which reports what it would only log otherwise."""
    logged: list[dict[str, Any]] = []

    async def watched() -> Any:
        asyncio.get_running_loop().set_exception_handler(lambda loop, context: logged.append(context))
        return await main

    result = asyncio.run(watched())
    gc.collect()
    assert logged == []
    return result


# What a completion brings


def test_one_value_comes_bare(t: ModuleType) -> None:
    async def main() -> None:
        assert await t.add(2, 3) == 5
        assert await t.now(-7) == -7
        assert await t.bare(8) == 8

    run(main())


def test_nothing_is_none(t: ModuleType) -> None:
    async def main() -> None:
        assert await t.nothing() is None
        assert await t.now_nothing() is None

    run(main())


def test_several_values_are_a_named_tuple_without_the_status(t: ModuleType) -> None:
    async def main() -> Any:
        return await t.status(0)

    outcome = run(main())
    assert outcome == ("well", array.array("i", [1, 2, 3]))
    assert (outcome.text, outcome.values) == tuple(outcome)
    assert type(outcome) is t.status_done_outcome


def test_a_record(t: ModuleType) -> None:
    async def main() -> Any:
        return await t.point_of(3, -4)

    assert run(main()) == t.point(3, -4)


def test_a_status_that_is_kept(t: ModuleType) -> None:
    async def main() -> Any:
        return await t.count(12, 0)

    assert run(main()) == 12


def test_it_is_a_future_of_the_running_loop(t: ModuleType) -> None:
    async def main() -> None:
        future = t.now(1)
        assert isinstance(future, asyncio.Future)
        assert future.get_loop() is asyncio.get_running_loop()
        # Also what C tells inside the call arrives from the loop, as with any other future.
        assert not future.done()
        assert await future == 1

    run(main())


def test_what_waits_is_resumed_in_the_thread_of_its_loop(t: ModuleType) -> None:
    async def main() -> None:
        told: list[int] = []
        future = t.add(1, 1)
        future.add_done_callback(lambda f: told.append(threading.get_ident()))
        await future
        assert told == [threading.get_ident()]

    run(main())


def test_a_thousand_at_once(t: ModuleType) -> None:
    async def main() -> None:
        t.pause()
        futures = [t.add(i, i) for i in range(1000)]
        assert t.queued() == 1000
        t.resume()
        assert await asyncio.gather(*futures) == [2 * i for i in range(1000)]

    run(main())


def test_many_at_once_without_user_data(t: ModuleType) -> None:
    """Beyond the pool of trampolines, too; each call has its own."""

    async def main() -> None:
        t.pause()
        futures = [t.bare(i) for i in range(100)]
        t.resume()
        assert await asyncio.gather(*futures) == list(range(100))

    run(main())


def test_two_loops_in_two_threads(t: ModuleType) -> None:
    def many(start: int) -> None:
        async def main() -> None:
            for i in range(start, start + 50):
                assert await asyncio.gather(t.add(i, 1), t.add(i, 2)) == [i + 1, i + 2]

        try:
            asyncio.run(main())
        except BaseException as error:
            failures.append(error)

    failures: list[BaseException] = []
    threads = [threading.Thread(target=many, args=(start,)) for start in (0, 1000)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


def test_a_callable_gets_the_plain_values(t: ModuleType) -> None:
    seen: list[Any] = []
    assert t.add(1, 2, seen.append) is None
    assert t.add(3, 4, done=seen.append) is None
    assert t.count(-1, 5, seen.append) is None
    t.drain()
    assert seen == [3, 7, -1]


def test_where_the_callback_stands_before_what_is_required(t: ModuleType) -> None:
    async def main() -> None:
        assert await t.first(6) == 6
        told = asyncio.get_running_loop().create_future()
        assert t.first(7, done=lambda x: told.get_loop().call_soon_threadsafe(told.set_result, x)) is None
        assert await told == 7

    run(main())


def test_none_is_null_where_c_allows_it(t: ModuleType) -> None:
    async def main() -> None:
        assert await t.maybe(6) == 6
        assert t.maybe(6, done=None) is None
        assert await t.add(1, 1, None) == 2

    run(main())


# Failures


def test_what_c_reports_is_raised_by_await(t: ModuleType) -> None:
    async def main() -> None:
        future = t.status(3)
        with pytest.raises(t.WorkError, match=r"^status\(\): three is wrong \(status 3\)$") as caught:
            await future
        assert caught.value.status == 3
        assert caught.value.function == "status"

    run(main())


def test_errno_of_a_completion(t: ModuleType) -> None:
    async def main() -> None:
        with pytest.raises(FileNotFoundError) as caught:
            await t.count(-1, 2)
        assert isinstance(caught.value, interop.CallError)
        assert caught.value.errno == 2

    run(main())


def test_what_cannot_be_converted_is_raised_by_await(t: ModuleType) -> None:
    async def main() -> None:
        with refused(ValueError, "text_done()", "text", "utf-8"):
            await t.bad_text()
        with refused(ValueError, "point_done()", "point", "NULL"):
            await t.no_point()

    run(main())


@pytest.mark.parametrize("fails", [1, 2], ids=["before it began", "after it called back"])
def test_a_call_that_fails_raises_at_once(t: ModuleType, fails: int) -> None:
    async def main() -> None:
        with pytest.raises(interop.CallError, match=r"begin\(\)"):
            t.begin(fails)
        assert await t.begin(0) == 7

    run(main())


def test_wrong_arguments_are_raised_at_once(t: ModuleType) -> None:
    async def main() -> None:
        with refused(TypeError, "add()", "b", "str"):
            t.add(1, "2")
        with refused(TypeError, "add()", "done", "callable"):
            t.add(1, 2, 3)

    run(main())
    assert t.queued() == 0


def test_without_a_running_loop_c_is_not_called(t: ModuleType) -> None:
    with pytest.raises(RuntimeError, match=r"add\(\).*no running event loop") as caught:
        t.add(1, 2)
    assert isinstance(caught.value, interop.NoRunningLoopError)
    assert t.queued() == 0


def test_a_second_completion_is_too_late(t: ModuleType, unraisable: list[Any]) -> None:
    async def main() -> None:
        assert await t.twice() == 1

    run(main())
    t.drain()
    assert [kind for kind, _ in unraisable] == [RuntimeError]
    unraisable.clear()


def test_what_wants_an_answer_or_a_result_is_not_awaited(t: ModuleType) -> None:
    with pytest.raises(TypeError, match=r"ask\(\) missing required argument 'answer'"):
        t.ask()


# Cancelling, closing, leaving


def test_a_future_that_is_cancelled(t: ModuleType) -> None:
    async def main() -> None:
        t.pause()
        future = t.add(1, 2)
        failing = t.status(3)
        future.cancel()
        failing.cancel()
        t.resume()
        with pytest.raises(asyncio.CancelledError):
            await future
        # It has been told by now, and nothing came of it.
        assert await t.add(3, 4) == 7
        assert failing.cancelled()

    run(main())


def test_a_timeout(t: ModuleType) -> None:
    async def main() -> None:
        t.pause()
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(t.add(1, 2), 0.01)
        t.resume()
        assert await t.add(3, 4) == 7

    run(main())


def test_a_future_that_is_dropped(t: ModuleType) -> None:
    async def main() -> None:
        t.pause()
        t.add(1, 2)
        gc.collect()
        t.resume()
        assert await t.add(3, 4) == 7

    run(main())


@pytest.mark.parametrize("status", [0, 3])
def test_a_loop_that_is_closed_meanwhile(t: ModuleType, status: int) -> None:
    async def main() -> None:
        t.pause()
        t.status(status)

    run(main())
    t.resume()
    t.drain()


PENDING = """
import asyncio, sys
sys.path.insert(0, {path!r})
import {name} as t

async def main():
    asyncio.get_running_loop().slow_callback_duration = 60  # or a slow machine is reported
    t.never()
    t.sum(b"abc" * 1000)
    {more}
    for i in range(100):
        t.add(i, i)
    print("leaving", flush=True)

asyncio.run(main())
"""


@pytest.mark.parametrize(
    "more", ["t.pause()", "await t.add(1, 2)"], ids=["with a worker that waits", "with a busy one"]
)
def test_the_interpreter_ends_while_something_is_pending(t: ModuleType, more: str) -> None:
    package = Path(str(t.__file__)).parent
    script = PENDING.format(path=str(package.parent), name=package.name, more=more)
    done = subprocess.run([sys.executable, "-X", "dev", "-c", script], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, "leaving\n", "")


# What C uses until it is done


def test_memory_is_kept_until_c_is_done(t: ModuleType) -> None:
    class Bytes(bytearray):
        pass

    async def main() -> None:
        t.pause()
        data = Bytes(b"\1\2\3" * 100)
        kept = weakref.ref(data)
        future = t.sum(data)
        with pytest.raises(BufferError):
            data.clear()
        del data
        gc.collect()
        assert kept() is not None
        t.resume()
        assert await future == 600
        t.drain()
        assert kept() is None

    run(main())


def test_an_array_that_c_fills_later(t: ModuleType) -> None:
    async def main() -> None:
        t.pause()
        room = bytearray(5)
        future = t.fill(room, 7)
        assert room == bytearray(5)
        t.resume()
        assert await future == 5
        assert room == b"\7" * 5
        t.drain()
        room.append(1)  # nobody holds it any more

    run(main())


def test_a_record_that_c_changes_later(t: ModuleType) -> None:
    async def main() -> None:
        t.pause()
        point = t.point(1, 2)
        future = t.shift(point, 10)
        assert (point.x, point.y) == (1, 2)
        t.resume()
        await future
        assert (point.x, point.y) == (11, 12)

    run(main())


def test_text_that_c_reads_later(t: ModuleType) -> None:
    async def main() -> None:
        t.pause()
        future = t.length("ab" * int("600"))
        gc.collect()
        t.resume()
        assert await future == 1200

    run(main())


def test_memory_is_kept_for_a_callable_too(t: ModuleType) -> None:
    told = threading.Event()
    data = bytearray(b"\1\2\3")
    t.pause()
    t.sum(data, lambda total: told.set())
    with pytest.raises(BufferError):
        data.clear()
    t.resume()
    t.drain()
    assert told.is_set()
    data.clear()


def test_memory_that_cannot_be_kept_is_refused(t: ModuleType) -> None:
    async def main() -> None:
        with refused(TypeError, "sum()", "bytes", "list"):
            t.sum([1, 2, 3])
        # With NULL there is nobody who would say that C is done.
        with refused(ValueError, "begin_sum()", "bytes", "callable"):
            t.begin_sum(0, b"abc", None)

    run(main())
    assert t.queued() == 0


def test_a_call_that_fails_keeps_nothing(t: ModuleType) -> None:
    data = bytearray(3)

    async def main() -> None:
        with pytest.raises(interop.CallError):
            t.begin_sum(1, data)
        data.append(1)
        with pytest.raises(interop.CallError):
            t.begin_sum(1, data, print)
        data.append(1)

    run(main())


def test_what_c_has_begun_keeps_its_memory_whatever_else_fails(t: ModuleType) -> None:
    """Another callback raises, so the call does; but C goes on with what it has begun."""
    data = bytearray(b"\1\2\3")

    async def main() -> None:
        t.pause()
        with pytest.raises(KeyError, match="mine"):
            t.sum_asking(data, lambda value: {}["mine"])
        with pytest.raises(BufferError):
            data.clear()
        t.resume()
        t.drain()
        data.clear()

    run(main())


@pytest.mark.parametrize("what", ["good", "failing", "refused", "worker"])
def test_nothing_is_left_behind(t: ModuleType, what: str) -> None:
    data = bytearray(b"abc")

    async def main() -> None:

        async def once() -> None:
            match what:
                case "good":
                    await t.sum(data)
                    await t.status(0)
                case "failing":
                    with pytest.raises(t.WorkError):
                        await t.status(3)
                case "refused":
                    with pytest.raises(interop.CallError):
                        t.begin_sum(1, data)
                case "worker":
                    assert await t.slow_add.aio(1, 2, 0) == 3

        async def many(times: int) -> None:
            for _ in range(times):
                await once()

        await many(500)
        gc.collect()
        # Three rounds: what an interpreter allocates for itself shows in some, a leak in all, with 500 blocks or more.
        before = sys.getallocatedblocks()
        grown = []
        for _ in range(3):
            await many(500)
            gc.collect()
            grown.append(sys.getallocatedblocks() - before)
            before = sys.getallocatedblocks()
        assert min(grown) < 250, grown

    run(main())


# On a worker thread


def test_any_function_on_a_worker_thread(t: ModuleType) -> None:
    async def main() -> None:
        ticks = 0

        async def tick() -> None:
            nonlocal ticks
            while True:
                ticks += 1
                await asyncio.sleep(0)

        ticking = asyncio.create_task(tick())
        assert await t.slow_add.aio(1, 2, 50) == 3
        assert await interop.aio(t.slow_add)(a=1, b=5, milliseconds=0) == 6
        ticking.cancel()
        # The GIL was released, and the loop went on.
        assert ticks > 10

    run(main())


def test_calls_run_side_by_side(t: ModuleType) -> None:
    """All of them are in C at once: each waits until the last has come."""
    barrier = threading.Barrier(4, timeout=30)

    def meet(value: int) -> int:
        barrier.wait()
        return value

    async def main() -> None:
        calls = [t.call.aio(meet, n) for n in range(4)]
        assert await asyncio.gather(*calls) == [0, 1, 2, 3]

    run(main())


def test_exceptions_arrive(t: ModuleType) -> None:
    async def main() -> None:
        with pytest.raises(t.WorkError, match="three is wrong"):
            await t.fails.aio(3)
        with refused(TypeError, "slow_add()", "b", "str"):
            await t.slow_add.aio(1, "x", 0)
        with pytest.raises(TypeError, match="missing"):
            await t.slow_add.aio()
        with pytest.raises(KeyError, match="mine"):
            await t.call.aio(lambda value: {}["mine"], 1)

    run(main())


def test_context_variables(t: ModuleType) -> None:
    variable = contextvars.ContextVar("variable", default=0)

    async def main() -> None:
        variable.set(42)
        assert await t.call.aio(lambda value: variable.get(), 1) == 42

    run(main())


def test_errno_is_the_awaiting_code_s(t: ModuleType) -> None:
    async def main() -> None:
        t.sets_errno(3)
        assert await t.sets_errno.aio(17) == 17
        assert interop.last_errno() == 17
        t.sets_errno(4)
        # One that saves none leaves what was there, whatever its thread saw before.
        await t.slow_add.aio(1, 2, 0)
        assert interop.last_errno() == 4

    run(main())


def test_an_executor_of_one_s_own(t: ModuleType) -> None:
    async def main() -> None:
        with ThreadPoolExecutor(1, "mine") as executor:
            call = interop.aio(t.call, executor=executor)
            names: list[str] = []
            await call(lambda value: names.append(threading.current_thread().name) or 0, 1)
            assert names[0].startswith("mine")

    run(main())


def test_handles(t: ModuleType) -> None:
    async def main() -> None:
        box = await interop.aio(t.box)(5)
        assert isinstance(box, t.box)
        assert await box.aio.slow_value(0) == 5
        assert await interop.aio(box.slow_value)(0) == 5
        assert await t.box_value.aio(box) == 5
        for name in ("value", "__next__", "nothing"):
            with pytest.raises(AttributeError, match=name):
                getattr(box.aio, name)
        await box.aio.close()
        assert box.closed
        with pytest.raises(ValueError, match="closed"):
            await box.aio.slow_value(0)

    run(main())


def test_the_end_of_an_iteration(t: ModuleType) -> None:
    async def main() -> None:
        with t.box(1) as box:
            assert await t.box_next.aio(box) == 0
            with pytest.raises(StopAsyncIteration):
                await t.box_next.aio(box)

    run(main())


def test_an_exclusive_handle_refuses_a_second_use(t: ModuleType) -> None:
    async def main() -> None:
        with t.box(1) as box:
            first = asyncio.create_task(box.aio.slow_value(100))
            await asyncio.sleep(0.02)
            with pytest.raises(ValueError, match="box"):
                await box.aio.slow_value(0)
            assert await first == 1

    run(main())


def test_what_is_cancelled_goes_on_and_its_handle_is_closed(t: ModuleType) -> None:
    async def main() -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            task = asyncio.create_task(t.slow_box.aio(1, 50))
            await asyncio.sleep(0.01)
            assert t.box.live() == 0
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            # It is in C still; what it gives is closed by the thread that gets it.
            await asyncio.get_running_loop().shutdown_default_executor()
            gc.collect()
            assert t.box.live() == 0

    run(main())


class Stubborn:
    """A handle that cannot be closed, as far as one can see from outside."""

    tries = 0

    def close(self) -> None:
        type(self).tries += 1
        raise interop.CallError("it cannot be closed")

    def detach(self) -> None: ...
    def from_address(self) -> None: ...


@pytest.mark.parametrize("is_done_first", [False, True])
def test_what_cannot_be_closed_does_not_take_the_place_of_the_cancelling(is_done_first: bool) -> None:
    logged: list[Any] = []
    Stubborn.tries = 0

    async def main() -> None:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda loop, context: logged.append(context["exception"]))
        begun, ended = threading.Event(), threading.Event()

        def work() -> tuple[object, object]:
            begun.set()
            ended.wait(10)
            return Stubborn(), Stubborn()

        with ThreadPoolExecutor(1) as executor:
            task = asyncio.create_task(interop.aio(work, executor=executor)())
            await asyncio.sleep(0)
            begun.wait(10)
            if is_done_first:
                # The loop does not get to know, because it waits here.
                ended.set()
                executor.submit(int).result()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            ended.set()
        await asyncio.sleep(0)

    asyncio.run(main())
    assert Stubborn.tries == 2
    assert [str(each) for each in logged] == ["it cannot be closed"] * 2


def test_a_handle_that_was_passed_is_not_closed(t: ModuleType) -> None:
    async def main() -> None:
        with t.box(1) as box:
            task = asyncio.create_task(interop.aio(lambda each: time.sleep(0.03) or each)(box))
            await asyncio.sleep(0.01)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            await asyncio.get_running_loop().shutdown_default_executor()
            assert not box.closed

    run(main())


def test_what_aio_makes_is_described(t: ModuleType) -> None:
    function = t.slow_add.aio
    assert inspect.iscoroutinefunction(function)
    assert str(inspect.signature(function)) == "(a, b, milliseconds)"
    assert (function.__name__, function.__module__) == ("slow_add", t.__name__)
    assert function.__doc__ == t.slow_add.__doc__
    with t.box(1) as box:
        assert "slow_value" in dir(box.aio)
        assert "value" not in dir(box.aio)
        assert str(inspect.signature(box.aio.slow_value)) == "(milliseconds)"
    with pytest.raises(interop.ArgumentTypeError, match="aio"):
        interop.aio(5)


def test_what_awaiting_is_described(t: ModuleType) -> None:
    assert str(inspect.signature(t.add)) == "(a, b, done=None)"
    assert str(inspect.signature(t.first)) == "(value, *, done=None)"
    assert "Future[int]" in t.add.__doc__
    assert "Awaitable when done is left out" in t.add.__doc__
