"""Offering, withdrawing, and when in the week somebody is free."""

import pytest

from tests.cast import Cast
from timebank import errors
from timebank.audit import trail
from timebank.listings import offers
from timebank.members import people


async def test_offering_makes_a_member_a_helper(cast: Cast) -> None:
    olive = cast.olive
    offered = await offers.offer(olive.by(), olive.id, ["sewing", "phone_chat"], "I was a seamstress")
    assert [(found.task, found.told) for found in offered] == [
        ("phone_chat", "I was a seamstress"),
        ("sewing", "I was a seamstress"),
    ]
    assert (await people.get(olive.timebank_id, olive.id)).is_helper


async def test_offering_again_keeps_the_words_unless_there_are_new_ones(cast: Cast) -> None:
    tom = cast.tom
    await offers.offer(tom.by(), tom.id, ["sewing"], "Only hems")
    await offers.offer(tom.by(), tom.id, ["sewing"])
    assert {found.task: found.told for found in await offers.of_person(tom.timebank_id, tom.id)}[
        "sewing"
    ] == "Only hems"


async def test_what_is_withdrawn_is_offered_no_longer_until_it_is_again(cast: Cast) -> None:
    amina = cast.amina
    left = await offers.withdraw(amina.by(), amina.id, ["gardening"])
    assert "gardening" not in {found.task for found in left}
    assert amina.id not in await offers.of_task(amina.timebank_id, "gardening")
    await offers.offer(amina.by(), amina.id, ["gardening"])
    assert set(await offers.of_task(amina.timebank_id, "gardening")) == {
        amina.id,
        cast.tom.id,
        cast.desmond.id,
    }


async def test_an_organiser_offers_for_somebody_and_the_record_shows_both(cast: Cast) -> None:
    olive, priya = cast.olive, cast.priya
    await offers.offer(priya.by("phone"), olive.id, ["sewing"])
    row = (await trail.story(olive.timebank_id, olive.id))[-1]
    assert (row.act, row.actor_id, row.for_id, row.channel) == ("offered", priya.id, olive.id, "phone")


async def test_nobody_offers_for_a_neighbour(cast: Cast) -> None:
    with pytest.raises(errors.NotAllowed):
        await offers.offer(cast.tom.by(), cast.olive.id, ["sewing"])
    with pytest.raises(errors.NotAllowed):
        await offers.withdraw(cast.tom.by(), cast.amina.id, ["gardening"])
    with pytest.raises(errors.NotAllowed):
        await offers.set_free_times(cast.tom.by(), cast.olive.id, {(0, "morning")})


async def test_what_is_no_kind_of_help_cannot_be_offered(cast: Cast) -> None:
    tom = cast.tom
    with pytest.raises(errors.NotFound):
        await offers.offer(tom.by(), tom.id, ["rewiring"])
    with pytest.raises(errors.Invalid):
        await offers.offer(tom.by(), tom.id, [])
    with pytest.raises(errors.Invalid):
        await offers.offer(tom.by(), tom.id, ["sewing"], "x" * 501)


async def test_free_times_replace_those_said_before(cast: Cast) -> None:
    olive = cast.olive
    assert await offers.free_times(olive.timebank_id, olive.id) == frozenset()
    await offers.set_free_times(olive.by(), olive.id, {(0, "morning"), (6, "evening")})
    await offers.set_free_times(olive.by(), olive.id, {(0, "morning"), (2, "afternoon")})
    assert await offers.free_times(olive.timebank_id, olive.id) == {(0, "morning"), (2, "afternoon")}


async def test_a_day_that_is_no_day_is_refused(cast: Cast) -> None:
    with pytest.raises(errors.Invalid):
        await offers.set_free_times(cast.olive.by(), cast.olive.id, {(7, "morning")})
