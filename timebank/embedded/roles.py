"""The roles of the local PostgreSQL: a superuser for tests alone, the owner, and the application."""

import os
import subprocess
from pathlib import Path

from timebank.embedded import ports
from timebank.embedded.errors import EmbeddedError
from timebank.embedded.passwords import Passwords

SUPERUSER = "timebank_superuser"
OWNER = "timebank_owner"
APP = "timebank_app"
DATABASE = "timebank"

_SCRIPT = r"""
SELECT format('CREATE ROLE %I LOGIN', name) FROM (VALUES ('{owner}'), ('{app}')) AS wanted (name)
 WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) \gexec
ALTER ROLE {owner} PASSWORD '{owner_password}';
ALTER ROLE {app} PASSWORD '{app_password}';
SELECT 'CREATE DATABASE {database} OWNER {owner}'
 WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = '{database}') \gexec
REVOKE ALL ON DATABASE {database} FROM PUBLIC;
GRANT CONNECT ON DATABASE {database} TO {app};
"""


def make_roles(psql: Path, port: int, passwords: Passwords) -> None:
    """Make the two roles and the database where they are missing; harmless when they are there."""
    script = _SCRIPT.format(
        owner=OWNER,
        app=APP,
        database=DATABASE,
        owner_password=passwords.owner,
        app_password=passwords.app,
    )
    command = [str(psql), "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", ports.HOST, "-p", str(port)]
    answer = subprocess.run(
        [*command, "-U", SUPERUSER, "-d", "postgres"],
        input=script,
        env={**os.environ, "PGPASSWORD": passwords.superuser},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if answer.returncode != 0:
        last = (answer.stdout.strip() or "psql said nothing").splitlines()[-1]
        raise EmbeddedError(f"The database's roles could not be made: {last}.")
