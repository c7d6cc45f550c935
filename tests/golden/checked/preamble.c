#include "interop/checked.h"
#include <checked.h>
#include "interop/undef.h"
