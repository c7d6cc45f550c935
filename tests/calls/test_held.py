"""Callbacks from calls that keep the GIL: they need not take it, but only where their thread is known to have it."""

from __future__ import annotations

import ctypes
import gc
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.conftest import Binding
from tests.support.build import build_shared_library
from tests.support.leaks import balanced

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
def switching() -> Iterator[None]:
    """Threads take turns as often as they can."""
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(interval)


def add(x: int, y: int) -> int:
    return x + y


def released(t: ModuleType, function: Callable[[int, int], int]) -> Callable[[int, int], int]:
    """Calls a callable's trampoline without the GIL, past the module."""
    t.later(function)  # C may call it from now on
    address = int(t.ffi.cast("uintptr_t", t.address_of(function)))
    return ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int, ctypes.c_int)(address)


def through_cffi(t: ModuleType, function: Callable[[int, int], int]) -> Any:
    """A function pointer by which C enters Python, and the module knows nothing of it."""
    return t.ffi.callback("int(int, int)")(function)


@pytest.mark.rules("R9.12")
def test_calls_nest_whatever_they_do_with_the_gil(t: ModuleType) -> None:
    calls = (t.apply_held, t.apply)

    def down(x: int, y: int) -> int:
        return y if x == 0 else int(calls[x % 2](down, x - 1, y + 1))

    assert t.apply_held(down, 40, 0) == 40

    def fails_deep_down(x: int, y: int) -> int:
        return {}[x] if x == 0 else int(calls[x % 2](fails_deep_down, x - 1, y))

    for _ in range(3):
        with pytest.raises(KeyError):
            t.apply_held(fails_deep_down, 7, 0)
        assert t.apply_held(add, 1, 2) == 3
    assert t.many_held(lambda x, y: calls[x % 2](add, x, 0), 10) == t.many(lambda x, y: x, 10)


@pytest.mark.parametrize("held_inside", [False, True])
def test_the_gil_may_be_released_by_what_a_callable_calls(t: ModuleType, held_inside: bool) -> None:
    call = released(t, lambda x, y: t.apply_held(add, x, y) if held_inside else x + y)
    assert t.apply_held(lambda x, y: call(x, y) + t.apply(add, 1, 1), 3, 4) == 9
    assert t.many_held(lambda x, y: call(x, 0), 10) == t.many(lambda x, y: x, 10)
    t.later(add)


def test_python_may_be_entered_by_ways_that_the_module_does_not_see(t: ModuleType) -> None:
    """The thread is in C, called with the GIL, as far as the module knows; it has released it since."""
    call, seen = released(t, add), []

    def unseen(x: int, y: int) -> int:
        seen.append((call(x, y), t.apply(add, x, y), t.apply_held(add, x, y), call(y, y)))
        return 5

    assert t.apply_held(through_cffi(t, unseen), 3, 4) == 5
    assert seen == [(7, 7, 7, 8)]


def test_an_exception_on_its_way_is_not_lost_there(t: ModuleType) -> None:
    """What frees the text calls back while the stub's own exception is on its way."""
    seen: list[str] = []

    def noisy(x: int, y: int) -> int:
        with pytest.raises(ValueError, match="utf-8"):
            t.noisy_text()
        return 6

    t.register(lambda name: seen.append(name))
    assert t.apply_held(through_cffi(t, noisy), 1, 2) == 6
    assert t.apply_held(noisy, 1, 2) == 6
    assert seen == ["freed", "freed"]
    t.unregister()


def test_an_exception_on_its_way_is_not_lost_where_the_gil_is_released(
    t: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """C that knows Python need not put its exception aside before it lets others run."""
    source, library = tmp_path / "raising.c", tmp_path / "raising.so"
    source.write_text("""
        extern void *PyExc_LookupError, *PyEval_SaveThread(void);
        void PyErr_SetString(void *, const char *), PyEval_RestoreThread(void *);
        void *raising(int (*f)(int, int), int *sum)
        {
            void *state;
            PyErr_SetString(PyExc_LookupError, "mine");
            state = PyEval_SaveThread();
            *sum = f(3, 4);
            PyEval_RestoreThread(state);
            return 0;
        }
    """)
    build_shared_library(source, library)
    total, hooked = ctypes.c_int(), []
    monkeypatch.setattr(sys, "unraisablehook", lambda info: hooked.append(info.exc_type))
    raising = ctypes.PyDLL(str(library)).raising
    raising.restype = ctypes.py_object
    raising.argtypes = (ctypes.c_void_p, ctypes.c_void_p)
    for function in (lambda x, y: max(x, y), lambda x, y: [].index(x)):
        t.later(function)
        with pytest.raises(LookupError, match="mine"):
            raising(int(t.ffi.cast("uintptr_t", t.address_of(function))), ctypes.addressof(total))
    t.later(add)
    assert hooked == [ValueError]


def test_another_thread_of_cs_takes_the_gil(t: ModuleType, switching: None) -> None:
    """It calls while the thread of the call is in C with the GIL, and while it is in Python and has released it."""
    threads, outer = set(), []

    def other(x: int, y: int) -> int:
        threads.add(threading.get_ident())
        outer.append(sys._getframe().f_back)
        return t.apply_held(add, x, y) + t.apply(add, 1, 1)

    def mine(x: int, y: int) -> int:
        time.sleep(0.0005)
        return int(t.apply_held(add, x, y))

    for _ in range(3):
        t.beside(mine, other, 20)
        assert t.beside_sum() == sum(range(20)) + 3 * 20
    assert threading.get_ident() not in threads
    assert set(outer) == {None}  # it runs on its own, not in the state of the thread that called


def test_threads_that_a_callable_starts(t: ModuleType, switching: None) -> None:
    wrong: list[Any] = []

    def work(number: int) -> None:
        for i in range(100):
            held = t.apply_held(lambda x, y: x * number + y, i, 1), t.each_held(lambda name: number)
            got = (*held, t.apply(add, i, 1))
            if got != (i * number + 1, number, i + 1):
                wrong.append((number, i, got))

    def starts(x: int, y: int) -> int:
        threads = [threading.Thread(target=work, args=(n + 1,)) for n in range(x)]
        for thread in threads:
            thread.start()
        work(9)
        for thread in threads:
            thread.join()
        return y

    assert t.apply_held(starts, 4, 5) == 5
    assert t.apply_held(lambda x, y: t.in_threads(lambda name: t.apply_held(add, 0, 0), 4), 0, 0) == 0
    assert wrong == []


def test_exceptions_on_every_thread_at_once(t: ModuleType, switching: None) -> None:
    caught: list[int] = []

    def fails(x: int, y: int) -> int:
        time.sleep(0)
        raise LookupError(x)

    def work(number: int) -> None:
        for _ in range(50):
            try:
                t.apply_held(fails, number, 0)
            except LookupError as error:
                caught.append(error.args[0])

    threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(caught) == [n for n in range(4) for _ in range(50)]


def test_what_c_keeps_is_called_from_calls_that_pass_nothing(t: ModuleType) -> None:
    t.later(lambda x, y: t.apply_held(add, x, y))
    assert t.now_held(3, 4) == 7
    t.later(lambda x, y: {}[x])
    with pytest.raises(KeyError):
        t.now_held(1, 2)
    t.later(add)


def test_a_callable_may_be_bound_by_what_the_call_itself_runs(t: ModuleType) -> None:
    """C has a cffi callback and no callable of the module's: that needs a process in which none was ever bound."""
    script = f"""
import ctypes, sys
sys.path.insert(0, {str(Path(str(t.__file__)).parents[2])!r})
import {t.__name__} as t

def fails(x, y):
    raise KeyError(x)

def binds(x, y):
    t.later(fails)
    address = int(t.ffi.cast("uintptr_t", t.address_of(fails)))
    return ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.c_int, ctypes.c_int)(address)(x, y)

pointer = t.ffi.callback("int(int, int)")(binds)
t.later(pointer)
try:
    t.now_held(3, 4)
except KeyError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("3\n", "")


def test_a_handle_that_is_closed_while_it_is_in_use_lasts_until_the_call_is_over(t: ModuleType) -> None:
    hub, seen = t.hub(), []

    def closes(name: str) -> int:
        hub.close()
        seen.append((hub.closed, t.live()))
        return 3

    before = t.live()
    hub.on_event(closes, 0)
    assert hub.event_held("a") == 3
    assert seen == [(True, before)]
    assert (t.live(), t.hub.live()) == (before - 1, 0)


@pytest.mark.rules("R9.16")
def test_errno_survives(t: ModuleType) -> None:
    def inner(name: str) -> int:
        with pytest.raises(FileNotFoundError):
            os.stat("/no/such/file")
        return 0

    with pytest.raises(OSError) as caught:
        t.sets_errno_held(inner, 13)
    assert caught.value.errno == 13


def test_destroying_what_is_held(t: ModuleType) -> None:
    assert t.use_and_destroy_held(lambda name: t.apply_held(add, 1, 2)) == 3
    assert t.apply_held(add, 1, 2) == 3


def test_what_stands_in_for_a_function_written_in_python_is_called(t: ModuleType) -> None:
    """Debuggers and compilers replace what a function object is called through."""
    vectorcall = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.py_object, ctypes.c_void_p, ctypes.c_size_t, ctypes.c_void_p)
    tp_vectorcall_offset = 7 * ctypes.sizeof(ctypes.c_void_p)
    offset = ctypes.c_ssize_t.from_address(id(type(add)) + tp_vectorcall_offset).value
    replaced: list[Any] = []

    def fails_silently(function: Any, arguments: int, count: int, names: int) -> None:
        replaced.append(function)

    def mine(x: int, y: int) -> int:
        return 7

    instead, place = vectorcall(fails_silently), ctypes.c_void_p.from_address(id(mine) + offset)
    usual, place.value = place.value, ctypes.cast(instead, ctypes.c_void_p).value
    for call in (t.apply_held, t.apply):
        with pytest.raises(SystemError, match="returned NULL without setting an exception"):
            call(mine, 1, 2)
    place.value = usual
    assert replaced == [mine, mine]
    assert t.apply_held(mine, 1, 2) == 7


def test_closures_beyond_the_pool(t: ModuleType) -> None:
    callables = [lambda x, y, k=k: t.apply_held(add, x, y) + k for k in range(40)]
    assert [t.apply_held(each, 1, 2) for each in callables] == [3 + k for k in range(40)]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_process_that_a_callable_forks(t: ModuleType) -> None:
    def forks(x: int, y: int) -> int:
        child = os.fork()
        if child == 0:
            os._exit(0 if t.apply_held(add, x, y) == t.apply(add, x, y) == 7 else 1)
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

    assert t.apply_held(forks, 3, 4) == 0


def in_child(work: Callable[[], bool]) -> int:
    """The exit code of a process forked here: 0 if the work is done there as it should."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            code = 0 if work() else 2
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_a_process_forked_while_other_threads_are_in_c_has_no_part_in_their_calls(t: ModuleType) -> None:
    """Threads of the child may get the stacks, and so the names, of those that the fork left behind."""
    waiting, over = threading.Event(), threading.Event()

    def waits(x: int, y: int) -> int:
        if not waiting.is_set():
            waiting.set()
            over.wait()
        raise KeyError(x)

    def blocked() -> None:
        with pytest.raises(KeyError):
            t.apply(waits, 1, 2)

    def raises_to_its_own_caller() -> bool:
        with pytest.raises(KeyError):
            t.in_thread(lambda name: {}[name])
        return True

    def raises_to_nobody() -> bool:
        hooked: list[Any] = []
        sys.unraisablehook = hooked.append
        t.in_thread_later(None)  # calls what was passed to the call of the thread that is not there
        return len(hooked) == 1

    t.later(waits)
    thread = threading.Thread(target=blocked)
    thread.start()
    waiting.wait()
    codes = [in_child(raises_to_its_own_caller), in_child(raises_to_nobody)]
    over.set()
    thread.join()
    t.later(add)
    assert codes == [0, 0]
