#include "interop/module.h"
#include <handles.h>
