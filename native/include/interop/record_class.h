/* What Python does with records themselves: calls their classes, compares, copies, replaces and pickles them, and looks at their
 * bytes. */
#ifndef INTEROP_RECORD_CLASS_H
#define INTEROP_RECORD_CLASS_H

#include "records.h"

/* --- Construction ------------------------------------------------------------------------------------------------ */

static int
interop_fields_set(interop_object *self, PyObject **given)
{
    const interop_record *record = self->record;

    for (int late = 0; late <= record->has_late; late++)
        for (int i = 0; i < record->count; i++) {
            const interop_field *field = &record->fields[i];
            if (given[i] == NULL || field->is_late != late)
                continue;
            if (INTEROP_UNLIKELY(field->set((PyObject *)self, given[i], NULL) < 0))
                return -1;
        }
    return 0;
}

/* Sets the value of a new record whose fields are all numbers, each in bytes of its own, from the first `count` of them. */
typedef int (*interop_numbers)(void *data, PyObject *const *values, Py_ssize_t count);

INTEROP_UNUSED static PyObject *
interop_record_filled_one_by_one(interop_record *record, PyObject *const *values, Py_ssize_t count)
{
    interop_object *self = interop_record_new(record);

    for (int late = 0; self != NULL && late <= record->has_late; late++)
        for (Py_ssize_t i = 0; self != NULL && i < count; i++)
            if (record->fields[i].is_late == late && record->fields[i].set((PyObject *)self, values[i], NULL) < 0)
                Py_CLEAR(self);
    return (PyObject *)self;
}

/* The usual call: positional arguments, and names in the order of the fields. */
INTEROP_INLINE PyObject *
interop_record_filled(interop_record *record, interop_numbers numbers, PyObject *const *values, Py_ssize_t count)
{
    interop_object *self;

    if (numbers == NULL)
        return interop_record_filled_one_by_one(record, values, count);
    self = interop_record_again(record, 0);
    if (INTEROP_UNLIKELY(self == NULL))
        self = interop_record_fresh(record);
    if (INTEROP_LIKELY(self != NULL) && INTEROP_UNLIKELY(numbers(self->data, values, count) < 0))
        Py_CLEAR(self);
    return (PyObject *)self;
}

/* What a constructor was given, one place for each field. */
typedef struct {
    PyObject **values;
    PyObject *local[16];
} interop_given_fields;

/* The positional ones of `named` more to come; -1 where there are too many. */
static int
interop_given_begin(interop_given_fields *given, interop_record *record, PyObject *const *values, Py_ssize_t count, Py_ssize_t named)
{
    given->values = given->local;
    if (record->is_union && count + named > 1) {
        PyErr_Format(interop_errors.type, "%s(): the members of a union share their bytes, so it takes one of them",
                     record->layout.name);
        return -1;
    }
    if (count > (record->is_union ? 1 : record->count)) {
        PyErr_Format(interop_errors.type, "%s() takes %d positional argument%s but %zd %s given", record->layout.name,
                     record->count, record->count == 1 ? "" : "s", count, count == 1 ? "was" : "were");
        return -1;
    }
    if (named > 0 && interop_intern_keywords(record->signature) < 0)
        return -1;
    if (record->count > (int)(sizeof given->local / sizeof *given->local)) {
        given->values = PyMem_Malloc((size_t)record->count * sizeof *given->values);
        if (given->values == NULL) {
            given->values = given->local;
            PyErr_NoMemory();
            return -1;
        }
    }
    for (int i = 0; i < record->count; i++)
        given->values[i] = i < count ? values[i] : NULL;
    return 0;
}

/* One more, by name; `likely`: where it stands if the names come in the order of the fields. */
static inline int
interop_given_name(interop_given_fields *given, const interop_record *record, PyObject *name, PyObject *value, Py_ssize_t likely)
{
    int index = interop_find_keyword(record->signature, name, likely);

    if (INTEROP_UNLIKELY(index < 0)) {
        PyErr_Format(interop_errors.type, "%s() has no field '%U'", record->layout.name, name);
        return -1;
    }
    if (INTEROP_UNLIKELY(given->values[index] != NULL)) {
        PyErr_Format(interop_errors.type, "%s() got multiple values for field '%U'", record->layout.name, name);
        return -1;
    }
    given->values[index] = value;
    return 0;
}

/* The record; `failed`: there is none to be made. */
static PyObject *
interop_given_end(interop_given_fields *given, interop_record *record, int failed)
{
    interop_object *self = NULL;

    for (int i = 0; !failed && record->overlays != NULL && record->overlays[i][0] >= 0; i++) {
        int first = record->overlays[i][0], second = record->overlays[i][1];
        if (given->values[first] != NULL && given->values[second] != NULL) {
            PyErr_Format(interop_errors.type, "%s(): '%s' and '%s' share their bytes, so it takes one of them",
                         record->layout.name, record->fields[first].name, record->fields[second].name);
            failed = 1;
        }
    }
    if (!failed)
        self = interop_record_new(record);
    if (self != NULL && interop_fields_set(self, given->values) < 0)
        Py_CLEAR(self);
    if (given->values != given->local)
        PyMem_Free(given->values);
    return (PyObject *)self;
}

/* Positional arguments are the fields in C order, keywords their names; what is left out is zero. */
INTEROP_UNUSED static PyObject *
interop_record_make(interop_record *record, interop_numbers numbers, PyObject *args, PyObject *keywords)
{
    Py_ssize_t count = PyTuple_Size(args), named = keywords == NULL ? 0 : PyDict_Size(keywords), place = 0, likely = count;
    interop_given_fields given;
    PyObject *name, *value, *made;
    int failed;

    if (INTEROP_LIKELY(named == 0 && !record->has_overlays && count <= record->count))
        return interop_record_filled(record, numbers, interop_items(args), count);
    if (keywords != NULL && (keywords = interop_named(keywords)) == NULL)
        return NULL;
    named = keywords == NULL ? 0 : PyDict_Size(keywords);
    failed = interop_given_begin(&given, record, interop_items(args), count, named) < 0;
    while (!failed && keywords != NULL && PyDict_Next(keywords, &place, &name, &value))
        failed = interop_given_name(&given, record, name, value, likely++) < 0;
    made = interop_given_end(&given, record, failed);
    Py_XDECREF(keywords);
    return made;
}

#if INTEROP_DIRECT
INTEROP_UNUSED static PyObject *
interop_record_named(interop_record *record, PyObject *const *args, Py_ssize_t count, PyObject *kwnames)
{
    Py_ssize_t named = kwnames == NULL ? 0 : PyTuple_GET_SIZE(kwnames);
    interop_given_fields given;
    int failed = interop_given_begin(&given, record, args, count, named) < 0;

    for (Py_ssize_t i = 0; !failed && i < named; i++)
        failed = interop_given_name(&given, record, PyTuple_GET_ITEM(kwnames, i), args[count + i], count + i) < 0;
    return interop_given_end(&given, record, failed);
}

/* The same without a tuple or a dictionary. */
INTEROP_INLINE PyObject *
interop_record_vectorcall(interop_record *record, interop_numbers numbers, PyObject *const *args, size_t nargs, PyObject *kwnames)
{
    Py_ssize_t count = PyVectorcall_NARGS(nargs), named = kwnames == NULL ? 0 : PyTuple_GET_SIZE(kwnames);

    if (INTEROP_LIKELY((numbers != NULL || !record->has_overlays) && count + named <= record->count)
        && (named == 0 || INTEROP_LIKELY(interop_in_order(record->signature, count, kwnames, named) == named)))
        return interop_record_filled(record, numbers, args, count + named);
    return interop_record_named(record, args, count, kwnames);
}
#endif

/* copy.replace(), from 3.13 on. */
INTEROP_UNUSED static PyObject *
interop_record_replace(PyObject *self, PyObject *args, PyObject *changes)
{
    const interop_record *record = ((interop_object *)self)->record;
    PyObject *copy, *name, *value;
    Py_ssize_t place = 0;

    if (PyTuple_Size(args) > 0)
        return PyErr_Format(interop_errors.type, "__replace__() takes keywords only");
    if (changes == NULL)
        return interop_record_copy(self, NULL);
    changes = interop_named(changes);
    copy = changes != NULL ? interop_record_copy(self, NULL) : NULL;
    if (copy != NULL && interop_intern_keywords(record->signature) < 0)
        Py_CLEAR(copy);
    while (copy != NULL && PyDict_Next(changes, &place, &name, &value))
        if (interop_find_keyword(record->signature, name, 0) < 0) {
            PyErr_Format(PyExc_AttributeError, "%s has no field '%U'", record->layout.name, name);
            Py_CLEAR(copy);
        }
    /* In the constructor's order, whatever that of the keywords: a tag before the members it is about. */
    for (int late = 0; copy != NULL && late <= record->has_late; late++)
        for (int i = 0; copy != NULL && i < record->count; i++) {
            const interop_field *field = &record->fields[i];
            value = field->is_late == late ? PyDict_GetItemWithError(changes, record->signature->keywords[i]) : NULL;
            if (value != NULL ? field->set(copy, value, NULL) < 0 : PyErr_Occurred() != NULL)
                Py_CLEAR(copy);
        }
    Py_XDECREF(changes);
    return copy;
}

/* Every field's value; those whose bytes say more, as bytes. */
INTEROP_UNUSED static PyObject *
interop_record_state(PyObject *self)
{
    const interop_record *record = ((interop_object *)self)->record;
    PyObject *state;

    if (record->has_overlays && record->keep != NULL)
        return PyErr_Format(interop_errors.type, "%s: its function pointers share bytes with other fields, and mean nothing "
                                                 "in another process", record->layout.name);
    if (record->has_overlays && record->held == 0)
        return PyBytes_FromStringAndSize(INTEROP_DATA(self), record->layout.size);
    state = PyTuple_New(record->count);
    for (int i = 0; state != NULL && i < record->count; i++) {
        PyObject *value = record->fields[i].get(self, NULL);
        if (value == NULL || PyTuple_SetItem(state, i, value) < 0)
            Py_CLEAR(state);
    }
    return state;
}

/* A copy that shares nothing but raw pointers, of which nobody knows what they point at. */
INTEROP_UNUSED static PyObject *
interop_record_deepcopy(PyObject *object, PyObject *memo)
{
    interop_object *self = (interop_object *)object;
    interop_object *made = interop_record_alloc(self->record, 1);
    PyObject *module = made == NULL ? NULL : PyImport_ImportModule("copy");
    PyObject *key = module == NULL ? NULL : PyLong_FromVoidPtr(object);
    int failed = key == NULL || PyObject_SetItem(memo, key, (PyObject *)made) < 0;

    if (!failed) {
        memcpy(made->data, self->data, (size_t)self->record->layout.size);
        failed = interop_keep((PyObject *)made, self->record, made->data, 1, 0) < 0;
    }
    for (int i = 0; !failed && i < self->record->held; i++) {
        PyObject *value = Py_XNewRef(self->held[i]); /* other code may assign something else meanwhile */
        int is_cdata = value == NULL ? 1 : interop_is_cdata(value);
        if (is_cdata == 0)
            made->held[i] = PyObject_CallMethod(module, "deepcopy", "OO", value, memo);
        else if (is_cdata > 0)
            made->held[i] = Py_XNewRef(value);
        failed = is_cdata < 0 || (made->held[i] == NULL && value != NULL);
        Py_XDECREF(value);
    }
    Py_XDECREF(key);
    Py_XDECREF(module);
    if (failed)
        Py_CLEAR(made);
    return (PyObject *)made;
}

static void interop_record_assign(PyObject *self, PyObject *made);

/* (class, (), state), so that a record may be part of a cycle. */
INTEROP_UNUSED static PyObject *
interop_record_reduce(PyObject *self, PyObject *unused)
{
    PyObject *state = interop_record_state(self);

    (void)unused;
    return state == NULL ? NULL : Py_BuildValue("O()N", (PyObject *)Py_TYPE(self), state);
}

/* Into a copy first, so that a state that is refused changes nothing. */
INTEROP_UNUSED static PyObject *
interop_record_setstate(PyObject *self, PyObject *state)
{
    const interop_record *record = ((interop_object *)self)->record;
    PyObject *local[16], **given = local, *made;

    if (INTEROP_IS_COPIED(self)) {
        PyErr_Format(interop_errors.type, "%s: this record is a copy that is only to be read", record->layout.name);
        return NULL;
    }
    if (PyBytes_Check(state) && record->held == 0 && record->keep == NULL && PyBytes_Size(state) == record->layout.size
        && record->has_overlays) {
        memcpy(INTEROP_DATA(self), PyBytes_AsString(state), (size_t)record->layout.size);
        Py_RETURN_NONE;
    }
    if (!PyTuple_Check(state) || PyTuple_Size(state) != record->count)
        return PyErr_Format(interop_errors.value, "%s: this is the state of another record", record->layout.name);
    if (record->count > 16) {
        given = PyMem_Malloc((size_t)record->count * sizeof *given);
        if (given == NULL)
            return PyErr_NoMemory();
    }
    for (int i = 0; i < record->count; i++) {
        PyObject *value = PyTuple_GetItem(state, i);
        given[i] = value == Py_None && record->fields[i].is_optional ? NULL : value;
    }
    made = interop_record_copy(self, NULL);
    if (made != NULL && interop_fields_set((interop_object *)made, given) < 0)
        Py_CLEAR(made);
    if (given != local)
        PyMem_Free(given);
    if (made == NULL)
        return NULL;
    interop_record_assign(self, made);
    Py_DECREF(made);
    Py_RETURN_NONE;
}

/* --- As a value -------------------------------------------------------------------------------------------------- */

/* A field's value for people: its bytes where they are none. */
static PyObject *
interop_record_shown(PyObject *self, const interop_field *field)
{
    PyObject *value = field->get(self, NULL);

    if (value != NULL || field->size == 0 || !PyErr_ExceptionMatches(PyExc_ValueError))
        return value;
    PyErr_Clear();
    return PyBytes_FromStringAndSize((char *)INTEROP_DATA(self) + field->offset, (Py_ssize_t)field->size);
}

INTEROP_UNUSED static PyObject *
interop_record_repr(PyObject *self)
{
    const interop_record *record = ((interop_object *)self)->record;
    PyObject *text;
    int inside = Py_ReprEnter(self);

    if (inside != 0)
        return inside < 0 ? NULL : PyUnicode_FromFormat("%s(...)", record->layout.name);
    text = PyUnicode_FromFormat("%s(", record->layout.name);
    for (int i = 0; text != NULL && i < record->count; i++) {
        PyObject *value = interop_record_shown(self, &record->fields[i]);
        PyObject *longer = value == NULL ? NULL : PyUnicode_FromFormat("%U%s%s=%R", text, i > 0 ? ", " : "",
                                                                       record->fields[i].name, value);
        Py_XDECREF(value);
        Py_DECREF(text);
        text = longer;
    }
    Py_ReprLeave(self);
    if (text != NULL) {
        PyObject *whole = PyUnicode_FromFormat("%U)", text);
        Py_DECREF(text);
        text = whole;
    }
    return text;
}

/* Equal are two records of one type whose fields are equal; of unions, the bytes. */
INTEROP_UNUSED static PyObject *
interop_record_compare(PyObject *self, PyObject *other, int operator)
{
    const interop_record *record = ((interop_object *)self)->record;
    int equal = 1;

    if (!INTEROP_IS(other, record) || (operator != Py_EQ && operator != Py_NE))
        return Py_NewRef(Py_NotImplemented);
    if (record->is_union)
        equal = memcmp(INTEROP_DATA(self), INTEROP_DATA(other), (size_t)record->layout.size) == 0;
    if (!record->is_union && Py_EnterRecursiveCall(" while comparing records"))
        return NULL;
    for (int i = 0; !record->is_union && equal > 0 && i < record->count; i++) {
        PyObject *mine = record->fields[i].get(self, NULL);
        PyObject *its = mine == NULL ? NULL : record->fields[i].get(other, NULL);
        equal = its == NULL ? -1 : PyObject_RichCompareBool(mine, its, Py_EQ);
        Py_XDECREF(mine);
        Py_XDECREF(its);
    }
    if (!record->is_union)
        Py_LeaveRecursiveCall();
    return equal < 0 ? NULL : PyBool_FromLong(equal == (operator == Py_EQ));
}

INTEROP_UNUSED static int
interop_record_buffer(PyObject *self, Py_buffer *view, int flags)
{
    const interop_record *record = ((interop_object *)self)->record;

    view->obj = NULL;
    if ((flags & PyBUF_WRITABLE) && INTEROP_IS_COPIED(self)) {
        PyErr_SetString(PyExc_BufferError, "this record is a copy that is only to be read");
        return -1;
    }
    view->obj = Py_NewRef(self);
    view->buf = INTEROP_DATA(self);
    view->len = view->itemsize = record->layout.size;
    view->readonly = INTEROP_IS_COPIED(self);
    view->ndim = 0;
    view->format = flags & PyBUF_FORMAT ? record->layout.format : NULL;
    view->shape = view->strides = view->suboffsets = NULL;
    view->internal = NULL;
    return 0;
}

#define INTEROP_RECORD_METHODS \
    {"__copy__", interop_record_copy, METH_NOARGS, NULL}, {"__reduce__", interop_record_reduce, METH_NOARGS, NULL}, \
        {"__setstate__", interop_record_setstate, METH_O, NULL}, \
        {"__replace__", (PyCFunction)(void (*)(void))interop_record_replace, METH_VARARGS | METH_KEYWORDS, NULL},

/* A copy of a blittable record is as deep as can be. */
#define INTEROP_BLITTABLE_METHODS {"__deepcopy__", interop_record_copy, METH_O, NULL},
#define INTEROP_DEEP_METHODS {"__deepcopy__", interop_record_deepcopy, METH_O, NULL},

#endif
