"""Job, every minute: whatever is due and was not rung for. This is what makes the bell dispensable."""

from timebank.messaging import inbox
from timebank.scheduling import due
from workers import deliver, replies, shift
from workers.equipment import Equipment


async def run(equipment: Equipment) -> float | None:
    """Come back to texts in, to what has fallen due, and to texts out, in that order."""
    for work in (inbox.set_aside, replies.work_off, due.run_due):
        await shift.carry_on(work)
    return await deliver.run(equipment)
