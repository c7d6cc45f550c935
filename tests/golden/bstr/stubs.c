/* The stubs of module bstr. Made from tests/golden/bstr/in.cdef by interop; do not edit. */
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

INTEROP_UNSIGNED(t_uint16_t, uint16_t)
INTEROP_UNSIGNED(unsigned__int, unsigned int)
INTEROP_SIGNED(int, int)
INTEROP_CHAR(char, char)
INTEROP_UNSIGNED(t_size_t, size_t)
static const interop_codec interop_c_0 = {INTEROP_UTF16, "strict", sizeof(uint16_t), 1};
static const interop_codec interop_c_1 = {NULL, "strict", sizeof(char), 0};


/* tests/golden/bstr/in.cdef:5
 * unsigned length(BSTR text); */
static const char *const interop_n_length[] = {"text"};
static PyObject *interop_k_length[1];
static interop_signature interop_s_length = {"length", interop_n_length, interop_k_length, "1", 1, 1};
static const char interop_d_length[] =
    "length(text)\n"
    "--\n"
    "\n"
    "length(text: str) -> int\n"
    "\n"
    "C: unsigned int length(BSTR text);";
static PyObject *
interop_f_length(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    interop_text _t_text;
    BSTR _a_text = NULL;
    unsigned int _result;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_text_init(&_t_text);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_length, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_text_in(_in[0], &interop_c_0, INTEROP_COPY | INTEROP_COUNTED, &_t_text, INTEROP_AT(length, 0)) < 0)
        goto cleanup;
    _a_text = (BSTR)_t_text.data;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = (length)(_a_text);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    _value = interop_from_unsigned__int(_result);
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


/* tests/golden/bstr/in.cdef:6
 * [unique] BSTR same([unique] BSTR text); */
static const char *const interop_n_same[] = {"text"};
static PyObject *interop_k_same[1];
static interop_signature interop_s_same = {"same", interop_n_same, interop_k_same, "1", 1, 1};
static const char interop_d_same[] =
    "same(text)\n"
    "--\n"
    "\n"
    "same(text: str | None) -> str | None\n"
    "\n"
    "C: BSTR same(BSTR text);";
static PyObject *
interop_f_same(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    interop_text _t_text;
    BSTR _a_text = NULL;
    BSTR _result = NULL;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_text_init(&_t_text);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_same, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_text_in(_in[0], &interop_c_0, INTEROP_NULLABLE | INTEROP_COPY | INTEROP_COUNTED, &_t_text, INTEROP_AT(same, 0)) < 0)
        goto cleanup;
    _a_text = (BSTR)_t_text.data;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = (same)(_a_text);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    if (_result == NULL) {
        Py_INCREF(Py_None);
        _value = Py_None;
    } else {
        _value = interop_text_read(_result, -1, &interop_c_0, INTEROP_AT(same, -1));
        if (_value == NULL)
            goto cleanup;
    }
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_text_release(&_t_text);
    if (_result != NULL && (const void *)_result != (const void *)_a_text)
        SysFreeString((void *)_result);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/bstr/in.cdef:7
 * void made([out] BSTR *text); */
static const char *const interop_n_made[] = {"text"};
static PyObject *interop_k_made[1];
static interop_signature interop_s_made = {"made", interop_n_made, interop_k_made, "", 0, 0};
static const char interop_d_made[] =
    "made()\n"
    "--\n"
    "\n"
    "made() -> str\n"
    "\n"
    "C: void made(BSTR *text);";
static PyObject *
interop_f_made(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    BSTR _s_text = NULL;
    BSTR *_a_text = &_s_text;
    PyObject *_o_text = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 0 || _kwnames != NULL) && interop_sort(&interop_s_made, _args, _nargs, _args + _nargs, _kwnames, NULL) < 0)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    (made)(_a_text);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    _o_text = interop_text_read(_s_text, -1, &interop_c_0, INTEROP_AT(made, 0));
    if (_o_text == NULL)
        goto cleanup;
    _returned = _o_text;
    _o_text = NULL;

    /* cleanup */
cleanup:
    if (_s_text != NULL)
        SysFreeString((void *)_s_text);
    Py_XDECREF(_o_text);
    return _returned;
}


/* tests/golden/bstr/in.cdef:8
 * void changed([in, out] BSTR *text); */
static const char *const interop_n_changed[] = {"text"};
static PyObject *interop_k_changed[1];
static interop_signature interop_s_changed = {"changed", interop_n_changed, interop_k_changed, "1", 1, 1};
static const char interop_d_changed[] =
    "changed(text)\n"
    "--\n"
    "\n"
    "changed(text: str) -> str\n"
    "\n"
    "C: void changed(BSTR *text);";
static PyObject *
interop_f_changed(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    interop_text _t_text;
    BSTR _s_text = NULL;
    BSTR *_a_text = &_s_text;
    PyObject *_o_text = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_text_init(&_t_text);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_changed, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_text_in(_in[0], &interop_c_0, 0, &_t_text, INTEROP_AT(changed, 0)) < 0)
        goto cleanup;
    if (_t_text.data != NULL) {
        _s_text = interop_given(SysAllocStringByteLen((const char *)_t_text.data, interop_bstr_bytes(_t_text.data)), NULL, 0);
        if (_s_text == NULL)
            goto cleanup;
    }

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    (changed)(_a_text);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    _o_text = interop_text_read(_s_text, -1, &interop_c_0, INTEROP_AT(changed, 0));
    if (_o_text == NULL)
        goto cleanup;
    _returned = _o_text;
    _o_text = NULL;

    /* cleanup */
cleanup:
    interop_text_release(&_t_text);
    if (_s_text != NULL)
        SysFreeString((void *)_s_text);
    Py_XDECREF(_o_text);
    return _returned;
}


/* tests/golden/bstr/in.cdef:9
 * unsigned total([in, size_is(n), element(unique)] const BSTR *texts, int n); */
static const char *const interop_n_total[] = {"texts", "n"};
static PyObject *interop_k_total[1];
static interop_signature interop_s_total = {"total", interop_n_total, interop_k_total, "1", 1, 1};
static const char interop_d_total[] =
    "total(texts)\n"
    "--\n"
    "\n"
    "total(texts: sequence of str | None) -> int\n"
    "\n"
    "C: unsigned int total(const BSTR *texts, int n);";
static PyObject *
interop_f_total(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    interop_texts _l_texts;
    const BSTR *_a_texts = NULL;
    int _a_n = 0;
    unsigned int _result;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_texts_init(&_l_texts);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_total, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_texts_in(_in[0], &interop_c_0, INTEROP_COPY | INTEROP_ELEMENT_NULLABLE, &_l_texts, INTEROP_AT(total, 0)) < 0)
        goto cleanup;
    _a_texts = (const BSTR *)_l_texts.data;
    if (INTEROP_LENGTH(int, _a_n, _l_texts.count, INTEROP_AT(total, 0)) < 0)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = (total)(_a_texts, _a_n);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    _value = interop_from_unsigned__int(_result);
    if (_value == NULL)
        goto cleanup;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_texts_release(&_l_texts);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/bstr/in.cdef:10
 * void shouted([in, out, size_is(n)] BSTR *texts, int n); */
static const char *const interop_n_shouted[] = {"texts", "n"};
static PyObject *interop_k_shouted[1];
static interop_signature interop_s_shouted = {"shouted", interop_n_shouted, interop_k_shouted, "1", 1, 1};
static const char interop_d_shouted[] =
    "shouted(texts)\n"
    "--\n"
    "\n"
    "shouted(texts: list[str]) -> None\n"
    "\n"
    "C: void shouted(BSTR *texts, int n);";
static PyObject *
interop_f_shouted(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    interop_pointers _l_texts;
    Py_ssize_t _n_texts = 0;
    BSTR *_a_texts = NULL;
    int _a_n = 0;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_pointers_init(&_l_texts);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_shouted, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_pointers_in(_in[0], &_l_texts, INTEROP_AT(shouted, 0)) < 0)
        goto cleanup;
    for (Py_ssize_t _k = 0; _k < _l_texts.count; _k++) {
        interop_text _text;
        interop_place _at = INTEROP_AT(shouted, 0);
        int _failed;

        interop_text_init(&_text);
        _at.item = (int)_k;
        _failed = interop_text_in(PyTuple_GetItem(_l_texts.items, _k), &interop_c_0, 0, &_text, _at);
        if (!_failed && _text.data != NULL) {
            _l_texts.data[_k] = interop_given(SysAllocStringByteLen((const char *)_text.data, interop_bstr_bytes(_text.data)), NULL, 0);
            _failed = _l_texts.data[_k] == NULL;
        }
        interop_text_release(&_text);
        if (_failed)
            goto cleanup;
    }
    _a_texts = (BSTR *)_l_texts.data;
    _n_texts = _l_texts.count;
    if (INTEROP_LENGTH(int, _a_n, _l_texts.count, INTEROP_AT(shouted, 0)) < 0)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    (shouted)(_a_texts, _a_n);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    if (interop_pointers_prepare(_in[0], &_l_texts, _n_texts, &interop_c_0, 0, INTEROP_AT(shouted, 0)) < 0)
        goto cleanup;
    Py_INCREF(Py_None);
    _returned = Py_None;
    if (interop_pointers_commit(_in[0], &_l_texts, _n_texts) < 0) {
        Py_XDECREF(_returned);
        _returned = NULL;
        goto cleanup;
    }

    /* cleanup */
cleanup:
    for (Py_ssize_t _k = 0; _k < _l_texts.count; _k++) {
        if (_l_texts.data[_k] != NULL)
            SysFreeString(_l_texts.data[_k]);
    }
    interop_pointers_release(&_l_texts);
    return _returned;
}


/* tests/golden/bstr/in.cdef:11
 * void peeked([in] BSTR *text); */
static const char *const interop_n_peeked[] = {"text"};
static PyObject *interop_k_peeked[1];
static interop_signature interop_s_peeked = {"peeked", interop_n_peeked, interop_k_peeked, "1", 1, 1};
static const char interop_d_peeked[] =
    "peeked(text)\n"
    "--\n"
    "\n"
    "peeked(text: str) -> None\n"
    "\n"
    "C: void peeked(BSTR *text);";
static PyObject *
interop_f_peeked(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    interop_text _t_text;
    BSTR _s_text = NULL;
    BSTR *_a_text = &_s_text;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_text_init(&_t_text);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_peeked, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_text_in(_in[0], &interop_c_0, INTEROP_COPY, &_t_text, INTEROP_AT(peeked, 0)) < 0)
        goto cleanup;
    _s_text = (BSTR)_t_text.data;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    (peeked)(_a_text);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    Py_INCREF(Py_None);
    _returned = Py_None;

    /* cleanup */
cleanup:
    interop_text_release(&_t_text);
    return _returned;
}


/* tests/golden/bstr/in.cdef:13
 * void kept([in, string, owned(free)] char *text); */
static const char *const interop_n_kept[] = {"text"};
static PyObject *interop_k_kept[1];
static interop_signature interop_s_kept = {"kept", interop_n_kept, interop_k_kept, "1", 1, 1};
static const char interop_d_kept[] =
    "kept(text)\n"
    "--\n"
    "\n"
    "kept(text: str) -> None\n"
    "\n"
    "C: void kept(char *text);";
static PyObject *
interop_f_kept(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    interop_text _t_text;
    char *_a_text = NULL;
    void *_g_text = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_text_init(&_t_text);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_kept, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_text_in(_in[0], &interop_c_1, 0, &_t_text, INTEROP_AT(kept, 0)) < 0)
        goto cleanup;
    if (_t_text.data != NULL) {
        _g_text = interop_given(malloc(((size_t)_t_text.units + 1) * sizeof(char)), _t_text.data, ((size_t)_t_text.units + 1) * sizeof(char));
        if (_g_text == NULL)
            goto cleanup;
    }
    _a_text = _g_text;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    (kept)(_a_text);
    Py_END_ALLOW_THREADS
    _g_text = NULL; /* C's own now */

    /* unmarshal */
    Py_INCREF(Py_None);
    _returned = Py_None;

    /* cleanup */
cleanup:
    interop_text_release(&_t_text);
    if (_g_text != NULL)
        free(_g_text);
    return _returned;
}


/* tests/golden/bstr/in.cdef:14
 * void peeked_at([in, string] const char *const *text); */
static const char *const interop_n_peeked_at[] = {"text"};
static PyObject *interop_k_peeked_at[1];
static interop_signature interop_s_peeked_at = {"peeked_at", interop_n_peeked_at, interop_k_peeked_at, "1", 1, 1};
static const char interop_d_peeked_at[] =
    "peeked_at(text)\n"
    "--\n"
    "\n"
    "peeked_at(text: str) -> None\n"
    "\n"
    "C: void peeked_at(const char *const *text);";
static PyObject *
interop_f_peeked_at(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    interop_text _t_text;
    const char *_s_text = NULL;
    const char *const *_a_text = &_s_text;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_text_init(&_t_text);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_peeked_at, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_text_in(_in[0], &interop_c_1, INTEROP_COPY, &_t_text, INTEROP_AT(peeked_at, 0)) < 0)
        goto cleanup;
    _s_text = (const char *)_t_text.data;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    (peeked_at)(_a_text);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    Py_INCREF(Py_None);
    _returned = Py_None;

    /* cleanup */
cleanup:
    interop_text_release(&_t_text);
    return _returned;
}


/* tests/golden/bstr/in.cdef:15
 * void pushed([in, out, size_is(, *n), owned(free), element(string, owned(free))] char ***names, [in, out] size_t *n); */
static const char *const interop_n_pushed[] = {"names", "n"};
static PyObject *interop_k_pushed[1];
static interop_signature interop_s_pushed = {"pushed", interop_n_pushed, interop_k_pushed, "1", 1, 1};
static const char interop_d_pushed[] =
    "pushed(names)\n"
    "--\n"
    "\n"
    "pushed(names: sequence of str) -> list[str]\n"
    "\n"
    "C: void pushed(char ***names, size_t *n);";
static PyObject *
interop_f_pushed(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    interop_texts _l_names;
    char **_s_names = NULL;
    Py_ssize_t _n_names = 0;
    char ***_a_names = &_s_names;
    size_t _s_n = 0;
    size_t *_a_n = &_s_n;
    PyObject *_o_names = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_texts_init(&_l_names);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_pushed, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_texts_in(_in[0], &interop_c_1, INTEROP_COPY, &_l_names, INTEROP_AT(pushed, 0)) < 0)
        goto cleanup;
    if (_l_names.data != NULL) {
        size_t _size = ((size_t)_l_names.count + 1) * sizeof(void *);
        _s_names = interop_given(malloc(_size), NULL, 0);
        if (_s_names == NULL)
            goto cleanup;
        memset((void *)_s_names, 0, _size);
        _n_names = _l_names.count;
        for (Py_ssize_t _k = 0; _k < _l_names.count; _k++) {
            if (_l_names.texts[_k].data != NULL) {
                _s_names[_k] = interop_given(malloc(((size_t)_l_names.texts[_k].units + 1) * sizeof(char)), _l_names.texts[_k].data, ((size_t)_l_names.texts[_k].units + 1) * sizeof(char));
                if (_s_names[_k] == NULL)
                    goto cleanup;
            }
        }
    }
    if (INTEROP_LENGTH(size_t, _s_n, _l_names.count, INTEROP_AT(pushed, 0)) < 0)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    (pushed)(_a_names, _a_n);
    Py_END_ALLOW_THREADS
    _n_names = _s_names == NULL ? 0 : interop_handed((interop_wide)(_s_n), 0);

    /* unmarshal */
    if (_s_names == NULL) {
        interop_unexpected_null(INTEROP_AT(pushed, 0));
        goto cleanup;
    } else {
        Py_ssize_t _count;
        if ((_count = interop_count((interop_wide)(_s_n), 0, INTEROP_AT(pushed, 0), "size_is")) < 0)
            goto cleanup;
        _o_names = interop_texts_read((const void *const *)_s_names, _count, &interop_c_1, 0, INTEROP_AT(pushed, 0));
        if (_o_names == NULL)
            goto cleanup;
    }
    _returned = _o_names;
    _o_names = NULL;

    /* cleanup */
cleanup:
    interop_texts_release(&_l_names);
    for (Py_ssize_t _k = 0; _s_names != NULL && _k < _n_names; _k++) {
        if (_s_names[_k] != NULL)
            free((void *)_s_names[_k]);
    }
    if (_s_names != NULL)
        free((void *)_s_names);
    Py_XDECREF(_o_names);
    return _returned;
}


/* tests/golden/bstr/in.cdef:16
 * void permuted([in, out, null_terminated, element(string, owned(free))] char **argv); */
static const char *const interop_n_permuted[] = {"argv"};
static PyObject *interop_k_permuted[1];
static interop_signature interop_s_permuted = {"permuted", interop_n_permuted, interop_k_permuted, "1", 1, 1};
static const char interop_d_permuted[] =
    "permuted(argv)\n"
    "--\n"
    "\n"
    "permuted(argv: list[str]) -> None\n"
    "\n"
    "C: void permuted(char **argv);";
static PyObject *
interop_f_permuted(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    interop_pointers _l_argv;
    Py_ssize_t _n_argv = 0;
    char **_a_argv = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_pointers_init(&_l_argv);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_permuted, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_pointers_in(_in[0], &_l_argv, INTEROP_AT(permuted, 0)) < 0)
        goto cleanup;
    for (Py_ssize_t _k = 0; _k < _l_argv.count; _k++) {
        interop_text _text;
        interop_place _at = INTEROP_AT(permuted, 0);
        int _failed;

        interop_text_init(&_text);
        _at.item = (int)_k;
        _failed = interop_text_in(PyTuple_GetItem(_l_argv.items, _k), &interop_c_1, 0, &_text, _at);
        if (!_failed && _text.data != NULL) {
            _l_argv.data[_k] = interop_given(malloc(((size_t)_text.units + 1) * sizeof(char)), _text.data, ((size_t)_text.units + 1) * sizeof(char));
            _failed = _l_argv.data[_k] == NULL;
        }
        interop_text_release(&_text);
        if (_failed)
            goto cleanup;
    }
    _a_argv = (char **)_l_argv.data;
    _n_argv = _l_argv.count;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    (permuted)(_a_argv);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    _n_argv = interop_ended(_l_argv.data, sizeof(void *), _l_argv.count);
    if (interop_pointers_prepare(_in[0], &_l_argv, _n_argv, &interop_c_1, 0, INTEROP_AT(permuted, 0)) < 0)
        goto cleanup;
    Py_INCREF(Py_None);
    _returned = Py_None;
    if (interop_pointers_commit(_in[0], &_l_argv, _l_argv.count) < 0) {
        Py_XDECREF(_returned);
        _returned = NULL;
        goto cleanup;
    }

    /* cleanup */
cleanup:
    for (Py_ssize_t _k = 0; _k < _l_argv.count && _l_argv.data[_k] != NULL; _k++) {
        free(_l_argv.data[_k]);
    }
    interop_pointers_release(&_l_argv);
    return _returned;
}


/* tests/golden/bstr/in.cdef:17
 * int ended([out, null_terminated, size_is(n)] int *values, int n); */
static const char *const interop_n_ended[] = {"n", "values"};
static PyObject *interop_k_ended[2];
static interop_signature interop_s_ended = {"ended", interop_n_ended, interop_k_ended, "00", 2, 0};
static const char *const interop_q_ended[][2] = {{"result", "int"}, {"values", "array"}};
INTEROP_RESULTS(interop_r_ended, "ended_result", "What ended() returns.", interop_q_ended, 2)
static const char interop_d_ended[] =
    "ended(*, n=None, values=None)\n"
    "--\n"
    "\n"
    "ended(*, n: int | None = None, values: writable buffer | None = None) -> (result: int, values: array)\n"
    "\n"
    "values is filled when given, and the number of valid elements returned; left out, a new object is made and returned.\n"
    "\n"
    "C: int ended(int *values, int n);";
static PyObject *
interop_f_ended(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = _sorted;
    interop_array _b_values;
    Py_ssize_t _n_values = 0;
    int *_a_values = NULL;
    int _a_n = 0;
    int _result;
    PyObject *_value = NULL;
    PyObject *_o_values = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_array_init(&_b_values);
    if (interop_some_arguments(&interop_s_ended, _args, _nargs, _kwnames, _sorted, 0, 0, 2) < 0)
        goto cleanup;

    /* marshal, pin */
    if (interop_array_take(_in[1], &interop_type_int, 0, &_b_values, INTEROP_AT(ended, 1)) < 0)
        goto cleanup;
    if (!INTEROP_LEFT_OUT(_in[0])) {
        if (interop_to_int(_in[0], &_a_n, INTEROP_AT(ended, 0)) < 0)
            goto cleanup;
    }
    else if (_b_values.given) {
        if (INTEROP_LENGTH(int, _a_n, _b_values.count, INTEROP_AT(ended, 1)) < 0)
            goto cleanup;
    }
    else {
        interop_fail(interop_errors.type, INTEROP_AT(ended, 0), "give a size, or a buffer as 'values'");
        goto cleanup;
    }
    if ((_n_values = interop_extent((interop_wide)(_a_n), 0, INTEROP_AT(ended, 1))) < 0)
        goto cleanup;
    if (interop_array_make(&_b_values, &interop_type_int, _n_values, 0, INTEROP_MAKE_ARRAY, INTEROP_AT(ended, 1)) < 0)
        goto cleanup;
    _a_values = (int *)_b_values.data;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = (ended)(_a_values, _a_n);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    _value = interop_from_int(_result);
    if (_value == NULL)
        goto cleanup;
    _n_values = interop_ended(_b_values.data, sizeof(int), _b_values.count);
    _o_values = interop_array_result(&_b_values, &interop_type_int, _n_values, INTEROP_AT(ended, 1));
    if (_o_values == NULL)
        goto cleanup;
    {
        PyObject *_values[] = {_value, _o_values};
        _value = _o_values = NULL;
        _returned = interop_several(&interop_r_ended, _values, 2);
    }
    if (_returned == NULL)
        goto cleanup;
    if (interop_array_commit(&_b_values, &interop_type_int, _n_values < _b_values.count ? _n_values + 1 : _n_values, INTEROP_AT(ended, 1)) < 0) {
        Py_XDECREF(_returned);
        _returned = NULL;
        goto cleanup;
    }

    /* cleanup */
cleanup:
    interop_array_release(&_b_values);
    Py_XDECREF(_value);
    Py_XDECREF(_o_values);
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
    {"length", interop_f_length, interop_d_length},
    {"same", interop_f_same, interop_d_same},
    {"made", interop_f_made, interop_d_made},
    {"changed", interop_f_changed, interop_d_changed},
    {"total", interop_f_total, interop_d_total},
    {"shouted", interop_f_shouted, interop_d_shouted},
    {"peeked", interop_f_peeked, interop_d_peeked},
    {"kept", interop_f_kept, interop_d_kept},
    {"peeked_at", interop_f_peeked_at, interop_d_peeked_at},
    {"pushed", interop_f_pushed, interop_d_pushed},
    {"permuted", interop_f_permuted, interop_d_permuted},
    {"ended", interop_f_ended, interop_d_ended},
    {NULL, NULL, NULL},
};

static int
interop_execute(PyObject *module)
{
    static interop_results *const results[] = {&interop_r_ended, NULL};
    if (!interop_is_home())
        return -1;
    if (interop_add_functions(module, interop_functions) < 0)
        return -1;
    return interop_execute_with(module, results, "7a724fda6ba380ab");
}

static PyModuleDef_Slot interop_slots[] = {
    {Py_mod_exec, (void *)interop_execute},
    {0, NULL},
};
static struct PyModuleDef interop_module = {
    PyModuleDef_HEAD_INIT, "bstr", NULL, 0, interop_methods, interop_slots, NULL, NULL, NULL,
};

PyMODINIT_FUNC
PyInit_bstr(void)
{
    return PyModuleDef_Init(&interop_module);
}

