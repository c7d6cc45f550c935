#include "bench.h"

#include <stdlib.h>
#include <string.h>

/* Each peer has a copy of its own of this code, and a short loop is up to twice as slow where it lies badly. */
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC optimize("align-functions=64", "align-loops=64")
#endif

void b_noop(void) {}

int b_add(int a, int b) { return (int)((unsigned int)a + (unsigned int)b); }

double b_hypot2(double x, double y) { return x * x + y * y; }

void b_divmod(int a, int b, int *quotient, int *remainder)
{
    *quotient = b != 0 ? a / b : 0;
    *remainder = b != 0 ? a % b : a;
}

int b_scaled(int value, int factor) { return (int)((unsigned int)value * (unsigned int)factor); }

size_t b_str_len(const char *text) { return strlen(text); }

/* Aligned, because decoders are faster on text that is, and each peer has a copy of its own. */
static _Alignas(16) const char hello[] = "hello, world";
static _Alignas(16) const char morning[] = "good morning, world";

const char *b_greet(int which) { return which == 0 ? hello : morning; }

void b_fill_text(char *buffer, size_t size, int which)
{
    const char *text = b_greet(which);
    size_t length = strlen(text);

    if (size == 0)
        return;
    if (length >= size)
        length = size - 1;
    memcpy(buffer, text, length);
    buffer[length] = '\0';
}

size_t b_total_length(const char *const *texts, size_t n)
{
    size_t total = 0;

    for (size_t i = 0; i < n; i++)
        total += strlen(texts[i]);
    return total;
}

double b_sum(const double *values, size_t n)
{
    double sum = 0;

    for (size_t i = 0; i < n; i++)
        sum += values[i];
    return sum;
}

void b_scale(double *values, size_t n, double factor)
{
    for (size_t i = 0; i < n; i++)
        values[i] *= factor;
}

void b_fill(double *values, size_t n, double start)
{
    for (size_t i = 0; i < n; i++)
        values[i] = start + (double)i;
}

int64_t b_sum_int64(const int64_t *values, size_t n)
{
    uint64_t sum = 0;

    for (size_t i = 0; i < n; i++)
        sum += (uint64_t)values[i];
    return (int64_t)sum;
}

uint32_t b_checksum(const void *data, size_t size)
{
    const unsigned char *bytes = data;
    uint32_t sum = 0;

    for (size_t i = 0; i < size; i++)
        sum += bytes[i];
    return sum;
}

int b_check(int status) { return status; }

const char *b_reason(int status)
{
    static _Alignas(16) const char asked[] = "as it was asked to";

    return status == 0 ? "no failure" : asked;
}

double b_norm(const b_point *p) { return p->x + p->y; }

void b_move(b_point *p, double dx, double dy)
{
    p->x += dx;
    p->y += dy;
}

b_point b_turned(b_point p) { return (b_point){-p.y, p.x}; }

void b_relabel(b_label *label)
{
    label->length = (int)strlen(label->text);
    label->text = morning;
}

struct b_counter {
    int value;
};

b_counter *b_counter_open(int start)
{
    b_counter *counter = malloc(sizeof *counter);

    if (counter != NULL)
        counter->value = start;
    return counter;
}

void b_counter_close(b_counter *counter) { free(counter); }

int b_counter_get(b_counter *counter) { return counter->value; }

int b_apply(b_visitor visit, void *data, int times)
{
    unsigned int sum = 0;

    for (int i = 0; i < times; i++)
        sum += (unsigned int)visit(data, i);
    return (int)sum;
}

size_t b_read_bytes(void *data, size_t size, int start)
{
    memset(data, start, size);
    return size;
}

uint32_t b_work(uint32_t rounds)
{
    uint32_t state = 1;

    for (uint32_t i = 0; i < rounds; i++)
        state = state * 1664525u + 1013904223u;
    return state;
}

int b_take1(int a1)
{
    return (int)((unsigned int)a1);
}

int b_take4(int a1, int a2, int a3, int a4)
{
    return (int)((unsigned int)a1 + (unsigned int)a2 + (unsigned int)a3 + (unsigned int)a4);
}

int b_take16(int a1, int a2, int a3, int a4, int a5, int a6, int a7, int a8, int a9, int a10, int a11, int a12,
             int a13, int a14, int a15, int a16)
{
    return (int)((unsigned int)a1 + (unsigned int)a2 + (unsigned int)a3 + (unsigned int)a4 + (unsigned int)a5
                 + (unsigned int)a6 + (unsigned int)a7 + (unsigned int)a8 + (unsigned int)a9 + (unsigned int)a10
                 + (unsigned int)a11 + (unsigned int)a12 + (unsigned int)a13 + (unsigned int)a14
                 + (unsigned int)a15 + (unsigned int)a16);
}

int b_take64(int a1, int a2, int a3, int a4, int a5, int a6, int a7, int a8, int a9, int a10, int a11, int a12,
             int a13, int a14, int a15, int a16, int a17, int a18, int a19, int a20, int a21, int a22, int a23,
             int a24, int a25, int a26, int a27, int a28, int a29, int a30, int a31, int a32, int a33, int a34,
             int a35, int a36, int a37, int a38, int a39, int a40, int a41, int a42, int a43, int a44, int a45,
             int a46, int a47, int a48, int a49, int a50, int a51, int a52, int a53, int a54, int a55, int a56,
             int a57, int a58, int a59, int a60, int a61, int a62, int a63, int a64)
{
    return (int)((unsigned int)a1 + (unsigned int)a2 + (unsigned int)a3 + (unsigned int)a4 + (unsigned int)a5
                 + (unsigned int)a6 + (unsigned int)a7 + (unsigned int)a8 + (unsigned int)a9 + (unsigned int)a10
                 + (unsigned int)a11 + (unsigned int)a12 + (unsigned int)a13 + (unsigned int)a14
                 + (unsigned int)a15 + (unsigned int)a16 + (unsigned int)a17 + (unsigned int)a18
                 + (unsigned int)a19 + (unsigned int)a20 + (unsigned int)a21 + (unsigned int)a22
                 + (unsigned int)a23 + (unsigned int)a24 + (unsigned int)a25 + (unsigned int)a26
                 + (unsigned int)a27 + (unsigned int)a28 + (unsigned int)a29 + (unsigned int)a30
                 + (unsigned int)a31 + (unsigned int)a32 + (unsigned int)a33 + (unsigned int)a34
                 + (unsigned int)a35 + (unsigned int)a36 + (unsigned int)a37 + (unsigned int)a38
                 + (unsigned int)a39 + (unsigned int)a40 + (unsigned int)a41 + (unsigned int)a42
                 + (unsigned int)a43 + (unsigned int)a44 + (unsigned int)a45 + (unsigned int)a46
                 + (unsigned int)a47 + (unsigned int)a48 + (unsigned int)a49 + (unsigned int)a50
                 + (unsigned int)a51 + (unsigned int)a52 + (unsigned int)a53 + (unsigned int)a54
                 + (unsigned int)a55 + (unsigned int)a56 + (unsigned int)a57 + (unsigned int)a58
                 + (unsigned int)a59 + (unsigned int)a60 + (unsigned int)a61 + (unsigned int)a62
                 + (unsigned int)a63 + (unsigned int)a64);
}
