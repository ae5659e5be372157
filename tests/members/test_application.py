"""What an applicant tells is put in order, and all that is wrong is said at once."""

from dataclasses import replace
from datetime import date

import pytest

from timebank import errors
from timebank.members import application
from timebank.members.application import Application

TODAY = date(2026, 6, 9)
MARGARET = Application(
    first_name=" Margaret ",
    last_name="Okafor",
    postcode="se4 2aa",
    address=" 12  Foxglove Road \r\n Brockley ",
    born_on=date(1942, 3, 14),
    mobile="07700 900123",
    landline="020 7946 0184",
    email=" margaret@example.org ",
    reached_by="text",
    texts_agreed=True,
)


def test_all_is_put_in_order() -> None:
    checked = application.checked(MARGARET, TODAY)
    assert (checked.first_name, checked.postcode) == ("Margaret", "SE4 2AA")
    assert checked.address == "12 Foxglove Road\nBrockley"
    assert (checked.mobile, checked.landline) == ("+447700900123", "+442079460184")
    assert checked.email == "margaret@example.org"
    assert application.checked(checked, TODAY) == checked


def test_nobody_needs_a_mobile_an_e_mail_a_birth_date_or_any_number() -> None:
    olive = Application(first_name="Olive", last_name="Brennan", postcode="SE4 2AB", landline="020 7946 0137")
    assert application.problems(olive, TODAY) == []
    assert application.problems(replace(olive, landline=None, reached_by="letter"), TODAY) == []
    assert application.problems(replace(olive, landline="", mobile=" ", reached_by="visit"), TODAY) == []


def test_all_problems_are_told_at_once_in_the_order_of_the_form() -> None:
    wrong = replace(
        MARGARET, first_name="", born_on=date(2030, 1, 1), postcode="?", mobile="12", landline="x", email="@"
    )
    found = [problem.field for problem in application.problems(wrong, TODAY)]
    assert found == ["first_name", "born_on", "postcode", "mobile", "landline", "email"]


def test_a_landline_is_no_mobile() -> None:
    (problem,) = application.problems(replace(MARGARET, mobile="020 7946 0137"), TODAY)
    assert problem.field == "mobile"


def test_agreeing_to_texts_without_a_mobile_is_no_consent() -> None:
    told = replace(MARGARET, mobile=None, reached_by="phone")
    assert not application.checked(told, TODAY).texts_agreed


@pytest.mark.parametrize(
    "wrong",
    [
        replace(MARGARET, texts_agreed=False),
        replace(MARGARET, mobile=None),
        replace(MARGARET, mobile=None, landline=None, reached_by="phone"),
        replace(MARGARET, email=None, reached_by="email"),
    ],
)
def test_the_way_to_be_reached_has_to_be_there(wrong: Application) -> None:
    with pytest.raises(errors.Invalid) as refused:
        application.checked(wrong, TODAY)
    assert refused.value.field == "reached_by"
