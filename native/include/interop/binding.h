/* Lazy binding: symbols of a library that is opened by the first call that needs one (R1.3). */
#ifndef INTEROP_BINDING_H
#define INTEROP_BINDING_H

#include "core.h"

static PyObject *interop_loader; /* interop.runtime.loading.Loader, or None in a linked module */

/* The address of `symbol` into `*function`, a function pointer. */
INTEROP_COLD static int
interop_bind(const char *symbol, void *function, size_t size)
{
    PyObject *number = PyObject_CallMethod(interop_loader, "address", "s", symbol);
    void *address;

    if (number == NULL)
        return -1;
    address = PyLong_AsVoidPtr(number);
    Py_DECREF(number);
    if (address == NULL) {
        if (!PyErr_Occurred())
            PyErr_Format(interop_errors.value, "the symbol '%s' has the address 0", symbol);
        return -1;
    }
    memcpy(function, &address, size);
    return 0;
}

#define INTEROP_BIND(function, symbol) \
    (INTEROP_LIKELY((function) != NULL) ? 0 : interop_bind((symbol), &(function), sizeof(function)))

#endif
