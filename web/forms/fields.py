"""Readers of fields: what a person typed, as the value we keep, or one kind sentence.

Each reader is put on a model's field:

    class Name(reading.Form):
        first_name: Annotated[str, fields.words("Please tell us your first name")]
        mobile: Annotated[str | None, fields.telephone()]
        born_on: Annotated[date | None, fields.calendar_day(needed=False)]
"""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from timebank import clock, errors
from timebank.members import numbers, rules

OLDEST_YEARS = 120
_EMAIL = re.compile(r"^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True)
class DateParts:
    """Marks a field that is typed as three: name-day, name-month, name-year."""


def again(sentence: str, field: str = "") -> PydanticCustomError:
    """The kind sentence beside a field; a model's own validator names the field it stands beside."""
    return PydanticCustomError("again", "{sentence}", {"sentence": sentence, "field": field})


def words(please: str | None = None, *, most: int = 80) -> BeforeValidator:
    """Words in one line or several, without the spaces round them; `please` when they are needed."""

    def read(typed: object) -> str:
        text = str(typed).strip()
        if not text and please:
            raise again(please)
        if len(text) > most:
            raise again(f"That is a little long for us. Please use {most} letters or fewer")
        return text

    return BeforeValidator(read)


def telephone(please: str | None = None) -> BeforeValidator:
    """A British number in any common form, as E.164; nothing typed is None unless `please` asks for it."""

    def read(typed: object) -> str | None:
        text = str(typed).strip()
        if not text:
            if please:
                raise again(please)
            return None
        return _telephone(text)

    return BeforeValidator(read)


def mobile() -> BeforeValidator:
    """A number that takes texts, as E.164, or None when nothing was typed."""

    def read(typed: object) -> str | None:
        text = str(typed).strip()
        if not text:
            return None
        number = _telephone(text)
        if not numbers.is_mobile(number):
            raise again("This looks like a home telephone. Please put it in the next box")
        return number

    return BeforeValidator(read)


def _telephone(text: str) -> str:
    try:
        return numbers.read(text)
    except errors.Invalid as wrong:
        raise again(wrong.reason) from None


def choice(please: str, options: Collection[str]) -> BeforeValidator:
    """One of the options."""

    def read(typed: object) -> str:
        if typed not in options:
            raise again(please)
        return str(typed)

    return BeforeValidator(read)


def ticks(options: Callable[[], Collection[str]]) -> BeforeValidator:
    """Any of the options, none included; what is not an option is passed over. For a `list[str]` field."""

    def read(typed: object) -> list[str]:
        chosen = typed if isinstance(typed, list) else [typed]
        return [option for option in options() if option in chosen]

    return BeforeValidator(read)


def ticked() -> BeforeValidator:
    """One box: ticked or not."""
    return BeforeValidator(lambda typed: typed == "yes")


def postcode(please: str = "Please tell us your postcode") -> BeforeValidator:
    """A postcode as it is written: "SE1 2AB"."""

    def read(typed: object) -> str:
        if not str(typed).strip():
            raise again(please)
        try:
            return rules.read_postcode(str(typed))
        except errors.Invalid as wrong:
            raise again(wrong.reason) from None

    return BeforeValidator(read)


def email() -> BeforeValidator:
    """An e-mail address, or None when nothing was typed."""

    def read(typed: object) -> str | None:
        text = str(typed).strip()
        if text and not _EMAIL.match(text):
            raise again("Please check the e-mail address. It should look like name@example.com")
        return text or None

    return BeforeValidator(read)


def six_figures(please: str = "Please type the six figures of the code") -> BeforeValidator:
    """A sign-in code, with or without spaces."""

    def read(typed: object) -> str:
        figures = re.sub(r"[\s-]", "", str(typed))
        if not re.fullmatch(r"[0-9]{6}", figures):
            raise again(please)
        return figures

    return BeforeValidator(read)


def calendar_day(
    please: str = "Please tell us the day, month and year", *, needed: bool = True
) -> BeforeValidator:
    """A birth date from three fields; months may be words, two-figure years are in the past hundred years."""

    def read(typed: object) -> date | None:
        day, month, year = (part.strip() for part in typed) if isinstance(typed, tuple) else ("", "", "")
        if not (day or month or year) and not needed:
            return None
        if not (day and month and year):
            raise again(please)
        return _not_to_come(_calendar_day(day, month, year))

    return BeforeValidator(read)


def _calendar_day(day: str, month: str, year: str) -> date:
    try:
        named = month[:3].lower()
        month_number = _MONTHS.index(named) + 1 if named in _MONTHS else int(month)
        return date(_full_year(year), month_number, int(day))
    except (ValueError, OverflowError):
        raise again("We cannot find that day on the calendar. Please check it") from None


def _full_year(year: str) -> int:
    number = int(year)
    if len(year) > 2:
        return number
    this_year = clock.today().year
    century = this_year - this_year % 100
    return century + number if century + number < this_year else century - 100 + number


def _not_to_come(day: date) -> date:
    today = clock.today()
    if day >= today:
        raise again("That day is still to come. Please check the year")
    if day.year < today.year - OLDEST_YEARS:
        raise again("Please check the year")
    return day
