"""A carrier in the pocket: no network, an honest memory, failures when asked."""

from datetime import datetime

from timebank import clock
from timebank.messaging.gateways.gateway import OutgoingText, ProviderMessage, ReceivedText, Sent


class PocketGateway:
    """A carrier that takes every text, and fails the next ones it is told to fail with."""

    def __init__(self) -> None:
        self.taken: list[OutgoingText] = []
        self.failures: list[Exception] = []
        self._remembered: list[ProviderMessage] = []

    async def send(self, text: OutgoingText) -> Sent:
        """Take one text, or fail as was asked."""
        if self.failures:
            raise self.failures.pop(0)
        self.taken.append(text)
        provider_id = f"SM{len(self.taken):032x}"
        self._remembered.append(ProviderMessage(provider_id, text.to, text.body, "sent", None, clock.now()))
        return Sent(provider_id)

    async def find(self, to: str, since: datetime) -> list[ProviderMessage]:
        """What was sent to a number since a moment."""
        return [message for message in self._remembered if message.to == to and message.created_at >= since]

    async def received(self, receiver: str, since: datetime) -> list[ReceivedText]:
        """Nobody texts a pocket."""
        return []

    async def close(self) -> None:
        """Nothing to let go of."""
