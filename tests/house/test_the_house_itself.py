"""The test house stands: a clean database, a clock that obeys, people where they belong."""

from tests.cast import Cast
from tests.texts import Texts
from tests.the_clock import TheClock
from tests.worlds import Town
from timebank import clock
from timebank.ledger import accounts, invariants
from timebank.members.tables import PersonRow


async def test_the_cast_is_in_town(town: Town, cast: Cast, texts: Texts) -> None:
    """Seven people and nobody from an earlier test."""
    assert await PersonRow.all().count() == len(cast.players) == 7
    assert {row.timebank_id for row in await PersonRow.all()} == {town.id}
    assert cast.called(cast.bill.id) == "Bill"


async def test_each_test_finds_an_empty_house(town: Town) -> None:
    """The append-only tables are emptied too."""
    assert await PersonRow.all().count() == 0
    assert (await invariants.check()).transfers == 0


async def test_the_clock_stands_until_it_is_moved(the_clock: TheClock) -> None:
    """And use cases see it move."""
    before = clock.now()
    the_clock.passes(hours=2)
    assert (clock.now() - before).total_seconds() == 7200
    the_clock.reads("2026-12-25 09:30")
    assert clock.local(clock.now()).hour == 9


async def test_everybody_starts_with_nothing_and_may_go_five_hours_below(cast: Cast) -> None:
    """The policy of a new timebank."""
    account = await accounts.of(cast.margaret.timebank_id, accounts.MEMBER, cast.margaret.id)
    assert (account.balance, account.available) == (0, 300)
