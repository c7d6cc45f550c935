/* The stubs of module layouts. Made from tests/golden/layouts/in.cdef by interop; do not edit. */
#include "interop/undef.h"
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

static interop_enum interop_e_0_kind = {"ly_kind", NULL, NULL, 0};
INTEROP_FLOAT(double, double)
INTEROP_CHAR(char, char)
INTEROP_POINTER(t_char__ptr, "char *")
INTEROP_SIGNED(int, int)
INTEROP_ENUM(enum_t_ly_kind, enum ly_kind, interop_e_0_kind)
INTEROP_SIGNED(long, long)
INTEROP_FLOAT(float, float)
INTEROP_POINTER(t_interop_u_ly_outer_items__ptr, "interop_u_ly_outer_items *")
INTEROP_SIGNED(short, short)
INTEROP_UNSIGNED(unsigned__char, unsigned char)
INTEROP_UNSIGNED(unsigned__int, unsigned int)
INTEROP_POINTER(t_struct__ly_value__ptr, "struct ly_value *")
INTEROP_POINTER(t_struct__ly_header__ptr, "struct ly_header *")
INTEROP_POINTER(t_struct__ly_outer__ptr, "struct ly_outer *")
INTEROP_POINTER(t_struct__ly_aligned__ptr, "struct ly_aligned *")
INTEROP_POINTER(t_struct__ly_partial__ptr, "struct ly_partial *")

/* tests/golden/layouts/in.cdef:46
 * void ly_show([raw] struct ly_value *value); */
static const char *const interop_n_show[] = {"value"};
static PyObject *interop_k_show[1];
static interop_signature interop_s_show = {"show", interop_n_show, interop_k_show, "1", 1, 1};
static const char interop_d_show[] =
    "show(value)\n"
    "--\n"
    "\n"
    "show(value: cdata) -> None\n"
    "\n"
    "C: void ly_show(struct ly_value *value);";
static PyObject *
interop_f_show(PyObject *self, PyObject *const *args, Py_ssize_t nargs, PyObject *kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = args;
    struct ly_value *_a_value = NULL;

    (void)self;
    if (INTEROP_UNLIKELY(nargs != 1 || kwnames != NULL)) {
        if (interop_arguments(&interop_s_show, args, nargs, kwnames, _sorted) < 0)
            return NULL;
        _in = _sorted;
    }

    /* marshal, pin */
    {
        void *_pointer = NULL;
        if (interop_to_pointer(_in[0], &interop_ctype_t_struct__ly_value__ptr, &_pointer, INTEROP_AT(show, 0)) < 0)
            return NULL;
        _a_value = (struct ly_value *)_pointer;
    }

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    ly_show(_a_value);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    Py_RETURN_NONE;
}


/* tests/golden/layouts/in.cdef:47
 * void ly_put([raw] struct ly_header *header); */
static const char *const interop_n_put[] = {"header"};
static PyObject *interop_k_put[1];
static interop_signature interop_s_put = {"put", interop_n_put, interop_k_put, "1", 1, 1};
static const char interop_d_put[] =
    "put(header)\n"
    "--\n"
    "\n"
    "put(header: cdata) -> None\n"
    "\n"
    "C: void ly_put(struct ly_header *header);";
static PyObject *
interop_f_put(PyObject *self, PyObject *const *args, Py_ssize_t nargs, PyObject *kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = args;
    struct ly_header *_a_header = NULL;

    (void)self;
    if (INTEROP_UNLIKELY(nargs != 1 || kwnames != NULL)) {
        if (interop_arguments(&interop_s_put, args, nargs, kwnames, _sorted) < 0)
            return NULL;
        _in = _sorted;
    }

    /* marshal, pin */
    {
        void *_pointer = NULL;
        if (interop_to_pointer(_in[0], &interop_ctype_t_struct__ly_header__ptr, &_pointer, INTEROP_AT(put, 0)) < 0)
            return NULL;
        _a_header = (struct ly_header *)_pointer;
    }

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    ly_put(_a_header);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    Py_RETURN_NONE;
}


/* tests/golden/layouts/in.cdef:48
 * void ly_walk([raw] struct ly_outer *outer, [raw] struct ly_aligned *aligned, [raw] struct ly_partial *partial); */
static const char *const interop_n_walk[] = {"outer", "aligned", "partial"};
static PyObject *interop_k_walk[3];
static interop_signature interop_s_walk = {"walk", interop_n_walk, interop_k_walk, "111", 3, 3};
static const char interop_d_walk[] =
    "walk(outer, aligned, partial)\n"
    "--\n"
    "\n"
    "walk(outer: cdata, aligned: cdata, partial: cdata) -> None\n"
    "\n"
    "C: void ly_walk(struct ly_outer *outer, struct ly_aligned *aligned, struct ly_partial *partial);";
static PyObject *
interop_f_walk(PyObject *self, PyObject *const *args, Py_ssize_t nargs, PyObject *kwnames)
{
    /* setup */
    PyObject *_sorted[3];
    PyObject *const *_in = args;
    struct ly_outer *_a_outer = NULL;
    struct ly_aligned *_a_aligned = NULL;
    struct ly_partial *_a_partial = NULL;

    (void)self;
    if (INTEROP_UNLIKELY(nargs != 3 || kwnames != NULL)) {
        if (interop_arguments(&interop_s_walk, args, nargs, kwnames, _sorted) < 0)
            return NULL;
        _in = _sorted;
    }

    /* marshal, pin */
    {
        void *_pointer = NULL;
        if (interop_to_pointer(_in[0], &interop_ctype_t_struct__ly_outer__ptr, &_pointer, INTEROP_AT(walk, 0)) < 0)
            return NULL;
        _a_outer = (struct ly_outer *)_pointer;
    }
    {
        void *_pointer = NULL;
        if (interop_to_pointer(_in[1], &interop_ctype_t_struct__ly_aligned__ptr, &_pointer, INTEROP_AT(walk, 1)) < 0)
            return NULL;
        _a_aligned = (struct ly_aligned *)_pointer;
    }
    {
        void *_pointer = NULL;
        if (interop_to_pointer(_in[2], &interop_ctype_t_struct__ly_partial__ptr, &_pointer, INTEROP_AT(walk, 2)) < 0)
            return NULL;
        _a_partial = (struct ly_partial *)_pointer;
    }

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    ly_walk(_a_outer, _a_aligned, _a_partial);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    Py_RETURN_NONE;
}

static PyObject *
interop_setup(PyObject *self, PyObject *args)
{
    static interop_enum *const enums[] = {&interop_e_0_kind, NULL};
    static interop_exception *const exceptions[] = {NULL};

    (void)self;
    return interop_setup_with(args, enums, exceptions);
}

static PyMethodDef interop_methods[] = {
    {"show", (PyCFunction)(void (*)(void))interop_f_show, METH_FASTCALL | METH_KEYWORDS, interop_d_show},
    {"put", (PyCFunction)(void (*)(void))interop_f_put, METH_FASTCALL | METH_KEYWORDS, interop_d_put},
    {"walk", (PyCFunction)(void (*)(void))interop_f_walk, METH_FASTCALL | METH_KEYWORDS, interop_d_walk},
    {"_interop_setup", interop_setup, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static int
interop_execute(PyObject *module)
{
    static interop_results *const results[] = {NULL};
    return interop_execute_with(module, results, "fa90254088179bb3");
}

static PyModuleDef_Slot interop_slots[] = {
    {Py_mod_exec, (void *)interop_execute},
    {0, NULL},
};
static struct PyModuleDef interop_module = {
    PyModuleDef_HEAD_INIT, "layouts", NULL, 0, interop_methods, interop_slots, NULL, NULL, NULL,
};

PyMODINIT_FUNC
PyInit_layouts(void)
{
    return PyModuleDef_Init(&interop_module);
}

#pragma GCC diagnostic ignored "-Wtype-limits"
#pragma GCC diagnostic ignored "-Wsign-compare"
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
#line 5 "tests/golden/layouts/in.cdef"
_Static_assert((LY_INT) == 1LL && ((LY_INT) < 0) == 0, "'LY_INT' has another value in the header");
#line 5 "tests/golden/layouts/in.cdef"
_Static_assert((LY_REAL) == 2LL && ((LY_REAL) < 0) == 0, "'LY_REAL' has another value in the header");
#line 5 "tests/golden/layouts/in.cdef"
_Static_assert((LY_TEXT) == 3LL && ((LY_TEXT) < 0) == 0, "'LY_TEXT' has another value in the header");
#line 5 "tests/golden/layouts/in.cdef"
_Static_assert(sizeof(enum ly_kind) == sizeof(unsigned int), "'enum ly_kind' has another size than 'unsigned int'");
#line 15 "tests/golden/layouts/in.cdef"
typedef struct ly_node ly_node;
#line 46 "tests/golden/layouts/in.cdef"
_Static_assert(_Generic(&ly_show, void (*)(struct ly_value *): 1, default: 0), "the header declares 'ly_show' with another type");
#line 47 "tests/golden/layouts/in.cdef"
_Static_assert(_Generic(&ly_put, void (*)(struct ly_header *): 1, default: 0), "the header declares 'ly_put' with another type");
#line 48 "tests/golden/layouts/in.cdef"
_Static_assert(_Generic(&ly_walk, void (*)(struct ly_outer *, struct ly_aligned *, struct ly_partial *): 1, default: 0), "the header declares 'ly_walk' with another type");
#pragma GCC diagnostic push
#pragma GCC diagnostic error "-Woverflow"
#pragma GCC diagnostic error "-Wconversion"
#pragma GCC diagnostic error "-Wsign-conversion"
#ifdef __clang__
#pragma GCC diagnostic error "-Wbitfield-constant-conversion"
#endif
/* Whether a field has one of two types; whether it is as far from the one before it as in the record's twin. */
#define INTEROP_TYPED(record, field, type, other) _Generic(&((record *)0)->field, type: 1, other: 1, default: 0)
#define INTEROP_PLACED(record, twin, field) (offsetof(record, field) == offsetof(twin, field))
#define INTEROP_APART(record, twin, before, field) \
    (offsetof(record, field) - offsetof(record, before) == offsetof(twin, field) - offsetof(twin, before))
#define INTEROP_ENDS(record, twin, last) \
    (sizeof(record) - offsetof(record, last) == sizeof(twin) - offsetof(twin, last))
#line 7 "tests/golden/layouts/in.cdef"
_Static_assert(INTEROP_TYPED(struct ly_point, x, double *, volatile double *), "field 'x' of 'struct ly_point' has another type in the header");
#line 7 "tests/golden/layouts/in.cdef"
_Static_assert(INTEROP_TYPED(struct ly_point, y, double *, volatile double *), "field 'y' of 'struct ly_point' has another type in the header");
#line 7 "tests/golden/layouts/in.cdef"
struct interop_twin_0 { double x; double y; };
#line 7 "tests/golden/layouts/in.cdef"
_Static_assert(!INTEROP_TYPED(struct ly_point, x, double *, volatile double *) || INTEROP_PLACED(struct ly_point, struct interop_twin_0, x), "field 'x' of 'struct ly_point' stands at another place in the header");
#line 7 "tests/golden/layouts/in.cdef"
_Static_assert(!INTEROP_TYPED(struct ly_point, x, double *, volatile double *) || !INTEROP_PLACED(struct ly_point, struct interop_twin_0, x) || !INTEROP_TYPED(struct ly_point, y, double *, volatile double *) || INTEROP_APART(struct ly_point, struct interop_twin_0, x, y), "field 'y' of 'struct ly_point' stands at another place in the header");
#line 7 "tests/golden/layouts/in.cdef"
_Static_assert(!INTEROP_TYPED(struct ly_point, y, double *, volatile double *) || !INTEROP_APART(struct ly_point, struct interop_twin_0, x, y) || INTEROP_ENDS(struct ly_point, struct interop_twin_0, y), "'struct ly_point' has another size in the header: a field is missing, or [pack]");
#line 7 "tests/golden/layouts/in.cdef"
_Static_assert(sizeof(struct ly_point) != sizeof(struct interop_twin_0) || _Alignof(struct ly_point) == _Alignof(struct interop_twin_0), "'struct ly_point' is aligned otherwise in the header");
#line 10 "tests/golden/layouts/in.cdef"
_Static_assert(INTEROP_TYPED(struct ly_node, next, struct ly_node **, struct ly_node *volatile *), "field 'next' of 'struct ly_node' has another type in the header");
#line 11 "tests/golden/layouts/in.cdef"
_Static_assert(INTEROP_TYPED(struct ly_node, name, const char **, const char *volatile *), "field 'name' of 'struct ly_node' has another type in the header");
#line 12 "tests/golden/layouts/in.cdef"
_Static_assert(INTEROP_TYPED(struct ly_node, label, char (*)[16], volatile char (*)[16]), "field 'label' of 'struct ly_node' has another type in the header");
#line 13 "tests/golden/layouts/in.cdef"
_Static_assert(INTEROP_TYPED(struct ly_node, raw, char *const *, char *const volatile *), "field 'raw' of 'struct ly_node' has another type in the header");
#line 14 "tests/golden/layouts/in.cdef"
_Static_assert(INTEROP_TYPED(struct ly_node, lambda, const int *, const volatile int *), "field 'lambda' of 'struct ly_node' has another type in the header");
#line 9 "tests/golden/layouts/in.cdef"
struct interop_twin_1 { struct ly_node *next; const char *name; char label[16]; char *const raw; const int lambda; };
#line 10 "tests/golden/layouts/in.cdef"
_Static_assert(!INTEROP_TYPED(struct ly_node, next, struct ly_node **, struct ly_node *volatile *) || INTEROP_PLACED(struct ly_node, struct interop_twin_1, next), "field 'next' of 'struct ly_node' stands at another place in the header");
#line 11 "tests/golden/layouts/in.cdef"
_Static_assert(!INTEROP_TYPED(struct ly_node, next, struct ly_node **, struct ly_node *volatile *) || !INTEROP_PLACED(struct ly_node, struct interop_twin_1, next) || !INTEROP_TYPED(struct ly_node, name, const char **, const char *volatile *) || INTEROP_APART(struct ly_node, struct interop_twin_1, next, name), "field 'name' of 'struct ly_node' stands at another place in the header");
#line 12 "tests/golden/layouts/in.cdef"
_Static_assert(!INTEROP_TYPED(struct ly_node, name, const char **, const char *volatile *) || !INTEROP_APART(struct ly_node, struct interop_twin_1, next, name) || !INTEROP_TYPED(struct ly_node, label, char (*)[16], volatile char (*)[16]) || INTEROP_APART(struct ly_node, struct interop_twin_1, name, label), "field 'label' of 'struct ly_node' stands at another place in the header");
#line 13 "tests/golden/layouts/in.cdef"
_Static_assert(!INTEROP_TYPED(struct ly_node, label, char (*)[16], volatile char (*)[16]) || !INTEROP_APART(struct ly_node, struct interop_twin_1, name, label) || !INTEROP_TYPED(struct ly_node, raw, char *const *, char *const volatile *) || INTEROP_APART(struct ly_node, struct interop_twin_1, label, raw), "field 'raw' of 'struct ly_node' stands at another place in the header");
#line 14 "tests/golden/layouts/in.cdef"
_Static_assert(!INTEROP_TYPED(struct ly_node, raw, char *const *, char *const volatile *) || !INTEROP_APART(struct ly_node, struct interop_twin_1, label, raw) || !INTEROP_TYPED(struct ly_node, lambda, const int *, const volatile int *) || INTEROP_APART(struct ly_node, struct interop_twin_1, raw, lambda), "field 'lambda' of 'struct ly_node' stands at another place in the header");
#line 9 "tests/golden/layouts/in.cdef"
_Static_assert(!INTEROP_TYPED(struct ly_node, lambda, const int *, const volatile int *) || !INTEROP_APART(struct ly_node, struct interop_twin_1, raw, lambda) || INTEROP_ENDS(struct ly_node, struct interop_twin_1, lambda), "'struct ly_node' has another size in the header: a field is missing, or [pack]");
#line 9 "tests/golden/layouts/in.cdef"
_Static_assert(sizeof(struct ly_node) != sizeof(struct interop_twin_1) || _Alignof(struct ly_node) == _Alignof(struct interop_twin_1), "'struct ly_node' is aligned otherwise in the header");
#line 18 "tests/golden/layouts/in.cdef"
_Static_assert(INTEROP_TYPED(struct ly_value, kind, enum ly_kind *, volatile enum ly_kind *), "field 'kind' of 'struct ly_value' has another type in the header");
#line 20 "tests/golden/layouts/in.cdef"
_Static_assert(INTEROP_TYPED(struct ly_value, i, long *, volatile long *), "field 'i' of 'struct ly_value' has another type in the header");
#line 21 "tests/golden/layouts/in.cdef"
_Static_assert(INTEROP_TYPED(struct ly_value, d, double *, volatile double *), "field 'd' of 'struct ly_value' has another type in the header");
#line 22 "tests/golden/layouts/in.cdef"
_Static_assert(INTEROP_TYPED(struct ly_value, s, const char **, const char *volatile *), "field 's' of 'struct ly_value' has another type in the header");
#line 23 "tests/golden/layouts/in.cdef"
_Static_assert(INTEROP_TYPED(struct ly_value, low, int *, volatile int *), "field 'low' of 'struct ly_value' has another type in the header");
#line 23 "tests/golden/layouts/in.cdef"
_Static_assert(INTEROP_TYPED(struct ly_value, high, int *, volatile int *), "field 'high' of 'struct ly_value' has another type in the header");
#line 17 "tests/golden/layouts/in.cdef"
struct interop_twin_4 { enum ly_kind kind; union { long i; double d; const char *s; struct { int low; int high; }; }; };
#line 18 "tests/golden/layouts/in.cdef"
_Static_assert(!INTEROP_TYPED(struct ly_value, kind, enum ly_kind *, volatile enum ly_kind *) || INTEROP_PLACED(struct ly_value, struct interop_twin_4, kind), "field 'kind' of 'struct ly_value' stands at another place in the header");
#line 20 "tests/golden/layouts/in.cdef"
_Static_assert(!INTEROP_TYPED(struct ly_value, kind, enum ly_kind *, volatile enum ly_kind *) || !INTEROP_PLACED(struct ly_value, struct interop_twin_4, kind) || !INTEROP_TYPED(struct ly_value, i, long *, volatile long *) || INTEROP_APART(struct ly_value, struct interop_twin_4, kind, i), "field 'i' of 'struct ly_value' stands at another place in the header");
#line 21 "tests/golden/layouts/in.cdef"
_Static_assert(!INTEROP_TYPED(struct ly_value, i, long *, volatile long *) || !INTEROP_APART(struct ly_value, struct interop_twin_4, kind, i) || !INTEROP_TYPED(struct ly_value, d, double *, volatile double *) || INTEROP_APART(struct ly_value, struct interop_twin_4, i, d), "field 'd' of 'struct ly_value' stands at another place in the header");
#line 22 "tests/golden/layouts/in.cdef"
_Static_assert(!INTEROP_TYPED(struct ly_value, d, double *, volatile double *) || !INTEROP_APART(struct ly_value, struct interop_twin_4, i, d) || !INTEROP_TYPED(struct ly_value, s, const char **, const char *volatile *) || INTEROP_APART(struct ly_value, struct interop_twin_4, d, s), "field 's' of 'struct ly_value' stands at another place in the header");
#line 23 "tests/golden/layouts/in.cdef"
_Static_assert(!INTEROP_TYPED(struct ly_value, s, const char **, const char *volatile *) || !INTEROP_APART(struct ly_value, struct interop_twin_4, d, s) || !INTEROP_TYPED(struct ly_value, low, int *, volatile int *) || INTEROP_APART(struct ly_value, struct interop_twin_4, s, low), "field 'low' of 'struct ly_value' stands at another place in the header");
#line 23 "tests/golden/layouts/in.cdef"
_Static_assert(!INTEROP_TYPED(struct ly_value, low, int *, volatile int *) || !INTEROP_APART(struct ly_value, struct interop_twin_4, s, low) || !INTEROP_TYPED(struct ly_value, high, int *, volatile int *) || INTEROP_APART(struct ly_value, struct interop_twin_4, low, high), "field 'high' of 'struct ly_value' stands at another place in the header");
#line 17 "tests/golden/layouts/in.cdef"
_Static_assert(!INTEROP_TYPED(struct ly_value, high, int *, volatile int *) || !INTEROP_APART(struct ly_value, struct interop_twin_4, low, high) || INTEROP_ENDS(struct ly_value, struct interop_twin_4, high), "'struct ly_value' has another size in the header: a field is missing, or [pack]");
#line 17 "tests/golden/layouts/in.cdef"
_Static_assert(sizeof(struct ly_value) != sizeof(struct interop_twin_4) || _Alignof(struct ly_value) == _Alignof(struct interop_twin_4), "'struct ly_value' is aligned otherwise in the header");
#line 29 "tests/golden/layouts/in.cdef"
_Static_assert(INTEROP_TYPED(interop_u_ly_outer_items_inner, c, char *, volatile char *), "field 'c' of this struct has another type in the header");
#line 29 "tests/golden/layouts/in.cdef"
struct interop_twin_5 { char c; };
#line 29 "tests/golden/layouts/in.cdef"
_Static_assert(!INTEROP_TYPED(interop_u_ly_outer_items_inner, c, char *, volatile char *) || INTEROP_PLACED(interop_u_ly_outer_items_inner, struct interop_twin_5, c), "field 'c' of this struct stands at another place in the header");
#line 29 "tests/golden/layouts/in.cdef"
_Static_assert(!INTEROP_TYPED(interop_u_ly_outer_items_inner, c, char *, volatile char *) || !INTEROP_PLACED(interop_u_ly_outer_items_inner, struct interop_twin_5, c) || INTEROP_ENDS(interop_u_ly_outer_items_inner, struct interop_twin_5, c), "this struct has another size in the header: a field is missing, or [pack]");
#line 29 "tests/golden/layouts/in.cdef"
_Static_assert(sizeof(interop_u_ly_outer_items_inner) != sizeof(struct interop_twin_5) || _Alignof(interop_u_ly_outer_items_inner) == _Alignof(struct interop_twin_5), "this struct is aligned otherwise in the header");
#line 29 "tests/golden/layouts/in.cdef"
_Static_assert(INTEROP_TYPED(interop_u_ly_outer_items, x, int *, volatile int *), "field 'x' of this struct has another type in the header");
#line 29 "tests/golden/layouts/in.cdef"
_Static_assert(INTEROP_TYPED(interop_u_ly_outer_items, inner, interop_u_ly_outer_items_inner *, volatile interop_u_ly_outer_items_inner *), "field 'inner' of this struct has another type in the header");
#line 29 "tests/golden/layouts/in.cdef"
struct interop_twin_6 { int x; struct { char c; } inner; };
#line 29 "tests/golden/layouts/in.cdef"
_Static_assert(!INTEROP_TYPED(interop_u_ly_outer_items, x, int *, volatile int *) || INTEROP_PLACED(interop_u_ly_outer_items, struct interop_twin_6, x), "field 'x' of this struct stands at another place in the header");
#line 29 "tests/golden/layouts/in.cdef"
_Static_assert(!INTEROP_TYPED(interop_u_ly_outer_items, x, int *, volatile int *) || !INTEROP_PLACED(interop_u_ly_outer_items, struct interop_twin_6, x) || !INTEROP_TYPED(interop_u_ly_outer_items, inner, interop_u_ly_outer_items_inner *, volatile interop_u_ly_outer_items_inner *) || INTEROP_APART(interop_u_ly_outer_items, struct interop_twin_6, x, inner), "field 'inner' of this struct stands at another place in the header");
#line 29 "tests/golden/layouts/in.cdef"
_Static_assert(!INTEROP_TYPED(interop_u_ly_outer_items, inner, interop_u_ly_outer_items_inner *, volatile interop_u_ly_outer_items_inner *) || !INTEROP_APART(interop_u_ly_outer_items, struct interop_twin_6, x, inner) || INTEROP_ENDS(interop_u_ly_outer_items, struct interop_twin_6, inner), "this struct has another size in the header: a field is missing, or [pack]");
#line 29 "tests/golden/layouts/in.cdef"
_Static_assert(sizeof(interop_u_ly_outer_items) != sizeof(struct interop_twin_6) || _Alignof(interop_u_ly_outer_items) == _Alignof(struct interop_twin_6), "this struct is aligned otherwise in the header");
#line 30 "tests/golden/layouts/in.cdef"
_Static_assert(INTEROP_TYPED(interop_u_ly_outer__interop_number, i, int *, volatile int *), "field 'i' of this union has another type in the header");
#line 30 "tests/golden/layouts/in.cdef"
_Static_assert(INTEROP_TYPED(interop_u_ly_outer__interop_number, f, float *, volatile float *), "field 'f' of this union has another type in the header");
#line 30 "tests/golden/layouts/in.cdef"
union interop_twin_7 { int i; float f; };
#line 30 "tests/golden/layouts/in.cdef"
_Static_assert(!INTEROP_TYPED(interop_u_ly_outer__interop_number, i, int *, volatile int *) || INTEROP_PLACED(interop_u_ly_outer__interop_number, union interop_twin_7, i), "field 'i' of this union stands at another place in the header");
#line 30 "tests/golden/layouts/in.cdef"
_Static_assert(!INTEROP_TYPED(interop_u_ly_outer__interop_number, i, int *, volatile int *) || !INTEROP_PLACED(interop_u_ly_outer__interop_number, union interop_twin_7, i) || !INTEROP_TYPED(interop_u_ly_outer__interop_number, f, float *, volatile float *) || INTEROP_PLACED(interop_u_ly_outer__interop_number, union interop_twin_7, f), "field 'f' of this union stands at another place in the header");
#line 30 "tests/golden/layouts/in.cdef"
_Static_assert(!INTEROP_TYPED(interop_u_ly_outer__interop_number, f, float *, volatile float *) || !INTEROP_PLACED(interop_u_ly_outer__interop_number, union interop_twin_7, f) || sizeof(interop_u_ly_outer__interop_number) == sizeof(union interop_twin_7), "this union has another size in the header: a field is missing, or [pack]");
#line 30 "tests/golden/layouts/in.cdef"
_Static_assert(sizeof(interop_u_ly_outer__interop_number) != sizeof(union interop_twin_7) || _Alignof(interop_u_ly_outer__interop_number) == _Alignof(union interop_twin_7), "this union is aligned otherwise in the header");
#line 28 "tests/golden/layouts/in.cdef"
_Static_assert(INTEROP_TYPED(struct ly_outer, count, int *, volatile int *), "field 'count' of 'struct ly_outer' has another type in the header");
#line 29 "tests/golden/layouts/in.cdef"
_Static_assert(INTEROP_TYPED(struct ly_outer, items, interop_u_ly_outer_items (*)[4], volatile interop_u_ly_outer_items (*)[4]), "field 'items' of 'struct ly_outer' has another type in the header");
#line 29 "tests/golden/layouts/in.cdef"
_Static_assert(INTEROP_TYPED(struct ly_outer, more, interop_u_ly_outer_items **, interop_u_ly_outer_items *volatile *), "field 'more' of 'struct ly_outer' has another type in the header");
#line 30 "tests/golden/layouts/in.cdef"
_Static_assert(INTEROP_TYPED(struct ly_outer, _interop_number, interop_u_ly_outer__interop_number *, volatile interop_u_ly_outer__interop_number *), "field '_interop_number' of 'struct ly_outer' has another type in the header");
#line 31 "tests/golden/layouts/in.cdef"
_Static_assert(INTEROP_TYPED(struct ly_outer, a, short *, volatile short *), "field 'a' of 'struct ly_outer' has another type in the header");
#line 31 "tests/golden/layouts/in.cdef"
_Static_assert(INTEROP_TYPED(struct ly_outer, b, short *, volatile short *), "field 'b' of 'struct ly_outer' has another type in the header");
#line 27 "tests/golden/layouts/in.cdef"
struct interop_twin_9 { int count; struct { int x; struct { char c; } inner; } items[4], *more; union { int i; float f; } _interop_number; struct { short a; short b; }; };
#line 28 "tests/golden/layouts/in.cdef"
_Static_assert(!INTEROP_TYPED(struct ly_outer, count, int *, volatile int *) || INTEROP_PLACED(struct ly_outer, struct interop_twin_9, count), "field 'count' of 'struct ly_outer' stands at another place in the header");
#line 29 "tests/golden/layouts/in.cdef"
_Static_assert(!INTEROP_TYPED(struct ly_outer, count, int *, volatile int *) || !INTEROP_PLACED(struct ly_outer, struct interop_twin_9, count) || !INTEROP_TYPED(struct ly_outer, items, interop_u_ly_outer_items (*)[4], volatile interop_u_ly_outer_items (*)[4]) || INTEROP_APART(struct ly_outer, struct interop_twin_9, count, items), "field 'items' of 'struct ly_outer' stands at another place in the header");
#line 29 "tests/golden/layouts/in.cdef"
_Static_assert(!INTEROP_TYPED(struct ly_outer, items, interop_u_ly_outer_items (*)[4], volatile interop_u_ly_outer_items (*)[4]) || !INTEROP_APART(struct ly_outer, struct interop_twin_9, count, items) || !INTEROP_TYPED(struct ly_outer, more, interop_u_ly_outer_items **, interop_u_ly_outer_items *volatile *) || INTEROP_APART(struct ly_outer, struct interop_twin_9, items, more), "field 'more' of 'struct ly_outer' stands at another place in the header");
#line 30 "tests/golden/layouts/in.cdef"
_Static_assert(!INTEROP_TYPED(struct ly_outer, more, interop_u_ly_outer_items **, interop_u_ly_outer_items *volatile *) || !INTEROP_APART(struct ly_outer, struct interop_twin_9, items, more) || !INTEROP_TYPED(struct ly_outer, _interop_number, interop_u_ly_outer__interop_number *, volatile interop_u_ly_outer__interop_number *) || INTEROP_APART(struct ly_outer, struct interop_twin_9, more, _interop_number), "field '_interop_number' of 'struct ly_outer' stands at another place in the header");
#line 31 "tests/golden/layouts/in.cdef"
_Static_assert(!INTEROP_TYPED(struct ly_outer, _interop_number, interop_u_ly_outer__interop_number *, volatile interop_u_ly_outer__interop_number *) || !INTEROP_APART(struct ly_outer, struct interop_twin_9, more, _interop_number) || !INTEROP_TYPED(struct ly_outer, a, short *, volatile short *) || INTEROP_APART(struct ly_outer, struct interop_twin_9, _interop_number, a), "field 'a' of 'struct ly_outer' stands at another place in the header");
#line 31 "tests/golden/layouts/in.cdef"
_Static_assert(!INTEROP_TYPED(struct ly_outer, a, short *, volatile short *) || !INTEROP_APART(struct ly_outer, struct interop_twin_9, _interop_number, a) || !INTEROP_TYPED(struct ly_outer, b, short *, volatile short *) || INTEROP_APART(struct ly_outer, struct interop_twin_9, a, b), "field 'b' of 'struct ly_outer' stands at another place in the header");
#line 27 "tests/golden/layouts/in.cdef"
_Static_assert(!INTEROP_TYPED(struct ly_outer, b, short *, volatile short *) || !INTEROP_APART(struct ly_outer, struct interop_twin_9, a, b) || INTEROP_ENDS(struct ly_outer, struct interop_twin_9, b), "'struct ly_outer' has another size in the header: a field is missing, or [pack]");
#line 27 "tests/golden/layouts/in.cdef"
_Static_assert(sizeof(struct ly_outer) != sizeof(struct interop_twin_9) || _Alignof(struct ly_outer) == _Alignof(struct interop_twin_9), "'struct ly_outer' is aligned otherwise in the header");
#line 38 "tests/golden/layouts/in.cdef"
_Static_assert(INTEROP_TYPED(struct ly_header, length, unsigned int *, volatile unsigned int *), "field 'length' of 'struct ly_header' has another type in the header");
#line 39 "tests/golden/layouts/in.cdef"
_Static_assert(INTEROP_TYPED(struct ly_header, data, unsigned char (*)[], volatile unsigned char (*)[]), "field 'data' of 'struct ly_header' has another type in the header");
INTEROP_UNUSED static const struct ly_header interop_bits_10_0 = {.version =
#line 35 "tests/golden/layouts/in.cdef"
                  15};
INTEROP_UNUSED static const struct ly_header interop_bits_10_2 = {.flags =
#line 35 "tests/golden/layouts/in.cdef"
                                    7};
INTEROP_UNUSED static const struct ly_header interop_bits_10_4 = {.offset =
#line 37 "tests/golden/layouts/in.cdef"
               -2048};
#line 34 "tests/golden/layouts/in.cdef"
_Pragma("pack(push, 1)") struct interop_twin_10 { unsigned char version : 4; unsigned char : 1; unsigned char flags : 3; int : 0; int offset : 12; unsigned int length; unsigned char data[]; }; _Pragma("pack(pop)")
#line 38 "tests/golden/layouts/in.cdef"
_Static_assert(!INTEROP_TYPED(struct ly_header, length, unsigned int *, volatile unsigned int *) || INTEROP_PLACED(struct ly_header, struct interop_twin_10, length), "field 'length' of 'struct ly_header' stands at another place in the header");
#line 39 "tests/golden/layouts/in.cdef"
_Static_assert(!INTEROP_TYPED(struct ly_header, length, unsigned int *, volatile unsigned int *) || !INTEROP_PLACED(struct ly_header, struct interop_twin_10, length) || !INTEROP_TYPED(struct ly_header, data, unsigned char (*)[], volatile unsigned char (*)[]) || INTEROP_APART(struct ly_header, struct interop_twin_10, length, data), "field 'data' of 'struct ly_header' stands at another place in the header");
#line 34 "tests/golden/layouts/in.cdef"
_Static_assert(!INTEROP_TYPED(struct ly_header, data, unsigned char (*)[], volatile unsigned char (*)[]) || !INTEROP_APART(struct ly_header, struct interop_twin_10, length, data) || INTEROP_ENDS(struct ly_header, struct interop_twin_10, data), "'struct ly_header' has another size in the header: a field is missing, or [pack]");
#line 34 "tests/golden/layouts/in.cdef"
_Static_assert(sizeof(struct ly_header) != sizeof(struct interop_twin_10) || _Alignof(struct ly_header) == _Alignof(struct interop_twin_10), "'struct ly_header' is aligned otherwise in the header");
#line 42 "tests/golden/layouts/in.cdef"
_Static_assert(INTEROP_TYPED(struct ly_aligned, first, int *, volatile int *), "field 'first' of 'struct ly_aligned' has another type in the header");
#line 42 "tests/golden/layouts/in.cdef"
_Static_assert(INTEROP_TYPED(struct ly_aligned, second, int *, volatile int *), "field 'second' of 'struct ly_aligned' has another type in the header");
#line 42 "tests/golden/layouts/in.cdef"
struct interop_twin_11 { _Alignas(16) int first; int second __attribute__((aligned(32))); } __attribute__((packed));
#line 42 "tests/golden/layouts/in.cdef"
_Static_assert(!INTEROP_TYPED(struct ly_aligned, first, int *, volatile int *) || INTEROP_PLACED(struct ly_aligned, struct interop_twin_11, first), "field 'first' of 'struct ly_aligned' stands at another place in the header");
#line 42 "tests/golden/layouts/in.cdef"
_Static_assert(!INTEROP_TYPED(struct ly_aligned, first, int *, volatile int *) || !INTEROP_PLACED(struct ly_aligned, struct interop_twin_11, first) || !INTEROP_TYPED(struct ly_aligned, second, int *, volatile int *) || INTEROP_APART(struct ly_aligned, struct interop_twin_11, first, second), "field 'second' of 'struct ly_aligned' stands at another place in the header");
#line 42 "tests/golden/layouts/in.cdef"
_Static_assert(!INTEROP_TYPED(struct ly_aligned, second, int *, volatile int *) || !INTEROP_APART(struct ly_aligned, struct interop_twin_11, first, second) || INTEROP_ENDS(struct ly_aligned, struct interop_twin_11, second), "'struct ly_aligned' has another size in the header: a field is missing, or [pack]");
#line 42 "tests/golden/layouts/in.cdef"
_Static_assert(sizeof(struct ly_aligned) != sizeof(struct interop_twin_11) || _Alignof(struct ly_aligned) == _Alignof(struct interop_twin_11), "'struct ly_aligned' is aligned otherwise in the header");
#line 44 "tests/golden/layouts/in.cdef"
_Static_assert(INTEROP_TYPED(struct ly_partial, used, int *, volatile int *), "field 'used' of 'struct ly_partial' has another type in the header");
#pragma GCC diagnostic pop
