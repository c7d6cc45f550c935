"""Recursive descent over the declaration language. Each rule reports its faults and finds its way back.

    file          = {import} {attributes} "module" NAME "{" {import | declaration} "}" [";"]
                  | {import | declaration}                                    (a fragment)
    import        = "import" STRING ";"
    attributes    = {"[" attribute {"," attribute} "]"}
    attribute     = NAME ["(" [argument {"," argument}] ")"]
    declaration   = attributes (define | linkage | interface | simple)
    define        = "#define" NAME [expression] end-of-line
    linkage       = "extern" STRING ("{" {declaration} "}" | declaration)
    interface     = "interface" NAME [":" NAME] ("{" {simple} "}" [";"] | ";")
    simple        = specifiers [init {"," init}] ";"
    init          = declarator ["=" expression | ":" expression]
    specifiers    = {"typedef" attributes | "extern" | "const" | noise | type-word | NAME | record | enum}
    record        = ("struct" | "union") [NAME] ["{" {attributes specifiers [init {"," init}] ";"} "}"]
    enum          = "enum" [NAME] [":" specifiers] ["{" [enumerator {"," enumerator}] [","] "}"]
    enumerator    = attributes NAME ["=" expression]
    declarator    = {"*" {"const" | noise}} [NAME | "(" declarator ")"] {"[" [expression] "]" | "(" parameters ")"}
    parameters    = [ "void" | parameter {"," parameter} ["," "..."] ]
    parameter     = attributes specifiers declarator
    noise         = "volatile" | "restrict" | "static" | "inline" | "__attribute__" "((" ... "))" | ...

Brackets are attributes exactly where no C before C23 allows a bracket. A list (of attributes, parameters, enumerators,
fields, declarations) goes on behind a fault; what had one is left out of the tree and its words are ``doubtful``.
"""

from __future__ import annotations

from interop.diag.report import Label, Report
from interop.diag.span import SourceFile, Span
from interop.frontend.annotations import ANNOTATIONS, Shape
from interop.frontend.cursor import Cursor, SyntaxFault
from interop.frontend.expressions import ExpressionParser
from interop.frontend.lexer import Token, TokenKind
from interop.frontend.literals import string
from interop.frontend.suggest import closest
from interop.frontend.tree import (
    AnySize,
    Argument,
    ArrayOf,
    Attribute,
    Attributes,
    BaseType,
    Builtin,
    Cdef,
    Declaration,
    Declarator,
    Define,
    Derivation,
    Enumerator,
    EnumSpecifier,
    Expression,
    FieldDeclaration,
    FunctionOf,
    Import,
    InitDeclarator,
    Interface,
    Module,
    Omitted,
    ParameterDeclaration,
    PointerTo,
    RecordSpecifier,
    SimpleDeclaration,
    Specifiers,
    Storage,
    TypeName,
    TypeReference,
)
from interop.model.ctype import KNOWN_TYPEDEFS
from interop.model.expr import Name

TYPE_WORDS = frozenset(
    ["void", "char", "short", "int", "long", "float", "double", "signed", "unsigned", "_Bool", "__signed__", "__signed"]
)
_NOISE = frozenset(
    [
        "volatile",
        "__volatile__",
        "__volatile",
        "restrict",
        "__restrict",
        "__restrict__",
        "register",
        "auto",
        "inline",
        "__inline",
        "__inline__",
        "static",
        "_Noreturn",
        "__extension__",
        "_Thread_local",
    ]
)
_NOISE_CALLS = frozenset(("__attribute__", "__attribute", "__asm__", "__asm", "asm", "__declspec", "_Alignas"))
_CONST = frozenset(("const", "__const", "__const__"))
_TAGGED = frozenset(("struct", "union", "enum"))
_RESERVED = (
    TYPE_WORDS
    | _NOISE
    | _NOISE_CALLS
    | _CONST
    | _TAGGED
    | frozenset(
        [
            "typedef",
            "extern",
            "sizeof",
            "if",
            "else",
            "for",
            "while",
            "do",
            "switch",
            "case",
            "default",
            "return",
            "break",
            "continue",
            "goto",
        ]
    )
)
_PLAINLY_ATTRIBUTES = frozenset(
    ["in", "out", "retval", "string", "unique", "ref", "null_terminated", "optional", "raw"]
)
"""Attributes without arguments that nobody would call an array's length."""
_MOST_DERIVATIONS = 32


class Parser:
    """One file's parser. ``types`` are the names that begin a type, known from outside and as they are declared."""

    def __init__(self, file: SourceFile, tokens: list[Token], types: frozenset[str], report: Report) -> None:
        self.cursor = Cursor(file, tokens, report)
        self.expressions = ExpressionParser(self.cursor, self.starts_type, self.type_name)
        self.types = {*KNOWN_TYPEDEFS, "FILE", "va_list", *types}
        self.doubtful: set[str] = set()
        self.vanishing: set[str] = set()
        self.attribute_faults = 0
        self.imports: list[Import] = []
        self.module: Module | None = None
        self.declarations: list[Declaration] = []

    # Files and modules

    def cdef(self) -> Cdef:
        outside: list[Declaration] = []
        while self.cursor.token.kind is not TokenKind.END:
            self.item(outside, is_top=True)
        if self.module is None:
            self.declarations = outside
        else:
            for declaration in outside:
                self.cursor.complain(
                    "E0122",
                    "this declaration stands outside of the module",
                    declaration.span,
                    notes=(f"help: move it into the braces of 'module {self.module.name}'",),
                )
        return Cdef(
            self.cursor.file, self.module, tuple(self.imports), tuple(self.declarations), frozenset(self.doubtful)
        )

    def item(self, into: list[Declaration], is_top: bool = False) -> None:
        """One import, module or declaration, with the recovery when it is none of them."""
        cursor = self.cursor
        start = cursor.token
        index = cursor.index
        cursor.is_broken = False
        cursor.depth = 0 if is_top else 1
        try:
            if start.kind is TokenKind.DIRECTIVE:
                self.directive()
            elif cursor.at("import") and cursor.ahead().kind is TokenKind.STRING:
                self.import_()
            elif cursor.at("import"):
                cursor.advance()
                raise cursor.fault("the imported file's name in quotes")
            elif cursor.take(";"):
                return
            elif cursor.at("}"):
                cursor.complain("E0108", "this '}' closes nothing", cursor.here())
                cursor.advance()
            elif cursor.at("extern") and cursor.ahead().kind is TokenKind.STRING:
                self.linkage(into)
            else:
                attributes = self.attributes()
                if cursor.at("module"):
                    self.module_(attributes, start)
                else:
                    self.declaration(attributes, start, into)
        except SyntaxFault:
            cursor.skip_past_declaration()
        if cursor.index == index:
            cursor.advance()
        if cursor.is_broken:
            self.distrust(index)

    def distrust(self, index: int) -> None:
        words = self.cursor.tokens[index : self.cursor.index]
        self.doubtful.update(token.text for token in words if token.kind is TokenKind.WORD)

    def directive(self) -> None:
        cursor = self.cursor
        token = cursor.advance()
        words = token.text[1:].split(maxsplit=1)
        name = words[0] if words else ""
        rest = words[1] if len(words) > 1 else ""
        at = Span(cursor.file, token.start, token.start + len(token.text.split("\n")[0].rstrip("\\\r ")))
        if name.startswith("include"):
            header = rest.strip('<>" ') or "name.h"
            cursor.complain(
                "E0112",
                "a declaration file does not include headers",
                at,
                notes=(f'help: write header("{header}") in the brackets of the module',),
            )
        elif name in ("if", "ifdef", "ifndef", "elif", "else", "endif", "elifdef", "elifndef"):
            cursor.complain(
                "E0111", f"'#{name}' is not evaluated here", at, notes=("help: keep only the lines that apply",)
            )
        elif name == "define":
            self.function_like(token, rest)
        elif name not in ("pragma", "line", "ident", "undef", "warning", "error", "") and not name.isdigit():
            cursor.complain("E0111", f"'#{name}' is no preprocessor line that is known here", at)

    def function_like(self, token: Token, rest: str) -> None:
        name = rest.replace("\\\n", " ").lstrip("\\\r\n ").partition("(")[0].strip()
        start = token.start + token.text.find(name)
        self.cursor.complain(
            "E0607",
            f"'{name}' is a macro with parameters, which is not supported",
            Span(self.cursor.file, start, start + len(name)),
            notes=(f"help: declare it as a function: int {name}(...); the header's macro is then called",),
        )
        self.doubtful.add(name)

    def import_(self) -> None:
        cursor = self.cursor
        cursor.advance()
        token = cursor.advance()
        path = string(token.text)
        cursor.expect(";", " after the import")
        self.imports.append(Import("" if path is None else path.decode("utf-8", "replace"), cursor.span(token)))

    def linkage(self, into: list[Declaration]) -> None:
        cursor = self.cursor
        cursor.advance()
        cursor.advance()
        if not cursor.at("{"):
            self.item(into)
            return
        cursor.descend()
        self.body(into, "linkage block")
        cursor.depth -= 1

    def body(self, into: list[Declaration], what: str) -> None:
        """Declarations in braces."""
        cursor = self.cursor
        opened = cursor.expect("{")
        while not cursor.at("}"):
            if cursor.token.kind is TokenKind.END:
                cursor.never_closed(opened, what)
                return
            depth = cursor.depth
            self.item(into)
            cursor.depth = depth
        cursor.is_broken = False
        cursor.advance()
        cursor.take(";")

    def module_(self, attributes: Attributes, start: Token) -> None:
        cursor = self.cursor
        keyword = cursor.advance()
        if not cursor.at_kind(TokenKind.WORD):
            raise cursor.fault("the module's name")
        name = cursor.advance()
        if not cursor.at("{"):
            raise cursor.fault("'{' after the module's name")
        module = Module(name.text, attributes, cursor.span(name), cursor.since(start))
        into = self.declarations
        if self.module is None:
            self.module = module
        else:
            cursor.complain(
                "E0116",
                "a file describes one module",
                cursor.span(keyword).to(cursor.span(name)),
                "a second one",
                also=(Label(self.module.name_span, "the first one"),),
                notes=("help: move it to a file of its own; shared types can be imported",),
            )
            into = []
        self.body(into, "module")

    # Attributes

    def attributes(self) -> Attributes:
        """All brackets that stand here."""
        cursor = self.cursor
        start = cursor.token
        faults = self.attribute_faults
        items: list[Attribute] = []
        while cursor.at("["):
            if cursor.ahead().text == "[" and cursor.ahead().start == cursor.token.end:
                self.standard_attributes()
            else:
                self.bracket(items)
        if cursor.token is start:
            return Attributes()
        return Attributes(tuple(items), cursor.since(start), self.attribute_faults == faults)

    def standard_attributes(self) -> None:
        cursor = self.cursor
        is_ours = cursor.ahead(2).text == "interop"
        span = cursor.skip_balanced()
        if is_ours:
            self.attribute_faults += 1
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
            self.attribute_faults += 1
            if cursor.at("("):
                cursor.skip_balanced()
            near = closest(name.text, ANNOTATIONS)
            cursor.complain(
                "E0401",
                f"there is no attribute '{name.text}'",
                cursor.span(name),
                notes=(f"help: did you mean '{near}'?",) if near else (),
            )
            return None
        arguments: tuple[Argument, ...] | None = None
        if cursor.at("("):
            arguments = self.attribute_arguments(annotation.shape)
        return Attribute(name.text, cursor.span(name), arguments, cursor.since(name))

    def attribute_arguments(self, shape: Shape) -> tuple[Argument, ...]:
        cursor = self.cursor
        if shape is Shape.ANYTHING:
            return (Omitted(cursor.skip_balanced()),)
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

    def looks_like_attributes(self) -> bool:
        """Whether the bracket here, where C has an array's length, was meant as attributes."""
        cursor = self.cursor
        name, behind = cursor.ahead(), cursor.ahead(2).text
        if not cursor.at("[") or name.text not in ANNOTATIONS:
            return False
        return behind in (",", "(") or name.text in _PLAINLY_ATTRIBUTES

    def misplaced_attributes(self) -> Attributes:
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

    # Declarations

    def declaration(self, attributes: Attributes, start: Token, into: list[Declaration]) -> None:
        cursor = self.cursor
        if cursor.at_kind(TokenKind.DEFINE):
            self.define(attributes, into)
        elif cursor.at("interface") and cursor.ahead().kind is TokenKind.WORD:
            self.interface(attributes, start, into)
        else:
            declaration = self.simple(attributes, start)
            if not cursor.is_broken:
                into.append(declaration)

    def define(self, attributes: Attributes, into: list[Declaration]) -> None:
        cursor = self.cursor
        start = cursor.advance()
        if not cursor.at_kind(TokenKind.WORD):
            raise cursor.fault("a name to define")
        name = cursor.advance()
        if cursor.at_kind(TokenKind.LINE_END):
            cursor.advance()
            self.vanishing.add(name.text)
            return
        if cursor.at("...") and cursor.ahead().kind is TokenKind.LINE_END:
            cursor.complain(
                "E0107",
                f"the value of '{name.text}' is not asked from the compiler",
                cursor.here(),
                "expected a value",
                notes=("help: write the value; with a header, the C compiler checks it",),
            )
            raise SyntaxFault
        value = self.expressions.expression()
        if not cursor.at_kind(TokenKind.LINE_END):
            raise cursor.fault("the end of the line after the value")
        span = cursor.since(start)
        cursor.advance()
        into.append(Define(name.text, value, attributes, cursor.span(name), span))

    def interface(self, attributes: Attributes, start: Token, into: list[Declaration]) -> None:
        cursor = self.cursor
        cursor.advance()
        name = cursor.advance()
        base: str | None = None
        if cursor.take(":"):
            if not cursor.at_kind(TokenKind.WORD):
                raise cursor.fault("the base interface")
            base = cursor.advance().text
        methods: list[Declaration] = []
        if not cursor.take(";"):
            cursor.descend()
            self.body(methods, "interface")
        self.types.add(name.text)
        simple = tuple(method for method in methods if isinstance(method, SimpleDeclaration))
        into.append(Interface(name.text, base, attributes, simple, cursor.span(name), cursor.since(start)))

    def simple(self, attributes: Attributes, start: Token) -> SimpleDeclaration:
        cursor = self.cursor
        attributes, storage, specifiers = self.specifiers(attributes)
        declarators: list[InitDeclarator] = []
        if not cursor.at(";"):
            while True:
                declarator = self.declarator(specifiers.span, needs_name=True)
                if storage is Storage.TYPEDEF and declarator.name is not None:
                    self.types.add(declarator.name)
                value = None
                if cursor.take("="):
                    value = self.initial_value()
                declarators.append(InitDeclarator(declarator, value))
                if not cursor.take(","):
                    break
        if cursor.at("{"):
            self.refuse_body(declarators)
            return SimpleDeclaration(attributes, storage, specifiers, tuple(declarators), cursor.since(start))
        if not cursor.take(";"):
            fault = cursor.fault("';' after the declaration")
            if not self.starts_line():
                raise fault
        return SimpleDeclaration(attributes, storage, specifiers, tuple(declarators), cursor.since(start))

    def initial_value(self) -> Expression:
        cursor = self.cursor
        if cursor.at("{"):
            at = cursor.skip_balanced()
            cursor.complain("E0121", "a value in braces is not a constant here", at)
            raise SyntaxFault
        return self.expressions.expression()

    def starts_line(self) -> bool:
        """Whether the current token is the first one on its line, so that a declaration may well begin with it."""
        cursor = self.cursor
        last = cursor.tokens[cursor.index - 1]
        token = cursor.token
        return "\n" in cursor.file.text[last.end : token.start] and (
            token.kind in (TokenKind.WORD, TokenKind.DIRECTIVE, TokenKind.DEFINE) or token.text in ("[", "}")
        )

    def refuse_body(self, declarators: list[InitDeclarator]) -> None:
        cursor = self.cursor
        opened = cursor.here()
        cursor.skip_balanced()
        name = declarators[-1].declarator.name if declarators else None
        cursor.complain(
            "E0114",
            f"'{name}' has a body, but a declaration file only declares" if name else "a body does not belong here",
            opened,
            notes=("help: end the declaration with ';', and compile the body with source(\"file.c\")",),
        )
        cursor.take(";")

    # Types

    def starts_type(self, token: Token) -> bool:
        if token.kind is not TokenKind.WORD:
            return False
        text = token.text
        return text in self.types or text in TYPE_WORDS or text in _CONST or text in _TAGGED or text in _NOISE

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
        if text in _NOISE or (text in self.vanishing and text not in self.types):
            cursor.advance()
            return True
        if text in _NOISE_CALLS:
            cursor.advance()
            if cursor.at("volatile") or cursor.at("__volatile__"):
                cursor.advance()
            if not cursor.at("("):
                raise cursor.fault(f"'(' after '{text}'")
            cursor.skip_balanced()
            return True
        return False

    def specifiers(self, attributes: Attributes) -> tuple[Attributes, Storage, Specifiers]:
        """Everything before the declarators. Brackets behind ``typedef`` join those in front of it."""
        cursor = self.cursor
        start = cursor.token
        storage = Storage.NONE
        const: Span | None = None
        base: BaseType | None = None
        words: list[Token] = []
        while True:
            token = cursor.token
            if token.kind is not TokenKind.WORD:
                if cursor.at("[") and (self.looks_like_attributes() or (base is None and not words)):
                    attributes = _joined(
                        attributes,
                        self.attributes()
                        if storage is Storage.TYPEDEF and base is None
                        else self.misplaced_attributes(),
                    )
                    continue
                break
            text = token.text
            if text == "typedef" or text == "extern":
                storage = Storage(text)
                cursor.advance()
            elif text in _CONST:
                const = cursor.span(cursor.advance())
            elif self.skip_noise():
                continue
            elif text in TYPE_WORDS and base is None:
                words.append(cursor.advance())
            elif text in _TAGGED and base is None and not words:
                base = self.enum() if text == "enum" else self.record()
            elif base is None and not words and text not in _RESERVED:
                base = TypeReference(text, cursor.span(cursor.advance()))
                self.refuse_missing_result(base)
            else:
                break
        if words:
            base = Builtin(tuple(word.text for word in words), Span(cursor.file, words[0].start, words[-1].end))
        if base is None:
            raise cursor.fault("a type")
        return attributes, storage, Specifiers(base, const, cursor.since(start))

    def refuse_missing_result(self, base: TypeReference) -> None:
        """``f(int x);``: what looks like the type is the function's name."""
        cursor = self.cursor
        if cursor.at("(") and base.name not in self.types:
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

    def record(self) -> RecordSpecifier:
        cursor = self.cursor
        start = cursor.advance()
        while self.skip_noise():
            pass
        name = start
        tag: str | None = None
        if cursor.at_kind(TokenKind.WORD):
            name = cursor.advance()
            tag = name.text
        fields: tuple[FieldDeclaration, ...] | None = None
        if cursor.at("{"):
            fields = self.fields()
        elif tag is None:
            raise cursor.fault(f"a tag or a body after '{start.text}'")
        return RecordSpecifier(start.text == "union", tag, fields, cursor.span(name), cursor.since(start))

    def fields(self) -> tuple[FieldDeclaration, ...]:
        cursor = self.cursor
        cursor.descend()
        opened = cursor.advance()
        depth = cursor.depth
        fields: list[FieldDeclaration] = []
        while not cursor.at("}"):
            if cursor.token.kind is TokenKind.END:
                raise cursor.never_closed(opened, "body")
            if cursor.take(";"):
                continue
            if cursor.token.kind is TokenKind.DIRECTIVE:
                self.directive()
                continue
            index = cursor.index
            try:
                fields.append(self.field())
            except SyntaxFault:
                cursor.depth = depth
                cursor.skip_past_declaration()
                if cursor.index == index:
                    cursor.advance()
        cursor.advance()
        cursor.depth -= 1
        return tuple(fields)

    def field(self) -> FieldDeclaration:
        cursor = self.cursor
        start = cursor.token
        attributes, _, specifiers = self.specifiers(self.attributes())
        declarators: list[InitDeclarator] = []
        while not cursor.at(";"):
            declarator = self.declarator(specifiers.span, needs_name=not cursor.at(":"))
            bits = None
            if cursor.take(":"):
                bits = self.expressions.expression()
            declarators.append(InitDeclarator(declarator, None, bits))
            if not cursor.take(","):
                break
        if not cursor.take(";"):
            fault = cursor.fault("';' after the field")
            if not self.starts_line():
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
                    if not self.starts_line():
                        raise fault
            except SyntaxFault:
                cursor.depth = depth
                if not cursor.skip_to(",", "}"):
                    raise
                cursor.take(",")
        return tuple(members)

    def enumerator(self) -> Enumerator:
        cursor = self.cursor
        attributes = self.attributes()
        if not cursor.at_kind(TokenKind.WORD) or cursor.token.text in _RESERVED:
            raise cursor.fault("an enumerator")
        name = cursor.advance()
        while self.skip_noise():
            pass
        value = self.expressions.expression() if cursor.take("=") else None
        return Enumerator(name.text, value, attributes, cursor.span(name))

    # Declarators

    def declarator(self, type_span: Span, needs_name: bool) -> Declarator:
        cursor = self.cursor
        cursor.descend()
        pointers: list[Derivation] = []
        while self.skip_noise():
            pass
        while cursor.at("*") or cursor.at("^"):
            star = cursor.advance()
            const: Span | None = None
            while True:
                if cursor.token.text in _CONST:
                    const = cursor.span(cursor.advance())
                elif not self.skip_noise():
                    break
            if self.looks_like_attributes():
                self.misplaced_attributes()
                cursor.is_broken = True
            pointers.append(PointerTo(const, cursor.span(star)))
        name: str | None = None
        span = type_span
        inner: tuple[Derivation, ...] = ()
        if cursor.at_kind(TokenKind.WORD) and cursor.token.text not in _RESERVED:
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
                if self.looks_like_attributes():
                    self.misplaced_attributes()
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
        while cursor.token.text in _CONST or self.skip_noise():
            if cursor.token.text in _CONST:
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
        attributes, storage, specifiers = self.specifiers(self.attributes())
        if storage is not Storage.NONE:
            cursor.complain("E0121", f"a parameter cannot be '{storage.value}'", specifiers.span)
        declarator = self.declarator(specifiers.span, needs_name=False)
        return ParameterDeclaration(attributes, specifiers, declarator, cursor.since(start))


def _joined(first: Attributes, second: Attributes) -> Attributes:
    if first.span is None or second.span is None:
        return first if second.span is None else second
    is_sound = first.is_sound and second.is_sound
    return Attributes(first.items + second.items, first.span.to(second.span), is_sound)


def parse(file: SourceFile, tokens: list[Token], types: frozenset[str], report: Report) -> Cdef:
    """The tree of one text. ``types`` are typedef names that imported files declare."""
    return Parser(file, tokens, types, report).cdef()
