"""The unchanged Twilio SDK against the pretend network: what it takes, what it refuses, how it lists."""

from datetime import UTC, datetime, timedelta

import httpx
import pytest
from twilio.base.exceptions import TwilioRestException
from twilio.rest import Client

from tests.phones.phone_network import ACCOUNT, OWN_NUMBER, TOKEN, PhoneNetwork

MARGARET = "+447700900101"
BILL = "+447700900102"
LANDLINE = "+441632960101"


async def test_a_text_is_queued_then_delivered(sdk: Client, network: PhoneNetwork) -> None:
    made = await sdk.messages.create_async(to=MARGARET, from_=OWN_NUMBER, body="Hello, £5 & tea? 🙂")
    assert str(made.status) == "queued"
    assert made.sid is not None
    assert made.sid.startswith("SM")
    assert made.num_segments == "1"
    assert made.date_sent is None
    (text,) = network.wait_until_still(MARGARET)
    assert text["history"] == ["sending", "sent", "delivered"]
    fetched = await sdk.messages(made.sid).fetch_async()
    assert (str(fetched.status), fetched.body, fetched.error_code) == (
        "delivered",
        "Hello, £5 & tea? 🙂",
        None,
    )
    assert fetched.date_sent is not None


async def test_a_landline_comes_back_later(sdk: Client, network: PhoneNetwork) -> None:
    made = await sdk.messages.create_async(to=LANDLINE, from_=OWN_NUMBER, body="Hello")
    assert str(made.status) == "queued"
    (text,) = network.wait_until_still(LANDLINE)
    assert (text["status"], text["error_code"]) == ("undelivered", 30006)


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"To": ""}, 400, 21604),
        ({"From": ""}, 400, 21603),
        ({"Body": ""}, 400, 21602),
        ({"Body": "x" * 1601}, 400, 21617),
        ({"To": "07700 900101"}, 400, 21211),
        ({"To": "not a phone"}, 400, 21211),
        ({"To": "+4477009001"}, 400, 21211),
        ({"From": "+447700900999"}, 400, 21606),
        ({"To": OWN_NUMBER}, 400, 21266),
        ({"StatusCallback": "nonsense"}, 400, 21609),
    ],
)
def test_what_is_refused_at_once(
    network: PhoneNetwork, changes: dict[str, str], status: int, code: int
) -> None:
    form = {"To": BILL, "From": OWN_NUMBER, "Body": "Hello"} | changes
    answer = httpx.post(
        f"{network.url}/2010-04-01/Accounts/{ACCOUNT}/Messages.json", data=form, auth=(ACCOUNT, TOKEN)
    )
    assert answer.status_code == status
    assert answer.json()["code"] == code
    assert set(answer.json()) == {"code", "message", "more_info", "status"}


def test_a_wrong_token_is_refused(network: PhoneNetwork) -> None:
    address = f"{network.url}/2010-04-01/Accounts/{ACCOUNT}/Messages.json"
    for auth in (None, (ACCOUNT, "wrong"), ("AC" + "1" * 32, TOKEN)):
        answer = httpx.get(address, auth=auth)
        assert (answer.status_code, answer.json()["code"]) == (401, 20003)
    elsewhere = address.replace(ACCOUNT, "AC" + "1" * 32)
    assert httpx.get(elsewhere, auth=(ACCOUNT, TOKEN)).status_code == 404


async def test_an_unknown_message_is_not_found(sdk: Client) -> None:
    with pytest.raises(TwilioRestException) as refusal:
        await sdk.messages("SM" + "f" * 32).fetch_async()
    assert (refusal.value.status, refusal.value.code) == (404, 20404)


async def test_lists_by_number_and_date_over_pages(sdk: Client, network: PhoneNetwork) -> None:
    number = "+447700900103"
    for count in range(5):
        await sdk.messages.create_async(to=number, from_=OWN_NUMBER, body=f"Text {count}")
    network.wait_until_still(number)
    found = await sdk.messages.list_async(to=number, page_size=2)
    assert [each.body for each in found] == [f"Text {count}" for count in (4, 3, 2, 1, 0)]
    now = datetime.now(UTC)
    assert len(await sdk.messages.list_async(to=number, date_sent_after=now - timedelta(minutes=5))) == 5
    assert len(await sdk.messages.list_async(to=number, date_sent_before=now - timedelta(minutes=5))) == 0
    assert len(await sdk.messages.list_async(to=number, limit=3)) == 3
