"""A year lived in a minute: what is to happen, in the order of its time, with the clockwork in between."""

import heapq
from collections.abc import Awaitable, Callable
from datetime import datetime
from itertools import count
from uuid import UUID

from timebank import clock, database
from timebank.scheduling import due

Act = Callable[[], Awaitable[object]]

_NEXT_DUE = "SELECT min(due_at) AS due_at FROM due WHERE timebank_id = $1 AND done_at IS NULL"


class Diary:
    """Acts noted for their time. What the real clockwork owes in the meantime is done at its own time."""

    def __init__(self, hands: clock.Hands, timebank_id: UUID) -> None:
        self._hands = hands
        self._timebank_id = timebank_id
        self._noted: list[tuple[datetime, int, Act]] = []
        self._order = count()

    def note(self, at: datetime, act: Act) -> None:
        """Do this when its time has come; at once, where that has passed."""
        heapq.heappush(self._noted, (max(at, self._hands.moment), next(self._order), act))

    async def live_until(self, end: datetime, after_clockwork: Act) -> None:
        """Live through everything up to `end`; what is noted for later stays noted."""
        while True:
            next_act = self._noted[0][0] if self._noted else end
            await self._clockwork(min(next_act, end), after_clockwork)
            if not self._noted or self._noted[0][0] > end:
                break
            at, _, act = heapq.heappop(self._noted)
            self._hands.set(at)
            await act()
        self._hands.set(end)

    async def _clockwork(self, until: datetime, after: Act) -> None:
        while True:
            found = await database.rows(_NEXT_DUE, self._timebank_id)
            due_at: datetime | None = found[0]["due_at"]
            if due_at is None or due_at > until:
                return
            self._hands.set(max(due_at, self._hands.moment))
            await due.run_due()
            await after()
