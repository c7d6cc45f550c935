/* Function pointers in records: callables that are bound as long as the memory in which their trampolines stand is there.
 *
 * The native value holds the trampolines' addresses, so that a record is passed as it is and may be copied by anybody. Beside it,
 * the object that owns the memory (a record, or a view of several) keeps a dictionary of scopes (scopes.h): by the address of
 * each function pointer that was assigned, and by that of each trampoline that C put there. Whoever copies such memory from one
 * Python object into another looks through the copy (interop_keep), since an address tells which callable it stands for. */
#ifndef INTEROP_VTABLES_H
#define INTEROP_VTABLES_H

#include "callbacks.h"
#include "views.h"

enum { INTEROP_FOREVER = 1 << 16 }; /* beside the flags of scalars.h */

/* How buffers see a function pointer. */
INTEROP_UNUSED static const interop_type interop_type_function = {
    "function pointer", "void *", sizeof(interop_function), _Alignof(interop_function), 'P', NULL, NULL, NULL, NULL, NULL};

/* A field that a method may fill. */
typedef struct {
    const char *name;
    char is_required;
} interop_method;

/* Where the object that owns the memory of a record keeps its callables. */
static PyObject **
interop_scopes_of(PyObject *owner)
{
    if (Py_TYPE(owner) == interop_view_class)
        return &((interop_view *)owner)->kept;
    return &INTEROP_HELD(owner, ((interop_object *)owner)->record->held);
}

/* Binds a callable for as long as the new object lives. */
static PyObject *
interop_scope_new(interop_callback *entry, PyObject *callable)
{
    interop_scope *scope;

    interop_bind_entry(entry); /* first: allocating may run code that binds others */
    scope = (interop_scope *)PyType_GenericAlloc(interop_scope_type, 0);
    if (scope == NULL) {
        /* What nobody holds is forgotten. */
        interop_unbind_entry(entry);
        return NULL;
    }
    scope->entry = entry;
    scope->callable = Py_NewRef(callable);
    entry->callable = callable;
    return (PyObject *)scope;
}

/* Replaces what is kept under a key; takes `scope` over, NULL: nothing is kept from now on. `old` gets what was, to be let go
 * when the native value has changed too: that may run any code. */
static int
interop_scope_put(PyObject **kept, const void *key, PyObject *scope, PyObject **old)
{
    PyObject *number;
    int failed = 0;

    *old = NULL;
    if (scope == NULL && *kept == NULL)
        return 0;
    number = PyLong_FromVoidPtr((void *)(uintptr_t)key);
    if (number == NULL || (*kept == NULL && (*kept = PyDict_New()) == NULL)) {
        failed = -1;
    } else {
        *old = Py_XNewRef(PyDict_GetItemWithError(*kept, number));
        if (scope != NULL)
            failed = PyDict_SetItem(*kept, number, scope);
        else if (*old != NULL)
            failed = PyDict_DelItem(*kept, number);
        else if (PyErr_Occurred())
            failed = -1;
    }
    if (failed)
        Py_CLEAR(*old);
    Py_XDECREF(number);
    Py_XDECREF(scope);
    return failed;
}

/* Which callable is kept under a key; NULL: none. */
static interop_callback *
interop_scope_at(PyObject *kept, const void *key)
{
    PyObject *number = kept != NULL ? PyLong_FromVoidPtr((void *)(uintptr_t)key) : NULL;
    PyObject *scope = number != NULL ? PyDict_GetItemWithError(kept, number) : NULL;

    Py_XDECREF(number);
    return scope != NULL ? ((interop_scope *)scope)->entry : NULL;
}

/* Has `owner` keep what stands at `place` now. */
static int
interop_keep_function(PyObject *owner, interop_callback_type *type, const char *place, int is_more)
{
    PyObject **kept = interop_scopes_of(owner), *scope = NULL, *old;
    interop_callback *entry, *before;
    void *pointer;

    memcpy(&pointer, place, sizeof pointer);
    entry = pointer != NULL ? interop_entry_at(pointer, type) : NULL;
    before = interop_scope_at(*kept, place);
    if (PyErr_Occurred())
        return -1;
    if (before == entry || (is_more && (entry == NULL || interop_scope_at(*kept, entry) == entry)))
        return 0;
    if (PyErr_Occurred())
        return -1;
    if (entry != NULL && (scope = interop_scope_new(entry, entry->callable)) == NULL)
        return -1;
    if (interop_scope_put(kept, is_more ? (const void *)entry : place, scope, &old) < 0)
        return -1;
    Py_XDECREF(old);
    return 0;
}

INTEROP_UNUSED static int
interop_keep_functions(PyObject *owner, interop_record *record, const void *data, Py_ssize_t count, int is_more)
{
    for (Py_ssize_t n = 0; n < count; n++) {
        const char *value = (const char *)data + n * record->layout.size;
        for (const interop_function_part *part = record->functions; part->count > 0; part++) {
            const char *place = value + part->offset;
            if (part->type == NULL && interop_keep(owner, part->record, place, part->count, is_more) < 0)
                return -1;
            for (Py_ssize_t i = 0; part->type != NULL && i < part->count; i++)
                if (interop_keep_function(owner, part->type, place + i * (Py_ssize_t)sizeof(interop_function), is_more) < 0)
                    return -1;
        }
    }
    return 0;
}

/* After a call that could write a record of the caller's: it keeps what C put there, beside what it kept before. Nothing can
 * fail any more: where there is no memory, a callable that is not kept is at worst called too late, which is caught. */
INTEROP_UNUSED static void
interop_keep_written(PyObject *object, interop_record *record)
{
    if (INTEROP_IS(object, record) && interop_keep(interop_owner(object), record, INTEROP_DATA(object), 1, 1) < 0)
        PyErr_Clear();
}

/* The records of a list, whose callables C may call until the call has ended, whatever becomes of the list (R8.17). */
INTEROP_UNUSED static int
interop_keep_listed(PyObject *object, interop_call *call)
{
    PyObject *items = PyList_Check(object) ? PyList_AsTuple(object) : NULL;
    int failed = !PyList_Check(object) ? 0 : items == NULL || (call->lent == NULL && (call->lent = PyList_New(0)) == NULL);

    if (items != NULL && !failed)
        failed = PyList_Append(call->lent, items) < 0;
    Py_XDECREF(items);
    return failed ? -1 : 0;
}

/* --- Fields ------------------------------------------------------------------------------------------------------------------- */

INTEROP_UNUSED static PyObject *
interop_function_read(const char *place, interop_callback_type *type)
{
    void *pointer;

    memcpy(&pointer, place, sizeof pointer);
    return interop_from_function(pointer, type);
}

INTEROP_UNUSED static PyObject *
interop_functions_read(const char *place, Py_ssize_t count, interop_callback_type *type)
{
    PyObject *functions = PyTuple_New(count);

    for (Py_ssize_t i = 0; functions != NULL && i < count; i++) {
        PyObject *function = interop_function_read(place + i * (Py_ssize_t)sizeof(interop_function), type);
        if (function == NULL || PyTuple_SetItem(functions, i, function) < 0)
            Py_CLEAR(functions);
    }
    return functions;
}

/* What a function pointer is set to, and what keeps the callable behind it. */
static int
interop_function_take(PyObject *value, interop_callback_type *type, int flags, void **pointer, PyObject **scope, interop_place at)
{
    interop_callback *entry;
    int is_cdata;

    *pointer = NULL;
    *scope = NULL;
    if (value == Py_None && (flags & INTEROP_NULLABLE))
        return 0;
    *pointer = interop_native_function(value, type);
    if (*pointer != NULL)
        return 0;
    is_cdata = value == Py_None ? 0 : interop_is_cdata(value);
    if (is_cdata != 0) {
        if (is_cdata < 0 || interop_to_pointer(value, &type->ctype, pointer, at) < 0)
            return -1;
        return *pointer != NULL || (flags & INTEROP_NULLABLE)
                   ? 0
                   : interop_fail(interop_errors.value, at, "expected a callable, got a NULL pointer");
    }
    if (!PyCallable_Check(value))
        return interop_expected(at, flags & INTEROP_NULLABLE ? "a callable or None" : "a callable", value);
    entry = interop_pooled(type, value);
    if (entry == NULL)
        return -1;
    *pointer = (void *)(uintptr_t)entry->function;
    if (flags & INTEROP_FOREVER) {
        entry->callable = Py_NewRef(value);
        interop_bind_entry(entry);
        entry->held++;
        return 0;
    }
    *scope = interop_scope_new(entry, value);
    return *scope == NULL ? -1 : 0;
}

INTEROP_UNUSED static int
interop_function_write(PyObject *self, PyObject *value, char *place, interop_callback_type *type, int flags, interop_place at)
{
    PyObject *scope, *old;
    void *pointer;

    if (interop_function_take(value, type, flags, &pointer, &scope, at) < 0
        || interop_scope_put(interop_scopes_of(interop_owner(self)), place, scope, &old) < 0)
        return -1;
    memcpy(place, &pointer, sizeof pointer);
    Py_XDECREF(old);
    return 0;
}

/* All of an array, or nothing of it. */
INTEROP_UNUSED static int
interop_functions_write(PyObject *self, PyObject *value, char *place, Py_ssize_t count, interop_callback_type *type, int flags,
                        interop_place at)
{
    PyObject *items, **kept = interop_scopes_of(interop_owner(self)), *gone, *scopes;
    void **pointers;
    int failed;

    if (PyUnicode_Check(value) || PyBytes_Check(value) || !PySequence_Check(value))
        return interop_expected(at, "a sequence of callables", value);
    items = interop_snapshot(value, at);
    if (items == NULL)
        return -1;
    if (PyTuple_Size(items) != count) {
        interop_fail(interop_errors.value, at, "expected %zd element%s, got %zd", count, count == 1 ? "" : "s", PyTuple_Size(items));
        Py_DECREF(items);
        return -1;
    }
    pointers = PyMem_Calloc((size_t)count, sizeof *pointers);
    scopes = PyList_New(0);
    gone = PyList_New(0);
    failed = pointers == NULL || scopes == NULL || gone == NULL;
    if (pointers == NULL)
        PyErr_NoMemory();
    for (Py_ssize_t i = 0; !failed && i < count; i++) {
        PyObject *scope;
        failed = interop_function_take(PyTuple_GetItem(items, i), type, flags, &pointers[i], &scope, interop_place_at(at, i)) < 0
                 || PyList_Append(scopes, scope != NULL ? scope : Py_None) < 0;
        Py_XDECREF(scope);
    }
    for (Py_ssize_t i = 0; !failed && i < count; i++) {
        PyObject *scope = PyList_GetItem(scopes, i), *old;
        char *each = place + i * (Py_ssize_t)sizeof(interop_function);
        failed = interop_scope_put(kept, each, scope != Py_None ? Py_NewRef(scope) : NULL, &old) < 0;
        if (!failed && old != NULL)
            failed = PyList_Append(gone, old) < 0;
        Py_XDECREF(old);
        if (!failed)
            memcpy(each, &pointers[i], sizeof pointers[i]);
    }
    PyMem_Free(pointers);
    Py_DECREF(items);
    Py_XDECREF(scopes);
    Py_XDECREF(gone);
    return failed ? -1 : 0;
}

/* --- Class.from_methods() ------------------------------------------------------------------------------------------------------ */

#define INTEROP_FROM_METHODS_DOC \
    "from_methods($type, methods, /, **fields)\n--\n\nA record whose function pointers are the object's methods of the same names; " \
    "the other fields, and those that are to be different, are given by name. What the object lacks is NULL."

INTEROP_UNUSED static PyObject *
interop_record_from_methods(interop_record *record, const interop_method *methods, PyObject *args, PyObject *keywords)
{
    PyObject *object, *fields, *none, *made = NULL;

    if (!PyTuple_Check(args) || PyTuple_Size(args) != 1)
        return PyErr_Format(interop_errors.type, "%s.from_methods() takes one positional argument, the object whose methods they are",
                            record->layout.name);
    object = PyTuple_GetItem(args, 0);
    fields = keywords != NULL ? PyDict_Copy(keywords) : PyDict_New();
    if (fields == NULL)
        return NULL;
    for (; methods->name != NULL; methods++) {
        PyObject *name = PyUnicode_FromString(methods->name), *method;
        int is_given = name == NULL ? -1 : PyDict_Contains(fields, name);
        if (is_given != 0) {
            Py_XDECREF(name);
            if (is_given < 0)
                goto done;
            continue;
        }
        method = PyObject_GetAttr(object, name);
        if (method == NULL && PyErr_ExceptionMatches(PyExc_AttributeError)) {
            PyErr_Clear();
            if (methods->is_required) {
                PyObject *class = PyType_GetName(Py_TYPE(object));
                if (class != NULL)
                    PyErr_Format(interop_errors.type, "%s.from_methods(): %U objects have no method '%s', which C needs",
                                 record->layout.name, class, methods->name);
                Py_XDECREF(class);
            }
        } else if (method != NULL && PyDict_SetItem(fields, name, method) < 0) {
            Py_CLEAR(method);
        }
        Py_DECREF(name);
        Py_XDECREF(method);
        if (PyErr_Occurred())
            goto done;
    }
    none = PyTuple_New(0);
    made = none == NULL ? NULL : interop_record_make(record, NULL, none, fields);
    Py_XDECREF(none);
done:
    Py_DECREF(fields);
    return made;
}

#endif
