"""Accounts without people, for tests about the books alone."""

from dataclasses import dataclass
from uuid import UUID

from tests.worlds import Town
from timebank import clock, identity
from timebank.ledger import accounts, invariants, transfers
from timebank.ledger.transfers import Payment, Transfer

FLOOR = -300


@dataclass(frozen=True)
class Books:
    """A payer and a payee who may go to five hours below nothing, another, and the community pot."""

    timebank_id: UUID
    ann: UUID
    ben: UUID
    cat: UUID
    pot: UUID
    owners: dict[UUID, tuple[str, UUID]]

    async def balance(self, account: UUID) -> int:
        """Minutes."""
        return (await self.account(account)).balance

    async def account(self, account: UUID) -> accounts.Account:
        """The account as it stands."""
        kind, owner = self.owners[account]
        return await accounts.of(self.timebank_id, kind, owner)

    async def balances(self) -> tuple[int, ...]:
        """Ann's, Ben's, Cat's and the pot's."""
        return tuple([await self.balance(account) for account in (self.ann, self.ben, self.cat, self.pot)])

    def transfer(self, minutes: int, *, key: UUID | None = None) -> Transfer:
        """Ann gives Ben so many minutes."""
        return Transfer(
            id=key or identity.new_id(),
            timebank_id=self.timebank_id,
            kind="gift",
            entries=((self.ann, -minutes), (self.ben, minutes)),
            happened_at=clock.now(),
            memo="for a test",
        )

    def payment(self, minutes: int, *, hold: UUID | None = None, key: UUID | None = None) -> Payment:
        """Ann's visit by Ben is paid."""
        return Payment(
            id=key or identity.new_id(),
            timebank_id=self.timebank_id,
            kind="exchange",
            hold_id=hold,
            payer=self.ann,
            payee=self.ben,
            pot=self.pot,
            minutes=minutes,
            happened_at=clock.now(),
            memo="for a test",
            subject_id=self.timebank_id,
        )

    async def give(self, minutes: int) -> str:
        """Ann gives Ben so many minutes, now."""
        return await transfers.post(self.transfer(minutes))


async def open_books(town: Town) -> Books:
    """Four accounts."""
    owners: dict[UUID, tuple[str, UUID]] = {}
    for _ in range(3):
        owner = identity.new_id()
        account = await accounts.open_for(town.id, accounts.MEMBER, owner, floor=FLOOR)
        owners[account] = (accounts.MEMBER, owner)
    ann, ben, cat = owners
    pot = await accounts.pot(town.id)
    owners[pot.id] = (accounts.POT, town.id)
    return Books(town.id, ann, ben, cat, pot.id, owners)


async def stand_well() -> bool:
    """Whether every invariant holds."""
    return not (await invariants.check()).faults
