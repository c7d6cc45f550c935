#include "bench.h"

#include <string.h>

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
