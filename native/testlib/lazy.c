/* A library that is only ever opened by name: there is no header for it, and it is compiled by the tests themselves. */

#include <errno.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int lazy_level = 7;

int lazy_add(int a, int b) { return a + b; }

typedef struct lazy_box { int shut; } lazy_box;

static lazy_box only_box;

size_t lazy_box_place(void) { return (size_t)&only_box; }
int lazy_boxes_shut(void) { return only_box.shut; }
int lazy_box_shut(lazy_box *box) { return box->shut++; }
int lazy_box_fine(int answer) { return answer == 0; }

double lazy_sum(const double *values, size_t n)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += values[i];
    return sum;
}

const char *lazy_name(void) { return "lazy"; }

void lazy_upper(char *text, size_t size)
{
    for (size_t i = 0; i < size && text[i] != 0; i++) {
        if (text[i] >= 'a' && text[i] <= 'z')
            text[i] = (char)(text[i] - 'a' + 'A');
    }
}

int lazy_fail(int number)
{
    errno = number;
    return -1;
}

/* Declared in Python as returning one byte of truth: the rest of the register is not its business. */
int lazy_truth(int value) { return 0x7fffff00 | (value != 0); }

int lazy_spelledW(void) { return 1; }

size_t lazy_default(size_t n) { return n * 2; }

void lazy_fill(unsigned char *bytes, size_t n) { memset(bytes, 'z', n); }

/* What callables give and are stopped by comes from functions that nobody else calls. */
static int stops;
void *lazy_alloc(size_t size) { return malloc(size); }
void lazy_drop(void *block) { free(block); }
void lazy_stop(int x) { stops += x; }
int lazy_stops(void) { return stops; }

int lazy_use(char *(*give)(int id), int id)
{
    char *text = give(id);
    int first = text != NULL ? text[0] : -1;
    free(text);
    return first;
}

void lazy_visit(void (*visit)(int x), int x) { visit(x); }

typedef struct lazy_giver { char *(*give)(int id); } lazy_giver;
int lazy_use_giver(const lazy_giver *giver, int id) { return lazy_use(giver->give, id); }

int lazy_total(int count, ...)
{
    int total = 0;
    va_list list;

    va_start(list, count);
    while (count-- > 0)
        total += va_arg(list, int);
    va_end(list);
    return total;
}

int lazy_compose(char *text, size_t size, const char *format, ...)
{
    va_list list;
    int result;

    va_start(list, format);
    result = vsnprintf(text, size, format, list);
    va_end(list);
    return result;
}
