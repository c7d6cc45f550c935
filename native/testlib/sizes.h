/* Sizes as expressions, in bytes, shared and repeated: whatever C is told must be true of the memory it is given. */
#ifndef TESTLIB_SIZES_H
#define TESTLIB_SIZES_H

#include <stddef.h>
#include <stdint.h>
#include <wchar.h>

#include "testlib_alloc.h"

long t_entered(void);

/* What the calls since the last t_forget were told, in order: -1 where there was none. */
void t_forget(void);
long t_told(int call);

int t_grow_state(char *buffer, size_t size, int *state);
int t_grow_counted(const int *source, size_t *count, int32_t *target, size_t *room);
int t_grow_position(unsigned char *target, size_t *position, size_t size);
int t_grow_small(char *buffer, unsigned char size);
int t_query_state(int32_t *values, size_t *n, int *state);
int t_query_status(char *buffer, size_t size, int status);

void t_fill_bytes(int32_t *values, size_t bytes);
long t_sum_bytes(const int32_t *values, size_t bytes, int factor);
void t_fill_wide(wchar_t *text, size_t bytes);
size_t t_wide_bytes(const wchar_t *text, size_t bytes);

/* Arrays of text and of records that own text, whose sizes are in bytes. */
typedef struct t_labelled {
    int64_t id;
    char *label;
} t_labelled;
typedef int (*t_labeller)(void *data, const char *const *texts, size_t in, char **names, size_t room, size_t *out);
typedef int (*t_lister)(void *data, char ***names, size_t *bytes);
size_t t_texts_length(const char *const *texts, size_t bytes);
void t_texts_fill(char **texts, size_t room, size_t *bytes);
void t_texts_upper(char **texts, size_t bytes);
void t_texts_made(char ***texts, size_t *bytes, int n);
t_labelled *t_labels_made(size_t *bytes, int n);
int t_label(t_labeller label, void *data, char *text, size_t size); /* "one", "two"; three names of room */
int t_list(t_lister list, void *data, char *text, size_t size);

long t_sum_text(const char *text, int n);
int t_grow_scribbling(int *numbers, int n, char *text, char *buffer, size_t size);
long t_sum_twice(int **values, int n);
long t_sum_ended(int **values);

long t_sum_cells(const unsigned char *cells, int width, int height);
void t_fill_cells(unsigned char *cells, int64_t width, int64_t height);
void t_fill_unsigned(int32_t *values, uint64_t n);
long t_sum_quotient(const int *values, int n, int divisor);
long t_sum_remainder(const int *values, int n, int divisor);
long t_sum_after(const int *n, const int *values);
int t_status_by(int *status, int value);

void t_one(int *value);
void t_upper(char *text, size_t size);
int t_shout_texts(char **texts, size_t n);
int t_shout_both(char **first, size_t n, char **second, size_t m, int factor);
void t_replace(char **text);
int t_spoil_then_list(char **text, char ***names, int *n);
int t_list_status(char ***names, int *n, int reported, int status);

size_t t_misalignment(const int32_t *values, size_t n);
void t_count_up(int32_t *values, size_t n);
int t_keep(int32_t *values, size_t n, long *valid, long reported, int status);

size_t t_length(const char *text);
int t_echo(int value);

#endif
