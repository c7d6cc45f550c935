"""The reference of attributes as Markdown, printed from the table so that it cannot rot.

``python -m interop.frontend.reference > docs/attributes.md`` writes it.
"""

from __future__ import annotations

from collections.abc import Iterator

from interop.frontend.annotations import ANNOTATIONS, Annotation, Place

_INTRODUCTION = """\
# Attributes

This page is made from the table of attributes (`python -m interop.frontend.reference`); edit the table, not the page.

Attributes stand in square brackets in front of what they describe: a module, a declaration, a parameter, a field, an
enumerator. Several are separated by commas, several brackets in a row are joined. In front of a function, those that
speak of a value describe its result, all others the function.

Expressions are C: over parameters, constants, functions of the module and what its headers declare. `result` is what
the function returned, `errno` the error number after the call.
"""


def reference() -> str:
    """The whole page."""
    return "\n".join([_INTRODUCTION, *_overview(), *_sections(), *_later()]) + "\n"


def _supported() -> list[Annotation]:
    return [annotation for annotation in ANNOTATIONS.values() if not annotation.planned]


def _planned() -> list[Annotation]:
    return [annotation for annotation in ANNOTATIONS.values() if annotation.planned]


def _overview() -> Iterator[str]:
    yield "| attribute | in front of | what it says |"
    yield "| --- | --- | --- |"
    for annotation in _supported():
        link = f"[`{annotation.name}`](#{annotation.name})"
        yield f"| {link} | {_places(annotation)} | {annotation.doc.partition('. ')[0].rstrip('.')} |"
    yield ""


def _sections() -> Iterator[str]:
    for annotation in _supported():
        yield f"## {annotation.name}"
        yield ""
        yield f"`{annotation.usage}` in front of: {_places(annotation)}."
        yield ""
        yield annotation.doc
        yield ""
        yield "```c"
        yield annotation.example
        yield "```"
        yield ""


def _later() -> Iterator[str]:
    yield "## Planned"
    yield ""
    yield "These are part of the language. They are read and checked, and then reported as not supported yet (E0601)."
    yield ""
    yield "| attribute | in front of | what it will say |"
    yield "| --- | --- | --- |"
    for annotation in _planned():
        yield f"| `{annotation.usage}` | {_places(annotation)} | {annotation.doc.rstrip('.')} |"


def _places(annotation: Annotation) -> str:
    return ", ".join(place.value for place in Place if place in annotation.places)


if __name__ == "__main__":
    print(reference(), end="")
