"""Queue a text: a row written in the transaction of the event that causes it.

Nothing is sent here. The worker finds the row (the bell only tells it to look),
so a text exists exactly when its cause was committed, and a rolled-back event
texts nobody.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import structlog

from timebank import bell, clock, database, identity
from timebank.messaging import rules, segments, stopping, wording
from timebank.messaging.addressee import Addressee

_muted: ContextVar[bool] = ContextVar("muted_outbox", default=False)
_log = structlog.get_logger(__name__)

_QUEUE = """
INSERT INTO outgoing_texts
    (id, timebank_id, person_id, number, sender, body, purpose, subject_id, dedupe_key, urgent, state,
     not_before, expires_at, attempts, created_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 0, $14)
ON CONFLICT (timebank_id, dedupe_key) DO NOTHING
"""


_WENT_SINCE = """
SELECT 1 FROM outgoing_texts
WHERE timebank_id = $1 AND number = $2 AND purpose = ANY ($4::text[])
  AND not_before > $3 AND not_before <= $5 AND state NOT IN ('failed', 'undelivered', 'expired') LIMIT 1
"""


@contextmanager
def muted() -> Iterator[None]:
    """Within the block texts are recorded and never sent: for loading demonstration data."""
    token = _muted.set(True)
    try:
        yield
    finally:
        _muted.reset(token)


@dataclass(frozen=True, slots=True)
class Terms:
    """How a text is to go: what it is about, whether at night, and when it would be out of date."""

    subject_id: UUID | None = None
    urgent: bool = False
    expires_at: datetime | None = None
    even_if_stopped: bool = False


async def queue(
    addressee: Addressee,
    wording_name: str,
    dedupe_key: str,
    /,
    *,
    subject_id: UUID | None = None,
    urgent: bool = False,
    expires_at: datetime | None = None,
    even_if_stopped: bool = False,
    **facts: object,
) -> bool:
    """Queue a wording with its facts in the caller's transaction; True when it will go or went.

    False when it never will, so that the caller can put it on the desk: the number
    has stopped texts, or night would last until the text is out of date. The same
    `dedupe_key` in one timebank is one text, whoever repeats it. Urgent texts go at
    night. `even_if_stopped` is for answers to an emergency only.
    """
    terms = Terms(subject_id, urgent, expires_at, even_if_stopped)
    body = wording.render(wording_name, facts, addressee.language)
    return await queue_words(addressee, body, wording_name, dedupe_key, terms)


async def queue_words(
    addressee: Addressee, words: str, purpose: str, dedupe_key: str, terms: Terms | None = None
) -> bool:
    """Queue words that are no wording of ours (an organiser typed them); promises as `queue` does."""
    asked = terms or Terms()
    if not asked.even_if_stopped and await stopping.is_stopped(addressee.timebank_id, addressee.number):
        return False
    now = clock.now()
    not_before = rules.not_before(now, addressee.wakes_at, addressee.sleeps_at, urgent=asked.urgent)
    expires_at = asked.expires_at or not_before + rules.LIFETIME
    if expires_at <= not_before:
        return False
    body = segments.plain(words)
    if not segments.fits_one_segment(body):
        _log.info("text.long", purpose=purpose, segments=segments.count(body))
    await database.run(
        _QUEUE,
        identity.new_id(),
        addressee.timebank_id,
        addressee.person_id,
        addressee.number,
        addressee.sender,
        body,
        purpose,
        asked.subject_id,
        dedupe_key,
        asked.urgent,
        "recorded" if _muted.get() else "waiting",
        not_before,
        expires_at,
        now,
    )
    if not_before <= now and not _muted.get():
        bell.ring("deliver")
    return True


async def went_since(timebank_id: UUID, number: str, purposes: Collection[str], moment: datetime) -> bool:
    """Whether a text of one of these purposes may have reached the number after that moment."""
    found = await database.rows(_WENT_SINCE, timebank_id, number, moment, list(purposes), clock.now())
    return bool(found)
