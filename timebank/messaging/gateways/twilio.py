"""Twilio, through its official SDK.

Which failure is which follows what Twilio promises: a 429 was never processed
and a refused connection never arrived, so both may be tried again; a timeout or
5xx may have sent (there is no idempotency key on Messages), so it is unknown;
any other 4xx is final and carries Twilio's code.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
from twilio.base.exceptions import TwilioException, TwilioRestException, TwilioServiceException
from twilio.rest import Client
from twilio.rest.api.v2010.account.message import MessageInstance

from timebank.messaging.gateways.gateway import (
    OutgoingText,
    Passing,
    Permanent,
    ProviderMessage,
    ReceivedText,
    Sent,
    Unknown,
)
from timebank.messaging.gateways.twilio_http import TOTAL_SECONDS, HttpxClient

# Twilio dates are whole seconds, and its clock is not ours.
_CLOCK_SLACK = timedelta(seconds=90)
MOST_LOOKED_UP = 50
MOST_RECEIVED = 500
_BUSY_SECONDS = 2.0


class TwilioGateway:
    """Sends through one Twilio account; with `base_url`, through the pretend network instead."""

    def __init__(
        self,
        account_sid: str,
        auth_token: str,
        base_url: str | None = None,
        total_seconds: float = TOTAL_SECONDS,
    ) -> None:
        self._http = HttpxClient(base_url, total_seconds)
        # An empty environment: region and edge come from our settings or not at all.
        self._client = Client(account_sid, auth_token, http_client=self._http, environment={"_": ""})

    async def send(self, text: OutgoingText) -> Sent:
        """Post one message, once. Raises Passing, Permanent or Unknown."""
        callback = {"status_callback": text.status_url} if text.status_url else {}
        try:
            made = await self._client.messages.create_async(
                to=text.to, from_=text.sender, body=text.body, **callback
            )
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as error:
            raise Passing(type(error).__name__) from None
        except (httpx.HTTPError, ValueError) as error:
            raise Unknown(type(error).__name__) from None
        except TwilioException as error:
            raise _sorted(error) from None
        if not made.sid:
            raise Unknown("an answer without an id")
        return Sent(made.sid)

    async def find(self, to: str, since: datetime) -> list[ProviderMessage]:
        """The latest texts to this number, whatever their state. Raises Passing when Twilio cannot say.

        Not filtered by DateSent, which a text still in Twilio's queue does not have.
        """
        found = await self._listed(to=to, limit=MOST_LOOKED_UP)
        known = [_outgoing(each) for each in found if str(each.direction or "").startswith("outbound")]
        recent = [each for each in known if each.created_at >= since - _CLOCK_SLACK]
        return sorted(recent, key=lambda each: each.created_at)

    async def received(self, receiver: str, since: datetime) -> list[ReceivedText]:
        """The latest texts to one of our numbers, oldest first. Raises Passing when Twilio cannot say."""
        found = await self._listed(to=receiver, date_sent_after=since, limit=MOST_RECEIVED)
        return sorted(
            (_incoming(each) for each in found if str(each.direction or "") == "inbound"),
            key=lambda each: each.created_at,
        )

    async def _listed(self, **asked: Any) -> list[MessageInstance]:
        try:
            return await self._client.messages.list_async(**asked)
        except (httpx.HTTPError, ValueError, TwilioException) as error:
            raise Passing(type(error).__name__) from None

    async def close(self) -> None:
        """Close the connections."""
        await self._http.close()


def _sorted(error: TwilioException) -> Passing | Permanent | Unknown:
    """Which kind of failure an SDK error is. Twilio's own words may hold a number: they are dropped."""
    if not isinstance(error, TwilioRestException | TwilioServiceException):
        return Unknown(type(error).__name__)
    if error.status == 429:
        return Passing("429", _BUSY_SECONDS)
    if 400 <= error.status < 500 and error.status != 408:
        return Permanent(str(error.code or error.status), f"HTTP {error.status}")
    return Unknown(f"HTTP {error.status}")


def _outgoing(message: MessageInstance) -> ProviderMessage:
    return ProviderMessage(
        message.sid or "",
        message.to or "",
        message.body or "",
        str(message.status or ""),
        None if message.error_code is None else str(message.error_code),
        _aware(message.date_created),
    )


def _incoming(message: MessageInstance) -> ReceivedText:
    return ReceivedText(
        message.sid or "",
        message.from_ or "",
        message.to or "",
        message.body or "",
        int(message.num_media or 0),
        _aware(message.date_created),
    )


def _aware(moment: datetime | None) -> datetime:
    if moment is None:
        return datetime.now(UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
