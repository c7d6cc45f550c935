#include "interop/module.h"
#include <calls.h>
