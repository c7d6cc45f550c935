"""C that calls Python: libc sorts NumPy arrays and records by callables, searches, and walks through folders."""

from __future__ import annotations

import os
import time
from pathlib import Path

import numpy as np
from bindings import libc_callbacks as libc

random = np.random.default_rng(7)

# qsort sorts the array's own memory; the comparison is any callable.
values = random.normal(size=20_000)
expected = np.sort(values)
compared = 0


def compare(a: float, b: float) -> int:
    global compared
    compared += 1
    return (a > b) - (a < b)


there = values.ctypes.data
start = time.perf_counter()
libc.sort_doubles(values, compare)
seconds = time.perf_counter() - start
assert np.array_equal(values, expected)
assert values.ctypes.data == there
print(f"qsort compared {compared:,} pairs of doubles in Python, {seconds / compared * 1e9:.0f} ns each")

# bsearch says where a value is, as np.searchsorted does.
assert all(libc.find_double(key, values, compare) == np.searchsorted(values, key) for key in values[::500])
assert libc.find_double(7e9, values, compare) is None
print(f"bsearch found {values[1234]:.6f} at {libc.find_double(values[1234], values, compare)}")

# A declaration is for one type of element: another one is refused, and so is what C cannot sort where it is.
numbers = random.permutation(1000) * 7
libc.sort_integers(numbers, lambda a, b: a - b)
assert np.array_equal(numbers, np.arange(1000) * 7)
assert libc.find_integer(700, numbers, lambda a, b: a - b) == np.searchsorted(numbers, 700) == 100
frozen = values.copy()
frozen.flags.writeable = False
for wrong in (numbers, values.astype("f4"), values.astype(">f8"), frozen, values[::2], list(values)):
    try:
        libc.sort_doubles(wrong, compare)
    except (TypeError, ValueError) as error:
        print(error)
    else:
        raise AssertionError(wrong)

# Records: a structured array is sorted in its own memory, too. The callable gets each as an object of the class.
layout = np.dtype([("year", "i2"), ("month", "i2"), ("value", "f4")], align=True)
table = np.zeros(5000, layout)
table["year"], table["month"] = random.integers(1900, 2100, 5000), random.integers(1, 13, 5000)
table["value"] = random.permutation(5000)
ordered = np.sort(table, order=["year", "month", "value"])


def by_time(a: libc.reading, b: libc.reading) -> int:
    x, y = (a.year, a.month, a.value), (b.year, b.month, b.value)
    return (x > y) - (x < y)


libc.sort_readings(table, by_time)
assert np.array_equal(table, ordered)
first, last = table[0], table[-1]
key = libc.reading(int(last["year"]), int(last["month"]), float(last["value"]))
assert libc.find_reading(key, table, by_time) == len(table) - 1
print(f"readings from {first['month']}/{first['year']} to {last['month']}/{last['year']}, sorted where they are")
readings = [libc.reading(2000 + n % 7, 1 + n % 12, n / 2) for n in range(24)]
libc.sort_readings(readings, by_time)
assert [(r.year, r.month) for r in readings] == sorted((2000 + n % 7, 1 + n % 12) for n in range(24))

# nftw walks; what the callable returns ends the walk unless it is zero, which None is here.
kinds = {libc.FTW_F: 0, libc.FTW_D: 0}
deepest = 0


def visit(path: str, status: object, kind: int, place: libc.FTW) -> None:
    global deepest
    kinds[kind] = kinds.get(kind, 0) + 1
    deepest = max(deepest, place.level)


here = Path(np.__file__).parent
assert libc.nftw(str(here), visit) == 0
files = sum(len(names) for _, _, names in os.walk(here))
assert kinds[libc.FTW_F] + kinds.get(libc.FTW_SL, 0) == files
print(f"nftw found {files} files in {kinds[libc.FTW_D]} folders, {deepest} deep")
assert libc.nftw(str(here), lambda path, status, kind, place: int(path.endswith(".py"))) == 1

# An exception ends up with whoever called C, once C has returned.
try:
    libc.sort_doubles(values, lambda a, b: 1 // 0)
except ZeroDivisionError as error:
    print(f"qsort raised {error!r}")
try:
    libc.find_double(1.0, values, lambda a, b: "less")
except TypeError as error:
    print(f"bsearch raised: {error}")
try:
    libc.nftw("/no such folder", visit)
except FileNotFoundError as error:
    print(f"nftw raised {error!r}")
