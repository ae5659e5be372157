"""A real worker process, to be killed and started again."""

import os
import subprocess
import sys
import time
from pathlib import Path

from tests.phones.phone_network import ACCOUNT, PATIENCE_SECONDS, TOKEN

_ROOT = Path(__file__).parents[2]


class WorkerProcess:
    """`python -m workers.main` with its own settings; its log is a file."""

    def __init__(self, folder: Path, **environment: str) -> None:
        self._log = folder / "worker.log"
        self._environment = {
            "PATH": os.environ["PATH"],
            "TIMEBANK_ENV": "test",
            "TWILIO_ACCOUNT_SID": ACCOUNT,
            "TWILIO_AUTH_TOKEN": TOKEN,
            **environment,
        }
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def log(self) -> str:
        """What it has logged so far, of all its lives."""
        return self._log.read_text() if self._log.exists() else ""

    def start(self) -> None:
        """Start it, and wait until it is at work."""
        shifts = self.log.count("shift.begins")
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "workers.main"], cwd=_ROOT, env=self._environment, stderr=log
            )
        self.wait_for("shift.begins", shifts + 1)

    def wait_for(self, words: str, times: int = 1) -> None:
        """Wait until it has logged something so often."""
        end = time.monotonic() + PATIENCE_SECONDS
        while self.log.count(words) < times:
            if time.monotonic() > end or (self._process and self._process.poll() is not None):
                self.kill()
                raise AssertionError(f"the worker never said {words}:\n{self.log}")
            time.sleep(0.05)

    def kill(self) -> None:
        """End it as a crash would."""
        assert self._process is not None
        self._process.kill()
        self._process.wait(PATIENCE_SECONDS)

    def stop(self) -> int:
        """Ask it to end; its exit code."""
        assert self._process is not None
        self._process.terminate()
        return self._process.wait(PATIENCE_SECONDS)
