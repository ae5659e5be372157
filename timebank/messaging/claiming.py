"""Which worker sends which text: rows claimed by compare-and-set, each with a lease.

`attempting` is committed before the carrier is called. A worker killed in
between leaves a row whose lease runs out; nobody can tell whether the text went,
so it is looked up at the carrier like any other unknown outcome.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from timebank import clock, database, identity
from timebank.messaging import rules

_CLAIM_DUE = """
WITH due AS (
    SELECT id FROM outgoing_texts
    WHERE state = 'waiting' AND not_before <= $1 AND expires_at > $1
    ORDER BY urgent DESC, not_before, created_at, id LIMIT $2 FOR UPDATE SKIP LOCKED)
UPDATE outgoing_texts SET state = 'attempting', claim = $3, claimed_until = $4, attempts = attempts + 1
FROM due WHERE outgoing_texts.id = due.id RETURNING outgoing_texts.*
"""
_CLAIM_UNKNOWN = """
WITH lost AS (
    SELECT id FROM outgoing_texts
    WHERE (state = 'attempting' AND claimed_until <= $1)
       OR (state = 'unknown' AND not_before <= $1 AND (claimed_until IS NULL OR claimed_until <= $1))
    ORDER BY not_before, id LIMIT $2 FOR UPDATE SKIP LOCKED)
UPDATE outgoing_texts SET state = 'unknown', claim = $3, claimed_until = $4
FROM lost WHERE outgoing_texts.id = lost.id RETURNING outgoing_texts.*
"""
_EXPIRE = """
UPDATE outgoing_texts SET state = 'expired', claim = NULL, claimed_until = NULL
WHERE state = 'waiting' AND expires_at <= $1 RETURNING *
"""
_NEXT = """
SELECT min(greatest(not_before, coalesce(claimed_until, not_before))) AS moment FROM outgoing_texts
WHERE state IN ('waiting', 'attempting', 'unknown')
"""


@dataclass(frozen=True, slots=True)
class Text:
    """One outgoing text as whoever has to deal with it sees it."""

    id: UUID
    timebank_id: UUID
    person_id: UUID | None
    number: str
    sender: str
    body: str
    purpose: str
    subject_id: UUID | None
    attempts: int
    expires_at: datetime
    created_at: datetime


def text_of(row: Mapping[str, Any]) -> Text:
    """The part of a row that a Text holds."""
    return Text(**{name: row[name] for name in Text.__dataclass_fields__})


@dataclass(frozen=True, slots=True)
class Claimed:
    """Texts that are one worker's own until the lease runs out, in the order they should go."""

    claim: UUID
    texts: list[Text]


async def due(most: int) -> Claimed:
    """Claim texts that may go now. Each counts as attempted from here on."""
    return await _claim(_CLAIM_DUE, most)


async def unknown(most: int) -> Claimed:
    """Claim texts of which nobody knows whether they went."""
    return await _claim(_CLAIM_UNKNOWN, most)


async def expire() -> list[Text]:
    """Give up the texts that waited until they were out of date; returns them."""
    return [text_of(row) for row in await database.rows(_EXPIRE, clock.now())]


async def next_moment() -> datetime | None:
    """When there will next be something to do; None when nothing waits."""
    found: datetime | None = (await database.rows(_NEXT))[0]["moment"]
    return found


async def _claim(statement: str, most: int) -> Claimed:
    claim = identity.new_id()
    now = clock.now()
    rows = await database.rows(statement, now, most, claim, now + rules.LEASE)
    return Claimed(claim, sorted((text_of(row) for row in rows), key=lambda text: (text.created_at, text.id)))
