"""One text on the pretend network, and how Twilio's REST interface shows it. Pure."""

from dataclasses import dataclass, field
from datetime import datetime
from email.utils import format_datetime

from web.handsets import segments

API_VERSION = "2010-04-01"

OUTBOUND = "outbound-api"
CANNED = "outbound-reply"
INBOUND = "inbound"


@dataclass(slots=True)
class Message:
    """A text in either direction. `answer` is what our side's webhook said to an inbound one."""

    sid: str
    direction: str
    sender: str
    to: str
    body: str
    created_at: datetime
    status: str
    updated_at: datetime
    status_callback: str = ""
    service_sid: str | None = None
    fault: str | None = None
    error_code: int | None = None
    sent_at: datetime | None = None
    answer: str | None = None
    history: list[str] = field(default_factory=list)

    @property
    def handset(self) -> str:
        """The number of the telephone that took part (not the timebank's)."""
        return self.sender if self.direction == INBOUND else self.to


ERROR_WORDS = {
    30003: "Unreachable destination handset",
    30005: "Unknown destination handset",
    30006: "Landline or unreachable carrier",
    30007: "Message filtered",
    30008: "Unknown error",
}


def as_twilio(message: Message, account_sid: str) -> dict[str, object]:
    """The resource as Twilio answers it: strings for counts, RFC 2822 dates, prices unknown."""
    path = f"/{API_VERSION}/Accounts/{account_sid}/Messages/{message.sid}"
    code = message.error_code
    return {
        "account_sid": account_sid,
        "api_version": API_VERSION,
        "body": message.body,
        "date_created": format_datetime(message.created_at),
        "date_sent": format_datetime(message.sent_at) if message.sent_at else None,
        "date_updated": format_datetime(message.updated_at),
        "direction": message.direction,
        "error_code": code,
        "error_message": None if code is None else ERROR_WORDS.get(code, "Unknown error"),
        "from": message.sender,
        "messaging_service_sid": message.service_sid,
        "num_media": "0",
        "num_segments": str(segments.count(message.body)),
        "price": None,
        "price_unit": "GBP",
        "sid": message.sid,
        "status": message.status,
        "subresource_uris": {"media": f"{path}/Media.json"},
        "to": message.to,
        "uri": f"{path}.json",
    }
