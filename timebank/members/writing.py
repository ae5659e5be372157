"""An organiser writes a text in their own words, as the timebank."""

from uuid import UUID

from timebank import bell, database, errors
from timebank.audit import trail
from timebank.audit.actor import Actor
from timebank.communities import timebanks
from timebank.members import addressing, numbers, people, rules
from timebank.messaging import outbox

PURPOSE = "organiser_wrote"


async def write_to(actor: Actor, number: str, words: str, *, text_id: UUID) -> None:
    """Queue the words, signed with the timebank's name; the same `text_id` twice is one text.

    Raises NotAllowed for anybody but an organiser, NotFound for a number nobody here has, and Invalid
    where no text can go to it.
    """
    if not rules.may_organise(actor):
        raise errors.NotAllowed(act="write as the timebank")
    async with database.transaction():
        whose = await people.with_number(actor.timebank_id, number)
        if not whose:
            raise errors.NotFound("number")
        timebank = await timebanks.get(actor.timebank_id)
        person = whose[0] if len(whose) == 1 else None
        addressee = addressing.at_number(timebank, number, person)
        agreed = numbers.is_mobile(number) and any(one.can_text for one in whose)
        signed = f"{words} {timebank.short_name}"
        if not agreed or not await outbox.queue_words(addressee, signed, PURPOSE, f"wrote/{text_id}"):
            raise errors.Invalid("words", "This telephone takes no texts from us. Please ring instead.")
        for one in whose:
            await trail.record(actor.acting_for(one.id), "wrote", "person", one.id)
        bell.ring("deliver")
