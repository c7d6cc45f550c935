/* Functions that can be awaited: objects of a class of the module's own, since Python's builtin functions have no attributes.
 *
 * Those that keep the GIL are Python's, which the interpreter calls a little faster. */
#ifndef INTEROP_FUNCTIONS_H
#define INTEROP_FUNCTIONS_H

#include "handle_class.h"

/* What the generated C has of one. */
typedef struct {
    const char *name;
    interop_stub *stub;
    const char *doc; /* "f(a, b)\n--\n\ntext" */
} interop_function_def;

typedef struct {
    PyObject_HEAD
    interop_stub *stub; /* what Python calls: a vectorcallfunc, whose count has a flag in it (INTEROP_COUNT) */
    PyObject *weak;
    const interop_function_def *def;
    PyObject *module; /* its name */
} interop_function_object;

static void
interop_function_dealloc(PyObject *self)
{
    PyTypeObject *type = Py_TYPE(self);

    if (((interop_function_object *)self)->weak != NULL)
        PyObject_ClearWeakRefs(self);
    Py_XDECREF(((interop_function_object *)self)->module);
    PyObject_Free(self);
    Py_DECREF(type);
}

/* For those that ask the class; the interpreter calls the stub. */
static PyObject *
interop_function_call(PyObject *self, PyObject *args, PyObject *kwargs)
{
    const interop_function_object *function = (interop_function_object *)self;
    Py_ssize_t count = PyTuple_Size(args) + (kwargs == NULL ? 0 : PyDict_Size(kwargs));
    PyObject **room = PyMem_Malloc((size_t)count * sizeof *room);
    PyObject *result;

    if (room == NULL)
        return PyErr_NoMemory();
    result = interop_construct(function->stub, args, kwargs, room, count, function->def->name);
    PyMem_Free(room);
    return result;
}

static PyObject *
interop_function_repr(PyObject *self)
{
    const interop_function_object *function = (interop_function_object *)self;

    return PyUnicode_FromFormat("<native function %U.%s>", function->module, function->def->name);
}

/* A function is found in a class as it is, like Python's builtin ones: it has no object to be given. */
static PyObject *
interop_function_get(PyObject *self, PyObject *object, PyObject *type)
{
    (void)object;
    (void)type;
    return Py_NewRef(self);
}

/* Pickled and copied by name. */
static PyObject *
interop_function_reduce(PyObject *self, PyObject *unused)
{
    (void)unused;
    return PyUnicode_FromString(((interop_function_object *)self)->def->name);
}

static PyObject *
interop_function_name(PyObject *self, void *closure)
{
    (void)closure;
    return PyUnicode_FromString(((interop_function_object *)self)->def->name);
}

static PyObject *
interop_function_module(PyObject *self, void *closure)
{
    (void)closure;
    return Py_NewRef(((interop_function_object *)self)->module);
}

/* Where the text begins, behind the signature. */
static const char *
interop_function_text(const interop_function_object *function)
{
    static const char between[] = "\n--\n\n";

    return strstr(function->def->doc, between) + sizeof between - 1;
}

static PyObject *
interop_function_doc(PyObject *self, void *closure)
{
    (void)closure;
    return PyUnicode_FromString(interop_function_text((interop_function_object *)self));
}

/* What inspect.signature() reads. */
static PyObject *
interop_function_signature(PyObject *self, void *closure)
{
    const interop_function_object *function = (interop_function_object *)self;
    const char *begin = function->def->doc + strlen(function->def->name);

    (void)closure;
    return PyUnicode_FromStringAndSize(begin, strchr(begin, '\n') - begin);
}

/* Empty, as for Python's builtin functions, of which typing.get_type_hints() knows by itself. */
static PyObject *
interop_function_annotations(PyObject *self, void *closure)
{
    (void)self;
    (void)closure;
    return PyDict_New();
}

/* The coroutine function that calls it on a worker thread. */
static PyObject *
interop_function_aio(PyObject *self, void *closure)
{
    PyObject *module = PyImport_ImportModule("interop.runtime.aio"), *made;

    (void)closure;
    made = module != NULL ? PyObject_CallMethod(module, "aio", "O", self) : NULL;
    Py_XDECREF(module);
    return made;
}

/* Adds the functions to the module. */
INTEROP_UNUSED static int
interop_add_functions(PyObject *module, const interop_function_def *defs)
{
    static interop_member_def members[] = {
        {"__vectorcalloffset__", INTEROP_MEMBER_SIZE, offsetof(interop_function_object, stub), INTEROP_MEMBER_READONLY, NULL},
        {"__weaklistoffset__", INTEROP_MEMBER_SIZE, offsetof(interop_function_object, weak), INTEROP_MEMBER_READONLY, NULL},
        {NULL, 0, 0, 0, NULL},
    };
    static PyMethodDef methods[] = {
        {"__reduce__", interop_function_reduce, METH_NOARGS, NULL},
        {NULL, NULL, 0, NULL},
    };
    static PyGetSetDef attributes[] = {
        {"__name__", interop_function_name, NULL, NULL, NULL},
        {"__qualname__", interop_function_name, NULL, NULL, NULL},
        {"__module__", interop_function_module, NULL, NULL, NULL},
        {"__doc__", interop_function_doc, NULL, NULL, NULL},
        {"__text_signature__", interop_function_signature, NULL, NULL, NULL},
        {"__annotations__", interop_function_annotations, NULL, NULL, NULL},
        {"aio", interop_function_aio, NULL, "The same as a coroutine function, run on a worker thread.", NULL},
        {NULL, NULL, NULL, NULL, NULL},
    };
    static PyType_Slot slots[] = {
        {Py_tp_dealloc, (void *)interop_function_dealloc},
        {Py_tp_call, (void *)interop_function_call},
        {Py_tp_repr, (void *)interop_function_repr},
        {Py_tp_descr_get, (void *)interop_function_get},
        {Py_tp_members, (void *)members},
        {Py_tp_methods, (void *)methods},
        {Py_tp_getset, (void *)attributes},
        {0, NULL},
    };
    static PyType_Spec spec = {"interop.function", (int)sizeof(interop_function_object), 0,
                               Py_TPFLAGS_DEFAULT | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_IMMUTABLETYPE
                                   | INTEROP_HAVE_VECTORCALL,
                               slots};
    PyObject *type = PyType_FromSpec(&spec), *name = type != NULL ? PyModule_GetNameObject(module) : NULL;
    int failed = name == NULL;

    for (; !failed && defs->name != NULL; defs++) {
        interop_function_object *made = PyObject_New(interop_function_object, (PyTypeObject *)type);

        failed = made == NULL;
        if (failed)
            break;
        made->stub = defs->stub;
        made->weak = NULL;
        made->def = defs;
        made->module = Py_NewRef(name);
        failed = PyModule_AddObjectRef(module, defs->name, (PyObject *)made) < 0;
        Py_DECREF(made);
    }
    Py_XDECREF(name);
    Py_XDECREF(type);
    return failed ? -1 : 0;
}

#endif
