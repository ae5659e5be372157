"""A person's time, line by line, with the first name of whoever was on the other side."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from timebank.ledger import accounts, statements
from timebank.members import people

LINES_A_PAGE = 20
Other = Literal["person", "pot", "nobody"]


@dataclass(frozen=True)
class Line:
    """One movement of whole minutes: `minutes` is more than 0 when they were given to this person.

    `who` is a first name, empty where the other side is not a person; `is_reversal` takes an earlier
    line back.
    """

    happened_at: datetime
    what: str
    other: Other
    who: str
    minutes: int
    balance_after: int
    is_reversal: bool
    exchange_id: UUID | None


@dataclass(frozen=True)
class Statement:
    """How much there is, how much of it is set aside for visits to come, and a page of lines, newest first.

    `older` is what to ask for to see the next page; None on the last.
    """

    balance: int
    held: int
    lines: tuple[Line, ...]
    older: int | None


async def of_person(
    timebank_id: UUID, person_id: UUID, *, before: int | None = None, most: int = LINES_A_PAGE
) -> Statement:
    """One page of somebody's statement. Raises NotFound."""
    account = await accounts.of(timebank_id, accounts.MEMBER, person_id)
    found = await statements.lines(timebank_id, account.id, before_version=before, most=most + 1)
    shown = found[:most]
    owners = {owner for line in shown for kind, owner in line.others if kind == accounts.MEMBER}
    named = await people.many(timebank_id, owners) if owners else {}
    older = shown[-1].version if len(found) > most else None
    return Statement(account.balance, account.held, tuple(_line(one, named) for one in shown), older)


def _line(line: statements.Line, named: dict[UUID, people.Person]) -> Line:
    neighbours = [named[owner] for kind, owner in line.others if kind == accounts.MEMBER and owner in named]
    kinds = {kind for kind, _ in line.others}
    other: Other = "person" if neighbours else "pot" if accounts.POT in kinds else "nobody"
    return Line(
        happened_at=line.happened_at,
        what=line.memo,
        other=other,
        who=neighbours[0].first_name if neighbours else "",
        minutes=line.amount,
        balance_after=line.balance_after,
        is_reversal=line.kind == "reversal",
        exchange_id=line.subject_id,
    )
