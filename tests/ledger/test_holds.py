"""Minutes set aside count against what may be spent, end once, and are paid in full to the helper."""

from uuid import UUID

import pytest

from tests.ledger.books import Books, stand_well
from timebank import errors, identity
from timebank.ledger import holds, transfers
from timebank.ledger.outcomes import NotEnough


async def _hold(books: Books, minutes: int) -> UUID:
    hold = identity.new_id()
    await holds.place(books.timebank_id, books.ann, hold, minutes, books.timebank_id)
    return hold


async def test_what_is_held_cannot_be_promised_again(books: Books) -> None:
    await _hold(books, 200)
    assert (await books.account(books.ann)).available == 100
    with pytest.raises(NotEnough):
        await _hold(books, 101)
    with pytest.raises(NotEnough):
        await books.give(101)
    assert await books.balances() == (0, 0, 0, 0)


async def test_what_is_promised_to_somebody_does_not_help_them_yet(books: Books) -> None:
    await _hold(books, 200)
    assert (await books.account(books.ben)).available == 300


async def test_a_hold_is_placed_once_and_ends_once(books: Books) -> None:
    hold = await _hold(books, 60)
    again = await holds.place(books.timebank_id, books.ann, hold, 60, books.timebank_id)
    assert again == "already"
    assert (await books.account(books.ann)).held == 60
    assert await holds.release(books.timebank_id, hold)
    assert not await holds.release(books.timebank_id, hold)
    assert not await holds.lapse(books.timebank_id, hold)
    assert (await books.account(books.ann)).held == 0
    assert await stand_well()


async def test_settling_pays_what_was_said_and_ends_the_hold(books: Books) -> None:
    hold = await _hold(books, 60)
    assert await transfers.settle(books.payment(45, hold=hold)) == 0
    assert await books.balances() == (-45, 45, 0, 0)
    assert (await books.account(books.ann)).held == 0
    assert await stand_well()


async def test_a_visit_that_ran_over_is_paid_in_full_the_rest_by_the_pot(books: Books) -> None:
    hold = await _hold(books, 300)
    assert await transfers.settle(books.payment(340, hold=hold)) == 40
    assert await books.balances() == (-300, 340, 0, -40)
    assert await stand_well()


async def test_where_nothing_can_be_spent_the_pot_pays_all(books: Books) -> None:
    await books.give(300)
    assert await transfers.settle(books.payment(60)) == 60
    assert await books.balances() == (-300, 360, 0, -60)
    assert await stand_well()


async def test_what_is_held_for_another_visit_stays_held(books: Books) -> None:
    await _hold(books, 250)
    assert await transfers.settle(books.payment(60)) == 10
    account = await books.account(books.ann)
    assert (account.balance, account.held, account.available) == (-50, 250, 0)
    assert await stand_well()


async def test_settling_twice_pays_once(books: Books) -> None:
    hold = await _hold(books, 60)
    payment = books.payment(45, hold=hold)
    await transfers.settle(payment)
    await transfers.settle(payment)
    assert await books.balances() == (-45, 45, 0, 0)
    assert await stand_well()


async def test_a_payment_of_nothing_is_refused(books: Books) -> None:
    for minutes in (0, -5):
        with pytest.raises(errors.Invalid):
            await transfers.settle(books.payment(minutes))
