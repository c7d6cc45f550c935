"""Loops around one call, compiled from text so that nothing stands between the loop and the call."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import repeat
from typing import Any

from peers import Peer
from rows import VALUES, Row, names_in

Loop = Callable[[int], None]


def loop(row: Row, peer: Peer) -> Loop:
    """``loop(n)`` makes the call n times. Each has code of its own, since CPython specialises code as it runs."""
    statement = row.statement(peer.takes_keywords)
    names = {"function": peer.function(row), **peer.objects, **{name: VALUES[name] for name in names_in(statement)}}
    return compiled(f"try: {statement}\n        except error: pass" if row.raises else statement, names)


def empty_loop() -> Loop:
    """What the loop costs without the call."""
    return compiled("pass", {})


def check(row: Row, peers: Sequence[Peer]) -> None:
    """Refuses to measure peers that do not give the same answer."""
    answers = {peer.key: answer(row, peer) for peer in peers if peer.key not in row.blank}
    first = next(iter(answers.values()), None)
    if any(answer != first for answer in answers.values()):
        raise SystemExit(f"{row.name}: the peers disagree: {answers}")


def answer(row: Row, peer: Peer) -> object:
    """What the call gives, as values that can be compared between peers."""
    names = {"function": peer.function(row), **peer.objects, **VALUES}
    statement = row.statement(peer.takes_keywords)
    if row.raises:
        try:
            exec(statement, names)
        except Exception as error:
            return getattr(error, "status", None)
        return None
    if row.answer is None:
        return _plain(eval(statement, names))
    exec(statement, names)
    return _plain(eval(row.answer, names))


def _plain(value: Any) -> object:
    if hasattr(value, "x") and hasattr(value, "y"):
        return value.x, value.y
    if hasattr(value, "__iter__") and not isinstance(value, str | bytes):
        return [_plain(item) for item in value]
    return value


def compiled(statement: str, names: Mapping[str, Any]) -> Loop:
    """The loop around a statement; ``names`` are local variables in it."""
    scope: dict[str, Any] = {"repeat": repeat, **names}
    text = f"""
def loop(n, error=Exception, {"".join(f"{name}={name}, " for name in names)}):
    for _ in repeat(None, n):
        {statement}
"""
    exec(compile(text, "<loop>", "exec"), scope)
    made: Loop = scope["loop"]
    return made
