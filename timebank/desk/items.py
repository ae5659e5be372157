"""Lay a matter on the desk, take it off, see what lies there."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from timebank import clock, database, errors, identity
from timebank.audit import trail
from timebank.audit.actor import Actor
from timebank.desk.tables import DeskItemRow

Kind = Literal[
    "emergency",
    "please_ring",
    "not_understood",
    "nobody_found",
    "not_confirmed",
    "minutes_differ",
    "out_of_scope",
    "texts_failing",
    "nobody_came",
    "nobody_in",
    "running_late",
    "stopped_texts",
    "wrong_number",
    "books",
    "by_telephone",
]
PRIORITY: dict[Kind, int] = {
    "emergency": 0,
    "nobody_came": 1,
    "nobody_in": 1,
    "books": 1,
    "running_late": 2,
    "nobody_found": 2,
    "stopped_texts": 3,
    "by_telephone": 3,
    "please_ring": 4,
    "out_of_scope": 4,
    "not_understood": 4,
    "texts_failing": 5,
    "minutes_differ": 5,
    "wrong_number": 5,
    "not_confirmed": 6,
}


@dataclass(frozen=True)
class DeskItem:
    """One matter for a person."""

    id: UUID
    kind: Kind
    priority: int
    person_id: UUID | None
    exchange_id: UUID | None
    number: str | None
    words: str
    opened_at: datetime


_FIELDS = tuple(DeskItem.__dataclass_fields__)
_LAY = """
INSERT INTO desk_items
    (id, timebank_id, kind, matter, priority, person_id, exchange_id, number, words, opened_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
ON CONFLICT (timebank_id, matter) WHERE closed_at IS NULL DO NOTHING RETURNING id
"""


async def lay(
    timebank_id: UUID,
    kind: Kind,
    matter: str,
    words: str,
    *,
    person_id: UUID | None = None,
    exchange_id: UUID | None = None,
    number: str | None = None,
) -> bool:
    """Lay a matter on the desk, in the caller's transaction; False where it lies there already.

    `matter` names it, so that one matter lies there once; `words` is what the organiser reads.
    """
    laid = await database.rows(
        _LAY,
        identity.new_id(),
        timebank_id,
        kind,
        matter,
        PRIORITY[kind],
        person_id,
        exchange_id,
        number,
        words,
        clock.now(),
    )
    return bool(laid)


async def take_off(actor: Actor, item_id: UUID, outcome: str) -> None:
    """An organiser has dealt with it; `outcome` says how, in their words. Raises NotAllowed for others."""
    if not actor.is_organiser:
        raise errors.NotAllowed(act="an organiser's")
    async with database.transaction():
        found = await DeskItemRow.get_or_none(timebank_id=actor.timebank_id, id=item_id)
        if found is None:
            raise errors.NotFound("desk item", item_id)
        touched = await DeskItemRow.filter(id=item_id, closed_at=None).update(
            closed_at=clock.now(), closed_by=actor.person_id, outcome=outcome
        )
        if touched:
            await trail.record(actor, "desk.taken_off", "desk", item_id, kind=found.kind, outcome=outcome)


async def clear(timebank_id: UUID, matter: str, outcome: str) -> None:
    """The matter has settled itself. An emergency never does: a person closes it."""
    await DeskItemRow.filter(
        timebank_id=timebank_id, matter=matter, closed_at=None, kind__not="emergency"
    ).update(closed_at=clock.now(), outcome=outcome)


async def clear_exchange(timebank_id: UUID, exchange_id: UUID, outcome: str) -> None:
    """Everything about an exchange that lies on the desk has settled itself, emergencies apart."""
    await DeskItemRow.filter(
        timebank_id=timebank_id, exchange_id=exchange_id, closed_at=None, kind__not="emergency"
    ).update(closed_at=clock.now(), outcome=outcome)


async def open_items(timebank_id: UUID, *, most: int = 200) -> list[DeskItem]:
    """What lies on the desk, the most pressing first, then the longest waiting."""
    found = (
        await DeskItemRow.filter(timebank_id=timebank_id, closed_at=None)
        .order_by("priority", "opened_at")
        .limit(most)
    )
    return [DeskItem(**{name: getattr(row, name) for name in _FIELDS}) for row in found]
