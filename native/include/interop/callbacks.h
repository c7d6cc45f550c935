/* Callbacks: C calling Python.
 *
 * What C gets is one of a fixed number of compiled functions, the trampolines. Which callable is meant, a trampoline knows
 * from the user data that C hands back, a number that means nothing to C; or, where C has none, from which trampoline of the
 * pool it is. A callable that C may still call is bound; one that was bound is remembered, so that a late call is told apart
 * from a good one. All of this is read and changed with the GIL held. */
#ifndef INTEROP_CALLBACKS_H
#define INTEROP_CALLBACKS_H

#include "handles.h"

/* A call out during which callbacks may run. */
typedef struct interop_call {
    struct interop_call *outer; /* the one around it, in the same thread */
    unsigned long long serial;
    PyObject *raised; /* a list of what callbacks raised */
    PyObject *lent;   /* a list of what C may look at until the call's results have been read */
} interop_call;

static _Thread_local interop_call *interop_now;
static unsigned long long interop_serial;

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
    PyObject *lent;            /* what C may look at until the next call */
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
    interop_ctype ctype;
} interop_callback_type;

enum { INTEROP_POOL = 32 };

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
    interop_callback *entry = interop_free_callback;

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

    if (INTEROP_UNLIKELY(place == 0 || place > interop_numbered_count))
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
    PyObject *key = PyLong_FromVoidPtr(callable), *known, *address;

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
    for (int i = 0; i < type->count && entry == NULL; i++)
        if (!interop_is_alive(&type->pool[i]))
            entry = &type->pool[i];
    for (interop_callback *grown = type->grown; grown != NULL && entry == NULL; grown = grown->older)
        if (!interop_is_alive(grown))
            entry = grown;
    if (entry != NULL && entry->who != NULL)
        interop_forget(entry);
    if (entry == NULL)
        entry = interop_grow_pool(type);
    if (entry == NULL) {
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
        Py_DECREF(key);
        return NULL;
    }
    Py_DECREF(address);
    Py_DECREF(key);
    entry->weak = PyWeakref_NewRef(callable, NULL);
    if (entry->weak == NULL)
        PyErr_Clear(); /* not all objects can be referred to weakly: such a one is forgotten with its last scope */
    entry->who = callable;
    entry->failed = 0;
    return entry;
}

/* --- Scopes ------------------------------------------------------------------------------------------------------------ */

INTEROP_UNUSED static void
interop_unbind_entry(interop_callback *entry)
{
    if (--entry->bound > 0)
        return;
    entry->callable = NULL;
    entry->call = NULL;
    entry->once = 0;
    Py_CLEAR(entry->lent);
    if (entry->function == NULL) {
        entry->next = interop_free_callback;
        interop_free_callback = entry;
        entry->number += INTEROP_NUMBER_MASK + 1; /* what C still holds is nobody's number now */
    } else if (entry->weak == NULL) {
        interop_forget(entry);
    }
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

/* Binds what Python passed for a callback. Sets `pointer` where it is a function of C's own; else `bound->entry`, unless it
 * is None. */
INTEROP_UNUSED static int
interop_bind_callable(PyObject *object, interop_callback_type *type, int scope, int numbered, int nullable, const char *slot,
             interop_bound *bound, void **pointer, interop_call *call, interop_place at)
{
    interop_callback *entry;

    if (object == Py_None && nullable)
        return 0;
    *pointer = interop_native_function(object, type);
    if (*pointer != NULL)
        return 0;
    if (interop_is_cdata(object))
        return interop_to_pointer(object, &type->ctype, pointer, at);
    if (!PyCallable_Check(object))
        return interop_expected(at, "a callable", object);
    entry = numbered ? interop_numbered_new(type) : interop_pooled(type, object);
    if (entry == NULL)
        return -1;
    if (scope == INTEROP_SCOPE_OWNED) {
        interop_scope *owner = (interop_scope *)PyType_GenericAlloc(interop_scope_type, 0);
        if (owner == NULL) {
            entry->bound++;
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
    entry->bound++;
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

/* An exception that is on its way while C calls, such as from a function that frees what a failed call left. */
typedef struct {
    PyObject *kind, *value, *traceback;
} interop_pending;

static inline void
interop_pending_take(interop_pending *pending)
{
    pending->kind = NULL;
    if (INTEROP_UNLIKELY(PyErr_Occurred() != NULL))
        PyErr_Fetch(&pending->kind, &pending->value, &pending->traceback);
}

static inline void
interop_pending_give(interop_pending *pending)
{
    if (INTEROP_UNLIKELY(pending->kind != NULL))
        PyErr_Restore(pending->kind, pending->value, pending->traceback);
}

/* What C calls when it has no more use for the user data. */
INTEROP_UNUSED static void
interop_destroyed(void *data)
{
    PyGILState_STATE gil;
    interop_pending pending;
    uintptr_t place = (uintptr_t)data & INTEROP_NUMBER_MASK;

    if (data == NULL || !Py_IsInitialized())
        return;
    gil = PyGILState_Ensure();
    interop_pending_take(&pending);
    if (place <= interop_numbered_count && place > 0) {
        interop_callback *entry = interop_numbered[place - 1];
        if (entry->number == (uintptr_t)data && entry->held > 0)
            interop_unhold(entry);
    }
    interop_pending_give(&pending);
    PyGILState_Release(gil);
}

/* --- Around a call out --------------------------------------------------------------------------------------------------- */

INTEROP_UNUSED static inline void
interop_call_init(interop_call *call)
{
    call->raised = NULL;
    call->lent = NULL;
    call->serial = ++interop_serial;
}

INTEROP_UNUSED static inline void
interop_call_begin(interop_call *call)
{
    call->outer = interop_now;
    interop_now = call;
}

INTEROP_UNUSED static inline void
interop_call_end(interop_call *call)
{
    interop_now = call->outer;
}

/* Raises what callbacks raised: the one, or a group of them. Always -1. */
INTEROP_COLD static int
interop_call_raise(interop_call *call, const char *name)
{
    PyObject *raised = call->raised, *error = NULL, *groups, *text;

    call->raised = NULL;
    if (PyList_Size(raised) == 1) {
        error = Py_NewRef(PyList_GetItem(raised, 0));
    } else {
        groups = PyImport_ImportModule("builtins");
        text = PyUnicode_FromFormat("callbacks of %s() raised", name);
        if (groups != NULL && text != NULL)
            error = PyObject_CallMethod(groups, "BaseExceptionGroup", "OO", text, raised);
        Py_XDECREF(groups);
        Py_XDECREF(text);
    }
    Py_DECREF(raised);
    if (error != NULL) {
        PyObject *traceback = PyException_GetTraceback(error);
        PyErr_Restore(Py_NewRef((PyObject *)Py_TYPE(error)), error, traceback);
    }
    return -1;
}

/* --- In a trampoline ------------------------------------------------------------------------------------------------------ */

/* The call out that a callback belongs to: the innermost of its own thread, or the one that it was passed to. */
static inline interop_call *
interop_call_of(const interop_callback *entry)
{
    return interop_now != NULL ? interop_now : entry->call;
}

INTEROP_COLD static void
interop_unraisable(interop_callback_type *type, PyObject *callable)
{
    PyObject *about = callable != NULL ? Py_NewRef(callable) : PyUnicode_FromFormat("callback %s", type->name);

    PyErr_WriteUnraisable(about);
    Py_XDECREF(about);
}

INTEROP_COLD static void
interop_called_late(interop_callback_type *type)
{
    PyErr_Format(PyExc_RuntimeError,
                 "%s(): C called a callback after its scope had ended; it got the callback's error value instead", type->name);
    interop_unraisable(type, NULL);
}

/* The callable to be run, a new reference; NULL: none is, and C gets the error value. */
INTEROP_UNUSED static inline PyObject *
interop_enter(interop_callback *entry, interop_callback_type *type)
{
    interop_call *call;

    if (INTEROP_UNLIKELY(entry == NULL || entry->callable == NULL)) {
        interop_called_late(type);
        return NULL;
    }
    call = interop_call_of(entry);
    if (INTEROP_UNLIKELY(call != NULL && entry->failed == call->serial))
        return NULL;
    return Py_NewRef(entry->callable);
}

/* The exception that a callback raised, to whoever called out; where nobody did, sys.unraisablehook has it. */
INTEROP_COLD static void
interop_raised(interop_callback *entry, uintptr_t number, PyObject *callable)
{
    interop_callback_type *type = entry->type;
    int is_mine = entry->number == number && entry->callable == callable;
    interop_call *call = interop_now != NULL ? interop_now : is_mine ? entry->call : NULL;
    PyObject *kind, *value, *traceback;

    if (call == NULL) {
        interop_unraisable(type, callable);
        return;
    }
    PyErr_Fetch(&kind, &value, &traceback);
    PyErr_NormalizeException(&kind, &value, &traceback);
    if (value != NULL && traceback != NULL)
        PyException_SetTraceback(value, traceback);
    if (is_mine)
        entry->failed = call->serial;
    if ((call->raised == NULL && (call->raised = PyList_New(0)) == NULL) || PyList_Append(call->raised, value) < 0) {
        PyErr_Clear();
        PyErr_Restore(kind, value, traceback);
        interop_unraisable(type, callable);
        return;
    }
    Py_XDECREF(kind);
    Py_XDECREF(value);
    Py_XDECREF(traceback);
}

/* After a callback that is called once. */
INTEROP_UNUSED static inline void
interop_leave(interop_callback *entry, uintptr_t number)
{
    if (INTEROP_UNLIKELY(entry->once > 0) && entry->number == number && entry->held > 0) {
        entry->once--;
        interop_unhold(entry);
    }
}

/* Calls with up to eight arguments; the count is a constant, so one branch is left. */
INTEROP_UNUSED static inline PyObject *
interop_run(PyObject *callable, PyObject **arguments, Py_ssize_t count)
{
#if !defined(Py_LIMITED_API) || Py_LIMITED_API + 0 >= 0x030C0000
    /* The place in front of the arguments is the callee's to use. */
    return PyObject_Vectorcall(callable, arguments + 1, (size_t)count | PY_VECTORCALL_ARGUMENTS_OFFSET, NULL);
#else
    PyObject *tuple, *result;

    switch (count) {
    case 0:
        return PyObject_CallNoArgs(callable);
    case 1:
        return PyObject_CallFunctionObjArgs(callable, arguments[1], NULL);
    case 2:
        return PyObject_CallFunctionObjArgs(callable, arguments[1], arguments[2], NULL);
    case 3:
        return PyObject_CallFunctionObjArgs(callable, arguments[1], arguments[2], arguments[3], NULL);
    case 4:
        return PyObject_CallFunctionObjArgs(callable, arguments[1], arguments[2], arguments[3], arguments[4], NULL);
    default:
        tuple = PyTuple_New(count);
        if (tuple == NULL)
            return NULL;
        for (Py_ssize_t i = 0; i < count; i++)
            PyTuple_SetItem(tuple, i, Py_NewRef(arguments[i + 1]));
        result = PyObject_Call(callable, tuple, NULL);
        Py_DECREF(tuple);
        return result;
    }
#endif
}

/* Whether a callable written in Python has a parameter of this name. */
INTEROP_UNUSED static int
interop_takes(PyObject *callable, const char *name)
{
    PyObject *code = PyObject_GetAttrString(callable, "__code__"), *names = NULL, *count = NULL, *more = NULL;
    Py_ssize_t found = 0, counted;

    if (code != NULL) {
        names = PyObject_GetAttrString(code, "co_varnames");
        count = PyObject_GetAttrString(code, "co_argcount");
        more = PyObject_GetAttrString(code, "co_kwonlyargcount");
    }
    if (names != NULL && count != NULL && more != NULL && PyTuple_Check(names)) {
        counted = PyLong_AsSsize_t(count) + PyLong_AsSsize_t(more);
        for (Py_ssize_t i = 0; i < counted && i < PyTuple_Size(names) && !found; i++)
            found = PyUnicode_CompareWithASCIIString(PyTuple_GetItem(names, i), name) == 0;
    }
    PyErr_Clear(); /* it is something else that can be called */
    Py_XDECREF(more);
    Py_XDECREF(count);
    Py_XDECREF(names);
    Py_XDECREF(code);
    return (int)found;
}

/* One more keyword argument; takes the value over. */
INTEROP_UNUSED static int
interop_offer(PyObject **keywords, const char *name, PyObject *value)
{
    int failed;

    if (value == NULL || (*keywords == NULL && (*keywords = PyDict_New()) == NULL)) {
        Py_XDECREF(value);
        return -1;
    }
    failed = PyDict_SetItemString(*keywords, name, value);
    Py_DECREF(value);
    return failed;
}

INTEROP_UNUSED static PyObject *
interop_run_named(PyObject *callable, PyObject **arguments, Py_ssize_t count, PyObject *keywords)
{
    PyObject *tuple = PyTuple_New(count), *result;

    if (tuple == NULL)
        return NULL;
    for (Py_ssize_t i = 0; i < count; i++)
        PyTuple_SetItem(tuple, i, Py_NewRef(arguments[i + 1]));
    result = PyObject_Call(callable, tuple, keywords);
    Py_DECREF(tuple);
    return result;
}

/* One of several values that a callback returned, borrowed. */
INTEROP_UNUSED static int
interop_unpack(PyObject *returned, Py_ssize_t count, interop_place at)
{
    if (!PyTuple_Check(returned))
        return interop_fail(interop_errors.type, at, "expected a tuple of %zd values, got %R", count, (PyObject *)Py_TYPE(returned));
    if (PyTuple_Size(returned) != count)
        return interop_fail(interop_errors.value, at, "expected a tuple of %zd values, got one of %zd", count, PyTuple_Size(returned));
    return 0;
}

/* Keeps an object for as long as C may look at it. */
INTEROP_UNUSED static int
interop_lend(interop_callback *entry, PyObject *object)
{
    interop_call *call = interop_call_of(entry);
    PyObject **list = call != NULL ? &call->lent : &entry->lent;

    if (call == NULL)
        Py_CLEAR(entry->lent);
    if (*list == NULL && (*list = PyList_New(0)) == NULL)
        return -1;
    return PyList_Append(*list, object);
}

/* Text that C may look at until the call out has read its results; NULL with an exception, or for None. */
INTEROP_UNUSED static const void *
interop_lend_text(interop_callback *entry, PyObject *object, const interop_codec *codec, int flags, interop_place at)
{
    interop_text text;
    const void *data = NULL;
    PyObject *bytes;
    int failed;

    interop_text_init(&text);
    failed = interop_text_in(object, codec, flags, &text, at);
    if (!failed && text.data != NULL) {
        /* Four zero bytes behind it end text of any unit. */
        Py_ssize_t size = text.units * codec->unit;
        bytes = PyBytes_FromStringAndSize(NULL, size + 4);
        if (bytes != NULL) {
            char *room = PyBytes_AsString(bytes);
            memcpy(room, text.data, (size_t)size);
            memset(room + size, 0, 4);
            data = interop_lend(entry, bytes) < 0 ? NULL : room;
            Py_DECREF(bytes);
        }
    }
    interop_text_release(&text);
    return data;
}

INTEROP_UNUSED static int
interop_text_fits(const interop_text *text, Py_ssize_t room, interop_place at)
{
    if (INTEROP_UNLIKELY(text->units >= room))
        return interop_fail(interop_errors.value, at,
                            "the text needs room for %zd units with its terminator, but there is room for %zd",
                            text->units + 1, room);
    return 0;
}

INTEROP_UNUSED static void
interop_text_store(const interop_text *text, void *room, size_t unit)
{
    memcpy(room, text->data, (size_t)text->units * unit);
    memset((char *)room + (size_t)text->units * unit, 0, unit);
}

INTEROP_UNUSED static int
interop_array_fits(const interop_array *array, Py_ssize_t room, int is_partial, interop_place at)
{
    if (INTEROP_UNLIKELY(array->count > room || (!is_partial && array->count != room)))
        return interop_fail(interop_errors.value, at, "C has room for %s%zd elements, but there are %zd",
                            is_partial ? "up to " : "", room, array->count);
    return 0;
}

/* A handle that C lends to a callback: closed for Python when that has returned. */
INTEROP_UNUSED static PyObject *
interop_handle_lent(interop_handles *kind, uintptr_t value)
{
    interop_handle *handle = interop_handle_new(kind);

    if (handle != NULL) {
        interop_handle_fill(handle, value, NULL, 0);
        handle->owns = 0;
        kind->live--;
    }
    return (PyObject *)handle;
}

INTEROP_UNUSED static void
interop_handle_returned(PyObject *object)
{
    interop_handle *handle = (interop_handle *)object;

    if (handle != NULL && Py_TYPE(object) != Py_TYPE(Py_None) && handle->state == INTEROP_HANDLE_OPEN)
        interop_handle_end(handle);
    Py_XDECREF(object);
}

/* --- Functions of C's, in Python -------------------------------------------------------------------------------------------- */

INTEROP_UNUSED static void *
interop_function_of(PyObject *self, const interop_callback_type *type)
{
    return PyCapsule_GetPointer(self, type->spelling);
}

/* A function pointer that C gave: the callable that it came from, or one that calls it (R9.5). */
INTEROP_UNUSED static PyObject *
interop_from_function(const void *pointer, interop_callback_type *type)
{
    PyObject *capsule, *function;

    if (pointer == NULL)
        Py_RETURN_NONE;
    for (int i = 0; i < type->count; i++)
        if (type->pool[i].callable != NULL && (const void *)(uintptr_t)type->pool[i].function == pointer)
            return Py_NewRef(type->pool[i].callable);
    for (interop_callback *grown = type->grown; grown != NULL; grown = grown->older)
        if (grown->callable != NULL && (const void *)(uintptr_t)grown->function == pointer)
            return Py_NewRef(grown->callable);
    capsule = PyCapsule_New((void *)(uintptr_t)pointer, type->spelling, NULL);
    if (capsule == NULL)
        return NULL;
    function = PyCFunction_NewEx(type->call, capsule, NULL);
    Py_DECREF(capsule);
    return function;
}

/* --- Module ----------------------------------------------------------------------------------------------------------------- */

INTEROP_UNUSED static int
interop_callbacks_ready(void)
{
    interop_scope_type = (PyTypeObject *)PyType_FromSpec(&interop_scope_spec);
    return interop_scope_type == NULL ? -1 : 0;
}

#endif
