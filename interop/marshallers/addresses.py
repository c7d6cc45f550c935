"""Internet addresses, in network order, as the structures of ``<netinet/in.h>`` hold them."""

from __future__ import annotations

import sys
from ipaddress import IPv4Address, IPv6Address
from typing import ClassVar


class IPv4:
    """``in_addr_t``: an unsigned 32-bit integer whose bytes in memory are the address in network order."""

    python_type: ClassVar[str] = "ipaddress.IPv4Address"

    def to_c(self, value: IPv4Address, /) -> int:
        if not isinstance(value, IPv4Address):
            raise TypeError(f"expected IPv4Address, got {type(value).__name__}")
        return int.from_bytes(value.packed, sys.byteorder)

    def from_c(self, native: int, /) -> IPv4Address:
        return IPv4Address(native.to_bytes(4, sys.byteorder))


class IPv6:
    """The 16 bytes of an ``in6_addr``. A scope has no place in them, so an address that has one is refused."""

    python_type: ClassVar[str] = "ipaddress.IPv6Address"

    def to_c(self, value: IPv6Address, /) -> bytes:
        if not isinstance(value, IPv6Address):
            raise TypeError(f"expected IPv6Address, got {type(value).__name__}")
        if value.scope_id is not None:
            raise ValueError(f"the scope '{value.scope_id}' does not fit into the address")
        return value.packed

    def from_c(self, native: bytes, /) -> IPv6Address:
        return IPv6Address(bytes(native))
