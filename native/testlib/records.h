#ifndef TESTLIB_RECORDS_H
#define TESTLIB_RECORDS_H

#include <stddef.h>
#include <stdint.h>

#include "testlib_alloc.h"

enum t_color { T_RED = 1, T_GREEN = 2 };

typedef struct t_point {
    double x;
    double y;
} t_point;

typedef struct t_line {
    t_point from;
    t_point to;
    uint8_t width[3];
    enum t_color color;
} t_line;

typedef struct t_mixed {
    char tag;
    int8_t tiny;
    _Bool on;
    short small;
    int number;
    long long big;
    float ratio;
    void *user;
    char code[4];
    char name[8];
    int grid[2][3];
    unsigned low : 3;
    signed high : 5;
} t_mixed;

typedef union t_word {
    uint32_t whole;
    uint8_t bytes[4];
    float real;
} t_word;

/* Not blittable: text and an array in memory of their own. */
typedef struct t_person {
    char *name;
    const char *nick;
    int age;
    size_t count;
    int32_t *scores;
    t_point home;
} t_person;

typedef struct t_team {
    t_person lead;
    t_person members[2];
    int rank;
} t_team;

typedef struct t_node {
    int value;
    struct t_node *next;
} t_node;

typedef struct t_bag {
    uint16_t count;
    int32_t items[];
} t_bag;

typedef struct t_variant {
    int kind;
    union {
        int64_t integer;
        double real;
        char *text;
    } u;
} t_variant;

enum t_how { T_KEEP, T_CHANGE, T_REPLACE, T_FREE, T_FAIL };

double t_norm(t_point p);
t_point t_make(double x, double y);
t_point t_swapped(const t_point *p);
const t_point *t_same(const t_point *p);
double t_scribble(t_point *p);
int t_fill(t_point *p, double x, double y);
int t_move(t_point *p, double dx, double dy);
double t_length(const t_line *line);
t_line t_reversed(t_line line);
uint32_t t_whole(t_word word);
int t_mix(t_mixed *m);

const void *t_address(const t_point *points, size_t n);
double t_total(const t_point *points, size_t n);
void t_shift(t_point *points, size_t n, double dx);
int t_row(t_point *points, size_t n, int written);
t_point *t_ring(size_t n);
const t_point *t_origin(void);
const t_point *t_nowhere(void);
int t_corner(t_point **corner, int there);

size_t t_introduce(t_person p, char *text, size_t size);
long t_check(const t_person *p);
int t_birthday(t_person *p, enum t_how how);
int t_hire(t_person *p, const char *name, int n, int invalid);
t_person t_clone(const t_person *p);
t_person *t_allocate(const char *name);
void t_release(t_person *p);
int t_promote(t_team *team, enum t_how how);
int t_everybody(t_person *people, size_t n, enum t_how how);
long t_ages(const t_person *people, size_t n);
int t_staff(t_person *people, size_t n, int invalid);
int t_swap(t_person **p, enum t_how how);

long t_sum_list(const t_node *list);
const t_node *t_count_to(int n);
t_node *t_build_list(int n);
void t_free_list(t_node *list);
const t_node *t_circle(void);

long t_sum_bag(const t_bag *bag);
void t_double_bag(t_bag *bag);

double t_value_of(const t_variant *v);
int t_set_variant(t_variant *v, int kind);

/* More memory than is worth keeping. */
typedef struct { unsigned char bytes[100000]; } t_bulk;
int t_bulk_first(const t_bulk *bulk);

#endif
