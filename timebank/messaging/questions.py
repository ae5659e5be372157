"""The one question that a number has been asked and not yet answered; a new one takes the old one's place."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from timebank import clock, identity
from timebank.messaging.tables import OpenQuestionRow

STAYS_OPEN = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked: `kind`, with the `facts` that its answer needs; asked again `tries` times."""

    number: str
    person_id: UUID | None
    kind: str
    facts: Mapping[str, object]
    tries: int
    asked_at: datetime


async def ask(
    timebank_id: UUID,
    number: str,
    kind: str,
    facts: Mapping[str, object],
    *,
    person_id: UUID | None = None,
    tries: int = 0,
    expires_at: datetime | None = None,
) -> None:
    """Open a question to an E.164 number, for a day unless said; whatever was open there is dropped."""
    now = clock.now()
    await OpenQuestionRow.filter(timebank_id=timebank_id, number=number).delete()
    await OpenQuestionRow.create(
        id=identity.new_id(),
        timebank_id=timebank_id,
        number=number,
        person_id=person_id,
        kind=kind,
        facts=dict(facts),
        tries=tries,
        asked_at=now,
        expires_at=expires_at or now + STAYS_OPEN,
    )


async def open_for(timebank_id: UUID, number: str) -> Question | None:
    """What this number has been asked and can still answer."""
    row = await OpenQuestionRow.get_or_none(
        timebank_id=timebank_id, number=number, expires_at__gt=clock.now()
    )
    if row is None:
        return None
    return Question(row.number, row.person_id, row.kind, row.facts, row.tries, row.asked_at)


async def close(timebank_id: UUID, number: str) -> bool:
    """The question is answered, or no longer matters; False where none was open."""
    return bool(await OpenQuestionRow.filter(timebank_id=timebank_id, number=number).delete())
