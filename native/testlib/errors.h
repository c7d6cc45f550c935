/* Every way a C function can report that it failed. */
#ifndef TESTLIB_ERRORS_H
#define TESTLIB_ERRORS_H

#include <errno.h>
#include <stddef.h>
#include <stdint.h>

#include "testlib_alloc.h"

enum t_status { T_FINE = 0, T_ODD = 3, T_BROKEN = -2 };

#define T_WORST 9

long t_entered(void);

int t_check(int status);
unsigned char t_check_small(int status);
enum t_status t_check_enum(int status);
int t_check_positive(int value);
int t_check_two(int status, int lowest);
void t_check_out(int status, int *ok);
void *t_check_pointer(int wanted);
double t_root(double value);
const char *t_lookup(int key);

enum t_store {
    T_STORE_OK = 0,
    T_STORE_BUSY = 5,
    T_STORE_MISSING = 12,
    T_STORE_GONE = 13,
    T_STORE_TIMEOUT = 14,
    T_STORE_FULL = 15,
    T_STORE_OTHER = 99
};
enum { T_SYSTEM_OK = 0, T_SYSTEM_HALTED = -1 };
enum t_store t_store_typed(int status);
const char *t_store_find(int status); /* NULL unless 0 */

const char *t_reason(int status);
const char *t_no_reason(int status);
const char *t_bad_reason(int status);
int t_fail_with_reason(int status);

int t_fail_errno(int number);
int t_fail_errno_value(int number, int *value);
int t_leave_errno(int status);
int t_set_errno(int number);
char *t_noisy(int number, int fails);
void t_noisy_free(void *block);
void t_noisy_out(char **text, int number);

typedef struct t_box t_box;
t_box *t_box_open(int number, int fails);
int t_box_close(t_box *box); /* leaves EDOM, and fails with that where the box was opened to fail; 2: it stays open */
int t_box_use(t_box *box, int number, void (*between)(void));
int t_box_fail(t_box **box, int number);

int t_inverse(int value);
int t_ratio(int value, int by, int *ratio, int *rest);

#endif
