"""Talk to the C library itself: text in growing room, text that must be freed, numbers, files, and errno."""

from __future__ import annotations

import os
import tempfile

from bindings import libc
from material import sources

# Room that grows until the text fits: a path much longer than the 256 bytes that are tried first.
start = os.getcwd()
with tempfile.TemporaryDirectory() as folder:
    deep = folder
    for _ in range(12):
        deep = os.path.join(deep, "d" * 100)
        os.mkdir(deep)
        os.chdir(deep)
    assert libc.getcwd() == os.getcwd()
    print(f"getcwd: a path of {len(libc.getcwd())} characters")
    os.chdir(start)

# Text that C allocates is copied and freed; text that it lends is only copied; NULL is None where that may be.
assert libc.realpath("/usr/../usr/./lib") == os.path.realpath("/usr/lib")
libc.setenv("INTEROP_EXAMPLE", "größer")
print(f"getenv: {libc.getenv('INTEROP_EXAMPLE')!r}, and {libc.getenv('NO_SUCH_VARIABLE')!r} for one that is not set")

# The end pointer of strtol comes back as what is left of the text.
number, rest = libc.strtol("1998 Annual Report")
print(f"strtol: {number}, then {rest!r}; in base 36: {libc.strtol('python', base=36).result}")
print(f"strtod: {libc.strtod('6.02e23/mol')}")
try:
    libc.strtol("9" * 40)
except libc.NumberError as error:
    print(f"too large: {error.strerror}")

# Arrays: numbers come back as array.array, bytes as bytes.
load = libc.getloadavg()
print(f"load: {load.typecode!r} {[round(x, 2) for x in load]}")
assert sorted(libc.getgroups()) == sorted(os.getgroups())
assert len(libc.getrandom(buflen=32)) == 32

# A real file, written and read in pieces.
data = sources(4_000_000)
fd, path = libc.mkstemp(os.path.join(tempfile.gettempdir(), "interop-XXXXXX"))
view = memoryview(data)
while view:
    view = view[libc.write(fd, view[:65536]) :]
assert libc.lseek(fd, 0) == 0
pieces = []
while piece := libc.read(fd, nbytes=65536):
    pieces.append(piece)
assert b"".join(pieces) == data
libc.close(fd)
libc.unlink(path)
print(f"files: {len(data):,} bytes written to {path} and read back in {len(pieces)} pieces")

# A pipe: an array of two descriptors, filled by C.
reader, writer = libc.pipe()
libc.write(writer, b"through the pipe")
libc.close(writer)
print(f"pipe: {libc.read(reader, nbytes=100)!r}")
libc.close(reader)

# errno becomes the OSError that Python itself would raise.
try:
    libc.open("/no/such/file", libc.O_RDONLY)
except FileNotFoundError as error:
    print(f"FileNotFoundError: {error}")
try:
    libc.close(fd)
except OSError as error:
    print(f"OSError: {error}")
