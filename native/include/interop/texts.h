/* Arrays of text: those that C reads, and those that it fills or replaces. */
#ifndef INTEROP_TEXTS_H
#define INTEROP_TEXTS_H

#include "strings.h"

/* --- Arrays of text -------------------------------------------------------------------------------------------------- */

typedef struct {
    const void **data; /* `count` pointers and a NULL */
    Py_ssize_t count;
    PyObject *items;    /* a tuple of the texts, so that they outlive the call whatever happens to the caller's sequence */
    PyObject **held;    /* or, of a list, each text by itself, behind `data` */
    interop_text *texts; /* one for each, where it had to be encoded or copied; plain UTF-8 is kept by the str itself */
} interop_texts;

static inline void
interop_texts_init(interop_texts *texts)
{
    texts->data = NULL;
    texts->count = 0;
    texts->items = NULL;
    texts->held = NULL;
    texts->texts = NULL;
}

INTEROP_UNUSED static void
interop_texts_release(interop_texts *texts)
{
    for (Py_ssize_t i = 0; texts->texts != NULL && i < texts->count; i++)
        interop_text_release(&texts->texts[i]);
    for (Py_ssize_t i = 0; texts->held != NULL && i < texts->count; i++)
        Py_DECREF(texts->held[i]);
    PyMem_Free(texts->texts);
    PyMem_Free((void *)texts->data);
    Py_XDECREF(texts->items);
    interop_texts_init(texts);
}

/* A text that is not ready. */
INTEROP_UNUSED static int
interop_texts_in_slow(PyObject *item, Py_ssize_t i, const interop_codec *codec, int flags, interop_texts *texts, interop_place at)
{
    interop_text plain, *text = texts->texts != NULL ? &texts->texts[i] : &plain;

    interop_text_init(text);
    texts->count = i + 1;
    at.item = i <= INT_MAX ? (int)i : INT_MAX;
    /* A sequence is itself ref or unique; its elements say so apart. */
    flags = (flags & INTEROP_COPY) | (flags & INTEROP_ELEMENT_NULLABLE ? INTEROP_NULLABLE : 0);
    if (interop_text_in_slow(item, codec, flags, text, at) < 0)
        return -1;
    texts->data[i] = text->data;
    return 0;
}

/* Takes texts from the `i`th on that are ready, and says where one is not. `held`: where they are referred to, if not NULL. By
 * itself, so that what the loop needs stays in registers. */
INTEROP_UNUSED INTEROP_OUTLINE static Py_ssize_t
interop_texts_ready(PyObject *const *items, Py_ssize_t i, Py_ssize_t count, const interop_codec *codec, int flags,
                    const void **data, PyObject **held)
{
    for (; i < count; i++) {
        PyObject *item = items[i];
        Py_ssize_t units;
        const char *text = interop_ready(item, codec, flags, &units);
        if (INTEROP_UNLIKELY(text == NULL))
            break;
        data[i] = text;
        if (held != NULL)
            held[i] = Py_NewRef(item);
    }
    return i;
}

INTEROP_UNUSED static int
interop_texts_in(PyObject *object, const interop_codec *codec, int flags, interop_texts *texts, interop_place at)
{
    /* Plain UTF-8 is taken without running any code that could change a list, but for what is refused. */
    int is_plain = codec->name == NULL && !(flags & INTEROP_COPY), is_list = is_plain && PyList_CheckExact(object);
    PyObject *const *inside, **held = NULL;
    const void **data;
    Py_ssize_t count;

    if (object == Py_None && (flags & INTEROP_NULLABLE))
        return 0;
    if (!is_list) {
        if (PyUnicode_Check(object) || PyObject_CheckBuffer(object) || !PySequence_Check(object))
            return interop_expected(at, "a sequence of str", object);
        texts->items = PyTuple_CheckExact(object) ? Py_NewRef(object)
                       : PyList_CheckExact(object) ? PyList_AsTuple(object)
                                                   : interop_snapshot(object, at);
        if (texts->items == NULL)
            return -1;
        object = texts->items;
    }
    count = Py_SIZE(object);
    if (interop_bytes(count + 1, is_plain ? 2 * sizeof(void *) : sizeof(interop_text)) < 0)
        return -1;
    texts->data = data = PyMem_Malloc(((size_t)count + 1) * (is_list ? 2 : 1) * sizeof(void *));
    if (!is_plain)
        texts->texts = PyMem_Malloc(((size_t)count + 1) * sizeof(interop_text));
    if (data == NULL || (texts->texts == NULL && !is_plain)) {
        PyErr_NoMemory();
        return -1;
    }
    if (is_list)
        texts->held = held = (PyObject **)(void *)(data + count + 1);
    inside = interop_items_inside(object, is_list, count);
    for (Py_ssize_t i = 0;; i++) {
        PyObject *item;
        if (INTEROP_LIKELY(inside != NULL))
            i = interop_texts_ready(inside, i, count, codec, flags & INTEROP_COPY, data, held);
        if (i >= count)
            break;
        item = interop_item(object, is_list, i);
        if (INTEROP_UNLIKELY(item == NULL)) {
            /* Up to 3.11, raising what a text cannot be encoded for may collect garbage, and so run code. */
            texts->count = i;
            return interop_sequence_changed(at);
        }
        if (held != NULL)
            held[i] = Py_NewRef(item);
        if ((inside != NULL || interop_texts_ready(&item, 0, 1, codec, flags & INTEROP_COPY, data + i, NULL) < 1)
            && interop_texts_in_slow(item, i, codec, flags, texts, at) < 0)
            return -1;
    }
    data[count] = NULL;
    texts->count = count;
    return 0;
}

/* `count` text pointers to a list of str; a NULL among them is None, or an error. */
INTEROP_UNUSED static PyObject *
interop_texts_read(const void *const *data, Py_ssize_t count, const interop_codec *codec, int nullable, interop_place at)
{
    PyObject *list = PyList_New(count);

    for (Py_ssize_t i = 0; list != NULL && i < count; i++) {
        PyObject *text = NULL;
        at.item = i <= INT_MAX ? (int)i : INT_MAX;
        if (data[i] != NULL || (codec->bstr && !nullable))
            text = interop_text_read(data[i], -1, codec, at);
        else if (nullable)
            Py_INCREF(text = Py_None);
        else
            interop_fail(interop_errors.value, at, "C gave NULL where text was promised");
        if (text == NULL) {
            Py_DECREF(list);
            return NULL;
        }
        PyList_SetItem(list, i, text);
    }
    return list;
}

/* --- Memory that C may free or replace ------------------------------------------------------------------------------- */

/* Fills a block that came from C's own allocator; NULL with MemoryError when there is none. */
INTEROP_UNUSED static void *
interop_given(void *block, const void *data, size_t size)
{
    if (block == NULL) {
        PyErr_NoMemory();
        return NULL;
    }
    if (size > 0)
        memcpy(block, data, size);
    return block;
}

/* An array of text pointers that C fills or replaces. */
typedef struct {
    void **data; /* `count` pointers, NULL at first */
    Py_ssize_t count;
    PyObject *items; /* a tuple of what the caller's list held */
    PyObject *made;  /* what is stored into it */
} interop_pointers;

static inline void
interop_pointers_init(interop_pointers *pointers)
{
    pointers->data = NULL;
    pointers->count = 0;
    pointers->items = NULL;
    pointers->made = NULL;
}

INTEROP_UNUSED static void
interop_pointers_release(interop_pointers *pointers)
{
    PyMem_Free(pointers->data);
    Py_XDECREF(pointers->items);
    Py_XDECREF(pointers->made);
    interop_pointers_init(pointers);
}

INTEROP_UNUSED static int
interop_pointers_make(interop_pointers *pointers, Py_ssize_t count)
{
    if (interop_bytes(count + 1, sizeof(void *)) < 0)
        return -1;
    pointers->data = PyMem_Calloc((size_t)count + 1, sizeof(void *));
    if (pointers->data == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    pointers->count = count;
    return 0;
}

INTEROP_UNUSED static int
interop_pointers_in(PyObject *object, interop_pointers *pointers, interop_place at)
{
    if (!PyList_Check(object))
        return interop_expected(at, "a list of str", object);
    pointers->items = PyList_AsTuple(object);
    return pointers->items == NULL ? -1 : interop_pointers_make(pointers, PyTuple_Size(pointers->items));
}

/* Converts what goes back into the caller's list; nothing is stored yet. */
INTEROP_UNUSED static int
interop_pointers_prepare(PyObject *list, interop_pointers *pointers, Py_ssize_t valid, const interop_codec *codec, int nullable,
                         interop_place at)
{
    if (pointers->items == NULL)
        return 0; /* left out */
    pointers->made = interop_texts_read((const void *const *)pointers->data, valid, codec, nullable, at);
    if (pointers->made == NULL)
        return -1;
    if (PyList_Size(list) < valid)
        return interop_fail(interop_errors.value, at, "the list became shorter during the call");
    return 0;
}

INTEROP_UNUSED static int
interop_pointers_commit(PyObject *list, interop_pointers *pointers, Py_ssize_t valid)
{
    return pointers->made == NULL ? 0 : PyList_SetSlice(list, 0, valid, pointers->made);
}

#endif
