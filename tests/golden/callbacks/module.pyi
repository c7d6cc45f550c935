# Made from tests/golden/callbacks/in.cdef by interop; do not edit.
import array as _a
import builtins as _b
import asyncio as _f
import interop as _i
import _typeshed as _s
import typing as _t
import interop.runtime.aio as _w
import datetime as _m_datetime

__all__ = ["GoneWrong", "again", "choose", "close", "complete", "each", "each_held", "end", "finished_outcome", "free", "hub", "keep", "list", "make", "malloc", "offer", "on", "once", "open", "order", "point", "postponed", "read", "reorder", "sort", "walk", "words", "write"]

class _Array(_t.Protocol):
    # NumPy's arrays are buffers on every Python, but say so to type checkers only from 3.12 on.
    @_b.property
    def __array_interface__(self) -> _b.dict[_b.str, _t.Any]: ...

_ReadableBuffer: _t.TypeAlias = _s.ReadableBuffer | _Array
_WritableBuffer: _t.TypeAlias = _s.WriteableBuffer | _Array

_T = _t.TypeVar("_T", covariant=True)

class _View(_t.Protocol[_T]):
    def __len__(self) -> _b.int: ...
    def __iter__(self) -> _t.Iterator[_T]: ...
    def __contains__(self, value: _b.object, /) -> _b.bool: ...
    @_t.overload
    def __getitem__(self, index: _t.SupportsIndex, /) -> _T: ...
    @_t.overload
    def __getitem__(self, index: _b.slice, /) -> _t.Sequence[_T]: ...
    def __setitem__(self, index: _t.SupportsIndex | _b.slice, value: _t.Any, /) -> None: ...
    def __buffer__(self, flags: _b.int, /) -> _b.memoryview: ...
    def tolist(self) -> _b.list[_t.Any]: ...

class GoneWrong(_i.CallError):
    """Raised by walk()."""

ffi: _t.Any
lib: _t.Any

@_t.final
class hub:
    @_b.property
    def closed(self) -> _b.bool: ...
    @_b.property
    def address(self) -> _b.int: ...
    @_b.property
    def aio(self) -> _Aio_hub: ...
    def close(self) -> None: ...
    def detach(self) -> _b.int: ...
    def __enter__(self) -> _t.Self: ...
    def __exit__(self, *args: _b.object) -> None: ...
    @_b.staticmethod
    def from_address(address: _t.SupportsIndex, *, owns: _b.bool = ...) -> hub: ...
    @_b.staticmethod
    def live() -> _b.int: ...

@_t.final
class _Aio_hub:
    async def close(self) -> None: ...
    async def detach(self) -> _b.int: ...

@_t.final
class point:
    __match_args__: _t.Final[_b.tuple[_t.Literal['x'], _t.Literal['y']]] = ('x', 'y')
    __hash__: _t.ClassVar[None]  # type: ignore[assignment]
    def __new__(cls, x: _t.SupportsIndex = ..., y: _t.SupportsIndex = ...) -> _t.Self: ...
    @_b.property
    def x(self) -> _b.int: ...
    @x.setter
    def x(self, value: _t.SupportsIndex, /) -> None: ...
    @_b.property
    def y(self) -> _b.int: ...
    @y.setter
    def y(self, value: _t.SupportsIndex, /) -> None: ...
    def __eq__(self, other: _b.object, /) -> _b.bool: ...
    def __copy__(self) -> _t.Self: ...
    def __replace__(self, /, **changes: _t.Any) -> _t.Self: ...
    def __buffer__(self, flags: _b.int, /) -> _b.memoryview: ...
    @_b.classmethod
    def array(cls, what: _t.SupportsIndex | _t.Iterable[point] | _WritableBuffer, /) -> _View[point]: ...

# malloc(size: int) -> cdata
@_w.function
def malloc(size: _t.SupportsIndex) -> _t.Any: ...

# free(block: cdata) -> None
@_w.function
def free(block: _t.Any) -> None: ...

# complete(complete: Callable[[str], sequence of str | None]) -> int
@_w.function
def complete(complete: _t.Callable[[_b.str], _t.Sequence[_b.str] | None]) -> _b.int: ...

# list(list: Callable[[], tuple[int | None, sequence or buffer of double, sequence of str]]) -> int
@_w.function
def list(list: _t.Callable[..., _b.tuple[_t.SupportsIndex | None, _ReadableBuffer | _t.Sequence[_t.SupportsFloat | _t.SupportsIndex], _t.Sequence[_b.str]]]) -> _b.int: ...

# reorder(sort: Callable[[array], sequence or buffer of long]) -> None
@_w.function
def reorder(sort: _t.Callable[[_a.array[_b.int]], _ReadableBuffer | _t.Sequence[_t.SupportsIndex]]) -> None: ...

# postponed(postpone: Callable[[datetime.datetime, datetime.datetime], tuple[datetime.datetime, datetime.datetime]]) -> datetime.datetime
@_w.function
def postponed(postpone: _t.Callable[[_m_datetime.datetime, _m_datetime.datetime], _b.tuple[_m_datetime.datetime, _m_datetime.datetime]]) -> _m_datetime.datetime: ...

# each(visit: Callable[[str, array], int | None]) -> int
@_w.function
def each(visit: _t.Callable[[_b.str, _a.array[_b.int]], _t.SupportsIndex | None]) -> _b.int: ...

# each_held(visit: Callable[[str, array], int | None]) -> int
def each_held(visit: _t.Callable[[_b.str, _a.array[_b.int]], _t.SupportsIndex | None]) -> _b.int: ...

# again(n: int) -> int
def again(n: _t.SupportsIndex) -> _b.int: ...

# sort(points: list or writable buffer of point, compare: Callable[[point, point], int]) -> None
@_w.function
def sort(points: _b.list[_t.Any] | _WritableBuffer, compare: _t.Callable[[point, point], _t.SupportsIndex]) -> None: ...

# make(make: Callable[[int, point], tuple[str | None, int]] | None) -> int
@_w.function
def make(make: _t.Callable[[_b.int, point], _b.tuple[_b.str | None, _t.SupportsIndex]] | None) -> _b.int: ...

# keep(visit: Callable[[str, array], int | None]) -> None
@_w.function
def keep(visit: _t.Callable[[_b.str, _a.array[_b.int]], _t.SupportsIndex | None]) -> None: ...

# once(read: Callable[[], bytes-like]) -> None
@_w.function
def once(read: _t.Callable[..., _ReadableBuffer]) -> None: ...

# order() -> Callable[[point, point], int]
@_w.function
def order() -> _t.Callable[[point, point], _t.SupportsIndex]: ...

# words(status: int) -> str
@_w.function
def words(status: _t.SupportsIndex) -> _b.str: ...

# walk(from_: point, done: Callable[[int, str, point], None] | None = None) -> None | Future[(what: str, at: point)]
@_t.final
class _F_walk:
    __name__: _b.str
    __qualname__: _b.str
    @_t.overload
    def __call__(_self, from_: point, done: None = ...) -> _f.Future[finished_outcome]: ...
    @_t.overload
    def __call__(_self, from_: point, done: _t.Callable[[_b.int, _b.str, point], _b.object]) -> None: ...
    async def aio(_self, from_: point, done: _t.Callable[[_b.int, _b.str, point], _b.object]) -> None: ...
walk: _F_walk

# write(bytes: bytes-like, done: Callable[[int], None] | None = None) -> None | Future[int]
@_t.final
class _F_write:
    __name__: _b.str
    __qualname__: _b.str
    @_t.overload
    def __call__(_self, bytes: _ReadableBuffer) -> _f.Future[_b.int]: ...
    @_t.overload
    def __call__(_self, bytes: _ReadableBuffer, done: _t.Callable[[_b.int], _b.object] | None) -> None: ...
    async def aio(_self, bytes: _ReadableBuffer, done: _t.Callable[[_b.int], _b.object] | None) -> None: ...
write: _F_write

# read(bytes: writable buffer, done: Callable[[int], None] | None = None) -> None | Future[int]
@_t.final
class _F_read:
    __name__: _b.str
    __qualname__: _b.str
    @_t.overload
    def __call__(_self, bytes: _WritableBuffer, done: None = ...) -> _f.Future[_b.int]: ...
    @_t.overload
    def __call__(_self, bytes: _WritableBuffer, done: _t.Callable[[_b.int], _b.object]) -> None: ...
    async def aio(_self, bytes: _WritableBuffer, done: _t.Callable[[_b.int], _b.object]) -> None: ...
read: _F_read

# end(done: Callable[[], None] | None = None) -> None | Future[None]
@_t.final
class _F_end:
    __name__: _b.str
    __qualname__: _b.str
    @_t.overload
    def __call__(_self, done: None = ...) -> _f.Future[None]: ...
    @_t.overload
    def __call__(_self, done: _t.Callable[[], _b.object]) -> None: ...
    async def aio(_self, done: _t.Callable[[], _b.object]) -> None: ...
end: _F_end

# open() -> hub
@_w.function
def open() -> hub: ...

# close(hub: hub) -> None
@_w.function
def close(hub: hub) -> None: ...

# on(hub: hub, event: Callable[[hub], int | None] | None) -> None
@_w.function
def on(hub: hub, event: _t.Callable[[hub], _t.SupportsIndex | None] | None) -> None: ...

# offer(take: Callable[[hub], tuple[int | None, hub]]) -> int
@_w.function
def offer(take: _t.Callable[[hub], _b.tuple[_t.SupportsIndex | None, hub]]) -> _b.int: ...

# choose(choose: Callable[[hub | None, hub | None], tuple[hub | None, hub | None]]) -> None
@_w.function
def choose(choose: _t.Callable[[hub | None, hub | None], _b.tuple[hub | None, hub | None]]) -> None: ...

@_t.final
class finished_outcome(_s.structseq[_t.Any], _b.tuple[_b.str, point]):
    __match_args__: _t.Final[_b.tuple[_t.Literal["what"], _t.Literal["at"]]] = ("what", "at",)
    @_b.property
    def what(self) -> _b.str: ...
    @_b.property
    def at(self) -> point: ...

