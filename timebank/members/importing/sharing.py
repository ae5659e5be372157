"""Whose number "same as husband" means, among the rows of one list. Pure.

A number given to the wrong person sends their texts to a stranger, so the words
must point at one household: "as above" at a row above of one surname or postcode,
"husband" at the nearest of one surname who does not live elsewhere, a name at the
only one who bears it. A postcode alone says nothing of a husband: a block of flats
has one. Whatever else the words might mean is refused.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timebank.members import numbers, rules
from timebank.members.importing import names, telephones
from timebank.members.importing.headings import Field
from timebank.members.importing.telephones import NotANumber, Numbers


@dataclass(frozen=True)
class Entry:
    """A row as far as sharing a telephone goes; `written` are its number cells with their columns."""

    first_name: str
    last_name: str
    postcode: str
    written: tuple[tuple[Field, Numbers], ...]

    def is_near(self, other: "Entry") -> bool:
        """Of one surname or one postcode."""
        return self._same_surname(other) or self._same_postcode(other)

    def is_at_home_with(self, other: "Entry") -> bool:
        """Of one surname and, as far as both give one, one postcode."""
        is_unknown = not rules.plain(self.postcode) or not rules.plain(other.postcode)
        return self._same_surname(other) and (is_unknown or self._same_postcode(other))

    def _same_surname(self, other: "Entry") -> bool:
        return rules.plain(self.last_name) == rules.plain(other.last_name) != ""

    def _same_postcode(self, other: "Entry") -> bool:
        return rules.plain(self.postcode) == rules.plain(other.postcode) != ""


def resolved(entries: Sequence[Entry], place: int) -> tuple[str, ...]:
    """All numbers of the row at `place`, those it shares among them. Raises NotANumber."""
    return _resolved(entries, place, frozenset())


def _resolved(entries: Sequence[Entry], place: int, asked: frozenset[int]) -> tuple[str, ...]:
    found: list[str] = []
    for column, cell in entries[place].written:
        found += cell.given
        if cell.whose is not None:
            found += _shared(entries, place, column, cell.whose, asked | {place})
    return tuple(dict.fromkeys(found))


def _shared(
    entries: Sequence[Entry], place: int, column: Field, whose: str, asked: frozenset[int]
) -> list[str]:
    target = _target(entries, place, whose)
    if target is None or target in asked:
        raise NotANumber(_unclear(whose))
    theirs = _resolved(entries, target, asked)
    if not theirs:
        raise NotANumber("The number is said to be somebody else's, who has none in this list.")
    wanted = [
        number for number in theirs if column == "phone" or numbers.is_mobile(number) == (column == "mobile")
    ]
    return wanted or list(theirs)


def _target(entries: Sequence[Entry], place: int, whose: str) -> int | None:
    me = entries[place]
    if not whose:
        return place - 1 if place and me.is_near(entries[place - 1]) else None
    if telephones.is_role(whose):
        return next(
            (other for other in _outwards(entries, place) if me.is_at_home_with(entries[other])), None
        )
    return _named(entries, place, whose)


def _outwards(entries: Sequence[Entry], place: int) -> Iterator[int]:
    """The rows above, nearest first, then those below."""
    yield from range(place - 1, -1, -1)
    yield from range(place + 1, len(entries))


def _named(entries: Sequence[Entry], place: int, whose: str) -> int | None:
    """The one person of that name: by whole name, else one near by, else the only one of the list."""
    me, wanted = entries[place], rules.plain(names.without_title(whose))
    others = list(_outwards(entries, place))
    whole = [at for at in others if rules.plain(entries[at].first_name + entries[at].last_name) == wanted]
    part = [
        at for at in others if wanted in map(rules.plain, (entries[at].first_name, entries[at].last_name))
    ]
    near = [at for at in part if me.is_near(entries[at])]
    for found in (whole, near, part):
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _unclear(whose: str) -> str:
    said = f"“same as {whose}”" if whose else "“as above”"
    return f"We cannot tell whose number {said} means; please write the number itself."
