/* Kernels for images, signals and particles, which work in place: what native/examples/kernels.c does, and records. */
#ifndef INTEROP_KERNELS_H
#define INTEROP_KERNELS_H

#include <stddef.h>
#include <stdint.h>

typedef struct k_size {
    int32_t width;
    int32_t height;
} k_size;

typedef struct k_rect {
    int32_t x, y;
    k_size size;
} k_rect;

typedef struct k_complex {
    float re, im;
} k_complex;

typedef struct k_particle {
    float position[3];
    float velocity[3];
    float mass;
    uint32_t id;
} k_particle;

typedef struct k_summary {
    uint8_t least, greatest;
    double mean, deviation;
} k_summary;

/* Images are rows of pixels without gaps. What leaves the image is cut off. */
void k_fill(uint8_t *pixels, k_size size, k_rect area, uint8_t value);
int k_blur(float *pixels, k_size size, int radius);
void k_threshold(uint8_t *pixels, k_size size, uint8_t level);
void k_histogram(const uint8_t *pixels, size_t count, uint32_t *bins);
int k_summarize(const uint8_t *pixels, size_t count, k_summary *summary);

/* A filter with a finite response, from the last sample to the first, so that the signal may be replaced. */
void k_fir(float *signal, size_t count, const float *taps, size_t order);
void k_rotate(k_complex *signal, size_t count, k_complex by);

void k_step(k_particle *particles, size_t count, float seconds, int rounds);
double k_energy(const k_particle *particles, size_t count);
const void *k_where(const k_particle *particles, size_t count);

#endif
