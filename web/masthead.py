"""Whose page it is: the timebank's name and number, as every page shows them.

Kept for a minute, because every page needs it and it changes once in years;
kept after that too while the database is away, so that even then a page can
say which number to ring.
"""

import time
from dataclasses import dataclass
from uuid import UUID

from starlette.requests import Request

from timebank.communities import timebanks

KEPT_SECONDS = 60.0


@dataclass(frozen=True)
class Masthead:
    """What stands at the head of a page; `phone` is E.164, empty where several share a server."""

    name: str
    phone: str
    is_demonstration: bool
    timebank_id: UUID | None = None


UNKNOWN = Masthead(name="Timebank", phone="", is_demonstration=False)


class Mastheads:
    """The mastheads of an application, read from the database once a minute."""

    def __init__(self) -> None:
        self._read_at = -KEPT_SECONDS
        self._all: dict[UUID, Masthead] = {}

    async def refresh(self) -> None:
        """Read the timebanks again if the last reading is a minute old."""
        if time.monotonic() - self._read_at < KEPT_SECONDS and self._all:
            return
        self._all = {bank.id: _of(bank) for bank in await timebanks.all_open()}
        self._read_at = time.monotonic()

    def of(self, timebank_id: UUID | None) -> Masthead:
        """That timebank's masthead; a stranger sees the only one there is, or a neutral one."""
        if timebank_id is not None:
            return self._all.get(timebank_id, UNKNOWN)
        if len(self._all) == 1:
            return next(iter(self._all.values()))
        return Masthead(UNKNOWN.name, "", self.any_demonstration)

    @property
    def any_demonstration(self) -> bool:
        """Whether any timebank here is made up."""
        return any(bank.is_demonstration for bank in self._all.values())


def _of(bank: timebanks.Timebank) -> Masthead:
    return Masthead(bank.name, bank.phone, bank.is_demonstration, bank.id)


async def attach(request: Request, timebank_id: UUID | None) -> None:
    """Give the request its masthead, for web/render.py."""
    mastheads: Mastheads = request.app.state.mastheads
    await mastheads.refresh()
    request.state.masthead = mastheads.of(timebank_id)
