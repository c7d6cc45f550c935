#include <numpy.h>
