/* What C knows of callables: the numbers and trampolines that stand for them, and how long each may be called.
 *
 * Which callable is meant, a trampoline knows from the user data that C hands back, a number that means nothing to C; or,
 * where C has none, from which trampoline of the pool it is. A callable that C may still call is bound; one that was bound
 * is remembered, so that a late call is told apart from a good one. All of this is read and changed with the GIL held. */
#ifndef INTEROP_SCOPES_H
#define INTEROP_SCOPES_H

#include "gil.h"
#include "handle_calls.h"

/* A call out during which callbacks may run. */
typedef struct interop_call {
    struct interop_call *older; /* the one that began before it, in any thread */
    const void *thread;
    unsigned long long serial; /* 0: no callback has raised in it */
    PyObject *raised; /* what a callback raised first */
    PyObject *others; /* a list of what callbacks raised after that */
    PyObject *lent;   /* a list of what C may look at until the call's results have been read */
} interop_call;

/* The calls out that are under way, the latest first. Of one thread each is inside the next: a list that every call can
 * enter and leave without asking for its thread's own memory, which takes longer than most calls. */
static interop_call *interop_calls;
static unsigned long long interop_serial;

/* The innermost call out of this thread, or NULL. */
static inline interop_call *
interop_now(void)
{
    interop_call *call = interop_calls;

    while (call != NULL && call->thread != interop_thread())
        call = call->older;
    return call;
}

/* Whether a call out is still under way: a thread that was in it may be none of this process any more. */
static inline int
interop_is_under_way(const interop_call *call)
{
    const interop_call *each = interop_calls;

    while (each != NULL && each != call)
        each = each->older;
    return each != NULL;
}

/* In the child of a fork: of all threads there is this one alone. The calls of the others never end, and the stacks that they
 * are on will be those of new threads, which may have the names of the old ones too. */
static PyObject *
interop_forked(PyObject *self, PyObject *unused)
{
    interop_call **place = &interop_calls;

    (void)self;
    (void)unused;
    interop_holder_end();
    while (*place != NULL) {
        if ((*place)->thread == interop_thread())
            place = &(*place)->older;
        else
            *place = (*place)->older;
    }
    Py_RETURN_NONE;
}

/* Has the children of forks forget what was under way. */
static int
interop_watch_forks(void)
{
    static PyMethodDef forked = {"interop_forked", interop_forked, METH_NOARGS, NULL};
    PyObject *module = PyImport_ImportModule("os"), *none = PyTuple_New(0), *function = PyCFunction_NewEx(&forked, NULL, NULL);
    PyObject *hooks = function != NULL ? Py_BuildValue("{sO}", "after_in_child", function) : NULL, *watch = NULL, *done = NULL;
    int failed = module == NULL || none == NULL || hooks == NULL;

    if (!failed && PyObject_HasAttrString(module, "register_at_fork")) { /* else nothing forks */
        watch = PyObject_GetAttrString(module, "register_at_fork");
        done = watch != NULL ? PyObject_Call(watch, none, hooks) : NULL;
        failed = done == NULL;
    }
    Py_XDECREF(done);
    Py_XDECREF(watch);
    Py_XDECREF(hooks);
    Py_XDECREF(function);
    Py_XDECREF(none);
    Py_XDECREF(module);
    return failed ? -1 : 0;
}

typedef void (*interop_function)(void);

struct interop_callback_type;

/* One callable as C knows it. */
typedef struct interop_callback {
    struct interop_callback_type *type;
    PyObject *callable; /* borrowed from whoever bound it; NULL: C must not call it */
    Py_ssize_t bound;   /* how many scopes it is in */
    Py_ssize_t held;    /* how many of these hold the callable by themselves */
    Py_ssize_t once;    /* how many of these end with its next call */
    interop_call *call; /* the call out that it was passed to, while it lasts */
    unsigned long long failed; /* the call out in which it raised */
    PyObject *lent;            /* thread -> a list of what C may look at there until that thread calls again */
    PyObject *kept;            /* a list of what C uses until the last scope has ended */
    const interop_signature *awaiting; /* the function that is awaited through it, or NULL */
    uintptr_t number;          /* with user data: what C hands back */
    struct interop_callback *next; /* with user data: the next free one */
    interop_function function;     /* without: its own trampoline */
    PyObject *weak;                /* without: a weak reference to the callable, or NULL */
    const void *who;               /* without: its address, also when C must not call it any more */
    PyObject *grown;               /* without: the cffi closure, if the pool was used up */
    struct interop_callback *older;
} interop_callback;

typedef struct interop_callback_type {
    const char *name;
    const char *spelling;           /* C's, of the pointer */
    interop_callback *pool;         /* NULL: C always has user data */
    const interop_function *functions;
    int count;
    PyMethodDef *grow; /* what a cffi closure calls */
    PyMethodDef *call; /* calls such a pointer of C's; NULL: none reaches Python */
    interop_callback *grown;
    PyObject *known; /* address of a callable -> address of its interop_callback */
    PyObject *natives; /* address of a function of C's -> a weak reference to the object that stands for it */
    int (*ready)(void); /* binds what its body calls of a library that is opened late; NULL: nothing */
    int next; /* where the search for a free trampoline begins: one that is late reaches no other callable at once */
    interop_ctype ctype;
} interop_callback_type;

enum { INTEROP_POOL = 32 };

/* How many of them C may call now. While there is none, and the GIL is kept, C cannot run a callable. */
static Py_ssize_t interop_bindings;

static inline void
interop_bind_entry(interop_callback *entry)
{
    if (entry->bound++ == 0)
        interop_bindings++;
}

/* C has been given a pointer of which nothing is known: it may be a cffi callback. From now on C may enter Python by it in any
 * call, whose own callables may be bound there. */
static void
interop_bind_unknown(void)
{
    static char is_counted;

    interop_bindings += !is_counted;
    is_counted = 1;
}

/* A callable bound for a call. */
typedef struct {
    interop_callback *entry; /* NULL: it is a pointer of C's own, or None */
    uintptr_t number;
    interop_call *before;
    Py_ssize_t once;
    PyObject *owner;
    char held;
} interop_bound;

/* --- Those that user data tells apart ---------------------------------------------------------------------------------- */

#define INTEROP_NUMBER_BITS (sizeof(uintptr_t) == 8 ? 24 : 16)
#define INTEROP_NUMBER_MASK (((uintptr_t)1 << INTEROP_NUMBER_BITS) - 1)

static interop_callback **interop_numbered;
static size_t interop_numbered_count, interop_numbered_room;
static interop_callback *interop_free_callback;

/* The low bits of a number are its place, so it is never 0; the high ones change whenever the place is used again. */
INTEROP_UNUSED static interop_callback *
interop_numbered_new(interop_callback_type *type)
{
    interop_callback *entry;

    if (type->ready != NULL && type->ready() < 0)
        return NULL;
    entry = interop_free_callback;
    if (entry != NULL) {
        interop_free_callback = entry->next;
    } else {
        if (interop_numbered_count == interop_numbered_room) {
            size_t room = interop_numbered_room == 0 ? 16 : interop_numbered_room * 2;
            interop_callback **grown = room < INTEROP_NUMBER_MASK ? PyMem_Realloc(interop_numbered, room * sizeof *grown) : NULL;
            if (grown == NULL) {
                PyErr_NoMemory();
                return NULL;
            }
            interop_numbered = grown;
            interop_numbered_room = room;
        }
        entry = PyMem_Calloc(1, sizeof *entry);
        if (entry == NULL) {
            PyErr_NoMemory();
            return NULL;
        }
        interop_numbered[interop_numbered_count++] = entry;
        entry->number = ((uintptr_t)1 << INTEROP_NUMBER_BITS) + interop_numbered_count;
    }
    entry->type = type;
    entry->failed = 0;
    entry->call = NULL;
    entry->once = 0;
    return entry;
}

INTEROP_UNUSED static inline interop_callback *
interop_numbered_find(const void *data, const interop_callback_type *type)
{
    uintptr_t number = (uintptr_t)data, place = number & INTEROP_NUMBER_MASK;
    interop_callback *entry;

    if (INTEROP_UNLIKELY(place - 1 >= interop_numbered_count))
        return NULL;
    entry = interop_numbered[place - 1];
    return INTEROP_LIKELY(entry->number == number && entry->type == type) ? entry : NULL;
}

/* --- Those with a trampoline of their own ------------------------------------------------------------------------------ */

/* Whether a remembered callable is still there. */
static int
interop_is_alive(const interop_callback *entry)
{
    PyObject *object;
    int alive;

    if (entry->bound > 0 || entry->weak == NULL)
        return entry->bound > 0;
    object = PyObject_CallNoArgs(entry->weak);
    alive = object == entry->who;
    if (object == NULL)
        PyErr_Clear();
    Py_XDECREF(object);
    return alive;
}

static void
interop_forget(interop_callback *entry)
{
    PyObject *key = entry->who != NULL ? PyLong_FromVoidPtr((void *)entry->who) : NULL;

    if (key == NULL || entry->type->known == NULL || PyDict_DelItem(entry->type->known, key) < 0)
        PyErr_Clear();
    Py_XDECREF(key);
    Py_CLEAR(entry->weak);
    entry->who = NULL;
}

/* An argument of a cffi closure, as C passed it. */
INTEROP_UNUSED static int
interop_grown_argument(void *into, size_t size, PyObject *args, Py_ssize_t index, interop_ctype *type)
{
    struct _cffi_ctypedescr *descr = interop_cffi_type(type);
    PyObject *argument = PyTuple_GetItem(args, index);

    memset(into, 0, size);
    return descr == NULL || argument == NULL ? -1 : _cffi_to_c(into, descr, argument);
}

INTEROP_UNUSED static PyObject *
interop_grown_result(void *result, interop_ctype *type)
{
    struct _cffi_ctypedescr *descr = interop_cffi_type(type);

    return descr == NULL ? NULL : _cffi_from_c_deref(result, descr);
}

/* One more, beyond the pool: a closure made by cffi, which calls its way back here through Python. */
INTEROP_COLD static interop_callback *
interop_grow_pool(interop_callback_type *type)
{
    interop_callback *entry = PyMem_Calloc(1, sizeof *entry);
    PyObject *self = NULL, *handler = NULL, *number = NULL;

    if (entry == NULL) {
        PyErr_NoMemory();
        return NULL;
    }
    if (type->grow == NULL) {
        PyMem_Free(entry);
        PyErr_Format(interop_errors.value, "C can hold %d callables as %s at a time, and it does", type->count, type->name);
        return NULL;
    }
    entry->type = type;
    self = PyLong_FromVoidPtr(entry);
    handler = self != NULL ? PyCFunction_NewEx(type->grow, self, NULL) : NULL;
    if (handler != NULL)
        entry->grown = PyObject_CallMethod(interop_ffi, "callback", "sO", type->spelling, handler);
    number = entry->grown != NULL ? PyObject_CallMethod(interop_ffi, "cast", "sO", "uintptr_t", entry->grown) : NULL;
    if (number != NULL) {
        PyObject *as_int = PyNumber_Long(number);
        entry->function = (interop_function)(uintptr_t)(as_int != NULL ? PyLong_AsVoidPtr(as_int) : NULL);
        Py_XDECREF(as_int);
    }
    Py_XDECREF(number);
    Py_XDECREF(handler);
    Py_XDECREF(self);
    if (entry->function == NULL) {
        Py_XDECREF(entry->grown);
        PyMem_Free(entry);
        return NULL;
    }
    entry->older = type->grown;
    type->grown = entry;
    return entry;
}

/* The one that a callable has, or a new one: the same callable has the same pointer as long as it lives (R9.4). */
INTEROP_UNUSED static interop_callback *
interop_pooled(interop_callback_type *type, PyObject *callable)
{
    interop_callback *entry = NULL;
    PyObject *key, *known, *address, *weak;

    if (type->ready != NULL && type->ready() < 0)
        return NULL;
    key = PyLong_FromVoidPtr(callable);
    if (key == NULL || (type->known == NULL && (type->known = PyDict_New()) == NULL)) {
        Py_XDECREF(key);
        return NULL;
    }
    known = PyDict_GetItemWithError(type->known, key);
    if (known != NULL) {
        entry = PyLong_AsVoidPtr(known);
        if (interop_is_alive(entry)) {
            Py_DECREF(key);
            return entry;
        }
        interop_forget(entry);
        entry = NULL;
    } else if (PyErr_Occurred()) {
        Py_DECREF(key);
        return NULL;
    }
    /* Before one is chosen, since whatever is allocated may have the collector run code that needs one as well. */
    weak = PyWeakref_NewRef(callable, NULL);
    if (weak == NULL)
        PyErr_Clear(); /* not all objects can be referred to weakly: such a one is forgotten with its last scope */
    for (int i = 0; i < type->count && entry == NULL; i++) {
        int place = (type->next + i) % type->count;
        if (!interop_is_alive(&type->pool[place])) {
            entry = &type->pool[place];
            type->next = (place + 1) % type->count;
        }
    }
    for (interop_callback *grown = type->grown; grown != NULL && entry == NULL; grown = grown->older)
        if (!interop_is_alive(grown))
            entry = grown;
    if (entry != NULL && entry->who != NULL)
        interop_forget(entry);
    if (entry == NULL)
        entry = interop_grow_pool(type);
    if (entry == NULL) {
        Py_XDECREF(weak);
        Py_DECREF(key);
        return NULL;
    }
    if (entry->function == NULL) {
        entry->type = type;
        entry->function = type->functions[entry - type->pool];
    }
    address = PyLong_FromVoidPtr(entry);
    if (address == NULL || PyDict_SetItem(type->known, key, address) < 0) {
        Py_XDECREF(address);
        Py_XDECREF(weak);
        Py_DECREF(key);
        return NULL;
    }
    Py_DECREF(address);
    Py_DECREF(key);
    entry->weak = weak;
    entry->who = callable;
    entry->failed = 0;
    return entry;
}

/* --- Scopes ------------------------------------------------------------------------------------------------------------ */

INTEROP_UNUSED static void
interop_unbind_entry(interop_callback *entry)
{
    PyObject *kept, *lent;

    if (--entry->bound > 0)
        return;
    interop_bindings--;
    kept = entry->kept;
    lent = entry->lent;
    entry->kept = entry->lent = NULL;
    entry->callable = NULL;
    entry->call = NULL;
    entry->once = 0;
    entry->awaiting = NULL;
    if (entry->function == NULL) {
        entry->next = interop_free_callback;
        interop_free_callback = entry;
        entry->number += INTEROP_NUMBER_MASK + 1; /* what C still holds is nobody's number now */
    } else if (entry->weak == NULL) {
        interop_forget(entry);
    }
    /* Last: what ends with these may run Python, which may need an entry. */
    Py_XDECREF(kept);
    Py_XDECREF(lent);
}

/* Ends a scope that held the callable itself. */
INTEROP_UNUSED static void
interop_unhold(interop_callback *entry)
{
    PyObject *callable = entry->callable;

    entry->held--;
    interop_unbind_entry(entry);
    Py_XDECREF(callable);
}

/* What keeps a callable bound as long as the object lives: a handle's, or a slot's. */
typedef struct {
    PyObject_HEAD
    interop_callback *entry; /* NULL: it has ended */
    PyObject *callable;
    const char *slot; /* which it is the only one in, or NULL */
} interop_scope;

static PyTypeObject *interop_scope_type;

static int
interop_scope_traverse(PyObject *self, visitproc visit, void *arg)
{
    Py_VISIT(Py_TYPE(self));
    Py_VISIT(((interop_scope *)self)->callable);
    return 0;
}

static int
interop_scope_clear(PyObject *self)
{
    interop_scope *owner = (interop_scope *)self;
    interop_callback *entry = owner->entry;

    owner->entry = NULL;
    if (entry != NULL)
        interop_unbind_entry(entry);
    Py_CLEAR(owner->callable);
    return 0;
}

static void
interop_scope_dealloc(PyObject *self)
{
    PyTypeObject *type = Py_TYPE(self);
    freefunc release = (freefunc)PyType_GetSlot(type, Py_tp_free);

    PyObject_GC_UnTrack(self);
    interop_scope_clear(self);
    release(self);
    Py_DECREF(type);
}

static PyType_Slot interop_scope_slots[] = {
    {Py_tp_dealloc, (void *)interop_scope_dealloc},
    {Py_tp_traverse, (void *)interop_scope_traverse},
    {Py_tp_clear, (void *)interop_scope_clear},
    {0, NULL},
};

static PyType_Spec interop_scope_spec = {
    "interop.callback", sizeof(interop_scope), 0,
    Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_DISALLOW_INSTANTIATION, interop_scope_slots,
};

INTEROP_UNUSED static PyObject *interop_slots_taken; /* a list of the owners of slots that belong to no handle */

enum { INTEROP_SCOPE_CALL, INTEROP_SCOPE_ASYNC, INTEROP_SCOPE_FOREVER, INTEROP_SCOPE_OWNED };

INTEROP_UNUSED static inline void
interop_bound_init(interop_bound *bound)
{
    bound->entry = NULL;
    bound->owner = NULL;
    bound->held = 0;
}

/* The native function behind an object that stands for one (interop_from_function); NULL: it is none. */
INTEROP_UNUSED static void *
interop_native_function(PyObject *object, const interop_callback_type *type)
{
    PyObject *self;

    if (type->call == NULL || !PyCFunction_Check(object))
        return NULL;
    self = PyCFunction_GetSelf(object);
    return self != NULL && PyCapsule_IsValid(self, type->spelling) ? PyCapsule_GetPointer(self, type->spelling) : NULL;
}

/* Whether it is known to be a function written in Python. */
#if INTEROP_DIRECT
#define INTEROP_IS_FUNCTION(object) PyFunction_Check(object)
#else
#define INTEROP_IS_FUNCTION(object) 0
#endif

/* Binds what Python passed for a callback. Sets `pointer` where it is a function of C's own; else `bound->entry`, unless it
 * is None. */
INTEROP_UNUSED static int
interop_bind_callable(PyObject *object, interop_callback_type *type, int scope, int numbered, int nullable, const char *slot,
             interop_bound *bound, void **pointer, interop_call *call, interop_place at)
{
    interop_callback *entry;

    if (object == Py_None && nullable)
        return 0;
    if (!INTEROP_IS_FUNCTION(object)) {
        *pointer = interop_native_function(object, type);
        if (*pointer != NULL)
            return 0;
        if (interop_is_cdata(object)) {
            interop_bind_unknown();
            return interop_to_pointer(object, &type->ctype, pointer, at);
        }
        if (!PyCallable_Check(object))
            return interop_expected(at, "a callable", object);
    }
    entry = numbered ? interop_numbered_new(type) : interop_pooled(type, object);
    if (entry == NULL)
        return -1;
    interop_bind_entry(entry); /* from here on it is nobody else's, whatever code allocating runs */
    if (scope == INTEROP_SCOPE_OWNED) {
        interop_scope *owner = (interop_scope *)PyType_GenericAlloc(interop_scope_type, 0);
        if (owner == NULL) {
            interop_unbind_entry(entry);
            return -1;
        }
        owner->entry = entry;
        owner->callable = Py_NewRef(object);
        owner->slot = slot;
        bound->owner = (PyObject *)owner;
    } else if (scope != INTEROP_SCOPE_CALL) {
        Py_INCREF(object);
        bound->held = 1;
        entry->held++;
    }
    entry->callable = object;
    bound->entry = entry;
    bound->number = entry->number;
    bound->before = entry->call;
    entry->call = call;
    if (scope == INTEROP_SCOPE_ASYNC)
        entry->once++;
    bound->once = entry->once;
    return 0;
}

/* After the call. What C keeps stays bound, unless the call failed. */
INTEROP_UNUSED static void
interop_unbind(interop_bound *bound, int scope, int succeeded)
{
    interop_callback *entry = bound->entry;
    int is_mine;

    if (entry == NULL)
        return;
    bound->entry = NULL;
    is_mine = entry->bound > 0 && entry->number == bound->number;
    if (is_mine)
        entry->call = bound->before;
    if (scope == INTEROP_SCOPE_CALL) {
        interop_unbind_entry(entry);
    } else if (scope == INTEROP_SCOPE_OWNED) {
        Py_CLEAR(bound->owner);
    } else if (!succeeded && bound->held && is_mine && entry->once == bound->once) {
        if (scope == INTEROP_SCOPE_ASYNC)
            entry->once--;
        interop_unhold(entry);
    }
}

/* Keeps what C uses until it has called for the last time: the object and, for a buffer, the memory where it is. */
INTEROP_UNUSED static int
interop_keep_until_called(const interop_bound *bound, PyObject *object, interop_place at)
{
    interop_callback *entry = bound->entry;
    PyObject *view;
    int failed;

    if (object == Py_None)
        return 0;
    if (entry == NULL)
        return interop_fail(interop_errors.value, at,
                            "C uses it until it calls a callable, and none was passed that Python could wait for");
    if (entry->kept == NULL && (entry->kept = PyList_New(0)) == NULL)
        return -1;
    view = PyObject_CheckBuffer(object) ? PyMemoryView_FromObject(object) : Py_NewRef(object);
    failed = view == NULL ? -1 : PyList_Append(entry->kept, view);
    Py_XDECREF(view);
    return failed;
}

/* Gives a bound callable to the list of a handle, or of no handle. */
INTEROP_UNUSED static int
interop_keep_bound(interop_bound *bound, PyObject **list)
{
    if (bound->owner == NULL)
        return 0;
    if (*list == NULL && (*list = PyList_New(0)) == NULL)
        return -1;
    return PyList_Append(*list, bound->owner);
}

/* Once the call is over: of those in one slot only the last is left; after a failed call, all but the last. */
INTEROP_UNUSED static void
interop_settle_slot(PyObject *list, const char *slot, PyObject *last, int succeeded)
{
    for (Py_ssize_t i = list != NULL ? PyList_Size(list) : 0; i-- > 0;) {
        PyObject *each = PyList_GetItem(list, i);
        if (Py_TYPE(each) != interop_scope_type || ((interop_scope *)each)->slot != slot || (each == last) == succeeded)
            continue;
        Py_INCREF(each);
        if (PyList_SetSlice(list, i, i + 1, NULL) < 0)
            PyErr_Clear();
        else if (each != last)
            interop_scope_clear(each);
        Py_DECREF(each);
    }
}

/* What C calls when it has no more use for the user data. */
INTEROP_UNUSED static void
interop_destroyed(void *data)
{
    interop_lock lock;
    uintptr_t place = (uintptr_t)data & INTEROP_NUMBER_MASK;

    if (data == NULL || !interop_lock_ensure(&lock))
        return;
    if (place <= interop_numbered_count && place > 0) {
        interop_callback *entry = interop_numbered[place - 1];
        if (entry->number == (uintptr_t)data && entry->held > 0)
            interop_unhold(entry);
    }
    interop_lock_release(&lock);
}

#endif
