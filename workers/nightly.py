"""Job, every night: prove the books, shout where they are wrong, forget what need not be kept."""

import structlog

from timebank import database
from timebank.communities import timebanks
from timebank.desk import items
from timebank.ledger import invariants
from timebank.members import codes, sessions
from timebank.messaging import forgetting
from workers import shift

_log = structlog.get_logger(__name__)


async def run() -> int:
    """Check the books and forget old codes and sessions; answers how many faults the books have."""
    for forget in (codes.forget_old, sessions.forget_old, forgetting.blank_codes):
        await shift.carry_on(forget)
    return await prove_the_books()


async def prove_the_books() -> int:
    """Check every invariant of the ledger; faults go to the log and to each desk. Returns how many."""
    books = await invariants.check()
    if not books.faults:
        _log.info("books.right", transfers=books.transfers, entries=books.entries)
        return 0
    for fault in books.faults:
        _log.critical("books.wrong", invariant=fault.invariant, what=fault.what)
    async with database.transaction():
        for timebank in await timebanks.all_open():
            await items.lay(
                timebank.id,
                "books",
                "books",
                "The nightly check found a mistake in the books of time credits. Nothing is lost: "
                "please ask whoever runs this service to look at the log.",
            )
    return len(books.faults)
