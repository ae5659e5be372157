"""One real PostgreSQL and Redis for a whole run, and a database for each process of it.

The servers live under `var/tests` and are shared by every process that runs
tests, of this run or another. The migrations are applied once to a template;
each process copies it. A process keeps a connection to its copy open, so that
a later one can tell which copies were left behind by a crash.
"""

import atexit
import fcntl
import hashlib
import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import asyncpg

from timebank import migrating
from timebank.embedded.servers import LocalServers
from timebank.embedded.state import Urls

ROOT = Path(__file__).resolve().parent.parent
VAR = ROOT / "var" / "tests"
_REDIS_DATABASES = 16

# Kept for the length of the process: another process may go on using the servers that this one started.
SERVERS = LocalServers(VAR, durable=False)
atexit.register(warnings.simplefilter, "ignore", ResourceWarning)

# The owner of the tables cannot pass the append-only guards; a superuser as a replica can.
_AS_REPLICA = "SET session_replication_role = replica; SET client_min_messages = warning"
_EACH_TABLE = """
DO $$
DECLARE
    name text;
BEGIN
    {first}
    FOR name IN SELECT relname FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'tortoise_migrations'
    LOOP
        {act}
    END LOOP;
END $$
"""
_EMPTY = _EACH_TABLE.format(first="", act="EXECUTE format('DELETE FROM public.%I', name);")


@dataclass(frozen=True)
class Store:
    """This process's own database and Redis, by address for each role, and the way to empty it."""

    name: str
    app_url: str
    owner_url: str
    superuser_url: str
    redis_url: str
    superuser: asyncpg.Connection

    async def empty(self) -> None:
        """No rows left, the append-only ones included."""
        await self.superuser.execute(_EMPTY)

    async def remember(self, world: str) -> None:
        """Keep every row as it stands now, beside the tables, under a name."""
        copy = f"EXECUTE format('CREATE TABLE world_{world}.%I AS TABLE public.%I', name, name);"
        await self.superuser.execute(_EACH_TABLE.format(first=f"CREATE SCHEMA world_{world};", act=copy))

    async def recall(self, world: str) -> None:
        """The rows as they stood when `world` was remembered, and no others."""
        put_back = f"""EXECUTE format('DELETE FROM public.%I', name);
            EXECUTE format('INSERT INTO public.%I SELECT * FROM world_{world}.%I', name, name);"""
        await self.superuser.execute(_EACH_TABLE.format(first="", act=put_back))


async def open_store(urls: Urls, worker: str) -> Store:
    """A fresh copy of the migrated template for this process."""
    name = f"test_{worker}_{os.getpid()}"
    server = await asyncpg.connect(at(urls.superuser_url, "postgres"))
    try:
        with _one_process_at_a_time():
            template = await _template(server, urls)
            await _drop_left_behind(server)
            await server.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY FILE_COPY')
            superuser = await asyncpg.connect(at(urls.superuser_url, name))
    finally:
        await server.close()
    await superuser.execute(_AS_REPLICA)
    return Store(
        name=name,
        app_url=at(urls.database_url, name),
        owner_url=at(urls.owner_url, name),
        superuser_url=at(urls.superuser_url, name),
        redis_url=at(urls.redis_url, str(1 + os.getpid() % (_REDIS_DATABASES - 1))),
        superuser=superuser,
    )


async def close_store(store: Store, urls: Urls) -> None:
    """Remove this process's database."""
    await store.superuser.close()
    server = await asyncpg.connect(at(urls.superuser_url, "postgres"))
    try:
        await server.execute(f'DROP DATABASE IF EXISTS "{store.name}" WITH (FORCE)')
    finally:
        await server.close()


async def create_empty(urls: Urls, name: str) -> str:
    """An empty database of the owner's; its owner's address. For the tests of the migrations themselves."""
    server = await asyncpg.connect(at(urls.superuser_url, "postgres"))
    try:
        await server.execute(f'CREATE DATABASE "{name}" OWNER timebank_owner')
    finally:
        await server.close()
    return at(urls.owner_url, name)


async def drop(urls: Urls, name: str) -> None:
    """Remove a database that `create_empty` made."""
    server = await asyncpg.connect(at(urls.superuser_url, "postgres"))
    try:
        await server.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
    finally:
        await server.close()


def at(url: str, name: str) -> str:
    """The same server, another database of it."""
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


async def _template(server: asyncpg.Connection, urls: Urls) -> str:
    """The database with the present migrations applied; made when there is none yet."""
    name = f"template_{_fingerprint()}"
    if await server.fetchval("SELECT 1 FROM pg_database WHERE datname = $1", name):
        return name
    unfinished = f"test_unfinished_{os.getpid()}"
    owner_url = await create_empty(urls, unfinished)
    await migrating.migrate(owner_url)
    await server.execute(f'ALTER DATABASE "{unfinished}" RENAME TO "{name}"')
    return name


def _fingerprint() -> str:
    """Changes with any migration."""
    digest = hashlib.sha256()
    folder = ROOT / "migrations"
    for path in sorted([*folder.glob("*.py"), *folder.glob("sql/*")]):
        if path.is_file():
            digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16]


async def _drop_left_behind(server: asyncpg.Connection) -> None:
    left_behind = await server.fetch(
        """SELECT datname FROM pg_database d WHERE datname LIKE 'test\\_%'
           AND NOT EXISTS (SELECT 1 FROM pg_stat_activity a WHERE a.datname = d.datname)"""
    )
    for row in left_behind:
        await server.execute(f'DROP DATABASE IF EXISTS "{row["datname"]}"')


@contextmanager
def _one_process_at_a_time() -> Iterator[None]:
    with (VAR / "template.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
