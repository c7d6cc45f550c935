"""What was written beside what it became: the rules need both, the model's values and the places to point at."""

from __future__ import annotations

from dataclasses import dataclass

from interop.diag.span import Span
from interop.frontend.annotations import Place
from interop.frontend.contracts import Items
from interop.model.contract import Contract
from interop.model.ctype import CType
from interop.model.library import Field, Function, Record


@dataclass(frozen=True, slots=True)
class Site:
    """One parameter, result or field. ``is_sound``: nothing was wrong so far, so that its contract may be judged."""

    place: Place
    name: str
    type: CType
    contract: Contract
    items: Items
    origin: Span
    const: Span | None
    """The ``const`` that qualifies what the outermost pointer points at."""
    is_sound: bool

    @property
    def title(self) -> str:
        match self.place:
            case Place.PARAMETER:
                return f"parameter '{self.name}'"
            case Place.ELEMENT:
                return f"an element of '{self.name}'"
            case Place.FIELD:
                return f"field '{self.name}'" if self.name else "this member"
            case _:
                return f"the result of '{self.name}'"

    def span(self, *names: str) -> Span:
        """The first of these attributes that was written; without any, the name."""
        for name in names:
            if name in self.items:
                return self.items[name].span
        return self.origin


@dataclass(frozen=True, slots=True)
class FieldSite(Site):
    """One field; ``values`` are those of its cases."""

    field: Field
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RecordSite:
    """One record with a body, with the attributes of its bracket. ``rest`` is the ``...`` of a partial one."""

    record: Record
    items: Items
    fields: tuple[FieldSite, ...]
    rest: Span | None


@dataclass(frozen=True, slots=True)
class FunctionSite:
    """One function with the attributes of its bracket. ``is_sound`` speaks of those, not of the parameters."""

    function: Function
    items: Items
    result: Site
    parameters: tuple[Site, ...]
    is_sound: bool
