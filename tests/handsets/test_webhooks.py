"""Webhooks as Twilio posts them: signed, in full, again when nobody was there."""

import httpx
import pytest
from twilio.base.exceptions import TwilioRestException
from twilio.rest import Client

from tests.phones.listener import Listener
from tests.phones.phone_network import ACCOUNT, OWN_NUMBER, TOKEN, PhoneNetwork
from timebank.messaging import signatures


async def _send(sdk: Client, number: str, callback: str, body: str = "Hello") -> str:
    made = await sdk.messages.create_async(to=number, from_=OWN_NUMBER, body=body, status_callback=callback)
    assert made.sid is not None
    return made.sid


async def test_each_step_is_told_and_signed(sdk: Client, our_side: Listener) -> None:
    sid = await _send(sdk, "+447700900201", f"{our_side.url}/steps?a=1&b=")
    forms = our_side.wait_for(3, "/steps")
    assert [form.first("MessageStatus") for form in forms] == ["sending", "sent", "delivered"]
    assert {form.first("MessageSid") for form in forms} == {sid}
    assert forms[-1].first("RawDlrDoneDate")
    hooks = [hook for hook in our_side.webhooks if hook.path == "/steps"]
    assert all(signatures.is_genuine(hook, our_side.url, TOKEN) for hook in hooks)
    assert not any(signatures.is_genuine(hook, our_side.url, "other") for hook in hooks)


def test_a_typed_text_reaches_our_side_whole(network: PhoneNetwork, our_side: Listener) -> None:
    answer = network.type("07700 900202", "  Café – 5£ ‘quotes’ 🙂\nsecond line ")
    assert answer["answer"] == "200"
    fields = next(form for form in our_side.forms("/typed") if form.first("MessageSid") == answer["sid"])
    assert fields.first("Body") == "  Café – 5£ ‘quotes’ 🙂\nsecond line "
    assert (fields.first("From"), fields.first("To")) == ("+447700900202", OWN_NUMBER)
    assert fields["FromCity"] == [""]
    assert (fields.first("AccountSid"), fields.first("SmsStatus")) == (ACCOUNT, "received")
    hook = our_side.webhooks[-1]
    assert signatures.is_genuine(hook, our_side.url, TOKEN)


def test_our_side_saying_no_is_shown(network: PhoneNetwork, our_side: Listener) -> None:
    our_side.answer = 403
    try:
        network.type("+447700900203", "Hello")
    finally:
        our_side.answer = 200
    assert network.journal("+447700900203")[0]["answer"] == "403"
    page = httpx.get(network.url, params={"phone": "+447700900203"}).text
    assert "The timebank did not take this text: 403" in page


@pytest.mark.parametrize(
    ("word", "ending"), [("STOP", 0), ("cancel", 1), (" Quit ", 2), ("REVOKE", 3), ("OptOut", 4)]
)
async def test_a_stop_word_cuts_the_number_off(
    sdk: Client, network: PhoneNetwork, our_side: Listener, word: str, ending: int
) -> None:
    number = f"+44770090030{ending}"
    network.type(number, word)
    with pytest.raises(TwilioRestException) as refusal:
        await _send(sdk, number, f"{our_side.url}/none")
    assert (refusal.value.status, refusal.value.code) == (400, 21610)
    network.type(number, "Stop please")
    network.type(number, "yes")
    await _send(sdk, number, f"{our_side.url}/none")
    texts = network.wait_until_still(number)
    canned = [each["body"] for each in texts if each["direction"] == "outbound-reply"]
    assert ["unsubscribed" in canned[0], "re-subscribed" in canned[1], len(canned)] == [True, True, 2]


def test_yes_from_someone_who_never_stopped_is_an_ordinary_text(network: PhoneNetwork) -> None:
    network.type("+447700900310", "YES")
    assert [each["direction"] for each in network.journal("+447700900310")] == ["inbound"]
