# Made from tests/golden/errors/in.cdef by interop; do not edit.
import builtins as _b
import enum as _e
import interop as _i
import _typeshed as _s
import typing as _t

__all__ = ["Fault", "MathFault", "SystemFault", "aio", "all_or_nothing", "between", "enum_status", "log", "over_parameters", "pointer_status", "reason", "saved", "status", "status_kept", "status_only", "with_errno", "with_message"]

class _Array(_t.Protocol):
    # NumPy's arrays are buffers on every Python, but say so to type checkers only from 3.12 on.
    @_b.property
    def __array_interface__(self) -> _b.dict[_b.str, _t.Any]: ...

_ReadableBuffer: _t.TypeAlias = _s.ReadableBuffer | _Array
_WritableBuffer: _t.TypeAlias = _s.WriteableBuffer | _Array

class status(_e.IntEnum):
    FINE = 0
    BROKEN = -1

class SystemFault(_i.CallError, _b.OSError): ...

class Fault(_i.CallError): ...

class MathFault(_i.CallError, _b.OSError): ...

ffi: _t.Any
lib: _t.Any

# reason(status: int) -> str
def reason(status: _t.SupportsIndex) -> _b.str: ...

# status_only(a: int) -> None
def status_only(a: _t.SupportsIndex) -> None: ...

# status_kept(a: int) -> int
def status_kept(a: _t.SupportsIndex) -> _b.int: ...

# enum_status() -> None
def enum_status() -> None: ...

# with_errno(a: int) -> int
def with_errno(a: _t.SupportsIndex) -> _b.int: ...

# pointer_status() -> None
def pointer_status() -> None: ...

# with_message(a: int) -> None
def with_message(a: _t.SupportsIndex) -> None: ...

# over_parameters(unused: float) -> int
def over_parameters(unused: _t.SupportsFloat | _t.SupportsIndex) -> _b.int: ...

# log(x: float) -> float
def log(x: _t.SupportsFloat | _t.SupportsIndex) -> _b.float: ...

# saved() -> int
def saved() -> _b.int: ...

# between(low: int, high: int) -> int
def between(low: _t.SupportsIndex, high: _t.SupportsIndex) -> _b.int: ...

# all_or_nothing(values: list or writable buffer of int) -> int
def all_or_nothing(values: _b.list[_t.Any] | _WritableBuffer) -> _b.int: ...

@_t.final
class _Aio:
    # all_or_nothing(values: list or writable buffer of int) -> int
    @_b.staticmethod
    async def all_or_nothing(values: _b.list[_t.Any] | _WritableBuffer) -> _b.int: ...

    # between(low: int, high: int) -> int
    @_b.staticmethod
    async def between(low: _t.SupportsIndex, high: _t.SupportsIndex) -> _b.int: ...

    # enum_status() -> None
    @_b.staticmethod
    async def enum_status() -> None: ...

    # log(x: float) -> float
    @_b.staticmethod
    async def log(x: _t.SupportsFloat | _t.SupportsIndex) -> _b.float: ...

    # over_parameters(unused: float) -> int
    @_b.staticmethod
    async def over_parameters(unused: _t.SupportsFloat | _t.SupportsIndex) -> _b.int: ...

    # pointer_status() -> None
    @_b.staticmethod
    async def pointer_status() -> None: ...

    # reason(status: int) -> str
    @_b.staticmethod
    async def reason(status: _t.SupportsIndex) -> _b.str: ...

    # saved() -> int
    @_b.staticmethod
    async def saved() -> _b.int: ...

    # status_kept(a: int) -> int
    @_b.staticmethod
    async def status_kept(a: _t.SupportsIndex) -> _b.int: ...

    # status_only(a: int) -> None
    @_b.staticmethod
    async def status_only(a: _t.SupportsIndex) -> None: ...

    # with_errno(a: int) -> int
    @_b.staticmethod
    async def with_errno(a: _t.SupportsIndex) -> _b.int: ...

    # with_message(a: int) -> None
    @_b.staticmethod
    async def with_message(a: _t.SupportsIndex) -> None: ...

aio: _Aio
