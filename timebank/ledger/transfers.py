"""Move minutes: N entries that sum to zero, once for each transfer's id."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from timebank import clock, database, errors
from timebank.ledger import accounts, outcomes
from timebank.ledger.tables import EntryRow, TransferRow

_POST = "SELECT * FROM ledger_post($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
_SETTLE = "SELECT * FROM ledger_settle($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"


@dataclass(frozen=True)
class Transfer:
    """An act to record. `entries` are (account, minutes), each account once, summing to zero.

    The caller makes `id` before it tries, so that a retry is answered "already".
    """

    id: UUID
    timebank_id: UUID
    kind: str
    entries: tuple[tuple[UUID, int], ...]
    happened_at: datetime
    memo: str = ""
    subject_id: UUID | None = None
    reverses_id: UUID | None = None
    unit: str = field(default=accounts.MINUTES)


@dataclass(frozen=True)
class Payment:
    """A visit to pay: the member pays what may be spent, the pot the rest, the helper gets all of it."""

    id: UUID
    timebank_id: UUID
    kind: str
    hold_id: UUID | None
    payer: UUID
    payee: UUID
    pot: UUID
    minutes: int
    happened_at: datetime
    memo: str
    subject_id: UUID


async def post(transfer: Transfer) -> str:
    """Record a transfer in one round trip: "posted", or "already" if this very act was recorded.

    Raises NotEnough, TooFull, OtherContent, NotBalanced or NoAccount, each leaving all as it was.
    """
    answer = await database.rows(
        _POST,
        transfer.id,
        transfer.timebank_id,
        transfer.unit,
        transfer.kind,
        [account for account, _ in transfer.entries],
        [minutes for _, minutes in transfer.entries],
        transfer.subject_id,
        transfer.memo,
        transfer.happened_at,
        clock.now(),
        transfer.reverses_id,
    )
    return outcomes.settled(answer[0])


async def settle(payment: Payment) -> int:
    """Pay a visit and end its hold; answers how many minutes came from the community pot."""
    if payment.minutes <= 0:
        raise errors.Invalid("minutes", "A payment needs at least one minute.")
    answer = await database.rows(
        _SETTLE,
        payment.id,
        payment.timebank_id,
        payment.kind,
        payment.hold_id,
        payment.payer,
        payment.payee,
        payment.pot,
        payment.minutes,
        payment.subject_id,
        payment.memo,
        payment.happened_at,
        clock.now(),
    )
    outcomes.settled(answer[0])
    return int(answer[0]["available"] or 0)


async def reverse(timebank_id: UUID, transfer_id: UUID, reversal_id: UUID, memo: str) -> str:
    """Record the opposite of a transfer. A transfer is reversed once; the floor does not stop it."""
    original = await TransferRow.get_or_none(timebank_id=timebank_id, id=transfer_id)
    if original is None:
        raise errors.NotFound("transfer", transfer_id)
    entries = await EntryRow.filter(transfer_id=transfer_id).order_by("id")
    return await post(
        Transfer(
            id=reversal_id,
            timebank_id=timebank_id,
            kind="reversal",
            entries=tuple((entry.account_id, -entry.amount) for entry in entries),
            happened_at=original.happened_at,
            memo=memo,
            subject_id=original.subject_id,
            reverses_id=transfer_id,
            unit=original.unit,
        )
    )
