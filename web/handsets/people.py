"""Who holds which telephone: a JSON file of names and numbers, read again whenever it changes."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from web.handsets import numbers


@dataclass(frozen=True, slots=True)
class Telephone:
    """One telephone and all who share it."""

    number: str
    names: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """ "Margaret and Bill", or the number where nobody is known."""
        return " and ".join(self.names) or self.spoken

    @property
    def spoken(self) -> str:
        """The number as people write it."""
        return numbers.spoken(self.number)

    @property
    def is_landline(self) -> bool:
        """True where texts cannot arrive."""
        return numbers.is_landline(self.number)


class Directory:
    """The people file, kept fresh."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._seen: tuple[int, int] | None = None
        self._telephones: dict[str, Telephone] = {}

    def telephones(self, others: Iterable[str] = ()) -> dict[str, Telephone]:
        """All telephones by number in the file's order, then `others` that nobody is known to hold."""
        self._refresh()
        return self._telephones | {
            number: Telephone(number) for number in others if number not in self._telephones
        }

    def _refresh(self) -> None:
        if self._path is None or not self._path.exists():
            return
        about = self._path.stat()
        stamp = (about.st_mtime_ns, about.st_size)
        if stamp == self._seen:
            return
        try:
            people = json.loads(self._path.read_text(encoding="utf-8"))
        except ValueError:
            return  # being written just now: the next request reads it whole
        self._seen, self._telephones = stamp, _grouped(people)


def _grouped(people: list[dict[str, str]]) -> dict[str, Telephone]:
    names: dict[str, list[str]] = {}
    for person in people:
        names.setdefault(numbers.from_typed(person["number"]), []).append(person["name"])
    return {number: Telephone(number, tuple(who)) for number, who in names.items()}
