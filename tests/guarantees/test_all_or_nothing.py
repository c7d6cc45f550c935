"""Write-back is all or nothing: of several in-out arguments none changes unless all of them can be converted."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest

import interop
from tests.conftest import Binding
from tests.support.build import Bindings
from tests.support.guarantee_verdicts import PATIENCE, Raised, attempt
from tests.support.guarantees import Action
from tests.support.leaks import balanced

FEATURES = ("guarantees",)

pytestmark = [pytest.mark.alone, pytest.mark.rules("R3.30")]

COUNT = 3
TEXTS, TEXT, BSTRS = range(3)
"""Which argument C makes unreadable; BSTRS is the last that is stored."""


@pytest.fixture(scope="module")
def t(binding: Binding, bindings: Bindings) -> ModuleType:
    bindings.settle()
    return binding("guarantees")


class Call:
    """A call with four in-out arguments, three of them lists that are updated in place."""

    def __init__(self, module: ModuleType, action: Action, which: int = -1, bad: int = -1, status: int = 0) -> None:
        self.module = module
        self.numbers = [(1 << 40) + i for i in range(COUNT)]
        self.texts = [f"text {i}" for i in range(COUNT)]
        self.bstrs = [f"bstr {i}" for i in range(COUNT)]
        self.options = {"action": action.value, "which": which, "bad": bad, "status": status}

    def __call__(self) -> Any:
        return self.module.several(self.numbers, self.texts, "alone", self.bstrs, **self.options)

    @property
    def lists(self) -> tuple[list[Any], ...]:
        return self.numbers, self.texts, self.bstrs


@pytest.fixture(autouse=True)
def nothing_is_leaked(t: ModuleType) -> Iterator[None]:
    with balanced(t):
        yield
        t.fail_at(0)
        t.forget()


actions = pytest.mark.parametrize("action", [Action.CHANGES, Action.REPLACES], ids=lambda action: action.name.lower())


@actions
def test_all_are_written_where_all_can_be_converted(t: ModuleType, action: Action) -> None:
    call, before = Call(t, action), Call(t, action)
    assert call() == ("ALONE" if action is Action.CHANGES else "made 0")
    for now, then in zip(call.lists, before.lists, strict=True):
        assert not set(now) & set(then)


@actions
@pytest.mark.parametrize("bad", range(COUNT), ids=["first", "middle", "last"])
@pytest.mark.parametrize("which", [TEXTS, TEXT, BSTRS], ids=["the first text", "a result", "the last argument"])
def test_none_is_written_where_one_cannot_be_converted(t: ModuleType, action: Action, which: int, bad: int) -> None:
    call, before = Call(t, action, which, bad), Call(t, action)
    with pytest.raises(interop.ArgumentValueError):
        call()
    assert call.lists == before.lists


@actions
def test_none_is_written_where_the_call_failed(t: ModuleType, action: Action) -> None:
    call, before = Call(t, action, status=7), Call(t, action)
    with pytest.raises(interop.CallError):
        call()
    assert call.lists == before.lists


@actions
def test_none_is_written_where_c_has_no_memory(t: ModuleType, action: Action) -> None:
    t.several(*Call(t, action).lists[:2], "alone", Call(t, action).bstrs, **Call(t, action).options)
    before = t.allocated()
    Call(t, action)()
    for k in range(1, t.allocated() - before + 1):
        call = Call(t, action)
        t.fail_at(k)
        assert isinstance(attempt(call), Raised)
        assert call.lists == Call(t, action).lists


@actions
def test_all_or_none_are_written_where_python_has_no_memory(t: ModuleType, action: Action) -> None:
    pytest.importorskip("_testcapi", reason="this Python was installed without its test extensions")
    done = Call(t, action)
    done()
    k = calm = 0
    while calm < PATIENCE:
        call = Call(t, action)
        outcome = attempt(call, (k, k + 1))
        assert call.lists == (Call(t, action).lists if isinstance(outcome, Raised) else done.lists)
        calm = 0 if isinstance(attempt(Call(t, action), (k, 0)), Raised) else calm + 1
        k += 1
    assert k > 10
