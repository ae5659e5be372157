"""A neighbour answers; the first yes wins, and nobody is left wondering."""

from datetime import timedelta
from uuid import UUID

from timebank import bell, clock, database, errors, identity
from timebank.audit.actor import Actor
from timebank.desk import items
from timebank.ledger import accounts, holds, outcomes
from timebank.matching.tables import AskRow
from timebank.members import people
from timebank.safeguarding import gate
from timebank.scheduling import exchanges, life, neighbours, rules, telling
from timebank.scheduling import scene as scenes
from timebank.scheduling.exchanges import Exchange
from timebank.scheduling.scene import Scene
from timebank.scheduling.tables import ExchangeRow


class TooLate(errors.Refusal):
    """Somebody else said yes first, or it is no longer wanted: facts `state`, `when`."""


class Clash(errors.Refusal):
    """This neighbour has another visit then."""


class NotAsked(errors.Refusal):
    """This neighbour was not asked about this."""


async def accept(actor: Actor, exchange_id: UUID, helper_id: UUID) -> Exchange:
    """A neighbour says yes. Accepting twice is accepting once.

    Raises TooLate, Clash, NotAsked, GateClosed, NotAllowed.
    """
    async with database.transaction():
        actor = scenes.as_person(actor, helper_id)
        scene = await scenes.lock(actor.timebank_id, exchange_id)
        if scene.row.helper_id == helper_id and scene.row.state in ("offered", "agreed"):
            return (await exchanges.values([scene.row]))[0]
        await _may_accept(actor, scene, helper_id)
        await _take(actor, scene, helper_id)
        bell.ring("deliver")
    return (await exchanges.values([scene.row]))[0]


async def decline(actor: Actor, exchange_id: UUID, helper_id: UUID) -> None:
    """A neighbour says no, for whatever reason; another is asked. Saying no twice is saying it once."""
    async with database.transaction():
        actor = scenes.as_person(actor, helper_id)
        scene = await scenes.lock(actor.timebank_id, exchange_id)
        ask = await _ask_of(scene, helper_id)
        if ask is None:
            raise NotAsked(exchange_id=exchange_id)
        if ask.state not in ("asked", "silent"):
            return
        await neighbours.answered(ask, "declined")
        await life.record(actor, scene.row, "declined_by_helper", helper=str(helper_id))
        helper = await people.get(actor.timebank_id, helper_id)
        await telling.acted_for(actor, scene, helper, "no", wording="helper_declined_ok")
        if scene.row.state in rules.TAKES_ANSWERS:
            await neighbours.ask_next(actor, scene)
        bell.ring("deliver")


async def approve(actor: Actor, exchange_id: UUID) -> Exchange:
    """The member is content with who offered. Raises NotNow, NotAllowed."""
    async with database.transaction():
        scene = await scenes.lock(actor.timebank_id, exchange_id)
        actor = scenes.as_person(actor, scene.member.id)
        if scene.row.state == "agreed":
            return (await exchanges.values([scene.row]))[0]
        await life.move(actor, scene.row, "approve", helper=str(scene.row.helper_id))
        await agree(actor, scene)
        bell.ring("deliver")
    return (await exchanges.values([scene.row]))[0]


async def refuse(actor: Actor, exchange_id: UUID) -> None:
    """The member would rather somebody else; no reason is needed, and others are asked."""
    async with database.transaction():
        scene = await scenes.lock(actor.timebank_id, exchange_id)
        actor = scenes.as_person(actor, scene.member.id)
        helper = scene.helper
        scene.row.helper_id, scene.row.matched_at = None, None
        await life.move(actor, scene.row, "refuse", helper=str(helper.id) if helper else None)
        scene.helper = None
        if helper is not None:
            ask = await _ask_of(scene, helper.id)
            if ask is not None:
                await neighbours.answered(ask, "refused")
            words = f"{scene.what} for {scene.member.first_name} is settled, with thanks."
            await telling.tell(scene, helper, "helper_thanked_stood_down", words)
        await telling.acted_for(actor, scene, scene.member, "somebody else, please")
        await neighbours.ask_next(actor, scene)
        bell.ring("deliver")


async def agree(actor: Actor, scene: Scene) -> None:
    """It is agreed: hold the member's credits, stand the others down, tell both, note what falls due."""
    row = scene.row
    await _hold(scene)
    # What lies on the desk is cleared first: it may be somebody to ring whom this stands down.
    await items.clear_exchange(row.timebank_id, row.id, "agreed")
    await neighbours.stand_down(scene)
    await life.forget_due(row, "answers", "nobody_yet", "lapse")
    ends_at = row.starts_at + timedelta(minutes=row.expected_minutes)
    remind_at = rules.remind_at(row.starts_at, clock.now())
    if remind_at is not None:
        await life.note_due(row, "remind", remind_at)
    await life.note_due(row, "over", ends_at)
    await life.note_due(row, "no_word", ends_at + rules.NO_WORD_AFTER)
    await _tell_both(scene)


async def _may_accept(actor: Actor, scene: Scene, helper_id: UUID) -> None:
    if scene.row.state not in rules.TAKES_ANSWERS:
        raise TooLate(state=scene.row.state, exchange_id=scene.row.id)
    if helper_id == scene.member.id:
        raise NotAsked(exchange_id=scene.row.id)
    if scene.row.starts_at <= clock.now():
        raise TooLate(state="lapsed", exchange_id=scene.row.id)
    ask = await _ask_of(scene, helper_id)
    # A late yes counts as long as somebody is still looked for; only who was refused was told so.
    asked = ask is not None and ask.state != "refused"
    if not asked and not actor.is_organiser:
        raise NotAsked(exchange_id=scene.row.id)
    on = clock.local(scene.row.starts_at).date()
    await gate.require(scene.row.timebank_id, helper_id, scene.row.task, on)
    # Locked, so that two yeses of one neighbour at the same moment see each other.
    await database.rows("SELECT id FROM people WHERE id = $1 FOR NO KEY UPDATE", helper_id)
    if helper_id in await neighbours.busy_then(scene.row):
        raise Clash(exchange_id=scene.row.id, starts_at=scene.row.starts_at)


async def _take(actor: Actor, scene: Scene, helper_id: UUID) -> None:
    row = scene.row
    row.helper_id, row.matched_at = helper_id, clock.now()
    scene.helper = await people.here(row.timebank_id, helper_id)
    await neighbours.accepted(row, helper_id)
    if row.approve_first:
        await life.move(actor, row, "offer", helper=str(helper_id))
        await neighbours.stand_down(scene)
        words = f"{scene.helper.first_name} can come for {scene.what.lower()}: is that all right?"
        await telling.tell(scene, scene.member, "offer_to_approve", words, expires_at=row.starts_at)
        await telling.acted_for(actor, scene, scene.helper, "yes", wording="helper_offered_ok")
        return
    await life.move(actor, row, "accept", helper=str(helper_id))
    await agree(actor, scene)


async def _hold(scene: Scene) -> None:
    """Set aside what the member can cover; the community pot covers the rest when the visit is paid."""
    row = scene.row
    if row.paid_by_pot:
        return
    try:
        await _hold_spare(row)
    except outcomes.NotEnough:
        # Another visit of theirs was agreed in between. The refusal has locked the account: now it stands.
        await _hold_spare(row)


async def _hold_spare(row: ExchangeRow) -> None:
    account = await accounts.of(row.timebank_id, accounts.MEMBER, row.member_id)
    spare = row.expected_minutes if account.available is None else max(account.available, 0)
    minutes = min(row.expected_minutes, spare)
    if minutes:
        hold_id = identity.new_id()
        await holds.place(row.timebank_id, account.id, hold_id, minutes, row.id)
        row.hold_id = hold_id
        await row.save(update_fields=["hold_id"])


async def _ask_of(scene: Scene, helper_id: UUID) -> AskRow | None:
    return await AskRow.get_or_none(
        timebank_id=scene.row.timebank_id, exchange_id=scene.row.id, helper_id=helper_id
    )


async def _tell_both(scene: Scene) -> None:
    if scene.helper is None:
        raise AssertionError("an agreed exchange has a helper")
    when = telling.about(scene)["when"]
    to_member = f"{scene.helper.first_name} is coming for {scene.what.lower()}, {when}."
    await telling.tell(scene, scene.member, "agreed_member", to_member)
    to_helper = f"{scene.member.first_name} expects them for {scene.what.lower()}, {when}."
    where = scene.row.place or scene.member.address
    await telling.tell(scene, scene.helper, "agreed_helper", to_helper, address=where)
