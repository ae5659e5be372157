"""Twilio's own published vectors, and everything that must not pass."""

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urlencode

import pytest

from timebank.messaging import signatures
from timebank.messaging.signatures import Webhook

TOKEN = "12345"
BASE = "https://mycompany.com"
FORM = "application/x-www-form-urlencoded; charset=UTF-8"
CALL = {
    "CallSid": "CA1234567890ABCDE",
    "Digits": "1234",
    "From": "+14158675309",
    "To": "+18005551212",
    "Caller": "+14158675309",
}
REPEATED: dict[str, str | list[str]] = {
    "Sid": "CA123",
    "SidAccount": "AC123",
    "Digits": ["5678", "1234", "1234"],
}
JSON_BODY = b'{"property": "value", "boolean": true}'
JSON_HASH = "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620"


def _webhook(fields: Mapping[str, str | list[str]], signature: str | None) -> Webhook:
    body = urlencode(fields, doseq=True).encode()
    return Webhook("/myapp.php", "foo=1&bar=2", body, FORM, signature)


GENUINE = _webhook(CALL, "RSOYDt4T1cUTdK1PDd93/VVr8B8=")
JSON = Webhook(
    "/myapp.php",
    f"foo=1&bar=2&bodySHA256={JSON_HASH}",
    JSON_BODY,
    "application/json",
    "a9nBmqA0ju/hNViExpshrM61xv4=",
)


@pytest.mark.parametrize(
    ("webhook", "base"),
    [
        (GENUINE, BASE),
        (GENUINE, f"{BASE}/"),
        (GENUINE, f"{BASE}:1234"),
        (replace(GENUINE, signature="kvajT1Ptam85bY51eRf/AJRuM3w="), BASE),
        (replace(GENUINE, signature="0ZXoZLH/DfblKGATFgpif+LLRf4="), "http://mycompany.com"),
        (replace(GENUINE, signature="Zmvh+3yNM1Phv2jhDCwEM3q5ebU="), "http://mycompany.com:1234"),
        (_webhook(REPEATED, "IK+Dwps556ElfBT0I3Rgjkr1wJU="), BASE),
        (JSON, BASE),
    ],
)
def test_genuine(webhook: Webhook, base: str) -> None:
    assert signatures.is_genuine(webhook, base, TOKEN)


@pytest.mark.parametrize(
    "webhook",
    [
        replace(GENUINE, signature=None),
        replace(GENUINE, signature=""),
        replace(GENUINE, signature="nonsense"),
        replace(GENUINE, signature="é" * 28),
        replace(GENUINE, path="/myapp.php/"),
        replace(GENUINE, query="bar=2&foo=1"),
        replace(GENUINE, query=""),
        replace(GENUINE, body=GENUINE.body + b"&More=1"),
        replace(GENUINE, body=GENUINE.body.replace(b"1234", b"1235")),
        replace(GENUINE, body=b""),
        replace(GENUINE, body=b"\xff=1"),
        replace(GENUINE, body=b"no-equals-sign"),
        replace(GENUINE, body=b"&".join([b"a=1"] * 501)),
        replace(GENUINE, content_type="multipart/form-data"),
        replace(JSON, body=JSON_BODY + b" "),
        replace(JSON, query="foo=1&bar=2"),
        replace(JSON, content_type=FORM),
    ],
)
def test_forged(webhook: Webhook) -> None:
    assert not signatures.is_genuine(webhook, BASE, TOKEN)


def test_the_address_is_ours_and_not_what_a_proxy_says() -> None:
    assert not signatures.is_genuine(GENUINE, "http://mycompany.com", TOKEN)
    assert not signatures.is_genuine(GENUINE, "https://elsewhere.example", TOKEN)


def test_without_a_token_nothing_passes() -> None:
    assert not signatures.is_genuine(GENUINE, BASE, "")


def test_blank_and_repeated_fields_are_kept() -> None:
    fields = signatures.form(b"CallToken=&Digits=1&Digits=2&Body=+a%20b+")
    assert fields == {"CallToken": [""], "Digits": ["1", "2"], "Body": [" a b "]}
    assert (fields.first("Digits"), fields.first("Absent", "none")) == ("1", "none")
