"""Functions with their parameters and result: contracts as written, error policy, and the places the rules point at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from interop.diag.report import Label
from interop.diag.span import Span
from interop.frontend.annotations import Place
from interop.frontend.bodies import exception_class
from interop.frontend.callbacks import CallbackResolver, function_of, is_checked
from interop.frontend.contracts import Items, split_function
from interop.frontend.declarations import Declarations
from interop.frontend.handles import member_of
from interop.frontend.lowering import Qualified, const_of_target
from interop.frontend.naming import free_name, python_name
from interop.frontend.sites import FunctionSite, Site
from interop.frontend.suggest import closest
from interop.frontend.tree import (
    Attribute,
    Declarator,
    Derivation,
    FieldDeclaration,
    FunctionOf,
    ParameterDeclaration,
    SimpleDeclaration,
)
from interop.model.contract import Contract, Extent
from interop.model.ctype import Array, FunctionType, strip
from interop.model.expr import Expr
from interop.model.library import HRESULT_SUCCESS, ErrorPolicy, Function, Parameter

_CALLCONVS = ("cdecl", "stdcall", "ms_abi", "sysv_abi")


@dataclass(frozen=True, slots=True)
class FunctionResolver:
    """Resolves functions into the declarations of one module, and keeps a site for each."""

    declarations: Declarations
    sites: list[FunctionSite] = field(default_factory=list)
    callbacks: CallbackResolver = field(init=False)

    def __post_init__(self) -> None:
        reads = (self.result, self.parameter, self.refuse_twins, self.policy)
        object.__setattr__(self, "callbacks", CallbackResolver(self.declarations, *reads))

    def function(self, declaration: SimpleDeclaration, base: Qualified, declarator: Declarator) -> None:
        """One declarator whose outermost derivation is a parameter list."""
        list_of, *outer = declarator.derivations
        assert isinstance(list_of, FunctionOf), "the caller looked"
        name, reader = declarator.name or "", self.declarations.reader
        self.declarations.scope.functions.add(name)
        before = self.declarations.faults
        of_function, of_result = split_function(declaration.attributes)
        items = reader.items(of_function, (Place.FUNCTION,))
        policy, callconv = self.policy(items), self.callconv(items)
        py_name = self.declarations.python_name(items, name)
        is_sound = self.declarations.faults == before and declaration.attributes.is_sound
        result = self.result(declaration, declarator, base, tuple(outer), of_result)
        shape = variable_part(items)
        written = (*list_of.parameters, *shape)
        names = {p.declarator.name for p in written if p.declarator.name is not None}
        parameters = [self.parameter(p, i, names, name) for i, p in enumerate(written)]
        sound = [parameter for parameter in parameters if parameter is not None]
        self.refuse_twins(parameter for parameter, _ in sound)
        self.check_ellipsis(name, list_of, items)
        if result is None or len(sound) != len(parameters):
            self.declarations.scope.doubtful.add(name)
            return
        function = Function(
            name,
            reader.text(items, "entry") or name,
            py_name,
            result.type,
            result.contract,
            tuple(parameter for parameter, _ in sound),
            policy,
            list_of.variadic is not None,
            len(shape),
            list_of.variadic is not None and not is_shape(items),
            "hold_gil" in items,
            callconv,
            "private" in items,
            reader.text(items, "helpstring"),
            (reader.text(items, "deprecated") or "") if "deprecated" in items else None,
            origin=declarator.span,
            declaration=declaration.span,
        )
        if is_checked(result.type, items):
            function = replace(function, policy=replace(policy, success=policy.success or HRESULT_SUCCESS))
        function = replace(function, member=member_of(self.declarations, items, function))
        if self.declarations.add(name, function):
            self.sites.append(FunctionSite(function, items, result, tuple(site for _, site in sound), is_sound))

    def result(
        self,
        declaration: SimpleDeclaration | ParameterDeclaration | FieldDeclaration,
        declarator: Declarator,
        base: Qualified,
        derivations: tuple[Derivation, ...],
        attributes: tuple[Attribute, ...],
    ) -> Site | None:
        declarations, origin = self.declarations, declarator.span
        before = declarations.faults
        items = declarations.reader.items(attributes, (Place.RESULT,))
        contract = declarations.reader.contract(items)
        derived = declarations.lowering.derive(base, derivations, origin)
        if derived is None:
            return None
        if isinstance(strip(derived.type), Array | FunctionType):
            kind = "an array" if isinstance(strip(derived.type), Array) else "a function"
            note = "help: return a pointer to it"
            declarations.lowering.complain("E0311", f"a function cannot return {kind}", origin, notes=(note,))
            return None
        const = const_of_target(declaration.specifiers, derivations)
        is_sound = declarations.faults == before and declaration.attributes.is_sound
        return Site(Place.RESULT, declarator.name or "", derived.type, contract, items, origin, const, is_sound)

    def parameter(
        self, declaration: ParameterDeclaration, position: int, names: set[str], owner: str
    ) -> tuple[Parameter, Site] | None:
        declarations, origin = self.declarations, declaration.declarator.span
        before = declarations.faults
        items = declarations.reader.items(declaration.attributes.items, (Place.PARAMETER,))
        contract = declarations.reader.contract(items)
        chosen = declarations.chosen_name(items)
        in_place = function_of(declaration.declarator)
        if in_place is not None and not contract.raw:
            declarations.lowering.describe(in_place[0])
        derived = declarations.lowering.parameter(declaration, names)
        if derived is None:
            return None
        name = declaration.declarator.name or free_name(f"arg{position}", names)
        if derived.length is not None:
            contract = _with_length(contract, derived.length)
        const = const_of_target(declaration.specifiers, declaration.declarator.derivations)
        is_sound = declarations.faults == before and declaration.attributes.is_sound
        brackets = declaration.attributes.span
        if in_place is not None and not contract.raw:
            contract = self.callbacks.in_place(declaration, owner, name, derived.type, contract, items)
        parameter = Parameter(name, chosen or python_name(name), derived.type, contract, origin, brackets)
        return parameter, Site(Place.PARAMETER, name, derived.type, contract, items, origin, const, is_sound)

    def refuse_twins(self, parameters: Iterable[Parameter]) -> None:
        places: dict[str, Span] = {}
        for parameter in parameters:
            first = places.setdefault(parameter.name, parameter.origin)
            if first is not parameter.origin:
                message = f"two parameters are called '{parameter.name}'"
                also = (Label(first, "the first one is here"),)
                self.declarations.lowering.complain("E0308", message, parameter.origin, also=also)

    def check_ellipsis(self, name: str, function_of: FunctionOf, items: Items) -> None:
        complain = self.declarations.lowering.complain
        if function_of.variadic is None and "varargs" in items:
            message = f"'varargs' says what stands behind '...', and '{name}' has none"
            note = "help: end the parameter list with ', ...', or drop varargs"
            complain("E0231", message, items["varargs"].span, notes=(note,))
        elif function_of.variadic is not None and not function_of.parameters:
            message = "a parameter list of '...' alone is not supported yet"
            complain("E0605", message, function_of.variadic, notes=("note: before C23 a parameter must come first",))

    def policy(self, items: Items) -> ErrorPolicy:
        reader = self.declarations.reader
        raises = exception_class(self.declarations, items)
        arguments = items["raises"].arguments or () if raises is not None else ()
        code = reader.lowered(items, "raises")[1:]
        if len(arguments) > 2:
            message = "'raises' takes a class and the number that picks among those of its statuses"
            self.declarations.lowering.complain("E0403", message, items["raises"].span)
        return ErrorPolicy(
            reader.expression(items, "success"),
            "errno" in items,
            "save_errno" in items,
            raises.name if raises is not None else None,
            code[0] if code else None,
            reader.expression(items, "message"),
            reader.expression(items, "requires"),
        )

    def callconv(self, items: Items) -> str | None:
        word = self.declarations.reader.word(items, "callconv")
        if word is None or word in _CALLCONVS:
            return word
        near = closest(word, _CALLCONVS)
        note = f"help: did you mean '{near}'?" if near else f"help: one of {', '.join(_CALLCONVS)}"
        message = f"there is no calling convention '{word}'"
        self.declarations.lowering.complain("E0406", message, items["callconv"].span, notes=(note,))
        return None


def is_shape(items: Items) -> bool:
    """Whether the declaration itself says what goes through ``...``; ``varargs()`` says that it is nothing."""
    return "varargs" in items and items["varargs"].arguments is not None


def variable_part(items: Items) -> tuple[ParameterDeclaration, ...]:
    """The parameters of ``varargs(...)``."""
    arguments = items["varargs"].arguments if "varargs" in items else None
    return tuple(argument for argument in arguments or () if isinstance(argument, ParameterDeclaration))


def _with_length(contract: Contract, length: Expr) -> Contract:
    """``double x[3]`` with a direction and without a size of its own has room for three."""
    direction = contract.direction
    if direction is None or contract.size is not None or contract.null_terminated:
        return contract
    if contract.string and not direction.writes_back:
        return contract
    return replace(contract, size=Extent((length,), span=length.span))
