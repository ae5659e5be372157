"""What the demonstration keeps.

The shape of its database, the invented people in it, and how to forget both.
"""

import asyncio
import shutil
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from timebank import database, migrating
from timebank.commands import cast, pretend
from timebank.commands.cast import Person
from timebank.commands.failures import CommandError
from timebank.embedded import servers
from timebank.settings import Settings

_CAST = "demonstration.json"
_LOADING = "demonstration.loading"
_OURS = (_CAST, _LOADING, pretend.JOURNAL, pretend.TELEPHONES, "pretend-gateway.json")

Say = Callable[[str], None]


def forget(var_dir: Path) -> None:
    """Remove what the demonstration and the local servers keep under `var/`, and nothing else."""
    servers.remove_data(var_dir)
    for name in _OURS:
        (var_dir / name).unlink(missing_ok=True)
    shutil.rmtree(var_dir / "log", ignore_errors=True)


def prepare(settings: Settings, var_dir: Path, say: Say, *, ours: bool) -> list[Person]:
    """Migrate, and load the demonstration timebank when the database is empty; the cast in either case.

    A loading that was broken off is begun again when the database is `ours`, a local one; else it is refused.
    """
    owner_url = str(settings.database_owner_url)
    loading = var_dir / _LOADING
    if loading.exists():
        if not ours:
            raise CommandError(
                "The demonstration was loaded only in part: empty that database and start again."
            )
        say("Taking back a loading that was broken off")
        asyncio.run(migrating.migrate(owner_url, migrating.NOTHING))
        loading.unlink()
    asyncio.run(migrating.migrate(owner_url, progress=lambda step: say(f"Database: {step}")))
    if asyncio.run(_is_empty(str(settings.database_url))):
        say("Inventing a timebank with a year behind it (only once)")
        loading.touch()
        cast.save(var_dir / _CAST, asyncio.run(_load(str(settings.database_url), say)))
        loading.unlink()
    known = cast.load(var_dir / _CAST)
    cast.save_telephones(var_dir / pretend.TELEPHONES, known)
    return known


async def _is_empty(url: str) -> bool:
    await database.connect(url, most_connections=2)
    try:
        found = await database.rows("SELECT EXISTS (SELECT FROM timebanks) AS there")
        return not found[0]["there"]
    finally:
        await database.disconnect()


async def _load(url: str, say: Say) -> list[Person]:
    await database.connect(url)
    try:
        people: list[Person] = await import_module("timebank.commands.demonstration").load(say)
        return people
    finally:
        await database.disconnect()
