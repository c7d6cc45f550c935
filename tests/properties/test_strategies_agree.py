"""Forced copy, forced pin and the plan's own choice give the same results and the same refusals."""

from __future__ import annotations

import array
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.build import USUAL_MODES, Bindings
from tests.support.strategies import HOLDERS, TEXT, holder_kinds, number_lists, numbers
from tests.support.types import NumberArray

quick = settings(
    max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)

FEATURES = ("arrays", "strings")

pytestmark = [pytest.mark.rules("R4.14"), pytest.mark.slow]


@pytest.fixture(scope="module")
def arrays(bindings: Bindings) -> list[ModuleType]:
    return [bindings.get("arrays", mode) for mode in USUAL_MODES]


@pytest.fixture(scope="module")
def strings(bindings: Bindings) -> list[ModuleType]:
    return [bindings.get("strings", mode) for mode in USUAL_MODES]


def outcome(function: Callable[..., Any], *arguments: Any, **named: Any) -> object:
    """What a call returned, or which exception it raised and with what words."""
    try:
        came = function(*arguments, **named)
    except Exception as failure:
        return type(failure).__name__, str(failure)
    return list(came) if isinstance(came, array.array) else came


def agree(outcomes: list[object]) -> None:
    """All are like the first."""
    assert outcomes[1:] == outcomes[:1] * (len(outcomes) - 1)


@quick
@given(data=st.data())
def test_array_calls_agree(arrays: list[ModuleType], data: st.DataObject) -> None:
    number = data.draw(numbers)
    values = data.draw(number_lists(number))
    kind = data.draw(holder_kinds)
    function = data.draw(st.sampled_from(["sum", "copy", "scale"]))
    more = (data.draw(st.sampled_from([0, 1, "x"])),) if function == "scale" else ()
    outcomes: list[object] = []
    for module in arrays:
        argument = HOLDERS[kind](number, values)
        came = outcome(getattr(module, f"{function}_{number.name}"), argument, *more)
        outcomes.append((came, list(argument)))
    agree(outcomes)


@quick
@given(data=st.data(), other=numbers)
def test_refusals_agree(arrays: list[ModuleType], data: st.DataObject, other: NumberArray) -> None:
    number = data.draw(numbers)
    values = data.draw(number_lists(other, max_size=4))
    argument = HOLDERS[data.draw(holder_kinds)](other, values)
    agree([outcome(getattr(module, f"sum_{number.name}"), argument) for module in arrays])


@quick
@given(available=st.integers(0, 20), n=st.integers(0, 20), room=st.integers(0, 25))
def test_out_buffers_agree(arrays: list[ModuleType], available: int, n: int, room: int) -> None:
    outcomes: list[object] = []
    for module in arrays:
        buffer = bytearray(room)
        outcomes.append((outcome(module.read_some, available, n=n, buffer=buffer), buffer))
    agree(outcomes)
    agree([outcome(module.read_some, available, n=n) for module in arrays])


@quick
@given(text=st.text(max_size=20) | TEXT, size=st.integers(0, 30))
def test_text_calls_agree(strings: list[ModuleType], text: str, size: int) -> None:
    agree([outcome(module.length, text) for module in strings])
    agree([outcome(module.duplicate_16, text) for module in strings])
    agree([outcome(module.put, text, size=size) for module in strings])
    agree([outcome(module.upper, text, size=size) for module in strings])
