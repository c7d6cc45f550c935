/* NumPy arrays without the buffer protocol, which costs more than most calls that get one.
 *
 * NumPy is not needed to build or to run. The head of an array is part of NumPy's own ABI (PyArrayObject_fields in its
 * headers, which every extension module made with them has compiled in); it is compared all the same, once, with what the
 * first array that comes says of itself through the buffer protocol. The pinned array is referred to during the call, which
 * is what keeps NumPy from moving its memory. */
#ifndef INTEROP_NDARRAY_H
#define INTEROP_NDARRAY_H

#include "formats.h"

typedef struct {
    PyObject head;
    void *data;
    int nd;
    Py_ssize_t *dimensions;
    Py_ssize_t *strides;
    PyObject *base;
    PyObject *descr;
    int flags;
} interop_ndarray;

enum { INTEROP_NDARRAY_CONTIGUOUS = 0x1, INTEROP_NDARRAY_ALIGNED = 0x100, INTEROP_NDARRAY_WRITEABLE = 0x400 };

static PyTypeObject *interop_ndarray_type; /* NULL: no array has come yet, or they are not as expected */

/* The data types of native numbers, which are one object each; of those of one size there may be two (long and long long). */
#define INTEROP_DTYPES 11
static PyObject *interop_dtypes[INTEROP_DTYPES][2];

/* The place of an element type among them, -1 for one that has none there. */
static inline int
interop_dtype_of(const interop_type *type)
{
    int power = type->size == 1 ? 0 : type->size == 2 ? 1 : type->size == 4 ? 2 : type->size == 8 ? 3 : -1;

    if (power < 0)
        return -1;
    switch (type->kind) {
    case 'i': return power;
    case 'u': return 4 + power;
    case 'f': return power >= 2 ? 6 + power : -1;
    case '?': return power == 0 ? 10 : -1;
    default: return -1;
    }
}

/* Whether the fields are where they are expected, for one array. */
static int
interop_ndarray_is_as_expected(PyObject *object)
{
    const interop_ndarray *array = (const interop_ndarray *)object;
    PyObject *dtype = PyObject_GetAttrString(object, "dtype"), *flags = PyObject_GetAttrString(object, "flags");
    PyObject *number = flags != NULL ? PyObject_GetAttrString(flags, "num") : NULL;
    int is_same = 0;
    Py_buffer view;

    if (number != NULL && PyObject_GetBuffer(object, &view, PyBUF_STRIDED_RO) == 0) {
        is_same = array->data == view.buf && array->nd == view.ndim && array->descr == dtype
                  && array->flags == (int)PyLong_AsLong(number);
        for (int i = 0; is_same && i < view.ndim; i++)
            is_same = array->dimensions[i] == view.shape[i] && array->strides[i] == view.strides[i];
        PyBuffer_Release(&view);
    }
    Py_XDECREF(dtype);
    Py_XDECREF(flags);
    Py_XDECREF(number);
    return is_same;
}

/* Meets the first NumPy array; any other object is none of its business. Never fails: there is the buffer protocol. */
INTEROP_COLD static void
interop_meet_ndarray(PyObject *object)
{
    static const char *const names[INTEROP_DTYPES][2] = {
        {"b", NULL}, {"h", NULL}, {"i", NULL}, {"l", "q"}, {"B", NULL}, {"H", NULL}, {"I", NULL}, {"L", "Q"},
        {"f", NULL}, {"d", NULL}, {"?", NULL},
    };
    static PyTypeObject *other; /* the last class that was none, so that it is not asked for its name again */
    PyObject *name, *numpy = NULL, *type = NULL, *dtype = NULL;

    if (interop_ndarray_type != NULL || Py_TYPE(object) == other)
        return;
    other = Py_TYPE(object);
    name = PyType_GetName(other);
    if (name != NULL && PyUnicode_CompareWithASCIIString(name, "ndarray") == 0) {
        /* Only looked up: another library's class of that name is no reason to import NumPy. */
        PyObject *key = PyUnicode_FromString("numpy");
        numpy = key != NULL ? PyImport_GetModule(key) : NULL;
        Py_XDECREF(key);
        type = numpy != NULL ? PyObject_GetAttrString(numpy, "ndarray") : NULL;
        dtype = type == (PyObject *)Py_TYPE(object) ? PyObject_GetAttrString(numpy, "dtype") : NULL;
    }
    if (dtype != NULL && interop_ndarray_is_as_expected(object)) {
        for (int i = 0; i < INTEROP_DTYPES; i++)
            for (int j = 0; j < 2 && names[i][j] != NULL && interop_dtypes[i][j] == NULL; j++) {
                interop_dtypes[i][j] = PyObject_CallFunction(dtype, "s", names[i][j]);
                if (interop_dtypes[i][j] == NULL)
                    PyErr_Clear();
            }
        interop_ndarray_type = (PyTypeObject *)Py_NewRef(type);
    }
    PyErr_Clear();
    Py_XDECREF(name);
    Py_XDECREF(numpy);
    Py_XDECREF(type);
    Py_XDECREF(dtype);
}

/* The elements of an array that C may use as they lie; NULL: it is no array, or needs a closer look. */
INTEROP_UNUSED static inline void *
interop_ndarray_data(PyObject *object, const interop_type *type, int writable, Py_ssize_t *count)
{
    const interop_ndarray *array = (const interop_ndarray *)object;
    int needed = INTEROP_NDARRAY_CONTIGUOUS | INTEROP_NDARRAY_ALIGNED | (writable ? INTEROP_NDARRAY_WRITEABLE : 0);
    int place = interop_dtype_of(type);
    Py_ssize_t items = 1;

    if (place < 0 || Py_TYPE(object) != interop_ndarray_type)
        return NULL;
    if (INTEROP_UNLIKELY((array->descr != interop_dtypes[place][0] && array->descr != interop_dtypes[place][1])
                         || (array->flags & needed) != needed))
        return NULL;
    for (int i = 0; i < array->nd; i++)
        items *= array->dimensions[i];
    *count = items;
    return INTEROP_LIKELY(items > 0) ? array->data : NULL;
}

#endif
