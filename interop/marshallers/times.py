"""Points in time: ``time_t`` in several units, and FILETIME. All of them are exact, aware, and in UTC."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import ClassVar, Protocol

_UNIX = datetime(1970, 1, 1, tzinfo=UTC)
_WINDOWS = datetime(1601, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def _microseconds(value: datetime, epoch: datetime) -> int:
    """Since the epoch. What has no time zone might mean any point in time, so it is refused."""
    if not isinstance(value, datetime):
        raise TypeError(f"expected datetime, got {type(value).__name__}")
    if value.utcoffset() is None:
        raise ValueError("the datetime has no time zone; give it one, such as datetime.UTC")
    return (value - epoch) // _MICROSECOND


def _moment(epoch: datetime, microseconds: int) -> datetime:
    try:
        return epoch + timedelta(microseconds=microseconds)
    except OverflowError:
        seconds = microseconds // 1_000_000
        raise OverflowError(f"{seconds} seconds from {epoch:%Y} is not in the years 1 to 9999") from None


class UnixTime:
    """``time_t``: whole seconds since 1970. What is finer is cut off, towards the past."""

    python_type: ClassVar[str] = "datetime.datetime"
    per_second: ClassVar[int] = 1

    def to_c(self, value: datetime, /) -> int:
        return _microseconds(value, _UNIX) * self.per_second // 1_000_000

    def from_c(self, native: int, /) -> datetime:
        return _moment(_UNIX, native * 1_000_000 // self.per_second)


class UnixMilliseconds(UnixTime):
    """Milliseconds since 1970."""

    per_second = 1_000


class UnixMicroseconds(UnixTime):
    """Microseconds since 1970."""

    per_second = 1_000_000


class UnixNanoseconds(UnixTime):
    """Nanoseconds since 1970; a datetime holds microseconds, what is finer is cut off."""

    per_second = 1_000_000_000


class TimeSpec:
    """``struct timespec``: seconds since 1970 and nanoseconds; what is finer than microseconds is cut off."""

    python_type: ClassVar[str] = "datetime.datetime"

    def to_c(self, value: datetime, /) -> tuple[int, int]:
        seconds, microseconds = divmod(_microseconds(value, _UNIX), 1_000_000)
        return seconds, microseconds * 1_000

    def from_c(self, native: _TimeSpec, /) -> datetime:
        return _moment(_UNIX, native.tv_sec * 1_000_000 + native.tv_nsec // 1_000)


class _TimeSpec(Protocol):
    """The record as C has it."""

    tv_sec: int
    tv_nsec: int


class FileTime:
    """FILETIME as one 64-bit integer: units of 100 ns since 1601."""

    python_type: ClassVar[str] = "datetime.datetime"

    def to_c(self, value: datetime, /) -> int:
        microseconds = _microseconds(value, _WINDOWS)
        if microseconds < 0:
            raise OverflowError("a FILETIME begins in 1601")
        return microseconds * 10

    def from_c(self, native: int, /) -> datetime:
        return _moment(_WINDOWS, native // 10)
