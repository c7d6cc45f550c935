#define TESTLIB_ALLOC_IMPLEMENTATION
#include "hresults.h"

#include <stddef.h>

#define FAILED_ARGUMENT ((HRESULT)0x80070057)

struct t_thing {
    int unused;
};

static long things;
static HRESULT refusal, seen;

HRESULT t_answer(HRESULT status) { return status; }
t_outcome t_named(HRESULT status) { return status; }

HRESULT t_half(int value, int *half)
{
    if (value < 0)
        return FAILED_ARGUMENT;
    *half = value / 2;
    return value % 2;
}

HRESULT t_fail_with_errno(int number)
{
    errno = number;
    return number == 0 ? 0 : FAILED_ARGUMENT;
}

const char *t_words(HRESULT status) { return status == FAILED_ARGUMENT ? "no such thing" : NULL; }

int t_seen(void) { return seen; }

HRESULT t_visit(t_visitor visit, void *data, int value, int *answer) { return seen = visit(data, value, answer); }

/* Goes on after a failure, and says nothing of it. */
HRESULT t_visit_twice(t_visitor visit, void *data)
{
    int answer;
    visit(data, 1, &answer);
    seen = visit(data, 2, &answer);
    return 0;
}

HRESULT t_tell(t_teller tell, void *data) { return seen = tell(data); }

/* With `anyway` there is a thing to be closed even where it fails. */
HRESULT t_thing_open(t_thing **thing, HRESULT status, int anyway)
{
    *thing = status >= 0 || anyway ? t_malloc(sizeof **thing) : NULL;
    if (*thing != NULL)
        things++;
    return status;
}

HRESULT t_thing_close(t_thing *thing)
{
    if (refusal < 0)
        return refusal;
    things--;
    t_free(thing);
    return 0;
}

void t_refuse_to_close(HRESULT status) { refusal = status; }
long t_things(void) { return things; }
