"""Yes and no: to a neighbour's ask, to a helper who offered, to a visit, to what we have just asked."""

from timebank.scheduling import answering, exchanges, visiting
from timebank.scheduling.exchanges import Exchange
from timebank.scheduling.rules import State
from workers.conversation import requesting, timekeeping
from workers.conversation.openings import Opening
from workers.conversation.talk import Talk

_STANDS: dict[State, str] = {
    "asked": "we are still asking neighbours.",
    "asking": "we are still asking neighbours.",
    "offered": "somebody has offered to come.",
    "agreed": "it is agreed.",
    "done": "the visit has been.",
    "half_confirmed": "the visit has been.",
    "confirmed": "the visit has been.",
    "declined": "we could not help with it.",
    "cancelled": "it is off.",
    "lapsed": "nobody could be found.",
    "disputed": "an organiser is looking at it.",
}
_WAITS_FOR_AN_ANSWER = {"ask", "offer"}
_MAY_BE_CALLED_OFF = {"visit", "request"}


async def yes(talk: Talk) -> None:
    """A yes, to the one thing it can be about; where there are several, which one is asked."""
    question = talk.question.kind if talk.question else ""
    if await _could_be_another(talk):
        await _put_again(talk)
    elif question == "confirm" and not talk.reading.refs:
        await requesting.confirmed(talk)
    elif question == "agree" and not talk.reading.refs:
        await timekeeping.agreed(talk)
    elif talk.reading.clarify:
        await which(talk, talk.opened(_WAITS_FOR_AN_ANSWER) or talk.openings, "YES")
    elif talk.meant(_WAITS_FOR_AN_ANSWER):
        await _yes_to(talk, talk.meant(_WAITS_FOR_AN_ANSWER)[0])
    elif talk.meant({"to_confirm"}):
        await timekeeping.ask_minutes(talk, talk.meant({"to_confirm"})[0].exchange)
    else:
        await _stray(talk, said_yes=True)


async def no(talk: Talk) -> None:
    """A no: one word is enough, and no reason is asked."""
    question = talk.question.kind if talk.question else ""
    if await _could_be_another(talk):
        await _put_again(talk)
    elif question == "confirm" and not talk.reading.refs:
        await requesting.refused(talk)
    elif question == "agree" and not talk.reading.refs:
        await timekeeping.disagreed(talk)
    elif talk.reading.clarify:
        await which(talk, talk.opened(_WAITS_FOR_AN_ANSWER) or talk.openings, "NO")
    elif named := talk.meant(_WAITS_FOR_AN_ANSWER | _MAY_BE_CALLED_OFF):
        for opening in {one.thing.code: one for one in named}.values():
            await no_to(talk, opening)
    elif talk.meant({"to_confirm"}):
        await timekeeping.ask_minutes(talk, talk.meant({"to_confirm"})[0].exchange)
    else:
        await _stray(talk, said_yes=False)


async def no_to(talk: Talk, opening: Opening) -> None:
    """Decline an ask, refuse an offer, withdraw from a visit, or call one's own request off."""
    exchange, thing = opening.exchange, opening.thing
    talk.about(exchange)
    if thing.kind == "ask":
        await answering.decline(talk.actor, exchange.id, talk.sender.id)
        await talk.say("helper_declined_ok")
    elif thing.kind == "offer":
        await answering.refuse(talk.actor, exchange.id)
        await talk.say("offer_refused_ok")
    elif thing.role == "helps":
        await visiting.withdraw(talk.actor, exchange.id)
        await talk.say("helper_declined_ok")
    else:
        await visiting.cancel(talk.actor, exchange.id, talk.body[:200])
        await talk.say("cancelled_ok")


async def which(talk: Talk, openings: list[Opening] | tuple[Opening, ...], word: str) -> None:
    """Ask which of several is meant, with their codes."""
    by_code = {opening.thing.code: opening.exchange for opening in openings}
    if not by_code:
        await talk.say("nothing_open")
        return
    choices = [f"{word} {code}" for code in by_code]
    if len(choices) == 2:
        choices = [f"{word} {code} for {_short(exchange)}" for code, exchange in by_code.items()]
    listed = " or ".join(", ".join(choices).rsplit(", ", 1))
    await talk.say("ask_helper_which" if word == "YES" else "which_visit", choices=f"Reply {listed}.")


async def _could_be_another(talk: Talk) -> bool:
    """A bare word after a question, when a neighbour's ask has come in between: it could be to either."""
    slots = talk.reading.slots
    is_bare = not (talk.reading.refs or slots.when.stated or slots.minutes)
    is_asked = talk.question is not None and talk.question.kind in ("confirm", "agree")
    return is_asked and is_bare and await talk.is_overtaken()


async def _put_again(talk: Talk) -> None:
    """The question again, so that it is the latest; the ask has a code to be answered by."""
    if talk.question is not None and talk.question.kind == "confirm":
        await requesting.put_again(talk)
    else:
        await timekeeping.put_again(talk)


async def _yes_to(talk: Talk, opening: Opening) -> None:
    exchange = opening.exchange
    talk.about(exchange)
    if opening.thing.kind == "offer":
        await answering.approve(talk.actor, exchange.id)
        await talk.say_at_night()
    else:
        await _accept(talk, exchange)


async def _accept(talk: Talk, exchange: Exchange) -> None:
    agreed = await answering.accept(talk.actor, exchange.id, talk.sender.id)
    if agreed.state == "offered":
        await talk.say("helper_offered_ok")
    else:
        await talk.say_at_night()


async def _stray(talk: Talk, *, said_yes: bool) -> None:
    """An answer to nothing that is open: a late yes may still count, else how it stands now is told."""
    exchange = await _of_code(talk)
    if exchange is None:
        await talk.say("nothing_open")
        return
    talk.about(exchange)
    asked = {helper: state for helper, state, _ in await exchanges.asked_of(talk.timebank.id, exchange.id)}
    state = asked.get(talk.sender.id)
    if said_yes and state in {"silent", "declined", "withdrew"} and exchange.state in {"asked", "asking"}:
        await _accept(talk, exchange)
    elif not said_yes and state == "silent":
        await answering.decline(talk.actor, exchange.id, talk.sender.id)
        await talk.say("helper_declined_ok")
    elif state == "stood_down" and said_yes and exchange.state in {"offered", "agreed"}:
        await talk.say("helper_too_late")
    elif state is None and talk.sender.id not in (exchange.member_id, exchange.helper_id):
        talk.exchange = None
        await talk.say("nothing_open")
    else:
        await talk.say("gone_by", now=f"{_short(exchange).capitalize()}: {_STANDS[exchange.state]}")


async def _of_code(talk: Talk) -> Exchange | None:
    code = next((code for code in talk.reading.refs if code.isdecimal()), None)
    return await exchanges.by_code(talk.timebank.id, int(code)) if code else None


def _short(exchange: Exchange) -> str:
    return requesting.in_words(exchange.task)
