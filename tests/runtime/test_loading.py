"""Lazy binding: when libraries are opened, in which order they are searched, hooks, errors, and libraries by hand."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sysconfig
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import _cffi_backend
import pytest

import interop
from interop.runtime import loading
from interop.runtime.loading import LazyLib, Loader

pytestmark = pytest.mark.skipif(os.name != "posix", reason="builds shared libraries with the Unix compiler driver")

SOURCE = """
int tested_number = %d;
int tested_values[3] = {1, 2, 3};
int tested(int x) { return x + tested_number; }
"""


def make_library(path: Path, number: int, *flags: str) -> Path:
    source = path.with_suffix(".c")
    source.write_text(SOURCE % number)
    compiler = shlex.split(sysconfig.get_config_var("CC") or "cc")
    subprocess.run([*compiler, "-shared", "-fPIC", str(source), *flags, "-o", str(path)], check=True)
    return path


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library whose ``tested(1)`` is 101."""
    return make_library(tmp_path_factory.mktemp("library") / "libtested.so", 100)


@pytest.fixture(scope="session")
def other_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with ``tested(1)`` 201, under a name of its own."""
    return make_library(tmp_path_factory.mktemp("library") / "libother.so", 200)


@pytest.fixture(autouse=True)
def no_hooks() -> Iterator[None]:
    """Hooks are process-wide; each test starts and ends without any."""
    yield
    loading._resolvers.clear()
    loading._handlers.clear()
    loading._opened.clear()


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Records every file name that the operating system is asked to open."""
    names: list[str] = []
    real = loading._dlopen

    def recorder(path: str) -> Any:
        names.append(path)
        return real(path)

    monkeypatch.setattr(loading, "_dlopen", recorder)
    return names


def call(loader: Loader, symbol: str = "tested") -> int:
    function = _cffi_backend.FFI().cast("int(*)(int)", loader.address(symbol))
    return int(function(1))


@pytest.mark.rules("R1.3")
def test_r1_3_nothing_is_opened_before_the_first_question(opened: list[str]) -> None:
    loader = Loader("pkg.lazy", "/nowhere", ("no-such-library",))
    assert opened == []
    with pytest.raises(interop.LibraryNotFoundError):
        loader.address("f")


@pytest.mark.rules("R1.3")
def test_r1_3_library_and_addresses_are_cached_for_good(library: Path, opened: list[str]) -> None:
    loader = Loader("pkg.lazy", str(library.parent), ("tested",))
    assert [call(loader) for _ in range(5)] == [101] * 5
    assert opened.count(str(library)) == 1
    loader.address("tested_number")
    assert opened.count(str(library)) == 1


@pytest.mark.rules("R1.3")
def test_failure_is_not_cached(tmp_path: Path, library: Path) -> None:
    loader = Loader("pkg.lazy", str(tmp_path), ("tested",))
    with pytest.raises(interop.LibraryNotFoundError):
        loader.address("tested")
    shutil.copy(library, tmp_path)
    assert call(loader) == 101


@pytest.mark.rules("R1.4")
def test_r1_4_missing_symbol_names_symbol_and_library(library: Path) -> None:
    loader = Loader("pkg.lazy", "/", (str(library),))
    with pytest.raises(interop.SymbolNotFoundError) as caught:
        loader.address("absent")
    assert str(caught.value) == f"pkg.lazy: the library '{library}' has no symbol 'absent'"
    assert isinstance(caught.value, AttributeError)


@pytest.mark.rules("R1.4")
def test_r1_4_file_of_the_wrong_format_has_an_error_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "libtext.so").write_text("no shared library, and longer than the header of one" * 9)
    with pytest.raises(
        interop.LibraryFormatError, match=r"libtext\.so' is not a shared library for this machine: invalid"
    ):
        Loader("pkg.lazy", str(tmp_path), ("text",)).address("f")


@pytest.mark.rules("R1.5", "R1.12")
def test_r1_5_every_loader_text_is_in_the_message(tmp_path: Path) -> None:
    with pytest.raises(interop.LibraryNotFoundError) as caught:
        Loader("pkg.lazy", str(tmp_path), ("nosuch", "neither")).address("f")
    text = str(caught.value)
    assert text.startswith("pkg.lazy: no shared library 'nosuch' or 'neither' was found\n")
    tried = re.findall(r"^  tried (\S+): \S", text, re.MULTILINE)
    assert tried == [f"{p}{n}{s}" for n in ("nosuch", "neither") for s in (".so", "") for p in ("", "lib")]
    assert text.endswith("help: install the library, or say where it is with interop.set_resolver()")


@pytest.mark.rules("R1.5")
def test_r1_5_broken_file_wins_over_no_file(tmp_path: Path) -> None:
    (tmp_path / "libnosuch.so").write_text("broken")
    with pytest.raises(interop.LibraryFormatError) as caught:
        Loader("pkg.lazy", str(tmp_path), ("first", "nosuch")).address("f")
    first, *others = str(caught.value).splitlines()
    assert "libnosuch.so' is not a shared library" in first
    assert any("tried first.so" in line for line in others)


@pytest.mark.rules("R1.5")
def test_library_that_needs_a_missing_one_is_said_to_be_there(tmp_path: Path) -> None:
    make_library(tmp_path / "libdep.so", 1, "-Wl,-soname,libdep.so.9")
    make_library(tmp_path / "libuser.so", 2, "-Wl,--no-as-needed", str(tmp_path / "libdep.so"))
    with pytest.raises(
        interop.LibraryNotFoundError, match=r"libuser\.so' is there but cannot be loaded: libdep\.so\.9"
    ):
        Loader("pkg.lazy", str(tmp_path), ("user",)).address("tested")


def test_help_names_the_versioned_file_that_is_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "libnosuch.so.3").touch()
    monkeypatch.setenv("LD_LIBRARY_PATH", str(tmp_path))
    with pytest.raises(interop.LibraryNotFoundError) as caught:
        Loader("pkg.lazy", "/nowhere", ("nosuch",)).address("f")
    assert str(caught.value).endswith('help: libnosuch.so.3 is installed: add "libnosuch.so.3" to library(...)')


@pytest.mark.rules("R1.16")
def test_r1_16_the_modules_own_folder_comes_first(tmp_path: Path, opened: list[str]) -> None:
    make_library(tmp_path / "libm.so", 300)
    assert call(Loader("pkg.lazy", str(tmp_path), ("m",))) == 301
    assert opened[-1] == str(tmp_path / "libm.so")


@pytest.mark.rules("R1.11")
def test_r1_11_rooted_path_is_used_as_it_is(library: Path, opened: list[str]) -> None:
    without_suffix = str(library.with_suffix(""))
    with pytest.raises(interop.LibraryNotFoundError):
        Loader("pkg.lazy", "/nowhere", (without_suffix,)).address("tested")
    assert opened == [without_suffix]


def test_names_are_tried_in_order(library: Path, other_library: Path) -> None:
    assert call(Loader("pkg.lazy", "/nowhere", ("nosuch", str(library), str(other_library)))) == 101


@pytest.mark.rules("R1.9")
def test_r1_9_resolver_then_search_then_handlers(library: Path) -> None:
    log: list[tuple[str, str, str]] = []

    def hook(who: str, answer: str | None) -> Any:
        def callback(library_name: str, module_name: str) -> str | None:
            log.append((who, library_name, module_name))
            return answer

        return callback

    interop.set_resolver("pkg.lazy", hook("resolver", None))
    interop.add_resolving_handler(hook("first handler", None))
    interop.add_resolving_handler(hook("second handler", str(library)))
    interop.add_resolving_handler(hook("third handler", None))
    assert call(Loader("pkg.lazy", "/nowhere", ("nosuch",))) == 101
    assert log == [(who, "nosuch", "pkg.lazy") for who in ("resolver", "first handler", "second handler")]


@pytest.mark.rules("R1.9")
def test_r1_9_an_answer_keeps_later_steps_from_running(library: Path, opened: list[str]) -> None:
    interop.set_resolver("pkg.lazy", lambda library_name, module_name: library)
    interop.add_resolving_handler(lambda library_name, module_name: pytest.fail("asked"))
    assert call(Loader("pkg.lazy", "/nowhere", ("m",))) == 101
    assert opened == [str(library)]


@pytest.mark.rules("R1.10")
def test_r1_10_second_resolver_of_a_module_is_an_error(library: Path) -> None:
    interop.set_resolver("pkg.lazy", lambda library_name, module_name: None)
    with pytest.raises(interop.ArgumentValueError, match=r"module 'pkg\.lazy' has a resolver already"):
        interop.set_resolver("pkg.lazy", lambda library_name, module_name: None)
    interop.set_resolver("pkg.other", lambda library_name, module_name: None)


def test_resolver_after_the_library_was_opened_is_an_error(library: Path) -> None:
    call(Loader("pkg.lazy", "/nowhere", (str(library),)))
    with pytest.raises(interop.ArgumentValueError, match=r"has opened its library already .*before the first call"):
        interop.set_resolver("pkg.lazy", lambda library_name, module_name: None)


def test_resolver_may_be_set_with_the_module_itself(library: Path) -> None:
    interop.set_resolver(shlex, lambda library_name, module_name: str(library))
    assert call(Loader("shlex", "/nowhere", ("nosuch",))) == 101


def test_resolver_may_give_an_open_library(library: Path) -> None:
    native = interop.NativeLibrary.load(library)
    interop.set_resolver("pkg.lazy", lambda library_name, module_name: native)
    assert call(Loader("pkg.lazy", "/nowhere", ("nosuch",))) == 101


def test_path_that_a_resolver_gives_must_be_good(tmp_path: Path) -> None:
    interop.set_resolver("pkg.lazy", lambda library_name, module_name: tmp_path / "gone.so")
    with pytest.raises(
        interop.LibraryNotFoundError, match=r"the resolver of 'm' gave '.*gone\.so', which cannot be loaded"
    ):
        Loader("pkg.lazy", "/nowhere", ("m",)).address("cos")


def test_resolver_that_gives_something_else(library: Path) -> None:
    answer: Any = 42
    interop.set_resolver("pkg.lazy", lambda library_name, module_name: answer)
    with pytest.raises(interop.ArgumentTypeError, match="gave int, expected a path, a NativeLibrary or None"):
        Loader("pkg.lazy", "/nowhere", ("m",)).address("cos")


def test_error_in_a_resolver_reaches_the_caller() -> None:
    interop.set_resolver("pkg.lazy", lambda library_name, module_name: dict[str, str]()[library_name])
    with pytest.raises(KeyError, match="'m'"):
        Loader("pkg.lazy", "/nowhere", ("m",)).address("cos")


@pytest.mark.parametrize("register", [interop.add_resolving_handler, lambda hook: interop.set_resolver("m", hook)])
def test_hook_that_cannot_be_called(register: Any) -> None:
    with pytest.raises(interop.ArgumentTypeError, match="argument 'callback': expected a callable, got str"):
        register("not callable")


def test_many_threads_open_the_library_once(library: Path, opened: list[str]) -> None:
    loader = Loader("pkg.lazy", "/nowhere", (str(library),))
    barrier = threading.Barrier(8)
    results: list[int] = []

    def work() -> None:
        barrier.wait()
        results.append(call(loader))

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (results, opened) == ([101] * 8, [str(library)])


@pytest.fixture
def lib(library: Path) -> Any:
    """``module.lib`` as a lazily bound module has it."""
    loader = Loader("pkg.lazy", "/nowhere", (str(library),))
    variables = {"tested_number": "int", "tested_values": "int[3]"}
    return LazyLib(_cffi_backend.FFI(), loader, {"tested": "int(*)(int)"}, variables)


def test_lazy_lib_calls_functions(lib: Any) -> None:
    assert lib.tested(5) == 105
    assert lib.tested is lib.tested


def test_lazy_lib_reads_and_writes_variables(lib: Any) -> None:
    assert lib.tested_number == 100
    try:
        lib.tested_number = 7
        assert (lib.tested_number, lib.tested(1)) == (7, 8)
    finally:
        lib.tested_number = 100
    assert list(lib.tested_values) == [1, 2, 3]
    lib.tested_values[1] = 20
    assert list(lib.tested_values) == [1, 20, 3]
    lib.tested_values = [1, 2, 3]


def test_lazy_lib_lists_its_names(lib: Any) -> None:
    assert dir(lib) == ["tested", "tested_number", "tested_values"]


def test_lazy_lib_has_only_what_is_declared(lib: Any) -> None:
    with pytest.raises(AttributeError, match="lib has no symbol 'absent'"):
        lib.absent  # noqa: B018
    with pytest.raises(AttributeError, match="lib has no variable 'tested' that could be set"):
        lib.tested = 1


def test_lazy_lib_opens_nothing_to_be_listed(opened: list[str]) -> None:
    loader = Loader("pkg.lazy", "/nowhere", ("nosuch",))
    lib = LazyLib(_cffi_backend.FFI(), loader, {"f": "int(*)(int)"}, {}, constants=os)
    assert "f" in dir(lib)
    assert lib.O_RDONLY == os.O_RDONLY
    assert opened == []


@pytest.mark.rules("R1.19")
def test_r1_19_library_by_hand(library: Path) -> None:
    native = interop.NativeLibrary.load(str(library))
    assert native.symbol("tested") == native.try_symbol("tested") != 0
    assert native.try_symbol("absent") is None
    with pytest.raises(interop.SymbolNotFoundError, match="has no symbol 'absent'"):
        native.symbol("absent")
    assert (native.path, native.closed) == (str(library), False)
    native.close()
    native.close()
    assert native.closed
    assert repr(native) == f"<NativeLibrary '{library}', closed>"
    with pytest.raises(interop.ArgumentValueError, match="is closed"):
        native.symbol("tested")


def test_library_by_hand_is_a_context_manager(library: Path) -> None:
    with interop.NativeLibrary.load("tested", folder=str(library.parent)) as native:
        assert native.symbol("tested")
    assert native.closed


def test_library_by_hand_that_is_not_there() -> None:
    assert interop.NativeLibrary.try_load("nosuch") is None
    with pytest.raises(interop.LibraryNotFoundError, match=r"^no shared library 'nosuch' was found\n"):
        interop.NativeLibrary.load("nosuch")


@pytest.mark.rules("R1.18")
def test_r1_18_loader_path_set_after_start_changes_nothing(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", str(library.parent))
    assert interop.NativeLibrary.try_load("libtested.so") is None
