/* The stubs of module calls. Made from tests/golden/calls/in.cdef by interop; do not edit. */
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

INTEROP_SIGNED(int, int)
INTEROP_CHAR(char, char)
INTEROP_FLOAT(double, double)
INTEROP_UNSIGNED(t_size_t, size_t)
INTEROP_POINTER(t_const__void__ptr, "const void *")
static const interop_codec interop_c_0 = {NULL, "strict", sizeof(char), 0};


/* tests/golden/calls/in.cdef:5
 * [helpstring("the sum of two numbers"), hold_gil] int c_add(int a, int b); */
static const char *const interop_n_add[] = {"a", "b"};
static PyObject *interop_k_add[2];
static interop_signature interop_s_add = {"add", interop_n_add, interop_k_add, "11", 2, 2};
static const char interop_d_add[] =
    "add(a, b)\n"
    "--\n"
    "\n"
    "add(a: int, b: int) -> int\n"
    "\n"
    "the sum of two numbers\n"
    "\n"
    "C: int c_add(int a, int b);";
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
    _result = c_add(_a_a, _a_b);

    /* unmarshal */
    PyObject *_value;
    _value = interop_from_int(_result);
    if (_value == NULL)
        return NULL;
    return _value;
}


/* tests/golden/calls/in.cdef:6
 * [entry("c_add"), name(plus), deprecated("use add")] int c_add_old(int a, [name(second)] int b); */
static const char *const interop_n_plus[] = {"a", "second"};
static PyObject *interop_k_plus[2];
static interop_signature interop_s_plus = {"plus", interop_n_plus, interop_k_plus, "11", 2, 2};
static const char interop_d_plus[] =
    "plus(a, second)\n"
    "--\n"
    "\n"
    "plus(a: int, second: int) -> int\n"
    "\n"
    "Deprecated: use add\n"
    "\n"
    "C: int c_add_old(int a, int b);";
static PyObject *
interop_f_plus(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = _args;
    int _a_a = 0;
    int _a_b = 0;
    int _result;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (PyErr_WarnEx(PyExc_DeprecationWarning, "plus() is deprecated: use add", 1) < 0)
        return NULL;
    if (INTEROP_UNLIKELY(_nargs != 2 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_plus, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            return NULL;
    }

    /* marshal, pin */
    if (interop_to_int(_in[0], &_a_a, INTEROP_AT(plus, 0)) < 0)
        return NULL;
    if (interop_to_int(_in[1], &_a_b, INTEROP_AT(plus, 1)) < 0)
        return NULL;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = c_add(_a_a, _a_b);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    PyObject *_value;
    _value = interop_from_int(_result);
    if (_value == NULL)
        return NULL;
    return _value;
}


/* tests/golden/calls/in.cdef:8
 * int c_keywords(int in, int lambda, int self, int args); */
static const char *const interop_n_keywords[] = {"in_", "lambda_", "self", "args"};
static PyObject *interop_k_keywords[4];
static interop_signature interop_s_keywords = {"keywords", interop_n_keywords, interop_k_keywords, "1111", 4, 4};
static const char interop_d_keywords[] =
    "keywords(in_, lambda_, self, args)\n"
    "--\n"
    "\n"
    "keywords(in_: int, lambda_: int, self: int, args: int) -> int\n"
    "\n"
    "C: int c_keywords(int in, int lambda, int self, int args);";
static PyObject *
interop_f_keywords(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[4];
    PyObject *const *_in = _args;
    int _a_in = 0;
    int _a_lambda = 0;
    int _a_self = 0;
    int _a_args = 0;
    int _result;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 4 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_keywords, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            return NULL;
    }

    /* marshal, pin */
    if (interop_to_int(_in[0], &_a_in, INTEROP_AT(keywords, 0)) < 0)
        return NULL;
    if (interop_to_int(_in[1], &_a_lambda, INTEROP_AT(keywords, 1)) < 0)
        return NULL;
    if (interop_to_int(_in[2], &_a_self, INTEROP_AT(keywords, 2)) < 0)
        return NULL;
    if (interop_to_int(_in[3], &_a_args, INTEROP_AT(keywords, 3)) < 0)
        return NULL;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = c_keywords(_a_in, _a_lambda, _a_self, _a_args);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    PyObject *_value;
    _value = interop_from_int(_result);
    if (_value == NULL)
        return NULL;
    return _value;
}


/* tests/golden/calls/in.cdef:9
 * int c_defaults(int a, [defaultvalue(a + 1)] int b, [defaultvalue(c_hidden())] int c, [defaultvalue("x")] const char *d); */
static const char *const interop_n_defaults[] = {"a", "b", "c", "d"};
static PyObject *interop_k_defaults[4];
static interop_signature interop_s_defaults = {"defaults", interop_n_defaults, interop_k_defaults, "1000", 4, 4};
static const char interop_d_defaults[] =
    "defaults(a, b=None, c=None, d='x')\n"
    "--\n"
    "\n"
    "defaults(a: int, b: int | None = None, c: int | None = None, d: str = 'x') -> int\n"
    "\n"
    "C: int c_defaults(int a, int b, int c, const char *d);";
static PyObject *
interop_f_defaults(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[4];
    PyObject *const *_in = _args;
    int _a_a = 0;
    int _a_b = 0;
    int _a_c = 0;
    interop_text _t_d;
    const char *_a_d = NULL;
    int _result;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_text_init(&_t_d);
    if (INTEROP_UNLIKELY(_nargs != 4 || _kwnames != NULL)) {
        if (interop_some_arguments(&interop_s_defaults, _args, _nargs, _kwnames, _sorted, 1, 4, 4) < 0)
            goto cleanup;
        _in = _sorted;
    }

    /* marshal, pin */
    if (interop_to_int(_in[0], &_a_a, INTEROP_AT(defaults, 0)) < 0)
        goto cleanup;
    if (INTEROP_LEFT_OUT(_in[1])) {
        {
            interop_wide _given = ((interop_wide)(_a_a) + (interop_wide)(1));
            if (INTEROP_IN_RANGE(int, _given, INTEROP_AT(defaults, 1)) < 0)
                goto cleanup;
            _a_b = (int)_given;
        }
    } else {
        if (interop_to_int(_in[1], &_a_b, INTEROP_AT(defaults, 1)) < 0)
            goto cleanup;
    }
    if (INTEROP_LEFT_OUT(_in[2])) {
        {
            interop_wide _given = (interop_wide)(c_hidden());
            if (INTEROP_IN_RANGE(int, _given, INTEROP_AT(defaults, 2)) < 0)
                goto cleanup;
            _a_c = (int)_given;
        }
    } else {
        if (interop_to_int(_in[2], &_a_c, INTEROP_AT(defaults, 2)) < 0)
            goto cleanup;
    }
    if (_in[3] == NULL) {
        _a_d = (const char *)("x");
    } else {
        if (interop_text_in(_in[3], &interop_c_0, 0, &_t_d, INTEROP_AT(defaults, 3)) < 0)
            goto cleanup;
        _a_d = (const char *)_t_d.data;
    }

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = c_defaults(_a_a, _a_b, _a_c, _a_d);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    _value = interop_from_int(_result);
    if (_value == NULL)
        goto cleanup;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_text_release(&_t_d);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/calls/in.cdef:10
 * int c_default_before([defaultvalue(7)] int level, int value, [defaultvalue(0.5)] double last); */
static const char *const interop_n_default_before[] = {"value", "last", "level"};
static PyObject *interop_k_default_before[3];
static interop_signature interop_s_default_before = {"default_before", interop_n_default_before, interop_k_default_before, "100", 3, 2};
static const char interop_d_default_before[] =
    "default_before(value, last=0.5, *, level=7)\n"
    "--\n"
    "\n"
    "default_before(value: int, last: float = 0.5, *, level: int = 7) -> int\n"
    "\n"
    "C: int c_default_before(int level, int value, double last);";
static PyObject *
interop_f_default_before(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[3];
    PyObject *const *_in = _sorted;
    int _a_level = 0;
    int _a_value = 0;
    double _a_last = 0;
    int _result;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (interop_some_arguments(&interop_s_default_before, _args, _nargs, _kwnames, _sorted, 1, 2, 3) < 0)
        return NULL;

    /* marshal, pin */
    if (_in[2] == NULL) {
        {
            interop_wide _given = (interop_wide)(7);
            if (INTEROP_IN_RANGE(int, _given, INTEROP_AT(default_before, 2)) < 0)
                return NULL;
            _a_level = (int)_given;
        }
    } else {
        if (interop_to_int(_in[2], &_a_level, INTEROP_AT(default_before, 2)) < 0)
            return NULL;
    }
    if (interop_to_int(_in[0], &_a_value, INTEROP_AT(default_before, 0)) < 0)
        return NULL;
    if (_in[1] == NULL) {
        _a_last = 0.5;
    } else {
        if (interop_to_double(_in[1], &_a_last, INTEROP_AT(default_before, 1)) < 0)
            return NULL;
    }

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = c_default_before(_a_level, _a_value, _a_last);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    PyObject *_value;
    _value = interop_from_int(_result);
    if (_value == NULL)
        return NULL;
    return _value;
}


/* tests/golden/calls/in.cdef:11
 * int c_optional([optional] int flag, [in, unique, optional] const int *pointer); */
static const char *const interop_n_optional[] = {"flag", "pointer"};
static PyObject *interop_k_optional[2];
static interop_signature interop_s_optional = {"optional", interop_n_optional, interop_k_optional, "00", 2, 2};
static const char interop_d_optional[] =
    "optional(flag=None, pointer=None)\n"
    "--\n"
    "\n"
    "optional(flag: int | None = None, pointer: int | None = None) -> int\n"
    "\n"
    "C: int c_optional(int flag, const int *pointer);";
static PyObject *
interop_f_optional(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = _args;
    int _a_flag = 0;
    int _s_pointer = 0;
    const int *_a_pointer = &_s_pointer;
    int _result;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 2 || _kwnames != NULL)) {
        if (interop_some_arguments(&interop_s_optional, _args, _nargs, _kwnames, _sorted, 0, 2, 2) < 0)
            return NULL;
        _in = _sorted;
    }

    /* marshal, pin */
    if (!(INTEROP_LEFT_OUT(_in[0]))) {
        if (interop_to_int(_in[0], &_a_flag, INTEROP_AT(optional, 0)) < 0)
            return NULL;
    }
    if (_in[1] == NULL) {
        _a_pointer = NULL;
    } else {
        if (_in[1] == Py_None)
            _a_pointer = NULL;
        else {
            if (interop_to_int(_in[1], &_s_pointer, INTEROP_AT(optional, 1)) < 0)
                return NULL;
        }
    }

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = c_optional(_a_flag, _a_pointer);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    PyObject *_value;
    _value = interop_from_int(_result);
    if (_value == NULL)
        return NULL;
    return _value;
}


/* tests/golden/calls/in.cdef:12
 * int c_fixed(int first, [fixed(sizeof(int))] size_t size, [fixed(NULL)] const void *nothing); */
static const char *const interop_n_fixed[] = {"first", "size", "nothing"};
static PyObject *interop_k_fixed[1];
static interop_signature interop_s_fixed = {"fixed", interop_n_fixed, interop_k_fixed, "1", 1, 1};
static const char interop_d_fixed[] =
    "fixed(first)\n"
    "--\n"
    "\n"
    "fixed(first: int) -> int\n"
    "\n"
    "C: int c_fixed(int first, size_t size, const void *nothing);";
static PyObject *
interop_f_fixed(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    int _a_first = 0;
    size_t _a_size = 0;
    const void *_a_nothing = NULL;
    int _result;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_fixed, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            return NULL;
    }

    /* marshal, pin */
    if (interop_to_int(_in[0], &_a_first, INTEROP_AT(fixed, 0)) < 0)
        return NULL;
    {
        interop_wide _given = (interop_wide)(sizeof(int));
        if (INTEROP_IN_RANGE(size_t, _given, INTEROP_AT(fixed, 1)) < 0)
            return NULL;
        _a_size = (size_t)_given;
    }
    _a_nothing = NULL;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = c_fixed(_a_first, _a_size, _a_nothing);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    PyObject *_value;
    _value = interop_from_int(_result);
    if (_value == NULL)
        return NULL;
    return _value;
}


/* tests/golden/calls/in.cdef:13
 * void c_nothing(void); */
static const char *const interop_n_nothing[] = {NULL};
static PyObject *interop_k_nothing[1];
static interop_signature interop_s_nothing = {"nothing", interop_n_nothing, interop_k_nothing, "", 0, 0};
static const char interop_d_nothing[] =
    "nothing()\n"
    "--\n"
    "\n"
    "nothing() -> None\n"
    "\n"
    "C: void c_nothing(void);";
static PyObject *
interop_f_nothing(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 0 || _kwnames != NULL) && interop_sort(&interop_s_nothing, _args, _nargs, _args + _nargs, _kwnames, NULL) < 0)
        return NULL;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    c_nothing();
    Py_END_ALLOW_THREADS

    /* unmarshal */
    Py_RETURN_NONE;
}


/* tests/golden/calls/in.cdef:14
 * [callconv(cdecl)] int c_cdecl(int a); */
static const char *const interop_n_cdecl[] = {"a"};
static PyObject *interop_k_cdecl[1];
static interop_signature interop_s_cdecl = {"cdecl", interop_n_cdecl, interop_k_cdecl, "1", 1, 1};
static const char interop_d_cdecl[] =
    "cdecl(a)\n"
    "--\n"
    "\n"
    "cdecl(a: int) -> int\n"
    "\n"
    "C: int c_cdecl(int a);";
static PyObject *
interop_f_cdecl(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    int _a_a = 0;
    int _result;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_cdecl, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            return NULL;
    }

    /* marshal, pin */
    if (interop_to_int(_in[0], &_a_a, INTEROP_AT(cdecl, 0)) < 0)
        return NULL;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = c_cdecl(_a_a);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    PyObject *_value;
    _value = interop_from_int(_result);
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
    {"add", (PyCFunction)(void (*)(void))interop_f_add, METH_FASTCALL | METH_KEYWORDS, interop_d_add},
    {"_interop_setup", interop_setup, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};
static const interop_function_def interop_functions[] = {
    {"plus", interop_f_plus, interop_d_plus},
    {"keywords", interop_f_keywords, interop_d_keywords},
    {"defaults", interop_f_defaults, interop_d_defaults},
    {"default_before", interop_f_default_before, interop_d_default_before},
    {"optional", interop_f_optional, interop_d_optional},
    {"fixed", interop_f_fixed, interop_d_fixed},
    {"nothing", interop_f_nothing, interop_d_nothing},
    {"cdecl", interop_f_cdecl, interop_d_cdecl},
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
    return interop_execute_with(module, results, "23b98281b84de43a");
}

static PyModuleDef_Slot interop_slots[] = {
    {Py_mod_exec, (void *)interop_execute},
    {0, NULL},
};
static struct PyModuleDef interop_module = {
    PyModuleDef_HEAD_INIT, "calls", NULL, 0, interop_methods, interop_slots, NULL, NULL, NULL,
};

PyMODINIT_FUNC
PyInit_calls(void)
{
    return PyModuleDef_Init(&interop_module);
}

#pragma GCC diagnostic ignored "-Wtype-limits"
#pragma GCC diagnostic ignored "-Wsign-compare"
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
#line 5 "tests/golden/calls/in.cdef"
_Static_assert(_Generic(&c_add, int (*)(int, int): 1, default: 0), "the header declares 'c_add' with another type");
#line 6 "tests/golden/calls/in.cdef"
_Static_assert(_Generic(&c_add, int (*)(int, int): 1, default: 0), "the header declares 'c_add' with another type");
#line 7 "tests/golden/calls/in.cdef"
_Static_assert(_Generic(&c_hidden, int (*)(void): 1, default: 0), "the header declares 'c_hidden' with another type");
#line 8 "tests/golden/calls/in.cdef"
_Static_assert(_Generic(&c_keywords, int (*)(int, int, int, int): 1, default: 0), "the header declares 'c_keywords' with another type");
#line 9 "tests/golden/calls/in.cdef"
_Static_assert(_Generic(&c_defaults, int (*)(int, int, int, const char *): 1, default: 0), "the header declares 'c_defaults' with another type");
#line 10 "tests/golden/calls/in.cdef"
_Static_assert(_Generic(&c_default_before, int (*)(int, int, double): 1, default: 0), "the header declares 'c_default_before' with another type");
#line 11 "tests/golden/calls/in.cdef"
_Static_assert(_Generic(&c_optional, int (*)(int, const int *): 1, default: 0), "the header declares 'c_optional' with another type");
#line 12 "tests/golden/calls/in.cdef"
_Static_assert(_Generic(&c_fixed, int (*)(int, size_t, const void *): 1, default: 0), "the header declares 'c_fixed' with another type");
#line 13 "tests/golden/calls/in.cdef"
_Static_assert(_Generic(&c_nothing, void (*)(void): 1, default: 0), "the header declares 'c_nothing' with another type");
#line 14 "tests/golden/calls/in.cdef"
_Static_assert(_Generic(&c_cdecl, int (*)(int): 1, default: 0), "the header declares 'c_cdecl' with another type");
#line 15 "tests/golden/calls/in.cdef"
_Static_assert(_Generic(&c_level, int *: 1, default: 0), "the header declares 'c_level' with another type");
