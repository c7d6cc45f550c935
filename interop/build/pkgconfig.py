"""Ask the ``pkg-config`` program for a package's compiler and linker flags."""

from __future__ import annotations

import os
import shlex
import subprocess
from dataclasses import dataclass


class PkgConfigError(Exception):
    """The program or the package is missing; the text says which, ``help`` what to do."""

    def __init__(self, package: str, text: str, help: str) -> None:
        super().__init__(text)
        self.package = package
        self.help = help


@dataclass(frozen=True, slots=True)
class PackageFlags:
    """What to add to compiling and to linking."""

    compile: tuple[str, ...] = ()
    link: tuple[str, ...] = ()


def package_flags(packages: tuple[str, ...]) -> PackageFlags:
    """The flags of all ``packages`` together. Raises ``PkgConfigError``."""
    compile_flags: list[str] = []
    link_flags: list[str] = []
    for package in packages:
        compile_flags += _ask("--cflags", package)
        link_flags += _ask("--libs", package)
    return PackageFlags(tuple(compile_flags), tuple(link_flags))


def _ask(question: str, package: str) -> list[str]:
    program = os.environ.get("PKG_CONFIG", "pkg-config")
    try:
        done = subprocess.run([program, question, package], capture_output=True, text=True, check=False)
    except OSError:
        raise PkgConfigError(
            package,
            f"the program '{program}', which finds the package '{package}', is not installed",
            "install it: 'apt-get install pkg-config' (Debian) or 'dnf install pkgconf' (Fedora)",
        ) from None
    if done.returncode:
        raise PkgConfigError(
            package,
            f"pkg-config does not know the package '{package}'",
            f"install its development package (usually lib{package.removeprefix('lib')}-dev), "
            "or set PKG_CONFIG_PATH to the folder of its .pc file",
        )
    return shlex.split(done.stdout)
