typedef unsigned long size;
typedef int BOOL;
enum color { S_RED = 0, S_GREEN = 5, S_BLUE = 6 };
typedef enum { S_READ = 1, S_WRITE = 2 } access;
enum { S_FIRST = -1, S_LAST = 1048576 };
#define S_MASK 255
#define S_ANSWER 42
int by_value(signed char, unsigned short, long long, float, double, long double, _Bool, char, wchar_t);
size fixed_width(uint8_t, int64_t, size_t, intptr_t, char16_t, char32_t);
enum color next_color(enum color);
access allow(access, BOOL);
double frexp(double, int *);
void three(const int *, unsigned char *, double *);
int maybe(const int *, long *);
int several(int *, double *, enum color *);
