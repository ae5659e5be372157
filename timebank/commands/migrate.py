"""`timebank migrate`: the newest shape of the database, or with `--down` an earlier one."""

import argparse
import asyncio

from timebank import migrating
from timebank.commands.failures import CommandError
from timebank.settings import Settings


def add(parser: argparse.ArgumentParser) -> None:
    """How far back, when back."""
    parser.add_argument(
        "--down",
        metavar="NAME",
        help=f"go back until NAME is the newest migration left; '{migrating.NOTHING}' takes all back",
    )


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Migrate as the owner, printing each step."""
    owner_url = str(settings.database_owner_url)
    try:
        steps = asyncio.run(migrating.migrate(owner_url, options.down, progress=_print))
    except migrating.CannotMigrate as refused:
        raise CommandError(str(refused)) from None
    if not steps:
        print("There is nothing to do: the database has this shape already.")
    return 0


def _print(step: str) -> None:
    print(step, flush=True)
