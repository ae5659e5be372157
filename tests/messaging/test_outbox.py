"""A text exists exactly when its cause was committed."""

from datetime import timedelta

import pytest

from tests.fakes.bell import RecordingBell
from tests.messaging.conftest import MARGARET
from tests.the_clock import TheClock
from timebank import clock, database
from timebank.messaging import outbox, stopping
from timebank.messaging.addressee import Addressee
from timebank.messaging.outbox import Terms
from timebank.messaging.tables import OutgoingTextRow


async def _queue(addressee: Addressee, key: str = "one", terms: Terms | None = None) -> bool:
    async with database.transaction():
        return await outbox.queue_words(addressee, "Hello, it’s us", "hello", key, terms)


async def test_a_queued_text_waits_and_the_bell_rings(margaret: Addressee, the_bell: RecordingBell) -> None:
    assert await _queue(margaret)
    row = await OutgoingTextRow.get()
    assert (row.number, row.body, row.state, row.attempts) == (MARGARET, "Hello, it's us", "waiting", 0)
    assert row.not_before == clock.now()
    assert the_bell.rung == ["deliver"]


async def test_an_event_undone_texts_nobody(margaret: Addressee, the_bell: RecordingBell) -> None:
    async def event() -> None:
        async with database.transaction():
            await outbox.queue_words(margaret, "Hello", "hello", "one")
            raise RuntimeError("the event failed")

    with pytest.raises(RuntimeError):
        await event()
    assert await OutgoingTextRow.all().count() == 0
    assert the_bell.rung == []


async def test_the_same_key_is_one_text(margaret: Addressee) -> None:
    assert [await _queue(margaret), await _queue(margaret), await _queue(margaret, "two")] == [True] * 3
    assert await OutgoingTextRow.all().count() == 2


async def test_at_night_it_waits_for_the_morning(
    margaret: Addressee, the_clock: TheClock, the_bell: RecordingBell
) -> None:
    the_clock.reads("2026-06-09 21:15")
    await _queue(margaret)
    await _queue(margaret, "urgent", Terms(urgent=True))
    waiting = await OutgoingTextRow.get(dedupe_key="one")
    urgent = await OutgoingTextRow.get(dedupe_key="urgent")
    assert clock.local(waiting.not_before).strftime("%d %H:%M") == "10 09:00"
    assert urgent.not_before == clock.now()
    assert the_bell.rung == ["deliver"]


async def test_what_would_be_out_of_date_by_morning_is_refused(
    margaret: Addressee, the_clock: TheClock
) -> None:
    the_clock.reads("2026-06-09 21:15")
    assert not await _queue(margaret, terms=Terms(expires_at=clock.now() + timedelta(hours=2)))
    assert await OutgoingTextRow.all().count() == 0


async def test_who_stopped_texts_gets_none(margaret: Addressee) -> None:
    async with database.transaction():
        assert await stopping.stop(margaret.timebank_id, MARGARET, "words")
        assert not await stopping.stop(margaret.timebank_id, MARGARET, "carrier")
    assert not await _queue(margaret)
    assert await _queue(margaret, "emergency", Terms(even_if_stopped=True))
    assert await stopping.among(margaret.timebank_id, [MARGARET, "+447700900124"]) == {MARGARET}
    assert await stopping.start(margaret.timebank_id, MARGARET)
    assert await _queue(margaret)


async def test_muted_texts_are_recorded_and_never_sent(margaret: Addressee, the_bell: RecordingBell) -> None:
    with outbox.muted():
        assert await _queue(margaret)
    assert (await OutgoingTextRow.get()).state == "recorded"
    assert the_bell.rung == []
