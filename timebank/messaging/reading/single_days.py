"""Single days: each way of naming one, and the date it means seen from today."""

import re
from datetime import date, timedelta

from timebank.messaging.reading import calendar_words
from timebank.messaging.reading.calendar_words import DAY, MONTH, ORDINAL, TOMORROW
from timebank.messaging.reading.slate import Slate

_NOT_A_DAY = (
    r"(?!s? (?:down|in the|here|with (?:me|her|him|us)|by the|at home|nav|cream|shine|light)|(?:set|ny)\b)"
)
_WD = rf"(?<!in the )(?<!the )\b({DAY})\b{_NOT_A_DAY}"
_NOT_A_DATE = (
    r"(?! (?:floor|door|one|thing|time|house|class|left|right|street|avenue|road|flat|birthday"
    r"|of the month|"
    r"visit|hand|world|helper|person|wife|party))"
)
_FEASTS = {
    "christmas eve": (24, 12),
    "xmas eve": (24, 12),
    "christmas day": (25, 12),
    "xmas day": (25, 12),
    "boxing day": (26, 12),
    "new years eve": (31, 12),
    "new years day": (1, 1),
}
_FEAST = re.compile(r"\b(" + "|".join(_FEASTS) + r")\b")
_NEXT_WEEKS_DAY = re.compile(rf"\b({DAY}),? (?:of )?next week\b|\bnext week,? (?:on )?({DAY})\b")
_AFTER_TOMORROW = re.compile(rf"\b(?:the )?day after {TOMORROW}\b")
_WEEKS_FROM = re.compile(
    rf"\b(a week|1 week|2 weeks|a fortnight|fortnight|3 weeks|week)(?: on| this| from| next"
    rf"| time)?(?: the)? "
    rf"(today|{TOMORROW}|{DAY})\b(?! week)"
)
_DAY_WEEK = re.compile(rf"\b(today|{TOMORROW}|{DAY})(?: a)? (week|fortnight)\b")
_IN_DAYS = re.compile(
    r"\bin (?:about )?(\d{1,2}|a) (day|week|fortnight)s?\b(?: time)?|\b(\d) weeks? time\b"
    r"|\bin a fortnight\b"
)
_TOMORROW_WORD = re.compile(rf"\b{TOMORROW}s?\b")
_TODAY = re.compile(
    r"\b(?:later )?today\b|\btonight\b|\bthis (?:morning|afternoon|evening|dinnertime|lunchtime"
    r"|teatime)\b|\btonite\b"
)
_NEXT_DAY = re.compile(rf"\b(next|this|this coming|coming) ({DAY})\b")
WEEKDAY = re.compile(_WD)
_NUMERIC = re.compile(
    r"\b(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d{2}))?\b|\b(\d{1,2})[.-](\d{1,2})[.-](\d{4}|\d{2})\b"
)
_DAY_MONTH = re.compile(rf"\b(\d{{1,2}}) ?(?:st|nd|rd|th)?(?: day)?(?: of)? ({MONTH})\b(?: ?,? ?(20\d\d))?")
_MONTH_DAY = re.compile(
    rf"\b({MONTH}) (?:the )?(\d{{1,2}}) ?(?:st|nd|rd|th)?\b(?!:|\.\d| ?[ap]m)(?: ?,? ?(20\d\d))?"
)
_NTH = re.compile(rf"\b(?:the )?{ORDINAL}\b{_NOT_A_DATE}")


def stated(slate: Slate, today: date) -> list[tuple[date | None, int]]:
    """Every single day stated, with where it ended; None for one that cannot be told."""
    found_days: list[tuple[date | None, int]] = []
    for pattern, meaning in _MEANINGS:
        while found := slate.take(pattern):
            if len(found_days) > 6:
                return [(None, -1)]
            found_days.append((meaning(found, today), found.end()))
    return found_days


def with_its_weekday(
    stated: list[tuple[date | None, int]], weekdays: list[str], today: date
) -> list[tuple[date | None, int]]:
    """ "Thursday 19th" on a Thursday: the date settles which Thursday is meant."""
    dated = {day for day, _ in stated if day is not None}
    if len(dated) != 1 or not any(day is None for day, _ in stated):
        return stated
    (day,) = dated
    names_today = all(
        calendar_words.weekday_of(spelling) == day.weekday() == today.weekday() for spelling in weekdays
    )
    return [(day, max(end for _, end in stated))] if weekdays and names_today else stated


def _later(found: re.Match[str], today: date, word: str, weeks: str) -> date | None:
    anchor = calendar_words.anchor(word, today)
    number = 2 if "fortnight" in weeks or "2" in weeks else 3 if "3" in weeks else 1
    return anchor + timedelta(weeks=number) if anchor else None


def _weeks_from(found: re.Match[str], today: date) -> date | None:
    return _later(found, today, found.group(2), found.group(1))


def _day_week(found: re.Match[str], today: date) -> date | None:
    return _later(found, today, found.group(1), found.group(2))


def _in_days(found: re.Match[str], today: date) -> date | None:
    if found.group(3):
        return today + timedelta(weeks=int(found.group(3)))
    if not found.group(1):
        return today + timedelta(weeks=2)
    number = 1 if found.group(1) == "a" else int(found.group(1))
    return today + timedelta(number * {"day": 1, "week": 7, "fortnight": 14}[found.group(2)])


def _next_day(found: re.Match[str], today: date) -> date | None:
    """ "next Friday" is Friday of next week; "this Friday" the coming one, today included."""
    index = calendar_words.weekday_of(found.group(2))
    if found.group(1) == "next":
        return today - timedelta(today.weekday()) + timedelta(7 + index)
    return today + timedelta((index - today.weekday()) % 7)


def _weekday(found: re.Match[str], today: date) -> date | None:
    return calendar_words.anchor(found.group(1), today)


def _numeric(found: re.Match[str], today: date) -> date | None:
    groups = found.groups()
    day, month, year = groups[:3] if groups[0] else groups[3:]
    return calendar_words.dated(int(day), int(month), int(year) if year else None, today)


def _day_month(found: re.Match[str], today: date) -> date | None:
    year = found.group(3)
    return calendar_words.dated(
        int(found.group(1)), calendar_words.month_of(found.group(2)), int(year) if year else None, today
    )


def _month_day(found: re.Match[str], today: date) -> date | None:
    year = found.group(3)
    return calendar_words.dated(
        int(found.group(2)), calendar_words.month_of(found.group(1)), int(year) if year else None, today
    )


def _feast(found: re.Match[str], today: date) -> date | None:
    day, month = _FEASTS[found.group(1)]
    return calendar_words.dated(day, month, None, today)


def _next_weeks_day(found: re.Match[str], today: date) -> date | None:
    index = calendar_words.weekday_of(found.group(1) or found.group(2))
    return today - timedelta(today.weekday()) + timedelta(7 + index)


def _nth(found: re.Match[str], today: date) -> date | None:
    return calendar_words.dated(int(found.group(1)), None, None, today)


_MEANINGS = (
    (_FEAST, _feast),
    (_NEXT_WEEKS_DAY, _next_weeks_day),
    (_AFTER_TOMORROW, lambda found, today: today + timedelta(2)),
    (_WEEKS_FROM, _weeks_from),
    (_DAY_WEEK, _day_week),
    (_IN_DAYS, _in_days),
    (_DAY_MONTH, _day_month),
    (_MONTH_DAY, _month_day),
    (_NUMERIC, _numeric),
    (_TOMORROW_WORD, lambda found, today: today + timedelta(1)),
    (_TODAY, lambda found, today: today),
    (_NEXT_DAY, _next_day),
    (WEEKDAY, _weekday),
    (_NTH, _nth),
)
