"""The generated package's ``__init__.pyi``: what type checkers and editors see, from the same plan as the stubs.

Every name that is not the module's own is reached through a private alias, since a C function may be called ``int``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from interop.emit.docs import typed_signature
from interop.emit.pymodule import error_doc, public_constants, public_enums, public_names
from interop.emit.writer import Writer
from interop.model.library import Role
from interop.plan.calls import Argument, CallPlan, Marshaller, Returned
from interop.plan.fields import RecordPlan
from interop.plan.items import MODULES, READABLE, VIEW, WRITABLE
from interop.plan.library import HandlePlan, LibraryPlan
from interop.plan.strategies import ArrayOut

_ALIASES = {
    "_a": "import array as _a",
    "_b": "import builtins as _b",
    "_e": "import enum as _e",
    "_f": "import asyncio as _f",
    "_i": "import interop as _i",
    "_n": "import numpy.typing as _n",
    "_s": "import _typeshed as _s",
    "_t": "import typing as _t",
    "_w": "import interop.runtime.aio as _w",
    "_x": "import typing_extensions as _x",
}

_BUFFERS = f"""\
class _Array(_t.Protocol):
    # NumPy's arrays are buffers on every Python, but say so to type checkers only from 3.12 on.
    @_b.property
    def __array_interface__(self) -> _b.dict[_b.str, _t.Any]: ...

{READABLE}: _t.TypeAlias = _s.ReadableBuffer | _Array
{WRITABLE}: _t.TypeAlias = _s.WriteableBuffer | _Array
"""


_VIEWS = f"""\
_T = _t.TypeVar("_T", covariant=True)

class {VIEW}(_t.Protocol[_T]):
    def __len__(self) -> _b.int: ...
    def __iter__(self) -> _t.Iterator[_T]: ...
    def __contains__(self, value: _b.object, /) -> _b.bool: ...
    @_t.overload
    def __getitem__(self, index: _t.SupportsIndex, /) -> _T: ...
    @_t.overload
    def __getitem__(self, index: _b.slice, /) -> _t.Sequence[_T]: ...
    def __setitem__(self, index: _t.SupportsIndex | _b.slice, value: _t.Any, /) -> None: ...
    def __buffer__(self, flags: _b.int, /) -> _b.memoryview: ...
    def tolist(self) -> _b.list[_t.Any]: ...
"""


def _record_class(w: Writer, record: RecordPlan, classes: frozenset[str]) -> None:
    """A record's class: positional or keyword construction, fields that are read and written."""
    name = record.record.py_name
    public = [field for field in record.fields if not field.is_hidden]
    # Inside the class a field hides the class of the same name.
    hidden = sorted(classes & {field.field.py_name for field in public})

    def seen(typing: str) -> str:
        for each in hidden:
            typing = re.sub(rf"(?<![\w.]){each}(?!\w)", f"_c_{each}", typing)
        return typing

    w.line("@_t.final")
    with w.indented(f"class {name}:"):
        listed = ", ".join(f"_t.Literal[{field.field.py_name!r}]" for field in public)
        fields = ", ".join(repr(field.field.py_name) for field in public) + ("," if len(public) == 1 else "")
        w.line(f"__match_args__: _t.Final[_b.tuple[{listed or '()'}]] = ({fields})")
        w.line("__hash__: _t.ClassVar[None]  # type: ignore[assignment]")
        if record.record.is_union:
            for field in public:
                w.line("@_t.overload")
                w.line(f"def __new__(cls, *, {field.field.py_name}: {seen(field.accepts)} = ...) -> _t.Self: ...")
        else:
            taken = "".join(f", {field.field.py_name}: {seen(field.accepts)} = ..." for field in public)
            w.line(f"def __new__(cls{taken}) -> _t.Self: ...")
        for field in public:
            w.line("@_b.property")
            w.line(f"def {field.field.py_name}(self) -> {seen(field.typing)}: ...")
            w.line(f"@{field.field.py_name}.setter")
            w.line(f"def {field.field.py_name}(self, value: {seen(field.accepts)}, /) -> None: ...")
        w.line("def __eq__(self, other: _b.object, /) -> _b.bool: ...")
        w.line("def __copy__(self) -> _t.Self: ...")
        w.line("def __replace__(self, /, **changes: _t.Any) -> _t.Self: ...")
        if record.is_blittable:
            w.line("def __buffer__(self, flags: _b.int, /) -> _b.memoryview: ...")
            w.line("@_b.classmethod")
            taken = f"_t.SupportsIndex | _t.Iterable[{name}] | {WRITABLE}"
            w.line(f"def array(cls, what: {taken}, /) -> {VIEW}[{name}]: ...")
        if record.methods:
            w.line("@_b.classmethod")
            taken = "".join(f", {field.field.py_name}: {seen(field.accepts)} = ..." for field in public)
            w.line(f"def from_methods(cls, _methods: _b.object, /, *{taken}) -> _t.Self: ...")
    w.line()


def stub_file(plan: LibraryPlan) -> str:
    body = Writer()
    for enum in public_enums(plan.library):
        with body.indented(f"class {enum.py_name}(_e.{'IntFlag' if enum.flags else 'IntEnum'}):"):
            body.lines(*(f"{member.py_name} = {member.value}" for member in enum.members))
        body.line()
    for error in plan.errors:
        first, *others = error.bases
        bases = ", ".join(("_i.CallError" if first == "CallError" else first, *(f"_b.{base}" for base in others)))
        with body.indented(f"class {error.name}({bases}):"):
            body.line(f'"""{error_doc(error)}"""')
        body.line()
    for name, value in public_constants(plan.library):
        body.line(f"{name}: _t.Final[_b.{type(value).__name__}]")
    body.lines("ffi: _t.Any", "lib: _t.Any", "")
    for handle in plan.handles:
        _handle_class(body, handle)
        _handle_aio(body, handle)
    classes = frozenset((*(e.py_name for e in plan.library.enums), *(r.record.py_name for r in plan.records)))
    fields = {field.field.py_name for record in plan.records for field in record.fields if not field.is_hidden}
    body.lines(*(f"_c_{each}: _t.TypeAlias = {each}" for each in sorted(classes & fields)))
    for record in plan.records:
        _record_class(body, record, classes)
    for call in plan.calls:
        _result_class(body, call)
        _module_function(body, call)
    for outcome in plan.outcomes:
        _sequence_class(body, outcome.result_type or "", outcome.returned)
    text = body.text()
    if VIEW in text:
        text = f"{_VIEWS}\n{text}"
    if READABLE in text or WRITABLE in text:
        text = f"{_BUFFERS}\n{text}"
    imports = [line for alias, line in _ALIASES.items() if re.search(rf"\b{alias}\.", text)]
    imports += _modules(plan)
    listed = ", ".join(f'"{name}"' for name in public_names(plan))
    head = f"# Made from {plan.library.path} by interop; do not edit.\n" + "\n".join(imports)
    return f"{head}\n\n__all__ = [{listed}]\n\n{text}"


def _modules(plan: LibraryPlan) -> list[str]:
    """The modules that custom marshallers take their types from."""
    marshallers = [arg.marshaller for call in plan.calls for arg in call.args]
    marshallers += [call.result.marshaller for call in plan.calls]
    for callback in plan.callbacks:
        marshallers += [received.marshaller for received in callback.received]
        marshallers += [answer.marshaller for answer in callback.answers]
    marshallers += [field.marshaller for record in plan.records for field in record.fields if not field.is_hidden]
    types = [text for each in marshallers if each is not None for text in _types(each)]
    named = dict.fromkeys(module for text in types for module in re.findall(r"([\w.]+)\.\w+", text))
    return [f"import {module} as {MODULES}{module.replace('.', '_')}" for module in sorted(named)]


def _types(marshaller: Marshaller) -> tuple[str, ...]:
    """Those that signatures show."""
    shown = ((marshaller.accepts, marshaller.to_c), (marshaller.python, marshaller.from_c or marshaller.in_place))
    return tuple(text for text, is_shown in shown if is_shown)


def _result_class(w: Writer, call: CallPlan) -> None:
    if call.result_type is not None:
        _sequence_class(w, call.result_type, call.returned)


def _sequence_class(w: Writer, name: str, values: tuple[Returned, ...]) -> None:
    """A struct sequence, as typeshed describes those of the standard library."""
    typings = ", ".join(r.typing for r in values)
    w.line("@_t.final")
    with w.indented(f"class {name}(_s.structseq[_t.Any], _b.tuple[{typings}]):"):
        fields = ", ".join(f'"{r.name}"' for r in values)
        names = ", ".join(f"_t.Literal[{field}]" for field in fields.split(", "))
        w.line(f"__match_args__: _t.Final[_b.tuple[{names}]] = ({fields},)")
        for returned in values:
            w.line("@_b.property")
            w.line(f"def {returned.name}(self) -> {returned.typing}: ...")
    w.line()


def _handle_class(w: Writer, plan: HandlePlan) -> None:
    """The class of a handle, with the functions that are its members."""
    mine = plan.handle.py_name
    w.line("@_t.final")
    with w.indented(f"class {mine}:"):
        for call in plan.members:
            if call in plan.write_only:
                # A setter cannot be written down without a getter.
                w.lines("@_b.property", f"def {_name_of(call)}(self) -> _t.NoReturn: ...")
            _member(w, call)
        w.lines(
            "@_b.property",
            "def closed(self) -> _b.bool: ...",
            "@_b.property",
            "def address(self) -> _b.int: ...",
            "@_b.property",
            f"def aio(self) -> _Aio_{mine}: ...",
            "def close(self) -> None: ...",
            "def detach(self) -> _b.int: ...",
            "def __enter__(self) -> _t.Self: ...",
            "def __exit__(self, *args: _b.object) -> None: ...",
            "@_b.staticmethod",
            f"def from_address(address: _t.SupportsIndex, *, owns: _b.bool = ...) -> {mine}: ...",
            "@_b.staticmethod",
            "def live() -> _b.int: ...",
        )
    w.line()


def _handle_aio(w: Writer, plan: HandlePlan) -> None:
    """The methods of a handle as coroutine functions."""
    w.line("@_t.final")
    with w.indented(f"class _Aio_{plan.handle.py_name}:"):
        for call in plan.members:
            member = call.function.member
            assert member is not None
            if member.role in (Role.METHOD, Role.STATIC):
                _function(w, call, member.name, "self" if member.role is Role.METHOD else "", is_async=True)
        w.lines("async def close(self) -> None: ...", "async def detach(self) -> _b.int: ...")
    w.line()


def _name_of(call: CallPlan) -> str:
    assert call.function.member is not None
    return call.function.member.name


def _member(w: Writer, call: CallPlan) -> None:
    member = call.function.member
    assert member is not None
    match member.role:
        case Role.METHOD:
            _function(w, call, member.name, "self")
        case Role.STATIC:
            _function(w, call, member.name, "")
        case Role.CONSTRUCTOR:
            _function(w, call, member.name, "cls")
        case Role.ITERATOR:
            w.lines("def __iter__(self) -> _t.Self: ...", f"def __next__(self) -> {_returns(call, _Form())}: ...")
        case Role.GETTER:
            w.lines("@_b.property", f"def {member.name}(self) -> {_returns(call, _Form())}: ...")
        case Role.SETTER:
            value = call.arguments[1].typing
            w.lines(f"@{member.name}.setter", f"def {member.name}(self, value: {value}) -> None: ...")


@dataclass(frozen=True, slots=True)
class _Form:
    """One overload: the caller's buffer is ``given``, and the call ``is_awaited`` or its callback passed."""

    given: Argument | None = None
    is_awaited: bool | None = None
    """None: it cannot be awaited."""
    by_keyword: bool = False
    """The callback is passed by its name, so that what stands before it may be left out."""


def _parameters(call: CallPlan, form: _Form, receiver: str | None) -> str:
    """The parameter list of one overload; ``receiver``: that of a method, in the place of the handle (``self``), or in
    front (``cls``, ``_self``)."""
    shown: list[str] = []
    positional = call.positional
    for place, argument in enumerate(call.arguments):
        if call.awaited is not None and argument.index == call.awaited.index and form.is_awaited is not None:
            if form.by_keyword or (form.is_awaited and call.awaited.none_is_null):
                # What stands behind one that is left out, or named, can only be named.
                positional = min(positional, place)
            if form.is_awaited and call.awaited.none_is_null:
                continue
            if place >= positional and "*" not in shown:
                shown.append("*")
            shown.append(f"{argument.name}: {'None = ...' if form.is_awaited else _callable(call, argument)}")
            continue
        if place >= positional and call.rest is None and "*" not in shown:
            shown.append("*")
        is_buffer = isinstance(call.args[argument.index].strategy, ArrayOut)
        if is_buffer and argument.default is not None:
            shown.append(f"{argument.name}: {WRITABLE}" if argument is form.given else f"{argument.name}: None = ...")
            continue
        must = form.is_awaited is False and not form.by_keyword and place < _place_of_callback(call)
        default = "" if argument.default is None or must else " = ..."
        shown.append(f"{argument.name}: {argument.typing}{default}")
    if call.rest is not None:
        shown.insert(call.positional, f"*{call.rest.name}: {call.rest.typing}")
    if receiver:
        free = receiver
        while any(argument.name == free for argument in call.arguments):
            free += "_"
        if receiver == "self":
            shown[0] = free
        else:
            shown.insert(0, free)
    return ", ".join(shown)


def _place_of_callback(call: CallPlan) -> int:
    """Where the callback of a call that can be awaited stands among the positional arguments; else, or if it is only
    named, 0."""
    found = [i for i, a in enumerate(call.arguments) if call.awaited is not None and a.index == call.awaited.index]
    return found[0] if found and found[0] < call.positional else 0


def _callable(call: CallPlan, argument: Argument) -> str:
    """The type of a callback that is passed."""
    is_null = call.awaited is not None and call.awaited.none_is_null
    return argument.typing if is_null else argument.typing.removesuffix(" | None")


def _returns(call: CallPlan, form: _Form) -> str:
    given = form.given

    def typing(returned: Returned) -> str:
        filled = given is not None and returned.index == given.index
        always = (
            returned.index >= 0 and isinstance(s := call.args[returned.index].strategy, ArrayOut) and s.size is None
        )
        return "_b.int" if filled or always else returned.typing

    if form.is_awaited and call.awaited is not None:
        return f"_f.Future[{call.awaited.typing}]"
    match call.returned:
        case ():
            return "None"
        case (only,):
            return typing(only)
        case several if given is None:
            return call.result_type or "None"
        case several:
            return f"_b.tuple[{', '.join(typing(r) for r in several)}]"


def _module_function(w: Writer, call: CallPlan) -> None:
    """A function of the module: with ``aio``, where it has that."""
    name = call.function.py_name
    if not call.has_aio:
        _function(w, call, name)
    elif len(_forms(call, is_async=False)) == 1 and call.function.deprecated is None:
        _function(w, call, name, decorator="_w.function")
    else:
        w.lines(f"# {typed_signature(call)}", "@_t.final")
        with w.indented(f"class _F_{name}:"):
            w.lines("__name__: _b.str", "__qualname__: _b.str")
            _overloads(w, call, "__call__", "_self")
            _overloads(w, call, "aio", "_self", is_async=True)
        w.lines(f"{name}: _F_{name}", "")


def _forms(call: CallPlan, is_async: bool) -> list[_Form]:
    """The overloads of a function."""
    if call.awaited is None:
        filled = (a for a in call.arguments if isinstance(call.args[a.index].strategy, ArrayOut))
        return [_Form(), *(_Form(buffer) for buffer in filled if buffer.default is not None)]
    forms = [_Form(is_awaited=False)]
    if any(argument.default is not None for argument in call.arguments[: _place_of_callback(call)]):
        forms.append(_Form(is_awaited=False, by_keyword=True))
    # On a worker thread there is no loop in which it could be awaited.
    return forms if is_async else [_Form(is_awaited=True), *forms]


def _function(
    w: Writer,
    call: CallPlan,
    name: str,
    receiver: str | None = None,
    is_async: bool = False,
    decorator: str | None = None,
) -> None:
    """A function or, with a ``receiver``, a method; an empty one is that of a static method."""
    w.line(f"# {typed_signature(call)}")
    _overloads(w, call, name, receiver, is_async, decorator)
    w.line()


def _overloads(
    w: Writer, call: CallPlan, name: str, receiver: str | None, is_async: bool = False, decorator: str | None = None
) -> None:
    forms = _forms(call, is_async)
    for form in forms:
        if len(forms) > 1:
            w.line("@_t.overload")
        if call.function.deprecated is not None:
            w.line(f"@_x.deprecated({call.function.deprecated!r})")
        if receiver == "":
            w.line("@_b.staticmethod")
        if decorator is not None:
            w.line(f"@{decorator}")
        word = "async def" if is_async else "def"
        w.line(f"{word} {name}({_parameters(call, form, receiver)}) -> {_returns(call, form)}: ...")
