/* The stubs of module handles. Made from tests/golden/handles/in.cdef by interop; do not edit. */
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

INTEROP_SIGNED(int, int)
INTEROP_CHAR(char, char)
static const interop_codec interop_c_0 = {NULL, "strict", sizeof(char), 0};

_Static_assert(sizeof(t_db *) <= sizeof(uintptr_t), "a handle is no larger than a pointer");
INTEROP_UNUSED static inline t_db *
interop_value_h_t_t_db(uintptr_t _number)
{
    t_db * _value;
    memcpy(&_value, &_number, sizeof _value);
    return _value;
}
INTEROP_UNUSED static inline uintptr_t
interop_pack_h_t_t_db(t_db * _value)
{
    uintptr_t _number = 0;
    memcpy(&_number, &_value, sizeof _value);
    return _number;
}
INTEROP_UNUSED static inline int
interop_valid_h_t_t_db(t_db * _value)
{
    (void)_value;
    return _value != NULL;
}
static int
interop_accept_h_t_t_db(uintptr_t *_number)
{
    *_number = interop_pack_h_t_t_db(interop_value_h_t_t_db(*_number));
    return interop_valid_h_t_t_db(interop_value_h_t_t_db(*_number));
}
static const char *const interop_close_h_t_t_db_names[] = {"db"};
static interop_signature interop_close_h_t_t_db_signature = {"db_close", interop_close_h_t_t_db_names, NULL, "", 0, 0};
static int
interop_close_h_t_t_db(uintptr_t _number, int _raises)
{
    t_db *_a_db = interop_value_h_t_t_db(_number);
    int _result;

    (void)_raises;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = t_db_close(_a_db);
    Py_END_ALLOW_THREADS
    if (_raises && INTEROP_UNLIKELY(!(_result == 0))) {
        interop_call_failed(NULL, &interop_close_h_t_t_db_signature, "result == 0",
                            NULL, interop_from_int(_result), NULL, -1);
        return -1;
    }
    return 0;
}
static interop_handles interop_hk_h_t_t_db = {"db", interop_close_h_t_t_db, 0, interop_accept_h_t_t_db, NULL, NULL, sizeof(t_db *), 0, NULL, 0};
_Static_assert(sizeof(t_row *) <= sizeof(uintptr_t), "a handle is no larger than a pointer");
INTEROP_UNUSED static inline t_row *
interop_value_h_t_t_row(uintptr_t _number)
{
    t_row * _value;
    memcpy(&_value, &_number, sizeof _value);
    return _value;
}
INTEROP_UNUSED static inline uintptr_t
interop_pack_h_t_t_row(t_row * _value)
{
    uintptr_t _number = 0;
    memcpy(&_number, &_value, sizeof _value);
    return _number;
}
INTEROP_UNUSED static inline int
interop_valid_h_t_t_row(t_row * _value)
{
    (void)_value;
    return _value != NULL;
}
static int
interop_accept_h_t_t_row(uintptr_t *_number)
{
    *_number = interop_pack_h_t_t_row(interop_value_h_t_t_row(*_number));
    return interop_valid_h_t_t_row(interop_value_h_t_t_row(*_number));
}
static int
interop_close_h_t_t_row(uintptr_t _number, int _raises)
{
    t_row *_a_row = interop_value_h_t_t_row(_number);

    (void)_raises;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    t_row_free(_a_row);
    Py_END_ALLOW_THREADS
    return 0;
}
static interop_handles interop_hk_h_t_t_row = {"row", interop_close_h_t_t_row, 1, interop_accept_h_t_t_row, NULL, NULL, sizeof(t_row *), 0, NULL, 0};
_Static_assert(sizeof(t_descriptor) <= sizeof(uintptr_t), "a handle is no larger than a pointer");
INTEROP_UNUSED static inline t_descriptor
interop_value_h_t_t_descriptor(uintptr_t _number)
{
    t_descriptor _value;
    memcpy(&_value, &_number, sizeof _value);
    return _value;
}
INTEROP_UNUSED static inline uintptr_t
interop_pack_h_t_t_descriptor(t_descriptor _value)
{
    uintptr_t _number = 0;
    memcpy(&_number, &_value, sizeof _value);
    return _number;
}
INTEROP_UNUSED static inline int
interop_valid_h_t_t_descriptor(t_descriptor _value)
{
    (void)_value;
    return _value != (t_descriptor)(-1);
}
static int
interop_accept_h_t_t_descriptor(uintptr_t *_number)
{
    *_number = interop_pack_h_t_t_descriptor(interop_value_h_t_t_descriptor(*_number));
    return interop_valid_h_t_t_descriptor(interop_value_h_t_t_descriptor(*_number));
}
static int
interop_close_h_t_t_descriptor(uintptr_t _number, int _raises)
{
    t_descriptor _a_d = interop_value_h_t_t_descriptor(_number);
    int _result;

    (void)_raises;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = t_shut(_a_d);
    Py_END_ALLOW_THREADS
    (void)_result;
    return 0;
}
static interop_handles interop_hk_h_t_t_descriptor = {"descriptor", interop_close_h_t_t_descriptor, 0, interop_accept_h_t_t_descriptor, NULL, NULL, sizeof(t_descriptor), 0, NULL, 0};

/* tests/golden/handles/in.cdef:9
 * [success(result == 0)] int t_db_close(t_db *db); */
static const char *const interop_n_db_close[] = {"db"};
static PyObject *interop_k_db_close[1];
static interop_signature interop_s_db_close = {"db_close", interop_n_db_close, interop_k_db_close, "1", 1, 1};
static const char interop_d_db_close[] =
    "db_close(db)\n"
    "--\n"
    "\n"
    "db_close(db: db) -> None\n"
    "\n"
    "Raises interop.CallError unless result == 0.\n"
    "\n"
    "C: int t_db_close(t_db *db);";
static PyObject *
interop_f_db_close(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    interop_handle *_h_db = NULL;
    int _c_db = 0;
    t_db *_a_db = 0;
    int _result;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_db_close, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    _h_db = interop_handle_take(_in[0], &interop_hk_h_t_t_db, INTEROP_AT(db_close, 0));
    if (_h_db == NULL)
        goto cleanup;
    _a_db = interop_value_h_t_t_db(_h_db->value);

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = t_db_close(_a_db);
    Py_END_ALLOW_THREADS

    /* check */
    if (INTEROP_UNLIKELY(!(_result == 0))) {
        interop_call_failed(NULL, &interop_s_db_close, "result == 0",
                            NULL, interop_from_int(_result), NULL, -1);
        goto cleanup;
    }
    _c_db = 1;

    /* unmarshal */
    Py_INCREF(Py_None);
    _returned = Py_None;

    /* cleanup */
cleanup:
    interop_handle_taken(_h_db, _c_db);
    return _returned;
}


/* tests/golden/handles/in.cdef:13
 * [constructor] t_db *t_db_open(const char *name); */
static const char *const interop_n_db_open[] = {"name"};
static PyObject *interop_k_db_open[1];
static interop_signature interop_s_db_open = {"db_open", interop_n_db_open, interop_k_db_open, "1", 1, 1};
static const char interop_d_db_open[] =
    "db_open(name)\n"
    "--\n"
    "\n"
    "db_open(name: str) -> db\n"
    "\n"
    "C: t_db *t_db_open(const char *name);";
static PyObject *
interop_f_db_open(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    interop_text _t_name;
    const char *_a_name = NULL;
    t_db *_result = 0;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_text_init(&_t_name);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_db_open, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_text_in(_in[0], &interop_c_0, 0, &_t_name, INTEROP_AT(db_open, 0)) < 0)
        goto cleanup;
    _a_name = (const char *)_t_name.data;
    _value = (PyObject *)interop_handle_new(&interop_hk_h_t_t_db);
    if (_value == NULL)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = t_db_open(_a_name);
    Py_END_ALLOW_THREADS
    if (interop_valid_h_t_t_db(_result))
        interop_handle_fill((interop_handle *)_value, interop_pack_h_t_t_db(_result), NULL, 0);

    /* unmarshal */
    if (!interop_valid_h_t_t_db(_result)) {
        interop_unexpected_null(INTEROP_AT(db_open, -1));
        goto cleanup;
    }
    if (_value != Py_None)
        ((interop_handle *)_value)->shown = 1;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_text_release(&_t_name);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/handles/in.cdef:14
 * [static_method(t_db, memory), success(result == 0)] int t_db_memory([out] t_db **db); */
static const char *const interop_n_db_memory[] = {"db"};
static PyObject *interop_k_db_memory[1];
static interop_signature interop_s_db_memory = {"db_memory", interop_n_db_memory, interop_k_db_memory, "", 0, 0};
static const char interop_d_db_memory[] =
    "db_memory()\n"
    "--\n"
    "\n"
    "db_memory() -> db\n"
    "\n"
    "Raises interop.CallError unless result == 0.\n"
    "\n"
    "C: int t_db_memory(t_db **db);";
static PyObject *
interop_f_db_memory(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    t_db *_s_db = 0;
    t_db **_a_db = &_s_db;
    int _result;
    PyObject *_o_db = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 0 || _kwnames != NULL) && interop_sort(&interop_s_db_memory, _args, _nargs, _args + _nargs, _kwnames, NULL) < 0)
        goto cleanup;

    /* marshal, pin */
    _o_db = (PyObject *)interop_handle_new(&interop_hk_h_t_t_db);
    if (_o_db == NULL)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = t_db_memory(_a_db);
    Py_END_ALLOW_THREADS
    if (interop_valid_h_t_t_db(_s_db))
        interop_handle_fill((interop_handle *)_o_db, interop_pack_h_t_t_db(_s_db), NULL, 0);

    /* check */
    if (INTEROP_UNLIKELY(!(_result == 0))) {
        interop_call_failed(NULL, &interop_s_db_memory, "result == 0",
                            NULL, interop_from_int(_result), NULL, -1);
        goto cleanup;
    }

    /* unmarshal */
    if (!interop_valid_h_t_t_db(_s_db)) {
        interop_unexpected_null(INTEROP_AT(db_memory, 0));
        goto cleanup;
    }
    if (_o_db != Py_None)
        ((interop_handle *)_o_db)->shown = 1;
    _returned = _o_db;
    _o_db = NULL;

    /* cleanup */
cleanup:
    Py_XDECREF(_o_db);
    return _returned;
}


/* tests/golden/handles/in.cdef:15
 * int t_db_count(t_db *db); */
static const char *const interop_n_db_count[] = {"db"};
static PyObject *interop_k_db_count[1];
static interop_signature interop_s_db_count = {"db_count", interop_n_db_count, interop_k_db_count, "1", 1, 1};
static const char interop_d_db_count[] =
    "db_count(db)\n"
    "--\n"
    "\n"
    "db_count(db: db) -> int\n"
    "\n"
    "C: int t_db_count(t_db *db);";
static PyObject *
interop_fo_db_count(PyObject *_object)
{
    /* setup */
    PyObject *const *_in = &_object;
    interop_handle *_h_db = NULL;
    t_db *_a_db = 0;
    int _result;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;


    /* marshal, pin */
    _h_db = interop_handle_use(_in[0], &interop_hk_h_t_t_db, INTEROP_AT(db_count, 0));
    if (_h_db == NULL)
        goto cleanup;
    _a_db = interop_value_h_t_t_db(_h_db->value);

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = t_db_count(_a_db);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    _value = interop_from_int(_result);
    if (_value == NULL)
        goto cleanup;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_handle_drop(_h_db);
    Py_XDECREF(_value);
    return _returned;
}
static PyObject *
interop_f_db_count(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    PyObject *_sorted[1];

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _args = interop_all_arguments(&interop_s_db_count, _args, _nargs, _kwnames, _sorted);
        if (_args == NULL)
            return NULL;
    }
    return interop_fo_db_count(_args[0]);
}


/* tests/golden/handles/in.cdef:16
 * [retained(db), unique] t_row *t_db_first(t_db *db); */
static const char *const interop_n_db_first[] = {"db"};
static PyObject *interop_k_db_first[1];
static interop_signature interop_s_db_first = {"db_first", interop_n_db_first, interop_k_db_first, "1", 1, 1};
static const char interop_d_db_first[] =
    "db_first(db)\n"
    "--\n"
    "\n"
    "db_first(db: db) -> row | None\n"
    "\n"
    "C: t_row *t_db_first(t_db *db);";
static PyObject *
interop_fo_db_first(PyObject *_object)
{
    /* setup */
    PyObject *const *_in = &_object;
    interop_handle *_h_db = NULL;
    t_db *_a_db = 0;
    t_row *_result = 0;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;


    /* marshal, pin */
    _h_db = interop_handle_use(_in[0], &interop_hk_h_t_t_db, INTEROP_AT(db_first, 0));
    if (_h_db == NULL)
        goto cleanup;
    _a_db = interop_value_h_t_t_db(_h_db->value);
    _value = (PyObject *)interop_handle_new(&interop_hk_h_t_t_row);
    if (_value == NULL)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = t_db_first(_a_db);
    Py_END_ALLOW_THREADS
    if (interop_valid_h_t_t_row(_result))
        interop_handle_fill((interop_handle *)_value, interop_pack_h_t_t_row(_result), _h_db, 0);

    /* unmarshal */
    if (!interop_valid_h_t_t_row(_result)) {
        Py_DECREF(_value);
        _value = Py_NewRef(Py_None);
    }
    if (_value != Py_None)
        ((interop_handle *)_value)->shown = 1;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_handle_drop(_h_db);
    Py_XDECREF(_value);
    return _returned;
}
static PyObject *
interop_f_db_first(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    PyObject *_sorted[1];

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _args = interop_all_arguments(&interop_s_db_first, _args, _nargs, _kwnames, _sorted);
        if (_args == NULL)
            return NULL;
    }
    return interop_fo_db_first(_args[0]);
}


/* tests/golden/handles/in.cdef:17
 * [owned_by(row), property(db)] t_db *t_row_db(t_row *row); */
static const char *const interop_n_row_db[] = {"row"};
static PyObject *interop_k_row_db[1];
static interop_signature interop_s_row_db = {"row_db", interop_n_row_db, interop_k_row_db, "1", 1, 1};
static const char interop_d_row_db[] =
    "row_db(row)\n"
    "--\n"
    "\n"
    "row_db(row: row) -> db\n"
    "\n"
    "C: t_db *t_row_db(t_row *row);";
static PyObject *
interop_fo_row_db(PyObject *_object)
{
    /* setup */
    PyObject *const *_in = &_object;
    interop_handle *_h_row = NULL;
    t_row *_a_row = 0;
    t_db *_result = 0;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;


    /* marshal, pin */
    _h_row = interop_handle_use(_in[0], &interop_hk_h_t_t_row, INTEROP_AT(row_db, 0));
    if (_h_row == NULL)
        goto cleanup;
    _a_row = interop_value_h_t_t_row(_h_row->value);
    _value = (PyObject *)interop_handle_new(&interop_hk_h_t_t_db);
    if (_value == NULL)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = t_row_db(_a_row);
    Py_END_ALLOW_THREADS
    if (interop_valid_h_t_t_db(_result))
        interop_handle_fill((interop_handle *)_value, interop_pack_h_t_t_db(_result), _h_row, 1);

    /* unmarshal */
    if (!interop_valid_h_t_t_db(_result)) {
        interop_unexpected_null(INTEROP_AT(row_db, -1));
        goto cleanup;
    }
    if (_value != Py_None)
        ((interop_handle *)_value)->shown = 1;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_handle_drop(_h_row);
    Py_XDECREF(_value);
    return _returned;
}
static PyObject *
interop_f_row_db(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    PyObject *_sorted[1];

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _args = interop_all_arguments(&interop_s_row_db, _args, _nargs, _kwnames, _sorted);
        if (_args == NULL)
            return NULL;
    }
    return interop_fo_row_db(_args[0]);
}


/* tests/golden/handles/in.cdef:18
 * [property(value)] int t_row_value(const t_row *row); */
static const char *const interop_n_row_value[] = {"row"};
static PyObject *interop_k_row_value[1];
static interop_signature interop_s_row_value = {"row_value", interop_n_row_value, interop_k_row_value, "1", 1, 1};
static const char interop_d_row_value[] =
    "row_value(row)\n"
    "--\n"
    "\n"
    "row_value(row: row) -> int\n"
    "\n"
    "C: int t_row_value(const t_row *row);";
static PyObject *
interop_fo_row_value(PyObject *_object)
{
    /* setup */
    PyObject *const *_in = &_object;
    interop_handle *_h_row = NULL;
    const t_row *_a_row = 0;
    int _result;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;


    /* marshal, pin */
    _h_row = interop_handle_use(_in[0], &interop_hk_h_t_t_row, INTEROP_AT(row_value, 0));
    if (_h_row == NULL)
        goto cleanup;
    _a_row = interop_value_h_t_t_row(_h_row->value);

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = t_row_value(_a_row);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    _value = interop_from_int(_result);
    if (_value == NULL)
        goto cleanup;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_handle_drop(_h_row);
    Py_XDECREF(_value);
    return _returned;
}
static PyObject *
interop_f_row_value(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    PyObject *_sorted[1];

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _args = interop_all_arguments(&interop_s_row_value, _args, _nargs, _kwnames, _sorted);
        if (_args == NULL)
            return NULL;
    }
    return interop_fo_row_value(_args[0]);
}


/* tests/golden/handles/in.cdef:19
 * [property(value)] void t_row_set_value(t_row *row, int value); */
static const char *const interop_n_row_set_value[] = {"row", "value"};
static PyObject *interop_k_row_set_value[2];
static interop_signature interop_s_row_set_value = {"row_set_value", interop_n_row_set_value, interop_k_row_set_value, "11", 2, 2};
static const char interop_d_row_set_value[] =
    "row_set_value(row, value)\n"
    "--\n"
    "\n"
    "row_set_value(row: row, value: int) -> None\n"
    "\n"
    "C: void t_row_set_value(t_row *row, int value);";
static PyObject *
interop_f_row_set_value(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = _args;
    interop_handle *_h_row = NULL;
    t_row *_a_row = 0;
    int _a_value = 0;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 2 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_row_set_value, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    _h_row = interop_handle_use(_in[0], &interop_hk_h_t_t_row, INTEROP_AT(row_set_value, 0));
    if (_h_row == NULL)
        goto cleanup;
    _a_row = interop_value_h_t_t_row(_h_row->value);
    if (interop_to_int(_in[1], &_a_value, INTEROP_AT(row_set_value, 1)) < 0)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    t_row_set_value(_a_row, _a_value);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    Py_INCREF(Py_None);
    _returned = Py_None;

    /* cleanup */
cleanup:
    interop_handle_drop(_h_row);
    return _returned;
}


/* tests/golden/handles/in.cdef:20
 * [iterator(result < 0)] int t_row_next(t_row *row); */
static const char *const interop_n_row_next[] = {"row"};
static PyObject *interop_k_row_next[1];
static interop_signature interop_s_row_next = {"row_next", interop_n_row_next, interop_k_row_next, "1", 1, 1};
static const char interop_d_row_next[] =
    "row_next(row)\n"
    "--\n"
    "\n"
    "row_next(row: row) -> int\n"
    "\n"
    "C: int t_row_next(t_row *row);";
static PyObject *
interop_fo_row_next(PyObject *_object)
{
    /* setup */
    PyObject *const *_in = &_object;
    interop_handle *_h_row = NULL;
    t_row *_a_row = 0;
    int _result;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;


    /* marshal, pin */
    _h_row = interop_handle_use(_in[0], &interop_hk_h_t_t_row, INTEROP_AT(row_next, 0));
    if (_h_row == NULL)
        goto cleanup;
    _a_row = interop_value_h_t_t_row(_h_row->value);

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = t_row_next(_a_row);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    if (_result < 0) {
        PyErr_SetNone(PyExc_StopIteration);
        goto cleanup;
    }
    _value = interop_from_int(_result);
    if (_value == NULL)
        goto cleanup;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_handle_drop(_h_row);
    Py_XDECREF(_value);
    return _returned;
}
static PyObject *
interop_f_row_next(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    PyObject *_sorted[1];

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _args = interop_all_arguments(&interop_s_row_next, _args, _nargs, _kwnames, _sorted);
        if (_args == NULL)
            return NULL;
    }
    return interop_fo_row_next(_args[0]);
}


/* tests/golden/handles/in.cdef:21
 * [method(adopt)] void t_adopt(t_db *db, [consumes] t_row *row); */
static const char *const interop_n_adopt[] = {"db", "row"};
static PyObject *interop_k_adopt[2];
static interop_signature interop_s_adopt = {"adopt", interop_n_adopt, interop_k_adopt, "11", 2, 2};
static const char interop_d_adopt[] =
    "adopt(db, row)\n"
    "--\n"
    "\n"
    "adopt(db: db, row: row) -> None\n"
    "\n"
    "C: void t_adopt(t_db *db, t_row *row);";
static PyObject *
interop_f_adopt(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = _args;
    interop_handle *_h_db = NULL;
    t_db *_a_db = 0;
    interop_handle *_h_row = NULL;
    int _c_row = 0;
    t_row *_a_row = 0;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 2 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_adopt, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    _h_db = interop_handle_use(_in[0], &interop_hk_h_t_t_db, INTEROP_AT(adopt, 0));
    if (_h_db == NULL)
        goto cleanup;
    _a_db = interop_value_h_t_t_db(_h_db->value);
    _h_row = interop_handle_take(_in[1], &interop_hk_h_t_t_row, INTEROP_AT(adopt, 1));
    if (_h_row == NULL)
        goto cleanup;
    _a_row = interop_value_h_t_t_row(_h_row->value);

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    t_adopt(_a_db, _a_row);
    Py_END_ALLOW_THREADS
    _c_row = 1;

    /* unmarshal */
    Py_INCREF(Py_None);
    _returned = Py_None;

    /* cleanup */
cleanup:
    if (_c_row)
        interop_handle_pass_on(_h_row, NULL);
    interop_handle_taken(_h_row, _c_row);
    interop_handle_drop(_h_db);
    return _returned;
}


/* tests/golden/handles/in.cdef:22
 * t_descriptor t_open([in, string] const char *path); */
static const char *const interop_n_open[] = {"path"};
static PyObject *interop_k_open[1];
static interop_signature interop_s_open = {"open", interop_n_open, interop_k_open, "1", 1, 1};
static const char interop_d_open[] =
    "open(path)\n"
    "--\n"
    "\n"
    "open(path: str) -> descriptor\n"
    "\n"
    "C: t_descriptor t_open(const char *path);";
static PyObject *
interop_f_open(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    interop_text _t_path;
    const char *_a_path = NULL;
    t_descriptor _result = (t_descriptor)(-1);
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_text_init(&_t_path);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_open, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_text_in(_in[0], &interop_c_0, 0, &_t_path, INTEROP_AT(open, 0)) < 0)
        goto cleanup;
    _a_path = (const char *)_t_path.data;
    _value = (PyObject *)interop_handle_new(&interop_hk_h_t_t_descriptor);
    if (_value == NULL)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = t_open(_a_path);
    Py_END_ALLOW_THREADS
    if (interop_valid_h_t_t_descriptor(_result))
        interop_handle_fill((interop_handle *)_value, interop_pack_h_t_t_descriptor(_result), NULL, 0);

    /* unmarshal */
    if (!interop_valid_h_t_t_descriptor(_result)) {
        interop_handle_missing(&interop_hk_h_t_t_descriptor, INTEROP_AT(open, -1));
        goto cleanup;
    }
    if (_value != Py_None)
        ((interop_handle *)_value)->shown = 1;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_text_release(&_t_path);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/handles/in.cdef:23
 * void t_row_label(t_row *row, int index, [retained(row, index)] const char *label); */
static const char *const interop_n_row_label[] = {"row", "index", "label"};
static PyObject *interop_k_row_label[3];
static interop_signature interop_s_row_label = {"row_label", interop_n_row_label, interop_k_row_label, "111", 3, 3};
static const char interop_d_row_label[] =
    "row_label(row, index, label)\n"
    "--\n"
    "\n"
    "row_label(row: row, index: int, label: str) -> None\n"
    "\n"
    "C: void t_row_label(t_row *row, int index, const char *label);";
static PyObject *
interop_f_row_label(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[3];
    PyObject *const *_in = _args;
    interop_handle *_h_row = NULL;
    t_row *_a_row = 0;
    int _a_index = 0;
    interop_text _t_label;
    const char *_a_label = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_text_init(&_t_label);
    if (INTEROP_UNLIKELY(_nargs != 3 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_row_label, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    _h_row = interop_handle_use(_in[0], &interop_hk_h_t_t_row, INTEROP_AT(row_label, 0));
    if (_h_row == NULL)
        goto cleanup;
    _a_row = interop_value_h_t_t_row(_h_row->value);
    if (interop_to_int(_in[1], &_a_index, INTEROP_AT(row_label, 1)) < 0)
        goto cleanup;
    if (interop_text_in(_in[2], &interop_c_0, 0, &_t_label, INTEROP_AT(row_label, 2)) < 0)
        goto cleanup;
    _a_label = (const char *)_t_label.data;
    if (_in[2] != NULL && interop_handle_keep(_h_row, _in[2], &(long long){_a_index}) < 0)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    t_row_label(_a_row, _a_index, _a_label);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    Py_INCREF(Py_None);
    _returned = Py_None;
    interop_handle_replace(_h_row, (long long)_a_index);

    /* cleanup */
cleanup:
    interop_text_release(&_t_label);
    interop_handle_drop(_h_row);
    return _returned;
}


/* tests/golden/handles/in.cdef:24
 * [success(result == 0)] int t_swap([in, out, unique] t_db **db, [in, size_is(n), retained(db)] const int *values, int n); */
static const char *const interop_n_swap[] = {"db", "values", "n"};
static PyObject *interop_k_swap[2];
static interop_signature interop_s_swap = {"swap", interop_n_swap, interop_k_swap, "11", 2, 2};
static const char interop_d_swap[] =
    "swap(db, values)\n"
    "--\n"
    "\n"
    "swap(db: db | None, values: sequence or buffer of int) -> db | None\n"
    "\n"
    "Raises interop.CallError unless result == 0.\n"
    "\n"
    "C: int t_swap(t_db **db, const int *values, int n);";
static PyObject *
interop_f_swap(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = _args;
    interop_handle *_h_db = NULL;
    t_db *_s_db = 0;
    t_db **_a_db = &_s_db;
    interop_array _b_values;
    const int *_a_values = NULL;
    int _a_n = 0;
    int _result;
    PyObject *_o_db = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_array_init(&_b_values);
    if (INTEROP_UNLIKELY(_nargs != 2 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_swap, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (_in[0] != Py_None) {
        _h_db = interop_handle_take(_in[0], &interop_hk_h_t_t_db, INTEROP_AT(swap, 0));
        if (_h_db == NULL)
            goto cleanup;
        Py_INCREF((PyObject *)_h_db);
        _s_db = interop_value_h_t_t_db(_h_db->value);
    }
    _o_db = (PyObject *)interop_handle_new(&interop_hk_h_t_t_db);
    if (_o_db == NULL)
        goto cleanup;
    if (interop_array_in(_in[1], &interop_type_int, INTEROP_PIN, &_b_values, INTEROP_AT(swap, 1)) < 0)
        goto cleanup;
    _a_values = (const int *)_b_values.data;
    if (INTEROP_LENGTH(int, _a_n, _b_values.count, INTEROP_AT(swap, 1)) < 0)
        goto cleanup;
    if (_in[1] != NULL && interop_handle_keep_buffer((_h_db != NULL ? _h_db : (interop_handle *)_o_db), _in[1], NULL) < 0)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = t_swap(_a_db, _a_values, _a_n);
    Py_END_ALLOW_THREADS
    _h_db = interop_handle_settle(_h_db, &_o_db, interop_pack_h_t_t_db(_s_db), interop_valid_h_t_t_db(_s_db), NULL, 0);

    /* check */
    if (INTEROP_UNLIKELY(!(_result == 0))) {
        interop_call_failed(NULL, &interop_s_swap, "result == 0",
                            NULL, interop_from_int(_result), NULL, -1);
        goto cleanup;
    }

    /* unmarshal */
    if (!interop_valid_h_t_t_db(_s_db)) {
        Py_DECREF(_o_db);
        _o_db = Py_NewRef(Py_None);
    }
    if (_o_db != Py_None)
        ((interop_handle *)_o_db)->shown = 1;
    _returned = _o_db;
    _o_db = NULL;

    /* cleanup */
cleanup:
    interop_array_release(&_b_values);
    interop_handle_give_back(_h_db);
    Py_XDECREF(_o_db);
    return _returned;
}


/* tests/golden/handles/in.cdef:25
 * int t_next([in, out, unique, owned_by(db)] t_row **row, t_db *db); */
static const char *const interop_n_next[] = {"row", "db"};
static PyObject *interop_k_next[2];
static interop_signature interop_s_next = {"next", interop_n_next, interop_k_next, "11", 2, 2};
static const char *const interop_q_next[][2] = {{"result", "int"}, {"row", "row | None"}};
INTEROP_RESULTS(interop_r_next, "next_result", "What next() returns.", interop_q_next, 2)
static const char interop_d_next[] =
    "next(row, db)\n"
    "--\n"
    "\n"
    "next(row: row | None, db: db) -> (result: int, row: row | None)\n"
    "\n"
    "C: int t_next(t_row **row, t_db *db);";
static PyObject *
interop_f_next(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = _args;
    interop_handle *_h_row = NULL;
    t_row *_s_row = 0;
    t_row **_a_row = &_s_row;
    interop_handle *_h_db = NULL;
    t_db *_a_db = 0;
    int _result;
    PyObject *_value = NULL;
    PyObject *_o_row = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 2 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_next, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (_in[0] != Py_None) {
        _h_row = interop_handle_use(_in[0], &interop_hk_h_t_t_row, INTEROP_AT(next, 0));
        if (_h_row == NULL)
            goto cleanup;
        Py_INCREF((PyObject *)_h_row);
        _s_row = interop_value_h_t_t_row(_h_row->value);
    }
    _o_row = (PyObject *)interop_handle_new(&interop_hk_h_t_t_row);
    if (_o_row == NULL)
        goto cleanup;
    _h_db = interop_handle_use(_in[1], &interop_hk_h_t_t_db, INTEROP_AT(next, 1));
    if (_h_db == NULL)
        goto cleanup;
    _a_db = interop_value_h_t_t_db(_h_db->value);

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = t_next(_a_row, _a_db);
    Py_END_ALLOW_THREADS
    _h_row = interop_handle_settle(_h_row, &_o_row, interop_pack_h_t_t_row(_s_row), interop_valid_h_t_t_row(_s_row), _h_db, 1);

    /* unmarshal */
    _value = interop_from_int(_result);
    if (_value == NULL)
        goto cleanup;
    if (!interop_valid_h_t_t_row(_s_row)) {
        Py_DECREF(_o_row);
        _o_row = Py_NewRef(Py_None);
    }
    if (_o_row != Py_None)
        ((interop_handle *)_o_row)->shown = 1;
    {
        PyObject *_values[] = {_value, _o_row};
        _value = _o_row = NULL;
        _returned = interop_several(&interop_r_next, _values, 2);
    }
    if (_returned == NULL)
        goto cleanup;

    /* cleanup */
cleanup:
    interop_handle_drop(_h_db);
    interop_handle_give_back(_h_row);
    Py_XDECREF(_value);
    Py_XDECREF(_o_row);
    return _returned;
}


/* tests/golden/handles/in.cdef:26
 * int t_read(t_descriptor d, [unique] t_db *db); */
static const char *const interop_n_read[] = {"d", "db"};
static PyObject *interop_k_read[2];
static interop_signature interop_s_read = {"read", interop_n_read, interop_k_read, "11", 2, 2};
static const char interop_d_read[] =
    "read(d, db)\n"
    "--\n"
    "\n"
    "read(d: descriptor, db: db | None) -> int\n"
    "\n"
    "C: int t_read(t_descriptor d, t_db *db);";
static PyObject *
interop_f_read(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = _args;
    interop_handle *_h_d = NULL;
    t_descriptor _a_d = (t_descriptor)(-1);
    interop_handle *_h_db = NULL;
    t_db *_a_db = 0;
    int _result;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 2 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_read, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    _h_d = interop_handle_use(_in[0], &interop_hk_h_t_t_descriptor, INTEROP_AT(read, 0));
    if (_h_d == NULL)
        goto cleanup;
    _a_d = interop_value_h_t_t_descriptor(_h_d->value);
    if (_in[1] != Py_None) {
        _h_db = interop_handle_use(_in[1], &interop_hk_h_t_t_db, INTEROP_AT(read, 1));
        if (_h_db == NULL)
            goto cleanup;
        _a_db = interop_value_h_t_t_db(_h_db->value);
    }

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = t_read(_a_d, _a_db);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    _value = interop_from_int(_result);
    if (_value == NULL)
        goto cleanup;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_handle_drop(_h_db);
    interop_handle_drop(_h_d);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/handles/in.cdef:27
 * [borrowed] t_db *t_db_main(void); */
static const char *const interop_n_db_main[] = {NULL};
static PyObject *interop_k_db_main[1];
static interop_signature interop_s_db_main = {"db_main", interop_n_db_main, interop_k_db_main, "", 0, 0};
static const char interop_d_db_main[] =
    "db_main()\n"
    "--\n"
    "\n"
    "db_main() -> db\n"
    "\n"
    "C: t_db *t_db_main(void);";
static PyObject *
interop_f_db_main(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    t_db *_result = 0;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 0 || _kwnames != NULL) && interop_sort(&interop_s_db_main, _args, _nargs, _args + _nargs, _kwnames, NULL) < 0)
        goto cleanup;
    _value = (PyObject *)interop_handle_new(&interop_hk_h_t_t_db);
    if (_value == NULL)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = t_db_main();
    Py_END_ALLOW_THREADS
    if (interop_valid_h_t_t_db(_result))
        interop_handle_fill((interop_handle *)_value, interop_pack_h_t_t_db(_result), NULL, 1);

    /* unmarshal */
    if (!interop_valid_h_t_t_db(_result)) {
        interop_unexpected_null(INTEROP_AT(db_main, -1));
        goto cleanup;
    }
    if (_value != Py_None)
        ((interop_handle *)_value)->shown = 1;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    Py_XDECREF(_value);
    return _returned;
}

static PyObject *
interop_hm_h_t_t_db_db_open(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    PyObject *room[1];

    (void)type;
    return interop_construct(interop_f_db_open, args, kwargs, room, 1, "db");
}
static PyObject *
interop_hq_h_t_t_db(PyObject *type, PyObject *const *args, size_t nargs, PyObject *kwnames)
{
    (void)type;
    return interop_f_db_open(NULL, args, INTEROP_COUNT(nargs), kwnames);
}
static PyObject *
interop_hm_h_t_t_db_adopt(PyObject *self, PyObject *const *args, Py_ssize_t nargs, PyObject *kwnames)
{
    PyObject *room[2];
    return interop_with_self(interop_f_adopt, self, args, nargs, kwnames, room, 1, "adopt");
}
static PyObject *
interop_hm_h_t_t_db_db_count(PyObject *self, PyObject *unused)
{
    (void)unused;
    return interop_fo_db_count(self);
}
static PyObject *
interop_hm_h_t_t_db_db_first(PyObject *self, PyObject *unused)
{
    (void)unused;
    return interop_fo_db_first(self);
}
static PyObject *
interop_hm_h_t_t_db_db_memory(PyObject *self, PyObject *const *args, Py_ssize_t nargs, PyObject *kwnames)
{
    return interop_f_db_memory(self, args, nargs, kwnames);
}
static PyObject *
interop_hm_h_t_t_db_from_address(PyObject *self, PyObject *args, PyObject *kwargs)
{
    (void)self;
    return interop_handle_adopt(&interop_hk_h_t_t_db, args, kwargs);
}
static PyObject *
interop_hm_h_t_t_db_live(PyObject *self, PyObject *unused)
{
    (void)self;
    (void)unused;
    return PyLong_FromLong(interop_hk_h_t_t_db.live);
}
static PyMethodDef interop_hm_h_t_t_db[] = {
    {"adopt", (PyCFunction)(void (*)(void))interop_hm_h_t_t_db_adopt, METH_FASTCALL | METH_KEYWORDS, "adopt($self, row)\n--\n\nadopt(row: row) -> None\n\nC: void t_adopt(t_db *db, t_row *row);"},
    {"count", (PyCFunction)(void (*)(void))interop_hm_h_t_t_db_db_count, METH_NOARGS, "count($self)\n--\n\ncount() -> int\n\nC: int t_db_count(t_db *db);"},
    {"first", (PyCFunction)(void (*)(void))interop_hm_h_t_t_db_db_first, METH_NOARGS, "first($self)\n--\n\nfirst() -> row | None\n\nC: t_row *t_db_first(t_db *db);"},
    {"memory", (PyCFunction)(void (*)(void))interop_hm_h_t_t_db_db_memory, METH_FASTCALL | METH_KEYWORDS | METH_STATIC, "memory()\n--\n\nmemory() -> db\n\nC: int t_db_memory(t_db **db);"},
    {"close", interop_handle_close_method, METH_NOARGS, "close($self)\n--\n\nCloses it now, or when the last call that uses it has ended."},
    {"__enter__", interop_handle_enter, METH_NOARGS, NULL},
    {"__exit__", interop_handle_exit, METH_VARARGS, NULL},
    {"detach", interop_handle_detach, METH_NOARGS, "detach($self)\n--\n\nThe native value, which the caller has to close from now on."},
    {"from_address", (PyCFunction)(void (*)(void))interop_hm_h_t_t_db_from_address, METH_VARARGS | METH_KEYWORDS | METH_STATIC, "from_address(address, *, owns=True)\n--\n\nAn object for a handle that other code opened; it is closed by this one where it owns it."},
    {"live", interop_hm_h_t_t_db_live, METH_NOARGS | METH_STATIC, "live()\n--\n\nHow many objects of the class hold a handle that they have to close."},
    {NULL, NULL, 0, NULL},
};
static PyGetSetDef interop_hg_h_t_t_db[] = {
    {"closed", interop_handle_closed, NULL, "Whether it is closed.", NULL},
    {"aio", interop_handle_aio, NULL, "Its methods as coroutine functions, run on worker threads.", NULL},
    {"address", interop_handle_address, NULL, "The native value.", NULL},
    {NULL, NULL, NULL, NULL, NULL},
};
static PyType_Slot interop_ht_h_t_t_db[] = {
    {Py_tp_doc, (void *)"db(name)\n--\n\na data base\n\ndb(name: str)\n\nC: t_db *t_db_open(const char *name);"},
    {Py_tp_dealloc, (void *)interop_handle_dealloc},
    {Py_tp_traverse, (void *)interop_handle_traverse},
    {Py_tp_finalize, (void *)interop_handle_finalize},
    {Py_tp_clear, (void *)interop_handle_clear},
    {Py_tp_repr, (void *)interop_handle_repr},
    {Py_tp_members, (void *)interop_handle_members},
    {Py_tp_methods, (void *)interop_hm_h_t_t_db},
    {Py_tp_getset, (void *)interop_hg_h_t_t_db},
    {Py_tp_new, (void *)interop_hm_h_t_t_db_db_open},
    {0, NULL},
};
static PyType_Spec interop_hs_h_t_t_db = {
    "db", sizeof(interop_handle), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_IMMUTABLETYPE, interop_ht_h_t_t_db,
};
static PyObject *
interop_hm_h_t_t_row_row_next(PyObject *self)
{
    return interop_fo_row_next(self);
}
static PyObject *
interop_hm_h_t_t_row_row_db(PyObject *self, void *closure)
{
    (void)closure;
    return interop_fo_row_db(self);
}
static PyObject *
interop_hm_h_t_t_row_row_value(PyObject *self, void *closure)
{
    (void)closure;
    return interop_fo_row_value(self);
}
static int
interop_hm_h_t_t_row_row_set_value(PyObject *self, PyObject *value, void *closure)
{
    PyObject *both[] = {self, value};
    PyObject *done;

    (void)closure;
    done = value == NULL ? interop_no_deletion("value") : interop_f_row_set_value(NULL, both, 2, NULL);
    Py_XDECREF(done);
    return done == NULL ? -1 : 0;
}
static PyObject *
interop_hm_h_t_t_row_from_address(PyObject *self, PyObject *args, PyObject *kwargs)
{
    (void)self;
    return interop_handle_adopt(&interop_hk_h_t_t_row, args, kwargs);
}
static PyObject *
interop_hm_h_t_t_row_live(PyObject *self, PyObject *unused)
{
    (void)self;
    (void)unused;
    return PyLong_FromLong(interop_hk_h_t_t_row.live);
}
static PyMethodDef interop_hm_h_t_t_row[] = {
    {"close", interop_handle_close_method, METH_NOARGS, "close($self)\n--\n\nCloses it now, or when the last call that uses it has ended."},
    {"__enter__", interop_handle_enter, METH_NOARGS, NULL},
    {"__exit__", interop_handle_exit, METH_VARARGS, NULL},
    {"detach", interop_handle_detach, METH_NOARGS, "detach($self)\n--\n\nThe native value, which the caller has to close from now on."},
    {"from_address", (PyCFunction)(void (*)(void))interop_hm_h_t_t_row_from_address, METH_VARARGS | METH_KEYWORDS | METH_STATIC, "from_address(address, *, owns=True)\n--\n\nAn object for a handle that other code opened; it is closed by this one where it owns it."},
    {"live", interop_hm_h_t_t_row_live, METH_NOARGS | METH_STATIC, "live()\n--\n\nHow many objects of the class hold a handle that they have to close."},
    {NULL, NULL, 0, NULL},
};
static PyGetSetDef interop_hg_h_t_t_row[] = {
    {"db", interop_hm_h_t_t_row_row_db, NULL, "db: db\n\nC: t_row_db().", NULL},
    {"value", interop_hm_h_t_t_row_row_value, interop_hm_h_t_t_row_row_set_value, "value: int\n\nC: t_row_value().", NULL},
    {"closed", interop_handle_closed, NULL, "Whether it is closed.", NULL},
    {"aio", interop_handle_aio, NULL, "Its methods as coroutine functions, run on worker threads.", NULL},
    {"address", interop_handle_address, NULL, "The native value.", NULL},
    {NULL, NULL, NULL, NULL, NULL},
};
static PyType_Slot interop_ht_h_t_t_row[] = {
    {Py_tp_doc, (void *)"C: t_row *."},
    {Py_tp_dealloc, (void *)interop_handle_dealloc},
    {Py_tp_traverse, (void *)interop_handle_traverse},
    {Py_tp_finalize, (void *)interop_handle_finalize},
    {Py_tp_clear, (void *)interop_handle_clear},
    {Py_tp_repr, (void *)interop_handle_repr},
    {Py_tp_members, (void *)interop_handle_members},
    {Py_tp_methods, (void *)interop_hm_h_t_t_row},
    {Py_tp_getset, (void *)interop_hg_h_t_t_row},
    {Py_tp_iter, (void *)PyObject_SelfIter},
    {Py_tp_iternext, (void *)interop_hm_h_t_t_row_row_next},
    {0, NULL},
};
static PyType_Spec interop_hs_h_t_t_row = {
    "row", sizeof(interop_handle), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION, interop_ht_h_t_t_row,
};
static PyObject *
interop_hm_h_t_t_descriptor_from_address(PyObject *self, PyObject *args, PyObject *kwargs)
{
    (void)self;
    return interop_handle_adopt(&interop_hk_h_t_t_descriptor, args, kwargs);
}
static PyObject *
interop_hm_h_t_t_descriptor_live(PyObject *self, PyObject *unused)
{
    (void)self;
    (void)unused;
    return PyLong_FromLong(interop_hk_h_t_t_descriptor.live);
}
static PyMethodDef interop_hm_h_t_t_descriptor[] = {
    {"close", interop_handle_close_method, METH_NOARGS, "close($self)\n--\n\nCloses it now, or when the last call that uses it has ended."},
    {"__enter__", interop_handle_enter, METH_NOARGS, NULL},
    {"__exit__", interop_handle_exit, METH_VARARGS, NULL},
    {"detach", interop_handle_detach, METH_NOARGS, "detach($self)\n--\n\nThe native value, which the caller has to close from now on."},
    {"from_address", (PyCFunction)(void (*)(void))interop_hm_h_t_t_descriptor_from_address, METH_VARARGS | METH_KEYWORDS | METH_STATIC, "from_address(address, *, owns=True)\n--\n\nAn object for a handle that other code opened; it is closed by this one where it owns it."},
    {"live", interop_hm_h_t_t_descriptor_live, METH_NOARGS | METH_STATIC, "live()\n--\n\nHow many objects of the class hold a handle that they have to close."},
    {NULL, NULL, 0, NULL},
};
static PyGetSetDef interop_hg_h_t_t_descriptor[] = {
    {"closed", interop_handle_closed, NULL, "Whether it is closed.", NULL},
    {"aio", interop_handle_aio, NULL, "Its methods as coroutine functions, run on worker threads.", NULL},
    {"address", interop_handle_address, NULL, "The native value.", NULL},
    {NULL, NULL, NULL, NULL, NULL},
};
static PyType_Slot interop_ht_h_t_t_descriptor[] = {
    {Py_tp_doc, (void *)"C: t_descriptor."},
    {Py_tp_dealloc, (void *)interop_handle_dealloc},
    {Py_tp_traverse, (void *)interop_handle_traverse},
    {Py_tp_finalize, (void *)interop_handle_finalize},
    {Py_tp_clear, (void *)interop_handle_clear},
    {Py_tp_repr, (void *)interop_handle_repr},
    {Py_tp_members, (void *)interop_handle_members},
    {Py_tp_methods, (void *)interop_hm_h_t_t_descriptor},
    {Py_tp_getset, (void *)interop_hg_h_t_t_descriptor},
    {0, NULL},
};
static PyType_Spec interop_hs_h_t_t_descriptor = {
    "descriptor", sizeof(interop_handle), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION, interop_ht_h_t_t_descriptor,
};
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
    {"db_close", interop_f_db_close, interop_d_db_close},
    {"db_open", interop_f_db_open, interop_d_db_open},
    {"db_memory", interop_f_db_memory, interop_d_db_memory},
    {"db_count", interop_f_db_count, interop_d_db_count},
    {"db_first", interop_f_db_first, interop_d_db_first},
    {"row_db", interop_f_row_db, interop_d_row_db},
    {"row_value", interop_f_row_value, interop_d_row_value},
    {"row_set_value", interop_f_row_set_value, interop_d_row_set_value},
    {"row_next", interop_f_row_next, interop_d_row_next},
    {"adopt", interop_f_adopt, interop_d_adopt},
    {"open", interop_f_open, interop_d_open},
    {"row_label", interop_f_row_label, interop_d_row_label},
    {"swap", interop_f_swap, interop_d_swap},
    {"next", interop_f_next, interop_d_next},
    {"read", interop_f_read, interop_d_read},
    {"db_main", interop_f_db_main, interop_d_db_main},
    {NULL, NULL, NULL},
};

static int
interop_execute(PyObject *module)
{
    static interop_results *const results[] = {&interop_r_next, NULL};
    if (!interop_is_home())
        return -1;
    if (interop_add_handle(module, &interop_hk_h_t_t_db, &interop_hs_h_t_t_db, interop_hq_h_t_t_db) < 0)
        return -1;
    if (interop_add_handle(module, &interop_hk_h_t_t_row, &interop_hs_h_t_t_row, NULL) < 0)
        return -1;
    if (interop_add_handle(module, &interop_hk_h_t_t_descriptor, &interop_hs_h_t_t_descriptor, NULL) < 0)
        return -1;
    if (interop_add_functions(module, interop_functions) < 0)
        return -1;
    return interop_execute_with(module, results, "42fd09416c7a5231");
}

static PyModuleDef_Slot interop_slots[] = {
    {Py_mod_exec, (void *)interop_execute},
    {0, NULL},
};
static struct PyModuleDef interop_module = {
    PyModuleDef_HEAD_INIT, "handles", NULL, 0, interop_methods, interop_slots, NULL, NULL, NULL,
};

PyMODINIT_FUNC
PyInit_handles(void)
{
    return PyModuleDef_Init(&interop_module);
}

#pragma GCC diagnostic ignored "-Wtype-limits"
#pragma GCC diagnostic ignored "-Wsign-compare"
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
#line 5 "tests/golden/handles/in.cdef"
typedef struct t_db t_db;
#line 6 "tests/golden/handles/in.cdef"
typedef struct t_row t_row;
#line 7 "tests/golden/handles/in.cdef"
typedef int t_descriptor;
#line 9 "tests/golden/handles/in.cdef"
_Static_assert(_Generic(&t_db_close, int (*)(t_db *): 1, default: 0), "the header declares 't_db_close' with another type");
#line 10 "tests/golden/handles/in.cdef"
_Static_assert(_Generic(&t_row_free, void (*)(t_row *): 1, default: 0), "the header declares 't_row_free' with another type");
#line 11 "tests/golden/handles/in.cdef"
_Static_assert(_Generic(&t_shut, int (*)(t_descriptor): 1, default: 0), "the header declares 't_shut' with another type");
#line 13 "tests/golden/handles/in.cdef"
_Static_assert(_Generic(&t_db_open, t_db *(*)(const char *): 1, default: 0), "the header declares 't_db_open' with another type");
#line 14 "tests/golden/handles/in.cdef"
_Static_assert(_Generic(&t_db_memory, int (*)(t_db **): 1, default: 0), "the header declares 't_db_memory' with another type");
#line 15 "tests/golden/handles/in.cdef"
_Static_assert(_Generic(&t_db_count, int (*)(t_db *): 1, default: 0), "the header declares 't_db_count' with another type");
#line 16 "tests/golden/handles/in.cdef"
_Static_assert(_Generic(&t_db_first, t_row *(*)(t_db *): 1, default: 0), "the header declares 't_db_first' with another type");
#line 17 "tests/golden/handles/in.cdef"
_Static_assert(_Generic(&t_row_db, t_db *(*)(t_row *): 1, default: 0), "the header declares 't_row_db' with another type");
#line 18 "tests/golden/handles/in.cdef"
_Static_assert(_Generic(&t_row_value, int (*)(const t_row *): 1, default: 0), "the header declares 't_row_value' with another type");
#line 19 "tests/golden/handles/in.cdef"
_Static_assert(_Generic(&t_row_set_value, void (*)(t_row *, int): 1, default: 0), "the header declares 't_row_set_value' with another type");
#line 20 "tests/golden/handles/in.cdef"
_Static_assert(_Generic(&t_row_next, int (*)(t_row *): 1, default: 0), "the header declares 't_row_next' with another type");
#line 21 "tests/golden/handles/in.cdef"
_Static_assert(_Generic(&t_adopt, void (*)(t_db *, t_row *): 1, default: 0), "the header declares 't_adopt' with another type");
#line 22 "tests/golden/handles/in.cdef"
_Static_assert(_Generic(&t_open, t_descriptor (*)(const char *): 1, default: 0), "the header declares 't_open' with another type");
#line 23 "tests/golden/handles/in.cdef"
_Static_assert(_Generic(&t_row_label, void (*)(t_row *, int, const char *): 1, default: 0), "the header declares 't_row_label' with another type");
#line 24 "tests/golden/handles/in.cdef"
_Static_assert(_Generic(&t_swap, int (*)(t_db **, const int *, int): 1, default: 0), "the header declares 't_swap' with another type");
#line 25 "tests/golden/handles/in.cdef"
_Static_assert(_Generic(&t_next, int (*)(t_row **, t_db *): 1, default: 0), "the header declares 't_next' with another type");
#line 26 "tests/golden/handles/in.cdef"
_Static_assert(_Generic(&t_read, int (*)(t_descriptor, t_db *): 1, default: 0), "the header declares 't_read' with another type");
#line 27 "tests/golden/handles/in.cdef"
_Static_assert(_Generic(&t_db_main, t_db *(*)(void): 1, default: 0), "the header declares 't_db_main' with another type");
