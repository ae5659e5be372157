"""How hard a page is to read: the Flesch-Kincaid grade.

Kincaid, Fishburne, Rogers and Chissom (1975), "Derivation of new readability
formulas for Navy enlisted personnel", Research Branch Report 8-75:

    grade = 0.39 x words / sentences + 11.8 x syllables / words - 15.59

Syllables are counted by groups of vowels, with the usual silent endings; over
a passage the errors of single words cancel.
"""

import re
from collections.abc import Iterable

SENTENCE_WORDS_WEIGHT = 0.39
SYLLABLES_WEIGHT = 11.8
OFFSET = 15.59

_WORD = re.compile(r"[A-Za-z]+(?:[’'][A-Za-z]+)?")
_SENTENCE_END = re.compile(r"[.!?:;]+(?:\s|$)")
_VOWELS = re.compile(r"[aeiouy]+")
_HEARD_APART = re.compile(
    r"(?<![tscgnl])i[ao]|iet|[eiy]ing|[aou]ing|(?<=[^aeiou])ie(?:r|st)$|(?<!q)u[ae](?=[lt])|[cr]eat(?=e)|eo(?!p|u)"
)
_SILENT_ENDING = re.compile(
    r"(?:[^aeiouyl]|[aeiouy]l)e$|(?:[^aeiouylsxzcgh]|[aeiouy]l|th)es$|(?:[^aeiouyltd]|[aeiouy]l)ed$"
)
_KNOWN = {
    "somebody": 3, "someone": 2, "something": 2, "sometimes": 2, "science": 2, "anyone": 3, "area": 3,
    "idea": 3, "react": 2, "lonely": 2, "safely": 2, "lately": 2, "really": 3, "giant": 2, "lion": 2,
    "evening": 2, "guidelines": 2, "sometime": 2, "therefore": 2, "every": 2, "everything": 3,
}  # fmt: skip


def grade(blocks: Iterable[str]) -> float:
    """The school grade (United States) of blocks of text; each block ends a sentence. 0 for no words."""
    sentences = [sentence for block in blocks for sentence in _sentences(block)]
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return 0.0
    counted = sum(syllables(word) for word in words)
    return (
        SENTENCE_WORDS_WEIGHT * len(words) / len(sentences) + SYLLABLES_WEIGHT * counted / len(words) - OFFSET
    )


def word_count(blocks: Iterable[str]) -> int:
    """How many words there are."""
    return sum(len(_WORD.findall(block)) for block in blocks)


def syllables(word: str) -> int:
    """How many syllables an English word has, at least one."""
    plain = word.lower().replace("’", "'")
    if plain in _KNOWN:
        return _KNOWN[plain]
    plain = plain.split("'")[0]
    count = len(_VOWELS.findall(plain)) + len(_HEARD_APART.findall(plain))
    return max(count - len(_SILENT_ENDING.findall(plain)), 1)


def _sentences(block: str) -> list[list[str]]:
    found = (_WORD.findall(part) for part in _SENTENCE_END.split(block))
    return [words for words in found if words]
