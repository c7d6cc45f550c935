#include "interop/module.h"
#include <stdlib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <wchar.h>
#include <uchar.h>
#include <sys/types.h>
typedef enum { LZMA_OK = 0, LZMA_BUF_ERROR = 10 } lzma_ret;
#include "interop/undef.h"
