"""The moment that a text speaks of, by a small British grammar. It says "don't know" and never guesses."""

from datetime import UTC, date, datetime, time

from timebank.clock import LONDON
from timebank.messaging.reading import days, times
from timebank.messaging.reading.slate import Slate
from timebank.messaging.reading.values import When


def take(slate: Slate, now: datetime, *, asked: bool = False) -> When:
    """What the slate says of day and hour, as local wall time; never a moment before `now` (aware).

    `asked`: we have just asked when, so a bare "2" is an hour.
    """
    local = now.astimezone(LONDON)
    original = slate.text
    day = days.take(slate, local.date())
    hour = times.take(slate, day.ends_at, asked=asked, original=original)
    stated = When(
        date=day.on,
        date_from=day.first,
        date_to=day.last,
        time=hour.at,
        time_end=hour.end,
        time_after=hour.after,
        time_before=hour.before,
        part_of_day=hour.part,
        approx=hour.approx,
        unsure=day.unsure or hour.unsure,
    )
    return _not_past(stated, local)


def exists(day: date, wall: time) -> bool:
    """Whether a clock in Britain ever shows this: at the spring change an hour is left out."""
    moment = datetime.combine(day, wall, LONDON)
    return moment.astimezone(UTC).astimezone(LONDON).replace(tzinfo=None) == moment.replace(tzinfo=None)


def _not_past(stated: When, local: datetime) -> When:
    """A moment gone by, or one that no clock will show, is dropped and left unsure."""
    if stated.date is None:
        return stated
    gone = stated.date == local.date() and any(
        wall is not None and wall <= local.time() for wall in (stated.time, stated.time_before)
    )
    if stated.date == local.date() and not stated.time:
        gone = gone or _part_is_over(stated.part_of_day, local.time())
    missing = any(
        wall is not None and not exists(stated.date, wall) for wall in (stated.time, stated.time_after)
    )
    if not gone and not missing:
        return stated
    return When(date=stated.date, part_of_day=stated.part_of_day, unsure=True)


def _part_is_over(part: str | None, now: time) -> bool:
    ends = {"morning": time(12), "midday": time(14), "afternoon": time(18), "evening": time(22)}
    return part is not None and now >= ends[part]
