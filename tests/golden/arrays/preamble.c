#include "interop/module.h"
#include <arrays.h>
#include "interop/undef.h"
