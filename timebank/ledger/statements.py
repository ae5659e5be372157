"""A statement: each entry with its running balance, newest first, a page at a time."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from timebank import database


@dataclass(frozen=True)
class Line:
    """One entry of an account; `others` are the owners on the other side."""

    version: int
    transfer_id: UUID
    kind: str
    memo: str
    amount: int
    balance_after: int
    happened_at: datetime
    recorded_at: datetime
    subject_id: UUID | None
    others: tuple[tuple[str, UUID], ...]


_PAGE = """
SELECT e.version, e.transfer_id, t.kind, t.memo, e.amount, e.balance_after, t.happened_at, t.recorded_at,
       t.subject_id,
       (SELECT array_agg(a.owner_kind ORDER BY o.id) FROM ledger_entries o
        JOIN ledger_accounts a ON a.id = o.account_id
        WHERE o.transfer_id = e.transfer_id AND o.account_id <> e.account_id) AS other_kinds,
       (SELECT array_agg(a.owner_id ORDER BY o.id) FROM ledger_entries o
        JOIN ledger_accounts a ON a.id = o.account_id
        WHERE o.transfer_id = e.transfer_id AND o.account_id <> e.account_id) AS other_owners
FROM ledger_entries e JOIN ledger_transfers t ON t.id = e.transfer_id
WHERE e.account_id = $1 AND e.timebank_id = $2 AND e.version < $3
ORDER BY e.version DESC LIMIT $4
"""
_BEYOND = 2**62


async def lines(
    timebank_id: UUID, account_id: UUID, *, before_version: int | None = None, most: int = 50
) -> list[Line]:
    """The newest `most` entries older than `before_version`, newest first."""
    found = await database.rows(_PAGE, account_id, timebank_id, before_version or _BEYOND, most)
    return [
        Line(
            version=row["version"],
            transfer_id=row["transfer_id"],
            kind=row["kind"],
            memo=row["memo"],
            amount=row["amount"],
            balance_after=row["balance_after"],
            happened_at=row["happened_at"],
            recorded_at=row["recorded_at"],
            subject_id=row["subject_id"],
            others=tuple(zip(row["other_kinds"] or (), row["other_owners"] or (), strict=True)),
        )
        for row in found
    ]
