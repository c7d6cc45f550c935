"""The list of marshalling rules is true: what is said to be tested is, and every rule of the book is in it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.support.rules import BOOK, ROOT, SECTIONS, Mention, Rule, Status, book, disagreements, mentions, rules, traps


def test_the_list_and_the_tests_agree() -> None:
    assert list(disagreements(rules(), mentions())) == []


def test_disagreements_are_found() -> None:
    path = ROOT / "tests" / "test_x.py"
    listed = {
        "R1.1": Rule("R1.1", "held", Status.TESTED),
        "R1.2": Rule("R1.2", "forgotten", Status.TESTED),
        "R1.3": Rule("R1.3", "none", Status.NOT_APPLICABLE, "why"),
        "R1.4": Rule("R1.4", "not yet", Status.LATER, "where"),
    }
    found = [Mention(f"R1.{i}", path, 7, "test") for i in (1, 3, 4, 5)]
    assert list(disagreements(listed, found)) == [
        "R1.2 is said to be tested, and no test names it: forgotten",
        "tests/test_x.py::test (line 7) names R1.3, which is said to be not applicable",
        "tests/test_x.py::test (line 7) names R1.4, which is said to be later",
        "tests/test_x.py::test (line 7) names R1.5, which is not in the list",
    ]


def test_every_way_to_name_a_rule_is_seen() -> None:
    named = {(mention.rule, mention.file.name, mention.test) for mention in mentions()}
    assert ("R1.18", "test_loading.py", "test_r1_18_loader_path_set_after_start_changes_nothing") in named
    assert ("R7.17", "test_arrays.py", "test_a_non_contiguous_array_is_seen_in_c_order") in named
    assert ("R4.14", "test_strategies_agree.py", "") in named


def test_the_list_is_in_order_and_complete() -> None:
    numbers = [tuple(map(int, number[1:].split("."))) for number in rules()]
    assert numbers == sorted(numbers)
    for section in SECTIONS:
        own = [minor for major, minor in numbers if major == int(section[1:])]
        assert own == list(range(1, len(own) + 1)), section
    assert all(rule.text and (rule.why or rule.status is Status.TESTED) for rule in rules().values())


@pytest.mark.rules("R14.1")
def test_every_known_trap_is_answered_by_rules_of_the_list() -> None:
    assert list(traps()) == [f"14.{row}" for row in range(1, 31)]
    assert [rule for answers in traps().values() for rule in answers if rule not in rules()] == []


@pytest.mark.skipif(not BOOK.is_file(), reason="the rule book does not lie beside this checkout")
def test_no_rule_of_the_book_is_missing() -> None:
    in_book, rows = book()
    assert sorted(rules()) == sorted(in_book)
    assert sorted(traps()) == sorted(rows)


def test_the_list_is_printed_with_its_totals() -> None:
    command = [sys.executable, "-m", "tests.support.rules"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1].startswith(f"rules: {len(rules())} in all: ")
