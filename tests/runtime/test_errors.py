"""Exceptions: which built-in class each of them is too, the texts of failed calls, and pickling."""

from __future__ import annotations

import builtins
import copy
import errno
import pickle
import threading
from collections.abc import Callable
from enum import IntEnum

import _cffi_backend
import pytest

import interop
from interop.runtime.errors import CallError, InteropError, call_error, last_errno


class PlainError(CallError):
    """As generated for raises(PlainError)."""


class SystemCallError(CallError, OSError):
    """As generated for raises(SystemCallError) on a function declared errno."""


class Status(IntEnum):
    BROKEN = -5


@pytest.mark.parametrize(
    ("ours", "builtin"),
    [
        ("ArgumentTypeError", TypeError),
        ("ArgumentValueError", ValueError),
        ("ArgumentRangeError", OverflowError),
        ("LibraryNotFoundError", OSError),
        ("LibraryFormatError", OSError),
        ("SymbolNotFoundError", AttributeError),
        ("CallError", InteropError),
    ],
)
def test_every_error_is_an_interop_error_and_the_builtin_that_fits(ours: str, builtin: type[Exception]) -> None:
    cls = getattr(interop, ours)
    assert issubclass(cls, InteropError)
    assert issubclass(cls, builtin)
    assert cls.__module__ == "interop"
    assert str(cls("text")) == "text"


def test_native_message() -> None:
    error = call_error(PlainError, "compress2", "buffer error", -5, None, "result == Z_OK")
    assert type(error) is PlainError
    assert str(error) == "compress2(): buffer error (status -5)"
    assert (error.function, error.status) == ("compress2", -5)
    assert not isinstance(error, OSError)


@pytest.mark.parametrize("message", [None, ""])
def test_without_a_native_message_the_condition_is_named(message: str | None) -> None:
    error = call_error(None, "compress2", message, -5, None, "result == Z_OK")
    assert type(error) is CallError
    assert str(error) == "compress2(): failed: 'result == Z_OK' does not hold (status -5)"


def test_without_a_status_none_is_shown() -> None:
    assert str(call_error(None, "open_it", None, None, None, "result")) == "open_it(): failed: 'result' does not hold"


@pytest.mark.parametrize(
    ("status", "shown"), [(Status.BROKEN, "status BROKEN (-5)"), (True, "status 1"), (2**64, f"status {2**64}")]
)
def test_status_is_shown_by_name_and_number(status: int, shown: str) -> None:
    error = call_error(None, "f", "no", status, None, "result")
    assert str(error) == f"f(): no ({shown})"
    assert error.status is status


@pytest.mark.parametrize("declared", [None, PlainError, SystemCallError])
@pytest.mark.parametrize(
    ("number", "name"),
    [
        (errno.ENOENT, "FileNotFoundError"),
        (errno.EACCES, "PermissionError"),
        (errno.EINTR, "InterruptedError"),
        (errno.EDOM, "OSError"),
        (0, "OSError"),
    ],
)
def test_errno_makes_it_the_oserror_that_python_uses(declared: type[CallError] | None, number: int, name: str) -> None:
    error = call_error(declared, "open_it", None, -1, number, "result == 0")
    builtin = getattr(builtins, name)
    assert isinstance(error, declared or CallError)
    assert isinstance(error, builtin)
    assert isinstance(error, OSError)
    assert error.errno == number
    assert error.strerror
    assert type(error).__name__ == (declared or CallError).__name__


def test_text_with_errno() -> None:
    error = call_error(None, "open_it", None, -1, errno.ENOENT, "result == 0")
    assert str(error) == "open_it(): No such file or directory (status -1, errno 2 ENOENT)"


def test_text_with_errno_and_a_native_message() -> None:
    error = call_error(SystemCallError, "open_it", "no such table", None, errno.ENOENT, "result")
    assert str(error) == "open_it(): no such table (errno 2 ENOENT)"
    assert isinstance(error, OSError)
    assert error.strerror == "No such file or directory"


def test_failure_that_left_errno_alone() -> None:
    error = call_error(None, "f", None, -1, 0, "result == 0")
    assert str(error) == "f(): failed: 'result == 0' does not hold (status -1, errno 0)"


def test_errno_without_a_name() -> None:
    assert "errno 9999)" in str(call_error(None, "f", "no", None, 9999, "result"))


def test_one_class_for_one_pair() -> None:
    first, second = (call_error(PlainError, "f", None, -1, errno.ENOENT, "result") for _ in range(2))
    assert type(first) is type(second)


def test_class_that_is_an_oserror_already_is_taken_as_it_is() -> None:
    assert type(call_error(SystemCallError, "f", None, -1, errno.EDOM, "result")) is SystemCallError


@pytest.mark.parametrize("declared", [None, PlainError, SystemCallError])
@pytest.mark.parametrize("number", [None, errno.ENOENT, errno.EDOM, 0])
@pytest.mark.parametrize(
    "duplicate", [copy.copy, lambda error: pickle.loads(pickle.dumps(error))], ids=["copy", "pickle"]
)
def test_copies_are_equal_in_everything(
    declared: type[CallError] | None, number: int | None, duplicate: Callable[[CallError], CallError]
) -> None:
    error = call_error(declared, "f", "no", -1, number, "result")
    error.add_note("while testing")
    again = duplicate(error)
    assert type(again) is type(error)
    assert (str(again), again.function, again.status, again.args) == (str(error), "f", -1, error.args)
    assert again.__notes__ == ["while testing"]
    if isinstance(error, OSError):
        assert isinstance(again, OSError)
        assert (again.errno, again.strerror) == (number, error.strerror)


def test_raised_by_hand() -> None:
    with pytest.raises(CallError, match="by hand") as caught:
        raise PlainError("by hand")
    assert (caught.value.status, caught.value.function) == (None, None)
    assert str(pickle.loads(pickle.dumps(caught.value))) == "by hand"


def test_last_errno_is_cffis_and_per_thread() -> None:
    _cffi_backend.set_errno(33)
    seen: list[int] = []
    thread = threading.Thread(target=lambda: seen.append(last_errno()))
    thread.start()
    thread.join()
    assert (last_errno(), seen) == (33, [0])
