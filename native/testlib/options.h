/* What a whole module can choose: its encoding, NumPy results, several headers' worth of names. */
#ifndef TESTLIB_OPTIONS_H
#define TESTLIB_OPTIONS_H

#include <stddef.h>
#include <stdint.h>

#define OPT_LEVEL 3

size_t opt_bytes(const char *text, uint8_t *bytes, size_t capacity);
const char *opt_motto(void);
void opt_fill(double *values, size_t n, double start);
void opt_ints(int32_t *values, size_t n);
double opt_sum(const double *values, size_t n);
void opt_bytes_out(uint8_t *values, size_t n);
int Opt_other(int value);
int unprefixed(int value);

#endif
