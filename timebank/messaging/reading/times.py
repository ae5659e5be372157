"""What o'clock: "half 10", "quarter past 11", "2ish", "between 2 and 4". 1 to 7 alone is the afternoon."""

import re
from dataclasses import dataclass
from datetime import time

from timebank.messaging.reading.slate import Slate

_WORDS = {"quarter": 15, "half": 30}
_MERIDIEM = r"(?: ?(am|pm|a\.m\.?|p\.m\.?|oclock|hrs|ish))?"
_PAST_TO = r"(half|quarter|\d{1,2})(?: minutes| mins)? ?(past|to|after) (\d{1,2}|noon|midday)"
_CLOCK = (
    r"(?:(?P<part>half|quarter|\d{1,2})(?: minutes| mins)? (?P<side>past|to|gone) (?P<of>\d{1,2})"
    r"|half ?(?P<half>\d{1,2})"
    r"|(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d)| (?P<spoken>[0-5]\d|0 ?5)(?![\d/]))?"
    r"|(?P<army>[01]\d[0-5]\d|2[0-3][0-5]\d)"
    r"|(?P<noon>noon|midday))"
    r"(?: ?(?P<mark>am|pm|a\.m\.?|p\.m\.?|oclock|ish|hrs)\b)?(?: ?(?P<more>ish|am|pm)\b)?"
)
_END = (
    r"(?![\d/:%]| ?(?:people|bags?|of us|chairs|boxes|x|kg|miles|stone|rooms?|inch|inches|ft|feet"
    r"|pounds|hours?|hrs|mins?|minutes|years?|weeks?|days?|months?)\b)"
)


def _named(suffix: str) -> str:
    return re.sub(r"\?P<(\w+)>", lambda found: f"?P<{found.group(1)}{suffix}>", _CLOCK)


_RANGE = re.compile(
    rf"\b(?P<how>between|from|any ?time between|anytime from|betw)? ?{_named('_a')} ?(?P<link>and|to|till"
    rf"|til|until|-) ?"
    rf"{_named('_b')}{_END}"
)
_AFTER = re.compile(
    rf"\b(?:any ?time |not |no )?(?P<word>after|before|from|by|later than|earlier than|until"
    rf"|till) (?:about |around |say )?{_CLOCK}{_END}"
    rf"(?P<onwards> onwards| on\b)?"
)
_AT = re.compile(
    rf"(?P<at>\b(?:at|@|about|around|approx|roughly|say|for|come|arrive|be) ?(?:about |around "
    rf"|say )?)?(?<![\d£.:/]){_CLOCK}{_END}"
)
_GREETING = re.compile(
    r"^(?:hi |hello |hiya )?(?:good )?(?:morning|afternoon|evening)(?: all| dear| everyone| love| to you"
    r"| my dear)?(?=[,!. ]|$)(?=.{6})"
    r"(?! (?:would|is|please|if|at|around|about|on|or|any|only|best|best))|\bgood (?:morning|afternoon"
    r"|evening|night)\b"
)
_PART = re.compile(
    r"\b(?:(?P<morning>mornings?|a\.?m|first thing|breakfast ?time|elevenses)|(?P<midday>midday"
    r"|dinner ?time|lunch ?time|lunch)|"
    r"(?P<afternoon>after ?noons?|p\.?m|arvo)|(?P<evening>evenings?|tonight|tonite|tea ?time|night))\b"
)
_PHONE = re.compile(r"\b(?:\+44|0)(?: ?\d){9,10}\b|\b\d{6,}\b")
_MONEY = re.compile(r"£ ?\d+(?:\.\d+)?|\b\d+p\b")
_APPROX = re.compile(r"ish\b|\b(?:about|around|approx|roughly|or so|thereabouts|say)\b")
_EITHER = re.compile(
    r"\b\d{1,2}(?:[:.]\d\d)?(?: ?[ap]m| ?ish)? or (?:at |about |maybe |half )?"
    r"\d{1,2}(?:[:.]\d\d)?(?: ?[ap]m)?\b"
)
_WEAK_LEAD = re.compile(r"[ ,~]*(?:at|about|around|for|between|@|-)?[ ,]*$")


@dataclass(frozen=True, slots=True)
class Hour:
    """A time of day as stated; `unsure` where hour and part of day quarrel or two times are named."""

    at: time | None = None
    end: time | None = None
    after: time | None = None
    before: time | None = None
    part: str | None = None
    approx: bool = False
    unsure: bool = False


def take(slate: Slate, day_ends_at: int, *, asked: bool, original: str) -> Hour:
    """The time that is left on the slate. A bare number counts after "at", after a day, or where `asked`."""
    for noise in (_PHONE, _MONEY, _GREETING):
        slate.wipe_all(noise)
    part = _part_of_day(slate, original)
    approx = bool(_APPROX.search(slate.text))
    if slate.wipe_all(_EITHER):
        return Hour(part=part, unsure=True)
    ranged = slate.take(_RANGE) if _range_stands(slate, day_ends_at, asked) else None
    if ranged:
        return _range(ranged, part, approx)
    bounded = _take_bound(slate)
    if bounded:
        return _bound(bounded, part, approx)
    times = _plain_times(slate, day_ends_at, asked, part)
    if len(set(times)) > 1 or None in times:
        return Hour(part=part, unsure=True)
    if times:
        return Hour(at=times[0], approx=approx)
    return Hour(part=part, approx=approx and part is not None)


def _part_of_day(slate: Slate, original: str) -> str | None:
    named = {
        name for found in _PART.finditer(slate.text) for name, value in found.groupdict().items() if value
    }
    if re.search(r"\b(?:tonight|tonite|this evening)\b", original):
        named.add("evening")
    named |= {name for name in ("morning", "afternoon") if f"this {name}" in original}
    return named.pop() if len(named) == 1 else None


def _strong(found: re.Match[str], suffix: str = "") -> bool:
    """Whether it can only be a time: "2pm", "2.30", "half 2", "noon"; not a bare 2 or 1400."""
    parts = {name: found[name + suffix] for name in ("part", "half", "minute", "noon", "mark", "more")}
    return any(parts.values())


def _range_stands(slate: Slate, day_ends_at: int, asked: bool) -> bool:
    found = _RANGE.search(slate.text)
    if not found:
        return False
    near = 0 <= day_ends_at <= found.start() and bool(
        _WEAK_LEAD.fullmatch(slate.text[day_ends_at : found.start()])
    )
    marked = _strong(found, "_a") or _strong(found, "_b") or bool(found["how"])
    after = slate.text[found.end() :].strip(" ,.")
    tail = not after or after.startswith(("~", "on ", "so ", "if ", "please", "for ", "would", "in the"))
    return marked or near or asked or tail


def _take_bound(slate: Slate) -> re.Match[str] | None:
    found = _AFTER.search(slate.text)
    if not found or (found["word"] == "from" and not (_strong(found) or found["onwards"])):
        return None
    slate.wipe(found)
    return found


def _bound(found: re.Match[str], part: str | None, approx: bool) -> Hour:
    moment = _moment(found, "", part)
    negated = found.group().startswith(("not ", "no "))
    later = found["word"] in {"after", "from", "earlier than"}
    if negated and found["word"] in {"after", "before"}:
        later = found["word"] == "before"
    elif negated and found["word"] == "later than":
        later = False
    if moment is None:
        return Hour(part=part, unsure=True)
    return Hour(after=moment, approx=approx) if later else Hour(before=moment, approx=approx)


def _range(found: re.Match[str], part: str | None, approx: bool) -> Hour:
    end = _moment(found, "_b", part)
    lent = found["mark_b"] if not found["mark_a"] else None
    start = _moment(found, "_a", part, lent=lent)
    if start and end and start >= end and not found["mark_a"]:
        start = _moment(found, "_a", "morning")
    if start is None or end is None or start >= end or _minutes_to(found):
        return Hour(part=part, unsure=True)
    if found["how"] and "betw" in found["how"]:
        return Hour(after=start, before=end, approx=approx)
    return Hour(at=start, end=end, approx=approx)


def _minutes_to(found: re.Match[str]) -> bool:
    """ "10 to 4" in figures may be ten minutes before four or six hours: nobody should guess."""
    plain_hour = found["hour_a"] in {"5", "10", "20", "25"} and not (found["minute_a"] or found["mark_a"])
    return bool(plain_hour and found["link"] == "to" and not found["how"])


def _plain_times(slate: Slate, day_ends_at: int, asked: bool, part: str | None) -> list[time | None]:
    times: list[time | None] = []
    for found in list(_AT.finditer(slate.text)):
        start = found.start()
        near = 0 <= day_ends_at <= start and bool(_WEAK_LEAD.fullmatch(slate.text[day_ends_at:start]))
        led = bool(found["at"]) and not found["at"].strip().startswith(("for", "be", "come", "say"))
        alone = asked and not re.sub(
            r"[~ ,.!]|please|at|about|around|on", "", slate.text.replace(found.group(), "")
        )
        if found["spoken"] and not (near or led or alone):
            continue
        if _strong(found) or near or led or alone:
            times.append(_moment(found, "", part))
            slate.wipe(found)
    return times


def _moment(found: re.Match[str], suffix: str, part: str | None, lent: str | None = None) -> time | None:
    """The wall time of a match, afternoon or morning settled; None where there is no such time."""
    groups = {
        name: found[name + suffix]
        for name in ("part", "side", "of", "half", "hour", "minute", "spoken", "army", "noon")
    }
    marks = " ".join(filter(None, (found["mark" + suffix], found["more" + suffix], lent))).replace(".", "")
    if groups["noon"]:
        return time(12)
    if groups["army"]:
        return time(int(groups["army"][:2]), int(groups["army"][2:]))
    hour, minute = _figures(groups)
    exact = hour > 12 or bool(groups["hour"] and groups["hour"].startswith("0"))
    if hour > 23 or minute > 59 or (hour == 0 and not groups["minute"]):
        return None
    if exact:
        return time(hour, minute) if "pm" not in marks or hour > 12 else None
    late = _is_late(hour, marks, part)
    if late is None:
        return None
    return _settled(hour, minute, late, to=groups["side"] == "to")


def _figures(groups: dict[str, str | None]) -> tuple[int, int]:
    if groups["part"]:
        return int(groups["of"] or 99), _WORDS.get(groups["part"]) or int(groups["part"])
    if groups["half"]:
        return int(groups["half"]), 30
    return int(groups["hour"] or 99), int((groups["minute"] or groups["spoken"] or "0").replace(" ", ""))


def _is_late(hour: int, marks: str, part: str | None) -> bool | None:
    """Whether an hour from 1 to 12 is after noon; None where mark and part of day quarrel."""
    if "am" in marks or "pm" in marks:
        return "pm" in marks
    if part == "morning":
        return None if 1 <= hour <= 4 else hour == 12
    if part in {"afternoon", "evening"}:
        return None if part == "afternoon" and 8 <= hour <= 11 else True
    return hour <= 7 or hour == 12


def _settled(hour: int, minute: int, late: bool, *, to: bool) -> time | None:
    total = (hour % 12 + (12 if late else 0)) * 60 + (-minute if to else minute)
    return time(*divmod(total, 60)) if 0 <= total < 24 * 60 else None
