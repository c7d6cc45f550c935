"""Loops around one call, compiled from text so that nothing stands between the loop and the call."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import repeat
from typing import Any

from peers import Peer
from rows import VALUES, Row

Loop = Callable[[int], None]


def loop(row: Row, peer: Peer) -> Loop:
    """``loop(n)`` makes the call n times. Each has code of its own, since CPython specialises code as it runs."""
    call = f"function({row.arguments})"
    return _compiled(f"try: {call}\n        except error: pass" if row.raises else call, row, peer.function(row))


def empty_loop() -> Loop:
    """What the loop costs without the call."""
    return _compiled("pass", None, None)


def check(row: Row, peers: Sequence[Peer]) -> None:
    """Refuses to measure peers that do not give the same answer."""
    answers = {peer.key: _answer(row, peer) for peer in peers}
    first = next(iter(answers.values()), None)
    if any(answer != first for answer in answers.values()):
        raise SystemExit(f"{row.name}: the peers disagree: {answers}")


def _answer(row: Row, peer: Peer) -> object:
    names = {"function": peer.function(row), **VALUES}
    if row.raises:
        try:
            eval(f"function({row.arguments})", names)
        except Exception as error:
            return getattr(error, "status", None)
        return None
    answer = eval(f"function({row.arguments})", names)
    return list(answer) if hasattr(answer, "__iter__") and not isinstance(answer, str) else answer


def _compiled(statement: str, row: Row | None, function: Any) -> Loop:
    values = row.values if row is not None else ()
    text = f"""
def loop(n, function=function, error=Exception, {"".join(f"{name}={name}, " for name in values)}):
    for _ in repeat(None, n):
        {statement}
"""
    scope: dict[str, Any] = {"function": function, "repeat": repeat, **{name: VALUES[name] for name in values}}
    exec(compile(text, "<loop>", "exec"), scope)
    made: Loop = scope["loop"]
    return made
