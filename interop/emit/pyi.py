"""The generated package's ``__init__.pyi``: what type checkers and editors see, from the same plan as the stubs."""

from __future__ import annotations

import re

from interop.emit.docs import typed_signature
from interop.emit.pymodule import error_bases, public_constants, public_enums, public_names
from interop.emit.writer import Writer
from interop.plan.ops import Argument, ArgumentKind, ArrayOut, CallPlan, LibraryPlan, Returned

_IMPORTS = {
    "Sequence": "from collections.abc import Sequence",
    "Any": "from typing import Any",
    "SupportsFloat": "from typing import SupportsFloat",
    "SupportsIndex": "from typing import SupportsIndex",
    "overload": "from typing import overload",
    "NamedTuple": "from typing import NamedTuple",
    "NDArray": "from numpy.typing import NDArray",
    "ReadableBuffer": "from _typeshed import ReadableBuffer",
    "WriteableBuffer": "from _typeshed import WriteableBuffer",
    "deprecated": "from typing_extensions import deprecated",
}


def stub_file(plan: LibraryPlan) -> str:
    body = Writer()
    for enum in public_enums(plan.library):
        with body.indented(f"class {enum.py_name}({'IntFlag' if enum.flags else 'IntEnum'}):"):
            body.lines(*(f"{member.py_name} = {member.value}" for member in enum.members))
        body.line()
    for error in plan.errors:
        body.line(f"class {error.name}({', '.join(error_bases(error))}): ...")
        body.line()
    for name, value in public_constants(plan.library):
        body.line(f"{name}: Final[{type(value).__name__}]")
    body.lines("ffi: _Any", "lib: _Any", "")
    for call in plan.calls:
        _result_class(body, call)
        _function(body, call)
    text = body.text()
    used = [line for word, line in _IMPORTS.items() if re.search(rf"\b{word}\b", text)]
    fixed = ["from typing import Any as _Any"]
    enums = public_enums(plan.library)
    for base, flags in (("IntEnum", False), ("IntFlag", True)):
        if any(e.flags is flags for e in enums):
            fixed.append(f"from enum import {base}")
    if re.search(r"\barray\[", text):
        fixed.append("from array import array")
    if "Final[" in text:
        fixed.append("from typing import Final")
    if plan.errors:
        fixed.append("from interop import CallError")
    head = f"# Made from {plan.library.path} by interop; do not edit.\n" + "\n".join(sorted([*fixed, *used]))
    listed = ", ".join(f'"{name}"' for name in public_names(plan))
    return f"{head}\n\n__all__ = [{listed}]\n\n{text}"


def _result_class(w: Writer, call: CallPlan) -> None:
    if call.result_type is None:
        return
    with w.indented(f"class {call.result_type}(NamedTuple):"):
        w.lines(*(f"{r.name}: {r.typing}" for r in call.returned))
    w.line()


def _parameters(call: CallPlan, given: Argument | None) -> str:
    """The parameter list; ``given``: the overload in which that buffer is passed."""
    shown: list[str] = []
    for argument in call.arguments:
        if argument.kind is ArgumentKind.KEYWORD and "*" not in shown:
            shown.append("*")
        is_buffer = isinstance(call.args[argument.index].strategy, ArrayOut)
        if is_buffer and argument.default is not None:
            shown.append(f"{argument.name}: WriteableBuffer" if argument is given else f"{argument.name}: None = ...")
            continue
        default = "" if argument.default is None else " = ..."
        shown.append(f"{argument.name}: {argument.typing}{default}")
    return ", ".join(shown)


def _returns(call: CallPlan, given: Argument | None) -> str:
    def typing(returned: Returned) -> str:
        filled = given is not None and returned.index == given.index
        always = returned.index >= 0 and isinstance(s := call.args[returned.index].strategy, ArrayOut) and s.size is None
        return "int" if filled or always else returned.typing

    match call.returned:
        case ():
            return "None"
        case (only,):
            return typing(only)
        case several if given is None:
            return call.result_type or "None"
        case several:
            return f"tuple[{', '.join(typing(r) for r in several)}]"


def _function(w: Writer, call: CallPlan) -> None:
    name = call.function.py_name
    buffers = [
        a for a in call.arguments if isinstance(call.args[a.index].strategy, ArrayOut) and a.default is not None
    ]
    forms: list[Argument | None] = [None, *buffers]
    w.line(f"# {typed_signature(call)}")
    for form in forms:
        if len(forms) > 1:
            w.line("@overload")
        if call.function.deprecated is not None:
            w.line(f"@deprecated({call.function.deprecated!r})")
        w.line(f"def {name}({_parameters(call, form)}) -> {_returns(call, form)}: ...")
    w.line()
