#include "interop/module.h"
#include <math.h>
#include "interop/undef.h"
