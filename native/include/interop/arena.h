/* Memory that lasts for one call: what the fields of records point at. */
#ifndef INTEROP_ARENA_H
#define INTEROP_ARENA_H

#include "core.h"

typedef struct interop_block {
    struct interop_block *next;
    char *end;
} interop_block;

typedef struct interop_kept {
    struct interop_kept *next;
    PyObject *object;
} interop_kept;

/* The first bytes stand in the stub's own frame (R4.11). */
typedef struct {
    char *free;
    char *end;
    interop_block *blocks;
    interop_kept *kept; /* objects whose own memory C was given */
    int gives;          /* what C may free comes from its own allocator instead (R3.22) */
    Py_ssize_t room;    /* elements behind the record with a flexible array member that was made last */
    union {
        char bytes[INTEROP_LOCAL];
        max_align_t aligned;
    } local;
} interop_arena;

#define INTEROP_ALIGNED(address, alignment) \
    ((void *)(((uintptr_t)(address) + ((alignment) - 1)) & ~((uintptr_t)(alignment) - 1)))

static inline void
interop_arena_init(interop_arena *arena)
{
    arena->free = arena->local.bytes;
    arena->end = arena->local.bytes + sizeof arena->local.bytes;
    arena->blocks = NULL;
    arena->kept = NULL;
    arena->gives = 0;
    arena->room = PY_SSIZE_T_MAX;
}

INTEROP_UNUSED static void
interop_arena_release(interop_arena *arena)
{
    /* The list stands in the blocks, which go last. */
    interop_kept *kept = arena->kept;
    interop_block *block = arena->blocks;

    for (; kept != NULL; kept = kept->next)
        Py_DECREF(kept->object);
    while (block != NULL) {
        interop_block *next = block->next;
        PyMem_Free(block);
        block = next;
    }
    interop_arena_init(arena);
}

/* Zeroed memory (R8.11) for `count` elements; an address that may be read even where there are none. NULL with MemoryError. */
INTEROP_UNUSED static void *
interop_arena_take(interop_arena *arena, Py_ssize_t count, size_t size, size_t alignment)
{
    Py_ssize_t bytes = interop_bytes(count, (Py_ssize_t)size);
    size_t needed;
    char *taken;

    if (bytes < 0)
        return NULL;
    needed = (size_t)bytes + alignment;
    if ((size_t)(arena->end - arena->free) < needed) {
        size_t room = sizeof(interop_block) + (needed > 4096 ? needed : 4096);
        interop_block *block = PyMem_Malloc(room);
        if (block == NULL) {
            PyErr_NoMemory();
            return NULL;
        }
        block->next = arena->blocks;
        block->end = (char *)block + room;
        arena->blocks = block;
        arena->free = (char *)(block + 1);
        arena->end = block->end;
    }
    taken = INTEROP_ALIGNED(arena->free, alignment);
    arena->free = taken + bytes;
    return memset(taken, 0, (size_t)bytes);
}

/* Holds an object until the call is over. */
INTEROP_UNUSED static inline int
interop_arena_keep(interop_arena *arena, PyObject *object)
{
    interop_kept *kept = INTEROP_ALIGNED(arena->free, _Alignof(interop_kept));

    if (INTEROP_LIKELY((char *)kept <= arena->end && (size_t)(arena->end - (char *)kept) >= sizeof *kept))
        arena->free = (char *)(kept + 1);
    else if ((kept = interop_arena_take(arena, 1, sizeof *kept, _Alignof(interop_kept))) == NULL)
        return -1;
    kept->object = Py_NewRef(object);
    kept->next = arena->kept;
    arena->kept = kept;
    return 0;
}

#endif
