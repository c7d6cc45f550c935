#ifndef TESTLIB_HANDLES_H
#define TESTLIB_HANDLES_H

#include <stddef.h>

#include "testlib_alloc.h"

typedef struct t_db t_db;
typedef struct t_row t_row;
typedef int t_slot;

long t_opened(void); /* data bases and rows ever opened */
long t_open_now(void);
long t_misuses(void); /* calls with something that is not open */
void t_refuse_to_close(int yes);
void t_report_at_exit(void); /* what is open, and what was misused, when the process ends */

t_db *t_db_open(const char *name);
int t_db_make(t_db **db, int how);
int t_db_close(t_db *db);
const char *t_db_name(t_db *db);
void t_db_set_name(t_db *db, const char *name);
int t_db_count(t_db *db);
void t_db_extent(t_db *db, int *rows, int *opened, int factor);
void t_db_set_secret(t_db *db, const char *label);
int t_db_wait(t_db *db, int milliseconds);
t_row *t_db_first(t_db *db);
t_row *t_db_front(t_db *db);
void t_row_free(t_row *row);
t_db *t_row_db(t_row *row);
int t_row_value(const t_row *row);
void t_row_set_value(t_row *row, int value);
int t_row_next(t_row *row);
int t_row_wait(t_row *row, int milliseconds);
int t_db_adopt(t_db *db, t_row *row, int fails);
void t_db_label(t_db *db, const char *label);
const char *t_db_labelled(t_db *db);
void t_db_watch(t_db *db, const int *values, int n);
int t_db_watched(t_db *db);
const int *t_db_table(t_db *db);
int t_db_block(t_db *db, unsigned char **block, size_t *size);
const void *t_db_bytes(t_db *db, int there);
int t_db_same(t_db *a, t_db *b);
int t_two(t_db **first, t_row **second, int fails);

enum t_how { T_KEEP, T_REPLACE, T_CLEAR, T_REPLACE_AND_FAIL, T_KEEP_AND_FAIL, T_CLEAR_AND_FAIL };
int t_swap(t_db **db, enum t_how how);
int t_swap_named(t_db **db, enum t_how how, char *name, size_t size);
int t_swap_watched(t_db **db, enum t_how how, const int *values, int n);
int t_next_front(t_row **row, t_db *db);
int t_swap_row(t_row **row, enum t_how how);
int t_open_watching(t_db **db, const int *values, int n);
int t_swap_calling(t_db **db, enum t_how how, void (*between)(void));

t_slot t_slot_take(void);
int t_slot_plus(t_slot slot, int number);
int t_slot_found(t_slot *slot); /* what is in it, which stays */
int t_slot_swap(t_slot *slot, enum t_how how);
int t_slot_give(t_slot slot);
int t_slot_value(t_slot slot);

#endif
