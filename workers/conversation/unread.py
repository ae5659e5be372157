"""What no use case can be found for: asked again once where something is open, else left to a person."""

from workers.conversation import answering, opting_out, timekeeping
from workers.conversation.requesting import FLOW, MOST_TRIES
from workers.conversation.talk import Talk

# A machine wrote these, or nobody did: an answer would only start a quarrel between two machines.
_SILENT = frozenset({"reaction", "auto_reply", "spam"})
_FOR_A_PERSON = frozenset(
    {"complaint", "change_number", "contact_request", "contact_preference", "offer_help"}
)


async def other(talk: Talk) -> None:
    """Everything else. The words always reach a person, unless a telephone sent them by itself."""
    subtype = talk.reading.subtype
    if subtype in _SILENT or (subtype == "empty" and not talk.text.media):
        return
    if subtype == "ring_me":
        await talk.lay("please_ring")
        await talk.say("leave_it_with_us")
    elif subtype == "wrong_number":
        await opting_out.wrong_number(talk)
    elif subtype in _FOR_A_PERSON:
        await talk.lay("not_understood")
        await talk.say("leave_it_with_us")
    elif talk.question is not None:
        await _ask_again(talk)
    else:
        await _about_an_opening(talk)


async def _ask_again(talk: Talk) -> None:
    """An answer that is none: put the question once more, then let a person look."""
    question = talk.question
    if (
        question is None
        or question.tries + 1 >= MOST_TRIES
        or question.kind not in FLOW | {"minutes", "agree"}
    ):
        await talk.close_question()
        await _leave_to_a_person(talk)
        return
    await talk.lay("not_understood")
    await talk.ask(question.kind, question.facts, tries=question.tries + 1)
    await talk.say("not_understood")


async def _about_an_opening(talk: Talk) -> None:
    """A condition, a doubt or a question about something open: kept, and a plain answer asked for."""
    waiting = talk.opened({"ask", "offer"})
    to_confirm = talk.opened({"to_confirm"})
    if talk.reading.clarify and waiting:
        talk.about(waiting[0].exchange)
        await talk.lay("not_understood")
        if len(waiting) == 1:
            await talk.say("yes_or_no")
        else:
            await answering.which(talk, waiting, "YES")
    elif talk.reading.clarify and len(to_confirm) == 1:
        await talk.lay("not_understood")
        await timekeeping.ask_minutes(talk, to_confirm[0].exchange)
    else:
        await _leave_to_a_person(talk)


async def _leave_to_a_person(talk: Talk) -> None:
    await talk.lay("not_understood")
    await talk.say("not_understood")
