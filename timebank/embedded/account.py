"""The unprivileged account that the servers run as when we are root."""

import os
import pwd
from dataclasses import dataclass
from pathlib import Path

_CANDIDATES = ("postgres", "nobody")
_FIXED_ID = 65534


@dataclass(frozen=True)
class Account:
    """An account of this machine: its name for messages, and its numbers."""

    name: str
    uid: int
    gid: int


def for_data(data: Path) -> Account | None:
    """Who runs the servers.

    None for ourselves; as root the owner of data already there, or an existing account.
    """
    if os.geteuid() != 0:
        return None
    if data.exists() and (owner := data.stat()).st_uid != 0:
        return Account(_name(owner.st_uid), owner.st_uid, owner.st_gid)
    for name in _CANDIDATES:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(name, entry.pw_uid, entry.pw_gid)
    return Account(str(_FIXED_ID), _FIXED_ID, _FIXED_ID)


def _name(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return str(uid)
