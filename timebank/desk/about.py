"""What lies on the desk about one exchange."""

from uuid import UUID

from timebank.desk.items import DeskItem
from timebank.desk.tables import DeskItemRow

HELD_BACK = frozenset({"please_ring", "out_of_scope"})
"""Kinds laid instead of asking neighbours: an organiser speaks with the member first."""

_FIELDS = tuple(DeskItem.__dataclass_fields__)


async def exchange(timebank_id: UUID, exchange_id: UUID) -> list[DeskItem]:
    """The open matters of one exchange, the most pressing first."""
    rows = await DeskItemRow.filter(
        timebank_id=timebank_id, exchange_id=exchange_id, closed_at=None
    ).order_by("priority", "opened_at")
    return [DeskItem(**{name: getattr(row, name) for name in _FIELDS}) for row in rows]


def hold_back(items: list[DeskItem]) -> bool:
    """Whether one of the matters keeps neighbours from being asked until an organiser says so."""
    return any(item.kind in HELD_BACK for item in items)
