"""How many statements each page of tests/web/pages.py sends, with as many rows as there are."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

from starlette.types import ASGIApp

from tests import queries
from tests.browser import Client
from tests.cast import Cast
from tests.web import pages

FEW, MANY = 10, 1000
NOT_THERE = "/nowhere"


@asynccontextmanager
async def everybody(app: ASGIApp, cast: Cast) -> AsyncIterator[dict[str, Client]]:
    """A browser for each of those who open pages, signed in once."""
    clients = {who: Client(app) for who in dict.fromkeys(who for _, who in pages.PAGES)}
    for who, client in clients.items():
        if who != "nobody":
            await client.sign_in(getattr(cast, who))
    yield {str(who): client for who, client in clients.items()}
    for client in clients.values():
        await client.close()


async def asked(clients: Mapping[str, Client], cast: Cast) -> dict[str, int]:
    """Statements by page; each is opened once before, so that what a process keeps for a minute is known."""
    counts: dict[str, int] = {}
    for path, who in pages.PAGES:
        address = path.format(**{player.first_name.lower(): player.id for player in cast.players})
        status = 404 if path == NOT_THERE else None
        await clients[who].get(address, status=status)
        async with queries.counted() as sent:
            await clients[who].get(address, status=status)
        counts[path] = max(len(sent), counts.get(path, 0))
    return counts
