"""What the tables of guarantees for calls out and for calls in have in common: how one cell is tried and judged."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from tests.support.guarantees import Fault

try:
    import _testcapi
except ImportError:
    _testcapi = None

HAS_PYTHON_MEMORY = _testcapi is not None
"""Allocations of Python can be made to fail."""

MOST = 400
"""No call of the table allocates more often than this."""

PATIENCE = 3
"""After as many rounds in which every later allocation could fail unnoticed, there are none."""


@dataclass(frozen=True, slots=True)
class Raised:
    """The outcome of a call that raised."""

    error: type[BaseException]
    exception: BaseException | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a cell came out: how many calls were made, and what did not hold in the first that was wrong."""

    calls: int
    wrong: str | None = None


class Broken(Exception):
    """A guarantee does not hold; the text says which."""


def starve_python(starve: tuple[int, int]) -> None:
    """From now on these of Python's allocations fail: (3, 5) the fourth and fifth, (3, 0) all from the fourth."""
    _testcapi.set_nomemory(*starve)


def feed_python() -> None:
    """No allocation of Python fails any more."""
    if _testcapi is not None:
        _testcapi.remove_mem_hooks()


def attempt(
    call: Callable[[], Any], starve: tuple[int, int] | None = None, at_once: bool = True, keeps: bool = False
) -> Any:
    """What a call returns, or Raised, which ``keeps`` the exception. ``starve``: these of Python's allocations fail,
    ``at_once`` or from when the call says so."""
    if starve is not None and at_once:
        starve_python(starve)
    try:
        return call()
    except BaseException as failure:
        feed_python()
        return Raised(type(failure), failure if keeps else None)
    finally:
        feed_python()


def check(what: str, got: object, want: object) -> None:
    if got != want:
        raise Broken(f"{what}: {got!r} instead of {want!r}")


def is_raised(outcome: Any, *errors: type[BaseException]) -> bool:
    return isinstance(outcome, Raised) and issubclass(outcome.error, errors)


Judge = Callable[..., Any]
"""Makes one call and raises Broken if it does not come out as it must; ``starve`` and ``fail_at`` say what fails."""


def _with_c_memory(judge: Judge, allocations: int) -> Iterator[None]:
    """Let every allocation of C fail once."""
    for k in range(1, allocations + 1):
        if not is_raised(judge(fail_at=k), Exception):
            raise Broken(f"allocation {k} of C failed unnoticed")
        yield


def _with_python_memory(judge: Judge) -> Iterator[None]:
    """Let every allocation of Python fail once; the last round shows that there are no further ones."""
    calm = 0
    for k in range(MOST):
        judge(starve=(k, k + 1))
        yield
        # A failed allocation may be survived; that none comes any more shows when all later ones may fail.
        calm = 0 if is_raised(judge(starve=(k, 0)), MemoryError) else calm + 1
        yield
        if calm == PATIENCE:
            return
    raise Broken(f"more than {MOST} allocations")


def verdict(fault: Fault, judge: Judge, allocations: Callable[[], int]) -> Verdict:
    """Try one cell: one call, or one for every allocation; ``allocations`` tells how many C made in the last."""
    calls = 0
    try:
        match fault:
            case Fault.C_MEMORY:
                judge()
                calls = 1
                for _ in _with_c_memory(judge, allocations()):
                    calls += 1
            case Fault.PYTHON_MEMORY if _testcapi is not None:
                for _ in _with_python_memory(judge):
                    calls += 1
            case _:
                calls = 1
                judge()
    except Broken as broken:
        return Verdict(calls, str(broken))
    return Verdict(calls)
