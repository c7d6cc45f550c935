#define TESTLIB_ALLOC_IMPLEMENTATION
#include "strings.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static long entered;

long t_entered(void) { return entered; }

static size_t length_16(const char16_t *text)
{
    size_t length = 0;
    while (text[length] != 0)
        length++;
    return length;
}

static size_t length_32(const char32_t *text)
{
    size_t length = 0;
    while (text[length] != 0)
        length++;
    return length;
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

size_t t_length(const char *text)
{
    entered++;
    return strlen(text);
}

size_t t_length_typedef(t_text text) { return strlen(text); }
size_t t_length_wide(const wchar_t *text) { return wcslen(text); }
size_t t_length_16(const char16_t *text) { return length_16(text); }
size_t t_length_32(const char32_t *text) { return length_32(text); }
int t_is_null(const char *text) { return text == NULL; }

const char *t_greeting(void) { return "gr\xc3\xbc\xc3\x9f dich"; }

const char *t_borrowed(int which)
{
    switch (which) {
    case 0:
        return NULL;
    case 1:
        return "";
    default:
        return "some";
    }
}

const char *t_null_text(void) { return NULL; }
const char *t_invalid_utf8(void) { return "ab\xff!"; }

/* The result lives in the argument. */
const char *t_echo(const char *text) { return text; }

size_t t_bytes_of(const char *text, uint8_t *bytes, size_t capacity)
{
    size_t length = strlen(text);
    memcpy(bytes, text, length < capacity ? length : capacity);
    return length;
}

const char *t_text_of(const uint8_t *bytes, size_t size)
{
    static char text[1024];
    size = size < sizeof text ? size : sizeof text - 1;
    memcpy(text, bytes, size);
    text[size] = 0;
    return text;
}

size_t t_units_wide(const wchar_t *text, uint32_t *units, size_t capacity)
{
    size_t length = wcslen(text);
    for (size_t i = 0; i < length && i < capacity; i++)
        units[i] = (uint32_t)text[i];
    return length;
}

size_t t_units_16(const char16_t *text, uint16_t *units, size_t capacity)
{
    size_t length = length_16(text);
    for (size_t i = 0; i < length && i < capacity; i++)
        units[i] = text[i];
    return length;
}

size_t t_units_32(const char32_t *text, uint32_t *units, size_t capacity)
{
    size_t length = length_32(text);
    for (size_t i = 0; i < length && i < capacity; i++)
        units[i] = text[i];
    return length;
}

#define DEFINE_TEXT_OF(name, character, unit)                 \
    const character *name(const unit *units, size_t size)     \
    {                                                         \
        static character text[1024];                          \
        size = size < 1024 ? size : 1023;                     \
        for (size_t i = 0; i < size; i++)                     \
            text[i] = (character)units[i];                    \
        text[size] = 0;                                       \
        return text;                                          \
    }

DEFINE_TEXT_OF(t_text_of_16, char16_t, uint16_t)
DEFINE_TEXT_OF(t_text_of_32, char32_t, uint32_t)
DEFINE_TEXT_OF(t_text_of_wide, wchar_t, uint32_t)

char *t_duplicate(const char *text) { return copy_of(text); }
char *t_duplicate_or_null(const char *text) { return text == NULL ? NULL : copy_of(text); }

char *t_duplicate_with_malloc(const char *text)
{
    size_t size = strlen(text) + 1;
    char *copy = malloc(size);
    if (copy != NULL)
        memcpy(copy, text, size);
    return copy;
}

char *t_invalid_owned(void) { return copy_of("ok\xff"); }

#define DEFINE_DUPLICATE(name, character, length)             \
    character *name(const character *text)                    \
    {                                                         \
        size_t size = (length(text) + 1) * sizeof(character); \
        character *copy = t_malloc(size);                     \
        if (copy != NULL)                                     \
            memcpy(copy, text, size);                         \
        return copy;                                          \
    }

DEFINE_DUPLICATE(t_duplicate_wide, wchar_t, wcslen)
DEFINE_DUPLICATE(t_duplicate_16, char16_t, length_16)
DEFINE_DUPLICATE(t_duplicate_32, char32_t, length_32)

void t_name(char *buffer, size_t size)
{
    entered++;
    snprintf(buffer, size, "a name");
}

/* Copies what fits, the terminator only if it does. */
#define DEFINE_PUT(name, character, length)                              \
    void name(character *buffer, size_t size, const character *text)     \
    {                                                                    \
        size_t needed = length(text) + 1;                                \
        memcpy(buffer, text, (needed < size ? needed : size) * sizeof(character)); \
    }

DEFINE_PUT(t_put, char, strlen)
DEFINE_PUT(t_put_wide, wchar_t, wcslen)
DEFINE_PUT(t_put_16, char16_t, length_16)
DEFINE_PUT(t_put_32, char32_t, length_32)

void t_unterminated(char *buffer, size_t size) { memset(buffer, 'x', size); }

void t_untouched(char *buffer, size_t size)
{
    (void)buffer;
    (void)size;
}

void t_partial(char *buffer, size_t size, long *length, long reported)
{
    memset(buffer, 'p', size);
    *length = reported;
}

void t_upper(char *text, size_t size)
{
    (void)size;
    entered++;
    make_upper(text);
}

void t_append_bang(char *text, size_t size)
{
    size_t length = strlen(text);
    if (length + 1 < size) {
        text[length] = '!';
        text[length + 1] = 0;
    }
}

void t_scribble(char *text) { memset(text, '#', strlen(text)); }

char *t_path(char *buffer, size_t size, int length)
{
    entered++;
    if (length < 0) {
        errno = ENOENT;
        return NULL;
    }
    if (size < (size_t)length + 1) {
        errno = ERANGE;
        return NULL;
    }
    memset(buffer, 'p', (size_t)length);
    buffer[length] = 0;
    return buffer;
}

/* 0: done, 1: too small, 2: never. */
int t_fill_status(char *buffer, size_t size, int needed)
{
    entered++;
    if (needed < 0)
        return 2;
    if (size < (size_t)needed + 1)
        return 1;
    memset(buffer, 'f', (size_t)needed);
    buffer[needed] = 0;
    return 0;
}

int t_render(char *buffer, size_t size, const char *text, int times)
{
    size_t one = strlen(text);
    size_t all = one * (size_t)times;
    entered++;
    for (size_t i = 0; i < all && i + 1 < size; i++)
        buffer[i] = text[i % one];
    if (size > 0)
        buffer[all < size ? all : size - 1] = 0;
    return (int)all;
}

int t_render_into(char *buffer, size_t *size, const char *text)
{
    size_t needed = strlen(text) + 1;
    size_t room = *size;
    entered++;
    *size = needed;
    if (buffer == NULL)
        return 0;
    if (room < needed)
        return -1;
    memcpy(buffer, text, needed);
    return 0;
}

void t_make(char **text, const char *from)
{
    entered++;
    *text = from == NULL ? NULL : copy_of(from);
}

void t_make_two(char **first, char **second, int invalid)
{
    *first = copy_of(invalid == 1 ? "\xff" : "first");
    *second = copy_of(invalid == 2 ? "\xff" : "second");
}

int t_make_status(char **text, int status)
{
    *text = status == 0 ? copy_of("made") : NULL;
    return status;
}

void t_lend(const char **text, int which) { *text = t_borrowed(which); }

size_t t_total_length(const char *const *names, size_t n)
{
    size_t total = 0;
    entered++;
    for (size_t i = 0; i < n; i++)
        total += strlen(names[i]);
    return total;
}

int t_count_null(const char *const *names, size_t n)
{
    int count = 0;
    for (size_t i = 0; i < n; i++)
        count += names[i] == NULL;
    return count;
}

int t_argc(const char *const *argv)
{
    int count = 0;
    while (argv[count] != NULL)
        count++;
    return count;
}

static char *numbered(int i, int invalid)
{
    char text[32];
    if (i == invalid)
        return copy_of("\xff");
    snprintf(text, sizeof text, "name %d", i);
    return copy_of(text);
}

int t_make_list(char ***names, int *n, int count, int invalid)
{
    char **list = t_malloc((size_t)(count > 0 ? count : 1) * sizeof *list);
    if (list == NULL)
        return -1;
    for (int i = 0; i < count; i++)
        list[i] = numbered(i, invalid);
    *names = list;
    *n = count;
    return 0;
}

const char *const *t_words(void)
{
    static const char *const words[] = {"alpha", "beta", "gamma", NULL};
    return words;
}

char **t_split(const char *text)
{
    size_t parts = 1;
    for (const char *c = text; *c != 0; c++)
        parts += *c == ' ';
    char **list = t_malloc((parts + 1) * sizeof *list);
    for (size_t i = 0; i < parts; i++) {
        size_t length = strcspn(text, " ");
        list[i] = t_malloc(length + 1);
        memcpy(list[i], text, length);
        list[i][length] = 0;
        text += length + (text[length] != 0);
    }
    list[parts] = NULL;
    return list;
}


#define DEFINE_NULS(name, character)              \
    size_t name(const character *text, size_t n)  \
    {                                             \
        size_t nuls = 0;                          \
        for (size_t i = 0; i < n; i++)            \
            nuls += text[i] == 0;                 \
        return nuls;                              \
    }

DEFINE_NULS(t_nuls, char)
DEFINE_NULS(t_nuls_16, char16_t)
DEFINE_NULS(t_nuls_32, char32_t)
DEFINE_NULS(t_nuls_wide, wchar_t)

size_t t_nuls_16_bytes(const char16_t *text, size_t n) { return n % 2 == 0 ? t_nuls_16(text, n / 2) : (size_t)-1; }

size_t t_nuls_loose(char *text, size_t n)
{
    size_t nuls = t_nuls(text, n);
    memset(text, '#', n);
    return nuls;
}

/* "a", NUL, "a", NUL ... */
static void fill_block(char *text, size_t n)
{
    for (size_t i = 0; i < n; i++)
        text[i] = i % 2 == 0 ? 'a' : 0;
}

const char *t_block(size_t n)
{
    static char block[64];
    fill_block(block, sizeof block);
    return n <= sizeof block ? block : NULL;
}

const char16_t *t_block_16(size_t n)
{
    static char16_t block[32];
    for (size_t i = 0; i < 32; i++)
        block[i] = i % 2 == 0 ? u'a' : 0;
    return n <= 32 ? block : NULL;
}

char *t_make_block(size_t *n, size_t count)
{
    char *block = t_malloc(count > 0 ? count : 1);
    if (block != NULL)
        fill_block(block, count);
    *n = count;
    return block;
}

size_t t_put_block(char *text, size_t size)
{
    fill_block(text, size);
    return size;
}

size_t t_put_block_16(char16_t *text, size_t size)
{
    for (size_t i = 0; i < size / 2; i++)
        text[i] = i % 2 == 0 ? u'a' : 0;
    return size;
}

void t_hand_block(char **text, size_t *n, size_t count) { *text = t_make_block(n, count); }

#define DEFINE_REVERSE(name, character)                 \
    void name(character **text, size_t *n)              \
    {                                                   \
        character *made = t_malloc((*n + 1) * sizeof *made); \
        for (size_t i = 0; i < *n; i++)                 \
            made[i] = (*text)[*n - 1 - i];              \
        made[*n] = u'!';                                \
        ++*n;                                           \
        t_free(*text);                                  \
        *text = made;                                   \
    }

DEFINE_REVERSE(t_reverse, char)
DEFINE_REVERSE(t_reverse_16, char16_t)

static size_t length_wide(const wchar_t *text) { return wcslen(text); }

#define DEFINE_INSERT(name, character, length, unit)             \
    void name(character *text, size_t size, character first)     \
    {                                                            \
        size_t units = text == NULL ? size : length(text);       \
        entered++;                                               \
        if (units + 2 <= size / (unit)) {                        \
            memmove(text + 1, text, (units + 1) * sizeof *text); \
            text[0] = first;                                     \
        }                                                        \
    }

DEFINE_INSERT(t_insert, char, strlen, 1)
DEFINE_INSERT(t_insert_16, char16_t, length_16, 1)
DEFINE_INSERT(t_insert_32, char32_t, length_32, 1)
DEFINE_INSERT(t_insert_wide, wchar_t, length_wide, sizeof(wchar_t))

void t_capitalize(char *text) { text[0] = (char)toupper((unsigned char)text[0]); }

void t_capitalize_16(char16_t *text)
{
    if (text[0] >= u'a' && text[0] <= u'z')
        text[0] = (char16_t)(text[0] - u'a' + u'A');
}

size_t t_total_16(const char16_t *const *names, size_t n)
{
    size_t total = 0;
    for (size_t i = 0; i < n; i++)
        total += length_16(names[i]);
    return total;
}

size_t t_total_wide(const wchar_t *const *names)
{
    size_t total = 0;
    for (; *names != NULL; names++)
        total += wcslen(*names);
    return total;
}

const char16_t *const *t_words_16(void)
{
    static const char16_t *const words[] = {u"\u00e4", u"", u"\U0001f600", NULL};
    return words;
}

const char32_t *const *t_words_32(void)
{
    static const char32_t *const words[] = {U"\u00e4", NULL, U"\U0001f600"};
    return words;
}
