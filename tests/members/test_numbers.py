"""Numbers as people write them, kept in one form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timebank import errors
from timebank.members import numbers


@pytest.mark.parametrize(
    "written",
    [
        "07700 900123",
        "+447700900123",
        "+44 7700 900123",
        "0044 7700 900123",
        "+44 (0)7700 900123",
        "(07700) 900-123",
        "7700900123",
        "  07700 900 123 ",
        "07700\u00a0900123",
        "447700900123",
    ],
)
def test_a_mobile_is_one_number_however_it_is_written(written: str) -> None:
    assert numbers.read(written) == "+447700900123"


def test_landlines_and_mobiles_are_told_apart() -> None:
    assert numbers.is_mobile("+447700900123")
    assert not numbers.is_mobile(numbers.read("01632 960123"))
    assert not numbers.is_mobile(numbers.read("020 7946 0018"))


def test_numbers_are_shown_as_people_write_them() -> None:
    assert numbers.shown("+447700900123") == "07700 900123"
    assert numbers.shown("+441632960123") == "01632 960123"
    assert numbers.shown("+442079460018") == "020 7946 0018"


@pytest.mark.parametrize("sender", ["60006", "Vodafone", ""])
def test_a_sender_that_is_no_number_is_shown_as_it_came(sender: str) -> None:
    assert numbers.shown(sender) == sender


@pytest.mark.parametrize(
    "written",
    ["", "0", "07700 90012", "07700 9001234", "same as husband", "7.7E+09", "07700 900123 x4", "n/a", "-"],
)
def test_what_is_no_number_is_refused(written: str) -> None:
    assert numbers.read_or_none(written) is None
    with pytest.raises(errors.Invalid):
        numbers.read(written)


@given(st.integers(0, 999))
def test_reading_what_is_shown_gives_the_number_back(last: int) -> None:
    for number in (f"+447700900{last:03}", f"+441632960{last:03}", f"+44207946{last:04}"):
        assert numbers.read(numbers.shown(number)) == numbers.read(number) == number


@given(st.text(max_size=40))
def test_any_words_at_all_are_a_number_or_not(written: str) -> None:
    found = numbers.read_or_none(written)
    assert found is None or found.startswith("+")
