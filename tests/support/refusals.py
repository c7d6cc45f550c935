"""Expect a refused call: the exception's classes, and the words its message must have."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

import interop


@contextmanager
def refused(kind: type[BaseException], *words: str) -> Iterator[pytest.ExceptionInfo[Any]]:
    """The call raises ``kind``, which is also an ``InteropError``, and its message contains every word."""
    with pytest.raises(kind) as caught:
        yield caught
    assert isinstance(caught.value, interop.InteropError)
    message = str(caught.value)
    for word in words:
        assert word in message, f"{word!r} is not in {message!r}"
