"""Texts that came while we could not hear.

A carrier posts a webhook once or twice and then never again. If our server or
its database was away in that moment, the text is only in the carrier's own list,
so that list is read now and then and what we never stored is stored.
"""

from datetime import timedelta

import structlog

from timebank import clock, errors
from timebank.communities import timebanks
from timebank.messaging import inbox
from timebank.messaging.gateways.gateway import Gateway, Passing, ReceivedText

USUAL_LOOK_BACK = timedelta(hours=3)
LONG_LOOK_BACK = timedelta(hours=26)
_log = structlog.get_logger(__name__)


async def catch_up(gateway: Gateway, look_back: timedelta = USUAL_LOOK_BACK) -> int:
    """Store every text of the last hours that no webhook brought us; returns how many there were."""
    stored = 0
    since = clock.now() - look_back
    for receiver in sorted({timebank.text_number for timebank in await timebanks.all_open()}):
        try:
            remembered = await gateway.received(receiver, since)
        except Passing as failure:
            _log.warning("catching_up.later", reason=failure.reason)
            continue
        stored += await _store_missing(remembered)
    if stored:
        _log.warning("catching_up.stored", texts=stored)
    return stored


async def _store_missing(remembered: list[ReceivedText]) -> int:
    missing = await inbox.unseen(each.provider_id for each in remembered)
    return sum([await _store(each) for each in remembered if each.provider_id in missing])


async def _store(text: ReceivedText) -> bool:
    """Keep one; one that cannot be kept holds the others up no longer than this line of the log."""
    try:
        return await inbox.store(
            text.provider_id, text.number, text.receiver, text.body, text.media, text.created_at
        )
    except errors.Refusal as refused:
        _log.error("catching_up.refused", text=text.provider_id, refusal=type(refused).__name__)
        return False
