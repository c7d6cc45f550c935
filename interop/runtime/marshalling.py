"""Find the marshallers that ``marshal_with("module:Class")`` names, and see which directions they serve.

A marshaller is a class (or an object) with some of these methods; which ones it has says what it can do:

    one for all calls:  to_c(value), from_c(native), free(native)
    one for each call:  from_python(value), to_c(), called(), from_c(native), to_python(), free()

A class that has ``from_python`` or ``to_python`` is of the second kind: an instance is made for each call. Of any other
class one instance is made, at import. ``interop.marshallers`` has ready ones, and protocols for both.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Abilities:
    """What a marshaller can do, from the methods that it has."""

    __slots__ = ("accepted_type", "from_c", "per_call", "python_type", "to_c")

    def __init__(self, target: Any) -> None:
        def has(*methods: str) -> bool:
            return all(callable(getattr(target, method, None)) for method in methods)

        self.per_call = has("from_python") or has("to_python")
        self.to_c = has("from_python", "to_c") if self.per_call else has("to_c")
        self.from_c = has("from_c", "to_python") if self.per_call else has("from_c")
        gives, takes = getattr(target, "python_type", None), getattr(target, "accepted_type", None)
        self.python_type: str | None = gives if isinstance(gives, str) else None
        self.accepted_type: str | None = takes if isinstance(takes, str) else self.python_type

    def missing(self, direction: str) -> str:
        """The methods that a direction (``to_c``, ``from_c``) would need, in words."""
        if not self.per_call:
            return f"{direction}()"
        return "from_python() and to_c()" if direction == "to_c" else "from_c() and to_python()"


def resolve(path: str, package: str) -> Any:
    """The object that ``"module:name"`` means; ``".module:name"`` is one beside the generated package.

    >>> resolve("os.path:join", "bindings.zlib").__name__
    'join'
    """
    name, _, attribute = path.partition(":")
    beside = package.rpartition(".")[0]
    if name.startswith(".") and not beside:
        # The generated package is at the top itself, and so is what stands beside it.
        name = name.removeprefix(".")
    target: Any = import_module(name, beside or None)
    for part in attribute.split("."):
        target = getattr(target, part)
    return target


def load(package: str, path: str, needs: str, place: str) -> tuple[Any, ...]:
    """What the stubs of ``package`` use of a marshaller: ``(class, to_c, from_c, free)``.

    ``needs`` says what the declarations ask of it: the words ``to_c``, ``from_c``, ``elements``. A marshaller of the
    kind that is made for each call gives the class alone. Raises ``ImportError`` naming the ``place`` in the ``.cdef``.
    """
    where = f'{package}: marshal_with("{path}") in {place}'
    try:
        target = resolve(path, package)
    except ModuleNotFoundError as error:
        raise ImportError(f"{where}: {error}", name=package) from error
    except AttributeError as error:
        raise ImportError(f"{where}: {error}", name=package) from error
    abilities = Abilities(target)
    for direction in ("to_c", "from_c"):
        if direction in needs.split() and not getattr(abilities, direction):
            raise ImportError(f"{where}: it has no {abilities.missing(direction)}", name=package)
    if not abilities.per_call:
        if isinstance(target, type):
            try:
                target = target()
            except TypeError as error:
                raise ImportError(f"{where}: it cannot be made without arguments: {error}", name=package) from error
        return None, *(getattr(target, method, None) for method in ("to_c", "from_c", "free"))
    if "elements" in needs.split():
        raise ImportError(f"{where}: elements and fields need one that is not made for each call", name=package)
    if not isinstance(target, type):
        raise ImportError(f"{where}: it is made for each call, so it must be a class", name=package)
    return target, None, None, None
