"""A program that uses generated modules as their users do, with the types that checkers must find in it."""

from array import array
from datetime import UTC, datetime
from pathlib import Path
from typing import assert_type

from bindings import files, libc, libm, lzma, zlib

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
