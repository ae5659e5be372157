"""What the keeper tells those who use the servers: one small file in `var/`, replaced whole."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from timebank.embedded import passwords

Phase = Literal["starting", "ready", "failed", "stopping"]


@dataclass(frozen=True, repr=False)
class Urls:
    """Addresses of the local servers, passwords within: never printed, never logged."""

    database_url: str
    owner_url: str
    superuser_url: str
    redis_url: str


@dataclass(frozen=True)
class State:
    """How far the keeper is, in a line for a person, and where the servers are once they are ready."""

    phase: Phase
    line: str
    keeper: int
    urls: Urls | None = None


def write(var_dir: Path, state: State) -> None:
    """Tell everybody."""
    passwords.write_private(_path(var_dir), json.dumps(asdict(state)))


def read(var_dir: Path) -> State | None:
    """The last thing told, or None when nothing has been."""
    try:
        told = json.loads(_path(var_dir).read_text())
    except (FileNotFoundError, ValueError):
        return None
    urls = told.pop("urls")
    return State(**told, urls=Urls(**urls) if urls else None)


def clear(var_dir: Path) -> None:
    """Forget what an earlier keeper told."""
    _path(var_dir).unlink(missing_ok=True)


def _path(var_dir: Path) -> Path:
    return var_dir / "servers.json"
