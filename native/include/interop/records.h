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

/* --- Construction ------------------------------------------------------------------------------------------------ */

static int
interop_fields_set(interop_object *self, PyObject **given)
{
    const interop_record *record = self->record;

    for (int late = 0; late <= record->has_late; late++)
        for (int i = 0; i < record->count; i++) {
            const interop_field *field = &record->fields[i];
            if (given[i] == NULL || field->is_late != late)
                continue;
            if (INTEROP_UNLIKELY(field->set((PyObject *)self, given[i], NULL) < 0))
                return -1;
        }
    return 0;
}

/* Sets the value of a new record whose fields are all numbers, each in bytes of its own, from the first `count` of them. */
typedef int (*interop_numbers)(void *data, PyObject *const *values, Py_ssize_t count);

INTEROP_UNUSED static PyObject *
interop_record_filled_one_by_one(interop_record *record, PyObject *const *values, Py_ssize_t count)
{
    interop_object *self = interop_record_new(record);

    for (int late = 0; self != NULL && late <= record->has_late; late++)
        for (Py_ssize_t i = 0; self != NULL && i < count; i++)
            if (record->fields[i].is_late == late && record->fields[i].set((PyObject *)self, values[i], NULL) < 0)
                Py_CLEAR(self);
    return (PyObject *)self;
}

/* The usual call: positional arguments, and names in the order of the fields. */
INTEROP_INLINE PyObject *
interop_record_filled(interop_record *record, interop_numbers numbers, PyObject *const *values, Py_ssize_t count)
{
    interop_object *self;

    if (numbers == NULL)
        return interop_record_filled_one_by_one(record, values, count);
    self = interop_record_again(record, 0);
    if (INTEROP_UNLIKELY(self == NULL))
        self = interop_record_fresh(record);
    if (INTEROP_LIKELY(self != NULL) && INTEROP_UNLIKELY(numbers(self->data, values, count) < 0))
        Py_CLEAR(self);
    return (PyObject *)self;
}

/* What a constructor was given, one place for each field. */
typedef struct {
    PyObject **values;
    PyObject *local[16];
} interop_given_fields;

/* The positional ones of `named` more to come; -1 where there are too many. */
static int
interop_given_begin(interop_given_fields *given, interop_record *record, PyObject *const *values, Py_ssize_t count, Py_ssize_t named)
{
    given->values = given->local;
    if (record->is_union && count + named > 1) {
        PyErr_Format(interop_errors.type, "%s(): the members of a union share their bytes, so it takes one of them",
                     record->layout.name);
        return -1;
    }
    if (count > (record->is_union ? 1 : record->count)) {
        PyErr_Format(interop_errors.type, "%s() takes %d positional argument%s but %zd %s given", record->layout.name,
                     record->count, record->count == 1 ? "" : "s", count, count == 1 ? "was" : "were");
        return -1;
    }
    if (named > 0 && interop_intern_keywords(record->signature) < 0)
        return -1;
    if (record->count > (int)(sizeof given->local / sizeof *given->local)) {
        given->values = PyMem_Malloc((size_t)record->count * sizeof *given->values);
        if (given->values == NULL) {
            given->values = given->local;
            PyErr_NoMemory();
            return -1;
        }
    }
    for (int i = 0; i < record->count; i++)
        given->values[i] = i < count ? values[i] : NULL;
    return 0;
}

/* One more, by name; `likely`: where it stands if the names come in the order of the fields. */
static inline int
interop_given_name(interop_given_fields *given, const interop_record *record, PyObject *name, PyObject *value, Py_ssize_t likely)
{
    int index = interop_find_keyword(record->signature, name, likely);

    if (INTEROP_UNLIKELY(index < 0)) {
        PyErr_Format(interop_errors.type, "%s() has no field '%U'", record->layout.name, name);
        return -1;
    }
    if (INTEROP_UNLIKELY(given->values[index] != NULL)) {
        PyErr_Format(interop_errors.type, "%s() got multiple values for field '%U'", record->layout.name, name);
        return -1;
    }
    given->values[index] = value;
    return 0;
}

/* The record; `failed`: there is none to be made. */
static PyObject *
interop_given_end(interop_given_fields *given, interop_record *record, int failed)
{
    interop_object *self = NULL;

    for (int i = 0; !failed && record->overlays != NULL && record->overlays[i][0] >= 0; i++) {
        int first = record->overlays[i][0], second = record->overlays[i][1];
        if (given->values[first] != NULL && given->values[second] != NULL) {
            PyErr_Format(interop_errors.type, "%s(): '%s' and '%s' share their bytes, so it takes one of them",
                         record->layout.name, record->fields[first].name, record->fields[second].name);
            failed = 1;
        }
    }
    if (!failed)
        self = interop_record_new(record);
    if (self != NULL && interop_fields_set(self, given->values) < 0)
        Py_CLEAR(self);
    if (given->values != given->local)
        PyMem_Free(given->values);
    return (PyObject *)self;
}

/* Positional arguments are the fields in C order, keywords their names; what is left out is zero. */
INTEROP_UNUSED static PyObject *
interop_record_make(interop_record *record, interop_numbers numbers, PyObject *args, PyObject *keywords)
{
    Py_ssize_t count = PyTuple_Size(args), named = keywords == NULL ? 0 : PyDict_Size(keywords), place = 0, likely = count;
    interop_given_fields given;
    PyObject *name, *value, *made;
    int failed;

    if (INTEROP_LIKELY(named == 0 && !record->has_overlays && count <= record->count))
        return interop_record_filled(record, numbers, interop_items(args), count);
    if (keywords != NULL && (keywords = interop_named(keywords)) == NULL)
        return NULL;
    named = keywords == NULL ? 0 : PyDict_Size(keywords);
    failed = interop_given_begin(&given, record, interop_items(args), count, named) < 0;
    while (!failed && keywords != NULL && PyDict_Next(keywords, &place, &name, &value))
        failed = interop_given_name(&given, record, name, value, likely++) < 0;
    made = interop_given_end(&given, record, failed);
    Py_XDECREF(keywords);
    return made;
}

#if INTEROP_DIRECT
INTEROP_UNUSED static PyObject *
interop_record_named(interop_record *record, PyObject *const *args, Py_ssize_t count, PyObject *kwnames)
{
    Py_ssize_t named = kwnames == NULL ? 0 : PyTuple_GET_SIZE(kwnames);
    interop_given_fields given;
    int failed = interop_given_begin(&given, record, args, count, named) < 0;

    for (Py_ssize_t i = 0; !failed && i < named; i++)
        failed = interop_given_name(&given, record, PyTuple_GET_ITEM(kwnames, i), args[count + i], count + i) < 0;
    return interop_given_end(&given, record, failed);
}

/* The same without a tuple or a dictionary. */
INTEROP_INLINE PyObject *
interop_record_vectorcall(interop_record *record, interop_numbers numbers, PyObject *const *args, size_t nargs, PyObject *kwnames)
{
    Py_ssize_t count = PyVectorcall_NARGS(nargs), named = kwnames == NULL ? 0 : PyTuple_GET_SIZE(kwnames);

    if (INTEROP_LIKELY((numbers != NULL || !record->has_overlays) && count + named <= record->count)
        && (named == 0 || INTEROP_LIKELY(interop_in_order(record->signature, count, kwnames, named) == named)))
        return interop_record_filled(record, numbers, args, count + named);
    return interop_record_named(record, args, count, kwnames);
}
#endif

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

/* copy.replace(), from 3.13 on. */
INTEROP_UNUSED static PyObject *
interop_record_replace(PyObject *self, PyObject *args, PyObject *changes)
{
    const interop_record *record = ((interop_object *)self)->record;
    PyObject *copy, *name, *value;
    Py_ssize_t place = 0;

    if (PyTuple_Size(args) > 0)
        return PyErr_Format(interop_errors.type, "__replace__() takes keywords only");
    if (changes == NULL)
        return interop_record_copy(self, NULL);
    changes = interop_named(changes);
    copy = changes != NULL ? interop_record_copy(self, NULL) : NULL;
    if (copy != NULL && interop_intern_keywords(record->signature) < 0)
        Py_CLEAR(copy);
    while (copy != NULL && PyDict_Next(changes, &place, &name, &value))
        if (interop_find_keyword(record->signature, name, 0) < 0) {
            PyErr_Format(PyExc_AttributeError, "%s has no field '%U'", record->layout.name, name);
            Py_CLEAR(copy);
        }
    /* In the constructor's order, whatever that of the keywords: a tag before the members it is about. */
    for (int late = 0; copy != NULL && late <= record->has_late; late++)
        for (int i = 0; copy != NULL && i < record->count; i++) {
            const interop_field *field = &record->fields[i];
            value = field->is_late == late ? PyDict_GetItemWithError(changes, record->signature->keywords[i]) : NULL;
            if (value != NULL ? field->set(copy, value, NULL) < 0 : PyErr_Occurred() != NULL)
                Py_CLEAR(copy);
        }
    Py_XDECREF(changes);
    return copy;
}

/* Every field's value; those whose bytes say more, as bytes. */
INTEROP_UNUSED static PyObject *
interop_record_state(PyObject *self)
{
    const interop_record *record = ((interop_object *)self)->record;
    PyObject *state;

    if (record->has_overlays && record->keep != NULL)
        return PyErr_Format(interop_errors.type, "%s: its function pointers share bytes with other fields, and mean nothing "
                                                 "in another process", record->layout.name);
    if (record->has_overlays && record->held == 0)
        return PyBytes_FromStringAndSize(INTEROP_DATA(self), record->layout.size);
    state = PyTuple_New(record->count);
    for (int i = 0; state != NULL && i < record->count; i++) {
        PyObject *value = record->fields[i].get(self, NULL);
        if (value == NULL || PyTuple_SetItem(state, i, value) < 0)
            Py_CLEAR(state);
    }
    return state;
}

/* A copy that shares nothing but raw pointers, of which nobody knows what they point at. */
INTEROP_UNUSED static PyObject *
interop_record_deepcopy(PyObject *object, PyObject *memo)
{
    interop_object *self = (interop_object *)object;
    interop_object *made = interop_record_alloc(self->record, 1);
    PyObject *module = made == NULL ? NULL : PyImport_ImportModule("copy");
    PyObject *key = module == NULL ? NULL : PyLong_FromVoidPtr(object);
    int failed = key == NULL || PyObject_SetItem(memo, key, (PyObject *)made) < 0;

    if (!failed) {
        memcpy(made->data, self->data, (size_t)self->record->layout.size);
        failed = interop_keep((PyObject *)made, self->record, made->data, 1, 0) < 0;
    }
    for (int i = 0; !failed && i < self->record->held; i++) {
        PyObject *value = Py_XNewRef(self->held[i]); /* other code may assign something else meanwhile */
        int is_cdata = value == NULL ? 1 : interop_is_cdata(value);
        if (is_cdata == 0)
            made->held[i] = PyObject_CallMethod(module, "deepcopy", "OO", value, memo);
        else if (is_cdata > 0)
            made->held[i] = Py_XNewRef(value);
        failed = is_cdata < 0 || (made->held[i] == NULL && value != NULL);
        Py_XDECREF(value);
    }
    Py_XDECREF(key);
    Py_XDECREF(module);
    if (failed)
        Py_CLEAR(made);
    return (PyObject *)made;
}

static void interop_record_assign(PyObject *self, PyObject *made);

/* (class, (), state), so that a record may be part of a cycle. */
INTEROP_UNUSED static PyObject *
interop_record_reduce(PyObject *self, PyObject *unused)
{
    PyObject *state = interop_record_state(self);

    (void)unused;
    return state == NULL ? NULL : Py_BuildValue("O()N", (PyObject *)Py_TYPE(self), state);
}

/* Into a copy first, so that a state that is refused changes nothing. */
INTEROP_UNUSED static PyObject *
interop_record_setstate(PyObject *self, PyObject *state)
{
    const interop_record *record = ((interop_object *)self)->record;
    PyObject *local[16], **given = local, *made;

    if (INTEROP_IS_COPIED(self)) {
        PyErr_Format(interop_errors.type, "%s: this record is a copy that is only to be read", record->layout.name);
        return NULL;
    }
    if (PyBytes_Check(state) && record->held == 0 && record->keep == NULL && PyBytes_Size(state) == record->layout.size
        && record->has_overlays) {
        memcpy(INTEROP_DATA(self), PyBytes_AsString(state), (size_t)record->layout.size);
        Py_RETURN_NONE;
    }
    if (!PyTuple_Check(state) || PyTuple_Size(state) != record->count)
        return PyErr_Format(interop_errors.value, "%s: this is the state of another record", record->layout.name);
    if (record->count > 16) {
        given = PyMem_Malloc((size_t)record->count * sizeof *given);
        if (given == NULL)
            return PyErr_NoMemory();
    }
    for (int i = 0; i < record->count; i++) {
        PyObject *value = PyTuple_GetItem(state, i);
        given[i] = value == Py_None && record->fields[i].is_optional ? NULL : value;
    }
    made = interop_record_copy(self, NULL);
    if (made != NULL && interop_fields_set((interop_object *)made, given) < 0)
        Py_CLEAR(made);
    if (given != local)
        PyMem_Free(given);
    if (made == NULL)
        return NULL;
    interop_record_assign(self, made);
    Py_DECREF(made);
    Py_RETURN_NONE;
}

/* --- As a value -------------------------------------------------------------------------------------------------- */

/* A field's value for people: its bytes where they are none. */
static PyObject *
interop_record_shown(PyObject *self, const interop_field *field)
{
    PyObject *value = field->get(self, NULL);

    if (value != NULL || field->size == 0 || !PyErr_ExceptionMatches(PyExc_ValueError))
        return value;
    PyErr_Clear();
    return PyBytes_FromStringAndSize((char *)INTEROP_DATA(self) + field->offset, (Py_ssize_t)field->size);
}

INTEROP_UNUSED static PyObject *
interop_record_repr(PyObject *self)
{
    const interop_record *record = ((interop_object *)self)->record;
    PyObject *text;
    int inside = Py_ReprEnter(self);

    if (inside != 0)
        return inside < 0 ? NULL : PyUnicode_FromFormat("%s(...)", record->layout.name);
    text = PyUnicode_FromFormat("%s(", record->layout.name);
    for (int i = 0; text != NULL && i < record->count; i++) {
        PyObject *value = interop_record_shown(self, &record->fields[i]);
        PyObject *longer = value == NULL ? NULL : PyUnicode_FromFormat("%U%s%s=%R", text, i > 0 ? ", " : "",
                                                                       record->fields[i].name, value);
        Py_XDECREF(value);
        Py_DECREF(text);
        text = longer;
    }
    Py_ReprLeave(self);
    if (text != NULL) {
        PyObject *whole = PyUnicode_FromFormat("%U)", text);
        Py_DECREF(text);
        text = whole;
    }
    return text;
}

/* Equal are two records of one type whose fields are equal; of unions, the bytes. */
INTEROP_UNUSED static PyObject *
interop_record_compare(PyObject *self, PyObject *other, int operator)
{
    const interop_record *record = ((interop_object *)self)->record;
    int equal = 1;

    if (!INTEROP_IS(other, record) || (operator != Py_EQ && operator != Py_NE))
        return Py_NewRef(Py_NotImplemented);
    if (record->is_union)
        equal = memcmp(INTEROP_DATA(self), INTEROP_DATA(other), (size_t)record->layout.size) == 0;
    if (!record->is_union && Py_EnterRecursiveCall(" while comparing records"))
        return NULL;
    for (int i = 0; !record->is_union && equal > 0 && i < record->count; i++) {
        PyObject *mine = record->fields[i].get(self, NULL);
        PyObject *its = mine == NULL ? NULL : record->fields[i].get(other, NULL);
        equal = its == NULL ? -1 : PyObject_RichCompareBool(mine, its, Py_EQ);
        Py_XDECREF(mine);
        Py_XDECREF(its);
    }
    if (!record->is_union)
        Py_LeaveRecursiveCall();
    return equal < 0 ? NULL : PyBool_FromLong(equal == (operator == Py_EQ));
}

INTEROP_UNUSED static int
interop_record_buffer(PyObject *self, Py_buffer *view, int flags)
{
    const interop_record *record = ((interop_object *)self)->record;

    view->obj = NULL;
    if ((flags & PyBUF_WRITABLE) && INTEROP_IS_COPIED(self)) {
        PyErr_SetString(PyExc_BufferError, "this record is a copy that is only to be read");
        return -1;
    }
    view->obj = Py_NewRef(self);
    view->buf = INTEROP_DATA(self);
    view->len = view->itemsize = record->layout.size;
    view->readonly = INTEROP_IS_COPIED(self);
    view->ndim = 0;
    view->format = flags & PyBUF_FORMAT ? record->layout.format : NULL;
    view->shape = view->strides = view->suboffsets = NULL;
    view->internal = NULL;
    return 0;
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

#define INTEROP_RECORD_METHODS \
    {"__copy__", interop_record_copy, METH_NOARGS, NULL}, {"__reduce__", interop_record_reduce, METH_NOARGS, NULL}, \
        {"__setstate__", interop_record_setstate, METH_O, NULL}, \
        {"__replace__", (PyCFunction)(void (*)(void))interop_record_replace, METH_VARARGS | METH_KEYWORDS, NULL},

/* A copy of a blittable record is as deep as can be. */
#define INTEROP_BLITTABLE_METHODS {"__deepcopy__", interop_record_copy, METH_O, NULL},
#define INTEROP_DEEP_METHODS {"__deepcopy__", interop_record_deepcopy, METH_O, NULL},

#define INTEROP_RECORD_TYPE(suffix, T, get, set) \
    static const interop_type interop_type_##suffix = { \
        #T, #T " *", sizeof(T), _Alignof(T), 'r', interop_fill_##suffix, interop_list_##suffix, get, set, \
        &interop_record_##suffix.layout};

#endif
