"""The words that C gives a meaning, and what the names of one file mean to its parser."""

from __future__ import annotations

from dataclasses import dataclass, field

from interop.frontend.scope import OPAQUE_NAMES
from interop.model.ctype import BSTR, HRESULT, KNOWN_TYPEDEFS

_ARITHMETIC = ("char", "short", "int", "long", "float", "double", "signed", "unsigned", "_Bool")
_STATEMENTS = ("if", "else", "for", "while", "do", "switch", "case", "default", "return", "break", "continue", "goto")

TYPE_WORDS = frozenset(("void", *_ARITHMETIC, "__signed__", "__signed"))
"""Words that make up C's own types."""
CONST = frozenset(("const", "__const", "__const__"))
VOLATILE = frozenset(("volatile", "__volatile__", "__volatile"))
TAGGED = frozenset(("struct", "union", "enum"))
NOISE = frozenset(
    (
        *(*VOLATILE, "restrict", "__restrict", "__restrict__", "register", "auto"),
        *("inline", "__inline", "__inline__", "static", "_Noreturn", "__extension__", "_Thread_local"),
    )
)
"""Words of real headers that say nothing about how a value is passed."""
NOISE_CALLS = frozenset(("__attribute__", "__attribute", "__asm__", "__asm", "asm", "__declspec", "_Alignas"))
"""The same, with arguments in parentheses."""
RESERVED = TYPE_WORDS | CONST | TAGGED | NOISE | NOISE_CALLS | {"typedef", "extern", "sizeof", *_STATEMENTS}
"""Words that are never a name."""


@dataclass(slots=True)
class Names:
    """``types`` begin a type, ``vanishing`` stand for nothing, and of ``doubtful`` ones nothing is known."""

    types: set[str] = field(default_factory=lambda: {*KNOWN_TYPEDEFS, BSTR.name, HRESULT.name, *OPAQUE_NAMES})
    vanishing: set[str] = field(default_factory=set)
    doubtful: set[str] = field(default_factory=set)
