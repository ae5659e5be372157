"""A transfer is recorded once, sums to nothing, and where it is refused leaves all as it was."""

from dataclasses import replace

import pytest

from tests.ledger.books import Books, stand_well
from tests.worlds import build_town
from timebank import identity
from timebank.ledger import accounts, invariants, statements, transfers
from timebank.ledger.outcomes import (
    LedgerRefusal,
    NoAccount,
    NotBalanced,
    NotEnough,
    OtherContent,
    TooFull,
)


async def test_what_one_gives_the_other_gets(books: Books) -> None:
    assert await books.give(45) == "posted"
    assert await books.balances() == (-45, 45, 0, 0)


async def test_the_same_transfer_twice_is_one(books: Books) -> None:
    transfer = books.transfer(45)
    assert [await transfers.post(transfer) for _ in range(3)] == ["posted", "already", "already"]
    assert await books.balances() == (-45, 45, 0, 0)


async def test_the_same_key_for_something_else_is_refused(books: Books) -> None:
    transfer = books.transfer(45)
    await transfers.post(transfer)
    with pytest.raises(OtherContent):
        await transfers.post(books.transfer(46, key=transfer.id))
    assert await books.balances() == (-45, 45, 0, 0)


async def test_five_hours_below_nothing_and_not_a_minute_more(books: Books) -> None:
    await books.give(300)
    with pytest.raises(NotEnough) as refused:
        await books.give(1)
    assert refused.value.facts["available"] == 0
    assert refused.value.facts["account"] == books.ann
    assert await books.balances() == (-300, 300, 0, 0)


async def test_a_ceiling_is_kept(books: Books) -> None:
    await accounts.limit(books.timebank_id, books.ben, floor=None, ceiling=60)
    with pytest.raises(TooFull):
        await books.give(61)
    assert await books.give(60) == "posted"


async def test_what_does_not_sum_to_nothing_is_refused(books: Books) -> None:
    for entries in (
        ((books.ann, -45), (books.ben, 44)),
        ((books.ann, -45),),
        ((books.ann, 0), (books.ben, 0)),
        (),
    ):
        with pytest.raises(NotBalanced):
            await transfers.post(replace(books.transfer(45), entries=entries))
    assert await books.balances() == (0, 0, 0, 0)


async def test_an_account_that_is_not_there_or_named_twice_is_refused(books: Books) -> None:
    for other in (identity.new_id(), books.ann):
        entries = ((books.ann, -45), (other, 45))
        with pytest.raises(NoAccount):
            await transfers.post(replace(books.transfer(45), entries=entries))
    assert await books.balances() == (0, 0, 0, 0)


async def test_minutes_never_leave_their_timebank(books: Books) -> None:
    elsewhere = await build_town("elsewhere", "+447700900150")
    pot = await accounts.pot(elsewhere.id)
    for timebank_id in (books.timebank_id, elsewhere.id):
        across = replace(
            books.transfer(45), timebank_id=timebank_id, entries=((books.ann, -45), (pot.id, 45))
        )
        with pytest.raises(NoAccount):
            await transfers.post(across)
    assert await books.balances() == (0, 0, 0, 0)


async def test_a_refusal_leaves_everything_as_it_was(books: Books) -> None:
    await books.give(290)
    before = await invariants.check()
    with pytest.raises(LedgerRefusal):
        await books.give(11)
    assert await invariants.check() == before


async def test_a_reversal_puts_it_back_once_and_past_the_floor(books: Books) -> None:
    transfer = books.transfer(60)
    await transfers.post(transfer)
    await accounts.limit(books.timebank_id, books.ben, floor=100, ceiling=None)
    back = identity.derived(transfer.id, "reversed")
    first = await transfers.reverse(books.timebank_id, transfer.id, back, "a mistake")
    again = await transfers.reverse(books.timebank_id, transfer.id, back, "a mistake")
    assert (first, again) == ("posted", "already")
    assert await books.balances() == (0, 0, 0, 0)
    assert await stand_well()


async def test_a_statement_reads_newest_first_with_its_running_balance(books: Books) -> None:
    for minutes in (10, 20, 30):
        await books.give(minutes)
    lines = await statements.lines(books.timebank_id, books.ben, most=2)
    assert [(line.amount, line.balance_after) for line in lines] == [(30, 60), (20, 30)]
    older = await statements.lines(books.timebank_id, books.ben, before_version=lines[-1].version)
    assert [(line.amount, line.balance_after) for line in older] == [(10, 10)]
    assert older[0].others == ((accounts.MEMBER, books.owners[books.ann][1]),)


async def test_opening_twice_is_opening_once(books: Books) -> None:
    kind, owner = books.owners[books.ann]
    assert await accounts.open_for(books.timebank_id, kind, owner, floor=-999) == books.ann
    assert (await books.account(books.ann)).floor == -300
