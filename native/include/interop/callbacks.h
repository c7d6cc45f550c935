/* Callbacks: C calling Python, through the compiled functions, the trampolines, that C gets for callables. */
#ifndef INTEROP_CALLBACKS_H
#define INTEROP_CALLBACKS_H

#include "scopes.h"

/* --- Around a call out --------------------------------------------------------------------------------------------------- */

INTEROP_UNUSED static inline void
interop_call_init(interop_call *call)
{
    call->serial = 0;
    call->raised = NULL;
    call->others = NULL;
    call->lent = NULL;
}

INTEROP_UNUSED static inline void
interop_call_begin(interop_call *call)
{
    call->thread = interop_thread();
    call->older = interop_calls;
    interop_calls = call;
}

INTEROP_UNUSED static inline void
interop_call_end(interop_call *call)
{
    interop_call **place = &interop_calls;

    /* Calls of other threads may have begun since. */
    while (INTEROP_UNLIKELY(*place != call))
        place = &(*place)->older;
    *place = call->older;
}

/* Raises what callbacks raised: the one, or a group of them. Always -1. */
INTEROP_COLD static int
interop_call_raise(interop_call *call, const char *name)
{
    PyObject *raised = call->raised, *others = call->others, *error = NULL, *groups, *text;

    call->raised = call->others = NULL;
    if (others == NULL) {
        error = raised;
    } else {
        groups = PyImport_ImportModule("builtins");
        text = PyUnicode_FromFormat("callbacks of %s() raised", name);
        if (groups != NULL && text != NULL && PyList_Insert(others, 0, raised) == 0)
            error = PyObject_CallMethod(groups, "BaseExceptionGroup", "OO", text, others);
        Py_XDECREF(groups);
        Py_XDECREF(text);
        Py_DECREF(raised);
        Py_DECREF(others);
    }
    if (error != NULL)
        interop_give_exception(error);
    return -1;
}

/* --- In a trampoline ------------------------------------------------------------------------------------------------------ */

/* The call out that a callback belongs to: the innermost of its own thread, or the one that it was passed to. */
static inline interop_call *
interop_call_of(const interop_callback *entry)
{
    interop_call *now = interop_now();

    if (now != NULL)
        return now;
    return interop_is_under_way(entry->call) ? entry->call : NULL;
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
    if (INTEROP_UNLIKELY(entry == NULL || entry->callable == NULL)) {
        interop_called_late(type);
        return NULL;
    }
    if (INTEROP_UNLIKELY(entry->failed != 0)) {
        const interop_call *call = interop_call_of(entry);
        if (call != NULL && entry->failed == call->serial)
            return NULL;
    }
    return Py_NewRef(entry->callable);
}

/* --- Completions --------------------------------------------------------------------------------------------------------- */

/* What C will call, and the future that it completes; both are the caller's. */
INTEROP_UNUSED static int
interop_completion_new(const char *function, PyObject **completion, PyObject **future)
{
    PyObject *module = PyImport_ImportModule("interop.runtime.aio");
    PyObject *both = module != NULL ? PyObject_CallMethod(module, "completion", "s", function) : NULL;

    Py_XDECREF(module);
    if (both == NULL)
        return -1;
    *completion = Py_NewRef(PyTuple_GetItem(both, 0));
    *future = Py_NewRef(PyTuple_GetItem(both, 1));
    Py_DECREF(both);
    return 0;
}

/* A future that nobody gets, because the call failed: what C may have told it already is of no interest. */
INTEROP_UNUSED static void
interop_future_drop(PyObject *future)
{
    PyObject *kind, *value, *traceback, *done;

    if (INTEROP_LIKELY(future == NULL))
        return;
    PyErr_Fetch(&kind, &value, &traceback);
    done = PyObject_CallMethod(future, "cancel", NULL);
    if (done == NULL)
        PyErr_Clear();
    Py_XDECREF(done);
    Py_DECREF(future);
    PyErr_Restore(kind, value, traceback);
}

INTEROP_UNUSED static PyObject *
interop_complete(PyObject *completion, PyObject *value)
{
    return PyObject_CallFunctionObjArgs(completion, value, NULL);
}

/* The exception at hand, to whoever awaits. */
INTEROP_COLD static void
interop_complete_failed(interop_callback_type *type, PyObject *completion)
{
    PyObject *value = interop_take_exception(), *told = PyObject_CallMethod(completion, "fail", "O", value);

    if (told == NULL)
        interop_unraisable(type, completion);
    Py_XDECREF(told);
    Py_XDECREF(value);
}

/* The exception that a callback raised, to whoever called out; where nobody did, sys.unraisablehook has it. */
INTEROP_COLD static void
interop_raised(interop_callback *entry, uintptr_t number, PyObject *callable)
{
    interop_callback_type *type = entry->type;
    int is_mine = entry->number == number && entry->callable == callable;
    interop_call *call = is_mine ? interop_call_of(entry) : interop_now();
    PyObject *value;

    if (is_mine && entry->awaiting != NULL) {
        interop_complete_failed(type, callable);
        return;
    }
    if (call == NULL) {
        interop_unraisable(type, callable);
        return;
    }
    value = interop_take_exception();
    if (call->serial == 0)
        call->serial = ++interop_serial;
    if (is_mine)
        entry->failed = call->serial;
    if (call->raised == NULL) {
        /* The first one needs no memory, so that it is not lost for want of it. */
        call->raised = value;
        value = NULL;
    } else if ((call->others == NULL && (call->others = PyList_New(0)) == NULL) || PyList_Append(call->others, value) < 0) {
        PyErr_Clear();
        interop_give_exception(value);
        interop_unraisable(type, callable);
        return;
    }
    Py_XDECREF(value);
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

#if defined(Py_LIMITED_API) && Py_LIMITED_API + 0 < 0x030C0000
/* Part of the stable ABI from 3.12 on; 3.11, which the headers leave out here, exports it as well. */
PyAPI_FUNC(PyObject *) PyObject_Vectorcall(PyObject *, PyObject *const *, size_t, PyObject *);
#endif

/* The place in front of the arguments is the callee's to use. */
INTEROP_UNUSED static inline PyObject *
interop_run(PyObject *callable, PyObject **arguments, Py_ssize_t count)
{
    size_t flag = (size_t)1 << (8 * sizeof(size_t) - 1); /* PY_VECTORCALL_ARGUMENTS_OFFSET */

#if INTEROP_DIRECT
    /* As the interpreter itself does it, which does not check what a function written in Python returns; what has been put in
     * the place of its vectorcall may fail and not say why. */
    if (INTEROP_LIKELY(INTEROP_IS_FUNCTION(callable))) {
        PyObject *result = ((PyFunctionObject *)callable)->vectorcall(callable, arguments + 1, (size_t)count | flag, NULL);
        if (INTEROP_UNLIKELY(result == NULL) && PyErr_Occurred() == NULL)
            PyErr_Format(PyExc_SystemError, "%R returned NULL without setting an exception", callable);
        return result;
    }
#endif
    return PyObject_Vectorcall(callable, arguments + 1, (size_t)count | flag, NULL);
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

/* Before anything is lent: where no call out is under way, this thread has no more use for what it got from its last call. */
INTEROP_UNUSED static inline void
interop_lend_anew(interop_callback *entry)
{
    if (INTEROP_UNLIKELY(entry->lent != NULL) && interop_call_of(entry) == NULL) {
        PyObject *lent = Py_NewRef(entry->lent), *thread = PyLong_FromVoidPtr((void *)interop_thread());
        /* What ends with it may run Python, and other threads, in which the scope may end. */
        if (thread == NULL || PyDict_DelItem(lent, thread) < 0)
            PyErr_Clear();
        Py_XDECREF(thread);
        Py_DECREF(lent);
    }
}

/* The list of what this thread may look at, borrowed, where no call out is under way. */
INTEROP_COLD static PyObject *
interop_lent_to_thread(interop_callback *entry)
{
    PyObject *thread = PyLong_FromVoidPtr((void *)interop_thread()), *list = NULL;

    if (thread != NULL && (entry->lent != NULL || (entry->lent = PyDict_New()) != NULL)) {
        list = PyDict_GetItemWithError(entry->lent, thread);
        if (list == NULL && !PyErr_Occurred() && (list = PyList_New(0)) != NULL) {
            int failed = PyDict_SetItem(entry->lent, thread, list);
            Py_DECREF(list);
            if (failed)
                list = NULL;
        }
    }
    Py_XDECREF(thread);
    return list;
}

/* Keeps an object for as long as C may look at it. */
INTEROP_UNUSED static int
interop_lend(interop_callback *entry, PyObject *object)
{
    interop_call *call = interop_call_of(entry);
    PyObject *list;

    if (call == NULL)
        list = interop_lent_to_thread(entry);
    else
        list = call->lent != NULL ? call->lent : (call->lent = PyList_New(0));
    return list == NULL ? -1 : PyList_Append(list, object);
}

/* The same of the records of an array, whatever becomes of a list. */
INTEROP_UNUSED static int
interop_lend_listed(interop_callback *entry, PyObject *object)
{
    PyObject *items = PyList_Check(object) ? PyList_AsTuple(object) : Py_NewRef(object);
    int failed = items == NULL || interop_lend(entry, items) < 0;

    Py_XDECREF(items);
    return failed ? -1 : 0;
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

/* Whether a callable gave no more than C has room for, or just as much. `is_ended`: a zero element stands behind them. */
INTEROP_UNUSED static int
interop_count_fits(Py_ssize_t count, Py_ssize_t room, int is_partial, int is_ended, interop_place at)
{
    if (is_ended && INTEROP_UNLIKELY(count >= room))
        return interop_fail(interop_errors.value, at,
                            "the elements need room for %zd with the zero that ends them, but there is room for %zd", count + 1,
                            room);
    if (INTEROP_UNLIKELY(count > room || (!is_partial && count != room)))
        return interop_fail(interop_errors.value, at, "C has room for %s%zd elements, but there are %zd",
                            is_partial ? "up to " : "", room, count);
    return 0;
}

/* The same of a block that C takes over, where it has said how many it expects. */
INTEROP_UNUSED static int
interop_as_many(Py_ssize_t count, interop_wide expected, int bytes_per_item, interop_place at)
{
    Py_ssize_t wanted = interop_extent(expected, bytes_per_item, at);

    if (wanted < 0)
        return -1;
    if (INTEROP_UNLIKELY(count != wanted))
        return interop_fail(interop_errors.value, at, "C expects %zd elements, but there are %zd", wanted, count);
    return 0;
}

/* --- Handles ---------------------------------------------------------------------------------------------------------------- */

/* A handle that C lends to a callable: closed for Python when that has returned. */
INTEROP_UNUSED static PyObject *
interop_handle_lent(interop_handles *kind, uintptr_t value)
{
    interop_handle *handle = interop_handle_new(kind);

    if (handle != NULL)
        interop_handle_fill(handle, value, NULL, 1);
    return (PyObject *)handle;
}

INTEROP_UNUSED static void
interop_handle_returned(PyObject *object)
{
    interop_handle *handle = (interop_handle *)object;

    /* What was opened through it goes first. */
    if (handle != NULL && object != Py_None && interop_handle_close(handle, 0) < 0)
        PyErr_Clear();
    Py_XDECREF(object);
}

/* A handle that C gives to a callable, to close it. `held`: only if all goes well, so that it is not closed before that is known.
 * `shown`: it is the callable's business that it is closed. */
INTEROP_UNUSED static PyObject *
interop_handle_received(interop_handles *kind, uintptr_t value, int held, int shown)
{
    interop_handle *handle = kind->ready != NULL && kind->ready() < 0 ? NULL : interop_handle_new(kind);

    if (handle != NULL) {
        interop_handle_fill(handle, value, NULL, 0);
        handle->shown = shown;
        if (held)
            interop_handle_hold(handle);
    }
    return (PyObject *)handle;
}

/* After the callable has returned: it is Python's, and closed if that was asked for; or it is C's as before. */
INTEROP_UNUSED static void
interop_handle_decided(PyObject *object, int is_python_s)
{
    interop_handle *handle = (interop_handle *)object;

    if (handle != NULL && object != Py_None) {
        if (!is_python_s) {
            handle->owns = 0;
            handle->kind->live--;
        }
        interop_handle_let_go(handle);
        if (!is_python_s && interop_handle_close(handle, 0) < 0)
            PyErr_Clear();
    }
    Py_XDECREF(object);
}

/* Closes what C gave to a callable that never got it. */
INTEROP_UNUSED static void
interop_handle_orphaned(interop_handles *kind, uintptr_t value)
{
    if (kind->close == NULL)
        return;
    if ((kind->ready != NULL && kind->ready() < 0) || kind->close(value, 0) < 0)
        PyErr_WriteUnraisable(Py_None);
}

/* The handle that a callable gives to C. C takes it over if all goes well: it goes to `*taken` until then. `given`: what C
 * passed in its place, which stays C's if it comes back; NULL: nothing. */
INTEROP_UNUSED static int
interop_handle_answered(PyObject *object, interop_handles *kind, PyObject *given, interop_handle **taken, uintptr_t *value,
                        interop_place at)
{
    interop_handle *handle;

    if (object == given) {
        handle = interop_handle_use(object, kind, at);
        if (handle == NULL)
            return -1;
        *value = handle->value;
        interop_handle_drop(handle);
        return 0;
    }
    handle = interop_handle_take(object, kind, at);
    if (handle == NULL)
        return -1;
    *value = handle->value;
    *taken = (interop_handle *)Py_NewRef(object);
    return 0;
}

/* The handle that a callable lends to C: it stays open until the call out has ended. */
INTEROP_UNUSED static int
interop_lend_handle(interop_callback *entry, PyObject *object, interop_handles *kind, uintptr_t *value, interop_place at)
{
    interop_handle *handle = interop_handle_use(object, kind, at);
    PyObject *lease;
    int failed;

    if (handle == NULL)
        return -1;
    *value = handle->value;
    lease = interop_lease_new(handle, NULL);
    interop_handle_drop(handle);
    failed = lease == NULL ? -1 : interop_lend(entry, lease);
    Py_XDECREF(lease);
    return failed;
}

/* --- Functions of C's, in Python -------------------------------------------------------------------------------------------- */

INTEROP_UNUSED static void *
interop_function_of(PyObject *self, const interop_callback_type *type)
{
    return PyCapsule_GetPointer(self, type->spelling);
}

/* The bound callable whose trampoline is at an address; NULL: there is none. */
INTEROP_UNUSED static interop_callback *
interop_entry_at(const void *pointer, const interop_callback_type *type)
{
    for (int i = 0; i < type->count; i++)
        if ((const void *)(uintptr_t)type->pool[i].function == pointer)
            return type->pool[i].callable != NULL ? &type->pool[i] : NULL;
    for (interop_callback *grown = type->grown; grown != NULL; grown = grown->older)
        if ((const void *)(uintptr_t)grown->function == pointer)
            return grown->callable != NULL ? grown : NULL;
    return NULL;
}

/* The object that stands for a function of C's: the same one while it is there. */
static PyObject *
interop_native(const void *pointer, interop_callback_type *type)
{
    PyObject *key = PyLong_FromVoidPtr((void *)(uintptr_t)pointer), *weak, *function = NULL, *capsule;

    if (key == NULL || (type->natives == NULL && (type->natives = PyDict_New()) == NULL)) {
        Py_XDECREF(key);
        return NULL;
    }
    weak = PyDict_GetItemWithError(type->natives, key);
    if (weak != NULL) {
        function = PyObject_CallNoArgs(weak);
        if (function == Py_None)
            Py_CLEAR(function);
    }
    if (function == NULL && !PyErr_Occurred()
        && (capsule = PyCapsule_New((void *)(uintptr_t)pointer, type->spelling, NULL)) != NULL) {
        function = PyCFunction_NewEx(type->call, capsule, NULL);
        Py_DECREF(capsule);
        weak = function != NULL ? PyWeakref_NewRef(function, NULL) : NULL;
        if (weak == NULL || PyDict_SetItem(type->natives, key, weak) < 0)
            Py_CLEAR(function);
        Py_XDECREF(weak);
    }
    Py_DECREF(key);
    return function;
}

/* A function pointer that C gave: the callable that it came from, or one that calls it (R9.5). */
INTEROP_UNUSED static PyObject *
interop_from_function(const void *pointer, interop_callback_type *type)
{
    interop_callback *entry;

    if (pointer == NULL)
        Py_RETURN_NONE;
    entry = interop_entry_at(pointer, type);
    return entry != NULL ? Py_NewRef(entry->callable) : interop_native(pointer, type);
}

/* --- Module ----------------------------------------------------------------------------------------------------------------- */

INTEROP_UNUSED static int
interop_callbacks_ready(void)
{
    interop_gil_ready();
    interop_scope_type = (PyTypeObject *)PyType_FromSpec(&interop_scope_spec);
    return interop_scope_type == NULL ? -1 : interop_watch_forks();
}

#endif
