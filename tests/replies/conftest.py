"""A telephone in a test's hand."""

import itertools

import pytest

from tests.cast import Player
from tests.texts import Texts
from tests.worlds import Town
from timebank.desk import items
from timebank.messaging import inbox
from timebank.messaging.tables import IncomingTextRow, OutgoingTextRow
from workers import replies


class Telephone:
    """Texts the timebank as somebody and reads what comes back."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self._numbers = itertools.count(1)

    async def says(self, who: Player | str, words: str, *, media: int = 0) -> list[str]:
        """Send a text; returns the texts written to that number because of it, oldest first."""
        number = who if isinstance(who, str) else who.number
        before = await OutgoingTextRow.filter(number=number).count()
        receiver = self.town.timebank.text_number
        assert await inbox.store(f"SM{next(self._numbers):032d}", number, receiver, words, media)
        await replies.work_off()
        waiting = await IncomingTextRow.filter(state="waiting").count()
        assert waiting == 0, "a text was left unanswered"
        return (await Texts().at(number))[before:]

    async def desk(self) -> list[tuple[str, str]]:
        """What lies on the desk: kind and words, the most pressing first."""
        return [(item.kind, item.words) for item in await items.open_items(self.town.id)]

    async def intent_of_last(self) -> str | None:
        """How the last text was read."""
        row = await IncomingTextRow.all().order_by("-received_at", "-id").first()
        return row.intent if row else None


@pytest.fixture
def telephone(town: Town) -> Telephone:
    """One telephone for everybody."""
    return Telephone(town)


def code_in(text: str) -> str:
    """The code that a text asks to be answered with."""
    words = text.replace(".", " ").split()
    return next(
        words[at + 1]
        for at, word in enumerate(words)
        if word in {"YES", "NO", "DONE"} and words[at + 1].isdigit()
    )
