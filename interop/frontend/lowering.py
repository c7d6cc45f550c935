"""Types and expressions of the syntax tree as types and expressions of the model."""

from __future__ import annotations

from collections.abc import Callable, Set
from dataclasses import dataclass, replace
from typing import assert_never

from interop.diag.codes import finding
from interop.diag.report import Label, Report
from interop.diag.span import Span
from interop.frontend.scope import DEEPEST_TYPE, Scope
from interop.frontend.suggest import closest
from interop.frontend.tree import (
    ArrayOf,
    Builtin,
    CallOf,
    CastTo,
    Derivation,
    EnumSpecifier,
    Expression,
    FunctionOf,
    MemberOf,
    Operation,
    ParameterDeclaration,
    PointerTo,
    RecordSpecifier,
    Specifiers,
    TypeName,
    TypeReference,
)
from interop.model.ctype import PRIMITIVES, VOID, Array, CType, EnumRef, FunctionType, Pointer, RecordRef, Void, strip
from interop.model.evaluate import constant
from interop.model.expr import (
    Binary,
    Call,
    Cast,
    Conditional,
    Expr,
    Index,
    Member,
    Name,
    Number,
    SizeofType,
    String,
    Unary,
    names,
)

_PLANNED_TYPES = frozenset(
    [
        "VARIANT",
        "VARIANT_BOOL",
        "SAFEARRAY",
        "DECIMAL",
        "DATE",
        "CURRENCY",
        "CY",
        "GUID",
        "IID",
        "CLSID",
    ]
)
_FOREIGN_TYPES = frozenset(
    ["__int128", "__int128_t", "__uint128_t", "_Complex", "__complex__", "__float128", "_Float128", "_Decimal64"]
)
USUAL_TYPES = {
    "off_t": "long",
    "time_t": "long",
    "clock_t": "long",
    "suseconds_t": "long",
    "pid_t": "int",
    "clockid_t": "int",
    "key_t": "int",
    "mode_t": "unsigned int",
    "uid_t": "unsigned int",
    "gid_t": "unsigned int",
    "id_t": "unsigned int",
    "socklen_t": "unsigned int",
    "useconds_t": "unsigned int",
    "dev_t": "unsigned long",
    "ino_t": "unsigned long",
    "nlink_t": "unsigned long",
    "sa_family_t": "unsigned short",
    "in_addr_t": "unsigned int",
    "in_port_t": "unsigned short",
    "uint": "unsigned int",
    "ushort": "unsigned short",
    "ulong": "unsigned long",
    "uchar": "unsigned char",
    "byte": "unsigned char",
    "BYTE": "unsigned char",
    "WORD": "unsigned short",
    "DWORD": "unsigned int",
    "UINT": "unsigned int",
    "BOOL": "int",
    "u8": "uint8_t",
    "u16": "uint16_t",
    "u32": "uint32_t",
    "u64": "uint64_t",
    "i8": "int8_t",
    "i16": "int16_t",
    "i32": "int32_t",
    "i64": "int64_t",
}
"""What names that no module knows usually stand for, for the advice about them."""
_LONGEST_ARRAY = 2**31 - 1

_SPELLINGS = {
    "bool": "_Bool",
    "char": "char",
    "char signed": "signed char",
    "char unsigned": "unsigned char",
    "short": "short",
    "short unsigned": "unsigned short",
    "int": "int",
    "unsigned": "unsigned int",
    "long": "long",
    "long unsigned": "unsigned long",
    "long long": "long long",
    "long long unsigned": "unsigned long long",
    "float": "float",
    "double": "double",
    "double long": "long double",
}
"""Canonical spellings by the sorted words, without ``int`` and ``signed`` where they add nothing."""


@dataclass(frozen=True, slots=True)
class Qualified:
    """A type with what qualifies the value itself; ``length`` is that of an array which became a pointer."""

    type: CType
    const: bool = False
    depth: int = 0
    length: Expr | None = None
    volatile: bool = False


@dataclass(frozen=True, slots=True)
class Bodies:
    """What to do with a ``struct`` or ``enum`` body that stands inside a type; None when it was not understood."""

    record: Callable[[RecordSpecifier], RecordRef | None]
    enum: Callable[[EnumSpecifier], EnumRef | None]


def const_of_target(specifiers: Specifiers, derivations: tuple[Derivation, ...]) -> Span | None:
    """Where ``const`` was said of what the outermost pointer (or array that became one) points at."""
    if not derivations or isinstance(derivations[0], FunctionOf):
        return None
    if len(derivations) == 1:
        return specifiers.const
    return derivations[1].const if isinstance(derivations[1], PointerTo) else None


def canonical(words: tuple[str, ...]) -> CType | None:
    """The type that C's own type words name, in any order."""
    plain = ["_Bool" if word == "bool" else word.strip("_") if "signed" in word else word for word in words]
    if plain == ["void"]:
        return VOID
    if plain == ["_Bool"]:
        return PRIMITIVES["_Bool"]
    if (
        plain.count("int") > 1
        or plain.count("long") > 2
        or any(plain.count(w) > 1 for w in plain if w not in ("long",))
    ):
        return None
    if "signed" in plain and "unsigned" in plain:
        return None
    if "int" in plain and len(plain) > 1:
        plain.remove("int")
    if "signed" in plain and "char" not in plain:
        plain.remove("signed")
        plain = plain or ["int"]
        if plain[0] in ("float", "double"):
            return None
    spelling = _SPELLINGS.get(" ".join(sorted(plain)))
    return PRIMITIVES[spelling] if spelling is not None else None


class Lowering:
    """Lowers with the names of one scope. ``gaps`` counts what could not be lowered, whether or not it was reported."""

    def __init__(self, scope: Scope, report: Report, bodies: Bodies) -> None:
        self.scope = scope
        self.report = report
        self.bodies = bodies
        self.gaps = 0
        self.described: list[FunctionOf] = []

    def describe(self, function: FunctionOf) -> None:
        """The parameters of this function pointer may be annotated: what they say is read apart."""
        self.described.append(function)

    def complain(
        self,
        code: str,
        message: str,
        at: Span,
        label: str = "",
        *,
        also: tuple[Label, ...] = (),
        notes: tuple[str, ...] = (),
    ) -> None:
        self.gaps += 1
        self.report.add(finding(code, message, at, label, also=also, notes=notes))

    # Types

    def base(self, specifiers: Specifiers) -> Qualified | None:
        """The type before the declarators."""
        base = self.unqualified(specifiers)
        return replace(base, volatile=True) if base is not None and specifiers.volatile else base

    def unqualified(self, specifiers: Specifiers) -> Qualified | None:
        """The same, ``volatile`` apart."""
        const = specifiers.const is not None
        match specifiers.base:
            case Builtin(words=words, span=span):
                ctype = canonical(words)
                if ctype is None:
                    self.complain("E0120", f"there is no type '{' '.join(words)}' in C", span)
                    return None
                return Qualified(ctype, const)
            case TypeReference() as reference:
                found = self.typedef(reference)
                return None if found is None else Qualified(found.type, const or found.const, found.depth)
            case RecordSpecifier(fields=None, tag=str(tag), is_union=is_union, name_span=span):
                kind = "union" if is_union else "struct"
                if not self.tag_agrees(tag, kind, span):
                    return None
                spelling = f"{kind} {tag}"
                return Qualified(RecordRef(spelling, is_union, spelling not in self.scope.complete), const)
            case RecordSpecifier() as record:
                reference_to_record = self.bodies.record(record)
                return None if reference_to_record is None else Qualified(reference_to_record, const)
            case EnumSpecifier(members=None, tag=str(tag), name_span=span):
                if not self.tag_agrees(tag, "enum", span):
                    return None
                if tag not in self.scope.enums:
                    self.unknown_type(f"enum {tag}", span, [f"enum {known}" for known in self.scope.enums])
                    return None
                return Qualified(self.scope.enums[tag], const)
            case EnumSpecifier() as enum:
                reference_to_enum = self.bodies.enum(enum)
                return None if reference_to_enum is None else Qualified(reference_to_enum, const)
            case _ as other:
                assert_never(other)

    def tag_agrees(self, tag: str, kind: str, span: Span) -> bool:
        """Whether a tag is used with the word it was first used with."""
        if tag in self.scope.doubtful:
            self.gaps += 1
            return kind != "enum" or tag in self.scope.enums
        first = self.scope.tag_kinds.setdefault(tag, kind)
        if first != kind:
            place = self.scope.tags.get(tag)
            also = (Label(place, f"'{first} {tag}' is declared here"),) if place is not None else ()
            self.complain("E0302", f"'{tag}' is a {first}, not a {kind}", span, also=also)
        return first == kind

    def typedef(self, reference: TypeReference) -> Qualified | None:
        name = reference.name
        entry = self.scope.types.get(name)
        if entry is not None:
            return Qualified(entry.type, entry.is_const, entry.depth)
        self.unknown_type(name, reference.span, [*self.scope.types, *PRIMITIVES])
        return None

    def unknown_type(self, name: str, span: Span, known: list[str]) -> None:
        if name in self.scope.doubtful or name.rpartition(" ")[2] in self.scope.doubtful:
            self.gaps += 1
            return
        if name in _PLANNED_TYPES:
            self.complain("E0609", f"the type '{name}' is not supported yet", span)
            return
        if name in _FOREIGN_TYPES:
            self.complain("E0609", f"the type '{name}' is not supported", span)
            return
        later = self.scope.later.get(name)
        also = (Label(later, "it is declared only here"),) if later is not None else ()
        for kind in ("struct", "union"):
            if name in self.scope.tag_kinds and self.scope.tag_kinds[name] == kind:
                self.complain("E0301", f"there is no type '{name}'", span, notes=(f"help: write '{kind} {name}'",))
                return
        near = closest(name, known) if later is None else None
        usual = USUAL_TYPES.get(name, f"struct {name}")
        note = f"help: declare it first, for example 'typedef {usual} {name};'"
        if near is not None and name not in USUAL_TYPES:
            note = f"help: did you mean '{near}'?"
        notes = () if later is not None or (" " in name and not near) else (note,)
        self.complain("E0301", f"there is no type '{name}'", span, also=also, notes=notes)

    def derive(self, base: Qualified, derivations: tuple[Derivation, ...], at: Span) -> Qualified | None:
        """The type of a declarator: its derivations around the base type, the one nearest the name outermost."""
        ctype, const, volatile, depth = base.type, base.const, base.volatile, base.depth
        for derivation in reversed(derivations):
            depth += 1
            match derivation:
                case PointerTo():
                    ctype = Pointer(ctype, const, volatile)
                    const, volatile = derivation.const is not None, derivation.volatile
                case ArrayOf():
                    if not self.may_be_element(ctype, at):
                        return None
                    count = None
                    if derivation.size is not None:
                        count = self.array_length(derivation.size)
                        if count is None:
                            return None
                    ctype = Array(ctype, count)
                case FunctionOf():
                    function = self.function_type(ctype, derivation, at)
                    if function is None:
                        return None
                    depth = max(depth, function.depth)
                    ctype, const, volatile = function.type, False, False
                case _ as other:
                    assert_never(other)
        if depth > DEEPEST_TYPE:
            self.complain("E0109", f"this type stands on more than {DEEPEST_TYPE} others", at)
            return None
        return Qualified(ctype, const, depth, volatile=volatile)

    def may_be_element(self, ctype: CType, at: Span) -> bool:
        match strip(ctype):
            case Void():
                self.complain("E0311", "an array cannot have elements of type void", at)
            case FunctionType():
                self.complain("E0311", "an array cannot have functions as elements", at)
            case _:
                return True
        return False

    def array_length(self, size: Expression) -> int | None:
        value = self.constant(size, "an array's length")
        if value is None:
            return None
        if not isinstance(value, int) or not 0 <= value <= _LONGEST_ARRAY:
            shown = value if isinstance(value, int | float) else "a string"
            self.complain("E0317", f"an array cannot have {shown} elements", size.span)
            return None
        return value

    def function_type(self, result: CType, function: FunctionOf, at: Span) -> Qualified | None:
        if isinstance(strip(result), Array | FunctionType):
            kind = "an array" if isinstance(strip(result), Array) else "a function"
            self.complain("E0311", f"a function cannot return {kind}", at, notes=("help: return a pointer to it",))
            return None
        parameters: list[CType] = []
        depth = 0
        is_described = any(function is known for known in self.described)
        names_of = {p.declarator.name for p in function.parameters if p.declarator.name is not None}
        for declaration in function.parameters:
            inner = declaration.declarator.derivations
            if is_described:
                self.described += [d for d in inner[:2] if isinstance(d, FunctionOf)]
            elif declaration.attributes.span is not None:
                message = "the parameters of this function pointer cannot be annotated here"
                note = "help: give the function pointer a typedef of its own"
                self.complain("E0603", message, declaration.attributes.span, notes=(note,))
            parameter = self.parameter(declaration, names_of)
            if parameter is None:
                return None
            parameters.append(parameter.type)
            depth = max(depth, parameter.depth + 1)
        return Qualified(FunctionType(result, tuple(parameters), function.variadic is not None), depth=depth)

    def parameter(self, declaration: ParameterDeclaration, names: Set[str] = frozenset()) -> Qualified | None:
        """A parameter's type: arrays and functions have become pointers. ``names`` are those of all parameters."""
        base = self.base(declaration.specifiers)
        declarator = declaration.declarator
        derivations, length = self.variable_length(declarator.derivations, names)
        derived = None if base is None else self.derive(base, derivations, declarator.span)
        if derived is None:
            return None
        match strip(derived.type):
            case Array(element=element, count=count):
                if count is not None:
                    length = Number(str(count), count, declarator.span)
                return Qualified(Pointer(element, derived.const, derived.volatile), False, derived.depth, length)
            case FunctionType():
                return Qualified(Pointer(derived.type), False, derived.depth)
            case Void():
                self.complain("E0311", "a parameter cannot be of type void", declaration.declarator.span)
                return None
            case _:
                return derived

    def variable_length(
        self, derivations: tuple[Derivation, ...], names: Set[str]
    ) -> tuple[tuple[Derivation, ...], Expr | None]:
        """``double x[n]``, where ``n`` is a parameter: the length apart from the derivations."""
        match derivations:
            case (ArrayOf(size=Name(name=name) as length, span=span), *rest) if name in names:
                return (ArrayOf(None, span), *rest), length
            case _:
                return derivations, None

    def type_name(self, name: TypeName) -> CType | None:
        base = self.base(name.specifiers)
        derived = None if base is None else self.derive(base, name.declarator.derivations, name.span)
        return None if derived is None else derived.type

    # Expressions

    def expression(self, expression: Expression) -> Expr | None:
        """The expression with its types resolved; names in it are not looked up."""
        match expression:
            case Number() | String() | Name():
                return expression
            case Operation(operator="?:", operands=(test, then, otherwise), span=span):
                parts = self.expressions(test, then, otherwise)
                return None if parts is None else Conditional(parts[0], parts[1], parts[2], span)
            case Operation(operator="[]", operands=(base, index), span=span):
                parts = self.expressions(base, index)
                return None if parts is None else Index(parts[0], parts[1], span)
            case Operation(operator=operator, operands=(left, right), span=span):
                parts = self.expressions(left, right)
                return None if parts is None else Binary(operator, parts[0], parts[1], span)
            case Operation(operator=operator, operands=(operand,), span=span):
                parts = self.expressions(operand)
                return None if parts is None else Unary(operator, parts[0], span)
            case CallOf(function=function, arguments=arguments, span=span):
                parts = self.expressions(*arguments)
                return None if parts is None else Call(function, parts, span)
            case MemberOf(base=base, name=name, arrow=arrow, span=span):
                parts = self.expressions(base)
                return None if parts is None else Member(parts[0], name, arrow, span)
            case CastTo(type=type_, operand=None, span=span):
                ctype = self.type_name(type_)
                return None if ctype is None else SizeofType(ctype, span)
            case CastTo(type=type_, operand=operand, span=span):
                ctype = self.type_name(type_)
                parts = self.expressions(operand)
                return None if ctype is None or parts is None else Cast(ctype, parts[0], span)
            case _:
                return None

    def expressions(self, *expressions: Expression | None) -> tuple[Expr, ...] | None:
        lowered = tuple(None if expression is None else self.expression(expression) for expression in expressions)
        sound = tuple(expression for expression in lowered if expression is not None)
        return sound if len(sound) == len(lowered) else None

    def constant(self, expression: Expression, what: str) -> int | float | bytes | None:
        """The value of an expression that must be known now; why it is not known is reported."""
        lowered = self.expression(expression)
        if lowered is None:
            return None
        value = constant(lowered, self.scope.constants)
        if value is None:
            self.explain_not_constant(lowered, what)
        return value

    def explain_not_constant(self, expr: Expr, what: str) -> None:
        for name in names(expr):
            if name.name in self.scope.constants:
                continue
            if name.name in self.scope.doubtful:
                self.gaps += 1
                return
            later = self.scope.later.get(name.name)
            if later is not None and name.name not in self.scope.origins:
                self.complain(
                    "E0304",
                    f"'{name.name}' is not known yet",
                    name.span,
                    also=(Label(later, "it is declared only here"),),
                )
            elif name.name in self.scope.origins:
                also = (Label(self.scope.origins[name.name], "declared here"),)
                self.complain("E0305", f"{what} must be constant, and '{name.name}' is not", name.span, also=also)
            else:
                near = closest(name.name, self.scope.constants)
                self.complain(
                    "E0304",
                    f"there is no constant '{name.name}'",
                    name.span,
                    notes=(f"help: did you mean '{near}'?",) if near else (),
                )
            return
        self.complain("E0305", f"{what} must be a constant that can be computed here", expr.span)
