"""Somebody asks for help; neighbours are asked, three at a time, until one says yes."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from timebank import bell, clock, database, errors
from timebank.audit.actor import Actor
from timebank.communities import timebanks
from timebank.desk import items
from timebank.ledger import accounts
from timebank.listings import scope, tasks
from timebank.matching import suggesting
from timebank.members import people
from timebank.scheduling import exchanges, life, neighbours, rules, telling
from timebank.scheduling import scene as scenes
from timebank.scheduling.exchanges import Exchange
from timebank.scheduling.scene import Scene
from timebank.scheduling.tables import ExchangeRow

WORDS_KEPT = 500
_ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtextextended('asking/' || $1, 0))"


@dataclass(frozen=True)
class Wish:
    """What is wanted, when it begins (aware), and for about how long (whole minutes)."""

    task: str
    starts_at: datetime
    expected_minutes: int = 60
    place: str = ""
    note: str = ""
    is_urgent: bool = False
    approve_first: bool | None = None


@dataclass(frozen=True)
class Asked:
    """What became of a wish: neighbours are being asked, or a person will ring."""

    exchange: Exchange
    outcome: Literal["asking", "nobody_yet", "with_organiser"]


async def ask_for_help(actor: Actor, member_id: UUID, wish: Wish, *, exchange_id: UUID) -> Asked:
    """Record a request and ask the first neighbours. The same `exchange_id` twice is one request.

    It goes to an organiser instead where it is outside what a timebank does, or further than the
    member's credits reach. Raises Invalid, NotFound, NotAllowed.
    """
    async with database.transaction():
        actor = scenes.as_person(actor, member_id)
        # The second press of a button waits here for the first, and finds what it wrote.
        await database.rows(_ONE_AT_A_TIME, str(exchange_id))
        before = await ExchangeRow.get_or_none(timebank_id=actor.timebank_id, id=exchange_id)
        if before is not None:
            return Asked((await exchanges.values([before]))[0], _outcome(before))
        member = await people.here(actor.timebank_id, member_id)
        _check(wish)
        row = await _write(actor, member, wish, exchange_id)
        scene = await scenes.of(row)
        outcome = await _begin(actor, scene)
        acted = "request_with_organiser" if outcome == "with_organiser" else "organiser_asked_for_you"
        await telling.acted_for(actor, scene, scene.member, "a request", wording=acted, once="asked")
        bell.ring("deliver")
    return Asked((await exchanges.values([row]))[0], outcome)


async def ask_neighbours(actor: Actor, exchange_id: UUID, helper_ids: list[UUID]) -> None:
    """An organiser asks these neighbours, beside those already asked."""
    scenes.require_organiser(actor)
    async with database.transaction():
        scene = await scenes.lock(actor.timebank_id, exchange_id)
        await neighbours.ask(actor, scene, helper_ids)
        bell.ring("deliver")


async def suggestions(timebank_id: UUID, exchange_id: UUID) -> list[suggesting.Suggestion]:
    """Neighbours who could be asked about this request now, the best fit first, with reasons."""
    row = await ExchangeRow.get_or_none(timebank_id=timebank_id, id=exchange_id)
    if row is None:
        raise errors.NotFound("exchange", exchange_id)
    return await neighbours.suggestions(row, await people.get(timebank_id, row.member_id))


async def agree_beyond_floor(actor: Actor, exchange_id: UUID) -> None:
    """An organiser has rung, and the visit goes ahead: what the member cannot cover the pot pays."""
    scenes.require_organiser(actor)
    async with database.transaction():
        scene = await scenes.lock(actor.timebank_id, exchange_id)
        if scene.row.state not in rules.TAKES_ANSWERS:
            raise errors.NotNow(state=scene.row.state, move="ask_neighbours")
        scene.row.beyond_floor_agreed = True
        await scene.row.save(update_fields=["beyond_floor_agreed"])
        await items.clear_exchange(actor.timebank_id, exchange_id, "goes ahead")
        await neighbours.ask_next(actor, scene)
        bell.ring("deliver")


async def decline_request(actor: Actor, exchange_id: UUID, reason: str) -> None:
    """An organiser tells the member kindly that the timebank cannot do this."""
    scenes.require_organiser(actor)
    async with database.transaction():
        scene = await scenes.lock(actor.timebank_id, exchange_id)
        scene.row.end_reason = "out_of_scope"
        await life.move(actor, scene.row, "decline", reason=reason)
        await items.clear_exchange(actor.timebank_id, exchange_id, "declined")
        await neighbours.stand_down(scene)
        await life.forget_due(scene.row)
        words = f"we cannot help with {scene.what.lower()} on this occasion. {reason}"
        await telling.ring(scene, scene.member, words, matter=f"{exchange_id}/declined")
        bell.ring("deliver")


def _check(wish: Wish) -> None:
    tasks.get(wish.task)
    if not 5 <= wish.expected_minutes <= rules.LONGEST_MINUTES:
        raise errors.Invalid("expected_minutes", "Please choose between 5 minutes and 12 hours.")
    rules.check_start(wish.starts_at, clock.now())


async def _write(actor: Actor, member: people.Person, wish: Wish, exchange_id: UUID) -> ExchangeRow:
    approve = member.approves_helpers if wish.approve_first is None else wish.approve_first
    row = ExchangeRow(
        id=exchange_id,
        timebank_id=actor.timebank_id,
        code=await life.fresh_code(actor.timebank_id),
        member_id=member.id,
        task=wish.task,
        note=wish.note.strip()[:WORDS_KEPT],
        place=wish.place.strip()[:WORDS_KEPT],
        starts_at=wish.starts_at,
        expected_minutes=wish.expected_minutes,
        is_urgent=wish.is_urgent,
        approve_first=approve,
        paid_by_pot=wish.task in tasks.PAID_BY_POT,
        state="asked",
        asked_at=clock.now(),
    )
    await row.save(force_create=True)
    await life.record_asked(actor, row)
    await life.note_due(row, "nobody_yet", max(clock.now(), wish.starts_at - rules.NOBODY_YET_BEFORE))
    await life.note_due(row, "lapse", wish.starts_at)
    return row


async def _begin(actor: Actor, scene: Scene) -> Literal["asking", "nobody_yet", "with_organiser"]:
    row = scene.row
    outside = scope.out_of_scope(f"{row.note} {row.place}")
    if outside is not None:
        words = f"{scene.member.name} asks for {scene.what.lower()} and mentions {outside}: “{row.note}”."
        await _leave_to_organiser(scene, "out_of_scope", words)
        return "with_organiser"
    if not row.paid_by_pot and not await _reaches(row, scene.timebank):
        words = f"Please ring {scene.member.name} before asking neighbours: their hours are used up for now."
        await _leave_to_organiser(scene, "please_ring", words)
        return "with_organiser"
    return "asking" if await neighbours.ask_next(actor, scene) else "nobody_yet"


async def _reaches(row: ExchangeRow, timebank: timebanks.Timebank) -> bool:
    account = await accounts.of(row.timebank_id, accounts.MEMBER, row.member_id)
    return account.available is None or account.available >= row.expected_minutes


async def _leave_to_organiser(scene: Scene, kind: items.Kind, words: str) -> None:
    await items.lay(
        scene.row.timebank_id,
        kind,
        f"request/{scene.row.id}",
        words,
        person_id=scene.member.id,
        exchange_id=scene.row.id,
    )


def _outcome(row: ExchangeRow) -> Literal["asking", "nobody_yet", "with_organiser"]:
    return "asking" if row.state != "asked" else "with_organiser"
