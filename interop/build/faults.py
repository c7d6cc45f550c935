"""What the compiler and the linker said, as diagnostics at the declaration that is to be changed."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass

from interop.build.compiler import Outcome, Step
from interop.build.places import Places, at, on_line
from interop.build.providers import how_to_install
from interop.diag.codes import finding
from interop.diag.report import Diagnostic

_MESSAGE = re.compile(
    r"^(?P<path>[^\s:][^:\n]*):(?P<line>\d+):(?:(?P<column>\d+):)? (?:fatal )?(?P<kind>error|note): (?P<text>.*)$",
    re.MULTILINE,
)
_OURS = re.compile(r"interop (?P<code>E\d{4}) (?P<line>\d+):(?P<column>\d+) (?P<text>.*?)\"?$")
_ASSERTED = re.compile(r"^static assertion failed(?: due to requirement '.*?')?: \"?(?P<text>.*?)\"?$")
# What GCC says after it has reported that a name in an assertion is unknown.
_CONSEQUENCE = "expression in static assertion is not an integer"
_NO_HEADER = re.compile(r"^'?(?P<header>[^\s':]+)'?(?:: No such file or directory| file not found)")
_CONFLICT = re.compile(r"^conflicting types for '(?P<name>\w+)'(?:; have '(?P<type>[^']*)')?")
_UNKNOWN = re.compile(
    r"^(?:(?:call to undeclared |use of undeclared |implicit declaration of |unknown )"
    r"(?:function|identifier|type name|library function) '(?P<after>[\w ]+)'|'(?P<before>\w+)' undeclared)"
)
_SUGGESTION = re.compile(r"did you mean '(?P<name>[\w ]+)'")
_NO_MEMBER = re.compile(r"(?:'(?P<record>[\w ]+)'[^']*has no member named|no member named) '(?P<member>\w+)'")
_INCOMPLETE = re.compile(r"(?:incomplete|undefined) type '(?P<name>[\w ]+)'")
# The widest value of a bit-field, put into the header's.
_OTHER_WIDTH = re.compile(r"^(?:overflow in |(?:un)?signed |implicit )?(?:conversion|truncation) .* changes value ")
# A macro of the runtime's own is none that a header has put in the way.
_EXPANDED = re.compile(r"^(?:in expansion of|expanded from) macro '(?!INTEROP_|_?Py|_cffi)(?P<name>\w+)'")
_QUOTED = re.compile(r"'([\w ]+)'")
_NO_LIBRARY = re.compile(
    r"(?:cannot find|unable to find library|library not found for|library ')\s*(-l:?)?(?P<name>[^\s:']+)"
)
_UNRESOLVED = re.compile(r"undefined (?:reference to [`'‘]|symbol: )(?P<name>\w+)")
# The interpreter's functions are resolved when it loads the extension, compiler support when a tool preloads it.
_RESOLVED_LATER = re.compile(r"_?Py|__")


@dataclass(frozen=True, slots=True)
class Message:
    """One error of the compiler with the notes that follow it."""

    path: str
    line: int
    column: int
    text: str
    notes: tuple[tuple[str, int, str], ...]


def diagnose(outcomes: list[Outcome], places: Places) -> list[Diagnostic]:
    """One diagnostic for each fault in the outcomes of a build; nothing when all went well."""
    found: list[Diagnostic] = []
    for outcome in outcomes:
        if outcome.status == 127 and outcome.step is not Step.LINK:
            return [no_compiler(outcome.output, places)]
        match outcome.step:
            case Step.LINK:
                found.extend(_diagnose_link(outcome, places))
            case Step.SOURCE if outcome.failed:
                found.append(_diagnose_source(outcome, places))
            case Step.GENERATED if outcome.failed:
                found.extend(_diagnose_generated(outcome, places))
    return list(dict.fromkeys(found))


def no_compiler(text: str, places: Places) -> Diagnostic:
    """There is no compiler, or it cannot be run."""
    return finding(
        "E0706",
        f"cannot build module '{places.library.name}': {text.strip()}",
        places.module,
        notes=("help: install one: 'apt-get install gcc' (Debian), 'dnf install gcc' (Fedora), or set CC",),
    )


def messages(output: str) -> Iterator[Message]:
    """The errors in a compiler's output, in order."""
    pending: list[re.Match[str]] = []
    for match in [*_MESSAGE.finditer(output), None]:
        if match is not None and match["kind"] == "note":
            if pending:
                pending.append(match)
            continue
        if pending:
            error, *notes = pending
            yield Message(
                error["path"],
                int(error["line"]),
                int(error["column"] or 1),
                error["text"],
                tuple((note["path"], int(note["line"]), note["text"]) for note in notes),
            )
        pending = [match] if match is not None else []


def _plain(text: str) -> str:
    """A compiler's words without typographic quotes, C's escapes, and the name of the option that controls them."""
    unquoted = text.replace("‘", "'").replace("’", "'").replace("\\'", "'").replace('\\"', '"')
    return re.sub(r" \[-W[^\]]*\]$", "", re.sub(r" {2,}", " ", unquoted))


def _diagnose_generated(outcome: Outcome, places: Places) -> list[Diagnostic]:
    located: list[Diagnostic] = []
    for message in messages(outcome.output):
        diagnostic = _diagnose_message(message, places)
        if diagnostic is not None:
            located.append(diagnostic)
    return located or [_refused(outcome, places)]


def _refused(outcome: Outcome, places: Places) -> Diagnostic:
    """The compiler refuses generated text for a reason that has no place in the declarations."""
    return finding(
        "E0709",
        f"the C compiler refuses the code generated for module '{places.library.name}'",
        places.module,
        notes=(*(f"note: {line}" for line in _first_errors(outcome.output)), *_macros(outcome.output, places)),
    )


def _macros(output: str, places: Places) -> Iterator[str]:
    """The macros of a header that took the place of names in the generated text."""
    generated = f"_{places.library.name}.c"
    seen: set[str] = set()
    for message in messages(output):
        for path, line, text in message.notes:
            if not (expanded := _EXPANDED.match(_plain(text))) or expanded["name"] in seen:
                continue
            # GCC reports the fault at the definition and notes the use, Clang the other way round.
            is_gcc = os.path.basename(path) == generated
            used, where, number = (path, message.path, message.line) if is_gcc else (message.path, path, line)
            if os.path.basename(used) == generated != os.path.basename(where):
                seen.add(expanded["name"])
                name = expanded["name"]
                yield (
                    f"help: {os.path.basename(where)}:{number} defines '{name}' as a macro, and the generated code "
                    "uses that name: undefine it behind the header, in a header of your own"
                )


def _first_errors(output: str) -> list[str]:
    """The few lines of a compiler's output that say what is wrong."""
    lines = [line for line in output.splitlines() if ": error: " in line or ": fatal error: " in line]
    return [
        os.path.basename(line) if line.startswith(os.sep) else line
        for line in map(_plain, (lines or output.splitlines())[:5])
    ]


def _diagnose_message(message: Message, places: Places) -> Diagnostic | None:
    text = _plain(message.text)
    file = places.file(message.path)
    if ours := _OURS.search(text):
        target = file or places.module.file
        return finding(ours["code"], ours["text"], at(target, int(ours["line"]), int(ours["column"])))
    if missing := _NO_HEADER.match(text):
        return _missing_header(missing["header"], message.path, places)
    if conflict := _CONFLICT.match(text):
        return _conflict(conflict["name"], conflict["type"], message, places)
    if unknown := _UNKNOWN.match(text):
        return _unknown_name(unknown["after"] or unknown["before"], text, message, places)
    if member := _NO_MEMBER.search(text):
        record = f"'{member['record']}'" if member["record"] else "the record"
        span = places.name(f"{member['record']}.{member['member']}") or places.name(member["member"])
        if span is not None:
            return finding("E0702", f"in the header, {record} has no field '{member['member']}'", span)
    if incomplete := _INCOMPLETE.search(text):
        return _unknown_name(incomplete["name"], text, message, places)
    if file is None or text == _CONSEQUENCE:
        return None
    if _OTHER_WIDTH.match(text):
        span = at(file, message.line, message.column)
        return finding("E0701", f"bit-field '{span.text}' has another width or sign in the header", span)
    span = on_line(file, message.line, _QUOTED.findall(text))
    if asserted := _ASSERTED.match(text):
        return finding("E0701", asserted["text"], span)
    return finding("E0701", f"the declaration does not agree with C: {text}", span)


def _missing_header(header: str, included_from: str, places: Places) -> Diagnostic:
    if header == "Python.h":
        return finding(
            "E0706",
            "Python's own C header Python.h is not installed",
            places.module,
            notes=(f"help: {how_to_install(header)}",),
        )
    binding = places.library.binding
    if header in (*binding.headers, *binding.includes):
        return finding(
            "E0703",
            f"the C compiler cannot find the header '{header}'",
            places.quoted(header),
            notes=(f"help: {how_to_install(header)}",),
        )
    return finding(
        "E0703",
        f"the C compiler cannot find '{header}', which {os.path.basename(included_from)} includes",
        places.module,
        notes=(f"help: {how_to_install(header)}",),
    )


def _conflict(name: str, declared: str | None, message: Message, places: Places) -> Diagnostic:
    notes = []
    for path, line, text in message.notes:
        previous = re.search(r"previous declaration of '\w+'(?: with type '(?P<type>[^']*)')?", _plain(text))
        if previous and places.file(path) is None:
            of_type = f" with type '{previous['type']}'" if previous["type"] else ""
            notes.append(f"note: {os.path.basename(path)}:{line} declares it{of_type}")
    span = places.name(name) or places.module
    here = f"has type '{declared}' here" if declared else ""
    return finding("E0701", f"the header declares '{name}' otherwise", span, here, notes=tuple(notes))


def _unknown_name(name: str, text: str, message: Message, places: Places) -> Diagnostic | None:
    span = places.name(name)
    file = places.file(message.path)
    if file is not None and name not in places.names:
        span = on_line(file, message.line, [name])
    if span is None:
        return None
    headers = places.library.binding.headers
    where = f"in {', '.join(headers)}" if headers else "in the module's headers"
    suggestion = _SUGGESTION.search(text)
    # The nearest name may be one of the generated C's own, made from the very name that is missing.
    is_generated = suggestion is not None and suggestion["name"].startswith(("_cffi_", "interop_", "_interop"))
    notes = (f"help: did you mean '{suggestion['name']}'?",) if suggestion and not is_generated else ()
    return finding("E0702", f"'{name}' is not declared {where}", span, notes=notes)


def _diagnose_source(outcome: Outcome, places: Places) -> Diagnostic:
    binding = places.library.binding
    folder = os.path.dirname(places.module.file.path)
    written = next(
        (s for s in binding.sources if os.path.abspath(os.path.join(folder, s)) == outcome.file), outcome.file
    )
    for message in messages(outcome.output):
        missing = _NO_HEADER.match(_plain(message.text))
        if missing:
            return _missing_header(missing["header"], message.path, places)
    return finding(
        "E0708",
        f"the source '{written}' does not compile",
        places.quoted(written),
        notes=tuple(f"note: {line}" for line in _first_errors(outcome.output)),
    )


def _diagnose_link(outcome: Outcome, places: Places) -> list[Diagnostic]:
    found = [_missing_library(match["name"], places) for match in _NO_LIBRARY.finditer(outcome.output)]
    unresolved = dict.fromkeys(match["name"] for match in _UNRESOLVED.finditer(outcome.output))
    found.extend(_missing_symbol(name, places) for name in unresolved if not _RESOLVED_LATER.match(name))
    if not found and outcome.failed:
        found.append(
            finding(
                "E0709",
                f"the linker refuses module '{places.library.name}'",
                places.module,
                notes=tuple(f"note: {line}" for line in outcome.output.splitlines()[:5]),
            )
        )
    return found


def _missing_library(name: str, places: Places) -> Diagnostic:
    binding = places.library.binding
    header = binding.headers[0] if binding.headers else None
    known = header is not None and "(Debian)" in how_to_install(header)
    install = how_to_install(header) if known and header else f"install its development package (usually lib{name}-dev)"
    spelled = next((library for library in binding.libraries if library in (name, f"lib{name}.so")), name)
    return finding(
        "E0704", f"the linker cannot find the library '{name}'", places.quoted(spelled), notes=(f"help: {install}",)
    )


def _missing_symbol(name: str, places: Places) -> Diagnostic:
    binding = places.library.binding
    searched = [f"'{library}'" for library in (*binding.libraries[:1], *binding.pkg_config, *binding.sources)]
    where = " or ".join(searched) or "what the module is linked with"
    declared = places.names.get(name)
    if declared is not None:
        return finding("E0705", f"'{name}' is declared, but not defined in {where}", declared)
    return finding(
        "E0705",
        f"the module needs '{name}', which is not defined in {where}",
        places.module,
        notes=('help: name the library that has it in library("..."), or the C file in source("...")',),
    )
