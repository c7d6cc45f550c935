"""Every public struct of seven headers is declared, and can be built, filled, passed and read."""

from __future__ import annotations

import copy
import gc
from collections.abc import Callable
from typing import Any

import pytest

from interop.plan.fields import FieldPlan, Inline, RecordPlan
from interop.plan.items import ItemClass
from tests.real.conftest import HEADERS, HERE, Real, require
from tests.real.samples import Samples
from tests.real.shims import CHANGED, changeable, name_of, plan_of, records_of
from tests.real.visible import visible_records

pytestmark = pytest.mark.slow

FOUND = [(name, record) for name in HEADERS for record in records_of(plan_of(HERE / f"{name}.cdef"))]
RECORDS = [(name, name_of(record)) for name, record in FOUND]
BLITTABLE = [(name, name_of(record)) for name, record in FOUND if record.is_blittable]

Subject = tuple[Real, RecordPlan, Samples]


@pytest.fixture
def subject(request: pytest.FixtureRequest, real: Callable[[str], Real]) -> Subject:
    header, name = request.param
    made = real(header)
    record = next(r for r in made.plan.records if name_of(r) == name)
    return made, record, Samples(made.plan, made.module)


def members(record: RecordPlan) -> list[str | None]:
    """Of a union every member in turn; a struct is built once."""
    return [field.field.name for field in record.fields] if record.record.is_union else [None]


@pytest.mark.parametrize("name", HEADERS)
def test_no_public_struct_is_forgotten(name: str) -> None:
    require(name)
    header, files, _ = HEADERS[name]
    library = plan_of(HERE / f"{name}.cdef").library
    declared = {record.spelling for record in library.records if record.fields is not None}
    visible = set(visible_records(header, files))
    assert visible
    assert visible <= declared, sorted(visible - declared)


@pytest.mark.parametrize("subject", RECORDS, indirect=True, ids="-".join)
def test_built_filled_and_read(subject: Subject) -> None:
    _, record, samples = subject
    for member in members(record):
        made = samples.build(record, member=member)
        for again in (copy.copy(made), copy.deepcopy(made)):
            assert again is not made
            assert samples.contents(again, record) == samples.contents(made, record)
            assert again == made
        assert type(made).__name__ in repr(made)


@pytest.mark.parametrize("subject", RECORDS, indirect=True, ids="-".join)
def test_passed_and_read_back(subject: Subject) -> None:
    real, record, samples = subject
    name = name_of(record)
    for member in members(record):
        made = samples.build(record, member=member)
        before = samples.contents(made, record)
        if record.is_flexible:
            assert getattr(real.module, f"size_of_{name}")(made) == real.module.ffi.sizeof(record.record.spelling)
            continue
        for verb in ("by_value", "by_address"):
            back = getattr(real.module, f"{verb}_{name}")(made)
            gc.collect()
            assert back is not made
            assert samples.contents(back, record) == before, verb
        assert samples.contents(made, record) == before


@pytest.mark.parametrize("subject", RECORDS, indirect=True, ids="-".join)
def test_changed_by_c(subject: Subject) -> None:
    real, record, samples = subject
    made = samples.build(record)
    wanted = samples.contents(made, record)
    for field in changeable(record):
        wanted[field.field.py_name] = changed(field, wanted[field.field.py_name])
    getattr(real.module, f"change_{name_of(record)}")(made)
    assert samples.contents(made, record) == wanted


def changed(field: FieldPlan, before: Any) -> object:
    if not isinstance(field.shape, Inline):
        return [before[0] + 1, *before[1:]]
    return CHANGED if field.shape.item.klass is ItemClass.POINTER else before + 1


@pytest.mark.parametrize("subject", [r for r in RECORDS if r[1] != "cmsghdr"], indirect=True, ids="-".join)
def test_in_arrays(subject: Subject) -> None:
    real, record, samples = subject
    made = [samples.build(record) for _ in range(3)]
    back = getattr(real.module, f"all_{name_of(record)}")(made)
    assert [samples.contents(each, record) for each in back] == [samples.contents(each, record) for each in made]


@pytest.mark.parametrize("subject", BLITTABLE, indirect=True, ids="-".join)
def test_c_sees_what_python_wrote(subject: Subject) -> None:
    """Read and written by cffi, which knows nothing of our classes."""
    real, record, samples = subject
    name, ffi = name_of(record), real.module.ffi
    for member in members(record):
        made = samples.build(record, member=member)
        there = ffi.new(f"{record.record.spelling} *")
        getattr(real.module, f"store_{name}")(made, there)
        if member is None:
            assert samples.contents_by_cffi(there, record) == samples.contents(made, record)
        assert ffi.buffer(there)[:] == bytes(made)
        back = getattr(real.module, f"load_{name}")(there)
        assert back == made
