#include "interop/module.h"
#include <text.h>
#include "interop/undef.h"
