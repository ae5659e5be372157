"""An application on the test's database, a browser without JavaScript, and a real one."""

import asyncio
import socket
from collections.abc import AsyncIterator

import pytest
import uvicorn
from playwright.async_api import Browser, async_playwright
from starlette.applications import Starlette

from tests import chromium
from tests.browser import Client
from tests.the_clock import TheClock
from timebank import settings
from web.app import create_app


@pytest.fixture
async def app(database_url: str, redis_url: str) -> AsyncIterator[Starlette]:
    """The application as it is served; the database is connected already."""
    known = settings.Settings(environment="test", database_url=database_url, redis_url=redis_url)
    made = create_app(known)
    yield made
    await made.state.bell.close()


@pytest.fixture
async def client(app: Starlette) -> AsyncIterator[Client]:
    """Somebody at a browser without JavaScript, not signed in."""
    opened = Client(app)
    yield opened
    await opened.close()


@pytest.fixture
async def live_server_url(app: Starlette, the_clock: TheClock) -> AsyncIterator[str]:
    """The application on a port of this machine, in the test's own event loop and at the test's hour."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        config = uvicorn.Config(
            app, lifespan="off", log_level="critical", ws="none", timeout_graceful_shutdown=2
        )
        server = uvicorn.Server(config)
        serving = asyncio.create_task(server.serve(sockets=[listening]))
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        await serving


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    """A headless Chromium, started once a process."""
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(
            executable_path=chromium.path(), args=list(chromium.ARGUMENTS)
        )
        yield opened
        await opened.close()
