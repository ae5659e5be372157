"""Larkfield Circle after a year."""

from dataclasses import dataclass

import pytest

from tests.stores import Store
from tests.the_clock import TheClock
from timebank.commands.demonstration import loading
from timebank.commands.demonstration.guide import Guide
from timebank.communities import timebanks
from timebank.communities.timebanks import Timebank


@dataclass(frozen=True)
class Year:
    """The demonstration as it was made: whom to be in it, its timebank, and where it is remembered."""

    guide: Guide
    timebank: Timebank
    store: Store


@pytest.fixture
async def year(database_url: str, the_clock: TheClock, store: Store) -> Year:
    """The demonstration, made on a Tuesday in June, and remembered as "larkfield"."""
    guide = await loading.load()
    await store.remember("larkfield")
    return Year(guide, await timebanks.by_slug("larkfield"), store)
