"""The binding of expat in cdefs/expat.cdef: what it promises, with unusual documents and handlers."""

from __future__ import annotations

import gc
import importlib
import io
import sys
import weakref
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.examples.conftest import missing

pytestmark = pytest.mark.slow

DOCUMENT = b"""<?xml version="1.0" encoding="utf-8" standalone="yes"?>
<!DOCTYPE a SYSTEM "a.dtd" [<!ENTITY e "text"><!ENTITY % p "q"><!ENTITY x SYSTEM "x.xml">
<!NOTATION n PUBLIC "pub" "sys"><!ATTLIST b c CDATA #REQUIRED d CDATA "&#233;"> ]>
<a xmlns:n="urn:n"><?do  this?><b c="1&amp;2"/><!-- no -->\xc3\xa9<n:c>&e;</n:c><![CDATA[<]]></a>"""


@pytest.fixture(scope="module")
def expat(site: Path) -> Iterator[ModuleType]:
    if (why := missing("expat.cdef")) is not None:
        pytest.skip(why)
    sys.path.insert(0, str(site))
    try:
        yield importlib.import_module("bindings.expat")
    finally:
        sys.path.remove(str(site))
        for name in [name for name in sys.modules if name.partition(".")[0] == "bindings"]:
            del sys.modules[name]


@pytest.fixture(autouse=True)
def nothing_stays_open(expat: ModuleType) -> Iterator[None]:
    yield
    gc.collect()
    assert expat.Parser.live() == 0


@pytest.fixture
def parser(expat: ModuleType) -> Iterator[Any]:
    with expat.Parser() as parser:
        yield parser


def record(parser: Any, *kinds: str) -> list[tuple[object, ...]]:
    events: list[tuple[object, ...]] = []
    for kind in kinds:
        setattr(parser, kind, lambda *what, kind=kind: events.append((kind, *what)))
    return events


def test_every_handler_gets_what_its_document_has(parser: Any) -> None:
    events = record(
        parser,
        *("xml_declaration", "start_doctype", "end_doctype", "entity", "notation", "attribute_list"),
        *("start_element", "end_element", "character_data", "processing_instruction", "comment"),
        *("start_cdata", "end_cdata"),
    )
    parser.base = "here"
    parser.parse(DOCUMENT, True)
    assert events == [
        ("xml_declaration", "1.0", "utf-8", 1),
        ("start_doctype", "a", "a.dtd", None, True),
        ("entity", "e", False, "text", "here", None, None, None),
        ("entity", "p", True, "q", "here", None, None, None),
        ("entity", "x", False, None, "here", "x.xml", None, None),
        ("notation", "n", "here", "sys", "pub"),
        ("attribute_list", "b", "c", "CDATA", None, True),
        ("attribute_list", "b", "d", "CDATA", "é", False),
        ("end_doctype",),
        ("start_element", "a", ["xmlns:n", "urn:n"]),
        ("processing_instruction", "do", "this"),
        ("start_element", "b", ["c", "1&2", "d", "é"]),
        ("end_element", "b"),
        ("comment", " no "),
        ("character_data", "é"),
        ("start_element", "n:c", []),
        ("character_data", "text"),
        ("end_element", "n:c"),
        ("start_cdata",),
        ("character_data", "<"),
        ("end_cdata",),
        ("end_element", "a"),
    ]


def test_namespaces(expat: ModuleType) -> None:
    with expat.Parser(separator="|") as parser:
        events = record(parser, "start_namespace", "end_namespace", "start_element")
        parser.return_triplets()
        parser.parse(b"<a xmlns='u' xmlns:n='v'><n:b n:c='1'/></a>", True)
    assert events == [
        ("start_namespace", None, "u"),
        ("start_namespace", "n", "v"),
        ("start_element", "u|a", []),
        ("start_element", "v|b|n", ["v|c|n", "1"]),
        ("end_namespace", "n"),
        ("end_namespace", None),
    ]


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_a_handler_may_refer_to_its_parser(expat: ModuleType) -> None:
    def make() -> None:
        made = expat.Parser()
        made.start_element = lambda name, attributes: made.stop()

    make()
    gc.collect()
    assert expat.Parser.live() == 0


@pytest.mark.parametrize("separator", ["||", "é", "|\U0001f600"])
def test_a_separator_is_one_character_of_ascii(expat: ModuleType, separator: str) -> None:
    with pytest.raises(ValueError, match="is_separator"):
        expat.Parser(separator=separator)
    assert expat.Parser.live() == 0


@pytest.mark.parametrize("size", [1, 3, 100])
def test_pieces_may_end_anywhere(parser: Any, size: int) -> None:
    events = record(parser, "start_element", "end_element")
    for start in range(0, len(DOCUMENT), size):
        parser.parse(memoryview(DOCUMENT)[start : start + size])
    parser.parse(b"", True)
    assert [what[1] for what in events] == ["a", "b", "b", "n:c", "n:c", "a"]
    stream = io.BytesIO(DOCUMENT)
    assert parser.reset() is None
    events = record(parser, "start_element")
    parser.parse_from(lambda size: stream.read(7))
    assert [what[1] for what in events] == ["a", "b", "n:c"]


def test_errors_say_what_and_where(expat: ModuleType, parser: Any) -> None:
    with pytest.raises(expat.ExpatError, match="mismatched tag: line 2, column 2") as caught:
        parser.parse(b"<a>\n</b>", True)
    assert caught.value.status is expat.Error.TAG_MISMATCH
    assert (parser.error, parser.line, parser.column, parser.byte_index) == (expat.Error.TAG_MISMATCH, 2, 2, 6)
    parser.reset()
    parser.parse(b"<a/>", True)
    with pytest.raises(expat.ExpatError, match="parsing finished"):
        parser.parse(b"", True)
    with pytest.raises(expat.ExpatError, match="unknown encoding"), expat.Parser("no such") as other:
        other.parse(b"<a/>", True)
    with pytest.raises(ValueError, match="utf-8"), expat.Parser("latin-1\udcff"):
        pass


@pytest.mark.parametrize(
    ("kind", "others"),
    [
        ("start_element", []),
        ("comment", ["start_element", "start_element", "end_element"]),
        ("end_element", ["start_element", "start_element"]),
    ],
)
def test_a_handler_that_raises_stops_the_parser(expat: ModuleType, parser: Any, kind: str, others: list[str]) -> None:
    events = record(parser, *{"start_element", "end_element", "comment"} - {kind})
    calls = []

    def fail(*what: object) -> None:
        calls.append(what)
        raise ZeroDivisionError(kind)

    setattr(parser, kind, fail)
    with pytest.raises(ZeroDivisionError, match=kind):
        parser.parse(DOCUMENT, True)
    assert len(calls) == 1
    assert [event[0] for event in events] == others
    assert parser.error is expat.Error.ABORTED


def test_what_a_reader_raises_ends_parsing(expat: ModuleType, parser: Any) -> None:
    events = record(parser, "start_element", "end_element")
    pieces = iter([b"<a>", b"<b>"])

    def read(size: int) -> bytes:
        assert size == 65536
        return next(pieces)

    with pytest.raises(StopIteration):
        parser.parse_from(read)
    assert events == [("start_element", "a", []), ("start_element", "b", [])]
    with pytest.raises(ValueError, match="room for up to 65536"):
        parser.parse_from(lambda size: bytes(size + 1))


def test_a_handler_cannot_make_its_parser_parse(expat: ModuleType, parser: Any) -> None:
    for again in (lambda: parser.parse(b"<b/>"), parser.resume, lambda: parser.parse_from(lambda size: b"")):
        parser.start_element = lambda name, attributes, again=again: again()
        with pytest.raises(expat.ExpatError, match="parsing already"):
            parser.parse(b"<a/>", True)
        parser.reset()
    parser.start_element = lambda name, attributes: parser.reset()
    with pytest.raises(expat.ExpatError, match="cannot be reset"):
        parser.parse(b"<a/>", True)
    parser.reset()
    parser.start_element = lambda name, attributes: parser.close()
    parser.parse(b"<a/>", True)
    assert parser.closed


def test_stop_and_resume(expat: ModuleType, parser: Any) -> None:
    names: list[str] = []
    parser.end_element = lambda name: names.append(name) or parser.stop(True)
    parser.parse(b"<a><b/><c/></a>", True)
    assert (names, parser.status.parsing) == (["b"], expat.Parsing.SUSPENDED)
    with pytest.raises(expat.ExpatError, match="suspended"):
        parser.parse(b"", True)
    parser.reset()
    parser.start_element = lambda name, attributes: parser.stop()
    with pytest.raises(expat.ExpatError, match="aborted"):
        parser.parse(b"<a/>", True)
    with pytest.raises(expat.ExpatError, match="finished") as caught:
        parser.stop()
    assert caught.value.status is expat.Error.FINISHED


def test_an_external_entity_has_a_parser_of_its_own(expat: ModuleType, parser: Any) -> None:
    texts = {"x.xml": b"<x>outside</x>", "bad.xml": b"<x>"}
    kept: list[Any] = []

    def external(inner: Any, context: str | None, base: str | None, system: str | None, public: str | None) -> bool:
        kept.append(inner)
        with inner.external(context) as entity:
            entity.parse(texts[system or ""], True)
        return True

    events = record(parser, "start_element", "character_data")
    parser.external_entity = external
    parser.parse(DOCUMENT.replace(b"&e;", b"&x;"), True)
    assert ("start_element", "x", []) in events
    assert ("character_data", "outside") in events
    with pytest.raises(ValueError, match="closed"):
        kept[0].external("x")
    with expat.Parser() as other:
        other.external_entity = external
        with pytest.raises(expat.ExpatError, match="asynchronous entity"):
            other.parse(DOCUMENT.replace(b"&e;", b"&x;").replace(b"x.xml", b"bad.xml"), True)


def test_handlers_live_as_long_as_they_are_set(expat: ModuleType) -> None:
    class Handler:
        def start(self, name: str, attributes: list[str]) -> None:
            pass

    handlers = [Handler(), Handler()]
    kept = [weakref.ref(each) for each in handlers]
    parser = expat.Parser()
    for each in handlers:
        parser.start_element = each.start
    del handlers, each
    gc.collect()
    assert [each() is None for each in kept] == [True, False]
    parser.parse(b"<a>")
    parser.start_element = None
    parser.parse(b"</a>", True)
    gc.collect()
    assert kept[1]() is None
    parser.close()
    with pytest.raises(AttributeError):
        parser.start_element  # noqa: B018


def test_more_parsers_than_there_are_trampolines(expat: ModuleType) -> None:
    """Beyond 32 callables of a kind, cffi makes further ones; which is whose stays clear, and so does an exception."""
    parsers = [expat.Parser() for _ in range(80)]
    found: list[tuple[int, str]] = []
    for n, parser in enumerate(parsers):
        parser.start_element = lambda name, attributes, n=n: found.append((n, name))
    for parser in reversed(parsers):
        parser.parse(b"<a/>")
    assert found == [(n, "a") for n in reversed(range(80))]

    def fail(name: str, attributes: list[str]) -> None:
        raise KeyError(name)

    parsers.append(expat.Parser())
    parsers[-1].start_element = fail
    with pytest.raises(KeyError, match="b"):
        parsers[-1].parse(b"<b><c/></b>")
    for parser in parsers:
        parser.close()


def test_the_module_keeps_its_plain_functions(expat: ModuleType) -> None:
    with expat.create() as parser:
        expat.SetStartElementHandler(parser, lambda name, attributes: None)
        expat.parse(parser, b"<a/>", final=True)
        assert expat.GetCurrentLineNumber(parser) == parser.line == 1
