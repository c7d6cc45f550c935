#define TESTLIB_ALLOC_IMPLEMENTATION
#include "marshallers.h"

#include <stdio.h>
#include <string.h>

static long entered;

long t_entered(void) { return entered; }

int t_take(int x, int status)
{
    entered += 1 + 0 * x;
    return status;
}

int t_give(int *x, int status)
{
    entered++;
    *x = 42;
    return status;
}

int t_change(int *x, int status)
{
    entered++;
    *x += 1;
    return status;
}

int t_answer(int x)
{
    entered++;
    return x + 1;
}

int t_mix(int *first, char **text, int *last, int invalid)
{
    entered++;
    *first = 1;
    *last = 3;
    *text = t_malloc(8);
    if (*text == NULL)
        return 1;
    strcpy(*text, invalid ? "\xff" : "two");
    return 0;
}

t_seconds t_later(t_seconds when, int by) { return when + by; }

void t_delay(t_seconds *when, int by) { *when += by; }

void t_delay_or_not(t_seconds *when, int by)
{
    if (when != NULL)
        *when += by;
}

int t_now(t_seconds *now, int status)
{
    *now = 1000000000;
    return status;
}

t_seconds t_latest(const t_seconds *times, size_t n)
{
    t_seconds latest = INT64_MIN;
    entered++;
    for (size_t i = 0; i < n; i++)
        latest = times[i] > latest ? times[i] : latest;
    return latest;
}

int t_shift(t_seconds *times, size_t n, int by, int status)
{
    entered++;
    for (size_t i = 0; i < n; i++)
        times[i] += by;
    return status;
}

void t_every(t_seconds start, t_seconds *times, size_t n)
{
    for (size_t i = 0; i < n; i++)
        times[i] = start + (t_seconds)i;
}

t_seconds *t_calendar(t_seconds start, int n)
{
    t_seconds *times = t_malloc((size_t)n * sizeof *times);
    if (times != NULL)
        t_every(start, times, (size_t)n);
    return times;
}

void t_found(t_seconds **times, size_t *n, int how_many)
{
    *n = (size_t)how_many;
    *times = t_calendar(0, how_many);
}

int64_t t_raw_seconds(t_seconds when) { return when; }

size_t t_path_length(t_path path) { return path == NULL ? 0 : strlen(path); }

t_path t_home(int which)
{
    static const char *const homes[] = {"/home/user", NULL, "\xff"};
    return homes[which];
}

size_t t_path_lengths(const t_path *paths, size_t n)
{
    size_t length = 0;
    entered++;
    for (size_t i = 0; i < n; i++)
        length += t_path_length(paths[i]);
    return length;
}

int t_join(const char *folder, const char *name, char *path, size_t size)
{
    return snprintf(path, size, "%s/%s", folder, name) >= (int)size;
}

void t_extend(char **path, int how)
{
    char *longer = NULL;
    if (how == 0)
        return;
    if (how == 1) {
        longer = t_malloc(strlen(*path) + 6);
        strcpy(longer, *path);
        strcat(longer, "/more");
    }
    t_free(*path);
    *path = longer;
}

int t_first_byte(const unsigned char *id) { return id == NULL ? -1 : id[0]; }

void t_make_id(unsigned char *id, int seed)
{
    for (int i = 0; i < 16; i++)
        id[i] = (unsigned char)(seed + i);
}

void t_flip_id(unsigned char *id)
{
    for (int i = 0; i < 16; i++)
        id[i] = (unsigned char)~id[i];
}

uint64_t t_filetime(uint64_t time, uint64_t more) { return time + more; }

uint32_t t_next_ipv4(uint32_t address)
{
    unsigned char bytes[4];
    memcpy(bytes, &address, 4);
    bytes[3]++;
    memcpy(&address, bytes, 4);
    return address;
}

void t_next_ipv6(unsigned char *address) { address[15]++; }

void t_negate(const unsigned char *decimal, unsigned char *negated)
{
    memcpy(negated, decimal, 16);
    negated[3] ^= 0x80;
}

char *t_echo_text(const char *text)
{
    char *copy = t_malloc(strlen(text) + 1);
    return copy == NULL ? NULL : strcpy(copy, text);
}

void *t_same(void *pointer) { return pointer; }

uint32_t t_guid_start(t_guid id) { return id.data1; }

t_guid t_guid_make(uint32_t start)
{
    t_guid id = {start, 1, 2, {3, 4, 5, 6, 7, 8, 9, 10}};
    return id;
}

int t_guid_find(const t_guid *ids, int n, const t_guid *id)
{
    entered++;
    for (int i = 0; i < n; i++)
        if (memcmp(&ids[i], id, sizeof *id) == 0)
            return i;
    return -1;
}

void t_guid_next(t_guid *id)
{
    if (id != NULL)
        id->data1++;
}

int t_guid_list(t_guid *ids, int n)
{
    for (int i = 0; i < n; i++)
        ids[i] = t_guid_make((uint32_t)i);
    return 0;
}

void t_guid_next_all(t_guid *ids, int n)
{
    for (int i = 0; i < n; i++)
        ids[i].data1++;
}

struct t_timespec t_timespec_add(struct t_timespec time, long nanoseconds)
{
    time.tv_nsec += nanoseconds;
    t_timespec_normal(&time);
    return time;
}

void t_timespec_normal(struct t_timespec *time)
{
    while (time->tv_nsec >= 1000000000) {
        time->tv_nsec -= 1000000000;
        time->tv_sec++;
    }
}

int t_timespec_now(struct t_timespec *time, int status)
{
    time->tv_sec = status ? INT64_MAX : 1000000000;
    time->tv_nsec = 5000;
    return status > 0 ? status : 0;
}

struct t_event t_event_next(struct t_event event)
{
    event.id++;
    event.when++;
    event.alarms[1]++;
    event.key.data1++;
    return event;
}

void t_event_delay(struct t_event *event, int by)
{
    event->when += by;
    strcpy(event->place, "/later");
}

size_t t_note_length(const struct t_note *note)
{
    size_t length = t_path_length(note->file) + t_path_length(note->writer);
    for (int i = 0; i < note->n; i++)
        length += (size_t)note->times[i];
    return length;
}

void t_note_make(struct t_note *note)
{
    static t_seconds times[] = {1, 2, 3};
    note->file = "/made";
    note->times = times;
    note->n = 3;
    note->writer = NULL;
}
