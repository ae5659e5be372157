"""The life of an exchange on a real database, told as stories about the cast."""

import asyncio
from datetime import timedelta
from uuid import UUID

import pytest

from tests.cast import Cast, Player
from tests.texts import Texts
from tests.the_clock import TheClock, at
from tests.worlds import Town
from timebank import errors, identity
from timebank.audit import trail
from timebank.desk import items
from timebank.ledger import accounts, invariants
from timebank.matching.tables import AskRow
from timebank.safeguarding.tables import CheckRow
from timebank.scheduling import answering, asking, confirming, due, exchanges, visiting
from timebank.scheduling.exchanges import Exchange

WEDNESDAY_TWO = at("2026-06-10 14:00")


async def asked(
    member: Player, task: str = "lightbulb", minutes: int = 60, *, approve_first: bool | None = None
) -> Exchange:
    wish = asking.Wish(task, WEDNESDAY_TWO, minutes, approve_first=approve_first)
    done = await asking.ask_for_help(member.by(), member.id, wish, exchange_id=identity.new_id())
    return done.exchange


async def agreed(member: Player, helper: Player, minutes: int = 60) -> Exchange:
    exchange = await asked(member, minutes=minutes)
    return await answering.accept(helper.by("text"), exchange.id, helper.id)


async def visited(member: Player, helper: Player, the_clock: TheClock, minutes: int = 60) -> Exchange:
    exchange = await agreed(member, helper, minutes)
    the_clock.reads(exchange.ends_at + timedelta(minutes=1))
    await due.run_due()
    return exchange


async def balance(person: Player) -> int:
    return (await accounts.of(person.timebank_id, accounts.MEMBER, person.id)).balance


async def held(person: Player) -> int:
    return (await accounts.of(person.timebank_id, accounts.MEMBER, person.id)).held


async def state_of(exchange: Exchange) -> str:
    return (await exchanges.get(exchange.timebank_id, exchange.id)).state


async def desk_kinds(town: Town) -> list[str]:
    return [item.kind for item in await items.open_items(town.id)]


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


async def test_the_first_yes_wins_and_the_others_are_thanked(cast: Cast, texts: Texts) -> None:
    exchange = await asked(cast.margaret)
    answers = await asyncio.gather(
        answering.accept(cast.amina.by("text"), exchange.id, cast.amina.id),
        answering.accept(cast.tom.by("text"), exchange.id, cast.tom.id),
        return_exceptions=True,
    )
    refused = [answer for answer in answers if isinstance(answer, answering.TooLate)]
    assert len(refused) == 1
    found = await exchanges.get(exchange.timebank_id, exchange.id)
    winner, loser = (cast.amina, cast.tom) if found.helper_id == cast.amina.id else (cast.tom, cast.amina)
    assert "agreed_helper" in await texts.purposes(winner)
    assert (await texts.purposes(loser))[-1] == "helper_thanked_stood_down"


async def test_an_agreed_visit_holds_the_members_hours_and_a_cancelled_one_lets_them_go(
    cast: Cast, texts: Texts
) -> None:
    exchange = await agreed(cast.margaret, cast.amina)
    assert await held(cast.margaret) == 60
    await visiting.cancel(cast.margaret.by(), exchange.id)
    await visiting.cancel(cast.margaret.by(), exchange.id)
    assert await held(cast.margaret) == 0
    assert (await texts.purposes(cast.amina)).count("cancelled_by_member_helper") == 1


async def test_nobody_is_asked_whose_check_has_run_out(cast: Cast, town: Town) -> None:
    exchange = await asked(cast.margaret)
    asked_ids = {helper_id for helper_id, _, _ in await exchanges.asked_of(town.id, exchange.id)}
    assert asked_ids == {cast.amina.id, cast.tom.id}
    with pytest.raises(errors.GateClosed):
        await asking.ask_neighbours(cast.priya.by(), exchange.id, [cast.desmond.id])
    with pytest.raises(errors.GateClosed):
        await answering.accept(cast.priya.acting_for(cast.desmond), exchange.id, cast.desmond.id)


async def test_a_check_that_runs_out_between_ask_and_answer_closes_the_gate(cast: Cast) -> None:
    exchange = await asked(cast.margaret)
    await CheckRow.filter(person_id=cast.amina.id).delete()
    with pytest.raises(errors.GateClosed):
        await answering.accept(cast.amina.by("text"), exchange.id, cast.amina.id)


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


async def test_a_no_asks_the_next_and_when_nobody_is_left_the_organiser_has_it(
    cast: Cast, town: Town, texts: Texts
) -> None:
    exchange = await asked(cast.margaret)
    await answering.decline(cast.amina.by("text"), exchange.id, cast.amina.id)
    await answering.decline(cast.tom.by("text"), exchange.id, cast.tom.id)
    assert await desk_kinds(town) == ["nobody_found"]
    assert (await texts.purposes(cast.margaret))[-1] == "nobody_found_yet"


async def test_silence_is_waited_for_and_a_late_yes_still_counts(
    cast: Cast, town: Town, the_clock: TheClock
) -> None:
    exchange = await asked(cast.margaret)
    the_clock.passes(hours=3)
    await due.run_due()
    assert await desk_kinds(town) == ["nobody_found"]
    await answering.accept(cast.tom.by("text"), exchange.id, cast.tom.id)
    assert await state_of(exchange) == "agreed"
    assert await desk_kinds(town) == []


async def test_a_helper_who_cannot_come_is_replaced_and_the_member_told(cast: Cast, texts: Texts) -> None:
    exchange = await agreed(cast.margaret, cast.amina)
    await visiting.withdraw(cast.amina.by("text"), exchange.id)
    assert await held(cast.margaret) == 0
    assert "cancelled_by_helper_member" in await texts.purposes(cast.margaret)
    await answering.accept(cast.tom.by("text"), exchange.id, cast.tom.id)
    assert await held(cast.margaret) == 60


async def test_nobody_can_be_in_two_places_at_once(cast: Cast) -> None:
    await agreed(cast.margaret, cast.amina)
    second = await asked(cast.olive)
    with pytest.raises(answering.Clash):
        await answering.accept(cast.priya.acting_for(cast.amina), second.id, cast.amina.id)


async def test_two_yeses_of_one_neighbour_at_the_same_moment_make_one_visit(cast: Cast) -> None:
    first, second = await asked(cast.margaret), await asked(cast.olive)
    answers = await asyncio.gather(
        *(answering.accept(cast.amina.by("text"), one.id, cast.amina.id) for one in (first, second)),
        return_exceptions=True,
    )
    assert sum(isinstance(answer, answering.Clash) for answer in answers) == 1


async def test_who_wants_to_approve_the_helper_is_asked_first(cast: Cast, texts: Texts) -> None:
    exchange = await asked(cast.margaret, approve_first=True)
    await answering.accept(cast.amina.by("text"), exchange.id, cast.amina.id)
    assert await state_of(exchange) == "offered"
    assert (await texts.purposes(cast.margaret))[-1] == "offer_to_approve"
    await answering.refuse(cast.margaret.by(), exchange.id)
    assert await state_of(exchange) == "asking"
    await answering.accept(cast.tom.by("text"), exchange.id, cast.tom.id)
    await answering.approve(cast.margaret.by(), exchange.id)
    assert await state_of(exchange) == "agreed"


async def test_nobody_came_is_rung_about_and_decided(cast: Cast, town: Town, the_clock: TheClock) -> None:
    exchange = await agreed(cast.margaret, cast.amina)
    the_clock.reads(exchange.starts_at + timedelta(minutes=30))
    await visiting.nobody_came(cast.margaret.by("text"), exchange.id)
    assert await desk_kinds(town) == ["nobody_came"]
    await confirming.decide(cast.priya.by(), exchange.id, 0)
    assert await state_of(exchange) == "cancelled"
    assert await held(cast.margaret) == 0


async def test_who_has_no_mobile_is_rung_at_every_step(cast: Cast, town: Town) -> None:
    exchange = await asked(cast.olive)
    await answering.accept(cast.amina.by("text"), exchange.id, cast.amina.id)
    told = [item for item in await items.open_items(town.id) if item.person_id == cast.olive.id]
    assert [item.kind for item in told] == ["by_telephone"]
    assert "Amina is coming" in told[0].words


async def test_the_record_shows_who_acted_for_whom_by_which_channel(cast: Cast, town: Town) -> None:
    wish = asking.Wish("lightbulb", WEDNESDAY_TWO)
    done = await asking.ask_for_help(
        cast.priya.acting_for(cast.olive), cast.olive.id, wish, exchange_id=identity.new_id()
    )
    story = await trail.story(town.id, done.exchange.id)
    assert (story[0].actor_id, story[0].for_id, story[0].channel) == (cast.priya.id, cast.olive.id, "phone")


async def test_nobody_acts_for_somebody_else_but_an_organiser(cast: Cast) -> None:
    wish = asking.Wish("lightbulb", WEDNESDAY_TWO)
    with pytest.raises(errors.NotAllowed):
        await asking.ask_for_help(cast.bill.by(), cast.margaret.id, wish, exchange_id=identity.new_id())


async def test_the_same_request_sent_twice_is_one(cast: Cast) -> None:
    key: UUID = identity.new_id()
    wish = asking.Wish("lightbulb", WEDNESDAY_TWO)
    first = await asking.ask_for_help(cast.margaret.by(), cast.margaret.id, wish, exchange_id=key)
    again = await asking.ask_for_help(cast.margaret.by(), cast.margaret.id, wish, exchange_id=key)
    assert first.exchange.code == again.exchange.code


async def test_another_time_asks_the_same_neighbour_first(cast: Cast, texts: Texts) -> None:
    exchange = await agreed(cast.margaret, cast.amina)
    await visiting.put_off(cast.margaret.by(), exchange.id, at("2026-06-11 10:00"))
    assert await state_of(exchange) == "asking"
    assert (await texts.purposes(cast.amina))[-1] == "ask_helper"
    await answering.accept(cast.amina.by("text"), exchange.id, cast.amina.id)
    assert await held(cast.margaret) == 60


async def test_when_its_time_has_come_and_nobody_was_found_it_lapses_kindly(
    cast: Cast, texts: Texts, the_clock: TheClock
) -> None:
    exchange = await asked(cast.margaret)
    the_clock.reads(exchange.starts_at)
    await due.run_due()
    assert await state_of(exchange) == "lapsed"
    assert (await texts.purposes(cast.margaret))[-1] == "lapsed_sorry"


async def test_both_are_reminded_on_the_eve(cast: Cast, texts: Texts, the_clock: TheClock) -> None:
    wish = asking.Wish("lightbulb", at("2026-06-12 14:00"))
    done = await asking.ask_for_help(
        cast.margaret.by(), cast.margaret.id, wish, exchange_id=identity.new_id()
    )
    await answering.accept(cast.amina.by(), done.exchange.id, cast.amina.id)
    the_clock.reads("2026-06-11 17:00")
    await due.run_due()
    assert (await texts.purposes(cast.margaret))[-1] == "reminder_member"
    assert (await texts.purposes(cast.amina))[-1] == "reminder_helper"


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
