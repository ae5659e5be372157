"""Random runs: after every step the ledger stands exactly as a model of a few lines says."""

import random
from uuid import UUID

import pytest

from tests.ledger.books import FLOOR, Books, stand_well
from tests.worlds import TUESDAY_MORNING
from timebank import identity
from timebank.ledger import holds, transfers
from timebank.ledger.outcomes import NotEnough

STEPS = 60


class Model:
    """What the books should say: balances, holds, and who may spend what."""

    def __init__(self, books: Books) -> None:
        self.balance = {books.ann: 0, books.ben: 0, books.cat: 0, books.pot: 0}
        self.held: dict[UUID, tuple[UUID, int]] = {}
        self.posted: dict[UUID, tuple[UUID, UUID, int]] = {}
        self.pot = books.pot

    def spare(self, account: UUID) -> int:
        """What may still be promised or spent."""
        if account == self.pot:
            return 10**9
        held = sum(minutes for owner, minutes in self.held.values() if owner == account)
        return self.balance[account] - held - FLOOR

    def move(self, key: UUID, payer: UUID, payee: UUID, minutes: int) -> None:
        """Record a transfer between two."""
        self.balance[payer] -= minutes
        self.balance[payee] += minutes
        self.posted[key] = (payer, payee, minutes)


class Run:
    """One random walk through what can be done with the books."""

    def __init__(self, books: Books, seed: int) -> None:
        self.books = books
        self.model = Model(books)
        self.dice = random.Random(seed)

    async def step(self) -> None:
        """Do one thing, in the ledger and in the model."""
        acts = (self._give, self._give, self._hold, self._release, self._reverse, self._repeat)
        act = self.dice.choice(acts)
        await act()

    def _pair(self) -> tuple[UUID, UUID]:
        payer, payee = self.dice.sample(list(self.model.balance), 2)
        return payer, payee

    async def _give(self) -> None:
        payer, payee = self._pair()
        minutes = self.dice.randrange(1, 240)
        await self._post(identity.new_id(), payer, payee, minutes)

    async def _post(self, key: UUID, payer: UUID, payee: UUID, minutes: int) -> None:
        transfer = transfers.Transfer(
            id=key,
            timebank_id=self.books.timebank_id,
            kind="gift",
            entries=((payer, -minutes), (payee, minutes)),
            happened_at=TUESDAY_MORNING,
        )
        if self.model.spare(payer) >= minutes:
            assert await transfers.post(transfer) == "posted"
            self.model.move(key, payer, payee, minutes)
        else:
            with pytest.raises(NotEnough) as refused:
                await transfers.post(transfer)
            assert refused.value.facts["available"] == self.model.spare(payer)

    async def _repeat(self) -> None:
        if self.model.posted:
            key, (payer, payee, minutes) = self.dice.choice(list(self.model.posted.items()))
            transfer = transfers.Transfer(
                id=key,
                timebank_id=self.books.timebank_id,
                kind="gift",
                entries=((payer, -minutes), (payee, minutes)),
                happened_at=TUESDAY_MORNING,
            )
            assert await transfers.post(transfer) == "already"

    async def _hold(self) -> None:
        owner = self.dice.choice((self.books.ann, self.books.ben, self.books.cat))
        minutes, key = self.dice.randrange(1, 200), identity.new_id()
        placing = holds.place(self.books.timebank_id, owner, key, minutes, self.books.timebank_id)
        if self.model.spare(owner) >= minutes:
            assert await placing == "held"
            self.model.held[key] = (owner, minutes)
        else:
            with pytest.raises(NotEnough):
                await placing

    async def _release(self) -> None:
        if self.model.held:
            key = self.dice.choice(list(self.model.held))
            del self.model.held[key]
            assert await holds.release(self.books.timebank_id, key)

    async def _reverse(self) -> None:
        if self.model.posted:
            key = self.dice.choice(list(self.model.posted))
            payer, payee, minutes = self.model.posted.pop(key)
            back = identity.derived(key, "reversed")
            assert await transfers.reverse(self.books.timebank_id, key, back, "") == "posted"
            self.model.balance[payer] += minutes
            self.model.balance[payee] -= minutes


@pytest.mark.parametrize("seed", range(6))
async def test_a_random_run_agrees_with_the_model_at_every_step(books: Books, seed: int) -> None:
    run = Run(books, seed)
    for _ in range(STEPS):
        await run.step()
        stands = await books.balances()
        assert stands == tuple(run.model.balance.values())
        held = {account: (await books.account(account)).held for account in run.model.balance}
        expected = dict.fromkeys(run.model.balance, 0)
        for owner, minutes in run.model.held.values():
            expected[owner] += minutes
        assert held == expected
    assert await stand_well()
