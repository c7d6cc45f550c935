"""The known name that a misspelt one was probably meant to be."""

from __future__ import annotations

from collections.abc import Iterable

LONGEST = 80
"""Comparing takes time that grows with the square of the length, and a longer name is not a slip of the finger."""


def closest(name: str, known: Iterable[str]) -> str | None:
    """The best match among ``known``, if any is near enough to be worth saying."""
    if len(name) > LONGEST:
        return None
    from difflib import get_close_matches

    matches = get_close_matches(name, list(known), 1, 0.7)
    return matches[0] if matches else None
