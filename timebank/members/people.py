"""Find people, and change what is known of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from timebank import clock, database, errors
from timebank.audit import trail
from timebank.audit.actor import Actor
from timebank.members import application, rules
from timebank.members.application import Application, ReachedBy
from timebank.members.tables import PersonRow

_MOST_SEARCH_WORDS = 6
_ORGANISERS_ONLY = {"is_organiser", "note"}
_TOLD = tuple(Application.__dataclass_fields__)


@dataclass(frozen=True)
class Person:
    """One person of one timebank. Numbers are E.164; `left_at` is None while they belong to it."""

    id: UUID
    timebank_id: UUID
    first_name: str
    last_name: str
    born_on: date | None
    address: str
    postcode: str
    mobile: str | None
    landline: str | None
    email: str | None
    reached_by: ReachedBy
    texts_agreed: bool
    approves_helpers: bool
    is_member: bool
    is_helper: bool
    is_organiser: bool
    note: str
    joined_at: datetime
    left_at: datetime | None

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}"

    @property
    def can_text(self) -> bool:
        """Whether a text may be sent: a mobile, a yes to texts, and still here."""
        return self.mobile is not None and self.texts_agreed and self.left_at is None


async def get(timebank_id: UUID, person_id: UUID) -> Person:
    """The person, also one who has left. Raises NotFound."""
    row = await PersonRow.get_or_none(timebank_id=timebank_id, id=person_id)
    return of_row(_found(row, person_id))


async def here(timebank_id: UUID, person_id: UUID) -> Person:
    """The person, of those who belong to the timebank now. Raises NotFound."""
    row = await _here(timebank_id).get_or_none(id=person_id)
    return of_row(_found(row, person_id))


async def many(timebank_id: UUID, person_ids: Iterable[UUID]) -> dict[UUID, Person]:
    """Those of the people who are of this timebank, by id, in one question."""
    rows = await PersonRow.filter(timebank_id=timebank_id, id__in=list(set(person_ids)))
    return {row.id: of_row(row) for row in rows}


async def with_number(timebank_id: UUID, number: str) -> list[Person]:
    """Everybody here now who is reached at an E.164 number, mobile or landline; the longest here first."""
    return [of_row(row) for row in await _here(timebank_id).filter(_at(number)).order_by("joined_at", "id")]


async def anywhere_with_number(number: str) -> list[Person]:
    """The same over all timebanks, for signing in."""
    rows = await PersonRow.filter(_at(number), left_at=None).order_by("joined_at", "id")
    return [of_row(row) for row in rows]


async def organisers(timebank_id: UUID) -> list[Person]:
    """Those who organise it now, by name."""
    rows = await _here(timebank_id).filter(is_organiser=True).order_by("last_name", "first_name")
    return [of_row(row) for row in rows]


async def helpers(timebank_id: UUID) -> list[Person]:
    """Those who help here now, by name."""
    rows = await _here(timebank_id).filter(is_helper=True).order_by("last_name", "first_name", "id")
    return [of_row(row) for row in rows]


async def search(timebank_id: UUID, words: str, most: int = 50) -> list[Person]:
    """People here now of whom every word says something (name, address, postcode, number), by name.

    No words at all finds everybody, up to `most`.
    """
    query = _here(timebank_id)
    for word in words.split()[:_MOST_SEARCH_WORDS]:
        query = query.filter(_said_by(word))
    return [of_row(row) for row in await query.order_by("last_name", "first_name", "id").limit(most)]


async def update(actor: Actor, person_id: UUID, **changes: object) -> Person:
    """Change what is known of a person: fields of `Application`, and `is_organiser`.

    Everybody may change what they told us of themselves, an organiser anybody. Raises Invalid for a value
    that cannot be right, NotAllowed, NotFound.
    """
    _may_change(actor, person_id, set(changes))
    async with database.transaction():
        row = await _locked(actor.timebank_id, person_id)
        before = of_row(row)
        told = told_by(before, changes)
        row.update_from_dict(columns(told, row.texts_agreed_at))
        row.is_organiser = bool(changes.get("is_organiser", before.is_organiser))
        await row.save()
        await trail.record(
            actor.acting_for(person_id), "person_changed", "person", person_id, fields=sorted(changes)
        )
    return of_row(row)


async def become_helper(timebank_id: UUID, person_id: UUID) -> None:
    """The person helps from now on, in the caller's transaction. Raises NotFound for one not here now."""
    if not await _here(timebank_id).filter(id=person_id).update(is_helper=True):
        raise errors.NotFound("person", person_id)


async def leave(actor: Actor, person_id: UUID) -> Person:
    """The person belongs to the timebank no longer; their statement and history stay."""
    if not rules.may_act_for(actor, person_id):
        raise errors.NotAllowed(act="leave")
    async with database.transaction():
        row = await _locked(actor.timebank_id, person_id)
        if row.left_at is None:
            row.left_at = clock.now()
            await row.save(update_fields=["left_at"])
            await trail.record(actor.acting_for(person_id), "left", "person", person_id)
    return of_row(row)


def told_by(person: Person, changes: dict[str, object]) -> Application:
    """What the person told us with some of it changed, checked. Raises Invalid."""
    told = {name: getattr(person, name) for name in _TOLD}
    told.update({name: value for name, value in changes.items() if name in _TOLD})
    return application.checked(Application(**told), clock.today())


def columns(told: Application, agreed_before: datetime | None = None) -> dict[str, Any]:
    """A checked application as columns of a person's row; a yes to texts keeps the moment it was given."""
    kept = {name: getattr(told, name) for name in _TOLD if name != "texts_agreed"}
    agreed_at = (agreed_before or clock.now()) if told.texts_agreed else None
    return {**kept, "match_key": told.match_key, "texts_agreed_at": agreed_at}


def of_row(row: PersonRow) -> Person:
    """The row as a value."""
    fields = {name: getattr(row, name) for name in Person.__dataclass_fields__ if name != "texts_agreed"}
    return Person(**fields, texts_agreed=row.texts_agreed_at is not None)


def _found(row: PersonRow | None, person_id: UUID) -> PersonRow:
    if row is None:
        raise errors.NotFound("person", person_id)
    return row


async def _locked(timebank_id: UUID, person_id: UUID) -> PersonRow:
    row = await PersonRow.select_for_update().get_or_none(timebank_id=timebank_id, id=person_id)
    return _found(row, person_id)


def _here(timebank_id: UUID) -> QuerySet[PersonRow]:
    return PersonRow.filter(timebank_id=timebank_id, left_at=None)


def _at(number: str) -> Q:
    return Q(mobile=number) | Q(landline=number)


def _said_by(word: str) -> Q:
    """The match key holds the name without accents or apostrophes, so "obrien" finds O’Brien."""
    said = Q(match_key__icontains=rules.plain(word)) if rules.plain(word) else Q(match_key__contains="")
    said |= Q(first_name__icontains=word) | Q(last_name__icontains=word) | Q(address__icontains=word)
    if word.isdecimal():
        digits = word.lstrip("0")
        said |= Q(mobile__contains=digits) | Q(landline__contains=digits)
    return said


def _may_change(actor: Actor, person_id: UUID, fields: set[str]) -> None:
    unknown = fields - set(_TOLD) - _ORGANISERS_ONLY
    if unknown:
        raise TypeError(f"a person has no {sorted(unknown)}")
    if not rules.may_act_for(actor, person_id) or (
        fields & _ORGANISERS_ONLY and not rules.may_organise(actor)
    ):
        raise errors.NotAllowed(act="change a person")
