"""The clock in a test's hand."""

from datetime import datetime, timedelta

from timebank import clock


class TheClock:
    """Stands still until it is moved: `the_clock.reads("2026-06-10 14:00")`, `the_clock.passes(hours=2)`."""

    def __init__(self, hands: clock.Hands) -> None:
        self._hands = hands

    @property
    def now(self) -> datetime:
        """The present moment, as use cases see it."""
        return self._hands.moment

    def reads(self, wall: str | datetime) -> None:
        """Move to a British wall time, "2026-06-10 14:00", or to an aware moment."""
        moment = wall if isinstance(wall, datetime) else at(wall)
        self._hands.set(moment)

    def passes(self, *, days: int = 0, hours: int = 0, minutes: int = 0) -> None:
        """Let time go by."""
        self._hands.set(self.now + timedelta(days=days, hours=hours, minutes=minutes))


def at(wall: str) -> datetime:
    """The UTC moment of a British wall time, "2026-06-10 14:00"."""
    local = datetime.fromisoformat(wall)
    return clock.at(local.date(), local.time())
