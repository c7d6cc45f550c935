#define TESTLIB_ALLOC_IMPLEMENTATION
#include "handed.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <wchar.h>

static int left = -1;

int t_left(void)
{
    int before = left;
    left = -1;
    return before;
}

/* What no callback may leave in an out. */
#define BEFORE ((void *)(uintptr_t)64)

static char *copied(const char *text)
{
    char *copy = t_malloc(strlen(text) + 1);
    if (copy != NULL)
        strcpy(copy, text);
    return copy;
}

static long sum_of(int *values, size_t n)
{
    long sum = 0;
    for (size_t i = 0; values != NULL && i < n; i++)
        sum += values[i];
    return values != NULL ? sum : -1;
}

long t_add_up(t_numbers make, void *data, int from)
{
    size_t n = 77;
    int *values = make(data, from, &n);
    long sum = sum_of(values, n);
    left = (values == NULL && n != 0);
    t_free(values);
    return sum;
}

struct job {
    t_numbers make;
    void *data;
    long sum;
};

static void *add_up(void *argument)
{
    struct job *job = argument;
    for (int i = 0; i < 50; i++)
        job->sum += t_add_up(job->make, job->data, i);
    return NULL;
}

long t_add_up_in_threads(t_numbers make, void *data, int threads)
{
    pthread_t ids[16];
    struct job jobs[16];
    long sum = 0;
    for (int i = 0; i < threads && i < 16; i++) {
        jobs[i] = (struct job){make, data, 0};
        pthread_create(&ids[i], NULL, add_up, &jobs[i]);
    }
    for (int i = 0; i < threads && i < 16; i++) {
        pthread_join(ids[i], NULL);
        sum += jobs[i].sum;
    }
    return sum;
}

double t_list(t_lister list, void *data)
{
    double *values = BEFORE, sum = 0;
    int8_t n = 77;
    int status = list(data, &values, &n);
    left = (values != NULL) + (n != 0);
    for (int i = 0; status == 0 && i < n; i++)
        sum += values[i];
    t_free(values);
    return status == 0 ? sum : -1;
}

long t_load(t_loader load, void *data, const char *name)
{
    uint8_t n = 77;
    unsigned char *bytes = load(data, name, &n);
    long sum = 0;
    for (int i = 0; bytes != NULL && i < n; i++)
        sum += bytes[i];
    left = (bytes == NULL && n != 0);
    sum = bytes != NULL ? sum : -1;
    t_free(bytes);
    return sum;
}

long t_end(t_ender end, void *data)
{
    int *values = end(data);
    long sum = 0;
    for (int i = 0; values != NULL && values[i] != 0; i++)
        sum += values[i];
    sum = values != NULL ? sum : -1;
    t_free(values);
    return sum;
}

long t_expect(t_exact make, void *data, int n)
{
    int64_t *values = make(data, n);
    long sum = 0;
    for (int i = 0; values != NULL && i < n; i++)
        sum += (long)values[i];
    sum = values != NULL ? sum : -1;
    t_free(values);
    return sum;
}

long t_bytes(t_byter make, void *data)
{
    uint16_t *values = BEFORE;
    int n = 77, status = make(data, &values, &n);
    long sum = 0;
    left = (values != NULL) + (n != 0);
    for (int i = 0; status == 0 && i < n / (int)sizeof *values; i++)
        sum += values[i];
    t_free(values);
    return status == 0 ? sum * 1000 + n : -1;
}

double t_pair(t_pairs make, void *data)
{
    int *keys = BEFORE, n = 77;
    double *values = BEFORE, sum = 0;
    int status = make(data, &keys, &values, &n);
    left = (keys != NULL) + (values != NULL) + (n != 0);
    for (int i = 0; status == 0 && i < n; i++)
        sum += keys[i] * values[i];
    t_free(keys);
    t_free(values);
    return status == 0 ? sum : -1;
}

long t_count(t_counter make, void *data)
{
    int *values = BEFORE, n = make(data, &values);
    long sum = n >= 0 ? sum_of(values, (size_t)n) : -1;
    left = values != NULL;
    t_free(values);
    return sum;
}

long t_change(t_changer change, void *data, int n)
{
    int *values = t_malloc((size_t)n * sizeof *values + 1), status;
    long sum;
    if (values == NULL)
        return -2;
    for (int i = 0; i < n; i++)
        values[i] = i + 1;
    status = change(data, &values, &n);
    sum = sum_of(values, (size_t)n);
    t_free(values);
    return status == 0 ? sum : -1 - sum;
}

long t_peek(t_peeker peek, void *data, int n)
{
    int values[] = {1, 2, 3, 4}, *pointer = values;
    return peek(data, n < 0 ? NULL : &pointer, n);
}

/* --- Texts */

static int add(char *into, size_t size, const char *text, int first)
{
    size_t used = strlen(into);
    snprintf(into + used, size - used, "%s%s", first ? "" : "|", text != NULL ? text : "NULL");
    return 1;
}

int t_complete(t_completer complete, void *data, const char *text, char *into, size_t size)
{
    char **found = complete(data, text, 1, 2);
    int n = 0;
    into[0] = 0;
    for (; found != NULL && found[n] != NULL; n++) {
        add(into, size, found[n], n == 0);
        t_free(found[n]);
    }
    t_free(found);
    return found != NULL ? n : -1;
}

int t_names(t_namer name, void *data, char *into, size_t size)
{
    char **names = BEFORE;
    int n = 77, status = name(data, &names, &n);
    left = (names != NULL) + (n != 0);
    into[0] = 0;
    for (int i = 0; status == 0 && i < n; i++) {
        add(into, size, names[i], i == 0);
        t_free(names[i]);
    }
    t_free(names);
    return status == 0 ? n : -1;
}

/* How many of `room` are not NULL. */
static int kept(char **names, int n)
{
    int count = 0;
    for (int i = 0; i < n; i++)
        count += names[i] != NULL;
    return count;
}

static void start(char **room, int n)
{
    for (int i = 0; i < n; i++)
        room[i] = BEFORE;
}

static int finish(int status, char **room, int n, char *into, size_t size)
{
    left = kept(room, n);
    into[0] = 0;
    for (int i = 0; status == 0 && i < n; i++) {
        add(into, size, room[i], i == 0);
        t_free(room[i]);
    }
    return status;
}

int t_fill(t_filler fill, void *data, int n, char *into, size_t size)
{
    char *room[8];
    start(room, 8);
    return finish(fill(data, room, n), room, n < 0 ? 0 : n, into, size);
}

int t_fill_some(t_some fill, void *data, int n, char *into, size_t size)
{
    char *room[8];
    int used = 77, status;
    start(room, 8);
    status = fill(data, room, n, &used);
    finish(status, room, status == 0 ? used : n, into, size);
    left += status != 0 && used != 0;
    return status == 0 ? used : status;
}

int t_fill_ended(t_ended fill, void *data, int n, char *into, size_t size)
{
    char *room[8];
    int used = 0, status;
    start(room, 8);
    status = fill(data, room, n);
    while (status == 0 && room[used] != NULL)
        used++;
    finish(status, room, status == 0 ? used : n, into, size);
    return status == 0 ? used : status;
}

int t_fill_wide(t_wides fill, void *data, int n, char *into, size_t size)
{
    wchar_t *room[8];
    int status = fill(data, room, n);
    size_t units = 0;
    for (int i = 0; status == 0 && i < n; i++) {
        units += wcslen(room[i]);
        t_free(room[i]);
    }
    snprintf(into, size, "%zu", units);
    return status;
}

int t_rename(t_renamer rename, void *data, int n, char *into, size_t size)
{
    static const char *const names[] = {"one", "two", "three", "four"};
    char *room[4];
    for (int i = 0; i < n; i++)
        room[i] = i == 3 ? NULL : copied(names[i]);
    rename(data, room, n);
    return finish(0, room, n, into, size);
}

int t_shrink(t_shrinker shrink, void *data, int n, char *into, size_t size)
{
    static const char *const names[] = {"one", "two", "three", "four"};
    char *room[5] = {NULL};
    int used = 0;
    for (int i = 0; i < n; i++)
        room[i] = copied(names[i]);
    shrink(data, room);
    while (room[used] != NULL)
        used++;
    return finish(0, room, used, into, size) == 0 ? used : -1;
}

int t_replace(t_replacer replace, void *data, int n, char *into, size_t size)
{
    char **names = t_malloc(((size_t)n + 1) * sizeof *names);
    if (names == NULL)
        return -2;
    for (int i = 0; i < n; i++)
        names[i] = copied(i % 2 == 0 ? "even" : "odd");
    replace(data, &names, &n);
    finish(0, names, n, into, size);
    t_free(names);
    return n;
}

/* Whether what is lent at once stays apart: the length of the first of three texts, if the last begins otherwise. */
static t_three_lent lending;
static void *lending_data;
static int lent;

static void *lend_three(void *unused)
{
    const char *second = NULL, *third = NULL, *first = lending(lending_data, &second, &third);
    (void)unused;
    lent = first != NULL && third != NULL && first[0] != third[0] ? (int)strlen(first) : -1;
    return NULL;
}

void t_lend_later(t_three_lent lend, void *data)
{
    lending = lend;
    lending_data = data;
}

int t_lend_three(t_three_lent lend, void *data, int in_thread)
{
    t_lend_later(lend, data);
    return in_thread ? t_lent_later() : (lend_three(NULL), lent);
}

int t_lent_later(void)
{
    pthread_t id;
    pthread_create(&id, NULL, lend_three, NULL);
    pthread_join(id, NULL);
    return lent;
}

/* --- Records */

static void leave(t_entry *entries, int n, char *into, size_t size)
{
    char text[64];
    into[0] = 0;
    for (int i = 0; i < n; i++) {
        snprintf(text, sizeof text, "%s=%d", entries[i].name != NULL ? entries[i].name : "NULL", entries[i].value);
        add(into, size, text, i == 0);
        t_free(entries[i].name);
    }
}

int t_enter(t_entries make, void *data, char *into, size_t size)
{
    t_entry *entries = BEFORE;
    int n = 77, status = make(data, &entries, &n);
    left = (entries != NULL) + (n != 0);
    leave(entries, status == 0 ? n : 0, into, size);
    t_free(entries);
    return status;
}

int t_enter_room(t_entry_room make, void *data, int n, char *into, size_t size)
{
    t_entry room[8];
    int status;
    for (int i = 0; i < 8; i++)
        room[i] = (t_entry){BEFORE, 77};
    status = make(data, room, n);
    left = 0;
    for (int i = 0; i < n; i++)
        left += (room[i].name != NULL) + (room[i].value != 0);
    leave(room, status == 0 ? n : 0, into, size);
    return status;
}

int t_enter_one(t_one make, void *data, int id, char *into, size_t size)
{
    t_entry *entry = make(data, id);
    leave(entry, entry != NULL, into, size);
    t_free(entry);
    return entry != NULL;
}

int t_enter_other(t_other change, void *data, char *into, size_t size)
{
    t_entry *entry = t_malloc(sizeof *entry);
    if (entry == NULL)
        return -2;
    *entry = (t_entry){copied("first"), 1};
    change(data, &entry);
    leave(entry, entry != NULL, into, size);
    t_free(entry);
    return 0;
}

int t_enter_again(t_entry_changer change, void *data, int n, char *into, size_t size)
{
    t_entry *entries = t_malloc((size_t)n * sizeof *entries + 1);
    if (entries == NULL)
        return -2;
    for (int i = 0; i < n; i++)
        entries[i] = (t_entry){copied(i % 2 == 0 ? "even" : "odd"), i};
    change(data, &entries, &n);
    leave(entries, n, into, size);
    t_free(entries);
    return n;
}

int t_revise(t_entry_reviser revise, void *data, int n, char *into, size_t size)
{
    t_entry entries[4] = {{NULL, 0}};
    for (int i = 0; i < n; i++)
        entries[i] = (t_entry){copied(i % 2 == 0 ? "even" : "odd"), i};
    revise(data, entries, n);
    leave(entries, n, into, size);
    return n;
}

/* --- Arrays that end with zero */

long t_enlarge(t_enlarger enlarge, void *data, int n)
{
    int values[8] = {0};
    long sum = 0;
    for (int i = 0; i < n; i++)
        values[i] = i + 1;
    enlarge(data, values);
    for (int i = 0; values[i] != 0; i++)
        sum = sum * 10 + values[i];
    return sum;
}

int t_raise(t_upper raise, void *data, char *into, size_t size)
{
    unsigned char bytes[] = "bytes";
    raise(data, bytes);
    snprintf(into, size, "%s", (char *)bytes);
    return 0;
}

long t_fill_up(t_up_to fill, void *data, int n)
{
    short values[8] = {7, 7, 7, 7, 7, 7, 7, 0};
    long sum = 0;
    if (fill(data, values, n) != 0)
        return -1;
    for (int i = 0; values[i] != 0; i++)
        sum = sum * 10 + values[i];
    return sum;
}

/* --- Functions of C's */

static int *counting(void *data, int from, size_t *n)
{
    int *values = t_malloc(3 * sizeof *values);
    (void)data;
    *n = values != NULL ? 3 : 0;
    for (int i = 0; values != NULL && i < 3; i++)
        values[i] = from + i;
    return values;
}

static int listing(void *data, double **values, int8_t *n)
{
    (void)data;
    *values = t_malloc(2 * sizeof **values);
    if (*values == NULL)
        return -1;
    (*values)[0] = 0.5;
    (*values)[1] = 1.5;
    *n = 2;
    return 0;
}

static char **completing(void *data, const char *text, int start_, int end)
{
    char **found = t_malloc(3 * sizeof *found);
    (void)data, (void)start_, (void)end;
    if (found == NULL)
        return NULL;
    found[0] = copied(text);
    found[1] = copied("more");
    found[2] = NULL;
    return found;
}

static int filling(void *data, char **names, int n)
{
    (void)data;
    for (int i = 0; i < n; i++)
        names[i] = copied("name");
    return 0;
}

static int entering(void *data, t_entry **entries, int *n)
{
    (void)data;
    *entries = t_malloc(sizeof **entries);
    if (*entries == NULL)
        return -1;
    **entries = (t_entry){copied("c"), 5};
    *n = 1;
    return 0;
}

static int changing(void *data, int **values, int *n)
{
    (void)data;
    t_free(*values);
    *values = t_malloc(sizeof **values);
    if (*values == NULL)
        return -1;
    **values = 10 * *n;
    *n = 1;
    return 0;
}

t_numbers t_counting(void) { return counting; }
t_lister t_listing(void) { return listing; }
t_completer t_completing(void) { return completing; }
t_filler t_filling(void) { return filling; }
t_entries t_entering(void) { return entering; }
t_changer t_changing(void) { return changing; }

/* --- Values that custom marshallers convert */

t_seconds t_postponed(t_postpone postpone, void *data, t_seconds when, int days) { return postpone(data, when, days); }

int t_ask(t_clock clock, void *data, t_seconds *now)
{
    int status;
    *now = 77;
    status = clock(data, now);
    left = *now != 0;
    return status;
}

int t_delayed(t_delay delay, void *data, t_seconds *when) { return delay(data, when); }
int t_watched(t_watch watch, void *data, int x) { return watch(data, x); }
int t_picked(t_pick pick, void *data, int x) { return pick(data, x); }
int t_turned(t_turn turn, void *data, int *x) { return turn(data, x); }

int t_made(t_make make, void *data, int *first, int *second)
{
    int status;
    *first = *second = 77;
    status = make(data, first, second);
    left = (*first != 0) + (*second != 0);
    return status;
}

long t_timed(t_times times, void *data, int n)
{
    const t_seconds values[] = {0, 86400, 2 * 86400};
    return times(data, values, n);
}

long t_shifted(t_shift shift, void *data, int n)
{
    t_seconds values[] = {0, 86400, 2 * 86400};
    shift(data, values, n);
    return (long)(values[0] + values[1] + values[2]);
}

long t_dated(t_dates dates, void *data)
{
    t_seconds *times = BEFORE;
    int n = 77, status = dates(data, &times, &n);
    long sum = 0;
    left = (times != NULL) + (n != 0);
    for (int i = 0; status == 0 && i < n; i++)
        sum += (long)times[i];
    t_free(times);
    return status == 0 ? sum : -1;
}

long t_spanned(t_spans spans, void *data, int n)
{
    int values[8] = {3, 4, 5, 6};
    long sum = 0;
    if (spans(data, values, n) != 0)
        return -1;
    for (int i = 0; i < n; i++)
        sum = sum * 10 + values[i];
    return sum;
}

int t_flipped(t_flip flip, void *data, unsigned char *id) { return flip(data, id); }
t_guid t_same_id(t_same same, void *data, t_guid id) { return same(data, id); }
int t_met(t_meet meet, void *data, t_meeting *meeting) { return meet(data, meeting); }

int t_found(t_find find, void *data, const char *path, char *into, size_t size)
{
    const char *found = find(data, path);
    snprintf(into, size, "%s", found != NULL ? found : "NULL");
    return found != NULL;
}

int t_joined(t_join join, void *data)
{
    static const char *const paths[] = {"/a", "/b/c"};
    return join(data, paths, 2);
}

int t_maybe_later(t_maybe maybe, void *data, int with)
{
    t_seconds when = 86400;
    maybe(data, with ? &when : NULL);
    return (int)(when / 86400);
}

static t_seconds postponing(void *data, t_seconds when, int days)
{
    (void)data;
    return when + 86400 * (t_seconds)days;
}

static void shifting(void *data, t_seconds *times, int n)
{
    (void)data;
    for (int i = 0; i < n; i++)
        times[i] += 86400;
}

t_postpone t_postponing(void) { return postponing; }
t_shift t_shifting(void) { return shifting; }
