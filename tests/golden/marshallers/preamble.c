#include "interop/module.h"
#include "../../../native/testlib/marshallers.h"
#include "interop/undef.h"
