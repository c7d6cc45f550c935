"""What was written beside what it became: the rules need both, the model's values and the places to point at."""

from __future__ import annotations

from dataclasses import dataclass

from interop.diag.span import Span
from interop.frontend.annotations import Place
from interop.frontend.contracts import Items
from interop.model.contract import Contract
from interop.model.ctype import CType
from interop.model.library import Function


@dataclass(frozen=True, slots=True)
class Site:
    """One parameter or result. ``is_sound``: nothing was wrong so far, so that its contract may be judged."""

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
            case _:
                return f"the result of '{self.name}'"

    def span(self, *names: str) -> Span:
        """The first of these attributes that was written; without any, the name."""
        for name in names:
            if name in self.items:
                return self.items[name].span
        return self.origin


@dataclass(frozen=True, slots=True)
class FunctionSite:
    """One function with the attributes of its bracket. ``is_sound`` speaks of those, not of the parameters."""

    function: Function
    items: Items
    result: Site
    parameters: tuple[Site, ...]
    is_sound: bool
