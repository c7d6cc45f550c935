"""What the files have declared so far, under which names, and how Python's names are made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from interop.diag.report import Label
from interop.diag.span import Span
from interop.frontend.contracts import AttributeReader, Items
from interop.frontend.lowering import Lowering
from interop.frontend.naming import is_python_name, python_name
from interop.frontend.scope import Scope
from interop.frontend.tree import InitDeclarator
from interop.model.library import Declaration, Function, Global


@dataclass(slots=True)
class Declarations:
    """Collects declarations in C's order. ``prefixes`` and ``imported`` are those of the file at hand."""

    scope: Scope
    lowering: Lowering
    reader: AttributeReader
    prefixes: tuple[str, ...] = ()
    imported: bool = False
    items: list[Declaration] = field(default_factory=list)
    by_name: dict[str, Declaration] = field(default_factory=dict)

    @property
    def faults(self) -> int:
        """Grows with everything that was not understood; compare before and after."""
        return len(self.lowering.report.diagnostics) + self.lowering.gaps

    def claim(self, name: str, span: Span) -> bool:
        """Takes a name that is not a tag; False when another declaration has it, which is reported."""
        first = self.scope.origins.setdefault(name, span)
        if first is not span:
            also = (Label(first, "the first one is here"),)
            self.lowering.complain("E0302", f"'{name}' is declared twice", span, also=also)
        return first is span

    def add(self, name: str, declaration: Declaration) -> bool:
        """Adds a declaration under its name; the same one again adds nothing, another one of that name is a fault."""
        first = self.by_name.get(name)
        if first is not None:
            if not _is_repeated(first, declaration):
                also = (Label(first.origin, "the first declaration is here"),)
                message = f"'{name}' is declared again in another way"
                self.lowering.complain("E0302", message, declaration.origin, also=also)
            return False
        if not self.claim(name, declaration.origin):
            return False
        self.by_name[name] = declaration
        self.items.append(declaration)
        return True

    def distrust(self, declarators: Iterable[InitDeclarator]) -> None:
        """A declaration was not understood: nothing more is said about the names it would have declared."""
        self.scope.doubtful.update(init.declarator.name for init in declarators if init.declarator.name is not None)

    def python_name(self, items: Items, name: str) -> str:
        """``name(x)``, or the C name without the prefix."""
        return self.chosen_name(items) or python_name(name, self.prefixes)

    def chosen_name(self, items: Items) -> str | None:
        """What ``name(x)`` says, if it is a name for Python."""
        word = self.reader.word(items, "name")
        if word is None or is_python_name(word):
            return word
        reason = "is a Python keyword" if word.isidentifier() else "is no Python name"
        self.lowering.complain("E0310", f"'{word}' {reason}", items["name"].span)
        return None


def _is_repeated(first: Declaration, second: Declaration) -> bool:
    """Whether two declarations say the same, be one of them imported or not."""
    if isinstance(first, Function | Global) or isinstance(second, Function | Global):
        return first == second
    return first == replace(second, imported=first.imported)
