"""Which kind of help: the best three for free words, or none below a threshold.

A text's score for a kind is the sum, over its telling words, of how telling
the word is times how far it belongs to that kind; and beside it how closely
the text matches the nearest single phrase. Both parts can be read off the
phrase files by hand.
"""

from collections import defaultdict
from dataclasses import dataclass

from timebank.messaging.reading.phrasebook import Phrasebook, ours
from timebank.messaging.reading.stems import stems, with_pairs

MOST_KINDS = 3
LEAST_SCORE = 2.2
SURE_SCORE = 3.2
SURE_LEAD = 1.25
_NEAREST_WEIGHT = 4.0


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of help and how well the words fit it."""

    slug: str
    score: float


def best(plain_text: str, book: Phrasebook | None = None) -> tuple[Kind, ...]:
    """Up to three kinds, best first; empty where the words tell too little."""
    book = book or ours()
    words = set(with_pairs([book.known(word) for word in stems(plain_text)]))
    known = [word for word in words if word in book.weights]
    scores: dict[str, float] = defaultdict(float)
    for word in known:
        for slug, share in book.shares[word].items():
            scores[slug] += book.weights[word] * share
    for slug, closeness in _nearest(words, known, book).items():
        scores[slug] += _NEAREST_WEIGHT * closeness
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Kind(slug, score) for slug, score in ranked[:MOST_KINDS] if score >= LEAST_SCORE)


def sure(kinds: tuple[Kind, ...]) -> bool:
    """Whether the first is far enough ahead to be named back to the member as the one."""
    if not kinds or kinds[0].score < SURE_SCORE:
        return False
    return len(kinds) == 1 or kinds[0].score >= SURE_LEAD * kinds[1].score


def _nearest(words: set[str], known: list[str], book: Phrasebook) -> dict[str, float]:
    """For each kind, its nearest phrase: the part of the phrase's weight that the text holds, 0 to 1."""
    shared: dict[int, float] = defaultdict(float)
    for word in known:
        for at in book.lines_with[word]:
            shared[at] += book.weights[word]
    closest: dict[str, float] = defaultdict(float)
    for at, weight in shared.items():
        slug, phrase = book.lines[at]
        whole = sum(book.weights[word] for word in phrase) + 0.25 * sum(
            book.weights.get(word, 2.0) for word in words - phrase if " " not in word
        )
        closest[slug] = max(closest[slug], weight / whole)
    return closest
