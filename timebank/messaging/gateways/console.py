"""Texts on the terminal, for development without any phone network."""

import sys
from datetime import datetime
from typing import TextIO

from timebank.identity import new_id
from timebank.messaging.gateways.gateway import OutgoingText, ProviderMessage, ReceivedText, Sent
from timebank.messaging.numbers import masked


class ConsoleGateway:
    """Prints each text, its number masked, and calls it sent."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stdout

    async def send(self, text: OutgoingText) -> Sent:
        """Print one text."""
        print(f"text to {masked(text.to)}: {text.body}", file=self._stream, flush=True)
        return Sent(f"console-{new_id()}")

    async def find(self, to: str, since: datetime) -> list[ProviderMessage]:
        """Nothing is remembered: a text that was printed was printed."""
        return []

    async def received(self, receiver: str, since: datetime) -> list[ReceivedText]:
        """Nobody can text a terminal."""
        return []

    async def close(self) -> None:
        """Nothing to let go of."""
