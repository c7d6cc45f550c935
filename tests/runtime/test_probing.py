"""Name variations per platform, as a table, and what loaders' answers mean."""

from __future__ import annotations

from pathlib import Path

import pytest

from interop.runtime import probing
from interop.runtime.probing import Attempt, variations, versioned_files


@pytest.mark.rules("R1.11", "R1.12", "R1.13", "R1.14", "R1.15")
@pytest.mark.parametrize(
    ("platform", "name", "expected"),
    [
        ("linux", "z", ["z.so", "libz.so", "z", "libz"]),
        ("linux", "libz", ["libz.so", "liblibz.so", "libz", "liblibz"]),
        ("linux", "z.so", ["z.so", "libz.so", "z.so.so", "libz.so.so"]),
        ("linux", "foo.so.1", ["foo.so.1", "libfoo.so.1", "foo.so.1.so", "libfoo.so.1.so"]),
        ("linux", "foo.sofa", ["foo.sofa.so", "libfoo.sofa.so", "foo.sofa", "libfoo.sofa"]),
        ("linux", "dir/foo", ["dir/foo.so", "dir/foo"]),
        ("linux", "./foo.so", ["./foo.so", "./foo.so.so"]),
        ("linux", "/opt/lib/foo", ["/opt/lib/foo"]),
        ("linux", "/opt/lib/foo.so", ["/opt/lib/foo.so"]),
        ("darwin", "z", ["z.dylib", "libz.dylib", "z", "libz"]),
        ("darwin", "libz.dylib", ["libz.dylib", "liblibz.dylib", "libz.dylib.dylib", "liblibz.dylib.dylib"]),
        ("darwin", "dir/foo", ["dir/foo.dylib", "dir/foo"]),
        ("win32", "z", ["z", "z.dll"]),
        ("win32", "z.dll", ["z.dll"]),
        ("win32", "Z.DLL", ["Z.DLL"]),
        ("win32", "z.exe", ["z.exe"]),
        ("win32", "z.", ["z."]),
        ("win32", "z.1", ["z.1", "z.1.dll"]),
        ("win32", "C:\\lib\\z", ["C:\\lib\\z"]),
        ("win32", "\\\\host\\z", ["\\\\host\\z"]),
    ],
)
def test_variations(platform: str, name: str, expected: list[str]) -> None:
    assert list(variations(name, platform)) == expected


@pytest.mark.parametrize(
    ("name", "text", "verdict"),
    [
        ("z.so", "z.so: cannot open shared object file: No such file or directory", Attempt.NOT_FOUND),
        ("/no/z.so", "/no/z.so: cannot open shared object file: No such file or directory", Attempt.NOT_FOUND),
        ("z.so", "libdep.so.3: cannot open shared object file: No such file or directory", Attempt.NOT_LOADED),
        ("z.so", "/lib/z.so: undefined symbol: other", Attempt.NOT_LOADED),
        ("/tmp", "/tmp: cannot read file data: Is a directory", Attempt.NOT_LOADED),
        ("z.so", "/lib/z.so: invalid ELF header", Attempt.BAD_FORMAT),
        ("z.so", "/lib/z.so: file too short", Attempt.BAD_FORMAT),
        ("z.so", "z.so: wrong ELF class: ELFCLASS32", Attempt.BAD_FORMAT),
        ("z.so", "Error loading shared library z.so: No such file or directory", Attempt.NOT_FOUND),
        ("z.so", "Error loading shared library z.so: Exec format error", Attempt.BAD_FORMAT),
        ("z.dylib", "dlopen(z.dylib, 0x0002): tried: 'z.dylib' (no such file)", Attempt.NOT_FOUND),
        ("z.dylib", "dlopen(z.dylib, 0x0002): tried: 'z.dylib' (not a mach-o file)", Attempt.BAD_FORMAT),
        ("z.dll", "error 0x7e", Attempt.NOT_FOUND),
        ("z.dll", "error 0xc1", Attempt.BAD_FORMAT),
    ],
)
def test_verdict_on_what_a_loader_says(name: str, text: str, verdict: int) -> None:
    attempt = Attempt(name, f"cannot load library '{name}': {text}")
    assert (attempt.text, attempt.verdict) == (text.removeprefix(f"{name}: "), verdict)


def test_file_that_is_there_but_lacks_something_is_not_called_missing(tmp_path: Path) -> None:
    file = tmp_path / "z.so"
    file.touch()
    attempt = Attempt(str(file), f"{file}: cannot open shared object file: No such file or directory")
    assert attempt.verdict == Attempt.NOT_LOADED


@pytest.mark.parametrize("name", ["foo", "libfoo", "libfoo.so", "libfoo.so.1"])
def test_versioned_files_for_a_name(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for file in ("libfoo.so.3", "libfoo.so.3.1.4", "libfoo.so", "libfoot.so.1", "libfoo-2.so.1"):
        (tmp_path / file).touch()
    monkeypatch.setattr(probing, "_system_folders", lambda: [str(tmp_path), str(tmp_path / "missing")])
    assert versioned_files(name) == ["libfoo.so.3"]
