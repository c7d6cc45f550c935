#include "varargs.h"

#include <errno.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static int echo(char *out, size_t size, const char *kinds, va_list list)
{
    size_t used = 0;

    out[0] = 0;
    for (const char *kind = kinds; *kind != 0 && used < size; kind++) {
        char *rest = out + used;
        size_t room = size - used;
        switch (*kind) {
        case 'i':
            used += (size_t)snprintf(rest, room, "%d\n", va_arg(list, int));
            break;
        case 'u':
            used += (size_t)snprintf(rest, room, "%u\n", va_arg(list, unsigned));
            break;
        case 'l':
            used += (size_t)snprintf(rest, room, "%lld\n", va_arg(list, long long));
            break;
        case 'z':
            used += (size_t)snprintf(rest, room, "%zu\n", va_arg(list, size_t));
            break;
        case 'd':
            used += (size_t)snprintf(rest, room, "%.17g\n", va_arg(list, double));
            break;
        case 's':
            used += (size_t)snprintf(rest, room, "%s\n", va_arg(list, const char *));
            break;
        case 'w':
            used += (size_t)snprintf(rest, room, "%zu\n", wcslen(va_arg(list, const wchar_t *)));
            break;
        case 'p':
            used += (size_t)snprintf(rest, room, "%llu\n", (unsigned long long)(uintptr_t)va_arg(list, void *));
            break;
        case 'n':
            used += (size_t)snprintf(rest, room, "%s\n", va_arg(list, void *) == NULL ? "NULL" : "something");
            break;
        default:
            return -1;
        }
    }
    return (int)used;
}

int va_echo(char *out, size_t size, const char *kinds, ...)
{
    va_list list;
    int result;

    va_start(list, kinds);
    result = echo(out, size, kinds, list);
    va_end(list);
    return result;
}

int va_echo_after_doubles(double a, char *out, float b, size_t size, double c, const char *kinds, ...)
{
    va_list list;
    int result;

    va_start(list, kinds);
    result = a == 1 && b == 2 && c == 3 ? echo(out, size, kinds, list) : -2;
    va_end(list);
    return result;
}

int va_echo_after_all(short a, char b, int c, unsigned char d, long e, int f, int g, double h, double i, double j, double k, double l,
                      double m, double n, double o, float p, char *out, size_t size, const char *kinds, ...)
{
    va_list list;
    int result;

    va_start(list, kinds);
    result = a == 1 && b == '2' && c == 3 && d == 4 && e == 5 && f == 6 && g == 7 && h == 8 && i == 9 && j == 10 && k == 11
                     && l == 12 && m == 13 && n == 14 && o == 15 && p == 16
                 ? echo(out, size, kinds, list)
                 : -2;
    va_end(list);
    return result;
}

double va_sum(int count, ...)
{
    double sum = 0;
    va_list list;

    va_start(list, count);
    while (count-- > 0)
        sum += va_arg(list, double);
    va_end(list);
    return sum;
}

int va_format(char *out, size_t size, const char *format, ...)
{
    va_list list;
    int result;

    va_start(list, format);
    result = vsnprintf(out, size, format, list);
    va_end(list);
    return result;
}

static char logged[2000];
static char reason[200];

int va_log(const char *format, ...)
{
    va_list list;
    int result;

    va_start(list, format);
    result = vsnprintf(logged, sizeof logged, format, list);
    va_end(list);
    return result;
}

void va_log_quietly(const char *format, ...)
{
    va_list list;

    va_start(list, format);
    vsnprintf(logged, sizeof logged, format, list);
    va_end(list);
}

const char *va_logged(void) { return logged; }

int va_check(int status, const char *format, ...)
{
    va_list list;

    va_start(list, format);
    vsnprintf(reason, sizeof reason, format, list);
    va_end(list);
    errno = status;
    return status;
}

const char *va_reason(void) { return reason; }

int va_shout(int count, ...)
{
    int changed = 0;
    va_list list;

    va_start(list, count);
    while (count-- > 0)
        for (char *text = va_arg(list, char *); *text != 0; text++)
            if (*text >= 'a' && *text <= 'z') {
                *text = (char)(*text - 'a' + 'A');
                changed++;
            }
    va_end(list);
    return changed;
}

void va_store(int first, int count, ...)
{
    va_list list;

    va_start(list, count);
    while (count-- > 0)
        *va_arg(list, int *) = first++;
    va_end(list);
}

void va_sleep(int count, ...)
{
    int milliseconds = 0;
    va_list list;

    va_start(list, count);
    while (count-- > 0)
        milliseconds += va_arg(list, int);
    va_end(list);
    usleep((unsigned)milliseconds * 1000);
}
