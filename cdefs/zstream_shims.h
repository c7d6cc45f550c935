/* What zlib leaves to its callers: one step of a stream, from one buffer into another. */
#ifndef INTEROP_ZSTREAM_SHIMS_H
#define INTEROP_ZSTREAM_SHIMS_H

#include <zlib.h>

/* The stream holds no pointer once the call is over. */
static inline int zstream_step(int (*step)(z_stream *, int), z_stream *strm, const Bytef *source, uInt sourceLen,
                               uInt *used, Bytef *dest, uInt *destLen, int flush)
{
    uInt room = *destLen;
    int status;

    strm->next_in = (Bytef *)source;
    strm->avail_in = sourceLen;
    strm->next_out = dest;
    strm->avail_out = room;
    status = step(strm, flush);
    *used = sourceLen - strm->avail_in;
    *destLen = room - strm->avail_out;
    strm->next_in = strm->next_out = NULL;
    strm->avail_in = strm->avail_out = 0;
    return status;
}

static inline int deflate_step(z_stream *strm, const Bytef *source, uInt sourceLen, uInt *used, Bytef *dest,
                               uInt *destLen, int flush)
{
    return zstream_step(deflate, strm, source, sourceLen, used, dest, destLen, flush);
}

static inline int inflate_step(z_stream *strm, const Bytef *source, uInt sourceLen, uInt *used, Bytef *dest,
                               uInt *destLen, int flush)
{
    return zstream_step(inflate, strm, source, sourceLen, used, dest, destLen, flush);
}

#endif
