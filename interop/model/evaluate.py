"""The values of C constant expressions, with C's types, promotions and integer division. Never raises.

None stands for everything that is not a constant here, overflow and division by zero included.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from struct import calcsize

from interop.model.ctype import Array, CType, EnumRef, Kind, Pointer, Primitive, strip
from interop.model.expr import (
    Binary,
    Call,
    Cast,
    Conditional,
    Expr,
    Index,
    Member,
    Name,
    Number,
    SizeofType,
    String,
    Unary,
)

_BITS = {
    "char": 8,
    "short": 8 * calcsize("h"),
    "int": 8 * calcsize("i"),
    "long": 8 * calcsize("l"),
    "long long": 8 * calcsize("q"),
}
_POINTER_SIZED = frozenset(("size_t", "ssize_t", "ptrdiff_t", "intptr_t", "uintptr_t"))
_CHARACTER_BITS = {Kind.CHAR: 8, Kind.WCHAR: 32, Kind.CHAR16: 16, Kind.CHAR32: 32}
_INT_BITS = _BITS["int"]


@dataclass(frozen=True, slots=True)
class _Integer:
    """A value of an integer type of at least ``int``'s width."""

    value: int
    bits: int = _INT_BITS
    signed: bool = True


_Value = _Integer | float | bytes


def integer_layout(ctype: CType) -> tuple[int, bool] | None:
    """Bits and signedness of an integer, character, boolean or enum type on this machine; None for other types and for
    those whose width C leaves open (``int_fast16_t``)."""
    match strip(ctype):
        case EnumRef(underlying=underlying):
            return integer_layout(underlying)
        case Primitive(kind=Kind.BOOL):
            return 8, False
        case Primitive(kind=kind) if kind in _CHARACTER_BITS:
            return _CHARACTER_BITS[kind], kind is Kind.CHAR or kind is Kind.WCHAR
        case Primitive(name=name, kind=kind) if kind.is_integer:
            signed = kind is Kind.SIGNED
            if name in _POINTER_SIZED:
                return 8 * calcsize("P"), signed
            if name in ("intmax_t", "uintmax_t"):
                return 64, signed
            plain = name.removeprefix("unsigned ").removeprefix("signed ")
            if plain in _BITS:
                return _BITS[plain], signed
            digits = name.removeprefix("u").removeprefix("int").removesuffix("_t")
            return (int(digits), signed) if digits.isdigit() else None
        case _:
            return None


def size_of(ctype: CType) -> int | None:
    """How many bytes a value takes on this machine; None for records and other types that only the C compiler knows."""
    match strip(ctype):
        case Pointer():
            return calcsize("P")
        case Array(element=element, count=int(count)):
            size = size_of(element)
            return None if size is None else size * count
        case Primitive(name="float" | "double" as name):
            return calcsize("f" if name == "float" else "d")
        case _:
            layout = integer_layout(ctype)
            return None if layout is None else layout[0] // 8


def fits(value: int, ctype: CType) -> bool:
    """Whether an integer type can hold the value; types of unknown width are taken to have 64 bits."""
    layout = integer_layout(ctype)
    bits, signed = layout if layout is not None else (64, value < 0)
    return -(1 << (bits - 1)) <= value < 1 << (bits - 1) if signed else 0 <= value < 1 << bits


def _integer(value: int, bits: int, signed: bool) -> _Integer | None:
    """The result of arithmetic: unsigned wraps, signed overflow is no constant."""
    if not signed:
        return _Integer(value & ((1 << bits) - 1), bits, False)
    return _Integer(value, bits, True) if -(1 << (bits - 1)) <= value < 1 << (bits - 1) else None


def _literal(text: str, value: int | float) -> _Value | None:
    if isinstance(value, float):
        return value
    if text.endswith("'"):
        return _Integer(value)
    suffix = text.lower()[len(text.rstrip("uUlLzZ")) :]
    least = 64 if "ll" in suffix else _BITS["long"] if "l" in suffix or "z" in suffix else _INT_BITS
    decimal = not text.startswith("0")
    for bits in sorted({_INT_BITS, _BITS["long"], 64}):
        if bits >= least:
            if "u" not in suffix and value < 1 << (bits - 1):
                return _Integer(value, bits, True)
            if ("u" in suffix or not decimal) and value < 1 << bits:
                return _Integer(value, bits, False)
    return _Integer(value, 64, False) if value < 1 << 64 else None


def _known(value: int | float | bytes) -> _Value | None:
    if not isinstance(value, int):
        return value
    for bits, signed in ((_INT_BITS, True), (64, True), (64, False)):
        result = _Integer(value, bits, signed)
        if (-(1 << (bits - 1)) <= value < 1 << (bits - 1)) if signed else 0 <= value < 1 << bits:
            return result
    return None


def _truth(value: _Value) -> bool | None:
    match value:
        case _Integer(value=number):
            return number != 0
        case float():
            return value != 0
        case _:
            return None


def _unary(operator: str, operand: _Value) -> _Value | None:
    if operator == "!":
        truth = _truth(operand)
        return None if truth is None else _Integer(int(not truth))
    match operator, operand:
        case "-", _Integer(value=value, bits=bits, signed=signed):
            return _integer(-value, bits, signed)
        case "~", _Integer(value=value, bits=bits, signed=signed):
            return _integer(~value, bits, signed)
        case "+", _Integer() | float():
            return operand
        case "-", float():
            return -operand
        case _:
            return None


def _compare(operator: str, left: int | float, right: int | float) -> _Integer | None:
    match operator:
        case "==":
            return _Integer(int(left == right))
        case "!=":
            return _Integer(int(left != right))
        case "<":
            return _Integer(int(left < right))
        case "<=":
            return _Integer(int(left <= right))
        case ">":
            return _Integer(int(left > right))
        case ">=":
            return _Integer(int(left >= right))
        case _:
            return None


def _float_arithmetic(operator: str, left: float, right: float) -> _Value | None:
    match operator:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case "/" if right != 0:
            return left / right
        case _:
            return _compare(operator, left, right)


def _divide(left: int, right: int) -> tuple[int, int]:
    """C's quotient is cut towards zero, and the remainder has the dividend's sign."""
    quotient = abs(left) // abs(right)
    if (left < 0) != (right < 0):
        quotient = -quotient
    return quotient, left - quotient * right


def _integer_arithmetic(operator: str, left: _Integer, right: _Integer) -> _Value | None:
    if operator in ("<<", ">>"):
        if not 0 <= right.value < left.bits:
            return None
        shifted = left.value << right.value if operator == "<<" else left.value >> right.value
        return _integer(shifted, left.bits, left.signed)
    bits = max(left.bits, right.bits)
    signed = not any(side.bits == bits and not side.signed for side in (left, right))
    mask = (1 << bits) - 1
    a, b = (left.value, right.value) if signed else (left.value & mask, right.value & mask)
    match operator:
        case "+":
            return _integer(a + b, bits, signed)
        case "-":
            return _integer(a - b, bits, signed)
        case "*":
            return _integer(a * b, bits, signed)
        case "/" if b != 0:
            return _integer(_divide(a, b)[0], bits, signed)
        case "%" if b != 0:
            return _integer(_divide(a, b)[1], bits, signed)
        case "&":
            return _integer(a & b, bits, signed)
        case "|":
            return _integer(a | b, bits, signed)
        case "^":
            return _integer(a ^ b, bits, signed)
        case _:
            return _compare(operator, a, b)


def _binary(operator: str, left: _Value, right: _Value) -> _Value | None:
    if isinstance(left, bytes) or isinstance(right, bytes):
        return None
    if isinstance(left, _Integer) and isinstance(right, _Integer):
        return _integer_arithmetic(operator, left, right)
    a = float(left.value) if isinstance(left, _Integer) else left
    b = float(right.value) if isinstance(right, _Integer) else right
    return _float_arithmetic(operator, a, b)


def _cast(ctype: CType, value: _Value) -> _Value | None:
    match strip(ctype), value:
        case Pointer(), _:
            return None
        case Primitive(kind=Kind.FLOAT), _Integer(value=number):
            return float(number)
        case Primitive(kind=Kind.FLOAT), float():
            return value
        case Primitive(kind=Kind.BOOL), _:
            truth = _truth(value)
            return None if truth is None else _Integer(int(truth))
        case _, bytes():
            return None
        case _, _Integer() | float():
            layout = integer_layout(ctype)
            if layout is None:
                return None
            if isinstance(value, float) and not -(2.0**64) < value < 2.0**64:
                return None
            number = int(value) if isinstance(value, float) else value.value
            bits, signed = layout
            number &= (1 << bits) - 1
            if signed and number >> (bits - 1):
                number -= 1 << bits
            return _Integer(number, max(bits, _INT_BITS), signed or bits < _INT_BITS)


def _evaluate(expr: Expr, values: Mapping[str, int | float | bytes]) -> _Value | None:
    match expr:
        case Number(text=text, value=value):
            return _literal(text, value)
        case String(value=data):
            return data
        case Name(name=name):
            return _known(values[name]) if name in values else None
        case Unary(operator=operator, operand=operand):
            inner = _evaluate(operand, values)
            return None if inner is None else _unary(operator, inner)
        case Binary(operator="&&" | "||" as operator, left=left, right=right):
            first = _evaluate(left, values)
            truth = None if first is None else _truth(first)
            if truth is None or truth == (operator == "||"):
                return None if truth is None else _Integer(int(truth))
            second = _evaluate(right, values)
            truth = None if second is None else _truth(second)
            return None if truth is None else _Integer(int(truth))
        case Binary(operator=operator, left=left, right=right):
            first, second = _evaluate(left, values), _evaluate(right, values)
            return None if first is None or second is None else _binary(operator, first, second)
        case Conditional(test=test, then=then, otherwise=otherwise):
            condition = _evaluate(test, values)
            truth = None if condition is None else _truth(condition)
            return None if truth is None else _evaluate(then if truth else otherwise, values)
        case Cast(type=type_, operand=operand):
            inner = _evaluate(operand, values)
            return None if inner is None else _cast(type_, inner)
        case SizeofType(type=type_):
            size = size_of(type_)
            return None if size is None else _Integer(size, 8 * calcsize("P"), False)
        case Call() | Index() | Member():
            return None


def constant(expr: Expr, values: Mapping[str, int | float | bytes]) -> int | float | bytes | None:
    """The value of a constant expression over known names, or None when it is not one."""
    result = _evaluate(expr, values)
    return result.value if isinstance(result, _Integer) else result
