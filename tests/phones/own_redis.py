"""A Redis of one test's own, to be killed and brought back."""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import redis

from timebank.embedded.place import Place
from timebank.embedded.redis import Redis


class OwnRedis:
    """One server in a folder; after `kill` it comes back on the same port with `start`."""

    def __init__(self, folder: Path) -> None:
        self._server = Redis(Place(folder, None), "test-password", log=folder / "redis.log")
        self.start()

    @property
    def url(self) -> str:
        """Its address."""
        return self._server.url()

    def start(self) -> None:
        """Start it; nothing is remembered from before."""
        self._server.start(lambda _line: None)

    def kill(self) -> None:
        """End it as a crash would."""
        with redis.Redis.from_url(self.url) as asked:
            os.kill(int(asked.info()["process_id"]), signal.SIGKILL)
        while not self._server.died():
            time.sleep(0.01)
        self._server.stop()

    def stop(self) -> None:
        """End it for good."""
        self._server.stop()


@contextmanager
def running(folder: Path) -> Iterator[OwnRedis]:
    """A Redis for the length of the block."""
    folder.mkdir(exist_ok=True)
    server = OwnRedis(folder)
    try:
        yield server
    finally:
        server.stop()
