"""How time credits follow an exchange, told as stories about the cast."""

import asyncio
from datetime import timedelta

from tests.cast import Cast
from tests.scheduling.stories import (
    WEDNESDAY_TWO,
    agreed,
    asked,
    balance,
    desk_kinds,
    held,
    state_of,
    visited,
)
from tests.texts import Texts
from tests.the_clock import TheClock
from tests.worlds import Town
from timebank import identity
from timebank.desk import items
from timebank.ledger import accounts, invariants
from timebank.matching.tables import AskRow
from timebank.scheduling import answering, asking, confirming, due, visiting


async def test_a_whole_exchange_moves_hours_once(cast: Cast, the_clock: TheClock) -> None:
    exchange = await visited(cast.margaret, cast.amina, the_clock)
    await confirming.confirm(cast.amina.by(), exchange.id, cast.amina.id, 45)
    assert await balance(cast.amina) == 0
    done = await confirming.confirm(cast.margaret.by(), exchange.id, cast.margaret.id, 45)
    assert done.state == "confirmed"
    assert (await balance(cast.amina), await balance(cast.margaret)) == (45, -45)
    assert await held(cast.margaret) == 0
    assert not (await invariants.check()).faults


async def test_confirming_twice_moves_hours_once(cast: Cast, the_clock: TheClock) -> None:
    exchange = await visited(cast.margaret, cast.amina, the_clock)
    for _ in range(2):
        await confirming.confirm(cast.amina.by(), exchange.id, cast.amina.id, 45)
        await confirming.confirm(cast.margaret.by(), exchange.id, cast.margaret.id, 45)
    assert await balance(cast.amina) == 45


async def test_both_confirming_at_the_same_moment_moves_hours_once(cast: Cast, the_clock: TheClock) -> None:
    exchange = await visited(cast.margaret, cast.amina, the_clock)
    await asyncio.gather(
        *(confirming.confirm(who.by(), exchange.id, who.id, 45) for who in (cast.amina, cast.margaret) * 5)
    )
    assert (await balance(cast.amina), await balance(cast.margaret)) == (45, -45)


async def test_who_has_not_spoken_is_asked_also_after_the_other_spoke_early(
    cast: Cast, texts: Texts, the_clock: TheClock
) -> None:
    exchange = await agreed(cast.margaret, cast.amina)
    the_clock.reads(exchange.starts_at + timedelta(minutes=45))
    await confirming.confirm(cast.amina.by("text"), exchange.id, cast.amina.id, 45)
    the_clock.reads(exchange.ends_at)
    await due.run_due()
    assert (await texts.purposes(cast.margaret))[-1] == "after_visit_member"
    assert "after_visit_helper" not in await texts.purposes(cast.amina)


async def test_two_visits_agreed_at_the_same_moment_hold_what_there_is(cast: Cast) -> None:
    first, second = await asked(cast.margaret, minutes=240), await asked(cast.margaret, minutes=240)
    await asyncio.gather(
        answering.accept(cast.amina.by(), first.id, cast.amina.id),
        answering.accept(cast.tom.by(), second.id, cast.tom.id),
    )
    assert await held(cast.margaret) == 300


async def test_who_has_no_mobile_is_rung_about_what_was_decided(
    cast: Cast, town: Town, the_clock: TheClock
) -> None:
    for minutes, words in ((45, "45 minutes confirmed"), (0, "did not happen")):
        exchange = await visited(cast.olive, cast.amina, the_clock)
        await confirming.decide(cast.priya.by(), exchange.id, minutes)
        told = [item.words for item in await items.open_items(town.id) if item.person_id == cast.olive.id]
        assert any(words in one for one in told)
        the_clock.reads("2026-06-08 10:00")


async def test_different_minutes_go_to_the_organiser_and_nothing_moves_until_then(
    cast: Cast, town: Town, the_clock: TheClock
) -> None:
    exchange = await visited(cast.margaret, cast.amina, the_clock)
    await confirming.confirm(cast.margaret.by(), exchange.id, cast.margaret.id, 45)
    second = await confirming.confirm(cast.amina.by(), exchange.id, cast.amina.id, 60)
    assert (second.state, second.other_minutes) == ("half_confirmed", 45)
    third = await confirming.confirm(cast.amina.by(), exchange.id, cast.amina.id, 60)
    assert third.state == "disputed"
    assert await desk_kinds(town) == ["minutes_differ"]
    assert await balance(cast.amina) == 0
    await confirming.decide(cast.priya.by(), exchange.id, 50)
    assert await balance(cast.amina) == 50
    assert await desk_kinds(town) == []


async def test_seven_days_after_one_side_spoke_it_counts_and_not_a_minute_before(
    cast: Cast, the_clock: TheClock
) -> None:
    exchange = await visited(cast.margaret, cast.amina, the_clock)
    await confirming.confirm(cast.amina.by(), exchange.id, cast.amina.id, 60)
    the_clock.passes(days=6, hours=23, minutes=59)
    await due.run_due()
    assert await state_of(exchange) == "half_confirmed"
    the_clock.passes(minutes=1)
    await due.run_due()
    assert await state_of(exchange) == "confirmed"
    assert await balance(cast.amina) == 60


async def test_a_visit_of_which_nobody_speaks_goes_to_the_desk_and_is_never_credited(
    cast: Cast, town: Town, the_clock: TheClock
) -> None:
    exchange = await visited(cast.margaret, cast.amina, the_clock)
    the_clock.passes(days=60)
    await due.run_due()
    assert await state_of(exchange) == "done"
    assert await desk_kinds(town) == ["not_confirmed"]
    assert await balance(cast.amina) == 0


async def test_a_visit_that_ran_over_is_paid_in_full_with_the_pots_help(
    cast: Cast, town: Town, the_clock: TheClock
) -> None:
    exchange = await visited(cast.margaret, cast.amina, the_clock, minutes=300)
    for who in (cast.amina, cast.margaret):
        await confirming.confirm(who.by(), exchange.id, who.id, 330)
    assert (await balance(cast.amina), await balance(cast.margaret)) == (330, -300)
    assert (await accounts.pot(town.id)).balance == -30
    assert await desk_kinds(town) == ["please_ring"]


async def test_a_request_beyond_the_hours_waits_for_a_telephone_call(cast: Cast, town: Town) -> None:
    wish = asking.Wish("lightbulb", WEDNESDAY_TWO, 301)
    done = await asking.ask_for_help(
        cast.margaret.by(), cast.margaret.id, wish, exchange_id=identity.new_id()
    )
    assert done.outcome == "with_organiser"
    assert await desk_kinds(town) == ["please_ring"]
    assert not await AskRow.filter(exchange_id=done.exchange.id).exists()
    await asking.agree_beyond_floor(cast.priya.by(), done.exchange.id)
    await answering.accept(cast.amina.by(), done.exchange.id, cast.amina.id)
    assert await state_of(done.exchange) == "agreed"


async def test_helping_the_timebank_itself_is_paid_by_the_pot(
    cast: Cast, town: Town, the_clock: TheClock
) -> None:
    exchange = await asked(cast.priya, "leafleting")
    await answering.accept(cast.priya.acting_for(cast.tom), exchange.id, cast.tom.id)
    the_clock.reads(exchange.ends_at)
    await confirming.decide(cast.priya.by(), exchange.id, 90)
    assert await balance(cast.tom) == 90
    assert await balance(cast.priya) == 0
    assert (await accounts.pot(town.id)).balance == -90


async def test_an_organiser_undoes_a_wrong_confirmation_and_both_are_told(
    cast: Cast, texts: Texts, the_clock: TheClock
) -> None:
    exchange = await visited(cast.margaret, cast.amina, the_clock)
    for who in (cast.amina, cast.margaret):
        await confirming.confirm(who.by(), exchange.id, who.id, 60)
    await confirming.undo(cast.priya.by(), exchange.id, "It was Bill's visit")
    assert (await balance(cast.amina), await balance(cast.margaret)) == (0, 0)
    for who in (cast.amina, cast.margaret):
        assert (await texts.purposes(who))[-1] == "reversed_both"
    await confirming.decide(cast.priya.by(), exchange.id, 45)
    assert await balance(cast.amina) == 45
    assert not (await invariants.check()).faults


async def test_nobody_came_is_rung_about_and_decided(cast: Cast, town: Town, the_clock: TheClock) -> None:
    exchange = await agreed(cast.margaret, cast.amina)
    the_clock.reads(exchange.starts_at + timedelta(minutes=30))
    await visiting.nobody_came(cast.margaret.by("text"), exchange.id)
    assert await desk_kinds(town) == ["nobody_came"]
    await confirming.decide(cast.priya.by(), exchange.id, 0)
    assert await state_of(exchange) == "cancelled"
    assert await held(cast.margaret) == 0


async def test_the_clockwork_and_people_at_the_same_moment_do_not_block_each_other(
    cast: Cast, the_clock: TheClock
) -> None:
    exchange = await agreed(cast.margaret, cast.amina)
    the_clock.reads(exchange.ends_at + timedelta(days=2))
    await asyncio.gather(
        due.run_due(),
        confirming.confirm(cast.amina.by(), exchange.id, cast.amina.id, 60),
        due.run_due(),
        confirming.confirm(cast.margaret.by(), exchange.id, cast.margaret.id, 60),
    )
    await due.run_due()
    assert await state_of(exchange) == "confirmed"
    assert await balance(cast.amina) == 60
