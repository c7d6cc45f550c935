"""Readers: how a native value becomes one of Python's. Used for results and for what out pointers point at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from interop.plan.items import Count, Free, Item, Made, Text


@dataclass(frozen=True, slots=True)
class ReadItem:
    """One value, by value."""

    item: Item


@dataclass(frozen=True, slots=True)
class ReadText:
    """A pointer to text: read up to NUL, or ``length`` units where given."""

    text: Text
    nullable: bool
    free: Free | None
    length: Count | None = None


@dataclass(frozen=True, slots=True)
class ReadArray:
    """A pointer to ``count`` elements, or up to a zero element where ``count`` is None."""

    item: Item
    made: Made
    nullable: bool
    free: Free | None
    count: Count | None


@dataclass(frozen=True, slots=True)
class ReadTexts:
    """A pointer to an array of text pointers: ``count`` of them, or up to a NULL."""

    text: Text
    nullable: bool
    free: Free | None
    element_free: Free | None
    count: Count | None
    element_nullable: bool


@dataclass(frozen=True, slots=True)
class ReadRecord:
    """A pointer to one record, which is copied into a new one. ``deep``: ``free`` frees what its fields own too."""

    item: Item
    nullable: bool
    free: Free | None
    deep: bool = False


class Hold(Enum):
    """What a handle that comes back is to another one."""

    RETAINED = "the other stays open as long as it is open"
    BORROWED = "it belongs to the other, and is gone when that is closed"


@dataclass(frozen=True, slots=True)
class Tie:
    """Another handle of the call, by its C index, on which something depends; None: one that the call does not know."""

    parent: int | None
    hold: Hold


@dataclass(frozen=True, slots=True)
class ReadHandle:
    """A handle, which goes into an object that was made before the call (R10.6)."""

    item: Item
    nullable: bool
    tie: Tie | None


@dataclass(frozen=True, slots=True)
class ReadLent:
    """Elements in memory that belongs to a handle: a view, which is of no use any more when that is closed."""

    item: Item
    nullable: bool
    count: Count
    readonly: bool
    parent: int
    """The C index of the handle."""


@dataclass(frozen=True, slots=True)
class ReadIndex:
    """A pointer into an array that was passed: which element it is."""

    element: str
    """C's spelling of the array's elements."""
    nullable: bool
    array: int
    """The C index of the array."""


Reader = ReadItem | ReadText | ReadArray | ReadTexts | ReadRecord | ReadHandle | ReadLent | ReadIndex
