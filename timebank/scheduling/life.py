"""Move an exchange along the table, leaving an audit row; find a code; note what falls due."""

import secrets
from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID

from timebank import clock, database, identity
from timebank.audit import trail
from timebank.audit.actor import Actor
from timebank.scheduling import rules
from timebank.scheduling.tables import DueRow, ExchangeRow

Due = Literal["answers", "nobody_yet", "lapse", "remind", "over", "no_word", "stands"]

# No code is a multiple of five: people round to five minutes, and "done 45" should say minutes only.
_SHORT_CODES = tuple(code for code in range(10, 100) if code % 5)
_LONG_CODES = tuple(code for code in range(100, 10_000) if code % 5)
_NOTE_DUE = """
INSERT INTO due (id, timebank_id, exchange_id, kind, due_at) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (timebank_id, exchange_id, kind) DO UPDATE SET due_at = excluded.due_at, done_at = NULL
"""
_LIVE_CODES = """
SELECT DISTINCT code FROM exchanges WHERE timebank_id = $1 AND (ended_at IS NULL OR ended_at > $2)
"""
CODE_RESTS = timedelta(days=14)


async def move(actor: Actor, row: ExchangeRow, made: rules.Move, **facts: object) -> None:
    """Make one move of the table upon a locked row and save it. NotNow where there is none."""
    before = row.state
    row.state = rules.after(before, made)
    ended = row.state in rules.ENDED
    row.ended_at = (row.ended_at or clock.now()) if ended else None
    await row.save()
    await trail.record(actor, f"exchange.{made}", "exchange", row.id, before=before, after=row.state, **facts)


async def fresh_code(timebank_id: UUID) -> int:
    """A short number for an exchange, unlike any that is live or has lately been.

    The timebank's row is locked, so that two requests at one moment cannot draw the same.
    """
    await database.rows("SELECT id FROM timebanks WHERE id = $1 FOR NO KEY UPDATE", timebank_id)
    found = await database.rows(_LIVE_CODES, timebank_id, clock.now() - CODE_RESTS)
    taken = {row["code"] for row in found}
    free = [code for code in _SHORT_CODES if code not in taken]
    if not free:
        free = [code for code in _LONG_CODES if code not in taken]
    return secrets.choice(free)


async def note_due(row: ExchangeRow, kind: Due, due_at: datetime) -> None:
    """From `due_at` on, the clockwork does `kind`; noting it again moves it."""
    await database.run(_NOTE_DUE, identity.new_id(), row.timebank_id, row.id, kind, due_at)


async def forget_due(row: ExchangeRow, *kinds: Due) -> None:
    """What was to fall due no longer does (all of it, where no kind is named)."""
    waiting = DueRow.filter(timebank_id=row.timebank_id, exchange_id=row.id, done_at=None)
    if kinds:
        waiting = waiting.filter(kind__in=kinds)
    await waiting.update(done_at=clock.now())


async def record_asked(actor: Actor, row: ExchangeRow) -> None:
    """The audit row that begins an exchange's story."""
    await trail.record(
        actor,
        "exchange.asked",
        "exchange",
        row.id,
        after=row.state,
        task=row.task,
        starts_at=row.starts_at.isoformat(),
        minutes=row.expected_minutes,
    )


async def record(actor: Actor, row: ExchangeRow, act: str, **facts: object) -> None:
    """An audit row for what happened around an exchange without moving it."""
    await trail.record(actor, f"exchange.{act}", "exchange", row.id, **facts)
