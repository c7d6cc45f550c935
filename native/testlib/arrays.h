/* Arrays of every element kind: in, out, in-out, counted in every way, owned, borrowed, growing, and badly behaved. */
#ifndef TESTLIB_ARRAYS_H
#define TESTLIB_ARRAYS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <uchar.h>
#include <wchar.h>

#include "testlib_alloc.h"

enum t_suit { T_CLUBS, T_HEARTS = 3, T_SPADES = 4 };

long t_entered(void);

#define T_NUMBERS(X)       \
    X(double, double)      \
    X(float, float)        \
    X(int8, int8_t)        \
    X(uint8, uint8_t)      \
    X(int16, int16_t)      \
    X(uint16, uint16_t)    \
    X(int32, int32_t)      \
    X(uint32, uint32_t)    \
    X(int64, int64_t)      \
    X(uint64, uint64_t)    \
    X(long, long)          \
    X(ldouble, long double)

#define T_OTHERS(X)        \
    X(bool, bool)          \
    X(suit, enum t_suit)   \
    X(char, char)          \
    X(wchar, wchar_t)      \
    X(char16, char16_t)    \
    X(char32, char32_t)

#define T_DECLARE_NUMBERS(name, type)                          \
    double t_sum_##name(const type *values, size_t n);         \
    void t_fill_##name(type *values, size_t n, type start);    \
    void t_scale_##name(type *values, size_t n, type factor);  \
    void t_copy_##name(type *dst, const type *src, size_t n);

#define T_DECLARE_OTHERS(name, type)                           \
    void t_copy_##name(type *dst, const type *src, size_t n);  \
    void t_reverse_##name(type *values, size_t n);

T_NUMBERS(T_DECLARE_NUMBERS)
T_OTHERS(T_DECLARE_OTHERS)

double t_dot(const double *a, const double *b, size_t n);
double t_sum_counted(const double *values, const int *n);
void t_take(int32_t *values, size_t *n, size_t available);
double t_sum_grid(const double *cells, int width, int height);
void t_fill_grid(int32_t *cells, int width, int height);
uint32_t t_checksum(const void *data, size_t size);
void t_pattern(void *data, size_t size);
void t_invert(void *data, size_t size);
double t_sum_bytes(const double *values, size_t size);
size_t t_positives(int32_t *dst, const int32_t *src, size_t n);
long t_report(int32_t *values, size_t n, long reported);
void t_report_by(int32_t *values, size_t n, long *length, long reported);
long t_read_some(uint8_t *buffer, size_t n, long available);
int t_sum_terminated(const int *values);
int t_primes_below(int *primes, int room, int limit);
void t_remove_even(int *values);
const int *t_primes(void);
int *t_make_terminated(int count);
double *t_make_range(size_t n);
double *t_make_range_or_null(size_t n);
int32_t *t_make_counted(int count, long *n, long reported);
const double *t_table(void);
void t_make_array(int32_t **values, size_t *n, int count);
int t_make_array_status(int32_t **values, size_t *n, int count, int status);
void t_make_array_badly(int32_t **values, long *n, long reported);
void t_lend_array(const int32_t **values, size_t *n);
void t_scribble(int32_t *values, size_t n);
uintptr_t t_address(const int32_t *values, size_t n);
uintptr_t t_address_written(int32_t *values, size_t n);
void t_fill_three(int32_t *values);
int t_sum_three(const int32_t *values);
void t_unit_vector(double vector[3]);
double t_norm3(const double vector[3]);
void t_scale3(double vector[3], double factor);
int t_count_small(const uint8_t *values, int8_t n);
int t_is_null(const double *values, size_t n);
int t_scale_status(int32_t *values, size_t n, int status);
int t_fill_status(int32_t *values, size_t n, int status);
void t_add_both(int32_t *a, int32_t *b, size_t n);
void t_two_outs(int32_t *whole, double *halves, size_t n);
size_t t_count_nonzero(int32_t *values, size_t n);
void t_keep_first(int32_t *values, size_t n, long *valid, long keep);
int t_query(int32_t *values, size_t *n);
int t_grow(int32_t *values, size_t *n, int want);
void t_suits(enum t_suit *suits, size_t n);
void t_bools(bool *values, size_t n);
void t_wide_noise(char32_t *values, size_t n, uint32_t code);

const int32_t *t_find(const int32_t *values, size_t n, int32_t value);
int32_t *t_into(int32_t *values, size_t n, long offset);
const void *t_find_byte(const void *data, size_t n, int value);

#endif
