"""The command line: check, build, explain, manifest. Parses options, prints, and sets the exit code.

Exit codes: 0 all is well, 1 something is wrong with a declaration or a build, 2 the command cannot be carried out.
"""

from __future__ import annotations

import argparse
import io
import os
import re
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from interop import __version__

if TYPE_CHECKING:
    from interop.diag.report import Report

CODE = re.compile(r"[EWN]\d{4}")


class CannotRun(Exception):
    """The command cannot be carried out as given; the text is one sentence."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a character of a declaration shows its number instead.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    options = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = options.command
    try:
        return command(options)
    except CannotRun as error:
        print(f"interop: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # The reader of our output, such as head, has seen enough. Python would complain again when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="interop", description="Platform invoke for Python: annotated C declarations in, one extension module out."
    )
    parser.add_argument("--version", action="version", version=f"interop {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    check = commands.add_parser("check", help="report every fault of .cdef files", description=_check.__doc__)
    check.add_argument("files", nargs="+", metavar="FILE")
    check.add_argument("--strict", action="store_true", help="pointers without annotations are faults")
    check.set_defaults(command=_check)

    build = commands.add_parser("build", help="build importable packages", description=_build.__doc__)
    build.add_argument("files", nargs="+", metavar="FILE")
    build.add_argument("--out", required=True, metavar="DIR", help="the folder the packages are put into")
    build.add_argument("--strict", action="store_true", help="refuse pointers without annotations")
    build.add_argument("--force", choices=("copy", "pin"), help="copy every array, or pin it where that is legal")
    build.add_argument(
        "--checked", action="store_true", help="report native functions that break their contract; slower"
    )
    build.add_argument("--no-abi3", action="store_true", help="build for this version of Python alone; a little faster")
    build.add_argument(
        "--warnings-as-errors", action="store_true", help="fail if the C compiler warns of generated code"
    )
    build.add_argument("--verbose", action="store_true", help="show every command and what it prints")
    build.set_defaults(command=_build)

    explain = commands.add_parser(
        "explain", help="say what was decided, or what a code means", description=_explain.__doc__
    )
    explain.add_argument("subject", metavar="FILE|CODE", help="a .cdef file, or a code such as E0203")
    explain.add_argument(
        "function", nargs="?", metavar="NAME", help="only this function, callback, handle, struct or union"
    )
    explain.set_defaults(command=_explain)

    manifest = commands.add_parser("manifest", help="print what was understood", description=_manifest.__doc__)
    manifest.add_argument("file", metavar="FILE")
    manifest.set_defaults(command=_manifest)
    return parser


def _check(options: argparse.Namespace) -> int:
    """Report every fault of .cdef files, each with its place, a code and, where one mend is obvious, a help line."""
    from interop.build.analysis import analyse, refuses
    from interop.diag.report import Report

    report = Report()
    for path in options.files:
        _require_file(path)
        report.extend(analyse(path).report)
    _print_findings(report, options.strict)
    return 1 if refuses(report, options.strict) else 0


def _build(options: argparse.Namespace) -> int:
    """Build the package DIR/<module> from each .cdef file. A package built earlier is replaced in one step."""
    from interop.build.driver import build
    from interop.model.contract import Force

    for path in options.files:
        _require_file(path)

    failed = False
    made: dict[str | None, str] = {}
    for path in options.files:
        started = time.perf_counter()
        result = build(
            path,
            options.out,
            strict=options.strict,
            force=Force(options.force) if options.force else None,
            abi3=not options.no_abi3,
            checked=options.checked,
            warnings_as_errors=options.warnings_as_errors,
            verbose=options.verbose,
            progress=print if options.verbose else None,
        )
        _print_findings(result.report, options.strict)
        failed = failed or not result.ok
        if result.ok and result.folder in made:
            raise CannotRun(
                f"{made[result.folder]} and {path} declare modules of one name, so the second replaced the first in "
                f"'{result.folder}'; rename one, or build them into different folders"
            )
        if result.ok:
            made[result.folder] = path
            seconds = f"{time.perf_counter() - started:.1f} s"
            print(f"{result.folder} {'is up to date' if result.up_to_date else 'built'} ({seconds})")
    return 1 if failed else 0


def _explain(options: argparse.Namespace) -> int:
    """For each struct and union, whether it is blittable, and why not; for each parameter of a file's functions:
    direction, C type, Python type, copied or pinned and why, who allocates, who frees, when it is written back. Or, for
    a diagnostic's code: what it means, with an example."""
    if CODE.fullmatch(options.subject):
        return _explain_code(options.subject)
    from interop.build.analysis import analyse
    from interop.emit.explain import explain

    _require_file(options.subject)
    analysis = analyse(options.subject)
    if analysis.library is None or analysis.plan is None:
        _print_findings(analysis.report, strict=False)
        return 1
    name = options.function
    plan = analysis.plan
    if name is not None and not any(find(name) for find in (plan.call, plan.record, plan.handle, plan.callback)):
        known = [*(c.function.name for c in plan.calls), *(r.record.py_name for r in plan.records)]
        known += [c.callback.name for c in plan.callbacks]
        known += [h.handle.py_name for h in plan.handles]
        kinds = "function, callback, handle, struct or union"
        raise CannotRun(f"{options.subject} declares no {kinds} '{name}'{_suggest(name, known)}")
    print(explain(analysis.plan, name))
    return 0


def _explain_code(code: str) -> int:
    from interop.diag.codes import CATALOGUE

    entry = CATALOGUE.get(code)
    if entry is None:
        raise CannotRun(f"there is no code {code}{_suggest(code, CATALOGUE)}")
    print(f"{code}: {entry.title}\n\n{entry.explanation}")
    if entry.example:
        print("\nFor example:\n")
        print("\n".join(f"    {line}".rstrip() for line in entry.example.strip().splitlines()))
    return 0


def _manifest(options: argparse.Namespace) -> int:
    """Print everything that was understood of a file, as stable text."""
    from interop.frontend.load import load
    from interop.model.manifest import to_text

    _require_file(options.file)
    library, report = load(options.file)
    if library is None or report.has_errors:
        _print_findings(report, strict=False)
        return 1
    print(to_text(library).rstrip("\n"))
    return 0


def _require_file(path: str) -> None:
    if os.path.isdir(path):
        raise CannotRun(f"'{path}' is a folder; name the .cdef file in it")
    if not os.path.exists(path):
        raise CannotRun(f"there is no file '{path}'")


def _suggest(name: str, known: Iterable[str]) -> str:
    from interop.frontend.suggest import closest

    near = closest(name, known)
    return f"; did you mean '{near}'?" if near else ""


def _coloured(text: str) -> str:
    """The headlines of findings in colour, on a terminal whose user did not say otherwise."""
    if not sys.stdout.isatty() or os.environ.get("NO_COLOR"):
        return text
    text = re.sub(r"^(error|unsupported)(\[\w+\])", "\033[1;31m\\1\\2\033[0m", text, flags=re.MULTILINE)
    return re.sub(
        r"^(discouraged|unnecessary|unannotated)(\[\w+\])", "\033[1;33m\\1\\2\033[0m", text, flags=re.MULTILINE
    )


def _print_findings(report: Report, strict: bool) -> None:
    """The rendered report on the standard output, where it can be piped and searched."""
    from interop.build.analysis import count_unannotated
    from interop.diag.render import render

    if not report.diagnostics:
        return
    print(_coloured(render(report).rstrip("\n")))
    unannotated = count_unannotated(report)
    if strict and unannotated and not report.has_errors:
        pointers = "pointer" if unannotated == 1 else "pointers"
        print(f"refused: --strict allows no unannotated {pointers}; annotate it or say [raw]")
