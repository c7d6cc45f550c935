#include "interop/module.h"
#include <handles.h>
#include "interop/undef.h"
