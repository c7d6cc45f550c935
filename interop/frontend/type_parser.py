"""Types: specifiers with their bodies, declarators around a name, parameter lists. The grammar is in ``parser``."""

from __future__ import annotations

import re

from interop.diag.span import Span
from interop.frontend.attribute_parser import AttributeParser
from interop.frontend.cursor import Cursor, SyntaxFault
from interop.frontend.expressions import ExpressionParser
from interop.frontend.lexer import Token, TokenKind
from interop.frontend.tree import (
    ArrayOf,
    Attributes,
    BaseType,
    Builtin,
    Declarator,
    Derivation,
    Enumerator,
    EnumSpecifier,
    FieldDeclaration,
    FunctionOf,
    InitDeclarator,
    ParameterDeclaration,
    PointerTo,
    RecordSpecifier,
    Specifiers,
    Storage,
    TypeName,
    TypeReference,
)
from interop.frontend.words import CONST, NOISE, NOISE_CALLS, RESERVED, TAGGED, TYPE_WORDS, VOLATILE, Names

_MOST_DERIVATIONS = 32
_LAYOUT = re.compile(r"packed|aligned|_Alignas")


class TypeParser:
    """Reads types at a cursor; owns the parsers of what types contain, attributes and expressions."""

    def __init__(self, cursor: Cursor, names: Names) -> None:
        self.cursor = cursor
        self.names = names
        self.layout: list[Span] = []
        """What was said of the layout of the field or record at hand, such as ``__attribute__((packed))``."""
        self.expressions = ExpressionParser(cursor, self.starts_type, self.type_name)
        self.attributes = AttributeParser(cursor, self.expressions, self.parameter)

    def starts_type(self, token: Token) -> bool:
        if token.kind is not TokenKind.WORD:
            return False
        text = token.text
        return text in self.names.types or text in TYPE_WORDS or text in CONST or text in TAGGED or text in NOISE

    def type_name(self) -> TypeName:
        cursor = self.cursor
        start = cursor.token
        _, _, specifiers = self.specifiers(Attributes())
        declarator = self.declarator(specifiers.span, needs_name=False)
        return TypeName(specifiers, declarator, cursor.since(start))

    def skip_noise(self) -> bool:
        """Over one word, or word with arguments, that says nothing about how a value is passed."""
        cursor = self.cursor
        if cursor.token.kind is not TokenKind.WORD:
            return False
        text = cursor.token.text
        if text in NOISE or (text in self.names.vanishing and text not in self.names.types):
            cursor.advance()
            return True
        if text in NOISE_CALLS:
            start = cursor.advance()
            if cursor.at("volatile") or cursor.at("__volatile__"):
                cursor.advance()
            if not cursor.at("("):
                raise cursor.fault(f"'(' after '{text}'")
            cursor.skip_balanced()
            span = cursor.since(start)
            if _LAYOUT.search(span.text):
                self.layout.append(span)
            return True
        return False

    def specifiers(self, attributes: Attributes) -> tuple[Attributes, Storage, Specifiers]:
        """Everything before the declarators. Brackets behind ``typedef`` join those in front of it."""
        cursor = self.cursor
        start = cursor.token
        storage = Storage.NONE
        const: Span | None = None
        volatile = False
        base: BaseType | None = None
        words: list[Token] = []
        while True:
            token = cursor.token
            if token.kind is not TokenKind.WORD:
                if cursor.at("[") and (self.attributes.stands_here() or (base is None and not words)):
                    attributes = _joined(
                        attributes,
                        self.attributes.attributes()
                        if storage is Storage.TYPEDEF and base is None
                        else self.attributes.misplaced(),
                    )
                    continue
                break
            text = token.text
            if text == "typedef" or text == "extern":
                storage = Storage(text)
                cursor.advance()
            elif text in CONST:
                const = cursor.span(cursor.advance())
            elif text in VOLATILE:
                volatile = True
                cursor.advance()
            elif self.skip_noise():
                continue
            elif text in TYPE_WORDS and base is None:
                words.append(cursor.advance())
            elif text in TAGGED and base is None and not words:
                base = self.enum() if text == "enum" else self.record()
            elif base is None and not words and text not in RESERVED:
                base = TypeReference(text, cursor.span(cursor.advance()))
                self.refuse_missing_result(base)
                if self.refuse_macro(base):
                    base = None
            else:
                break
        if words:
            base = Builtin(tuple(word.text for word in words), Span(cursor.file, words[0].start, words[-1].end))
        if base is None:
            raise cursor.fault("a type")
        return attributes, storage, Specifiers(base, const, cursor.since(start), volatile)

    def refuse_missing_result(self, base: TypeReference) -> None:
        """``f(int x);``: what looks like the type is the function's name."""
        cursor = self.cursor
        if cursor.at("(") and base.name not in self.names.types:
            behind = cursor.ahead()
            if behind.text == ")" or self.starts_type(behind) or behind.text == "[":
                cursor.complain(
                    "E0107",
                    f"expected a type before '{base.name}'",
                    base.span,
                    "the result's type is missing",
                    notes=(f"help: write 'int {base.name}(...)', or 'void' if it returns nothing",),
                )
                raise SyntaxFault

    def refuse_macro(self, base: TypeReference) -> bool:
        """``API int f(void);``: what looks like the type is a macro in front of it, which is reported and skipped."""
        cursor = self.cursor
        is_macro = base.name not in self.names.types and (self.starts_type(cursor.token) or cursor.at("extern"))
        if is_macro:
            cursor.complain("E0301", f"there is no type '{base.name}'", base.span, notes=(macro_note(base.name),))
        return is_macro

    def record(self) -> RecordSpecifier:
        cursor = self.cursor
        start = cursor.advance()
        around, self.layout = self.layout, []
        while self.skip_noise():
            pass
        name = start
        tag: str | None = None
        if cursor.at_kind(TokenKind.WORD):
            name = cursor.advance()
            tag = name.text
        fields: tuple[FieldDeclaration, ...] | None = None
        rest: Span | None = None
        if cursor.at("{"):
            layout = self.layout
            fields, rest = self.fields()
            self.layout = layout
            while self.skip_noise():
                pass
        elif tag is None:
            raise cursor.fault(f"a tag or a body after '{start.text}'")
        layout, self.layout = self.layout, around
        is_union = start.text == "union"
        return RecordSpecifier(is_union, tag, fields, cursor.span(name), cursor.since(start), rest, tuple(layout))

    def fields(self) -> tuple[tuple[FieldDeclaration, ...], Span | None]:
        """A record's body, and the ``...`` that may stand at its end."""
        cursor = self.cursor
        cursor.descend()
        opened = cursor.advance()
        depth = cursor.depth
        fields: list[FieldDeclaration] = []
        rest: Span | None = None
        while not cursor.at("}"):
            if cursor.token.kind is TokenKind.END:
                raise cursor.never_closed(opened, "body")
            if cursor.take(";"):
                continue
            index = cursor.index
            try:
                if cursor.at("..."):
                    rest = self.rest_of_fields()
                else:
                    fields.append(self.field())
            except SyntaxFault:
                cursor.depth = depth
                cursor.skip_past_declaration()
                if cursor.index == index:
                    cursor.advance()
        cursor.advance()
        cursor.depth -= 1
        return tuple(fields), rest

    def rest_of_fields(self) -> Span:
        cursor = self.cursor
        rest = cursor.span(cursor.advance())
        cursor.expect(";", " after '...'")
        if not cursor.at("}") and cursor.token.kind is not TokenKind.END:
            cursor.complain("E0107", "expected '}' after '...;', which stands for all further fields", rest)
            cursor.is_broken = True
        return rest

    def field(self) -> FieldDeclaration:
        cursor = self.cursor
        start = cursor.token
        self.layout = []
        attributes, _, specifiers = self.specifiers(self.attributes.attributes())
        of_all = tuple(self.layout)
        declarators: list[InitDeclarator] = []
        while not cursor.at(";"):
            self.layout = []
            declarator = self.declarator(specifiers.span, needs_name=not cursor.at(":"))
            bits = None
            if cursor.take(":"):
                bits = self.expressions.expression()
                while self.skip_noise():
                    pass
            declarators.append(InitDeclarator(declarator, None, bits, (*of_all, *self.layout)))
            if not cursor.take(","):
                break
        if not cursor.take(";"):
            fault = cursor.fault("';' after the field")
            if not cursor.starts_line():
                raise fault
        return FieldDeclaration(attributes, specifiers, tuple(declarators), cursor.since(start))

    def enum(self) -> EnumSpecifier:
        cursor = self.cursor
        start = cursor.advance()
        while self.skip_noise():
            pass
        name = start
        tag: str | None = None
        if cursor.at_kind(TokenKind.WORD):
            name = cursor.advance()
            tag = name.text
        underlying: Specifiers | None = None
        if cursor.take(":"):
            _, _, underlying = self.specifiers(Attributes())
        members: tuple[Enumerator, ...] | None = None
        if cursor.at("{"):
            members = self.enumerators()
        elif tag is None:
            raise cursor.fault("a tag or a body after 'enum'")
        return EnumSpecifier(tag, underlying, members, cursor.span(name), cursor.since(start))

    def enumerators(self) -> tuple[Enumerator, ...]:
        cursor = self.cursor
        opened = cursor.advance()
        depth = cursor.depth
        members: list[Enumerator] = []
        while not cursor.take("}"):
            try:
                members.append(self.enumerator())
                if cursor.at("}"):
                    continue
                if not cursor.take(","):
                    if cursor.token.kind is TokenKind.END or cursor.at(";"):
                        cursor.close("}", opened, "body")
                    fault = cursor.fault("',' or '}' after the enumerator")
                    if not cursor.starts_line():
                        raise fault
            except SyntaxFault:
                cursor.depth = depth
                if not cursor.skip_to(",", "}"):
                    raise
                cursor.take(",")
        return tuple(members)

    def enumerator(self) -> Enumerator:
        cursor = self.cursor
        attributes = self.attributes.attributes()
        if not cursor.at_kind(TokenKind.WORD) or cursor.token.text in RESERVED:
            raise cursor.fault("an enumerator")
        name = cursor.advance()
        while self.skip_noise():
            pass
        value = self.expressions.expression() if cursor.take("=") else None
        return Enumerator(name.text, value, attributes, cursor.span(name))

    def declarator(self, type_span: Span, needs_name: bool) -> Declarator:
        cursor = self.cursor
        cursor.descend()
        pointers: list[Derivation] = []
        while self.skip_noise():
            pass
        while cursor.at("*") or cursor.at("^"):
            star = cursor.advance()
            const: Span | None = None
            volatile = False
            while True:
                if cursor.token.text in CONST:
                    const = cursor.span(cursor.advance())
                elif cursor.token.text in VOLATILE:
                    volatile = True
                    cursor.advance()
                elif not self.skip_noise():
                    break
            if self.attributes.stands_here():
                self.attributes.misplaced()
                cursor.is_broken = True
            pointers.append(PointerTo(const, cursor.span(star), volatile))
        name: str | None = None
        span = type_span
        inner: tuple[Derivation, ...] = ()
        if cursor.at_kind(TokenKind.WORD) and cursor.token.text not in RESERVED:
            span = cursor.here()
            name = cursor.advance().text
        elif cursor.at("(") and (needs_name or self.opens_declarator()):
            opened = cursor.advance()
            nested = self.declarator(type_span, needs_name)
            cursor.close(")", opened, "declarator")
            name, inner, span = nested.name, nested.derivations, nested.span
        elif needs_name:
            raise cursor.fault("a name")
        suffixes = self.suffixes()
        derivations = (*inner, *suffixes, *reversed(pointers))
        if len(derivations) > _MOST_DERIVATIONS:
            cursor.complain("E0109", f"this type has more than {_MOST_DERIVATIONS} levels", span)
            raise SyntaxFault
        cursor.depth -= 1
        return Declarator(name, derivations, span)

    def opens_declarator(self) -> bool:
        """Whether the parenthesis here groups a declarator without a name, or else lists parameters."""
        behind = self.cursor.ahead()
        if behind.kind is TokenKind.WORD:
            return not self.starts_type(behind) and self.cursor.ahead(2).text in (")", "[", "(")
        return behind.text in ("*", "(", "^")

    def suffixes(self) -> list[Derivation]:
        cursor = self.cursor
        suffixes: list[Derivation] = []
        while True:
            if cursor.at("("):
                suffixes.append(self.parameters())
            elif cursor.at("["):
                if self.attributes.stands_here():
                    self.attributes.misplaced()
                    cursor.is_broken = True
                else:
                    suffixes.append(self.array())
            elif not self.skip_noise():
                return suffixes
            if len(suffixes) > _MOST_DERIVATIONS:
                cursor.complain("E0109", f"this type has more than {_MOST_DERIVATIONS} levels", cursor.here())
                raise SyntaxFault

    def array(self) -> ArrayOf:
        cursor = self.cursor
        opened = cursor.advance()
        while cursor.token.text in CONST or self.skip_noise():
            if cursor.token.text in CONST:
                cursor.advance()
        size = None if cursor.at("]") else self.expressions.expression()
        cursor.close("]", opened, "array length")
        return ArrayOf(size, cursor.since(opened))

    def parameters(self) -> FunctionOf:
        cursor = self.cursor
        cursor.descend()
        opened = cursor.advance()
        depth = cursor.depth
        parameters: list[ParameterDeclaration] = []
        variadic: Span | None = None
        if cursor.at("void") and cursor.ahead().text == ")":
            cursor.advance()
        while not cursor.take(")"):
            try:
                if cursor.at("..."):
                    variadic = cursor.span(cursor.advance())
                    cursor.close(")", opened, "parameter list")
                    break
                parameters.append(self.parameter())
                if cursor.at(")"):
                    continue
                if not cursor.at(","):
                    cursor.close(")", opened, "parameter list")
                cursor.advance()
                if cursor.at(")"):
                    raise cursor.fault("a parameter after ','")
            except SyntaxFault:
                cursor.depth = depth
                if not cursor.skip_to(",", ")"):
                    raise
                cursor.take(",")
        cursor.depth -= 1
        return FunctionOf(tuple(parameters), variadic, cursor.since(opened))

    def parameter(self) -> ParameterDeclaration:
        cursor = self.cursor
        start = cursor.token
        attributes, storage, specifiers = self.specifiers(self.attributes.attributes())
        if storage is not Storage.NONE:
            cursor.complain("E0121", f"a parameter cannot be '{storage.value}'", specifiers.span)
        declarator = self.declarator(specifiers.span, needs_name=False)
        return ParameterDeclaration(attributes, specifiers, declarator, cursor.since(start))


def macro_note(name: str) -> str:
    """Headers decorate declarations with macros of their own."""
    return f"help: if '{name}' is a macro that means nothing here, write '#define {name}' on a line above"


def _joined(first: Attributes, second: Attributes) -> Attributes:
    if first.span is None or second.span is None:
        return first if second.span is None else second
    is_sound = first.is_sound and second.is_sound
    return Attributes(first.items + second.items, first.span.to(second.span), is_sound)
