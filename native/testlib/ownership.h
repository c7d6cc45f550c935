/* Memory that both sides allocate: pointers that C replaces, and arrays of text that C fills. */
#ifndef TESTLIB_OWNERSHIP_H
#define TESTLIB_OWNERSHIP_H

#include <stddef.h>
#include <stdint.h>

#include "testlib_alloc.h"

long t_entered(void);

void t_replace(char **text, int how);
int t_list(char **names, int n, int invalid);
void t_list_borrowed(const char **names, int n);
void t_list_partly(char **names, int n, int filled);
void t_shout_all(char **names, size_t n, int how);
void t_append(int32_t **values, size_t *n, int32_t value);

#endif
