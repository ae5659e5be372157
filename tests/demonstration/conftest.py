"""Larkfield Circle after a year, put back row by row for each test."""

from typing import Any

import pytest

from tests.stores import Store
from tests.the_clock import TheClock
from timebank.commands.demonstration import loading
from timebank.commands.demonstration.guide import Guide
from timebank.communities import timebanks
from timebank.communities.timebanks import Timebank


@pytest.fixture
async def guide(database_url: str, the_clock: TheClock, store: Store, remembered: dict[str, Any]) -> Guide:
    """The demonstration, loaded; and whom to be in it."""
    if "larkfield" in remembered:
        await store.recall("larkfield")
    else:
        remembered["larkfield"] = await loading.load()
        await store.remember("larkfield")
    found: Guide = remembered["larkfield"]
    return found


@pytest.fixture
async def larkfield(guide: Guide) -> Timebank:
    """Its timebank."""
    return await timebanks.by_slug("larkfield")
