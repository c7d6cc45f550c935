/* The checked build: C gets guarded copies of what was marshalled, and what it did to them is looked at after the call.
 *
 * A block is memory for one parameter, with known bytes ("canaries") around it and pages that nobody may touch around those:
 *
 *     | no access | canary | what C gets | canary | no access |
 *
 * A write close to the block is found after the call and raised as interop.ContractViolation. One further away is a page
 * fault, which no process survives: guard_faults.h names function and parameter on stderr before it ends. With
 * INTEROP_GUARD_PAGES=1 in the environment there is no canary behind the block and no write access to what C may only read, so
 * that reading or writing a single element past the end, too, stops at the instruction that does it. */
#ifndef INTEROP_CHECKED_H
#define INTEROP_CHECKED_H

#include "module.h"
#include "guard_faults.h"

enum {
    INTEROP_GUARD_READ = 1,   /* C may only read it */
    INTEROP_GUARD_FILL = 2,   /* C finds nothing in it: it is poisoned */
    INTEROP_GUARD_UPDATE = 4, /* C reads and writes it */
    INTEROP_GUARD_OWN = 8,    /* the stub's own memory; else the caller's, which a broken call leaves as it was */
    INTEROP_GUARD_TEXT = 16   /* for messages: characters, not elements */
};

/* Canary bytes on both sides, at least. */
#define INTEROP_GUARD_CANARY 256
/* What the stub and Python themselves align memory to. */
#define INTEROP_GUARD_ALIGNED 64
/* Unwritten memory is told from written memory by this many bytes that all still hold the poison. */
#define INTEROP_GUARD_CERTAIN 8

/* Neither text nor numbers look like this, and no byte is NUL. */
static inline unsigned char
interop_guard_poison(size_t offset)
{
    return (unsigned char)(0x80 | (offset * 89 + 0x4d));
}

static inline unsigned char
interop_guard_canary(size_t offset)
{
    return (unsigned char)(0x80 | (offset * 57 + 0x2b));
}

INTEROP_UNUSED static void
interop_guard_fill(char *data, size_t size, unsigned char (*pattern)(size_t))
{
    for (size_t i = 0; i < size; i++)
        data[i] = (char)pattern(i);
}

static inline size_t
interop_fence_bytes(const interop_fence *block)
{
    return block->count * block->size;
}

/* Whether this part of the block was certainly not written. */
INTEROP_UNUSED static int
interop_is_left(const interop_fence *block, size_t from, size_t size)
{
    for (size_t i = from; i < from + size; i++)
        if ((unsigned char)block->data[i] != interop_guard_poison(i))
            return 0;
    return 1;
}

/* --- Violations ------------------------------------------------------------------------------------------------------ */

/* Raises ContractViolation with "f(): argument 'x': ..."; always -1. */
INTEROP_COLD static int
interop_violation(interop_place at, const char *format, ...)
{
    PyObject *errors, *made, *kind, *value, *traceback, *text;
    const char *parameter = at.index < 0 ? NULL : at.signature->names[at.index];
    va_list args;

    va_start(args, format);
    text = PyUnicode_FromFormatV(format, args);
    va_end(args);
    if (text == NULL)
        return -1;
    errors = PyImport_ImportModule("interop.runtime.errors");
    kind = errors != NULL ? PyObject_GetAttrString(errors, "ContractViolation") : NULL;
    Py_XDECREF(errors);
    if (kind != NULL)
        interop_fail(kind, at, "%U", text);
    Py_DECREF(text);
    Py_XDECREF(kind);
    PyErr_Fetch(&kind, &value, &traceback);
    PyErr_NormalizeException(&kind, &value, &traceback);
    made = PyUnicode_FromString(at.signature->name);
    if (made != NULL && value != NULL && PyObject_SetAttrString(value, "function", made) == 0 && parameter != NULL) {
        Py_DECREF(made);
        made = PyUnicode_FromString(parameter);
        if (made != NULL)
            PyObject_SetAttrString(value, "parameter", made);
    }
    Py_XDECREF(made);
    PyErr_Restore(kind, value, traceback);
    return -1;
}

/* "10 elements of 8 bytes" */
static const char *
interop_fence_extent(const interop_fence *block, char *text, size_t size)
{
    const char *what = block->flags & INTEROP_GUARD_TEXT ? "character" : "element";

    PyOS_snprintf(text, size, "%zu %s%s of %zu byte%s", block->count, what, block->count == 1 ? "" : "s", block->size,
                  block->size == 1 ? "" : "s");
    return text;
}

INTEROP_COLD static int
interop_wrote_past(const interop_fence *block, size_t bytes)
{
    char extent[80];

    return interop_violation(block->at, "C wrote past its end: it has %s, and memory up to %zu byte%s behind them was changed",
                             interop_fence_extent(block, extent, sizeof extent), bytes, bytes == 1 ? "" : "s");
}

INTEROP_COLD static int
interop_wrote_before(const interop_fence *block, size_t bytes)
{
    char extent[80];

    return interop_violation(block->at, "C wrote before its start: it has %s, and memory from %zu byte%s in front of them on was changed",
                             interop_fence_extent(block, extent, sizeof extent), bytes, bytes == 1 ? "" : "s");
}

INTEROP_COLD static int
interop_wrote_in(const interop_fence *block, size_t offset)
{
    return interop_violation(block->at, "C changed %s %zu of what it may only read; if it is meant to, declare it [in, out]",
                             block->flags & INTEROP_GUARD_TEXT ? "character" : "element", offset / block->size);
}

/* --- Blocks ---------------------------------------------------------------------------------------------------------- */

/* Memory of `bytes` at `alignment` between canaries, between pages without access. */
INTEROP_UNUSED static int
interop_fence_make(interop_fence *block, size_t bytes, size_t alignment)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    int exact = interop_guards_are_exact();
    size_t front = INTEROP_GUARD_CANARY, room = bytes + front + (exact ? alignment : INTEROP_GUARD_CANARY);

    block->pages = (room + page - 1) / page * page;
    block->mapped = block->pages + 2 * INTEROP_GUARD_NO_ACCESS;
    block->map = mmap(NULL, block->mapped, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (block->map == MAP_FAILED) {
        block->map = NULL;
        PyErr_NoMemory();
        return -1;
    }
    block->low = block->map + INTEROP_GUARD_NO_ACCESS;
    if (mprotect(block->low, block->pages, PROT_READ | PROT_WRITE) != 0) {
        PyErr_NoMemory();
        return -1;
    }
    block->data = block->low + front;
    if (exact)
        block->data = block->low + (block->pages - bytes) / alignment * alignment;
    interop_guard_fill(block->low, (size_t)(block->data - block->low), interop_guard_canary);
    interop_guard_fill(block->data + bytes, (size_t)(block->low + block->pages - block->data) - bytes, interop_guard_canary);
    return 0;
}

INTEROP_UNUSED static void
interop_fence_release(interop_fence *block)
{
    if (block->map != NULL)
        munmap(block->map, block->mapped);
    free(block->expected);
    memset(block, 0, sizeof *block);
}

/* Whether what is around the block is as it was made. */
INTEROP_UNUSED static int
interop_fence_check(const interop_fence *block)
{
    size_t front = (size_t)(block->data - block->low), bytes = interop_fence_bytes(block);
    size_t behind = block->pages - front - bytes;
    const unsigned char *end = (const unsigned char *)block->data + bytes;

    while (behind > 0 && end[behind - 1] == interop_guard_canary(behind - 1))
        behind--;
    if (behind > 0)
        return interop_wrote_past(block, behind);
    for (size_t i = 0; i < front; i++)
        if ((unsigned char)block->low[i] != interop_guard_canary(i))
            return interop_wrote_before(block, front - i);
    return 0;
}

/* --- One call -------------------------------------------------------------------------------------------------------- */

INTEROP_UNUSED static void
interop_watch_init(interop_watch *watch, const interop_signature *signature, interop_fence *blocks, int count)
{
    memset(blocks, 0, (size_t)count * sizeof *blocks);
    memset(watch, 0, sizeof *watch);
    watch->signature = signature;
    watch->blocks = blocks;
    watch->count = count;
}

/* Gives back the blocks of the call before; results may point into them until then. */
INTEROP_UNUSED static void
interop_watch_release(interop_watch *watch)
{
    interop_watch_leave(watch);
    for (int i = 0; i < watch->count; i++)
        interop_fence_release(&watch->blocks[i]);
}

INTEROP_UNUSED static int
interop_fence_fill(interop_fence *block, const void *home, size_t count, size_t size, size_t alignment, int flags, interop_place at)
{
    size_t bytes = count * size;

    block->at = at;
    block->flags = flags;
    block->count = count;
    block->size = size;
    block->home = (void *)(uintptr_t)home;
    if (interop_fence_make(block, bytes, interop_guards_are_exact() ? alignment : INTEROP_GUARD_ALIGNED) < 0)
        return -1;
    /* Less than can be told from what C writes is left as the stub made it. */
    if ((flags & INTEROP_GUARD_FILL) && bytes >= sizeof(int32_t)) {
        interop_guard_fill(block->data, bytes, interop_guard_poison);
    } else {
        block->flags &= ~INTEROP_GUARD_FILL;
        if (home != NULL && bytes > 0)
            memcpy(block->data, home, bytes);
    }
    block->given = block->data;
    return 0;
}

/* What C may only read, as it was: the caller's own buffer may be changed by another thread meanwhile. */
INTEROP_UNUSED static int
interop_fence_keep(interop_fence *block)
{
    size_t bytes = interop_fence_bytes(block);

    if (interop_guards_are_exact())
        mprotect(block->low, block->pages, PROT_READ);
    block->expected = malloc(bytes > 0 ? bytes : 1);
    if (block->expected == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    memcpy(block->expected, block->data, bytes);
    return 0;
}

/* The caller passed buffers that overlap. C must see that they do, so one block holds them all: the first one's. 1 if so. */
INTEROP_UNUSED static int
interop_guard_overlapping(interop_watch *watch, int number, const char *passed, size_t count, size_t size, int flags, interop_place at)
{
    interop_fence *first = NULL;
    const char *low = passed, *high = passed + count * size;
    int grown;

    do {
        grown = 0;
        for (interop_fence *other = watch->blocks + number - 1; other >= watch->blocks; other--) {
            const char *start = other->home;
            if (other->map == NULL || start == NULL || start >= high || start + interop_fence_bytes(other) <= low)
                continue;
            if (low != start || high != start + interop_fence_bytes(other)) {
                low = start < low ? start : low;
                high = start + interop_fence_bytes(other) > high ? start + interop_fence_bytes(other) : high;
                count = (size_t)(high - low);
                size = 1;
            }
            if (flags & INTEROP_GUARD_READ) {
                flags = other->flags;
                at = other->at;
            }
            munmap(other->map, other->mapped);
            free(other->expected);
            other->map = other->expected = NULL;
            first = other;
            grown = 1;
        }
    } while (grown);
    if (first == NULL)
        return 0;
    if (interop_fence_fill(first, low, count, size, 1, flags, at) < 0
        || ((flags & INTEROP_GUARD_READ) && interop_fence_keep(first) < 0))
        return -1;
    for (interop_fence *other = watch->blocks; other <= watch->blocks + number; other++)
        if (other->passed != NULL && !(other->flags & INTEROP_GUARD_OWN) && other->passed >= low && other->passed < high)
            other->given = first->data + (other->passed - low);
    return 1;
}

/* Puts what was marshalled between guards; NULL stays NULL. */
INTEROP_UNUSED static int
interop_guard(interop_watch *watch, int number, const void *home, Py_ssize_t count, size_t size, size_t alignment, int flags,
              interop_place at)
{
    interop_fence *block = &watch->blocks[number];
    int shared;

    if (home == NULL)
        return 0;
    block->passed = home;
    if (!(flags & INTEROP_GUARD_OWN) && count > 0) {
        shared = interop_guard_overlapping(watch, number, home, (size_t)count, size, flags, at);
        if (shared != 0)
            return shared < 0 ? -1 : 0;
    }
    if (interop_fence_fill(block, home, (size_t)count, size, alignment, flags, at) < 0)
        return -1;
    return flags & INTEROP_GUARD_READ ? interop_fence_keep(block) : 0;
}

/* An array of text: its pointers, and in a second block all the texts, with a canary behind each. */
INTEROP_UNUSED static int
interop_guard_texts(interop_watch *watch, int number, const void *const *texts, Py_ssize_t count, int unit, interop_place at)
{
    interop_fence *pointers = &watch->blocks[number], *characters = pointers + 1;
    size_t bytes = 0, between = sizeof(uint64_t);
    char *into;

    if (texts == NULL)
        return 0;
    for (Py_ssize_t i = 0; i < count; i++)
        if (texts[i] != NULL)
            bytes += ((size_t)interop_units(texts[i], unit, PY_SSIZE_T_MAX) + 1) * (size_t)unit + between;
    if (interop_fence_fill(pointers, texts, (size_t)count + 1, sizeof(void *), sizeof(void *), INTEROP_GUARD_READ, at) < 0
        || interop_fence_fill(characters, NULL, bytes / (size_t)unit, (size_t)unit, (size_t)unit, INTEROP_GUARD_READ | INTEROP_GUARD_TEXT, at) < 0)
        return -1;
    into = characters->data;
    interop_guard_fill(into, bytes, interop_guard_canary);
    for (Py_ssize_t i = 0; i < count; i++) {
        if (texts[i] != NULL) {
            size_t size = ((size_t)interop_units(texts[i], unit, PY_SSIZE_T_MAX) + 1) * (size_t)unit;
            memcpy(into, texts[i], size);
            ((const void **)(void *)pointers->data)[i] = into;
            into += size + between;
        }
    }
    characters->texts = pointers;
    return interop_fence_keep(pointers) < 0 || interop_fence_keep(characters) < 0 ? -1 : 0;
}

/* What C gets. */
INTEROP_UNUSED static inline void *
interop_guarded(const interop_fence *block, const void *passed)
{
    return block->given != NULL ? block->given : (void *)(uintptr_t)passed;
}

/* A pointer that C gave back, into what was marshalled where it points into a block. */
INTEROP_UNUSED static void *
interop_unguarded(const interop_watch *watch, const void *pointer)
{
    uintptr_t address = (uintptr_t)pointer;

    for (int i = 0; i < watch->count; i++) {
        const interop_fence *block = &watch->blocks[i];
        uintptr_t start = (uintptr_t)block->data;
        if (block->map != NULL && block->home != NULL && address >= start && address - start <= interop_fence_bytes(block))
            return (char *)block->home + (address - start);
    }
    return (void *)address;
}

/* The first byte of a read-only block that C changed, or -1 with the exception; 0: none. */
INTEROP_UNUSED static int
interop_fence_compare(const interop_fence *block)
{
    size_t bytes = interop_fence_bytes(block), offset = 0;
    interop_place at = block->at;

    if (memcmp(block->data, block->expected, bytes) == 0)
        return 0;
    while (block->data[offset] == block->expected[offset])
        offset++;
    if (block->texts != NULL) {
        const char *const *texts = (const char *const *)(const void *)block->texts->expected;
        const char *changed = block->data + offset;
        size_t number = 0, start = 0;
        for (size_t i = 0; i + 1 < block->texts->count; i++) {
            if (texts[i] != NULL && texts[i] <= changed) {
                number = i;
                start = (size_t)(texts[i] - block->data);
            }
        }
        at.item = (int)number;
        return interop_violation(at, "C changed character %zu of a text that it may only read", (offset - start) / block->size);
    }
    return interop_wrote_in(block, offset);
}

/* Stores what C wrote; what it certainly did not write stays as the stub made it (R7.9). */
INTEROP_UNUSED static void
interop_fence_store(interop_fence *block)
{
    size_t bytes = interop_fence_bytes(block);
    size_t step = block->size >= sizeof(int32_t) ? block->size : INTEROP_GUARD_CERTAIN;
    char *home = block->home;

    if (!(block->flags & INTEROP_GUARD_FILL)) {
        memcpy(home, block->data, bytes);
        return;
    }
    /* What C wrote last may look like the poison by chance, and then stands before what it left: so many bytes are kept.
     * Text ends with a NUL, which never looks like it. */
    size_t likely = block->size >= sizeof(int32_t) || (block->flags & INTEROP_GUARD_TEXT) ? 0 : block->size == 1 ? 3 : block->size;
    int written = 1;
    for (size_t i = 0; i < bytes; i += step) {
        size_t part = bytes - i < step ? bytes - i : step;
        /* The last few bytes are left if those before them are. */
        size_t from = part < step && i >= step ? i - (step - part) : i;
        int left = interop_is_left(block, from, bytes - from < step ? bytes - from : step);
        if (!left)
            memcpy(home + i, block->data + i, part);
        else if (written)
            memcpy(home + i, block->data + i, part < likely ? part : likely);
        written = !left;
    }
}

/* After the call: looks at every block, and stores what C wrote. -1 with ContractViolation for the first that is broken; then
 * only the stub's own memory is written, because C may have put there what must be freed. */
INTEROP_UNUSED static int
interop_watch_end(interop_watch *watch)
{
    int broken = 0;

    interop_watch_leave(watch);
    for (int i = 0; i < watch->count && !broken; i++) {
        const interop_fence *block = &watch->blocks[i];
        if (block->map == NULL)
            continue;
        broken = interop_fence_check(block) < 0 || (block->expected != NULL && interop_fence_compare(block) < 0);
    }
    for (int i = 0; i < watch->count; i++) {
        interop_fence *block = &watch->blocks[i];
        if (block->map != NULL && !(block->flags & INTEROP_GUARD_READ) && (!broken || (block->flags & INTEROP_GUARD_OWN)))
            interop_fence_store(block);
    }
    return broken;
}

/* --- After a call that succeeded ------------------------------------------------------------------------------------- */

INTEROP_COLD static int
interop_not_written(const interop_fence *block)
{
    return interop_violation(block->at, "C reports success, but did not write it");
}

/* A call that succeeded has written at least something. */
INTEROP_UNUSED static int
interop_check_filled(const interop_fence *block, interop_place at)
{
    size_t bytes = interop_fence_bytes(block);

    (void)at;
    if (block->data != NULL && (block->flags & INTEROP_GUARD_FILL) && interop_is_left(block, 0, bytes))
        return interop_not_written(block);
    return 0;
}

/* Text ends within its room. Where nothing was written and nobody promised it, the room is empty text. */
INTEROP_UNUSED static int
interop_check_text(const interop_fence *block, int filled, interop_place at)
{
    if (block->data == NULL || !(block->flags & INTEROP_GUARD_FILL))
        return 0;
    if (interop_is_left(block, 0, interop_fence_bytes(block)))
        return filled ? interop_not_written(block) : 0;
    if (interop_units(block->data, (int)block->size, (Py_ssize_t)block->count) == (Py_ssize_t)block->count)
        return interop_violation(at, "C wrote text without a NUL into the room for %zu character%s", block->count,
                                 block->count == 1 ? "" : "s");
    return 0;
}

/* Of the elements that C says are valid, each was written. */
INTEROP_UNUSED static int
interop_check_elements(const interop_fence *block, Py_ssize_t valid, size_t size, interop_place at)
{
    size_t step = size >= sizeof(int32_t) ? size : INTEROP_GUARD_CERTAIN;
    size_t bytes = (size_t)valid * size;

    if (block->data == NULL || !(block->flags & INTEROP_GUARD_FILL))
        return 0;
    for (size_t i = 0; i + step <= bytes; i += step)
        if (interop_is_left(block, i, step))
            return interop_violation(at, "C reports %zd valid elements, but did not write element %zu", valid, i / size);
    return 0;
}

#endif
