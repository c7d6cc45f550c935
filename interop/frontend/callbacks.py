"""Callbacks: function pointers whose parameters are described, as a typedef or in place; from the tree to the model."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from interop.frontend.annotations import ANNOTATIONS, Place
from interop.frontend.contracts import Items
from interop.frontend.declarations import Declarations
from interop.frontend.lowering import Qualified
from interop.frontend.sites import FunctionSite, Site
from interop.frontend.tree import (
    ArrayOf,
    Attribute,
    Declarator,
    Derivation,
    FieldDeclaration,
    FunctionOf,
    ParameterDeclaration,
    PointerTo,
    SimpleDeclaration,
)
from interop.model.contract import Contract
from interop.model.ctype import CType, FunctionType, Pointer, Void, element_of, is_hresult, strip
from interop.model.library import HRESULT_SUCCESS, Callback, ErrorPolicy, Function, Parameter

_SAID = {"on_error", "callconv", "success", "preserve_sig"}
"""Attributes of a typedef that describe the callback."""
Declared = SimpleDeclaration | ParameterDeclaration | FieldDeclaration
ResultOf = Callable[[Declared, Declarator, Qualified, tuple[Derivation, ...], tuple[Attribute, ...]], Site | None]
ParameterOf = Callable[[ParameterDeclaration, int, set[str], str], tuple[Parameter, Site] | None]


def function_of(declarator: Declarator) -> tuple[FunctionOf, tuple[Derivation, ...]] | None:
    """The parameter list of a function pointer or function type, and what its result is derived by."""
    return _function_of(declarator.derivations)


def pointer_field_of(declarator: Declarator) -> tuple[FunctionOf, tuple[Derivation, ...]] | None:
    """The same of a field, which may be an array of function pointers."""
    derivations = declarator.derivations
    while derivations and isinstance(derivations[0], ArrayOf):
        derivations = derivations[1:]
    return _function_of(derivations)


def _function_of(derivations: tuple[Derivation, ...]) -> tuple[FunctionOf, tuple[Derivation, ...]] | None:
    match derivations:
        case (FunctionOf() as function, *outer) | (PointerTo(), FunctionOf() as function, *outer):
            return function, tuple(outer)
        case _:
            return None


@dataclass(frozen=True, slots=True)
class CallbackResolver:
    """Resolves callbacks into the declarations of one module, and keeps a site for each."""

    declarations: Declarations
    result: ResultOf
    parameter: ParameterOf
    refuse_twins: Callable[[Iterable[Parameter]], None]
    policy: Callable[[Items], ErrorPolicy]
    sites: list[FunctionSite] = field(default_factory=list)

    def typedef(
        self,
        declaration: SimpleDeclaration,
        items: Items,
        of_result: tuple[Attribute, ...],
        name: str,
        derived: CType,
        declarator: Declarator,
        base: Qualified,
    ) -> None:
        """``typedef int (*visitor)(...)`` or ``typedef int visitor(...)``, whose type is known by now."""
        reader = self.declarations.reader
        on_error = reader.expression(items, "on_error")
        found = function_of(declarator)
        callback = self._callback(name, declaration, declarator, base, of_result, derived, found)
        if callback is not None:
            said = callback.described or bool(_SAID & items.keys() or of_result)
            policy = self.policy(items)
            if is_checked(callback.function.result, items):
                policy = replace(policy, success=callback.function.policy.success)
            function = replace(callback.function, callconv=reader.word(items, "callconv"), policy=policy)
            self.sites[-1] = replace(self.sites[-1], items=items)
            self._add(replace(callback, on_error=on_error, described=said, function=function), items)

    def in_place(
        self, declaration: ParameterDeclaration, owner: str, name: str, ctype: CType, contract: Contract, items: Items
    ) -> Contract:
        """The contract of a parameter whose type is a function pointer written in place."""
        base = self.declarations.lowering.base(declaration.specifiers)
        if base is None:
            return contract
        full = f"{owner}.{name}"
        found = function_of(declaration.declarator)
        callback = self._callback(full, declaration, declaration.declarator, base, (), ctype, found)
        if callback is None:
            return contract
        if callback.closure is None and contract.closure:
            callback = _with_plain_closure(callback)
        said = callback.described or bool(contract.scope or contract.closure or contract.on_error or contract.success)
        self._add_in_place(replace(callback, described=said), contract, items)
        return replace(contract, callback=full)

    def field(
        self,
        declaration: FieldDeclaration,
        declarator: Declarator,
        base: Qualified,
        names: tuple[str, str],
        ctype: CType,
        contract: Contract,
        items: Items,
    ) -> Contract:
        """The same of a field; ``names``: of the callback, C's and Python's."""
        found = pointer_field_of(declarator)
        callback = self._callback(names[0], declaration, declarator, base, (), element_of(ctype), found)
        if callback is None:
            return contract
        said = contract.scope or contract.on_error or contract.success or contract.nullable is not None
        function = replace(callback.function, py_name=names[1])
        described = replace(callback, function=function, described=callback.described or bool(said))
        self._add_in_place(described, contract, items)
        return replace(contract, callback=names[0])

    def _add_in_place(self, callback: Callback, contract: Contract, items: Items) -> None:
        """With what stands in front of the parameter or field, and speaks of the callback."""
        function = callback.function
        if contract.success is not None:
            function = replace(function, policy=replace(function.policy, success=contract.success))
        said = {word: items[word] for word in items if word == "success"}
        self._add(replace(callback, on_error=contract.on_error, in_place=True, function=function), said)

    def _add(self, callback: Callback, items: Items) -> None:
        # The sites' function is the callback's own, so that rules and plan speak of the same.
        if f"callback {callback.name}" in self.declarations.by_name:
            self.sites.pop()
            return
        site = self.sites[-1]
        self.sites[-1] = replace(site, function=callback.function, items=items)
        self.declarations.by_name[f"callback {callback.name}"] = callback
        self.declarations.items.append(callback)

    def _callback(
        self,
        name: str,
        declaration: Declared,
        declarator: Declarator,
        base: Qualified,
        of_result: tuple[Attribute, ...],
        ctype: CType,
        found: tuple[FunctionOf, tuple[Derivation, ...]] | None,
    ) -> Callback | None:
        if found is None or found[0].variadic is not None:
            return None
        function_of_it, outer = found
        before = self.declarations.faults
        result = self.result(declaration, declarator, base, outer, of_result)
        names = {p.declarator.name for p in function_of_it.parameters if p.declarator.name is not None}
        parsed = [self.parameter(p, i, names, name) for i, p in enumerate(function_of_it.parameters)]
        sound = [each for each in parsed if each is not None]
        self.refuse_twins(parameter for parameter, _ in sound)
        if result is None or len(sound) != len(parsed):
            return None
        parameters = tuple(parameter for parameter, _ in sound)
        first, *inner = name.split(".")
        function = Function(
            name,
            name,
            ".".join((self.declarations.python_name({}, first), *inner)),
            result.type,
            result.contract,
            parameters,
            ErrorPolicy(success=HRESULT_SUCCESS if is_hresult(result.type) else None),
            origin=declarator.span,
            declaration=declaration.span,
        )
        is_sound = self.declarations.faults == before
        self.sites.append(FunctionSite(function, {}, result, tuple(site for _, site in sound), is_sound))
        closure = next((p.name for p in parameters if p.contract.closure == ""), None)
        described = any(p.annotations is not None for p in parameters)
        pointer = ctype if isinstance(strip(ctype), Pointer) else Pointer(ctype)
        return Callback(
            name,
            function,
            pointer,
            closure,
            described=described,
            imported=self.declarations.imported,
            origin=declarator.span,
        )


def is_checked(result: CType, items: Items) -> bool:
    """Whether a result is a status without being called one."""
    return is_hresult(result) and "preserve_sig" not in items


def _with_plain_closure(callback: Callback) -> Callback:
    """``closure(data)`` on the parameter: the one ``void *`` of which nothing is said is the user data."""
    plain = [
        p.name
        for p in callback.function.parameters
        if p.annotations is None and isinstance(t := strip(p.type), Pointer) and isinstance(strip(t.target), Void)
    ]
    return replace(callback, closure=plain[0]) if len(plain) == 1 else callback


def is_function(ctype: CType) -> bool:
    """Whether it is a function type, or a pointer to one."""
    stripped = strip(ctype)
    return isinstance(stripped, FunctionType) or (
        isinstance(stripped, Pointer) and isinstance(strip(stripped.target), FunctionType)
    )


def split_typedef(attributes: tuple[Attribute, ...]) -> tuple[tuple[Attribute, ...], tuple[Attribute, ...]]:
    """Those of a function pointer typedef's bracket that speak of the pointer, and those that speak of its result."""
    of_result = tuple(a for a in attributes if Place.RESULT in ANNOTATIONS[a.name].places)
    return tuple(a for a in attributes if a not in of_result), of_result
