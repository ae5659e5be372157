"""Having the local servers for as long as one needs them: `ensure()` and `stop()`."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from timebank.embedded import place, state
from timebank.embedded.errors import EmbeddedError
from timebank.embedded.locks import Lock
from timebank.embedded.state import Urls

_ENSURE_TIMEOUT_SECONDS = 240
_STOP_TIMEOUT_SECONDS = 120
_LOOK_EVERY_SECONDS = 0.05


def _silent(_line: str) -> None:
    """Progress that nobody wants to hear."""


class LocalServers:
    """One user of the local PostgreSQL and Redis of one `var/`; any number of processes may be users at once.

    `durable=False` is for tests: a killed server loses nothing, a machine without power may. Also a context
    manager that gives the `Urls`.
    """

    def __init__(
        self, var_dir: Path, *, durable: bool = True, progress: Callable[[str], None] = _silent
    ) -> None:
        self._var_dir = var_dir.resolve()
        self._durable = durable
        self._progress = progress
        self._use = Lock(self._var_dir / "use.lock")
        self._keeper: subprocess.Popen[bytes] | None = None
        self._told = ""

    def ensure(self) -> Urls:
        """The servers' addresses, once both answer; starts them where they are down. May be called again.

        Raises `EmbeddedError`, one sentence, when they cannot be had.
        """
        prepare_folder(self._var_dir)
        self._use.share()
        is_new = not (self._var_dir / "postgres").exists()
        deadline = time.monotonic() + _ENSURE_TIMEOUT_SECONDS
        while time.monotonic() < deadline:
            told = state.read(self._var_dir)
            if not self._someone_keeps():
                self._launch_keeper()
            elif told and told.phase == "ready" and told.urls and self._ours_is_settled(told.keeper):
                if is_new:
                    self._tell_where()
                return told.urls
            elif told:
                self._tell(told.line)
            time.sleep(_LOOK_EVERY_SECONDS)
        raise EmbeddedError(f"The local servers were not ready in time: see {self._var_dir / 'log'}.")

    def stop(self) -> None:
        """Give the servers back. The last user waits until they have ended; others leave them running."""
        if self._use.take():
            told = state.read(self._var_dir)
            if told and self._lock_is_held():
                _ask_to_end(told.keeper)
            self._wait_until_gone()
        self._use.free()

    def __enter__(self) -> Urls:
        return self.ensure()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _someone_keeps(self) -> bool:
        """Whether a keeper is there or on its way; raises when the one we sent has failed."""
        if self._keeper is None:
            return self._lock_is_held()
        ended = self._keeper.poll()
        if ended is None:
            return True
        self._keeper = None
        told = state.read(self._var_dir)
        if ended > 0:
            raise EmbeddedError(
                told.line if told else f"The local servers failed: see {self._var_dir / 'log'}."
            )
        return self._lock_is_held()

    def _ours_is_settled(self, keeper: int) -> bool:
        """Whether the keeper we sent, if any, is the one who keeps.

        One that only waits to give way to another must be gone before we are, or it would take over the
        moment the other ends.
        """
        return self._keeper is None or self._keeper.pid == keeper

    def _lock_is_held(self) -> bool:
        return Lock(self._var_dir / "keeper.lock").held_alone_by_another()

    def _launch_keeper(self) -> None:
        command = [sys.executable, "-m", "timebank.embedded.keeper", str(self._var_dir)]
        with (self._var_dir / "log" / "keeper.log").open("ab") as log:
            self._keeper = subprocess.Popen(
                [*command, *([] if self._durable else ["--not-durable"])],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def _wait_until_gone(self) -> None:
        deadline = time.monotonic() + _STOP_TIMEOUT_SECONDS
        while self._lock_is_held() and time.monotonic() < deadline:
            time.sleep(_LOOK_EVERY_SECONDS)
        if self._keeper is not None:
            self._keeper.wait(_STOP_TIMEOUT_SECONDS)
            self._keeper = None

    def _tell_where(self) -> None:
        data = self._var_dir / "postgres"
        if data.is_symlink():
            self._tell(f"The data is kept in {data.resolve()}, where the servers' account can reach it")

    def _tell(self, line: str) -> None:
        if line != self._told:
            self._told = line
            self._progress(line)


def prepare_folder(var_dir: Path) -> None:
    """Make `var/` and find out whether it can be used.

    Others may pass through it (as root the servers' account must), nobody else may list it. Raises
    `EmbeddedError`.
    """
    try:
        if not var_dir.exists():
            var_dir.mkdir(parents=True, exist_ok=True)  # another process may be making it at this moment
            var_dir.chmod(0o711)
        (var_dir / "log").mkdir(mode=0o700, exist_ok=True)
        for name in ("use.lock", "keeper.lock"):
            (var_dir / name).touch(mode=0o600)
    except OSError as error:
        raise EmbeddedError(f"The folder {var_dir} cannot be used: {error.strerror}.") from error


def remove_data(var_dir: Path) -> None:
    """Remove all that the local servers keep. Raises `EmbeddedError` while somebody uses them."""
    if not var_dir.exists():
        return
    use, keeper = Lock(var_dir / "use.lock"), Lock(var_dir / "keeper.lock")
    try:
        if not (_taken_in_time(use) and _taken_in_time(keeper)):
            raise EmbeddedError(f"The servers under {var_dir} are in use: stop the other command first.")
        place.remove(var_dir)
        (var_dir / "passwords.json").unlink(missing_ok=True)
        state.clear(var_dir)
    finally:
        use.free()
        keeper.free()


def _taken_in_time(lock: Lock) -> bool:
    """Take a lock, waiting for a keeper that is just ending its servers, but not for users."""
    deadline = time.monotonic() + _STOP_TIMEOUT_SECONDS
    while not lock.take():
        if not lock.held_alone_by_another() or time.monotonic() > deadline:
            return False
        time.sleep(_LOOK_EVERY_SECONDS)
    return True


def _ask_to_end(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGTERM)
    except ProcessLookupError:
        return
