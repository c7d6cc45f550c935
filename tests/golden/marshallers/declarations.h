typedef int64_t t_seconds;
int t_take(int, int);
int t_change(int *, int);
int t_answer(int);
t_seconds t_later(t_seconds, int);
void t_delay_or_not(t_seconds *, int);
int t_shift(t_seconds *, size_t, int, int);
void t_every(t_seconds, t_seconds *, size_t);
void t_flip_id(unsigned char *);
