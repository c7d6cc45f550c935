#include "interop/module.h"
#include "../../../native/testlib/marshallers.h"
