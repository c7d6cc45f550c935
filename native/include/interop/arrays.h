/* Arrays on the way back: new objects that C fills, native memory that is read, and what is stored into the caller's own. */
#ifndef INTEROP_ARRAYS_H
#define INTEROP_ARRAYS_H

#include "newarrays.h"

/* --- New arrays ----------------------------------------------------------------------------------------------------- */

static PyObject *interop_numpy_zeros; /* numpy.zeros */
static PyObject *interop_numpy_asarray; /* numpy.asarray */

/* The memory of a new array that nobody else has; `view` holds it where it must be asked for. Whoever puts something else into
 * the place of array.array or numpy.zeros may have made less than `bytes`. */
static void *
interop_array_memory(PyObject *array, int make, Py_ssize_t bytes, Py_buffer *view)
{
    void *items = make == INTEROP_MAKE_ARRAY ? interop_array_inside(array) : NULL;

    if (INTEROP_LIKELY(items != NULL))
        return items;
    if (PyObject_GetBuffer(array, view, PyBUF_SIMPLE | PyBUF_WRITABLE) < 0) {
        view->obj = NULL;
        return NULL;
    }
    if (INTEROP_UNLIKELY(view->len < bytes)) {
        PyErr_Format(interop_errors.type, "%s made %zd bytes where %zd are needed",
                     make == INTEROP_MAKE_ARRAY ? "array.array" : "numpy.zeros", view->len, bytes);
        PyBuffer_Release(view);
        return NULL;
    }
    return view->buf;
}

INTEROP_UNUSED static PyObject *
interop_new_ndarray(const interop_type *type, Py_ssize_t count)
{
    char dtype[2] = {interop_type_code(type), '\0'};

    if (type->layout != NULL) {
        PyObject *records = type->layout->make(type, count), *array = NULL;
        if (records != NULL && interop_fetch(&interop_numpy_asarray, "numpy", "asarray") != NULL)
            array = PyObject_CallFunctionObjArgs(interop_numpy_asarray, records, NULL);
        Py_XDECREF(records);
        return array;
    }
    if (interop_fetch(&interop_numpy_zeros, "numpy", "zeros") == NULL)
        return NULL;
    return PyObject_CallFunction(interop_numpy_zeros, "ns", count, dtype);
}

/* Zeroed room for `count` elements (R7.9), in the object that will be returned where C can write into it directly. */
INTEROP_UNUSED static int
interop_array_make(interop_array *array, const interop_type *type, Py_ssize_t count, int flags, int make, interop_place at)
{
    array->make = (char)make;
    if (array->given) {
        if (INTEROP_UNLIKELY(array->count < count))
            return interop_fail(interop_errors.value, at, "the buffer holds %zd element%s, but %zd %s needed", array->count,
                                array->count == 1 ? "" : "s", count, count == 1 ? "is" : "are");
        return 0;
    }
    if (INTEROP_UNLIKELY(array->data != NULL)) {
        /* It has been too small. */
        interop_array_release(array);
        array->view.obj = NULL;
    }
    array->count = count;
    if (interop_bytes(count, type->size) < 0)
        return -1;
    if (make == INTEROP_MAKE_BYTES && !(flags & INTEROP_COPY)) {
        array->made = PyBytes_FromStringAndSize(NULL, count * type->size);
        if (array->made == NULL)
            return -1;
        array->data = INTEROP_BYTES_INSIDE(array->made);
        if (!(flags & INTEROP_MEASURED))
            memset(array->data, 0, (size_t)(count * type->size));
        return 0;
    }
    if ((make == INTEROP_MAKE_ARRAY || make == INTEROP_MAKE_NUMPY) && !(flags & INTEROP_COPY)) {
        array->made = make == INTEROP_MAKE_ARRAY ? interop_new_array(type, count) : interop_new_ndarray(type, count);
        if (array->made == NULL)
            return -1;
        array->data = count > 0 ? interop_array_memory(array->made, make, count * type->size, &array->view) : interop_nothing;
        return array->data == NULL ? -1 : 0;
    }
    return interop_array_private(array, type, count, 1);
}

/* A new Python object from `count` elements in native memory. */
INTEROP_UNUSED static PyObject *
interop_array_read(const void *data, Py_ssize_t count, const interop_type *type, int make, interop_place at)
{
    Py_ssize_t bytes = interop_bytes(count, type->size);
    PyObject *made;
    Py_buffer view;
    void *items;

    if (bytes < 0)
        return NULL;
    switch (make) {
    case INTEROP_MAKE_BYTES:
        return PyBytes_FromStringAndSize(data, bytes);
    case INTEROP_MAKE_STR:
        made = PyUnicode_Decode(data, bytes, type->size == 2 ? (PY_LITTLE_ENDIAN ? "utf-16-le" : "utf-16-be")
                                                             : (PY_LITTLE_ENDIAN ? "utf-32-le" : "utf-32-be"),
                                "strict");
        if (made == NULL)
            interop_text_failed(at);
        return made;
    case INTEROP_MAKE_LIST:
        return type->list(data, count, at);
    default:
        made = make == INTEROP_MAKE_ARRAY ? interop_new_array(type, count) : interop_new_ndarray(type, count);
        if (made == NULL || count == 0)
            return made;
        view.obj = NULL;
        items = interop_array_memory(made, make, bytes, &view);
        if (items == NULL) {
            Py_DECREF(made);
            return NULL;
        }
        memcpy(items, data, (size_t)bytes);
        if (view.obj != NULL)
            PyBuffer_Release(&view);
        return made;
    }
}

/* Elements before the first zero one. */
INTEROP_UNUSED static Py_ssize_t
interop_terminated(const void *data, size_t size)
{
    Py_ssize_t count = 0;

    while (!interop_is_zero((const char *)data + (size_t)count * size, size))
        count++;
    return count;
}

/* The same, where only `most` are there. */
INTEROP_UNUSED static Py_ssize_t
interop_ended(const void *data, size_t size, Py_ssize_t most)
{
    Py_ssize_t count = 0;

    while (count < most && !interop_is_zero((const char *)data + (size_t)count * size, size))
        count++;
    return count;
}

/* Twice the room, up to the limit and to what the parameter that tells C about it can say. */
INTEROP_UNUSED static Py_ssize_t
interop_grow(Py_ssize_t room, interop_wide limit, interop_wide most, interop_place at)
{
    limit = limit < most ? limit : most;
    if (room >= limit)
        return interop_fail(interop_errors.value, at, "C needs more room than the limit of %lld", (long long)limit);
    return room < 1 ? 1 : room > limit / 2 ? (Py_ssize_t)(limit < PY_SSIZE_T_MAX ? limit : PY_SSIZE_T_MAX) : room * 2;
}

/* --- The way back ---------------------------------------------------------------------------------------------------- */

/* The valid part after the call: what C reports, refused when it is beyond the room. */
INTEROP_UNUSED static Py_ssize_t
interop_valid(interop_wide length, int bytes_per_item, Py_ssize_t room, interop_place at)
{
    Py_ssize_t valid = interop_count(length, bytes_per_item, at, "length_is");

    if (INTEROP_UNLIKELY(valid > room))
        return interop_fail(interop_errors.value, at, "C reports %zd valid elements, but there is room for %zd", valid, room);
    return valid;
}

/* Converts what goes back into the caller's list; nothing is stored yet. */
INTEROP_UNUSED static inline int
interop_array_prepare(interop_array *array, const interop_type *type, Py_ssize_t valid, interop_place at)
{
    if (array->list != NULL) {
        Py_CLEAR(array->made);
        array->in_place = type->kind == 'f' && type->size == sizeof(double) && interop_floats_are_its_own(array->list, valid);
        if (array->in_place)
            return 0;
        array->made = type->list(array->data, valid, at);
        if (array->made == NULL)
            return -1;
        if (PyList_Size(array->list) < valid)
            return interop_fail(interop_errors.value, at, "the list became shorter during the call");
    }
    return 0;
}

/* Records in a list stay the objects they are, and get what C wrote. Nothing here can fail but for lack of memory. */
INTEROP_UNUSED static int
interop_records_commit(interop_array *array, const interop_type *type, Py_ssize_t valid)
{
    for (Py_ssize_t i = 0; i < valid; i++) {
        PyObject *mine = PyList_GetItem(array->list, i), *its = PyList_GetItem(array->made, i);
        if (mine == NULL || its == NULL)
            return -1;
        if (Py_TYPE(mine) == Py_TYPE(its))
            type->layout->assign(mine, its);
        else if (PyList_SetItem(array->list, i, Py_NewRef(its)) < 0)
            return -1;
    }
    return 0;
}

INTEROP_UNUSED static int
interop_array_store(interop_array *array, const interop_type *type, Py_ssize_t valid, interop_place at)
{
    if (array->in_place) {
        /* Storing another argument may have run code meanwhile. */
        if (INTEROP_LIKELY(interop_floats_are_its_own(array->list, valid))) {
            interop_floats_set(array->list, array->data, valid);
            return 0;
        }
        array->in_place = 0;
        if (interop_array_prepare(array, type, valid, at) < 0)
            return -1;
    }
    if (array->list != NULL)
        return type->layout != NULL ? interop_records_commit(array, type, valid)
                                    : PyList_SetSlice(array->list, 0, valid, array->made);
    if (array->stores && array->view.obj != NULL) {
        if (valid == array->count)
            return PyBuffer_FromContiguous(&array->view, array->data, array->view.len, 'C');
        /* Only the valid part: the rest of a strided view keeps what it has, which is what was copied in. */
        if (PyBuffer_IsContiguous(&array->view, 'C'))
            memcpy(array->view.buf, array->data, (size_t)(valid * type->size));
        else
            return PyBuffer_FromContiguous(&array->view, array->data, valid * type->size, 'C');
    }
    return 0;
}

/* Stores what C wrote into the caller's object, where it is not there yet. */
INTEROP_UNUSED static inline int
interop_array_commit(interop_array *array, const interop_type *type, Py_ssize_t valid, interop_place at)
{
    return array->list == NULL && !array->stores ? 0 : interop_array_store(array, type, valid, at);
}

/* All but the usual case below. */
INTEROP_UNUSED static PyObject *
interop_array_result_slow(interop_array *array, const interop_type *type, Py_ssize_t valid, interop_place at)
{
    PyObject *made;

    if (array->given)
        return PyLong_FromSsize_t(valid);
    if (array->made == NULL)
        return interop_array_read(array->data, valid, type, array->make, at);
    if (array->view.obj != NULL) {
        PyBuffer_Release(&array->view);
        array->view.obj = NULL;
    }
    made = array->made;
    array->made = NULL;
    if (valid == array->count)
        return made;
#ifndef Py_LIMITED_API
    if (array->make == INTEROP_MAKE_BYTES) {
        _PyBytes_Resize(&made, valid * type->size);
        return made;
    }
#endif
    {
        PyObject *part = PySequence_GetSlice(made, 0, valid);
        Py_DECREF(made);
        return part;
    }
}

/* The Python value of an out array: a new object of the valid length, or that length for the caller's own buffer. */
INTEROP_UNUSED static inline PyObject *
interop_array_result(interop_array *array, const interop_type *type, Py_ssize_t valid, interop_place at)
{
    PyObject *made = array->made;

    if (INTEROP_UNLIKELY(made == NULL || array->given || valid != array->count || array->view.obj != NULL))
        return interop_array_result_slow(array, type, valid, at);
    array->made = NULL;
    return made;
}

/* Which element a pointer into an array that C was given points to; the end of it counts as one. */
INTEROP_UNUSED static PyObject *
interop_index(const void *pointer, const interop_array *array, size_t size, interop_place at)
{
    uintptr_t offset = (uintptr_t)pointer - (uintptr_t)array->data;

    if (INTEROP_UNLIKELY(offset % size != 0 || offset / size > (size_t)array->count)) {
        interop_fail(interop_errors.value, at, "C gave a pointer that does not lead into the array");
        return NULL;
    }
    return PyLong_FromSsize_t((Py_ssize_t)(offset / size));
}

#endif
