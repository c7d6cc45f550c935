/* New objects of array.array: its own type makes the object, and zeroed memory is put into it.
 *
 * array.array has no way to make one without filling it with copies of something.
 * An array is one block of PyMem_Malloc's and an object that says where it is. What that object looks like is known of CPython
 * 3.11 to 3.13; it is compared, once, with what arrays say of themselves: in each state that a field shows, and with its
 * neighbours in others. Anywhere else, and if anything is not as expected, array.array makes them, and is asked for their memory. */
#ifndef INTEROP_NEWARRAYS_H
#define INTEROP_NEWARRAYS_H

#include "buffers.h"

static PyObject *interop_array_class; /* array.array */
static PyObject *interop_single[128]; /* an array of one zero, by type code */

INTEROP_UNUSED static PyObject *
interop_fetch(PyObject **cache, const char *module, const char *name)
{
    if (INTEROP_UNLIKELY(*cache == NULL)) {
        PyObject *imported = PyImport_ImportModule(module);
        *cache = imported != NULL ? PyObject_GetAttrString(imported, name) : NULL;
        Py_XDECREF(imported);
    }
    return *cache;
}

INTEROP_UNUSED static inline char
interop_type_code(const interop_type *type)
{
    if (type->kind == 'f')
        return type->size == sizeof(float) ? 'f' : 'd';
    switch (type->size) {
    case 1: return type->kind == 'i' ? 'b' : 'B';
    case 2: return type->kind == 'i' ? 'h' : 'H';
    case 4: return type->kind == 'i' ? 'i' : 'I';
    default: return type->kind == 'i' ? 'q' : 'Q';
    }
}

#if INTEROP_DIRECT || defined(INTEROP_PROBED)

#define INTEROP_MAKES_ARRAYS 1

typedef struct {
    PyVarObject head;
    void *items;
    Py_ssize_t allocated;
    const void *descr; /* what the type code means to array.array */
    PyObject *weak;
    Py_ssize_t exports;
} interop_array_layout;

static allocfunc interop_array_alloc; /* array.array's own; NULL: its objects are not as expected, or none has been made yet */

/* What an array says of its memory: how many bytes it has asked for. -1 with an exception. */
static Py_ssize_t
interop_array_room(PyObject *array)
{
    PyObject *size = PyObject_CallMethod(array, "__sizeof__", NULL);
    Py_ssize_t bytes = size != NULL ? PyLong_AsSsize_t(size) : -1;

    Py_XDECREF(size);
    return bytes < 0 ? -1 : bytes - (Py_ssize_t)sizeof(interop_array_layout);
}

/* Whether the fields of an array are as expected. */
static int
interop_array_shows(PyObject *array, Py_ssize_t count, Py_ssize_t size, PyObject *weak)
{
    const interop_array_layout *layout = (const interop_array_layout *)array;
    Py_ssize_t room = interop_array_room(array);
    Py_buffer view;
    int is_same;

    if (room < 0 || layout->exports != 0 || PyObject_GetBuffer(array, &view, PyBUF_SIMPLE) < 0)
        return 0;
    is_same = layout->head.ob_size == count && layout->items == view.buf && layout->allocated * size == room
              && layout->weak == weak && layout->exports == 1 && view.len == count * size;
    PyBuffer_Release(&view);
    return is_same && layout->exports == 0;
}

/* Looks at arrays of two type codes, as they are made, with room for more, and referred to weakly. A subclass in the place of
 * array.array shows the same, but what repeats one of its arrays is no object of it: that is asked for at the end. */
static int
interop_arrays_are_as_expected(void)
{
    PyObject *doubles = PyObject_CallFunction(interop_array_class, "C(ff)", 'd', 1.0, 2.0);
    PyObject *bytes = doubles != NULL ? PyObject_CallFunction(interop_array_class, "C(i)", 'b', 1) : NULL;
    PyObject *others = bytes != NULL ? PyObject_CallFunction(interop_array_class, "C(fff)", 'd', 1.0, 2.0, 3.0) : NULL;
    PyObject *longer = NULL, *weak = NULL, *again = NULL;
    PyTypeObject *type = (PyTypeObject *)interop_array_class;
    int is_same = others != NULL && Py_TYPE(doubles) == type && Py_TYPE(bytes) == type && Py_TYPE(others) == type
                  && interop_basic_size(type) == (Py_ssize_t)sizeof(interop_array_layout)
                  && interop_array_shows(doubles, 2, sizeof(double), NULL) && interop_array_shows(bytes, 1, 1, NULL)
                  && interop_array_shows(others, 3, sizeof(double), NULL);

    if (is_same) {
        const interop_array_layout *layout = (const interop_array_layout *)doubles;
        const void *descr = layout->descr;
        is_same = descr == ((const interop_array_layout *)others)->descr && descr != ((const interop_array_layout *)bytes)->descr
                  && (longer = PyObject_CallMethod(doubles, "append", "f", 3.0)) != NULL && layout->allocated > 3
                  && (weak = PyWeakref_NewRef(doubles, NULL)) != NULL
                  && interop_array_shows(doubles, 3, sizeof(double), weak) && layout->descr == descr
                  && (again = PySequence_Repeat(bytes, 1)) != NULL && Py_TYPE(again) == type;
    }
    Py_XDECREF(again);
    Py_XDECREF(weak);
    Py_XDECREF(longer);
    Py_XDECREF(others);
    Py_XDECREF(bytes);
    Py_XDECREF(doubles);
    return is_same;
}

/* Before the first array is made; -1 with an exception where memory was short: then the next one looks. */
INTEROP_COLD static int
interop_look_inside_arrays(void)
{
    static int looked;

    if (!looked && Py_Version >= 0x030B0000 && Py_Version < 0x030E0000) {
        if (interop_arrays_are_as_expected())
            interop_array_alloc = (allocfunc)PyType_GetSlot((PyTypeObject *)interop_array_class, Py_tp_alloc);
        if (PyErr_Occurred() && PyErr_ExceptionMatches(PyExc_MemoryError))
            return -1;
        PyErr_Clear();
    }
    looked = 1;
    return 0;
}

/* Its memory, if that can be seen. */
INTEROP_UNUSED static inline void *
interop_array_inside(PyObject *array)
{
    return INTEROP_LIKELY(interop_array_alloc != NULL) ? ((interop_array_layout *)array)->items : NULL;
}

#else

#define INTEROP_MAKES_ARRAYS 0
#define interop_look_inside_arrays() 0
#define interop_array_inside(array) ((void)(array), (void *)NULL)

#endif

INTEROP_COLD static int
interop_prepare_arrays(char code)
{
    if (interop_fetch(&interop_array_class, "array", "array") == NULL || interop_look_inside_arrays() < 0)
        return -1;
    interop_single[(int)code] = PyObject_CallFunction(interop_array_class, "C(i)", code, 0);
    return interop_single[(int)code] == NULL ? -1 : 0;
}

/* An array.array of `count` zeroes, which interop_bytes has found to be possible. */
INTEROP_UNUSED static PyObject *
interop_new_array(const interop_type *type, Py_ssize_t count)
{
    char code = interop_type_code(type);

    if (INTEROP_UNLIKELY(interop_single[(int)code] == NULL) && interop_prepare_arrays(code) < 0)
        return NULL;
#if INTEROP_MAKES_ARRAYS
    if (INTEROP_LIKELY(interop_array_alloc != NULL) && INTEROP_LIKELY(count > 0)) {
        void *items = PyMem_Calloc((size_t)count, (size_t)type->size);
        interop_array_layout *array = NULL;
        if (INTEROP_LIKELY(items != NULL))
            array = (interop_array_layout *)interop_array_alloc((PyTypeObject *)interop_array_class, 0);
        if (INTEROP_UNLIKELY(array == NULL)) {
            PyMem_Free(items);
            return PyErr_NoMemory();
        }
        array->head.ob_size = array->allocated = count;
        array->items = items;
        array->descr = ((const interop_array_layout *)interop_single[(int)code])->descr;
        return (PyObject *)array;
    }
#endif
    return PySequence_Repeat(interop_single[(int)code], count);
}

#endif
