#ifndef TESTLIB_LAYOUTS_H
#define TESTLIB_LAYOUTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <uchar.h>
#include <wchar.h>

#include "testlib_alloc.h"

enum l_kind { L_NONE, L_INT, L_REAL, L_TEXT, L_PAIR };

/* Every kind of scalar. */
typedef struct l_all {
    int8_t i8;
    uint8_t u8;
    int16_t i16;
    uint16_t u16;
    int32_t i32;
    uint32_t u32;
    int64_t i64;
    uint64_t u64;
    float f32;
    double f64;
    long double f128;
    _Bool flag;
    char c;
    wchar_t w;
    char16_t c16;
    char32_t c32;
    enum l_kind kind;
    void *address;
} l_all;

/* Nothing is aligned. */
#pragma pack(push, 1)
typedef struct l_pair {
    char tag;
    double value;
} l_pair;
typedef struct l_packed {
    char tag;
    int number;
    l_pair pair;
    int16_t small[3];
} l_packed;
#pragma pack(pop)

/* More aligned than Python's own memory. */
typedef struct l_wide {
    _Alignas(64) double lanes[8];
    int used;
} l_wide;

/* Fields that share their bytes. */
typedef struct l_mixed {
    int before;
    union {
        uint32_t word;
        uint8_t octets[4];
    };
    struct {
        short left, right;
    };
} l_mixed;

typedef struct l_value {
    enum l_kind kind;
    union {
        int number;
        double real;
        l_pair pair;
    } u;
} l_value;

typedef struct l_flat {
    enum l_kind kind;
    union {
        int number;
        char *text;
        struct {
            short low, high;
        };
    };
    int after;
} l_flat;

typedef struct l_texts {
    char narrow[8];
    char16_t utf16[4];
    char32_t utf32[4];
    wchar_t wide[4];
    char latin[4];
    char raw[2][3];
    _Bool flags[2];
    wchar_t letters[3];
    enum l_kind kinds[2];
    void *pointers[2];
    float cube[2][2][2];
    l_pair pairs[2];
} l_texts;

typedef struct l_lists {
    size_t count;
    const char **words;
    const char **ended;
    int32_t *zeroed;
    double *half;
    int width, height;
    unsigned char *pixels;
    size_t bytes;
    int16_t *sized;
} l_lists;

typedef struct l_tree {
    int value;
    struct l_tree *left, *right;
} l_tree;

typedef struct l_forest {
    int n;
    l_tree *trees;
} l_forest;

typedef struct l_letter {
    unsigned short length;
    char text[];
} l_letter;

typedef struct l_shelf {
    unsigned n : 3;
    const char *name;
    l_pair pairs[];
} l_shelf;

typedef struct l_empty {
    char unused;
} l_empty;

int l_size(int which);
int l_all_sum(const l_all *all);
void l_all_next(l_all *all);
int l_packed_check(const l_packed *p);
void l_packed_next(l_packed *p);
l_packed l_packed_back(l_packed p);
double l_wide_sum(const l_wide *w);
double l_wide_total(const l_wide *w, size_t n);
int l_misaligned(const l_wide *w);
int l_flat_sum(const l_flat *f);
void l_flat_set(l_flat *f, enum l_kind kind);
double l_value_sum(l_value v);
int l_texts_sum(const l_texts *t);
int l_lists_sum(const l_lists *l);
void l_lists_fill(l_lists *l);
int l_tree_sum(const l_tree *t);
const l_tree *l_tree_static(void);
int l_forest_sum(const l_forest *f);
int l_letter_sum(const l_letter *l);
double l_shelf_sum(const l_shelf *s);
l_shelf *l_shelf_make(int n);
void l_shelf_free(l_shelf *s);

#endif
