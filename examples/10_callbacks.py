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


start = time.perf_counter()
libc.sort_doubles(values, compare)
seconds = time.perf_counter() - start
assert np.array_equal(values, expected)
print(f"qsort compared {compared:,} pairs of doubles in Python, {seconds / compared * 1e9:.0f} ns each")

found = libc.find_double(values[1234], values, compare)
assert found is not None
assert found[0] == values[1234]
assert libc.find_double(7e9, values, compare) is None
print(f"bsearch found {found[0]:.6f}")

# The same for records: a callback gets each as an object of the class.
readings = [libc.reading(2000 + n % 7, 1 + n % 12, n / 2) for n in range(24)]
libc.sort_readings(readings, lambda a, b: (a.year, a.month) > (b.year, b.month) or -1)
assert [(r.year, r.month) for r in readings] == sorted((2000 + n % 7, 1 + n % 12) for n in range(24))
print(f"the first reading is of {readings[0].month}/{readings[0].year}")

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
    libc.nftw("/no such folder", visit)
except FileNotFoundError as error:
    print(f"nftw raised {error!r}")
