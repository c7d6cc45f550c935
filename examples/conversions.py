"""The marshallers that cdefs/files.cdef names: permissions as text, and files that are open for one call."""

from __future__ import annotations

import os
from pathlib import Path


class Permissions:
    """``mode_t`` as ``ls`` writes it, ``rwxr-x---``; nothing is kept between calls, so one object serves them all."""

    python_type = "str"
    letters = "rwxrwxrwx"

    def to_c(self, value: str) -> int:
        if len(value) != 9 or any(have not in (want, "-") for have, want in zip(value, self.letters, strict=True)):
            raise ValueError(f"{value!r} is not like 'rwxr-x---'")
        return int("".join("0" if letter == "-" else "1" for letter in value), 2)

    def from_c(self, native: int) -> str:
        return "".join(letter if bit == "1" else "-" for letter, bit in zip(self.letters, f"{native:09b}", strict=True))


class Source:
    """A file descriptor that is open while C uses it: an object is made for each call, and ``free`` always follows."""

    accepted_type = "pathlib.Path"
    flags = os.O_RDONLY

    def __init__(self) -> None:
        self.descriptor = -1

    def from_python(self, value: Path) -> None:
        self.descriptor = os.open(value, self.flags | os.O_CLOEXEC, 0o600)

    def to_c(self) -> int:
        return self.descriptor

    def free(self) -> None:
        if self.descriptor >= 0:
            os.close(self.descriptor)


class Target(Source):
    """The same for a file that is written; one that is there is emptied."""

    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
