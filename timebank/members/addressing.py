"""Where a text to a person goes, as messaging wants to be told it."""

from timebank.communities.timebanks import Timebank
from timebank.members.people import Person
from timebank.messaging.addressee import Addressee


def addressee(person: Person, timebank: Timebank) -> Addressee | None:
    """The person's mobile, from their timebank's number; None when they cannot or would not be texted."""
    if not person.can_text or person.mobile is None:
        return None
    return at_number(timebank, person.mobile, person)


def at_number(timebank: Timebank, number: str, person: Person | None = None) -> Addressee:
    """An E.164 number whoever answers there, for what its owner has just asked us to send."""
    return Addressee(
        timebank_id=timebank.id,
        person_id=person.id if person else None,
        number=number,
        sender=timebank.text_number,
    )
