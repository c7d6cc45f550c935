#include "passing.h"

static t_visitor passed;
static void *passed_data;

int
t_pass(t_visitor visit, void *data, int value)
{
    t_visitor before = passed;
    void *data_before = passed_data;
    int result;

    passed = visit;
    passed_data = data;
    result = visit(data, value);
    passed = before;
    passed_data = data_before;
    return result;
}

int
t_poke(int value)
{
    return passed != 0 ? passed(passed_data, value) : -3;
}

int
t_poke_held(int value)
{
    return t_poke(value);
}
