/* Handles that callables get from C and give to it, in every direction, and who closes them. */
#ifndef T_KEYS_H
#define T_KEYS_H

#include "testlib_alloc.h"

typedef struct t_key t_key;
typedef int t_tag; /* a number; -1 is none */

t_key *t_key_new(int number);
void t_key_close(t_key *key);
int t_key_number(const t_key *key); /* -99 after it was closed */
t_tag t_tag_new(void);
int t_tag_close(t_tag tag); /* -1 unless it is open */
long t_tags_open(void);
long t_misuses(void); /* of what is closed already */
void t_refuse_to_close(int yes);
t_key *t_shared_key(void); /* the library's own, always the same one */
int t_get_shared(t_key **key);

typedef t_key *(*t_make)(void *data, int number);
typedef int (*t_make_out)(void *data, int number, t_key **key);
typedef int (*t_make_two)(void *data, t_key **first, t_key **second);
typedef t_tag (*t_make_tag)(void *data);
typedef int (*t_make_tag_out)(void *data, t_tag *tag);
typedef t_key *(*t_find)(void *data, int number);
typedef int (*t_find_out)(void *data, int number, t_key **key);
typedef void (*t_take)(void *data, t_key *key);
typedef int (*t_take_or_not)(void *data, t_key *key);
typedef int (*t_take_tag)(void *data, t_tag tag);
typedef int (*t_renewal)(void *data, t_key **key);
typedef int (*t_tag_renewal)(void *data, t_tag *tag);
typedef int (*t_choice)(void *data, t_key **key);

/* C keeps and closes what it gets: each gives the number of the key, or what the callable returned if that is not 0. */
int t_ask(t_make make, void *data, int number); /* -5 for NULL */
int t_ask_out(t_make_out make, void *data, int number);
int t_ask_two(t_make_two make, void *data);
int t_ask_nothing(t_make_out make, void *data);
int t_ask_tag(t_make_tag make, void *data); /* 1: it was open, and is closed now; 0: there was none */
int t_ask_tag_out(t_make_tag_out make, void *data);
/* C looks at what it gets, also after a second call of the callable, and does not close it. */
int t_look(t_find find, void *data, int number);
int t_look_out(t_find_out find, void *data, int number);

/* C gives a key away: for good, or unless the callable returns an error, after which C closes it. */
void t_present(t_take take, void *data, int number);
int t_offer(t_take_or_not take, void *data, int number);
int t_offer_tag(t_take_tag take, void *data);

/* C has a key that the callable may replace; the number of the one that it has afterwards, which it closes; -5 for none. */
int t_renew(t_renewal renew, void *data, int number);
int t_renew_lent(t_choice renew, void *data, int number);
int t_renew_tag(t_tag_renewal renew, void *data, int there);

/* A function of C's of the same types. */
typedef t_key *(*t_maker)(int number);
typedef int (*t_finder)(t_key **key);
t_maker t_key_maker(void);
t_finder t_key_finder(void);
t_take_or_not t_key_taker(void); /* takes keys below 100, and leaves others alone */

/* The status is an HRESULT. */
typedef int32_t HRESULT;
typedef HRESULT (*t_make_checked)(void *data, int number, t_key **key);
typedef HRESULT (*t_take_checked)(void *data, t_key *key);
int t_ask_checked(t_make_checked make, void *data, int number);
int t_offer_checked(t_take_checked take, void *data, int number);

/* What C keeps, and calls on a thread of its own while Python waits for nothing: the numbers of both. */
typedef int (*t_find_two)(void *data, t_key **first, t_key **second);
void t_keep_finder(t_find_two find, void *data);
int t_look_on_a_thread(void);
int t_look_while_another_looks(void); /* after another thread has looked as well: the numbers of the first ones */

/* Asks once more when the process exits, and prints what it got. */
void t_ask_at_exit(t_make_out make, void *data);

/* What is no handle: each function gives back what it gets, and the tests look at the number behind it. */
typedef struct t_bolt t_bolt;         /* a pointer; NULL and -1 are none */
typedef struct t_hasp_body *t_hasp;   /* a name for a pointer */
typedef unsigned short t_pin;         /* 65535 is none */
long t_tag_value(t_tag tag);
long t_bolt_value(t_bolt *bolt);
long t_hasp_value(t_hasp hasp);
long t_pin_value(t_pin pin);
t_bolt *t_bolt_of(long value);
t_hasp t_hasp_of(long value);
t_pin t_pin_of(long value);

void t_keep_taker(t_take take, void *data);
void t_present_kept(int number);

/* Keys with notes, which C does not copy; a ring closes its own keys and looks at others; a pocket keeps one for good. */
typedef struct t_ring t_ring;
void t_key_note(t_key *key, const int *notes, int n);
int t_key_sum(const t_key *key);
t_ring *t_ring_new(void);
void t_ring_close(t_ring *ring);
int t_ring_add(t_ring *ring, t_key *key);
int t_ring_watch(t_ring *ring, t_key *key);
int t_ring_sum(const t_ring *ring);
void t_pocket(t_key *key);
int t_pocket_sum(void);
void t_pocket_empty(void);

/* Links use each other, in circles too, until they are closed; parts belong to theirs. */
typedef struct t_link t_link;
t_link *t_link_new(int number);
t_link *t_link_child(t_link *parent, int number);
t_link *t_link_part(t_link *link);
void t_link_close(t_link *link);
int t_link_use(t_link *link, t_link *other);
void t_link_note(t_link *link, const int *notes, int n);
int t_link_sum(const t_link *link); /* with what it uses */
int t_link_visit(t_link *link, int (*visit)(void *data, t_link *link), void *data);

/* A key that is ready when it is delivered, or never with another status than 0. */
typedef void (*t_ready)(void *data, int status, t_key *key);
void t_request(t_ready ready, void *data, int number);
void t_deliver(int status);

/* All of it in one structure of functions. */
typedef struct t_source {
    t_maker open;
    int (*swap)(t_key **key);
    int (*check)(t_key *key); /* takes it over with 0 */
    void (*shut)(t_key *key);
} t_source;
int t_source_run(const t_source *source, int number);

#endif
