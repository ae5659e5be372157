"""Every migration goes up, down to nothing and up again, and says what the tables say."""

from collections.abc import AsyncIterator

import asyncpg
import pytest
from tortoise import Tortoise
from tortoise.migrations.autodetector import MigrationAutodetector

from tests import stores
from tests.stores import Store
from timebank import database, migrating
from timebank.embedded.state import Urls

_LEFT = """
SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace
   AND relkind IN ('r', 'S', 'v', 'm') AND relname NOT LIKE 'tortoise\\_migrations%'
UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace
UNION ALL SELECT typname FROM pg_type WHERE typnamespace = 'public'::regnamespace AND typtype IN ('e', 'd')
"""
_SHAPE = """
SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull
FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'i') AND a.attnum > 0
ORDER BY 1, 2
"""


@pytest.fixture
async def empty(servers: Urls, store: Store) -> AsyncIterator[str]:
    """The owner's address of a database in which nothing has happened yet."""
    name = f"{store.name}_empty"
    yield await stores.create_empty(servers, name)
    await stores.drop(servers, name)


async def test_up_down_to_nothing_and_up_again(empty: str) -> None:
    """One migration at a time, and nothing of ours is left at the bottom."""
    names = migrating.known()
    for name in names:
        assert await migrating.migrate(empty, name) == [f"{name} applied"]
    shape = await _ask(empty, _SHAPE)

    for name, below in zip(reversed(names), [*reversed(names[:-1]), migrating.NOTHING], strict=True):
        assert await migrating.migrate(empty, below) == [f"{name} taken back"]
    assert await _ask(empty, _LEFT) == []

    assert await migrating.migrate(empty) == [f"{name} applied" for name in names]
    assert await _ask(empty, _SHAPE) == shape
    assert await migrating.migrate(empty) == []


async def test_the_migrations_say_what_the_tables_say(database_url: str) -> None:
    """Nothing is left for makemigrations to find."""
    assert Tortoise.apps is not None
    apps = database.configuration(database_url)["apps"]
    changes = await MigrationAutodetector(Tortoise.apps, apps).changes()
    assert [writer.as_string() for writer in changes] == []


async def test_every_column_of_every_table_is_there(database_url: str) -> None:
    """The running database has each column that a row names."""
    assert Tortoise.apps is not None
    found = {(row[0], row[1]) for row in await _ask(database_url, _SHAPE)}
    wanted = {
        (model._meta.db_table, column)
        for models in Tortoise.apps.values()
        for model in models.values()
        for column in model._meta.fields_db_projection.values()
    }
    assert wanted - found == set()


async def _ask(url: str, question: str) -> list[tuple[object, ...]]:
    connection = await asyncpg.connect(url)
    try:
        return [tuple(row) for row in await connection.fetch(question)]
    finally:
        await connection.close()
