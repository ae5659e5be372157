"""How many statements each page of tests/web/pages.py sends, with as many rows as there are."""

from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager

import httpx
from starlette.types import ASGIApp

from tests import queries, signing_in
from tests.browser import ADDRESS
from tests.cast import Cast
from tests.web import pages

FEW, MANY = 10, 1000
NOT_THERE = "/nowhere"


@asynccontextmanager
async def everybody(app: ASGIApp, cast: Cast) -> AsyncIterator[dict[str, httpx.AsyncClient]]:
    """A browser for each of those who open pages, signed in once; the pages are checked elsewhere."""
    async with AsyncExitStack() as opened:
        clients: dict[str, httpx.AsyncClient] = {}
        for who in dict.fromkeys(who for _, who in pages.PAGES):
            token = None if who == "nobody" else await signing_in.token_of(getattr(cast, who))
            client = httpx.AsyncClient(
                transport=httpx.ASGITransport(app),
                base_url=ADDRESS,
                cookies={"session": token} if token else None,
            )
            clients[who] = await opened.enter_async_context(client)
        yield clients


async def asked(clients: Mapping[str, httpx.AsyncClient], cast: Cast) -> dict[str, int]:
    """Statements by page; each is opened once before, so that what a process keeps for a minute is known."""
    counts: dict[str, int] = {}
    for path, who in pages.PAGES:
        address = path.format(**{player.first_name.lower(): player.id for player in cast.players})
        await _open(clients[who], path, address)
        async with queries.counted() as sent:
            await _open(clients[who], path, address)
        counts[path] = max(len(sent), counts.get(path, 0))
    return counts


async def _open(client: httpx.AsyncClient, path: str, address: str) -> None:
    answer = await client.get(address)
    expected = 404 if path == NOT_THERE else 200
    assert answer.status_code == expected, f"{path}: {answer.status_code}"
