/* Callables that C has during one call only, and functions that are called meanwhile. */
#ifndef T_PASSING_H
#define T_PASSING_H

typedef int (*t_visitor)(void *data, int value);

/* Calls it with the value; while it does, the two below call it too, with -3 for nobody. */
int t_pass(t_visitor visit, void *data, int value);
int t_poke(int value);
int t_poke_held(int value);

#endif
