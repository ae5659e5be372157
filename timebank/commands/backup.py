"""`timebank backup FILE`: the whole database in one file that only this user can read."""

import argparse
import os
from pathlib import Path

from timebank.commands import clients
from timebank.commands.failures import CommandError
from timebank.settings import Settings


def add(parser: argparse.ArgumentParser) -> None:
    """Where to save."""
    parser.add_argument("file", type=Path, metavar="FILE", help="the file to make; it must not exist yet")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Save one consistent moment of the database; the file appears only when it is whole."""
    file: Path = options.file
    url = str(settings.database_owner_url)
    if file.exists():
        raise CommandError(f"The file {file} is there already: choose another name.")
    unfinished = file.with_name(f".{file.name}.unfinished")
    try:
        os.close(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
    except OSError as error:
        raise CommandError(f"The file {file} cannot be written: {error.strerror}.") from error
    try:
        command = [clients.program("pg_dump", url), "--format=custom", f"--file={unfinished}"]
        clients.run(command, url)
        unfinished.rename(file)
    finally:
        unfinished.unlink(missing_ok=True)
    print(f"Saved to {file} ({file.stat().st_size // 1024} KB). It holds personal details: keep it safe.")
    return 0
