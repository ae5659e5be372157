"""File locks that end with the process that holds them, even when it is killed."""

import fcntl
import os
from pathlib import Path


class Lock:
    """One lock file. Any number of processes may share it, or one alone may hold it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None

    def share(self) -> None:
        """Hold the lock beside others; waits while one process holds it alone."""
        fcntl.flock(self._open(), fcntl.LOCK_SH)

    def take(self) -> bool:
        """Hold the lock alone, without waiting: False, and nothing held, when anybody else has it."""
        try:
            fcntl.flock(self._open(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self.free()
            return False
        return True

    def free(self) -> None:
        """Let go; harmless when nothing is held."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def held_alone_by_another(self) -> bool:
        """Whether some process holds this lock alone at this moment. Not for a lock that is held here."""
        try:
            fcntl.flock(self._open(), fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        finally:
            self.free()
        return False

    def _open(self) -> int:
        if self._handle is None:
            self._handle = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        return self._handle
