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

/* A record with a text of its own: C measures it, and puts another in its place. */
typedef struct b_label {
    const char *text;
    int length;
} b_label;

void b_relabel(b_label *label);

typedef struct b_counter b_counter;

b_counter *b_counter_open(int start);
void b_counter_close(b_counter *counter);
int b_counter_get(b_counter *counter);

typedef int (*b_visitor)(void *data, int value);

/* The sum of what `visit` makes of 0, 1 ... times - 1. */
int b_apply(b_visitor visit, void *data, int times);

/* Fills up to `size` bytes, here all of them, and says how many, as read() does. */
size_t b_read_bytes(void *data, size_t size, int start);

/* Keeps a processor busy, without touching memory. */
uint32_t b_work(uint32_t rounds);

int b_take1(int a1);
int b_take4(int a1, int a2, int a3, int a4);
int b_take16(int a1, int a2, int a3, int a4, int a5, int a6, int a7, int a8, int a9, int a10, int a11, int a12,
             int a13, int a14, int a15, int a16);
int b_take64(int a1, int a2, int a3, int a4, int a5, int a6, int a7, int a8, int a9, int a10, int a11, int a12,
             int a13, int a14, int a15, int a16, int a17, int a18, int a19, int a20, int a21, int a22, int a23,
             int a24, int a25, int a26, int a27, int a28, int a29, int a30, int a31, int a32, int a33, int a34,
             int a35, int a36, int a37, int a38, int a39, int a40, int a41, int a42, int a43, int a44, int a45,
             int a46, int a47, int a48, int a49, int a50, int a51, int a52, int a53, int a54, int a55, int a56,
             int a57, int a58, int a59, int a60, int a61, int a62, int a63, int a64);

/* 0, or the status that was asked for: a failure, with words for it. */
int b_check(int status);
const char *b_reason(int status);

#endif
