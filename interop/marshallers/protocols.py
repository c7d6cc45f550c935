"""What a custom marshaller may have, for type checkers; nothing need be inherited from."""

from __future__ import annotations

from typing import ClassVar, Protocol, TypeVar

P_in = TypeVar("P_in", contravariant=True)
P_out = TypeVar("P_out", covariant=True)
C_in = TypeVar("C_in", contravariant=True)
C_out = TypeVar("C_out", covariant=True)
P = TypeVar("P")
C = TypeVar("C")


class ToC(Protocol[P_in, C_out]):
    """Converts what goes to C. ``python_type`` is optional, and the type of the values in signatures."""

    def to_c(self, value: P_in, /) -> C_out:
        """What the C type takes from Python: an int for an integer type, text for ``string``, bytes for a block."""


class FromC(Protocol[C_in, P_out]):
    """Converts what comes from C."""

    def from_c(self, native: C_in, /) -> P_out:
        """The value for Python, from what the C type gives to Python."""


class Marshaller(ToC[P, C], FromC[C, P], Protocol[P, C]):
    """Both directions, one object for all calls of all threads."""


class Freeing(Protocol[C_in]):
    """What a marshaller of either direction may have besides."""

    def free(self, native: C_in, /) -> object:
        """Called once for each native value: what ``to_c`` gave, or what was found after the call in its place."""


class PerCall(Protocol[P, C]):
    """An instance is made for each value of each call. One that serves one direction needs that half only.

    To C: ``from_python``, ``to_c``, the call, ``called``.
    From C: the call, ``from_c``, ``called``, ``to_python``.
    Both: ``from_python``, ``to_c``, the call, ``called``, ``from_c``, ``to_python``.
    And ``free``, whatever has happened. ``called`` and ``free`` may be left out.
    """

    def from_python(self, value: P, /) -> object:
        """Gets the caller's value."""

    def to_c(self) -> C:
        """What the C type takes from Python; it is kept, and its buffer pinned, until the call is over."""

    def called(self) -> object:
        """C has been called, and has not failed."""

    def from_c(self, native: C, /) -> object:
        """Gets what C gave, before any value is made for Python; must not raise."""

    def to_python(self) -> P:
        """The value for Python."""

    def free(self) -> object:
        """Gives back what the instance holds; an exception is reported, not raised."""


class HasType(Protocol):
    """Says what values are in signatures, docstrings and stub files."""

    python_type: ClassVar[str]
    """What comes back, and what is passed too: ``"pathlib.Path"``, with the module where it is not built in."""


class HasTypes(HasType, Protocol):
    """Takes more than it gives."""

    accepted_type: ClassVar[str]
    """What may be passed: ``"str | os.PathLike[str]"``."""
