"""`timebank restore FILE`: a saved database back into an empty one, all or nothing, and then verified."""

import argparse
import tempfile
from importlib import import_module
from pathlib import Path

from timebank.commands import clients
from timebank.commands.failures import CommandError
from timebank.settings import Settings

_COUNT = """
SELECT (SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace
         AND relkind IN ('r', 'p', 'v', 'm') AND relname <> 'tortoise_migrations')
     + (SELECT count(*) FROM pg_proc WHERE pronamespace = 'public'::regnamespace)
"""
_EMPTY = """
DROP SCHEMA public CASCADE;
CREATE SCHEMA public;
ALTER SCHEMA public OWNER TO pg_database_owner;
GRANT USAGE ON SCHEMA public TO PUBLIC;
"""


def add(parser: argparse.ArgumentParser) -> None:
    """What to bring back, and whether it may take the place of what is there."""
    parser.add_argument("file", type=Path, metavar="FILE", help="a file made by timebank backup")
    parser.add_argument("--replace", action="store_true", help="replace all that the database holds now")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Restore in one transaction: when anything fails the database is as it was. Then verify."""
    url = str(settings.database_owner_url)
    if not options.file.is_file():
        raise CommandError(f"There is no file {options.file}.")
    if not options.replace and not _is_empty(url):
        raise CommandError(
            "The database is not empty: restore into an empty one, or say --replace to replace all it holds."
        )
    with tempfile.TemporaryDirectory(prefix="timebank-") as folder:
        script = Path(folder) / "restore.sql"
        # Read to its end first: a damaged file must not leave half a database behind.
        clients.run(
            [clients.program("pg_restore", url), "--no-owner", f"--file={script}", str(options.file)], url
        )
        clients.run([*_psql(url), "--single-transaction", f"--command={_EMPTY}", f"--file={script}"], url)
    print(f"Restored from {options.file}.", flush=True)
    return _verify(settings)


def _is_empty(url: str) -> bool:
    return (
        clients.run([*_psql(url), "--tuples-only", "--no-align", f"--command={_COUNT}"], url).strip() == "0"
    )


def _psql(url: str) -> list[str]:
    return [clients.program("psql", url), "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1"]


def _verify(settings: Settings) -> int:
    verify = import_module("timebank.commands.verify")
    parser = argparse.ArgumentParser()
    verify.add(parser)
    return int(verify.run(parser.parse_args([]), settings))
