"""Diagnostics as text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from interop.diag.codes import CATALOGUE, finding, severity
from interop.diag.render import render, render_diagnostic, summary
from interop.diag.report import Label, Report, Severity
from interop.diag.span import SourceFile, Span

FILE = SourceFile("dir/x.cdef", "first line\n\tsecond\tline\nthird \u65e5\u672c line\n\nfifth line\r\nsixth\n")


def span(text: str, file: SourceFile = FILE) -> Span:
    start = file.text.index(text)
    return Span(file, start, start + len(text))


def test_one_label() -> None:
    assert render_diagnostic(finding("E0201", "it is wrong", span("first"), "this", notes=("help: mend it",))) == (
        "error[E0201]: it is wrong\n --> dir/x.cdef:1:1\n  |\n1 | first line\n  | ^^^^^ this\n  = help: mend it\n"
    )


def test_labels_on_one_line_stand_in_order_of_their_columns() -> None:
    also = (Label(span("first"), "because of this"),)
    assert render_diagnostic(finding("E0203", "it is wrong", span("line"), also=also)) == (
        "error[E0203]: it is wrong\n"
        " --> dir/x.cdef:1:7\n"
        "  |\n"
        "1 | first line\n"
        "  | ----- because of this\n"
        "  |       ^^^^\n"
    )


def test_lines_between_are_shown_or_skipped() -> None:
    near = render_diagnostic(finding("W0101", "m", span("first"), also=(Label(span("third")),)))
    far = render_diagnostic(finding("W0101", "m", span("first"), also=(Label(span("sixth")),)))
    assert "2 |     second  line\n3 |" in near
    assert "  | ^^^^^\n...\n6 | sixth\n" in far


def test_tabs_and_wide_characters_take_their_columns() -> None:
    assert "2 |     second  line\n  |             ^^^^\n" in render_diagnostic(
        finding("E0201", "m", Span(FILE, FILE.text.index("line\nthird"), FILE.text.index("\nthird")))
    )
    assert "3 | third \u65e5\u672c line\n  |       ^^^^\n" in render_diagnostic(
        finding("E0201", "m", span("\u65e5\u672c"))
    )


def test_other_file_gets_its_own_place() -> None:
    other = SourceFile("y.cdef", "other text\n")
    text = render_diagnostic(finding("E0302", "m", span("first"), also=(Label(span("text", other), "there"),)))
    assert text.endswith(" ::: y.cdef:1:7\n  |\n1 | other text\n  |       ---- there\n")


def test_place_behind_the_last_character() -> None:
    end = len(FILE.text) - 1
    assert "6 | sixth\n  |      ^\n" in render_diagnostic(finding("E0107", "m", Span(FILE, end, end)))


def test_empty_file_shows_its_name_only() -> None:
    empty = SourceFile("none.cdef", "")
    assert render_diagnostic(finding("E0101", "m", Span(empty, 0, 0))) == "error[E0101]: m\n --> none.cdef\n"


def test_margin_is_as_wide_as_the_greatest_line_number() -> None:
    file = SourceFile("x.cdef", "\n" * 99 + "here\n")
    assert render_diagnostic(finding("E0201", "m", span("here", file))) == (
        "error[E0201]: m\n   --> x.cdef:100:1\n    |\n100 | here\n    | ^^^^\n"
    )


def test_control_characters_do_not_reach_the_terminal() -> None:
    file = SourceFile("x.cdef", "a\x1b[31mb\n")
    text = render_diagnostic(finding("E0103", "saw \x1b[31m", span("b", file), "\x07", notes=("help: \x00",)))
    assert all(char == "\n" or char.isprintable() for char in text)


def test_report_is_sorted_and_counted() -> None:
    report = Report()
    report.add(finding("N0101", "later", span("sixth")))
    report.add(finding("E0201", "earlier", span("first")))
    report.add(finding("E0201", "earlier", span("first")))
    report.add(finding("E0601", "between", span("third")))
    text = render(report)
    assert text.index("earlier") < text.index("between") < text.index("later")
    assert text.endswith("\n\n1 error, 1 unsupported, 1 unannotated\n")
    assert render(Report()) == ""
    assert summary(Report()) == ""


def test_severity_follows_from_the_code() -> None:
    assert {severity(code) for code in CATALOGUE} == set(Severity)
    assert severity("E0601") is Severity.UNSUPPORTED
    assert severity("W0201") is Severity.DISCOURAGED


def test_catalogue_is_sorted_and_complete() -> None:
    for code, entry in CATALOGUE.items():
        assert entry.code == code
        assert entry.title
        assert not entry.title.endswith(".")
        assert entry.explanation.endswith(".")


TEXTS = st.text(st.characters(codec="utf-8"), max_size=60)


@given(TEXTS, st.lists(st.tuples(st.integers(0, 70), st.integers(0, 70)), min_size=1, max_size=4), TEXTS)
def test_any_span_of_any_text_can_be_shown(text: str, places: list[tuple[int, int]], words: str) -> None:
    file = SourceFile("x.cdef", text)
    spans = [Span(file, min(start, len(text)), min(max(start, end), len(text))) for start, end in places]
    primary, *others = (Label(span, words) for span in spans)
    shown = render_diagnostic(finding("E0201", words, primary.span, words, also=tuple(others), notes=(words,)))
    assert shown.endswith("\n")
