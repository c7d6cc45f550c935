/* Memory that both sides allocate: pointers that C replaces, and arrays of text that C fills. */
#ifndef TESTLIB_OWNERSHIP_H
#define TESTLIB_OWNERSHIP_H

#include <stddef.h>
#include <stdint.h>
#include <uchar.h>

#include "testlib_alloc.h"

long t_entered(void);

void t_replace(char **text, int how);
int t_list(char **names, int n, int invalid);
void t_list_borrowed(const char **names, int n);
void t_list_partly(char **names, int n, int filled);
void t_shout_all(char **names, size_t n, int how);
void t_replace_16(char16_t **text, int how);
size_t t_peek(char **text, int how);
size_t t_peek_const(const char *const *text);
size_t t_peek_16(char16_t **text);
int32_t t_sum_behind(int32_t **values, size_t n, int how);
int t_keep(char *text, int n);
int t_keep_16(char16_t *text);
int t_keep_array(int32_t *values, size_t n, int fails);
int t_keep_ended(int32_t *values);
int t_let_go(void);
int t_append_text(char ***names, size_t *n, const char *name, int how);
void t_sort_ended(char ***names);
void t_words(char ***words, const char *text);
void t_list_16(char16_t **names, int n);
void t_remove(char **names, const char *name);
void t_append(int32_t **values, size_t *n, int32_t value);

#endif
