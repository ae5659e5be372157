"""The pretend phone network as a real process on a free port, hurried along for tests."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

ACCOUNT = "AC" + "0" * 32
TOKEN = "pretend-token"
OWN_NUMBER = "+447700900000"
PATIENCE_SECONDS = 60.0
_ROOT = Path(__file__).parents[2]


@dataclass
class PhoneNetwork:
    """One running network: its address, and what a test may ask of it."""

    port: int
    environment: dict[str, str]
    process: subprocess.Popen[bytes] | None = field(default=None)

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start the process and wait until it answers."""
        self.process = subprocess.Popen(
            [sys.executable, "-W", "error", "-m", "web.handsets"], cwd=_ROOT, env=self.environment
        )
        end = time.monotonic() + PATIENCE_SECONDS
        while True:
            try:
                httpx.get(f"{self.url}/healthz", trust_env=False).raise_for_status()
            except httpx.HTTPError:
                assert time.monotonic() < end, "the phone network did not start"
                assert self.process.poll() is None, "the phone network stopped at once"
                time.sleep(0.05)
            else:
                return

    def stop(self, *, kill: bool = False) -> None:
        """Stop the process, or kill it."""
        assert self.process is not None
        (self.process.kill if kill else self.process.terminate)()
        self.process.wait(PATIENCE_SECONDS)

    def type(self, number: str, body: str) -> dict[str, Any]:
        """Type a text on a telephone; returns {"sid", "answer"}."""
        return self._post("/type", {"from": number, "body": body})

    def fail(self, kind: str, number: str | None = None, count: int = 1) -> None:
        """Make the next texts fail."""
        self._post("/faults", {"kind": kind, "number": number, "count": count})

    def journal(self, number: str) -> list[dict[str, Any]]:
        """Every text of one telephone, oldest first."""
        answer = httpx.get(f"{self.url}/journal", params={"number": number}, trust_env=False)
        found: list[dict[str, Any]] = answer.json()["messages"]
        return found

    def received(self, number: str) -> list[str]:
        """The words of the timebank's texts that this telephone got, in order."""
        mine = [each for each in self.journal(number) if each["direction"] == "outbound-api"]
        return [each["body"] for each in mine if each["status"] == "delivered"]

    def wait_until_still(self, number: str) -> list[dict[str, Any]]:
        """The telephone's texts once none is under way."""
        end = time.monotonic() + PATIENCE_SECONDS
        while True:
            texts = self.journal(number)
            if all(each["status"] in ("delivered", "undelivered", "received") for each in texts):
                return texts
            assert time.monotonic() < end, "texts are still under way"
            time.sleep(0.02)

    def _post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        answer = httpx.post(f"{self.url}{path}", json=body, trust_env=False, timeout=PATIENCE_SECONDS)
        found: dict[str, Any] = answer.raise_for_status().json()
        return found


@contextmanager
def running(folder: Path, webhook_url: str, **more: str) -> Iterator[PhoneNetwork]:
    """A network with its journal in `folder`, posting typed texts to `webhook_url`."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
    environment = {
        "PATH": os.environ["PATH"],
        "HANDSETS_PORT": str(port),
        "HANDSETS_JOURNAL": str(folder / "handsets.jsonl"),
        "HANDSETS_PEOPLE": str(folder / "people.json"),
        "HANDSETS_WEBHOOK_URL": webhook_url,
        "HANDSETS_STEP_SECONDS": "0.02",
        "HANDSETS_SILENCE_SECONDS": "3",
        "HANDSETS_RETRY_SECONDS": "0.05",
        "TWILIO_ACCOUNT_SID": ACCOUNT,
        "TWILIO_AUTH_TOKEN": TOKEN,
        "TWILIO_NUMBER": OWN_NUMBER,
        **more,
    }
    network = PhoneNetwork(port, environment)
    try:
        network.start()
        yield network
    finally:
        network.stop()
