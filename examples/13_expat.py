"""A large XML document through the binding of expat: events and speed, compared with Python's own xml.parsers.expat.

The document is made of the standard library's sources, line by line. How many megabytes is the first argument.
"""

from __future__ import annotations

import io
import sys
from collections import Counter
from collections.abc import Callable
from typing import Any
from xml.parsers import expat as python_expat
from xml.sax.saxutils import escape, quoteattr

from bindings import expat
from material import compared, files, mapped

MEGABYTES = float(sys.argv[1]) if len(sys.argv) > 1 else 30
ROUNDS = 3

Event = tuple[object, ...]


def document(size: int) -> bytes:
    """Files of lines, with everything that a document may consist of."""
    found = [
        "<?xml version='1.0' encoding='utf-8'?>",
        "<!DOCTYPE sources [<!ENTITY py 'Python'>]>\n<sources xmlns='urn:sources'>",
    ]
    room = size
    while room > 0:
        for name, data in files():
            text = data.decode(errors="replace").replace("\x0c", " ").replace("\0", "0").replace("\x1a", "")
            lines = [f"<file name={quoteattr(name)} size='{len(data)}'>\n<?source {name}?>"]
            for number, line in enumerate(text.split("\n"), 1):
                code, mark, comment = line.partition("#")
                indent = len(code) - len(code.lstrip())
                inside = f"<![CDATA[{code}]]>" if "<" in code and "]]>" not in code else escape(code)
                lines.append(f"<line number='{number}' indent='{indent}'>{inside}</line>")
                if mark:
                    lines.append(f"<!--{comment.replace('-', '=')}-->")
            found.append("\n".join((*lines, "&py;</file>")))
            room -= len(found[-1])
            if room <= 0:
                break
    return "\n".join((*found, "</sources>")).encode()


class Statistics:
    """Handlers that do a little: what elements there are, how deep, how much text."""

    def __init__(self) -> None:
        self.elements: Counter[str] = Counter()
        self.depth = self.deepest = self.characters = self.attributes = 0

    def start(self, name: str, attributes: list[str]) -> None:
        self.elements[name] += 1
        self.depth += 1
        self.deepest = max(self.deepest, self.depth)
        self.attributes += len(attributes)

    def end(self, name: str) -> None:
        self.depth -= 1

    def text(self, text: str) -> None:
        self.characters += len(text)

    def found(self) -> Event:
        return dict(self.elements), self.depth, self.deepest, self.attributes, self.characters


def statistics(data: bytes) -> Event:
    found = Statistics()
    with expat.Parser() as parser:
        parser.start_element, parser.end_element, parser.character_data = found.start, found.end, found.text
        parser.parse(data, True)
    return found.found()


def python_statistics(data: bytes) -> Event:
    found = Statistics()
    parser = python_expat.ParserCreate()
    parser.ordered_attributes = True
    parser.StartElementHandler, parser.EndElementHandler = found.start, found.end
    parser.CharacterDataHandler = found.text
    parser.Parse(data, True)
    return found.found()


def empty(data: bytes) -> None:
    """Handlers that do nothing: what a call back costs."""
    with expat.Parser() as parser:
        parser.start_element, parser.end_element = lambda name, attributes: None, lambda name: None
        parser.character_data = lambda text: None
        parser.parse(data, True)


def python_empty(data: bytes) -> None:
    parser = python_expat.ParserCreate()
    parser.ordered_attributes = True
    parser.StartElementHandler, parser.EndElementHandler = lambda name, attributes: None, lambda name: None
    parser.CharacterDataHandler = lambda text: None
    parser.Parse(data, True)


def starts(data: bytes) -> None:
    with expat.Parser() as parser:
        parser.start_element = lambda name, attributes: None
        parser.parse(data, True)


def python_starts(data: bytes) -> None:
    parser = python_expat.ParserCreate()
    parser.ordered_attributes = True
    parser.StartElementHandler = lambda name, attributes: None
    parser.Parse(data, True)


HANDLERS = {
    "start_element": "StartElementHandler",
    "end_element": "EndElementHandler",
    "character_data": "CharacterDataHandler",
    "processing_instruction": "ProcessingInstructionHandler",
    "comment": "CommentHandler",
    "start_cdata": "StartCdataSectionHandler",
    "end_cdata": "EndCdataSectionHandler",
    "default_text": "DefaultHandlerExpand",
    "xml_declaration": "XmlDeclHandler",
    "start_doctype": "StartDoctypeDeclHandler",
    "end_doctype": "EndDoctypeDeclHandler",
    "entity": "EntityDeclHandler",
    "start_namespace": "StartNamespaceDeclHandler",
    "end_namespace": "EndNamespaceDeclHandler",
}


def events(data: bytes, separator: str | None) -> tuple[list[Event], list[Event]]:
    """Everything that happens in a document, with the line and the column of it, by both."""
    ours: list[Event] = []
    theirs: list[Event] = []
    other = python_expat.ParserCreate(None, separator)
    other.ordered_attributes = True
    with expat.Parser(None, separator) as parser:

        def into(kind: str) -> Callable[..., None]:
            return lambda *what: ours.append((kind, *what, parser.line, parser.column))

        def other_into(kind: str) -> Callable[..., None]:
            return lambda *what: theirs.append((kind, *what, other.CurrentLineNumber, other.CurrentColumnNumber))

        for mine, yours in HANDLERS.items():
            setattr(parser, mine, into(mine))
            setattr(other, yours, other_into(mine))
        stream = io.BytesIO(data)
        parser.parse_from(lambda size: stream.read(size))
        for start in range(0, len(data), 65536):
            other.Parse(data[start : start + 65536], False)
        other.Parse(b"", True)
    return ours, theirs


def show(what: str, ours: Callable[[bytes], object], others: Callable[[bytes], object], calls: int) -> None:
    mine, theirs = compared(lambda: ours(data), lambda: others(data), ROUNDS)
    print(f"{what:<44}{mine * 1e9 / calls:9.0f}{theirs * 1e9 / calls:9.0f}{theirs / mine:9.2f}")


data = document(int(MEGABYTES * 1e6))
libraries = " and ".join(mapped("libexpat")) or "no shared library"
print(f"{expat.ExpatVersion()} here, {python_expat.EXPAT_VERSION} in Python's pyexpat; {libraries}")

# Every event, the same ones in the same order. Ours come from memory of expat's own, which any stream can fill.
for separator in (None, "|"):
    ours, theirs = events(data[: data.rindex(b"<file", 0, 3_000_000)] + b"</sources>", separator)
    assert ours == theirs
    kinds = Counter(event[0] for event in ours)
    print(
        f"{'with' if separator else 'without'} namespaces {len(ours):,} events of {len(kinds)} kinds, the same by both"
    )

total = statistics(data)
assert total == python_statistics(data)
elements: Any = total[0]
count = sum(elements.values())
print(f"{len(data):,} bytes: {count:,} elements, {total[2]} deep, {total[4]:,} characters of text")

print(f"\n{f'ns of processor time per element, of {ROUNDS}':<44}{'interop':>9}{'pyexpat':>9}{'ratio':>9}")
show("all start tags", starts, python_starts, count)
show("start tags, end tags and text", empty, python_empty, count)
show("the same, counted", statistics, python_statistics, count)

# What is wrong is an exception with expat's words, its number and the place.
with expat.Parser() as parser:
    try:
        parser.parse(b"<a>\n  <b></c>\n</a>", True)
    except expat.ExpatError as error:
        print(f"\n{error}: {error.status!r} at {parser.line}:{parser.column}")


# A handler that raises stops the parser, and whoever called it gets the exception.
def refuse(name: str, attributes: list[str]) -> None:
    if dict(zip(attributes[::2], attributes[1::2], strict=True)).get("number") == "3":
        raise LookupError(f"no third {name}, please")


with expat.Parser() as parser:
    seen: list[str] = []
    parser.start_element, parser.end_element = refuse, seen.append
    try:
        parser.parse(data, True)
    except LookupError as error:
        print(f"{error!r} in line {parser.line} of {len(data.splitlines()):,}, after {len(seen)} elements")


# A handler may stop the parser, too, for good or for a while.
with expat.Parser() as parser:
    names: list[str] = []

    def pause(name: str, attributes: list[str]) -> None:
        names.append(name)
        parser.stop(True)

    parser.start_element = pause
    parser.parse(b"<a><b/><c/></a>", True)
    while parser.status.parsing == expat.Parsing.SUSPENDED:
        parser.resume()
    print(f"stopped at each of {', '.join(names)}; {parser.status.parsing!r}")
print(f"all of it checked; parsers still open: {expat.Parser.live()}")
