#include "interop/module.h"
#include <stdio.h>
#include <fcntl.h>
#include <syslog.h>
#include "interop/undef.h"
