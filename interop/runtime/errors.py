"""The exceptions users catch, and how a failed call becomes one.

Nothing here imports more than the interpreter has loaded anyway: this is part of every generated module's import.
"""

from __future__ import annotations

import errno as errno_names
import os

import _cffi_backend

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import IntEnum
    from typing import Any, ClassVar


class InteropError(Exception):
    """Whatever goes wrong between Python and C. Every subclass is also the built-in exception that fits."""

    # Users see the names they import and catch, not the module that happens to define them.
    __module__ = "interop"


class ArgumentTypeError(InteropError, TypeError):
    """An argument of a type that the parameter cannot take."""

    __module__ = "interop"


class ArgumentValueError(InteropError, ValueError):
    """An argument of the right type with a value or size that does not fit."""

    __module__ = "interop"


class ArgumentRangeError(InteropError, OverflowError):
    """A number that the parameter's C type cannot hold."""

    __module__ = "interop"


class LibraryNotFoundError(InteropError, OSError):
    """No shared library of the names that the module gives, or one whose own needs are missing."""

    __module__ = "interop"


class LibraryFormatError(InteropError, OSError):
    """A file of the right name that is no shared library for this machine."""

    __module__ = "interop"


class SymbolNotFoundError(InteropError, AttributeError):
    """A library that is there but lacks the symbol."""

    __module__ = "interop"


class NoRunningLoopError(InteropError, RuntimeError):
    """A function that could be awaited, called where no event loop runs and without the callable that C would call."""

    __module__ = "interop"


class ContractViolation(InteropError, RuntimeError):
    """A C function that broke its declaration, found by a checked build.

    ``function`` and ``parameter`` say whose contract it is. The fault is in the C code or in what the ``.cdef`` file
    says of it, never in the arguments.
    """

    __module__ = "interop"

    def __init__(self, text: str = "", function: str | None = None, parameter: str | None = None) -> None:
        super().__init__(text, function, parameter)
        self.text = text
        self.function = function
        self.parameter = parameter

    def __str__(self) -> str:
        return self.text


class CallError(InteropError):
    """A C function that reported failure.

    ``function`` is its name and ``status`` what it returned (None for a function whose result is no status). Where the
    declaration says ``errno`` the exception is an ``OSError`` of the fitting kind too, so ``except FileNotFoundError``
    works, and has ``errno`` and ``strerror``.

    >>> error = CallError("compress2(): buffer error (status -5)", function="compress2", status=-5)
    >>> str(error), error.status
    ('compress2(): buffer error (status -5)', -5)
    """

    __module__ = "interop"

    _statuses: ClassVar[_Statuses | None] = None
    _text: str | None = None
    function: str | None
    status: object

    def __init__(
        self, text: str = "", *, function: str | None = None, status: object = None, errno: int | None = None
    ) -> None:
        if errno is not None and isinstance(self, OSError):
            super().__init__(errno, os.strerror(errno))
        else:
            super().__init__(text)
        self._text = text
        self.function = function
        self.status = status

    @property
    def text(self) -> str:
        """What ``str()`` gives: the function, the library's words, and the status."""
        # Of those that the stubs make, it is the argument; those of an OSError are its errno and the system's words.
        return self._text if self._text is not None else str(self.args[0])

    def __str__(self) -> str:
        return self.text

    def __reduce__(self) -> tuple[Any, ...]:
        errno = self.errno if isinstance(self, OSError) else None
        return _rebuild, (_declared_class(type(self)), self.text, self.function, self.status, errno), self.__dict__


_fitting: dict[tuple[type[CallError], type[OSError]], type[CallError]] = {}
_declared: dict[type[CallError], type[CallError]] = {}


def _fitting_class(declared: type[CallError], errno: int) -> type[CallError]:
    """``declared``, made an ``OSError`` of the kind Python itself uses for this errno; one class for one pair."""
    kind = type(OSError(errno, ""))
    if issubclass(declared, kind):
        return declared
    key = declared, kind
    fitting = _fitting.get(key)
    if fitting is None:
        namespace = {"__module__": declared.__module__, "__doc__": declared.__doc__}
        # setdefault, not assignment: two threads that meet here must end up with one class.
        fitting = _fitting.setdefault(key, type(declared.__name__, (declared, kind), namespace))
        _declared[fitting] = declared
    return fitting


def _declared_class(cls: type[CallError]) -> type[CallError]:
    """The importable class behind one made by ``_fitting_class``, which is what a pickle may name."""
    return _declared.get(cls, cls)


def _rebuild(
    declared: type[CallError], text: str, function: str | None, status: object, errno: int | None
) -> CallError:
    """The exception again, from what ``__reduce__`` kept."""
    cls = declared if errno is None else _fitting_class(declared, errno)
    return cls(text, function=function, status=status, errno=errno)


def _describe_status(status: object) -> str:
    if type(status) is int:
        return f"status {status}"
    name = getattr(status, "name", None)
    if isinstance(status, int):
        return f"status {name} ({int(status)})" if isinstance(name, str) else f"status {int(status)}"
    return f"status {status!r}"


class _Statuses:
    """What the statuses of an exception class are called in C's words, and which have subclasses."""

    __slots__ = ("classes", "names")

    def __init__(self, names: type[IntEnum] | None, classes: Mapping[int, type[CallError]]) -> None:
        self.names: Mapping[Any, object] = {} if names is None else {member.value: member for member in names}
        self.classes = classes


def statuses(cls: type[CallError], names: type[IntEnum] | None, classes: Mapping[int, type[CallError]]) -> None:
    """Say which subclass of ``cls`` stands for which status. Called by generated modules.

    ``names`` is the enumeration of the statuses, if it has a name: ``status`` is then a member of it."""
    # For the class itself, not for its subclasses: a function that names one of these means just that one.
    cls._statuses = _Statuses(names, classes)


def call_error(
    cls: type[CallError] | None,
    function: str,
    message: str | None,
    status: object,
    errno: int | None,
    condition: str,
    code: int | None = None,
) -> CallError:
    """The exception for a call of ``function`` that failed, ready to be raised. Called by the compiled stubs,
    but for the usual case, which they make themselves (errors.h).

    ``cls`` is the class of ``raises`` (None: ``CallError``), ``message`` the library's own words, ``condition`` the C
    text of ``success`` that does not hold, ``errno`` the number saved after the call where it was asked for. ``code``
    picks the class among those of ``statuses``, where that is not the status itself.

    >>> str(call_error(None, "compress2", "buffer error", -5, None, "result == Z_OK"))
    'compress2(): buffer error (status -5)'
    >>> str(call_error(None, "compress2", None, -5, None, "result == Z_OK"))
    "compress2(): failed: 'result == Z_OK' does not hold (status -5)"
    """
    declared = CallError if cls is None else cls
    if status is None:
        status = code
    known = vars(declared).get("_statuses")
    if known is not None:
        declared = known.classes.get(status if code is None else code, declared)
        status = known.names.get(status, status)
    details = [] if status is None else [_describe_status(status)]
    if errno is not None:
        name = errno_names.errorcode.get(errno)
        details.append(f"errno {errno} {name}" if name else f"errno {errno}")
    if message:
        words = message
    elif errno:
        words = os.strerror(errno)
    else:
        words = f"failed: '{condition}' does not hold"
    text = f"{function}(): {words}" + (f" ({', '.join(details)})" if details else "")
    return _rebuild(declared, text, function, status, errno)


def last_errno() -> int:
    """The ``errno`` that the last call of a function declared ``save_errno`` or ``errno`` left, on this thread."""
    number: int = _cffi_backend.get_errno()
    return number
