/* The same functions as bench.cdef declares, as one writes them by hand: a CPython extension with METH_FASTCALL.
 *
 * Compiled twice: against the full API of the running Python, where the usual macros are used, and with
 * Py_LIMITED_API against the stable ABI. Arguments are checked as strictly as generated stubs do it: integers for their
 * range, text for NUL characters, buffers for format, contiguity and writability. Messages are simpler. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include <limits.h>
#include <structmember.h>
#include <string.h>

#include "bench.h"

#define JOIN_(a, b) a##b
#define JOIN(a, b) JOIN_(a, b)
#define QUOTE_(a) #a
#define QUOTE(a) QUOTE_(a)

#ifdef Py_LIMITED_API
#define AS_DOUBLE PyFloat_AsDouble
#define TUPLE_SET PyTuple_SetItem
#define TUPLE_GET PyTuple_GetItem
#define TUPLE_SIZE PyTuple_Size
#else
#define AS_DOUBLE PyFloat_AS_DOUBLE
#define TUPLE_SET PyTuple_SET_ITEM
#define TUPLE_GET PyTuple_GET_ITEM
#define TUPLE_SIZE PyTuple_GET_SIZE
#endif

static PyObject *bench_error;
static PyTypeObject *divmod_type;
static PyObject *one_double; /* array('d', [0.0]), repeated to make new arrays */
static PyObject *name_a, *name_b, *name_factor, *name_n, *name_size, *name_start, *name_status, *name_value;
static PyObject *name_values, *name_which;
static PyTypeObject *point_type, *label_type, *counter_type;
static PyObject *name_x, *name_y;

/* --- Arguments ---------------------------------------------------------------------------------------------------- */

static int
check_count(const char *function, Py_ssize_t given, Py_ssize_t wanted)
{
    if (given == wanted)
        return 0;
    PyErr_Format(PyExc_TypeError, "%s() takes %zd arguments (%zd given)", function, wanted, given);
    return -1;
}

/* Sorts keyword arguments into `values`, whose first `nargs` places are taken by positional ones. */
static int
take_keywords(const char *function, PyObject *const *args, Py_ssize_t nargs, PyObject *kwnames,
              PyObject *const *const *names, int count, PyObject **values)
{
    Py_ssize_t keywords = kwnames != NULL ? TUPLE_SIZE(kwnames) : 0;

    for (Py_ssize_t i = 0; i < count; i++)
        values[i] = i < nargs ? args[i] : NULL;
    for (Py_ssize_t k = 0; k < keywords; k++) {
        PyObject *name = TUPLE_GET(kwnames, k);
        int place = 0;
        while (place < count && *names[place] != name)
            place++;
        if (place == count)
            for (place = 0; place < count && PyUnicode_Compare(*names[place], name) != 0;)
                place++;
        if (place == count) {
            PyErr_Format(PyExc_TypeError, "%s() got an unexpected keyword argument '%U'", function, name);
            return -1;
        }
        if (values[place] != NULL) {
            PyErr_Format(PyExc_TypeError, "%s() got multiple values for argument '%U'", function, name);
            return -1;
        }
        values[place] = args[nargs + k];
    }
    return 0;
}

static int
to_int(PyObject *object, int *out)
{
    long value;

#ifndef Py_LIMITED_API
    /* One digit of 30 bits or none: read where it lies. */
    if (PyLong_CheckExact(object)) {
#if PY_VERSION_HEX >= 0x030C0000
        if (PyUnstable_Long_IsCompact((PyLongObject *)object)) {
            *out = (int)PyUnstable_Long_CompactValue((PyLongObject *)object);
            return 0;
        }
#else
        Py_ssize_t size = Py_SIZE(object);
        if (size >= -1 && size <= 1) {
            *out = (int)size * (int)((PyLongObject *)object)->ob_digit[0];
            return 0;
        }
#endif
    }
#endif
    value = PyLong_AsLong(object);

    if (value == -1 && PyErr_Occurred())
        return -1;
    if (value < INT_MIN || value > INT_MAX) {
        PyErr_SetString(PyExc_OverflowError, "argument is out of range for int");
        return -1;
    }
    *out = (int)value;
    return 0;
}

static int
to_double(PyObject *object, double *out)
{
#ifndef Py_LIMITED_API
    if (PyFloat_CheckExact(object)) {
        *out = PyFloat_AS_DOUBLE(object);
        return 0;
    }
#endif
    *out = PyFloat_AsDouble(object);
    return *out == -1.0 && PyErr_Occurred() ? -1 : 0;
}

static const char *
to_text(PyObject *object)
{
    Py_ssize_t size;
    const char *text;

    if (!PyUnicode_Check(object)) {
        PyErr_SetString(PyExc_TypeError, "expected str");
        return NULL;
    }
#ifndef Py_LIMITED_API
    if (PyUnicode_IS_COMPACT_ASCII(object)) {
        text = PyUnicode_DATA(object);
        size = PyUnicode_GET_LENGTH(object);
    } else
#endif
    text = PyUnicode_AsUTF8AndSize(object, &size);
    if (text != NULL && strlen(text) != (size_t)size) {
        PyErr_SetString(PyExc_ValueError, "embedded null character");
        return NULL;
    }
    return text;
}

static int
to_buffer(PyObject *object, const char *format, size_t size, int flags, Py_buffer *view)
{
    const char *got;

    if (PyObject_GetBuffer(object, view, PyBUF_C_CONTIGUOUS | PyBUF_FORMAT | flags) < 0)
        return -1;
    got = view->format != NULL ? view->format : "B";
    if ((size_t)view->itemsize != size || strchr(format, got[0]) == NULL || got[1] != '\0') {
        PyErr_Format(PyExc_TypeError, "expected a buffer of '%s', got '%s'", format, got);
        PyBuffer_Release(view);
        return -1;
    }
    return 0;
}

/* A list, or a tuple of whatever else can be iterated: what SIZE and ITEM below can read. */
static PyObject *
to_sequence(PyObject *object)
{
    return PySequence_Fast(object, "expected a sequence or a buffer");
}

#ifdef Py_LIMITED_API
#define SIZE(sequence) PySequence_Size(sequence)
#define ITEM(sequence, i) (is_list ? PyList_GetItem((sequence), (i)) : PyTuple_GetItem((sequence), (i)))
#else
#define SIZE(sequence) PySequence_Fast_GET_SIZE(sequence)
#define ITEM(sequence, i) (is_list ? PyList_GET_ITEM((sequence), (i)) : PyTuple_GET_ITEM((sequence), (i)))
#endif

/* A sequence of numbers into new memory. */
static double *
to_doubles(PyObject *object, Py_ssize_t *count)
{
    PyObject *sequence = to_sequence(object);
    double *values = NULL;
    int is_list, failed = 0;

    if (sequence == NULL)
        return NULL;
    is_list = PyList_Check(sequence);
    *count = SIZE(sequence);
    values = PyMem_Malloc((size_t)(*count + 1) * sizeof *values);
    if (values == NULL)
        PyErr_NoMemory();
    for (Py_ssize_t i = 0; values != NULL && !failed && i < *count; i++) {
        PyObject *item = ITEM(sequence, i);
        if (PyFloat_CheckExact(item)) {
            values[i] = AS_DOUBLE(item);
            continue;
        }
        /* Its __float__ may change the list. */
        Py_INCREF(item);
        failed = to_double(item, &values[i]) < 0;
        Py_DECREF(item);
        if (!failed && SIZE(sequence) != *count) {
            PyErr_SetString(PyExc_ValueError, "the list changed its length");
            failed = 1;
        }
    }
    if (failed) {
        PyMem_Free(values);
        values = NULL;
    }
    Py_DECREF(sequence);
    return values;
}

/* --- Scalars ------------------------------------------------------------------------------------------------------ */

static PyObject *
hand_noop(PyObject *self, PyObject *const *args, Py_ssize_t nargs)
{
    (void)self;
    (void)args;
    if (check_count("noop", nargs, 0) < 0)
        return NULL;
    b_noop();
    Py_RETURN_NONE;
}

static PyObject *
hand_noop_released(PyObject *self, PyObject *const *args, Py_ssize_t nargs)
{
    (void)self;
    (void)args;
    if (check_count("noop_released", nargs, 0) < 0)
        return NULL;
    Py_BEGIN_ALLOW_THREADS
    b_noop();
    Py_END_ALLOW_THREADS
    Py_RETURN_NONE;
}

static PyObject *
hand_add(PyObject *self, PyObject *const *args, Py_ssize_t nargs)
{
    int a, b;

    (void)self;
    if (check_count("add", nargs, 2) < 0 || to_int(args[0], &a) < 0 || to_int(args[1], &b) < 0)
        return NULL;
    return PyLong_FromLong(b_add(a, b));
}

static PyObject *
hand_add_released(PyObject *self, PyObject *const *args, Py_ssize_t nargs)
{
    int a, b, sum;

    (void)self;
    if (check_count("add", nargs, 2) < 0 || to_int(args[0], &a) < 0 || to_int(args[1], &b) < 0)
        return NULL;
    Py_BEGIN_ALLOW_THREADS
    sum = b_add(a, b);
    Py_END_ALLOW_THREADS
    return PyLong_FromLong(sum);
}

static PyObject *
hand_add_named(PyObject *self, PyObject *const *args, Py_ssize_t nargs, PyObject *kwnames)
{
    static PyObject *const *const names[] = {&name_a, &name_b};
    PyObject *values[2];
    int a, b;

    (void)self;
    if (check_count("add", nargs + (kwnames != NULL ? TUPLE_SIZE(kwnames) : 0), 2) < 0
        || take_keywords("add", args, nargs, kwnames, names, 2, values) < 0 || to_int(values[0], &a) < 0
        || to_int(values[1], &b) < 0)
        return NULL;
    return PyLong_FromLong(b_add(a, b));
}

static PyObject *
hand_scaled(PyObject *self, PyObject *const *args, Py_ssize_t nargs, PyObject *kwnames)
{
    static PyObject *const *const names[] = {&name_value, &name_factor};
    PyObject *values[2];
    int value, factor = 2;

    (void)self;
    if (nargs > 2)
        return check_count("scaled", nargs, 2), NULL;
    if (take_keywords("scaled", args, nargs, kwnames, names, 2, values) < 0)
        return NULL;
    if (values[0] == NULL)
        return check_count("scaled", 0, 1), NULL;
    if (to_int(values[0], &value) < 0 || (values[1] != NULL && to_int(values[1], &factor) < 0))
        return NULL;
    return PyLong_FromLong(b_scaled(value, factor));
}

static PyObject *
hand_hypot2(PyObject *self, PyObject *const *args, Py_ssize_t nargs)
{
    double x, y;

    (void)self;
    if (check_count("hypot2", nargs, 2) < 0 || to_double(args[0], &x) < 0 || to_double(args[1], &y) < 0)
        return NULL;
    return PyFloat_FromDouble(b_hypot2(x, y));
}

static PyObject *
named_pair(int quotient, int remainder)
{
    PyObject *first = PyLong_FromLong(quotient), *second = PyLong_FromLong(remainder);
    PyObject *both = first != NULL && second != NULL ? PyStructSequence_New(divmod_type) : NULL;

    if (both == NULL) {
        Py_XDECREF(first);
        Py_XDECREF(second);
        return NULL;
    }
#ifdef Py_LIMITED_API
    PyStructSequence_SetItem(both, 0, first);
    PyStructSequence_SetItem(both, 1, second);
#else
    PyStructSequence_SET_ITEM(both, 0, first);
    PyStructSequence_SET_ITEM(both, 1, second);
#endif
    return both;
}

static PyObject *
hand_divmod_released(PyObject *self, PyObject *const *args, Py_ssize_t nargs)
{
    int a, b, quotient, remainder;

    (void)self;
    if (check_count("divmod", nargs, 2) < 0 || to_int(args[0], &a) < 0 || to_int(args[1], &b) < 0)
        return NULL;
    Py_BEGIN_ALLOW_THREADS
    b_divmod(a, b, &quotient, &remainder);
    Py_END_ALLOW_THREADS
    return named_pair(quotient, remainder);
}

/* Two results with names, as generated stubs give them. */
static PyObject *
hand_divmod(PyObject *self, PyObject *const *args, Py_ssize_t nargs)
{
    int a, b, quotient, remainder;

    (void)self;
    if (check_count("divmod", nargs, 2) < 0 || to_int(args[0], &a) < 0 || to_int(args[1], &b) < 0)
        return NULL;
    b_divmod(a, b, &quotient, &remainder);
    return named_pair(quotient, remainder);
}

/* --- Text --------------------------------------------------------------------------------------------------------- */

static PyObject *
hand_str_len(PyObject *self, PyObject *object)
{
    const char *text = to_text(object);

    (void)self;
    return text != NULL ? PyLong_FromSize_t(b_str_len(text)) : NULL;
}

static PyObject *
hand_str_len_released(PyObject *self, PyObject *object)
{
    const char *text = to_text(object);
    size_t length;

    (void)self;
    if (text == NULL)
        return NULL;
    Py_BEGIN_ALLOW_THREADS
    length = b_str_len(text);
    Py_END_ALLOW_THREADS
    return PyLong_FromSize_t(length);
}

static PyObject *
hand_greet(PyObject *self, PyObject *object)
{
    int which;

    (void)self;
    return to_int(object, &which) < 0 ? NULL : PyUnicode_FromString(b_greet(which));
}

static PyObject *
hand_fill_text(PyObject *self, PyObject *const *args, Py_ssize_t nargs, PyObject *kwnames)
{
    static PyObject *const *const names[] = {&name_which, &name_size};
    PyObject *values[2], *text;
    size_t size = 64;
    char local[256], *buffer = local;
    int which;

    (void)self;
    if (check_count("fill_text", nargs, 1) < 0 || take_keywords("fill_text", args, nargs, kwnames, names, 2, values) < 0
        || to_int(values[0], &which) < 0)
        return NULL;
    if (values[1] != NULL) {
        size = PyLong_AsSize_t(values[1]);
        if (size == (size_t)-1 && PyErr_Occurred())
            return NULL;
    }
    if (size > sizeof local && (buffer = PyMem_Malloc(size)) == NULL)
        return PyErr_NoMemory();
    memset(buffer, 0, size);
    b_fill_text(buffer, size, which);
    text = PyUnicode_FromStringAndSize(buffer, (Py_ssize_t)strnlen(buffer, size));
    if (buffer != local)
        PyMem_Free(buffer);
    return text;
}

static PyObject *
hand_total_length(PyObject *self, PyObject *object)
{
    PyObject *sequence = to_sequence(object), *total = NULL;
    Py_ssize_t count;
    const char **texts;
    int is_list;

    (void)self;
    if (sequence == NULL)
        return NULL;
    is_list = PyList_Check(sequence);
    count = SIZE(sequence);
    texts = PyMem_Malloc((size_t)(count + 1) * sizeof *texts);
    if (texts == NULL) {
        PyErr_NoMemory();
        goto done;
    }
    for (Py_ssize_t i = 0; i < count; i++) {
        texts[i] = to_text(ITEM(sequence, i));
        if (texts[i] == NULL)
            goto done;
    }
    total = PyLong_FromSize_t(b_total_length(texts, (size_t)count));
done:
    PyMem_Free(texts);
    Py_DECREF(sequence);
    return total;
}

/* --- Arrays ------------------------------------------------------------------------------------------------------- */

static PyObject *
sum(PyObject *object, int released)
{
    Py_buffer view;
    Py_ssize_t count;
    double *values, total;

    if (PyObject_CheckBuffer(object)) {
        if (to_buffer(object, "d", sizeof(double), 0, &view) < 0)
            return NULL;
        values = view.buf;
        count = view.len / view.itemsize;
    } else {
        view.obj = NULL;
        values = to_doubles(object, &count);
        if (values == NULL)
            return NULL;
    }
    if (released) {
        Py_BEGIN_ALLOW_THREADS
        total = b_sum(values, (size_t)count);
        Py_END_ALLOW_THREADS
    } else {
        total = b_sum(values, (size_t)count);
    }
    if (view.obj != NULL)
        PyBuffer_Release(&view);
    else
        PyMem_Free(values);
    return PyFloat_FromDouble(total);
}

static PyObject *
hand_sum(PyObject *self, PyObject *object)
{
    (void)self;
    return sum(object, 0);
}

static PyObject *
hand_sum_released(PyObject *self, PyObject *object)
{
    (void)self;
    return sum(object, 1);
}

static PyObject *
hand_sum_int64(PyObject *self, PyObject *object)
{
    Py_buffer view;
    int64_t total;

    (void)self;
    if (to_buffer(object, "lq", sizeof(int64_t), 0, &view) < 0)
        return NULL;
    total = b_sum_int64(view.buf, (size_t)(view.len / view.itemsize));
    PyBuffer_Release(&view);
    return PyLong_FromLongLong(total);
}

static PyObject *
hand_checksum(PyObject *self, PyObject *object)
{
    Py_buffer view;
    uint32_t sum;

    (void)self;
    if (PyObject_GetBuffer(object, &view, PyBUF_SIMPLE) < 0)
        return NULL;
    sum = b_checksum(view.buf, (size_t)view.len);
    PyBuffer_Release(&view);
    return PyLong_FromUnsignedLong(sum);
}

/* Takes the item over. */
static int
set_item(PyObject *list, Py_ssize_t i, PyObject *item)
{
#ifndef Py_LIMITED_API
    if (i < PyList_GET_SIZE(list)) {
        PyObject *old = PyList_GET_ITEM(list, i);
        PyList_SET_ITEM(list, i, item);
        Py_XDECREF(old);
        return 0;
    }
#endif
    return PyList_SetItem(list, i, item);
}

static PyObject *
hand_scale(PyObject *self, PyObject *const *args, Py_ssize_t nargs)
{
    Py_buffer view;
    double factor;

    (void)self;
    if (check_count("scale", nargs, 2) < 0 || to_double(args[1], &factor) < 0)
        return NULL;
    if (PyList_Check(args[0])) {
        Py_ssize_t count;
        double *values = to_doubles(args[0], &count);
        int failed = values == NULL;
        if (!failed)
            b_scale(values, (size_t)count, factor);
        for (Py_ssize_t i = 0; !failed && i < count; i++) {
            PyObject *item = PyFloat_FromDouble(values[i]);
            failed = item == NULL || set_item(args[0], i, item) < 0;
        }
        PyMem_Free(values);
        if (failed)
            return NULL;
        Py_RETURN_NONE;
    }
    if (to_buffer(args[0], "d", sizeof(double), PyBUF_WRITABLE, &view) < 0)
        return NULL;
    b_scale(view.buf, (size_t)(view.len / view.itemsize), factor);
    PyBuffer_Release(&view);
    Py_RETURN_NONE;
}

static PyObject *
hand_fill_into(PyObject *self, PyObject *const *args, Py_ssize_t nargs, PyObject *kwnames)
{
    static PyObject *const *const names[] = {&name_start, &name_values};
    PyObject *values[2];
    Py_buffer view;
    Py_ssize_t count;
    double start;

    (void)self;
    if (check_count("fill_into", nargs + (kwnames != NULL ? TUPLE_SIZE(kwnames) : 0), 2) < 0
        || take_keywords("fill_into", args, nargs, kwnames, names, 2, values) < 0 || to_double(values[0], &start) < 0
        || to_buffer(values[1], "d", sizeof(double), PyBUF_WRITABLE, &view) < 0)
        return NULL;
    count = view.len / view.itemsize;
    b_fill(view.buf, (size_t)count, start);
    PyBuffer_Release(&view);
    return PyLong_FromSsize_t(count);
}

static PyObject *
hand_fill_new(PyObject *self, PyObject *const *args, Py_ssize_t nargs, PyObject *kwnames)
{
    static PyObject *const *const names[] = {&name_start, &name_n};
    PyObject *values[2], *made;
    Py_ssize_t count;
    Py_buffer view;
    double start;

    (void)self;
    if (check_count("fill_new", nargs + (kwnames != NULL ? TUPLE_SIZE(kwnames) : 0), 2) < 0
        || take_keywords("fill_new", args, nargs, kwnames, names, 2, values) < 0 || to_double(values[0], &start) < 0)
        return NULL;
    count = PyLong_AsSsize_t(values[1]);
    if (count < 0) {
        if (!PyErr_Occurred())
            PyErr_SetString(PyExc_ValueError, "n is negative");
        return NULL;
    }
    made = PySequence_Repeat(one_double, count);
    if (made == NULL)
        return NULL;
    if (PyObject_GetBuffer(made, &view, PyBUF_WRITABLE) < 0) {
        Py_DECREF(made);
        return NULL;
    }
    b_fill(view.buf, (size_t)count, start);
    PyBuffer_Release(&view);
    return made;
}

static PyObject *
hand_read_bytes(PyObject *self, PyObject *const *args, Py_ssize_t nargs, PyObject *kwnames)
{
    static PyObject *const *const names[] = {&name_start, &name_size};
    PyObject *values[2], *made;
    Py_ssize_t size, count;
    int start;

    (void)self;
    if (check_count("read_bytes", nargs, 1) < 0
        || take_keywords("read_bytes", args, nargs, kwnames, names, 2, values) < 0 || to_int(values[0], &start) < 0)
        return NULL;
    if (values[1] == NULL)
        return check_count("read_bytes", 1, 2), NULL;
    size = PyLong_AsSsize_t(values[1]);
    if (size < 0) {
        if (!PyErr_Occurred())
            PyErr_SetString(PyExc_ValueError, "size is negative");
        return NULL;
    }
    made = PyBytes_FromStringAndSize(NULL, size);
    if (made == NULL)
        return NULL;
    count = (Py_ssize_t)b_read_bytes(PyBytes_AsString(made), (size_t)size, start);
    if (count < size) {
#ifdef Py_LIMITED_API
        PyObject *part = PySequence_GetSlice(made, 0, count);
        Py_DECREF(made);
        made = part;
#else
        _PyBytes_Resize(&made, count);
#endif
    }
    return made;
}

/* --- Many parameters ---------------------------------------------------------------------------------------------- */

static int
to_ints(const char *function, PyObject *const *args, Py_ssize_t nargs, int *out, Py_ssize_t count)
{
    if (check_count(function, nargs, count) < 0)
        return -1;
    for (Py_ssize_t i = 0; i < count; i++)
        if (to_int(args[i], &out[i]) < 0)
            return -1;
    return 0;
}

#define ARGUMENTS_4(a, i) a[i], a[i + 1], a[i + 2], a[i + 3]
#define ARGUMENTS_16(a, i) \
    ARGUMENTS_4(a, i), ARGUMENTS_4(a, i + 4), ARGUMENTS_4(a, i + 8), ARGUMENTS_4(a, i + 12)

static PyObject *
hand_take1(PyObject *self, PyObject *object)
{
    int a;

    (void)self;
    return to_int(object, &a) < 0 ? NULL : PyLong_FromLong(b_take1(a));
}

static PyObject *
hand_take4(PyObject *self, PyObject *const *args, Py_ssize_t nargs)
{
    int a[4];

    (void)self;
    return to_ints("take4", args, nargs, a, 4) < 0 ? NULL : PyLong_FromLong(b_take4(ARGUMENTS_4(a, 0)));
}

static PyObject *
hand_take16(PyObject *self, PyObject *const *args, Py_ssize_t nargs)
{
    int a[16];

    (void)self;
    return to_ints("take16", args, nargs, a, 16) < 0 ? NULL : PyLong_FromLong(b_take16(ARGUMENTS_16(a, 0)));
}

static PyObject *
hand_take64(PyObject *self, PyObject *const *args, Py_ssize_t nargs)
{
    int a[64];

    (void)self;
    if (to_ints("take64", args, nargs, a, 64) < 0)
        return NULL;
    return PyLong_FromLong(
        b_take64(ARGUMENTS_16(a, 0), ARGUMENTS_16(a, 16), ARGUMENTS_16(a, 32), ARGUMENTS_16(a, 48)));
}

/* --- A callback --------------------------------------------------------------------------------------------------- */

typedef struct {
    PyObject *callable;
    int failed, is_released;
} visit_call;

/* After an exception the callable is left alone, and the caller of hand_apply gets the exception. */
static int
visit(void *data, int value)
{
    visit_call *call = data;
    PyGILState_STATE state = PyGILState_LOCKED;
    PyObject *argument, *answer = NULL;
    int result = 0;

    if (call->failed)
        return 0;
    if (call->is_released)
        state = PyGILState_Ensure();
    argument = PyLong_FromLong(value);
    if (argument != NULL) {
#ifdef Py_LIMITED_API
        answer = PyObject_CallFunctionObjArgs(call->callable, argument, NULL);
#else
        answer = PyObject_CallOneArg(call->callable, argument);
#endif
        Py_DECREF(argument);
    }
    if (answer == NULL || to_int(answer, &result) < 0)
        call->failed = 1;
    Py_XDECREF(answer);
    if (call->is_released)
        PyGILState_Release(state);
    return result;
}

static PyObject *
apply(PyObject *const *args, Py_ssize_t nargs, int is_released)
{
    visit_call call = {NULL, 0, is_released};
    int times, sum;

    if (check_count("apply", nargs, 2) < 0 || to_int(args[1], &times) < 0)
        return NULL;
    if (!PyCallable_Check(args[0])) {
        PyErr_SetString(PyExc_TypeError, "expected a callable");
        return NULL;
    }
    call.callable = args[0];
    if (is_released) {
        Py_BEGIN_ALLOW_THREADS
        sum = b_apply(visit, &call, times);
        Py_END_ALLOW_THREADS
    } else {
        sum = b_apply(visit, &call, times);
    }
    return call.failed ? NULL : PyLong_FromLong(sum);
}

static PyObject *
hand_apply(PyObject *self, PyObject *const *args, Py_ssize_t nargs)
{
    (void)self;
    return apply(args, nargs, 0);
}

static PyObject *
hand_apply_released(PyObject *self, PyObject *const *args, Py_ssize_t nargs)
{
    (void)self;
    return apply(args, nargs, 1);
}

static PyObject *
hand_work(PyObject *self, PyObject *object)
{
    int rounds;
    uint32_t state;

    (void)self;
    if (to_int(object, &rounds) < 0)
        return NULL;
    Py_BEGIN_ALLOW_THREADS
    state = b_work((uint32_t)rounds);
    Py_END_ALLOW_THREADS
    return PyLong_FromUnsignedLong(state);
}

/* --- Failures ----------------------------------------------------------------------------------------------------- */

static PyObject *
hand_check(PyObject *self, PyObject *object)
{
    PyObject *error, *number;
    int status;

    (void)self;
    if (to_int(object, &status) < 0)
        return NULL;
    status = b_check(status);
    if (status == 0)
        Py_RETURN_NONE;
    error = PyObject_CallFunction(bench_error, "s", b_reason(status));
    number = error != NULL ? PyLong_FromLong(status) : NULL;
    if (number != NULL && PyObject_SetAttr(error, name_status, number) == 0)
        PyErr_SetObject(bench_error, error);
    Py_XDECREF(number);
    Py_XDECREF(error);
    return NULL;
}

/* --- A record ------------------------------------------------------------------------------------------------------ */

typedef struct {
    PyObject_HEAD
    b_point value;
} point_object;

/* Two numbers, or none, in the places of x and y. */
static PyObject *
point_made(PyObject *const *given)
{
    b_point value = {0, 0};
    point_object *self;

    if ((given[0] != NULL && to_double(given[0], &value.x) < 0) || (given[1] != NULL && to_double(given[1], &value.y) < 0))
        return NULL;
    self = PyObject_New(point_object, point_type);
    if (self != NULL)
        self->value = value;
    return (PyObject *)self;
}

#ifdef Py_LIMITED_API
static PyObject *
point_new(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    PyObject *given[2] = {NULL, NULL}, *key, *value;
    Py_ssize_t count = PyTuple_Size(args), place = 0;

    (void)type;
    if (count > 2)
        return check_count("point", count, 2), NULL;
    for (Py_ssize_t i = 0; i < count; i++)
        given[i] = PyTuple_GetItem(args, i);
    while (kwargs != NULL && PyDict_Next(kwargs, &place, &key, &value)) {
        int i = PyUnicode_Compare(key, name_x) == 0 ? 0 : PyUnicode_Compare(key, name_y) == 0 ? 1 : -1;
        if (i < 0 || given[i] != NULL) {
            PyErr_SetString(PyExc_TypeError, "point(): unexpected argument");
            return NULL;
        }
        given[i] = value;
    }
    return point_made(given);
}
#else
static PyObject *
point_vectorcall(PyObject *type, PyObject *const *args, size_t nargsf, PyObject *kwnames)
{
    static PyObject *const *const names[] = {&name_x, &name_y};
    Py_ssize_t nargs = PyVectorcall_NARGS(nargsf);
    PyObject *given[2];

    (void)type;
    if (nargs > 2)
        return check_count("point", nargs, 2), NULL;
    return take_keywords("point", args, nargs, kwnames, names, 2, given) < 0 ? NULL : point_made(given);
}
#endif

static void
point_dealloc(PyObject *self)
{
    PyTypeObject *type = Py_TYPE(self);
    PyObject_Free(self);
    Py_DECREF(type);
}

static PyObject *
point_from(b_point value)
{
    point_object *self = PyObject_New(point_object, point_type);

    if (self != NULL)
        self->value = value;
    return (PyObject *)self;
}

static PyMemberDef point_members[] = {
    {"x", T_DOUBLE, offsetof(point_object, value.x), 0, NULL},
    {"y", T_DOUBLE, offsetof(point_object, value.y), 0, NULL},
    {NULL, 0, 0, 0, NULL},
};

static PyType_Slot point_slots[] = {
#ifdef Py_LIMITED_API
    {Py_tp_new, (void *)point_new},
#endif
    {Py_tp_dealloc, (void *)point_dealloc},
    {Py_tp_members, point_members},
    {0, NULL},
};

/* Objects are made by vectorcall where the API has it, else by tp_new. */
#ifdef Py_LIMITED_API
#define NEW_FLAGS Py_TPFLAGS_DEFAULT
#else
#define NEW_FLAGS (Py_TPFLAGS_DEFAULT | Py_TPFLAGS_DISALLOW_INSTANTIATION)
#endif

static PyType_Spec point_spec = {QUOTE(MODULE) ".point", sizeof(point_object), 0, NEW_FLAGS, point_slots};

static b_point *
to_point(PyObject *object)
{
    if (Py_TYPE(object) != point_type) {
        PyErr_SetString(PyExc_TypeError, "expected point");
        return NULL;
    }
    return &((point_object *)object)->value;
}

static PyObject *
hand_norm_released(PyObject *self, PyObject *object)
{
    b_point *p = to_point(object);
    double norm;

    (void)self;
    if (p == NULL)
        return NULL;
    Py_BEGIN_ALLOW_THREADS
    norm = b_norm(p);
    Py_END_ALLOW_THREADS
    return PyFloat_FromDouble(norm);
}

static PyObject *
hand_norm(PyObject *self, PyObject *object)
{
    b_point *p = to_point(object);
    (void)self;
    return p == NULL ? NULL : PyFloat_FromDouble(b_norm(p));
}

static PyObject *
hand_move(PyObject *self, PyObject *const *args, Py_ssize_t nargs)
{
    b_point *p;
    double dx, dy;

    (void)self;
    if (check_count("move", nargs, 3) < 0 || (p = to_point(args[0])) == NULL)
        return NULL;
    if (to_double(args[1], &dx) < 0 || to_double(args[2], &dy) < 0)
        return NULL;
    b_move(p, dx, dy);
    Py_RETURN_NONE;
}

static PyObject *
hand_turned(PyObject *self, PyObject *object)
{
    b_point *p = to_point(object);
    (void)self;
    return p == NULL ? NULL : point_from(b_turned(*p));
}

/* --- A record with a text ------------------------------------------------------------------------------------------ */

typedef struct {
    PyObject_HEAD
    PyObject *text; /* str */
    int length;
} label_object;

static PyObject *
label_new(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    label_object *self;
    PyObject *text;

    (void)type;
    if (!PyArg_ParseTuple(args, "U", &text) || (kwargs != NULL && PyDict_Size(kwargs) != 0)) {
        if (!PyErr_Occurred())
            PyErr_SetString(PyExc_TypeError, "label() takes no keywords");
        return NULL;
    }
    self = PyObject_New(label_object, label_type);
    if (self != NULL) {
        Py_INCREF(text);
        self->text = text;
        self->length = 0;
    }
    return (PyObject *)self;
}

static void
label_dealloc(PyObject *self)
{
    PyTypeObject *type = Py_TYPE(self);
    Py_DECREF(((label_object *)self)->text);
    PyObject_Free(self);
    Py_DECREF(type);
}

static PyObject *
label_get_text(PyObject *self, void *unused)
{
    PyObject *text = ((label_object *)self)->text;
    (void)unused;
    Py_INCREF(text);
    return text;
}

static int
label_set_text(PyObject *self, PyObject *value, void *unused)
{
    PyObject *old = ((label_object *)self)->text;

    (void)unused;
    if (value == NULL || !PyUnicode_Check(value)) {
        PyErr_SetString(PyExc_TypeError, "expected str");
        return -1;
    }
    Py_INCREF(value);
    ((label_object *)self)->text = value;
    Py_DECREF(old);
    return 0;
}

static PyGetSetDef label_properties[] = {
    {"text", label_get_text, label_set_text, NULL, NULL},
    {NULL, NULL, NULL, NULL, NULL},
};

static PyMemberDef label_members[] = {
    {"length", T_INT, offsetof(label_object, length), 0, NULL},
    {NULL, 0, 0, 0, NULL},
};

static PyType_Slot label_slots[] = {
    {Py_tp_new, (void *)label_new},
    {Py_tp_dealloc, (void *)label_dealloc},
    {Py_tp_getset, label_properties},
    {Py_tp_members, label_members},
    {0, NULL},
};

static PyType_Spec label_spec = {
    QUOTE(MODULE) ".label", sizeof(label_object), 0, Py_TPFLAGS_DEFAULT, label_slots};

static PyObject *
hand_relabel(PyObject *self, PyObject *object)
{
    label_object *label = (label_object *)object;
    b_label native;
    const char *before;

    (void)self;
    if (Py_TYPE(object) != label_type) {
        PyErr_SetString(PyExc_TypeError, "expected label");
        return NULL;
    }
    before = to_text(label->text);
    if (before == NULL)
        return NULL;
    native = (b_label){before, label->length};
    b_relabel(&native);
    if (native.text != before) {
        PyObject *old = label->text, *text = NULL;
        if (native.text != NULL)
            text = PyUnicode_FromString(native.text);
        else
            PyErr_SetString(PyExc_ValueError, "C gave NULL for a text");
        if (text == NULL)
            return NULL;
        label->text = text;
        Py_DECREF(old);
    }
    label->length = native.length;
    Py_RETURN_NONE;
}

/* --- A handle ------------------------------------------------------------------------------------------------------ */

typedef struct {
    PyObject_HEAD
    b_counter *counter; /* NULL when closed */
} counter_object;

static PyObject *
counter_made(PyObject *given)
{
    counter_object *self;
    int start;

    if (to_int(given, &start) < 0)
        return NULL;
    self = PyObject_New(counter_object, counter_type);
    if (self == NULL)
        return NULL;
    self->counter = b_counter_open(start);
    if (self->counter == NULL) {
        PyErr_SetString(PyExc_ValueError, "C gave NULL");
        Py_DECREF(self);
        return NULL;
    }
    return (PyObject *)self;
}

#ifdef Py_LIMITED_API
static PyObject *
counter_new(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    (void)type;
    if (kwargs != NULL || check_count("counter", PyTuple_Size(args), 1) < 0) {
        if (!PyErr_Occurred())
            PyErr_SetString(PyExc_TypeError, "counter() takes no keywords");
        return NULL;
    }
    return counter_made(PyTuple_GetItem(args, 0));
}
#else
static PyObject *
counter_vectorcall(PyObject *type, PyObject *const *args, size_t nargsf, PyObject *kwnames)
{
    (void)type;
    if (kwnames != NULL || check_count("counter", PyVectorcall_NARGS(nargsf), 1) < 0) {
        if (!PyErr_Occurred())
            PyErr_SetString(PyExc_TypeError, "counter() takes no keywords");
        return NULL;
    }
    return counter_made(args[0]);
}
#endif

static void
counter_dealloc(PyObject *self)
{
    PyTypeObject *type = Py_TYPE(self);
    if (((counter_object *)self)->counter != NULL)
        b_counter_close(((counter_object *)self)->counter);
    PyObject_Free(self);
    Py_DECREF(type);
}

static b_counter *
counter_open(PyObject *self)
{
    b_counter *counter = ((counter_object *)self)->counter;

    if (counter == NULL)
        PyErr_SetString(PyExc_ValueError, "the counter is closed");
    return counter;
}

static PyObject *
counter_close(PyObject *self, PyObject *unused)
{
    b_counter *counter = ((counter_object *)self)->counter;

    (void)unused;
    ((counter_object *)self)->counter = NULL;
    if (counter != NULL)
        b_counter_close(counter);
    Py_RETURN_NONE;
}

static PyObject *
counter_get(PyObject *self, PyObject *unused)
{
    b_counter *counter = counter_open(self);

    (void)unused;
    return counter == NULL ? NULL : PyLong_FromLong(b_counter_get(counter));
}

/* As one writes it: nothing stops another thread from closing the counter meanwhile. */
static PyObject *
counter_get_released(PyObject *self, PyObject *unused)
{
    b_counter *counter = counter_open(self);
    int value;

    (void)unused;
    if (counter == NULL)
        return NULL;
    Py_BEGIN_ALLOW_THREADS
    value = b_counter_get(counter);
    Py_END_ALLOW_THREADS
    return PyLong_FromLong(value);
}

static PyMethodDef counter_methods[] = {
    {"close", counter_close, METH_NOARGS, NULL},
    {"get", counter_get, METH_NOARGS, NULL},
    {"get_released", counter_get_released, METH_NOARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static PyType_Slot counter_slots[] = {
#ifdef Py_LIMITED_API
    {Py_tp_new, (void *)counter_new},
#endif
    {Py_tp_dealloc, (void *)counter_dealloc},
    {Py_tp_methods, counter_methods},
    {0, NULL},
};

static PyType_Spec counter_spec = {QUOTE(MODULE) ".counter", sizeof(counter_object), 0, NEW_FLAGS, counter_slots};

/* Where instructions.py has Callgrind write down what was counted so far. */
static PyObject *
hand_mark(PyObject *self, PyObject *unused)
{
    (void)self;
    (void)unused;
    Py_RETURN_NONE;
}

/* --- The module --------------------------------------------------------------------------------------------------- */

#define FAST(name) {#name, (PyCFunction)(void (*)(void))hand_##name, METH_FASTCALL, NULL}
#define KEYWORDS(name) {#name, (PyCFunction)(void (*)(void))hand_##name, METH_FASTCALL | METH_KEYWORDS, NULL}

static PyMethodDef methods[] = {
    FAST(noop),
    FAST(noop_released),
    FAST(add),
    FAST(add_released),
    KEYWORDS(add_named),
    KEYWORDS(scaled),
    FAST(hypot2),
    FAST(divmod),
    {"str_len", hand_str_len, METH_O, NULL},
    {"str_len_released", hand_str_len_released, METH_O, NULL},
    {"greet", hand_greet, METH_O, NULL},
    KEYWORDS(fill_text),
    {"total_length", hand_total_length, METH_O, NULL},
    {"sum", hand_sum, METH_O, NULL},
    {"sum_list", hand_sum, METH_O, NULL},
    {"sum_released", hand_sum_released, METH_O, NULL},
    {"sum_int64", hand_sum_int64, METH_O, NULL},
    {"checksum", hand_checksum, METH_O, NULL},
    FAST(scale),
    {"scale_list", (PyCFunction)(void (*)(void))hand_scale, METH_FASTCALL, NULL},
    KEYWORDS(fill_into),
    KEYWORDS(fill_new),
    {"check", hand_check, METH_O, NULL},
    {"norm", hand_norm, METH_O, NULL},
    FAST(move),
    {"turned", hand_turned, METH_O, NULL},
    {"norm_released", hand_norm_released, METH_O, NULL},
    FAST(divmod_released),
    KEYWORDS(read_bytes),
    {"take1", hand_take1, METH_O, NULL},
    FAST(take4),
    FAST(take16),
    FAST(take64),
    FAST(apply),
    FAST(apply_released),
    {"work", hand_work, METH_O, NULL},
    {"relabel", hand_relabel, METH_O, NULL},
    {"mark", hand_mark, METH_NOARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static PyStructSequence_Field divmod_fields[] = {{"quotient", NULL}, {"remainder", NULL}, {NULL, NULL}};
static PyStructSequence_Desc divmod_description = {QUOTE(MODULE) ".divmod_result", NULL, divmod_fields, 2};

static const struct {
    PyObject **name;
    const char *text;
} interned[] = {
    {&name_a, "a"},         {&name_b, "b"},           {&name_factor, "factor"}, {&name_n, "n"},
    {&name_size, "size"},   {&name_start, "start"},   {&name_status, "status"}, {&name_value, "value"},
    {&name_values, "values"}, {&name_which, "which"}, {&name_x, "x"},           {&name_y, "y"},
};

static int
execute(PyObject *module)
{
    PyObject *arrays = PyImport_ImportModule("array");

    one_double = arrays != NULL ? PyObject_CallMethod(arrays, "array", "s(d)", "d", 0.0) : NULL;
    Py_XDECREF(arrays);
    divmod_type = PyStructSequence_NewType(&divmod_description);
    bench_error = PyErr_NewException(QUOTE(MODULE) ".BenchError", NULL, NULL);
    if (one_double == NULL || divmod_type == NULL || bench_error == NULL)
        return -1;
    for (size_t i = 0; i < sizeof interned / sizeof *interned; i++) {
        *interned[i].name = PyUnicode_InternFromString(interned[i].text);
        if (*interned[i].name == NULL)
            return -1;
    }
    point_type = (PyTypeObject *)PyType_FromSpec(&point_spec);
    label_type = (PyTypeObject *)PyType_FromSpec(&label_spec);
    counter_type = (PyTypeObject *)PyType_FromSpec(&counter_spec);
    if (point_type == NULL || PyModule_AddObjectRef(module, "point", (PyObject *)point_type) < 0 || label_type == NULL
        || PyModule_AddObjectRef(module, "label", (PyObject *)label_type) < 0 || counter_type == NULL
        || PyModule_AddObjectRef(module, "counter", (PyObject *)counter_type) < 0)
        return -1;
#ifndef Py_LIMITED_API
    point_type->tp_vectorcall = point_vectorcall;
    counter_type->tp_vectorcall = counter_vectorcall;
#endif
    return PyModule_AddObjectRef(module, "BenchError", bench_error);
}

static PyModuleDef_Slot slots[] = {{Py_mod_exec, (void *)execute}, {0, NULL}};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, .m_name = QUOTE(MODULE), .m_methods = methods, .m_slots = slots};

PyMODINIT_FUNC
JOIN(PyInit_, MODULE)(void)
{
    return PyModuleDef_Init(&definition);
}
