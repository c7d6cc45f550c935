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
typedef char **(*g_completer)(const char *, void *);
typedef int (*g_lister)(double **, int *, char **, int, int *, void *);
typedef void (*g_sorter)(long **, size_t *, void *);
typedef long long g_time;
typedef g_time (*g_postpone)(g_time, long *, void *);
typedef void (*g_finished)(void *, int, const char *, const g_point *);
typedef void (*g_counted)(void *, long);
typedef void g_ended(void);
typedef struct g_hub g_hub;
typedef int (*g_taker)(void *, g_hub *, g_hub **);
typedef void (*g_chooser)(void *, g_hub **, g_hub **);
extern void *(malloc)(size_t);
extern void (free)(void *);
extern int (g_complete)(g_completer, void *);
extern int (g_list)(g_lister, void *);
extern void (g_reorder)(g_sorter, void *);
extern g_time (g_postponed)(g_postpone, void *);
extern int (g_each)(g_visitor, void *);
extern int (g_each_held)(g_visitor, void *);
extern int (g_again)(int);
extern void (g_sort)(g_point *, int, g_compare *);
extern int (g_make)(g_maker);
extern void (g_keep)(g_visitor, void *, void (*)(void *));
extern void (g_once)(g_reader, void *);
extern g_compare *(g_order)(void);
extern const char *(g_words)(int);
extern void (g_walk)(g_point, g_finished, void *);
extern int (g_write)(const char *, size_t, g_counted, void *);
extern void (g_read)(char *, g_counted, void *, size_t);
extern void (g_end)(g_ended *);
extern g_hub *(g_open)(void);
extern void (g_close)(g_hub *);
extern void (g_on)(g_hub *, int (*)(g_hub *, void *), void *);
extern int (g_offer)(g_taker, void *);
extern void (g_choose)(g_chooser, void *);
#include "interop/undef.h"
