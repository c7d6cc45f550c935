"""The calls that are measured: one row of the table each, with what goes in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np


@dataclass(frozen=True, slots=True)
class Row:
    """One call, the same for every peer but for the name of the function where that says so."""

    name: str
    function: str
    arguments: str
    """As they stand in the call: literals, keywords, and names of ``VALUES``."""
    target: bool = False
    """One of the calls that the project holds itself to (README.md)."""
    elements: int = 1
    """How much the call works on: what tells short calls from long ones."""
    raises: bool = False
    form: str = "function({arguments})"
    """The statement; ``record`` in it is a point of the peer's own."""
    by_hand: str | None = None
    """Another name for the function in the peers that are written by hand."""

    @property
    def statement(self) -> str:
        return self.form.format(arguments=self.arguments)

    @property
    def values(self) -> tuple[str, ...]:
        """The names of ``VALUES`` that the arguments mention."""
        return tuple(name for name in VALUES if name in self.arguments)


VALUES: Mapping[str, Any] = {
    "list_8": [float(i) for i in range(8)],
    "list_1000": [float(i) for i in range(1000)],
    "texts_1000": [f"text {i}" for i in range(1000)],
    "bytes_100": bytes(range(100)),
    "numpy_8": np.arange(8.0),
    "numpy_1000": np.arange(1000.0),
    "numpy_million": np.arange(1e6),
    "int64_8": np.arange(8),
    "int64_1000": np.arange(1000),
}

ROWS = (
    Row("noop", "noop", ""),
    Row("add", "add", "3, 4", target=True),
    Row("add, by keyword", "add", "a=3, b=4", by_hand="add_named"),
    Row("add, a default", "scaled", "21"),
    Row("hypot", "hypot2", "3.0, 4.0", target=True),
    Row("divmod, a tuple by hand", "divmod", "17, 5", target=True),
    Row("divmod, named results", "divmod", "17, 5", by_hand="divmod_named"),
    Row("string in", "str_len", "'hello, world'", target=True),
    Row("string out", "greet", "0", target=True),
    Row("string filled by C", "fill_text", "0"),
    Row("1000 strings in", "total_length", "texts_1000", elements=1000),
    Row("100 bytes in", "checksum", "bytes_100", elements=100),
    Row("list of 8 in", "sum", "list_8", elements=8),
    Row("list of 1000 in", "sum", "list_1000", target=True, elements=1000),
    Row("list of 1000 in place", "scale", "list_1000, 1.0", elements=1000),
    Row("numpy of 8 in", "sum", "numpy_8", target=True, elements=8),
    Row("numpy of 1000 in", "sum", "numpy_1000", target=True, elements=1000),
    Row("numpy of 10**6 in", "sum", "numpy_million", elements=1_000_000),
    Row("numpy of 8 in place", "scale", "numpy_8, 1.0", target=True, elements=8),
    Row("numpy of 1000 in place", "scale", "numpy_1000, 1.0", target=True, elements=1000),
    Row("numpy of 10**6 in place", "scale", "numpy_million, 1.0", elements=1_000_000),
    Row("numpy of 8 filled", "fill", "0.0, values=numpy_8", target=True, elements=8),
    Row("numpy of 1000 filled", "fill", "0.0, values=numpy_1000", target=True, elements=1000),
    Row("numpy of 10**6 filled", "fill", "0.0, values=numpy_million", elements=1_000_000),
    Row("numpy int64 of 8 in", "sum_int64", "int64_8", elements=8),
    Row("numpy int64 of 1000 in", "sum_int64", "int64_1000", elements=1000),
    Row("new array of 8", "fill", "0.0, n=8", elements=8),
    Row("new array of 1000", "fill", "0.0, n=1000", elements=1000),
    Row("record made", "point", "3.0, 4.0"),
    Row("record made, by keyword", "point", "x=3.0, y=4.0"),
    Row("field read", "point", "", form="record.x", target=True),
    Row("field written", "point", "", form="record.x = 3.0"),
    Row("record by address", "norm", "record", target=True),
    Row("record by address, in place", "move", "record, 0.0, 0.0"),
    Row("record by value, returned", "turned", "record"),
    Row("a call that fails", "check", "3", raises=True),
    Row("noop, GIL released", "noop_released", ""),
    Row("add, GIL released", "add_released", "3, 4"),
    Row("string in, GIL released", "str_len_released", "'hello, world'"),
    Row("numpy of 1000 in, GIL released", "sum_released", "numpy_1000", elements=1000),
)
