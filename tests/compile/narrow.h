#include "truth.h"
enum narrow { SMALL = 1 } __attribute__((packed));
