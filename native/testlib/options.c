#include "options.h"

#include <string.h>

size_t opt_bytes(const char *text, uint8_t *bytes, size_t capacity)
{
    size_t length = strlen(text);
    memcpy(bytes, text, length < capacity ? length : capacity);
    return length;
}

const char *opt_motto(void) { return "caf\xe9"; }

void opt_fill(double *values, size_t n, double start)
{
    for (size_t i = 0; i < n; i++)
        values[i] = start + (double)i;
}

void opt_ints(int32_t *values, size_t n)
{
    for (size_t i = 0; i < n; i++)
        values[i] = (int32_t)i;
}

double opt_sum(const double *values, size_t n)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += values[i];
    return sum;
}

void opt_bytes_out(uint8_t *values, size_t n) { memset(values, 'o', n); }
int Opt_other(int value) { return value + 1; }
int unprefixed(int value) { return value + 2; }
