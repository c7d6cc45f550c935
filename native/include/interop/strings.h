/* Text: encoded on the way in, decoded on the way back, never past the room, never cut. */
#ifndef INTEROP_STRINGS_H
#define INTEROP_STRINGS_H

#include "arrays.h"

typedef struct {
    const char *name;   /* a Python codec; NULL: strict UTF-8, which str keeps ready */
    const char *errors;
    int unit; /* bytes in one code unit */
    int bstr; /* its length in bytes stands in front of it, and it may hold NUL */
} interop_codec;

#define INTEROP_UTF16 (PY_LITTLE_ENDIAN ? "utf-16-le" : "utf-16-be")
#define INTEROP_UTF32 (PY_LITTLE_ENDIAN ? "utf-32-le" : "utf-32-be")

/* Short encoded text stays in the frame. */
#define INTEROP_TEXT_LOCAL 128

/* In front of a BSTR's text, for its length and for the alignment of what follows. */
#define INTEROP_TEXT_FRONT 8

enum {
    INTEROP_COUNTED = 32,         /* its length is passed, so it may hold NUL */
    INTEROP_ELEMENT_NULLABLE = 64 /* None among several texts passes NULL */
};

typedef struct {
    const void *data;
    Py_ssize_t units; /* without the terminator */
    PyObject *owner;  /* bytes: the encoded text, or the room for a copy */
    union {
        char bytes[INTEROP_TEXT_LOCAL];
        uint32_t aligned;
    } local;
} interop_text;

static inline void
interop_text_init(interop_text *text)
{
    text->data = NULL;
    text->units = 0;
    text->owner = NULL;
}

INTEROP_UNUSED static inline void
interop_text_release(interop_text *text)
{
    Py_XDECREF(text->owner);
}

/* Units before the first NUL, at most `most`. */
INTEROP_UNUSED static Py_ssize_t
interop_units(const void *data, int unit, Py_ssize_t most)
{
    Py_ssize_t n = 0;

    switch (unit) {
    case 1: {
        const char *end = most == PY_SSIZE_T_MAX ? NULL : memchr(data, 0, (size_t)most);
        if (most == PY_SSIZE_T_MAX)
            return (Py_ssize_t)strlen(data);
        return end != NULL ? end - (const char *)data : most;
    }
    case 2: {
        const uint16_t *text = data;
        while (n < most && text[n] != 0)
            n++;
        return n;
    }
    default: {
        const uint32_t *text = data;
        while (n < most && text[n] != 0)
            n++;
        return n;
    }
    }
}

/* Room for `bytes` of text, with a length in front and a terminator behind. */
INTEROP_UNUSED static char *
interop_text_room(interop_text *text, Py_ssize_t bytes, int unit)
{
    uint32_t length = (uint32_t)bytes;
    char *room = text->local.bytes;

    if (bytes > INTEROP_TEXT_LOCAL - INTEROP_TEXT_FRONT - 4) {
        text->owner = PyBytes_FromStringAndSize(NULL, bytes + INTEROP_TEXT_FRONT + 4);
        if (text->owner == NULL)
            return NULL;
        room = PyBytes_AsString(text->owner);
    }
    room += INTEROP_TEXT_FRONT;
    memcpy(room - sizeof length, &length, sizeof length);
    memset(room + bytes, 0, 4);
    text->data = room;
    text->units = bytes / unit;
    return room;
}

INTEROP_UNUSED static int
interop_text_copy(interop_text *text, const char *encoded, Py_ssize_t bytes, int unit)
{
    char *room = interop_text_room(text, bytes, unit);

    if (room == NULL)
        return -1;
    memcpy(room, encoded, (size_t)bytes);
    return 0;
}

/* --- BSTR ------------------------------------------------------------------------------------------------------------ */

INTEROP_UNUSED static PyObject *interop_trailing_text; /* interop.runtime.text.TrailingText */

/* How many bytes a BSTR holds; NULL is the empty text. */
INTEROP_UNUSED static uint32_t
interop_bstr_bytes(const void *bstr)
{
    uint32_t length = 0;

    if (bstr != NULL)
        memcpy(&length, (const char *)bstr - sizeof length, sizeof length);
    return length;
}

/* The byte behind the last whole unit, of a str that came from such a BSTR: 1, 0 if there is none, or -1. */
INTEROP_COLD static int
interop_bstr_trail(PyObject *object, char *trail)
{
    PyObject *byte;
    int is_one;

    if (interop_fetch(&interop_trailing_text, "interop.runtime.text", "TrailingText") == NULL)
        return -1;
    is_one = PyObject_IsInstance(object, interop_trailing_text);
    if (is_one <= 0)
        return is_one;
    byte = PyObject_GetAttrString(object, "trail");
    if (byte == NULL)
        return -1;
    if (!PyBytes_Check(byte) || PyBytes_Size(byte) != 1) {
        Py_DECREF(byte);
        PyErr_SetString(PyExc_TypeError, "the trail of a TrailingText is one byte");
        return -1;
    }
    *trail = PyBytes_AsString(byte)[0];
    Py_DECREF(byte);
    return 1;
}

/* `encoded` with a length in front; any contents will do. */
INTEROP_UNUSED static int
interop_bstr_copy(PyObject *object, const char *encoded, Py_ssize_t bytes, interop_text *text, interop_place at)
{
    char trail = 0, *room;
    int odd = PyUnicode_CheckExact(object) ? 0 : interop_bstr_trail(object, &trail);

    if (odd < 0)
        return -1;
    if (INTEROP_UNLIKELY(bytes > (Py_ssize_t)0x7FFFFFF0))
        return interop_fail(interop_errors.value, at, "the text has %zd bytes, more than a BSTR can hold", bytes);
    room = interop_text_room(text, bytes + odd, 2);
    if (room == NULL)
        return -1;
    memcpy(room, encoded, (size_t)bytes);
    if (odd)
        room[bytes] = trail;
    return 0;
}

/* The whole text, whatever it holds (R6.4, R6.5). */
INTEROP_UNUSED static PyObject *
interop_bstr_read(const void *bstr, const interop_codec *codec, interop_place at)
{
    uint32_t bytes = interop_bstr_bytes(bstr);
    PyObject *whole, *trail, *text;

    text = PyUnicode_Decode(bstr != NULL ? bstr : "", (Py_ssize_t)(bytes & ~(uint32_t)1), codec->name, codec->errors);
    if (INTEROP_UNLIKELY(text == NULL)) {
        interop_text_failed(at);
        return NULL;
    }
    if (INTEROP_LIKELY(bytes % 2 == 0))
        return text;
    trail = PyBytes_FromStringAndSize((const char *)bstr + bytes - 1, 1);
    whole = trail == NULL || interop_fetch(&interop_trailing_text, "interop.runtime.text", "TrailingText") == NULL
                ? NULL
                : PyObject_CallFunctionObjArgs(interop_trailing_text, text, trail, NULL);
    Py_DECREF(text);
    Py_XDECREF(trail);
    return whole;
}

/* --- Into C ---------------------------------------------------------------------------------------------------------- */

/* Every codec but plain UTF-8, and private copies. */
INTEROP_UNUSED static int
interop_text_encode(PyObject *object, const interop_codec *codec, int flags, interop_text *text, interop_place at)
{
    PyObject *encoded = PyUnicode_AsEncodedString(object, codec->name != NULL ? codec->name : "utf-8", codec->errors);
    char *data;
    Py_ssize_t bytes;
    int failed;

    if (encoded == NULL)
        return interop_text_failed(at);
    failed = PyBytes_AsStringAndSize(encoded, &data, &bytes);
    if (!failed && !codec->bstr && codec->unit == 1 && !(flags & INTEROP_COPY)) {
        text->owner = encoded;
        text->data = data; /* bytes objects end with a NUL of their own */
        text->units = bytes;
        return 0;
    }
    if (!failed)
        failed = codec->bstr ? interop_bstr_copy(object, data, bytes, text, at) : interop_text_copy(text, data, bytes, codec->unit);
    Py_DECREF(encoded);
    return failed;
}

/* All but the usual case below. */
INTEROP_UNUSED static int
interop_text_in_slow(PyObject *object, const interop_codec *codec, int flags, interop_text *text, interop_place at)
{
    if (INTEROP_UNLIKELY(!PyUnicode_Check(object))) {
        if (object == Py_None && (flags & INTEROP_NULLABLE))
            return 0;
        return interop_expected(at, "str", object);
    }
    if (codec->name == NULL) {
        text->data = PyUnicode_AsUTF8AndSize(object, &text->units);
        if (INTEROP_UNLIKELY(text->data == NULL))
            return interop_text_failed(at);
        if ((flags & INTEROP_COPY) && interop_text_copy(text, text->data, text->units, 1) < 0)
            return -1;
    } else if (interop_text_encode(object, codec, flags, text, at) < 0) {
        return -1;
    }
    if (INTEROP_UNLIKELY(!(flags & INTEROP_COUNTED) && !codec->bstr && interop_units(text->data, codec->unit, PY_SSIZE_T_MAX) != text->units))
        return interop_fail(interop_errors.value, at, "the text holds a NUL character, which would end it for C");
    return 0;
}

/* Whether one of eight bytes is 0; of ASCII, whose bytes have no high bit, that is seen with less. */
static inline uint64_t
interop_word_holds_nul(uint64_t word, int is_ascii)
{
    return (word - 0x0101010101010101u) & (is_ascii ? ~(uint64_t)0 : ~word) & 0x8080808080808080u;
}

/* Whether one of `size` characters, behind which there is a NUL, is one. Most texts are short. */
INTEROP_INLINE int
interop_holds_nul(const char *data, size_t size, int is_ascii)
{
    uint64_t first, last;
    uint32_t low, high;

    if (size > 16)
        return strlen(data) != size;
    if (size >= 8) {
        memcpy(&first, data, 8);
        memcpy(&last, data + size - 8, 8);
        return (interop_word_holds_nul(first, is_ascii) | interop_word_holds_nul(last, is_ascii)) != 0;
    }
    if (size >= 4) {
        memcpy(&low, data, 4);
        memcpy(&high, data + size - 4, 4);
        return interop_word_holds_nul((uint64_t)high << 32 | low, is_ascii) != 0;
    }
    for (size_t i = 0; i < size; i++)
        if (data[i] == 0)
            return 1;
    return 0;
}

/* What interop_ready says where it is no ASCII, or cannot be looked into. */
INTEROP_INLINE const char *
interop_ready_other(PyObject *object, int flags, Py_ssize_t *units)
{
    const char *data;

#if INTEROP_DIRECT
    if (PyUnicode_IS_COMPACT(object) && ((PyCompactUnicodeObject *)object)->utf8 != NULL) {
        data = ((PyCompactUnicodeObject *)object)->utf8;
        *units = ((PyCompactUnicodeObject *)object)->utf8_length;
    } else
#endif
    data = PyUnicode_AsUTF8AndSize(object, units);
    if (INTEROP_UNLIKELY(data == NULL)) {
        PyErr_Clear();
        return NULL;
    }
    return !(flags & INTEROP_COUNTED) && INTEROP_UNLIKELY(interop_holds_nul(data, (size_t)*units, 0)) ? NULL : data;
}

/* The UTF-8 that a str keeps ready, which the whole call may borrow; NULL (nothing raised) where that is not all there is
 * to do. */
INTEROP_UNUSED static inline const char *
interop_ready(PyObject *object, const interop_codec *codec, int flags, Py_ssize_t *units)
{
    const char *data;
    Py_ssize_t size;

    if (INTEROP_UNLIKELY(codec->name != NULL || (flags & INTEROP_COPY) || !PyUnicode_CheckExact(object)))
        return NULL;
#if INTEROP_DIRECT
    if (INTEROP_LIKELY(PyUnicode_IS_COMPACT_ASCII(object))) {
        data = (const char *)((PyASCIIObject *)object + 1);
        size = PyUnicode_GET_LENGTH(object);
        *units = size;
        return !(flags & INTEROP_COUNTED) && INTEROP_UNLIKELY(interop_holds_nul(data, (size_t)size, 1)) ? NULL : data;
    }
#endif
    data = interop_ready_other(object, flags, &size);
    *units = size;
    return data;
}

INTEROP_UNUSED static inline int
interop_text_in(PyObject *object, const interop_codec *codec, int flags, interop_text *text, interop_place at)
{
    interop_text other;
    int failed;

    text->data = interop_ready(object, codec, flags, &text->units);
    if (INTEROP_LIKELY(text->data != NULL))
        return 0;
    if (codec->name != NULL || (flags & INTEROP_COPY))
        return interop_text_in_slow(object, codec, flags, text, at);
    /* What is borrowed needs no room, so that the caller's stays in registers: nobody else has its address. */
    interop_text_init(&other);
    failed = interop_text_in_slow(object, codec, flags, &other, at);
    text->data = other.data;
    text->units = other.units;
    return failed;
}

#if INTEROP_DIRECT

/* Texts up to this size are looked through for ASCII, which most are, before a decoder is asked. */
#define INTEROP_TEXT_SHORT 256

/* ASCII text of 8 characters and more to str; NULL (nothing raised): it is none, or not of a size to be looked through. */
static inline PyObject *
interop_ascii(const char *data, Py_ssize_t units)
{
    uint64_t all, word, last;
    PyObject *text;
    char *room;

    if (units < 8 || units > INTEROP_TEXT_SHORT)
        return NULL;
    memcpy(&last, data + units - 8, 8);
    all = last;
    for (Py_ssize_t i = 0; i < units - 8; i += 8) {
        memcpy(&word, data + i, 8);
        all |= word;
    }
    if (INTEROP_UNLIKELY(all & 0x8080808080808080u))
        return NULL;
    text = PyUnicode_New(units, 127);
    if (INTEROP_UNLIKELY(text == NULL)) {
        PyErr_Clear();
        return NULL;
    }
    room = (char *)((PyASCIIObject *)text + 1);
    for (Py_ssize_t i = 0; i < units - 8; i += 8) {
        memcpy(&word, data + i, 8);
        memcpy(room + i, &word, 8);
        all |= word;
    }
    memcpy(room + units - 8, &last, 8);
    if (INTEROP_UNLIKELY(all & 0x8080808080808080u))
        Py_CLEAR(text); /* another thread of C's has changed it meanwhile */
    return text;
}

#else

#define interop_ascii(data, units) ((PyObject *)NULL)

#endif

/* Native text to str. `units` -1: up to the first NUL, or a BSTR's own length. */
INTEROP_UNUSED static PyObject *
interop_text_read(const void *data, Py_ssize_t units, const interop_codec *codec, interop_place at)
{
    PyObject *text;

    if (codec->bstr)
        return interop_bstr_read(data, codec, at);
    if (units < 0)
        units = interop_units(data, codec->unit, PY_SSIZE_T_MAX);
    text = codec->name == NULL ? interop_ascii(data, units) : NULL;
    if (INTEROP_LIKELY(text != NULL))
        return text;
    text = codec->name == NULL ? PyUnicode_DecodeUTF8(data, units, "strict")
                               : PyUnicode_Decode(data, units * codec->unit, codec->name, codec->errors);
    if (INTEROP_UNLIKELY(text == NULL))
        interop_text_failed(at);
    return text;
}

/* --- Room for text that C writes ------------------------------------------------------------------------------------- */

typedef struct {
    void *data;
    Py_ssize_t room; /* in units, the terminator's included */
    void *heap;
    union {
        char bytes[INTEROP_LOCAL];
        uint32_t aligned;
    } local;
} interop_room;

static inline void
interop_room_init(interop_room *room)
{
    room->data = NULL;
    room->room = 0;
    room->heap = NULL;
}

INTEROP_UNUSED static inline void
interop_room_release(interop_room *room)
{
    if (INTEROP_UNLIKELY(room->heap != NULL)) {
        PyMem_Free(room->heap);
        room->heap = NULL;
    }
}

/* Zeroed room for `units`; text that goes in stands at its start, and must fit with its terminator. */
INTEROP_UNUSED static int
interop_room_make(interop_room *room, Py_ssize_t units, const interop_codec *codec, const interop_text *in, interop_place at)
{
    Py_ssize_t bytes = interop_bytes(units, codec->unit);

    if (bytes < 0)
        return -1;
    if (in != NULL && in->data != NULL && in->units >= units)
        return interop_fail(interop_errors.value, at, "the text needs room for %zd units with its terminator, but there is room for %zd",
                            in->units + 1, units);
    interop_room_release(room);
    room->data = room->local.bytes;
    if (bytes > INTEROP_LOCAL) {
        room->data = room->heap = PyMem_Calloc((size_t)bytes, 1);
        if (room->heap == NULL) {
            PyErr_NoMemory();
            return -1;
        }
    } else {
        memset(room->data, 0, (size_t)bytes);
    }
    room->room = units;
    if (in != NULL && in->data != NULL)
        memcpy(room->data, in->data, (size_t)(in->units * codec->unit));
    return 0;
}

/* --- Fixed text: an array of characters that stands in a record, or in another array ------------------------------------ */

/* A str into `units` characters at `room`. It must fit with its terminator (R6.16), and the rest is zeroed; where it does
 * not, nothing has been written. */
INTEROP_UNUSED static int
interop_fixed_text_in(PyObject *object, void *room, Py_ssize_t units, const interop_codec *codec, interop_place at)
{
    Py_ssize_t bytes = units * codec->unit;
    interop_text text;
    int failed;

    interop_text_init(&text);
    failed = interop_text_in(object, codec, 0, &text, at);
    if (!failed && INTEROP_UNLIKELY(text.units >= units))
        failed = interop_fail(interop_errors.value, at,
                              "the text needs room for %zd units with its terminator, but there is room for %zd",
                              text.units + 1, units);
    if (!failed) {
        Py_ssize_t used = text.units * codec->unit;
        memcpy(room, text.data, (size_t)used);
        memset((char *)room + used, 0, (size_t)(bytes - used));
    }
    interop_text_release(&text);
    return failed;
}

/* The text in `units` characters: up to the first NUL, or all of them, and never beyond (R6.18). */
INTEROP_UNUSED static PyObject *
interop_fixed_text_read(const void *room, Py_ssize_t units, const interop_codec *codec, interop_place at)
{
    return interop_text_read(room, interop_units(room, codec->unit, units), codec, at);
}

#endif
