"""Buffers of exactly the size, buffers used twice, objects that go away, and many threads on one function."""

from __future__ import annotations

import array
import gc
import sys
import threading
import weakref
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from tests.conftest import Binding
from tests.support.leaks import balanced

FEATURES = ("arrays", "strings", "calls", "scalars", "errors")

THREADS = 8
ROUNDS = 300


@pytest.fixture(scope="module")
def arrays(binding: Binding) -> ModuleType:
    return binding("arrays")


@pytest.fixture(scope="module")
def strings(binding: Binding) -> ModuleType:
    return binding("strings")


@pytest.fixture(autouse=True)
def nothing_is_leaked(arrays: ModuleType, strings: ModuleType) -> Iterator[None]:
    with balanced(arrays), balanced(strings):
        yield


def exact(module: ModuleType, count: int) -> tuple[Any, memoryview]:
    """A block of exactly ``count`` bytes, followed by memory that is not ours, as a writable view."""
    block = module.ffi.new("uint8_t[]", count)
    return block, memoryview(module.ffi.buffer(block))


@pytest.mark.parametrize("count", [1, 2, 7, 8, 9, 64, 4096])
def test_a_buffer_of_exactly_the_size_is_enough(arrays: ModuleType, count: int) -> None:
    block, view = exact(arrays, count)
    assert arrays.fill_uint8(1, n=count, values=view) == count
    assert arrays.pattern(size=count, data=view) == count
    arrays.invert(view)
    assert arrays.checksum(view) == arrays.checksum(bytes(view))
    assert len(block) == count


def test_nothing_is_written_behind_the_given_size(arrays: ModuleType) -> None:
    buffer = bytearray(b"\xee" * 32)
    for size in range(17):
        arrays.pattern(size=size, data=memoryview(buffer)[8:24])
        assert buffer[:8] == b"\xee" * 8
        assert buffer[24:] == b"\xee" * 8


def test_the_same_buffer_may_be_the_source_and_the_target(arrays: ModuleType) -> None:
    buffer = array.array("i", range(6))
    assert arrays.copy_int32(buffer, dst=buffer) == 6
    assert list(buffer) == list(range(6))
    view = memoryview(buffer)
    arrays.copy_int32(view[:3], dst=view[3:])
    assert list(buffer) == [0, 1, 2, 0, 1, 2]


class Dying:
    """A number whose conversion drops the last other reference to a buffer."""

    def __init__(self, holder: list[Any]) -> None:
        self.holder = holder

    def __index__(self) -> int:
        self.holder.clear()
        gc.collect()
        return 2


@pytest.mark.rules("R2.21")
def test_an_argument_stays_alive_during_the_call(arrays: ModuleType) -> None:
    holder: list[Any] = [array.array("i", range(1000))]
    gone = weakref.ref(holder[0])
    arrays.scale_int32(holder[0], Dying(holder))
    gc.collect()
    assert gone() is None


@pytest.mark.rules("R5.2")
@pytest.mark.parametrize("name", ["sum_uint8", "checksum"])
def test_nothing_is_kept_after_the_call(arrays: ModuleType, name: str) -> None:
    class Held(bytearray):
        pass

    argument = Held(b"abc")
    gone = weakref.ref(argument)
    getattr(arrays, name)(argument)
    del argument
    gc.collect()
    assert gone() is None


def test_results_are_independent_of_their_source(arrays: ModuleType) -> None:
    first, second = arrays.lend_array(), arrays.lend_array()
    first[0] = 99
    assert second[0] == 10
    kept = [arrays.fill_double(float(i), n=100) for i in range(100)]
    assert [each[0] for each in kept] == [float(i) for i in range(100)]


class Resizing:
    """A number whose conversion tries to resize a buffer that an earlier argument has pinned."""

    def __init__(self, buffer: bytearray) -> None:
        self.buffer = buffer
        self.refused = False

    def __index__(self) -> int:
        try:
            self.buffer.extend(b"x" * 100_000)
        except BufferError:
            self.refused = True
        return 1


def test_a_buffer_resized_while_arguments_are_converted_is_no_crash(arrays: ModuleType) -> None:
    buffer = bytearray(b"\1" * 16)
    resizing = Resizing(buffer)
    arrays.scale_uint8(buffer, resizing)
    assert resizing.refused or len(buffer) > 16


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="garbage is collected between bytecodes, not in calls of C")
def test_a_list_that_a_finalizer_clears_while_its_text_is_refused_is_no_crash(strings: ModuleType, mode: str) -> None:
    if mode == "copy":
        pytest.skip("the list becomes a tuple first, which is CPython's own affair")

    class Clears:
        def __init__(self, texts: list[str]) -> None:
            self.texts, self.circle = texts, self

        def __del__(self) -> None:
            self.texts.clear()

    thresholds, seen = gc.get_threshold(), []
    try:
        # Raising the UnicodeEncodeError makes a few objects, one of which is one too many.
        for count in range(1, 20):
            gc.disable()
            gc.set_threshold(*thresholds)
            gc.collect()
            texts = ["x" * 40, "a\ud800"]
            Clears(texts)
            gc.set_threshold(count, 1, 1)
            gc.enable()
            try:
                strings.total_length(texts)
            except ValueError as error:
                seen.append(str(error))
    finally:
        gc.set_threshold(*thresholds)
        gc.enable()
    assert len(seen) == 19
    assert any("changed its length" in text for text in seen)


def in_threads(call: Callable[[int], None]) -> None:
    """Run a callable in several threads that all start at once; the first exception is raised here."""
    barrier = threading.Barrier(THREADS)
    failures: list[BaseException] = []

    def run(index: int) -> None:
        try:
            barrier.wait()
            for _ in range(ROUNDS):
                call(index)
        except BaseException as failure:
            failures.append(failure)

    threads = [threading.Thread(target=run, args=(index,)) for index in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]


def test_threads_calling_one_text_function(strings: ModuleType) -> None:
    def call(index: int) -> None:
        text = f"text {index} é" * (index + 1)
        assert strings.duplicate(text) == text
        assert strings.put(text, size=500) == text
        assert strings.make_list(index, -1)[-1:] == ([f"name {index - 1}"] if index else [])

    in_threads(call)


def test_threads_calling_one_array_function(arrays: ModuleType) -> None:
    def call(index: int) -> None:
        values = [index] * 20
        arrays.scale_int32(values, 3)
        assert values == [3 * index] * 20
        assert list(arrays.fill_int32(index, n=3)) == [index, index + 1, index + 2]
        assert arrays.sum_double(np.full(10, float(index))) == 10.0 * index

    in_threads(call)


def test_threads_sharing_one_read_only_buffer(arrays: ModuleType) -> None:
    shared = np.arange(1000.0)
    shared.flags.writeable = False

    def call(index: int) -> None:
        assert arrays.sum_double(shared) == 499500

    in_threads(call)


def test_threads_that_fail(binding: Binding) -> None:
    errors = binding("errors")

    def call(index: int) -> None:
        with pytest.raises(OSError) as caught:
            errors.fail_errno(index + 1)
        assert caught.value.errno == index + 1
        with pytest.raises(errors.ReasonError) as raised:
            errors.fail_with_reason(index + 1)
        assert raised.value.status == index + 1

    in_threads(call)


def test_threads_changing_the_list_that_is_converted(arrays: ModuleType) -> None:
    shared: list[float] = [1.0] * 100

    def call(index: int) -> None:
        if index % 2:
            shared.append(1.0)
            del shared[50:]
        else:
            try:
                arrays.sum_double(shared)
                arrays.scale_double(shared, 1.0)
            except (ValueError, RuntimeError, TypeError, IndexError):
                pass

    in_threads(call)
