"""Late, nobody came, nobody in, called off: each has a path, and a person hears of what is not clear."""

from timebank.scheduling import visiting
from workers.conversation import answering
from workers.conversation.openings import Opening
from workers.conversation.talk import Talk

_VISITS = {"visit"}


async def running_late(talk: Talk) -> None:
    """Tell the other side at once, in the sender's own words."""
    opening = await _one(talk, _VISITS, "LATE")
    if opening is not None:
        await visiting.running_late(talk.actor, opening.exchange.id, talk.body)
        await talk.say("running_late_ok")


async def nobody_came(talk: Talk) -> None:
    """Say sorry, and an organiser rings; also where no visit is known to us."""
    named = talk.meant(_VISITS)
    if len(named) == 1:
        talk.about(named[0].exchange)
        await visiting.nobody_came(talk.actor, named[0].exchange.id)
    else:
        await talk.lay("nobody_came")
    await talk.say("nobody_came_sorry")


async def nobody_in(talk: Talk) -> None:
    """An organiser rings the member now, in case they are not well."""
    opening = await _one(talk, _VISITS, "")
    if opening is not None:
        await visiting.nobody_in(talk.actor, opening.exchange.id)
        await talk.say("nobody_in_ok")


async def cancel(talk: Talk) -> None:
    """Call a visit off, from either side; which one is never guessed."""
    opening = await _one(talk, {"visit", "offer", "request", "ask"}, "NO")
    if opening is None:
        return
    if opening.thing.kind == "offer":
        talk.about(opening.exchange)
        await visiting.cancel(talk.actor, opening.exchange.id, talk.body[:200])
        await talk.say("cancelled_ok")
    else:
        await answering.no_to(talk, opening)


async def _one(talk: Talk, kinds: set[str], word: str) -> Opening | None:
    """The one thing that is meant; else which one is asked, or that there is none is said."""
    named = talk.meant(kinds)
    if len(named) == 1 and not talk.reading.clarify:
        talk.about(named[0].exchange)
        return named[0]
    openings = talk.opened(kinds)
    if openings and word:
        await answering.which(talk, openings, word)
    else:
        await talk.lay("not_understood")
        await talk.say("not_understood")
    return None
