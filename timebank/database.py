"""PostgreSQL: one pool a process, one way to open a transaction.

Only use cases open transactions. What must follow a commit (a ring of the
bell) is collected inside and done after it; if the transaction fails it is
not done at all.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from contextvars import ContextVar
from typing import Any

from tortoise import Tortoise
from tortoise.connection import get_connection
from tortoise.transactions import in_transaction

TABLES = [
    "timebank.communities.tables",
    "timebank.ledger.tables",
    "timebank.audit.tables",
    "timebank.desk.tables",
    "timebank.messaging.tables",
    "timebank.members.tables",
    "timebank.safeguarding.tables",
    "timebank.listings.tables",
    "timebank.matching.tables",
    "timebank.scheduling.tables",
]
CONNECTION = "default"

AfterCommit = Callable[[], Awaitable[None]]
_pending: ContextVar[dict[str, AfterCommit] | None] = ContextVar("after_commit", default=None)


def configuration(url: str, *, most_connections: int = 16) -> dict[str, Any]:
    """Tortoise's configuration for a `postgresql://` address."""
    scheme, _, rest = url.partition("://")
    if scheme not in ("postgresql", "postgres", "asyncpg"):
        raise ValueError("a database address begins with postgresql://")
    join = "&" if "?" in rest else "?"
    return {
        "connections": {CONNECTION: f"asyncpg://{rest}{join}minsize=1&maxsize={most_connections}"},
        "apps": {
            "timebank": {"models": TABLES, "default_connection": CONNECTION, "migrations": "migrations"}
        },
        "use_tz": True,
        "timezone": "UTC",
    }


async def connect(url: str, *, most_connections: int = 16) -> None:
    """Open the pool; once a process, before any use case."""
    await Tortoise.init(
        config=configuration(url, most_connections=most_connections), _enable_global_fallback=True
    )


async def disconnect() -> None:
    """Close the pool."""
    await Tortoise.close_connections()


@asynccontextmanager
async def transaction() -> AsyncIterator[None]:
    """All or nothing. Opened inside another it is a savepoint: a refusal undoes only its own part."""
    if _pending.get() is not None:
        async with in_transaction(CONNECTION):
            yield
        return
    followers: dict[str, AfterCommit] = {}
    token = _pending.set(followers)
    try:
        async with in_transaction(CONNECTION):
            yield
    finally:
        _pending.reset(token)
    for follower in followers.values():
        await follower()


def after_commit(name: str, follower: AfterCommit) -> None:
    """Do `follower` once the present transaction has committed; the same name is done once.

    Must be called inside `transaction()`: an act with a follower is never a lone statement.
    """
    pending = _pending.get()
    if pending is None:
        raise RuntimeError("after_commit needs a transaction to follow")
    pending.setdefault(name, follower)


async def rows(sql: str, *values: object) -> list[dict[str, Any]]:
    """The rows a statement returns, RETURNING clauses included."""
    found: list[dict[str, Any]] = await get_connection(CONNECTION).execute_query_dict(sql, list(values))
    return found


async def run(sql: str, *values: object) -> int:
    """How many rows an UPDATE, DELETE or INSERT touched."""
    touched, _ = await get_connection(CONNECTION).execute_query(sql, list(values))
    return touched
