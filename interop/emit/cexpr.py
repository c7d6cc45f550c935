"""Expressions of declarations as C: integer arithmetic neither wraps nor traps, whoever's names they use."""

from __future__ import annotations

from interop.emit import names
from interop.model.expr import Binary, Conditional, Expr, Name, Number, Unary, through, to_c
from interop.plan.items import Count, Item, ItemClass
from interop.plan.library import LibraryPlan

INTEGERS = (ItemClass.SIGNED, ItemClass.UNSIGNED)

_ARITHMETIC = ("+", "-", "*", "/", "%", "<<")


def counts_bytes(count: Count | None, item: Item) -> bool:
    """Whether elements must be multiplied to be what the expression counts."""
    return count is not None and count.in_bytes and item.klass is not ItemClass.BYTE


class Expressions:
    """How names are spelled where an expression stands, and which of them are integers."""

    plan: LibraryPlan
    slots: frozenset[str] = frozenset()
    """The pointers whose targets are values of their own."""

    def rename(self, name: str) -> str:
        raise AssertionError(f"nobody knows '{name}'")

    def is_number(self, name: str) -> bool:
        """Whether a name is known to be an integer."""
        raise AssertionError(f"nobody knows '{name}'")

    def callee(self, name: str) -> str:
        """How a function is called from a stub: by its symbol, or through the pointer that a lazy binding fills."""
        function = self.plan.library.function(name)
        if function is None:
            return name
        if self.plan.library.binding.is_lazy:
            return names.address(name)
        # In parentheses, so that no macro of the same name is meant; a header's own macros are its business.
        return function.symbol if self.plan.library.binding.headers else f"({function.symbol})"

    def c(self, expr: Expr) -> str:
        return to_c(through(expr, self.slots), self.rename, self.exact)

    def exact(self, expr: Expr) -> str | None:
        """Integer arithmetic, which neither wraps nor traps; None where it is something else, such as pointers."""
        if isinstance(expr, Binary) and expr.operator in _ARITHMETIC and self.is_integral(expr):
            return self.wide(expr)
        return None

    def is_integral(self, expr: Expr) -> bool:
        """Whether an expression is known to be an integer: of numbers, names, and operators upon them."""
        match expr:
            case Number(value=value):
                return isinstance(value, int)
            case Name(name=name):
                return self.is_number(name)
            case Unary(operator="-" | "+", operand=operand):
                return self.is_integral(operand)
            case Unary(operator="*", operand=Name(name=name)):
                return self.is_number(f"*{name}")
            case Binary(operator=operator, left=left, right=right) if operator in _ARITHMETIC:
                return self.is_integral(left) and self.is_integral(right)
            case _:
                return False

    def wide(self, expr: Expr) -> str:
        """An expression for a size: the same arithmetic, wider than any C integer."""
        match expr:
            case Binary(operator="*", left=left, right=right):
                return f"interop_times({self.wide(left)}, {self.wide(right)})"
            case Binary(operator="/", left=left, right=right):
                return f"interop_quotient({self.wide(left)}, {self.wide(right)})"
            case Binary(operator="%", left=left, right=right):
                return f"interop_remainder({self.wide(left)}, {self.wide(right)})"
            case Binary(operator="<<", left=left, right=right):
                return f"interop_shifted({self.wide(left)}, {self.wide(right)})"
            case Unary(operator="-", operand=operand):
                return f"(-{self.wide(operand)})"
            case Binary(operator="+" | "-" as operator, left=left, right=right):
                return f"({self.wide(left)} {operator} {self.wide(right)})"
            case Conditional(test=test, then=then, otherwise=otherwise):
                return f"(({self.c(test)}) ? {self.wide(then)} : {self.wide(otherwise)})"
            case _:
                return f"(interop_wide)({self.c(expr)})"

    def count(self, count: Count, item: Item) -> str:
        """``value, bytes per item`` as interop_count, interop_extent and interop_valid take them."""
        return f"{self.wide(count.expr)}, {f'(int)sizeof({item.spelling})' if counts_bytes(count, item) else '0'}"
