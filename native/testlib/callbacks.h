/* C that calls back: every kind of parameter both ways, every scope, from any thread. */
#ifndef TESTLIB_CALLBACKS_H
#define TESTLIB_CALLBACKS_H

#include <stddef.h>
#include <stdint.h>
#include <wchar.h>

#include "testlib_alloc.h"

/* One parameter each way */
typedef int (*t_visitor)(void *data, const char *name);
typedef int t_plain(int x, int y);
typedef void (*t_void)(void);
typedef double (*t_mapper)(double x, void *data);
int t_each(t_visitor visit, void *data);
int t_each_held(t_visitor visit, void *data);
int t_apply(t_plain *f, int x, int y);
int t_apply_twice(t_plain *f, t_plain *g, int x);
int t_apply_or(t_plain *f, int otherwise);
void t_run(t_void f, int times);
double t_map(t_mapper f, double x, void *data);
int t_in_place(int (*f)(void *data, int x), void *data, int x);
const void *t_address_of(t_plain *f);

/* Out, in-out and result */
typedef int (*t_divider)(void *data, int a, int b, int *quotient, int *remainder);
typedef void (*t_bumper)(void *data, int *value);
typedef int (*t_namer)(void *data, int id, char *name, size_t size);
typedef const char *(*t_lender)(void *data, int id);
typedef char *(*t_giver)(void *data, int id);
typedef int (*t_setter)(void *data, int id, char **name);
typedef const wchar_t *(*t_wide)(void *data, const wchar_t *text);
int t_divide(t_divider divide, void *data, int a, int b, int *quotient, int *remainder);
int t_bump(t_bumper bump, void *data, int value);
int t_name(t_namer name, void *data, int id, char *text, size_t size);
int t_lend(t_lender lend, void *data, char *text, size_t size);
int t_give(t_giver give, void *data, char *text, size_t size);
int t_set(t_setter set, void *data, char *text, size_t size);
int t_wide_length(t_wide wide, void *data);

/* Arrays and records */
typedef struct { int x, y; } t_point;
typedef long (*t_summer)(void *data, const int *values, int n);
typedef void (*t_doubler)(void *data, int *values, int n);
typedef void (*t_filler)(void *data, unsigned char *bytes, size_t n);
typedef size_t (*t_reader)(void *data, char *buffer, size_t size);
typedef int (*t_taker)(void *data, int *values, int room, int *n);
typedef double (*t_weigher)(void *data, const t_point *point);
typedef void (*t_mover)(void *data, t_point *point);
typedef void (*t_maker)(void *data, t_point *point);
typedef t_point (*t_valuer)(void *data, t_point point);
typedef int (*t_joiner)(void *data, const char *const *names, int n);
long t_sum(t_summer sum, void *data, int n);
int t_double(t_doubler twice, void *data, int *values, int n);
int t_fill(t_filler fill, void *data, unsigned char *bytes, size_t n);
long t_read_all(t_reader read, void *data, char *into, size_t size);
int t_take(t_taker take, void *data, int *values, int room, int *n);
double t_weigh(t_weigher weigh, void *data, int x, int y);
int t_move(t_mover move, void *data, t_point *point);
int t_make(t_maker make, void *data, t_point *point);
t_point t_value(t_valuer value, void *data, t_point point);
int t_join(t_joiner join, void *data);

/* Read-only memory */
int t_read_only(t_visitor visit, t_summer sum, void *data);

/* Scopes */
typedef void (*t_done)(void *data);
void t_register(t_visitor visit, void *data, t_done done);
int t_registered(const char *name);
void t_unregister(void);
int t_late(const char *name);
void t_later(t_plain *f);
int t_now(int x, int y);
void t_soon(t_visitor once, void *data);
int t_fire(const char *name);
typedef struct t_hub t_hub;
t_hub *t_hub_new(void);
void t_hub_close(t_hub *hub);
void t_hub_on_close(t_hub *hub, t_visitor visit, void *data);
int t_hub_merge(t_hub *hub, t_hub *other, t_visitor visit, void *data);
int t_hub_on_event(t_hub *hub, t_visitor visit, void *data, int fails);
int t_hub_event(t_hub *hub, const char *name);
void t_hub_watch(t_hub *hub, t_plain *f);
int t_hub_watched(t_hub *hub, int x, int y);
typedef int (*t_hub_user)(t_hub *hub, void *data);
int t_hub_with(t_hub *hub, t_hub_user use, void *data);
t_hub *t_hub_other(t_hub *hub);
typedef int (*t_optional)(void *data, int *first, int *second);
int t_optionally(t_optional f, void *data, int both);

/* Threads and errors */
int t_in_thread(t_visitor visit, void *data);
int t_in_threads(t_visitor visit, void *data, int threads);
int t_in_thread_later(t_plain *f);
void t_beside(t_plain *f, t_plain *other, int times);
int t_beside_sum(void);
int t_failing(t_visitor visit, void *data);
int t_sets_errno(t_visitor visit, void *data, int number);
int t_two(t_visitor first, t_visitor second, void *data, void *more);

/* Function pointers of C's */
t_plain *t_adder(void);
t_plain *t_no_function(void);
void t_get_adder(t_mapper *f);
t_plain *t_same(t_plain *f);
typedef int (*t_calls)(void *data, t_plain *f);
int t_with_function(t_calls use, void *data);

/* What is left after an exception; another convention */
typedef void (*t_reporter)(void *data, int status, int first, int second);
int t_outs_of(t_divider divide, void *data, t_reporter report, void *more);
int t_divide_into_nothing(t_divider divide, void *data);
#if defined(__x86_64__)
#define T_MS __attribute__((ms_abi))
#else
#define T_MS
#endif
typedef int (T_MS *t_ms)(int x, int y);
int t_apply_ms(t_ms f, int x, int y);
t_ms t_ms_adder(void);

/* Odd moments */
int t_use_and_destroy(t_visitor visit, void *data, t_done done);
char *t_noisy_text(void);
void t_noisy_free(char *text);
void t_fill_nothing(t_filler fill, void *data);
long t_read_into_nothing(t_reader read, void *data);

/* Speed */
long t_many(t_plain *f, int times);
long t_many_data(t_visitor f, void *data, int times);

typedef void (*t_walker)(void *walk, void *data, int x);
int t_walk(t_walker visit, void *data, int steps);
void t_stop_walk(void *walk);

#endif
