"""The phrase files, counted once: how telling each word is, and of which kind of help."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from timebank.messaging.reading.plain import plain
from timebank.messaging.reading.stems import one_slip, stems, with_pairs

_FOLDER = Path(__file__).with_name("phrases")
_LEAST_TO_MEND = 6


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """`weights`: how telling a word or pair is. `shares`: how far it belongs to each kind, 0 to 1.

    `lines`: each phrase as its set of words, with its kind. `slips`: misspellings to known words.
    """

    weights: Mapping[str, float]
    shares: Mapping[str, Mapping[str, float]]
    lines: tuple[tuple[str, frozenset[str]], ...]
    lines_with: Mapping[str, tuple[int, ...]]
    slips: Mapping[str, str]

    def known(self, word: str) -> str:
        """The word itself, or the known word one slip away, where there is one."""
        if word in self.weights or len(word) < _LEAST_TO_MEND - 1:
            return word
        if len(word) < _LEAST_TO_MEND:
            return self.slips.get(word, word)
        return next((self.slips[shape] for shape in sorted(one_slip(word)) if shape in self.slips), word)


def count(phrases: Mapping[str, tuple[str, ...]]) -> Phrasebook:
    """Count a set of phrases, slug to lines."""
    lines = [
        (slug, frozenset(with_pairs(stems(plain(line))))) for slug, kind in phrases.items() for line in kind
    ]
    kept = [(slug, words) for slug, words in lines if words]
    times: dict[str, Counter[str]] = defaultdict(Counter)
    lines_with: dict[str, list[int]] = defaultdict(list)
    for at, (slug, words) in enumerate(kept):
        for word in words:
            times[word][slug] += 1
            lines_with[word].append(at)
    weights = {word: math.log(1 + len(phrases) / len(counts)) for word, counts in times.items()}
    return Phrasebook(
        weights=weights,
        shares={word: _shares(counts) for word, counts in times.items()},
        lines=tuple(kept),
        lines_with={word: tuple(places) for word, places in lines_with.items()},
        slips=_slips(weights),
    )


@cache
def ours() -> Phrasebook:
    """The phrase files of this folder."""
    return count({path.stem: _phrases(path) for path in sorted(_FOLDER.glob("*.txt"))})


def slugs() -> tuple[str, ...]:
    """The kinds of help that have a phrase file."""
    return tuple(path.stem for path in sorted(_FOLDER.glob("*.txt")))


def _phrases(path: Path) -> tuple[str, ...]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def _shares(counts: Counter[str]) -> dict[str, float]:
    """Each kind's part of a word, with half a count held back for kinds that nobody has written yet."""
    total = sum(counts.values()) + 0.5
    return {slug: number / total for slug, number in counts.items()}


def _slips(weights: Mapping[str, float]) -> dict[str, str]:
    slips: dict[str, str] = {}
    for word in sorted(weights, key=lambda word: weights[word]):
        if len(word) >= _LEAST_TO_MEND and " " not in word:
            for shape in one_slip(word):
                slips.setdefault(shape, word)
    return slips
