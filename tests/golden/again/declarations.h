char *getcwd(char *, size_t);
int unpack(uint8_t *, size_t *, const uint8_t *, size_t);
int list(int *, int);
int render(char *, size_t, int);
