"""Who could help with this: neighbours in order, each with reasons in words."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from timebank import clock, database
from timebank.communities import places
from timebank.listings import tasks
from timebank.matching import rules
from timebank.safeguarding import gate

MOST_SUGGESTED = 20


@dataclass(frozen=True)
class Need:
    """What is asked, of whom, when; `minutes` is how long it is thought to take."""

    timebank_id: UUID
    member_id: UUID
    member_postcode: str
    task: str
    starts_at: datetime
    minutes: int


@dataclass(frozen=True)
class Suggestion:
    """One neighbour who may be asked, with points out of 100 and reasons."""

    helper_id: UUID
    name: str
    points: float
    miles: float | None
    offers_it: bool
    reasons: tuple[str, ...]


_NEIGHBOURS = """
WITH met AS MATERIALIZED (
    SELECT helper_id, count(*) AS visits FROM exchanges
    WHERE timebank_id = $1 AND member_id = $2 AND state = 'confirmed' GROUP BY helper_id)
SELECT p.id, p.first_name, p.last_name, p.postcode,
       EXISTS (SELECT 1 FROM offers o WHERE o.timebank_id = p.timebank_id AND o.person_id = p.id
               AND o.task = $3 AND o.withdrawn_at IS NULL) AS offers_it,
       EXISTS (SELECT 1 FROM free_times f WHERE f.timebank_id = p.timebank_id
               AND f.person_id = p.id) AS says_when_free,
       EXISTS (SELECT 1 FROM free_times f WHERE f.timebank_id = p.timebank_id AND f.person_id = p.id
               AND f.weekday = $4 AND f.part = $5) AS is_free_then,
       (SELECT max(a.asked_at) FROM asks a WHERE a.timebank_id = p.timebank_id
               AND a.helper_id = p.id) AS last_asked_at,
       (SELECT count(*) FROM asks a WHERE a.timebank_id = p.timebank_id AND a.helper_id = p.id
               AND a.asked_at > $6::timestamptz - interval '30 days') AS asked_this_month,
       coalesce(met.visits, 0) AS visits_before
FROM people p
LEFT JOIN met ON met.helper_id = p.id
WHERE p.timebank_id = $1 AND p.is_helper AND p.left_at IS NULL AND p.id <> $2 AND p.id <> ALL ($7::uuid[])
"""


async def suggest(
    need: Need, *, except_for: Collection[UUID] = (), most: int = MOST_SUGGESTED
) -> list[Suggestion]:
    """At most `most` neighbours whom the gate lets through, the best fit first."""
    when = clock.local(need.starts_at)
    found = await database.rows(
        _NEIGHBOURS,
        need.timebank_id,
        need.member_id,
        need.task,
        when.weekday(),
        rules.part_of_day(when.hour),
        clock.now(),
        list(except_for),
    )
    missing = await gate.open_for(need.timebank_id, [row["id"] for row in found], need.task, when.date())
    open_to = [row for row in found if not missing[row["id"]]]
    where = await places.many([need.member_postcode, *(row["postcode"] for row in open_to)])
    label = tasks.get(need.task).label
    ranked = sorted(
        (_suggestion(row, need, where, label) for row in open_to),
        key=lambda one: (not one.offers_it, -one.points, one.helper_id),
    )
    return ranked[:most]


def _suggestion(row: dict[str, Any], need: Need, where: dict[str, places.Place], label: str) -> Suggestion:
    here, there = where.get(need.member_postcode), where.get(row["postcode"])
    miles = places.miles_between(here, there) if here and there else None
    facts = rules.Facts(
        offers_it=row["offers_it"],
        same_street=bool(row["postcode"]) and row["postcode"] == need.member_postcode,
        miles=miles,
        says_when_free=row["says_when_free"],
        is_free_then=row["is_free_then"],
        visits_before=row["visits_before"],
        last_asked_at=row["last_asked_at"],
        asked_this_month=row["asked_this_month"],
    )
    fit = rules.fit(facts, label, clock.now())
    name = f"{row['first_name']} {row['last_name']}".strip()
    return Suggestion(row["id"], name, fit.points, miles, facts.offers_it, fit.reasons)
