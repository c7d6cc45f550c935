"""All the text of a module at once."""

from __future__ import annotations

from dataclasses import dataclass

from interop.emit.cmodule import stubs
from interop.emit.ctext import cffi_declarations, headers
from interop.emit.pyi import stub_file
from interop.emit.pymodule import python_module
from interop.model.manifest import digest
from interop.plan.library import LibraryPlan

_UNDEF = '#include "interop/undef.h"\n'


@dataclass(frozen=True, slots=True)
class Generated:
    """What a build writes, hands to cffi, and compiles."""

    cdef: tuple[tuple[str, int | None], ...]
    """For ``ffi.cdef``, in pieces, each with its ``pack``."""
    headers: str
    """What the declarations need to be C: headers, or the declarations themselves; needs no Python."""
    preamble: str
    """For ``ffi.set_source``: the stub runtime and ``headers``."""
    stubs: str
    """Follows cffi's own C in the same translation unit."""
    init_py: str
    init_pyi: str


def generate(plan: LibraryPlan) -> Generated:
    """The same plan gives the same text, whatever order dictionaries and hashes have."""
    mark = digest(plan.library)
    needed = headers(plan.library)
    # The stub runtime comes before the user's headers, whose macros would otherwise rewrite it; behind them end their
    # macros of names that cffi's text and the stubs use.
    runtime = ["checked" if plan.checked else "module"]
    runtime += ["callbacks"] if plan.callbacks else []
    runtime += ["vtables"] if any(record.keeps for record in plan.records) else []
    return Generated(
        cdef=cffi_declarations(plan.library),
        headers=needed,
        preamble="".join((*(f'#include "interop/{name}.h"\n' for name in runtime), needed, _UNDEF)),
        stubs=stubs(plan, mark),
        init_py=python_module(plan, mark),
        init_pyi=stub_file(plan),
    )
