"""Rules for the module as a whole: where symbols come from, and which names Python will see."""

from __future__ import annotations

import builtins
from collections.abc import Iterator

from interop.diag.codes import finding
from interop.diag.report import Diagnostic, Label
from interop.diag.span import Span
from interop.frontend.judging import ModuleRule
from interop.frontend.resolve import Resolved
from interop.frontend.rules_text import codec_problem
from interop.model.library import Constant, Enum, Function, Record, StatusClass

_RESERVED = frozenset(
    [
        "ffi",
        "lib",
        "_native",
        "_library",
        "_loader",
        "_functions",
        "_variables",
        "_os",
        "_CallError",
        "_IntEnum",
        "_IntFlag",
        "_LazyLib",
        "_Loader",
        # In the stub file.
        *(f"_{letter}" for letter in "abefinstwx"),
        "_Array",
        "_ReadableBuffer",
        "_T",
        "_View",
        "_WritableBuffer",
    ]
)
_OF_OTHERS = ("_Aio_", "_F_", "_c_")
"""In front of a name, what the stub file has for it."""


def symbols_from_somewhere(resolved: Resolved) -> Iterator[Diagnostic]:
    library = resolved.library
    binding = library.binding
    if not (binding.libraries or binding.headers or binding.sources or binding.pkg_config):
        yield finding(
            "E0315",
            f"nothing says where the functions of '{library.name}' come from",
            library.origin,
            notes=(
                f'help: add library("{library.name}") to the brackets in front of the module, for a shared library',
                'note: header("name.h") adds checks by the C compiler, source("name.c") compiles C into the module',
            ),
        )


def header_names(resolved: Resolved) -> Iterator[Diagnostic]:
    for attribute, headers in (
        ("header", resolved.library.binding.headers),
        ("include", resolved.library.binding.includes),
    ):
        item = resolved.module_items.get(attribute)
        for header in headers:
            bare = header.strip('<>"')
            if item is not None and bare != header:
                note = f'help: write {attribute}("{bare}")'
                yield finding("E0403", f"'{header}' is not the name of a file", item.span, notes=(note,))


def generated_names(resolved: Resolved) -> Iterator[Diagnostic]:
    """A linked function is called by its own name, among the generated code's."""
    if resolved.library.binding.is_lazy:
        return
    for function in resolved.library.functions:
        if function.symbol.startswith("interop_"):
            yield finding(
                "E0306",
                f"the function '{function.symbol}' has a name that only generated code may have",
                function.origin,
                notes=("note: names that start with 'interop_' belong to the stubs around it",),
            )


def module_encoding(resolved: Resolved) -> Iterator[Diagnostic]:
    problem = codec_problem(resolved.library.encoding)
    attribute = resolved.module_items.get("encoding")
    if problem is not None and attribute is not None:
        yield finding("E0207", problem, attribute.span)


def _public_names(resolved: Resolved) -> Iterator[tuple[str, str, Span]]:
    """Python's name, the kind of thing, and its place, for everything the generated module defines."""
    for declaration in resolved.library.declarations:
        match declaration:
            case Enum(name="", private=False, members=members):
                for member in members:
                    yield member.py_name, f"constant '{member.name}'", member.origin
            case Enum(private=False, py_name=py_name, name=name, origin=origin):
                yield py_name, f"enum '{name}'", origin
            case Record(private=False, is_nested=False, py_name=py_name, spelling=spelling, fields=tuple()):
                yield py_name, f"record '{spelling}'", declaration.origin
            case Constant(private=False, py_name=py_name, name=name, origin=origin):
                yield py_name, f"constant '{name}'", origin
            case Function(private=False, py_name=py_name, name=name, origin=origin):
                yield py_name, f"function '{name}'", origin
            case _:
                pass
    for name, span in _exceptions(resolved).items():
        yield name, f"exception '{name}'", span


def _exceptions(resolved: Resolved) -> dict[str, Span]:
    """The exception classes that the generated module defines, and where each is first named."""
    found: dict[str, Span] = {}
    for enum in resolved.library.enums:
        for named in (enum.raises, *(member.raises for member in enum.members)):
            if named is not None:
                found.setdefault(named.name, named.origin)
    for site in (*resolved.functions, *resolved.callbacks):
        raises = site.function.policy.raises
        if raises is not None:
            found.setdefault(raises, site.items["raises"].span)
    return found


def distinct_names(resolved: Resolved) -> Iterator[Diagnostic]:
    places: dict[str, tuple[str, Span]] = {}
    public = list(_public_names(resolved))
    reserved = _RESERVED | {prefix + name for name, _, _ in public for prefix in _OF_OTHERS}
    for name, what, span in public:
        if name in reserved or name.startswith("_interop") or (name.startswith("__") and name.endswith("__")):
            yield finding(
                "E0306",
                f"the {what} would be called '{name}' in Python, which every module defines itself",
                span,
                notes=("help: write [name(other_name)] in front of it",),
            )
        first = places.setdefault(name, (what, span))
        if first[1] is not span:
            yield finding(
                "E0306",
                f"the {what} and the {first[0]} would both be called '{name}' in Python",
                span,
                also=(Label(first[1], "the first one is here"),),
                notes=("help: write [name(other_name)] in front of one of them",),
            )


def member_names(resolved: Resolved) -> Iterator[Diagnostic]:
    for enum in resolved.library.enums:
        places: dict[str, Span] = {}
        for member in enum.members if enum.name else ():
            if member.py_name == "mro" or (member.py_name.startswith("_") and member.py_name.endswith("_")):
                yield finding(
                    "E0306",
                    f"a Python enum cannot have a member '{member.py_name}'",
                    member.origin,
                    notes=("help: write [name(other_name)] in front of it",),
                )
            first = places.setdefault(member.py_name, member.origin)
            if first is not member.origin:
                yield finding(
                    "E0306",
                    f"two members of '{enum.name}' would be called '{member.py_name}' in Python",
                    member.origin,
                    also=(Label(first, "the first one is here"),),
                    notes=("help: write [name(other_name)] in front of one of them",),
                )


def exception_classes(resolved: Resolved) -> Iterator[Diagnostic]:
    for raises, span in _exceptions(resolved).items():
        builtin = getattr(builtins, raises, None)
        if isinstance(builtin, type) and issubclass(builtin, BaseException):
            yield finding(
                "E0310",
                f"'{raises}' is Python's own class, and raises(...) names one that the module defines",
                span,
                notes=(
                    "help: write errno in place of it"
                    if issubclass(builtin, OSError)
                    else f"help: choose a name of your own, such as {resolved.library.name.capitalize()}Error",
                ),
            )


def status_classes(resolved: Resolved) -> Iterator[Diagnostic]:
    """A status has one class, a class one parent, and what it derives from can be one object."""
    with_errno = {s.function.policy.raises for s in resolved.functions if s.function.policy.errno}
    parents: dict[str, tuple[str, StatusClass]] = {}
    values: dict[tuple[str, int], StatusClass] = {}
    tops = {enum.raises.name: enum.raises for enum in resolved.library.enums if enum.raises is not None}
    for enum in resolved.library.enums:
        for member in enum.members:
            named = member.raises
            if named is None:
                continue
            if enum.raises is None:
                note = "help: write [raises(Class)] in front of the enum: the class that this one derives from"
                message = f"'{named.name}' is the class of a status, and the enum is no list of statuses"
                yield finding("E0226", message, named.origin, notes=(note,))
                continue
            parent = enum.raises.name
            if named.name in tops:
                also = (Label(tops[named.name].origin, "the statuses of that class are listed here"),)
                message = f"'{named.name}' is the class of all statuses, and cannot be that of one"
                yield finding("E0226", message, named.origin, also=also)
                continue
            first = values.setdefault((parent, member.value), named)
            if first.name != named.name:
                also = (Label(first.origin, "the first one is here"),)
                yield finding("E0226", f"status {member.value} has two classes", named.origin, also=also)
            other, written = parents.setdefault(named.name, (parent, named))
            if other != parent or (written.bases != named.bases and named.bases):
                also = (Label(written.origin, "first said here"),)
                message = f"'{named.name}' derives from other classes elsewhere"
                yield finding("E0226", message, named.origin, also=also)
            elif named.bases and not _is_one_object(named.bases, parent in with_errno):
                message = f"no class of a status can derive from {' and '.join((parent, *named.bases))}"
                yield finding("E0226", message, named.origin)


def _is_one_object(bases: tuple[str, ...], is_os_error: bool) -> bool:
    """Whether Python can make a class of an exception of ours and these of its own, and an object from a text alone."""
    parent = type("Parent", (type("Base", (Exception,), {}), *((OSError,) if is_os_error else ())), {})
    try:
        type("Status", (parent, *(getattr(builtins, base) for base in bases)), {})("text")
    except TypeError:
        return False
    return True


MODULE_RULES: tuple[ModuleRule, ...] = (
    symbols_from_somewhere,
    header_names,
    generated_names,
    module_encoding,
    distinct_names,
    member_names,
    exception_classes,
    status_classes,
)
