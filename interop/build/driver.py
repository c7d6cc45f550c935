"""The whole way from a ``.cdef`` file to an importable package: read, plan, generate, compile, put in place."""

from __future__ import annotations

import hashlib
import io
import json
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass

from interop.build.analysis import analyse, refuses
from interop.build.compiler import Job, Step, compile_commands, compile_job, preprocess
from interop.build.faults import diagnose, no_compiler
from interop.build.headers import include_dir
from interop.build.pkgconfig import PackageFlags, PkgConfigError, package_flags
from interop.build.places import Places
from interop.build.placing import STAMP_FILE, Occupied, check_target, place, staging
from interop.build.second_look import tell_what_the_header_says
from interop.build.toolchain import CompilerMissing, Toolchain, find_toolchain
from interop.diag.codes import finding
from interop.diag.report import Diagnostic, Report
from interop.emit.generate import Generated, generate
from interop.model.contract import Force
from interop.model.library import Library

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build came to. ``folder`` is the finished package, or None when the report says why there is none."""

    report: Report
    folder: str | None = None
    up_to_date: bool = False
    """Nothing had to be done: the package was built from the same inputs before."""

    @property
    def ok(self) -> bool:
        return self.folder is not None


@dataclass(frozen=True, slots=True)
class Options:
    """How to build; see ``build``."""

    abi3: bool
    warnings_as_errors: bool
    details: Progress
    """Gets every command that is run and everything compilers print."""


def build(
    path: str,
    out: str,
    *,
    strict: bool = False,
    force: Force | None = None,
    abi3: bool = True,
    checked: bool = False,
    warnings_as_errors: bool = False,
    verbose: bool = False,
    progress: Progress | None = None,
) -> BuildResult:
    """Build the module that the file at ``path`` declares into the folder ``out/<module>``.

    A package that is there from an earlier build is replaced in one step, and only by a finished one. ``force`` makes
    every array copied, or pinned where that is legal. ``checked`` makes every call watch what C does with the memory it
    gets. ``abi3=False`` builds for the running Python alone. ``progress`` gets one line per step; with ``verbose``,
    every command and the compilers' own output too.
    """
    tell = progress or (lambda line: None)
    analysis = analyse(path, force, checked)
    library, plan, report = analysis.library, analysis.plan, analysis.report
    if library is None or plan is None or refuses(report, strict):
        return BuildResult(report)
    options = Options(abi3, warnings_as_errors, tell if verbose else (lambda line: None))
    tell(f"building {library.name} from {path}")
    result = _Build(library, generate(plan), out, options).run(report)
    if result.folder is not None:
        tell(f"{result.folder} {'is up to date' if result.up_to_date else 'is ready'}")
    return result


class _Stop(Exception):
    """Carries the diagnostics that end a build."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__()
        self.diagnostics = diagnostics


class _Build:
    """One module on its way into a package."""

    def __init__(self, library: Library, generated: Generated, out: str, options: Options) -> None:
        self.library = library
        self.generated = generated
        self.out = out
        self.options = options
        self.places = Places.of(library)
        self.base = os.path.dirname(os.path.abspath(library.path))
        self.extension = f"_{library.name}"
        self.target = os.path.join(out, library.name)

    def run(self, report: Report) -> BuildResult:
        try:
            with tempfile.TemporaryDirectory(prefix="interop-") as scratch:
                return BuildResult(report, self.target, up_to_date=self._make(scratch))
        except _Stop as stop:
            for diagnostic in stop.diagnostics:
                report.add(diagnostic)
        except Occupied as error:
            help = "help: choose another --out, or move it away"
            report.add(finding("E0711", f"{error}", self.places.module, notes=(help,)))
        except OSError as error:
            where = error.filename or self.out
            reason = error.strerror or str(error)
            report.add(finding("E0710", f"cannot write '{where}': {reason}", self.places.module))
        return BuildResult(report)

    def _make(self, scratch: str) -> bool:
        """Build into the target folder; True when it was up to date."""
        check_target(self.target)
        toolchain = self._toolchain()
        source = os.path.join(scratch, f"{self.extension}.c")
        self._write_source(source)
        name = f"{self.extension}{toolchain.suffix}"
        job = self._job(source, os.path.join(scratch, name), scratch)
        stamp = self._stamp(toolchain, job)
        if stamp is not None and stamp == self._stamp_on_disk(name):
            return True
        outcomes = compile_job(toolchain, job, self.options.details)
        for outcome in outcomes:
            # A link that worked has only told which symbols are still to come, among them all of Python's.
            if outcome.output and (outcome.failed or outcome.step is not Step.LINK):
                self.options.details(outcome.output.rstrip())
        faults = diagnose(outcomes, self.places)
        if faults:
            raise _Stop(*tell_what_the_header_says(faults, self.library, self.generated.headers, toolchain, job))
        with staging(self.out, self.library.name) as staged:
            self._fill(staged, job.output, name, stamp)
            place(staged, self.target)
        return False

    def _toolchain(self) -> Toolchain:
        if sys.platform == "win32" and "CC" not in os.environ:
            raise _Stop(no_compiler("set CC to a GCC or Clang for Windows; MSVC is not supported", self.places))
        try:
            return find_toolchain(self.options.abi3)
        except CompilerMissing as error:
            raise _Stop(no_compiler(str(error), self.places)) from None

    def _write_source(self, path: str) -> None:
        """cffi's C for the declarations, and behind it, in the same translation unit, our stubs."""
        # Imported here, because reading and checking declarations needs no cffi.
        from cffi import FFI
        from cffi.error import CDefError, FFIError, VerificationError, VerificationMissing
        from cffi.recompiler import make_c_source

        text = io.StringIO()
        try:
            ffi = FFI()
            for declarations, pack in self.generated.cdef:
                ffi.cdef(declarations, pack=pack)
            make_c_source(ffi, self.extension, self.generated.preamble, text)
        except (CDefError, FFIError, VerificationError, VerificationMissing) as error:
            note = f"note: {str(error).splitlines()[0]}"
            message = f"cffi refuses the declarations of module '{self.library.name}'"
            raise _Stop(finding("E0709", message, self.places.module, notes=(note,))) from error
        with open(path, "w", encoding="utf-8") as file:
            file.write(text.getvalue() + self.generated.stubs)

    def _job(self, source: str, output: str, scratch: str) -> Job:
        package = self._package_flags()
        return Job(
            generated=source,
            sources=self._sources(),
            output=output,
            scratch=scratch,
            includes=(include_dir(), self.base),
            compile_flags=package.compile,
            link_flags=(f"-L{self.base}", *package.link),
            library_choices=()
            if self.library.binding.is_lazy
            else _library_choices(self.library.binding.libraries, self.base),
            warnings_as_errors=self.options.warnings_as_errors,
        )

    def _sources(self) -> tuple[str, ...]:
        paths = []
        for source in self.library.binding.sources:
            path = os.path.abspath(os.path.join(self.base, source))
            if not os.path.isfile(path):
                raise _Stop(
                    finding(
                        "E0708",
                        f"there is no source file '{source}'",
                        self.places.quoted(source),
                        notes=(f"note: the path is relative to the folder of the .cdef file, {self.base}",),
                    )
                )
            paths.append(path)
        return tuple(paths)

    def _package_flags(self) -> PackageFlags:
        try:
            return package_flags(self.library.binding.pkg_config)
        except PkgConfigError as error:
            place = self.places.quoted(error.package)
            raise _Stop(finding("E0707", str(error), place, notes=(f"help: {error.help}",))) from None

    def _stamp(self, toolchain: Toolchain, job: Job) -> str | None:
        """A digest of everything that decides what the package contains; None where it cannot be told in advance."""
        text = preprocess(toolchain, job)
        if text is None:
            return None
        flags = [command for *_, command, _ in compile_commands(toolchain, job)]
        linking = [toolchain.link_c, toolchain.link_cxx, toolchain.link_libraries, job.link_flags, job.library_choices]
        words = repr((flags, linking)).replace(job.scratch, "")
        digest = hashlib.sha256()
        for part in (text, words, self.generated.init_py, self.generated.init_pyi):
            digest.update(part.encode("utf-8", "surrogateescape"))
            digest.update(b"\0")
        return digest.hexdigest()

    def _stamp_on_disk(self, extension: str) -> str | None:
        """The stamp of the package in place, if all of it is there."""
        for name in ("__init__.py", "__init__.pyi", "py.typed", extension):
            if not os.path.isfile(os.path.join(self.target, name)):
                return None
        try:
            with open(os.path.join(self.target, STAMP_FILE), encoding="utf-8") as file:
                content = json.load(file)
        except (OSError, ValueError):
            return None
        return content.get("inputs") if isinstance(content, dict) else None

    def _fill(self, staged: str, extension: str, name: str, stamp: str | None) -> None:
        texts = {
            "__init__.py": self.generated.init_py,
            "__init__.pyi": self.generated.init_pyi,
            "py.typed": "",
            STAMP_FILE: json.dumps({"inputs": stamp}) + "\n",
        }
        for file_name, text in texts.items():
            with open(os.path.join(staged, file_name), "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
        with open(extension, "rb") as source, open(os.path.join(staged, name), "wb") as copy:
            copy.write(source.read())


def _library_choices(names: tuple[str, ...], base: str) -> tuple[tuple[str, ...], ...]:
    """The linker flags for each name of ``library(...)``. They are alternatives, as for a lazily bound module."""
    choices = []
    for name in names:
        if "/" in name:
            path = os.path.join(base, name)
            choices.append((path, *_search_path(os.path.dirname(os.path.abspath(path)))))
        elif ".so" in name or name.endswith((".a", ".dylib")):
            choices.append((f"-l:{name}", *_search_path(None)))
        else:
            choices.append((f"-l{name}", *_search_path(None)))
    return tuple(choices)


def _search_path(folder: str | None) -> tuple[str, ...]:
    """Where the loader looks besides its usual places: the package's own folder first, as for lazily bound modules."""
    own = "@loader_path" if sys.platform == "darwin" else "$ORIGIN"
    return (f"-Wl,-rpath,{own}", *((f"-Wl,-rpath,{folder}",) if folder else ()))
