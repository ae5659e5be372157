"""Timebanks: open one, find one."""

from dataclasses import dataclass
from uuid import UUID

from timebank import clock, database, errors, identity
from timebank.communities.tables import TimebankRow
from timebank.ledger import accounts


@dataclass(frozen=True)
class Timebank:
    """A timebank and its policy; minutes are whole minutes, numbers E.164."""

    id: UUID
    slug: str
    name: str
    short_name: str
    council_id: UUID
    phone: str
    text_number: str
    locality: str
    postcode: str
    is_demonstration: bool
    starting_minutes: int
    floor_minutes: int
    asked_at_once: int
    answer_within_minutes: int


_FIELDS = tuple(Timebank.__dataclass_fields__)


async def open_timebank(
    *,
    slug: str,
    name: str,
    short_name: str,
    council_id: UUID,
    phone: str,
    text_number: str,
    locality: str,
    postcode: str,
    is_demonstration: bool = False,
    answer_within_minutes: int = 120,
) -> Timebank:
    """Open a timebank with its community pot and its account of opening balances.

    `answer_within_minutes` is how long neighbours have to answer before others are asked too.
    """
    async with database.transaction():
        row = await TimebankRow.create(
            id=identity.new_id(),
            slug=slug,
            name=name,
            short_name=short_name,
            council_id=council_id,
            phone=phone,
            text_number=text_number,
            locality=locality,
            postcode=postcode,
            is_demonstration=is_demonstration,
            answer_within_minutes=answer_within_minutes,
            opened_at=clock.now(),
        )
        await accounts.open_for(row.id, accounts.POT, row.id)
        await accounts.open_for(row.id, accounts.OPENING, row.id)
    return _value(row)


async def get(timebank_id: UUID) -> Timebank:
    """The timebank, or NotFound."""
    return _found(await TimebankRow.get_or_none(id=timebank_id), timebank_id)


async def by_slug(slug: str) -> Timebank:
    """The timebank of that short address name, or NotFound."""
    return _found(await TimebankRow.get_or_none(slug=slug), slug)


async def by_text_number(number: str) -> Timebank | None:
    """The timebank whose members text that number; the first opened where several share it."""
    row = await TimebankRow.filter(text_number=number, closed_at=None).order_by("opened_at").first()
    return None if row is None else _value(row)


async def all_open() -> list[Timebank]:
    """Every timebank that has not closed, by name."""
    return [_value(row) for row in await TimebankRow.filter(closed_at=None).order_by("name")]


async def of_council(council_id: UUID) -> list[Timebank]:
    """A council's timebanks, closed ones too, by name."""
    return [_value(row) for row in await TimebankRow.filter(council_id=council_id).order_by("name")]


def _found(row: TimebankRow | None, key: UUID | str) -> Timebank:
    if row is None:
        raise errors.NotFound("timebank", key)
    return _value(row)


def _value(row: TimebankRow) -> Timebank:
    return Timebank(**{name: getattr(row, name) for name in _FIELDS})
