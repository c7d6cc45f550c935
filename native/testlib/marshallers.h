/* Values that custom marshallers convert: times, identifiers, paths, addresses, decimals. */
#ifndef TESTLIB_MARSHALLERS_H
#define TESTLIB_MARSHALLERS_H

#include <stddef.h>
#include <stdint.h>

#include "testlib_alloc.h"

typedef int64_t t_seconds;
typedef const char *t_path;

long t_entered(void);

/* One value, logged by its marshaller; `status` not 0 is a failure. */
int t_take(int x, int status);
int t_give(int *x, int status);
int t_change(int *x, int status);
int t_answer(int x);
int t_mix(int *first, char **text, int *last, int invalid);

/* Values and elements of a type with a marshaller. */
t_seconds t_later(t_seconds when, int by);
void t_delay(t_seconds *when, int by);
void t_delay_or_not(t_seconds *when, int by);
int t_now(t_seconds *now, int status);
t_seconds t_latest(const t_seconds *times, size_t n);
int t_shift(t_seconds *times, size_t n, int by, int status);
void t_every(t_seconds start, t_seconds *times, size_t n);
t_seconds *t_calendar(t_seconds start, int n);
void t_found(t_seconds **times, size_t *n, int how_many);
int64_t t_raw_seconds(t_seconds when);

/* Text. */
size_t t_path_length(t_path path);
t_path t_home(int which);
size_t t_path_lengths(const t_path *paths, size_t n);
int t_join(const char *folder, const char *name, char *path, size_t size);
void t_extend(char **path, int how);

/* Blocks of bytes. */
int t_first_byte(const unsigned char *id);
void t_make_id(unsigned char *id, int seed);
void t_flip_id(unsigned char *id);
uint64_t t_filetime(uint64_t time, uint64_t more);
uint32_t t_next_ipv4(uint32_t address);
void t_next_ipv6(unsigned char *address);
void t_negate(const unsigned char *decimal, unsigned char *negated);
char *t_echo_text(const char *text);
void *t_same(void *pointer);

/* Records, and their fields. */
typedef struct {
    uint32_t data1;
    uint16_t data2, data3;
    unsigned char data4[8];
} t_guid;

struct t_timespec {
    int64_t tv_sec;
    long tv_nsec;
};

struct t_event {
    int id;
    t_seconds when;
    t_seconds alarms[2];
    t_guid key;
    char place[32];
    unsigned int kind : 3;
};

struct t_note {
    t_path file;
    t_seconds *times;
    int n;
    t_path writer;
};

uint32_t t_guid_start(t_guid id);
t_guid t_guid_make(uint32_t start);
int t_guid_find(const t_guid *ids, int n, const t_guid *id);
void t_guid_next(t_guid *id);
int t_guid_list(t_guid *ids, int n);
void t_guid_next_all(t_guid *ids, int n);
struct t_timespec t_timespec_add(struct t_timespec time, long nanoseconds);
void t_timespec_normal(struct t_timespec *time);
int t_timespec_now(struct t_timespec *time, int status);
struct t_event t_event_next(struct t_event event);
void t_event_delay(struct t_event *event, int by);
size_t t_note_length(const struct t_note *note);
void t_note_make(struct t_note *note);

#endif
