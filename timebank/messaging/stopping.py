"""Numbers that told a timebank to stop texting, by word or through their carrier."""

from collections.abc import Iterable
from typing import Literal
from uuid import UUID

from timebank import clock, database, identity
from timebank.messaging.tables import StoppedNumberRow

Reason = Literal["words", "carrier"]

_STOP = """
INSERT INTO stopped_numbers (id, timebank_id, number, reason, stopped_at) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (timebank_id, number) DO NOTHING RETURNING id
"""


async def stop(timebank_id: UUID, number: str, reason: Reason) -> bool:
    """No more texts to this number, until `start`; False where they were stopped already."""
    stopped = await database.rows(_STOP, identity.new_id(), timebank_id, number, reason, clock.now())
    return bool(stopped)


async def start(timebank_id: UUID, number: str) -> bool:
    """Texts may go to this number again; False where they were not stopped."""
    return bool(await StoppedNumberRow.filter(timebank_id=timebank_id, number=number).delete())


async def is_stopped(timebank_id: UUID, number: str) -> bool:
    """True when this number wants no texts."""
    return await StoppedNumberRow.filter(timebank_id=timebank_id, number=number).exists()


async def among(timebank_id: UUID, numbers: Iterable[str]) -> set[str]:
    """Those of the numbers that want no texts, in one query."""
    found = await StoppedNumberRow.filter(timebank_id=timebank_id, number__in=list(numbers))
    return {row.number for row in found}
