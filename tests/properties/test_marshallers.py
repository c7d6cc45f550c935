"""The ready marshallers, over all their values: what goes to C comes back as it was, as far as C's type can tell."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal as Number
from ipaddress import IPv4Address, IPv6Address
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interop.marshallers.addresses import IPv4, IPv6
from interop.marshallers.decimals import Decimal, DecimalText
from interop.marshallers.identifiers import Guid, Uuid
from interop.marshallers.times import FileTime, UnixMicroseconds, UnixMilliseconds, UnixNanoseconds, UnixTime

ZONES = st.integers(-24 * 60 + 1, 24 * 60 - 1).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(datetime(2, 1, 1), datetime(9998, 12, 31), timezones=ZONES)


@given(MOMENTS)
def test_times_to_the_microsecond(moment: datetime) -> None:
    for exact in (UnixMicroseconds(), UnixNanoseconds()):
        assert exact.from_c(exact.to_c(moment)) == moment


@given(MOMENTS)
def test_coarser_times_are_cut_towards_the_past(moment: datetime) -> None:
    for coarse, unit in ((UnixTime(), timedelta(seconds=1)), (UnixMilliseconds(), timedelta(milliseconds=1))):
        again = coarse.from_c(coarse.to_c(moment))
        assert timedelta() <= moment - again < unit
        assert again.tzinfo is UTC


@given(st.datetimes(datetime(1602, 1, 1), datetime(9998, 12, 31), timezones=ZONES))
def test_file_times(moment: datetime) -> None:
    assert FileTime().from_c(FileTime().to_c(moment)) == moment


@given(st.integers(-(1 << 63), (1 << 64) - 1))
def test_any_integer_is_a_time_or_out_of_range(native: int) -> None:
    for marshaller in (UnixTime(), UnixMilliseconds(), UnixMicroseconds(), UnixNanoseconds(), FileTime()):
        try:
            moment = marshaller.from_c(native)
        except OverflowError:
            assert not -(1 << 35) < native < 1 << 37
        else:
            assert moment.tzinfo is UTC


@given(st.uuids())
def test_identifiers(value: UUID) -> None:
    assert Uuid().from_c(Uuid().to_c(value)) == Guid().from_c(Guid().to_c(value)) == value
    assert Uuid().to_c(value)[8:] == Guid().to_c(value)[8:]


@given(st.ip_addresses(v=4), st.ip_addresses(v=6))
def test_addresses(four: IPv4Address, six: IPv6Address) -> None:
    assert IPv4().from_c(IPv4().to_c(four)) == four
    assert IPv6().from_c(IPv6().to_c(six)) == six


@given(st.integers(-(1 << 96) + 1, (1 << 96) - 1), st.integers(0, 28))
def test_every_decimal_of_96_bits_keeps_its_places(coefficient: int, places: int) -> None:
    value = Number((coefficient < 0, tuple(map(int, str(abs(coefficient)))), -places))
    again = Decimal().from_c(Decimal().to_c(value))
    assert again.as_tuple() == value.as_tuple()


@given(st.decimals())
def test_any_decimal_fits_exactly_or_is_refused(value: Number) -> None:
    try:
        native = Decimal().to_c(value)
    except (ValueError, OverflowError):
        return
    assert len(native) == 16
    assert Decimal().from_c(native) == value


@given(st.binary(min_size=16, max_size=16))
def test_any_16_bytes_are_a_decimal_or_are_refused(native: bytes) -> None:
    try:
        value = Decimal().from_c(native)
    except ValueError:
        assert native[2] > 28 or native[3] not in (0, 0x80)
    else:
        assert Decimal().to_c(value)[2:] == native[2:]


@given(st.decimals())
def test_decimals_as_text(value: Number) -> None:
    assert str(DecimalText().from_c(DecimalText().to_c(value))) == str(value)


def test_text_that_is_no_decimal() -> None:
    with pytest.raises(ValueError, match="'one' is no decimal number"):
        DecimalText().from_c("one")
