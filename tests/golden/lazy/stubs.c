/* The stubs of module lazy. Made from tests/golden/lazy/in.cdef by interop; do not edit. */
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

static interop_enum interop_e_0_ret = {"lzma_ret", NULL, NULL, 0};
INTEROP_CHAR(char, char)
INTEROP_UNSIGNED(t_uint8_t, uint8_t)
INTEROP_UNSIGNED(t_size_t, size_t)
INTEROP_ENUM(enum_t_lzma_ret, lzma_ret, interop_e_0_ret)
static const interop_codec interop_c_0 = {NULL, "strict", sizeof(char), 0};
/* Filled by the first call that needs them. */
INTEROP_UNUSED static const char *(*interop_p_lzma_version_string)(void);
INTEROP_UNUSED static size_t (*interop_p_lzma_bound)(size_t);
INTEROP_UNUSED static lzma_ret (*interop_p_lzma_encode)(const uint8_t *, size_t, uint8_t *, size_t *);
INTEROP_UNUSED static char *(*interop_p_lzma_text)(void);


/* tests/golden/lazy/in.cdef:7
 * const char *lzma_version_string(void); */
static const char *const interop_n_version_string[] = {NULL};
static PyObject *interop_k_version_string[1];
static interop_signature interop_s_version_string = {"version_string", interop_n_version_string, interop_k_version_string, "", 0, 0};
static const char interop_d_version_string[] =
    "version_string()\n"
    "--\n"
    "\n"
    "version_string() -> str\n"
    "\n"
    "C: const char *lzma_version_string(void);";
static PyObject *
interop_f_version_string(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    const char *_result = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 0 || _kwnames != NULL) && interop_sort(&interop_s_version_string, _args, _nargs, _args + _nargs, _kwnames, NULL) < 0)
        return NULL;
    if (INTEROP_BIND(interop_p_lzma_version_string, "lzma_version_string") < 0)
        return NULL;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = interop_p_lzma_version_string();
    Py_END_ALLOW_THREADS

    /* unmarshal */
    PyObject *_value;
    if (_result == NULL) {
        interop_unexpected_null(INTEROP_AT(version_string, -1));
        return NULL;
    } else {
        _value = interop_text_read(_result, -1, &interop_c_0, INTEROP_AT(version_string, -1));
        if (_value == NULL)
            return NULL;
    }
    return _value;
}


/* tests/golden/lazy/in.cdef:9
 * [success(result == LZMA_OK)] lzma_ret lzma_encode([in, size_is(in_size)] const uint8_t *from, size_t in_size, [out, size_is(*out_size), length_is(*out_size)] uint8_t *to, [in, out, defaultvalue(lzma_bound(in_size))] size_t *out_size); */
static const char *const interop_n_encode[] = {"from_", "out_size", "to", "in_size"};
static PyObject *interop_k_encode[3];
static interop_signature interop_s_encode = {"encode", interop_n_encode, interop_k_encode, "100", 3, 1};
static const char interop_d_encode[] =
    "encode(from_, *, out_size=None, to=None)\n"
    "--\n"
    "\n"
    "encode(from_: sequence or buffer of uint8_t, *, out_size: int | None = None, to: writable buffer | None = None) -> bytes\n"
    "\n"
    "to is filled when given, and the number of valid elements returned; left out, a new object is made and returned.\n"
    "\n"
    "Raises interop.CallError unless result == LZMA_OK.\n"
    "\n"
    "C: lzma_ret lzma_encode(const uint8_t *from, size_t in_size, uint8_t *to, size_t *out_size);";
static PyObject *
interop_f_encode(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[3];
    PyObject *const *_in = _sorted;
    interop_array _b_from;
    const uint8_t *_a_from = NULL;
    size_t _a_in_size = 0;
    interop_array _b_to;
    Py_ssize_t _n_to = 0;
    uint8_t *_a_to = NULL;
    size_t _s_out_size = 0;
    size_t *_a_out_size = &_s_out_size;
    lzma_ret _result;
    PyObject *_o_to = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_array_init(&_b_from);
    interop_array_init(&_b_to);
    if (interop_some_arguments(&interop_s_encode, _args, _nargs, _kwnames, _sorted, 1, 1, 3) < 0)
        goto cleanup;
    if (INTEROP_BIND(interop_p_lzma_bound, "lzma_bound") < 0)
        goto cleanup;

    /* marshal, pin */
    if (interop_array_in(_in[0], &interop_type_t_uint8_t, 0, &_b_from, INTEROP_AT(encode, 0)) < 0)
        goto cleanup;
    _a_from = (const uint8_t *)_b_from.data;
    if (INTEROP_LENGTH(size_t, _a_in_size, _b_from.count, INTEROP_AT(encode, 0)) < 0)
        goto cleanup;
    if (interop_array_take(_in[2], &interop_type_t_uint8_t, 0, &_b_to, INTEROP_AT(encode, 2)) < 0)
        goto cleanup;
    if (!INTEROP_LEFT_OUT(_in[1])) {
        if (interop_to_t_size_t(_in[1], &_s_out_size, INTEROP_AT(encode, 1)) < 0)
            goto cleanup;
    }
    else if (_b_to.given) {
        if (INTEROP_LENGTH(size_t, _s_out_size, _b_to.count, INTEROP_AT(encode, 2)) < 0)
            goto cleanup;
    }
    else {
        {
            interop_wide _given = (interop_wide)(interop_p_lzma_bound(_a_in_size));
            if (INTEROP_IN_RANGE(size_t, _given, INTEROP_AT(encode, 1)) < 0)
                goto cleanup;
            _s_out_size = (size_t)_given;
        }
    }
    if ((_n_to = interop_extent((interop_wide)(_s_out_size), 0, INTEROP_AT(encode, 2))) < 0)
        goto cleanup;
    if (interop_array_make(&_b_to, &interop_type_t_uint8_t, _n_to, INTEROP_MEASURED, INTEROP_MAKE_BYTES, INTEROP_AT(encode, 2)) < 0)
        goto cleanup;
    _a_to = (uint8_t *)_b_to.data;
    if (INTEROP_BIND(interop_p_lzma_encode, "lzma_encode") < 0)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = interop_p_lzma_encode(_a_from, _a_in_size, _a_to, _a_out_size);
    Py_END_ALLOW_THREADS

    /* check */
    if (INTEROP_UNLIKELY(!(_result == LZMA_OK))) {
        interop_call_failed(NULL, &interop_s_encode, "result == LZMA_OK",
                            NULL, interop_from_enum_t_lzma_ret(_result), NULL, -1);
        goto cleanup;
    }

    /* unmarshal */
    if ((_n_to = interop_valid((interop_wide)(_s_out_size), 0, _b_to.count, INTEROP_AT(encode, 2))) < 0)
        goto cleanup;
    _o_to = interop_array_result(&_b_to, &interop_type_t_uint8_t, _n_to, INTEROP_AT(encode, 2));
    if (_o_to == NULL)
        goto cleanup;
    _returned = _o_to;
    _o_to = NULL;
    if (interop_array_commit(&_b_to, &interop_type_t_uint8_t, _n_to, INTEROP_AT(encode, 2)) < 0) {
        Py_XDECREF(_returned);
        _returned = NULL;
        goto cleanup;
    }

    /* cleanup */
cleanup:
    interop_array_release(&_b_to);
    interop_array_release(&_b_from);
    Py_XDECREF(_o_to);
    return _returned;
}


/* tests/golden/lazy/in.cdef:13
 * [owned(free), string] char *lzma_text(void); */
static const char *const interop_n_text[] = {NULL};
static PyObject *interop_k_text[1];
static interop_signature interop_s_text = {"text", interop_n_text, interop_k_text, "", 0, 0};
static const char interop_d_text[] =
    "text()\n"
    "--\n"
    "\n"
    "text() -> str\n"
    "\n"
    "C: char *lzma_text(void);";
static PyObject *
interop_f_text(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    char *_result = NULL;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 0 || _kwnames != NULL) && interop_sort(&interop_s_text, _args, _nargs, _args + _nargs, _kwnames, NULL) < 0)
        goto cleanup;
    if (INTEROP_BIND(interop_p_lzma_text, "lzma_text") < 0)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = interop_p_lzma_text();
    Py_END_ALLOW_THREADS

    /* unmarshal */
    if (_result == NULL) {
        interop_unexpected_null(INTEROP_AT(text, -1));
        goto cleanup;
    } else {
        _value = interop_text_read(_result, -1, &interop_c_0, INTEROP_AT(text, -1));
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

static PyObject *
interop_setup(PyObject *self, PyObject *args)
{
    static interop_enum *const enums[] = {&interop_e_0_ret, NULL};
    static interop_exception *const exceptions[] = {NULL};

    (void)self;
    return interop_setup_with(args, enums, exceptions);
}

static PyMethodDef interop_methods[] = {
    {"_interop_setup", interop_setup, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};
static const interop_function_def interop_functions[] = {
    {"version_string", interop_f_version_string, interop_d_version_string},
    {"encode", interop_f_encode, interop_d_encode},
    {"text", interop_f_text, interop_d_text},
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
    return interop_execute_with(module, results, "1f1eb34ed63a3788");
}

static PyModuleDef_Slot interop_slots[] = {
    {Py_mod_exec, (void *)interop_execute},
    {0, NULL},
};
static struct PyModuleDef interop_module = {
    PyModuleDef_HEAD_INIT, "lazy", NULL, 0, interop_methods, interop_slots, NULL, NULL, NULL,
};

PyMODINIT_FUNC
PyInit_lazy(void)
{
    return PyModuleDef_Init(&interop_module);
}

