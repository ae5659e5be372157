"""The period of a report: two days, from a link (`from` and `to`, as in the API) or typed in six boxes."""

from datetime import date, timedelta
from typing import Annotated, Self

from pydantic import BeforeValidator, model_validator
from starlette.datastructures import QueryParams

from timebank import clock
from timebank.reporting import council
from web.forms import fields, filled, reading, times

_PARTS = ("day", "month", "year")
_FIELDS = {"from": "first", "to": "last"}


def _day(please: str) -> BeforeValidator:
    def read(typed: object) -> date:
        day, month, year = (part.strip() for part in typed) if isinstance(typed, tuple) else ("", "", "")
        if not (day and month and year):
            raise fields.again(please)
        found = times.on_the_calendar(day, month, year)
        if not council.EARLIEST <= found <= council.LATEST:
            raise fields.again("Please check the year")
        return found

    return BeforeValidator(read)


class Period(reading.Form):
    """The first and the last day, both included."""

    first: Annotated[date, fields.DateParts(), _day("Please give the first day, with month and year")]
    last: Annotated[date, fields.DateParts(), _day("Please give the last day, with month and year")]

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.first > self.last:
            raise fields.again("The last day is before the first. Please check both", "last")
        return self


def read(query: QueryParams) -> reading.Read[Period]:
    """The period an address asks for; where it asks for none, the last twelve months."""
    values = {name: query.get(name, "") for field in _FIELDS.values() for name in _names(field)}
    for parameter, field in _FIELDS.items():
        if parameter in query:
            values |= _from_link(field, query[parameter])
    if not any(values.values()):
        _, first, last = offered()[0]
        values = _typed("first", first) | _typed("last", last)
    return reading.fit(Period, filled.empty(**values).typed)


def offered() -> list[tuple[str, date, date]]:
    """The periods one most often wants, as (words, first day, last day)."""
    today = clock.today()
    quarter = date(today.year, (today.month - 1) // 3 * 3 + 1, 1)
    before = quarter - timedelta(days=1)
    year = date(today.year if today.month >= 4 else today.year - 1, 4, 1)
    return [
        ("The last 12 months", _year_before(today) + timedelta(days=1), today),
        ("This quarter so far", quarter, today),
        ("The last whole quarter", date(before.year, before.month - 2, 1), before),
        ("This financial year so far", year, today),
    ]


def _year_before(day: date) -> date:
    """The same day a year ago; of 29 February, the 28th."""
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if is_leap_day else day.day)


def _names(field: str) -> list[str]:
    return [f"{field}-{part}" for part in _PARTS]


def _typed(field: str, day: date) -> dict[str, str]:
    return dict(zip(_names(field), (str(day.day), str(day.month), str(day.year)), strict=True))


def _from_link(field: str, written: str) -> dict[str, str]:
    """A day of a link as the boxes would hold it; what is no day stays to be seen and put right."""
    try:
        return _typed(field, date.fromisoformat(written))
    except ValueError:
        return dict(zip(_names(field), (written[:40], "", ""), strict=True))
