/* Fields of records that are not blittable: Python objects beside the native value, which become memory of their own when the
 * record crosses.
 *
 * Values are checked, and copied into our own objects, when they are assigned (interop_..._held); on the way in they are
 * converted into the call's arena (interop_put_...). */
#ifndef INTEROP_FIELDS_H
#define INTEROP_FIELDS_H

#include "errors.h"
#include "views.h"

/* --- Assignment: what is held, or NULL with an exception ------------------------------------------------------------- */

INTEROP_UNUSED static PyObject *
interop_text_held(PyObject *value, const interop_codec *codec, int flags, interop_place at)
{
    interop_text text;
    Py_ssize_t units;
    int failed;

    if (INTEROP_LIKELY(interop_ready(value, codec, flags, &units) != NULL))
        return Py_NewRef(value);
    interop_text_init(&text);
    failed = interop_text_in_slow(value, codec, flags, &text, at);
    interop_text_release(&text);
    return failed ? NULL : Py_NewRef(value);
}

INTEROP_UNUSED static PyObject *
interop_array_held(PyObject *value, const interop_type *type, int flags, int make, interop_place at)
{
    interop_array array;
    PyObject *held = NULL;

    if (value == Py_None && (flags & INTEROP_NULLABLE))
        return Py_NewRef(Py_None);
    interop_array_init(&array);
    if (interop_array_in(value, type, flags, &array, at) == 0)
        held = interop_array_read(array.data, array.count, type, make, at);
    interop_array_release(&array);
    return held;
}

INTEROP_UNUSED static PyObject *
interop_texts_held(PyObject *value, const interop_codec *codec, int flags, interop_place at)
{
    interop_texts texts;
    PyObject *held = NULL;

    if (value == Py_None && (flags & INTEROP_NULLABLE))
        return Py_NewRef(Py_None);
    interop_texts_init(&texts);
    if (interop_texts_in(value, codec, flags, &texts, at) == 0)
        held = texts.held == NULL ? PySequence_List(texts.items) : PyList_New(texts.count);
    for (Py_ssize_t i = 0; held != NULL && texts.held != NULL && i < texts.count; i++)
        PyList_SetItem(held, i, Py_NewRef(texts.held[i]));
    interop_texts_release(&texts);
    return held;
}

INTEROP_UNUSED static PyObject *
interop_record_held(PyObject *value, interop_record *record, int flags, interop_place at)
{
    if (value == Py_None && (flags & INTEROP_NULLABLE))
        return Py_NewRef(Py_None);
    if (!INTEROP_IS(value, record)) {
        interop_expected(at, record->layout.name, value);
        return NULL;
    }
    return interop_record_keep(value);
}

/* A record inside the record: its value is copied. */
INTEROP_UNUSED static PyObject *
interop_inner_held(PyObject *value, interop_record *record, interop_place at)
{
    if (!INTEROP_IS(value, record)) {
        interop_expected(at, record->layout.name, value);
        return NULL;
    }
    return interop_record_copy(value, NULL);
}

/* Records in a list of their own; `copies`: they are values of this record, else others it points at. */
INTEROP_UNUSED static PyObject *
interop_records_held(PyObject *value, interop_record *record, int flags, Py_ssize_t fixed, int copies, interop_place at)
{
    PyObject *list;

    if (value == Py_None && (flags & INTEROP_NULLABLE))
        return Py_NewRef(Py_None);
    if (PyUnicode_Check(value) || !PySequence_Check(value)) {
        interop_expected(at, "a sequence of records", value);
        return NULL;
    }
    list = PySequence_List(value);
    if (list != NULL && fixed >= 0 && PyList_Size(list) != fixed) {
        interop_fail(interop_errors.value, at, "expected %zd element%s, got %zd", fixed, fixed == 1 ? "" : "s",
                     PyList_Size(list));
        Py_CLEAR(list);
    }
    for (Py_ssize_t i = 0; list != NULL && i < PyList_Size(list); i++) {
        PyObject *item = PyList_GetItem(list, i), *kept = NULL;
        if (!INTEROP_IS(item, record))
            interop_expected(interop_place_at(at, i), record->layout.name, item);
        else
            kept = copies ? interop_record_copy(item, NULL) : interop_record_keep(item);
        if (kept == NULL || PyList_SetItem(list, i, kept) < 0)
            Py_CLEAR(list);
    }
    return list;
}

/* A value of its own: checked, and as it will be read. */
INTEROP_UNUSED static PyObject *
interop_item_held(PyObject *value, const interop_type *type, interop_place at)
{
    void *room = PyMem_Calloc(1, (size_t)type->size);
    PyObject *held;

    if (room == NULL)
        return PyErr_NoMemory();
    held = type->set(value, room, at) < 0 ? NULL : type->get(room, at);
    PyMem_Free(room);
    return held;
}

/* The elements of a flexible array member: bytes, or a view of memory of their own. */
enum { INTEROP_MAKE_VIEW = 100 };

INTEROP_UNUSED static PyObject *
interop_elements_held(PyObject *value, const interop_type *type, int make, interop_place at)
{
    interop_array array;
    interop_view *held = NULL;

    if (make != INTEROP_MAKE_VIEW)
        return interop_array_held(value, type, 0, make, at);
    interop_array_init(&array);
    if (interop_array_in(value, type, 0, &array, at) == 0) {
        held = interop_view_new(type, &array.count, 1, NULL, NULL, at);
        if (held != NULL)
            memcpy(held->data, array.data, (size_t)held->bytes);
    }
    interop_array_release(&array);
    return (PyObject *)held;
}

/* What a flexible array member holds; none at first. */
INTEROP_UNUSED static PyObject *
interop_held_elements(PyObject *self, int place, const interop_type *type, int make, interop_place at)
{
    if (INTEROP_HELD(self, place) == NULL) {
        Py_ssize_t none = 0;
        PyObject *empty = make == INTEROP_MAKE_VIEW ? (PyObject *)interop_view_new(type, &none, 1, NULL, NULL, at)
                                                    : interop_array_read(interop_nothing, 0, type, make, at);
        if (interop_hold(self, place, empty) < 0)
            return NULL;
    }
    return interop_held(self, place);
}

/* Elements in native memory, in a view of their own. */
INTEROP_UNUSED static PyObject *
interop_view_copy(const interop_type *type, const void *data, Py_ssize_t count, interop_place at)
{
    interop_view *made = interop_view_new(type, &count, 1, NULL, NULL, at);

    if (made != NULL)
        memcpy(made->data, data, (size_t)made->bytes);
    return (PyObject *)made;
}

/* A fixed array in a tagged union that holds memory elsewhere: characters, or a view of memory of its own. */
INTEROP_UNUSED static PyObject *
interop_fixed_held(PyObject *value, const interop_type *type, Py_ssize_t count, interop_place at)
{
    PyObject *held = interop_elements_held(value, type, type->kind == 'c' ? INTEROP_MAKE_BYTES : INTEROP_MAKE_VIEW, at);

    if (held != NULL && PyObject_Size(held) != count) {
        interop_fail(interop_errors.value, at, "expected %zd element%s, got %zd", count, count == 1 ? "" : "s",
                     PyObject_Size(held));
        Py_CLEAR(held);
    }
    return held;
}

INTEROP_UNUSED static PyObject *
interop_fixed_text_held(PyObject *value, Py_ssize_t count, const interop_codec *codec, interop_place at)
{
    void *room = PyMem_Malloc((size_t)(count * codec->unit));
    int failed;

    if (room == NULL)
        return PyErr_NoMemory();
    failed = interop_fixed_text_in(value, room, count, codec, at);
    PyMem_Free(room);
    return failed ? NULL : Py_NewRef(value);
}

/* New zeroed inner records: one (`count` -1), or a list of them. */
INTEROP_UNUSED static int
interop_prepare(interop_object *self, int place, interop_record *record, Py_ssize_t count)
{
    PyObject *made = count < 0 ? (PyObject *)interop_record_new(record) : PyList_New(count);

    for (Py_ssize_t i = 0; made != NULL && i < count; i++) {
        PyObject *item = (PyObject *)interop_record_new(record);
        if (item == NULL || PyList_SetItem(made, i, item) < 0)
            Py_CLEAR(made);
    }
    self->held[place] = made;
    return made == NULL ? -1 : 0;
}

/* --- The way in -------------------------------------------------------------------------------------------------------- */

/* What a field holds, kept for the whole call: None where nothing was assigned. Borrowed; NULL with MemoryError. */
INTEROP_UNUSED static PyObject *
interop_put(PyObject *object, int place, interop_arena *arena)
{
    PyObject *value = INTEROP_HELD(object, place);

    if (value == NULL || value == Py_None)
        return Py_None;
    return interop_arena_keep(arena, value) < 0 ? NULL : value;
}

/* Text, for C to read: the str's own, or a copy in the arena. */
INTEROP_UNUSED static int
interop_put_text(PyObject *value, const interop_codec *codec, int flags, interop_arena *arena, void **data, Py_ssize_t *units,
                 interop_place at)
{
    interop_text text;
    int failed;

    *data = NULL;
    *units = 0;
    *data = (void *)(uintptr_t)interop_ready(value, codec, flags, units);
    if (INTEROP_LIKELY(*data != NULL))
        return 0;
    interop_text_init(&text);
    failed = interop_text_in(value, codec, flags & ~INTEROP_COPY, &text, at);
    if (!failed && text.data != NULL) {
        Py_ssize_t front = codec->bstr ? INTEROP_TEXT_FRONT : 0, length = codec->bstr ? (Py_ssize_t)sizeof(uint32_t) : 0;
        Py_ssize_t bytes = codec->bstr ? (Py_ssize_t)interop_bstr_bytes(text.data) : text.units * codec->unit;
        char *room = interop_arena_take(arena, front + bytes + 4, 1, 8);
        failed = room == NULL ? -1 : 0;
        if (!failed) {
            memcpy(room + front - length, (const char *)text.data - length, (size_t)(length + bytes));
            *data = room + front;
        }
        *units = text.units;
    }
    interop_text_release(&text);
    return failed;
}

/* Elements without memory of their own. */
INTEROP_UNUSED static int
interop_put_array(PyObject *value, const interop_type *type, int flags, interop_arena *arena, void **data, Py_ssize_t *count,
                  interop_place at)
{
    interop_array array;
    int failed;

    *data = NULL;
    *count = 0;
    interop_array_init(&array);
    failed = interop_array_in(value, type, flags, &array, at);
    if (!failed && array.data != NULL) {
        *count = array.count;
        *data = interop_arena_take(arena, array.count + 1, (size_t)type->size, type->alignment);
        failed = *data == NULL ? -1 : 0;
        if (!failed)
            memcpy(*data, array.data, (size_t)(array.count * type->size));
    }
    interop_array_release(&array);
    return failed;
}

/* Room for records with memory of their own, which are converted later. */
INTEROP_UNUSED static int
interop_put_records(PyObject *value, const interop_type *type, int flags, Py_ssize_t fixed, interop_arena *arena,
                    PyObject **items, void **data, Py_ssize_t *count, interop_place at)
{
    *data = NULL;
    *count = 0;
    *items = NULL;
    if (value == Py_None && (flags & INTEROP_NULLABLE))
        return 0;
    if (!PyList_Check(value))
        return interop_expected(at, "a list of records", value);
    *items = PyList_AsTuple(value);
    if (*items == NULL)
        return -1;
    *count = PyTuple_Size(*items);
    if (interop_arena_keep(arena, *items) < 0) {
        Py_DECREF(*items);
        return -1;
    }
    Py_DECREF(*items);
    if (fixed >= 0 && *count != fixed)
        return interop_fail(interop_errors.value, at, "expected %zd element%s, got %zd", fixed, fixed == 1 ? "" : "s", *count);
    *data = interop_arena_take(arena, *count + 1, (size_t)type->size, type->alignment);
    return *data == NULL ? -1 : 0;
}

/* An array of text pointers. */
INTEROP_UNUSED static int
interop_put_texts(PyObject *value, const interop_codec *codec, int flags, interop_arena *arena, void **data, Py_ssize_t *count,
                  interop_place at)
{
    PyObject *items;
    void **pointers;

    *data = NULL;
    *count = 0;
    if (value == Py_None && (flags & INTEROP_NULLABLE))
        return 0;
    if (!PyList_Check(value))
        return interop_expected(at, "a list of str", value);
    items = PyList_AsTuple(value);
    if (items == NULL || interop_arena_keep(arena, items) < 0) {
        Py_XDECREF(items);
        return -1;
    }
    Py_DECREF(items);
    pointers = interop_arena_take(arena, PyTuple_Size(items) + 1, sizeof(void *), _Alignof(void *));
    if (pointers == NULL)
        return -1;
    for (Py_ssize_t i = 0; i < PyTuple_Size(items); i++) {
        PyObject *item = PyTuple_GetItem(items, i);
        Py_ssize_t units;
        int inner = (flags & INTEROP_COPY) | (flags & INTEROP_ELEMENT_NULLABLE ? INTEROP_NULLABLE : 0);
        if (interop_put_text(item, codec, inner, arena, &pointers[i], &units, interop_place_at(at, i)) < 0)
            return -1;
    }
    *data = pointers;
    *count = PyTuple_Size(items);
    return 0;
}

/* A block that came from C's own allocator, zeroed; NULL with MemoryError when there is none. */
INTEROP_UNUSED static void *
interop_zeroed(void *block, size_t size)
{
    return interop_given(block, NULL, 0) == NULL ? NULL : memset(block, 0, size);
}

INTEROP_COLD static int
interop_cannot_give(interop_place at)
{
    return interop_fail(interop_errors.value, at, "C may free this, and the declaration says with which allocator in no "
                                                  "owned(free, alloc)");
}

/* Sets a pointer in a record, which may be const itself. */
#define INTEROP_POINT(place, target) interop_point((void *)(uintptr_t)&(place), (target))

INTEROP_UNUSED static inline void
interop_point(void *place, const void *target)
{
    memcpy(place, &target, sizeof target);
}

/* Where the value of a record that is not blittable is: 1; 0: it was cdata, whose fields are C's already. */
INTEROP_UNUSED static inline int
interop_deep_in(PyObject *object, interop_record *record, void *out, size_t size, const interop_arena *arena, interop_place at)
{
    void *data;

    if (INTEROP_LIKELY(INTEROP_IS(object, record))) {
        memcpy(out, INTEROP_DATA(object), size);
        return 1;
    }
    data = arena->gives ? NULL : interop_record_other(object, record, NULL, at);
    if (data == NULL)
        return arena->gives ? interop_expected(at, record->layout.name, object) : -1;
    memcpy(out, data, size);
    return 0;
}

/* Follows a list from one record to the next, and sees when it comes round (after Brent). */
typedef struct {
    const void *mark;
    size_t steps;
    size_t limit;
} interop_chain;

INTEROP_UNUSED static inline int
interop_chain_closes(interop_chain *chain, const void *next)
{
    if (next == chain->mark)
        return 1;
    if (++chain->steps == chain->limit) {
        chain->mark = next;
        chain->steps = 0;
        chain->limit *= 2;
    }
    return 0;
}

INTEROP_COLD static int
interop_chain_failed(interop_place at)
{
    return interop_fail(interop_errors.value, at, "the list has no end: it comes round to itself");
}

/* Two arrays that one field counts. */
INTEROP_UNUSED static int
interop_agree(Py_ssize_t *length, int present, Py_ssize_t count, const char *measure, interop_place at)
{
    if (!present)
        return 0;
    if (*length >= 0 && *length != count)
        return interop_fail(interop_errors.value, at, "%zd elements, but '%s' counts %zd in another field", count, measure,
                            *length);
    *length = count;
    return 0;
}

/* What is wrong inside a record, said of the argument or result it belongs to. */
INTEROP_COLD static int
interop_wrong_inside(interop_place at)
{
    PyObject *type = PyErr_ExceptionMatches(interop_errors.range)   ? interop_errors.range
                     : PyErr_ExceptionMatches(interop_errors.value) ? interop_errors.value
                     : PyErr_ExceptionMatches(interop_errors.type)  ? interop_errors.type
                                                                    : NULL;

    return type == NULL || at.signature->required == NULL ? -1 : interop_fail_because(type, at, "");
}

#endif
