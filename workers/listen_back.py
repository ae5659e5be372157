"""Job, every five minutes and at the start: texts that came while our own server did not hear."""

from timebank.messaging import catching_up
from workers import replies
from workers.equipment import Equipment


async def run(equipment: Equipment, *, long: bool = False) -> None:
    """Fetch them from the carrier's list, and work them off."""
    look_back = catching_up.LONG_LOOK_BACK if long else catching_up.USUAL_LOOK_BACK
    if await catching_up.catch_up(equipment.gateway, look_back):
        await replies.work_off()
