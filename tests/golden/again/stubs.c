/* The stubs of module again. Made from tests/golden/again/in.cdef by interop; do not edit. */
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

INTEROP_CHAR(char, char)
INTEROP_UNSIGNED(t_size_t, size_t)
INTEROP_POINTER(t_char__ptr, "char *")
INTEROP_UNSIGNED(t_uint8_t, uint8_t)
INTEROP_SIGNED(int, int)
static const interop_codec interop_c_0 = {NULL, "strict", sizeof(char), 0};


/* tests/golden/again/in.cdef:5
 * [success(result != 0), errno] char *getcwd([out, string, size_is(size), grow(result == 0 && errno == ERANGE, 4096)] char *buf, [defaultvalue(64)] size_t size); */
static const char *const interop_n_getcwd[] = {"size", "buf"};
static PyObject *interop_k_getcwd[1];
static interop_signature interop_s_getcwd = {"getcwd", interop_n_getcwd, interop_k_getcwd, "0", 1, 0};
static const char interop_d_getcwd[] =
    "getcwd(*, size=None)\n"
    "--\n"
    "\n"
    "getcwd(*, size: int | None = None) -> str\n"
    "\n"
    "Raises OSError unless result != 0.\n"
    "\n"
    "C: char *getcwd(char *buf, size_t size);";
static PyObject *
interop_f_getcwd(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _sorted;
    interop_room _r_buf;
    Py_ssize_t _n_buf = 0;
    char *_a_buf = NULL;
    size_t _a_size = 0;
    char *_result = NULL;
    int _errno = 0;
    int _sized;
    PyObject *_o_buf = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_room_init(&_r_buf);
    if (interop_some_arguments(&interop_s_getcwd, _args, _nargs, _kwnames, _sorted, 0, 0, 1) < 0)
        goto cleanup;

    /* marshal, pin */
    _sized = !INTEROP_LEFT_OUT(_in[0]);
    if (!INTEROP_LEFT_OUT(_in[0])) {
        if (interop_to_t_size_t(_in[0], &_a_size, INTEROP_AT(getcwd, 0)) < 0)
            goto cleanup;
    }
    else {
        {
            interop_wide _given = (interop_wide)(64);
            if (INTEROP_IN_RANGE(size_t, _given, INTEROP_AT(getcwd, 0)) < 0)
                goto cleanup;
            _a_size = (size_t)_given;
        }
    }

    /* grow: called again with twice the room while the condition holds */
    for (;;) {
        Py_ssize_t _room = (Py_ssize_t)_a_size;
        if ((_n_buf = interop_extent((interop_wide)(_a_size), 0, INTEROP_AT(getcwd, 1))) < 0)
            goto cleanup;
        if (interop_room_make(&_r_buf, _n_buf, &interop_c_0, NULL, INTEROP_AT(getcwd, 1)) < 0)
            goto cleanup;
        _a_buf = _r_buf.data;

        /* invoke, capture */
        Py_BEGIN_ALLOW_THREADS
        errno = 0;
        _result = getcwd(_a_buf, _a_size);
        _errno = errno;
        Py_END_ALLOW_THREADS
        errno = _errno;
        _cffi_save_errno();
        if (_sized || !((_result == 0) && (_errno == ERANGE)))
            break;
        if ((_room = interop_grow(_room, (interop_wide)(4096), INTEROP_MAX(size_t), INTEROP_AT(getcwd, 1))) < 0)
            goto cleanup;
        if (INTEROP_LENGTH(size_t, _a_size, _room, INTEROP_AT(getcwd, 1)) < 0)
            goto cleanup;
    }

    /* check */
    if (INTEROP_UNLIKELY(!(_result != 0))) {
        interop_call_failed(NULL, &interop_s_getcwd, "result != 0",
                            NULL, NULL, NULL, _errno);
        goto cleanup;
    }

    /* unmarshal */
    {
        Py_ssize_t _units = interop_units(_r_buf.data, sizeof(char), _r_buf.room);
        _o_buf = interop_text_read(_r_buf.data, _units, &interop_c_0, INTEROP_AT(getcwd, 1));
        if (_o_buf == NULL)
            goto cleanup;
    }
    _returned = _o_buf;
    _o_buf = NULL;

    /* cleanup */
cleanup:
    interop_room_release(&_r_buf);
    Py_XDECREF(_o_buf);
    return _returned;
}


/* tests/golden/again/in.cdef:8
 * [success(result == 0)] int unpack([out, size_is(*n), length_is(*n), grow(result == -5)] uint8_t *to, [in, out, defaultvalue(2 * size)] size_t *n, [in, size_is(size)] const uint8_t *from, size_t size); */
static const char *const interop_n_unpack[] = {"from_", "n", "to", "size"};
static PyObject *interop_k_unpack[3];
static interop_signature interop_s_unpack = {"unpack", interop_n_unpack, interop_k_unpack, "100", 3, 1};
static const char interop_d_unpack[] =
    "unpack(from_, *, n=None, to=None)\n"
    "--\n"
    "\n"
    "unpack(from_: sequence or buffer of uint8_t, *, n: int | None = None, to: writable buffer | None = None) -> bytes\n"
    "\n"
    "to is filled when given, and the number of valid elements returned; left out, a new object is made and returned.\n"
    "\n"
    "Raises interop.CallError unless result == 0.\n"
    "\n"
    "C: int unpack(uint8_t *to, size_t *n, const uint8_t *from, size_t size);";
static PyObject *
interop_f_unpack(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[3];
    PyObject *const *_in = _sorted;
    interop_array _b_to;
    Py_ssize_t _n_to = 0;
    uint8_t *_a_to = NULL;
    size_t _s_n = 0;
    size_t *_a_n = &_s_n;
    interop_array _b_from;
    const uint8_t *_a_from = NULL;
    size_t _a_size = 0;
    int _result;
    int _sized;
    PyObject *_o_to = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_array_init(&_b_to);
    interop_array_init(&_b_from);
    if (interop_some_arguments(&interop_s_unpack, _args, _nargs, _kwnames, _sorted, 1, 1, 3) < 0)
        goto cleanup;

    /* marshal, pin */
    if (interop_array_take(_in[2], &interop_type_t_uint8_t, 0, &_b_to, INTEROP_AT(unpack, 2)) < 0)
        goto cleanup;
    if (interop_array_in(_in[0], &interop_type_t_uint8_t, 0, &_b_from, INTEROP_AT(unpack, 0)) < 0)
        goto cleanup;
    _a_from = (const uint8_t *)_b_from.data;
    if (INTEROP_LENGTH(size_t, _a_size, _b_from.count, INTEROP_AT(unpack, 0)) < 0)
        goto cleanup;
    _sized = !INTEROP_LEFT_OUT(_in[1]) || _b_to.given;
    if (!INTEROP_LEFT_OUT(_in[1])) {
        if (interop_to_t_size_t(_in[1], &_s_n, INTEROP_AT(unpack, 1)) < 0)
            goto cleanup;
    }
    else if (_b_to.given) {
        if (INTEROP_LENGTH(size_t, _s_n, _b_to.count, INTEROP_AT(unpack, 2)) < 0)
            goto cleanup;
    }
    else {
        {
            interop_wide _given = interop_times((interop_wide)(2), (interop_wide)(_a_size));
            if (INTEROP_IN_RANGE(size_t, _given, INTEROP_AT(unpack, 1)) < 0)
                goto cleanup;
            _s_n = (size_t)_given;
        }
    }

    /* grow: called again with twice the room while the condition holds */
    for (;;) {
        Py_ssize_t _room = (Py_ssize_t)_s_n;
        if ((_n_to = interop_extent((interop_wide)(_s_n), 0, INTEROP_AT(unpack, 2))) < 0)
            goto cleanup;
        if (interop_array_make(&_b_to, &interop_type_t_uint8_t, _n_to, INTEROP_MEASURED, INTEROP_MAKE_BYTES, INTEROP_AT(unpack, 2)) < 0)
            goto cleanup;
        _a_to = (uint8_t *)_b_to.data;

        /* invoke, capture */
        Py_BEGIN_ALLOW_THREADS
        _result = unpack(_a_to, _a_n, _a_from, _a_size);
        Py_END_ALLOW_THREADS
        if (_sized || !(_result == (-5)))
            break;
        if ((_room = interop_grow(_room, 1073741824, INTEROP_MAX(size_t), INTEROP_AT(unpack, 2))) < 0)
            goto cleanup;
        if (INTEROP_LENGTH(size_t, _s_n, _room, INTEROP_AT(unpack, 2)) < 0)
            goto cleanup;
    }

    /* check */
    if (INTEROP_UNLIKELY(!(_result == 0))) {
        interop_call_failed(NULL, &interop_s_unpack, "result == 0",
                            NULL, interop_from_int(_result), NULL, -1);
        goto cleanup;
    }

    /* unmarshal */
    if ((_n_to = interop_valid((interop_wide)(_s_n), 0, _b_to.count, INTEROP_AT(unpack, 2))) < 0)
        goto cleanup;
    _o_to = interop_array_result(&_b_to, &interop_type_t_uint8_t, _n_to, INTEROP_AT(unpack, 2));
    if (_o_to == NULL)
        goto cleanup;
    _returned = _o_to;
    _o_to = NULL;
    if (interop_array_commit(&_b_to, &interop_type_t_uint8_t, _n_to, INTEROP_AT(unpack, 2)) < 0) {
        Py_XDECREF(_returned);
        _returned = NULL;
        goto cleanup;
    }

    /* cleanup */
cleanup:
    interop_array_release(&_b_from);
    interop_array_release(&_b_to);
    Py_XDECREF(_o_to);
    return _returned;
}


/* tests/golden/again/in.cdef:11
 * int list([out, size_is(n), length_is(result), query] int *items, int n); */
static const char *const interop_n_list[] = {"n", "items"};
static PyObject *interop_k_list[2];
static interop_signature interop_s_list = {"list", interop_n_list, interop_k_list, "00", 2, 0};
static const char interop_d_list[] =
    "list(*, n=None, items=None)\n"
    "--\n"
    "\n"
    "list(*, n: int | None = None, items: writable buffer | None = None) -> array\n"
    "\n"
    "items is filled when given, and the number of valid elements returned; left out, a new object is made and returned.\n"
    "\n"
    "C: int list(int *items, int n);";
static PyObject *
interop_f_list(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = _sorted;
    interop_array _b_items;
    Py_ssize_t _n_items = 0;
    int *_a_items = NULL;
    int _a_n = 0;
    int _result;
    int _sized;
    PyObject *_o_items = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_array_init(&_b_items);
    if (interop_some_arguments(&interop_s_list, _args, _nargs, _kwnames, _sorted, 0, 0, 2) < 0)
        goto cleanup;

    /* marshal, pin */
    if (interop_array_take(_in[1], &interop_type_int, 0, &_b_items, INTEROP_AT(list, 1)) < 0)
        goto cleanup;
    _sized = !INTEROP_LEFT_OUT(_in[0]) || _b_items.given;
    if (!INTEROP_LEFT_OUT(_in[0])) {
        if (interop_to_int(_in[0], &_a_n, INTEROP_AT(list, 0)) < 0)
            goto cleanup;
    }
    else if (_b_items.given) {
        if (INTEROP_LENGTH(int, _a_n, _b_items.count, INTEROP_AT(list, 1)) < 0)
            goto cleanup;
    }
    else {
        _a_n = 0;
    }

    /* query: a first call without room tells how much is needed */
    if (!_sized) {
        _a_n = 0;

        /* invoke, capture */
        Py_BEGIN_ALLOW_THREADS
        _result = list(_a_items, _a_n);
        Py_END_ALLOW_THREADS
        Py_ssize_t _needed = interop_count((interop_wide)(_result), 0, INTEROP_AT(list, 1), "the room needed");
        if (_needed < 0)
            goto cleanup;
        if (INTEROP_LENGTH(int, _a_n, _needed, INTEROP_AT(list, 1)) < 0)
            goto cleanup;
    }
    if ((_n_items = interop_extent((interop_wide)(_a_n), 0, INTEROP_AT(list, 1))) < 0)
        goto cleanup;
    if (interop_array_make(&_b_items, &interop_type_int, _n_items, 0, INTEROP_MAKE_ARRAY, INTEROP_AT(list, 1)) < 0)
        goto cleanup;
    _a_items = (int *)_b_items.data;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = list(_a_items, _a_n);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    if ((_n_items = interop_valid((interop_wide)(_result), 0, _b_items.count, INTEROP_AT(list, 1))) < 0)
        goto cleanup;
    _o_items = interop_array_result(&_b_items, &interop_type_int, _n_items, INTEROP_AT(list, 1));
    if (_o_items == NULL)
        goto cleanup;
    _returned = _o_items;
    _o_items = NULL;
    if (interop_array_commit(&_b_items, &interop_type_int, _n_items, INTEROP_AT(list, 1)) < 0) {
        Py_XDECREF(_returned);
        _returned = NULL;
        goto cleanup;
    }

    /* cleanup */
cleanup:
    interop_array_release(&_b_items);
    Py_XDECREF(_o_items);
    return _returned;
}


/* tests/golden/again/in.cdef:12
 * int render([out, string, size_is(size), length_is(result), query(result + 1)] char *text, size_t size, int value); */
static const char *const interop_n_render[] = {"value", "size", "text"};
static PyObject *interop_k_render[2];
static interop_signature interop_s_render = {"render", interop_n_render, interop_k_render, "10", 2, 1};
static const char interop_d_render[] =
    "render(value, *, size=None)\n"
    "--\n"
    "\n"
    "render(value: int, *, size: int | None = None) -> str\n"
    "\n"
    "C: int render(char *text, size_t size, int value);";
static PyObject *
interop_f_render(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = _sorted;
    interop_room _r_text;
    Py_ssize_t _n_text = 0;
    char *_a_text = NULL;
    size_t _a_size = 0;
    int _a_value = 0;
    int _result;
    int _sized;
    PyObject *_o_text = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_room_init(&_r_text);
    if (interop_some_arguments(&interop_s_render, _args, _nargs, _kwnames, _sorted, 1, 1, 2) < 0)
        goto cleanup;

    /* marshal, pin */
    _sized = !INTEROP_LEFT_OUT(_in[1]);
    if (!INTEROP_LEFT_OUT(_in[1])) {
        if (interop_to_t_size_t(_in[1], &_a_size, INTEROP_AT(render, 1)) < 0)
            goto cleanup;
    }
    else {
        _a_size = 0;
    }
    if (interop_to_int(_in[0], &_a_value, INTEROP_AT(render, 0)) < 0)
        goto cleanup;

    /* query: a first call without room tells how much is needed */
    if (!_sized) {
        _a_size = 0;

        /* invoke, capture */
        Py_BEGIN_ALLOW_THREADS
        _result = render(_a_text, _a_size, _a_value);
        Py_END_ALLOW_THREADS
        Py_ssize_t _needed = interop_count(((interop_wide)(_result) + (interop_wide)(1)), 0, INTEROP_AT(render, 2), "the room needed");
        if (_needed < 0)
            goto cleanup;
        if (INTEROP_LENGTH(size_t, _a_size, _needed, INTEROP_AT(render, 2)) < 0)
            goto cleanup;
    }
    if ((_n_text = interop_extent((interop_wide)(_a_size), 0, INTEROP_AT(render, 2))) < 0)
        goto cleanup;
    if (interop_room_make(&_r_text, _n_text, &interop_c_0, NULL, INTEROP_AT(render, 2)) < 0)
        goto cleanup;
    _a_text = _r_text.data;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = render(_a_text, _a_size, _a_value);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    {
        Py_ssize_t _units = interop_valid((interop_wide)(_result), 0, _r_text.room, INTEROP_AT(render, 2));
        if (_units < 0)
            goto cleanup;
        _o_text = interop_text_read(_r_text.data, _units, &interop_c_0, INTEROP_AT(render, 2));
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
    {"getcwd", interop_f_getcwd, interop_d_getcwd},
    {"unpack", interop_f_unpack, interop_d_unpack},
    {"list", interop_f_list, interop_d_list},
    {"render", interop_f_render, interop_d_render},
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
    return interop_execute_with(module, results, "c1da01c6400c5a29");
}

static PyModuleDef_Slot interop_slots[] = {
    {Py_mod_exec, (void *)interop_execute},
    {0, NULL},
};
static struct PyModuleDef interop_module = {
    PyModuleDef_HEAD_INIT, "again", NULL, 0, interop_methods, interop_slots, NULL, NULL, NULL,
};

PyMODINIT_FUNC
PyInit_again(void)
{
    return PyModuleDef_Init(&interop_module);
}

#pragma GCC diagnostic ignored "-Wtype-limits"
#pragma GCC diagnostic ignored "-Wsign-compare"
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
#line 6 "tests/golden/again/in.cdef"
_Static_assert(_Generic(&getcwd, char *(*)(char *, size_t): 1, default: 0), "the header declares 'getcwd' with another type");
#line 9 "tests/golden/again/in.cdef"
_Static_assert(_Generic(&unpack, int (*)(uint8_t *, size_t *, const uint8_t *, size_t): 1, default: 0), "the header declares 'unpack' with another type");
#line 11 "tests/golden/again/in.cdef"
_Static_assert(_Generic(&list, int (*)(int *, int): 1, default: 0), "the header declares 'list' with another type");
#line 12 "tests/golden/again/in.cdef"
_Static_assert(_Generic(&render, int (*)(char *, size_t, int): 1, default: 0), "the header declares 'render' with another type");
