"""Cells with telephone numbers in them, or words that point at somebody else's. Pure."""

import re
from dataclasses import dataclass

from timebank.members import numbers
from timebank.members.importing import cells

_ASIDE = re.compile(r"\([^)]*[^\W\d][^)]*\)")
_LABEL = re.compile(
    r"\b(?:tel|telephone|phone|mob|mobile|home|landline|land line|work|day|eve|evening|daytime|no|number"
    r"|h|m|t|w)\b[.:]*|[:]",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:[/;,\n|&]|\bor\b|\band\b)\s*", re.IGNORECASE)
_SHARED = re.compile(
    r"(?:(?:use|uses|same|same no|same number|same phone|as|same as|see|via|c/o|shares?|shared|shares? with"
    r"|shared with|ring|call|through)\s+)+(?:for\s+|the\s+|her\s+|his\s+|with\s+|my\s+)*(?P<whose>[^\d]+)",
    re.IGNORECASE,
)
_ABOVE = {"above", "as above", "ditto", "do", "the above", "row above", "line above", "previous", "same"} | {
    "previous row", "row before", "one above", "the one above", "person above", "the person above", "last one"
}  # fmt: skip
_ABOVE_MARKS = {'"', "''", "“", "”", "″", "〃", '""'}
_ROLES = frozenset({
    "husband", "wife", "partner", "spouse", "hubby", "mum", "mam", "mother", "dad", "father", "parents",
    "parent", "son", "daughter", "brother", "sister", "nan", "gran", "grandma", "grandad", "grandmother",
    "grandfather", "friend", "flatmate", "carer", "him", "her",
})  # fmt: skip
_ENDING = re.compile(r"(?:['’]s?|s['’])?\s*(?:number|no|phone|mobile|landline|tel)?[.\s]*$", re.IGNORECASE)


class NotANumber(ValueError):
    """The text is one plain sentence."""


@dataclass(frozen=True)
class Numbers:
    """What a cell gives: numbers (E.164, each once), or `whose` numbers are meant; "" is the row above."""

    given: tuple[str, ...] = ()
    whose: str | None = None


def read(written: str) -> Numbers:
    """A cell of telephone numbers. Raises NotANumber."""
    words = written.strip()
    if words in _ABOVE_MARKS:
        return Numbers(whose="")
    if cells.is_nothing(words):
        return Numbers()
    whole = _one(words)
    if whole:
        return Numbers((whole,))
    whose = shared_with(words)
    if whose is not None:
        return Numbers(whose=whose)
    return Numbers(_several(words))


def shared_with(words: str) -> str | None:
    """Whose number is meant by "same as husband", "as above", "see Bill": the person's words, else None."""
    plain = " ".join(words.casefold().split()).strip(" .")
    if plain in _ABOVE:
        return ""
    found = _SHARED.fullmatch(plain)
    whose = _ENDING.sub("", found["whose"] if found else plain).strip()
    if not found and whose not in _ROLES:
        return None
    return "" if whose in _ABOVE else whose


def is_role(whose: str) -> bool:
    """Whether the words name a relation ("husband") and not a person."""
    return whose.casefold() in _ROLES


def _several(words: str) -> tuple[str, ...]:
    parts = [part for part in _BETWEEN.split(_ASIDE.sub(" ", words)) if part and not cells.is_nothing(part)]
    found = [_one(part) for part in parts]
    if not parts or None in found:
        raise NotANumber("The telephone number cannot be read; please check its digits.")
    return tuple(dict.fromkeys(number for number in found if number))


def _one(words: str) -> str | None:
    return numbers.read_or_none(_LABEL.sub(" ", _ASIDE.sub(" ", words)).strip(" .-='\""))
