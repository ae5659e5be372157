"""What goes otherwise than planned: called off, withdrawn, in vain, remembered apart, never confirmed."""

from datetime import timedelta
from uuid import UUID

from tests.browser import Client
from tests.cast import Cast
from tests.journeys.conftest import Story
from tests.the_clock import at
from tests.web import happenings
from timebank import identity
from timebank.desk import items
from timebank.scheduling import asking, exchanges


async def _desk(story: Story) -> set[str]:
    return {item.kind for item in await items.open_items(story.town.id)}


async def _state(story: Story, exchange_id: UUID) -> str:
    return (await exchanges.get(story.town.id, exchange_id)).state


async def test_margaret_calls_it_off_and_amina_hears(cast: Cast, client: Client, story: Story) -> None:
    exchange_id = await happenings.agreed(cast.margaret, cast.amina)
    await client.sign_in(cast.margaret)
    page = await client.get(f"/visits/{exchange_id}/cancel")
    await client.send(page.form())
    await story.work()
    assert await _state(story, exchange_id) == "cancelled"
    assert "no longer needs" in (await story.phone_of(cast.amina))[-1]
    await story.ends_well(hours=0)


async def test_amina_cannot_come_and_tom_steps_in(cast: Cast, client: Client, story: Story) -> None:
    exchange_id = await happenings.agreed(cast.margaret, cast.amina)
    await client.sign_in(cast.amina)
    page = await client.get(f"/visits/{exchange_id}/cannot-come")
    await client.send(page.form())
    await story.work()
    assert "asking others" in (await story.phone_of(cast.margaret))[-1]
    code = (await exchanges.get(story.town.id, exchange_id)).code
    await story.texts(cast.tom, f"YES {code}")
    assert "Tom is coming" in (await story.phone_of(cast.margaret))[-1]
    await story.ends_well(hours=0)


async def test_nobody_came_and_the_organiser_puts_it_right(cast: Cast, client: Client, story: Story) -> None:
    exchange_id = await happenings.agreed(cast.margaret, cast.amina, after=timedelta(hours=3))
    story.the_clock.passes(hours=3, minutes=40)
    await story.texts(cast.margaret, "It's Margaret, nobody came")
    assert "nobody_came" in await _desk(story)
    await client.sign_in(cast.priya)
    page = await client.get(f"/exchanges/{exchange_id}/decide")
    await client.send(page.form(), happened="no")
    await story.work()
    assert await _state(story, exchange_id) == "cancelled"
    assert "nobody_came" not in await _desk(story)
    await story.ends_well(hours=0)


async def test_minutes_that_differ_twice_are_decided_by_the_organiser(
    cast: Cast, client: Client, story: Story
) -> None:
    exchange_id = await happenings.over(story.the_clock, cast.margaret, cast.amina)
    code = (await exchanges.get(story.town.id, exchange_id)).code
    await story.texts(cast.amina, f"DONE {code} 60")
    await client.sign_in(cast.margaret)
    for _ in range(2):
        await client.post(f"/visits/{exchange_id}/how-long", hours="0", minutes="40")
    assert await _state(story, exchange_id) == "disputed"
    assert await story.balance(cast.amina) == 0
    await client.sign_in(cast.priya)
    page = await client.get(f"/exchanges/{exchange_id}/decide")
    await client.send(page.form(), happened="yes", hours="0", minutes="50")
    await story.work()
    assert (await story.balance(cast.amina), await story.balance(cast.margaret)) == (50, -50)
    for who in (cast.amina, cast.margaret):
        assert "50 minutes" in (await story.phone_of(who))[-1]
    await story.ends_well(hours=0.83)


async def test_seven_days_after_one_side_spoke_it_counts(cast: Cast, story: Story) -> None:
    exchange_id = await happenings.over(story.the_clock, cast.margaret, cast.amina)
    code = (await exchanges.get(story.town.id, exchange_id)).code
    await story.texts(cast.amina, f"DONE {code} 45")
    story.the_clock.passes(days=6, hours=23)
    await story.work()
    assert await story.balance(cast.amina) == 0
    story.the_clock.passes(hours=2)
    await story.work()
    assert await story.balance(cast.amina) == 45
    await story.ends_well(hours=0.75)


async def test_the_night_the_clocks_change(cast: Cast, client: Client, story: Story) -> None:
    """A visit on the Sunday is told, reminded of and counted by the clock on the kitchen wall."""
    story.the_clock.reads("2026-10-22 10:00")
    wish = asking.Wish("lightbulb", at("2026-10-25 10:00"))
    asked = await asking.ask_for_help(
        cast.margaret.by(), cast.margaret.id, wish, exchange_id=identity.new_id()
    )
    await story.work()
    assert "Sun 25 Oct, 10am" in (await story.phone_of(cast.amina))[-1]
    await story.texts(cast.amina, f"YES {asked.exchange.code}")
    heard = len(await story.phone_of(cast.margaret))
    story.the_clock.reads("2026-10-24 16:59")
    await story.work()
    assert len(await story.phone_of(cast.margaret)) == heard
    story.the_clock.reads("2026-10-24 17:00")
    await story.work()
    assert "Sun 25 Oct, 10am" in (await story.phone_of(cast.margaret))[-1]
    story.the_clock.reads("2026-10-25 11:05")
    await story.work()
    await story.texts(cast.amina, f"DONE {asked.exchange.code} 60")
    await client.sign_in(cast.margaret)
    await client.post(f"/visits/{asked.exchange.id}/how-long", hours="1", minutes="0")
    assert "25 October" in (await client.get("/time")).text
    await story.ends_well(hours=1)


async def test_a_name_with_an_apostrophe_goes_everywhere(cast: Cast, client: Client, story: Story) -> None:
    exchange_id = await happenings.agreed(cast.desmond, cast.amina)
    await story.work()
    assert "Desmond" in (await story.phone_of(cast.amina))[-1]
    await client.sign_in(cast.priya)
    for words in ("O'Neill", "O’Neill", "oneill"):
        page = await client.get(f"/people?q={words}")
        assert "Desmond O'Neill" in page.text.replace("’", "'"), words
    page = await client.get(f"/people/{cast.desmond.id}")
    assert "O'Neill" in page.text.replace("’", "'")
    assert "Desmond O'Neill" in (await client.get(f"/exchanges/{exchange_id}")).text.replace("’", "'")
