#define TESTLIB_ALLOC_IMPLEMENTATION
#include "ownership.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

enum { KEEP_TEXT, REPLACE_TEXT, DROP_TEXT, UPPER_TEXT };

static long entered;

long t_entered(void) { return entered; }

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

static char *numbered(int i, int invalid)
{
    char text[32];
    if (i == invalid)
        return copy_of("\xff");
    snprintf(text, sizeof text, "name %d", i);
    return copy_of(text);
}

void t_replace(char **text, int how)
{
    char *old = *text;
    entered++;
    switch (how) {
    case REPLACE_TEXT:
        *text = copy_of("a replacement that is longer than what it replaces");
        t_free(old);
        break;
    case DROP_TEXT:
        *text = NULL;
        t_free(old);
        break;
    case UPPER_TEXT:
        make_upper(old);
        break;
    default:
        break;
    }
}

int t_list(char **names, int n, int invalid)
{
    entered++;
    for (int i = 0; i < n; i++)
        names[i] = numbered(i, invalid);
    return 0;
}

void t_list_borrowed(const char **names, int n)
{
    static const char *const all[] = {"zero", "one", "two", "three"};
    for (int i = 0; i < n; i++)
        names[i] = all[i % 4];
}

void t_list_partly(char **names, int n, int filled)
{
    for (int i = 0; i < n && i < filled; i++)
        names[i] = numbered(i, -1);
}

void t_shout_all(char **names, size_t n, int how)
{
    entered++;
    for (size_t i = 0; i < n; i++) {
        if (how == REPLACE_TEXT) {
            char *old = names[i];
            names[i] = numbered((int)i, -1);
            t_free(old);
        } else {
            make_upper(names[i]);
        }
    }
}

void t_append(int32_t **values, size_t *n, int32_t value)
{
    int32_t *longer = t_malloc((*n + 1) * sizeof *longer);
    entered++;
    memcpy(longer, *values, *n * sizeof *longer);
    longer[*n] = value;
    t_free(*values);
    *values = longer;
    ++*n;
}
