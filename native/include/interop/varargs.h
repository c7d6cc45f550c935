/* Variable arguments that the caller chooses: what goes through `...` is known only when the call is made.
 *
 * C has no way to write a call whose arguments vary, but it says where each kind of argument is found: the first ones in
 * registers, one file of them for integers and addresses and one for doubles, and all others on the stack, in order, one
 * word of 8 bytes each. So the stub makes one call, always the same, that fills both files and a number of stack words.
 * Passing more than is read is sound C; what was not given is zero. Fixed parameters take their registers first, which is
 * why the stub says how many of each kind there are. Elsewhere every variable argument is a word of one sequence.
 *
 * Shorter integers are passed in a whole word, extended by their sign, which is right whether C reads an int or a long. */
#ifndef INTEROP_VARARGS_H
#define INTEROP_VARARGS_H

#include "strings.h"

#if defined(__x86_64__) && defined(__LP64__) /* System V */
#define INTEROP_GENERAL 6
#define INTEROP_FLOATING 8
#elif defined(__aarch64__) && defined(__LP64__) && !defined(__APPLE__) /* AAPCS64 */
#define INTEROP_GENERAL 8
#define INTEROP_FLOATING 8
#elif defined(__aarch64__) || defined(_M_ARM64) || defined(_WIN64) || (defined(__riscv) && __riscv_xlen == 64)
/* Apple's and Microsoft's conventions, and RISC-V's: doubles among the variable arguments travel as words. */
#define INTEROP_GENERAL 0
#define INTEROP_FLOATING 0
#else
#define INTEROP_GENERAL 0
#define INTEROP_FLOATING 0
#define INTEROP_NO_VARIADIC
#endif

/* Stands in every stub that makes such a call. */
#ifdef INTEROP_NO_VARIADIC
#define INTEROP_VARIADIC_KNOWN _Static_assert(0, "how this machine passes variable arguments is not known: declare shapes, varargs(...)")
#else
#define INTEROP_VARIADIC_KNOWN _Static_assert(sizeof(void *) == 8 && sizeof(double) == 8, "a word holds an address or a double")
#endif

/* How many arguments the caller may choose. */
#define INTEROP_VARIADIC_MOST 32

typedef struct {
    long long general[8];
    double floating[8];
    long long words[INTEROP_VARIADIC_MOST];
    int generals, floatings, stacked; /* how many are taken, by fixed parameters too */
    int held, allocated;
    PyObject *objects[INTEROP_VARIADIC_MOST]; /* encoded texts */
    void *blocks[INTEROP_VARIADIC_MOST];      /* copies of texts */
} interop_variadic;

INTEROP_UNUSED static void
interop_variadic_init(interop_variadic *v)
{
    memset(v, 0, offsetof(interop_variadic, objects));
}

INTEROP_UNUSED static void
interop_variadic_release(interop_variadic *v)
{
    while (v->held > 0)
        Py_DECREF(v->objects[--v->held]);
    while (v->allocated > 0)
        PyMem_Free(v->blocks[--v->allocated]);
}

/* The arguments of the call behind the fixed ones, of which `g` take general registers and `f` floating-point ones. */
#define INTEROP_VARIADIC(g, f, v) INTEROP_VF_##f(v) INTEROP_VG_##g(v) INTEROP_V8(v, 0), INTEROP_V8(v, 8), INTEROP_V8(v, 16), INTEROP_V8(v, 24)

#define INTEROP_V8(v, i) INTEROP_V4(v, i), INTEROP_V4(v, (i) + 4)
#define INTEROP_V4(v, i) (v).words[i], (v).words[(i) + 1], (v).words[(i) + 2], (v).words[(i) + 3]

#define INTEROP_VF_8(v)
#define INTEROP_VG_8(v)
#if INTEROP_FLOATING == 8
#define INTEROP_VF_7(v) (v).floating[7], INTEROP_VF_8(v)
#define INTEROP_VF_6(v) (v).floating[6], INTEROP_VF_7(v)
#define INTEROP_VF_5(v) (v).floating[5], INTEROP_VF_6(v)
#define INTEROP_VF_4(v) (v).floating[4], INTEROP_VF_5(v)
#define INTEROP_VF_3(v) (v).floating[3], INTEROP_VF_4(v)
#define INTEROP_VF_2(v) (v).floating[2], INTEROP_VF_3(v)
#define INTEROP_VF_1(v) (v).floating[1], INTEROP_VF_2(v)
#define INTEROP_VF_0(v) (v).floating[0], INTEROP_VF_1(v)
#else
#define INTEROP_VF_7(v)
#define INTEROP_VF_6(v)
#define INTEROP_VF_5(v)
#define INTEROP_VF_4(v)
#define INTEROP_VF_3(v)
#define INTEROP_VF_2(v)
#define INTEROP_VF_1(v)
#define INTEROP_VF_0(v)
#endif
#if INTEROP_GENERAL == 8
#define INTEROP_VG_7(v) (v).general[7], INTEROP_VG_8(v)
#define INTEROP_VG_6(v) (v).general[6], INTEROP_VG_7(v)
#else
#define INTEROP_VG_7(v)
#define INTEROP_VG_6(v)
#endif
#if INTEROP_GENERAL >= 6
#define INTEROP_VG_5(v) (v).general[5], INTEROP_VG_6(v)
#define INTEROP_VG_4(v) (v).general[4], INTEROP_VG_5(v)
#define INTEROP_VG_3(v) (v).general[3], INTEROP_VG_4(v)
#define INTEROP_VG_2(v) (v).general[2], INTEROP_VG_3(v)
#define INTEROP_VG_1(v) (v).general[1], INTEROP_VG_2(v)
#define INTEROP_VG_0(v) (v).general[0], INTEROP_VG_1(v)
#else
#define INTEROP_VG_5(v)
#define INTEROP_VG_4(v)
#define INTEROP_VG_3(v)
#define INTEROP_VG_2(v)
#define INTEROP_VG_1(v)
#define INTEROP_VG_0(v)
#endif

INTEROP_UNUSED static void
interop_push(interop_variadic *v, long long word)
{
    if (v->generals < INTEROP_GENERAL)
        v->general[v->generals++] = word;
    else
        v->words[v->stacked++] = word;
}

INTEROP_UNUSED static void
interop_push_double(interop_variadic *v, double number)
{
    if (v->floatings < INTEROP_FLOATING)
        v->floating[v->floatings++] = number;
    else
        memcpy(&v->words[v->stacked++], &number, sizeof number);
}

INTEROP_UNUSED static void
interop_push_address(interop_variadic *v, const void *address)
{
    interop_push(v, (long long)(intptr_t)address);
}

INTEROP_UNUSED static int
interop_push_float(interop_variadic *v, PyObject *object, interop_place at)
{
    double number = PyFloat_AsDouble(object);

    if (number == -1.0 && PyErr_Occurred())
        return interop_float_failed(object, "double", at);
    interop_push_double(v, number);
    return 0;
}

/* --- Text ------------------------------------------------------------------------------------------------------------ */

/* str or bytes as NUL-terminated bytes that live as long as the call; a copy where C did not promise to leave them alone. */
INTEROP_UNUSED static int
interop_push_text(interop_variadic *v, PyObject *object, const interop_codec *codec, int copied, interop_place at)
{
    const char *data;
    char *given = NULL;
    Py_ssize_t size;

    if (PyBytes_Check(object)) {
        if (PyBytes_AsStringAndSize(object, &given, &size) < 0)
            return -1;
        data = given;
    } else if (codec->name == NULL) {
        data = PyUnicode_AsUTF8AndSize(object, &size);
        if (data == NULL)
            return interop_text_failed(at);
    } else {
        PyObject *encoded = PyUnicode_AsEncodedString(object, codec->name, codec->errors);
        if (encoded == NULL)
            return interop_text_failed(at);
        v->objects[v->held++] = encoded;
        if (PyBytes_AsStringAndSize(encoded, &given, &size) < 0)
            return -1;
        data = given;
    }
    if (strlen(data) != (size_t)size)
        return interop_fail(interop_errors.value, at, "the text holds a NUL character, which would end it for C");
    if (copied) {
        void *block = PyMem_Malloc((size_t)size + 1);
        if (block == NULL) {
            PyErr_NoMemory();
            return -1;
        }
        data = v->blocks[v->allocated++] = memcpy(block, data, (size_t)size + 1);
    }
    interop_push_address(v, data);
    return 0;
}

INTEROP_UNUSED static int
interop_push_wide_text(interop_variadic *v, PyObject *object, interop_place at)
{
    Py_ssize_t size;
    wchar_t *text;

    if (!PyUnicode_Check(object))
        return interop_expected(at, "str", object);
    text = PyUnicode_AsWideCharString(object, &size);
    if (text == NULL)
        return -1;
    v->blocks[v->allocated++] = text;
    if (wcslen(text) != (size_t)size)
        return interop_fail(interop_errors.value, at, "the text holds a NUL character, which would end it for C");
    interop_push_address(v, text);
    return 0;
}

/* --- Any arguments, each by its own type ----------------------------------------------------------------------------- */

static interop_ctype interop_any_pointer = {"void *", NULL};

INTEROP_UNUSED static int
interop_push_integer(interop_variadic *v, PyObject *object, interop_place at)
{
    PyObject *number = PyNumber_Index(object);
    unsigned long long large;
    long long value;

    if (number == NULL)
        return -1;
    value = PyLong_AsLongLong(number);
    if (value == -1 && PyErr_Occurred()) {
        PyErr_Clear();
        large = PyLong_AsUnsignedLongLong(number);
        if (large == ULLONG_MAX && PyErr_Occurred()) {
            PyErr_Clear();
            Py_DECREF(number);
            return interop_out_of_range(object, LLONG_MIN, ULLONG_MAX, "long long", at);
        }
        value = (long long)large;
    }
    Py_DECREF(number);
    interop_push(v, value);
    return 0;
}

/* A number as C holds it: passed as C passes it, promoted. */
INTEROP_UNUSED static int
interop_push_primitive(interop_variadic *v, PyObject *object, PyObject *type, interop_place at)
{
    PyObject *name = PyObject_GetAttrString(type, "cname"), *number;
    int is_float, is_long, failed;

    if (name == NULL)
        return -1;
    is_float = PyUnicode_CompareWithASCIIString(name, "float") == 0 || PyUnicode_CompareWithASCIIString(name, "double") == 0;
    is_long = PyUnicode_CompareWithASCIIString(name, "long double") == 0;
    if (is_float || is_long) {
        Py_DECREF(name);
        return is_float ? interop_push_float(v, object, at)
                        : interop_fail(interop_errors.type, at, "a long double cannot be passed through '...'");
    }
    number = PyNumber_Long(object);
    if (number == NULL) {
        if (interop_raised_by_c(PyExc_TypeError)) {
            PyErr_Clear();
            interop_fail(interop_errors.type, at, "a '%U' cannot be passed through '...'", name);
        }
        Py_DECREF(name);
        return -1;
    }
    Py_DECREF(name);
    failed = interop_push_integer(v, number, at);
    Py_DECREF(number);
    return failed;
}

/* What Python itself cannot tell: whether the object is cffi's, and what C calls its type. */
INTEROP_UNUSED static int
interop_push_cdata(interop_variadic *v, PyObject *object, interop_place at)
{
    PyObject *cdata = PyObject_GetAttrString(interop_ffi, "CData"), *type = NULL, *kind = NULL;
    int is_cdata = cdata == NULL ? -1 : PyObject_IsInstance(object, cdata), failed = -1;

    Py_XDECREF(cdata);
    if (is_cdata < 0)
        return -1;
    if (!is_cdata)
        return interop_expected(at, "int, float, str, bytes, None or cdata", object);
    type = PyObject_CallMethod(interop_ffi, "typeof", "O", object);
    kind = type == NULL ? NULL : PyObject_GetAttrString(type, "kind");
    if (kind == NULL)
        goto done;
    if (PyUnicode_CompareWithASCIIString(kind, "primitive") == 0 || PyUnicode_CompareWithASCIIString(kind, "enum") == 0) {
        failed = interop_push_primitive(v, object, type, at);
    } else if (PyUnicode_CompareWithASCIIString(kind, "struct") == 0 || PyUnicode_CompareWithASCIIString(kind, "union") == 0) {
        interop_fail(interop_errors.type, at, "a %U cannot be passed through '...'", kind);
    } else {
        void *address = NULL;
        failed = interop_to_pointer(object, &interop_any_pointer, &address, at);
        interop_push_address(v, address);
    }
done:
    Py_XDECREF(type);
    Py_XDECREF(kind);
    return failed;
}

/* [varargs]: int and bool, float as double, str and bytes as text, None as NULL, cdata by its type. */
INTEROP_UNUSED static int
interop_variadic_any(interop_variadic *v, PyObject *const *args, Py_ssize_t count, const interop_codec *codec, interop_place at)
{
    if (count > INTEROP_VARIADIC_MOST)
        return interop_fail(interop_errors.type, at, "%zd arguments were given, of at most %d", count, INTEROP_VARIADIC_MOST);
    for (Py_ssize_t i = 0; i < count; i++) {
        PyObject *object = args[i];
        int failed = 0;
        at.item = (int)i;
        if (object == Py_None)
            interop_push_address(v, NULL);
        else if (PyFloat_Check(object))
            failed = interop_push_float(v, object, at);
        else if (PyUnicode_Check(object) || PyBytes_Check(object))
            failed = interop_push_text(v, object, codec, 1, at);
        else if (PyIndex_Check(object))
            failed = interop_push_integer(v, object, at);
        else
            failed = interop_push_cdata(v, object, at);
        if (failed)
            return -1;
    }
    return 0;
}

/* --- Arguments that a format of printf's describes ------------------------------------------------------------------- */

enum { INTEROP_HH, INTEROP_H, INTEROP_INT, INTEROP_L, INTEROP_LL, INTEROP_J, INTEROP_Z, INTEROP_T, INTEROP_LONG_DOUBLES };

static const struct {
    const char *signed_name;
    const char *unsigned_name;
    int size;
} interop_printf_lengths[] = {
    {"signed char", "unsigned char", sizeof(char)},
    {"short", "unsigned short", sizeof(short)},
    {"int", "unsigned int", sizeof(int)},
    {"long", "unsigned long", sizeof(long)},
    {"long long", "unsigned long long", sizeof(long long)},
    {"intmax_t", "uintmax_t", sizeof(intmax_t)},
    {"ssize_t", "size_t", sizeof(size_t)},
    {"ptrdiff_t", "an unsigned ptrdiff_t", sizeof(ptrdiff_t)},
};

/* What a declared argument may be read as: i integer (of that many bytes), d double, D long double, s text, S wide text,
 * p pointer, - nothing. */
typedef struct {
    char kind;
    size_t size;
} interop_printf_kind;

/* A checked call of printf while its format is read. */
typedef struct {
    interop_variadic *v;
    const char *format;
    PyObject *const *args;
    Py_ssize_t count;
    const interop_codec *codec;
    interop_place at;        /* of the arguments */
    interop_place at_format;
    Py_ssize_t next;
    const interop_printf_kind *kinds; /* of the arguments, where they are declared */
} interop_printf;

/* Whether the next argument, which is declared, is what the conversion reads. */
INTEROP_UNUSED static int
interop_printf_declared(interop_printf *p, char kind, int length)
{
    const interop_printf_kind *is;
    size_t size = (size_t)interop_printf_lengths[length].size;

    if (p->next++ >= p->count)
        return 0;
    is = &p->kinds[p->next - 1];
    if (kind == 'i' ? is->kind == 'i' && is->size == (size < sizeof(int) ? sizeof(int) : size)
                    : is->kind == kind || (kind == 'p' && (is->kind == 's' || is->kind == 'S')))
        return 0;
    return interop_fail(interop_errors.value, p->at_format, "it reads argument %zd as another type than the declared one", p->next);
}

/* The next argument; NULL where there are too few, which is reported when it is known how many there should be. */
INTEROP_UNUSED static PyObject *
interop_printf_next(interop_printf *p)
{
    p->at.item = (int)p->next;
    return p->next++ < p->count ? p->args[p->next - 1] : NULL;
}

INTEROP_UNUSED static int
interop_printf_signed(interop_printf *p, int length)
{
    PyObject *object;
    int unused = (int)(sizeof(long long) - (size_t)interop_printf_lengths[length].size) * CHAR_BIT;
    long long value = 0;

    if (p->kinds != NULL)
        return interop_printf_declared(p, 'i', length);
    object = interop_printf_next(p);
    if (object == NULL)
        return 0;
    if (interop_signed(object, LLONG_MIN >> unused, LLONG_MAX >> unused, interop_printf_lengths[length].signed_name, p->at, &value) < 0)
        return -1;
    interop_push(p->v, value);
    return 0;
}

INTEROP_UNUSED static int
interop_printf_unsigned(interop_printf *p, int length)
{
    PyObject *object;
    int unused = (int)(sizeof(long long) - (size_t)interop_printf_lengths[length].size) * CHAR_BIT;
    const char *name = interop_printf_lengths[length].unsigned_name;
    unsigned long long value = 0;

    if (p->kinds != NULL)
        return interop_printf_declared(p, 'i', length);
    object = interop_printf_next(p);
    if (object == NULL)
        return 0;
    if (unused > 0) {
        long long small = 0;
        if (interop_signed(object, 0, (long long)(ULLONG_MAX >> unused), name, p->at, &small) < 0)
            return -1;
        value = (unsigned long long)small;
    } else if (interop_unsigned(object, name, p->at, &value) < 0) {
        return -1;
    }
    interop_push(p->v, (long long)value);
    return 0;
}

/* %c: a byte, as bytes or str of length 1, or as its number. */
INTEROP_UNUSED static int
interop_printf_character(interop_printf *p, int length)
{
    PyObject *object;
    unsigned char byte = 0;
    Py_UCS4 character = 0;

    if (p->kinds != NULL)
        return interop_printf_declared(p, 'i', INTEROP_INT);
    object = interop_printf_next(p);
    if (object == NULL)
        return 0;
    if (PyUnicode_Check(object)) {
        unsigned long most = length == INTEROP_L ? (sizeof(wchar_t) == 2 ? 0xFFFF : 0x10FFFF) : 0x7F;
        if (interop_wide_character(object, most, length == INTEROP_L ? "wint_t" : "char", &character, p->at) < 0)
            return -1;
        interop_push(p->v, (long long)character);
        return 0;
    }
    if (length == INTEROP_L)
        return interop_expected(p->at, "str of length 1", object);
    if (PyIndex_Check(object)) {
        long long value = 0;
        if (interop_signed(object, SCHAR_MIN, UCHAR_MAX, "char", p->at, &value) < 0)
            return -1;
        byte = (unsigned char)value;
    } else if (interop_character(object, &byte, p->at) < 0) {
        return -1;
    }
    interop_push(p->v, byte);
    return 0;
}

INTEROP_UNUSED static int
interop_printf_text(interop_printf *p, int length)
{
    PyObject *object;

    if (p->kinds != NULL)
        return interop_printf_declared(p, length == INTEROP_L ? 'S' : 's', INTEROP_INT);
    object = interop_printf_next(p);
    if (object == NULL)
        return 0;
    if (length == INTEROP_L)
        return interop_push_wide_text(p->v, object, p->at);
    if (!PyUnicode_Check(object) && !PyBytes_Check(object))
        return interop_expected(p->at, "str or bytes", object);
    return interop_push_text(p->v, object, p->codec, 0, p->at); /* printf only reads */
}

INTEROP_UNUSED static int
interop_printf_pointer(interop_printf *p)
{
    PyObject *object;
    void *address = NULL;

    if (p->kinds != NULL)
        return interop_printf_declared(p, 'p', INTEROP_INT);
    object = interop_printf_next(p);
    if (object == NULL)
        return 0;
    if (interop_to_pointer(object, &interop_any_pointer, &address, p->at) < 0)
        return -1;
    interop_push_address(p->v, address);
    return 0;
}

INTEROP_UNUSED static int
interop_printf_float(interop_printf *p, int length)
{
    PyObject *object;

    if (p->kinds != NULL)
        return interop_printf_declared(p, length == INTEROP_LONG_DOUBLES ? 'D' : 'd', INTEROP_INT);
    object = interop_printf_next(p);
    return object == NULL ? 0 : interop_push_float(p->v, object, p->at);
}

/* One conversion that no argument can be right for: "'%n' ..." and where it stands. */
INTEROP_COLD static int
interop_printf_refuse(interop_printf *p, const char *start, const char *end, const char *why)
{
    PyObject *shown = PyUnicode_DecodeASCII(start, end - start, "backslashreplace");

    if (shown != NULL) {
        interop_fail(interop_errors.value, p->at_format, "'%U' at %zd %s", shown, (Py_ssize_t)(start - p->format), why);
        Py_DECREF(shown);
    }
    return -1;
}

/* `*` or digits; a number of that many digits is no width of anybody's. */
INTEROP_UNUSED static int
interop_printf_number(interop_printf *p, const char **at, const char *start)
{
    int digits = 0;

    if (**at == '*') {
        ++*at;
        return interop_printf_signed(p, INTEROP_INT);
    }
    for (; **at >= '0' && **at <= '9'; ++*at)
        if (++digits > 9)
            return interop_printf_refuse(p, start, *at, "is too wide");
    return 0;
}

INTEROP_UNUSED static int
interop_printf_length(const char **at)
{
    const char *c = *at;

    switch (*c) {
    case 'h':
        *at += c[1] == 'h' ? 2 : 1;
        return c[1] == 'h' ? INTEROP_HH : INTEROP_H;
    case 'l':
        *at += c[1] == 'l' ? 2 : 1;
        return c[1] == 'l' ? INTEROP_LL : INTEROP_L;
    case 'j':
        ++*at;
        return INTEROP_J;
    case 'z':
        ++*at;
        return INTEROP_Z;
    case 't':
        ++*at;
        return INTEROP_T;
    case 'L':
        ++*at;
        return INTEROP_LONG_DOUBLES;
    default:
        return INTEROP_INT;
    }
}

/* What stands behind a '%' at `start`; the place behind it, or NULL with an exception. */
INTEROP_UNUSED static const char *
interop_printf_conversion(interop_printf *p, const char *start)
{
    const char *c = start + 1;
    int length, failed = 0;

    if (*c == '%')
        return c + 1;
    while (*c != '\0' && strchr("-+ #0'", *c) != NULL)
        c++;
    if (interop_printf_number(p, &c, start) < 0)
        return NULL;
    if (*c == '.') {
        c++;
        if (interop_printf_number(p, &c, start) < 0)
            return NULL;
    }
    length = interop_printf_length(&c);
    switch (*c) {
    case 'd':
    case 'i':
        failed = length == INTEROP_LONG_DOUBLES ? 1 : interop_printf_signed(p, length);
        break;
    case 'o':
    case 'u':
    case 'x':
    case 'X':
        failed = length == INTEROP_LONG_DOUBLES ? 1 : interop_printf_unsigned(p, length);
        break;
    case 'f':
    case 'F':
    case 'e':
    case 'E':
    case 'g':
    case 'G':
    case 'a':
    case 'A':
        if (length == INTEROP_LONG_DOUBLES && p->kinds == NULL) {
            interop_printf_refuse(p, start, c + 1, "takes a long double, which can only be declared: varargs(long double x)");
            return NULL;
        }
        failed = length != INTEROP_INT && length != INTEROP_L && length != INTEROP_LONG_DOUBLES ? 1 : interop_printf_float(p, length);
        break;
    case 'c':
        failed = length != INTEROP_INT && length != INTEROP_L ? 1 : interop_printf_character(p, length);
        break;
    case 's':
        failed = length != INTEROP_INT && length != INTEROP_L ? 1 : interop_printf_text(p, length);
        break;
    case 'p':
        failed = length != INTEROP_INT ? 1 : interop_printf_pointer(p);
        break;
    case 'm': /* the text of errno, as glibc and musl have it: it takes nothing */
        failed = length != INTEROP_INT;
        break;
    case 'n':
        interop_printf_refuse(p, start, c + 1, "writes to memory, which a format must not do");
        return NULL;
    case '\0':
        interop_printf_refuse(p, start, c, "is no whole conversion; a '%' is written '%%'");
        return NULL;
    default:
        failed = 1;
    }
    if (failed > 0)
        interop_printf_refuse(p, start, c + 1, "is no conversion that can be checked");
    return failed ? NULL : c + 1;
}

INTEROP_UNUSED static int
interop_printf_read(interop_printf *p)
{
    for (const char *c = p->format; (c = strchr(c, '%')) != NULL;)
        if ((c = interop_printf_conversion(p, c)) == NULL)
            return -1;
    return 0;
}

/* [format(printf)]: exactly the arguments that the format reads, each as what it reads it as. */
INTEROP_UNUSED static int
interop_variadic_printf(interop_variadic *v, const char *format, PyObject *const *args, Py_ssize_t count,
                        const interop_codec *codec, interop_place at_format, interop_place at)
{
    interop_printf p = {v, format, args, count, codec, at, at_format, 0, NULL};

    if (count > INTEROP_VARIADIC_MOST)
        return interop_fail(interop_errors.type, at, "%zd arguments were given, of at most %d", count, INTEROP_VARIADIC_MOST);
    if (interop_printf_read(&p) < 0)
        return -1;
    if (p.next != count)
        return interop_fail(interop_errors.type, at_format, "it takes %zd argument%s, but %zd %s given", p.next,
                            p.next == 1 ? "" : "s", count, count == 1 ? "was" : "were");
    return 0;
}

/* [format(printf)] of a shape: a format that reads just the declared arguments. */
INTEROP_UNUSED static int
interop_printf_shape(const char *format, const interop_printf_kind *kinds, Py_ssize_t count, interop_place at_format)
{
    static const interop_printf_kind none[1];
    interop_printf p = {NULL, format, NULL, count, NULL, at_format, at_format, 0, kinds != NULL ? kinds : none};

    if (interop_printf_read(&p) < 0)
        return -1;
    if (p.next != count)
        return interop_fail(interop_errors.value, at_format, "it takes %zd argument%s, but there %s %zd", p.next,
                            p.next == 1 ? "" : "s", count == 1 ? "is" : "are", count);
    return 0;
}

/* --- Sorting them out ------------------------------------------------------------------------------------------------ */

/* As interop_arguments, where what stands behind the positional parameters is the rest. */
INTEROP_UNUSED static int
interop_arguments_and_rest(interop_signature *signature, PyObject *const *args, Py_ssize_t nargs, PyObject *kwnames,
                           PyObject **out, PyObject *const **rest, Py_ssize_t *count)
{
    Py_ssize_t fixed = nargs < signature->positional ? nargs : signature->positional;

    *rest = args + fixed;
    *count = nargs - fixed;
    return interop_sort(signature, args, fixed, args + nargs, kwnames, out);
}

#endif
