"""HRESULT statuses and exceptions, both ways (R11.1-R11.4, R11.10).

Loaded by the first failure, or by whoever asks for one of its names: no part of a generated module's import.
"""

from __future__ import annotations

from interop.runtime.errors import CallError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Self

COR_E_EXCEPTION = 0x80131500
"""What an exception is to C that says nothing of itself, as a class of the user's does."""


class Known:
    """One status: its name, what it means, and the exception of Python's own that fits (None: none does)."""

    __slots__ = ("code", "kind", "name", "represents", "words")

    def __init__(
        self, code: int, name: str, words: str, kind: type[Exception] | None = None, represents: bool = False
    ) -> None:
        self.code = code
        self.name = name
        self.words = words
        self.kind = kind
        self.represents = represents
        """It is what C gets for an exception of ``kind``, of which there may be several."""


TABLE = (
    Known(0x80004001, "E_NOTIMPL", "not implemented", NotImplementedError, True),
    Known(0x80004002, "E_NOINTERFACE", "no such interface", TypeError, True),
    Known(0x80004003, "E_POINTER", "invalid pointer", ValueError),
    Known(0x80004005, "E_FAIL", "unspecified failure"),
    Known(0x80070005, "E_ACCESSDENIED", "access denied", PermissionError, True),
    Known(0x8007000E, "E_OUTOFMEMORY", "out of memory", MemoryError, True),
    Known(0x80070057, "E_INVALIDARG", "invalid argument", ValueError, True),
    Known(0x80070002, "COR_E_FILENOTFOUND", "file not found", FileNotFoundError, True),
    Known(0x80070003, "COR_E_DIRECTORYNOTFOUND", "path not found", FileNotFoundError),
    Known(0x800700CE, "COR_E_PATHTOOLONG", "name too long", OSError),
    Known(0x8007000B, "COR_E_BADIMAGEFORMAT", "bad file format", OSError),
    Known(0x80070216, "COR_E_ARITHMETIC", "arithmetic error", ArithmeticError, True),
    Known(0x80020012, "COR_E_DIVIDEBYZERO", "division by zero", ZeroDivisionError, True),
    Known(0x80070026, "COR_E_ENDOFSTREAM", "end of file", EOFError, True),
    Known(0x800703E9, "COR_E_STACKOVERFLOW", "stack overflow", RecursionError, True),
    Known(0x8002000E, "COR_E_TARGETPARAMCOUNT", "wrong number of arguments", TypeError),
    Known(0x8000211D, "COR_E_AMBIGUOUSMATCH", "ambiguous match", LookupError),
    Known(COR_E_EXCEPTION, "COR_E_EXCEPTION", "an exception"),
    Known(0x80131501, "COR_E_SYSTEM", "system error"),
    Known(0x80131502, "COR_E_ARGUMENTOUTOFRANGE", "argument out of range", ValueError),
    Known(0x80131503, "COR_E_ARRAYTYPEMISMATCH", "array of another type", TypeError),
    Known(0x80131505, "COR_E_TIMEOUT", "timed out", TimeoutError, True),
    Known(0x80131508, "COR_E_INDEXOUTOFRANGE", "index out of range", IndexError, True),
    Known(0x80131509, "COR_E_INVALIDOPERATION", "invalid operation", RuntimeError, True),
    Known(0x8013150A, "COR_E_SECURITY", "not allowed", PermissionError),
    Known(0x8013150C, "COR_E_SERIALIZATION", "serialization error", ValueError),
    Known(0x80131511, "COR_E_MISSINGFIELD", "missing field", AttributeError),
    Known(0x80131512, "COR_E_MISSINGMEMBER", "missing member", AttributeError, True),
    Known(0x80131513, "COR_E_MISSINGMETHOD", "missing method", AttributeError),
    Known(0x80131515, "COR_E_NOTSUPPORTED", "not supported", NotImplementedError),
    Known(0x80131516, "COR_E_OVERFLOW", "overflow", OverflowError, True),
    Known(0x80131517, "COR_E_RANK", "wrong number of dimensions", ValueError),
    Known(0x80131518, "COR_E_SYNCHRONIZATIONLOCK", "lock not held", RuntimeError),
    Known(0x80131519, "COR_E_THREADINTERRUPTED", "interrupted", InterruptedError, True),
    Known(0x80131520, "COR_E_THREADSTATE", "thread in the wrong state", RuntimeError),
    Known(0x80131522, "COR_E_TYPELOAD", "type cannot be loaded", ImportError, True),
    Known(0x80131523, "COR_E_ENTRYPOINTNOTFOUND", "no such entry point", AttributeError),
    Known(0x80131524, "COR_E_DLLNOTFOUND", "library not found", OSError),
    Known(0x80131527, "COR_E_INVALIDCOMOBJECT", "object is gone", ValueError),
    Known(0x80131531, "COR_E_INVALIDOLEVARIANTTYPE", "bad type of a VARIANT", TypeError),
    Known(0x80131533, "COR_E_SAFEARRAYTYPEMISMATCH", "SAFEARRAY of another type", TypeError),
    Known(0x80131534, "COR_E_TYPEINITIALIZATION", "type cannot be initialised", RuntimeError),
    Known(0x80131535, "COR_E_MARSHALDIRECTIVE", "cannot be marshalled so", TypeError),
    Known(0x80131537, "COR_E_FORMAT", "bad format", ValueError),
    Known(0x80131538, "COR_E_SAFEARRAYRANKMISMATCH", "SAFEARRAY of another rank", ValueError),
    Known(0x80131600, "COR_E_APPLICATION", "application error"),
    Known(0x80131603, "COR_E_TARGET", "target error"),
    Known(0x80131604, "COR_E_TARGETINVOCATION", "target of the call raised"),
    Known(0x80131620, "COR_E_IO", "input or output error", OSError, True),
    Known(0x80131621, "COR_E_FILELOAD", "file cannot be loaded", OSError),
    Known(0x80131622, "COR_E_OBJECTDISPOSED", "object is closed", ValueError),
)
"""R11.2. The names are the original's."""

_by_code = {known.code: known for known in TABLE}
_by_kind = {known.kind: known.code for known in TABLE if known.represents}
_classes: dict[type[Exception] | None, type[HResultError]] = {}


def _signed(hresult: int) -> int:
    """The number as C has it; both ways of writing it are taken, -2147467259 and 0x80004005."""
    if not -(2**31) <= hresult < 2**32:
        raise OverflowError(f"{hresult} is no HRESULT: it has 32 bits")
    return hresult - 2**32 if hresult >= 2**31 else hresult


class HResultError(CallError):
    """A status of C's that says what went wrong.

    ``hresult`` is the number, negative as C has it, and ``status`` is the same. What is made is also the exception of
    Python's own that fits the number, so ``except FileNotFoundError`` and ``except ValueError`` work.

    >>> try:
    ...     raise HResultError(0x80070057)
    ... except ValueError as error:
    ...     print(error, error.hresult)
    invalid argument (HRESULT 0x80070057 E_INVALIDARG) -2147024809
    """

    __module__ = "interop"

    hresult: int

    def __new__(cls, hresult: int, text: str = "", *, function: str | None = None) -> Self:
        known = _by_code.get(hresult & 0xFFFFFFFF)
        kind = known.kind if known is not None else None
        if cls is HResultError and kind is not None:
            fitting = _fitting(kind)
            return fitting.__new__(fitting, hresult, text, function=function)  # type: ignore[return-value]
        # Not super(): an exception is made by the class whose memory it has, not by the next of its ancestors.
        base: Any = cls.__base__
        while base.__new__ is HResultError.__new__:
            base = base.__base__
        made: Self = base.__new__(cls, text)
        return made

    def __init__(self, hresult: int, text: str = "", *, function: str | None = None) -> None:
        number = _signed(hresult)
        super().__init__(_sentence(number, text, function), function=function, status=number)
        self.hresult = number

    def __reduce__(self) -> tuple[Any, ...]:
        # What __init__ makes of no words is replaced by the attributes.
        declared = HResultError if type(self) in _classes.values() else type(self)
        return declared, (self.hresult,), self.__dict__


def _fitting(kind: type[Exception]) -> type[HResultError]:
    """The class that is an exception of Python's own too; one for each."""
    found = _classes.get(kind)
    if found is None:
        namespace = {"__module__": "interop", "__doc__": HResultError.__doc__}
        # setdefault, not assignment: two threads that meet here must end up with one class.
        found = _classes.setdefault(kind, type(HResultError.__name__, (HResultError, kind), namespace))
    return found


def _sentence(hresult: int, text: str, function: str | None) -> str:
    known = _by_code.get(hresult & 0xFFFFFFFF)
    words = text or (known.words if known is not None else "failed")
    name = f" {known.name}" if known is not None else ""
    where = f"{function}(): " if function else ""
    return f"{where}{words} (HRESULT 0x{hresult & 0xFFFFFFFF:08X}{name})"


def exception_for_hresult(hresult: int, text: str = "") -> HResultError | None:
    """The exception that a status means; None for one that is no failure (R11.1).

    ``text`` says more than what is known of the number. Raises ``OverflowError`` for what has more than 32 bits.
    """
    return HResultError(hresult, text) if _signed(hresult) < 0 else None


def raise_for_hresult(hresult: int, text: str = "") -> None:
    """Raise what a status means, if it is a failure (R11.10)."""
    error = exception_for_hresult(hresult, text)
    if error is not None:
        raise error


def hresult_for_exception(error: BaseException) -> int:
    """The status that an exception is to C, negative (R11.3, R11.4).

    What the exception says itself in ``hresult``, if that is a failure; else what stands for its class, or for the
    nearest of the classes that it derives from; else 0x80131500.
    """
    own = getattr(error, "hresult", None)
    if isinstance(own, int) and -(2**31) <= own < 2**32 and _signed(own) < 0:
        return _signed(own)
    for kind in type(error).__mro__:
        code = _by_kind.get(kind)
        if code is not None:
            return _signed(code)
    return _signed(COR_E_EXCEPTION)


def call_error(function: str, message: str | None, status: int) -> HResultError:
    """The exception for a call of ``function`` that failed, ready to be raised. Called by the compiled stubs."""
    return HResultError(status, message or "", function=function)
