"""People's names, in one cell or two. Pure."""

import re

from timebank.members import rules

_TITLES = frozenset({
    "mr", "mrs", "ms", "miss", "mx", "dr", "doctor", "rev", "revd", "reverend", "prof", "sir", "dame", "cllr",
})  # fmt: skip
_PARTICLES = frozenset({
    "van", "von", "der", "den", "de", "del", "della", "da", "das", "dos", "di", "du", "la", "le", "el", "al",
    "bin", "ibn", "st", "o", "mac", "mc", "ap", "ab", "ten", "ter",
})  # fmt: skip
_TWO_PEOPLE = re.compile(r"\s(?:&|\+|and|/)\s|&", re.IGNORECASE)


class NotOneName(ValueError):
    """The text is one plain sentence."""


def read(first: str, last: str, full: str) -> tuple[str, str]:
    """First and last name from a row's cells. Raises NotOneName."""
    for written in (first, last, full):
        if _TWO_PEOPLE.search(written):
            raise NotOneName("This row seems to be two people; please give each of them a row.")
    if not (first or last) and full:
        first, last = _split(full)
    first, last = without_title(first), " ".join(last.split())
    if not rules.plain(first) and not rules.plain(last):
        raise NotOneName("There is no name in this row.")
    if not rules.plain(first):
        raise NotOneName("There is no first name in this row.")
    if not rules.plain(last):
        raise NotOneName("There is no surname in this row.")
    return first, last


def _split(full: str) -> tuple[str, str]:
    """ "Okafor, Margaret" and "Mrs Margaret van der Berg" alike."""
    if full.count(",") == 1:
        last, _, first = full.partition(",")
        return first, last
    words = without_title(full).split()
    cut = len(words) - 1
    while cut > 1 and words[cut - 1].casefold().strip(".'’") in _PARTICLES:
        cut -= 1
    if cut < 1:
        return " ".join(words), ""
    return " ".join(words[:cut]), " ".join(words[cut:])


def without_title(name: str) -> str:
    """The name without Mr, Mrs, Dr and their like, unless it is nothing else."""
    words = name.split()
    while len(words) > 1 and words[0].casefold().strip(".") in _TITLES:
        words = words[1:]
    return " ".join(words)
