"""Handles in callbacks: what a callable gets and gives in every direction, and that each is closed exactly once."""

from __future__ import annotations

import array
import asyncio
import gc
import itertools
import subprocess
import sys
import threading
import warnings
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import interop
from tests.conftest import Binding
from tests.support.leaks import balanced
from tests.support.refusals import refused

FEATURES = ("keys",)
pytestmark = pytest.mark.rules("R9.8", "R10.11")


@pytest.fixture(scope="module")
def t(binding: Binding) -> ModuleType:
    return binding("keys")


@pytest.fixture(autouse=True)
def closed_once(t: ModuleType) -> Iterator[None]:
    """Every key and tag is closed once, by whoever has it, and no object is left that would close one."""
    with balanced(t):
        yield
        gc.collect()
    assert (t.misuses(), t.tags_open(), t.key.live(), t.tag.live()) == (0, 0, 0, 0)


@pytest.fixture
def unraisable(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    caught: list[Any] = []
    monkeypatch.setattr(sys, "unraisablehook", lambda args: caught.append(str(args.exc_value)))
    return caught


def fails(*_: Any) -> Any:
    raise KeyError("fails")


# What a callable gives


@pytest.mark.rules("R3.37")
def test_c_takes_over_what_is_returned(t: ModuleType) -> None:
    made: list[Any] = []

    def make(number: int) -> Any:
        made.append(t.key(number))
        return made[-1]

    assert t.ask(make, 7) == 7
    assert made[0].closed
    with refused(ValueError, "the key is closed"):
        t.ask(lambda _: made[0], 1)
    assert t.ask(lambda _: None, 7) == -5


def test_c_takes_over_what_is_out(t: ModuleType) -> None:
    assert t.ask_out(lambda number: (None, t.key(number)), 7) == 7
    assert t.ask_two(lambda: (0, t.key(3), t.key(4))) == 304
    assert t.ask_two(lambda: (0, t.key(3), None)) == 295
    assert t.ask_tag(t.tag) == 1
    assert t.ask_tag(lambda: None) == 0
    assert t.ask_tag_out(lambda: (0, t.tag())) == 1
    assert t.ask_tag_out(lambda: (0, None)) == 0


def test_what_c_is_told_has_failed_stays_python_s(t: ModuleType) -> None:
    """As the success of the typedef says; C finds NULL there."""
    key = t.key(7)
    assert t.ask_out(lambda number: (5, key), 7) == 5
    assert not key.closed
    key.close()


@pytest.mark.rules("R3.40")
def test_an_exception_leaves_all_of_it_to_python(t: ModuleType) -> None:
    first = t.key(1)
    for second, message in ((first, "the key is being taken over by another call"), (5, "expected key, got int")):
        with refused((ValueError, TypeError), message):
            t.ask_two(lambda second=second: (0, first, second))
        assert not first.closed
    with pytest.raises(KeyError):
        t.ask_out(fails, 1)
    with pytest.raises(KeyError):
        t.ask_tag(fails)
    with pytest.raises(KeyError):
        t.ask_tag_out(fails)
    with refused(TypeError, "expected key, got None"):
        t.ask_out(lambda _: (0, None), 1)
    first.close()


def test_nothing_is_given_through_null(t: ModuleType) -> None:
    asked: list[int] = []
    with refused(ValueError, "C gave NULL"):
        t.ask_nothing(lambda number: asked.append(number) or (0, t.key(1)))
    assert asked == []


def test_what_is_not_python_s_to_give_is_refused(t: ModuleType) -> None:
    with refused(ValueError, "the key belongs to another object"):
        t.ask(lambda _: t.shared_key(), 1)
    key = t.key(1)
    with refused(ValueError, "the key belongs to another object"):
        t.ask(lambda _: t.key.from_address(key.address, owns=False), 1)
    assert key.number == 1
    key.close()


def test_what_a_call_uses_is_not_given(t: ModuleType) -> None:
    """A key that C only looks at during the outer call cannot be handed over in that call."""
    key = t.key(5)

    def find(number: int) -> Any:
        if number == 2:
            t.ask(lambda _: key, 1)
        return key

    with refused(ValueError, "the key is in use"):
        t.look(find, 1)
    assert key.number == 5
    key.close()


# What C only looks at


def test_a_borrowed_handle_is_lent(t: ModuleType) -> None:
    keys = {3: t.key(3), 4: t.key(4)}
    assert t.look(keys.get, 3) == 304
    assert t.look(keys.get, 4) == 395
    assert t.look_out(lambda number: (0, keys[number]), 4) == 4
    for key in keys.values():
        key.close()


def test_what_is_lent_stays_open_until_the_call_has_ended(t: ModuleType) -> None:
    made: list[Any] = []

    def find(number: int) -> Any:
        for key in made:
            key.close()
            assert key.closed
        made.append(t.key(number))
        return made[-1]

    assert t.look(find, 3) == 304
    assert [key.closed for key in made] == [True, False]
    assert t.live() == 1
    made[1].close()
    with pytest.warns(ResourceWarning, match="unclosed key"):
        assert t.look(t.key, 5) == 506


@pytest.mark.rules("R9.11")
def test_what_is_lent_on_many_threads(t: ModuleType) -> None:
    keys = [t.key(n) for n in range(8)]

    def work() -> None:
        for _ in range(200):
            assert t.look(lambda n: keys[n], 3) == 304
            assert t.ask(t.key, 9) == 9

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for key in keys:
        key.close()


# What C gives away


@pytest.mark.rules("R10.14")
def test_a_callable_takes_over_what_it_consumes(t: ModuleType) -> None:
    kept: list[Any] = []
    t.present(kept.append, 7)
    assert (kept[0].number, t.live()) == (7, 1)
    kept[0].close()
    assert t.live() == 0
    with t.key(1) as key:
        t.present(lambda got: got.close() or kept.append(key), 8)
        assert not key.closed
    t.present(kept.append, -1)
    assert kept[-1] is None
    with pytest.warns(ResourceWarning, match="unclosed key"):
        t.present(lambda key: None, 9)


def test_what_is_given_for_good_is_python_s_after_an_exception_too(t: ModuleType) -> None:
    def take(key: Any) -> None:
        with key:
            raise KeyError(key.number)

    with pytest.raises(KeyError, match="7"):
        t.present(take, 7)


@pytest.mark.parametrize("closes", [False, True])
@pytest.mark.parametrize("how", ["takes", "refuses", "raises"])
def test_a_callable_that_may_refuse(t: ModuleType, how: str, closes: bool) -> None:
    kept: list[Any] = []

    def take(key: Any) -> int:
        kept.append(key)
        assert key.number == 7
        if closes:
            key.close()
            with refused(ValueError, "the key is closed"):
                _ = key.number
        if how == "raises":
            raise KeyError
        return 0 if how == "takes" else -2

    if how == "raises":
        with pytest.raises(KeyError):
            t.offer(take, 7)
    else:
        assert t.offer(take, 7) == (0 if how == "takes" else -2)
    assert kept[0].closed == (closes or how != "takes")
    assert t.live() == (how == "takes" and not closes)
    kept[0].close()


def test_what_was_taken_and_dropped_is_worth_a_warning(t: ModuleType, recwarn: pytest.WarningsRecorder) -> None:
    assert t.offer(lambda key: -2, 7) == -2
    with pytest.raises(KeyError):
        t.offer(fails, 7)
    assert not recwarn.list
    with pytest.warns(ResourceWarning, match="unclosed key"):
        assert t.offer(lambda key: 0, 7) == 0


def test_what_may_be_refused_is_nobody_else_s_meanwhile(t: ModuleType) -> None:
    def take(key: Any) -> int:
        with refused(ValueError, "the key is in use"):
            key.detach()
        with refused(ValueError, "the key is in use"):
            t.ask(lambda _: key, 1)
        return -1

    assert t.offer(take, 7) == -1


def test_a_number_that_is_given_away(t: ModuleType) -> None:
    kept: list[Any] = []
    assert t.offer_tag(lambda tag: kept.append(tag) or 0) == 0
    assert t.tags_open() == 1
    kept.pop().close()
    assert t.offer_tag(lambda tag: -1) == -1


def test_a_close_that_fails_after_the_callable_is_no_crash(t: ModuleType) -> None:
    t.refuse_to_close(1)
    try:
        assert t.offer_tag(lambda tag: tag.close() or 0) == 0
    finally:
        t.refuse_to_close(0)


def test_what_nobody_can_be_given_is_closed(t: ModuleType, unraisable: list[Any]) -> None:
    t.keep_taker(lambda key: key.close())
    t.present_kept(3)
    t.keep_taker(None)
    t.present_kept(4)
    assert len(unraisable) == 1
    assert "take(): C called a callback after its scope had ended" in unraisable[0]


def test_what_is_awaited_may_be_a_handle(t: ModuleType) -> None:
    async def delivered(number: int, status: int) -> Any:
        waiting = asyncio.ensure_future(asyncio.wait_for(t.request(number), 5))
        await asyncio.sleep(0)
        t.deliver(status)
        return await waiting

    with asyncio.run(delivered(7, 0)) as key:
        assert (key.number, t.live()) == (7, 1)
    assert asyncio.run(delivered(-1, 0)) is None
    with pytest.raises(t.KeyFailed) as failed:
        asyncio.run(delivered(7, 3))
    assert failed.value.status == 3
    assert t.live() == 0


def test_a_handle_that_nobody_awaits_any_more_is_closed(t: ModuleType) -> None:
    async def main() -> None:
        waiting = asyncio.ensure_future(t.request(7))
        await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.sleep(0)
        t.deliver(0)

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        asyncio.run(main())
        gc.collect()
    assert t.live() == 0


# What a callable may replace


def test_a_handle_that_comes_back_stays_c_s(t: ModuleType) -> None:
    seen: list[Any] = []
    assert t.renew(lambda key: (seen.append(key) or 0, key), 7) == 7
    assert seen[0].closed
    assert t.renew_tag(lambda tag: (0, tag), 1) == 1


def test_a_handle_that_is_replaced_is_python_s(t: ModuleType, recwarn: pytest.WarningsRecorder) -> None:
    old: list[Any] = []
    assert t.renew(lambda key: (old.append(key) or 0, t.key(8)), 7) == 8
    assert (old[0].number, t.live()) == (7, 1)
    old.pop().close()
    assert t.renew(lambda key: (0, t.key(8)), 7) == 8
    assert t.renew(lambda key: (key.close() or 0, t.key(9)), 7) == 9
    assert t.renew(lambda key: (0, None), 7) == -5
    assert t.renew(lambda key: (0, t.key(9) if key is None else None), -1) == 9
    assert t.renew_tag(lambda tag: (0, t.tag()), 1) == 1
    assert t.renew_tag(lambda tag: (0, None), 1) == 0
    assert t.renew_tag(lambda tag: (0, t.tag() if tag is None else None), 0) == 1
    assert not recwarn.list


def test_a_handle_is_not_replaced_by_one_that_is_closed(t: ModuleType) -> None:
    with refused(ValueError, "the key is closed"):
        t.renew(lambda key: (key.close() or 0, key), 7)


def test_nothing_is_replaced_by_what_has_failed(t: ModuleType) -> None:
    mine = t.key(8)
    assert t.renew(lambda key: (2, mine), 7) == 2007
    assert not mine.closed
    with pytest.raises(KeyError):
        t.renew(fails, 7)
    with refused(TypeError, "expected key, got int"):
        t.renew(lambda key: (0, 5), 7)
    mine.close()


def test_an_alias_of_what_c_passed_is_the_same(t: ModuleType) -> None:
    """Another object with the same value must not lead to closing it twice."""
    assert t.renew(lambda key: (0, t.key.from_address(key.address)), 7) == 7


def test_a_choice_takes_nothing_over(t: ModuleType) -> None:
    mine = t.key(8)
    seen: list[Any] = []
    assert t.renew_lent(lambda key: (seen.append(key) or 0, mine), 7) == 8
    assert t.renew_lent(lambda key: (0, key), 7) == 7
    assert t.renew_lent(lambda key: (0, None), 7) == -5
    assert seen[0].closed
    mine.close()


# C's own


@pytest.mark.rules("R9.5")
def test_functions_of_c_s(t: ModuleType) -> None:
    make, find = t.key_maker(), t.key_finder()
    with make(5) as key:
        assert key.number == 5
    assert make(-1) is None
    status, shared = find()
    assert (status, shared.number) == (0, 1000)
    shared.close()


def test_a_function_of_c_s_says_whether_it_takes_over(t: ModuleType) -> None:
    take = t.key_taker()
    few, many = t.key(5), t.key(500)
    assert (take(few), few.closed) == (0, True)
    assert (take(many), many.closed, many.number) == (-2, False, 500)
    many.close()


# A status that is an HRESULT


@pytest.mark.rules("R3.37", "R3.40")
def test_handles_change_hands_with_an_hresult(t: ModuleType) -> None:
    kept: list[Any] = []
    assert t.ask_checked(t.key, 7) == 7
    with pytest.raises(KeyError):
        t.ask_checked(fails, 7)
    assert t.offer_checked(kept.append, 7) == 0
    assert kept[0].number == 7
    kept.pop().close()
    with pytest.raises(KeyError):
        t.offer_checked(fails, 7)


# Where no call out is under way


@pytest.mark.rules("R9.11")
def test_all_that_is_lent_to_a_thread_of_c_s_is_there(t: ModuleType) -> None:
    made: list[int] = []

    def find() -> Any:
        made.append(len(made))
        return 0, t.key(made[-1] * 2 + 1), t.key(made[-1] * 2 + 2)

    t.keep_finder(find)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        assert t.look_on_a_thread() == 102
        assert t.live() == 2
        assert t.look_on_a_thread() == 304
        assert t.look_while_another_looks() == 506
        t.keep_finder(None)
    assert t.live() == 0


@pytest.mark.rules("R3.40")
def test_c_finds_no_handle_when_python_is_gone(t: ModuleType) -> None:
    assert t.__file__ is not None
    folder = Path(t.__file__).parents[1]
    script = (
        f"import sys; sys.path.insert(0, {str(folder.parent)!r}); import {folder.name}.t_keys as t\n"
        "t.ask_at_exit(lambda number: (0, t.key(number)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, "status -1, no key\n", "")


# What is no handle


@pytest.mark.rules("R10.12")
def test_none_is_what_is_no_handle(t: ModuleType) -> None:
    assert (t.tag_value(None), t.bolt_value(None), t.hasp_value(None), t.pin_value(None)) == (-1, -1, 0, 65535)
    assert (t.bolt_of(0), t.bolt_of(-1), t.hasp_of(0), t.pin_of(-1)) == (None, None, None, None)
    assert (t.bolt_of(8).address, t.hasp_of(8).address, t.pin_of(0).address) == (8, 8, 0)
    for kind, number in ((t.bolt, -1), (t.bolt, 0), (t.hasp, 0), (t.pin, -1), (t.pin, 65535)):
        with refused(ValueError, f"from_address(): {number} is no {kind.__name__}"):
            kind.from_address(number)
    tags = [t.tag() for _ in range(16)]
    with refused(ValueError, "tag_new(): result: C gave no tag, which the declaration does not allow (unique would)"):
        t.tag()
    for tag in tags:
        tag.close()


def test_a_borrowed_result_is_nobody_s_to_close(t: ModuleType) -> None:
    shared = t.shared_key()
    assert (shared.number, t.key.live()) == (1000, 0)
    with refused(ValueError, "the key belongs to another object"):
        shared.detach()
    shared.close()
    assert t.get_shared().number == 1000


# What is kept for a handle


class Notes(array.array):  # type: ignore[type-arg]
    """Numbers of which it can be told that they are gone."""


def noted(t: ModuleType, number: int) -> tuple[Any, weakref.ref[Notes]]:
    key, notes = t.key(number), Notes("i", [number, 1])
    key.note(notes)
    return key, weakref.ref(notes)


def test_what_is_kept_for_a_handle_goes_with_it(t: ModuleType) -> None:
    key, kept = noted(t, 5)
    gc.collect()
    assert (kept() is None, key.sum()) == (False, 6)
    key.close()
    assert kept() is None
    key, kept = noted(t, 5)
    t.key_close(key)
    assert kept() is None


def test_what_c_takes_over_into_another_handle_is_kept_for_that(t: ModuleType) -> None:
    ring = t.ring()
    kept = []
    for number in range(4):
        key, notes = noted(t, number)
        ring.add(key)
        assert key.closed
        kept.append(notes)
    gc.collect()
    assert ring.sum() == 0 + 1 + 2 + 3 + 4
    assert all(notes() is not None for notes in kept)
    key, notes = noted(t, 9)
    with refused(interop.CallError, "failed"):
        ring.add(key)
    assert not key.closed
    key.close()
    assert notes() is None
    ring.close()
    assert [notes() for notes in kept] == [None] * 4


def test_what_c_takes_over_for_good_is_kept_for_good(t: ModuleType) -> None:
    key, kept = noted(t, 5)
    t.pocket(key)
    gc.collect()
    assert (kept() is None, t.pocket_sum()) == (False, 6)
    t.pocket_empty()
    key, kept = noted(t, 7)
    assert t.ask(lambda number: key, 1) == 7
    assert kept() is not None
    new, kept = noted(t, 8)
    assert t.renew(lambda key: (0, new), 7) == 8
    assert kept() is not None


def test_a_handle_that_c_uses_stays_open_for_it(t: ModuleType) -> None:
    ring, (key, kept), other = t.ring(), noted(t, 5), t.key(6)
    ring.watch(key)
    ring.watch(other)
    with refused(ValueError, "the key is in use"):
        key.detach()
    key.close()
    assert key.closed
    with refused(ValueError, "the key is closed"):
        key.sum()
    del key
    gc.collect()
    assert (ring.sum(), t.live()) == (6, 3)
    ring.close()
    assert (kept(), other.number, t.live()) == (None, 6, 1)
    other.close()


def test_a_handle_that_c_uses_and_python_has_dropped(t: ModuleType) -> None:
    with t.ring() as ring:
        ring.watch(noted(t, 5)[0])
        gc.collect()
        assert ring.sum() == 6
        with pytest.warns(ResourceWarning, match="unclosed key"):
            ring.close()
    assert t.live() == 0


Links = Callable[[ModuleType], list[Any]]


def each_other(t: ModuleType) -> list[Any]:
    links = [t.link(1), t.link(2)]
    links[0].use(links[1])
    links[1].use(links[0])
    return links


def round_and_round(t: ModuleType) -> list[Any]:
    links = [t.link(number) for number in range(5)]
    for link, other in ((0, 1), (1, 2), (2, 0), (2, 3), (3, 1), (4, 0), (1, 1)):
        links[link].use(links[other])
    return links


def its_child(t: ModuleType) -> list[Any]:
    parent = t.link(1)
    links = [parent, parent.child(2)]
    links.append(links[1].child(3))
    parent.use(links[2])
    return links


def its_part(t: ModuleType) -> list[Any]:
    link, other = t.link(1), t.link(2)
    link.use(link.part())
    link.part().use(link)
    link.part().use(other)
    other.use(link)
    return [link, other]


def childs_part(t: ModuleType) -> list[Any]:
    parent = t.link(1)
    child = parent.child(2)
    grandchild = child.part().child(3)
    parent.use(grandchild)
    parent.use(child.part())
    return [parent, child, grandchild]


CIRCLES = (each_other, round_and_round, its_child, its_part, childs_part)


@pytest.mark.parametrize("circle", CIRCLES)
def test_handles_that_c_has_for_each_other_are_closed(t: ModuleType, circle: Links) -> None:
    links = circle(t)
    for order in itertools.permutations(range(len(links))):
        for place in order:
            links[place].close()
        assert t.link.live() == 0
        links = circle(t)
    for link in links:
        link.close()


@pytest.mark.filterwarnings("ignore:unclosed link")
@pytest.mark.parametrize("circle", CIRCLES)
def test_handles_that_c_has_for_each_other_and_python_has_dropped(t: ModuleType, circle: Links) -> None:
    links = circle(t)
    links[0].close()
    del links
    gc.collect()
    assert t.link.live() == 0
    circle(t)
    gc.collect()
    assert t.link.live() == 0


def test_a_circle_waits_for_those_that_use_it(t: ModuleType) -> None:
    links, outside = each_other(t), t.link(3)
    outside.use(links[0])
    for link in links:
        link.close()
    assert (t.link.live(), outside.sum()) == (3, 4)
    outside.close()
    assert t.link.live() == 0

    links = each_other(t)

    def close(_: Any) -> int:
        for link in links:
            link.close()
        return int(t.link.live())

    assert links[1].visit(close) == 2
    assert t.link.live() == 0


def test_what_is_kept_for_a_part_is_kept_with_the_whole(t: ModuleType) -> None:
    link, notes, other = t.link(1), Notes("i", [3, 4]), t.link(5)
    kept = weakref.ref(notes)
    link.part().note(notes)
    link.part().use(other)
    other.close()
    del notes, other
    gc.collect()
    assert (kept() is None, link.part().sum(), t.link.live()) == (False, 12, 2)
    link.close()
    assert (kept(), t.link.live()) == (None, 0)


def test_what_is_kept_for_one_that_c_lends_is_kept_for_good(t: ModuleType) -> None:
    link, notes = t.link(1), [Notes("i", [3, 4])]
    kept = weakref.ref(notes[0])
    link.visit(lambda lent: lent.note(notes.pop()) or 0)
    gc.collect()
    assert (kept() is None, link.sum()) == (False, 8)
    link.close()


# Structures of functions


def test_a_structure_of_functions(t: ModuleType) -> None:
    class Source:
        def __init__(self, swap: Callable[[Any], Any]) -> None:
            self.swap = swap
            self.shut_number = 0

        def open(self, number: int) -> Any:
            return t.key(number)

        def shut(self, key: Any) -> None:
            with key:
                self.shut_number = key.number

    same = Source(lambda key: (0, key))
    assert t.source_run(t.source.from_methods(same), 7) == 7
    assert same.shut_number == 7
    other = Source(lambda key: (0, t.key(8)))
    assert t.source_run(t.source.from_methods(other), 7) == 8
    assert other.shut_number == 8
    for check, closed_by_c in ((lambda key: None, False), (lambda key: -2, True), (fails, True)):
        kept: list[Any] = []
        same.check = lambda key, check=check, kept=kept: kept.append(key) or check(key)
        same.shut_number = 0
        try:
            assert t.source_run(t.source.from_methods(same), 7) == 7
        except KeyError:
            assert check is fails
        assert (kept[0].closed, same.shut_number) == (closed_by_c, 7 * closed_by_c)
        kept[0].close()
    failing = Source(fails)
    with pytest.raises(KeyError):
        t.source_run(t.source.from_methods(failing), 7)


# No memory


@pytest.mark.parametrize("k", range(1, 4))
def test_no_memory_in_c(t: ModuleType, k: int) -> None:
    def two() -> Any:
        first = t.key(1)
        try:
            return 0, first, t.key(2)
        except ValueError:
            first.close()
            raise

    t.fail_at(k)
    try:
        with refused(ValueError, "C gave NULL"):
            t.ask_two(two)
            t.ask(t.key, 3)
    finally:
        t.fail_at(0)
