#define TESTLIB_ALLOC_IMPLEMENTATION
#include "bstr.h"

enum { KEEP, REPLACE, DROP, CHANGE, REALLOCATE };

static long entered;

long t_entered(void) { return entered; }

unsigned t_length(BSTR text)
{
    entered++;
    return SysStringLen(text);
}

size_t t_bytes(BSTR text, uint8_t *bytes, size_t capacity)
{
    size_t length = SysStringByteLen(text);

    /* Two zero bytes behind it, also where their address is odd. */
    if (text != NULL && (((char *)text)[length] != 0 || ((char *)text)[length + 1] != 0))
        return (size_t)-1;
    if (length > 0)
        memcpy(bytes, text, length < capacity ? length : capacity);
    return length;
}

int t_is_null(BSTR text) { return text == NULL; }

void t_scribble(BSTR text)
{
    for (unsigned i = 0; i < SysStringLen(text); i++)
        text[i] = '#';
}

unsigned t_two(BSTR first, BSTR second, int value) { return SysStringLen(first) + SysStringLen(second) + (unsigned)value; }

BSTR t_make(const uint8_t *bytes, unsigned size) { return SysAllocStringByteLen((const char *)bytes, size); }

BSTR t_any(int which)
{
    entered++;
    switch (which) {
    case 0:
        return NULL;
    case 1:
        return SysAllocString(u"");
    case 2:
        return SysAllocString(u"some");
    default:
        return SysAllocStringLen(u"a\0b", 3);
    }
}

/* What no callee may do, and many do: a BSTR that is the caller's is handed back as if it were a new one. */
BSTR t_same(BSTR text, BSTR other) { return other != NULL ? other : text; }

void t_hand_on(BSTR text, BSTR *same) { *same = text; }

void t_out(BSTR *text, int which) { *text = t_any(which); }

static BSTR text_or_half(const char16_t *text, int is_half) { return is_half ? SysAllocStringLen(u"\xd800", 1) : SysAllocString(text); }

void t_two_outs(BSTR *first, BSTR *second, int invalid)
{
    *first = text_or_half(u"first", invalid == 1);
    *second = text_or_half(u"second", invalid == 2);
}

int t_status(BSTR *changed, BSTR *made, int status)
{
    *made = NULL;
    if (status == 0) {
        t_replace(changed, REPLACE);
        *made = SysAllocString(u"made");
    }
    return status;
}

void t_replace(BSTR *text, int how)
{
    entered++;
    switch (how) {
    case REPLACE:
        SysFreeString(*text);
        *text = SysAllocString(u"a replacement that is longer than what it replaces");
        break;
    case DROP:
        SysFreeString(*text);
        *text = NULL;
        break;
    case CHANGE:
        t_scribble(*text);
        break;
    case REALLOCATE:
        SysReAllocStringLen(text, *text, SysStringLen(*text) / 2);
        break;
    default:
        break;
    }
}

/* What a callee must not do with what is only in: to leave another pointer there. */
unsigned t_peek(BSTR *text, int how)
{
    unsigned length = SysStringLen(*text);

    entered++;
    if (how == DROP)
        *text = NULL;
    else if (how == CHANGE)
        t_scribble(*text);
    return length;
}

unsigned t_peek_const(const BSTR *text) { return SysStringLen(*text); }

unsigned t_total(const BSTR *texts, size_t n)
{
    unsigned total = 0;
    entered++;
    for (size_t i = 0; i < n; i++)
        total += SysStringLen(texts[i]);
    return total;
}

unsigned t_total_loose(BSTR *texts, size_t n)
{
    unsigned total = t_total(texts, n);
    for (size_t i = 0; i < n; i++) {
        t_scribble(texts[i]);
        texts[i] = NULL;
    }
    return total;
}

int t_count(const BSTR *texts)
{
    int count = 0;
    while (texts[count] != NULL)
        count++;
    return count;
}

static BSTR numbered(int i, int invalid)
{
    char16_t text[] = u"name 0";
    text[5] = (char16_t)(u'0' + i % 10);
    return text_or_half(text, i == invalid);
}

int t_list(BSTR *texts, int n, int invalid)
{
    entered++;
    for (int i = 0; i < n; i++)
        texts[i] = numbered(i, invalid);
    return 0;
}

void t_shout_all(BSTR *texts, size_t n, int how)
{
    entered++;
    for (size_t i = 0; i < n; i++)
        t_replace(&texts[i], how);
}

void t_drop_first(BSTR *texts)
{
    SysFreeString(texts[0]);
    for (; texts[0] != NULL; texts++)
        texts[0] = texts[1];
}

int t_make_list(BSTR **texts, int *n, int count, int invalid)
{
    BSTR *list = t_malloc((size_t)(count > 0 ? count : 1) * sizeof *list);
    if (list == NULL)
        return -1;
    for (int i = 0; i < count; i++)
        list[i] = numbered(i, invalid);
    *texts = list;
    *n = count;
    return 0;
}

BSTR *t_three(void)
{
    BSTR *list;
    int n;
    return t_make_list(&list, &n, 3, -1) == 0 ? list : NULL;
}

void t_append(BSTR **texts, size_t *n)
{
    BSTR *longer = t_malloc((*n + 1) * sizeof *longer);
    entered++;
    memcpy(longer, *texts, *n * sizeof *longer);
    longer[*n] = SysAllocString(u"appended");
    t_free(*texts);
    *texts = longer;
    ++*n;
}

unsigned t_card_value(t_card card)
{
    t_scribble(card.name);
    card.note = NULL;
    return SysStringLen(card.name);
}

unsigned t_card_length(const t_card *card) { return SysStringLen(card->name) + SysStringLen(card->note); }

void t_make_card(t_card *card, int id)
{
    card->id = id;
    card->name = numbered(id, -1);
    card->note = id % 2 == 0 ? NULL : SysAllocString(u"odd");
}

t_card t_new_card(int id)
{
    t_card card;
    t_make_card(&card, id);
    return card;
}

int t_change_card(t_card *card, int how, int status)
{
    t_replace(&card->name, how);
    t_replace(&card->note, how);
    return status;
}

unsigned t_cards_length(const t_card *cards, size_t n)
{
    unsigned length = 0;
    for (size_t i = 0; i < n; i++)
        length += t_card_length(&cards[i]);
    return length;
}

void t_make_cards(t_card *cards, size_t n, int invalid)
{
    for (size_t i = 0; i < n; i++) {
        t_make_card(&cards[i], (int)i);
        if ((int)i == invalid) {
            SysFreeString(cards[i].note);
            cards[i].note = text_or_half(NULL, 1);
        }
    }
}

void t_change_cards(t_card *cards, size_t n, int how)
{
    for (size_t i = 0; i < n; i++)
        t_change_card(&cards[i], how, 0);
}
