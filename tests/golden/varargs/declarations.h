int snprintf(char *, size_t, const char *, ...);
void syslog(int, const char *, ...);
int sscanf(const char *, const char *, ...);
int printf(const char *, ...);
int open(const char *, int, ...);
