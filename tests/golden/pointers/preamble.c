#include <pointers.h>
#include <stdio.h>
