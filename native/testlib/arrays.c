#define TESTLIB_ALLOC_IMPLEMENTATION
#include "arrays.h"

#include <math.h>
#include <string.h>

static long entered;

long t_entered(void) { return entered; }

#define DEFINE_NUMBERS(name, type)                             \
    double t_sum_##name(const type *values, size_t n)          \
    {                                                          \
        double sum = 0;                                        \
        entered++;                                             \
        for (size_t i = 0; i < n; i++)                         \
            sum += (double)values[i];                          \
        return sum;                                            \
    }                                                          \
    void t_fill_##name(type *values, size_t n, type start)     \
    {                                                          \
        entered++;                                             \
        for (size_t i = 0; i < n; i++)                         \
            values[i] = (type)(start + (type)i);               \
    }                                                          \
    void t_scale_##name(type *values, size_t n, type factor)   \
    {                                                          \
        entered++;                                             \
        for (size_t i = 0; i < n; i++)                         \
            values[i] = (type)(values[i] * factor);            \
    }                                                          \
    void t_copy_##name(type *dst, const type *src, size_t n)   \
    {                                                          \
        entered++;                                             \
        memmove(dst, src, n * sizeof(type));                   \
    }

#define DEFINE_OTHERS(name, type)                              \
    void t_copy_##name(type *dst, const type *src, size_t n)   \
    {                                                          \
        entered++;                                             \
        memmove(dst, src, n * sizeof(type));                   \
    }                                                          \
    void t_reverse_##name(type *values, size_t n)              \
    {                                                          \
        entered++;                                             \
        for (size_t i = 0; i < n / 2; i++) {                   \
            type kept = values[i];                             \
            values[i] = values[n - 1 - i];                     \
            values[n - 1 - i] = kept;                          \
        }                                                      \
    }

T_NUMBERS(DEFINE_NUMBERS)
T_OTHERS(DEFINE_OTHERS)

double t_dot(const double *a, const double *b, size_t n)
{
    double sum = 0;
    entered++;
    for (size_t i = 0; i < n; i++)
        sum += a[i] * b[i];
    return sum;
}

double t_sum_counted(const double *values, const int *n) { return t_sum_double(values, (size_t)*n); }

void t_take(int32_t *values, size_t *n, size_t available)
{
    if (*n > available)
        *n = available;
    t_fill_int32(values, *n, 1);
}

double t_sum_grid(const double *cells, int width, int height)
{
    return t_sum_double(cells, (size_t)width * (size_t)height);
}

void t_fill_grid(int32_t *cells, int width, int height)
{
    t_fill_int32(cells, (size_t)width * (size_t)height, 0);
}

uint32_t t_checksum(const void *data, size_t size)
{
    const unsigned char *bytes = data;
    uint32_t sum = 1;
    for (size_t i = 0; i < size; i++)
        sum = sum * 31 + bytes[i];
    return sum;
}

void t_pattern(void *data, size_t size)
{
    unsigned char *bytes = data;
    for (size_t i = 0; i < size; i++)
        bytes[i] = (unsigned char)(i * 7);
}

void t_invert(void *data, size_t size)
{
    unsigned char *bytes = data;
    for (size_t i = 0; i < size; i++)
        bytes[i] = (unsigned char)~bytes[i];
}

double t_sum_bytes(const double *values, size_t size) { return t_sum_double(values, size / sizeof *values); }

size_t t_positives(int32_t *dst, const int32_t *src, size_t n)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++) {
        if (src[i] > 0)
            dst[count++] = src[i];
    }
    return count;
}

long t_report(int32_t *values, size_t n, long reported)
{
    t_fill_int32(values, n, 1);
    return reported;
}

void t_report_by(int32_t *values, size_t n, long *length, long reported)
{
    t_fill_int32(values, n, 1);
    *length = reported;
}

long t_read_some(uint8_t *buffer, size_t n, long available)
{
    if (available < 0)
        return -1;
    if ((size_t)available > n)
        available = (long)n;
    memset(buffer, 'r', (size_t)available);
    return available;
}

int t_sum_terminated(const int *values)
{
    int sum = 0;
    entered++;
    for (; *values != 0; values++)
        sum += *values;
    return sum;
}

const int *t_primes(void)
{
    static const int primes[] = {2, 3, 5, 7, 0};
    return primes;
}

/* As many as there is room for; the zero behind them only if there is room for it too. */
int t_primes_below(int *primes, int room, int limit)
{
    int count = 0;

    memset(primes, 0x7f, (size_t)room * sizeof *primes);
    for (int n = 2; n < limit && count < room; n++) {
        int i = 0;
        while (i < count && n % primes[i] != 0)
            i++;
        if (i == count)
            primes[count++] = n;
    }
    if (count < room)
        primes[count] = 0;
    return count;
}

void t_remove_even(int *values)
{
    int *to = values;

    for (; values != NULL && *values != 0; values++) {
        if (*values % 2 != 0)
            *to++ = *values;
    }
    if (to != NULL)
        *to = 0;
}

int *t_make_terminated(int count)
{
    int *values = t_malloc((size_t)(count + 1) * sizeof *values);
    for (int i = 0; i < count; i++)
        values[i] = i + 1;
    values[count] = 0;
    return values;
}

double *t_make_range(size_t n)
{
    double *values = t_malloc((n > 0 ? n : 1) * sizeof *values);
    if (values != NULL)
        t_fill_double(values, n, 0);
    return values;
}

double *t_make_range_or_null(size_t n) { return n == 0 ? NULL : t_make_range(n); }

int32_t *t_make_counted(int count, long *n, long reported)
{
    int32_t *values = t_malloc((size_t)(count > 0 ? count : 1) * sizeof *values);
    t_fill_int32(values, (size_t)count, 1);
    *n = reported;
    return values;
}

const double *t_table(void)
{
    static const double table[] = {1, 2, 4, 8};
    return table;
}

void t_make_array(int32_t **values, size_t *n, int count)
{
    *values = NULL;
    *n = (size_t)count;
    if (count >= 0) {
        *values = t_malloc((size_t)(count > 0 ? count : 1) * sizeof **values);
        if (*values != NULL)
            t_fill_int32(*values, (size_t)count, 1);
    }
}

int t_make_array_status(int32_t **values, size_t *n, int count, int status)
{
    *values = NULL;
    *n = 0;
    if (status == 0)
        t_make_array(values, n, count);
    return status;
}

void t_make_array_badly(int32_t **values, long *n, long reported)
{
    *values = t_malloc(4 * sizeof **values);
    t_fill_int32(*values, 4, 1);
    *n = reported;
}

void t_lend_array(const int32_t **values, size_t *n)
{
    static const int32_t lent[] = {10, 20, 30};
    *values = lent;
    *n = 3;
}

/* Breaks the promise of an in parameter. */
void t_scribble(int32_t *values, size_t n) { memset(values, 0x55, n * sizeof *values); }

uintptr_t t_address(const int32_t *values, size_t n)
{
    (void)n;
    return (uintptr_t)values;
}

uintptr_t t_address_written(int32_t *values, size_t n)
{
    (void)n;
    return (uintptr_t)values;
}

void t_fill_three(int32_t *values) { t_fill_int32(values, 3, 7); }
int t_sum_three(const int32_t *values) { return values[0] + values[1] + values[2]; }

void t_unit_vector(double vector[3])
{
    vector[0] = 1;
    vector[1] = 0;
    vector[2] = 0.5;
}

double t_norm3(const double vector[3])
{
    return sqrt(vector[0] * vector[0] + vector[1] * vector[1] + vector[2] * vector[2]);
}

void t_scale3(double vector[3], double factor) { t_scale_double(vector, 3, factor); }

int t_count_small(const uint8_t *values, int8_t n)
{
    (void)values;
    entered++;
    return n;
}

int t_is_null(const double *values, size_t n) { return values == NULL ? -1 : (int)n; }

/* Doubles everything and then reports what it was told to. */
int t_scale_status(int32_t *values, size_t n, int status)
{
    t_scale_int32(values, n, 2);
    return status;
}

int t_fill_status(int32_t *values, size_t n, int status)
{
    t_fill_int32(values, n, 1);
    return status;
}

void t_add_both(int32_t *a, int32_t *b, size_t n)
{
    entered++;
    for (size_t i = 0; i < n; i++) {
        a[i] += 1;
        b[i] += 10;
    }
}

void t_two_outs(int32_t *whole, double *halves, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        whole[i] = (int32_t)i;
        halves[i] = (double)i / 2;
    }
}

/* What an out array holds when the callee arrives. */
size_t t_count_nonzero(int32_t *values, size_t n)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++)
        count += values[i] != 0;
    return count;
}

/* Makes everything negative, but says that only the first ``keep`` elements are valid. */
void t_keep_first(int32_t *values, size_t n, long *valid, long keep)
{
    t_scale_int32(values, n, -1);
    *valid = keep;
}

int t_query(int32_t *values, size_t *n)
{
    entered++;
    if (values == NULL) {
        *n = 5;
        return 0;
    }
    if (*n < 5)
        return -1;
    *n = 5;
    for (int i = 0; i < 5; i++)
        values[i] = i * i;
    return 0;
}

/* 0: done, 1: too small, 2: never. */
int t_grow(int32_t *values, size_t *n, int want)
{
    entered++;
    if (want < 0)
        return 2;
    if (*n < (size_t)want)
        return 1;
    *n = (size_t)want;
    for (int i = 0; i < want; i++)
        values[i] = i;
    return 0;
}

void t_suits(enum t_suit *suits, size_t n)
{
    static const int cycle[] = {0, 3, 4, 9};
    for (size_t i = 0; i < n; i++)
        suits[i] = (enum t_suit)cycle[i % 4];
}

void t_bools(bool *values, size_t n)
{
    for (size_t i = 0; i < n; i++)
        values[i] = i % 2 == 1;
}

void t_wide_noise(char32_t *values, size_t n, uint32_t code)
{
    for (size_t i = 0; i < n; i++)
        values[i] = code;
}

const int32_t *t_find(const int32_t *values, size_t n, int32_t value)
{
    for (size_t i = 0; i < n; i++)
        if (values[i] == value)
            return values + i;
    return NULL;
}

int32_t *t_into(int32_t *values, size_t n, long offset)
{
    (void)n;
    return (int32_t *)((uintptr_t)values + (uintptr_t)offset);
}

const void *t_find_byte(const void *data, size_t n, int value) { return n > 0 ? memchr(data, value, n) : NULL; }
