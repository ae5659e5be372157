"""Moments in the words of a British diary, short enough for a text."""

from datetime import datetime

from timebank import clock


def clock_time(moment: datetime) -> str:
    """`2pm`, `2.30pm`, `midday`, `midnight`."""
    local = clock.local(moment)
    if (local.hour, local.minute) in ((12, 0), (0, 0)):
        return "midday" if local.hour else "midnight"
    half = "am" if local.hour < 12 else "pm"
    minutes = f".{local.minute:02d}" if local.minute else ""
    return f"{local.hour % 12 or 12}{minutes}{half}"


def short(moment: datetime) -> str:
    """`Thu 26 Nov, 2pm`: for texts, always with its date."""
    local = clock.local(moment)
    return f"{local:%a} {local.day} {local:%b}, {clock_time(moment)}"


def full(moment: datetime) -> str:
    """`Thursday 26 November, 2pm`: for pages and letters."""
    local = clock.local(moment)
    return f"{local:%A} {local.day} {local:%B}, {clock_time(moment)}"
