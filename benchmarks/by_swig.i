/* The library through SWIG -builtin -O, as its documentation has one write it: OUTPUT for numbers, cstring.i for text,
 * pybuffer.i for bytes, typemaps like those of numpy.i for arrays, %extend for constructors and methods, %exception where
 * the GIL is released or an error is raised. */
%module by_swig

%{
#define SWIG_FILE_WITH_INIT
#define NPY_NO_DEPRECATED_API NPY_1_7_API_VERSION
#include <numpy/arrayobject.h>
#include <stdlib.h>
#include <string.h>
#include "bench.h"

static PyObject *bench_error;

/* The array itself if it fits, else a converted copy, as obj_to_array_contiguous_allow_conversion of numpy.i. */
static PyArrayObject *
in_array(PyObject *object, int type)
{
    if (PyArray_Check(object) && PyArray_TYPE((PyArrayObject *)object) == type
        && PyArray_NDIM((PyArrayObject *)object) == 1 && PyArray_IS_C_CONTIGUOUS((PyArrayObject *)object)
        && PyArray_ISNOTSWAPPED((PyArrayObject *)object)) {
        Py_INCREF(object);
        return (PyArrayObject *)object;
    }
    return (PyArrayObject *)PyArray_FROMANY(object, type, 1, 1, NPY_ARRAY_DEFAULT | NPY_ARRAY_NOTSWAPPED);
}

/* The array itself, which must fit, as the INPLACE typemaps of numpy.i. */
static PyArrayObject *
inplace_array(PyObject *object, int type)
{
    if (PyArray_Check(object) && PyArray_TYPE((PyArrayObject *)object) == type
        && PyArray_NDIM((PyArrayObject *)object) == 1 && PyArray_ISCARRAY((PyArrayObject *)object))
        return (PyArrayObject *)object;
    PyErr_SetString(PyExc_TypeError, "expected a writable contiguous array of one dimension");
    return NULL;
}

static double *
list_of_doubles(PyObject *list, size_t *n)
{
    double *values;

    if (!PyList_Check(list)) {
        PyErr_SetString(PyExc_TypeError, "expected a list");
        return NULL;
    }
    *n = (size_t)PyList_GET_SIZE(list);
    values = malloc((*n + 1) * sizeof *values);
    for (size_t i = 0; values != NULL && i < *n; i++) {
        values[i] = PyFloat_AsDouble(PyList_GET_ITEM(list, i));
        if (values[i] == -1 && PyErr_Occurred()) {
            free(values);
            return NULL;
        }
    }
    return values;
}
%}

%init %{
    import_array();
    bench_error = PyErr_NewException("by_swig.BenchError", NULL, NULL);
    PyModule_AddObjectRef(m, "BenchError", bench_error);
%}

%include <stdint.i>
%include <typemaps.i>
%include <cstring.i>
%include <pybuffer.i>

%apply int *OUTPUT { int *quotient, int *remainder };
%pybuffer_binary(const void *data, size_t size);
%cstring_bounded_output(char *text_out, 64);

%typemap(in) (const double *values, size_t n) (PyArrayObject *array = NULL) {
    array = in_array($input, NPY_DOUBLE);
    if (array == NULL)
        SWIG_fail;
    $1 = (double *)PyArray_DATA(array);
    $2 = (size_t)PyArray_DIM(array, 0);
}
%typemap(freearg) (const double *values, size_t n) { Py_XDECREF(array$argnum); }
%typemap(in) (const int64_t *values, size_t n) (PyArrayObject *array = NULL) {
    array = in_array($input, NPY_INT64);
    if (array == NULL)
        SWIG_fail;
    $1 = (int64_t *)PyArray_DATA(array);
    $2 = (size_t)PyArray_DIM(array, 0);
}
%typemap(freearg) (const int64_t *values, size_t n) { Py_XDECREF(array$argnum); }
%typemap(in) (double *values, size_t n) {
    PyArrayObject *array = inplace_array($input, NPY_DOUBLE);
    if (array == NULL)
        SWIG_fail;
    $1 = (double *)PyArray_DATA(array);
    $2 = (size_t)PyArray_DIM(array, 0);
}
%typemap(in) (double *fresh, size_t n) (PyObject *array = NULL) {
    npy_intp size = PyLong_AsSsize_t($input);
    if (size == -1 && PyErr_Occurred())
        SWIG_fail;
    array = PyArray_SimpleNew(1, &size, NPY_DOUBLE);
    if (array == NULL)
        SWIG_fail;
    $1 = (double *)PyArray_DATA((PyArrayObject *)array);
    $2 = (size_t)size;
}
%typemap(argout) (double *fresh, size_t n) { $result = SWIG_Python_AppendOutput($result, array$argnum, 1); }
%typemap(in) (const double *items, size_t n) {
    $1 = list_of_doubles($input, &$2);
    if ($1 == NULL)
        SWIG_fail;
}
%typemap(freearg) (const double *items, size_t n) { free((void *)$1); }
%typemap(in) (double *items, size_t n) {
    $1 = list_of_doubles($input, &$2);
    if ($1 == NULL)
        SWIG_fail;
}
%typemap(argout) (double *items, size_t n) {
    for (size_t i = 0; i < $2; i++) {
        PyObject *item = PyFloat_FromDouble($1[i]);
        if (item == NULL || PyList_SetItem($input, (Py_ssize_t)i, item) < 0)
            SWIG_fail;
    }
}
%typemap(freearg) (double *items, size_t n) { free($1); }
%typemap(in) (const char *const *texts, size_t n) {
    if (!PyList_Check($input)) {
        PyErr_SetString(PyExc_TypeError, "expected a list");
        SWIG_fail;
    }
    $2 = (size_t)PyList_GET_SIZE($input);
    $1 = malloc(($2 + 1) * sizeof(char *));
    for (size_t i = 0; i < $2; i++) {
        $1[i] = (char *)PyUnicode_AsUTF8(PyList_GET_ITEM($input, i));
        if ($1[i] == NULL)
            SWIG_fail;
    }
}
%typemap(freearg) (const char *const *texts, size_t n) { free((void *)$1); }

%define %released(name)
%exception name {
    Py_BEGIN_ALLOW_THREADS
    $action
    Py_END_ALLOW_THREADS
}
%enddef
%define %raising(name)
%exception name {
    $action
    if (PyErr_Occurred())
        SWIG_fail;
}
%enddef

%released(noop_released)
%released(add_released)
%released(divmod_released)
%released(str_len_released)
%released(sum_released)
%released(norm_released)
%released(counter::get_released)
%released(work)
%raising(check)
%raising(apply)
%raising(apply_released)
%raising(counter::counter)
%raising(counter::get)

%rename(point) b_point;
%rename("%(strip:[b_])s") "";
%ignore b_fill_text;
%ignore b_counter_open;
%ignore b_counter_close;
%ignore b_counter_get;
%ignore b_apply;
%ignore b_read_bytes;
%ignore b_label;
%ignore b_relabel;
%ignore b_check;
%ignore b_work;
int b_scaled(int value, int factor = 2);
%ignore b_scaled;
%include "bench.h"

%extend b_point {
    b_point(double x = 0.0, double y = 0.0) {
        b_point *p = malloc(sizeof *p);
        if (p != NULL)
            *p = (b_point){x, y};
        return p;
    }
}

%inline %{
void fill_text(char *text_out, int which) { b_fill_text(text_out, 64, which); }

PyObject *read_bytes(int start, size_t size)
{
    PyObject *made = PyBytes_FromStringAndSize(NULL, (Py_ssize_t)size);
    size_t count;
    if (made == NULL)
        return NULL;
    count = b_read_bytes(PyBytes_AS_STRING(made), size, start);
    if (count < size)
        _PyBytes_Resize(&made, (Py_ssize_t)count);
    return made;
}

double sum_list(const double *items, size_t n) { return b_sum(items, n); }
void scale_list(double *items, size_t n, double factor) { b_scale(items, n, factor); }
size_t fill_into(double start, double *values, size_t n) { b_fill(values, n, start); return n; }
void fill_new(double start, double *fresh, size_t n) { b_fill(fresh, n, start); }

typedef struct { char *text; int length; } label;

void relabel(label *changed)
{
    b_label native = {changed->text, changed->length};
    b_relabel(&native);
    if (native.text != changed->text) {
        free(changed->text);
        changed->text = strdup(native.text);
    }
    changed->length = native.length;
}

typedef struct { b_counter *native; } counter;
%}

%extend label {
    label(const char *text) {
        label *made = calloc(1, sizeof *made);
        if (made != NULL)
            made->text = strdup(text);
        return made;
    }
    ~label() {
        free($self->text);
        free($self);
    }
}

%ignore counter::native;
%extend counter {
    counter(int start) {
        counter *made = malloc(sizeof *made);
        if (made != NULL && (made->native = b_counter_open(start)) == NULL)
            PyErr_SetString(PyExc_ValueError, "C gave NULL");
        return made;
    }
    ~counter() {
        if ($self->native != NULL)
            b_counter_close($self->native);
        free($self);
    }
    void close() {
        if ($self->native != NULL)
            b_counter_close($self->native);
        $self->native = NULL;
    }
    int get() {
        if ($self->native == NULL)
            return PyErr_SetString(PyExc_ValueError, "the counter is closed"), 0;
        return b_counter_get($self->native);
    }
    int get_released() { return b_counter_get($self->native); }
}

%inline %{
typedef struct { PyObject *callable; int is_released; } visit_call;

static int visit(void *data, int value)
{
    visit_call *call = data;
    PyGILState_STATE state = call->is_released ? PyGILState_Ensure() : PyGILState_LOCKED;
    int result = 0;

    if (!PyErr_Occurred()) {
        PyObject *answer = PyObject_CallFunction(call->callable, "i", value);
        result = answer != NULL ? (int)PyLong_AsLong(answer) : 0;
        Py_XDECREF(answer);
    }
    if (call->is_released)
        PyGILState_Release(state);
    return result;
}

int apply(PyObject *callable, int times)
{
    visit_call call = {callable, 0};
    return b_apply(visit, &call, times);
}

int apply_released(PyObject *callable, int times)
{
    visit_call call = {callable, 1};
    int sum;
    Py_BEGIN_ALLOW_THREADS
    sum = b_apply(visit, &call, times);
    Py_END_ALLOW_THREADS
    return sum;
}

void check(int status)
{
    PyObject *error, *number;

    status = b_check(status);
    if (status == 0)
        return;
    error = PyObject_CallFunction(bench_error, "s", b_reason(status));
    number = PyLong_FromLong(status);
    if (error != NULL && number != NULL && PyObject_SetAttrString(error, "status", number) == 0)
        PyErr_SetObject(bench_error, error);
    Py_XDECREF(number);
    Py_XDECREF(error);
}

uint32_t work(uint32_t rounds) { return b_work(rounds); }
void noop_released(void) { b_noop(); }
int add_released(int a, int b) { return b_add(a, b); }
void divmod_released(int a, int b, int *quotient, int *remainder) { b_divmod(a, b, quotient, remainder); }
size_t str_len_released(const char *text) { return b_str_len(text); }
double sum_released(const double *values, size_t n) { return b_sum(values, n); }
double norm_released(const b_point *p) { return b_norm(p); }
%}
