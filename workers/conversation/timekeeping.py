"""How long a visit was: said, asked about, agreed, or left to an organiser. Credits move in the use case."""

from uuid import UUID

from timebank import hours
from timebank.scheduling import confirming, exchanges
from timebank.scheduling.exchanges import Exchange
from workers.conversation.talk import Talk


async def done(talk: Talk) -> None:
    """A visit is finished. Minutes not told are asked for; several visits are asked apart."""
    exchange = await _exchange(talk)
    if exchange is None:
        await _none_or_several(talk)
        return
    minutes = talk.reading.slots.minutes
    if minutes is None:
        await ask_minutes(talk, exchange)
    else:
        await _say(talk, exchange, minutes)


async def ask_minutes(talk: Talk, exchange: Exchange) -> None:
    """Ask how long it was; the answer may be a bare number."""
    talk.about(exchange)
    await talk.ask("minutes", {"exchange": str(exchange.id)})
    await talk.say("ask_minutes")


async def agreed(talk: Talk) -> None:
    """Yes, it was as long as the other side says."""
    exchange = await _asked_about(talk)
    if exchange is not None:
        await _say(talk, exchange, _number(talk, "theirs"))


async def disagreed(talk: Talk) -> None:
    """No: what they said themselves stands, or what they say now; a second difference is an organiser's."""
    exchange = await _asked_about(talk)
    if exchange is not None:
        await _say(talk, exchange, talk.reading.slots.minutes or _number(talk, "own"))


async def put_again(talk: Talk) -> None:
    """Ask once more whether it was as long as the other side says."""
    exchange = await _asked_about(talk)
    if exchange is not None:
        talk.about(exchange)
        await _ask_agreed(talk, exchange, _number(talk, "theirs"), _number(talk, "own"))


async def _say(talk: Talk, exchange: Exchange, minutes: int) -> None:
    talk.about(exchange)
    await talk.close_question()
    before = exchange.state
    now = await confirming.confirm(talk.actor, exchange.id, talk.sender.id, minutes)
    if now.state == "disputed":
        await talk.say("to_organiser_minutes")
    elif now.other_minutes is not None:
        await _ask_agreed(talk, exchange, now.other_minutes, minutes)
    elif now.state == "half_confirmed":
        await talk.say("said_minutes_ok", minutes=hours.words(minutes))
    elif before == "confirmed":
        await talk.say("gone_by", now=f"We have {hours.words(now.minutes or 0)} for that visit.")
    else:
        await talk.say_at_night()


async def _ask_agreed(talk: Talk, exchange: Exchange, theirs: int, own: int) -> None:
    await talk.ask("agree", {"exchange": str(exchange.id), "theirs": theirs, "own": own})
    await talk.say("minutes_differ", minutes=hours.words(theirs))


async def _exchange(talk: Talk) -> Exchange | None:
    named = talk.meant({"to_confirm", "visit"})
    if named:
        return named[0].exchange
    return await _asked_about(talk) if talk.question and talk.question.kind == "minutes" else None


async def _asked_about(talk: Talk) -> Exchange | None:
    facts = talk.question.facts if talk.question else {}
    found = facts.get("exchange")
    return await exchanges.get(talk.timebank.id, UUID(found)) if isinstance(found, str) else None


async def _none_or_several(talk: Talk) -> None:
    codes = list(dict.fromkeys(opening.thing.code for opening in talk.opened({"to_confirm"})))
    if not codes:
        await talk.say("nothing_open")
        await talk.lay("not_understood")
        return
    listed = " or ".join(", ".join(f"DONE {code}" for code in codes).rsplit(", ", 1))
    await talk.say("which_visit", choices=f"Reply {listed}, and the minutes.")


def _number(talk: Talk, name: str) -> int:
    found = talk.question.facts.get(name) if talk.question else None
    if not isinstance(found, int):
        raise AssertionError(f"the question was asked without {name}")
    return found
