"""One exchange by web alone: nobody touches a telephone."""

from tests.browser import Client, Page
from tests.cast import Cast
from tests.journeys.conftest import Story


async def _asks_for_a_light_bulb(client: Client) -> str:
    """Margaret's three screens; returns the address of the visit."""
    page = await client.get("/ask")
    page = await client.send(page.form(), task="lightbulb")
    page = await client.send(
        page.form(), day="2026-06-11", part="afternoon", at="2", note="The one in the hall"
    )
    assert "Thursday 11 June" in page.text
    await client.send(page.form(), press="Yes, ask for help")
    done = await client.follow()
    assert "We ask neighbours" in done.text
    visits = await client.get("/visits")
    return next(address for address in visits.links.values() if address.startswith("/visits/"))


async def _says_how_long(client: Client, address: str, hours: str, minutes: str) -> Page:
    await client.get(f"{address}/how-long")
    await client.post(f"{address}/how-long", hours=hours, minutes=minutes)
    return await client.follow()


async def test_an_exchange_by_web_alone(cast: Cast, client: Client, story: Story) -> None:
    await client.sign_in(cast.margaret)
    visit = await _asks_for_a_light_bulb(client)

    await client.sign_in(cast.amina)
    assert "Margaret" in (await client.get("/home")).text
    page = await client.get(visit)
    await client.post(f"{visit}/answer", answer="yes")
    page = await client.follow()
    assert "12 Foxglove Road" in page.text

    await client.sign_in(cast.margaret)
    page = await client.get("/home")
    assert "Amina" in page.text
    assert "020 7946 0100" in page.text
    assert f"{visit}/cancel" in (await client.get(visit)).links.values()

    story.the_clock.reads("2026-06-11 15:30")
    await story.work()
    await client.sign_in(cast.amina)
    await _says_how_long(client, visit, "0", "45")
    assert await story.balance(cast.amina) == 0
    await client.sign_in(cast.margaret)
    page = await client.get(f"{visit}/how-long")
    assert page.h1 == "Amina says 45 minutes. Is that right?"
    await _says_how_long(client, visit, "0", "45")
    await story.work()

    assert (await story.balance(cast.amina), await story.balance(cast.margaret)) == (45, -45)
    page = await client.get("/time")
    assert "Amina" in page.text
    assert "45 minutes" in page.text
    assert "debt" not in page.text.lower()
    assert any("confirmed" in text or "noted" in text for text in await story.phone_of(cast.margaret))
    await story.ends_well(hours=0.75)


async def test_pressing_twice_asks_once(cast: Cast, client: Client, story: Story) -> None:
    await client.sign_in(cast.margaret)
    page = await client.get("/ask")
    page = await client.send(page.form(), task="lightbulb")
    page = await client.send(page.form(), day="2026-06-11", part="afternoon", at="2")
    for _ in range(2):
        await client.send(page.form(), press="Yes, ask for help")
    visits = await client.get("/visits")
    assert len([address for address in visits.links.values() if address.startswith("/visits/")]) == 1


async def test_when_the_two_remember_it_differently_the_second_is_asked(
    cast: Cast, client: Client, story: Story
) -> None:
    await client.sign_in(cast.margaret)
    visit = await _asks_for_a_light_bulb(client)
    await client.sign_in(cast.amina)
    await client.post(f"{visit}/answer", answer="yes")
    story.the_clock.reads("2026-06-11 15:30")
    await story.work()
    await _says_how_long(client, visit, "1", "0")
    await client.sign_in(cast.margaret)
    page = await _says_how_long(client, visit, "0", "45")
    assert "Amina" in page.text
    assert "1 hour" in page.text
    assert await story.balance(cast.amina) == 0
    await client.post(f"{visit}/how-long", hours="1", minutes="0")
    assert await story.balance(cast.amina) == 60
