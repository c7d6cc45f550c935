#include "interop/module.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <wchar.h>
#include <uchar.h>
#include <sys/types.h>
#include "interop/bstr.h"
extern unsigned int (length)(BSTR);
extern BSTR (same)(BSTR);
extern void (made)(BSTR *);
extern void (changed)(BSTR *);
extern unsigned int (total)(const BSTR *, int);
extern void (shouted)(BSTR *, int);
extern void (peeked)(BSTR *);
extern void (kept)(char *);
extern void (peeked_at)(const char *const *);
extern void (pushed)(char ***, size_t *);
extern void (permuted)(char **);
extern int (ended)(int *, int);
#include "interop/undef.h"
