/* The stubs of module marshallers. Made from tests/golden/marshallers/in.cdef by interop; do not edit. */
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

static interop_marshaller interop_m_0 = {"interop.marshallers.times:UnixTime", NULL, NULL, NULL, NULL};
static interop_marshaller interop_m_1 = {"interop.marshallers.identifiers:Guid", NULL, NULL, NULL, NULL};
static interop_marshaller interop_m_2 = {"interop.marshallers.paths:Path", NULL, NULL, NULL, NULL};
static interop_marshaller interop_m_3 = {"tests.support.marshallers:Simple", NULL, NULL, NULL, NULL};
static interop_marshaller interop_m_4 = {"tests.support.marshallers:Logged", NULL, NULL, NULL, NULL};
static interop_marshaller interop_m_5 = {".conv:Guid", NULL, NULL, NULL, NULL};
INTEROP_UNSIGNED(t_uint32_t, uint32_t)
INTEROP_UNSIGNED(t_uint16_t, uint16_t)
INTEROP_UNSIGNED(unsigned__char, unsigned char)
INTEROP_SIGNED(int, int)
INTEROP_SIGNED(t_t_seconds, t_seconds)
INTEROP_CHAR(char, char)
INTEROP_UNSIGNED(unsigned__int, unsigned int)
INTEROP_UNSIGNED(t_size_t, size_t)
static const interop_codec interop_c_0 = {NULL, "strict", sizeof(char), 0};


static interop_record interop_record_r_t_t_guid;
static const interop_type interop_type_r_t_t_guid;
INTEROP_BLITTABLE(r_t_t_guid, t_guid)
static interop_record interop_record_r_t_struct__t_event;
static const interop_type interop_type_r_t_struct__t_event;
INTEROP_BLITTABLE(r_t_struct__t_event, struct t_event)
/* tests/golden/marshallers/in.cdef:21 t_guid */
static const char *const interop_names_r_t_t_guid[] = {"data1", "data2", "data3", "data4"};
static PyObject *interop_keys_r_t_t_guid[4];
static interop_signature interop_fields_r_t_t_guid = {
    "guid", interop_names_r_t_t_guid, interop_keys_r_t_t_guid, NULL, 4, 4};
INTEROP_UNUSED static const Py_ssize_t interop_counts_3_r_t_t_guid[] = {8};

static PyObject *
interop_read_0_r_t_t_guid(PyObject *_self, void *_unused)
{
    (void)_unused;
    return interop_get_t_uint32_t(INTEROP_INSIDE(_self, t_guid, data1), INTEROP_FIELD(r_t_t_guid, 0));
}

static int
interop_write_0_r_t_t_guid(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_t_guid, 0));
    if (INTEROP_IS_COPIED(_self))
        return interop_not_changed(INTEROP_FIELD(r_t_t_guid, 0));
    return interop_set_t_uint32_t(_value, INTEROP_INSIDE(_self, t_guid, data1), INTEROP_FIELD(r_t_t_guid, 0));
}

static PyObject *
interop_read_1_r_t_t_guid(PyObject *_self, void *_unused)
{
    (void)_unused;
    return interop_get_t_uint16_t(INTEROP_INSIDE(_self, t_guid, data2), INTEROP_FIELD(r_t_t_guid, 1));
}

static int
interop_write_1_r_t_t_guid(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_t_guid, 1));
    if (INTEROP_IS_COPIED(_self))
        return interop_not_changed(INTEROP_FIELD(r_t_t_guid, 1));
    return interop_set_t_uint16_t(_value, INTEROP_INSIDE(_self, t_guid, data2), INTEROP_FIELD(r_t_t_guid, 1));
}

static PyObject *
interop_read_2_r_t_t_guid(PyObject *_self, void *_unused)
{
    (void)_unused;
    return interop_get_t_uint16_t(INTEROP_INSIDE(_self, t_guid, data3), INTEROP_FIELD(r_t_t_guid, 2));
}

static int
interop_write_2_r_t_t_guid(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_t_guid, 2));
    if (INTEROP_IS_COPIED(_self))
        return interop_not_changed(INTEROP_FIELD(r_t_t_guid, 2));
    return interop_set_t_uint16_t(_value, INTEROP_INSIDE(_self, t_guid, data3), INTEROP_FIELD(r_t_t_guid, 2));
}

static PyObject *
interop_read_3_r_t_t_guid(PyObject *_self, void *_unused)
{
    (void)_unused;
    return (PyObject *)interop_view_new(&interop_type_unsigned__char, interop_counts_3_r_t_t_guid, 1, INTEROP_INSIDE(_self, t_guid, data4), interop_owner(_self), INTEROP_FIELD(r_t_t_guid, 3));
}

static int
interop_write_3_r_t_t_guid(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_t_guid, 3));
    if (INTEROP_IS_COPIED(_self))
        return interop_not_changed(INTEROP_FIELD(r_t_t_guid, 3));
    return interop_elements_set(_value, &interop_type_unsigned__char, interop_counts_3_r_t_t_guid, 1, INTEROP_INSIDE(_self, t_guid, data4), INTEROP_FIELD(r_t_t_guid, 3));
}

static const interop_part interop_members_r_t_t_guid[] = {
    {"data1", "data1", &interop_type_t_uint32_t, offsetof(t_guid, data1), sizeof(((t_guid *)0)->data1), NULL, 0},
    {"data2", "data2", &interop_type_t_uint16_t, offsetof(t_guid, data2), sizeof(((t_guid *)0)->data2), NULL, 0},
    {"data3", "data3", &interop_type_t_uint16_t, offsetof(t_guid, data3), sizeof(((t_guid *)0)->data3), NULL, 0},
    {"data4", "data4", &interop_type_unsigned__char, offsetof(t_guid, data4), sizeof(((t_guid *)0)->data4), interop_counts_3_r_t_t_guid, 1},
    {NULL, NULL, NULL, 0, 0, NULL, 0},
};
static const interop_field interop_table_r_t_t_guid[] = {
    {"data1", interop_read_0_r_t_t_guid, interop_write_0_r_t_t_guid, 0, 0, 0, 0},
    {"data2", interop_read_1_r_t_t_guid, interop_write_1_r_t_t_guid, 0, 0, 0, 0},
    {"data3", interop_read_2_r_t_t_guid, interop_write_2_r_t_t_guid, 0, 0, 0, 0},
    {"data4", interop_read_3_r_t_t_guid, interop_write_3_r_t_t_guid, 0, 0, 0, 0},
    {NULL, NULL, NULL, 0, 0, 0, 0},
};
static PyGetSetDef interop_getset_r_t_t_guid[] = {
    {"data1", interop_read_0_r_t_t_guid, interop_write_0_r_t_t_guid, "int; C: uint32_t data1", NULL},
    {"data2", interop_read_1_r_t_t_guid, interop_write_1_r_t_t_guid, "int; C: uint16_t data2", NULL},
    {"data3", interop_read_2_r_t_t_guid, interop_write_2_r_t_t_guid, "int; C: uint16_t data3", NULL},
    {"data4", interop_read_3_r_t_t_guid, interop_write_3_r_t_t_guid, "view of int; C: unsigned char data4[8]", NULL},
    {NULL, NULL, NULL, NULL, NULL},
};
static PyObject *
interop_array_of_r_t_t_guid(PyObject *_class, PyObject *_value)
{
    (void)_class;
    return interop_record_array(&interop_record_r_t_t_guid, _value);
}
static PyMethodDef interop_methods_r_t_t_guid[] = {
    INTEROP_BLITTABLE_METHODS
    {"array", interop_array_of_r_t_t_guid, METH_O | METH_CLASS, INTEROP_ARRAY_DOC},
    INTEROP_RECORD_METHODS
    {NULL, NULL, 0, NULL},
};
static PyObject *
interop_make_r_t_t_guid(PyTypeObject *_class, PyObject *_args, PyObject *_keywords)
{
    (void)_class;
    return interop_record_make(&interop_record_r_t_t_guid, NULL, _args, _keywords);
}
#if INTEROP_DIRECT
static PyObject *
interop_quick_make_r_t_t_guid(PyObject *_class, PyObject *const *_args, size_t _count,
                     PyObject *_names)
{
    (void)_class;
    return interop_record_vectorcall(&interop_record_r_t_t_guid, NULL, _args, _count, _names);
}
#endif
static const char interop_doc_r_t_t_guid[] =
    "guid(data1=0, data2=0, data3=0, data4=...)\n"
    "--\n"
    "\n"
    "C: t_guid. It holds the native value, and C gets its address.\n"
    "\n"
    "data1: int\n"
    "data2: int\n"
    "data3: int\n"
    "data4: view of int";
static interop_record interop_record_r_t_t_guid = {
    .layout = {
        .name = "guid",
        .members = interop_members_r_t_t_guid,
        .count = 4,
        .is_opaque = 0,
        .has_gaps = 0,
        .size = sizeof(t_guid),
        .make = interop_records_new,
        .assign = interop_record_assign,
    },
    .signature = &interop_fields_r_t_t_guid,
    .fields = interop_table_r_t_t_guid,
    .count = 4,
    .is_union = 0,
    .has_late = 0,
    .has_overlays = 0,
    .alignment = _Alignof(t_guid),
    .held = 0,
    .make = interop_make_r_t_t_guid,
    INTEROP_QUICK_MAKE(interop_quick_make_r_t_t_guid)
    .doc = interop_doc_r_t_t_guid,
    .getset = interop_getset_r_t_t_guid,
    .methods = interop_methods_r_t_t_guid,
    .type = &interop_type_r_t_t_guid,
    .pointer = {"t_guid *", NULL},
};

/* tests/golden/marshallers/in.cdef:22 struct t_event */
static const char *const interop_names_r_t_struct__t_event[] = {"id", "when", "alarms", "key", "place", "kind"};
static PyObject *interop_keys_r_t_struct__t_event[6];
static interop_signature interop_fields_r_t_struct__t_event = {
    "event", interop_names_r_t_struct__t_event, interop_keys_r_t_struct__t_event, NULL, 6, 6};
INTEROP_UNUSED static const Py_ssize_t interop_counts_2_r_t_struct__t_event[] = {2};
INTEROP_UNUSED static const Py_ssize_t interop_counts_4_r_t_struct__t_event[] = {32};

static PyObject *
interop_read_0_r_t_struct__t_event(PyObject *_self, void *_unused)
{
    (void)_unused;
    return interop_get_int(INTEROP_INSIDE(_self, struct t_event, id), INTEROP_FIELD(r_t_struct__t_event, 0));
}

static int
interop_write_0_r_t_struct__t_event(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_struct__t_event, 0));
    if (INTEROP_IS_COPIED(_self))
        return interop_not_changed(INTEROP_FIELD(r_t_struct__t_event, 0));
    return interop_set_int(_value, INTEROP_INSIDE(_self, struct t_event, id), INTEROP_FIELD(r_t_struct__t_event, 0));
}

static PyObject *
interop_read_1_r_t_struct__t_event(PyObject *_self, void *_unused)
{
    (void)_unused;
    return interop_get_t_t_seconds(INTEROP_INSIDE(_self, struct t_event, when), INTEROP_FIELD(r_t_struct__t_event, 1));
}

static int
interop_write_1_r_t_struct__t_event(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_struct__t_event, 1));
    if (INTEROP_IS_COPIED(_self))
        return interop_not_changed(INTEROP_FIELD(r_t_struct__t_event, 1));
    return interop_set_t_t_seconds(_value, INTEROP_INSIDE(_self, struct t_event, when), INTEROP_FIELD(r_t_struct__t_event, 1));
}

static PyObject *
interop_show_1_r_t_struct__t_event(PyObject *_self, void *_unused)
{
    return interop_field_shown(&interop_m_0, 0, interop_read_1_r_t_struct__t_event(_self, _unused), INTEROP_FIELD(r_t_struct__t_event, 1));
}

static int
interop_take_1_r_t_struct__t_event(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    return interop_field_taken(&interop_m_0, 0, NULL, _self, _value, interop_write_1_r_t_struct__t_event, INTEROP_FIELD(r_t_struct__t_event, 1));
}

static PyObject *
interop_read_2_r_t_struct__t_event(PyObject *_self, void *_unused)
{
    (void)_unused;
    return (PyObject *)interop_view_new(&interop_type_t_t_seconds, interop_counts_2_r_t_struct__t_event, 1, INTEROP_INSIDE(_self, struct t_event, alarms), interop_owner(_self), INTEROP_FIELD(r_t_struct__t_event, 2));
}

static int
interop_write_2_r_t_struct__t_event(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_struct__t_event, 2));
    if (INTEROP_IS_COPIED(_self))
        return interop_not_changed(INTEROP_FIELD(r_t_struct__t_event, 2));
    return interop_elements_set(_value, &interop_type_t_t_seconds, interop_counts_2_r_t_struct__t_event, 1, INTEROP_INSIDE(_self, struct t_event, alarms), INTEROP_FIELD(r_t_struct__t_event, 2));
}

static PyObject *
interop_show_2_r_t_struct__t_event(PyObject *_self, void *_unused)
{
    return interop_field_shown(&interop_m_0, INTEROP_EACH, interop_read_2_r_t_struct__t_event(_self, _unused), INTEROP_FIELD(r_t_struct__t_event, 2));
}

static int
interop_take_2_r_t_struct__t_event(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    return interop_field_taken(&interop_m_0, INTEROP_EACH, NULL, _self, _value, interop_write_2_r_t_struct__t_event, INTEROP_FIELD(r_t_struct__t_event, 2));
}

static PyObject *
interop_read_3_r_t_struct__t_event(PyObject *_self, void *_unused)
{
    (void)_unused;
    return interop_record_inside(&interop_record_r_t_t_guid, INTEROP_INSIDE(_self, struct t_event, key), interop_owner(_self));
}

static int
interop_write_3_r_t_struct__t_event(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_struct__t_event, 3));
    if (INTEROP_IS_COPIED(_self))
        return interop_not_changed(INTEROP_FIELD(r_t_struct__t_event, 3));
    return interop_set_r_t_t_guid(_value, INTEROP_INSIDE(_self, struct t_event, key), INTEROP_FIELD(r_t_struct__t_event, 3));
}

static PyObject *
interop_show_3_r_t_struct__t_event(PyObject *_self, void *_unused)
{
    return interop_field_shown(&interop_m_1, 0, interop_read_3_r_t_struct__t_event(_self, _unused), INTEROP_FIELD(r_t_struct__t_event, 3));
}

static int
interop_take_3_r_t_struct__t_event(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    return interop_field_taken(&interop_m_1, 0, &interop_record_r_t_t_guid, _self, _value, interop_write_3_r_t_struct__t_event, INTEROP_FIELD(r_t_struct__t_event, 3));
}

static PyObject *
interop_read_4_r_t_struct__t_event(PyObject *_self, void *_unused)
{
    (void)_unused;
    return interop_fixed_text_read(INTEROP_INSIDE(_self, struct t_event, place), 32, &interop_c_0, INTEROP_FIELD(r_t_struct__t_event, 4));
}

static int
interop_write_4_r_t_struct__t_event(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_struct__t_event, 4));
    if (INTEROP_IS_COPIED(_self))
        return interop_not_changed(INTEROP_FIELD(r_t_struct__t_event, 4));
    return interop_fixed_text_in(_value, INTEROP_INSIDE(_self, struct t_event, place), 32, &interop_c_0, INTEROP_FIELD(r_t_struct__t_event, 4));
}

static PyObject *
interop_show_4_r_t_struct__t_event(PyObject *_self, void *_unused)
{
    return interop_field_shown(&interop_m_2, 0, interop_read_4_r_t_struct__t_event(_self, _unused), INTEROP_FIELD(r_t_struct__t_event, 4));
}

static int
interop_take_4_r_t_struct__t_event(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    return interop_field_taken(&interop_m_2, 0, NULL, _self, _value, interop_write_4_r_t_struct__t_event, INTEROP_FIELD(r_t_struct__t_event, 4));
}

static PyObject *
interop_read_5_r_t_struct__t_event(PyObject *_self, void *_unused)
{
    (void)_unused;
    {
        unsigned int _bits;
        struct t_event _whole;

        memcpy(&_whole, INTEROP_DATA(_self), sizeof _whole);
        _bits = _whole.kind;
        return interop_from_unsigned__int(_bits);
    }
}

static int
interop_write_5_r_t_struct__t_event(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    if (INTEROP_UNLIKELY(_value == NULL))
        return interop_undeletable(INTEROP_FIELD(r_t_struct__t_event, 5));
    if (INTEROP_IS_COPIED(_self))
        return interop_not_changed(INTEROP_FIELD(r_t_struct__t_event, 5));
    {
        unsigned int _bits;
        struct t_event _whole;

        if (interop_to_unsigned__int(_value, &_bits, INTEROP_FIELD(r_t_struct__t_event, 5)) < 0)
            return -1;
        memcpy(&_whole, INTEROP_DATA(_self), sizeof _whole);
        _whole.kind = _bits;
        if (_whole.kind != _bits)
            return interop_too_wide(_value, 3, INTEROP_FIELD(r_t_struct__t_event, 5));
        memcpy(INTEROP_DATA(_self), &_whole, sizeof _whole);
        return 0;
    }
}

static PyObject *
interop_show_5_r_t_struct__t_event(PyObject *_self, void *_unused)
{
    return interop_field_shown(&interop_m_3, 0, interop_read_5_r_t_struct__t_event(_self, _unused), INTEROP_FIELD(r_t_struct__t_event, 5));
}

static int
interop_take_5_r_t_struct__t_event(PyObject *_self, PyObject *_value, void *_unused)
{
    (void)_unused;
    return interop_field_taken(&interop_m_3, 0, NULL, _self, _value, interop_write_5_r_t_struct__t_event, INTEROP_FIELD(r_t_struct__t_event, 5));
}

static const interop_part interop_members_r_t_struct__t_event[] = {
    {"id", "id", &interop_type_int, offsetof(struct t_event, id), sizeof(((struct t_event *)0)->id), NULL, 0},
    {"when", "when", &interop_type_t_t_seconds, offsetof(struct t_event, when), sizeof(((struct t_event *)0)->when), NULL, 0},
    {"alarms", "alarms", &interop_type_t_t_seconds, offsetof(struct t_event, alarms), sizeof(((struct t_event *)0)->alarms), interop_counts_2_r_t_struct__t_event, 1},
    {"key", "key", &interop_type_r_t_t_guid, offsetof(struct t_event, key), sizeof(((struct t_event *)0)->key), NULL, 0},
    {"place", "place", &interop_type_char, offsetof(struct t_event, place), sizeof(((struct t_event *)0)->place), interop_counts_4_r_t_struct__t_event, 1},
    {NULL, NULL, NULL, 0, 0, NULL, 0},
};
static const interop_field interop_table_r_t_struct__t_event[] = {
    {"id", interop_read_0_r_t_struct__t_event, interop_write_0_r_t_struct__t_event, 0, 0, 0, 0},
    {"when", interop_show_1_r_t_struct__t_event, interop_take_1_r_t_struct__t_event, 0, 0, 0, 0},
    {"alarms", interop_show_2_r_t_struct__t_event, interop_take_2_r_t_struct__t_event, 0, 0, 0, 0},
    {"key", interop_show_3_r_t_struct__t_event, interop_take_3_r_t_struct__t_event, 0, 0, 0, 0},
    {"place", interop_show_4_r_t_struct__t_event, interop_take_4_r_t_struct__t_event, 0, 0, offsetof(struct t_event, place), sizeof(((struct t_event *)0)->place)},
    {"kind", interop_show_5_r_t_struct__t_event, interop_take_5_r_t_struct__t_event, 0, 0, 0, 0},
    {NULL, NULL, NULL, 0, 0, 0, 0},
};
static PyGetSetDef interop_getset_r_t_struct__t_event[] = {
    {"id", interop_read_0_r_t_struct__t_event, interop_write_0_r_t_struct__t_event, "int; C: int id", NULL},
    {"when", interop_show_1_r_t_struct__t_event, interop_take_1_r_t_struct__t_event, "datetime.datetime; C: t_seconds when", NULL},
    {"alarms", interop_show_2_r_t_struct__t_event, interop_take_2_r_t_struct__t_event, "list[datetime.datetime]; C: t_seconds alarms[2]", NULL},
    {"key", interop_show_3_r_t_struct__t_event, interop_take_3_r_t_struct__t_event, "uuid.UUID; C: t_guid key", NULL},
    {"place", interop_show_4_r_t_struct__t_event, interop_take_4_r_t_struct__t_event, "pathlib.Path; C: char place[32]", NULL},
    {"kind", interop_show_5_r_t_struct__t_event, interop_take_5_r_t_struct__t_event, "int; C: unsigned int kind : 3", NULL},
    {NULL, NULL, NULL, NULL, NULL},
};
static PyObject *
interop_array_of_r_t_struct__t_event(PyObject *_class, PyObject *_value)
{
    (void)_class;
    return interop_record_array(&interop_record_r_t_struct__t_event, _value);
}
static PyMethodDef interop_methods_r_t_struct__t_event[] = {
    INTEROP_BLITTABLE_METHODS
    {"array", interop_array_of_r_t_struct__t_event, METH_O | METH_CLASS, INTEROP_ARRAY_DOC},
    INTEROP_RECORD_METHODS
    {NULL, NULL, 0, NULL},
};
static PyObject *
interop_make_r_t_struct__t_event(PyTypeObject *_class, PyObject *_args, PyObject *_keywords)
{
    (void)_class;
    return interop_record_make(&interop_record_r_t_struct__t_event, NULL, _args, _keywords);
}
#if INTEROP_DIRECT
static PyObject *
interop_quick_make_r_t_struct__t_event(PyObject *_class, PyObject *const *_args, size_t _count,
                     PyObject *_names)
{
    (void)_class;
    return interop_record_vectorcall(&interop_record_r_t_struct__t_event, NULL, _args, _count, _names);
}
#endif
static const char interop_doc_r_t_struct__t_event[] =
    "event(id=0, when=0, alarms=..., key=..., place='', kind=0)\n"
    "--\n"
    "\n"
    "C: struct t_event. It holds the native value, and C gets its address.\n"
    "\n"
    "id: int\n"
    "when: datetime.datetime\n"
    "alarms: list[datetime.datetime]\n"
    "key: uuid.UUID\n"
    "place: pathlib.Path\n"
    "kind: int";
static interop_record interop_record_r_t_struct__t_event = {
    .layout = {
        .name = "event",
        .members = interop_members_r_t_struct__t_event,
        .count = 5,
        .is_opaque = 0,
        .has_gaps = 1,
        .size = sizeof(struct t_event),
        .make = interop_records_new,
        .assign = interop_record_assign,
    },
    .signature = &interop_fields_r_t_struct__t_event,
    .fields = interop_table_r_t_struct__t_event,
    .count = 6,
    .is_union = 0,
    .has_late = 0,
    .has_overlays = 0,
    .alignment = _Alignof(struct t_event),
    .held = 0,
    .make = interop_make_r_t_struct__t_event,
    INTEROP_QUICK_MAKE(interop_quick_make_r_t_struct__t_event)
    .doc = interop_doc_r_t_struct__t_event,
    .getset = interop_getset_r_t_struct__t_event,
    .methods = interop_methods_r_t_struct__t_event,
    .type = &interop_type_r_t_struct__t_event,
    .pointer = {"struct t_event *", NULL},
};

/* tests/golden/marshallers/in.cdef:7
 * [success(result == 0)] int t_take([marshal_with("tests.support.marshallers:Logged")] int x, int status); */
static const char *const interop_n_take[] = {"x", "status"};
static PyObject *interop_k_take[2];
static interop_signature interop_s_take = {"take", interop_n_take, interop_k_take, "11", 2, 2};
static const char interop_d_take[] =
    "take(x, status)\n"
    "--\n"
    "\n"
    "take(x: int, status: int) -> None\n"
    "\n"
    "Raises interop.CallError unless result == 0.\n"
    "\n"
    "C: int t_take(int x, int status);";
static PyObject *
interop_f_take(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = _args;
    int _a_x = 0;
    int _a_status = 0;
    interop_marshalled _m_x;
    int _result;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_marshalled_init(&_m_x, &interop_m_4, 0);
    if (INTEROP_UNLIKELY(_nargs != 2 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_take, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_marshalled_in(&_m_x, _in[0], INTEROP_AT(take, 0)) < 0)
        goto cleanup;
    if (interop_to_int(_m_x.native, &_a_x, INTEROP_AT(take, 0)) < 0)
        goto cleanup;
    _m_x.converting = 0;
    if (interop_to_int(_in[1], &_a_status, INTEROP_AT(take, 1)) < 0)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = t_take(_a_x, _a_status);
    Py_END_ALLOW_THREADS

    /* check */
    if (INTEROP_UNLIKELY(!(_result == 0))) {
        interop_call_failed(NULL, &interop_s_take, "result == 0",
                            NULL, interop_from_int(_result), NULL, -1);
        goto cleanup;
    }
    if (interop_marshalled_called(&_m_x, INTEROP_AT(take, 0)) < 0)
        goto cleanup;

    /* unmarshal */
    Py_INCREF(Py_None);
    _returned = Py_None;

    /* cleanup */
cleanup:
    interop_marshalled_release(&_m_x);
    return _returned;
}


/* tests/golden/marshallers/in.cdef:9
 * [success(result == 0)] int t_change([in, out, marshal_with("tests.support.marshallers:Logged")] int *x, int status); */
static const char *const interop_n_change[] = {"x", "status"};
static PyObject *interop_k_change[2];
static interop_signature interop_s_change = {"change", interop_n_change, interop_k_change, "11", 2, 2};
static const char interop_d_change[] =
    "change(x, status)\n"
    "--\n"
    "\n"
    "change(x: int, status: int) -> int\n"
    "\n"
    "Raises interop.CallError unless result == 0.\n"
    "\n"
    "C: int t_change(int *x, int status);";
static PyObject *
interop_f_change(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = _args;
    int _s_x = 0;
    int *_a_x = &_s_x;
    int _a_status = 0;
    interop_marshalled _m_x;
    int _result;
    PyObject *_o_x = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_marshalled_init(&_m_x, &interop_m_4, 0);
    if (INTEROP_UNLIKELY(_nargs != 2 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_change, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_marshalled_in(&_m_x, _in[0], INTEROP_AT(change, 0)) < 0)
        goto cleanup;
    if (interop_to_int(_m_x.native, &_s_x, INTEROP_AT(change, 0)) < 0)
        goto cleanup;
    _m_x.converting = 0;
    if (interop_to_int(_in[1], &_a_status, INTEROP_AT(change, 1)) < 0)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = t_change(_a_x, _a_status);
    Py_END_ALLOW_THREADS

    /* check */
    if (INTEROP_UNLIKELY(!(_result == 0))) {
        interop_call_failed(NULL, &interop_s_change, "result == 0",
                            NULL, interop_from_int(_result), NULL, -1);
        goto cleanup;
    }
    if (interop_marshalled_called(&_m_x, INTEROP_AT(change, 0)) < 0)
        goto cleanup;

    /* unmarshal */
    _o_x = interop_from_int(_s_x);
    if (_o_x == NULL)
        goto cleanup;
    if (interop_marshalled_capture(&_m_x, &_o_x, INTEROP_AT(change, 0)) < 0)
        goto cleanup;
    _o_x = interop_marshalled_out(&_m_x, -1, INTEROP_AT(change, 0));
    if (_o_x == NULL)
        goto cleanup;
    _returned = _o_x;
    _o_x = NULL;

    /* cleanup */
cleanup:
    interop_marshalled_release(&_m_x);
    Py_XDECREF(_o_x);
    return _returned;
}


/* tests/golden/marshallers/in.cdef:11
 * [marshal_with("tests.support.marshallers:Simple")] int t_answer([marshal_with("tests.support.marshallers:Simple"), defaultvalue(1)] int x); */
static const char *const interop_n_answer[] = {"x"};
static PyObject *interop_k_answer[1];
static interop_signature interop_s_answer = {"answer", interop_n_answer, interop_k_answer, "0", 1, 1};
static const char interop_d_answer[] =
    "answer(x=None)\n"
    "--\n"
    "\n"
    "answer(x: int | None = None) -> int\n"
    "\n"
    "C: int t_answer(int x);";
static PyObject *
interop_f_answer(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    int _a_x = 0;
    interop_marshalled _m_x;
    interop_marshalled _marshalled;
    int _result;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_marshalled_init(&_m_x, &interop_m_3, 0);
    interop_marshalled_init(&_marshalled, &interop_m_3, 0);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        if (interop_some_arguments(&interop_s_answer, _args, _nargs, _kwnames, _sorted, 0, 1, 1) < 0)
            goto cleanup;
        _in = _sorted;
    }

    /* marshal, pin */
    if (interop_marshalled_begin(&_marshalled, INTEROP_AT(answer, -1)) < 0)
        goto cleanup;
    if (INTEROP_LEFT_OUT(_in[0])) {
        {
            interop_wide _given = (interop_wide)(1);
            if (INTEROP_IN_RANGE(int, _given, INTEROP_AT(answer, 0)) < 0)
                goto cleanup;
            _a_x = (int)_given;
        }
    } else {
        if (interop_marshalled_in(&_m_x, _in[0], INTEROP_AT(answer, 0)) < 0)
            goto cleanup;
        if (interop_to_int(_m_x.native, &_a_x, INTEROP_AT(answer, 0)) < 0)
            goto cleanup;
        _m_x.converting = 0;
    }

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = t_answer(_a_x);
    Py_END_ALLOW_THREADS
    if (interop_marshalled_called(&_m_x, INTEROP_AT(answer, 0)) < 0)
        goto cleanup;

    /* unmarshal */
    _value = interop_from_int(_result);
    if (_value == NULL)
        goto cleanup;
    if (interop_marshalled_capture(&_marshalled, &_value, INTEROP_AT(answer, -1)) < 0)
        goto cleanup;
    if (interop_marshalled_called(&_marshalled, INTEROP_AT(answer, -1)) < 0)
        goto cleanup;
    _value = interop_marshalled_out(&_marshalled, -1, INTEROP_AT(answer, -1));
    if (_value == NULL)
        goto cleanup;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_marshalled_release(&_marshalled);
    interop_marshalled_release(&_m_x);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/marshallers/in.cdef:13
 * t_seconds t_later(t_seconds when, int by); */
static const char *const interop_n_later[] = {"when", "by"};
static PyObject *interop_k_later[2];
static interop_signature interop_s_later = {"later", interop_n_later, interop_k_later, "11", 2, 2};
static const char interop_d_later[] =
    "later(when, by)\n"
    "--\n"
    "\n"
    "later(when: datetime.datetime, by: int) -> datetime.datetime\n"
    "\n"
    "C: t_seconds t_later(t_seconds when, int by);";
static PyObject *
interop_f_later(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = _args;
    t_seconds _a_when = 0;
    int _a_by = 0;
    interop_marshalled _m_when;
    interop_marshalled _marshalled;
    t_seconds _result;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_marshalled_init(&_m_when, &interop_m_0, 0);
    interop_marshalled_init(&_marshalled, &interop_m_0, 0);
    if (INTEROP_UNLIKELY(_nargs != 2 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_later, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_marshalled_begin(&_marshalled, INTEROP_AT(later, -1)) < 0)
        goto cleanup;
    if (interop_marshalled_in(&_m_when, _in[0], INTEROP_AT(later, 0)) < 0)
        goto cleanup;
    if (interop_to_t_t_seconds(_m_when.native, &_a_when, INTEROP_AT(later, 0)) < 0)
        goto cleanup;
    _m_when.converting = 0;
    if (interop_to_int(_in[1], &_a_by, INTEROP_AT(later, 1)) < 0)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = t_later(_a_when, _a_by);
    Py_END_ALLOW_THREADS
    if (interop_marshalled_called(&_m_when, INTEROP_AT(later, 0)) < 0)
        goto cleanup;

    /* unmarshal */
    _value = interop_from_t_t_seconds(_result);
    if (_value == NULL)
        goto cleanup;
    if (interop_marshalled_capture(&_marshalled, &_value, INTEROP_AT(later, -1)) < 0)
        goto cleanup;
    if (interop_marshalled_called(&_marshalled, INTEROP_AT(later, -1)) < 0)
        goto cleanup;
    _value = interop_marshalled_out(&_marshalled, -1, INTEROP_AT(later, -1));
    if (_value == NULL)
        goto cleanup;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_marshalled_release(&_marshalled);
    interop_marshalled_release(&_m_when);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/marshallers/in.cdef:14
 * void t_delay_or_not([in, out, unique] t_seconds *when, int by); */
static const char *const interop_n_delay_or_not[] = {"when", "by"};
static PyObject *interop_k_delay_or_not[2];
static interop_signature interop_s_delay_or_not = {"delay_or_not", interop_n_delay_or_not, interop_k_delay_or_not, "11", 2, 2};
static const char interop_d_delay_or_not[] =
    "delay_or_not(when, by)\n"
    "--\n"
    "\n"
    "delay_or_not(when: datetime.datetime | None, by: int) -> datetime.datetime | None\n"
    "\n"
    "C: void t_delay_or_not(t_seconds *when, int by);";
static PyObject *
interop_f_delay_or_not(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = _args;
    t_seconds _s_when = 0;
    t_seconds *_a_when = &_s_when;
    int _a_by = 0;
    interop_marshalled _m_when;
    PyObject *_o_when = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_marshalled_init(&_m_when, &interop_m_0, INTEROP_ASKS_NONE);
    if (INTEROP_UNLIKELY(_nargs != 2 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_delay_or_not, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_marshalled_in(&_m_when, _in[0], INTEROP_AT(delay_or_not, 0)) < 0)
        goto cleanup;
    if (_m_when.native == Py_None)
        _a_when = NULL;
    else {
        if (interop_to_t_t_seconds(_m_when.native, &_s_when, INTEROP_AT(delay_or_not, 0)) < 0)
            goto cleanup;
    }
    _m_when.converting = 0;
    if (interop_to_int(_in[1], &_a_by, INTEROP_AT(delay_or_not, 1)) < 0)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    t_delay_or_not(_a_when, _a_by);
    Py_END_ALLOW_THREADS
    if (interop_marshalled_called(&_m_when, INTEROP_AT(delay_or_not, 0)) < 0)
        goto cleanup;

    /* unmarshal */
    if (_a_when == NULL) {
        Py_INCREF(Py_None);
        _o_when = Py_None;
    } else {
        _o_when = interop_from_t_t_seconds(_s_when);
        if (_o_when == NULL)
            goto cleanup;
    }
    if (interop_marshalled_capture(&_m_when, &_o_when, INTEROP_AT(delay_or_not, 0)) < 0)
        goto cleanup;
    _o_when = interop_marshalled_out(&_m_when, -1, INTEROP_AT(delay_or_not, 0));
    if (_o_when == NULL)
        goto cleanup;
    _returned = _o_when;
    _o_when = NULL;

    /* cleanup */
cleanup:
    interop_marshalled_release(&_m_when);
    Py_XDECREF(_o_when);
    return _returned;
}


/* tests/golden/marshallers/in.cdef:15
 * [success(result == 0)] int t_shift([in, out, size_is(n)] t_seconds *times, size_t n, int by, int status); */
static const char *const interop_n_shift[] = {"times", "by", "status", "n"};
static PyObject *interop_k_shift[3];
static interop_signature interop_s_shift = {"shift", interop_n_shift, interop_k_shift, "111", 3, 3};
static const char interop_d_shift[] =
    "shift(times, by, status)\n"
    "--\n"
    "\n"
    "shift(times: list[datetime.datetime], by: int, status: int) -> None\n"
    "\n"
    "times is updated in place.\n"
    "\n"
    "Raises interop.CallError unless result == 0.\n"
    "\n"
    "C: int t_shift(t_seconds *times, size_t n, int by, int status);";
static PyObject *
interop_f_shift(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[3];
    PyObject *const *_in = _args;
    interop_array _b_times;
    Py_ssize_t _n_times = 0;
    t_seconds *_a_times = NULL;
    size_t _a_n = 0;
    int _a_by = 0;
    int _a_status = 0;
    interop_marshalled _m_times;
    int _result;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_array_init(&_b_times);
    interop_marshalled_init(&_m_times, &interop_m_0, INTEROP_EACH | INTEROP_IN_PLACE);
    if (INTEROP_UNLIKELY(_nargs != 3 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_shift, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_marshalled_in(&_m_times, _in[0], INTEROP_AT(shift, 0)) < 0)
        goto cleanup;
    if (interop_array_inout(_m_times.native, &interop_type_t_t_seconds, 0, &_b_times, INTEROP_AT(shift, 0)) < 0)
        goto cleanup;
    _a_times = (t_seconds *)_b_times.data;
    _n_times = _b_times.count;
    _m_times.converting = 0;
    if (INTEROP_LENGTH(size_t, _a_n, _b_times.count, INTEROP_AT(shift, 0)) < 0)
        goto cleanup;
    if (interop_to_int(_in[1], &_a_by, INTEROP_AT(shift, 1)) < 0)
        goto cleanup;
    if (interop_to_int(_in[2], &_a_status, INTEROP_AT(shift, 2)) < 0)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = t_shift(_a_times, _a_n, _a_by, _a_status);
    Py_END_ALLOW_THREADS

    /* check */
    if (INTEROP_UNLIKELY(!(_result == 0))) {
        interop_call_failed(NULL, &interop_s_shift, "result == 0",
                            NULL, interop_from_int(_result), NULL, -1);
        goto cleanup;
    }
    if (interop_marshalled_called(&_m_times, INTEROP_AT(shift, 0)) < 0)
        goto cleanup;

    /* unmarshal */
    if (interop_array_prepare(&_b_times, &interop_type_t_t_seconds, _n_times, INTEROP_AT(shift, 0)) < 0)
        goto cleanup;
    if (interop_array_commit(&_b_times, &interop_type_t_t_seconds, _n_times, INTEROP_AT(shift, 0)) < 0) {
        Py_XDECREF(_returned);
        _returned = NULL;
        goto cleanup;
    }
    if (interop_marshalled_updated(&_m_times, INTEROP_AT(shift, 0)) < 0)
        goto cleanup;
    if (interop_marshalled_prepare(&_m_times, _in[0], _n_times, INTEROP_AT(shift, 0)) < 0)
        goto cleanup;
    Py_INCREF(Py_None);
    _returned = Py_None;
    if (interop_marshalled_store(&_m_times, _in[0]) < 0) {
        Py_XDECREF(_returned);
        _returned = NULL;
        goto cleanup;
    }

    /* cleanup */
cleanup:
    interop_array_release(&_b_times);
    interop_marshalled_release(&_m_times);
    return _returned;
}


/* tests/golden/marshallers/in.cdef:17
 * void t_every(t_seconds start, [out, size_is(n)] t_seconds *times, size_t n); */
static const char *const interop_n_every[] = {"start", "n", "times"};
static PyObject *interop_k_every[2];
static interop_signature interop_s_every = {"every", interop_n_every, interop_k_every, "10", 2, 1};
static const char interop_d_every[] =
    "every(start, *, n=None)\n"
    "--\n"
    "\n"
    "every(start: datetime.datetime, *, n: int | None = None) -> list[datetime.datetime]\n"
    "\n"
    "C: void t_every(t_seconds start, t_seconds *times, size_t n);";
static PyObject *
interop_f_every(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = _sorted;
    t_seconds _a_start = 0;
    interop_array _b_times;
    Py_ssize_t _n_times = 0;
    t_seconds *_a_times = NULL;
    size_t _a_n = 0;
    interop_marshalled _m_start;
    interop_marshalled _m_times;
    PyObject *_o_times = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_array_init(&_b_times);
    interop_marshalled_init(&_m_start, &interop_m_0, 0);
    interop_marshalled_init(&_m_times, &interop_m_0, INTEROP_EACH);
    if (interop_some_arguments(&interop_s_every, _args, _nargs, _kwnames, _sorted, 1, 1, 2) < 0)
        goto cleanup;

    /* marshal, pin */
    if (interop_marshalled_begin(&_m_times, INTEROP_AT(every, 2)) < 0)
        goto cleanup;
    if (interop_marshalled_in(&_m_start, _in[0], INTEROP_AT(every, 0)) < 0)
        goto cleanup;
    if (interop_to_t_t_seconds(_m_start.native, &_a_start, INTEROP_AT(every, 0)) < 0)
        goto cleanup;
    _m_start.converting = 0;
    if (!INTEROP_LEFT_OUT(_in[1])) {
        if (interop_to_t_size_t(_in[1], &_a_n, INTEROP_AT(every, 1)) < 0)
            goto cleanup;
    }
    else {
        interop_fail(interop_errors.type, INTEROP_AT(every, 1), "give the room for 'times'");
        goto cleanup;
    }
    if ((_n_times = interop_extent((interop_wide)(_a_n), 0, INTEROP_AT(every, 2))) < 0)
        goto cleanup;
    if (interop_array_make(&_b_times, &interop_type_t_t_seconds, _n_times, 0, INTEROP_MAKE_LIST, INTEROP_AT(every, 2)) < 0)
        goto cleanup;
    _a_times = (t_seconds *)_b_times.data;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    t_every(_a_start, _a_times, _a_n);
    Py_END_ALLOW_THREADS
    if (interop_marshalled_called(&_m_start, INTEROP_AT(every, 0)) < 0)
        goto cleanup;

    /* unmarshal */
    _o_times = interop_array_result(&_b_times, &interop_type_t_t_seconds, _n_times, INTEROP_AT(every, 2));
    if (_o_times == NULL)
        goto cleanup;
    if (interop_marshalled_capture(&_m_times, &_o_times, INTEROP_AT(every, 2)) < 0)
        goto cleanup;
    if (interop_marshalled_called(&_m_times, INTEROP_AT(every, 2)) < 0)
        goto cleanup;
    _o_times = interop_marshalled_out(&_m_times, -1, INTEROP_AT(every, 2));
    if (_o_times == NULL)
        goto cleanup;
    _returned = _o_times;
    _o_times = NULL;

    /* cleanup */
cleanup:
    interop_array_release(&_b_times);
    interop_marshalled_release(&_m_times);
    interop_marshalled_release(&_m_start);
    Py_XDECREF(_o_times);
    return _returned;
}


/* tests/golden/marshallers/in.cdef:18
 * void t_flip_id([in, out, size_is(16), marshal_with(".conv:Guid")] unsigned char *id); */
static const char *const interop_n_flip_id[] = {"id"};
static PyObject *interop_k_flip_id[1];
static interop_signature interop_s_flip_id = {"flip_id", interop_n_flip_id, interop_k_flip_id, "1", 1, 1};
static const char interop_d_flip_id[] =
    "flip_id(id)\n"
    "--\n"
    "\n"
    "flip_id(id: Any) -> Any\n"
    "\n"
    "C: void t_flip_id(unsigned char *id);";
static PyObject *
interop_f_flip_id(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    interop_array _b_id;
    Py_ssize_t _n_id = 0;
    unsigned char *_a_id = NULL;
    interop_marshalled _m_id;
    PyObject *_o_id = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_array_init(&_b_id);
    interop_marshalled_init(&_m_id, &interop_m_5, 0);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_flip_id, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_marshalled_in(&_m_id, _in[0], INTEROP_AT(flip_id, 0)) < 0)
        goto cleanup;
    if (interop_array_inout(_m_id.native, &interop_type_unsigned__char, 0, &_b_id, INTEROP_AT(flip_id, 0)) < 0)
        goto cleanup;
    _a_id = (unsigned char *)_b_id.data;
    _n_id = _b_id.count;
    _m_id.converting = 0;
    if (_b_id.data != NULL) {
        if ((_n_id = interop_extent((interop_wide)(16), 0, INTEROP_AT(flip_id, 0))) < 0)
            goto cleanup;
        if (_b_id.count < _n_id) {
            interop_fail(interop_errors.value, INTEROP_AT(flip_id, 0), "C uses %zd elements, but there are %zd", _n_id, _b_id.count);
            goto cleanup;
        }
        _n_id = _b_id.count;
    }

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    t_flip_id(_a_id);
    Py_END_ALLOW_THREADS
    if (interop_marshalled_called(&_m_id, INTEROP_AT(flip_id, 0)) < 0)
        goto cleanup;

    /* unmarshal */
    if (interop_array_prepare(&_b_id, &interop_type_unsigned__char, _n_id, INTEROP_AT(flip_id, 0)) < 0)
        goto cleanup;
    if (interop_array_commit(&_b_id, &interop_type_unsigned__char, _n_id, INTEROP_AT(flip_id, 0)) < 0) {
        Py_XDECREF(_returned);
        _returned = NULL;
        goto cleanup;
    }
    if (interop_marshalled_updated(&_m_id, INTEROP_AT(flip_id, 0)) < 0)
        goto cleanup;
    _o_id = interop_marshalled_out(&_m_id, -1, INTEROP_AT(flip_id, 0));
    if (_o_id == NULL)
        goto cleanup;
    _returned = _o_id;
    _o_id = NULL;

    /* cleanup */
cleanup:
    interop_array_release(&_b_id);
    interop_marshalled_release(&_m_id);
    Py_XDECREF(_o_id);
    return _returned;
}


/* tests/golden/marshallers/in.cdef:30
 * t_guid t_guid_make(uint32_t start); */
static const char *const interop_n_guid_make[] = {"start"};
static PyObject *interop_k_guid_make[1];
static interop_signature interop_s_guid_make = {"guid_make", interop_n_guid_make, interop_k_guid_make, "1", 1, 1};
static const char interop_d_guid_make[] =
    "guid_make(start)\n"
    "--\n"
    "\n"
    "guid_make(start: int) -> uuid.UUID\n"
    "\n"
    "C: t_guid t_guid_make(uint32_t start);";
static PyObject *
interop_f_guid_make(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    uint32_t _a_start = 0;
    interop_marshalled _marshalled;
    t_guid _result;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_marshalled_init(&_marshalled, &interop_m_1, 0);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_guid_make, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_marshalled_begin(&_marshalled, INTEROP_AT(guid_make, -1)) < 0)
        goto cleanup;
    if (interop_to_t_uint32_t(_in[0], &_a_start, INTEROP_AT(guid_make, 0)) < 0)
        goto cleanup;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = t_guid_make(_a_start);
    Py_END_ALLOW_THREADS

    /* unmarshal */
    _value = interop_from_r_t_t_guid(&_result, INTEROP_AT(guid_make, -1));
    if (_value == NULL)
        goto cleanup;
    if (interop_marshalled_capture(&_marshalled, &_value, INTEROP_AT(guid_make, -1)) < 0)
        goto cleanup;
    if (interop_marshalled_called(&_marshalled, INTEROP_AT(guid_make, -1)) < 0)
        goto cleanup;
    _value = interop_marshalled_out(&_marshalled, -1, INTEROP_AT(guid_make, -1));
    if (_value == NULL)
        goto cleanup;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_marshalled_release(&_marshalled);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/marshallers/in.cdef:31
 * int t_guid_find([in, size_is(n)] const t_guid *ids, int n, [in] const t_guid *id); */
static const char *const interop_n_guid_find[] = {"ids", "id", "n"};
static PyObject *interop_k_guid_find[2];
static interop_signature interop_s_guid_find = {"guid_find", interop_n_guid_find, interop_k_guid_find, "11", 2, 2};
static const char interop_d_guid_find[] =
    "guid_find(ids, id)\n"
    "--\n"
    "\n"
    "guid_find(ids: sequence of uuid.UUID, id: uuid.UUID) -> int\n"
    "\n"
    "C: int t_guid_find(const t_guid *ids, int n, const t_guid *id);";
static PyObject *
interop_f_guid_find(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = _args;
    interop_array _b_ids;
    const t_guid *_a_ids = NULL;
    int _a_n = 0;
    t_guid _s_id;
    const t_guid *_a_id = NULL;
    interop_marshalled _m_ids;
    interop_marshalled _m_id;
    int _result;
    PyObject *_value = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_array_init(&_b_ids);
    interop_marshalled_init(&_m_ids, &interop_m_1, INTEROP_EACH);
    interop_marshalled_init(&_m_id, &interop_m_1, 0);
    if (INTEROP_UNLIKELY(_nargs != 2 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_guid_find, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_marshalled_in(&_m_ids, _in[0], INTEROP_AT(guid_find, 0)) < 0)
        goto cleanup;
    if (interop_native_records(&_m_ids, &interop_record_r_t_t_guid, INTEROP_AT(guid_find, 0)) < 0)
        goto cleanup;
    if (interop_array_in(_m_ids.native, &interop_type_r_t_t_guid, 0, &_b_ids, INTEROP_AT(guid_find, 0)) < 0)
        goto cleanup;
    _a_ids = (const t_guid *)_b_ids.data;
    _m_ids.converting = 0;
    if (INTEROP_LENGTH(int, _a_n, _b_ids.count, INTEROP_AT(guid_find, 0)) < 0)
        goto cleanup;
    if (interop_marshalled_in(&_m_id, _in[1], INTEROP_AT(guid_find, 1)) < 0)
        goto cleanup;
    if (interop_native_records(&_m_id, &interop_record_r_t_t_guid, INTEROP_AT(guid_find, 1)) < 0)
        goto cleanup;
    _a_id = interop_pin_r_t_t_guid(_m_id.native, &_s_id, INTEROP_AT(guid_find, 1));
    if (_a_id == NULL)
        goto cleanup;
    _m_id.converting = 0;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    _result = t_guid_find(_a_ids, _a_n, _a_id);
    Py_END_ALLOW_THREADS
    if (interop_marshalled_called(&_m_ids, INTEROP_AT(guid_find, 0)) < 0)
        goto cleanup;
    if (interop_marshalled_called(&_m_id, INTEROP_AT(guid_find, 1)) < 0)
        goto cleanup;

    /* unmarshal */
    _value = interop_from_int(_result);
    if (_value == NULL)
        goto cleanup;
    _returned = _value;
    _value = NULL;

    /* cleanup */
cleanup:
    interop_array_release(&_b_ids);
    interop_marshalled_release(&_m_id);
    interop_marshalled_release(&_m_ids);
    Py_XDECREF(_value);
    return _returned;
}


/* tests/golden/marshallers/in.cdef:32
 * void t_guid_next([in, out] t_guid *id); */
static const char *const interop_n_guid_next[] = {"id"};
static PyObject *interop_k_guid_next[1];
static interop_signature interop_s_guid_next = {"guid_next", interop_n_guid_next, interop_k_guid_next, "1", 1, 1};
static const char interop_d_guid_next[] =
    "guid_next(id)\n"
    "--\n"
    "\n"
    "guid_next(id: uuid.UUID) -> uuid.UUID\n"
    "\n"
    "C: void t_guid_next(t_guid *id);";
static PyObject *
interop_f_guid_next(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[1];
    PyObject *const *_in = _args;
    t_guid _y_id;
    void *_w_id = NULL;
    t_guid *_a_id = NULL;
    interop_marshalled _m_id;
    PyObject *_o_id = NULL;
    PyObject *_returned = NULL;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    interop_marshalled_init(&_m_id, &interop_m_1, 0);
    if (INTEROP_UNLIKELY(_nargs != 1 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_guid_next, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            goto cleanup;
    }

    /* marshal, pin */
    if (interop_marshalled_in(&_m_id, _in[0], INTEROP_AT(guid_next, 0)) < 0)
        goto cleanup;
    if (interop_native_records(&_m_id, &interop_record_r_t_t_guid, INTEROP_AT(guid_next, 0)) < 0)
        goto cleanup;
    _a_id = _w_id = interop_pin_inout_r_t_t_guid(_m_id.native, INTEROP_AT(guid_next, 0));
    if (_w_id == NULL)
        goto cleanup;
    if (INTEROP_UNLIKELY((uintptr_t)_w_id % _Alignof(t_guid) != 0))
        _a_id = memcpy((void *)&_y_id, _w_id, sizeof _y_id);
    _m_id.converting = 0;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    t_guid_next(_a_id);
    Py_END_ALLOW_THREADS
    if (INTEROP_UNLIKELY(_a_id == &_y_id))
        memcpy(_w_id, &_y_id, sizeof _y_id);
    if (interop_marshalled_called(&_m_id, INTEROP_AT(guid_next, 0)) < 0)
        goto cleanup;

    /* unmarshal */
    if (interop_marshalled_updated(&_m_id, INTEROP_AT(guid_next, 0)) < 0)
        goto cleanup;
    _o_id = interop_marshalled_out(&_m_id, -1, INTEROP_AT(guid_next, 0));
    if (_o_id == NULL)
        goto cleanup;
    _returned = _o_id;
    _o_id = NULL;

    /* cleanup */
cleanup:
    interop_marshalled_release(&_m_id);
    Py_XDECREF(_o_id);
    return _returned;
}


/* tests/golden/marshallers/in.cdef:33
 * void t_event_delay([in, out] struct t_event *event, int by); */
static const char *const interop_n_event_delay[] = {"event", "by"};
static PyObject *interop_k_event_delay[2];
static interop_signature interop_s_event_delay = {"event_delay", interop_n_event_delay, interop_k_event_delay, "11", 2, 2};
static const char interop_d_event_delay[] =
    "event_delay(event, by)\n"
    "--\n"
    "\n"
    "event_delay(event: event, by: int) -> None\n"
    "\n"
    "C: void t_event_delay(struct t_event *event, int by);";
static PyObject *
interop_f_event_delay(PyObject *_self, PyObject *const *_args, Py_ssize_t _nargs, PyObject *_kwnames)
{
    /* setup */
    PyObject *_sorted[2];
    PyObject *const *_in = _args;
    struct t_event _y_event;
    void *_w_event = NULL;
    struct t_event *_a_event = NULL;
    int _a_by = 0;

    (void)_self;
    _nargs = INTEROP_COUNT(_nargs);
    if (INTEROP_UNLIKELY(_nargs != 2 || _kwnames != NULL)) {
        _in = interop_all_arguments(&interop_s_event_delay, _args, _nargs, _kwnames, _sorted);
        if (_in == NULL)
            return NULL;
    }

    /* marshal, pin */
    _a_event = _w_event = interop_pin_inout_r_t_struct__t_event(_in[0], INTEROP_AT(event_delay, 0));
    if (_w_event == NULL)
        return NULL;
    if (INTEROP_UNLIKELY((uintptr_t)_w_event % _Alignof(struct t_event) != 0))
        _a_event = memcpy((void *)&_y_event, _w_event, sizeof _y_event);
    if (interop_to_int(_in[1], &_a_by, INTEROP_AT(event_delay, 1)) < 0)
        return NULL;

    /* invoke, capture */
    Py_BEGIN_ALLOW_THREADS
    t_event_delay(_a_event, _a_by);
    Py_END_ALLOW_THREADS
    if (INTEROP_UNLIKELY(_a_event == &_y_event))
        memcpy(_w_event, &_y_event, sizeof _y_event);

    /* unmarshal */
    Py_RETURN_NONE;
}

static PyObject *
interop_setup(PyObject *self, PyObject *args)
{
    static interop_enum *const enums[] = {NULL};
    static interop_exception *const exceptions[] = {NULL};

    (void)self;
    return interop_setup_with(args, enums, exceptions);
}

static PyObject *
interop_marshallers(PyObject *self, PyObject *args)
{
    static interop_marshaller *const marshallers[] = {&interop_m_0, &interop_m_1, &interop_m_2, &interop_m_3, &interop_m_4, &interop_m_5, NULL};

    (void)self;
    return interop_marshallers_with(args, marshallers);
}

static PyMethodDef interop_methods[] = {
    {"_interop_setup", interop_setup, METH_VARARGS, NULL},
    {"_interop_marshallers", interop_marshallers, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};
static const interop_function_def interop_functions[] = {
    {"take", interop_f_take, interop_d_take},
    {"change", interop_f_change, interop_d_change},
    {"answer", interop_f_answer, interop_d_answer},
    {"later", interop_f_later, interop_d_later},
    {"delay_or_not", interop_f_delay_or_not, interop_d_delay_or_not},
    {"shift", interop_f_shift, interop_d_shift},
    {"every", interop_f_every, interop_d_every},
    {"flip_id", interop_f_flip_id, interop_d_flip_id},
    {"guid_make", interop_f_guid_make, interop_d_guid_make},
    {"guid_find", interop_f_guid_find, interop_d_guid_find},
    {"guid_next", interop_f_guid_next, interop_d_guid_next},
    {"event_delay", interop_f_event_delay, interop_d_event_delay},
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
    static interop_record *const records[] = {&interop_record_r_t_t_guid, &interop_record_r_t_struct__t_event, NULL};
    if (interop_execute_with(module, results, "2834ace28cbf4b93") < 0)
        return -1;
    return interop_add_records(module, records);
}

static PyModuleDef_Slot interop_slots[] = {
    {Py_mod_exec, (void *)interop_execute},
    {0, NULL},
};
static struct PyModuleDef interop_module = {
    PyModuleDef_HEAD_INIT, "marshallers", NULL, 0, interop_methods, interop_slots, NULL, NULL, NULL,
};

PyMODINIT_FUNC
PyInit_marshallers(void)
{
    return PyModuleDef_Init(&interop_module);
}

#pragma GCC diagnostic ignored "-Wtype-limits"
#pragma GCC diagnostic ignored "-Wsign-compare"
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
#line 5 "tests/golden/marshallers/in.cdef"
typedef int64_t t_seconds;
#line 8 "tests/golden/marshallers/in.cdef"
_Static_assert(_Generic(&t_take, int (*)(int, int): 1, default: 0), "the header declares 't_take' with another type");
#line 10 "tests/golden/marshallers/in.cdef"
_Static_assert(_Generic(&t_change, int (*)(int *, int): 1, default: 0), "the header declares 't_change' with another type");
#line 12 "tests/golden/marshallers/in.cdef"
_Static_assert(_Generic(&t_answer, int (*)(int): 1, default: 0), "the header declares 't_answer' with another type");
#line 13 "tests/golden/marshallers/in.cdef"
_Static_assert(_Generic(&t_later, t_seconds (*)(t_seconds, int): 1, default: 0), "the header declares 't_later' with another type");
#line 14 "tests/golden/marshallers/in.cdef"
_Static_assert(_Generic(&t_delay_or_not, void (*)(t_seconds *, int): 1, default: 0), "the header declares 't_delay_or_not' with another type");
#line 16 "tests/golden/marshallers/in.cdef"
_Static_assert(_Generic(&t_shift, int (*)(t_seconds *, size_t, int, int): 1, default: 0), "the header declares 't_shift' with another type");
#line 17 "tests/golden/marshallers/in.cdef"
_Static_assert(_Generic(&t_every, void (*)(t_seconds, t_seconds *, size_t): 1, default: 0), "the header declares 't_every' with another type");
#line 18 "tests/golden/marshallers/in.cdef"
_Static_assert(_Generic(&t_flip_id, void (*)(unsigned char *): 1, default: 0), "the header declares 't_flip_id' with another type");
#line 30 "tests/golden/marshallers/in.cdef"
_Static_assert(_Generic(&t_guid_make, t_guid (*)(uint32_t): 1, default: 0), "the header declares 't_guid_make' with another type");
#line 31 "tests/golden/marshallers/in.cdef"
_Static_assert(_Generic(&t_guid_find, int (*)(const t_guid *, int, const t_guid *): 1, default: 0), "the header declares 't_guid_find' with another type");
#line 32 "tests/golden/marshallers/in.cdef"
_Static_assert(_Generic(&t_guid_next, void (*)(t_guid *): 1, default: 0), "the header declares 't_guid_next' with another type");
#line 33 "tests/golden/marshallers/in.cdef"
_Static_assert(_Generic(&t_event_delay, void (*)(struct t_event *, int): 1, default: 0), "the header declares 't_event_delay' with another type");
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
#line 21 "tests/golden/marshallers/in.cdef"
_Static_assert(INTEROP_TYPED(t_guid, data1, uint32_t *, volatile uint32_t *), "field 'data1' of 't_guid' has another type in the header");
#line 21 "tests/golden/marshallers/in.cdef"
_Static_assert(INTEROP_TYPED(t_guid, data2, uint16_t *, volatile uint16_t *), "field 'data2' of 't_guid' has another type in the header");
#line 21 "tests/golden/marshallers/in.cdef"
_Static_assert(INTEROP_TYPED(t_guid, data3, uint16_t *, volatile uint16_t *), "field 'data3' of 't_guid' has another type in the header");
#line 21 "tests/golden/marshallers/in.cdef"
_Static_assert(INTEROP_TYPED(t_guid, data4, unsigned char (*)[8], volatile unsigned char (*)[8]), "field 'data4' of 't_guid' has another type in the header");
#line 21 "tests/golden/marshallers/in.cdef"
struct interop_twin_0 { uint32_t data1; uint16_t data2; uint16_t data3; unsigned char data4[8]; };
#line 21 "tests/golden/marshallers/in.cdef"
_Static_assert(!INTEROP_TYPED(t_guid, data1, uint32_t *, volatile uint32_t *) || INTEROP_PLACED(t_guid, struct interop_twin_0, data1), "field 'data1' of 't_guid' stands at another place in the header");
#line 21 "tests/golden/marshallers/in.cdef"
_Static_assert(!INTEROP_TYPED(t_guid, data1, uint32_t *, volatile uint32_t *) || !INTEROP_PLACED(t_guid, struct interop_twin_0, data1) || !INTEROP_TYPED(t_guid, data2, uint16_t *, volatile uint16_t *) || INTEROP_APART(t_guid, struct interop_twin_0, data1, data2), "field 'data2' of 't_guid' stands at another place in the header");
#line 21 "tests/golden/marshallers/in.cdef"
_Static_assert(!INTEROP_TYPED(t_guid, data2, uint16_t *, volatile uint16_t *) || !INTEROP_APART(t_guid, struct interop_twin_0, data1, data2) || !INTEROP_TYPED(t_guid, data3, uint16_t *, volatile uint16_t *) || INTEROP_APART(t_guid, struct interop_twin_0, data2, data3), "field 'data3' of 't_guid' stands at another place in the header");
#line 21 "tests/golden/marshallers/in.cdef"
_Static_assert(!INTEROP_TYPED(t_guid, data3, uint16_t *, volatile uint16_t *) || !INTEROP_APART(t_guid, struct interop_twin_0, data2, data3) || !INTEROP_TYPED(t_guid, data4, unsigned char (*)[8], volatile unsigned char (*)[8]) || INTEROP_APART(t_guid, struct interop_twin_0, data3, data4), "field 'data4' of 't_guid' stands at another place in the header");
#line 21 "tests/golden/marshallers/in.cdef"
_Static_assert(!INTEROP_TYPED(t_guid, data4, unsigned char (*)[8], volatile unsigned char (*)[8]) || !INTEROP_APART(t_guid, struct interop_twin_0, data3, data4) || INTEROP_ENDS(t_guid, struct interop_twin_0, data4), "'t_guid' has another size in the header: a field is missing, or [pack]");
#line 21 "tests/golden/marshallers/in.cdef"
_Static_assert(sizeof(t_guid) != sizeof(struct interop_twin_0) || _Alignof(t_guid) == _Alignof(struct interop_twin_0), "'t_guid' is aligned otherwise in the header");
#line 23 "tests/golden/marshallers/in.cdef"
_Static_assert(INTEROP_TYPED(struct t_event, id, int *, volatile int *), "field 'id' of 'struct t_event' has another type in the header");
#line 24 "tests/golden/marshallers/in.cdef"
_Static_assert(INTEROP_TYPED(struct t_event, when, t_seconds *, volatile t_seconds *), "field 'when' of 'struct t_event' has another type in the header");
#line 25 "tests/golden/marshallers/in.cdef"
_Static_assert(INTEROP_TYPED(struct t_event, alarms, t_seconds (*)[2], volatile t_seconds (*)[2]), "field 'alarms' of 'struct t_event' has another type in the header");
#line 26 "tests/golden/marshallers/in.cdef"
_Static_assert(INTEROP_TYPED(struct t_event, key, t_guid *, volatile t_guid *), "field 'key' of 'struct t_event' has another type in the header");
#line 27 "tests/golden/marshallers/in.cdef"
_Static_assert(INTEROP_TYPED(struct t_event, place, char (*)[32], volatile char (*)[32]), "field 'place' of 'struct t_event' has another type in the header");
INTEROP_UNUSED static const struct t_event interop_bits_1_5 = {.kind =
#line 28 "tests/golden/marshallers/in.cdef"
                                                                    7};
#line 22 "tests/golden/marshallers/in.cdef"
struct interop_twin_1 { int id; t_seconds when; t_seconds alarms[2]; t_guid key; char place[32]; unsigned int kind : 3; };
#line 23 "tests/golden/marshallers/in.cdef"
_Static_assert(!INTEROP_TYPED(struct t_event, id, int *, volatile int *) || INTEROP_PLACED(struct t_event, struct interop_twin_1, id), "field 'id' of 'struct t_event' stands at another place in the header");
#line 24 "tests/golden/marshallers/in.cdef"
_Static_assert(!INTEROP_TYPED(struct t_event, id, int *, volatile int *) || !INTEROP_PLACED(struct t_event, struct interop_twin_1, id) || !INTEROP_TYPED(struct t_event, when, t_seconds *, volatile t_seconds *) || INTEROP_APART(struct t_event, struct interop_twin_1, id, when), "field 'when' of 'struct t_event' stands at another place in the header");
#line 25 "tests/golden/marshallers/in.cdef"
_Static_assert(!INTEROP_TYPED(struct t_event, when, t_seconds *, volatile t_seconds *) || !INTEROP_APART(struct t_event, struct interop_twin_1, id, when) || !INTEROP_TYPED(struct t_event, alarms, t_seconds (*)[2], volatile t_seconds (*)[2]) || INTEROP_APART(struct t_event, struct interop_twin_1, when, alarms), "field 'alarms' of 'struct t_event' stands at another place in the header");
#line 26 "tests/golden/marshallers/in.cdef"
_Static_assert(!INTEROP_TYPED(struct t_event, alarms, t_seconds (*)[2], volatile t_seconds (*)[2]) || !INTEROP_APART(struct t_event, struct interop_twin_1, when, alarms) || !INTEROP_TYPED(struct t_event, key, t_guid *, volatile t_guid *) || INTEROP_APART(struct t_event, struct interop_twin_1, alarms, key), "field 'key' of 'struct t_event' stands at another place in the header");
#line 27 "tests/golden/marshallers/in.cdef"
_Static_assert(!INTEROP_TYPED(struct t_event, key, t_guid *, volatile t_guid *) || !INTEROP_APART(struct t_event, struct interop_twin_1, alarms, key) || !INTEROP_TYPED(struct t_event, place, char (*)[32], volatile char (*)[32]) || INTEROP_APART(struct t_event, struct interop_twin_1, key, place), "field 'place' of 'struct t_event' stands at another place in the header");
#line 22 "tests/golden/marshallers/in.cdef"
_Static_assert(!INTEROP_TYPED(struct t_event, place, char (*)[32], volatile char (*)[32]) || !INTEROP_APART(struct t_event, struct interop_twin_1, key, place) || INTEROP_ENDS(struct t_event, struct interop_twin_1, place), "'struct t_event' has another size in the header: a field is missing, or [pack]");
#line 22 "tests/golden/marshallers/in.cdef"
_Static_assert(sizeof(struct t_event) != sizeof(struct interop_twin_1) || _Alignof(struct t_event) == _Alignof(struct interop_twin_1), "'struct t_event' is aligned otherwise in the header");
#pragma GCC diagnostic pop
