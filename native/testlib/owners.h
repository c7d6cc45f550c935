#ifndef TESTLIB_OWNERS_H
#define TESTLIB_OWNERS_H

#include <stddef.h>
#include <stdint.h>

#include "testlib_alloc.h"

typedef struct t_named {
    char *name;
} t_named;

typedef struct t_couple {
    t_named two[2];
} t_couple;

typedef struct t_either {
    int kind;
    union {
        int64_t number;
        char *text;
    };
} t_either;

typedef struct t_labelled {
    char *label;
    unsigned n;
    int items[];
} t_labelled;

typedef struct t_branch {
    struct t_branch *left, *right;
    int value;
} t_branch;

typedef struct t_wide {
    long values[32];
} t_wide;

typedef struct t_vector {
    double x, y;
} t_vector;

#pragma pack(push, 1)
typedef struct t_crooked {
    char tag;
    t_vector vector;
} t_crooked;
#pragma pack(pop)

typedef struct t_value {
    int kind;
    unsigned size;
    union {
        long long number;
        char *text;
        void *memory;
    };
} t_value;

typedef void (*t_maker)(void *data, int x, t_value *first, t_named *second);
long t_made(t_maker make, void *data, int x, int *kind, char *name);
void t_touch(t_either *e);
void t_stir(t_labelled *l);
void t_rename(t_named *names, size_t n);
void t_name(t_named *names, size_t n);
int t_append(t_named **names, size_t *n, const char *name);
size_t t_lengths(const t_named *const *names, size_t n);
t_branch *t_grow(int depth, int how);
void t_spread(t_wide *v, size_t n, size_t used);
int t_drift(t_vector *v, double by);
double t_across(const t_vector *v);

#endif
