/* The classes of handles: what every one of them has, how functions become their members, and how they are made. */
#ifndef INTEROP_HANDLE_CLASS_H
#define INTEROP_HANDLE_CLASS_H

#include "handle_calls.h"

INTEROP_UNUSED static int
interop_handle_traverse(PyObject *self, visitproc visit, void *arg)
{
    interop_handle *handle = (interop_handle *)self;

    Py_VISIT(Py_TYPE(self));
    Py_VISIT(handle->kept);
    Py_VISIT((PyObject *)handle->parent);
    return 0;
}

/* The collector found it in a circle: it is closed while what C may still call is there, before anything in the circle is
 * cleared. */
INTEROP_UNUSED static void
interop_handle_finalize(PyObject *self)
{
    interop_handle_leave((interop_handle *)self);
}

INTEROP_UNUSED static int
interop_handle_clear(PyObject *self)
{
    interop_handle_leave((interop_handle *)self);
    return 0;
}

INTEROP_UNUSED static void
interop_handle_dealloc(PyObject *self)
{
    interop_handle *handle = (interop_handle *)self;
    PyTypeObject *type = Py_TYPE(self);

    PyObject_GC_UnTrack(self);
    /* First, since closing may run Python code and other threads, to which a weak reference would give the dying object. */
    if (handle->weak != NULL)
        PyObject_ClearWeakRefs(self);
    if (handle->state == INTEROP_HANDLE_OPEN) {
        /* Alive while it is being closed, which counts references to it: the last one brings it here again. */
        Py_SET_REFCNT(self, 1);
        interop_handle_finish(handle);
        return;
    }
    if (INTEROP_UNLIKELY(handle->kept != NULL)) {
        interop_leases_belong(handle->kept, NULL);
        Py_CLEAR(handle->kept);
    }
    /* Memory remembers that the collector has finalised what was in it. */
    if (type == handle->kind->type && handle->kind->spare_count < INTEROP_SPARE_HANDLES && !PyObject_GC_IsFinalized(self)) {
        handle->next = handle->kind->spares;
        handle->kind->spares = handle;
        handle->kind->spare_count++;
    } else {
        PyObject_GC_Del(self);
    }
    Py_DECREF((PyObject *)type);
}

INTEROP_UNUSED static PyObject *
interop_handle_repr(PyObject *self)
{
    interop_handle *handle = (interop_handle *)self;
    char number[24];

    if (handle->state != INTEROP_HANDLE_OPEN)
        return PyUnicode_FromFormat("<%s, closed>", handle->kind->name);
    /* Not %p, which calls 0 "(nil)". */
    PyOS_snprintf(number, sizeof number, "0x%llx", (unsigned long long)handle->value);
    return PyUnicode_FromFormat("<%s at %s>", handle->kind->name, number);
}

INTEROP_UNUSED static PyObject *
interop_handle_close_method(PyObject *self, PyObject *unused)
{
    (void)unused;
    if (interop_handle_close((interop_handle *)self, 1) < 0)
        return NULL;
    Py_RETURN_NONE;
}

INTEROP_UNUSED static PyObject *
interop_handle_enter(PyObject *self, PyObject *unused)
{
    interop_handle *handle = (interop_handle *)self;

    (void)unused;
    if (handle->state != INTEROP_HANDLE_OPEN) {
        PyErr_Format(interop_errors.value, "the %s is closed", handle->kind->name);
        return NULL;
    }
    return Py_NewRef(self);
}

INTEROP_UNUSED static PyObject *
interop_handle_exit(PyObject *self, PyObject *args)
{
    (void)args;
    return interop_handle_close_method(self, NULL);
}

/* The value, which the caller has to close from now on. */
INTEROP_UNUSED static PyObject *
interop_handle_detach(PyObject *self, PyObject *unused)
{
    interop_handle *handle = (interop_handle *)self;
    uintptr_t value = handle->value;

    (void)unused;
    if (handle->state != INTEROP_HANDLE_OPEN || !handle->owns || handle->users > 0) {
        PyErr_Format(interop_errors.value,
                     handle->state != INTEROP_HANDLE_OPEN ? "the %s is closed"
                     : !handle->owns                        ? "the %s belongs to another object"
                                                            : "the %s is in use",
                     handle->kind->name);
        return NULL;
    }
    interop_handle_end(handle);
    return PyLong_FromUnsignedLongLong(value);
}

INTEROP_UNUSED static PyObject *
interop_handle_closed(PyObject *self, void *closure)
{
    (void)closure;
    return PyBool_FromLong(((interop_handle *)self)->state != INTEROP_HANDLE_OPEN);
}

/* What calls its methods on worker threads. */
INTEROP_UNUSED static PyObject *
interop_handle_aio(PyObject *self, void *closure)
{
    PyObject *module = PyImport_ImportModule("interop.runtime.aio"), *methods;

    (void)closure;
    methods = module != NULL ? PyObject_CallMethod(module, "Methods", "O", self) : NULL;
    Py_XDECREF(module);
    return methods;
}

INTEROP_UNUSED static PyObject *
interop_handle_address(PyObject *self, void *closure)
{
    interop_handle *handle = (interop_handle *)self;

    (void)closure;
    if (handle->state != INTEROP_HANDLE_OPEN) {
        PyErr_Format(interop_errors.value, "the %s is closed", handle->kind->name);
        return NULL;
    }
    return PyLong_FromUnsignedLongLong(handle->value);
}

/* The bits of a number, signed or not, and whether they are no more than a native value of that size has; -1: it is no int. */
static int
interop_handle_number(PyObject *number, size_t size, uintptr_t *value)
{
    PyObject *index = PyNumber_Index(number);
    long long wide = 0;
    int over = 0, bits = (int)size * 8;

    if (index == NULL)
        return -1;
    wide = PyLong_AsLongLongAndOverflow(index, &over);
    if (over > 0 && bits == 64) {
        wide = (long long)PyLong_AsUnsignedLongLong(index);
        over = PyErr_Occurred() != NULL;
        PyErr_Clear();
    } else if (!over && bits < 64) {
        over = wide < -(1LL << (bits - 1)) || wide >= 1LL << bits;
    }
    Py_DECREF(index);
    *value = (uintptr_t)wide;
    return !over;
}

INTEROP_UNUSED static PyObject *
interop_handle_adopted(interop_handles *kind, PyObject *args, PyObject *kwargs)
{
    static char *keywords[] = {"address", "owns", NULL};
    interop_handle *handle;
    PyObject *number;
    uintptr_t value;
    int owns = 1, fits;

    if (!PyArg_ParseTupleAndKeywords(args, kwargs, "O|$p:from_address", keywords, &number, &owns))
        return NULL;
    fits = interop_handle_number(number, kind->size, &value);
    if (fits < 0)
        return NULL;
    if (!fits || !kind->accept(&value)) {
        PyErr_Format(interop_errors.value, "from_address(): %S is no %s", number, kind->name);
        return NULL;
    }
    if (owns && kind->ready != NULL && kind->ready() < 0)
        return NULL;
    handle = interop_handle_new(kind);
    if (handle != NULL) {
        interop_handle_fill(handle, value, NULL, !owns);
        handle->shown = 1;
    }
    return (PyObject *)handle;
}

/* An object for a handle that C code elsewhere opened; `owns` false: it is not closed. */
INTEROP_UNUSED static PyObject *
interop_handle_adopt(interop_handles *kind, PyObject *args, PyObject *kwargs)
{
    PyObject *made;

    if (kwargs != NULL && (kwargs = interop_named(kwargs)) == NULL)
        return NULL;
    made = interop_handle_adopted(kind, args, kwargs);
    Py_XDECREF(kwargs);
    return made;
}

INTEROP_UNUSED static PyObject *
interop_no_deletion(const char *name)
{
    PyErr_Format(PyExc_AttributeError, "'%s' cannot be deleted", name);
    return NULL;
}

/* --- Methods: a function whose first argument is the object ----------------------------------------------------------- */

/* Calls `stub` with `self` in front; more than `most` arguments are too many whatever they are. */
INTEROP_UNUSED static inline PyObject *
interop_with_self(PyObject *(*stub)(PyObject *, PyObject *const *, Py_ssize_t, PyObject *), PyObject *self, PyObject *const *args,
                  Py_ssize_t nargs, PyObject *kwnames, PyObject **room, Py_ssize_t most, const char *name)
{
    Py_ssize_t count = nargs + (kwnames == NULL ? 0 : PyTuple_Size(kwnames));

    if (INTEROP_UNLIKELY(count > most)) {
        PyErr_Format(PyExc_TypeError, "%s() takes at most %zd argument%s but %zd were given", name, most, most == 1 ? "" : "s", count);
        return NULL;
    }
    room[0] = self;
    for (Py_ssize_t i = 0; i < count; i++)
        room[i + 1] = args[i];
    return stub(NULL, room, nargs + 1, kwnames);
}

/* Calls `stub` with what a class was called with. */
INTEROP_UNUSED static PyObject *
interop_construct(interop_stub *stub, PyObject *args, PyObject *kwargs, PyObject **room, Py_ssize_t most, const char *name)
{
    Py_ssize_t nargs = Py_SIZE(args), count, place = 0, i;
    PyObject *names = NULL, *key, *value, *made = NULL;

    if (INTEROP_LIKELY(kwargs == NULL))
        return stub(NULL, interop_items(args), nargs, NULL);
    kwargs = interop_named(kwargs);
    if (kwargs == NULL)
        return NULL;
    count = nargs + PyDict_Size(kwargs);
    if (count > most)
        PyErr_Format(PyExc_TypeError, "%s() takes at most %zd argument%s but %zd were given", name, most, most == 1 ? "" : "s", count);
    else
        names = PyTuple_New(count - nargs);
    if (names != NULL) {
        for (i = 0; i < nargs; i++)
            room[i] = PyTuple_GetItem(args, i);
        while (PyDict_Next(kwargs, &place, &key, &value)) {
            PyTuple_SetItem(names, i - nargs, Py_NewRef(key));
            room[i++] = value;
        }
        made = stub(NULL, room, nargs, names);
        Py_DECREF(names);
    }
    Py_DECREF(kwargs);
    return made;
}

INTEROP_UNUSED static interop_member_def interop_handle_members[] = {
    {"__weaklistoffset__", INTEROP_MEMBER_SIZE, offsetof(interop_handle, weak), INTEROP_MEMBER_READONLY, NULL},
    {NULL, 0, 0, 0, NULL},
};

/* --- Making it ------------------------------------------------------------------------------------------------------- */

typedef PyObject *(*interop_vectorcall)(PyObject *, PyObject *const *, size_t, PyObject *);

/* Makes the class, named after the module as it was imported, and adds it to the module. `quick_make`: what calls of the class
 * call, where it may be said; NULL: it has no constructor. */
INTEROP_UNUSED static int
interop_add_handle(PyObject *module, interop_handles *kind, PyType_Spec *spec, interop_vectorcall quick_make)
{
    PyObject *type, *full;

    if (interop_lease_type == NULL && (interop_lease_type = (PyTypeObject *)PyType_FromSpec(&interop_lease_spec)) == NULL)
        return -1;
    full = PyUnicode_FromFormat("%s.%s", PyModule_GetName(module), kind->name);
    if (full == NULL)
        return -1;
    /* The object is kept, because the type may go on using the characters. */
    spec->name = PyUnicode_AsUTF8AndSize(full, NULL);
    type = spec->name != NULL ? PyType_FromModuleAndSpec(module, spec, NULL) : NULL;
    if (type == NULL)
        return -1;
    kind->type = (PyTypeObject *)type;
#if INTEROP_DIRECT
    kind->type->tp_vectorcall = quick_make;
#else
    (void)quick_make;
#endif
    return PyModule_AddObjectRef(module, kind->name, type);
}

#endif
