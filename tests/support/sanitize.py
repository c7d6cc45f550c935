"""The behavioural suite with stubs and test library under three sanitizers, and what they found; ``make sanitize``."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from tests.support.build import ROOT, compiler

SUITE = (
    "tests/calls",
    "tests/failures",
    "tests/guarantees",
    "tests/memory/test_allocator.py",
    "tests/memory/test_lifetimes.py",
    "tests/properties",
    "tests/real",
)
"""Not what counts the allocations of the C library, which the sanitizers replace, not type checkers, and no test that
measures time."""

LEFT_OUT = (
    "--ignore=tests/calls/test_typing.py",
    "--deselect=tests/calls/test_calls.py::test_the_gil_is_released_around_the_call",
)

MODES = "default,copy"

RUNS = {
    "workers": ["-m", "not slow and not alone", "-n", "auto", "--no-loadscope-reorder"],
    "alone": ["-m", "not slow and alone"],
}

FLAGS = "-fsanitize=address,undefined -fno-omit-frame-pointer -fno-wrapv -O0 -g1"

FOLDER = ROOT / ".pytest_cache" / "sanitize"
BINDINGS = FOLDER / "d" / "bindings"
"""Where what is built for the sanitizers is kept."""

CONTROLS = {
    "AddressSanitizer": "list(t.array_at(int(t.ffi.cast('uintptr_t', block)), n=4))",
    "UndefinedBehaviorSanitizer": "t.scalar_inout(-1 << 63, action=1, bad=-1, status=0)",
    "LeakSanitizer": "[t.lib.t_malloc(16) for _ in range(9)] and None",
}
"""For each sanitizer a call that it must report, or it was not there."""

OURS = re.compile(r"\b(interop|t|g)_\w+|/native/(include|testlib)/|/_?t_\w+\.[ch]\b")
"""Part of a stack that goes through generated stubs, their headers or the library under test."""


class Unable(Exception):
    """The sanitizers cannot be used here; the text says why."""


def _runtime_of(sanitizer: str) -> str:
    """The sanitizer's shared library, which must be loaded before anything else."""
    answer = subprocess.run([*compiler(), f"-print-file-name=lib{sanitizer}.so"], capture_output=True, text=True)
    path = answer.stdout.strip()
    if not os.path.isabs(path):
        raise Unable(f"the C compiler has no lib{sanitizer}.so; install it (with GCC on Debian it is libgcc-*-dev)")
    return path


def environment(logs: Path, leaks: bool) -> dict[str, str]:
    """What the suite is built and run with."""
    # The memory of compilers and of Python itself is not our business, so leaks do not decide how a process ends.
    # A thread that Python's end stops leaves with pthread_exit, from the middle of frames whose shadow stays marked.
    # The sanitizer, taking back the stack that it gave to the thread for signals, would report a variable of its own.
    options = f"allocator_may_return_null=1:use_sigaltstack=0:detect_leaks={int(leaks)}:log_path={logs / 'report'}"
    return {
        **os.environ,
        "CFLAGS": FLAGS,
        "LDFLAGS": FLAGS,
        "LD_PRELOAD": f"{_runtime_of('asan')} {_runtime_of('ubsan')}",
        "CC": shlex.join(["env", "-u", "LD_PRELOAD", *compiler()]),
        "ASAN_OPTIONS": options,
        "LSAN_OPTIONS": "exitcode=0",
        # Where both runtimes are loaded, undefined behaviour is reported on stderr alone.
        "UBSAN_OPTIONS": "print_stacktrace=1",
        "PYTHONMALLOC": "malloc",
        "PYTHONPATH": str(ROOT),
    }


@dataclass(slots=True)
class Findings:
    """What the sanitizers reported, as far as it is ours."""

    errors: list[str] = field(default_factory=list)
    undefined: list[str] = field(default_factory=list)
    leaks: list[str] = field(default_factory=list)
    others: int = 0
    """Leaks of the interpreter and of other extensions."""

    def add(self, more: Findings) -> None:
        self.errors += more.errors
        self.undefined += more.undefined
        self.leaks += more.leaks
        self.others += more.others


def _read(logs: Path) -> tuple[Findings, str]:
    """The findings in the reports of all processes, and the whole text."""
    found = Findings()
    text = "\n\n".join(path.read_text(errors="replace") for path in sorted(logs.iterdir()))
    for report in re.split(r"\n\n+|\n(?=\S+ runtime error: )", text):
        if "leak of" in report:
            if OURS.search(report):
                found.leaks.append(report)
            else:
                found.others += 1
        elif "ERROR: AddressSanitizer" in report:
            found.errors.append(report)
        elif "runtime error:" in report:
            found.undefined.append(report)
    return found, text


def _fresh(name: str) -> Path:
    logs = FOLDER / name
    shutil.rmtree(logs, ignore_errors=True)
    logs.mkdir(parents=True)
    return logs


def _run(command: list[str], logs: Path, leaks: bool) -> subprocess.CompletedProcess[str]:
    """Run a command under the sanitizers; what it says on stderr is one of the reports."""
    with open(logs / "stderr", "w") as stderr:
        return subprocess.run(
            command, env=environment(logs, leaks), cwd=ROOT, stdout=subprocess.PIPE, stderr=stderr, text=True
        )


def _control(call: str, leaks: bool) -> tuple[Findings, str]:
    """What is reported of one call in a process of its own."""
    logs = _fresh("control")
    modules = f"import sys\nsys.path.append({str(BINDINGS)!r})\nimport bindings_default.t_guarantees as t\n"
    program = f"{modules}block = t.ffi.new('int64_t[3]')\n{call}\n"
    _run([sys.executable, "-c", program], logs, leaks)
    return _read(logs)


def controls() -> tuple[list[str], bool]:
    """Which sanitizers report what they must, and whether leaks can be looked for on this machine at all."""
    reports = {name: _control(call, leaks=True) for name, call in CONTROLS.items()}
    leaks = "LeakSanitizer has encountered a fatal error" not in reports["LeakSanitizer"][1]
    if not leaks:
        reports = {name: _control(call, leaks=False) for name, call in CONTROLS.items() if name != "LeakSanitizer"}
    kinds = {
        "AddressSanitizer": lambda found: found.errors,
        "UndefinedBehaviorSanitizer": lambda found: found.undefined,
        "LeakSanitizer": lambda found: found.leaks,
    }
    return [name for name, (found, _) in reports.items() if kinds[name](found)], leaks


def _pytest(arguments: list[str], logs: Path, leaks: bool) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", "-q", "--tb=short", "-o", "addopts="]
    # Only what Python writes is captured, so that the reports on stderr come through, from the workers as well.
    command += ["--capture=sys", "-o", f"cache_dir={FOLDER}", *arguments]
    return _run(command, logs, leaks)


def under(name: str, arguments: list[str]) -> tuple[Findings, subprocess.CompletedProcess[str]]:
    """Run Python with these arguments under the sanitizers; what was found, and what was printed."""
    _runtime_of("asan"), _runtime_of("ubsan")
    logs = _fresh(name)
    run = _run([sys.executable, *arguments], logs, leaks=True)
    found, text = _read(logs)
    if "LeakSanitizer has encountered a fatal error" in text:
        logs = _fresh(name)
        run = _run([sys.executable, *arguments], logs, leaks=False)
        found, text = _read(logs)
    if run.returncode != 0:
        print(text)
    return found, run


def main() -> int:
    """Build and run the suite, show that each sanitizer is at work, and print what was found."""
    started = time.monotonic()
    try:
        _runtime_of("asan"), _runtime_of("ubsan")
    except Unable as failure:
        print(f"error: {failure}", file=sys.stderr)
        return 1
    # Whether leaks can be looked for shows only in a module that is built.
    built = _pytest(["-m", "not slow", "tests/guarantees/test_table.py"], _fresh("building"), leaks=False)
    if built.returncode != 0:
        print(built.stdout)
        return 1
    at_work, leaks = controls()
    found, texts, failed = Findings(), [], False
    logs = [_fresh(name) for name in RUNS]
    suites = [[*options, "--modes", MODES, *LEFT_OUT, *SUITE] for options in RUNS.values()]
    # What is not for several workers is a process of its own, which does not disturb them.
    with ThreadPoolExecutor() as pool:
        runs = list(pool.map(_pytest, suites, logs, [leaks] * len(suites)))
    for run, folder in zip(runs, logs, strict=True):
        found.add(_read(folder)[0])
        if run.returncode != 0:
            failed = True
            print(run.stdout)
        texts.append(run.stdout.strip().splitlines()[-1].strip("= ") if run.stdout.strip() else "nothing ran")
    for report in (*found.errors, *found.undefined, *found.leaks):
        print(report, end="\n\n")
    tests = " and ".join(texts)
    expected = [name for name in CONTROLS if leaks or name != "LeakSanitizer"]
    without = "" if leaks else "; leaks could not be looked for on this machine"
    print(
        f"sanitize: {tests}; {len(found.errors)} errors of memory, {len(found.undefined)} of undefined behaviour, "
        f"{len(found.leaks)} leaks; {len(at_work)} of {len(expected)} deliberate faults found{without}; modes {MODES}; "
        f"{time.monotonic() - started:.0f} s in all"
    )
    return 1 if found.errors or found.undefined or found.leaks or failed or at_work != expected else 0


if __name__ == "__main__":
    sys.exit(main())
