"""Twilio's webhook signature. Pure.

The signature is an HMAC-SHA1 over the address as Twilio was given it and the
form's fields sorted by name (the official RequestValidator computes it). Three
things of it are easy to get wrong, and each is handled here: the address is
built from our own PUBLIC_BASE_URL and the raw request line, never from what a
proxy header claims; blank and repeated fields count; a JSON body is not signed
at all but hashed in the address, so JSON without that hash is refused.
"""

import hmac
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import parse_qs, parse_qsl, urlsplit

from twilio.request_validator import RequestValidator

_FORM = "application/x-www-form-urlencoded"
_JSON = "application/json"
MOST_FIELDS = 500


class Repeated(dict[str, list[str]]):
    """Form fields by name, each with all its values in order."""

    def getlist(self, name: str) -> list[str]:
        """All values of one field; the name under which the official validator asks for them."""
        return self[name]

    def first(self, name: str, default: str = "") -> str:
        """The first value of a field."""
        return self.get(name, [default])[0]


@dataclass(frozen=True, slots=True)
class Webhook:
    """A request as it came in: raw path and query of the request line, the body's bytes, two headers."""

    path: str
    query: str
    body: bytes
    content_type: str
    signature: str | None


def form(body: bytes) -> Repeated:
    """The fields of a form body, blank ones kept. Raises ValueError for what is no form of sane size."""
    fields = Repeated()
    text = body.decode("ascii")
    for name, value in parse_qsl(
        text, keep_blank_values=True, max_num_fields=MOST_FIELDS, errors="strict", strict_parsing=bool(text)
    ):
        fields.setdefault(name, []).append(value)
    return fields


def is_genuine(webhook: Webhook, public_base_url: str, auth_token: str) -> bool:
    """True when Twilio, holding `auth_token`, signed this request for this address. Never raises.

    Fails closed: without a token, a signature or a readable body the answer is no.
    """
    if not auth_token or not webhook.signature:
        return False
    url = public_base_url.rstrip("/") + webhook.path + (f"?{webhook.query}" if webhook.query else "")
    kind = webhook.content_type.partition(";")[0].strip().lower()
    try:
        if kind == _JSON:
            return _hash_matches(url, webhook.body) and _signed(url, Repeated(), webhook, auth_token)
        fields = form(webhook.body) if kind == _FORM else Repeated()
    except ValueError:
        return False
    if kind != _FORM and webhook.body:
        return False
    return _signed(url, fields, webhook, auth_token)


def _signed(url: str, fields: Repeated, webhook: Webhook, auth_token: str) -> bool:
    return bool(RequestValidator(auth_token).validate(url, fields, webhook.signature))


def _hash_matches(url: str, body: bytes) -> bool:
    """A JSON body is vouched for by its hash in the address, and by nothing else."""
    claimed = parse_qs(urlsplit(url).query).get("bodySHA256", [""])[0]
    return hmac.compare_digest(claimed.encode(), sha256(body).hexdigest().encode())
