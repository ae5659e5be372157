"""Take in a whole list at once: the members an organiser has in a spreadsheet."""

from dataclasses import dataclass

from timebank import clock, database, errors
from timebank.audit import trail
from timebank.audit.actor import Actor
from timebank.communities.timebanks import Timebank
from timebank.members import joining, rules, sameness
from timebank.members.importing import plan
from timebank.members.importing.plan import Plan


@dataclass(frozen=True)
class ImportResult:
    """What became of a list. `added` counts people who were written, or on a dry run would be.

    `refused` are rows by the number the spreadsheet shows, each with one plain sentence; `unused` the
    headings of columns that were not read.
    """

    added: int
    already_here: int
    refused: list[tuple[int, str]]
    unused: list[str]
    is_written: bool


class _Undo(Exception):
    """Leave the transaction without keeping what it did."""


async def import_members(
    actor: Actor, timebank: Timebank, file: bytes, *, dry_run: bool = False, skip_refused: bool = False
) -> ImportResult:
    """Take in everybody on the list who is not here yet, or, if any row is refused, nobody.

    With `skip_refused` the rows that can be read are taken in nevertheless. All is one transaction; the
    same list twice adds nobody, those who have left since included. Nobody is texted for it. Raises
    NotAllowed, and files.UnreadableList where the file is no list of people.
    """
    if not rules.may_organise(actor) or actor.timebank_id != timebank.id:
        raise errors.NotAllowed(act="import members")
    read = plan.read(file, clock.today())
    refused, unused = list(read.refused), list(read.unused)
    if refused and not (skip_refused or dry_run):
        return ImportResult(0, 0, refused, unused, is_written=False)
    added = already_here = 0
    try:
        async with database.transaction():
            added, already_here = await _take_in(actor, timebank, read)
            if dry_run:
                raise _Undo
    except _Undo:
        pass
    return ImportResult(added, already_here, refused, unused, is_written=not dry_run)


async def _take_in(actor: Actor, timebank: Timebank, read: Plan) -> tuple[int, int]:
    added = already_here = 0
    await joining.one_at_a_time(timebank.id)
    known = await sameness.ever_here(timebank.id)
    for row in read.planned:
        if known.find(row.application) is not None:
            already_here += 1
            continue
        person = await joining.take_in(actor, timebank, row.application)
        known.add(person.id, row.application)
        added += 1
    if added:
        await trail.record(actor, "members_imported", "timebank", timebank.id, added=added)
    return added, already_here
