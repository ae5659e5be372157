"""How many statements the application sends to PostgreSQL.

    async with queries.counted() as sent:
        await client.get("/visits")
    assert len(sent) < 12

Counted where asyncpg sends them, so that nothing is missed, whoever asks. What
the pool and the transactions say for themselves is left out.
"""

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

import asyncpg
from tortoise.connection import get_connection

from timebank import database

_NOT_COUNTED = ("begin", "commit", "rollback", "savepoint", "release", "select pg_advisory_unlock_all")
MOST_CONNECTIONS = 16
"""Those of the pool: `database.connect` opens so many unless told otherwise."""


@asynccontextmanager
async def counted() -> AsyncIterator[list[str]]:
    """The statements sent while the block ran, in order, by any of the pool's connections."""
    sent: list[str] = []

    def note(record: asyncpg.connection.LoggedQuery) -> None:
        if not record.query.strip().lower().startswith(_NOT_COUNTED):
            sent.append(record.query)

    await _at_every_connection(lambda connection: connection.add_query_logger(note))
    try:
        yield sent
    finally:
        await _at_every_connection(lambda connection: connection.remove_query_logger(note))


async def _at_every_connection(act: Callable[[Any], None]) -> None:
    """The pool opens its connections as they are wanted, so all are wanted at once."""
    client = get_connection(database.CONNECTION)
    async with AsyncExitStack() as held:
        for _ in range(MOST_CONNECTIONS):
            act(await held.enter_async_context(client.acquire_connection()))
