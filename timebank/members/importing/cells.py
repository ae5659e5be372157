"""One cell: birth dates, yes and no, how to be reached, and the many ways to write nothing. Pure."""

import re
from datetime import date

from timebank.members import rules
from timebank.members.application import ReachedBy

_NOTHING = {
    rules.plain(words)
    for words in (
        "",
        "n/a",
        "none",
        "nil",
        "no",
        "not known",
        "unknown",
        "not given",
        "x",
        "xx",
        "tbc",
        "null",
    )
} | {
    "notapplicable",
    "donthave",
    "doesnthave",
    "noemail",
    "nophone",
    "nomobile",
    "nolandline",
    "tba",
    "dontknow",
}
_UNSAID = {"prefernottosay", "pnts", "notsaid", "refused", "declined", "withheld", "wontsay", "rathernotsay"}
_YES = {"yes", "y", "true", "t", "1", "x", "ok", "okay", "agreed", "agrees", "yesplease", "tick", "ticked"}
_TICKS = ("✓", "✔", "☑", "√")
_MONTHS = {name: place for place, name in enumerate(
    ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), start=1
)}  # fmt: skip
_BRITISH = re.compile(r"(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_WORDED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[\s\-/.]*(?:of\s+)?([a-z]{3,9})[\s\-/.,]*(\d{4}|\d{2})", re.I)
_MIDNIGHT = re.compile(r"[T\s]+0{1,2}:00(:00(\.0+)?)?Z?$")
_REACHED: dict[ReachedBy, str] = {
    "text": "text texts sms textmessage bytext",
    "phone": "phone telephone tel ring call landline mobile byphone phonecall",
    "email": "email byemail",
    "letter": "letter post bypost",
    "visit": "visit knock inperson",
}


class NotADate(ValueError):
    """The text is one plain sentence."""


def is_nothing(written: str) -> bool:
    """Whether a cell says, in one way or another, that there is nothing to say."""
    return rules.plain(written) in _NOTHING


def is_yes(written: str) -> bool:
    """A clear yes. Everything else is no: nobody is held to a consent they may not have given."""
    return written.strip() in _TICKS or rules.plain(written) in _YES


def reached_by(written: str) -> ReachedBy | None:
    """The way to be reached, where a cell names one of ours."""
    word = rules.plain(written)
    return next((way for way, words in _REACHED.items() if word in words.split()), None)


def born_on(written: str, today: date) -> date | None:
    """A birth date, day before month as in Britain; None where none is given or they prefer not to say.

    Two digits of a year are read only where one century alone is possible: in 2026 "41" is 1941, for
    nobody is born in 2041, while "12" might be a centenarian or a child and is refused. Raises NotADate.
    """
    words = _MIDNIGHT.sub("", " ".join(written.split()))
    if is_nothing(words) or rules.plain(words) in _UNSAID:
        return None
    if found := _ISO.fullmatch(words):
        return _date(int(found[3]), int(found[2]), int(found[1]))
    if found := _BRITISH.fullmatch(words):
        return _date(int(found[1]), int(found[2]), _year(found[3], today))
    if (found := _WORDED.fullmatch(words)) and (month := _month(found[2])):
        return _date(int(found[1]), month, _year(found[3], today))
    if re.fullmatch(r"\d{4}", words):
        raise NotADate("Only a year of birth is given; please write the whole date, or leave it empty.")
    raise NotADate("The birth date cannot be read; please write it like 07/03/1941.")


def _month(written: str) -> int | None:
    word = written.casefold()
    full = date(2000, _MONTHS[word[:3]], 1).strftime("%B").casefold() if word[:3] in _MONTHS else ""
    return _MONTHS[word[:3]] if full.startswith(word) or word == "sept" else None


def _year(written: str, today: date) -> int:
    if len(written) == 4:
        return int(written)
    possible = [
        year
        for year in (1900 + int(written), 2000 + int(written))
        if today.year - rules.OLDEST_YEARS <= year <= today.year
    ]
    if len(possible) != 1:
        raise NotADate("The year of birth has two digits and could be either century; please write four.")
    return possible[0]


def _date(day: int, month: int, year: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise NotADate("There is no such birth date; please write the day before the month.") from None
