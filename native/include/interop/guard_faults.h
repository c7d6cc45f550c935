/* Faults in a checked build: which function and parameter it was, on stderr, before the process ends as it would have. */
#ifndef INTEROP_GUARD_FAULTS_H
#define INTEROP_GUARD_FAULTS_H

#include "core.h"

#ifdef _WIN32
#error a checked build needs mmap and POSIX signals, which Windows does not have
#endif

#include <pthread.h>
#include <signal.h>
#include <sys/mman.h>
#include <unistd.h>

/* Bytes without access on both sides of a block; a multiple of any page's size. */
#define INTEROP_GUARD_NO_ACCESS 65536

/* Guarded memory for one parameter. */
typedef struct interop_fence {
    interop_place at;
    int flags;
    size_t count; /* elements */
    size_t size;  /* bytes in each */
    const char *passed; /* what was marshalled */
    char *given;        /* what C gets instead; NULL: the same */
    void *home;         /* the memory that `data` stands for: what was marshalled, of all parameters that share the block */
    char *data;
    char *map;    /* `mapped` bytes, of which the `pages` from `low` on can be used; NULL: it is in another block */
    size_t mapped;
    char *low;
    size_t pages;
    char *expected;                  /* what must still be there after the call */
    const struct interop_fence *texts; /* the pointers to the texts that are in here */
} interop_fence;

/* One call. */
typedef struct interop_watch {
    const interop_signature *signature;
    interop_fence *blocks;
    int count;
    int entered;
    pthread_t thread;
    struct interop_watch *next;
} interop_watch;

/* The calls that are being made, the newest first. Changed under Python's lock, read by the handler without one. */
static interop_watch *volatile interop_watches;

static const int interop_faults[] = {SIGSEGV, SIGBUS, SIGABRT};
static struct sigaction interop_faults_before[3];

/* INTEROP_GUARD_PAGES=1: blocks end where the memory without access begins. */
INTEROP_UNUSED static int
interop_guards_are_exact(void)
{
    static int exact = -1;

    if (exact < 0) {
        const char *value = getenv("INTEROP_GUARD_PAGES");
        exact = value != NULL && *value != '\0' && strcmp(value, "0") != 0;
    }
    return exact;
}

/* --- In the handler: nothing but what may be called from one --------------------------------------------------------- */

typedef struct {
    char text[512];
    size_t length;
} interop_guard_line;

static void
interop_say(interop_guard_line *line, const char *text)
{
    while (*text != '\0' && line->length < sizeof line->text - 1)
        line->text[line->length++] = *text++;
}

static void
interop_say_number(interop_guard_line *line, uintptr_t number, unsigned base)
{
    char digits[2 * sizeof number + 8], *at = digits + sizeof digits;

    *--at = '\0';
    do
        *--at = "0123456789abcdef"[number % base];
    while ((number /= base) > 0);
    interop_say(line, at);
}

static void
interop_say_counted(interop_guard_line *line, uintptr_t number, const char *what)
{
    interop_say_number(line, number, 10);
    interop_say(line, what);
    if (number != 1)
        interop_say(line, "s");
}

static void
interop_say_function(interop_guard_line *line, const interop_signature *signature)
{
    interop_say(line, "interop: ");
    interop_say(line, signature->name);
    interop_say(line, "(): ");
}

/* What was being done, where the processor says it: 1 writing, 0 reading, -1 unknown. */
static int
interop_fault_writes(void *context)
{
#if defined(__linux__) && defined(__x86_64__)
    /* The page fault's error code among the saved registers: bit 1 is "by a write". */
    enum { INTEROP_REG_ERR = 19 };
    return (((ucontext_t *)context)->uc_mcontext.gregs[INTEROP_REG_ERR] & 2) != 0;
#else
    (void)context;
    return -1;
#endif
}

static void
interop_describe_fault(interop_guard_line *line, const interop_fence *block, uintptr_t address, int writes)
{
    uintptr_t start = (uintptr_t)block->data, end = start + block->count * block->size;

    interop_say_function(line, block->at.signature);
    interop_say(line, block->at.index < block->at.signature->count ? "argument '" : "result '");
    interop_say(line, block->at.signature->names[block->at.index]);
    interop_say(line, writes > 0 ? "': C wrote " : writes == 0 ? "': C read " : "': C used memory ");
    if (address >= end) {
        if (address == end)
            interop_say(line, "just");
        else
            interop_say_counted(line, address - end, " byte");
        interop_say(line, " past its end");
    } else if (address < start) {
        interop_say_counted(line, start - address, " byte");
        interop_say(line, " before its start");
    } else {
        interop_say(line, "element ");
        interop_say_number(line, (address - start) / block->size, 10);
        interop_say(line, ", which it may only read");
    }
    interop_say(line, " (it has ");
    interop_say_counted(line, block->count, " element");
    interop_say(line, " of ");
    interop_say_counted(line, block->size, " byte");
    interop_say(line, ")\n");
}

static void
interop_fault(int number, siginfo_t *info, void *context)
{
    interop_guard_line line = {{0}, 0};
    /* Sent by the kernel for an access, or by a program (abort, or another handler that passes it on). */
    int is_access = number != SIGABRT && info->si_code > 0;
    uintptr_t address = is_access ? (uintptr_t)info->si_addr : 0;
    const interop_watch *mine = NULL;

    for (const interop_watch *watch = interop_watches; watch != NULL && line.length == 0; watch = watch->next) {
        if (mine == NULL && pthread_equal(watch->thread, pthread_self()))
            mine = watch;
        for (int i = 0; is_access && i < watch->count; i++) {
            const interop_fence *block = &watch->blocks[i];
            uintptr_t start = (uintptr_t)block->map;
            if (block->map != NULL && address >= start && address - start < block->mapped) {
                interop_describe_fault(&line, block, address, interop_fault_writes(context));
                break;
            }
        }
    }
    if (line.length == 0 && mine != NULL) {
        interop_say_function(&line, mine->signature);
        if (number == SIGABRT) {
            interop_say(&line, "C aborted the process; it may have freed or broken memory that it does not own\n");
        } else if (is_access) {
            interop_say(&line, "C used memory at address 0x");
            interop_say_number(&line, address, 16);
            interop_say(&line, ", which belongs to none of its parameters\n");
        } else {
            interop_say(&line, "a fault in C\n");
        }
    }
    if (line.length > 0 && write(STDERR_FILENO, line.text, line.length) < 0)
        line.length = 0;
    /* The process goes on as if we had not been here: an access is made again, a signal that was sent is sent again. */
    for (int i = 0; i < 3; i++)
        if (interop_faults[i] == number)
            sigaction(number, &interop_faults_before[i], NULL);
    if (!is_access)
        raise(number);
}

/* --- Around the call ------------------------------------------------------------------------------------------------- */

INTEROP_UNUSED static void
interop_faults_install(void)
{
    static int installed;
    struct sigaction action;

    if (installed)
        return;
    installed = 1;
    memset(&action, 0, sizeof action);
    action.sa_sigaction = interop_fault;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER;
    sigemptyset(&action.sa_mask);
    for (int i = 0; i < 3; i++)
        sigaction(interop_faults[i], &action, &interop_faults_before[i]);
}

INTEROP_UNUSED static void
interop_watch_begin(interop_watch *watch)
{
    interop_faults_install();
    watch->thread = pthread_self();
    watch->next = interop_watches;
    interop_watches = watch;
    watch->entered = 1;
}

INTEROP_UNUSED static void
interop_watch_leave(interop_watch *watch)
{
    interop_watch **place = (interop_watch **)&interop_watches;

    if (!watch->entered)
        return;
    while (*place != NULL && *place != watch)
        place = &(*place)->next;
    if (*place != NULL)
        *place = watch->next;
    watch->entered = 0;
}

#endif
