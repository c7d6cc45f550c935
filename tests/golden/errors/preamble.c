#include <errors.h>
#include <math.h>
