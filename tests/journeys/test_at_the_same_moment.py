"""Two people press or text at one moment: one of them is first, nothing happens twice, nobody is scolded."""

import asyncio
from uuid import UUID

from tests.browser import Client
from tests.cast import Cast
from tests.journeys.conftest import Story
from tests.web import happenings
from timebank.matching.tables import AskRow
from timebank.scheduling import exchanges
from timebank.scheduling.exchanges import Exchange


async def _stands(story: Story, exchange_id: UUID) -> Exchange:
    return await exchanges.get(story.town.id, exchange_id)


async def test_two_neighbours_say_yes_at_once_and_one_is_thanked(
    cast: Cast, client: Client, story: Story
) -> None:
    exchange_id = await happenings.asked(cast.margaret)
    await story.work()
    await client.sign_in(cast.tom)
    code = (await _stands(story, exchange_id)).code
    await asyncio.gather(
        client.post(f"/visits/{exchange_id}/answer", answer="yes"),
        story.texts(cast.amina, f"YES {code}"),
    )
    await story.work()
    settled = await _stands(story, exchange_id)
    assert settled.state == "agreed"
    states = {one.helper_id: one.state for one in await AskRow.filter(exchange_id=exchange_id)}
    other = cast.tom if settled.helper_id == cast.amina.id else cast.amina
    assert states[other.id] in ("stood_down", "asked")
    said = (await story.phone_of(other))[-1]
    assert "settled" in said or "thank" in said.lower()
    heard = [text for text in await story.phone_of(cast.margaret) if "is coming" in text]
    assert len(heard) == 1
    await story.ends_well(hours=0)


async def test_confirming_by_page_and_by_text_at_once_moves_hours_once(
    cast: Cast, client: Client, story: Story
) -> None:
    exchange_id = await happenings.over(story.the_clock, cast.margaret, cast.amina)
    await story.work()
    code = (await _stands(story, exchange_id)).code
    await client.sign_in(cast.margaret)
    await asyncio.gather(
        client.post(f"/visits/{exchange_id}/how-long", hours="1", minutes="0"),
        client.post(f"/visits/{exchange_id}/how-long", hours="1", minutes="0"),
        story.texts(cast.amina, f"DONE {code} 60"),
        story.texts(cast.amina, f"DONE {code} 60"),
    )
    await story.work()
    assert (await _stands(story, exchange_id)).state == "confirmed"
    assert (await story.balance(cast.amina), await story.balance(cast.margaret)) == (60, -60)
    await story.ends_well(hours=1)
