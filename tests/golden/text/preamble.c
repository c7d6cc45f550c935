#include "interop/module.h"
#include <text.h>
