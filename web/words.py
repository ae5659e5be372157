"""Facts in the words of a page: days, times, hours and telephone numbers. Used as template filters."""

from datetime import UTC, date, datetime

from timebank import clock, hours, moments
from timebank.members import numbers


def day(when: datetime | date) -> str:
    """As in "Thursday 26 November", on a British clock; the year only when it is not this one."""
    calendar_day = clock.local(when).date() if isinstance(when, datetime) else when
    words = f"{calendar_day:%A} {calendar_day.day} {calendar_day:%B}"
    return words if calendar_day.year == clock.today().year else f"{words} {calendar_day.year}"


def at_time(when: datetime) -> str:
    """As in "2pm", "2.30pm", "midday"."""
    return moments.clock_time(when)


def moment(when: datetime) -> str:
    """As in "Thursday 26 November, 2pm"."""
    return f"{day(when)}, {at_time(when)}"


def moment_attribute(when: datetime) -> str:
    """For the `datetime` attribute of a <time> element."""
    return when.astimezone(UTC).isoformat(timespec="minutes")


def number(e164: str) -> str:
    """A telephone number as one reads it out: "07700 900123"."""
    return numbers.shown(e164)


def minutes(value: int) -> str:
    """Whole minutes as "1 hour 30 minutes"."""
    return hours.words(value)


def listed(items: list[str]) -> str:
    """As in "Margaret, Bill and Joan"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


FILTERS = {
    "day": day,
    "at_time": at_time,
    "moment": moment,
    "moment_attribute": moment_attribute,
    "number": number,
    "hours": minutes,
    "listed": listed,
}
