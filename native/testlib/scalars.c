#include "scalars.h"

#include <math.h>

#define T_DEFINE_SCALAR(name, type)                                     \
    type t_echo_##name(type value) { return value; }                    \
    type t_read_##name(const type *value) { return *value; }            \
    void t_write_##name(type value, type *copy) { *copy = value; }

/* Wraps round instead of overflowing. */
#define T_DEFINE_INTEGER(name, type) \
    T_DEFINE_SCALAR(name, type)      \
    void t_next_##name(type *value) { *value = (type)((uintmax_t)*value + 1); }

#define T_DEFINE_FLOAT(name, type) \
    T_DEFINE_SCALAR(name, type)    \
    void t_next_##name(type *value) { *value = *value + 1; }

#define T_DEFINE_TRUTH(name, type) \
    T_DEFINE_SCALAR(name, type)    \
    void t_next_##name(type *value) { *value = !*value; }

T_INTEGERS(T_DEFINE_INTEGER)
T_FLOATS(T_DEFINE_FLOAT)
T_TRUTHS(T_DEFINE_TRUTH)
T_CHARACTERS(T_DEFINE_INTEGER)

int t_raw32(t_bool32 truth) { return truth; }
int t_raw8(t_bool8 truth) { return truth; }
t_bool32 t_truth32(int raw) { return raw; }
t_bool8 t_truth8(int raw) { return (t_bool8)raw; }
void t_truth_out(int raw, t_bool32 *truth) { *truth = raw; }
char16_t t_code16(unsigned int code) { return (char16_t)code; }
char32_t t_code32(unsigned int code) { return (char32_t)code; }
enum t_color t_color_of(int raw) { return (enum t_color)raw; }
void t_color_out(int raw, enum t_color *color) { *color = (enum t_color)raw; }
enum t_perm t_perm_of(int raw) { return (enum t_perm)raw; }

int t_add(int a, int b) { return (int)((unsigned)a + (unsigned)b); }
void t_nothing(void) {}

int t_divmod(int a, int b, int *remainder)
{
    *remainder = a % b;
    return a / b;
}

double t_frexp(double value, int *exponent) { return frexp(value, exponent); }

void t_split(double value, double *whole, double *fraction) { *fraction = modf(value, whole); }

void t_swap(int *first, int *second)
{
    int kept = *first;
    *first = *second;
    *second = kept;
}

void t_swap_if(int *first, int *second, _Bool really)
{
    if (really)
        t_swap(first, second);
}

/* What an out home holds when the callee arrives, which it then leaves alone. */
int t_out_untouched(int *value) { return *value; }

int t_value_or(const int *value, int otherwise) { return value == NULL ? otherwise : *value; }

void t_bump_or_skip(int *value)
{
    if (value != NULL)
        ++*value;
}

long double t_third(void) { return 1.0L / 3.0L; }

int t_counter = 5;
double t_level = 0.25;
const int t_constant = 77;
int t_read_counter(void) { return t_counter; }
