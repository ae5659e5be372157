"""A whole list, read: whom it would take in, and which rows it cannot read and why. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from timebank.members import application, numbers, rules
from timebank.members.application import Application, ReachedBy
from timebank.members.importing import cells, files, headings, names, sharing, telephones
from timebank.members.importing.files import Line
from timebank.members.importing.headings import Columns, Field
from timebank.members.importing.sharing import Entry

_NUMBER_COLUMNS: tuple[Field, ...] = ("mobile", "landline", "phone")
_SENTENCES = {
    "postcode": "The postcode is missing or not whole; it should be like SE15 3XX.",
    "email": "The e-mail address is not like name@example.com; please correct it or leave it empty.",
}
_POSTCODE_AT_END = re.compile(r"[,\s]*\b([A-Za-z]{1,2}\d[A-Za-z\d]?\s*\d[A-Za-z]{2})\s*\.?$")


@dataclass(frozen=True)
class Planned:
    """One row that can be read, by the number the spreadsheet shows, and who it is."""

    row_number: int
    application: Application


@dataclass(frozen=True)
class Plan:
    """A list read; `refused` are rows with one plain sentence each, `unused` the headings nobody knows."""

    planned: tuple[Planned, ...]
    refused: tuple[tuple[int, str], ...]
    unused: tuple[str, ...]


def read(file: bytes, today: date) -> Plan:
    """What the list says. Raises files.UnreadableList where it is no list of people at all."""
    columns, below = headings.find(files.text(file))
    lines = [line for line in below if not line.is_empty and not _is_heading_again(line)]
    entries, unreadable = _entries(columns, lines)
    planned: list[Planned] = []
    refused: list[tuple[int, str]] = []
    for place, line in enumerate(lines):
        try:
            if place in unreadable:
                raise unreadable[place]
            told = _application(columns, line, entries[place], sharing.resolved(entries, place), today)
        except ValueError as sentence:
            refused.append((line.number, str(sentence)))
        else:
            planned.append(Planned(line.number, told))
    return Plan(tuple(planned), tuple(refused), columns.unused)


def _entries(columns: Columns, lines: Sequence[Line]) -> tuple[list[Entry], dict[int, ValueError]]:
    """Every row as far as sharing a telephone goes, also those that cannot be taken in."""
    entries: list[Entry] = []
    unreadable: dict[int, ValueError] = {}
    for place, line in enumerate(lines):
        first, last = _first(columns, "first_name", line), _first(columns, "last_name", line)
        written: tuple[tuple[Field, telephones.Numbers], ...] = ()
        try:
            _refuse_overflow(columns, line)
            first, last = names.read(first, last, _first(columns, "full_name", line))
            written = tuple(
                (column, telephones.read(cell))
                for column in _NUMBER_COLUMNS
                for cell in columns.of(column, line.cells)
            )
        except ValueError as sentence:
            unreadable[place] = sentence
        entries.append(Entry(first, last, _address(columns, line)[1], written))
    return entries, unreadable


def _application(
    columns: Columns, line: Line, entry: Entry, found: tuple[str, ...], today: date
) -> Application:
    mobiles = [number for number in found if numbers.is_mobile(number)]
    landlines = [number for number in found if not numbers.is_mobile(number)]
    told = Application(
        first_name=entry.first_name,
        last_name=entry.last_name,
        born_on=cells.born_on(_first(columns, "born_on", line), today),
        address=_address(columns, line)[0],
        postcode=entry.postcode,
        mobile=mobiles[0] if mobiles else None,
        landline=landlines[0] if landlines else None,
        email=next((cell for cell in columns.of("email", line.cells) if not cells.is_nothing(cell)), None),
        texts_agreed=bool(mobiles) and any(map(cells.is_yes, columns.of("texts", line.cells))),
        is_helper=any(map(cells.is_yes, columns.of("helper", line.cells))),
        note=_note(columns, line, [*mobiles[1:], *landlines[1:]]),
        reached_by="visit",
    )
    return _checked(told, cells.reached_by(_first(columns, "reached_by", line)), today)


def _checked(told: Application, wish: ReachedBy | None, today: date) -> Application:
    """Normalised, and reached as they wished where that is possible, else as well as can be."""
    problems = application.problems(told, today)
    if problems:
        raise ValueError(_SENTENCES.get(problems[0].field, problems[0].reason))
    ways: list[ReachedBy] = ["text", "phone", "email", "letter"]
    for way in [wish, *ways] if wish else ways:
        reached = replace(told, reached_by=way)
        if not application.problems(reached, today):
            return application.checked(reached, today)
    return application.checked(told, today)


def _address(columns: Columns, line: Line) -> tuple[str, str]:
    """The address and the postcode, which may stand at the end of the address."""
    address = ", ".join(part.strip(" ,") for part in columns.of("address", line.cells))
    postcode = _first(columns, "postcode", line)
    found = _POSTCODE_AT_END.search(address)
    if found and (not postcode or rules.plain(postcode) == rules.plain(found[1])):
        return address[: found.start()], found[1]
    return address, postcode


def _note(columns: Columns, line: Line, more_numbers: Sequence[str]) -> str:
    notes = columns.of("note", line.cells)
    if more_numbers:
        notes.append("Other numbers: " + ", ".join(map(numbers.shown, more_numbers)))
    return "\n".join(notes)


def _first(columns: Columns, field: Field, line: Line) -> str:
    return next(iter(columns.of(field, line.cells)), "")


def _refuse_overflow(columns: Columns, line: Line) -> None:
    if any(cell.strip() for cell in line.cells[columns.width :]):
        raise ValueError("This row has more cells than there are headings, so its columns may have slipped.")


def _is_heading_again(line: Line) -> bool:
    again = headings.read(line)
    return again is not None and len(again.places) > 1
