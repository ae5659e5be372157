"""An organiser acts for somebody in every step: the record shows both, and both are told."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from tests.cast import Cast, Player
from tests.scheduling.stories import WEDNESDAY_TWO, agreed, asked, desk_kinds, state_of
from tests.texts import Texts
from tests.the_clock import TheClock
from tests.worlds import Town
from timebank import errors
from timebank.audit import trail
from timebank.audit.actor import Actor
from timebank.scheduling import answering, confirming, visiting
from timebank.scheduling.exchanges import Exchange

Deed = Callable[[Actor, Exchange, Player], Awaitable[object]]

LATER = WEDNESDAY_TWO + timedelta(days=2)
DEEDS: dict[str, Deed] = {
    "put off": lambda priya, one, _: visiting.put_off(priya, one.id, LATER),
    "running late": lambda priya, one, _: visiting.running_late(priya, one.id, "20 minutes late"),
    "nobody came": lambda priya, one, _: visiting.nobody_came(priya, one.id),
    "how long": lambda priya, one, who: confirming.confirm(priya, one.id, who.id, 45),
}


@pytest.mark.parametrize("name", DEEDS)
async def test_the_member_hears_what_was_done_for_her(
    cast: Cast, texts: Texts, the_clock: TheClock, name: str
) -> None:
    exchange = await agreed(cast.margaret, cast.amina)
    the_clock.reads(exchange.starts_at - timedelta(minutes=20))
    await DEEDS[name](cast.priya.acting_for(cast.margaret), exchange, cast.margaret)
    assert "acted_for_you" in await texts.purposes(cast.margaret)
    story = await trail.story(exchange.timebank_id, exchange.id)
    assert (cast.priya.id, cast.margaret.id, "phone") in {
        (row.actor_id, row.for_id, row.channel) for row in story
    }


@pytest.mark.parametrize("name", DEEDS)
async def test_who_acts_herself_is_not_told_what_she_did(
    cast: Cast, texts: Texts, the_clock: TheClock, name: str
) -> None:
    exchange = await agreed(cast.margaret, cast.amina)
    the_clock.reads(exchange.starts_at - timedelta(minutes=20))
    await DEEDS[name](cast.margaret.by(), exchange, cast.margaret)
    assert "acted_for_you" not in await texts.purposes(cast.margaret)


async def test_who_is_on_the_telephone_need_not_be_rung_again(
    cast: Cast, town: Town, the_clock: TheClock
) -> None:
    exchange = await agreed(cast.olive, cast.amina)
    before = (await desk_kinds(town)).count("by_telephone")
    the_clock.reads(exchange.starts_at + timedelta(minutes=30))
    await confirming.confirm(cast.priya.acting_for(cast.olive), exchange.id, cast.olive.id, 45)
    assert (await desk_kinds(town)).count("by_telephone") == before


async def test_a_helper_whose_yes_was_written_down_hears_that_the_member_is_asked(
    cast: Cast, texts: Texts
) -> None:
    exchange = await asked(cast.margaret, approve_first=True)
    await answering.accept(cast.priya.acting_for(cast.amina), exchange.id, cast.amina.id)
    assert (await texts.purposes(cast.amina))[-1] == "helper_offered_ok"
    await answering.refuse(cast.priya.acting_for(cast.margaret), exchange.id)
    assert await state_of(exchange) == "asking"
    assert (await texts.purposes(cast.margaret))[-1] == "acted_for_you"


async def test_nobody_says_for_another_that_they_are_late(cast: Cast, the_clock: TheClock) -> None:
    exchange = await agreed(cast.margaret, cast.amina)
    the_clock.reads(exchange.starts_at)
    with pytest.raises(errors.NotAllowed):
        await visiting.running_late(cast.bill.by().acting_for(cast.margaret.id), exchange.id)
