/* The stubs of module errors. Made from tests/golden/errors/in.cdef by interop; do not edit. */
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

static interop_enum interop_e_0_status = {"status", NULL, NULL, 0};
static interop_exception interop_x_Fault = {"Fault", NULL, NULL, 0};
static interop_exception interop_x_MathFault = {"MathFault", NULL, NULL, 0};
static interop_exception interop_x_StoreError = {"StoreError", NULL, NULL, 0};
static interop_exception interop_x_SystemFault = {"SystemFault", NULL, NULL, 0};
static interop_exception interop_x_StoreBusy = {"StoreBusy", NULL, NULL, 0};
static interop_exception interop_x_StoreMissing = {"StoreMissing", NULL, NULL, 0};
INTEROP_SIGNED(int, int)
INTEROP_CHAR(char, char)
INTEROP_ENUM(enum_t_status, enum status, interop_e_0_status)
INTEROP_POINTER(t_void__ptr, "void *")
INTEROP_FLOAT(double, double)
INTEROP_SIGNED(t_HRESULT, HRESULT)
INTEROP_UNSIGNED(t_size_t, size_t)
static const interop_codec interop_c_0 = {NULL, "strict", sizeof(char), 0};

static interop_callback_type interop_cb_f_t_asked;

/* tests/golden/errors/in.cdef:25, called by C
 * typedef HRESULT (*asked)([out] int *answer, [closure] void *data); */
static const char *const interop_n_1f_t_asked[] = {"answer"};
INTEROP_UNUSED static const interop_signature interop_s_1f_t_asked = {"asked", interop_n_1f_t_asked, NULL, "", 0, 0};
static HRESULT interop_ci_f_t_asked(interop_callback *_entry, void *_data, int *_a_answer, void *_a_data)
{
    HRESULT _result;
    HRESULT _given;
    int _errno = errno;
    interop_lock _lock;
    PyObject *_callable, *_returned = NULL;
    uintptr_t _number = 0;
    int _s_answer;

    /* setup */
    (void)_data;
    (void)_a_answer;
    (void)_a_data;
    _result = INTEROP_E_FAIL;
    memset(&_given, 0, sizeof _given);
    memset(&_s_answer, 0, sizeof _s_answer);
    if (!interop_lock_ensure(&_lock)) {
        if (_a_answer != NULL)
            memset(_a_answer, 0, sizeof *_a_answer);
        return _result;
    }
    if (_entry == NULL)
        _entry = interop_numbered_find(_data, &interop_cb_f_t_asked);
    _callable = interop_enter(_entry, &interop_cb_f_t_asked);
    if (INTEROP_UNLIKELY(_callable == NULL))
        goto unanswered;
    _number = _entry->number;

    /* marshal */
    if (_a_answer == NULL) {
        interop_unexpected_null(INTEROP_AT(1f_t_asked, 0));
        goto failed;
    }

    /* invoke */
    {
        PyObject *_passed[1];
        _returned = interop_run(_callable, _passed, 0);
    }
    if (_returned == NULL)
        goto failed;

    /* unmarshal */
    if (interop_to_int(_returned, &_s_answer, INTEROP_AT(1f_t_asked, 0)) < 0)
        goto failed;
    _result = 0;
    if (_a_answer != NULL)
        *_a_answer = _s_answer;
    goto answered;

    /* error */
failed:
    _result = interop_hresult_of_error();
    interop_raised(_entry, _number, _callable);
unanswered:
    ;
    if (_a_answer != NULL)
        memset(_a_answer, 0, sizeof *_a_answer);

    /* cleanup */
answered:
    ;
    Py_XDECREF(_returned);
    if (_callable != NULL) {
        interop_leave(_entry, _number);
        Py_DECREF(_callable);
    }
    interop_lock_release(&_lock);
    errno = _errno;
    return _result;
}

static HRESULT interop_ct_f_t_asked(int *_a_answer, void *_a_data)
{
    return interop_ci_f_t_asked(NULL, (void *)(uintptr_t)_a_data, _a_answer, _a_data);
}

static interop_callback_type interop_cb_f_t_asked = {
    "asked", "asked", NULL, NULL, 0, NULL, NULL,
    NULL, NULL, NULL, NULL, 0, {"asked", NULL},
};

/* tests/golden/errors/in.cdef:7
 * const char *reason(int status); */
static const char *const interop_n_reason[] = {"status"};
static PyObject *interop_k_reason[1];
static interop_signature interop_s_reason = {"reason", interop_n_reason, interop_k_reason, "1", 1, 1};
static const char interop_d_reason[] =
    "reason(status)\n"
    "--\n"
    "\n"
    "reason(status: int) -> str\n"
    "\n"
    "C: const char *reason(int status);";
static PyObject *
interop_f_reason(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    int _a_status = 0;
    const char *_result = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_reason, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            return NULL;
    }

    /* marshal, pin */
    if (interop_to_int(_in[0], &_a_status, INTEROP_AT(reason, 0)) < 0)
        return NULL;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = reason(_a_status);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    PyObject *_value;
    if (_result == NULL) {
        interop_unexpected_null(INTEROP_AT(reason, -1));
        return NULL;
    } else {
        _value = interop_text_read(_result, -1, &interop_c_0, INTEROP_AT(reason, -1));
        if (_value == NULL)
            return NULL;
    }
    return _value;
}


/* tests/golden/errors/in.cdef:8
 * [success(result == 0)] int status_only(int a); */
static const char *const interop_n_status_only[] = {"a"};
static PyObject *interop_k_status_only[1];
static interop_signature interop_s_status_only = {"status_only", interop_n_status_only, interop_k_status_only, "1", 1, 1};
static const char interop_d_status_only[] =
    "status_only(a)\n"
    "--\n"
    "\n"
    "status_only(a: int) -> None\n"
    "\n"
    "Raises interop.CallError unless result == 0.\n"
    "\n"
    "C: int status_only(int a);";
static PyObject *
interop_f_status_only(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    int _a_a = 0;
    int _result;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_status_only, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            return NULL;
    }

    /* marshal, pin */
    if (interop_to_int(_in[0], &_a_a, INTEROP_AT(status_only, 0)) < 0)
        return NULL;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = status_only(_a_a);
    Py_END_ALLOW_THREADS

    /* check */
    if (INTEROP_UNLIKELY(!(_result == 0))) {
        interop_call_failed(NULL, &interop_s_status_only, "result == 0",
                            NULL, interop_from_int(_result), NULL, -1);
        return NULL;
    }

    /* unmarshal */
    Py_RETURN_NONE;
}


/* tests/golden/errors/in.cdef:9
 * [success(result == 0), retval] int status_kept(int a); */
static const char *const interop_n_status_kept[] = {"a"};
static PyObject *interop_k_status_kept[1];
static interop_signature interop_s_status_kept = {"status_kept", interop_n_status_kept, interop_k_status_kept, "1", 1, 1};
static const char interop_d_status_kept[] =
    "status_kept(a)\n"
    "--\n"
    "\n"
    "status_kept(a: int) -> int\n"
    "\n"
    "Raises interop.CallError unless result == 0.\n"
    "\n"
    "C: int status_kept(int a);";
static PyObject *
interop_f_status_kept(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    int _a_a = 0;
    int _result;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_status_kept, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            return NULL;
    }

    /* marshal, pin */
    if (interop_to_int(_in[0], &_a_a, INTEROP_AT(status_kept, 0)) < 0)
        return NULL;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = status_kept(_a_a);
    Py_END_ALLOW_THREADS

    /* check */
    if (INTEROP_UNLIKELY(!(_result == 0))) {
        interop_call_failed(NULL, &interop_s_status_kept, "result == 0",
                            NULL, interop_from_int(_result), NULL, -1);
        return NULL;
    }

    /* unmarshal */
    PyObject *_value;
    _value = interop_from_int(_result);
    if (_value == NULL)
        return NULL;
    return _value;
}


/* tests/golden/errors/in.cdef:10
 * [success(result == FINE)] enum status enum_status(void); */
static const char *const interop_n_enum_status[] = {NULL};
static PyObject *interop_k_enum_status[1];
static interop_signature interop_s_enum_status = {"enum_status", interop_n_enum_status, interop_k_enum_status, "", 0, 0};
static const char interop_d_enum_status[] =
    "enum_status()\n"
    "--\n"
    "\n"
    "enum_status() -> None\n"
    "\n"
    "Raises interop.CallError unless result == FINE.\n"
    "\n"
    "C: enum status enum_status(void);";
static PyObject *
interop_f_enum_status(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    enum status _result;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 0 || _kwnames != NULL) && interop_sort(&interop_s_enum_status, _args, _nargs, _args + _nargs, _kwnames, NULL) < 0)
        return NULL;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = enum_status();
    Py_END_ALLOW_THREADS

    /* check */
    if (INTEROP_UNLIKELY(!(_result == FINE))) {
        interop_call_failed(NULL, &interop_s_enum_status, "result == FINE",
                            NULL, interop_from_enum_t_status(_result), NULL, -1);
        return NULL;
    }

    /* unmarshal */
    Py_RETURN_NONE;
}


/* tests/golden/errors/in.cdef:11
 * [success(result >= 0), errno] int with_errno(int a, [out] int *value); */
static const char *const interop_n_with_errno[] = {"a", "value"};
static PyObject *interop_k_with_errno[1];
static interop_signature interop_s_with_errno = {"with_errno", interop_n_with_errno, interop_k_with_errno, "1", 1, 1};
static const char interop_d_with_errno[] =
    "with_errno(a)\n"
    "--\n"
    "\n"
    "with_errno(a: int) -> int\n"
    "\n"
    "Raises OSError unless result >= 0.\n"
    "\n"
    "C: int with_errno(int a, int *value);";
static PyObject *
interop_f_with_errno(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    int _a_a = 0;
    int _s_value = 0;
    int *_a_value = &_s_value;
    int _result;
    int _errno = 0;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_with_errno, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            return NULL;
    }

    /* marshal, pin */
    if (interop_to_int(_in[0], &_a_a, INTEROP_AT(with_errno, 0)) < 0)
        return NULL;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    errno = 0;
    _result = with_errno(_a_a, _a_value);
    _errno = errno;
    Py_END_ALLOW_THREADS
    errno = _errno;
    _cffi_save_errno();

    /* check */
    if (INTEROP_UNLIKELY(!(_result >= 0))) {
        interop_call_failed(NULL, &interop_s_with_errno, "result >= 0",
                            NULL, interop_from_int(_result), NULL, _errno);
        return NULL;
    }

    /* unmarshal */
    PyObject *_o_value;
    _o_value = interop_from_int(_s_value);
    if (_o_value == NULL)
        return NULL;
    return _o_value;
}


/* tests/golden/errors/in.cdef:12
 * [success(result != 0), errno, raises(SystemFault)] void *pointer_status(void); */
static const char *const interop_n_pointer_status[] = {NULL};
static PyObject *interop_k_pointer_status[1];
static interop_signature interop_s_pointer_status = {"pointer_status", interop_n_pointer_status, interop_k_pointer_status, "", 0, 0};
static const char interop_d_pointer_status[] =
    "pointer_status()\n"
    "--\n"
    "\n"
    "pointer_status() -> None\n"
    "\n"
    "Raises SystemFault unless result != 0.\n"
    "\n"
    "C: void *pointer_status(void);";
static PyObject *
interop_f_pointer_status(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    void *_result = NULL;
    int _errno = 0;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 0 || _kwnames != NULL) && interop_sort(&interop_s_pointer_status, _args, _nargs, _args + _nargs, _kwnames, NULL) < 0)
        return NULL;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    errno = 0;
    _result = pointer_status();
    _errno = errno;
    Py_END_ALLOW_THREADS
    errno = _errno;
    _cffi_save_errno();

    /* check */
    if (INTEROP_UNLIKELY(!(_result != 0))) {
        interop_call_failed(&interop_x_SystemFault, &interop_s_pointer_status, "result != 0",
                            NULL, NULL, NULL, _errno);
        return NULL;
    }

    /* unmarshal */
    Py_RETURN_NONE;
}


/* tests/golden/errors/in.cdef:13
 * [success(result == 0), raises(Fault), message(reason(result))] int with_message(int a); */
static const char *const interop_n_with_message[] = {"a"};
static PyObject *interop_k_with_message[1];
static interop_signature interop_s_with_message = {"with_message", interop_n_with_message, interop_k_with_message, "1", 1, 1};
static const char interop_d_with_message[] =
    "with_message(a)\n"
    "--\n"
    "\n"
    "with_message(a: int) -> None\n"
    "\n"
    "Raises Fault unless result == 0.\n"
    "\n"
    "C: int with_message(int a);";
static PyObject *
interop_f_with_message(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    int _a_a = 0;
    int _result;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_with_message, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            return NULL;
    }

    /* marshal, pin */
    if (interop_to_int(_in[0], &_a_a, INTEROP_AT(with_message, 0)) < 0)
        return NULL;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = with_message(_a_a);
    Py_END_ALLOW_THREADS

    /* check */
    if (INTEROP_UNLIKELY(!(_result == 0))) {
        interop_call_failed(&interop_x_Fault, &interop_s_with_message, "result == 0",
                            (const char *)(reason(_result)), interop_from_int(_result), NULL, -1);
        return NULL;
    }

    /* unmarshal */
    Py_RETURN_NONE;
}


/* tests/golden/errors/in.cdef:14
 * [success(result == 0 && *ok), raises(Fault)] int over_parameters([out] int *ok, double unused); */
static const char *const interop_n_over_parameters[] = {"unused", "ok"};
static PyObject *interop_k_over_parameters[1];
static interop_signature interop_s_over_parameters = {"over_parameters", interop_n_over_parameters, interop_k_over_parameters, "1", 1, 1};
static const char interop_d_over_parameters[] =
    "over_parameters(unused)\n"
    "--\n"
    "\n"
    "over_parameters(unused: float) -> int\n"
    "\n"
    "Raises Fault unless result == 0 && *ok.\n"
    "\n"
    "C: int over_parameters(int *ok, double unused);";
static PyObject *
interop_f_over_parameters(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    int _s_ok = 0;
    int *_a_ok = &_s_ok;
    double _a_unused = 0;
    int _result;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_over_parameters, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            return NULL;
    }

    /* marshal, pin */
    if (interop_to_double(_in[0], &_a_unused, INTEROP_AT(over_parameters, 0)) < 0)
        return NULL;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = over_parameters(_a_ok, _a_unused);
    Py_END_ALLOW_THREADS

    /* check */
    if (INTEROP_UNLIKELY(!((_result == 0) && _s_ok))) {
        interop_call_failed(&interop_x_Fault, &interop_s_over_parameters, "(result == 0) && (*ok)",
                            NULL, interop_from_int(_result), NULL, -1);
        return NULL;
    }

    /* unmarshal */
    PyObject *_o_ok;
    _o_ok = interop_from_int(_s_ok);
    if (_o_ok == NULL)
        return NULL;
    return _o_ok;
}


/* tests/golden/errors/in.cdef:15
 * [success(errno == 0), errno, raises(MathFault)] double log(double x); */
static const char *const interop_n_log[] = {"x"};
static PyObject *interop_k_log[1];
static interop_signature interop_s_log = {"log", interop_n_log, interop_k_log, "1", 1, 1};
static const char interop_d_log[] =
    "log(x)\n"
    "--\n"
    "\n"
    "log(x: float) -> float\n"
    "\n"
    "Raises MathFault unless errno == 0.\n"
    "\n"
    "C: double log(double x);";
static PyObject *
interop_f_log(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    double _a_x = 0;
    double _result;
    int _errno = 0;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_log, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            return NULL;
    }

    /* marshal, pin */
    if (interop_to_double(_in[0], &_a_x, INTEROP_AT(log, 0)) < 0)
        return NULL;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    errno = 0;
    _result = log(_a_x);
    _errno = errno;
    Py_END_ALLOW_THREADS
    errno = _errno;
    _cffi_save_errno();

    /* check */
    if (INTEROP_UNLIKELY(!(_errno == 0))) {
        interop_call_failed(&interop_x_MathFault, &interop_s_log, "errno == 0",
                            NULL, NULL, NULL, _errno);
        return NULL;
    }

    /* unmarshal */
    PyObject *_value;
    _value = interop_from_double(_result);
    if (_value == NULL)
        return NULL;
    return _value;
}


/* tests/golden/errors/in.cdef:16
 * [save_errno] int saved(void); */
static const char *const interop_n_saved[] = {NULL};
static PyObject *interop_k_saved[1];
static interop_signature interop_s_saved = {"saved", interop_n_saved, interop_k_saved, "", 0, 0};
static const char interop_d_saved[] =
    "saved()\n"
    "--\n"
    "\n"
    "saved() -> int\n"
    "\n"
    "C: int saved(void);";
static PyObject *
interop_f_saved(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    int _result;
    int _errno = 0;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 0 || _kwnames != NULL) && interop_sort(&interop_s_saved, _args, _nargs, _args + _nargs, _kwnames, NULL) < 0)
        return NULL;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    errno = 0;
    _result = saved();
    _errno = errno;
    Py_END_ALLOW_THREADS
    errno = _errno;
    _cffi_save_errno();

    /* unmarshal */
    PyObject *_value;
    _value = interop_from_int(_result);
    if (_value == NULL)
        return NULL;
    return _value;
}


/* tests/golden/errors/in.cdef:21
 * [success(result == STORE_OK), raises(StoreError)] int store(void); */
static const char *const interop_n_store[] = {NULL};
static PyObject *interop_k_store[1];
static interop_signature interop_s_store = {"store", interop_n_store, interop_k_store, "", 0, 0};
static const char interop_d_store[] =
    "store()\n"
    "--\n"
    "\n"
    "store() -> None\n"
    "\n"
    "Raises StoreError, or its subclass for the status, unless result == STORE_OK.\n"
    "\n"
    "C: int store(void);";
static PyObject *
interop_f_store(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    int _result;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 0 || _kwnames != NULL) && interop_sort(&interop_s_store, _args, _nargs, _args + _nargs, _kwnames, NULL) < 0)
        return NULL;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = store();
    Py_END_ALLOW_THREADS

    /* check */
    if (INTEROP_UNLIKELY(!(_result == STORE_OK))) {
        interop_call_failed(&interop_x_StoreError, &interop_s_store, "result == STORE_OK",
                            NULL, interop_from_int(_result), PyLong_FromLongLong((long long)(_result & 0xff)), -1);
        return NULL;
    }

    /* unmarshal */
    Py_RETURN_NONE;
}


/* tests/golden/errors/in.cdef:22
 * [success(result != 0), raises(StoreError, key)] const char *store_find(int key); */
static const char *const interop_n_store_find[] = {"key"};
static PyObject *interop_k_store_find[1];
static interop_signature interop_s_store_find = {"store_find", interop_n_store_find, interop_k_store_find, "1", 1, 1};
static const char interop_d_store_find[] =
    "store_find(key)\n"
    "--\n"
    "\n"
    "store_find(key: int) -> str\n"
    "\n"
    "Raises StoreError, or its subclass for the status, unless result != 0.\n"
    "\n"
    "C: const char *store_find(int key);";
static PyObject *
interop_f_store_find(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    int _a_key = 0;
    const char *_result = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_store_find, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            return NULL;
    }

    /* marshal, pin */
    if (interop_to_int(_in[0], &_a_key, INTEROP_AT(store_find, 0)) < 0)
        return NULL;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = store_find(_a_key);
    Py_END_ALLOW_THREADS

    /* check */
    if (INTEROP_UNLIKELY(!(_result != 0))) {
        interop_call_failed(&interop_x_StoreError, &interop_s_store_find, "result != 0",
                            NULL, NULL, PyLong_FromLongLong((long long)(_a_key)), -1);
        return NULL;
    }

    /* unmarshal */
    PyObject *_value;
    if (_result == NULL) {
        interop_unexpected_null(INTEROP_AT(store_find, -1));
        return NULL;
    } else {
        _value = interop_text_read(_result, -1, &interop_c_0, INTEROP_AT(store_find, -1));
        if (_value == NULL)
            return NULL;
    }
    return _value;
}


/* tests/golden/errors/in.cdef:23
 * HRESULT hresult(int a, [out] int *value); */
static const char *const interop_n_hresult[] = {"a", "value"};
static PyObject *interop_k_hresult[1];
static interop_signature interop_s_hresult = {"hresult", interop_n_hresult, interop_k_hresult, "1", 1, 1};
static const char interop_d_hresult[] =
    "hresult(a)\n"
    "--\n"
    "\n"
    "hresult(a: int) -> int\n"
    "\n"
    "Raises interop.HResultError unless result >= 0.\n"
    "\n"
    "C: HRESULT hresult(int a, int *value);";
static PyObject *
interop_f_hresult(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    int _a_a = 0;
    int _s_value = 0;
    int *_a_value = &_s_value;
    HRESULT _result;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_hresult, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            return NULL;
    }

    /* marshal, pin */
    if (interop_to_int(_in[0], &_a_a, INTEROP_AT(hresult, 0)) < 0)
        return NULL;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = hresult(_a_a, _a_value);
    Py_END_ALLOW_THREADS

    /* check */
    if (INTEROP_UNLIKELY(!(_result >= 0))) {
        interop_hresult_failed(&interop_s_hresult, NULL, _result);
        return NULL;
    }

    /* unmarshal */
    PyObject *_o_value;
    _o_value = interop_from_int(_s_value);
    if (_o_value == NULL)
        return NULL;
    return _o_value;
}


/* tests/golden/errors/in.cdef:24
 * [preserve_sig] HRESULT hresult_itself(void); */
static const char *const interop_n_hresult_itself[] = {NULL};
static PyObject *interop_k_hresult_itself[1];
static interop_signature interop_s_hresult_itself = {"hresult_itself", interop_n_hresult_itself, interop_k_hresult_itself, "", 0, 0};
static const char interop_d_hresult_itself[] =
    "hresult_itself()\n"
    "--\n"
    "\n"
    "hresult_itself() -> int\n"
    "\n"
    "C: HRESULT hresult_itself(void);";
static PyObject *
interop_f_hresult_itself(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    HRESULT _result;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 0 || _kwnames != NULL) && interop_sort(&interop_s_hresult_itself, _args, _nargs, _args + _nargs, _kwnames, NULL) < 0)
        return NULL;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = hresult_itself();
    Py_END_ALLOW_THREADS

    /* unmarshal */
    PyObject *_value;
    _value = interop_from_t_HRESULT(_result);
    if (_value == NULL)
        return NULL;
    return _value;
}


/* tests/golden/errors/in.cdef:26
 * HRESULT ask([closure(data)] asked how, void *data); */
static const char *const interop_n_ask[] = {"how", "data"};
static PyObject *interop_k_ask[1];
static interop_signature interop_s_ask = {"ask", interop_n_ask, interop_k_ask, "1", 1, 1};
static const char interop_d_ask[] =
    "ask(how)\n"
    "--\n"
    "\n"
    "ask(how: Callable[[], int]) -> None\n"
    "\n"
    "Raises interop.HResultError unless result >= 0.\n"
    "\n"
    "C: HRESULT ask(asked how, void *data);";
static PyObject *
interop_f_ask(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    interop_bound _f_how;
    asked _a_how = NULL;
    void *_a_data = NULL;
    HRESULT _result;
    interop_call _call;
    int _succeeded = 0;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_call_init(&_call);
    interop_bound_init(&_f_how);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_ask, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    {
        void *_pointer = NULL;
        if (interop_bind_callable(_in[0], &interop_cb_f_t_asked, INTEROP_SCOPE_CALL, 1, 0, NULL, &_f_how, &_pointer, &_call, INTEROP_AT(ask, 0)) < 0)
            goto cleanup;
        _a_how = (asked)(uintptr_t)_pointer;
        if (_f_how.entry != NULL) {
            _a_how = interop_ct_f_t_asked;
            _a_data = (void *)_f_how.number;
        }
    }

    /* invoke, capture */
    interop_call_begin(&_call);
    Py_BEGIN_ALLOW_THREADS
    _result = ask(_a_how, _a_data);
    Py_END_ALLOW_THREADS
    interop_call_end(&_call);
    if (INTEROP_UNLIKELY(_call.raised != NULL)) {
        interop_call_raise(&_call, "ask");
        goto cleanup;
    }

    /* check */
    if (INTEROP_UNLIKELY(!(_result >= 0))) {
        interop_hresult_failed(&interop_s_ask, NULL, _result);
        goto cleanup;
    }

    /* unmarshal */
    _succeeded = 1;
    Py_INCREF(Py_None);
    _returned = Py_None;

    /* cleanup */
cleanup:
    interop_unbind(&_f_how, INTEROP_SCOPE_CALL, _succeeded);
    return _returned;
}


/* tests/golden/errors/in.cdef:27
 * [requires(low < high && low >= 0)] int between(int low, int high); */
static const char *const interop_n_between[] = {"low", "high"};
static PyObject *interop_k_between[2];
static interop_signature interop_s_between = {"between", interop_n_between, interop_k_between, "11", 2, 2};
static const char interop_d_between[] =
    "between(low, high)\n"
    "--\n"
    "\n"
    "between(low: int, high: int) -> int\n"
    "\n"
    "C: int between(int low, int high);";
static PyObject *
interop_f_between(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = _args;
    int _a_low = 0;
    int _a_high = 0;
    int _result;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 2 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_between, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            return NULL;
    }

    /* marshal, pin */
    if (interop_to_int(_in[0], &_a_low, INTEROP_AT(between, 0)) < 0)
        return NULL;
    if (interop_to_int(_in[1], &_a_high, INTEROP_AT(between, 1)) < 0)
        return NULL;
    if (!((_a_low < _a_high) && (_a_low >= 0))) {
        interop_requirement_failed(&interop_s_between, "(low < high) && (low >= 0)");
        return NULL;
    }

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = between(_a_low, _a_high);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    PyObject *_value;
    _value = interop_from_int(_result);
    if (_value == NULL)
        return NULL;
    return _value;
}


/* tests/golden/errors/in.cdef:28
 * [success(result == 0)] int all_or_nothing([in, out, size_is(n)] int *values, size_t n, [out, always] int *done); */
static const char *const interop_n_all_or_nothing[] = {"values", "n", "done"};
static PyObject *interop_k_all_or_nothing[1];
static interop_signature interop_s_all_or_nothing = {"all_or_nothing", interop_n_all_or_nothing, interop_k_all_or_nothing, "1", 1, 1};
static const char interop_d_all_or_nothing[] =
    "all_or_nothing(values)\n"
    "--\n"
    "\n"
    "all_or_nothing(values: list or writable buffer of int) -> int\n"
    "\n"
    "values is updated in place.\n"
    "\n"
    "Raises interop.CallError unless result == 0.\n"
    "\n"
    "C: int all_or_nothing(int *values, size_t n, int *done);";
static PyObject *
interop_f_all_or_nothing(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    interop_array _b_values;
    Py_ssize_t _n_values = 0;
    int *_a_values = NULL;
    size_t _a_n = 0;
    int _s_done = 0;
    int *_a_done = &_s_done;
    int _result;
    PyObject *_o_done = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_array_init(&_b_values);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_all_or_nothing, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_array_inout(_in[0], &interop_type_int, 0, &_b_values, INTEROP_AT(all_or_nothing, 0)) < 0)
        goto cleanup;
    _a_values = (int *)_b_values.data;
    _n_values = _b_values.count;
    if (INTEROP_LENGTH(size_t, _a_n, _b_values.count, INTEROP_AT(all_or_nothing, 0)) < 0)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = all_or_nothing(_a_values, _a_n, _a_done);
    Py_END_ALLOW_THREADS

    /* check */
    if (INTEROP_UNLIKELY(!(_result == 0))) {
        interop_call_failed(NULL, &interop_s_all_or_nothing, "result == 0",
                            NULL, interop_from_int(_result), NULL, -1);
        goto cleanup;
    }

    /* unmarshal */
    if (interop_array_prepare(&_b_values, &interop_type_int, _n_values, INTEROP_AT(all_or_nothing, 0)) < 0)
        goto cleanup;
    _o_done = interop_from_int(_s_done);
    if (_o_done == NULL)
        goto cleanup;
    _returned = _o_done;
    _o_done = NULL;
    if (interop_array_commit(&_b_values, &interop_type_int, _n_values, INTEROP_AT(all_or_nothing, 0)) < 0) {
        Py_XDECREF(_returned);
        _returned = NULL;
        goto cleanup;
    }

    /* cleanup */
cleanup:
    interop_array_release(&_b_values);
    Py_XDECREF(_o_done);
    return _returned;
}

static PyObject *
interop_setup(PyObject *self, PyObject *args)
{
    static interop_enum *const enums[] = {&interop_e_0_status, NULL};
    static interop_exception *const exceptions[] = {&interop_x_Fault, &interop_x_MathFault, &interop_x_StoreError, &interop_x_SystemFault, &interop_x_StoreBusy, &interop_x_StoreMissing, NULL};

    (void)self;
    return interop_setup_with(args, enums, exceptions);
}

static PyMethodDef interop_methods[] = {
    {"_interop_setup", interop_setup, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};
static const interop_function_def interop_functions[] = {
    {"reason", interop_f_reason, interop_d_reason},
    {"status_only", interop_f_status_only, interop_d_status_only},
    {"status_kept", interop_f_status_kept, interop_d_status_kept},
    {"enum_status", interop_f_enum_status, interop_d_enum_status},
    {"with_errno", interop_f_with_errno, interop_d_with_errno},
    {"pointer_status", interop_f_pointer_status, interop_d_pointer_status},
    {"with_message", interop_f_with_message, interop_d_with_message},
    {"over_parameters", interop_f_over_parameters, interop_d_over_parameters},
    {"log", interop_f_log, interop_d_log},
    {"saved", interop_f_saved, interop_d_saved},
    {"store", interop_f_store, interop_d_store},
    {"store_find", interop_f_store_find, interop_d_store_find},
    {"hresult", interop_f_hresult, interop_d_hresult},
    {"hresult_itself", interop_f_hresult_itself, interop_d_hresult_itself},
    {"ask", interop_f_ask, interop_d_ask},
    {"between", interop_f_between, interop_d_between},
    {"all_or_nothing", interop_f_all_or_nothing, interop_d_all_or_nothing},
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
    return interop_execute_with(module, results, "6e9b2019551a9977");
}

static PyModuleDef_Slot interop_slots[] = {
    {Py_mod_exec, (void *)interop_execute},
    {0, NULL},
};
static struct PyModuleDef interop_module = {
    PyModuleDef_HEAD_INIT, "errors", NULL, 0, interop_methods, interop_slots, NULL, NULL, NULL,
};

PyMODINIT_FUNC
PyInit_errors(void)
{
    return PyModuleDef_Init(&interop_module);
}

#pragma GCC diagnostic ignored "-Wtype-limits"
#pragma GCC diagnostic ignored "-Wsign-compare"
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
#line 23 "tests/golden/errors/in.cdef"
_Static_assert(sizeof(HRESULT) == 4 && (HRESULT)-1 < 0, "the header's 'HRESULT' has not 32 bits");
#line 5 "tests/golden/errors/in.cdef"
_Static_assert((FINE) == 0LL && ((FINE) < 0) == 0, "'FINE' has another value in the header");
#line 5 "tests/golden/errors/in.cdef"
_Static_assert((BROKEN) == -1LL && ((BROKEN) < 0) == 1, "'BROKEN' has another value in the header");
#line 5 "tests/golden/errors/in.cdef"
_Static_assert(sizeof(enum status) == sizeof(int), "'enum status' has another size than 'int'");
#line 7 "tests/golden/errors/in.cdef"
_Static_assert(_Generic(&reason, const char *(*)(int): 1, default: 0), "the header declares 'reason' with another type");
#line 8 "tests/golden/errors/in.cdef"
_Static_assert(_Generic(&status_only, int (*)(int): 1, default: 0), "the header declares 'status_only' with another type");
#line 9 "tests/golden/errors/in.cdef"
_Static_assert(_Generic(&status_kept, int (*)(int): 1, default: 0), "the header declares 'status_kept' with another type");
#line 10 "tests/golden/errors/in.cdef"
_Static_assert(_Generic(&enum_status, enum status (*)(void): 1, default: 0), "the header declares 'enum_status' with another type");
#line 11 "tests/golden/errors/in.cdef"
_Static_assert(_Generic(&with_errno, int (*)(int, int *): 1, default: 0), "the header declares 'with_errno' with another type");
#line 12 "tests/golden/errors/in.cdef"
_Static_assert(_Generic(&pointer_status, void *(*)(void): 1, default: 0), "the header declares 'pointer_status' with another type");
#line 13 "tests/golden/errors/in.cdef"
_Static_assert(_Generic(&with_message, int (*)(int): 1, default: 0), "the header declares 'with_message' with another type");
#line 14 "tests/golden/errors/in.cdef"
_Static_assert(_Generic(&over_parameters, int (*)(int *, double): 1, default: 0), "the header declares 'over_parameters' with another type");
#line 15 "tests/golden/errors/in.cdef"
_Static_assert(_Generic(&log, double (*)(double): 1, default: 0), "the header declares 'log' with another type");
#line 16 "tests/golden/errors/in.cdef"
_Static_assert(_Generic(&saved, int (*)(void): 1, default: 0), "the header declares 'saved' with another type");
#line 18 "tests/golden/errors/in.cdef"
_Static_assert((STORE_OK) == 0LL && ((STORE_OK) < 0) == 0, "'STORE_OK' has another value in the header");
#line 18 "tests/golden/errors/in.cdef"
_Static_assert((STORE_BUSY) == 5LL && ((STORE_BUSY) < 0) == 0, "'STORE_BUSY' has another value in the header");
#line 18 "tests/golden/errors/in.cdef"
_Static_assert((STORE_MISSING) == 6LL && ((STORE_MISSING) < 0) == 0, "'STORE_MISSING' has another value in the header");
#line 18 "tests/golden/errors/in.cdef"
_Static_assert((STORE_ODD) == 7LL && ((STORE_ODD) < 0) == 0, "'STORE_ODD' has another value in the header");
#line 19 "tests/golden/errors/in.cdef"
_Static_assert((STORE_GONE) == 8LL && ((STORE_GONE) < 0) == 0, "'STORE_GONE' has another value in the header");
#line 21 "tests/golden/errors/in.cdef"
_Static_assert(_Generic(&store, int (*)(void): 1, default: 0), "the header declares 'store' with another type");
#line 22 "tests/golden/errors/in.cdef"
_Static_assert(_Generic(&store_find, const char *(*)(int): 1, default: 0), "the header declares 'store_find' with another type");
#line 23 "tests/golden/errors/in.cdef"
_Static_assert(_Generic(&hresult, HRESULT (*)(int, int *): 1, default: 0), "the header declares 'hresult' with another type");
#line 24 "tests/golden/errors/in.cdef"
_Static_assert(_Generic(&hresult_itself, HRESULT (*)(void): 1, default: 0), "the header declares 'hresult_itself' with another type");
#line 25 "tests/golden/errors/in.cdef"
typedef HRESULT (*asked)(int *, void *);
#line 26 "tests/golden/errors/in.cdef"
_Static_assert(_Generic(&ask, HRESULT (*)(asked, void *): 1, default: 0), "the header declares 'ask' with another type");
#line 27 "tests/golden/errors/in.cdef"
_Static_assert(_Generic(&between, int (*)(int, int): 1, default: 0), "the header declares 'between' with another type");
#line 28 "tests/golden/errors/in.cdef"
_Static_assert(_Generic(&all_or_nothing, int (*)(int *, size_t, int *): 1, default: 0), "the header declares 'all_or_nothing' with another type");
