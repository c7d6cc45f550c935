"""Text that Python's ``str`` alone does not say all of."""

from __future__ import annotations


class TrailingText(str):
    """The text of a BSTR with an odd number of bytes, and the one that is left over, as ``trail``.

    It is its text in every way; passed to C as a BSTR, the byte goes along."""

    __slots__ = ("trail",)

    trail: bytes

    def __new__(cls, text: str, trail: bytes) -> TrailingText:
        if len(trail) != 1:
            raise ValueError(f"a BSTR of an odd length has one byte behind its text, not {len(trail)}")
        self = super().__new__(cls, text)
        self.trail = bytes(trail)
        return self

    def __reduce__(self) -> tuple[type[TrailingText], tuple[str, bytes]]:
        return type(self), (str(self), self.trail)

    def __repr__(self) -> str:
        return f"TrailingText({super().__repr__()}, {self.trail!r})"
