#define _POSIX_C_SOURCE 200809L
#define TESTLIB_ALLOC_IMPLEMENTATION
#include "handles.h"

#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { OPEN = 0x0be7, SHUT = 0xdead, ROWS = 3, SLOTS = 8 };

struct t_row {
    int state;
    int value;
    int at;
    t_db *db;
};

struct t_db {
    int state;
    int rows;
    t_row front;
    char name[32];
    const char *label;
    const int *values;
    int count;
    int table[4];
    unsigned char block[8];
};

static atomic_long opened, open_now, misuses;
static atomic_int refuses;
static atomic_int slots[SLOTS];

long t_opened(void) { return opened; }
long t_open_now(void) { return open_now; }
long t_misuses(void) { return misuses; }
void t_refuse_to_close(int yes) { refuses = yes; }

static void report(void)
{
    printf("misused %ld\n", (long)misuses);
    fflush(stdout);
}

void t_report_at_exit(void) { atexit(report); }

static int is_open(const void *handle)
{
    /* What is freed keeps its first bytes for a while, filled by the allocator. */
    if (handle != NULL && *(const int *)handle == OPEN)
        return 1;
    misuses++;
    return 0;
}

t_db *t_db_open(const char *name)
{
    t_db *db = name[0] == 0 ? NULL : t_malloc(sizeof *db);
    if (db == NULL)
        return NULL;
    memset(db, 0, sizeof *db);
    db->state = OPEN;
    db->front = (t_row){OPEN, 5, 0, db};
    strncpy(db->name, name, sizeof db->name - 1);
    opened++;
    open_now++;
    return db;
}

/* how 0: opened; 1: fails with nothing; 2: fails with something that must be closed; 3: succeeds with nothing */
int t_db_make(t_db **db, int how)
{
    *db = how == 1 || how == 3 ? NULL : t_db_open("made");
    return how == 1 || how == 2;
}

int t_db_close(t_db *db)
{
    if (!is_open(db))
        return 2;
    if (refuses)
        return 1;
    db->state = db->front.state = SHUT;
    open_now--;
    t_free(db);
    return 0;
}

const char *t_db_name(t_db *db) { return is_open(db) ? db->name : "?"; }

void t_db_set_name(t_db *db, const char *name)
{
    if (is_open(db))
        strncpy(db->name, name, sizeof db->name - 1);
}

int t_db_count(t_db *db) { return is_open(db) ? db->rows : -1; }

void t_db_extent(t_db *db, int *rows, int *opened, int factor)
{
    *rows = factor * t_db_count(db);
    *opened = is_open(db);
}

void t_db_set_secret(t_db *db, const char *label) { t_db_label(db, label); }

int t_db_wait(t_db *db, int milliseconds)
{
    struct timespec time = {milliseconds / 1000, milliseconds % 1000 * 1000000L};
    nanosleep(&time, NULL);
    return is_open(db);
}

t_row *t_db_first(t_db *db)
{
    t_row *row = is_open(db) ? t_malloc(sizeof *row) : NULL;
    if (row == NULL)
        return NULL;
    *row = (t_row){OPEN, 7, 0, db};
    db->rows++;
    opened++;
    open_now++;
    return row;
}

t_row *t_db_front(t_db *db) { return is_open(db) ? &db->front : NULL; }

void t_row_free(t_row *row)
{
    if (!is_open(row) || !is_open(row->db))
        return;
    row->db->rows--;
    row->state = SHUT;
    open_now--;
    t_free(row);
}

t_db *t_row_db(t_row *row) { return is_open(row) ? row->db : NULL; }

int t_row_value(const t_row *row) { return is_open(row) ? row->value : -1; }

void t_row_set_value(t_row *row, int value)
{
    if (is_open(row))
        row->value = value;
}

int t_row_next(t_row *row)
{
    if (!is_open(row) || row->at >= ROWS)
        return -1;
    return row->at++;
}

int t_row_wait(t_row *row, int milliseconds)
{
    t_db_wait(row->db, milliseconds);
    return is_open(row);
}

int t_db_adopt(t_db *db, t_row *row, int fails)
{
    if (!is_open(db) || !is_open(row) || fails)
        return 1;
    t_row_free(row);
    return 0;
}

void t_db_label(t_db *db, const char *label) { db->label = label; }

const char *t_db_labelled(t_db *db) { return db->label == NULL ? "" : db->label; }

void t_db_watch(t_db *db, const int *values, int n)
{
    db->values = values;
    db->count = n;
}

int t_db_watched(t_db *db)
{
    int sum = 0;
    for (int i = 0; i < db->count; i++)
        sum += db->values[i];
    return sum;
}

const int *t_db_table(t_db *db)
{
    for (int i = 0; i < 4; i++)
        db->table[i] = i * i;
    return db->table;
}

int t_db_block(t_db *db, unsigned char **block, size_t *size)
{
    *block = db->block;
    *size = sizeof db->block;
    return !is_open(db);
}

const void *t_db_bytes(t_db *db, int there) { return there ? db->block : NULL; }

int t_db_same(t_db *a, t_db *b) { return a == b; }

int t_two(t_db **first, t_row **second, int fails)
{
    *first = t_db_open("first");
    *second = fails ? NULL : t_db_first(*first);
    return 0;
}

int t_swap(t_db **db, enum t_how how)
{
    t_db *old = *db;

    switch (how) {
    case T_REPLACE:
    case T_REPLACE_AND_FAIL:
        *db = t_db_open("new");
        break;
    case T_CLEAR:
    case T_CLEAR_AND_FAIL:
        *db = NULL;
        break;
    default:
        break;
    }
    if (*db != old && old != NULL)
        t_db_close(old);
    return how >= T_REPLACE_AND_FAIL;
}

int t_swap_named(t_db **db, enum t_how how, char *name, size_t size)
{
    /* No text in any encoding. */
    memset(name, 0xff, size - 1);
    name[size - 1] = 0;
    return t_swap(db, how);
}

/* As realloc does: what the old one watched, the new one watches. */
int t_swap_watched(t_db **db, enum t_how how, const int *values, int n)
{
    int failed = t_swap(db, how);

    if (*db != NULL)
        t_db_watch(*db, values, n);
    return failed;
}

/* From none to the first, and then to none: it belongs to the data base. */
int t_next_front(t_row **row, t_db *db)
{
    *row = *row == NULL ? t_db_front(db) : NULL;
    return *row != NULL;
}

int t_swap_row(t_row **row, enum t_how how)
{
    t_row *old = *row;

    if (how == T_REPLACE)
        *row = t_db_first(old->db);
    if (how == T_CLEAR)
        *row = NULL;
    if (*row != old)
        t_row_free(old);
    return 0;
}

int t_open_watching(t_db **db, const int *values, int n)
{
    *db = t_db_open("watching");
    t_db_watch(*db, values, n);
    return 0;
}

int t_swap_calling(t_db **db, enum t_how how, void (*between)(void))
{
    between();
    return t_swap(db, how);
}

t_slot t_slot_take(void)
{
    for (int i = 0; i < SLOTS; i++) {
        int none = 0;
        if (atomic_compare_exchange_strong(&slots[i], &none, 1)) {
            opened++;
            open_now++;
            return i;
        }
    }
    return -1;
}

int t_slot_give(t_slot slot)
{
    int one = 1;
    if (slot < 0 || slot >= SLOTS || !atomic_compare_exchange_strong(&slots[slot], &one, 0)) {
        misuses++;
        return 1;
    }
    open_now--;
    return 0;
}

int t_slot_plus(t_slot slot, int number) { return t_slot_value(slot) + number; }
int t_slot_found(t_slot *slot) { return *slot; }

int t_slot_swap(t_slot *slot, enum t_how how)
{
    t_slot old = *slot;

    if (how == T_REPLACE)
        *slot = t_slot_take();
    if (how == T_CLEAR)
        *slot = -1;
    if (*slot != old)
        t_slot_give(old);
    return 0;
}

int t_slot_value(t_slot slot)
{
    if (slot < 0 || slot >= SLOTS || !slots[slot]) {
        misuses++;
        return -1;
    }
    return 100 + slot;
}
