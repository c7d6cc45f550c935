# Made from tests/golden/errors/in.cdef by interop; do not edit.
from _typeshed import WriteableBuffer
from enum import IntEnum
from interop import CallError
from typing import Any
from typing import Any as _Any
from typing import SupportsFloat
from typing import SupportsIndex

__all__ = ["Fault", "MathFault", "SystemFault", "all_or_nothing", "between", "enum_status", "log", "over_parameters", "pointer_status", "reason", "saved", "status", "status_kept", "status_only", "with_errno", "with_message"]

class status(IntEnum):
    FINE = 0
    BROKEN = -1

class SystemFault(CallError, OSError): ...

class Fault(CallError): ...

class MathFault(CallError, OSError): ...

ffi: _Any
lib: _Any

# reason(status: int) -> str
def reason(status: SupportsIndex) -> str: ...

# status_only(a: int) -> None
def status_only(a: SupportsIndex) -> None: ...

# status_kept(a: int) -> int
def status_kept(a: SupportsIndex) -> int: ...

# enum_status() -> None
def enum_status() -> None: ...

# with_errno(a: int) -> int
def with_errno(a: SupportsIndex) -> int: ...

# pointer_status() -> None
def pointer_status() -> None: ...

# with_message(a: int) -> None
def with_message(a: SupportsIndex) -> None: ...

# over_parameters(unused: float) -> int
def over_parameters(unused: SupportsFloat | SupportsIndex) -> int: ...

# log(x: float) -> float
def log(x: SupportsFloat | SupportsIndex) -> float: ...

# saved() -> int
def saved() -> int: ...

# between(low: int, high: int) -> int
def between(low: SupportsIndex, high: SupportsIndex) -> int: ...

# all_or_nothing(values: list or writable buffer of int) -> int
def all_or_nothing(values: list[Any] | WriteableBuffer) -> int: ...

