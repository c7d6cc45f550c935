"""Structs of the C library: files, times, users, addresses; nested, in arrays, in lists, of several shapes."""

from __future__ import annotations

import ipaddress
import os
import socket
import time

from bindings import net, system

# Text in fields of a fixed length.
name = system.uname()
assert (name.sysname, name.nodename, name.machine) == (os.uname().sysname, os.uname().nodename, os.uname().machine)
print(f"uname: {name.sysname} {name.release} on {name.machine}")

# A record with records in it, held inside the Python object: st_mtim is a view, not a copy.
info = system.stat(__file__)
assert (info.st_size, info.st_ino) == (os.stat(__file__).st_size, os.stat(__file__).st_ino)
assert info.st_mtim.tv_sec * 10**9 + info.st_mtim.tv_nsec == os.stat(__file__).st_mtime_ns
with open(__file__, "rb") as file:
    assert system.fstat(file.fileno()) == system.lstat(__file__) == info
print(f"stat: {info.st_size} bytes, changed at {info.st_mtim}")
try:
    system.stat("/no/such/file")
except FileNotFoundError as error:
    print(f"stat: {error}")

# A record goes in and out: mktime puts the fourtieth of October right, and finds out the day of the week.
date = system.tm(tm_year=2001 - 1900, tm_mon=9, tm_mday=40, tm_isdst=-1)
seconds = system.mktime(date)
assert seconds == int(time.mktime((2001, 11, 9, 0, 0, 0, 0, 0, -1)))
print(f"mktime: {date.tm_year + 1900}-{date.tm_mon + 1:02}-{date.tm_mday:02} is day {date.tm_wday} of its week")
text = system.strftime("%A, %d %B %Y, %H:%M:%S", system.gmtime_r(1_000_000_000))
assert text == time.strftime("%A, %d %B %Y, %H:%M:%S", time.gmtime(1_000_000_000))
print(f"gmtime_r, strftime: {text}; here it is {system.localtime_r(seconds).tm_zone}")

# A record in, a record out.
start = system.clock_gettime(system.CLOCK_MONOTONIC)
assert system.nanosleep(system.timespec(tv_nsec=20_000_000)) == system.timespec()
end = system.clock_gettime(system.CLOCK_MONOTONIC)
elapsed = (end.tv_sec - start.tv_sec) * 10**9 + end.tv_nsec - start.tv_nsec
assert elapsed >= 20_000_000
print(f"nanosleep: slept for {elapsed / 1e6:.1f} ms")

# Text that fields point at, in memory that the stub provides for the call; a record that may be missing.
me = system.getpwuid_r(os.getuid())
print(f"getpwuid_r: {f'{me.pw_name} at home in {me.pw_dir}' if me is not None else 'a user without a name'}")
assert system.getpwnam_r("nobody of that name") is None
os.environ["INTEROP_RECORDS"] = "größer"
assert "INTEROP_RECORDS=größer" in system.environ()
print(f"environ: {len(system.environ())} variables")

# An array of records that C updates: the same objects say what is ready.
reader, writer = os.pipe()
files = [net.pollfd(reader, net.POLLIN), net.pollfd(writer, net.POLLOUT)]
assert net.poll(files, timeout=0) == 1
os.write(writer, b"something to read")
assert net.poll(files) == 2
assert [file.revents for file in files] == [net.POLLIN, net.POLLOUT]
os.close(reader)
os.close(writer)
print(f"poll: {files}")

# A list that C allocates: read to its end, then freed all at once.
hints = net.addrinfo(ai_flags=net.AI_NUMERICHOST, ai_socktype=net.SOCK_STREAM)
for host, family in (("127.0.0.1", socket.AF_INET), ("::1", socket.AF_INET6)):
    found: net.addrinfo | None = net.getaddrinfo(host, "443", hints)
    while found is not None:
        # An address is bytes, until its family says which record they are.
        assert found.ai_family == family
        assert found.ai_addr is not None
        if family == socket.AF_INET:
            v4 = net.sockaddr_in.array(bytearray(found.ai_addr))[0]
            port, address = net.ntohs(v4.sin_port), str(ipaddress.IPv4Address(socket.ntohl(v4.sin_addr.s_addr)))
        else:
            v6 = net.sockaddr_in6.array(bytearray(found.ai_addr))[0]
            port, address = net.ntohs(v6.sin6_port), str(ipaddress.IPv6Address(bytes(v6.sin6_addr.s6_addr)))
        assert (address, port) == (host, 443)
        names = net.getnameinfo(found.ai_addr, flags=net.NI_NUMERICHOST | net.NI_NUMERICSERV)
        assert (names.host, names.serv) == (host, "443")
        found = found.ai_next
    print(f"getaddrinfo: {host} is {address}, port {port}")
try:
    net.getaddrinfo("no such host.invalid", None, hints)
except net.AddressError as error:
    print(f"getaddrinfo: {error}; is that NONAME? {error.status == net.EAI_NONAME}")
