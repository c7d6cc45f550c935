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
    record        = ("struct" | "union") [NAME] ["{" {attributes specifiers [init {"," init}] ";"} ["..." ";"] "}"]
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
from interop.diag.span import SourceFile
from interop.frontend.cursor import Cursor, SyntaxFault
from interop.frontend.lexer import Lexed, Token, TokenKind
from interop.frontend.literals import string
from interop.frontend.tree import (
    Attributes,
    Cdef,
    Declaration,
    Define,
    Expression,
    Import,
    InitDeclarator,
    Interface,
    Module,
    SimpleDeclaration,
    Storage,
)
from interop.frontend.type_parser import TypeParser, macro_note
from interop.frontend.words import Names


class Parser:
    """One file's parser. ``types`` are the names that begin a type, known from outside and as they are declared."""

    def __init__(self, file: SourceFile, lexed: Lexed, types: frozenset[str], report: Report) -> None:
        self.cursor = Cursor(file, lexed.tokens, report)
        self.names = Names(doubtful=set(lexed.macros))
        self.names.types |= types
        self.types = TypeParser(self.cursor, self.names)
        self.imports: list[Import] = []
        self.module: Module | None = None
        self.declarations: list[Declaration] = []

    def cdef(self) -> Cdef:
        outside: list[Declaration] = []
        while self.cursor.token.kind is not TokenKind.END:
            self.item(outside)
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
            self.cursor.file, self.module, tuple(self.imports), tuple(self.declarations), frozenset(self.names.doubtful)
        )

    def item(self, into: list[Declaration]) -> None:
        """One import, module or declaration, with the recovery when it is none of them."""
        cursor = self.cursor
        start = cursor.token
        index = cursor.index
        depth = cursor.depth
        cursor.is_broken = False
        try:
            if cursor.at("import") and cursor.ahead().kind is TokenKind.STRING:
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
                attributes = self.types.attributes.attributes()
                if cursor.at("module"):
                    self.module_(attributes, start)
                else:
                    self.declaration(attributes, start, into)
        except SyntaxFault:
            cursor.skip_past_declaration()
        cursor.depth = depth
        if cursor.index == index:
            cursor.advance()
        if cursor.is_broken:
            self.distrust(index)

    def distrust(self, index: int) -> None:
        words = self.cursor.tokens[index : self.cursor.index]
        self.names.doubtful.update(token.text for token in words if token.kind is TokenKind.WORD)

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
            self.item(into)
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
            self.names.vanishing.add(name.text)
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
        value = self.types.expressions.expression()
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
            cursor.depth -= 1
        self.names.types.add(name.text)
        simple = tuple(method for method in methods if isinstance(method, SimpleDeclaration))
        into.append(Interface(name.text, base, attributes, simple, cursor.span(name), cursor.since(start)))

    def simple(self, attributes: Attributes, start: Token) -> SimpleDeclaration:
        cursor = self.cursor
        attributes, storage, specifiers = self.types.specifiers(attributes)
        declarators: list[InitDeclarator] = []
        if not cursor.at(";"):
            while True:
                declarator = self.types.declarator(specifiers.span, needs_name=True)
                if storage is Storage.TYPEDEF and declarator.name is not None:
                    self.names.types.add(declarator.name)
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
            fault = cursor.fault("';' after the declaration", *self.macro_notes(declarators))
            if not cursor.starts_line():
                raise fault
        return SimpleDeclaration(attributes, storage, specifiers, tuple(declarators), cursor.since(start))

    def macro_notes(self, declarators: list[InitDeclarator]) -> tuple[str, ...]:
        """``int API f(void);``: what looks like the name may be a macro in front of it."""
        last = declarators[-1].declarator if declarators else None
        if last is None or last.name is None or last.derivations or not self.cursor.at_kind(TokenKind.WORD):
            return ()
        return (macro_note(last.name),)

    def initial_value(self) -> Expression:
        cursor = self.cursor
        if cursor.at("{"):
            at = cursor.skip_balanced()
            cursor.complain("E0121", "a value in braces is not a constant here", at)
            raise SyntaxFault
        return self.types.expressions.expression()

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


def parse(file: SourceFile, lexed: Lexed, types: frozenset[str], report: Report) -> Cdef:
    """The tree of one text. ``types`` are typedef names that imported files declare."""
    return Parser(file, lexed, types, report).cdef()
