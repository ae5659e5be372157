"""Times of day as people write them, with the part of the day they chose."""

from datetime import date, time

import pytest

from tests.the_clock import TheClock
from web.forms import reading, times


@pytest.mark.parametrize(
    ("part", "written", "meant"),
    [
        ("morning", "", time(10)),
        ("morning", "9", time(9)),
        ("morning", "10.30", time(10, 30)),
        ("morning", "1030", time(10, 30)),
        ("morning", "12", time(12)),
        ("afternoon", "2.30", time(14, 30)),
        ("afternoon", "2pm", time(14)),
        ("afternoon", "14:15", time(14, 15)),
        ("afternoon", "12", time(12)),
        ("afternoon", "midday", time(12)),
        ("afternoon", "11am", time(11)),
        ("evening", "6", time(18)),
        ("evening", "", time(18)),
    ],
)
def test_what_was_meant(the_clock: TheClock, part: str, written: str, meant: time) -> None:
    typed = {"day": ("2026-06-12",), "part": (part,), "at": (written,)}
    read = reading.fit(times.When, typed)
    assert read.value is not None, read.form.errors
    assert times.on_the_wall(read.value.part, read.value.at) == meant


@pytest.mark.parametrize("written", ["25", "half", "10.75", "-1", "teatime"])
def test_what_is_no_time(the_clock: TheClock, written: str) -> None:
    typed = {"day": ("2026-06-12",), "part": ("morning",), "at": (written,)}
    assert reading.fit(times.When, typed).form.errors == {"at": times.PLEASE_CLOCK}


@pytest.mark.parametrize(
    ("parts", "day"),
    [
        (("9", "6", ""), date(2026, 6, 9)),
        (("8", "6", ""), date(2027, 6, 8)),
        (("27", "Nov", "26"), date(2026, 11, 27)),
        (("1", "december", "2026"), date(2026, 12, 1)),
    ],
)
def test_another_day(the_clock: TheClock, parts: tuple[str, str, str], day: date) -> None:
    typed = {f"other_day-{name}": (part,) for name, part in zip(("day", "month", "year"), parts, strict=True)}
    typed |= {"day": ("another",), "part": ("evening",), "at": ("",)}
    read = reading.fit(times.When, typed)
    assert read.value is not None, read.form.errors
    assert read.value.chosen_day == day


@pytest.mark.parametrize("year", ["9" * 30, "9" * 5000, "-9999"])
def test_a_year_that_no_calendar_has(the_clock: TheClock, year: str) -> None:
    typed = {"other_day-day": ("1",), "other_day-month": ("6",), "other_day-year": (year,)}
    typed |= {"day": ("another",), "part": ("evening",), "at": ("",)}
    errors = reading.fit(times.When, typed).form.errors
    assert errors == {"other_day": "We cannot find that day on the calendar. Please check it"}


def test_a_number_as_long_as_a_page(the_clock: TheClock) -> None:
    errors = reading.fit(times.HowLong, {"hours": ("9" * 5000,), "minutes": ("",)}).form.errors
    assert errors == {"hours": "Please write the hours as a number, like 1"}


def test_the_fields_of_a_moment_say_it_again(the_clock: TheClock) -> None:
    typed = {name: (value,) for name, value in times.typed_moment(the_clock.now).items()}
    the_clock.passes(hours=-1)
    read = reading.fit(times.When, typed)
    assert read.value is not None
    the_clock.passes(hours=1)
    assert read.value.starts_at == the_clock.now
