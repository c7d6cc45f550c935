/* Handles: objects that hold a resource of C's, and close it exactly once.
 *
 * A handle is in use while a call has it (interop_handle_use ... interop_handle_drop), while a call has one that was borrowed
 * from it, while another one that was opened through it is open, and while one of which C has said that it uses it
 * (interop_lease). Closing waits for the last use: whoever drops it then closes. The counts and states are changed only with the
 * GIL held. */
#ifndef INTEROP_HANDLES_H
#define INTEROP_HANDLES_H

#include "errors.h"

enum {
    INTEROP_HANDLE_EMPTY,   /* made, and not yet given a value */
    INTEROP_HANDLE_OPEN,
    INTEROP_HANDLE_TAKEN,   /* a call that is to take it over has it */
    INTEROP_HANDLE_CLOSING, /* to be closed by whoever uses it last */
    INTEROP_HANDLE_CLOSED
};

struct interop_handle;
struct interop_lease;

/* What the handles of one class have in common. */
typedef struct {
    const char *name;
    int (*close)(uintptr_t value, int raises); /* NULL: nothing has to be closed. `raises` 0: failures are of no interest */
    char is_exclusive; /* one call at a time */
    int (*accept)(uintptr_t *value); /* whether a number is a handle, which it is then as C would have given it */
    int (*ready)(void); /* binds what closing needs; NULL: nothing */
    PyTypeObject *type;
    size_t size; /* of the native value */
    long live; /* objects that hold a handle which they have to close */
    struct interop_handle *spares; /* memory of objects that have gone, linked by `next` */
    int spare_count;
} interop_handles;

typedef struct interop_handle {
    PyObject_HEAD
    interop_handles *kind;
    uintptr_t value;
    Py_ssize_t users;
    union {
        struct {
            char state;
            char owns;  /* it is this object that closes */
            char busy;  /* a call has it, and no other may */
            char alone; /* one call at a time */
        };
        uint32_t all;
    };
    char shown; /* Python has seen it, so that leaving it open is worth a warning */
    char seen;  /* by interop_handle_is_circular */
    struct interop_handle *parent; /* a strong reference */
    struct interop_handle *first;  /* those that depend on this one; each takes itself out when it is closed */
    struct interop_handle *next, **link;
    struct interop_handle *above; /* its parent, while both are being closed */
    struct interop_handle *after; /* the next of those that wait to be ended */
    struct interop_handle *queued; /* the next of those that interop_handle_is_circular has seen */
    struct interop_lease *leases;  /* what keeps it open for others */
    PyObject *kept; /* a list of what must live as long, or NULL */
    PyObject *weak;
} interop_handle;

/* As long as it is there, a handle stays open, whoever asks for its end. */
typedef struct interop_lease {
    PyObject_HEAD
    interop_handle *handle; /* a strong reference; NULL: it has ended */
    interop_handle *keeper; /* the handle for which it is kept, borrowed; NULL: something else has it */
    struct interop_lease *next, **link;
} interop_lease;

static int interop_handle_shut(interop_handle *handle, int raises);
static void interop_handle_untangle(interop_handle *handle);

/* Handles of some libraries come and go with every call, so the memory of a few is kept. */
#define INTEROP_SPARE_HANDLES 8

INTEROP_UNUSED static interop_handle *
interop_handle_new(interop_handles *kind)
{
    interop_handle *handle = kind->spares;

    if (handle != NULL) {
        kind->spares = handle->next;
        kind->spare_count--;
        /* One by one: compilers set a part of this size in a way that takes longer than all the rest. */
        handle->value = 0;
        handle->users = 0;
        handle->all = 0;
        handle->shown = 0;
        handle->parent = handle->first = handle->next = handle->above = handle->after = NULL;
        handle->link = NULL;
        /* `leases` is NULL by now and `seen` 0, and `queued` means nothing until then. */
        handle->kept = handle->weak = NULL;
        PyObject_Init((PyObject *)handle, kind->type);
        PyObject_GC_Track((PyObject *)handle);
    } else {
        handle = (interop_handle *)PyType_GenericAlloc(kind->type, 0);
    }
    if (handle != NULL) {
        handle->kind = kind; /* all else is zero */
        handle->alone = kind->is_exclusive;
    }
    return handle;
}

INTEROP_UNUSED static void
interop_handle_unlink(interop_handle *handle)
{
    if (handle->link != NULL) {
        *handle->link = handle->next;
        if (handle->next != NULL)
            handle->next->link = handle->link;
        handle->link = NULL;
        handle->next = NULL;
    }
}

/* Whose memory it is as well: a borrowed handle is there as long as the one that it was borrowed from. */
static inline interop_handle *
interop_handle_lender(interop_handle *handle)
{
    return handle->owns ? NULL : handle->parent;
}

/* One use more of an open handle, and of all that it was borrowed from. */
static inline void
interop_handle_hold(interop_handle *handle)
{
    for (; handle != NULL; handle = interop_handle_lender(handle))
        handle->users++;
}

static void interop_handle_leave(interop_handle *handle);

/* Ends a handle that nobody uses any more, with an exception at hand or none, and drops a reference to it. A handle may be the
 * last one to need another, and so on: of a chain of any length, what is too deep waits until the outermost is done. */
INTEROP_UNUSED static void
interop_handle_finish(interop_handle *handle)
{
    static _Thread_local int depth;
    static _Thread_local interop_handle *waiting;

    if (INTEROP_UNLIKELY(depth >= 50)) {
        handle->after = waiting;
        waiting = handle;
        return;
    }
    for (;;) {
        PyObject *kind, *value, *traceback;
        depth++;
        PyErr_Fetch(&kind, &value, &traceback);
        if (handle->state == INTEROP_HANDLE_CLOSING && handle->users == 0)
            interop_handle_shut(handle, 0);
        else
            interop_handle_leave(handle);
        PyErr_Restore(kind, value, traceback);
        Py_DECREF((PyObject *)handle);
        depth--;
        if (depth > 0 || INTEROP_LIKELY(waiting == NULL))
            return;
        handle = waiting;
        waiting = handle->after;
    }
}

INTEROP_COLD static void
interop_handle_last_use(interop_handle *handle)
{
    Py_INCREF((PyObject *)handle);
    interop_handle_finish(handle);
}

/* One use less of a handle that is to be closed. */
INTEROP_COLD static void
interop_handle_less(interop_handle *handle)
{
    if (handle->users == 0)
        interop_handle_last_use(handle);
    else
        interop_handle_untangle(handle);
}

/* One use less of it, and then of what it was borrowed from. */
INTEROP_UNUSED static inline void
interop_handle_let_go(interop_handle *handle)
{
    interop_handle *lender = interop_handle_lender(handle);

    if (INTEROP_UNLIKELY(lender != NULL))
        Py_INCREF((PyObject *)lender); /* the end of the borrowed one drops it */
    handle->users--;
    if (INTEROP_UNLIKELY(handle->state == INTEROP_HANDLE_CLOSING))
        interop_handle_less(handle);
    while (INTEROP_UNLIKELY(lender != NULL)) {
        interop_handle *next = interop_handle_lender(lender);
        if (next != NULL)
            Py_INCREF((PyObject *)next);
        lender->users--;
        if (lender->state == INTEROP_HANDLE_CLOSING)
            interop_handle_less(lender);
        Py_DECREF((PyObject *)lender);
        lender = next;
    }
}

INTEROP_UNUSED static void
interop_handle_depend(interop_handle *handle, interop_handle *parent, int borrowed)
{
    Py_INCREF((PyObject *)parent);
    handle->parent = parent;
    handle->next = parent->first;
    if (handle->next != NULL)
        handle->next->link = &handle->next;
    handle->link = &parent->first;
    parent->first = handle;
    handle->owns = !borrowed;
    if (!borrowed)
        interop_handle_hold(parent);
}

/* Gives a prepared object its value. `parent` NULL: it depends on nothing that is known. `borrowed`: it is not this object's to
 * close. */
INTEROP_UNUSED static void
interop_handle_fill(interop_handle *handle, uintptr_t value, interop_handle *parent, int borrowed)
{
    handle->value = value;
    handle->state = INTEROP_HANDLE_OPEN;
    handle->owns = !borrowed;
    if (parent != NULL)
        interop_handle_depend(handle, parent, borrowed);
    if (handle->owns)
        handle->kind->live++;
}

/* A prepared object, if it has its value by now. */
INTEROP_UNUSED static interop_handle *
interop_handle_made(interop_handle *handle)
{
    return handle->state == INTEROP_HANDLE_OPEN ? handle : NULL;
}

INTEROP_UNUSED static void
interop_handle_end_begin(interop_handle *handle)
{
    Py_INCREF((PyObject *)handle);
    if (handle->owns)
        handle->kind->live--;
    handle->state = INTEROP_HANDLE_CLOSED;
    interop_handle_unlink(handle);
}

/* --- Kept for others -------------------------------------------------------------------------------------------------- */

static PyTypeObject *interop_lease_type;

static int
interop_lease_traverse(PyObject *self, visitproc visit, void *arg)
{
    Py_VISIT(Py_TYPE(self));
    Py_VISIT((PyObject *)((interop_lease *)self)->handle);
    return 0;
}

static int
interop_lease_clear(PyObject *self)
{
    interop_lease *lease = (interop_lease *)self;
    interop_handle *handle = lease->handle;

    if (handle == NULL)
        return 0;
    lease->handle = NULL;
    *lease->link = lease->next;
    if (lease->next != NULL)
        lease->next->link = lease->link;
    interop_handle_let_go(handle);
    Py_DECREF((PyObject *)handle);
    return 0;
}

static void
interop_lease_dealloc(PyObject *self)
{
    PyTypeObject *type = Py_TYPE(self);
    freefunc release = (freefunc)PyType_GetSlot(type, Py_tp_free);

    PyObject_GC_UnTrack(self);
    interop_lease_clear(self);
    release(self);
    Py_DECREF(type);
}

static PyType_Slot interop_lease_slots[] = {
    {Py_tp_dealloc, (void *)interop_lease_dealloc},
    {Py_tp_traverse, (void *)interop_lease_traverse},
    {Py_tp_clear, (void *)interop_lease_clear},
    {0, NULL},
};

static PyType_Spec interop_lease_spec = {
    "interop.lease", sizeof(interop_lease), 0,
    Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_DISALLOW_INSTANTIATION, interop_lease_slots,
};

/* `keeper`: the handle whose `kept` it goes to, or NULL. */
INTEROP_UNUSED static PyObject *
interop_lease_new(interop_handle *handle, interop_handle *keeper)
{
    interop_lease *lease = (interop_lease *)PyType_GenericAlloc(interop_lease_type, 0);

    if (lease != NULL) {
        lease->handle = (interop_handle *)Py_NewRef((PyObject *)handle);
        lease->keeper = keeper;
        lease->next = handle->leases;
        if (lease->next != NULL)
            lease->next->link = &lease->next;
        lease->link = &handle->leases;
        handle->leases = lease;
        interop_handle_hold(handle);
    }
    return (PyObject *)lease;
}

/* What is kept is another one's from here on, or nobody's. Lists are no deeper in each other than interop_handle_pass_on puts
 * them. */
INTEROP_UNUSED static void
interop_leases_belong(PyObject *kept, interop_handle *keeper)
{
    for (Py_ssize_t i = kept != NULL ? PyList_Size(kept) : 0; i-- > 0;) {
        PyObject *each = PyList_GetItem(kept, i);
        if (PyTuple_CheckExact(each) && PyTuple_Size(each) == 2)
            each = PyTuple_GetItem(each, 1);
        if (PyList_CheckExact(each))
            interop_leases_belong(each, keeper);
        else if (Py_TYPE(each) == interop_lease_type)
            ((interop_lease *)each)->keeper = keeper;
    }
}

/* Whether a child keeps its parent from being closed: one that was borrowed from it only while something uses it. */
static inline int
interop_handle_is_in_use_by(const interop_handle *child)
{
    return child->owns || child->users > 0;
}

INTEROP_UNUSED static void
interop_handle_see(interop_handle *handle, interop_handle ***end)
{
    if (handle->seen)
        return;
    handle->seen = 1;
    handle->queued = NULL;
    **end = handle;
    *end = &handle->queued;
}

/* Whether all that a handle waits for waits for its end, too: each is to be closed, is used by no call, and is kept open only
 * for others of which the same is true. */
INTEROP_UNUSED static int
interop_handle_is_circular(interop_handle *handle)
{
    interop_handle *queue = NULL, **end = &queue, *each, *child;
    int is_circular = 1;

    interop_handle_see(handle, &end);
    for (each = queue; each != NULL && is_circular; each = each->queued) {
        Py_ssize_t others = 0; /* each is a use */
        for (child = each->first; child != NULL; child = child->next) {
            others += child->owns ? 1 : child->users;
            if (interop_handle_is_in_use_by(child))
                interop_handle_see(child, &end);
        }
        for (interop_lease *lease = each->leases; lease != NULL && lease->keeper != NULL; lease = lease->next) {
            others++;
            interop_handle_see(lease->keeper, &end);
        }
        is_circular = each->state == INTEROP_HANDLE_CLOSING && each->users == others;
    }
    for (each = queue; each != NULL; each = each->queued)
        each->seen = 0;
    return is_circular;
}

/* The next one in the circle: what a handle waits for. `lease`: what lets it wait for that, or NULL. */
static inline interop_handle *
interop_handle_awaited(const interop_handle *handle, interop_lease **lease)
{
    interop_handle *child = handle->first;

    while (child != NULL && !interop_handle_is_in_use_by(child))
        child = child->next;
    *lease = child == NULL ? handle->leases : NULL;
    return child != NULL ? child : handle->leases->keeper;
}

/* Handles that C has for each other would wait for each other for ever: when all of them are to be closed, and no call has any,
 * C uses none of them any more but to close it. */
INTEROP_UNUSED static void
interop_handle_untangle(interop_handle *handle)
{
    Py_INCREF((PyObject *)handle);
    while (handle->state == INTEROP_HANDLE_CLOSING && handle->users > 0 && interop_handle_is_circular(handle)) {
        interop_handle *each, *start;
        interop_lease *lease;
        for (each = handle; !each->seen; each = interop_handle_awaited(each, &lease)) /* to where it goes round */
            each->seen = 1;
        start = each;
        for (each = handle; each->seen; each = interop_handle_awaited(each, &lease))
            each->seen = 0;
        /* Parents and lenders are never in a circle by themselves. */
        for (each = start, lease = NULL; lease == NULL;)
            each = interop_handle_awaited(each, &lease);
        Py_INCREF((PyObject *)lease);
        interop_lease_clear((PyObject *)lease);
        Py_DECREF((PyObject *)lease);
    }
    Py_DECREF((PyObject *)handle);
}

/* What C may still use of a handle that it has from here on is kept for another one instead; NULL: for good, since nobody says
 * when C has no more use for it. */
INTEROP_UNUSED static void
interop_handle_pass_on(interop_handle *handle, interop_handle *keeper)
{
    static PyObject *for_good;
    PyObject **list = keeper != NULL ? &keeper->kept : &for_good, *kept, *error_kind, *error, *traceback;
    int failed;

    if (INTEROP_LIKELY(handle == NULL || handle->kept == NULL || handle == keeper))
        return;
    kept = handle->kept;
    handle->kept = NULL;
    interop_leases_belong(kept, keeper);
    PyErr_Fetch(&error_kind, &error, &traceback);
    failed = *list == NULL && (*list = PyList_New(0)) == NULL;
    /* As a list of its own, since places and slots are each handle's; what was passed on to it before stands beside it. */
    for (Py_ssize_t i = PyList_Size(kept); i-- > 0 && !failed;)
        if (PyList_CheckExact(PyList_GetItem(kept, i)))
            failed = PyList_Append(*list, PyList_GetItem(kept, i)) < 0 || PyList_SetSlice(kept, i, i + 1, NULL) < 0;
    failed = failed || PyList_Append(*list, kept) < 0;
    if (failed) {
        PyErr_Clear(); /* there is no memory, so it is never let go */
        interop_leases_belong(kept, NULL);
    } else {
        Py_DECREF(kept);
    }
    PyErr_Restore(error_kind, error, traceback);
}

/* It has ended. What was kept for one that belongs to another, C may use as long as it has that one; if nobody knows whose it
 * is, for good. */
INTEROP_UNUSED static void
interop_handle_let_kept_go(interop_handle *handle)
{
    if (!handle->owns && (handle->parent == NULL || handle->parent->state != INTEROP_HANDLE_CLOSED)) {
        interop_handle_pass_on(handle, handle->parent);
        return;
    }
    interop_leases_belong(handle->kept, NULL);
    Py_CLEAR(handle->kept);
}

/* The end of an open handle: it closes nothing any more, and nothing depends on it. What still depends on it was borrowed from
 * it, and is gone with it. */
INTEROP_UNUSED static void
interop_handle_end(interop_handle *handle)
{
    interop_handle *each = handle, *parent;

    if (INTEROP_LIKELY(handle->first == NULL && handle->parent == NULL && handle->kept == NULL)) {
        if (handle->owns)
            handle->kind->live--;
        handle->state = INTEROP_HANDLE_CLOSED;
        return;
    }
    interop_handle_end_begin(handle);
    for (;;) {
        int is_last = each == handle;
        if (each->first != NULL) {
            interop_handle *child = each->first;
            interop_handle_end_begin(child);
            child->above = each;
            each = child;
            continue;
        }
        interop_handle_let_kept_go(each);
        parent = each->parent;
        each->parent = NULL;
        if (parent != NULL) {
            if (each->owns)
                interop_handle_let_go(parent);
            Py_DECREF((PyObject *)parent);
        }
        parent = each->above;
        Py_DECREF((PyObject *)each);
        if (is_last)
            return;
        each = parent;
    }
}

/* Closes for real: nobody uses it any more. */
INTEROP_UNUSED static int
interop_handle_shut(interop_handle *handle, int raises)
{
    uintptr_t value = handle->value;
    int failed = 0, owns = handle->owns;

    /* The state first, since closing lets other threads run. */
    handle->state = INTEROP_HANDLE_CLOSED;
    if (owns && handle->kind->close != NULL)
        failed = handle->kind->close(value, raises);
    interop_handle_end(handle);
    return failed;
}

/* It is asked to end; used until all that depends on it has been asked as well. */
INTEROP_UNUSED static void
interop_handle_close_begin(interop_handle *handle)
{
    Py_INCREF((PyObject *)handle);
    handle->state = INTEROP_HANDLE_CLOSING;
    handle->users++;
}

/* Asks for the end: at once, or by whoever uses it last. What was opened through it or borrowed from it goes first. */
INTEROP_UNUSED static int
interop_handle_close(interop_handle *handle, int raises)
{
    interop_handle *each = handle, *child;
    int failed = 0;

    if (handle->state == INTEROP_HANDLE_TAKEN) {
        PyErr_Format(interop_errors.value, "the %s is being taken over by a call", handle->kind->name);
        return -1;
    }
    if (handle->state != INTEROP_HANDLE_OPEN)
        return 0;
    if (INTEROP_LIKELY(handle->users == 0 && handle->first == NULL))
        return interop_handle_shut(handle, raises);
    interop_handle_close_begin(handle);
    for (;;) {
        int is_last = each == handle;
        for (child = each->first; child != NULL && child->state != INTEROP_HANDLE_OPEN;)
            child = child->next;
        if (child != NULL) {
            interop_handle_close_begin(child);
            child->above = each;
            each = child;
            continue;
        }
        if (--each->users == 0 && each->state == INTEROP_HANDLE_CLOSING) {
            failed = interop_handle_shut(each, is_last && raises);
            if (failed && !is_last)
                PyErr_Clear();
        } else if (each->state == INTEROP_HANDLE_CLOSING) {
            interop_handle_untangle(each);
        }
        child = each;
        each = each->above;
        Py_DECREF((PyObject *)child);
        if (is_last)
            return failed;
        failed = 0;
    }
}

/* What ends an open handle that nobody has any more: to leave it to that is worth a warning. */
INTEROP_UNUSED static void
interop_handle_leave(interop_handle *handle)
{
    PyObject *kind, *value, *traceback;

    if (handle->state != INTEROP_HANDLE_OPEN)
        return;
    PyErr_Fetch(&kind, &value, &traceback);
    if (handle->owns && handle->shown && handle->kind->close != NULL
        && PyErr_WarnFormat(PyExc_ResourceWarning, 1, "unclosed %s at %p", handle->kind->name, (void *)handle->value) < 0)
        PyErr_WriteUnraisable(Py_None);
    if (interop_handle_close(handle, 0) < 0)
        PyErr_Clear();
    PyErr_Restore(kind, value, traceback);
}

#endif
