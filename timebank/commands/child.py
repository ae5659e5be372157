"""One process that the demonstration keeps running.

Started, started again when it dies, ended with all its own.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from timebank.embedded import processes

_FIRST_PAUSE_SECONDS = 0.5
_LONGEST_PAUSE_SECONDS = 30.0
_HEALTHY_AFTER_SECONDS = 30.0
_END_TIMEOUT_SECONDS = 15.0


class Child:
    """A Python module as a process in a session of its own; what it says goes to its log.

    On Linux it also hears TERM when this process dies, however it dies.
    """

    def __init__(self, name: str, module: Sequence[str], log: Path) -> None:
        self.name = name
        self.log = log
        self._command = [sys.executable, "-m", *module]
        self._environment: dict[str, str] = {}
        self._process: subprocess.Popen[bytes] | None = None
        self._pause_seconds = _FIRST_PAUSE_SECONDS
        self._started = 0.0
        self._next_start = 0.0

    def start(self, environment: Mapping[str, str]) -> None:
        """Start with a fresh log."""
        self._environment = dict(environment)
        self.log.unlink(missing_ok=True)
        self._launch()

    def tend(self) -> bool:
        """Start it again when it has died, pausing longer each time it dies young.

        True when it was found dead.
        """
        now = time.monotonic()
        if self._process is None:
            if now >= self._next_start:
                self._launch()
            return False
        if not self.died():
            return False
        self.stop()
        if now - self._started > _HEALTHY_AFTER_SECONDS:
            self._pause_seconds = _FIRST_PAUSE_SECONDS
        self._next_start = now + self._pause_seconds
        self._pause_seconds = min(2 * self._pause_seconds, _LONGEST_PAUSE_SECONDS)
        return True

    def died(self) -> bool:
        """Whether it has ended; it is not collected yet, so that its number still names its group."""
        if self._process is None:
            return False
        ended = os.waitid(os.P_PID, self._process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT)
        return ended is not None

    def ask_to_end(self) -> None:
        """Tell it and all that it started to end, without waiting."""
        self._signal(signal.SIGTERM)

    def stop(self) -> None:
        """End it and all that it started: gently, and what is left after 15 seconds for good."""
        if self._process is None:
            return
        self.ask_to_end()
        deadline = time.monotonic() + _END_TIMEOUT_SECONDS
        while not self.died() and time.monotonic() < deadline:
            time.sleep(0.05)
        self._signal(signal.SIGKILL)
        self._process.wait()
        self._process = None

    def _launch(self) -> None:
        handle = os.open(self.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(handle, "ab") as log:
            self._process = subprocess.Popen(
                self._command,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=processes.ends_with_parent(signal.SIGTERM),
            )
        self._started = time.monotonic()

    def _signal(self, number: signal.Signals) -> None:
        """To the whole group: the process leads one of its own."""
        if self._process is None:
            return
        try:
            os.killpg(self._process.pid, number)
        except (ProcessLookupError, PermissionError):  # macOS answers the second for a group of the dead
            return
