/* Arrays on the way in: pinned where the caller's buffer fits, copied otherwise.
 *
 * Stages (interop_array_...):  in, inout, take          marshal and pin
 *                              release                  cleanup, always
 * and in arrays.h:             make                     marshal: room for what only comes back
 *                              prepare, commit          unmarshal: all is converted before anything is stored
 *                              result                   unmarshal of a new array */
#ifndef INTEROP_BUFFERS_H
#define INTEROP_BUFFERS_H

#include "ndarray.h"

enum {
    INTEROP_NULLABLE = 1,   /* None passes NULL */
    INTEROP_COPY = 2,       /* a private copy, whatever comes */
    INTEROP_PIN = 4,        /* the caller's own memory, or an error */
    INTEROP_TERMINATED = 8, /* a zero element ends it */
    INTEROP_WRITABLE = 16,  /* C writes; set by the functions below */
    INTEROP_REQUIRED = 128, /* an out array that only the caller can provide */
    INTEROP_FILLED = 256,   /* an out array: a buffer, never a list */
    INTEROP_MEASURED = 1024, /* C says how much it wrote, and no more is handed out */
    INTEROP_OWNED = 512     /* records whose parts are freed with them */
};

/* What a new array comes back as. */
enum { INTEROP_MAKE_BYTES, INTEROP_MAKE_ARRAY, INTEROP_MAKE_NUMPY, INTEROP_MAKE_LIST, INTEROP_MAKE_STR };

typedef struct {
    void *data;       /* what C gets; NULL only for None */
    Py_ssize_t count; /* elements behind it */
    Py_buffer view;   /* view.obj != NULL: a buffer held until release */
    PyObject *list;   /* the caller's list, written back into (borrowed: the caller holds its arguments) */
    PyObject *made;   /* owned: the new object that C fills, the new items of `list`, or a NumPy array that C uses as it lies */
    void *heap;       /* private memory to free */
    interop_arena *arena; /* where records among the elements put what they point at */
    char given;       /* the caller gave this buffer for an out array */
    char in_place;    /* what C wrote goes into the floats that the list has */
    char stores;      /* what C wrote is in private memory and is stored into `view` by commit */
    char make;        /* INTEROP_MAKE_... */
    union {
        char bytes[INTEROP_LOCAL];
        long long integer;
        long double number;
        void *pointer;
    } local;
} interop_array;

static inline void
interop_array_init(interop_array *array)
{
    array->data = NULL;
    array->count = 0;
    array->view.obj = NULL;
    array->list = NULL;
    array->made = NULL;
    array->heap = NULL;
    array->arena = NULL;
    array->given = 0;
    array->in_place = 0;
    array->stores = 0;
    array->make = 0;
}

INTEROP_UNUSED static inline void
interop_array_release(interop_array *array)
{
    if (array->view.obj != NULL)
        PyBuffer_Release(&array->view);
    Py_XDECREF(array->made);
    array->made = NULL;
    if (INTEROP_UNLIKELY(array->heap != NULL)) {
        PyMem_Free(array->heap);
        array->heap = NULL;
    }
}

/* Private memory for `count` elements and, where asked, a zero one behind them. */
INTEROP_UNUSED static int
interop_array_private(interop_array *array, const interop_type *type, Py_ssize_t count, int zeroed)
{
    Py_ssize_t bytes = interop_bytes(count + 1, type->size);
    size_t spare = type->alignment > _Alignof(max_align_t) ? type->alignment : 0;

    if (bytes < 0)
        return -1;
    if (bytes <= INTEROP_LOCAL && spare == 0) {
        array->data = array->local.bytes;
    } else {
        array->heap = PyMem_Malloc((size_t)bytes + spare);
        if (array->heap == NULL) {
            PyErr_NoMemory();
            return -1;
        }
        array->data = spare == 0 ? array->heap : INTEROP_ALIGNED(array->heap, type->alignment);
    }
    if (zeroed)
        memset(array->data, 0, (size_t)bytes);
    else
        memset((char *)array->data + count * type->size, 0, (size_t)type->size);
    array->count = count;
    return 0;
}

/* --- Messages ------------------------------------------------------------------------------------------------------- */

static const char *
interop_wanted(const interop_type *type, int flags, char *text, size_t size)
{
    const char *writable = flags & INTEROP_WRITABLE ? "a writable buffer" : "a buffer";
    const char *name = type->layout != NULL ? type->layout->name : type->name; /* records, as Python calls them */

    if (type->kind == '*' || type->kind == 'c')
        PyOS_snprintf(text, size, "%s of bytes", writable);
    else if (flags & INTEROP_PIN)
        PyOS_snprintf(text, size, "%s of %s (the parameter is pinned)", writable, name);
    else if (flags & INTEROP_FILLED)
        PyOS_snprintf(text, size, "%s of %s", writable, name);
    else
        PyOS_snprintf(text, size, "%s or %s of %s", flags & INTEROP_WRITABLE ? "a list" : "a sequence", writable, name);
    return text;
}

INTEROP_COLD static int
interop_wrong_format(interop_place at, const interop_type *type, const Py_buffer *view, int flags)
{
    char wanted[120];
    int result;
    PyObject *name = PyType_GetName(Py_TYPE(view->obj));

    if (name == NULL)
        return -1;
    if (type->layout != NULL && view->itemsize == type->size && interop_is_struct(view->format)) {
        char why[160] = "";
        interop_layout_fits(type->layout, view->format, why, sizeof why);
        result = interop_fail(interop_errors.type, at, "expected %s, got %U of another layout: %s",
                              interop_wanted(type, flags, wanted, sizeof wanted), name, why);
    } else {
        result = interop_fail(interop_errors.type, at, "expected %s, got %U with items of format '%s' (%zd byte%s each)",
                              interop_wanted(type, flags, wanted, sizeof wanted), name,
                              view->format != NULL ? view->format : "B", view->itemsize, view->itemsize == 1 ? "" : "s");
    }
    Py_DECREF(name);
    return result;
}

INTEROP_COLD static int
interop_wrong_array(interop_place at, const interop_type *type, PyObject *object, int flags)
{
    char wanted[120];

    return interop_expected(at, interop_wanted(type, flags, wanted, sizeof wanted), object);
}

/* --- From buffers -------------------------------------------------------------------------------------------------- */

/* What is not C-contiguous: a copy in C order, and back into the same places on commit. */
INTEROP_COLD static int
interop_array_strided(PyObject *object, const interop_type *type, int flags, interop_array *array, interop_place at)
{
    PyObject *name;

    /* What the exporter says of a layout it cannot give; anything else is the caller's to see. */
    if (!interop_raised_by_c(PyExc_BufferError) && !interop_raised_by_c(PyExc_ValueError)
        && !interop_raised_by_c(PyExc_TypeError))
        return -1;
    PyErr_Clear();
    if (PyObject_GetBuffer(object, &array->view, PyBUF_FULL_RO) < 0) {
        array->view.obj = NULL;
        if (interop_raised_by_c(PyExc_ValueError) || interop_raised_by_c(PyExc_BufferError)
            || interop_raised_by_c(PyExc_TypeError))
            return interop_fail_because(interop_errors.type, at, "the buffer cannot be read: ");
        return -1;
    }
    if ((flags & INTEROP_WRITABLE) && array->view.readonly) {
        char wanted[120];
        name = PyType_GetName(Py_TYPE(object));
        if (name != NULL)
            interop_fail(interop_errors.type, at, "expected %s, got %U, which is read-only",
                         interop_wanted(type, flags, wanted, sizeof wanted), name);
        Py_XDECREF(name);
        return -1;
    }
    if (!interop_format_fits(type, &array->view))
        return interop_wrong_format(at, type, &array->view, flags);
    if (flags & INTEROP_PIN)
        return interop_fail(interop_errors.value, at, "the buffer is not contiguous, and the parameter is pinned");
    if (interop_array_private(array, type, array->view.len / type->size, 0) < 0
        || PyBuffer_ToContiguous(array->data, &array->view, array->view.len, 'C') < 0)
        return -1;
    array->stores = 1;
    return 0;
}

INTEROP_UNUSED static int
interop_array_buffer(PyObject *object, const interop_type *type, int flags, interop_array *array, interop_place at)
{
    int request = PyBUF_ND | PyBUF_FORMAT | (flags & INTEROP_WRITABLE ? PyBUF_WRITABLE : 0);

    if (INTEROP_UNLIKELY(PyObject_GetBuffer(object, &array->view, request) < 0)) {
        array->view.obj = NULL;
        if (interop_array_strided(object, type, flags, array, at) < 0)
            return -1;
    } else {
        if (INTEROP_UNLIKELY(!interop_format_fits(type, &array->view)))
            return interop_wrong_format(at, type, &array->view, flags);
        array->count = type->size == 1 ? array->view.len : array->view.len / type->size;
        if (INTEROP_UNLIKELY((uintptr_t)array->view.buf % type->alignment != 0)) {
            /* Such memory is a value in Python and undefined behaviour in C. */
            if (flags & INTEROP_PIN)
                return interop_fail(interop_errors.value, at, "the buffer is not aligned for %s, and the parameter is pinned",
                                    type->name);
            flags |= INTEROP_COPY;
        }
        if (!(flags & (INTEROP_COPY | INTEROP_TERMINATED))) {
            array->data = array->view.buf != NULL && array->view.len > 0 ? array->view.buf : interop_nothing;
            return 0;
        }
        if (interop_array_private(array, type, array->count, 0) < 0)
            return -1;
        memcpy(array->data, array->view.buf, (size_t)array->view.len);
        array->stores = 1;
    }
    /* Only C writes make the caller's buffer worth holding any longer: what is copied in has been read. */
    if (!(flags & INTEROP_WRITABLE)) {
        PyBuffer_Release(&array->view);
        array->view.obj = NULL;
        array->stores = 0;
    }
    return 0;
}

/* The items of any sequence as a tuple: as many as it says it has, and no more. */
INTEROP_COLD static PyObject *
interop_snapshot(PyObject *sequence, interop_place at)
{
    Py_ssize_t count = PySequence_Size(sequence);
    PyObject *list = count < 0 ? NULL : PyList_New(0);
    PyObject *items = NULL;

    for (Py_ssize_t i = 0; list != NULL && i < count; i++) {
        PyObject *item = PySequence_GetItem(sequence, i);
        if (item == NULL || PyList_Append(list, item) < 0) {
            Py_XDECREF(item);
            if (item == NULL && PyErr_ExceptionMatches(PyExc_IndexError)) {
                PyErr_Clear();
                interop_fail(interop_errors.value, at, "the sequence has fewer items than the %zd it says", count);
            }
            Py_DECREF(list);
            return NULL;
        }
        Py_DECREF(item);
    }
    if (list != NULL) {
        items = PyList_AsTuple(list);
        Py_DECREF(list);
    }
    return items;
}

/* --- From sequences and cdata --------------------------------------------------------------------------------------- */

INTEROP_UNUSED static inline int
interop_array_items(PyObject *sequence, Py_ssize_t count, const interop_type *type, interop_array *array, interop_place at)
{
    if (INTEROP_LIKELY(type->layout == NULL && count < INTEROP_LOCAL / type->size && type->alignment <= _Alignof(max_align_t))) {
        array->data = array->local.bytes;
        array->count = count;
        memset(array->local.bytes + count * type->size, 0, (size_t)type->size);
    } else if (interop_array_private(array, type, count, type->layout != NULL) < 0) {
        /* Records start zeroed, so that those which were not reached own nothing (R8.11). */
        return -1;
    }
    return type->fill(sequence, array->data, count, array->arena, at);
}

INTEROP_UNUSED static PyObject *interop_cdata_base; /* _cffi_backend._CDataBase */

INTEROP_UNUSED static int
interop_is_cdata(PyObject *object)
{
    /* The last class that was none: cffi's own are there as long as cffi, so no other object can come to have its address. */
    static PyTypeObject *other;
    int is_cdata;

    if (INTEROP_LIKELY(Py_TYPE(object) == other))
        return 0;
    if (INTEROP_UNLIKELY(interop_cdata_base == NULL)) {
        PyObject *backend = PyImport_ImportModule("_cffi_backend");
        interop_cdata_base = backend != NULL ? PyObject_GetAttrString(backend, "_CDataBase") : NULL;
        Py_XDECREF(backend);
        if (interop_cdata_base == NULL)
            return -1;
    }
    is_cdata = PyObject_IsInstance(object, interop_cdata_base);
    if (is_cdata == 0)
        other = Py_TYPE(object);
    return is_cdata;
}

/* A cdata array: its own memory, pinned (C objects have no read-only side to protect) unless a copy is asked for. */
INTEROP_COLD static int
interop_array_cdata(PyObject *object, const interop_type *type, int flags, interop_array *array, interop_place at)
{
    interop_ctype pointer = {type->pointer, NULL};
    void *data = NULL;
    Py_ssize_t count;
    int failed;

    /* What stands behind its pointers came from anywhere. */
    if (flags & INTEROP_OWNED)
        return interop_fail(interop_errors.type, at, "a cdata array of %s cannot be passed, since what its records point at "
                                                     "would be freed: %s", type->name,
                            flags & INTEROP_FILLED ? "leave it out" : "pass a list");
    failed = interop_to_pointer(object, &pointer, &data, at);
    Py_XDECREF(pointer.type);
    if (failed)
        return -1;
    count = PyObject_Size(object);
    if (count < 0) {
        if (!PyErr_ExceptionMatches(PyExc_TypeError))
            return -1;
        PyErr_Clear();
        return interop_fail(interop_errors.type, at, "a cdata pointer has no length: pass ffi.buffer(pointer, size) instead");
    }
    if (type->kind == '*') {
        PyObject *size = PyObject_CallMethod(interop_ffi, "sizeof", "O", object);
        count = size != NULL ? PyLong_AsSsize_t(size) : -1;
        Py_XDECREF(size);
        if (count < 0)
            return -1;
    }
    if ((flags & INTEROP_WRITABLE) && (flags & INTEROP_TERMINATED))
        return interop_fail(interop_errors.type, at, "a cdata array has no room for the zero element that ends it: pass a list");
    if ((flags & INTEROP_WRITABLE) || !(flags & (INTEROP_COPY | INTEROP_TERMINATED))) {
        array->data = data;
        array->count = count;
        return 0;
    }
    if (interop_array_private(array, type, count, 0) < 0)
        return -1;
    memcpy(array->data, data, (size_t)(count * type->size));
    return 0;
}

/* Wide characters: the text's own code units. */
INTEROP_COLD static int
interop_array_wide(PyObject *object, const interop_type *type, interop_array *array, interop_place at)
{
    PyObject *encoded = PyUnicode_AsEncodedString(object, type->size == 2 ? (PY_LITTLE_ENDIAN ? "utf-16-le" : "utf-16-be")
                                                                         : (PY_LITTLE_ENDIAN ? "utf-32-le" : "utf-32-be"),
                                                  "strict");
    Py_ssize_t bytes;
    int failed;

    if (encoded == NULL)
        return interop_text_failed(at);
    bytes = PyBytes_Size(encoded);
    failed = interop_array_private(array, type, bytes / type->size, 0);
    if (!failed)
        memcpy(array->data, PyBytes_AsString(encoded), (size_t)bytes);
    Py_DECREF(encoded);
    return failed;
}

/* --- The way in ----------------------------------------------------------------------------------------------------- */

INTEROP_UNUSED static int
interop_array_none(const interop_type *type, int flags, PyObject *object, interop_place at)
{
    return flags & INTEROP_NULLABLE ? 0 : interop_wrong_array(at, type, object, flags);
}

static inline int
interop_is_zero(const char *item, size_t size)
{
    return item[0] == 0 && memcmp(item, item + 1, size - 1) == 0;
}

/* A zero element ends the array for C, so none may stand before its end. */
INTEROP_UNUSED static int
interop_array_unended(const interop_array *array, const interop_type *type, interop_place at)
{
    for (Py_ssize_t i = 0; i < array->count; i++) {
        if (interop_is_zero((const char *)array->data + i * type->size, (size_t)type->size)) {
            at.item = i <= INT_MAX ? (int)i : INT_MAX;
            return interop_fail(interop_errors.value, at, "a zero element would end the array early");
        }
    }
    return 0;
}

/* The most usual cases: an array of NumPy's, and bytes that are only read, which the caller holds. */
INTEROP_INLINE int
interop_array_at_once(PyObject *object, const interop_type *type, int flags, interop_array *array)
{
    if (flags & (INTEROP_COPY | INTEROP_TERMINATED))
        return 0;
    if (!(flags & INTEROP_WRITABLE) && (type->kind == '*' || (type->size == 1 && interop_code_fits(type, "B")))
        && PyBytes_CheckExact(object) && INTEROP_LIKELY(Py_SIZE(object) > 0)) {
        array->data = PyBytes_AsString(object);
        array->count = Py_SIZE(object);
        return 1;
    }
    array->data = interop_ndarray_data(object, type, flags & INTEROP_WRITABLE, &array->count);
    if (array->data == NULL)
        return 0;
    array->made = Py_NewRef(object);
    return 1;
}

/* The usual case of another buffer: pinned as it is (1). 0: it is another case, and nothing is held. -1: the exporter raised
 * what is no answer about its layout. */
INTEROP_UNUSED static int
interop_array_pinned(PyObject *object, const interop_type *type, int flags, interop_array *array)
{
    int request = (type->kind == '*' ? PyBUF_SIMPLE : PyBUF_ND | PyBUF_FORMAT) | (flags & INTEROP_WRITABLE ? PyBUF_WRITABLE : 0);

    if ((flags & (INTEROP_COPY | INTEROP_TERMINATED)) || !PyObject_CheckBuffer(object))
        return 0;
    if (interop_dtype_of(type) >= 0)
        interop_meet_ndarray(object);
    if (INTEROP_UNLIKELY(PyObject_GetBuffer(object, &array->view, request) < 0)) {
        array->view.obj = NULL;
        if (!interop_raised_by_c(PyExc_BufferError) && !interop_raised_by_c(PyExc_ValueError)
            && !interop_raised_by_c(PyExc_TypeError))
            return -1;
        PyErr_Clear();
        return 0;
    }
    if (INTEROP_UNLIKELY(array->view.buf == NULL || array->view.len <= 0 || !interop_format_fits(type, &array->view)
                         || (uintptr_t)array->view.buf % type->alignment != 0)) {
        PyBuffer_Release(&array->view);
        return 0;
    }
    array->data = array->view.buf;
    array->count = array->view.len / type->size;
    return 1;
}

INTEROP_UNUSED static int
interop_array_in_slow(PyObject *object, const interop_type *type, int flags, interop_array *array, interop_place at)
{
    int failed;

    if (PyObject_CheckBuffer(object)) {
        failed = interop_array_buffer(object, type, flags, array, at);
    } else if (object == Py_None) {
        return interop_array_none(type, flags, object, at);
    } else if (PyUnicode_Check(object)) {
        failed = type->kind == 'w' && !(flags & INTEROP_PIN) ? interop_array_wide(object, type, array, at)
                                                              : interop_wrong_array(at, type, object, flags);
    } else {
        int is_cdata = 0;
        if (type->fill != NULL && !(flags & INTEROP_PIN) && (PyList_Check(object) || PyTuple_Check(object))) {
            Py_ssize_t count = PyList_Check(object) ? PyList_Size(object) : PyTuple_Size(object);
            failed = interop_array_items(object, count, type, array, at);
        } else if ((is_cdata = interop_is_cdata(object)) != 0) {
            failed = is_cdata < 0 ? -1 : interop_array_cdata(object, type, flags, array, at);
        } else if (type->fill != NULL && !(flags & INTEROP_PIN) && PySequence_Check(object)) {
            PyObject *items = interop_snapshot(object, at);
            failed = items == NULL ? -1 : interop_array_items(items, PyTuple_Size(items), type, array, at);
            Py_XDECREF(items);
        } else {
            failed = interop_wrong_array(at, type, object, flags);
        }
    }
    if (!failed && (flags & INTEROP_TERMINATED))
        failed = interop_array_unended(array, type, at);
    return failed;
}

INTEROP_UNUSED static int
interop_array_in_other(PyObject *object, const interop_type *type, int flags, interop_array *array, interop_place at)
{
    int pinned;

    if (INTEROP_LIKELY(PyList_CheckExact(object)) && type->fill != NULL && !(flags & (INTEROP_PIN | INTEROP_TERMINATED)))
        return interop_array_items(object, Py_SIZE(object), type, array, at);
    pinned = interop_array_pinned(object, type, flags, array);
    return INTEROP_LIKELY(pinned > 0) ? 0 : pinned < 0 ? -1 : interop_array_in_slow(object, type, flags, array, at);
}

INTEROP_INLINE int
interop_array_in(PyObject *object, const interop_type *type, int flags, interop_array *array, interop_place at)
{
    return interop_array_at_once(object, type, flags, array) ? 0 : interop_array_in_other(object, type, flags, array, at);
}

/* What C reads and writes: a writable buffer, or a list that is written back into. */
INTEROP_UNUSED static int
interop_array_inout_slow(PyObject *object, const interop_type *type, int flags, interop_array *array, interop_place at)
{
    if (PyList_Check(object) && type->fill != NULL && !(flags & INTEROP_PIN)) {
        if (interop_array_items(object, PyList_Size(object), type, array, at) < 0)
            return -1;
        array->list = object;
        return 0;
    }
    if (PyObject_CheckBuffer(object))
        return interop_array_buffer(object, type, flags, array, at);
    if (object == Py_None)
        return interop_array_none(type, flags, object, at);
    switch (interop_is_cdata(object)) {
    case 0: return interop_wrong_array(at, type, object, flags);
    case 1: return interop_array_cdata(object, type, flags, array, at);
    default: return -1;
    }
}

INTEROP_UNUSED static int
interop_array_inout_other(PyObject *object, const interop_type *type, int flags, interop_array *array, interop_place at)
{
    int pinned = interop_array_pinned(object, type, flags, array);
    if (INTEROP_LIKELY(pinned > 0))
        return 0;
    if (pinned < 0 || interop_array_inout_slow(object, type, flags, array, at) < 0)
        return -1;
    return flags & INTEROP_TERMINATED ? interop_array_unended(array, type, at) : 0;
}

INTEROP_INLINE int
interop_array_inout(PyObject *object, const interop_type *type, int flags, interop_array *array, interop_place at)
{
    flags |= INTEROP_WRITABLE;
    return interop_array_at_once(object, type, flags, array) ? 0 : interop_array_inout_other(object, type, flags, array, at);
}

INTEROP_UNUSED static int
interop_array_take_given(PyObject *object, const interop_type *type, int flags, interop_array *array, interop_place at)
{
    int pinned;

    flags |= INTEROP_WRITABLE | INTEROP_FILLED;
    array->given = 1;
    if (interop_array_at_once(object, type, flags, array))
        return 0;
    pinned = interop_array_pinned(object, type, flags, array);
    if (INTEROP_LIKELY(pinned > 0))
        return 0;
    if (pinned < 0)
        return -1;
    if (PyObject_CheckBuffer(object))
        return interop_array_buffer(object, type, flags, array, at);
    switch (interop_is_cdata(object)) {
    case 0: return interop_wrong_array(at, type, object, flags);
    case 1: return interop_array_cdata(object, type, flags, array, at);
    default: return -1;
    }
}

/* The caller's own buffer for an out array; left out, one is made. */
INTEROP_INLINE int
interop_array_take(PyObject *object, const interop_type *type, int flags, interop_array *array, interop_place at)
{
    if (!INTEROP_LEFT_OUT(object))
        return interop_array_take_given(object, type, flags, array, at);
    return flags & INTEROP_REQUIRED ? interop_wrong_array(at, type, Py_None, INTEROP_WRITABLE | INTEROP_FILLED) : 0;
}

#endif
