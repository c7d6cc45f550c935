# Made from tests/golden/errors/in.cdef by interop; do not edit.
import builtins as _b
import enum as _e
import interop as _i
import _typeshed as _s
import typing as _t
import interop.runtime.aio as _w

__all__ = ["Fault", "MathFault", "STORE_BUSY", "STORE_GONE", "STORE_MISSING", "STORE_ODD", "STORE_OK", "StoreBusy", "StoreError", "StoreMissing", "SystemFault", "all_or_nothing", "ask", "between", "enum_status", "hresult", "hresult_itself", "log", "over_parameters", "pointer_status", "reason", "saved", "status", "status_kept", "status_only", "store", "store_find", "with_errno", "with_message"]

class _Array(_t.Protocol):
    # NumPy's arrays are buffers on every Python, but say so to type checkers only from 3.12 on.
    @_b.property
    def __array_interface__(self) -> _b.dict[_b.str, _t.Any]: ...

_ReadableBuffer: _t.TypeAlias = _s.ReadableBuffer | _Array
_WritableBuffer: _t.TypeAlias = _s.WriteableBuffer | _Array

class status(_e.IntEnum):
    FINE = 0
    BROKEN = -1

class Fault(_i.CallError):
    """Raised by over_parameters(), with_message()."""

class MathFault(_i.CallError, _b.OSError):
    """Raised by log()."""

class StoreError(_i.CallError):
    """Raised by store(), store_find(). By the status: StoreBusy, StoreMissing."""

class SystemFault(_i.CallError, _b.OSError):
    """Raised by pointer_status()."""

class StoreBusy(StoreError):
    """C: STORE_BUSY (5)."""

class StoreMissing(StoreError, _b.LookupError):
    """C: STORE_MISSING (6), STORE_GONE (8)."""

STORE_OK: _t.Final[_b.int]
STORE_BUSY: _t.Final[_b.int]
STORE_MISSING: _t.Final[_b.int]
STORE_ODD: _t.Final[_b.int]
STORE_GONE: _t.Final[_b.int]
ffi: _t.Any
lib: _t.Any

# reason(status: int) -> str
@_w.function
def reason(status: _t.SupportsIndex) -> _b.str: ...

# status_only(a: int) -> None
@_w.function
def status_only(a: _t.SupportsIndex) -> None: ...

# status_kept(a: int) -> int
@_w.function
def status_kept(a: _t.SupportsIndex) -> _b.int: ...

# enum_status() -> None
@_w.function
def enum_status() -> None: ...

# with_errno(a: int) -> int
@_w.function
def with_errno(a: _t.SupportsIndex) -> _b.int: ...

# pointer_status() -> None
@_w.function
def pointer_status() -> None: ...

# with_message(a: int) -> None
@_w.function
def with_message(a: _t.SupportsIndex) -> None: ...

# over_parameters(unused: float) -> int
@_w.function
def over_parameters(unused: _t.SupportsFloat | _t.SupportsIndex) -> _b.int: ...

# log(x: float) -> float
@_w.function
def log(x: _t.SupportsFloat | _t.SupportsIndex) -> _b.float: ...

# saved() -> int
@_w.function
def saved() -> _b.int: ...

# store() -> None
@_w.function
def store() -> None: ...

# store_find(key: int) -> str
@_w.function
def store_find(key: _t.SupportsIndex) -> _b.str: ...

# hresult(a: int) -> int
@_w.function
def hresult(a: _t.SupportsIndex) -> _b.int: ...

# hresult_itself() -> int
@_w.function
def hresult_itself() -> _b.int: ...

# ask(how: Callable[[], int]) -> None
@_w.function
def ask(how: _t.Callable[[], _t.SupportsIndex]) -> None: ...

# between(low: int, high: int) -> int
@_w.function
def between(low: _t.SupportsIndex, high: _t.SupportsIndex) -> _b.int: ...

# all_or_nothing(values: list or writable buffer of int) -> int
@_w.function
def all_or_nothing(values: _b.list[_t.Any] | _WritableBuffer) -> _b.int: ...

