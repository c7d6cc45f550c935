#define TESTLIB_ALLOC_IMPLEMENTATION
#include "sizes.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

enum { TOLD = 16, WANTED = 600 };

static long entered;
static long told[TOLD];
static int calls;

long t_entered(void) { return entered; }

void t_forget(void) { calls = 0; }

long t_told(int call) { return call >= 0 && call < calls ? told[call] : -1; }

static void remember(long value)
{
    entered++;
    if (calls < TOLD)
        told[calls++] = value;
}

static char *copy_of(const char *text)
{
    size_t size = strlen(text) + 1;
    char *copy = t_malloc(size);
    if (copy != NULL)
        memcpy(copy, text, size);
    return copy;
}

static void make_upper(char *text)
{
    for (; *text != 0; text++)
        *text = (char)toupper((unsigned char)*text);
}

int t_grow_state(char *buffer, size_t size, int *state)
{
    remember(*state);
    *state = 99;
    if (size < WANTED)
        return 1;
    strcpy(buffer, "enough");
    return 0;
}

int t_grow_counted(const int *source, size_t *count, int32_t *target, size_t *room)
{
    (void)source;
    remember((long)*count);
    *count = 0;
    if (*room < WANTED)
        return 1;
    for (int i = 0; i < WANTED; i++)
        target[i] = i;
    *room = WANTED;
    return 0;
}

int t_grow_position(unsigned char *target, size_t *position, size_t size)
{
    remember((long)*position);
    while (*position < size && *position < 10)
        target[(*position)++] = 'A';
    return *position < 10;
}

int t_grow_small(char *buffer, unsigned char size)
{
    remember(size);
    if (size < 255)
        return 1;
    strcpy(buffer, "at last");
    return 0;
}

int t_query_state(int32_t *values, size_t *n, int *state)
{
    remember(*state);
    *state = 99;
    for (size_t i = 0; values != NULL && i < *n && i < 3; i++)
        values[i] = (int32_t)i;
    *n = 3;
    return 0;
}

int t_query_status(char *buffer, size_t size, int status)
{
    entered++;
    if (status != 0)
        return status;
    if (buffer != NULL && size > 3)
        strcpy(buffer, "abc");
    return 3;
}

void t_fill_bytes(int32_t *values, size_t bytes)
{
    entered++;
    memset(values, 1, bytes);
}

long t_sum_bytes(const int32_t *values, size_t bytes, int factor)
{
    long sum = 0;
    entered++;
    for (size_t i = 0; i < bytes * (size_t)factor; i++)
        sum += ((const unsigned char *)values)[i];
    return sum;
}

void t_fill_wide(wchar_t *text, size_t bytes)
{
    entered++;
    memset(text, 0, bytes);
    for (size_t i = 0; i + 1 < bytes / sizeof *text; i++)
        text[i] = L'w';
}

size_t t_wide_bytes(const wchar_t *text, size_t bytes)
{
    (void)text;
    entered++;
    return bytes;
}

long t_sum_text(const char *text, int n)
{
    long sum = 0;
    entered++;
    for (int i = 0; i < 2 * n; i++)
        sum += text[i];
    return sum;
}

long t_sum_twice(int **values, int n)
{
    long sum = 0;
    entered++;
    for (int i = 0; i < 2 * n; i++)
        sum += (*values)[i];
    return sum;
}

long t_sum_ended(int **values)
{
    long sum = 0;
    entered++;
    for (const int *value = *values; *value != 0; value++)
        sum += *value;
    return sum;
}

long t_sum_cells(const unsigned char *cells, int width, int height)
{
    long sum = 0;
    entered++;
    for (long i = 0; i < (long)width * height; i++)
        sum += cells[i];
    return sum;
}

void t_fill_cells(unsigned char *cells, int64_t width, int64_t height)
{
    entered++;
    memset(cells, 1, (size_t)(width * height));
}

void t_fill_unsigned(int32_t *values, uint64_t n)
{
    entered++;
    memset(values, 0, n * sizeof *values);
}

static long sum_of(const int *values, int n)
{
    long sum = 0;
    entered++;
    for (int i = 0; i < n; i++)
        sum += values[i];
    return sum;
}

long t_sum_quotient(const int *values, int n, int divisor) { return sum_of(values, n / divisor); }

long t_sum_remainder(const int *values, int n, int divisor) { return sum_of(values, n % divisor); }

long t_sum_after(const int *n, const int *values) { return sum_of(values, n == NULL ? 1 : *n + 1); }

int t_status_by(int *status, int value)
{
    entered++;
    if (status != NULL)
        *status = value;
    return status != NULL;
}

void t_one(int *value)
{
    entered++;
    *value = 1;
}

void t_upper(char *text, size_t size)
{
    (void)size;
    entered++;
    if (text != NULL)
        make_upper(text);
}

int t_shout_texts(char **texts, size_t n)
{
    entered++;
    if (texts == NULL)
        return -1;
    for (size_t i = 0; i < n; i++)
        make_upper(texts[i]);
    return (int)n;
}

int t_shout_both(char **first, size_t n, char **second, size_t m, int factor)
{
    (void)factor;
    return t_shout_texts(first, n) + t_shout_texts(second, m);
}

void t_replace(char **text)
{
    char *old;
    entered++;
    if (text == NULL)
        return;
    old = *text;
    *text = copy_of(old == NULL ? "there was none" : "there was one");
    t_free(old);
}

static void make_list(char ***names, int n)
{
    *names = t_malloc((size_t)n * sizeof **names);
    for (int i = 0; i < n; i++)
        (*names)[i] = copy_of("name");
}

int t_spoil_then_list(char **text, char ***names, int *n)
{
    entered++;
    *text = copy_of("\xff\xfe");
    *n = 3;
    make_list(names, *n);
    return 0;
}

int t_list_status(char ***names, int *n, int reported, int status)
{
    entered++;
    make_list(names, reported < 0 ? 0 : reported);
    *n = reported;
    return status;
}

size_t t_misalignment(const int32_t *values, size_t n)
{
    (void)n;
    entered++;
    return (uintptr_t)values % _Alignof(int32_t);
}

void t_count_up(int32_t *values, size_t n)
{
    size_t off = t_misalignment(values, n);
    for (size_t i = 0; off == 0 && i < n; i++)
        values[i] = (int32_t)i + 1;
}

int t_keep(int32_t *values, size_t n, long *valid, long reported, int status)
{
    entered++;
    for (size_t i = 0; i < n; i++)
        values[i] = 42;
    *valid = reported;
    return status;
}

size_t t_length(const char *text) { return strlen(text); }

int t_echo(int value) { return value; }

int t_grow_scribbling(int *numbers, int n, char *text, char *buffer, size_t size)
{
    int untouched = n > 0 && numbers[0] == 1 && text[0] == 'a';

    numbers[0] = 9;
    text[0] = '!';
    if (!untouched)
        return -1;
    if (size < 9)
        return 1;
    memcpy(buffer, "as given", 9);
    return 0;
}

static char *numbered(int i)
{
    char *text = t_malloc(8);

    if (text != NULL)
        snprintf(text, 8, "text %d", i);
    return text;
}

size_t t_texts_length(const char *const *texts, size_t bytes)
{
    size_t length = 0;

    for (size_t i = 0; i < bytes / sizeof *texts; i++)
        length += strlen(texts[i]);
    return length;
}

void t_texts_fill(char **texts, size_t room, size_t *bytes)
{
    *bytes = room > sizeof *texts ? room - sizeof *texts : room; /* one less than there is room for */
    for (size_t i = 0; i < *bytes / sizeof *texts; i++)
        texts[i] = numbered((int)i);
}

void t_texts_upper(char **texts, size_t bytes)
{
    for (size_t i = 0; i < bytes / sizeof *texts; i++)
        for (char *each = texts[i]; *each; each++)
            *each = (char)toupper((unsigned char)*each);
}

void t_texts_made(char ***texts, size_t *bytes, int n)
{
    *bytes = (size_t)n * sizeof **texts;
    *texts = t_malloc(*bytes);
    for (int i = 0; i < n; i++)
        (*texts)[i] = numbered(i);
}

t_labelled *t_labels_made(size_t *bytes, int n)
{
    t_labelled *made = t_malloc((size_t)n * sizeof *made);

    *bytes = (size_t)n * sizeof *made;
    for (int i = 0; i < n; i++)
        made[i] = (t_labelled){i, numbered(i)};
    return made;
}

/* Joins texts of C's own, and frees them. */
static void joined(char **texts, size_t bytes, char *text, size_t size)
{
    size_t used = 0;

    text[0] = 0;
    for (size_t i = 0; i < bytes / sizeof *texts; i++) {
        used += (size_t)snprintf(text + used, size - used, "%s%s", i > 0 ? " " : "", texts[i]);
        t_free(texts[i]);
    }
}

int t_label(t_labeller label, void *data, char *text, size_t size)
{
    static const char *const given[] = {"one", "two"};
    char *names[3];
    size_t out = 0;
    int status = label(data, given, sizeof given, names, sizeof names, &out);

    joined(names, status < 0 ? 0 : out, text, size);
    return status;
}

int t_list(t_lister list, void *data, char *text, size_t size)
{
    char **names = NULL;
    size_t bytes = 0;
    int status = list(data, &names, &bytes);

    joined(names, bytes, text, size);
    t_free(names);
    return status;
}
