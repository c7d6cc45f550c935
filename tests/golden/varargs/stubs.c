/* The stubs of module varargs. Made from tests/golden/varargs/in.cdef by interop; do not edit. */
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

INTEROP_CHAR(char, char)
INTEROP_UNSIGNED(t_size_t, size_t)
INTEROP_SIGNED(int, int)
INTEROP_UNSIGNED(unsigned__int, unsigned int)
static const interop_codec interop_c_0 = {NULL, "strict", sizeof(char), 0};


/* tests/golden/varargs/in.cdef:5
 * [varargs, success(result >= 0)] int snprintf([out, string, size_is(maxlen), query(result + 1)] char *s, size_t maxlen, [in, string, format(printf)] const char *format, ...); */
static const char *const interop_n_snprintf[] = {"format", "maxlen", "s"};
static PyObject *interop_k_snprintf[2];
static interop_signature interop_s_snprintf = {"snprintf", interop_n_snprintf, interop_k_snprintf, "10", 2, 1};
static const char *const interop_m_snprintf[] = {"args"};
static const interop_signature interop_v_snprintf = {"snprintf", interop_m_snprintf, NULL, "", 1, 0};
static const char interop_d_snprintf[] =
    "snprintf(format, *args, maxlen=None)\n"
    "--\n"
    "\n"
    "snprintf(format: str, *args: what the format takes, maxlen: int | None = None) -> str\n"
    "\n"
    "args are checked against format, which is one of printf's.\n"
    "\n"
    "Raises interop.CallError unless result >= 0.\n"
    "\n"
    "C: int snprintf(char *s, size_t maxlen, const char *format, ...);";
static PyObject *
interop_f_snprintf(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = _sorted;
    interop_room _r_s;
    Py_ssize_t _n_s = 0;
    char *_a_s = NULL;
    size_t _a_maxlen = 0;
    interop_text _t_format;
    const char *_a_format = NULL;
    INTEROP_VARIADIC_KNOWN;
    int (*volatile _callee)(char *, size_t, const char *, ...) = NULL;
    interop_variadic _rest;
    PyObject *const *_further = NULL;
    Py_ssize_t _count = 0;
    int _result;
    int _sized;
    PyObject *_o_s = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_room_init(&_r_s);
    interop_text_init(&_t_format);
    interop_variadic_init(&_rest);
    if (interop_arguments_and_rest(&interop_s_snprintf, _args, _nargs, _kwnames, _sorted, &_further, &_count) < 0)
        goto cleanup;

    /* marshal, pin */
    _sized = !INTEROP_LEFT_OUT(_in[1]);
    if (!INTEROP_LEFT_OUT(_in[1])) {
        if (interop_to_t_size_t(_in[1], &_a_maxlen, INTEROP_AT(snprintf, 1)) < 0)
            goto cleanup;
    }
    else {
        _a_maxlen = 0;
    }
    if (interop_text_in(_in[0], &interop_c_0, 0, &_t_format, INTEROP_AT(snprintf, 0)) < 0)
        goto cleanup;
    _a_format = (const char *)_t_format.data;
    _rest.generals = 3;
    _rest.floatings = 0;
    if (interop_variadic_printf(&_rest, (const char *)_a_format, _further, _count, &interop_c_0, INTEROP_AT(snprintf, 0), (interop_place){&interop_v_snprintf, 0, -1}) < 0)
        goto cleanup;
    _callee = snprintf;

    /* query: a first call without room tells how much is needed */
    if (!_sized) {
        _a_maxlen = 0;

        /* invoke, capture */
        Py_BEGIN_ALLOW_THREADS
        _result = _callee(_a_s, _a_maxlen, _a_format, INTEROP_VARIADIC(3, 0, _rest));
        Py_END_ALLOW_THREADS
        if (((interop_wide)(_result) + (interop_wide)(1)) < 0) {
            if (INTEROP_UNLIKELY(!(_result >= 0))) {
                interop_call_failed(NULL, &interop_s_snprintf, "result >= 0",
                                    NULL, interop_from_int(_result), NULL, -1);
                goto cleanup;
            }
        }
        Py_ssize_t _needed = interop_count(((interop_wide)(_result) + (interop_wide)(1)), 0, INTEROP_AT(snprintf, 2), "the room needed");
        if (_needed < 0)
            goto cleanup;
        if (INTEROP_LENGTH(size_t, _a_maxlen, _needed, INTEROP_AT(snprintf, 2)) < 0)
            goto cleanup;
    }
    if ((_n_s = interop_extent((interop_wide)(_a_maxlen), 0, INTEROP_AT(snprintf, 2))) < 0)
        goto cleanup;
    if (interop_room_make(&_r_s, _n_s, &interop_c_0, NULL, INTEROP_AT(snprintf, 2)) < 0)
        goto cleanup;
    _a_s = _r_s.data;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = _callee(_a_s, _a_maxlen, _a_format, INTEROP_VARIADIC(3, 0, _rest));
    Py_END_ALLOW_THREADS

    /* check */
    if (INTEROP_UNLIKELY(!(_result >= 0))) {
        interop_call_failed(NULL, &interop_s_snprintf, "result >= 0",
                            NULL, interop_from_int(_result), NULL, -1);
        goto cleanup;
    }

    /* unmarshal */
    {
        Py_ssize_t _units = interop_units(_r_s.data, sizeof(char), _r_s.room);
        _o_s = interop_text_read(_r_s.data, _units, &interop_c_0, INTEROP_AT(snprintf, 2));
        if (_o_s == NULL)
            goto cleanup;
    }
    _returned = _o_s;
    _o_s = NULL;

    /* cleanup */
cleanup:
    interop_text_release(&_t_format);
    interop_room_release(&_r_s);
    interop_variadic_release(&_rest);
    Py_XDECREF(_o_s);
    return _returned;
}


/* tests/golden/varargs/in.cdef:8
 * [varargs, hold_gil] void syslog(int pri, [format(printf)] const char *fmt, ...); */
static const char *const interop_n_syslog[] = {"pri", "fmt"};
static PyObject *interop_k_syslog[2];
static interop_signature interop_s_syslog = {"syslog", interop_n_syslog, interop_k_syslog, "11", 2, 2};
static const char *const interop_m_syslog[] = {"args"};
static const interop_signature interop_v_syslog = {"syslog", interop_m_syslog, NULL, "", 1, 0};
static const char interop_d_syslog[] =
    "syslog(pri, fmt, *args)\n"
    "--\n"
    "\n"
    "syslog(pri: int, fmt: str, *args: what the format takes) -> None\n"
    "\n"
    "args are checked against fmt, which is one of printf's.\n"
    "\n"
    "C: void syslog(int pri, const char *fmt, ...);";
static PyObject *
interop_f_syslog(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = _sorted;
    int _a_pri = 0;
    interop_text _t_fmt;
    const char *_a_fmt = NULL;
    INTEROP_VARIADIC_KNOWN;
    void (*volatile _callee)(int, const char *, ...) = NULL;
    interop_variadic _rest;
    PyObject *const *_further = NULL;
    Py_ssize_t _count = 0;
    PyObject *_returned = NULL;

    (void)_self;
    interop_text_init(&_t_fmt);
    interop_variadic_init(&_rest);
    if (interop_arguments_and_rest(&interop_s_syslog, _args, _nargs, _kwnames, _sorted, &_further, &_count) < 0)
        goto cleanup;

    /* marshal, pin */
    if (interop_to_int(_in[0], &_a_pri, INTEROP_AT(syslog, 0)) < 0)
        goto cleanup;
    if (interop_text_in(_in[1], &interop_c_0, 0, &_t_fmt, INTEROP_AT(syslog, 1)) < 0)
        goto cleanup;
    _a_fmt = (const char *)_t_fmt.data;
    _rest.generals = 2;
    _rest.floatings = 0;
    if (interop_variadic_printf(&_rest, (const char *)_a_fmt, _further, _count, &interop_c_0, INTEROP_AT(syslog, 1), (interop_place){&interop_v_syslog, 0, -1}) < 0)
        goto cleanup;
    _callee = syslog;

    /* invoke, capture */
    _callee(_a_pri, _a_fmt, INTEROP_VARIADIC(2, 0, _rest));

    /* unmarshal */
    Py_INCREF(Py_None);
    _returned = Py_None;

    /* cleanup */
cleanup:
    interop_text_release(&_t_fmt);
    interop_variadic_release(&_rest);
    return _returned;
}


/* tests/golden/varargs/in.cdef:9
 * [entry("sscanf"), varargs] int scan_any([in, string] const char *s, [in, string] const char *format, ...); */
static const char *const interop_n_scan_any[] = {"s", "format"};
static PyObject *interop_k_scan_any[2];
static interop_signature interop_s_scan_any = {"scan_any", interop_n_scan_any, interop_k_scan_any, "11", 2, 2};
static const char *const interop_m_scan_any[] = {"args"};
static const interop_signature interop_v_scan_any = {"scan_any", interop_m_scan_any, NULL, "", 1, 0};
static const char interop_d_scan_any[] =
    "scan_any(s, format, *args)\n"
    "--\n"
    "\n"
    "scan_any(s: str, format: str, *args: int | float | str | bytes | cdata | None) -> int\n"
    "\n"
    "C: int scan_any(const char *s, const char *format, ...);";
static PyObject *
interop_f_scan_any(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = _sorted;
    interop_text _t_s;
    const char *_a_s = NULL;
    interop_text _t_format;
    const char *_a_format = NULL;
    INTEROP_VARIADIC_KNOWN;
    int (*volatile _callee)(const char *, const char *, ...) = NULL;
    interop_variadic _rest;
    PyObject *const *_further = NULL;
    Py_ssize_t _count = 0;
    int _result;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_text_init(&_t_s);
    interop_text_init(&_t_format);
    interop_variadic_init(&_rest);
    if (interop_arguments_and_rest(&interop_s_scan_any, _args, _nargs, _kwnames, _sorted, &_further, &_count) < 0)
        goto cleanup;

    /* marshal, pin */
    if (interop_text_in(_in[0], &interop_c_0, 0, &_t_s, INTEROP_AT(scan_any, 0)) < 0)
        goto cleanup;
    _a_s = (const char *)_t_s.data;
    if (interop_text_in(_in[1], &interop_c_0, 0, &_t_format, INTEROP_AT(scan_any, 1)) < 0)
        goto cleanup;
    _a_format = (const char *)_t_format.data;
    _rest.generals = 2;
    _rest.floatings = 0;
    if (interop_variadic_any(&_rest, _further, _count, &interop_c_0, (interop_place){&interop_v_scan_any, 0, -1}) < 0)
        goto cleanup;
    _callee = sscanf;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = _callee(_a_s, _a_format, INTEROP_VARIADIC(2, 0, _rest));
    Py_END_ALLOW_THREADS

    /* unmarshal */
    _value = interop_from_int(_result);
    if (_value == NULL)
        goto cleanup;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_text_release(&_t_format);
    interop_text_release(&_t_s);
    interop_variadic_release(&_rest);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/varargs/in.cdef:10
 * [entry("sscanf"), varargs([out] int *number, [in, out, string, size_is(8)] char *word), success(result == 2)] int scan_pair([in, string] const char *s, [fixed("%d %7s")] const char *format, ...); */
static const char *const interop_n_scan_pair[] = {"s", "word", "format", "number"};
static PyObject *interop_k_scan_pair[2];
static interop_signature interop_s_scan_pair = {"scan_pair", interop_n_scan_pair, interop_k_scan_pair, "11", 2, 2};
static const char *const interop_q_scan_pair[][2] = {{"number", "int"}, {"word", "str"}};
INTEROP_RESULTS(interop_r_scan_pair, "scan_pair_result", "What scan_pair() returns.", interop_q_scan_pair, 2)
static const char interop_d_scan_pair[] =
    "scan_pair(s, word)\n"
    "--\n"
    "\n"
    "scan_pair(s: str, word: str) -> (number: int, word: str)\n"
    "\n"
    "Raises interop.CallError unless result == 2.\n"
    "\n"
    "C: int scan_pair(const char *s, const char *format, ...);";
static PyObject *
interop_f_scan_pair(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = _args;
    interop_text _t_s;
    const char *_a_s = NULL;
    interop_text _t_format;
    const char *_a_format = NULL;
    int _s_number = 0;
    int *_a_number = &_s_number;
    interop_text _t_word;
    interop_room _r_word;
    Py_ssize_t _n_word = 0;
    char *_a_word = NULL;
    int _result;
    PyObject *_o_number = NULL;
    PyObject *_o_word = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_text_init(&_t_s);
    interop_text_init(&_t_format);
    interop_text_init(&_t_word);
    interop_room_init(&_r_word);
    if (INTEROP_UNLIKELY(_nargs != 2 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_scan_pair, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_text_in(_in[0], &interop_c_0, 0, &_t_s, INTEROP_AT(scan_pair, 0)) < 0)
        goto cleanup;
    _a_s = (const char *)_t_s.data;
    _a_format = "%d %7s";
    if (interop_text_in(_in[1], &interop_c_0, 0, &_t_word, INTEROP_AT(scan_pair, 1)) < 0)
        goto cleanup;
    if ((_n_word = interop_extent((interop_wide)(8), 0, INTEROP_AT(scan_pair, 1))) < 0)
        goto cleanup;
    if (interop_room_make(&_r_word, _n_word, &interop_c_0, &_t_word, INTEROP_AT(scan_pair, 1)) < 0)
        goto cleanup;
    _a_word = _r_word.data;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = sscanf(_a_s, _a_format, _a_number, _a_word);
    Py_END_ALLOW_THREADS

    /* check */
    if (INTEROP_UNLIKELY(!(_result == 2))) {
        interop_call_failed(NULL, &interop_s_scan_pair, "result == 2",
                            NULL, interop_from_int(_result), NULL, -1);
        goto cleanup;
    }

    /* unmarshal */
    _o_number = interop_from_int(_s_number);
    if (_o_number == NULL)
        goto cleanup;
    {
        Py_ssize_t _units = interop_units(_r_word.data, sizeof(char), _r_word.room);
        _o_word = interop_text_read(_r_word.data, _units, &interop_c_0, INTEROP_AT(scan_pair, 1));
        if (_o_word == NULL)
            goto cleanup;
    }
    {
        PyObject *_values[] = {_o_number, _o_word};
        _o_number = _o_word = NULL;
        _returned = interop_several(&interop_r_scan_pair, _values, 2);
    }
    if (_returned == NULL)
        goto cleanup;

    /* cleanup */
cleanup:
    interop_text_release(&_t_word);
    interop_room_release(&_r_word);
    interop_text_release(&_t_format);
    interop_text_release(&_t_s);
    Py_XDECREF(_o_number);
    Py_XDECREF(_o_word);
    return _returned;
}


/* tests/golden/varargs/in.cdef:12
 * [entry("printf"), varargs(int a, [in, string] const char *b)] int print_pair([in, string, format(printf)] const char *format, ...); */
static const char *const interop_n_print_pair[] = {"format", "a", "b"};
static PyObject *interop_k_print_pair[3];
static interop_signature interop_s_print_pair = {"print_pair", interop_n_print_pair, interop_k_print_pair, "111", 3, 3};
static const char interop_d_print_pair[] =
    "print_pair(format, a, b)\n"
    "--\n"
    "\n"
    "print_pair(format: str, a: int, b: str) -> int\n"
    "\n"
    "format is one of printf's, and must speak of just these arguments.\n"
    "\n"
    "C: int print_pair(const char *format, ...);";
static PyObject *
interop_f_print_pair(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[3];
    PyObject *const *_in = _args;
    interop_text _t_format;
    const char *_a_format = NULL;
    int _a_a = 0;
    interop_text _t_b;
    const char *_a_b = NULL;
    int _result;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_text_init(&_t_format);
    interop_text_init(&_t_b);
    if (INTEROP_UNLIKELY(_nargs != 3 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_print_pair, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_text_in(_in[0], &interop_c_0, 0, &_t_format, INTEROP_AT(print_pair, 0)) < 0)
        goto cleanup;
    _a_format = (const char *)_t_format.data;
    if (interop_to_int(_in[1], &_a_a, INTEROP_AT(print_pair, 1)) < 0)
        goto cleanup;
    if (interop_text_in(_in[2], &interop_c_0, 0, &_t_b, INTEROP_AT(print_pair, 2)) < 0)
        goto cleanup;
    _a_b = (const char *)_t_b.data;
    {
        static const interop_printf_kind _kinds[] = {{'i', sizeof(+(int)0)}, {'s', 0}};
        if (interop_printf_shape((const char *)_a_format, _kinds, 2, INTEROP_AT(print_pair, 0)) < 0)
            goto cleanup;
    }

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = printf(_a_format, _a_a, _a_b);
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
    interop_text_release(&_t_format);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/varargs/in.cdef:14
 * [entry("open"), varargs(unsigned int mode), success(result >= 0), errno] int create([in, string] const char *file, int oflag, ...); */
static const char *const interop_n_create[] = {"file", "oflag", "mode"};
static PyObject *interop_k_create[3];
static interop_signature interop_s_create = {"create", interop_n_create, interop_k_create, "111", 3, 3};
static const char interop_d_create[] =
    "create(file, oflag, mode)\n"
    "--\n"
    "\n"
    "create(file: str, oflag: int, mode: int) -> None\n"
    "\n"
    "Raises OSError unless result >= 0.\n"
    "\n"
    "C: int create(const char *file, int oflag, ...);";
static PyObject *
interop_f_create(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[3];
    PyObject *const *_in = _args;
    interop_text _t_file;
    const char *_a_file = NULL;
    int _a_oflag = 0;
    unsigned int _a_mode = 0;
    int _result;
    int _errno = 0;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_text_init(&_t_file);
    if (INTEROP_UNLIKELY(_nargs != 3 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_create, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_text_in(_in[0], &interop_c_0, 0, &_t_file, INTEROP_AT(create, 0)) < 0)
        goto cleanup;
    _a_file = (const char *)_t_file.data;
    if (interop_to_int(_in[1], &_a_oflag, INTEROP_AT(create, 1)) < 0)
        goto cleanup;
    if (interop_to_unsigned__int(_in[2], &_a_mode, INTEROP_AT(create, 2)) < 0)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    errno = 0;
    _result = open(_a_file, _a_oflag, _a_mode);
    _errno = errno;
    Py_END_ALLOW_THREADS
    errno = _errno;
    _cffi_save_errno();

    /* check */
    if (INTEROP_UNLIKELY(!(_result >= 0))) {
        interop_call_failed(NULL, &interop_s_create, "result >= 0",
                            NULL, interop_from_int(_result), NULL, _errno);
        goto cleanup;
    }

    /* unmarshal */
    Py_INCREF(Py_None);
    _returned = Py_None;

    /* cleanup */
cleanup:
    interop_text_release(&_t_file);
    return _returned;
}


/* tests/golden/varargs/in.cdef:16
 * [entry("open"), varargs(), success(result >= 0), errno] int open_file([in, string] const char *file, int oflag, ...); */
static const char *const interop_n_open_file[] = {"file", "oflag"};
static PyObject *interop_k_open_file[2];
static interop_signature interop_s_open_file = {"open_file", interop_n_open_file, interop_k_open_file, "11", 2, 2};
static const char interop_d_open_file[] =
    "open_file(file, oflag)\n"
    "--\n"
    "\n"
    "open_file(file: str, oflag: int) -> None\n"
    "\n"
    "Raises OSError unless result >= 0.\n"
    "\n"
    "C: int open_file(const char *file, int oflag, ...);";
static PyObject *
interop_f_open_file(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = _args;
    interop_text _t_file;
    const char *_a_file = NULL;
    int _a_oflag = 0;
    int _result;
    int _errno = 0;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_text_init(&_t_file);
    if (INTEROP_UNLIKELY(_nargs != 2 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_open_file, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_text_in(_in[0], &interop_c_0, 0, &_t_file, INTEROP_AT(open_file, 0)) < 0)
        goto cleanup;
    _a_file = (const char *)_t_file.data;
    if (interop_to_int(_in[1], &_a_oflag, INTEROP_AT(open_file, 1)) < 0)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    errno = 0;
    _result = open(_a_file, _a_oflag);
    _errno = errno;
    Py_END_ALLOW_THREADS
    errno = _errno;
    _cffi_save_errno();

    /* check */
    if (INTEROP_UNLIKELY(!(_result >= 0))) {
        interop_call_failed(NULL, &interop_s_open_file, "result >= 0",
                            NULL, interop_from_int(_result), NULL, _errno);
        goto cleanup;
    }

    /* unmarshal */
    Py_INCREF(Py_None);
    _returned = Py_None;

    /* cleanup */
cleanup:
    interop_text_release(&_t_file);
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
    {"syslog", (PyCFunction)(void (*)(void))interop_f_syslog, METH_FASTCALL | METH_KEYWORDS, interop_d_syslog},
    {"_interop_setup", interop_setup, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};
static const interop_function_def interop_functions[] = {
    {"snprintf", interop_f_snprintf, interop_d_snprintf},
    {"scan_any", interop_f_scan_any, interop_d_scan_any},
    {"scan_pair", interop_f_scan_pair, interop_d_scan_pair},
    {"print_pair", interop_f_print_pair, interop_d_print_pair},
    {"create", interop_f_create, interop_d_create},
    {"open_file", interop_f_open_file, interop_d_open_file},
    {NULL, NULL, NULL},
};

static int
interop_execute(PyObject *module)
{
    static interop_results *const results[] = {&interop_r_scan_pair, NULL};
    if (!interop_is_home())
        return -1;
    if (interop_add_functions(module, interop_functions) < 0)
        return -1;
    return interop_execute_with(module, results, "1962549364ecb94d");
}

static PyModuleDef_Slot interop_slots[] = {
    {Py_mod_exec, (void *)interop_execute},
    {0, NULL},
};
static struct PyModuleDef interop_module = {
    PyModuleDef_HEAD_INIT, "varargs", NULL, 0, interop_methods, interop_slots, NULL, NULL, NULL,
};

PyMODINIT_FUNC
PyInit_varargs(void)
{
    return PyModuleDef_Init(&interop_module);
}

#pragma GCC diagnostic ignored "-Wtype-limits"
#pragma GCC diagnostic ignored "-Wsign-compare"
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
#line 6 "tests/golden/varargs/in.cdef"
_Static_assert(_Generic(&snprintf, int (*)(char *, size_t, const char *, ...): 1, default: 0), "the header declares 'snprintf' with another type");
#line 8 "tests/golden/varargs/in.cdef"
_Static_assert(_Generic(&syslog, void (*)(int, const char *, ...): 1, default: 0), "the header declares 'syslog' with another type");
#line 9 "tests/golden/varargs/in.cdef"
_Static_assert(_Generic(&sscanf, int (*)(const char *, const char *, ...): 1, default: 0), "the header declares 'sscanf' with another type");
#line 11 "tests/golden/varargs/in.cdef"
_Static_assert(_Generic(&sscanf, int (*)(const char *, const char *, ...): 1, default: 0), "the header declares 'sscanf' with another type");
#line 13 "tests/golden/varargs/in.cdef"
_Static_assert(_Generic(&printf, int (*)(const char *, ...): 1, default: 0), "the header declares 'printf' with another type");
#line 15 "tests/golden/varargs/in.cdef"
_Static_assert(_Generic(&open, int (*)(const char *, int, ...): 1, default: 0), "the header declares 'open' with another type");
#line 17 "tests/golden/varargs/in.cdef"
_Static_assert(_Generic(&open, int (*)(const char *, int, ...): 1, default: 0), "the header declares 'open' with another type");
