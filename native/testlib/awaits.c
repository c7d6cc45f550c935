#define _POSIX_C_SOURCE 200809L
#define TESTLIB_ALLOC_IMPLEMENTATION
#include "awaits.h"

#include <errno.h>
#include <pthread.h>
#include <time.h>

enum kind { NOTHING, NUMBER, BARE, STATUS, COUNT, POINT, NO_POINT, BAD_TEXT, TWICE, SUM, FILL, LENGTH, SHIFT, ASK };

typedef struct job {
    struct job *next;
    enum kind kind;
    void (*done)(void);
    void *data;
    long value;
    int more;
    union {
        const unsigned char *read;
        unsigned char *written;
        const char *text;
        t_point *point;
    } memory;
    size_t size;
} job;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static job *first, **last = &first;
static int queued, paused, started;

static void perform(const job *j)
{
    static const int values[] = {1, 2, 3};

    switch (j->kind) {
    case NOTHING:
        ((t_nothing_done)j->done)(j->data);
        break;
    case TWICE:
        ((t_number_done)j->done)(j->data, 1);
        ((t_number_done)j->done)(j->data, 2);
        break;
    case NUMBER:
        ((t_number_done)j->done)(j->data, j->value);
        break;
    case BARE:
        ((t_bare_done)j->done)((int)j->value);
        break;
    case STATUS:
        /* After a failure there is nothing behind the pointers. */
        ((t_status_done)j->done)(j->data, (int)j->value, j->value == 0 ? "well" : NULL, j->value == 0 ? values : NULL, 3);
        break;
    case COUNT:
        errno = j->more;
        ((t_count_done)j->done)(j->data, j->value);
        break;
    case POINT: {
        t_point point = {(int)j->value, j->more};
        ((t_point_done)j->done)(j->data, &point);
        break;
    }
    case NO_POINT:
        ((t_point_done)j->done)(j->data, NULL);
        break;
    case BAD_TEXT:
        ((t_text_done)j->done)(j->data, "\xff\xfe");
        break;
    case SUM: {
        long sum = 0;
        for (size_t i = 0; i < j->size; i++)
            sum += j->memory.read[i];
        ((t_number_done)j->done)(j->data, sum);
        break;
    }
    case FILL:
        memset(j->memory.written, (int)j->value, j->size);
        ((t_number_done)j->done)(j->data, (long)j->size);
        break;
    case LENGTH:
        ((t_number_done)j->done)(j->data, (long)strlen(j->memory.text));
        break;
    case SHIFT:
        j->memory.point->x += (int)j->value;
        j->memory.point->y += (int)j->value;
        ((t_nothing_done)j->done)(j->data);
        break;
    case ASK:
        ((t_answer)j->done)(j->data, (int)j->value);
        break;
    }
}

/* Where what is being done can be found when the end of Python has stopped the thread inside a callback. */
static job *volatile at_work;

static void *work(void *unused)
{
    (void)unused;
    pthread_mutex_lock(&lock);
    for (;;) {
        job *j;
        while (first == NULL || paused)
            pthread_cond_wait(&changed, &lock);
        at_work = j = first;
        first = j->next;
        if (first == NULL)
            last = &first;
        pthread_mutex_unlock(&lock);
        perform(j);
        at_work = NULL;
        t_free(j);
        pthread_mutex_lock(&lock);
        queued--;
        pthread_cond_broadcast(&changed);
    }
    return NULL;
}

static void queue(job made)
{
    job *j = t_malloc(sizeof *j);

    *j = made;
    j->next = NULL;
    pthread_mutex_lock(&lock);
    *last = j;
    last = &j->next;
    queued++;
    if (!started) {
        pthread_t id;
        started = 1;
        pthread_create(&id, NULL, work, NULL);
        pthread_detach(id);
    }
    pthread_cond_broadcast(&changed);
    pthread_mutex_unlock(&lock);
}

#define QUEUE(k, d, ...) queue((job){.kind = k, .done = (void (*)(void))(d), .data = data, __VA_ARGS__})

void t_pause(void)
{
    pthread_mutex_lock(&lock);
    paused = 1;
    pthread_mutex_unlock(&lock);
}

void t_resume(void)
{
    pthread_mutex_lock(&lock);
    paused = 0;
    pthread_cond_broadcast(&changed);
    pthread_mutex_unlock(&lock);
}

void t_drain(void)
{
    pthread_mutex_lock(&lock);
    while (queued > 0)
        pthread_cond_wait(&changed, &lock);
    pthread_mutex_unlock(&lock);
}

int t_queued(void)
{
    int count;
    pthread_mutex_lock(&lock);
    count = queued;
    pthread_mutex_unlock(&lock);
    return count;
}

void t_now(long value, t_number_done done, void *data) { done(data, value); }
void t_now_nothing(t_nothing_done done, void *data) { done(data); }
void t_nothing(t_nothing_done done, void *data) { QUEUE(NOTHING, done, .value = 0); }
void t_add(int a, int b, t_number_done done, void *data) { QUEUE(NUMBER, done, .value = (long)a + b); }
void t_status(int status, t_status_done done, void *data) { QUEUE(STATUS, done, .value = status); }
void t_count(long count, int error, t_count_done done, void *data) { QUEUE(COUNT, done, .value = count, .more = error); }
void t_point_of(int x, int y, t_point_done done, void *data) { QUEUE(POINT, done, .value = x, .more = y); }
void t_no_point(t_point_done done, void *data) { QUEUE(NO_POINT, done, .value = 0); }
void t_bad_text(t_text_done done, void *data) { QUEUE(BAD_TEXT, done, .value = 0); }
void t_twice(t_number_done done, void *data) { QUEUE(TWICE, done, .value = 0); }
void t_first(t_number_done done, void *data, int value) { QUEUE(NUMBER, done, .value = value); }
void t_ask(t_answer answer, void *data) { QUEUE(ASK, answer, .value = 5); }

void t_bare(int value, t_bare_done done)
{
    void *data = NULL;
    QUEUE(BARE, done, .value = value);
}

void t_maybe(t_number_done done, void *data, int value)
{
    if (done != NULL)
        QUEUE(NUMBER, done, .value = value);
}

void t_never(t_number_done done, void *data)
{
    (void)done;
    (void)data;
}

int t_begin(int fails, t_number_done done, void *data)
{
    if (fails == 1)
        return 5;
    if (fails == 2) {
        done(data, 1);
        return 6;
    }
    QUEUE(NUMBER, done, .value = 7);
    return 0;
}

void t_sum(const unsigned char *bytes, size_t n, t_number_done done, void *data)
{
    QUEUE(SUM, done, .memory.read = bytes, .size = n);
}

int t_begin_sum(int fails, const unsigned char *bytes, size_t n, t_number_done done, void *data)
{
    if (fails)
        return 1;
    t_sum(bytes, n, done, data);
    return 0;
}

void t_sum_asking(const unsigned char *bytes, size_t n, t_answer answer, void *asked, t_number_done done, void *data)
{
    t_sum(bytes, n, done, data);
    answer(asked, 1);
}

void t_fill(unsigned char *bytes, size_t n, int value, t_number_done done, void *data)
{
    QUEUE(FILL, done, .memory.written = bytes, .size = n, .value = value);
}

void t_length(const char *text, t_number_done done, void *data) { QUEUE(LENGTH, done, .memory.text = text); }
void t_shift(t_point *point, int by, t_nothing_done done, void *data)
{
    QUEUE(SHIFT, done, .memory.point = point, .value = by);
}

static void sleep_for(int milliseconds)
{
    struct timespec time = {milliseconds / 1000, milliseconds % 1000 * 1000000L};
    nanosleep(&time, NULL);
}

const char *t_words(int status) { return status == 3 ? "three is wrong" : "no idea"; }

int t_slow_add(int a, int b, int milliseconds)
{
    sleep_for(milliseconds);
    return a + b;
}

int t_fails(int status) { return status; }

int t_sets_errno(int number)
{
    errno = number;
    return number;
}

int t_call(t_answer answer, void *data, int value) { return answer(data, value); }

struct t_box {
    int value;
};

t_box *t_box_new(int value)
{
    t_box *box = t_malloc(sizeof *box);
    box->value = value;
    return box;
}

t_box *t_slow_box(int value, int milliseconds)
{
    sleep_for(milliseconds);
    return t_box_new(value);
}

int t_box_value(const t_box *box) { return box->value; }

int t_box_slow_value(const t_box *box, int milliseconds)
{
    sleep_for(milliseconds);
    return box->value;
}

int t_box_next(t_box *box) { return --box->value; }
void t_box_close(t_box *box) { t_free(box); }
