#include "calls.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct t_box {
    int value;
};

static long entered;

long t_entered(void) { return entered; }

int t_add(int a, int b) { return a + b; }

int t_three(int first, int second, int third)
{
    entered++;
    return first * 100 + second * 10 + third;
}

int t_power(int base, int exponent)
{
    int power = 1;
    while (exponent-- > 0)
        power *= base;
    return power;
}

int t_defaulted(int a, int b, int c) { return a * 100 + b * 10 + c; }
int t_default_before(int level, int value) { return level * 100 + value; }
size_t t_default_text(const char *text) { return strlen(text); }
double t_default_double(double value, double factor) { return value * factor; }
int t_optional_flag(int value, int flag) { return value * 10 + flag; }
int t_optional_pointer(const int *value) { return value == NULL ? -1 : *value; }
size_t t_fixed_size(int value, size_t size) { return (size_t)value * 100 + size; }
int t_fixed_middle(int first, int fixed, int last) { return first * 100 + fixed * 10 + last; }

int t_required(int low, int high)
{
    entered++;
    return high - low;
}

int t_is_null(const int *value) { return value == NULL; }
int t_deref(const int *value) { return *value; }

void *t_identity(void *pointer) { return pointer; }
uintptr_t t_address(const void *pointer) { return (uintptr_t)pointer; }
int *t_int_at(int *pointer) { return pointer; }

struct t_box *t_box_new(int value)
{
    struct t_box *box = malloc(sizeof *box);
    if (box != NULL)
        box->value = value;
    return box;
}

int t_box_value(const struct t_box *box) { return box == NULL ? -1 : box->value; }
void t_box_free(struct t_box *box) { free(box); }

int t_box_make(int value, struct t_box **box)
{
    *box = value < 0 ? NULL : t_box_new(value);
    return value < 0 ? -1 : 0;
}

void t_void_out(void **pointer) { *pointer = pointer == NULL ? NULL : (void *)(uintptr_t)4096; }

int t_call_back(int (*callback)(int), int value) { return callback == NULL ? -1 : callback(value); }

static int doubled(int value) { return value * 2; }

int (*t_doubler(void))(int) { return doubled; }

int t_keywords(int in_, int is_, int lambda_, int None_, int def_, int class_, int from_, int async_)
{
    return in_ + 2 * is_ + 3 * lambda_ + 4 * None_ + 5 * def_ + 6 * class_ + 7 * from_ + 8 * async_;
}

int t_hostile(int args, int nargs, int kwnames, int self, int module, int ffi, int lib, int i, int n, int buf)
{
    return args + 2 * nargs + 3 * kwnames + 4 * self + 5 * module + 6 * ffi + 7 * lib + 8 * i + 9 * n + 10 * buf;
}

int t_hostile_libc(int malloc_, int free_, int memcpy_, int strlen_, int PyObject_, int status, int result_, int cleanup)
{
    return malloc_ + 2 * free_ + 3 * memcpy_ + 4 * strlen_ + 5 * PyObject_ + 6 * status + 7 * result_ + 8 * cleanup;
}

double t_sixteen(int p0, double p1, long long p2, float p3, unsigned char p4, short p5, const char *p6, int8_t p7, int p8, double
    p9, long long p10, float p11, unsigned char p12, short p13, const char *p14, int8_t p15)
{
    return (double)p0 + (double)p1 + (double)p2 + (double)p3 + (double)p4 + (double)p5 + strlen(p6) + (double)p7 +
        (double)p8 + (double)p9 + (double)p10 + (double)p11 + (double)p12 + (double)p13 + strlen(p14) + (double)p15;
}

long t_sixty_four(int a0, int a1, int a2, int a3, int a4, int a5, int a6, int a7, int a8, int a9, int a10, int a11, int a12, int
    a13, int a14, int a15, int a16, int a17, int a18, int a19, int a20, int a21, int a22, int a23, int a24, int a25,
    int a26, int a27, int a28, int a29, int a30, int a31, int a32, int a33, int a34, int a35, int a36, int a37, int
    a38, int a39, int a40, int a41, int a42, int a43, int a44, int a45, int a46, int a47, int a48, int a49, int a50,
    int a51, int a52, int a53, int a54, int a55, int a56, int a57, int a58, int a59, int a60, int a61, int a62, int
    a63)
{
    return 1L * a0 + 2L * a1 + 3L * a2 + 4L * a3 + 5L * a4 + 6L * a5 + 7L * a6 + 8L * a7 + 9L * a8 + 10L * a9 + 11L * a10 +
        12L * a11 + 13L * a12 + 14L * a13 + 15L * a14 + 16L * a15 + 17L * a16 + 18L * a17 + 19L * a18 + 20L * a19 + 21L
        * a20 + 22L * a21 + 23L * a22 + 24L * a23 + 25L * a24 + 26L * a25 + 27L * a26 + 28L * a27 + 29L * a28 + 30L *
        a29 + 31L * a30 + 32L * a31 + 33L * a32 + 34L * a33 + 35L * a34 + 36L * a35 + 37L * a36 + 38L * a37 + 39L * a38
        + 40L * a39 + 41L * a40 + 42L * a41 + 43L * a42 + 44L * a43 + 45L * a44 + 46L * a45 + 47L * a46 + 48L * a47 +
        49L * a48 + 50L * a49 + 51L * a50 + 52L * a51 + 53L * a52 + 54L * a53 + 55L * a54 + 56L * a55 + 57L * a56 + 58L
        * a57 + 59L * a58 + 60L * a59 + 61L * a60 + 62L * a61 + 63L * a62 + 64L * a63;
}

void t_sleep(int milliseconds)
{
    struct timespec left = {milliseconds / 1000, (long)(milliseconds % 1000) * 1000000L};
    while (nanosleep(&left, &left) == -1 && errno == EINTR) {
    }
}

/* What another thread managed to add to the counter meanwhile. */
long t_count_up(long *counter, int milliseconds)
{
    volatile long *watched = counter;
    long before = *watched;
    t_sleep(milliseconds);
    return *watched - before;
}

void t_bump(long *counter, long times)
{
    for (long i = 0; i < times; i++)
        __atomic_fetch_add(counter, 1, __ATOMIC_RELAXED);
}

int t_ping(void) { return 1; }
