"""What may happen to an agreed visit before and on the day, each with a path of its own."""

from datetime import datetime
from uuid import UUID

from timebank import bell, clock, database, errors
from timebank.audit.actor import Actor
from timebank.desk import about, items
from timebank.ledger import holds
from timebank.matching.tables import AskRow
from timebank.scheduling import life, neighbours, rules, telling
from timebank.scheduling import scene as scenes
from timebank.scheduling.scene import Scene

WORDS_PASSED_ON = 60


async def cancel(actor: Actor, exchange_id: UUID, reason: str = "") -> None:
    """The member no longer wants it (or an organiser says so for them). Cancelling twice is once.

    Raises NotNow once the visit is over: then it is confirmed, or an organiser decides.
    """
    async with database.transaction():
        scene = await scenes.lock(actor.timebank_id, exchange_id)
        actor = scenes.as_person(actor, scene.member.id)
        if scene.row.state == "cancelled":
            return
        scene.row.end_reason = "withdrawn_by_organiser" if actor.for_id else "withdrawn_by_member"
        await life.move(actor, scene.row, "cancel", reason=reason)
        await let_go(scene)
        await items.clear_exchange(actor.timebank_id, exchange_id, "cancelled")
        await neighbours.stand_down(scene)
        if scene.helper is not None:
            words = f"{scene.member.first_name} no longer needs them for {scene.what.lower()}."
            await telling.tell(scene, scene.helper, "cancelled_by_member_helper", words)
        await telling.acted_for(actor, scene, scene.member, "called off", wording="cancelled_ok")
        bell.ring("deliver")


async def withdraw(actor: Actor, exchange_id: UUID) -> None:
    """The helper cannot come after all; the member is told and others are asked."""
    async with database.transaction():
        scene = await scenes.lock(actor.timebank_id, exchange_id)
        helper = scene.helper
        if helper is None:
            raise errors.NotNow(state=scene.row.state, move="withdraw")
        actor = scenes.as_person(actor, helper.id)
        await _look_again(actor, scene, "withdraw")
        await _mark(scene, helper.id, "withdrew")
        words = f"{helper.first_name} cannot come after all. We are asking others."
        await telling.tell(scene, scene.member, "cancelled_by_helper_member", words)
        await telling.acted_for(actor, scene, helper, "cannot come", wording="helper_declined_ok")
        await neighbours.ask_next(actor, scene)
        bell.ring("deliver")


async def put_off(actor: Actor, exchange_id: UUID, starts_at: datetime) -> None:
    """Another day or time. Who had agreed is asked first whether the new time suits.

    The same time again changes nothing; a request that waits for an organiser's word goes on waiting.
    """
    async with database.transaction():
        scene = await scenes.lock(actor.timebank_id, exchange_id)
        actor = scenes.as_person(actor, scene.member.id)
        rules.check_start(starts_at, clock.now())
        rules.after(scene.row.state, "put_off")
        if starts_at == scene.row.starts_at:
            return
        helper = scene.helper
        was_agreed = scene.row.state == "agreed"
        matters = await about.exchange(actor.timebank_id, exchange_id)
        is_held_back = scene.row.state == "asked" and about.hold_back(matters)
        await neighbours.stand_down(scene)
        scene.row.starts_at = starts_at
        await _look_again(actor, scene, "put_off")
        if was_agreed and helper is not None:
            await neighbours.ask(actor, scene, [helper.id])
        elif not is_held_back:
            await neighbours.ask_next(actor, scene)
        await telling.acted_for(actor, scene, scene.member, "a new day or time")
        bell.ring("deliver")


async def running_late(actor: Actor, exchange_id: UUID, words: str = "") -> None:
    """Either side will be late: the other is told at once, in their own words."""
    async with database.transaction():
        scene = await scenes.lock(actor.timebank_id, exchange_id)
        late = _speaker(actor, scene)
        actor = scenes.as_person(actor, late)
        _require_day_of_visit(scene, "running_late")
        other = scene.other_side(late)
        if other is None:
            raise errors.NotNow(state=scene.row.state, move="running_late")
        who = scene.helper if late != scene.member.id else scene.member
        await life.record(actor, scene.row, "running_late", words=words)
        said = " ".join(words.split())[:WORDS_PASSED_ON] or "running late"
        name = who.first_name if who else ""
        by_telephone = f"{name} is running late: “{said}”."
        await telling.tell(scene, other, "running_late_told", by_telephone, urgent=True, who=name, words=said)
        await telling.acted_for(actor, scene, who, "running late")
        bell.ring("deliver")


async def nobody_came(actor: Actor, exchange_id: UUID) -> None:
    """The member waited in vain: an organiser rings at once, and nothing is credited until they decide."""
    async with database.transaction():
        scene = await scenes.lock(actor.timebank_id, exchange_id)
        actor = scenes.as_person(actor, scene.member.id)
        helper = scene.helper.name if scene.helper else "The helper"
        words = f"{helper} did not come to {scene.member.name}. Please ring both, {scene.member.name} first."
        await _went_wrong(actor, scene, "nobody_came", words)


async def nobody_in(actor: Actor, exchange_id: UUID) -> None:
    """The helper found nobody at home: an organiser rings the member now, in case they are not well."""
    async with database.transaction():
        scene = await scenes.lock(actor.timebank_id, exchange_id)
        actor = scenes.as_person(actor, scene.row.helper_id)
        words = f"Nobody answered the door at {scene.member.name}'s. Please ring now to see that all is well."
        await _went_wrong(actor, scene, "nobody_in", words)


async def let_go(scene: Scene) -> None:
    """Nothing more is to fall due, and no credits are held."""
    await life.forget_due(scene.row)
    if scene.row.hold_id is not None:
        await holds.release(scene.row.timebank_id, scene.row.hold_id)


async def _look_again(actor: Actor, scene: Scene, made: rules.Move) -> None:
    row, helper_id = scene.row, scene.row.helper_id
    await let_go(scene)
    row.helper_id, row.matched_at, row.hold_id = None, None, None
    await life.move(actor, row, made, helper=str(helper_id), starts_at=row.starts_at.isoformat())
    scene.helper = None
    await life.note_due(row, "nobody_yet", max(clock.now(), row.starts_at - rules.NOBODY_YET_BEFORE))
    await life.note_due(row, "lapse", row.starts_at)


async def _mark(scene: Scene, helper_id: UUID, state: str) -> None:
    await AskRow.filter(
        timebank_id=scene.row.timebank_id, exchange_id=scene.row.id, helper_id=helper_id
    ).update(state=state, answered_at=clock.now())


async def _went_wrong(actor: Actor, scene: Scene, made: rules.Move, words: str) -> None:
    if scene.row.state == "disputed":
        return
    _require_day_of_visit(scene, made)
    await life.move(actor, scene.row, made)
    await life.forget_due(scene.row)
    deed = "nobody came" if made == "nobody_came" else "nobody was in"
    for person in (scene.member, scene.helper):
        await telling.acted_for(actor, scene, person, deed)
    kind: items.Kind = "nobody_came" if made == "nobody_came" else "nobody_in"
    await items.lay(
        scene.row.timebank_id,
        kind,
        f"{kind}/{scene.row.id}",
        words,
        person_id=scene.member.id,
        exchange_id=scene.row.id,
    )


def _speaker(actor: Actor, scene: Scene) -> UUID:
    speaker = actor.subject_id
    if speaker not in (scene.row.member_id, scene.row.helper_id) or speaker is None:
        raise errors.NotAllowed(act="for somebody else")
    return speaker


def _require_day_of_visit(scene: Scene, made: str) -> None:
    agreed = scene.row.state in ("agreed", "done", "half_confirmed")
    if not agreed or clock.now() < scene.row.starts_at - rules.EARLIEST_CONFIRMING:
        raise errors.NotNow(state=scene.row.state, move=made)
