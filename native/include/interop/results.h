/* Several results of one call: tuples whose items have names, one class for each function.
 *
 * They behave as CPython's struct sequences do, and are made faster: what most callers do with such a tuple is to take it
 * apart at once, so its memory is kept for the next call. */
#ifndef INTEROP_RESULTS_H
#define INTEROP_RESULTS_H

#include "inside.h"

typedef struct {
    const char *name; /* "module.f_result"; the name that the module was imported by, once it has been */
    const char *doc;
    const char *const (*fields)[2]; /* the name and the docstring of each */
    destructor dealloc;
    newfunc make;
    int count;
    PyTypeObject *type;
    PyObject *spare; /* memory of one that nobody has any more, its items NULL */
    PyObject *waiting; /* those that wait to be freed, linked by what stands in front of the items */
    int depth;         /* how many are being freed */
} interop_results;

/* Tuples of CPython 3.14 and later keep their hash, which memory that is used again would pass on. */
#define INTEROP_REUSES_RESULTS (Py_Version < 0x030E0000)

/* `count` values under their names; takes them over, also on failure. */
INTEROP_UNUSED static inline PyObject *
interop_several(interop_results *results, PyObject **values, int count)
{
    PyObject *result = results->spare, **items;

    if (INTEROP_LIKELY(result != NULL)) {
        results->spare = NULL;
        PyObject_InitVar((PyVarObject *)result, results->type, count);
        items = interop_items(result);
        for (int i = 0; i < count; i++)
            items[i] = values[i];
        PyObject_GC_Track(result);
    } else if (INTEROP_LIKELY(INTEROP_REUSES_RESULTS)) {
        result = PyType_GenericAlloc(results->type, count);
        if (result == NULL)
            goto failed;
        items = interop_items(result);
        for (int i = 0; i < count; i++)
            items[i] = values[i];
    } else {
        PyObject *plain = PyTuple_New(count), *alone;
        if (plain == NULL)
            goto failed;
        for (int i = 0; i < count; i++) {
            PyTuple_SetItem(plain, i, values[i]);
            values[i] = NULL;
        }
        alone = PyTuple_Pack(1, plain);
        Py_DECREF(plain);
        result = alone != NULL ? results->make(results->type, alone, NULL) : NULL;
        Py_XDECREF(alone);
        return result;
    }
    for (int i = 0; i < count; i++)
        values[i] = NULL;
    return result;
failed:
    for (int i = 0; i < count; i++)
        Py_CLEAR(values[i]);
    return NULL;
}

/* Results inside results, of any depth, are freed with a stack of any size: what is too deep waits until the outermost is done. */
INTEROP_UNUSED static inline void
interop_results_dealloc(interop_results *results, PyObject *self)
{
    PyObject_GC_UnTrack(self);
    if (INTEROP_UNLIKELY(results->depth >= 50)) {
        interop_items(self)[-1] = results->waiting;
        results->waiting = self;
        return;
    }
    for (;;) {
        PyObject **items = interop_items(self);
        PyTypeObject *type = Py_TYPE(self); /* that of an earlier import of the module, perhaps */
        results->depth++;
        for (int i = 0; i < results->count; i++)
            Py_CLEAR(items[i]);
        results->depth--;
        if (INTEROP_LIKELY(INTEROP_REUSES_RESULTS) && results->spare == NULL)
            results->spare = self;
        else
            PyObject_GC_Del(self);
        Py_DECREF((PyObject *)type);
        if (INTEROP_LIKELY(results->waiting == NULL) || results->depth > 0)
            return;
        self = results->waiting;
        results->waiting = interop_items(self)[-1];
    }
}

INTEROP_UNUSED static int
interop_results_traverse(PyObject *self, visitproc visit, void *arg)
{
    PyObject **items = interop_items(self);

    Py_VISIT(Py_TYPE(self));
    for (Py_ssize_t i = 0; i < Py_SIZE(self); i++)
        Py_VISIT(items[i]);
    return 0;
}

/* The class, called with one iterable, as that of a struct sequence is. */
INTEROP_UNUSED static PyObject *
interop_results_new(const interop_results *results, PyTypeObject *type, PyObject *args, PyObject *keywords)
{
    newfunc base = (newfunc)PyType_GetSlot(&PyTuple_Type, Py_tp_new);
    PyObject *values, *plain, *alone, *result;

    if ((keywords != NULL && PyDict_Size(keywords) > 0) || PyTuple_Size(args) != 1) {
        PyErr_Format(PyExc_TypeError, "%s() takes one iterable", results->name);
        return NULL;
    }
    values = PyTuple_GetItem(args, 0);
    plain = PySequence_Tuple(values);
    if (plain == NULL)
        return NULL;
    if (PyTuple_Size(plain) != results->count) {
        PyErr_Format(PyExc_TypeError, "%s() takes an iterable of %d values, not %zd", results->name, results->count,
                     PyTuple_Size(plain));
        Py_DECREF(plain);
        return NULL;
    }
    alone = PyTuple_Pack(1, plain);
    Py_DECREF(plain);
    result = alone != NULL ? base(type, alone, NULL) : NULL;
    Py_XDECREF(alone);
    return result;
}

/* module.f_result(result=1, other='two') */
INTEROP_UNUSED static PyObject *
interop_results_repr(PyObject *self)
{
    PyObject *type = (PyObject *)Py_TYPE(self);
    PyObject *module = PyObject_GetAttrString(type, "__module__"), *name = PyType_GetQualName(Py_TYPE(self));
    PyObject *fields = PyObject_GetAttrString(type, "__match_args__");
    PyObject *parts = PyList_New(0), *comma = PyUnicode_FromString(", "), *inside = NULL, *shown = NULL;

    if (module == NULL || name == NULL || fields == NULL || parts == NULL || comma == NULL)
        goto done;
    for (Py_ssize_t i = 0; i < PyTuple_Size(self) && i < PyTuple_Size(fields); i++) {
        PyObject *part = PyUnicode_FromFormat("%U=%R", PyTuple_GetItem(fields, i), PyTuple_GetItem(self, i));
        int failed = part == NULL || PyList_Append(parts, part) < 0;
        Py_XDECREF(part);
        if (failed)
            goto done;
    }
    inside = PyUnicode_Join(comma, parts);
    if (inside != NULL)
        shown = PyUnicode_FromFormat("%U.%U(%U)", module, name, inside);
done:
    Py_XDECREF(module);
    Py_XDECREF(name);
    Py_XDECREF(fields);
    Py_XDECREF(parts);
    Py_XDECREF(comma);
    Py_XDECREF(inside);
    return shown;
}

INTEROP_UNUSED static PyObject *
interop_results_reduce(PyObject *self, PyObject *ignored)
{
    PyObject *plain = PyTuple_GetSlice(self, 0, PyTuple_Size(self)), *reduced = NULL;

    (void)ignored;
    if (plain != NULL)
        reduced = Py_BuildValue("O(O)", (PyObject *)Py_TYPE(self), plain);
    Py_XDECREF(plain);
    return reduced;
}

/* copy.replace(), from 3.13 on. */
INTEROP_UNUSED static PyObject *
interop_results_replace(PyObject *self, PyObject *args, PyObject *changes)
{
    PyObject *type = (PyObject *)Py_TYPE(self), *fields, *values, *name, *value, *made = NULL;
    Py_ssize_t place = 0, found;

    if (PyTuple_Size(args) > 0) {
        PyErr_SetString(PyExc_TypeError, "__replace__() takes keywords only");
        return NULL;
    }
    if (changes != NULL && (changes = interop_named(changes)) == NULL)
        return NULL;
    fields = PyObject_GetAttrString(type, "__match_args__");
    values = PySequence_List(self);
    while (fields != NULL && values != NULL && changes != NULL && PyDict_Next(changes, &place, &name, &value)) {
        found = PySequence_Index(fields, name);
        if (found < 0 || PyList_SetItem(values, found, Py_NewRef(value)) < 0) {
            if (found < 0 && PyErr_ExceptionMatches(PyExc_ValueError))
                PyErr_Format(PyExc_TypeError, "there is no field '%U'", name);
            Py_CLEAR(values);
        }
    }
    if (fields != NULL && values != NULL)
        made = PyObject_CallFunctionObjArgs(type, values, NULL);
    Py_XDECREF(changes);
    Py_XDECREF(fields);
    Py_XDECREF(values);
    return made;
}

INTEROP_UNUSED static PyMethodDef interop_results_methods[] = {
    {"__replace__", (PyCFunction)(void (*)(void))interop_results_replace, METH_VARARGS | METH_KEYWORDS, NULL},
    {"__reduce__", interop_results_reduce, METH_NOARGS, NULL},
    {NULL, NULL, 0, NULL},
};

/* Without a setter: results of one function never become those of another, which are more or fewer. */
INTEROP_UNUSED static PyObject *
interop_results_get_class(PyObject *self, void *closure)
{
    (void)closure;
    return Py_NewRef((PyObject *)Py_TYPE(self));
}

INTEROP_UNUSED static PyGetSetDef interop_results_getset[] = {
    {"__class__", interop_results_get_class, NULL, NULL, NULL},
    {NULL, NULL, NULL, NULL, NULL},
};

/* Defines the table of one function's results; `text` is the class's docstring. */
#define INTEROP_RESULTS(table, name, text, fields, count) \
    static interop_results table; \
    static void table##_dealloc(PyObject *self) { interop_results_dealloc(&table, self); } \
    static PyObject *table##_new(PyTypeObject *type, PyObject *args, PyObject *keywords) \
    { \
        return interop_results_new(&table, type, args, keywords); \
    } \
    static interop_results table = {name, text, fields, table##_dealloc, table##_new, count, NULL, NULL, NULL, 0};

/* Makes the class of one function's results. */
static PyTypeObject *
interop_results_class(interop_results *results)
{
    interop_member_def *members = PyMem_Calloc((size_t)results->count + 1, sizeof *members);
    PyType_Slot slots[] = {
        {Py_tp_dealloc, (void *)results->dealloc}, {Py_tp_new, (void *)results->make},
        {Py_tp_traverse, (void *)interop_results_traverse},
        {Py_tp_repr, (void *)interop_results_repr}, {Py_tp_methods, (void *)interop_results_methods},
        {Py_tp_getset, (void *)interop_results_getset},
        {Py_tp_doc, (void *)(uintptr_t)results->doc}, {Py_tp_members, (void *)members}, {0, NULL},
    };
    PyType_Spec spec = {results->name, 0, 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC, slots};
    PyObject *bases = PyTuple_Pack(1, (PyObject *)&PyTuple_Type), *type = NULL, *names = PyTuple_New(results->count);
    PyObject *number = PyLong_FromLong(results->count), *none = PyLong_FromLong(0);

    if (members == NULL || bases == NULL || names == NULL || number == NULL || none == NULL) {
        if (!PyErr_Occurred())
            PyErr_NoMemory();
        goto done;
    }
    for (int i = 0; i < results->count; i++) {
        PyObject *field = PyUnicode_InternFromString(results->fields[i][0]);
        if (field == NULL || PyTuple_SetItem(names, i, field) < 0)
            goto done;
        members[i].name = results->fields[i][0];
        members[i].doc = results->fields[i][1];
        members[i].type = INTEROP_MEMBER_OBJECT;
        members[i].flags = INTEROP_MEMBER_READONLY;
        members[i].offset = interop_tuple_items + i * (Py_ssize_t)sizeof(PyObject *);
    }
    type = PyType_FromSpecWithBases(&spec, bases);
    if (type != NULL
        && (PyObject_SetAttrString(type, "__match_args__", names) < 0 || PyObject_SetAttrString(type, "n_fields", number) < 0
            || PyObject_SetAttrString(type, "n_sequence_fields", number) < 0
            || PyObject_SetAttrString(type, "n_unnamed_fields", none) < 0))
        Py_CLEAR(type);
done:
    PyMem_Free(members); /* the class has its own copy */
    Py_XDECREF(bases);
    Py_XDECREF(names);
    Py_XDECREF(number);
    Py_XDECREF(none);
    return (PyTypeObject *)type;
}

/* Makes the classes, named after the module as it was imported. */
INTEROP_UNUSED static int
interop_add_results(PyObject *module, interop_results *const *results)
{
    const char *package = PyModule_GetName(module);

    if (package == NULL)
        return -1;
    for (; *results != NULL; results++) {
        interop_results *each = *results;
        const char *name = strrchr(each->name, '.');
        char *full;
        size_t size;
        name = name != NULL ? name + 1 : each->name;
        size = strlen(package) + 1 + strlen(name) + 1;
        full = PyMem_Malloc(size); /* the class refers to its name */
        if (full == NULL) {
            PyErr_NoMemory();
            return -1;
        }
        PyOS_snprintf(full, size, "%s.%s", package, name);
        each->name = full;
        each->type = interop_results_class(each);
        if (each->type == NULL)
            return -1;
        Py_INCREF((PyObject *)each->type);
        if (PyModule_AddObject(module, full + strlen(package) + 1, (PyObject *)each->type) < 0)
            return -1;
    }
    return 0;
}

#endif
