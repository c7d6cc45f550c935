#include "interop/module.h"
#include <errors.h>
#include <math.h>
#include "interop/undef.h"
