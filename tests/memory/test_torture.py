"""A short run of the torture, and that it would notice what is wrong."""

from __future__ import annotations

import random
import subprocess
import sys
from types import SimpleNamespace
from typing import Any

import pytest

from tests.support.build import ROOT
from tests.support.torture import Torment, Walker, World


@pytest.mark.slow
@pytest.mark.rules("R9.11", "R9.12", "R9.16", "R9.20")
@pytest.mark.parametrize("seed", [1])
def test_nothing_is_left_after_a_torture(seed: int) -> None:
    command = [sys.executable, "-m", "tests.support.torture", "--seconds=5", f"--seed={seed}"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr
    assert run.stdout.startswith(f"torture: 8 threads, 5 s, seed {seed}")
    assert " handles opened, 0 open, " in run.stdout
    assert "; 0 wrong; " in run.stdout


def walked(step: Any) -> list[str]:
    """What was wrong with one step."""
    world = World(SimpleNamespace(), SimpleNamespace(), SimpleNamespace(), None)  # type: ignore[arg-type]
    walker = Walker(world, 0, random.Random(1))
    walker.make("step", lambda: step(walker))
    return world.wrong


def lose(callable_: Any) -> int:
    """A call out that loses what its callable raises."""
    try:
        return int(callable_())
    except Torment:
        return 0


@pytest.mark.parametrize(
    ("step", "noticed"),
    [
        (lambda walker: walker.some("db"), None),
        (lambda walker: walker.calls(lambda f: f(), walker.callable(3, raises=1.0)), None),
        (lambda walker: walker.calls(lose, walker.callable(3, raises=1.0)), "raised nothing, but its callable"),
        (lambda walker: walker.calls(lambda f: f() + 1, walker.callable(3, raises=0.0), want=3), "4 instead of 3"),
        (lambda walker: {}["key"], "KeyError"),
        (lambda walker: (_ for _ in ()).throw(ExceptionGroup("", [Torment(), KeyError()])), "KeyError"),
        (lambda walker: (_ for _ in ()).throw(ExceptionGroup("", [Torment()])), None),
    ],
)
def test_what_is_wrong_is_noticed(step: Any, noticed: str | None) -> None:
    wrong = walked(step)
    assert (wrong == []) if noticed is None else (noticed in wrong[0])
