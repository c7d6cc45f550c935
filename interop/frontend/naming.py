"""Python's names for C's."""

from __future__ import annotations

from keyword import iskeyword


def python_name(name: str, prefixes: tuple[str, ...] = ()) -> str:
    """The name without the first prefix that fits and leaves an identifier; a keyword gets a trailing underscore."""
    for prefix in prefixes:
        rest = name.removeprefix(prefix)
        if rest != name and rest.isidentifier():
            name = rest
            break
    return f"{name}_" if iskeyword(name) else name


def is_python_name(name: str) -> bool:
    return name.isascii() and name.isidentifier() and not iskeyword(name)


def free_name(base: str, taken: set[str]) -> str:
    """``base``, with underscores until nobody else has that name."""
    while base in taken:
        base += "_"
    return base
