"""A program that uses generated modules as their users do, with the types that checkers must find in it."""

from array import array
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, assert_type

from bindings import files, kernels, libc, libm, lzma, net, system, zlib, zstream

import interop


def results() -> None:
    assert_type(zlib.zlibVersion(), str)
    assert_type(zlib.crc32(b"text"), int)
    assert_type(zlib.compress2(b"text"), bytes)
    assert_type(zlib.compress2(bytearray(b"text"), level=1, destLen=100), bytes)
    assert_type(zlib.compress2(b"text", dest=bytearray(100)), int)
    assert_type(zlib.compress2([1, 2, 3]), bytes)
    assert_type(libc.getenv("HOME"), str | None)
    assert_type(libc.getcwd(), str)
    assert_type(libc.getcwd(size=100), str)
    assert_type(libc.getloadavg(), array[float])
    assert_type(libc.getloadavg(loadavg=array("d", [0.0])), int)
    assert_type(libc.close(1), None)
    assert_type(libc.read(0, nbytes=10), bytes)
    assert_type(libc.read(0, buf=bytearray(10)), int)


def several_results() -> None:
    fraction, exponent = libm.frexp(10)
    assert_type(fraction, float)
    assert_type(exponent, int)
    assert_type(libm.frexp(10.5).exponent, int)
    assert_type(libc.strtol("12 apples").rest, str)
    assert_type(libc.strtol("12", base=8).result, int)


def marshallers() -> None:
    assert_type(files.time(), datetime)
    assert_type(files.difftime(files.time(), datetime.now(UTC)), float)
    assert_type(files.realpath("here"), Path)
    assert_type(files.realpath(Path("here")), Path)


def enumerations() -> None:
    assert_type(lzma.check(4), lzma.check)
    assert_type(lzma.check_is_supported(lzma.check.CRC64), bool)
    assert_type(lzma.check_is_supported(4), bool)
    assert_type(lzma.easy_buffer_encode(b"text", check=lzma.check.SHA256, preset=9), bytes)


def constants() -> None:
    number: int = zlib.BEST_SPEED
    ratio: float = libm.M_PI
    print(number, ratio)


def errors() -> None:
    try:
        zlib.uncompress(b"")
    except zlib.ZlibError as error:
        assert_type(error.function, str | None)
        assert_type(error.status, object)
    try:
        libm.log(-1)
    except libm.MathError as error:
        assert_type(error.errno, int | None)
        caught: interop.InteropError = error
        also: OSError = error
        print(caught, also)


def records() -> None:
    assert_type(system.uname(), system.utsname)
    assert_type(system.uname().sysname, str)
    assert_type(system.stat("/").st_mtim.tv_sec, int)
    assert_type(system.getpwuid_r(0), system.passwd | None)
    assert_type(system.environ(), list[str])
    date = system.tm(tm_year=100, tm_mday=1)
    assert_type(system.mktime(date), int)
    assert_type(date.tm_zone, str | None)
    assert_type(system.nanosleep(system.timespec(0, 1)), system.timespec)
    kernels.rect(1, 2, kernels.size(3, 4)).size.width = 5


def lists_of_records() -> None:
    found = net.getaddrinfo("localhost", req=net.addrinfo(ai_socktype=net.SOCK_STREAM))
    assert_type(found, net.addrinfo)
    assert_type(found.ai_next, net.addrinfo | None)
    assert_type(found.ai_addr, bytes | None)
    if found.ai_addr is not None:
        assert_type(net.getnameinfo(found.ai_addr).host, str)
        net.sockaddr_in6().sin6_addr.s6_addr = found.ai_addr[8:24]
    assert_type(list(net.sockaddr_in6().sin6_addr.s6_addr), list[int])


def arrays_of_records() -> None:
    assert_type(net.poll([net.pollfd(0, net.POLLIN)], timeout=0), int)
    particles = kernels.particle.array(3)
    assert_type(particles[0], kernels.particle)
    assert_type(particles[0].position[1], float)
    assert_type(kernels.energy(particles), float)
    kernels.step(particles, 0.5)
    match kernels.summarize(b"text"):
        case kernels.summary(least, greatest):
            assert_type(least, int)
            assert_type(greatest, int)


def streams() -> None:
    stream = zstream.z_stream()
    zstream.inflateInit2(stream)
    status, used, text = zstream.inflate_step(stream, b"text", destLen=100)
    assert_type(status, int)
    assert_type(used, int)
    assert_type(text, bytes)


def functions_in_records(memory: object, free: Callable[[Any], None]) -> None:
    stream = zstream.z_stream.from_methods(memory, zfree=free, opaque=None)
    assert_type(stream, zstream.z_stream)
    assert_type(stream.zalloc, Callable[[int, int], Any] | None)
    stream.zalloc = None
    stream.zalloc = lambda items, size: bytes(items * size)
    if stream.zfree is not None:
        stream.zfree(stream.zalloc)
