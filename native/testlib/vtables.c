#define _GNU_SOURCE
#define TESTLIB_ALLOC_IMPLEMENTATION
#include "vtables.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>

struct t_engine { const t_pair *watched; int uses; t_pair pairs[3]; };

int t_ops_add(const t_ops *ops, int x, int y) { return ops->add != NULL ? ops->add(ops->data, x, y) : -99; }
double t_ops_scale(const t_ops *ops, double value) { return ops->scale(value); }

int t_ops_name(const t_ops *ops, int id, char *text, size_t size)
{
    const char *name = ops->name(id);
    snprintf(text, size, "%s", name != NULL ? name : "NULL");
    return name != NULL;
}

long t_ops_total(const t_ops *ops, int n)
{
    int values[16];
    for (int i = 0; i < 16; i++)
        values[i] = i + 1;
    return ops->total(values, n);
}

long t_ops_fill(const t_ops *ops, char *text, size_t size) { return (long)ops->fill(text, size); }

int t_ops_place(const t_ops *ops, t_spot *spot)
{
    t_spot from = {1, 2};
    return ops->place(&from, spot);
}

int t_ops_use(const t_ops *ops, t_engine *engine, const char *what) { return ops->use(engine, what); }

int t_ops_divide(const t_ops *ops, int a, int b, int *quotient, int *remainder)
{
    *quotient = *remainder = -1;
    return ops->divide(a, b, quotient, remainder);
}

void t_ops_note(const t_ops *ops, const char *text) { ops->note(text); }
int t_ops_plain(const t_ops *ops, int x, int y) { return ops->plain(x, y); }
int t_ops_by_value(t_ops ops, int x, int y) { return ops.add(ops.data, x, y); }

struct work { int (*call)(const void *of, int x, int y); const void *of; int x, y, result; };

static void *work(void *data)
{
    struct work *mine = data;
    mine->result = mine->call(mine->of, mine->x, mine->y);
    return NULL;
}

static int in_thread(int (*call)(const void *, int, int), const void *of, int x, int y)
{
    struct work mine = {call, of, x, y, -98};
    pthread_t thread;
    if (pthread_create(&thread, NULL, work, &mine) != 0)
        return -97;
    pthread_join(thread, NULL);
    return mine.result;
}

static int add_of(const void *ops, int x, int y) { return t_ops_add(ops, x, y); }
int t_ops_in_thread(const t_ops *ops, int x, int y) { return in_thread(add_of, ops, x, y); }

int t_ops_times(const t_ops *ops, int times)
{
    int sum = 0;
    for (int i = 0; i < times; i++)
        sum += ops->plain(i, 1);
    return sum;
}

t_engine *t_engine_new(void)
{
    t_engine *engine = t_malloc(sizeof *engine);
    if (engine != NULL)
        *engine = (t_engine){NULL, 0, {{NULL, NULL}}};
    return engine;
}

void t_engine_close(t_engine *engine) { t_free(engine); }
int t_engine_uses(t_engine *engine) { return ++engine->uses; }

int t_pairs_sum(const t_pair *pairs, size_t n, int x, int y)
{
    int sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += (pairs[i].first ? pairs[i].first(x, y) : 0) + (pairs[i].second ? pairs[i].second(x, y) : 0);
    return sum;
}

int t_nest_sum(const t_nest *nest, int x, int y)
{
    return t_pairs_sum(&nest->pair, 1, x, y) + t_pairs_sum(nest->pairs, 2, x, y) + (nest->alone ? nest->alone(x, y) : 0);
}

int t_table_sum(const t_table *table, int x, int y)
{
    int sum = 0;
    for (int i = 0; i < table->n; i++)
        sum += table->all[i] ? table->all[i](x, y) : 0;
    return sum;
}

void t_pairs_swap(t_pair *pairs, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        t_binary first = pairs[i].first;
        pairs[i].first = pairs[i].second;
        pairs[i].second = first;
    }
}

const void *t_pair_address(const t_pair *pair) { return pair; }

static t_pair kept;
void t_pair_keep(const t_pair *pair) { kept = *pair; }
int t_pair_kept(int x, int y) { return t_pairs_sum(&kept, 1, x, y); }
void t_pair_get(t_pair *pair) { *pair = kept; }
t_pair t_pair_same(t_pair pair) { return pair; }
void t_engine_watch(t_engine *engine, const t_pair *pair) { engine->watched = pair; }
int t_engine_event(t_engine *engine, int x, int y) { return engine->watched ? t_pairs_sum(engine->watched, 1, x, y) : -96; }
static int event_of(const void *engine, int x, int y) { return t_engine_event((t_engine *)(uintptr_t)engine, x, y); }
int t_engine_event_in_thread(t_engine *engine, int x, int y) { return in_thread(event_of, engine, x, y); }

t_pair *t_engine_pairs(t_engine *engine) { return engine->pairs; }
int t_engine_pairs_sum(t_engine *engine, int x, int y) { return t_pairs_sum(engine->pairs, 3, x, y); }

int t_plus(int x, int y) { return x + y; }
static int minus(int x, int y) { return x - y; }
void t_pair_native(t_pair *pair) { *pair = (t_pair){t_plus, minus}; }
static t_binary hooked;
static int hook(int x, int y) { return 1000 + (hooked ? hooked(x, y) : 0); }

void t_pair_hook(t_pair *pair)
{
    hooked = pair->first;
    pair->first = hook;
}

void t_pair_unhook(t_pair *pair)
{
    pair->first = hooked;
    hooked = NULL;
}

void t_pair_forward(const t_pair *from, t_pair *to) { *to = *from; }
static t_pair shared = {t_plus, NULL};
t_pair *t_pair_shared(void) { return &shared; }

int t_factory_run(const t_factory *factory, int x, int y)
{
    t_pair made = {NULL, NULL};
    factory->make(&made);
    return t_pairs_sum(&made, 1, x, y) + 1000 * (factory->take ? factory->take(&made, x) : 0);
}

int t_plugin_run(const t_plugin *plugin, int x, int y, char *text, size_t size)
{
    snprintf(text, size, "%s", plugin->name != NULL ? plugin->name : "NULL");
    return (plugin->run ? plugin->run(x, y) : 0) + t_pairs_sum(&plugin->pair, 1, x, y);
}

void t_plugin_update(t_plugin *plugin) { plugin->run = t_plus; }
int t_choice_run(const t_choice *choice, int x)
{
    return choice->kind == 2 ? choice->u.two(x, 1) : choice->kind == 1 ? choice->u.one(x) : choice->u.number;
}
int t_either_run(const t_either *either, int x) { return either->two(x, 1); }
