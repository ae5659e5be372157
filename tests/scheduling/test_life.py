"""Asking, answering and visiting on a real database, told as stories about the cast."""

import asyncio
from datetime import timedelta
from uuid import UUID

import pytest

from tests.cast import Cast
from tests.scheduling.stories import (
    WEDNESDAY_TWO,
    agreed,
    asked,
    desk_kinds,
    held,
    state_of,
)
from tests.texts import Texts
from tests.the_clock import TheClock, at
from tests.worlds import Town
from timebank import errors, identity
from timebank.audit import trail
from timebank.desk import items
from timebank.members import people
from timebank.safeguarding.tables import CheckRow
from timebank.scheduling import answering, asking, due, exchanges, visiting


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


async def test_two_presses_at_the_same_moment_are_one_request(cast: Cast) -> None:
    key, wish = identity.new_id(), asking.Wish("lightbulb", WEDNESDAY_TWO)
    first, second = await asyncio.gather(
        *(asking.ask_for_help(cast.margaret.by(), cast.margaret.id, wish, exchange_id=key) for _ in range(2))
    )
    assert first.exchange.code == second.exchange.code


async def test_who_has_been_asked_is_not_asked_twice(cast: Cast, texts: Texts) -> None:
    exchange = await asked(cast.margaret)
    await asking.ask_neighbours(cast.priya.by(), exchange.id, [cast.amina.id, cast.amina.id])
    assert (await texts.purposes(cast.amina)).count("ask_helper") == 1


async def test_only_neighbours_of_this_timebank_are_asked(cast: Cast) -> None:
    exchange = await asked(cast.priya, "leafleting")
    for nobody in (identity.new_id(), cast.priya.id):
        with pytest.raises(errors.NotFound):
            await asking.ask_neighbours(cast.priya.by(), exchange.id, [nobody])
    await people.leave(cast.tom.by(), cast.tom.id)
    with pytest.raises(errors.NotFound):
        await asking.ask_neighbours(cast.priya.by(), exchange.id, [cast.tom.id])
    with pytest.raises(errors.NotFound):
        await answering.accept(cast.priya.acting_for(cast.tom), exchange.id, cast.tom.id)


async def test_a_new_time_said_twice_is_said_once(cast: Cast, texts: Texts) -> None:
    exchange = await agreed(cast.margaret, cast.amina)
    for _ in range(2):
        await visiting.put_off(cast.margaret.by(), exchange.id, at("2026-06-11 10:00"))
    assert (await texts.purposes(cast.amina))[-1] == "ask_helper"
    assert (await texts.purposes(cast.tom))[-1] == "helper_thanked_stood_down"


@pytest.mark.parametrize("moment", ["9999-12-31 23:30", "2027-07-01 10:00", "2026-01-01 10:00"])
async def test_a_time_gone_by_or_far_away_is_refused_kindly(cast: Cast, moment: str) -> None:
    exchange = await agreed(cast.margaret, cast.amina)
    with pytest.raises(errors.Invalid):
        await visiting.put_off(cast.margaret.by(), exchange.id, at(moment))


async def test_a_new_time_does_not_pass_round_the_organisers_word(cast: Cast, town: Town) -> None:
    wish = asking.Wish("lightbulb", WEDNESDAY_TWO, note="and please bath me")
    held_back = await asking.ask_for_help(
        cast.margaret.by(), cast.margaret.id, wish, exchange_id=identity.new_id()
    )
    assert held_back.outcome == "with_organiser"
    await visiting.put_off(cast.margaret.by(), held_back.exchange.id, at("2026-06-11 10:00"))
    assert await exchanges.asked_of(town.id, held_back.exchange.id) == []


async def test_cannot_come_said_twice_is_said_once(cast: Cast) -> None:
    exchange = await agreed(cast.margaret, cast.amina)
    await visiting.withdraw(cast.amina.by(), exchange.id)
    with pytest.raises(errors.NotNow):
        await visiting.withdraw(cast.amina.by(), exchange.id)


async def test_who_offered_hears_when_it_was_not_settled_in_time(
    cast: Cast, texts: Texts, the_clock: TheClock
) -> None:
    exchange = await asked(cast.margaret, approve_first=True)
    await answering.accept(cast.amina.by("text"), exchange.id, cast.amina.id)
    the_clock.reads(exchange.starts_at)
    await due.run_due()
    assert (await texts.purposes(cast.amina))[-1] == "helper_thanked_stood_down"


async def test_who_has_no_mobile_is_rung_also_when_stood_down(cast: Cast, town: Town) -> None:
    exchange = await asked(cast.margaret)
    await people.update(cast.priya.by(), cast.tom.id, texts_agreed=False, reached_by="phone")
    await answering.accept(cast.amina.by("text"), exchange.id, cast.amina.id)
    (item,) = await items.open_items(town.id)
    assert (item.kind, item.person_id) == ("by_telephone", cast.tom.id)


async def test_the_member_hears_kindly_also_where_the_desk_knew_before(
    cast: Cast, town: Town, texts: Texts, the_clock: TheClock
) -> None:
    exchange = await asked(cast.margaret)
    await due.run_due()
    the_clock.reads(exchange.starts_at - timedelta(hours=20))
    await due.run_due()
    assert await desk_kinds(town) == ["nobody_found"]
    for helper in (cast.amina, cast.tom):
        await answering.decline(helper.by("text"), exchange.id, helper.id)
    assert (await texts.purposes(cast.margaret)).count("nobody_found_yet") == 1


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


async def test_no_code_could_be_taken_for_minutes(cast: Cast) -> None:
    codes = {(await asked(cast.margaret)).code for _ in range(4)}
    assert len(codes) == 4
    assert all(code % 5 for code in codes)
