"""The passwords of the local servers: random, made once, readable by this user only."""

import json
import os
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path

from timebank.embedded.errors import EmbeddedError


@dataclass(frozen=True, repr=False)
class Passwords:
    """One password for each PostgreSQL role, and Redis's. Never shown: it has no readable form."""

    superuser: str
    owner: str
    app: str
    redis: str


def load(var_dir: Path, *, data_exists: bool) -> Passwords:
    """The passwords kept in `var_dir`, made at the first call.

    Refused when the data is there without them.
    """
    path = var_dir / "passwords.json"
    try:
        return Passwords(**json.loads(path.read_text()))
    except FileNotFoundError:
        if data_exists:
            raise EmbeddedError(
                f"The file {path} with the passwords of the local servers is gone: start afresh with RESET=1."
            ) from None
    except (ValueError, TypeError):
        raise EmbeddedError(f"The file {path} is damaged: start afresh with RESET=1.") from None
    made = Passwords(*(secrets.token_urlsafe(24) for _ in range(4)))
    write_private(path, json.dumps(asdict(made)))
    return made


def write_private(path: Path, text: str) -> None:
    """Write a file that only this user can read, all or nothing."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(text)
    unfinished.rename(path)
