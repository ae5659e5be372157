"""Where the servers keep their data, and where their programs can be run from."""

import os
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import util
from pathlib import Path

from timebank.embedded import account as accounts
from timebank.embedded import processes
from timebank.embedded.account import Account
from timebank.embedded.errors import EmbeddedError

_ELSEWHERE = Path("/var/lib/timebank")
_SERVERS = ("postgres", "redis")


@dataclass(frozen=True)
class Place:
    """The folders of one pair of servers.

    `home` is `var/` itself, or a folder of ours that the account can reach.
    """

    home: Path
    account: Account | None

    def folder(self, name: str) -> Path:
        """A folder that only the servers' account may enter; made when it is not there."""
        folder = self.home / name
        folder.mkdir(mode=0o700, exist_ok=True)
        if self.account and folder.stat().st_uid == 0:
            os.chown(folder, self.account.uid, self.account.gid)
        return folder

    def runnable(self, program: Path, *, beneath: Path, parts: Sequence[str]) -> Path:
        """`program` itself where the account may run it, else the same program in a copy.

        The copy holds `parts` (folders or files, relative to `beneath`) in the same arrangement, because
        programs find their libraries relative to themselves.
        """
        if _runs(program, self.account):
            return program
        programs = self.home / "programs"
        for part in parts:
            _copy(beneath / part, programs / part)
        _open_to_read(programs)
        copied = programs / program.relative_to(beneath)
        if not _runs(copied, self.account):
            name = self.account.name if self.account else "this user"
            raise EmbeddedError(f"The program {program.name} cannot be run as {name} on this machine.")
        return copied


def prepare(var_dir: Path) -> Place:
    """The place for the servers of `var_dir`: the one chosen before, or a new one."""
    link = var_dir / "postgres"
    account = accounts.for_data(link)
    if link.is_symlink():
        return Place(link.resolve().parent, account)
    if link.exists() and account is None and link.stat().st_uid != os.geteuid():
        raise EmbeddedError(f"The folder {link} belongs to another user: remove it or work as that user.")
    if account is None or _reaches(var_dir, account):
        return Place(var_dir, account)
    return _elsewhere(var_dir, account)


def remove(var_dir: Path) -> None:
    """Remove the servers' data, wherever `prepare` put it. Only while they are down."""
    for name in _SERVERS:
        folder = var_dir / name
        if folder.is_symlink():
            home = folder.resolve().parent
            folder.unlink()
            if home.name.startswith("servers-"):
                shutil.rmtree(home, ignore_errors=True)
        elif folder.exists():
            shutil.rmtree(folder)
    shutil.rmtree(var_dir / "programs", ignore_errors=True)


def installed(package: str) -> Path | None:
    """The folder of an installed package, without running any of it; None when it is not installed."""
    spec = util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        return None
    return Path(spec.submodule_search_locations[0]).resolve()


def _elsewhere(var_dir: Path, account: Account) -> Place:
    """A folder of ours outside `var_dir`, open to the account and closed to others, and links to it."""
    parent = _ELSEWHERE
    try:
        parent.mkdir(mode=0o755, parents=True, exist_ok=True)
    except OSError:
        parent = Path(tempfile.gettempdir())
    home = Path(tempfile.mkdtemp(prefix="servers-", dir=parent))
    home.chmod(0o711)
    if not _reaches(home, account):
        raise EmbeddedError(
            f"The account {account.name} can reach neither {var_dir} nor {parent}: work as an ordinary user."
        )
    place = Place(home, account)
    for name in _SERVERS:
        (var_dir / name).symlink_to(place.folder(name))
    return place


def _reaches(folder: Path, account: Account) -> bool:
    answer = processes.run(["/bin/sh", "-c", 'cd -- "$0"', str(folder)], account=account, folder=Path("/"))
    return answer.returncode == 0


def _runs(program: Path, account: Account | None) -> bool:
    try:
        answer = processes.run([str(program), "--version"], account=account, folder=Path("/"))
    except OSError:
        return False
    return answer.returncode == 0


def _copy(source: Path, target: Path) -> None:
    """Copy a file or a folder, all or nothing; one that is there already stays."""
    if target.exists():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f".{target.name}.unfinished")
    if source.is_dir():
        shutil.rmtree(unfinished, ignore_errors=True)
        shutil.copytree(source, unfinished, symlinks=True)
    else:
        shutil.copy2(source, unfinished)
    unfinished.rename(target)


def _open_to_read(programs: Path) -> None:
    """Programs are no secret: everyone may read and run our copies, only we may change them."""
    for path in (programs, *programs.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
