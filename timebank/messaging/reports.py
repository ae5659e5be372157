"""What carriers say of a text afterwards.

A report is kept whatever we know: it can come twice, in any order, for a text
whose sending we have not committed yet, or for one we never sent. Each saying is
stored once, and all that was said together only ever moves a text forward.
"""

import structlog

from timebank import clock, database, identity
from timebank.messaging import claiming, rules, troubles
from timebank.messaging.tables import DeliveryReportRow, OutgoingTextRow

_log = structlog.get_logger(__name__)

_NOTE = """
INSERT INTO delivery_reports (id, provider_id, status, error_code, received_at) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (provider_id, status) DO NOTHING RETURNING id
"""


async def receive(provider_id: str, status: str, error_code: str | None = None) -> bool:
    """Take one report in; False where it had been said before or means nothing to us."""
    if rules.reported(status) is None:
        _log.warning("report.unknown_status", status=status[:16])
        return False
    async with database.transaction():
        await lock(provider_id)
        is_new = await note(provider_id, status, error_code)
        if is_new:
            await catch_up(provider_id)
    return is_new


async def lock(provider_id: str) -> None:
    """Until the end of this transaction nobody else deals with this text's reports.

    Without it a report and our own commit can each miss the other.
    """
    await database.rows("SELECT pg_advisory_xact_lock(hashtextextended($1, 2))", provider_id)


async def note(provider_id: str, status: str, error_code: str | None) -> bool:
    """Keep one saying; False where it was kept already."""
    code = error_code[:16] if error_code else None
    kept = await database.rows(_NOTE, identity.new_id(), provider_id, status, code, clock.now())
    return bool(kept)


async def catch_up(provider_id: str) -> None:
    """Move the text with this id, if there is one, as far as its reports say. In a transaction, locked."""
    row = await OutgoingTextRow.get_or_none(provider_id=provider_id)
    if row is None:
        return
    said = await DeliveryReportRow.filter(provider_id=provider_id).order_by("received_at", "id")
    far = rules.furthest((each.status, each.error_code) for each in said)
    if far is None or not rules.is_ahead(far[0], rules.standing(row.state)):
        return
    row.state, row.error_code = far
    await row.save(update_fields=["state", "error_code"])
    if far[0] in ("undelivered", "failed"):
        await _did_not_arrive(row, far[1])


async def _did_not_arrive(row: OutgoingTextRow, code: str | None) -> None:
    """A telephone that was off gets one more try, later; anything else is for a person."""
    later = clock.now() + rules.SECOND_TRY_AFTER
    if rules.meaning(code) == "try_once_more" and row.attempts < 2 and later < row.expires_at:
        row.state, row.provider_id, row.not_before = "waiting", None, later
        await row.save(update_fields=["state", "provider_id", "not_before"])
        return
    await troubles.not_delivered(claiming.text_of(vars(row)), code or "unknown")
