"""Open a generated module's extension, both halves of it, and check that it belongs to the Python file beside it.

One shared object holds two modules: cffi's (``ffi`` and ``lib``) and the compiled stubs. One object matters: two would
duplicate the static state of C sources that are compiled in.
"""

from __future__ import annotations

import os
import sys
from importlib.machinery import EXTENSION_SUFFIXES, ExtensionFileLoader, ModuleSpec

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType
    from typing import Any

ABI = 1
"""What generated code and this package agree on. It grows when a module built earlier could not work any more."""


class Native:
    """The two halves of an extension: ``ffi`` and ``lib`` are cffi's, ``stubs`` has one function per declaration."""

    __slots__ = ("ffi", "lib", "stubs")

    def __init__(self, ffi: Any, lib: Any, stubs: Any) -> None:
        self.ffi = ffi
        self.lib = lib
        self.stubs = stubs


def load(package: str, file: str, extension: str, digest: str) -> Native:
    """Load the extension beside ``file`` for the generated package called ``package``.

    ``extension`` is the extension's own name, an underscore and the module's name; ``digest`` is what the Python file
    was generated from. Raises ``ImportError``, always with what to do about it.
    """
    folder = os.path.dirname(os.path.abspath(file))
    path = _find(package, folder, extension)
    cffi_half = _open_cffi_half(package, extension, path)
    sys.modules[f"{package}.{extension}"] = cffi_half
    stubs = _open(package, _stub_name(package, extension.removeprefix("_")), path)
    _check(package, path, stubs, digest)
    return Native(cffi_half.ffi, cffi_half.lib, stubs)


def _stub_name(package: str, module: str) -> str:
    """The name under which the stubs are loaded; its last part decides which ``PyInit_`` function the loader asks for.

    It is the package's own name wherever the folder still has the module's name, so that functions say where they
    can be imported from.
    """
    return package if package.rpartition(".")[2] == module else f"{package}.{module}"


def _find(package: str, folder: str, extension: str) -> str:
    for suffix in EXTENSION_SUFFIXES:
        path = os.path.join(folder, extension + suffix)
        if os.path.isfile(path):
            return path
    try:
        others = sorted(name for name in os.listdir(folder) if name.startswith(extension + "."))
    except OSError:
        others = []
    found = f" (there is {', '.join(others)}, built for another Python or platform)" if others else ""
    raise ImportError(
        f"{package}: no extension module {extension}{EXTENSION_SUFFIXES[-1]} in {folder}{found}; "
        "build it with 'interop build'",
        name=package,
        path=folder,
    )


def _open_cffi_half(package: str, extension: str, path: str) -> ModuleType:
    """cffi enters its half and ``lib`` into ``sys.modules`` under the bare name too, where a module of the standard
    library may be at home (``_lzma``): what stood there stays."""
    bare = (extension, f"{extension}.lib")
    before = {name: sys.modules.get(name) for name in bare}
    try:
        return _open(package, f"{package}.{extension}", path)
    finally:
        for name, module in before.items():
            if module is None:
                sys.modules.pop(name, None)
            else:
                sys.modules[name] = module


def _open(package: str, name: str, path: str) -> ModuleType:
    """Load one half of the shared object at ``path``, without making it the module that ``name`` stands for."""
    loader = ExtensionFileLoader(name, path)
    spec = ModuleSpec(name, loader, origin=path)
    try:
        module = loader.create_module(spec)
        loader.exec_module(module)
    except ModuleNotFoundError as error:
        if error.name != "_cffi_backend":
            raise
        raise ImportError(
            f"{package}: the package 'cffi' is not installed; install it with 'pip install cffi'",
            name=package,
            path=path,
        ) from None
    except ImportError as error:
        raise ImportError(f"{package}: {_reason(path, str(error))}", name=package, path=path) from None
    return module


def _reason(path: str, text: str) -> str:
    """Why the extension cannot be loaded, from what the dynamic loader or the interpreter said, and what to do."""
    if "PyInit_" in text or "init function" in text or "export function" in text:
        return f"{path} is not the extension of this module; rebuild it with 'interop build'"
    if "another interpreter" in text:
        return text
    text = text.removeprefix(f"{path}: ")
    if "cannot open shared object file" in text or "Library not loaded" in text:
        return f"{path} needs a library that is not installed: {text}; install it, or rebuild with 'interop build'"
    return f"cannot load {path}: {text}; rebuild it with 'interop build'"


def _check(package: str, path: str, stubs: Any, digest: str) -> None:
    abi = getattr(stubs, "_interop_abi", None)
    if abi != ABI:
        raise ImportError(
            f"{package}: {path} was built by another version of interop (its ABI is {abi}, this one's is {ABI}); "
            "rebuild it with 'interop build'",
            name=package,
            path=path,
        )
    if stubs._interop_digest != digest:
        raise ImportError(
            f"{package}: __init__.py and {os.path.basename(path)} in {os.path.dirname(path)} "
            "come from different builds; rebuild them with 'interop build'",
            name=package,
            path=path,
        )
