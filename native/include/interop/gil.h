/* How a callback gets the GIL: it takes it, unless its thread is known to have it.
 *
 * A call that keeps the GIL says so while C runs (interop_holder_begin ... interop_holder_end), and a callback that C makes
 * from it need ask nobody. What is known is exact: Python may have been entered from such a call by other ways than a
 * callback of this module, and have released the GIL since, so the thread's state must be the current one as well. */
#ifndef INTEROP_GIL_H
#define INTEROP_GIL_H

#include "core.h"

/* What tells this thread from all others that run. */
static inline const void *
interop_thread(void)
{
#if defined(__has_builtin)
#if __has_builtin(__builtin_thread_pointer) && (defined(__x86_64__) || defined(__aarch64__))
#define INTEROP_HAS_THREAD_POINTER
#endif
#endif
#ifdef INTEROP_HAS_THREAD_POINTER
    return __builtin_thread_pointer();
#else
    static _Thread_local char here;
    return &here;
#endif
}

/* INTEROP_CURRENT(): the state of the thread that has the GIL, or NULL; may be asked by any thread. The limited API has no such
 * question, but every version of CPython has the answer: it is looked up when the module is imported, and where it is not
 * found no thread is ever known to have the GIL. */
#if INTEROP_DIRECT && PY_VERSION_HEX >= 0x030D0000
#define INTEROP_CURRENT() PyThreadState_GetUnchecked()
#define INTEROP_KNOWS_CURRENT 1
#elif INTEROP_DIRECT
#define INTEROP_CURRENT() _PyThreadState_UncheckedGet()
#define INTEROP_KNOWS_CURRENT 1
#else
static PyThreadState *
interop_nobody(void)
{
    return NULL;
}

static PyThreadState *(*interop_current)(void) = interop_nobody;
#define INTEROP_CURRENT() interop_current()
#define INTEROP_KNOWS_CURRENT (interop_current != interop_nobody)
#if defined(Py_LIMITED_API) && (defined(__unix__) || defined(__APPLE__))
#include <dlfcn.h>
#define INTEROP_LOOKS_UP
#endif
#endif

INTEROP_UNUSED static void
interop_gil_ready(void)
{
#ifdef INTEROP_LOOKS_UP
    void *program = dlopen(NULL, RTLD_LAZY);
    void *found = program != NULL ? dlsym(program, "PyThreadState_GetUnchecked") : NULL; /* since 3.13 */

    if (found == NULL && program != NULL && Py_Version < 0x030D0000)
        found = dlsym(program, "_PyThreadState_UncheckedGet");
    if (found != NULL)
        memcpy(&interop_current, &found, sizeof found);
    if (program != NULL)
        dlclose(program);
#endif
}

#if defined(__GNUC__)
#define INTEROP_LOAD(place) __atomic_load_n(&(place), __ATOMIC_ACQUIRE)
#define INTEROP_STORE(place, value) __atomic_store_n(&(place), (value), __ATOMIC_RELEASE)
#else
#define INTEROP_LOAD(place) (place)
#define INTEROP_STORE(place, value) ((void)((place) = (value)))
#endif

/* The thread that is in C with the GIL, and its state. Only one thread can have the GIL, so there is one place for all. Both are
 * written with the GIL, the thread first, and read by any thread that C calls from, the state first: a thread that then finds
 * its own name has read its own state, because nobody else writes that name. It takes its name away before Python runs, and
 * when the call is over; a thread that does not live to do that has been left behind by a fork (interop_forked). */
static struct {
    const void *volatile thread;
    const PyThreadState *volatile state;
} interop_holder;

static inline void
interop_holder_set(const PyThreadState *state)
{
    INTEROP_STORE(interop_holder.thread, interop_thread());
    INTEROP_STORE(interop_holder.state, state);
}

/* Right before and after C is called with the GIL. */
INTEROP_UNUSED static inline void
interop_holder_begin(void)
{
    const PyThreadState *state = INTEROP_CURRENT();

    if (INTEROP_LIKELY(state != NULL))
        interop_holder_set(state);
}

INTEROP_UNUSED static inline void
interop_holder_end(void)
{
    INTEROP_STORE(interop_holder.thread, NULL);
}

/* Whether an exception is on its way in a thread that has the GIL. */
static inline int
interop_is_raising(const PyThreadState *state)
{
#if INTEROP_DIRECT && PY_VERSION_HEX >= 0x030C0000
    return state->current_exception != NULL;
#elif INTEROP_DIRECT
    return state->curexc_type != NULL;
#else
    (void)state;
    return PyErr_Occurred() != NULL;
#endif
}

/* The GIL as a callback has it. */
typedef struct {
    int gil; /* what PyGILState_Ensure said, or how else the thread has it */
    union {
        const PyThreadState *state; /* of a thread that had it */
        PyObject *raised; /* else what was on its way while C called, such as from a function that frees what a failed call left */
    };
} interop_lock;

enum { INTEROP_HAD_GIL = -1, INTEROP_TOOK_GIL = -2 };

/* The exception that is on its way, taken away. */
INTEROP_COLD static PyObject *
interop_take_exception(void)
{
    PyObject *kind, *value, *traceback;

    PyErr_Fetch(&kind, &value, &traceback);
    PyErr_NormalizeException(&kind, &value, &traceback);
    if (value != NULL && traceback != NULL)
        PyException_SetTraceback(value, traceback);
    Py_XDECREF(kind);
    Py_XDECREF(traceback);
    return value;
}

INTEROP_COLD static void
interop_give_exception(PyObject *value)
{
    PyErr_Restore(Py_NewRef((PyObject *)Py_TYPE(value)), value, PyException_GetTraceback(value));
}

/* False: there is no Python any more.
 *
 * A thread that Python knows and that has not got the GIL takes it, as PyGILState_Ensure does it in the end. What that does
 * beside it is to count, so that the state of a thread that it has made known goes with the last PyGILState_Release: whoever
 * counted before is still there, since this thread is on the way back to it. */
INTEROP_UNUSED static inline int
interop_lock_ensure(interop_lock *lock)
{
    PyThreadState *state;
    int is_raising;

    lock->raised = NULL;
    if (!Py_IsInitialized())
        return 0;
    state = INTEROP_LIKELY(INTEROP_KNOWS_CURRENT) ? PyGILState_GetThisThreadState() : NULL;
    if (INTEROP_LIKELY(state != NULL && state != INTEROP_CURRENT())) {
        PyEval_RestoreThread(state);
        lock->gil = INTEROP_TOOK_GIL;
        is_raising = interop_is_raising(state);
    } else {
        lock->gil = (int)PyGILState_Ensure();
        is_raising = PyErr_Occurred() != NULL;
    }
    /* Also where the GIL had been released: code that does that need not put its exception aside. */
    if (INTEROP_UNLIKELY(is_raising))
        lock->raised = interop_take_exception();
    return 1;
}

INTEROP_UNUSED static inline void
interop_lock_release(interop_lock *lock)
{
    if (INTEROP_UNLIKELY(lock->raised != NULL))
        interop_give_exception(lock->raised);
    if (INTEROP_LIKELY(lock->gil == INTEROP_TOOK_GIL))
        PyEval_SaveThread();
    else
        PyGILState_Release((PyGILState_STATE)lock->gil);
}

/* The same where C may have been called with the GIL. */
INTEROP_UNUSED static inline int
interop_lock_enter(interop_lock *lock)
{
    const PyThreadState *state = INTEROP_LOAD(interop_holder.state);

    if (INTEROP_LIKELY(INTEROP_LOAD(interop_holder.thread) == interop_thread()) && INTEROP_LIKELY(state == INTEROP_CURRENT())) {
        interop_holder_end();
        if (INTEROP_LIKELY(!interop_is_raising(state))) {
            lock->gil = INTEROP_HAD_GIL;
            lock->state = state;
            return 1;
        }
    }
    return interop_lock_ensure(lock);
}

INTEROP_UNUSED static inline void
interop_lock_leave(interop_lock *lock)
{
    if (INTEROP_LIKELY(lock->gil == INTEROP_HAD_GIL))
        interop_holder_set(lock->state);
    else
        interop_lock_release(lock);
}

#endif
