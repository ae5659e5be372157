"""The bell: after a commit, tell the workers that there is something to do.

All truth is in PostgreSQL; a lost ring costs a minute, because a sweep looks
anyway. The edges plug in how the bell is rung (arq); without a plug it is silent.
"""

from collections.abc import Awaitable, Callable

import structlog

from timebank import database

Ringer = Callable[[str], Awaitable[None]]

_ringers: list[Ringer] = []
_log = structlog.get_logger(__name__)


def plug(ringer: Ringer) -> Callable[[], None]:
    """Ring through `ringer` from now on; returns how to unplug it."""
    _ringers.append(ringer)
    return lambda: _ringers.remove(ringer)


def ring(job: str) -> None:
    """Ask for `job` once the present transaction has committed."""
    database.after_commit(job, lambda: _sound(job))


async def _sound(job: str) -> None:
    for ringer in _ringers:
        try:
            await ringer(job)
        except Exception as fault:  # a silent bell must not undo what was committed
            _log.warning("bell.silent", job=job, fault=type(fault).__name__)
