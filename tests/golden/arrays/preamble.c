#include <arrays.h>
