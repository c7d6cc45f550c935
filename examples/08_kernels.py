"""C code of one's own that works in place on NumPy arrays: images, signals, and a million records."""

from __future__ import annotations

import threading
import time

import numpy as np
from bindings import kernels

# An image: pixels in place, its size and the area as records by value.
image = np.zeros((480, 640), np.uint8)
size = kernels.size(width=640, height=480)
kernels.fill(image, size, kernels.rect(x=600, y=-20, size=kernels.size(100, 100)), 200)
assert image.sum() == 200 * 80 * 40
assert (image[:80, 600:] == 200).all()
bins = kernels.histogram(image)
assert bins.tolist() == np.bincount(image.ravel(), minlength=256).tolist()
print(f"histogram: {bins[0]} dark pixels, {bins[200]} light ones, as {type(bins).__name__} of {bins.dtype}")
match kernels.summarize(image):
    case kernels.summary(least=0, greatest=200, mean=mean, deviation=deviation):
        assert abs(mean - image.mean()) < 1e-9
        assert abs(deviation - image.std()) < 1e-9
        print(f"summary: mean {mean:.3f}, deviation {deviation:.3f}")
    case other:
        raise AssertionError(other)

soft = image.astype(np.float32)
kernels.blur(soft, size, radius=10)
padded = np.pad(image.astype(np.float64), 10, "edge")
wanted = np.lib.stride_tricks.sliding_window_view(padded, (21, 21)).mean(axis=(2, 3))
assert np.allclose(soft, wanted, atol=1e-2)
print(f"blur: NumPy's windows say the same; the middle of the border is {soft[40, 600]:.1f} now")
kernels.threshold(image, size, 100)

# What does not fit is refused, and says what was expected and what came.
for wrong in (image[:, ::2].copy(), image.astype(np.int16), image.tobytes()):
    try:
        kernels.threshold(wrong, size, 100)
    except (TypeError, ValueError) as error:
        print(f"{type(error).__name__}: {error}")

# Signals: a filter in place, and complex numbers, which are two floats to C.
signal = np.sin(np.linspace(0, 100, 10_000, dtype=np.float32))
taps = np.full(16, 1 / 16, np.float32)
filtered = np.convolve(signal, taps)[: len(signal)]
kernels.fir(signal, taps)
assert np.allclose(signal, filtered, atol=1e-5)
numbers = np.array([(1, 0), (0, 2), (-1, 3)], dtype=[("re", "f4"), ("im", "f4")])
kernels.rotate(numbers, kernels.complex(re=0, im=1))
assert numbers.tolist() == [(0, 1), (-2, 0), (-3, -1)]
print(f"fir, rotate: {len(signal)} samples, and {numbers.tolist()}")

# A million records in one structured array, which C works on where it is.
count = 1_000_000
layout = np.dtype([("position", "f4", 3), ("velocity", "f4", 3), ("mass", "f4"), ("id", "u4")])
particles = np.zeros(count, layout)
particles["position"] = np.random.default_rng(1).normal(size=(count, 3))
particles["mass"] = 1
particles["id"] = np.arange(count)
there = int(kernels.ffi.cast("uintptr_t", kernels.where(particles)))
print(f"particles: {count:,} records at {particles.ctypes.data:#x} in NumPy, at {there:#x} in C")
assert there == particles.ctypes.data
energy = kernels.energy(particles)
kernels.step(particles, 0.001, rounds=100)
assert abs(kernels.energy(particles) / energy - 1) < 0.01
assert (particles["id"] == np.arange(count)).all()

# The other way round: an array of the class is memory that NumPy sees, and its items are views.
few = kernels.particle.array(3)
seen = np.asarray(few)
seen["mass"] = [1, 2, 3]
few[1].velocity[0] = 0.5
kernels.step(few, 1.0)
assert seen["position"][1, 0] == 0.5
print(f"an array of the class: {few[1]}")

# Two threads at once, each on its half: the GIL is released while C works.
start = time.perf_counter()
kernels.step(particles, 0.001, rounds=50)
alone = time.perf_counter() - start
halves = [threading.Thread(target=kernels.step, args=(half, 0.001, 50)) for half in np.split(particles, 2)]
ticks = 0
start = time.perf_counter()
for thread in halves:
    thread.start()
while any(thread.is_alive() for thread in halves):
    time.sleep(0.001)
    ticks += 1
together = time.perf_counter() - start
assert ticks > 1
print(f"two threads: {together * 1000:.0f} ms, one: {alone * 1000:.0f} ms; Python counted to {ticks} meanwhile")
