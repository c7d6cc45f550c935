/* Text in every shape: in, returned, owned, borrowed, out buffers, in-out buffers, growing, queried, lists, encodings. */
#ifndef TESTLIB_STRINGS_H
#define TESTLIB_STRINGS_H

#include <errno.h>
#include <stddef.h>
#include <stdint.h>
#include <uchar.h>
#include <wchar.h>

#include "testlib_alloc.h"

typedef const char *t_text;

long t_entered(void); /* how often a function that counts itself has been called */

size_t t_length(const char *text);
size_t t_length_typedef(t_text text);
size_t t_length_wide(const wchar_t *text);
size_t t_length_16(const char16_t *text);
size_t t_length_32(const char32_t *text);
int t_is_null(const char *text);

const char *t_greeting(void);
const char *t_borrowed(int which);
const char *t_null_text(void);
const char *t_invalid_utf8(void);
const char *t_echo(const char *text);
size_t t_bytes_of(const char *text, uint8_t *bytes, size_t capacity);
const char *t_text_of(const uint8_t *bytes, size_t size);
size_t t_units_wide(const wchar_t *text, uint32_t *units, size_t capacity);
size_t t_units_16(const char16_t *text, uint16_t *units, size_t capacity);
size_t t_units_32(const char32_t *text, uint32_t *units, size_t capacity);
const char16_t *t_text_of_16(const uint16_t *units, size_t size);
const char32_t *t_text_of_32(const uint32_t *units, size_t size);
const wchar_t *t_text_of_wide(const uint32_t *units, size_t size);

char *t_duplicate(const char *text);
char *t_duplicate_or_null(const char *text);
char *t_duplicate_with_malloc(const char *text);
char *t_invalid_owned(void);
wchar_t *t_duplicate_wide(const wchar_t *text);
char16_t *t_duplicate_16(const char16_t *text);
char32_t *t_duplicate_32(const char32_t *text);

void t_name(char *buffer, size_t size);
void t_put(char *buffer, size_t size, const char *text);
void t_put_wide(wchar_t *buffer, size_t size, const wchar_t *text);
void t_put_16(char16_t *buffer, size_t size, const char16_t *text);
void t_put_32(char32_t *buffer, size_t size, const char32_t *text);
void t_unterminated(char *buffer, size_t size);
void t_untouched(char *buffer, size_t size);
void t_partial(char *buffer, size_t size, long *length, long reported);
void t_upper(char *text, size_t size);
void t_append_bang(char *text, size_t size);
void t_scribble(char *text);

char *t_path(char *buffer, size_t size, int length);
int t_fill_status(char *buffer, size_t size, int needed);
int t_render(char *buffer, size_t size, const char *text, int times);
int t_render_into(char *buffer, size_t *size, const char *text);

void t_make(char **text, const char *from);
void t_make_two(char **first, char **second, int invalid);
int t_make_status(char **text, int status);
void t_lend(const char **text, int which);

size_t t_total_length(const char *const *names, size_t n);
int t_count_null(const char *const *names, size_t n);
int t_argc(const char *const *argv);
int t_make_list(char ***names, int *n, int count, int invalid);
const char *const *t_words(void);
char **t_split(const char *text);

size_t t_nuls(const char *text, size_t n);
size_t t_nuls_loose(char *text, size_t n);
size_t t_nuls_16(const char16_t *text, size_t n);
size_t t_nuls_16_bytes(const char16_t *text, size_t n);
size_t t_nuls_32(const char32_t *text, size_t n);
size_t t_nuls_wide(const wchar_t *text, size_t n);
const char *t_block(size_t n);
const char16_t *t_block_16(size_t n);
char *t_make_block(size_t *n, size_t count);
size_t t_put_block(char *text, size_t size);
size_t t_put_block_16(char16_t *text, size_t size);
void t_hand_block(char **text, size_t *n, size_t count);
void t_reverse(char **text, size_t *n);
void t_reverse_16(char16_t **text, size_t *n);

void t_insert(char *text, size_t size, char first);
void t_insert_16(char16_t *text, size_t size, char16_t first);
void t_insert_32(char32_t *text, size_t size, char32_t first);
void t_insert_wide(wchar_t *text, size_t bytes, wchar_t first);
void t_capitalize(char *text);
void t_capitalize_16(char16_t *text);

size_t t_total_16(const char16_t *const *names, size_t n);
size_t t_total_wide(const wchar_t *const *names);
const char16_t *const *t_words_16(void);
const char32_t *const *t_words_32(void);

#endif
