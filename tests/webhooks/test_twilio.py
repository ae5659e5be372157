"""Twilio's webhooks at our door: genuine ones are kept once, forged and senseless ones change nothing."""

from collections.abc import AsyncIterator
from urllib.parse import urlencode

import httpx
import pytest
from twilio.request_validator import RequestValidator

from tests.fakes.bell import RecordingBell
from tests.worlds import Town
from timebank import clock, database, identity
from timebank.messaging.tables import DeliveryReportRow, IncomingTextRow, OutgoingTextRow
from timebank.settings import Settings
from web.app import create_app

BASE = "https://timebank.example"
TOKEN = "pretend-token"
TEXT_NUMBER = "+447700900100"
MESSAGES, STATUS = "/webhooks/twilio/messages", "/webhooks/twilio/status"
SID = "SM" + "a" * 32
TEXT = {
    "MessageSid": SID,
    "AccountSid": "AC" + "0" * 32,
    "From": "+447700900123",
    "To": TEXT_NUMBER,
    "Body": "  Yes – 45 mins 🙂 ",
    "NumMedia": "0",
    "FromCity": "",
    "SomethingNew": "tomorrow",
}


@pytest.fixture
async def door(town: Town) -> AsyncIterator[httpx.AsyncClient]:
    """Our web application, as Twilio finds it behind a proxy that ends TLS."""
    settings = Settings.model_validate(
        {
            "TIMEBANK_ENV": "test",
            "PUBLIC_BASE_URL": BASE,
            "TWILIO_ACCOUNT_SID": "AC" + "0" * 32,
            "TWILIO_AUTH_TOKEN": TOKEN,
            "TWILIO_NUMBER": TEXT_NUMBER,
        }
    )
    transport = httpx.ASGITransport(create_app(settings))
    async with httpx.AsyncClient(transport=transport, base_url="http://10.0.0.1:8000") as client:
        yield client


async def _post(
    door: httpx.AsyncClient, path: str, fields: dict[str, str], *, token: str = TOKEN, at: str = BASE
) -> httpx.Response:
    signature = RequestValidator(token).compute_signature(at + path, fields)
    return await door.post(
        path,
        content=urlencode(fields),
        headers={
            "Content-Type": "application/x-www-form-urlencoded",
            "X-Twilio-Signature": signature,
            "X-Forwarded-Host": "elsewhere.example",
        },
    )


async def test_a_text_is_kept_whole_once_and_the_bell_rings(
    door: httpx.AsyncClient, the_bell: RecordingBell
) -> None:
    answers = [await _post(door, MESSAGES, TEXT) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200] * 3
    assert answers[0].headers["content-type"].startswith("text/xml")
    assert "<Message" not in answers[0].text
    row = await IncomingTextRow.get()
    assert (row.provider_id, row.number, row.body) == (SID, "+447700900123", "  Yes – 45 mins 🙂 ")
    assert the_bell.rung == ["replies"]


async def test_the_query_is_signed_too(door: httpx.AsyncClient) -> None:
    assert (await _post(door, f"{MESSAGES}?a=1&b=", TEXT)).status_code == 200


async def test_forged_webhooks_change_nothing(door: httpx.AsyncClient) -> None:
    unsigned = await door.post(MESSAGES, data=TEXT)
    wrong_token = await _post(door, MESSAGES, TEXT, token="guessed")
    other_address = await _post(door, MESSAGES, TEXT, at="https://elsewhere.example")
    changed = await door.post(
        MESSAGES,
        data=TEXT | {"Body": "No"},
        headers={"X-Twilio-Signature": RequestValidator(TOKEN).compute_signature(BASE + MESSAGES, TEXT)},
    )
    refused = [unsigned, wrong_token, other_address, changed]
    assert [answer.status_code for answer in refused] == [403] * 4
    assert await IncomingTextRow.all().count() == 0


@pytest.mark.parametrize(
    ("path", "fields", "status"),
    [
        (MESSAGES, {"Body": "Hello"}, 400),
        (MESSAGES, TEXT | {"MessageSid": "SM" + "x" * 100}, 400),
        (MESSAGES, TEXT | {"MessageSid": "SM'; --"}, 400),
        (MESSAGES, TEXT | {"From": "+" + "4" * 40}, 400),
        (MESSAGES, TEXT | {"To": "+447700900999"}, 404),
        (MESSAGES, TEXT | {"NumMedia": "many", "Body": "a\0b"}, 200),
        (MESSAGES, TEXT | {"NumMedia": "9" * 20}, 200),
        (MESSAGES, TEXT | {"NumMedia": "9999"}, 200),
        (STATUS, {"MessageSid": SID}, 400),
        (STATUS, {"MessageSid": SID, "MessageStatus": "nonsense" * 20}, 200),
        (STATUS, {"MessageSid": SID, "MessageStatus": "failed", "ErrorCode": "9" * 40}, 200),
    ],
)
async def test_senseless_but_signed(
    door: httpx.AsyncClient, path: str, fields: dict[str, str], status: int
) -> None:
    assert (await _post(door, path, fields)).status_code == status


async def test_a_flood_is_cut_off(door: httpx.AsyncClient) -> None:
    assert (await _post(door, MESSAGES, TEXT | {"Body": "a" * 70_000})).status_code == 413
    assert (await door.get(MESSAGES)).status_code == 405


async def test_reports_in_any_order_and_repeated(door: httpx.AsyncClient, town: Town) -> None:
    await _post(door, STATUS, {"MessageSid": SID, "MessageStatus": "sending"})
    async with database.transaction():
        await OutgoingTextRow.create(
            id=identity.new_id(),
            timebank_id=town.id,
            number="+447700900123",
            sender=TEXT_NUMBER,
            body="Hello",
            purpose="hello",
            dedupe_key="one",
            state="sent",
            not_before=clock.now(),
            expires_at=clock.now(),
            provider_id=SID,
            created_at=clock.now(),
        )
    for word in ("delivered", "sent", "delivered", "undelivered"):
        answer = await _post(door, STATUS, {"MessageSid": SID, "MessageStatus": word})
        assert answer.status_code == 200
    assert (await OutgoingTextRow.get()).state == "delivered"
    assert await DeliveryReportRow.all().count() == 4
