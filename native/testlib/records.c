#define TESTLIB_ALLOC_IMPLEMENTATION
#include "records.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static char *copy_of(const char *text)
{
    size_t size = strlen(text) + 1;
    char *copy = t_malloc(size);
    if (copy != NULL)
        memcpy(copy, text, size);
    return copy;
}

/* Blittable */

double t_norm(t_point p) { return hypot(p.x, p.y); }

t_point t_make(double x, double y) { return (t_point){x, y}; }

t_point t_swapped(const t_point *p) { return p == NULL ? (t_point){-1, -1} : (t_point){p->y, p->x}; }

const t_point *t_same(const t_point *p) { return p; }

double t_scribble(t_point *p)
{
    double before = p->x;
    p->x = p->y = -1;
    return before;
}

int t_fill(t_point *p, double x, double y)
{
    if (p->x != 0 || p->y != 0)
        return 2;
    p->x = x;
    p->y = y;
    return x < 0;
}

int t_move(t_point *p, double dx, double dy)
{
    if (p == NULL)
        return 0;
    p->x += dx;
    p->y += dy;
    return dx < 0;
}

double t_length(const t_line *line) { return hypot(line->to.x - line->from.x, line->to.y - line->from.y); }

t_line t_reversed(t_line line)
{
    t_line reversed = line;
    reversed.from = line.to;
    reversed.to = line.from;
    for (int i = 0; i < 3; i++)
        reversed.width[i] = line.width[2 - i];
    return reversed;
}

uint32_t t_whole(t_word word) { return word.whole; }

int t_mix(t_mixed *m)
{
    int sum = m->tag + m->tiny + m->on + m->small + m->number + (int)m->big + (int)m->ratio + m->code[3] + (int)strlen(m->name)
              + m->grid[1][2] + (int)m->low + m->high;
    m->tag++;
    m->tiny--;
    m->on = !m->on;
    m->small++;
    m->number++;
    m->big++;
    m->ratio *= 2;
    memcpy(m->code, "wxyz", 4);
    memcpy(m->name, "changed", 8);
    m->grid[1][2]++;
    m->low++;
    m->high--;
    return sum;
}

/* Arrays of them, and pointers to them */

const void *t_address(const t_point *points, size_t n)
{
    (void)n;
    return points;
}

double t_total(const t_point *points, size_t n)
{
    double total = 0;
    for (size_t i = 0; i < n; i++)
        total += points[i].x + points[i].y;
    return total;
}

void t_shift(t_point *points, size_t n, double dx)
{
    for (size_t i = 0; i < n; i++)
        points[i].x += dx;
}

int t_row(t_point *points, size_t n, int written)
{
    for (size_t i = 0; i < n && (int)i < written; i++)
        points[i] = (t_point){(double)i, (double)(i * i)};
    return written;
}

t_point *t_ring(size_t n)
{
    t_point *points = t_malloc((n > 0 ? n : 1) * sizeof *points);
    for (size_t i = 0; points != NULL && i < n; i++)
        points[i] = (t_point){(double)i, 1};
    return points;
}

static const t_point origin = {0, 0};

const t_point *t_origin(void) { return &origin; }

const t_point *t_nowhere(void) { return NULL; }

int t_corner(t_point **corner, int there)
{
    t_point *made = there ? t_malloc(sizeof *made) : NULL;
    if (made != NULL)
        *made = (t_point){3, 4};
    *corner = made;
    return 0;
}

/* With text and arrays of their own */

size_t t_introduce(t_person p, char *text, size_t size)
{
    size_t length = (size_t)snprintf(text, size, "%s (%s), %d, %zu:%d", p.name, p.nick == NULL ? "-" : p.nick, p.age, p.count,
                                     p.count > 0 ? (int)p.scores[p.count - 1] : -1);
    if (p.name[0] != 0)
        p.name[0] = '!'; /* only the copy's text: the caller's is out of reach */
    return length;
}

long t_check(const t_person *p)
{
    long sum = p->age + (p->name == NULL ? 0 : (long)strlen(p->name)) + (p->nick == NULL ? 0 : (long)strlen(p->nick));
    for (size_t i = 0; i < p->count; i++)
        sum += p->scores[i];
    return sum + (long)p->home.x;
}

static int grow_scores(t_person *p)
{
    int32_t *scores = t_malloc((p->count + 1) * sizeof *scores);
    if (scores == NULL)
        return -1;
    if (p->count > 0)
        memcpy(scores, p->scores, p->count * sizeof *scores);
    scores[p->count++] = 99;
    t_free(p->scores);
    p->scores = scores;
    return 0;
}

int t_birthday(t_person *p, enum t_how how)
{
    char *name;

    switch (how) {
    case T_CHANGE:
        p->age++;
        if (p->name != NULL && p->name[0] != 0)
            p->name[0] = 'X';
        p->home.x += 1;
        break;
    case T_REPLACE:
        name = copy_of("a name that is longer than what it replaces");
        if (name == NULL || grow_scores(p) < 0) {
            t_free(name);
            return 2;
        }
        t_free(p->name);
        p->name = name;
        p->age++;
        break;
    case T_FREE:
        t_free(p->name);
        p->name = NULL;
        t_free(p->scores);
        p->scores = NULL;
        p->count = 0;
        break;
    case T_FAIL:
        p->age = -1;
        return 1;
    default:
        break;
    }
    return 0;
}

int t_hire(t_person *p, const char *name, int n, int invalid)
{
    memset(p, 0, sizeof *p);
    p->name = copy_of(invalid ? "\xff" : name);
    p->nick = "static";
    p->age = n;
    p->scores = n > 0 ? t_malloc((size_t)n * sizeof *p->scores) : NULL;
    if (p->name == NULL || (n > 0 && p->scores == NULL))
        return 1;
    for (int i = 0; i < n; i++)
        p->scores[i] = i;
    p->count = n > 0 ? (size_t)n : 0;
    p->home = (t_point){n, -n};
    return n < 0;
}

t_person t_clone(const t_person *p)
{
    t_person clone;
    if (t_hire(&clone, p->name, 2, 0) == 0)
        clone.age = p->age;
    return clone;
}

t_person *t_allocate(const char *name)
{
    t_person *p = t_malloc(sizeof *p);
    if (p != NULL && t_hire(p, name, 3, name[0] == '?') != 0) {
        t_free(p->name);
        t_free(p->scores);
        t_free(p);
        return NULL;
    }
    return p;
}

void t_release(t_person *p)
{
    if (p == NULL)
        return;
    t_free(p->name);
    t_free(p->scores);
    t_free(p);
}

int t_promote(t_team *team, enum t_how how)
{
    int failed;

    team->rank++;
    failed = t_birthday(&team->lead, how);
    for (int i = 0; i < 2 && failed == 0; i++)
        failed = t_birthday(&team->members[i], how);
    return failed;
}

int t_everybody(t_person *people, size_t n, enum t_how how)
{
    for (size_t i = 0; i < n; i++) {
        int failed = t_birthday(&people[i], how);
        if (failed)
            return failed;
    }
    return 0;
}

long t_ages(const t_person *people, size_t n)
{
    long sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += t_check(&people[i]);
    return sum;
}

int t_staff(t_person *people, size_t n, int invalid)
{
    for (size_t i = 0; i < n; i++) {
        char name[32];
        snprintf(name, sizeof name, "person %zu", i);
        int failed = t_hire(&people[i], name, (int)i, (int)i == invalid);
        if (failed)
            return failed;
    }
    return 0;
}

int t_swap(t_person **p, enum t_how how)
{
    switch (how) {
    case T_CHANGE:
        return *p == NULL ? 0 : t_birthday(*p, how);
    case T_REPLACE:
        t_release(*p);
        *p = t_allocate("another");
        return 0;
    case T_FREE:
        t_release(*p);
        *p = NULL;
        return 0;
    case T_FAIL:
        return 1;
    default:
        return 0;
    }
}

/* Lists */

long t_sum_list(const t_node *list)
{
    long sum = 0;
    for (; list != NULL; list = list->next)
        sum += list->value;
    return sum;
}

const t_node *t_count_to(int n)
{
    static t_node nodes[1000];
    for (int i = 0; i < n && i < 1000; i++) {
        nodes[i].value = i + 1;
        nodes[i].next = i + 1 < n && i + 1 < 1000 ? &nodes[i + 1] : NULL;
    }
    return n > 0 ? nodes : NULL;
}

t_node *t_build_list(int n)
{
    t_node *list = NULL;
    for (; n > 0; n--) {
        t_node *node = t_malloc(sizeof *node);
        if (node == NULL) {
            t_free_list(list);
            return NULL;
        }
        *node = (t_node){n, list};
        list = node;
    }
    return list;
}

void t_free_list(t_node *list)
{
    while (list != NULL) {
        t_node *next = list->next;
        t_free(list);
        list = next;
    }
}

const t_node *t_circle(void)
{
    static t_node first, second = {2, &first};
    first = (t_node){1, &second};
    return &first;
}

/* Flexible array members, and tagged unions */

long t_sum_bag(const t_bag *bag)
{
    long sum = 0;
    for (int i = 0; i < bag->count; i++)
        sum += bag->items[i];
    return sum;
}

void t_double_bag(t_bag *bag)
{
    for (int i = 0; i < bag->count; i++)
        bag->items[i] *= 2;
}

double t_value_of(const t_variant *v)
{
    switch (v->kind) {
    case 1:
        return (double)v->u.integer;
    case 2:
        return v->u.real;
    case 3:
        return (double)strlen(v->u.text);
    default:
        return -1;
    }
}

int t_set_variant(t_variant *v, int kind)
{
    if (v->kind == 3)
        t_free(v->u.text);
    v->kind = kind;
    switch (kind) {
    case 1:
        v->u.integer = 42;
        break;
    case 2:
        v->u.real = 2.5;
        break;
    case 3:
        v->u.text = copy_of("made by C");
        return v->u.text == NULL;
    default:
        memset(&v->u, 0, sizeof v->u);
        break;
    }
    return 0;
}

int t_bulk_first(const t_bulk *bulk) { return bulk->bytes[0]; }
