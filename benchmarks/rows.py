"""The calls that are measured: one row of the table each, with what goes in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np


@dataclass(frozen=True, slots=True)
class Row:
    """One call, the same for every peer but for the name of the function where that says so."""

    name: str
    function: str
    arguments: str
    """As they stand in the call: literals, keywords, and names of ``VALUES``."""
    by_hand: str | None = None
    """Another name for the function in the peers that are written by hand."""
    positional: str | None = None
    """The arguments for peers that take no keywords, where keywords are not what the row is about."""
    form: str = "function({arguments})"
    """The statement; ``record``, ``label`` and ``handle`` in it are objects of the peer's own."""
    answer: str | None = None
    """An expression on which the peers must agree, where the statement itself is none or says too little."""
    elements: int = 1
    """How much the call works on: what tells short calls from long ones."""
    raises: bool = False
    is_released: bool = False
    """All peers release the GIL, not only those that cannot keep it."""
    blank: Mapping[str, str] = field(default_factory=dict)
    """Why a peer has no figure, by its key."""

    def statement(self, keywords: bool = True) -> str:
        arguments = self.arguments if keywords or self.positional is None else self.positional
        return self.form.format(arguments=arguments)


VALUES: Mapping[str, Any] = {
    "list_8": [float(i) for i in range(8)],
    "list_1000": [float(i) for i in range(1000)],
    "texts_1000": [f"text {i}" for i in range(1000)],
    "text_10k": "hello, world" * 833,
    "text_other": "Grüße aus Zürich, 世界",
    "bytes_64": bytes(range(64)),
    "bytes_1m": bytes(range(256)) * 4096,
    "numpy_8": np.arange(8.0),
    "numpy_1000": np.arange(1000.0),
    "numpy_million": np.arange(1e6),
    "int64_8": np.arange(8),
    "int64_1000": np.arange(1000),
    "callback": lambda value: value,
}


def names_in(text: str) -> list[str]:
    """The names of ``VALUES`` that a statement or an expression mentions."""
    return [name for name in VALUES if re.search(rf"\b{name}\b", text)]


def _numbers(count: int) -> str:
    return ", ".join(str(number) for number in range(1, count + 1))


def _in_place(values: str) -> str:
    """Twice as much, looked at, and back again."""
    return f"function({values}, 2.0), {values}[1], {values}[-1], function({values}, 0.5)"


NO_KEYWORDS = {"swig": "the functions of -builtin take no keywords", "ctypes": "functions of ctypes take no keywords"}

ROWS = (
    Row("noop", "noop", ""),
    Row("two ints", "add", "3, 4"),
    Row("two ints, by keyword", "add", "a=3, b=4", by_hand="add_named", blank=NO_KEYWORDS),
    Row("two ints, one a default", "scaled", "21"),
    Row("two doubles", "hypot2", "3.0, 4.0"),
    Row("two ints out", "divmod", "17, 5"),
    Row("1 parameter", "take1", _numbers(1)),
    Row("4 parameters", "take4", _numbers(4)),
    Row("16 parameters", "take16", _numbers(16)),
    Row("64 parameters", "take64", _numbers(64)),
    Row("string in, short", "str_len", "'hello, world'"),
    Row("string in, 10 kB", "str_len", "text_10k", elements=10_000),
    Row("string in, not ASCII", "str_len", "text_other"),
    Row("string returned", "greet", "0"),
    Row("string out buffer", "fill_text", "0"),
    Row("1000 strings in", "total_length", "texts_1000", elements=1000),
    Row("64 bytes in", "checksum", "bytes_64", elements=64),
    Row("1 MB in", "checksum", "bytes_1m", elements=1_000_000),
    Row("64 bytes out", "read_bytes", "65, size=64", positional="65, 64", elements=64),
    Row("1 MB out", "read_bytes", "65, size=1048576", positional="65, 1048576", elements=1_000_000),
    Row("list of 8 in", "sum", "list_8", by_hand="sum_list", elements=8),
    Row("list of 1000 in", "sum", "list_1000", by_hand="sum_list", elements=1000),
    Row("list of 1000 in-out", "scale", "list_1000, 1.0", "scale_list", answer=_in_place("list_1000"), elements=1000),
    Row("8 doubles out, new", "fill", "0.0, n=8", "fill_new", "0.0, 8", elements=8),
    Row("1000 doubles out, new", "fill", "0.0, n=1000", "fill_new", "0.0, 1000", elements=1000),
    Row("NumPy of 8 in", "sum", "numpy_8", elements=8),
    Row("NumPy of 1000 in", "sum", "numpy_1000", elements=1000),
    Row("NumPy of 10**6 in", "sum", "numpy_million", elements=1_000_000),
    Row("NumPy int64 of 8 in", "sum_int64", "int64_8", elements=8),
    Row("NumPy int64 of 1000 in", "sum_int64", "int64_1000", elements=1000),
    Row("NumPy of 8 in-out", "scale", "numpy_8, 1.0", answer=_in_place("numpy_8"), elements=8),
    Row("NumPy of 1000 in-out", "scale", "numpy_1000, 1.0", answer=_in_place("numpy_1000"), elements=1000),
    Row("NumPy of 10**6 in-out", "scale", "numpy_million, 1.0", answer=_in_place("numpy_million"), elements=1_000_000),
    Row("NumPy of 8 out, passed", "fill", "0.0, values=numpy_8", "fill_into", "0.0, numpy_8", elements=8),
    Row("NumPy of 1000 out, passed", "fill", "0.0, values=numpy_1000", "fill_into", "0.0, numpy_1000", elements=1000),
    Row(
        "NumPy of 10**6 out, passed",
        "fill",
        "0.0, values=numpy_million",
        by_hand="fill_into",
        positional="0.0, numpy_million",
        elements=1_000_000,
    ),
    Row("record made", "point", "3.0, 4.0"),
    Row("record made, by keyword", "point", "x=3.0, y=4.0", blank={"swig": NO_KEYWORDS["swig"]}),
    Row("field read", "point", "", form="record.x"),
    Row("field written", "point", "", form="record.x = 3.0", answer="record.x"),
    Row("record by address", "norm", "record"),
    Row(
        "record in-out",
        "move",
        "record, 0.0, 0.0",
        answer="function(record, 1.0, 2.0), record.x, record.y, function(record, -1.0, -2.0)",
    ),
    Row("record by value, returned", "turned", "record"),
    Row(
        "record with text, in-out",
        "relabel",
        "label",
        form="label.text = 'three little words'; function({arguments}); label.text",
        answer="label.text, label.length",
    ),
    Row("handle made and closed", "counter", "5", form="function({arguments}).close()", answer="function(5).get()"),
    Row("method on a handle", "counter", "", form="handle.get()"),
    Row("callback once", "apply", "callback, 1"),
    Row("callback 1000 times", "apply", "callback, 1000", elements=1000),
    Row("a call that fails", "check", "3", raises=True),
    Row("noop, GIL released", "noop_released", "", is_released=True),
    Row("two ints, GIL released", "add_released", "3, 4", is_released=True),
    Row("two ints out, GIL released", "divmod_released", "17, 5", is_released=True),
    Row("string in, GIL released", "str_len_released", "'hello, world'", is_released=True),
    Row("NumPy of 8 in, GIL released", "sum_released", "numpy_8", elements=8, is_released=True),
    Row("NumPy of 1000 in, GIL released", "sum_released", "numpy_1000", elements=1000, is_released=True),
    Row("record by address, GIL released", "norm_released", "record", is_released=True),
    Row("method on a handle, GIL released", "counter", "", form="handle.get_released()", is_released=True),
    Row("callback once, GIL released", "apply_released", "callback, 1", is_released=True),
    Row("callback 1000 times, GIL released", "apply_released", "callback, 1000", elements=1000, is_released=True),
)

SHOWN = (
    *("noop", "two ints", "two ints, by keyword", "two ints out", "string in, short", "string returned"),
    *("string out buffer", "1000 strings in", "64 bytes out", "list of 1000 in", "list of 1000 in-out"),
    *("1000 doubles out, new", "NumPy of 8 in", "NumPy of 1000 in-out", "record made", "field read"),
    *("record by address", "record by value, returned", "record with text, in-out", "handle made and closed"),
    *("method on a handle", "callback 1000 times", "a call that fails"),
)
"""The rows of the README's table."""
