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
        } else if (how == DROP_TEXT) {
            t_free(names[i]);
            names[i] = NULL;
        } else if (how == UPPER_TEXT && names[i] != NULL) {
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

static char16_t *copy_of_16(const char16_t *text)
{
    size_t size = sizeof *text;
    char16_t *copy;

    for (const char16_t *end = text; *end != 0; end++)
        size += sizeof *text;
    copy = t_malloc(size);
    if (copy != NULL)
        memcpy(copy, text, size);
    return copy;
}

void t_replace_16(char16_t **text, int how)
{
    entered++;
    if (how == DROP_TEXT || how == REPLACE_TEXT) {
        t_free(*text);
        *text = how == DROP_TEXT ? NULL : copy_of_16(u"another \U0001f600");
    }
}

/* What a callee does to a pointer that is only in: it changes the text, or leaves another pointer there. */
size_t t_peek(char **text, int how)
{
    size_t length = *text == NULL ? 0 : strlen(*text);

    entered++;
    if (how == UPPER_TEXT)
        make_upper(*text);
    else if (how == DROP_TEXT)
        *text = NULL;
    return length;
}

size_t t_peek_const(const char *const *text) { return strlen(*text); }

size_t t_peek_16(char16_t **text)
{
    size_t length = 0;
    while ((*text)[length] != 0)
        length++;
    (*text)[0] = u'#';
    *text = NULL;
    return length;
}

int32_t t_sum_behind(int32_t **values, size_t n, int how)
{
    int32_t sum = 0;
    for (size_t i = 0; i < n; i++) {
        sum += (*values)[i];
        (*values)[i] = -1;
    }
    if (how == DROP_TEXT)
        *values = NULL;
    return sum;
}

static void *kept[8];
static int kept_count;

/* Keeps a block, also where it fails: from then on it is C's. */
static int keep(void *block, int status)
{
    entered++;
    if (block != NULL && kept_count < 8)
        kept[kept_count++] = block;
    return status;
}

int t_keep(char *text, int n) { return keep(text, n < 0 ? n : text == NULL ? 0 : n > 0 ? text[n - 1] : (int)strlen(text)); }

int t_keep_16(char16_t *text) { return keep(text, text[0]); }

int t_keep_array(int32_t *values, size_t n, int fails) { return keep(values, fails ? -1 : n == 0 ? 0 : values[n - 1]); }

int t_keep_ended(int32_t *values)
{
    int count = 0;
    while (values[count] != 0)
        count++;
    return keep(values, count);
}

int t_let_go(void)
{
    int count = kept_count;
    while (kept_count > 0)
        t_free(kept[--kept_count]);
    return count;
}

int t_append_text(char ***names, size_t *n, const char *name, int how)
{
    char **longer;

    entered++;
    if (how == KEEP_TEXT)
        return 0;
    if (how == DROP_TEXT) {
        for (size_t i = 0; i < *n; i++)
            t_free((*names)[i]);
        t_free(*names);
        *names = NULL;
        *n = 0;
        return 0;
    }
    if (how == UPPER_TEXT) {
        /* In place: the first goes, the others move up, and one that is replaced. */
        t_free((*names)[0]);
        for (size_t i = 1; i < *n; i++)
            (*names)[i - 1] = (*names)[i];
        (*names)[*n - 1] = copy_of(name);
        return 0;
    }
    longer = t_malloc((*n + 1) * sizeof *longer);
    if (*n > 0)
        memcpy(longer, *names, *n * sizeof *longer);
    longer[*n] = copy_of(name);
    t_free(*names);
    *names = longer;
    ++*n;
    return how > UPPER_TEXT;
}

void t_sort_ended(char ***names)
{
    for (size_t i = 0; (*names)[i] != NULL; i++) {
        for (size_t j = i; j > 0 && strcmp((*names)[j - 1], (*names)[j]) > 0; j--) {
            char *text = (*names)[j];
            (*names)[j] = (*names)[j - 1];
            (*names)[j - 1] = text;
        }
    }
}

void t_words(char ***words, const char *text)
{
    size_t count = 0, room = strlen(text) + 1;
    char **list = t_malloc(room * sizeof *list);

    while (*text != 0) {
        size_t length = strcspn(text, " ");
        list[count] = t_malloc(length + 1);
        memcpy(list[count], text, length);
        list[count++][length] = 0;
        text += length + (text[length] != 0);
    }
    list[count] = NULL;
    *words = list;
}

void t_list_16(char16_t **names, int n)
{
    static const char16_t *const all[] = {u"null", u"\u00e9ins", u"\U0001f600"};
    for (int i = 0; i < n; i++)
        names[i] = copy_of_16(all[i % 3]);
}

void t_remove(char **names, const char *name)
{
    for (char **to = names;; names++) {
        if (*names != NULL && strcmp(*names, name) == 0) {
            t_free(*names);
            continue;
        }
        *to++ = *names;
        if (*names == NULL)
            break;
    }
}
