/* Custom marshallers: classes written in Python between the caller's value and what the ordinary marshalling takes or gives.
 *
 * Stages of one value (interop_marshalled_...):
 *     begin     setup        one that is made for each call is made
 *     in        marshal      the caller's value becomes `native`, which the ordinary marshalling then takes
 *     called    check        C was called and did not fail
 *     capture   unmarshal    what the ordinary marshalling gave becomes `native`
 *     out       unmarshal    `native` becomes the value that is returned
 *     store     unmarshal    the caller's own list gets the new values
 *     release   cleanup      free, always, exactly once; its exceptions are reported, not raised */
#ifndef INTEROP_MARSHALLERS_H
#define INTEROP_MARSHALLERS_H

#include "records.h"

typedef struct {
    const char *path;                /* "module:Class" */
    PyObject *make;                  /* the class of one that is made for each call, else NULL */
    PyObject *to_c, *from_c, *free;  /* the methods of one that is made once */
} interop_marshaller;

enum {
    INTEROP_ASKS_NONE = 1,  /* None is the marshaller's business */
    INTEROP_PASSES_NONE = 2, /* None is passed on as it is */
    INTEROP_EACH = 4,       /* the elements are converted */
    INTEROP_IN_PLACE = 8    /* ... and the caller's own list gets them back */
};

typedef struct {
    const interop_marshaller *by;
    int flags;
    PyObject *self;   /* the instance of this call */
    PyObject *native; /* what the ordinary marshalling takes, or gave */
    PyObject *back;   /* the new items of the caller's list */
    char due;         /* native came from to_c, or from C: it is to be freed */
    char skipped;     /* None: the marshaller is not asked */
    char converting;  /* the ordinary marshalling is at work on what to_c gave */
} interop_marshalled;

static inline void
interop_marshalled_init(interop_marshalled *m, const interop_marshaller *by, int flags)
{
    memset(m, 0, sizeof *m);
    m->by = by;
    m->flags = flags;
}

/* What a marshaller cannot convert is an error of this place; anything else is passed on as it is. Always -1. */
INTEROP_COLD static int
interop_marshaller_failed(interop_place at)
{
    if (PyErr_ExceptionMatches(PyExc_OverflowError))
        return interop_fail_because(interop_errors.range, at, "");
    if (PyErr_ExceptionMatches(PyExc_ValueError))
        return interop_fail_because(interop_errors.value, at, "");
    if (PyErr_ExceptionMatches(PyExc_TypeError))
        return interop_fail_because(interop_errors.type, at, "");
    return -1;
}

/* Replaces *where by a result, NULL after an error. */
static inline int
interop_marshalled_set(PyObject **where, PyObject *result, interop_place at)
{
    PyObject *before = *where;

    if (INTEROP_UNLIKELY(result == NULL))
        return interop_marshaller_failed(at);
    *where = result;
    Py_XDECREF(before);
    return 0;
}

INTEROP_UNUSED static int
interop_marshalled_begin(interop_marshalled *m, interop_place at)
{
    if (m->by->make != NULL && m->self == NULL) {
        m->self = PyObject_CallFunctionObjArgs(m->by->make, NULL);
        if (m->self == NULL)
            return interop_marshaller_failed(at);
    }
    return 0;
}

/* Calls one of the methods of this call's instance, with `value` if there is one. */
static inline PyObject *
interop_marshalled_ask(interop_marshalled *m, const char *method, PyObject *value)
{
    return value != NULL ? PyObject_CallMethod(m->self, method, "(O)", value) : PyObject_CallMethod(m->self, method, NULL);
}

static inline PyObject *
interop_marshalled_to_c(const interop_marshaller *by, PyObject *value, int flags, interop_place at)
{
    PyObject *native;

    if (value == Py_None && !(flags & INTEROP_ASKS_NONE)) {
        if (!(flags & INTEROP_PASSES_NONE)) {
            interop_fail(interop_errors.type, at, "expected a value, got None");
            return NULL;
        }
        Py_INCREF(value);
        return value;
    }
    native = PyObject_CallFunctionObjArgs(by->to_c, value, NULL);
    if (INTEROP_UNLIKELY(native == NULL))
        interop_marshaller_failed(at);
    return native;
}

/* The elements one by one; those that have been converted are freed whatever happens. */
INTEROP_UNUSED static int
interop_marshalled_each(interop_marshalled *m, PyObject *values, interop_place at)
{
    PyObject *items;
    int failed = 0;

    if ((m->flags & INTEROP_IN_PLACE) && !PyList_Check(values))
        return interop_expected(at, "list", values);
    items = PySequence_Tuple(values);
    if (items == NULL) {
        if (interop_raised_by_c(PyExc_TypeError)) {
            PyErr_Clear();
            return interop_expected(at, "sequence", values);
        }
        return -1;
    }
    m->native = PyList_New(0);
    m->due = 1;
    failed = m->native == NULL;
    for (Py_ssize_t i = 0; !failed && i < PyTuple_Size(items); i++) {
        PyObject *native;
        native = interop_marshalled_to_c(m->by, PyTuple_GetItem(items, i), m->flags, interop_place_at(at, i));
        failed = native == NULL || PyList_Append(m->native, native) < 0;
        Py_XDECREF(native);
    }
    Py_DECREF(items);
    return failed ? -1 : 0;
}

INTEROP_UNUSED static int
interop_marshalled_take(interop_marshalled *m, PyObject *value, interop_place at)
{
    if (m->flags & INTEROP_EACH) {
        if (value != Py_None)
            return interop_marshalled_each(m, value, at);
        /* Whether the array itself may be left out is not the elements' business. */
        m->skipped = 1;
    } else if (value == Py_None && !(m->flags & INTEROP_ASKS_NONE)) {
        if (!(m->flags & INTEROP_PASSES_NONE))
            return interop_fail(interop_errors.type, at, "expected a value, got None");
        m->skipped = 1;
    }
    if (m->skipped) {
        Py_INCREF(value);
        m->native = value;
        return 0;
    }
    if (m->by->make != NULL) {
        PyObject *done;
        if (interop_marshalled_begin(m, at) < 0)
            return -1;
        done = interop_marshalled_ask(m, "from_python", value);
        if (done == NULL)
            return interop_marshaller_failed(at);
        Py_DECREF(done);
        return interop_marshalled_set(&m->native, interop_marshalled_ask(m, "to_c", NULL), at);
    }
    m->native = interop_marshalled_to_c(m->by, value, m->flags, at);
    m->due = m->native != NULL;
    return m->due ? 0 : -1;
}

INTEROP_UNUSED static inline int
interop_marshalled_in(interop_marshalled *m, PyObject *value, interop_place at)
{
    if (interop_marshalled_take(m, value, at) < 0)
        return -1;
    m->converting = 1;
    return 0;
}

INTEROP_UNUSED static int
interop_marshalled_called(interop_marshalled *m, interop_place at)
{
    PyObject *done;

    if (m->self == NULL || !PyObject_HasAttrString(m->self, "called"))
        return 0;
    done = interop_marshalled_ask(m, "called", NULL);
    if (done == NULL)
        return interop_marshaller_failed(at);
    Py_DECREF(done);
    return 0;
}

/* Takes over *value, which the ordinary marshalling made of what C gave. */
INTEROP_UNUSED static int
interop_marshalled_capture(interop_marshalled *m, PyObject **value, interop_place at)
{
    PyObject *before = m->native, *done;

    m->native = *value;
    *value = NULL;
    Py_XDECREF(before);
    m->skipped = m->native == Py_None && (m->flags & (INTEROP_EACH | INTEROP_PASSES_NONE)) != 0;
    m->due = !m->skipped;
    if (m->skipped || m->by->make == NULL)
        return 0;
    done = interop_marshalled_ask(m, "from_c", m->native);
    if (done == NULL)
        return interop_marshaller_failed(at);
    Py_DECREF(done);
    return 0;
}

/* The same where C's values came back in `native` itself. */
INTEROP_UNUSED static int
interop_marshalled_updated(interop_marshalled *m, interop_place at)
{
    PyObject *native = m->native;

    if (native == NULL) {
        /* It was left out. */
        Py_INCREF(Py_None);
        m->native = Py_None;
        m->skipped = 1;
    }
    if (m->skipped)
        return 0;
    Py_INCREF(native);
    return interop_marshalled_capture(m, &native, at);
}

/* The Python value of `native`; of the first `count` elements, or all of them where it is negative. */
INTEROP_UNUSED static PyObject *
interop_marshalled_out(interop_marshalled *m, Py_ssize_t count, interop_place at)
{
    PyObject *made, *natives;

    if (m->skipped) {
        Py_INCREF(m->native);
        return m->native;
    }
    if (m->by->make != NULL || !(m->flags & INTEROP_EACH)) {
        made = m->by->make != NULL ? interop_marshalled_ask(m, "to_python", NULL)
                                   : PyObject_CallFunctionObjArgs(m->by->from_c, m->native, NULL);
        if (INTEROP_UNLIKELY(made == NULL))
            interop_marshaller_failed(at);
        return made;
    }
    natives = PySequence_Tuple(m->native);
    if (natives == NULL)
        return NULL;
    if (count < 0 || count > PyTuple_Size(natives))
        count = PyTuple_Size(natives);
    made = PyList_New(count);
    for (Py_ssize_t i = 0; made != NULL && i < count; i++) {
        PyObject *native = PyTuple_GetItem(natives, i), *value;
        at.item = i <= INT_MAX ? (int)i : INT_MAX;
        if (native == Py_None && (m->flags & INTEROP_PASSES_NONE)) {
            Py_INCREF(native);
            value = native;
        } else {
            value = PyObject_CallFunctionObjArgs(m->by->from_c, native, NULL);
        }
        if (value == NULL) {
            interop_marshaller_failed(at);
            Py_DECREF(made);
            made = NULL;
        } else {
            PyList_SetItem(made, i, value);
        }
    }
    Py_DECREF(natives);
    return made;
}

/* The new items of the caller's own list; nothing is stored yet. */
INTEROP_UNUSED static int
interop_marshalled_prepare(interop_marshalled *m, PyObject *list, Py_ssize_t count, interop_place at)
{
    if (m->skipped)
        return 0;
    m->back = interop_marshalled_out(m, count, at);
    if (m->back == NULL)
        return -1;
    if (PyList_Size(list) < PyList_Size(m->back))
        return interop_fail(interop_errors.value, at, "the list became shorter during the call");
    return 0;
}

INTEROP_UNUSED static int
interop_marshalled_store(interop_marshalled *m, PyObject *list)
{
    return m->back == NULL ? 0 : PyList_SetSlice(list, 0, PyList_Size(m->back), m->back);
}

/* An exception of free must not hide what the call raises or returns. */
static inline void
interop_marshalled_freed(PyObject *done, PyObject *free)
{
    if (done == NULL)
        PyErr_WriteUnraisable(free);
    Py_XDECREF(done);
}

INTEROP_COLD static void
interop_marshalled_note(const interop_marshaller *by)
{
    PyObject *kind, *value, *traceback, *text, *done;

    PyErr_Fetch(&kind, &value, &traceback);
    PyErr_NormalizeException(&kind, &value, &traceback);
    text = PyUnicode_FromFormat("the value is what the marshaller '%s' made of the argument", by->path);
    done = text != NULL && value != NULL ? PyObject_CallMethod(value, "add_note", "(O)", text) : NULL;
    Py_XDECREF(text);
    Py_XDECREF(done);
    PyErr_Clear();
    PyErr_Restore(kind, value, traceback);
}

/* Says of the exception at hand that the value is no longer the one that was passed, if it is about this one. */
INTEROP_UNUSED static inline void
interop_marshalled_explain(interop_marshalled *m)
{
    if (INTEROP_UNLIKELY(m->converting) && m->native != NULL && PyErr_Occurred())
        interop_marshalled_note(m->by);
    m->converting = 0;
}

INTEROP_UNUSED static void
interop_marshalled_release(interop_marshalled *m)
{
    PyObject *kind, *value, *traceback, *free = m->by->free;

    interop_marshalled_explain(m);
    if (m->self != NULL || (m->due && free != NULL && free != Py_None)) {
        PyErr_Fetch(&kind, &value, &traceback);
        if (m->self != NULL) {
            if (PyObject_HasAttrString(m->self, "free"))
                interop_marshalled_freed(interop_marshalled_ask(m, "free", NULL), m->self);
        } else if (m->flags & INTEROP_EACH) {
            PyObject *natives = PySequence_Tuple(m->native);
            for (Py_ssize_t i = 0; natives != NULL && i < PyTuple_Size(natives); i++) {
                PyObject *native = PyTuple_GetItem(natives, i);
                if (native != Py_None || !(m->flags & INTEROP_PASSES_NONE))
                    interop_marshalled_freed(PyObject_CallFunctionObjArgs(free, native, NULL), free);
            }
            Py_XDECREF(natives);
            PyErr_Clear();
        } else {
            interop_marshalled_freed(PyObject_CallFunctionObjArgs(free, m->native, NULL), free);
        }
        PyErr_Restore(kind, value, traceback);
    }
    Py_XDECREF(m->self);
    Py_XDECREF(m->native);
    Py_XDECREF(m->back);
}

/* --- Records --------------------------------------------------------------------------------------------------------- */

/* What a marshaller may give in a record's place besides a record: a tuple of its fields, or all of its bytes. */
INTEROP_UNUSED static PyObject *
interop_native_record(PyObject *native, interop_record *record, interop_place at)
{
    Py_buffer view;
    PyObject *made = NULL;

    if (PyTuple_Check(native)) {
        made = PyObject_Call((PyObject *)record->class, native, NULL);
        if (made == NULL)
            interop_marshaller_failed(at);
        return made;
    }
    if (!PyBytes_Check(native) && !PyByteArray_Check(native))
        return Py_NewRef(native);
    if (PyObject_GetBuffer(native, &view, PyBUF_SIMPLE) < 0)
        return NULL;
    if (record->held > 0 || view.len != record->layout.size)
        interop_fail(interop_errors.value, at, "%zd bytes are no %s", view.len, record->layout.name);
    else
        made = interop_record_from(record, view.buf, (size_t)record->layout.size);
    PyBuffer_Release(&view);
    return made;
}

INTEROP_UNUSED static int
interop_native_records(interop_marshalled *m, interop_record *record, interop_place at)
{
    PyObject *made;

    if (m->skipped)
        return 0;
    if (!(m->flags & INTEROP_EACH)) {
        made = interop_native_record(m->native, record, at);
        if (made == NULL)
            return -1;
        Py_DECREF(m->native);
        m->native = made;
        return 0;
    }
    for (Py_ssize_t i = 0; i < PyList_Size(m->native); i++) {
        made = interop_native_record(PyList_GetItem(m->native, i), record, interop_place_at(at, i));
        if (made == NULL || PyList_SetItem(m->native, i, made) < 0)
            return -1;
    }
    return 0;
}

/* What a field shows for what it holds, which stays there, so that nothing is freed. Takes over `native`. */
INTEROP_UNUSED static PyObject *
interop_field_shown(const interop_marshaller *by, int flags, PyObject *native, interop_place at)
{
    interop_marshalled m;
    PyObject *value;

    if (native == NULL)
        return NULL;
    interop_marshalled_init(&m, by, flags);
    m.native = native;
    /* None is a field that is not live, or a pointer that has not been set. */
    m.skipped = native == Py_None && ((flags & INTEROP_EACH) || !(flags & INTEROP_ASKS_NONE));
    value = interop_marshalled_out(&m, -1, at);
    interop_marshalled_release(&m);
    return value;
}

/* Assigns what a marshaller makes of `value`; `record`: that is a record. */
INTEROP_UNUSED static int
interop_field_taken(const interop_marshaller *by, int flags, interop_record *record, PyObject *self, PyObject *value,
                    setter write, interop_place at)
{
    interop_marshalled m;
    int failed;

    if (value == NULL)
        return write(self, NULL, NULL);
    interop_marshalled_init(&m, by, flags);
    failed = interop_marshalled_in(&m, value, at) < 0
          || (record != NULL && interop_native_records(&m, record, at) < 0) || write(self, m.native, NULL) < 0;
    if (!failed)
        m.converting = 0;
    interop_marshalled_release(&m);
    return failed ? -1 : 0;
}

/* setup(marshallers), called once by the generated Python module with what interop.runtime.marshalling.load gave. */
INTEROP_UNUSED static PyObject *
interop_marshallers_with(PyObject *args, interop_marshaller *const *marshallers)
{
    for (Py_ssize_t i = 0; marshallers[i] != NULL; i++) {
        interop_marshaller *m = marshallers[i];
        PyObject *loaded = PyTuple_GetItem(args, i);
        if (loaded == NULL || !PyArg_ParseTuple(loaded, "OOOO", &m->make, &m->to_c, &m->from_c, &m->free))
            return NULL;
        /* They live as long as the stubs. */
        Py_INCREF(loaded);
        if (m->make == Py_None)
            m->make = NULL;
    }
    Py_RETURN_NONE;
}

#endif
