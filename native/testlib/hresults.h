#ifndef TESTLIB_HRESULTS_H
#define TESTLIB_HRESULTS_H

#include <errno.h>
#include <stdint.h>

#include "testlib_alloc.h"

typedef int32_t HRESULT;
typedef HRESULT t_outcome;
typedef struct t_thing t_thing;

HRESULT t_answer(HRESULT status);
t_outcome t_named(HRESULT status);
HRESULT t_half(int value, int *half); /* 0, or S_FALSE where it is odd; E_INVALIDARG where it is negative */
HRESULT t_fail_with_errno(int number);
const char *t_words(HRESULT status);

typedef HRESULT (*t_visitor)(void *data, int value, int *answer);
HRESULT t_visit(t_visitor visit, void *data, int value, int *answer);
HRESULT t_visit_twice(t_visitor visit, void *data);
typedef HRESULT (*t_teller)(void *data);
HRESULT t_tell(t_teller tell, void *data);
int t_seen(void); /* what a callback returned last */

HRESULT t_thing_open(t_thing **thing, HRESULT status, int anyway);
HRESULT t_thing_close(t_thing *thing);
void t_refuse_to_close(HRESULT status);
long t_things(void);

#endif
