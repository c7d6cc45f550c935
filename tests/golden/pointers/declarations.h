struct box;
void made(char **);
void lent(const char **);
void array_made(double **, size_t *);
void texts_made(char ***, int *);
struct box *open_box(const struct box *);
void box_out(struct box **);
void unannotated(int *, void *, struct box *, int (*)(int));
void *same(void *);
