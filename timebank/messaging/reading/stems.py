"""Words brought to a common shape, so that "shopping", "shops" and "shoppin" meet."""

import re
from itertools import pairwise

_STOP_WORDS = """
mon tue tues wed weds thu thur thurs fri sat oclock half past quarter noon
a an the i im ive id ill me my mine we our us you your he him his she her they them it its this that
these those is are was were be been being am do does did doing done have has had having can could
would should will may might must shall to of in on at for from by with about as and or but if so
than then just please thanks thank some any anyone anybody someone somebody something one need needs
needed want wants wanting like help helping hi hello dear good morning afternoon evening get got
getting go going us there here what which who when where how very really too also only again now not
no yes cant dont wont isnt doesnt didnt up out off bit little few lot kindly possible possibly
wonder wondering perhaps ask asking able sorry hope ok okay today tomorrow monday tuesday wednesday
thursday friday saturday sunday week weeks hour hours minute minutes time hasnt havent wouldnt
couldnt arent theres thats still because cos while come give take make know think looking look love
lovely many much more regards cheers x xx am pm next
"""
_STOP = frozenset(_STOP_WORDS.split())
_WORD = re.compile(r"[a-zà-ÿ][a-zà-ÿ]+|\d{2,}")
_ENDINGS = (
    ("ies", "y"),
    ("ing", ""),
    ("in", ""),
    ("ed", ""),
    ("es", ""),
    ("er", ""),
    ("s", ""),
    ("e", ""),
    ("y", ""),
)
_LEAST_STEM = 3
_LEAST_FOR_IN = 5


def stem(word: str) -> str:
    """A crude common stem; doubled last letters are made single ("mopping", "mop")."""
    for ending, instead in _ENDINGS:
        room = _LEAST_FOR_IN if ending in {"in", "er"} else _LEAST_STEM
        if word.endswith(ending) and len(word) - len(ending) >= room:
            word = word[: -len(ending)] + instead
            break
    if len(word) > _LEAST_STEM and word[-1] == word[-2]:
        word = word[:-1]
    return word.removesuffix("e").removesuffix("i") if len(word) > _LEAST_STEM else word


def stems(plain_text: str) -> list[str]:
    """The telling words of a plain text, stemmed and in order."""
    return [stem(word) for word in _WORD.findall(plain_text) if word not in _STOP]


def with_pairs(words: list[str]) -> list[str]:
    """Words and neighbouring pairs: "light bulb" tells more than "light" and "bulb" apart."""
    return words + [f"{first} {second}" for first, second in pairwise(words)]


def one_slip(word: str) -> set[str]:
    """Every shape of a word with one letter left out, for meeting a misspelling half way."""
    return {word[:at] + word[at + 1 :] for at in range(len(word))} | {word}
