#include "kernels.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static int32_t clamp(int64_t value, int32_t least, int32_t greatest)
{
    return value < least ? least : value > greatest ? greatest : (int32_t)value;
}

void k_fill(uint8_t *pixels, k_size size, k_rect area, uint8_t value)
{
    int32_t left = clamp(area.x, 0, size.width), right = clamp((int64_t)area.x + area.size.width, left, size.width);
    int32_t top = clamp(area.y, 0, size.height), bottom = clamp((int64_t)area.y + area.size.height, top, size.height);

    for (int32_t y = top; y < bottom; y++)
        memset(pixels + (size_t)y * (size_t)size.width + left, value, (size_t)(right - left));
}

/* One line of a box blur: a running sum, with the border's pixels repeated outside. */
static void blur_line(float *line, ptrdiff_t step, int32_t count, int radius, float *before)
{
    double sum = 0;

    for (int32_t i = 0; i < count; i++)
        before[i] = line[i * step];
    for (int i = -radius; i <= radius; i++)
        sum += before[clamp(i, 0, count - 1)];
    for (int32_t i = 0; i < count; i++) {
        line[i * step] = (float)(sum / (2 * radius + 1));
        sum += before[clamp((int64_t)i + radius + 1, 0, count - 1)] - before[clamp((int64_t)i - radius, 0, count - 1)];
    }
}

int k_blur(float *pixels, k_size size, int radius)
{
    int32_t longest = size.width > size.height ? size.width : size.height;
    float *before = malloc(sizeof(float) * (size_t)(longest > 0 ? longest : 1));

    if (before == NULL)
        return -1;
    for (int32_t y = 0; y < size.height; y++)
        blur_line(pixels + (size_t)y * (size_t)size.width, 1, size.width, radius, before);
    for (int32_t x = 0; x < size.width; x++)
        blur_line(pixels + x, size.width, size.height, radius, before);
    free(before);
    return 0;
}

void k_threshold(uint8_t *pixels, k_size size, uint8_t level)
{
    for (size_t i = 0; i < (size_t)size.width * (size_t)size.height; i++)
        pixels[i] = pixels[i] >= level ? 255 : 0;
}

void k_histogram(const uint8_t *pixels, size_t count, uint32_t *bins)
{
    memset(bins, 0, 256 * sizeof *bins);
    for (size_t i = 0; i < count; i++)
        bins[pixels[i]]++;
}

int k_summarize(const uint8_t *pixels, size_t count, k_summary *summary)
{
    double sum = 0, squares = 0;

    if (count == 0)
        return -1;
    *summary = (k_summary){.least = pixels[0], .greatest = pixels[0]};
    for (size_t i = 0; i < count; i++) {
        if (pixels[i] < summary->least)
            summary->least = pixels[i];
        if (pixels[i] > summary->greatest)
            summary->greatest = pixels[i];
        sum += pixels[i];
        squares += (double)pixels[i] * pixels[i];
    }
    summary->mean = sum / (double)count;
    summary->deviation = sqrt(fmax(0, squares / (double)count - summary->mean * summary->mean));
    return 0;
}

void k_fir(float *signal, size_t count, const float *taps, size_t order)
{
    for (size_t i = count; i-- > 0;) {
        float sum = 0;
        for (size_t k = 0; k < order && k <= i; k++)
            sum += taps[k] * signal[i - k];
        signal[i] = sum;
    }
}

void k_rotate(k_complex *signal, size_t count, k_complex by)
{
    for (size_t i = 0; i < count; i++) {
        k_complex z = signal[i];
        signal[i] = (k_complex){z.re * by.re - z.im * by.im, z.re * by.im + z.im * by.re};
    }
}

void k_step(k_particle *particles, size_t count, float seconds, int rounds)
{
    for (size_t i = 0; i < count; i++) {
        k_particle p = particles[i];
        for (int round = 0; round < rounds; round++) {
            for (int axis = 0; axis < 3; axis++) {
                /* Tied to the origin by a spring. */
                p.velocity[axis] -= p.position[axis] / p.mass * seconds;
                p.position[axis] += p.velocity[axis] * seconds;
            }
        }
        particles[i] = p;
    }
}

double k_energy(const k_particle *particles, size_t count)
{
    double sum = 0;

    for (size_t i = 0; i < count; i++) {
        const k_particle *p = particles + i;
        for (int axis = 0; axis < 3; axis++)
            sum += 0.5 * (p->mass * p->velocity[axis] * p->velocity[axis] + p->position[axis] * p->position[axis]);
    }
    return sum;
}

const void *k_where(const k_particle *particles, size_t count)
{
    (void)count;
    return particles;
}
