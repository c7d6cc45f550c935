#include <text.h>
