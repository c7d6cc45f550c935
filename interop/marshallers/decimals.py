"""``decimal.Decimal`` from and to text, and the 16 bytes of a DECIMAL."""

from __future__ import annotations

import sys
from decimal import Decimal as _Decimal
from decimal import InvalidOperation
from typing import ClassVar


def _checked(value: _Decimal) -> _Decimal:
    if not isinstance(value, _Decimal):
        raise TypeError(f"expected Decimal, got {type(value).__name__}")
    return value


class DecimalText:
    """Decimal notation, as databases and ``strtod`` write and read it."""

    python_type: ClassVar[str] = "decimal.Decimal"

    def to_c(self, value: _Decimal, /) -> str:
        return str(_checked(value))

    def from_c(self, native: str, /) -> _Decimal:
        try:
            return _Decimal(native)
        except InvalidOperation:
            raise ValueError(f"'{native}' is no decimal number") from None


class Decimal:
    """DECIMAL of OLE Automation: 96 bits, a sign, and 0 to 28 places behind the point; nothing is ever rounded.

    In memory: 2 bytes unused, the scale, the sign (0x80), the high 32 bits, the low 64 bits, in the machine's order."""

    python_type: ClassVar[str] = "decimal.Decimal"

    def to_c(self, value: _Decimal, /) -> bytes:
        sign, digits, places = _checked(value).as_tuple()
        if not isinstance(places, int):
            raise ValueError(f"{value} is no number that a DECIMAL can hold")
        exponent = places
        coefficient = int("".join(map(str, digits)))
        while exponent < -28 and coefficient % 10 == 0 and coefficient:
            coefficient, exponent = coefficient // 10, exponent + 1
        if exponent > 28 and coefficient:
            raise OverflowError(f"{value} is too large for a DECIMAL")
        if exponent > 0:
            coefficient, exponent = coefficient * 10 ** min(exponent, 28), 0
        if coefficient == 0:
            exponent = max(exponent, -28)
        if exponent < -28:
            raise ValueError(f"{value} has more than 28 places behind the point")
        if coefficient >= 1 << 96:
            raise OverflowError(f"{value} is too large for a DECIMAL")
        high, low = divmod(coefficient, 1 << 64)
        order = sys.byteorder
        return bytes((0, 0, -exponent, 0x80 * sign)) + high.to_bytes(4, order) + low.to_bytes(8, order)

    def from_c(self, native: bytes, /) -> _Decimal:
        order, scale, sign = sys.byteorder, native[2], native[3]
        if scale > 28 or sign & 0x7F:
            raise ValueError("these 16 bytes are no DECIMAL")
        coefficient = int.from_bytes(native[4:8], order) << 64 | int.from_bytes(native[8:16], order)
        return _Decimal((sign >> 7, tuple(map(int, str(coefficient))), -scale))
