"""Every failure that can be asked for, seen through the unchanged SDK."""

import time

import httpx
import pytest
from twilio.base.exceptions import TwilioRestException
from twilio.rest import Client

from tests.phones.listener import Listener
from tests.phones.phone_network import OWN_NUMBER, PhoneNetwork


async def _send(sdk: Client, number: str, callback: str | None = None) -> str | None:
    more = {"status_callback": callback} if callback else {}
    made = await sdk.messages.create_async(to=number, from_=OWN_NUMBER, body="Hello", **more)
    return made.sid


@pytest.mark.parametrize(("kind", "status", "sent"), [("429", 429, 0), ("500", 500, 0), ("500-sent", 500, 1)])
async def test_refusals_and_breakage(
    sdk: Client, network: PhoneNetwork, kind: str, status: int, sent: int
) -> None:
    number = f"+44770090040{sent + status % 7}"
    network.fail(kind, number)
    with pytest.raises(TwilioRestException) as refusal:
        await _send(sdk, number)
    assert refusal.value.status == status
    assert len(network.journal(number)) == sent
    await _send(sdk, number)
    assert len(network.journal(number)) == sent + 1


@pytest.mark.parametrize(("kind", "sent"), [("timeout", 1), ("timeout-lost", 0)])
async def test_no_answer_in_time(sdk: Client, network: PhoneNetwork, kind: str, sent: int) -> None:
    number = f"+44770090041{sent}"
    network.fail(kind, number)
    started = time.monotonic()
    with pytest.raises(httpx.ReadTimeout):
        await _send(sdk, number)
    assert time.monotonic() - started < 2.0
    assert len(network.journal(number)) == sent


@pytest.mark.parametrize("code", [30003, 30005, 30006])
async def test_accepted_but_not_delivered(
    sdk: Client, network: PhoneNetwork, our_side: Listener, code: int
) -> None:
    number = f"+4477009004{code % 100 + 20}"
    network.fail(str(code), number)
    await _send(sdk, number, f"{our_side.url}/undelivered/{code}")
    last = our_side.wait_for(3, f"/undelivered/{code}")[-1]
    assert (last.first("MessageStatus"), last.first("ErrorCode")) == ("undelivered", str(code))


@pytest.mark.parametrize(
    ("kind", "order"),
    [
        ("duplicate-webhook", ["sending", "sending", "sent", "sent", "delivered", "delivered"]),
        ("out-of-order", ["delivered", "sent", "sending"]),
    ],
)
async def test_reports_twice_or_backwards(
    sdk: Client, network: PhoneNetwork, our_side: Listener, kind: str, order: list[str]
) -> None:
    number = f"+4477009004{len(order) + 30}"
    network.fail(kind, number)
    await _send(sdk, number, f"{our_side.url}/{kind}")
    forms = our_side.wait_for(len(order), f"/{kind}")
    assert [form.first("MessageStatus") for form in forms] == order


async def test_reports_before_the_answer(sdk: Client, network: PhoneNetwork, our_side: Listener) -> None:
    network.fail("callback-first", "+447700900450")
    sid = await _send(sdk, "+447700900450", f"{our_side.url}/first")
    assert [form.first("MessageSid") for form in our_side.forms("/first")] == [sid] * 3


def test_a_typed_text_comes_twice(network: PhoneNetwork, our_side: Listener) -> None:
    network.fail("duplicate-webhook", "+447700900451")
    sid = network.type("+447700900451", "Hello")["sid"]
    assert [form.first("MessageSid") for form in our_side.forms("/typed")].count(sid) == 2


def test_a_failure_that_makes_no_sense_is_refused(network: PhoneNetwork) -> None:
    senseless: list[object] = [
        {"kind": "nonsense"},
        {"kind": "429", "count": 0},
        {"kind": "429", "count": "many"},
        [],
    ]
    for body in senseless:
        assert httpx.post(f"{network.url}/faults", json=body).status_code == 400
