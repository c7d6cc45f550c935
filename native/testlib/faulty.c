#include "faulty.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

/* The compiler must not see that this is wrong, nor leave out what has no use. */
#define HIDDEN(pointer) ((void *)(uintptr_t)(volatile uintptr_t){(uintptr_t)(pointer)})

void t_overrun(double *values, size_t n)
{
    for (size_t i = 0; i <= n; i++)
        values[i] = (double)i;
}

void t_overrun_new(int *values, size_t n)
{
    for (size_t i = 0; i <= n; i++)
        values[i] = (int)i;
}

void t_overrun_by_a_byte(unsigned char *values, size_t n) { memset(values, 1, n + 1); }
void t_underrun(int *values, size_t n)
{
    int *before = HIDDEN(values);
    memset(values, 0, n * sizeof *values);
    before[-1] = 7;
}

void t_overrun_slot(int *value)
{
    long *wide = HIDDEN(value);
    long both = 1;
    memcpy(wide, &both, sizeof both);
}

void t_overrun_in_out_slot(short *value) { memset(HIDDEN(value), 0, sizeof(int)); }
void t_overrun_text(char *text, size_t size) { memset(text, 'x', size), text[size] = '\0'; }
void t_overrun_given(char *text, size_t size) { text[size] = '!'; }
int t_overrun_and_fail(int *values, size_t n) { return values[n] = 1; }
void t_overrun_second(int *first, int *second, size_t n)
{
    for (size_t i = 0; i < n; i++)
        first[i] = second[i] = 1;
    second[n] = 1;
}

void t_overrun_made(char **text)
{
    *text = strdup("made by C");
    memset((char *)HIDDEN(text) + sizeof *text, 0, 1);
}

void t_change_in(double *values, size_t n) { values[n - 1] = -1; }
void t_change_one(int *value) { *value += 1; }
void t_change_text(char *text) { text[1] ^= 0x20; }
void t_change_wide(wchar_t *text) { text[2] = L'?'; }
void t_change_texts(char **texts, size_t n) { texts[n - 1][1] ^= 0x20; }
void t_swap_texts(char **texts, size_t n)
{
    char *first = texts[0];
    texts[0] = texts[n - 1];
    texts[n - 1] = first;
}

void t_unterminated(char *text, size_t size) { memset(text, 'x', size); }
int t_nothing_written(int *value) { return value == NULL; }
int t_no_text_written(char *text, size_t size) { return text == NULL || size == 0; }
int t_no_elements_written(int *values, size_t n) { return values == NULL && n > 0; }
void t_less_than_it_says(int *values, size_t n, size_t *valid)
{
    for (size_t i = 0; i + 1 < n; i++)
        values[i] = (int)i;
    *valid = n;
}

void t_more_than_there_is(int *values, size_t n, size_t *valid)
{
    for (size_t i = 0; i < n; i++)
        values[i] = (int)i;
    *valid = n + 1;
}

double t_read_past(const double *values, size_t n) { return *(volatile const double *)&values[n]; }
double t_read_far_past(const double *values, size_t n) { return *(volatile const double *)&values[n + 4096]; }
void t_write_far_past(int *values, size_t n) { *(volatile int *)&values[n + 4096] = 1; }
void t_write_far_before(int *values, size_t n) { *(volatile int *)&values[-4096 - (long)n] = 1; }
void t_write_anywhere(int *values, size_t n) { *(volatile int *)HIDDEN(values == NULL ? n : 16) = 1; }
void t_free_in(char *text) { free(HIDDEN(text)); }

int t_grow_overrun(char *text, size_t size)
{
    if (size < 600)
        return 1;
    memset(text, 'x', size + 1);
    return 0;
}

void t_overrun_record(t_point *point) { memset(HIDDEN(point), 0, sizeof *point + 1); }
void t_overrun_own_record(t_point *point) { point->x += 1, memset((char *)HIDDEN(point) + sizeof *point, 0, 8); }
void t_overrun_records(t_point *points, size_t n)
{
    for (size_t i = 0; i <= n; i++)
        points[i].x = 1;
}

void t_change_record(t_point *point) { point->y = -1; }
void t_change_records(t_point *points, size_t n) { points[n - 1].y = -1; }
void t_change_person(t_person *person) { person->age++; }

int t_move(t_point *points, size_t n)
{
    for (size_t i = 0; i < n; i++)
        points[i].x += 1;
    return (int)n;
}

const char *t_inside(const char *text, char letter) { return strchr(text, letter); }
void t_rest(const char *text, const char **rest) { *rest = text + strcspn(text, " "); }

size_t t_part(int *values, size_t n)
{
    for (size_t i = 0; i < n / 2; i++)
        values[i] = (int)i;
    return n / 2;
}

void t_add_into(const int *first, const int *second, int *sum, size_t n)
{
    for (size_t i = 0; i < n; i++)
        sum[i] = first[i] + second[i];
}

int t_maybe(int flag, int *value)
{
    if (flag)
        *value = 7;
    return flag;
}

int t_read_only(const int *values, size_t n)
{
    int sum = 0;
    while (n-- > 0)
        sum += values[n];
    return sum;
}

/* All the bytes there are. */
void t_fill_poison(unsigned char *values, size_t n)
{
    for (size_t i = 0; i < n; i++)
        values[i] = (unsigned char)(i * 89 + 0x4d);
}
