"""Ask neighbours about an exchange, wave by wave, and stand the others down."""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from uuid import UUID

from timebank import clock, database, errors, identity
from timebank.audit.actor import Actor
from timebank.desk import items
from timebank.matching import suggesting
from timebank.matching.tables import AskRow
from timebank.members import people
from timebank.safeguarding import gate
from timebank.scheduling import life, rules, telling
from timebank.scheduling.scene import Scene
from timebank.scheduling.tables import ExchangeRow

_BUSY = """
SELECT DISTINCT helper_id FROM exchanges
WHERE timebank_id = $1 AND id <> $2 AND helper_id IS NOT NULL AND state IN ('agreed', 'offered')
  AND starts_at < $4 AND starts_at + expected_minutes * interval '1 minute' > $3
UNION SELECT member_id FROM exchanges
WHERE timebank_id = $1 AND id <> $2 AND state = 'agreed'
  AND starts_at < $4 AND starts_at + expected_minutes * interval '1 minute' > $3
"""
_WRITE = """
INSERT INTO asks (id, timebank_id, exchange_id, helper_id, state, reasons, asked_at, answer_by)
VALUES ($1, $2, $3, $4, 'asked', $5, $6, $7)
ON CONFLICT (timebank_id, exchange_id, helper_id) DO UPDATE
SET state = 'asked', reasons = excluded.reasons, asked_at = excluded.asked_at,
    answer_by = excluded.answer_by, answered_at = NULL
"""
_ACCEPT = """
INSERT INTO asks (id, timebank_id, exchange_id, helper_id, state, reasons, asked_at, answer_by, answered_at)
VALUES ($1, $2, $3, $4, 'accepted', 'said yes to an organiser', $5, $5, $5)
ON CONFLICT (timebank_id, exchange_id, helper_id) DO UPDATE SET state = 'accepted', answered_at = $5
"""


async def busy_then(row: ExchangeRow) -> set[UUID]:
    """Everybody who has another agreed visit at the time of this one."""
    ends_at = row.starts_at + timedelta(minutes=row.expected_minutes)
    found = await database.rows(_BUSY, row.timebank_id, row.id, row.starts_at, ends_at)
    return {one["helper_id"] for one in found}


async def suggestions(
    row: ExchangeRow, member: people.Person, *, most: int = suggesting.MOST_SUGGESTED
) -> list[suggesting.Suggestion]:
    """Neighbours who could help, nobody who has had their say or is busy then.

    Who was stood down before they could answer may be asked again.
    """
    asked = await AskRow.filter(timebank_id=row.timebank_id, exchange_id=row.id, state__not="stood_down")
    need = suggesting.Need(
        row.timebank_id, row.member_id, member.postcode, row.task, row.starts_at, row.expected_minutes
    )
    not_these = {ask.helper_id for ask in asked} | await busy_then(row)
    return await suggesting.suggest(need, except_for=not_these, most=most)


async def ask_next(actor: Actor, scene: Scene) -> bool:
    """Ask as many more as the timebank asks at once; False where there is nobody left to ask.

    Only those are asked by themselves who have offered this kind of help. With nobody left and
    no answer outstanding, an organiser has it on the desk and the member hears it kindly.
    """
    waiting = await _waiting(scene)
    room = scene.timebank.asked_at_once - len(waiting)
    found = await suggestions(scene.row, scene.member) if room > 0 else []
    chosen = [one for one in found if one.offers_it][: max(room, 0)]
    if chosen:
        await _ask(actor, scene, {one.helper_id: "; ".join(one.reasons) for one in chosen})
    elif not waiting:
        await _nobody_found(scene)
        return False
    return True


async def ask(actor: Actor, scene: Scene, helper_ids: list[UUID]) -> None:
    """Ask these neighbours, whoever chose them; who has been asked and may still answer is not asked twice.

    Raises NotFound for who is no neighbour here, GateClosed where one may not do it.
    """
    on = clock.local(scene.row.starts_at).date()
    waiting = await _waiting(scene)
    chosen = [one for one in helper_ids if one not in waiting]
    for helper_id in chosen:
        if helper_id == scene.member.id:
            raise errors.NotFound("neighbour", helper_id)
        await people.here(scene.row.timebank_id, helper_id)
        await gate.require(scene.row.timebank_id, helper_id, scene.row.task, on)
    if chosen:
        await _ask(actor, scene, dict.fromkeys(chosen, "chosen by an organiser"))
    await items.clear(scene.row.timebank_id, f"nobody/{scene.row.id}", "neighbours asked")


async def _waiting(scene: Scene) -> set[UUID]:
    """Who has been asked and not yet answered."""
    asks = AskRow.filter(timebank_id=scene.row.timebank_id, exchange_id=scene.row.id, state="asked")
    return {ask.helper_id for ask in await asks}


async def _ask(actor: Actor, scene: Scene, reasons: dict[UUID, str]) -> None:
    row = scene.row
    patience = timedelta(minutes=scene.timebank.answer_within_minutes)
    answer_by = rules.answer_by(clock.now(), row.starts_at, patience, urgent=row.is_urgent)
    helpers = await people.many(row.timebank_id, reasons)
    await life.move(actor, row, "ask_neighbours", helpers=[str(one) for one in reasons])
    for helper_id, why in reasons.items():
        await _write(row, helper_id, why, answer_by)
        await _text(scene, helpers[helper_id])
    await life.note_due(row, "answers", answer_by)


async def _write(row: ExchangeRow, helper_id: UUID, why: str, answer_by: datetime) -> None:
    await database.run(
        _WRITE, identity.new_id(), row.timebank_id, row.id, helper_id, why, clock.now(), answer_by
    )


async def _text(scene: Scene, helper: people.Person) -> None:
    words = f"could they help {scene.member.first_name} with {scene.what.lower()}?"
    area = scene.member.postcode.split(" ")[0]
    expires_at = scene.row.starts_at
    await telling.tell(scene, helper, "ask_helper", words, expires_at=expires_at, area=area)


async def stand_down(scene: Scene, *, except_for: Collection[UUID] = ()) -> None:
    """Thank those who were asked and have not answered: it is settled."""
    open_asks = await AskRow.filter(
        timebank_id=scene.row.timebank_id, exchange_id=scene.row.id, state="asked"
    )
    gone = [ask for ask in open_asks if ask.helper_id not in except_for]
    helpers = await people.many(scene.row.timebank_id, {ask.helper_id for ask in gone})
    for ask in gone:
        await answered(ask, "stood_down")
        words = f"{scene.what} for {scene.member.first_name} is settled, with thanks."
        await telling.tell(scene, helpers[ask.helper_id], "helper_thanked_stood_down", words)


async def answered(ask: AskRow, state: str) -> None:
    """Write down how an ask ended."""
    ask.state = state
    ask.answered_at = clock.now()
    await ask.save()


async def silent(asks: Iterable[AskRow]) -> None:
    """Those who have not answered in time are waited for no longer; a late yes still counts."""
    for ask in asks:
        await answered(ask, "silent")


async def _nobody_found(scene: Scene) -> None:
    row = scene.row
    words = (
        f"Nobody has said yes to {scene.member.name} yet: {scene.what.lower()},"
        f" {telling.about(scene)['when']}."
    )
    await items.lay(
        row.timebank_id,
        "nobody_found",
        f"nobody/{row.id}",
        words,
        person_id=row.member_id,
        exchange_id=row.id,
    )
    kindly = "we are still looking for somebody, and will ring again."
    await telling.tell(scene, scene.member, "nobody_found_yet", kindly, once="nobody")


async def accepted(row: ExchangeRow, helper_id: UUID) -> None:
    """Write down the yes, also of a neighbour whom an organiser rang and nobody had asked before."""
    await database.run(_ACCEPT, identity.new_id(), row.timebank_id, row.id, helper_id, clock.now())
