"""The names of days and months as they are spelt on a telephone, and the dates that they mean."""

import re
from datetime import date, timedelta

_SPELLINGS = (
    r"mon(?:day|dy)?",
    r"tue(?:s|sday|sdy)?|tuseday|teusday",
    r"wed(?:s|nesday|nsday|ensday)?|wensday|wednes",
    r"thu(?:r|rs|rsday|rsdy)?|thurday|thurdsay|thirsday",
    r"fri(?:day|dy)?",
    r"sat(?:urday|urdy)?|saterday|satday",
    r"sun(?:day|dy)?",
)
MONTH = (
    "jan(?:uary)?|feb(?:ruary|uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    "oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
DAY = "|".join(_SPELLINGS)
TOMORROW = r"(?:tomm?orr?ow|tomoz|tomoro|tmrw|tmoz|2moro|2morrow|tomorra|tomo|2moz)"
ORDINAL = r"(\d{1,2}) ?(?:st|nd|rd|th)"
_FAR_DAYS = 183


def weekday_of(spelling: str) -> int:
    """0 for Monday, of any spelling of a weekday."""
    return next(i for i, pattern in enumerate(_SPELLINGS) if re.fullmatch(pattern, spelling))


def month_of(spelling: str) -> int:
    """1 for January, of any spelling of a month."""
    return _MONTHS.index(spelling[:3]) + 1


def coming(weekday: int, today: date) -> date:
    """The next such weekday, at the soonest tomorrow."""
    return today + timedelta((weekday - today.weekday() - 1) % 7 + 1)


def anchor(word: str, today: date) -> date | None:
    """Today, tomorrow or the coming weekday; None for today's own name, which could be either."""
    if word == "today":
        return today
    if re.fullmatch(TOMORROW, word):
        return today + timedelta(1)
    index = weekday_of(word)
    return None if index == today.weekday() else coming(index, today)


def dated(day: int, month: int | None, year: int | None, today: date) -> date | None:
    """The next such date; None where there is none, it is past, or too far off to be meant."""
    if month is None:
        months = [((today.month - 1 + n) % 12 + 1, today.year + (today.month - 1 + n) // 12) for n in (0, 1)]
    elif year is None:
        months = [(month, today.year), (month, today.year + 1)]
    else:
        months = [(month, year + 2000 if year < 100 else year)]
    for candidate_month, candidate_year in months:
        try:
            candidate = date(candidate_year, candidate_month, day)
        except ValueError:
            continue
        if candidate >= today:
            return candidate if year or (candidate - today).days <= _FAR_DAYS else None
    return None
