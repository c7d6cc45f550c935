"""The counting allocator notices what the other tests rely on it to notice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import ModuleType

import pytest

from tests.conftest import Binding
from tests.support.leaks import balanced

FEATURES = ("ownership",)


@pytest.fixture
def t(binding: Binding) -> Iterator[ModuleType]:
    module = binding("ownership")
    yield module
    module.fail_at(0)


def test_a_block_that_is_not_freed_is_noticed(t: ModuleType) -> None:
    with pytest.raises(AssertionError, match="1 blocks were not freed"), balanced(t):
        block = t.lib.t_malloc(16)
    t.lib.t_free(block)


def free_twice(t: ModuleType) -> None:
    block = t.lib.t_malloc(16)
    t.lib.t_free(block)
    t.lib.t_free(block)


def overrun(t: ModuleType) -> None:
    block = t.ffi.cast("char *", t.lib.t_malloc(16))
    block[16] = b"x"
    t.lib.t_free(block)


def write_after_free(t: ModuleType) -> None:
    # The allocator keeps freed blocks for a while, so this is no error of the test's own.
    block = t.ffi.cast("char *", t.lib.t_malloc(16))
    t.lib.t_free(block)
    block[3] = b"x"


@pytest.mark.rules("R5.1")
@pytest.mark.parametrize("misuse", [free_twice, overrun, write_after_free])
def test_a_misused_block_is_noticed(t: ModuleType, misuse: Callable[[ModuleType], None]) -> None:
    with pytest.raises(AssertionError, match="freed twice, overrun, or written to"), balanced(t):
        misuse(t)


def test_the_kth_allocation_fails_when_told_to(t: ModuleType) -> None:
    t.fail_at(2)
    with balanced(t):
        blocks = [t.lib.t_malloc(1) for _ in range(3)]
        assert [block == t.ffi.NULL for block in blocks] == [False, True, False]
        for block in blocks:
            t.lib.t_free(block)
