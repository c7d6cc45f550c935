/* What a callee does to one item of each kind: the vocabulary of the table of guarantees.
 *
 * The functions that are called, one for each kind and direction, are written by tests/support/guarantees.py; they go
 * through their items with act(), or replace the block that the items stand in.
 */
#ifndef TESTLIB_GUARANTEES_H
#define TESTLIB_GUARANTEES_H

#include "testlib_alloc.h"

#include <stdint.h>

void *g_malloc(size_t size); /* where what C makes stands: on a page that is being filled, or in blocks that are counted */

#define INTEROP_BSTR_MALLOC g_malloc
#define INTEROP_BSTR_FREE t_free
#include "interop/bstr.h"

enum { LEAVES, CHANGES, REPLACES, FREES, NULLS };

/* A record that is passed as it is, one that owns text and an array, and one that has others inside. */
typedef struct g_point {
    int64_t id;
    double weight;
} g_point;

typedef struct g_named {
    int64_t id;
    char *name;
    size_t count;
    int64_t *marks;
} g_named;

typedef struct g_nested {
    g_named first;
    int64_t id;
    g_named more[2];
} g_nested;

/* A resource. */
typedef struct g_thing {
    int64_t id;
} g_thing;

g_thing *g_thing_make(int64_t i);
int64_t g_thing_id(g_thing *v);
void g_thing_close(g_thing *v);

void g_forget(void); /* frees what callees have taken */

/* What the last caller found after its callback had returned. */
const char *g_reported(void);
long g_allocations(void);

int64_t g_sum(const int64_t *v, size_t n);
uint64_t g_sum_of_bytes(const void *v, size_t n);
void g_spoil_pinned(int64_t *v, size_t n);
double g_weight(const g_point *v);
double g_weights(const g_point *v, size_t n);
const char *g_text_at(uintptr_t address);
const char *g_bytes_at(uintptr_t address, size_t n);
const char16_t *g_text16_at(uintptr_t address);
const char32_t *g_text32_at(uintptr_t address);
const int64_t *g_array_at(uintptr_t address, size_t n);

int g_several(int64_t *numbers, char **texts, char **text, BSTR *bstrs, size_t n, int action, int which, int bad,
              int status);

#endif

#if defined(TESTLIB_GUARANTEES_IMPLEMENTATION) && !defined(TESTLIB_GUARANTEES_IMPLEMENTED)
#define TESTLIB_GUARANTEES_IMPLEMENTED

#include <ctype.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* A page that callbacks may only read, and one behind it that nobody may. It is filled from its end. */
static char *page;
static size_t page_size, page_left;
static bool page_is_filled;

void *g_malloc(size_t size)
{
    if (page == NULL || page_is_filled)
        return t_malloc(size);
    size = (size + 7) / 8 * 8;
    return size <= page_left ? page + (page_left -= size) : NULL;
}

/* A callee that sets a pointer to NULL without freeing the block has taken it. */
static void *taken[256];
static size_t taken_count;

static void take(void *block)
{
    taken[taken_count++] = block;
}

void g_forget(void)
{
    while (taken_count > 0)
        t_free(taken[--taken_count]);
}

/* For each kind of item:
 *   change(item, bad)    writes into what is there; bad makes of it what Python cannot read
 *   make(item, i, bad)   stores something new, over what is there; false if there is no memory, and then nothing is
 *   drop(item)           frees what the item owns and sets it to NULL
 *   lose(item, keep)     sets what the item owns to NULL; keep says that it is the callee's from now on
 *   is(item, i, bad)     whether it is what make would make; it is neither zero nor memory that nobody has written
 */

/* Numbers own nothing. */
typedef int64_t number;

#define NUMBER_MADE INT64_C(0x7000000000)

static inline void change_number(number *item, bool bad)
{
    (void)bad;
    *item = -*item;
}

static inline bool make_number(number *item, size_t i, bool bad)
{
    (void)bad;
    *item = NUMBER_MADE + (number)i;
    return true;
}

static inline void drop_number(number *item) { (void)item; }
static inline void lose_number(number *item, bool keep) { (void)item, (void)keep; }

static inline bool is_number(const number *item, size_t i, bool bad)
{
    (void)bad;
    return *item == NUMBER_MADE + (number)i;
}

/* Text that is allocated by itself. */
typedef char *text;

static inline void change_text(text *item, bool bad)
{
    if (*item == NULL)
        return;
    for (char *c = *item; *c != 0; c++)
        *c = (char)toupper((unsigned char)*c);
    if (bad)
        **item = '\xff';
}

static inline bool make_text(text *item, size_t i, bool bad)
{
    char *made = g_malloc(32);
    if (made == NULL)
        return false;
    snprintf(made, 32, bad ? "\xff made %zu" : "made %zu", i);
    *item = made;
    return true;
}

static inline void drop_text(text *item)
{
    t_free(*item);
    *item = NULL;
}

static inline void lose_text(text *item, bool keep)
{
    if (keep)
        take(*item);
    *item = NULL;
}

static inline bool is_text(const text *item, size_t i, bool bad)
{
    char made[32];
    snprintf(made, sizeof made, bad ? "\xff made %zu" : "made %zu", i);
    return *item != NULL && strcmp(*item, made) == 0;
}

/* Text with its length in front, which has an allocator of its own. */
typedef BSTR bstr;

static inline void change_bstr(bstr *item, bool bad)
{
    for (unsigned i = 0; i < SysStringLen(*item); i++) {
        if ((*item)[i] >= 'a' && (*item)[i] <= 'z')
            (*item)[i] = (OLECHAR)((*item)[i] - 'a' + 'A');
    }
    if (bad && *item != NULL)
        **item = 0xd800;
}

static inline bool make_bstr(bstr *item, size_t i, bool bad)
{
    OLECHAR made[] = {'m', 'a', 'd', 'e', ' ', (OLECHAR)(bad ? 0xd800 : '0' + i)};
    BSTR text = SysAllocStringLen(made, 6);
    if (text == NULL)
        return false;
    *item = text;
    return true;
}

static inline void drop_bstr(bstr *item)
{
    SysFreeString(*item);
    *item = NULL;
}

static inline void lose_bstr(bstr *item, bool keep)
{
    if (keep && *item != NULL)
        take((char *)*item - INTEROP_BSTR_FRONT);
    *item = NULL;
}

static inline bool is_bstr(const bstr *item, size_t i, bool bad)
{
    const OLECHAR made[] = {'m', 'a', 'd', 'e', ' ', (OLECHAR)(bad ? 0xd800 : '0' + i), 0};
    return *item != NULL && SysStringLen(*item) == 6 && memcmp(*item, made, sizeof made) == 0;
}

/* Text in a buffer that is the caller's. */
enum { ROOM = 32 };
typedef struct {
    char text[ROOM];
} room;

static inline void change_room(room *item, bool bad)
{
    text inside = item->text;
    change_text(&inside, bad);
}

static inline bool make_room(room *item, size_t i, bool bad)
{
    snprintf(item->text, ROOM, bad ? "\xff made %zu" : "made %zu", i);
    return true;
}

static inline void drop_room(room *item) { (void)item; }
static inline void lose_room(room *item, bool keep) { (void)item, (void)keep; }

static inline bool is_room(const room *item, size_t i, bool bad)
{
    char *inside = (char *)(uintptr_t)item->text;
    return is_text(&inside, i, bad);
}

/* Records: without memory of their own, with text and an array, and with such records inside. */
typedef g_point point;
typedef g_named named;
typedef g_nested nested;

static inline void change_point(point *item, bool bad)
{
    change_number(&item->id, bad);
    item->weight = -item->weight;
}

static inline bool make_point(point *item, size_t i, bool bad)
{
    item->weight = (double)i;
    return make_number(&item->id, i, bad);
}

static inline void drop_point(point *item) { (void)item; }
static inline void lose_point(point *item, bool keep) { (void)item, (void)keep; }

static inline bool is_point(const point *item, size_t i, bool bad)
{
    return is_number(&item->id, i, bad) && item->weight == (double)i;
}

static inline void change_named(named *item, bool bad)
{
    change_number(&item->id, bad);
    change_text(&item->name, bad);
    for (size_t i = 0; i < item->count && item->marks != NULL; i++)
        change_number(&item->marks[i], bad);
}

static inline void drop_named(named *item)
{
    drop_text(&item->name);
    t_free(item->marks);
    item->marks = NULL;
    item->count = 0;
}

static inline void lose_named(named *item, bool keep)
{
    lose_text(&item->name, keep);
    if (keep)
        take(item->marks);
    item->marks = NULL;
    item->count = 0;
}

static inline bool make_named(named *item, size_t i, bool bad)
{
    named made = {.marks = g_malloc(2 * sizeof *made.marks)};
    if (made.marks == NULL || !make_text(&made.name, i, bad)) {
        drop_named(&made);
        return false;
    }
    make_number(&made.id, i, bad);
    for (; made.count < 2; made.count++)
        make_number(&made.marks[made.count], i + made.count, bad);
    *item = made;
    return true;
}

static inline bool is_named(const named *item, size_t i, bool bad)
{
    return is_number(&item->id, i, bad) && is_text(&item->name, i, bad) && item->count == 2 && item->marks != NULL
           && is_number(&item->marks[0], i, bad) && is_number(&item->marks[1], i + 1, bad);
}

static inline void change_nested(nested *item, bool bad)
{
    change_number(&item->id, bad);
    change_named(&item->first, false);
    change_named(&item->more[0], false);
    change_named(&item->more[1], bad);
}

static inline void drop_nested(nested *item)
{
    drop_named(&item->first);
    drop_named(&item->more[0]);
    drop_named(&item->more[1]);
}

static inline void lose_nested(nested *item, bool keep)
{
    lose_named(&item->first, keep);
    lose_named(&item->more[0], keep);
    lose_named(&item->more[1], keep);
}

static inline bool make_nested(nested *item, size_t i, bool bad)
{
    nested made = {.id = 0};
    if (!make_named(&made.first, i, false) || !make_named(&made.more[0], i + 1, false)
        || !make_named(&made.more[1], i + 2, bad)) {
        drop_nested(&made);
        return false;
    }
    make_number(&made.id, i, bad);
    *item = made;
    return true;
}

static inline bool is_nested(const nested *item, size_t i, bool bad)
{
    return is_number(&item->id, i, bad) && is_named(&item->first, i, false) && is_named(&item->more[0], i + 1, false)
           && is_named(&item->more[1], i + 2, bad);
}

/* Handles. */
typedef g_thing *thing;

static inline bool make_thing(thing *item, size_t i, bool bad)
{
    thing made = g_malloc(sizeof *made);
    if (made == NULL)
        return false;
    make_number(&made->id, i, bad);
    *item = made;
    return true;
}

static inline void drop_thing(thing *item)
{
    t_free(*item);
    *item = NULL;
}

static inline bool is_thing(const thing *item, size_t i, bool bad) { return is_number(&(*item)->id, i, bad); }

g_thing *g_thing_make(int64_t i)
{
    thing made = NULL;
    make_thing(&made, (size_t)i, false);
    return made;
}

int64_t g_thing_id(g_thing *v) { return v->id; }
void g_thing_close(g_thing *v) { drop_thing(&v); }

/* What a callee does to n items in the caller's memory, and to a block of them that it may replace. */
#define ACT(T)                                                                                                        \
    /* What is only in may be spoilt, but it is not the callee's to free: what it stores instead stays its own. */    \
    static inline bool act_in_##T(T *items, size_t n, int action)                                                     \
    {                                                                                                                 \
        for (size_t i = 0; i < n; i++) {                                                                              \
            T own;                                                                                                    \
            if (action == CHANGES)                                                                                    \
                change_##T(&items[i], false);                                                                         \
            else if (action == NULLS)                                                                                 \
                lose_##T(&items[i], false);                                                                           \
            else if (action == REPLACES) {                                                                            \
                if (!make_##T(&own, i, false))                                                                        \
                    return false;                                                                                     \
                items[i] = own;                                                                                       \
                lose_##T(&own, true);                                                                                 \
            }                                                                                                         \
        }                                                                                                             \
        return true;                                                                                                  \
    }                                                                                                                 \
                                                                                                                      \
    static inline bool act_out_##T(T *items, size_t n, int action, int bad)                                           \
    {                                                                                                                 \
        for (size_t i = 0; i < n && action == REPLACES; i++) {                                                        \
            if (!make_##T(&items[i], i, (int)i == bad))                                                               \
                return false;                                                                                         \
        }                                                                                                             \
        return true;                                                                                                  \
    }                                                                                                                 \
                                                                                                                      \
    static inline bool act_inout_##T(T *items, size_t n, int action, int bad)                                         \
    {                                                                                                                 \
        for (size_t i = 0; i < n; i++) {                                                                              \
            T old = items[i];                                                                                         \
            switch (action) {                                                                                         \
            case CHANGES:                                                                                             \
                change_##T(&items[i], (int)i == bad);                                                                 \
                break;                                                                                                \
            case REPLACES:                                                                                            \
                if (!make_##T(&items[i], i, (int)i == bad))                                                           \
                    return false;                                                                                     \
                drop_##T(&old);                                                                                       \
                break;                                                                                                \
            case FREES:                                                                                               \
                drop_##T(&items[i]);                                                                                  \
                break;                                                                                                \
            case NULLS:                                                                                               \
                lose_##T(&items[i], true);                                                                            \
                break;                                                                                                \
            default:                                                                                                  \
                break;                                                                                                \
            }                                                                                                         \
        }                                                                                                             \
        return true;                                                                                                  \
    }                                                                                                                 \
                                                                                                                      \
    static inline bool act_out_block_##T(T **home, size_t *n, size_t wanted, int action, int bad)                     \
    {                                                                                                                 \
        if (action != REPLACES)                                                                                       \
            return true;                                                                                              \
        T *block = t_malloc(wanted * sizeof *block);                                                                  \
        if (block == NULL)                                                                                            \
            return false;                                                                                             \
        memset(block, 0, wanted * sizeof *block);                                                                     \
        *home = block;                                                                                                \
        *n = wanted;                                                                                                  \
        return act_out_##T(block, wanted, action, bad);                                                               \
    }                                                                                                                 \
                                                                                                                      \
    static inline bool act_inout_block_##T(T **home, size_t *n, size_t wanted, int action, int bad)                   \
    {                                                                                                                 \
        T *block = NULL;                                                                                              \
        size_t made = 0;                                                                                              \
        if (action == LEAVES || action == CHANGES)                                                                    \
            return act_inout_##T(*home, *n, action, bad);                                                             \
        if (action == REPLACES && !act_out_block_##T(&block, &made, wanted, action, bad)) {                           \
            act_inout_##T(block, made, FREES, -1);                                                                    \
            t_free(block);                                                                                            \
            return false;                                                                                             \
        }                                                                                                             \
        act_inout_##T(*home, *n, action == NULLS ? NULLS : FREES, -1);                                                \
        if (action == NULLS)                                                                                          \
            take(*home);                                                                                              \
        else                                                                                                          \
            t_free(*home);                                                                                            \
        *home = block;                                                                                                \
        *n = made;                                                                                                    \
        return true;                                                                                                  \
    }

ACT(number)
ACT(text)
ACT(bstr)
ACT(room)
ACT(point)
ACT(named)
ACT(nested)

/* --- Calls in: C makes items, calls back, and looks at what has become of them ------------------------------------------- */

enum { ANSWERED = 4 }; /* what Python makes of item i is what C would make of item i + ANSWERED */

static char report[256];
static size_t report_size;
static char before[1 << 16]; /* no page is larger */
static long allocations;

const char *g_reported(void) { return report; }
long g_allocations(void) { return allocations; }

static void say(const char *word)
{
    report_size += (size_t)snprintf(report + report_size, sizeof report - report_size, "%s%s", report_size ? " " : "", word);
}

/* Memory for items: what is only in stands at the end of a page; other memory is counted, and nobody has written it. */
static void *ask_begin(size_t size, bool only_in)
{
    report_size = 0;
    report[0] = 0;
    if (only_in) {
        page_size = page_left = (size_t)sysconf(_SC_PAGESIZE);
        page_is_filled = false;
        page = mmap(NULL, 2 * page_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    }
    return g_malloc(size);
}

/* Now C will call. `protect` makes the page read-only; otherwise it is looked at afterwards. */
static void ask_call(bool protect, long fail_at)
{
    if (page != NULL) {
        page_is_filled = true;
        memcpy(before, page, page_size);
        mprotect(page, page_size, protect ? PROT_READ : PROT_READ | PROT_WRITE);
        mprotect(page + page_size, page_size, PROT_NONE);
    }
    allocations = t_allocated();
    t_fail_at(fail_at);
}

static void ask_returned(void)
{
    t_fail_at(0);
    allocations = t_allocated() - allocations;
    if (page != NULL && memcmp(before, page, page_size) != 0)
        say("WRITTEN");
}

static void ask_status(int status)
{
    char number[16];
    snprintf(number, sizeof number, "%d", status);
    say(number);
}

static void ask_end(void *items)
{
    if (page != NULL)
        munmap(page, 2 * page_size);
    else
        t_free(items);
    page = NULL;
}

static bool is_filled(const void *item, size_t size, unsigned char with)
{
    return testlib_is_filled(item, size, with);
}

/* `drops`: the items are C's own, and what they own is freed. */
#define ASK(T)                                                                                                        \
    static inline void ask_make_##T(T *items, size_t n, int bad)                                                      \
    {                                                                                                                 \
        for (size_t i = 0; i < n; i++)                                                                                \
            make_##T(&items[i], i, (int)i == bad);                                                                    \
    }                                                                                                                 \
                                                                                                                      \
    static inline void ask_look_##T(T *items, size_t n, int bad, bool drops)                                          \
    {                                                                                                                 \
        for (size_t i = 0; i < n; i++) {                                                                              \
            if (is_filled(&items[i], sizeof items[i], 0)) {                                                           \
                say("zero");                                                                                          \
                continue;                                                                                             \
            }                                                                                                         \
            if (is_filled(&items[i], sizeof items[i], 0xCD)) {                                                        \
                say("unwritten");                                                                                     \
                continue;                                                                                             \
            }                                                                                                         \
            say(is_##T(&items[i], i, (int)i == bad)         ? "given"                                                 \
                : is_##T(&items[i], i + ANSWERED, false) ? "answered"                                                 \
                                                            : "something else");                                      \
            if (drops)                                                                                                \
                drop_##T(&items[i]);                                                                                  \
        }                                                                                                             \
    }                                                                                                                 \
                                                                                                                      \
    /* The same of a block that has been given, with n of `count` items. */                                           \
    static inline void ask_look_block_##T(T *items, size_t n, size_t count, int bad)                                  \
    {                                                                                                                 \
        for (size_t i = 0; i < count && items == NULL; i++)                                                           \
            say(n == 0 ? "zero" : "nothing, of some length");                                                         \
        if (items != NULL && n == count)                                                                              \
            ask_look_##T(items, n, bad, true);                                                                        \
        else if (items != NULL)                                                                                       \
            say("something of another length");                                                                       \
    }

ASK(number)
ASK(text)
ASK(bstr)
ASK(room)
ASK(point)
ASK(named)
ASK(nested)
ASK(thing)

int64_t g_sum(const int64_t *v, size_t n)
{
    int64_t sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += v[i];
    return sum;
}

uint64_t g_sum_of_bytes(const void *v, size_t n)
{
    const unsigned char *bytes = v;
    uint64_t sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += bytes[i];
    return sum;
}

double g_weight(const g_point *v) { return v->weight; }

double g_weights(const g_point *v, size_t n)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += v[i].weight;
    return sum;
}

void g_spoil_pinned(int64_t *v, size_t n) { act_in_number(v, n, CHANGES); }

const char *g_text_at(uintptr_t address) { return (const char *)address; }
const char16_t *g_text16_at(uintptr_t address) { return (const char16_t *)address; }
const char32_t *g_text32_at(uintptr_t address) { return (const char32_t *)address; }

const char *g_bytes_at(uintptr_t address, size_t n)
{
    (void)n;
    return (const char *)address;
}

const int64_t *g_array_at(uintptr_t address, size_t n)
{
    (void)n;
    return (const int64_t *)address;
}

int g_several(int64_t *numbers, char **texts, char **text, BSTR *bstrs, size_t n, int action, int which, int bad,
              int status)
{
    act_inout_number(numbers, n, CHANGES, -1);
    if (!act_inout_text(texts, n, action, which == 0 ? bad : -1) || !act_inout_text(text, 1, action, which == 1 ? 0 : -1)
        || !act_inout_bstr(bstrs, n, action, which == 2 ? bad : -1))
        return -1;
    return status;
}

#endif
