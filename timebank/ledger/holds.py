"""Set minutes aside for an agreed visit, and let them go again."""

from uuid import UUID

from timebank import clock, database
from timebank.ledger import outcomes


async def place(timebank_id: UUID, account_id: UUID, hold_id: UUID, minutes: int, subject_id: UUID) -> str:
    """Hold `minutes`, counted against what may be spent: "held", or "already" for the same hold.

    Raises NotEnough with what is available.
    """
    answer = await database.rows(
        "SELECT * FROM ledger_hold($1, $2, $3, $4, $5, $6)",
        hold_id,
        timebank_id,
        account_id,
        minutes,
        subject_id,
        clock.now(),
    )
    return outcomes.settled(answer[0])


async def release(timebank_id: UUID, hold_id: UUID) -> bool:
    """Let a hold go; whether it was this call that did."""
    return await _end(timebank_id, hold_id, "released")


async def lapse(timebank_id: UUID, hold_id: UUID) -> bool:
    """Let a hold go because its time has passed; whether it was this call that did."""
    return await _end(timebank_id, hold_id, "lapsed")


async def _end(timebank_id: UUID, hold_id: UUID, state: str) -> bool:
    answer = await database.rows(
        "SELECT ledger_end_hold($1, $2, $3, NULL, $4) AS ended", hold_id, timebank_id, state, clock.now()
    )
    return bool(answer[0]["ended"])
