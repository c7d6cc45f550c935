"""The table of attributes, and the page that is made from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from interop.diag.render import render
from interop.frontend.annotations import ANNOTATIONS, Annotation, Place
from interop.frontend.load import load
from interop.frontend.reference import reference
from interop.model.contract import Contract

PAGE = Path(__file__).parents[2] / "docs/attributes.md"


def test_page_is_current() -> None:
    assert PAGE.read_text("utf-8") == reference(), "run: python -m interop.frontend.reference > docs/attributes.md"


@pytest.mark.parametrize("annotation", ANNOTATIONS.values(), ids=str)
def test_example_means_what_the_table_says(annotation: Annotation, tmp_path: Path) -> None:
    path = tmp_path / "x.cdef"
    example = annotation.example
    whole = example if "module" in example else f'[library("x"), header("x.h")]\nmodule x {{\n{example}\n}}\n'
    path.write_text(whole, "utf-8")
    _, report = load(str(path))
    codes = {diagnostic.code for diagnostic in report.diagnostics if diagnostic.severity.is_fatal}
    if annotation.planned:
        assert "E0601" in codes or "E0606" in codes
        assert all(code.startswith("E06") for code in codes), render(report)
    else:
        assert codes == set(), render(report)
    assert annotation.name in example


@pytest.mark.parametrize("annotation", ANNOTATIONS.values(), ids=str)
def test_entry_is_complete(annotation: Annotation) -> None:
    assert annotation.places
    assert annotation.doc.endswith(".")
    assert annotation.usage.partition("(")[0] == annotation.name
    assert annotation.least <= annotation.most
    assert bool(annotation.sets) != annotation.planned


def test_contract_fields_are_all_set_by_some_attribute() -> None:
    set_here = {a.sets.removeprefix("Contract.") for a in ANNOTATIONS.values() if a.sets.startswith("Contract.")}
    # What a function pointer written in place is called, nobody writes.
    # The place is the second argument of ``retained``; ``success`` sets the policy of functions first of all.
    assert set_here == set(Contract.__dataclass_fields__) - {"callback", "retained_at", "success"}


def test_every_place_has_an_attribute_or_is_refused_all() -> None:
    used = {place for annotation in ANNOTATIONS.values() for place in annotation.places}
    assert set(Place) - used == {Place.GLOBAL}
