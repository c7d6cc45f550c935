"""Platform invoke for Python: annotated C declarations in, one compiled extension module out.

This package's own names are what programs use at run time. The compiler is the command ``interop`` (or
``python -m interop``) and, for packages, the ``[tool.interop]`` table of ``pyproject.toml``.
"""

from interop.runtime.errors import (
    ArgumentRangeError,
    ArgumentTypeError,
    ArgumentValueError,
    CallError,
    ContractViolation,
    InteropError,
    LibraryFormatError,
    LibraryNotFoundError,
    NoRunningLoopError,
    SymbolNotFoundError,
    last_errno,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from interop.runtime.aio import aio
    from interop.runtime.hresults import (
        HResultError,
        exception_for_hresult,
        hresult_for_exception,
        raise_for_hresult,
    )
    from interop.runtime.loading import NativeLibrary, add_resolving_handler, set_resolver
    from interop.runtime.text import TrailingText

__version__ = "0.1.0"

__all__ = [
    "ArgumentRangeError",
    "ArgumentTypeError",
    "ArgumentValueError",
    "CallError",
    "ContractViolation",
    "HResultError",
    "InteropError",
    "LibraryFormatError",
    "LibraryNotFoundError",
    "NativeLibrary",
    "NoRunningLoopError",
    "SymbolNotFoundError",
    "TrailingText",
    "__version__",
    "add_resolving_handler",
    "aio",
    "exception_for_hresult",
    "hresult_for_exception",
    "last_errno",
    "raise_for_hresult",
    "set_resolver",
]


def __getattr__(name: str) -> object:
    # Every generated module imports this package; only lazily bound ones need the search for libraries.
    if name in ("NativeLibrary", "add_resolving_handler", "set_resolver"):
        from interop.runtime import loading

        value = globals()[name] = getattr(loading, name)
        return value
    if name == "aio":
        from interop.runtime.aio import aio

        globals()[name] = aio
        return aio
    if name in ("HResultError", "exception_for_hresult", "hresult_for_exception", "raise_for_hresult"):
        from interop.runtime import hresults

        value = globals()[name] = getattr(hresults, name)
        return value
    if name == "TrailingText":
        from interop.runtime.text import TrailingText

        globals()[name] = TrailingText
        return TrailingText
    raise AttributeError(f"module '{__name__}' has no attribute '{name}'")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
