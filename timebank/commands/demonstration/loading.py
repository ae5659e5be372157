"""Load the demonstration: a year up to this moment, all of it or nothing."""

import calendar
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from timebank import clock, database
from timebank.audit import trail
from timebank.audit.actor import clockwork
from timebank.commands.demonstration import answers, inventing, leading, live, office, wishes
from timebank.commands.demonstration import circle as circles
from timebank.commands.demonstration import guide as guides
from timebank.commands.demonstration.circle import Circle
from timebank.commands.demonstration.diary import Diary
from timebank.commands.demonstration.guide import Guide
from timebank.commands.demonstration.neighbour import Neighbour
from timebank.messaging import outbox

Progress = Callable[[str], None]

OPENED_AT = time(9)
LOADED = "demonstration.loaded"


def _silent(_line: str) -> None:
    """Progress that nobody wants to hear."""


async def is_needed() -> bool:
    """Whether the database is empty: nothing is ever added to a timebank that is there."""
    found = await database.rows("SELECT NOT EXISTS (SELECT 1 FROM timebanks) AS empty")
    return bool(found[0]["empty"])


async def is_unfinished() -> bool:
    """Whether a load was stopped half-way, so that the database wants emptying before another.

    Never where another timebank stands beside it: nobody's people are emptied out with a demonstration.
    """
    found = await database.rows(
        "SELECT EXISTS (SELECT 1 FROM timebanks WHERE slug = $1 AND is_demonstration)"
        " AND NOT EXISTS (SELECT 1 FROM timebanks WHERE slug <> $1)"
        " AND NOT EXISTS (SELECT 1 FROM audit WHERE act = $2) AS half",
        circles.SLUG,
        LOADED,
    )
    return bool(found[0]["half"])


async def load(progress: Progress = _silent) -> Guide:
    """Make the demonstration where the database is empty, and say whom to be.

    No text is sent: all are kept as recorded. Stopped half-way it leaves what `is_unfinished` tells of.
    """
    now = clock.now().replace(second=0, microsecond=0)
    if await is_needed():
        with clock.frozen(now) as hands, outbox.muted():
            await _live_a_year(hands, now, progress)
    return await guides.guide()


async def _live_a_year(hands: clock.Hands, now: datetime, progress: Progress) -> None:
    last_day = clock.local(now).date()
    first_day = last_day - timedelta(days=inventing.DAYS)
    hands.set(clock.at(first_day, OPENED_AT))
    async with database.transaction():
        timebank = await circles.open_circle()
        circle = Circle(timebank, Diary(hands, timebank.id), seed=f"larkfield/{last_day.isoformat()}")
        cast = inventing.invent(circle.dice("people"), first_day)
        await circles.admit(circle, cast[leading.PRIYA])
    for neighbour in cast[1:]:
        _note_joining(circle, neighbour, first_day)
    office.open_every_day(circle, first_day, last_day)
    wishes.help_the_circle(circle, first_day, last_day)
    live.lay_out(circle, now)
    for ends_at in _months(first_day, now):
        # A month is a transaction: thousands of small ones would wait for the disk thousands of times.
        async with database.transaction():
            await circle.diary.live_until(ends_at, lambda: answers.notice(circle))
        progress(_told(circle, ends_at))
    await trail.record(clockwork(circle.id), LOADED, "timebank", circle.id)


def _note_joining(circle: Circle, neighbour: Neighbour, first_day: date) -> None:
    dice = circle.dice("joins", neighbour.place)
    day = first_day + timedelta(days=neighbour.joins_on)
    at = clock.at(day, time(10 + dice.randrange(7), dice.randrange(60)))

    async def join() -> None:
        wishes.begin(circle, await circles.admit(circle, neighbour))

    circle.diary.note(at, join)


def _months(first_day: date, now: datetime) -> list[datetime]:
    """The moments at which something can be told: the end of each month, then now."""
    day = first_day
    found: list[datetime] = []
    while True:
        ends = day.replace(day=calendar.monthrange(day.year, day.month)[1])
        moment = clock.at(ends + timedelta(days=1), time())
        if moment >= now:
            return [*found, now]
        found.append(moment)
        day = ends + timedelta(days=1)


def _told(circle: Circle, moment: datetime) -> str:
    month = clock.local(moment - timedelta(seconds=1))
    people, asked = len(circle.people), len(circle.number)
    return f"Larkfield Circle, {month:%B %Y}: {people} people, {asked} requests so far"
