"""A text made plain, so that every other file can look for words and not for typography."""

import re
import unicodedata

_QUOTES = str.maketrans({"‘": "'", "’": "'", "`": "'", "´": "'", "“": '"', "”": '"', "–": "-", "—": "-"})
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
_KEPT = re.compile(r"[^a-z0-9à-ÿŵŷ'\"?!.,:;/&+@£%() \-]")
_MAX_CHARACTERS = 1_600

_SHORTHAND = {
    "pls": "please",
    "plz": "please",
    "plse": "please",
    "u": "you",
    "ur": "your",
    "thx": "thanks",
    "thanx": "thanks",
    "tx": "thanks",
    "ty": "thank you",
    "sumone": "someone",
    "summat": "something",
    "sum1": "someone",
    "some1": "someone",
    "wiv": "with",
    "gonna": "going to",
    "wanna": "want to",
    "wud": "would",
    "cud": "could",
    "msg": "message",
    "msgs": "messages",
    "txt": "text",
    "txts": "texts",
    "appt": "appointment",
    "cannot": "cant",
    "im": "im",
}
_SHORTHAND_WORD = re.compile(r"\b(" + "|".join(_SHORTHAND) + r")\b")
_CAN_NOT = re.compile(r"\bcan not\b")
_TOO_FAR = re.compile(r"\b(did|do|does|is|are|was|were|has|have|had|will|would|could|should) not\b")
_WILL_NOT = {"will": "wont"}


def plain(text: str) -> str:
    """Lower case, one space between words, apostrophes inside words gone ("can't" is "cant"), common
    shorthand spelt out, emoji and control characters dropped. Never raises; at most 1,600 characters."""
    text = unicodedata.normalize("NFKC", text[:_MAX_CHARACTERS]).translate(_QUOTES).lower()
    text = _APOSTROPHE.sub("", text)
    text = " ".join(_KEPT.sub(" ", text).split())
    text = _SHORTHAND_WORD.sub(lambda found: _SHORTHAND[found.group()], text)
    text = _CAN_NOT.sub("cant", text)
    return _TOO_FAR.sub(_shortened, text)


def bare(text: str) -> str:
    """The words of a plain text alone, without punctuation."""
    return " ".join(re.sub(r"[^\w£%+ ]", " ", text).split())


def sentences(text: str) -> list[str]:
    """A plain text cut where a person would draw breath."""
    return [part.strip() for part in re.split(r"(?<!\d)[.!;]+|[.!;]+(?!\d)|(?<=\?)", text) if part.strip()]


def _shortened(found: re.Match[str]) -> str:
    verb = found.group(1)
    return _WILL_NOT.get(verb, f"{verb}nt")
