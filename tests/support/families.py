"""One call that succeeds and one that fails half-way, for every family of marshalling."""

from __future__ import annotations

import array
import copy
import pickle
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import numpy as np

from tests.support.marshallers import log

Call = Callable[[Any], Any]
"""Makes a call on the binding it is given."""


@dataclass(frozen=True, slots=True)
class Family:
    """``good`` returns; ``bad`` raises after some of its arguments or results have been marshalled."""

    feature: str
    good: Call
    bad: Call


VALUES: list[Any] = [1.0, 2.0, 3.0]
WORDS = ["one", "two", "drei" * 20]
DOUBLES = np.ones(8)
STRIDED = np.ones(16)[::2]
INTS = array.array("i", range(8))
NOW = datetime(2024, 2, 29, tzinfo=UTC)
LAST = datetime.max.replace(tzinfo=UTC)
ID = UUID("00112233-4455-6677-8899-aabbccddeeff")


def _card(t: Any) -> Any:
    return t.card(1, "name" * 40, "note")


def _scalars(good: Call, bad: Call) -> Family:
    return Family("scalars", good, bad)


def _strings(good: Call, bad: Call) -> Family:
    return Family("strings", good, bad)


def _arrays(good: Call, bad: Call) -> Family:
    return Family("arrays", good, bad)


def _ownership(good: Call, bad: Call) -> Family:
    return Family("ownership", good, bad)


def _bstr(good: Call, bad: Call) -> Family:
    return Family("bstr", good, bad)


def _errors(good: Call, bad: Call) -> Family:
    return Family("errors", good, bad)


def _varargs(good: Call, bad: Call) -> Family:
    return Family("varargs", good, bad)


def _calls(good: Call, bad: Call) -> Family:
    return Family("calls", good, bad)


def _marshallers(good: Call, bad: Call) -> Family:
    """Their log is emptied by each good call, as it would be a leak otherwise."""
    return Family("marshallers", lambda t: (log.clear(), good(t)), bad)


def _records(good: Call, bad: Call) -> Family:
    return Family("records", good, bad)


def _owners(good: Call, bad: Call) -> Family:
    return Family("owners", good, bad)


def _layouts(good: Call, bad: Call) -> Family:
    return Family("layouts", good, bad)


def _vtables(good: Call, bad: Call) -> Family:
    return Family("vtables", good, bad)


def _callbacks(good: Call, bad: Call) -> Family:
    return Family("callbacks", good, bad)


def _handed(good: Call, bad: Call) -> Family:
    """As with other marshallers, the log is emptied."""
    return Family("handed", lambda t: (log.clear(), good(t)), bad)


def _function_fields(t: Any, function: Any) -> None:
    pair = t.pair.from_methods(SimpleNamespace(first=function), second=min)
    nest = t.nest(pair, [pair, copy.copy(pair)], max)
    nest.pairs[0].first = None
    t.pairs_sum([t.pair_same(pair), *t.pair.array([pair]), nest.pair], 3, 4)
    t.plugin_run(t.plugin("x" * 40, None, pair), 3, 4)
    t.table_sum(t.table([function, None, min, max], 4), 3, 4)


def _replaced_functions(t: Any, function: Any) -> None:
    pair = t.pair(function, lambda x, y: x)
    t.pairs_swap([pair])
    t.pair_forward(pair, t.pair())
    t.pair_native().first(1, pair.second(1, 2))


def _slots(t: Any, event: Any) -> None:
    with t.hub() as hub:
        hub.on_event(lambda name: 1, 0)
        hub.on_event(event, 0)
        hub.watch(lambda x, y: x)
        hub.event("x")


def _with_hub(t: Any, use: Any) -> None:
    with t.hub() as hub:
        t.hub_with(hub, use)


def _swapped(t: Any, how: Any) -> None:
    with t.db("a") as db, db.first():
        pass
    with t.db("a") as db, t.swap(db, how):
        pass


def _registered(t: Any, visit: Any) -> None:
    t.register(lambda name: 0)
    t.register(visit)
    try:
        t.registered("x")
    finally:
        t.unregister()


def a_team(t: Any) -> Any:
    """Records inside records, with memory of their own."""
    return t.team(t.person("ann", "b", 3, [1, 2]), [t.person("c"), t.person()], 5)


def _write_fields(t: Any) -> None:
    mixed, person = t.mixed(), t.person("ann")
    mixed.grid, mixed.name, mixed.low, mixed.grid[1][2] = [[1, 2, 3], [4, 5, 6]], "äöü", 7, 60
    person.name, person.scores, person.home, person.home.x = "bob" * 9, range(9), t.point(), 1.5


FAMILIES: dict[str, Family] = {
    "integers": _scalars(lambda t: t.add(1 << 20, 7), lambda t: t.add(1 << 20, 1 << 40)),
    "wide_integers": _scalars(lambda t: t.echo_ullong(1 << 63), lambda t: t.echo_ullong(-1)),
    "floats": _scalars(lambda t: t.next_double(1.5), lambda t: t.next_float(1e300)),
    "characters": _scalars(lambda t: t.echo_char32("\U0001f600"), lambda t: t.code32(0x110000)),
    "enums": _scalars(lambda t: t.next_color(t.color.RED), lambda t: t.echo_color("RED")),
    "unnamed_enums": _scalars(lambda t: t.color_of(1000), lambda t: t.echo_color(1 << 40)),
    "several_results": _scalars(lambda t: t.divmod(1 << 20, 1000), lambda t: t.divmod(1, None)),
    "text_in": _strings(lambda t: t.length("grün" * 100), lambda t: t.length("a\0b")),
    "wide_text_in": _strings(lambda t: t.length_16("grün" * 100), lambda t: t.length_16("\ud800" * 100)),
    "text_back": _strings(lambda t: t.greeting(), lambda t: t.invalid_utf8()),
    "owned_text": _strings(lambda t: t.duplicate("grün" * 30), lambda t: t.invalid_owned()),
    "out_buffers": _strings(lambda t: t.put("é" * 20), lambda t: t.put("é", size=1)),
    "wide_out_buffers": _strings(lambda t: t.put_16("é" * 20), lambda t: t.put_16("\U0001f600", size=1)),
    "large_out_buffers": _strings(lambda t: t.name(size=5000), lambda t: t.partial(-1, size=5000)),
    "inout_buffers": _strings(lambda t: t.upper("abc"), lambda t: t.upper("x" * 100)),
    "growing": _strings(lambda t: t.path(100), lambda t: t.path(2000)),
    "querying": _strings(lambda t: t.render("ab", 30), lambda t: t.render("ab", "x")),
    "out_text": _strings(lambda t: t.make_two(0), lambda t: t.make_two(2)),
    "lists_of_text": _strings(lambda t: t.total_length(WORDS), lambda t: t.total_length([*WORDS, None])),
    "made_lists": _strings(lambda t: t.make_list(5, -1), lambda t: t.make_list(5, 2)),
    "split_lists": _strings(lambda t: t.split("one two three"), lambda t: t.split("one\0two")),
    "encodings": _strings(lambda t: t.bytes_jis("日本"), lambda t: t.bytes_jis("\U0001f600")),
    "inout_text": _ownership(lambda t: t.replace("abc", 1), lambda t: t.replace("abc", 2)),
    "out_lists": _ownership(lambda t: t.list(-1, n=5), lambda t: t.list(4, n=5)),
    "inout_lists_of_text": _ownership(lambda t: t.shout_all(["a", "b"], 1), lambda t: t.shout_all(["a", None], 1)),
    "replaced_arrays": _ownership(lambda t: t.append([1, 2], 3), lambda t: t.append([1, "x"], 3)),
    "replaced_lists": _ownership(lambda t: t.append_text(WORDS, "x", 1), lambda t: t.append_text(WORDS, "x", 4)),
    "ended_lists": _ownership(lambda t: t.remove(["a", "b"], "a"), lambda t: t.remove(["a", 7], "a")),
    "in_pointers": _ownership(lambda t: t.peek("abc" * 100, 0), lambda t: t.peek("abc" * 100, None)),
    "arrays_behind_pointers": _ownership(lambda t: t.sum_behind(INTS, 0), lambda t: t.sum_behind([1, "x"], 0)),
    "taken_over": _ownership(lambda t: (t.keep("ab" * 99, 1), t.let_go()), lambda t: t.keep("ab" * 99, "x")),
    "bstr_in": _bstr(lambda t: t.two("grün" * 100, "x"), lambda t: t.two("grün" * 100, 7)),
    "bstr_back": _bstr(lambda t: t.two_outs(0), lambda t: t.two_outs(2)),
    "bstr_of_odd_length": _bstr(lambda t: t.length(t.make(b"abc")), lambda t: t.make(b"\0\xd8c")),
    "bstr_inout": _bstr(lambda t: t.replace("abc", 1), lambda t: t.replace("abc", "x")),
    "bstr_lists_in": _bstr(lambda t: t.total(WORDS), lambda t: t.total([*WORDS, None])),
    "bstr_lists_out": _bstr(lambda t: t.list(-1, n=5), lambda t: t.list(4, n=5)),
    "bstr_lists_inout": _bstr(lambda t: t.shout_all(["a", "b"], 1), lambda t: t.shout_all(["a", 7], 1)),
    "bstr_lists_made": _bstr(lambda t: t.make_list(5, -1), lambda t: t.make_list(5, 2)),
    "bstr_lists_replaced": _bstr(lambda t: t.append(WORDS), lambda t: t.append([*WORDS, 7])),
    "bstr_fields": _bstr(lambda t: t.change_card(_card(t), 1, 0), lambda t: t.change_card(_card(t), 1, 1)),
    "bstr_fields_in": _bstr(lambda t: t.cards_length([_card(t)]), lambda t: t.cards_length([_card(t), None])),
    "bstr_fields_out": _bstr(lambda t: t.make_cards(-1, n=3), lambda t: t.make_cards(2, n=3)),
    "lists_in": _arrays(lambda t: t.sum_double(VALUES), lambda t: t.sum_double([*VALUES, "x"])),
    "buffers_in": _arrays(lambda t: t.sum_double(DOUBLES), lambda t: t.sum_int32(DOUBLES)),
    "two_arrays_in": _arrays(lambda t: t.dot(DOUBLES, [1] * 8), lambda t: t.dot(DOUBLES, [1] * 7)),
    "strided_buffers": _arrays(lambda t: t.sum_double(STRIDED), lambda t: t.sum_float(STRIDED)),
    "lists_inout": _arrays(lambda t: t.scale_double(VALUES, 1.0), lambda t: t.scale_double((1.0,), 1.0)),
    "buffers_inout": _arrays(lambda t: t.scale_int32(INTS, 1), lambda t: t.scale_int32(INTS, "x")),
    "arrays_out": _arrays(lambda t: t.fill_double(1.0, n=100), lambda t: t.report(101, n=100)),
    "several_arrays_out": _arrays(lambda t: t.two_outs(n=4), lambda t: t.two_outs(n=-4)),
    "bytes_out": _arrays(lambda t: t.pattern(size=300), lambda t: t.read_some(-1, n=300)),
    "own_buffers": _arrays(lambda t: t.fill_int32(1, n=8, values=INTS), lambda t: t.fill_int32(1, n=9, values=INTS)),
    "lists_without_a_code": _arrays(lambda t: t.copy_bool([True, False]), lambda t: t.copy_bool([True, "x"])),
    "wide_arrays": _arrays(lambda t: t.copy_wchar("text"), lambda t: t.wide_noise(0x110000, n=2)),
    "owned_arrays": _arrays(lambda t: t.make_array(5), lambda t: t.make_array_badly(-1)),
    "terminated_arrays": _arrays(lambda t: t.sum_terminated([1, 2]), lambda t: t.sum_terminated([1, 0, 2])),
    "queried_arrays": _arrays(lambda t: t.query(), lambda t: t.query(n=1)),
    "grown_arrays": _arrays(lambda t: t.grow(20), lambda t: t.grow(65)),
    "statuses": _errors(lambda t: t.check(0), lambda t: t.check(5)),
    "messages": _errors(lambda t: t.fail_with_reason(0), lambda t: t.fail_with_reason(2)),
    "errno": _errors(lambda t: t.fail_errno(0), lambda t: t.fail_errno(2)),
    "noisy_frees": _errors(lambda t: t.noisy(2, 0), lambda t: t.lookup(0)),
    "requirements": _errors(lambda t: t.inverse(2), lambda t: t.inverse(0)),
    "defaults": _calls(lambda t: t.defaulted(2), lambda t: t.defaulted(2, "x")),
    "keywords": _calls(lambda t: t.three(1, third=3, second=2), lambda t: t.three(1, 2, thrid=3)),
    "many_parameters": _calls(lambda t: t.sixty_four(*range(64)), lambda t: t.sixty_four(*range(63), "x")),
    "raw_pointers": _calls(lambda t: t.identity(4096), lambda t: t.identity("x")),
    "callbacks": _callbacks(lambda t: t.each(lambda name: 0), lambda t: t.each(lambda name: {}[name])),
    "callbacks_without_data": _callbacks(lambda t: t.apply(lambda x, y: x, 1 << 30, 2), lambda t: t.apply(max, 1, "x")),
    "callbacks_in_threads": _callbacks(lambda t: t.in_threads(len, 1), lambda t: t.in_thread(lambda name: {}[name])),
    "several_callbacks": _callbacks(lambda t: t.two(len, len), lambda t: t.two(lambda name: {}[name], int)),
    "callbacks_that_return_text": _callbacks(
        lambda t: t.lend(lambda number: f"grün {number}"), lambda t: t.lend(lambda number: "x" * (1 // (number - 2)))
    ),
    "callbacks_that_give_text": _callbacks(
        lambda t: (t.give(lambda number: "grün"), t.set(lambda number: (0, "x"))),
        lambda t: t.set(lambda number: (0, 1)),
    ),
    "callbacks_with_outs": _callbacks(
        lambda t: t.divide(lambda a, b: (0, a // b, a % b), 17, 5), lambda t: t.divide(lambda a, b: (0, 1, []), 17, 5)
    ),
    "callbacks_with_arrays": _callbacks(
        lambda t: (t.sum(sum, 9), t.fill(bytearray.reverse, bytearray(5)), t.take(lambda: (0, [1, 2]), room=5)),
        lambda t: t.fill(lambda data: data.append(1), bytearray(5)),
    ),
    "callbacks_with_lists": _callbacks(lambda t: t.join(len), lambda t: t.join(lambda names: names)),
    "callbacks_with_records": _callbacks(
        lambda t: (t.weigh(lambda p: p.x, 1, 2), t.make(lambda: t.point(1, 2)), t.value(lambda p: p, t.point(1, 2))),
        lambda t: t.make(lambda: 5),
    ),
    "callbacks_with_handles": _callbacks(
        lambda t: _with_hub(t, lambda hub: 1), lambda t: _with_hub(t, lambda hub: hub)
    ),
    "handles": Family("handles", lambda t: _swapped(t, t.how.REPLACE), lambda t: _swapped(t, t.how.REPLACE_AND_FAIL)),
    "classes_of_statuses": Family("errors", lambda t: t.store_do(0), lambda t: t.store_do(14)),
    "hresults": Family("hresults", lambda t: t.visit(abs, 1), lambda t: t.visit(lambda value: {}[value], 1)),
    "failing_hresults": Family("hresults", lambda t: t.answer(0), lambda t: t.answer(-2147024809)),
    "callbacks_in_slots": _callbacks(lambda t: _slots(t, len), lambda t: _slots(t, 5)),
    "callbacks_until_destroyed": _callbacks(lambda t: _registered(t, len), lambda t: _registered(t, int)),
    "callbacks_once": _callbacks(lambda t: (t.soon(len), t.fire("x")), lambda t: (t.soon(int), t.fire("x"))),
    "function_fields": _vtables(
        lambda t: _function_fields(t, lambda x, y: x), lambda t: _function_fields(t, lambda x, y: {}[x])
    ),
    "replaced_functions": _vtables(
        lambda t: _replaced_functions(t, lambda x, y: x), lambda t: _replaced_functions(t, lambda x, y: {}[x])
    ),
    "callbacks_that_give_arrays": _handed(
        lambda t: (t.add_up(lambda start: [1, 2, 3], 0), t.change(lambda values: (0, values[:2]), 3)),
        lambda t: t.pair(lambda: (0, [1, 2], [0.5, "x"])),
    ),
    "callbacks_that_give_lists_of_text": _handed(
        lambda t: (t.complete(lambda text, *ends: [text] * 3, "grün"), t.replace(lambda names: [*names, "x"], 2)),
        lambda t: t.names(lambda: (0, [*WORDS, 5])),
    ),
    "callbacks_that_fill_lists_of_text": _handed(
        lambda t: (t.fill(lambda: (0, WORDS), 3), t.rename(list.reverse, 3), t.fill_wide(lambda: (0, WORDS), 3)),
        lambda t: t.fill(lambda: (0, ["one", "two", 3]), 3),
    ),
    "callbacks_that_give_records": _handed(
        lambda t: (
            t.enter(lambda: (0, [t.entry("grün", 1), t.entry("b", 2)])),
            t.enter_room(lambda: (0, [t.entry("grün", 1), t.entry("b", 2)]), 2),
            t.enter_other(lambda entry: entry),
        ),
        lambda t: t.enter(lambda: (0, [t.entry("a", 1), 5])),
    ),
    "callbacks_with_marshallers": _handed(
        lambda t: (t.postponed(lambda when, days: when, NOW, 1), t.same_id(lambda number: number, ID)),
        lambda t: t.postponed(lambda when, days: days, NOW, 1),
    ),
    "callbacks_with_marshallers_per_call": _handed(
        lambda t: t.turned(lambda x: (0, x), 1), lambda t: t.turned(lambda x: (0, 1 << 40), 1)
    ),
    "callbacks_with_marshalled_elements": _handed(
        lambda t: (t.shifted(list.reverse, 3), t.dated(lambda: (0, [NOW] * 3)), t.joined(len)),
        lambda t: t.dated(lambda: (0, [NOW, 5])),
    ),
    "functions_of_c_that_give": _handed(
        lambda t: (t.counting()(5), t.completing()("x", 0, 1), t.filling()(n=2), t.entering()(), t.changing()([1])),
        lambda t: t.changing()([1, "x"]),
    ),
    "functions_of_c": _callbacks(lambda t: t.same(t.adder())(1, 2), lambda t: t.adder()(1, "x")),
    "further_arguments": _varargs(lambda t: t.given("isd", 1, "grün", 2.5), lambda t: t.given("si", "grün", [])),
    "further_cdata": _varargs(lambda t: t.given("dp", t.ffi.cast("double", 0.5), None), lambda t: t.given("p", {})),
    "formats": _varargs(lambda t: t.format("%s %ls", "grün", "x" * 30), lambda t: t.format("%ls %d", "x", "x")),
    "encoded_formats": _varargs(lambda t: t.format_latin("%s", "ü" * 30), lambda t: t.format_latin("%s %s", "ü", "€")),
    "failing_formats": _varargs(lambda t: t.check(0, "%s", "x"), lambda t: t.check(5, "%s", "x")),
    "formats_of_shapes": _varargs(lambda t: t.log_nothing("x%%"), lambda t: t.log_nothing("%s" + "é" * 200)),
    "lazy_formats": Family("lazy", lambda t: t.compose("%ls", "grün"), lambda t: t.compose("%ls %d", "grün", None)),
    "shapes": _varargs(lambda t: t.three(1, "grün", 2.5), lambda t: t.three(1, "grün", "x")),
    "marshalled_values": _marshallers(lambda t: t.later(NOW, 5), lambda t: t.later(NOW, "x")),
    "marshalled_results": _marshallers(lambda t: t.later(NOW, 5), lambda t: t.later(LAST, 1)),
    "marshalled_per_call": _marshallers(lambda t: t.change(107, 0), lambda t: t.change(107, 1)),
    "marshalled_both_ways": _marshallers(lambda t: t.change_simply(107, 0), lambda t: t.change_simply("x", 0)),
    "marshalled_native_values": _marshallers(lambda t: t.take_simply(1, 0), lambda t: t.take_simply(1 << 40, 0)),
    "marshalled_text": _marshallers(lambda t: t.extend("/some/path", 1), lambda t: t.extend("/some/path", 2)),
    "marshalled_rooms": _marshallers(lambda t: t.join("/usr", "b" * 400), lambda t: t.join("/usr", "b\0")),
    "marshalled_bytes": _marshallers(lambda t: t.flip_id(ID), lambda t: t.flip_id(str(ID))),
    "marshalled_elements_in": _marshallers(lambda t: t.latest([NOW] * 9), lambda t: t.latest([NOW, None])),
    "marshalled_elements_out": _marshallers(lambda t: t.every(NOW, n=9), lambda t: t.every(LAST, n=9)),
    "marshalled_elements_in_place": _marshallers(lambda t: t.shift([NOW], 1, 0), lambda t: t.shift([LAST], 1, 0)),
    "marshalled_owned_arrays": _marshallers(lambda t: t.calendar(NOW, 9), lambda t: t.calendar(LAST, 9)),
    "marshalled_records": _marshallers(lambda t: t.guid_next(ID), lambda t: t.guid_next(3)),
    "marshalled_records_in_arrays": _marshallers(lambda t: t.guid_next_all([ID]), lambda t: t.guid_find([ID, 3], ID)),
    "marshalled_fields": _marshallers(
        lambda t: t.event_next(t.event(when=NOW, key=ID, place="here")), lambda t: t.event(when=NOW, key=ID, place=3)
    ),
    "marshalled_held_fields": _marshallers(lambda t: t.note_length(t.note("a", [NOW])), lambda t: t.note("a", [3])),
    "marshalled_mixtures": _marshallers(lambda t: t.mix(0), lambda t: t.mix(1)),
    "numpy_results": Family("options", lambda t: t.fill(1.0, n=4), lambda t: t.fill("x", n=4)),
    "lazy_symbols": Family("lazy", lambda t: t.sum([1.0, 2.0]), lambda t: t.missing(1)),
}

FAMILIES |= {
    "records_made": _records(
        lambda t: t.line(t.point(1, y=2), width=[1, 2, 3], color=t.color.RED), lambda t: t.line(width=[1, "x", 3])
    ),
    "records_with_text_made": _records(
        lambda t: t.person("ann", "nick", 3, [1, 2], t.point(1, 2)), lambda t: t.person("ann", "nick", 3, [1, "x"])
    ),
    "records_in_records_made": _records(
        lambda t: t.team(t.person("a"), [t.person(), t.person("b")]), lambda t: t.team(t.person("a"), [t.person(), 1])
    ),
    "fields_read": _records(
        lambda t: (a_team(t).lead.name, a_team(t).members, t.line().to.x, t.mixed().grid[1], t.bag([1]).items),
        lambda t: t.mixed().grid[2],
    ),
    "fields_written": _records(_write_fields, lambda t: setattr(t.mixed(), "grid", [[1, 2, 3], [4, 5, "x"]])),
    "records_copied": _records(
        lambda t: (copy.copy(a_team(t)), copy.deepcopy(a_team(t)), pickle.dumps(t.point(1, 2)), repr(a_team(t))),
        lambda t: a_team(t).__setstate__((t.person(), [1], 2)),
    ),
    "records_compared": _records(lambda t: a_team(t) == a_team(t), lambda t: {t.point(): 1}),
    "arrays_of_records_made": _records(
        lambda t: t.point.array([t.point()] * 9), lambda t: t.point.array([t.point(), 1])
    ),
    "records_by_value": _records(lambda t: t.reversed(t.line()), lambda t: t.reversed(t.point())),
    "records_with_text_by_value": _records(
        lambda t: t.introduce(t.person("ann", "b", 3, [1, 2])), lambda t: t.introduce(t.person("ann"), size=0)
    ),
    "records_inout": _records(
        lambda t: t.birthday(t.person("ann", "b", 3, [1]), t.how.REPLACE),
        lambda t: t.birthday(t.person("ann", "b", 3, [1]), t.how.FAIL),
    ),
    "nested_records_inout": _records(
        lambda t: t.promote(a_team(t), t.how.REPLACE),
        lambda t: t.promote(t.team(members=[t.person("x\xe9" * 9)] * 2), 99**9),
    ),
    "lists_of_records": _records(
        lambda t: (t.sum_list(t.node(1, t.node(2, t.node(3)))), t.build_list(3)), lambda t: t.circle()
    ),
    "flexible_records": _records(lambda t: t.double_bag(t.bag(range(200))), lambda t: t.bag([1, "x"])),
    "tagged_unions": _records(lambda t: t.set_variant(t.variant(3, "x"), 3), lambda t: t.variant(3, 1)),
    "records_of_arrays": _layouts(
        lambda t: t.lists_sum(t.lists(["a", "b"], ["c"], [1], [1, 2])),
        lambda t: t.lists_sum(t.lists(["a"], half=[1, 2])),
    ),
    "trees_of_records": _layouts(
        lambda t: t.forest_sum(t.forest([t.tree(1, t.tree(2)), t.tree(3)])), lambda t: t.forest_sum(t.forest([None]))
    ),
    "packed_records": _layouts(
        lambda t: t.packed_back(t.packed()),
        lambda t: t.packed_back(t.packed(small=[1])),
    ),
    "records_that_own": _owners(
        lambda t: (t.rename([t.named("ann")] * 2), t.name(n=2), t.stir(t.labelled("x", [1])), t.grow(3, 2)),
        lambda t: t.rename([t.named("ann"), 3]),
    ),
    "records_that_own_behind_a_pointer": _owners(
        lambda t: (t.append([t.named("ann"), t.named("bob")], "eve"), t.lengths([t.named("ann")])),
        lambda t: t.append([t.named("ann"), t.named("bob"), 3], "eve"),
    ),
    "records_that_are_not_aligned": _owners(
        lambda t: t.drift(t.crooked(b"c", t.vector(1, 2)).vector, 1.0), lambda t: t.drift(t.crooked().vector, "x")
    ),
}

FEATURES = tuple(dict.fromkeys(family.feature for family in FAMILIES.values()))
