"""What the demonstration keeps: the shape of its database, and the invented people in it."""

import asyncio
import json
from collections.abc import Callable
from pathlib import Path

import uvloop

from timebank import database, migrating
from timebank.commands import pretend
from timebank.commands.demonstration import loading
from timebank.commands.demonstration.guide import Guide
from timebank.commands.failures import CommandError
from timebank.embedded import passwords
from timebank.errors import NotFound
from timebank.settings import Settings

Say = Callable[[str], None]


def prepare(settings: Settings, var_dir: Path, say: Say) -> Guide:
    """Migrate, load the demonstration timebank when the database is empty, and say whom to be.

    Raises `CommandError` when the database holds another timebank.
    """
    asyncio.run(
        migrating.migrate(str(settings.database_owner_url), progress=lambda step: say(f"Database: {step}"))
    )
    if asyncio.run(_half_loaded(str(settings.database_url))):
        say("The last start was stopped half-way: beginning again")
        asyncio.run(migrating.migrate(str(settings.database_owner_url), migrating.NOTHING))
        asyncio.run(migrating.migrate(str(settings.database_owner_url)))
    guide = uvloop.run(_load(str(settings.database_url), say))
    telephones = [{"name": name, "number": number} for name, number in guide.handsets]
    passwords.write_private(var_dir / pretend.TELEPHONES, json.dumps(telephones))
    return guide


async def _half_loaded(url: str) -> bool:
    await database.connect(url)
    try:
        return await loading.is_unfinished()
    finally:
        await database.disconnect()


async def _load(url: str, say: Say) -> Guide:
    await database.connect(url)
    try:
        if await loading.is_needed():
            say("Inventing a timebank with a year behind it (only once)")
        return await loading.load(say)
    except NotFound as missing:
        raise CommandError(
            "The database holds another timebank: the demonstration wants one of its own."
        ) from missing
    finally:
        await database.disconnect()
