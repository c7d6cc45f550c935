"""Types of one's own in C's signatures: pathlib, datetime and ipaddress ready-made, the rest from conversions.py."""

from __future__ import annotations

import inspect
import os
import socket
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address
from pathlib import Path

from bindings import files
from material import sources

for function in (files.time, files.realpath, files.chmod, files.sendfile):
    print((inspect.getdoc(function) or "").partition("\n")[0])

# A typedef with a marshaller: every time_t is a datetime.
now = files.time()
assert abs(now - datetime.now(UTC)) < timedelta(seconds=5)
assert files.difftime(now, now - timedelta(days=1, microseconds=1)) == 86401
try:
    files.difftime(now, datetime(2024, 1, 1))
except ValueError as error:
    print(error)

# Text as a path, in and out, and an errno that is still the OSError it should be.
here = Path("here")
here.symlink_to(".")
assert files.realpath(here / "here") == Path.cwd()
try:
    files.realpath(Path("nowhere"))
except FileNotFoundError as error:
    print(error)

# A marshaller of the program's own.
old = files.umask("----w-rwx")
print(f"the umask was {old}, is {files.umask(old)}, and is {files.umask(old)} again")
try:
    files.chmod(here, "rwxr-x--")
except ValueError as error:
    print(error)

# One that is made for each call, and holds something that must be given back.
data = sources(3_000_000)
original, copy = Path("original"), Path("copy")
original.write_bytes(data)
before = len(os.listdir("/proc/self/fd"))
assert files.sendfile(copy, original, len(data)) == len(data)
assert copy.read_bytes() == data
files.chmod(copy, "r--r-----")
assert copy.stat().st_mode & 0o777 == 0o440
for source, count in ((Path("nowhere"), 1), (original, -1), (Path.cwd(), 1)):
    try:
        files.sendfile(Path("other"), source, count)
    except (OSError, OverflowError) as error:
        print(f"{type(error).__name__}: {error}")
assert len(os.listdir("/proc/self/fd")) == before
print(f"{len(data):,} bytes copied; {before} files are open before and after, also where a call failed")

assert files.inet_addr("192.0.2.1") == IPv4Address("192.0.2.1") == IPv4Address(socket.inet_aton("192.0.2.1"))
