/* Record types: Python objects that hold a C struct or union, so that its address can be passed as it is.
 *
 * What the generated C adds for each record S (suffix s) is its tables, its fields' getters and setters, and
 *     int interop_to_s(PyObject *, S *, interop_arena *, interop_place)     a copy of the value; what it points at, in the arena
 *     PyObject *interop_from_s(const S *, interop_place)                    a new object with a copy of the value
 *     const interop_type interop_type_s                                     arrays of S
 * and for blittable ones, by INTEROP_BLITTABLE:
 *     S *interop_pin_s(PyObject *, S *local, interop_place)                 the object's own memory, or a copy in `local`
 *     void *interop_pin_inout_s(PyObject *, interop_place)                  its own memory, for C to write if it is aligned
 *     PyObject *interop_new_s(S **)                                         a new object, zeroed
 * for all others, by INTEROP_DEEP:
 *     void interop_assign_s(PyObject *, PyObject *made)                     moves the contents of `made` into the object
 *     void interop_free_s(S *)                                              frees what C left in fields that are owned
 *     S *interop_flexible_s(PyObject *, interop_arena *, interop_place)     with its flexible member, in the arena */
#ifndef INTEROP_RECORDS_H
#define INTEROP_RECORDS_H

#include "results.h"
#include "strings.h"

typedef struct {
    const char *name;
    getter get;
    setter set;
    char is_late;     /* its meaning depends on a tag, which is set before it */
    char is_optional; /* None means that it is not the live member */
    size_t offset, size; /* its bytes in the native value; none where it has no bytes of its own there */
} interop_field;

/* What becomes of a held object when the record is copied. */
enum { INTEROP_HELD_VALUE, INTEROP_HELD_RECORD, INTEROP_HELD_RECORDS };

typedef struct {
    int kind;                    /* INTEROP_HELD_... */
    struct interop_record *item; /* of the records inside */
    int field;
} interop_held_kind;

struct interop_object;
struct interop_record;
struct interop_callback_type;

/* Function pointers in a record, or records in it that hold some. */
typedef struct {
    size_t offset;
    Py_ssize_t count;
    struct interop_callback_type *type; /* NULL: they are records */
    struct interop_record *record;
} interop_function_part;

/* A record type. */
typedef struct interop_record {
    interop_layout layout; /* first: a type's layout is its record */
    interop_signature *signature; /* its fields, for messages and keywords */
    const interop_field *fields;
    int count;
    char is_union;
    char has_late;
    char has_overlays; /* some fields share bytes, so that these say more than the fields */
    const short (*overlays)[2]; /* each pair of them, ended by -1; NULL: there are none */
    size_t alignment;
    int held;               /* objects that stand beside the native value */
    const interop_held_kind *held_kinds;
    const interop_function_part *functions; /* ended by a count of 0; NULL: there are none */
    /* Has `owner` keep the callables behind the function pointers at `data` (vtables.h); NULL where there are none. */
    int (*keep)(PyObject *owner, struct interop_record *record, const void *data, Py_ssize_t count, int is_more);
    int (*prepare)(struct interop_object *self); /* makes the inner records that are held; NULL: there are none */
    newfunc make;
#if INTEROP_DIRECT
    vectorcallfunc quick_make; /* the same without a tuple */
#endif
    const char *doc;
    PyGetSetDef *getset;
    PyMethodDef *methods;
    const interop_type *type;
    interop_ctype pointer;
    PyTypeObject *class;
    struct interop_object *spares[2]; /* memory of objects that have gone, linked by `owner` */
    int spare_count[2];
} interop_record;

/* A record. The native value stands behind the held objects, or belongs to another object. Where function pointers stand in
 * it, one more object is held: what keeps the callables of all that is in this object's own memory. */
typedef struct interop_object {
    PyObject_VAR_HEAD
    interop_record *record;
    void *data;
    PyObject *owner; /* whose memory `data` is; NULL: this object's own */
    PyObject *held[];
} interop_object;

#define INTEROP_DATA(self) (((interop_object *)(self))->data)
#define INTEROP_HELD(self, n) (((interop_object *)(self))->held[n])
#define INTEROP_SLOTS(record) ((record)->held + ((record)->keep != NULL))
#define INTEROP_IS(object, record_of) (Py_TYPE(object) == (record_of)->class)

#define INTEROP_FIELD(suffix, number) ((interop_place){&interop_fields_##suffix, (number), -1})

/* A field's address, as one of bytes: fields of packed records may stand anywhere (R8.26). */
#define INTEROP_INSIDE(self, T, path) ((char *)INTEROP_DATA(self) + offsetof(T, path))

#if INTEROP_DIRECT
#define INTEROP_QUICK_MAKE(function) .quick_make = function,
#else
#define INTEROP_QUICK_MAKE(function)
#endif

/* --- Life -------------------------------------------------------------------------------------------------------- */

/* Records come and go with calls, so the memory of a few is kept: of those that hold their value, and of views. That of large
 * ones is given back. */
#define INTEROP_SPARES 8
#define INTEROP_SPARE_ROOM 4096

/* A record whose memory is not set, of one that has gone, without what the garbage collector must know; NULL where there is
 * none. Where its value is, it is still. */
static inline interop_object *
interop_record_again(interop_record *record, int is_view)
{
    interop_object *self = record->spares[is_view];

    if (INTEROP_UNLIKELY(self == NULL))
        return NULL;
    record->spares[is_view] = (interop_object *)self->owner;
    record->spare_count[is_view]--;
#if INTEROP_DIRECT
    /* As PyObject_Init does it. Its class may be that of an earlier import of the module. */
    Py_SET_TYPE((PyObject *)self, record->class);
    Py_INCREF((PyObject *)record->class);
    _Py_NewReference((PyObject *)self);
#else
    PyObject_Init((PyObject *)self, record->class);
#endif
    self->owner = NULL;
    return self;
}

static inline interop_object *
interop_record_spare(interop_record *record, int is_view)
{
    interop_object *self = interop_record_again(record, is_view);

    if (INTEROP_LIKELY(self != NULL) && INTEROP_SLOTS(record) > 0)
        PyObject_GC_Track(self);
    return self;
}

/* Whether an object has no memory for a value of its own. */
#define INTEROP_IS_VIEW(self) (Py_SIZE((PyObject *)(self)) == 0)

/* Keeps the memory of a record that has gone, whose held objects are NULL; false where it is to be given back. */
static inline int
interop_record_kept(interop_object *self, int is_view)
{
    interop_record *record = self->record;

    if (INTEROP_UNLIKELY(record->spare_count[is_view] >= INTEROP_SPARES || Py_SIZE((PyObject *)self) > INTEROP_SPARE_ROOM))
        return 0;
    self->owner = (PyObject *)record->spares[is_view];
    record->spares[is_view] = self;
    record->spare_count[is_view]++;
    return 1;
}

/* A new record in memory of its own, zeroed. */
INTEROP_UNUSED static interop_object *
interop_record_fresh(interop_record *record)
{
    Py_ssize_t room = record->layout.size + (record->alignment > 8 ? (Py_ssize_t)record->alignment : 0);
    interop_object *self = (interop_object *)PyType_GenericAlloc(record->class, room);

    if (self == NULL)
        return NULL;
    self->record = record;
    self->data = INTEROP_ALIGNED((char *)self + sizeof(interop_object) + (size_t)INTEROP_SLOTS(record) * sizeof(PyObject *),
                                 record->alignment);
    return self;
}

/* A record without its held objects. Its value is not set unless `zeroed`. */
INTEROP_UNUSED static inline interop_object *
interop_record_alloc(interop_record *record, int zeroed)
{
    interop_object *self = interop_record_spare(record, 0);

    if (INTEROP_UNLIKELY(self == NULL))
        return interop_record_fresh(record);
    if (zeroed)
        memset(self->data, 0, (size_t)record->layout.size);
    return self;
}

/* A zeroed record. */
INTEROP_UNUSED static inline interop_object *
interop_record_new(interop_record *record)
{
    interop_object *self = interop_record_alloc(record, 1);

    if (record->prepare != NULL && INTEROP_LIKELY(self != NULL) && record->prepare(self) < 0)
        Py_CLEAR(self);
    return self;
}

/* The record at an address inside `owner`'s memory: a live view. */
INTEROP_UNUSED static PyObject *
interop_record_inside(interop_record *record, void *data, PyObject *owner)
{
    interop_object *self = interop_record_spare(record, 1);

    if (self == NULL)
        self = (interop_object *)PyType_GenericAlloc(record->class, 0);
    if (self != NULL) {
        self->record = record;
        self->data = data;
        self->owner = Py_NewRef(owner);
    }
    return (PyObject *)self;
}

/* Whose memory a field of `self` is. */
static inline PyObject *
interop_owner(PyObject *self)
{
    PyObject *owner = ((interop_object *)self)->owner;
    return owner != NULL ? owner : self;
}

/* After native values have come into memory of `owner`: it keeps the callables that their function pointers stand for.
 * `is_more`: beside those that it kept for the same places, of which C may have copies. */
INTEROP_UNUSED static inline int
interop_keep(PyObject *owner, interop_record *record, const void *data, Py_ssize_t count, int is_more)
{
    return INTEROP_LIKELY(record->keep == NULL) ? 0 : record->keep(owner, record, data, count, is_more);
}

INTEROP_UNUSED static void
interop_blittable_dealloc(PyObject *self)
{
    PyTypeObject *type = Py_TYPE(self);
    PyObject *owner = ((interop_object *)self)->owner;
    int is_kept;

    if (INTEROP_LIKELY(owner == NULL)) {
        is_kept = interop_record_kept((interop_object *)self, 0);
    } else {
        Py_DECREF(owner);
        is_kept = interop_record_kept((interop_object *)self, INTEROP_IS_VIEW(self));
    }
    if (INTEROP_UNLIKELY(!is_kept))
        PyObject_Free(self);
    Py_DECREF((PyObject *)type);
}

static void interop_deep_dealloc(PyObject *self);

/* Whether `owner`, of a record or a view, is a copy that nobody would see changes of. It says so by its own owner. */
static inline int
interop_is_copied(PyObject *owner)
{
    uintptr_t dealloc = INTEROP_LIKELY(owner == NULL) ? 0 : (uintptr_t)PyType_GetSlot(Py_TYPE(owner), Py_tp_dealloc);

    return INTEROP_UNLIKELY(owner != NULL)
           && (dealloc == (uintptr_t)interop_blittable_dealloc || dealloc == (uintptr_t)interop_deep_dealloc)
           && ((interop_object *)owner)->owner == Py_None;
}

#define INTEROP_IS_COPIED(self) interop_is_copied(((interop_object *)(self))->owner)

/* A copy that refuses to be changed; takes `made`, a new record, over. */
INTEROP_UNUSED static PyObject *
interop_record_copied(PyObject *made)
{
    PyObject *self;

    if (made == NULL)
        return NULL;
    ((interop_object *)made)->owner = Py_NewRef(Py_None);
    self = interop_record_inside(((interop_object *)made)->record, INTEROP_DATA(made), made);
    Py_DECREF(made);
    return self;
}

INTEROP_COLD static int
interop_not_changed(interop_place at)
{
    return interop_fail(interop_errors.type, at, "this record is a copy of an element of memory that belongs to a handle: "
                                                 "change a copy.copy() of it, and assign that to the element");
}

INTEROP_UNUSED static int
interop_deep_traverse(PyObject *self, visitproc visit, void *arg)
{
    Py_VISIT(Py_TYPE(self));
    Py_VISIT(((interop_object *)self)->owner);
    for (int i = INTEROP_SLOTS(((interop_object *)self)->record); i-- > 0;)
        Py_VISIT(INTEROP_HELD(self, i));
    return 0;
}

INTEROP_UNUSED static int
interop_deep_clear(PyObject *self)
{
    for (int i = INTEROP_SLOTS(((interop_object *)self)->record); i-- > 0;)
        Py_CLEAR(INTEROP_HELD(self, i));
    return 0;
}

/* A list of any length is freed with a stack of any size: what is too deep waits until the outermost is done. */
INTEROP_UNUSED static void
interop_deep_dealloc(PyObject *self)
{
    static int depth;
    static interop_object *waiting;
    int has_waited = 0; /* so that it does not say any more where its value is */

    PyObject_GC_UnTrack(self);
    if (depth >= 50) {
        INTEROP_DATA(self) = waiting;
        waiting = (interop_object *)self;
        return;
    }
    for (;;) {
        PyTypeObject *type = Py_TYPE(self);
        depth++;
        interop_deep_clear(self);
        Py_XDECREF(((interop_object *)self)->owner);
        if (has_waited || !interop_record_kept((interop_object *)self, INTEROP_IS_VIEW(self)))
            PyObject_GC_Del(self);
        Py_DECREF((PyObject *)type);
        depth--;
        if (depth > 0 || waiting == NULL)
            return;
        has_waited = 1;
        self = (PyObject *)waiting;
        waiting = INTEROP_DATA(self);
    }
}

/* --- Fields ------------------------------------------------------------------------------------------------------ */

INTEROP_COLD static int
interop_undeletable(interop_place at)
{
    return interop_fail(interop_errors.type, at, "a field cannot be deleted");
}

INTEROP_COLD static int
interop_too_wide(PyObject *value, int width, interop_place at)
{
    return interop_fail(interop_errors.range, at, "%R does not fit into %d bit%s", value, width, width == 1 ? "" : "s");
}

INTEROP_COLD static int
interop_not_live(interop_place at)
{
    return interop_fail(interop_errors.value, at, "the tag says that this member is not the live one");
}

/* Replaces a held object; takes `value` over. */
INTEROP_UNUSED static inline int
interop_hold(PyObject *self, int place, PyObject *value)
{
    PyObject *old = INTEROP_HELD(self, place);

    if (value == NULL)
        return -1;
    INTEROP_HELD(self, place) = value;
    Py_XDECREF(old);
    return 0;
}

INTEROP_UNUSED static inline PyObject *
interop_held(PyObject *self, int place)
{
    PyObject *value = INTEROP_HELD(self, place);
    return Py_NewRef(value != NULL ? value : Py_None);
}

/* A place in one of the record's arrays, for messages. */
static inline interop_place
interop_place_at(interop_place at, Py_ssize_t item)
{
    at.item = item <= INT_MAX ? (int)item : INT_MAX;
    return at;
}

static PyObject *interop_records_held(PyObject *, struct interop_record *, int, Py_ssize_t, int, interop_place);

/* A copy: of the value, and of the records inside it; what it points at is shared. */
INTEROP_UNUSED static PyObject *
interop_record_copy(PyObject *object, PyObject *unused)
{
    interop_object *self = (interop_object *)object;
    interop_record *record = self->record;
    interop_object *copy = interop_record_alloc(record, record->held > 0);

    (void)unused;
    if (copy == NULL)
        return NULL;
    memcpy(copy->data, self->data, (size_t)record->layout.size);
    if (interop_keep((PyObject *)copy, record, copy->data, 1, 0) < 0) {
        Py_DECREF(copy);
        return NULL;
    }
    for (int i = 0; i < record->held; i++) {
        /* Making its copy may run code, which may assign something else. */
        PyObject *value = Py_XNewRef(self->held[i]), *its;
        if (value == NULL)
            continue;
        switch (record->held_kinds[i].kind) {
        case INTEROP_HELD_RECORD:
            its = interop_record_copy(value, NULL);
            break;
        case INTEROP_HELD_RECORDS: {
            /* The list is the user's own to change. */
            const interop_held_kind *kind = &record->held_kinds[i];
            its = interop_records_held(value, kind->item, 0, -1, 1, (interop_place){record->signature, kind->field, -1});
            break;
        }
        default:
            its = Py_NewRef(value);
        }
        Py_DECREF(value);
        if (its == NULL) {
            Py_DECREF(copy);
            return NULL;
        }
        copy->held[i] = its;
    }
    return (PyObject *)copy;
}

/* --- From other objects ------------------------------------------------------------------------------------------ */

/* The address of a cdata record, or of the one it points at; NULL with an exception. */
INTEROP_COLD static void *
interop_record_cdata(PyObject *object, interop_record *record, interop_place at)
{
    PyObject *address = NULL;
    void *data = NULL;
    struct _cffi_ctypedescr *type = interop_cffi_type(&record->pointer);

    if (type == NULL)
        return NULL;
    data = _cffi_to_c_pointer(object, type);
    if (data == NULL && PyErr_Occurred()) {
        if (!interop_raised_by_c(PyExc_TypeError))
            return NULL;
        PyErr_Clear();
        address = PyObject_CallMethod(interop_ffi, "addressof", "O", object);
        if (address != NULL) {
            data = _cffi_to_c_pointer(address, type);
            Py_DECREF(address); /* the caller holds what it points into */
        }
        if (data == NULL && PyErr_Occurred()) {
            if (interop_raised_by_c(PyExc_TypeError)) {
                PyErr_Clear();
                interop_expected(at, record->layout.name, object);
            }
            return NULL;
        }
    }
    if (data == NULL)
        interop_fail(interop_errors.value, at, "expected %s, got a NULL pointer", record->layout.name);
    return data;
}

/* The native value of what is no record object: cdata's own, or (`local` given) a copy of a buffer's one item. */
INTEROP_COLD static void *
interop_record_other(PyObject *object, interop_record *record, void *local, interop_place at)
{
    Py_buffer view;
    int is_cdata = object == Py_None ? 0 : interop_is_cdata(object);

    if (is_cdata != 0)
        return is_cdata < 0 ? NULL : interop_record_cdata(object, record, at);
    if (local == NULL || record->held > 0 || !PyObject_CheckBuffer(object)) {
        interop_expected(at, record->layout.name, object);
        return NULL;
    }
    if (PyObject_GetBuffer(object, &view, PyBUF_ND | PyBUF_FORMAT) < 0)
        return NULL;
    if (!interop_format_fits(record->type, &view) || view.len != record->layout.size) {
        char why[160];
        PyObject *name = PyType_GetName(Py_TYPE(object));
        if (view.len != record->layout.size || !interop_is_struct(view.format))
            interop_expected(at, record->layout.name, object);
        else if (name != NULL && !interop_layout_fits(&record->layout, view.format, why, sizeof why))
            interop_fail(interop_errors.type, at, "expected %s, got %U of another layout: %s", record->layout.name, name, why);
        Py_XDECREF(name);
        local = NULL;
    } else {
        memcpy(local, view.buf, (size_t)view.len);
    }
    PyBuffer_Release(&view);
    return local;
}

/* Records inside packed ones and in raw bytes are a value in Python and undefined behaviour in C: a copy in `local`. */
INTEROP_COLD static void *
interop_record_aligned(interop_record *record, const void *data, void *local, interop_place at)
{
    if (local != NULL)
        return memcpy(local, data, (size_t)record->layout.size);
    interop_fail(interop_errors.value, at, "the record is not aligned for %s, and the parameter is pinned", record->layout.name);
    return NULL;
}

/* Copies a blittable record's value, of `size` bytes. */
INTEROP_UNUSED static inline int
interop_record_to(PyObject *object, interop_record *record, void *out, size_t size, interop_place at)
{
    void *data = INTEROP_LIKELY(INTEROP_IS(object, record)) ? INTEROP_DATA(object)
                                                            : interop_record_other(object, record, out, at);
    if (INTEROP_UNLIKELY(data == NULL))
        return -1;
    if (INTEROP_LIKELY(data != out))
        memmove(out, data, size);
    return 0;
}

INTEROP_UNUSED static inline PyObject *
interop_record_from(interop_record *record, const void *data, size_t size)
{
    interop_object *self = interop_record_alloc(record, 0);

    if (INTEROP_LIKELY(self != NULL)) {
        memcpy(self->data, data, size);
        if (INTEROP_UNLIKELY(interop_keep((PyObject *)self, record, self->data, 1, 0) < 0))
            Py_CLEAR(self);
    }
    return (PyObject *)self;
}

/* Moves the contents of a new record into another of its type, and into the records inside it. Nothing here can fail. */
INTEROP_UNUSED static void
interop_record_assign(PyObject *self, PyObject *made)
{
    interop_record *record = ((interop_object *)self)->record;

    memcpy(INTEROP_DATA(self), INTEROP_DATA(made), (size_t)record->layout.size);
    if (interop_keep(interop_owner(self), record, INTEROP_DATA(self), 1, 1) < 0)
        PyErr_Clear(); /* no memory: what is not kept is called too late at worst, which is caught */
    for (int i = 0; i < record->held; i++) {
        PyObject *mine = INTEROP_HELD(self, i), *its = INTEROP_HELD(made, i);
        if (record->held_kinds[i].kind == INTEROP_HELD_RECORD && mine != NULL && its != NULL) {
            interop_record_assign(mine, its);
        } else {
            INTEROP_HELD(self, i) = its;
            INTEROP_HELD(made, i) = mine;
        }
    }
}

/* Exchanges what is held for other objects. */
INTEROP_UNUSED static inline void
interop_held_exchange(PyObject *self, PyObject **others, int count)
{
    for (int i = 0; i < count; i++) {
        PyObject *held = INTEROP_HELD(self, i);
        INTEROP_HELD(self, i) = others[i];
        others[i] = held;
    }
}

/* A held copy of a record: what was a view of other memory is a record of its own, so that no record owns itself. */
INTEROP_UNUSED static PyObject *
interop_record_keep(PyObject *object)
{
    return ((interop_object *)object)->owner != NULL ? interop_record_copy(object, NULL) : Py_NewRef(object);
}

/* --- Conversions ------------------------------------------------------------------------------------------------- */

#define INTEROP_RECORD_ITEMS(suffix, T) \
    INTEROP_UNUSED static int interop_fill_##suffix(PyObject *sequence, void *items, Py_ssize_t count, interop_arena *arena, \
                                                  interop_place at) \
    { \
        int is_list = PyList_Check(sequence); \
        for (Py_ssize_t i = 0; i < count; i++) { \
            PyObject *item = interop_item(sequence, is_list, i); \
            int failed; \
            if (INTEROP_UNLIKELY(item == NULL)) \
                return interop_sequence_changed(at); \
            Py_INCREF(item); \
            failed = interop_to_##suffix(item, (T *)items + i, arena, interop_place_at(at, i)); \
            Py_DECREF(item); \
            if (INTEROP_UNLIKELY(failed)) \
                return -1; \
        } \
        return 0; \
    } \
    INTEROP_UNUSED static PyObject *interop_list_##suffix(const void *items, Py_ssize_t count, interop_place at) \
    { \
        PyObject *list = PyList_New(count); \
        for (Py_ssize_t i = 0; list != NULL && i < count; i++) { \
            PyObject *item = interop_from_##suffix((const T *)items + i, interop_place_at(at, i)); \
            if (item == NULL) { \
                Py_DECREF(list); \
                return NULL; \
            } \
            PyList_SetItem(list, i, item); \
        } \
        return list; \
    }

#define INTEROP_BLITTABLE(suffix, T) \
    INTEROP_UNUSED static inline int interop_to_##suffix(PyObject *object, T *out, interop_arena *arena, interop_place at) \
    { \
        (void)arena; \
        return interop_record_to(object, &interop_record_##suffix, out, sizeof(T), at); \
    } \
    INTEROP_UNUSED static inline PyObject *interop_from_##suffix(const T *value, interop_place at) \
    { \
        (void)at; \
        return interop_record_from(&interop_record_##suffix, value, sizeof(T)); \
    } \
    INTEROP_UNUSED static inline T *interop_pin_##suffix(PyObject *object, T *local, interop_place at) \
    { \
        void *data = INTEROP_LIKELY(INTEROP_IS(object, &interop_record_##suffix)) \
                         ? INTEROP_DATA(object) \
                         : interop_record_other(object, &interop_record_##suffix, local, at); \
        return INTEROP_LIKELY((uintptr_t)data % _Alignof(T) == 0) \
                   ? data \
                   : interop_record_aligned(&interop_record_##suffix, data, local, at); \
    } \
    INTEROP_UNUSED static inline void *interop_pin_inout_##suffix(PyObject *object, interop_place at) \
    { \
        if (INTEROP_UNLIKELY(!INTEROP_IS(object, &interop_record_##suffix))) \
            return interop_record_other(object, &interop_record_##suffix, NULL, at); \
        if (INTEROP_IS_COPIED(object)) { \
            interop_not_changed(at); \
            return NULL; \
        } \
        return INTEROP_DATA(object); \
    } \
    INTEROP_UNUSED static inline PyObject *interop_new_##suffix(T **value) \
    { \
        interop_object *self = interop_record_alloc(&interop_record_##suffix, 1); \
        if (INTEROP_LIKELY(self != NULL)) \
            *value = self->data; \
        return (PyObject *)self; \
    } \
    INTEROP_RECORD_ITEMS(suffix, T) \
    INTEROP_UNUSED static PyObject *interop_get_##suffix(const void *item, interop_place at) \
    { \
        (void)at; \
        return interop_record_from(&interop_record_##suffix, item, sizeof(T)); \
    } \
    INTEROP_UNUSED static int interop_set_##suffix(PyObject *object, void *item, interop_place at) \
    { \
        T value; \
        if (interop_record_to(object, &interop_record_##suffix, &value, sizeof(T), at) < 0) \
            return -1; \
        memcpy(item, &value, sizeof(T)); \
        return 0; \
    } \
    INTEROP_RECORD_TYPE(suffix, T, interop_get_##suffix, interop_set_##suffix)

#define INTEROP_DEEP(suffix, T) \
    INTEROP_UNUSED static void interop_assign_##suffix(PyObject *object, PyObject *made) \
    { \
        if (INTEROP_IS(object, &interop_record_##suffix)) \
            interop_record_assign(object, made); \
    } \
    INTEROP_RECORD_ITEMS(suffix, T) \
    INTEROP_RECORD_TYPE(suffix, T, NULL, NULL)

/* Their room depends on the object, so there are no arrays of them. */
#define INTEROP_FLEXIBLE(suffix, T) \
    INTEROP_UNUSED static void interop_assign_##suffix(PyObject *object, PyObject *made) \
    { \
        if (INTEROP_IS(object, &interop_record_##suffix)) \
            interop_record_assign(object, made); \
    } \
    static const interop_type interop_type_##suffix = { \
        #T, #T " *", sizeof(T), _Alignof(T), 'r', NULL, NULL, NULL, NULL, &interop_record_##suffix.layout};

#define INTEROP_RECORD_TYPE(suffix, T, get, set) \
    static const interop_type interop_type_##suffix = { \
        #T, #T " *", sizeof(T), _Alignof(T), 'r', interop_fill_##suffix, interop_list_##suffix, get, set, \
        &interop_record_##suffix.layout};

#endif
