"""Whose number is meant by "same as husband", "as above" and "see Bill"."""

from datetime import date

import pytest

from timebank.members.application import Application
from timebank.members.importing import plan

TODAY = date(2026, 6, 9)
HEADINGS = "First name,Surname,DOB,Phone,Postcode"


def rows(*lines: str, headings: str = HEADINGS) -> plan.Plan:
    """A list of these lines below the usual headings."""
    return plan.read("\r\n".join([headings, *lines]).encode(), TODAY)


def people(found: plan.Plan) -> dict[str, Application]:
    """Everybody by first name, on a list without refusals."""
    assert found.refused == ()
    return {planned.application.first_name: planned.application for planned in found.planned}


@pytest.mark.parametrize(
    "words",
    [
        "same as husband",
        "Same as husband.",
        "husband's",
        "as above",
        "ditto",
        "same as Bill",
        "see Bill",
        "use Bill's no",
        "same as Bill Smith",
        "same as Mr Smith",
        "shared with Bill",
        "c/o Bill",
        "same as the row above",
    ],
)
def test_words_that_point_at_the_row_above_give_its_number(words: str) -> None:
    found = people(rows("Bill,Smith,,07700 900123,SE15 3XX", f"Mary,Smith,,{words},SE15 3XX"))
    assert found["Mary"].mobile == found["Bill"].mobile == "+447700900123"


def test_a_ditto_mark_is_the_row_above_and_so_on_down() -> None:
    found = people(
        rows("Bill,Smith,,01632 960123,SE15 3XX", 'Mary,Smith,,"""",SE15 3XX', "Ann,Smith,,ditto,SE15 3XX")
    )
    assert {person.landline for person in found.values()} == {"+441632960123"}


def test_each_column_shares_its_own_kind_of_number() -> None:
    headings = "First name,Surname,Mobile,Home tel,Postcode"
    found = people(
        rows(
            "Bill,Smith,07700 900123,01632 960123,SE15 3XX",
            "Mary,Smith,07700 900124,same as husband,SE15 3XX",
            headings=headings,
        )
    )
    assert (found["Mary"].mobile, found["Mary"].landline) == ("+447700900124", "+441632960123")


def test_a_husband_is_looked_for_at_home_and_not_in_the_same_block_of_flats() -> None:
    found = rows(
        "Bill,Smith,,07700 900123,SE15 3XX",
        "Abdul,Khan,,07700 900124,SE15 3XX",
        "Mary,Smith,,same as husband,SE15 3XX",
        "Ida,Jones,,same as husband,SE15 3XX",
    )
    assert {planned.row_number: planned.application.mobile for planned in found.planned} == {
        2: "+447700900123",
        3: "+447700900124",
        4: "+447700900123",
    }
    assert found.refused == (
        (5, "We cannot tell whose number “same as husband” means; please write the number itself."),
    )


def test_a_circle_of_people_who_all_point_at_each_other_is_refused() -> None:
    found = rows("Bill,Smith,,same as wife,SE15 3XX", "Mary,Smith,,same as husband,SE15 3XX")
    assert [row_number for row_number, _ in found.refused] == [2, 3]


def test_a_refused_row_still_lends_its_number() -> None:
    found = rows("Bill,Smith,99/99/1941,07700 900123,SE15 3XX", "Mary,Smith,,same as husband,SE15 3XX")
    assert [row_number for row_number, _ in found.refused] == [2]
    assert found.planned[0].application.mobile == "+447700900123"
