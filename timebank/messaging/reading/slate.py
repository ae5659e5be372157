"""A text that is read bit by bit: what one grammar has understood, the next does not see again."""

import re

_UNIT_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_UNITS = {word: number for number, word in enumerate(_UNIT_WORDS.split(), start=1)}
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_UNIT_NAMES = "|".join(sorted(_UNITS, key=len, reverse=True))
_TENS_NAMES = "|".join(_TENS)
_NUMBER_WORD = re.compile(rf"\b(?:({_TENS_NAMES})(?:[ -]({_UNIT_NAMES}))?|({_UNIT_NAMES}))\b(?! of\b)")


def in_figures(plain_text: str) -> str:
    """Number words up to fifty-nine as figures: "ten thirty" is "10 30"; "one of" stays as it is.

    "ten to four" in words is a time, and becomes "10 minutes to 4" so that it is not read as a range.
    """
    return _NUMBER_WORD.sub(_figure, _SPOKEN_CLOCK.sub(r"\1 minutes \2 ", plain_text))


_SPOKEN_CLOCK = re.compile(rf"\b(five|ten|twenty|twenty[ -]five) (to|past) (?=(?:{_UNIT_NAMES}|\d)\b)")


class Slate:
    """A plain text from which understood parts are wiped, leaving their room so that places stay true."""

    def __init__(self, text: str) -> None:
        self.text = text

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The first match, wiped from the slate; None where there is none."""
        found = pattern.search(self.text)
        if found:
            self.wipe(found)
        return found

    def wipe(self, found: re.Match[str]) -> None:
        """Forget what was found."""
        start, end = found.span()
        self.text = self.text[:start] + "~" * (end - start) + self.text[end:]

    def wipe_all(self, pattern: re.Pattern[str]) -> bool:
        """Forget every match; whether there was one."""
        before = self.text
        self.text = pattern.sub(lambda found: "~" * len(found.group()), before)
        return self.text != before


def _figure(found: re.Match[str]) -> str:
    tens, unit_after, unit = found.groups()
    if unit:
        return str(_UNITS[unit])
    return str(_TENS[tens] + (_UNITS.get(unit_after, 0) if unit_after else 0))
