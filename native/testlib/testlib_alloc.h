/* A counting allocator that can be told to fail: what the library under test allocates and frees through.
 *
 * Every module is one shared object with its own state. Exactly one of its sources defines TESTLIB_ALLOC_IMPLEMENTATION
 * before including this file.
 *
 * A freed block is filled and kept for a while, so that freeing it again or writing to it afterwards is counted as a
 * fault instead of going unnoticed.
 */
#ifndef TESTLIB_ALLOC_H
#define TESTLIB_ALLOC_H

#include <stddef.h>

void *t_malloc(size_t size);
void t_free(void *block); /* NULL is allowed */

long t_live(void);      /* blocks allocated and not yet freed */
long t_allocated(void); /* blocks ever allocated */
long t_freed(void);     /* blocks ever freed */
long t_faults(void);    /* double frees, foreign pointers, overruns, writes after free: always 0 in a sound program */
void t_fail_at(long k); /* the k-th allocation from now on returns NULL; 0: none does */

#endif

#if defined(TESTLIB_ALLOC_IMPLEMENTATION) && !defined(TESTLIB_ALLOC_IMPLEMENTED)
#define TESTLIB_ALLOC_IMPLEMENTED

#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { TESTLIB_KEPT = 256, TESTLIB_GUARD = 8 };

#define TESTLIB_MAGIC_LIVE UINT64_C(0x6c6976656c697665)
#define TESTLIB_MAGIC_FREED UINT64_C(0x6465616464656164)

/* Two words, so that what follows is aligned for every type. */
typedef struct {
    uint64_t magic;
    uint64_t size;
} testlib_head;

static atomic_flag testlib_lock = ATOMIC_FLAG_INIT;
static long testlib_allocated, testlib_freed, testlib_faults, testlib_countdown;
static testlib_head *testlib_kept[TESTLIB_KEPT];
static unsigned testlib_next;

static void testlib_acquire(void)
{
    while (atomic_flag_test_and_set_explicit(&testlib_lock, memory_order_acquire)) {
    }
}

static void testlib_release(void)
{
    atomic_flag_clear_explicit(&testlib_lock, memory_order_release);
}

static int testlib_is_filled(const unsigned char *bytes, size_t count, unsigned char with)
{
    for (size_t i = 0; i < count; i++) {
        if (bytes[i] != with)
            return 0;
    }
    return 1;
}

void *t_malloc(size_t size)
{
    testlib_acquire();
    int fails = testlib_countdown > 0 && --testlib_countdown == 0;
    testlib_head *head = fails ? NULL : malloc(sizeof *head + size + TESTLIB_GUARD);
    if (head != NULL) {
        head->magic = TESTLIB_MAGIC_LIVE;
        head->size = size;
        memset(head + 1, 0xCD, size);
        memset((unsigned char *)(head + 1) + size, 0xFD, TESTLIB_GUARD);
        testlib_allocated++;
    }
    testlib_release();
    return head == NULL ? NULL : head + 1;
}

void t_free(void *block)
{
    if (block == NULL)
        return;
    testlib_acquire();
    testlib_head *head = (testlib_head *)block - 1;
    if (head->magic != TESTLIB_MAGIC_LIVE) {
        testlib_faults++;
    } else {
        unsigned char *bytes = block;
        if (!testlib_is_filled(bytes + head->size, TESTLIB_GUARD, 0xFD))
            testlib_faults++;
        head->magic = TESTLIB_MAGIC_FREED;
        memset(bytes, 0xDD, head->size);
        testlib_freed++;
        testlib_head *oldest = testlib_kept[testlib_next];
        if (oldest != NULL) {
            if (!testlib_is_filled((unsigned char *)(oldest + 1), oldest->size, 0xDD))
                testlib_faults++;
            free(oldest);
        }
        testlib_kept[testlib_next] = head;
        testlib_next = (testlib_next + 1) % TESTLIB_KEPT;
    }
    testlib_release();
}

long t_live(void)
{
    return testlib_allocated - testlib_freed;
}

long t_allocated(void)
{
    return testlib_allocated;
}

long t_freed(void)
{
    return testlib_freed;
}

long t_faults(void)
{
    testlib_acquire();
    for (unsigned i = 0; i < TESTLIB_KEPT; i++) {
        testlib_head *kept = testlib_kept[i];
        if (kept != NULL && !testlib_is_filled((unsigned char *)(kept + 1), kept->size, 0xDD)) {
            testlib_faults++;
            memset(kept + 1, 0xDD, kept->size);
        }
    }
    long faults = testlib_faults;
    testlib_release();
    return faults;
}

void t_fail_at(long k)
{
    testlib_acquire();
    testlib_countdown = k;
    testlib_release();
}

#endif
