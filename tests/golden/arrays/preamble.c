#include "interop/module.h"
#include <arrays.h>
