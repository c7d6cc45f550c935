/* Values of one of several types. */
#ifndef TESTLIB_VARIANTS_H
#define TESTLIB_VARIANTS_H

#include <stdio.h>
#include <string.h>

typedef struct t_any {
    int kind;
    unsigned size;
    union {
        long long number;
        double real;
        const char *text;
        const void *memory;
        short small;
        unsigned char octets[3];
    };
} t_any;

typedef struct t_either {
    unsigned char is_real;
    union {
        int number;
        double real;
    } as;
} t_either;

typedef struct t_computed {
    int kind;
    union {
        int number;
        float real;
    };
} t_computed;

static inline t_any t_any_of(int kind)
{
    t_any any = {kind, 0, {0}};

    switch (kind) {
    case 1:
        any.number = -(1LL << 60);
        break;
    case 2:
        any.real = 0.5;
        break;
    case 3:
        any.text = "te\0t";
        any.size = 4;
        break;
    case 4:
        any.memory = "\0\377";
        any.size = 2;
        break;
    case 5:
        any.small = 5;
        break;
    case 6:
        memcpy(any.octets, "abc", 3);
        break;
    case 7: /* not UTF-8 */
        any.kind = 3;
        any.text = "\377";
        any.size = 1;
        break;
    case 8: /* no text */
        any.kind = 3;
        break;
    }
    return any;
}

static inline const t_any *t_any_at(int kind)
{
    static t_any any;

    any = t_any_of(kind);
    return kind < 0 ? NULL : &any;
}

static inline int t_any_out(t_any *any, int kind)
{
    *any = t_any_of(kind);
    return 0;
}

static inline int t_any_fill(t_any *any, int n)
{
    for (int i = 0; i < n; i++)
        any[i] = t_any_of(i);
    return 0;
}

static inline int t_any_describe(const t_any *any, int n, char *text)
{
    char *start = text;

    *text = '\0';
    for (; n-- > 0; any++)
        switch (any->kind) {
        case 0:
            text += sprintf(text, "none ");
            break;
        case 1:
            text += sprintf(text, "%lld ", any->number);
            break;
        case 2:
            text += sprintf(text, "%g ", any->real);
            break;
        case 3:
            text += sprintf(text, "'%.*s' ", (int)any->size, any->text);
            break;
        case 4:
            text += sprintf(text, "%u bytes ", any->size);
            break;
        default:
            text += sprintf(text, "kind %d ", any->kind);
        }
    return (int)(text - start);
}

static inline int t_any_describe_one(const t_any *any, char *text) { return t_any_describe(any, 1, text); }
static inline int t_any_describe_value(t_any any, char *text) { return t_any_describe(&any, 1, text); }

static inline double t_either_value(t_either either) { return either.is_real ? either.as.real : either.as.number; }

static inline t_either t_either_of(double value)
{
    t_either either = {value != (int)value, {0}};

    if (either.is_real)
        either.as.real = value;
    else
        either.as.number = (int)value;
    return either;
}

static inline double t_computed_value(t_computed computed)
{
    return computed.kind % 2 ? computed.real : computed.number;
}

static inline t_computed t_computed_of(int kind)
{
    t_computed computed = {kind, {7}};

    if (kind % 2)
        computed.real = 1.5f;
    return computed;
}

#endif
