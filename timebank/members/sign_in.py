"""Sign in with a six-digit code: by text, or read out by an organiser. No password, no puzzle."""

from dataclasses import dataclass
from uuid import UUID

from timebank import database, errors
from timebank.audit import trail
from timebank.audit.actor import Actor
from timebank.communities import councils, timebanks
from timebank.communities.timebanks import Timebank
from timebank.members import addressing, codes, numbers, people, rules
from timebank.members.codes import CodeExpired, WrongCode
from timebank.members.people import Person
from timebank.messaging import outbox

__all__ = ["Candidate", "CodeExpired", "WrongCode", "check_code", "read_out_code", "send_code"]


@dataclass(frozen=True)
class Candidate:
    """Somebody who may sign in with a code: a person of a timebank, or an officer of a council.

    `belongs_to` is the timebank's or council's name, for telling two of one first name apart.
    """

    code_id: UUID
    first_name: str
    last_name: str
    belongs_to: str
    timebank_id: UUID | None = None
    person_id: UUID | None = None
    officer_id: UUID | None = None
    council_id: UUID | None = None


async def send_code(number: str) -> None:
    """Text a code to the number, if anybody here has it; nothing tells whether anybody does.

    Raises Invalid for what is no telephone number, TooManyTries after five codes within the hour.
    """
    number = numbers.read(number)
    async with database.transaction():
        code = await codes.make(number)
        here = await people.anywhere_with_number(number)
        timebank = await _sender(number, here)
        if timebank is None or not numbers.is_mobile(number):
            return
        await outbox.queue(
            addressing.at_number(timebank, number, here[0] if len(here) == 1 else None),
            "sign_in_code",
            f"sign-in/{code.id}",
            urgent=True,
            expires_at=code.expires_at,
            timebank=timebank.short_name,
            code=code.digits,
        )


async def read_out_code(actor: Actor, person_id: UUID) -> str:
    """A code for one person, for an organiser to read out to them; it signs in nobody else.

    Raises NotAllowed, NotFound, TooManyTries, and Invalid where the person has no number to sign in with.
    """
    if not rules.may_organise(actor):
        raise errors.NotAllowed(act="read out a code")
    async with database.transaction():
        person = await people.get(actor.timebank_id, person_id)
        number = person.landline or person.mobile
        if person.left_at is not None:
            raise errors.NotFound("person", person_id)
        if number is None:
            raise errors.Invalid("number", "They have no telephone number yet, and signing in asks for one.")
        code = await codes.make(number, person_id)
        await trail.record(actor.acting_for(person_id), "code_read_out", "person", person_id)
    return code.digits


async def check_code(number: str, code: str) -> list[Candidate]:
    """Who may sign in with this number and code; several where a telephone is shared.

    The code is spent by `sessions.start`, so a page may ask "Margaret or Bill?" and check it again. Raises
    WrongCode, CodeExpired, TooManyTries, or Invalid for what is no telephone number. Not to be called
    inside a transaction: the count of wrong tries has to outlive the refusal.
    """
    number = numbers.read(number)
    here = await people.anywhere_with_number(number)
    async with database.transaction():
        found = await codes.match(number, [person.id for person in here], "".join(code.split()))
    if isinstance(found, errors.Refusal):
        raise found
    candidates = [await _person(person, found.id) for person in here if found.person_id in (None, person.id)]
    if found.person_id is None:
        candidates += await _officers(number, found.id)
    if not candidates:
        raise WrongCode(tries_left=codes.MOST_TRIES - found.tries)
    return candidates


async def _sender(number: str, here: list[Person]) -> Timebank | None:
    """The timebank whose number texts the code: the person's, or for an officer one of their council's."""
    if here:
        return await timebanks.get(here[0].timebank_id)
    for officer in await councils.officers_with_number(number):
        under = await timebanks.of_council(officer.council_id)
        if under:
            return under[0]
    return None


async def _person(person: Person, code_id: UUID) -> Candidate:
    timebank = await timebanks.get(person.timebank_id)
    return Candidate(
        code_id,
        person.first_name,
        person.last_name,
        timebank.name,
        timebank_id=person.timebank_id,
        person_id=person.id,
    )


async def _officers(number: str, code_id: UUID) -> list[Candidate]:
    return [
        Candidate(
            code_id,
            officer.first_name,
            officer.last_name,
            (await councils.get(officer.council_id)).name,
            officer_id=officer.id,
            council_id=officer.council_id,
        )
        for officer in await councils.officers_with_number(number)
    ]
