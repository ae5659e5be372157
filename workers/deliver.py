"""Job: send what is due, and ask to be rung again when there will next be something."""

from timebank import clock
from timebank.messaging import delivery
from workers.equipment import Equipment

# Later than this the sweep of every minute comes first.
SOON_SECONDS = 55.0
SHORTEST_SECONDS = 0.5


async def run(equipment: Equipment) -> float | None:
    """Send everything due; returns in how many seconds to look again, None when the sweep will do."""
    done = await delivery.deliver(equipment.gateway, equipment.status_url)
    if done.next_at is None:
        return None
    wait = (done.next_at - clock.now()).total_seconds()
    return max(wait, SHORTEST_SECONDS) if wait < SOON_SECONDS else None
