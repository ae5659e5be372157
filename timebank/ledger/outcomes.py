"""What the ledger's functions answer, and what a refusal is called."""

from typing import Any
from uuid import UUID

from timebank import errors


class LedgerRefusal(errors.Refusal):
    """The books do not allow it, and stand as they were."""


class NotEnough(LedgerRefusal):
    """More than may be spent: facts `account`, `available` (minutes)."""


class TooFull(LedgerRefusal):
    """More than the account may hold: facts `account`, `available` (minutes)."""


class OtherContent(LedgerRefusal):
    """This transfer's id was used before for something else."""


class NotBalanced(LedgerRefusal):
    """The entries do not sum to zero, or there is nothing to move."""


class NoAccount(LedgerRefusal):
    """An account that is not there, or not in this timebank or unit."""


_REFUSALS: dict[str, type[LedgerRefusal]] = {
    "below_floor": NotEnough,
    "above_ceiling": TooFull,
    "other_content": OtherContent,
    "not_balanced": NotBalanced,
    "no_account": NoAccount,
}


def settled(answer: dict[str, Any]) -> str:
    """The outcome in a word ("posted", "already", "held"), or the refusal raised."""
    outcome = str(answer["outcome"])
    refusal = _REFUSALS.get(outcome)
    if refusal is None:
        return outcome
    account: UUID | None = answer["account"]
    raise refusal(account=account, available=answer["available"])
