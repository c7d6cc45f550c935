"""A place in the tokens of one file: looking ahead, stepping, complaining, and finding the next sound place."""

from __future__ import annotations

from interop.diag.codes import finding
from interop.diag.report import Label, Report
from interop.diag.span import SourceFile, Span
from interop.frontend.lexer import Token, TokenKind

DEEPEST = 48
"""How many levels of brackets, bodies and declarators may stand inside one another."""

_OPENING = {"(": ")", "[": "]", "{": "}"}


class SyntaxFault(Exception):
    """Leaves a rule after its fault was reported; caught where the parser knows how to go on."""


class Cursor:
    """Tokens of one file with the current position. ``is_broken`` is set whenever text had to be skipped."""

    def __init__(self, file: SourceFile, tokens: list[Token], report: Report) -> None:
        self.file = file
        self.tokens = tokens
        self.report = report
        self.index = 0
        self.depth = 0
        self.is_broken = False
        self.token = tokens[0]
        self.is_end_explained = tokens[-1].end < len(file.text)
        """Whether it was said why the text ends too early; at first, that an unclosed comment swallowed the rest."""

    def move_to(self, index: int) -> None:
        self.index = index
        self.token = self.tokens[index]

    def advance(self) -> Token:
        """Step over the current token and return it; the last token is never left."""
        token = self.token
        if token.kind is not TokenKind.END:
            self.index += 1
            self.token = self.tokens[self.index]
        return token

    def ahead(self, count: int = 1) -> Token:
        return self.tokens[min(self.index + count, len(self.tokens) - 1)]

    def at(self, text: str) -> bool:
        """Whether the current token is this punctuation or word."""
        token = self.token
        return token.text == text and token.kind in (TokenKind.PUNCTUATION, TokenKind.WORD)

    def starts_line(self) -> bool:
        """Whether the current token is the first one on its line, so that a declaration may well begin with it."""
        token = self.token
        is_first = "\n" in self.file.text[self.tokens[self.index - 1].end : token.start]
        kinds = (TokenKind.WORD, TokenKind.DEFINE)
        return is_first and (token.kind in kinds or token.text in ("[", "}"))

    def take(self, text: str) -> Token | None:
        return self.advance() if self.at(text) else None

    def at_kind(self, kind: TokenKind) -> bool:
        return self.token.kind is kind

    # Places

    def span(self, token: Token) -> Span:
        return Span(self.file, token.start, token.end)

    def here(self) -> Span:
        return self.span(self.token)

    def since(self, start: Token) -> Span:
        """From a token up to the last one that was stepped over."""
        end = self.tokens[self.index - 1].end if self.index else start.end
        return Span(self.file, start.start, max(end, start.end))

    # Complaints

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

    def fault(self, expected: str, *notes: str) -> SyntaxFault:
        """The fault that something else was expected here; the place is behind the last token if that line ended."""
        found = self.token
        if self.is_at_explained_end():
            return SyntaxFault()
        if found.kind is TokenKind.END:
            text = "the file ends"
        elif found.kind is TokenKind.LINE_END:
            text = "the line ends"
        else:
            text = f"found '{found.text if len(found.text) <= 40 else found.text[:37] + '...'}'"
        at = self.here()
        if self.index:
            last = self.tokens[self.index - 1]
            gap = self.file.text[last.end : found.start]
            if "\n" in gap or found.kind in (TokenKind.END, TokenKind.LINE_END):
                at = Span(self.file, last.end, last.end)
        if found.text == "...":
            notes = (*notes, "note: '...' leaves to the compiler what is not known only in cffi's own declarations")
        self.complain("E0107", f"expected {expected}, {text}", at, notes=notes)
        self.is_end_explained |= found.kind is TokenKind.END
        return SyntaxFault()

    def is_at_explained_end(self) -> bool:
        return self.is_end_explained and self.token.kind is TokenKind.END

    def never_closed(self, opened: Token, what: str, also: tuple[Label, ...] = ()) -> SyntaxFault:
        """The fault that an opening bracket has no closing one."""
        if not self.is_at_explained_end():
            message = f"this '{opened.text}' is never closed"
            self.complain("E0108", message, self.span(opened), f"the {what} begins here", also=also)
            self.is_end_explained |= self.token.kind is TokenKind.END
        return SyntaxFault()

    def expect(self, text: str, where: str = "") -> Token:
        if self.at(text):
            return self.advance()
        raise self.fault(f"'{text}'{where}")

    def close(self, text: str, opened: Token, what: str) -> Token:
        """The closing bracket; when the text ends before it, the opening one is to blame."""
        if self.at(text):
            return self.advance()
        if self.token.kind is TokenKind.END or self.token.text in (";", "{", ")", "]", "}"):
            is_end = self.token.kind is TokenKind.END
            missing = () if is_end else (Label(self.here(), f"'{text}' is missing before this"),)
            raise self.never_closed(opened, what, missing)
        raise self.fault(f"'{text}' or ','")

    def descend(self) -> None:
        """One level deeper; the way back is ``self.depth -= 1``, or whoever catches the fault restores the depth."""
        self.depth += 1
        if self.depth > DEEPEST:
            self.complain("E0109", f"this is nested more than {DEEPEST} levels deep", self.here())
            raise SyntaxFault

    # Recovery

    def skip_past_declaration(self) -> None:
        """Behind the next ``;`` or the body in braces, or before the ``}`` that closes what is around."""
        self.is_broken = True
        braces = 0
        while self.token.kind is not TokenKind.END:
            text = self.token.text
            if text == "{":
                braces += 1
            elif text == "}":
                if braces == 0:
                    return
                braces -= 1
                if braces == 0 and self.ahead().text != ";" and self.ahead().kind is not TokenKind.WORD:
                    self.advance()
                    return
            elif (text == ";" and braces == 0) or (self.token.kind is TokenKind.LINE_END and braces == 0):
                self.advance()
                return
            self.advance()

    def skip_to(self, *stops: str) -> bool:
        """Before the next of ``stops`` outside of inner brackets; False when the declaration ended first."""
        self.is_broken = True
        inner: list[str] = []
        while self.token.kind is not TokenKind.END:
            text = self.token.text if self.token.kind is TokenKind.PUNCTUATION else ""
            if not inner and text in stops:
                return True
            if text == ";" or (text == "}" and not inner) or self.token.kind in (TokenKind.LINE_END, TokenKind.DEFINE):
                return False
            if text in _OPENING:
                inner.append(_OPENING[text])
            elif inner and text == inner[-1]:
                inner.pop()
            self.advance()
        return False

    def closing_index(self) -> int | None:
        """Where the bracket that opens at the current token is closed; None when another one closes first."""
        inner: list[str] = []
        for index in range(self.index, len(self.tokens)):
            token = self.tokens[index]
            text = token.text if token.kind is TokenKind.PUNCTUATION else ""
            if text in _OPENING:
                inner.append(_OPENING[text])
            elif text in (")", "]", "}"):
                if text != inner.pop():
                    return None
                if not inner:
                    return index
            elif text == ";" and "}" not in inner:
                return None
        return None

    def skip_balanced(self) -> Span:
        """Over the bracketed text that begins at the current token."""
        start = self.token
        index = self.closing_index()
        if index is None:
            raise self.never_closed(start, "bracket")
        self.move_to(index + 1)
        return self.since(start)
