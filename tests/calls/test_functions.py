"""Functions as Python objects: Python's own where they keep the GIL, the module's where they can be awaited."""

from __future__ import annotations

import asyncio
import copy
import inspect
import pickle
import pydoc
import subprocess
import sys
import typing
import weakref
from types import BuiltinFunctionType, ModuleType
from typing import Any

import pytest

from tests.conftest import Binding
from tests.support.leaks import growth, left_behind, same_references
from tests.support.refusals import refused

FEATURES = ("awaits", "callbacks", "varargs")


@pytest.fixture(scope="module")
def t(binding: Binding) -> ModuleType:
    return binding("awaits")


def test_what_is_asked_of_it(t: ModuleType) -> None:
    function = t.slow_add
    assert repr(function) == f"<native function {t.__name__}.slow_add>"
    assert (function.__name__, function.__qualname__, function.__module__) == ("slow_add", "slow_add", t.__name__)
    assert str(inspect.signature(function)) == "(a, b, milliseconds)"
    assert function.__doc__.startswith("slow_add(a: int, b: int, milliseconds: int) -> int\n\nC: ")
    assert inspect.isroutine(function)
    assert typing.get_type_hints(function) == inspect.get_annotations(function) == {}
    shown = pydoc.plain(pydoc.render_doc(function))
    assert shown.splitlines()[2] == "slow_add(a, b, milliseconds)"
    assert "slow_add(a, b, milliseconds)" in pydoc.plain(pydoc.render_doc(t))


def test_it_is_called_in_every_way(t: ModuleType) -> None:
    function = t.slow_add
    given = (1, 2, 0)
    assert function(1, 2, 0) == function(*given) == function(1, 2, milliseconds=0) == 3
    assert function(**dict(zip("ab", given, strict=False)), milliseconds=0) == 3
    # The slot of the class, which only few ask for.
    assert function.__call__(1, 2, 0) == function.__call__(1, b=2, milliseconds=0) == 3
    assert type(function).__call__(function, 1, 2, 0) == 3
    assert list(map(function, (1, 2), (3, 4), (0, 0))) == [4, 6]
    for call in (function, function.__call__):
        with pytest.raises(TypeError, match=r"slow_add\(\) missing required argument 'milliseconds'"):
            call(1, 2)
        with pytest.raises(TypeError, match=r"slow_add\(\) .*'c'"):
            call(1, 2, 0, c=1)
        with pytest.raises(TypeError, match=r"slow_add\(\) .*4"):
            call(1, 2, 0, 0)
        with refused(TypeError, "slow_add()", "b", "str"):
            call(1, "2", 0)
        with pytest.raises(TypeError, match=r"slow_add\(\) missing"):
            call()


def test_keywords_are_strings(t: ModuleType) -> None:
    """What is called through a class gets a dict as it was written."""
    for key in (2, None, (1, 2, 3)):
        for call in (t.slow_add, t.slow_add.__call__):
            with pytest.raises(TypeError, match="keywords must be strings"):
                call(1, 2, **{key: 3})


def test_further_arguments_are_counted(binding: Binding) -> None:
    varargs = binding("varargs")
    assert varargs.sum.__call__(2, 1.0, 2.0) == varargs.sum(2, 1.0, 2.0) == 3


def test_it_is_copied_and_pickled_by_name(t: ModuleType) -> None:
    function = t.slow_add
    assert copy.copy(function) is copy.deepcopy([function])[0] is function
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(function, protocol)) is function


def test_it_is_hashed_and_referred_to_weakly(t: ModuleType) -> None:
    function = t.slow_add
    assert {function: 1}[t.slow_add] == 1
    assert function != t.fails
    assert weakref.ref(function)() is function


def test_in_a_class_it_is_given_no_object(t: ModuleType) -> None:
    class Holder:
        function = t.slow_add

    assert Holder.function is Holder().function is t.slow_add
    assert Holder().function(1, 2, 0) == 3


def test_nothing_of_it_can_be_changed(t: ModuleType) -> None:
    function = t.slow_add
    for name in ("__name__", "__doc__", "aio", "other"):
        with pytest.raises(AttributeError):
            setattr(function, name, 5)
    with pytest.raises(TypeError):
        type(function).aio = 5
    with pytest.raises(TypeError):
        type(function)()


def test_one_that_keeps_the_gil_is_one_of_python_s(binding: Binding) -> None:
    held = binding("callbacks").each_held
    assert type(held) is BuiltinFunctionType
    assert not hasattr(held, "aio")


def test_it_keeps_its_name_when_the_module_is_gone(t: ModuleType) -> None:
    """A weak reference tells that it has gone, and its name was its own."""
    script = (
        f"import gc, sys, weakref, {t.__name__} as t\n"
        "function, gone = t.slow_add, weakref.ref(t.fails)\n"
        f"name = t.__name__; del t, sys.modules[name]\n"
        "gc.collect(); print(function(1, 2, 0), function.__module__ == name)\n"
    )
    assert t.__file__ is not None
    folder = t.__file__.rpartition(t.__name__.replace(".", "/"))[0]
    command = [sys.executable, "-c", script]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    assert run.stdout == "3 True\n"


def test_nothing_is_left_behind(t: ModuleType) -> None:
    function = t.slow_add

    def once() -> None:
        function.__call__(1, b=2, milliseconds=0)
        function.aio  # noqa: B018
        repr(function)
        pickle.dumps(function)
        inspect.signature(function)

    blocks, _ = left_behind(once, 300)
    assert blocks < 0.5
    with same_references(function, type(function), t.__name__):
        growth(once, 300)


def test_aio_is_a_coroutine_function(t: ModuleType) -> None:
    async def main() -> Any:
        return await asyncio.gather(t.slow_add.aio(1, 2, 0), t.slow_add.aio(3, b=4, milliseconds=0))

    assert asyncio.run(main()) == [3, 7]
    assert inspect.iscoroutinefunction(t.slow_add.aio)
    assert "aio" in dir(t.slow_add)
