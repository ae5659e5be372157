"""What a whole story needs: pages, telephones, workers, and the books at its end."""

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
import uvicorn
from starlette.applications import Starlette

from tests.browser import Client
from tests.cast import Player
from tests.phones import phone_network
from tests.phones.phone_network import PhoneNetwork
from tests.the_clock import TheClock
from tests.worlds import Town
from timebank import clock, settings
from timebank.ledger import accounts, invariants
from timebank.reporting import council
from timebank.scheduling import due
from web.app import create_app
from workers import deliver, equipment, replies


@dataclass
class Story:
    """The web, the telephones and the workers of one town."""

    town: Town
    phones: PhoneNetwork
    tools: equipment.Equipment
    the_clock: TheClock

    async def texts(self, who: Player, words: str) -> list[str]:
        """Type a text on somebody's telephone; returns what the telephone got because of it."""
        before = len(await self.phone_of(who))
        await asyncio.to_thread(self.phones.type, who.number, words)
        await self.work()
        return (await self.phone_of(who))[before:]

    async def phone_of(self, who: Player) -> list[str]:
        """Every text that somebody's telephone has got, in order."""
        await asyncio.to_thread(self.phones.wait_until_still, who.number)
        return await asyncio.to_thread(self.phones.received, who.number)

    async def work(self) -> None:
        """What the workers do when the bell rings, and what the clock brings."""
        await replies.work_off()
        await due.run_due()
        await deliver.run(self.tools)

    async def balance(self, who: Player) -> int:
        """Somebody's minutes."""
        return (await accounts.of(who.timebank_id, accounts.MEMBER, who.id)).balance

    async def ends_well(self, hours: float) -> None:
        """The books balance, and the council's report counts these hours and no others."""
        assert not (await invariants.check()).faults
        today = clock.today()
        report = await council.report(self.town.gss, today - timedelta(days=30), today)
        figures = {one.name: one for one in report.indicators}
        assert float(str(figures["hours_exchanged"].value)) == hours


@pytest.fixture
def door() -> Iterator[socket.socket]:
    """A port of this machine for the web application."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening


@pytest.fixture
def phones(door: socket.socket, town: Town, tmp_path: Path) -> Iterator[PhoneNetwork]:
    """The pretend phone network, a real process."""
    url = f"http://127.0.0.1:{door.getsockname()[1]}/webhooks/twilio/messages"
    number = town.timebank.text_number
    with phone_network.running(tmp_path, url, TWILIO_NUMBER=number) as network:
        yield network


@pytest.fixture
def known(
    door: socket.socket, phones: PhoneNetwork, database_url: str, redis_url: str, town: Town
) -> settings.Settings:
    """The settings of a web application and a worker that use that network."""
    return settings.Settings.model_validate(
        {
            "TIMEBANK_ENV": "test",
            "DATABASE_URL": database_url,
            "REDIS_URL": redis_url,
            "PUBLIC_BASE_URL": f"http://127.0.0.1:{door.getsockname()[1]}",
            "TWILIO_ACCOUNT_SID": phone_network.ACCOUNT,
            "TWILIO_AUTH_TOKEN": phone_network.TOKEN,
            "TWILIO_NUMBER": town.timebank.text_number,
            "TWILIO_BASE_URL": phones.url,
        }
    )


@pytest.fixture
async def app(known: settings.Settings, door: socket.socket) -> AsyncIterator[Starlette]:
    """The application, served on the port, in the test's own event loop and at its hour."""
    made = create_app(known)
    config = uvicorn.Config(
        made, lifespan="off", log_level="critical", ws="none", timeout_graceful_shutdown=2
    )
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve(sockets=[door]))
    yield made
    server.should_exit = True
    await serving
    await made.state.bell.close()


@pytest.fixture
async def client(app: Starlette) -> AsyncIterator[Client]:
    """Somebody at a browser without JavaScript; every page is checked."""
    opened = Client(app)
    yield opened
    await opened.close()


@pytest.fixture
async def story(
    app: Starlette, known: settings.Settings, phones: PhoneNetwork, town: Town, the_clock: TheClock
) -> AsyncIterator[Story]:
    """Everything together."""
    tools = equipment.of(known)
    told = Story(town, phones, tools, the_clock)
    await told.work()  # the cast has just joined, and is made welcome
    yield told
    await tools.gateway.close()
