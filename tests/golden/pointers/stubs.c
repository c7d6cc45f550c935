/* The stubs of module pointers. Made from tests/golden/pointers/in.cdef by interop; do not edit. */
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

INTEROP_CHAR(char, char)
INTEROP_FLOAT(double, double)
INTEROP_UNSIGNED(t_size_t, size_t)
INTEROP_SIGNED(int, int)
INTEROP_POINTER(t_const__struct__box__ptr, "const struct box *")
INTEROP_POINTER(t_struct__box__ptr, "struct box *")
INTEROP_POINTER(t_int__ptr, "int *")
INTEROP_POINTER(t_void__ptr, "void *")
static const interop_codec interop_c_0 = {NULL, "strict", sizeof(char), 0};

static interop_callback_type interop_cb_f_t_unannotated__callback;

/* tests/golden/pointers/in.cdef:13, called by C
 * int (*callback)(int) */
static const char *const interop_n_1f_t_unannotated__callback[] = {"arg0", "arg0"};
INTEROP_UNUSED static const interop_signature interop_s_1f_t_unannotated__callback = {"unannotated.callback", interop_n_1f_t_unannotated__callback, NULL, "", 1, 0};
static int interop_ci_f_t_unannotated__callback(interop_callback *_entry, void *_data, int _a_arg0)
{
    int _result;
    int _given;
    int _errno = errno;
    interop_lock _lock;
    PyObject *_callable, *_returned = NULL;
    uintptr_t _number = 0;
    PyObject *_p_arg0 = NULL;

    /* setup */
    (void)_data;
    (void)_a_arg0;
    _result = (int)0;
    memset(&_given, 0, sizeof _given);
    if (!interop_lock_ensure(&_lock)) {
        return _result;
    }
    _callable = interop_enter(_entry, &interop_cb_f_t_unannotated__callback);
    if (INTEROP_UNLIKELY(_callable == NULL))
        goto unanswered;
    _number = _entry->number;

    /* marshal */
    _p_arg0 = interop_from_int(_a_arg0);
    if (_p_arg0 == NULL)
        goto failed;

    /* invoke */
    {
        PyObject *_passed[2];
        _passed[1] = _p_arg0;
        _returned = interop_run(_callable, _passed, 1);
    }
    if (_returned == NULL)
        goto failed;

    /* unmarshal */
    if (interop_to_int(_returned, &_given, INTEROP_AT(1f_t_unannotated__callback, -1)) < 0)
        goto failed;
    _result = _given;
    goto answered;

    /* error */
failed:
    interop_raised(_entry, _number, _callable);
unanswered:
    ;

    /* cleanup */
answered:
    ;
    Py_XDECREF(_p_arg0);
    Py_XDECREF(_returned);
    if (_callable != NULL) {
        interop_leave(_entry, _number);
        Py_DECREF(_callable);
    }
    interop_lock_release(&_lock);
    errno = _errno;
    return _result;
}

static interop_callback interop_cp_f_t_unannotated__callback[INTEROP_POOL];
#define INTEROP_TRAMPOLINE(n) static int interop_ct_f_t_unannotated__callback_##n(int _a_arg0) { return interop_ci_f_t_unannotated__callback(&interop_cp_f_t_unannotated__callback[n], NULL, _a_arg0); }
INTEROP_TRAMPOLINE(0) INTEROP_TRAMPOLINE(1) INTEROP_TRAMPOLINE(2) INTEROP_TRAMPOLINE(3) INTEROP_TRAMPOLINE(4) INTEROP_TRAMPOLINE(5) INTEROP_TRAMPOLINE(6) INTEROP_TRAMPOLINE(7)
INTEROP_TRAMPOLINE(8) INTEROP_TRAMPOLINE(9) INTEROP_TRAMPOLINE(10) INTEROP_TRAMPOLINE(11) INTEROP_TRAMPOLINE(12) INTEROP_TRAMPOLINE(13) INTEROP_TRAMPOLINE(14) INTEROP_TRAMPOLINE(15)
INTEROP_TRAMPOLINE(16) INTEROP_TRAMPOLINE(17) INTEROP_TRAMPOLINE(18) INTEROP_TRAMPOLINE(19) INTEROP_TRAMPOLINE(20) INTEROP_TRAMPOLINE(21) INTEROP_TRAMPOLINE(22) INTEROP_TRAMPOLINE(23)
INTEROP_TRAMPOLINE(24) INTEROP_TRAMPOLINE(25) INTEROP_TRAMPOLINE(26) INTEROP_TRAMPOLINE(27) INTEROP_TRAMPOLINE(28) INTEROP_TRAMPOLINE(29) INTEROP_TRAMPOLINE(30) INTEROP_TRAMPOLINE(31)
#undef INTEROP_TRAMPOLINE
static const interop_function interop_ct_f_t_unannotated__callback_all[INTEROP_POOL] = {
    (interop_function)interop_ct_f_t_unannotated__callback_0, (interop_function)interop_ct_f_t_unannotated__callback_1, (interop_function)interop_ct_f_t_unannotated__callback_2, (interop_function)interop_ct_f_t_unannotated__callback_3,
    (interop_function)interop_ct_f_t_unannotated__callback_4, (interop_function)interop_ct_f_t_unannotated__callback_5, (interop_function)interop_ct_f_t_unannotated__callback_6, (interop_function)interop_ct_f_t_unannotated__callback_7,
    (interop_function)interop_ct_f_t_unannotated__callback_8, (interop_function)interop_ct_f_t_unannotated__callback_9, (interop_function)interop_ct_f_t_unannotated__callback_10, (interop_function)interop_ct_f_t_unannotated__callback_11,
    (interop_function)interop_ct_f_t_unannotated__callback_12, (interop_function)interop_ct_f_t_unannotated__callback_13, (interop_function)interop_ct_f_t_unannotated__callback_14, (interop_function)interop_ct_f_t_unannotated__callback_15,
    (interop_function)interop_ct_f_t_unannotated__callback_16, (interop_function)interop_ct_f_t_unannotated__callback_17, (interop_function)interop_ct_f_t_unannotated__callback_18, (interop_function)interop_ct_f_t_unannotated__callback_19,
    (interop_function)interop_ct_f_t_unannotated__callback_20, (interop_function)interop_ct_f_t_unannotated__callback_21, (interop_function)interop_ct_f_t_unannotated__callback_22, (interop_function)interop_ct_f_t_unannotated__callback_23,
    (interop_function)interop_ct_f_t_unannotated__callback_24, (interop_function)interop_ct_f_t_unannotated__callback_25, (interop_function)interop_ct_f_t_unannotated__callback_26, (interop_function)interop_ct_f_t_unannotated__callback_27,
    (interop_function)interop_ct_f_t_unannotated__callback_28, (interop_function)interop_ct_f_t_unannotated__callback_29, (interop_function)interop_ct_f_t_unannotated__callback_30, (interop_function)interop_ct_f_t_unannotated__callback_31,
};

static interop_ctype interop_cg_f_t_unannotated__callback_types[] = {{"int", NULL}, {"int", NULL}};
static PyObject *
interop_cg_f_t_unannotated__callback(PyObject *self, PyObject *args)
{
    int _a_arg0;
    int _result;
    interop_callback *_entry = PyLong_AsVoidPtr(self);

    if (interop_grown_argument(&_a_arg0, sizeof _a_arg0, args, 0, &interop_cg_f_t_unannotated__callback_types[0]) < 0)
        return NULL;
    _result = interop_ci_f_t_unannotated__callback(_entry, NULL, _a_arg0);
    return interop_grown_result(&_result, &interop_cg_f_t_unannotated__callback_types[1]);
}
static PyMethodDef interop_cg_f_t_unannotated__callback_method = {"unannotated.callback", interop_cg_f_t_unannotated__callback, METH_VARARGS, NULL};

static interop_callback_type interop_cb_f_t_unannotated__callback = {
    "unannotated.callback", "int (*)(int)", interop_cp_f_t_unannotated__callback, interop_ct_f_t_unannotated__callback_all, INTEROP_POOL, &interop_cg_f_t_unannotated__callback_method, NULL,
    NULL, NULL, NULL, NULL, 0, {"int (*)(int)", NULL},
};

/* tests/golden/pointers/in.cdef:7
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
    PyObject *_o_text = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 0 || _kwnames != NULL) && interop_sort(&interop_s_made, _args, _nargs, _args + _nargs, _kwnames, NULL) < 0)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    made(_a_text);
    Py_END_ALLOW_THREADS

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
    if (_s_text != NULL)
        free((void *)_s_text);
    Py_XDECREF(_o_text);
    return _returned;
}


/* tests/golden/pointers/in.cdef:8
 * void lent([out, string, unique] const char **text); */
static const char *const interop_n_lent[] = {"text"};
static PyObject *interop_k_lent[1];
static interop_signature interop_s_lent = {"lent", interop_n_lent, interop_k_lent, "", 0, 0};
static const char interop_d_lent[] =
    "lent()\n"
    "--\n"
    "\n"
    "lent() -> str | None\n"
    "\n"
    "C: void lent(const char **text);";
static PyObject *
interop_f_lent(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    const char *_s_text = NULL;
    const char **_a_text = &_s_text;
    PyObject *_o_text = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 0 || _kwnames != NULL) && interop_sort(&interop_s_lent, _args, _nargs, _args + _nargs, _kwnames, NULL) < 0)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    lent(_a_text);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    if (_s_text == NULL) {
        Py_INCREF(Py_None);
        _o_text = Py_None;
    } else {
        _o_text = interop_text_read(_s_text, -1, &interop_c_0, INTEROP_AT(lent, 0));
        if (_o_text == NULL)
            goto cleanup;
    }
    _returned = _o_text;
    _o_text = NULL;

    /* cleanup */
cleanup:
    Py_XDECREF(_o_text);
    return _returned;
}


/* tests/golden/pointers/in.cdef:9
 * void array_made([out, size_is(, *n), owned(free)] double **values, [out] size_t *n); */
static const char *const interop_n_array_made[] = {"values", "n"};
static PyObject *interop_k_array_made[1];
static interop_signature interop_s_array_made = {"array_made", interop_n_array_made, interop_k_array_made, "", 0, 0};
static const char interop_d_array_made[] =
    "array_made()\n"
    "--\n"
    "\n"
    "array_made() -> array\n"
    "\n"
    "C: void array_made(double **values, size_t *n);";
static PyObject *
interop_f_array_made(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    double *_s_values = NULL;
    double **_a_values = &_s_values;
    size_t _s_n = 0;
    size_t *_a_n = &_s_n;
    PyObject *_o_values = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 0 || _kwnames != NULL) && interop_sort(&interop_s_array_made, _args, _nargs, _args + _nargs, _kwnames, NULL) < 0)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    array_made(_a_values, _a_n);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    if (_s_values == NULL) {
        interop_unexpected_null(INTEROP_AT(array_made, 0));
        goto cleanup;
    } else {
        Py_ssize_t _count;
        if ((_count = interop_count((interop_wide)(_s_n), 0, INTEROP_AT(array_made, 0), "size_is")) < 0)
            goto cleanup;
        _o_values = interop_array_read(_s_values, _count, &interop_type_double, INTEROP_MAKE_ARRAY, INTEROP_AT(array_made, 0));
        if (_o_values == NULL)
            goto cleanup;
    }
    _returned = _o_values;
    _o_values = NULL;

    /* cleanup */
cleanup:
    if (_s_values != NULL)
        free((void *)_s_values);
    Py_XDECREF(_o_values);
    return _returned;
}


/* tests/golden/pointers/in.cdef:10
 * void texts_made([out, size_is(, *n), owned(free), element(string, owned(free))] char ***texts, [out] int *n); */
static const char *const interop_n_texts_made[] = {"texts", "n"};
static PyObject *interop_k_texts_made[1];
static interop_signature interop_s_texts_made = {"texts_made", interop_n_texts_made, interop_k_texts_made, "", 0, 0};
static const char interop_d_texts_made[] =
    "texts_made()\n"
    "--\n"
    "\n"
    "texts_made() -> list[str]\n"
    "\n"
    "C: void texts_made(char ***texts, int *n);";
static PyObject *
interop_f_texts_made(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    char **_s_texts = NULL;
    Py_ssize_t _n_texts = 0;
    char ***_a_texts = &_s_texts;
    int _s_n = 0;
    int *_a_n = &_s_n;
    PyObject *_o_texts = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 0 || _kwnames != NULL) && interop_sort(&interop_s_texts_made, _args, _nargs, _args + _nargs, _kwnames, NULL) < 0)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    texts_made(_a_texts, _a_n);
    Py_END_ALLOW_THREADS
    _n_texts = _s_texts == NULL ? 0 : interop_handed((interop_wide)(_s_n), 0);

    /* unmarshal */
    if (_s_texts == NULL) {
        interop_unexpected_null(INTEROP_AT(texts_made, 0));
        goto cleanup;
    } else {
        Py_ssize_t _count;
        if ((_count = interop_count((interop_wide)(_s_n), 0, INTEROP_AT(texts_made, 0), "size_is")) < 0)
            goto cleanup;
        _o_texts = interop_texts_read((const void *const *)_s_texts, _count, &interop_c_0, 0, INTEROP_AT(texts_made, 0));
        if (_o_texts == NULL)
            goto cleanup;
    }
    _returned = _o_texts;
    _o_texts = NULL;

    /* cleanup */
cleanup:
    for (Py_ssize_t _k = 0; _s_texts != NULL && _k < _n_texts; _k++) {
        if (_s_texts[_k] != NULL)
            free((void *)_s_texts[_k]);
    }
    if (_s_texts != NULL)
        free((void *)_s_texts);
    Py_XDECREF(_o_texts);
    return _returned;
}


/* tests/golden/pointers/in.cdef:11
 * [raw] struct box *open_box([raw] const struct box *like); */
static const char *const interop_n_open_box[] = {"like"};
static PyObject *interop_k_open_box[1];
static interop_signature interop_s_open_box = {"open_box", interop_n_open_box, interop_k_open_box, "1", 1, 1};
static const char interop_d_open_box[] =
    "open_box(like)\n"
    "--\n"
    "\n"
    "open_box(like: cdata) -> cdata\n"
    "\n"
    "C: struct box *open_box(const struct box *like);";
static PyObject *
interop_f_open_box(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    const struct box *_a_like = NULL;
    struct box *_result = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_open_box, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            return NULL;
    }

    /* marshal, pin */
    {
        void *_pointer = NULL;
        if (interop_to_pointer(_in[0], &interop_ctype_t_const__struct__box__ptr, &_pointer, INTEROP_AT(open_box, 0)) < 0)
            return NULL;
        _a_like = (const struct box *)_pointer;
    }

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = open_box(_a_like);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    PyObject *_value;
    _value = interop_from_pointer((const void *)_result, &interop_ctype_t_struct__box__ptr);
    if (_value == NULL)
        return NULL;
    return _value;
}


/* tests/golden/pointers/in.cdef:12
 * void box_out([out] struct box **box); */
static const char *const interop_n_box_out[] = {"box"};
static PyObject *interop_k_box_out[1];
static interop_signature interop_s_box_out = {"box_out", interop_n_box_out, interop_k_box_out, "", 0, 0};
static const char interop_d_box_out[] =
    "box_out()\n"
    "--\n"
    "\n"
    "box_out() -> cdata\n"
    "\n"
    "C: void box_out(struct box **box);";
static PyObject *
interop_f_box_out(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    struct box *_s_box = NULL;
    struct box **_a_box = &_s_box;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 0 || _kwnames != NULL) && interop_sort(&interop_s_box_out, _args, _nargs, _args + _nargs, _kwnames, NULL) < 0)
        return NULL;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    box_out(_a_box);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    PyObject *_o_box;
    _o_box = interop_from_pointer((const void *)_s_box, &interop_ctype_t_struct__box__ptr);
    if (_o_box == NULL)
        return NULL;
    return _o_box;
}


/* tests/golden/pointers/in.cdef:13
 * void unannotated(int *x, void *y, struct box *z, int (*callback)(int)); */
static const char *const interop_n_unannotated[] = {"x", "y", "z", "callback"};
static PyObject *interop_k_unannotated[4];
static interop_signature interop_s_unannotated = {"unannotated", interop_n_unannotated, interop_k_unannotated, "1111", 4, 4};
static const char interop_d_unannotated[] =
    "unannotated(x, y, z, callback)\n"
    "--\n"
    "\n"
    "unannotated(x: cdata, y: cdata, z: cdata, callback: Callable[[int], int]) -> None\n"
    "\n"
    "C: void unannotated(int *x, void *y, struct box *z, int (*callback)(int));";
static PyObject *
interop_f_unannotated(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[4];
    PyObject *const *_in = _args;
    int *_a_x = NULL;
    void *_a_y = NULL;
    struct box *_a_z = NULL;
    interop_bound _f_callback;
    int (*_a_callback)(int) = NULL;
    interop_call _call;
    int _succeeded = 0;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_call_init(&_call);
    interop_bound_init(&_f_callback);
    if (INTEROP_UNLIKELY(_nargs != 4 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_unannotated, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    {
        void *_pointer = NULL;
        if (interop_to_pointer(_in[0], &interop_ctype_t_int__ptr, &_pointer, INTEROP_AT(unannotated, 0)) < 0)
            goto cleanup;
        _a_x = (int *)_pointer;
    }
    {
        void *_pointer = NULL;
        if (interop_to_pointer(_in[1], &interop_ctype_t_void__ptr, &_pointer, INTEROP_AT(unannotated, 1)) < 0)
            goto cleanup;
        _a_y = (void *)_pointer;
    }
    {
        void *_pointer = NULL;
        if (interop_to_pointer(_in[2], &interop_ctype_t_struct__box__ptr, &_pointer, INTEROP_AT(unannotated, 2)) < 0)
            goto cleanup;
        _a_z = (struct box *)_pointer;
    }
    {
        void *_pointer = NULL;
        if (interop_bind_callable(_in[3], &interop_cb_f_t_unannotated__callback, INTEROP_SCOPE_CALL, 0, 0, NULL, &_f_callback, &_pointer, &_call, INTEROP_AT(unannotated, 3)) < 0)
            goto cleanup;
        _a_callback = (int (*)(int))(uintptr_t)_pointer;
        if (_f_callback.entry != NULL) {
            _a_callback = (int (*)(int))(uintptr_t)_f_callback.entry->function;
        }
    }

    /* invoke, capture */
    interop_call_begin(&_call);
    Py_BEGIN_ALLOW_THREADS
    unannotated(_a_x, _a_y, _a_z, _a_callback);
    Py_END_ALLOW_THREADS
    interop_call_end(&_call);
    if (INTEROP_UNLIKELY(_call.raised != NULL)) {
        interop_call_raise(&_call, "unannotated");
        goto cleanup;
    }

    /* unmarshal */
    _succeeded = 1;
    Py_INCREF(Py_None);
    _returned = Py_None;

    /* cleanup */
cleanup:
    interop_unbind(&_f_callback, INTEROP_SCOPE_CALL, _succeeded);
    return _returned;
}


/* tests/golden/pointers/in.cdef:14
 * [raw] void *same([raw] void *pointer); */
static const char *const interop_n_same[] = {"pointer"};
static PyObject *interop_k_same[1];
static interop_signature interop_s_same = {"same", interop_n_same, interop_k_same, "1", 1, 1};
static const char interop_d_same[] =
    "same(pointer)\n"
    "--\n"
    "\n"
    "same(pointer: cdata) -> cdata\n"
    "\n"
    "C: void *same(void *pointer);";
static PyObject *
interop_f_same(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    void *_a_pointer = NULL;
    void *_result = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_same, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            return NULL;
    }

    /* marshal, pin */
    {
        void *_pointer = NULL;
        if (interop_to_pointer(_in[0], &interop_ctype_t_void__ptr, &_pointer, INTEROP_AT(same, 0)) < 0)
            return NULL;
        _a_pointer = (void *)_pointer;
    }

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = same(_a_pointer);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    PyObject *_value;
    _value = interop_from_pointer((const void *)_result, &interop_ctype_t_void__ptr);
    if (_value == NULL)
        return NULL;
    return _value;
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
    {"made", interop_f_made, interop_d_made},
    {"lent", interop_f_lent, interop_d_lent},
    {"array_made", interop_f_array_made, interop_d_array_made},
    {"texts_made", interop_f_texts_made, interop_d_texts_made},
    {"open_box", interop_f_open_box, interop_d_open_box},
    {"box_out", interop_f_box_out, interop_d_box_out},
    {"unannotated", interop_f_unannotated, interop_d_unannotated},
    {"same", interop_f_same, interop_d_same},
    {NULL, NULL, NULL},
};

static int
interop_execute(PyObject *module)
{
    static interop_results *const results[] = {NULL};
    if (!interop_is_home())
        return -1;
    if (interop_callbacks_ready() < 0)
        return -1;
    if (interop_add_functions(module, interop_functions) < 0)
        return -1;
    return interop_execute_with(module, results, "82e87dc27a3901ae");
}

static PyModuleDef_Slot interop_slots[] = {
    {Py_mod_exec, (void *)interop_execute},
    {0, NULL},
};
static struct PyModuleDef interop_module = {
    PyModuleDef_HEAD_INIT, "pointers", NULL, 0, interop_methods, interop_slots, NULL, NULL, NULL,
};

PyMODINIT_FUNC
PyInit_pointers(void)
{
    return PyModuleDef_Init(&interop_module);
}

#pragma GCC diagnostic ignored "-Wtype-limits"
#pragma GCC diagnostic ignored "-Wsign-compare"
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
#line 7 "tests/golden/pointers/in.cdef"
_Static_assert(_Generic(&made, void (*)(char **): 1, default: 0), "the header declares 'made' with another type");
#line 8 "tests/golden/pointers/in.cdef"
_Static_assert(_Generic(&lent, void (*)(const char **): 1, default: 0), "the header declares 'lent' with another type");
#line 9 "tests/golden/pointers/in.cdef"
_Static_assert(_Generic(&array_made, void (*)(double **, size_t *): 1, default: 0), "the header declares 'array_made' with another type");
#line 10 "tests/golden/pointers/in.cdef"
_Static_assert(_Generic(&texts_made, void (*)(char ***, int *): 1, default: 0), "the header declares 'texts_made' with another type");
#line 11 "tests/golden/pointers/in.cdef"
_Static_assert(_Generic(&open_box, struct box *(*)(const struct box *): 1, default: 0), "the header declares 'open_box' with another type");
#line 12 "tests/golden/pointers/in.cdef"
_Static_assert(_Generic(&box_out, void (*)(struct box **): 1, default: 0), "the header declares 'box_out' with another type");
#line 13 "tests/golden/pointers/in.cdef"
_Static_assert(_Generic(&unannotated, void (*)(int *, void *, struct box *, int (*)(int)): 1, default: 0), "the header declares 'unannotated' with another type");
#line 14 "tests/golden/pointers/in.cdef"
_Static_assert(_Generic(&same, void *(*)(void *): 1, default: 0), "the header declares 'same' with another type");
