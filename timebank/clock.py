"""What time it is, from one place, so that a year can be lived in a minute.

Every use case asks this module and never the operating system. Times are
aware and in UTC; what a person reads is Europe/London.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


class Hands:
    """The hands of a stopped clock: `moment` is what `now()` says until it is set anew."""

    def __init__(self, moment: datetime) -> None:
        self.set(moment)

    def set(self, moment: datetime) -> None:
        """Move to an aware moment, forwards or back."""
        if moment.tzinfo is None:
            raise ValueError("a stopped clock needs an aware moment")
        self.moment = moment.astimezone(UTC)


_stopped: ContextVar[Hands | None] = ContextVar("stopped_clock", default=None)


def now() -> datetime:
    """The present moment, aware, in UTC."""
    hands = _stopped.get()
    return hands.moment if hands else datetime.now(UTC)


def today() -> date:
    """The date on a wall calendar in Britain."""
    return local(now()).date()


def local(moment: datetime) -> datetime:
    """The same moment on a clock in Britain."""
    return moment.astimezone(LONDON)


def at(day: date, wall: time) -> datetime:
    """The UTC moment of a British wall time; of an hour that comes twice, the first."""
    return datetime.combine(day, wall, LONDON).astimezone(UTC)


def day_bounds(first: date, last: date) -> tuple[datetime, datetime]:
    """The half-open span [start, end) of whole British days, both dates included."""
    return at(first, time()), at(last + timedelta(days=1), time())


@contextmanager
def frozen(moment: datetime) -> Iterator[Hands]:
    """Within the block, `now()` is `moment`, or where its hands are set since.

    For tests and for the demonstration's year.
    """
    hands = Hands(moment)
    token = _stopped.set(hands)
    try:
        yield hands
    finally:
        _stopped.reset(token)
