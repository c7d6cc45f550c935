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
    call = row.statement
    statement = f"try: {call}\n        except error: pass" if row.raises else call
    return _compiled(statement, row, peer.function(row), peer.record)


def empty_loop() -> Loop:
    """What the loop costs without the call."""
    return _compiled("pass", None, None, None)


def check(row: Row, peers: Sequence[Peer]) -> None:
    """Refuses to measure peers that do not give the same answer."""
    answers = {peer.key: _answer(row, peer) for peer in peers}
    first = next(iter(answers.values()), None)
    if any(answer != first for answer in answers.values()):
        raise SystemExit(f"{row.name}: the peers disagree: {answers}")


def _answer(row: Row, peer: Peer) -> object:
    names = {"function": peer.function(row), "record": peer.record, **VALUES}
    if row.raises:
        try:
            eval(f"function({row.arguments})", names)
        except Exception as error:
            return getattr(error, "status", None)
        return None
    if "=" in row.form:
        exec(row.statement, names)
        return None
    answer = eval(row.statement, names)
    if type(answer) is type(peer.record):
        return answer.x, answer.y
    return list(answer) if hasattr(answer, "__iter__") and not isinstance(answer, str) else answer


def _compiled(statement: str, row: Row | None, function: Any, record: Any) -> Loop:
    values = row.values if row is not None else ()
    text = f"""
def loop(n, function=function, record=record, error=Exception, {"".join(f"{name}={name}, " for name in values)}):
    for _ in repeat(None, n):
        {statement}
"""
    scope: dict[str, Any] = {"function": function, "record": record, "repeat": repeat}
    scope.update((name, VALUES[name]) for name in values)
    exec(compile(text, "<loop>", "exec"), scope)
    made: Loop = scope["loop"]
    return made
