"""The process that keeps both servers: `python -m timebank.embedded.keeper VAR_DIR [--not-durable]`.

It starts them, starts either again when it dies, tells how far it is through `servers.json`, and ends them
when no process holds `use.lock` any more, or when it is told to end.
"""

import os
import signal
import sys
import time
from pathlib import Path
from types import FrameType
from typing import Protocol

from timebank.embedded import passwords, place, state
from timebank.embedded.errors import EmbeddedError
from timebank.embedded.locks import Lock
from timebank.embedded.postgres import Postgres
from timebank.embedded.redis import Redis
from timebank.embedded.roles import APP, OWNER, SUPERUSER
from timebank.embedded.state import Phase, State, Urls

_LOOK_EVERY_SECONDS = 0.2
_LOCK_TRIES = 40


class _Server(Protocol):
    def died(self) -> bool: ...


class Keeper:
    """Both servers of one `var/`, for the length of one process."""

    def __init__(self, var_dir: Path, *, durable: bool) -> None:
        self._var_dir = var_dir
        chosen = place.prepare(var_dir)
        self._passwords = passwords.load(var_dir, data_exists=(var_dir / "postgres" / "data").exists())
        logs = var_dir / "log"
        self._postgres = Postgres(chosen, self._passwords, durable=durable, log=logs / "postgres.log")
        self._redis = Redis(chosen, self._passwords.redis, log=logs / "redis.log")
        self._servers: tuple[_Server, ...] = (self._postgres, self._redis)
        self._uses = Lock(var_dir / "use.lock")

    def start(self) -> None:
        """Start what is not running, then say where it is."""
        if self._redis.died() or not self._redis.port:
            self._redis.start(self._tell)
        if self._postgres.died() or not self._postgres.port:
            self._postgres.start(self._tell)
        self._say("ready", "The local servers are ready", self._urls())

    def keep(self) -> None:
        """Return when nobody uses the servers any more; until then start again whatever dies."""
        while not self._uses.take():
            time.sleep(_LOOK_EVERY_SECONDS)
            if any(server.died() for server in self._servers):
                self.start()

    def stop(self) -> None:
        """End both servers."""
        self._say("stopping", "The local servers are stopping")
        self._redis.stop()
        self._postgres.stop()
        state.clear(self._var_dir)

    def _urls(self) -> Urls:
        return Urls(
            database_url=self._postgres.url(APP, self._passwords.app),
            owner_url=self._postgres.url(OWNER, self._passwords.owner),
            superuser_url=self._postgres.url(SUPERUSER, self._passwords.superuser),
            redis_url=self._redis.url(),
        )

    def _tell(self, line: str) -> None:
        self._say("starting", line)

    def _say(self, phase: Phase, line: str, urls: Urls | None = None) -> None:
        say(self._var_dir, phase, line, urls)


def say(var_dir: Path, phase: Phase, line: str, urls: Urls | None = None) -> None:
    """Tell those who wait, and the keeper's own log."""
    print(time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()), line, flush=True)
    state.write(var_dir, State(phase, line, os.getpid(), urls))


def main(arguments: list[str]) -> int:
    """Keep the servers until nobody uses them.

    0 when done or when another keeper is there, 1 when they fail.
    """
    var_dir = Path(arguments[0])
    lock = Lock(var_dir / "keeper.lock")
    if not _become_the_keeper(lock):
        return 0
    state.clear(var_dir)
    _end_on_signals()
    keeper = None
    try:
        keeper = Keeper(var_dir, durable="--not-durable" not in arguments)
        keeper.start()
        keeper.keep()
    except (EmbeddedError, OSError) as error:
        return _failed(keeper, var_dir, str(error))
    except SystemExit:
        pass
    if keeper:
        keeper.stop()
    return 0


def _failed(keeper: Keeper | None, var_dir: Path, line: str) -> int:
    if keeper:
        keeper.stop()
    say(var_dir, "failed", line)
    return 1


def _become_the_keeper(lock: Lock) -> bool:
    """Hold the keeper's lock for our lifetime; the tries outlast those who only look whether it is held."""
    for _ in range(_LOCK_TRIES):
        if lock.take():
            return True
        time.sleep(0.02)
    return False


def _end_on_signals() -> None:
    def end(_number: int, _frame: FrameType | None) -> None:
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        raise SystemExit(0)

    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, end)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
