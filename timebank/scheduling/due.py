"""The clockwork: what has fallen due is done, each thing once, each in its own transaction."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import structlog

from timebank import bell, clock, database
from timebank.audit import actor as actors
from timebank.audit.actor import Actor
from timebank.desk import items
from timebank.matching.tables import AskRow
from timebank.scheduling import confirming, life, neighbours, rules, telling
from timebank.scheduling import scene as scenes
from timebank.scheduling.scene import Scene

Handler = Callable[[Actor, Scene], Awaitable[None]]

MOST_AT_ONCE = 500
TRY_AGAIN_AFTER = timedelta(minutes=10)
_log = structlog.get_logger(__name__)

# The exchange is locked before its due row, in the order of every other use case; what somebody
# is working on at this moment is passed over and found by the next sweep.
_FIND = """
SELECT d.id, d.timebank_id, d.exchange_id, d.kind
FROM due d JOIN exchanges e ON e.timebank_id = d.timebank_id AND e.id = d.exchange_id
WHERE d.done_at IS NULL AND d.due_at <= $1 ORDER BY d.due_at, d.id LIMIT 1 FOR UPDATE OF e SKIP LOCKED
"""
_CLAIM = "UPDATE due SET done_at = $2 WHERE id = $1 AND done_at IS NULL AND due_at <= $2"
_PUT_OFF = "UPDATE due SET due_at = $2 WHERE id = $1 AND done_at IS NULL"


async def run_due() -> int:
    """Do all that has fallen due by now, at most 500 things; answers how many were done.

    A thing that fails is logged and tried again ten minutes later; it holds nothing else up.
    """
    for done in range(MOST_AT_ONCE):
        failed: list[object] = []
        try:
            if not await _one(failed):
                return done
        except Exception:
            _log.exception("due.failed", due=str(failed[0]) if failed else None)
            if not failed:
                raise
            await database.run(_PUT_OFF, failed[0], clock.now() + TRY_AGAIN_AFTER)
    return MOST_AT_ONCE


async def _one(tried: list[object]) -> bool:
    async with database.transaction():
        found = await database.rows(_FIND, clock.now())
        if not found:
            return False
        due = found[0]
        tried.append(due["id"])
        if not await database.run(_CLAIM, due["id"], clock.now()):
            return True
        scene = await scenes.lock(due["timebank_id"], due["exchange_id"])
        await _HANDLERS[due["kind"]](actors.clockwork(due["timebank_id"]), scene)
        bell.ring("deliver")
    return True


async def _answers(actor: Actor, scene: Scene) -> None:
    """The time to answer is over: ask the next neighbours."""
    if scene.row.state != "asking":
        return
    late = await AskRow.filter(
        timebank_id=scene.row.timebank_id,
        exchange_id=scene.row.id,
        state="asked",
        answer_by__lte=clock.now(),
    )
    await neighbours.silent(late)
    await neighbours.ask_next(actor, scene)


async def _nobody_yet(actor: Actor, scene: Scene) -> None:
    """A day before with nobody found: a person looks at it while there is time."""
    if not rules_open(scene):
        return
    when = telling.about(scene)["when"]
    await items.lay(
        scene.row.timebank_id,
        "nobody_found",
        f"nobody/{scene.row.id}",
        f"Nobody found yet for {scene.member.name}: {scene.what.lower()}, {when}.",
        person_id=scene.member.id,
        exchange_id=scene.row.id,
    )


async def _lapse(actor: Actor, scene: Scene) -> None:
    """Its time has come and nobody was found: say so kindly."""
    if not rules_open(scene):
        return
    scene.row.end_reason = "nobody_found"
    await life.move(actor, scene.row, "lapse")
    await neighbours.stand_down(scene)
    await life.forget_due(scene.row)
    words = f"we are sorry that nobody could be found for {scene.what.lower()}. Is there another day?"
    await telling.tell(scene, scene.member, "lapsed_sorry", words, once="lapsed")
    if scene.helper is not None:
        words = f"{scene.what} for {scene.member.first_name} was not settled in time. Thank you all the same."
        await telling.tell(scene, scene.helper, "helper_thanked_stood_down", words, once="lapsed")


async def _remind(actor: Actor, scene: Scene) -> None:
    """Both are reminded who is coming, when, and how to change it."""
    if scene.row.state != "agreed" or scene.helper is None or scene.row.starts_at <= clock.now():
        return
    when = telling.about(scene)["when"]
    once = f"remind-{scene.row.starts_at.isoformat()}"
    before = scene.row.starts_at
    to_member = f"a reminder: {scene.helper.first_name} is coming, {when}."
    await telling.tell(scene, scene.member, "reminder_member", to_member, once=once, expires_at=before)
    to_helper = f"a reminder: {scene.member.first_name} expects them, {when}."
    where = scene.row.place or scene.member.address
    await telling.tell(
        scene, scene.helper, "reminder_helper", to_helper, once=once, expires_at=before, address=where
    )


async def _over(actor: Actor, scene: Scene) -> None:
    """The visit should be over: ask each side how long it was, where they have not said so already."""
    row = scene.row
    if row.state not in ("agreed", "half_confirmed") or scene.helper is None:
        return
    if row.state == "agreed":
        row.done_at = clock.now()
        await life.move(actor, row, "finish")
    once = f"over-{row.starts_at.isoformat()}"
    words = f"how long was {scene.what.lower()}?"
    if row.helper_minutes is None:
        await telling.tell(scene, scene.helper, "after_visit_helper", words, once=once)
    if row.member_minutes is None:
        await telling.tell(scene, scene.member, "after_visit_member", words, once=once)


async def _no_word(actor: Actor, scene: Scene) -> None:
    """Nobody has said how long it was: an organiser asks. It is never credited by itself."""
    if scene.row.state not in ("done", "half_confirmed"):
        return
    helper = scene.helper.name if scene.helper else "the helper"
    await items.lay(
        scene.row.timebank_id,
        "not_confirmed",
        f"confirm/{scene.row.id}",
        f"Not yet confirmed: {helper} with {scene.member.name}, {scene.what.lower()}.",
        exchange_id=scene.row.id,
    )


async def _stands(actor: Actor, scene: Scene) -> None:
    """Seven days after one side said it, and nobody has disagreed: it counts."""
    row = scene.row
    said = row.helper_minutes if row.helper_minutes is not None else row.member_minutes
    if row.state == "half_confirmed" and said is not None:
        await confirming.credit(actor, scene, "stand", said)


def rules_open(scene: Scene) -> bool:
    """Whether somebody to help is still looked for."""
    return scene.row.state in rules.OPEN


_HANDLERS: dict[str, Handler] = {
    "answers": _answers,
    "nobody_yet": _nobody_yet,
    "lapse": _lapse,
    "remind": _remind,
    "over": _over,
    "no_word": _no_word,
    "stands": _stands,
}
