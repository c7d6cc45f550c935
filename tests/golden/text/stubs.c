/* The stubs of module text. Made from tests/golden/text/in.cdef by interop; do not edit. */
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

INTEROP_CHAR(char, char)
INTEROP_SIGNED(int, int)
INTEROP_WIDE(t_wchar_t, wchar_t)
INTEROP_WIDE(t_char16_t, char16_t)
INTEROP_WIDE(t_char32_t, char32_t)
INTEROP_UNSIGNED(t_size_t, size_t)
static const interop_codec interop_c_0 = {NULL, "strict", sizeof(char), 0};
static const interop_codec interop_c_1 = {"latin-1", "replace", sizeof(char), 0};
static const interop_codec interop_c_2 = {sizeof(wchar_t) == 2 ? INTEROP_UTF16 : INTEROP_UTF32, "strict", sizeof(wchar_t), 0};
static const interop_codec interop_c_3 = {INTEROP_UTF16, "strict", sizeof(char16_t), 0};
static const interop_codec interop_c_4 = {INTEROP_UTF32, "strict", sizeof(char32_t), 0};
static const interop_codec interop_c_5 = {"latin-1", "strict", sizeof(char), 0};


/* tests/golden/text/in.cdef:6
 * int plain([ref] const char *text); */
static const char *const interop_n_plain[] = {"text"};
static PyObject *interop_k_plain[1];
static interop_signature interop_s_plain = {"plain", interop_n_plain, interop_k_plain, "1", 1, 1};
static const char interop_d_plain[] =
    "plain(text)\n"
    "--\n"
    "\n"
    "plain(text: str) -> int\n"
    "\n"
    "C: int plain(const char *text);";
static PyObject *
interop_f_plain(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    interop_text _t_text;
    const char *_a_text = NULL;
    int _result;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_text_init(&_t_text);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_plain, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_text_in(_in[0], &interop_c_0, 0, &_t_text, INTEROP_AT(plain, 0)) < 0)
        goto cleanup;
    _a_text = (const char *)_t_text.data;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = plain(_a_text);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    _value = interop_from_int(_result);
    if (_value == NULL)
        goto cleanup;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_text_release(&_t_text);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/text/in.cdef:7
 * int maybe([unique] const char *text); */
static const char *const interop_n_maybe[] = {"text"};
static PyObject *interop_k_maybe[1];
static interop_signature interop_s_maybe = {"maybe", interop_n_maybe, interop_k_maybe, "1", 1, 1};
static const char interop_d_maybe[] =
    "maybe(text)\n"
    "--\n"
    "\n"
    "maybe(text: str | None) -> int\n"
    "\n"
    "C: int maybe(const char *text);";
static PyObject *
interop_f_maybe(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    interop_text _t_text;
    const char *_a_text = NULL;
    int _result;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_text_init(&_t_text);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_maybe, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_text_in(_in[0], &interop_c_0, INTEROP_NULLABLE, &_t_text, INTEROP_AT(maybe, 0)) < 0)
        goto cleanup;
    _a_text = (const char *)_t_text.data;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = maybe(_a_text);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    _value = interop_from_int(_result);
    if (_value == NULL)
        goto cleanup;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_text_release(&_t_text);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/text/in.cdef:8
 * int copied([in, string] char *text); */
static const char *const interop_n_copied[] = {"text"};
static PyObject *interop_k_copied[1];
static interop_signature interop_s_copied = {"copied", interop_n_copied, interop_k_copied, "1", 1, 1};
static const char interop_d_copied[] =
    "copied(text)\n"
    "--\n"
    "\n"
    "copied(text: str) -> int\n"
    "\n"
    "C: int copied(char *text);";
static PyObject *
interop_f_copied(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    interop_text _t_text;
    char *_a_text = NULL;
    int _result;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_text_init(&_t_text);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_copied, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_text_in(_in[0], &interop_c_0, INTEROP_COPY, &_t_text, INTEROP_AT(copied, 0)) < 0)
        goto cleanup;
    _a_text = (char *)_t_text.data;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = copied(_a_text);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    _value = interop_from_int(_result);
    if (_value == NULL)
        goto cleanup;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_text_release(&_t_text);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/text/in.cdef:9
 * int latin([string, encoding("latin-1", "replace")] const char *text); */
static const char *const interop_n_latin[] = {"text"};
static PyObject *interop_k_latin[1];
static interop_signature interop_s_latin = {"latin", interop_n_latin, interop_k_latin, "1", 1, 1};
static const char interop_d_latin[] =
    "latin(text)\n"
    "--\n"
    "\n"
    "latin(text: str) -> int\n"
    "\n"
    "C: int latin(const char *text);";
static PyObject *
interop_f_latin(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    interop_text _t_text;
    const char *_a_text = NULL;
    int _result;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_text_init(&_t_text);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_latin, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_text_in(_in[0], &interop_c_1, 0, &_t_text, INTEROP_AT(latin, 0)) < 0)
        goto cleanup;
    _a_text = (const char *)_t_text.data;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = latin(_a_text);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    _value = interop_from_int(_result);
    if (_value == NULL)
        goto cleanup;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_text_release(&_t_text);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/text/in.cdef:10
 * int wide([string] const wchar_t *text); */
static const char *const interop_n_wide[] = {"text"};
static PyObject *interop_k_wide[1];
static interop_signature interop_s_wide = {"wide", interop_n_wide, interop_k_wide, "1", 1, 1};
static const char interop_d_wide[] =
    "wide(text)\n"
    "--\n"
    "\n"
    "wide(text: str) -> int\n"
    "\n"
    "C: int wide(const wchar_t *text);";
static PyObject *
interop_f_wide(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    interop_text _t_text;
    const wchar_t *_a_text = NULL;
    int _result;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_text_init(&_t_text);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_wide, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_text_in(_in[0], &interop_c_2, 0, &_t_text, INTEROP_AT(wide, 0)) < 0)
        goto cleanup;
    _a_text = (const wchar_t *)_t_text.data;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = wide(_a_text);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    _value = interop_from_int(_result);
    if (_value == NULL)
        goto cleanup;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_text_release(&_t_text);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/text/in.cdef:11
 * int units([string] const char16_t *a, [string] const char32_t *b); */
static const char *const interop_n_units[] = {"a", "b"};
static PyObject *interop_k_units[2];
static interop_signature interop_s_units = {"units", interop_n_units, interop_k_units, "11", 2, 2};
static const char interop_d_units[] =
    "units(a, b)\n"
    "--\n"
    "\n"
    "units(a: str, b: str) -> int\n"
    "\n"
    "C: int units(const char16_t *a, const char32_t *b);";
static PyObject *
interop_f_units(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = _args;
    interop_text _t_a;
    const char16_t *_a_a = NULL;
    interop_text _t_b;
    const char32_t *_a_b = NULL;
    int _result;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_text_init(&_t_a);
    interop_text_init(&_t_b);
    if (INTEROP_UNLIKELY(_nargs != 2 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_units, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_text_in(_in[0], &interop_c_3, 0, &_t_a, INTEROP_AT(units, 0)) < 0)
        goto cleanup;
    _a_a = (const char16_t *)_t_a.data;
    if (interop_text_in(_in[1], &interop_c_4, 0, &_t_b, INTEROP_AT(units, 1)) < 0)
        goto cleanup;
    _a_b = (const char32_t *)_t_b.data;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = units(_a_a, _a_b);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    _value = interop_from_int(_result);
    if (_value == NULL)
        goto cleanup;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_text_release(&_t_b);
    interop_text_release(&_t_a);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/text/in.cdef:12
 * int listed([in, size_is(n), element(string)] const char *const *names, int n); */
static const char *const interop_n_listed[] = {"names", "n"};
static PyObject *interop_k_listed[1];
static interop_signature interop_s_listed = {"listed", interop_n_listed, interop_k_listed, "1", 1, 1};
static const char interop_d_listed[] =
    "listed(names)\n"
    "--\n"
    "\n"
    "listed(names: sequence of str) -> int\n"
    "\n"
    "C: int listed(const char *const *names, int n);";
static PyObject *
interop_f_listed(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    interop_texts _l_names;
    const char *const *_a_names = NULL;
    int _a_n = 0;
    int _result;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_texts_init(&_l_names);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_listed, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_texts_in(_in[0], &interop_c_0, 0, &_l_names, INTEROP_AT(listed, 0)) < 0)
        goto cleanup;
    _a_names = (const char *const *)_l_names.data;
    if (INTEROP_LENGTH(int, _a_n, _l_names.count, INTEROP_AT(listed, 0)) < 0)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = listed(_a_names, _a_n);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    _value = interop_from_int(_result);
    if (_value == NULL)
        goto cleanup;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_texts_release(&_l_names);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/text/in.cdef:13
 * int ended([in, null_terminated, string] const char *const *argv); */
static const char *const interop_n_ended[] = {"argv"};
static PyObject *interop_k_ended[1];
static interop_signature interop_s_ended = {"ended", interop_n_ended, interop_k_ended, "1", 1, 1};
static const char interop_d_ended[] =
    "ended(argv)\n"
    "--\n"
    "\n"
    "ended(argv: sequence of str) -> int\n"
    "\n"
    "C: int ended(const char *const *argv);";
static PyObject *
interop_f_ended(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    interop_texts _l_argv;
    const char *const *_a_argv = NULL;
    int _result;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_texts_init(&_l_argv);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_ended, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_texts_in(_in[0], &interop_c_0, 0, &_l_argv, INTEROP_AT(ended, 0)) < 0)
        goto cleanup;
    _a_argv = (const char *const *)_l_argv.data;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = ended(_a_argv);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    _value = interop_from_int(_result);
    if (_value == NULL)
        goto cleanup;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_texts_release(&_l_argv);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/text/in.cdef:16
 * const char *borrowed(void); */
static const char *const interop_n_borrowed[] = {NULL};
static PyObject *interop_k_borrowed[1];
static interop_signature interop_s_borrowed = {"borrowed", interop_n_borrowed, interop_k_borrowed, "", 0, 0};
static const char interop_d_borrowed[] =
    "borrowed()\n"
    "--\n"
    "\n"
    "borrowed() -> str\n"
    "\n"
    "C: const char *borrowed(void);";
static PyObject *
interop_f_borrowed(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    const char *_result = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 0 || _kwnames != NULL) && interop_sort(&interop_s_borrowed, _args, _nargs, _args + _nargs, _kwnames, NULL) < 0)
        return NULL;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = borrowed();
    Py_END_ALLOW_THREADS

    /* unmarshal */
    PyObject *_value;
    if (_result == NULL) {
        interop_unexpected_null(INTEROP_AT(borrowed, -1));
        return NULL;
    } else {
        _value = interop_text_read(_result, -1, &interop_c_0, INTEROP_AT(borrowed, -1));
        if (_value == NULL)
            return NULL;
    }
    return _value;
}


/* tests/golden/text/in.cdef:17
 * [unique, string] char *borrowed_or_null(void); */
static const char *const interop_n_borrowed_or_null[] = {NULL};
static PyObject *interop_k_borrowed_or_null[1];
static interop_signature interop_s_borrowed_or_null = {"borrowed_or_null", interop_n_borrowed_or_null, interop_k_borrowed_or_null, "", 0, 0};
static const char interop_d_borrowed_or_null[] =
    "borrowed_or_null()\n"
    "--\n"
    "\n"
    "borrowed_or_null() -> str | None\n"
    "\n"
    "C: char *borrowed_or_null(void);";
static PyObject *
interop_f_borrowed_or_null(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    char *_result = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 0 || _kwnames != NULL) && interop_sort(&interop_s_borrowed_or_null, _args, _nargs, _args + _nargs, _kwnames, NULL) < 0)
        return NULL;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = borrowed_or_null();
    Py_END_ALLOW_THREADS

    /* unmarshal */
    PyObject *_value;
    if (_result == NULL) {
        Py_INCREF(Py_None);
        _value = Py_None;
    } else {
        _value = interop_text_read(_result, -1, &interop_c_0, INTEROP_AT(borrowed_or_null, -1));
        if (_value == NULL)
            return NULL;
    }
    return _value;
}


/* tests/golden/text/in.cdef:18
 * [owned(free), string, unique] char *owned_or_null(void); */
static const char *const interop_n_owned_or_null[] = {NULL};
static PyObject *interop_k_owned_or_null[1];
static interop_signature interop_s_owned_or_null = {"owned_or_null", interop_n_owned_or_null, interop_k_owned_or_null, "", 0, 0};
static const char interop_d_owned_or_null[] =
    "owned_or_null()\n"
    "--\n"
    "\n"
    "owned_or_null() -> str | None\n"
    "\n"
    "C: char *owned_or_null(void);";
static PyObject *
interop_f_owned_or_null(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    char *_result = NULL;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 0 || _kwnames != NULL) && interop_sort(&interop_s_owned_or_null, _args, _nargs, _args + _nargs, _kwnames, NULL) < 0)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = owned_or_null();
    Py_END_ALLOW_THREADS

    /* unmarshal */
    if (_result == NULL) {
        Py_INCREF(Py_None);
        _value = Py_None;
    } else {
        _value = interop_text_read(_result, -1, &interop_c_0, INTEROP_AT(owned_or_null, -1));
        if (_value == NULL)
            goto cleanup;
    }
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    if (_result != NULL)
        free((void *)_result);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/text/in.cdef:19
 * [string, encoding("latin-1")] const char *borrowed_latin(void); */
static const char *const interop_n_borrowed_latin[] = {NULL};
static PyObject *interop_k_borrowed_latin[1];
static interop_signature interop_s_borrowed_latin = {"borrowed_latin", interop_n_borrowed_latin, interop_k_borrowed_latin, "", 0, 0};
static const char interop_d_borrowed_latin[] =
    "borrowed_latin()\n"
    "--\n"
    "\n"
    "borrowed_latin() -> str\n"
    "\n"
    "C: const char *borrowed_latin(void);";
static PyObject *
interop_f_borrowed_latin(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    const char *_result = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 0 || _kwnames != NULL) && interop_sort(&interop_s_borrowed_latin, _args, _nargs, _args + _nargs, _kwnames, NULL) < 0)
        return NULL;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = borrowed_latin();
    Py_END_ALLOW_THREADS

    /* unmarshal */
    PyObject *_value;
    if (_result == NULL) {
        interop_unexpected_null(INTEROP_AT(borrowed_latin, -1));
        return NULL;
    } else {
        _value = interop_text_read(_result, -1, &interop_c_5, INTEROP_AT(borrowed_latin, -1));
        if (_value == NULL)
            return NULL;
    }
    return _value;
}


/* tests/golden/text/in.cdef:21
 * [owned(release), string] wchar_t *owned_wide(void); */
static const char *const interop_n_owned_wide[] = {NULL};
static PyObject *interop_k_owned_wide[1];
static interop_signature interop_s_owned_wide = {"owned_wide", interop_n_owned_wide, interop_k_owned_wide, "", 0, 0};
static const char interop_d_owned_wide[] =
    "owned_wide()\n"
    "--\n"
    "\n"
    "owned_wide() -> str\n"
    "\n"
    "C: wchar_t *owned_wide(void);";
static PyObject *
interop_f_owned_wide(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    wchar_t *_result = NULL;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 0 || _kwnames != NULL) && interop_sort(&interop_s_owned_wide, _args, _nargs, _args + _nargs, _kwnames, NULL) < 0)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = owned_wide();
    Py_END_ALLOW_THREADS

    /* unmarshal */
    if (_result == NULL) {
        interop_unexpected_null(INTEROP_AT(owned_wide, -1));
        goto cleanup;
    } else {
        _value = interop_text_read(_result, -1, &interop_c_2, INTEROP_AT(owned_wide, -1));
        if (_value == NULL)
            goto cleanup;
    }
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    if (_result != NULL)
        release((void *)_result);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/text/in.cdef:22
 * [null_terminated, element(string)] const char *const *words(void); */
static const char *const interop_n_words[] = {NULL};
static PyObject *interop_k_words[1];
static interop_signature interop_s_words = {"words", interop_n_words, interop_k_words, "", 0, 0};
static const char interop_d_words[] =
    "words()\n"
    "--\n"
    "\n"
    "words() -> list[str]\n"
    "\n"
    "C: const char *const *words(void);";
static PyObject *
interop_f_words(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    const char *const *_result = NULL;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 0 || _kwnames != NULL) && interop_sort(&interop_s_words, _args, _nargs, _args + _nargs, _kwnames, NULL) < 0)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = words();
    Py_END_ALLOW_THREADS

    /* unmarshal */
    if (_result == NULL) {
        interop_unexpected_null(INTEROP_AT(words, -1));
        goto cleanup;
    } else {
        Py_ssize_t _count;
        _count = interop_terminated(_result, sizeof(void *));
        _value = interop_texts_read((const void *const *)_result, _count, &interop_c_0, 0, INTEROP_AT(words, -1));
        if (_value == NULL)
            goto cleanup;
    }
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/text/in.cdef:25
 * void filled([out, string, size_is(size)] char *text, size_t size); */
static const char *const interop_n_filled[] = {"size", "text"};
static PyObject *interop_k_filled[1];
static interop_signature interop_s_filled = {"filled", interop_n_filled, interop_k_filled, "0", 1, 0};
static const char interop_d_filled[] =
    "filled(*, size=None)\n"
    "--\n"
    "\n"
    "filled(*, size: int | None = None) -> str\n"
    "\n"
    "C: void filled(char *text, size_t size);";
static PyObject *
interop_f_filled(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _sorted;
    interop_room _r_text;
    Py_ssize_t _n_text = 0;
    char *_a_text = NULL;
    size_t _a_size = 0;
    PyObject *_o_text = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_room_init(&_r_text);
    if (interop_some_arguments(&interop_s_filled, _args, _nargs, _kwnames, _sorted, 0, 0, 1) < 0)
        goto cleanup;

    /* marshal, pin */
    if (!INTEROP_LEFT_OUT(_in[0])) {
        if (interop_to_t_size_t(_in[0], &_a_size, INTEROP_AT(filled, 0)) < 0)
            goto cleanup;
    }
    else {
        interop_fail(interop_errors.type, INTEROP_AT(filled, 0), "give the room for 'text'");
        goto cleanup;
    }
    if ((_n_text = interop_extent((interop_wide)(_a_size), 0, INTEROP_AT(filled, 1))) < 0)
        goto cleanup;
    if (interop_room_make(&_r_text, _n_text, &interop_c_0, NULL, INTEROP_AT(filled, 1)) < 0)
        goto cleanup;
    _a_text = _r_text.data;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    filled(_a_text, _a_size);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    {
        Py_ssize_t _units = interop_units(_r_text.data, sizeof(char), _r_text.room);
        _o_text = interop_text_read(_r_text.data, _units, &interop_c_0, INTEROP_AT(filled, 1));
        if (_o_text == NULL)
            goto cleanup;
    }
    _returned = _o_text;
    _o_text = NULL;

    /* cleanup */
cleanup:
    interop_room_release(&_r_text);
    Py_XDECREF(_o_text);
    return _returned;
}


/* tests/golden/text/in.cdef:26
 * int measured([out, string, size_is(size), length_is(result)] char *text, [defaultvalue(64)] int size); */
static const char *const interop_n_measured[] = {"size", "text"};
static PyObject *interop_k_measured[1];
static interop_signature interop_s_measured = {"measured", interop_n_measured, interop_k_measured, "0", 1, 0};
static const char interop_d_measured[] =
    "measured(*, size=64)\n"
    "--\n"
    "\n"
    "measured(*, size: int = 64) -> str\n"
    "\n"
    "C: int measured(char *text, int size);";
static PyObject *
interop_f_measured(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _sorted;
    interop_room _r_text;
    Py_ssize_t _n_text = 0;
    char *_a_text = NULL;
    int _a_size = 0;
    int _result;
    PyObject *_o_text = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_room_init(&_r_text);
    if (interop_some_arguments(&interop_s_measured, _args, _nargs, _kwnames, _sorted, 0, 0, 1) < 0)
        goto cleanup;

    /* marshal, pin */
    if (!INTEROP_LEFT_OUT(_in[0])) {
        if (interop_to_int(_in[0], &_a_size, INTEROP_AT(measured, 0)) < 0)
            goto cleanup;
    }
    else {
        {
            interop_wide _given = (interop_wide)(64);
            if (INTEROP_IN_RANGE(int, _given, INTEROP_AT(measured, 0)) < 0)
                goto cleanup;
            _a_size = (int)_given;
        }
    }
    if ((_n_text = interop_extent((interop_wide)(_a_size), 0, INTEROP_AT(measured, 1))) < 0)
        goto cleanup;
    if (interop_room_make(&_r_text, _n_text, &interop_c_0, NULL, INTEROP_AT(measured, 1)) < 0)
        goto cleanup;
    _a_text = _r_text.data;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = measured(_a_text, _a_size);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    {
        Py_ssize_t _units = interop_valid((interop_wide)(_result), 0, _r_text.room, INTEROP_AT(measured, 1));
        if (_units < 0)
            goto cleanup;
        _o_text = interop_text_read(_r_text.data, _units, &interop_c_0, INTEROP_AT(measured, 1));
        if (_o_text == NULL)
            goto cleanup;
    }
    _returned = _o_text;
    _o_text = NULL;

    /* cleanup */
cleanup:
    interop_room_release(&_r_text);
    Py_XDECREF(_o_text);
    return _returned;
}


/* tests/golden/text/in.cdef:27
 * void changed([in, out, string, size_is(size)] char *text, [defaultvalue(64)] size_t size); */
static const char *const interop_n_changed[] = {"text", "size"};
static PyObject *interop_k_changed[2];
static interop_signature interop_s_changed = {"changed", interop_n_changed, interop_k_changed, "10", 2, 1};
static const char interop_d_changed[] =
    "changed(text, *, size=64)\n"
    "--\n"
    "\n"
    "changed(text: str, *, size: int = 64) -> str\n"
    "\n"
    "C: void changed(char *text, size_t size);";
static PyObject *
interop_f_changed(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = _sorted;
    interop_text _t_text;
    interop_room _r_text;
    Py_ssize_t _n_text = 0;
    char *_a_text = NULL;
    size_t _a_size = 0;
    PyObject *_o_text = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_text_init(&_t_text);
    interop_room_init(&_r_text);
    if (interop_some_arguments(&interop_s_changed, _args, _nargs, _kwnames, _sorted, 1, 1, 2) < 0)
        goto cleanup;

    /* marshal, pin */
    if (interop_text_in(_in[0], &interop_c_0, 0, &_t_text, INTEROP_AT(changed, 0)) < 0)
        goto cleanup;
    if (!INTEROP_LEFT_OUT(_in[1])) {
        if (interop_to_t_size_t(_in[1], &_a_size, INTEROP_AT(changed, 1)) < 0)
            goto cleanup;
    }
    else {
        {
            interop_wide _given = (interop_wide)(64);
            if (INTEROP_IN_RANGE(size_t, _given, INTEROP_AT(changed, 1)) < 0)
                goto cleanup;
            _a_size = (size_t)_given;
        }
    }
    if ((_n_text = interop_extent((interop_wide)(_a_size), 0, INTEROP_AT(changed, 0))) < 0)
        goto cleanup;
    if (interop_room_make(&_r_text, _n_text, &interop_c_0, &_t_text, INTEROP_AT(changed, 0)) < 0)
        goto cleanup;
    _a_text = _r_text.data;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    changed(_a_text, _a_size);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    {
        Py_ssize_t _units = interop_units(_r_text.data, sizeof(char), _r_text.room);
        _o_text = interop_text_read(_r_text.data, _units, &interop_c_0, INTEROP_AT(changed, 0));
        if (_o_text == NULL)
            goto cleanup;
    }
    _returned = _o_text;
    _o_text = NULL;

    /* cleanup */
cleanup:
    interop_text_release(&_t_text);
    interop_room_release(&_r_text);
    Py_XDECREF(_o_text);
    return _returned;
}


/* tests/golden/text/in.cdef:28
 * void wide_room([out, string, size_is(32)] wchar_t *text); */
static const char *const interop_n_wide_room[] = {"text"};
static PyObject *interop_k_wide_room[1];
static interop_signature interop_s_wide_room = {"wide_room", interop_n_wide_room, interop_k_wide_room, "", 0, 0};
static const char interop_d_wide_room[] =
    "wide_room()\n"
    "--\n"
    "\n"
    "wide_room() -> str\n"
    "\n"
    "C: void wide_room(wchar_t *text);";
static PyObject *
interop_f_wide_room(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    interop_room _r_text;
    Py_ssize_t _n_text = 0;
    wchar_t *_a_text = NULL;
    PyObject *_o_text = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_room_init(&_r_text);
    if (INTEROP_UNLIKELY(_nargs != 0 || _kwnames != NULL) && interop_sort(&interop_s_wide_room, _args, _nargs, _args + _nargs, _kwnames, NULL) < 0)
        goto cleanup;

    /* marshal, pin */
    if ((_n_text = interop_extent((interop_wide)(32), 0, INTEROP_AT(wide_room, 0))) < 0)
        goto cleanup;
    if (interop_room_make(&_r_text, _n_text, &interop_c_2, NULL, INTEROP_AT(wide_room, 0)) < 0)
        goto cleanup;
    _a_text = _r_text.data;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    wide_room(_a_text);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    {
        Py_ssize_t _units = interop_units(_r_text.data, sizeof(wchar_t), _r_text.room);
        _o_text = interop_text_read(_r_text.data, _units, &interop_c_2, INTEROP_AT(wide_room, 0));
        if (_o_text == NULL)
            goto cleanup;
    }
    _returned = _o_text;
    _o_text = NULL;

    /* cleanup */
cleanup:
    interop_room_release(&_r_text);
    Py_XDECREF(_o_text);
    return _returned;
}

static PyObject *
interop_setup(PyObject *self, PyObject *args)
{
    static interop_enum *const enums[] = {NULL};
    static interop_exception *const exceptions[] = {NULL};

    (void)self;
    return interop_setup_with(args, enums, exceptions);
}

static PyMethodDef interop_methods[] = {
    {"_interop_setup", interop_setup, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};
static const interop_function_def interop_functions[] = {
    {"plain", interop_f_plain, interop_d_plain},
    {"maybe", interop_f_maybe, interop_d_maybe},
    {"copied", interop_f_copied, interop_d_copied},
    {"latin", interop_f_latin, interop_d_latin},
    {"wide", interop_f_wide, interop_d_wide},
    {"units", interop_f_units, interop_d_units},
    {"listed", interop_f_listed, interop_d_listed},
    {"ended", interop_f_ended, interop_d_ended},
    {"borrowed", interop_f_borrowed, interop_d_borrowed},
    {"borrowed_or_null", interop_f_borrowed_or_null, interop_d_borrowed_or_null},
    {"owned_or_null", interop_f_owned_or_null, interop_d_owned_or_null},
    {"borrowed_latin", interop_f_borrowed_latin, interop_d_borrowed_latin},
    {"owned_wide", interop_f_owned_wide, interop_d_owned_wide},
    {"words", interop_f_words, interop_d_words},
    {"filled", interop_f_filled, interop_d_filled},
    {"measured", interop_f_measured, interop_d_measured},
    {"changed", interop_f_changed, interop_d_changed},
    {"wide_room", interop_f_wide_room, interop_d_wide_room},
    {NULL, NULL, NULL},
};

static int
interop_execute(PyObject *module)
{
    static interop_results *const results[] = {NULL};
    if (!interop_is_home())
        return -1;
    if (interop_add_functions(module, interop_functions) < 0)
        return -1;
    return interop_execute_with(module, results, "2f20508de44b6f80");
}

static PyModuleDef_Slot interop_slots[] = {
    {Py_mod_exec, (void *)interop_execute},
    {0, NULL},
};
static struct PyModuleDef interop_module = {
    PyModuleDef_HEAD_INIT, "text", NULL, 0, interop_methods, interop_slots, NULL, NULL, NULL,
};

PyMODINIT_FUNC
PyInit_text(void)
{
    return PyModuleDef_Init(&interop_module);
}

#pragma GCC diagnostic ignored "-Wtype-limits"
#pragma GCC diagnostic ignored "-Wsign-compare"
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
#line 6 "tests/golden/text/in.cdef"
_Static_assert(_Generic(&plain, int (*)(const char *): 1, default: 0), "the header declares 'plain' with another type");
#line 7 "tests/golden/text/in.cdef"
_Static_assert(_Generic(&maybe, int (*)(const char *): 1, default: 0), "the header declares 'maybe' with another type");
#line 8 "tests/golden/text/in.cdef"
_Static_assert(_Generic(&copied, int (*)(char *): 1, default: 0), "the header declares 'copied' with another type");
#line 9 "tests/golden/text/in.cdef"
_Static_assert(_Generic(&latin, int (*)(const char *): 1, default: 0), "the header declares 'latin' with another type");
#line 10 "tests/golden/text/in.cdef"
_Static_assert(_Generic(&wide, int (*)(const wchar_t *): 1, default: 0), "the header declares 'wide' with another type");
#line 11 "tests/golden/text/in.cdef"
_Static_assert(_Generic(&units, int (*)(const char16_t *, const char32_t *): 1, default: 0), "the header declares 'units' with another type");
#line 12 "tests/golden/text/in.cdef"
_Static_assert(_Generic(&listed, int (*)(const char *const *, int): 1, default: 0), "the header declares 'listed' with another type");
#line 13 "tests/golden/text/in.cdef"
_Static_assert(_Generic(&ended, int (*)(const char *const *): 1, default: 0), "the header declares 'ended' with another type");
#line 16 "tests/golden/text/in.cdef"
_Static_assert(_Generic(&borrowed, const char *(*)(void): 1, default: 0), "the header declares 'borrowed' with another type");
#line 17 "tests/golden/text/in.cdef"
_Static_assert(_Generic(&borrowed_or_null, char *(*)(void): 1, default: 0), "the header declares 'borrowed_or_null' with another type");
#line 18 "tests/golden/text/in.cdef"
_Static_assert(_Generic(&owned_or_null, char *(*)(void): 1, default: 0), "the header declares 'owned_or_null' with another type");
#line 19 "tests/golden/text/in.cdef"
_Static_assert(_Generic(&borrowed_latin, const char *(*)(void): 1, default: 0), "the header declares 'borrowed_latin' with another type");
#line 20 "tests/golden/text/in.cdef"
_Static_assert(_Generic(&release, void (*)(void *): 1, default: 0), "the header declares 'release' with another type");
#line 21 "tests/golden/text/in.cdef"
_Static_assert(_Generic(&owned_wide, wchar_t *(*)(void): 1, default: 0), "the header declares 'owned_wide' with another type");
#line 22 "tests/golden/text/in.cdef"
_Static_assert(_Generic(&words, const char *const *(*)(void): 1, default: 0), "the header declares 'words' with another type");
#line 25 "tests/golden/text/in.cdef"
_Static_assert(_Generic(&filled, void (*)(char *, size_t): 1, default: 0), "the header declares 'filled' with another type");
#line 26 "tests/golden/text/in.cdef"
_Static_assert(_Generic(&measured, int (*)(char *, int): 1, default: 0), "the header declares 'measured' with another type");
#line 27 "tests/golden/text/in.cdef"
_Static_assert(_Generic(&changed, void (*)(char *, size_t): 1, default: 0), "the header declares 'changed' with another type");
#line 28 "tests/golden/text/in.cdef"
_Static_assert(_Generic(&wide_room, void (*)(wchar_t *): 1, default: 0), "the header declares 'wide_room' with another type");
