"""What type checkers must refuse. Each line that is wrong ends with the code of its error."""

from bindings import kernels, libc, libm, lzma, net, system, zlib, zstream

zlib.compress2("text")  # E: arg-type
zlib.compress2(b"text", 1, 2)  # E: call-overload
zlib.compress2(b"text", dest=b"constant", lavel=1)  # E: call-overload
zlib.crc32(b"text", 1)  # E: call-arg
zlib.crc32()  # E: call-arg
zlib.nosuch()  # E: attr-defined
zlib.BEST_SPEED = 2  # E: misc
libc.getenv(None)  # E: arg-type
libc.getenv("HOME").upper()  # E: union-attr
libc.open("file", "r")  # E: arg-type
libm.frexp("1")  # E: arg-type
print(libm.frexp(1.0).mantissa)  # E: attr-defined
libm.ldexp(1.0, 1.5)  # E: arg-type
text: str = libm.hypot(1, 2)  # E: assignment
print(lzma.check.NOSUCH)  # E: attr-defined
system.timespec("1")  # E: arg-type
system.timespec(seconds=1)  # E: call-arg
net.pollfd().fd = 1.5  # E: assignment
net.pollfd().handle = 1  # E: attr-defined
kernels.fill(bytearray(6), (2, 3), kernels.rect(), 1)  # E: arg-type
print(net.getaddrinfo("localhost").ai_next.ai_family)  # E: union-attr
zstream.z_stream(zalloc=5)  # E: arg-type
zstream.z_stream().zalloc = lambda items: None  # E: assignment
zstream.z_stream.from_methods()  # E: call-arg
