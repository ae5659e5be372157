"""Moving a database from one numbered migration to another, with Tortoise's own executor."""

import pkgutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from importlib import import_module

import asyncpg
from tortoise.context import TortoiseContext
from tortoise.migrations import api

from timebank import database

APP = "timebank"
NOTHING = "nothing"
_LOCK = 7_482_001  # any number, the same in every process that migrates
_WORDS = {"apply_done": "applied", "rollback_done": "taken back"}


class CannotMigrate(Exception):
    """No such migration, or no way to the database; the text is a sentence."""


def known() -> list[str]:
    """The names of all migrations, oldest first."""
    package = import_module("migrations")
    return sorted(name for _, name, is_package in pkgutil.iter_modules(package.__path__) if not is_package)


async def waiting() -> list[str]:
    """The migrations that the connected database still lacks, oldest first; all where it has none."""
    found = await database.rows("SELECT to_regclass('tortoise_migrations') IS NOT NULL AS there")
    if not found[0]["there"]:
        return known()
    applied = await database.rows("SELECT name FROM tortoise_migrations WHERE app = $1", APP)
    done = {row["name"] for row in applied}
    return [name for name in known() if name not in done]


async def migrate(
    owner_url: str, target: str | None = None, *, progress: Callable[[str], None] | None = None
) -> list[str]:
    """Bring the database to `target` (None: the newest; "nothing": before the first), forwards or back.

    Each migration is a transaction of its own; two that run at once follow one another. Returns a line for
    each step taken ("0001_tables applied"), which `progress` hears as they happen. Raises `CannotMigrate`.
    """
    if target not in (None, NOTHING, *known()):
        raise CannotMigrate(f"There is no migration {target}; there are: {', '.join(known())}.")
    steps: list[str] = []

    def step(event: str, _app: str, name: str) -> None:
        if event in _WORDS:
            steps.append(f"{name} {_WORDS[event]}")
            if progress:
                progress(steps[-1])

    async with _alone(owner_url), TortoiseContext():
        configuration = database.configuration(owner_url, most_connections=2)
        await api.migrate(config=configuration, target=_in_tortoise_words(target), progress=step)
    return steps


def _in_tortoise_words(target: str | None) -> str:
    names = {None: "__latest__", NOTHING: "__first__"}
    return f"{APP}.{names.get(target, target)}"


@asynccontextmanager
async def _alone(owner_url: str) -> AsyncIterator[None]:
    """Hold the migrations' lock of this database; a second migrator waits, then finds nothing to do."""
    try:
        connection = await asyncpg.connect(owner_url)
    except (OSError, asyncpg.PostgresError) as error:
        reason = str(error) or type(error).__name__
        raise CannotMigrate(f"The database of DATABASE_OWNER_URL cannot be reached: {reason}.") from error
    try:
        await connection.execute("SELECT pg_advisory_lock($1)", _LOCK)
        yield
    finally:
        await connection.close()
