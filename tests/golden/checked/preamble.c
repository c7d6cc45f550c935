#include "interop/checked.h"
#include <checked.h>
