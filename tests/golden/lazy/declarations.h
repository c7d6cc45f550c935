typedef enum { LZMA_OK = 0, LZMA_BUF_ERROR = 10 } lzma_ret;
