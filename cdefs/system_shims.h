/* What the declarations in system.cdef cannot say: a global variable is read by a function. */
#ifndef INTEROP_SYSTEM_SHIMS_H
#define INTEROP_SYSTEM_SHIMS_H

#include <unistd.h>

static inline char **environment(void) { return environ; }

#endif
