/* What every stub uses: places for messages, argument parsing, sizes.
 *
 * Everything here is static: each generated module carries the parts it uses, and nothing is shared between modules.
 * All of it compiles against CPython's limited API of 3.11 and against the full API alike. */
#ifndef INTEROP_CORE_H
#define INTEROP_CORE_H

#include <errno.h>
#include <float.h>
#include <limits.h>
#include <math.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#define INTEROP_ABI 1

#if defined(__GNUC__)
#define INTEROP_UNUSED __attribute__((unused))
#define INTEROP_LIKELY(x) __builtin_expect(!!(x), 1)
#define INTEROP_UNLIKELY(x) __builtin_expect(!!(x), 0)
#define INTEROP_COLD __attribute__((unused, noinline, cold))
#define INTEROP_INLINE __attribute__((unused, always_inline)) static inline
#define INTEROP_OUTLINE __attribute__((noinline))
#else
#define INTEROP_UNUSED
#define INTEROP_LIKELY(x) (x)
#define INTEROP_UNLIKELY(x) (x)
#define INTEROP_COLD
#define INTEROP_INLINE static inline
#define INTEROP_OUTLINE
#endif

/* Before a loop whose count is known where its function is inlined. */
#if defined(__GNUC__) && !defined(__clang__)
#define INTEROP_UNROLLED _Pragma("GCC unroll 8")
#else
#define INTEROP_UNROLLED
#endif

/* Whether exact ints, floats, strings and lists may be looked into: in builds for one version of CPython, with its lock. */
#if defined(Py_LIMITED_API) || defined(Py_GIL_DISABLED) || defined(PYPY_VERSION) || defined(GRAALVM_PYTHON)
#define INTEROP_DIRECT 0
#else
#define INTEROP_DIRECT 1
#endif

/* The characters of a bytes object, which is known to be one. */
#if INTEROP_DIRECT
#define INTEROP_BYTES_INSIDE(bytes) (((PyBytesObject *)(bytes))->ob_sval)
#else
#define INTEROP_BYTES_INSIDE(bytes) PyBytes_AsString(bytes)
#endif

/* PyMemberDef and what it needs, whose header would bring macros of short names. */
typedef struct {
    const char *name;
    int type;
    Py_ssize_t offset;
    int flags;
    const char *doc;
} interop_member_def;

enum { INTEROP_MEMBER_OBJECT = 6, INTEROP_MEMBER_SIZE = 19, INTEROP_MEMBER_READONLY = 1 };

/* --- Errors ------------------------------------------------------------------------------------------------------ */

/* The classes of interop.runtime.errors, fetched when the module is imported. */
static struct {
    PyObject *type;  /* ArgumentTypeError: an unfit object */
    PyObject *value; /* ArgumentValueError: an unfit size or value */
    PyObject *range; /* ArgumentRangeError: a number its C type cannot hold */
    PyObject *call_error;
} interop_errors;

/* A function as Python calls it. `names` holds its Python parameters, then what only comes back. */
typedef struct {
    const char *name;
    const char *const *names;
    PyObject **keywords;  /* the interned names, made by the first call with keywords */
    const char *required; /* '1' for each parameter that must be given; NULL: a record, whose fields these are */
    int count;
    int positional;
} interop_signature;

/* Where a value belongs, for messages only: names[index], and the item if it is one of several. index -1: the result. */
typedef struct {
    const interop_signature *signature;
    int index;
    int item;
} interop_place;

#define INTEROP_AT(function, index) ((interop_place){&interop_s_##function, (index), -1})

/* Raises `type` with "f(): argument 'x' at [3]: ..." or "Record.x at [3]: ..." in front of the text; always -1. */
INTEROP_COLD static int
interop_fail(PyObject *type, interop_place at, const char *format, ...)
{
    char item[32] = "";
    PyObject *text, *whole = NULL;
    va_list args;

    va_start(args, format);
    text = PyUnicode_FromFormatV(format, args);
    va_end(args);
    if (text == NULL)
        return -1;
    if (at.item >= 0)
        PyOS_snprintf(item, sizeof item, " at [%d]", at.item);
    if (at.signature->required == NULL)
        whole = PyUnicode_FromFormat("%s%s%s%s: %U", at.signature->name, at.index < 0 ? "" : ".",
                                     at.index < 0 ? "" : at.signature->names[at.index], item, text);
    else if (at.index < 0)
        whole = PyUnicode_FromFormat("%s(): result%s: %U", at.signature->name, item, text);
    else
        whole = PyUnicode_FromFormat("%s(): %s '%s'%s: %U", at.signature->name,
                                     at.index < at.signature->count ? "argument" : "result",
                                     at.signature->names[at.index], item, text);
    Py_DECREF(text);
    if (whole != NULL) {
        PyErr_SetObject(type, whole);
        Py_DECREF(whole);
    }
    return -1;
}

/* "expected int, got str": the object is unfit. Always -1. */
INTEROP_COLD static int
interop_expected(interop_place at, const char *expected, PyObject *got)
{
    PyObject *name;

    if (got == Py_None)
        return interop_fail(interop_errors.type, at, "expected %s, got None", expected);
    name = PyType_GetName(Py_TYPE(got));
    if (name == NULL)
        return -1;
    interop_fail(interop_errors.type, at, "expected %s, got %U", expected, name);
    Py_DECREF(name);
    return -1;
}

/* Whether the current exception was raised by C code. One with a traceback comes from the caller's own Python code,
 * such as __index__, and is passed on as it is. */
static inline int
interop_raised_by_c(PyObject *type)
{
    PyObject *kind, *value, *traceback;
    int by_c;

    if (!PyErr_ExceptionMatches(type))
        return 0;
    PyErr_Fetch(&kind, &value, &traceback);
    by_c = traceback == NULL;
    PyErr_Restore(kind, value, traceback);
    return by_c;
}

/* Replaces the current exception by `type` with our text, the current one as its cause. Always -1. */
INTEROP_COLD static int
interop_fail_because(PyObject *type, interop_place at, const char *what)
{
    PyObject *kind, *cause, *traceback, *text, *value;

    PyErr_Fetch(&kind, &cause, &traceback);
    PyErr_NormalizeException(&kind, &cause, &traceback);
    text = cause != NULL ? PyObject_Str(cause) : NULL;
    if (text == NULL) {
        PyErr_Restore(kind, cause, traceback);
        return -1;
    }
    interop_fail(type, at, "%s%U", what, text);
    Py_DECREF(text);
    if (traceback != NULL)
        PyException_SetTraceback(cause, traceback);
    Py_XDECREF(kind);
    Py_XDECREF(traceback);
    PyErr_Fetch(&kind, &value, &traceback);
    PyErr_NormalizeException(&kind, &value, &traceback);
    if (value != NULL && PyObject_IsInstance(value, PyExc_BaseException) == 1)
        PyException_SetCause(value, cause); /* steals */
    else
        Py_XDECREF(cause);
    PyErr_Restore(kind, value, traceback);
    return -1;
}

/* What a codec could not do is a value error of this place; anything else, such as MemoryError, is passed on. */
INTEROP_COLD static int
interop_text_failed(interop_place at)
{
    return PyErr_ExceptionMatches(PyExc_UnicodeError) ? interop_fail_because(interop_errors.value, at, "") : -1;
}

/* --- Tuples ------------------------------------------------------------------------------------------------------ */

/* Where a tuple's items are, seen from its address: so much its type tells (inside.h). */
static Py_ssize_t interop_tuple_items;

INTEROP_UNUSED static inline PyObject **
interop_items(PyObject *tuple)
{
    return (PyObject **)((char *)tuple + interop_tuple_items);
}

/* --- Arguments --------------------------------------------------------------------------------------------------- */

INTEROP_COLD static int
interop_intern_keywords(interop_signature *signature)
{
    for (int i = 0; i < signature->count; i++) {
        if (signature->keywords[i] == NULL) {
            signature->keywords[i] = PyUnicode_InternFromString(signature->names[i]);
            if (signature->keywords[i] == NULL)
                return -1;
        }
    }
    return 0;
}

INTEROP_COLD static int
interop_compare_keyword(const interop_signature *signature, PyObject *name)
{
    for (int i = 0; i < signature->count; i++)
        if (PyUnicode_Compare(signature->keywords[i], name) == 0)
            return i;
    return -1;
}

/* Names in calls are interned, so the first loop finds them; `likely` is where they stand in the usual order. */
INTEROP_UNUSED static inline int
interop_find_keyword(const interop_signature *signature, PyObject *name, Py_ssize_t likely)
{
    if (INTEROP_LIKELY(likely < signature->count && signature->keywords[likely] == name))
        return (int)likely;
    for (int i = 0; i < signature->count; i++)
        if (signature->keywords[i] == name)
            return i;
    return interop_compare_keyword(signature, name);
}

/* How many of the `keywords` names are those of the parameters from the first on, one after the other. */
INTEROP_UNUSED static inline Py_ssize_t
interop_in_order(const interop_signature *signature, Py_ssize_t first, PyObject *kwnames, Py_ssize_t keywords)
{
    PyObject *const *names = interop_items(kwnames);
    Py_ssize_t i = 0;

    while (i < keywords && signature->keywords[first + i] == names[i])
        i++;
    return i;
}

/* Sorts positional arguments, and the `named` ones of `kwnames`, into `out`, one place for each Python parameter; NULL: left
 * out. */
INTEROP_UNUSED static int
interop_sort(interop_signature *signature, PyObject *const *args, Py_ssize_t nargs, PyObject *const *named, PyObject *kwnames,
             PyObject **out)
{
    Py_ssize_t keywords = kwnames == NULL ? 0 : Py_SIZE(kwnames);
    int i;

    if (INTEROP_UNLIKELY(nargs > signature->positional)) {
        PyErr_Format(PyExc_TypeError, "%s() takes %d positional argument%s but %zd %s given", signature->name,
                     signature->positional, signature->positional == 1 ? "" : "s", nargs, nargs == 1 ? "was" : "were");
        return -1;
    }
    for (i = 0; i < nargs; i++)
        out[i] = args[i];
    for (; i < signature->count; i++)
        out[i] = NULL;
    if (keywords > 0) {
        if (INTEROP_UNLIKELY(signature->count > 0 && signature->keywords[signature->count - 1] == NULL)
            && interop_intern_keywords(signature) < 0)
            return -1;
        for (Py_ssize_t k = 0; k < keywords; k++) {
            PyObject *name = interop_items(kwnames)[k];
            int place = interop_find_keyword(signature, name, nargs + k);
            if (place < 0) {
                PyErr_Format(PyExc_TypeError, "%s() got an unexpected keyword argument '%U'", signature->name, name);
                return -1;
            }
            if (out[place] != NULL) {
                PyErr_Format(PyExc_TypeError, "%s() got multiple values for argument '%U'", signature->name, name);
                return -1;
            }
            out[place] = named[k];
        }
    }
    for (i = 0; i < signature->count; i++) {
        if (INTEROP_UNLIKELY(out[i] == NULL && signature->required[i] == '1')) {
            PyErr_Format(PyExc_TypeError, "%s() missing required argument '%s'", signature->name, signature->names[i]);
            return -1;
        }
    }
    return 0;
}

/* The arguments of a call, as METH_FASTCALL hands them over, for a function all of whose parameters must be given, and may
 * be by position; NULL with an exception. Where the names come in the order of the parameters, they stand as they are to. */
INTEROP_UNUSED static PyObject *const *
interop_all_arguments(interop_signature *signature, PyObject *const *args, Py_ssize_t nargs, PyObject *kwnames, PyObject **out)
{
    Py_ssize_t keywords = kwnames == NULL ? 0 : Py_SIZE(kwnames);

    if (INTEROP_LIKELY(nargs + keywords == signature->count && keywords > 0)
        && INTEROP_LIKELY(interop_in_order(signature, nargs, kwnames, keywords) == keywords))
        return args;
    return interop_sort(signature, args, nargs, args + nargs, kwnames, out) < 0 ? NULL : out;
}

/* The same into `out`, where parameters may be left out, or must be named. */
INTEROP_UNUSED static inline int
interop_arguments(interop_signature *signature, PyObject *const *args, Py_ssize_t nargs, PyObject *kwnames, PyObject **out)
{
    Py_ssize_t keywords = kwnames == NULL ? 0 : Py_SIZE(kwnames), given = nargs + keywords;

    if (INTEROP_LIKELY(nargs <= signature->positional && given <= signature->count)
        && (keywords == 0 || INTEROP_LIKELY(interop_in_order(signature, nargs, kwnames, keywords) == keywords))) {
        Py_ssize_t i = 0;
        while (i < signature->count && (i < given || signature->required[i] == '0')) {
            out[i] = i < given ? args[i] : NULL;
            i++;
        }
        if (INTEROP_LIKELY(i == signature->count))
            return 0;
    }
    return interop_sort(signature, args, nargs, args + nargs, kwnames, out);
}

/* The same, where so many of `positional` parameters must be given, and no others: the first. */
INTEROP_INLINE int
interop_some_arguments(interop_signature *signature, PyObject *const *args, Py_ssize_t nargs, PyObject *kwnames, PyObject **out,
                       Py_ssize_t required, Py_ssize_t positional, Py_ssize_t count)
{
    Py_ssize_t keywords, given;

    if (INTEROP_LIKELY(kwnames == NULL && nargs >= required && nargs <= positional)) {
        INTEROP_UNROLLED
        for (Py_ssize_t i = 0; i < count; i++)
            out[i] = i < nargs ? args[i] : NULL;
        return 0;
    }
    keywords = kwnames == NULL ? 0 : Py_SIZE(kwnames);
    given = nargs + keywords;
    if (INTEROP_UNLIKELY(keywords == 0 || given < required || given > count || nargs > positional)
        || INTEROP_UNLIKELY(interop_in_order(signature, nargs, kwnames, keywords) < keywords))
        return interop_sort(signature, args, nargs, args + nargs, kwnames, out);
    INTEROP_UNROLLED
    for (Py_ssize_t i = 0; i < count; i++)
        out[i] = i < given ? args[i] : NULL;
    return 0;
}

/* What a call gave by name, as a new reference; NULL with an exception. C that calls with a dictionary hands over its own
 * (PyObject_Call, and with it _thread.start_new_thread), which what runs during the call could change: of one that others refer to
 * there is a copy. */
INTEROP_UNUSED static inline PyObject *
interop_named(PyObject *keywords)
{
    if (!PyArg_ValidateKeywordArguments(keywords))
        return NULL;
    return INTEROP_LIKELY(Py_REFCNT(keywords) == 1) ? Py_NewRef(keywords) : PyDict_Copy(keywords);
}

/* A generated function, as Python calls it. */
typedef PyObject *interop_stub(PyObject *self, PyObject *const *args, Py_ssize_t nargs, PyObject *kwnames);

/* Says that a class has a __vectorcalloffset__ (Py_TPFLAGS_HAVE_VECTORCALL, which the limited API has since 3.12; the bit is that of
 * every version). */
#define INTEROP_HAVE_VECTORCALL (1UL << 11)

/* How many positional arguments a vectorcall has (PyVectorcall_NARGS, which the limited API of 3.11 lacks). */
#define INTEROP_COUNT(nargs) ((Py_ssize_t)((nargs) & ~((size_t)1 << (8 * sizeof(size_t) - 1))))

/* Whether an argument with a computed default was left out. */
#define INTEROP_LEFT_OUT(object) ((object) == NULL || (object) == Py_None)

/* --- Temporaries ------------------------------------------------------------------------------------------------- */

/* Temporaries up to this many bytes live in the stub's own frame, larger ones on the heap (R4.11). */
#define INTEROP_LOCAL 512

/* What a zero-length array passes: a valid address with nothing behind it (R4.5). */
INTEROP_UNUSED static char interop_nothing[16];

/* The size in bytes of `count` items, or -1 with MemoryError when no memory could hold them. */
INTEROP_UNUSED static inline Py_ssize_t
interop_bytes(Py_ssize_t count, Py_ssize_t size)
{
    if (INTEROP_UNLIKELY(count > (PY_SSIZE_T_MAX - 64) / (size > 0 ? size : 1))) {
        PyErr_NoMemory();
        return -1;
    }
    return count * size;
}

/* --- Counts ------------------------------------------------------------------------------------------------------ */

/* Integer arithmetic of the declaration's expressions is exact: it is computed wider than any C integer, so that width *
 * height of two ints cannot come out small, and what it gives is checked against the type it goes into. */
#ifdef __SIZEOF_INT128__
__extension__ typedef __int128 interop_wide;
#else
typedef long long interop_wide;
#endif

#define INTEROP_WIDEST ((((interop_wide)1 << (sizeof(interop_wide) * CHAR_BIT - 2)) - 1) * 2 + 1)

/* A product of sizes; one beyond all bounds stays beyond all bounds. */
INTEROP_UNUSED static inline interop_wide
interop_times(interop_wide left, interop_wide right)
{
    interop_wide product;

#if defined(__GNUC__)
    if (__builtin_mul_overflow(left, right, &product))
        return (left < 0) != (right < 0) ? -INTEROP_WIDEST : INTEROP_WIDEST;
#else
    product = left * right;
#endif
    return product;
}

/* A division by zero is beyond all bounds, and no reason to end the process. */
INTEROP_UNUSED static inline interop_wide
interop_quotient(interop_wide left, interop_wide right)
{
    return right == 0 ? INTEROP_WIDEST : left / right;
}

INTEROP_UNUSED static inline interop_wide
interop_remainder(interop_wide left, interop_wide right)
{
    return right == 0 ? INTEROP_WIDEST : left % right;
}

INTEROP_UNUSED static inline interop_wide
interop_shifted(interop_wide left, interop_wide right)
{
    return right < 0 || right > 62 ? INTEROP_WIDEST : interop_times(left, (interop_wide)1 << right);
}

/* A size as the declaration's C expression gave it, checked to be one. `what` is "size_is" or "length_is". Of a size in bytes
 * that is no multiple of the element's, the last element is left out: what is read must be there as a whole. */
INTEROP_UNUSED static inline Py_ssize_t
interop_count(interop_wide value, int bytes_per_item, interop_place at, const char *what)
{
    if (INTEROP_UNLIKELY(value < 0 || value > PY_SSIZE_T_MAX)) {
        if (value < LLONG_MIN || value > LLONG_MAX)
            return interop_fail(interop_errors.value, at, "%s is beyond all bounds", what);
        return interop_fail(interop_errors.value, at, "%s is %lld, which is no number of elements", what, (long long)value);
    }
    return bytes_per_item == 0 ? (Py_ssize_t)value : (Py_ssize_t)value / bytes_per_item;
}

/* How many elements C handed over, to be freed: none where that is no number of elements. */
INTEROP_UNUSED static inline Py_ssize_t
interop_handed(interop_wide value, int bytes_per_item)
{
    return value < 0 || value > PY_SSIZE_T_MAX ? 0 : (Py_ssize_t)value / (bytes_per_item == 0 ? 1 : bytes_per_item);
}

/* The same for what C may write or read up to: the last element counts although only a part of it is meant. */
INTEROP_UNUSED static inline Py_ssize_t
interop_extent(interop_wide value, int bytes_per_item, interop_place at)
{
    Py_ssize_t count = interop_count(value, bytes_per_item, at, "size_is");

    return count >= 0 && bytes_per_item != 0 && value % bytes_per_item != 0 ? count + 1 : count;
}

#endif
