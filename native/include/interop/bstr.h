/* BSTR for C and C++ without Windows: 16-bit text with its length in front, and the functions that make and free it.
 *
 * For C of your own that hands BSTRs to Python or takes them: include it in your header. Every file that includes it may
 * free what any other made, since the memory is malloc's; to count or place it otherwise, define INTEROP_BSTR_MALLOC and
 * INTEROP_BSTR_FREE before. A library with functions of these names in a header of its own needs nothing of this.
 *
 * In front of the text stand four bytes with its length in bytes, behind it a zero unit. NULL is the empty text. */
#ifndef INTEROP_BSTR_H
#define INTEROP_BSTR_H

#include <limits.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#ifndef __cplusplus
#include <uchar.h>
#endif

#ifndef INTEROP_BSTR_MALLOC
#define INTEROP_BSTR_MALLOC malloc
#define INTEROP_BSTR_FREE free
#endif

#if defined(__GNUC__)
#define INTEROP_BSTR_FUNCTION __attribute__((unused)) static inline
#else
#define INTEROP_BSTR_FUNCTION static inline
#endif

typedef char16_t OLECHAR;
typedef OLECHAR *BSTR;

/* What stands in front of the text: as many bytes as malloc aligns to on small machines, the length in the last four. */
#define INTEROP_BSTR_FRONT 8

/* The length in bytes, without the zero unit. */
INTEROP_BSTR_FUNCTION unsigned int
SysStringByteLen(BSTR text)
{
    uint32_t length = 0;

    if (text != NULL)
        memcpy(&length, (const char *)text - sizeof length, sizeof length);
    return length;
}

/* The length in 16-bit units; of an odd number of bytes, the last is not counted. */
INTEROP_BSTR_FUNCTION unsigned int
SysStringLen(BSTR text)
{
    return SysStringByteLen(text) / 2;
}

/* `length` bytes, which may be any and any number, also an odd one; from NULL: without contents. NULL where there is no
 * memory. */
INTEROP_BSTR_FUNCTION BSTR
SysAllocStringByteLen(const char *bytes, unsigned int length)
{
    uint32_t prefix = length;
    char *block;

    if (length > UINT_MAX - INTEROP_BSTR_FRONT - 4)
        return NULL;
    block = (char *)INTEROP_BSTR_MALLOC(INTEROP_BSTR_FRONT + (size_t)length + 4);
    if (block == NULL)
        return NULL;
    block += INTEROP_BSTR_FRONT;
    memcpy(block - sizeof prefix, &prefix, sizeof prefix);
    if (bytes != NULL)
        memcpy(block, bytes, length);
    memset(block + length, 0, 4);
    return (BSTR)(void *)block;
}

INTEROP_BSTR_FUNCTION BSTR
SysAllocStringLen(const OLECHAR *text, unsigned int length)
{
    return length > UINT_MAX / 2 ? NULL : SysAllocStringByteLen((const char *)text, length * 2);
}

/* Up to the zero unit; NULL from NULL. */
INTEROP_BSTR_FUNCTION BSTR
SysAllocString(const OLECHAR *text)
{
    size_t length = 0;

    if (text == NULL)
        return NULL;
    while (text[length] != 0)
        length++;
    return length > UINT_MAX / 2 ? NULL : SysAllocStringLen(text, (unsigned int)length);
}

INTEROP_BSTR_FUNCTION void
SysFreeString(BSTR text)
{
    if (text != NULL)
        INTEROP_BSTR_FREE((char *)text - INTEROP_BSTR_FRONT);
}

/* A copy of `from` in place of what `*text` is; 0 and nothing done where there is no memory. `from` may be a part of it. */
INTEROP_BSTR_FUNCTION int
SysReAllocStringLen(BSTR *text, const OLECHAR *from, unsigned int length)
{
    BSTR made = SysAllocStringLen(from, length);

    if (made == NULL)
        return 0;
    if (from == NULL) {
        unsigned int kept = SysStringLen(*text);
        memcpy(made, *text != NULL ? *text : made, (kept < length ? kept : length) * sizeof *made);
    }
    SysFreeString(*text);
    *text = made;
    return 1;
}

INTEROP_BSTR_FUNCTION int
SysReAllocString(BSTR *text, const OLECHAR *from)
{
    BSTR made = SysAllocString(from);

    if (made == NULL && from != NULL)
        return 0;
    SysFreeString(*text);
    *text = made;
    return 1;
}

#endif
