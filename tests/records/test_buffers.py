"""Records and their arrays as buffers: NumPy and C see the same memory; a layout that differs is refused by field."""

from __future__ import annotations

import ctypes
import gc
from types import ModuleType

import numpy as np
import pytest

from tests.conftest import Binding
from tests.support.refusals import refused

FEATURES = ("records", "layouts")

POINT = np.dtype([("x", "f8"), ("y", "f8")])


@pytest.fixture(scope="module")
def r(binding: Binding) -> ModuleType:
    return binding("records")


@pytest.fixture(scope="module")
def t(binding: Binding) -> ModuleType:
    return binding("layouts")


@pytest.fixture
def default_only(mode: str) -> None:
    if mode != "default":
        pytest.skip("copies are forced in this mode")


def test_a_record_is_a_buffer_of_its_own_memory(r: ModuleType) -> None:
    point = r.point(1, 2)
    view = memoryview(point)
    assert (view.format, view.nbytes, view.ndim, view.readonly) == ("T{=d:x:=d:y:}", 16, 0, False)
    seen = np.frombuffer(point)
    seen[0] = 5
    assert point.x == 5
    structured = np.asarray(point)
    structured["y"] = 7
    assert (point.y, structured.dtype) == (7, POINT)


@pytest.mark.usefixtures("default_only")
def test_an_array_of_records_crosses_with_no_copy(r: ModuleType) -> None:
    array = np.zeros(1_000_000, POINT)
    array["x"] = 1
    assert int(r.ffi.cast("intptr_t", r.address(array))) == array.ctypes.data
    assert r.total(array) == 1_000_000
    r.shift(array, 1.0)
    assert array["x"].sum() == 2_000_000
    ours = r.point.array(1000)
    seen = np.asarray(ours)
    assert int(r.ffi.cast("intptr_t", r.address(ours))) == seen.ctypes.data
    r.shift(ours, 3.0)
    assert seen["x"].sum() == 3000


def test_an_array_over_a_buffer_shares_its_memory(r: ModuleType) -> None:
    array = np.zeros(3, POINT)
    points = r.point.array(array)
    points[1].x = 5
    array[2]["y"] = 6
    assert points == [r.point(), r.point(5, 0), r.point(0, 6)]
    kept = points[1:]
    address = array.ctypes.data
    del points, array
    gc.collect()
    assert kept == [r.point(5, 0), r.point(0, 6)]
    assert np.asarray(kept).ctypes.data == address + 16


def test_arrays_are_made_of_numbers_and_sequences(r: ModuleType) -> None:
    assert r.point.array(2) == [r.point(), r.point()]
    assert r.point.array(0) == []
    assert len(np.asarray(r.point.array(0))) == 0
    source = [r.point(1, 2)]
    copies = r.point.array(source)
    copies[0].x = 9
    assert source == [r.point(1, 2)]
    for wrong, kind in (
        (-1, ValueError),
        (1 << 62, MemoryError),
        (1.5, TypeError),
        ([1], TypeError),
        (b"x" * 16, TypeError),
    ):
        with pytest.raises(kind):
            r.point.array(wrong)
    with refused(TypeError, "point: array()"):
        read_only = np.zeros(1, POINT)
        read_only.flags.writeable = False
        r.point.array(read_only)


MATCHING = {
    "plain": POINT,
    "offsets": np.dtype({"names": ["x", "y"], "formats": ["f8", "f8"], "offsets": [0, 8]}),
    "aligned": np.dtype([("x", "f8"), ("y", "f8")], align=True),
}

OTHERS = {
    "name": (np.dtype([("x", "f8"), ("z", "f8")]), "its 'z' stands where point has 'y'"),
    "order": (np.dtype([("y", "f8"), ("x", "f8")]), "its 'y' stands where point has 'x'"),
    "kind": (np.dtype([("x", "f8"), ("y", "i8")]), "field 'y' of point is double"),
    "size": (np.dtype([("x", "f8"), ("y", "f4"), ("z", "f4")]), "field 'y' of point has 8 bytes, not 4"),
    "offset": (np.dtype({"names": ["x", "y"], "formats": ["f4", "f8"], "offsets": [0, 8]}), "field 'x' of point has 8"),
    "missing": (np.dtype({"names": ["x"], "formats": ["f8"], "itemsize": 16}), "field 'y' of point is missing"),
    "endian": (np.dtype([("x", "<f8"), ("y", ">f8")]), "other byte order"),
    "array": (np.dtype([("x", "f8", 2)]), "field 'x' of point has 8 bytes, not 16"),
    "nested": (np.dtype([("x", [("x", "f8")]), ("y", "f8")]), "field 'x' of point"),
}


@pytest.mark.parametrize("dtype", MATCHING)
def test_the_same_layout_fits_however_it_is_spelled(r: ModuleType, dtype: str) -> None:
    array = np.array([(1, 2), (3, 4)], MATCHING[dtype])
    assert r.total(array) == 10
    assert r.total(array[::-1]) == 10


@pytest.mark.parametrize("dtype", OTHERS)
def test_another_layout_is_refused_and_the_field_named(r: ModuleType, dtype: str) -> None:
    other, words = OTHERS[dtype]
    with refused(TypeError, "total(): argument 'points'", "ndarray of another layout", words):
        r.total(np.zeros(2, other))
    with refused(TypeError, "swapped(): argument 'p'", "another layout", words):
        r.swapped(np.zeros((), other))


@pytest.mark.parametrize(
    "array", [np.zeros(4), np.zeros((2, 16), "u1"), np.zeros(2, "V16"), b"x" * 32, np.zeros(2, "c16")]
)
def test_what_is_no_record_is_refused(r: ModuleType, array: object) -> None:
    with refused(TypeError, "total(): argument 'points'"):
        r.total(array)


def test_numpy_and_we_agree_on_every_layout(r: ModuleType, t: ModuleType) -> None:
    for each in (t.all(), t.packed(), t.texts(), r.line(), r.mixed(), t.wide(), t.value(), t.mixed()):
        described = np.asarray(each).dtype
        assert described.itemsize == memoryview(each).nbytes
        again = type(each).array(np.zeros(2, described))
        assert again == [type(each)(), type(each)()]
    # What a format cannot say is left out, and may be named by others.
    assert "word" not in (np.asarray(t.mixed()).dtype.names or ())
    assert "low" not in (np.asarray(r.mixed()).dtype.names or ())
    line = np.asarray(r.line(r.point(1, 2), r.point(3, 4), [5, 6, 7], 2))
    assert (line["from_"]["y"], line["to"]["x"], list(line["width"]), line["color"]) == (2, 3, [5, 6, 7], 2)


def test_what_ctypes_exports_fits(t: ModuleType, r: ModuleType) -> None:
    class Point(ctypes.Structure):
        _fields_ = (("x", ctypes.c_double), ("y", ctypes.c_double))

    class Line(ctypes.Structure):
        _fields_ = (("from_", Point), ("to", Point), ("width", ctypes.c_uint8 * 3), ("color", ctypes.c_uint32))

    class Pair(ctypes.Structure):
        _pack_ = 1
        _fields_ = (("tag", ctypes.c_char), ("value", ctypes.c_double))

    class Wrong(ctypes.Structure):
        _fields_ = (("x", ctypes.c_double), ("y", ctypes.c_int64))

    assert r.total((Point * 2)(Point(1, 2), Point(3, 4))) == 10
    assert r.length(Line(Point(0, 0), Point(3, 4))) == 5
    if memoryview(Pair()).itemsize == 9 and "value" in (memoryview(Pair()).format or ""):
        assert t.packed(pair=Pair(b"x", 2.0)).pair == t.pair(b"x", 2.0)
    with refused(TypeError, "field 'y' of point is double"):
        r.total((Wrong * 2)())


NONSENSE = [
    "T",
    "T{",
    "T{d:x:",
    "T{d:x:d:y:",
    "T{d:x",
    "T{(d:x:}",
    "T{(2d:x:}",
    "T{9999999999999999999d:x:}",
    "T{(1,2,3,4,5,6,7,8,9)d:x:}",
    "T{Q@:x:}",
    "T{&:x:}",
    "T{X:x:}",
    "T{X{:x:}",
    "T{&&d:x:d:y:}",
    "T{T{T{d:x:}:x:}:x:}",
    "T{d:x:d:y:}x",
    "2T{d:x:d:y:}",
    "é",
]


@pytest.mark.parametrize("text", ["", *NONSENSE])
def test_a_format_that_makes_no_sense_is_refused(r: ModuleType, text: str) -> None:
    class Strange(ctypes.Structure):
        _fields_ = (("x", ctypes.c_double), ("y", ctypes.c_double))

    # Formats reach the parser from whoever exports a buffer; NumPy and ctypes make none of these.
    buffer = _Buffer(text.encode())
    try:
        view = buffer.view()
    except (ValueError, BufferError, TypeError):
        pytest.skip("memoryview itself refuses it")
    with refused(TypeError, "argument 'points'"):
        r.total(view)


class _Buffer:
    """A memoryview whose format is any text: PyMemoryView_FromBuffer takes it as it comes."""

    def __init__(self, text: bytes) -> None:
        self.text = ctypes.create_string_buffer(text)
        self.memory = ctypes.create_string_buffer(32)
        self.shape = (ctypes.c_ssize_t * 1)(2)
        self.strides = (ctypes.c_ssize_t * 1)(16)

    def view(self) -> memoryview:
        class Native(ctypes.Structure):
            _fields_ = (
                ("buf", ctypes.c_void_p),
                ("obj", ctypes.c_void_p),
                ("len", ctypes.c_ssize_t),
                ("itemsize", ctypes.c_ssize_t),
                ("readonly", ctypes.c_int),
                ("ndim", ctypes.c_int),
                ("format", ctypes.c_void_p),
                ("shape", ctypes.c_void_p),
                ("strides", ctypes.c_void_p),
                ("suboffsets", ctypes.c_void_p),
                ("internal", ctypes.c_void_p),
            )

        native = Native(
            ctypes.addressof(self.memory), None, 32, 16, 0, 1, ctypes.addressof(self.text),
            ctypes.addressof(self.shape), ctypes.addressof(self.strides), None, None,
        )  # fmt: skip
        make = ctypes.pythonapi.PyMemoryView_FromBuffer
        make.restype = ctypes.py_object
        view: memoryview = make(ctypes.byref(native))
        return view


def test_records_are_seen_in_bytes(r: ModuleType) -> None:
    memory = bytearray(np.array([(1, 2), (3, 4)], POINT).tobytes())
    points = r.point.array(memory)
    assert points == [r.point(1, 2), r.point(3, 4)]
    points[1].x = 5
    assert np.frombuffer(memory, POINT)["x"].tolist() == [1, 5]
    with refused(ValueError, "point", "31 bytes", "16"):
        r.point.array(memory[1:])
    with refused(ValueError, "point", "aligned to 8"):
        r.point.array(memoryview(memory + bytes(16))[4:36])
    with refused(TypeError, "point: array()", "not writable"):
        r.point.array(bytes(memory))
