"""The messy list an organiser really has is read, or refused row by row in one plain sentence."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timebank.members.application import Application
from timebank.members.importing import cells, names, plan
from timebank.members.importing.files import UnreadableList

TODAY = date(2026, 6, 9)
HEADINGS = "First name,Surname,DOB,Phone,Postcode"


def read(text: str) -> plan.Plan:
    """A list as UTF-8 without a mark."""
    return plan.read(text.encode(), TODAY)


def rows(*lines: str, headings: str = HEADINGS) -> plan.Plan:
    """A list of these lines below the usual headings."""
    return read("\r\n".join([headings, *lines]))


def only(found: plan.Plan) -> Application:
    """The one person on a list without refusals."""
    assert found.refused == ()
    (planned,) = found.planned
    return planned.application


@pytest.mark.parametrize(
    "headings",
    [
        "First name,Surname,DOB,Phone,Postcode",
        "Forename,Last Name,Date of Birth,Tel.,Post Code",
        "Christian name,SURNAME,Birthday,Mobile No.,post-code",
        "first_name,last_name,date_of_birth,mobile,postcode",
        "Name,Surname,Born,Telephone,Postal code",
        "Given Name , Family name , D.O.B. (dd/mm/yyyy) , Contact number , PostCode",
    ],
)
def test_the_usual_headings_are_known(headings: str) -> None:
    mary = only(rows("Mary,Smith,07/03/1941,07700 900123,se15 3xx", headings=headings))
    assert (mary.first_name, mary.last_name, mary.born_on) == ("Mary", "Smith", date(1941, 3, 7))
    assert (mary.mobile, mary.postcode) == ("+447700900123", "SE15 3XX")


@pytest.mark.parametrize(
    ("full", "first", "last"),
    [
        ("Mary Smith", "Mary", "Smith"),
        ('"Smith, Mary"', "Mary", "Smith"),
        ("Mrs Mary Smith", "Mary", "Smith"),
        ("Dr. Mary Ann Smith-Jones", "Mary Ann", "Smith-Jones"),
        ("Ludwig van der Berg", "Ludwig", "van der Berg"),
        ("Siân O’Brien", "Siân", "O’Brien"),
    ],
)
def test_a_full_name_is_taken_apart(full: str, first: str, last: str) -> None:
    person = only(rows(f"{full},SE15 3XX", headings="Full name,Postcode"))
    assert (person.first_name, person.last_name) == (first, last)


def test_excels_marks_semicolons_and_old_encodings_are_understood() -> None:
    written = 'First name;Surname;Postcode;Notes\r\nZoë;O’Brien;SE15 3XX;"two\r\nlines; all hers"\r\n'
    for file in (
        b"\xef\xbb\xbf" + written.encode(),
        written.encode("cp1252"),
        written.encode("utf-16"),
        written.replace("\r\n", "\n").encode(),
        written.replace(";", "\t").encode(),
        b"sep=;\r\n" + written.encode(),
    ):
        zoe = only(plan.read(file, TODAY))
        assert (zoe.first_name, zoe.last_name) == ("Zoë", "O’Brien")
        assert "all hers" in zoe.note


def test_a_title_above_empty_rows_and_headings_again_are_passed_over() -> None:
    found = read(f"Brockley Circle,,,,\n\n{HEADINGS}\n,,,,\nMary,Smith,,,SE15 3XX\n{HEADINGS}\nX,,,,\n")
    assert [planned.row_number for planned in found.planned] == [5]
    assert found.refused == ((7, "There is no surname in this row."),)


def test_columns_nobody_knows_are_named_and_not_read() -> None:
    found = rows("Mary,Smith,SE15 3XX,ginger", headings="First name,Surname,Postcode,Cat's  name")
    assert found.unused == ("Cat's name",)
    only(found)


@pytest.mark.parametrize(
    "written", ["07700 900123", "+447700900123", "7700900123", "'07700900123", "Mob: 07700900123"]
)
def test_numbers_are_read_however_they_are_written(written: str) -> None:
    assert only(rows(f"Mary,Smith,,{written},SE15 3XX")).mobile == "+447700900123"


def test_a_landline_is_not_taken_for_a_mobile_whatever_its_column() -> None:
    mary = only(rows("Mary,Smith,01632 960123,SE15 3XX", headings="First name,Surname,Mobile,Postcode"))
    assert (mary.mobile, mary.landline, mary.reached_by) == (None, "+441632960123", "phone")


def test_two_numbers_in_one_cell_find_their_places_and_more_are_noted() -> None:
    mary = only(rows("Mary,Smith,,01632 960123 / 07700 900123 or 07700 900124,SE15 3XX"))
    assert (mary.mobile, mary.landline) == ("+447700900123", "+441632960123")
    assert mary.note == "Other numbers: 07700 900124"


@pytest.mark.parametrize("written", ["", "-", "n/a", "None", "no phone", "unknown", "?"])
def test_nobody_needs_a_telephone_an_e_mail_or_a_birth_date(written: str) -> None:
    headings = "First name,Surname,DOB,Phone,Postcode,E-mail"
    mary = only(rows(f"Mary,Smith,{written},{written},SE15 3XX,{written}", headings=headings))
    assert (mary.born_on, mary.mobile, mary.landline, mary.email) == (None, None, None, None)
    assert mary.reached_by == "letter"


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (("Mary,Smith,,as above,SE15 3XX",), "We cannot tell whose number “as above” means"),
        (("Mary,Smith,,same as Bill,SE15 3XX",), "We cannot tell whose number “same as bill” means"),
        (("Mary,Smith,,same as Mary,SE15 3XX",), "We cannot tell whose number"),
        (("Mary,Smith,,ring her after six,SE15 3XX",), "We cannot tell whose number"),
        (("Mary,Smith,,07700 90012,SE15 3XX",), "The telephone number cannot be read"),
        (("Mary,Smith,,7.7E+09,SE15 3XX",), "The telephone number cannot be read"),
        (("Mary,Smith,31/02/1941,,SE15 3XX",), "There is no such birth date"),
        (("Mary,Smith,07/03/2041,,SE15 3XX",), "This birth date is still to come."),
        (("Mary,Smith,07/03/12,,SE15 3XX",), "The year of birth has two digits and could be either century"),
        (("Mary,Smith,1941,,SE15 3XX",), "Only a year of birth is given"),
        (("Mary,Smith,spring,,SE15 3XX",), "The birth date cannot be read"),
        (("Mary,Smith,,,SE15",), "The postcode is missing or not whole"),
        (("Mary,Smith,,,",), "The postcode is missing or not whole"),
        ((",,,,SE15 3XX",), "There is no name in this row."),
        ((",Smith,,,SE15 3XX",), "There is no first name in this row."),
        (("Bill & Mary,Smith,,,SE15 3XX",), "This row seems to be two people"),
        (("Mary,Smith,,,12 High Street, SE15 3XX",), "This row has more cells than there are headings"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_plain_sentence(lines: tuple[str, ...], sentence: str) -> None:
    found = rows(*lines)
    assert found.planned == ()
    ((row_number, said),) = found.refused
    assert row_number == 2
    assert said.startswith(sentence)
    assert said.endswith(".")
    assert ". " not in said


@pytest.mark.parametrize(
    ("said", "agreed"),
    [("Yes", True), ("y", True), ("✓", True), ("1", True), ("no", False), ("", False), ("ask her", False)],
)
def test_texts_need_a_clear_yes(said: str, agreed: bool) -> None:
    headings = "First name,Surname,Mobile,Postcode,OK to text?"
    mary = only(rows(f"Mary,Smith,07700 900123,SE15 3XX,{said}", headings=headings))
    assert (mary.texts_agreed, mary.reached_by) == (agreed, "text" if agreed else "phone")


def test_without_a_column_for_it_nobody_has_agreed_to_texts() -> None:
    assert not only(rows("Mary,Smith,,07700 900123,SE15 3XX")).texts_agreed


def test_a_postcode_may_stand_at_the_end_of_the_address() -> None:
    mary = only(rows('Mary,Smith,"12 High Street, London se15 3xx"', headings="First name,Surname,Address"))
    assert (mary.address, mary.postcode) == ("12 High Street, London", "SE15 3XX")


def test_address_lines_are_put_together() -> None:
    headings = "First name,Surname,Address 1,Address 2,Town,Postcode"
    mary = only(rows("Mary,Smith,Flat 2,12 High Street,,SE15 3XX", headings=headings))
    assert mary.address == "Flat 2, 12 High Street"


@pytest.mark.parametrize(
    "file",
    [
        b"",
        b"\x00\x01\x02",
        b"hello",
        b"PK\x03\x04rest",
        b"First name,Phone\nMary,1\n",
        b"1,2,3\n4,5,6\n",
        b'First name,Surname,Postcode\nMary,"Smith,SE15 3XX\nBill,Jones,SE15 3XX\n',
    ],
)
def test_what_is_no_list_of_people_is_refused_whole(file: bytes) -> None:
    with pytest.raises(UnreadableList) as refused:
        plan.read(file, TODAY)
    assert refused.value.reason.endswith(".")


@given(st.binary(max_size=300))
def test_any_bytes_at_all_are_a_list_or_are_not(file: bytes) -> None:
    for below in (b"", HEADINGS.encode() + b"\n"):
        with suppress(UnreadableList):
            plan.read(below + file, TODAY)


@given(
    st.lists(
        st.text(alphabet=st.characters(codec="utf-8", exclude_characters='",\n\r'), max_size=20),
        min_size=5,
        max_size=5,
    )
)
def test_any_words_in_the_cells_give_a_person_or_a_sentence(written: list[str]) -> None:
    found = rows(",".join(written))
    assert len(found.planned) + len(found.refused) <= 1


@given(st.dates(date(1907, 1, 1), TODAY))
def test_a_birth_date_is_read_the_same_in_every_common_form(born_on: date) -> None:
    day, month, year = born_on.day, born_on.month, born_on.year
    for written in (
        f"{day:02}/{month:02}/{year}",
        f"{day}.{month}.{year}",
        f"{day}-{month}-{year}",
        f"{born_on:%d %B %Y}",
        f"{born_on:%d-%b-%Y}",
        f"{day}th of {born_on:%B}, {year}",
        f"{born_on.isoformat()} 00:00:00",
    ):
        assert cells.born_on(written, TODAY) == born_on


@given(st.dates(date(1927, 1, 1), date(1999, 12, 31)))
def test_two_digits_of_a_year_are_read_where_one_century_is_possible(born_on: date) -> None:
    assert cells.born_on(f"{born_on:%d/%m/%y}", TODAY) == born_on


def test_a_title_alone_is_no_surname() -> None:
    with pytest.raises(names.NotOneName):
        names.read("", "", "Mrs Smith")
