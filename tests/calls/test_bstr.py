"""BSTR: text with its length in front, in every direction and position, made and freed by its own allocator."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest

import interop
from tests.conftest import Binding
from tests.support.leaks import balanced
from tests.support.refusals import refused

FEATURES = ("bstr",)

KEEP, REPLACE, DROP, CHANGE, REALLOCATE = range(5)
REPLACEMENT = "a replacement that is longer than what it replaces"
TEXTS = ["", "a", "abc", "é€\U0001f600", "a\0b", "\0", "x" * 50, "y" * 5000, "\ufeffmark"]


@pytest.fixture(scope="module")
def t(binding: Binding) -> ModuleType:
    return binding("bstr")


@pytest.fixture(autouse=True)
def nothing_is_leaked(t: ModuleType) -> Iterator[None]:
    with balanced(t):
        yield
        t.fail_at(0)


def units(text: str) -> bytes:
    return text.encode("utf-16-le")


# In


@pytest.mark.rules("R6.4", "R6.5")
@pytest.mark.parametrize("text", TEXTS, ids=ascii)
def test_c_sees_the_whole_text_its_length_and_a_zero_unit(t: ModuleType, text: str) -> None:
    assert t.length(text) == len(units(text)) // 2
    assert t.bytes(text, capacity=20_000) == units(text)


@pytest.mark.rules("R5.2")
def test_what_goes_in_by_value_needs_no_allocator(t: ModuleType) -> None:
    before = t.allocated()
    assert t.length("text" * 100) == 400
    assert t.allocated() == before


@pytest.mark.rules("R6.7")
def test_null_and_empty_are_told_apart_where_unique(t: ModuleType) -> None:
    assert t.is_null(None) == 1
    assert t.is_null("") == 0


@pytest.mark.parametrize("bad", [None, 7, b"bytes", ["a"]], ids=repr)
def test_only_text_is_a_bstr(t: ModuleType, bad: object) -> None:
    entered = t.entered()
    with refused(TypeError, "length()", "text", "str"):
        t.length(bad)
    assert t.entered() == entered


@pytest.mark.parametrize("text", ["\ud800", "ab\udfff"], ids=ascii)
def test_a_lone_surrogate_is_refused(t: ModuleType, text: str) -> None:
    with refused(ValueError, "length()", "text"):
        t.length(text)


def test_a_callee_that_writes_cannot_change_the_callers_text(t: ModuleType) -> None:
    for text in ("".join(["in", "terned"]), "z" * 3000):
        kept = str(bytes(text, "ascii"), "ascii")
        t.scribble(text)
        assert text == kept


def test_several_and_optional_ones(t: ModuleType) -> None:
    assert t.two("ab", "cde", 1) == 6
    assert t.two("ab") == 2
    assert t.two("ab", None, 5) == 7


# Back


@pytest.mark.rules("R6.4", "R6.5", "R5.3")
@pytest.mark.parametrize("text", TEXTS, ids=ascii)
def test_results_are_read_whole_and_freed(t: ModuleType, text: str) -> None:
    freed = t.freed()
    assert t.make(units(text)) == text
    assert type(t.make(units(text))) is str
    assert t.freed() == freed + 2


@pytest.mark.rules("R6.5")
@pytest.mark.parametrize("size", [1, 3, 5, 117, 1001])
def test_the_byte_behind_the_last_unit_survives(t: ModuleType, size: int) -> None:
    data = units("é" * (size // 2)) + b"\x7f"
    text = t.make(data)
    assert text == "é" * (size // 2)
    assert isinstance(text, interop.TrailingText)
    assert text.trail == b"\x7f"
    assert t.bytes(text) == data
    assert t.length(text) == size // 2


def test_trailing_text_is_text(t: ModuleType) -> None:
    text = interop.TrailingText("ab", b"\xff")
    assert text == "ab"
    assert repr(text) == r"TrailingText('ab', b'\xff')"
    for other in (copy.copy(text), copy.deepcopy(text), pickle.loads(pickle.dumps(text))):
        assert other == text
        assert other.trail == text.trail
    assert t.bytes(text + "c") == units("abc")
    for trail in (b"", b"ab"):
        with pytest.raises(ValueError, match="one byte"):
            interop.TrailingText("ab", trail)


def test_a_broken_trail_is_an_error_and_no_crash(t: ModuleType) -> None:
    text = interop.TrailingText("ab", b"x")
    broken: Any = text
    for trail in (b"", b"xy", 7, None):
        broken.trail = trail
        with pytest.raises(TypeError, match="one byte"):
            t.length(text)
    del broken.trail
    with pytest.raises(AttributeError):
        t.length(text)


@pytest.mark.rules("R6.7")
def test_null_is_the_empty_text_unless_unique(t: ModuleType) -> None:
    assert [t.any(0), t.any(1), t.any(2), t.any(3)] == ["", "", "some", "a\0b"]
    assert [t.any_or_null(0), t.any_or_null(1), t.any_or_null(2)] == [None, "", "some"]


@pytest.mark.rules("R3.25", "R3.26")
def test_out_parameters(t: ModuleType) -> None:
    assert [t.out(0), t.out(1), t.out(2)] == ["", "", "some"]
    assert [t.out_or_null(0), t.out_or_null(1), t.out_or_null(2)] == [None, "", "some"]


@pytest.mark.rules("R3.47")
@pytest.mark.parametrize(("invalid", "name"), [(1, "first"), (2, "second")])
def test_one_of_two_that_cannot_be_decoded(t: ModuleType, invalid: int, name: str) -> None:
    assert tuple(t.two_outs(0)) == ("first", "second")
    freed = t.freed()
    with refused(ValueError, "two_outs()", name):
        t.two_outs(invalid)
    assert t.freed() == freed + 2


@pytest.mark.rules("R3.46", "R3.49")
def test_a_failed_call_frees_what_went_in(t: ModuleType) -> None:
    assert tuple(t.status("text", 0)) == (REPLACEMENT, "made")
    freed = t.freed()
    with refused(interop.CallError, "status()"):
        t.status("text", 3)
    assert t.freed() == freed + 1


@pytest.mark.rules("R5.6")
@pytest.mark.parametrize("text", ["", "a", "x" * 5000])
def test_an_argument_that_is_handed_back_is_not_freed_twice(t: ModuleType, text: str) -> None:
    assert t.same(text) == text
    assert t.same("other", text) == text
    assert t.hand_on(text) == text


# In and out


@pytest.mark.rules("R3.22", "R3.23", "R3.47", "R5.5")
def test_an_inout_text_may_be_kept_changed_replaced_or_reallocated(t: ModuleType) -> None:
    text = "some text"
    assert t.replace(text, KEEP) == "some text"
    assert t.replace(text, REPLACE) == REPLACEMENT
    assert t.replace(text, CHANGE) == "#########"
    assert t.replace(text, REALLOCATE) == "some"
    assert text == "some text"


@pytest.mark.rules("R3.24")
def test_an_inout_text_may_be_dropped(t: ModuleType) -> None:
    assert t.replace("text", DROP) == ""
    assert t.replace_or_drop("text", DROP) is None
    assert t.replace_or_drop(None, KEEP) is None
    assert t.replace_or_drop(None, REPLACE) == REPLACEMENT
    assert t.replace_or_drop("", KEEP) == ""


@pytest.mark.rules("R3.47")
def test_an_inout_text_is_allocated_once_and_freed_once(t: ModuleType) -> None:
    allocated, freed = t.allocated(), t.freed()
    t.replace("text", KEEP)
    assert (t.allocated() - allocated, t.freed() - freed) == (1, 1)
    t.replace("text", REPLACE)
    assert (t.allocated() - allocated, t.freed() - freed) == (3, 3)


@pytest.mark.rules("R6.5")
def test_an_odd_length_goes_in_and_back(t: ModuleType) -> None:
    text = t.replace(interop.TrailingText("ab", b"!"), KEEP)
    assert (text, text.trail) == ("ab", b"!")


@pytest.mark.rules("R3.21")
@pytest.mark.parametrize("how", [KEEP, DROP, CHANGE])
def test_what_c_makes_of_an_in_pointer_is_of_no_consequence(t: ModuleType, how: int) -> None:
    text = "text" * 100
    assert t.peek(text, how) == 400
    assert text == "text" * 100
    assert t.peek_const(text) == 400


# Lists


def test_a_list_goes_in(t: ModuleType) -> None:
    assert t.total(["a", "b\0c", "é€"]) == 6
    assert t.total(("a", "")) == 1
    assert t.total([]) == 0
    assert t.total([str(i) for i in range(1000)]) == 2890
    assert t.count(["a", "", "c"]) == 3
    assert t.count([]) == 0


@pytest.mark.rules("R3.21")
def test_what_c_makes_of_a_list_that_goes_in_is_of_no_consequence(t: ModuleType) -> None:
    texts = ["some", "x" * 500]
    assert t.total_loose(texts) == 504
    assert texts == ["some", "x" * 500]


def test_none_in_a_list(t: ModuleType) -> None:
    assert t.total_unique(["ab", None]) == 2
    for call in (t.total, t.count):
        with refused(TypeError, "texts", "1", "None"):
            call(["ab", None])


@pytest.mark.parametrize("place", [0, 1, 4, 8])
@pytest.mark.parametrize("bad", [7, b"x", "\ud800"], ids=ascii)
def test_a_bad_element_is_named(t: ModuleType, place: int, bad: object) -> None:
    texts: list[Any] = [f"text {i}" * 30 for i in range(9)]
    texts[place] = bad
    kept = list(texts)
    for call in (t.total, lambda x: t.shout_all(x, REPLACE), t.append):
        with refused(Exception, "texts", str(place)):
            call(texts)
    assert texts == kept


@pytest.mark.rules("R6.23")
def test_an_out_list(t: ModuleType) -> None:
    assert t.list(-1, n=3) == ["name 0", "name 1", "name 2"]
    assert t.list(-1, n=0) == []


@pytest.mark.rules("R3.47")
@pytest.mark.parametrize("invalid", [0, 1, 4, 8])
def test_an_element_of_an_out_list_cannot_be_decoded(t: ModuleType, invalid: int) -> None:
    freed = t.freed()
    with refused(ValueError, "list()", "texts", str(invalid)):
        t.list(invalid, n=9)
    with refused(ValueError, "make_list()", "texts", str(invalid)):
        t.make_list(9, invalid)
    assert t.freed() == freed + 9 + 10


@pytest.mark.rules("R3.22", "R3.23", "R3.24")
def test_an_inout_list_is_updated_in_place(t: ModuleType) -> None:
    texts: list[Any] = ["ab", "cd\0e", "x" * 200]
    t.shout_all(texts, KEEP)
    assert texts == ["ab", "cd\0e", "x" * 200]
    t.shout_all(texts, CHANGE)
    assert texts == ["##", "####", "#" * 200]
    t.shout_all(texts, REPLACE)
    assert texts == [REPLACEMENT] * 3
    t.shout_all(texts, DROP)
    assert texts == [""] * 3
    t.shout_unique(texts, DROP)
    assert texts == [None] * 3
    t.shout_unique(texts, REPLACE)
    assert texts == [REPLACEMENT] * 3


@pytest.mark.parametrize("k", range(1, 4))
def test_the_allocator_fails_in_the_middle_of_a_list(t: ModuleType, k: int) -> None:
    texts = ["a", "b", "c"]
    t.fail_at(k)
    with pytest.raises(MemoryError):
        t.shout_all(texts, KEEP)
    t.fail_at(0)
    assert texts == ["a", "b", "c"]
    t.fail_at(k + 1)
    with pytest.raises(MemoryError):
        t.append(texts)


@pytest.mark.parametrize("call", ["replace", "replace_or_drop"])
def test_the_allocator_fails(t: ModuleType, call: str) -> None:
    entered = t.entered()
    t.fail_at(1)
    with pytest.raises(MemoryError):
        getattr(t, call)("text", KEEP)
    t.fail_at(0)
    assert t.entered() == entered


def test_an_inout_list_that_ends_earlier_becomes_shorter(t: ModuleType) -> None:
    texts = ["a", "b", "c"]
    t.drop_first(texts)
    assert texts == ["b", "c"]
    t.drop_first(texts)
    t.drop_first(texts)
    assert texts == []


def test_lists_that_c_makes(t: ModuleType) -> None:
    assert t.make_list(2, -1) == ["name 0", "name 1"]
    assert t.make_list(0, -1) == []
    assert t.three() == ["name 0", "name 1", "name 2"]


@pytest.mark.rules("R7.6")
def test_a_list_that_c_replaces_is_returned(t: ModuleType) -> None:
    texts = ["one", "tw\0o"]
    assert t.append(texts) == ["one", "tw\0o", "appended"]
    assert t.append([]) == ["appended"]
    assert texts == ["one", "tw\0o"]


# Fields


@pytest.mark.rules("R5.10", "R6.4")
def test_fields_go_in(t: ModuleType) -> None:
    card = t.card(1, "na\0me", "note")
    assert t.card_length(card) == 9
    assert t.card_value(card) == 5
    assert (card.id, card.name, card.note) == (1, "na\0me", "note")
    assert t.card_length(t.card(name="x" * 5000)) == 5000
    assert t.card_length(t.card()) == 0
    assert t.cards_length([card, t.card(name="ab"), t.card(note="c")]) == 12


def test_what_fields_refuse(t: ModuleType) -> None:
    card = t.card(1, "name")
    for bad in (None, 7, b"x"):
        with pytest.raises(TypeError, match="name"):
            card.name = bad
    with pytest.raises(ValueError, match="note"):
        card.note = "\ud800"
    card.note = None
    assert (card.name, card.note) == ("name", None)


@pytest.mark.rules("R5.3", "R5.9", "R6.7")
def test_fields_come_back_and_are_freed(t: ModuleType) -> None:
    for card in (t.make_card(1), t.new_card(1)):
        assert (card.id, card.name, card.note) == (1, "name 1", "odd")
    assert t.make_card(2).note is None
    assert [(c.name, c.note) for c in t.make_cards(-1, n=3)] == [("name 0", None), ("name 1", "odd"), ("name 2", None)]


@pytest.mark.rules("R3.47", "R5.9")
@pytest.mark.parametrize("invalid", [0, 2, 3])
def test_a_field_that_cannot_be_decoded(t: ModuleType, invalid: int) -> None:
    with refused(ValueError, "make_cards()", "cards", "note"):
        t.make_cards(invalid, n=4)


@pytest.mark.rules("R3.22", "R3.23", "R5.9")
def test_fields_that_c_changes_replaces_or_drops(t: ModuleType) -> None:
    card = t.card(1, "na\0me", "note")
    same = card
    for how, name, note in (
        (KEEP, "na\0me", "note"),
        (CHANGE, "#####", "####"),
        (REPLACE, REPLACEMENT, REPLACEMENT),
        (REALLOCATE, REPLACEMENT[: len(REPLACEMENT) // 2], REPLACEMENT[: len(REPLACEMENT) // 2]),
        (DROP, "", None),
    ):
        t.change_card(card, how, 0)
        assert card is same
        assert (card.id, card.name, card.note) == (1, name, note)


@pytest.mark.rules("R3.30", "R3.49")
def test_a_failed_call_leaves_the_record_alone(t: ModuleType) -> None:
    card = t.card(1, "name", "note")
    for how in (KEEP, REPLACE, DROP):
        with refused(interop.CallError, "change_card()"):
            t.change_card(card, how, 1)
        assert (card.name, card.note) == ("name", "note")
    for k in (1, 2):
        t.fail_at(k)
        with pytest.raises(MemoryError):
            t.change_card(card, KEEP, 0)
    assert (card.name, card.note) == ("name", "note")


def test_a_list_of_records_is_updated(t: ModuleType) -> None:
    cards = [t.card(1, "a", "b"), t.card(2, "c")]
    t.change_cards(cards, REPLACE)
    assert [(c.name, c.note) for c in cards] == [(REPLACEMENT, REPLACEMENT)] * 2


@pytest.mark.rules("R6.5")
def test_an_odd_length_survives_in_a_field(t: ModuleType) -> None:
    card = t.card(1, interop.TrailingText("ab", b"!"))
    t.change_card(card, KEEP, 0)
    assert (card.name, card.name.trail) == ("ab", b"!")
