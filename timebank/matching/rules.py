"""How well a neighbour fits, and why, in words. Pure.

Points are a house rule, not science: what was offered counts most, then being
near, being free, having met, and not having been asked lately. They add to at
most 100 so that an organiser can see how one reason weighs against another.
"""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta

OFFERED_POINTS = 40
NEAR_POINTS = 25
FREE_POINTS = 15
RESTED_POINTS = 15
MET_POINTS = 5
NEAR_MILES = 0.5
LOCAL_MILES = 5.0
RESTED_AFTER = timedelta(days=28)
NOON, EVENING = 12, 17


@dataclass(frozen=True)
class Facts:
    """What is known of one neighbour for one request. `miles` is None where a place is unknown."""

    offers_it: bool
    same_street: bool
    miles: float | None
    says_when_free: bool
    is_free_then: bool
    visits_before: int
    last_asked_at: datetime | None
    asked_this_month: int


@dataclass(frozen=True)
class Fit:
    """Points from 0 to 100 and the reasons for them, the strongest first."""

    points: float
    reasons: tuple[str, ...]


def part_of_day(hour: int) -> str:
    """The part of the day an hour on a British clock belongs to."""
    if hour < NOON:
        return "morning"
    return "afternoon" if hour < EVENING else "evening"


def fit(facts: Facts, task_label: str, now: datetime) -> Fit:
    """How well this neighbour fits."""
    found = [
        _offered(facts, task_label),
        _near(facts),
        _free(facts),
        _rested(facts, now),
        _met(facts),
    ]
    told = sorted((reason for reason in found if reason[1]), key=lambda reason: -reason[0])
    return Fit(round(sum(points for points, _ in found), 2), tuple(words for _, words in told))


def _offered(facts: Facts, task_label: str) -> tuple[float, str]:
    if facts.offers_it:
        return OFFERED_POINTS, f"offers {task_label[:1].lower()}{task_label[1:]}"
    return 0, "has not offered this kind of help"


def _near(facts: Facts) -> tuple[float, str]:
    if facts.same_street:
        return NEAR_POINTS, "lives in the same street"
    if facts.miles is None:
        return NEAR_POINTS / 4, "distance not known"
    points = NEAR_POINTS * math.exp(-facts.miles / LOCAL_MILES)
    if facts.miles < NEAR_MILES:
        return points, "lives a few minutes' walk away"
    return points, f"lives about {facts.miles:.1f} miles away"


def _free(facts: Facts) -> tuple[float, str]:
    if not facts.says_when_free:
        return FREE_POINTS / 2, ""
    return (FREE_POINTS, "usually free then") if facts.is_free_then else (0, "not usually free then")


def _rested(facts: Facts, now: datetime) -> tuple[float, str]:
    if facts.last_asked_at is None:
        return RESTED_POINTS, "has not been asked before"
    since = now - facts.last_asked_at
    points = RESTED_POINTS * min(1.0, since / RESTED_AFTER) / max(1, facts.asked_this_month)
    if since >= RESTED_AFTER:
        return points, "not asked for over a month"
    days = max(0, since.days)
    ago = "today" if days == 0 else "yesterday" if days == 1 else f"{days} days ago"
    return points, f"last asked {ago}"


def _met(facts: Facts) -> tuple[float, str]:
    if not facts.visits_before:
        return 0, ""
    times = "once" if facts.visits_before == 1 else f"{facts.visits_before} times"
    return MET_POINTS, f"has helped them {times} before"
