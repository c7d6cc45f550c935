/* What the declarations of this folder say falsely. */
#ifndef TRUTH_H
#define TRUTH_H

#define LIMIT 100
#define RATIO 0.5
#define NEGATIVE (-1)
#define MACRO(x) ((x) + 1)

enum color { RED = 1, GREEN = 2 };
enum { LOOSE = 10 };
typedef unsigned int number;
typedef struct opaque opaque;
extern long level;

int add(int a, int b);
void fill(double *values, unsigned long n);
const char *text(void);
void print(const char *format, ...);
int declared_only(void);

#endif
