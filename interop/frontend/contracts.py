"""Brackets read: each attribute checked against the table, then what all of them say, as parts of the model."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from interop.diag.codes import finding
from interop.diag.report import Label, Report
from interop.diag.span import Span
from interop.frontend.annotations import ANNOTATIONS, ELSEWHERE, Annotation, Place, Shape
from interop.frontend.suggest import closest
from interop.frontend.tree import (
    AnySize,
    Argument,
    Attribute,
    Attributes,
    Expression,
    Omitted,
    ParameterDeclaration,
)
from interop.model.contract import Contract, Direction, Encoding, Extent, Force, Grow, Owned, Query, Scope, ScopeKind
from interop.model.expr import Call, Expr, Name, String

Items = Mapping[str, Attribute]
"""The attributes of one bracket by name, each fit for its place and with arguments of the right shape."""


@dataclass(frozen=True, slots=True)
class AttributeReader:
    """Reads attributes; ``lower`` makes expressions of the model, or None when one has a fault (then reported)."""

    report: Report
    lower: Callable[[Expression], Expr | None]

    def complain(
        self,
        code: str,
        message: str,
        at: Span,
        label: str = "",
        *,
        also: tuple[Label, ...] = (),
        notes: tuple[str, ...] = (),
    ) -> None:
        self.report.add(finding(code, message, at, label, also=also, notes=notes))

    # Reading brackets

    def items(self, attributes: tuple[Attribute, ...], places: tuple[Place, ...]) -> Items:
        """The attributes that may stand at one of ``places``; all others are reported and left out."""
        items: dict[str, Attribute] = {}
        for attribute in attributes:
            annotation = ANNOTATIONS[attribute.name]
            if not any(place in annotation.places for place in places):
                self.misplaced(attribute, annotation, places[0])
            elif annotation.planned:
                self.complain("E0601", f"the attribute '{attribute.name}' is not supported yet", attribute.name_span)
            elif not self.has_fit_arguments(attribute, annotation):
                continue
            elif attribute.name not in items:
                items[attribute.name] = attribute
            elif annotation.shape is Shape.STRINGS and annotation.is_list:
                first = items[attribute.name]
                joined = (*(first.arguments or ()), *(attribute.arguments or ()))
                items[attribute.name] = Attribute(first.name, first.name_span, joined, first.span)
            else:
                also = (Label(items[attribute.name].name_span, "first said here"),)
                self.complain("E0405", f"'{attribute.name}' is said twice", attribute.name_span, also=also)
        return items

    def misplaced(self, attribute: Attribute, annotation: Annotation, place: Place) -> None:
        here = [name for name, other in ANNOTATIONS.items() if place in other.places]
        near = ELSEWHERE.get(attribute.name) or closest(attribute.name, here)
        meant = (f"help: did you mean '{near}'?",) if near else ()
        if place is Place.FIELD and attribute.name in ("in", "out"):
            meant = ("help: drop it: a field goes the way of its record",)
        allowed = _listed(_with_article(other.value) for other in annotation.places if other is not Place.ELEMENT)
        self.complain(
            "E0402",
            f"'{attribute.name}' does not apply to {_with_article(place.value)}",
            attribute.name_span,
            notes=(*meant, f"help: it stands in front of {allowed}"),
        )

    def has_fit_arguments(self, attribute: Attribute, annotation: Annotation) -> bool:
        count = len(attribute.arguments or ())
        if attribute.arguments is None and annotation.least > 0:
            self.complain(
                "E0403",
                f"'{annotation.name}' needs arguments",
                attribute.span,
                notes=(f"help: write {annotation.usage}",),
            )
            return False
        if not annotation.least <= count <= annotation.most:
            few_or_many = "few" if count < annotation.least else "many"
            if annotation.shape is Shape.NOTHING:
                message = f"'{annotation.name}' takes no arguments"
            else:
                message = f"'{annotation.name}' has too {few_or_many} arguments"
            self.complain("E0403", message, attribute.span, notes=(f"help: write {annotation.usage}",))
            return False
        return all(self.is_fit(argument, annotation) for argument in attribute.arguments or ())

    def is_fit(self, argument: Argument, annotation: Annotation) -> bool:
        match annotation.shape, argument:
            case Shape.STRINGS, String(value=value) if annotation.name == "marshal_with" and not _is_path(value):
                wanted = 'takes "module:Class"'
            case Shape.STRINGS, String(value=value):
                if value and b"\0" not in value:
                    return True
                problem = "a text with a NUL in it" if value else "an empty text"
                self.complain("E0403", f"'{annotation.name}' cannot take {problem}", argument.span)
                return False
            case Shape.STRINGS, _:
                wanted = "takes text in quotes"
            case Shape.WORDS, Name():
                return True
            case Shape.WORDS, _:
                wanted = "takes a name"
            case _:
                return True
        self.complain(
            "E0403", f"'{annotation.name}' {wanted}", argument.span, notes=(f"help: write {annotation.usage}",)
        )
        return False

    # Single values

    def texts(self, items: Items, name: str) -> tuple[str, ...]:
        """The strings of ``name("a", "b")``."""
        attribute = items.get(name)
        arguments = attribute.arguments or () if attribute is not None else ()
        return tuple(a.value.decode("utf-8", "replace") for a in arguments if isinstance(a, String))

    def text(self, items: Items, name: str) -> str | None:
        texts = self.texts(items, name)
        return texts[0] if texts else None

    def words(self, items: Items, name: str) -> tuple[str, ...]:
        """The names of ``name(a, b)``."""
        attribute = items.get(name)
        arguments = attribute.arguments or () if attribute is not None else ()
        return tuple(a.name for a in arguments if isinstance(a, Name))

    def word(self, items: Items, name: str) -> str | None:
        words = self.words(items, name)
        return words[0] if words else None

    def lowered(self, items: Items, name: str) -> tuple[Expr, ...]:
        """The sound expressions of ``name(e, f)``."""
        attribute = items.get(name)
        arguments = attribute.arguments or () if attribute is not None else ()
        found = (self.lower(a) for a in arguments if not isinstance(a, _NO_EXPRESSION))
        return tuple(expr for expr in found if expr is not None)

    def expression(self, items: Items, name: str) -> Expr | None:
        expressions = self.lowered(items, name)
        return expressions[0] if expressions else None

    # Contracts

    def contract(self, items: Items) -> Contract:
        """What the attributes of one parameter, result, field or element say."""
        size, length = self.extent(items, "size_is"), self.extent(items, "length_is")
        return Contract(
            direction=_direction(items),
            retval="retval" in items,
            size=size or self.extent(items, "byte_size_is"),
            length=length or self.extent(items, "byte_length_is"),
            string="string" in items,
            encoding=self.encoding(items),
            null_terminated="null_terminated" in items,
            nullable=True if "unique" in items else False if "ref" in items else None,
            default=self.expression(items, "defaultvalue"),
            optional="optional" in items,
            fixed=self.expression(items, "fixed"),
            owned=self.owned(items),
            grow=self.grow(items),
            query=Query(self.expression(items, "query")) if "query" in items else None,
            force=Force.PIN if "pin" in items else Force.COPY if "copy" in items else None,
            always="always" in items,
            raw="raw" in items,
            marshaller=self.text(items, "marshal_with"),
            format=self.word(items, "format"),
            consumes="consumes" in items,
            retained=self.word(items, "retained"),
            retained_at=(*self.words(items, "retained"), None, None)[1],
            owned_by=self.word(items, "owned_by"),
            borrowed="borrowed" in items,
            index_of=self.word(items, "index_of"),
            scope=self.scope(items),
            closure=(self.word(items, "closure") or "") if "closure" in items else None,
            destroy=self.word(items, "destroy"),
            on_error=self.expression(items, "on_error"),
            success=self.expression(items, "success"),
            element=self.element(items),
        )

    def scope(self, items: Items) -> Scope | None:
        """``scope(call)``, ``scope(slot(name))``."""
        expression = self.expression(items, "scope")
        match expression:
            case Name(name="call" | "async" | "forever" as word):
                return Scope(ScopeKind(word))
            case Call(function=Name(name="slot"), arguments=(Name(name=slot),)):
                return Scope(ScopeKind.SLOT, slot)
            case None:
                return None
            case _:
                message = "there is no such scope of a callback"
                note = "help: write scope(call), scope(async), scope(forever) or scope(slot(name))"
                self.complain("E0406", message, items["scope"].span, notes=(note,))
                return None

    def extent(self, items: Items, name: str) -> Extent | None:
        attribute = items.get(name)
        if attribute is None:
            return None
        levels: list[Expr | None] = []
        any_size = False
        for argument in attribute.arguments or ():
            match argument:
                case AnySize():
                    any_size = True
                    levels.append(None)
                case Omitted() | Attribute() | ParameterDeclaration():
                    levels.append(None)
                case _:
                    levels.append(self.lower(argument))
        return Extent(tuple(levels), name.startswith("byte_"), any_size, attribute.span)

    def encoding(self, items: Items) -> Encoding | None:
        texts = self.texts(items, "encoding")
        return Encoding(*texts) if texts else None

    def owned(self, items: Items) -> Owned | None:
        words = list(self.words(items, "owned"))
        if not words:
            return None
        deep = len(words) > 1 and words[-1] == "deep"
        if deep:
            words.pop()
        return Owned(words[0], words[1] if len(words) > 1 else None, deep)

    def grow(self, items: Items) -> Grow | None:
        expressions = self.lowered(items, "grow")
        return Grow(*expressions[:2]) if expressions else None

    def element(self, items: Items) -> Contract | None:
        attribute = items.get("element")
        if attribute is None:
            return None
        nested = tuple(argument for argument in attribute.arguments or () if isinstance(argument, Attribute))
        return self.contract(self.items(nested, (Place.ELEMENT,)))


_NO_EXPRESSION = (AnySize, Omitted, Attribute, ParameterDeclaration)


def _is_path(value: bytes) -> bool:
    """``module:Class``, both dotted names; a dot in front of the module: beside the generated package."""
    module, colon, name = value.decode("utf-8", "replace").partition(":")
    return bool(colon) and all(part.isidentifier() for part in (*module.removeprefix(".").split("."), *name.split(".")))


def _direction(items: Items) -> Direction | None:
    if "in" in items:
        return Direction.INOUT if "out" in items else Direction.IN
    return Direction.OUT if "out" in items else None


def _listed(nouns: Iterable[str]) -> str:
    *front, last = nouns
    return f"{', '.join(front)} or {last}" if front else last


def _with_article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def split_function(attributes: Attributes) -> tuple[tuple[Attribute, ...], tuple[Attribute, ...]]:
    """Those of a function's bracket that speak of the function, and those that speak of its result."""
    of_function: list[Attribute] = []
    of_result: list[Attribute] = []
    for attribute in attributes.items:
        places = ANNOTATIONS[attribute.name].places
        of_result_only = Place.RESULT in places and Place.FUNCTION not in places
        (of_result if of_result_only else of_function).append(attribute)
    return tuple(of_function), tuple(of_result)
