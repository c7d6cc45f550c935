#define TESTLIB_ALLOC_IMPLEMENTATION
#include "layouts.h"

#include <stdlib.h>
#include <string.h>

int l_size(int which)
{
    static const size_t sizes[] = {sizeof(l_all),  sizeof(l_packed), sizeof(l_wide), sizeof(l_mixed),
                                   sizeof(l_value), sizeof(l_flat),   sizeof(l_texts)};
    return (int)sizes[which];
}

int l_all_sum(const l_all *all)
{
    return all->i8 + all->u8 + all->i16 + all->u16 + all->i32 + (int)all->u32 + (int)all->i64 + (int)all->u64
           + (int)all->f32 + (int)all->f64 + (int)all->f128 + all->flag + all->c + (int)all->w + all->c16 + (int)all->c32
           + (int)all->kind + (int)(intptr_t)all->address;
}

void l_all_next(l_all *all)
{
    all->i8++, all->u8++, all->i16++, all->u16++, all->i32++, all->u32++, all->i64++, all->u64++;
    all->f32++, all->f64++, all->f128++, all->flag = !all->flag, all->c++, all->w++, all->c16++, all->c32++;
    all->kind = (enum l_kind)(all->kind + 1);
    all->address = (char *)all->address + 1;
}

int l_packed_check(const l_packed *p)
{
    return p->tag + p->number + p->pair.tag + (int)p->pair.value + p->small[0] + p->small[1] + p->small[2];
}

void l_packed_next(l_packed *p)
{
    p->number++;
    p->pair.value += 1;
    p->small[1]++;
}

l_packed l_packed_back(l_packed p)
{
    l_packed_next(&p);
    return p;
}

double l_wide_sum(const l_wide *w)
{
    double sum = 0;
    for (int i = 0; i < w->used; i++)
        sum += w->lanes[i];
    return sum;
}

double l_wide_total(const l_wide *w, size_t n)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += l_misaligned(&w[i]) ? -1000 : l_wide_sum(&w[i]);
    return sum;
}

int l_misaligned(const l_wide *w) { return (int)((uintptr_t)w % _Alignof(l_wide)); }

int l_flat_sum(const l_flat *f)
{
    switch (f->kind) {
    case L_INT: return f->number + f->after;
    case L_TEXT: return (f->text != NULL ? (int)strlen(f->text) : -1) + f->after;
    case L_PAIR: return f->low + f->high + f->after;
    default: return f->after;
    }
}

void l_flat_set(l_flat *f, enum l_kind kind)
{
    if (f->kind == L_TEXT)
        t_free(f->text);
    memset(f, 0, sizeof *f);
    f->kind = kind;
    if (kind == L_INT)
        f->number = 7;
    if (kind == L_PAIR)
        f->low = 1, f->high = 2;
    if (kind == L_TEXT && (f->text = t_malloc(4)) != NULL)
        memcpy(f->text, "set", 4);
}

double l_value_sum(l_value v)
{
    return v.kind == L_INT ? v.u.number : v.kind == L_REAL ? v.u.real : v.kind == L_PAIR ? v.u.pair.tag + v.u.pair.value : -1;
}

int l_texts_sum(const l_texts *t)
{
    return t->narrow[0] + t->utf16[0] + (int)t->utf32[0] + (int)t->wide[0] + (unsigned char)t->latin[0] + t->raw[1][2]
           + t->flags[1] + (int)t->letters[2] + (int)t->kinds[1] + (int)t->cube[1][1][1];
}

int l_lists_sum(const l_lists *l)
{
    int sum = 0;
    for (size_t i = 0; i < l->count; i++)
        sum += (int)strlen(l->words[i]);
    for (int i = 0; l->ended != NULL && l->ended[i] != NULL; i++)
        sum += 100 * (int)strlen(l->ended[i]);
    for (int i = 0; l->zeroed != NULL && l->zeroed[i] != 0; i++)
        sum += 10000 * l->zeroed[i];
    for (size_t i = 0; l->half != NULL && i < l->count; i++)
        sum += (int)(2 * l->half[i]);
    for (int i = 0; l->pixels != NULL && i < l->width * l->height; i++)
        sum += l->pixels[i];
    for (size_t i = 0; l->sized != NULL && i < l->bytes / sizeof *l->sized; i++)
        sum += l->sized[i];
    return sum;
}

void l_lists_fill(l_lists *l)
{
    static const char *words[] = {"one", "two"};
    static const char *ended[] = {"a", "b", "c", NULL};
    static int32_t zeroed[] = {1, 2, 3, 0};
    static double half[] = {0.5, 1.5};
    static unsigned char pixels[] = {1, 2, 3, 4, 5, 6};
    static int16_t sized[] = {-1, -2};
    *l = (l_lists){2, words, ended, zeroed, half, 3, 2, pixels, sizeof sized, sized};
}

int l_tree_sum(const l_tree *t) { return t == NULL ? 0 : t->value + l_tree_sum(t->left) + l_tree_sum(t->right); }

const l_tree *l_tree_static(void)
{
    static l_tree left = {2, NULL, NULL}, right = {3, NULL, NULL}, root = {1, &left, &right};
    return &root;
}

int l_forest_sum(const l_forest *f)
{
    int sum = 0;
    for (int i = 0; i < f->n; i++)
        sum += l_tree_sum(&f->trees[i]);
    return sum;
}

int l_letter_sum(const l_letter *l)
{
    int sum = 0;
    for (int i = 0; i < l->length; i++)
        sum += l->text[i];
    return sum;
}

double l_shelf_sum(const l_shelf *s)
{
    double sum = s->name != NULL ? (double)strlen(s->name) : 0;
    for (unsigned i = 0; i < s->n; i++)
        sum += s->pairs[i].value;
    return sum;
}

l_shelf *l_shelf_make(int n)
{
    l_shelf *s = t_malloc(sizeof *s + (size_t)n * sizeof(l_pair));
    if (s == NULL)
        return NULL;
    s->n = (unsigned)n;
    s->name = "made";
    for (int i = 0; i < n; i++)
        s->pairs[i] = (l_pair){'p', i};
    return s;
}

void l_shelf_free(l_shelf *s) { t_free(s); }
