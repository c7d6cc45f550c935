/* C that is given arrays, texts and records by what it calls, and frees them. */
#ifndef TESTLIB_HANDED_H
#define TESTLIB_HANDED_H

#include <stddef.h>
#include <stdint.h>

#include "testlib_alloc.h"

/* What a callback left in its outs after the last call: how many were not zero, -1 if one was not called. */
int t_left(void);

/* Blocks: what each function returns is the sum of what it got, or -1 for NULL. */
typedef int *(*t_numbers)(void *data, int from, size_t *n);
typedef int (*t_lister)(void *data, double **values, int8_t *n);
typedef void *(*t_loader)(void *data, const char *name, uint8_t *n);
typedef int *(*t_ender)(void *data);
typedef int64_t *(*t_exact)(void *data, int n);
typedef int (*t_byter)(void *data, uint16_t **values, int *n);
typedef int (*t_pairs)(void *data, int **keys, double **values, int *n);
typedef int (*t_counter)(void *data, int **values);
typedef int (*t_changer)(void *data, int **values, int *n);
typedef long (*t_peeker)(void *data, int **values, int n);
long t_peek(t_peeker peek, void *data, int n);
long t_add_up(t_numbers make, void *data, int from);
long t_add_up_in_threads(t_numbers make, void *data, int threads);
double t_list(t_lister list, void *data);
long t_load(t_loader load, void *data, const char *name);
long t_end(t_ender end, void *data);
long t_expect(t_exact make, void *data, int n);
long t_bytes(t_byter make, void *data);
double t_pair(t_pairs make, void *data);
long t_count(t_counter make, void *data);
long t_change(t_changer change, void *data, int n);

/* Texts: what each function returns has '|' between them. */
typedef char **(*t_completer)(void *data, const char *text, int start, int end);
typedef int (*t_namer)(void *data, char ***names, int *n);
typedef int (*t_filler)(void *data, char **names, int n);
typedef int (*t_some)(void *data, char **names, int n, int *used);
typedef int (*t_ended)(void *data, char **names, int n);
typedef int (*t_wides)(void *data, wchar_t **names, int n);
typedef void (*t_renamer)(void *data, char **names, int n);
typedef void (*t_shrinker)(void *data, char **names);
typedef void (*t_replacer)(void *data, char ***names, int *n);
int t_complete(t_completer complete, void *data, const char *text, char *into, size_t size);
int t_names(t_namer name, void *data, char *into, size_t size);
int t_fill(t_filler fill, void *data, int n, char *into, size_t size);
int t_fill_some(t_some fill, void *data, int n, char *into, size_t size);
int t_fill_ended(t_ended fill, void *data, int n, char *into, size_t size);
int t_fill_wide(t_wides fill, void *data, int n, char *into, size_t size);
int t_rename(t_renamer rename, void *data, int n, char *into, size_t size);
int t_shrink(t_shrinker shrink, void *data, int n, char *into, size_t size);
int t_replace(t_replacer replace, void *data, int n, char *into, size_t size);

typedef const char *(*t_three_lent)(void *data, const char **second, const char **third);
int t_lend_three(t_three_lent lend, void *data, int in_thread);
void t_lend_later(t_three_lent lend, void *data);
int t_lent_later(void);

/* Records that own text. */
typedef struct t_entry {
    char *name;
    int value;
} t_entry;
typedef int (*t_entries)(void *data, t_entry **entries, int *n);
typedef int (*t_entry_room)(void *data, t_entry *entries, int n);
typedef t_entry *(*t_one)(void *data, int id);
typedef void (*t_other)(void *data, t_entry **entry);
typedef void (*t_entry_changer)(void *data, t_entry **entries, int *n);
typedef void (*t_entry_reviser)(void *data, t_entry *entries, int n);
int t_revise(t_entry_reviser revise, void *data, int n, char *into, size_t size);
int t_enter(t_entries make, void *data, char *into, size_t size);
int t_enter_room(t_entry_room make, void *data, int n, char *into, size_t size);
int t_enter_one(t_one make, void *data, int id, char *into, size_t size);
int t_enter_other(t_other change, void *data, char *into, size_t size);
int t_enter_again(t_entry_changer change, void *data, int n, char *into, size_t size);

/* Arrays of C's that end with zero. */
typedef void (*t_enlarger)(void *data, int *values);
typedef void (*t_upper)(void *data, unsigned char *bytes);
typedef int (*t_up_to)(void *data, short *values, int n);
long t_enlarge(t_enlarger enlarge, void *data, int n);
int t_raise(t_upper raise, void *data, char *into, size_t size);
long t_fill_up(t_up_to fill, void *data, int n);

/* Functions of C's. */
t_numbers t_counting(void);
t_lister t_listing(void);
t_completer t_completing(void);
t_filler t_filling(void);
t_entries t_entering(void);
t_changer t_changing(void);

/* Values that custom marshallers convert. */
typedef int64_t t_seconds;
typedef struct t_guid {
    uint32_t data1;
    uint16_t data2, data3;
    unsigned char data4[8];
} t_guid;
typedef struct t_meeting {
    t_seconds start;
    int minutes;
} t_meeting;
typedef t_seconds (*t_postpone)(void *data, t_seconds when, int days);
typedef int (*t_clock)(void *data, t_seconds *now);
typedef int (*t_delay)(void *data, t_seconds *when);
typedef int (*t_watch)(void *data, int x);
typedef int (*t_pick)(void *data, int x);
typedef int (*t_turn)(void *data, int *x);
typedef int (*t_make)(void *data, int *first, int *second);
typedef long (*t_times)(void *data, const t_seconds *times, int n);
typedef void (*t_shift)(void *data, t_seconds *times, int n);
typedef int (*t_dates)(void *data, t_seconds **times, int *n);
typedef int (*t_spans)(void *data, int *values, int n);
typedef int (*t_flip)(void *data, unsigned char *id);
typedef t_guid (*t_same)(void *data, t_guid id);
typedef int (*t_meet)(void *data, t_meeting *meeting);
typedef const char *(*t_find)(void *data, const char *path);
typedef int (*t_join)(void *data, const char *const *paths, int n);
typedef void (*t_maybe)(void *data, t_seconds *when);
t_seconds t_postponed(t_postpone postpone, void *data, t_seconds when, int days);
int t_ask(t_clock clock, void *data, t_seconds *now);
int t_delayed(t_delay delay, void *data, t_seconds *when);
int t_watched(t_watch watch, void *data, int x);
int t_picked(t_pick pick, void *data, int x);
int t_turned(t_turn turn, void *data, int *x);
int t_made(t_make make, void *data, int *first, int *second);
long t_timed(t_times times, void *data, int n);
long t_shifted(t_shift shift, void *data, int n);
long t_dated(t_dates dates, void *data);
long t_spanned(t_spans spans, void *data, int n);
int t_flipped(t_flip flip, void *data, unsigned char *id);
t_guid t_same_id(t_same same, void *data, t_guid id);
int t_met(t_meet meet, void *data, t_meeting *meeting);
int t_found(t_find find, void *data, const char *path, char *into, size_t size);
int t_joined(t_join join, void *data);
int t_maybe_later(t_maybe maybe, void *data, int with);
t_postpone t_postponing(void);
t_shift t_shifting(void);

#endif
