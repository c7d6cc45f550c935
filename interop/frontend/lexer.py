"""Cut text into tokens, each with the range it came from; comments and continued lines disappear here.

So do preprocessor lines, except an object-like ``#define``: its words are tokens between a ``DEFINE`` and a
``LINE_END`` token, because its value is an expression like any other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from interop.diag.codes import finding
from interop.diag.report import Report
from interop.diag.span import SourceFile, Span
from interop.frontend.directives import refuse_directive


class TokenKind(Enum):
    """What a token is, as far as its spelling tells."""

    WORD = "word"
    NUMBER = "number"
    CHARACTER = "character constant"
    STRING = "string"
    PUNCTUATION = "punctuation"
    DEFINE = "#define"
    LINE_END = "end of line"
    END = "end of file"


class Token(NamedTuple):
    """``text`` is as written, so ``end - start`` is its length (``END`` and ``LINE_END`` are empty).

    ``END`` stands where the text ends, or where a comment begins that is never closed.
    """

    kind: TokenKind
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Lexed:
    """The tokens of a text, the last one ``END``, and the macros with parameters that it defined in vain."""

    tokens: list[Token]
    macros: frozenset[str]


_SPACE = r"(?:[ \t\r\n\f\v]|\\\r?\n)+"
_COMMENT = r"//(?:\\\r?\n|[^\n])*|/\*(?s:.*?)\*/"
_LINE_REST = r"(?:\\\r?\n|/\*(?s:.*?)\*/|//(?:\\\r?\n|[^\n])*|[^\n])*"

_TOKEN = re.compile(
    rf"""
    (?P<space>{_SPACE})
  | (?P<comment>{_COMMENT})
  | (?P<open_comment>/\*)
  | (?P<string>(?:u8|[LuU])?"(?:[^"\\\n]|\\(?:\r?\n|.))*")
  | (?P<character>(?:u8|[LuU])?'(?:[^'\\\n]|\\.)+')
  | (?P<word>[A-Za-z_][A-Za-z0-9_]*)
  | (?P<number>\.?[0-9](?:[eEpP][+-]|'(?=[0-9A-Za-z])|[0-9A-Za-z_.])*)
  | (?P<punctuation>\.\.\.|<<=|>>=|->|\+\+|--|<<|>>|<=|>=|==|!=|&&|\|\||[-+*/%&|^]=|[-+*/%&|^~!<>=?:;,.(){{}}\[\]])
  | (?P<open_quote>["'][^\n]*)
    """,
    re.VERBOSE,
)
_DEFINE = re.compile(r"#[ \t]*define(?=[ \t\\])")
_FUNCTION_LIKE = re.compile(r"#[ \t]*define(?:[ \t]|\\\r?\n)+[A-Za-z_][A-Za-z0-9_]*\(")
_DIRECTIVE = re.compile(rf"#{_LINE_REST}")
_LINE_SPACE = re.compile(rf"(?:[ \t\r\f\v]|\\\r?\n|{_COMMENT})+")
_STRAY = re.compile(r"[^\sA-Za-z0-9_\"'#(){}\[\];,.*&+\-/<>=!|^~%?:\x00]+|.", re.DOTALL)

_KINDS = {
    "string": TokenKind.STRING,
    "character": TokenKind.CHARACTER,
    "word": TokenKind.WORD,
    "number": TokenKind.NUMBER,
    "punctuation": TokenKind.PUNCTUATION,
}

_TYPOGRAPHIC_QUOTES = "\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb"


class _Lexer:
    def __init__(self, file: SourceFile, report: Report) -> None:
        self.file = file
        self.text = file.text
        self.report = report
        self.tokens: list[Token] = []
        self.macros: set[str] = set()
        self.offset = 0
        self.at_line_start = True
        self.in_define = False

    def run(self) -> Lexed:
        while self.offset < len(self.text):
            if self.in_define and self.end_define():
                continue
            match = _TOKEN.match(self.text, self.offset)
            if match is None or match.lastgroup is None:
                self.lex_odd_character()
                continue
            group, text = match.lastgroup, match.group()
            if group == "space":
                self.at_line_start |= "\n" in text
            elif group == "open_comment":
                self.complain("E0104", "this comment is never closed", 2, "no '*/' follows")
                break
            elif group == "open_quote":
                self.lex_open_quote(text.rstrip("\r"))
                continue
            elif group != "comment":
                self.push(_KINDS[group], len(text))
                continue
            self.offset = match.end()
        if self.in_define:
            self.push(TokenKind.LINE_END, 0)
        self.push(TokenKind.END, 0)
        return Lexed(self.tokens, frozenset(self.macros))

    def push(self, kind: TokenKind, length: int) -> None:
        end = self.offset + length
        self.tokens.append(Token(kind, self.text[self.offset : end], self.offset, end))
        self.offset = end
        self.at_line_start = False

    def complain(self, code: str, message: str, length: int, label: str = "", *notes: str) -> None:
        span = Span(self.file, self.offset, self.offset + length)
        self.report.add(finding(code, message, span, label, notes=notes))

    def end_define(self) -> bool:
        """Inside a ``#define``, a line's end matters: eat blanks that do not end it, or close it."""
        blank = _LINE_SPACE.match(self.text, self.offset)
        if blank is not None:
            self.offset = blank.end()
        if self.offset < len(self.text) and self.text[self.offset] == "\n":
            self.push(TokenKind.LINE_END, 0)
            self.in_define = False
            return True
        return blank is not None

    def lex_odd_character(self) -> None:
        """A directive, or a character no token begins with."""
        if self.text[self.offset] == "#" and self.at_line_start:
            self.lex_directive()
            return
        match = _STRAY.match(self.text, self.offset)
        text = match.group() if match is not None else self.text[self.offset]
        if text == "\0":
            self.complain("E0103", "a NUL byte stands in the text", 1)
        elif any(char in _TYPOGRAPHIC_QUOTES for char in text):
            self.complain("E0103", f"'{text}' has no meaning in C", len(text), "", 'help: use the plain quote "')
        elif text.isprintable():
            self.complain("E0103", f"'{text}' has no meaning here", len(text))
        else:
            self.complain("E0103", f"character U+{ord(text[0]):04X} has no meaning here", len(text))
        self.offset += len(text)

    def lex_directive(self) -> None:
        define = _DEFINE.match(self.text, self.offset)
        if define is not None and not _FUNCTION_LIKE.match(self.text, self.offset):
            self.push(TokenKind.DEFINE, len(define.group()))
            self.in_define = True
            return
        line = _DIRECTIVE.match(self.text, self.offset)
        assert line is not None, "a directive begins with '#', which is all the pattern needs"
        macro = refuse_directive(self.file, self.offset, line.group(), self.report)
        if macro is not None:
            self.macros.add(macro)
        self.offset = line.end()

    def lex_open_quote(self, text: str) -> None:
        """A quote that its line does not close: the token ends where the text probably should."""
        kind = TokenKind.STRING if text[0] == '"' else TokenKind.CHARACTER
        name = "string" if kind is TokenKind.STRING else "character constant"
        if text.startswith("''"):
            self.complain("E0105", "this character constant is empty", 2)
            self.push(kind, 2)
            return
        stop = re.search(r"[\])};,]*[ \t]*$", text)
        length = max(1, stop.start() if stop is not None else len(text))
        self.complain("E0105", f"this {name} is not closed on its line", length, f"no closing {text[0]} follows")
        self.push(kind, length)


def lex(file: SourceFile, report: Report) -> Lexed:
    """All tokens of a text. Faults are reported and skipped."""
    return _Lexer(file, report).run()
