/* The stubs of module vtables. Made from tests/golden/vtables/in.cdef by interop; do not edit. */
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

INTEROP_POINTER(t_void___ptr__void_, "void (*)(void)")
INTEROP_SIGNED(int, int)
INTEROP_CHAR(char, char)
INTEROP_POINTER(t_void__ptr, "void *")
static const interop_codec interop_c_0 = {NULL, "strict", sizeof(char), 0};

static interop_callback_type interop_cb_f_t_g_binary;
static interop_callback_type interop_cb_f_t_g_ops__open;
static interop_callback_type interop_cb_f_t_g_ops__close;
static interop_record interop_record_r_t_g_pair;
static const interop_type interop_type_r_t_g_pair;
INTEROP_BLITTABLE(r_t_g_pair, g_pair)
static interop_record interop_record_r_t_struct__g_ops;
static const interop_type interop_type_r_t_struct__g_ops;
INTEROP_BLITTABLE(r_t_struct__g_ops, struct g_ops)
static interop_record interop_record_r_t_struct__g_plugin;
static const interop_type interop_type_r_t_struct__g_plugin;
INTEROP_UNUSED static PyObject *interop_from_r_t_struct__g_plugin(const struct g_plugin *, interop_place);
INTEROP_UNUSED static int interop_to_r_t_struct__g_plugin(PyObject *, struct g_plugin *, interop_arena *, interop_place);
INTEROP_DEEP(r_t_struct__g_plugin, struct g_plugin)
/* tests/golden/vtables/in.cdef:6 g_pair */
static const char *const interop_names_r_t_g_pair[] = {"first", "second"};
static PyObject *interop_keys_r_t_g_pair[2];
static interop_signature interop_fields_r_t_g_pair = {
    "pair", interop_names_r_t_g_pair, interop_keys_r_t_g_pair, NULL, 2, 2};

static PyObject *
interop_read_0_r_t_g_pair(PyObject *_self, void *_unused)
{
    (void)_unused;
    return interop_function_read(INTEROP_INSIDE(_self, g_pair, first), &interop_cb_f_t_g_binary);
}

static int
interop_write_0_r_t_g_pair(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_g_pair, 0));
    if (INTEROP_IS_COPIED(_self))
        return interop_not_changed(INTEROP_FIELD(r_t_g_pair, 0));
    return interop_function_write(_self, _value, INTEROP_INSIDE(_self, g_pair, first), &interop_cb_f_t_g_binary, INTEROP_NULLABLE, INTEROP_FIELD(r_t_g_pair, 0));
}

static PyObject *
interop_read_1_r_t_g_pair(PyObject *_self, void *_unused)
{
    (void)_unused;
    return interop_function_read(INTEROP_INSIDE(_self, g_pair, second), &interop_cb_f_t_g_binary);
}

static int
interop_write_1_r_t_g_pair(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_g_pair, 1));
    if (INTEROP_IS_COPIED(_self))
        return interop_not_changed(INTEROP_FIELD(r_t_g_pair, 1));
    return interop_function_write(_self, _value, INTEROP_INSIDE(_self, g_pair, second), &interop_cb_f_t_g_binary, 0, INTEROP_FIELD(r_t_g_pair, 1));
}

static const interop_part interop_members_r_t_g_pair[] = {
    {"first", "first", &interop_type_function, offsetof(g_pair, first), sizeof(((g_pair *)0)->first), NULL, 0},
    {"second", "second", &interop_type_function, offsetof(g_pair, second), sizeof(((g_pair *)0)->second), NULL, 0},
    {NULL, NULL, NULL, 0, 0, NULL, 0},
};
static const interop_method interop_methods_of_r_t_g_pair[] = {
    {"first", 0},
    {"second", 1},
    {NULL, 0},
};
static const interop_function_part interop_functions_r_t_g_pair[] = {
    {offsetof(g_pair, first), 1, &interop_cb_f_t_g_binary, NULL},
    {offsetof(g_pair, second), 1, &interop_cb_f_t_g_binary, NULL},
    {0, 0, NULL, NULL},
};
static const interop_field interop_table_r_t_g_pair[] = {
    {"first", interop_read_0_r_t_g_pair, interop_write_0_r_t_g_pair, 0, 0, 0, 0},
    {"second", interop_read_1_r_t_g_pair, interop_write_1_r_t_g_pair, 0, 0, 0, 0},
    {NULL, NULL, NULL, 0, 0, 0, 0},
};
static PyGetSetDef interop_getset_r_t_g_pair[] = {
    {"first", interop_read_0_r_t_g_pair, interop_write_0_r_t_g_pair, "Callable[[int, int], int] | None; C: g_binary first", NULL},
    {"second", interop_read_1_r_t_g_pair, interop_write_1_r_t_g_pair, "Callable[[int, int], int] | None; C: g_binary second", NULL},
    {NULL, NULL, NULL, NULL, NULL},
};
static PyObject *
interop_array_of_r_t_g_pair(PyObject *_class, PyObject *_value)
{
    (void)_class;
    return interop_record_array(&interop_record_r_t_g_pair, _value);
}
static PyObject *
interop_from_methods_r_t_g_pair(PyObject *_class, PyObject *_args, PyObject *_keywords)
{
    (void)_class;
    return interop_record_from_methods(&interop_record_r_t_g_pair, interop_methods_of_r_t_g_pair, _args, _keywords);
}
static PyMethodDef interop_methods_r_t_g_pair[] = {
    INTEROP_BLITTABLE_METHODS
    {"array", interop_array_of_r_t_g_pair, METH_O | METH_CLASS, INTEROP_ARRAY_DOC},
    {"from_methods", (PyCFunction)(void (*)(void))interop_from_methods_r_t_g_pair, METH_VARARGS | METH_KEYWORDS | METH_CLASS, INTEROP_FROM_METHODS_DOC},
    INTEROP_RECORD_METHODS
    {NULL, NULL, 0, NULL},
};
static PyObject *
interop_make_r_t_g_pair(PyTypeObject *_class, PyObject *_args, PyObject *_keywords)
{
    (void)_class;
    return interop_record_make(&interop_record_r_t_g_pair, NULL, _args, _keywords);
}
#if INTEROP_DIRECT
static PyObject *
interop_quick_make_r_t_g_pair(PyObject *_class, PyObject *const *_args, size_t _count,
                     PyObject *_names)
{
    (void)_class;
    return interop_record_vectorcall(&interop_record_r_t_g_pair, NULL, _args, _count, _names);
}
#endif
static const char interop_doc_r_t_g_pair[] =
    "pair(first=None, second=None)\n"
    "--\n"
    "\n"
    "C: g_pair. It holds the native value, and C gets its address.\n"
    "\n"
    "first: Callable[[int, int], int] | None\n"
    "second: Callable[[int, int], int] | None";
static interop_record interop_record_r_t_g_pair = {
    .layout = {
        .name = "pair",
        .members = interop_members_r_t_g_pair,
        .count = 2,
        .is_opaque = 0,
        .has_gaps = 0,
        .size = sizeof(g_pair),
        .make = interop_records_new,
        .assign = interop_record_assign,
    },
    .signature = &interop_fields_r_t_g_pair,
    .fields = interop_table_r_t_g_pair,
    .count = 2,
    .is_union = 0,
    .has_late = 0,
    .has_overlays = 0,
    .alignment = _Alignof(g_pair),
    .held = 0,
    .functions = interop_functions_r_t_g_pair,
    .keep = interop_keep_functions,
    .make = interop_make_r_t_g_pair,
    INTEROP_QUICK_MAKE(interop_quick_make_r_t_g_pair)
    .doc = interop_doc_r_t_g_pair,
    .getset = interop_getset_r_t_g_pair,
    .methods = interop_methods_r_t_g_pair,
    .type = &interop_type_r_t_g_pair,
    .pointer = {"g_pair *", NULL},
};

/* tests/golden/vtables/in.cdef:7 struct g_ops */
static const char *const interop_names_r_t_struct__g_ops[] = {"open", "close", "other", "all", "pair", "pairs", "kind", "u"};
static PyObject *interop_keys_r_t_struct__g_ops[8];
static interop_signature interop_fields_r_t_struct__g_ops = {
    "ops", interop_names_r_t_struct__g_ops, interop_keys_r_t_struct__g_ops, NULL, 8, 8};
INTEROP_UNUSED static const Py_ssize_t interop_counts_3_r_t_struct__g_ops[] = {3};
INTEROP_UNUSED static const Py_ssize_t interop_counts_5_r_t_struct__g_ops[] = {2};

static PyObject *
interop_read_0_r_t_struct__g_ops(PyObject *_self, void *_unused)
{
    (void)_unused;
    return interop_function_read(INTEROP_INSIDE(_self, struct g_ops, open), &interop_cb_f_t_g_ops__open);
}

static int
interop_write_0_r_t_struct__g_ops(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_struct__g_ops, 0));
    if (INTEROP_IS_COPIED(_self))
        return interop_not_changed(INTEROP_FIELD(r_t_struct__g_ops, 0));
    return interop_function_write(_self, _value, INTEROP_INSIDE(_self, struct g_ops, open), &interop_cb_f_t_g_ops__open, 0, INTEROP_FIELD(r_t_struct__g_ops, 0));
}

static PyObject *
interop_read_1_r_t_struct__g_ops(PyObject *_self, void *_unused)
{
    (void)_unused;
    return interop_function_read(INTEROP_INSIDE(_self, struct g_ops, close), &interop_cb_f_t_g_ops__close);
}

static int
interop_write_1_r_t_struct__g_ops(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_struct__g_ops, 1));
    if (INTEROP_IS_COPIED(_self))
        return interop_not_changed(INTEROP_FIELD(r_t_struct__g_ops, 1));
    return interop_function_write(_self, _value, INTEROP_INSIDE(_self, struct g_ops, close), &interop_cb_f_t_g_ops__close, INTEROP_NULLABLE | INTEROP_FOREVER, INTEROP_FIELD(r_t_struct__g_ops, 1));
}

static PyObject *
interop_read_2_r_t_struct__g_ops(PyObject *_self, void *_unused)
{
    (void)_unused;
    return interop_get_t_void___ptr__void_(INTEROP_INSIDE(_self, struct g_ops, other), INTEROP_FIELD(r_t_struct__g_ops, 2));
}

static int
interop_write_2_r_t_struct__g_ops(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_struct__g_ops, 2));
    if (INTEROP_IS_COPIED(_self))
        return interop_not_changed(INTEROP_FIELD(r_t_struct__g_ops, 2));
    return interop_set_t_void___ptr__void_(_value, INTEROP_INSIDE(_self, struct g_ops, other), INTEROP_FIELD(r_t_struct__g_ops, 2));
}

static PyObject *
interop_read_3_r_t_struct__g_ops(PyObject *_self, void *_unused)
{
    (void)_unused;
    return interop_functions_read(INTEROP_INSIDE(_self, struct g_ops, all), 3, &interop_cb_f_t_g_binary);
}

static int
interop_write_3_r_t_struct__g_ops(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_struct__g_ops, 3));
    if (INTEROP_IS_COPIED(_self))
        return interop_not_changed(INTEROP_FIELD(r_t_struct__g_ops, 3));
    return interop_functions_write(_self, _value, INTEROP_INSIDE(_self, struct g_ops, all), 3, &interop_cb_f_t_g_binary, INTEROP_NULLABLE, INTEROP_FIELD(r_t_struct__g_ops, 3));
}

static PyObject *
interop_read_4_r_t_struct__g_ops(PyObject *_self, void *_unused)
{
    (void)_unused;
    return interop_record_inside(&interop_record_r_t_g_pair, INTEROP_INSIDE(_self, struct g_ops, pair), interop_owner(_self));
}

static int
interop_write_4_r_t_struct__g_ops(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_struct__g_ops, 4));
    if (INTEROP_IS_COPIED(_self))
        return interop_not_changed(INTEROP_FIELD(r_t_struct__g_ops, 4));
    return interop_set_r_t_g_pair(_value, INTEROP_INSIDE(_self, struct g_ops, pair), INTEROP_FIELD(r_t_struct__g_ops, 4)) < 0 ? -1 : interop_keep(interop_owner(_self), &interop_record_r_t_g_pair, INTEROP_INSIDE(_self, struct g_ops, pair), 1, 0);
}

static PyObject *
interop_read_5_r_t_struct__g_ops(PyObject *_self, void *_unused)
{
    (void)_unused;
    return (PyObject *)interop_view_new(&interop_type_r_t_g_pair, interop_counts_5_r_t_struct__g_ops, 1, INTEROP_INSIDE(_self, struct g_ops, pairs), interop_owner(_self), INTEROP_FIELD(r_t_struct__g_ops, 5));
}

static int
interop_write_5_r_t_struct__g_ops(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_struct__g_ops, 5));
    if (INTEROP_IS_COPIED(_self))
        return interop_not_changed(INTEROP_FIELD(r_t_struct__g_ops, 5));
    return interop_elements_set(_value, &interop_type_r_t_g_pair, interop_counts_5_r_t_struct__g_ops, 1, INTEROP_INSIDE(_self, struct g_ops, pairs), INTEROP_FIELD(r_t_struct__g_ops, 5)) < 0 ? -1 : interop_keep(interop_owner(_self), &interop_record_r_t_g_pair, INTEROP_INSIDE(_self, struct g_ops, pairs), 2, 0);
}

static PyObject *
interop_read_6_r_t_struct__g_ops(PyObject *_self, void *_unused)
{
    (void)_unused;
    return interop_get_int(INTEROP_INSIDE(_self, struct g_ops, kind), INTEROP_FIELD(r_t_struct__g_ops, 6));
}

static int
interop_write_6_r_t_struct__g_ops(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_struct__g_ops, 6));
    if (INTEROP_IS_COPIED(_self))
        return interop_not_changed(INTEROP_FIELD(r_t_struct__g_ops, 6));
    return interop_set_int(_value, INTEROP_INSIDE(_self, struct g_ops, kind), INTEROP_FIELD(r_t_struct__g_ops, 6));
}

static PyObject *
interop_read_7_r_t_struct__g_ops(PyObject *_self, void *_unused)
{
    const struct g_ops *_native = INTEROP_DATA(_self);

    (void)_unused;
    if ((_native->kind) == 1)
        return interop_function_read(INTEROP_INSIDE(_self, struct g_ops, u.one), &interop_cb_f_t_g_binary);
    if ((_native->kind) == 2)
        return interop_get_int(INTEROP_INSIDE(_self, struct g_ops, u.number), INTEROP_FIELD(r_t_struct__g_ops, 7));
    Py_RETURN_NONE;
}

static int
interop_write_7_r_t_struct__g_ops(PyObject *_self, PyObject *_value, void *_unused)
{
    const struct g_ops *_native = INTEROP_DATA(_self);

    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_struct__g_ops, 7));
    if (INTEROP_IS_COPIED(_self))
        return interop_not_changed(INTEROP_FIELD(r_t_struct__g_ops, 7));
    if ((_native->kind) == 1)
        return interop_function_write(_self, _value, INTEROP_INSIDE(_self, struct g_ops, u.one), &interop_cb_f_t_g_binary, INTEROP_NULLABLE, INTEROP_FIELD(r_t_struct__g_ops, 7));
    if ((_native->kind) == 2)
        return interop_set_int(_value, INTEROP_INSIDE(_self, struct g_ops, u.number), INTEROP_FIELD(r_t_struct__g_ops, 7));
    return _value == Py_None ? 0 : interop_not_live(INTEROP_FIELD(r_t_struct__g_ops, 7));
}

static const interop_part interop_members_r_t_struct__g_ops[] = {
    {"open", "open", &interop_type_function, offsetof(struct g_ops, open), sizeof(((struct g_ops *)0)->open), NULL, 0},
    {"close", "close", &interop_type_function, offsetof(struct g_ops, close), sizeof(((struct g_ops *)0)->close), NULL, 0},
    {"other", "other", &interop_type_t_void___ptr__void_, offsetof(struct g_ops, other), sizeof(((struct g_ops *)0)->other), NULL, 0},
    {"all", "all", &interop_type_function, offsetof(struct g_ops, all), sizeof(((struct g_ops *)0)->all), interop_counts_3_r_t_struct__g_ops, 1},
    {"pair", "pair", &interop_type_r_t_g_pair, offsetof(struct g_ops, pair), sizeof(((struct g_ops *)0)->pair), NULL, 0},
    {"pairs", "pairs", &interop_type_r_t_g_pair, offsetof(struct g_ops, pairs), sizeof(((struct g_ops *)0)->pairs), interop_counts_5_r_t_struct__g_ops, 1},
    {"kind", "kind", &interop_type_int, offsetof(struct g_ops, kind), sizeof(((struct g_ops *)0)->kind), NULL, 0},
    {"u", "u", NULL, offsetof(struct g_ops, u), sizeof(((struct g_ops *)0)->u), NULL, 0},
    {NULL, NULL, NULL, 0, 0, NULL, 0},
};
static const interop_method interop_methods_of_r_t_struct__g_ops[] = {
    {"open", 1},
    {"close", 0},
    {NULL, 0},
};
static const interop_function_part interop_functions_r_t_struct__g_ops[] = {
    {offsetof(struct g_ops, open), 1, &interop_cb_f_t_g_ops__open, NULL},
    {offsetof(struct g_ops, close), 1, &interop_cb_f_t_g_ops__close, NULL},
    {offsetof(struct g_ops, all), 3, &interop_cb_f_t_g_binary, NULL},
    {offsetof(struct g_ops, pair), 1, NULL, &interop_record_r_t_g_pair},
    {offsetof(struct g_ops, pairs), 2, NULL, &interop_record_r_t_g_pair},
    {offsetof(struct g_ops, u.one), 1, &interop_cb_f_t_g_binary, NULL},
    {0, 0, NULL, NULL},
};
static const interop_field interop_table_r_t_struct__g_ops[] = {
    {"open", interop_read_0_r_t_struct__g_ops, interop_write_0_r_t_struct__g_ops, 0, 0, 0, 0},
    {"close", interop_read_1_r_t_struct__g_ops, interop_write_1_r_t_struct__g_ops, 0, 0, 0, 0},
    {"other", interop_read_2_r_t_struct__g_ops, interop_write_2_r_t_struct__g_ops, 0, 0, 0, 0},
    {"all", interop_read_3_r_t_struct__g_ops, interop_write_3_r_t_struct__g_ops, 0, 0, 0, 0},
    {"pair", interop_read_4_r_t_struct__g_ops, interop_write_4_r_t_struct__g_ops, 0, 0, 0, 0},
    {"pairs", interop_read_5_r_t_struct__g_ops, interop_write_5_r_t_struct__g_ops, 0, 0, 0, 0},
    {"kind", interop_read_6_r_t_struct__g_ops, interop_write_6_r_t_struct__g_ops, 0, 0, 0, 0},
    {"u", interop_read_7_r_t_struct__g_ops, interop_write_7_r_t_struct__g_ops, 1, 1, 0, 0},
    {NULL, NULL, NULL, 0, 0, 0, 0},
};
static PyGetSetDef interop_getset_r_t_struct__g_ops[] = {
    {"open", interop_read_0_r_t_struct__g_ops, interop_write_0_r_t_struct__g_ops, "Callable[[str], int | None] | None; C: int (*open)(void *, const char *)", NULL},
    {"close", interop_read_1_r_t_struct__g_ops, interop_write_1_r_t_struct__g_ops, "Callable[[], None] | None; C: void (*close)(void)", NULL},
    {"other", interop_read_2_r_t_struct__g_ops, interop_write_2_r_t_struct__g_ops, "cdata; C: void (*other)(void)", NULL},
    {"all", interop_read_3_r_t_struct__g_ops, interop_write_3_r_t_struct__g_ops, "tuple of Callable[[int, int], int] or None; C: g_binary all[3]", NULL},
    {"pair", interop_read_4_r_t_struct__g_ops, interop_write_4_r_t_struct__g_ops, "pair; C: g_pair pair", NULL},
    {"pairs", interop_read_5_r_t_struct__g_ops, interop_write_5_r_t_struct__g_ops, "view of pair; C: g_pair pairs[2]", NULL},
    {"kind", interop_read_6_r_t_struct__g_ops, interop_write_6_r_t_struct__g_ops, "int; C: int kind", NULL},
    {"u", interop_read_7_r_t_struct__g_ops, interop_write_7_r_t_struct__g_ops, "Callable[[int, int], int] | None | int | None; C: interop_u_g_ops_u u", NULL},
    {NULL, NULL, NULL, NULL, NULL},
};
static PyObject *
interop_array_of_r_t_struct__g_ops(PyObject *_class, PyObject *_value)
{
    (void)_class;
    return interop_record_array(&interop_record_r_t_struct__g_ops, _value);
}
static PyObject *
interop_from_methods_r_t_struct__g_ops(PyObject *_class, PyObject *_args, PyObject *_keywords)
{
    (void)_class;
    return interop_record_from_methods(&interop_record_r_t_struct__g_ops, interop_methods_of_r_t_struct__g_ops, _args, _keywords);
}
static PyMethodDef interop_methods_r_t_struct__g_ops[] = {
    INTEROP_BLITTABLE_METHODS
    {"array", interop_array_of_r_t_struct__g_ops, METH_O | METH_CLASS, INTEROP_ARRAY_DOC},
    {"from_methods", (PyCFunction)(void (*)(void))interop_from_methods_r_t_struct__g_ops, METH_VARARGS | METH_KEYWORDS | METH_CLASS, INTEROP_FROM_METHODS_DOC},
    INTEROP_RECORD_METHODS
    {NULL, NULL, 0, NULL},
};
static PyObject *
interop_make_r_t_struct__g_ops(PyTypeObject *_class, PyObject *_args, PyObject *_keywords)
{
    (void)_class;
    return interop_record_make(&interop_record_r_t_struct__g_ops, NULL, _args, _keywords);
}
#if INTEROP_DIRECT
static PyObject *
interop_quick_make_r_t_struct__g_ops(PyObject *_class, PyObject *const *_args, size_t _count,
                     PyObject *_names)
{
    (void)_class;
    return interop_record_vectorcall(&interop_record_r_t_struct__g_ops, NULL, _args, _count, _names);
}
#endif
static const char interop_doc_r_t_struct__g_ops[] =
    "ops(open=None, close=None, other=..., all=..., pair=..., pairs=..., kind=0, u=...)\n"
    "--\n"
    "\n"
    "C: struct g_ops. It holds the native value, and C gets its address.\n"
    "\n"
    "open: Callable[[str], int | None] | None\n"
    "close: Callable[[], None] | None\n"
    "other: cdata\n"
    "all: tuple of Callable[[int, int], int] or None\n"
    "pair: pair\n"
    "pairs: view of pair\n"
    "kind: int\n"
    "u: Callable[[int, int], int] | None | int | None";
static interop_record interop_record_r_t_struct__g_ops = {
    .layout = {
        .name = "ops",
        .members = interop_members_r_t_struct__g_ops,
        .count = 8,
        .is_opaque = 0,
        .has_gaps = 0,
        .size = sizeof(struct g_ops),
        .make = interop_records_new,
        .assign = interop_record_assign,
    },
    .signature = &interop_fields_r_t_struct__g_ops,
    .fields = interop_table_r_t_struct__g_ops,
    .count = 8,
    .is_union = 0,
    .has_late = 1,
    .has_overlays = 0,
    .alignment = _Alignof(struct g_ops),
    .held = 0,
    .functions = interop_functions_r_t_struct__g_ops,
    .keep = interop_keep_functions,
    .make = interop_make_r_t_struct__g_ops,
    INTEROP_QUICK_MAKE(interop_quick_make_r_t_struct__g_ops)
    .doc = interop_doc_r_t_struct__g_ops,
    .getset = interop_getset_r_t_struct__g_ops,
    .methods = interop_methods_r_t_struct__g_ops,
    .type = &interop_type_r_t_struct__g_ops,
    .pointer = {"struct g_ops *", NULL},
};

/* tests/golden/vtables/in.cdef:17 struct g_plugin */
static const char *const interop_names_r_t_struct__g_plugin[] = {"name", "pair"};
static PyObject *interop_keys_r_t_struct__g_plugin[2];
static interop_signature interop_fields_r_t_struct__g_plugin = {
    "plugin", interop_names_r_t_struct__g_plugin, interop_keys_r_t_struct__g_plugin, NULL, 2, 2};

static PyObject *
interop_read_0_r_t_struct__g_plugin(PyObject *_self, void *_unused)
{
    (void)_unused;
    return interop_held(_self, 0);
}

static int
interop_write_0_r_t_struct__g_plugin(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_struct__g_plugin, 0));
    return interop_hold(_self, 0, interop_text_held(_value, &interop_c_0, 0, INTEROP_FIELD(r_t_struct__g_plugin, 0)));
}

static PyObject *
interop_read_1_r_t_struct__g_plugin(PyObject *_self, void *_unused)
{
    (void)_unused;
    return interop_record_inside(&interop_record_r_t_g_pair, INTEROP_INSIDE(_self, struct g_plugin, pair), interop_owner(_self));
}

static int
interop_write_1_r_t_struct__g_plugin(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_struct__g_plugin, 1));
    return interop_set_r_t_g_pair(_value, INTEROP_INSIDE(_self, struct g_plugin, pair), INTEROP_FIELD(r_t_struct__g_plugin, 1)) < 0 ? -1 : interop_keep(interop_owner(_self), &interop_record_r_t_g_pair, INTEROP_INSIDE(_self, struct g_plugin, pair), 1, 0);
}

static const interop_function_part interop_functions_r_t_struct__g_plugin[] = {
    {offsetof(struct g_plugin, pair), 1, NULL, &interop_record_r_t_g_pair},
    {0, 0, NULL, NULL},
};
static const interop_field interop_table_r_t_struct__g_plugin[] = {
    {"name", interop_read_0_r_t_struct__g_plugin, interop_write_0_r_t_struct__g_plugin, 0, 1, 0, 0},
    {"pair", interop_read_1_r_t_struct__g_plugin, interop_write_1_r_t_struct__g_plugin, 0, 0, 0, 0},
    {NULL, NULL, NULL, 0, 0, 0, 0},
};
static PyGetSetDef interop_getset_r_t_struct__g_plugin[] = {
    {"name", interop_read_0_r_t_struct__g_plugin, interop_write_0_r_t_struct__g_plugin, "str; C: const char *name", NULL},
    {"pair", interop_read_1_r_t_struct__g_plugin, interop_write_1_r_t_struct__g_plugin, "pair; C: g_pair pair", NULL},
    {NULL, NULL, NULL, NULL, NULL},
};
static PyMethodDef interop_methods_r_t_struct__g_plugin[] = {
    INTEROP_DEEP_METHODS
    INTEROP_RECORD_METHODS
    {NULL, NULL, 0, NULL},
};
static PyObject *
interop_make_r_t_struct__g_plugin(PyTypeObject *_class, PyObject *_args, PyObject *_keywords)
{
    (void)_class;
    return interop_record_make(&interop_record_r_t_struct__g_plugin, NULL, _args, _keywords);
}
#if INTEROP_DIRECT
static PyObject *
interop_quick_make_r_t_struct__g_plugin(PyObject *_class, PyObject *const *_args, size_t _count,
                     PyObject *_names)
{
    (void)_class;
    return interop_record_vectorcall(&interop_record_r_t_struct__g_plugin, NULL, _args, _count, _names);
}
#endif
static const char interop_doc_r_t_struct__g_plugin[] =
    "plugin(name=None, pair=...)\n"
    "--\n"
    "\n"
    "C: struct g_plugin. It is copied when it crosses, because of 'name': it is text in memory of its own.\n"
    "\n"
    "name: str\n"
    "pair: pair";
static const interop_held_kind interop_kinds_r_t_struct__g_plugin[] = {{INTEROP_HELD_VALUE, NULL, 0}};
static interop_record interop_record_r_t_struct__g_plugin = {
    .layout = {
        .name = "plugin",
        .count = 0,
        .is_opaque = 0,
        .has_gaps = 0,
        .size = sizeof(struct g_plugin),
        .make = interop_records_new,
        .assign = interop_record_assign,
    },
    .signature = &interop_fields_r_t_struct__g_plugin,
    .fields = interop_table_r_t_struct__g_plugin,
    .count = 2,
    .is_union = 0,
    .has_late = 0,
    .has_overlays = 0,
    .alignment = _Alignof(struct g_plugin),
    .held = 1,
    .held_kinds = interop_kinds_r_t_struct__g_plugin,
    .functions = interop_functions_r_t_struct__g_plugin,
    .keep = interop_keep_functions,
    .make = interop_make_r_t_struct__g_plugin,
    INTEROP_QUICK_MAKE(interop_quick_make_r_t_struct__g_plugin)
    .doc = interop_doc_r_t_struct__g_plugin,
    .getset = interop_getset_r_t_struct__g_plugin,
    .methods = interop_methods_r_t_struct__g_plugin,
    .type = &interop_type_r_t_struct__g_plugin,
    .pointer = {"struct g_plugin *", NULL},
};

static int
interop_to_r_t_struct__g_plugin(PyObject *_object, struct g_plugin *_first, interop_arena *_arena, interop_place _at)
{
    struct g_plugin *_native = _first;
    const int _gives = _arena->gives;
    int _found;
    PyObject *_v0 = NULL;
    void *_d0 = NULL;
    Py_ssize_t _n0 = 0;

    _found = interop_deep_in(_object, &interop_record_r_t_struct__g_plugin, _native, sizeof(struct g_plugin), _arena, _at);
    if (_found < 0)
        goto failed;
    if (_found == 0)
        goto done;
    /* name */
    _d0 = NULL;
    _n0 = 0;
    {
        _v0 = interop_put(_object, 0, _arena);
        if (_v0 == NULL)
            goto failed;
        if (interop_put_text(_v0, &interop_c_0, INTEROP_COUNTED, _arena, &_d0, &_n0, INTEROP_FIELD(r_t_struct__g_plugin, 0)) < 0)
            goto failed;
    }
    /* name */
    {
        INTEROP_POINT(_native->name, _d0);
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

static PyObject *
interop_from_r_t_struct__g_plugin(const struct g_plugin *_native, interop_place _at)
{
    interop_object *_first = NULL, *_self;
    PyObject *_read, **_held;

    (void)_read;
    (void)_held;
    _self = interop_record_alloc(&interop_record_r_t_struct__g_plugin, 0);
    if (_self == NULL)
        goto failed;
    _first = _self;
    _held = _self->held;
    memcpy(_self->data, _native, sizeof(struct g_plugin));
    memset((void *)(uintptr_t)&((struct g_plugin *)_self->data)->name, 0, sizeof ((struct g_plugin *)_self->data)->name);
    if (interop_keep((PyObject *)_self, &interop_record_r_t_struct__g_plugin, _self->data, 1, 0) < 0)
        goto failed;
    /* name */
    {
        if (_native->name == NULL) {
            _read = interop_unexpected_null(INTEROP_FIELD(r_t_struct__g_plugin, 0));
        } else {
            _read = interop_text_read(_native->name, -1, &interop_c_0, INTEROP_FIELD(r_t_struct__g_plugin, 0));
        }
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


/* tests/golden/vtables/in.cdef:5
 * typedef int (*g_binary)(int x, int y); */
static const char *const interop_n_0f_t_g_binary[] = {"x", "y"};
static PyObject *interop_k_0f_t_g_binary[2];
static interop_signature interop_s_0f_t_g_binary = {"binary", interop_n_0f_t_g_binary, interop_k_0f_t_g_binary, "11", 2, 2};
static const char interop_d_0f_t_g_binary[] =
    "binary(x, y)\n"
    "--\n"
    "\n"
    "binary(x: int, y: int) -> int\n"
    "\n"
    "C: int g_binary(int x, int y);";
static PyObject *
interop_f_0f_t_g_binary(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = _args;
    int _a_x = 0;
    int _a_y = 0;
    int _result;
    interop_call _call;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    interop_call_init(&_call);
    if (INTEROP_UNLIKELY(_nargs != 2 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_0f_t_g_binary, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_to_int(_in[0], &_a_x, INTEROP_AT(0f_t_g_binary, 0)) < 0)
        goto cleanup;
    if (interop_to_int(_in[1], &_a_y, INTEROP_AT(0f_t_g_binary, 1)) < 0)
        goto cleanup;

    /* invoke, capture */
    interop_call_begin(&_call);
    Py_BEGIN_ALLOW_THREADS
    _result = ((g_binary)(uintptr_t)interop_function_of(_self, &interop_cb_f_t_g_binary))(_a_x, _a_y);
    Py_END_ALLOW_THREADS
    interop_call_end(&_call);
    if (INTEROP_UNLIKELY(_call.raised != NULL)) {
        interop_call_raise(&_call, "binary");
        goto cleanup;
    }

    /* unmarshal */
    _value = interop_from_int(_result);
    if (_value == NULL)
        goto cleanup;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    Py_XDECREF(_call.lent);
    Py_XDECREF(_value);
    return _returned;
}

/* tests/golden/vtables/in.cdef:5, called by C
 * typedef int (*g_binary)(int x, int y); */
static const char *const interop_n_1f_t_g_binary[] = {"x", "y", "x", "y"};
INTEROP_UNUSED static const interop_signature interop_s_1f_t_g_binary = {"binary", interop_n_1f_t_g_binary, NULL, "", 2, 0};
static int interop_ci_f_t_g_binary(interop_callback *_entry, void *_data, int _a_x, int _a_y)
{
    int _result;
    int _given;
    int _errno = errno;
    interop_lock _lock;
    PyObject *_callable, *_returned = NULL;
    uintptr_t _number = 0;
    PyObject *_p_x = NULL;
    PyObject *_p_y = NULL;

    /* setup */
    (void)_data;
    (void)_a_x;
    (void)_a_y;
    _result = (int)0;
    memset(&_given, 0, sizeof _given);
    if (!interop_lock_ensure(&_lock)) {
        return _result;
    }
    _callable = interop_enter(_entry, &interop_cb_f_t_g_binary);
    if (INTEROP_UNLIKELY(_callable == NULL))
        goto unanswered;
    _number = _entry->number;

    /* marshal */
    _p_x = interop_from_int(_a_x);
    if (_p_x == NULL)
        goto failed;
    _p_y = interop_from_int(_a_y);
    if (_p_y == NULL)
        goto failed;

    /* invoke */
    {
        PyObject *_passed[3];
        _passed[1] = _p_x;
        _passed[2] = _p_y;
        _returned = interop_run(_callable, _passed, 2);
    }
    if (_returned == NULL)
        goto failed;

    /* unmarshal */
    if (interop_to_int(_returned, &_given, INTEROP_AT(1f_t_g_binary, -1)) < 0)
        goto failed;
    _result = _given;
    goto answered;

    /* error */
failed:
    interop_raised(_entry, _number, _callable);
unanswered:
    ;

    /* cleanup */
answered:
    ;
    Py_XDECREF(_p_x);
    Py_XDECREF(_p_y);
    Py_XDECREF(_returned);
    if (_callable != NULL) {
        interop_leave(_entry, _number);
        Py_DECREF(_callable);
    }
    interop_lock_release(&_lock);
    errno = _errno;
    return _result;
}

static interop_callback interop_cp_f_t_g_binary[INTEROP_POOL];
#define INTEROP_TRAMPOLINE(n) static int interop_ct_f_t_g_binary_##n(int _a_x, int _a_y) { return interop_ci_f_t_g_binary(&interop_cp_f_t_g_binary[n], NULL, _a_x, _a_y); }
INTEROP_TRAMPOLINE(0) INTEROP_TRAMPOLINE(1) INTEROP_TRAMPOLINE(2) INTEROP_TRAMPOLINE(3) INTEROP_TRAMPOLINE(4) INTEROP_TRAMPOLINE(5) INTEROP_TRAMPOLINE(6) INTEROP_TRAMPOLINE(7)
INTEROP_TRAMPOLINE(8) INTEROP_TRAMPOLINE(9) INTEROP_TRAMPOLINE(10) INTEROP_TRAMPOLINE(11) INTEROP_TRAMPOLINE(12) INTEROP_TRAMPOLINE(13) INTEROP_TRAMPOLINE(14) INTEROP_TRAMPOLINE(15)
INTEROP_TRAMPOLINE(16) INTEROP_TRAMPOLINE(17) INTEROP_TRAMPOLINE(18) INTEROP_TRAMPOLINE(19) INTEROP_TRAMPOLINE(20) INTEROP_TRAMPOLINE(21) INTEROP_TRAMPOLINE(22) INTEROP_TRAMPOLINE(23)
INTEROP_TRAMPOLINE(24) INTEROP_TRAMPOLINE(25) INTEROP_TRAMPOLINE(26) INTEROP_TRAMPOLINE(27) INTEROP_TRAMPOLINE(28) INTEROP_TRAMPOLINE(29) INTEROP_TRAMPOLINE(30) INTEROP_TRAMPOLINE(31)
#undef INTEROP_TRAMPOLINE
static const interop_function interop_ct_f_t_g_binary_all[INTEROP_POOL] = {
    (interop_function)interop_ct_f_t_g_binary_0, (interop_function)interop_ct_f_t_g_binary_1, (interop_function)interop_ct_f_t_g_binary_2, (interop_function)interop_ct_f_t_g_binary_3,
    (interop_function)interop_ct_f_t_g_binary_4, (interop_function)interop_ct_f_t_g_binary_5, (interop_function)interop_ct_f_t_g_binary_6, (interop_function)interop_ct_f_t_g_binary_7,
    (interop_function)interop_ct_f_t_g_binary_8, (interop_function)interop_ct_f_t_g_binary_9, (interop_function)interop_ct_f_t_g_binary_10, (interop_function)interop_ct_f_t_g_binary_11,
    (interop_function)interop_ct_f_t_g_binary_12, (interop_function)interop_ct_f_t_g_binary_13, (interop_function)interop_ct_f_t_g_binary_14, (interop_function)interop_ct_f_t_g_binary_15,
    (interop_function)interop_ct_f_t_g_binary_16, (interop_function)interop_ct_f_t_g_binary_17, (interop_function)interop_ct_f_t_g_binary_18, (interop_function)interop_ct_f_t_g_binary_19,
    (interop_function)interop_ct_f_t_g_binary_20, (interop_function)interop_ct_f_t_g_binary_21, (interop_function)interop_ct_f_t_g_binary_22, (interop_function)interop_ct_f_t_g_binary_23,
    (interop_function)interop_ct_f_t_g_binary_24, (interop_function)interop_ct_f_t_g_binary_25, (interop_function)interop_ct_f_t_g_binary_26, (interop_function)interop_ct_f_t_g_binary_27,
    (interop_function)interop_ct_f_t_g_binary_28, (interop_function)interop_ct_f_t_g_binary_29, (interop_function)interop_ct_f_t_g_binary_30, (interop_function)interop_ct_f_t_g_binary_31,
};

static interop_ctype interop_cg_f_t_g_binary_types[] = {{"int", NULL}, {"int", NULL}, {"int", NULL}};
static PyObject *
interop_cg_f_t_g_binary(PyObject *self, PyObject *args)
{
    int _a_x;
    int _a_y;
    int _result;
    interop_callback *_entry = PyLong_AsVoidPtr(self);

    if (interop_grown_argument(&_a_x, sizeof _a_x, args, 0, &interop_cg_f_t_g_binary_types[0]) < 0)
        return NULL;
    if (interop_grown_argument(&_a_y, sizeof _a_y, args, 1, &interop_cg_f_t_g_binary_types[1]) < 0)
        return NULL;
    _result = interop_ci_f_t_g_binary(_entry, NULL, _a_x, _a_y);
    return interop_grown_result(&_result, &interop_cg_f_t_g_binary_types[2]);
}
static PyMethodDef interop_cg_f_t_g_binary_method = {"g_binary", interop_cg_f_t_g_binary, METH_VARARGS, NULL};

static PyMethodDef interop_fm_0f_t_g_binary = {"binary", (PyCFunction)(void (*)(void))interop_f_0f_t_g_binary, METH_FASTCALL | METH_KEYWORDS, interop_d_0f_t_g_binary};
static interop_callback_type interop_cb_f_t_g_binary = {
    "binary", "g_binary", interop_cp_f_t_g_binary, interop_ct_f_t_g_binary_all, INTEROP_POOL, &interop_cg_f_t_g_binary_method, &interop_fm_0f_t_g_binary,
    NULL, NULL, NULL, NULL, 0, {"g_binary", NULL},
};

/* tests/golden/vtables/in.cdef:8
 * [on_error(-1), ref] int (*open)([closure] void *data, [in, string] const char *name); */
static const char *const interop_n_0f_t_g_ops__open[] = {"name", "data"};
static PyObject *interop_k_0f_t_g_ops__open[2];
static interop_signature interop_s_0f_t_g_ops__open = {"ops.open", interop_n_0f_t_g_ops__open, interop_k_0f_t_g_ops__open, "10", 2, 1};
static const char interop_d_0f_t_g_ops__open[] =
    "ops.open(name, *, data=None)\n"
    "--\n"
    "\n"
    "ops.open(name: str, *, data: cdata | None = None) -> int\n"
    "\n"
    "C: int g_ops.open(void *data, const char *name);";
static PyObject *
interop_f_0f_t_g_ops__open(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = _sorted;
    void *_a_data = NULL;
    interop_text _t_name;
    const char *_a_name = NULL;
    int _result;
    interop_call _call;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    interop_call_init(&_call);
    interop_text_init(&_t_name);
    if (interop_some_arguments(&interop_s_0f_t_g_ops__open, _args, _nargs, _kwnames, _sorted, 1, 1, 2) < 0)
        goto cleanup;

    /* marshal, pin */
    if (!(INTEROP_LEFT_OUT(_in[1]))) {
        {
            void *_pointer = NULL;
            if (interop_to_pointer(_in[1], &interop_ctype_t_void__ptr, &_pointer, INTEROP_AT(0f_t_g_ops__open, 1)) < 0)
                goto cleanup;
            _a_data = (void *)_pointer;
        }
    }
    if (interop_text_in(_in[0], &interop_c_0, 0, &_t_name, INTEROP_AT(0f_t_g_ops__open, 0)) < 0)
        goto cleanup;
    _a_name = (const char *)_t_name.data;

    /* invoke, capture */
    interop_call_begin(&_call);
    Py_BEGIN_ALLOW_THREADS
    _result = ((int (*)(void *, const char *))(uintptr_t)interop_function_of(_self, &interop_cb_f_t_g_ops__open))(_a_data, _a_name);
    Py_END_ALLOW_THREADS
    interop_call_end(&_call);
    if (INTEROP_UNLIKELY(_call.raised != NULL)) {
        interop_call_raise(&_call, "ops.open");
        goto cleanup;
    }

    /* unmarshal */
    _value = interop_from_int(_result);
    if (_value == NULL)
        goto cleanup;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_text_release(&_t_name);
    Py_XDECREF(_call.lent);
    Py_XDECREF(_value);
    return _returned;
}

/* tests/golden/vtables/in.cdef:8, called by C
 * [on_error(-1), ref] int (*open)([closure] void *data, [in, string] const char *name); */
static const char *const interop_n_1f_t_g_ops__open[] = {"name", "name"};
INTEROP_UNUSED static const interop_signature interop_s_1f_t_g_ops__open = {"ops.open", interop_n_1f_t_g_ops__open, NULL, "", 1, 0};
static int interop_ci_f_t_g_ops__open(interop_callback *_entry, void *_data, void *_a_data, const char *_a_name)
{
    int _result;
    int _given;
    int _errno = errno;
    interop_lock _lock;
    PyObject *_callable, *_returned = NULL;
    uintptr_t _number = 0;
    PyObject *_p_name = NULL;

    /* setup */
    (void)_data;
    (void)_a_data;
    (void)_a_name;
    _result = (int)(-1);
    memset(&_given, 0, sizeof _given);
    if (!interop_lock_ensure(&_lock)) {
        return _result;
    }
    _callable = interop_enter(_entry, &interop_cb_f_t_g_ops__open);
    if (INTEROP_UNLIKELY(_callable == NULL))
        goto unanswered;
    _number = _entry->number;

    /* marshal */
    if (_a_name == NULL) {
        interop_unexpected_null(INTEROP_AT(1f_t_g_ops__open, 0));
        goto failed;
    } else {
        _p_name = interop_text_read(_a_name, -1, &interop_c_0, INTEROP_AT(1f_t_g_ops__open, 0));
        if (_p_name == NULL)
            goto failed;
    }

    /* invoke */
    {
        PyObject *_passed[2];
        _passed[1] = _p_name;
        _returned = interop_run(_callable, _passed, 1);
    }
    if (_returned == NULL)
        goto failed;

    /* unmarshal */
    if (_returned != Py_None) {
        if (interop_to_int(_returned, &_given, INTEROP_AT(1f_t_g_ops__open, -1)) < 0)
            goto failed;
    }
    _result = _given;
    goto answered;

    /* error */
failed:
    interop_raised(_entry, _number, _callable);
unanswered:
    ;

    /* cleanup */
answered:
    ;
    Py_XDECREF(_p_name);
    Py_XDECREF(_returned);
    if (_callable != NULL) {
        interop_leave(_entry, _number);
        Py_DECREF(_callable);
    }
    interop_lock_release(&_lock);
    errno = _errno;
    return _result;
}

static interop_callback interop_cp_f_t_g_ops__open[INTEROP_POOL];
#define INTEROP_TRAMPOLINE(n) static int interop_ct_f_t_g_ops__open_##n(void *_a_data, const char *_a_name) { return interop_ci_f_t_g_ops__open(&interop_cp_f_t_g_ops__open[n], NULL, _a_data, _a_name); }
INTEROP_TRAMPOLINE(0) INTEROP_TRAMPOLINE(1) INTEROP_TRAMPOLINE(2) INTEROP_TRAMPOLINE(3) INTEROP_TRAMPOLINE(4) INTEROP_TRAMPOLINE(5) INTEROP_TRAMPOLINE(6) INTEROP_TRAMPOLINE(7)
INTEROP_TRAMPOLINE(8) INTEROP_TRAMPOLINE(9) INTEROP_TRAMPOLINE(10) INTEROP_TRAMPOLINE(11) INTEROP_TRAMPOLINE(12) INTEROP_TRAMPOLINE(13) INTEROP_TRAMPOLINE(14) INTEROP_TRAMPOLINE(15)
INTEROP_TRAMPOLINE(16) INTEROP_TRAMPOLINE(17) INTEROP_TRAMPOLINE(18) INTEROP_TRAMPOLINE(19) INTEROP_TRAMPOLINE(20) INTEROP_TRAMPOLINE(21) INTEROP_TRAMPOLINE(22) INTEROP_TRAMPOLINE(23)
INTEROP_TRAMPOLINE(24) INTEROP_TRAMPOLINE(25) INTEROP_TRAMPOLINE(26) INTEROP_TRAMPOLINE(27) INTEROP_TRAMPOLINE(28) INTEROP_TRAMPOLINE(29) INTEROP_TRAMPOLINE(30) INTEROP_TRAMPOLINE(31)
#undef INTEROP_TRAMPOLINE
static const interop_function interop_ct_f_t_g_ops__open_all[INTEROP_POOL] = {
    (interop_function)interop_ct_f_t_g_ops__open_0, (interop_function)interop_ct_f_t_g_ops__open_1, (interop_function)interop_ct_f_t_g_ops__open_2, (interop_function)interop_ct_f_t_g_ops__open_3,
    (interop_function)interop_ct_f_t_g_ops__open_4, (interop_function)interop_ct_f_t_g_ops__open_5, (interop_function)interop_ct_f_t_g_ops__open_6, (interop_function)interop_ct_f_t_g_ops__open_7,
    (interop_function)interop_ct_f_t_g_ops__open_8, (interop_function)interop_ct_f_t_g_ops__open_9, (interop_function)interop_ct_f_t_g_ops__open_10, (interop_function)interop_ct_f_t_g_ops__open_11,
    (interop_function)interop_ct_f_t_g_ops__open_12, (interop_function)interop_ct_f_t_g_ops__open_13, (interop_function)interop_ct_f_t_g_ops__open_14, (interop_function)interop_ct_f_t_g_ops__open_15,
    (interop_function)interop_ct_f_t_g_ops__open_16, (interop_function)interop_ct_f_t_g_ops__open_17, (interop_function)interop_ct_f_t_g_ops__open_18, (interop_function)interop_ct_f_t_g_ops__open_19,
    (interop_function)interop_ct_f_t_g_ops__open_20, (interop_function)interop_ct_f_t_g_ops__open_21, (interop_function)interop_ct_f_t_g_ops__open_22, (interop_function)interop_ct_f_t_g_ops__open_23,
    (interop_function)interop_ct_f_t_g_ops__open_24, (interop_function)interop_ct_f_t_g_ops__open_25, (interop_function)interop_ct_f_t_g_ops__open_26, (interop_function)interop_ct_f_t_g_ops__open_27,
    (interop_function)interop_ct_f_t_g_ops__open_28, (interop_function)interop_ct_f_t_g_ops__open_29, (interop_function)interop_ct_f_t_g_ops__open_30, (interop_function)interop_ct_f_t_g_ops__open_31,
};

static interop_ctype interop_cg_f_t_g_ops__open_types[] = {{"void *", NULL}, {"const char *", NULL}, {"int", NULL}};
static PyObject *
interop_cg_f_t_g_ops__open(PyObject *self, PyObject *args)
{
    void *_a_data;
    const char *_a_name;
    int _result;
    interop_callback *_entry = PyLong_AsVoidPtr(self);

    if (interop_grown_argument(&_a_data, sizeof _a_data, args, 0, &interop_cg_f_t_g_ops__open_types[0]) < 0)
        return NULL;
    if (interop_grown_argument(&_a_name, sizeof _a_name, args, 1, &interop_cg_f_t_g_ops__open_types[1]) < 0)
        return NULL;
    _result = interop_ci_f_t_g_ops__open(_entry, NULL, _a_data, _a_name);
    return interop_grown_result(&_result, &interop_cg_f_t_g_ops__open_types[2]);
}
static PyMethodDef interop_cg_f_t_g_ops__open_method = {"g_ops.open", interop_cg_f_t_g_ops__open, METH_VARARGS, NULL};

static PyMethodDef interop_fm_0f_t_g_ops__open = {"ops.open", (PyCFunction)(void (*)(void))interop_f_0f_t_g_ops__open, METH_FASTCALL | METH_KEYWORDS, interop_d_0f_t_g_ops__open};
static interop_callback_type interop_cb_f_t_g_ops__open = {
    "ops.open", "int (*)(void *, const char *)", interop_cp_f_t_g_ops__open, interop_ct_f_t_g_ops__open_all, INTEROP_POOL, &interop_cg_f_t_g_ops__open_method, &interop_fm_0f_t_g_ops__open,
    NULL, NULL, NULL, NULL, 0, {"int (*)(void *, const char *)", NULL},
};

/* tests/golden/vtables/in.cdef:9
 * [scope(forever)] void (*close)(void); */
static const char *const interop_n_0f_t_g_ops__close[] = {NULL};
static PyObject *interop_k_0f_t_g_ops__close[1];
static interop_signature interop_s_0f_t_g_ops__close = {"ops.close", interop_n_0f_t_g_ops__close, interop_k_0f_t_g_ops__close, "", 0, 0};
static const char interop_d_0f_t_g_ops__close[] =
    "ops.close()\n"
    "--\n"
    "\n"
    "ops.close() -> None\n"
    "\n"
    "C: void g_ops.close(void);";
static PyObject *
interop_f_0f_t_g_ops__close(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    interop_call _call;
    PyObject *_returned = NULL;

    (void)_self;
    interop_call_init(&_call);
    if (INTEROP_UNLIKELY(_nargs != 0 || _kwnames != NULL) && interop_sort(&interop_s_0f_t_g_ops__close, _args, _nargs, _args + _nargs, _kwnames, NULL) < 0)
        goto cleanup;

    /* invoke, capture */
    interop_call_begin(&_call);
    Py_BEGIN_ALLOW_THREADS
    ((void (*)(void))(uintptr_t)interop_function_of(_self, &interop_cb_f_t_g_ops__close))();
    Py_END_ALLOW_THREADS
    interop_call_end(&_call);
    if (INTEROP_UNLIKELY(_call.raised != NULL)) {
        interop_call_raise(&_call, "ops.close");
        goto cleanup;
    }

    /* unmarshal */
    Py_INCREF(Py_None);
    _returned = Py_None;

    /* cleanup */
cleanup:
    Py_XDECREF(_call.lent);
    return _returned;
}

/* tests/golden/vtables/in.cdef:9, called by C
 * [scope(forever)] void (*close)(void); */
static const char *const interop_n_1f_t_g_ops__close[] = {NULL};
INTEROP_UNUSED static const interop_signature interop_s_1f_t_g_ops__close = {"ops.close", interop_n_1f_t_g_ops__close, NULL, "", 0, 0};
static void interop_ci_f_t_g_ops__close(interop_callback *_entry, void *_data)
{
    int _errno = errno;
    interop_lock _lock;
    PyObject *_callable, *_returned = NULL;
    uintptr_t _number = 0;

    /* setup */
    (void)_data;
    if (!interop_lock_ensure(&_lock)) {
        return;
    }
    _callable = interop_enter(_entry, &interop_cb_f_t_g_ops__close);
    if (INTEROP_UNLIKELY(_callable == NULL))
        goto unanswered;
    _number = _entry->number;

    /* marshal */

    /* invoke */
    {
        PyObject *_passed[1];
        _returned = interop_run(_callable, _passed, 0);
    }
    if (_returned == NULL)
        goto failed;
    goto answered;

    /* error */
failed:
    interop_raised(_entry, _number, _callable);
unanswered:
    ;

    /* cleanup */
answered:
    ;
    Py_XDECREF(_returned);
    if (_callable != NULL) {
        interop_leave(_entry, _number);
        Py_DECREF(_callable);
    }
    interop_lock_release(&_lock);
    errno = _errno;
    return;
}

static interop_callback interop_cp_f_t_g_ops__close[INTEROP_POOL];
#define INTEROP_TRAMPOLINE(n) static void interop_ct_f_t_g_ops__close_##n(void) { interop_ci_f_t_g_ops__close(&interop_cp_f_t_g_ops__close[n], NULL); }
INTEROP_TRAMPOLINE(0) INTEROP_TRAMPOLINE(1) INTEROP_TRAMPOLINE(2) INTEROP_TRAMPOLINE(3) INTEROP_TRAMPOLINE(4) INTEROP_TRAMPOLINE(5) INTEROP_TRAMPOLINE(6) INTEROP_TRAMPOLINE(7)
INTEROP_TRAMPOLINE(8) INTEROP_TRAMPOLINE(9) INTEROP_TRAMPOLINE(10) INTEROP_TRAMPOLINE(11) INTEROP_TRAMPOLINE(12) INTEROP_TRAMPOLINE(13) INTEROP_TRAMPOLINE(14) INTEROP_TRAMPOLINE(15)
INTEROP_TRAMPOLINE(16) INTEROP_TRAMPOLINE(17) INTEROP_TRAMPOLINE(18) INTEROP_TRAMPOLINE(19) INTEROP_TRAMPOLINE(20) INTEROP_TRAMPOLINE(21) INTEROP_TRAMPOLINE(22) INTEROP_TRAMPOLINE(23)
INTEROP_TRAMPOLINE(24) INTEROP_TRAMPOLINE(25) INTEROP_TRAMPOLINE(26) INTEROP_TRAMPOLINE(27) INTEROP_TRAMPOLINE(28) INTEROP_TRAMPOLINE(29) INTEROP_TRAMPOLINE(30) INTEROP_TRAMPOLINE(31)
#undef INTEROP_TRAMPOLINE
static const interop_function interop_ct_f_t_g_ops__close_all[INTEROP_POOL] = {
    (interop_function)interop_ct_f_t_g_ops__close_0, (interop_function)interop_ct_f_t_g_ops__close_1, (interop_function)interop_ct_f_t_g_ops__close_2, (interop_function)interop_ct_f_t_g_ops__close_3,
    (interop_function)interop_ct_f_t_g_ops__close_4, (interop_function)interop_ct_f_t_g_ops__close_5, (interop_function)interop_ct_f_t_g_ops__close_6, (interop_function)interop_ct_f_t_g_ops__close_7,
    (interop_function)interop_ct_f_t_g_ops__close_8, (interop_function)interop_ct_f_t_g_ops__close_9, (interop_function)interop_ct_f_t_g_ops__close_10, (interop_function)interop_ct_f_t_g_ops__close_11,
    (interop_function)interop_ct_f_t_g_ops__close_12, (interop_function)interop_ct_f_t_g_ops__close_13, (interop_function)interop_ct_f_t_g_ops__close_14, (interop_function)interop_ct_f_t_g_ops__close_15,
    (interop_function)interop_ct_f_t_g_ops__close_16, (interop_function)interop_ct_f_t_g_ops__close_17, (interop_function)interop_ct_f_t_g_ops__close_18, (interop_function)interop_ct_f_t_g_ops__close_19,
    (interop_function)interop_ct_f_t_g_ops__close_20, (interop_function)interop_ct_f_t_g_ops__close_21, (interop_function)interop_ct_f_t_g_ops__close_22, (interop_function)interop_ct_f_t_g_ops__close_23,
    (interop_function)interop_ct_f_t_g_ops__close_24, (interop_function)interop_ct_f_t_g_ops__close_25, (interop_function)interop_ct_f_t_g_ops__close_26, (interop_function)interop_ct_f_t_g_ops__close_27,
    (interop_function)interop_ct_f_t_g_ops__close_28, (interop_function)interop_ct_f_t_g_ops__close_29, (interop_function)interop_ct_f_t_g_ops__close_30, (interop_function)interop_ct_f_t_g_ops__close_31,
};

static PyObject *
interop_cg_f_t_g_ops__close(PyObject *self, PyObject *args)
{
    interop_callback *_entry = PyLong_AsVoidPtr(self);

    (void)args;
    interop_ci_f_t_g_ops__close(_entry, NULL);
    Py_RETURN_NONE;
}
static PyMethodDef interop_cg_f_t_g_ops__close_method = {"g_ops.close", interop_cg_f_t_g_ops__close, METH_VARARGS, NULL};

static PyMethodDef interop_fm_0f_t_g_ops__close = {"ops.close", (PyCFunction)(void (*)(void))interop_f_0f_t_g_ops__close, METH_FASTCALL | METH_KEYWORDS, interop_d_0f_t_g_ops__close};
static interop_callback_type interop_cb_f_t_g_ops__close = {
    "ops.close", "void (*)(void)", interop_cp_f_t_g_ops__close, interop_ct_f_t_g_ops__close_all, INTEROP_POOL, &interop_cg_f_t_g_ops__close_method, &interop_fm_0f_t_g_ops__close,
    NULL, NULL, NULL, NULL, 0, {"void (*)(void)", NULL},
};

/* tests/golden/vtables/in.cdef:18
 * int g_run([in] const g_ops *ops); */
static const char *const interop_n_run[] = {"ops"};
static PyObject *interop_k_run[1];
static interop_signature interop_s_run = {"run", interop_n_run, interop_k_run, "1", 1, 1};
static const char interop_d_run[] =
    "run(ops)\n"
    "--\n"
    "\n"
    "run(ops: ops) -> int\n"
    "\n"
    "C: int g_run(const g_ops *ops);";
static PyObject *
interop_f_run(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    struct g_ops _s_ops;
    const g_ops *_a_ops = NULL;
    int _result;
    interop_call _call;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_call_init(&_call);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_run, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    _a_ops = interop_pin_r_t_struct__g_ops(_in[0], &_s_ops, INTEROP_AT(run, 0));
    if (_a_ops == NULL)
        goto cleanup;

    /* invoke, capture */
    interop_call_begin(&_call);
    Py_BEGIN_ALLOW_THREADS
    _result = g_run(_a_ops);
    Py_END_ALLOW_THREADS
    interop_call_end(&_call);
    if (INTEROP_UNLIKELY(_call.raised != NULL)) {
        interop_call_raise(&_call, "run");
        goto cleanup;
    }

    /* unmarshal */
    _value = interop_from_int(_result);
    if (_value == NULL)
        goto cleanup;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    Py_XDECREF(_call.lent);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/vtables/in.cdef:19
 * void g_update([in, out] g_ops *ops); */
static const char *const interop_n_update[] = {"ops"};
static PyObject *interop_k_update[1];
static interop_signature interop_s_update = {"update", interop_n_update, interop_k_update, "1", 1, 1};
static const char interop_d_update[] =
    "update(ops)\n"
    "--\n"
    "\n"
    "update(ops: ops) -> None\n"
    "\n"
    "C: void g_update(g_ops *ops);";
static PyObject *
interop_f_update(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    struct g_ops _y_ops;
    void *_w_ops = NULL;
    g_ops *_a_ops = NULL;
    interop_call _call;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_call_init(&_call);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_update, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    _a_ops = _w_ops = interop_pin_inout_r_t_struct__g_ops(_in[0], INTEROP_AT(update, 0));
    if (_w_ops == NULL)
        goto cleanup;
    if (INTEROP_UNLIKELY((uintptr_t)_w_ops % _Alignof(struct g_ops) != 0))
        _a_ops = memcpy((void *)&_y_ops, _w_ops, sizeof _y_ops);

    /* invoke, capture */
    interop_call_begin(&_call);
    Py_BEGIN_ALLOW_THREADS
    g_update(_a_ops);
    Py_END_ALLOW_THREADS
    interop_call_end(&_call);
    if (INTEROP_UNLIKELY(_a_ops == &_y_ops))
        memcpy(_w_ops, &_y_ops, sizeof _y_ops);
    if (INTEROP_UNLIKELY(_call.raised != NULL)) {
        interop_call_raise(&_call, "update");
        goto cleanup;
    }

    /* unmarshal */
    Py_INCREF(Py_None);
    _returned = Py_None;
    interop_keep_written(_in[0], &interop_record_r_t_struct__g_ops);

    /* cleanup */
cleanup:
    Py_XDECREF(_call.lent);
    return _returned;
}


/* tests/golden/vtables/in.cdef:20
 * void g_get([out] g_pair *pair); */
static const char *const interop_n_get[] = {"pair"};
static PyObject *interop_k_get[1];
static interop_signature interop_s_get = {"get", interop_n_get, interop_k_get, "", 0, 0};
static const char interop_d_get[] =
    "get()\n"
    "--\n"
    "\n"
    "get() -> pair\n"
    "\n"
    "C: void g_get(g_pair *pair);";
static PyObject *
interop_f_get(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    g_pair *_a_pair = NULL;
    interop_call _call;
    PyObject *_o_pair = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_call_init(&_call);
    if (INTEROP_UNLIKELY(_nargs != 0 || _kwnames != NULL) && interop_sort(&interop_s_get, _args, _nargs, _args + _nargs, _kwnames, NULL) < 0)
        goto cleanup;

    /* marshal, pin */
    _o_pair = interop_new_r_t_g_pair(&_a_pair);
    if (_o_pair == NULL)
        goto cleanup;

    /* invoke, capture */
    interop_call_begin(&_call);
    Py_BEGIN_ALLOW_THREADS
    g_get(_a_pair);
    Py_END_ALLOW_THREADS
    interop_call_end(&_call);
    if (INTEROP_UNLIKELY(_call.raised != NULL)) {
        interop_call_raise(&_call, "get");
        goto cleanup;
    }

    /* unmarshal */
    if (interop_keep(_o_pair, &interop_record_r_t_g_pair, _a_pair, 1, 0) < 0)
        goto cleanup;
    _returned = _o_pair;
    _o_pair = NULL;

    /* cleanup */
cleanup:
    Py_XDECREF(_call.lent);
    Py_XDECREF(_o_pair);
    return _returned;
}


/* tests/golden/vtables/in.cdef:21
 * int g_plug([in] const g_plugin *plugin); */
static const char *const interop_n_plug[] = {"plugin"};
static PyObject *interop_k_plug[1];
static interop_signature interop_s_plug = {"plug", interop_n_plug, interop_k_plug, "1", 1, 1};
static const char interop_d_plug[] =
    "plug(plugin)\n"
    "--\n"
    "\n"
    "plug(plugin: plugin) -> int\n"
    "\n"
    "C: int g_plug(const g_plugin *plugin);";
static PyObject *
interop_f_plug(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    struct g_plugin _s_plugin;
    const g_plugin *_a_plugin = NULL;
    int _result;
    interop_arena _arena;
    interop_call _call;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_arena_init(&_arena);
    interop_call_init(&_call);
    memset(&_s_plugin, 0, sizeof _s_plugin);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_plug, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    _arena.gives = 0;
    if (interop_to_r_t_struct__g_plugin(_in[0], &_s_plugin, &_arena, INTEROP_AT(plug, 0)) < 0)
        goto cleanup;
    _a_plugin = &_s_plugin;

    /* invoke, capture */
    interop_call_begin(&_call);
    Py_BEGIN_ALLOW_THREADS
    _result = g_plug(_a_plugin);
    Py_END_ALLOW_THREADS
    interop_call_end(&_call);
    if (INTEROP_UNLIKELY(_call.raised != NULL)) {
        interop_call_raise(&_call, "plug");
        goto cleanup;
    }

    /* unmarshal */
    _value = interop_from_int(_result);
    if (_value == NULL)
        goto cleanup;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_arena_release(&_arena);
    Py_XDECREF(_call.lent);
    Py_XDECREF(_value);
    return _returned;
}

static PyObject *
interop_setup(PyObject *self, PyObject *args)
{
    static interop_enum *const enums[] = {NULL};
    static interop_exception *const exceptions[] = {NULL};

    (void)self;
    return interop_setup_with(args, enums, exceptions);
}

static PyMethodDef interop_methods[] = {
    {"_interop_setup", interop_setup, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};
static const interop_function_def interop_functions[] = {
    {"run", interop_f_run, interop_d_run},
    {"update", interop_f_update, interop_d_update},
    {"get", interop_f_get, interop_d_get},
    {"plug", interop_f_plug, interop_d_plug},
    {NULL, NULL, NULL},
};

static int
interop_execute(PyObject *module)
{
    static interop_results *const results[] = {NULL};
    if (!interop_is_home())
        return -1;
    if (interop_callbacks_ready() < 0)
        return -1;
    if (interop_add_functions(module, interop_functions) < 0)
        return -1;
    static interop_record *const records[] = {&interop_record_r_t_g_pair, &interop_record_r_t_struct__g_ops, &interop_record_r_t_struct__g_plugin, NULL};
    if (interop_execute_with(module, results, "484db66fcd079d5b") < 0)
        return -1;
    return interop_add_records(module, records);
}

static PyModuleDef_Slot interop_slots[] = {
    {Py_mod_exec, (void *)interop_execute},
    {0, NULL},
};
static struct PyModuleDef interop_module = {
    PyModuleDef_HEAD_INIT, "vtables", NULL, 0, interop_methods, interop_slots, NULL, NULL, NULL,
};

PyMODINIT_FUNC
PyInit_vtables(void)
{
    return PyModuleDef_Init(&interop_module);
}

#pragma GCC diagnostic ignored "-Wtype-limits"
#pragma GCC diagnostic ignored "-Wsign-compare"
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
#line 5 "tests/golden/vtables/in.cdef"
typedef int (*g_binary)(int, int);
#line 16 "tests/golden/vtables/in.cdef"
typedef struct g_ops g_ops;
#line 17 "tests/golden/vtables/in.cdef"
typedef struct g_plugin g_plugin;
#line 18 "tests/golden/vtables/in.cdef"
_Static_assert(_Generic(&g_run, int (*)(const g_ops *): 1, default: 0), "the header declares 'g_run' with another type");
#line 19 "tests/golden/vtables/in.cdef"
_Static_assert(_Generic(&g_update, void (*)(g_ops *): 1, default: 0), "the header declares 'g_update' with another type");
#line 20 "tests/golden/vtables/in.cdef"
_Static_assert(_Generic(&g_get, void (*)(g_pair *): 1, default: 0), "the header declares 'g_get' with another type");
#line 21 "tests/golden/vtables/in.cdef"
_Static_assert(_Generic(&g_plug, int (*)(const g_plugin *): 1, default: 0), "the header declares 'g_plug' with another type");
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
#line 6 "tests/golden/vtables/in.cdef"
_Static_assert(INTEROP_TYPED(g_pair, first, g_binary *, volatile g_binary *), "field 'first' of 'g_pair' has another type in the header");
#line 6 "tests/golden/vtables/in.cdef"
_Static_assert(INTEROP_TYPED(g_pair, second, g_binary *, volatile g_binary *), "field 'second' of 'g_pair' has another type in the header");
#line 6 "tests/golden/vtables/in.cdef"
struct interop_twin_0 { g_binary first; g_binary second; };
#line 6 "tests/golden/vtables/in.cdef"
_Static_assert(!INTEROP_TYPED(g_pair, first, g_binary *, volatile g_binary *) || INTEROP_PLACED(g_pair, struct interop_twin_0, first), "field 'first' of 'g_pair' stands at another place in the header");
#line 6 "tests/golden/vtables/in.cdef"
_Static_assert(!INTEROP_TYPED(g_pair, first, g_binary *, volatile g_binary *) || !INTEROP_PLACED(g_pair, struct interop_twin_0, first) || !INTEROP_TYPED(g_pair, second, g_binary *, volatile g_binary *) || INTEROP_APART(g_pair, struct interop_twin_0, first, second), "field 'second' of 'g_pair' stands at another place in the header");
#line 6 "tests/golden/vtables/in.cdef"
_Static_assert(!INTEROP_TYPED(g_pair, second, g_binary *, volatile g_binary *) || !INTEROP_APART(g_pair, struct interop_twin_0, first, second) || INTEROP_ENDS(g_pair, struct interop_twin_0, second), "'g_pair' has another size in the header: a field is missing, or [pack]");
#line 6 "tests/golden/vtables/in.cdef"
_Static_assert(sizeof(g_pair) != sizeof(struct interop_twin_0) || _Alignof(g_pair) == _Alignof(struct interop_twin_0), "'g_pair' is aligned otherwise in the header");
#line 15 "tests/golden/vtables/in.cdef"
_Static_assert(INTEROP_TYPED(interop_u_g_ops_u, one, g_binary *, volatile g_binary *), "field 'one' of this union has another type in the header");
#line 15 "tests/golden/vtables/in.cdef"
_Static_assert(INTEROP_TYPED(interop_u_g_ops_u, number, int *, volatile int *), "field 'number' of this union has another type in the header");
#line 15 "tests/golden/vtables/in.cdef"
union interop_twin_1 { g_binary one; int number; };
#line 15 "tests/golden/vtables/in.cdef"
_Static_assert(!INTEROP_TYPED(interop_u_g_ops_u, one, g_binary *, volatile g_binary *) || INTEROP_PLACED(interop_u_g_ops_u, union interop_twin_1, one), "field 'one' of this union stands at another place in the header");
#line 15 "tests/golden/vtables/in.cdef"
_Static_assert(!INTEROP_TYPED(interop_u_g_ops_u, one, g_binary *, volatile g_binary *) || !INTEROP_PLACED(interop_u_g_ops_u, union interop_twin_1, one) || !INTEROP_TYPED(interop_u_g_ops_u, number, int *, volatile int *) || INTEROP_PLACED(interop_u_g_ops_u, union interop_twin_1, number), "field 'number' of this union stands at another place in the header");
#line 15 "tests/golden/vtables/in.cdef"
_Static_assert(!INTEROP_TYPED(interop_u_g_ops_u, number, int *, volatile int *) || !INTEROP_PLACED(interop_u_g_ops_u, union interop_twin_1, number) || sizeof(interop_u_g_ops_u) == sizeof(union interop_twin_1), "this union has another size in the header: a field is missing, or [pack]");
#line 15 "tests/golden/vtables/in.cdef"
_Static_assert(sizeof(interop_u_g_ops_u) != sizeof(union interop_twin_1) || _Alignof(interop_u_g_ops_u) == _Alignof(union interop_twin_1), "this union is aligned otherwise in the header");
#line 8 "tests/golden/vtables/in.cdef"
_Static_assert(INTEROP_TYPED(struct g_ops, open, int (**)(void *, const char *), int (*volatile *)(void *, const char *)), "field 'open' of 'struct g_ops' has another type in the header");
#line 9 "tests/golden/vtables/in.cdef"
_Static_assert(INTEROP_TYPED(struct g_ops, close, void (**)(void), void (*volatile *)(void)), "field 'close' of 'struct g_ops' has another type in the header");
#line 10 "tests/golden/vtables/in.cdef"
_Static_assert(INTEROP_TYPED(struct g_ops, other, void (**)(void), void (*volatile *)(void)), "field 'other' of 'struct g_ops' has another type in the header");
#line 11 "tests/golden/vtables/in.cdef"
_Static_assert(INTEROP_TYPED(struct g_ops, all, g_binary (*)[3], volatile g_binary (*)[3]), "field 'all' of 'struct g_ops' has another type in the header");
#line 12 "tests/golden/vtables/in.cdef"
_Static_assert(INTEROP_TYPED(struct g_ops, pair, g_pair *, volatile g_pair *), "field 'pair' of 'struct g_ops' has another type in the header");
#line 13 "tests/golden/vtables/in.cdef"
_Static_assert(INTEROP_TYPED(struct g_ops, pairs, g_pair (*)[2], volatile g_pair (*)[2]), "field 'pairs' of 'struct g_ops' has another type in the header");
#line 14 "tests/golden/vtables/in.cdef"
_Static_assert(INTEROP_TYPED(struct g_ops, kind, int *, volatile int *), "field 'kind' of 'struct g_ops' has another type in the header");
#line 15 "tests/golden/vtables/in.cdef"
_Static_assert(INTEROP_TYPED(struct g_ops, u, interop_u_g_ops_u *, volatile interop_u_g_ops_u *), "field 'u' of 'struct g_ops' has another type in the header");
#line 7 "tests/golden/vtables/in.cdef"
struct interop_twin_2 { int (*open)(void *, const char *); void (*close)(void); void (*other)(void); g_binary all[3]; g_pair pair; g_pair pairs[2]; int kind; union { g_binary one; int number; } u; };
#line 8 "tests/golden/vtables/in.cdef"
_Static_assert(!INTEROP_TYPED(struct g_ops, open, int (**)(void *, const char *), int (*volatile *)(void *, const char *)) || INTEROP_PLACED(struct g_ops, struct interop_twin_2, open), "field 'open' of 'struct g_ops' stands at another place in the header");
#line 9 "tests/golden/vtables/in.cdef"
_Static_assert(!INTEROP_TYPED(struct g_ops, open, int (**)(void *, const char *), int (*volatile *)(void *, const char *)) || !INTEROP_PLACED(struct g_ops, struct interop_twin_2, open) || !INTEROP_TYPED(struct g_ops, close, void (**)(void), void (*volatile *)(void)) || INTEROP_APART(struct g_ops, struct interop_twin_2, open, close), "field 'close' of 'struct g_ops' stands at another place in the header");
#line 10 "tests/golden/vtables/in.cdef"
_Static_assert(!INTEROP_TYPED(struct g_ops, close, void (**)(void), void (*volatile *)(void)) || !INTEROP_APART(struct g_ops, struct interop_twin_2, open, close) || !INTEROP_TYPED(struct g_ops, other, void (**)(void), void (*volatile *)(void)) || INTEROP_APART(struct g_ops, struct interop_twin_2, close, other), "field 'other' of 'struct g_ops' stands at another place in the header");
#line 11 "tests/golden/vtables/in.cdef"
_Static_assert(!INTEROP_TYPED(struct g_ops, other, void (**)(void), void (*volatile *)(void)) || !INTEROP_APART(struct g_ops, struct interop_twin_2, close, other) || !INTEROP_TYPED(struct g_ops, all, g_binary (*)[3], volatile g_binary (*)[3]) || INTEROP_APART(struct g_ops, struct interop_twin_2, other, all), "field 'all' of 'struct g_ops' stands at another place in the header");
#line 12 "tests/golden/vtables/in.cdef"
_Static_assert(!INTEROP_TYPED(struct g_ops, all, g_binary (*)[3], volatile g_binary (*)[3]) || !INTEROP_APART(struct g_ops, struct interop_twin_2, other, all) || !INTEROP_TYPED(struct g_ops, pair, g_pair *, volatile g_pair *) || INTEROP_APART(struct g_ops, struct interop_twin_2, all, pair), "field 'pair' of 'struct g_ops' stands at another place in the header");
#line 13 "tests/golden/vtables/in.cdef"
_Static_assert(!INTEROP_TYPED(struct g_ops, pair, g_pair *, volatile g_pair *) || !INTEROP_APART(struct g_ops, struct interop_twin_2, all, pair) || !INTEROP_TYPED(struct g_ops, pairs, g_pair (*)[2], volatile g_pair (*)[2]) || INTEROP_APART(struct g_ops, struct interop_twin_2, pair, pairs), "field 'pairs' of 'struct g_ops' stands at another place in the header");
#line 14 "tests/golden/vtables/in.cdef"
_Static_assert(!INTEROP_TYPED(struct g_ops, pairs, g_pair (*)[2], volatile g_pair (*)[2]) || !INTEROP_APART(struct g_ops, struct interop_twin_2, pair, pairs) || !INTEROP_TYPED(struct g_ops, kind, int *, volatile int *) || INTEROP_APART(struct g_ops, struct interop_twin_2, pairs, kind), "field 'kind' of 'struct g_ops' stands at another place in the header");
#line 15 "tests/golden/vtables/in.cdef"
_Static_assert(!INTEROP_TYPED(struct g_ops, kind, int *, volatile int *) || !INTEROP_APART(struct g_ops, struct interop_twin_2, pairs, kind) || !INTEROP_TYPED(struct g_ops, u, interop_u_g_ops_u *, volatile interop_u_g_ops_u *) || INTEROP_APART(struct g_ops, struct interop_twin_2, kind, u), "field 'u' of 'struct g_ops' stands at another place in the header");
#line 7 "tests/golden/vtables/in.cdef"
_Static_assert(!INTEROP_TYPED(struct g_ops, u, interop_u_g_ops_u *, volatile interop_u_g_ops_u *) || !INTEROP_APART(struct g_ops, struct interop_twin_2, kind, u) || INTEROP_ENDS(struct g_ops, struct interop_twin_2, u), "'struct g_ops' has another size in the header: a field is missing, or [pack]");
#line 7 "tests/golden/vtables/in.cdef"
_Static_assert(sizeof(struct g_ops) != sizeof(struct interop_twin_2) || _Alignof(struct g_ops) == _Alignof(struct interop_twin_2), "'struct g_ops' is aligned otherwise in the header");
#line 17 "tests/golden/vtables/in.cdef"
_Static_assert(INTEROP_TYPED(struct g_plugin, name, const char **, const char *volatile *), "field 'name' of 'struct g_plugin' has another type in the header");
#line 17 "tests/golden/vtables/in.cdef"
_Static_assert(INTEROP_TYPED(struct g_plugin, pair, g_pair *, volatile g_pair *), "field 'pair' of 'struct g_plugin' has another type in the header");
#line 17 "tests/golden/vtables/in.cdef"
struct interop_twin_3 { const char *name; g_pair pair; };
#line 17 "tests/golden/vtables/in.cdef"
_Static_assert(!INTEROP_TYPED(struct g_plugin, name, const char **, const char *volatile *) || INTEROP_PLACED(struct g_plugin, struct interop_twin_3, name), "field 'name' of 'struct g_plugin' stands at another place in the header");
#line 17 "tests/golden/vtables/in.cdef"
_Static_assert(!INTEROP_TYPED(struct g_plugin, name, const char **, const char *volatile *) || !INTEROP_PLACED(struct g_plugin, struct interop_twin_3, name) || !INTEROP_TYPED(struct g_plugin, pair, g_pair *, volatile g_pair *) || INTEROP_APART(struct g_plugin, struct interop_twin_3, name, pair), "field 'pair' of 'struct g_plugin' stands at another place in the header");
#line 17 "tests/golden/vtables/in.cdef"
_Static_assert(!INTEROP_TYPED(struct g_plugin, pair, g_pair *, volatile g_pair *) || !INTEROP_APART(struct g_plugin, struct interop_twin_3, name, pair) || INTEROP_ENDS(struct g_plugin, struct interop_twin_3, pair), "'struct g_plugin' has another size in the header: a field is missing, or [pack]");
#line 17 "tests/golden/vtables/in.cdef"
_Static_assert(sizeof(struct g_plugin) != sizeof(struct interop_twin_3) || _Alignof(struct g_plugin) == _Alignof(struct interop_twin_3), "'struct g_plugin' is aligned otherwise in the header");
#pragma GCC diagnostic pop
