#include "interop/module.h"
#include <pointers.h>
#include <stdio.h>
