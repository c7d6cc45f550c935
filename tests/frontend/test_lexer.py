"""Text to tokens."""

from __future__ import annotations

import pytest

from interop.diag.report import Report
from interop.diag.span import SourceFile
from interop.frontend.lexer import TokenKind, lex


def words(text: str) -> list[str]:
    report = Report()
    lexed = lex(SourceFile("x.cdef", text), report)
    assert report.diagnostics == []
    return [token.text for token in lexed.tokens if token.kind is not TokenKind.END]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("int f(void);", ["int", "f", "(", "void", ")", ";"]),
        ("a<<=b>>c...d->e", ["a", "<<=", "b", ">>", "c", "...", "d", "->", "e"]),
        ("x /* a * / ** b */ y", ["x", "y"]),
        ("x // a \\\n still a comment\ny", ["x", "y"]),
        ("in\\\nt", ["in", "t"]),
        ("a \\\r\n b", ["a", "b"]),
        ('"a\\"b" L\'x\' u8"y"', ['"a\\"b"', "L'x'", 'u8"y"']),
        ("0x1.8p-3 1e+5 1'000 .5f 1u", ["0x1.8p-3", "1e+5", "1'000", ".5f", "1u"]),
        ("#pragma don't\nint", ["int"]),
        ('# 1 "file.h" 3 4\nint', ["int"]),
        ("#error it's /* over\nthere */ here\nint", ["int"]),
        ("#define X 1 /* a\n */ + 2 \\\n + 3\nint", ["#define", "X", "1", "+", "2", "+", "3", "", "int"]),
        ("#define X", ["#define", "X", ""]),
        ("x # y".replace("#", "%"), ["x", "%", "y"]),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_tokens_know_their_place() -> None:
    text = "int /* here */ f\n( void ) ;"
    lexed = lex(SourceFile("x.cdef", text), Report())
    assert all(text[token.start : token.end] == token.text for token in lexed.tokens)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("int @", "E0103"),
        ("int \0", "E0103"),
        ("int /* never", "E0104"),
        ('"never', "E0105"),
        ("''", "E0105"),
        ("x # define Y 1", "E0103"),
        ("#ifdef X", "E0111"),
        ("#include <x.h>", "E0112"),
        ("#define f(x) x", "E0607"),
    ],
)
def test_fault(text: str, code: str) -> None:
    report = Report()
    lexed = lex(SourceFile("x.cdef", text), report)
    assert [diagnostic.code for diagnostic in report.diagnostics] == [code]
    assert lexed.tokens[-1].kind is TokenKind.END


def test_stray_characters_in_a_row_are_one_fault() -> None:
    report = Report()
    lex(SourceFile("x.cdef", "int \u65e5\u672c\u8a9e x"), report)
    assert [diagnostic.primary.span.text for diagnostic in report.diagnostics] == ["\u65e5\u672c\u8a9e"]


def test_macro_with_parameters_is_known_to_be_lost() -> None:
    assert lex(SourceFile("x.cdef", "#  define \\\n twice(x) x"), Report()).macros == {"twice"}
