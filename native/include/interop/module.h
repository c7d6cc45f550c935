/* The module object: what import makes of the tables that the generated C holds. */
#ifndef INTEROP_MODULE_H
#define INTEROP_MODULE_H

#include "binding.h"
#include "errors.h"
#include "fields.h"
#include "functions.h"
#include "handle_class.h"
#include "marshallers.h"
#include "results.h"
#include "varargs.h"

INTEROP_UNUSED static int
interop_import_errors(void)
{
    PyObject *errors = PyImport_ImportModule("interop.runtime.errors");

    if (errors == NULL)
        return -1;
    interop_errors.type = PyObject_GetAttrString(errors, "ArgumentTypeError");
    interop_errors.value = PyObject_GetAttrString(errors, "ArgumentValueError");
    interop_errors.range = PyObject_GetAttrString(errors, "ArgumentRangeError");
    interop_errors.call_error = PyObject_GetAttrString(errors, "call_error");
    Py_DECREF(errors);
    return PyErr_Occurred() ? -1 : 0;
}

/* The statics hold objects of one interpreter, as those of cffi's half do. Asked before any of them is written. */
INTEROP_UNUSED static int
interop_is_home(void)
{
    static int64_t home = -1;
    int64_t here = PyInterpreterState_GetID(PyInterpreterState_Get());

    if (home >= 0 && here != home) {
        PyErr_SetString(PyExc_ImportError, "it is loaded in another interpreter of this process, and works in one only");
        return 0;
    }
    home = here;
    return 1;
}

/* Two phases of initialisation (PEP 489), because the stubs are loaded under the name of the Python package around them,
 * and must not take its place in sys.modules. */
INTEROP_UNUSED static int
interop_execute_with(PyObject *module, interop_results *const *results, const char *digest)
{
    if (interop_look_inside() < 0 || interop_import_errors() < 0 || interop_add_results(module, results) < 0
        || PyModule_AddIntConstant(module, "_interop_abi", INTEROP_ABI) < 0
        || PyModule_AddStringConstant(module, "_interop_digest", digest) < 0)
        return -1;
    return 0;
}

/* setup(ffi, loader, enums, errors), called once by the generated Python module with the classes it defines. */
INTEROP_UNUSED static PyObject *
interop_setup_with(PyObject *args, interop_enum *const *enums, interop_exception *const *exceptions)
{
    PyObject *ffi, *loader, *classes, *errors;

    if (!PyArg_ParseTuple(args, "OOO!O!:_interop_setup", &ffi, &loader, &PyDict_Type, &classes, &PyDict_Type, &errors))
        return NULL;
    Py_INCREF(ffi);
    Py_XDECREF(interop_ffi);
    interop_ffi = ffi;
    Py_INCREF(loader);
    Py_XDECREF(interop_loader);
    interop_loader = loader;
    for (; *enums != NULL; enums++) {
        PyObject *enumeration = PyDict_GetItemString(classes, (*enums)->name);
        if (enumeration == NULL)
            continue;
        Py_INCREF(enumeration);
        Py_XDECREF((*enums)->enumeration);
        (*enums)->enumeration = enumeration;
        Py_XDECREF((*enums)->members);
        (*enums)->members = PyObject_GetAttrString(enumeration, "_value2member_map_");
        if ((*enums)->members == NULL)
            return NULL;
    }
    for (; *exceptions != NULL; exceptions++) {
        PyObject *exception = PyDict_GetItemString(errors, (*exceptions)->name);
        Py_XINCREF(exception);
        Py_XDECREF((*exceptions)->type);
        (*exceptions)->type = exception;
    }
    Py_RETURN_NONE;
}

#endif
