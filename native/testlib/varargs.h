/* Functions with variable arguments: some write down what they were given, some format it, one changes it. */
#ifndef TESTLIB_VARARGS_H
#define TESTLIB_VARARGS_H

#include <stddef.h>
#include <wchar.h>

/* Each writes one line per argument. `kinds` says what they are: i int, u unsigned, l long long, z size_t, d double, s
 * char *, w wchar_t *, p an address, n NULL. They differ in what stands before the text. */
int va_echo(char *out, size_t size, const char *kinds, ...);
int va_echo_after_doubles(double a, char *out, float b, size_t size, double c, const char *kinds, ...);
int va_echo_after_all(short a, char b, int c, unsigned char d, long e, int f, int g, double h, double i, double j, double k, double l,
                      double m, double n, double o, float p, char *out, size_t size, const char *kinds, ...);
double va_sum(int count, ...);

/* vsnprintf, and a log whose last line is kept. */
int va_format(char *out, size_t size, const char *format, ...);
int va_log(const char *format, ...);
void va_log_quietly(const char *format, ...);
const char *va_logged(void);

/* Fails with the status, after it has set errno and the reason. */
int va_check(int status, const char *format, ...);
const char *va_reason(void);

/* Turns `count` texts into capital letters, in place; how many letters it changed. */
int va_shout(int count, ...);

/* Stores the integers from `first` on through `count` pointers to int. */
void va_store(int first, int count, ...);

/* Sleeps for the sum of `count` numbers of milliseconds. */
void va_sleep(int count, ...);

#endif
