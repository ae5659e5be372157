"""Names, postcodes, birth dates, and when two entries are one person."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timebank import errors
from timebank.members import rules

BORN = date(1941, 3, 7)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("O’Brien", "O'BRIEN"),
        ("O'Brien", "OBrien"),
        ("Smith-Jones", "smith jones"),
        ("Siân", "Sian"),
        ("Łukasz", "lukasz"),
        ("Søren", "soren"),
        ("  van  der Berg ", "Van Der Berg"),
        ("José", "Jose\u0301"),
    ],
)
def test_one_name_in_two_hands_is_one_name(one: str, other: str) -> None:
    assert rules.plain(one) == rules.plain(other)


def test_names_in_other_alphabets_stay_different() -> None:
    assert rules.plain("Мария") != rules.plain("Анна") != ""


@given(
    st.text(min_size=1),
    st.text(min_size=1),
    st.none() | st.dates(),
    st.none() | st.just("+447700900123"),
    st.just("SE15 3XX"),
)
def test_the_match_key_fits_its_column_and_does_not_see_case(
    first: str, last: str, born_on: date | None, number: str | None, postcode: str
) -> None:
    key = rules.match_key(first, last, born_on, number, postcode)
    assert len(key) <= 160
    assert key == rules.match_key(first.casefold(), last.casefold(), born_on, number, "se153xx")


def test_each_part_tells_two_people_of_one_name_apart() -> None:
    key = rules.match_key("Mary", "Smith", BORN, "+447700900123", "SE15 3XX")
    others = [
        rules.match_key("Marie", "Smith", BORN, "+447700900123", "SE15 3XX"),
        rules.match_key("Mary", "Smith", date(1941, 3, 8), "+447700900123", "SE15 3XX"),
        rules.match_key("Mary", "Smith", BORN, "+447700900124", "SE15 3XX"),
        rules.match_key("Mary", "Smith", BORN, None, "SE15 3XX"),
        rules.match_key("Mary", "Smith", BORN, "+447700900123", "SE15 3XY"),
    ]
    assert key not in others


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("se15 3xx", "SE15 3XX"),
        ("SE153XX", "SE15 3XX"),
        (" m1 1ae ", "M1 1AE"),
        ("ec1a1bb", "EC1A 1BB"),
        ("SE15 OXX", "SE15 0XX"),
        ("w1a 0ax", "W1A 0AX"),
    ],
)
def test_postcodes_are_put_in_order(written: str, read: str) -> None:
    assert rules.read_postcode(written) == read


@pytest.mark.parametrize("written", ["", "SE15", "12345", "SE15 3X", "SE15 3XXX", "near the park"])
def test_half_a_postcode_is_refused(written: str) -> None:
    with pytest.raises(errors.Invalid) as refused:
        rules.read_postcode(written)
    assert refused.value.field == "postcode"


def test_age_is_counted_in_birthdays() -> None:
    assert rules.age(BORN, date(2026, 3, 6)) == 84
    assert rules.age(BORN, date(2026, 3, 7)) == 85
    assert rules.age(date(1940, 2, 29), date(2026, 2, 28)) == 85
    assert rules.age(date(1940, 2, 29), date(2026, 3, 1)) == 86


@pytest.mark.parametrize("born_on", [date(2027, 1, 1), date(1899, 1, 1)])
def test_a_birth_date_nobody_has_is_refused(born_on: date) -> None:
    with pytest.raises(errors.Invalid):
        rules.check_birth_date(born_on, date(2026, 6, 9))


def test_a_name_needs_a_letter_and_an_end() -> None:
    for written in ("", "  ", "-", "x" * 61, "Mary\x00"):
        with pytest.raises(errors.Invalid):
            rules.read_name(written, "first_name")
    assert rules.read_name("  Mary  Ann ", "first_name") == "Mary Ann"
