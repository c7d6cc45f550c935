"""Rules for the C expressions in attributes: which names they may use, and when those have a value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from interop.diag.codes import finding
from interop.diag.report import Diagnostic, Label
from interop.frontend.annotations import Place
from interop.frontend.judging import (
    Around,
    Judged,
    JudgedRecord,
    dereferenced,
    describes,
    is_implied_text,
    is_open,
    is_plain_char,
    is_void,
    pointer_of,
)
from interop.frontend.resolve import Resolved
from interop.frontend.sites import Site
from interop.frontend.suggest import closest
from interop.model.contract import Contract, Direction
from interop.model.ctype import PRIMITIVES, CType
from interop.model.expr import Call, Conditional, Expr, Name, Number, children
from interop.model.library import Parameter

_SIGNED = ("CHAR", "SCHAR", "SHRT", "INT", "LONG", "LLONG", "INT8", "INT16", "INT32", "INT64", "INTPTR", "INTMAX")
_UNSIGNED = ("UCHAR", "USHRT", "UINT", "ULONG", "ULLONG", "UINT8", "UINT16", "UINT32", "UINT64", "UINTPTR", "UINTMAX")
_LIMITS = (
    *(f"{kind}_{end}" for kind in (*_SIGNED, "PTRDIFF", "WCHAR") for end in ("MIN", "MAX")),
    *(f"{kind}_MAX" for kind in (*_UNSIGNED, "SIZE", "SSIZE", "PATH")),
)
_FLOATS = ("FLT_MAX", "FLT_MIN", "FLT_EPSILON", "DBL_MAX", "DBL_MIN", "DBL_EPSILON", "LDBL_MAX", "CHAR_BIT")
_FUNCTIONS = (
    "malloc",
    "calloc",
    "realloc",
    "free",
    "strlen",
    "strnlen",
    "wcslen",
    "memcmp",
    "strcmp",
    "strncmp",
    "abs",
    "labs",
)
ALWAYS_KNOWN = frozenset(("NULL", "true", "false", "nullptr", "EOF", *_LIMITS, *_FLOATS, *_FUNCTIONS))
"""What expressions may use in every module, headers or not; the names of errno values come on top of these."""


@dataclass(frozen=True, slots=True)
class Use:
    """One expression of a function. ``before``: it is evaluated before the call, so there is no result yet."""

    expr: Expr
    attribute: str
    before: bool
    owner: Site | None = None
    """The parameter whose attribute this is, where it may not depend on itself."""


def uses(judged: Judged) -> Iterator[Use]:
    """Every expression that the attributes of a function and its parameters contain."""
    policy = judged.function.function.policy
    for expr, attribute, before in (
        (policy.requires, "requires", True),
        (policy.success, "success", False),
        (policy.message, "message", False),
        (policy.code, "raises", False),
    ):
        if expr is not None:
            yield Use(expr, attribute, before)
    for site in (*judged.function.parameters, judged.function.result):
        yield from _uses_of_contract(site, site.contract)
    on_error = next(
        (c.on_error for c in judged.resolved.library.callbacks if c.function is judged.function.function), None
    )
    if on_error is not None:
        yield Use(on_error, "on_error", True)


def _uses_of_contract(site: Site, contract: Contract) -> Iterator[Use]:
    is_parameter = site.place is Place.PARAMETER
    for extent, name, before in ((contract.size, "size_is", is_parameter), (contract.length, "length_is", False)):
        for depth, level in enumerate(extent.levels if extent is not None else ()):
            if extent is not None and level is not None:
                # Behind the outermost pointer stands what C made, which is measured after the call.
                yield Use(level, f"byte_{name}" if extent.in_bytes else name, before and depth == 0)
    if contract.default is not None:
        yield Use(contract.default, "defaultvalue", True, site)
    if contract.fixed is not None:
        yield Use(contract.fixed, "fixed", True, site)
    if contract.grow is not None:
        yield Use(contract.grow.condition, "grow", False)
        if contract.grow.limit is not None:
            yield Use(contract.grow.limit, "grow", True)
    if contract.query is not None and contract.query.needed is not None:
        yield Use(contract.query.needed, "query", False)
    if contract.element is not None:
        yield from _uses_of_contract(site, contract.element)


def names_in_contract(contract: Contract) -> Iterator[tuple[Expr, str]]:
    """The expressions of a field's attributes, each with the attribute's name."""
    for extent, name in ((contract.size, "size_is"), (contract.length, "length_is")):
        for level in extent.levels if extent is not None else ():
            if level is not None:
                yield level, name
    if contract.element is not None:
        yield from names_in_contract(contract.element)


def unknown_names(expr: Expr, judged: JudgedRecord) -> Iterator[Diagnostic]:
    """The names in the expression of a field that mean nothing in its record."""
    match expr:
        case Call(arguments=arguments):
            yield from _call(expr, judged)
            for argument in arguments:
                yield from unknown_names(argument, judged)
        case Name(name=name):
            if judged.value(name) is None and (name in ("result", "errno") or not _is_known(name, judged.resolved)):
                near = closest(name, [*(member.name for member in judged.visible), *judged.resolved.scope.constants])
                yield finding(
                    "E0304",
                    f"'{name}' is neither a field of '{judged.title}' nor a constant",
                    expr.span,
                    notes=(f"help: did you mean '{near}'?",) if near else (),
                )
        case _:
            for child in children(expr):
                yield from unknown_names(child, judged)


def known_names(judged: Judged) -> Iterator[Diagnostic]:
    for use in uses(judged):
        yield from _names_in(use.expr, use, judged)


def _names_in(expr: Expr, use: Use, judged: Judged) -> Iterator[Diagnostic]:
    match expr:
        case Call(arguments=arguments):
            yield from _call(expr, judged)
            for argument in arguments:
                yield from _names_in(argument, use, judged)
        case Name(name="result" | "errno"):
            yield from _after_the_call(expr, use, judged)
        case Name():
            yield from _value_name(expr, use, judged)
        case _:
            for child in children(expr):
                yield from _names_in(child, use, judged)


def _after_the_call(name: Name, use: Use, judged: Judged) -> Iterator[Diagnostic]:
    if use.before:
        yield finding(
            "E0210",
            f"'{use.attribute}' is evaluated before the call, when there is no '{name.name}' yet",
            name.span,
            notes=("help: length_is is evaluated after the call",) if "size_is" in use.attribute else (),
        )
    elif name.name == "result" and is_void(judged.function.function.result):
        function = judged.function.function
        yield finding(
            "E0304",
            f"'{function.name}' returns nothing, so there is no 'result'",
            name.span,
            also=(Label(function.origin),),
        )


def _value_name(name: Name, use: Use, judged: Judged) -> Iterator[Diagnostic]:
    if use.owner is not None and use.owner.name == name.name and use.owner.place is Place.PARAMETER:
        yield finding("E0230", f"the value of '{name.name}' cannot depend on itself", name.span)
        return
    scope = judged.resolved.scope
    function = judged.function.function
    if function.parameter(name.name) is None and not _is_known(name.name, judged.resolved):
        parameters = [parameter.name for parameter in function.parameters]
        near = closest(name.name, [*parameters, *scope.constants, *scope.globals, "result", "errno"])
        yield finding(
            "E0304",
            f"'{name.name}' is neither a parameter of '{function.name}' nor a constant",
            name.span,
            notes=(f"help: did you mean '{near}'?",) if near else (),
        )


def _is_known(name: str, resolved: Resolved) -> bool:
    """Whether a name that is no value of the function or record may stand in an expression."""
    scope = resolved.scope
    return (
        name in scope.constants
        or name in scope.globals
        or name in scope.functions
        or name in scope.doubtful
        or is_known_in_c(name)
        or is_open(resolved)
    )


def is_known_in_c(name: str) -> bool:
    """Whether every module's expressions may use the name."""
    if name in ALWAYS_KNOWN:
        return True
    if not name.startswith("E"):
        return False
    import errno

    return hasattr(errno, name)


def _call(call: Call, judged: Around) -> Iterator[Diagnostic]:
    name = call.function
    resolved = judged.resolved
    function = resolved.library.function(name.name)
    if function is not None:
        wanted, given = len(function.prototype), len(call.arguments)
        if given != wanted and not (function.variadic and given > wanted):
            yield finding(
                "E0314",
                f"'{name.name}' takes {wanted} argument{'' if wanted == 1 else 's'}, not {given}",
                name.span,
                also=(Label(function.origin, "declared here"),),
            )
    elif judged.value(name.name) is not None:
        what = "a parameter" if isinstance(judged, Judged) else "a field"
        yield finding("E0304", f"'{name.name}' is {what}, not a function", name.span)
    elif not (
        name.name in resolved.scope.functions
        or name.name in resolved.scope.doubtful
        or is_known_in_c(name.name)
        or is_open(resolved)
    ):
        near = closest(name.name, resolved.scope.functions)
        yield finding(
            "E0304",
            f"there is no function '{name.name}'",
            name.span,
            notes=(
                f"help: did you mean '{near}'?"
                if near
                else "help: declare it in this module, or name its header in include(...)",
            ),
        )


def message_is_text(judged: Judged) -> Iterator[Diagnostic]:
    message = judged.function.function.policy.message
    for expr in _outcomes(message) if message is not None else ():
        ctype = _type_of(expr, judged)
        pointer = pointer_of(ctype) if ctype is not None else None
        if ctype is not None and (pointer is None or not is_plain_char(pointer.target)):
            yield finding(
                "E0224",
                f"a message is text, and this is '{ctype.spell()}'",
                expr.span,
                notes=("help: call a function that returns const char *, or write the text in quotes",),
            )


def _outcomes(expr: Expr) -> Iterator[Expr]:
    """What a conditional expression may turn out to be."""
    if isinstance(expr, Conditional):
        yield from _outcomes(expr.then)
        yield from _outcomes(expr.otherwise)
    else:
        yield expr


def _type_of(expr: Expr, judged: Judged) -> CType | None:
    """The type of an expression where the declarations tell; None where only C knows."""
    match expr:
        case Call(function=Name(name=name)):
            function = judged.resolved.library.function(name)
            return None if function is None else function.result
        case Name(name="result"):
            return judged.function.function.result
        case Name(name="errno") | Number(value=int()):
            return PRIMITIVES["int"]
        case Name(name=name):
            parameter = judged.function.function.parameter(name)
            return None if parameter is None else parameter.type
        case _:
            return None


def readable_pointers(judged: Judged) -> Iterator[Diagnostic]:
    """An expression may read through a parameter only when the stub, not the caller, provides what it points at."""
    function = judged.function.function
    for use in uses(judged):
        for name in dereferenced(use.expr):
            parameter = function.parameter(name.name)
            if parameter is None or pointer_of(parameter.type) is None:
                continue
            if use.before and parameter.contract.direction is Direction.OUT:
                yield finding(
                    "E0210",
                    f"'{use.attribute}' is evaluated before the call, but '{name.name}' is only [out]",
                    name.span,
                    also=(Label(parameter.origin, "has no value before the call"),),
                    notes=(f"help: make '{name.name}' [in, out]",),
                )
            elif is_passed_raw(parameter) and not parameter.contract.raw:
                yield finding(
                    "E0211",
                    f"'{use.attribute}' reads through '{name.name}', which nobody described",
                    name.span,
                    also=(Label(parameter.origin, "passed raw: it may be NULL, or point anywhere"),),
                    notes=(f"help: annotate '{name.name}' with in, out, or both",),
                )


def is_passed_raw(parameter: Parameter) -> bool:
    pointer = pointer_of(parameter.type)
    if pointer is None or describes(parameter.contract):
        return False
    return not (is_implied_text(parameter.type) or (pointer.const and pointer_of(pointer.target) is None))
