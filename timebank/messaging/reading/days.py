"""Which day: "friday week", "a week on Tuesday", "tomoz", "the 23rd", "26/11". British, and never past."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from timebank.messaging.reading import calendar_words, single_days
from timebank.messaging.reading.calendar_words import DAY, MONTH, ORDINAL, TOMORROW
from timebank.messaging.reading.slate import Slate

_NEGATED = re.compile(
    rf"\b(?:not|cant do|cant make|cant manage|instead of|rather than|except|bar)(?: on| this)? "
    rf"(?:{DAY}|{TOMORROW}|today)\b"
)
_PAST = re.compile(rf"\byesterday\b|\blast (?:{DAY})\b|\b(?:{DAY}) (?:just gone|gone)\b")
_STORY = re.compile(r"\blast (?:night|week|month|year|summer|winter|spring|autumn|time)\b")
_MOVABLE = re.compile(
    r"\b(?:easter(?: monday)?|good friday|bank holiday(?: monday)?|pancake day|eid|diwali)\b"
)
_EVERY = re.compile(
    rf"\b(?:every|each) (?:other )?(?:{DAY}|day|week|fortnight|month|morning|afternoon|evening)\b"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days\b|\bweekly\b|\bonce a week\b|\bregular(?:ly)?\b"
)
_VAGUE = re.compile(
    r"\b(?:any ?(?:time|day)|when(?:ever)? (?:suits|you can|convenient|someone|theyre|its)|whenever"
    r"|sometime|some ?time (?:soon|this|next)|soon|asap|"
    r"as soon as|straight ?away|next month|this month|in the new year|after christmas|in a (?:few"
    r"|couple of) "
    rf"(?:days|weeks)|end of the (?:week|month)|easy|either|(?:{DAY}) or(?: on| maybe)? (?:{DAY}"
    rf"|{TOMORROW}))\b"
)
_WEEKEND = re.compile(r"\b(this |next |the |at the )?week ?end\b")
_WEEK = re.compile(r"\b(next|this) week\b(?! (?:on )?(?:" + DAY + r"))")
_SPAN = re.compile(
    rf"\bfrom (?:the )?{ORDINAL} (?:to|till|until"
    rf"|-) (?:the )?{ORDINAL}(?: (?:of )?({MONTH}))?\b"
)
_DAY_SPAN = re.compile(rf"\b(?:from )?({DAY}) ?(?:to|till|until|-) ?({DAY})\b")


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
    slate.wipe_all(_STORY)
    weekdays = single_days.WEEKDAY.findall(slate.text)
    vague = slate.wipe_all(_VAGUE) | slate.wipe_all(_MOVABLE)
    span = _span(slate, today)
    if span:
        return span
    stated = single_days.with_its_weekday(single_days.stated(slate, today), weekdays, today)
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
        first = calendar_words.coming(calendar_words.weekday_of(days.group(1)), today)
        return Day(
            first=first,
            last=first + timedelta((calendar_words.weekday_of(days.group(2)) - first.weekday()) % 7),
        )
    weekend = slate.take(_WEEKEND)
    if weekend:
        saturday = today + timedelta((5 - today.weekday()) % 7)
        saturday += timedelta(7 if (weekend.group(1) or "").strip() == "next" else 0)
        return Day(first=saturday, last=saturday + timedelta(1), unsure=True)
    week = None if single_days.WEEKDAY.search(slate.text) else slate.take(_WEEK)
    if week:
        monday = today - timedelta(today.weekday())
        monday += timedelta(7 if week.group(1) == "next" else 0)
        return Day(first=max(monday, today), last=monday + timedelta(6), unsure=True)
    return None


def _dates_between(span: re.Match[str], today: date) -> Day:
    month = calendar_words.month_of(span.group(3)) if span.group(3) else None
    first = calendar_words.dated(int(span.group(1)), month, None, today)
    last = calendar_words.dated(int(span.group(2)), month, None, first or today)
    if first is None or last is None or last < first:
        return Day(unsure=True)
    return Day(first=first, last=last)
