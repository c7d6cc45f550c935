#include "interop/module.h"
#include <math.h>
