"""The C compiler of this Python and its flags, from ``sysconfig`` and the usual environment variables."""

from __future__ import annotations

import os
import platform
import shlex
import shutil
import sys
import sysconfig
from dataclasses import dataclass

LIMITED_API = 0x030B0000
"""Python 3.11: the first whose limited API has the calls the stubs need. A binary built for it runs on later ones."""

# Read once while this module is imported: CPython fills the table in place, and a second thread that asks meanwhile
# would find a part of it, such as a linker command without its flags.
sysconfig.get_config_vars()


class CompilerMissing(Exception):
    """There is no C compiler; the text says which was looked for."""


@dataclass(frozen=True, slots=True)
class Toolchain:
    """Commands as argument lists. ``compile_c``/``compile_cxx`` want ``-c SOURCE -o OBJECT``, the linkers objects."""

    compile_c: tuple[str, ...]
    compile_cxx: tuple[str, ...]
    link_c: tuple[str, ...]
    link_cxx: tuple[str, ...]
    link_libraries: tuple[str, ...]
    """What comes after the objects and libraries: the user's ``LDFLAGS``."""
    abi3: bool
    suffix: str
    """What the extension's file name ends with."""


def supports_abi3() -> bool:
    """Whether this Python can load limited-API extensions. Free-threaded ones and debug builds cannot."""
    special = sysconfig.get_config_var("Py_GIL_DISABLED") or sysconfig.get_config_var("Py_DEBUG")
    return not special and platform.python_implementation() == "CPython"


def find_toolchain(abi3: bool = True) -> Toolchain:
    """The toolchain for extensions of the running Python. Raises ``CompilerMissing``."""
    abi3 = abi3 and supports_abi3()
    cc = _command("CC", ("cc", "gcc", "clang"))
    cxx = _command("CXX", ("c++", "g++", "clang++"), required=False) or cc
    flags = [*_system_flags(), "-O2", "-fvisibility=hidden"]
    flags += [f"-I{folder}" for folder in _python_includes()]
    # cffi's own choice, made where neither is said, is older than the calls that the stubs need.
    flags.append(f"-DPy_LIMITED_API={LIMITED_API:#010x}" if abi3 else "-D_CFFI_NO_LIMITED_API")
    own = _split("CPPFLAGS")
    shared = _shared_flags()
    return Toolchain(
        compile_c=(*cc, *flags, *own, *_split("CFLAGS")),
        compile_cxx=(*cxx, *flags, *own, *(_split("CXXFLAGS") or _split("CFLAGS"))),
        link_c=(*cc, *shared),
        link_cxx=(*cxx, *shared),
        link_libraries=_split("LDFLAGS"),
        abi3=abi3,
        suffix=extension_suffix(abi3),
    )


def _split(variable: str) -> tuple[str, ...]:
    return tuple(shlex.split(os.environ.get(variable, "")))


def _configured(variable: str) -> list[str]:
    return shlex.split(str(sysconfig.get_config_var(variable) or ""))


def _command(variable: str, usual: tuple[str, ...], required: bool = True) -> tuple[str, ...]:
    """The compiler of an environment variable, else the one this Python was built with, else a usual one."""
    asked = _split(variable)
    if asked:
        if required and shutil.which(asked[0]) is None:
            raise CompilerMissing(f"the C compiler '{asked[0]}' that {variable} names is not installed")
        return asked
    configured = _configured(variable)
    if configured and shutil.which(configured[0]) is not None:
        return tuple(configured)
    for name in usual:
        if shutil.which(name) is not None:
            # What stands after the name (-pthread, -arch ...) belongs to the platform, not to the compiler.
            return (name, *configured[1:])
    if required:
        looked_for = ", ".join(dict.fromkeys([*configured[:1], *usual]))
        raise CompilerMissing(f"no C compiler is installed (looked for {looked_for})")
    return ()


def _system_flags() -> list[str]:
    """Python's own flags without its choices of warnings, optimisation and debug information, which are ours."""
    flags = [*_configured("CFLAGS"), *_configured("CCSHARED")]
    return [flag for flag in flags if not flag.startswith(("-W", "-O", "-g")) or flag.startswith(("-Wa,", "-Wp,"))]


def _python_includes() -> list[str]:
    paths = [sysconfig.get_path("include"), sysconfig.get_path("platinclude")]
    return list(dict.fromkeys(paths))


def _shared_flags() -> list[str]:
    flags = _configured("LDSHARED")[1:] or ["-shared"]
    if sys.platform.startswith("linux"):
        # A shared object may have unresolved symbols, and Python's own must stay so. Hear of all of them at build time,
        # so that one that nobody defines is a diagnostic and not an ImportError.
        flags += ["-Wl,-z,defs", "-Wl,--warn-unresolved-symbols"]
    # The other words of a compiler command such as "gcc -pthread" are there already.
    return [flag for flag in flags if flag not in _configured("CC")[1:]]


def extension_suffix(abi3: bool = True) -> str:
    """What the file name of an extension ends with."""
    if not (abi3 and supports_abi3()):
        return str(sysconfig.get_config_var("EXT_SUFFIX"))
    return ".pyd" if sys.platform == "win32" else ".abi3.so"
