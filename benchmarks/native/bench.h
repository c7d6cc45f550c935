/* The library under measurement: each function does so little that the call around it is what takes the time. */
#ifndef BENCH_H
#define BENCH_H

#include <stddef.h>
#include <stdint.h>

void b_noop(void);
int b_add(int a, int b);
double b_hypot2(double x, double y);
void b_divmod(int a, int b, int *quotient, int *remainder);
int b_scaled(int value, int factor);

size_t b_str_len(const char *text);
const char *b_greet(int which);
void b_fill_text(char *buffer, size_t size, int which);
size_t b_total_length(const char *const *texts, size_t n);

double b_sum(const double *values, size_t n);
void b_scale(double *values, size_t n, double factor);
void b_fill(double *values, size_t n, double start);
int64_t b_sum_int64(const int64_t *values, size_t n);
uint32_t b_checksum(const void *data, size_t size);

typedef struct b_point {
    double x;
    double y;
} b_point;

double b_norm(const b_point *p);
void b_move(b_point *p, double dx, double dy);
b_point b_turned(b_point p);

/* 0, or the status that was asked for: a failure, with words for it. */
int b_check(int status);
const char *b_reason(int status);

#endif
