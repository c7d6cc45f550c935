/* How functions are called: names, defaults, fixed and optional arguments, NULL, raw pointers, many parameters, the GIL. */
#ifndef TESTLIB_CALLS_H
#define TESTLIB_CALLS_H

#include <stddef.h>
#include <stdint.h>

struct t_box;

long t_entered(void);

int t_add(int a, int b);
int t_three(int first, int second, int third);
int t_power(int base, int exponent);
int t_defaulted(int a, int b, int c);
int t_default_before(int level, int value);
size_t t_default_text(const char *text);
double t_default_double(double value, double factor);
int t_optional_flag(int value, int flag);
int t_optional_pointer(const int *value);
size_t t_fixed_size(int value, size_t size);
int t_fixed_middle(int first, int fixed, int last);
int t_required(int low, int high);

int t_is_null(const int *value);
int t_deref(const int *value);

void *t_identity(void *pointer);
uintptr_t t_address(const void *pointer);
int *t_int_at(int *pointer);
struct t_box *t_box_new(int value);
int t_box_value(const struct t_box *box);
void t_box_free(struct t_box *box);
int t_box_make(int value, struct t_box **box);
void t_void_out(void **pointer);
int t_call_back(int (*callback)(int), int value);
int (*t_doubler(void))(int);

int t_keywords(int in_, int is_, int lambda_, int None_, int def_, int class_, int from_, int async_);
int t_hostile(int args, int nargs, int kwnames, int self, int module, int ffi, int lib, int i, int n, int buf);
int t_hostile_libc(int malloc_, int free_, int memcpy_, int strlen_, int PyObject_, int status, int result_, int cleanup);
double t_sixteen(int p0, double p1, long long p2, float p3, unsigned char p4, short p5, const char *p6, int8_t p7, int p8, double
    p9, long long p10, float p11, unsigned char p12, short p13, const char *p14, int8_t p15);
long t_sixty_four(int a0, int a1, int a2, int a3, int a4, int a5, int a6, int a7, int a8, int a9, int a10, int a11, int a12, int
    a13, int a14, int a15, int a16, int a17, int a18, int a19, int a20, int a21, int a22, int a23, int a24, int a25,
    int a26, int a27, int a28, int a29, int a30, int a31, int a32, int a33, int a34, int a35, int a36, int a37, int
    a38, int a39, int a40, int a41, int a42, int a43, int a44, int a45, int a46, int a47, int a48, int a49, int a50,
    int a51, int a52, int a53, int a54, int a55, int a56, int a57, int a58, int a59, int a60, int a61, int a62, int
    a63);

void t_sleep(int milliseconds);
long t_count_up(long *counter, int milliseconds);
void t_bump(long *counter, long times);
int t_ping(void);

#endif
