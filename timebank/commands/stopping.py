"""Being told to stop: INT, TERM and HUP, also where INT was ignored when we started."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Stopped(BaseException):
    """We were told to stop in the middle of a long step."""


class Asked:
    """Whether somebody asked us to stop."""

    def __init__(self) -> None:
        self._asked = False
        self._interruptible = False
        # Started by make: when make itself is killed nobody would tell us.
        self._parent = os.getppid() if "MAKELEVEL" in os.environ else None

    def listen(self) -> None:
        """From now on.

        A shell starts background jobs with INT ignored; nohup with HUP ignored, which stays.
        """
        numbers = [signal.SIGINT, signal.SIGTERM]
        if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
            numbers.append(signal.SIGHUP)
        for number in numbers:
            signal.signal(number, self._hear)

    def __bool__(self) -> bool:
        return self._asked or (self._parent is not None and os.getppid() != self._parent)

    @contextmanager
    def interruptible(self) -> Iterator[None]:
        """A long step that a signal breaks off with `Stopped`; elsewhere a signal is only remembered."""
        if self:
            raise Stopped
        self._interruptible = True
        try:
            yield
        finally:
            self._interruptible = False

    def _hear(self, _number: int, _frame: FrameType | None) -> None:
        first, self._asked = not self._asked, True
        if first and self._interruptible:
            raise Stopped


asked = Asked()
"""Whether this process was asked: it hears once `listen` was called."""
