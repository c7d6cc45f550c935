#include "interop/module.h"
#include <numpy.h>
