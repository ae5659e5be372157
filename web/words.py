"""Facts in the words of a page: days, times, hours and telephone numbers. Used as template filters."""

from datetime import UTC, date, datetime

import phonenumbers

from timebank import clock, hours

COUNTRY = "GB"


def day(when: datetime | date) -> str:
    """As in "Thursday 26 November", on a British clock; the year only when it is not this one."""
    calendar_day = clock.local(when).date() if isinstance(when, datetime) else when
    words = f"{calendar_day:%A} {calendar_day.day} {calendar_day:%B}"
    return words if calendar_day.year == clock.today().year else f"{words} {calendar_day.year}"


def at_time(when: datetime) -> str:
    """As in "2pm", "2:30pm", "midday"."""
    local = clock.local(when)
    if (local.hour, local.minute) == (12, 0):
        return "midday"
    hour = local.hour % 12 or 12
    minutes = f":{local.minute:02}" if local.minute else ""
    return f"{hour}{minutes}{'am' if local.hour < 12 else 'pm'}"


def moment(when: datetime) -> str:
    """As in "Thursday 26 November, 2pm"."""
    return f"{day(when)}, {at_time(when)}"


def moment_attribute(when: datetime) -> str:
    """For the `datetime` attribute of a <time> element."""
    return when.astimezone(UTC).isoformat(timespec="minutes")


def number(e164: str) -> str:
    """A telephone number as one reads it out: "07700 900123"."""
    try:
        parsed = phonenumbers.parse(e164, COUNTRY)
    except phonenumbers.NumberParseException:
        return e164
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL)


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
