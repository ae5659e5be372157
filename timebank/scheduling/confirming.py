"""Both sides say how long it was, and time credits move once."""

from dataclasses import dataclass
from uuid import UUID

from timebank import bell, clock, database, errors, hours
from timebank.audit.actor import Actor
from timebank.desk import items
from timebank.scheduling import life, paying, rules, telling, visiting
from timebank.scheduling import scene as scenes
from timebank.scheduling.scene import Scene


@dataclass(frozen=True)
class Confirmation:
    """How it stands now; `other_minutes` is what the other side said, where that differs."""

    state: str
    minutes: int | None
    other_minutes: int | None = None


async def confirm(actor: Actor, exchange_id: UUID, person_id: UUID, minutes: int) -> Confirmation:
    """One side says how many minutes it was; when both agree, credits move in this transaction.

    Said again after it is confirmed it changes nothing. Raises Invalid, NotNow, NotAllowed.
    """
    async with database.transaction():
        scene = await scenes.lock(actor.timebank_id, exchange_id)
        if person_id not in (scene.row.member_id, scene.row.helper_id):
            raise errors.NotAllowed(act="for somebody else")
        actor = scenes.as_person(actor, person_id)
        if scene.row.state == "confirmed":
            return Confirmation("confirmed", scene.row.confirmed_minutes)
        _check(scene, minutes)
        await _say(actor, scene, person_id, minutes)
        if scene.row.state != "confirmed":  # a confirmation tells both by itself
            speaker = scene.member if person_id == scene.member.id else scene.helper
            await telling.acted_for(actor, scene, speaker, hours.words(minutes))
        bell.ring("deliver")
        bell.ring("replies")
    return _how_it_stands(scene, person_id)


async def decide(actor: Actor, exchange_id: UUID, minutes: int) -> None:
    """An organiser decides how many minutes it was; 0 means that it did not happen. Both are told."""
    scenes.require_organiser(actor)
    async with database.transaction():
        scene = await scenes.lock(actor.timebank_id, exchange_id)
        if minutes:
            _check(scene, minutes)
        if scene.row.state == "agreed":
            await life.move(actor, scene.row, "finish")
        # Cleared first: what follows may lay down whom to ring about it.
        await items.clear_exchange(actor.timebank_id, exchange_id, "decided")
        if minutes:
            await credit(actor, scene, "decide", minutes)
        else:
            scene.row.end_reason = "did_not_happen"
            await life.move(actor, scene.row, "did_not_happen")
            await visiting.let_go(scene)
            await _tell_not_happened(scene)
        bell.ring("deliver")


async def undo(actor: Actor, exchange_id: UUID, reason: str) -> None:
    """An organiser takes a wrong confirmation back by a reversal; both are told. Undone twice is once."""
    scenes.require_organiser(actor)
    async with database.transaction():
        scene = await scenes.lock(actor.timebank_id, exchange_id)
        if scene.row.state == "disputed" and scene.row.transfer_id is None and scene.row.round:
            return
        minutes = scene.row.confirmed_minutes
        rules.after(scene.row.state, "undo")
        await paying.take_back(scene, reason)
        scene.row.code = await life.fresh_code(actor.timebank_id)
        await life.move(actor, scene.row, "undo", reason=reason, minutes=minutes)
        await items.lay(
            actor.timebank_id,
            "minutes_differ",
            f"minutes/{exchange_id}",
            f"Undone: {scene.what.lower()} for {scene.member.name}. Please decide the right minutes.",
            exchange_id=exchange_id,
        )
        for person in (scene.member, scene.helper):
            if person is not None:
                words = f"the credits for {scene.what.lower()} were put back, because of a mistake."
                await telling.tell(scene, person, "reversed_both", words)
        bell.ring("deliver")


async def credit(actor: Actor, scene: Scene, made: rules.Move, minutes: int) -> None:
    """Confirm: move the exchange and its credits together, and tell both."""
    row = scene.row
    from_pot = await paying.pay(scene, minutes)
    row.confirmed_minutes, row.confirmed_at = minutes, clock.now()
    await life.move(actor, row, made, minutes=minutes, from_pot=from_pot)
    await life.forget_due(row)
    await items.clear_exchange(row.timebank_id, row.id, "confirmed")
    await paying.tell_both(scene, minutes)
    if from_pot and not row.paid_by_pot:
        await paying.ask_to_ring(scene)


async def _say(actor: Actor, scene: Scene, person_id: UUID, minutes: int) -> None:
    row = scene.row
    if row.state == "agreed":
        await life.move(actor, row, "finish")
        row.done_at = row.done_at or clock.now()
    is_member = person_id == row.member_id
    other = row.helper_minutes if is_member else row.member_minutes
    both_spoke = row.member_minutes is not None and row.helper_minutes is not None
    if is_member:
        row.member_minutes = minutes
    else:
        row.helper_minutes = minutes
    made = rules.confirming(minutes, other, other_was_heard_by_both=both_spoke)
    if made == "agree":
        await credit(actor, scene, "agree", minutes)
        return
    await life.move(actor, row, made, minutes=minutes, by="member" if is_member else "helper")
    await _follow(scene, made)


async def _follow(scene: Scene, made: rules.Move) -> None:
    row = scene.row
    if made == "say":
        await life.forget_due(row, "no_word")
        await life.note_due(row, "stands", clock.now() + rules.STANDS_AFTER)
        return
    # The two differ: silence no longer settles it.
    await life.forget_due(row)
    if made == "still_differ":
        member, helper = scene.member.name, scene.helper.name if scene.helper else "the helper"
        await items.lay(
            row.timebank_id,
            "minutes_differ",
            f"minutes/{row.id}",
            f"{member} says {row.member_minutes} minutes, {helper} says {row.helper_minutes}."
            f" Please decide: {scene.what.lower()}.",
            exchange_id=row.id,
        )
    else:
        await life.note_due(row, "no_word", clock.now() + rules.NO_WORD_AFTER)


def _check(scene: Scene, minutes: int) -> None:
    if not 1 <= minutes <= rules.LONGEST_MINUTES:
        raise errors.Invalid("minutes", "Please give the minutes as a number between 1 and 720.")
    if clock.now() < scene.row.starts_at - rules.EARLIEST_CONFIRMING:
        raise errors.NotNow(state=scene.row.state, move="say")


def _how_it_stands(scene: Scene, person_id: UUID) -> Confirmation:
    row = scene.row
    is_member = person_id == row.member_id
    own = row.member_minutes if is_member else row.helper_minutes
    other = row.helper_minutes if is_member else row.member_minutes
    differs = row.state != "confirmed" and other is not None and other != own
    return Confirmation(row.state, own, other if differs else None)


async def _tell_not_happened(scene: Scene) -> None:
    for person in (scene.member, scene.helper):
        if person is not None:
            words = f"we have noted that {scene.what.lower()} did not happen; no credits moved."
            await telling.tell(scene, person, "did_not_happen", words)
