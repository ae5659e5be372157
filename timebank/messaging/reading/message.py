"""One text in the shapes that the grammars need, each made once."""

from collections.abc import Sequence
from datetime import datetime
from functools import cached_property

from timebank.messaging.reading import lasting, slate, what, when
from timebank.messaging.reading.plain import bare, plain
from timebank.messaging.reading.refers import among
from timebank.messaging.reading.values import OpenThing, Slots, When

_YES_OR_NO = {"ask", "offer"}


class Message:
    """A text, what is open for its sender, and the moment it is read."""

    def __init__(self, raw: str, context: Sequence[OpenThing], now: datetime) -> None:
        self.raw = raw
        self.context = tuple(context)
        self.now = now
        self.plain = plain(raw)
        self.words = bare(self.plain)

    @cached_property
    def question(self) -> str:
        """What we have just asked, by its `about`; "" where nothing is open."""
        return next((thing.about for thing in self.context if thing.kind == "question"), "")

    @cached_property
    def answerable(self) -> list[OpenThing]:
        """What a yes or a no could be about: what waits for exactly that, else what waits for minutes."""
        return among(self.context, _YES_OR_NO) or among(self.context, {"to_confirm"})

    @cached_property
    def visits(self) -> list[OpenThing]:
        """The sender's visits, both given and received."""
        return among(self.context, {"visit"})

    def visits_as(self, role: str) -> list[OpenThing]:
        """The sender's visits in one role, "receives" or "helps"."""
        return [visit for visit in self.visits if visit.role == role]

    @cached_property
    def _moment(self) -> tuple[lasting.Lasting, When]:
        board = slate.Slate(slate.in_figures(self.plain))
        length = lasting.take(board)
        return length, when.take(board, self.now, asked=self.question in {"when", "confirm"})

    @property
    def lasting(self) -> lasting.Lasting:
        """How long, as stated."""
        return self._moment[0]

    @property
    def when(self) -> When:
        """The day and hour, as stated."""
        return self._moment[1]

    @cached_property
    def kinds(self) -> tuple[what.Kind, ...]:
        """The kinds of help that the words may mean, best first."""
        return what.best(self.plain)

    @cached_property
    def tasks(self) -> tuple[str, ...]:
        """Their slugs."""
        return tuple(kind.slug for kind in self.kinds)

    def asked_slots(self) -> Slots:
        """What a request states."""
        return Slots(
            tasks=self.tasks,
            task_sure=what.sure(self.kinds),
            when=self.when,
            duration_min=self.lasting.minutes,
        )
