/* BSTRs in every position, made by the stub runtime's own functions on the counting allocator. */
#ifndef TESTLIB_BSTR_H
#define TESTLIB_BSTR_H

#include <stddef.h>
#include <stdint.h>

#include "testlib_alloc.h"

#define INTEROP_BSTR_MALLOC t_malloc
#define INTEROP_BSTR_FREE t_free
#include "interop/bstr.h"

long t_entered(void);

unsigned t_length(BSTR text);
size_t t_bytes(BSTR text, uint8_t *bytes, size_t capacity);
int t_is_null(BSTR text);
void t_scribble(BSTR text);
unsigned t_two(BSTR first, BSTR second, int value);

BSTR t_make(const uint8_t *bytes, unsigned size);
BSTR t_any(int which);
BSTR t_same(BSTR text, BSTR other);
void t_hand_on(BSTR text, BSTR *same);
void t_out(BSTR *text, int which);
void t_two_outs(BSTR *first, BSTR *second, int invalid);
int t_status(BSTR *changed, BSTR *made, int status);
void t_replace(BSTR *text, int how);
unsigned t_peek(BSTR *text, int how);
unsigned t_peek_const(const BSTR *text);

unsigned t_total(const BSTR *texts, size_t n);
unsigned t_total_loose(BSTR *texts, size_t n);
int t_count(const BSTR *texts);
int t_list(BSTR *texts, int n, int invalid);
void t_shout_all(BSTR *texts, size_t n, int how);
void t_drop_first(BSTR *texts);
int t_make_list(BSTR **texts, int *n, int count, int invalid);
BSTR *t_three(void);
void t_append(BSTR **texts, size_t *n);

typedef struct {
    int id;
    BSTR name;
    BSTR note;
} t_card;

unsigned t_card_length(const t_card *card);
unsigned t_card_value(t_card card);
void t_make_card(t_card *card, int id);
t_card t_new_card(int id);
int t_change_card(t_card *card, int how, int status);
unsigned t_cards_length(const t_card *cards, size_t n);
void t_make_cards(t_card *cards, size_t n, int invalid);
void t_change_cards(t_card *cards, size_t n, int how);

#endif
