"""Many at once: nobody waits for ever, nothing is counted twice, no floor is passed."""

import asyncio
from collections.abc import Awaitable
from dataclasses import replace

from tests.ledger.books import Books, stand_well
from timebank import identity
from timebank.ledger import accounts, holds, transfers
from timebank.ledger.outcomes import NotEnough


async def _outcomes(acts: list[Awaitable[str]]) -> list[str]:
    found = await asyncio.gather(*acts, return_exceptions=True)
    for one in found:
        if isinstance(one, BaseException) and not isinstance(one, NotEnough):
            raise one
    return [one if isinstance(one, str) else "not enough" for one in found]


async def test_the_same_transfer_from_sixteen_sides_is_one(books: Books) -> None:
    transfer = books.transfer(30)
    found = await _outcomes([transfers.post(transfer) for _ in range(16)])
    assert sorted(found) == ["already"] * 15 + ["posted"]
    assert await books.balances() == (-30, 30, 0, 0)


async def test_a_rush_never_passes_the_floor(books: Books) -> None:
    found = await _outcomes([books.give(50) for _ in range(16)])
    assert found.count("posted") == 6
    assert await books.balances() == (-300, 300, 0, 0)
    assert await stand_well()


async def test_holds_and_gifts_in_a_rush_never_promise_too_much(books: Books) -> None:
    def hold() -> Awaitable[str]:
        return holds.place(books.timebank_id, books.ann, identity.new_id(), 50, books.timebank_id)

    await _outcomes([*(hold() for _ in range(8)), *(books.give(50) for _ in range(8))])
    account = await books.account(books.ann)
    assert account.available == 0
    assert account.held - account.balance == 300
    assert await stand_well()


async def test_everybody_to_everybody_at_once_never_stands_still(books: Books) -> None:
    accounts_of = (books.ann, books.ben, books.cat, books.pot)
    rush = [
        replace(books.transfer(1), entries=((one, -1), (other, 1)))
        for one in accounts_of
        for other in accounts_of
        if one != other
        for _ in range(4)
    ]
    async with asyncio.timeout(30):
        found = await _outcomes([transfers.post(transfer) for transfer in rush])
    assert set(found) == {"posted"}
    assert await books.balances() == (0, 0, 0, 0)
    assert await stand_well()


async def test_one_hold_settled_and_released_at_once_ends_once(books: Books) -> None:
    hold = identity.new_id()
    await holds.place(books.timebank_id, books.ann, hold, 60, books.timebank_id)
    payment = books.payment(60, hold=hold)
    await asyncio.gather(
        *(transfers.settle(payment) for _ in range(4)),
        *(holds.release(books.timebank_id, hold) for _ in range(4)),
    )
    assert await books.balances() == (-60, 60, 0, 0)
    assert (await books.account(books.ann)).held == 0
    assert await stand_well()


async def test_an_account_opened_by_many_at_once_is_one(books: Books) -> None:
    owner = identity.new_id()
    opened = await asyncio.gather(
        *(accounts.open_for(books.timebank_id, accounts.MEMBER, owner) for _ in range(8))
    )
    assert len(set(opened)) == 1
