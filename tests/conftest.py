"""Fixtures for everybody: servers once a run, a clean database a test, the town, its people, the clock."""

from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest

from tests import stores, worlds
from tests.cast import Cast
from tests.fakes.bell import RecordingBell
from tests.fakes.pocket_gateway import PocketGateway
from tests.stores import Store
from tests.texts import Texts
from tests.the_clock import TheClock
from tests.worlds import Town
from timebank import clock, database
from timebank.embedded.state import Urls


@pytest.fixture(scope="session")
def servers() -> Iterator[Urls]:
    """The real PostgreSQL and Redis of every test process."""
    with stores.SERVERS as urls:
        yield urls


@pytest.fixture(scope="session")
async def store(servers: Urls, worker_id: str) -> AsyncIterator[Store]:
    """This process's own database, built by the real migrations, and the open pool of the application."""
    opened = await stores.open_store(servers, worker_id)
    await database.connect(opened.app_url)
    yield opened
    await database.disconnect()
    await stores.close_store(opened, servers)


@pytest.fixture
async def database_url(store: Store) -> AsyncIterator[str]:
    """A database without a row in it; the address by which the application uses it."""
    yield store.app_url
    await store.empty()


@pytest.fixture
async def the_clock() -> AsyncIterator[TheClock]:
    """A clock that stands at ten on a Tuesday morning in June until the test moves it."""
    with clock.frozen(worlds.TUESDAY_MORNING) as hands:
        yield TheClock(hands)


@pytest.fixture(scope="session")
def remembered() -> dict[str, Any]:
    """Worlds that were built once and are put back row by row for each test."""
    return {}


@pytest.fixture
async def town(database_url: str, the_clock: TheClock, store: Store, remembered: dict[str, Any]) -> Town:
    """Brockley Circle, open and empty."""
    if "town" in remembered:
        await store.recall("town")
    else:
        remembered["town"] = await worlds.build_town()
        await store.remember("town")
    found: Town = remembered["town"]
    return found


@pytest.fixture
async def cast(town: Town, store: Store, remembered: dict[str, Any]) -> Cast:
    """Margaret, Bill, Olive, Amina, Tom, Desmond, Priya and Ruth."""
    if "cast" in remembered:
        await store.recall("cast")
    else:
        remembered["cast"] = await worlds.gather_cast(town)
        await store.remember("cast")
    found: Cast = remembered["cast"]
    return found


@pytest.fixture
def texts(database_url: str) -> Texts:
    """What has been queued or sent, by person."""
    return Texts()


@pytest.fixture
def the_bell() -> Iterator[RecordingBell]:
    """What the workers would have been told."""
    with RecordingBell() as bell:
        yield bell


@pytest.fixture
def gateway() -> PocketGateway:
    """A carrier that takes every text until it is told to fail."""
    return PocketGateway()


@pytest.fixture(scope="session")
def redis_url(store: Store) -> str:
    """A Redis database of this process."""
    return store.redis_url
