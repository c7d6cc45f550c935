# cython: language_level=3
# cython: boundscheck=False, wraparound=False, initializedcheck=False
# cython: c_string_type=str, c_string_encoding=utf-8
"""The library through Cython, as its documentation has one write it: typed arguments, typed memoryviews, final cdef
classes with a freelist for records and handles, text converted by the c_string directives."""

cimport cython
from cpython.array cimport array, clone
from cpython.bytes cimport PyBytes_AS_STRING, PyBytes_FromStringAndSize
from cpython.mem cimport PyMem_Free, PyMem_Malloc
from cpython.unicode cimport PyUnicode_AsUTF8
from libc.stdint cimport int64_t, uint32_t
from libc.string cimport strlen

cdef extern from "bench.h":
    ctypedef int (*b_visitor)(void *, int) noexcept

cdef extern from "bench.h" nogil:
    void b_noop()
    int b_add(int, int)
    double b_hypot2(double, double)
    void b_divmod(int, int, int *, int *)
    int b_scaled(int, int)
    size_t b_str_len(const char *)
    const char *b_greet(int)
    void b_fill_text(char *, size_t, int)
    size_t b_total_length(const char **, size_t)
    double b_sum(const double *, size_t)
    void b_scale(double *, size_t, double)
    void b_fill(double *, size_t, double)
    int64_t b_sum_int64(const int64_t *, size_t)
    uint32_t b_checksum(const void *, size_t)
    ctypedef struct b_point:
        double x
        double y
    double b_norm(const b_point *)
    void b_move(b_point *, double, double)
    b_point b_turned(b_point)
    ctypedef struct b_label:
        const char *text
        int length
    void b_relabel(b_label *)
    ctypedef struct b_counter:
        pass
    b_counter *b_counter_open(int)
    void b_counter_close(b_counter *)
    int b_counter_get(b_counter *)
    int b_apply(b_visitor, void *, int)
    size_t b_read_bytes(void *, size_t, int)
    uint32_t b_work(uint32_t)
    int b_take1(int)
    int b_take4(int, int, int, int)
    int b_take16(int, int, int, int, int, int, int, int, int, int, int, int, int, int, int, int)
    int b_take64(int, int, int, int, int, int, int, int, int, int, int, int, int, int, int, int, int, int, int, int,
                 int, int, int, int, int, int, int, int, int, int, int, int, int, int, int, int, int, int, int, int,
                 int, int, int, int, int, int, int, int, int, int, int, int, int, int, int, int, int, int, int, int,
                 int, int, int, int)
    int b_check(int)
    const char *b_reason(int)


cdef array doubles = array("d", [])


def noop():
    b_noop()


def noop_released():
    with nogil:
        b_noop()


def add(int a, int b):
    return b_add(a, b)


add_named = add


def add_released(int a, int b):
    cdef int result
    with nogil:
        result = b_add(a, b)
    return result


def hypot2(double x, double y):
    return b_hypot2(x, y)


def divmod(int a, int b):
    cdef int quotient, remainder
    b_divmod(a, b, &quotient, &remainder)
    return quotient, remainder


def divmod_released(int a, int b):
    cdef int quotient, remainder
    with nogil:
        b_divmod(a, b, &quotient, &remainder)
    return quotient, remainder


def scaled(int value, int factor=2):
    return b_scaled(value, factor)


def str_len(const char *text):
    return b_str_len(text)


def str_len_released(const char *text):
    cdef size_t length
    with nogil:
        length = b_str_len(text)
    return length


def greet(int which):
    return b_greet(which)


def fill_text(int which, size_t size=64):
    cdef char local[256]
    cdef char *buffer = local
    if size > sizeof(local):
        buffer = <char *>PyMem_Malloc(size)
        if buffer is NULL:
            raise MemoryError
    try:
        b_fill_text(buffer, size, which)
        return buffer[:strlen(buffer)]
    finally:
        if buffer is not local:
            PyMem_Free(buffer)


def total_length(list texts not None):
    cdef Py_ssize_t i, n = len(texts)
    cdef const char **native = <const char **>PyMem_Malloc((n + 1) * sizeof(char *))
    if native is NULL:
        raise MemoryError
    try:
        for i in range(n):
            native[i] = PyUnicode_AsUTF8(texts[i])
        return b_total_length(native, n)
    finally:
        PyMem_Free(native)


def checksum(bytes data not None):
    return b_checksum(PyBytes_AS_STRING(data), len(data))


def read_bytes(int start, Py_ssize_t size):
    cdef bytes made = PyBytes_FromStringAndSize(NULL, size)
    cdef Py_ssize_t count = b_read_bytes(PyBytes_AS_STRING(made), size, start)
    return made if count == size else made[:count]


def sum(const double[::1] values not None):
    return b_sum(&values[0] if values.shape[0] else NULL, values.shape[0])


def sum_released(const double[::1] values not None):
    cdef double result
    with nogil:
        result = b_sum(&values[0] if values.shape[0] else NULL, values.shape[0])
    return result


cdef double *to_doubles(list values) except NULL:
    cdef Py_ssize_t i, n = len(values)
    cdef double *native = <double *>PyMem_Malloc((n + 1) * sizeof(double))
    if native is NULL:
        raise MemoryError
    try:
        for i in range(n):
            native[i] = values[i]
    except:
        PyMem_Free(native)
        raise
    return native


def sum_list(list values not None):
    cdef double *native = to_doubles(values)
    try:
        return b_sum(native, len(values))
    finally:
        PyMem_Free(native)


def sum_int64(const int64_t[::1] values not None):
    return b_sum_int64(&values[0] if values.shape[0] else NULL, values.shape[0])


def scale(double[::1] values not None, double factor):
    b_scale(&values[0] if values.shape[0] else NULL, values.shape[0], factor)


def scale_list(list values not None, double factor):
    cdef Py_ssize_t i, n = len(values)
    cdef double *native = to_doubles(values)
    try:
        b_scale(native, n, factor)
        for i in range(n):
            values[i] = native[i]
    finally:
        PyMem_Free(native)


def fill_into(double start, double[::1] values not None):
    b_fill(&values[0] if values.shape[0] else NULL, values.shape[0], start)
    return values.shape[0]


def fill_new(double start, Py_ssize_t n):
    cdef array made = clone(doubles, n, zero=False)
    b_fill(made.data.as_doubles, n, start)
    return made


@cython.final
@cython.freelist(16)
cdef class point:
    cdef b_point native

    def __init__(self, double x=0.0, double y=0.0):
        self.native.x = x
        self.native.y = y

    @property
    def x(self):
        return self.native.x

    @x.setter
    def x(self, double value):
        self.native.x = value

    @property
    def y(self):
        return self.native.y

    @y.setter
    def y(self, double value):
        self.native.y = value


def norm(point p not None):
    return b_norm(&p.native)


def norm_released(point p not None):
    cdef double result
    with nogil:
        result = b_norm(&p.native)
    return result


def move(point p not None, double dx, double dy):
    b_move(&p.native, dx, dy)


def turned(point p not None):
    cdef point made = point.__new__(point)
    made.native = b_turned(p.native)
    return made


@cython.final
@cython.freelist(16)
cdef class label:
    cdef public str text
    cdef public int length

    def __init__(self, str text not None):
        self.text = text


def relabel(label changed not None):
    cdef b_label native
    cdef str held = changed.text
    native.text = PyUnicode_AsUTF8(held)
    native.length = changed.length
    b_relabel(&native)
    changed.text = native.text
    changed.length = native.length


@cython.final
@cython.freelist(16)
cdef class counter:
    cdef b_counter *native

    def __cinit__(self, int start):
        self.native = b_counter_open(start)
        if self.native is NULL:
            raise ValueError("C gave NULL")

    def __dealloc__(self):
        if self.native is not NULL:
            b_counter_close(self.native)

    def close(self):
        if self.native is not NULL:
            b_counter_close(self.native)
            self.native = NULL

    def get(self):
        if self.native is NULL:
            raise ValueError("the counter is closed")
        return b_counter_get(self.native)

    def get_released(self):
        cdef int value
        cdef b_counter *native = self.native
        if native is NULL:
            raise ValueError("the counter is closed")
        with nogil:
            value = b_counter_get(native)
        return value


@cython.final
@cython.freelist(4)
cdef class Visit:
    """What the callback is given: the callable, and the exception that must not cross C."""

    cdef object callable
    cdef object error


cdef int visit(void *data, int value) noexcept:
    cdef Visit call = <Visit>data
    if call.error is not None:
        return 0
    try:
        return call.callable(value)
    except BaseException as error:
        call.error = error
        return 0


cdef int visit_released(void *data, int value) noexcept with gil:
    return visit(data, value)


def apply(callable, int times):
    cdef Visit call = Visit.__new__(Visit)
    call.callable = callable
    cdef int result = b_apply(visit, <void *>call, times)
    if call.error is not None:
        raise call.error
    return result


def apply_released(callable, int times):
    cdef Visit call = Visit.__new__(Visit)
    cdef void *data = <void *>call
    cdef int result
    call.callable = callable
    with nogil:
        result = b_apply(visit_released, data, times)
    if call.error is not None:
        raise call.error
    return result


def work(uint32_t rounds):
    cdef uint32_t state
    with nogil:
        state = b_work(rounds)
    return state


class BenchError(Exception):
    """A call that failed."""

    def __init__(self, message, status):
        super().__init__(message)
        self.status = status


def check(int status):
    cdef int result = b_check(status)
    if result != 0:
        raise BenchError(b_reason(result), result)


def take1(int a1):
    return b_take1(a1)


def take4(int a1, int a2, int a3, int a4):
    return b_take4(a1, a2, a3, a4)


def take16(int a1, int a2, int a3, int a4, int a5, int a6, int a7, int a8, int a9, int a10, int a11, int a12, int a13,
           int a14, int a15, int a16):
    return b_take16(a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16)


def take64(int a1, int a2, int a3, int a4, int a5, int a6, int a7, int a8, int a9, int a10, int a11, int a12, int a13,
           int a14, int a15, int a16, int a17, int a18, int a19, int a20, int a21, int a22, int a23, int a24, int a25,
           int a26, int a27, int a28, int a29, int a30, int a31, int a32, int a33, int a34, int a35, int a36, int a37,
           int a38, int a39, int a40, int a41, int a42, int a43, int a44, int a45, int a46, int a47, int a48, int a49,
           int a50, int a51, int a52, int a53, int a54, int a55, int a56, int a57, int a58, int a59, int a60, int a61,
           int a62, int a63, int a64):
    return b_take64(a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21,
                    a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32, a33, a34, a35, a36, a37, a38, a39, a40,
                    a41, a42, a43, a44, a45, a46, a47, a48, a49, a50, a51, a52, a53, a54, a55, a56, a57, a58, a59,
                    a60, a61, a62, a63, a64)
