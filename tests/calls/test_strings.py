"""Text: in, returned, owned, out buffers, in-out buffers, growing, queried, out pointers, lists, encodings."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from types import ModuleType

import pytest

from tests.conftest import Binding
from tests.support.leaks import balanced
from tests.support.refusals import refused

FEATURES = ("strings",)


@pytest.fixture(scope="module")
def t(binding: Binding) -> ModuleType:
    return binding("strings")


@pytest.fixture(autouse=True)
def nothing_is_leaked(t: ModuleType) -> Iterator[None]:
    with balanced(t):
        yield


# In


def test_unannotated_const_char_is_text(t: ModuleType) -> None:
    assert t.length("") == 0
    assert t.length("abc") == 3
    assert t.length("grün") == 5
    assert t.length("x" * 100_000) == 100_000


def test_a_typedef_of_const_char_is_text(t: ModuleType) -> None:
    assert t.length_typedef("abcd") == 4


def test_wide_text_is_counted_in_units(t: ModuleType) -> None:
    assert t.length_wide("aé€") == 3
    assert t.length_16("aé€\U0001f600") == 5
    assert t.length_32("aé€\U0001f600") == 4
    for function in (t.length_wide, t.length_16, t.length_32):
        assert function("") == 0
        assert function("y" * 5000) == 5000


@pytest.mark.rules("R6.1")
def test_none_and_the_empty_text_are_told_apart(t: ModuleType) -> None:
    assert t.is_null(None) == 1
    assert t.is_null("") == 0


@pytest.mark.parametrize("name", ["length", "length_typedef", "length_wide", "length_16", "length_32"])
def test_none_is_refused_where_unique_is_not_said(t: ModuleType, name: str) -> None:
    with refused(TypeError, f"{name}()", "text", "None"):
        getattr(t, name)(None)


@pytest.mark.parametrize("name", ["length", "length_wide", "length_16", "length_32"])
@pytest.mark.parametrize("value", [7, 1.5, ["a"], object()], ids=lambda value: type(value).__name__)
def test_only_text_is_text(t: ModuleType, name: str, value: object) -> None:
    with refused(TypeError, f"{name}()", "text", "str", type(value).__name__):
        getattr(t, name)(value)


@pytest.mark.rules("R6.4")
@pytest.mark.parametrize("name", ["length", "length_typedef", "length_wide", "length_16", "length_32"])
@pytest.mark.parametrize("text", ["\0", "a\0b", "trailing\0", "é" * 300 + "\0"], ids=["only", "inside", "last", "long"])
def test_an_embedded_nul_is_refused(t: ModuleType, name: str, text: str) -> None:
    with refused(ValueError, f"{name}()", "text"):
        getattr(t, name)(text)


@pytest.mark.rules("R6.4")
@pytest.mark.parametrize("size", range(1, 35))
def test_a_nul_is_seen_wherever_it_stands(t: ModuleType, size: int) -> None:
    for letter in ("x", "\x7f", "\x01"):
        assert t.length(letter * size) == size
    for place in range(size):
        with refused(ValueError, "length()", "text", "NUL"):
            t.length("x" * place + "\0" + "x" * (size - place - 1))


@pytest.mark.parametrize("name", ["length", "length_16", "length_32", "length_wide"])
@pytest.mark.parametrize("text", ["\ud800", "ab\udfff"], ids=["first", "last"])
def test_a_lone_surrogate_is_refused(t: ModuleType, name: str, text: str) -> None:
    with refused(ValueError, f"{name}()", "text"):
        getattr(t, name)(text)


class Named(str):
    pass


def test_a_subclass_of_str_is_text(t: ModuleType) -> None:
    assert t.length(Named("abc")) == 3
    assert t.length_16(Named("abc")) == 3


@pytest.mark.rules("R4.4", "R4.8", "R6.25")
@pytest.mark.ordinary("C writes what it may only read, which is reported")
@pytest.mark.parametrize("text", ["interned_literal", "naïve", "x" * 2000], ids=["ascii", "latin", "long"])
def test_a_callee_that_writes_into_in_text_cannot_change_the_callers(t: ModuleType, text: str) -> None:
    kept = "".join(list(text))
    t.scribble(text)
    assert text == kept
    assert text.encode() == kept.encode()


# Returned


@pytest.mark.rules("R5.4")
def test_const_char_results_are_borrowed_text(t: ModuleType) -> None:
    assert t.greeting() == "grüß dich"
    assert t.borrowed(1) == ""
    assert t.borrowed(2) == "some"


def test_a_unique_result_may_be_none(t: ModuleType) -> None:
    assert t.borrowed(0) is None
    assert t.duplicate_or_null(None) is None


def test_null_where_unique_is_not_said_is_an_error(t: ModuleType) -> None:
    with refused(ValueError, "null_text()", "NULL"):
        t.null_text()


@pytest.mark.rules("R5.6")
def test_a_result_that_lives_in_the_argument_is_read_before_the_argument_goes(t: ModuleType) -> None:
    for text in ("", "short", "é" * 10_000):
        assert t.echo(text) == text


@pytest.mark.rules("R5.3", "R5.7")
@pytest.mark.parametrize("size", [*range(34), 63, 64, 65, 255, 256, 257, 1000])
def test_text_comes_back_whole_whatever_its_size(t: ModuleType, size: int) -> None:
    plain = "".join(chr(33 + i % 94) for i in range(size))
    texts = [plain, *(plain[:i] + other + plain[i:] for other in ("\x80", "€", "😀") for i in range(size + 1))]
    for text in texts:
        came = t.echo(text)
        assert (came, came.isascii(), hash(came)) == (text, text.isascii(), hash(text))
        assert sys.getsizeof(came) == sys.getsizeof(text.encode().decode())
        assert came + "!" == text + "!"
    # Of these there is one object each, as for any text of Python's own.
    assert size > 1 or t.echo(plain) is t.echo(plain)


@pytest.mark.parametrize("size", [8, 12, 40, 300])
def test_invalid_text_is_an_error_wherever_it_is(t: ModuleType, size: int) -> None:
    for i in range(size):
        with refused(ValueError, "text_utf8()", "0xff"):
            t.text_utf8(b"x" * i + b"\xff" + b"x" * (size - i - 1) + b"\0")


def test_owned_results_are_read_and_freed(t: ModuleType) -> None:
    freed = t.freed()
    assert t.duplicate("grün") == "grün"
    assert t.duplicate("") == ""
    assert t.duplicate_or_null("x") == "x"
    assert t.freed() == freed + 3


@pytest.mark.rules("R5.1")
def test_free_is_always_known(t: ModuleType) -> None:
    assert t.duplicate_with_malloc("abc") == "abc"


@pytest.mark.parametrize("name", ["duplicate_wide", "duplicate_16", "duplicate_32"])
def test_owned_wide_results_are_read_and_freed(t: ModuleType, name: str) -> None:
    freed = t.freed()
    for text in ("", "abc", "é€\U0001f600"):
        assert getattr(t, name)(text) == text
    assert t.freed() == freed + 3


# Encodings


@pytest.mark.rules("R1.21", "R1.25")
def test_utf8_is_what_c_sees_unless_said(t: ModuleType) -> None:
    assert t.bytes_utf8("aé€\U0001f600") == "aé€\U0001f600".encode()


@pytest.mark.parametrize(
    ("name", "codec", "text"),
    [
        ("utf8", "utf-8", "aé€\U0001f600"),
        ("latin", "latin-1", "aé\xff"),
        ("ascii", "ascii", "plain"),
        ("cp1252", "cp1252", "a€é"),
        ("jis", "shift_jis", "日本語 abc"),
    ],
)
def test_text_is_encoded_and_decoded_as_the_attribute_says(t: ModuleType, name: str, codec: str, text: str) -> None:
    assert getattr(t, f"bytes_{name}")(text) == text.encode(codec)
    assert getattr(t, f"text_{name}")(text.encode(codec)) == text


@pytest.mark.rules("R1.26", "R6.8")
@pytest.mark.parametrize(
    ("name", "text"),
    [("latin", "€"), ("ascii", "é"), ("cp1252", "日"), ("jis", "\U0001f600"), ("utf8", "\udc80")],
)
def test_text_that_cannot_be_encoded_is_refused(t: ModuleType, name: str, text: str) -> None:
    with refused(ValueError, f"bytes_{name}()", "text"):
        getattr(t, f"bytes_{name}")("ok " + text)


@pytest.mark.rules("R6.8")
@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("utf8", b"\xff"),
        ("utf8", b"\xc3"),
        ("utf8", b"\xed\xa0\x80"),
        ("utf8", b"\xc0\xaf"),
        ("ascii", b"\x80"),
        ("jis", b"\x81"),
        ("cp1252", b"\x81"),
    ],
)
def test_bytes_that_cannot_be_decoded_are_refused(t: ModuleType, name: str, data: bytes) -> None:
    with refused(ValueError, f"text_{name}()"):
        getattr(t, f"text_{name}")(b"ok " + data)


@pytest.mark.rules("R6.8")
def test_invalid_text_from_c_is_an_error_unless_replaced(t: ModuleType) -> None:
    with refused(ValueError, "invalid_utf8()", "utf-8"):
        t.invalid_utf8()
    assert t.invalid_replaced() == "ab�!"


@pytest.mark.rules("R1.21")
def test_wide_units_are_native(t: ModuleType) -> None:
    text = "aé€\U0001f600"
    assert list(t.units_32(text)) == [ord(c) for c in text]
    assert list(t.units_wide(text)) == [ord(c) for c in text]
    assert list(t.units_16(text)) == [0x61, 0xE9, 0x20AC, 0xD83D, 0xDE00]


def test_wide_text_comes_back(t: ModuleType) -> None:
    assert t.text_of_16([0x61, 0xE9, 0xD83D, 0xDE00]) == "aé\U0001f600"
    assert t.text_of_32([0x61, 0x1F600]) == "a\U0001f600"
    assert t.text_of_wide([0x61, 0x1F600]) == "a\U0001f600"


@pytest.mark.parametrize("units", [[0xD800], [0x61, 0xDC00], [0xD83D, 0x61]], ids=["high", "low", "unpaired"])
def test_an_unpaired_surrogate_from_c_is_an_error(t: ModuleType, units: list[int]) -> None:
    with refused(ValueError, "text_of_16()"):
        t.text_of_16(units)


@pytest.mark.parametrize("unit", [0x110000, 0xFFFFFFFF, 0xD800])
@pytest.mark.parametrize("name", ["text_of_32", "text_of_wide"])
def test_a_code_beyond_unicode_from_c_is_an_error(t: ModuleType, name: str, unit: int) -> None:
    with refused(ValueError, f"{name}()"):
        getattr(t, name)([0x61, unit])


# Out buffers


def test_the_capacity_of_an_out_buffer_is_a_keyword(t: ModuleType) -> None:
    assert t.name(size=32) == "a name"
    with pytest.raises(TypeError, match="name"):
        t.name(32)
    with pytest.raises(TypeError, match="size"):
        t.name()


def test_the_capacity_may_have_a_default(t: ModuleType) -> None:
    assert t.put("text") == "text"
    assert t.put("text", size=5) == "text"


@pytest.mark.rules("R6.10", "R6.18")
@pytest.mark.ordinary("text without a NUL is reported")
def test_text_is_never_read_past_the_room(t: ModuleType) -> None:
    assert t.unterminated(size=7) == "x" * 7
    assert t.unterminated(size=1) == "x"
    assert t.put("abcdef", size=3) == "abc"
    assert t.put_wide("abcdef", size=3) == "abc"
    assert t.put_16("abcdef", size=3) == "abc"
    assert t.put_32("abcdef", size=3) == "abc"


def test_an_out_buffer_without_room_gives_empty_text(t: ModuleType) -> None:
    assert t.unterminated(size=0) == ""
    assert t.name(size=0) == ""


@pytest.mark.rules("R6.11")
def test_an_out_buffer_starts_empty(t: ModuleType) -> None:
    for size in (0, 1, 16, 5000):
        assert t.untouched(size=size) == ""


@pytest.mark.parametrize("name", ["put", "put_wide", "put_16", "put_32"])
def test_out_buffers_of_every_character_type(t: ModuleType, name: str) -> None:
    for text in ("", "abc", "é€\U0001f600"):
        assert getattr(t, name)(text) == text
        assert getattr(t, name)(text * 100, size=1300) == text * 100


def test_a_character_cut_at_the_end_of_the_room_is_an_error(t: ModuleType) -> None:
    with refused(ValueError, "put()", "buffer"):
        t.put("aé", size=2)


@pytest.mark.rules("R6.12")
def test_length_is_says_how_much_of_the_buffer_is_text(t: ModuleType) -> None:
    assert t.partial(3, size=8) == "ppp"
    assert t.partial(0, size=8) == ""
    assert t.partial(8, size=8) == "p" * 8


@pytest.mark.parametrize("reported", [-1, 9, -(1 << 62), 1 << 62])
def test_a_length_beyond_the_room_is_an_error(t: ModuleType, reported: int) -> None:
    with refused(ValueError, "partial()", "buffer"):
        t.partial(reported, size=8)


@pytest.mark.parametrize("size", [-1, 1 << 64], ids=["negative", "huge"])
def test_a_capacity_its_type_cannot_hold_is_an_overflow_error(t: ModuleType, size: int) -> None:
    with refused(OverflowError, "name()", "size"):
        t.name(size=size)


@pytest.mark.rules("R6.3")
@pytest.mark.parametrize("size", [1 << 62, (1 << 64) - 1])
@pytest.mark.parametrize("name", ["name", "put_wide"])
def test_a_capacity_that_no_memory_can_hold_is_an_error_and_no_crash(t: ModuleType, name: str, size: int) -> None:
    with pytest.raises((MemoryError, OverflowError, ValueError)):
        t.name(size=size) if name == "name" else t.put_wide("a", size=size)


# In-out buffers


@pytest.mark.rules("R6.11")
def test_an_inout_buffer_is_an_argument_and_a_result(t: ModuleType) -> None:
    text = "some text"
    assert t.upper(text) == "SOME TEXT"
    assert text == "some text"
    assert t.upper("") == ""


def test_an_inout_buffer_has_room_for_its_capacity(t: ModuleType) -> None:
    assert t.append_bang("abc") == "abc!"
    assert t.append_bang("abc", size=4) == "abc"
    assert t.append_bang("abc", size=5) == "abc!"


@pytest.mark.rules("R6.13")
def test_text_longer_than_the_capacity_is_refused(t: ModuleType) -> None:
    entered = t.entered()
    with refused(ValueError, "upper()", "text"):
        t.upper("abcdef", size=3)
    with refused(ValueError, "upper()", "text"):
        t.upper("x" * 64)
    assert t.entered() == entered
    assert t.upper("x" * 63) == "X" * 63


def test_none_is_refused_for_an_inout_buffer(t: ModuleType) -> None:
    with refused(TypeError, "upper()", "text"):
        t.upper(None)


# Growing and asking


def test_grow_calls_again_with_twice_the_room(t: ModuleType) -> None:
    before = t.entered()
    assert t.path(20) == "p" * 20
    assert t.entered() - before == 4  # room for 4, 8, 16, 32
    assert t.fill_status(0) == ""


def test_grow_is_asked_before_success(t: ModuleType) -> None:
    assert t.fill_status(100) == "f" * 100


def test_grow_does_not_happen_when_the_caller_gave_the_size(t: ModuleType) -> None:
    before = t.entered()
    with refused(OSError, "path()"):
        t.path(20, size=8)
    assert t.entered() - before == 1
    assert t.path(20, size=21) == "p" * 20


def test_grow_ends_at_its_limit(t: ModuleType) -> None:
    assert t.path(1023) == "p" * 1023
    with refused(Exception, "path()"):
        t.path(1024)


def test_a_failure_that_is_no_lack_of_room_does_not_grow(t: ModuleType) -> None:
    before = t.entered()
    with refused(OSError, "path()"):
        t.path(-1)
    with refused(Exception, "fill_status()"):
        t.fill_status(-1)
    assert t.entered() - before == 2


@pytest.mark.rules("R6.20")
def test_query_asks_for_the_room_first(t: ModuleType) -> None:
    before = t.entered()
    assert t.render("ab", 3) == "ababab"
    assert t.entered() - before == 2
    assert t.render("x", 0) == ""


def test_query_reads_the_room_from_the_size_itself(t: ModuleType) -> None:
    before = t.entered()
    assert t.render_into("some text") == "some text"
    assert t.entered() - before == 2


# Out pointers


@pytest.mark.rules("R3.25", "R5.3")
def test_owned_out_text_is_read_and_freed(t: ModuleType) -> None:
    assert t.make("grün") == "grün"
    assert t.make("") == ""


@pytest.mark.rules("R3.26")
def test_unique_out_text_may_come_back_as_none(t: ModuleType) -> None:
    assert t.make_or_null(None) is None
    assert t.make_or_null("x") == "x"


def test_null_in_an_out_home_is_an_error_where_unique_is_not_said(t: ModuleType) -> None:
    with refused(ValueError, "make_unasked()", "text", "NULL"):
        t.make_unasked(None)


def test_several_owned_texts(t: ModuleType) -> None:
    assert tuple(t.make_two(0)) == ("first", "second")


@pytest.mark.rules("R5.4")
def test_lent_out_text_is_not_freed(t: ModuleType) -> None:
    freed = t.freed()
    assert t.lend(1) == ""
    assert t.lend(2) == "some"
    assert t.freed() == freed


# Lists


@pytest.mark.parametrize("name", ["total_length", "total_innermost"])
def test_a_list_of_text_fills_its_count(t: ModuleType, name: str) -> None:
    function = getattr(t, name)
    assert function(["a", "bcd", "é"]) == 6
    assert function(("a", "bcd")) == 4
    assert function([]) == 0
    assert function([str(i) for i in range(1000)]) == 2890


@pytest.mark.parametrize("name", ["total_length", "total_innermost"])
def test_none_in_a_list_of_text_is_refused(t: ModuleType, name: str) -> None:
    with refused(TypeError, f"{name}()", "names", "1", "None"):
        getattr(t, name)(["a", None])


def test_none_in_a_list_of_unique_text_is_null(t: ModuleType) -> None:
    assert t.count_null(["a", None, "b", None]) == 2


@pytest.mark.parametrize("bad", [7, b"x", "a\0b", "\ud800"], ids=repr)
def test_a_bad_element_is_named_by_its_index(t: ModuleType, bad: object) -> None:
    with refused(Exception, "total_length()", "names", "2"):
        t.total_length(["a", "b", bad])


def test_text_is_not_a_list_of_text(t: ModuleType) -> None:
    with refused(TypeError, "total_length()", "names", "str"):
        t.total_length("abc")
    with refused(TypeError, "argc()", "argv", "str"):
        t.argc("abc")


def test_a_null_terminated_list_of_text(t: ModuleType) -> None:
    assert t.argc(["prog", "-v", "file"]) == 3
    assert t.argc([]) == 0


@pytest.mark.rules("R5.14")
def test_a_list_that_the_callee_made(t: ModuleType) -> None:
    assert t.make_list(3, -1) == ["name 0", "name 1", "name 2"]
    assert t.make_list(0, -1) == []


def test_a_returned_list_ended_by_null(t: ModuleType) -> None:
    assert t.words() == ["alpha", "beta", "gamma"]
    assert t.split("one two three") == ["one", "two", "three"]
    assert t.split("") == [""]


# Text whose length is given


@pytest.mark.rules("R6.4")
@pytest.mark.parametrize(
    "name",
    [
        "nuls",
        "nuls_latin",
        pytest.param("nuls_loose", marks=pytest.mark.ordinary("C writes what it may only read, which is reported")),
        "nuls_16",
        "nuls_16_bytes",
        "nuls_32",
        "nuls_wide",
    ],
)
def test_text_with_a_length_may_hold_nul(t: ModuleType, name: str) -> None:
    function = getattr(t, name)
    for text in ("", "abc", "\0", "a\0b\0", "é\0" * 400):
        assert function(text) == text.count("\0")
    with refused(TypeError, f"{name}()", "text", "None"):
        function(None)


def test_text_with_a_length_may_be_none_where_unique(t: ModuleType) -> None:
    assert t.nuls_or_null(None) == 0
    assert t.nuls_or_null("a\0") == 1


@pytest.mark.rules("R6.4", "R6.12")
@pytest.mark.parametrize("n", [0, 1, 2, 5, 32])
def test_text_of_a_given_length_comes_back_whole(t: ModuleType, n: int) -> None:
    text = ("a\0" * n)[:n]
    assert t.block(n) == t.block_16(n) == t.block_16_bytes(n) == text
    assert t.make_block(n) == text
    assert t.put_block(size=n) == text
    assert t.put_block_16(size=2 * n) == text
    assert t.hand_block(n) == text


@pytest.mark.rules("R3.23", "R6.4")
def test_text_of_a_given_length_goes_in_and_comes_back(t: ModuleType) -> None:
    for text in ("", "abc", "a\0b", "\0\0", "x" * 1000):
        assert t.reverse(text) == text[::-1] + "!"
        assert t.reverse_16("é" + text) == text[::-1] + "é!"


# In-out text in place


@pytest.mark.rules("R6.10", "R6.11")
@pytest.mark.parametrize(("name", "unit"), [("insert", 1), ("insert_16", 1), ("insert_32", 1), ("insert_wide", 4)])
def test_inout_text_has_all_the_room_that_c_is_told(t: ModuleType, name: str, unit: int) -> None:
    function = getattr(t, name)
    first = b"<" if name == "insert" else "<"
    word = "bytes" if name == "insert_wide" else "size"
    for text in ("", "abc", "x" * 14):
        assert function(text, first) == "<" + text
    assert function("x" * 15, first) == "x" * 15
    assert function("abc", first, **{word: 4 * unit}) == "abc"
    assert function("abc", first, **{word: 5 * unit}) == "<abc"
    assert function("y" * 3000, first, **{word: 3002 * unit}) == "<" + "y" * 3000
    entered = t.entered()
    for size in (0, 1, 3):
        with refused(ValueError, f"{name}()", "text", "4 units"):
            function("abc", first, **{word: size * unit})
    with refused(ValueError, f"{name}()", "text", "NUL"):
        function("a\0b", first)
    with refused(ValueError, f"{name}()", "text"):
        function("\ud800", first)
    assert t.entered() == entered


@pytest.mark.rules("R6.1")
def test_inout_text_may_be_none_where_unique(t: ModuleType) -> None:
    assert t.insert(None, b"<") is None
    assert t.insert("", b"<") == "<"


@pytest.mark.rules("R6.13")
def test_inout_text_without_a_size_has_the_room_of_what_goes_in(t: ModuleType) -> None:
    for name in ("capitalize", "capitalize_16", "capitalize_jis"):
        function = getattr(t, name)
        for text in ("", "a", "text", "日本", "x" * 600):
            assert function(text) == (text[:1].upper() + text[1:] if text.isascii() else text)


# Units and encodings of lists


def test_lists_of_other_units(t: ModuleType) -> None:
    assert t.total_16(["ä", "", "\U0001f600" * 100]) == 201
    assert t.total_wide(["ä", "", "\U0001f600" * 100]) == 101
    assert t.words_16() == ["ä", "", "\U0001f600"]
    assert t.words_32() == ["ä", None, "\U0001f600"]
    assert t.total_latin(["ä", "b"]) == 2
    with refused(ValueError, "total_latin()", "names", "1"):
        t.total_latin(["ä", "€"])
    for bad in ("a\0b", "\udc80"):
        for function in (t.total_16, t.total_wide):
            with refused(ValueError, "names", "1"):
                function(["a", bad])


def test_a_byte_order_mark_is_a_character_like_any(t: ModuleType) -> None:
    text = "\ufeffab"
    assert t.length_16(text) == t.length_32(text) == t.length_wide(text) == 3
    assert t.put_16(text) == t.put_32(text) == t.put_wide(text) == t.put(text) == text
    assert t.duplicate(text) == t.duplicate_16(text) == text
    assert t.text_of_16([0xFEFF, 0x61]) == "\ufeffa"
