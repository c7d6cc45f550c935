/* Single values: integers with range checks, floats, truth values, characters, enums, pointers.
 *
 * INTEROP_<CLASS>(suffix, T) instantiates for one C type:
 *     int       interop_to_<suffix>(PyObject *, T *, interop_place)      Python to C; 0, or -1 with an exception
 *     PyObject *interop_from_<suffix>(T)                                 C to Python
 *     interop_type interop_type_<suffix>                                 the same for arrays of T (buffers.h)
 * INTEROP_BYTE makes the last one only. */
#ifndef INTEROP_SCALARS_H
#define INTEROP_SCALARS_H

#include "arena.h"
#include "inside.h"

/* An element type, as arrays see it. */
typedef struct interop_type {
    const char *name;    /* its C spelling, for messages */
    const char *pointer; /* the C spelling of a pointer to it, for cdata arguments */
    Py_ssize_t size;
    size_t alignment;
    char kind; /* i u f ? b c w * P, r for records: what buffers of it look like */
    int (*fill)(PyObject *sequence, void *items, Py_ssize_t count, interop_arena *arena, interop_place at);
    PyObject *(*list)(const void *items, Py_ssize_t count, interop_place at);
    PyObject *(*get)(const void *item, interop_place at);               /* one item */
    int (*set)(PyObject *object, void *item, interop_place at);
    struct interop_layout *layout;                                      /* of a record (formats.h) */
} interop_type;

#define INTEROP_IS_SIGNED(T) ((T)-1 < (T)1)
#define INTEROP_MAX(T) \
    (INTEROP_IS_SIGNED(T) ? (unsigned long long)LLONG_MAX >> ((sizeof(long long) - sizeof(T)) * CHAR_BIT) \
                          : ULLONG_MAX >> ((sizeof(long long) - sizeof(T)) * CHAR_BIT))
#define INTEROP_MIN(T) (INTEROP_IS_SIGNED(T) ? -1 - (long long)((unsigned long long)LLONG_MAX >> ((sizeof(long long) - sizeof(T)) * CHAR_BIT)) : 0)

/* --- Integers ---------------------------------------------------------------------------------------------------- */

INTEROP_COLD static int
interop_out_of_range(PyObject *object, long long least, unsigned long long most, const char *type, interop_place at)
{
    PyObject *shown = PyObject_Repr(object);

    if (shown == NULL && !PyErr_ExceptionMatches(PyExc_ValueError))
        return -1;
    if (shown == NULL || PyUnicode_GetLength(shown) > 60) {
        PyErr_Clear(); /* too many digits to be shown */
        Py_XDECREF(shown);
        shown = PyUnicode_FromString("the number");
        if (shown == NULL)
            return -1;
    }
    interop_fail(interop_errors.range, at, "%U is out of range for %s (%lld to %llu)", shown, type, least, most);
    Py_DECREF(shown);
    return -1;
}

INTEROP_COLD static int
interop_integer_failed(PyObject *object, long long least, unsigned long long most, const char *type, interop_place at)
{
    if (interop_raised_by_c(PyExc_OverflowError)) {
        PyErr_Clear();
        return interop_out_of_range(object, least, most, type, at);
    }
    if (interop_raised_by_c(PyExc_TypeError)) {
        PyErr_Clear();
        return interop_expected(at, "int", object);
    }
    return -1;
}

/* Any integer type whose values all fit into long long. */
INTEROP_UNUSED static inline int
interop_signed(PyObject *object, long long least, long long most, const char *type, interop_place at, long long *out)
{
    long long value;

    if (interop_small(object, &value)) {
        if (INTEROP_UNLIKELY(value < least || value > most))
            return interop_out_of_range(object, least, (unsigned long long)most, type, at);
        *out = value;
        return 0;
    }
    value = PyLong_AsLongLong(object);
    if (INTEROP_UNLIKELY(value == -1) && PyErr_Occurred())
        return interop_integer_failed(object, least, (unsigned long long)most, type, at);
    if (INTEROP_UNLIKELY(value < least || value > most))
        return interop_out_of_range(object, least, (unsigned long long)most, type, at);
    *out = value;
    return 0;
}

/* Unsigned types as wide as long long. PyLong_AsUnsignedLongLong does not look for __index__, so that is done here. */
INTEROP_UNUSED static inline int
interop_unsigned(PyObject *object, const char *type, interop_place at, unsigned long long *out)
{
    unsigned long long value;
    long long small = 0;

    if (interop_small(object, &small) && INTEROP_LIKELY(small >= 0)) {
        *out = (unsigned long long)small;
        return 0;
    }
    if (INTEROP_LIKELY(PyLong_CheckExact(object))) {
        value = PyLong_AsUnsignedLongLong(object);
    } else {
        PyObject *index = PyNumber_Index(object);
        value = index != NULL ? PyLong_AsUnsignedLongLong(index) : ULLONG_MAX;
        Py_XDECREF(index);
    }
    if (INTEROP_UNLIKELY(value == ULLONG_MAX) && PyErr_Occurred())
        return interop_integer_failed(object, 0, ULLONG_MAX, type, at);
    *out = value;
    return 0;
}

#define INTEROP_INTEGER_CORE(suffix, T) \
    INTEROP_UNUSED static inline int interop_quick_##suffix(PyObject *object, T *out) \
    { \
        long long value; \
        if (!interop_small(object, &value) || INTEROP_UNLIKELY(value < INTEROP_MIN(T)) \
            || INTEROP_UNLIKELY(value > 0 && (unsigned long long)value > INTEROP_MAX(T))) \
            return 0; \
        *out = (T)value; \
        return 1; \
    } \
    INTEROP_UNUSED static inline int interop_to_##suffix(PyObject *object, T *out, interop_place at) \
    { \
        if (sizeof(T) == sizeof(long long) && !INTEROP_IS_SIGNED(T)) { \
            unsigned long long wide = 0; \
            if (interop_unsigned(object, #T, at, &wide) < 0) \
                return -1; \
            *out = (T)wide; \
        } else { \
            long long wide = 0; \
            if (interop_signed(object, INTEROP_MIN(T), (long long)INTEROP_MAX(T), #T, at, &wide) < 0) \
                return -1; \
            *out = (T)wide; \
        } \
        return 0; \
    }

#define INTEROP_INTEGER(suffix, T) \
    INTEROP_INTEGER_CORE(suffix, T) \
    INTEROP_UNUSED static inline PyObject *interop_from_##suffix(T value) \
    { \
        if (!INTEROP_IS_SIGNED(T) && sizeof(T) >= sizeof(long)) \
            return PyLong_FromUnsignedLongLong((unsigned long long)value); \
        return sizeof(T) <= sizeof(long) ? PyLong_FromLong((long)value) : PyLong_FromLongLong((long long)value); \
    } \
    INTEROP_SEQUENCE(suffix, T, INTEROP_IS_SIGNED(T) ? 'i' : 'u')

#define INTEROP_SIGNED(suffix, T) INTEROP_INTEGER(suffix, T)
#define INTEROP_UNSIGNED(suffix, T) INTEROP_INTEGER(suffix, T)

/* The length of an array into the integer parameter that measures it; never cut. */
#define INTEROP_LENGTH(T, target, length, at) \
    (INTEROP_UNLIKELY((unsigned long long)(length) > INTEROP_MAX(T)) \
         ? interop_fail(interop_errors.range, (at), "%zd elements are more than %s can count", (Py_ssize_t)(length), #T) \
         : ((target) = (T)(length), 0))

/* A default or fixed value is checked against its parameter's type; it is never cut. */
#define INTEROP_IN_RANGE(T, value, at) interop_in_range((value), INTEROP_MIN(T), INTEROP_MAX(T), #T, (at))

INTEROP_UNUSED static inline int
interop_in_range(interop_wide value, long long least, unsigned long long most, const char *type, interop_place at)
{
    if (INTEROP_UNLIKELY(value < least || (value > 0 && (interop_wide)most < value)))
        return interop_fail(interop_errors.range, at, "the declaration's own value is out of range for %s (%lld to %llu)", type,
                            least, most);
    return 0;
}

/* --- Enums: open, so a value without a name comes back as int ------------------------------------------------------ */

typedef struct {
    const char *name;
    PyObject *enumeration; /* the Python class, or NULL when the module keeps it private */
    PyObject *members;     /* its value -> member dictionary */
    int flags;
} interop_enum;

INTEROP_UNUSED static PyObject *
interop_member(const interop_enum *type, PyObject *value)
{
    PyObject *member;

    if (value == NULL || type->enumeration == NULL)
        return value;
    member = PyDict_GetItemWithError(type->members, value);
    if (member != NULL) {
        Py_INCREF(member);
    } else if (PyErr_Occurred()) {
        member = NULL;
    } else if (type->flags) {
        member = PyObject_CallFunctionObjArgs(type->enumeration, value, NULL);
    } else {
        return value;
    }
    Py_DECREF(value);
    return member;
}

#define INTEROP_ENUM(suffix, T, enumeration) \
    INTEROP_INTEGER_CORE(suffix, T) \
    INTEROP_UNUSED static inline PyObject *interop_from_##suffix(T value) \
    { \
        return interop_member(&(enumeration), INTEROP_IS_SIGNED(T) ? PyLong_FromLongLong((long long)value) \
                                                                   : PyLong_FromUnsignedLongLong((unsigned long long)value)); \
    } \
    INTEROP_SEQUENCE(suffix, T, INTEROP_IS_SIGNED(T) ? 'i' : 'u')

/* Elements of these kinds are always converted with a reference held. */
#define INTEROP_NEVER_QUICK(suffix, T) \
    INTEROP_UNUSED static inline int interop_quick_##suffix(PyObject *object, T *out) \
    { \
        (void)object; \
        (void)out; \
        return 0; \
    }

/* --- Truth values: any non-zero reads as true (R2.3), 1 and 0 are written (R2.2) ----------------------------------- */

INTEROP_COLD static int
interop_boolean_slow(PyObject *object, int *out, interop_place at)
{
    PyObject *name = PyType_GetName(Py_TYPE(object));
    int is_numpy;
    long value;

    if (name == NULL)
        return -1;
    /* NumPy's truth values have no __index__. */
    is_numpy = PyUnicode_CompareWithASCIIString(name, "bool_") == 0 || PyUnicode_CompareWithASCIIString(name, "bool") == 0;
    Py_DECREF(name);
    if (is_numpy) {
        *out = PyObject_IsTrue(object);
        return *out < 0 ? -1 : 0;
    }
    value = PyLong_AsLong(object);
    if (value == -1 && PyErr_Occurred()) {
        if (interop_raised_by_c(PyExc_TypeError)) {
            PyErr_Clear();
            return interop_expected(at, "bool", object);
        }
        if (!interop_raised_by_c(PyExc_OverflowError))
            return -1;
        PyErr_Clear();
    }
    if (value != 0 && value != 1)
        return interop_out_of_range(object, 0, 1, "bool", at);
    *out = (int)value;
    return 0;
}

#define INTEROP_BOOLEAN(suffix, T) \
    INTEROP_NEVER_QUICK(suffix, T) \
    INTEROP_UNUSED static inline int interop_to_##suffix(PyObject *object, T *out, interop_place at) \
    { \
        int value = object == Py_True; \
        if (INTEROP_UNLIKELY(!value && object != Py_False) && interop_boolean_slow(object, &value, at) < 0) \
            return -1; \
        *out = (T)value; \
        return 0; \
    } \
    INTEROP_UNUSED static inline PyObject *interop_from_##suffix(T value) \
    { \
        /* Read as bytes: a callee may leave any pattern in a _Bool, and C gives no meaning to most of them. */ \
        static const unsigned char zero[sizeof(T)]; \
        PyObject *truth = memcmp(&value, zero, sizeof(T)) != 0 ? Py_True : Py_False; \
        Py_INCREF(truth); \
        return truth; \
    } \
    INTEROP_SEQUENCE(suffix, T, sizeof(T) == 1 ? '?' : 'b')

/* --- Floating point ------------------------------------------------------------------------------------------------ */

INTEROP_COLD static int
interop_float_failed(PyObject *object, const char *type, interop_place at)
{
    if (interop_raised_by_c(PyExc_OverflowError)) {
        PyErr_Clear();
        return interop_fail(interop_errors.range, at, "the number is too large for %s", type);
    }
    if (interop_raised_by_c(PyExc_TypeError)) {
        PyErr_Clear();
        return interop_expected(at, "float", object);
    }
    return -1;
}

#define INTEROP_FLOAT_AS(suffix, T, code) \
    INTEROP_UNUSED static inline int interop_quick_##suffix(PyObject *object, T *out) \
    { \
        long long value; \
        if (sizeof(T) < sizeof(double)) \
            return 0; \
        if (INTEROP_LIKELY(PyFloat_CheckExact(object))) \
            *out = (T)INTEROP_FLOAT_VALUE(object); \
        else if (interop_small(object, &value)) \
            *out = (T)value; \
        else \
            return 0; \
        return 1; \
    } \
    INTEROP_UNUSED static inline int interop_to_##suffix(PyObject *object, T *out, interop_place at) \
    { \
        double value; \
        if (INTEROP_LIKELY(PyFloat_CheckExact(object))) { \
            value = INTEROP_FLOAT_VALUE(object); \
        } else { \
            value = PyFloat_AsDouble(object); \
            if (INTEROP_UNLIKELY(value == -1.0) && PyErr_Occurred()) \
                return interop_float_failed(object, #T, at); \
        } \
        *out = (T)value; \
        if (sizeof(T) < sizeof(double) && INTEROP_UNLIKELY(isinf(*out)) && !isinf(value)) \
            return interop_fail(interop_errors.range, at, "%R is too large for %s", object, #T); \
        return 0; \
    } \
    INTEROP_UNUSED static inline PyObject *interop_from_##suffix(T value) { return PyFloat_FromDouble((double)value); } \
    INTEROP_SEQUENCE(suffix, T, code)

#define INTEROP_FLOAT(suffix, T) INTEROP_FLOAT_AS(suffix, T, 'f')
/* A Python float is a double: what a long double holds beyond that is rounded away. */
#define INTEROP_LONG_DOUBLE(suffix, T) INTEROP_FLOAT_AS(suffix, T, 'f')

/* --- Characters ---------------------------------------------------------------------------------------------------- */

INTEROP_UNUSED static int
interop_character(PyObject *object, unsigned char *out, interop_place at)
{
    char *data;
    Py_ssize_t size;

    if (PyBytes_Check(object)) {
        if (PyBytes_AsStringAndSize(object, &data, &size) < 0)
            return -1;
    } else if (PyByteArray_Check(object)) {
        data = PyByteArray_AsString(object);
        size = PyByteArray_Size(object);
    } else {
        return interop_expected(at, "bytes of length 1", object);
    }
    if (size != 1)
        return interop_fail(interop_errors.value, at, "expected bytes of length 1, got length %zd", size);
    *out = (unsigned char)data[0];
    return 0;
}

#define INTEROP_CHAR(suffix, T) \
    INTEROP_NEVER_QUICK(suffix, T) \
    INTEROP_UNUSED static inline int interop_to_##suffix(PyObject *object, T *out, interop_place at) \
    { \
        unsigned char value = 0; \
        if (interop_character(object, &value, at) < 0) \
            return -1; \
        *out = (T)value; \
        return 0; \
    } \
    INTEROP_UNUSED static inline PyObject *interop_from_##suffix(T value) \
    { \
        char byte = (char)value; \
        return PyBytes_FromStringAndSize(&byte, 1); \
    } \
    INTEROP_SEQUENCE(suffix, T, 'c')

INTEROP_UNUSED static int
interop_wide_character(PyObject *object, unsigned long most, const char *type, Py_UCS4 *out, interop_place at)
{
    if (!PyUnicode_Check(object))
        return interop_expected(at, "str of length 1", object);
    if (PyUnicode_GetLength(object) != 1)
        return interop_fail(interop_errors.value, at, "expected str of length 1, got length %zd", PyUnicode_GetLength(object));
    *out = PyUnicode_ReadChar(object, 0);
    if (*out > most)
        return interop_fail(interop_errors.value, at, "U+%x does not fit into one %s", (int)*out, type);
    return 0;
}

INTEROP_UNUSED static PyObject *
interop_from_ordinal(unsigned long value)
{
    if (value > 0x10FFFF) {
        PyErr_Format(PyExc_ValueError, "0x%x is no Unicode character", (int)value);
        return NULL;
    }
    return PyUnicode_FromOrdinal((int)value);
}

INTEROP_COLD static void
interop_scalar_failed(interop_place at)
{
    if (PyErr_ExceptionMatches(PyExc_ValueError))
        interop_fail_because(interop_errors.value, at, "");
}

#define INTEROP_WIDE(suffix, T) \
    INTEROP_NEVER_QUICK(suffix, T) \
    INTEROP_UNUSED static inline int interop_to_##suffix(PyObject *object, T *out, interop_place at) \
    { \
        Py_UCS4 value = 0; \
        if (interop_wide_character(object, sizeof(T) == 2 ? 0xFFFF : 0x10FFFF, #T, &value, at) < 0) \
            return -1; \
        *out = (T)value; \
        return 0; \
    } \
    INTEROP_UNUSED static inline PyObject *interop_from_##suffix(T value) \
    { \
        return interop_from_ordinal((unsigned long)value & (sizeof(T) == 2 ? 0xFFFFUL : 0xFFFFFFFFUL)); \
    } \
    INTEROP_SEQUENCE(suffix, T, 'w')

/* --- Raw memory: the elements of void * ----------------------------------------------------------------------------- */

#define INTEROP_BYTE(suffix, T) \
    INTEROP_UNUSED static const interop_type interop_type_##suffix = {"bytes", "void *", 1, 1, '*', NULL, NULL, \
                                                                       NULL, NULL, NULL};

/* --- Pointers: cdata, an address, or None ---------------------------------------------------------------------------- */

static PyObject *interop_ffi; /* the module's cffi FFI object */

typedef struct {
    const char *name;
    PyObject *type; /* ffi.typeof(name), made when first needed */
} interop_ctype;

INTEROP_UNUSED static struct _cffi_ctypedescr *
interop_cffi_type(interop_ctype *type)
{
    if (INTEROP_UNLIKELY(type->type == NULL))
        type->type = PyObject_CallMethod(interop_ffi, "typeof", "s", type->name);
    return (struct _cffi_ctypedescr *)type->type;
}

INTEROP_UNUSED static int
interop_to_pointer(PyObject *object, interop_ctype *type, void **out, interop_place at)
{
    struct _cffi_ctypedescr *descr;

    if (object == Py_None) {
        *out = NULL;
        return 0;
    }
    if (PyLong_Check(object)) {
        unsigned long long address = 0;
        if (interop_unsigned(object, "an address", at, &address) < 0)
            return -1;
        *out = (void *)(uintptr_t)address;
        return 0;
    }
    descr = interop_cffi_type(type);
    if (descr == NULL)
        return -1;
    *out = _cffi_to_c_pointer(object, descr);
    if (*out == NULL && PyErr_Occurred()) {
        if (interop_raised_by_c(PyExc_TypeError))
            return interop_fail_because(interop_errors.type, at, "expected cdata, an address or None: ");
        return -1;
    }
    return 0;
}

INTEROP_UNUSED static PyObject *
interop_from_pointer(const void *pointer, interop_ctype *type)
{
    struct _cffi_ctypedescr *descr = interop_cffi_type(type);

    if (descr == NULL)
        return NULL;
    return _cffi_from_c_pointer((char *)(uintptr_t)pointer, descr);
}

#define INTEROP_POINTER(suffix, spelling) \
    INTEROP_UNUSED static interop_ctype interop_ctype_##suffix = {spelling, NULL}; \
    INTEROP_UNUSED static int interop_to_##suffix(PyObject *object, void **out, interop_place at) \
    { \
        return interop_to_pointer(object, &interop_ctype_##suffix, out, at); \
    } \
    INTEROP_UNUSED static PyObject *interop_from_##suffix(const void *pointer) \
    { \
        return interop_from_pointer(pointer, &interop_ctype_##suffix); \
    } \
    INTEROP_NEVER_QUICK(suffix, void *) \
    INTEROP_ITEMS(suffix, void *) \
    INTEROP_UNUSED static const interop_type interop_type_##suffix = { \
        spelling, spelling " *", sizeof(void *), _Alignof(void *), 'P', interop_fill_##suffix, interop_list_##suffix, \
        interop_get_##suffix, interop_set_##suffix, NULL};

/* --- Sequences of them ----------------------------------------------------------------------------------------------- */

/* The item of a list or tuple, borrowed; NULL, with or without an exception, beyond its end. */
static inline PyObject *
interop_item(PyObject *sequence, int is_list, Py_ssize_t i)
{
    return is_list ? PyList_GetItem(sequence, i) : PyTuple_GetItem(sequence, i);
}

INTEROP_COLD static int
interop_sequence_changed(interop_place at)
{
    if (PyErr_Occurred() && !PyErr_ExceptionMatches(PyExc_IndexError))
        return -1;
    PyErr_Clear();
    at.item = -1;
    return interop_fail(interop_errors.value, at, "the list changed its length while it was being read");
}

#define INTEROP_ITEMS(suffix, T) \
    INTEROP_UNUSED static int interop_fill_##suffix(PyObject *sequence, void *items, Py_ssize_t count, interop_arena *arena, \
                                                  interop_place at) \
    { \
        int is_list = PyList_Check(sequence); \
        (void)arena; \
        for (Py_ssize_t i = 0;; i++) { \
            PyObject *const *inside = interop_items_inside(sequence, is_list, count), *item; \
            int failed; \
            if (inside != NULL) \
                while (i < count && interop_quick_##suffix(inside[i], (T *)items + i)) \
                    i++; \
            if (i >= count) \
                return 0; \
            item = interop_item(sequence, is_list, i); \
            if (INTEROP_UNLIKELY(item == NULL)) \
                return interop_sequence_changed(at); \
            at.item = i <= INT_MAX ? (int)i : INT_MAX; \
            /* Converting may run the item's own code, which may take it out of the list. */ \
            Py_INCREF(item); \
            failed = interop_to_##suffix(item, (T *)items + i, at); \
            Py_DECREF(item); \
            if (INTEROP_UNLIKELY(failed)) \
                return -1; \
        } \
    } \
    INTEROP_UNUSED static PyObject *interop_list_##suffix(const void *items, Py_ssize_t count, interop_place at) \
    { \
        PyObject *list = PyList_New(count); \
        (void)at; \
        for (Py_ssize_t i = 0; list != NULL && i < count; i++) { \
            T value; \
            PyObject *item; \
            memcpy(&value, (const char *)items + (size_t)i * sizeof(T), sizeof(T)); \
            item = interop_from_##suffix(value); \
            if (item == NULL) { \
                Py_DECREF(list); \
                return NULL; \
            } \
            if (INTEROP_SEES) \
                interop_list_inside(list)[i] = item; \
            else \
                PyList_SetItem(list, i, item); \
        } \
        return list; \
    } \
    INTEROP_UNUSED static PyObject *interop_get_##suffix(const void *item, interop_place at) \
    { \
        T value; \
        PyObject *object; \
        memcpy(&value, item, sizeof(T)); \
        object = interop_from_##suffix(value); \
        if (INTEROP_UNLIKELY(object == NULL)) \
            interop_scalar_failed(at); \
        return object; \
    } \
    INTEROP_UNUSED static int interop_set_##suffix(PyObject *object, void *item, interop_place at) \
    { \
        T value; \
        memset(&value, 0, sizeof(T)); \
        if (INTEROP_UNLIKELY(interop_to_##suffix(object, &value, at) < 0)) \
            return -1; \
        memcpy(item, &value, sizeof(T)); \
        return 0; \
    }

#define INTEROP_SEQUENCE(suffix, T, code) \
    INTEROP_ITEMS(suffix, T) \
    INTEROP_UNUSED static const interop_type interop_type_##suffix = { \
        #T, #T " *", sizeof(T), _Alignof(T), code, interop_fill_##suffix, interop_list_##suffix, \
        interop_get_##suffix, interop_set_##suffix, NULL};

#endif
