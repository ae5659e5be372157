"""Readers of days to come, times of the day and how long: as people say them, in small answers."""

import re
from datetime import date, datetime, time, timedelta
from typing import Annotated, Self

from pydantic import BeforeValidator, model_validator

from timebank import clock, moments
from web.forms import fields, reading

ANOTHER_DAY = "another"
DAYS_OFFERED = 7
PARTS = {"morning": "In the morning", "afternoon": "In the afternoon", "evening": "In the evening"}
USUAL = {"morning": time(10), "afternoon": time(14), "evening": time(18)}
LENGTHS = {30: "Half an hour", 60: "1 hour", 90: "1 and a half hours", 120: "2 hours", 180: "3 hours"}
LENGTHS |= {240: "4 hours"}
MOST_HOURS = 12
LONGEST_NUMBER = 6
LAST_MORNING_HOUR, NOON, EVENING = 11, 12, 17
PLEASE_CLOCK = "Please write the time like 10 or 2.30"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_CLOCK = re.compile(r"(\d{1,2})(?:[.:, ]?([0-5]\d))?\s*(am|pm)?\.?", re.IGNORECASE)


def days_to_come() -> list[tuple[str, str]]:
    """Today and the six days that follow, as (value, words)."""
    today = clock.today()
    return [_day_option(today, ahead) for ahead in range(DAYS_OFFERED)]


def _day_option(today: date, ahead: int) -> tuple[str, str]:
    day = today + timedelta(days=ahead)
    words = f"{day:%A} {day.day} {day:%B}"
    near = {0: "Today, ", 1: "Tomorrow, "}.get(ahead, "")
    return day.isoformat(), near + words


def lengths() -> list[tuple[str, str]]:
    """How long it may take, as (minutes, words)."""
    return [(str(minutes), words) for minutes, words in LENGTHS.items()]


def day_choice() -> BeforeValidator:
    """One of the days to come, or None for "another day"."""

    def read(typed: object) -> date | None:
        if typed == ANOTHER_DAY:
            return None
        try:
            return date.fromisoformat(str(typed))
        except ValueError:
            raise fields.again("Please choose a day") from None

    return BeforeValidator(read)


def coming_day() -> BeforeValidator:
    """A day typed as three fields; None when nothing was typed. A year left out is the next such day."""

    def read(typed: object) -> date | None:
        day, month, year = (part.strip() for part in typed) if isinstance(typed, tuple) else ("", "", "")
        if not (day or month or year):
            return None
        if not (day and month):
            raise fields.again("Please write the day and the month")
        return _next_such_day(day, month, year)

    return BeforeValidator(read)


def any_day(please: str | None = None) -> BeforeValidator:
    """A day typed as three fields, past or to come; None when nothing was typed and nothing is needed."""

    def read(typed: object) -> date | None:
        parts = [part.strip() for part in typed] if isinstance(typed, tuple) else []
        if not any(parts):
            if please:
                raise fields.again(please)
            return None
        if not all(parts):
            raise fields.again("Please write the day, month and year")
        return on_the_calendar(*parts)

    return BeforeValidator(read)


def _next_such_day(day: str, month: str, year: str) -> date:
    today = clock.today()
    if year:
        return on_the_calendar(day, month, year)
    this_year = on_the_calendar(day, month, str(today.year))
    return this_year if this_year >= today else on_the_calendar(day, month, str(today.year + 1))


def on_the_calendar(day: str, month: str, year: str) -> date:
    """The date of three written parts; a month may be a word, a year of two figures is of this century."""
    try:
        named = month[:3].lower()
        month_number = _MONTHS.index(named) + 1 if named in _MONTHS else int(month)
        century = clock.today().year // 100 * 100 if len(year) <= 2 else 0
        return date(century + int(year), month_number, int(day))
    except (ValueError, OverflowError):
        raise fields.again("We cannot find that day on the calendar. Please check it") from None


def clock_time() -> BeforeValidator:
    """As in "10", "2.30", "2pm", "midday": (hour, minute, "am", "pm" or ""); None when left empty."""

    def read(typed: object) -> tuple[int, int, str] | None:
        text = str(typed).strip().lower()
        if not text:
            return None
        if text in ("midday", "noon", "12 noon"):
            return 12, 0, "pm"
        found = _CLOCK.fullmatch(text)
        if found is None or int(found[1]) > 23:
            raise fields.again(PLEASE_CLOCK)
        return int(found[1]), int(found[2] or 0), found[3] or ""

    return BeforeValidator(read)


def on_the_wall(part: str, said: tuple[int, int, str] | None) -> time:
    """The time that was meant: "2.30" in the afternoon is half past two."""
    if said is None:
        return USUAL[part]
    hour, minute, half = said
    if hour > NOON or hour == 0:
        return time(hour, minute)
    is_late = half == "pm" or (not half and part != "morning")
    # Twelve said in the morning is midday: nobody is visited at midnight.
    is_noon = hour == NOON and half != "am"
    return time(NOON if is_noon else hour % NOON + (NOON if is_late else 0), minute)


def whole_number(most: int, please: str) -> BeforeValidator:
    """A number from 0 to `most`; nothing typed is 0."""

    def read(typed: object) -> int:
        text = str(typed).strip()
        if not text:
            return 0
        if not text.isdecimal() or len(text) > LONGEST_NUMBER or int(text) > most:
            raise fields.again(please)
        return int(text)

    return BeforeValidator(read)


class When(reading.Form):
    """A day and a time of day that are still to come."""

    day: Annotated[date | None, day_choice()]
    other_day: Annotated[date | None, fields.DateParts(), coming_day()]
    part: Annotated[str, fields.choice("Please choose a part of the day", PARTS)]
    at: Annotated[tuple[int, int, str] | None, clock_time()]

    @model_validator(mode="after")
    def _is_to_come(self) -> Self:
        if self.chosen_day is None:
            raise fields.again("Please write which other day", "other_day")
        if self.chosen_day < clock.today():
            raise fields.again("That day has gone by. Please choose another", "day")
        if self.starts_at <= clock.now():
            raise fields.again("That time has gone by. Please choose a later one", "at")
        return self

    @property
    def chosen_day(self) -> date | None:
        """The day, from the list or typed."""
        return self.day or self.other_day

    @property
    def starts_at(self) -> datetime:
        """The moment, in UTC."""
        if self.chosen_day is None:
            raise AssertionError("a form without a day does not fit")
        return clock.at(self.chosen_day, on_the_wall(self.part, self.at))


class HowLong(reading.Form):
    """How long a visit was: hours and minutes in two small boxes."""

    hours: Annotated[int, whole_number(MOST_HOURS, "Please write the hours as a number, like 1")]
    minutes: Annotated[int, whole_number(720, "Please write the minutes as a number, like 45")]

    @model_validator(mode="after")
    def _some_time(self) -> Self:
        if not self.in_all:
            raise fields.again("Please write how long it was", "hours")
        if self.in_all > MOST_HOURS * 60:
            raise fields.again(f"That is more than {MOST_HOURS} hours. Please check it", "hours")
        return self

    @property
    def in_all(self) -> int:
        """Whole minutes."""
        return self.hours * 60 + self.minutes


def typed_moment(moment: datetime) -> dict[str, str]:
    """A moment as the fields of `When` would hold it, to change it."""
    local = clock.local(moment)
    near = local.date().isoformat() in {value for value, _ in days_to_come()}
    typed = {
        "day": local.date().isoformat() if near else ANOTHER_DAY,
        "part": _part_of(local.hour),
        "at": moments.clock_time(moment),
    }
    if not near:
        typed |= {"other_day-day": str(local.day), "other_day-month": str(local.month)}
        typed["other_day-year"] = str(local.year)
    return typed


def _part_of(hour: int) -> str:
    if hour <= LAST_MORNING_HOUR:
        return "morning"
    return "afternoon" if hour < EVENING else "evening"
