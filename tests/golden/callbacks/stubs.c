/* The stubs of module callbacks. Made from tests/golden/callbacks/in.cdef by interop; do not edit. */
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

static interop_exception interop_x_GoneWrong = {"GoneWrong", NULL, NULL, 0};
static interop_marshaller interop_m_0 = {"interop.marshallers.times:UnixTime", NULL, NULL, NULL, NULL};
INTEROP_SIGNED(int, int)
INTEROP_UNSIGNED(t_size_t, size_t)
INTEROP_POINTER(t_void__ptr, "void *")
INTEROP_SIGNED(t_g_time, g_time)
INTEROP_CHAR(char, char)
INTEROP_FLOAT(double, double)
INTEROP_SIGNED(long, long)
static const interop_codec interop_c_0 = {NULL, "strict", sizeof(char), 0};

_Static_assert(sizeof(g_hub *) <= sizeof(uintptr_t), "a handle is no larger than a pointer");
INTEROP_UNUSED static inline g_hub *
interop_value_h_t_g_hub(uintptr_t _number)
{
    g_hub * _value;
    memcpy(&_value, &_number, sizeof _value);
    return _value;
}
INTEROP_UNUSED static inline uintptr_t
interop_pack_h_t_g_hub(g_hub * _value)
{
    uintptr_t _number = 0;
    memcpy(&_number, &_value, sizeof _value);
    return _number;
}
INTEROP_UNUSED static inline int
interop_valid_h_t_g_hub(g_hub * _value)
{
    (void)_value;
    return _value != NULL;
}
static int
interop_accept_h_t_g_hub(uintptr_t *_number)
{
    *_number = interop_pack_h_t_g_hub(interop_value_h_t_g_hub(*_number));
    return interop_valid_h_t_g_hub(interop_value_h_t_g_hub(*_number));
}
static int
interop_close_h_t_g_hub(uintptr_t _number, int _raises)
{
    g_hub *_a_hub = interop_value_h_t_g_hub(_number);
    interop_call _call;
    int _calls_back = _raises;

    (void)_raises;
    if (_calls_back) {
        interop_call_init(&_call);
        interop_call_begin(&_call);
    }

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    (g_close)(_a_hub);
    Py_END_ALLOW_THREADS
    if (_calls_back) {
        interop_call_end(&_call);
        Py_XDECREF(_call.lent);
        if (INTEROP_UNLIKELY(_call.raised != NULL))
            return interop_call_raise(&_call, "close");
    }
    return 0;
}
static interop_handles interop_hk_h_t_g_hub = {"hub", interop_close_h_t_g_hub, 0, interop_accept_h_t_g_hub, NULL, NULL, sizeof(g_hub *), 0, NULL, 0};
static interop_callback_type interop_cb_f_t_g_visitor;
static interop_callback_type interop_cb_f_t_g_compare;
static interop_callback_type interop_cb_f_t_g_maker;
static interop_callback_type interop_cb_f_t_g_reader;
static interop_callback_type interop_cb_f_t_g_completer;
static interop_callback_type interop_cb_f_t_g_lister;
static interop_callback_type interop_cb_f_t_g_sorter;
static interop_callback_type interop_cb_f_t_g_postpone;
static interop_callback_type interop_cb_f_t_g_finished;
static interop_callback_type interop_cb_f_t_g_counted;
static interop_callback_type interop_cb_f_t_g_ended;
static interop_callback_type interop_cb_f_t_g_on__event;
static interop_callback_type interop_cb_f_t_g_taker;
static interop_callback_type interop_cb_f_t_g_chooser;
static interop_record interop_record_r_t_g_point;
static const interop_type interop_type_r_t_g_point;
INTEROP_BLITTABLE(r_t_g_point, g_point)
/* tests/golden/callbacks/in.cdef:7 g_point */
static const char *const interop_names_r_t_g_point[] = {"x", "y"};
static PyObject *interop_keys_r_t_g_point[2];
static interop_signature interop_fields_r_t_g_point = {
    "point", interop_names_r_t_g_point, interop_keys_r_t_g_point, NULL, 2, 2};

static PyObject *
interop_read_0_r_t_g_point(PyObject *_self, void *_unused)
{
    (void)_unused;
    return interop_get_int(INTEROP_INSIDE(_self, g_point, x), INTEROP_FIELD(r_t_g_point, 0));
}

static int
interop_write_0_r_t_g_point(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_g_point, 0));
    if (INTEROP_IS_COPIED(_self))
        return interop_not_changed(INTEROP_FIELD(r_t_g_point, 0));
    return interop_set_int(_value, INTEROP_INSIDE(_self, g_point, x), INTEROP_FIELD(r_t_g_point, 0));
}

static PyObject *
interop_read_1_r_t_g_point(PyObject *_self, void *_unused)
{
    (void)_unused;
    return interop_get_int(INTEROP_INSIDE(_self, g_point, y), INTEROP_FIELD(r_t_g_point, 1));
}

static int
interop_write_1_r_t_g_point(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_g_point, 1));
    if (INTEROP_IS_COPIED(_self))
        return interop_not_changed(INTEROP_FIELD(r_t_g_point, 1));
    return interop_set_int(_value, INTEROP_INSIDE(_self, g_point, y), INTEROP_FIELD(r_t_g_point, 1));
}

static const interop_part interop_members_r_t_g_point[] = {
    {"x", "x", &interop_type_int, offsetof(g_point, x), sizeof(((g_point *)0)->x), NULL, 0},
    {"y", "y", &interop_type_int, offsetof(g_point, y), sizeof(((g_point *)0)->y), NULL, 0},
    {NULL, NULL, NULL, 0, 0, NULL, 0},
};
static const interop_field interop_table_r_t_g_point[] = {
    {"x", interop_read_0_r_t_g_point, interop_write_0_r_t_g_point, 0, 0, 0, 0},
    {"y", interop_read_1_r_t_g_point, interop_write_1_r_t_g_point, 0, 0, 0, 0},
    {NULL, NULL, NULL, 0, 0, 0, 0},
};
static PyGetSetDef interop_getset_r_t_g_point[] = {
    {"x", interop_read_0_r_t_g_point, interop_write_0_r_t_g_point, "int; C: int x", NULL},
    {"y", interop_read_1_r_t_g_point, interop_write_1_r_t_g_point, "int; C: int y", NULL},
    {NULL, NULL, NULL, NULL, NULL},
};
static PyObject *
interop_array_of_r_t_g_point(PyObject *_class, PyObject *_value)
{
    (void)_class;
    return interop_record_array(&interop_record_r_t_g_point, _value);
}
static PyMethodDef interop_methods_r_t_g_point[] = {
    INTEROP_BLITTABLE_METHODS
    {"array", interop_array_of_r_t_g_point, METH_O | METH_CLASS, INTEROP_ARRAY_DOC},
    INTEROP_RECORD_METHODS
    {NULL, NULL, 0, NULL},
};
INTEROP_UNUSED static inline int
interop_numbers_r_t_g_point(void *_data, PyObject *const *_values, Py_ssize_t _count)
{
    if (_count < 2 || sizeof(((g_point *)0)->x) + sizeof(((g_point *)0)->y) < sizeof(g_point))
        memset(_data, 0, sizeof(g_point));
    if (_count > 0) {
        int _number = 0;
        if (interop_to_int(_values[0], &_number, INTEROP_FIELD(r_t_g_point, 0)) < 0)
            return -1;
        memcpy((char *)_data + offsetof(g_point, x), &_number, sizeof _number);
    }
    if (_count > 1) {
        int _number = 0;
        if (interop_to_int(_values[1], &_number, INTEROP_FIELD(r_t_g_point, 1)) < 0)
            return -1;
        memcpy((char *)_data + offsetof(g_point, y), &_number, sizeof _number);
    }
    return 0;
}

static PyObject *
interop_make_r_t_g_point(PyTypeObject *_class, PyObject *_args, PyObject *_keywords)
{
    (void)_class;
    return interop_record_make(&interop_record_r_t_g_point, interop_numbers_r_t_g_point, _args, _keywords);
}
#if INTEROP_DIRECT
static PyObject *
interop_quick_make_r_t_g_point(PyObject *_class, PyObject *const *_args, size_t _count,
                     PyObject *_names)
{
    (void)_class;
    return interop_record_vectorcall(&interop_record_r_t_g_point, interop_numbers_r_t_g_point, _args, _count, _names);
}
#endif
static const char interop_doc_r_t_g_point[] =
    "point(x=0, y=0)\n"
    "--\n"
    "\n"
    "C: g_point. It holds the native value, and C gets its address.\n"
    "\n"
    "x: int\n"
    "y: int";
static interop_record interop_record_r_t_g_point = {
    .layout = {
        .name = "point",
        .members = interop_members_r_t_g_point,
        .count = 2,
        .is_opaque = 0,
        .has_gaps = 0,
        .size = sizeof(g_point),
        .make = interop_records_new,
        .assign = interop_record_assign,
    },
    .signature = &interop_fields_r_t_g_point,
    .fields = interop_table_r_t_g_point,
    .count = 2,
    .is_union = 0,
    .has_late = 0,
    .has_overlays = 0,
    .alignment = _Alignof(g_point),
    .held = 0,
    .make = interop_make_r_t_g_point,
    INTEROP_QUICK_MAKE(interop_quick_make_r_t_g_point)
    .doc = interop_doc_r_t_g_point,
    .getset = interop_getset_r_t_g_point,
    .methods = interop_methods_r_t_g_point,
    .type = &interop_type_r_t_g_point,
    .pointer = {"g_point *", NULL},
};

static const char interop_slot_event[] = "event";

/* tests/golden/callbacks/in.cdef:8, called by C
 * [on_error(-1)] typedef int (*g_visitor)([closure] void *data, [in, string] const char *name, [in, size_is(n)] const int *values, int n); */
static const char *const interop_n_1f_t_g_visitor[] = {"name", "values", "name", "values", "n"};
INTEROP_UNUSED static const interop_signature interop_s_1f_t_g_visitor = {"visitor", interop_n_1f_t_g_visitor, NULL, "", 2, 0};
static int interop_ci_f_t_g_visitor(interop_callback *_entry, void *_data, void *_a_data, const char *_a_name, const int *_a_values, int _a_n)
{
    int _result;
    int _given;
    int _errno = errno;
    interop_lock _lock;
    PyObject *_callable, *_returned = NULL;
    uintptr_t _number = 0;
    PyObject *_p_name = NULL;
    PyObject *_p_values = NULL;

    /* setup */
    (void)_data;
    (void)_a_data;
    (void)_a_name;
    (void)_a_values;
    (void)_a_n;
    _result = (int)(-1);
    memset(&_given, 0, sizeof _given);
    if (!interop_lock_enter(&_lock)) {
        return _result;
    }
    if (_entry == NULL)
        _entry = interop_numbered_find(_data, &interop_cb_f_t_g_visitor);
    _callable = interop_enter(_entry, &interop_cb_f_t_g_visitor);
    if (INTEROP_UNLIKELY(_callable == NULL))
        goto unanswered;
    _number = _entry->number;

    /* marshal */
    if (_a_name == NULL) {
        interop_unexpected_null(INTEROP_AT(1f_t_g_visitor, 0));
        goto failed;
    } else {
        _p_name = interop_text_read(_a_name, -1, &interop_c_0, INTEROP_AT(1f_t_g_visitor, 0));
        if (_p_name == NULL)
            goto failed;
    }
    if (_a_values == NULL) {
        interop_unexpected_null(INTEROP_AT(1f_t_g_visitor, 1));
        goto failed;
    } else {
        Py_ssize_t _count;
        if ((_count = interop_count((interop_wide)(_a_n), 0, INTEROP_AT(1f_t_g_visitor, 1), "size_is")) < 0)
            goto failed;
        _p_values = interop_array_read(_a_values, _count, &interop_type_int, INTEROP_MAKE_ARRAY, INTEROP_AT(1f_t_g_visitor, 1));
        if (_p_values == NULL)
            goto failed;
    }

    /* invoke */
    {
        PyObject *_passed[3];
        _passed[1] = _p_name;
        _passed[2] = _p_values;
        _returned = interop_run(_callable, _passed, 2);
    }
    if (_returned == NULL)
        goto failed;

    /* unmarshal */
    if (_returned != Py_None) {
        if (interop_to_int(_returned, &_given, INTEROP_AT(1f_t_g_visitor, -1)) < 0)
            goto failed;
    }
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
    Py_XDECREF(_p_name);
    Py_XDECREF(_p_values);
    Py_XDECREF(_returned);
    if (_callable != NULL) {
        interop_leave(_entry, _number);
        Py_DECREF(_callable);
    }
    interop_lock_leave(&_lock);
    errno = _errno;
    return _result;
}

static int interop_ct_f_t_g_visitor(void *_a_data, const char *_a_name, const int *_a_values, int _a_n)
{
    return interop_ci_f_t_g_visitor(NULL, (void *)(uintptr_t)_a_data, _a_data, _a_name, _a_values, _a_n);
}

static interop_callback_type interop_cb_f_t_g_visitor = {
    "visitor", "g_visitor", NULL, NULL, 0, NULL, NULL,
    NULL, NULL, NULL, NULL, 0, {"g_visitor", NULL},
};

/* tests/golden/callbacks/in.cdef:10
 * typedef int g_compare([in] const g_point *a, [in] const g_point *b); */
static const char *const interop_n_0f_t_g_compare[] = {"a", "b"};
static PyObject *interop_k_0f_t_g_compare[2];
static interop_signature interop_s_0f_t_g_compare = {"compare", interop_n_0f_t_g_compare, interop_k_0f_t_g_compare, "11", 2, 2};
static const char interop_d_0f_t_g_compare[] =
    "compare(a, b)\n"
    "--\n"
    "\n"
    "compare(a: point, b: point) -> int\n"
    "\n"
    "C: int g_compare(const g_point *a, const g_point *b);";
static PyObject *
interop_f_0f_t_g_compare(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = _args;
    g_point _s_a;
    const g_point *_a_a = NULL;
    g_point _s_b;
    const g_point *_a_b = NULL;
    int _result;
    interop_call _call;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    interop_call_init(&_call);
    if (INTEROP_UNLIKELY(_nargs != 2 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_0f_t_g_compare, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    _a_a = interop_pin_r_t_g_point(_in[0], &_s_a, INTEROP_AT(0f_t_g_compare, 0));
    if (_a_a == NULL)
        goto cleanup;
    _a_b = interop_pin_r_t_g_point(_in[1], &_s_b, INTEROP_AT(0f_t_g_compare, 1));
    if (_a_b == NULL)
        goto cleanup;

    /* invoke, capture */
    interop_call_begin(&_call);
    Py_BEGIN_ALLOW_THREADS
    _result = ((g_compare *)(uintptr_t)interop_function_of(_self, &interop_cb_f_t_g_compare))(_a_a, _a_b);
    Py_END_ALLOW_THREADS
    interop_call_end(&_call);
    if (INTEROP_UNLIKELY(_call.raised != NULL)) {
        interop_call_raise(&_call, "compare");
        goto cleanup;
    }

    /* unmarshal */
    _value = interop_from_int(_result);
    if (_value == NULL)
        goto cleanup;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    Py_XDECREF(_call.lent);
    Py_XDECREF(_value);
    return _returned;
}

/* tests/golden/callbacks/in.cdef:10, called by C
 * typedef int g_compare([in] const g_point *a, [in] const g_point *b); */
static const char *const interop_n_1f_t_g_compare[] = {"a", "b", "a", "b"};
INTEROP_UNUSED static const interop_signature interop_s_1f_t_g_compare = {"compare", interop_n_1f_t_g_compare, NULL, "", 2, 0};
static int interop_ci_f_t_g_compare(interop_callback *_entry, void *_data, const g_point *_a_a, const g_point *_a_b)
{
    int _result;
    int _given;
    int _errno = errno;
    interop_lock _lock;
    PyObject *_callable, *_returned = NULL;
    uintptr_t _number = 0;
    PyObject *_p_a = NULL;
    PyObject *_p_b = NULL;

    /* setup */
    (void)_data;
    (void)_a_a;
    (void)_a_b;
    _result = (int)0;
    memset(&_given, 0, sizeof _given);
    if (!interop_lock_enter(&_lock)) {
        return _result;
    }
    _callable = interop_enter(_entry, &interop_cb_f_t_g_compare);
    if (INTEROP_UNLIKELY(_callable == NULL))
        goto unanswered;
    _number = _entry->number;

    /* marshal */
    if (_a_a == NULL) {
        interop_unexpected_null(INTEROP_AT(1f_t_g_compare, 0));
        goto failed;
    } else {
        _p_a = interop_from_r_t_g_point(_a_a, INTEROP_AT(1f_t_g_compare, 0));
        if (_p_a == NULL)
            goto failed;
    }
    if (_a_b == NULL) {
        interop_unexpected_null(INTEROP_AT(1f_t_g_compare, 1));
        goto failed;
    } else {
        _p_b = interop_from_r_t_g_point(_a_b, INTEROP_AT(1f_t_g_compare, 1));
        if (_p_b == NULL)
            goto failed;
    }

    /* invoke */
    {
        PyObject *_passed[3];
        _passed[1] = _p_a;
        _passed[2] = _p_b;
        _returned = interop_run(_callable, _passed, 2);
    }
    if (_returned == NULL)
        goto failed;

    /* unmarshal */
    if (interop_to_int(_returned, &_given, INTEROP_AT(1f_t_g_compare, -1)) < 0)
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
    Py_XDECREF(_p_a);
    Py_XDECREF(_p_b);
    Py_XDECREF(_returned);
    if (_callable != NULL) {
        interop_leave(_entry, _number);
        Py_DECREF(_callable);
    }
    interop_lock_leave(&_lock);
    errno = _errno;
    return _result;
}

static interop_callback interop_cp_f_t_g_compare[INTEROP_POOL];
#define INTEROP_TRAMPOLINE(n) static int interop_ct_f_t_g_compare_##n(const g_point *_a_a, const g_point *_a_b) { return interop_ci_f_t_g_compare(&interop_cp_f_t_g_compare[n], NULL, _a_a, _a_b); }
INTEROP_TRAMPOLINE(0) INTEROP_TRAMPOLINE(1) INTEROP_TRAMPOLINE(2) INTEROP_TRAMPOLINE(3) INTEROP_TRAMPOLINE(4) INTEROP_TRAMPOLINE(5) INTEROP_TRAMPOLINE(6) INTEROP_TRAMPOLINE(7)
INTEROP_TRAMPOLINE(8) INTEROP_TRAMPOLINE(9) INTEROP_TRAMPOLINE(10) INTEROP_TRAMPOLINE(11) INTEROP_TRAMPOLINE(12) INTEROP_TRAMPOLINE(13) INTEROP_TRAMPOLINE(14) INTEROP_TRAMPOLINE(15)
INTEROP_TRAMPOLINE(16) INTEROP_TRAMPOLINE(17) INTEROP_TRAMPOLINE(18) INTEROP_TRAMPOLINE(19) INTEROP_TRAMPOLINE(20) INTEROP_TRAMPOLINE(21) INTEROP_TRAMPOLINE(22) INTEROP_TRAMPOLINE(23)
INTEROP_TRAMPOLINE(24) INTEROP_TRAMPOLINE(25) INTEROP_TRAMPOLINE(26) INTEROP_TRAMPOLINE(27) INTEROP_TRAMPOLINE(28) INTEROP_TRAMPOLINE(29) INTEROP_TRAMPOLINE(30) INTEROP_TRAMPOLINE(31)
#undef INTEROP_TRAMPOLINE
static const interop_function interop_ct_f_t_g_compare_all[INTEROP_POOL] = {
    (interop_function)interop_ct_f_t_g_compare_0, (interop_function)interop_ct_f_t_g_compare_1, (interop_function)interop_ct_f_t_g_compare_2, (interop_function)interop_ct_f_t_g_compare_3,
    (interop_function)interop_ct_f_t_g_compare_4, (interop_function)interop_ct_f_t_g_compare_5, (interop_function)interop_ct_f_t_g_compare_6, (interop_function)interop_ct_f_t_g_compare_7,
    (interop_function)interop_ct_f_t_g_compare_8, (interop_function)interop_ct_f_t_g_compare_9, (interop_function)interop_ct_f_t_g_compare_10, (interop_function)interop_ct_f_t_g_compare_11,
    (interop_function)interop_ct_f_t_g_compare_12, (interop_function)interop_ct_f_t_g_compare_13, (interop_function)interop_ct_f_t_g_compare_14, (interop_function)interop_ct_f_t_g_compare_15,
    (interop_function)interop_ct_f_t_g_compare_16, (interop_function)interop_ct_f_t_g_compare_17, (interop_function)interop_ct_f_t_g_compare_18, (interop_function)interop_ct_f_t_g_compare_19,
    (interop_function)interop_ct_f_t_g_compare_20, (interop_function)interop_ct_f_t_g_compare_21, (interop_function)interop_ct_f_t_g_compare_22, (interop_function)interop_ct_f_t_g_compare_23,
    (interop_function)interop_ct_f_t_g_compare_24, (interop_function)interop_ct_f_t_g_compare_25, (interop_function)interop_ct_f_t_g_compare_26, (interop_function)interop_ct_f_t_g_compare_27,
    (interop_function)interop_ct_f_t_g_compare_28, (interop_function)interop_ct_f_t_g_compare_29, (interop_function)interop_ct_f_t_g_compare_30, (interop_function)interop_ct_f_t_g_compare_31,
};

static interop_ctype interop_cg_f_t_g_compare_types[] = {{"const g_point *", NULL}, {"const g_point *", NULL}, {"int", NULL}};
static PyObject *
interop_cg_f_t_g_compare(PyObject *self, PyObject *args)
{
    const g_point *_a_a;
    const g_point *_a_b;
    int _result;
    interop_callback *_entry = PyLong_AsVoidPtr(self);

    if (interop_grown_argument(&_a_a, sizeof _a_a, args, 0, &interop_cg_f_t_g_compare_types[0]) < 0)
        return NULL;
    if (interop_grown_argument(&_a_b, sizeof _a_b, args, 1, &interop_cg_f_t_g_compare_types[1]) < 0)
        return NULL;
    _result = interop_ci_f_t_g_compare(_entry, NULL, _a_a, _a_b);
    return interop_grown_result(&_result, &interop_cg_f_t_g_compare_types[2]);
}
static PyMethodDef interop_cg_f_t_g_compare_method = {"g_compare", interop_cg_f_t_g_compare, METH_VARARGS, NULL};

static PyMethodDef interop_fm_0f_t_g_compare = {"compare", (PyCFunction)(void (*)(void))interop_f_0f_t_g_compare, METH_FASTCALL | METH_KEYWORDS, interop_d_0f_t_g_compare};
static interop_callback_type interop_cb_f_t_g_compare = {
    "compare", "g_compare *", interop_cp_f_t_g_compare, interop_ct_f_t_g_compare_all, INTEROP_POOL, &interop_cg_f_t_g_compare_method, &interop_fm_0f_t_g_compare,
    NULL, NULL, NULL, NULL, 0, {"g_compare *", NULL},
};

/* tests/golden/callbacks/in.cdef:11, called by C
 * [string, unique, owned(free, malloc)] typedef char *(*g_maker)(int id, [out] int *length, [in, out] g_point *at); */
static const char *const interop_n_1f_t_g_maker[] = {"id", "at", "id", "length", "at"};
INTEROP_UNUSED static const interop_signature interop_s_1f_t_g_maker = {"maker", interop_n_1f_t_g_maker, NULL, "", 2, 0};
static char *interop_ci_f_t_g_maker(interop_callback *_entry, void *_data, int _a_id, int *_a_length, g_point *_a_at)
{
    char *_result;
    char *_given;
    int _errno = errno;
    interop_lock _lock;
    PyObject *_callable, *_returned = NULL;
    uintptr_t _number = 0;
    PyObject *_p_id = NULL;
    PyObject *_p_at = NULL;
    int _s_length;
    g_point _s_at;
    interop_text _t_result;
    void *_g_result = NULL;

    /* setup */
    (void)_data;
    (void)_a_id;
    (void)_a_length;
    (void)_a_at;
    _result = (char *)0;
    memset(&_given, 0, sizeof _given);
    memset(&_s_length, 0, sizeof _s_length);
    memset(&_s_at, 0, sizeof _s_at);
    interop_text_init(&_t_result);
    if (!interop_lock_enter(&_lock)) {
        if (_a_length != NULL)
            memset(_a_length, 0, sizeof *_a_length);
        return _result;
    }
    _callable = interop_enter(_entry, &interop_cb_f_t_g_maker);
    if (INTEROP_UNLIKELY(_callable == NULL))
        goto unanswered;
    _number = _entry->number;

    /* marshal */
    if (_a_length == NULL) {
        interop_unexpected_null(INTEROP_AT(1f_t_g_maker, 3));
        goto failed;
    }
    if (_a_at == NULL) {
        interop_unexpected_null(INTEROP_AT(1f_t_g_maker, 4));
        goto failed;
    }
    _p_id = interop_from_int(_a_id);
    if (_p_id == NULL)
        goto failed;
    if (_a_at == NULL) {
        interop_unexpected_null(INTEROP_AT(1f_t_g_maker, 1));
        goto failed;
    } else {
        _p_at = interop_from_r_t_g_point(_a_at, INTEROP_AT(1f_t_g_maker, 1));
        if (_p_at == NULL)
            goto failed;
    }

    /* invoke */
    {
        PyObject *_passed[3];
        _passed[1] = _p_id;
        _passed[2] = _p_at;
        _returned = interop_run(_callable, _passed, 2);
    }
    if (_returned == NULL)
        goto failed;

    /* unmarshal */
    if (interop_unpack(_returned, 2, INTEROP_AT(1f_t_g_maker, -1)) < 0)
        goto failed;
    if (interop_text_in(PyTuple_GetItem(_returned, 0), &interop_c_0, INTEROP_NULLABLE, &_t_result, INTEROP_AT(1f_t_g_maker, -1)) < 0)
        goto failed;
    if (_t_result.data != NULL) {
        _g_result = interop_given((malloc)(((size_t)_t_result.units + 1) * sizeof(char)), _t_result.data, ((size_t)_t_result.units + 1) * sizeof(char));
        if (_g_result == NULL)
            goto failed;
    }
    _given = _g_result;
    if (interop_to_int(PyTuple_GetItem(_returned, 1), &_s_length, INTEROP_AT(1f_t_g_maker, 3)) < 0)
        goto failed;
    if (interop_to_r_t_g_point(_p_at, &_s_at, NULL, INTEROP_AT(1f_t_g_maker, 4)) < 0)
        goto failed;
    _result = _given;
    _g_result = NULL; /* C's own now */
    if (_a_length != NULL)
        *_a_length = _s_length;
    if (_a_at != NULL)
        *_a_at = _s_at;
    goto answered;

    /* error */
failed:
    interop_raised(_entry, _number, _callable);
unanswered:
    ;
    if (_a_length != NULL)
        memset(_a_length, 0, sizeof *_a_length);

    /* cleanup */
answered:
    ;
    interop_text_release(&_t_result);
    if (_g_result != NULL)
        (free)(_g_result);
    Py_XDECREF(_p_id);
    Py_XDECREF(_p_at);
    Py_XDECREF(_returned);
    if (_callable != NULL) {
        interop_leave(_entry, _number);
        Py_DECREF(_callable);
    }
    interop_lock_leave(&_lock);
    errno = _errno;
    return _result;
}

static interop_callback interop_cp_f_t_g_maker[INTEROP_POOL];
#define INTEROP_TRAMPOLINE(n) static char *interop_ct_f_t_g_maker_##n(int _a_id, int *_a_length, g_point *_a_at) { return interop_ci_f_t_g_maker(&interop_cp_f_t_g_maker[n], NULL, _a_id, _a_length, _a_at); }
INTEROP_TRAMPOLINE(0) INTEROP_TRAMPOLINE(1) INTEROP_TRAMPOLINE(2) INTEROP_TRAMPOLINE(3) INTEROP_TRAMPOLINE(4) INTEROP_TRAMPOLINE(5) INTEROP_TRAMPOLINE(6) INTEROP_TRAMPOLINE(7)
INTEROP_TRAMPOLINE(8) INTEROP_TRAMPOLINE(9) INTEROP_TRAMPOLINE(10) INTEROP_TRAMPOLINE(11) INTEROP_TRAMPOLINE(12) INTEROP_TRAMPOLINE(13) INTEROP_TRAMPOLINE(14) INTEROP_TRAMPOLINE(15)
INTEROP_TRAMPOLINE(16) INTEROP_TRAMPOLINE(17) INTEROP_TRAMPOLINE(18) INTEROP_TRAMPOLINE(19) INTEROP_TRAMPOLINE(20) INTEROP_TRAMPOLINE(21) INTEROP_TRAMPOLINE(22) INTEROP_TRAMPOLINE(23)
INTEROP_TRAMPOLINE(24) INTEROP_TRAMPOLINE(25) INTEROP_TRAMPOLINE(26) INTEROP_TRAMPOLINE(27) INTEROP_TRAMPOLINE(28) INTEROP_TRAMPOLINE(29) INTEROP_TRAMPOLINE(30) INTEROP_TRAMPOLINE(31)
#undef INTEROP_TRAMPOLINE
static const interop_function interop_ct_f_t_g_maker_all[INTEROP_POOL] = {
    (interop_function)interop_ct_f_t_g_maker_0, (interop_function)interop_ct_f_t_g_maker_1, (interop_function)interop_ct_f_t_g_maker_2, (interop_function)interop_ct_f_t_g_maker_3,
    (interop_function)interop_ct_f_t_g_maker_4, (interop_function)interop_ct_f_t_g_maker_5, (interop_function)interop_ct_f_t_g_maker_6, (interop_function)interop_ct_f_t_g_maker_7,
    (interop_function)interop_ct_f_t_g_maker_8, (interop_function)interop_ct_f_t_g_maker_9, (interop_function)interop_ct_f_t_g_maker_10, (interop_function)interop_ct_f_t_g_maker_11,
    (interop_function)interop_ct_f_t_g_maker_12, (interop_function)interop_ct_f_t_g_maker_13, (interop_function)interop_ct_f_t_g_maker_14, (interop_function)interop_ct_f_t_g_maker_15,
    (interop_function)interop_ct_f_t_g_maker_16, (interop_function)interop_ct_f_t_g_maker_17, (interop_function)interop_ct_f_t_g_maker_18, (interop_function)interop_ct_f_t_g_maker_19,
    (interop_function)interop_ct_f_t_g_maker_20, (interop_function)interop_ct_f_t_g_maker_21, (interop_function)interop_ct_f_t_g_maker_22, (interop_function)interop_ct_f_t_g_maker_23,
    (interop_function)interop_ct_f_t_g_maker_24, (interop_function)interop_ct_f_t_g_maker_25, (interop_function)interop_ct_f_t_g_maker_26, (interop_function)interop_ct_f_t_g_maker_27,
    (interop_function)interop_ct_f_t_g_maker_28, (interop_function)interop_ct_f_t_g_maker_29, (interop_function)interop_ct_f_t_g_maker_30, (interop_function)interop_ct_f_t_g_maker_31,
};

static interop_ctype interop_cg_f_t_g_maker_types[] = {{"int", NULL}, {"int *", NULL}, {"g_point *", NULL}, {"char *", NULL}};
static PyObject *
interop_cg_f_t_g_maker(PyObject *self, PyObject *args)
{
    int _a_id;
    int *_a_length;
    g_point *_a_at;
    char *_result;
    interop_callback *_entry = PyLong_AsVoidPtr(self);

    if (interop_grown_argument(&_a_id, sizeof _a_id, args, 0, &interop_cg_f_t_g_maker_types[0]) < 0)
        return NULL;
    if (interop_grown_argument(&_a_length, sizeof _a_length, args, 1, &interop_cg_f_t_g_maker_types[1]) < 0)
        return NULL;
    if (interop_grown_argument(&_a_at, sizeof _a_at, args, 2, &interop_cg_f_t_g_maker_types[2]) < 0)
        return NULL;
    _result = interop_ci_f_t_g_maker(_entry, NULL, _a_id, _a_length, _a_at);
    return interop_grown_result(&_result, &interop_cg_f_t_g_maker_types[3]);
}
static PyMethodDef interop_cg_f_t_g_maker_method = {"g_maker", interop_cg_f_t_g_maker, METH_VARARGS, NULL};

static interop_callback_type interop_cb_f_t_g_maker = {
    "maker", "g_maker", interop_cp_f_t_g_maker, interop_ct_f_t_g_maker_all, INTEROP_POOL, &interop_cg_f_t_g_maker_method, NULL,
    NULL, NULL, NULL, NULL, 0, {"g_maker", NULL},
};

/* tests/golden/callbacks/in.cdef:12, called by C
 * typedef size_t (*g_reader)([out, size_is(size), length_is(result)] char *buffer, size_t size, [closure] void *data); */
static const char *const interop_n_1f_t_g_reader[] = {"buffer", "size"};
INTEROP_UNUSED static const interop_signature interop_s_1f_t_g_reader = {"reader", interop_n_1f_t_g_reader, NULL, "", 0, 0};
static size_t interop_ci_f_t_g_reader(interop_callback *_entry, void *_data, char *_a_buffer, size_t _a_size, void *_a_data)
{
    size_t _result;
    size_t _given;
    int _errno = errno;
    interop_lock _lock;
    PyObject *_callable, *_returned = NULL;
    uintptr_t _number = 0;
    PyObject *_keywords = NULL;
    interop_array _b_buffer;
    Py_ssize_t _n_buffer = 0;

    /* setup */
    (void)_data;
    (void)_a_buffer;
    (void)_a_size;
    (void)_a_data;
    _result = (size_t)0;
    memset(&_given, 0, sizeof _given);
    interop_array_init(&_b_buffer);
    if (!interop_lock_enter(&_lock)) {
        return _result;
    }
    if (_entry == NULL)
        _entry = interop_numbered_find(_data, &interop_cb_f_t_g_reader);
    _callable = interop_enter(_entry, &interop_cb_f_t_g_reader);
    if (INTEROP_UNLIKELY(_callable == NULL))
        goto unanswered;
    _number = _entry->number;

    /* marshal */
    if (interop_takes(_callable, "size")) {
        if (interop_offer(&_keywords, "size", interop_from_t_size_t(_a_size)) < 0)
            goto failed;
    }

    /* invoke */
    {
        PyObject *_passed[1];
        _returned = _keywords != NULL ? interop_run_named(_callable, _passed, 0, _keywords) : interop_run(_callable, _passed, 0);
    }
    if (_returned == NULL)
        goto failed;

    /* unmarshal */
    if ((_n_buffer = interop_extent((interop_wide)(_a_size), 0, INTEROP_AT(1f_t_g_reader, 0))) < 0)
        goto failed;
    if (_a_buffer == NULL && _n_buffer > 0) {
        interop_unexpected_null(INTEROP_AT(1f_t_g_reader, 0));
        goto failed;
    }
    if (interop_array_in(_returned, &interop_type_char, 0, &_b_buffer, INTEROP_AT(1f_t_g_reader, 0)) < 0)
        goto failed;
    if (interop_count_fits(_b_buffer.count, _n_buffer, 1, 0, INTEROP_AT(1f_t_g_reader, 0)) < 0)
        goto failed;
    if (INTEROP_LENGTH(size_t, _given, _b_buffer.count, INTEROP_AT(1f_t_g_reader, -1)) < 0)
        goto failed;
    _result = _given;
    if (_b_buffer.count > 0)
        memcpy((void *)_a_buffer, _b_buffer.data, (size_t)_b_buffer.count * sizeof(char));
    goto answered;

    /* error */
failed:
    interop_raised(_entry, _number, _callable);
unanswered:
    ;

    /* cleanup */
answered:
    ;
    interop_array_release(&_b_buffer);
    Py_XDECREF(_keywords);
    Py_XDECREF(_returned);
    if (_callable != NULL) {
        interop_leave(_entry, _number);
        Py_DECREF(_callable);
    }
    interop_lock_leave(&_lock);
    errno = _errno;
    return _result;
}

static size_t interop_ct_f_t_g_reader(char *_a_buffer, size_t _a_size, void *_a_data)
{
    return interop_ci_f_t_g_reader(NULL, (void *)(uintptr_t)_a_data, _a_buffer, _a_size, _a_data);
}

static interop_callback_type interop_cb_f_t_g_reader = {
    "reader", "g_reader", NULL, NULL, 0, NULL, NULL,
    NULL, NULL, NULL, NULL, 0, {"g_reader", NULL},
};

/* tests/golden/callbacks/in.cdef:14, called by C
 * [null_terminated, unique, owned(free), element(string, owned(free))] typedef char **(*g_completer)([in, string] const char *text, [closure] void *data); */
static const char *const interop_n_1f_t_g_completer[] = {"text", "text"};
INTEROP_UNUSED static const interop_signature interop_s_1f_t_g_completer = {"completer", interop_n_1f_t_g_completer, NULL, "", 1, 0};
static char **interop_ci_f_t_g_completer(interop_callback *_entry, void *_data, const char *_a_text, void *_a_data)
{
    char **_result;
    char **_given;
    int _errno = errno;
    interop_lock _lock;
    PyObject *_callable, *_returned = NULL;
    uintptr_t _number = 0;
    PyObject *_p_text = NULL;
    interop_texts _l_result;
    void **_g_result = NULL;
    Py_ssize_t _n_result = 0;

    /* setup */
    (void)_data;
    (void)_a_text;
    (void)_a_data;
    _result = (char **)0;
    memset(&_given, 0, sizeof _given);
    interop_texts_init(&_l_result);
    if (!interop_lock_enter(&_lock)) {
        return _result;
    }
    if (_entry == NULL)
        _entry = interop_numbered_find(_data, &interop_cb_f_t_g_completer);
    _callable = interop_enter(_entry, &interop_cb_f_t_g_completer);
    if (INTEROP_UNLIKELY(_callable == NULL))
        goto unanswered;
    _number = _entry->number;

    /* marshal */
    if (_a_text == NULL) {
        interop_unexpected_null(INTEROP_AT(1f_t_g_completer, 0));
        goto failed;
    } else {
        _p_text = interop_text_read(_a_text, -1, &interop_c_0, INTEROP_AT(1f_t_g_completer, 0));
        if (_p_text == NULL)
            goto failed;
    }

    /* invoke */
    {
        PyObject *_passed[2];
        _passed[1] = _p_text;
        _returned = interop_run(_callable, _passed, 1);
    }
    if (_returned == NULL)
        goto failed;

    /* unmarshal */
    if (interop_texts_in(_returned, &interop_c_0, INTEROP_COPY | INTEROP_NULLABLE, &_l_result, INTEROP_AT(1f_t_g_completer, -1)) < 0)
        goto failed;
    if (_l_result.data != NULL) {
        size_t _size = ((size_t)_l_result.count + 1) * sizeof(void *);
        _g_result = interop_given((malloc)(_size), NULL, 0);
        if (_g_result == NULL)
            goto failed;
        memset((void *)_g_result, 0, _size);
        _n_result = _l_result.count;
        for (Py_ssize_t _k = 0; _k < _l_result.count; _k++) {
            if (_l_result.texts[_k].data != NULL) {
                _g_result[_k] = interop_given((malloc)(((size_t)_l_result.texts[_k].units + 1) * sizeof(char)), _l_result.texts[_k].data, ((size_t)_l_result.texts[_k].units + 1) * sizeof(char));
                if (_g_result[_k] == NULL)
                    goto failed;
            }
        }
    }
    _given = (void *)_g_result;
    _result = _given;
    _g_result = NULL; /* C's own now */
    goto answered;

    /* error */
failed:
    interop_raised(_entry, _number, _callable);
unanswered:
    ;

    /* cleanup */
answered:
    ;
    interop_texts_release(&_l_result);
    for (Py_ssize_t _k = 0; _g_result != NULL && _k < _n_result; _k++) {
        if (_g_result[_k] != NULL)
            (free)((void *)_g_result[_k]);
    }
    if (_g_result != NULL)
        (free)((void *)_g_result);
    Py_XDECREF(_p_text);
    Py_XDECREF(_returned);
    if (_callable != NULL) {
        interop_leave(_entry, _number);
        Py_DECREF(_callable);
    }
    interop_lock_leave(&_lock);
    errno = _errno;
    return _result;
}

static char **interop_ct_f_t_g_completer(const char *_a_text, void *_a_data)
{
    return interop_ci_f_t_g_completer(NULL, (void *)(uintptr_t)_a_data, _a_text, _a_data);
}

static interop_callback_type interop_cb_f_t_g_completer = {
    "completer", "g_completer", NULL, NULL, 0, NULL, NULL,
    NULL, NULL, NULL, NULL, 0, {"g_completer", NULL},
};

/* tests/golden/callbacks/in.cdef:16, called by C
 * [on_error(-1)] typedef int (*g_lister)([out, size_is(, *n), owned(free)] double **values, [out] int *n, [out, size_is(room), length_is(*used), element(string, owned(free))] char **names, int room, [out] int *used, [closure] void *data); */
static const char *const interop_n_1f_t_g_lister[] = {"values", "n", "names", "room", "used"};
INTEROP_UNUSED static const interop_signature interop_s_1f_t_g_lister = {"lister", interop_n_1f_t_g_lister, NULL, "", 0, 0};
static int interop_ci_f_t_g_lister(interop_callback *_entry, void *_data, double **_a_values, int *_a_n, char **_a_names, int _a_room, int *_a_used, void *_a_data)
{
    int _result;
    int _given;
    int _errno = errno;
    interop_lock _lock;
    PyObject *_callable, *_returned = NULL;
    uintptr_t _number = 0;
    PyObject *_keywords = NULL;
    double *_s_values = NULL;
    int _s_n;
    int _s_used;
    interop_array _b_values;
    void *_g_values = NULL;
    interop_texts _l_names;
    interop_pointers _g_names;
    Py_ssize_t _n_names = 0;

    /* setup */
    (void)_data;
    (void)_a_values;
    (void)_a_n;
    (void)_a_names;
    (void)_a_room;
    (void)_a_used;
    (void)_a_data;
    _result = (int)(-1);
    memset(&_given, 0, sizeof _given);
    memset(&_s_n, 0, sizeof _s_n);
    memset(&_s_used, 0, sizeof _s_used);
    interop_array_init(&_b_values);
    interop_texts_init(&_l_names);
    interop_pointers_init(&_g_names);
    _n_names = interop_handed((interop_wide)(_a_room), 0);
    if (!interop_lock_enter(&_lock)) {
        if (_a_values != NULL)
            *_a_values = NULL;
        if (_a_n != NULL)
            memset(_a_n, 0, sizeof *_a_n);
        if (_a_used != NULL)
            memset(_a_used, 0, sizeof *_a_used);
        if (_a_names != NULL && _n_names > 0)
            memset((void *)_a_names, 0, (size_t)_n_names * sizeof(void *));
        return _result;
    }
    if (_entry == NULL)
        _entry = interop_numbered_find(_data, &interop_cb_f_t_g_lister);
    _callable = interop_enter(_entry, &interop_cb_f_t_g_lister);
    if (INTEROP_UNLIKELY(_callable == NULL))
        goto unanswered;
    _number = _entry->number;

    /* marshal */
    if (_a_values == NULL) {
        interop_unexpected_null(INTEROP_AT(1f_t_g_lister, 0));
        goto failed;
    }
    if (_a_n == NULL) {
        interop_unexpected_null(INTEROP_AT(1f_t_g_lister, 1));
        goto failed;
    }
    if (_a_used == NULL) {
        interop_unexpected_null(INTEROP_AT(1f_t_g_lister, 4));
        goto failed;
    }
    if (interop_takes(_callable, "room")) {
        if (interop_offer(&_keywords, "room", interop_from_int(_a_room)) < 0)
            goto failed;
    }

    /* invoke */
    {
        PyObject *_passed[1];
        _returned = _keywords != NULL ? interop_run_named(_callable, _passed, 0, _keywords) : interop_run(_callable, _passed, 0);
    }
    if (_returned == NULL)
        goto failed;

    /* unmarshal */
    if (interop_unpack(_returned, 3, INTEROP_AT(1f_t_g_lister, -1)) < 0)
        goto failed;
    if (PyTuple_GetItem(_returned, 0) != Py_None) {
        if (interop_to_int(PyTuple_GetItem(_returned, 0), &_given, INTEROP_AT(1f_t_g_lister, -1)) < 0)
            goto failed;
    }
    if (interop_array_in(PyTuple_GetItem(_returned, 1), &interop_type_double, 0, &_b_values, INTEROP_AT(1f_t_g_lister, 0)) < 0)
        goto failed;
    if (_b_values.data != NULL) {
        size_t _size = (size_t)_b_values.count * sizeof(double);
        _g_values = interop_given((malloc)(_size > 0 ? _size : 1), _b_values.data, _size);
        if (_g_values == NULL)
            goto failed;
    }
    _s_values = (void *)_g_values;
    if (interop_extent((interop_wide)(_a_room), 0, INTEROP_AT(1f_t_g_lister, 2)) < 0)
        goto failed;
    if (_a_names == NULL && _n_names > 0) {
        interop_unexpected_null(INTEROP_AT(1f_t_g_lister, 2));
        goto failed;
    }
    if (interop_texts_in(PyTuple_GetItem(_returned, 2), &interop_c_0, INTEROP_COPY, &_l_names, INTEROP_AT(1f_t_g_lister, 2)) < 0)
        goto failed;
    if (interop_count_fits(_l_names.count, _n_names, 1, 0, INTEROP_AT(1f_t_g_lister, 2)) < 0)
        goto failed;
    if (interop_pointers_make(&_g_names, _l_names.count) < 0)
        goto failed;
    for (Py_ssize_t _k = 0; _k < _l_names.count; _k++) {
        if (_l_names.texts[_k].data != NULL) {
            _g_names.data[_k] = interop_given((malloc)(((size_t)_l_names.texts[_k].units + 1) * sizeof(char)), _l_names.texts[_k].data, ((size_t)_l_names.texts[_k].units + 1) * sizeof(char));
            if (_g_names.data[_k] == NULL)
                goto failed;
        }
    }
    if (INTEROP_LENGTH(int, _s_n, _b_values.count, INTEROP_AT(1f_t_g_lister, 1)) < 0)
        goto failed;
    if (INTEROP_LENGTH(int, _s_used, _l_names.count, INTEROP_AT(1f_t_g_lister, 4)) < 0)
        goto failed;
    if (_a_n != NULL)
        *_a_n = _s_n;
    if (_a_used != NULL)
        *_a_used = _s_used;
    _result = _given;
    *_a_values = _s_values;
    _g_values = NULL; /* C's own now */
    if (_g_names.count > 0)
        memcpy((void *)_a_names, _g_names.data, (size_t)_g_names.count * sizeof(void *));
    _g_names.count = 0; /* C's own now */
    goto answered;

    /* error */
failed:
    interop_raised(_entry, _number, _callable);
unanswered:
    ;
    if (_a_values != NULL)
        *_a_values = NULL;
    if (_a_n != NULL)
        memset(_a_n, 0, sizeof *_a_n);
    if (_a_used != NULL)
        memset(_a_used, 0, sizeof *_a_used);
    if (_a_names != NULL && _n_names > 0)
        memset((void *)_a_names, 0, (size_t)_n_names * sizeof(void *));

    /* cleanup */
answered:
    ;
    interop_array_release(&_b_values);
    if (_g_values != NULL)
        (free)((void *)_g_values);
    for (Py_ssize_t _k = 0; _k < _g_names.count; _k++) {
        if (_g_names.data[_k] != NULL)
            (free)(_g_names.data[_k]);
    }
    interop_pointers_release(&_g_names);
    interop_texts_release(&_l_names);
    Py_XDECREF(_keywords);
    Py_XDECREF(_returned);
    if (_callable != NULL) {
        interop_leave(_entry, _number);
        Py_DECREF(_callable);
    }
    interop_lock_leave(&_lock);
    errno = _errno;
    return _result;
}

static int interop_ct_f_t_g_lister(double **_a_values, int *_a_n, char **_a_names, int _a_room, int *_a_used, void *_a_data)
{
    return interop_ci_f_t_g_lister(NULL, (void *)(uintptr_t)_a_data, _a_values, _a_n, _a_names, _a_room, _a_used, _a_data);
}

static interop_callback_type interop_cb_f_t_g_lister = {
    "lister", "g_lister", NULL, NULL, 0, NULL, NULL,
    NULL, NULL, NULL, NULL, 0, {"g_lister", NULL},
};

/* tests/golden/callbacks/in.cdef:19, called by C
 * typedef void (*g_sorter)([in, out, size_is(, *n), owned(free)] long **values, [in, out] size_t *n, [closure] void *data); */
static const char *const interop_n_1f_t_g_sorter[] = {"values", "values", "n"};
INTEROP_UNUSED static const interop_signature interop_s_1f_t_g_sorter = {"sorter", interop_n_1f_t_g_sorter, NULL, "", 1, 0};
static void interop_ci_f_t_g_sorter(interop_callback *_entry, void *_data, long **_a_values, size_t *_a_n, void *_a_data)
{
    int _errno = errno;
    interop_lock _lock;
    PyObject *_callable, *_returned = NULL;
    uintptr_t _number = 0;
    PyObject *_p_values = NULL;
    long *_s_values = NULL;
    size_t _s_n;
    interop_array _b_values;
    void *_g_values = NULL;

    /* setup */
    (void)_data;
    (void)_a_values;
    (void)_a_n;
    (void)_a_data;
    memset(&_s_n, 0, sizeof _s_n);
    if (_a_n != NULL)
        _s_n = *_a_n;
    interop_array_init(&_b_values);
    if (!interop_lock_enter(&_lock)) {
        return;
    }
    if (_entry == NULL)
        _entry = interop_numbered_find(_data, &interop_cb_f_t_g_sorter);
    _callable = interop_enter(_entry, &interop_cb_f_t_g_sorter);
    if (INTEROP_UNLIKELY(_callable == NULL))
        goto unanswered;
    _number = _entry->number;

    /* marshal */
    if (_a_values == NULL) {
        interop_unexpected_null(INTEROP_AT(1f_t_g_sorter, 1));
        goto failed;
    }
    if (_a_n == NULL) {
        interop_unexpected_null(INTEROP_AT(1f_t_g_sorter, 2));
        goto failed;
    }
    if ((*_a_values) == NULL) {
        interop_unexpected_null(INTEROP_AT(1f_t_g_sorter, 0));
        goto failed;
    } else {
        Py_ssize_t _count;
        if ((_count = interop_count((interop_wide)(_s_n), 0, INTEROP_AT(1f_t_g_sorter, 0), "size_is")) < 0)
            goto failed;
        _p_values = interop_array_read((*_a_values), _count, &interop_type_long, INTEROP_MAKE_ARRAY, INTEROP_AT(1f_t_g_sorter, 0));
        if (_p_values == NULL)
            goto failed;
    }

    /* invoke */
    {
        PyObject *_passed[2];
        _passed[1] = _p_values;
        _returned = interop_run(_callable, _passed, 1);
    }
    if (_returned == NULL)
        goto failed;

    /* unmarshal */
    if (interop_array_in(_returned, &interop_type_long, 0, &_b_values, INTEROP_AT(1f_t_g_sorter, 1)) < 0)
        goto failed;
    if (_b_values.data != NULL) {
        size_t _size = (size_t)_b_values.count * sizeof(long);
        _g_values = interop_given((malloc)(_size > 0 ? _size : 1), _b_values.data, _size);
        if (_g_values == NULL)
            goto failed;
    }
    _s_values = (void *)_g_values;
    if (INTEROP_LENGTH(size_t, _s_n, _b_values.count, INTEROP_AT(1f_t_g_sorter, 2)) < 0)
        goto failed;
    if (_a_n != NULL)
        *_a_n = _s_n;
    if ((*_a_values) != NULL)
        (free)((void *)(*_a_values));
    *_a_values = _s_values;
    _g_values = NULL; /* C's own now */
    goto answered;

    /* error */
failed:
    interop_raised(_entry, _number, _callable);
unanswered:
    ;

    /* cleanup */
answered:
    ;
    interop_array_release(&_b_values);
    if (_g_values != NULL)
        (free)((void *)_g_values);
    Py_XDECREF(_p_values);
    Py_XDECREF(_returned);
    if (_callable != NULL) {
        interop_leave(_entry, _number);
        Py_DECREF(_callable);
    }
    interop_lock_leave(&_lock);
    errno = _errno;
    return;
}

static void interop_ct_f_t_g_sorter(long **_a_values, size_t *_a_n, void *_a_data)
{
    interop_ci_f_t_g_sorter(NULL, (void *)(uintptr_t)_a_data, _a_values, _a_n, _a_data);
}

static interop_callback_type interop_cb_f_t_g_sorter = {
    "sorter", "g_sorter", NULL, NULL, 0, NULL, NULL,
    NULL, NULL, NULL, NULL, 0, {"g_sorter", NULL},
};

/* tests/golden/callbacks/in.cdef:21, called by C
 * typedef g_time (*g_postpone)(g_time when, [in, out, marshal_with("interop.marshallers.times:UnixTime")] long *other, [closure] void *data); */
static const char *const interop_n_1f_t_g_postpone[] = {"when", "other", "when", "other"};
INTEROP_UNUSED static const interop_signature interop_s_1f_t_g_postpone = {"postpone", interop_n_1f_t_g_postpone, NULL, "", 2, 0};
static g_time interop_ci_f_t_g_postpone(interop_callback *_entry, void *_data, g_time _a_when, long *_a_other, void *_a_data)
{
    g_time _result;
    g_time _given;
    int _errno = errno;
    interop_lock _lock;
    PyObject *_callable, *_returned = NULL;
    uintptr_t _number = 0;
    PyObject *_p_when = NULL;
    PyObject *_p_other = NULL;
    long _s_other;
    interop_marshalled _m_when;
    interop_marshalled _m_other;
    interop_marshalled _v_result;
    interop_marshalled _v_other;

    /* setup */
    (void)_data;
    (void)_a_when;
    (void)_a_other;
    (void)_a_data;
    _result = (g_time)0;
    memset(&_given, 0, sizeof _given);
    memset(&_s_other, 0, sizeof _s_other);
    if (_a_other != NULL)
        _s_other = *_a_other;
    interop_marshalled_init(&_m_when, &interop_m_0, 0);
    interop_marshalled_init(&_m_other, &interop_m_0, 0);
    interop_marshalled_init(&_v_result, &interop_m_0, 0);
    interop_marshalled_init(&_v_other, &interop_m_0, 0);
    if (!interop_lock_enter(&_lock)) {
        return _result;
    }
    if (_entry == NULL)
        _entry = interop_numbered_find(_data, &interop_cb_f_t_g_postpone);
    _callable = interop_enter(_entry, &interop_cb_f_t_g_postpone);
    if (INTEROP_UNLIKELY(_callable == NULL))
        goto unanswered;
    _number = _entry->number;

    /* marshal */
    if (_a_other == NULL) {
        interop_unexpected_null(INTEROP_AT(1f_t_g_postpone, 3));
        goto failed;
    }
    if (interop_marshalled_begin(&_m_when, INTEROP_AT(1f_t_g_postpone, 0)) < 0)
        goto failed;
    _p_when = interop_from_t_g_time(_a_when);
    if (_p_when == NULL)
        goto failed;
    if (interop_marshalled_capture(&_m_when, &_p_when, INTEROP_AT(1f_t_g_postpone, 0)) < 0)
        goto failed;
    _m_when.due = 0;
    if (interop_marshalled_begin(&_m_other, INTEROP_AT(1f_t_g_postpone, 1)) < 0)
        goto failed;
    _p_other = interop_from_long(_s_other);
    if (_p_other == NULL)
        goto failed;
    if (interop_marshalled_capture(&_m_other, &_p_other, INTEROP_AT(1f_t_g_postpone, 1)) < 0)
        goto failed;
    _m_other.due = 0;
    _p_when = interop_marshalled_out(&_m_when, -1, INTEROP_AT(1f_t_g_postpone, 0));
    if (_p_when == NULL)
        goto failed;
    _p_other = interop_marshalled_out(&_m_other, -1, INTEROP_AT(1f_t_g_postpone, 1));
    if (_p_other == NULL)
        goto failed;

    /* invoke */
    {
        PyObject *_passed[3];
        _passed[1] = _p_when;
        _passed[2] = _p_other;
        _returned = interop_run(_callable, _passed, 2);
    }
    if (_returned == NULL)
        goto failed;
    if (interop_marshalled_called(&_m_when, INTEROP_AT(1f_t_g_postpone, 0)) < 0)
        goto failed;
    if (interop_marshalled_called(&_m_other, INTEROP_AT(1f_t_g_postpone, 1)) < 0)
        goto failed;

    /* unmarshal */
    if (interop_unpack(_returned, 2, INTEROP_AT(1f_t_g_postpone, -1)) < 0)
        goto failed;
    if (interop_marshalled_in(&_v_result, PyTuple_GetItem(_returned, 0), INTEROP_AT(1f_t_g_postpone, -1)) < 0)
        goto failed;
    if (interop_to_t_g_time(_v_result.native, &_given, INTEROP_AT(1f_t_g_postpone, -1)) < 0)
        goto failed;
    _v_result.converting = 0;
    _v_other.self = _m_other.self;
    _m_other.self = NULL;
    if (interop_marshalled_in(&_v_other, PyTuple_GetItem(_returned, 1), INTEROP_AT(1f_t_g_postpone, 3)) < 0)
        goto failed;
    if (interop_to_long(_v_other.native, &_s_other, INTEROP_AT(1f_t_g_postpone, 3)) < 0)
        goto failed;
    _v_other.converting = 0;
    _result = _given;
    if (_a_other != NULL)
        *_a_other = _s_other;
    _v_result.due = 0; /* C's own now */
    _v_other.due = 0; /* C's own now */
    _m_other.due = !_m_other.skipped;
    goto answered;

    /* error */
failed:
    interop_marshalled_explain(&_v_result);
    interop_marshalled_explain(&_v_other);
    interop_raised(_entry, _number, _callable);
unanswered:
    ;

    /* cleanup */
answered:
    ;
    interop_marshalled_release(&_v_other);
    interop_marshalled_release(&_v_result);
    interop_marshalled_release(&_m_other);
    interop_marshalled_release(&_m_when);
    Py_XDECREF(_p_when);
    Py_XDECREF(_p_other);
    Py_XDECREF(_returned);
    if (_callable != NULL) {
        interop_leave(_entry, _number);
        Py_DECREF(_callable);
    }
    interop_lock_leave(&_lock);
    errno = _errno;
    return _result;
}

static g_time interop_ct_f_t_g_postpone(g_time _a_when, long *_a_other, void *_a_data)
{
    return interop_ci_f_t_g_postpone(NULL, (void *)(uintptr_t)_a_data, _a_when, _a_other, _a_data);
}

static interop_callback_type interop_cb_f_t_g_postpone = {
    "postpone", "g_postpone", NULL, NULL, 0, NULL, NULL,
    NULL, NULL, NULL, NULL, 0, {"g_postpone", NULL},
};

/* tests/golden/callbacks/in.cdef:38, called by C
 * [success(status == 0), raises(GoneWrong), message(g_words(status))] typedef void (*g_finished)([closure] void *data, int status, [in, string] const char *what, [in] const g_point *at); */
static const char *const interop_n_1f_t_g_finished[] = {"status", "what", "at", "status", "what", "at"};
INTEROP_UNUSED static const interop_signature interop_s_1f_t_g_finished = {"finished", interop_n_1f_t_g_finished, NULL, "", 3, 0};
static const char *const interop_q_1f_t_g_finished[][2] = {{"what", "str"}, {"at", "point"}};
INTEROP_RESULTS(interop_r_1f_t_g_finished, "finished_outcome", "What awaiting a call gives that finished() completes.", interop_q_1f_t_g_finished, 2)
static void interop_ci_f_t_g_finished(interop_callback *_entry, void *_data, void *_a_data, int _a_status, const char *_a_what, const g_point *_a_at)
{
    int _errno = errno;
    interop_lock _lock;
    PyObject *_callable, *_returned = NULL;
    uintptr_t _number = 0;
    PyObject *_p_status = NULL;
    PyObject *_p_what = NULL;
    PyObject *_p_at = NULL;

    /* setup */
    (void)_data;
    (void)_a_data;
    (void)_a_status;
    (void)_a_what;
    (void)_a_at;
    if (!interop_lock_enter(&_lock)) {
        return;
    }
    if (_entry == NULL)
        _entry = interop_numbered_find(_data, &interop_cb_f_t_g_finished);
    _callable = interop_enter(_entry, &interop_cb_f_t_g_finished);
    if (INTEROP_UNLIKELY(_callable == NULL))
        goto unanswered;
    _number = _entry->number;

    /* marshal */
    if (_entry->awaiting != NULL && !(_a_status == 0)) {
        interop_call_failed(&interop_x_GoneWrong, _entry->awaiting, "status == 0",
                            (const char *)((g_words)(_a_status)), interop_from_int(_a_status), NULL, -1);
        goto failed;
    }
    _p_status = interop_from_int(_a_status);
    if (_p_status == NULL)
        goto failed;
    if (_a_what == NULL) {
        interop_unexpected_null(INTEROP_AT(1f_t_g_finished, 1));
        goto failed;
    } else {
        _p_what = interop_text_read(_a_what, -1, &interop_c_0, INTEROP_AT(1f_t_g_finished, 1));
        if (_p_what == NULL)
            goto failed;
    }
    if (_a_at == NULL) {
        interop_unexpected_null(INTEROP_AT(1f_t_g_finished, 2));
        goto failed;
    } else {
        _p_at = interop_from_r_t_g_point(_a_at, INTEROP_AT(1f_t_g_finished, 2));
        if (_p_at == NULL)
            goto failed;
    }

    /* invoke */
    if (_entry->awaiting != NULL) {
        PyObject *_told[] = {Py_NewRef(_p_what), Py_NewRef(_p_at)};
        PyObject *_outcome = interop_several(&interop_r_1f_t_g_finished, _told, 2);
        _returned = _outcome != NULL ? interop_complete(_callable, _outcome) : NULL;
        Py_XDECREF(_outcome);
    } else
    {
        PyObject *_passed[4];
        _passed[1] = _p_status;
        _passed[2] = _p_what;
        _passed[3] = _p_at;
        _returned = interop_run(_callable, _passed, 3);
    }
    if (_returned == NULL)
        goto failed;
    goto answered;

    /* error */
failed:
    interop_raised(_entry, _number, _callable);
unanswered:
    ;

    /* cleanup */
answered:
    ;
    Py_XDECREF(_p_status);
    Py_XDECREF(_p_what);
    Py_XDECREF(_p_at);
    Py_XDECREF(_returned);
    if (_callable != NULL) {
        interop_leave(_entry, _number);
        Py_DECREF(_callable);
    }
    interop_lock_leave(&_lock);
    errno = _errno;
    return;
}

static void interop_ct_f_t_g_finished(void *_a_data, int _a_status, const char *_a_what, const g_point *_a_at)
{
    interop_ci_f_t_g_finished(NULL, (void *)(uintptr_t)_a_data, _a_data, _a_status, _a_what, _a_at);
}

static interop_callback_type interop_cb_f_t_g_finished = {
    "finished", "g_finished", NULL, NULL, 0, NULL, NULL,
    NULL, NULL, NULL, NULL, 0, {"g_finished", NULL},
};

/* tests/golden/callbacks/in.cdef:39, called by C
 * [success(count >= 0), errno] typedef void (*g_counted)([closure] void *data, [retval] long count); */
static const char *const interop_n_1f_t_g_counted[] = {"count", "count"};
INTEROP_UNUSED static const interop_signature interop_s_1f_t_g_counted = {"counted", interop_n_1f_t_g_counted, NULL, "", 1, 0};
static void interop_ci_f_t_g_counted(interop_callback *_entry, void *_data, void *_a_data, long _a_count)
{
    int _errno = errno;
    interop_lock _lock;
    PyObject *_callable, *_returned = NULL;
    uintptr_t _number = 0;
    PyObject *_p_count = NULL;

    /* setup */
    (void)_data;
    (void)_a_data;
    (void)_a_count;
    if (!interop_lock_enter(&_lock)) {
        return;
    }
    if (_entry == NULL)
        _entry = interop_numbered_find(_data, &interop_cb_f_t_g_counted);
    _callable = interop_enter(_entry, &interop_cb_f_t_g_counted);
    if (INTEROP_UNLIKELY(_callable == NULL))
        goto unanswered;
    _number = _entry->number;

    /* marshal */
    if (_entry->awaiting != NULL && !(_a_count >= 0)) {
        interop_call_failed(NULL, _entry->awaiting, "count >= 0",
                            NULL, interop_from_long(_a_count), NULL, _errno);
        goto failed;
    }
    _p_count = interop_from_long(_a_count);
    if (_p_count == NULL)
        goto failed;

    /* invoke */
    if (_entry->awaiting != NULL) {
        _returned = interop_complete(_callable, _p_count);
    } else
    {
        PyObject *_passed[2];
        _passed[1] = _p_count;
        _returned = interop_run(_callable, _passed, 1);
    }
    if (_returned == NULL)
        goto failed;
    goto answered;

    /* error */
failed:
    interop_raised(_entry, _number, _callable);
unanswered:
    ;

    /* cleanup */
answered:
    ;
    Py_XDECREF(_p_count);
    Py_XDECREF(_returned);
    if (_callable != NULL) {
        interop_leave(_entry, _number);
        Py_DECREF(_callable);
    }
    interop_lock_leave(&_lock);
    errno = _errno;
    return;
}

static void interop_ct_f_t_g_counted(void *_a_data, long _a_count)
{
    interop_ci_f_t_g_counted(NULL, (void *)(uintptr_t)_a_data, _a_data, _a_count);
}

static interop_callback_type interop_cb_f_t_g_counted = {
    "counted", "g_counted", NULL, NULL, 0, NULL, NULL,
    NULL, NULL, NULL, NULL, 0, {"g_counted", NULL},
};

/* tests/golden/callbacks/in.cdef:40, called by C
 * typedef void g_ended(void); */
static const char *const interop_n_1f_t_g_ended[] = {NULL};
INTEROP_UNUSED static const interop_signature interop_s_1f_t_g_ended = {"ended", interop_n_1f_t_g_ended, NULL, "", 0, 0};
static void interop_ci_f_t_g_ended(interop_callback *_entry, void *_data)
{
    int _errno = errno;
    interop_lock _lock;
    PyObject *_callable, *_returned = NULL;
    uintptr_t _number = 0;

    /* setup */
    (void)_data;
    if (!interop_lock_enter(&_lock)) {
        return;
    }
    _callable = interop_enter(_entry, &interop_cb_f_t_g_ended);
    if (INTEROP_UNLIKELY(_callable == NULL))
        goto unanswered;
    _number = _entry->number;

    /* marshal */

    /* invoke */
    if (_entry->awaiting != NULL) {
        _returned = interop_complete(_callable, Py_None);
    } else
    {
        PyObject *_passed[1];
        _returned = interop_run(_callable, _passed, 0);
    }
    if (_returned == NULL)
        goto failed;
    goto answered;

    /* error */
failed:
    interop_raised(_entry, _number, _callable);
unanswered:
    ;

    /* cleanup */
answered:
    ;
    Py_XDECREF(_returned);
    if (_callable != NULL) {
        interop_leave(_entry, _number);
        Py_DECREF(_callable);
    }
    interop_lock_leave(&_lock);
    errno = _errno;
    return;
}

static interop_callback interop_cp_f_t_g_ended[INTEROP_POOL];
#define INTEROP_TRAMPOLINE(n) static void interop_ct_f_t_g_ended_##n(void) { interop_ci_f_t_g_ended(&interop_cp_f_t_g_ended[n], NULL); }
INTEROP_TRAMPOLINE(0) INTEROP_TRAMPOLINE(1) INTEROP_TRAMPOLINE(2) INTEROP_TRAMPOLINE(3) INTEROP_TRAMPOLINE(4) INTEROP_TRAMPOLINE(5) INTEROP_TRAMPOLINE(6) INTEROP_TRAMPOLINE(7)
INTEROP_TRAMPOLINE(8) INTEROP_TRAMPOLINE(9) INTEROP_TRAMPOLINE(10) INTEROP_TRAMPOLINE(11) INTEROP_TRAMPOLINE(12) INTEROP_TRAMPOLINE(13) INTEROP_TRAMPOLINE(14) INTEROP_TRAMPOLINE(15)
INTEROP_TRAMPOLINE(16) INTEROP_TRAMPOLINE(17) INTEROP_TRAMPOLINE(18) INTEROP_TRAMPOLINE(19) INTEROP_TRAMPOLINE(20) INTEROP_TRAMPOLINE(21) INTEROP_TRAMPOLINE(22) INTEROP_TRAMPOLINE(23)
INTEROP_TRAMPOLINE(24) INTEROP_TRAMPOLINE(25) INTEROP_TRAMPOLINE(26) INTEROP_TRAMPOLINE(27) INTEROP_TRAMPOLINE(28) INTEROP_TRAMPOLINE(29) INTEROP_TRAMPOLINE(30) INTEROP_TRAMPOLINE(31)
#undef INTEROP_TRAMPOLINE
static const interop_function interop_ct_f_t_g_ended_all[INTEROP_POOL] = {
    (interop_function)interop_ct_f_t_g_ended_0, (interop_function)interop_ct_f_t_g_ended_1, (interop_function)interop_ct_f_t_g_ended_2, (interop_function)interop_ct_f_t_g_ended_3,
    (interop_function)interop_ct_f_t_g_ended_4, (interop_function)interop_ct_f_t_g_ended_5, (interop_function)interop_ct_f_t_g_ended_6, (interop_function)interop_ct_f_t_g_ended_7,
    (interop_function)interop_ct_f_t_g_ended_8, (interop_function)interop_ct_f_t_g_ended_9, (interop_function)interop_ct_f_t_g_ended_10, (interop_function)interop_ct_f_t_g_ended_11,
    (interop_function)interop_ct_f_t_g_ended_12, (interop_function)interop_ct_f_t_g_ended_13, (interop_function)interop_ct_f_t_g_ended_14, (interop_function)interop_ct_f_t_g_ended_15,
    (interop_function)interop_ct_f_t_g_ended_16, (interop_function)interop_ct_f_t_g_ended_17, (interop_function)interop_ct_f_t_g_ended_18, (interop_function)interop_ct_f_t_g_ended_19,
    (interop_function)interop_ct_f_t_g_ended_20, (interop_function)interop_ct_f_t_g_ended_21, (interop_function)interop_ct_f_t_g_ended_22, (interop_function)interop_ct_f_t_g_ended_23,
    (interop_function)interop_ct_f_t_g_ended_24, (interop_function)interop_ct_f_t_g_ended_25, (interop_function)interop_ct_f_t_g_ended_26, (interop_function)interop_ct_f_t_g_ended_27,
    (interop_function)interop_ct_f_t_g_ended_28, (interop_function)interop_ct_f_t_g_ended_29, (interop_function)interop_ct_f_t_g_ended_30, (interop_function)interop_ct_f_t_g_ended_31,
};

static PyObject *
interop_cg_f_t_g_ended(PyObject *self, PyObject *args)
{
    interop_callback *_entry = PyLong_AsVoidPtr(self);

    (void)args;
    interop_ci_f_t_g_ended(_entry, NULL);
    Py_RETURN_NONE;
}
static PyMethodDef interop_cg_f_t_g_ended_method = {"g_ended", interop_cg_f_t_g_ended, METH_VARARGS, NULL};

static interop_callback_type interop_cb_f_t_g_ended = {
    "ended", "g_ended *", interop_cp_f_t_g_ended, interop_ct_f_t_g_ended_all, INTEROP_POOL, &interop_cg_f_t_g_ended_method, NULL,
    NULL, NULL, NULL, NULL, 0, {"g_ended *", NULL},
};

/* tests/golden/callbacks/in.cdef:51, called by C
 * [scope(slot(event)), closure(data), on_error(1), unique] int (*event)(g_hub *hub, void *data) */
static const char *const interop_n_1f_t_g_on__event[] = {"hub", "hub"};
INTEROP_UNUSED static const interop_signature interop_s_1f_t_g_on__event = {"on.event", interop_n_1f_t_g_on__event, NULL, "", 1, 0};
static int interop_ci_f_t_g_on__event(interop_callback *_entry, void *_data, g_hub *_a_hub, void *_a_data)
{
    int _result;
    int _given;
    int _errno = errno;
    interop_lock _lock;
    PyObject *_callable, *_returned = NULL;
    uintptr_t _number = 0;
    PyObject *_p_hub = NULL;

    /* setup */
    (void)_data;
    (void)_a_hub;
    (void)_a_data;
    _result = (int)(1);
    memset(&_given, 0, sizeof _given);
    if (!interop_lock_enter(&_lock)) {
        return _result;
    }
    if (_entry == NULL)
        _entry = interop_numbered_find(_data, &interop_cb_f_t_g_on__event);
    _callable = interop_enter(_entry, &interop_cb_f_t_g_on__event);
    if (INTEROP_UNLIKELY(_callable == NULL))
        goto unanswered;
    _number = _entry->number;

    /* marshal */
    if (interop_valid_h_t_g_hub(_a_hub)) {
        _p_hub = interop_handle_lent(&interop_hk_h_t_g_hub, interop_pack_h_t_g_hub(_a_hub));
    } else {
        interop_unexpected_null(INTEROP_AT(1f_t_g_on__event, 0));
        goto failed;
    }
    if (_p_hub == NULL)
        goto failed;

    /* invoke */
    {
        PyObject *_passed[2];
        _passed[1] = _p_hub;
        _returned = interop_run(_callable, _passed, 1);
    }
    if (_returned == NULL)
        goto failed;

    /* unmarshal */
    if (_returned != Py_None) {
        if (interop_to_int(_returned, &_given, INTEROP_AT(1f_t_g_on__event, -1)) < 0)
            goto failed;
    }
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
    interop_handle_returned(_p_hub);
    Py_XDECREF(_returned);
    if (_callable != NULL) {
        interop_leave(_entry, _number);
        Py_DECREF(_callable);
    }
    interop_lock_leave(&_lock);
    errno = _errno;
    return _result;
}

static int interop_ct_f_t_g_on__event(g_hub *_a_hub, void *_a_data)
{
    return interop_ci_f_t_g_on__event(NULL, (void *)(uintptr_t)_a_data, _a_hub, _a_data);
}

static interop_callback_type interop_cb_f_t_g_on__event = {
    "on.event", "int (*)(g_hub *, void *)", NULL, NULL, 0, NULL, NULL,
    NULL, NULL, NULL, NULL, 0, {"int (*)(g_hub *, void *)", NULL},
};

/* tests/golden/callbacks/in.cdef:53, called by C
 * [on_error(-1), success(result == 0)] typedef int (*g_taker)([closure] void *data, [consumes] g_hub *hub, [out] g_hub **other); */
static const char *const interop_n_1f_t_g_taker[] = {"hub", "hub", "other"};
INTEROP_UNUSED static const interop_signature interop_s_1f_t_g_taker = {"taker", interop_n_1f_t_g_taker, NULL, "", 1, 0};
static int interop_ci_f_t_g_taker(interop_callback *_entry, void *_data, void *_a_data, g_hub *_a_hub, g_hub **_a_other)
{
    int _result;
    int _given;
    int _errno = errno;
    interop_lock _lock;
    PyObject *_callable, *_returned = NULL;
    uintptr_t _number = 0;
    PyObject *_p_hub = NULL;
    g_hub *_s_other;
    interop_handle *_h_other = NULL;
    int _c_other = 0;

    /* setup */
    (void)_data;
    (void)_a_data;
    (void)_a_hub;
    (void)_a_other;
    _result = (int)(-1);
    memset(&_given, 0, sizeof _given);
    _s_other = 0;
    if (!interop_lock_enter(&_lock)) {
        if (_a_other != NULL)
            *_a_other = 0;
        return _result;
    }
    if (_entry == NULL)
        _entry = interop_numbered_find(_data, &interop_cb_f_t_g_taker);
    _callable = interop_enter(_entry, &interop_cb_f_t_g_taker);
    if (INTEROP_UNLIKELY(_callable == NULL))
        goto unanswered;
    _number = _entry->number;

    /* marshal */
    if (_a_other == NULL) {
        interop_unexpected_null(INTEROP_AT(1f_t_g_taker, 2));
        goto failed;
    }
    if (interop_valid_h_t_g_hub(_a_hub)) {
        _p_hub = interop_handle_received(&interop_hk_h_t_g_hub, interop_pack_h_t_g_hub(_a_hub), 1, 1);
    } else {
        interop_unexpected_null(INTEROP_AT(1f_t_g_taker, 0));
        goto failed;
    }
    if (_p_hub == NULL)
        goto failed;

    /* invoke */
    {
        PyObject *_passed[2];
        _passed[1] = _p_hub;
        _returned = interop_run(_callable, _passed, 1);
    }
    if (_returned == NULL)
        goto failed;

    /* unmarshal */
    if (interop_unpack(_returned, 2, INTEROP_AT(1f_t_g_taker, -1)) < 0)
        goto failed;
    if (PyTuple_GetItem(_returned, 0) != Py_None) {
        if (interop_to_int(PyTuple_GetItem(_returned, 0), &_given, INTEROP_AT(1f_t_g_taker, -1)) < 0)
            goto failed;
    }
    {
        PyObject *_object = PyTuple_GetItem(_returned, 1);
        uintptr_t _value;
        _s_other = 0;
        if (interop_handle_answered(_object, &interop_hk_h_t_g_hub, NULL, &_h_other, &_value, INTEROP_AT(1f_t_g_taker, 2)) < 0)
            goto failed;
        _s_other = interop_value_h_t_g_hub(_value);
    }
    _result = _given;
    _c_other = _result == 0;
    if (!_c_other)
        _s_other = 0;
    if (_a_other != NULL)
        *_a_other = _s_other;
    goto answered;

    /* error */
failed:
    interop_raised(_entry, _number, _callable);
unanswered:
    ;
    if (_a_other != NULL)
        *_a_other = 0;

    /* cleanup */
answered:
    ;
    if (_c_other && _h_other != NULL)
        interop_handle_pass_on(_h_other, NULL);
    interop_handle_taken(_h_other, _c_other);
    Py_XDECREF((PyObject *)_h_other);
    if (_p_hub == NULL && interop_valid_h_t_g_hub(_a_hub) && (_result == 0))
        interop_handle_orphaned(&interop_hk_h_t_g_hub, interop_pack_h_t_g_hub(_a_hub));
    interop_handle_decided(_p_hub, _result == 0);
    Py_XDECREF(_returned);
    if (_callable != NULL) {
        interop_leave(_entry, _number);
        Py_DECREF(_callable);
    }
    interop_lock_leave(&_lock);
    errno = _errno;
    return _result;
}

static int interop_ct_f_t_g_taker(void *_a_data, g_hub *_a_hub, g_hub **_a_other)
{
    return interop_ci_f_t_g_taker(NULL, (void *)(uintptr_t)_a_data, _a_data, _a_hub, _a_other);
}

static interop_callback_type interop_cb_f_t_g_taker = {
    "taker", "g_taker", NULL, NULL, 0, NULL, NULL,
    NULL, NULL, NULL, NULL, 0, {"g_taker", NULL},
};

/* tests/golden/callbacks/in.cdef:54, called by C
 * typedef void (*g_chooser)([closure] void *data, [in, out, unique] g_hub **hub, [in, out, borrowed, unique] g_hub **lent); */
static const char *const interop_n_1f_t_g_chooser[] = {"hub", "lent", "hub", "lent"};
INTEROP_UNUSED static const interop_signature interop_s_1f_t_g_chooser = {"chooser", interop_n_1f_t_g_chooser, NULL, "", 2, 0};
static void interop_ci_f_t_g_chooser(interop_callback *_entry, void *_data, void *_a_data, g_hub **_a_hub, g_hub **_a_lent)
{
    int _errno = errno;
    interop_lock _lock;
    PyObject *_callable, *_returned = NULL;
    uintptr_t _number = 0;
    PyObject *_p_hub = NULL;
    PyObject *_p_lent = NULL;
    g_hub *_s_hub;
    g_hub *_s_lent;
    int _y_hub = 0;
    interop_handle *_h_hub = NULL;
    int _c_hub = 0;

    /* setup */
    (void)_data;
    (void)_a_data;
    (void)_a_hub;
    (void)_a_lent;
    _s_hub = 0;
    _s_lent = 0;
    if (!interop_lock_enter(&_lock)) {
        return;
    }
    if (_entry == NULL)
        _entry = interop_numbered_find(_data, &interop_cb_f_t_g_chooser);
    _callable = interop_enter(_entry, &interop_cb_f_t_g_chooser);
    if (INTEROP_UNLIKELY(_callable == NULL))
        goto unanswered;
    _number = _entry->number;

    /* marshal */
    if (_a_hub == NULL) {
        interop_unexpected_null(INTEROP_AT(1f_t_g_chooser, 2));
        goto failed;
    }
    if (_a_lent == NULL) {
        interop_unexpected_null(INTEROP_AT(1f_t_g_chooser, 3));
        goto failed;
    }
    if (interop_valid_h_t_g_hub(*_a_hub)) {
        _p_hub = interop_handle_received(&interop_hk_h_t_g_hub, interop_pack_h_t_g_hub(*_a_hub), 1, 0);
    } else {
        _p_hub = Py_NewRef(Py_None);
    }
    if (_p_hub == NULL)
        goto failed;
    if (interop_valid_h_t_g_hub(*_a_lent)) {
        _p_lent = interop_handle_lent(&interop_hk_h_t_g_hub, interop_pack_h_t_g_hub(*_a_lent));
    } else {
        _p_lent = Py_NewRef(Py_None);
    }
    if (_p_lent == NULL)
        goto failed;

    /* invoke */
    {
        PyObject *_passed[3];
        _passed[1] = _p_hub;
        _passed[2] = _p_lent;
        _returned = interop_run(_callable, _passed, 2);
    }
    if (_returned == NULL)
        goto failed;

    /* unmarshal */
    interop_lend_anew(_entry);
    if (interop_unpack(_returned, 2, INTEROP_AT(1f_t_g_chooser, -1)) < 0)
        goto failed;
    {
        PyObject *_object = PyTuple_GetItem(_returned, 0);
        uintptr_t _value;
        _s_hub = 0;
        if (_object != Py_None) {
            if (interop_handle_answered(_object, &interop_hk_h_t_g_hub, _p_hub, &_h_hub, &_value, INTEROP_AT(1f_t_g_chooser, 2)) < 0)
                goto failed;
            _s_hub = interop_value_h_t_g_hub(_value);
        }
    }
    {
        PyObject *_object = PyTuple_GetItem(_returned, 1);
        uintptr_t _value;
        _s_lent = 0;
        if (_object != Py_None) {
            if (interop_lend_handle(_entry, _object, &interop_hk_h_t_g_hub, &_value, INTEROP_AT(1f_t_g_chooser, 3)) < 0)
                goto failed;
            _s_lent = interop_value_h_t_g_hub(_value);
        }
    }
    _c_hub = 1;
    _y_hub = _p_hub != Py_None && ((interop_handle *)_p_hub)->value != interop_pack_h_t_g_hub(_s_hub);
    if (_a_hub != NULL)
        *_a_hub = _s_hub;
    if (_a_lent != NULL)
        *_a_lent = _s_lent;
    goto answered;

    /* error */
failed:
    interop_raised(_entry, _number, _callable);
unanswered:
    ;

    /* cleanup */
answered:
    ;
    if (_c_hub && _h_hub != NULL)
        interop_handle_pass_on(_h_hub, NULL);
    interop_handle_taken(_h_hub, _c_hub);
    Py_XDECREF((PyObject *)_h_hub);
    interop_handle_decided(_p_hub, _y_hub);
    interop_handle_returned(_p_lent);
    Py_XDECREF(_returned);
    if (_callable != NULL) {
        interop_leave(_entry, _number);
        Py_DECREF(_callable);
    }
    interop_lock_leave(&_lock);
    errno = _errno;
    return;
}

static void interop_ct_f_t_g_chooser(void *_a_data, g_hub **_a_hub, g_hub **_a_lent)
{
    interop_ci_f_t_g_chooser(NULL, (void *)(uintptr_t)_a_data, _a_data, _a_hub, _a_lent);
}

static interop_callback_type interop_cb_f_t_g_chooser = {
    "chooser", "g_chooser", NULL, NULL, 0, NULL, NULL,
    NULL, NULL, NULL, NULL, 0, {"g_chooser", NULL},
};

/* tests/golden/callbacks/in.cdef:4
 * void *malloc(size_t size); */
static const char *const interop_n_malloc[] = {"size"};
static PyObject *interop_k_malloc[1];
static interop_signature interop_s_malloc = {"malloc", interop_n_malloc, interop_k_malloc, "1", 1, 1};
static const char interop_d_malloc[] =
    "malloc(size)\n"
    "--\n"
    "\n"
    "malloc(size: int) -> cdata\n"
    "\n"
    "C: void *malloc(size_t size);";
static PyObject *
interop_f_malloc(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    size_t _a_size = 0;
    void *_result = NULL;
    interop_call _call;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_call_init(&_call);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_malloc, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_to_t_size_t(_in[0], &_a_size, INTEROP_AT(malloc, 0)) < 0)
        goto cleanup;

    /* invoke, capture */
    interop_call_begin(&_call);
    Py_BEGIN_ALLOW_THREADS
    _result = (malloc)(_a_size);
    Py_END_ALLOW_THREADS
    interop_call_end(&_call);
    if (INTEROP_UNLIKELY(_call.raised != NULL)) {
        interop_call_raise(&_call, "malloc");
        goto cleanup;
    }

    /* unmarshal */
    _value = interop_from_pointer((const void *)_result, &interop_ctype_t_void__ptr);
    if (_value == NULL)
        goto cleanup;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    Py_XDECREF(_call.lent);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/callbacks/in.cdef:5
 * void free(void *block); */
static const char *const interop_n_free[] = {"block"};
static PyObject *interop_k_free[1];
static interop_signature interop_s_free = {"free", interop_n_free, interop_k_free, "1", 1, 1};
static const char interop_d_free[] =
    "free(block)\n"
    "--\n"
    "\n"
    "free(block: cdata) -> None\n"
    "\n"
    "C: void free(void *block);";
static PyObject *
interop_f_free(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    void *_a_block = NULL;
    interop_call _call;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_call_init(&_call);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_free, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    {
        void *_pointer = NULL;
        if (interop_to_pointer(_in[0], &interop_ctype_t_void__ptr, &_pointer, INTEROP_AT(free, 0)) < 0)
            goto cleanup;
        _a_block = (void *)_pointer;
    }

    /* invoke, capture */
    interop_call_begin(&_call);
    Py_BEGIN_ALLOW_THREADS
    (free)(_a_block);
    Py_END_ALLOW_THREADS
    interop_call_end(&_call);
    if (INTEROP_UNLIKELY(_call.raised != NULL)) {
        interop_call_raise(&_call, "free");
        goto cleanup;
    }

    /* unmarshal */
    Py_INCREF(Py_None);
    _returned = Py_None;

    /* cleanup */
cleanup:
    Py_XDECREF(_call.lent);
    return _returned;
}


/* tests/golden/callbacks/in.cdef:24
 * int g_complete([closure(data)] g_completer complete, void *data); */
static const char *const interop_n_complete[] = {"complete", "data"};
static PyObject *interop_k_complete[1];
static interop_signature interop_s_complete = {"complete", interop_n_complete, interop_k_complete, "1", 1, 1};
static const char interop_d_complete[] =
    "complete(complete)\n"
    "--\n"
    "\n"
    "complete(complete: Callable[[str], sequence of str | None]) -> int\n"
    "\n"
    "C: int g_complete(g_completer complete, void *data);";
static PyObject *
interop_f_complete(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    interop_bound _f_complete;
    g_completer _a_complete = NULL;
    void *_a_data = NULL;
    int _result;
    interop_call _call;
    int _succeeded = 0;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_call_init(&_call);
    interop_bound_init(&_f_complete);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_complete, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    {
        void *_pointer = NULL;
        if (interop_bind_callable(_in[0], &interop_cb_f_t_g_completer, INTEROP_SCOPE_CALL, 1, 0, NULL, &_f_complete, &_pointer, &_call, INTEROP_AT(complete, 0)) < 0)
            goto cleanup;
        _a_complete = (g_completer)(uintptr_t)_pointer;
        if (_f_complete.entry != NULL) {
            _a_complete = interop_ct_f_t_g_completer;
            _a_data = (void *)_f_complete.number;
        }
    }

    /* invoke, capture */
    interop_call_begin(&_call);
    Py_BEGIN_ALLOW_THREADS
    _result = (g_complete)(_a_complete, _a_data);
    Py_END_ALLOW_THREADS
    interop_call_end(&_call);
    if (INTEROP_UNLIKELY(_call.raised != NULL)) {
        interop_call_raise(&_call, "complete");
        goto cleanup;
    }

    /* unmarshal */
    _succeeded = 1;
    _value = interop_from_int(_result);
    if (_value == NULL)
        goto cleanup;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_unbind(&_f_complete, INTEROP_SCOPE_CALL, _succeeded);
    Py_XDECREF(_call.lent);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/callbacks/in.cdef:25
 * int g_list([closure(data)] g_lister list, void *data); */
static const char *const interop_n_list[] = {"list", "data"};
static PyObject *interop_k_list[1];
static interop_signature interop_s_list = {"list", interop_n_list, interop_k_list, "1", 1, 1};
static const char interop_d_list[] =
    "list(list)\n"
    "--\n"
    "\n"
    "list(list: Callable[[], tuple[int | None, sequence or buffer of double, sequence of str]]) -> int\n"
    "\n"
    "C: int g_list(g_lister list, void *data);";
static PyObject *
interop_f_list(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    interop_bound _f_list;
    g_lister _a_list = NULL;
    void *_a_data = NULL;
    int _result;
    interop_call _call;
    int _succeeded = 0;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_call_init(&_call);
    interop_bound_init(&_f_list);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_list, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    {
        void *_pointer = NULL;
        if (interop_bind_callable(_in[0], &interop_cb_f_t_g_lister, INTEROP_SCOPE_CALL, 1, 0, NULL, &_f_list, &_pointer, &_call, INTEROP_AT(list, 0)) < 0)
            goto cleanup;
        _a_list = (g_lister)(uintptr_t)_pointer;
        if (_f_list.entry != NULL) {
            _a_list = interop_ct_f_t_g_lister;
            _a_data = (void *)_f_list.number;
        }
    }

    /* invoke, capture */
    interop_call_begin(&_call);
    Py_BEGIN_ALLOW_THREADS
    _result = (g_list)(_a_list, _a_data);
    Py_END_ALLOW_THREADS
    interop_call_end(&_call);
    if (INTEROP_UNLIKELY(_call.raised != NULL)) {
        interop_call_raise(&_call, "list");
        goto cleanup;
    }

    /* unmarshal */
    _succeeded = 1;
    _value = interop_from_int(_result);
    if (_value == NULL)
        goto cleanup;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_unbind(&_f_list, INTEROP_SCOPE_CALL, _succeeded);
    Py_XDECREF(_call.lent);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/callbacks/in.cdef:26
 * void g_reorder([closure(data)] g_sorter sort, void *data); */
static const char *const interop_n_reorder[] = {"sort", "data"};
static PyObject *interop_k_reorder[1];
static interop_signature interop_s_reorder = {"reorder", interop_n_reorder, interop_k_reorder, "1", 1, 1};
static const char interop_d_reorder[] =
    "reorder(sort)\n"
    "--\n"
    "\n"
    "reorder(sort: Callable[[array], sequence or buffer of long]) -> None\n"
    "\n"
    "C: void g_reorder(g_sorter sort, void *data);";
static PyObject *
interop_f_reorder(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    interop_bound _f_sort;
    g_sorter _a_sort = NULL;
    void *_a_data = NULL;
    interop_call _call;
    int _succeeded = 0;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_call_init(&_call);
    interop_bound_init(&_f_sort);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_reorder, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    {
        void *_pointer = NULL;
        if (interop_bind_callable(_in[0], &interop_cb_f_t_g_sorter, INTEROP_SCOPE_CALL, 1, 0, NULL, &_f_sort, &_pointer, &_call, INTEROP_AT(reorder, 0)) < 0)
            goto cleanup;
        _a_sort = (g_sorter)(uintptr_t)_pointer;
        if (_f_sort.entry != NULL) {
            _a_sort = interop_ct_f_t_g_sorter;
            _a_data = (void *)_f_sort.number;
        }
    }

    /* invoke, capture */
    interop_call_begin(&_call);
    Py_BEGIN_ALLOW_THREADS
    (g_reorder)(_a_sort, _a_data);
    Py_END_ALLOW_THREADS
    interop_call_end(&_call);
    if (INTEROP_UNLIKELY(_call.raised != NULL)) {
        interop_call_raise(&_call, "reorder");
        goto cleanup;
    }

    /* unmarshal */
    _succeeded = 1;
    Py_INCREF(Py_None);
    _returned = Py_None;

    /* cleanup */
cleanup:
    interop_unbind(&_f_sort, INTEROP_SCOPE_CALL, _succeeded);
    Py_XDECREF(_call.lent);
    return _returned;
}


/* tests/golden/callbacks/in.cdef:27
 * g_time g_postponed([closure(data)] g_postpone postpone, void *data); */
static const char *const interop_n_postponed[] = {"postpone", "data"};
static PyObject *interop_k_postponed[1];
static interop_signature interop_s_postponed = {"postponed", interop_n_postponed, interop_k_postponed, "1", 1, 1};
static const char interop_d_postponed[] =
    "postponed(postpone)\n"
    "--\n"
    "\n"
    "postponed(postpone: Callable[[datetime.datetime, datetime.datetime], tuple[datetime.datetime, datetime.datetime]]) -> datetime.datetime\n"
    "\n"
    "C: g_time g_postponed(g_postpone postpone, void *data);";
static PyObject *
interop_f_postponed(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    interop_bound _f_postpone;
    g_postpone _a_postpone = NULL;
    void *_a_data = NULL;
    interop_marshalled _marshalled;
    g_time _result;
    interop_call _call;
    int _succeeded = 0;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_call_init(&_call);
    interop_bound_init(&_f_postpone);
    interop_marshalled_init(&_marshalled, &interop_m_0, 0);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_postponed, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_marshalled_begin(&_marshalled, INTEROP_AT(postponed, -1)) < 0)
        goto cleanup;
    {
        void *_pointer = NULL;
        if (interop_bind_callable(_in[0], &interop_cb_f_t_g_postpone, INTEROP_SCOPE_CALL, 1, 0, NULL, &_f_postpone, &_pointer, &_call, INTEROP_AT(postponed, 0)) < 0)
            goto cleanup;
        _a_postpone = (g_postpone)(uintptr_t)_pointer;
        if (_f_postpone.entry != NULL) {
            _a_postpone = interop_ct_f_t_g_postpone;
            _a_data = (void *)_f_postpone.number;
        }
    }

    /* invoke, capture */
    interop_call_begin(&_call);
    Py_BEGIN_ALLOW_THREADS
    _result = (g_postponed)(_a_postpone, _a_data);
    Py_END_ALLOW_THREADS
    interop_call_end(&_call);
    if (INTEROP_UNLIKELY(_call.raised != NULL)) {
        interop_call_raise(&_call, "postponed");
        goto cleanup;
    }

    /* unmarshal */
    _succeeded = 1;
    _value = interop_from_t_g_time(_result);
    if (_value == NULL)
        goto cleanup;
    if (interop_marshalled_capture(&_marshalled, &_value, INTEROP_AT(postponed, -1)) < 0)
        goto cleanup;
    if (interop_marshalled_called(&_marshalled, INTEROP_AT(postponed, -1)) < 0)
        goto cleanup;
    _value = interop_marshalled_out(&_marshalled, -1, INTEROP_AT(postponed, -1));
    if (_value == NULL)
        goto cleanup;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_unbind(&_f_postpone, INTEROP_SCOPE_CALL, _succeeded);
    interop_marshalled_release(&_marshalled);
    Py_XDECREF(_call.lent);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/callbacks/in.cdef:28
 * int g_each([closure(data)] g_visitor visit, void *data); */
static const char *const interop_n_each[] = {"visit", "data"};
static PyObject *interop_k_each[1];
static interop_signature interop_s_each = {"each", interop_n_each, interop_k_each, "1", 1, 1};
static const char interop_d_each[] =
    "each(visit)\n"
    "--\n"
    "\n"
    "each(visit: Callable[[str, array], int | None]) -> int\n"
    "\n"
    "C: int g_each(g_visitor visit, void *data);";
static PyObject *
interop_f_each(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    interop_bound _f_visit;
    g_visitor _a_visit = NULL;
    void *_a_data = NULL;
    int _result;
    interop_call _call;
    int _succeeded = 0;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_call_init(&_call);
    interop_bound_init(&_f_visit);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_each, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    {
        void *_pointer = NULL;
        if (interop_bind_callable(_in[0], &interop_cb_f_t_g_visitor, INTEROP_SCOPE_CALL, 1, 0, NULL, &_f_visit, &_pointer, &_call, INTEROP_AT(each, 0)) < 0)
            goto cleanup;
        _a_visit = (g_visitor)(uintptr_t)_pointer;
        if (_f_visit.entry != NULL) {
            _a_visit = interop_ct_f_t_g_visitor;
            _a_data = (void *)_f_visit.number;
        }
    }

    /* invoke, capture */
    interop_call_begin(&_call);
    Py_BEGIN_ALLOW_THREADS
    _result = (g_each)(_a_visit, _a_data);
    Py_END_ALLOW_THREADS
    interop_call_end(&_call);
    if (INTEROP_UNLIKELY(_call.raised != NULL)) {
        interop_call_raise(&_call, "each");
        goto cleanup;
    }

    /* unmarshal */
    _succeeded = 1;
    _value = interop_from_int(_result);
    if (_value == NULL)
        goto cleanup;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_unbind(&_f_visit, INTEROP_SCOPE_CALL, _succeeded);
    Py_XDECREF(_call.lent);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/callbacks/in.cdef:29
 * [hold_gil] int g_each_held([closure(data)] g_visitor visit, void *data); */
static const char *const interop_n_each_held[] = {"visit", "data"};
static PyObject *interop_k_each_held[1];
static interop_signature interop_s_each_held = {"each_held", interop_n_each_held, interop_k_each_held, "1", 1, 1};
static const char interop_d_each_held[] =
    "each_held(visit)\n"
    "--\n"
    "\n"
    "each_held(visit: Callable[[str, array], int | None]) -> int\n"
    "\n"
    "C: int g_each_held(g_visitor visit, void *data);";
static PyObject *
interop_f_each_held(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    interop_bound _f_visit;
    g_visitor _a_visit = NULL;
    void *_a_data = NULL;
    int _result;
    interop_call _call;
    int _succeeded = 0;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    interop_call_init(&_call);
    interop_bound_init(&_f_visit);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_each_held, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    {
        void *_pointer = NULL;
        if (interop_bind_callable(_in[0], &interop_cb_f_t_g_visitor, INTEROP_SCOPE_CALL, 1, 0, NULL, &_f_visit, &_pointer, &_call, INTEROP_AT(each_held, 0)) < 0)
            goto cleanup;
        _a_visit = (g_visitor)(uintptr_t)_pointer;
        if (_f_visit.entry != NULL) {
            _a_visit = interop_ct_f_t_g_visitor;
            _a_data = (void *)_f_visit.number;
        }
    }

    /* invoke, capture */
    interop_call_begin(&_call);
    interop_holder_begin();
    _result = (g_each_held)(_a_visit, _a_data);
    interop_holder_end();
    interop_call_end(&_call);
    if (INTEROP_UNLIKELY(_call.raised != NULL)) {
        interop_call_raise(&_call, "each_held");
        goto cleanup;
    }

    /* unmarshal */
    _succeeded = 1;
    _value = interop_from_int(_result);
    if (_value == NULL)
        goto cleanup;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_unbind(&_f_visit, INTEROP_SCOPE_CALL, _succeeded);
    Py_XDECREF(_call.lent);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/callbacks/in.cdef:30
 * [hold_gil] int g_again(int n); */
static const char *const interop_n_again[] = {"n"};
static PyObject *interop_k_again[1];
static interop_signature interop_s_again = {"again", interop_n_again, interop_k_again, "1", 1, 1};
static const char interop_d_again[] =
    "again(n)\n"
    "--\n"
    "\n"
    "again(n: int) -> int\n"
    "\n"
    "C: int g_again(int n);";
static PyObject *
interop_f_again(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    int _a_n = 0;
    int _result;
    interop_call _call;
    int _calls_back = 0;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_again, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_to_int(_in[0], &_a_n, INTEROP_AT(again, 0)) < 0)
        goto cleanup;

    /* invoke, capture */
    _calls_back = interop_bindings > 0;
    if (INTEROP_UNLIKELY(_calls_back)) {
        interop_call_init(&_call);
        interop_call_begin(&_call);
        interop_holder_begin();
    }
    _result = (g_again)(_a_n);
    if (INTEROP_UNLIKELY(_calls_back)) {
        interop_holder_end();
        interop_call_end(&_call);
    }
    if (INTEROP_UNLIKELY(_calls_back && _call.raised != NULL)) {
        interop_call_raise(&_call, "again");
        goto cleanup;
    }

    /* unmarshal */
    _value = interop_from_int(_result);
    if (_value == NULL)
        goto cleanup;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    if (_calls_back)
        Py_XDECREF(_call.lent);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/callbacks/in.cdef:31
 * void g_sort([in, out, size_is(n)] g_point *points, int n, g_compare *compare); */
static const char *const interop_n_sort[] = {"points", "compare", "n"};
static PyObject *interop_k_sort[2];
static interop_signature interop_s_sort = {"sort", interop_n_sort, interop_k_sort, "11", 2, 2};
static const char interop_d_sort[] =
    "sort(points, compare)\n"
    "--\n"
    "\n"
    "sort(points: list or writable buffer of point, compare: Callable[[point, point], int]) -> None\n"
    "\n"
    "points is updated in place.\n"
    "\n"
    "C: void g_sort(g_point *points, int n, g_compare *compare);";
static PyObject *
interop_f_sort(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = _args;
    interop_array _b_points;
    Py_ssize_t _n_points = 0;
    g_point *_a_points = NULL;
    int _a_n = 0;
    interop_bound _f_compare;
    g_compare *_a_compare = NULL;
    interop_call _call;
    int _succeeded = 0;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_call_init(&_call);
    interop_array_init(&_b_points);
    interop_bound_init(&_f_compare);
    if (INTEROP_UNLIKELY(_nargs != 2 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_sort, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_array_inout(_in[0], &interop_type_r_t_g_point, 0, &_b_points, INTEROP_AT(sort, 0)) < 0)
        goto cleanup;
    _a_points = (g_point *)_b_points.data;
    _n_points = _b_points.count;
    if (INTEROP_LENGTH(int, _a_n, _b_points.count, INTEROP_AT(sort, 0)) < 0)
        goto cleanup;
    {
        void *_pointer = NULL;
        if (interop_bind_callable(_in[1], &interop_cb_f_t_g_compare, INTEROP_SCOPE_CALL, 0, 0, NULL, &_f_compare, &_pointer, &_call, INTEROP_AT(sort, 1)) < 0)
            goto cleanup;
        _a_compare = (g_compare *)(uintptr_t)_pointer;
        if (_f_compare.entry != NULL) {
            _a_compare = (g_compare *)(uintptr_t)_f_compare.entry->function;
        }
    }

    /* invoke, capture */
    interop_call_begin(&_call);
    Py_BEGIN_ALLOW_THREADS
    (g_sort)(_a_points, _a_n, _a_compare);
    Py_END_ALLOW_THREADS
    interop_call_end(&_call);
    if (INTEROP_UNLIKELY(_call.raised != NULL)) {
        interop_call_raise(&_call, "sort");
        goto cleanup;
    }

    /* unmarshal */
    _succeeded = 1;
    if (interop_array_prepare(&_b_points, &interop_type_r_t_g_point, _n_points, INTEROP_AT(sort, 0)) < 0)
        goto cleanup;
    Py_INCREF(Py_None);
    _returned = Py_None;
    if (interop_array_commit(&_b_points, &interop_type_r_t_g_point, _n_points, INTEROP_AT(sort, 0)) < 0) {
        Py_XDECREF(_returned);
        _returned = NULL;
        goto cleanup;
    }

    /* cleanup */
cleanup:
    interop_unbind(&_f_compare, INTEROP_SCOPE_CALL, _succeeded);
    interop_array_release(&_b_points);
    Py_XDECREF(_call.lent);
    return _returned;
}


/* tests/golden/callbacks/in.cdef:32
 * int g_make([in, unique] g_maker make); */
static const char *const interop_n_make[] = {"make"};
static PyObject *interop_k_make[1];
static interop_signature interop_s_make = {"make", interop_n_make, interop_k_make, "1", 1, 1};
static const char interop_d_make[] =
    "make(make)\n"
    "--\n"
    "\n"
    "make(make: Callable[[int, point], tuple[str | None, int]] | None) -> int\n"
    "\n"
    "C: int g_make(g_maker make);";
static PyObject *
interop_f_make(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    interop_bound _f_make;
    g_maker _a_make = NULL;
    int _result;
    interop_call _call;
    int _succeeded = 0;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_call_init(&_call);
    interop_bound_init(&_f_make);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_make, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    {
        void *_pointer = NULL;
        if (interop_bind_callable(_in[0], &interop_cb_f_t_g_maker, INTEROP_SCOPE_CALL, 0, 1, NULL, &_f_make, &_pointer, &_call, INTEROP_AT(make, 0)) < 0)
            goto cleanup;
        _a_make = (g_maker)(uintptr_t)_pointer;
        if (_f_make.entry != NULL) {
            _a_make = (g_maker)(uintptr_t)_f_make.entry->function;
        }
    }

    /* invoke, capture */
    interop_call_begin(&_call);
    Py_BEGIN_ALLOW_THREADS
    _result = (g_make)(_a_make);
    Py_END_ALLOW_THREADS
    interop_call_end(&_call);
    if (INTEROP_UNLIKELY(_call.raised != NULL)) {
        interop_call_raise(&_call, "make");
        goto cleanup;
    }

    /* unmarshal */
    _succeeded = 1;
    _value = interop_from_int(_result);
    if (_value == NULL)
        goto cleanup;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_unbind(&_f_make, INTEROP_SCOPE_CALL, _succeeded);
    Py_XDECREF(_call.lent);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/callbacks/in.cdef:33
 * void g_keep([scope(forever), closure(data), destroy(done)] g_visitor visit, void *data, void (*done)(void *)); */
static const char *const interop_n_keep[] = {"visit", "data", "done"};
static PyObject *interop_k_keep[1];
static interop_signature interop_s_keep = {"keep", interop_n_keep, interop_k_keep, "1", 1, 1};
static const char interop_d_keep[] =
    "keep(visit)\n"
    "--\n"
    "\n"
    "keep(visit: Callable[[str, array], int | None]) -> None\n"
    "\n"
    "C: void g_keep(g_visitor visit, void *data, void (*done)(void *));";
static PyObject *
interop_f_keep(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    interop_bound _f_visit;
    g_visitor _a_visit = NULL;
    void *_a_data = NULL;
    void (*_a_done)(void *) = NULL;
    interop_call _call;
    int _succeeded = 0;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_call_init(&_call);
    interop_bound_init(&_f_visit);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_keep, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    {
        void *_pointer = NULL;
        if (interop_bind_callable(_in[0], &interop_cb_f_t_g_visitor, INTEROP_SCOPE_FOREVER, 1, 0, NULL, &_f_visit, &_pointer, &_call, INTEROP_AT(keep, 0)) < 0)
            goto cleanup;
        _a_visit = (g_visitor)(uintptr_t)_pointer;
        if (_f_visit.entry != NULL) {
            _a_visit = interop_ct_f_t_g_visitor;
            _a_data = (void *)_f_visit.number;
            _a_done = (void (*)(void *))(uintptr_t)&interop_destroyed;
        }
    }

    /* invoke, capture */
    interop_call_begin(&_call);
    Py_BEGIN_ALLOW_THREADS
    (g_keep)(_a_visit, _a_data, _a_done);
    Py_END_ALLOW_THREADS
    interop_call_end(&_call);
    if (INTEROP_UNLIKELY(_call.raised != NULL)) {
        interop_call_raise(&_call, "keep");
        goto cleanup;
    }

    /* unmarshal */
    _succeeded = 1;
    Py_INCREF(Py_None);
    _returned = Py_None;

    /* cleanup */
cleanup:
    interop_unbind(&_f_visit, INTEROP_SCOPE_FOREVER, _succeeded);
    Py_XDECREF(_call.lent);
    return _returned;
}


/* tests/golden/callbacks/in.cdef:34
 * void g_once([scope(async), closure(data)] g_reader read, void *data); */
static const char *const interop_n_once[] = {"read", "data"};
static PyObject *interop_k_once[1];
static interop_signature interop_s_once = {"once", interop_n_once, interop_k_once, "1", 1, 1};
static const char interop_d_once[] =
    "once(read)\n"
    "--\n"
    "\n"
    "once(read: Callable[[], bytes-like]) -> None\n"
    "\n"
    "C: void g_once(g_reader read, void *data);";
static PyObject *
interop_f_once(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    interop_bound _f_read;
    g_reader _a_read = NULL;
    void *_a_data = NULL;
    interop_call _call;
    int _succeeded = 0;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_call_init(&_call);
    interop_bound_init(&_f_read);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_once, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    {
        void *_pointer = NULL;
        if (interop_bind_callable(_in[0], &interop_cb_f_t_g_reader, INTEROP_SCOPE_ASYNC, 1, 0, NULL, &_f_read, &_pointer, &_call, INTEROP_AT(once, 0)) < 0)
            goto cleanup;
        _a_read = (g_reader)(uintptr_t)_pointer;
        if (_f_read.entry != NULL) {
            _a_read = interop_ct_f_t_g_reader;
            _a_data = (void *)_f_read.number;
        }
    }

    /* invoke, capture */
    interop_call_begin(&_call);
    Py_BEGIN_ALLOW_THREADS
    (g_once)(_a_read, _a_data);
    Py_END_ALLOW_THREADS
    interop_call_end(&_call);
    if (INTEROP_UNLIKELY(_call.raised != NULL)) {
        interop_call_raise(&_call, "once");
        goto cleanup;
    }

    /* unmarshal */
    _succeeded = 1;
    Py_INCREF(Py_None);
    _returned = Py_None;

    /* cleanup */
cleanup:
    interop_unbind(&_f_read, INTEROP_SCOPE_ASYNC, _succeeded);
    Py_XDECREF(_call.lent);
    return _returned;
}


/* tests/golden/callbacks/in.cdef:35
 * g_compare *g_order(void); */
static const char *const interop_n_order[] = {NULL};
static PyObject *interop_k_order[1];
static interop_signature interop_s_order = {"order", interop_n_order, interop_k_order, "", 0, 0};
static const char interop_d_order[] =
    "order()\n"
    "--\n"
    "\n"
    "order() -> Callable[[point, point], int]\n"
    "\n"
    "C: g_compare *g_order(void);";
static PyObject *
interop_f_order(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    g_compare *_result = NULL;
    interop_call _call;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_call_init(&_call);
    if (INTEROP_UNLIKELY(_nargs != 0 || _kwnames != NULL) && interop_sort(&interop_s_order, _args, _nargs, _args + _nargs, _kwnames, NULL) < 0)
        goto cleanup;

    /* invoke, capture */
    interop_call_begin(&_call);
    Py_BEGIN_ALLOW_THREADS
    _result = (g_order)();
    Py_END_ALLOW_THREADS
    interop_call_end(&_call);
    if (INTEROP_UNLIKELY(_call.raised != NULL)) {
        interop_call_raise(&_call, "order");
        goto cleanup;
    }

    /* unmarshal */
    _value = interop_from_function((const void *)(uintptr_t)_result, &interop_cb_f_t_g_compare);
    if (_value == NULL)
        goto cleanup;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    Py_XDECREF(_call.lent);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/callbacks/in.cdef:37
 * const char *g_words(int status); */
static const char *const interop_n_words[] = {"status"};
static PyObject *interop_k_words[1];
static interop_signature interop_s_words = {"words", interop_n_words, interop_k_words, "1", 1, 1};
static const char interop_d_words[] =
    "words(status)\n"
    "--\n"
    "\n"
    "words(status: int) -> str\n"
    "\n"
    "C: const char *g_words(int status);";
static PyObject *
interop_f_words(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    int _a_status = 0;
    const char *_result = NULL;
    interop_call _call;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_call_init(&_call);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_words, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_to_int(_in[0], &_a_status, INTEROP_AT(words, 0)) < 0)
        goto cleanup;

    /* invoke, capture */
    interop_call_begin(&_call);
    Py_BEGIN_ALLOW_THREADS
    _result = (g_words)(_a_status);
    Py_END_ALLOW_THREADS
    interop_call_end(&_call);
    if (INTEROP_UNLIKELY(_call.raised != NULL)) {
        interop_call_raise(&_call, "words");
        goto cleanup;
    }

    /* unmarshal */
    if (_result == NULL) {
        interop_unexpected_null(INTEROP_AT(words, -1));
        goto cleanup;
    } else {
        _value = interop_text_read(_result, -1, &interop_c_0, INTEROP_AT(words, -1));
        if (_value == NULL)
            goto cleanup;
    }
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    Py_XDECREF(_call.lent);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/callbacks/in.cdef:41
 * void g_walk(g_point from, [scope(async), closure(data)] g_finished done, void *data); */
static const char *const interop_n_walk[] = {"from_", "done", "data"};
static PyObject *interop_k_walk[2];
static interop_signature interop_s_walk = {"walk", interop_n_walk, interop_k_walk, "10", 2, 2};
static const char interop_d_walk[] =
    "walk(from_, done=None)\n"
    "--\n"
    "\n"
    "walk(from_: point, done: Callable[[int, str, point], None] | None = None) -> None | Future[(what: str, at: point)]\n"
    "\n"
    "Awaitable when done is left out: C tells that it is done by calling back.\n"
    "\n"
    "C: void g_walk(g_point from, g_finished done, void *data);";
static PyObject *
interop_f_walk(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = _args;
    g_point _a_from;
    interop_bound _f_done;
    g_finished _a_done = NULL;
    void *_a_data = NULL;
    interop_call _call;
    int _succeeded = 0;
    PyObject *_returned = NULL;
    PyObject *_completion = NULL, *_future = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_call_init(&_call);
    interop_bound_init(&_f_done);
    if (INTEROP_UNLIKELY(_nargs != 2 || _kwnames != NULL)) {
        if (interop_some_arguments(&interop_s_walk, _args, _nargs, _kwnames, _sorted, 1, 2, 2) < 0)
            goto cleanup;
        _in = _sorted;
    }

    /* marshal, pin */
    if (interop_to_r_t_g_point(_in[0], &_a_from, NULL, INTEROP_AT(walk, 0)) < 0)
        goto cleanup;
    if (INTEROP_LEFT_OUT(_in[1])) {
        if (interop_completion_new("walk", &_completion, &_future) < 0)
            goto cleanup;
        {
            void *_pointer = NULL;
            if (interop_bind_callable(_completion, &interop_cb_f_t_g_finished, INTEROP_SCOPE_ASYNC, 1, 0, NULL, &_f_done, &_pointer, &_call, INTEROP_AT(walk, 1)) < 0)
                goto cleanup;
            _a_done = (g_finished)(uintptr_t)_pointer;
            if (_f_done.entry != NULL) {
                _a_done = interop_ct_f_t_g_finished;
                _a_data = (void *)_f_done.number;
            }
        }
        _f_done.entry->awaiting = &interop_s_walk;
    } else {
        {
            void *_pointer = NULL;
            if (interop_bind_callable(_in[1], &interop_cb_f_t_g_finished, INTEROP_SCOPE_ASYNC, 1, 0, NULL, &_f_done, &_pointer, &_call, INTEROP_AT(walk, 1)) < 0)
                goto cleanup;
            _a_done = (g_finished)(uintptr_t)_pointer;
            if (_f_done.entry != NULL) {
                _a_done = interop_ct_f_t_g_finished;
                _a_data = (void *)_f_done.number;
            }
        }
    }

    /* invoke, capture */
    interop_call_begin(&_call);
    Py_BEGIN_ALLOW_THREADS
    (g_walk)(_a_from, _a_done, _a_data);
    Py_END_ALLOW_THREADS
    interop_call_end(&_call);
    if (INTEROP_UNLIKELY(_call.raised != NULL)) {
        interop_call_raise(&_call, "walk");
        goto cleanup;
    }

    /* unmarshal */
    _succeeded = 1;
    _returned = _future != NULL ? _future : Py_NewRef(Py_None);
    _future = NULL;

    /* cleanup */
cleanup:
    interop_unbind(&_f_done, INTEROP_SCOPE_ASYNC, _succeeded);
    Py_XDECREF(_call.lent);
    Py_XDECREF(_completion);
    interop_future_drop(_future);
    return _returned;
}


/* tests/golden/callbacks/in.cdef:42
 * [success(result == 0)] int g_write([in, size_is(n), retained(done)] const char *bytes, size_t n, [scope(async), closure(data), unique] g_counted done, void *data); */
static const char *const interop_n_write[] = {"bytes", "done", "n", "data"};
static PyObject *interop_k_write[2];
static interop_signature interop_s_write = {"write", interop_n_write, interop_k_write, "10", 2, 2};
static const char interop_d_write[] =
    "write(bytes, done=None)\n"
    "--\n"
    "\n"
    "write(bytes: bytes-like, done: Callable[[int], None] | None = None) -> None | Future[int]\n"
    "\n"
    "Awaitable when done is left out: C tells that it is done by calling back.\n"
    "\n"
    "Raises interop.CallError unless result == 0.\n"
    "\n"
    "C: int g_write(const char *bytes, size_t n, g_counted done, void *data);";
static PyObject *
interop_f_write(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = _args;
    interop_array _b_bytes;
    const char *_a_bytes = NULL;
    size_t _a_n = 0;
    interop_bound _f_done;
    g_counted _a_done = NULL;
    void *_a_data = NULL;
    int _result;
    interop_call _call;
    int _succeeded = 0;
    PyObject *_returned = NULL;
    PyObject *_completion = NULL, *_future = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_call_init(&_call);
    interop_array_init(&_b_bytes);
    interop_bound_init(&_f_done);
    if (INTEROP_UNLIKELY(_nargs != 2 || _kwnames != NULL)) {
        if (interop_some_arguments(&interop_s_write, _args, _nargs, _kwnames, _sorted, 1, 2, 2) < 0)
            goto cleanup;
        _in = _sorted;
    }

    /* marshal, pin */
    if (interop_array_in(_in[0], &interop_type_char, INTEROP_PIN, &_b_bytes, INTEROP_AT(write, 0)) < 0)
        goto cleanup;
    _a_bytes = (const char *)_b_bytes.data;
    if (INTEROP_LENGTH(size_t, _a_n, _b_bytes.count, INTEROP_AT(write, 0)) < 0)
        goto cleanup;
    if (_in[1] == NULL) {
        if (interop_completion_new("write", &_completion, &_future) < 0)
            goto cleanup;
        {
            void *_pointer = NULL;
            if (interop_bind_callable(_completion, &interop_cb_f_t_g_counted, INTEROP_SCOPE_ASYNC, 1, 1, NULL, &_f_done, &_pointer, &_call, INTEROP_AT(write, 1)) < 0)
                goto cleanup;
            _a_done = (g_counted)(uintptr_t)_pointer;
            if (_f_done.entry != NULL) {
                _a_done = interop_ct_f_t_g_counted;
                _a_data = (void *)_f_done.number;
            }
        }
        _f_done.entry->awaiting = &interop_s_write;
    } else {
        {
            void *_pointer = NULL;
            if (interop_bind_callable(_in[1], &interop_cb_f_t_g_counted, INTEROP_SCOPE_ASYNC, 1, 1, NULL, &_f_done, &_pointer, &_call, INTEROP_AT(write, 1)) < 0)
                goto cleanup;
            _a_done = (g_counted)(uintptr_t)_pointer;
            if (_f_done.entry != NULL) {
                _a_done = interop_ct_f_t_g_counted;
                _a_data = (void *)_f_done.number;
            }
        }
    }
    if (_in[0] != NULL && interop_keep_until_called(&_f_done, _in[0], INTEROP_AT(write, 0)) < 0)
        goto cleanup;

    /* invoke, capture */
    interop_call_begin(&_call);
    Py_BEGIN_ALLOW_THREADS
    _result = (g_write)(_a_bytes, _a_n, _a_done, _a_data);
    Py_END_ALLOW_THREADS
    interop_call_end(&_call);
    if (INTEROP_UNLIKELY(_call.raised != NULL)) {
        _succeeded = _result == 0;
        interop_call_raise(&_call, "write");
        goto cleanup;
    }

    /* check */
    if (INTEROP_UNLIKELY(!(_result == 0))) {
        interop_call_failed(NULL, &interop_s_write, "result == 0",
                            NULL, interop_from_int(_result), NULL, -1);
        goto cleanup;
    }

    /* unmarshal */
    _succeeded = 1;
    _returned = _future != NULL ? _future : Py_NewRef(Py_None);
    _future = NULL;

    /* cleanup */
cleanup:
    interop_unbind(&_f_done, INTEROP_SCOPE_ASYNC, _succeeded);
    interop_array_release(&_b_bytes);
    Py_XDECREF(_call.lent);
    Py_XDECREF(_completion);
    interop_future_drop(_future);
    return _returned;
}


/* tests/golden/callbacks/in.cdef:44
 * void g_read([in, out, size_is(n), retained(done)] char *bytes, [scope(async), closure(data)] g_counted done, void *data, size_t n); */
static const char *const interop_n_read[] = {"bytes", "done", "data", "n"};
static PyObject *interop_k_read[2];
static interop_signature interop_s_read = {"read", interop_n_read, interop_k_read, "10", 2, 2};
static const char interop_d_read[] =
    "read(bytes, done=None)\n"
    "--\n"
    "\n"
    "read(bytes: writable buffer, done: Callable[[int], None] | None = None) -> None | Future[int]\n"
    "\n"
    "bytes is updated in place.\n"
    "Awaitable when done is left out: C tells that it is done by calling back.\n"
    "\n"
    "C: void g_read(char *bytes, g_counted done, void *data, size_t n);";
static PyObject *
interop_f_read(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = _args;
    interop_array _b_bytes;
    Py_ssize_t _n_bytes = 0;
    char *_a_bytes = NULL;
    interop_bound _f_done;
    g_counted _a_done = NULL;
    void *_a_data = NULL;
    size_t _a_n = 0;
    interop_call _call;
    int _succeeded = 0;
    PyObject *_returned = NULL;
    PyObject *_completion = NULL, *_future = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_call_init(&_call);
    interop_array_init(&_b_bytes);
    interop_bound_init(&_f_done);
    if (INTEROP_UNLIKELY(_nargs != 2 || _kwnames != NULL)) {
        if (interop_some_arguments(&interop_s_read, _args, _nargs, _kwnames, _sorted, 1, 2, 2) < 0)
            goto cleanup;
        _in = _sorted;
    }

    /* marshal, pin */
    if (interop_array_inout(_in[0], &interop_type_char, INTEROP_PIN, &_b_bytes, INTEROP_AT(read, 0)) < 0)
        goto cleanup;
    _a_bytes = (char *)_b_bytes.data;
    _n_bytes = _b_bytes.count;
    if (INTEROP_LEFT_OUT(_in[1])) {
        if (interop_completion_new("read", &_completion, &_future) < 0)
            goto cleanup;
        {
            void *_pointer = NULL;
            if (interop_bind_callable(_completion, &interop_cb_f_t_g_counted, INTEROP_SCOPE_ASYNC, 1, 0, NULL, &_f_done, &_pointer, &_call, INTEROP_AT(read, 1)) < 0)
                goto cleanup;
            _a_done = (g_counted)(uintptr_t)_pointer;
            if (_f_done.entry != NULL) {
                _a_done = interop_ct_f_t_g_counted;
                _a_data = (void *)_f_done.number;
            }
        }
        _f_done.entry->awaiting = &interop_s_read;
    } else {
        {
            void *_pointer = NULL;
            if (interop_bind_callable(_in[1], &interop_cb_f_t_g_counted, INTEROP_SCOPE_ASYNC, 1, 0, NULL, &_f_done, &_pointer, &_call, INTEROP_AT(read, 1)) < 0)
                goto cleanup;
            _a_done = (g_counted)(uintptr_t)_pointer;
            if (_f_done.entry != NULL) {
                _a_done = interop_ct_f_t_g_counted;
                _a_data = (void *)_f_done.number;
            }
        }
    }
    if (INTEROP_LENGTH(size_t, _a_n, _b_bytes.count, INTEROP_AT(read, 0)) < 0)
        goto cleanup;
    if (_in[0] != NULL && interop_keep_until_called(&_f_done, _in[0], INTEROP_AT(read, 0)) < 0)
        goto cleanup;

    /* invoke, capture */
    interop_call_begin(&_call);
    Py_BEGIN_ALLOW_THREADS
    (g_read)(_a_bytes, _a_done, _a_data, _a_n);
    Py_END_ALLOW_THREADS
    interop_call_end(&_call);
    if (INTEROP_UNLIKELY(_call.raised != NULL)) {
        _succeeded = 1;
        interop_call_raise(&_call, "read");
        goto cleanup;
    }

    /* unmarshal */
    _succeeded = 1;
    if (interop_array_prepare(&_b_bytes, &interop_type_char, _n_bytes, INTEROP_AT(read, 0)) < 0)
        goto cleanup;
    _returned = _future != NULL ? _future : Py_NewRef(Py_None);
    _future = NULL;
    if (interop_array_commit(&_b_bytes, &interop_type_char, _n_bytes, INTEROP_AT(read, 0)) < 0) {
        Py_XDECREF(_returned);
        _returned = NULL;
        goto cleanup;
    }

    /* cleanup */
cleanup:
    interop_unbind(&_f_done, INTEROP_SCOPE_ASYNC, _succeeded);
    interop_array_release(&_b_bytes);
    Py_XDECREF(_call.lent);
    Py_XDECREF(_completion);
    interop_future_drop(_future);
    return _returned;
}


/* tests/golden/callbacks/in.cdef:46
 * void g_end([scope(async)] g_ended *done); */
static const char *const interop_n_end[] = {"done"};
static PyObject *interop_k_end[1];
static interop_signature interop_s_end = {"end", interop_n_end, interop_k_end, "0", 1, 1};
static const char interop_d_end[] =
    "end(done=None)\n"
    "--\n"
    "\n"
    "end(done: Callable[[], None] | None = None) -> None | Future[None]\n"
    "\n"
    "Awaitable when done is left out: C tells that it is done by calling back.\n"
    "\n"
    "C: void g_end(g_ended *done);";
static PyObject *
interop_f_end(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    interop_bound _f_done;
    g_ended *_a_done = NULL;
    interop_call _call;
    int _succeeded = 0;
    PyObject *_returned = NULL;
    PyObject *_completion = NULL, *_future = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_call_init(&_call);
    interop_bound_init(&_f_done);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        if (interop_some_arguments(&interop_s_end, _args, _nargs, _kwnames, _sorted, 0, 1, 1) < 0)
            goto cleanup;
        _in = _sorted;
    }

    /* marshal, pin */
    if (INTEROP_LEFT_OUT(_in[0])) {
        if (interop_completion_new("end", &_completion, &_future) < 0)
            goto cleanup;
        {
            void *_pointer = NULL;
            if (interop_bind_callable(_completion, &interop_cb_f_t_g_ended, INTEROP_SCOPE_ASYNC, 0, 0, NULL, &_f_done, &_pointer, &_call, INTEROP_AT(end, 0)) < 0)
                goto cleanup;
            _a_done = (g_ended *)(uintptr_t)_pointer;
            if (_f_done.entry != NULL) {
                _a_done = (g_ended *)(uintptr_t)_f_done.entry->function;
            }
        }
        _f_done.entry->awaiting = &interop_s_end;
    } else {
        {
            void *_pointer = NULL;
            if (interop_bind_callable(_in[0], &interop_cb_f_t_g_ended, INTEROP_SCOPE_ASYNC, 0, 0, NULL, &_f_done, &_pointer, &_call, INTEROP_AT(end, 0)) < 0)
                goto cleanup;
            _a_done = (g_ended *)(uintptr_t)_pointer;
            if (_f_done.entry != NULL) {
                _a_done = (g_ended *)(uintptr_t)_f_done.entry->function;
            }
        }
    }

    /* invoke, capture */
    interop_call_begin(&_call);
    Py_BEGIN_ALLOW_THREADS
    (g_end)(_a_done);
    Py_END_ALLOW_THREADS
    interop_call_end(&_call);
    if (INTEROP_UNLIKELY(_call.raised != NULL)) {
        interop_call_raise(&_call, "end");
        goto cleanup;
    }

    /* unmarshal */
    _succeeded = 1;
    _returned = _future != NULL ? _future : Py_NewRef(Py_None);
    _future = NULL;

    /* cleanup */
cleanup:
    interop_unbind(&_f_done, INTEROP_SCOPE_ASYNC, _succeeded);
    Py_XDECREF(_call.lent);
    Py_XDECREF(_completion);
    interop_future_drop(_future);
    return _returned;
}


/* tests/golden/callbacks/in.cdef:49
 * g_hub *g_open(void); */
static const char *const interop_n_open[] = {NULL};
static PyObject *interop_k_open[1];
static interop_signature interop_s_open = {"open", interop_n_open, interop_k_open, "", 0, 0};
static const char interop_d_open[] =
    "open()\n"
    "--\n"
    "\n"
    "open() -> hub\n"
    "\n"
    "C: g_hub *g_open(void);";
static PyObject *
interop_f_open(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    g_hub *_result = 0;
    interop_call _call;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_call_init(&_call);
    if (INTEROP_UNLIKELY(_nargs != 0 || _kwnames != NULL) && interop_sort(&interop_s_open, _args, _nargs, _args + _nargs, _kwnames, NULL) < 0)
        goto cleanup;
    _value = (PyObject *)interop_handle_new(&interop_hk_h_t_g_hub);
    if (_value == NULL)
        goto cleanup;

    /* invoke, capture */
    interop_call_begin(&_call);
    Py_BEGIN_ALLOW_THREADS
    _result = (g_open)();
    Py_END_ALLOW_THREADS
    interop_call_end(&_call);
    if (interop_valid_h_t_g_hub(_result))
        interop_handle_fill((interop_handle *)_value, interop_pack_h_t_g_hub(_result), NULL, 0);
    if (INTEROP_UNLIKELY(_call.raised != NULL)) {
        interop_call_raise(&_call, "open");
        goto cleanup;
    }

    /* unmarshal */
    if (!interop_valid_h_t_g_hub(_result)) {
        interop_unexpected_null(INTEROP_AT(open, -1));
        goto cleanup;
    }
    if (_value != Py_None)
        ((interop_handle *)_value)->shown = 1;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    Py_XDECREF(_call.lent);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/callbacks/in.cdef:50
 * void g_close(g_hub *hub); */
static const char *const interop_n_close[] = {"hub"};
static PyObject *interop_k_close[1];
static interop_signature interop_s_close = {"close", interop_n_close, interop_k_close, "1", 1, 1};
static const char interop_d_close[] =
    "close(hub)\n"
    "--\n"
    "\n"
    "close(hub: hub) -> None\n"
    "\n"
    "C: void g_close(g_hub *hub);";
static PyObject *
interop_f_close(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    interop_handle *_h_hub = NULL;
    int _c_hub = 0;
    g_hub *_a_hub = 0;
    interop_call _call;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_call_init(&_call);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_close, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    _h_hub = interop_handle_take(_in[0], &interop_hk_h_t_g_hub, INTEROP_AT(close, 0));
    if (_h_hub == NULL)
        goto cleanup;
    _a_hub = interop_value_h_t_g_hub(_h_hub->value);

    /* invoke, capture */
    interop_call_begin(&_call);
    Py_BEGIN_ALLOW_THREADS
    (g_close)(_a_hub);
    Py_END_ALLOW_THREADS
    interop_call_end(&_call);
    if (INTEROP_UNLIKELY(_call.raised != NULL)) {
        _c_hub = 1;
        interop_call_raise(&_call, "close");
        goto cleanup;
    }
    _c_hub = 1;

    /* unmarshal */
    Py_INCREF(Py_None);
    _returned = Py_None;

    /* cleanup */
cleanup:
    interop_handle_taken(_h_hub, _c_hub);
    Py_XDECREF(_call.lent);
    return _returned;
}


/* tests/golden/callbacks/in.cdef:51
 * void g_on([in] g_hub *hub, [scope(slot(event)), closure(data), on_error(1), unique] int (*event)(g_hub *hub, void *data), void *data); */
static const char *const interop_n_on[] = {"hub", "event", "data"};
static PyObject *interop_k_on[2];
static interop_signature interop_s_on = {"on", interop_n_on, interop_k_on, "11", 2, 2};
static const char interop_d_on[] =
    "on(hub, event)\n"
    "--\n"
    "\n"
    "on(hub: hub, event: Callable[[hub], int | None] | None) -> None\n"
    "\n"
    "C: void g_on(g_hub *hub, int (*event)(g_hub *, void *), void *data);";
static PyObject *
interop_f_on(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = _args;
    interop_handle *_h_hub = NULL;
    g_hub *_a_hub = 0;
    interop_bound _f_event;
    int (*_a_event)(g_hub *, void *) = NULL;
    void *_a_data = NULL;
    interop_call _call;
    int _succeeded = 0;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_call_init(&_call);
    interop_bound_init(&_f_event);
    if (INTEROP_UNLIKELY(_nargs != 2 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_on, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    _h_hub = interop_handle_use(_in[0], &interop_hk_h_t_g_hub, INTEROP_AT(on, 0));
    if (_h_hub == NULL)
        goto cleanup;
    _a_hub = interop_value_h_t_g_hub(_h_hub->value);
    {
        void *_pointer = NULL;
        if (interop_bind_callable(_in[1], &interop_cb_f_t_g_on__event, INTEROP_SCOPE_OWNED, 1, 1, interop_slot_event, &_f_event, &_pointer, &_call, INTEROP_AT(on, 1)) < 0)
            goto cleanup;
        _a_event = (int (*)(g_hub *, void *))(uintptr_t)_pointer;
        if (_f_event.entry != NULL) {
            _a_event = interop_ct_f_t_g_on__event;
            _a_data = (void *)_f_event.number;
        }
    }
    if (interop_keep_bound(&_f_event, _h_hub != NULL ? &_h_hub->kept : &interop_slots_taken) < 0)
        goto cleanup;

    /* invoke, capture */
    interop_call_begin(&_call);
    Py_BEGIN_ALLOW_THREADS
    (g_on)(_a_hub, _a_event, _a_data);
    Py_END_ALLOW_THREADS
    interop_call_end(&_call);
    if (INTEROP_UNLIKELY(_call.raised != NULL)) {
        interop_call_raise(&_call, "on");
        goto cleanup;
    }

    /* unmarshal */
    _succeeded = 1;
    Py_INCREF(Py_None);
    _returned = Py_None;

    /* cleanup */
cleanup:
    interop_settle_slot(*(_h_hub != NULL ? &_h_hub->kept : &interop_slots_taken), interop_slot_event, _f_event.owner, _succeeded);
    interop_unbind(&_f_event, INTEROP_SCOPE_OWNED, _succeeded);
    interop_handle_drop(_h_hub);
    Py_XDECREF(_call.lent);
    return _returned;
}


/* tests/golden/callbacks/in.cdef:55
 * int g_offer([closure(data)] g_taker take, void *data); */
static const char *const interop_n_offer[] = {"take", "data"};
static PyObject *interop_k_offer[1];
static interop_signature interop_s_offer = {"offer", interop_n_offer, interop_k_offer, "1", 1, 1};
static const char interop_d_offer[] =
    "offer(take)\n"
    "--\n"
    "\n"
    "offer(take: Callable[[hub], tuple[int | None, hub]]) -> int\n"
    "\n"
    "C: int g_offer(g_taker take, void *data);";
static PyObject *
interop_f_offer(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    interop_bound _f_take;
    g_taker _a_take = NULL;
    void *_a_data = NULL;
    int _result;
    interop_call _call;
    int _succeeded = 0;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_call_init(&_call);
    interop_bound_init(&_f_take);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_offer, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    {
        void *_pointer = NULL;
        if (interop_bind_callable(_in[0], &interop_cb_f_t_g_taker, INTEROP_SCOPE_CALL, 1, 0, NULL, &_f_take, &_pointer, &_call, INTEROP_AT(offer, 0)) < 0)
            goto cleanup;
        _a_take = (g_taker)(uintptr_t)_pointer;
        if (_f_take.entry != NULL) {
            _a_take = interop_ct_f_t_g_taker;
            _a_data = (void *)_f_take.number;
        }
    }

    /* invoke, capture */
    interop_call_begin(&_call);
    Py_BEGIN_ALLOW_THREADS
    _result = (g_offer)(_a_take, _a_data);
    Py_END_ALLOW_THREADS
    interop_call_end(&_call);
    if (INTEROP_UNLIKELY(_call.raised != NULL)) {
        interop_call_raise(&_call, "offer");
        goto cleanup;
    }

    /* unmarshal */
    _succeeded = 1;
    _value = interop_from_int(_result);
    if (_value == NULL)
        goto cleanup;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_unbind(&_f_take, INTEROP_SCOPE_CALL, _succeeded);
    Py_XDECREF(_call.lent);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/callbacks/in.cdef:56
 * void g_choose([closure(data)] g_chooser choose, void *data); */
static const char *const interop_n_choose[] = {"choose", "data"};
static PyObject *interop_k_choose[1];
static interop_signature interop_s_choose = {"choose", interop_n_choose, interop_k_choose, "1", 1, 1};
static const char interop_d_choose[] =
    "choose(choose)\n"
    "--\n"
    "\n"
    "choose(choose: Callable[[hub | None, hub | None], tuple[hub | None, hub | None]]) -> None\n"
    "\n"
    "C: void g_choose(g_chooser choose, void *data);";
static PyObject *
interop_f_choose(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    interop_bound _f_choose;
    g_chooser _a_choose = NULL;
    void *_a_data = NULL;
    interop_call _call;
    int _succeeded = 0;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_call_init(&_call);
    interop_bound_init(&_f_choose);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_choose, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    {
        void *_pointer = NULL;
        if (interop_bind_callable(_in[0], &interop_cb_f_t_g_chooser, INTEROP_SCOPE_CALL, 1, 0, NULL, &_f_choose, &_pointer, &_call, INTEROP_AT(choose, 0)) < 0)
            goto cleanup;
        _a_choose = (g_chooser)(uintptr_t)_pointer;
        if (_f_choose.entry != NULL) {
            _a_choose = interop_ct_f_t_g_chooser;
            _a_data = (void *)_f_choose.number;
        }
    }

    /* invoke, capture */
    interop_call_begin(&_call);
    Py_BEGIN_ALLOW_THREADS
    (g_choose)(_a_choose, _a_data);
    Py_END_ALLOW_THREADS
    interop_call_end(&_call);
    if (INTEROP_UNLIKELY(_call.raised != NULL)) {
        interop_call_raise(&_call, "choose");
        goto cleanup;
    }

    /* unmarshal */
    _succeeded = 1;
    Py_INCREF(Py_None);
    _returned = Py_None;

    /* cleanup */
cleanup:
    interop_unbind(&_f_choose, INTEROP_SCOPE_CALL, _succeeded);
    Py_XDECREF(_call.lent);
    return _returned;
}

static PyObject *
interop_hm_h_t_g_hub_from_address(PyObject *self, PyObject *args, PyObject *kwargs)
{
    (void)self;
    return interop_handle_adopt(&interop_hk_h_t_g_hub, args, kwargs);
}
static PyObject *
interop_hm_h_t_g_hub_live(PyObject *self, PyObject *unused)
{
    (void)self;
    (void)unused;
    return PyLong_FromLong(interop_hk_h_t_g_hub.live);
}
static PyMethodDef interop_hm_h_t_g_hub[] = {
    {"close", interop_handle_close_method, METH_NOARGS, "close($self)\n--\n\nCloses it now, or when the last call that uses it has ended."},
    {"__enter__", interop_handle_enter, METH_NOARGS, NULL},
    {"__exit__", interop_handle_exit, METH_VARARGS, NULL},
    {"detach", interop_handle_detach, METH_NOARGS, "detach($self)\n--\n\nThe native value, which the caller has to close from now on."},
    {"from_address", (PyCFunction)(void (*)(void))interop_hm_h_t_g_hub_from_address, METH_VARARGS | METH_KEYWORDS | METH_STATIC, "from_address(address, *, owns=True)\n--\n\nAn object for a handle that other code opened; it is closed by this one where it owns it."},
    {"live", interop_hm_h_t_g_hub_live, METH_NOARGS | METH_STATIC, "live()\n--\n\nHow many objects of the class hold a handle that they have to close."},
    {NULL, NULL, 0, NULL},
};
static PyGetSetDef interop_hg_h_t_g_hub[] = {
    {"closed", interop_handle_closed, NULL, "Whether it is closed.", NULL},
    {"aio", interop_handle_aio, NULL, "Its methods as coroutine functions, run on worker threads.", NULL},
    {"address", interop_handle_address, NULL, "The native value.", NULL},
    {NULL, NULL, NULL, NULL, NULL},
};
static PyType_Slot interop_ht_h_t_g_hub[] = {
    {Py_tp_doc, (void *)"C: g_hub *."},
    {Py_tp_dealloc, (void *)interop_handle_dealloc},
    {Py_tp_traverse, (void *)interop_handle_traverse},
    {Py_tp_finalize, (void *)interop_handle_finalize},
    {Py_tp_clear, (void *)interop_handle_clear},
    {Py_tp_repr, (void *)interop_handle_repr},
    {Py_tp_members, (void *)interop_handle_members},
    {Py_tp_methods, (void *)interop_hm_h_t_g_hub},
    {Py_tp_getset, (void *)interop_hg_h_t_g_hub},
    {0, NULL},
};
static PyType_Spec interop_hs_h_t_g_hub = {
    "hub", sizeof(interop_handle), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION, interop_ht_h_t_g_hub,
};
static PyObject *
interop_setup(PyObject *self, PyObject *args)
{
    static interop_enum *const enums[] = {NULL};
    static interop_exception *const exceptions[] = {&interop_x_GoneWrong, NULL};

    (void)self;
    return interop_setup_with(args, enums, exceptions);
}

static PyObject *
interop_marshallers(PyObject *self, PyObject *args)
{
    static interop_marshaller *const marshallers[] = {&interop_m_0, NULL};

    (void)self;
    return interop_marshallers_with(args, marshallers);
}

static PyMethodDef interop_methods[] = {
    {"each_held", (PyCFunction)(void (*)(void))interop_f_each_held, METH_FASTCALL | METH_KEYWORDS, interop_d_each_held},
    {"again", (PyCFunction)(void (*)(void))interop_f_again, METH_FASTCALL | METH_KEYWORDS, interop_d_again},
    {"_interop_setup", interop_setup, METH_VARARGS, NULL},
    {"_interop_marshallers", interop_marshallers, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};
static const interop_function_def interop_functions[] = {
    {"malloc", interop_f_malloc, interop_d_malloc},
    {"free", interop_f_free, interop_d_free},
    {"complete", interop_f_complete, interop_d_complete},
    {"list", interop_f_list, interop_d_list},
    {"reorder", interop_f_reorder, interop_d_reorder},
    {"postponed", interop_f_postponed, interop_d_postponed},
    {"each", interop_f_each, interop_d_each},
    {"sort", interop_f_sort, interop_d_sort},
    {"make", interop_f_make, interop_d_make},
    {"keep", interop_f_keep, interop_d_keep},
    {"once", interop_f_once, interop_d_once},
    {"order", interop_f_order, interop_d_order},
    {"words", interop_f_words, interop_d_words},
    {"walk", interop_f_walk, interop_d_walk},
    {"write", interop_f_write, interop_d_write},
    {"read", interop_f_read, interop_d_read},
    {"end", interop_f_end, interop_d_end},
    {"open", interop_f_open, interop_d_open},
    {"close", interop_f_close, interop_d_close},
    {"on", interop_f_on, interop_d_on},
    {"offer", interop_f_offer, interop_d_offer},
    {"choose", interop_f_choose, interop_d_choose},
    {NULL, NULL, NULL},
};

static int
interop_execute(PyObject *module)
{
    static interop_results *const results[] = {&interop_r_1f_t_g_finished, NULL};
    if (!interop_is_home())
        return -1;
    if (interop_add_handle(module, &interop_hk_h_t_g_hub, &interop_hs_h_t_g_hub, NULL) < 0)
        return -1;
    if (interop_callbacks_ready() < 0)
        return -1;
    if (interop_add_functions(module, interop_functions) < 0)
        return -1;
    static interop_record *const records[] = {&interop_record_r_t_g_point, NULL};
    if (interop_execute_with(module, results, "5e5a54773a72a24a") < 0)
        return -1;
    return interop_add_records(module, records);
}

static PyModuleDef_Slot interop_slots[] = {
    {Py_mod_exec, (void *)interop_execute},
    {0, NULL},
};
static struct PyModuleDef interop_module = {
    PyModuleDef_HEAD_INIT, "callbacks", NULL, 0, interop_methods, interop_slots, NULL, NULL, NULL,
};

PyMODINIT_FUNC
PyInit_callbacks(void)
{
    return PyModuleDef_Init(&interop_module);
}

