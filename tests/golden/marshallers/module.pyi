# Made from tests/golden/marshallers/in.cdef by interop; do not edit.
import builtins as _b
import typing as _t
import datetime as _m_datetime

__all__ = ["answer", "change", "delay_or_not", "every", "flip_id", "later", "shift", "take"]

ffi: _t.Any
lib: _t.Any

# take(x: int, status: int) -> None
def take(x: _b.int, status: _t.SupportsIndex) -> None: ...

# change(x: int, status: int) -> int
def change(x: _b.int, status: _t.SupportsIndex) -> _b.int: ...

# answer(x: int | None = None) -> int
def answer(x: _b.int | None = ...) -> _b.int: ...

# later(when: datetime.datetime, by: int) -> datetime.datetime
def later(when: _m_datetime.datetime, by: _t.SupportsIndex) -> _m_datetime.datetime: ...

# delay_or_not(when: datetime.datetime | None, by: int) -> datetime.datetime | None
def delay_or_not(when: _m_datetime.datetime | None, by: _t.SupportsIndex) -> _m_datetime.datetime | None: ...

# shift(times: list[datetime.datetime], by: int, status: int) -> None
def shift(times: _b.list[_m_datetime.datetime], by: _t.SupportsIndex, status: _t.SupportsIndex) -> None: ...

# every(start: datetime.datetime, *, n: int | None = None) -> list[datetime.datetime]
def every(start: _m_datetime.datetime, *, n: _t.SupportsIndex | None = ...) -> _b.list[_m_datetime.datetime]: ...

# flip_id(id: Any) -> Any
def flip_id(id: _t.Any) -> _t.Any: ...

