/* The stubs of module marshallers. Made from tests/golden/marshallers/in.cdef by interop; do not edit. */
#include "interop/undef.h"
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

static interop_marshaller interop_m_0 = {"tests.support.marshallers:Logged", NULL, NULL, NULL, NULL};
static interop_marshaller interop_m_1 = {"tests.support.marshallers:Simple", NULL, NULL, NULL, NULL};
static interop_marshaller interop_m_2 = {"interop.marshallers.times:UnixTime", NULL, NULL, NULL, NULL};
static interop_marshaller interop_m_3 = {".conv:Guid", NULL, NULL, NULL, NULL};
INTEROP_SIGNED(int, int)
INTEROP_SIGNED(t_t_seconds, t_seconds)
INTEROP_UNSIGNED(t_size_t, size_t)
INTEROP_UNSIGNED(unsigned__char, unsigned char)

/* tests/golden/marshallers/in.cdef:7
 * [success(result == 0)] int t_take([marshal_with("tests.support.marshallers:Logged")] int x, int status); */
static const char *const interop_n_take[] = {"x", "status"};
static PyObject *interop_k_take[2];
static interop_signature interop_s_take = {"take", interop_n_take, interop_k_take, "11", 2, 2};
static const char interop_d_take[] =
    "take(x, status)\n"
    "--\n"
    "\n"
    "take(x: int, status: int) -> None\n"
    "\n"
    "Raises interop.CallError unless result == 0.\n"
    "\n"
    "C: int t_take(int x, int status);";
static PyObject *
interop_f_take(PyObject *self, PyObject *const *args, Py_ssize_t nargs, PyObject *kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = args;
    int _a_x = 0;
    int _a_status = 0;
    interop_marshalled _m_x;
    int _result;
    PyObject *_returned = NULL;

    (void)self;
    interop_marshalled_init(&_m_x, &interop_m_0, 0);
    if (INTEROP_UNLIKELY(nargs != 2 || kwnames != NULL)) {
        if (interop_arguments(&interop_s_take, args, nargs, kwnames, _sorted) < 0)
            goto cleanup;
        _in = _sorted;
    }

    /* marshal, pin */
    if (interop_marshalled_in(&_m_x, _in[0], INTEROP_AT(take, 0)) < 0)
        goto cleanup;
    if (interop_to_int(_m_x.native, &_a_x, INTEROP_AT(take, 0)) < 0)
        goto cleanup;
    _m_x.converting = 0;
    if (interop_to_int(_in[1], &_a_status, INTEROP_AT(take, 1)) < 0)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = t_take(_a_x, _a_status);
    Py_END_ALLOW_THREADS

    /* check */
    if (INTEROP_UNLIKELY(!(_result == 0))) {
        interop_call_failed(NULL, &interop_s_take, "result == 0",
                            NULL, interop_from_int(_result), -1);
        goto cleanup;
    }
    if (interop_marshalled_called(&_m_x, INTEROP_AT(take, 0)) < 0)
        goto cleanup;

    /* unmarshal */
    Py_INCREF(Py_None);
    _returned = Py_None;

    /* cleanup */
cleanup:
    interop_marshalled_release(&_m_x);
    return _returned;
}


/* tests/golden/marshallers/in.cdef:9
 * [success(result == 0)] int t_change([in, out, marshal_with("tests.support.marshallers:Logged")] int *x, int status); */
static const char *const interop_n_change[] = {"x", "status"};
static PyObject *interop_k_change[2];
static interop_signature interop_s_change = {"change", interop_n_change, interop_k_change, "11", 2, 2};
static const char interop_d_change[] =
    "change(x, status)\n"
    "--\n"
    "\n"
    "change(x: int, status: int) -> int\n"
    "\n"
    "Raises interop.CallError unless result == 0.\n"
    "\n"
    "C: int t_change(int *x, int status);";
static PyObject *
interop_f_change(PyObject *self, PyObject *const *args, Py_ssize_t nargs, PyObject *kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = args;
    int _s_x = 0;
    int *_a_x = &_s_x;
    int _a_status = 0;
    interop_marshalled _m_x;
    int _result;
    PyObject *_o_x = NULL;
    PyObject *_returned = NULL;

    (void)self;
    interop_marshalled_init(&_m_x, &interop_m_0, 0);
    if (INTEROP_UNLIKELY(nargs != 2 || kwnames != NULL)) {
        if (interop_arguments(&interop_s_change, args, nargs, kwnames, _sorted) < 0)
            goto cleanup;
        _in = _sorted;
    }

    /* marshal, pin */
    if (interop_marshalled_in(&_m_x, _in[0], INTEROP_AT(change, 0)) < 0)
        goto cleanup;
    if (interop_to_int(_m_x.native, &_s_x, INTEROP_AT(change, 0)) < 0)
        goto cleanup;
    _m_x.converting = 0;
    if (interop_to_int(_in[1], &_a_status, INTEROP_AT(change, 1)) < 0)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = t_change(_a_x, _a_status);
    Py_END_ALLOW_THREADS

    /* check */
    if (INTEROP_UNLIKELY(!(_result == 0))) {
        interop_call_failed(NULL, &interop_s_change, "result == 0",
                            NULL, interop_from_int(_result), -1);
        goto cleanup;
    }
    if (interop_marshalled_called(&_m_x, INTEROP_AT(change, 0)) < 0)
        goto cleanup;

    /* unmarshal */
    _o_x = interop_from_int(_s_x);
    if (_o_x == NULL)
        goto cleanup;
    if (interop_marshalled_capture(&_m_x, &_o_x, INTEROP_AT(change, 0)) < 0)
        goto cleanup;
    _o_x = interop_marshalled_out(&_m_x, -1, INTEROP_AT(change, 0));
    if (_o_x == NULL)
        goto cleanup;
    _returned = _o_x;
    _o_x = NULL;

    /* cleanup */
cleanup:
    interop_marshalled_release(&_m_x);
    Py_XDECREF(_o_x);
    return _returned;
}


/* tests/golden/marshallers/in.cdef:11
 * [marshal_with("tests.support.marshallers:Simple")] int t_answer([marshal_with("tests.support.marshallers:Simple"), defaultvalue(1)] int x); */
static const char *const interop_n_answer[] = {"x"};
static PyObject *interop_k_answer[1];
static interop_signature interop_s_answer = {"answer", interop_n_answer, interop_k_answer, "0", 1, 1};
static const char interop_d_answer[] =
    "answer(x=None)\n"
    "--\n"
    "\n"
    "answer(x: int | None = None) -> int\n"
    "\n"
    "C: int t_answer(int x);";
static PyObject *
interop_f_answer(PyObject *self, PyObject *const *args, Py_ssize_t nargs, PyObject *kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = args;
    int _a_x = 0;
    interop_marshalled _m_x;
    interop_marshalled _marshalled;
    int _result;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)self;
    interop_marshalled_init(&_m_x, &interop_m_1, 0);
    interop_marshalled_init(&_marshalled, &interop_m_1, 0);
    if (INTEROP_UNLIKELY(nargs != 1 || kwnames != NULL)) {
        if (interop_arguments(&interop_s_answer, args, nargs, kwnames, _sorted) < 0)
            goto cleanup;
        _in = _sorted;
    }

    /* marshal, pin */
    if (interop_marshalled_begin(&_marshalled, INTEROP_AT(answer, -1)) < 0)
        goto cleanup;
    if (INTEROP_LEFT_OUT(_in[0])) {
        {
            interop_wide _given = (interop_wide)(1);
            if (INTEROP_IN_RANGE(int, _given, INTEROP_AT(answer, 0)) < 0)
                goto cleanup;
            _a_x = (int)_given;
        }
    } else {
        if (interop_marshalled_in(&_m_x, _in[0], INTEROP_AT(answer, 0)) < 0)
            goto cleanup;
        if (interop_to_int(_m_x.native, &_a_x, INTEROP_AT(answer, 0)) < 0)
            goto cleanup;
        _m_x.converting = 0;
    }

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = t_answer(_a_x);
    Py_END_ALLOW_THREADS
    if (interop_marshalled_called(&_m_x, INTEROP_AT(answer, 0)) < 0)
        goto cleanup;

    /* unmarshal */
    _value = interop_from_int(_result);
    if (_value == NULL)
        goto cleanup;
    if (interop_marshalled_capture(&_marshalled, &_value, INTEROP_AT(answer, -1)) < 0)
        goto cleanup;
    if (interop_marshalled_called(&_marshalled, INTEROP_AT(answer, -1)) < 0)
        goto cleanup;
    _value = interop_marshalled_out(&_marshalled, -1, INTEROP_AT(answer, -1));
    if (_value == NULL)
        goto cleanup;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_marshalled_release(&_marshalled);
    interop_marshalled_release(&_m_x);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/marshallers/in.cdef:13
 * t_seconds t_later(t_seconds when, int by); */
static const char *const interop_n_later[] = {"when", "by"};
static PyObject *interop_k_later[2];
static interop_signature interop_s_later = {"later", interop_n_later, interop_k_later, "11", 2, 2};
static const char interop_d_later[] =
    "later(when, by)\n"
    "--\n"
    "\n"
    "later(when: datetime.datetime, by: int) -> datetime.datetime\n"
    "\n"
    "C: t_seconds t_later(t_seconds when, int by);";
static PyObject *
interop_f_later(PyObject *self, PyObject *const *args, Py_ssize_t nargs, PyObject *kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = args;
    t_seconds _a_when = 0;
    int _a_by = 0;
    interop_marshalled _m_when;
    interop_marshalled _marshalled;
    t_seconds _result;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)self;
    interop_marshalled_init(&_m_when, &interop_m_2, 0);
    interop_marshalled_init(&_marshalled, &interop_m_2, 0);
    if (INTEROP_UNLIKELY(nargs != 2 || kwnames != NULL)) {
        if (interop_arguments(&interop_s_later, args, nargs, kwnames, _sorted) < 0)
            goto cleanup;
        _in = _sorted;
    }

    /* marshal, pin */
    if (interop_marshalled_begin(&_marshalled, INTEROP_AT(later, -1)) < 0)
        goto cleanup;
    if (interop_marshalled_in(&_m_when, _in[0], INTEROP_AT(later, 0)) < 0)
        goto cleanup;
    if (interop_to_t_t_seconds(_m_when.native, &_a_when, INTEROP_AT(later, 0)) < 0)
        goto cleanup;
    _m_when.converting = 0;
    if (interop_to_int(_in[1], &_a_by, INTEROP_AT(later, 1)) < 0)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = t_later(_a_when, _a_by);
    Py_END_ALLOW_THREADS
    if (interop_marshalled_called(&_m_when, INTEROP_AT(later, 0)) < 0)
        goto cleanup;

    /* unmarshal */
    _value = interop_from_t_t_seconds(_result);
    if (_value == NULL)
        goto cleanup;
    if (interop_marshalled_capture(&_marshalled, &_value, INTEROP_AT(later, -1)) < 0)
        goto cleanup;
    if (interop_marshalled_called(&_marshalled, INTEROP_AT(later, -1)) < 0)
        goto cleanup;
    _value = interop_marshalled_out(&_marshalled, -1, INTEROP_AT(later, -1));
    if (_value == NULL)
        goto cleanup;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_marshalled_release(&_marshalled);
    interop_marshalled_release(&_m_when);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/marshallers/in.cdef:14
 * void t_delay_or_not([in, out, unique] t_seconds *when, int by); */
static const char *const interop_n_delay_or_not[] = {"when", "by"};
static PyObject *interop_k_delay_or_not[2];
static interop_signature interop_s_delay_or_not = {"delay_or_not", interop_n_delay_or_not, interop_k_delay_or_not, "11", 2, 2};
static const char interop_d_delay_or_not[] =
    "delay_or_not(when, by)\n"
    "--\n"
    "\n"
    "delay_or_not(when: datetime.datetime | None, by: int) -> datetime.datetime | None\n"
    "\n"
    "C: void t_delay_or_not(t_seconds *when, int by);";
static PyObject *
interop_f_delay_or_not(PyObject *self, PyObject *const *args, Py_ssize_t nargs, PyObject *kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = args;
    t_seconds _s_when = 0;
    t_seconds *_a_when = &_s_when;
    int _a_by = 0;
    interop_marshalled _m_when;
    PyObject *_o_when = NULL;
    PyObject *_returned = NULL;

    (void)self;
    interop_marshalled_init(&_m_when, &interop_m_2, INTEROP_ASKS_NONE);
    if (INTEROP_UNLIKELY(nargs != 2 || kwnames != NULL)) {
        if (interop_arguments(&interop_s_delay_or_not, args, nargs, kwnames, _sorted) < 0)
            goto cleanup;
        _in = _sorted;
    }

    /* marshal, pin */
    if (interop_marshalled_in(&_m_when, _in[0], INTEROP_AT(delay_or_not, 0)) < 0)
        goto cleanup;
    if (_m_when.native == Py_None)
        _a_when = NULL;
    else {
        if (interop_to_t_t_seconds(_m_when.native, &_s_when, INTEROP_AT(delay_or_not, 0)) < 0)
            goto cleanup;
    }
    _m_when.converting = 0;
    if (interop_to_int(_in[1], &_a_by, INTEROP_AT(delay_or_not, 1)) < 0)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    t_delay_or_not(_a_when, _a_by);
    Py_END_ALLOW_THREADS
    if (interop_marshalled_called(&_m_when, INTEROP_AT(delay_or_not, 0)) < 0)
        goto cleanup;

    /* unmarshal */
    if (_a_when == NULL) {
        Py_INCREF(Py_None);
        _o_when = Py_None;
    } else {
        _o_when = interop_from_t_t_seconds(_s_when);
        if (_o_when == NULL)
            goto cleanup;
    }
    if (interop_marshalled_capture(&_m_when, &_o_when, INTEROP_AT(delay_or_not, 0)) < 0)
        goto cleanup;
    _o_when = interop_marshalled_out(&_m_when, -1, INTEROP_AT(delay_or_not, 0));
    if (_o_when == NULL)
        goto cleanup;
    _returned = _o_when;
    _o_when = NULL;

    /* cleanup */
cleanup:
    interop_marshalled_release(&_m_when);
    Py_XDECREF(_o_when);
    return _returned;
}


/* tests/golden/marshallers/in.cdef:15
 * [success(result == 0)] int t_shift([in, out, size_is(n)] t_seconds *times, size_t n, int by, int status); */
static const char *const interop_n_shift[] = {"times", "by", "status", "n"};
static PyObject *interop_k_shift[3];
static interop_signature interop_s_shift = {"shift", interop_n_shift, interop_k_shift, "111", 3, 3};
static const char interop_d_shift[] =
    "shift(times, by, status)\n"
    "--\n"
    "\n"
    "shift(times: list[datetime.datetime], by: int, status: int) -> None\n"
    "\n"
    "times is updated in place.\n"
    "\n"
    "Raises interop.CallError unless result == 0.\n"
    "\n"
    "C: int t_shift(t_seconds *times, size_t n, int by, int status);";
static PyObject *
interop_f_shift(PyObject *self, PyObject *const *args, Py_ssize_t nargs, PyObject *kwnames)
{
    /* setup */
    PyObject *_sorted[3];
    PyObject *const *_in = args;
    interop_array _b_times;
    Py_ssize_t _n_times = 0;
    t_seconds *_a_times = NULL;
    size_t _a_n = 0;
    int _a_by = 0;
    int _a_status = 0;
    interop_marshalled _m_times;
    int _result;
    PyObject *_returned = NULL;

    (void)self;
    interop_array_init(&_b_times);
    interop_marshalled_init(&_m_times, &interop_m_2, INTEROP_EACH | INTEROP_IN_PLACE);
    if (INTEROP_UNLIKELY(nargs != 3 || kwnames != NULL)) {
        if (interop_arguments(&interop_s_shift, args, nargs, kwnames, _sorted) < 0)
            goto cleanup;
        _in = _sorted;
    }

    /* marshal, pin */
    if (interop_marshalled_in(&_m_times, _in[0], INTEROP_AT(shift, 0)) < 0)
        goto cleanup;
    if (interop_array_inout(_m_times.native, &interop_type_t_t_seconds, 0, &_b_times, INTEROP_AT(shift, 0)) < 0)
        goto cleanup;
    _a_times = (t_seconds *)_b_times.data;
    _n_times = _b_times.count;
    _m_times.converting = 0;
    if (INTEROP_LENGTH(size_t, _a_n, _b_times.count, INTEROP_AT(shift, 0)) < 0)
        goto cleanup;
    if (interop_to_int(_in[1], &_a_by, INTEROP_AT(shift, 1)) < 0)
        goto cleanup;
    if (interop_to_int(_in[2], &_a_status, INTEROP_AT(shift, 2)) < 0)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = t_shift(_a_times, _a_n, _a_by, _a_status);
    Py_END_ALLOW_THREADS

    /* check */
    if (INTEROP_UNLIKELY(!(_result == 0))) {
        interop_call_failed(NULL, &interop_s_shift, "result == 0",
                            NULL, interop_from_int(_result), -1);
        goto cleanup;
    }
    if (interop_marshalled_called(&_m_times, INTEROP_AT(shift, 0)) < 0)
        goto cleanup;

    /* unmarshal */
    if (interop_array_prepare(&_b_times, &interop_type_t_t_seconds, _n_times, INTEROP_AT(shift, 0)) < 0)
        goto cleanup;
    if (interop_array_commit(&_b_times, &interop_type_t_t_seconds, _n_times) < 0) {
        Py_XDECREF(_returned);
        _returned = NULL;
        goto cleanup;
    }
    if (interop_marshalled_updated(&_m_times, INTEROP_AT(shift, 0)) < 0)
        goto cleanup;
    if (interop_marshalled_prepare(&_m_times, _in[0], _n_times, INTEROP_AT(shift, 0)) < 0)
        goto cleanup;
    Py_INCREF(Py_None);
    _returned = Py_None;
    if (interop_marshalled_store(&_m_times, _in[0]) < 0) {
        Py_XDECREF(_returned);
        _returned = NULL;
        goto cleanup;
    }

    /* cleanup */
cleanup:
    interop_array_release(&_b_times);
    interop_marshalled_release(&_m_times);
    return _returned;
}


/* tests/golden/marshallers/in.cdef:17
 * void t_every(t_seconds start, [out, size_is(n)] t_seconds *times, size_t n); */
static const char *const interop_n_every[] = {"start", "n", "times"};
static PyObject *interop_k_every[2];
static interop_signature interop_s_every = {"every", interop_n_every, interop_k_every, "10", 2, 1};
static const char interop_d_every[] =
    "every(start, *, n=None)\n"
    "--\n"
    "\n"
    "every(start: datetime.datetime, *, n: int | None = None) -> list[datetime.datetime]\n"
    "\n"
    "C: void t_every(t_seconds start, t_seconds *times, size_t n);";
static PyObject *
interop_f_every(PyObject *self, PyObject *const *args, Py_ssize_t nargs, PyObject *kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = _sorted;
    t_seconds _a_start = 0;
    interop_array _b_times;
    Py_ssize_t _n_times = 0;
    t_seconds *_a_times = NULL;
    size_t _a_n = 0;
    interop_marshalled _m_start;
    interop_marshalled _m_times;
    PyObject *_o_times = NULL;
    PyObject *_returned = NULL;

    (void)self;
    interop_array_init(&_b_times);
    interop_marshalled_init(&_m_start, &interop_m_2, 0);
    interop_marshalled_init(&_m_times, &interop_m_2, INTEROP_EACH);
    if (interop_arguments(&interop_s_every, args, nargs, kwnames, _sorted) < 0)
        goto cleanup;

    /* marshal, pin */
    if (interop_marshalled_begin(&_m_times, INTEROP_AT(every, 2)) < 0)
        goto cleanup;
    if (interop_marshalled_in(&_m_start, _in[0], INTEROP_AT(every, 0)) < 0)
        goto cleanup;
    if (interop_to_t_t_seconds(_m_start.native, &_a_start, INTEROP_AT(every, 0)) < 0)
        goto cleanup;
    _m_start.converting = 0;
    if (!INTEROP_LEFT_OUT(_in[1])) {
        if (interop_to_t_size_t(_in[1], &_a_n, INTEROP_AT(every, 1)) < 0)
            goto cleanup;
    }
    else {
        interop_fail(interop_errors.type, INTEROP_AT(every, 1), "give the room for 'times'");
        goto cleanup;
    }
    if ((_n_times = interop_extent((interop_wide)(_a_n), 0, INTEROP_AT(every, 2))) < 0)
        goto cleanup;
    if (interop_array_make(&_b_times, &interop_type_t_t_seconds, _n_times, 0, INTEROP_MAKE_LIST, INTEROP_AT(every, 2)) < 0)
        goto cleanup;
    _a_times = (t_seconds *)_b_times.data;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    t_every(_a_start, _a_times, _a_n);
    Py_END_ALLOW_THREADS
    if (interop_marshalled_called(&_m_start, INTEROP_AT(every, 0)) < 0)
        goto cleanup;

    /* unmarshal */
    _o_times = interop_array_result(&_b_times, &interop_type_t_t_seconds, _n_times, INTEROP_AT(every, 2));
    if (_o_times == NULL)
        goto cleanup;
    if (interop_marshalled_capture(&_m_times, &_o_times, INTEROP_AT(every, 2)) < 0)
        goto cleanup;
    if (interop_marshalled_called(&_m_times, INTEROP_AT(every, 2)) < 0)
        goto cleanup;
    _o_times = interop_marshalled_out(&_m_times, -1, INTEROP_AT(every, 2));
    if (_o_times == NULL)
        goto cleanup;
    _returned = _o_times;
    _o_times = NULL;

    /* cleanup */
cleanup:
    interop_array_release(&_b_times);
    interop_marshalled_release(&_m_times);
    interop_marshalled_release(&_m_start);
    Py_XDECREF(_o_times);
    return _returned;
}


/* tests/golden/marshallers/in.cdef:18
 * void t_flip_id([in, out, size_is(16), marshal_with(".conv:Guid")] unsigned char *id); */
static const char *const interop_n_flip_id[] = {"id"};
static PyObject *interop_k_flip_id[1];
static interop_signature interop_s_flip_id = {"flip_id", interop_n_flip_id, interop_k_flip_id, "1", 1, 1};
static const char interop_d_flip_id[] =
    "flip_id(id)\n"
    "--\n"
    "\n"
    "flip_id(id: Any) -> Any\n"
    "\n"
    "C: void t_flip_id(unsigned char *id);";
static PyObject *
interop_f_flip_id(PyObject *self, PyObject *const *args, Py_ssize_t nargs, PyObject *kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = args;
    interop_array _b_id;
    Py_ssize_t _n_id = 0;
    unsigned char *_a_id = NULL;
    interop_marshalled _m_id;
    PyObject *_o_id = NULL;
    PyObject *_returned = NULL;

    (void)self;
    interop_array_init(&_b_id);
    interop_marshalled_init(&_m_id, &interop_m_3, 0);
    if (INTEROP_UNLIKELY(nargs != 1 || kwnames != NULL)) {
        if (interop_arguments(&interop_s_flip_id, args, nargs, kwnames, _sorted) < 0)
            goto cleanup;
        _in = _sorted;
    }

    /* marshal, pin */
    if (interop_marshalled_in(&_m_id, _in[0], INTEROP_AT(flip_id, 0)) < 0)
        goto cleanup;
    if (interop_array_inout(_m_id.native, &interop_type_unsigned__char, 0, &_b_id, INTEROP_AT(flip_id, 0)) < 0)
        goto cleanup;
    _a_id = (unsigned char *)_b_id.data;
    _n_id = _b_id.count;
    _m_id.converting = 0;
    if (_b_id.data != NULL) {
        if ((_n_id = interop_extent((interop_wide)(16), 0, INTEROP_AT(flip_id, 0))) < 0)
            goto cleanup;
        if (_b_id.count < _n_id) {
            interop_fail(interop_errors.value, INTEROP_AT(flip_id, 0), "C uses %zd elements, but there are %zd", _n_id, _b_id.count);
            goto cleanup;
        }
        _n_id = _b_id.count;
    }

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    t_flip_id(_a_id);
    Py_END_ALLOW_THREADS
    if (interop_marshalled_called(&_m_id, INTEROP_AT(flip_id, 0)) < 0)
        goto cleanup;

    /* unmarshal */
    if (interop_array_prepare(&_b_id, &interop_type_unsigned__char, _n_id, INTEROP_AT(flip_id, 0)) < 0)
        goto cleanup;
    if (interop_array_commit(&_b_id, &interop_type_unsigned__char, _n_id) < 0) {
        Py_XDECREF(_returned);
        _returned = NULL;
        goto cleanup;
    }
    if (interop_marshalled_updated(&_m_id, INTEROP_AT(flip_id, 0)) < 0)
        goto cleanup;
    _o_id = interop_marshalled_out(&_m_id, -1, INTEROP_AT(flip_id, 0));
    if (_o_id == NULL)
        goto cleanup;
    _returned = _o_id;
    _o_id = NULL;

    /* cleanup */
cleanup:
    interop_array_release(&_b_id);
    interop_marshalled_release(&_m_id);
    Py_XDECREF(_o_id);
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

static PyObject *
interop_marshallers(PyObject *self, PyObject *args)
{
    static interop_marshaller *const marshallers[] = {&interop_m_0, &interop_m_1, &interop_m_2, &interop_m_3, NULL};

    (void)self;
    return interop_marshallers_with(args, marshallers);
}

static PyMethodDef interop_methods[] = {
    {"take", (PyCFunction)(void (*)(void))interop_f_take, METH_FASTCALL | METH_KEYWORDS, interop_d_take},
    {"change", (PyCFunction)(void (*)(void))interop_f_change, METH_FASTCALL | METH_KEYWORDS, interop_d_change},
    {"answer", (PyCFunction)(void (*)(void))interop_f_answer, METH_FASTCALL | METH_KEYWORDS, interop_d_answer},
    {"later", (PyCFunction)(void (*)(void))interop_f_later, METH_FASTCALL | METH_KEYWORDS, interop_d_later},
    {"delay_or_not", (PyCFunction)(void (*)(void))interop_f_delay_or_not, METH_FASTCALL | METH_KEYWORDS, interop_d_delay_or_not},
    {"shift", (PyCFunction)(void (*)(void))interop_f_shift, METH_FASTCALL | METH_KEYWORDS, interop_d_shift},
    {"every", (PyCFunction)(void (*)(void))interop_f_every, METH_FASTCALL | METH_KEYWORDS, interop_d_every},
    {"flip_id", (PyCFunction)(void (*)(void))interop_f_flip_id, METH_FASTCALL | METH_KEYWORDS, interop_d_flip_id},
    {"_interop_setup", interop_setup, METH_VARARGS, NULL},
    {"_interop_marshallers", interop_marshallers, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static int
interop_execute(PyObject *module)
{
    static interop_results *const results[] = {NULL};
    return interop_execute_with(module, results, "d2de38934f9c1a8f");
}

static PyModuleDef_Slot interop_slots[] = {
    {Py_mod_exec, (void *)interop_execute},
    {0, NULL},
};
static struct PyModuleDef interop_module = {
    PyModuleDef_HEAD_INIT, "marshallers", NULL, 0, interop_methods, interop_slots, NULL, NULL, NULL,
};

PyMODINIT_FUNC
PyInit_marshallers(void)
{
    return PyModuleDef_Init(&interop_module);
}

#pragma GCC diagnostic ignored "-Wtype-limits"
#pragma GCC diagnostic ignored "-Wsign-compare"
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
#line 5 "tests/golden/marshallers/in.cdef"
typedef int64_t t_seconds;
#line 8 "tests/golden/marshallers/in.cdef"
_Static_assert(_Generic(&t_take, int (*)(int, int): 1, default: 0), "the header declares 't_take' with another type");
#line 10 "tests/golden/marshallers/in.cdef"
_Static_assert(_Generic(&t_change, int (*)(int *, int): 1, default: 0), "the header declares 't_change' with another type");
#line 12 "tests/golden/marshallers/in.cdef"
_Static_assert(_Generic(&t_answer, int (*)(int): 1, default: 0), "the header declares 't_answer' with another type");
#line 13 "tests/golden/marshallers/in.cdef"
_Static_assert(_Generic(&t_later, t_seconds (*)(t_seconds, int): 1, default: 0), "the header declares 't_later' with another type");
#line 14 "tests/golden/marshallers/in.cdef"
_Static_assert(_Generic(&t_delay_or_not, void (*)(t_seconds *, int): 1, default: 0), "the header declares 't_delay_or_not' with another type");
#line 16 "tests/golden/marshallers/in.cdef"
_Static_assert(_Generic(&t_shift, int (*)(t_seconds *, size_t, int, int): 1, default: 0), "the header declares 't_shift' with another type");
#line 17 "tests/golden/marshallers/in.cdef"
_Static_assert(_Generic(&t_every, void (*)(t_seconds, t_seconds *, size_t): 1, default: 0), "the header declares 't_every' with another type");
#line 18 "tests/golden/marshallers/in.cdef"
_Static_assert(_Generic(&t_flip_id, void (*)(unsigned char *): 1, default: 0), "the header declares 't_flip_id' with another type");
