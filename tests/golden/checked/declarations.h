double sum(const double *, size_t);
int decode(const uint8_t *, size_t, int *, size_t *);
void upper(char *, size_t);
size_t total(const char *const *, size_t);
const char *find(const char *, char);
void made(char **);
void kept(const int *, size_t);
int add(int, int);
int name(char *, size_t);
