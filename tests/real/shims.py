"""C functions that take every record of a module by value and by address, hand it back, and change it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from interop.build.analysis import analyse
from interop.diag.render import render
from interop.emit.writer import Writer
from interop.plan.fields import FieldPlan, FixedArray, Inline, RecordPlan
from interop.plan.items import ItemClass
from interop.plan.library import LibraryPlan

CHANGED = 0x1230
"""The address that ``change`` stores in raw pointers."""


def plan_of(path: Path) -> LibraryPlan:
    analysis = analyse(str(path))
    assert analysis.plan is not None, render(analysis.report)
    return analysis.plan


def records_of(plan: LibraryPlan) -> tuple[RecordPlan, ...]:
    """Those that C has a name for."""
    return tuple(record for record in plan.records if not record.record.is_nested)


def write_module(path: Path, folder: Path) -> Path:
    """A module with the records of ``path`` and functions for each, in a folder of its own."""
    records = records_of(plan_of(path))
    text = path.read_text()
    declarations, end = text[: text.rindex("}")], text[text.rindex("}") :]
    (folder / "shims.h").write_text(_header(records))
    made = folder / path.name
    declared = "".join(f"{line}\n" for record in records for line in _declarations(record))
    made.write_text(declarations.replace('.h")', '.h", "shims.h")', 1) + declared + end)
    return made


def changeable(record: RecordPlan) -> list[FieldPlan]:
    """Fields that ``change`` changes: numbers that measure nothing, and raw pointers."""
    kinds = (ItemClass.SIGNED, ItemClass.UNSIGNED, ItemClass.FLOAT, ItemClass.POINTER)
    return [
        field
        for field in record.fields
        if isinstance(field.shape, Inline | FixedArray)
        and field.shape.item.klass in kinds
        and not field.is_hidden
        and not field.overlays
        and (isinstance(field.shape, Inline) or len(field.shape.counts) == 1)
        and field.field.name not in ("cmsg_len",)
    ]


def name_of(record: RecordPlan) -> str:
    return record.record.spelling.rpartition(" ")[2]


def _declarations(record: RecordPlan) -> Iterator[str]:
    name, spelling = name_of(record), record.record.spelling
    if record.is_flexible:
        yield f"size_t size_of_{name}([in] const {spelling} *from);"
        yield f"void change_{name}([in, out] {spelling} *record);"
        return
    yield f"{spelling} by_value_{name}({spelling} from);"
    yield f"void by_address_{name}([in] const {spelling} *from, [out] {spelling} *to);"
    yield f"void change_{name}([in, out] {spelling} *record);"
    yield f"void all_{name}([in, size_is(n)] const {spelling} *from, size_t n, [out, size_is(n)] {spelling} *to);"
    if record.is_blittable:
        yield f"void store_{name}([in] const {spelling} *from, [raw] {spelling} *to);"
        yield f"void load_{name}([raw] const {spelling} *from, [out] {spelling} *to);"


def _header(records: tuple[RecordPlan, ...]) -> str:
    w = Writer()
    w.lines("#include <stddef.h>", "#include <stdint.h>", "#include <string.h>")
    for record in records:
        name, spelling = name_of(record), record.record.spelling
        if record.is_flexible:
            w.line(f"static inline size_t size_of_{name}(const {spelling} *from) {{ return sizeof *from; }}")
        else:
            w.line(f"static inline {spelling} by_value_{name}({spelling} from) {{ return from; }}")
            parameters = f"const {spelling} *from, {spelling} *to"
            for verb in ("by_address", "store", "load"):
                w.line(f"static inline void {verb}_{name}({parameters}) {{ *to = *from; }}")
            parameters = f"const {spelling} *from, size_t n, {spelling} *to"
            w.line(f"static inline void all_{name}({parameters}) {{ memcpy(to, from, n * sizeof *to); }}")
        with w.indented(f"static inline void change_{name}({spelling} *record) {{", "}"):
            w.line("(void)record;")
            for field in changeable(record):
                place = f"record->{field.path}{'[0]' if isinstance(field.shape, FixedArray) else ''}"
                assert isinstance(field.shape, Inline | FixedArray)
                if field.shape.item.klass is ItemClass.POINTER:
                    w.line(f"memcpy(&{place}, &(uintptr_t){{{CHANGED}}}, sizeof(void *));")
                else:
                    w.line(f"{place}++;")
    return w.text()
