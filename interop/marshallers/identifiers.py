"""``uuid.UUID`` from and to 16 bytes, in the two layouts that are in use."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID


def _checked(value: UUID) -> UUID:
    if not isinstance(value, UUID):
        raise TypeError(f"expected UUID, got {type(value).__name__}")
    return value


class Uuid:
    """16 bytes in the order of RFC 4122, as ``uuid_t`` of libuuid has them."""

    python_type: ClassVar[str] = "uuid.UUID"

    def to_c(self, value: UUID, /) -> bytes:
        return _checked(value).bytes

    def from_c(self, native: bytes, /) -> UUID:
        return UUID(bytes=bytes(native))


class Guid:
    """A GUID, as 16 bytes or as the struct: one 32-bit and two 16-bit integers in little-endian order, then 8 bytes."""

    python_type: ClassVar[str] = "uuid.UUID"

    def to_c(self, value: UUID, /) -> bytes:
        return _checked(value).bytes_le

    def from_c(self, native: bytes, /) -> UUID:
        return UUID(bytes_le=bytes(native))
