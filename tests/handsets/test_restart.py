"""A killed network keeps its conversations, goes on with texts under way, and rereads its people."""

import json
from pathlib import Path

import httpx
from twilio.rest import Client

from tests.phones import phone_network
from tests.phones.listener import Listener
from timebank.messaging.gateways.twilio_http import HttpxClient

MARGARET = "+447700900501"


async def test_killed_in_the_middle_nothing_is_forgotten(folder: Path, our_side: Listener) -> None:
    with phone_network.running(folder, f"{our_side.url}/typed", HANDSETS_STEP_SECONDS="0.3") as network:
        http = HttpxClient(network.url)
        sdk = Client(phone_network.ACCOUNT, phone_network.TOKEN, http_client=http)
        network.type(MARGARET, "STOP")
        network.type(MARGARET, "START")
        network.fail("429", "+447700900502", 3)
        network.wait_until_still(MARGARET)
        made = await sdk.messages.create_async(
            to=MARGARET,
            from_=phone_network.OWN_NUMBER,
            body="Hello",
            status_callback=f"{our_side.url}/killed",
        )
        our_side.wait_for(1, "/killed")
        network.stop(kill=True)
        with (folder / "handsets.jsonl").open("a") as journal:
            journal.write('{"kind": "mess')
        network.start()
        texts = network.wait_until_still(MARGARET)
        await http.close()
    typed = [text["body"] for text in texts if text["direction"] != "outbound-reply"]
    assert typed == ["STOP", "START", "Hello"]
    assert texts[-1]["sid"] == made.sid
    assert texts[-1]["history"] == ["sending", "sent", "delivered"]
    steps = [form.first("MessageStatus") for form in our_side.forms("/killed")]
    assert steps == ["sending", "sent", "delivered"]


def test_people_are_read_again_when_they_change(folder: Path, our_side: Listener) -> None:
    people = folder / "people.json"
    with phone_network.running(folder, our_side.url) as network:
        assert "Margaret" not in httpx.get(network.url).text
        people.write_text(
            json.dumps(
                [
                    {"name": "Margaret", "number": "07700 900501"},
                    {"name": "Bill", "number": "+447700900501"},
                    {"name": "Sunita", "number": "07700 900502"},
                ]
            )
        )
        page = httpx.get(network.url).text
    assert "Margaret and Bill" in page
    assert "07700 900501 · shared" in " ".join(page.split())
    assert "Sunita" in page


def test_our_side_away_is_tried_again_and_shown(folder: Path) -> None:
    with phone_network.running(folder, "http://127.0.0.1:9/typed") as network:
        answer = network.type(MARGARET, "Hello")
        page = httpx.get(network.url, params={"phone": MARGARET}).text
    assert answer["answer"] == "nobody there"
    assert "did not take this text: nobody there" in page


def test_a_form_works_without_javascript(folder: Path, our_side: Listener) -> None:
    with phone_network.running(folder, our_side.url) as network:
        back = httpx.post(
            f"{network.url}/type",
            data={"from": MARGARET, "body": "<b>Hello</b>", "phone": [MARGARET, "+447700900502"]},
        )
        assert back.status_code == 303
        assert back.headers["location"] == (
            f"/?phone=%2B{MARGARET[1:]}&phone=%2B447700900502#phone-{MARGARET[1:]}"
        )
        page = httpx.get(network.url + back.headers["location"]).text
        foreign = httpx.post(
            f"{network.url}/type",
            data={"from": MARGARET, "body": "Hello"},
            headers={"Sec-Fetch-Site": "cross-site"},
        )
        empty = httpx.post(f"{network.url}/type", json={"from": MARGARET, "body": " "})
    assert "&lt;b&gt;Hello&lt;/b&gt;" in page
    assert foreign.status_code == 403
    assert empty.status_code == 400
    assert "Type a text" in empty.json()["problem"]
