"""Are texts going out? The few numbers an organiser needs to trust that they are."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from timebank import clock, database

LATE_AFTER = timedelta(minutes=10)


@dataclass(frozen=True)
class Health:
    """Texts of one timebank: overdue to go out, failed in the last day, and when one last went."""

    overdue: int
    failed: int
    last_sent_at: datetime | None

    @property
    def is_well(self) -> bool:
        """Nothing overdue and nothing failed."""
        return not self.overdue and not self.failed


_COUNT = """
SELECT count(*) FILTER (WHERE state IN ('waiting', 'attempting') AND not_before < $2) AS overdue,
       count(*) FILTER (WHERE state IN ('failed', 'undelivered', 'unknown', 'expired')
                        AND created_at > $3) AS failed,
       max(sent_at) AS last_sent_at
FROM outgoing_texts WHERE timebank_id = $1 AND created_at > $4
"""


async def of(timebank_id: UUID) -> Health:
    """How texts have been going, over the last fortnight."""
    now = clock.now()
    found = await database.rows(
        _COUNT, timebank_id, now - LATE_AFTER, now - timedelta(days=1), now - timedelta(days=14)
    )
    return Health(**found[0])
