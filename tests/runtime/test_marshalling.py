"""Finding marshallers: what is loaded, and what is said about those that cannot be used."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from interop.runtime.marshalling import Abilities, load, resolve
from tests.support import marshallers

HERE = "tests.support.marshallers"
PLACE = "parameter 'x' of f()"


def loaded(name: str, needs: str) -> tuple[object, ...]:
    return load("bindings.x", f"{HERE}:{name}", needs, PLACE)


@pytest.mark.rules("R12.1")
def test_what_a_marshaller_can_do_is_seen_from_its_methods() -> None:
    abilities = Abilities(marshallers.Logged)
    assert (abilities.per_call, abilities.to_c, abilities.from_c, abilities.python_type) == (True, True, True, "int")
    abilities = Abilities(marshallers.OneWay)
    assert (abilities.per_call, abilities.to_c, abilities.from_c, abilities.python_type) == (False, True, False, None)


def test_one_for_each_call_is_a_class() -> None:
    assert loaded("Logged", "to_c from_c") == (marshallers.Logged, None, None, None)


def test_one_for_all_calls_is_an_object() -> None:
    make, to_c, from_c, free = loaded("Simple", "to_c from_c elements")
    assert make is None
    assert callable(to_c)
    assert callable(from_c)
    assert callable(free)
    assert loaded("OneWay", "to_c")[2:] == (None, None)


def test_an_object_is_used_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    ready = marshallers.Simple()
    monkeypatch.setattr(marshallers, "ready", ready, raising=False)
    assert loaded("ready", "to_c")[1] == ready.to_c


@pytest.mark.rules("R12.3", "R12.4", "R12.19")
@pytest.mark.parametrize(
    ("path", "needs", "problem"),
    [
        ("no.such.module:Class", "to_c", "No module named 'no'"),
        (f"{HERE}:NoSuchClass", "to_c", "has no attribute 'NoSuchClass'"),
        (f"{HERE}:Simple.inner", "to_c", "has no attribute 'inner'"),
        (f"{HERE}:OneWay", "from_c", "it has no from_c()"),
        (f"{HERE}:log", "to_c", "it has no to_c()"),
        (f"{HERE}:Logged", "to_c elements", "elements and fields need one that is not made for each call"),
        (f"{HERE}:BackOnly", "to_c", "it has no from_python() and to_c()"),
        (f"{HERE}:Demanding", "to_c", "it cannot be made without arguments"),
    ],
)
def test_what_cannot_be_used_is_an_import_error(path: str, needs: str, problem: str) -> None:
    with pytest.raises(ImportError) as caught:
        load("bindings.x", path, needs, PLACE)
    message = str(caught.value)
    assert message.startswith(f'bindings.x: marshal_with("{path}") in parameter \'x\' of f(): ')
    assert problem in message
    assert caught.value.name == "bindings.x"


def test_other_errors_of_its_module_come_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "broken_conv.py").write_text("1 / 0")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ZeroDivisionError):
        load("x", "broken_conv:Class", "to_c", PLACE)


def test_a_dot_is_beside_the_generated_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "some_bindings"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "conv.py").write_text("name = __name__")
    (tmp_path / "conv_at_the_top.py").write_text("name = __name__")
    monkeypatch.syspath_prepend(tmp_path)
    assert resolve(".conv:name", "some_bindings.lib") == "some_bindings.conv"
    assert resolve(".conv_at_the_top:name", "lib") == "conv_at_the_top"
    for name in ("some_bindings", "some_bindings.conv", "conv_at_the_top"):
        del sys.modules[name]
