"""C's mathematics: several results by name, long double, NaN and domain errors, checked against Python's math."""

from __future__ import annotations

import math
import random

from bindings import libm

fraction, exponent = libm.frexp(1000.0)
print(f"frexp(1000) = {fraction} * 2**{exponent}")
print(f"modf(-3.25): whole {libm.modf(-3.25).whole}, fraction {libm.modf(-3.25).result}")
print(f"remquo(29, 3): {libm.remquo(29, 3)}")
print(f"lgamma_r(-0.5): {libm.lgamma_r(-0.5)}")
print(f"nextafterf(1, 2) = {libm.nextafterf(1, 2)!r}: the next float, not the next double")

# The text of a NaN reaches C, and the NaN comes back.
assert math.isnan(libm.nan("42"))

# errno, saved right after the call, is an exception of the module, and an OSError too.
for call in (lambda: libm.log(0), lambda: libm.pow(-1, 0.5), lambda: libm.tgamma(-1)):
    try:
        call()
    except libm.MathError as error:
        print(f"{error.function}: {error.strerror}")

# A hundred thousand numbers, against Python's own functions.
generator = random.Random(1)
for _ in range(100_000):
    x, y = generator.uniform(-1e6, 1e6), generator.uniform(-1e6, 1e6)
    assert libm.frexp(x) == math.frexp(x)
    assert libm.modf(x) == math.modf(x)
    assert libm.hypot(x, y) == math.hypot(x, y) or math.isclose(libm.hypot(x, y), math.hypot(x, y), rel_tol=1e-15)
    assert libm.remquo(x, y).result == math.remainder(x, y)
    assert libm.copysign(x, y) == math.copysign(x, y)
print("100,000 numbers: frexp, modf, hypot, remquo and copysign agree with Python's math")
