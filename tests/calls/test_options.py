"""What a whole module can choose: encoding, NumPy results, prefixes."""

from __future__ import annotations

from types import ModuleType

import numpy as np
import pytest

from tests.conftest import Binding
from tests.support.refusals import refused

FEATURES = ("options",)


@pytest.fixture(scope="module")
def t(binding: Binding) -> ModuleType:
    return binding("options")


@pytest.mark.rules("R1.20")
def test_the_modules_encoding_holds_for_all_text(t: ModuleType) -> None:
    assert bytes(t.bytes("é")) == b"\xe9"
    assert t.motto() == "café"
    with refused(ValueError, "bytes()", "text"):
        t.bytes("€")


@pytest.mark.rules("R1.24")
def test_an_encoding_of_a_parameter_wins(t: ModuleType) -> None:
    assert bytes(t.bytes_utf8("é")) == "é".encode()


def test_number_arrays_come_back_as_numpy(t: ModuleType) -> None:
    came = t.fill(1.5, n=3)
    assert isinstance(came, np.ndarray)
    assert came.dtype == np.float64
    assert came.tolist() == [1.5, 2.5, 3.5]
    assert t.ints(n=2).dtype == np.int32
    assert t.fill(0.0, n=0).shape == (0,)


def test_a_numpy_result_is_the_callers_own(t: ModuleType) -> None:
    came = t.fill(1.0, n=1000)
    assert came.flags.writeable
    came[0] = 99
    assert t.fill(1.0, n=1000)[0] == 1
    assert t.sum(came) == 99 + sum(range(2, 1001))


def test_new_byte_arrays_come_back_as_bytes_all_the_same(t: ModuleType) -> None:
    assert bytes(t.bytes_out(n=3)) == b"ooo"


def test_every_prefix_is_dropped_from_what_has_it(t: ModuleType) -> None:
    assert t.LEVEL == 3
    assert t.unprefixed(1) == 3
    assert t.Opt_other(1) == 2
    assert not hasattr(t, "opt_fill")
