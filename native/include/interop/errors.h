/* Failed calls: what a status, an errno and a native message become. */
#ifndef INTEROP_ERRORS_H
#define INTEROP_ERRORS_H

#include "texts.h"

typedef struct {
    const char *name;
    PyObject *type; /* the class that the generated module defines */
    newfunc make;   /* of a plain one */
    int is_plain;   /* 1: no OSError, and it has no statuses with names or classes of their own; 0: not known yet; else -1 */
} interop_exception;

INTEROP_COLD static int
interop_exception_is_plain(PyObject *type)
{
    PyObject *own = PyObject_GetAttrString(type, "__dict__"), *statuses = NULL;
    int has_statuses = -1;

    if (own != NULL) {
        statuses = PyMapping_GetItemString(own, "_statuses");
        has_statuses = statuses != NULL;
        if (statuses == NULL)
            PyErr_Clear();
    }
    Py_XDECREF(statuses);
    Py_XDECREF(own);
    return has_statuses == 0 && !PyType_IsSubtype((PyTypeObject *)type, (PyTypeObject *)PyExc_OSError) ? 1 : -1;
}

/* The library's own words; what cannot be decoded is shown escaped, because a message must not hide the error. */
INTEROP_COLD static PyObject *
interop_message(const char *text)
{
    return text == NULL ? NULL : PyUnicode_DecodeUTF8(text, (Py_ssize_t)strlen(text), "backslashreplace");
}

/* "f(): words (status 5)". What is short is put together before it is decoded. */
static PyObject *
interop_plain_text(const char *function, const char *words, PyObject *status)
{
    char text[256], digits[24];
    size_t name = strlen(function), said = strlen(words), end = 0, first = sizeof digits;
    long long number = 0;
    unsigned long long left;

    if (name + said + sizeof digits + 16 > sizeof text || !interop_small(status, &number)) {
        PyObject *message = interop_message(words);
        PyObject *whole = message != NULL ? PyUnicode_FromFormat("%s(): %U (status %S)", function, message, status) : NULL;
        Py_XDECREF(message);
        return whole;
    }
    for (left = (unsigned long long)(number < 0 ? -number : number); left > 0 || first == sizeof digits; left /= 10)
        digits[--first] = (char)('0' + left % 10);
    if (number < 0)
        digits[--first] = '-';
    memcpy(text, function, name);
    end = name;
    memcpy(text + end, "(): ", 4);
    end += 4;
    memcpy(text + end, words, said);
    end += said;
    memcpy(text + end, " (status ", 9);
    end += 9;
    while (first < sizeof digits)
        text[end++] = digits[first++];
    text[end++] = ')';
    return PyUnicode_DecodeUTF8(text, (Py_ssize_t)end, "backslashreplace");
}

/* What call_error makes in the usual case, of a message and a plain number, in a third of the time; NULL with an exception. */
static PyObject *
interop_plain_error(const interop_exception *exception, const interop_signature *signature, const char *words, PyObject *status)
{
    static PyObject *names[2]; /* of the attributes */
    static struct {
        const char *name;
        PyObject *object;
    } last; /* the function that failed last */
    PyObject *text = interop_plain_text(signature->name, words, status), *args = NULL, *made = NULL, *function = NULL, *own;

    /* Each by itself: one may have failed before, for lack of memory. */
    if (INTEROP_UNLIKELY(names[0] == NULL))
        names[0] = PyUnicode_InternFromString("function");
    if (INTEROP_UNLIKELY(names[1] == NULL))
        names[1] = PyUnicode_InternFromString("status");
    if (INTEROP_UNLIKELY(last.name != signature->name)) {
        Py_XDECREF(last.object);
        last.object = PyUnicode_InternFromString(signature->name);
        last.name = last.object != NULL ? signature->name : NULL;
    }
    function = Py_XNewRef(last.object); /* making the exception may run other code, in which another function fails */
    if (text != NULL && function != NULL && names[0] != NULL && names[1] != NULL)
        args = PyTuple_Pack(1, text);
    made = args != NULL ? exception->make((PyTypeObject *)exception->type, args, NULL) : NULL;
    /* The attributes of a plain one are those of its dictionary. */
    own = made != NULL ? PyObject_GenericGetDict(made, NULL) : NULL;
    if (made != NULL
        && (own == NULL || PyDict_SetItem(own, names[0], function) < 0 || PyDict_SetItem(own, names[1], status) < 0))
        Py_CLEAR(made);
    Py_XDECREF(own);
    Py_XDECREF(args);
    Py_XDECREF(text);
    Py_XDECREF(function);
    return made;
}

/* Raises what interop.runtime.errors.call_error makes of a failed call. `words` are the library's, NULL: it has none. Steals
 * `status` and `code`, which picks the class among those of statuses (each may be NULL: none). `error_number` -1: errno is not
 * part of the contract. */
INTEROP_UNUSED INTEROP_OUTLINE static void
interop_call_failed(interop_exception *exception, const interop_signature *signature, const char *condition, const char *words,
                    PyObject *status, PyObject *code, int error_number)
{
    interop_exception *known = exception != NULL && exception->type != NULL ? exception : NULL;
    PyObject *number = NULL, *message = NULL, *made = NULL;

    if (PyErr_Occurred())
        goto done;
    /* The words are read before anything else is done: they may stand where the next call puts others. */
    if (known != NULL && known->is_plain > 0 && words != NULL && *words != 0 && status != NULL && PyLong_CheckExact(status)
        && code == NULL && error_number < 0) {
        made = interop_plain_error(known, signature, words, status);
        if (made != NULL)
            PyErr_SetObject(known->type, made);
        goto done;
    }
    if (words != NULL && (message = interop_message(words)) == NULL)
        goto done;
    if (known != NULL && known->is_plain == 0) {
        known->is_plain = interop_exception_is_plain(known->type);
        known->make = (newfunc)PyType_GetSlot((PyTypeObject *)known->type, Py_tp_new);
    }
    if (error_number >= 0 && (number = PyLong_FromLong(error_number)) == NULL)
        goto done;
    made = PyObject_CallFunction(interop_errors.call_error, "OsOOOsO",
                                 known != NULL ? known->type : Py_None, signature->name,
                                 message != NULL ? message : Py_None, status != NULL ? status : Py_None,
                                 number != NULL ? number : Py_None, condition, code != NULL ? code : Py_None);
    if (made != NULL)
        PyErr_SetObject((PyObject *)Py_TYPE(made), made);
done:
    Py_XDECREF(made);
    Py_XDECREF(number);
    Py_XDECREF(message);
    Py_XDECREF(status);
    Py_XDECREF(code);
}

/* --- HRESULT: a status that says what it means. Its module is loaded by the first failure. --- */

#define INTEROP_E_FAIL (-2147467259)      /* 0x80004005 */
#define INTEROP_E_EXCEPTION (-2146233088) /* 0x80131500 */

/* Raises what an HRESULT means. Steals `message`, which may be NULL. */
INTEROP_COLD static void
interop_hresult_failed(const interop_signature *signature, PyObject *message, long status)
{
    PyObject *module = PyErr_Occurred() ? NULL : PyImport_ImportModule("interop.runtime.hresults");
    PyObject *made = module == NULL ? NULL
                                    : PyObject_CallMethod(module, "call_error", "sOl", signature->name,
                                                          message != NULL ? message : Py_None, status);

    if (made != NULL)
        PyErr_SetObject((PyObject *)Py_TYPE(made), made);
    Py_XDECREF(made);
    Py_XDECREF(module);
    Py_XDECREF(message);
}

/* What the current exception, which stays as it is, is to C. */
INTEROP_COLD static int
interop_hresult_of_error(void)
{
    PyObject *kind, *value, *traceback, *module, *number = NULL;
    long status = INTEROP_E_EXCEPTION;

    PyErr_Fetch(&kind, &value, &traceback);
    PyErr_NormalizeException(&kind, &value, &traceback);
    module = value != NULL ? PyImport_ImportModule("interop.runtime.hresults") : NULL;
    if (module != NULL)
        number = PyObject_CallMethod(module, "hresult_for_exception", "O", value);
    if (number != NULL)
        status = PyLong_AsLong(number);
    if (number == NULL || (status == -1 && PyErr_Occurred())) {
        PyErr_Clear();
        status = INTEROP_E_EXCEPTION;
    }
    Py_XDECREF(number);
    Py_XDECREF(module);
    PyErr_Restore(kind, value, traceback);
    return (int)status;
}

/* requires(expr) does not hold. */
INTEROP_COLD static void
interop_requirement_failed(const interop_signature *signature, const char *condition)
{
    PyErr_Format(interop_errors.value, "%s(): '%s' does not hold", signature->name, condition);
}

/* C gave NULL where unique was not said. Always NULL. */
INTEROP_COLD static PyObject *
interop_unexpected_null(interop_place at)
{
    interop_fail(interop_errors.value, at, "C gave NULL, which the declaration does not allow (unique would)");
    return NULL;
}

#endif
