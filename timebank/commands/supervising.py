"""Keeping the demonstration's processes and servers running until somebody asks to stop."""

import time
from collections.abc import Callable, Mapping, Sequence

import httpx

from timebank.commands.child import Child
from timebank.commands.failures import CommandError
from timebank.commands.stopping import Asked
from timebank.embedded.servers import LocalServers
from timebank.embedded.state import Urls

_LOOK_EVERY_SECONDS = 0.2
_READY_TIMEOUT_SECONDS = 90
_ANSWER_TIMEOUT_SECONDS = 5


class Supervisor:
    """The processes of one demonstration."""

    def __init__(self, children: Sequence[Child], asked: Asked, say: Callable[[str], None]) -> None:
        self._children = children
        self._asked = asked
        self._say = say

    def run(
        self,
        environment: Mapping[str, str],
        local: LocalServers | None,
        ready: Sequence[str],
        welcome: Callable[[], str],
    ) -> None:
        """Start all, mend what dies, end all at the end.

        `welcome` is made while they start, and said once every address in `ready` answers. Raises
        `CommandError` when they do not come up.
        """
        try:
            for child in self._children:
                child.start(environment)
            with self._asked.interruptible():
                text = welcome()
            self._wait_until(ready)
            if not self._asked:
                self._say(text)
            self._keep(environment, local)
        finally:
            self._stop()

    def _keep(self, environment: Mapping[str, str], local: LocalServers | None) -> None:
        urls = local.ensure() if local else None
        while not self._asked:
            time.sleep(_LOOK_EVERY_SECONDS)
            if local:
                with self._asked.interruptible():
                    found = local.ensure()
                if urls and found != urls:
                    environment = self._move(environment, urls, found)
                urls = found
            for child in self._children:
                if child.tend():
                    self._say(f"The {child.name} stopped and is started again; {child.log} may say why.")

    def _move(self, environment: Mapping[str, str], old: Urls, new: Urls) -> dict[str, str]:
        """The servers came back at other addresses, because their ports were taken meanwhile."""
        moves = {old.database_url: new.database_url, old.redis_url: new.redis_url}
        moved = {name: moves.get(value, value) for name, value in environment.items()}
        for child in self._children:
            child.stop()
            child.start(moved)
        return moved

    def _wait_until(self, ready: Sequence[str]) -> None:
        deadline = time.monotonic() + _READY_TIMEOUT_SECONDS
        for address in ready:
            while not self._asked and not _answers(address):
                self._give_up_on_the_dead()
                if time.monotonic() > deadline:
                    raise CommandError(f"{address} did not answer in time; the logs beside this may say why.")
                time.sleep(_LOOK_EVERY_SECONDS)

    def _give_up_on_the_dead(self) -> None:
        """One that dies before it was ever ready would die again."""
        for child in self._children:
            if child.died():
                lines = child.log.read_text(errors="replace").strip().splitlines()
                last = lines[-1] if lines else "it said nothing"
                raise CommandError(f"The {child.name} did not start: {last} (see {child.log}).")

    def _stop(self) -> None:
        for child in self._children:
            child.ask_to_end()
        self._say("Stopping …")
        for child in self._children:
            child.stop()


def _answers(address: str) -> bool:
    try:
        return httpx.get(address, timeout=_ANSWER_TIMEOUT_SECONDS, trust_env=False).status_code == 200
    except httpx.HTTPError:
        return False
