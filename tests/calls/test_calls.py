"""How functions are called: arguments, names, defaults, NULL, raw pointers, many parameters, the GIL, documentation."""

from __future__ import annotations

import inspect
import pydoc
import threading
import time
import warnings
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import interop
from tests.conftest import Binding
from tests.support.refusals import refused

FEATURES = ("calls", "scalars", "arrays", "strings", "errors")


@pytest.fixture(scope="module")
def t(binding: Binding) -> ModuleType:
    return binding("calls")


# Arguments


def test_arguments_are_positional_or_keywords(t: ModuleType) -> None:
    assert t.three(1, 2, 3) == 123
    assert t.three(1, 2, third=3) == 123
    assert t.three(first=1, second=2, third=3) == 123
    assert t.three(1, second=2, third=3) == 123
    assert t.three(1, third=3, second=2) == 123
    assert t.three(third=3, first=1, second=2) == 123
    assert t.three(*[1, 2], third=3) == 123


class Logging:
    """A number that says when it is converted."""

    def __init__(self, log: list[str], name: str) -> None:
        self.log, self.name = log, name

    def __index__(self) -> int:
        self.log.append(self.name)
        return 1


@pytest.mark.rules("R3.41")
def test_arguments_are_converted_from_left_to_right(t: ModuleType) -> None:
    log: list[str] = []
    entered = t.entered()
    t.three(third=Logging(log, "third"), first=Logging(log, "first"), second=Logging(log, "second"))
    assert (log, t.entered() - entered) == (["first", "second", "third"], 1)
    with refused(TypeError, "three()", "second"):
        t.three(Logging(log, "first"), "x", Logging(log, "third"))
    assert (log[3:], t.entered() - entered) == (["first"], 1)


def test_a_missing_argument_is_named(t: ModuleType) -> None:
    entered = t.entered()
    for arguments, named, missing in (((), {}, "first"), ((1, 2), {}, "third"), ((1,), {"third": 3}, "second")):
        with pytest.raises(TypeError, match=rf"three\(\).*'?{missing}"):
            t.three(*arguments, **named)
    assert t.entered() == entered


def test_an_unexpected_keyword_is_named(t: ModuleType) -> None:
    with pytest.raises(TypeError, match=r"three\(\).*fourth"):
        t.three(1, 2, 3, fourth=4)
    with pytest.raises(TypeError, match=r"three\(\).*thrid"):
        t.three(1, 2, thrid=3)


def test_too_many_arguments_are_counted(t: ModuleType) -> None:
    with pytest.raises(TypeError, match=r"three\(\).*3.*4"):
        t.three(1, 2, 3, 4)
    with pytest.raises(TypeError, match=r"entered\(\)"):
        t.entered(1)


def test_an_argument_given_twice_is_named(t: ModuleType) -> None:
    with pytest.raises(TypeError, match=r"three\(\).*first"):
        t.three(1, 2, 3, first=1)
    for named in ({"first": 1, "third": 3}, {"third": 3, "first": 1}):
        with pytest.raises(TypeError, match=r"three\(\).*multiple values.*first"):
            t.three(1, **named)


def test_sixteen_parameters_of_different_types(t: ModuleType) -> None:
    values: list[Any] = [1, 2.0, 3, 4.0, 5, 6, "seven", 8] * 2
    assert t.sixteen(*values) == 2 * (1 + 2 + 3 + 4 + 5 + 6 + 5 + 8)
    assert t.sixteen(**{f"p{i}": value for i, value in enumerate(values)}) == 68
    with refused(TypeError, "sixteen()", "p14"):
        t.sixteen(*[*values[:14], 7, 8])


def test_sixty_four_parameters(t: ModuleType) -> None:
    expected = sum((i + 1) * i for i in range(64))
    assert t.sixty_four(*range(64)) == expected
    assert t.sixty_four(**{f"a{i}": i for i in reversed(range(64))}) == expected
    with pytest.raises(TypeError, match="a63"):
        t.sixty_four(*range(63))
    with refused(OverflowError, "a63"):
        t.sixty_four(*range(63), 1 << 31)


# Names


def test_python_keywords_get_an_underscore(t: ModuleType) -> None:
    named = {"in_": 1, "is_": 2, "lambda_": 3, "None_": 4, "def_": 5, "class_": 6, "from_": 7, "async_": 8}
    assert t.keywords(**named) == sum((i + 1) * (i + 1) for i in range(8))
    assert list(inspect.signature(t.keywords).parameters) == list(named)


def test_names_that_generated_code_might_use_are_free_for_the_user(t: ModuleType) -> None:
    names = ["args", "nargs", "kwnames", "self", "module", "ffi", "lib", "i", "n", "buf"]
    assert t.hostile(**dict.fromkeys(names, 1)) == 55
    assert t.hostile(*range(1, 11)) == sum(i * i for i in range(1, 11))
    names = ["malloc", "free", "memcpy", "strlen", "PyObject", "status", "result", "cleanup"]
    assert t.hostile_libc(**dict.fromkeys(names, 1)) == 36


BUILTIN_NAMES = ["int", "str", "bytes", "bool", "float", "list", "tuple", "object", "type", "property", "len", "print"]
MODULE_NAMES = ["Any", "Sequence", "array", "IntEnum", "Buffer", "final", "annotations", "sys", "enum", "import_"]


@pytest.mark.parametrize("name", BUILTIN_NAMES + MODULE_NAMES)
def test_functions_may_be_called_like_something_of_pythons(t: ModuleType, name: str) -> None:
    assert getattr(t, name)(2, 3) == 5


@pytest.mark.rules("R1.2")
def test_entry_binds_another_symbol(t: ModuleType) -> None:
    assert t.plus(2, 3) == 5


def test_name_gives_python_another_name(t: ModuleType) -> None:
    assert t.sum_of(1, second=2) == 3
    assert not hasattr(t, "add_named")


def test_private_functions_are_hidden(t: ModuleType) -> None:
    assert not hasattr(t, "add_hidden")
    assert "add_hidden" not in Path(t.__file__ or "").with_suffix(".pyi").read_text()


def test_a_deprecated_function_warns_its_caller(t: ModuleType) -> None:
    with pytest.warns(DeprecationWarning, match="use add") as caught:
        assert t.add_old(1, 2) == 3
    assert caught[0].filename == __file__
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(DeprecationWarning):
            t.add_old(1, 2)


# Defaults


def test_a_default_is_a_c_expression(t: ModuleType) -> None:
    assert t.power_default(3) == 9
    assert t.power_default(3, 3) == 27
    assert t.power_default(3, exponent=0) == 1
    assert t.default_text() == 5
    assert t.default_text("abc") == 3
    assert t.default_double(4) == 2.0


def test_a_default_may_use_other_parameters(t: ModuleType) -> None:
    assert t.defaulted(2) == 2 * 100 + 3 * 10 + (4 + 3)
    assert t.defaulted(2, 5) == 2 * 100 + 5 * 10 + (4 + 5)
    assert t.defaulted(2, c=1) == 231


def test_a_default_before_a_required_parameter_is_keyword_only(t: ModuleType) -> None:
    assert t.default_before(5) == 705
    assert t.default_before(5, level=1) == 105
    assert t.default_before(value=5, level=1) == 105
    with pytest.raises(TypeError):
        t.default_before(1, 5)


def test_an_optional_argument_may_be_left_out(t: ModuleType) -> None:
    assert t.optional_flag(3) == 30
    assert t.optional_flag(3, 4) == 34
    assert t.optional_pointer() == -1
    assert t.optional_pointer(5) == 5
    assert t.optional_pointer(None) == -1


def test_a_fixed_parameter_is_no_argument(t: ModuleType) -> None:
    assert t.fixed_size(2) == 204
    assert t.fixed_middle(1, 9) == 129
    with pytest.raises(TypeError, match="size"):
        t.fixed_size(2, size=4)


def test_requires_names_what_does_not_hold(t: ModuleType) -> None:
    assert t.required(1, 3) == 2
    entered = t.entered()
    with refused(ValueError, "required()", "low <= high"):
        t.required(3, 1)
    assert t.entered() == entered


def test_none_for_what_may_be_left_out_is_as_if_it_were_left_out(t: ModuleType, binding: Binding) -> None:
    arrays, strings = binding("arrays"), binding("strings")
    assert t.defaulted(2, c=None) == t.defaulted(2)
    assert strings.put("abc", size=None) == "abc"
    assert list(arrays.fill_double(1.0, n=2, values=None)) == [1, 2]
    assert list(arrays.grow(10, n=None)) == list(range(10))


@pytest.mark.parametrize(
    ("feature", "name", "required"),
    [
        ("calls", "power_default", (3,)),
        ("calls", "defaulted", (2,)),
        ("calls", "default_before", (5,)),
        ("calls", "default_text", ()),
        ("calls", "default_double", (4,)),
        ("calls", "optional_flag", (3,)),
        ("calls", "optional_pointer", ()),
        ("strings", "put", ("abc",)),
        ("strings", "path", (20,)),
        ("strings", "render", ("ab", 3)),
        ("arrays", "grow", (10,)),
        ("arrays", "copy_int32", ([1, 2],)),
    ],
)
def test_the_defaults_that_the_signature_shows_may_be_passed(
    binding: Binding, feature: str, name: str, required: tuple[Any, ...]
) -> None:
    function = getattr(binding(feature), name)
    bound = inspect.signature(function).bind(*required)
    bound.apply_defaults()
    assert function(*bound.args, **bound.kwargs) == function(*required)


class Reentrant:
    """A number whose conversion makes another call of the same function."""

    def __init__(self, call: Any) -> None:
        self.call = call

    def __index__(self) -> int:
        return int(self.call())


def test_a_conversion_may_call_the_same_function_again(t: ModuleType, binding: Binding) -> None:
    inner = Reentrant(lambda: t.three(0, 0, 7))
    assert t.three(1, Reentrant(lambda: t.add(1, 1)), inner) == 127
    arrays = binding("arrays")
    values: list[Any] = [1, Reentrant(lambda: arrays.sum_int32([1, 2, 3])), 5]
    assert arrays.sum_int32(values) == 12


# NULL and raw pointers


@pytest.mark.rules("R3.17")
def test_a_unique_pointer_may_be_none(t: ModuleType) -> None:
    assert t.is_null(None) == 1
    assert t.is_null(5) == 0


def test_a_pointer_may_not_be_none_unless_unique_is_said(t: ModuleType) -> None:
    assert t.deref(7) == 7
    with refused(TypeError, "deref()", "value", "None"):
        t.deref(None)


@pytest.mark.rules("R2.13")
def test_a_raw_pointer_is_cdata_none_or_an_address(t: ModuleType) -> None:
    box = t.ffi.new("int *", 5)
    address = int(t.ffi.cast("uintptr_t", box))
    assert t.address(box) == address
    assert t.address(address) == address
    assert t.address(None) == 0
    assert t.identity(box) == t.ffi.cast("void *", box)
    assert isinstance(t.identity(box), t.ffi.CData)
    assert t.int_at(box)[0] == 5


def test_a_raw_null_result_is_a_null_cdata(t: ModuleType) -> None:
    assert t.identity(None) == t.ffi.NULL


@pytest.mark.parametrize("value", ["text", 1.5, object()], ids=lambda value: type(value).__name__)
def test_a_raw_pointer_is_nothing_else(t: ModuleType, value: object) -> None:
    with refused(TypeError, "identity()", "pointer"):
        t.identity(value)
    with refused(TypeError, "int_at()", "pointer"):
        t.int_at(value)


def test_cdata_of_another_pointer_type_is_refused(t: ModuleType) -> None:
    with refused(TypeError, "int_at()", "pointer", "int *"):
        t.int_at(t.ffi.new("double *"))
    with refused(TypeError, "box_value()", "box", "struct t_box *"):
        t.box_value(t.ffi.new("int *"))


def test_a_number_too_large_for_an_address_is_an_overflow_error(t: ModuleType) -> None:
    assert t.address((1 << 64) - 1) == (1 << 64) - 1
    with refused(OverflowError, "address()", "pointer"):
        t.address(1 << 64)


def test_opaque_records_travel_as_cdata(t: ModuleType) -> None:
    box = t.box_new(42)
    assert t.box_value(box) == 42
    t.box_free(box)
    assert t.box_value(None) == -1


def test_an_out_pointer_is_cdata(t: ModuleType) -> None:
    box = t.box_make(7)
    assert t.box_value(box) == 7
    t.box_free(box)
    with refused(interop.CallError, "box_make()"):
        t.box_make(-1)
    assert int(t.ffi.cast("uintptr_t", t.void_out())) == 4096


def test_function_pointers_travel_raw(t: ModuleType) -> None:
    assert t.call_back(None, 5) == -1
    assert t.call_back(t.doubler(), 21) == 42


# The GIL


def parallel_seconds(call: Any) -> float:
    threads = [threading.Thread(target=call, args=(100,)) for _ in range(4)]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.perf_counter() - start


def test_the_gil_is_released_around_the_call(t: ModuleType) -> None:
    assert parallel_seconds(t.sleep) < 0.3


@pytest.mark.rules("R1.35")
def test_hold_gil_keeps_it(t: ModuleType) -> None:
    assert parallel_seconds(t.sleep_held) >= 0.39


def test_another_thread_runs_during_the_call_unless_the_gil_is_held(t: ModuleType) -> None:
    counter = t.ffi.new("long *")
    stop = threading.Event()

    def count() -> None:
        while not stop.is_set():
            counter[0] += 1

    thread = threading.Thread(target=count)
    thread.start()
    try:
        assert t.count_up(counter, 50) > 0
        assert t.count_up_held(counter, 50) == 0
    finally:
        stop.set()
        thread.join()


# Documentation


FUNCTIONS_PER_FEATURE = 20


def public_functions(module: ModuleType) -> dict[str, Any]:
    return {
        name: value
        for name, value in vars(module).items()
        if not name.startswith("_") and inspect.isroutine(value) and value.__module__ == module.__name__
    }


@pytest.mark.parametrize("feature", FEATURES)
def test_the_modules_functions_know_their_module(binding: Binding, feature: str) -> None:
    assert len(public_functions(binding(feature))) > FUNCTIONS_PER_FEATURE


@pytest.mark.parametrize("feature", FEATURES)
def test_every_function_has_a_signature_and_a_docstring(binding: Binding, feature: str) -> None:
    for name, function in public_functions(binding(feature)).items():
        assert inspect.signature(function) is not None, name
        assert inspect.getdoc(function), name
        assert name in pydoc.render_doc(function)


def test_signatures_show_defaults_and_keyword_only_parameters(t: ModuleType, binding: Binding) -> None:
    assert list(inspect.signature(t.three).parameters) == ["first", "second", "third"]
    power = inspect.signature(t.power_default).parameters
    assert power["base"].default is inspect.Parameter.empty
    assert power["exponent"].default in (2, None)
    level = inspect.signature(t.default_before).parameters["level"]
    assert level.kind is inspect.Parameter.KEYWORD_ONLY
    fill = inspect.signature(binding("arrays").fill_double).parameters
    assert fill["n"].kind is inspect.Parameter.KEYWORD_ONLY
    assert fill["values"].kind is inspect.Parameter.KEYWORD_ONLY
    assert fill["values"].default is None


def test_helpstrings_are_docstrings(t: ModuleType, binding: Binding) -> None:
    assert "the sum of two numbers" in t.add.__doc__
    assert t.__doc__ is not None
    assert "how functions are called" in t.__doc__
    assert "degrees of comfort" in binding("scalars").heat.__doc__


def test_the_module_offers_ffi_and_lib(t: ModuleType) -> None:
    assert t.lib.t_add(1, 2) == 3
    assert t.ffi.typeof("struct t_box *").kind == "pointer"


def test_star_import_brings_the_declared_names_only(t: ModuleType) -> None:
    assert "add" in t.__all__
    assert all(hasattr(t, name) for name in t.__all__)
    assert not any(name.startswith("_") for name in t.__all__)


def test_the_typed_marker_is_there(t: ModuleType) -> None:
    assert (Path(t.__file__ or "").parent / "py.typed").is_file()
