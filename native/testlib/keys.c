#define TESTLIB_ALLOC_IMPLEMENTATION
#include "keys.h"
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

enum { OPEN = 0x6e57, SHUT = 0x5417, TAGS = 16 };

struct t_key {
    int state;
    int number;
    const int *notes;
    int count;
};

struct t_ring {
    t_key *own[4], *other[4];
    int owned, others;
};

static long misuses;
static int refuses;
static int tags[TAGS];
static t_key shared = {OPEN, 1000, NULL, 0};

long t_misuses(void) { return misuses; }
void t_refuse_to_close(int yes) { refuses = yes; }
t_key *t_shared_key(void) { return &shared; }

int t_get_shared(t_key **key)
{
    *key = &shared;
    return 0;
}

t_key *t_key_new(int number)
{
    t_key *key = t_malloc(sizeof *key);

    if (key != NULL)
        *key = (t_key){OPEN, number, NULL, 0};
    return key;
}

void t_key_close(t_key *key)
{
    if (key == &shared || key->state != OPEN)
        misuses++;
    if (key == &shared)
        return;
    key->state = SHUT;
    t_free(key);
}

int t_key_number(const t_key *key)
{
    if (key->state == OPEN)
        return key->number;
    misuses++;
    return -99;
}

t_tag t_tag_new(void)
{
    for (int i = 0; i < TAGS; i++)
        if (!tags[i]) {
            tags[i] = 1;
            return i;
        }
    return -1;
}

int t_tag_close(t_tag tag)
{
    if (tag < 0 || tag >= TAGS || !tags[tag]) {
        misuses++;
        return -1;
    }
    tags[tag] = 0;
    return refuses ? -1 : 0;
}

long t_tags_open(void)
{
    long open = 0;

    for (int i = 0; i < TAGS; i++)
        open += tags[i];
    return open;
}

static int closed(t_key *key)
{
    int number = key == NULL ? -5 : t_key_number(key);

    if (key != NULL)
        t_key_close(key);
    return number;
}

int t_ask(t_make make, void *data, int number)
{
    return closed(make(data, number));
}

int t_ask_out(t_make_out make, void *data, int number)
{
    t_key *key = (t_key *)(void *)&misuses; /* what is only out is set whatever happens */
    int status = make(data, number, &key);

    return status != 0 ? (key == NULL ? status : -77) : closed(key);
}

int t_ask_two(t_make_two make, void *data)
{
    t_key *first = NULL, *second = NULL;
    int status = make(data, &first, &second);

    if (status != 0)
        return first == NULL && second == NULL ? status : -77;
    return closed(first) * 100 + closed(second);
}

int t_ask_nothing(t_make_out make, void *data)
{
    return make(data, 1, NULL);
}

int t_ask_tag(t_make_tag make, void *data)
{
    t_tag tag = make(data);

    return tag == -1 ? 0 : t_tag_close(tag) == 0 ? 1 : -77;
}

int t_ask_tag_out(t_make_tag_out make, void *data)
{
    t_tag tag = 12345;
    int status = make(data, &tag);

    if (status != 0)
        return tag == -1 ? status : -77;
    return tag == -1 ? 0 : t_tag_close(tag) == 0 ? 1 : -77;
}

int t_look(t_find find, void *data, int number)
{
    t_key *key = find(data, number), *other = find(data, number + 1);

    return (key == NULL ? -5 : t_key_number(key)) * 100 + (other == NULL ? -5 : t_key_number(other));
}

int t_look_out(t_find_out find, void *data, int number)
{
    t_key *key = NULL;
    int status = find(data, number, &key);

    return status != 0 ? status : key == NULL ? -5 : t_key_number(key);
}

void t_present(t_take take, void *data, int number)
{
    take(data, number < 0 ? NULL : t_key_new(number));
}

int t_offer(t_take_or_not take, void *data, int number)
{
    t_key *key = t_key_new(number);
    int status = take(data, key);

    if (status < 0 && closed(key) != number)
        return -77;
    return status;
}

int t_offer_tag(t_take_tag take, void *data)
{
    t_tag tag = t_tag_new();
    int status = take(data, tag);

    if (status < 0 && t_tag_close(tag) != 0)
        return -77;
    return status;
}

int t_renew(t_renewal renew, void *data, int number)
{
    t_key *key = number < 0 ? NULL : t_key_new(number);
    int status = renew(data, &key), left = closed(key);

    return status != 0 ? status * 1000 + left : left;
}

int t_renew_lent(t_choice renew, void *data, int number)
{
    t_key *mine = t_key_new(number), *key = mine;
    int status = renew(data, &key), left = key == NULL ? -5 : t_key_number(key);

    return closed(mine) != number ? -77 : status != 0 ? status : left;
}

int t_renew_tag(t_tag_renewal renew, void *data, int there)
{
    t_tag tag = there ? t_tag_new() : -1;
    int status = renew(data, &tag);

    if (tag != -1 && t_tag_close(tag) != 0)
        return -77;
    return status != 0 ? status : tag != -1;
}

static t_key *plain(int number) { return number < 0 ? NULL : t_key_new(number); }
t_maker t_key_maker(void) { return plain; }
t_finder t_key_finder(void) { return t_get_shared; }

static int take_some(void *data, t_key *key)
{
    (void)data;
    if (t_key_number(key) >= 100)
        return -2;
    t_key_close(key);
    return 0;
}

t_take_or_not t_key_taker(void) { return take_some; }

int t_ask_checked(t_make_checked make, void *data, int number)
{
    t_key *key = NULL;
    HRESULT status = make(data, number, &key);

    return status < 0 ? (key == NULL ? -1 : -77) : closed(key);
}

int t_offer_checked(t_take_checked take, void *data, int number)
{
    t_key *key = t_key_new(number);
    HRESULT status = take(data, key);

    return status < 0 ? -closed(key) : status;
}

static t_find_two kept_finder;
static void *kept_finder_data;

void t_keep_finder(t_find_two find, void *data)
{
    kept_finder = find;
    kept_finder_data = data;
}

static void *look_for_two(void *into)
{
    t_key *first = NULL, *second = NULL;
    int status = kept_finder(kept_finder_data, &first, &second);

    *(int *)into = status != 0 ? status : t_key_number(first) * 100 + t_key_number(second);
    return NULL;
}

int t_look_on_a_thread(void)
{
    pthread_t thread;
    int found = -77;

    if (pthread_create(&thread, NULL, look_for_two, &found) == 0)
        pthread_join(thread, NULL);
    return found;
}

static void *look_twice(void *into)
{
    t_key *first = NULL, *second = NULL;
    int other = -77, status = kept_finder(kept_finder_data, &first, &second);
    pthread_t thread;

    if (pthread_create(&thread, NULL, look_for_two, &other) == 0)
        pthread_join(thread, NULL);
    *(int *)into = status != 0 || other < 0 ? -77 : t_key_number(first) * 100 + t_key_number(second);
    return NULL;
}

int t_look_while_another_looks(void)
{
    pthread_t thread;
    int found = -77;

    if (pthread_create(&thread, NULL, look_twice, &found) == 0)
        pthread_join(thread, NULL);
    return found;
}

static t_make_out last_make;
static void *last_data;

static void ask_last(void)
{
    t_key *key = &shared;
    int status = last_make(last_data, 1, &key);

    printf("status %d, %s\n", status, key == NULL ? "no key" : "a key");
}

void t_ask_at_exit(t_make_out make, void *data)
{
    last_make = make;
    last_data = data;
    atexit(ask_last);
}

long t_tag_value(t_tag tag) { return tag; }
long t_bolt_value(t_bolt *bolt) { return (long)(intptr_t)bolt; }
long t_hasp_value(t_hasp hasp) { return (long)(intptr_t)hasp; }
long t_pin_value(t_pin pin) { return pin; }
t_bolt *t_bolt_of(long value) { return (t_bolt *)(intptr_t)value; }
t_hasp t_hasp_of(long value) { return (t_hasp)(intptr_t)value; }
t_pin t_pin_of(long value) { return (t_pin)value; }

static t_take kept;
static void *kept_data;

void t_keep_taker(t_take take, void *data)
{
    if (take == NULL)
        return; /* and still calls the last one */
    kept = take;
    kept_data = data;
}

void t_present_kept(int number)
{
    kept(kept_data, t_key_new(number));
}

void t_key_note(t_key *key, const int *notes, int n)
{
    key->notes = notes;
    key->count = n;
}

int t_key_sum(const t_key *key)
{
    int sum = key->state == OPEN ? 0 : -99;

    misuses += key->state != OPEN;
    for (int i = 0; i < key->count; i++)
        sum += key->notes[i];
    return sum;
}

t_ring *t_ring_new(void)
{
    t_ring *ring = t_malloc(sizeof *ring);

    if (ring != NULL)
        ring->owned = ring->others = 0;
    return ring;
}

void t_ring_close(t_ring *ring)
{
    t_ring_sum(ring);
    for (int i = 0; i < ring->owned; i++)
        t_key_close(ring->own[i]);
    t_free(ring);
}

int t_ring_add(t_ring *ring, t_key *key)
{
    if (ring->owned == 4)
        return -1;
    ring->own[ring->owned++] = key;
    return 0;
}

int t_ring_watch(t_ring *ring, t_key *key)
{
    if (ring->others == 4)
        return -1;
    ring->other[ring->others++] = key;
    return 0;
}

int t_ring_sum(const t_ring *ring)
{
    int sum = 0;

    for (int i = 0; i < ring->owned; i++)
        sum += t_key_sum(ring->own[i]);
    for (int i = 0; i < ring->others; i++)
        sum += t_key_sum(ring->other[i]);
    return sum;
}

static t_key *pocket;

void t_pocket(t_key *key) { pocket = key; }
int t_pocket_sum(void) { return t_key_sum(pocket); }
void t_pocket_empty(void) { t_key_close(pocket); }

struct t_link {
    int number, used;
    const int *notes;
    int count;
    const t_link *uses[4];
    t_link *part, *whole;
};

t_link *t_link_new(int number)
{
    t_link *link = t_malloc(sizeof *link);

    if (link != NULL)
        *link = (t_link){.number = number};
    return link;
}

t_link *t_link_child(t_link *parent, int number)
{
    t_link *link = t_link_new(number);

    if (link != NULL)
        t_link_use(link, parent);
    return link;
}

t_link *t_link_part(t_link *link)
{
    if (link->part == NULL && (link->part = t_link_new(0)) != NULL)
        link->part->whole = link;
    return link->part;
}

void t_link_close(t_link *link)
{
    if (link->whole != NULL)
        misuses++;
    if (link->part != NULL)
        t_free(link->part);
    t_free(link);
}

int t_link_use(t_link *link, t_link *other)
{
    if (link->used == 4)
        return -1;
    link->uses[link->used++] = other;
    return 0;
}

void t_link_note(t_link *link, const int *notes, int n)
{
    link->notes = notes;
    link->count = n;
}

int t_link_sum(const t_link *link)
{
    int sum = link->number;

    for (int i = 0; i < link->count; i++)
        sum += link->notes[i];
    for (int i = 0; i < link->used; i++)
        sum += link->uses[i]->number;
    return sum;
}

int t_link_visit(t_link *link, int (*visit)(void *data, t_link *link), void *data)
{
    return visit(data, link);
}

static t_ready requested;
static void *requested_data;
static int requested_number;

void t_request(t_ready ready, void *data, int number)
{
    requested = ready;
    requested_data = data;
    requested_number = number;
}

void t_deliver(int status)
{
    requested(requested_data, status, requested_number < 0 ? NULL : t_key_new(requested_number));
}

int t_source_run(const t_source *source, int number)
{
    t_key *key = source->open(number);
    int status = source->swap(&key), left = key == NULL ? -5 : t_key_number(key);

    /* Who has it closes it: the callable, or C. */
    if (key != NULL && (source->check == NULL || source->check(key) != 0))
        source->shut(key);
    return status != 0 ? status : left;
}
