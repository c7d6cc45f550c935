"""Constant expressions have the values that C gives them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interop.diag.span import SourceFile, Span
from interop.model.evaluate import constant
from interop.model.expr import Binary, Name
from tests.frontend.conftest import Declare, Findings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("42", 42),
        ("0x2A", 42),
        ("0b101", 5),
        ("052", 42),
        ("1'000'000", 1_000_000),
        ("'a'", 97),
        ("'\\n'", 10),
        ("'\\xff'", -1),
        ("L'\\u00e9'", 233),
        ("1.5", 1.5),
        (".5e1f", 5.0),
        ("0x1p4", 16.0),
        ("7 / 2", 3),
        ("-7 / 2", -3),
        ("-7 % 2", -1),
        ("7 % -2", 1),
        ("7 / 2.0", 3.5),
        ("1 + 2 * 3 - 4", 3),
        ("(1 + 2) * 3", 9),
        ("10 - 4 - 3", 3),
        ("1 << 4 | 3", 19),
        ("~0", -1),
        ("~0u", 0xFFFFFFFF),
        ("-1u", 0xFFFFFFFF),
        ("-1 < 0u", 0),
        ("-1L < 0u", 1),
        ("4294967295", 4294967295),
        ("0xFFFFFFFF + 1", 0),
        ("0xFFFFFFFFL + 1", 0x100000000),
        ("18446744073709551615u", 2**64 - 1),
        ("!3", 0),
        ("1 && 0 || 1", 1),
        ("0 && 1 / 0", 0),
        ("1 || 1 / 0", 1),
        ("1 ? 2 : 1 / 0", 2),
        ("3 > 2 ? 10 : 20", 10),
        ("(unsigned char)300", 44),
        ("(signed char)200", -56),
        ("(int)3.9", 3),
        ("(int)-3.9", -3),
        ("(double)1 / 4", 0.25),
        ("(size_t)-1", 2**64 - 1),
        ("(_Bool)17", 1),
        ("sizeof(int) * 2", 8),
        ("sizeof(char[10])", 10),
        ("sizeof(void *)", 8),
        ("BASE << 2", 12),
        ("+BASE", 3),
        ("RED + BASE", 8),
    ],
)
def test_value(declare: Declare, text: str, expected: float) -> None:
    library = declare(f"#define BASE 3\nenum {{ RED = 5 }};\n#define X {text}")
    value = next(constant.value for constant in library.constants if constant.name == "X")
    assert value == expected
    assert type(value) is type(expected)


@pytest.mark.parametrize(
    "text",
    [
        *("1 / 0", "1 % 0", "1.0 / 0", "2147483647 + 1", "-2147483647 - 2", "1 << 32", "1 << -1", "1 << 31"),
        *("1.5 % 2", "~1.5", '"a" + 1', "*3", "&3", "f()", "(void *)0", "sizeof(struct s)", "sizeof(x)", "x[0]"),
        *("(int)1e300", "3 ? x : 1"),
    ],
)
def test_no_value(findings: Findings, text: str) -> None:
    assert set(findings(f"#define X {text}")) <= {"E0304", "E0305"}
    assert findings(f"#define X {text}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"abc"', "abc"),
        ('"a" "b"', "ab"),
        ('"\\x41\\102\\n\\""', 'AB\n"'),
        ('"\\u00e9"', "\u00e9"),
        ('"\\xff"', b"\xff"),
        ('"a\\0b"', "a\0b"),
        ('""', ""),
    ],
)
def test_text(declare: Declare, text: str, expected: str | bytes) -> None:
    (constant,) = declare(f"#define X {text}").constants
    assert constant.value == expected


def test_constant_has_its_type(declare: Declare) -> None:
    library = declare('const int A = 3;\nstatic const float B = 1;\nconst char *const C = "x";\nconst char D[] = "y";')
    assert [(c.name, c.value) for c in library.constants] == [("A", 3), ("B", 1.0), ("C", "x"), ("D", "y")]
    assert all(constant.const_type is not None for constant in library.constants)


INTEGERS = st.integers(-(2**31), 2**31 - 1)
NOWHERE = Span(SourceFile("x.cdef", ""), 0, 0)


def value_of(operator: str, left: int, right: int) -> int | float | bytes | None:
    expression = Binary(operator, Name("a", NOWHERE), Name("b", NOWHERE), NOWHERE)
    return constant(expression, {"a": left, "b": right})


@given(INTEGERS, INTEGERS, st.sampled_from(["+", "-", "*", "/", "%", "<<", ">>", "<", "==", "&", "|", "^"]))
def test_arithmetic_never_leaves_the_type(left: int, right: int, operator: str) -> None:
    result = value_of(operator, left, right)
    assert result is None or (isinstance(result, int) and -(2**31) <= result < 2**31)


@given(INTEGERS, INTEGERS.filter(bool))
def test_quotient_and_remainder_belong_together(a: int, b: int) -> None:
    quotient, remainder = value_of("/", a, b), value_of("%", a, b)
    if isinstance(quotient, int) and isinstance(remainder, int):
        assert quotient * b + remainder == a
        assert abs(remainder) < abs(b)
