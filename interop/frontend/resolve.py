"""From syntax trees to the library they describe: each declaration to the part of the front end that resolves it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from interop.diag.report import Report
from interop.frontend.annotations import Place
from interop.frontend.bodies import EnumResolver, Outside
from interop.frontend.callbacks import function_of, split_typedef
from interop.frontend.constants import ConstantResolver
from interop.frontend.contracts import AttributeReader, Items
from interop.frontend.declarations import Declarations
from interop.frontend.functions import FunctionResolver
from interop.frontend.lowering import Bodies, Lowering, Qualified
from interop.frontend.records import RecordResolver
from interop.frontend.scope import Scope
from interop.frontend.sites import FunctionSite, RecordSite
from interop.frontend.survey import complete_records, declared_names, tag_typedefs
from interop.frontend.tree import (
    Attribute,
    Cdef,
    Define,
    EnumSpecifier,
    FunctionOf,
    InitDeclarator,
    Interface,
    Module,
    RecordSpecifier,
    SimpleDeclaration,
    Specifiers,
    Storage,
)
from interop.frontend.typedefs import TypedefResolver
from interop.model.contract import Encoding
from interop.model.ctype import Pointer, Void, strip
from interop.model.library import Binding, Global, Library, Record

_ARRAYS = ("array", "numpy")


@dataclass(frozen=True)
class Resolved:
    """A library with what the rules need to judge it; ``module_items`` are the attributes of the module's bracket."""

    library: Library
    functions: tuple[FunctionSite, ...]
    records: tuple[RecordSite, ...]
    callbacks: tuple[FunctionSite, ...]
    scope: Scope
    module_items: Items

    @cached_property
    def taken(self) -> frozenset[str]:
        """The callbacks that Python may implement: some function takes them, for more than to end another one."""
        library = self.library
        names = set()
        for function in (*(f for f in library.functions if not f.private), *(c.function for c in library.callbacks)):
            ends = {parameter.contract.destroy for parameter in function.parameters}
            for parameter in function.parameters:
                if parameter.contract.raw or parameter.name in ends:
                    continue
                callback = library.callback_of(parameter.type, parameter.contract)
                if callback is not None:
                    names.add(callback.name)
        return frozenset(names)


@dataclass(frozen=True, slots=True)
class Unit:
    """One file's tree on the way into a library; of imported ones only types and constants join."""

    cdef: Cdef
    imported: bool


class Resolver:
    """Resolves the declarations of several files into one scope, in order."""

    def __init__(self, report: Report) -> None:
        callbacks = Bodies(lambda record: self.records.record(record), lambda enum: self.enums.enum(enum))
        self.scope = Scope()
        self.lowering = Lowering(self.scope, report, callbacks)
        self.reader = AttributeReader(report, self.lowering.expression)
        self.declarations = Declarations(self.scope, self.lowering, self.reader)
        self.enums = EnumResolver(self.declarations)
        self.constants = ConstantResolver(self.declarations)
        self.typedefs = TypedefResolver(self.declarations)
        self.functions = FunctionResolver(self.declarations)
        self.records = RecordResolver(self.declarations, self.functions.callbacks)

    def resolve(self, unit: Unit, prefixes: tuple[str, ...]) -> None:
        """All declarations of one file."""
        self.declarations.prefixes = prefixes
        self.declarations.imported = unit.imported
        for declaration in unit.cdef.declarations:
            match declaration:
                case Define():
                    self.constants.define(declaration)
                case Interface(name=name, name_span=span):
                    self.lowering.complain("E0606", "interfaces are not supported yet", span)
                    self.scope.doubtful.add(name)
                case SimpleDeclaration():
                    if not (unit.imported and _declares_symbols(declaration)):
                        self.simple(declaration)

    def simple(self, declaration: SimpleDeclaration) -> None:
        attributes, body_places = declaration.attributes.items, _body_places(declaration.specifiers)
        items: Items = {}
        of_result: tuple[Attribute, ...] = ()
        if declaration.storage is Storage.TYPEDEF and any(map(_described_function, declaration.declarators)):
            attributes, of_result = split_typedef(attributes)
        if declaration.storage is Storage.TYPEDEF:
            items = self.reader.items(attributes, (Place.TYPEDEF, *body_places))
        elif not declaration.declarators:
            items = self.reader.items(attributes, body_places or (Place.RECORD,))
        base = self.base(declaration, items)
        if base is None:
            self.declarations.distrust(declaration.declarators)
            return
        if not declaration.declarators:
            self.type_only(declaration, base)
        for init in declaration.declarators:
            self.init_declarator(declaration, items, base, init, of_result)

    def base(self, declaration: SimpleDeclaration, items: Items) -> Qualified | None:
        """The type before the declarators, a body being defined under the typedef's name if it has no tag."""
        specifiers = declaration.specifiers
        outside = Outside(_typedef_name(declaration), items)
        const = specifiers.const is not None
        match specifiers.base:
            case RecordSpecifier(fields=tuple()) as record:
                reference = self.records.record(record, outside)
                return None if reference is None else Qualified(reference, const)
            case EnumSpecifier(members=tuple()) as enum:
                if enum.tag is None and outside.typedef_name is None and declaration.declarators:
                    self.lowering.complain("E0610", "an enum without a tag is not supported here yet", enum.name_span)
                    return None
                enumeration = self.enums.enum(enum, outside)
                return None if enumeration is None else Qualified(enumeration, const)
            case _:
                return self.lowering.base(specifiers)

    def type_only(self, declaration: SimpleDeclaration, base: Qualified) -> None:
        """``struct x;`` or a body without declarators."""
        match declaration.specifiers.base:
            case RecordSpecifier(fields=None, is_union=is_union, name_span=span):
                spelling = base.type.spell()
                if spelling not in self.scope.complete and spelling not in self.declarations.by_name:
                    name = self.scope.tag_typedefs.get(spelling, spelling.rpartition(" ")[2])
                    py_name, imported = self.declarations.python_name({}, name), self.declarations.imported
                    record = Record(spelling, py_name, is_union, None, imported=imported, origin=span)
                    self.declarations.by_name[spelling] = record
                    self.declarations.items.append(record)
            case RecordSpecifier() | EnumSpecifier(members=tuple()):
                pass
            case _:
                self.lowering.complain("E0121", "this declares nothing", declaration.span)

    def init_declarator(
        self,
        declaration: SimpleDeclaration,
        items: Items,
        base: Qualified,
        init: InitDeclarator,
        of_result: tuple[Attribute, ...],
    ) -> None:
        """One name of a declaration."""
        declarator, is_typedef = init.declarator, declaration.storage is Storage.TYPEDEF
        if not is_typedef and declarator.derivations and isinstance(declarator.derivations[0], FunctionOf):
            self.functions.function(declaration, base, declarator)
            return
        described = _described_function(init) if is_typedef else None
        if described is not None:
            self.lowering.describe(described)
        derived = self.lowering.derive(base, declarator.derivations, declarator.span)
        if derived is None or declarator.name is None:
            self.declarations.distrust((init,))
        elif is_typedef:
            is_new = declarator.name not in self.declarations.by_name
            self.typedefs.typedef(items, declarator.name, derived, declarator)
            entry = self.scope.types.get(declarator.name)
            if described is not None and is_new and entry is not None:
                callbacks = self.functions.callbacks
                callbacks.typedef(declaration, items, of_result, declarator.name, entry.type, declarator, base)
        else:
            self.object(declaration, declarator.name, derived, init)

    def object(self, declaration: SimpleDeclaration, name: str, derived: Qualified, init: InitDeclarator) -> None:
        """A constant, or a variable of the library."""
        origin = init.declarator.span
        points_to_const = isinstance(derived.type, Pointer) and derived.type.const
        if isinstance(strip(derived.type), Void):
            self.lowering.complain("E0311", f"'{name}' cannot be of type void", origin)
        elif init.value is not None and (derived.const or points_to_const):
            items = self.reader.items(declaration.attributes.items, (Place.CONSTANT,))
            self.constants.const(items, name, derived.type, init.value, origin)
            return
        elif init.value is not None:
            note = "help: write 'const' in front of the type"
            self.lowering.complain("E0121", f"'{name}' has a value but is not constant", origin, notes=(note,))
        elif declaration.storage is Storage.EXTERN:
            self.reader.items(declaration.attributes.items, (Place.GLOBAL,))
            if self.declarations.add(name, Global(name, derived.type, derived.const, origin=origin)):
                self.scope.globals.add(name)
            return
        else:
            note = "help: write 'extern' for a variable of the library, or 'const' with a value"
            message = f"'{name}' is neither declared elsewhere nor constant"
            self.lowering.complain("E0121", message, origin, notes=(note,))
        self.scope.doubtful.add(name)


def resolve(units: Sequence[Unit], report: Report) -> Resolved | None:
    """The library of the last unit, with what the imported ones before it declare; None when it has no module."""
    resolver = Resolver(report)
    main = units[-1].cdef
    for unit in units:
        resolver.scope.complete |= complete_records(unit.cdef)
        resolver.scope.doubtful |= unit.cdef.doubtful
        resolver.scope.tag_typedefs = tag_typedefs(unit.cdef) | resolver.scope.tag_typedefs
        for name, span in declared_names(unit.cdef).items():
            resolver.scope.later.setdefault(name, span)
    for unit in units:
        # A fragment has no prefix of its own, so its names are those of the module that imports it.
        resolver.resolve(unit, _prefixes(unit.cdef.module or main.module, resolver.reader))
    if main.module is None:
        return None
    items = resolver.reader.items(main.module.attributes.items, (Place.MODULE,))
    library = _library(main.module, items, resolver, main.file.path)
    functions, records = tuple(resolver.functions.sites), tuple(resolver.records.sites)
    callbacks = tuple(resolver.functions.callbacks.sites)
    return Resolved(library, functions, records, callbacks, resolver.scope, items)


def _prefixes(module: Module | None, reader: AttributeReader) -> tuple[str, ...]:
    """The prefixes of a module, needed before its bracket is read as a whole: what is wrong in it is reported then."""
    if module is None:
        return ()
    quiet = AttributeReader(Report(), reader.lower)
    return quiet.texts(quiet.items(module.attributes.items, (Place.MODULE,)), "prefix")


def _library(module: Module, items: Items, resolver: Resolver, path: str) -> Library:
    reader = resolver.reader
    binding = Binding(
        reader.texts(items, "library"),
        reader.texts(items, "header"),
        reader.texts(items, "source"),
        reader.texts(items, "include"),
        reader.texts(items, "pkg_config"),
    )
    arrays = reader.text(items, "arrays") or "array"
    if arrays not in _ARRAYS:
        message = f"arrays cannot come back as '{arrays}'"
        note = 'help: write "array" or "numpy"'
        resolver.lowering.complain("E0406", message, items["arrays"].span, notes=(note,))
    return Library(
        module.name,
        binding,
        tuple(resolver.declarations.items),
        reader.texts(items, "prefix"),
        reader.encoding(items) or Encoding("utf-8"),
        arrays,
        reader.text(items, "helpstring"),
        path,
        origin=module.name_span,
    )


def _declares_symbols(declaration: SimpleDeclaration) -> bool:
    """Whether these are functions or variables, which stay with the file that declares them."""
    if declaration.storage is Storage.TYPEDEF or not declaration.declarators:
        return False
    return any(init.value is None for init in declaration.declarators)


def _described_function(init: InitDeclarator) -> FunctionOf | None:
    """The parameter list of a typedef of a function or function pointer."""
    found = function_of(init.declarator)
    return found[0] if found is not None else None


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
