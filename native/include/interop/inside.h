/* Exact ints, floats, lists and tuples, looked into instead of asked.
 *
 * A build for one version of CPython takes what its headers say. The limited API does not say what they look like, and a call
 * for each item of a list costs more than the item. So a module for all versions finds out when it is imported: of the
 * versions whose layouts are known (3.11 to 3.13) it checks each layout against what the API says of a few objects, and
 * only then reads them. On any other version, and wherever a check fails, the API is asked, with the same results. */
#ifndef INTEROP_INSIDE_H
#define INTEROP_INSIDE_H

#include "core.h"

static Py_ssize_t
interop_basic_size(PyTypeObject *type)
{
    PyObject *size = PyObject_GetAttrString((PyObject *)type, "__basicsize__");
    Py_ssize_t bytes = size != NULL ? PyLong_AsSsize_t(size) : -1;

    Py_XDECREF(size);
    return bytes;
}

#if INTEROP_DIRECT

#define INTEROP_SEES 1

static inline int
interop_small(PyObject *object, long long *out)
{
    if (INTEROP_UNLIKELY(!PyLong_CheckExact(object)))
        return 0;
#if PY_VERSION_HEX >= 0x030C0000
    if (INTEROP_UNLIKELY(!PyUnstable_Long_IsCompact((PyLongObject *)object)))
        return 0;
    *out = PyUnstable_Long_CompactValue((PyLongObject *)object);
#else
    if (INTEROP_UNLIKELY(Py_SIZE(object) < -1 || Py_SIZE(object) > 1))
        return 0;
    *out = (long long)Py_SIZE(object) * (long long)((PyLongObject *)object)->ob_digit[0];
#endif
    return 1;
}

#define interop_float_inside(object) (((PyFloatObject *)(object))->ob_fval)
#define interop_list_inside(list) (((PyListObject *)(list))->ob_item)

#elif defined(Py_LIMITED_API) && !defined(Py_GIL_DISABLED) && !defined(PYPY_VERSION) && !defined(GRAALVM_PYTHON)

#define INTEROP_PROBED

/* 0: nothing may be looked into; else whether ints have a size (3.11) or a tag (3.12 and later). */
enum { INTEROP_SIZED = 1, INTEROP_TAGGED };
static int interop_inside;

#define INTEROP_SEES INTEROP_LIKELY(interop_inside)

typedef struct {
    PyObject head;
    Py_ssize_t size; /* or the tag: the sign below, the number of digits from the fourth bit on */
    uint32_t digit;
} interop_int_layout;

typedef struct {
    PyObject head;
    double value;
} interop_float_layout;

typedef struct {
    PyVarObject head;
    PyObject **items;
    Py_ssize_t allocated;
} interop_list_layout;

#define interop_float_inside(object) (((interop_float_layout *)(object))->value)
#define interop_list_inside(list) (((const interop_list_layout *)(list))->items)

/* An int of one digit, without a call; false where it has more, is no exact int, or must not be looked into. */
static inline int
interop_small(PyObject *object, long long *out)
{
    const interop_int_layout *layout = (const interop_int_layout *)object;

    if (INTEROP_UNLIKELY(!INTEROP_SEES || !PyLong_CheckExact(object)))
        return 0;
    if (interop_inside == INTEROP_TAGGED) {
        if (INTEROP_UNLIKELY((size_t)layout->size >= 2 << 3))
            return 0;
        *out = (1 - (long long)(layout->size & 3)) * (long long)layout->digit;
    } else {
        if (INTEROP_UNLIKELY(layout->size < -1 || layout->size > 1))
            return 0;
        *out = (long long)layout->size * (long long)layout->digit;
    }
    return 1;
}

static int
interop_ints_are_as_expected(void)
{
    static const long long values[] = {0, 1, -1, 255, 256, 257, -1000, 123456789, (1LL << 30) - 1, -((1LL << 30) - 1),
                                       1LL << 30, -(1LL << 30), (1LL << 45) + 3, LLONG_MAX, LLONG_MIN};

    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        PyObject *object = PyLong_FromLongLong(values[i]);
        long long seen = values[i];
        int is_small = object != NULL && interop_small(object, &seen);
        int is_one_digit = values[i] > -(1LL << 30) && values[i] < 1LL << 30;
        Py_XDECREF(object);
        if (object == NULL || seen != values[i] || is_small != is_one_digit)
            return 0;
    }
    return 1;
}

static int
interop_floats_are_as_expected(void)
{
    static const double values[] = {0.0, 1.0, -1.5, 3.141592653589793, 1e300, -5e-324};

    if (interop_basic_size(&PyFloat_Type) != (Py_ssize_t)sizeof(interop_float_layout))
        return 0;
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        PyObject *object = PyFloat_FromDouble(values[i]);
        int is_same = object != NULL && memcmp(&interop_float_inside(object), &values[i], sizeof(double)) == 0;
        Py_XDECREF(object);
        if (!is_same)
            return 0;
    }
    return 1;
}

static int
interop_lists_are_as_expected(void)
{
    PyObject *list, *each[] = {Py_None, Py_True, Py_False, Py_Ellipsis, Py_NotImplemented};
    Py_ssize_t count = (Py_ssize_t)(sizeof each / sizeof *each);
    int is_same;

    if (interop_basic_size(&PyList_Type) != (Py_ssize_t)sizeof(interop_list_layout))
        return 0;
    list = PyList_New(0);
    for (Py_ssize_t i = 0; list != NULL && i < count; i++)
        if (PyList_Append(list, each[i]) < 0)
            Py_CLEAR(list);
    is_same = list != NULL && Py_SIZE(list) == count
              && memcmp(interop_list_inside(list), each, sizeof each) == 0;
    Py_XDECREF(list);
    return is_same;
}

#else

#define INTEROP_SEES 0
#define interop_small(object, out) ((void)(object), (void)(out), 0)
static double interop_no_float;
#define interop_float_inside(object) (*((void)(object), &interop_no_float))
#define interop_list_inside(list) ((PyObject **)NULL)

#endif

/* The value of an exact float. */
#define INTEROP_FLOAT_VALUE(object) (INTEROP_SEES ? interop_float_inside(object) : PyFloat_AsDouble(object))

/* The items of a list or tuple as long as no other code runs; NULL where they cannot be seen, or are fewer than `count`. */
INTEROP_UNUSED static inline PyObject *const *
interop_items_inside(PyObject *sequence, int is_list, Py_ssize_t count)
{
    if (!INTEROP_SEES || INTEROP_UNLIKELY(Py_SIZE(sequence) < count))
        return NULL;
    return is_list ? interop_list_inside(sequence) : interop_items(sequence);
}

/* Whether a list starts with `count` floats that nobody else has: such an object may take another value in place of being
 * replaced by an equal one, and nobody can tell. */
INTEROP_UNUSED static int
interop_floats_are_its_own(PyObject *list, Py_ssize_t count)
{
    PyObject *const *items = interop_items_inside(list, 1, count);

    for (Py_ssize_t i = 0; items != NULL && i < count; i++)
        if (!PyFloat_CheckExact(items[i]) || Py_REFCNT(items[i]) != 1)
            return 0;
    return items != NULL;
}

INTEROP_UNUSED static void
interop_floats_set(PyObject *list, const double *values, Py_ssize_t count)
{
    for (Py_ssize_t i = 0; INTEROP_SEES && i < count; i++)
        interop_float_inside(interop_list_inside(list)[i]) = values[i];
}

/* Finds out what may be looked into; called when the module is imported. */
INTEROP_UNUSED static int
interop_look_inside(void)
{
    interop_tuple_items = interop_basic_size(&PyTuple_Type);
    if (interop_tuple_items < 0)
        return -1;
#ifdef INTEROP_PROBED
    if (Py_Version >= 0x030B0000 && Py_Version < 0x030E0000) {
        interop_inside = Py_Version < 0x030C0000 ? INTEROP_SIZED : INTEROP_TAGGED;
        if (!interop_ints_are_as_expected() || !interop_floats_are_as_expected() || !interop_lists_are_as_expected())
            interop_inside = 0;
    }
#endif
    return PyErr_Occurred() ? -1 : 0;
}

#endif
