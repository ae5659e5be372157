"""web.webhook: a signed text coming in, verified and stored, against a bare answer to the same request."""

from collections.abc import Iterator
from itertools import islice, repeat
from urllib.parse import urlencode
from uuid import uuid4

from twilio.request_validator import RequestValidator

from tests.bench import load
from tests.bench.figure import Figure
from tests.bench.ground import Ground
from tests.bench.serving import BARE, Served
from tests.phones.phone_network import ACCOUNT, TOKEN

PATH = "/webhooks/twilio/messages"
MOST_TEXTS = 8_000


async def measure(ground: Ground) -> list[Figure]:
    """Texts a second, each a different one, eight connections at once."""
    served = await ground.served()
    receiver = ground.town.timebank.text_number
    texts = list(islice(_texts(served, PATH, receiver), MOST_TEXTS))
    same = repeat(next(_texts(served, BARE, receiver)))
    rates = await load.in_turns(served, load.Requests(iter(texts)), load.Requests(same))
    return [Figure("web.webhook", rates.value, "texts a second", "higher", baseline=rates.baseline)]


def _texts(served: Served, path: str, receiver: str) -> Iterator[bytes]:
    """Texts that nobody has sent before, signed as Twilio signs them for this address."""
    signer = RequestValidator(TOKEN)
    while True:
        fields = {
            "MessageSid": f"SM{uuid4().hex}",
            "AccountSid": ACCOUNT,
            "From": "+447700900123",
            "To": receiver,
            "Body": "Could someone change a lightbulb?",
            "NumMedia": "0",
            "NumSegments": "1",
        }
        headers = {
            "content-type": "application/x-www-form-urlencoded",
            "x-twilio-signature": str(signer.compute_signature(f"{served.url}{PATH}", fields)),
        }
        yield load.request(served, "POST", path, headers, urlencode(fields).encode())
