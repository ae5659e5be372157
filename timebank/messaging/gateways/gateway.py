"""What every carrier promises, and the three ways it can fail.

Kept apart because each asks for something else: a passing failure is tried
again, a permanent one is acted on, and after an unknown one the carrier is
asked what it has before anything is sent again.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class OutgoingText:
    """One text: `to` and `sender` in E.164, the words, and where reports about it should go."""

    to: str
    sender: str
    body: str
    status_url: str | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """The carrier has taken the text under this id of its own."""

    provider_id: str


@dataclass(frozen=True, slots=True)
class ProviderMessage:
    """A text as the carrier remembers it. `body` is the whole text; `status` the carrier's word."""

    provider_id: str
    to: str
    body: str
    status: str
    error_code: str | None
    created_at: datetime


@dataclass(frozen=True, slots=True)
class ReceivedText:
    """A text somebody sent us, as the carrier remembers it; `media` counts the pictures with it."""

    provider_id: str
    number: str
    receiver: str
    body: str
    media: int
    created_at: datetime


class GatewayFailure(Exception):
    """A carrier did not plainly take a text."""


class Passing(GatewayFailure):
    """Certainly not sent, and worth trying again; the carrier's wish in seconds, if it had one."""

    def __init__(self, reason: str, retry_after_seconds: float | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.retry_after_seconds = retry_after_seconds


class Permanent(GatewayFailure):
    """Certainly not sent, and never will be like this: the carrier's code and its reason."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(f"{code}: {reason}")
        self.code = code
        self.reason = reason


class Unknown(GatewayFailure):
    """It may have been sent: no answer in time, or the carrier broke while it worked."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Gateway(Protocol):
    """A way for texts to leave. One object serves a whole process and any number of texts at once."""

    async def send(self, text: OutgoingText) -> Sent:
        """Hand over one text, once. Raises Passing, Permanent or Unknown; never tries twice by itself."""

    async def find(self, to: str, since: datetime) -> list[ProviderMessage]:
        """What the carrier took for this number since then, oldest first. Raises Passing."""

    async def received(self, receiver: str, since: datetime) -> list[ReceivedText]:
        """What people sent to our number since then, oldest first, webhook or no webhook. Raises Passing."""

    async def close(self) -> None:
        """Let go of connections."""
