#include "interop/module.h"
#include <again.h>
#include <unistd.h>
#include <errno.h>
#include "interop/undef.h"
