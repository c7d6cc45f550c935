"""From syntax trees to the library they describe: names, typedef chains, constants, contracts as written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from interop.diag.report import Label, Report
from interop.diag.span import Span
from interop.frontend.annotations import Place
from interop.frontend.bodies import BodyResolver, Outside
from interop.frontend.contracts import AttributeReader, Items, split_function
from interop.frontend.lowering import Bodies, Lowering, Qualified
from interop.frontend.naming import free_name, is_python_name, python_name
from interop.frontend.scope import Scope, TypeEntry
from interop.frontend.sites import FunctionSite, Site
from interop.frontend.suggest import closest
from interop.frontend.survey import complete_records, declared_names
from interop.frontend.tree import (
    Attribute,
    Cdef,
    Define,
    Derivation,
    EnumSpecifier,
    Expression,
    FunctionOf,
    InitDeclarator,
    Interface,
    ParameterDeclaration,
    PointerTo,
    RecordSpecifier,
    SimpleDeclaration,
    Specifiers,
    Storage,
)
from interop.model.contract import Contract, Encoding, Extent
from interop.model.ctype import (
    KNOWN_TYPEDEFS,
    Array,
    CType,
    EnumRef,
    FunctionType,
    Kind,
    Named,
    Pointer,
    Primitive,
    RecordRef,
    strip,
)
from interop.model.evaluate import fits, integer_layout
from interop.model.expr import Number, to_c
from interop.model.library import (
    Binding,
    Constant,
    Declaration,
    ErrorPolicy,
    Function,
    Global,
    Library,
    Parameter,
    Record,
    Typedef,
)

_CALLCONVS = ("cdecl", "stdcall", "ms_abi", "sysv_abi")
_ARRAYS = ("array", "numpy")


@dataclass(frozen=True, slots=True)
class Resolved:
    """A library with what the rules need to judge it."""

    library: Library
    functions: tuple[FunctionSite, ...]
    scope: Scope
    module_items: Items


@dataclass(frozen=True, slots=True)
class Unit:
    """One file's tree on the way into a library; of imported ones only types and constants join."""

    cdef: Cdef
    imported: bool


class Resolver:
    """Resolves the declarations of several files into one scope, in order."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.scope = Scope()
        self.declarations: list[Declaration] = []
        self.declared: dict[str, Declaration] = {}
        self.functions: list[FunctionSite] = []
        self.prefixes: tuple[str, ...] = ()
        self.imported = False
        callbacks = Bodies(lambda record: self.bodies.record(record), lambda enum: self.bodies.enum(enum))
        self.lowering = Lowering(self.scope, report, callbacks)
        self.reader = AttributeReader(report, self.lowering.expression)
        self.bodies = BodyResolver(self.scope, self.lowering, self.reader, self.declarations.append, self.claim)

    @property
    def faults(self) -> int:
        """Grows with everything that was not understood; compare before and after."""
        return len(self.report.diagnostics) + self.lowering.gaps

    def resolve(self, unit: Unit, prefixes: tuple[str, ...]) -> None:
        self.prefixes = self.bodies.prefixes = prefixes
        self.imported = self.bodies.imported = unit.imported
        for declaration in unit.cdef.declarations:
            match declaration:
                case Define():
                    self.define(declaration)
                case Interface(name=name, name_span=span):
                    self.lowering.complain("E0606", "interfaces are not supported yet", span)
                    self.scope.doubtful.add(name)
                case SimpleDeclaration():
                    self.simple(declaration)

    # Names

    def claim(self, name: str, span: Span) -> bool:
        """Takes a name; False when another declaration has it, which is reported."""
        first = self.scope.origins.setdefault(name, span)
        if first is not span:
            self.lowering.complain(
                "E0302", f"'{name}' is declared twice", span, also=(Label(first, "the first one is here"),)
            )
        return first is span

    def declare(self, name: str, declaration: Declaration) -> bool:
        """Adds a declaration under its name; the same one again adds nothing, another one of that name is a fault."""
        first = self.declared.get(name)
        if first is not None and _is_repeated(first, declaration):
            return False
        if first is not None:
            self.lowering.complain(
                "E0302",
                f"'{name}' is declared again in another way",
                declaration.origin,
                also=(Label(first.origin, "the first declaration is here"),),
            )
            return False
        if not self.claim(name, declaration.origin):
            return False
        self.declared[name] = declaration
        self.declarations.append(declaration)
        return True

    def distrust(self, declarators: Sequence[InitDeclarator]) -> None:
        """A declaration was not understood: nothing more is said about the names it would have declared."""
        for init in declarators:
            if init.declarator.name is not None:
                self.scope.doubtful.add(init.declarator.name)

    def chosen_name(self, items: Items, name: str) -> str:
        """``name(x)``, or the C name without the prefix."""
        return self.checked_name(items) or python_name(name, self.prefixes)

    def checked_name(self, items: Items) -> str | None:
        word = self.reader.word(items, "name")
        if word is None or is_python_name(word):
            return word
        reason = "is a Python keyword" if word.isidentifier() else "is no Python name"
        self.lowering.complain("E0310", f"'{word}' {reason}", items["name"].span)
        return None

    # Constants

    def define(self, define: Define) -> None:
        items = self.reader.items(define.attributes.items, (Place.CONSTANT,))
        value = self.lowering.constant(define.value, f"the value of '{define.name}'")
        lowered = self.lowering.expression(define.value)
        if value is None or lowered is None:
            self.scope.doubtful.add(define.name)
            return
        constant = Constant(
            define.name,
            self.chosen_name(items, define.name),
            _python_value(value),
            to_c(lowered),
            private="private" in items,
            imported=self.imported,
            origin=define.name_span,
        )
        if self.declare(define.name, constant):
            self.scope.constants[define.name] = value

    def const(self, items: Items, name: str, ctype: CType, expression: Expression, origin: Span) -> None:
        value = self.lowering.constant(expression, f"the value of '{name}'")
        lowered = self.lowering.expression(expression)
        if value is not None:
            value = self.converted(name, ctype, value, expression.span)
        if value is None or lowered is None:
            self.scope.doubtful.add(name)
            return
        constant = Constant(
            name,
            self.chosen_name(items, name),
            _python_value(value),
            to_c(lowered),
            ctype,
            "private" in items,
            self.imported,
            origin=origin,
        )
        if self.declare(name, constant):
            self.scope.constants[name] = value

    def converted(self, name: str, ctype: CType, value: int | float | bytes, span: Span) -> int | float | bytes | None:
        """The value as its declared type has it; None when that type cannot have it, which is reported."""
        match strip(ctype), value:
            case Primitive(kind=Kind.FLOAT), int() | float():
                return float(value)
            case ((Primitive() | EnumRef()), int()):
                if fits(value, ctype):
                    return value
                self.lowering.complain("E0313", f"'{name}' is {value}, which '{ctype.spell()}' cannot hold", span)
            case ((Pointer(target=target) | Array(element=target)), bytes()) if _is_char(target):
                return value
            case _:
                self.lowering.complain("E0305", f"this is no constant of type '{ctype.spell()}'", span)
        return None

    # Declarations

    def simple(self, declaration: SimpleDeclaration) -> None:
        if self.imported and _declares_symbols(declaration):
            return
        body_places = _body_places(declaration.specifiers)
        items: Items = {}
        if declaration.storage is Storage.TYPEDEF:
            items = self.reader.items(declaration.attributes.items, (Place.TYPEDEF, *body_places))
        elif not declaration.declarators:
            items = self.reader.items(declaration.attributes.items, body_places or (Place.RECORD,))
        base = self.base(declaration, items)
        if base is None:
            self.distrust(declaration.declarators)
            return
        if not declaration.declarators:
            self.type_only(declaration, base)
        for init in declaration.declarators:
            self.init_declarator(declaration, items, base, init)

    def base(self, declaration: SimpleDeclaration, items: Items) -> Qualified | None:
        """The type before the declarators, a body being defined under the typedef's name if it has no tag."""
        specifiers = declaration.specifiers
        outside = Outside(_typedef_name(declaration), items)
        const = specifiers.const is not None
        match specifiers.base:
            case RecordSpecifier(fields=tuple()) as record:
                reference = self.bodies.record(record, outside)
                return None if reference is None else Qualified(reference, const)
            case EnumSpecifier(members=tuple()) as enum:
                if enum.tag is None and outside.typedef_name is None and declaration.declarators:
                    self.lowering.complain("E0610", "an enum without a tag is not supported here yet", enum.name_span)
                    return None
                enumeration = self.bodies.enum(enum, outside)
                return None if enumeration is None else Qualified(enumeration, const)
            case _:
                return self.lowering.base(specifiers)

    def type_only(self, declaration: SimpleDeclaration, base: Qualified) -> None:
        """``struct x;`` or a body without declarators."""
        match declaration.specifiers.base:
            case RecordSpecifier(fields=None, is_union=is_union, name_span=span):
                spelling = base.type.spell()
                if spelling not in self.scope.complete and spelling not in self.declared:
                    record = Record(spelling, is_union, None, imported=self.imported, origin=span)
                    self.declared[spelling] = record
                    self.declarations.append(record)
            case RecordSpecifier() | EnumSpecifier(members=tuple()):
                pass
            case _:
                self.lowering.complain("E0121", "this declares nothing", declaration.span)

    def init_declarator(
        self, declaration: SimpleDeclaration, items: Items, base: Qualified, init: InitDeclarator
    ) -> None:
        derivations = init.declarator.derivations
        if declaration.storage is not Storage.TYPEDEF and derivations and isinstance(derivations[0], FunctionOf):
            self.function(declaration, base, init, derivations[0], derivations[1:])
            return
        derived = self.lowering.derive(base, derivations, init.declarator.span)
        name = init.declarator.name
        if derived is None or name is None:
            self.distrust((init,))
        elif declaration.storage is Storage.TYPEDEF:
            self.typedef(items, name, derived, init)
        elif init.value is not None:
            self.value(declaration, name, derived, init.value, init.declarator.span)
        elif declaration.storage is Storage.EXTERN:
            self.reader.items(declaration.attributes.items, (Place.GLOBAL,))
            if self.declare(name, Global(name, derived.type, derived.const, origin=init.declarator.span)):
                self.scope.globals.add(name)
        else:
            self.scope.doubtful.add(name)
            self.lowering.complain(
                "E0121",
                f"'{name}' is neither declared elsewhere nor constant",
                init.declarator.span,
                notes=("help: write 'extern' for a variable of the library, or 'const' with a value",),
            )

    def value(
        self, declaration: SimpleDeclaration, name: str, derived: Qualified, value: Expression, origin: Span
    ) -> None:
        items = self.reader.items(declaration.attributes.items, (Place.CONSTANT,))
        points_to_const = isinstance(derived.type, Pointer) and derived.type.const
        if derived.const or points_to_const:
            self.const(items, name, derived.type, value, origin)
            return
        self.scope.doubtful.add(name)
        self.lowering.complain(
            "E0121",
            f"'{name}' has a value but is not constant",
            origin,
            notes=("help: write 'const' in front of the type",),
        )

    def typedef(self, items: Items, name: str, derived: Qualified, init: InitDeclarator) -> None:
        origin = init.declarator.span
        known = KNOWN_TYPEDEFS.get(name)
        if known is not None and (known_entry := self.scope.types[name]).origin is None:
            if not _agrees(known, derived.type):
                self.lowering.complain(
                    "E0303",
                    f"'{name}' is known as {_describe(known)}, not as '{derived.type.spell()}'",
                    origin,
                    notes=("help: leave the declaration out",),
                )
            self.scope.types[name] = replace(known_entry, origin=origin)
            return
        if known is not None or (name in ("FILE", "va_list") and isinstance(derived.type, RecordRef)):
            return
        boolean = "boolean" in items
        if boolean and not _may_be_boolean(derived.type):
            self.lowering.complain(
                "E0227",
                f"[boolean] is for integer types, and '{name}' is '{derived.type.spell()}'",
                items["boolean"].span,
            )
        if (
            isinstance(derived.type, RecordRef | EnumRef)
            and name in (derived.type.spelling, getattr(derived.type, "name", ""))
            and not init.declarator.derivations
            and not derived.type.spelling.startswith(("struct ", "union ", "enum "))
        ):
            self.claim(name, origin)
            self.scope.types[name] = TypeEntry(derived.type, derived.const, derived.depth, origin)
            return
        declaration = Typedef(name, derived.type, boolean, self.imported, origin=origin)
        if self.declare(name, declaration):
            named = Named(name, derived.type, boolean)
            self.scope.types[name] = TypeEntry(named, derived.const, derived.depth + 1, origin)

    # Functions

    def function(
        self,
        declaration: SimpleDeclaration,
        base: Qualified,
        init: InitDeclarator,
        function_of: FunctionOf,
        derivations: tuple[Derivation, ...],
    ) -> None:
        name, origin = init.declarator.name or "", init.declarator.span
        self.scope.functions.add(name)
        before = self.faults
        of_function, of_result = split_function(declaration.attributes)
        items = self.reader.items(of_function, (Place.FUNCTION,))
        policy = self.policy(items)
        callconv = self.callconv(items)
        py_name = self.chosen_name(items, name)
        is_sound = self.faults == before and declaration.attributes.is_sound
        result = self.result(name, base, derivations, of_result, declaration, origin)
        names = {p.declarator.name for p in function_of.parameters if p.declarator.name is not None}
        parameters = [self.parameter(p, i, names) for i, p in enumerate(function_of.parameters)]
        self.refuse_twins(parameters)
        if function_of.variadic is not None:
            self.lowering.complain(
                "E0605",
                "functions with variable arguments are not supported yet",
                function_of.variadic,
                notes=('help: declare one function per shape that is used, with entry("' + name + '")',)
                if name
                else (),
            )
        sound = [parameter for parameter in parameters if parameter is not None]
        if result is None or len(sound) != len(parameters):
            self.scope.doubtful.add(name)
            return
        function = Function(
            name,
            self.reader.text(items, "entry") or name,
            py_name,
            result.type,
            result.contract,
            tuple(parameter for parameter, _ in sound),
            policy,
            function_of.variadic is not None,
            "hold_gil" in items,
            callconv,
            "private" in items,
            self.reader.text(items, "helpstring"),
            (self.reader.text(items, "deprecated") or "") if "deprecated" in items else None,
            origin=origin,
            declaration=declaration.span,
        )
        if self.declare(name, function):
            sites = tuple(site for _, site in sound)
            self.functions.append(FunctionSite(function, items, result, sites, is_sound))

    def result(
        self,
        name: str,
        base: Qualified,
        derivations: tuple[Derivation, ...],
        attributes: tuple[Attribute, ...],
        declaration: SimpleDeclaration,
        origin: Span,
    ) -> Site | None:
        before = self.faults
        items = self.reader.items(attributes, (Place.RESULT,))
        contract = self.reader.contract(items)
        derived = self.lowering.derive(base, derivations, origin)
        if derived is None:
            return None
        if isinstance(strip(derived.type), Array | FunctionType):
            kind = "an array" if isinstance(strip(derived.type), Array) else "a function"
            self.lowering.complain(
                "E0311", f"a function cannot return {kind}", origin, notes=("help: return a pointer to it",)
            )
            return None
        const = _const_of_target(declaration.specifiers, derivations)
        is_sound = self.faults == before and declaration.attributes.is_sound
        return Site(Place.RESULT, name, derived.type, contract, items, origin, const, is_sound)

    def parameter(
        self, declaration: ParameterDeclaration, position: int, names: set[str]
    ) -> tuple[Parameter, Site] | None:
        before = self.faults
        items = self.reader.items(declaration.attributes.items, (Place.PARAMETER,))
        contract = self.reader.contract(items)
        chosen = self.checked_name(items)
        derived = self.lowering.parameter(declaration)
        if derived is None:
            return None
        origin = declaration.declarator.span
        name = declaration.declarator.name or free_name(f"arg{position}", names)
        if derived.count is not None:
            contract = _with_count(contract, derived.count, origin)
        const = _const_of_target(declaration.specifiers, declaration.declarator.derivations)
        is_sound = self.faults == before and declaration.attributes.is_sound
        parameter = Parameter(
            name, chosen or python_name(name), derived.type, contract, origin, declaration.attributes.span
        )
        return parameter, Site(Place.PARAMETER, name, derived.type, contract, items, origin, const, is_sound)

    def refuse_twins(self, parameters: Sequence[tuple[Parameter, Site] | None]) -> None:
        places: dict[str, Span] = {}
        for entry in parameters:
            if entry is None:
                continue
            parameter, _ = entry
            first = places.setdefault(parameter.name, parameter.origin)
            if first is not parameter.origin:
                self.lowering.complain(
                    "E0308",
                    f"two parameters are called '{parameter.name}'",
                    parameter.origin,
                    also=(Label(first, "the first one is here"),),
                )

    def policy(self, items: Items) -> ErrorPolicy:
        raises = self.reader.word(items, "raises")
        if raises is not None and not is_python_name(raises):
            self.lowering.complain("E0310", f"'{raises}' is no name for a Python class", items["raises"].span)
        return ErrorPolicy(
            self.reader.expression(items, "success"),
            "errno" in items,
            "save_errno" in items,
            raises,
            self.reader.expression(items, "message"),
            self.reader.expression(items, "requires"),
        )

    def callconv(self, items: Items) -> str | None:
        word = self.reader.word(items, "callconv")
        if word is not None and word not in _CALLCONVS:
            near = closest(word, _CALLCONVS)
            note = f"help: did you mean '{near}'?" if near else f"help: one of {', '.join(_CALLCONVS)}"
            self.lowering.complain(
                "E0406", f"there is no calling convention '{word}'", items["callconv"].span, notes=(note,)
            )
            return None
        return word


def module_prefixes(reader: AttributeReader, cdef: Cdef) -> tuple[str, ...]:
    """The prefixes of a file's module; none for a fragment, or where they are at fault (which is reported later)."""
    if cdef.module is None:
        return ()
    quiet = AttributeReader(Report(), reader.lower)
    return quiet.texts(quiet.items(cdef.module.attributes.items, (Place.MODULE,)), "prefix")


def resolve(units: Sequence[Unit], report: Report) -> Resolved | None:
    """The library of the last unit, with what the imported ones before it declare; None when it has no module."""
    resolver = Resolver(report)
    main = units[-1].cdef
    for unit in units:
        resolver.scope.complete |= complete_records(unit.cdef)
        resolver.scope.doubtful |= unit.cdef.doubtful
        for name, span in declared_names(unit.cdef).items():
            resolver.scope.later.setdefault(name, span)
    own_prefixes = module_prefixes(resolver.reader, main)
    for unit in units:
        resolver.resolve(unit, module_prefixes(resolver.reader, unit.cdef) if unit.cdef.module else own_prefixes)
    if main.module is None:
        return None
    reader = resolver.reader
    items = reader.items(main.module.attributes.items, (Place.MODULE,))
    binding = Binding(
        reader.texts(items, "library"),
        reader.texts(items, "header"),
        reader.texts(items, "source"),
        reader.texts(items, "include"),
        reader.texts(items, "pkg_config"),
    )
    arrays = reader.text(items, "arrays") or "array"
    if arrays not in _ARRAYS:
        resolver.lowering.complain(
            "E0406",
            f"arrays cannot come back as '{arrays}'",
            items["arrays"].span,
            notes=('help: write "array" or "numpy"',),
        )
    library = Library(
        main.module.name,
        binding,
        tuple(resolver.declarations),
        reader.texts(items, "prefix"),
        reader.encoding(items) or Encoding("utf-8"),
        arrays,
        reader.text(items, "helpstring"),
        main.file.path,
        origin=main.module.name_span,
    )
    return Resolved(library, tuple(resolver.functions), resolver.scope, items)


def _is_repeated(first: Declaration, second: Declaration) -> bool:
    """Whether two declarations say the same, be one of them imported or not."""
    if isinstance(first, Function | Global) or isinstance(second, Function | Global):
        return first == second
    return first == replace(second, imported=first.imported)


def _declares_symbols(declaration: SimpleDeclaration) -> bool:
    """Whether these are functions or variables, which stay with the file that declares them."""
    if declaration.storage is Storage.TYPEDEF or not declaration.declarators:
        return False
    return any(init.value is None for init in declaration.declarators)


def _body_places(specifiers: Specifiers) -> tuple[Place, ...]:
    match specifiers.base:
        case EnumSpecifier(members=tuple()):
            return (Place.ENUM,)
        case RecordSpecifier(fields=tuple()):
            return (Place.RECORD,)
        case _:
            return ()


def _typedef_name(declaration: SimpleDeclaration) -> str | None:
    """The first typedef name that is the body's own, no pointer or array of it."""
    if declaration.storage is not Storage.TYPEDEF:
        return None
    for init in declaration.declarators:
        if not init.declarator.derivations:
            return init.declarator.name
    return None


def _python_value(value: int | float | bytes) -> int | float | str | bytes:
    """Text where the bytes of a string constant are UTF-8."""
    if isinstance(value, bytes):
        try:
            return value.decode()
        except UnicodeDecodeError:
            return value
    return value


def _is_char(ctype: CType) -> bool:
    stripped = strip(ctype)
    return isinstance(stripped, Primitive) and stripped.kind is Kind.CHAR


def _may_be_boolean(ctype: CType) -> bool:
    stripped = strip(ctype)
    return isinstance(stripped, Primitive) and (stripped.kind.is_integer or stripped.kind is Kind.BOOL)


def _agrees(known: Primitive, declared: CType) -> bool:
    """Whether a file may declare a known name as this: the same kind of integer, as wide where the width is certain."""
    stripped = strip(declared)
    if not isinstance(stripped, Primitive):
        return False
    ours, theirs = integer_layout(known), integer_layout(stripped)
    if known.kind.is_character and (stripped.kind.is_integer or stripped.kind is known.kind):
        return ours is None or theirs is None or ours[0] == theirs[0]
    if stripped.kind is not known.kind:
        return False
    return ours is None or theirs is None or ours[0] == theirs[0]


def _describe(known: Primitive) -> str:
    layout = integer_layout(known)
    if known.kind.is_integer and layout is not None:
        return f"{'a signed' if layout[1] else 'an unsigned'} integer of {layout[0]} bits"
    return f"a {known.kind.value} type"


def _const_of_target(specifiers: Specifiers, derivations: tuple[Derivation, ...]) -> Span | None:
    """Where ``const`` was said of what the outermost pointer points at."""
    for index, derivation in enumerate(derivations):
        if not isinstance(derivation, FunctionOf):
            rest = derivations[index + 1 :]
            return rest[0].const if rest and isinstance(rest[0], PointerTo) else None if rest else specifiers.const
        return None
    return None


def _with_count(contract: Contract, count: int, span: Span) -> Contract:
    """``double x[3]`` with a direction and without a size of its own has room for three."""
    direction = contract.direction
    if direction is None or contract.size is not None or contract.null_terminated:
        return contract
    if contract.string and not direction.writes_back:
        return contract
    return replace(contract, size=Extent((Number(str(count), count, span),), span=span))
