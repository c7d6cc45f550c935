/* C that is done later, and says so by calling back: at once, on a thread of its own, or never. */
#ifndef TESTLIB_AWAITS_H
#define TESTLIB_AWAITS_H

#include <stddef.h>
#include "testlib_alloc.h"

typedef struct { int x, y; } t_point;
typedef void (*t_nothing_done)(void *data);
typedef void (*t_number_done)(void *data, long value);
typedef void (*t_bare_done)(int value);
typedef void (*t_status_done)(void *data, int status, const char *text, const int *values, int n);
typedef void (*t_count_done)(void *data, long count);
typedef void (*t_point_done)(void *data, const t_point *point);
typedef void (*t_text_done)(void *data, const char *text);
typedef int (*t_answer)(void *data, int value);

/* The worker: one thread that does what is queued, in order, unless it is paused. */
void t_pause(void);
void t_resume(void);
void t_drain(void); /* returns when nothing is queued */
int t_queued(void);

/* Done at once, inside the call */
void t_now(long value, t_number_done done, void *data);
void t_now_nothing(t_nothing_done done, void *data);
/* Done by the worker */
void t_nothing(t_nothing_done done, void *data);
void t_add(int a, int b, t_number_done done, void *data);
void t_bare(int value, t_bare_done done);
void t_status(int status, t_status_done done, void *data);
void t_count(long count, int error, t_count_done done, void *data);
void t_point_of(int x, int y, t_point_done done, void *data);
void t_no_point(t_point_done done, void *data);
void t_bad_text(t_text_done done, void *data);
void t_twice(t_number_done done, void *data);
void t_first(t_number_done done, void *data, int value);
void t_maybe(t_number_done done, void *data, int value);
/* Never, until it is let go */
void t_never(t_number_done done, void *data);
/* May fail before anything has begun (1), or after it has called back (2) */
int t_begin(int fails, t_number_done done, void *data);
/* Use what they are given until they call back */
void t_sum(const unsigned char *bytes, size_t n, t_number_done done, void *data);
void t_fill(unsigned char *bytes, size_t n, int value, t_number_done done, void *data);
void t_length(const char *text, t_number_done done, void *data);
void t_shift(t_point *point, int by, t_nothing_done done, void *data);
int t_begin_sum(int fails, const unsigned char *bytes, size_t n, t_number_done done, void *data);
void t_sum_asking(const unsigned char *bytes, size_t n, t_answer answer, void *asked, t_number_done done, void *data);
/* Cannot be awaited */
void t_ask(t_answer answer, void *data);

/* For worker threads of Python's */
const char *t_words(int status);
int t_slow_add(int a, int b, int milliseconds);
int t_fails(int status);
int t_sets_errno(int number);
int t_call(t_answer answer, void *data, int value);
typedef struct t_box t_box;
t_box *t_box_new(int value);
t_box *t_slow_box(int value, int milliseconds);
int t_box_value(const t_box *box);
int t_box_slow_value(const t_box *box, int milliseconds);
int t_box_next(t_box *box);
void t_box_close(t_box *box);

#endif
