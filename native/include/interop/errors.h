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
