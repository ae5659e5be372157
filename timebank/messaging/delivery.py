"""Send what has been queued, once each.

No transaction is open and no connection held while a carrier is called: a claim
is committed, the call made, the outcome written only if the claim still stands.
A text that may have gone is never sent again before the carrier was asked.
"""

import asyncio
import random
from collections.abc import Coroutine, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import structlog

from timebank import clock, database
from timebank.messaging import claiming, reports, rules, troubles
from timebank.messaging.claiming import Claimed, Text
from timebank.messaging.gateways.gateway import (
    Gateway,
    OutgoingText,
    Passing,
    Permanent,
    ProviderMessage,
    Unknown,
)
from timebank.messaging.numbers import masked

MOST_AT_ONCE = 10
_log = structlog.get_logger(__name__)
_chance = random.SystemRandom()

_SENT = """
UPDATE outgoing_texts SET state = 'sent', provider_id = $3, sent_at = $4, claim = NULL, claimed_until = NULL
WHERE id = $1 AND claim = $2
"""
_PUT_BACK = """
UPDATE outgoing_texts SET state = $3, not_before = $4, error_code = $5, claim = NULL, claimed_until = NULL
WHERE id = $1 AND claim = $2
"""
_FAILED = """
UPDATE outgoing_texts SET state = 'failed', error_code = $3, claim = NULL, claimed_until = NULL
WHERE id = $1 AND claim = $2
"""
_IS_TAKEN = "SELECT 1 FROM outgoing_texts WHERE provider_id = $1 AND id <> $2"


@dataclass(frozen=True, slots=True)
class Round:
    """What one round did: texts dealt with, and when there will next be something to do."""

    texts: int
    next_at: datetime | None


async def deliver(gateway: Gateway, status_url: str | None = None) -> Round:
    """Deal with everything due: look up the unknown, give up the expired, send the waiting.

    Safe to run in any number of processes at once, and to be killed at any point.
    """
    done = 0
    while True:
        async with database.transaction():
            for text in await claiming.expire():
                await troubles.out_of_date(text)
        lost = await claiming.unknown(MOST_AT_ONCE)
        await _together([_look_up(gateway, lost.claim, text) for text in lost.texts])
        ready = await claiming.due(MOST_AT_ONCE)
        await _send_all(gateway, ready, status_url)
        done += len(lost.texts) + len(ready.texts)
        if not lost.texts and not ready.texts:
            return Round(done, await claiming.next_moment())


async def _send_all(gateway: Gateway, claimed: Claimed, status_url: str | None) -> None:
    """Different telephones at once; the texts of one telephone after each other, in their order."""
    by_number: dict[str, list[Text]] = {}
    for text in claimed.texts:
        by_number.setdefault(text.number, []).append(text)

    async def one_telephone(texts: list[Text]) -> None:
        for text in texts:
            await _send(gateway, claimed.claim, text, status_url)

    await _together([one_telephone(texts) for texts in by_number.values()])


async def _together(work: Sequence[Coroutine[None, None, None]]) -> None:
    """All at once; a fault in one does not abandon the others half way, and is raised afterwards."""
    for outcome in await asyncio.gather(*work, return_exceptions=True):
        if isinstance(outcome, BaseException):
            raise outcome


async def _send(gateway: Gateway, claim: UUID, text: Text, status_url: str | None) -> None:
    try:
        sent = await gateway.send(OutgoingText(text.number, text.sender, text.body, status_url))
    except Passing as failure:
        await _put_back(text, claim, failure.reason, failure.retry_after_seconds)
    except Permanent as failure:
        await _refused(text, claim, failure)
    except Unknown as failure:
        _log.warning("text.unknown", text=str(text.id), to=masked(text.number), reason=failure.reason)
        await database.run(_PUT_BACK, text.id, claim, "unknown", clock.now() + rules.SETTLE, None)
    else:
        await _sent(text, claim, sent.provider_id)


async def _sent(text: Text, claim: UUID, provider_id: str) -> None:
    async with database.transaction():
        await reports.lock(provider_id)
        if await database.run(_SENT, text.id, claim, provider_id, clock.now()):
            await reports.catch_up(provider_id)
    _log.info("text.sent", text=str(text.id), to=masked(text.number), purpose=text.purpose)


async def _put_back(text: Text, claim: UUID, reason: str, asked_for_seconds: float | None) -> None:
    """Certainly not sent: try again later, until it is out of date."""
    wait = rules.wait_seconds(text.attempts, _chance.random(), asked_for_seconds)
    _log.warning("text.again", text=str(text.id), reason=reason, wait_seconds=round(wait, 1))
    await database.run(
        _PUT_BACK, text.id, claim, "waiting", clock.now() + timedelta(seconds=wait), reason[:16]
    )


async def _refused(text: Text, claim: UUID, failure: Permanent) -> None:
    if rules.is_our_fault(failure.code):
        _log.error("text.our_fault", code=failure.code, reason=failure.reason)
        await _put_back(text, claim, failure.code, rules.OUR_FAULT_WAIT_SECONDS)
        return
    async with database.transaction():
        if await database.run(_FAILED, text.id, claim, failure.code[:16]):
            await troubles.not_delivered(text, failure.code)
    _log.warning("text.refused", text=str(text.id), to=masked(text.number), code=failure.code)


async def _look_up(gateway: Gateway, claim: UUID, text: Text) -> None:
    """Ask the carrier whether a text went; only when it did not is it sent again."""
    try:
        found = await gateway.find(text.number, text.created_at)
    except Passing as failure:
        wait = rules.wait_seconds(text.attempts + 3, _chance.random(), failure.retry_after_seconds)
        later = clock.now() + timedelta(seconds=wait)
        await database.run(_PUT_BACK, text.id, claim, "unknown", later, failure.reason[:16])
        return
    async with database.transaction():
        mine = await _first_free(text, found)
        if mine is None:
            await database.run(_PUT_BACK, text.id, claim, "waiting", clock.now(), None)
        else:
            await reports.lock(mine.provider_id)
            if await database.run(_SENT, text.id, claim, mine.provider_id, mine.created_at):
                await reports.note(mine.provider_id, mine.status, mine.error_code)
                await reports.catch_up(mine.provider_id)
    _log.info("text.looked_up", text=str(text.id), to=masked(text.number), had_gone=mine is not None)


async def _first_free(text: Text, found: list[ProviderMessage]) -> ProviderMessage | None:
    """The carrier's text with these words that belongs to no other row; one lookup a number at a time."""
    await database.rows("SELECT pg_advisory_xact_lock(hashtextextended($1, 1))", text.number)
    for message in found:
        if message.body == text.body and not await database.rows(_IS_TAKEN, message.provider_id, text.id):
            return message
    return None
