/* Formats of buffers, as PEP 3118 and its dialects in NumPy and ctypes spell them: one scalar, or the layout of a record. */
#ifndef INTEROP_FORMATS_H
#define INTEROP_FORMATS_H

#include "scalars.h"

/* One field of a record, as buffers see it: `count` elements of a type, or bytes that mean nothing to others (type NULL:
 * a union, of which a format knows nothing). */
typedef struct {
    const char *name;
    const char *c_name;
    const interop_type *type;
    Py_ssize_t offset;
    Py_ssize_t size;          /* all of it */
    const Py_ssize_t *counts; /* of a fixed array, outermost first */
    int dimensions;
} interop_part;

typedef struct interop_layout {
    const char *name;
    const interop_part *members; /* by offset, those that share bytes left out */
    int count;
    char is_opaque; /* a union */
    char has_gaps;  /* bit-fields, or fields that share bytes: others may name what stands there */
    Py_ssize_t size;
    char *format; /* made when the module is imported */
    PyObject *(*make)(const interop_type *type, Py_ssize_t count); /* an array of them (views.h) */
    void (*assign)(PyObject *object, PyObject *made);              /* moves the contents of one into another (records.h) */
} interop_layout;

/* --- Formats ------------------------------------------------------------------------------------------------------- */

/* The struct module's codes as a set: '?' to 'z' fit into 64 bits. */
#define INTEROP_CODE(c) (UINT64_C(1) << ((c) - '?'))
#define INTEROP_CODES_SIGNED \
    (INTEROP_CODE('b') | INTEROP_CODE('h') | INTEROP_CODE('i') | INTEROP_CODE('l') | INTEROP_CODE('q') | INTEROP_CODE('n'))
#define INTEROP_CODES_UNSIGNED \
    (INTEROP_CODE('B') | INTEROP_CODE('H') | INTEROP_CODE('I') | INTEROP_CODE('L') | INTEROP_CODE('Q') | INTEROP_CODE('N'))

static inline uint64_t
interop_codes(const interop_type *type)
{
    switch (type->kind) {
    case 'i': return INTEROP_CODES_SIGNED;
    case 'u': return INTEROP_CODES_UNSIGNED | INTEROP_CODE('c');
    case 'f': return INTEROP_CODE('f') | INTEROP_CODE('d') | INTEROP_CODE('g');
    case 'c': return INTEROP_CODE('c') | INTEROP_CODE('b') | INTEROP_CODE('B');
    case 'w': return INTEROP_CODE('u') | INTEROP_CODE('w');
    case '?': return INTEROP_CODE('?');
    case 'b': return (INTEROP_CODES_SIGNED | INTEROP_CODES_UNSIGNED) & ~(INTEROP_CODE('b') | INTEROP_CODE('B'));
    default: return INTEROP_CODE('P');
    }
}

/* One code, which says all but the size: the item's size has been compared. */
static inline int
interop_code_fits(const interop_type *type, const char *format)
{
    return format[0] >= '?' && format[0] <= 'z' && format[1] == '\0' && (interop_codes(type) & INTEROP_CODE(format[0])) != 0;
}

/* --- Layouts: formats of records ------------------------------------------------------------------------------------ */

static int interop_layout_fits(const interop_layout *layout, const char *format, char *why, size_t room);

static inline int
interop_is_struct(const char *format)
{
    return format != NULL && strstr(format, "T{") != NULL;
}

INTEROP_UNUSED static inline int
interop_format_fits(const interop_type *type, const Py_buffer *view)
{
    const char *format = view->format != NULL ? view->format : "B";

    if (type->kind == '*')
        return 1;
    if (view->itemsize != type->size)
        return 0;
    if (type->layout != NULL)
        return type->get != NULL && interop_layout_fits(type->layout, format, NULL, 0);
    if (INTEROP_LIKELY(interop_code_fits(type, format)))
        return 1;
    if (*format != '@' && *format != '=' && *format != (PY_LITTLE_ENDIAN ? '<' : '>')
        && (type->size != 1 || (*format != '<' && *format != '>' && *format != '!')))
        return 0;
    return interop_code_fits(type, format + 1);
}

/* The state of reading a format. */
typedef struct {
    const char *at;
    char order;   /* '@': native sizes, aligned; '^': native sizes; else standard sizes */
    char natural; /* aligned in any case: ctypes leaves padding out */
    char *why;
    size_t room;
} interop_reading;

/* One item of a format. */
typedef struct {
    char code; /* 'T': a record */
    Py_ssize_t size;      /* of one */
    Py_ssize_t alignment;
    Py_ssize_t count;     /* all dimensions and the repeat count multiplied */
    Py_ssize_t shape[8];
    int dimensions;
    const char *body;     /* of a record, behind its brace */
    char order;
    const char *name;
    int name_length;
} interop_format_item;

INTEROP_COLD static int
interop_unlike(interop_reading *reading, const char *format, ...)
{
    va_list args;

    if (reading->why != NULL) {
        va_start(args, format);
        PyOS_vsnprintf(reading->why, reading->room, format, args);
        va_end(args);
    }
    return -1;
}

static Py_ssize_t
interop_code_size(char code, int native, Py_ssize_t *alignment)
{
#define INTEROP_SIZE(T, standard) \
    (*alignment = (Py_ssize_t)_Alignof(T), native ? (Py_ssize_t)sizeof(T) : (Py_ssize_t)(standard))
    switch (code) {
    case 'x': case 'c': case 'b': case 'B': case 's': case 'p': return *alignment = 1;
    case '?': return INTEROP_SIZE(_Bool, 1);
    case 'h': case 'H': return INTEROP_SIZE(short, 2);
    case 'i': case 'I': return INTEROP_SIZE(int, 4);
    case 'l': case 'L': return INTEROP_SIZE(long, 4);
    case 'q': case 'Q': return INTEROP_SIZE(long long, 8);
    case 'n': case 'N': return INTEROP_SIZE(size_t, sizeof(size_t));
    case 'e': return *alignment = 2;
    case 'f': return INTEROP_SIZE(float, 4);
    case 'd': return INTEROP_SIZE(double, 8);
    case 'g': return INTEROP_SIZE(long double, sizeof(long double));
    case 'w': return INTEROP_SIZE(uint32_t, 4);
    case 'u': return INTEROP_SIZE(wchar_t, sizeof(wchar_t));
    case 'P': return INTEROP_SIZE(void *, sizeof(void *));
    default: return -1;
    }
#undef INTEROP_SIZE
}

/* Past the brace that closes the one before `at`; NULL where there is none. */
static const char *
interop_closing(const char *at)
{
    for (int depth = 1; *at != '\0'; at++) {
        if (*at == '{')
            depth++;
        else if (*at == '}' && --depth == 0)
            return at + 1;
    }
    return NULL;
}

static int interop_format_size(interop_reading *reading, Py_ssize_t *size, Py_ssize_t *alignment);

/* Reads the next item; 0 at the end, -1 where the format is not understood. */
static int
interop_next_item(interop_reading *reading, interop_format_item *item)
{
    Py_ssize_t repeat = -1;

    while (*reading->at == ' ' || *reading->at == '\n' || *reading->at == '\t')
        reading->at++;
    if (*reading->at == '\0' || *reading->at == '}')
        return 0;
    item->dimensions = 0;
    item->count = 1;
    for (;; reading->at++) {
        char *end;
        if (strchr("@=<>!^", *reading->at) != NULL && *reading->at != '\0') {
            reading->order = *reading->at;
        } else if (*reading->at == '(') {
            do {
                Py_ssize_t count = (Py_ssize_t)strtoll(reading->at + 1, &end, 10);
                if (end == reading->at + 1 || count < 0 || count > PY_SSIZE_T_MAX / 65536 || item->dimensions == 8)
                    return interop_unlike(reading, "its format is not understood");
                item->shape[item->dimensions++] = count;
                reading->at = end;
            } while (*reading->at == ',');
            if (*reading->at != ')')
                return interop_unlike(reading, "its format is not understood");
        } else if (*reading->at >= '0' && *reading->at <= '9') {
            repeat = (Py_ssize_t)strtoll(reading->at, &end, 10);
            if (repeat > PY_SSIZE_T_MAX / 65536)
                return interop_unlike(reading, "its format is not understood");
            reading->at = end - 1;
        } else {
            break;
        }
    }
    item->code = *reading->at++;
    item->order = reading->order;
    item->body = NULL;
    if (item->code == 'T' && *reading->at == '{') {
        interop_reading inner = *reading;
        inner.at = item->body = reading->at + 1;
        if (interop_format_size(&inner, &item->size, &item->alignment) < 0 || *inner.at != '}')
            return interop_unlike(reading, "its format is not understood");
        reading->at = inner.at + 1;
        reading->order = inner.order;
    } else if (item->code == '&' || item->code == 'X') {
        /* ctypes: a pointer to what follows, or to a function. */
        if (item->code == 'X') {
            const char *end = *reading->at == '{' ? interop_closing(reading->at + 1) : NULL;
            if (end == NULL)
                return interop_unlike(reading, "its format is not understood");
            reading->at = end;
        } else {
            interop_format_item target;
            interop_reading inner = *reading;
            if (interop_next_item(&inner, &target) <= 0)
                return interop_unlike(reading, "its format is not understood");
            /* The name that follows is this item's. */
            reading->at = target.name_length > 0 ? target.name - 1 : inner.at;
        }
        item->code = 'P';
        item->size = interop_code_size('P', 1, &item->alignment);
    } else {
        item->size = interop_code_size(item->code, item->order == '@' || item->order == '^', &item->alignment);
        if (item->size < 0)
            return interop_unlike(reading, "'%c' in its format is not understood", item->code);
    }
    if (repeat >= 0) {
        if (item->dimensions < 8)
            item->shape[item->dimensions++] = repeat;
    }
    for (int i = 0; i < item->dimensions; i++) {
        if (item->shape[i] > 0 && item->count > PY_SSIZE_T_MAX / 65536 / item->shape[i])
            return interop_unlike(reading, "its format is not understood");
        item->count *= item->shape[i];
    }
    item->name = NULL;
    item->name_length = 0;
    if (*reading->at == ':') {
        const char *end = strchr(reading->at + 1, ':');
        if (end == NULL)
            return interop_unlike(reading, "its format is not understood");
        item->name = reading->at + 1;
        item->name_length = (int)(end - item->name);
        reading->at = end + 1;
    }
    return 1;
}

static Py_ssize_t
interop_item_offset(const interop_reading *reading, const interop_format_item *item, Py_ssize_t offset)
{
    if (item->code == 'x' || !(item->order == '@' || reading->natural))
        return offset;
    return (offset + item->alignment - 1) / item->alignment * item->alignment;
}

/* The size and alignment of a record's body, up to its closing brace. */
static int
interop_format_size(interop_reading *reading, Py_ssize_t *size, Py_ssize_t *alignment)
{
    interop_format_item item;
    Py_ssize_t offset = 0;
    int found;

    *alignment = 1;
    while ((found = interop_next_item(reading, &item)) > 0) {
        offset = interop_item_offset(reading, &item, offset);
        if (item.code != 'x' && item.alignment > *alignment)
            *alignment = item.alignment;
        if (item.size > 0 && item.count > (PY_SSIZE_T_MAX / 2 - offset) / item.size)
            return interop_unlike(reading, "its format is not understood");
        offset += item.size * item.count;
    }
    if (reading->natural)
        offset = (offset + *alignment - 1) / *alignment * *alignment;
    *size = offset;
    return found;
}

static int interop_body_fits(const interop_layout *layout, interop_reading *reading, Py_ssize_t base);

/* Whether one item of a format is what a field holds. */
static int
interop_item_fits(const interop_layout *layout, const interop_part *member, interop_reading *reading,
                  const interop_format_item *item, Py_ssize_t offset)
{
    const interop_type *type = member->type;
    Py_ssize_t bytes = item->size * item->count;
    interop_reading inner = *reading;

    if (offset != member->offset)
        return interop_unlike(reading, "field '%s' of %s is at offset %zd, not %zd", member->name, layout->name,
                              member->offset, offset);
    if (item->name_length > 0 && (strncmp(item->name, member->name, (size_t)item->name_length) != 0
                                  || member->name[item->name_length] != '\0')
        && (strncmp(item->name, member->c_name, (size_t)item->name_length) != 0
            || member->c_name[item->name_length] != '\0'))
        return interop_unlike(reading, "its '%.*s' stands where %s has '%s'", item->name_length, item->name, layout->name,
                              member->name);
    if (type != NULL && type->layout != NULL && !type->layout->is_opaque) {
        /* NumPy leaves out the padding at a record's end. */
        if (item->code != 'T' || item->count != member->size / type->size || item->size > type->size)
            return interop_unlike(reading, "field '%s' of %s is %s%s", member->name, layout->name,
                                  member->dimensions > 0 ? "an array of " : "a ", type->layout->name);
        inner.at = item->body;
        inner.order = item->order;
        return interop_body_fits(type->layout, &inner, 0);
    }
    if (bytes != member->size)
        return interop_unlike(reading, "field '%s' of %s has %zd byte%s, not %zd", member->name, layout->name, member->size,
                              member->size == 1 ? "" : "s", bytes);
    if (type == NULL || type->layout != NULL)
        return 0;
    if ((item->order == '>' || item->order == '!') == PY_LITTLE_ENDIAN && item->size > 1 && item->order != '@'
        && item->order != '=' && item->order != '^')
        return interop_unlike(reading, "field '%s' of %s is of the other byte order", member->name, layout->name);
    if (type->kind == 'c' ? item->code == 's' || item->code == 'c' || item->code == 'b' || item->code == 'B'
        : type->kind == 'w' && type->size == 2 && item->code == 'H' ? item->size == 2
        : type->kind == 'P' ? strchr("PQNL", item->code) != NULL && item->size == type->size
                            : item->size == type->size && item->code >= '?' && item->code <= 'z'
                                  && (interop_codes(type) & INTEROP_CODE(item->code)) != 0)
        return 0;
    return interop_unlike(reading, "field '%s' of %s is %s, not '%c'", member->name, layout->name, type->name, item->code);
}

static int
interop_body_fits(const interop_layout *layout, interop_reading *reading, Py_ssize_t base)
{
    interop_format_item item;
    Py_ssize_t offset = base;
    int next = 0, found;

    while ((found = interop_next_item(reading, &item)) > 0) {
        offset = interop_item_offset(reading, &item, offset);
        if (item.code != 'x') {
            if (next < layout->count && !(layout->has_gaps && offset < layout->members[next].offset)) {
                if (interop_item_fits(layout, &layout->members[next], reading, &item, offset) < 0)
                    return -1;
                next++;
            } else if (!layout->has_gaps) {
                return interop_unlike(reading, "%s has no field '%.*s'", layout->name, item.name_length,
                                      item.name != NULL ? item.name : "");
            }
        }
        offset += item.size * item.count;
    }
    if (found == 0 && next < layout->count)
        return interop_unlike(reading, "field '%s' of %s is missing", layout->members[next].name, layout->name);
    return found;
}

/* Whether the items of a buffer are laid out as the record is; their size has been compared. If not, `why` says so. */
INTEROP_UNUSED static int
interop_layout_fits(const interop_layout *layout, const char *format, char *why, size_t room)
{
    int unpadded;

    if (INTEROP_LIKELY(layout->format != NULL && strcmp(format, layout->format) == 0))
        return 1;
    /* Only ctypes leaves padding out, and it says the byte order of each field. */
    unpadded = strchr(format, '<') != NULL || strchr(format, '>') != NULL;
    for (int natural = 0; natural <= unpadded; natural++) {
        interop_reading reading = {format, '@', (char)natural, NULL, 0};
        interop_format_item item;
        if (interop_next_item(&reading, &item) <= 0 || item.code != 'T' || item.count != 1 || *reading.at != '\0')
            return interop_unlike(&(interop_reading){.why = why, .room = room}, "its format is not understood") == 0;
        reading = (interop_reading){item.body, item.order, (char)natural, why, room};
        if (interop_body_fits(layout, &reading, 0) == 0 && item.size <= layout->size)
            return 1;
    }
    return 0;
}

/* What buffers of the record say of themselves: standard sizes and explicit padding, so that every reader agrees. */
INTEROP_UNUSED static char
interop_format_code(const interop_type *type)
{
    static const char signeds[] = "?bh?i???q", unsigneds[] = "?BH?I???Q";

    switch (type->kind) {
    case 'i': return signeds[type->size & 15];
    case 'f': return type->size == sizeof(float) ? 'f' : type->size == sizeof(double) ? 'd' : 'g';
    case '?': return '?';
    case 'c': return 's';
    case 'w': return type->size == 4 ? 'w' : 'H';
    case 'b': return signeds[type->size & 15];
    case 'P': return unsigneds[sizeof(void *) & 15];
    default: return unsigneds[type->size & 15];
    }
}

/* Appends to a format that is being written; counts only, where there is no room. */
static size_t
interop_write(char *text, size_t room, size_t used, const char *format, ...)
{
    va_list args;
    int more;

    va_start(args, format);
    more = PyOS_vsnprintf(text != NULL ? text + used : NULL, text != NULL ? room - used : 0, format, args);
    va_end(args);
    return used + (size_t)more;
}

static size_t
interop_write_format(char *text, size_t room, const interop_layout *layout)
{
    size_t used = interop_write(text, room, 0, "T{");
    Py_ssize_t offset = 0;

    for (int i = 0; i < layout->count; i++) {
        const interop_part *member = &layout->members[i];
        const interop_type *type = member->type;
        int is_opaque = type == NULL || (type->layout != NULL && type->layout->is_opaque);
        int is_text = !is_opaque && member->dimensions > 0 && (type->kind == 'c' || (type->kind == 'w' && type->size == 4));
        if (member->offset > offset)
            used = interop_write(text, room, used, "%zdx", member->offset - offset);
        offset = member->offset + member->size;
        if (is_opaque) {
            used = interop_write(text, room, used, "(%zd)=B:%s:", member->size, member->name);
            continue;
        }
        for (int k = 0; k < member->dimensions - is_text; k++)
            used = interop_write(text, room, used, "%c%zd", k == 0 ? '(' : ',', member->counts[k]);
        if (member->dimensions > is_text)
            used = interop_write(text, room, used, ")");
        if (type->layout != NULL)
            used = interop_write(text, room, used, "%s:%s:", type->layout->format, member->name);
        else if (is_text)
            used = interop_write(text, room, used, "=%zd%c:%s:", member->counts[member->dimensions - 1],
                                 interop_format_code(type), member->name);
        else
            /* A long double has no standard size. */
            used = interop_write(text, room, used, "%c%c:%s:", interop_format_code(type) == 'g' ? '^' : '=',
                                 interop_format_code(type), member->name);
    }
    if (layout->size > offset)
        used = interop_write(text, room, used, "%zdx", layout->size - offset);
    return interop_write(text, room, used, "}");
}

/* Writes down the format of a record; those of inner ones are there. */
INTEROP_UNUSED static int
interop_layout_name(interop_layout *layout)
{
    size_t room;

    if (layout->format != NULL)
        return 0;
    room = interop_write_format(NULL, 0, layout) + 1;
    layout->format = PyMem_Malloc(room);
    if (layout->format == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    interop_write_format(layout->format, room, layout);
    return 0;
}

#endif
