"""Texts that came in: stored once, then worked off one after the other for each number.

Storing is all the webhook does, so that the carrier has its answer in time. The
work (what the text means, and what follows) is done by a worker in one
transaction, in which the text is also finished: it is done wholly or not at all.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import structlog

from timebank import bell, clock, database, errors, identity
from timebank.communities import timebanks
from timebank.desk import items
from timebank.messaging.tables import IncomingTextRow

LEASE = timedelta(seconds=60)
LONGEST_NUMBER = 16
MOST_MEDIA = 99
MOST_ATTEMPTS = 5
_log = structlog.get_logger(__name__)

_STORE = """
INSERT INTO incoming_texts
    (id, timebank_id, provider_id, number, receiver, body, media, state, attempts, received_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, 'waiting', 0, $8)
ON CONFLICT (provider_id) DO NOTHING RETURNING id
"""
# The second text of a telephone waits for its first: an answer must not overtake its question.
_CLAIM = """
WITH next AS (
    SELECT id FROM incoming_texts AS mine
    WHERE state = 'waiting' AND attempts < $2 AND (claimed_until IS NULL OR claimed_until <= $1)
      AND NOT EXISTS (
        SELECT 1 FROM incoming_texts AS earlier
        WHERE earlier.state = 'waiting' AND earlier.number = mine.number
          AND (earlier.received_at, earlier.id) < (mine.received_at, mine.id))
    ORDER BY received_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
UPDATE incoming_texts SET claimed_until = $3, attempts = attempts + 1
FROM next WHERE incoming_texts.id = next.id
RETURNING incoming_texts.*
"""
_FINISH = """
UPDATE incoming_texts SET state = 'done', done_at = $2, person_id = $3, intent = $4, claimed_until = NULL
WHERE id = $1 AND state = 'waiting'
"""
_HOPELESS = """
UPDATE incoming_texts SET state = 'done', done_at = $1, intent = 'set_aside', claimed_until = NULL
WHERE state = 'waiting' AND attempts >= $2 AND claimed_until <= $1 RETURNING *
"""


@dataclass(frozen=True, slots=True)
class Incoming:
    """One text as it came. `receiver` is the timebank's number; `media` how many pictures were with it."""

    id: UUID
    timebank_id: UUID
    provider_id: str
    number: str
    receiver: str
    body: str
    media: int
    attempts: int
    received_at: datetime


def _incoming(row: Mapping[str, Any]) -> Incoming:
    return Incoming(**{name: row[name] for name in Incoming.__dataclass_fields__})


class AlreadyDone(errors.Refusal):
    """Somebody else has finished this text meanwhile: undo what you did for it."""


async def store(
    provider_id: str,
    number: str,
    receiver: str,
    body: str,
    media: int = 0,
    received_at: datetime | None = None,
) -> bool:
    """Keep a text as it came and ring for the workers; False where it was kept already.

    `received_at` is now unless the carrier says otherwise. Raises NotFound when no
    timebank has the number it was sent to, and Invalid for a sender that no telephone has.
    """
    if not 0 < len(number) <= LONGEST_NUMBER:
        raise errors.Invalid("number", "This is no telephone's number.")
    timebank = await timebanks.by_text_number(receiver)
    if timebank is None:
        raise errors.NotFound("timebank of that text number")
    async with database.transaction():
        kept = await database.rows(
            _STORE,
            identity.new_id(),
            timebank.id,
            provider_id,
            number,
            receiver,
            _keepable(body),
            min(media, MOST_MEDIA),
            received_at or clock.now(),
        )
        if kept:
            bell.ring("replies")
    return bool(kept)


def _keepable(body: str) -> str:
    """The words without what PostgreSQL has no place for: a NUL, and halves of letters."""
    return body.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


async def claim() -> Incoming | None:
    """The next text to work off, this worker's own for a minute; None when there is none."""
    now = clock.now()
    found = await database.rows(_CLAIM, now, MOST_ATTEMPTS, now + LEASE)
    return _incoming(found[0]) if found else None


async def finish(text: Incoming, *, intent: str | None = None, person_id: UUID | None = None) -> None:
    """This text is dealt with: the last thing in the transaction of the work. Raises AlreadyDone."""
    if not await database.run(_FINISH, text.id, clock.now(), person_id, intent[:24] if intent else None):
        raise AlreadyDone(text=text.id)


async def set_aside() -> int:
    """Texts whose working-off failed again and again go to the desk with their words; returns how many."""
    async with database.transaction():
        hopeless = [_incoming(row) for row in await database.rows(_HOPELESS, clock.now(), MOST_ATTEMPTS)]
        for text in hopeless:
            _log.error("incoming.set_aside", text=str(text.id))
            await items.lay(
                text.timebank_id,
                "not_understood",
                f"text:{text.id}",
                f"We could not deal with this text: {text.body}",
                number=text.number,
            )
    return len(hopeless)


async def unseen(provider_ids: Iterable[str]) -> set[str]:
    """Those of the carrier's ids that were never stored here."""
    asked = set(provider_ids)
    found = IncomingTextRow.filter(provider_id__in=list(asked))
    kept = await found.values_list("provider_id", flat=True)
    return asked - {str(each) for each in kept}
