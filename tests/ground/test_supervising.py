"""The demonstration's processes: mended when they die, ended with all their own, however the end comes."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from timebank.embedded import processes

PATIENCE_SECONDS = 60


def _until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not true():
        assert time.monotonic() < deadline, "it never became true"
        time.sleep(0.05)


@pytest.fixture
def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.fixture
def supervisor(tmp_path: Path, free_port: int) -> Iterator[subprocess.Popen[str]]:
    """A running supervisor of two families, started as a shell starts a background job: with INT ignored."""
    command = f"trap '' INT; exec {sys.executable} -m tests.ground.supervised {tmp_path} {free_port}"
    with subprocess.Popen(["sh", "-c", command], text=True, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "listening\n"
        assert process.stdout.readline() == "welcome\n"
        _until((tmp_path / "second").exists)
        yield process
        process.terminate()


def _family(tmp_path: Path, name: str) -> list[int]:
    return [int(number) for number in (tmp_path / name).read_text().split()]


def _everyone(tmp_path: Path) -> list[int]:
    return _family(tmp_path, "first") + _family(tmp_path, "second")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_all_that_it_started(
    supervisor: subprocess.Popen[str], tmp_path: Path, number: signal.Signals
) -> None:
    everyone = _everyone(tmp_path)
    supervisor.send_signal(number)
    said, _ = supervisor.communicate(timeout=PATIENCE_SECONDS)
    assert said.endswith("stopped\n")
    assert supervisor.returncode == 0
    assert [pid for pid in everyone if processes.alive(pid)] == []


def test_it_ends_all_even_when_nobody_hears_what_it_says(
    supervisor: subprocess.Popen[str], tmp_path: Path
) -> None:
    """Its terminal is closed, or it was piped into something that has ended."""
    everyone = _everyone(tmp_path)
    assert supervisor.stdout is not None
    supervisor.stdout.close()
    supervisor.terminate()
    assert supervisor.wait(PATIENCE_SECONDS) == 0
    assert [pid for pid in everyone if processes.alive(pid)] == []


def test_a_dead_child_is_started_again_and_its_own_are_ended(
    supervisor: subprocess.Popen[str], tmp_path: Path
) -> None:
    parent, grandchild = _family(tmp_path, "second")
    os.kill(parent, signal.SIGKILL)
    assert supervisor.stdout is not None
    assert supervisor.stdout.readline().startswith("The second stopped and is started again")
    _until(lambda: not processes.alive(grandchild))
    _until(lambda: (tmp_path / "second").read_text() not in ("", f"{parent} {grandchild}"))
    assert processes.alive(_family(tmp_path, "second")[0])


def test_children_end_when_the_supervisor_itself_is_killed(
    supervisor: subprocess.Popen[str], tmp_path: Path
) -> None:
    parents = [_family(tmp_path, name)[0] for name in ("first", "second")]
    supervisor.kill()
    _until(lambda: not any(processes.alive(pid) for pid in parents))
    for grandchild in (_family(tmp_path, name)[1] for name in ("first", "second")):
        os.kill(grandchild, signal.SIGKILL)
