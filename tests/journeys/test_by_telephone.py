"""One exchange with an organiser on the telephone for a member without a mobile."""

from tests.browser import Client
from tests.cast import Cast
from tests.journeys.conftest import Story
from tests.replies.conftest import code_in
from timebank.audit import trail
from timebank.desk import items
from timebank.scheduling import exchanges


async def test_olive_rings_and_priya_does_the_rest(cast: Cast, client: Client, story: Story) -> None:
    await client.sign_in(cast.priya)
    page = await client.get(f"/people/{cast.olive.id}/ask")
    page = await client.send(page.form(), task="lightbulb")
    page = await client.send(page.form(), day="2026-06-11", part="afternoon", at="2")
    await client.send(page.form(), press="Yes, ask for help for Olive")
    await client.follow()
    await story.work()

    code = code_in((await story.phone_of(cast.amina))[-1])
    await story.texts(cast.amina, f"YES {code}")
    told = [item for item in await items.open_items(story.town.id) if item.person_id == cast.olive.id]
    assert any("Amina is coming" in item.words for item in told)
    page = await client.get("/today")
    assert "Olive" in page.text
    for item in told:
        await client.post(f"/desk/{item.id}", outcome="Rang her")

    story.the_clock.reads("2026-06-11 15:30")
    await story.work()
    await story.texts(cast.amina, "done 50")
    found = await exchanges.by_code(story.town.id, int(code))
    assert found is not None
    await client.sign_in(cast.priya)
    page = await client.get(f"/exchanges/{found.id}/for/member/how-long")
    assert page.h1 == "Amina says 50 minutes. Is that right?"
    await client.post(f"/exchanges/{found.id}/for/member/how-long", hours="0", minutes="50")

    assert (await story.balance(cast.amina), await story.balance(cast.olive)) == (50, -50)
    confirmed = (await trail.story(story.town.id, found.id))[-1]
    assert (confirmed.actor_id, confirmed.for_id) == (cast.priya.id, cast.olive.id)
    assert confirmed.channel == "phone"
    await story.ends_well(hours=0.83)


async def test_a_wrong_confirmation_is_taken_back_and_both_are_told(
    cast: Cast, client: Client, story: Story
) -> None:
    await story.texts(cast.margaret, "It's Margaret. Could someone change a lightbulb thursday 2pm")
    await story.texts(cast.margaret, "yes")
    code = code_in((await story.phone_of(cast.amina))[-1])
    await story.texts(cast.amina, f"YES {code}")
    story.the_clock.reads("2026-06-11 15:30")
    await story.work()
    await story.texts(cast.amina, f"done {code} 60")
    await story.texts(cast.margaret, f"done {code} 60")
    assert await story.balance(cast.amina) == 60

    found = await exchanges.by_code(story.town.id, int(code))
    assert found is not None
    await client.sign_in(cast.priya)
    page = await client.get(f"/exchanges/{found.id}/undo")
    await client.send(page.form(), reason="It was another visit")
    await story.work()
    assert (await story.balance(cast.amina), await story.balance(cast.margaret)) == (0, 0)
    for who in (cast.amina, cast.margaret):
        assert "mistake was put right" in (await story.phone_of(who))[-1]
    await story.ends_well(hours=0)
