"""Brackets: attributes with their arguments, and the mistakes that are typical of them.

attributes    = {"[" attribute {"," attribute} "]"}
attribute     = NAME ["(" [argument {"," argument}] ")"]
argument      = expression | attribute | parameter | "*" | nothing            (as the table of attributes says)
"""

from __future__ import annotations

from collections.abc import Callable

from interop.frontend.annotations import ANNOTATIONS, ELSEWHERE, Shape
from interop.frontend.cursor import Cursor, SyntaxFault
from interop.frontend.expressions import ExpressionParser
from interop.frontend.lexer import TokenKind
from interop.frontend.suggest import closest
from interop.frontend.tree import AnySize, Argument, Attribute, Attributes, Omitted, ParameterDeclaration
from interop.model.expr import Name

_PLAINLY_ATTRIBUTES = frozenset(
    ("in", "out", "retval", "string", "unique", "ref", "null_terminated", "optional", "raw")
)
"""Attributes without arguments that nobody would call an array's length."""


class AttributeParser:
    """Reads attributes at a cursor. ``faults`` counts those that were left out of the tree."""

    def __init__(
        self, cursor: Cursor, expressions: ExpressionParser, parameter: Callable[[], ParameterDeclaration]
    ) -> None:
        self.cursor = cursor
        self.expressions = expressions
        self.parameter = parameter
        self.faults = 0

    def attributes(self) -> Attributes:
        """All brackets that stand here."""
        cursor = self.cursor
        start = cursor.token
        faults = self.faults
        items: list[Attribute] = []
        while cursor.at("["):
            if cursor.ahead().text == "[" and cursor.ahead().start == cursor.token.end:
                self.standard_attributes()
            else:
                self.bracket(items)
        if cursor.token is start:
            return Attributes()
        return Attributes(tuple(items), cursor.since(start), self.faults == faults)

    def standard_attributes(self) -> None:
        cursor = self.cursor
        is_ours = cursor.ahead(2).text == "interop"
        span = cursor.skip_balanced()
        if is_ours:
            self.faults += 1
            cursor.complain(
                "E0608",
                "the [[interop::...]] spelling is not supported yet",
                span,
                notes=("help: use single brackets",),
            )

    def bracket(self, items: list[Attribute]) -> None:
        cursor = self.cursor
        opened = cursor.advance()
        depth = cursor.depth
        if cursor.take("]"):
            return
        while True:
            try:
                attribute = self.attribute()
                if attribute is not None:
                    items.append(attribute)
                if cursor.take("]"):
                    return
                if cursor.at_kind(TokenKind.WORD) and cursor.token.text in ANNOTATIONS:
                    self.missing_comma()
                elif not cursor.take(","):
                    cursor.close("]", opened, "bracket")
            except SyntaxFault:
                cursor.depth = depth
                if not cursor.skip_to(",", "]", ")"):
                    raise
                if cursor.at(")"):
                    raise
                if cursor.advance().text == "]":
                    return

    def missing_comma(self) -> None:
        cursor = self.cursor
        last = cursor.tokens[cursor.index - 1]
        cursor.complain(
            "E0110",
            f"a comma is missing between '{last.text}' and '{cursor.token.text}'",
            cursor.span(last).to(cursor.here()),
            notes=(f"help: write [{last.text}, {cursor.token.text}]",) if last.kind is TokenKind.WORD else (),
        )

    def attribute(self) -> Attribute | None:
        """One attribute; None when its name is unknown, which is reported."""
        cursor = self.cursor
        if not cursor.at_kind(TokenKind.WORD):
            raise cursor.fault("an attribute")
        name = cursor.advance()
        annotation = ANNOTATIONS.get(name.text)
        if annotation is None:
            self.faults += 1
            if cursor.at("("):
                cursor.skip_balanced()
            near = ELSEWHERE.get(name.text.lower()) or closest(name.text, ANNOTATIONS)
            cursor.complain(
                "E0401",
                f"there is no attribute '{name.text}'",
                cursor.span(name),
                notes=(f"help: did you mean '{near}'?",) if near else (),
            )
            return None
        arguments: tuple[Argument, ...] | None = None
        if cursor.at("("):
            faults = self.faults
            arguments = self.arguments(annotation.shape)
            if self.faults != faults:
                return None
        return Attribute(name.text, cursor.span(name), arguments, cursor.since(name))

    def arguments(self, shape: Shape) -> tuple[Argument, ...]:
        """The arguments in their parentheses; after a fault in them, nothing, behind the closing one."""
        cursor = self.cursor
        if shape is Shape.ANYTHING:
            return (Omitted(cursor.skip_balanced()),)
        depth, closing = cursor.depth, cursor.closing_index()
        try:
            return self.argument_list(shape)
        except SyntaxFault:
            if closing is None or closing < cursor.index:
                raise
            self.faults += 1
            cursor.depth = depth
            cursor.move_to(closing + 1)
            return ()

    def argument_list(self, shape: Shape) -> tuple[Argument, ...]:
        cursor = self.cursor
        cursor.descend()
        opened = cursor.advance()
        arguments: list[Argument] = []
        if not cursor.at(")"):
            while True:
                argument = self.argument(shape)
                if argument is not None:
                    arguments.append(argument)
                if not cursor.take(","):
                    break
        cursor.close(")", opened, "argument list")
        cursor.depth -= 1
        return tuple(arguments)

    def argument(self, shape: Shape) -> Argument | None:
        cursor = self.cursor
        match shape:
            case Shape.LEVELS if cursor.at(",") or cursor.at(")"):
                return Omitted(cursor.here())
            case Shape.LEVELS if cursor.at("*") and cursor.ahead().text in (")", ","):
                return AnySize(cursor.span(cursor.advance()))
            case Shape.ATTRIBUTES:
                return self.attribute()
            case Shape.PARAMETERS:
                return self.parameter()
            case Shape.WORDS if cursor.at_kind(TokenKind.WORD):
                return self.word()
            case _:
                return self.expressions.expression()

    def word(self) -> Argument:
        """A bare name, which may be a word that C reserves; anything longer is read on as an expression."""
        cursor = self.cursor
        if cursor.ahead().text in (",", ")"):
            token = cursor.advance()
            return Name(token.text, cursor.span(token))
        return self.expressions.expression()

    def stands_here(self) -> bool:
        """Whether the bracket here, where C has an array's length, was meant as attributes."""
        cursor = self.cursor
        name, behind = cursor.ahead(), cursor.ahead(2).text
        if not cursor.at("[") or name.text not in ANNOTATIONS:
            return False
        return behind in (",", "(") or name.text in _PLAINLY_ATTRIBUTES

    def misplaced(self) -> Attributes:
        """Attributes that stand behind what they describe: reported, and taken as if they stood in front."""
        start = self.cursor.token
        attributes = self.attributes()
        self.cursor.complain(
            "E0110",
            "attributes stand in front of what they describe",
            self.cursor.since(start),
            notes=("help: move the bracket before the type",),
        )
        return attributes
