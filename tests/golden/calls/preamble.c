#include <calls.h>
