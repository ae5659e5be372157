"""Each text goes once, whatever the carrier and the workers do."""

import asyncio
from datetime import timedelta

import pytest

from tests.fakes.pocket_gateway import PocketGateway
from tests.messaging.conftest import MARGARET
from tests.the_clock import TheClock
from timebank import database
from timebank.desk.tables import DeskItemRow
from timebank.messaging import claiming, delivery, outbox, reports, stopping
from timebank.messaging.addressee import Addressee
from timebank.messaging.gateways.gateway import Gateway, OutgoingText, Passing, Permanent, Sent, Unknown
from timebank.messaging.outbox import Terms
from timebank.messaging.tables import OutgoingTextRow


async def _queue(addressee: Addressee, *bodies: str, terms: Terms | None = None) -> None:
    async with database.transaction():
        for body in bodies:
            await outbox.queue_words(addressee, body, "hello", body, terms)


async def _row(body: str = "Hello") -> OutgoingTextRow:
    return await OutgoingTextRow.get(body=body)


def _bodies(gateway: PocketGateway) -> list[str]:
    return [text.body for text in gateway.taken]


async def test_a_text_goes_once(margaret: Addressee, gateway: PocketGateway) -> None:
    await _queue(margaret, "Hello")
    first = await delivery.deliver(gateway, "https://timebank.example/status")
    second = await delivery.deliver(gateway)
    assert (first.texts, second.texts, second.next_at) == (1, 0, None)
    assert gateway.taken == [
        OutgoingText(MARGARET, margaret.sender, "Hello", "https://timebank.example/status")
    ]
    row = await _row()
    assert (row.state, row.attempts, row.claim) == ("sent", 1, None)
    assert row.provider_id is not None


async def test_texts_to_one_telephone_keep_their_order(margaret: Addressee, gateway: PocketGateway) -> None:
    bodies = [f"Text {count:02d}" for count in range(23)]
    await _queue(margaret, *bodies)
    await delivery.deliver(gateway)
    assert _bodies(gateway) == bodies


async def test_many_workers_at_once_send_each_text_once(margaret: Addressee, gateway: PocketGateway) -> None:
    for count in range(40):
        number = f"+4477009002{count:02d}"
        await _queue(Addressee(margaret.timebank_id, None, number, margaret.sender), f"Text {count}")
    await asyncio.gather(*(delivery.deliver(gateway) for _ in range(6)))
    assert sorted(_bodies(gateway)) == sorted(f"Text {count}" for count in range(40))


async def test_a_busy_carrier_is_tried_again_later(
    margaret: Addressee, gateway: PocketGateway, the_clock: TheClock
) -> None:
    await _queue(margaret, "Hello")
    gateway.failures = [Passing("429", 30.0)]
    done = await delivery.deliver(gateway)
    row = await _row()
    assert (row.state, row.error_code) == ("waiting", "429")
    assert row.not_before >= the_clock.now + timedelta(seconds=30)
    assert done.next_at == row.not_before
    the_clock.passes(minutes=1)
    await delivery.deliver(gateway)
    assert _bodies(gateway) == ["Hello"]


async def test_wrong_settings_lose_no_text(
    margaret: Addressee, gateway: PocketGateway, the_clock: TheClock
) -> None:
    await _queue(margaret, "Hello")
    gateway.failures = [Permanent("20003", "HTTP 401")]
    await delivery.deliver(gateway)
    assert (await _row()).state == "waiting"
    the_clock.passes(minutes=10)
    await delivery.deliver(gateway)
    assert (await _row()).state == "sent"


async def test_out_of_date_it_is_given_up_and_somebody_rings(
    margaret: Addressee, gateway: PocketGateway, the_clock: TheClock
) -> None:
    await _queue(margaret, "Hello", terms=Terms(expires_at=the_clock.now + timedelta(hours=1)))
    gateway.failures = [Passing("ConnectError")]
    await delivery.deliver(gateway)
    the_clock.passes(hours=1)
    await delivery.deliver(gateway)
    assert (await _row()).state == "expired"
    assert _bodies(gateway) == []
    assert "Hello" in (await DeskItemRow.get(kind="texts_failing")).words


@pytest.mark.parametrize(
    ("code", "kind", "stopped"),
    [("21610", "stopped_texts", True), ("21211", "wrong_number", False), ("21617", "texts_failing", False)],
)
async def test_a_refusal_is_acted_on(
    margaret: Addressee, gateway: PocketGateway, code: str, kind: str, stopped: bool
) -> None:
    await _queue(margaret, "Hello", "Hello again")
    gateway.failures = [Permanent(code, "HTTP 400"), Permanent(code, "HTTP 400")]
    await delivery.deliver(gateway)
    row = await _row()
    assert (row.state, row.error_code) == ("failed", code)
    assert (await DeskItemRow.get()).kind == kind  # one call to make, not two
    assert await stopping.is_stopped(margaret.timebank_id, MARGARET) is stopped


class _TakesAndFalters(PocketGateway):
    """Takes the text, and then nobody hears its answer."""

    async def send(self, text: OutgoingText) -> Sent:
        await super().send(text)
        raise Unknown("ReadTimeout")


async def test_what_may_have_gone_is_looked_up_not_sent_again(
    margaret: Addressee, the_clock: TheClock
) -> None:
    gateway = _TakesAndFalters()
    await _queue(margaret, "Hello")
    await delivery.deliver(gateway)
    assert (await _row()).state == "unknown"
    the_clock.passes(minutes=1)
    await delivery.deliver(gateway)
    row = await _row()
    assert row.state == "sent"
    assert row.provider_id is not None
    assert len(gateway.taken) == 1


async def test_what_did_not_go_is_sent_after_the_lookup(
    margaret: Addressee, gateway: PocketGateway, the_clock: TheClock
) -> None:
    await _queue(margaret, "Hello")
    gateway.failures = [Unknown("HTTP 500")]
    await delivery.deliver(gateway)
    await delivery.deliver(gateway)
    assert _bodies(gateway) == []
    the_clock.passes(minutes=1)
    await delivery.deliver(gateway)
    assert _bodies(gateway) == ["Hello"]


async def test_two_alike_and_unknown_are_two_texts(margaret: Addressee, the_clock: TheClock) -> None:
    gateway = _TakesAndFalters()
    async with database.transaction():
        for key in ("one", "two"):
            await outbox.queue_words(margaret, "Hello", "hello", key)
    await delivery.deliver(gateway)
    the_clock.passes(minutes=1)
    await delivery.deliver(gateway)
    rows = await OutgoingTextRow.all()
    assert [row.state for row in rows] == ["sent", "sent"]
    assert len({row.provider_id for row in rows}) == 2
    assert len(gateway.taken) == 2


async def test_killed_between_claim_and_call(
    margaret: Addressee, gateway: PocketGateway, the_clock: TheClock
) -> None:
    await _queue(margaret, "Hello")
    claimed = await claiming.due(10)
    assert len(claimed.texts) == 1
    await delivery.deliver(gateway)
    assert _bodies(gateway) == []  # another worker keeps off while the lease runs
    the_clock.passes(minutes=2)
    await delivery.deliver(gateway)
    assert _bodies(gateway) == ["Hello"]


async def test_killed_between_call_and_writing_it_down(
    margaret: Addressee, gateway: PocketGateway, the_clock: TheClock
) -> None:
    await _queue(margaret, "Hello")
    (text,) = (await claiming.due(10)).texts
    await gateway.send(OutgoingText(text.number, text.sender, text.body))
    the_clock.passes(minutes=2)
    await delivery.deliver(gateway)
    assert _bodies(gateway) == ["Hello"]
    assert (await _row()).state == "sent"


async def test_a_worker_that_slept_through_its_lease_writes_nothing(
    margaret: Addressee, the_clock: TheClock
) -> None:
    class Sleepy(PocketGateway):
        async def send(self, text: OutgoingText) -> Sent:
            sent = await super().send(text)
            the_clock.passes(minutes=2)
            await delivery.deliver(awake)
            return sent

    awake: Gateway = PocketGateway()
    await _queue(margaret, "Hello")
    sleepy = Sleepy()
    await delivery.deliver(sleepy)
    row = await _row()
    assert row.state == "sent"
    assert row.attempts == 2


async def test_a_report_before_our_own_commit_is_not_lost(margaret: Addressee) -> None:
    class Hasty(PocketGateway):
        async def send(self, text: OutgoingText) -> Sent:
            sent = await super().send(text)
            await reports.receive(sent.provider_id, "delivered")
            await reports.receive(sent.provider_id, "sent")
            return sent

    await _queue(margaret, "Hello")
    await delivery.deliver(Hasty())
    assert (await _row()).state == "delivered"


async def test_reports_only_move_forward(margaret: Addressee, gateway: PocketGateway) -> None:
    await _queue(margaret, "Hello")
    await delivery.deliver(gateway)
    provider_id = (await _row()).provider_id
    assert provider_id is not None
    said = [await reports.receive(provider_id, word) for word in ("delivered", "sent", "delivered", "failed")]
    assert said == [True, True, False, True]
    assert (await _row()).state == "delivered"
    assert not await reports.receive(provider_id, "nonsense")
    assert await reports.receive("SMunknown", "delivered")
    assert await DeskItemRow.all().count() == 0


async def test_many_reports_at_once(margaret: Addressee, gateway: PocketGateway) -> None:
    await _queue(margaret, "Hello")
    await delivery.deliver(gateway)
    provider_id = str((await _row()).provider_id)
    words = ["queued", "sending", "sent", "delivered"] * 4
    said = await asyncio.gather(*(reports.receive(provider_id, word) for word in words))
    assert sum(said) == 4
    assert (await _row()).state == "delivered"


async def test_a_telephone_switched_off_gets_one_more_try(
    margaret: Addressee, gateway: PocketGateway, the_clock: TheClock
) -> None:
    await _queue(margaret, "Hello")
    await delivery.deliver(gateway)
    await reports.receive(str((await _row()).provider_id), "undelivered", "30003")
    assert (await _row()).state == "waiting"
    await delivery.deliver(gateway)
    assert len(gateway.taken) == 1
    the_clock.passes(minutes=21)
    await delivery.deliver(gateway)
    assert len(gateway.taken) == 2
    await reports.receive(str((await _row()).provider_id), "undelivered", "30003")
    assert (await _row()).state == "undelivered"
    assert (await DeskItemRow.get()).kind == "texts_failing"


@pytest.mark.parametrize(("code", "kind"), [("30005", "wrong_number"), ("30006", "texts_failing")])
async def test_a_number_that_gets_no_texts_is_for_a_person(
    margaret: Addressee, gateway: PocketGateway, code: str, kind: str
) -> None:
    await _queue(margaret, "Hello")
    await delivery.deliver(gateway)
    await reports.receive(str((await _row()).provider_id), "undelivered", code)
    assert ((await _row()).state, (await DeskItemRow.get()).kind) == ("undelivered", kind)


async def test_nobody_reads_on_the_desk_a_code_that_did_not_arrive(
    margaret: Addressee, gateway: PocketGateway
) -> None:
    async with database.transaction():
        await outbox.queue_words(margaret, "123456 is your code", "sign_in_code", "code")
    gateway.failures = [Permanent("21617", "HTTP 400")]
    await delivery.deliver(gateway)
    assert "123456" not in (await DeskItemRow.get()).words
