"""What people offer to do, and when in the week they are usually free."""

from collections.abc import Iterable, Set
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, cast, get_args
from uuid import UUID

from timebank import clock, database, errors, identity
from timebank.audit import trail
from timebank.audit.actor import Actor
from timebank.listings import tasks
from timebank.listings.tables import FreeTimeRow, OfferRow
from timebank.members import people
from timebank.members import rules as member_rules

Part = Literal["morning", "afternoon", "evening"]
FreeTimes = Set[tuple[int, Part]]
"""Weekday (0 is Monday) and part of the day."""

PARTS: tuple[Part, ...] = get_args(Part)
WEEKDAYS = range(7)
MOST_TOLD_LENGTH = 500


@dataclass(frozen=True)
class Offer:
    """A person would do this kind of help; `told` is what they said of it in their own words."""

    person_id: UUID
    task: str
    told: str
    offered_at: datetime


async def offer(actor: Actor, person_id: UUID, kinds: Iterable[str], told: str = "") -> list[Offer]:
    """The person would do these kinds of help too (slugs), and is a helper from now on.

    Offering again renews the offer; empty words keep the earlier ones. Raises NotFound for no kind,
    NotAllowed, Invalid. Answers all that they offer now.
    """
    slugs = [tasks.get(slug).slug for slug in dict.fromkeys(kinds)]
    if not slugs:
        raise errors.Invalid("tasks", "Please choose at least one kind of help.")
    if len(told) > MOST_TOLD_LENGTH:
        raise errors.Invalid("told", f"Please use {MOST_TOLD_LENGTH} letters or fewer.")
    _may_change(actor, person_id)
    async with database.transaction():
        await people.become_helper(actor.timebank_id, person_id)
        for slug in slugs:
            await _put(actor.timebank_id, person_id, slug, told.strip())
        await trail.record(actor.acting_for(person_id), "offered", "person", person_id, tasks=slugs)
        return await of_person(actor.timebank_id, person_id)


async def withdraw(actor: Actor, person_id: UUID, kinds: Iterable[str]) -> list[Offer]:
    """The person would rather not do these kinds of help any more. Answers what they still offer."""
    slugs = [tasks.get(slug).slug for slug in dict.fromkeys(kinds)]
    _may_change(actor, person_id)
    async with database.transaction():
        open_offers = OfferRow.filter(timebank_id=actor.timebank_id, person_id=person_id, withdrawn_at=None)
        ended = await open_offers.filter(task__in=slugs).update(withdrawn_at=clock.now())
        if ended:
            await trail.record(
                actor.acting_for(person_id), "withdrew_offer", "person", person_id, tasks=slugs
            )
        return await of_person(actor.timebank_id, person_id)


async def of_person(timebank_id: UUID, person_id: UUID) -> list[Offer]:
    """What one person offers now, in the order of the task list."""
    rows = await OfferRow.filter(timebank_id=timebank_id, person_id=person_id, withdrawn_at=None)
    order = {task.slug: place for place, task in enumerate(tasks.all_tasks())}
    return sorted((_value(row) for row in rows), key=lambda found: order[found.task])


async def of_task(timebank_id: UUID, task: str) -> dict[UUID, Offer]:
    """Everybody who offers that kind of help now, by person."""
    rows = await OfferRow.filter(timebank_id=timebank_id, task=tasks.get(task).slug, withdrawn_at=None)
    return {row.person_id: _value(row) for row in rows}


async def free_times(timebank_id: UUID, person_id: UUID) -> frozenset[tuple[int, Part]]:
    """When the person is usually free; empty where they never said."""
    return (await free_times_of(timebank_id, [person_id]))[person_id]


async def free_times_of(
    timebank_id: UUID, person_ids: Iterable[UUID]
) -> dict[UUID, frozenset[tuple[int, Part]]]:
    """When each of many people is usually free, in one question; everybody asked for is a key."""
    found: dict[UUID, set[tuple[int, Part]]] = {person_id: set() for person_id in person_ids}
    for row in await FreeTimeRow.filter(timebank_id=timebank_id, person_id__in=list(found)):
        found[row.person_id].add((row.weekday, cast(Part, row.part)))
    return {person_id: frozenset(times) for person_id, times in found.items()}


async def set_free_times(actor: Actor, person_id: UUID, times: FreeTimes) -> None:
    """These are the times now, instead of those said before."""
    if not all(weekday in WEEKDAYS and part in PARTS for weekday, part in times):
        raise errors.Invalid("free_times", "Please choose days of the week, and a part of each day.")
    _may_change(actor, person_id)
    async with database.transaction():
        await people.get(actor.timebank_id, person_id)
        await FreeTimeRow.filter(timebank_id=actor.timebank_id, person_id=person_id).delete()
        rows = [
            FreeTimeRow(
                id=identity.new_id(),
                timebank_id=actor.timebank_id,
                person_id=person_id,
                weekday=weekday,
                part=part,
            )
            for weekday, part in sorted(times)
        ]
        # The same form posted twice at one moment is the same answer, not a fault.
        await FreeTimeRow.bulk_create(rows, ignore_conflicts=True)
        await trail.record(
            actor.acting_for(person_id), "free_times", "person", person_id, parts_of_the_week=len(times)
        )


async def _put(timebank_id: UUID, person_id: UUID, task: str, told: str) -> None:
    await database.run(
        """INSERT INTO offers (id, timebank_id, person_id, task, told, offered_at)
           VALUES ($1, $2, $3, $4, $5, $6)
           ON CONFLICT (timebank_id, person_id, task) DO UPDATE SET
               told = COALESCE(NULLIF(excluded.told, ''), offers.told),
               offered_at = CASE WHEN offers.withdrawn_at IS NULL
                   THEN offers.offered_at ELSE excluded.offered_at END,
               withdrawn_at = NULL""",
        identity.new_id(),
        timebank_id,
        person_id,
        task,
        told,
        clock.now(),
    )


def _may_change(actor: Actor, person_id: UUID) -> None:
    if not member_rules.may_act_for(actor, person_id):
        raise errors.NotAllowed(act="change what somebody offers")


def _value(row: OfferRow) -> Offer:
    return Offer(row.person_id, row.task, row.told, row.offered_at)
