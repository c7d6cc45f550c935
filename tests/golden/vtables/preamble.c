#include "interop/module.h"
#include "interop/callbacks.h"
#include "interop/vtables.h"
#include <string.h>
typedef __typeof__(((struct g_ops *)0)->u) interop_u_g_ops_u;
#include "interop/undef.h"
