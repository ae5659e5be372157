"""Make a fact fit for a text: letters that every telephone shows, a polite cut where it is too long. Pure."""

import unicodedata

from timebank.messaging import segments

# Letters that count two, and letters without a plain shape of their own.
_INSTEAD = str.maketrans(
    {
        "[": "(",
        "]": ")",
        "{": "(",
        "}": ")",
        "\\": "/",
        "|": "/",
        "^": "",
        "~": "-",
        "€": "EUR ",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "Đ": "D",
        "ı": "i",
        "œ": "oe",
        "Œ": "OE",
        "þ": "th",
        "ð": "d",
    }
)


class Fact(str):
    """A fact of a wording. `{place:.24}` cuts it at the end of a word where one is near, else hard."""

    def __format__(self, spec: str) -> str:
        return cut(self, int(spec[1:])) if spec.startswith(".") else format(str(self), spec)


def fact(value: object) -> Fact:
    """The value in ordinary letters: accents that telephones lack are dropped (ŵ is w), emoji go."""
    plain = segments.plain(unicodedata.normalize("NFC", str(value))).translate(_INSTEAD)
    return Fact(" ".join("".join(_ordinary(letter) for letter in plain).split()))


def cut(words: str, most: int) -> str:
    """At most so many letters; a double name loses its second half rather than half of it."""
    if len(words) <= most:
        return words
    kept = words[: most + 1]
    end = max(kept.rfind(" "), kept.rfind("-"))
    return (kept[:end] if end * 2 >= most else words[:most]).rstrip(" -,.:;")


def _ordinary(letter: str) -> str:
    if letter in segments.BASIC:
        return letter
    bare = unicodedata.normalize("NFD", letter)[0]
    return bare if bare in segments.BASIC else ""
