"""Fixed text, the functions alone: records use them for their ``char[n]`` fields."""

from __future__ import annotations

import ctypes
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support.build import ROOT, compiler
from tests.support.refusals import refused

SOURCE = r"""
#define PY_SSIZE_T_CLEAN
#include <Python.h>
struct _cffi_ctypedescr;
void *_cffi_to_c_pointer(PyObject *, struct _cffi_ctypedescr *);
PyObject *_cffi_from_c_pointer(char *, struct _cffi_ctypedescr *);
void *_cffi_to_c_pointer(PyObject *object, struct _cffi_ctypedescr *type) { (void)object; (void)type; return NULL; }
PyObject *_cffi_from_c_pointer(char *data, struct _cffi_ctypedescr *type) { (void)data; (void)type; return NULL; }
#include "interop/strings.h"

static const char *const names[] = {"field"};
static interop_signature interop_s_fixed = {"fixed", names, NULL, "1", 1, 1};
static const interop_codec codecs[] = {
    {NULL, "strict", 1},
    {"latin-1", "strict", 1},
    {"shift_jis", "strict", 1},
    {INTEROP_UTF16, "strict", 2},
    {INTEROP_UTF32, "strict", 4},
};

void setup(PyObject *type, PyObject *value) { interop_errors.type = type; interop_errors.value = value; }

/* What stands in room for `units` of them, and in one more behind it, both filled before. */
PyObject *write_text(PyObject *text, int codec, Py_ssize_t units)
{
    unsigned char room[256];
    memset(room, 0xEE, sizeof room);
    if (interop_fixed_text_in(text, room, units, &codecs[codec], INTEROP_AT(fixed, 0)) < 0) {
        for (size_t i = 0; i < sizeof room; i++)
            if (room[i] != 0xEE)
                Py_FatalError("written in spite of the error");
        return NULL;
    }
    return PyBytes_FromStringAndSize((char *)room, (units + 1) * codecs[codec].unit);
}

PyObject *read_text(const char *room, int codec, Py_ssize_t units)
{
    return interop_fixed_text_read(room, units, &codecs[codec], INTEROP_AT(fixed, 0));
}
"""
ENDIAN = "le" if sys.byteorder == "little" else "be"
UTF8, LATIN, JIS, UTF16, UTF32 = range(5)
CODECS = {UTF8: "utf-8", LATIN: "latin-1", JIS: "shift_jis", UTF16: f"utf-16-{ENDIAN}", UTF32: f"utf-32-{ENDIAN}"}
UNITS = {UTF8: 1, LATIN: 1, JIS: 1, UTF16: 2, UTF32: 4}


@pytest.fixture(scope="module")
def native(tmp_path_factory: pytest.TempPathFactory) -> ctypes.PyDLL:
    import interop

    folder: Path = tmp_path_factory.mktemp("fixed")
    (folder / "fixed.c").write_text(SOURCE)
    includes = [f"-I{ROOT / 'native' / 'include'}", f"-I{sysconfig.get_path('include')}"]
    strict = ["-Wall", "-Wextra", "-Werror", "-Wno-missing-field-initializers"]
    target = folder / "fixed.so"
    subprocess.run(
        [*compiler(), *strict, *includes, "-shared", "-fPIC", str(folder / "fixed.c"), "-o", str(target)], check=True
    )
    library = ctypes.PyDLL(str(target))
    library.setup.argtypes = [ctypes.py_object, ctypes.py_object]
    library.setup.restype = None
    library.setup(interop.ArgumentTypeError, interop.ArgumentValueError)
    for name, first in (("write_text", ctypes.py_object), ("read_text", ctypes.c_char_p)):
        function: Any = getattr(library, name)
        function.argtypes = [first, ctypes.c_int, ctypes.c_ssize_t]
        function.restype = ctypes.py_object
    return library


@pytest.fixture(scope="module")
def write(native: ctypes.PyDLL) -> Callable[[object, int, int], bytes]:
    return lambda text, codec, units: bytes(native.write_text(text, codec, units))


@pytest.fixture(scope="module")
def read(native: ctypes.PyDLL) -> Callable[[bytes, int, int], str]:
    return lambda room, codec, units: str(native.read_text(room, codec, units))


@pytest.mark.rules("R6.16", "R6.17", "R6.19")
@pytest.mark.parametrize("codec", CODECS)
@pytest.mark.parametrize("text", ["", "a", "abc", "ab\xe9", "ｶﾅ"])
def test_fixed_text_is_ended_and_the_rest_is_zero(
    write: Callable[[object, int, int], bytes], codec: int, text: str
) -> None:
    try:
        encoded = text.encode(CODECS[codec])
    except UnicodeEncodeError:
        pytest.skip("not in this encoding")
    for units in range(len(encoded) // UNITS[codec] + 1, 12):
        expected = encoded.ljust(units * UNITS[codec], b"\0") + b"\xee" * UNITS[codec]
        assert write(text, codec, units) == expected


@pytest.mark.rules("R6.16")
@pytest.mark.parametrize("codec", CODECS)
def test_text_that_leaves_no_room_for_its_end_is_refused(
    write: Callable[[object, int, int], bytes], codec: int
) -> None:
    for text, units in (("abcd", 4), ("abcd", 3), ("a", 1), ("a", 0), ("", 0)):
        with refused(ValueError, "fixed()", "field", str(len(text) + 1), str(units)):
            write(text, codec, units)


@pytest.mark.rules("R6.16")
def test_text_is_measured_in_units_of_its_encoding(write: Callable[[object, int, int], bytes]) -> None:
    with refused(ValueError, "field"):
        write("\xe9\xe9", UTF8, 4)
    assert write("\xe9\xe9", LATIN, 3) == b"\xe9\xe9\0\xee"
    with refused(ValueError, "field"):
        write("\U0001f600", UTF16, 2)
    assert len(write("\U0001f600", UTF32, 2)) == 12


@pytest.mark.parametrize("bad", ["a\0b", "\ud800", 7, None, b"ab"], ids=repr)
@pytest.mark.parametrize("codec", CODECS)
def test_what_is_no_text_is_refused(write: Callable[[object, int, int], bytes], codec: int, bad: object) -> None:
    with refused(ValueError if isinstance(bad, str) else TypeError, "fixed()", "field"):
        write(bad, codec, 16)


@pytest.mark.rules("R6.18")
@pytest.mark.parametrize("codec", CODECS)
def test_fixed_text_is_read_up_to_its_end_and_never_beyond(read: Callable[[bytes, int, int], str], codec: int) -> None:
    room = "abcdef".encode(CODECS[codec])
    for units in range(7):
        assert read(room, codec, units) == "abcdef"[:units]
    assert read("ab\0cd".encode(CODECS[codec]), codec, 5) == "ab"


def test_fixed_text_that_cannot_be_decoded_is_refused(read: Callable[[bytes, int, int], str]) -> None:
    for codec, room in ((UTF8, b"a\xff"), (JIS, b"a\x81"), (UTF16, b"\x00\xd8"), (UTF32, b"\xff" * 4)):
        with refused(ValueError, "fixed()", "field"):
            read(room, codec, len(room) // UNITS[codec])
