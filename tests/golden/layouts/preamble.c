#include "interop/module.h"
#include <layouts.h>
typedef __typeof__(((struct ly_outer *)0)->items[0]) interop_u_ly_outer_items;
typedef __typeof__(((interop_u_ly_outer_items *)0)->inner) interop_u_ly_outer_items_inner;
typedef __typeof__(((struct ly_outer *)0)->_interop_number) interop_u_ly_outer__interop_number;
#pragma GCC diagnostic ignored "-Waddress-of-packed-member"
#include "interop/undef.h"
