"""Starting a program as another account, and asking honestly whether one is alive."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO

from timebank.embedded.account import Account

_PR_SET_PDEATHSIG = 1


def start(
    command: Sequence[str],
    *,
    account: Account | None,
    folder: Path,
    log: IO[bytes],
    parent_ends: signal.Signals,
) -> subprocess.Popen[bytes]:
    """Start a server in a session of its own, as `account` (None: as ourselves), writing to `log`.

    On Linux the server gets the signal `parent_ends` when its parent dies, however it dies.
    """
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=log,
        cwd=folder,
        start_new_session=True,
        user=account.uid if account else None,
        group=account.gid if account else None,
        extra_groups=[] if account else None,
        umask=0o077,
        preexec_fn=ends_with_parent(parent_ends),
    )


def run(command: Sequence[str], *, account: Account | None, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a program to its end as `account` and keep what it says (output and errors in `stdout`)."""
    return subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=folder,
        user=account.uid if account else None,
        group=account.gid if account else None,
        extra_groups=[] if account else None,
        umask=0o077,
        text=True,
        check=False,
    )


def ends_with_parent(number: signal.Signals) -> Callable[[], None] | None:
    """What a child does before it starts, so that it hears `number` when its parent dies; None off Linux."""
    if sys.platform != "linux":
        return None
    set_option = ctypes.CDLL(None, use_errno=True).prctl
    parent = os.getpid()

    def prepare() -> None:
        set_option(_PR_SET_PDEATHSIG, int(number), 0, 0, 0)
        if os.getppid() != parent:  # it died before we asked
            os._exit(1)

    return prepare


def alive(pid: int) -> bool:
    """Whether a process runs. One that is dead but not yet collected by its parent (a zombie) does not."""
    return state_of(pid) not in ("", "Z", "X")


def state_of(pid: int) -> str:
    """The letter the system gives a process (R, S, Z …), or "" when there is none."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (OSError, IndexError):
        if Path("/proc/self/stat").exists():
            return ""
        return _ask_ps(pid, "stat")[:1]


def command_of(pid: int) -> str:
    """The command line of a process, or "" when there is none."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    except OSError:
        return "" if Path("/proc/self/stat").exists() else _ask_ps(pid, "command")


def wait_for_end(pid: int, *, timeout_seconds: float) -> bool:
    """Wait until a process that is not our child has ended; False when it outlives the time given."""
    deadline = time.monotonic() + timeout_seconds
    while alive(pid):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def end(process: subprocess.Popen[bytes], gently: signal.Signals, firmly: signal.Signals) -> None:
    """End a child of ours: gently, after 60 seconds firmly, after 15 more for good."""
    for number, timeout_seconds in ((gently, 60), (firmly, 15), (signal.SIGKILL, 15)):
        if process.poll() is not None:
            return
        process.send_signal(number)
        try:
            process.wait(timeout_seconds)
        except subprocess.TimeoutExpired:
            continue


def _ask_ps(pid: int, column: str) -> str:
    answer = run(["/bin/ps", "-o", f"{column}=", "-p", str(pid)], account=None, folder=Path("/"))
    return answer.stdout.strip() if answer.returncode == 0 else ""
