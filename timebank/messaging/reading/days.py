"""Which day: "friday week", "a week on Tuesday", "tomoz", "the 23rd", "26/11". British, and never past."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from timebank.messaging.reading.slate import Slate

_SPELLINGS = (
    r"mon(?:day|dy)?",
    r"tue(?:s|sday|sdy)?|tuseday|teusday",
    r"wed(?:s|nesday|nsday|ensday)?|wensday|wednes",
    r"thu(?:r|rs|rsday|rsdy)?|thurday|thurdsay|thirsday",
    r"fri(?:day|dy)?",
    r"sat(?:urday|urdy)?|saterday|satday",
    r"sun(?:day|dy)?",
)
_MONTH_SPELLINGS = (
    "jan(?:uary)?|feb(?:ruary|uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    "oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY = "|".join(_SPELLINGS)
_NOT_A_DAY = (
    r"(?!s? (?:down|in the|here|with (?:me|her|him|us)|by the|at home|nav|cream|shine|light)|(?:set|ny)\b)"
)
_WD = rf"(?<!in the )(?<!the )\b({_DAY})\b{_NOT_A_DAY}"
_TOMORROW = r"(?:tomm?orr?ow|tomoz|tomoro|tmrw|tmoz|2moro|2morrow|tomorra|tomo|2moz)"
_ORDINAL = r"(\d{1,2}) ?(?:st|nd|rd|th)"
_NOT_A_DATE = (
    r"(?! (?:floor|door|one|thing|time|house|class|left|right|street|avenue|road|flat|birthday"
    r"|of the month|"
    r"visit|hand|world|helper|person|wife|party))"
)
_FAR_DAYS = 183

_NEGATED = re.compile(
    rf"\b(?:not|cant do|cant make|cant manage|instead of|rather than|except|bar)(?: on| this)? "
    rf"(?:{_DAY}|{_TOMORROW}|today)\b"
)
_PAST = re.compile(
    rf"\byesterday\b|\blast (?:{_DAY}|night|week|month|year)\b|\b(?:{_DAY}) (?:just gone|gone)\b"
)
_EVERY = re.compile(
    rf"\b(?:every|each) (?:other )?(?:{_DAY}|day|week|fortnight|month|morning|afternoon|evening)\b"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days\b|\bweekly\b|\bonce a week\b|\bregular(?:ly)?\b"
)
_VAGUE = re.compile(
    r"\b(?:any ?(?:time|day)|when(?:ever)? (?:suits|you can|convenient|someone|theyre|its)|whenever"
    r"|sometime|some ?time (?:soon|this|next)|soon|asap|"
    r"as soon as|straight ?away|next month|this month|in the new year|after christmas|in a (?:few"
    r"|couple of) "
    rf"(?:days|weeks)|end of the (?:week|month)|easy|either|(?:{_DAY}) or(?: on| maybe)? (?:{_DAY}"
    rf"|{_TOMORROW}))\b"
)
_WEEKEND = re.compile(r"\b(this |next |the |at the )?week ?end\b")
_WEEK = re.compile(r"\b(next|this) week\b(?! (?:on )?(?:" + _DAY + r"))")
_SPAN = re.compile(
    rf"\bfrom (?:the )?{_ORDINAL} (?:to|till|until"
    rf"|-) (?:the )?{_ORDINAL}(?: (?:of )?({_MONTH_SPELLINGS}))?\b"
)
_DAY_SPAN = re.compile(rf"\b(?:from )?({_DAY}) ?(?:to|till|until|-) ?({_DAY})\b")

_AFTER_TOMORROW = re.compile(rf"\b(?:the )?day after {_TOMORROW}\b")
_WEEKS_FROM = re.compile(
    rf"\b(a week|1 week|2 weeks|a fortnight|fortnight|3 weeks|week)(?: on| this| from| next"
    rf"| time)?(?: the)? "
    rf"(today|{_TOMORROW}|{_DAY})\b(?! week)"
)
_DAY_WEEK = re.compile(rf"\b(today|{_TOMORROW}|{_DAY})(?: a)? (week|fortnight)\b")
_IN_DAYS = re.compile(
    r"\bin (?:about )?(\d{1,2}|a) (day|week|fortnight)s?\b(?: time)?|\b(\d) weeks? time\b"
    r"|\bin a fortnight\b"
)
_TOMORROW_WORD = re.compile(rf"\b{_TOMORROW}s?\b")
_TODAY = re.compile(
    r"\b(?:later )?today\b|\btonight\b|\bthis (?:morning|afternoon|evening|dinnertime|lunchtime"
    r"|teatime)\b|\btonite\b"
)
_NEXT_DAY = re.compile(rf"\b(next|this|this coming|coming) ({_DAY})\b")
_WEEKDAY = re.compile(_WD)
_NUMERIC = re.compile(
    r"\b(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d{2}))?\b|\b(\d{1,2})[.-](\d{1,2})[.-](\d{4}|\d{2})\b"
)
_DAY_MONTH = re.compile(
    rf"\b(\d{{1,2}}) ?(?:st|nd|rd|th)?(?: day)?(?: of)? ({_MONTH_SPELLINGS})\b(?: ?,? ?(20\d\d))?"
)
_MONTH_DAY = re.compile(
    rf"\b({_MONTH_SPELLINGS}) (?:the )?(\d{{1,2}}) ?(?:st|nd|rd|th)?\b(?!:|\.\d| ?[ap]m)(?: ?,? ?(20\d\d))?"
)
_NTH = re.compile(rf"\b(?:the )?{_ORDINAL}\b{_NOT_A_DATE}")


@dataclass(frozen=True, slots=True)
class Day:
    """`on` where one day is stated; first and last for a span; `unsure` where it could be another."""

    on: date | None = None
    first: date | None = None
    last: date | None = None
    unsure: bool = False
    ends_at: int = -1


def take(slate: Slate, today: date) -> Day:
    """The day that a text states, seen from `today`; wiped from the slate. Never a day before today."""
    slate.wipe_all(_NEGATED)
    past = slate.wipe_all(_PAST)
    slate.wipe_all(_EVERY)
    vague = slate.wipe_all(_VAGUE)
    span = _span(slate, today)
    if span:
        return span
    stated = _stated(slate, today)
    if (len(stated) > 1 and len({day for day, _ in stated}) > 1) or any(day is None for day, _ in stated):
        return Day(unsure=True)
    if not stated:
        return Day(unsure=past or vague)
    on, ends_at = stated[0]
    return Day(on=on, unsure=vague, ends_at=ends_at)


def _span(slate: Slate, today: date) -> Day | None:
    """Several days at once: a weekend or a week is not yet a day, so it asks back."""
    span = slate.take(_SPAN)
    if span:
        return _dates_between(span, today)
    days = slate.take(_DAY_SPAN)
    if days:
        first = _coming(_index(days.group(1)), today)
        return Day(first=first, last=first + timedelta((_index(days.group(2)) - first.weekday()) % 7))
    weekend = slate.take(_WEEKEND)
    if weekend:
        saturday = today + timedelta((5 - today.weekday()) % 7)
        saturday += timedelta(7 if (weekend.group(1) or "").strip() == "next" else 0)
        return Day(first=saturday, last=saturday + timedelta(1), unsure=True)
    week = None if _WEEKDAY.search(slate.text) else slate.take(_WEEK)
    if week:
        monday = today - timedelta(today.weekday())
        monday += timedelta(7 if week.group(1) == "next" else 0)
        return Day(first=max(monday, today), last=monday + timedelta(6), unsure=True)
    return None


def _dates_between(span: re.Match[str], today: date) -> Day:
    month = _month(span.group(3)) if span.group(3) else None
    first = _dated(int(span.group(1)), month, None, today)
    last = _dated(int(span.group(2)), month, None, first or today)
    if first is None or last is None or last < first:
        return Day(unsure=True)
    return Day(first=first, last=last)


def _stated(slate: Slate, today: date) -> list[tuple[date | None, int]]:
    """Every single day stated, with where it ended; None for one that cannot be told."""
    found_days: list[tuple[date | None, int]] = []
    for pattern, meaning in _MEANINGS:
        while found := slate.take(pattern):
            if len(found_days) > 6:
                return [(None, -1)]
            found_days.append((meaning(found, today), found.end()))
    return found_days


def _index(spelling: str) -> int:
    return next(i for i, pattern in enumerate(_SPELLINGS) if re.fullmatch(pattern, spelling))


def _month(spelling: str) -> int:
    return _MONTHS.index(spelling[:3]) + 1


def _coming(weekday: int, today: date) -> date:
    return today + timedelta((weekday - today.weekday() - 1) % 7 + 1)


def _anchor(word: str, today: date) -> date | None:
    """Today, tomorrow or the coming weekday; None for today's own name, which could be either."""
    if word == "today":
        return today
    if re.fullmatch(_TOMORROW, word):
        return today + timedelta(1)
    index = _index(word)
    return None if index == today.weekday() else _coming(index, today)


def _later(found: re.Match[str], today: date, word: str, weeks: str) -> date | None:
    anchor = _anchor(word, today)
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
    index = _index(found.group(2))
    if found.group(1) == "next":
        return today - timedelta(today.weekday()) + timedelta(7 + index)
    return today + timedelta((index - today.weekday()) % 7)


def _weekday(found: re.Match[str], today: date) -> date | None:
    return _anchor(found.group(1), today)


def _numeric(found: re.Match[str], today: date) -> date | None:
    groups = found.groups()
    day, month, year = groups[:3] if groups[0] else groups[3:]
    return _dated(int(day), int(month), int(year) if year else None, today)


def _day_month(found: re.Match[str], today: date) -> date | None:
    year = found.group(3)
    return _dated(int(found.group(1)), _month(found.group(2)), int(year) if year else None, today)


def _month_day(found: re.Match[str], today: date) -> date | None:
    year = found.group(3)
    return _dated(int(found.group(2)), _month(found.group(1)), int(year) if year else None, today)


def _nth(found: re.Match[str], today: date) -> date | None:
    return _dated(int(found.group(1)), None, None, today)


def _dated(day: int, month: int | None, year: int | None, today: date) -> date | None:
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


_MEANINGS = (
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
    (_WEEKDAY, _weekday),
    (_NTH, _nth),
)
