/* What the declarations in libc.cdef cannot say about C's library: functions with '...' get fixed parameters here. */
#ifndef INTEROP_LIBC_SHIMS_H
#define INTEROP_LIBC_SHIMS_H

#include <fcntl.h>
#include <sys/types.h>

static inline int open_file(const char *path, int flags, mode_t mode) { return open(path, flags, mode); }

#endif
