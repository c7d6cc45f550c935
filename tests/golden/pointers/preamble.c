#include "interop/module.h"
#include "interop/callbacks.h"
#include <pointers.h>
#include <stdio.h>
#include "interop/undef.h"
