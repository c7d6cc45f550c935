/* Failed calls: what a status, an errno and a native message become. */
#ifndef INTEROP_ERRORS_H
#define INTEROP_ERRORS_H

#include "texts.h"

typedef struct {
    const char *name;
    PyObject *type; /* the class that the generated module defines */
} interop_exception;

/* Raises what interop.runtime.errors.call_error makes of a failed call. Steals `status`, `message` and
 * `code`, which picks the class among those of statuses (each may be NULL: none). `error_number` -1: errno is not part of the contract. */
INTEROP_COLD static void
interop_call_failed(const interop_exception *exception, const interop_signature *signature, const char *condition,
                    PyObject *message, PyObject *status, PyObject *code, int error_number)
{
    PyObject *number = NULL, *made = NULL;

    if (PyErr_Occurred())
        goto done;
    if (error_number >= 0 && (number = PyLong_FromLong(error_number)) == NULL)
        goto done;
    made = PyObject_CallFunction(interop_errors.call_error, "OsOOOsO",
                                 exception != NULL && exception->type != NULL ? exception->type : Py_None, signature->name,
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

/* The library's own words; what cannot be decoded is shown escaped, because a message must not hide the error. */
INTEROP_COLD static PyObject *
interop_message(const char *text)
{
    return text == NULL ? NULL : PyUnicode_DecodeUTF8(text, (Py_ssize_t)strlen(text), "backslashreplace");
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
