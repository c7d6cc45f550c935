"""The custom marshallers of the test library: they log what is done with them, and fail where they are told to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

log: list[str] = []
"""Every stage, in order."""
failing: dict[str, BaseException] = {}
"""What a stage raises, by its name."""
meanwhile: dict[str, Callable[[], object]] = {}
"""What else happens in a stage."""


def stage(name: str, *shown: object) -> None:
    log.append(" ".join((name, *map(str, shown))))
    if name in meanwhile:
        meanwhile[name]()
    if name in failing:
        raise failing[name]


class Logged:
    """Made for each call; adds 100 on the way to Python, takes it away on the way to C."""

    python_type = "int"

    def __init__(self) -> None:
        stage("new")
        self.value: Any = None

    def from_python(self, value: int) -> None:
        stage("from_python", value)
        self.value = value

    def to_c(self) -> int:
        stage("to_c")
        native: int = self.value - 100
        return native

    def called(self) -> None:
        stage("called")

    def from_c(self, native: int) -> None:
        stage("from_c", native)
        self.value = native

    def to_python(self) -> int:
        stage("to_python")
        value: int = self.value + 100
        return value

    def free(self) -> None:
        stage("free")


class Simple:
    """The same, made once."""

    python_type = "int"

    def to_c(self, value: int) -> int:
        stage("to_c", value)
        return value - 100

    def from_c(self, native: int) -> int:
        stage("from_c", native)
        return native + 100

    def free(self, native: int) -> None:
        stage("free", native)


class OneWay:
    """Serves one direction, and has nothing to free."""

    @staticmethod
    def to_c(value: str) -> int:
        return len(value)


class Counted(Simple):
    """For elements; fails at the one that equals ``bad``."""

    bad: Any = None

    def to_c(self, value: int) -> int:
        if value == Counted.bad:
            raise ValueError(f"{value} is bad")
        return super().to_c(value)

    def from_c(self, native: int) -> int:
        if native == Counted.bad:
            raise ValueError(f"{native} is bad")
        return super().from_c(native)


class Span:
    """A whole array: a range, as a list that C changes."""

    python_type = "range"

    def to_c(self, value: range) -> list[int]:
        return list(value)

    def from_c(self, native: list[int]) -> range:
        return range(native[0], native[-1] + 1)


class SecondsOrNever:
    """None is a value of its own here."""

    python_type = "datetime.datetime | None"

    def to_c(self, value: datetime | None) -> int | None:
        stage("to_c", value)
        return None if value is None else int(value.timestamp())

    def from_c(self, native: int | None) -> datetime | None:
        stage("from_c", native)
        return None if native is None else datetime.fromtimestamp(native, UTC)


class MutableUuid:
    """Gives C a buffer that it may write."""

    python_type = "uuid.UUID"

    def to_c(self, value: UUID) -> bytearray:
        return bytearray(value.bytes)

    def from_c(self, native: bytearray) -> UUID:
        return UUID(bytes=bytes(native))


class Rubbish:
    """Gives whatever it is told to."""

    value: Any = None

    def to_c(self, value: object) -> Any:
        return Rubbish.value


class Address:
    """A pointer as hexadecimal text."""

    python_type = "str"

    def to_c(self, value: str) -> int:
        return int(value, 16)

    def from_c(self, native: Any) -> str:
        from _cffi_backend import FFI

        return hex(int(FFI().cast("uintptr_t", native)))


class BackOnly:
    """Serves one direction, for each call."""

    def from_c(self, native: int) -> None:
        pass

    def to_python(self) -> None:
        pass


class Demanding(Simple):
    """Cannot be made by its name alone."""

    def __init__(self, scale: int) -> None:
        self.scale = scale
