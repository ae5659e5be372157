"""The organiser's desk: who may take a matter off it."""

import pytest

from tests.cast import Cast
from tests.worlds import Town
from timebank import errors
from timebank.desk import items


async def test_only_an_organiser_takes_a_matter_off_the_desk(cast: Cast, town: Town) -> None:
    await items.lay(town.id, "emergency", "fallen", "I have fallen", person_id=cast.margaret.id)
    (fallen,) = await items.open_items(town.id)
    with pytest.raises(errors.NotAllowed):
        await items.take_off(cast.tom.by(), fallen.id, "nothing to see")
    await items.take_off(cast.priya.by(), fallen.id, "her daughter is there")
    assert await items.open_items(town.id) == []
