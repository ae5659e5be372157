"""Everybody an exchange concerns, loaded once for the length of a use case."""

from dataclasses import dataclass
from uuid import UUID

from timebank import errors
from timebank.audit.actor import Actor
from timebank.communities import timebanks
from timebank.listings import tasks
from timebank.members import people
from timebank.scheduling import exchanges
from timebank.scheduling.tables import ExchangeRow


@dataclass
class Scene:
    """The exchange's row (locked), its member and helper, and their timebank."""

    row: ExchangeRow
    member: people.Person
    helper: people.Person | None
    timebank: timebanks.Timebank

    @property
    def what(self) -> str:
        """The kind of help in words."""
        return tasks.get(self.row.task).label

    def other_side(self, person_id: UUID) -> people.Person | None:
        """The other of the two."""
        return self.helper if person_id == self.member.id else self.member


async def lock(timebank_id: UUID, exchange_id: UUID) -> Scene:
    """Lock the exchange and load its people; NotFound for one of another timebank."""
    return await of(await exchanges.locked(timebank_id, exchange_id))


async def of(row: ExchangeRow) -> Scene:
    """Load the people of a row that the caller has locked or has just made."""
    wanted = {row.member_id} | ({row.helper_id} if row.helper_id else set())
    named = await people.many(row.timebank_id, wanted)
    helper = named[row.helper_id] if row.helper_id else None
    return Scene(row, named[row.member_id], helper, await timebanks.get(row.timebank_id))


def as_person(actor: Actor, person_id: UUID | None) -> Actor:
    """The actor as that person: themselves, an organiser on their behalf, or the clockwork.

    Raises NotAllowed for anybody else.
    """
    if person_id is None:
        raise errors.NotAllowed(act="for nobody")
    if actor.person_id == person_id or actor.channel == "night":
        return actor
    if actor.is_organiser:
        return actor.acting_for(person_id)
    raise errors.NotAllowed(act="for somebody else")


def require_organiser(actor: Actor) -> None:
    """Only an organiser decides this."""
    if not actor.is_organiser:
        raise errors.NotAllowed(act="an organiser's")
