/* POSIX says through a signal, or a function that runs on a thread of its own, that a request is done, and leaves what came
 * of it in the request's control block. This is the one callback that both become. */
#ifndef INTEROP_POSIX_AIO_SHIMS_H
#define INTEROP_POSIX_AIO_SHIMS_H

#include <aio.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

/* `count` is what read() or write() would have returned; -1: errno says why. */
typedef void (*request_done)(void *data, ssize_t count);

typedef struct request {
    struct aiocb block;
    request_done done;
    void *data;
} request;

static inline void request_finished(union sigval value)
{
    request *r = value.sival_ptr;
    int error = aio_error(&r->block);
    ssize_t count = aio_return(&r->block);
    request_done done = r->done;
    void *data = r->data;

    free(r);
    errno = error;
    done(data, count);
}

static inline int request_start(int (*start)(struct aiocb *), int fd, void *buffer, size_t n, off_t offset,
                                request_done done, void *data)
{
    request *r = calloc(1, sizeof *r);

    if (r == NULL)
        return -1;
    r->block.aio_fildes = fd;
    r->block.aio_buf = buffer;
    r->block.aio_nbytes = n;
    r->block.aio_offset = offset;
    r->block.aio_sigevent.sigev_notify = SIGEV_THREAD;
    r->block.aio_sigevent.sigev_value.sival_ptr = r;
    r->block.aio_sigevent.sigev_notify_function = request_finished;
    r->done = done;
    r->data = data;
    if (start(&r->block) == 0)
        return 0;
    free(r);
    return -1;
}

static inline int request_read(int fd, void *buffer, size_t n, off_t offset, request_done done, void *data)
{
    return request_start(aio_read, fd, buffer, n, offset, done, data);
}

static inline int request_write(int fd, const void *buffer, size_t n, off_t offset, request_done done, void *data)
{
    return request_start(aio_write, fd, (void *)buffer, n, offset, done, data);
}

#endif
