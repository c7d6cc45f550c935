#include "interop/module.h"
#include "interop/callbacks.h"
#include <errors.h>
#include <math.h>
#include "interop/undef.h"
