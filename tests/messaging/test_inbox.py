"""Every text that came in is stored once and worked off once, in its telephone's order."""

import asyncio
from datetime import timedelta

import pytest

from tests.fakes.bell import RecordingBell
from tests.fakes.pocket_gateway import PocketGateway
from tests.messaging.conftest import MARGARET, TEXT_NUMBER
from tests.the_clock import TheClock
from tests.worlds import Town
from timebank import clock, database, errors
from timebank.desk.tables import DeskItemRow
from timebank.messaging import catching_up, inbox
from timebank.messaging.gateways.gateway import Passing, ReceivedText
from timebank.messaging.inbox import Incoming
from timebank.messaging.tables import IncomingTextRow

BILL = "+447700900124"


async def _finish(text: Incoming) -> None:
    async with database.transaction():
        await inbox.finish(text, intent="yes")


async def _next() -> Incoming:
    text = await inbox.claim()
    assert text is not None
    return text


async def test_stored_once_however_often_told(town: Town, the_bell: RecordingBell) -> None:
    told = [inbox.store("SM1", MARGARET, TEXT_NUMBER, "  Yes please ") for _ in range(5)]
    assert sorted(await asyncio.gather(*told)) == [False, False, False, False, True]
    row = await IncomingTextRow.get()
    assert (row.timebank_id, row.body, row.state) == (town.id, "  Yes please ", "waiting")
    assert the_bell.rung == ["replies"]


async def test_a_number_of_no_timebank_is_refused(town: Town) -> None:
    with pytest.raises(errors.NotFound):
        await inbox.store("SM1", MARGARET, "+447700900999", "Hello")


async def test_one_telephone_after_the_other(town: Town, the_clock: TheClock) -> None:
    for count, number in enumerate((MARGARET, MARGARET, BILL)):
        await inbox.store(f"SM{count}", number, TEXT_NUMBER, f"Text {count}")
        the_clock.passes(minutes=1)
    first, other = await _next(), await _next()
    assert (first.body, other.body) == ("Text 0", "Text 2")
    assert await inbox.claim() is None
    await _finish(first)
    assert (await _next()).body == "Text 1"


async def test_a_killed_worker_loses_no_text(town: Town, the_clock: TheClock) -> None:
    await inbox.store("SM1", MARGARET, TEXT_NUMBER, "Yes")
    lost = await _next()
    assert await inbox.claim() is None
    the_clock.passes(minutes=2)
    again = await _next()
    assert (again.id, again.attempts) == (lost.id, 2)
    await _finish(again)
    with pytest.raises(inbox.AlreadyDone):
        await _finish(lost)


async def test_work_that_fails_leaves_the_text_waiting(town: Town, the_clock: TheClock) -> None:
    await inbox.store("SM1", MARGARET, TEXT_NUMBER, "Yes")

    async def fails() -> None:
        async with database.transaction():
            await inbox.finish(await _next())
            raise RuntimeError("the work failed")

    with pytest.raises(RuntimeError):
        await fails()
    the_clock.passes(minutes=2)
    assert (await _next()).body == "Yes"


async def test_what_fails_again_and_again_goes_to_the_desk(town: Town, the_clock: TheClock) -> None:
    await inbox.store("SM1", MARGARET, TEXT_NUMBER, "Trouble")
    await inbox.store("SM2", MARGARET, TEXT_NUMBER, "Yes")
    for _ in range(inbox.MOST_ATTEMPTS):
        assert await inbox.set_aside() == 0
        assert (await _next()).body == "Trouble"
        the_clock.passes(minutes=2)
    assert await inbox.set_aside() == 1
    item = await DeskItemRow.get()
    assert (item.kind, item.number) == ("not_understood", MARGARET)
    assert "Trouble" in item.words
    assert (await _next()).body == "Yes"


class _Remembers(PocketGateway):
    """A carrier with a list of what people sent."""

    def __init__(self, *texts: ReceivedText) -> None:
        super().__init__()
        self._texts = texts

    async def received(self, receiver: str, since: object) -> list[ReceivedText]:
        return [text for text in self._texts if text.receiver == receiver]


async def test_texts_that_came_while_we_were_away_are_fetched(town: Town) -> None:
    earlier = clock.now() - timedelta(hours=1)
    await inbox.store("SM1", MARGARET, TEXT_NUMBER, "Heard")
    gateway = _Remembers(
        ReceivedText("SM1", MARGARET, TEXT_NUMBER, "Heard", 0, earlier),
        ReceivedText("SM2", MARGARET, TEXT_NUMBER, "Missed", 0, earlier),
        ReceivedText("SM3", MARGARET, "+447700900999", "Not ours", 0, earlier),
    )
    assert await catching_up.catch_up(gateway) == 1
    assert await catching_up.catch_up(gateway) == 0
    assert (await IncomingTextRow.get(provider_id="SM2")).received_at == earlier


async def test_a_carrier_that_cannot_say_is_asked_later(town: Town) -> None:
    class Away(PocketGateway):
        async def received(self, receiver: str, since: object) -> list[ReceivedText]:
            raise Passing("ConnectError")

    assert await catching_up.catch_up(Away()) == 0


async def test_a_text_that_no_database_can_keep_holds_no_other_up(town: Town) -> None:
    earlier = clock.now() - timedelta(hours=1)
    gateway = _Remembers(
        ReceivedText("SM1", "someone:" + "4" * 30, TEXT_NUMBER, "Hello", 0, earlier),
        ReceivedText("SM2", MARGARET, TEXT_NUMBER, "a\0b \ud83d", 10**9, earlier),
        ReceivedText("SM3", BILL, TEXT_NUMBER, "Yes", 0, earlier),
    )
    assert await catching_up.catch_up(gateway) == 2
    assert (await IncomingTextRow.get(provider_id="SM2")).body == "ab ?"
