/* The stubs of module checked. Made from tests/golden/checked/in.cdef by interop; do not edit. */
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

INTEROP_FLOAT(double, double)
INTEROP_UNSIGNED(t_size_t, size_t)
INTEROP_UNSIGNED(t_uint8_t, uint8_t)
INTEROP_SIGNED(int, int)
INTEROP_CHAR(char, char)
static const interop_codec interop_c_0 = {NULL, "strict", sizeof(char), 0};


/* tests/golden/checked/in.cdef:5
 * double sum([in, size_is(n)] const double *values, size_t n); */
static const char *const interop_n_sum[] = {"values", "n"};
static PyObject *interop_k_sum[1];
static interop_signature interop_s_sum = {"sum", interop_n_sum, interop_k_sum, "1", 1, 1};
static const char interop_d_sum[] =
    "sum(values)\n"
    "--\n"
    "\n"
    "sum(values: sequence or buffer of double) -> float\n"
    "\n"
    "C: double sum(const double *values, size_t n);";
static PyObject *
interop_f_sum(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    interop_array _b_values;
    const double *_a_values = NULL;
    size_t _a_n = 0;
    interop_fence _fences[1];
    interop_watch _watch;
    int _broken = 0;
    double _result;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_array_init(&_b_values);
    interop_watch_init(&_watch, &interop_s_sum, _fences, (int)(sizeof _fences / sizeof _fences[0]));
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_sum, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_array_in(_in[0], &interop_type_double, 0, &_b_values, INTEROP_AT(sum, 0)) < 0)
        goto cleanup;
    _a_values = (const double *)_b_values.data;
    if (INTEROP_LENGTH(size_t, _a_n, _b_values.count, INTEROP_AT(sum, 0)) < 0)
        goto cleanup;

    /* guard */
    interop_watch_release(&_watch);
    if (interop_guard(&_watch, 0, _b_values.data, _b_values.count, (size_t)interop_type_double.size, interop_type_double.alignment, INTEROP_GUARD_READ, INTEROP_AT(sum, 0)) < 0)
        goto cleanup;
    interop_watch_begin(&_watch);

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = sum((const double *)interop_guarded(&_fences[0], _a_values), _a_n);
    Py_END_ALLOW_THREADS
    _broken = interop_watch_end(&_watch);
    if (_broken)
        goto cleanup;

    /* unmarshal */
    _value = interop_from_double(_result);
    if (_value == NULL)
        goto cleanup;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_watch_release(&_watch);
    interop_array_release(&_b_values);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/checked/in.cdef:6
 * [success(result == 0)] int decode([in, size_is(size)] const uint8_t *from, size_t size, [out, size_is(*n), length_is(*n)] int *to, [in, out, defaultvalue(size)] size_t *n); */
static const char *const interop_n_decode[] = {"from_", "n", "to", "size"};
static PyObject *interop_k_decode[3];
static interop_signature interop_s_decode = {"decode", interop_n_decode, interop_k_decode, "100", 3, 1};
static const char interop_d_decode[] =
    "decode(from_, *, n=None, to=None)\n"
    "--\n"
    "\n"
    "decode(from_: sequence or buffer of uint8_t, *, n: int | None = None, to: writable buffer | None = None) -> array\n"
    "\n"
    "to is filled when given, and the number of valid elements returned; left out, a new object is made and returned.\n"
    "\n"
    "Raises interop.CallError unless result == 0.\n"
    "\n"
    "C: int decode(const uint8_t *from, size_t size, int *to, size_t *n);";
static PyObject *
interop_f_decode(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[3];
    PyObject *const *_in = _sorted;
    interop_array _b_from;
    const uint8_t *_a_from = NULL;
    size_t _a_size = 0;
    interop_array _b_to;
    Py_ssize_t _n_to = 0;
    int *_a_to = NULL;
    size_t _s_n = 0;
    size_t *_a_n = &_s_n;
    interop_fence _fences[3];
    interop_watch _watch;
    int _broken = 0;
    int _result;
    PyObject *_o_to = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_array_init(&_b_from);
    interop_array_init(&_b_to);
    interop_watch_init(&_watch, &interop_s_decode, _fences, (int)(sizeof _fences / sizeof _fences[0]));
    if (interop_some_arguments(&interop_s_decode, _args, _nargs, _kwnames, _sorted, 1, 1, 3) < 0)
        goto cleanup;

    /* marshal, pin */
    if (interop_array_in(_in[0], &interop_type_t_uint8_t, 0, &_b_from, INTEROP_AT(decode, 0)) < 0)
        goto cleanup;
    _a_from = (const uint8_t *)_b_from.data;
    if (INTEROP_LENGTH(size_t, _a_size, _b_from.count, INTEROP_AT(decode, 0)) < 0)
        goto cleanup;
    if (interop_array_take(_in[2], &interop_type_int, 0, &_b_to, INTEROP_AT(decode, 2)) < 0)
        goto cleanup;
    if (!INTEROP_LEFT_OUT(_in[1])) {
        if (interop_to_t_size_t(_in[1], &_s_n, INTEROP_AT(decode, 1)) < 0)
            goto cleanup;
    }
    else if (_b_to.given) {
        if (INTEROP_LENGTH(size_t, _s_n, _b_to.count, INTEROP_AT(decode, 2)) < 0)
            goto cleanup;
    }
    else {
        {
            interop_wide _given = (interop_wide)(_a_size);
            if (INTEROP_IN_RANGE(size_t, _given, INTEROP_AT(decode, 1)) < 0)
                goto cleanup;
            _s_n = (size_t)_given;
        }
    }
    if ((_n_to = interop_extent((interop_wide)(_s_n), 0, INTEROP_AT(decode, 2))) < 0)
        goto cleanup;
    if (interop_array_make(&_b_to, &interop_type_int, _n_to, 0, INTEROP_MAKE_ARRAY, INTEROP_AT(decode, 2)) < 0)
        goto cleanup;
    _a_to = (int *)_b_to.data;

    /* guard */
    interop_watch_release(&_watch);
    if (interop_guard(&_watch, 0, _b_from.data, _b_from.count, (size_t)interop_type_t_uint8_t.size, interop_type_t_uint8_t.alignment, INTEROP_GUARD_READ, INTEROP_AT(decode, 0)) < 0)
        goto cleanup;
    if (interop_guard(&_watch, 1, _b_to.data, _n_to, (size_t)interop_type_int.size, interop_type_int.alignment, _b_to.given ? INTEROP_GUARD_UPDATE : INTEROP_GUARD_FILL | INTEROP_GUARD_OWN, INTEROP_AT(decode, 2)) < 0)
        goto cleanup;
    if (interop_guard(&_watch, 2, _a_n, 1, sizeof _s_n, sizeof _s_n, INTEROP_GUARD_UPDATE | INTEROP_GUARD_OWN, INTEROP_AT(decode, 1)) < 0)
        goto cleanup;
    interop_watch_begin(&_watch);

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = decode((const uint8_t *)interop_guarded(&_fences[0], _a_from), _a_size, (int *)interop_guarded(&_fences[1], _a_to), (size_t *)interop_guarded(&_fences[2], _a_n));
    Py_END_ALLOW_THREADS
    _broken = interop_watch_end(&_watch);
    if (_broken)
        goto cleanup;

    /* check */
    if (INTEROP_UNLIKELY(!(_result == 0))) {
        interop_call_failed(NULL, &interop_s_decode, "result == 0",
                            NULL, interop_from_int(_result), NULL, -1);
        goto cleanup;
    }
    {
        Py_ssize_t _valid = interop_valid((interop_wide)(_s_n), 0, _b_to.count, INTEROP_AT(decode, 2));
        if (_valid < 0)
            goto cleanup;
        if (interop_check_elements(&_fences[1], _valid, (size_t)interop_type_int.size, INTEROP_AT(decode, 2)) < 0)
            goto cleanup;
    }

    /* unmarshal */
    if ((_n_to = interop_valid((interop_wide)(_s_n), 0, _b_to.count, INTEROP_AT(decode, 2))) < 0)
        goto cleanup;
    _o_to = interop_array_result(&_b_to, &interop_type_int, _n_to, INTEROP_AT(decode, 2));
    if (_o_to == NULL)
        goto cleanup;
    _returned = _o_to;
    _o_to = NULL;
    if (interop_array_commit(&_b_to, &interop_type_int, _n_to, INTEROP_AT(decode, 2)) < 0) {
        Py_XDECREF(_returned);
        _returned = NULL;
        goto cleanup;
    }

    /* cleanup */
cleanup:
    interop_watch_release(&_watch);
    interop_array_release(&_b_to);
    interop_array_release(&_b_from);
    Py_XDECREF(_o_to);
    return _returned;
}


/* tests/golden/checked/in.cdef:9
 * void upper([in, out, string, size_is(size)] char *text, size_t size); */
static const char *const interop_n_upper[] = {"text", "size"};
static PyObject *interop_k_upper[2];
static interop_signature interop_s_upper = {"upper", interop_n_upper, interop_k_upper, "10", 2, 1};
static const char interop_d_upper[] =
    "upper(text, *, size=None)\n"
    "--\n"
    "\n"
    "upper(text: str, *, size: int | None = None) -> str\n"
    "\n"
    "C: void upper(char *text, size_t size);";
static PyObject *
interop_f_upper(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = _sorted;
    interop_text _t_text;
    interop_room _r_text;
    Py_ssize_t _n_text = 0;
    char *_a_text = NULL;
    size_t _a_size = 0;
    interop_fence _fences[1];
    interop_watch _watch;
    int _broken = 0;
    PyObject *_o_text = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_text_init(&_t_text);
    interop_room_init(&_r_text);
    interop_watch_init(&_watch, &interop_s_upper, _fences, (int)(sizeof _fences / sizeof _fences[0]));
    if (interop_some_arguments(&interop_s_upper, _args, _nargs, _kwnames, _sorted, 1, 1, 2) < 0)
        goto cleanup;

    /* marshal, pin */
    if (interop_text_in(_in[0], &interop_c_0, 0, &_t_text, INTEROP_AT(upper, 0)) < 0)
        goto cleanup;
    if (!INTEROP_LEFT_OUT(_in[1])) {
        if (interop_to_t_size_t(_in[1], &_a_size, INTEROP_AT(upper, 1)) < 0)
            goto cleanup;
    }
    else {
        if (INTEROP_LENGTH(size_t, _a_size, (_t_text.units + 1), INTEROP_AT(upper, 0)) < 0)
            goto cleanup;
    }
    if ((_n_text = interop_extent((interop_wide)(_a_size), 0, INTEROP_AT(upper, 0))) < 0)
        goto cleanup;
    if (interop_room_make(&_r_text, _n_text, &interop_c_0, &_t_text, INTEROP_AT(upper, 0)) < 0)
        goto cleanup;
    _a_text = _r_text.data;

    /* guard */
    interop_watch_release(&_watch);
    if (interop_guard(&_watch, 0, _r_text.data, _r_text.room, sizeof(char), sizeof(char), INTEROP_GUARD_UPDATE | INTEROP_GUARD_TEXT | INTEROP_GUARD_OWN, INTEROP_AT(upper, 0)) < 0)
        goto cleanup;
    interop_watch_begin(&_watch);

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    upper((char *)interop_guarded(&_fences[0], _a_text), _a_size);
    Py_END_ALLOW_THREADS
    _broken = interop_watch_end(&_watch);
    if (_broken)
        goto cleanup;

    /* unmarshal */
    {
        Py_ssize_t _units = interop_units(_r_text.data, sizeof(char), _r_text.room);
        _o_text = interop_text_read(_r_text.data, _units, &interop_c_0, INTEROP_AT(upper, 0));
        if (_o_text == NULL)
            goto cleanup;
    }
    _returned = _o_text;
    _o_text = NULL;

    /* cleanup */
cleanup:
    interop_watch_release(&_watch);
    interop_text_release(&_t_text);
    interop_room_release(&_r_text);
    Py_XDECREF(_o_text);
    return _returned;
}


/* tests/golden/checked/in.cdef:10
 * size_t total([in, size_is(n), element(string)] const char *const *texts, size_t n); */
static const char *const interop_n_total[] = {"texts", "n"};
static PyObject *interop_k_total[1];
static interop_signature interop_s_total = {"total", interop_n_total, interop_k_total, "1", 1, 1};
static const char interop_d_total[] =
    "total(texts)\n"
    "--\n"
    "\n"
    "total(texts: sequence of str) -> int\n"
    "\n"
    "C: size_t total(const char *const *texts, size_t n);";
static PyObject *
interop_f_total(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    interop_texts _l_texts;
    const char *const *_a_texts = NULL;
    size_t _a_n = 0;
    interop_fence _fences[2];
    interop_watch _watch;
    int _broken = 0;
    size_t _result;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_texts_init(&_l_texts);
    interop_watch_init(&_watch, &interop_s_total, _fences, (int)(sizeof _fences / sizeof _fences[0]));
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_total, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_texts_in(_in[0], &interop_c_0, 0, &_l_texts, INTEROP_AT(total, 0)) < 0)
        goto cleanup;
    _a_texts = (const char *const *)_l_texts.data;
    if (INTEROP_LENGTH(size_t, _a_n, _l_texts.count, INTEROP_AT(total, 0)) < 0)
        goto cleanup;

    /* guard */
    interop_watch_release(&_watch);
    if (interop_guard_texts(&_watch, 0, _l_texts.data, _l_texts.count, (int)sizeof(char), INTEROP_AT(total, 0)) < 0)
        goto cleanup;
    interop_watch_begin(&_watch);

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = total((const char *const *)interop_guarded(&_fences[0], _a_texts), _a_n);
    Py_END_ALLOW_THREADS
    _broken = interop_watch_end(&_watch);
    if (_broken)
        goto cleanup;

    /* unmarshal */
    _value = interop_from_t_size_t(_result);
    if (_value == NULL)
        goto cleanup;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_watch_release(&_watch);
    interop_texts_release(&_l_texts);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/checked/in.cdef:11
 * const char *find([in, string] const char *text, char letter); */
static const char *const interop_n_find[] = {"text", "letter"};
static PyObject *interop_k_find[2];
static interop_signature interop_s_find = {"find", interop_n_find, interop_k_find, "11", 2, 2};
static const char interop_d_find[] =
    "find(text, letter)\n"
    "--\n"
    "\n"
    "find(text: str, letter: bytes) -> str\n"
    "\n"
    "C: const char *find(const char *text, char letter);";
static PyObject *
interop_f_find(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = _args;
    interop_text _t_text;
    const char *_a_text = NULL;
    char _a_letter = 0;
    interop_fence _fences[1];
    interop_watch _watch;
    int _broken = 0;
    const char *_result = NULL;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_text_init(&_t_text);
    interop_watch_init(&_watch, &interop_s_find, _fences, (int)(sizeof _fences / sizeof _fences[0]));
    if (INTEROP_UNLIKELY(_nargs != 2 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_find, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_text_in(_in[0], &interop_c_0, 0, &_t_text, INTEROP_AT(find, 0)) < 0)
        goto cleanup;
    _a_text = (const char *)_t_text.data;
    if (interop_to_char(_in[1], &_a_letter, INTEROP_AT(find, 1)) < 0)
        goto cleanup;

    /* guard */
    interop_watch_release(&_watch);
    if (interop_guard(&_watch, 0, _t_text.data, _t_text.units + 1, sizeof(char), sizeof(char), INTEROP_GUARD_READ | INTEROP_GUARD_TEXT, INTEROP_AT(find, 0)) < 0)
        goto cleanup;
    interop_watch_begin(&_watch);

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = find((const char *)interop_guarded(&_fences[0], _a_text), _a_letter);
    Py_END_ALLOW_THREADS
    _broken = interop_watch_end(&_watch);
    _result = (const char *)interop_unguarded(&_watch, (const void *)_result);
    if (_broken)
        goto cleanup;

    /* unmarshal */
    if (_result == NULL) {
        interop_unexpected_null(INTEROP_AT(find, -1));
        goto cleanup;
    } else {
        _value = interop_text_read(_result, -1, &interop_c_0, INTEROP_AT(find, -1));
        if (_value == NULL)
            goto cleanup;
    }
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_watch_release(&_watch);
    interop_text_release(&_t_text);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/checked/in.cdef:12
 * void made([out, string, owned(free)] char **text); */
static const char *const interop_n_made[] = {"text"};
static PyObject *interop_k_made[1];
static interop_signature interop_s_made = {"made", interop_n_made, interop_k_made, "", 0, 0};
static const char interop_d_made[] =
    "made()\n"
    "--\n"
    "\n"
    "made() -> str\n"
    "\n"
    "C: void made(char **text);";
static PyObject *
interop_f_made(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    char *_s_text = NULL;
    char **_a_text = &_s_text;
    interop_fence _fences[1];
    interop_watch _watch;
    int _broken = 0;
    PyObject *_o_text = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_watch_init(&_watch, &interop_s_made, _fences, (int)(sizeof _fences / sizeof _fences[0]));
    if (INTEROP_UNLIKELY(_nargs != 0 || _kwnames != NULL) && interop_sort(&interop_s_made, _args, _nargs, _args + _nargs, _kwnames, NULL) < 0)
        goto cleanup;

    /* guard */
    interop_watch_release(&_watch);
    if (interop_guard(&_watch, 0, _a_text, 1, sizeof(void *), sizeof(void *), INTEROP_GUARD_UPDATE | INTEROP_GUARD_OWN, INTEROP_AT(made, 0)) < 0)
        goto cleanup;
    interop_watch_begin(&_watch);

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    made((char **)interop_guarded(&_fences[0], _a_text));
    Py_END_ALLOW_THREADS
    _broken = interop_watch_end(&_watch);
    _s_text = (char *)interop_unguarded(&_watch, (const void *)_s_text);
    if (_broken)
        goto cleanup;

    /* unmarshal */
    if (_s_text == NULL) {
        interop_unexpected_null(INTEROP_AT(made, 0));
        goto cleanup;
    } else {
        _o_text = interop_text_read(_s_text, -1, &interop_c_0, INTEROP_AT(made, 0));
        if (_o_text == NULL)
            goto cleanup;
    }
    _returned = _o_text;
    _o_text = NULL;

    /* cleanup */
cleanup:
    interop_watch_release(&_watch);
    if (_s_text != NULL)
        free((void *)_s_text);
    Py_XDECREF(_o_text);
    return _returned;
}


/* tests/golden/checked/in.cdef:13
 * void kept([in, pin, size_is(n)] const int *values, size_t n); */
static const char *const interop_n_kept[] = {"values", "n"};
static PyObject *interop_k_kept[1];
static interop_signature interop_s_kept = {"kept", interop_n_kept, interop_k_kept, "1", 1, 1};
static const char interop_d_kept[] =
    "kept(values)\n"
    "--\n"
    "\n"
    "kept(values: sequence or buffer of int) -> None\n"
    "\n"
    "C: void kept(const int *values, size_t n);";
static PyObject *
interop_f_kept(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    interop_array _b_values;
    const int *_a_values = NULL;
    size_t _a_n = 0;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_array_init(&_b_values);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_kept, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_array_in(_in[0], &interop_type_int, INTEROP_PIN, &_b_values, INTEROP_AT(kept, 0)) < 0)
        goto cleanup;
    _a_values = (const int *)_b_values.data;
    if (INTEROP_LENGTH(size_t, _a_n, _b_values.count, INTEROP_AT(kept, 0)) < 0)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    kept(_a_values, _a_n);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    Py_INCREF(Py_None);
    _returned = Py_None;

    /* cleanup */
cleanup:
    interop_array_release(&_b_values);
    return _returned;
}


/* tests/golden/checked/in.cdef:14
 * int add(int a, int b); */
static const char *const interop_n_add[] = {"a", "b"};
static PyObject *interop_k_add[2];
static interop_signature interop_s_add = {"add", interop_n_add, interop_k_add, "11", 2, 2};
static const char interop_d_add[] =
    "add(a, b)\n"
    "--\n"
    "\n"
    "add(a: int, b: int) -> int\n"
    "\n"
    "C: int add(int a, int b);";
static PyObject *
interop_f_add(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = _args;
    int _a_a = 0;
    int _a_b = 0;
    int _result;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 2 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_add, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            return NULL;
    }

    /* marshal, pin */
    if (interop_to_int(_in[0], &_a_a, INTEROP_AT(add, 0)) < 0)
        return NULL;
    if (interop_to_int(_in[1], &_a_b, INTEROP_AT(add, 1)) < 0)
        return NULL;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = add(_a_a, _a_b);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    PyObject *_value;
    _value = interop_from_int(_result);
    if (_value == NULL)
        return NULL;
    return _value;
}


/* tests/golden/checked/in.cdef:15
 * [success(result == 0)] int name([out, string, size_is(size), grow(result == 1)] char *text, size_t size); */
static const char *const interop_n_name[] = {"size", "text"};
static PyObject *interop_k_name[1];
static interop_signature interop_s_name = {"name", interop_n_name, interop_k_name, "0", 1, 0};
static const char interop_d_name[] =
    "name(*, size=None)\n"
    "--\n"
    "\n"
    "name(*, size: int | None = None) -> str\n"
    "\n"
    "Raises interop.CallError unless result == 0.\n"
    "\n"
    "C: int name(char *text, size_t size);";
static PyObject *
interop_f_name(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _sorted;
    interop_room _r_text;
    Py_ssize_t _n_text = 0;
    char *_a_text = NULL;
    size_t _a_size = 0;
    interop_fence _fences[1];
    interop_watch _watch;
    int _broken = 0;
    int _result;
    int _sized;
    PyObject *_o_text = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_room_init(&_r_text);
    interop_watch_init(&_watch, &interop_s_name, _fences, (int)(sizeof _fences / sizeof _fences[0]));
    if (interop_some_arguments(&interop_s_name, _args, _nargs, _kwnames, _sorted, 0, 0, 1) < 0)
        goto cleanup;

    /* marshal, pin */
    _sized = !INTEROP_LEFT_OUT(_in[0]);
    if (!INTEROP_LEFT_OUT(_in[0])) {
        if (interop_to_t_size_t(_in[0], &_a_size, INTEROP_AT(name, 0)) < 0)
            goto cleanup;
    }
    else {
        _a_size = 256;
    }

    /* grow: called again with twice the room while the condition holds */
    for (;;) {
        Py_ssize_t _room = (Py_ssize_t)_a_size;
        if ((_n_text = interop_extent((interop_wide)(_a_size), 0, INTEROP_AT(name, 1))) < 0)
            goto cleanup;
        if (interop_room_make(&_r_text, _n_text, &interop_c_0, NULL, INTEROP_AT(name, 1)) < 0)
            goto cleanup;
        _a_text = _r_text.data;

        /* guard */
        interop_watch_release(&_watch);
        if (interop_guard(&_watch, 0, _r_text.data, _r_text.room, sizeof(char), sizeof(char), INTEROP_GUARD_FILL | INTEROP_GUARD_TEXT | INTEROP_GUARD_OWN, INTEROP_AT(name, 1)) < 0)
            goto cleanup;
        interop_watch_begin(&_watch);

        /* invoke, capture */
        Py_BEGIN_ALLOW_THREADS
        _result = name((char *)interop_guarded(&_fences[0], _a_text), _a_size);
        Py_END_ALLOW_THREADS
        _broken = interop_watch_end(&_watch);
        if (_broken)
            goto cleanup;
        if (_sized || !(_result == 1))
            break;
        if ((_room = interop_grow(_room, 1073741824, INTEROP_MAX(size_t), INTEROP_AT(name, 1))) < 0)
            goto cleanup;
        if (INTEROP_LENGTH(size_t, _a_size, _room, INTEROP_AT(name, 1)) < 0)
            goto cleanup;
    }
    if (_broken)
        goto cleanup;

    /* check */
    if (INTEROP_UNLIKELY(!(_result == 0))) {
        interop_call_failed(NULL, &interop_s_name, "result == 0",
                            NULL, interop_from_int(_result), NULL, -1);
        goto cleanup;
    }
    if (interop_check_text(&_fences[0], 1, INTEROP_AT(name, 1)) < 0)
        goto cleanup;

    /* unmarshal */
    {
        Py_ssize_t _units = interop_units(_r_text.data, sizeof(char), _r_text.room);
        _o_text = interop_text_read(_r_text.data, _units, &interop_c_0, INTEROP_AT(name, 1));
        if (_o_text == NULL)
            goto cleanup;
    }
    _returned = _o_text;
    _o_text = NULL;

    /* cleanup */
cleanup:
    interop_watch_release(&_watch);
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
    {"sum", interop_f_sum, interop_d_sum},
    {"decode", interop_f_decode, interop_d_decode},
    {"upper", interop_f_upper, interop_d_upper},
    {"total", interop_f_total, interop_d_total},
    {"find", interop_f_find, interop_d_find},
    {"made", interop_f_made, interop_d_made},
    {"kept", interop_f_kept, interop_d_kept},
    {"add", interop_f_add, interop_d_add},
    {"name", interop_f_name, interop_d_name},
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
    return interop_execute_with(module, results, "e40a2aa547f06832");
}

static PyModuleDef_Slot interop_slots[] = {
    {Py_mod_exec, (void *)interop_execute},
    {0, NULL},
};
static struct PyModuleDef interop_module = {
    PyModuleDef_HEAD_INIT, "checked", NULL, 0, interop_methods, interop_slots, NULL, NULL, NULL,
};

PyMODINIT_FUNC
PyInit_checked(void)
{
    return PyModuleDef_Init(&interop_module);
}

#pragma GCC diagnostic ignored "-Wtype-limits"
#pragma GCC diagnostic ignored "-Wsign-compare"
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
#line 5 "tests/golden/checked/in.cdef"
_Static_assert(_Generic(&sum, double (*)(const double *, size_t): 1, default: 0), "the header declares 'sum' with another type");
#line 7 "tests/golden/checked/in.cdef"
_Static_assert(_Generic(&decode, int (*)(const uint8_t *, size_t, int *, size_t *): 1, default: 0), "the header declares 'decode' with another type");
#line 9 "tests/golden/checked/in.cdef"
_Static_assert(_Generic(&upper, void (*)(char *, size_t): 1, default: 0), "the header declares 'upper' with another type");
#line 10 "tests/golden/checked/in.cdef"
_Static_assert(_Generic(&total, size_t (*)(const char *const *, size_t): 1, default: 0), "the header declares 'total' with another type");
#line 11 "tests/golden/checked/in.cdef"
_Static_assert(_Generic(&find, const char *(*)(const char *, char): 1, default: 0), "the header declares 'find' with another type");
#line 12 "tests/golden/checked/in.cdef"
_Static_assert(_Generic(&made, void (*)(char **): 1, default: 0), "the header declares 'made' with another type");
#line 13 "tests/golden/checked/in.cdef"
_Static_assert(_Generic(&kept, void (*)(const int *, size_t): 1, default: 0), "the header declares 'kept' with another type");
#line 14 "tests/golden/checked/in.cdef"
_Static_assert(_Generic(&add, int (*)(int, int): 1, default: 0), "the header declares 'add' with another type");
#line 16 "tests/golden/checked/in.cdef"
_Static_assert(_Generic(&name, int (*)(char *, size_t): 1, default: 0), "the header declares 'name' with another type");
