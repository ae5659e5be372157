"""The real gateway and the real SDK against the pretend network: which failure is which."""

import socket
import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from tests.messaging.conftest import MARGARET, TEXT_NUMBER
from tests.phones.phone_network import ACCOUNT, TOKEN, PhoneNetwork
from tests.the_clock import TheClock
from timebank import database
from timebank.messaging import delivery, outbox
from timebank.messaging.addressee import Addressee
from timebank.messaging.gateways.console import ConsoleGateway
from timebank.messaging.gateways.gateway import OutgoingText, Passing, Permanent, Unknown
from timebank.messaging.gateways.twilio import TwilioGateway
from timebank.messaging.tables import OutgoingTextRow


def _text(number: str, body: str = "Hello") -> OutgoingText:
    return OutgoingText(number, TEXT_NUMBER, body)


async def test_a_text_arrives(carrier: TwilioGateway, network: PhoneNetwork) -> None:
    sent = await carrier.send(_text("+447700900601", "Café at 5? £3 & cake"))
    network.wait_until_still("+447700900601")
    (found,) = await carrier.find("+447700900601", datetime.now(UTC))
    assert (found.provider_id, found.body, found.status) == (
        sent.provider_id,
        "Café at 5? £3 & cake",
        "delivered",
    )
    assert await carrier.find("+447700900601", datetime.now(UTC) + timedelta(minutes=5)) == []


async def test_busy_is_passing(carrier: TwilioGateway, network: PhoneNetwork) -> None:
    network.fail("429", "+447700900602")
    with pytest.raises(Passing) as failure:
        await carrier.send(_text("+447700900602"))
    assert failure.value.retry_after_seconds


@pytest.mark.parametrize("kind", ["500", "500-sent", "timeout", "timeout-lost"])
async def test_breakage_and_silence_are_unknown_and_posted_once(
    carrier: TwilioGateway, network: PhoneNetwork, kind: str
) -> None:
    number = f"+44770090061{len(kind) % 10}"
    network.fail(kind, number)
    began = time.monotonic()
    with pytest.raises(Unknown):
        await carrier.send(_text(number))
    assert time.monotonic() - began < 2.5
    assert len(network.journal(number)) == (0 if kind in ("500", "timeout-lost") else 1)


async def test_a_refusal_is_permanent_and_carries_the_code(
    carrier: TwilioGateway, network: PhoneNetwork
) -> None:
    network.type("+447700900603", "STOP")
    with pytest.raises(Permanent) as stopped:
        await carrier.send(_text("+447700900603"))
    with pytest.raises(Permanent) as senseless:
        await carrier.send(_text("not a number"))
    assert (stopped.value.code, senseless.value.code) == ("21610", "21211")
    assert "603" not in str(stopped.value)


async def test_a_wrong_token_names_itself(network: PhoneNetwork) -> None:
    gateway = TwilioGateway(ACCOUNT, "wrong", network.url)
    with pytest.raises(Permanent) as refused:
        await gateway.send(_text("+447700900604"))
    with pytest.raises(Passing):
        await gateway.find("+447700900604", datetime.now(UTC))
    assert refused.value.code == "20003"
    await gateway.close()


@pytest.fixture
async def nobody() -> AsyncIterator[TwilioGateway]:
    """A carrier at an address where nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
    gateway = TwilioGateway(ACCOUNT, TOKEN, f"http://127.0.0.1:{port}")
    yield gateway
    await gateway.close()


async def test_a_refused_connection_is_passing(nobody: TwilioGateway) -> None:
    with pytest.raises(Passing):
        await nobody.send(_text("+447700900605"))
    with pytest.raises(Passing):
        await nobody.received(TEXT_NUMBER, datetime.now(UTC))


async def test_what_people_sent_is_remembered(carrier: TwilioGateway, network: PhoneNetwork) -> None:
    began = datetime.now(UTC) - timedelta(seconds=1)
    network.type("+447700900606", "Could someone help")
    everybody = await carrier.received(TEXT_NUMBER, began)
    found = [each for each in everybody if each.number == "+447700900606"]
    assert [(each.receiver, each.body, each.media) for each in found] == [
        (TEXT_NUMBER, "Could someone help", 0)
    ]


@pytest.mark.parametrize("kind", ["429", "500", "500-sent", "timeout", "timeout-lost", "callback-first"])
async def test_whatever_fails_the_text_arrives_once(
    carrier: TwilioGateway, network: PhoneNetwork, margaret: Addressee, the_clock: TheClock, kind: str
) -> None:
    the_clock.reads(datetime.now(UTC))
    body = f"Once, {kind}"
    network.fail(kind, MARGARET)
    async with database.transaction():
        await outbox.queue_words(margaret, body, "hello", body, outbox.Terms(urgent=True))
    for _ in range(3):
        await delivery.deliver(carrier)
        the_clock.passes(minutes=1)
    network.wait_until_still(MARGARET)
    assert network.received(MARGARET).count(body) == 1
    assert (await OutgoingTextRow.get()).state in ("sent", "delivered")


async def test_the_console_shows_no_whole_number(capsys: pytest.CaptureFixture[str]) -> None:
    await ConsoleGateway().send(_text(MARGARET, "Hello"))
    assert capsys.readouterr().out == "text to …123: Hello\n"
