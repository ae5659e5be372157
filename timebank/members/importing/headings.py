"""Which column is which, by the headings people really write. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from timebank.members import rules
from timebank.members.importing import files
from timebank.members.importing.files import Line, UnreadableList

Field = Literal[
    "title",
    "first_name",
    "last_name",
    "full_name",
    "born_on",
    "mobile",
    "landline",
    "phone",
    "postcode",
    "address",
    "email",
    "texts",
    "helper",
    "reached_by",
    "note",
]

FIELDS: tuple[Field, ...] = get_args(Field)
_SYNONYMS = Path(__file__).with_name("headings.txt")
_ASIDE = re.compile(r"[(\[].*?[)\]]")
_LOOKED_THROUGH = 12


@dataclass(frozen=True)
class Columns:
    """Where each field stands, in order of the columns; `unused` are the headings nobody knows."""

    heading_row: int
    width: int
    places: dict[Field, tuple[int, ...]]
    unused: tuple[str, ...]

    def of(self, field: Field, cells: Sequence[str]) -> list[str]:
        """What is written in a row's cells of that field, empty ones left out."""
        written = (cells[place].strip() for place in self.places.get(field, ()) if place < len(cells))
        return [cell for cell in written if cell]


def find(words: str) -> tuple[Columns, list[Line]]:
    """The columns, by whichever separator makes most sense of a heading near the top, and the rows below.

    Raises UnreadableList where no heading names people.
    """
    best: tuple[int, Columns, list[Line]] | None = None
    trouble: UnreadableList | None = None
    for separator in files.SEPARATORS:
        try:
            lines = files.table(words, separator)
        except UnreadableList as refused:
            trouble = trouble or (refused if separator in words.partition("\n")[0] else None)
            continue
        columns = _among(lines)
        if columns and (best is None or len(columns.places) > best[0]):
            best = (len(columns.places), columns, lines[columns.heading_row :])
    if best is None:
        raise trouble or UnreadableList(
            "There is no row of headings that names people, such as First name and Surname, or Name."
        )
    return best[1], best[2]


def read(line: Line) -> Columns | None:
    """The row as headings, or None where it names no people."""
    places: dict[Field, list[int]] = {}
    unused: list[str] = []
    for place, cell in enumerate(line.cells):
        field = _fields().get(rules.plain(_ASIDE.sub("", cell)))
        if field:
            places.setdefault(field, []).append(place)
        elif cell.strip():
            unused.append(" ".join(cell.split()))
    _name_beside_surname(places)
    if not ("full_name" in places or {"first_name", "last_name"} <= places.keys()):
        return None
    width = max(place for place, cell in enumerate(line.cells) if cell.strip()) + 1
    found: dict[Field, tuple[int, ...]] = {field: tuple(at) for field, at in places.items()}
    return Columns(line.number, width, found, tuple(unused))


@cache
def _fields() -> dict[str, Field]:
    """The field of each heading, as `rules.plain` leaves it."""
    found: dict[str, Field] = {}
    for line in _SYNONYMS.read_text(encoding="utf-8").splitlines():
        name, _, words = line.partition(":")
        field = next(known for known in FIELDS if known == name)
        found |= {rules.plain(heading): field for heading in words.split(",")}
    return found


def _among(lines: list[Line]) -> Columns | None:
    """Excel's own lists often have a title above the headings."""
    written = [line for line in lines if not line.is_empty][:_LOOKED_THROUGH]
    read_lines = (read(line) for line in written)
    # A lone "Name" or "Members" may be the title of the list, so a heading knows two columns at least.
    return next((columns for columns in read_lines if columns and len(columns.places) > 1), None)


def _name_beside_surname(places: dict[Field, list[int]]) -> None:
    """Beside "Surname", a column "Name" holds first names."""
    if "last_name" in places and "first_name" not in places and "full_name" in places:
        places["first_name"] = places.pop("full_name")
