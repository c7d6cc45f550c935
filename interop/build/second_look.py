"""Ask the compiler what a header says where a declaration contradicts it, so that the report can tell."""

from __future__ import annotations

import os
import re
from dataclasses import replace

from interop.build.compiler import Job, Step, run
from interop.build.toolchain import Toolchain
from interop.diag.report import Diagnostic
from interop.diag.span import Span
from interop.model.library import Constant, Enum, Function, Global, Library

_SELECTOR = re.compile(
    r"^look:(\d+):.*(?:selector of type|controlling expression type) '(.*?)' (?:is )?not compatible", re.MULTILINE
)
_VALUE = re.compile(r"^_?interop_look:\s+\.(quad|xword|zero|space)\s+(-?\w+)", re.MULTILINE)

MANY = 20
"""How many values are looked up: a header of another version may contradict a whole list."""


def tell_what_the_header_says(
    faults: list[Diagnostic], library: Library, preamble: str, toolchain: Toolchain, job: Job
) -> list[Diagnostic]:
    """The faults, with a note on each contradicted function, variable, field, enumerator or constant."""
    fields = _fields(library)
    contradicted = [_question(fault, fields) for fault in faults if fault.code == "E0701" and not fault.notes]
    typed, valued = _kinds(library)
    typed.update(fields.values())
    types = _types([name for name in contradicted if name in typed], preamble, toolchain, job)
    values = _values([name for name in contradicted if name in valued], preamble, toolchain, job)
    notes = {name: f"note: in the header its type is '{text}'" for name, text in types.items()}
    notes |= {name: f"note: in the header its value is {value}" for name, value in values.items()}
    return [
        replace(fault, notes=(notes[name],)) if fault.code == "E0701" and not fault.notes and name in notes else fault
        for fault in faults
        for name in (_question(fault, fields),)
    ]


def _fields(library: Library) -> dict[Span, str]:
    """Each named field by its place, as an expression that C understands."""
    return {
        field.origin: f"(({record.spelling} *)0)->{field.name}"
        for record in library.records
        for field in library.flat_fields(record)
        if field.name and field.bits is None
    }


def _question(fault: Diagnostic, fields: dict[Span, str]) -> str:
    """What the header is to be asked for: the name that is contradicted, or the field."""
    span = fault.primary.span
    return fields.get(span, span.text) if "another type" in fault.message else span.text


def _kinds(library: Library) -> tuple[set[str], set[str]]:
    """The names that have a type in the header, and those that have a value."""
    typed: set[str] = set()
    valued: set[str] = set()
    for declaration in library.declarations:
        match declaration:
            case Function(name=name) | Global(name=name):
                typed.add(name)
            case Enum(members=members):
                valued.update(member.name for member in members)
            case Constant(name=name, value=int()):
                valued.add(name)
            case _:
                pass
    return typed, valued


def _types(names: list[str], preamble: str, toolchain: Toolchain, job: Job) -> dict[str, str]:
    """The type of each name, which the compiler tells when no association of a ``_Generic`` fits."""
    lines = [
        f'#line {i} "look"\nint look_{i} = _Generic(&{name}, struct look *: 0);' for i, name in enumerate(names, 1)
    ]
    output = _compile("\n".join([preamble, *lines]), ("-fsyntax-only",), toolchain, job) if names else ""
    return {names[int(i) - 1]: _target(text) for i, text in _SELECTOR.findall(output)}


def _target(pointer: str) -> str:
    """What a pointer type points to: ``int(int)`` for ``int (*)(int)``, and that for ``int (**)(int)``."""
    if "(**" in pointer:
        return pointer.replace("(**", "(*", 1)
    return re.sub(r"\s+", " ", re.sub(r"\s*\(\*\)|\s*\*$", "", pointer, count=1))


def _values(names: list[str], preamble: str, toolchain: Toolchain, job: Job) -> dict[str, int]:
    """The value of each integer constant, read from the data it initialises."""
    found = {}
    for name in names[:MANY]:
        # One by one: a name that is no integer constant would take the others with it.
        text = f"{preamble}\nconst long long interop_look = (long long)({name});\n"
        if value := _VALUE.search(_compile(text, ("-S", "-o", "-"), toolchain, job)):
            directive, number = value.groups()
            found[name] = 0 if directive in ("zero", "space") else int(number, 0)
    return found


def _compile(text: str, options: tuple[str, ...], toolchain: Toolchain, job: Job) -> str:
    source = os.path.join(job.scratch, "look.c")
    with open(source, "w", encoding="utf-8") as file:
        file.write(text)
    includes = tuple(f"-I{folder}" for folder in job.includes)
    command = (*toolchain.compile_c, *includes, *job.compile_flags, *options, source)
    return run(Step.GENERATED, source, command, lambda line: None).output.replace("‘", "'").replace("’", "'")
