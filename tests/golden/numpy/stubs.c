/* The stubs of module numpy. Made from tests/golden/numpy/in.cdef by interop; do not edit. */
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

INTEROP_CHAR(char, char)
INTEROP_SIGNED(int, int)
INTEROP_FLOAT(float, float)
INTEROP_UNSIGNED(t_size_t, size_t)
INTEROP_FLOAT(double, double)
INTEROP_UNSIGNED(t_uint8_t, uint8_t)
INTEROP_SIGNED(t_int64_t, int64_t)
static const interop_codec interop_c_0 = {"latin-1", "strict", sizeof(char), 0};


/* tests/golden/numpy/in.cdef:5
 * int length(const char *text); */
static const char *const interop_n_length[] = {"text"};
static PyObject *interop_k_length[1];
static interop_signature interop_s_length = {"length", interop_n_length, interop_k_length, "1", 1, 1};
static const char interop_d_length[] =
    "length(text)\n"
    "--\n"
    "\n"
    "length(text: str) -> int\n"
    "\n"
    "C: int length(const char *text);";
static PyObject *
interop_f_length(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
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
        _in = interop_all_arguments(&interop_s_length, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_text_in(_in[0], &interop_c_0, 0, &_t_text, INTEROP_AT(length, 0)) < 0)
        goto cleanup;
    _a_text = (const char *)_t_text.data;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = length(_a_text);
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


/* tests/golden/numpy/in.cdef:6
 * void fill([out, size_is(n)] float *values, size_t n); */
static const char *const interop_n_fill[] = {"n", "values"};
static PyObject *interop_k_fill[2];
static interop_signature interop_s_fill = {"fill", interop_n_fill, interop_k_fill, "00", 2, 0};
static const char interop_d_fill[] =
    "fill(*, n=None, values=None)\n"
    "--\n"
    "\n"
    "fill(*, n: int | None = None, values: writable buffer | None = None) -> ndarray\n"
    "\n"
    "values is filled when given, and the number of valid elements returned; left out, a new object is made and returned.\n"
    "\n"
    "C: void fill(float *values, size_t n);";
static PyObject *
interop_f_fill(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = _sorted;
    interop_array _b_values;
    Py_ssize_t _n_values = 0;
    float *_a_values = NULL;
    size_t _a_n = 0;
    PyObject *_o_values = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_array_init(&_b_values);
    if (interop_some_arguments(&interop_s_fill, _args, _nargs, _kwnames, _sorted, 0, 0, 2) < 0)
        goto cleanup;

    /* marshal, pin */
    if (interop_array_take(_in[1], &interop_type_float, 0, &_b_values, INTEROP_AT(fill, 1)) < 0)
        goto cleanup;
    if (!INTEROP_LEFT_OUT(_in[0])) {
        if (interop_to_t_size_t(_in[0], &_a_n, INTEROP_AT(fill, 0)) < 0)
            goto cleanup;
    }
    else if (_b_values.given) {
        if (INTEROP_LENGTH(size_t, _a_n, _b_values.count, INTEROP_AT(fill, 1)) < 0)
            goto cleanup;
    }
    else {
        interop_fail(interop_errors.type, INTEROP_AT(fill, 0), "give a size, or a buffer as 'values'");
        goto cleanup;
    }
    if ((_n_values = interop_extent((interop_wide)(_a_n), 0, INTEROP_AT(fill, 1))) < 0)
        goto cleanup;
    if (interop_array_make(&_b_values, &interop_type_float, _n_values, 0, INTEROP_MAKE_NUMPY, INTEROP_AT(fill, 1)) < 0)
        goto cleanup;
    _a_values = (float *)_b_values.data;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    fill(_a_values, _a_n);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    _o_values = interop_array_result(&_b_values, &interop_type_float, _n_values, INTEROP_AT(fill, 1));
    if (_o_values == NULL)
        goto cleanup;
    _returned = _o_values;
    _o_values = NULL;
    if (interop_array_commit(&_b_values, &interop_type_float, _n_values, INTEROP_AT(fill, 1)) < 0) {
        Py_XDECREF(_returned);
        _returned = NULL;
        goto cleanup;
    }

    /* cleanup */
cleanup:
    interop_array_release(&_b_values);
    Py_XDECREF(_o_values);
    return _returned;
}


/* tests/golden/numpy/in.cdef:7
 * void both([in, out, size_is(n)] double *values, [out, size_is(n)] uint8_t *bytes, size_t n); */
static const char *const interop_n_both[] = {"values", "bytes", "n"};
static PyObject *interop_k_both[2];
static interop_signature interop_s_both = {"both", interop_n_both, interop_k_both, "10", 2, 1};
static const char interop_d_both[] =
    "both(values, *, bytes=None)\n"
    "--\n"
    "\n"
    "both(values: list or writable buffer of double, *, bytes: writable buffer | None = None) -> bytes\n"
    "\n"
    "values is updated in place.\n"
    "bytes is filled when given, and the number of valid elements returned; left out, a new object is made and returned.\n"
    "\n"
    "C: void both(double *values, uint8_t *bytes, size_t n);";
static PyObject *
interop_f_both(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = _sorted;
    interop_array _b_values;
    Py_ssize_t _n_values = 0;
    double *_a_values = NULL;
    interop_array _b_bytes;
    Py_ssize_t _n_bytes = 0;
    uint8_t *_a_bytes = NULL;
    size_t _a_n = 0;
    PyObject *_o_bytes = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_array_init(&_b_values);
    interop_array_init(&_b_bytes);
    if (interop_some_arguments(&interop_s_both, _args, _nargs, _kwnames, _sorted, 1, 1, 2) < 0)
        goto cleanup;

    /* marshal, pin */
    if (interop_array_inout(_in[0], &interop_type_double, 0, &_b_values, INTEROP_AT(both, 0)) < 0)
        goto cleanup;
    _a_values = (double *)_b_values.data;
    _n_values = _b_values.count;
    if (interop_array_take(_in[1], &interop_type_t_uint8_t, 0, &_b_bytes, INTEROP_AT(both, 1)) < 0)
        goto cleanup;
    if (INTEROP_LENGTH(size_t, _a_n, _b_values.count, INTEROP_AT(both, 0)) < 0)
        goto cleanup;
    if ((_n_bytes = interop_extent((interop_wide)(_a_n), 0, INTEROP_AT(both, 1))) < 0)
        goto cleanup;
    if (interop_array_make(&_b_bytes, &interop_type_t_uint8_t, _n_bytes, 0, INTEROP_MAKE_BYTES, INTEROP_AT(both, 1)) < 0)
        goto cleanup;
    _a_bytes = (uint8_t *)_b_bytes.data;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    both(_a_values, _a_bytes, _a_n);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    if (interop_array_prepare(&_b_values, &interop_type_double, _n_values, INTEROP_AT(both, 0)) < 0)
        goto cleanup;
    _o_bytes = interop_array_result(&_b_bytes, &interop_type_t_uint8_t, _n_bytes, INTEROP_AT(both, 1));
    if (_o_bytes == NULL)
        goto cleanup;
    _returned = _o_bytes;
    _o_bytes = NULL;
    if (interop_array_commit(&_b_values, &interop_type_double, _n_values, INTEROP_AT(both, 0)) < 0) {
        Py_XDECREF(_returned);
        _returned = NULL;
        goto cleanup;
    }
    if (interop_array_commit(&_b_bytes, &interop_type_t_uint8_t, _n_bytes, INTEROP_AT(both, 1)) < 0) {
        Py_XDECREF(_returned);
        _returned = NULL;
        goto cleanup;
    }

    /* cleanup */
cleanup:
    interop_array_release(&_b_bytes);
    interop_array_release(&_b_values);
    Py_XDECREF(_o_bytes);
    return _returned;
}


/* tests/golden/numpy/in.cdef:8
 * [size_is(3)] const int64_t *table(void); */
static const char *const interop_n_table[] = {NULL};
static PyObject *interop_k_table[1];
static interop_signature interop_s_table = {"table", interop_n_table, interop_k_table, "", 0, 0};
static const char interop_d_table[] =
    "table()\n"
    "--\n"
    "\n"
    "table() -> ndarray\n"
    "\n"
    "C: const int64_t *table(void);";
static PyObject *
interop_f_table(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    const int64_t *_result = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 0 || _kwnames != NULL) && interop_sort(&interop_s_table, _args, _nargs, _args + _nargs, _kwnames, NULL) < 0)
        return NULL;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = table();
    Py_END_ALLOW_THREADS

    /* unmarshal */
    PyObject *_value;
    if (_result == NULL) {
        interop_unexpected_null(INTEROP_AT(table, -1));
        return NULL;
    } else {
        Py_ssize_t _count;
        if ((_count = interop_count((interop_wide)(3), 0, INTEROP_AT(table, -1), "size_is")) < 0)
            return NULL;
        _value = interop_array_read(_result, _count, &interop_type_t_int64_t, INTEROP_MAKE_NUMPY, INTEROP_AT(table, -1));
        if (_value == NULL)
            return NULL;
    }
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
    {"length", interop_f_length, interop_d_length},
    {"fill", interop_f_fill, interop_d_fill},
    {"both", interop_f_both, interop_d_both},
    {"table", interop_f_table, interop_d_table},
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
    return interop_execute_with(module, results, "b9973e9e165f23c5");
}

static PyModuleDef_Slot interop_slots[] = {
    {Py_mod_exec, (void *)interop_execute},
    {0, NULL},
};
static struct PyModuleDef interop_module = {
    PyModuleDef_HEAD_INIT, "numpy", NULL, 0, interop_methods, interop_slots, NULL, NULL, NULL,
};

PyMODINIT_FUNC
PyInit_numpy(void)
{
    return PyModuleDef_Init(&interop_module);
}

#pragma GCC diagnostic ignored "-Wtype-limits"
#pragma GCC diagnostic ignored "-Wsign-compare"
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
#line 5 "tests/golden/numpy/in.cdef"
_Static_assert(_Generic(&length, int (*)(const char *): 1, default: 0), "the header declares 'length' with another type");
#line 6 "tests/golden/numpy/in.cdef"
_Static_assert(_Generic(&fill, void (*)(float *, size_t): 1, default: 0), "the header declares 'fill' with another type");
#line 7 "tests/golden/numpy/in.cdef"
_Static_assert(_Generic(&both, void (*)(double *, uint8_t *, size_t): 1, default: 0), "the header declares 'both' with another type");
#line 8 "tests/golden/numpy/in.cdef"
_Static_assert(_Generic(&table, const int64_t *(*)(void): 1, default: 0), "the header declares 'table' with another type");
