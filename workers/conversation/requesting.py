"""Asking for help by text: what, when, an echo to say yes to, and then neighbours are asked.

What is known so far is the draft, kept in the open question, so that no process remembers anything.
"""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import TypedDict, cast
from uuid import UUID

from timebank import clock, hours, identity, moments
from timebank.listings import scope, tasks
from timebank.messaging import wording
from timebank.messaging.reading.values import Slots, When
from timebank.scheduling import asking
from timebank.scheduling.asking import Wish
from workers.conversation.talk import Talk

FLOW = frozenset({"task", "when", "confirm"})
USUAL_MINUTES = 60
MOST_TRIES = 2
_MOMENT = {"date", "time", "start"}


class Draft(TypedDict, total=False):
    """A request half said. `request` is the id it will have, so that a yes said twice is one request."""

    request: str
    note: str
    task: str
    options: list[str]
    date: str
    time: str
    minutes: int
    start: str


async def asked(talk: Talk) -> None:
    """A wish for help, new or going on; help that neighbours do not give goes to an organiser."""
    if talk.reading.subtype == "out_of_scope" or scope.out_of_scope(talk.body):
        await talk.close_question()
        await talk.lay("out_of_scope")
        await talk.say("leave_it_with_us")
        return
    await go_on(talk, _with_slots(_draft(talk), talk.reading.slots))


async def picked(talk: Talk) -> None:
    """The number of one of the kinds of help that were listed."""
    draft = _open_draft(talk)
    options, pick = draft.get("options", []), talk.reading.slots.pick or 0
    if 1 <= pick <= len(options):
        draft["task"] = options[pick - 1]
    await go_on(talk, draft)


async def confirmed(talk: Talk) -> None:
    """Yes to the echo. A yes that named another time is echoed again."""
    draft = _open_draft(talk)
    if talk.reading.clarify:
        await go_on(talk, _with_slots(draft, talk.reading.slots))
        return
    starts_at = _moment(draft)
    if starts_at is None or starts_at <= clock.now():
        await go_on(talk, _without_moment(draft))
        return
    await talk.close_question()
    await _ask_neighbours(talk, draft, starts_at)


async def refused(talk: Talk) -> None:
    """No to the echo: with another time in it, that one is echoed; else nobody is asked."""
    slots = talk.reading.slots
    if slots.when.stated or slots.minutes:
        await go_on(talk, _with_slots(_open_draft(talk), slots))
        return
    await talk.close_question()
    await talk.say("not_asked")


async def put_again(talk: Talk) -> None:
    """Echo once more what was asked for."""
    await go_on(talk, _open_draft(talk))


async def go_on(talk: Talk, draft: Draft) -> None:
    """Ask for what is missing, one thing at a time; with nothing missing, echo it all."""
    starts_at = _moment(draft)
    if "task" not in draft:
        await _ask_task(talk, draft)
    elif starts_at is None:
        await _ask(talk, "when", draft, "ask_when", what=tasks.get(draft["task"]).label)
    else:
        await _ask(
            talk,
            "confirm",
            {**draft, "start": clock.local(starts_at).replace(tzinfo=None).isoformat()},
            "ask_confirm",
            what=tasks.get(draft["task"]).label,
            when=moments.short(starts_at),
            long=hours.words(draft.get("minutes", USUAL_MINUTES)),
        )


def in_words(task: str) -> str:
    """A kind of help as it reads inside a sentence."""
    return wording.in_a_sentence(tasks.get(task).label)


async def _ask_task(talk: Talk, draft: Draft) -> None:
    options = draft.get("options", [])
    if not options:
        await _ask(talk, "task", draft, "ask_what")
        return
    listed = ", ".join(f"{number} {in_words(slug)}" for number, slug in enumerate(options, start=1))
    await _ask(talk, "task", draft, "ask_which_task", choices=f"{listed}.")


async def _ask(talk: Talk, kind: str, draft: Draft, says: str, **facts: object) -> None:
    """Ask, or ask again; asked a third time, a person takes over with the words kept."""
    again = talk.question is not None and talk.question.kind == kind and kind != "confirm"
    tries = talk.question.tries + 1 if talk.question and again else 0
    if tries >= MOST_TRIES:
        await talk.close_question()
        await talk.lay("not_understood")
        await talk.say("not_understood")
        return
    await talk.ask(kind, cast(Mapping[str, object], draft), tries=tries)
    await talk.say(says, **facts)


async def _ask_neighbours(talk: Talk, draft: Draft, starts_at: datetime) -> None:
    wish = Wish(
        draft["task"],
        starts_at,
        expected_minutes=draft.get("minutes", USUAL_MINUTES),
        note=draft.get("note", ""),
    )
    made = await asking.ask_for_help(talk.actor, talk.sender.id, wish, exchange_id=UUID(draft["request"]))
    talk.about(made.exchange)
    if made.outcome == "with_organiser":
        await talk.say("request_with_organiser")
    elif made.outcome == "asking":
        await talk.say("request_received")
    else:
        await talk.say_at_night()


def _draft(talk: Talk) -> Draft:
    """What is known already, unless a different wish begins here."""
    slots = talk.reading.slots
    going_on = talk.question is not None and talk.question.kind in FLOW
    another = (
        slots.task_sure and slots.when.stated and talk.question is not None and talk.question.kind != "task"
    )
    if going_on and not another:
        return _open_draft(talk)
    return Draft(request=str(identity.derived(talk.text.id, "request")), note=talk.body.strip())


def _open_draft(talk: Talk) -> Draft:
    facts = dict(talk.question.facts) if talk.question else {}
    return cast(Draft, facts)


def _with_slots(draft: Draft, slots: Slots) -> Draft:
    merged = draft.copy()
    if slots.task_sure or (len(slots.tasks) == 1 and "task" not in draft):
        merged["task"] = slots.tasks[0]
    elif slots.tasks and "task" not in draft:
        merged["options"] = list(slots.tasks)
    minutes = slots.duration_min or slots.minutes
    if minutes:
        merged["minutes"] = minutes
    return _with_moment(merged, slots.when)


def _with_moment(draft: Draft, when: When) -> Draft:
    if when.unsure:
        return _without_moment(draft)
    if when.date:
        draft["date"] = when.date.isoformat()
    if when.time:
        draft["time"] = when.time.isoformat()
    if when.time and when.time_end and "minutes" not in draft:
        start, end = when.time, when.time_end
        draft["minutes"] = (end.hour - start.hour) * 60 + end.minute - start.minute
    return draft


def _without_moment(draft: Draft) -> Draft:
    return cast(Draft, {name: value for name, value in draft.items() if name not in _MOMENT})


def _moment(draft: Draft) -> datetime | None:
    """When it would begin; None while the day or the hour is missing, or once it has passed."""
    if "date" not in draft or "time" not in draft:
        return None
    moment = clock.at(date.fromisoformat(draft["date"]), time.fromisoformat(draft["time"]))
    return moment if moment > clock.now() else None
