"""`timebank import-members FILE.csv --timebank SLUG`: take in the list an organiser has in a spreadsheet."""

import argparse
import asyncio
from pathlib import Path

from timebank import database, errors, migrating
from timebank.audit.actor import Actor
from timebank.commands.failures import CommandError
from timebank.communities import timebanks
from timebank.communities.timebanks import Timebank
from timebank.members import register
from timebank.members.importing.files import UnreadableList
from timebank.members.register import ImportResult
from timebank.settings import Settings


def add(parser: argparse.ArgumentParser) -> None:
    """Which file, into which timebank, and how strictly."""
    parser.add_argument(
        "file", metavar="FILE.csv", type=Path, help="the list, saved from a spreadsheet as CSV"
    )
    parser.add_argument(
        "--timebank", metavar="SLUG", required=True, help="the timebank's short name in addresses"
    )
    parser.add_argument("--dry-run", action="store_true", help="say what would happen, and write nothing")
    parser.add_argument(
        "--skip-refused",
        action="store_true",
        help="take in the rows that can be read, and leave out the others",
    )


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Import and print one line a refused row, then what became of the rest. 1 if a refusal stopped it."""
    try:
        file = options.file.read_bytes()
    except OSError as fault:
        raise CommandError(f"The file {options.file} cannot be read: {fault.strerror}.") from None
    result = asyncio.run(_import(options, str(settings.database_url), file))
    for line in told(result, skip_refused=options.skip_refused):
        print(line)
    return 1 if result.refused and not options.skip_refused else 0


def told(result: ImportResult, *, skip_refused: bool) -> list[str]:
    """What to print: refusals by row, columns that were not read, and one line of counts."""
    lines = [f"Row {row_number}: {sentence}" for row_number, sentence in result.refused]
    if result.unused:
        lines.append(f"Columns not read: {', '.join(result.unused)}.")
    if result.refused and not skip_refused:
        lines.append(
            f"Nothing was written, because {_counted(len(result.refused), 'row')} could not be read. Put that"
            " right, or leave out what cannot be read with --skip-refused."
        )
        return lines
    lines.append(_added(result))
    lines.append(f"Already here: {result.already_here}.")
    if result.refused:
        lines.append(f"Left out: {_counted(len(result.refused), 'row')}.")
    return lines


def _added(result: ImportResult) -> str:
    people = f"{result.added} person" if result.added == 1 else f"{result.added} people"
    if result.is_written:
        return f"Added: {people}."
    return f"Would be added: {people}. This was a dry run, so nothing was written."


async def _import(options: argparse.Namespace, url: str, file: bytes) -> ImportResult:
    await database.connect(url)
    try:
        if await migrating.waiting():
            raise CommandError("The database has not its newest shape yet: run timebank migrate first.")
        timebank = await _timebank(options.timebank)
        actor = Actor(timebank.id, None, "import")
        return await register.import_members(
            actor, timebank, file, dry_run=options.dry_run, skip_refused=options.skip_refused
        )
    except UnreadableList as refused:
        raise CommandError(refused.reason) from None
    finally:
        await database.disconnect()


async def _timebank(slug: str) -> Timebank:
    try:
        return await timebanks.by_slug(slug)
    except errors.NotFound:
        known = ", ".join(timebank.slug for timebank in await timebanks.all_open()) or "none yet"
        raise CommandError(f"There is no timebank {slug!r} here; there are: {known}.") from None


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
