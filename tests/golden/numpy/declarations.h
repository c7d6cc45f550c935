int length(const char *);
void fill(float *, size_t);
void both(double *, uint8_t *, size_t);
const int64_t *table(void);
