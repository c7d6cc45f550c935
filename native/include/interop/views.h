/* Live views: arrays inside records, and arrays of records. They share their memory with NumPy and with C. */
#ifndef INTEROP_VIEWS_H
#define INTEROP_VIEWS_H

#include "handle_calls.h"
#include "record_class.h"

/* `shape` stands behind the object's own part, and behind it the elements where they are this object's own. */
typedef struct {
    PyObject_VAR_HEAD
    const interop_type *type;
    char *data;
    PyObject *owner;  /* whose memory `data` is; NULL: this object's own, or that of `buffer` */
    PyObject *kept;   /* the callables of function pointers in it, where it has no owner (vtables.h) */
    char lent;        /* the owner is a handle: the memory is gone when that is closed */
    char readonly;
    Py_buffer buffer; /* buffer.obj != NULL: memory that another object exports */
    interop_place at; /* for messages */
    Py_ssize_t bytes;
    int dimensions;
    Py_ssize_t shape[]; /* and the strides */
} interop_view;

static PyTypeObject *interop_view_class;

/* A view of given dimensions; `data` NULL: of new zeroed memory. */
INTEROP_UNUSED static interop_view *
interop_view_new(const interop_type *type, const Py_ssize_t *shape, int dimensions, char *data, PyObject *owner,
                 interop_place at)
{
    size_t head = (size_t)dimensions * 2 * sizeof(Py_ssize_t);
    Py_ssize_t bytes = type->size, room = (Py_ssize_t)head;
    interop_view *self;

    for (int i = dimensions; i-- > 0;) {
        bytes = interop_bytes(shape[i], bytes);
        if (bytes < 0)
            return NULL;
    }
    if (data == NULL) {
        if (bytes > PY_SSIZE_T_MAX / 2) {
            PyErr_NoMemory();
            return NULL;
        }
        room += bytes + (Py_ssize_t)type->alignment;
    }
    self = (interop_view *)PyType_GenericAlloc(interop_view_class, room);
    if (self == NULL)
        return NULL;
    self->type = type;
    self->bytes = bytes;
    self->at = at;
    self->dimensions = dimensions;
    self->data = data != NULL ? data : INTEROP_ALIGNED((char *)self->shape + head, type->alignment);
    self->owner = Py_XNewRef(owner);
    self->readonly = (char)interop_is_copied(owner);
    bytes = type->size;
    for (int i = dimensions; i-- > 0;) {
        self->shape[i] = shape[i];
        self->shape[dimensions + i] = bytes;
        bytes *= shape[i];
    }
    return self;
}

static PyObject *
interop_view_owner(interop_view *self)
{
    return self->owner != NULL ? self->owner : (PyObject *)self;
}

INTEROP_UNUSED static int
interop_view_traverse(PyObject *self, visitproc visit, void *arg)
{
    Py_VISIT(Py_TYPE(self));
    Py_VISIT(((interop_view *)self)->owner);
    Py_VISIT(((interop_view *)self)->kept);
    Py_VISIT(((interop_view *)self)->buffer.obj);
    return 0;
}

INTEROP_UNUSED static int
interop_view_clear(PyObject *self)
{
    Py_CLEAR(((interop_view *)self)->kept);
    return 0;
}

INTEROP_UNUSED static void
interop_view_dealloc(PyObject *self)
{
    PyTypeObject *type = Py_TYPE(self);

    PyObject_GC_UnTrack(self);
    if (((interop_view *)self)->buffer.obj != NULL)
        PyBuffer_Release(&((interop_view *)self)->buffer);
    interop_view_clear(self);
    Py_XDECREF(((interop_view *)self)->owner);
    PyObject_GC_Del(self);
    Py_DECREF((PyObject *)type);
}

INTEROP_COLD static int
interop_view_gone(interop_handle *handle)
{
    PyErr_Format(interop_errors.value,
                 handle->state == INTEROP_HANDLE_TAKEN ? "the %s that this memory belongs to is being taken over by a call"
                                                       : "the %s that this memory belongs to is closed",
                 handle->kind->name);
    return -1;
}

/* Whether there is no memory any more, which is then an error. Otherwise it is there until interop_view_leave: converting a
 * key, a value or an element may run Python code, which may close the handle. */
static inline int
interop_view_enter(interop_view *self)
{
    interop_handle *handle = (interop_handle *)self->owner, *obstacle;

    if (INTEROP_LIKELY(!self->lent))
        return 0;
    obstacle = interop_handle_obstacle(handle);
    if (obstacle != NULL)
        return interop_view_gone(obstacle);
    interop_handle_hold(handle);
    return 0;
}

static inline void
interop_view_leave(interop_view *self)
{
    if (INTEROP_UNLIKELY(self->lent))
        interop_handle_let_go((interop_handle *)self->owner);
}

/* Why a view cannot be written. */
static const char *
interop_view_refusal(const interop_view *self)
{
    return self->lent ? "this memory is only to be read: C says const"
                      : "this memory is only to be read: it is part of a copied record";
}

/* A part of a view: what holds for the whole holds for it. */
static PyObject *
interop_view_part(interop_view *whole, interop_view *part)
{
    if (part != NULL) {
        part->lent = whole->lent;
        part->readonly = whole->readonly;
    }
    return (PyObject *)part;
}

/* Memory that belongs to a handle, seen as long as that is open; NULL is no memory. */
INTEROP_UNUSED static PyObject *
interop_lent(const void *data, Py_ssize_t count, const interop_type *type, int readonly, interop_handle *handle, interop_place at)
{
    interop_view *self;

    if (handle == NULL) {
        interop_fail(interop_errors.value, at, "the handle that this memory belongs to is not there");
        return NULL;
    }
    if (interop_bytes(count, type->size) < 0)
        return NULL;
    self = interop_view_new(type, &count, 1, (char *)(uintptr_t)data, (PyObject *)handle, at);
    if (self != NULL) {
        self->lent = 1;
        self->readonly = (char)readonly;
    }
    return (PyObject *)self;
}

/* --- Elements ---------------------------------------------------------------------------------------------------- */

/* One element, or the view that a further index goes into. */
static PyObject *
interop_view_at(interop_view *self, Py_ssize_t index)
{
    char *data = self->data + index * self->shape[self->dimensions];

    if (self->dimensions > 1)
        return interop_view_part(self, interop_view_new(self->type, self->shape + 1, self->dimensions - 1, data,
                                                        interop_view_owner(self), self->at));
    if (self->type->layout != NULL && !self->lent)
        return interop_record_inside((interop_record *)self->type->layout, data, interop_view_owner(self));
    if (self->type->layout != NULL)
        return interop_record_copied(self->type->get(data, interop_place_at(self->at, index)));
    return self->type->get(data, interop_place_at(self->at, index));
}

INTEROP_UNUSED static Py_ssize_t
interop_view_length(PyObject *self)
{
    return ((interop_view *)self)->shape[0];
}

INTEROP_UNUSED static PyObject *
interop_view_item(PyObject *self, Py_ssize_t index)
{
    PyObject *item;

    if (index < 0 || index >= ((interop_view *)self)->shape[0]) {
        PyErr_SetString(PyExc_IndexError, "index out of range");
        return NULL;
    }
    if (interop_view_enter((interop_view *)self) < 0)
        return NULL;
    item = interop_view_at((interop_view *)self, index);
    interop_view_leave((interop_view *)self);
    return item;
}

INTEROP_UNUSED static PyObject *
interop_view_list(PyObject *self, PyObject *unused)
{
    interop_view *view = (interop_view *)self;
    PyObject *list;

    (void)unused;
    if (interop_view_enter(view) < 0)
        return NULL;
    list = PyList_New(view->shape[0]);
    for (Py_ssize_t i = 0; list != NULL && i < view->shape[0]; i++) {
        PyObject *item = interop_view_at(view, i);
        if (item != NULL && view->dimensions > 1) {
            PyObject *inner = interop_view_list(item, NULL);
            Py_DECREF(item);
            item = inner;
        }
        if (item == NULL || PyList_SetItem(list, i, item) < 0)
            Py_CLEAR(list);
    }
    interop_view_leave(view);
    return list;
}

/* Converts `object` into `out`, which has the given dimensions; a length that differs is an error. */
static int
interop_elements(PyObject *object, const interop_type *type, const Py_ssize_t *shape, int dimensions, char *out,
                 interop_place at)
{
    interop_array array;
    Py_ssize_t expected = 1, step = type->size;
    PyObject *items;
    int failed;

    for (int i = 0; i < dimensions; i++)
        expected *= shape[i];
    if (dimensions > 1 && !PyObject_CheckBuffer(object)) {
        if (!PySequence_Check(object) || PyUnicode_Check(object))
            return interop_expected(at, "a sequence of sequences", object);
        items = interop_snapshot(object, at);
        if (items == NULL)
            return -1;
        failed = PyTuple_Size(items) != shape[0];
        if (failed)
            interop_fail(interop_errors.value, at, "expected %zd elements, got %zd", shape[0], PyTuple_Size(items));
        for (int i = 1; i < dimensions; i++)
            step *= shape[i];
        for (Py_ssize_t i = 0; !failed && i < shape[0]; i++)
            failed = interop_elements(PyTuple_GetItem(items, i), type, shape + 1, dimensions - 1, out + i * step,
                                      interop_place_at(at, i));
        Py_DECREF(items);
        return failed ? -1 : 0;
    }
    interop_array_init(&array);
    /* The slow way holds the buffer, which knows its shape. */
    failed = dimensions > 1 ? interop_array_in_slow(object, type, 0, &array, at) : interop_array_in(object, type, 0, &array, at);
    if (!failed && array.count != expected)
        failed = interop_fail(interop_errors.value, at, "expected %zd element%s, got %zd", expected, expected == 1 ? "" : "s",
                              array.count);
    if (!failed && array.view.obj != NULL && dimensions > 1) {
        failed = array.view.ndim != dimensions || array.view.shape == NULL
                 || memcmp(array.view.shape, shape, (size_t)dimensions * sizeof *shape) != 0;
        if (failed)
            interop_fail(interop_errors.value, at, "expected a buffer of %d dimensions and the same lengths", dimensions);
    }
    if (!failed)
        memmove(out, array.data, (size_t)(expected * type->size));
    interop_array_release(&array);
    return failed ? -1 : 0;
}

/* Assigns all elements, or none where one cannot be converted. */
INTEROP_UNUSED static int
interop_elements_set(PyObject *object, const interop_type *type, const Py_ssize_t *shape, int dimensions, void *data,
                     interop_place at)
{
    char local[INTEROP_LOCAL], *heap = NULL, *out = local;
    Py_ssize_t bytes = type->size;
    int failed;

    for (int i = 0; i < dimensions; i++)
        bytes *= shape[i];
    if (bytes > INTEROP_LOCAL) {
        out = heap = PyMem_Malloc((size_t)bytes);
        if (heap == NULL) {
            PyErr_NoMemory();
            return -1;
        }
    }
    failed = interop_elements(object, type, shape, dimensions, out, at);
    if (!failed)
        memcpy(data, out, (size_t)bytes);
    PyMem_Free(heap);
    return failed;
}

/* The characters of a fixed array, all dimensions together. */
INTEROP_UNUSED static int
interop_chars_set(PyObject *object, const interop_type *type, Py_ssize_t count, void *data, interop_place at)
{
    return interop_elements_set(object, type, &count, 1, data, at);
}

static int
interop_view_slice(interop_view *self, PyObject *key, Py_ssize_t *start, Py_ssize_t *step, Py_ssize_t *count)
{
    Py_ssize_t stop;

    if (PySlice_Unpack(key, start, &stop, step) < 0)
        return -1;
    *count = PySlice_AdjustIndices(self->shape[0], start, &stop, *step);
    return 0;
}

static int
interop_view_index(interop_view *self, PyObject *key, Py_ssize_t *index)
{
    *index = PyNumber_AsSsize_t(key, PyExc_IndexError);
    if (*index == -1 && PyErr_Occurred())
        return -1;
    if (*index < 0)
        *index += self->shape[0];
    if (*index < 0 || *index >= self->shape[0]) {
        PyErr_SetString(PyExc_IndexError, "index out of range");
        return -1;
    }
    return 0;
}

/* What an index or a slice says of memory that is there. */
static PyObject *
interop_view_chosen(interop_view *view, PyObject *key)
{
    Py_ssize_t index, step, count;

    if (!PySlice_Check(key))
        return interop_view_index(view, key, &index) < 0 ? NULL : interop_view_at(view, index);
    if (interop_view_slice(view, key, &index, &step, &count) < 0)
        return NULL;
    if (step == 1) {
        char *data = view->data + index * view->shape[view->dimensions];
        interop_view *part = interop_view_new(view->type, view->shape, view->dimensions, data, interop_view_owner(view),
                                              view->at);
        if (part != NULL) {
            part->shape[0] = count;
            part->bytes = count * view->shape[view->dimensions];
        }
        return interop_view_part(view, part);
    }
    {
        PyObject *list = PyList_New(count);
        for (Py_ssize_t i = 0; list != NULL && i < count; i++, index += step) {
            PyObject *item = interop_view_at(view, index);
            if (item == NULL || PyList_SetItem(list, i, item) < 0)
                Py_CLEAR(list);
        }
        return list;
    }
}

INTEROP_UNUSED static PyObject *
interop_view_subscript(PyObject *self, PyObject *key)
{
    PyObject *chosen;

    if (interop_view_enter((interop_view *)self) < 0)
        return NULL;
    chosen = interop_view_chosen((interop_view *)self, key);
    interop_view_leave((interop_view *)self);
    return chosen;
}

/* After records were put into a view's memory: it, or the object that owns the memory, keeps what they hold. */
static int
interop_view_keep(interop_view *view, const char *data, Py_ssize_t count)
{
    if (view->type->layout == NULL)
        return 0;
    for (int i = 1; i < view->dimensions; i++)
        count *= view->shape[i];
    if (view->lent && ((interop_record *)view->type->layout)->keep != NULL) {
        /* The memory is C's: the handle keeps a copy, which keeps what is in it. */
        interop_handle *handle = (interop_handle *)view->owner;
        long long place = (long long)(intptr_t)data;
        interop_view *copy = interop_view_new(view->type, &count, 1, NULL, NULL, view->at);
        int failed = copy == NULL ? -1 : 0;
        if (!failed) {
            memcpy(copy->data, data, (size_t)copy->bytes);
            failed = interop_view_keep(copy, copy->data, count) < 0 || interop_handle_keep(handle, (PyObject *)copy, &place) < 0;
        }
        Py_XDECREF((PyObject *)copy);
        if (!failed)
            interop_handle_replace(handle, place);
        return failed ? -1 : 0;
    }
    return interop_keep(interop_view_owner(view), (interop_record *)view->type->layout, data, count, 0);
}

/* Puts a value into memory that is there. */
static int
interop_view_put(interop_view *view, PyObject *key, PyObject *value)
{
    Py_ssize_t stride = view->shape[view->dimensions], index, step = 1, count;

    if (!PySlice_Check(key)) {
        if (interop_view_index(view, key, &index) < 0)
            return -1;
        if (view->dimensions > 1
                ? interop_elements_set(value, view->type, view->shape + 1, view->dimensions - 1, view->data + index * stride,
                                       interop_place_at(view->at, index)) < 0
                : view->type->set(value, view->data + index * stride, interop_place_at(view->at, index)) < 0)
            return -1;
        return interop_view_keep(view, view->data + index * stride, 1);
    }
    if (interop_view_slice(view, key, &index, &step, &count) < 0)
        return -1;
    if (step == 1) {
        Py_ssize_t local[8], *shape = view->dimensions <= 8 ? local : PyMem_Malloc((size_t)view->dimensions * sizeof *shape);
        int failed;
        if (shape == NULL) {
            PyErr_NoMemory();
            return -1;
        }
        memcpy(shape, view->shape, (size_t)view->dimensions * sizeof *shape);
        shape[0] = count;
        failed = interop_elements_set(value, view->type, shape, view->dimensions, view->data + index * stride, view->at);
        if (shape != local)
            PyMem_Free(shape);
        return failed ? failed : interop_view_keep(view, view->data + index * stride, count);
    }
    PyErr_SetString(interop_errors.value, "only slices without a step can be assigned to");
    return -1;
}

INTEROP_UNUSED static int
interop_view_store(PyObject *self, PyObject *key, PyObject *value)
{
    interop_view *view = (interop_view *)self;
    int failed;

    if (value == NULL) {
        PyErr_SetString(interop_errors.type, "elements cannot be deleted");
        return -1;
    }
    if (view->readonly) {
        PyErr_SetString(interop_errors.type, interop_view_refusal(view));
        return -1;
    }
    if (interop_view_enter(view) < 0)
        return -1;
    failed = interop_view_put(view, key, value);
    interop_view_leave(view);
    return failed;
}

INTEROP_UNUSED static PyObject *
interop_view_repr(PyObject *self)
{
    PyObject *list = interop_view_list(self, NULL), *text = list == NULL ? NULL : PyObject_Repr(list);

    Py_XDECREF(list);
    return text;
}

INTEROP_UNUSED static PyObject *
interop_view_compare(PyObject *self, PyObject *other, int operator)
{
    PyObject *mine, *its, *result = NULL;

    if ((operator != Py_EQ && operator != Py_NE)
        || !(Py_TYPE(other) == interop_view_class || PyList_Check(other) || PyTuple_Check(other)))
        return Py_NewRef(Py_NotImplemented);
    mine = interop_view_list(self, NULL);
    its = mine == NULL                             ? NULL
          : Py_TYPE(other) == interop_view_class ? interop_view_list(other, NULL)
                                                   : PySequence_List(other);
    if (its != NULL)
        result = PyObject_RichCompare(mine, its, operator);
    Py_XDECREF(mine);
    Py_XDECREF(its);
    return result;
}

/* As a list, which is what a copy in another process can be. */
INTEROP_UNUSED static PyObject *
interop_view_reduce(PyObject *self, PyObject *unused)
{
    PyObject *list = interop_view_list(self, NULL), *maker;

    (void)unused;
    if (list == NULL)
        return NULL;
    if (((interop_view *)self)->type->layout != NULL && ((interop_view *)self)->dimensions == 1)
        maker = PyObject_GetAttrString((PyObject *)((interop_record *)((interop_view *)self)->type->layout)->class, "array");
    else
        maker = Py_NewRef((PyObject *)&PyList_Type);
    return Py_BuildValue("N(N)", maker, list);
}

INTEROP_UNUSED static int
interop_view_buffer(PyObject *self, Py_buffer *view, int flags)
{
    static const char codes[] = "?bBhHiIqQfdgwcP";
    interop_view *mine = (interop_view *)self;
    const char *code = strchr(codes, mine->type->kind == 'c' ? 'c' : interop_format_code(mine->type));
    static char formats[sizeof codes][2];

    view->obj = NULL;
    if (mine->readonly && (flags & PyBUF_WRITABLE)) {
        PyErr_SetString(PyExc_BufferError, interop_view_refusal(mine));
        return -1;
    }
    /* Until the buffer is released, a close of the handle waits. */
    if (interop_view_enter(mine) < 0)
        return -1;
    view->obj = Py_NewRef(self);
    view->buf = mine->data;
    view->len = mine->bytes;
    view->itemsize = mine->type->size;
    view->readonly = mine->readonly;
    view->format = NULL;
    if (flags & PyBUF_FORMAT) {
        if (mine->type->layout != NULL) {
            view->format = mine->type->layout->format;
        } else {
            view->format = formats[code - codes];
            view->format[0] = *code;
        }
    }
    view->ndim = mine->dimensions;
    view->shape = flags & PyBUF_ND ? mine->shape : NULL;
    view->strides = (flags & PyBUF_STRIDES) == PyBUF_STRIDES ? mine->shape + mine->dimensions : NULL;
    view->suboffsets = NULL;
    view->internal = NULL;
    return 0;
}

INTEROP_UNUSED static void
interop_view_release(PyObject *self, Py_buffer *view)
{
    (void)view;
    interop_view_leave((interop_view *)self);
}

/* --- Arrays of records -------------------------------------------------------------------------------------------- */

/* Zeroed records in one block. */
INTEROP_UNUSED static PyObject *
interop_records_new(const interop_type *type, Py_ssize_t count)
{
    interop_place at = {((interop_record *)type->layout)->signature, -1, -1};

    return (PyObject *)interop_view_new(type, &count, 1, NULL, NULL, at);
}

/* Bytes are raw memory: records may be seen in them if they are whole and aligned. */
INTEROP_COLD static int
interop_not_raw(const interop_type *type, const Py_buffer *view, interop_place at)
{
    if (view->itemsize != 1 || (view->format != NULL && strcmp(view->format, "B") != 0))
        return interop_wrong_format(at, type, view, INTEROP_WRITABLE | INTEROP_FILLED);
    if (view->len % type->size != 0)
        return interop_fail(interop_errors.value, at, "%zd bytes are no whole number of records of %zd", view->len, type->size);
    if ((uintptr_t)view->buf % type->alignment != 0)
        return interop_fail(interop_errors.value, at, "the buffer is not aligned to %zu bytes", type->alignment);
    return 0;
}

#define INTEROP_ARRAY_DOC \
    "array(what, /)\n--\n\nRecords in one block of memory: so many zeroed ones, the memory of a buffer (of such " \
    "records, or of bytes), or copies of a sequence's."

/* Class.array(n): zeroed records; of a buffer: over its memory; of a sequence: copies. */
INTEROP_UNUSED static PyObject *
interop_record_array(interop_record *record, PyObject *object)
{
    const interop_type *type = record->type;
    interop_place at = {record->signature, -1, -1};
    interop_view *self;
    Py_ssize_t count;

    if (PyLong_Check(object)) {
        count = PyLong_AsSsize_t(object);
        if (count == -1 && PyErr_Occurred())
            return NULL;
        if (count < 0)
            return PyErr_Format(interop_errors.value, "%s.array(): %zd is no number of elements", record->layout.name, count);
        return interop_records_new(type, count);
    }
    if (PyObject_CheckBuffer(object)) {
        Py_buffer view;
        if (PyObject_GetBuffer(object, &view, PyBUF_ND | PyBUF_FORMAT | PyBUF_WRITABLE) < 0) {
            if (interop_raised_by_c(PyExc_BufferError) || interop_raised_by_c(PyExc_ValueError))
                interop_fail_because(interop_errors.type, at, "array() shares the memory of a buffer: ");
            return NULL;
        }
        if (!interop_format_fits(type, &view) && interop_not_raw(type, &view, at)) {
            PyBuffer_Release(&view);
            return NULL;
        }
        count = view.len / type->size;
        self = interop_view_new(type, &count, 1, view.buf != NULL && view.len > 0 ? view.buf : interop_nothing, NULL, at);
        if (self == NULL)
            PyBuffer_Release(&view);
        else
            self->buffer = view;
        return (PyObject *)self;
    }
    if (!PySequence_Check(object)) {
        interop_expected(at, "a number, a buffer or a sequence of records", object);
        return NULL;
    }
    {
        PyObject *items = PyTuple_CheckExact(object) ? Py_NewRef(object) : interop_snapshot(object, at);
        PyObject *made = items == NULL ? NULL : interop_records_new(type, PyTuple_Size(items));
        if (made != NULL
            && (type->fill(items, ((interop_view *)made)->data, PyTuple_Size(items), NULL, at) < 0
                || interop_keep(made, record, ((interop_view *)made)->data, PyTuple_Size(items), 0) < 0))
            Py_CLEAR(made);
        Py_XDECREF(items);
        return made;
    }
}

/* --- Types --------------------------------------------------------------------------------------------------------- */

/* "package.name", for PyMem_Free(): a type copies its name. */
static char *
interop_qualified(PyObject *module, const char *name)
{
    const char *package = PyModule_GetName(module);
    size_t size = package == NULL ? 0 : strlen(package) + 1 + strlen(name) + 1;
    char *full = package == NULL ? NULL : PyMem_Malloc(size);

    if (full != NULL)
        PyOS_snprintf(full, size, "%s.%s", package, name);
    else if (package != NULL)
        PyErr_NoMemory();
    return full;
}

INTEROP_UNUSED static int
interop_add_view(PyObject *module)
{
    static PyMethodDef methods[] = {
        {"tolist", interop_view_list, METH_NOARGS, "The elements as a list."},
        {"__reduce__", interop_view_reduce, METH_NOARGS, NULL},
        {NULL, NULL, 0, NULL},
    };
    static PyType_Slot slots[] = {
        {Py_tp_doc, (void *)(uintptr_t)"A live view of elements in native memory."},
        {Py_tp_dealloc, (void *)interop_view_dealloc},
        {Py_tp_traverse, (void *)interop_view_traverse},
        {Py_tp_clear, (void *)interop_view_clear},
        {Py_tp_repr, (void *)interop_view_repr},
        {Py_tp_richcompare, (void *)interop_view_compare},
        {Py_tp_hash, (void *)PyObject_HashNotImplemented},
        {Py_tp_methods, methods},
        {Py_sq_length, (void *)interop_view_length},
        {Py_sq_item, (void *)interop_view_item},
        {Py_mp_length, (void *)interop_view_length},
        {Py_mp_subscript, (void *)interop_view_subscript},
        {Py_mp_ass_subscript, (void *)interop_view_store},
        {Py_bf_getbuffer, (void *)interop_view_buffer},
        {Py_bf_releasebuffer, (void *)interop_view_release},
        {0, NULL},
    };
    char *name = interop_qualified(module, "_View");
    PyType_Spec spec = {name, (int)sizeof(interop_view), 1,
                        Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_DISALLOW_INSTANTIATION, slots};

    if (name != NULL)
        interop_view_class = (PyTypeObject *)PyType_FromSpec(&spec);
    PyMem_Free(name);
    return interop_view_class == NULL ? -1 : 0;
}

/* Makes one record type and adds it to the module. */
static int
interop_add_record(PyObject *module, interop_record *record)
{
    int is_deep = record->held > 0, is_collected = is_deep || record->keep != NULL;
    PyType_Slot slots[16];
    int used = 0;
    char *name = interop_qualified(module, record->layout.name);
    PyType_Spec spec = {name, (int)(sizeof(interop_object) + (size_t)INTEROP_SLOTS(record) * sizeof(PyObject *)), 1,
                        Py_TPFLAGS_DEFAULT | (is_collected ? Py_TPFLAGS_HAVE_GC : 0), slots};
    PyObject *fields;

    if (name == NULL || interop_layout_name(&record->layout) < 0) {
        PyMem_Free(name);
        return -1;
    }
#define INTEROP_SLOT(slot, value) slots[used++] = (PyType_Slot){slot, (void *)(uintptr_t)(value)}
    INTEROP_SLOT(Py_tp_doc, record->doc);
    INTEROP_SLOT(Py_tp_new, record->make);
    INTEROP_SLOT(Py_tp_repr, interop_record_repr);
    INTEROP_SLOT(Py_tp_richcompare, interop_record_compare);
    INTEROP_SLOT(Py_tp_hash, PyObject_HashNotImplemented);
    INTEROP_SLOT(Py_tp_getset, record->getset);
    INTEROP_SLOT(Py_tp_methods, record->methods);
    INTEROP_SLOT(Py_tp_dealloc, is_collected ? interop_deep_dealloc : interop_blittable_dealloc);
    if (is_collected) {
        INTEROP_SLOT(Py_tp_traverse, interop_deep_traverse);
        INTEROP_SLOT(Py_tp_clear, interop_deep_clear);
    }
    if (!is_deep)
        INTEROP_SLOT(Py_bf_getbuffer, interop_record_buffer);
    INTEROP_SLOT(0, NULL);
#undef INTEROP_SLOT
    record->class = (PyTypeObject *)PyType_FromSpec(&spec);
    PyMem_Free(name);
    fields = record->class == NULL ? NULL : PyTuple_New(record->count);
    for (int i = 0; fields != NULL && i < record->count; i++) {
        PyObject *field = PyUnicode_InternFromString(record->fields[i].name);
        if (field == NULL || PyTuple_SetItem(fields, i, field) < 0)
            Py_CLEAR(fields);
    }
#if INTEROP_DIRECT
    if (record->class != NULL)
        record->class->tp_vectorcall = record->quick_make;
#endif
    if (fields == NULL || PyObject_SetAttrString((PyObject *)record->class, "__match_args__", fields) < 0) {
        Py_XDECREF(fields);
        return -1;
    }
    Py_DECREF(fields);
    Py_INCREF((PyObject *)record->class);
    return PyModule_AddObject(module, record->layout.name, (PyObject *)record->class);
}

/* Inner records come first. */
INTEROP_UNUSED static int
interop_add_records(PyObject *module, interop_record *const *records)
{
    if (*records != NULL && interop_add_view(module) < 0)
        return -1;
    for (; *records != NULL; records++)
        if (interop_add_record(module, *records) < 0)
            return -1;
    return 0;
}

#endif
