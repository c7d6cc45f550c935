/* Handles in calls: kept open while one uses them, taken over or replaced by C, and what is kept for them from then on. */
#ifndef INTEROP_HANDLE_CALLS_H
#define INTEROP_HANDLE_CALLS_H

#include "handles.h"

/* The first handle that keeps this one from being used: itself, or one that it was borrowed from. */
static inline interop_handle *
interop_handle_obstacle(interop_handle *handle)
{
    while (handle != NULL && handle->state == INTEROP_HANDLE_OPEN)
        handle = interop_handle_lender(handle);
    return handle;
}

INTEROP_COLD static interop_handle *
interop_handle_refused(PyObject *object, interop_handles *kind, interop_place at)
{
    interop_handle *obstacle;

    if (!PyObject_TypeCheck(object, kind->type)) {
        interop_expected(at, kind->name, object);
        return NULL;
    }
    obstacle = interop_handle_obstacle((interop_handle *)object);
    interop_fail(interop_errors.value, at,
                 obstacle == NULL                            ? "the %s is in use by another call"
                 : obstacle->state == INTEROP_HANDLE_TAKEN ? "the %s is being taken over by another call"
                                                             : "the %s is closed",
                 obstacle == NULL ? kind->name : obstacle->kind->name);
    return NULL;
}

/* C gave what `invalid` says is no handle, where unique was not said. */
INTEROP_COLD static void
interop_handle_missing(interop_handles *kind, interop_place at)
{
    interop_fail(interop_errors.value, at, "C gave no %s, which the declaration does not allow (unique would)", kind->name);
}

/* The usual case, found out at once: it is open, belongs to nobody else, and any number of calls may have it. */
static inline int
interop_handle_is_free(const interop_handle *handle)
{
    static const interop_handle open = {.state = INTEROP_HANDLE_OPEN, .owns = 1};

    return INTEROP_LIKELY(handle->all == open.all);
}

/* All other cases. */
INTEROP_UNUSED static interop_handle *
interop_handle_use_any(PyObject *object, interop_handles *kind, interop_place at)
{
    interop_handle *handle = (interop_handle *)object;

    if (INTEROP_UNLIKELY((Py_TYPE(object) != kind->type && !PyObject_TypeCheck(object, kind->type))
                         || interop_handle_obstacle(handle) != NULL || handle->busy))
        return interop_handle_refused(object, kind, at);
    interop_handle_hold(handle);
    handle->busy = handle->alone;
    return handle;
}

/* The handle of an argument, kept open until interop_handle_drop; NULL with an exception when it is none, or closed. */
INTEROP_UNUSED static inline interop_handle *
interop_handle_use(PyObject *object, interop_handles *kind, interop_place at)
{
    interop_handle *handle = (interop_handle *)object;

    if (INTEROP_UNLIKELY(Py_TYPE(object) != kind->type) || !interop_handle_is_free(handle))
        return interop_handle_use_any(object, kind, at);
    handle->users++;
    return handle;
}

INTEROP_UNUSED static void
interop_handle_drop_any(interop_handle *handle)
{
    handle->busy = 0;
    interop_handle_let_go(handle);
}

/* The end of the call. */
INTEROP_UNUSED static inline void
interop_handle_drop(interop_handle *handle)
{
    if (handle == NULL)
        return;
    if (interop_handle_is_free(handle))
        handle->users--; /* nobody waits for it */
    else
        interop_handle_drop_any(handle);
}

/* The same for a handle that C takes over: nobody else may use it. */
INTEROP_UNUSED static interop_handle *
interop_handle_take(PyObject *object, interop_handles *kind, interop_place at)
{
    interop_handle *handle = interop_handle_use(object, kind, at);

    if (handle == NULL)
        return NULL;
    if (handle->users > 1 || !handle->owns) {
        const char *why = !handle->owns ? "the %s belongs to another object" : "the %s is in use";
        interop_handle_drop(handle);
        interop_fail(interop_errors.value, at, why, kind->name);
        return NULL;
    }
    handle->state = INTEROP_HANDLE_TAKEN;
    return handle;
}

/* A parent that was closed meanwhile could not close what a call was about to take over: it is done now. */
INTEROP_UNUSED static void
interop_handle_follow(interop_handle *handle)
{
    PyObject *kind, *value, *traceback;

    if (INTEROP_LIKELY(handle->state != INTEROP_HANDLE_OPEN || handle->parent == NULL
                       || handle->parent->state != INTEROP_HANDLE_CLOSING))
        return;
    PyErr_Fetch(&kind, &value, &traceback);
    if (interop_handle_close(handle, 0) < 0)
        PyErr_Clear();
    PyErr_Restore(kind, value, traceback);
}

/* After the call: C has it now, or it is as it was. */
INTEROP_UNUSED static void
interop_handle_taken(interop_handle *handle, int succeeded)
{
    if (handle == NULL)
        return;
    handle->users--;
    handle->busy = 0;
    handle->state = INTEROP_HANDLE_OPEN;
    if (succeeded)
        interop_handle_end(handle);
    else
        interop_handle_follow(handle);
}

/* Of a handle that C may have replaced, after the call: `given` is what went in (NULL: None did), `*object` was made before the
 * call for what may come out. `*object` is what Python gets afterwards: `given` itself where the value is the same, so that one
 * handle never has two owners; else the object that was made. What C has replaced is C's, and what was kept for it is kept for
 * the new one, which depends on the same parent unless another is named; `borrowed`: the handles belong to `parent`, and the old one
 * stays as it is. Gives the handle that the call has from here on, or NULL; the reference to `given` is taken, and one given. */
INTEROP_UNUSED static interop_handle *
interop_handle_settle(interop_handle *given, PyObject **object, uintptr_t value, int is_valid, interop_handle *parent, int borrowed)
{
    interop_handle *made = (interop_handle *)*object;

    if (given != NULL && given->value == value) {
        *object = Py_NewRef((PyObject *)given);
        Py_DECREF((PyObject *)made);
        if (given->state == INTEROP_HANDLE_TAKEN)
            given->state = INTEROP_HANDLE_OPEN; /* what comes back of this call may depend on it */
        return given;
    }
    if (is_valid) {
        interop_handle_fill(made, value, parent != NULL || given == NULL ? parent : given->parent, borrowed);
        interop_handle_hold(made);
        made->busy = made->alone;
    }
    if (given == NULL)
        return is_valid ? (interop_handle *)Py_NewRef((PyObject *)made) : NULL;
    if (given->state == INTEROP_HANDLE_TAKEN) {
        /* If there is none, C has closed it, as functions do that set a pointer to NULL. */
        if (is_valid && made->kept == NULL) {
            made->kept = given->kept; /* with the places that it has */
            given->kept = NULL;
            interop_leases_belong(made->kept, made);
        } else if (is_valid) {
            interop_handle_pass_on(given, made);
        }
        interop_handle_taken(given, 1);
    } else {
        interop_handle_drop(given);
    }
    Py_DECREF((PyObject *)given);
    return is_valid ? (interop_handle *)Py_NewRef((PyObject *)made) : NULL;
}

/* The end of the call for a handle that it might have taken over, whether C was called or not. */
INTEROP_UNUSED static void
interop_handle_give_back(interop_handle *handle)
{
    if (handle == NULL)
        return;
    if (handle->state == INTEROP_HANDLE_TAKEN)
        handle->state = INTEROP_HANDLE_OPEN;
    interop_handle_drop(handle);
    interop_handle_follow(handle);
    Py_DECREF((PyObject *)handle);
}

/* Keeps an object alive until the handle is closed; where it has a place, until another one has it (interop_handle_replace). */
INTEROP_UNUSED static int
interop_handle_keep(interop_handle *handle, PyObject *object, const long long *place)
{
    if (handle == NULL)
        return 0; /* None was passed for it, so there is nothing that could end before the process does */
    if (handle->kept == NULL && (handle->kept = PyList_New(0)) == NULL)
        return -1;
    if (place != NULL) {
        PyObject *pair = Py_BuildValue("LO", *place, object);
        int failed = pair == NULL ? -1 : PyList_Append(handle->kept, pair);
        Py_XDECREF(pair);
        return failed;
    }
    return PyList_Append(handle->kept, object);
}

/* Keeps a handle open until another one is closed; NULL: None was passed for it. */
INTEROP_UNUSED static int
interop_handle_keep_open(interop_handle *keeper, interop_handle *handle, const long long *place)
{
    PyObject *lease = handle == NULL || handle == keeper ? Py_NewRef(Py_None) : interop_lease_new(handle, keeper);
    int failed = lease == NULL ? -1 : interop_handle_keep(keeper, lease, place);

    Py_XDECREF(lease);
    return failed;
}

/* C has taken what was kept last for a place: what was there before it is of no use to C any more. */
INTEROP_UNUSED static void
interop_handle_replace(interop_handle *handle, long long place)
{
    PyObject *kept = handle != NULL ? handle->kept : NULL;
    int is_older = 0;

    for (Py_ssize_t i = kept != NULL ? PyList_Size(kept) : 0; i-- > 0;) {
        PyObject *each = PyList_GetItem(kept, i);
        if (!PyTuple_CheckExact(each) || PyLong_AsLongLong(PyTuple_GetItem(each, 0)) != place)
            continue;
        if (is_older && PyList_SetSlice(kept, i, i + 1, NULL) < 0)
            PyErr_Clear();
        is_older = 1;
    }
}

/* The same for memory that must not move or shrink either. */
INTEROP_UNUSED static int
interop_handle_keep_buffer(interop_handle *handle, PyObject *object, const long long *place)
{
    PyObject *view = object == Py_None || !PyObject_CheckBuffer(object) ? Py_NewRef(object) : PyMemoryView_FromObject(object);
    int failed = view == NULL ? -1 : interop_handle_keep(handle, view, place);

    Py_XDECREF(view);
    return failed;
}

#endif
