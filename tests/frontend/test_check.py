"""What must not be complained about: the rules' other half. What must be is in tests/ui."""

from __future__ import annotations

import pytest

from tests.frontend.conftest import Declare, Findings

SOUND = [
    "int add(int a, int b);",
    "void f([out] int *x, [in, out] double *y);",
    "void f([out, size_is(n)] double *x, int n);",
    "void f([out, size_is(*n), length_is(*n)] char *x, [in, out] size_t *n);",
    "void f([in, size_is(w * h)] const int *x, int w, int h);",
    "void f([out, size_is(, *n), owned(free)] int **x, [out] size_t *n);",
    "[size_is(*n), owned(free)] int *f([out] size_t *n);",
    "[size_is(result_count)] const int *f(int result_count);",
    "void f([in, byte_size_is(n)] const void *x, size_t n);",
    "void f([in, byte_size_is(*)] const void *x);",
    "int f([out, size_is(16), length_is(result)] char *x);",
    "void f([in, string] const char *x, [in, string, unique] const wchar_t *y, [string] const char16_t *z);",
    "void f([out, string, owned(free)] char **x, [out, string] const char **y);",
    "void f([in, null_terminated, string] const char *const *argv);",
    "void f([in, null_terminated, element(string)] char *const *argv);",
    'void f([encoding("cp1252")] const char *x);',
    "void f([in, null_terminated] const int *x, [in, null_terminated] const char *y);",
    "int f([out, string, size_is(n), query(result + 1)] char *x, int n);",
    "[success(!result)] int f([out, string, size_is(n), grow(result == 1, 64)] char *x, [defaultvalue(16)] int n);",
    "[success(result != NULL)] char *f(int x);",
    "[success(result)] bool f(int x);",
    "[success(errno == 0), errno] void f(int x);",
    "[success(result != -1 || errno == EAGAIN)] int f(void);",
    "[save_errno] int f(void);",
    "void f([raw] void *x, [raw, optional] int **y, [raw, unique] char *z);",
    "void f(struct opaque *x, const struct opaque *y, FILE *z, void (*w)(int));",
    "struct opaque *f(void); void (*g(void))(int);",
    "void f([in, size_is(n), pin] const double *x, [in, out, size_is(n), copy] float *y, int n);",
    "void f([in, size_is(*n), optional] const int *x, [in, ref] const long *n);",
    "void f([in] const double x[3]);",
    "void f([name(result_)] int result, [name(code)] int errno);",
    "[success(result == 0), retval] int f([out] int *x);",
    "void f([defaultvalue(sizeof(int) * INT_MAX)] long x, [defaultvalue(3 ? 1 : 2)] int y);",
    "enum e { A }; void f(enum e x, [out] enum e *y, [in, size_is(n)] const enum e *z, int n);",
    "[boolean] typedef int B; typedef B C; [boolean] typedef unsigned char D; B f(C c, [out] D *d);",
    "void release([raw] void *p); [string, owned(release)] char *f(void);",
    "[raw] char *make(size_t n);",
    "typedef struct s s; s *open(const char *path); void close(s *x);",
    "int f(int n, int len, int size, int count);",
]


@pytest.mark.parametrize("declaration", SOUND)
def test_nothing_to_say(findings: Findings, declaration: str) -> None:
    assert findings(declaration) == []


def test_header_knows_more_names(declare: Declare) -> None:
    for binding in ('[header("x.h")]', '[library("x"), include("x.h")]', '[source("x.c")]'):
        declare("[success(result == X_OK), message(x_text(result))] int f([out, size_is(X_MAX)] int *x);", binding)


def test_each_kind_of_binding_is_enough(findings: Findings) -> None:
    for binding in ('[library("x")]', '[header("x.h")]', '[source("x.c")]', '[pkg_config("x")]'):
        assert findings("", binding) == []
    for binding in ("", '[include("x.h")]', '[prefix("x")]'):
        assert findings("", binding) == ["E0315"]


def test_faulty_bracket_explains_what_it_does_not_say(findings: Findings) -> None:
    assert findings("void f([outt, size_is(n)] int *x, int n);") == ["E0401"]
    assert findings("void f([out, size_is] int *x);") == ["E0403"]
    assert findings("[sucess(result == 0), errno] int f(void);") == ["E0401"]


def test_functions_may_be_used_before_they_are_declared(declare: Declare) -> None:
    declare("[success(result == 0), message(text(result))] int f(void); const char *text(int code);")


def test_names_of_errno_values_and_limits_are_known(declare: Declare) -> None:
    declare(
        "[success(result < LONG_MAX && result != SIZE_MAX && errno != ENOENT)]"
        "long f([defaultvalue(NULL)] const char *x);"
    )
