"""Leave a row of what was done, and read a thing's story back."""

from uuid import UUID

from timebank import clock, identity
from timebank.audit.actor import Actor
from timebank.audit.tables import AuditRow


async def record(actor: Actor, act: str, subject_kind: str, subject_id: UUID, **facts: object) -> None:
    """Add one row, in the caller's transaction. Facts are JSON values, without secrets."""
    await AuditRow.create(
        id=identity.new_id(),
        timebank_id=actor.timebank_id,
        at=clock.now(),
        actor_id=actor.person_id,
        for_id=actor.for_id,
        channel=actor.channel,
        act=act,
        subject_kind=subject_kind,
        subject_id=subject_id,
        facts=facts,
    )


async def story(timebank_id: UUID, subject_id: UUID, *, most: int = 200) -> list[AuditRow]:
    """What was done to one thing, oldest first."""
    return (
        await AuditRow.filter(timebank_id=timebank_id, subject_id=subject_id).order_by("at", "id").limit(most)
    )
