"""Job: answer the texts that came in. The route map of texts, the twin of web/routes.

It alone turns an intent into a use case. Each text is worked off in one
transaction, in which it is also finished: wholly or not at all, and once.
"""

from collections.abc import Awaitable, Callable

import structlog

from timebank import clock, database, errors
from timebank.communities import timebanks
from timebank.members import people
from timebank.messaging import inbox, questions, stopping
from timebank.messaging.inbox import Incoming
from timebank.messaging.questions import Question
from timebank.messaging.reading import reader
from timebank.messaging.reading.plain import bare, plain
from timebank.messaging.reading.values import OpenThing, Reading
from workers.conversation import (
    answering,
    dangers,
    on_the_day,
    openings,
    opting_out,
    refusals,
    requesting,
    telling,
    timekeeping,
    unread,
    who,
)
from workers.conversation.talk import Talk

Handler = Callable[[Talk], Awaitable[None]]

ROUTES: dict[str, Handler] = {
    "urgent": dangers.urgent,
    "stop": opting_out.stop,
    "start": opting_out.start,
    "help": telling.help_me,
    "yes": answering.yes,
    "no": answering.no,
    "done": timekeeping.done,
    "balance": telling.balance,
    "my_visits": telling.my_visits,
    "running_late": on_the_day.running_late,
    "nobody_came": on_the_day.nobody_came,
    "nobody_in": on_the_day.nobody_in,
    "cancel": on_the_day.cancel,
    "request_help": requesting.asked,
    "pick": requesting.picked,
    "thanks": telling.thanks,
    "other": unread.other,
}
_FURTHER = {"balance", "my_visits"}
_log = structlog.get_logger(__name__)


async def work_off() -> int:
    """Answer every text that waits; returns how many. One that fails is left for the next time."""
    answered = 0
    while (text := await inbox.claim()) is not None:
        try:
            await answer(text)
            answered += 1
        except inbox.AlreadyDone:
            _log.info("reply.already_done", text=str(text.id))
        except Exception:
            _log.exception("reply.fault", text=str(text.id))
    return answered


async def answer(text: Incoming) -> None:
    """Read one text and do what it asks, in one transaction. Raises AlreadyDone where another worker did."""
    async with database.transaction():
        talk = await _talk(text, text.body)
        if talk.question is not None and talk.question.kind == who.WHICH_PERSON:
            talk = await _now_known(text, talk) or talk
        await _respond(talk)
        person_id = talk.person.id if talk.person else None
        await inbox.finish(text, intent=talk.reading.intent, person_id=person_id)


async def _respond(talk: Talk) -> None:
    reading = talk.reading
    if not talk.people and reading.intent not in {"urgent", "stop", "start"}:
        if reading.subtype not in who.NOBODYS:
            await opting_out.stranger(talk)
        return
    if talk.person is None and not _is_anybodys(reading):
        await _ask_who(talk)
        return
    try:
        async with database.transaction():
            await ROUTES[reading.intent](talk)
            await _further(talk)
    except errors.Refusal as refused:
        await refusals.say(talk, refused)


def _is_anybodys(reading: Reading) -> bool:
    return reading.intent in who.ANYBODYS or reading.subtype in who.NOBODYS


async def _further(talk: Talk) -> None:
    """Further wishes of the same text that only ask to be told something."""
    for wish in talk.reading.also:
        if wish.intent in _FURTHER and talk.person is not None:
            await ROUTES[wish.intent](talk)


async def _talk(text: Incoming, body: str, only: people.Person | None = None) -> Talk:
    """Everything about a text: who shares the number, what is open, and how it reads for whom it is from."""
    timebank = await timebanks.get(text.timebank_id)
    here = (only,) if only else tuple(await people.with_number(timebank.id, text.number))
    question = None if only else await questions.open_for(timebank.id, text.number)
    stopped = await stopping.is_stopped(timebank.id, text.number)
    open_for = {one.id: await openings.of(timebank.id, one.id) for one in here}
    readings = {
        one.id: _read(body, open_for[one.id], _question_to(question, one), stopped=stopped) for one in here
    }
    words = bare(plain(body))
    person = who.settled(here, question, readings, open_for, words) if here else None
    reading = readings[person.id] if person else _read(body, (), _anybodys(question), stopped=stopped)
    everything = tuple(opening for found in open_for.values() for opening in found)
    mine = open_for[person.id] if person else everything
    asked = _question_to(question, person) if person else question
    return Talk(text, body, timebank, here, person, asked, reading, mine)


def _read(
    body: str, mine: tuple[openings.Opening, ...], question: Question | None, *, stopped: bool
) -> Reading:
    context = [opening.thing for opening in mine]
    if question is not None:
        context.append(openings.asked(question))
    if stopped:
        context.append(OpenThing("opted_out"))
    return reader.read(body, context, clock.now())


def _question_to(question: Question | None, person: people.Person) -> Question | None:
    """A question belongs to whom it was asked; one about who it is, to nobody yet."""
    if question is None or question.kind == who.WHICH_PERSON:
        return None
    return question if question.person_id in (None, person.id) else None


def _anybodys(question: Question | None) -> Question | None:
    return question if question is not None and question.kind == who.WHICH_PERSON else None


async def _ask_who(talk: Talk) -> None:
    """Ask which of them it is, keeping what they said; asked twice in vain, a person looks."""
    before = _anybodys(talk.question)
    if before is not None and before.tries + 1 >= requesting.MOST_TRIES:
        await talk.close_question()
        await talk.lay("not_understood")
        await talk.say("not_understood")
        return
    kept = str(before.facts["body"]) if before and talk.reading.intent in {"pick", "other"} else talk.body
    await talk.ask(who.WHICH_PERSON, {"body": kept}, tries=before.tries + 1 if before else 0)
    await talk.say("which_person", people=who.Choice(talk.people).words)


async def _now_known(text: Incoming, talk: Talk) -> Talk | None:
    """The answer to "Is that Margaret or Bill?": what they had said before is answered now."""
    if talk.question is None or talk.reading.intent in who.ANYBODYS:
        return None
    person = who.Choice(talk.people).picked(talk.reading, bare(plain(talk.body)))
    if person is None:
        return None
    body = str(talk.question.facts["body"])
    await questions.close(talk.timebank.id, text.number)
    return await _talk(text, body, only=person)
