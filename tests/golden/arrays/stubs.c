/* The stubs of module arrays. Made from tests/golden/arrays/in.cdef by interop; do not edit. */
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

static interop_enum interop_e_0_suit = {"suit", NULL, NULL, 0};
INTEROP_FLOAT(double, double)
INTEROP_UNSIGNED(t_size_t, size_t)
INTEROP_UNSIGNED(t_uint8_t, uint8_t)
INTEROP_SIGNED(int, int)
INTEROP_BYTE(void, void)
INTEROP_UNSIGNED(unsigned__int, unsigned int)
INTEROP_SIGNED(t_int32_t, int32_t)
INTEROP_SIGNED(long, long)
INTEROP_BOOLEAN(_Bool, _Bool)
INTEROP_ENUM(enum_t_suit, enum suit, interop_e_0_suit)
INTEROP_WIDE(t_wchar_t, wchar_t)


/* tests/golden/arrays/in.cdef:7
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
    double _result;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_array_init(&_b_values);
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

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = sum(_a_values, _a_n);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    _value = interop_from_double(_result);
    if (_value == NULL)
        goto cleanup;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_array_release(&_b_values);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/arrays/in.cdef:8
 * double sum_unpromised([in, size_is(n)] double *values, size_t n); */
static const char *const interop_n_sum_unpromised[] = {"values", "n"};
static PyObject *interop_k_sum_unpromised[1];
static interop_signature interop_s_sum_unpromised = {"sum_unpromised", interop_n_sum_unpromised, interop_k_sum_unpromised, "1", 1, 1};
static const char interop_d_sum_unpromised[] =
    "sum_unpromised(values)\n"
    "--\n"
    "\n"
    "sum_unpromised(values: sequence or buffer of double) -> float\n"
    "\n"
    "C: double sum_unpromised(double *values, size_t n);";
static PyObject *
interop_f_sum_unpromised(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    interop_array _b_values;
    double *_a_values = NULL;
    size_t _a_n = 0;
    double _result;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_array_init(&_b_values);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_sum_unpromised, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_array_in(_in[0], &interop_type_double, INTEROP_COPY, &_b_values, INTEROP_AT(sum_unpromised, 0)) < 0)
        goto cleanup;
    _a_values = (double *)_b_values.data;
    if (INTEROP_LENGTH(size_t, _a_n, _b_values.count, INTEROP_AT(sum_unpromised, 0)) < 0)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = sum_unpromised(_a_values, _a_n);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    _value = interop_from_double(_result);
    if (_value == NULL)
        goto cleanup;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_array_release(&_b_values);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/arrays/in.cdef:9
 * double sum_pinned([in, size_is(n), pin] double *values, size_t n); */
static const char *const interop_n_sum_pinned[] = {"values", "n"};
static PyObject *interop_k_sum_pinned[1];
static interop_signature interop_s_sum_pinned = {"sum_pinned", interop_n_sum_pinned, interop_k_sum_pinned, "1", 1, 1};
static const char interop_d_sum_pinned[] =
    "sum_pinned(values)\n"
    "--\n"
    "\n"
    "sum_pinned(values: sequence or buffer of double) -> float\n"
    "\n"
    "C: double sum_pinned(double *values, size_t n);";
static PyObject *
interop_f_sum_pinned(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    interop_array _b_values;
    double *_a_values = NULL;
    size_t _a_n = 0;
    double _result;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_array_init(&_b_values);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_sum_pinned, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_array_in(_in[0], &interop_type_double, INTEROP_PIN, &_b_values, INTEROP_AT(sum_pinned, 0)) < 0)
        goto cleanup;
    _a_values = (double *)_b_values.data;
    if (INTEROP_LENGTH(size_t, _a_n, _b_values.count, INTEROP_AT(sum_pinned, 0)) < 0)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = sum_pinned(_a_values, _a_n);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    _value = interop_from_double(_result);
    if (_value == NULL)
        goto cleanup;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_array_release(&_b_values);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/arrays/in.cdef:10
 * double sum_copied([in, size_is(n), copy] const double *values, size_t n); */
static const char *const interop_n_sum_copied[] = {"values", "n"};
static PyObject *interop_k_sum_copied[1];
static interop_signature interop_s_sum_copied = {"sum_copied", interop_n_sum_copied, interop_k_sum_copied, "1", 1, 1};
static const char interop_d_sum_copied[] =
    "sum_copied(values)\n"
    "--\n"
    "\n"
    "sum_copied(values: sequence or buffer of double) -> float\n"
    "\n"
    "C: double sum_copied(const double *values, size_t n);";
static PyObject *
interop_f_sum_copied(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    interop_array _b_values;
    const double *_a_values = NULL;
    size_t _a_n = 0;
    double _result;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_array_init(&_b_values);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_sum_copied, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_array_in(_in[0], &interop_type_double, INTEROP_COPY, &_b_values, INTEROP_AT(sum_copied, 0)) < 0)
        goto cleanup;
    _a_values = (const double *)_b_values.data;
    if (INTEROP_LENGTH(size_t, _a_n, _b_values.count, INTEROP_AT(sum_copied, 0)) < 0)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = sum_copied(_a_values, _a_n);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    _value = interop_from_double(_result);
    if (_value == NULL)
        goto cleanup;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_array_release(&_b_values);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/arrays/in.cdef:11
 * double dot([in, size_is(n)] const double *a, [in, size_is(n)] const double *b, size_t n); */
static const char *const interop_n_dot[] = {"a", "b", "n"};
static PyObject *interop_k_dot[2];
static interop_signature interop_s_dot = {"dot", interop_n_dot, interop_k_dot, "11", 2, 2};
static const char interop_d_dot[] =
    "dot(a, b)\n"
    "--\n"
    "\n"
    "dot(a: sequence or buffer of double, b: sequence or buffer of double) -> float\n"
    "\n"
    "C: double dot(const double *a, const double *b, size_t n);";
static PyObject *
interop_f_dot(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = _args;
    interop_array _b_a;
    const double *_a_a = NULL;
    interop_array _b_b;
    const double *_a_b = NULL;
    size_t _a_n = 0;
    double _result;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_array_init(&_b_a);
    interop_array_init(&_b_b);
    if (INTEROP_UNLIKELY(_nargs != 2 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_dot, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_array_in(_in[0], &interop_type_double, 0, &_b_a, INTEROP_AT(dot, 0)) < 0)
        goto cleanup;
    _a_a = (const double *)_b_a.data;
    if (interop_array_in(_in[1], &interop_type_double, 0, &_b_b, INTEROP_AT(dot, 1)) < 0)
        goto cleanup;
    _a_b = (const double *)_b_b.data;
    {
        Py_ssize_t _length = -1;
        if (_b_a.data != NULL) {
            _length = _b_a.count;
        }
        if (_b_b.data != NULL) {
            if (_length >= 0 && _length != _b_b.count) {
                interop_fail(interop_errors.value, INTEROP_AT(dot, 1), "%zd elements, but 'n' counts %zd in another argument", _b_b.count, _length);
                goto cleanup;
            }
            _length = _b_b.count;
        }
        _length = _length < 0 ? 0 : _length;
        if (INTEROP_LENGTH(size_t, _a_n, _length, INTEROP_AT(dot, 0)) < 0)
            goto cleanup;
    }

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = dot(_a_a, _a_b, _a_n);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    _value = interop_from_double(_result);
    if (_value == NULL)
        goto cleanup;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_array_release(&_b_b);
    interop_array_release(&_b_a);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/arrays/in.cdef:12
 * int area([in, size_is(width * height)] const uint8_t *pixels, int width, int height); */
static const char *const interop_n_area[] = {"pixels", "width", "height"};
static PyObject *interop_k_area[3];
static interop_signature interop_s_area = {"area", interop_n_area, interop_k_area, "111", 3, 3};
static const char interop_d_area[] =
    "area(pixels, width, height)\n"
    "--\n"
    "\n"
    "area(pixels: sequence or buffer of uint8_t, width: int, height: int) -> int\n"
    "\n"
    "C: int area(const uint8_t *pixels, int width, int height);";
static PyObject *
interop_f_area(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[3];
    PyObject *const *_in = _args;
    interop_array _b_pixels;
    Py_ssize_t _n_pixels = 0;
    const uint8_t *_a_pixels = NULL;
    int _a_width = 0;
    int _a_height = 0;
    int _result;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_array_init(&_b_pixels);
    if (INTEROP_UNLIKELY(_nargs != 3 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_area, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_array_in(_in[0], &interop_type_t_uint8_t, 0, &_b_pixels, INTEROP_AT(area, 0)) < 0)
        goto cleanup;
    _a_pixels = (const uint8_t *)_b_pixels.data;
    if (interop_to_int(_in[1], &_a_width, INTEROP_AT(area, 1)) < 0)
        goto cleanup;
    if (interop_to_int(_in[2], &_a_height, INTEROP_AT(area, 2)) < 0)
        goto cleanup;
    if (_b_pixels.data != NULL) {
        if ((_n_pixels = interop_extent(interop_times((interop_wide)(_a_width), (interop_wide)(_a_height)), 0, INTEROP_AT(area, 0))) < 0)
            goto cleanup;
        if (_b_pixels.count < _n_pixels) {
            interop_fail(interop_errors.value, INTEROP_AT(area, 0), "C uses %zd elements, but there are %zd", _n_pixels, _b_pixels.count);
            goto cleanup;
        }
    }

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = area(_a_pixels, _a_width, _a_height);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    _value = interop_from_int(_result);
    if (_value == NULL)
        goto cleanup;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_array_release(&_b_pixels);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/arrays/in.cdef:13
 * int ended([in, null_terminated] const int *values); */
static const char *const interop_n_ended[] = {"values"};
static PyObject *interop_k_ended[1];
static interop_signature interop_s_ended = {"ended", interop_n_ended, interop_k_ended, "1", 1, 1};
static const char interop_d_ended[] =
    "ended(values)\n"
    "--\n"
    "\n"
    "ended(values: sequence or buffer of int) -> int\n"
    "\n"
    "C: int ended(const int *values);";
static PyObject *
interop_f_ended(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    interop_array _b_values;
    const int *_a_values = NULL;
    int _result;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_array_init(&_b_values);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_ended, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_array_in(_in[0], &interop_type_int, INTEROP_COPY | INTEROP_TERMINATED, &_b_values, INTEROP_AT(ended, 0)) < 0)
        goto cleanup;
    _a_values = (const int *)_b_values.data;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = ended(_a_values);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    _value = interop_from_int(_result);
    if (_value == NULL)
        goto cleanup;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_array_release(&_b_values);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/arrays/in.cdef:14
 * int unknown([in, size_is(*)] const int *values); */
static const char *const interop_n_unknown[] = {"values"};
static PyObject *interop_k_unknown[1];
static interop_signature interop_s_unknown = {"unknown", interop_n_unknown, interop_k_unknown, "1", 1, 1};
static const char interop_d_unknown[] =
    "unknown(values)\n"
    "--\n"
    "\n"
    "unknown(values: sequence or buffer of int) -> int\n"
    "\n"
    "C: int unknown(const int *values);";
static PyObject *
interop_f_unknown(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    interop_array _b_values;
    const int *_a_values = NULL;
    int _result;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_array_init(&_b_values);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_unknown, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_array_in(_in[0], &interop_type_int, 0, &_b_values, INTEROP_AT(unknown, 0)) < 0)
        goto cleanup;
    _a_values = (const int *)_b_values.data;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = unknown(_a_values);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    _value = interop_from_int(_result);
    if (_value == NULL)
        goto cleanup;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_array_release(&_b_values);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/arrays/in.cdef:15
 * int maybe([in, unique, size_is(n)] const int *values, int n); */
static const char *const interop_n_maybe[] = {"values", "n"};
static PyObject *interop_k_maybe[1];
static interop_signature interop_s_maybe = {"maybe", interop_n_maybe, interop_k_maybe, "1", 1, 1};
static const char interop_d_maybe[] =
    "maybe(values)\n"
    "--\n"
    "\n"
    "maybe(values: sequence or buffer of int | None) -> int\n"
    "\n"
    "C: int maybe(const int *values, int n);";
static PyObject *
interop_f_maybe(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    interop_array _b_values;
    const int *_a_values = NULL;
    int _a_n = 0;
    int _result;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_array_init(&_b_values);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_maybe, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_array_in(_in[0], &interop_type_int, INTEROP_NULLABLE, &_b_values, INTEROP_AT(maybe, 0)) < 0)
        goto cleanup;
    _a_values = (const int *)_b_values.data;
    if (INTEROP_LENGTH(int, _a_n, _b_values.count, INTEROP_AT(maybe, 0)) < 0)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = maybe(_a_values, _a_n);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    _value = interop_from_int(_result);
    if (_value == NULL)
        goto cleanup;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_array_release(&_b_values);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/arrays/in.cdef:16
 * int three([in] const double vector[3]); */
static const char *const interop_n_three[] = {"vector"};
static PyObject *interop_k_three[1];
static interop_signature interop_s_three = {"three", interop_n_three, interop_k_three, "1", 1, 1};
static const char interop_d_three[] =
    "three(vector)\n"
    "--\n"
    "\n"
    "three(vector: sequence or buffer of double) -> int\n"
    "\n"
    "C: int three(const double *vector);";
static PyObject *
interop_f_three(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    interop_array _b_vector;
    Py_ssize_t _n_vector = 0;
    const double *_a_vector = NULL;
    int _result;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_array_init(&_b_vector);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_three, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_array_in(_in[0], &interop_type_double, 0, &_b_vector, INTEROP_AT(three, 0)) < 0)
        goto cleanup;
    _a_vector = (const double *)_b_vector.data;
    if (_b_vector.data != NULL) {
        if ((_n_vector = interop_extent((interop_wide)(3), 0, INTEROP_AT(three, 0))) < 0)
            goto cleanup;
        if (_b_vector.count < _n_vector) {
            interop_fail(interop_errors.value, INTEROP_AT(three, 0), "C uses %zd elements, but there are %zd", _n_vector, _b_vector.count);
            goto cleanup;
        }
    }

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = three(_a_vector);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    _value = interop_from_int(_result);
    if (_value == NULL)
        goto cleanup;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_array_release(&_b_vector);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/arrays/in.cdef:17
 * unsigned bytes([in, byte_size_is(n)] const void *data, size_t n); */
static const char *const interop_n_bytes[] = {"data", "n"};
static PyObject *interop_k_bytes[1];
static interop_signature interop_s_bytes = {"bytes", interop_n_bytes, interop_k_bytes, "1", 1, 1};
static const char interop_d_bytes[] =
    "bytes(data)\n"
    "--\n"
    "\n"
    "bytes(data: bytes-like) -> int\n"
    "\n"
    "C: unsigned int bytes(const void *data, size_t n);";
static PyObject *
interop_f_bytes(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    interop_array _b_data;
    const void *_a_data = NULL;
    size_t _a_n = 0;
    unsigned int _result;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_array_init(&_b_data);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_bytes, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_array_in(_in[0], &interop_type_void, 0, &_b_data, INTEROP_AT(bytes, 0)) < 0)
        goto cleanup;
    _a_data = (const void *)_b_data.data;
    if (INTEROP_LENGTH(size_t, _a_n, _b_data.count, INTEROP_AT(bytes, 0)) < 0)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = bytes(_a_data, _a_n);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    _value = interop_from_unsigned__int(_result);
    if (_value == NULL)
        goto cleanup;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_array_release(&_b_data);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/arrays/in.cdef:19
 * void scale([in, out, size_is(n)] double *values, size_t n, double by); */
static const char *const interop_n_scale[] = {"values", "by", "n"};
static PyObject *interop_k_scale[2];
static interop_signature interop_s_scale = {"scale", interop_n_scale, interop_k_scale, "11", 2, 2};
static const char interop_d_scale[] =
    "scale(values, by)\n"
    "--\n"
    "\n"
    "scale(values: list or writable buffer of double, by: float) -> None\n"
    "\n"
    "values is updated in place.\n"
    "\n"
    "C: void scale(double *values, size_t n, double by);";
static PyObject *
interop_f_scale(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = _args;
    interop_array _b_values;
    Py_ssize_t _n_values = 0;
    double *_a_values = NULL;
    size_t _a_n = 0;
    double _a_by = 0;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_array_init(&_b_values);
    if (INTEROP_UNLIKELY(_nargs != 2 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_scale, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_array_inout(_in[0], &interop_type_double, 0, &_b_values, INTEROP_AT(scale, 0)) < 0)
        goto cleanup;
    _a_values = (double *)_b_values.data;
    _n_values = _b_values.count;
    if (INTEROP_LENGTH(size_t, _a_n, _b_values.count, INTEROP_AT(scale, 0)) < 0)
        goto cleanup;
    if (interop_to_double(_in[1], &_a_by, INTEROP_AT(scale, 1)) < 0)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    scale(_a_values, _a_n, _a_by);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    if (interop_array_prepare(&_b_values, &interop_type_double, _n_values, INTEROP_AT(scale, 0)) < 0)
        goto cleanup;
    Py_INCREF(Py_None);
    _returned = Py_None;
    if (interop_array_commit(&_b_values, &interop_type_double, _n_values, INTEROP_AT(scale, 0)) < 0) {
        Py_XDECREF(_returned);
        _returned = NULL;
        goto cleanup;
    }

    /* cleanup */
cleanup:
    interop_array_release(&_b_values);
    return _returned;
}


/* tests/golden/arrays/in.cdef:20
 * void scale_always([in, out, size_is(n), copy, always] double *values, size_t n); */
static const char *const interop_n_scale_always[] = {"values", "n"};
static PyObject *interop_k_scale_always[1];
static interop_signature interop_s_scale_always = {"scale_always", interop_n_scale_always, interop_k_scale_always, "1", 1, 1};
static const char interop_d_scale_always[] =
    "scale_always(values)\n"
    "--\n"
    "\n"
    "scale_always(values: list or writable buffer of double) -> None\n"
    "\n"
    "values is updated in place.\n"
    "\n"
    "C: void scale_always(double *values, size_t n);";
static PyObject *
interop_f_scale_always(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    interop_array _b_values;
    Py_ssize_t _n_values = 0;
    double *_a_values = NULL;
    size_t _a_n = 0;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_array_init(&_b_values);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_scale_always, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_array_inout(_in[0], &interop_type_double, INTEROP_COPY, &_b_values, INTEROP_AT(scale_always, 0)) < 0)
        goto cleanup;
    _a_values = (double *)_b_values.data;
    _n_values = _b_values.count;
    if (INTEROP_LENGTH(size_t, _a_n, _b_values.count, INTEROP_AT(scale_always, 0)) < 0)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    scale_always(_a_values, _a_n);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    if (interop_array_prepare(&_b_values, &interop_type_double, _n_values, INTEROP_AT(scale_always, 0)) < 0)
        goto cleanup;
    Py_INCREF(Py_None);
    _returned = Py_None;
    if (interop_array_commit(&_b_values, &interop_type_double, _n_values, INTEROP_AT(scale_always, 0)) < 0) {
        Py_XDECREF(_returned);
        _returned = NULL;
        goto cleanup;
    }

    /* cleanup */
cleanup:
    interop_array_release(&_b_values);
    return _returned;
}


/* tests/golden/arrays/in.cdef:21
 * void fill([out, size_is(n)] int32_t *values, size_t n); */
static const char *const interop_n_fill[] = {"n", "values"};
static PyObject *interop_k_fill[2];
static interop_signature interop_s_fill = {"fill", interop_n_fill, interop_k_fill, "00", 2, 0};
static const char interop_d_fill[] =
    "fill(*, n=None, values=None)\n"
    "--\n"
    "\n"
    "fill(*, n: int | None = None, values: writable buffer | None = None) -> array\n"
    "\n"
    "values is filled when given, and the number of valid elements returned; left out, a new object is made and returned.\n"
    "\n"
    "C: void fill(int32_t *values, size_t n);";
static PyObject *
interop_f_fill(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = _sorted;
    interop_array _b_values;
    Py_ssize_t _n_values = 0;
    int32_t *_a_values = NULL;
    size_t _a_n = 0;
    PyObject *_o_values = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_array_init(&_b_values);
    if (interop_some_arguments(&interop_s_fill, _args, _nargs, _kwnames, _sorted, 0, 0, 2) < 0)
        goto cleanup;

    /* marshal, pin */
    if (interop_array_take(_in[1], &interop_type_t_int32_t, 0, &_b_values, INTEROP_AT(fill, 1)) < 0)
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
    if (interop_array_make(&_b_values, &interop_type_t_int32_t, _n_values, 0, INTEROP_MAKE_ARRAY, INTEROP_AT(fill, 1)) < 0)
        goto cleanup;
    _a_values = (int32_t *)_b_values.data;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    fill(_a_values, _a_n);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    _o_values = interop_array_result(&_b_values, &interop_type_t_int32_t, _n_values, INTEROP_AT(fill, 1));
    if (_o_values == NULL)
        goto cleanup;
    _returned = _o_values;
    _o_values = NULL;
    if (interop_array_commit(&_b_values, &interop_type_t_int32_t, _n_values, INTEROP_AT(fill, 1)) < 0) {
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


/* tests/golden/arrays/in.cdef:22
 * long some([out, size_is(n), length_is(result)] uint8_t *values, size_t n); */
static const char *const interop_n_some[] = {"n", "values"};
static PyObject *interop_k_some[2];
static interop_signature interop_s_some = {"some", interop_n_some, interop_k_some, "00", 2, 0};
static const char interop_d_some[] =
    "some(*, n=None, values=None)\n"
    "--\n"
    "\n"
    "some(*, n: int | None = None, values: writable buffer | None = None) -> bytes\n"
    "\n"
    "values is filled when given, and the number of valid elements returned; left out, a new object is made and returned.\n"
    "\n"
    "C: long some(uint8_t *values, size_t n);";
static PyObject *
interop_f_some(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = _sorted;
    interop_array _b_values;
    Py_ssize_t _n_values = 0;
    uint8_t *_a_values = NULL;
    size_t _a_n = 0;
    long _result;
    PyObject *_o_values = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_array_init(&_b_values);
    if (interop_some_arguments(&interop_s_some, _args, _nargs, _kwnames, _sorted, 0, 0, 2) < 0)
        goto cleanup;

    /* marshal, pin */
    if (interop_array_take(_in[1], &interop_type_t_uint8_t, 0, &_b_values, INTEROP_AT(some, 1)) < 0)
        goto cleanup;
    if (!INTEROP_LEFT_OUT(_in[0])) {
        if (interop_to_t_size_t(_in[0], &_a_n, INTEROP_AT(some, 0)) < 0)
            goto cleanup;
    }
    else if (_b_values.given) {
        if (INTEROP_LENGTH(size_t, _a_n, _b_values.count, INTEROP_AT(some, 1)) < 0)
            goto cleanup;
    }
    else {
        interop_fail(interop_errors.type, INTEROP_AT(some, 0), "give a size, or a buffer as 'values'");
        goto cleanup;
    }
    if ((_n_values = interop_extent((interop_wide)(_a_n), 0, INTEROP_AT(some, 1))) < 0)
        goto cleanup;
    if (interop_array_make(&_b_values, &interop_type_t_uint8_t, _n_values, INTEROP_MEASURED, INTEROP_MAKE_BYTES, INTEROP_AT(some, 1)) < 0)
        goto cleanup;
    _a_values = (uint8_t *)_b_values.data;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = some(_a_values, _a_n);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    if ((_n_values = interop_valid((interop_wide)(_result), 0, _b_values.count, INTEROP_AT(some, 1))) < 0)
        goto cleanup;
    _o_values = interop_array_result(&_b_values, &interop_type_t_uint8_t, _n_values, INTEROP_AT(some, 1));
    if (_o_values == NULL)
        goto cleanup;
    _returned = _o_values;
    _o_values = NULL;
    if (interop_array_commit(&_b_values, &interop_type_t_uint8_t, _n_values, INTEROP_AT(some, 1)) < 0) {
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


/* tests/golden/arrays/in.cdef:23
 * void counted([out, size_is(*n), length_is(*n)] int32_t *values, [in, out] size_t *n); */
static const char *const interop_n_counted[] = {"n", "values"};
static PyObject *interop_k_counted[2];
static interop_signature interop_s_counted = {"counted", interop_n_counted, interop_k_counted, "00", 2, 0};
static const char interop_d_counted[] =
    "counted(*, n=None, values=None)\n"
    "--\n"
    "\n"
    "counted(*, n: int | None = None, values: writable buffer | None = None) -> array\n"
    "\n"
    "values is filled when given, and the number of valid elements returned; left out, a new object is made and returned.\n"
    "\n"
    "C: void counted(int32_t *values, size_t *n);";
static PyObject *
interop_f_counted(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = _sorted;
    interop_array _b_values;
    Py_ssize_t _n_values = 0;
    int32_t *_a_values = NULL;
    size_t _s_n = 0;
    size_t *_a_n = &_s_n;
    PyObject *_o_values = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_array_init(&_b_values);
    if (interop_some_arguments(&interop_s_counted, _args, _nargs, _kwnames, _sorted, 0, 0, 2) < 0)
        goto cleanup;

    /* marshal, pin */
    if (interop_array_take(_in[1], &interop_type_t_int32_t, 0, &_b_values, INTEROP_AT(counted, 1)) < 0)
        goto cleanup;
    if (!INTEROP_LEFT_OUT(_in[0])) {
        if (interop_to_t_size_t(_in[0], &_s_n, INTEROP_AT(counted, 0)) < 0)
            goto cleanup;
    }
    else if (_b_values.given) {
        if (INTEROP_LENGTH(size_t, _s_n, _b_values.count, INTEROP_AT(counted, 1)) < 0)
            goto cleanup;
    }
    else {
        interop_fail(interop_errors.type, INTEROP_AT(counted, 0), "give a size, or a buffer as 'values'");
        goto cleanup;
    }
    if ((_n_values = interop_extent((interop_wide)(_s_n), 0, INTEROP_AT(counted, 1))) < 0)
        goto cleanup;
    if (interop_array_make(&_b_values, &interop_type_t_int32_t, _n_values, 0, INTEROP_MAKE_ARRAY, INTEROP_AT(counted, 1)) < 0)
        goto cleanup;
    _a_values = (int32_t *)_b_values.data;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    counted(_a_values, _a_n);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    if ((_n_values = interop_valid((interop_wide)(_s_n), 0, _b_values.count, INTEROP_AT(counted, 1))) < 0)
        goto cleanup;
    _o_values = interop_array_result(&_b_values, &interop_type_t_int32_t, _n_values, INTEROP_AT(counted, 1));
    if (_o_values == NULL)
        goto cleanup;
    _returned = _o_values;
    _o_values = NULL;
    if (interop_array_commit(&_b_values, &interop_type_t_int32_t, _n_values, INTEROP_AT(counted, 1)) < 0) {
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


/* tests/golden/arrays/in.cdef:24
 * void raw_bytes([out, byte_size_is(n), byte_length_is(*used)] void *data, size_t n, [out] size_t *used); */
static const char *const interop_n_raw_bytes[] = {"n", "data", "used"};
static PyObject *interop_k_raw_bytes[2];
static interop_signature interop_s_raw_bytes = {"raw_bytes", interop_n_raw_bytes, interop_k_raw_bytes, "00", 2, 0};
static const char interop_d_raw_bytes[] =
    "raw_bytes(*, n=None, data=None)\n"
    "--\n"
    "\n"
    "raw_bytes(*, n: int | None = None, data: writable buffer | None = None) -> bytes\n"
    "\n"
    "data is filled when given, and the number of valid elements returned; left out, a new object is made and returned.\n"
    "\n"
    "C: void raw_bytes(void *data, size_t n, size_t *used);";
static PyObject *
interop_f_raw_bytes(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = _sorted;
    interop_array _b_data;
    Py_ssize_t _n_data = 0;
    void *_a_data = NULL;
    size_t _a_n = 0;
    size_t _s_used = 0;
    size_t *_a_used = &_s_used;
    PyObject *_o_data = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_array_init(&_b_data);
    if (interop_some_arguments(&interop_s_raw_bytes, _args, _nargs, _kwnames, _sorted, 0, 0, 2) < 0)
        goto cleanup;

    /* marshal, pin */
    if (interop_array_take(_in[1], &interop_type_void, 0, &_b_data, INTEROP_AT(raw_bytes, 1)) < 0)
        goto cleanup;
    if (!INTEROP_LEFT_OUT(_in[0])) {
        if (interop_to_t_size_t(_in[0], &_a_n, INTEROP_AT(raw_bytes, 0)) < 0)
            goto cleanup;
    }
    else if (_b_data.given) {
        if (INTEROP_LENGTH(size_t, _a_n, _b_data.count, INTEROP_AT(raw_bytes, 1)) < 0)
            goto cleanup;
    }
    else {
        interop_fail(interop_errors.type, INTEROP_AT(raw_bytes, 0), "give a size, or a buffer as 'data'");
        goto cleanup;
    }
    if ((_n_data = interop_extent((interop_wide)(_a_n), 0, INTEROP_AT(raw_bytes, 1))) < 0)
        goto cleanup;
    if (interop_array_make(&_b_data, &interop_type_void, _n_data, INTEROP_MEASURED, INTEROP_MAKE_BYTES, INTEROP_AT(raw_bytes, 1)) < 0)
        goto cleanup;
    _a_data = (void *)_b_data.data;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    raw_bytes(_a_data, _a_n, _a_used);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    if ((_n_data = interop_valid((interop_wide)(_s_used), 0, _b_data.count, INTEROP_AT(raw_bytes, 1))) < 0)
        goto cleanup;
    _o_data = interop_array_result(&_b_data, &interop_type_void, _n_data, INTEROP_AT(raw_bytes, 1));
    if (_o_data == NULL)
        goto cleanup;
    _returned = _o_data;
    _o_data = NULL;
    if (interop_array_commit(&_b_data, &interop_type_void, _n_data, INTEROP_AT(raw_bytes, 1)) < 0) {
        Py_XDECREF(_returned);
        _returned = NULL;
        goto cleanup;
    }

    /* cleanup */
cleanup:
    interop_array_release(&_b_data);
    Py_XDECREF(_o_data);
    return _returned;
}


/* tests/golden/arrays/in.cdef:25
 * void lists([out, size_is(n)] _Bool *flags, [out, size_is(n)] enum suit *suits, [out, size_is(n)] wchar_t *text, size_t n); */
static const char *const interop_n_lists[] = {"n", "flags", "suits", "text"};
static PyObject *interop_k_lists[4];
static interop_signature interop_s_lists = {"lists", interop_n_lists, interop_k_lists, "0000", 4, 0};
static const char *const interop_q_lists[][2] = {{"flags", "list[bool]"}, {"suits", "list[suit]"}, {"text", "str"}};
INTEROP_RESULTS(interop_r_lists, "lists_result", "What lists() returns.", interop_q_lists, 3)
static const char interop_d_lists[] =
    "lists(*, n=None, flags=None, suits=None, text=None)\n"
    "--\n"
    "\n"
    "lists(*, n: int | None = None, flags: writable buffer | None = None, suits: writable buffer | None = None, text: writable buffer | None = None) -> (flags: list[bool], suits: list[suit], text: str)\n"
    "\n"
    "flags is filled when given, and the number of valid elements returned; left out, a new object is made and returned.\n"
    "suits is filled when given, and the number of valid elements returned; left out, a new object is made and returned.\n"
    "text is filled when given, and the number of valid elements returned; left out, a new object is made and returned.\n"
    "\n"
    "C: void lists(_Bool *flags, enum suit *suits, wchar_t *text, size_t n);";
static PyObject *
interop_f_lists(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[4];
    PyObject *const *_in = _sorted;
    interop_array _b_flags;
    Py_ssize_t _n_flags = 0;
    _Bool *_a_flags = NULL;
    interop_array _b_suits;
    Py_ssize_t _n_suits = 0;
    enum suit *_a_suits = NULL;
    interop_array _b_text;
    Py_ssize_t _n_text = 0;
    wchar_t *_a_text = NULL;
    size_t _a_n = 0;
    PyObject *_o_flags = NULL;
    PyObject *_o_suits = NULL;
    PyObject *_o_text = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_array_init(&_b_flags);
    interop_array_init(&_b_suits);
    interop_array_init(&_b_text);
    if (interop_some_arguments(&interop_s_lists, _args, _nargs, _kwnames, _sorted, 0, 0, 4) < 0)
        goto cleanup;

    /* marshal, pin */
    if (interop_array_take(_in[1], &interop_type__Bool, 0, &_b_flags, INTEROP_AT(lists, 1)) < 0)
        goto cleanup;
    if (interop_array_take(_in[2], &interop_type_enum_t_suit, 0, &_b_suits, INTEROP_AT(lists, 2)) < 0)
        goto cleanup;
    if (interop_array_take(_in[3], &interop_type_t_wchar_t, 0, &_b_text, INTEROP_AT(lists, 3)) < 0)
        goto cleanup;
    if (!INTEROP_LEFT_OUT(_in[0])) {
        if (interop_to_t_size_t(_in[0], &_a_n, INTEROP_AT(lists, 0)) < 0)
            goto cleanup;
    }
    else if (_b_flags.given) {
        if (INTEROP_LENGTH(size_t, _a_n, _b_flags.count, INTEROP_AT(lists, 1)) < 0)
            goto cleanup;
    }
    else if (_b_suits.given) {
        if (INTEROP_LENGTH(size_t, _a_n, _b_suits.count, INTEROP_AT(lists, 2)) < 0)
            goto cleanup;
    }
    else if (_b_text.given) {
        if (INTEROP_LENGTH(size_t, _a_n, _b_text.count, INTEROP_AT(lists, 3)) < 0)
            goto cleanup;
    }
    else {
        interop_fail(interop_errors.type, INTEROP_AT(lists, 0), "give a size, or a buffer as 'flags'");
        goto cleanup;
    }
    if ((_n_flags = interop_extent((interop_wide)(_a_n), 0, INTEROP_AT(lists, 1))) < 0)
        goto cleanup;
    if (interop_array_make(&_b_flags, &interop_type__Bool, _n_flags, 0, INTEROP_MAKE_LIST, INTEROP_AT(lists, 1)) < 0)
        goto cleanup;
    _a_flags = (_Bool *)_b_flags.data;
    if ((_n_suits = interop_extent((interop_wide)(_a_n), 0, INTEROP_AT(lists, 2))) < 0)
        goto cleanup;
    if (interop_array_make(&_b_suits, &interop_type_enum_t_suit, _n_suits, 0, INTEROP_MAKE_LIST, INTEROP_AT(lists, 2)) < 0)
        goto cleanup;
    _a_suits = (enum suit *)_b_suits.data;
    if ((_n_text = interop_extent((interop_wide)(_a_n), 0, INTEROP_AT(lists, 3))) < 0)
        goto cleanup;
    if (interop_array_make(&_b_text, &interop_type_t_wchar_t, _n_text, 0, INTEROP_MAKE_STR, INTEROP_AT(lists, 3)) < 0)
        goto cleanup;
    _a_text = (wchar_t *)_b_text.data;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    lists(_a_flags, _a_suits, _a_text, _a_n);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    _o_flags = interop_array_result(&_b_flags, &interop_type__Bool, _n_flags, INTEROP_AT(lists, 1));
    if (_o_flags == NULL)
        goto cleanup;
    _o_suits = interop_array_result(&_b_suits, &interop_type_enum_t_suit, _n_suits, INTEROP_AT(lists, 2));
    if (_o_suits == NULL)
        goto cleanup;
    _o_text = interop_array_result(&_b_text, &interop_type_t_wchar_t, _n_text, INTEROP_AT(lists, 3));
    if (_o_text == NULL)
        goto cleanup;
    {
        PyObject *_values[] = {_o_flags, _o_suits, _o_text};
        _o_flags = _o_suits = _o_text = NULL;
        _returned = interop_several(&interop_r_lists, _values, 3);
    }
    if (_returned == NULL)
        goto cleanup;
    if (interop_array_commit(&_b_flags, &interop_type__Bool, _n_flags, INTEROP_AT(lists, 1)) < 0) {
        Py_XDECREF(_returned);
        _returned = NULL;
        goto cleanup;
    }
    if (interop_array_commit(&_b_suits, &interop_type_enum_t_suit, _n_suits, INTEROP_AT(lists, 2)) < 0) {
        Py_XDECREF(_returned);
        _returned = NULL;
        goto cleanup;
    }
    if (interop_array_commit(&_b_text, &interop_type_t_wchar_t, _n_text, INTEROP_AT(lists, 3)) < 0) {
        Py_XDECREF(_returned);
        _returned = NULL;
        goto cleanup;
    }

    /* cleanup */
cleanup:
    interop_array_release(&_b_text);
    interop_array_release(&_b_suits);
    interop_array_release(&_b_flags);
    Py_XDECREF(_o_flags);
    Py_XDECREF(_o_suits);
    Py_XDECREF(_o_text);
    return _returned;
}


/* tests/golden/arrays/in.cdef:27
 * [size_is(n), owned(free)] double *range(size_t n); */
static const char *const interop_n_range[] = {"n"};
static PyObject *interop_k_range[1];
static interop_signature interop_s_range = {"range", interop_n_range, interop_k_range, "1", 1, 1};
static const char interop_d_range[] =
    "range(n)\n"
    "--\n"
    "\n"
    "range(n: int) -> array\n"
    "\n"
    "C: double *range(size_t n);";
static PyObject *
interop_f_range(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    size_t _a_n = 0;
    double *_result = NULL;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_range, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_to_t_size_t(_in[0], &_a_n, INTEROP_AT(range, 0)) < 0)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = range(_a_n);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    if (_result == NULL) {
        interop_unexpected_null(INTEROP_AT(range, -1));
        goto cleanup;
    } else {
        Py_ssize_t _count;
        if ((_count = interop_count((interop_wide)(_a_n), 0, INTEROP_AT(range, -1), "size_is")) < 0)
            goto cleanup;
        _value = interop_array_read(_result, _count, &interop_type_double, INTEROP_MAKE_ARRAY, INTEROP_AT(range, -1));
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


/* tests/golden/arrays/in.cdef:28
 * [size_is(4)] const int *table(void); */
static const char *const interop_n_table[] = {NULL};
static PyObject *interop_k_table[1];
static interop_signature interop_s_table = {"table", interop_n_table, interop_k_table, "", 0, 0};
static const char interop_d_table[] =
    "table()\n"
    "--\n"
    "\n"
    "table() -> array\n"
    "\n"
    "C: const int *table(void);";
static PyObject *
interop_f_table(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    const int *_result = NULL;

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
        if ((_count = interop_count((interop_wide)(4), 0, INTEROP_AT(table, -1), "size_is")) < 0)
            return NULL;
        _value = interop_array_read(_result, _count, &interop_type_int, INTEROP_MAKE_ARRAY, INTEROP_AT(table, -1));
        if (_value == NULL)
            return NULL;
    }
    return _value;
}


/* tests/golden/arrays/in.cdef:29
 * [null_terminated] const int *primes(void); */
static const char *const interop_n_primes[] = {NULL};
static PyObject *interop_k_primes[1];
static interop_signature interop_s_primes = {"primes", interop_n_primes, interop_k_primes, "", 0, 0};
static const char interop_d_primes[] =
    "primes()\n"
    "--\n"
    "\n"
    "primes() -> array\n"
    "\n"
    "C: const int *primes(void);";
static PyObject *
interop_f_primes(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    const int *_result = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 0 || _kwnames != NULL) && interop_sort(&interop_s_primes, _args, _nargs, _args + _nargs, _kwnames, NULL) < 0)
        return NULL;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = primes();
    Py_END_ALLOW_THREADS

    /* unmarshal */
    PyObject *_value;
    if (_result == NULL) {
        interop_unexpected_null(INTEROP_AT(primes, -1));
        return NULL;
    } else {
        Py_ssize_t _count;
        _count = interop_terminated(_result, sizeof(int));
        _value = interop_array_read(_result, _count, &interop_type_int, INTEROP_MAKE_ARRAY, INTEROP_AT(primes, -1));
        if (_value == NULL)
            return NULL;
    }
    return _value;
}


/* tests/golden/arrays/in.cdef:30
 * [index_of(values), unique] const int *find([in, size_is(n)] const int *values, int n, int value); */
static const char *const interop_n_find[] = {"values", "value", "n"};
static PyObject *interop_k_find[2];
static interop_signature interop_s_find = {"find", interop_n_find, interop_k_find, "11", 2, 2};
static const char interop_d_find[] =
    "find(values, value)\n"
    "--\n"
    "\n"
    "find(values: sequence or buffer of int, value: int) -> int | None\n"
    "\n"
    "C: const int *find(const int *values, int n, int value);";
static PyObject *
interop_f_find(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = _args;
    interop_array _b_values;
    const int *_a_values = NULL;
    int _a_n = 0;
    int _a_value = 0;
    const int *_result = NULL;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_array_init(&_b_values);
    if (INTEROP_UNLIKELY(_nargs != 2 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_find, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_array_in(_in[0], &interop_type_int, 0, &_b_values, INTEROP_AT(find, 0)) < 0)
        goto cleanup;
    _a_values = (const int *)_b_values.data;
    if (INTEROP_LENGTH(int, _a_n, _b_values.count, INTEROP_AT(find, 0)) < 0)
        goto cleanup;
    if (interop_to_int(_in[1], &_a_value, INTEROP_AT(find, 1)) < 0)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = find(_a_values, _a_n, _a_value);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    if (_result == NULL) {
        Py_INCREF(Py_None);
        _value = Py_None;
    } else {
        _value = interop_index(_result, &_b_values, sizeof(int), INTEROP_AT(find, -1));
        if (_value == NULL)
            goto cleanup;
    }
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_array_release(&_b_values);
    Py_XDECREF(_value);
    return _returned;
}

static PyObject *
interop_setup(PyObject *self, PyObject *args)
{
    static interop_enum *const enums[] = {&interop_e_0_suit, NULL};
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
    {"sum_unpromised", interop_f_sum_unpromised, interop_d_sum_unpromised},
    {"sum_pinned", interop_f_sum_pinned, interop_d_sum_pinned},
    {"sum_copied", interop_f_sum_copied, interop_d_sum_copied},
    {"dot", interop_f_dot, interop_d_dot},
    {"area", interop_f_area, interop_d_area},
    {"ended", interop_f_ended, interop_d_ended},
    {"unknown", interop_f_unknown, interop_d_unknown},
    {"maybe", interop_f_maybe, interop_d_maybe},
    {"three", interop_f_three, interop_d_three},
    {"bytes", interop_f_bytes, interop_d_bytes},
    {"scale", interop_f_scale, interop_d_scale},
    {"scale_always", interop_f_scale_always, interop_d_scale_always},
    {"fill", interop_f_fill, interop_d_fill},
    {"some", interop_f_some, interop_d_some},
    {"counted", interop_f_counted, interop_d_counted},
    {"raw_bytes", interop_f_raw_bytes, interop_d_raw_bytes},
    {"lists", interop_f_lists, interop_d_lists},
    {"range", interop_f_range, interop_d_range},
    {"table", interop_f_table, interop_d_table},
    {"primes", interop_f_primes, interop_d_primes},
    {"find", interop_f_find, interop_d_find},
    {NULL, NULL, NULL},
};

static int
interop_execute(PyObject *module)
{
    static interop_results *const results[] = {&interop_r_lists, NULL};
    if (!interop_is_home())
        return -1;
    if (interop_add_functions(module, interop_functions) < 0)
        return -1;
    return interop_execute_with(module, results, "a694eee112a2c2d4");
}

static PyModuleDef_Slot interop_slots[] = {
    {Py_mod_exec, (void *)interop_execute},
    {0, NULL},
};
static struct PyModuleDef interop_module = {
    PyModuleDef_HEAD_INIT, "arrays", NULL, 0, interop_methods, interop_slots, NULL, NULL, NULL,
};

PyMODINIT_FUNC
PyInit_arrays(void)
{
    return PyModuleDef_Init(&interop_module);
}

#pragma GCC diagnostic ignored "-Wtype-limits"
#pragma GCC diagnostic ignored "-Wsign-compare"
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
#line 5 "tests/golden/arrays/in.cdef"
_Static_assert((CLUBS) == 0LL && ((CLUBS) < 0) == 0, "'CLUBS' has another value in the header");
#line 5 "tests/golden/arrays/in.cdef"
_Static_assert((SPADES) == 1LL && ((SPADES) < 0) == 0, "'SPADES' has another value in the header");
#line 5 "tests/golden/arrays/in.cdef"
_Static_assert(sizeof(enum suit) == sizeof(unsigned int), "'enum suit' has another size than 'unsigned int'");
#line 7 "tests/golden/arrays/in.cdef"
_Static_assert(_Generic(&sum, double (*)(const double *, size_t): 1, default: 0), "the header declares 'sum' with another type");
#line 8 "tests/golden/arrays/in.cdef"
_Static_assert(_Generic(&sum_unpromised, double (*)(double *, size_t): 1, default: 0), "the header declares 'sum_unpromised' with another type");
#line 9 "tests/golden/arrays/in.cdef"
_Static_assert(_Generic(&sum_pinned, double (*)(double *, size_t): 1, default: 0), "the header declares 'sum_pinned' with another type");
#line 10 "tests/golden/arrays/in.cdef"
_Static_assert(_Generic(&sum_copied, double (*)(const double *, size_t): 1, default: 0), "the header declares 'sum_copied' with another type");
#line 11 "tests/golden/arrays/in.cdef"
_Static_assert(_Generic(&dot, double (*)(const double *, const double *, size_t): 1, default: 0), "the header declares 'dot' with another type");
#line 12 "tests/golden/arrays/in.cdef"
_Static_assert(_Generic(&area, int (*)(const uint8_t *, int, int): 1, default: 0), "the header declares 'area' with another type");
#line 13 "tests/golden/arrays/in.cdef"
_Static_assert(_Generic(&ended, int (*)(const int *): 1, default: 0), "the header declares 'ended' with another type");
#line 14 "tests/golden/arrays/in.cdef"
_Static_assert(_Generic(&unknown, int (*)(const int *): 1, default: 0), "the header declares 'unknown' with another type");
#line 15 "tests/golden/arrays/in.cdef"
_Static_assert(_Generic(&maybe, int (*)(const int *, int): 1, default: 0), "the header declares 'maybe' with another type");
#line 16 "tests/golden/arrays/in.cdef"
_Static_assert(_Generic(&three, int (*)(const double *): 1, default: 0), "the header declares 'three' with another type");
#line 17 "tests/golden/arrays/in.cdef"
_Static_assert(_Generic(&bytes, unsigned int (*)(const void *, size_t): 1, default: 0), "the header declares 'bytes' with another type");
#line 19 "tests/golden/arrays/in.cdef"
_Static_assert(_Generic(&scale, void (*)(double *, size_t, double): 1, default: 0), "the header declares 'scale' with another type");
#line 20 "tests/golden/arrays/in.cdef"
_Static_assert(_Generic(&scale_always, void (*)(double *, size_t): 1, default: 0), "the header declares 'scale_always' with another type");
#line 21 "tests/golden/arrays/in.cdef"
_Static_assert(_Generic(&fill, void (*)(int32_t *, size_t): 1, default: 0), "the header declares 'fill' with another type");
#line 22 "tests/golden/arrays/in.cdef"
_Static_assert(_Generic(&some, long (*)(uint8_t *, size_t): 1, default: 0), "the header declares 'some' with another type");
#line 23 "tests/golden/arrays/in.cdef"
_Static_assert(_Generic(&counted, void (*)(int32_t *, size_t *): 1, default: 0), "the header declares 'counted' with another type");
#line 24 "tests/golden/arrays/in.cdef"
_Static_assert(_Generic(&raw_bytes, void (*)(void *, size_t, size_t *): 1, default: 0), "the header declares 'raw_bytes' with another type");
#line 25 "tests/golden/arrays/in.cdef"
_Static_assert(_Generic(&lists, void (*)(_Bool *, enum suit *, wchar_t *, size_t): 1, default: 0), "the header declares 'lists' with another type");
#line 27 "tests/golden/arrays/in.cdef"
_Static_assert(_Generic(&range, double *(*)(size_t): 1, default: 0), "the header declares 'range' with another type");
#line 28 "tests/golden/arrays/in.cdef"
_Static_assert(_Generic(&table, const int *(*)(void): 1, default: 0), "the header declares 'table' with another type");
#line 29 "tests/golden/arrays/in.cdef"
_Static_assert(_Generic(&primes, const int *(*)(void): 1, default: 0), "the header declares 'primes' with another type");
#line 30 "tests/golden/arrays/in.cdef"
_Static_assert(_Generic(&find, const int *(*)(const int *, int, int): 1, default: 0), "the header declares 'find' with another type");
