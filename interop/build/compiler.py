"""Turn C text and C sources into one shared object by running the compiler, and keep what it said."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import Enum

from interop.build.toolchain import Toolchain

CXX_SUFFIXES = (".cc", ".cpp", ".cxx", ".C")

# Faults that older compilers only warn of, and that would end in a wrong call.
ALWAYS_ERRORS = (
    "-Werror=implicit-function-declaration",
    "-Werror=implicit-int",
    "-Werror=incompatible-pointer-types",
    "-Werror=int-conversion",
)


class Step(Enum):
    """Which part of the work a command does, since the same words mean different things in each."""

    GENERATED = "compile the generated C"
    SOURCE = "compile a source of the module"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One command that was run. ``file`` is what it worked on."""

    step: Step
    file: str
    command: tuple[str, ...]
    status: int
    output: str

    @property
    def failed(self) -> bool:
        return self.status != 0


@dataclass(frozen=True, slots=True)
class Job:
    """What to build. Paths are absolute or relative to the working directory; ``output`` is the shared object."""

    generated: str
    sources: tuple[str, ...]
    output: str
    scratch: str
    """A folder for objects."""
    includes: tuple[str, ...]
    compile_flags: tuple[str, ...]
    link_flags: tuple[str, ...]
    library_choices: tuple[tuple[str, ...], ...]
    """Linker flags for the library, one set per name; the first set that links is taken."""
    warnings_as_errors: bool = False


def compile_commands(toolchain: Toolchain, job: Job) -> list[tuple[Step, str, tuple[str, ...], str]]:
    """The compilations of a job: what for, the source, the command without ``-o``, and the object."""
    includes = tuple(f"-I{folder}" for folder in job.includes)
    strict = ("-Wall", "-Wextra", "-Werror") if job.warnings_as_errors else ()
    commands = [
        (
            Step.GENERATED,
            job.generated,
            (*toolchain.compile_c, *includes, *job.compile_flags, *strict, *ALWAYS_ERRORS, "-c", job.generated),
            os.path.join(job.scratch, "generated.o"),
        )
    ]
    for number, source in enumerate(job.sources):
        base = toolchain.compile_cxx if source.endswith(CXX_SUFFIXES) else toolchain.compile_c
        command = (*base, *includes, *job.compile_flags, "-c", source)
        commands.append((Step.SOURCE, source, command, os.path.join(job.scratch, f"source{number}.o")))
    return commands


def compile_job(toolchain: Toolchain, job: Job, progress: Callable[[str], None]) -> list[Outcome]:
    """Compile and link. Everything that failed is in the answer; the last outcome is the link's if it came to that."""
    commands = compile_commands(toolchain, job)

    def compile_one(entry: tuple[Step, str, tuple[str, ...], str]) -> Outcome:
        step, source, command, target = entry
        return run(step, source, (*command, "-o", target), progress)

    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
        outcomes = list(pool.map(compile_one, commands))
    if not any(outcome.failed for outcome in outcomes):
        outcomes.append(_link(toolchain, job, [target for *_, target in commands], progress))
    return outcomes


def _link(toolchain: Toolchain, job: Job, objects: Sequence[str], progress: Callable[[str], None]) -> Outcome:
    base = toolchain.link_cxx if any(source.endswith(CXX_SUFFIXES) for source in job.sources) else toolchain.link_c
    first: Outcome | None = None
    for libraries in job.library_choices or ((),):
        command = (*base, *objects, *job.link_flags, *libraries, *toolchain.link_libraries, "-o", job.output)
        outcome = run(Step.LINK, job.output, command, progress)
        if not outcome.failed:
            return outcome
        # The name that is meant to be linked comes first, so its failure is the one to tell about.
        first = first or outcome
    assert first is not None
    return first


def run(step: Step, file: str, command: tuple[str, ...], progress: Callable[[str], None]) -> Outcome:
    """Run one command with plain English output. A command that cannot be started is an outcome like any other."""
    progress(shlex.join(command))
    # Name by name: other threads may take some out meanwhile.
    inherited = {name: value for name in list(os.environ) if (value := os.environ.get(name)) is not None}
    environment = {**inherited, "LC_ALL": "C", "GCC_COLORS": ""}
    try:
        done = subprocess.run(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
    except OSError as error:
        return Outcome(step, file, command, 127, f"{command[0]}: {error.strerror}")
    return Outcome(step, file, command, done.returncode, done.stdout.decode("utf-8", "replace"))


def preprocess(toolchain: Toolchain, job: Job) -> str | None:
    """Everything the compiler would read, as one text, without places; None where it cannot be had."""
    texts = []
    for step, source, command, _ in compile_commands(toolchain, job):
        outcome = run(step, source, (*command[:-2], "-E", "-P", source), lambda line: None)
        if outcome.failed:
            return None
        texts.append(outcome.output)
    return "\n".join(texts)
