"""C expressions by precedence climbing.

    expression  = binary ["?" expression ":" expression]
    binary      = unary {operator unary}
    unary       = ("*" | "&" | "+" | "-" | "~" | "!" | "++" | "--") unary
                | "sizeof" (unary | "(" type ")")  |  "(" type ")" unary  |  postfix
    postfix     = primary {"(" [expression {"," expression}] ")" | "[" expression "]" | "." NAME | "->" NAME}
    primary     = NUMBER | CHARACTER | STRING {STRING} | NAME | "(" expression ")"

Assignment, the comma operator and the postfix ``++`` are left out: an expression of an attribute computes a value and
changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from interop.frontend import literals
from interop.frontend.cursor import Cursor, SyntaxFault
from interop.frontend.lexer import Token, TokenKind
from interop.frontend.tree import CallOf, CastTo, Expression, MemberOf, Operation, TypeName
from interop.model.expr import Name, Number, String

_T = TypeVar("_T")

MOST_OPERATIONS = 100
"""How many operators and calls one expression may have, which also bounds the depth of its tree."""

_PRECEDENCE = {
    "||": 1, "&&": 2, "|": 3, "^": 4, "&": 5, "==": 6, "!=": 6, "<": 7, ">": 7, "<=": 7, ">=": 7,
    "<<": 8, ">>": 8, "+": 9, "-": 9, "*": 10, "/": 10, "%": 10,
}  # fmt: skip
_PREFIX = ("*", "&", "+", "-", "~", "!", "++", "--")
_ASSIGNING = ("=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=")


class ExpressionParser:
    """Reads expressions at a cursor; what a type is and how it is written is the declaration parser's business."""

    def __init__(self, cursor: Cursor, starts_type: Callable[[Token], bool], type_name: Callable[[], TypeName]) -> None:
        self.cursor = cursor
        self.starts_type = starts_type
        self.type_name = type_name
        self.operations = 0
        self.is_inside = False

    def expression(self) -> Expression:
        """A whole expression, as an argument or value; one inside another (``sizeof(int[n])``) counts as part of it."""
        if self.is_inside:
            return self.conditional()
        self.operations = 0
        self.is_inside = True
        try:
            result = self.conditional()
        finally:
            self.is_inside = False
        if self.cursor.token.text in _ASSIGNING:
            notes = ("help: write '==' to compare",) if self.cursor.at("=") else ()
            self.cursor.complain("E0123", "an expression here cannot assign", self.cursor.here(), notes=notes)
            raise SyntaxFault
        return result

    def count(self) -> None:
        self.operations += 1
        if self.operations > MOST_OPERATIONS:
            self.cursor.complain(
                "E0109", f"this expression has more than {MOST_OPERATIONS} operators", self.cursor.here()
            )
            raise SyntaxFault

    def conditional(self) -> Expression:
        cursor = self.cursor
        cursor.descend()
        start = cursor.token
        result = self.binary(1)
        if cursor.take("?"):
            self.count()
            then = self.conditional()
            cursor.expect(":", " of the conditional expression")
            otherwise = self.conditional()
            result = Operation("?:", (result, then, otherwise), cursor.since(start))
        cursor.depth -= 1
        return result

    def binary(self, least: int) -> Expression:
        cursor = self.cursor
        start = cursor.token
        left = self.unary()
        while True:
            operator = cursor.token.text
            precedence = _PRECEDENCE.get(operator, 0)
            if precedence < least or cursor.token.kind is not TokenKind.PUNCTUATION:
                return left
            self.count()
            cursor.advance()
            right = self.binary(precedence + 1)
            left = Operation(operator, (left, right), cursor.since(start))

    def unary(self) -> Expression:
        cursor = self.cursor
        start = cursor.token
        if start.kind is TokenKind.PUNCTUATION and start.text in _PREFIX:
            self.count()
            cursor.descend()
            cursor.advance()
            operand = self.unary()
            cursor.depth -= 1
            return Operation(start.text, (operand,), cursor.since(start))
        if cursor.at("sizeof"):
            self.count()
            cursor.descend()
            cursor.advance()
            if cursor.at("(") and self.starts_type(cursor.ahead()):
                cursor.advance()
                type_name = self.type_name()
                cursor.expect(")")
                cursor.depth -= 1
                return CastTo(type_name, None, cursor.since(start))
            operand = self.unary()
            cursor.depth -= 1
            return Operation("sizeof", (operand,), cursor.since(start))
        if cursor.at("(") and self.starts_type(cursor.ahead()):
            self.count()
            cursor.descend()
            cursor.advance()
            type_name = self.type_name()
            cursor.expect(")")
            operand = self.unary()
            cursor.depth -= 1
            return CastTo(type_name, operand, cursor.since(start))
        return self.postfix()

    def postfix(self) -> Expression:
        cursor = self.cursor
        start = cursor.token
        result = self.primary()
        while True:
            if cursor.at("("):
                self.count()
                if not isinstance(result, Name):
                    cursor.complain("E0123", "only a function's name can be called here", result.span)
                    raise SyntaxFault
                arguments = self.arguments()
                result = CallOf(result, arguments, cursor.since(start))
            elif cursor.at("["):
                self.count()
                cursor.advance()
                index = self.conditional()
                cursor.expect("]")
                result = Operation("[]", (result, index), cursor.since(start))
            elif cursor.at(".") or cursor.at("->"):
                self.count()
                arrow = cursor.advance().text == "->"
                if not cursor.at_kind(TokenKind.WORD):
                    raise cursor.fault("the name of a member")
                name = cursor.advance().text
                result = MemberOf(result, name, arrow, cursor.since(start))
            elif cursor.at("++") or cursor.at("--"):
                cursor.complain(
                    "E0123", f"an expression here cannot change anything with '{cursor.token.text}'", cursor.here()
                )
                raise SyntaxFault
            else:
                return result

    def arguments(self) -> tuple[Expression, ...]:
        cursor = self.cursor
        opened = cursor.advance()
        if cursor.take(")"):
            return ()
        arguments = [self.conditional()]
        while cursor.take(","):
            arguments.append(self.conditional())
        cursor.close(")", opened, "call")
        return tuple(arguments)

    def primary(self) -> Expression:
        cursor = self.cursor
        token = cursor.token
        match token.kind:
            case TokenKind.NUMBER:
                value = literals.number(token.text)
                problem = "exceeds 64 bits" if literals.is_too_large(token.text) else "is not a number of C"
                return Number(token.text, self.sound(value, problem), cursor.span(cursor.advance()))
            case TokenKind.CHARACTER:
                value = literals.character(token.text)
                return Number(token.text, self.sound(value, "is not one character"), cursor.span(cursor.advance()))
            case TokenKind.STRING:
                return self.strings()
            case TokenKind.WORD if not self.starts_type(token):
                cursor.advance()
                return Name(token.text, cursor.span(token))
            case TokenKind.WORD:
                raise cursor.fault("a value", f"note: '{token.text}' is a type")
            case _ if cursor.at("("):
                cursor.advance()
                inner = self.conditional()
                if cursor.at(","):
                    cursor.complain("E0123", "an expression here cannot use the comma operator", cursor.here())
                    raise SyntaxFault
                cursor.close(")", token, "expression")
                return inner
            case _:
                raise cursor.fault("an expression")

    def sound(self, value: _T | None, problem: str) -> _T:
        if value is None:
            text = self.cursor.token.text
            if self.cursor.at_kind(TokenKind.NUMBER) or literals.is_complete(text):
                shown = text if len(text) <= 40 else f"{text[:37]}..."
                self.cursor.complain("E0106", f"{shown} {problem}", self.cursor.here())
            raise SyntaxFault
        return value

    def strings(self) -> String:
        """Adjacent literals are one string."""
        cursor = self.cursor
        start = cursor.token
        texts: list[str] = []
        value = b""
        while cursor.at_kind(TokenKind.STRING):
            part = literals.string(cursor.token.text)
            value += self.sound(part, "has an escape that C does not know")
            texts.append(cursor.advance().text)
        return String(" ".join(texts), value, cursor.since(start))
