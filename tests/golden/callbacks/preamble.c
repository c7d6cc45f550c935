#include "interop/module.h"
#include "interop/callbacks.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <wchar.h>
#include <uchar.h>
#include <sys/types.h>
struct g_hub;
typedef struct { int x; int y; } g_point;
typedef int (*g_visitor)(void *, const char *, const int *, int);
typedef int g_compare(const g_point *, const g_point *);
typedef char *(*g_maker)(int, int *, g_point *);
typedef size_t (*g_reader)(char *, size_t, void *);
typedef struct g_hub g_hub;
extern void *(malloc)(size_t);
extern void (free)(void *);
extern int (g_each)(g_visitor, void *);
extern void (g_sort)(g_point *, int, g_compare *);
extern int (g_make)(g_maker);
extern void (g_keep)(g_visitor, void *, void (*)(void *));
extern void (g_once)(g_reader, void *);
extern g_compare *(g_order)(void);
extern g_hub *(g_open)(void);
extern void (g_close)(g_hub *);
extern void (g_on)(g_hub *, int (*)(g_hub *, void *), void *);
#include "interop/undef.h"
