"""`timebank verify`: prove the books, for anybody who can read the database."""

import argparse
import asyncio

from timebank import database
from timebank.ledger import invariants
from timebank.settings import Settings


def add(parser: argparse.ArgumentParser) -> None:
    """No arguments: everything is always checked."""
    parser.description = "Recompute every balance, hold and transfer from the entries; exit 1 at a fault."


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Print what was checked and each fault; 0 only where there is none."""
    books = asyncio.run(_check(str(settings.database_url)))
    print(
        f"Checked {books.transfers} transfers, {books.entries} entries, {books.holds} holds"
        f" and {books.accounts} accounts."
    )
    for fault in books.faults:
        print(f"FAULT: not true that {fault.invariant}: see {fault.what}")
    print("The books do not balance." if books.faults else "The books balance.")
    return 1 if books.faults else 0


async def _check(url: str) -> invariants.Books:
    await database.connect(url, most_connections=2)
    try:
        return await invariants.check()
    finally:
        await database.disconnect()
