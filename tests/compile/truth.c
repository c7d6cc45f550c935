#include "truth.h"
#include <stddef.h>

long level = 1;

int add(int a, int b) { return a + b; }
void fill(double *values, unsigned long n) { while (n > 0) values[--n] = 0; }
const char *text(void) { return ""; }
void print(const char *format, ...) { (void)format; }
int peek(volatile int *place) { return *place; }
