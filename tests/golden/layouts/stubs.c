/* The stubs of module layouts. Made from tests/golden/layouts/in.cdef by interop; do not edit. */
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
static const interop_codec interop_c_0 = {NULL, "strict", sizeof(char), 0};
static const interop_codec interop_c_1 = {"latin-1", "strict", sizeof(char), 0};


static interop_record interop_record_r_t_struct__ly_point;
static const interop_type interop_type_r_t_struct__ly_point;
INTEROP_BLITTABLE(r_t_struct__ly_point, struct ly_point)
static interop_record interop_record_r_t_struct__ly_node;
static const interop_type interop_type_r_t_struct__ly_node;
INTEROP_UNUSED static PyObject *interop_from_r_t_struct__ly_node(const struct ly_node *, interop_place);
INTEROP_UNUSED static int interop_to_r_t_struct__ly_node(PyObject *, struct ly_node *, interop_arena *, interop_place);
INTEROP_DEEP(r_t_struct__ly_node, struct ly_node)
static interop_record interop_record_r_t_struct__ly_value;
static const interop_type interop_type_r_t_struct__ly_value;
INTEROP_UNUSED static PyObject *interop_from_r_t_struct__ly_value(const struct ly_value *, interop_place);
INTEROP_UNUSED static int interop_to_r_t_struct__ly_value(PyObject *, struct ly_value *, interop_arena *, interop_place);
INTEROP_DEEP(r_t_struct__ly_value, struct ly_value)
static interop_record interop_record_r_t_interop_u_ly_outer_items_inner;
static const interop_type interop_type_r_t_interop_u_ly_outer_items_inner;
INTEROP_BLITTABLE(r_t_interop_u_ly_outer_items_inner, interop_u_ly_outer_items_inner)
static interop_record interop_record_r_t_interop_u_ly_outer_items;
static const interop_type interop_type_r_t_interop_u_ly_outer_items;
INTEROP_BLITTABLE(r_t_interop_u_ly_outer_items, interop_u_ly_outer_items)
static interop_record interop_record_r_t_interop_u_ly_outer__interop_number;
static const interop_type interop_type_r_t_interop_u_ly_outer__interop_number;
INTEROP_BLITTABLE(r_t_interop_u_ly_outer__interop_number, interop_u_ly_outer__interop_number)
static interop_record interop_record_r_t_struct__ly_outer;
static const interop_type interop_type_r_t_struct__ly_outer;
INTEROP_BLITTABLE(r_t_struct__ly_outer, struct ly_outer)
static interop_record interop_record_r_t_struct__ly_header;
static const interop_type interop_type_r_t_struct__ly_header;
INTEROP_UNUSED static PyObject *interop_from_r_t_struct__ly_header(const struct ly_header *, interop_place);
INTEROP_UNUSED static struct ly_header *interop_flexible_r_t_struct__ly_header(PyObject *, interop_arena *, interop_place);
INTEROP_UNUSED static PyObject *interop_returned_r_t_struct__ly_header(const struct ly_header *, Py_ssize_t, interop_place);
INTEROP_FLEXIBLE(r_t_struct__ly_header, struct ly_header)
static interop_record interop_record_r_t_struct__ly_aligned;
static const interop_type interop_type_r_t_struct__ly_aligned;
INTEROP_BLITTABLE(r_t_struct__ly_aligned, struct ly_aligned)
static interop_record interop_record_r_t_struct__ly_partial;
static const interop_type interop_type_r_t_struct__ly_partial;
INTEROP_BLITTABLE(r_t_struct__ly_partial, struct ly_partial)
static interop_record interop_record_r_t_struct__ly_any;
static const interop_type interop_type_r_t_struct__ly_any;
INTEROP_UNUSED static PyObject *interop_from_r_t_struct__ly_any(const struct ly_any *, interop_place);
INTEROP_UNUSED static int interop_to_r_t_struct__ly_any(PyObject *, struct ly_any *, interop_arena *, interop_place);
INTEROP_DEEP(r_t_struct__ly_any, struct ly_any)
/* tests/golden/layouts/in.cdef:7 struct ly_point */
static const char *const interop_names_r_t_struct__ly_point[] = {"x", "y"};
static PyObject *interop_keys_r_t_struct__ly_point[2];
static interop_signature interop_fields_r_t_struct__ly_point = {
    "Point", interop_names_r_t_struct__ly_point, interop_keys_r_t_struct__ly_point, NULL, 2, 2};

static PyObject *
interop_read_0_r_t_struct__ly_point(PyObject *_self, void *_unused)
{
    (void)_unused;
    return interop_get_double(INTEROP_INSIDE(_self, struct ly_point, x), INTEROP_FIELD(r_t_struct__ly_point, 0));
}

static int
interop_write_0_r_t_struct__ly_point(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_struct__ly_point, 0));
    if (INTEROP_IS_COPIED(_self))
        return interop_not_changed(INTEROP_FIELD(r_t_struct__ly_point, 0));
    return interop_set_double(_value, INTEROP_INSIDE(_self, struct ly_point, x), INTEROP_FIELD(r_t_struct__ly_point, 0));
}

static PyObject *
interop_read_1_r_t_struct__ly_point(PyObject *_self, void *_unused)
{
    (void)_unused;
    return interop_get_double(INTEROP_INSIDE(_self, struct ly_point, y), INTEROP_FIELD(r_t_struct__ly_point, 1));
}

static int
interop_write_1_r_t_struct__ly_point(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_struct__ly_point, 1));
    if (INTEROP_IS_COPIED(_self))
        return interop_not_changed(INTEROP_FIELD(r_t_struct__ly_point, 1));
    return interop_set_double(_value, INTEROP_INSIDE(_self, struct ly_point, y), INTEROP_FIELD(r_t_struct__ly_point, 1));
}

static const interop_part interop_members_r_t_struct__ly_point[] = {
    {"x", "x", &interop_type_double, offsetof(struct ly_point, x), sizeof(((struct ly_point *)0)->x), NULL, 0},
    {"y", "y", &interop_type_double, offsetof(struct ly_point, y), sizeof(((struct ly_point *)0)->y), NULL, 0},
    {NULL, NULL, NULL, 0, 0, NULL, 0},
};
static const interop_field interop_table_r_t_struct__ly_point[] = {
    {"x", interop_read_0_r_t_struct__ly_point, interop_write_0_r_t_struct__ly_point, 0, 0, 0, 0},
    {"y", interop_read_1_r_t_struct__ly_point, interop_write_1_r_t_struct__ly_point, 0, 0, 0, 0},
    {NULL, NULL, NULL, 0, 0, 0, 0},
};
static PyGetSetDef interop_getset_r_t_struct__ly_point[] = {
    {"x", interop_read_0_r_t_struct__ly_point, interop_write_0_r_t_struct__ly_point, "float; C: double x", NULL},
    {"y", interop_read_1_r_t_struct__ly_point, interop_write_1_r_t_struct__ly_point, "float; C: double y", NULL},
    {NULL, NULL, NULL, NULL, NULL},
};
static PyObject *
interop_array_of_r_t_struct__ly_point(PyObject *_class, PyObject *_value)
{
    (void)_class;
    return interop_record_array(&interop_record_r_t_struct__ly_point, _value);
}
static PyMethodDef interop_methods_r_t_struct__ly_point[] = {
    INTEROP_BLITTABLE_METHODS
    {"array", interop_array_of_r_t_struct__ly_point, METH_O | METH_CLASS, INTEROP_ARRAY_DOC},
    INTEROP_RECORD_METHODS
    {NULL, NULL, 0, NULL},
};
INTEROP_UNUSED static inline int
interop_numbers_r_t_struct__ly_point(void *_data, PyObject *const *_values, Py_ssize_t _count)
{
    if (_count < 2 || sizeof(((struct ly_point *)0)->x) + sizeof(((struct ly_point *)0)->y) < sizeof(struct ly_point))
        memset(_data, 0, sizeof(struct ly_point));
    if (_count > 0) {
        double _number = 0;
        if (interop_to_double(_values[0], &_number, INTEROP_FIELD(r_t_struct__ly_point, 0)) < 0)
            return -1;
        memcpy((char *)_data + offsetof(struct ly_point, x), &_number, sizeof _number);
    }
    if (_count > 1) {
        double _number = 0;
        if (interop_to_double(_values[1], &_number, INTEROP_FIELD(r_t_struct__ly_point, 1)) < 0)
            return -1;
        memcpy((char *)_data + offsetof(struct ly_point, y), &_number, sizeof _number);
    }
    return 0;
}

static PyObject *
interop_make_r_t_struct__ly_point(PyTypeObject *_class, PyObject *_args, PyObject *_keywords)
{
    (void)_class;
    return interop_record_make(&interop_record_r_t_struct__ly_point, interop_numbers_r_t_struct__ly_point, _args, _keywords);
}
#if INTEROP_DIRECT
static PyObject *
interop_quick_make_r_t_struct__ly_point(PyObject *_class, PyObject *const *_args, size_t _count,
                     PyObject *_names)
{
    (void)_class;
    return interop_record_vectorcall(&interop_record_r_t_struct__ly_point, interop_numbers_r_t_struct__ly_point, _args, _count, _names);
}
#endif
static const char interop_doc_r_t_struct__ly_point[] =
    "Point(x=0.0, y=0.0)\n"
    "--\n"
    "\n"
    "A point.\n"
    "\n"
    "C: struct ly_point. It holds the native value, and C gets its address.\n"
    "\n"
    "x: float\n"
    "y: float";
static interop_record interop_record_r_t_struct__ly_point = {
    .layout = {
        .name = "Point",
        .members = interop_members_r_t_struct__ly_point,
        .count = 2,
        .is_opaque = 0,
        .has_gaps = 0,
        .size = sizeof(struct ly_point),
        .make = interop_records_new,
        .assign = interop_record_assign,
    },
    .signature = &interop_fields_r_t_struct__ly_point,
    .fields = interop_table_r_t_struct__ly_point,
    .count = 2,
    .is_union = 0,
    .has_late = 0,
    .has_overlays = 0,
    .alignment = _Alignof(struct ly_point),
    .held = 0,
    .make = interop_make_r_t_struct__ly_point,
    INTEROP_QUICK_MAKE(interop_quick_make_r_t_struct__ly_point)
    .doc = interop_doc_r_t_struct__ly_point,
    .getset = interop_getset_r_t_struct__ly_point,
    .methods = interop_methods_r_t_struct__ly_point,
    .type = &interop_type_r_t_struct__ly_point,
    .pointer = {"struct ly_point *", NULL},
};

/* tests/golden/layouts/in.cdef:9 struct ly_node */
static const char *const interop_names_r_t_struct__ly_node[] = {"next", "name", "label", "raw", "lambda_"};
static PyObject *interop_keys_r_t_struct__ly_node[5];
static interop_signature interop_fields_r_t_struct__ly_node = {
    "node", interop_names_r_t_struct__ly_node, interop_keys_r_t_struct__ly_node, NULL, 5, 5};
INTEROP_UNUSED static const Py_ssize_t interop_counts_2_r_t_struct__ly_node[] = {16};

static PyObject *
interop_read_0_r_t_struct__ly_node(PyObject *_self, void *_unused)
{
    (void)_unused;
    return interop_held(_self, 0);
}

static int
interop_write_0_r_t_struct__ly_node(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_struct__ly_node, 0));
    return interop_hold(_self, 0, interop_record_held(_value, &interop_record_r_t_struct__ly_node, INTEROP_NULLABLE, INTEROP_FIELD(r_t_struct__ly_node, 0)));
}

static PyObject *
interop_read_1_r_t_struct__ly_node(PyObject *_self, void *_unused)
{
    (void)_unused;
    return interop_held(_self, 1);
}

static int
interop_write_1_r_t_struct__ly_node(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_struct__ly_node, 1));
    return interop_hold(_self, 1, interop_text_held(_value, &interop_c_0, 0, INTEROP_FIELD(r_t_struct__ly_node, 1)));
}

static PyObject *
interop_read_2_r_t_struct__ly_node(PyObject *_self, void *_unused)
{
    (void)_unused;
    return interop_fixed_text_read(INTEROP_INSIDE(_self, struct ly_node, label), 16, &interop_c_1, INTEROP_FIELD(r_t_struct__ly_node, 2));
}

static int
interop_write_2_r_t_struct__ly_node(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_struct__ly_node, 2));
    return interop_fixed_text_in(_value, INTEROP_INSIDE(_self, struct ly_node, label), 16, &interop_c_1, INTEROP_FIELD(r_t_struct__ly_node, 2));
}

static PyObject *
interop_read_3_r_t_struct__ly_node(PyObject *_self, void *_unused)
{
    (void)_unused;
    return interop_get_t_char__ptr(INTEROP_INSIDE(_self, struct ly_node, raw), INTEROP_FIELD(r_t_struct__ly_node, 3));
}

static int
interop_write_3_r_t_struct__ly_node(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_struct__ly_node, 3));
    return interop_set_t_char__ptr(_value, INTEROP_INSIDE(_self, struct ly_node, raw), INTEROP_FIELD(r_t_struct__ly_node, 3));
}

static PyObject *
interop_read_4_r_t_struct__ly_node(PyObject *_self, void *_unused)
{
    (void)_unused;
    return interop_get_int(INTEROP_INSIDE(_self, struct ly_node, lambda), INTEROP_FIELD(r_t_struct__ly_node, 4));
}

static int
interop_write_4_r_t_struct__ly_node(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_struct__ly_node, 4));
    return interop_set_int(_value, INTEROP_INSIDE(_self, struct ly_node, lambda), INTEROP_FIELD(r_t_struct__ly_node, 4));
}

static const interop_field interop_table_r_t_struct__ly_node[] = {
    {"next", interop_read_0_r_t_struct__ly_node, interop_write_0_r_t_struct__ly_node, 0, 1, 0, 0},
    {"name", interop_read_1_r_t_struct__ly_node, interop_write_1_r_t_struct__ly_node, 0, 1, 0, 0},
    {"label", interop_read_2_r_t_struct__ly_node, interop_write_2_r_t_struct__ly_node, 0, 0, offsetof(struct ly_node, label), sizeof(((struct ly_node *)0)->label)},
    {"raw", interop_read_3_r_t_struct__ly_node, interop_write_3_r_t_struct__ly_node, 0, 0, 0, 0},
    {"lambda_", interop_read_4_r_t_struct__ly_node, interop_write_4_r_t_struct__ly_node, 0, 0, 0, 0},
    {NULL, NULL, NULL, 0, 0, 0, 0},
};
static PyGetSetDef interop_getset_r_t_struct__ly_node[] = {
    {"next", interop_read_0_r_t_struct__ly_node, interop_write_0_r_t_struct__ly_node, "node | None; C: struct ly_node *next", NULL},
    {"name", interop_read_1_r_t_struct__ly_node, interop_write_1_r_t_struct__ly_node, "str; C: const char *name", NULL},
    {"label", interop_read_2_r_t_struct__ly_node, interop_write_2_r_t_struct__ly_node, "str; C: char label[16]", NULL},
    {"raw", interop_read_3_r_t_struct__ly_node, interop_write_3_r_t_struct__ly_node, "cdata; C: char *raw", NULL},
    {"lambda_", interop_read_4_r_t_struct__ly_node, interop_write_4_r_t_struct__ly_node, "int; C: int lambda", NULL},
    {NULL, NULL, NULL, NULL, NULL},
};
static PyMethodDef interop_methods_r_t_struct__ly_node[] = {
    INTEROP_DEEP_METHODS
    INTEROP_RECORD_METHODS
    {NULL, NULL, 0, NULL},
};
static PyObject *
interop_make_r_t_struct__ly_node(PyTypeObject *_class, PyObject *_args, PyObject *_keywords)
{
    (void)_class;
    return interop_record_make(&interop_record_r_t_struct__ly_node, NULL, _args, _keywords);
}
#if INTEROP_DIRECT
static PyObject *
interop_quick_make_r_t_struct__ly_node(PyObject *_class, PyObject *const *_args, size_t _count,
                     PyObject *_names)
{
    (void)_class;
    return interop_record_vectorcall(&interop_record_r_t_struct__ly_node, NULL, _args, _count, _names);
}
#endif
static const char interop_doc_r_t_struct__ly_node[] =
    "node(next=None, name=None, label='', raw=..., lambda_=0)\n"
    "--\n"
    "\n"
    "C: struct ly_node. It is copied when it crosses, because of 'next': it is a record in memory of its own.\n"
    "\n"
    "next: node | None\n"
    "name: str\n"
    "label: str\n"
    "raw: cdata\n"
    "lambda_: int";
static const interop_held_kind interop_kinds_r_t_struct__ly_node[] = {{INTEROP_HELD_VALUE, NULL, 0}, {INTEROP_HELD_VALUE, NULL, 1}};
static interop_record interop_record_r_t_struct__ly_node = {
    .layout = {
        .name = "node",
        .count = 0,
        .is_opaque = 0,
        .has_gaps = 0,
        .size = sizeof(struct ly_node),
        .make = interop_records_new,
        .assign = interop_record_assign,
    },
    .signature = &interop_fields_r_t_struct__ly_node,
    .fields = interop_table_r_t_struct__ly_node,
    .count = 5,
    .is_union = 0,
    .has_late = 0,
    .has_overlays = 0,
    .alignment = _Alignof(struct ly_node),
    .held = 2,
    .held_kinds = interop_kinds_r_t_struct__ly_node,
    .make = interop_make_r_t_struct__ly_node,
    INTEROP_QUICK_MAKE(interop_quick_make_r_t_struct__ly_node)
    .doc = interop_doc_r_t_struct__ly_node,
    .getset = interop_getset_r_t_struct__ly_node,
    .methods = interop_methods_r_t_struct__ly_node,
    .type = &interop_type_r_t_struct__ly_node,
    .pointer = {"struct ly_node *", NULL},
};

static int
interop_to_r_t_struct__ly_node(PyObject *_object, struct ly_node *_first, interop_arena *_arena, interop_place _at)
{
    struct ly_node *_native = _first;
    const int _gives = _arena->gives;
    int _found;
    interop_chain _chain = {_object, 0, 1};
    PyObject *_v1 = NULL;
    void *_d1 = NULL;
    Py_ssize_t _n1 = 0;

    if (Py_EnterRecursiveCall(" while converting a record"))
        return -1;
    for (;;) {
        _found = interop_deep_in(_object, &interop_record_r_t_struct__ly_node, _native, sizeof(struct ly_node), _arena, _at);
        if (_found < 0)
            goto failed;
        if (_found == 0)
            break;
        /* name */
        _d1 = NULL;
        _n1 = 0;
        {
            _v1 = interop_put(_object, 1, _arena);
            if (_v1 == NULL)
                goto failed;
            if (interop_put_text(_v1, &interop_c_0, INTEROP_COUNTED, _arena, &_d1, &_n1, INTEROP_FIELD(r_t_struct__ly_node, 1)) < 0)
                goto failed;
        }
        /* name */
        {
            INTEROP_POINT(_native->name, _d1);
        }
        /* next */
        _object = interop_put(_object, 0, _arena);
        if (_object == NULL)
            goto failed;
        if (_object == Py_None) {
            break;
        }
        if (interop_chain_closes(&_chain, _object)) {
            interop_chain_failed(INTEROP_FIELD(r_t_struct__ly_node, 0));
            goto failed;
        }
        _arena->gives = 0;
        {
            struct ly_node *_next = interop_arena_take(_arena, 1, sizeof(struct ly_node), _Alignof(struct ly_node));
            if (_next == NULL)
                goto failed;
            INTEROP_POINT(_native->next, _next);
            _native = _next;
        }
    }
    _arena->gives = _gives;
    Py_LeaveRecursiveCall();
    return 0;
failed:
    _arena->gives = _gives;
    Py_LeaveRecursiveCall();
    memset(_first, 0, sizeof *_first);
    if (_found >= 0)
        interop_wrong_inside(_at);
    return -1;
}

static PyObject *
interop_from_r_t_struct__ly_node(const struct ly_node *_native, interop_place _at)
{
    interop_object *_first = NULL, *_self;
    PyObject *_read, **_held;
    interop_object *_last = NULL;
    interop_chain _chain = {_native, 0, 1};

    if (Py_EnterRecursiveCall(" while reading a record"))
        return NULL;
    (void)_read;
    (void)_held;
    for (;;) {
        _self = interop_record_alloc(&interop_record_r_t_struct__ly_node, 0);
        if (_self == NULL)
            goto failed;
        if (_last != NULL)
            _last->held[0] = (PyObject *)_self;
        else
            _first = _self;
        _held = _self->held;
        memcpy(_self->data, _native, sizeof(struct ly_node));
        memset((void *)(uintptr_t)&((struct ly_node *)_self->data)->next, 0, sizeof ((struct ly_node *)_self->data)->next);
        memset((void *)(uintptr_t)&((struct ly_node *)_self->data)->name, 0, sizeof ((struct ly_node *)_self->data)->name);
        /* name */
        {
            if (_native->name == NULL) {
                _read = interop_unexpected_null(INTEROP_FIELD(r_t_struct__ly_node, 1));
            } else {
                _read = interop_text_read(_native->name, -1, &interop_c_0, INTEROP_FIELD(r_t_struct__ly_node, 1));
            }
            if (_read == NULL)
                goto failed;
            _held[1] = _read;
        }
        /* next */
        _native = _native->next;
        if (_native == NULL) {
            break;
        }
        if (interop_chain_closes(&_chain, _native)) {
            interop_chain_failed(INTEROP_FIELD(r_t_struct__ly_node, 0));
            goto failed;
        }
        _last = _self;
    }
    Py_LeaveRecursiveCall();
    return (PyObject *)_first;
failed:
    Py_LeaveRecursiveCall();
    Py_XDECREF((PyObject *)_first);
    interop_wrong_inside(_at);
    return NULL;
}

/* tests/golden/layouts/in.cdef:17 struct ly_value */
static const char *const interop_names_r_t_struct__ly_value[] = {"kind", "i", "d", "s", "low", "high"};
static PyObject *interop_keys_r_t_struct__ly_value[6];
static interop_signature interop_fields_r_t_struct__ly_value = {
    "value", interop_names_r_t_struct__ly_value, interop_keys_r_t_struct__ly_value, NULL, 6, 6};

static PyObject *
interop_read_0_r_t_struct__ly_value(PyObject *_self, void *_unused)
{
    (void)_unused;
    return interop_get_enum_t_ly_kind(INTEROP_INSIDE(_self, struct ly_value, kind), INTEROP_FIELD(r_t_struct__ly_value, 0));
}

static int
interop_write_0_r_t_struct__ly_value(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_struct__ly_value, 0));
    return interop_set_enum_t_ly_kind(_value, INTEROP_INSIDE(_self, struct ly_value, kind), INTEROP_FIELD(r_t_struct__ly_value, 0));
}

static PyObject *
interop_read_1_r_t_struct__ly_value(PyObject *_self, void *_unused)
{
    const struct ly_value *_native = INTEROP_DATA(_self);

    (void)_unused;
    if (!((_native->kind) == 1))
        Py_RETURN_NONE;
    return interop_get_long(INTEROP_INSIDE(_self, struct ly_value, i), INTEROP_FIELD(r_t_struct__ly_value, 1));
}

static int
interop_write_1_r_t_struct__ly_value(PyObject *_self, PyObject *_value, void *_unused)
{
    const struct ly_value *_native = INTEROP_DATA(_self);

    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_struct__ly_value, 1));
    if (!((_native->kind) == 1))
        return _value == Py_None ? 0 : interop_not_live(INTEROP_FIELD(r_t_struct__ly_value, 1));
    return interop_set_long(_value, INTEROP_INSIDE(_self, struct ly_value, i), INTEROP_FIELD(r_t_struct__ly_value, 1));
}

static PyObject *
interop_read_2_r_t_struct__ly_value(PyObject *_self, void *_unused)
{
    const struct ly_value *_native = INTEROP_DATA(_self);

    (void)_unused;
    if (!((_native->kind) == 2))
        Py_RETURN_NONE;
    return interop_get_double(INTEROP_INSIDE(_self, struct ly_value, d), INTEROP_FIELD(r_t_struct__ly_value, 2));
}

static int
interop_write_2_r_t_struct__ly_value(PyObject *_self, PyObject *_value, void *_unused)
{
    const struct ly_value *_native = INTEROP_DATA(_self);

    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_struct__ly_value, 2));
    if (!((_native->kind) == 2))
        return _value == Py_None ? 0 : interop_not_live(INTEROP_FIELD(r_t_struct__ly_value, 2));
    return interop_set_double(_value, INTEROP_INSIDE(_self, struct ly_value, d), INTEROP_FIELD(r_t_struct__ly_value, 2));
}

static PyObject *
interop_read_3_r_t_struct__ly_value(PyObject *_self, void *_unused)
{
    const struct ly_value *_native = INTEROP_DATA(_self);

    (void)_unused;
    if (!((_native->kind) == 3))
        Py_RETURN_NONE;
    return interop_held(_self, 0);
}

static int
interop_write_3_r_t_struct__ly_value(PyObject *_self, PyObject *_value, void *_unused)
{
    const struct ly_value *_native = INTEROP_DATA(_self);

    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_struct__ly_value, 3));
    if (!((_native->kind) == 3))
        return _value == Py_None ? 0 : interop_not_live(INTEROP_FIELD(r_t_struct__ly_value, 3));
    return interop_hold(_self, 0, interop_text_held(_value, &interop_c_0, 0, INTEROP_FIELD(r_t_struct__ly_value, 3)));
}

static PyObject *
interop_read_4_r_t_struct__ly_value(PyObject *_self, void *_unused)
{
    const struct ly_value *_native = INTEROP_DATA(_self);

    (void)_unused;
    if (!(!((_native->kind) == 1 || (_native->kind) == 2 || (_native->kind) == 3)))
        Py_RETURN_NONE;
    return interop_get_int(INTEROP_INSIDE(_self, struct ly_value, low), INTEROP_FIELD(r_t_struct__ly_value, 4));
}

static int
interop_write_4_r_t_struct__ly_value(PyObject *_self, PyObject *_value, void *_unused)
{
    const struct ly_value *_native = INTEROP_DATA(_self);

    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_struct__ly_value, 4));
    if (!(!((_native->kind) == 1 || (_native->kind) == 2 || (_native->kind) == 3)))
        return _value == Py_None ? 0 : interop_not_live(INTEROP_FIELD(r_t_struct__ly_value, 4));
    return interop_set_int(_value, INTEROP_INSIDE(_self, struct ly_value, low), INTEROP_FIELD(r_t_struct__ly_value, 4));
}

static PyObject *
interop_read_5_r_t_struct__ly_value(PyObject *_self, void *_unused)
{
    const struct ly_value *_native = INTEROP_DATA(_self);

    (void)_unused;
    if (!(!((_native->kind) == 1 || (_native->kind) == 2 || (_native->kind) == 3)))
        Py_RETURN_NONE;
    return interop_get_int(INTEROP_INSIDE(_self, struct ly_value, high), INTEROP_FIELD(r_t_struct__ly_value, 5));
}

static int
interop_write_5_r_t_struct__ly_value(PyObject *_self, PyObject *_value, void *_unused)
{
    const struct ly_value *_native = INTEROP_DATA(_self);

    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_struct__ly_value, 5));
    if (!(!((_native->kind) == 1 || (_native->kind) == 2 || (_native->kind) == 3)))
        return _value == Py_None ? 0 : interop_not_live(INTEROP_FIELD(r_t_struct__ly_value, 5));
    return interop_set_int(_value, INTEROP_INSIDE(_self, struct ly_value, high), INTEROP_FIELD(r_t_struct__ly_value, 5));
}

static const interop_field interop_table_r_t_struct__ly_value[] = {
    {"kind", interop_read_0_r_t_struct__ly_value, interop_write_0_r_t_struct__ly_value, 0, 0, 0, 0},
    {"i", interop_read_1_r_t_struct__ly_value, interop_write_1_r_t_struct__ly_value, 1, 1, 0, 0},
    {"d", interop_read_2_r_t_struct__ly_value, interop_write_2_r_t_struct__ly_value, 1, 1, 0, 0},
    {"s", interop_read_3_r_t_struct__ly_value, interop_write_3_r_t_struct__ly_value, 1, 1, 0, 0},
    {"low", interop_read_4_r_t_struct__ly_value, interop_write_4_r_t_struct__ly_value, 1, 1, 0, 0},
    {"high", interop_read_5_r_t_struct__ly_value, interop_write_5_r_t_struct__ly_value, 1, 1, 0, 0},
    {NULL, NULL, NULL, 0, 0, 0, 0},
};
static PyGetSetDef interop_getset_r_t_struct__ly_value[] = {
    {"kind", interop_read_0_r_t_struct__ly_value, interop_write_0_r_t_struct__ly_value, "kind; C: enum ly_kind kind", NULL},
    {"i", interop_read_1_r_t_struct__ly_value, interop_write_1_r_t_struct__ly_value, "int; C: long i", NULL},
    {"d", interop_read_2_r_t_struct__ly_value, interop_write_2_r_t_struct__ly_value, "float; C: double d", NULL},
    {"s", interop_read_3_r_t_struct__ly_value, interop_write_3_r_t_struct__ly_value, "str; C: const char *s", NULL},
    {"low", interop_read_4_r_t_struct__ly_value, interop_write_4_r_t_struct__ly_value, "int; C: int low", NULL},
    {"high", interop_read_5_r_t_struct__ly_value, interop_write_5_r_t_struct__ly_value, "int; C: int high", NULL},
    {NULL, NULL, NULL, NULL, NULL},
};
static PyMethodDef interop_methods_r_t_struct__ly_value[] = {
    INTEROP_DEEP_METHODS
    INTEROP_RECORD_METHODS
    {NULL, NULL, 0, NULL},
};
static PyObject *
interop_make_r_t_struct__ly_value(PyTypeObject *_class, PyObject *_args, PyObject *_keywords)
{
    (void)_class;
    return interop_record_make(&interop_record_r_t_struct__ly_value, NULL, _args, _keywords);
}
#if INTEROP_DIRECT
static PyObject *
interop_quick_make_r_t_struct__ly_value(PyObject *_class, PyObject *const *_args, size_t _count,
                     PyObject *_names)
{
    (void)_class;
    return interop_record_vectorcall(&interop_record_r_t_struct__ly_value, NULL, _args, _count, _names);
}
#endif
static const char interop_doc_r_t_struct__ly_value[] =
    "value(kind=..., i=..., d=..., s=..., low=..., high=...)\n"
    "--\n"
    "\n"
    "C: struct ly_value. It is copied when it crosses, because of 's': it is text in memory of its own.\n"
    "\n"
    "kind: kind\n"
    "i: int\n"
    "d: float\n"
    "s: str\n"
    "low: int\n"
    "high: int";
static const interop_held_kind interop_kinds_r_t_struct__ly_value[] = {{INTEROP_HELD_VALUE, NULL, 3}};
static interop_record interop_record_r_t_struct__ly_value = {
    .layout = {
        .name = "value",
        .count = 0,
        .is_opaque = 0,
        .has_gaps = 0,
        .size = sizeof(struct ly_value),
        .make = interop_records_new,
        .assign = interop_record_assign,
    },
    .signature = &interop_fields_r_t_struct__ly_value,
    .fields = interop_table_r_t_struct__ly_value,
    .count = 6,
    .is_union = 0,
    .has_late = 1,
    .has_overlays = 0,
    .alignment = _Alignof(struct ly_value),
    .held = 1,
    .held_kinds = interop_kinds_r_t_struct__ly_value,
    .make = interop_make_r_t_struct__ly_value,
    INTEROP_QUICK_MAKE(interop_quick_make_r_t_struct__ly_value)
    .doc = interop_doc_r_t_struct__ly_value,
    .getset = interop_getset_r_t_struct__ly_value,
    .methods = interop_methods_r_t_struct__ly_value,
    .type = &interop_type_r_t_struct__ly_value,
    .pointer = {"struct ly_value *", NULL},
};

static int
interop_to_r_t_struct__ly_value(PyObject *_object, struct ly_value *_first, interop_arena *_arena, interop_place _at)
{
    struct ly_value *_native = _first;
    const int _gives = _arena->gives;
    int _found;
    PyObject *_v0 = NULL;
    void *_d0 = NULL;
    Py_ssize_t _n0 = 0;

    _found = interop_deep_in(_object, &interop_record_r_t_struct__ly_value, _native, sizeof(struct ly_value), _arena, _at);
    if (_found < 0)
        goto failed;
    if (_found == 0)
        goto done;
    if ((_native->kind) == 3)
        memset((void *)(uintptr_t)&_native->s, 0, sizeof _native->s);
    /* s */
    _d0 = NULL;
    _n0 = 0;
    if ((_native->kind) == 3) {
        _v0 = interop_put(_object, 0, _arena);
        if (_v0 == NULL)
            goto failed;
        if (interop_put_text(_v0, &interop_c_0, 0, _arena, &_d0, &_n0, INTEROP_FIELD(r_t_struct__ly_value, 3)) < 0)
            goto failed;
    }
    /* s */
    if ((_native->kind) == 3) {
        INTEROP_POINT(_native->s, _d0);
    }
done:
    _arena->gives = _gives;
    return 0;
failed:
    _arena->gives = _gives;
    memset(_first, 0, sizeof *_first);
    if (_found >= 0)
        interop_wrong_inside(_at);
    return -1;
}

static int
interop_parts_r_t_struct__ly_value(const struct ly_value *_native, PyObject **_held, interop_place _at)
{
    PyObject *_read;

    /* s */
    if ((_native->kind) == 3) {
        if (_native->s == NULL) {
            _read = interop_unexpected_null(INTEROP_FIELD(r_t_struct__ly_value, 3));
        } else {
            _read = interop_text_read(_native->s, -1, &interop_c_0, INTEROP_FIELD(r_t_struct__ly_value, 3));
        }
        if (_read == NULL)
            goto failed;
        _held[0] = _read;
    }
    return 0;
failed:
    for (int _i = 0; _i < 1; _i++)
        Py_CLEAR(_held[_i]);
    interop_wrong_inside(_at);
    return -1;
}

static inline void
interop_plain_r_t_struct__ly_value(struct ly_value *_data, const struct ly_value *_native)
{
    memcpy(_data, _native, sizeof(struct ly_value));
    if ((_native->kind) == 3)
    memset((void *)(uintptr_t)&((struct ly_value *)_data)->s, 0, sizeof ((struct ly_value *)_data)->s);
}

INTEROP_UNUSED static void
interop_replace_r_t_struct__ly_value(PyObject *_object, const struct ly_value *_native, PyObject **_held)
{
    interop_plain_r_t_struct__ly_value(INTEROP_DATA(_object), _native);
    interop_held_exchange(_object, _held, 1);
}

static PyObject *
interop_from_r_t_struct__ly_value(const struct ly_value *_native, interop_place _at)
{
    interop_object *_self = interop_record_alloc(&interop_record_r_t_struct__ly_value, 0);

    if (_self != NULL)
        interop_plain_r_t_struct__ly_value(_self->data, _native);
    if (_self != NULL && interop_parts_r_t_struct__ly_value(_native, _self->held, _at) < 0)
        Py_CLEAR(_self);
    return (PyObject *)_self;
}

/* tests/golden/layouts/in.cdef:29 interop_u_ly_outer_items_inner */
static const char *const interop_names_r_t_interop_u_ly_outer_items_inner[] = {"c"};
static PyObject *interop_keys_r_t_interop_u_ly_outer_items_inner[1];
static interop_signature interop_fields_r_t_interop_u_ly_outer_items_inner = {
    "outer_items_inner", interop_names_r_t_interop_u_ly_outer_items_inner, interop_keys_r_t_interop_u_ly_outer_items_inner, NULL, 1, 1};

static PyObject *
interop_read_0_r_t_interop_u_ly_outer_items_inner(PyObject *_self, void *_unused)
{
    (void)_unused;
    return interop_get_char(INTEROP_INSIDE(_self, interop_u_ly_outer_items_inner, c), INTEROP_FIELD(r_t_interop_u_ly_outer_items_inner, 0));
}

static int
interop_write_0_r_t_interop_u_ly_outer_items_inner(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_interop_u_ly_outer_items_inner, 0));
    if (INTEROP_IS_COPIED(_self))
        return interop_not_changed(INTEROP_FIELD(r_t_interop_u_ly_outer_items_inner, 0));
    return interop_set_char(_value, INTEROP_INSIDE(_self, interop_u_ly_outer_items_inner, c), INTEROP_FIELD(r_t_interop_u_ly_outer_items_inner, 0));
}

static const interop_part interop_members_r_t_interop_u_ly_outer_items_inner[] = {
    {"c", "c", &interop_type_char, offsetof(interop_u_ly_outer_items_inner, c), sizeof(((interop_u_ly_outer_items_inner *)0)->c), NULL, 0},
    {NULL, NULL, NULL, 0, 0, NULL, 0},
};
static const interop_field interop_table_r_t_interop_u_ly_outer_items_inner[] = {
    {"c", interop_read_0_r_t_interop_u_ly_outer_items_inner, interop_write_0_r_t_interop_u_ly_outer_items_inner, 0, 0, 0, 0},
    {NULL, NULL, NULL, 0, 0, 0, 0},
};
static PyGetSetDef interop_getset_r_t_interop_u_ly_outer_items_inner[] = {
    {"c", interop_read_0_r_t_interop_u_ly_outer_items_inner, interop_write_0_r_t_interop_u_ly_outer_items_inner, "bytes; C: char c", NULL},
    {NULL, NULL, NULL, NULL, NULL},
};
static PyObject *
interop_array_of_r_t_interop_u_ly_outer_items_inner(PyObject *_class, PyObject *_value)
{
    (void)_class;
    return interop_record_array(&interop_record_r_t_interop_u_ly_outer_items_inner, _value);
}
static PyMethodDef interop_methods_r_t_interop_u_ly_outer_items_inner[] = {
    INTEROP_BLITTABLE_METHODS
    {"array", interop_array_of_r_t_interop_u_ly_outer_items_inner, METH_O | METH_CLASS, INTEROP_ARRAY_DOC},
    INTEROP_RECORD_METHODS
    {NULL, NULL, 0, NULL},
};
static PyObject *
interop_make_r_t_interop_u_ly_outer_items_inner(PyTypeObject *_class, PyObject *_args, PyObject *_keywords)
{
    (void)_class;
    return interop_record_make(&interop_record_r_t_interop_u_ly_outer_items_inner, NULL, _args, _keywords);
}
#if INTEROP_DIRECT
static PyObject *
interop_quick_make_r_t_interop_u_ly_outer_items_inner(PyObject *_class, PyObject *const *_args, size_t _count,
                     PyObject *_names)
{
    (void)_class;
    return interop_record_vectorcall(&interop_record_r_t_interop_u_ly_outer_items_inner, NULL, _args, _count, _names);
}
#endif
static const char interop_doc_r_t_interop_u_ly_outer_items_inner[] =
    "outer_items_inner(c=...)\n"
    "--\n"
    "\n"
    "C: interop_u_ly_outer_items_inner. It holds the native value, and C gets its address.\n"
    "\n"
    "c: bytes";
static interop_record interop_record_r_t_interop_u_ly_outer_items_inner = {
    .layout = {
        .name = "outer_items_inner",
        .members = interop_members_r_t_interop_u_ly_outer_items_inner,
        .count = 1,
        .is_opaque = 0,
        .has_gaps = 0,
        .size = sizeof(interop_u_ly_outer_items_inner),
        .make = interop_records_new,
        .assign = interop_record_assign,
    },
    .signature = &interop_fields_r_t_interop_u_ly_outer_items_inner,
    .fields = interop_table_r_t_interop_u_ly_outer_items_inner,
    .count = 1,
    .is_union = 0,
    .has_late = 0,
    .has_overlays = 0,
    .alignment = _Alignof(interop_u_ly_outer_items_inner),
    .held = 0,
    .make = interop_make_r_t_interop_u_ly_outer_items_inner,
    INTEROP_QUICK_MAKE(interop_quick_make_r_t_interop_u_ly_outer_items_inner)
    .doc = interop_doc_r_t_interop_u_ly_outer_items_inner,
    .getset = interop_getset_r_t_interop_u_ly_outer_items_inner,
    .methods = interop_methods_r_t_interop_u_ly_outer_items_inner,
    .type = &interop_type_r_t_interop_u_ly_outer_items_inner,
    .pointer = {"interop_u_ly_outer_items_inner *", NULL},
};

/* tests/golden/layouts/in.cdef:29 interop_u_ly_outer_items */
static const char *const interop_names_r_t_interop_u_ly_outer_items[] = {"x", "inner"};
static PyObject *interop_keys_r_t_interop_u_ly_outer_items[2];
static interop_signature interop_fields_r_t_interop_u_ly_outer_items = {
    "outer_items", interop_names_r_t_interop_u_ly_outer_items, interop_keys_r_t_interop_u_ly_outer_items, NULL, 2, 2};

static PyObject *
interop_read_0_r_t_interop_u_ly_outer_items(PyObject *_self, void *_unused)
{
    (void)_unused;
    return interop_get_int(INTEROP_INSIDE(_self, interop_u_ly_outer_items, x), INTEROP_FIELD(r_t_interop_u_ly_outer_items, 0));
}

static int
interop_write_0_r_t_interop_u_ly_outer_items(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_interop_u_ly_outer_items, 0));
    if (INTEROP_IS_COPIED(_self))
        return interop_not_changed(INTEROP_FIELD(r_t_interop_u_ly_outer_items, 0));
    return interop_set_int(_value, INTEROP_INSIDE(_self, interop_u_ly_outer_items, x), INTEROP_FIELD(r_t_interop_u_ly_outer_items, 0));
}

static PyObject *
interop_read_1_r_t_interop_u_ly_outer_items(PyObject *_self, void *_unused)
{
    (void)_unused;
    return interop_record_inside(&interop_record_r_t_interop_u_ly_outer_items_inner, INTEROP_INSIDE(_self, interop_u_ly_outer_items, inner), interop_owner(_self));
}

static int
interop_write_1_r_t_interop_u_ly_outer_items(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_interop_u_ly_outer_items, 1));
    if (INTEROP_IS_COPIED(_self))
        return interop_not_changed(INTEROP_FIELD(r_t_interop_u_ly_outer_items, 1));
    return interop_set_r_t_interop_u_ly_outer_items_inner(_value, INTEROP_INSIDE(_self, interop_u_ly_outer_items, inner), INTEROP_FIELD(r_t_interop_u_ly_outer_items, 1));
}

static const interop_part interop_members_r_t_interop_u_ly_outer_items[] = {
    {"x", "x", &interop_type_int, offsetof(interop_u_ly_outer_items, x), sizeof(((interop_u_ly_outer_items *)0)->x), NULL, 0},
    {"inner", "inner", &interop_type_r_t_interop_u_ly_outer_items_inner, offsetof(interop_u_ly_outer_items, inner), sizeof(((interop_u_ly_outer_items *)0)->inner), NULL, 0},
    {NULL, NULL, NULL, 0, 0, NULL, 0},
};
static const interop_field interop_table_r_t_interop_u_ly_outer_items[] = {
    {"x", interop_read_0_r_t_interop_u_ly_outer_items, interop_write_0_r_t_interop_u_ly_outer_items, 0, 0, 0, 0},
    {"inner", interop_read_1_r_t_interop_u_ly_outer_items, interop_write_1_r_t_interop_u_ly_outer_items, 0, 0, 0, 0},
    {NULL, NULL, NULL, 0, 0, 0, 0},
};
static PyGetSetDef interop_getset_r_t_interop_u_ly_outer_items[] = {
    {"x", interop_read_0_r_t_interop_u_ly_outer_items, interop_write_0_r_t_interop_u_ly_outer_items, "int; C: int x", NULL},
    {"inner", interop_read_1_r_t_interop_u_ly_outer_items, interop_write_1_r_t_interop_u_ly_outer_items, "outer_items_inner; C: interop_u_ly_outer_items_inner inner", NULL},
    {NULL, NULL, NULL, NULL, NULL},
};
static PyObject *
interop_array_of_r_t_interop_u_ly_outer_items(PyObject *_class, PyObject *_value)
{
    (void)_class;
    return interop_record_array(&interop_record_r_t_interop_u_ly_outer_items, _value);
}
static PyMethodDef interop_methods_r_t_interop_u_ly_outer_items[] = {
    INTEROP_BLITTABLE_METHODS
    {"array", interop_array_of_r_t_interop_u_ly_outer_items, METH_O | METH_CLASS, INTEROP_ARRAY_DOC},
    INTEROP_RECORD_METHODS
    {NULL, NULL, 0, NULL},
};
static PyObject *
interop_make_r_t_interop_u_ly_outer_items(PyTypeObject *_class, PyObject *_args, PyObject *_keywords)
{
    (void)_class;
    return interop_record_make(&interop_record_r_t_interop_u_ly_outer_items, NULL, _args, _keywords);
}
#if INTEROP_DIRECT
static PyObject *
interop_quick_make_r_t_interop_u_ly_outer_items(PyObject *_class, PyObject *const *_args, size_t _count,
                     PyObject *_names)
{
    (void)_class;
    return interop_record_vectorcall(&interop_record_r_t_interop_u_ly_outer_items, NULL, _args, _count, _names);
}
#endif
static const char interop_doc_r_t_interop_u_ly_outer_items[] =
    "outer_items(x=0, inner=...)\n"
    "--\n"
    "\n"
    "C: interop_u_ly_outer_items. It holds the native value, and C gets its address.\n"
    "\n"
    "x: int\n"
    "inner: outer_items_inner";
static interop_record interop_record_r_t_interop_u_ly_outer_items = {
    .layout = {
        .name = "outer_items",
        .members = interop_members_r_t_interop_u_ly_outer_items,
        .count = 2,
        .is_opaque = 0,
        .has_gaps = 0,
        .size = sizeof(interop_u_ly_outer_items),
        .make = interop_records_new,
        .assign = interop_record_assign,
    },
    .signature = &interop_fields_r_t_interop_u_ly_outer_items,
    .fields = interop_table_r_t_interop_u_ly_outer_items,
    .count = 2,
    .is_union = 0,
    .has_late = 0,
    .has_overlays = 0,
    .alignment = _Alignof(interop_u_ly_outer_items),
    .held = 0,
    .make = interop_make_r_t_interop_u_ly_outer_items,
    INTEROP_QUICK_MAKE(interop_quick_make_r_t_interop_u_ly_outer_items)
    .doc = interop_doc_r_t_interop_u_ly_outer_items,
    .getset = interop_getset_r_t_interop_u_ly_outer_items,
    .methods = interop_methods_r_t_interop_u_ly_outer_items,
    .type = &interop_type_r_t_interop_u_ly_outer_items,
    .pointer = {"interop_u_ly_outer_items *", NULL},
};

/* tests/golden/layouts/in.cdef:30 interop_u_ly_outer__interop_number */
static const char *const interop_names_r_t_interop_u_ly_outer__interop_number[] = {"i", "f"};
static PyObject *interop_keys_r_t_interop_u_ly_outer__interop_number[2];
static interop_signature interop_fields_r_t_interop_u_ly_outer__interop_number = {
    "outer__interop_number", interop_names_r_t_interop_u_ly_outer__interop_number, interop_keys_r_t_interop_u_ly_outer__interop_number, NULL, 2, 2};

static PyObject *
interop_read_0_r_t_interop_u_ly_outer__interop_number(PyObject *_self, void *_unused)
{
    (void)_unused;
    return interop_get_int(INTEROP_INSIDE(_self, interop_u_ly_outer__interop_number, i), INTEROP_FIELD(r_t_interop_u_ly_outer__interop_number, 0));
}

static int
interop_write_0_r_t_interop_u_ly_outer__interop_number(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_interop_u_ly_outer__interop_number, 0));
    if (INTEROP_IS_COPIED(_self))
        return interop_not_changed(INTEROP_FIELD(r_t_interop_u_ly_outer__interop_number, 0));
    return interop_set_int(_value, INTEROP_INSIDE(_self, interop_u_ly_outer__interop_number, i), INTEROP_FIELD(r_t_interop_u_ly_outer__interop_number, 0));
}

static PyObject *
interop_read_1_r_t_interop_u_ly_outer__interop_number(PyObject *_self, void *_unused)
{
    (void)_unused;
    return interop_get_float(INTEROP_INSIDE(_self, interop_u_ly_outer__interop_number, f), INTEROP_FIELD(r_t_interop_u_ly_outer__interop_number, 1));
}

static int
interop_write_1_r_t_interop_u_ly_outer__interop_number(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_interop_u_ly_outer__interop_number, 1));
    if (INTEROP_IS_COPIED(_self))
        return interop_not_changed(INTEROP_FIELD(r_t_interop_u_ly_outer__interop_number, 1));
    return interop_set_float(_value, INTEROP_INSIDE(_self, interop_u_ly_outer__interop_number, f), INTEROP_FIELD(r_t_interop_u_ly_outer__interop_number, 1));
}

static const interop_field interop_table_r_t_interop_u_ly_outer__interop_number[] = {
    {"i", interop_read_0_r_t_interop_u_ly_outer__interop_number, interop_write_0_r_t_interop_u_ly_outer__interop_number, 0, 0, 0, 0},
    {"f", interop_read_1_r_t_interop_u_ly_outer__interop_number, interop_write_1_r_t_interop_u_ly_outer__interop_number, 0, 0, 0, 0},
    {NULL, NULL, NULL, 0, 0, 0, 0},
};
static PyGetSetDef interop_getset_r_t_interop_u_ly_outer__interop_number[] = {
    {"i", interop_read_0_r_t_interop_u_ly_outer__interop_number, interop_write_0_r_t_interop_u_ly_outer__interop_number, "int; C: int i", NULL},
    {"f", interop_read_1_r_t_interop_u_ly_outer__interop_number, interop_write_1_r_t_interop_u_ly_outer__interop_number, "float; C: float f", NULL},
    {NULL, NULL, NULL, NULL, NULL},
};
static PyObject *
interop_array_of_r_t_interop_u_ly_outer__interop_number(PyObject *_class, PyObject *_value)
{
    (void)_class;
    return interop_record_array(&interop_record_r_t_interop_u_ly_outer__interop_number, _value);
}
static PyMethodDef interop_methods_r_t_interop_u_ly_outer__interop_number[] = {
    INTEROP_BLITTABLE_METHODS
    {"array", interop_array_of_r_t_interop_u_ly_outer__interop_number, METH_O | METH_CLASS, INTEROP_ARRAY_DOC},
    INTEROP_RECORD_METHODS
    {NULL, NULL, 0, NULL},
};
static PyObject *
interop_make_r_t_interop_u_ly_outer__interop_number(PyTypeObject *_class, PyObject *_args, PyObject *_keywords)
{
    (void)_class;
    return interop_record_make(&interop_record_r_t_interop_u_ly_outer__interop_number, NULL, _args, _keywords);
}
#if INTEROP_DIRECT
static PyObject *
interop_quick_make_r_t_interop_u_ly_outer__interop_number(PyObject *_class, PyObject *const *_args, size_t _count,
                     PyObject *_names)
{
    (void)_class;
    return interop_record_vectorcall(&interop_record_r_t_interop_u_ly_outer__interop_number, NULL, _args, _count, _names);
}
#endif
static const char interop_doc_r_t_interop_u_ly_outer__interop_number[] =
    "outer__interop_number(i=..., f=...)\n"
    "--\n"
    "\n"
    "C: interop_u_ly_outer__interop_number. It holds the native value, and C gets its address.\n"
    "\n"
    "i: int\n"
    "f: float";
static interop_record interop_record_r_t_interop_u_ly_outer__interop_number = {
    .layout = {
        .name = "outer__interop_number",
        .count = 0,
        .is_opaque = 1,
        .has_gaps = 0,
        .size = sizeof(interop_u_ly_outer__interop_number),
        .make = interop_records_new,
        .assign = interop_record_assign,
    },
    .signature = &interop_fields_r_t_interop_u_ly_outer__interop_number,
    .fields = interop_table_r_t_interop_u_ly_outer__interop_number,
    .count = 2,
    .is_union = 1,
    .has_late = 0,
    .has_overlays = 1,
    .alignment = _Alignof(interop_u_ly_outer__interop_number),
    .held = 0,
    .make = interop_make_r_t_interop_u_ly_outer__interop_number,
    INTEROP_QUICK_MAKE(interop_quick_make_r_t_interop_u_ly_outer__interop_number)
    .doc = interop_doc_r_t_interop_u_ly_outer__interop_number,
    .getset = interop_getset_r_t_interop_u_ly_outer__interop_number,
    .methods = interop_methods_r_t_interop_u_ly_outer__interop_number,
    .type = &interop_type_r_t_interop_u_ly_outer__interop_number,
    .pointer = {"interop_u_ly_outer__interop_number *", NULL},
};

/* tests/golden/layouts/in.cdef:27 struct ly_outer */
static const char *const interop_names_r_t_struct__ly_outer[] = {"count", "items", "more", "number", "a", "b"};
static PyObject *interop_keys_r_t_struct__ly_outer[6];
static interop_signature interop_fields_r_t_struct__ly_outer = {
    "outer", interop_names_r_t_struct__ly_outer, interop_keys_r_t_struct__ly_outer, NULL, 6, 6};
INTEROP_UNUSED static const Py_ssize_t interop_counts_1_r_t_struct__ly_outer[] = {4};

static PyObject *
interop_read_0_r_t_struct__ly_outer(PyObject *_self, void *_unused)
{
    (void)_unused;
    return interop_get_int(INTEROP_INSIDE(_self, struct ly_outer, count), INTEROP_FIELD(r_t_struct__ly_outer, 0));
}

static int
interop_write_0_r_t_struct__ly_outer(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_struct__ly_outer, 0));
    if (INTEROP_IS_COPIED(_self))
        return interop_not_changed(INTEROP_FIELD(r_t_struct__ly_outer, 0));
    return interop_set_int(_value, INTEROP_INSIDE(_self, struct ly_outer, count), INTEROP_FIELD(r_t_struct__ly_outer, 0));
}

static PyObject *
interop_read_1_r_t_struct__ly_outer(PyObject *_self, void *_unused)
{
    (void)_unused;
    return (PyObject *)interop_view_new(&interop_type_r_t_interop_u_ly_outer_items, interop_counts_1_r_t_struct__ly_outer, 1, INTEROP_INSIDE(_self, struct ly_outer, items), interop_owner(_self), INTEROP_FIELD(r_t_struct__ly_outer, 1));
}

static int
interop_write_1_r_t_struct__ly_outer(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_struct__ly_outer, 1));
    if (INTEROP_IS_COPIED(_self))
        return interop_not_changed(INTEROP_FIELD(r_t_struct__ly_outer, 1));
    return interop_elements_set(_value, &interop_type_r_t_interop_u_ly_outer_items, interop_counts_1_r_t_struct__ly_outer, 1, INTEROP_INSIDE(_self, struct ly_outer, items), INTEROP_FIELD(r_t_struct__ly_outer, 1));
}

static PyObject *
interop_read_2_r_t_struct__ly_outer(PyObject *_self, void *_unused)
{
    (void)_unused;
    return interop_get_t_interop_u_ly_outer_items__ptr(INTEROP_INSIDE(_self, struct ly_outer, more), INTEROP_FIELD(r_t_struct__ly_outer, 2));
}

static int
interop_write_2_r_t_struct__ly_outer(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_struct__ly_outer, 2));
    if (INTEROP_IS_COPIED(_self))
        return interop_not_changed(INTEROP_FIELD(r_t_struct__ly_outer, 2));
    return interop_set_t_interop_u_ly_outer_items__ptr(_value, INTEROP_INSIDE(_self, struct ly_outer, more), INTEROP_FIELD(r_t_struct__ly_outer, 2));
}

static PyObject *
interop_read_3_r_t_struct__ly_outer(PyObject *_self, void *_unused)
{
    (void)_unused;
    return interop_record_inside(&interop_record_r_t_interop_u_ly_outer__interop_number, INTEROP_INSIDE(_self, struct ly_outer, _interop_number), interop_owner(_self));
}

static int
interop_write_3_r_t_struct__ly_outer(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_struct__ly_outer, 3));
    if (INTEROP_IS_COPIED(_self))
        return interop_not_changed(INTEROP_FIELD(r_t_struct__ly_outer, 3));
    return interop_set_r_t_interop_u_ly_outer__interop_number(_value, INTEROP_INSIDE(_self, struct ly_outer, _interop_number), INTEROP_FIELD(r_t_struct__ly_outer, 3));
}

static PyObject *
interop_read_4_r_t_struct__ly_outer(PyObject *_self, void *_unused)
{
    (void)_unused;
    return interop_get_short(INTEROP_INSIDE(_self, struct ly_outer, a), INTEROP_FIELD(r_t_struct__ly_outer, 4));
}

static int
interop_write_4_r_t_struct__ly_outer(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_struct__ly_outer, 4));
    if (INTEROP_IS_COPIED(_self))
        return interop_not_changed(INTEROP_FIELD(r_t_struct__ly_outer, 4));
    return interop_set_short(_value, INTEROP_INSIDE(_self, struct ly_outer, a), INTEROP_FIELD(r_t_struct__ly_outer, 4));
}

static PyObject *
interop_read_5_r_t_struct__ly_outer(PyObject *_self, void *_unused)
{
    (void)_unused;
    return interop_get_short(INTEROP_INSIDE(_self, struct ly_outer, b), INTEROP_FIELD(r_t_struct__ly_outer, 5));
}

static int
interop_write_5_r_t_struct__ly_outer(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_struct__ly_outer, 5));
    if (INTEROP_IS_COPIED(_self))
        return interop_not_changed(INTEROP_FIELD(r_t_struct__ly_outer, 5));
    return interop_set_short(_value, INTEROP_INSIDE(_self, struct ly_outer, b), INTEROP_FIELD(r_t_struct__ly_outer, 5));
}

static const interop_part interop_members_r_t_struct__ly_outer[] = {
    {"count", "count", &interop_type_int, offsetof(struct ly_outer, count), sizeof(((struct ly_outer *)0)->count), NULL, 0},
    {"items", "items", &interop_type_r_t_interop_u_ly_outer_items, offsetof(struct ly_outer, items), sizeof(((struct ly_outer *)0)->items), interop_counts_1_r_t_struct__ly_outer, 1},
    {"more", "more", &interop_type_t_interop_u_ly_outer_items__ptr, offsetof(struct ly_outer, more), sizeof(((struct ly_outer *)0)->more), NULL, 0},
    {"number", "_interop_number", &interop_type_r_t_interop_u_ly_outer__interop_number, offsetof(struct ly_outer, _interop_number), sizeof(((struct ly_outer *)0)->_interop_number), NULL, 0},
    {"a", "a", &interop_type_short, offsetof(struct ly_outer, a), sizeof(((struct ly_outer *)0)->a), NULL, 0},
    {"b", "b", &interop_type_short, offsetof(struct ly_outer, b), sizeof(((struct ly_outer *)0)->b), NULL, 0},
    {NULL, NULL, NULL, 0, 0, NULL, 0},
};
static const interop_field interop_table_r_t_struct__ly_outer[] = {
    {"count", interop_read_0_r_t_struct__ly_outer, interop_write_0_r_t_struct__ly_outer, 0, 0, 0, 0},
    {"items", interop_read_1_r_t_struct__ly_outer, interop_write_1_r_t_struct__ly_outer, 0, 0, 0, 0},
    {"more", interop_read_2_r_t_struct__ly_outer, interop_write_2_r_t_struct__ly_outer, 0, 0, 0, 0},
    {"number", interop_read_3_r_t_struct__ly_outer, interop_write_3_r_t_struct__ly_outer, 0, 0, 0, 0},
    {"a", interop_read_4_r_t_struct__ly_outer, interop_write_4_r_t_struct__ly_outer, 0, 0, 0, 0},
    {"b", interop_read_5_r_t_struct__ly_outer, interop_write_5_r_t_struct__ly_outer, 0, 0, 0, 0},
    {NULL, NULL, NULL, 0, 0, 0, 0},
};
static PyGetSetDef interop_getset_r_t_struct__ly_outer[] = {
    {"count", interop_read_0_r_t_struct__ly_outer, interop_write_0_r_t_struct__ly_outer, "int; C: int count", NULL},
    {"items", interop_read_1_r_t_struct__ly_outer, interop_write_1_r_t_struct__ly_outer, "view of outer_items; C: interop_u_ly_outer_items items[4]", NULL},
    {"more", interop_read_2_r_t_struct__ly_outer, interop_write_2_r_t_struct__ly_outer, "cdata; C: interop_u_ly_outer_items *more", NULL},
    {"number", interop_read_3_r_t_struct__ly_outer, interop_write_3_r_t_struct__ly_outer, "outer__interop_number; C: interop_u_ly_outer__interop_number _interop_number", NULL},
    {"a", interop_read_4_r_t_struct__ly_outer, interop_write_4_r_t_struct__ly_outer, "int; C: short a", NULL},
    {"b", interop_read_5_r_t_struct__ly_outer, interop_write_5_r_t_struct__ly_outer, "int; C: short b", NULL},
    {NULL, NULL, NULL, NULL, NULL},
};
static PyObject *
interop_array_of_r_t_struct__ly_outer(PyObject *_class, PyObject *_value)
{
    (void)_class;
    return interop_record_array(&interop_record_r_t_struct__ly_outer, _value);
}
static PyMethodDef interop_methods_r_t_struct__ly_outer[] = {
    INTEROP_BLITTABLE_METHODS
    {"array", interop_array_of_r_t_struct__ly_outer, METH_O | METH_CLASS, INTEROP_ARRAY_DOC},
    INTEROP_RECORD_METHODS
    {NULL, NULL, 0, NULL},
};
static PyObject *
interop_make_r_t_struct__ly_outer(PyTypeObject *_class, PyObject *_args, PyObject *_keywords)
{
    (void)_class;
    return interop_record_make(&interop_record_r_t_struct__ly_outer, NULL, _args, _keywords);
}
#if INTEROP_DIRECT
static PyObject *
interop_quick_make_r_t_struct__ly_outer(PyObject *_class, PyObject *const *_args, size_t _count,
                     PyObject *_names)
{
    (void)_class;
    return interop_record_vectorcall(&interop_record_r_t_struct__ly_outer, NULL, _args, _count, _names);
}
#endif
static const char interop_doc_r_t_struct__ly_outer[] =
    "outer(count=0, items=..., more=..., number=..., a=0, b=0)\n"
    "--\n"
    "\n"
    "C: struct ly_outer. It holds the native value, and C gets its address.\n"
    "\n"
    "count: int\n"
    "items: view of outer_items\n"
    "more: cdata\n"
    "number: outer__interop_number\n"
    "a: int\n"
    "b: int";
static interop_record interop_record_r_t_struct__ly_outer = {
    .layout = {
        .name = "outer",
        .members = interop_members_r_t_struct__ly_outer,
        .count = 6,
        .is_opaque = 0,
        .has_gaps = 0,
        .size = sizeof(struct ly_outer),
        .make = interop_records_new,
        .assign = interop_record_assign,
    },
    .signature = &interop_fields_r_t_struct__ly_outer,
    .fields = interop_table_r_t_struct__ly_outer,
    .count = 6,
    .is_union = 0,
    .has_late = 0,
    .has_overlays = 0,
    .alignment = _Alignof(struct ly_outer),
    .held = 0,
    .make = interop_make_r_t_struct__ly_outer,
    INTEROP_QUICK_MAKE(interop_quick_make_r_t_struct__ly_outer)
    .doc = interop_doc_r_t_struct__ly_outer,
    .getset = interop_getset_r_t_struct__ly_outer,
    .methods = interop_methods_r_t_struct__ly_outer,
    .type = &interop_type_r_t_struct__ly_outer,
    .pointer = {"struct ly_outer *", NULL},
};

/* tests/golden/layouts/in.cdef:34 struct ly_header */
static const char *const interop_names_r_t_struct__ly_header[] = {"version", "flags", "offset", "data", "length"};
static PyObject *interop_keys_r_t_struct__ly_header[4];
static interop_signature interop_fields_r_t_struct__ly_header = {
    "header", interop_names_r_t_struct__ly_header, interop_keys_r_t_struct__ly_header, NULL, 4, 4};

static PyObject *
interop_read_0_r_t_struct__ly_header(PyObject *_self, void *_unused)
{
    (void)_unused;
    {
        unsigned char _bits;
        struct ly_header _whole;

        memcpy(&_whole, INTEROP_DATA(_self), sizeof _whole);
        _bits = _whole.version;
        return interop_from_unsigned__char(_bits);
    }
}

static int
interop_write_0_r_t_struct__ly_header(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_struct__ly_header, 0));
    {
        unsigned char _bits;
        struct ly_header _whole;

        if (interop_to_unsigned__char(_value, &_bits, INTEROP_FIELD(r_t_struct__ly_header, 0)) < 0)
            return -1;
        memcpy(&_whole, INTEROP_DATA(_self), sizeof _whole);
        _whole.version = _bits;
        if (_whole.version != _bits)
            return interop_too_wide(_value, 4, INTEROP_FIELD(r_t_struct__ly_header, 0));
        memcpy(INTEROP_DATA(_self), &_whole, sizeof _whole);
        return 0;
    }
}

static PyObject *
interop_read_1_r_t_struct__ly_header(PyObject *_self, void *_unused)
{
    (void)_unused;
    {
        unsigned char _bits;
        struct ly_header _whole;

        memcpy(&_whole, INTEROP_DATA(_self), sizeof _whole);
        _bits = _whole.flags;
        return interop_from_unsigned__char(_bits);
    }
}

static int
interop_write_1_r_t_struct__ly_header(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_struct__ly_header, 1));
    {
        unsigned char _bits;
        struct ly_header _whole;

        if (interop_to_unsigned__char(_value, &_bits, INTEROP_FIELD(r_t_struct__ly_header, 1)) < 0)
            return -1;
        memcpy(&_whole, INTEROP_DATA(_self), sizeof _whole);
        _whole.flags = _bits;
        if (_whole.flags != _bits)
            return interop_too_wide(_value, 3, INTEROP_FIELD(r_t_struct__ly_header, 1));
        memcpy(INTEROP_DATA(_self), &_whole, sizeof _whole);
        return 0;
    }
}

static PyObject *
interop_read_2_r_t_struct__ly_header(PyObject *_self, void *_unused)
{
    (void)_unused;
    {
        int _bits;
        struct ly_header _whole;

        memcpy(&_whole, INTEROP_DATA(_self), sizeof _whole);
        _bits = _whole.offset;
        return interop_from_int(_bits);
    }
}

static int
interop_write_2_r_t_struct__ly_header(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_struct__ly_header, 2));
    {
        int _bits;
        struct ly_header _whole;

        if (interop_to_int(_value, &_bits, INTEROP_FIELD(r_t_struct__ly_header, 2)) < 0)
            return -1;
        memcpy(&_whole, INTEROP_DATA(_self), sizeof _whole);
        _whole.offset = _bits;
        if (_whole.offset != _bits)
            return interop_too_wide(_value, 12, INTEROP_FIELD(r_t_struct__ly_header, 2));
        memcpy(INTEROP_DATA(_self), &_whole, sizeof _whole);
        return 0;
    }
}

static PyObject *
interop_read_3_r_t_struct__ly_header(PyObject *_self, void *_unused)
{
    (void)_unused;
    return interop_held_elements(_self, 0, &interop_type_unsigned__char, INTEROP_MAKE_VIEW, INTEROP_FIELD(r_t_struct__ly_header, 3));
}

static int
interop_write_3_r_t_struct__ly_header(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_struct__ly_header, 3));
    return interop_hold(_self, 0, interop_elements_held(_value, &interop_type_unsigned__char, INTEROP_MAKE_VIEW, INTEROP_FIELD(r_t_struct__ly_header, 3)));
}

static const interop_field interop_table_r_t_struct__ly_header[] = {
    {"version", interop_read_0_r_t_struct__ly_header, interop_write_0_r_t_struct__ly_header, 0, 0, 0, 0},
    {"flags", interop_read_1_r_t_struct__ly_header, interop_write_1_r_t_struct__ly_header, 0, 0, 0, 0},
    {"offset", interop_read_2_r_t_struct__ly_header, interop_write_2_r_t_struct__ly_header, 0, 0, 0, 0},
    {"data", interop_read_3_r_t_struct__ly_header, interop_write_3_r_t_struct__ly_header, 0, 0, 0, 0},
    {NULL, NULL, NULL, 0, 0, 0, 0},
};
static PyGetSetDef interop_getset_r_t_struct__ly_header[] = {
    {"version", interop_read_0_r_t_struct__ly_header, interop_write_0_r_t_struct__ly_header, "int; C: unsigned char version : 4", NULL},
    {"flags", interop_read_1_r_t_struct__ly_header, interop_write_1_r_t_struct__ly_header, "int; C: unsigned char flags : 3", NULL},
    {"offset", interop_read_2_r_t_struct__ly_header, interop_write_2_r_t_struct__ly_header, "int; C: int offset : 12", NULL},
    {"data", interop_read_3_r_t_struct__ly_header, interop_write_3_r_t_struct__ly_header, "view of int; C: unsigned char data[]", NULL},
    {NULL, NULL, NULL, NULL, NULL},
};
static PyMethodDef interop_methods_r_t_struct__ly_header[] = {
    INTEROP_DEEP_METHODS
    INTEROP_RECORD_METHODS
    {NULL, NULL, 0, NULL},
};
static PyObject *
interop_make_r_t_struct__ly_header(PyTypeObject *_class, PyObject *_args, PyObject *_keywords)
{
    (void)_class;
    return interop_record_make(&interop_record_r_t_struct__ly_header, NULL, _args, _keywords);
}
#if INTEROP_DIRECT
static PyObject *
interop_quick_make_r_t_struct__ly_header(PyObject *_class, PyObject *const *_args, size_t _count,
                     PyObject *_names)
{
    (void)_class;
    return interop_record_vectorcall(&interop_record_r_t_struct__ly_header, NULL, _args, _count, _names);
}
#endif
static const char interop_doc_r_t_struct__ly_header[] =
    "header(version=0, flags=0, offset=0, data=...)\n"
    "--\n"
    "\n"
    "C: struct ly_header. It is copied when it crosses, because of 'data': its length differs from object to object.\n"
    "\n"
    "version: int\n"
    "flags: int\n"
    "offset: int\n"
    "data: view of int";
static const interop_held_kind interop_kinds_r_t_struct__ly_header[] = {{INTEROP_HELD_VALUE, NULL, 3}};
static interop_record interop_record_r_t_struct__ly_header = {
    .layout = {
        .name = "header",
        .count = 0,
        .is_opaque = 0,
        .has_gaps = 0,
        .size = sizeof(struct ly_header),
        .make = interop_records_new,
        .assign = interop_record_assign,
    },
    .signature = &interop_fields_r_t_struct__ly_header,
    .fields = interop_table_r_t_struct__ly_header,
    .count = 4,
    .is_union = 0,
    .has_late = 0,
    .has_overlays = 0,
    .alignment = _Alignof(struct ly_header),
    .held = 1,
    .held_kinds = interop_kinds_r_t_struct__ly_header,
    .make = interop_make_r_t_struct__ly_header,
    INTEROP_QUICK_MAKE(interop_quick_make_r_t_struct__ly_header)
    .doc = interop_doc_r_t_struct__ly_header,
    .getset = interop_getset_r_t_struct__ly_header,
    .methods = interop_methods_r_t_struct__ly_header,
    .type = &interop_type_r_t_struct__ly_header,
    .pointer = {"struct ly_header *", NULL},
};

static struct ly_header *
interop_flexible_r_t_struct__ly_header(PyObject *_object, interop_arena *_arena, interop_place _at)
{
    struct ly_header _head = {0}, *_first = &_head, *_whole = NULL;
    struct ly_header *_native = _first;
    const int _gives = _arena->gives;
    int _found;
    PyObject *_v0 = NULL;
    void *_d0 = NULL;
    Py_ssize_t _n0 = 0;

    _found = interop_deep_in(_object, &interop_record_r_t_struct__ly_header, _native, sizeof(struct ly_header), _arena, _at);
    if (_found < 0)
        goto failed;
    if (_found == 0) {
        /* cdata: with whatever stands behind it. */
        _whole = interop_record_other(_object, &interop_record_r_t_struct__ly_header, NULL, _at);
        _arena->room = PY_SSIZE_T_MAX;
        return _whole;
    }
    /* data */
    _d0 = NULL;
    _n0 = 0;
    {
        _v0 = interop_put(_object, 0, _arena);
        if (_v0 == NULL)
            goto failed;
        if (interop_put_array(_v0, &interop_type_unsigned__char, INTEROP_NULLABLE, _arena, &_d0, &_n0, INTEROP_FIELD(r_t_struct__ly_header, 3)) < 0)
            goto failed;
    }
    /* length */
    {
        Py_ssize_t _length = -1;
        unsigned int _measure = 0;

        if (interop_agree(&_length, _d0 != NULL, _n0, "length", INTEROP_FIELD(r_t_struct__ly_header, 3)) < 0)
            goto failed;
        if (INTEROP_LENGTH(unsigned int, _measure, _length < 0 ? 0 : _length, INTEROP_FIELD(r_t_struct__ly_header, 3)) < 0)
            goto failed;
        memcpy((void *)(uintptr_t)&_native->length, &_measure, sizeof _measure);
    }
    /* data */
    {
    }
    {
        Py_ssize_t _bytes = interop_bytes(_n0, sizeof(unsigned char));
        if (_bytes < 0)
            goto failed;
        _bytes += (Py_ssize_t)sizeof(struct ly_header);
        _whole = interop_arena_take(_arena, _bytes, 1, _Alignof(struct ly_header));
        if (_whole == NULL)
            goto failed;
        memcpy(_whole, _first, sizeof *_first);
        if (_d0 != NULL)
            memcpy((char *)_whole + offsetof(struct ly_header, data), _d0, (size_t)_n0 * sizeof(unsigned char));
        _arena->room = _n0;
    }
    _arena->gives = _gives;
    return _whole;
failed:
    _arena->gives = _gives;
    memset(_first, 0, sizeof *_first);
    if (_found >= 0)
        interop_wrong_inside(_at);
    return NULL;
}

static PyObject *
interop_from_r_t_struct__ly_header(const struct ly_header *_native, interop_place _at)
{
    interop_object *_first = NULL, *_self;
    PyObject *_read, **_held;

    (void)_read;
    (void)_held;
    _self = interop_record_alloc(&interop_record_r_t_struct__ly_header, 0);
    if (_self == NULL)
        goto failed;
    _first = _self;
    _held = _self->held;
    memcpy(_self->data, _native, sizeof(struct ly_header));
    /* data */
    {
        Py_ssize_t _count = interop_count((interop_wide)(_native->length), 0, INTEROP_FIELD(r_t_struct__ly_header, 3), "size_is");
        if (_count < 0)
            goto failed;
        _read = interop_view_copy(&interop_type_unsigned__char, (const char *)_native + offsetof(struct ly_header, data), _count, INTEROP_FIELD(r_t_struct__ly_header, 3));
        if (_read == NULL)
            goto failed;
        _held[0] = _read;
    }
    return (PyObject *)_first;
failed:
    Py_XDECREF((PyObject *)_first);
    interop_wrong_inside(_at);
    return NULL;
}

static PyObject *
interop_returned_r_t_struct__ly_header(const struct ly_header *_native, Py_ssize_t _room, interop_place _at)
{
    if (interop_valid((interop_wide)(_native->length), 0, _room, INTEROP_FIELD(r_t_struct__ly_header, 3)) < 0) {
        interop_wrong_inside(_at);
        return NULL;
    }
    return interop_from_r_t_struct__ly_header(_native, _at);
}

/* tests/golden/layouts/in.cdef:42 struct ly_aligned */
static const char *const interop_names_r_t_struct__ly_aligned[] = {"first", "second"};
static PyObject *interop_keys_r_t_struct__ly_aligned[2];
static interop_signature interop_fields_r_t_struct__ly_aligned = {
    "aligned", interop_names_r_t_struct__ly_aligned, interop_keys_r_t_struct__ly_aligned, NULL, 2, 2};

static PyObject *
interop_read_0_r_t_struct__ly_aligned(PyObject *_self, void *_unused)
{
    (void)_unused;
    return interop_get_int(INTEROP_INSIDE(_self, struct ly_aligned, first), INTEROP_FIELD(r_t_struct__ly_aligned, 0));
}

static int
interop_write_0_r_t_struct__ly_aligned(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_struct__ly_aligned, 0));
    if (INTEROP_IS_COPIED(_self))
        return interop_not_changed(INTEROP_FIELD(r_t_struct__ly_aligned, 0));
    return interop_set_int(_value, INTEROP_INSIDE(_self, struct ly_aligned, first), INTEROP_FIELD(r_t_struct__ly_aligned, 0));
}

static PyObject *
interop_read_1_r_t_struct__ly_aligned(PyObject *_self, void *_unused)
{
    (void)_unused;
    return interop_get_int(INTEROP_INSIDE(_self, struct ly_aligned, second), INTEROP_FIELD(r_t_struct__ly_aligned, 1));
}

static int
interop_write_1_r_t_struct__ly_aligned(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_struct__ly_aligned, 1));
    if (INTEROP_IS_COPIED(_self))
        return interop_not_changed(INTEROP_FIELD(r_t_struct__ly_aligned, 1));
    return interop_set_int(_value, INTEROP_INSIDE(_self, struct ly_aligned, second), INTEROP_FIELD(r_t_struct__ly_aligned, 1));
}

static const interop_part interop_members_r_t_struct__ly_aligned[] = {
    {"first", "first", &interop_type_int, offsetof(struct ly_aligned, first), sizeof(((struct ly_aligned *)0)->first), NULL, 0},
    {"second", "second", &interop_type_int, offsetof(struct ly_aligned, second), sizeof(((struct ly_aligned *)0)->second), NULL, 0},
    {NULL, NULL, NULL, 0, 0, NULL, 0},
};
static const interop_field interop_table_r_t_struct__ly_aligned[] = {
    {"first", interop_read_0_r_t_struct__ly_aligned, interop_write_0_r_t_struct__ly_aligned, 0, 0, 0, 0},
    {"second", interop_read_1_r_t_struct__ly_aligned, interop_write_1_r_t_struct__ly_aligned, 0, 0, 0, 0},
    {NULL, NULL, NULL, 0, 0, 0, 0},
};
static PyGetSetDef interop_getset_r_t_struct__ly_aligned[] = {
    {"first", interop_read_0_r_t_struct__ly_aligned, interop_write_0_r_t_struct__ly_aligned, "int; C: int first", NULL},
    {"second", interop_read_1_r_t_struct__ly_aligned, interop_write_1_r_t_struct__ly_aligned, "int; C: int second", NULL},
    {NULL, NULL, NULL, NULL, NULL},
};
static PyObject *
interop_array_of_r_t_struct__ly_aligned(PyObject *_class, PyObject *_value)
{
    (void)_class;
    return interop_record_array(&interop_record_r_t_struct__ly_aligned, _value);
}
static PyMethodDef interop_methods_r_t_struct__ly_aligned[] = {
    INTEROP_BLITTABLE_METHODS
    {"array", interop_array_of_r_t_struct__ly_aligned, METH_O | METH_CLASS, INTEROP_ARRAY_DOC},
    INTEROP_RECORD_METHODS
    {NULL, NULL, 0, NULL},
};
INTEROP_UNUSED static inline int
interop_numbers_r_t_struct__ly_aligned(void *_data, PyObject *const *_values, Py_ssize_t _count)
{
    if (_count < 2 || sizeof(((struct ly_aligned *)0)->first) + sizeof(((struct ly_aligned *)0)->second) < sizeof(struct ly_aligned))
        memset(_data, 0, sizeof(struct ly_aligned));
    if (_count > 0) {
        int _number = 0;
        if (interop_to_int(_values[0], &_number, INTEROP_FIELD(r_t_struct__ly_aligned, 0)) < 0)
            return -1;
        memcpy((char *)_data + offsetof(struct ly_aligned, first), &_number, sizeof _number);
    }
    if (_count > 1) {
        int _number = 0;
        if (interop_to_int(_values[1], &_number, INTEROP_FIELD(r_t_struct__ly_aligned, 1)) < 0)
            return -1;
        memcpy((char *)_data + offsetof(struct ly_aligned, second), &_number, sizeof _number);
    }
    return 0;
}

static PyObject *
interop_make_r_t_struct__ly_aligned(PyTypeObject *_class, PyObject *_args, PyObject *_keywords)
{
    (void)_class;
    return interop_record_make(&interop_record_r_t_struct__ly_aligned, interop_numbers_r_t_struct__ly_aligned, _args, _keywords);
}
#if INTEROP_DIRECT
static PyObject *
interop_quick_make_r_t_struct__ly_aligned(PyObject *_class, PyObject *const *_args, size_t _count,
                     PyObject *_names)
{
    (void)_class;
    return interop_record_vectorcall(&interop_record_r_t_struct__ly_aligned, interop_numbers_r_t_struct__ly_aligned, _args, _count, _names);
}
#endif
static const char interop_doc_r_t_struct__ly_aligned[] =
    "aligned(first=0, second=0)\n"
    "--\n"
    "\n"
    "C: struct ly_aligned. It holds the native value, and C gets its address.\n"
    "\n"
    "first: int\n"
    "second: int";
static interop_record interop_record_r_t_struct__ly_aligned = {
    .layout = {
        .name = "aligned",
        .members = interop_members_r_t_struct__ly_aligned,
        .count = 2,
        .is_opaque = 0,
        .has_gaps = 0,
        .size = sizeof(struct ly_aligned),
        .make = interop_records_new,
        .assign = interop_record_assign,
    },
    .signature = &interop_fields_r_t_struct__ly_aligned,
    .fields = interop_table_r_t_struct__ly_aligned,
    .count = 2,
    .is_union = 0,
    .has_late = 0,
    .has_overlays = 0,
    .alignment = _Alignof(struct ly_aligned),
    .held = 0,
    .make = interop_make_r_t_struct__ly_aligned,
    INTEROP_QUICK_MAKE(interop_quick_make_r_t_struct__ly_aligned)
    .doc = interop_doc_r_t_struct__ly_aligned,
    .getset = interop_getset_r_t_struct__ly_aligned,
    .methods = interop_methods_r_t_struct__ly_aligned,
    .type = &interop_type_r_t_struct__ly_aligned,
    .pointer = {"struct ly_aligned *", NULL},
};

/* tests/golden/layouts/in.cdef:44 struct ly_partial */
static const char *const interop_names_r_t_struct__ly_partial[] = {"used"};
static PyObject *interop_keys_r_t_struct__ly_partial[1];
static interop_signature interop_fields_r_t_struct__ly_partial = {
    "partial", interop_names_r_t_struct__ly_partial, interop_keys_r_t_struct__ly_partial, NULL, 1, 1};

static PyObject *
interop_read_0_r_t_struct__ly_partial(PyObject *_self, void *_unused)
{
    (void)_unused;
    return interop_get_int(INTEROP_INSIDE(_self, struct ly_partial, used), INTEROP_FIELD(r_t_struct__ly_partial, 0));
}

static int
interop_write_0_r_t_struct__ly_partial(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_struct__ly_partial, 0));
    if (INTEROP_IS_COPIED(_self))
        return interop_not_changed(INTEROP_FIELD(r_t_struct__ly_partial, 0));
    return interop_set_int(_value, INTEROP_INSIDE(_self, struct ly_partial, used), INTEROP_FIELD(r_t_struct__ly_partial, 0));
}

static const interop_part interop_members_r_t_struct__ly_partial[] = {
    {"used", "used", &interop_type_int, offsetof(struct ly_partial, used), sizeof(((struct ly_partial *)0)->used), NULL, 0},
    {NULL, NULL, NULL, 0, 0, NULL, 0},
};
static const interop_field interop_table_r_t_struct__ly_partial[] = {
    {"used", interop_read_0_r_t_struct__ly_partial, interop_write_0_r_t_struct__ly_partial, 0, 0, 0, 0},
    {NULL, NULL, NULL, 0, 0, 0, 0},
};
static PyGetSetDef interop_getset_r_t_struct__ly_partial[] = {
    {"used", interop_read_0_r_t_struct__ly_partial, interop_write_0_r_t_struct__ly_partial, "int; C: int used", NULL},
    {NULL, NULL, NULL, NULL, NULL},
};
static PyObject *
interop_array_of_r_t_struct__ly_partial(PyObject *_class, PyObject *_value)
{
    (void)_class;
    return interop_record_array(&interop_record_r_t_struct__ly_partial, _value);
}
static PyMethodDef interop_methods_r_t_struct__ly_partial[] = {
    INTEROP_BLITTABLE_METHODS
    {"array", interop_array_of_r_t_struct__ly_partial, METH_O | METH_CLASS, INTEROP_ARRAY_DOC},
    INTEROP_RECORD_METHODS
    {NULL, NULL, 0, NULL},
};
INTEROP_UNUSED static inline int
interop_numbers_r_t_struct__ly_partial(void *_data, PyObject *const *_values, Py_ssize_t _count)
{
    if (_count < 1 || sizeof(((struct ly_partial *)0)->used) < sizeof(struct ly_partial))
        memset(_data, 0, sizeof(struct ly_partial));
    if (_count > 0) {
        int _number = 0;
        if (interop_to_int(_values[0], &_number, INTEROP_FIELD(r_t_struct__ly_partial, 0)) < 0)
            return -1;
        memcpy((char *)_data + offsetof(struct ly_partial, used), &_number, sizeof _number);
    }
    return 0;
}

static PyObject *
interop_make_r_t_struct__ly_partial(PyTypeObject *_class, PyObject *_args, PyObject *_keywords)
{
    (void)_class;
    return interop_record_make(&interop_record_r_t_struct__ly_partial, interop_numbers_r_t_struct__ly_partial, _args, _keywords);
}
#if INTEROP_DIRECT
static PyObject *
interop_quick_make_r_t_struct__ly_partial(PyObject *_class, PyObject *const *_args, size_t _count,
                     PyObject *_names)
{
    (void)_class;
    return interop_record_vectorcall(&interop_record_r_t_struct__ly_partial, interop_numbers_r_t_struct__ly_partial, _args, _count, _names);
}
#endif
static const char interop_doc_r_t_struct__ly_partial[] =
    "partial(used=0)\n"
    "--\n"
    "\n"
    "C: struct ly_partial. It holds the native value, and C gets its address.\n"
    "\n"
    "used: int";
static interop_record interop_record_r_t_struct__ly_partial = {
    .layout = {
        .name = "partial",
        .members = interop_members_r_t_struct__ly_partial,
        .count = 1,
        .is_opaque = 0,
        .has_gaps = 0,
        .size = sizeof(struct ly_partial),
        .make = interop_records_new,
        .assign = interop_record_assign,
    },
    .signature = &interop_fields_r_t_struct__ly_partial,
    .fields = interop_table_r_t_struct__ly_partial,
    .count = 1,
    .is_union = 0,
    .has_late = 0,
    .has_overlays = 0,
    .alignment = _Alignof(struct ly_partial),
    .held = 0,
    .make = interop_make_r_t_struct__ly_partial,
    INTEROP_QUICK_MAKE(interop_quick_make_r_t_struct__ly_partial)
    .doc = interop_doc_r_t_struct__ly_partial,
    .getset = interop_getset_r_t_struct__ly_partial,
    .methods = interop_methods_r_t_struct__ly_partial,
    .type = &interop_type_r_t_struct__ly_partial,
    .pointer = {"struct ly_partial *", NULL},
};

/* tests/golden/layouts/in.cdef:46 struct ly_any */
static const char *const interop_names_r_t_struct__ly_any[] = {"kind", "i", "s"};
static PyObject *interop_keys_r_t_struct__ly_any[3];
static interop_signature interop_fields_r_t_struct__ly_any = {
    "any", interop_names_r_t_struct__ly_any, interop_keys_r_t_struct__ly_any, NULL, 3, 3};

static PyObject *
interop_read_0_r_t_struct__ly_any(PyObject *_self, void *_unused)
{
    (void)_unused;
    return interop_get_int(INTEROP_INSIDE(_self, struct ly_any, kind), INTEROP_FIELD(r_t_struct__ly_any, 0));
}

static int
interop_write_0_r_t_struct__ly_any(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_struct__ly_any, 0));
    return interop_set_int(_value, INTEROP_INSIDE(_self, struct ly_any, kind), INTEROP_FIELD(r_t_struct__ly_any, 0));
}

static PyObject *
interop_read_1_r_t_struct__ly_any(PyObject *_self, void *_unused)
{
    const struct ly_any *_native = INTEROP_DATA(_self);

    (void)_unused;
    if (!((_native->kind) == 1))
        Py_RETURN_NONE;
    return interop_get_int(INTEROP_INSIDE(_self, struct ly_any, i), INTEROP_FIELD(r_t_struct__ly_any, 1));
}

static int
interop_write_1_r_t_struct__ly_any(PyObject *_self, PyObject *_value, void *_unused)
{
    const struct ly_any *_native = INTEROP_DATA(_self);

    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_struct__ly_any, 1));
    if (!((_native->kind) == 1))
        return _value == Py_None ? 0 : interop_not_live(INTEROP_FIELD(r_t_struct__ly_any, 1));
    return interop_set_int(_value, INTEROP_INSIDE(_self, struct ly_any, i), INTEROP_FIELD(r_t_struct__ly_any, 1));
}

static PyObject *
interop_read_2_r_t_struct__ly_any(PyObject *_self, void *_unused)
{
    const struct ly_any *_native = INTEROP_DATA(_self);

    (void)_unused;
    if (!((_native->kind) == 2))
        Py_RETURN_NONE;
    return interop_held(_self, 0);
}

static int
interop_write_2_r_t_struct__ly_any(PyObject *_self, PyObject *_value, void *_unused)
{
    const struct ly_any *_native = INTEROP_DATA(_self);

    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_struct__ly_any, 2));
    if (!((_native->kind) == 2))
        return _value == Py_None ? 0 : interop_not_live(INTEROP_FIELD(r_t_struct__ly_any, 2));
    return interop_hold(_self, 0, interop_text_held(_value, &interop_c_0, 0, INTEROP_FIELD(r_t_struct__ly_any, 2)));
}

static const interop_field interop_table_r_t_struct__ly_any[] = {
    {"kind", interop_read_0_r_t_struct__ly_any, interop_write_0_r_t_struct__ly_any, 0, 0, 0, 0},
    {"i", interop_read_1_r_t_struct__ly_any, interop_write_1_r_t_struct__ly_any, 1, 1, 0, 0},
    {"s", interop_read_2_r_t_struct__ly_any, interop_write_2_r_t_struct__ly_any, 1, 1, 0, 0},
    {NULL, NULL, NULL, 0, 0, 0, 0},
};
static PyGetSetDef interop_getset_r_t_struct__ly_any[] = {
    {"kind", interop_read_0_r_t_struct__ly_any, interop_write_0_r_t_struct__ly_any, "int; C: int kind", NULL},
    {"i", interop_read_1_r_t_struct__ly_any, interop_write_1_r_t_struct__ly_any, "int; C: int i", NULL},
    {"s", interop_read_2_r_t_struct__ly_any, interop_write_2_r_t_struct__ly_any, "str; C: const char *s", NULL},
    {NULL, NULL, NULL, NULL, NULL},
};
static PyMethodDef interop_methods_r_t_struct__ly_any[] = {
    INTEROP_DEEP_METHODS
    INTEROP_RECORD_METHODS
    {NULL, NULL, 0, NULL},
};
static PyObject *
interop_make_r_t_struct__ly_any(PyTypeObject *_class, PyObject *_args, PyObject *_keywords)
{
    (void)_class;
    return interop_record_make(&interop_record_r_t_struct__ly_any, NULL, _args, _keywords);
}
#if INTEROP_DIRECT
static PyObject *
interop_quick_make_r_t_struct__ly_any(PyObject *_class, PyObject *const *_args, size_t _count,
                     PyObject *_names)
{
    (void)_class;
    return interop_record_vectorcall(&interop_record_r_t_struct__ly_any, NULL, _args, _count, _names);
}
#endif
static const char interop_doc_r_t_struct__ly_any[] =
    "any(kind=0, i=..., s=...)\n"
    "--\n"
    "\n"
    "C: struct ly_any. It is copied when it crosses, because of 's': it is text in memory of its own.\n"
    "\n"
    "kind: int\n"
    "i: int\n"
    "s: str";
static const interop_held_kind interop_kinds_r_t_struct__ly_any[] = {{INTEROP_HELD_VALUE, NULL, 2}};
static interop_record interop_record_r_t_struct__ly_any = {
    .layout = {
        .name = "any",
        .count = 0,
        .is_opaque = 0,
        .has_gaps = 0,
        .size = sizeof(struct ly_any),
        .make = interop_records_new,
        .assign = interop_record_assign,
    },
    .signature = &interop_fields_r_t_struct__ly_any,
    .fields = interop_table_r_t_struct__ly_any,
    .count = 3,
    .is_union = 0,
    .has_late = 1,
    .has_overlays = 0,
    .alignment = _Alignof(struct ly_any),
    .held = 1,
    .held_kinds = interop_kinds_r_t_struct__ly_any,
    .make = interop_make_r_t_struct__ly_any,
    INTEROP_QUICK_MAKE(interop_quick_make_r_t_struct__ly_any)
    .doc = interop_doc_r_t_struct__ly_any,
    .getset = interop_getset_r_t_struct__ly_any,
    .methods = interop_methods_r_t_struct__ly_any,
    .type = &interop_type_r_t_struct__ly_any,
    .pointer = {"struct ly_any *", NULL},
};

static PyObject *
interop_variant_r_t_struct__ly_any(PyObject *_value, interop_arena *_arena, interop_place _at)
{
    interop_object *_self;
    int _failed;

    if (INTEROP_IS(_value, &interop_record_r_t_struct__ly_any))
        return _value;
    _self = interop_record_new(&interop_record_r_t_struct__ly_any);
    if (_self == NULL)
        return NULL;
    if (_value == Py_None) {
        ((struct ly_any *)_self->data)->kind = 0;
        _failed = 0;
    } else if (PyLong_Check(_value)) {
        ((struct ly_any *)_self->data)->kind = 1;
        _failed = interop_write_1_r_t_struct__ly_any((PyObject *)_self, _value, NULL);
    } else if (PyUnicode_Check(_value)) {
        ((struct ly_any *)_self->data)->kind = 2;
        _failed = interop_write_2_r_t_struct__ly_any((PyObject *)_self, _value, NULL);
    } else {
        Py_DECREF((PyObject *)_self);
        _failed = interop_is_cdata(_value);
        if (_failed == 0)
            interop_expected(_at, "int, str or None", _value);
        return _failed > 0 ? _value : NULL;
    }
    if (_failed)
        interop_wrong_inside(_at);
    else
        _failed = interop_arena_keep(_arena, (PyObject *)_self);
    /* The arena keeps it until the call is over. */
    Py_DECREF((PyObject *)_self);
    return _failed ? NULL : (PyObject *)_self;
}

static int
interop_to_r_t_struct__ly_any(PyObject *_object, struct ly_any *_first, interop_arena *_arena, interop_place _at)
{
    struct ly_any *_native = _first;
    const int _gives = _arena->gives;
    int _found;
    PyObject *_v0 = NULL;
    void *_d0 = NULL;
    Py_ssize_t _n0 = 0;
    PyObject *_plain = NULL;

    if (_object == Py_None) {
        memset(_first, 0, sizeof *_first);
        _first->kind = 0;
        return 0;
    }
    if (PyLong_CheckExact(_object)) {
        int _number;
        if (interop_to_int(_object, &_number, _at) == 0) {
            memset(_first, 0, sizeof *_first);
            _first->kind = 1;
            memcpy((void *)(uintptr_t)&_first->i, &_number, sizeof _number);
            return 0;
        }
        PyErr_Clear();
    }
    if (Py_EnterRecursiveCall(" while converting a record"))
        return -1;
    memset(_first, 0, sizeof *_first);
    if (PyUnicode_CheckExact(_object)) {
        _first->kind = 2;
        _plain = _object;
    }
    if (_plain != NULL) {
        _found = interop_arena_keep(_arena, _plain) < 0 ? -1 : 1;
        goto found;
    }
    _object = interop_variant_r_t_struct__ly_any(_object, _arena, _at);
    if (_object == NULL) {
        _found = -1;
        goto failed;
    }
    _found = interop_deep_in(_object, &interop_record_r_t_struct__ly_any, _native, sizeof(struct ly_any), _arena, _at);
found:
    if (_found < 0)
        goto failed;
    if (_found == 0)
        goto done;
    if ((_native->kind) == 2)
        memset((void *)(uintptr_t)&_native->s, 0, sizeof _native->s);
    /* s */
    _d0 = NULL;
    _n0 = 0;
    if ((_native->kind) == 2) {
        _v0 = _plain != NULL ? _plain : interop_put(_object, 0, _arena);
        if (_v0 == NULL)
            goto failed;
        if (interop_put_text(_v0, &interop_c_0, 0, _arena, &_d0, &_n0, INTEROP_FIELD(r_t_struct__ly_any, 2)) < 0)
            goto failed;
    }
    /* s */
    if ((_native->kind) == 2) {
        INTEROP_POINT(_native->s, _d0);
    }
done:
    _arena->gives = _gives;
    Py_LeaveRecursiveCall();
    return 0;
failed:
    _arena->gives = _gives;
    Py_LeaveRecursiveCall();
    memset(_first, 0, sizeof *_first);
    if (_found >= 0)
        interop_wrong_inside(_at);
    return -1;
}

static PyObject *
interop_from_r_t_struct__ly_any(const struct ly_any *_native, interop_place _at)
{
    PyObject *_read;

    if ((_native->kind) == 1) {
        _read = interop_get_int(&_native->i, INTEROP_FIELD(r_t_struct__ly_any, 1));
        if (_read == NULL)
            goto failed;
        return _read;
    }
    if ((_native->kind) == 2) {
        if (_native->s == NULL) {
            _read = interop_unexpected_null(INTEROP_FIELD(r_t_struct__ly_any, 2));
        } else {
            _read = interop_text_read(_native->s, -1, &interop_c_0, INTEROP_FIELD(r_t_struct__ly_any, 2));
        }
        if (_read == NULL)
            goto failed;
        return _read;
    }
    return Py_NewRef(Py_None);
failed:
    interop_wrong_inside(_at);
    return NULL;
}

/* tests/golden/layouts/in.cdef:48
 * struct ly_any ly_same(struct ly_any value); */
static const char *const interop_n_same[] = {"value"};
static PyObject *interop_k_same[1];
static interop_signature interop_s_same = {"same", interop_n_same, interop_k_same, "1", 1, 1};
static const char interop_d_same[] =
    "same(value)\n"
    "--\n"
    "\n"
    "same(value: int | str | None) -> int | str | None\n"
    "\n"
    "C: struct ly_any ly_same(struct ly_any value);";
static PyObject *
interop_f_same(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    struct ly_any _a_value;
    struct ly_any _result;
    interop_arena _arena;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_arena_init(&_arena);
    memset(&_a_value, 0, sizeof _a_value);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_same, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    _arena.gives = 0;
    if (interop_to_r_t_struct__ly_any(_in[0], &_a_value, &_arena, INTEROP_AT(same, 0)) < 0)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = ly_same(_a_value);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    _value = interop_from_r_t_struct__ly_any(&_result, INTEROP_AT(same, -1));
    if (_value == NULL)
        goto cleanup;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_arena_release(&_arena);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/layouts/in.cdef:49
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
interop_f_show(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    struct ly_value *_a_value = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_show, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            return NULL;
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


/* tests/golden/layouts/in.cdef:50
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
interop_f_put(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    struct ly_header *_a_header = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_put, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            return NULL;
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


/* tests/golden/layouts/in.cdef:51
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
interop_f_walk(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[3];
    PyObject *const *_in = _args;
    struct ly_outer *_a_outer = NULL;
    struct ly_aligned *_a_aligned = NULL;
    struct ly_partial *_a_partial = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 3 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_walk, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            return NULL;
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
    {"_interop_setup", interop_setup, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};
static const interop_function_def interop_functions[] = {
    {"same", interop_f_same, interop_d_same},
    {"show", interop_f_show, interop_d_show},
    {"put", interop_f_put, interop_d_put},
    {"walk", interop_f_walk, interop_d_walk},
    {NULL, NULL, NULL},
};

static int
interop_execute(PyObject *module)
{
    static interop_results *const results[] = {NULL};
    if (!interop_is_home())
        return -1;
    if (interop_add_functions(module, interop_functions) < 0)
        return -1;
    static interop_record *const records[] = {&interop_record_r_t_struct__ly_point, &interop_record_r_t_struct__ly_node, &interop_record_r_t_struct__ly_value, &interop_record_r_t_interop_u_ly_outer_items_inner, &interop_record_r_t_interop_u_ly_outer_items, &interop_record_r_t_interop_u_ly_outer__interop_number, &interop_record_r_t_struct__ly_outer, &interop_record_r_t_struct__ly_header, &interop_record_r_t_struct__ly_aligned, &interop_record_r_t_struct__ly_partial, &interop_record_r_t_struct__ly_any, NULL};
    if (interop_execute_with(module, results, "036b1302bc8a347c") < 0)
        return -1;
    return interop_add_records(module, records);
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
#line 48 "tests/golden/layouts/in.cdef"
_Static_assert(_Generic(&ly_same, struct ly_any (*)(struct ly_any): 1, default: 0), "the header declares 'ly_same' with another type");
#line 49 "tests/golden/layouts/in.cdef"
_Static_assert(_Generic(&ly_show, void (*)(struct ly_value *): 1, default: 0), "the header declares 'ly_show' with another type");
#line 50 "tests/golden/layouts/in.cdef"
_Static_assert(_Generic(&ly_put, void (*)(struct ly_header *): 1, default: 0), "the header declares 'ly_put' with another type");
#line 51 "tests/golden/layouts/in.cdef"
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
#line 46 "tests/golden/layouts/in.cdef"
_Static_assert(INTEROP_TYPED(struct ly_any, kind, int *, volatile int *), "field 'kind' of 'struct ly_any' has another type in the header");
#line 46 "tests/golden/layouts/in.cdef"
_Static_assert(INTEROP_TYPED(struct ly_any, i, int *, volatile int *), "field 'i' of 'struct ly_any' has another type in the header");
#line 46 "tests/golden/layouts/in.cdef"
_Static_assert(INTEROP_TYPED(struct ly_any, s, const char **, const char *volatile *), "field 's' of 'struct ly_any' has another type in the header");
#line 46 "tests/golden/layouts/in.cdef"
struct interop_twin_14 { int kind; union { int i; const char *s; }; };
#line 46 "tests/golden/layouts/in.cdef"
_Static_assert(!INTEROP_TYPED(struct ly_any, kind, int *, volatile int *) || INTEROP_PLACED(struct ly_any, struct interop_twin_14, kind), "field 'kind' of 'struct ly_any' stands at another place in the header");
#line 46 "tests/golden/layouts/in.cdef"
_Static_assert(!INTEROP_TYPED(struct ly_any, kind, int *, volatile int *) || !INTEROP_PLACED(struct ly_any, struct interop_twin_14, kind) || !INTEROP_TYPED(struct ly_any, i, int *, volatile int *) || INTEROP_APART(struct ly_any, struct interop_twin_14, kind, i), "field 'i' of 'struct ly_any' stands at another place in the header");
#line 46 "tests/golden/layouts/in.cdef"
_Static_assert(!INTEROP_TYPED(struct ly_any, i, int *, volatile int *) || !INTEROP_APART(struct ly_any, struct interop_twin_14, kind, i) || !INTEROP_TYPED(struct ly_any, s, const char **, const char *volatile *) || INTEROP_APART(struct ly_any, struct interop_twin_14, i, s), "field 's' of 'struct ly_any' stands at another place in the header");
#line 46 "tests/golden/layouts/in.cdef"
_Static_assert(!INTEROP_TYPED(struct ly_any, s, const char **, const char *volatile *) || !INTEROP_APART(struct ly_any, struct interop_twin_14, i, s) || INTEROP_ENDS(struct ly_any, struct interop_twin_14, s), "'struct ly_any' has another size in the header: a field is missing, or [pack]");
#line 46 "tests/golden/layouts/in.cdef"
_Static_assert(sizeof(struct ly_any) != sizeof(struct interop_twin_14) || _Alignof(struct ly_any) == _Alignof(struct interop_twin_14), "'struct ly_any' is aligned otherwise in the header");
#pragma GCC diagnostic pop
