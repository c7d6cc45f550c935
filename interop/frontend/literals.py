"""The values of number, character and string constants. None stands for a spelling that C does not have."""

from __future__ import annotations

import re

_INTEGER = re.compile(
    r"(?P<digits>0[xX][0-9a-fA-F]+|0[bB][01]+|0[0-7]*|[1-9][0-9]*)(?:[uU](?:ll|LL|[lLzZ])?|(?:ll|LL|[lLzZ])[uU]?)?"
)
_DECIMAL_FLOAT = re.compile(r"(?P<digits>(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|[0-9]+[eE][+-]?[0-9]+)[fFlL]?")
_HEX_FLOAT = re.compile(r"(?P<digits>0[xX](?:[0-9a-fA-F]+\.?[0-9a-fA-F]*|\.[0-9a-fA-F]+)[pP][+-]?[0-9]+)[fFlL]?")
_ESCAPE = re.compile(r"\\(?:([0-7]{1,3})|x([0-9a-fA-F]+)|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(\r?\n)|(.))", re.DOTALL)
_SIMPLE = {"n": 10, "t": 9, "r": 13, "0": 0, "a": 7, "b": 8, "f": 12, "v": 11, "e": 27, **{c: ord(c) for c in "\\'\"?"}}

_LONGEST_NUMBER = 128
"""More digits than any number that fits 64 bits or a double needs; longer ones are refused before they cost time."""


def number(text: str) -> int | float | None:
    """The value of an integer or floating constant."""
    plain = text.replace("'", "")
    if len(plain) > _LONGEST_NUMBER:
        return None
    if match := _INTEGER.fullmatch(plain):
        digits = match["digits"]
        if digits[:2] in ("0x", "0X"):
            value = int(digits, 16)
        elif digits[:2] in ("0b", "0B"):
            value = int(digits, 2)
        else:
            value = int(digits, 8 if digits[0] == "0" else 10)
        return value if value < 2**64 else None
    if match := _DECIMAL_FLOAT.fullmatch(plain):
        return float(match["digits"])
    if match := _HEX_FLOAT.fullmatch(plain):
        try:
            return float.fromhex(match["digits"])
        except OverflowError:
            return None
    return None


def _unescape(body: str) -> bytes | None:
    result = bytearray()
    end = 0
    for match in _ESCAPE.finditer(body):
        result += body[end : match.start()].encode("utf-8", "surrogatepass")
        end = match.end()
        octal, hexadecimal, short, long, newline, simple = match.groups()
        if octal is not None or hexadecimal is not None:
            value = int(octal, 8) if octal is not None else int(hexadecimal[-16:], 16)
            if value > 255 or (hexadecimal is not None and len(hexadecimal) > 16):
                return None
            result.append(value)
        elif short is not None or long is not None:
            point = int(short or long, 16)
            if point > 0x10FFFF or 0xD800 <= point <= 0xDFFF:
                return None
            result += chr(point).encode()
        elif newline is None:
            if simple not in _SIMPLE:
                return None
            result.append(_SIMPLE[simple])
    result += body[end:].encode("utf-8", "surrogatepass")
    return bytes(result)


def is_complete(text: str) -> bool:
    """Whether a string or character constant has both quotes and is not ``''``; the lexer reports those others."""
    opening = min((i for i in (text.find('"'), text.find("'")) if i >= 0), default=0)
    return len(text) > opening + 1 and text.endswith(text[opening]) and text != "''"


def is_too_large(text: str) -> bool:
    """Whether an integer constant is well formed but exceeds 64 bits."""
    return _INTEGER.fullmatch(text.replace("'", "")) is not None


def string(text: str) -> bytes | None:
    """The bytes of one string literal (UTF-8 where it is not plain ASCII); None when an escape is unknown."""
    return _unescape(text[text.index('"') + 1 : -1]) if text.endswith('"') else None


def character(text: str) -> int | None:
    """The value of a character constant of one character; plain ones are signed, as on most machines."""
    if not text.endswith("'"):
        return None
    prefix, _, body = text[:-1].partition("'")
    data = _unescape(body)
    if data is None:
        return None
    if prefix:
        try:
            decoded = data.decode()
        except UnicodeDecodeError:
            return None
        return ord(decoded) if len(decoded) == 1 else None
    if len(data) != 1:
        return None
    return data[0] - 256 if data[0] > 127 else data[0]
