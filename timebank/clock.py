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

_frozen: ContextVar[datetime | None] = ContextVar("frozen_clock", default=None)


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return _frozen.get() or datetime.now(UTC)


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
def frozen(moment: datetime) -> Iterator[None]:
    """Within the block, `now()` is `moment`. For tests and for the demonstration's year."""
    if moment.tzinfo is None:
        raise ValueError("a frozen clock needs an aware moment")
    token = _frozen.set(moment.astimezone(UTC))
    try:
        yield
    finally:
        _frozen.reset(token)
