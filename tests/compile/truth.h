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

struct point { double x, y; };
typedef struct { short a; int b; } untagged;
struct tight { char tag; int size; } __attribute__((packed));
struct padded { char c; int second __attribute__((aligned(16))); };
struct bits { unsigned a : 3, b : 5; int : 4; signed c : 9; int after; };
struct outer {
    int n;
    struct { int x; struct { char c; } inner; } items[2], *more;
    union { int i; float f; };
    enum color color;
    const char *const name;
    char text[8];
    volatile int state;
    int (*call)(int, struct outer *);
};
struct around { struct point middle; unsigned marked : 1; struct point corners[2]; unsigned : 2; void (*map)(volatile void **); };
int peek(volatile int *place);
union number { int i; double d; };
struct flexible { int n; double values[]; };
struct two { char a, b; int c; };
void take(struct point p, struct outer *outer);

#endif
