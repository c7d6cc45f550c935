"""Which file names a library name may stand for, and what the dynamic loader's answers to them mean. Pure functions.

The rules are those of .NET's platform invoke, so that a declaration means the same on every platform.
"""

from __future__ import annotations

import os


def variations(name: str, platform: str) -> tuple[str, ...]:
    """The file names to try for a library name, in order; ``platform`` is ``sys.platform``.

    >>> variations("z", "linux")
    ('z.so', 'libz.so', 'z', 'libz')
    >>> variations("libz.so.1", "linux")
    ('libz.so.1', 'liblibz.so.1', 'libz.so.1.so', 'liblibz.so.1.so')
    """
    if is_rooted(name, platform):
        return (name,)
    if platform == "win32":
        return (name,) if name.lower().endswith((".", ".dll", ".exe")) else (name, f"{name}.dll")
    suffix = ".dylib" if platform == "darwin" else ".so"
    plain = (name,) if "/" in name else (name, f"lib{name}")
    suffixed = tuple(variation + suffix for variation in plain)
    names_a_file = name.endswith(suffix) or f"{suffix}." in name
    return plain + suffixed if names_a_file else suffixed + plain


def is_rooted(name: str, platform: str) -> bool:
    """Whether a name is a full path, which is used exactly as it is."""
    if platform == "win32":
        return name[:1] in ("/", "\\") or name[1:2] == ":"
    return name.startswith("/")


class Attempt:
    """One file name that was tried, what the loader said about it, and what that means.

    ``verdict`` is ``NOT_FOUND``, ``NOT_LOADED`` (it is there, something it needs is not) or ``BAD_FORMAT``. They are
    ordered: the greatest of several is what the user should hear about.
    """

    __slots__ = ("name", "text", "verdict")

    NOT_FOUND = 0
    NOT_LOADED = 1
    BAD_FORMAT = 2

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        said = text.removeprefix(f"cannot load library '{name}': ")
        self.verdict = _verdict(name, said)
        self.text = said.removeprefix(f"{name}: ")


_BAD_FORMAT = (
    "invalid ELF header",
    "file too short",
    "wrong ELF class",
    "ELF file",
    "Exec format error",
    "not valid mach-o",
    "not a mach-o",
    "mach-o file",
    "incompatible architecture",
    "slice is not valid",
    "error 0xc1",
)


def _verdict(name: str, text: str) -> int:
    if any(words in text for words in _BAD_FORMAT):
        return Attempt.BAD_FORMAT
    # The loader puts the file it speaks of in front. Where that is another file than the one asked for, or the file
    # exists, the one asked for was found and something it needs was not.
    about = text.partition(": ")[0]
    missing = "No such file" in text or "no such file" in text or "image not found" in text or "error 0x7e" in text
    asked_for = about == name or name in about or ": " not in text
    exists = os.sep in name and os.path.exists(name)
    return Attempt.NOT_FOUND if missing and asked_for and not exists else Attempt.NOT_LOADED


def versioned_files(name: str) -> list[str]:
    """Files such as ``libfoo.so.3`` that are installed on this system for the library name ``foo``.

    A program may only be linked to the plain ``libfoo.so``, which comes with the development package; what every user
    has is the versioned file. Looked up only to word an error.
    """
    stem = name if name.startswith("lib") else f"lib{name}"
    stem = stem.partition(".so")[0] + ".so."
    found: dict[str, None] = {}
    for folder in _system_folders():
        try:
            files = os.listdir(folder)
        except OSError:
            continue
        for file in sorted(files):
            # libfoo.so.3, not libfoo.so.3.1.4, which the former is a link to.
            if file.startswith(stem) and file[len(stem) :].isdigit():
                found[file] = None
    return list(found)


def _system_folders() -> list[str]:
    folders = [folder for folder in os.environ.get("LD_LIBRARY_PATH", "").split(":") if folder]
    for base in ("/usr/local/lib", "/usr/lib", "/usr/lib64", "/lib", "/lib64"):
        folders.append(base)
        try:
            inside = sorted(os.listdir(base))
        except OSError:
            continue
        # Debian's folders per architecture: x86_64-linux-gnu, aarch64-linux-gnu, arm-linux-gnueabihf.
        folders.extend(os.path.join(base, entry) for entry in inside if "-linux-" in entry)
    return folders
