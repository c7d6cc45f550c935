/* Every arithmetic type by value, by address in, by address out, and by address both ways. */
#ifndef TESTLIB_SCALARS_H
#define TESTLIB_SCALARS_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>
#include <uchar.h>
#include <wchar.h>

enum t_color { T_RED = 1, T_GREEN = 2, T_BLUE = 40 };
typedef enum { T_COLD = -5, T_MILD = 0, T_HOT = 7 } t_heat;
enum t_perm { T_READ = 1, T_WRITE = 2, T_EXEC = 4 };
enum t_mask { T_NONE = 0, T_ALL = 0xFFFFFFFFu };
enum { T_TINY = 1, T_LITTLE = 200 };
enum { T_FIRST = 10, T_SECOND, T_SIXTH = T_FIRST + 5 };

typedef int t_bool32;
typedef unsigned char t_bool8;

#define T_LIMIT 100
#define T_TWICE (T_LIMIT * 2)
#define T_MASK 0xF0u
#define T_RATIO 0.5
#define T_LABEL "scalars"
static const int T_ANSWER = 42;

#define T_INTEGERS(X)            \
    X(schar, signed char)        \
    X(uchar, unsigned char)      \
    X(short, short)              \
    X(ushort, unsigned short)    \
    X(int, int)                  \
    X(uint, unsigned int)        \
    X(long, long)                \
    X(ulong, unsigned long)      \
    X(llong, long long)          \
    X(ullong, unsigned long long) \
    X(int8, int8_t)              \
    X(uint8, uint8_t)            \
    X(int16, int16_t)            \
    X(uint16, uint16_t)          \
    X(int32, int32_t)            \
    X(uint32, uint32_t)          \
    X(int64, int64_t)            \
    X(uint64, uint64_t)          \
    X(size, size_t)              \
    X(ssize, ssize_t)            \
    X(ptrdiff, ptrdiff_t)        \
    X(intptr, intptr_t)          \
    X(uintptr, uintptr_t)        \
    X(intmax, intmax_t)          \
    X(uintmax, uintmax_t)        \
    X(color, enum t_color)       \
    X(heat, t_heat)              \
    X(perm, enum t_perm)         \
    X(mask, enum t_mask)         \
    X(small, unsigned char)

#define T_FLOATS(X)      \
    X(float, float)      \
    X(double, double)    \
    X(ldouble, long double)

#define T_TRUTHS(X)       \
    X(bool, _Bool)        \
    X(bool32, t_bool32)   \
    X(bool8, t_bool8)

#define T_CHARACTERS(X)   \
    X(char, char)         \
    X(wchar, wchar_t)     \
    X(char16, char16_t)   \
    X(char32, char32_t)

#define T_DECLARE_SCALAR(name, type)                \
    type t_echo_##name(type value);                 \
    type t_read_##name(const type *value);          \
    void t_write_##name(type value, type *copy);    \
    void t_next_##name(type *value);

T_INTEGERS(T_DECLARE_SCALAR)
T_FLOATS(T_DECLARE_SCALAR)
T_TRUTHS(T_DECLARE_SCALAR)
T_CHARACTERS(T_DECLARE_SCALAR)

int t_raw32(t_bool32 truth);
int t_raw8(t_bool8 truth);
t_bool32 t_truth32(int raw);
t_bool8 t_truth8(int raw);
void t_truth_out(int raw, t_bool32 *truth);
char16_t t_code16(unsigned int code);
char32_t t_code32(unsigned int code);
enum t_color t_color_of(int raw);
void t_color_out(int raw, enum t_color *color);
enum t_perm t_perm_of(int raw);

int t_add(int a, int b);
void t_nothing(void);
int t_divmod(int a, int b, int *remainder);
double t_frexp(double value, int *exponent);
void t_split(double value, double *whole, double *fraction);
void t_swap(int *first, int *second);
void t_swap_if(int *first, int *second, _Bool really);
int t_out_untouched(int *value);
int t_value_or(const int *value, int otherwise);
void t_bump_or_skip(int *value);
long double t_third(void);

extern int t_counter;
extern double t_level;
extern const int t_constant;
int t_read_counter(void);

#endif
