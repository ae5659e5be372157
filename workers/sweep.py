"""Job, every minute: whatever is due and was not rung for. This is what makes the bell dispensable."""

from timebank.messaging import inbox
from timebank.scheduling import due
from workers import deliver, replies
from workers.equipment import Equipment


async def run(equipment: Equipment) -> float | None:
    """Come back to texts in, to what has fallen due, and to texts out, in that order."""
    await inbox.set_aside()
    await replies.work_off()
    await due.run_due()
    return await deliver.run(equipment)
