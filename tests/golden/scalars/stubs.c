/* The stubs of module scalars. Made from tests/golden/scalars/in.cdef by interop; do not edit. */
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

static interop_enum interop_e_0_color = {"color", NULL, NULL, 0};
static interop_enum interop_e_1_access = {"access", NULL, NULL, 1};
INTEROP_SIGNED(signed__char, signed char)
INTEROP_UNSIGNED(unsigned__short, unsigned short)
INTEROP_SIGNED(long__long, long long)
INTEROP_FLOAT(float, float)
INTEROP_FLOAT(double, double)
INTEROP_LONG_DOUBLE(long__double, long double)
INTEROP_BOOLEAN(_Bool, _Bool)
INTEROP_CHAR(char, char)
INTEROP_WIDE(t_wchar_t, wchar_t)
INTEROP_SIGNED(int, int)
INTEROP_UNSIGNED(t_uint8_t, uint8_t)
INTEROP_SIGNED(t_int64_t, int64_t)
INTEROP_UNSIGNED(t_size_t, size_t)
INTEROP_SIGNED(t_intptr_t, intptr_t)
INTEROP_WIDE(t_char16_t, char16_t)
INTEROP_WIDE(t_char32_t, char32_t)
INTEROP_UNSIGNED(t_size, size)
INTEROP_ENUM(enum_t_color, enum color, interop_e_0_color)
INTEROP_ENUM(enum_t_access, access, interop_e_1_access)
INTEROP_BOOLEAN(t_BOOL, BOOL)
INTEROP_UNSIGNED(unsigned__char, unsigned char)
INTEROP_SIGNED(long, long)


/* tests/golden/scalars/in.cdef:15
 * int by_value(signed char a, unsigned short b, long long c, float d, double e, long double f, _Bool g, char h, wchar_t i); */
static const char *const interop_n_by_value[] = {"a", "b", "c", "d", "e", "f", "g", "h", "i"};
static PyObject *interop_k_by_value[9];
static interop_signature interop_s_by_value = {"by_value", interop_n_by_value, interop_k_by_value, "111111111", 9, 9};
static const char interop_d_by_value[] =
    "by_value(a, b, c, d, e, f, g, h, i)\n"
    "--\n"
    "\n"
    "by_value(a: int, b: int, c: int, d: float, e: float, f: float, g: bool, h: bytes, i: str) -> int\n"
    "\n"
    "C: int by_value(signed char a, unsigned short b, long long c, float d, double e, long double f, _Bool g, char h, wchar_t i);";
static PyObject *
interop_f_by_value(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[9];
    PyObject *const *_in = _args;
    signed char _a_a = 0;
    unsigned short _a_b = 0;
    long long _a_c = 0;
    float _a_d = 0;
    double _a_e = 0;
    long double _a_f = 0;
    _Bool _a_g = 0;
    char _a_h = 0;
    wchar_t _a_i = 0;
    int _result;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 9 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_by_value, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            return NULL;
    }

    /* marshal, pin */
    if (interop_to_signed__char(_in[0], &_a_a, INTEROP_AT(by_value, 0)) < 0)
        return NULL;
    if (interop_to_unsigned__short(_in[1], &_a_b, INTEROP_AT(by_value, 1)) < 0)
        return NULL;
    if (interop_to_long__long(_in[2], &_a_c, INTEROP_AT(by_value, 2)) < 0)
        return NULL;
    if (interop_to_float(_in[3], &_a_d, INTEROP_AT(by_value, 3)) < 0)
        return NULL;
    if (interop_to_double(_in[4], &_a_e, INTEROP_AT(by_value, 4)) < 0)
        return NULL;
    if (interop_to_long__double(_in[5], &_a_f, INTEROP_AT(by_value, 5)) < 0)
        return NULL;
    if (interop_to__Bool(_in[6], &_a_g, INTEROP_AT(by_value, 6)) < 0)
        return NULL;
    if (interop_to_char(_in[7], &_a_h, INTEROP_AT(by_value, 7)) < 0)
        return NULL;
    if (interop_to_t_wchar_t(_in[8], &_a_i, INTEROP_AT(by_value, 8)) < 0)
        return NULL;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = by_value(_a_a, _a_b, _a_c, _a_d, _a_e, _a_f, _a_g, _a_h, _a_i);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    PyObject *_value;
    _value = interop_from_int(_result);
    if (_value == NULL)
        return NULL;
    return _value;
}


/* tests/golden/scalars/in.cdef:16
 * size fixed_width(uint8_t a, int64_t b, size_t c, intptr_t d, char16_t e, char32_t f); */
static const char *const interop_n_fixed_width[] = {"a", "b", "c", "d", "e", "f"};
static PyObject *interop_k_fixed_width[6];
static interop_signature interop_s_fixed_width = {"fixed_width", interop_n_fixed_width, interop_k_fixed_width, "111111", 6, 6};
static const char interop_d_fixed_width[] =
    "fixed_width(a, b, c, d, e, f)\n"
    "--\n"
    "\n"
    "fixed_width(a: int, b: int, c: int, d: int, e: str, f: str) -> int\n"
    "\n"
    "C: size fixed_width(uint8_t a, int64_t b, size_t c, intptr_t d, char16_t e, char32_t f);";
static PyObject *
interop_f_fixed_width(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[6];
    PyObject *const *_in = _args;
    uint8_t _a_a = 0;
    int64_t _a_b = 0;
    size_t _a_c = 0;
    intptr_t _a_d = 0;
    char16_t _a_e = 0;
    char32_t _a_f = 0;
    size _result;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 6 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_fixed_width, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            return NULL;
    }

    /* marshal, pin */
    if (interop_to_t_uint8_t(_in[0], &_a_a, INTEROP_AT(fixed_width, 0)) < 0)
        return NULL;
    if (interop_to_t_int64_t(_in[1], &_a_b, INTEROP_AT(fixed_width, 1)) < 0)
        return NULL;
    if (interop_to_t_size_t(_in[2], &_a_c, INTEROP_AT(fixed_width, 2)) < 0)
        return NULL;
    if (interop_to_t_intptr_t(_in[3], &_a_d, INTEROP_AT(fixed_width, 3)) < 0)
        return NULL;
    if (interop_to_t_char16_t(_in[4], &_a_e, INTEROP_AT(fixed_width, 4)) < 0)
        return NULL;
    if (interop_to_t_char32_t(_in[5], &_a_f, INTEROP_AT(fixed_width, 5)) < 0)
        return NULL;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = fixed_width(_a_a, _a_b, _a_c, _a_d, _a_e, _a_f);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    PyObject *_value;
    _value = interop_from_t_size(_result);
    if (_value == NULL)
        return NULL;
    return _value;
}


/* tests/golden/scalars/in.cdef:17
 * enum color next_color(enum color c); */
static const char *const interop_n_next_color[] = {"c"};
static PyObject *interop_k_next_color[1];
static interop_signature interop_s_next_color = {"next_color", interop_n_next_color, interop_k_next_color, "1", 1, 1};
static const char interop_d_next_color[] =
    "next_color(c)\n"
    "--\n"
    "\n"
    "next_color(c: color) -> color\n"
    "\n"
    "C: enum color next_color(enum color c);";
static PyObject *
interop_f_next_color(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    enum color _a_c = (enum color)0;
    enum color _result;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_next_color, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            return NULL;
    }

    /* marshal, pin */
    if (interop_to_enum_t_color(_in[0], &_a_c, INTEROP_AT(next_color, 0)) < 0)
        return NULL;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = next_color(_a_c);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    PyObject *_value;
    _value = interop_from_enum_t_color(_result);
    if (_value == NULL)
        return NULL;
    return _value;
}


/* tests/golden/scalars/in.cdef:18
 * access allow(access a, BOOL really); */
static const char *const interop_n_allow[] = {"a", "really"};
static PyObject *interop_k_allow[2];
static interop_signature interop_s_allow = {"allow", interop_n_allow, interop_k_allow, "11", 2, 2};
static const char interop_d_allow[] =
    "allow(a, really)\n"
    "--\n"
    "\n"
    "allow(a: access, really: bool) -> access\n"
    "\n"
    "C: access allow(access a, BOOL really);";
static PyObject *
interop_f_allow(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = _args;
    access _a_a = (access)0;
    BOOL _a_really = 0;
    access _result;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 2 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_allow, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            return NULL;
    }

    /* marshal, pin */
    if (interop_to_enum_t_access(_in[0], &_a_a, INTEROP_AT(allow, 0)) < 0)
        return NULL;
    if (interop_to_t_BOOL(_in[1], &_a_really, INTEROP_AT(allow, 1)) < 0)
        return NULL;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = allow(_a_a, _a_really);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    PyObject *_value;
    _value = interop_from_enum_t_access(_result);
    if (_value == NULL)
        return NULL;
    return _value;
}


/* tests/golden/scalars/in.cdef:19
 * double frexp(double x, [out] int *exp); */
static const char *const interop_n_frexp[] = {"x", "exp"};
static PyObject *interop_k_frexp[1];
static interop_signature interop_s_frexp = {"frexp", interop_n_frexp, interop_k_frexp, "1", 1, 1};
static const char *const interop_q_frexp[][2] = {{"result", "float"}, {"exp", "int"}};
INTEROP_RESULTS(interop_r_frexp, "frexp_result", "What frexp() returns.", interop_q_frexp, 2)
static const char interop_d_frexp[] =
    "frexp(x)\n"
    "--\n"
    "\n"
    "frexp(x: float) -> (result: float, exp: int)\n"
    "\n"
    "C: double frexp(double x, int *exp);";
static PyObject *
interop_f_frexp(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    double _a_x = 0;
    int _s_exp = 0;
    int *_a_exp = &_s_exp;
    double _result;
    PyObject *_value = NULL;
    PyObject *_o_exp = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_frexp, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_to_double(_in[0], &_a_x, INTEROP_AT(frexp, 0)) < 0)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = frexp(_a_x, _a_exp);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    _value = interop_from_double(_result);
    if (_value == NULL)
        goto cleanup;
    _o_exp = interop_from_int(_s_exp);
    if (_o_exp == NULL)
        goto cleanup;
    {
        PyObject *_values[] = {_value, _o_exp};
        _value = _o_exp = NULL;
        _returned = interop_several(&interop_r_frexp, _values, 2);
    }
    if (_returned == NULL)
        goto cleanup;

    /* cleanup */
cleanup:
    Py_XDECREF(_value);
    Py_XDECREF(_o_exp);
    return _returned;
}


/* tests/golden/scalars/in.cdef:20
 * void three([in] const int *in, [out] unsigned char *out, [in, out] double *both); */
static const char *const interop_n_three[] = {"in_", "both", "out"};
static PyObject *interop_k_three[2];
static interop_signature interop_s_three = {"three", interop_n_three, interop_k_three, "11", 2, 2};
static const char *const interop_q_three[][2] = {{"out", "int"}, {"both", "float"}};
INTEROP_RESULTS(interop_r_three, "three_result", "What three() returns.", interop_q_three, 2)
static const char interop_d_three[] =
    "three(in_, both)\n"
    "--\n"
    "\n"
    "three(in_: int, both: float) -> (out: int, both: float)\n"
    "\n"
    "C: void three(const int *in, unsigned char *out, double *both);";
static PyObject *
interop_f_three(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = _args;
    int _s_in = 0;
    const int *_a_in = &_s_in;
    unsigned char _s_out = 0;
    unsigned char *_a_out = &_s_out;
    double _s_both = 0;
    double *_a_both = &_s_both;
    PyObject *_o_out = NULL;
    PyObject *_o_both = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 2 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_three, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_to_int(_in[0], &_s_in, INTEROP_AT(three, 0)) < 0)
        goto cleanup;
    if (interop_to_double(_in[1], &_s_both, INTEROP_AT(three, 1)) < 0)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    three(_a_in, _a_out, _a_both);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    _o_out = interop_from_unsigned__char(_s_out);
    if (_o_out == NULL)
        goto cleanup;
    _o_both = interop_from_double(_s_both);
    if (_o_both == NULL)
        goto cleanup;
    {
        PyObject *_values[] = {_o_out, _o_both};
        _o_out = _o_both = NULL;
        _returned = interop_several(&interop_r_three, _values, 2);
    }
    if (_returned == NULL)
        goto cleanup;

    /* cleanup */
cleanup:
    Py_XDECREF(_o_out);
    Py_XDECREF(_o_both);
    return _returned;
}


/* tests/golden/scalars/in.cdef:21
 * int maybe([unique] const int *in, [in, out, unique] long *both); */
static const char *const interop_n_maybe[] = {"in_", "both"};
static PyObject *interop_k_maybe[2];
static interop_signature interop_s_maybe = {"maybe", interop_n_maybe, interop_k_maybe, "11", 2, 2};
static const char *const interop_q_maybe[][2] = {{"result", "int"}, {"both", "int | None"}};
INTEROP_RESULTS(interop_r_maybe, "maybe_result", "What maybe() returns.", interop_q_maybe, 2)
static const char interop_d_maybe[] =
    "maybe(in_, both)\n"
    "--\n"
    "\n"
    "maybe(in_: int | None, both: int | None) -> (result: int, both: int | None)\n"
    "\n"
    "C: int maybe(const int *in, long *both);";
static PyObject *
interop_f_maybe(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = _args;
    int _s_in = 0;
    const int *_a_in = &_s_in;
    long _s_both = 0;
    long *_a_both = &_s_both;
    int _result;
    PyObject *_value = NULL;
    PyObject *_o_both = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 2 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_maybe, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (_in[0] == Py_None)
        _a_in = NULL;
    else {
        if (interop_to_int(_in[0], &_s_in, INTEROP_AT(maybe, 0)) < 0)
            goto cleanup;
    }
    if (_in[1] == Py_None)
        _a_both = NULL;
    else {
        if (interop_to_long(_in[1], &_s_both, INTEROP_AT(maybe, 1)) < 0)
            goto cleanup;
    }

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = maybe(_a_in, _a_both);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    _value = interop_from_int(_result);
    if (_value == NULL)
        goto cleanup;
    if (_a_both == NULL) {
        Py_INCREF(Py_None);
        _o_both = Py_None;
    } else {
        _o_both = interop_from_long(_s_both);
        if (_o_both == NULL)
            goto cleanup;
    }
    {
        PyObject *_values[] = {_value, _o_both};
        _value = _o_both = NULL;
        _returned = interop_several(&interop_r_maybe, _values, 2);
    }
    if (_returned == NULL)
        goto cleanup;

    /* cleanup */
cleanup:
    Py_XDECREF(_value);
    Py_XDECREF(_o_both);
    return _returned;
}


/* tests/golden/scalars/in.cdef:22
 * [retval] int several([out] int *first, [out, retval] double *main_one, [out] enum color *c); */
static const char *const interop_n_several[] = {"first", "main_one", "c"};
static PyObject *interop_k_several[1];
static interop_signature interop_s_several = {"several", interop_n_several, interop_k_several, "", 0, 0};
static const char *const interop_q_several[][2] = {{"main_one", "float"}, {"result", "int"}, {"first", "int"}, {"c", "color"}};
INTEROP_RESULTS(interop_r_several, "several_result", "What several() returns.", interop_q_several, 4)
static const char interop_d_several[] =
    "several()\n"
    "--\n"
    "\n"
    "several() -> (main_one: float, result: int, first: int, c: color)\n"
    "\n"
    "C: int several(int *first, double *main_one, enum color *c);";
static PyObject *
interop_f_several(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    int _s_first = 0;
    int *_a_first = &_s_first;
    double _s_main_one = 0;
    double *_a_main_one = &_s_main_one;
    enum color _s_c = (enum color)0;
    enum color *_a_c = &_s_c;
    int _result;
    PyObject *_o_main_one = NULL;
    PyObject *_value = NULL;
    PyObject *_o_first = NULL;
    PyObject *_o_c = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 0 || _kwnames != NULL) && interop_sort(&interop_s_several, _args, _nargs, _args + _nargs, _kwnames, NULL) < 0)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = several(_a_first, _a_main_one, _a_c);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    _value = interop_from_int(_result);
    if (_value == NULL)
        goto cleanup;
    _o_first = interop_from_int(_s_first);
    if (_o_first == NULL)
        goto cleanup;
    _o_main_one = interop_from_double(_s_main_one);
    if (_o_main_one == NULL)
        goto cleanup;
    _o_c = interop_from_enum_t_color(_s_c);
    if (_o_c == NULL)
        goto cleanup;
    {
        PyObject *_values[] = {_o_main_one, _value, _o_first, _o_c};
        _o_main_one = _value = _o_first = _o_c = NULL;
        _returned = interop_several(&interop_r_several, _values, 4);
    }
    if (_returned == NULL)
        goto cleanup;

    /* cleanup */
cleanup:
    Py_XDECREF(_o_main_one);
    Py_XDECREF(_value);
    Py_XDECREF(_o_first);
    Py_XDECREF(_o_c);
    return _returned;
}

static PyObject *
interop_setup(PyObject *self, PyObject *args)
{
    static interop_enum *const enums[] = {&interop_e_0_color, &interop_e_1_access, NULL};
    static interop_exception *const exceptions[] = {NULL};

    (void)self;
    return interop_setup_with(args, enums, exceptions);
}

static PyMethodDef interop_methods[] = {
    {"_interop_setup", interop_setup, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};
static const interop_function_def interop_functions[] = {
    {"by_value", interop_f_by_value, interop_d_by_value},
    {"fixed_width", interop_f_fixed_width, interop_d_fixed_width},
    {"next_color", interop_f_next_color, interop_d_next_color},
    {"allow", interop_f_allow, interop_d_allow},
    {"frexp", interop_f_frexp, interop_d_frexp},
    {"three", interop_f_three, interop_d_three},
    {"maybe", interop_f_maybe, interop_d_maybe},
    {"several", interop_f_several, interop_d_several},
    {NULL, NULL, NULL},
};

static int
interop_execute(PyObject *module)
{
    static interop_results *const results[] = {&interop_r_frexp, &interop_r_three, &interop_r_maybe, &interop_r_several, NULL};
    if (!interop_is_home())
        return -1;
    if (interop_add_functions(module, interop_functions) < 0)
        return -1;
    return interop_execute_with(module, results, "eaa8dba4bffe280b");
}

static PyModuleDef_Slot interop_slots[] = {
    {Py_mod_exec, (void *)interop_execute},
    {0, NULL},
};
static struct PyModuleDef interop_module = {
    PyModuleDef_HEAD_INIT, "scalars", NULL, 0, interop_methods, interop_slots, NULL, NULL, NULL,
};

PyMODINIT_FUNC
PyInit_scalars(void)
{
    return PyModuleDef_Init(&interop_module);
}

#pragma GCC diagnostic ignored "-Wtype-limits"
#pragma GCC diagnostic ignored "-Wsign-compare"
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
#line 5 "tests/golden/scalars/in.cdef"
typedef unsigned long size;
#line 6 "tests/golden/scalars/in.cdef"
typedef int BOOL;
#line 7 "tests/golden/scalars/in.cdef"
_Static_assert((S_RED) == 0LL && ((S_RED) < 0) == 0, "'S_RED' has another value in the header");
#line 7 "tests/golden/scalars/in.cdef"
_Static_assert((S_GREEN) == 5LL && ((S_GREEN) < 0) == 0, "'S_GREEN' has another value in the header");
#line 7 "tests/golden/scalars/in.cdef"
_Static_assert((S_BLUE) == 6LL && ((S_BLUE) < 0) == 0, "'S_BLUE' has another value in the header");
#line 7 "tests/golden/scalars/in.cdef"
_Static_assert(sizeof(enum color) == sizeof(unsigned int), "'enum color' has another size than 'unsigned int'");
#line 8 "tests/golden/scalars/in.cdef"
_Static_assert((S_READ) == 1LL && ((S_READ) < 0) == 0, "'S_READ' has another value in the header");
#line 8 "tests/golden/scalars/in.cdef"
_Static_assert((S_WRITE) == 2LL && ((S_WRITE) < 0) == 0, "'S_WRITE' has another value in the header");
#line 8 "tests/golden/scalars/in.cdef"
_Static_assert(sizeof(access) == sizeof(unsigned int), "'access' has another size than 'unsigned int'");
#line 9 "tests/golden/scalars/in.cdef"
_Static_assert((S_FIRST) == -1LL && ((S_FIRST) < 0) == 1, "'S_FIRST' has another value in the header");
#line 9 "tests/golden/scalars/in.cdef"
_Static_assert((S_LAST) == 1048576LL && ((S_LAST) < 0) == 0, "'S_LAST' has another value in the header");
#line 10 "tests/golden/scalars/in.cdef"
_Static_assert((S_RATIO) == 0.25, "'S_RATIO' has another value in the header");
#line 12 "tests/golden/scalars/in.cdef"
_Static_assert((S_MASK) == 255LL && ((S_MASK) < 0) == 0, "'S_MASK' has another value in the header");
#line 15 "tests/golden/scalars/in.cdef"
_Static_assert(_Generic(&by_value, int (*)(signed char, unsigned short, long long, float, double, long double, _Bool, char, wchar_t): 1, default: 0), "the header declares 'by_value' with another type");
#line 16 "tests/golden/scalars/in.cdef"
_Static_assert(_Generic(&fixed_width, size (*)(uint8_t, int64_t, size_t, intptr_t, char16_t, char32_t): 1, default: 0), "the header declares 'fixed_width' with another type");
#line 17 "tests/golden/scalars/in.cdef"
_Static_assert(_Generic(&next_color, enum color (*)(enum color): 1, default: 0), "the header declares 'next_color' with another type");
#line 18 "tests/golden/scalars/in.cdef"
_Static_assert(_Generic(&allow, access (*)(access, BOOL): 1, default: 0), "the header declares 'allow' with another type");
#line 19 "tests/golden/scalars/in.cdef"
_Static_assert(_Generic(&frexp, double (*)(double, int *): 1, default: 0), "the header declares 'frexp' with another type");
#line 20 "tests/golden/scalars/in.cdef"
_Static_assert(_Generic(&three, void (*)(const int *, unsigned char *, double *): 1, default: 0), "the header declares 'three' with another type");
#line 21 "tests/golden/scalars/in.cdef"
_Static_assert(_Generic(&maybe, int (*)(const int *, long *): 1, default: 0), "the header declares 'maybe' with another type");
#line 22 "tests/golden/scalars/in.cdef"
_Static_assert(_Generic(&several, int (*)(int *, double *, enum color *): 1, default: 0), "the header declares 'several' with another type");
