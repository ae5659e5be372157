"""Become a member of a timebank: by oneself, or through an organiser met on the doorstep."""

from uuid import UUID

from timebank import clock, database, errors, identity
from timebank.audit import trail
from timebank.audit.actor import Actor
from timebank.communities import timebanks
from timebank.communities.timebanks import Timebank
from timebank.ledger import accounts, transfers
from timebank.members import addressing, application, numbers, people, sameness
from timebank.members.application import Application
from timebank.members.people import Person
from timebank.members.tables import PersonRow
from timebank.messaging import outbox

__all__ = ["AlreadyHere", "Application", "join"]

_LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('joining/' || $1, 0))"


class AlreadyHere(errors.Refusal):
    """Somebody of that name, birth date, number and postcode is here; fact `person_id`."""

    def __init__(self, person_id: UUID) -> None:
        super().__init__(person_id=person_id)
        self.person_id = person_id


async def join(actor: Actor, told: Application) -> Person:
    """Take a person in: record, account at the policy's floor, any starting credit, a welcome by text.

    Raises Invalid for what cannot be right, AlreadyHere for the same person again.
    """
    told = application.checked(told, clock.today())
    async with database.transaction():
        timebank = await timebanks.get(actor.timebank_id)
        await one_at_a_time(timebank.id)
        found = (await sameness.here_now(timebank.id, told)).find(told)
        if found is not None:
            raise AlreadyHere(found)
        person = await take_in(actor, timebank, told)
        await _welcome(person, timebank)
    return person


async def one_at_a_time(timebank_id: UUID) -> None:
    """Wait until nobody else is joining this timebank, so that two posts of one form take in one person."""
    await database.rows(_LOCK, str(timebank_id))


async def take_in(actor: Actor, timebank: Timebank, told: Application) -> Person:
    """Write a checked application's person and open their account, in the caller's transaction."""
    row = await PersonRow.create(
        id=identity.new_id(), timebank_id=timebank.id, joined_at=clock.now(), **people.columns(told)
    )
    account = await accounts.open_for(timebank.id, accounts.MEMBER, row.id, floor=timebank.floor_minutes)
    if timebank.starting_minutes:
        await _give_starting_credit(timebank, row.id, account)
    await trail.record(actor.acting_for(row.id), "joined", "person", row.id)
    return people.of_row(row)


async def _welcome(person: Person, timebank: Timebank) -> None:
    to = addressing.addressee(person, timebank)
    if to is not None:
        await outbox.queue(
            to,
            "joined_welcome",
            f"welcome/{person.id}",
            subject_id=person.id,
            name=person.first_name,
            timebank=timebank.short_name,
            phone=numbers.shown(timebank.phone),
        )


async def _give_starting_credit(timebank: Timebank, person_id: UUID, account: UUID) -> None:
    opening = await accounts.of(timebank.id, accounts.OPENING, timebank.id)
    minutes = timebank.starting_minutes
    await transfers.post(
        transfers.Transfer(
            id=identity.derived(person_id, "starting-credit"),
            timebank_id=timebank.id,
            kind="opening",
            entries=((opening.id, -minutes), (account, minutes)),
            happened_at=clock.now(),
            memo="To begin with",
            subject_id=person_id,
        )
    )
