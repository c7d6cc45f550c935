"""Find shared libraries and symbols when they are first used; hooks, and libraries opened by hand.

For a module that only names its library nothing is opened at import. At the first call the library is searched:

1. the module's resolver (``set_resolver``) is asked;
2. every variation of every name is tried, in the module's own folder and then by the operating system;
3. the handlers added with ``add_resolving_handler`` are asked;

and what was found is kept for good, as is every symbol's address.
"""

from __future__ import annotations

import os
import sys

# Not threading: a generated module's import should cost nothing it does not need.
from _thread import RLock

import _cffi_backend

from interop.runtime.errors import (
    ArgumentTypeError,
    ArgumentValueError,
    LibraryFormatError,
    LibraryNotFoundError,
    SymbolNotFoundError,
)
from interop.runtime.probing import Attempt, is_rooted, variations, versioned_files

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType
    from typing import Any

    Resolver = Callable[[str, str], "str | os.PathLike[str] | NativeLibrary | None"]

_VOID_POINTER = _cffi_backend.new_pointer_type(_cffi_backend.new_void_type())
_ADDRESS = _cffi_backend.new_primitive_type("uintptr_t")

# Reentrant, because a resolver may itself call a function of a lazily bound module.
_lock = RLock()
_resolvers: dict[str, Resolver] = {}
_handlers: list[Resolver] = []
_opened: dict[str, NativeLibrary] = {}


def _dlopen(path: str) -> Any:
    return _cffi_backend.load_library(path, _cffi_backend.RTLD_NOW)


class NativeLibrary:
    """A shared library opened by hand, to be searched for symbols and closed again.

    Use it where a lazily bound module is too lazy: to unload and reload, or to look whether a symbol is there. A bound
    module's functions keep their addresses for good, so never close a library that a resolver gave to one.

    >>> with NativeLibrary.load("libm.so.6") as library:
    ...     library.try_symbol("no_such_function") is None, library.symbol("cos") != 0
    (True, True)
    """

    __slots__ = ("_handle", "path")

    path: str
    """The file name that the operating system accepted."""

    def __init__(self, path: str, handle: Any) -> None:
        self.path = path
        self._handle = handle

    @classmethod
    def load(cls, name: str | os.PathLike[str], folder: str | None = None) -> NativeLibrary:
        """Open the library called ``name``, trying the usual variations, first in ``folder`` if one is given.

        Raises ``LibraryNotFoundError`` or ``LibraryFormatError``.
        """
        attempts: list[Attempt] = []
        name = os.fspath(name)
        library = _probe(name, folder, attempts)
        if library is None:
            raise _not_found(None, (name,), attempts)
        return library

    @classmethod
    def try_load(cls, name: str | os.PathLike[str], folder: str | None = None) -> NativeLibrary | None:
        """The library, or None where it cannot be opened."""
        return _probe(os.fspath(name), folder, [])

    def try_symbol(self, name: str) -> int | None:
        """The address of a function or variable, or None where the library lacks it."""
        if self._handle is None:
            raise ArgumentValueError(f"the library '{self.path}' is closed")
        try:
            pointer = self._handle.load_function(_VOID_POINTER, name)
        except AttributeError:
            return None
        return int(_cffi_backend.cast(_ADDRESS, pointer))

    def symbol(self, name: str) -> int:
        """The address of a function or variable. Raises ``SymbolNotFoundError``."""
        address = self.try_symbol(name)
        if address is None:
            raise SymbolNotFoundError(f"the library '{self.path}' has no symbol '{name}'")
        return address

    @property
    def closed(self) -> bool:
        """Whether ``close`` was called."""
        return self._handle is None

    def close(self) -> None:
        """Let the operating system unload it. Addresses taken from it must not be used any more. Harmless twice."""
        handle, self._handle = self._handle, None
        if handle is not None:
            handle.close_lib()

    def __enter__(self) -> NativeLibrary:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<NativeLibrary '{self.path}'{', closed' if self.closed else ''}>"


def set_resolver(module: ModuleType | str, callback: Resolver) -> None:
    """Let ``callback(library_name, module_name)`` say where the library of a lazily bound module is.

    ``module`` is the generated module or its full name. The callback is asked before anything is searched, once for
    each name the module gives, and returns a path, which is used as it is, a ``NativeLibrary``, or None to go on
    searching. A module has one resolver, set before its first call; a second one is a ``ValueError``.
    """
    name = module if isinstance(module, str) else module.__name__
    _check_callable("set_resolver", callback)
    with _lock:
        if name in _resolvers:
            raise ArgumentValueError(f"set_resolver(): module '{name}' has a resolver already")
        if name in _opened:
            raise ArgumentValueError(
                f"set_resolver(): module '{name}' has opened its library already ('{_opened[name].path}'); "
                "set the resolver before the first call"
            )
        _resolvers[name] = callback


def add_resolving_handler(callback: Resolver) -> None:
    """Let ``callback(library_name, module_name)`` be asked for every module whose library was not found by searching.

    It answers like a resolver. Handlers are asked in the order in which they were added, until one answers.
    """
    _check_callable("add_resolving_handler", callback)
    with _lock:
        _handlers.append(callback)


def _check_callable(function: str, callback: object) -> None:
    if not callable(callback):
        raise ArgumentTypeError(
            f"{function}(): argument 'callback': expected a callable, got {type(callback).__name__}"
        )


class Loader:
    """What the stubs of one lazily bound module ask for addresses."""

    __slots__ = ("_addresses", "_folder", "_libraries", "_library", "_package")

    def __init__(self, package: str, folder: str, libraries: tuple[str, ...]) -> None:
        self._package = package
        self._folder = folder
        self._libraries = libraries
        self._library: NativeLibrary | None = None
        self._addresses: dict[str, int] = {}

    def address(self, symbol: str) -> int:
        """The address of ``symbol``, opening the library if this is the first question."""
        address = self._addresses.get(symbol)
        if address is not None:
            return address
        with _lock:
            library = self._library
            if library is None:
                library = self._library = _opened[self._package] = self._find()
        found = library.try_symbol(symbol)
        if found is None:
            raise SymbolNotFoundError(f"{self._package}: the library '{library.path}' has no symbol '{symbol}'")
        self._addresses[symbol] = found
        return found

    def _find(self) -> NativeLibrary:
        attempts: list[Attempt] = []
        resolver = _resolvers.get(self._package)
        if resolver is not None:
            for name in self._libraries:
                library = self._ask(resolver, name)
                if library is not None:
                    return library
        for name in self._libraries:
            library = _probe(name, self._folder, attempts)
            if library is not None:
                return library
        for handler in tuple(_handlers):
            for name in self._libraries:
                library = self._ask(handler, name)
                if library is not None:
                    return library
        raise _not_found(self._package, self._libraries, attempts)

    def _ask(self, callback: Resolver, name: str) -> NativeLibrary | None:
        """What a hook says about a library name. A path it gives must be good: it is not searched around."""
        answer: object = callback(name, self._package)
        if answer is None or isinstance(answer, NativeLibrary):
            return answer
        if not isinstance(answer, str | os.PathLike):
            raise ArgumentTypeError(
                f"{self._package}: the resolver of '{name}' gave {type(answer).__name__}, "
                "expected a path, a NativeLibrary or None"
            )
        path: str = os.fspath(answer)
        try:
            return NativeLibrary(path, _dlopen(path))
        except OSError as error:
            attempt = Attempt(path, str(error))
            raise _error_class(attempt)(
                f"{self._package}: the resolver of '{name}' gave '{path}', which cannot be loaded: {attempt.text}"
            ) from None


def _probe(name: str, folder: str | None, attempts: list[Attempt]) -> NativeLibrary | None:
    """Try every variation of ``name`` in ``folder`` and then by the system, noting every answer in ``attempts``."""
    for variation in variations(name, sys.platform):
        candidates = [variation]
        if folder is not None and not is_rooted(variation, sys.platform):
            beside = os.path.join(folder, variation)
            # Asking the loader for a file that is not there would only fill the error with noise.
            if os.path.exists(beside):
                candidates.insert(0, beside)
        for candidate in candidates:
            try:
                return NativeLibrary(candidate, _dlopen(candidate))
            except OSError as error:
                attempts.append(Attempt(candidate, str(error)))
    return None


def _error_class(attempt: Attempt) -> type[LibraryNotFoundError | LibraryFormatError]:
    return LibraryFormatError if attempt.verdict == Attempt.BAD_FORMAT else LibraryNotFoundError


def _not_found(
    package: str | None, names: tuple[str, ...], attempts: list[Attempt]
) -> LibraryNotFoundError | LibraryFormatError:
    """The error for a library that could not be opened: the worst that was met, everything tried, and what to do."""
    worst = max(attempts, key=lambda attempt: attempt.verdict)
    spelled = " or ".join(f"'{name}'" for name in names)
    match worst.verdict:
        case Attempt.BAD_FORMAT:
            fact = f"'{worst.name}' is not a shared library for this machine: {worst.text}"
        case Attempt.NOT_LOADED:
            fact = f"'{worst.name}' is there but cannot be loaded: {worst.text}"
        case _:
            fact = f"no shared library {spelled} was found"
    lines = [fact if package is None else f"{package}: {fact}"]
    lines.extend(f"  tried {attempt.name}: {attempt.text}" for attempt in attempts)
    versioned = [
        file for name in names if not os.path.isabs(name) for file in versioned_files(name) if file not in names
    ]
    if versioned:
        lines.append(f'help: {versioned[0]} is installed: add "{versioned[0]}" to library(...)')
    else:
        lines.append("help: install the library, or say where it is with interop.set_resolver()")
    return _error_class(worst)("\n".join(lines))


class LazyLib:
    """``module.lib`` of a lazily bound module: functions as cffi function pointers, globals read and written.

    ``functions`` and ``variables`` map a symbol to its C type; any other name is looked up in ``constants``, cffi's own
    ``lib``, which has what needs no library.
    """

    __slots__ = ("_constants", "_ffi", "_functions", "_loader", "_pointers", "_variables")

    def __init__(
        self,
        ffi: Any,
        loader: Loader,
        functions: dict[str, str],
        variables: dict[str, str],
        constants: object = None,
    ) -> None:
        # Past our own __setattr__, which is for C variables.
        for name, value in (
            ("_ffi", ffi),
            ("_loader", loader),
            ("_functions", functions),
            ("_variables", variables),
            ("_constants", constants),
            ("_pointers", {}),
        ):
            object.__setattr__(self, name, value)

    def _variable(self, name: str) -> Any:
        """A pointer to the variable, typed."""
        pointer = self._pointers.get(name)
        if pointer is None:
            pointer_type = self._ffi.getctype(self._variables[name], "*")
            pointer = self._ffi.cast(pointer_type, self._loader.address(name))
            self._pointers[name] = pointer
        return pointer

    def __getattr__(self, name: str) -> Any:
        if name in self._variables:
            return self._variable(name)[0]
        if name in self._functions:
            pointer = self._pointers.get(name)
            if pointer is None:
                pointer = self._ffi.cast(self._functions[name], self._loader.address(name))
                self._pointers[name] = pointer
            return pointer
        if self._constants is not None and not name.startswith("__"):
            return getattr(self._constants, name)
        raise AttributeError(f"lib has no symbol '{name}'")

    def __setattr__(self, name: str, value: Any) -> None:
        if name not in self._variables:
            raise AttributeError(f"lib has no variable '{name}' that could be set")
        self._variable(name)[0] = value

    def __dir__(self) -> list[str]:
        return [*self._functions, *self._variables, *(dir(self._constants) if self._constants is not None else ())]
