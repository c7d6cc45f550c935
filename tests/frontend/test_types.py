"""C declarators become the types that C means, and print as C again."""

from __future__ import annotations

import pytest

from interop.model.ctype import Named, Pointer, RecordRef, strip
from tests.frontend.conftest import Declare, Findings

PREAMBLE = """
typedef unsigned char byte;
typedef byte octet;
typedef struct node node;
typedef const char *text;
typedef int callback(void *, int);
typedef int vector[3];
struct point { double x, y; };
enum color { RED, GREEN };
"""


@pytest.mark.parametrize(
    ("declaration", "spelling"),
    [
        ("int x", "int"),
        ("signed x", "int"),
        ("unsigned x", "unsigned int"),
        ("long int unsigned x", "unsigned long"),
        ("int long long x", "long long"),
        ("long unsigned long int x", "unsigned long long"),
        ("short int x", "short"),
        ("signed char x", "signed char"),
        ("char signed x", "signed char"),
        ("char x", "char"),
        ("double long x", "long double"),
        ("_Bool x", "_Bool"),
        ("bool x", "bool"),
        ("size_t x", "size_t"),
        ("const int x", "int"),
        ("int const x", "int"),
        ("volatile int x", "int"),
        ("register int x", "int"),
        ("const int *x", "const int *"),
        ("int const *x", "const int *"),
        ("int *const x", "int *"),
        ("volatile int *x", "volatile int *"),
        ("void volatile **x", "volatile void **"),
        ("int *volatile *x", "int *volatile *"),
        ("const int *const volatile *x", "const int *const volatile *"),
        ("volatile int x[3]", "volatile int *"),
        ("const char *const *x", "const char *const *"),
        ("char **x", "char **"),
        ("char *restrict x", "char *"),
        ("char *__restrict__ x", "char *"),
        ("byte x", "byte"),
        ("const octet *x", "const octet *"),
        ("text x", "text"),
        ("const text *x", "const text *"),
        ("node *x", "node *"),
        ("struct node *x", "struct node *"),
        ("struct never_declared *x", "struct never_declared *"),
        ("union u *x", "union u *"),
        ("const struct point *x", "const struct point *"),
        ("enum color x", "enum color"),
        ("FILE *x", "FILE *"),
        ("int x[]", "int *"),
        ("int x[3]", "int *"),
        ("const int x[static 3]", "const int *"),
        ("int x[const]", "int *"),
        ("int x[2][3]", "int (*)[3]"),
        ("char *x[]", "char **"),
        ("char *const x[]", "char *const *"),
        ("vector x", "int *"),
        ("int (*x)(int)", "int (*)(int)"),
        ("int x(int)", "int (*)(int)"),
        ("callback *x", "callback *"),
        ("callback x", "callback *"),
        ("int (*x)[4]", "int (*)[4]"),
        ("void (*x)(int (*)(char), void *)", "void (*)(int (*)(char), void *)"),
        ("int (*(*x)(void))[3]", "int (*(*)(void))[3]"),
        ("int (*x)(const char *, ...)", "int (*)(const char *, ...)"),
        ("int (x)", "int"),
        ("int (*(x))", "int *"),
        ("int", "int"),
        ("const char *", "const char *"),
        ("int (*)(void)", "int (*)(void)"),
        ("int *[]", "int **"),
        ("__extension__ long x", "long"),
        ("int x __attribute__((unused))", "int"),
    ],
)
def test_parameter(declare: Declare, declaration: str, spelling: str) -> None:
    (function,) = declare(f"{PREAMBLE} void f({declaration});").functions
    assert function.parameters[0].type.spell() == spelling


@pytest.mark.parametrize(
    ("declaration", "spelling"),
    [
        ("int f(void)", "int"),
        ("int f()", "int"),
        ("const int f(void)", "int"),
        ("static inline int f(void)", "int"),
        ("extern int f(void)", "int"),
        ("char *f(void)", "char *"),
        ("const char *const f(void)", "const char *"),
        ("int (*f(int x))(char)", "int (*)(char)"),
        ("int (*f(void))[3]", "int (*)[3]"),
        ("int (f)(void)", "int"),
        ("_Noreturn void f(void)", "void"),
        ("__declspec(dllimport) int f(void)", "int"),
        ('int f(void) __asm__("g") __attribute__((nothrow, pure))', "int"),
        ("struct node *f(void)", "struct node *"),
    ],
)
def test_result(declare: Declare, declaration: str, spelling: str) -> None:
    (function,) = declare(f"{PREAMBLE} {declaration};").functions
    assert function.result.spell() == spelling


def test_typedefs_keep_their_name_and_what_they_stand_for(declare: Declare) -> None:
    (function,) = declare(f"{PREAMBLE} octet f(text t);").functions
    assert isinstance(function.result, Named)
    assert strip(function.result).spell() == "unsigned char"
    assert strip(function.parameters[0].type) == Pointer(strip(function.parameters[0].type).target, const=True)


def test_const_of_a_typedef_is_const_of_the_target(declare: Declare) -> None:
    (function,) = declare("typedef const int frozen; void f(frozen *p, frozen x);").functions
    assert [parameter.type.spell() for parameter in function.parameters] == ["const frozen *", "frozen"]


def test_record_is_opaque_until_it_has_a_body_anywhere(declare: Declare) -> None:
    library = declare("struct a; void f(struct a *a, struct b *b); struct b { int x; };")
    targets = [strip(parameter.type).target for parameter in library.functions[0].parameters]
    assert targets == [RecordRef("struct a"), RecordRef("struct b", is_opaque=False)]


def test_several_declarators_share_the_base_type(declare: Declare) -> None:
    library = declare("typedef int number, *pointer, row[4]; int f(number n), *g(pointer p);")
    assert [function.result.spell() for function in library.functions] == ["int", "int *"]


def test_types_from_the_same_words_are_equal(declare: Declare) -> None:
    first, second = declare("long int f(unsigned int *x); int long g(unsigned *y);").functions
    assert first.result == second.result
    assert first.parameters[0].type == second.parameters[0].type


@pytest.mark.parametrize(
    "words",
    ["unsigned double", "long long long", "signed unsigned int", "short char", "long float", "int int", "void int"],
)
def test_words_that_do_not_combine(findings: Findings, words: str) -> None:
    assert findings(f"{words} f(void);") == ["E0120"]


def test_real_noise_is_tolerated(declare: Declare) -> None:
    library = declare(
        """
        #define ZEXTERN
        #define ZEXPORT
        #pragma pack(push, 1)
        extern "C" {
        ZEXTERN int ZEXPORT f(int x) __attribute__((visibility("default")));
        __extension__ extern __inline__ unsigned long long g(char *__restrict s) __asm__("" "g");
        }
        extern "C" int h(void);
        ;
        """
    )
    assert [function.name for function in library.functions] == ["f", "g", "h"]
