/* Functions that break what cdefs/testlib/faulty.cdef declares of them, one way each. */
#ifndef INTEROP_TESTLIB_FAULTY_H
#define INTEROP_TESTLIB_FAULTY_H

#include <stddef.h>

void t_overrun(double *values, size_t n);
void t_overrun_new(int *values, size_t n);
void t_overrun_by_a_byte(unsigned char *values, size_t n);
void t_underrun(int *values, size_t n);
void t_overrun_slot(int *value);
void t_overrun_in_out_slot(short *value);
void t_overrun_text(char *text, size_t size);
void t_overrun_given(char *text, size_t size);
int t_overrun_and_fail(int *values, size_t n);
void t_overrun_second(int *first, int *second, size_t n);
void t_overrun_made(char **text);
void t_change_in(double *values, size_t n);
void t_change_one(int *value);
void t_change_text(char *text);
void t_change_wide(wchar_t *text);
void t_change_texts(char **texts, size_t n);
void t_swap_texts(char **texts, size_t n);
void t_unterminated(char *text, size_t size);
int t_nothing_written(int *value);
int t_no_text_written(char *text, size_t size);
int t_no_elements_written(int *values, size_t n);
void t_less_than_it_says(int *values, size_t n, size_t *valid);
void t_more_than_there_is(int *values, size_t n, size_t *valid);
double t_read_past(const double *values, size_t n);
double t_read_far_past(const double *values, size_t n);
void t_write_far_past(int *values, size_t n);
void t_write_far_before(int *values, size_t n);
void t_write_anywhere(int *values, size_t n);
void t_free_in(char *text);
int t_grow_overrun(char *text, size_t size);

typedef struct {
    double x, y;
} t_point;

typedef struct {
    const char *name;
    int age;
} t_person;

void t_overrun_record(t_point *point);
void t_overrun_own_record(t_point *point);
void t_overrun_records(t_point *points, size_t n);
void t_change_record(t_point *point);
void t_change_records(t_point *points, size_t n);
void t_change_person(t_person *person);
int t_move(t_point *points, size_t n);

/* And some that do what they say, in ways that a checked build must not mind. */
const char *t_inside(const char *text, char letter);
void t_rest(const char *text, const char **rest);
size_t t_part(int *values, size_t n);
void t_add_into(const int *first, const int *second, int *sum, size_t n);
int t_maybe(int flag, int *value);
int t_read_only(const int *values, size_t n);
void t_fill_poison(unsigned char *values, size_t n);

#endif
