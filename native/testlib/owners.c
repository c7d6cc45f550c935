#define TESTLIB_ALLOC_IMPLEMENTATION
#include "owners.h"

#include <string.h>

static char *copy_of(const char *text)
{
    size_t size = strlen(text) + 1;
    char *copy = t_malloc(size);
    if (copy != NULL)
        memcpy(copy, text, size);
    return copy;
}

/* What a callback made is C's to free. The result is the number, or the sum of the bytes. */
long t_made(t_maker make, void *data, int x, int *kind, char *name)
{
    t_value first;
    t_named second;
    long sum = 0;

    memset(&first, 0xa5, sizeof first);
    memset(&second, 0xa5, sizeof second);
    make(data, x, &first, &second);
    *kind = first.kind;
    if (first.kind == 1)
        sum = (long)first.number;
    for (unsigned i = 0; first.kind > 1 && i < first.size; i++)
        sum += ((unsigned char *)first.memory)[i];
    if (first.kind > 1)
        t_free(first.memory);
    strcpy(name, second.name != NULL ? second.name : "-");
    if (second.name != NULL)
        t_free(second.name);
    return sum;
}

void t_touch(t_either *e) { (void)e; }

void t_stir(t_labelled *l)
{
    for (unsigned i = 0; i < l->n; i++)
        l->items[i] *= 2;
}

void t_rename(t_named *names, size_t n)
{
    for (size_t i = 0; i < n; i++)
        names[i].name[0] = 'X';
}

void t_name(t_named *names, size_t n)
{
    for (size_t i = 0; i < n; i++)
        names[i].name = copy_of("made");
}

/* -1: no memory, and all is as it was. */
int t_append(t_named **names, size_t *n, const char *name)
{
    t_named *more = t_malloc((*n + 1) * sizeof *more);
    char *copy = more == NULL ? NULL : copy_of(name);
    if (copy == NULL) {
        t_free(more);
        return -1;
    }
    memcpy(more, *names, *n * sizeof *more);
    t_free(*names);
    more[(*n)++].name = copy;
    *names = more;
    return 0;
}

size_t t_lengths(const t_named *const *names, size_t n)
{
    size_t length = 0;
    for (size_t i = 0; i < n; i++)
        length += strlen((*names)[i].name);
    return length;
}

/* 0: each is the left branch of the next; 1: the right one; 2: one to the left and one to the right of each. */
t_branch *t_grow(int depth, int how)
{
    t_branch *top = NULL;
    for (int i = 0; i < depth; i++) {
        t_branch *next = t_malloc(sizeof *next);
        memset(next, 0, sizeof *next);
        next->value = i;
        *(how == 1 ? &next->right : &next->left) = top;
        if (how == 2) {
            next->right = t_malloc(sizeof *next);
            memset(next->right, 0, sizeof *next);
            next->right->value = -i;
        }
        top = next;
    }
    return top;
}

void t_spread(t_wide *v, size_t n, size_t used)
{
    for (size_t i = 0; i < n; i++)
        v[i].values[31] = i < used;
}

/* Whether the address is one that a vector may have. */
int t_drift(t_vector *v, double by)
{
    t_vector moved;
    memcpy(&moved, v, sizeof moved);
    moved.x += by;
    moved.y += by;
    memcpy(v, &moved, sizeof moved);
    return (uintptr_t)v % _Alignof(t_vector) == 0;
}

double t_across(const t_vector *v) { return (uintptr_t)v % _Alignof(t_vector) == 0 ? v->x + v->y : -1; }
