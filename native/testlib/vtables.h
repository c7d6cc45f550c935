/* Structures of function pointers: C that calls through them, copies them, replaces what is in them, and gives its own. */
#ifndef TESTLIB_VTABLES_H
#define TESTLIB_VTABLES_H

#include <stddef.h>
#include <stdint.h>

#include "testlib_alloc.h"

/* Every kind of signature */
typedef struct { int x, y; } t_spot;
typedef struct t_engine t_engine;
typedef int (*t_binary)(int x, int y);
typedef struct t_ops {
    int (*add)(void *data, int x, int y);
    double (*scale)(double value);
    const char *(*name)(int id);
    long (*total)(const int *values, int n);
    size_t (*fill)(char *buffer, size_t size);
    int (*place)(const t_spot *from, t_spot *to);
    int (*use)(t_engine *engine, const char *what);
    int (*divide)(int a, int b, int *quotient, int *remainder);
    void (*note)(const char *text);
    t_binary plain;
    void *data;
    int version;
} t_ops;
int t_ops_add(const t_ops *ops, int x, int y);
double t_ops_scale(const t_ops *ops, double value);
int t_ops_name(const t_ops *ops, int id, char *text, size_t size);
long t_ops_total(const t_ops *ops, int n);
long t_ops_fill(const t_ops *ops, char *text, size_t size);
int t_ops_place(const t_ops *ops, t_spot *spot);
int t_ops_use(const t_ops *ops, t_engine *engine, const char *what);
int t_ops_divide(const t_ops *ops, int a, int b, int *quotient, int *remainder);
void t_ops_note(const t_ops *ops, const char *text);
int t_ops_plain(const t_ops *ops, int x, int y);
int t_ops_by_value(t_ops ops, int x, int y);
int t_ops_in_thread(const t_ops *ops, int x, int y);
int t_ops_times(const t_ops *ops, int times);
t_engine *t_engine_new(void);
void t_engine_close(t_engine *engine);
int t_engine_uses(t_engine *engine);

/* Small ones, in arrays and in one another */
typedef struct t_pair { t_binary first, second; } t_pair;
typedef struct t_nest { t_pair pair; t_pair pairs[2]; t_binary alone; int tag; } t_nest;
typedef struct t_table { t_binary all[4]; int n; } t_table;
int t_pairs_sum(const t_pair *pairs, size_t n, int x, int y);
int t_nest_sum(const t_nest *nest, int x, int y);
int t_table_sum(const t_table *table, int x, int y);
void t_pairs_swap(t_pair *pairs, size_t n);
const void *t_pair_address(const t_pair *pair);

/* C keeps a copy, or the address */
void t_pair_keep(const t_pair *pair);
int t_pair_kept(int x, int y);
void t_pair_get(t_pair *pair);
t_pair t_pair_same(t_pair pair);
void t_engine_watch(t_engine *engine, const t_pair *pair);
int t_engine_event(t_engine *engine, int x, int y);
int t_engine_event_in_thread(t_engine *engine, int x, int y);

t_pair *t_engine_pairs(t_engine *engine);
int t_engine_pairs_sum(t_engine *engine, int x, int y);

/* C's own functions */
int t_plus(int x, int y);
void t_pair_native(t_pair *pair);
void t_pair_hook(t_pair *pair);
void t_pair_unhook(t_pair *pair);
void t_pair_forward(const t_pair *from, t_pair *to);
t_pair *t_pair_shared(void);

/* Functions that make and take records in callbacks */
typedef struct t_factory { void (*make)(t_pair *pair); int (*take)(const t_pair *pair, int x); } t_factory;
int t_factory_run(const t_factory *factory, int x, int y);

/* A record that is not blittable, and one that says which function it holds */
typedef struct t_plugin { const char *name; t_binary run; t_pair pair; } t_plugin;
int t_plugin_run(const t_plugin *plugin, int x, int y, char *text, size_t size);
void t_plugin_update(t_plugin *plugin);
typedef struct t_choice { int kind; union { t_binary two; int (*one)(int x); int number; } u; } t_choice;
int t_choice_run(const t_choice *choice, int x);
typedef union t_either { t_binary two; int (*one)(int x); } t_either;
int t_either_run(const t_either *either, int x);

#endif
