#include "interop/module.h"
#include <numpy.h>
#include "interop/undef.h"
