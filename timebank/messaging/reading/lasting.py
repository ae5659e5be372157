"""How long: "an hour and a half", "1h30", "45 mins". Whole minutes, or None rather than a guess."""

import re
from dataclasses import dataclass

from timebank.messaging.reading.slate import Slate

MOST_MINUTES = 12 * 60

_HOURS = r"(?:hours?|hrs?|h)"
_MINUTES = r"(?:minutes?|mins?|min|m)"
_N = r"(\d{1,3})"
_HALF = "1/2"

_UNCLEAR = re.compile(
    rf"\b\d+(?:\.\d+)? ?(?:to|or|-) ?\d+(?:\.\d+)? ?(?:{_HOURS}|{_MINUTES})\b"
    rf"|\b(?:an|1) (?:hour|hr) (?:or|to) (?:2|so or)|\bhalf an hour (?:or|to)\b|\ba (?:few"
    rf"|couple of) (?:minutes|mins)\b"
    r"|\ball (?:morning|afternoon|day)\b|\ba few hours\b|\b(?:under|over|less than|more than|up to"
    r"|at least) "
    rf"(?:an?|\d+) ?(?:{_HOURS}|{_MINUTES})\b"
)
_FORMS: tuple[tuple[re.Pattern[str], int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Lasting:
    """`minutes` where the text states them once and clearly; `unsure` where it says something else."""

    minutes: int | None = None
    unsure: bool = False


def _p(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


# Each form: what to look for, minutes for group 1, minutes for group 2, minutes always there.
_FORMS = (
    (_p(rf"\b{_N} ?(?:and a |& a )half ?{_HOURS}\b"), 60, 0, 30),
    (_p(rf"\b{_N} ?{_HOURS}(?: and| &)? (?:and )?a half\b"), 60, 0, 30),
    (_p(rf"\b{_N} ?{_HOURS}(?: and| &)? (?:3 quarters|three quarters)\b"), 60, 0, 45),
    (_p(rf"\b{_N} ?{_HOURS}(?: and| &)? a quarter\b"), 60, 0, 15),
    (_p(rf"\b{_N} ?1/2 ?{_HOURS}\b"), 60, 0, 30),
    (_p(rf"\b{_N} ?{_HOURS}(?: and|,| &)? ?{_N}(?: ?{_MINUTES})?\b(?! ?(?:pm|am|oclock))"), 60, 1, 0),
    (_p(r"\b(?:an hour|hour|1 hour) (?:and|&) (?:a )?(?:3|three) quarters\b"), 0, 0, 105),
    (_p(r"\b(?:an )?hour (?:and|&) a half\b"), 0, 0, 90),
    (_p(r"\b(?:an )?hour (?:and|&) a quarter\b"), 0, 0, 75),
    (_p(rf"\b(?:an )?hour(?: and| &)? {_N} ?{_MINUTES}?\b(?! ?(?:pm|am|oclock))"), 1, 0, 60),
    (_p(r"\b3 quarters of an hour\b"), 0, 0, 45),
    (_p(r"\b(?:a )?quarter of an hour\b"), 0, 0, 15),
    (_p(r"\b(?:half an hour|half hour|1/2 an? hour|1/2 hour|half of an hour)\b"), 0, 0, 30),
    (_p(r"\b(?:a )?couple (?:of )?hours\b"), 0, 0, 120),
    (_p(rf"\b{_N} ?{_HOURS}\b(?! (?:late|ago|left|to spend))"), 60, 0, 0),
    (_p(rf"\b{_N} ?{_MINUTES}\b(?! (?:late|ago|away|walk|left|from|drive|(?:to|past|gone) \d))"), 1, 0, 0),
    (_p(r"\b(?:an|the) hour\b(?! (?:late|ago))"), 0, 0, 60),
)
_TENTHS = _p(rf"\b(\d{{1,2}})\.(25|5|50|75|\d) ?{_HOURS}\b")
_BARE = re.compile(r"(?:about |around |roughly |just |only |say |approx )*(\d{1,3})(?: or so| ish|ish)?")
_SPENT = re.compile(r"\b(?:for|in) (?:the )?(?:last|past) (?:hour|\d+ ?(?:hours?|mins?|minutes?))\b")


def take(slate: Slate) -> Lasting:
    """The length that a text states, wiped from the slate; never more than twelve hours."""
    slate.wipe_all(_SPENT)
    if slate.wipe_all(_UNCLEAR):
        return Lasting(unsure=True)
    tenths = slate.take(_TENTHS)
    if tenths:
        return _bounded(_from_tenths(tenths))
    for pattern, first, second, always in _FORMS:
        found = slate.take(pattern)
        if found:
            numbers = [int(group) for group in found.groups() if group]
            total = always + sum(n * unit for n, unit in zip(numbers, (first, second), strict=False))
            return _bounded(total)
    return Lasting()


def bare_minutes(words: str) -> int | None:
    """A bare "45", for use only where minutes were asked; 1 to 4 might as well be hours, so None."""
    found = _BARE.fullmatch(words)
    if not found:
        return None
    minutes = int(found.group(1))
    return minutes if 5 <= minutes <= MOST_MINUTES else None


def _from_tenths(found: re.Match[str]) -> int:
    hours, part = found.groups()
    hundredths = int(part) * (10 if len(part) == 1 else 1)
    return int(hours) * 60 + hundredths * 60 // 100


def _bounded(minutes: int) -> Lasting:
    return Lasting(minutes) if 0 < minutes <= MOST_MINUTES else Lasting(unsure=True)
