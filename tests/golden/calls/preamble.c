#include "interop/module.h"
#include <calls.h>
#include "interop/undef.h"
