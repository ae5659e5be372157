"""Open accounts and read what may be spent."""

from dataclasses import dataclass
from uuid import UUID

from timebank import clock, database, errors, identity
from timebank.ledger.tables import AccountRow

MINUTES = "minutes"
MEMBER, POT, OPENING = "member", "pot", "opening"


@dataclass(frozen=True)
class Account:
    """Whole minutes. `available` is what may still be promised or spent; None knows no bound."""

    id: UUID
    timebank_id: UUID
    owner_kind: str
    owner_id: UUID
    balance: int
    held: int
    floor: int | None
    ceiling: int | None

    @property
    def available(self) -> int | None:
        """Balance less holds, down to the floor; what is promised to come does not count."""
        return None if self.floor is None else self.balance - self.held - self.floor


async def open_for(
    timebank_id: UUID, kind: str, owner_id: UUID, *, floor: int | None = None, ceiling: int | None = None
) -> UUID:
    """The owner's account in minutes, opened at zero if there was none. Opening twice is opening once."""
    found = await database.rows(
        "SELECT ledger_open($1, $2, $3, $4, $5, $6, $7, $8) AS id",
        identity.new_id(),
        timebank_id,
        kind,
        owner_id,
        MINUTES,
        floor,
        ceiling,
        clock.now(),
    )
    return UUID(str(found[0]["id"]))


async def limit(timebank_id: UUID, account_id: UUID, *, floor: int | None, ceiling: int | None) -> None:
    """Set how far an account may fall and rise. What has been spent already stands."""
    done = await database.rows(
        "SELECT ledger_limit($1, $2, $3, $4) AS found", timebank_id, account_id, floor, ceiling
    )
    if not done[0]["found"]:
        raise errors.NotFound("account", account_id)


async def of(timebank_id: UUID, kind: str, owner_id: UUID) -> Account:
    """The owner's account; NotFound where none was opened."""
    row = await AccountRow.get_or_none(
        timebank_id=timebank_id, owner_kind=kind, owner_id=owner_id, unit=MINUTES
    )
    if row is None:
        raise errors.NotFound("account", owner_id)
    return _value(row)


async def pot(timebank_id: UUID) -> Account:
    """The community pot of a timebank."""
    return await of(timebank_id, POT, timebank_id)


async def balances(timebank_id: UUID, owner_ids: list[UUID]) -> dict[UUID, int]:
    """Members' balances by owner, in one question."""
    found = await AccountRow.filter(
        timebank_id=timebank_id, owner_kind=MEMBER, owner_id__in=owner_ids, unit=MINUTES
    )
    return {row.owner_id: row.balance for row in found}


def _value(row: AccountRow) -> Account:
    return Account(
        row.id,
        row.timebank_id,
        row.owner_kind,
        row.owner_id,
        row.balance,
        row.held,
        row.floor,
        row.ceiling,
    )
