#define TESTLIB_ALLOC_IMPLEMENTATION
#include "errors.h"

#include <math.h>
#include <string.h>

static long entered;

long t_entered(void) { return entered; }

int t_check(int status)
{
    entered++;
    return status;
}

unsigned char t_check_small(int status) { return (unsigned char)status; }
enum t_status t_check_enum(int status) { return (enum t_status)status; }
int t_check_positive(int value) { return value; }

int t_check_two(int status, int lowest)
{
    (void)lowest;
    return status;
}

void t_check_out(int status, int *ok) { *ok = status; }

void *t_check_pointer(int wanted)
{
    static int something;
    return wanted ? &something : NULL;
}

double t_root(double value) { return value < 0 ? NAN : sqrt(value); }

const char *t_lookup(int key)
{
    if (key == 0) {
        errno = ENOENT;
        return NULL;
    }
    return "found";
}

enum t_store t_store_typed(int status) { return (enum t_store)status; }
const char *t_store_find(int status) { return status == 0 ? "found" : NULL; }

const char *t_reason(int status)
{
    switch (status) {
    case 0:
        return "no error";
    case 1:
        return "first thing went wrong";
    default:
        return "gr\xc3\xb6\xc3\x9f" "erer Fehler";
    }
}

const char *t_no_reason(int status)
{
    (void)status;
    return NULL;
}

const char *t_bad_reason(int status)
{
    (void)status;
    return "bad \xff text";
}

int t_fail_with_reason(int status) { return status; }

/* 0 succeeds and leaves errno alone. */
int t_fail_errno(int number)
{
    if (number == 0)
        return 0;
    errno = number;
    return -1;
}

int t_fail_errno_value(int number, int *value)
{
    *value = 99;
    return t_fail_errno(number);
}

int t_leave_errno(int status) { return status; }

int t_set_errno(int number)
{
    errno = number;
    return number;
}

static char *text_of(const char *text)
{
    char *copy = t_malloc(strlen(text) + 1);
    if (copy != NULL)
        strcpy(copy, text);
    return copy;
}

char *t_noisy(int number, int fails)
{
    char *text = fails ? NULL : text_of("noisy");
    errno = number;
    return text;
}

/* Spoils errno while it frees. */
void t_noisy_free(void *block)
{
    t_free(block);
    errno = EDOM;
}

void t_noisy_out(char **text, int number)
{
    *text = text_of("noisy");
    errno = number;
}

struct t_box {
    int fails;
};

t_box *t_box_open(int number, int fails)
{
    t_box *box = t_malloc(sizeof *box);
    if (box != NULL)
        box->fails = fails;
    errno = number;
    return box;
}

int t_box_close(t_box *box)
{
    int fails = box->fails;
    box->fails = 0;
    if (fails != 2)
        t_free(box);
    errno = EDOM;
    return fails ? -1 : 0;
}

int t_box_use(t_box *box, int number, void (*between)(void))
{
    (void)box;
    between();
    errno = number;
    return number;
}

int t_box_fail(t_box **box, int number)
{
    t_box_close(*box);
    *box = t_box_open(0, 0);
    errno = number;
    return 1;
}

int t_inverse(int value)
{
    entered++;
    return 1000 / value;
}

int t_ratio(int value, int by, int *ratio, int *rest)
{
    *ratio = by == 0 ? -1 : value / by;
    *rest = by == 0 ? -1 : value % by;
    return by == 0 ? -7 : 0;
}
