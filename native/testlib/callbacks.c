#define _GNU_SOURCE
#define TESTLIB_ALLOC_IMPLEMENTATION
#include "callbacks.h"

#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

static const char *const names[] = {"one", "two", "drei \xc3\xa4"};

int t_each(t_visitor visit, void *data)
{
    for (int i = 0; i < 3; i++) {
        int result = visit(data, names[i]);
        if (result != 0)
            return result;
    }
    return 0;
}

int t_each_held(t_visitor visit, void *data) { return t_each(visit, data); }
int t_apply(t_plain *f, int x, int y) { return f(x, y); }
int t_apply_twice(t_plain *f, t_plain *g, int x) { return f(x, 1) * 1000 + g(x, 2) + (f == g ? 1000000 : 0); }
int t_apply_or(t_plain *f, int otherwise) { return f != NULL ? f(1, 2) : otherwise; }

void t_run(t_void f, int times)
{
    for (int i = 0; i < times; i++)
        f();
}

double t_map(t_mapper f, double x, void *data) { return f(x, data); }
int t_in_place(int (*f)(void *data, int x), void *data, int x) { return f(data, x); }
const void *t_address_of(t_plain *f) { return (const void *)(uintptr_t)f; }

int t_divide(t_divider divide, void *data, int a, int b, int *quotient, int *remainder)
{
    *quotient = -1;
    *remainder = -1;
    return divide(data, a, b, quotient, remainder);
}

int t_bump(t_bumper bump, void *data, int value)
{
    bump(data, &value);
    return value;
}

int t_name(t_namer name, void *data, int id, char *text, size_t size)
{
    char room[8] = "before";
    int result = name(data, id, room, sizeof room);
    snprintf(text, size, "%s", room);
    return result;
}

int t_lend(t_lender lend, void *data, char *text, size_t size)
{
    const char *first = lend(data, 1), *second = lend(data, 2);
    snprintf(text, size, "%s,%s", first != NULL ? first : "NULL", second != NULL ? second : "NULL");
    return 0;
}

int t_give(t_giver give, void *data, char *text, size_t size)
{
    char *given = give(data, 1);
    snprintf(text, size, "%s", given != NULL ? given : "NULL");
    t_free(given);
    return given != NULL;
}

int t_set(t_setter set, void *data, char *text, size_t size)
{
    char *given = (char *)"before";
    int result = set(data, 1, &given);
    snprintf(text, size, "%s", given != NULL ? given : "NULL");
    t_free(given);
    return result;
}

int t_wide_length(t_wide wide, void *data)
{
    const wchar_t *text = wide(data, L"w\u00e4\U0001f600");
    return text != NULL ? (int)wcslen(text) : -1;
}

long t_sum(t_summer sum, void *data, int n)
{
    int values[16];
    for (int i = 0; i < 16; i++)
        values[i] = i + 1;
    return sum(data, values, n);
}

int t_double(t_doubler twice, void *data, int *values, int n)
{
    twice(data, values, n);
    return 0;
}

int t_fill(t_filler fill, void *data, unsigned char *bytes, size_t n)
{
    fill(data, bytes, n);
    return 0;
}

long t_read_all(t_reader read, void *data, char *into, size_t size)
{
    size_t total = 0;
    for (;;) {
        char buffer[4];
        size_t got = read(data, buffer, sizeof buffer);
        if (got == 0)
            return (long)total;
        if (got > sizeof buffer)
            return -1;
        for (size_t i = 0; i < got && total < size; i++)
            into[total++] = buffer[i];
    }
}

int t_take(t_taker take, void *data, int *values, int room, int *n)
{
    *n = -1;
    return take(data, values, room, n);
}

double t_weigh(t_weigher weigh, void *data, int x, int y)
{
    t_point point = {x, y};
    double weight = weigh(data, &point);
    return point.x == x && point.y == y ? weight : -1;
}

int t_move(t_mover move, void *data, t_point *point)
{
    move(data, point);
    return 0;
}

int t_make(t_maker make, void *data, t_point *point)
{
    point->x = point->y = -1;
    make(data, point);
    return 0;
}

t_point t_value(t_valuer value, void *data, t_point point) { return value(data, point); }
int t_join(t_joiner join, void *data) { return join(data, names, 3); }

int t_read_only(t_visitor visit, t_summer sum, void *data)
{
    size_t size = (size_t)sysconf(_SC_PAGESIZE);
    char *page = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    int result;
    if (page == MAP_FAILED)
        return -1;
    snprintf(page, size, "read only");
    ((int *)(void *)page)[16] = 7;
    mprotect(page, size, PROT_READ);
    result = visit(data, page) + (int)sum(data, (int *)(void *)page + 16, 1);
    munmap(page, size);
    return result;
}

static t_visitor registered, once;
static void *registered_data, *once_data;
static t_done registered_done;
static t_plain *later;

void t_register(t_visitor visit, void *data, t_done done)
{
    t_unregister();
    registered = visit;
    registered_data = data;
    registered_done = done;
}

int t_registered(const char *name) { return registered != NULL ? registered(registered_data, name) : -100; }

void t_unregister(void)
{
    t_done done = registered_done;
    registered = NULL;
    registered_done = NULL;
    if (done != NULL)
        done(registered_data);
}

static _Thread_local t_visitor kept;
static _Thread_local void *kept_data;

int t_late(const char *name) { return kept != NULL ? kept(kept_data, name) : -100; }
void t_later(t_plain *f) { later = f; }
int t_now(int x, int y) { return later != NULL ? later(x, y) : -100; }

void t_soon(t_visitor visit, void *data)
{
    once = visit;
    once_data = data;
}

int t_fire(const char *name) { return once != NULL ? once(once_data, name) : -100; }

struct t_hub {
    t_visitor visit;
    void *data;
    t_plain *watch;
    t_visitor leaving;
    void *leaving_data;
};

t_hub *t_hub_new(void)
{
    t_hub *hub = t_malloc(sizeof *hub);
    if (hub != NULL)
        *hub = (t_hub){0};
    return hub;
}

void t_hub_close(t_hub *hub)
{
    if (hub->leaving != NULL)
        hub->leaving(hub->leaving_data, "closing");
    t_free(hub);
}

void t_hub_on_close(t_hub *hub, t_visitor visit, void *data)
{
    hub->leaving = visit;
    hub->leaving_data = data;
}

/* Takes the other one over, whatever `visit` says below 1. */
int t_hub_merge(t_hub *hub, t_hub *other, t_visitor visit, void *data)
{
    (void)hub;
    if (visit(data, "merging") > 0)
        return -1;
    t_hub_close(other);
    return 0;
}

int t_hub_on_event(t_hub *hub, t_visitor visit, void *data, int fails)
{
    if (fails)
        return -1;
    hub->visit = visit;
    hub->data = data;
    return 0;
}

int t_hub_event(t_hub *hub, const char *name) { return hub->visit != NULL ? hub->visit(hub->data, name) : -100; }
void t_hub_watch(t_hub *hub, t_plain *f) { hub->watch = f; }
int t_hub_watched(t_hub *hub, int x, int y) { return hub->watch != NULL ? hub->watch(x, y) : -100; }
int t_hub_with(t_hub *hub, t_hub_user use, void *data) { return use(hub, data); }

/* Another one, which needs this one. */
t_hub *t_hub_other(t_hub *hub)
{
    (void)hub;
    return t_hub_new();
}

int t_optionally(t_optional f, void *data, int both)
{
    int first = -5, second = -5;
    int result = f(data, &first, both ? &second : NULL);
    return result + 10 * first + 100 * second;
}

struct job {
    t_visitor visit;
    void *data;
    t_plain *plain;
    int result;
};

static void *work(void *argument)
{
    struct job *job = argument;
    job->result = job->plain != NULL ? job->plain(1, 2) : t_each(job->visit, job->data);
    return NULL;
}

int t_in_thread(t_visitor visit, void *data) { return t_in_threads(visit, data, 1); }

int t_in_threads(t_visitor visit, void *data, int threads)
{
    pthread_t ids[64];
    struct job jobs[64];
    int result = 0;
    kept = visit;
    kept_data = data;
    for (int i = 0; i < threads && i < 64; i++) {
        jobs[i] = (struct job){visit, data, NULL, 0};
        pthread_create(&ids[i], NULL, work, &jobs[i]);
    }
    for (int i = 0; i < threads && i < 64; i++) {
        pthread_join(ids[i], NULL);
        result += jobs[i].result;
    }
    return result;
}

int t_in_thread_later(t_plain *f)
{
    pthread_t id;
    struct job job = {NULL, NULL, f != NULL ? f : later, 0};
    pthread_create(&id, NULL, work, &job);
    pthread_join(id, NULL);
    return job.result;
}

/* A thread that calls `other` while this one is busy, and calls `f` now and then; t_beside_sum waits for it. */
static struct {
    pthread_t id;
    t_plain *other;
    int times, sum;
} beside;

static void *call_beside(void *unused)
{
    (void)unused;
    for (int i = 0; i < beside.times; i++)
        beside.sum += beside.other(i, 1);
    return NULL;
}

void t_beside(t_plain *f, t_plain *other, int times)
{
    beside.other = other;
    beside.times = times;
    beside.sum = 0;
    pthread_create(&beside.id, NULL, call_beside, NULL);
    for (int i = 0; i < times; i++) {
        usleep(300);
        f(i, 0);
    }
}

int t_beside_sum(void)
{
    pthread_join(beside.id, NULL);
    return beside.sum;
}

int t_failing(t_visitor visit, void *data)
{
    int failures = 0;
    for (int i = 0; i < 3; i++)
        failures += visit(data, names[i]) == -1;
    return failures > 0 ? -failures : 0;
}

int t_sets_errno(t_visitor visit, void *data, int number)
{
    errno = number;
    visit(data, "first");
    if (errno != number)
        return 1;
    return -1;
}

int t_two(t_visitor first, t_visitor second, void *data, void *more)
{
    return first(data, "first") + second(more, "second");
}

static int add(int x, int y) { return x + y; }
static double half(double x, void *data) { return data != NULL ? -1 : x / 2; }

t_plain *t_adder(void) { return add; }
t_plain *t_no_function(void) { return NULL; }
void t_get_adder(t_mapper *f) { *f = half; }
t_plain *t_same(t_plain *f) { return f; }
int t_with_function(t_calls use, void *data) { return use(data, add); }

long t_many(t_plain *f, int times)
{
    long total = 0;
    for (int i = 0; i < times; i++)
        total += f(i, 1);
    return total;
}

long t_many_data(t_visitor f, void *data, int times)
{
    long total = 0;
    for (int i = 0; i < times; i++)
        total += f(data, "name");
    return total;
}

int t_outs_of(t_divider divide, void *data, t_reporter report, void *more)
{
    int quotient = -5, remainder = -5;
    int result = divide(data, 7, 0, &quotient, &remainder);
    report(more, result, quotient, remainder);
    return result;
}

int t_divide_into_nothing(t_divider divide, void *data)
{
    int remainder;
    return divide(data, 7, 1, NULL, &remainder);
}

int t_apply_ms(t_ms f, int x, int y) { return f(x, y); }
static int T_MS ms_add(int x, int y) { return x + y; }
t_ms t_ms_adder(void) { return ms_add; }

int t_use_and_destroy(t_visitor visit, void *data, t_done done)
{
    int result = visit(data, "used");
    done(data);
    return result;
}

char *t_noisy_text(void)
{
    char *text = t_malloc(3);
    if (text != NULL) {
        text[0] = text[1] = (char)0xff;
        text[2] = 0;
    }
    return text;
}

void t_noisy_free(char *text)
{
    t_registered("freed");
    t_free(text);
}

void t_fill_nothing(t_filler fill, void *data) { fill(data, NULL, 3); }
long t_read_into_nothing(t_reader read, void *data) { return (long)read(data, NULL, 4); }

int t_walk(t_walker visit, void *data, int steps)
{
    int stopped = 0, x = 0;
    while (x < steps && !stopped)
        visit(&stopped, data, x++);
    return x;
}

void t_stop_walk(void *walk) { *(int *)walk = 1; }
