"""Reading what people type: as the value we keep, or one kind sentence, and nothing lost."""

from datetime import UTC, date, datetime
from typing import Annotated

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timebank import clock
from web import words
from web.forms import fields, reading
from web.forms.filled import Filled, Typed, empty

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


class Everything(reading.Form):
    """One of each."""

    name: Annotated[str, fields.words("Please tell us your name", most=20)]
    number: Annotated[str | None, fields.telephone()]
    mobile: Annotated[str | None, fields.mobile()]
    born_on: Annotated[date | None, fields.DateParts(), fields.calendar_day(needed=False)]
    postcode: Annotated[str, fields.postcode()]
    email: Annotated[str | None, fields.email()]
    way: Annotated[str, fields.choice("Please choose one", ("text", "letter"))]
    kinds: Annotated[list[str], fields.ticks(lambda: ("walk", "lift"))]
    agreed: Annotated[bool, fields.ticked()]
    code: Annotated[str, fields.six_figures()]


GOOD: Typed = {
    "name": (" Joan ",),
    "number": ("(020) 7946 0123",),
    "mobile": ("+44 7700 900123",),
    "born_on-day": ("27",),
    "born_on-month": ("March",),
    "born_on-year": ("41",),
    "postcode": ("se4 2ab",),
    "email": ("joan@example.org",),
    "way": ("letter",),
    "kinds": ("lift", "rocket"),
    "agreed": ("yes",),
    "code": ("123 456",),
}


def test_a_good_form_is_a_value() -> None:
    """As it is kept, whatever the spaces and capitals."""
    with clock.frozen(NOON):
        value = reading.fit(Everything, GOOD).value
    assert value is not None
    assert (value.name, value.number, value.mobile) == ("Joan", "+442079460123", "+447700900123")
    assert (value.born_on, value.postcode, value.code) == (date(1941, 3, 27), "SE4 2AB", "123456")
    assert (value.way, value.kinds, value.agreed, value.email) == (
        "letter",
        ["lift"],
        True,
        "joan@example.org",
    )


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("name", "", "Please tell us your name"),
        ("name", "x" * 21, "That is a little long for us. Please use 20 letters or fewer"),
        ("mobile", "020 7946 0123", "This looks like a home telephone. Please put it in the next box"),
        ("born_on-day", "31st", "We cannot find that day on the calendar. Please check it"),
        ("born_on-day", "", "Please tell us the day, month and year"),
        ("born_on-year", "2030", "That day is still to come. Please check the year"),
        ("born_on-year", "1841", "Please check the year"),
        ("postcode", "", "Please tell us your postcode"),
        ("born_on-year", "9" * 30, "We cannot find that day on the calendar. Please check it"),
        ("email", "joan@", "Please check the e-mail address. It should look like name@example.com"),
        ("way", "pigeon", "Please choose one"),
        ("code", "12345", "Please type the six figures of the code"),
    ],
)
def test_each_slip_has_one_kind_sentence(field: str, typed: str, sentence: str) -> None:
    """Beside its own field, and everything typed is still there."""
    with clock.frozen(NOON):
        read = reading.fit(Everything, {**GOOD, field: (typed,)})
    assert read.value is None
    assert list(read.form.errors.values()) == [sentence]
    assert read.form.value(field) == typed
    assert read.form.anchor("born_on") == "born_on-day"


@given(
    st.dictionaries(
        st.sampled_from([*GOOD, "born_on", "strange"]),
        st.lists(st.text(max_size=30), max_size=3).map(tuple),
    )
)
def test_nothing_typed_can_break_a_form(typed: dict[str, tuple[str, ...]]) -> None:
    """Any words in any field are a value or a sentence, never a fault; and a sentence never scolds."""
    read = reading.fit(Everything, typed)
    assert (read.value is None) == bool(read.form.errors)
    assert dict(read.form.typed) == typed
    for sentence in read.form.errors.values():
        assert not {"invalid", "must", "error", "failed", "illegal"} & set(sentence.lower().split())


def test_a_form_keeps_what_it_is_told_to_keep() -> None:
    """Earlier answers travel along as hidden fields, each of several too."""
    form = Filled({"kinds": ("walk", "lift"), "name": ("Joan",)}).keeping("kinds", "missing")
    assert list(form.kept_pairs()) == [("kinds", "walk"), ("kinds", "lift")]
    assert form.needing(name="Please").kept == ("kinds", "missing")
    assert empty(name="Joan").value("name") == "Joan"


def test_moments_in_words() -> None:
    """On a British clock; the year only when it is another."""
    with clock.frozen(NOON):
        assert words.moment(datetime(2026, 11, 26, 14, tzinfo=UTC)) == "Thursday 26 November, 2pm"
        assert words.moment(datetime(2026, 7, 1, 13, 30, tzinfo=UTC)) == "Wednesday 1 July, 2.30pm"
        assert words.day(date(2025, 1, 2)) == "Thursday 2 January 2025"
    assert words.number("+447700900123") == "07700 900123"
    assert words.listed(["Margaret", "Bill", "Joan"]) == "Margaret, Bill and Joan"
    assert words.minutes(90) == "1 hour 30 minutes"
